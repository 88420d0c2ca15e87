"""Who seems to say a page's quotation where only "she said" stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from verify.checkers.full_names import OPENERS, full_names, runs, written_out
from verify.checkers.quotes_align import Aligned
from verify.checkers.quotes_read import lead, same_person
from verify.ports import Case
from verify.types import Document, Passage

_BREAK = "\n"
_OPEN = frozenset(("he", "she", "He", "She"))


def seems_another(said_by: str, found: Sequence[tuple[Document, Aligned]], case: Case) -> str:
    """The name of another whom every page that tells it gives the words to; "" where none does.

    The page's own statements say it, whose pronouns are resolved: a note, and no proof.
    """
    if not _is_name(said_by) or case.stated is None:
        return ""
    given = {n for document, place in found for n in _speakers(document, place, case)}
    names = {n for n in given if _is_name(n) and len(n.split()) > 1}
    others = {n for n in names if same_person(said_by, n) is False}
    return next(iter(others)) if len(names) == len(others) == 1 and given == names else ""


def _is_name(text: str) -> bool:
    return text[:1].isupper() and text.split()[0].lower() not in OPENERS


def _speakers(document: Document, place: Aligned, case: Case) -> set[str]:
    """Whom the statements of its paragraph that have the words name as the speaker.

    For a "she" that they leave open it is whoever the paragraph begins with.
    """
    assert case.stated is not None
    text = document.text
    low = text.rfind(_BREAK, 0, place.start) + 1
    high = text.find(_BREAK, place.end)
    said = case.stated(Passage(document, low, high if high >= 0 else len(text)))
    names = full_names(text)
    given = {
        c.attribution.speaker
        for c in said
        if c.attribution and c.start < place.end and place.start < c.end
    }
    return {written_out(_leading(text, place) if g in _OPEN else g, names) for g in given}


def _leading(text: str, place: Aligned) -> str:
    """The name with which the paragraph of a quotation begins; "" where it begins otherwise."""
    begun = lead(text, len(text[: place.start].rstrip('“„«" '))).strip()
    first = next(runs(begun), [])
    return " ".join(first) if begun.startswith(" ".join(first)) else ""
