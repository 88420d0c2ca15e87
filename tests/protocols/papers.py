"""PDF and Word files, made from words."""

from __future__ import annotations

import io


def pdf(text: str, password: str = "") -> bytes:
    """A PDF of one page with `text` on it; without text it is like a scan."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(width=600, height=800)
    if text:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        drawn = DecodedStreamObject()
        lines = "".join(f"({line}) Tj 0 -20 Td " for line in text.splitlines())
        drawn.set_data(f"BT /F1 12 Tf 50 700 Td {lines}ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(drawn)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    from docx import Document

    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()
