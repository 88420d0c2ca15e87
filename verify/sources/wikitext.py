"""Wikitext → plain text: what MediaWiki's own revisions hold, without a parser's page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from verify.sources.xml import without

LEFT_OUT = "…"  # stands where a template that we cannot render stood in a sentence
_REFERENCE = re.compile(r"<ref\b[^<>]{0,500}/>", re.I)
# Elements whose content is no prose.
_DROPPED = ("ref", "gallery", "math", "score", "timeline", "syntaxhighlight", "imagemap")
_INNER = re.compile(r"\{\{([^{}]*)\}\}")
_TABLE = re.compile(r"^[ :]*\{\|(?:(?!^[ :]*\{\|).)*?^[ :]*\|\}", re.S | re.M)
_FILE = re.compile(
    r"\[\[(?:file|image|media|category):[^\[\]]*(?:\[\[[^\[\]]*\]\][^\[\]]*)*\]\]", re.I
)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_EXTERNAL = re.compile(r"\[(?:https?:)?//[^\s\]]{1,2000}(?:[ \t]+([^\]\n]{0,500}))?\]")
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.I)
_HEADING = re.compile(r"^(={1,6})\s*(.*?)\s*\1\s*$", re.M)
_LIST = re.compile(r"^[*#:;]+\s*", re.M)
_MAGIC = re.compile(r"__[A-Z]+__")
_FIRST_BLOCK = 2 * 1024 * 1024  # characters read; MediaWiki's own limit for a page


def _first(parts: list[str]) -> str:
    return parts[0] if parts else ""


def _last(parts: list[str]) -> str:
    return parts[-1] if parts else ""


def _measured(parts: list[str]) -> str:
    """{{convert|5|km|mi}} → `5 km`."""
    return " ".join(parts[:2])


def _day(parts: list[str]) -> str:
    """{{start date|2025|1|20}} → `2025-01-20`."""
    numbers = [p for p in parts if p.isdigit()]
    return "-".join(f"{int(n):02d}" for n in numbers[:3])


# Templates that stand for words in a sentence, by name in lower case.
TEMPLATES: dict[str, Callable[[list[str]], str]] = {
    "convert": _measured,
    "cvt": _measured,
    "nowrap": _first,
    "nobr": _first,
    "lang": _last,
    "transliteration": _last,
    "transl": _last,
    "circa": lambda parts: "c. " + _first(parts),
    "c.": lambda parts: "c. " + _first(parts),
    "as of": lambda parts: "as of " + " ".join(reversed(parts[:3])),
    "start date": _day,
    "start date and age": _day,
    "end date": _day,
    "birth date": _day,
    "birth date and age": _day,
    "us$": lambda parts: "US$" + _first(parts),
    "usd": lambda parts: "US$" + _first(parts),
    "£": lambda parts: "£" + _first(parts),
    "gbp": lambda parts: "£" + _first(parts),
    "€": lambda parts: "€" + _first(parts),
    "inr": lambda parts: "₹" + _first(parts),
    "small": _first,
    "abbr": _first,
    "ill": _first,
    "interlanguage link": _first,
    "quote": _first,
    "blockquote": _first,
    "snd": lambda parts: " – ",
    "spaced ndash": lambda parts: " – ",
    "ndash": lambda parts: "–",
    "mdash": lambda parts: "—",
    "'": lambda parts: "'",
}
# Templates that say nothing of their own: their place closes up.
SILENT = re.compile(
    r"\A(?:cite|citation|sfn|efn|refn|r|rp|cn|fact|better source|page needed|by whom|who|when|which"
    r"|clarify|clear|main|see also|further|short description|use [a-z]+ (?:dates|english)|pp|pp-"
    r"|about|redirect|hatnote|distinguish|infobox|reflist|notelist|authority control|portal|commons"
    r"|ipa|respell|audio|defaultsort|anchor|update|dead link|webarchive|failed verification"
    r"|coord|subscription|webarchive|multiple issues|good article|featured article|navbox|toc"
    r"|official website|as of?\?|citation needed|dubious|lead|sources?|refimprove|more citations)",
    re.I,
)


def plain(wikitext: str) -> str:
    """The words of a page: headings, paragraphs and list entries, a blank line between them."""
    text = without(wikitext[:_FIRST_BLOCK], re.compile("<!--"), "-->")
    text = _REFERENCE.sub("", text)
    for name in _DROPPED:
        text = without(text, re.compile(rf"<{name}\b[^<>]{{0,500}}>", re.I), f"</{name}>")
    text = _templates(text)
    for _ in range(3):  # tables within tables
        text = _TABLE.sub("", text)
    text = _FILE.sub("", text)
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _EXTERNAL.sub(r"\1", text)
    text = re.sub(r"<br\s*/?>", " ", text, flags=re.I)
    text = _TAG.sub("", text).replace("'''", "").replace("''", "")
    text = _MAGIC.sub("", _LIST.sub("", _HEADING.sub(r"\2", text)))
    lines = (" ".join(line.split()) for line in html.unescape(text).splitlines())
    return "\n\n".join(_closed(line) for line in lines if line.strip(f"{LEFT_OUT} |-"))


def _templates(text: str) -> str:
    """Templates rendered from the inside out."""
    for _ in range(12):
        text, count = _INNER.subn(lambda m: _render(m.group(1)), text)
        if not count:
            break
    return re.sub(r"\{\{[^{}\n]*|\}\}", "", text)  # unbalanced ones


def _render(inside: str) -> str:
    name, *parts = (part.strip() for part in inside.split("|"))
    shown = [p for p in parts if not re.match(r"[\w -]{1,30}=", p)]
    key = name.lower().replace("_", " ").strip()
    if key in TEMPLATES:
        return TEMPLATES[key](shown)
    return "" if SILENT.match(key) or "\n" in inside else LEFT_OUT


def _closed(line: str) -> str:
    """A line without the holes that removed marks leave before commas and in brackets."""
    line = re.sub(r"\(\s*[;,…\s]*\)", "", line)
    return re.sub(r"\s+([,.;:)])", r"\1", " ".join(line.split()))
