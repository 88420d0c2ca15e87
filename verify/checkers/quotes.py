"""The checker for quotations: is it there, word for word, and from the same mouth?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.checkers.quotes_align import (
    Aligned,
    Change,
    align,
    cuts_hedge,
    hedges,
    tokens,
    weight,
    weighty,
)
from verify.checkers.quotes_paraphrase import nearest
from verify.checkers.quotes_read import Quotation, quotations, same_person, speaker
from verify.ports import Case
from verify.types import Claim, Document, Fact, Finding, Kind, Outcome

MIN_WORDS = 3  # one or two words in marks are scare quotes or a name: nothing to find
MIN_MISSED = 4  # words of a quotation below which its absence says nothing
MIN_CERTAIN = 6  # words of a quotation below which a near one may be another utterance
MOST_CHANGED = 0.25  # share of its words that may differ in what is surely the same utterance
MOST_DAYS = 31  # between article and document: later, a speaker may have said it anew
NAME = "quotes"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A quotation's place in a document, and what the document says of its speaker.

    `same` is True or False where the document names the speaker clearly, else None.
    """

    document: Document
    found: Aligned
    speaker: str
    same: bool | None

    @property
    def verbatim(self) -> bool:
        """Word for word, marked cuts allowed."""
        return all(c.marked and not c.claim for c in self.found.changes)


