"""Text from outside, made harmless in Markdown; addresses, in any format.

Escaped text is one line of inline text in CommonMark, on GitHub and in Obsidian: it
can make no heading, link, image, HTML, list, table, code, autolink, tag or @mention.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote, urlsplit

from verify.report.words import visible


class Md(str):
    """Markdown of our own making, which is printed as it is."""

    __slots__ = ()


# No letter stands for itself in Markdown; these characters may not. `-+=!` and `1.` matter only at
# a line's start, `.` and `:` only inside an address.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$#@^{}])|&(?=#|\w+;)|%(?=%)|=(?==)|:(?=//)")
_BARE_HOST = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})")
_SCHEME = re.compile(r"(?i)\b(mailto|xmpp|tel|javascript|data|vbscript|file):")
_START = re.compile(r"^([-+=!]|\d{1,9}[.)](?=\s|$))")
# GitHub looks for @names and #numbers in the finished page, where a backslash no longer
# shows: an invisible joiner keeps them apart.
_AT = re.compile(r"\\([@#])(?=\w)")
_JOINER = "\u2060"
# Where a reviewer's line has its key; see reviewline.MARK.
_KEY = re.compile(r"\b(r)(eview)(?=\s+[0-9a-f]{12}-[0-9a-f]{12}\b)")


def escape(text: object) -> str:
    """`text` as inline Markdown that shows exactly these words, on one line.

    A blank at either edge stays one blank.
    """
    if isinstance(text, Md):
        return text
    raw = visible(str(text))
    line = unkeyed(" ".join(raw.split()))
    if not line:
        return " " if raw else ""
    left, right = " " * raw[0].isspace(), " " * raw[-1].isspace()
    line = _SPECIAL.sub(lambda m: "\\" + m.group(), line)
    line = _AT.sub(rf"\\\1{_JOINER}", line)
    line = _BARE_HOST.sub(r"\\.", line)
    line = _SCHEME.sub(r"\1\\:", line)
    return left + _START.sub(_escaped_start, line) + right


def unkeyed(line: str) -> str:
    """A line that cannot be taken for a reviewer's: an invisible joiner parts word and key."""
    return _KEY.sub(rf"\1\2{_JOINER}", line)


def _escaped_start(found: re.Match[str]) -> str:
    start = found.group()
    return f"{start[:-1]}\\{start[-1]}"


def link(url: str) -> str:
    """An address that may be linked to: http or https, with nothing in it that could end
    the link; "" for any other."""
    cleaned = visible(url).strip()
    try:
        parts = urlsplit(cleaned)
        allowed = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    if not allowed or any(c.isspace() for c in cleaned):
        return ""
    return quote(cleaned, safe="%/:?#[]@!$&'*+,;=-._~")


def host(url: str) -> str:
    """The host of an address without `www.`, or ""."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def md_link(text: object, url: str) -> Md:
    """A link in Markdown where the address allows one, else the text alone."""
    target = link(url)
    return Md(f"[{escape(text)}](<{target}>)") if target else Md(escape(text))


_YAML = re.compile(r"[<>\[\]`*_|~@#$^{}\u0085\u2028\u2029]")


def yaml(text: str | None) -> Md:
    """A string for the front matter: quoted, one line, harmless where nobody reads it as YAML."""
    if text is None:
        return Md("null")
    quoted = json.dumps(" ".join(visible(text).split()), ensure_ascii=False)
    bare = _YAML.sub(lambda m: f"\\u{ord(m.group()):04x}", quoted)
    return Md(_KEY.sub(r"\\u0072\2", bare))


_BULLET = re.compile(r"^(\s*)[-*+](?=\s)")


def code(text: str) -> Md:
    """A short text as a code span that nothing in it can end."""
    return Md("`" + unkeyed(" ".join(visible(text).replace("`", "'").split())) + "`")


def fenced(lines: list[str]) -> Md:
    """Lines as a code block that nothing in them can end, nor be taken for a reviewer's line."""
    clean = [
        re.sub(r"^(\s*)[-*+](?=\s)", r"\1·", unkeyed(visible(line).replace("\n", " ")))
        for line in lines
    ]
    longest = max((len(run) for line in clean for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return Md("\n".join([f"{fence}text", *clean, fence]))
