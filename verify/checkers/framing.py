"""Framing: a headline (or standfirst, or lead) against what the body bears out.

It compares the article with itself, so it can say that the headline claims more
than the body, never which of the two is true: its findings are notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verify.checkers.framing_words import (
    FACTIVE,
    FORMER,
    HEDGE,
    OFFICIAL,
    OPEN,
    WORD,
    content,
    listed,
    numbers,
    stem,
    verbs,
)
from verify.ports import Case
from verify.types import Claim, Fact, Finding, Kind, Outcome, Part, Sentence

ABOUT = (
    0.75
    # share of a headline's content words from which a body sentence is about the same thing
)
LEAD = 2_000  # characters from the first claim within which the lead begins
LEAST_WORDS = 3  # a headline with fewer content words is compared with nothing


@dataclass(frozen=True)
class Body:
    """The sentences that a framing claim is held against."""

    sentences: tuple[Sentence, ...]
    text: str


class Framing:
    """Headline, standfirst and lead against the body."""

    name = "framing"

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """Notes on what the headline says beyond the body; [] for claims of the body."""
        first = min((c.start for c in case.claims), default=0)
        if claim.part is Part.BODY and claim.start > first + LEAD:
            return []
        body = _body(case)
        if not body.sentences:
            return []
        if claim.part is Part.BODY:
            lead = body.sentences[0]
            return list(_official(claim, body)) if claim.start < lead.end else []
        return [finding for rule in RULES for finding in rule(claim, case, body)]


def _body(case: Case) -> Body:
    """The body's sentences: the spans of its claims, joined where they overlap."""
    text = case.article.text
    spans: list[tuple[int, int]] = []
    for start, end in sorted(c.span for c in case.claims if c.part is Part.BODY):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    found = tuple(Sentence(start, end, text[start:end]) for start, end in spans)
    return Body(found, " ".join(s.text for s in found))


def _note(detail: str, explanation: str, sentences: Sequence[Sentence]) -> Finding:
    facts = tuple(Fact(s.text, "the article's body") for s in sentences[:3])
    return Finding("framing", Outcome.NOTES, explanation, facts, detail)


def _about(claim: Claim, body: Body) -> list[Sentence]:
    """Body sentences about the same thing as the headline, closest first."""
    wanted = content(claim.text)
    if len(wanted) < LEAST_WORDS:
        return []
    shares = [(len(wanted & content(s.text)) / len(wanted), s) for s in body.sentences]
    close = [(share, s) for share, s in shares if share >= ABOUT]
    return [s for _, s in sorted(close, key=lambda pair: -pair[0])]


def _stronger_verb(claim: Claim, case: Case, body: Body) -> Iterator[Finding]:
    """`confirms` over a body that has `said`, or that rests on one voice alone."""
    said = claim.attribution
    if said is None or stem(said.verb.split()[0] if said.verb.split() else "") not in FACTIVE:
        return
    surname = said.speaker.split()[-1] if said.speaker.split() else ""
    own = [s for s in body.sentences if surname and surname in s.text]
    verb = stem(said.verb.split()[0])
    if own and not any(verb in verbs(s.text) for s in body.sentences):
        weaker = [s for s in own if verbs(s.text) & OPEN]
        if weaker:
            used = {w.lower() for w in WORD.findall(weaker[0].text) if stem(w) in OPEN}
            yield _note(
                "stronger_verb",
                f"The headline says “{said.verb.lower()}”; the body nowhere does: there"
                f" {said.speaker} only {listed(used)}.",
                weaker,
            )
        return
    wanted = content(claim.text) - content(said.speaker)
    voices = {
        c.attribution.speaker
        for c in case.claims
        if c.attribution and c.part is Part.BODY and len(wanted & content(c.text)) >= 2
    }
    if own and {v.split()[-1] for v in voices if v.split()} <= {surname}:
        yield _note(
            "one_voice",
            f"“{said.verb.capitalize()}” presents as established what in the body rests on the"
            f" word of"
            f" {said.speaker} alone: no second source is named.",
            own,
        )