class Quotes:
    """Verbatim, changed, cut, from another speaker, in other words, or not found."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        documents = _documents(case)
        if not documents:
            return []
        found = [_finding(q, claim, case, documents) for q in _quoted(claim)]
        return [f for f in found if f is not None]


def _quoted(claim: Claim) -> list[Quotation]:
    """The quotations of the claim, or of the words in the article where it reports speech."""
    found = quotations(claim.text)
    if not found and (claim.kind is Kind.QUOTATION or claim.attribution is not None):
        found = quotations(claim.quote)
    return [q for q in found if len(tokens(q.text)) >= MIN_WORDS]


def _documents(case: Case) -> list[Document]:
    """All documents but the article itself and what goes back to it."""
    circular = {e.passage.document.snapshot_sha256 for e in case.evidence if e.circular}
    own = {case.article.url} - {None, ""}
    documents = case.documents or tuple(e.passage.document for e in case.evidence)
    return [
        d
        for d in dict.fromkeys(documents)
        if d.url not in own
        and d.canonical not in own
        and (d.snapshot_sha256 not in circular or not d.snapshot_sha256)
        and d.text != case.article.text
    ]


def _finding(
    quote: Quotation, claim: Claim, case: Case, documents: Sequence[Document]
) -> Finding | None:
    said_by = quote.speaker or (claim.attribution.speaker if claim.attribution else "")
    sightings = [s for d in documents if (s := _sighting(quote, said_by, d)) is not None]
    verbatim = [s for s in sightings if s.verbatim]
    if verbatim:
        return _word_for_word(quote, said_by, verbatim)
    near = sorted(sightings, key=lambda s: -s.found.score)
    if near:
        return _altered(quote, said_by, near[0], case)
    other = nearest(quote.text, said_by, documents, case.embedder)
    if other is not None:
        return _in_other_words(quote, *other)
    if len(tokens(quote.text)) < MIN_MISSED:
        return None
    many = "one document" if len(documents) == 1 else f"{len(documents)} documents"
    return Finding(
        NAME,
        Outcome.NOTES,
        f"“{quote.text}” was not found in the {many} looked at; "
        "that nothing was found does not make it false.",
        detail="not_found",
    )


def _sighting(quote: Quotation, said_by: str, document: Document) -> Sighting | None:
    found = align(quote.text, document.text)
    if found is None:
        return None
    there = _speaker_there(document.text, found)
    same = same_person(said_by, there) if said_by and there else None
    return Sighting(document, found, there, same)


def _speaker_there(text: str, found: Aligned) -> str:
    """Who speaks where the words were found: by the quotation marks around them, else nearby."""
    low = max(0, found.start - 600)
    window = text[low : found.end + 600]
    for quote in quotations(window):
        if quote.start <= found.start - low and found.end - low <= quote.end + 1:
            return quote.speaker
    return speaker(text, found.start, found.end)


def _word_for_word(quote: Quotation, said_by: str, found: Sequence[Sighting]) -> Finding:
    same = [s for s in found if s.same is True]
    other = [s for s in found if s.same is False]
    cut = [s for s in (same or found) if _marked_cut(s) or _edge_hedge(quote, s)]
    if cut and len(cut) == len(same or found):
        return _cut_note(cut[0])
    if same:
        return _report(
            Outcome.SUPPORTS, f"Found word for word, said by {same[0].speaker}.", same, "verbatim"
        )
    if other and len(other) == len([s for s in found if s.speaker]):
        return _report(
            Outcome.REFUTES,
            f"Found word for word, but said by {other[0].speaker}, not by {said_by}.",
            other,
            "other_speaker",
        )
    why = "the document does not clearly name who says it" if said_by else "no speaker is named"
    return _report(Outcome.NOTES, f"Found word for word; {why}.", found, "verbatim")


def _marked_cut(sighting: Sighting) -> tuple[str, ...]:
    return tuple(h for c in sighting.found.changes for h in hedges(c.document))


_EDGE_BEFORE = frozenset("not never n't if unless hardly deny denied denies may might".split())
_EDGE_AFTER = frozenset("if unless".split())


def _edge_hedge(quote: Quotation, sighting: Sighting) -> tuple[str, ...]:
    """A hedge or a "not" that stands just outside the words quoted."""
    lead = [w for w in sighting.found.before[-2:] if w in _EDGE_BEFORE]
    tail = [w for w in sighting.found.after[:1] if w in _EDGE_AFTER]
    three = " ".join(sighting.found.after[:3])
    return (*lead, *tail, *(("or at least",) if three == "or at least" else ()))


def _cut_note(sighting: Sighting) -> Finding:
    return _report(
        Outcome.NOTES,
        "Found word for word, but cut: the source goes on with words that change the sense: "
        f"“{_excerpt(sighting)}”.",
        [sighting],
        "cut_hedge",
    )


def _altered(quote: Quotation, said_by: str, sighting: Sighting, case: Case) -> Finding:
    changes = [c for c in sighting.found.changes if not (c.marked and not hedges(c.document))]
    cut = [c for c in changes if cuts_hedge(c)]
    heavy = [c for c in changes if weighty(c) or c in cut]
    words = "; ".join(_told(c) for c in (heavy or changes))
    certain = bool(heavy) and _surely_same(quote, sighting, case)
    if cut and not all(c.marked for c in cut):
        return _report(
            Outcome.REFUTES if certain else Outcome.NOTES,
            f"Words that change the sense were cut: {words}.",
            [sighting],
            "cut_hedge",
        )
    if heavy:
        return _report(
            Outcome.REFUTES if certain else Outcome.NOTES,
            f"The words are not the source's: {words}.",
            [sighting],
            "changed_word" if certain else "near",
        )
    return _report(Outcome.NOTES, f"Found nearly word for word: {words}.", [sighting], "near")


def _surely_same(quote: Quotation, sighting: Sighting, case: Case) -> bool:
    """Is it the same utterance, so that a different word is an error?"""
    count = len(tokens(quote.text))
    changed = sum(weight(c) for c in sighting.found.changes)
    published = sighting.document.published
    apart = (
        abs((published.value.last - case.on).days) > MOST_DAYS if published and case.on else False
    )
    return (
        count >= MIN_CERTAIN
        and changed <= max(1, MOST_CHANGED * count)
        and sighting.same is not False
        and not apart
    )


def _told(change: Change) -> str:
    """A change in words an editor can check."""
    ours, theirs = " ".join(change.claim), " ".join(change.document)
    if not ours:
        return f"the source has “{theirs}”, which the claim leaves out"
    if not theirs:
        return f"the claim has “{ours}”, which the source does not"
    return f"the claim has “{ours}” where the source has “{theirs}”"


def _in_other_words(quote: Quotation, document: Document, words: str, score: float) -> Finding:
    return Finding(
        NAME,
        Outcome.NOTES,
        f"“{quote.text}” was not found word for word. The nearest reported words"
        f" (similarity {score:.2f}): “{words}”",
        (_fact(document, words),),
        "paraphrase",
    )


def _report(outcome: Outcome, text: str, sightings: Sequence[Sighting], detail: str) -> Finding:
    facts = tuple(_fact(s.document, _excerpt(s)) for s in sightings[:3])
    return Finding(NAME, outcome, text, facts, detail)


def _excerpt(sighting: Sighting) -> str:
    """The document's words with what surrounds them, to the next blank."""
    text, found = sighting.document.text, sighting.found
    start = text.rfind(" ", 0, max(0, found.start - 30)) + 1 if found.start > 30 else 0
    end = text.find(" ", min(len(text), found.end + 30))
    return " ".join(text[start : end if end > 0 else len(text)].split())


def _fact(document: Document, words: str) -> Fact:
    return Fact(words, document.publisher or document.title or document.url, document.url)
