"""Bytes → text, and bytes → what they are: charset and kind, by looking before believing."""

from __future__ import annotations

import codecs
import re

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read these labels as windows-1252 (WHATWG Encoding Standard, section 4.2).
LATIN = {"ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1", "iso8859-1", "windows-1252"}
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "binary"),
    (b"MZ\x90", "binary"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0", "doc"),
)
TYPES: dict[str, str] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/json": "json",
    "application/ld+json": "json",
    "application/rss+xml": "xml",
    "application/atom+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
}
SUFFIXES: dict[str, str] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "pdf": "pdf",
    "docx": "docx",
    "json": "json",
    "xml": "xml",
    "csv": "csv",
    "tsv": "csv",
    "toml": "toml",
    "odt": "odt",
}
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]+)", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]+)", re.I)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|title|meta|div|p)[\s>]", re.I)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


def decode(body: bytes, declared: str = "", *, markup: bool = False) -> str:
    """The text of `body`, never failing; what cannot be read becomes U+FFFD.

    A byte-order mark wins; then UTF-16 by its NUL pattern; then UTF-8 if the bytes
    are valid UTF-8 (a wrong label is commoner than valid UTF-8 by accident); then
    the `declared` charset, then the one in the markup, then windows-1252.
    """
    for mark, name in BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if wide := _utf16(body):
        return body.decode(wide, "replace")
    labels = [declared, *(_labels(body) if markup else ())]
    shifted = next((n for n in map(_codec, labels) if n.startswith(("iso2022", "hz"))), "")
    if shifted:  # its bytes are all ASCII, so that they would pass for UTF-8
        return body.decode(shifted, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body, labels)


def _legacy(body: bytes, labels: list[str]) -> str:
    text = body.decode("utf-8", "replace")
    for name in map(_codec, labels):
        # A page cut in mid-character, or with a few broken bytes, is still UTF-8.
        if name == "utf-8" and text.count("\ufffd") <= 1 + len(text) // 500:
            return text
        if name and name != "utf-8":
            return body.decode(name, "replace")
    # Some broken bytes among whole UTF-8 signs: in windows-1252 hardly any would be whole.
    whole = sum(sign > "\x7f" for sign in text) - text.count("\ufffd")
    return text if whole > text.count("\ufffd") else body.decode("cp1252", "replace")


def _utf16(body: bytes) -> str:
    """The byte order of UTF-16 without a mark, told by where the NULs are; else ""."""
    head = body[:400]
    if len(head) < 8 or b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else ""


def _labels(body: bytes) -> list[str]:
    found = [pattern.search(body[:4096]) for pattern in (_XML, _META)]
    return [m.group(1).decode("ascii") for m in found if m]


def _codec(label: str) -> str:
    """The codec a charset label means, or "" for an unknown or non-text one."""
    if not label:
        return ""
    if label.strip().lower() in LATIN:
        return "cp1252"
    try:
        name = codecs.lookup(label.strip()).name
        b"".decode(name)
    except (LookupError, ValueError, TypeError):
        return ""
    return name


def charset_of(content_type: str) -> str:
    """The charset parameter of a Content-Type, or ""."""
    found = re.search(r"charset\s*=\s*[\"']?([^\s\"';]+)", content_type, re.I)
    return found.group(1) if found else ""


def kind_of(body: bytes, content_type: str = "", suffix: str = "") -> str:
    """What the bytes are: text, markdown, html, pdf, docx, json, xml, image, binary …

    The bytes themselves come first, then the Content-Type, then the file's suffix.
    """
    named = TYPES.get(content_type.split(";")[0].strip().lower(), "")
    named = named or SUFFIXES.get(suffix.lower().lstrip("."), "")
    magic = next((k for start, k in MAGIC if body.lstrip()[:8].startswith(start)), "")
    if magic == "zip" and (named == "docx" or b"word/" in body[:4096]):
        return "docx"
    if magic:
        return magic
    if is_binary(body):
        return "binary"
    if content_type.startswith("text/plain") and suffix.lower().lstrip(".") in ("md", "markdown"):
        return "markdown"
    if not named and _HTML.search(body[:1024]):
        return "html"
    return named or ("text" if content_type.startswith("text/") or not content_type else "binary")


def is_binary(body: bytes) -> bool:
    """Whether bytes are no text in any charset we read."""
    head = body[:8192]
    if not head or _utf16(head) or any(head.startswith(m) for m, _ in BOMS):
        return False
    controls = sum(head.count(c) for c in _CONTROL)
    return controls > 0.02 * len(head)