def _dropped_hedge(claim: Claim, case: Case, body: Body) -> Iterator[Finding]:
    """Every body sentence about it is hedged, and the headline is not."""
    if HEDGE.search(claim.text) or not claim.checkable or claim.kind is Kind.OFFICE:
        return
    close = _about(claim, body)
    hedged = [s for s in close if HEDGE.search(s.text)]
    if hedged and len(hedged) == len(close):
        words = sorted({m.group().lower() for s in hedged for m in HEDGE.finditer(s.text)})
        yield _note(
            "dropped_hedge",
            f"The headline states it flatly; where the body speaks of it, it says"
            f" {listed(set(words[:4]))}.",
            hedged,
        )


def _absent_number(claim: Claim, case: Case, body: Body) -> Iterator[Finding]:
    """A number in the headline that the body does not have."""
    missing = sorted(numbers(claim.quote) - numbers(body.text) - {"0", "1"})
    if missing:
        yield _note(
            "number_absent",
            f"The headline's {', '.join(missing)} appears nowhere in the body.",
            _about(claim, body),
        )


ROLE = re.compile(r"^(?P<name>[^.]+?) is (?:an? |the )?(?P<title>[^.]+?)\.?$")


def _qualified_title(claim: Claim, case: Case, body: Body) -> Iterator[Finding]:
    """`Senator X` in the headline, `former Senator X` all through the body."""
    match = ROLE.match(claim.text)
    if not match or FORMER.search(match.group("title")):
        return
    surname = match.group("name").split()[-1]
    head = match.group("title").split()[-1]
    near = re.compile(
        rf"(?P<before>[\w’'., -]{{0,60}})\b{re.escape(head)}\b[\w’',"
        rf" -]{{0,40}}\b{re.escape(surname)}\b"
        rf"|\b{re.escape(surname)}\b,?[\w’' -]{{0,30}}(?P<after>\b(?:a|the|an) [\w’'"
        rf" -]{{0,40}}){re.escape(head)}\b",
        re.IGNORECASE,
    )
    given = [(s, m) for s in body.sentences for m in near.finditer(s.text)]
    qualified = [
        s for s, m in given if FORMER.search((m.group("before") or m.group("after") or "")[-25:])
    ]
    if given and len(qualified) == len(given):
        yield _note(
            "title_qualified",
            f"The headline calls {match.group('name')} {head}; the body qualifies the title"
            f" each time.",
            qualified,
        )


def _absent_name(claim: Claim, case: Case, body: Body) -> Iterator[Finding]:
    """Somebody or something named in the headline that the body never mentions."""
    known = {w.lower() for w in WORD.findall(body.text)}
    capitals = {w.lower() for w in WORD.findall(body.text) if w[:1].isupper()}
    if len(known) < 50 or claim.attribution is None:
        return
    speaker = [w for w in WORD.findall(claim.attribution.speaker) if w[:1].isupper()]
    missing = [w for w in speaker if w.lower() not in known | capitals]
    if missing and len(missing) == len(speaker):
        yield _note(
            "name_absent",
            f"The headline cites {claim.attribution.speaker}; the body never does.",
            [],
        )


def _official(claim: Claim, body: Body) -> Iterator[Finding]:
    """`formally offered` above; below, the same thing is `a proposal`, `being considered`."""
    words = [w.lower() for w in WORD.findall(claim.text)]
    strong = [w for w in words if w in OFFICIAL]
    if not strong:
        return
    rest = [s for s in body.sentences if s.start >= claim.end]
    if any(strong[0] in s.text.lower() for s in rest):
        return
    after = words[words.index(strong[0]) + 1 :][:1]
    act = {stem(w) for w in after}
    nouns = content(claim.text) - act
    softer = [
        s
        for s in rest
        if HEDGE.search(s.text) and (act & verbs(s.text) or len(nouns & content(s.text)) >= 3)
    ]
    if softer:
        found = {m.group().lower() for s in softer for m in HEDGE.finditer(s.text)}
        yield _note(
            "stronger_adverb",
            f"“{strong[0].capitalize()}” stands here only; further down the article itself says"
            f" {listed(set(sorted(found)[:4]))}.",
            softer,
        )


def _official_headline(claim: Claim, case: Case, body: Body) -> Iterator[Finding]:
    yield from _official(claim, body)


Rule = Callable[[Claim, Case, Body], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    _stronger_verb,
    _dropped_hedge,
    _absent_number,
    _qualified_title,
    _absent_name,
    _official_headline,
)
