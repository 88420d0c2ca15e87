"""Findings on quotations in words an editor can check, with the document's own words."""

from __future__ import annotations

from collections.abc import Sequence

from verify.checkers.quotes_align import Aligned, Change, hedges, tokens
from verify.checkers.quotes_nearest import Nearest
from verify.types import Document, Fact, Finding, Outcome

NAME = "quotes"
Place = tuple[Document, Aligned]


def altered_words(changes: Sequence[Change]) -> str:
    """The changes one by one: what the claim has, what the source has."""
    return "; ".join(_told(c) for c in changes)


def _told(change: Change) -> str:
    ours, theirs = " ".join(change.claim), " ".join(change.document)
    if not ours:
        return f"the source has “{theirs}”, which the claim leaves out"
    if not theirs:
        return f"the claim has “{ours}”, which the source does not"
    return f"the claim has “{ours}” where the source has “{theirs}”"


def in_other_words(quote: str, other: Nearest) -> Finding:
    """Not word for word, but somebody reports the same sense, or its contrary."""
    said = f"“{quote}” was not found word for word. {_nearest_words(quote, other)}"
    return _noted(said, other, "paraphrase")


def in_another_way(other: Nearest) -> Finding:
    """Most of the same words, of the same speaker, to another effect or in another order."""
    said = f"The source has {other.speaker} say much of it otherwise: “{other.words}”."
    return _noted(f"Not found so. {said}", other, "altered")


def not_found(quote: str, documents: int, other: Nearest | None) -> Finding:
    """Not found as printed; with the speaker's nearest words where there are any."""
    many = "one document" if documents == 1 else f"{documents} documents"
    near = f" {_nearest_words(quote, other)}" if other else ""
    said = (
        f"“{quote}” was not found as printed in the {many} looked at; "
        f"that nothing was found does not make it false.{near}"
    )
    return _noted(said, other, "not_found")


def _noted(said: str, other: Nearest | None, detail: str) -> Finding:
    facts = (_fact(other.document, other.words),) if other else ()
    return Finding(NAME, Outcome.NOTES, said, facts, detail)


def _nearest_words(quote: str, other: Nearest) -> str:
    """The nearest words, who says them, and the hedges that the quotation lacks."""
    whose = f"The nearest words of {other.speaker}" if other.speaker else "The nearest words"
    ours = {t.word for t in tokens(quote)}
    lost = dict.fromkeys(h for h in hedges([t.word for t in tokens(other.words)]) if h not in ours)
    hedged = ", ".join(f"“{h}”" for h in lost)
    tail = f" They have {hedged}, which the quotation has not." if hedged else ""
    where = other.document.title or other.document.publisher or other.document.url
    return (
        f"{whose} there (similarity {other.similarity:.2f}): “{other.words}”"
        f"{f' ({where})' if where else ''}.{tail}"
    )


def report(outcome: Outcome, text: str, places: Sequence[Place], detail: str) -> Finding:
    """A finding with the document's words as facts, three documents at most."""
    facts = tuple(_fact(d, excerpt(d, found)) for d, found in places[:3])
    return Finding(NAME, outcome, text, facts, detail)


def excerpt(document: Document, found: Aligned) -> str:
    """The document's words with what surrounds them, to the next blank."""
    text = document.text
    start = text.rfind(" ", 0, max(0, found.start - 30)) + 1 if found.start > 30 else 0
    end = text.find(" ", min(len(text), found.end + 30))
    return " ".join(text[start : end if end > 0 else len(text)].split())


def _fact(document: Document, words: str) -> Fact:
    return Fact(words, document.publisher or document.title or document.url, document.url)
