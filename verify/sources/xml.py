"""XML from outside, refused where it brings a document type: entities could expand for ever."""

from __future__ import annotations

import codecs
import re

from verify.errors import SourceError
from verify.types import Reason

_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*\?>")
_BEGINS = re.compile(r"<[A-Za-z]")
_TAG = re.compile(r"<(/?)[A-Za-z][^<>]*?(/?)>")
DEPTH = 300
_READ = re.compile(
    r"(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-?8859-\d+|windows-125\d|cp125\d"
    r"|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5|latin-?1)\Z",
    re.I,
)


def without(text: str, opens: re.Pattern[str], closes: str) -> str:
    """`text` without what stands between `opens` and `closes`, in linear time.

    A regular expression would look for every missing end to the end of the text.
    """
    kept: list[str] = []
    at, ends = 0, re.compile(re.escape(closes), re.I)
    while (found := opens.search(text, at)) and (end := ends.search(text, found.end())):
        kept.append(text[at : found.start()])
        at = end.end()
    return "".join([*kept, text[at:]])


def safe_xml(body: bytes, what: str) -> bytes:
    """The same document in UTF-8, without a document type.

    Raises SourceError (bad_answer): a DTD, an unusual encoding, no XML at all.
    """
    text = _decoded(body, what)
    bare = without(text, re.compile("<!--"), "-->")
    root = _BEGINS.search(bare)
    if root is None:
        raise SourceError(Reason.BAD_ANSWER, f"{what} is no XML")
    if "<!" in bare[: root.start()]:
        raise SourceError(Reason.BAD_ANSWER, f"{what} brings a document type (DTD); refused")
    if too_deep(bare):
        raise SourceError(Reason.BAD_ANSWER, f"{what} nests its elements more than {DEPTH} deep")
    return _DECLARED.sub("", text, count=1).encode("utf-8")


def too_deep(text: str) -> bool:
    """Whether elements stand within elements deeper than any feed has them.

    Two megabytes of `<a>` cost a feed reader 15 s and 600 MB (2026-11).
    """
    depth = 0
    for tag in _TAG.finditer(without(text, re.compile(r"<!\[CDATA\["), "]]>")):
        if not tag.group(2):
            depth = max(0, depth - 1) if tag.group(1) else depth + 1
        if depth > DEPTH:
            return True
    return False


def _decoded(body: bytes, what: str) -> str:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    found = _DECLARED.match(body[:400].decode("latin-1"))
    label = found.group(1) if found else "utf-8"
    if not _READ.match(label):
        raise SourceError(Reason.BAD_ANSWER, f"{what} is in an encoding we do not read: {label}")
    try:
        return body.decode(label, "replace")
    except LookupError as error:
        raise SourceError(Reason.BAD_ANSWER, f"{what} is in an unknown encoding") from error
