"""The text of PDF and Word files."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from typing import Any

from verify.errors import SourceError
from verify.types import Reason

MAX_PAGES = 500
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


@dataclass(frozen=True)
class Filed:
    """Text and what the file says about itself; `created` is an ISO date or ""."""

    text: str
    title: str = ""
    author: str = ""
    created: str = ""


def pdf_text(body: bytes) -> Filed:
    """The text layer of a PDF, page by page, a blank line between pages.

    Raises SourceError: bad_answer (not a PDF, damaged), forbidden (encrypted),
    empty (no text layer: a scan).
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if b"%PDF-" not in body[:1024]:
        raise SourceError(Reason.BAD_ANSWER, "the file is called a PDF but is none")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(body), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise SourceError(Reason.FORBIDDEN, "the PDF is encrypted and asks for a password")
            pages = [p.extract_text() or "" for p in reader.pages[:MAX_PAGES]]
            about = reader.metadata
    except SourceError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as e:
        # pypdf raises built-in errors, too, on damaged files
        detail = f"the PDF is damaged ({type(e).__name__})"
        raise SourceError(Reason.BAD_ANSWER, detail) from e
    text = "\n\n".join(p for p in (_tidy(p) for p in pages) if p)
    if not text.strip():
        raise SourceError(Reason.EMPTY, "the PDF has no text layer: it is a scan or only pictures")
    title = _about(about, "title")
    return Filed(text, title, _about(about, "author"))


def _tidy(page: str) -> str:
    """Lines of one page with broken words joined; lone surrogates and NULs removed."""
    clean = page.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return _HYPHEN.sub("", "\n".join(line.rstrip() for line in clean.splitlines())).strip()


def _about(about: Any, name: str) -> str:
    value = getattr(about, name, None) if about else None
    return " ".join(value.split()) if isinstance(value, str) else ""


def docx_text(body: bytes) -> Filed:
    """The paragraphs of a Word file, a blank line between them.

    Raises SourceError: bad_answer (no Word file, damaged), empty.
    """
    import zipfile

    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > 200_000_000:
                raise SourceError(Reason.TOO_LARGE, "the Word file unpacks to more than 200 MB")
        document = Document(io.BytesIO(body))
        paragraphs = [p.text.strip() for p in document.paragraphs]
        core = document.core_properties
        title, author = core.title or "", core.author or ""
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError) as error:
        raise SourceError(
            Reason.BAD_ANSWER, "the file is called a Word file but is none"
        ) from error
    text = "\n\n".join(p for p in paragraphs if p)
    if not text:
        raise SourceError(Reason.EMPTY, "the Word file has no text")
    return Filed(text, title.strip(), author.strip())
