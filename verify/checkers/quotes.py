"""The checker for quotations: is it there, word for word, and from the same mouth?

It refutes only what is surely the same utterance of the same speaker, and supports only
where the page stands by the quotation and by whatever else the claim says beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verify.checkers.quotes_align import (
    Aligned,
    align,
    cuts_hedge,
    hedges,
    tokens,
    weight,
    weighty,
)
from verify.checkers.quotes_context import (
    beside,
    cut_from,
    denies,
    disputed,
    named_beside,
    run_together,
    speaker_there,
    told_near,
    word_for_word_there,
)
from verify.checkers.quotes_nearest import nearest, said_otherwise
from verify.checkers.quotes_read import Quotation, quotations, same_person
from verify.checkers.quotes_speaker import seems_another
from verify.checkers.quotes_told import (
    altered_words,
    excerpt,
    in_another_way,
    in_other_words,
    not_found,
    report,
)
from verify.ports import Case
from verify.types import Claim, Document, Finding, Kind, Outcome

MIN_WORDS = 3  # one or two words in marks are scare quotes or a name: nothing to find
MIN_MISSED = 4  # words of a quotation below which its absence says nothing
MIN_CERTAIN = 6  # words of a quotation below which a like one may be another utterance
# Words that agree from which it is one utterance though the page only says "she said". A day's
# long sentence, the negation aside, is not said twice, with it and without.
MIN_UNNAMED = 10
ABOUT = 1000, 160  # characters before and after it in which the page must name its speaker
MOST_CHANGED = 0.25  # share of its words that may differ in what is surely the same utterance
MOST_DAYS = 31  # between article and document: later, a speaker may have said it anew


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation of the claim, who is said to have said it, and what else the claim says.

    `rest` are the stems of the other words; `denied` holds where the claim says that it was
    not said.
    """

    quote: Quotation
    said_by: str
    rest: tuple[str, ...]
    denied: bool

    @property
    def words(self) -> int:
        return len(tokens(self.quote.text))


@dataclass(frozen=True, slots=True)
class Sighting:
    """A quotation's place in a document, and what the document says of its speaker.

    `same` is True or False where the document names the speaker clearly, else None;
    `disputed` holds where the page asks whether it was said, or says that it was not; `spoken`
    where the page gives the words as said, and not in a sentence of its own.
    """

    document: Document
    found: Aligned
    speaker: str
    same: bool | None
    disputed: bool
    spoken: bool

    @property
    def verbatim(self) -> bool:
        """Word for word, marked cuts allowed."""
        return all(c.marked and not c.claim for c in self.found.changes)


class Quotes:
    """Verbatim, changed, cut, from another speaker, in other words, or not found."""

    name = "quotes"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """What could be established; [] where nothing is certain. Never raises on any text."""
        documents = _documents(case)
        if not documents:
            return []
        asked = _asked(claim)
        found = [f for a in asked if (f := _finding(a, case, documents)) is not None]
        if any(f.outcome is not Outcome.SUPPORTS for f in found) or len(found) < len(asked):
            # One quotation that stands does not carry a claim with another one that does not.
            return [_noted(f) if f.outcome is Outcome.SUPPORTS else f for f in found]
        return found


def _noted(finding: Finding) -> Finding:
    return replace(finding, outcome=Outcome.NOTES)


def _asked(claim: Claim) -> list[Asked]:
    """The quotations of the claim, or of the words in the article where it reports speech."""
    text, found = claim.text, quotations(claim.text)
    if not found and (claim.kind is Kind.QUOTATION or claim.attribution is not None):
        text, found = claim.quote, quotations(claim.quote)
    given = claim.attribution.speaker if claim.attribution else ""
    outside = "".join(c for i, c in enumerate(text) if not any(q.start <= i < q.end for q in found))
    return [
        Asked(q, by, beside(text, found, by), denies(outside))
        for q in found
        if len(tokens(q.text)) >= MIN_WORDS
        for by in [q.speaker or given]
    ]


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


def _finding(asked: Asked, case: Case, documents: Sequence[Document]) -> Finding | None:
    sightings = [s for d in documents if (s := _sighting(asked, d)) is not None]
    verbatim = [s for s in sightings if s.verbatim]
    if verbatim:
        return _word_for_word(asked, verbatim, case)
    near = sorted(sightings, key=lambda s: -s.found.score)
    if near:
        return _altered(asked, near[0], case)
    if alike := said_otherwise(asked.quote.text, asked.said_by, documents):
        return in_another_way(alike)
    other = nearest(asked.quote.text, asked.said_by, documents, case.embedder)
    if other is not None and other.same_sense:
        return in_other_words(asked.quote.text, other)
    if asked.words < MIN_MISSED:
        return None
    return not_found(asked.quote.text, len(documents), other)


def _sighting(asked: Asked, document: Document) -> Sighting | None:
    found = align(asked.quote.text, document.text)
    if found is None:
        return None
    there = speaker_there(document.text, found)
    same = same_person(asked.said_by, there) if asked.said_by and there else None
    spoken = word_for_word_there(document.text, found)
    return Sighting(document, found, there, same, disputed(document.text, found), spoken)


def _word_for_word(asked: Asked, found: Sequence[Sighting], case: Case) -> Finding:
    stands = [s for s in found if not s.disputed]
    if not stands:
        why = "but the page asks whether it was said, or says that it was not"
        return _report(Outcome.NOTES, f"Found word for word, {why}.", found, "disputed")
    same = [s for s in stands if s.same is True]
    cut = [s for s in (same or stands) if cut_from(s.found)]
    if cut and len(cut) == len(same or stands):
        return _cut_note(cut[0])
    whole = [s for s in same if not run_together(asked.quote.text, s.document.text, s.found)]
    if same and not whole:
        why = "but the source ends a sentence where the quotation goes on"
        return _report(Outcome.NOTES, f"Found word for word, {why}.", same, "altered")
    if same:
        return _said(asked, whole)
    other = [s for s in stands if s.same is False]
    joint = any(named_beside(asked.said_by, s.document.text, s.found) for s in other)
    if other and not joint and len(other) == len([s for s in found if s.speaker]):
        return _report(
            _outcome(
                asked.words >= MIN_CERTAIN and not asked.denied and any(s.spoken for s in other)
            ),
            f"Found word for word, but said by {other[0].speaker}, not by {asked.said_by}.",
            other,
            "other_speaker",
        )
    if them := seems_another(asked.said_by, [(s.document, s.found) for s in stands], case):
        text = f"Found word for word; there it seems to be {them} who says it, not {asked.said_by}."
        return _report(Outcome.NOTES, text, stands, "perhaps_other")
    by = "the document does not clearly name who says it" if asked.said_by else "no speaker named"
    return _report(Outcome.NOTES, f"Found word for word; {by}.", stands, "verbatim")


def _said(asked: Asked, same: Sequence[Sighting]) -> Finding:
    """From the same mouth: that supports the claim if it says nothing more than the page."""
    full = [s for s in same if told_near(asked.rest, s.document.text, s.found)]
    holds = bool(full) and not asked.denied and asked.words >= MIN_CERTAIN
    more = "" if full else " What the claim says beside the quotation is not settled by that."
    return _report(
        Outcome.SUPPORTS if holds else Outcome.NOTES,
        f"Found word for word, said by {same[0].speaker}.{more}",
        full or same,
        "verbatim",
    )


def _cut_note(sighting: Sighting) -> Finding:
    return _report(
        Outcome.NOTES,
        "Found word for word, but cut: the source has words beside that change the sense: "
        f"“{excerpt(sighting.document, sighting.found)}”.",
        [sighting],
        "cut_hedge",
    )


def _altered(asked: Asked, sighting: Sighting, case: Case) -> Finding:
    changes = [c for c in sighting.found.changes if not (c.marked and not hedges(c.document))]
    cut = [c for c in changes if cuts_hedge(c)]
    heavy = [c for c in changes if weighty(c) or c in cut]
    words = altered_words(heavy or changes)
    same = _surely_same(asked, sighting, case)
    if cut and not all(c.marked for c in cut):
        certain = same or _said_there(asked, sighting, case)
        certain = certain and not all(c.edge or c.marked for c in cut)
        text = f"Words that change the sense were cut: {words}."
        return _report(_outcome(certain), text, [sighting], "cut_hedge")
    if heavy:
        # Words left out, or another word where the source's sentence runs on, may be a cut.
        certain = same and any(c.claim and not c.edge for c in heavy)
        text = f"The words are not the source's: {words}."
        return _report(
            _outcome(certain), text, [sighting], "changed_word" if certain else "altered"
        )
    text = f"Found nearly word for word: {words}."
    return _report(Outcome.NOTES, text, [sighting], "near")


def _outcome(certain: bool) -> Outcome:
    return Outcome.REFUTES if certain else Outcome.NOTES


def _surely_same(asked: Asked, sighting: Sighting, case: Case) -> bool:
    """Is it the same utterance of the same speaker, so that a different word is an error?"""
    return sighting.same is True and _one_utterance(asked, sighting, case)


def _said_there(asked: Asked, sighting: Sighting, case: Case) -> bool:
    """Is it the same utterance, long enough to be nobody else's, where the page only says "she"?"""
    kept = asked.words - sum(weight(c) for c in sighting.found.changes)
    low, high = sighting.found.start - ABOUT[0], sighting.found.end + ABOUT[1]
    near = sighting.document.text[max(0, low) : high]
    unnamed = sighting.same is None and not sighting.speaker
    named = any(surname in near for surname in asked.said_by.split()[-1:])
    return unnamed and named and kept >= MIN_UNNAMED and _one_utterance(asked, sighting, case)


def _one_utterance(asked: Asked, sighting: Sighting, case: Case) -> bool:
    changed = sum(weight(c) for c in sighting.found.changes)
    published = sighting.document.published
    apart = (
        abs((published.value.last - case.on).days) > MOST_DAYS if published and case.on else False
    )
    return (
        asked.words >= MIN_CERTAIN
        and changed <= max(1, MOST_CHANGED * asked.words)
        and sighting.spoken
        and not (sighting.disputed or asked.denied or apart)
    )


def _report(outcome: Outcome, text: str, found: Sequence[Sighting], detail: str) -> Finding:
    return report(outcome, text, [(s.document, s.found) for s in found], detail)
