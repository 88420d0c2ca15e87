"""A claim's wording held against a sentence's, without a model.

`agreement` says how much of the claim's wording the sentence has, its numbers and dates
left aside, and whether anything turns the sense: a negation, a hedge, an opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from verify.checkers.excerpt import excerpted
from verify.checkers.senses import sense
from verify.checkers.wording import STOP, Word, words

NEGATIONS = frozenset(
    "not no never none neither nor without n't cannot nobody nothing hardly barely failed fails"
    " refused denied denies unable false untrue wrong incorrect".split()
)
HEDGES = frozenset(
    "may might could would should expected expects forecast forecasts predicted projected planned"
    " plans proposed alleged allegedly reportedly target targets aim aims aimed estimate initially"
    " originally earlier previously former formerly revised if unless except excluding including"
    " almost potentially possibly likely probably up-to claim claims claimed will shall can".split()
)
# Opposites whose swap turns a statement round while every other word stays.
OPPOSITES = tuple(
    frozenset(pair.split())
    for pair in (
        "rose fell",
        "rise fall",
        "increase decrease",
        "increased decreased",
        "gain loss",
        "gained lost",
        "win lose",
        "won lost",
        "up down",
        "above below",
        "before after",
        "more less",
        "more fewer",
        "most least",
        "first last",
        "highest lowest",
        "import export",
        "imports exports",
        "male female",
        "men women",
        "boys girls",
        "sons daughters",
        "father mother",
        "born died",
        "killed injured",
        "deaths births",
        "arrived left",
        "opened closed",
        "opening closing",
        "started ended",
        "began ended",
        "buy sell",
        "bought sold",
        "north south",
        "east west",
        "northern southern",
        "eastern western",
        "profit loss",
        "approved rejected",
        "supported opposed",
        "for against",
        "married divorced",
        "largest smallest",
        "older younger",
        "oldest youngest",
        "maximum minimum",
        "gross net",
        "weekly monthly",
        "monthly annual",
        "daily weekly",
    )
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a claim's wording and a sentence's agree outside the masked spans.

    `covered` is the share of the claim's content words that the sentence has,
    `returned` the share of the sentence's that the claim has; `missing` and `extra`
    are the stems that the other side lacks. `names` holds where every name of the
    claim stands in the sentence; `ordered` where the claim's words come in its order there;
    `aligned` where polarity, hedges and opposites are the same on both sides;
    `words` counts the claim's content words. `tight` holds where the claim's words come
    in one run of the sentence, in order, with nothing between that could change who or
    what is meant; `closed` where that run ends at a stop, a comma or the sentence's end.
    `whole` holds where the claim is the sentence with words left out, small words kept.
    """

    covered: float
    returned: float
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    extra_names: tuple[str, ...]
    names: bool
    ordered: bool
    aligned: bool
    words: int
    tight: bool = False
    closed: bool = False
    whole: bool = False

    @property
    def same_statement(self) -> bool:
        """Every content word of the claim stands in the sentence, turned no other way."""
        return not self.missing and self.names and self.ordered and self.aligned and self.whole


def _outside(items: Iterable[Word], masks: Sequence[tuple[int, int]]) -> list[Word]:
    return [w for w in items if not any(a < w.end and w.start < b for a, b in masks)]


@lru_cache(maxsize=4096)
def _sensed(text: str) -> tuple[Word, ...]:
    """The words of a text, with one stem for those that say the same."""
    return tuple(replace(w, stem=sense(w.stem)) for w in words(text))


def _flags(items: Sequence[Word], text: str) -> tuple[bool, frozenset[str], frozenset[str]]:
    """Negated or not, the hedges, and all lower-case words (for opposites)."""
    plain = frozenset(text[w.start : w.end].lower().replace("’", "'") for w in items)
    negated = bool(plain & NEGATIONS) or any(w.endswith("n't") for w in plain)
    return negated, plain & HEDGES, plain


def _turned(claim: frozenset[str], other: frozenset[str]) -> bool:
    """Does one side say one word of a pair of opposites, and the other side the other?"""
    return any(
        (claim & pair) and (other & pair) and (claim & pair) != (other & pair) for pair in OPPOSITES
    )


def agreement(
    claim: str,
    other: str,
    claim_masks: Sequence[tuple[int, int]] = (),
    other_masks: Sequence[tuple[int, int]] = (),
) -> Agreement:
    """Hold two sentences against each other outside the masked spans (numbers, dates)."""
    ours = _outside(_sensed(claim), claim_masks)
    theirs = _outside(_sensed(other), other_masks)
    mine = [w for w in ours if w.stem not in STOP]
    yours = [w for w in theirs if w.stem not in STOP]
    my_set, your_set = {w.stem for w in mine}, {w.stem for w in yours}
    missing = tuple(dict.fromkeys(w.stem for w in mine if w.stem not in your_set))
    extra = tuple(dict.fromkeys(w.stem for w in yours if w.stem not in my_set))
    first = yours[0] if yours else None
    extra_names = tuple(
        dict.fromkeys(
            w.stem for w in yours if w.name and w.stem not in my_set and (w is not first or w.start)
        )
    )
    names = all(w.stem in your_set for w in mine if w.name)
    run = _run(mine, yours, other, claim_masks, other_masks) if not missing else None
    return Agreement(
        covered=1 - len(missing) / len(my_set) if my_set else 0.0,
        returned=1 - len(extra) / len(your_set) if your_set else 0.0,
        missing=missing,
        extra=extra,
        extra_names=extra_names,
        names=names,
        ordered=_same_order(mine, yours),
        aligned=_aligned(claim, other, ours, theirs),
        words=len(my_set),
        whole=excerpted(claim, other, claim_masks, other_masks),
        tight=run is not None and _plain(other, yours, my_set, run),
        closed=run is not None and bool(_CLOSED.match(other, run[1])),
    )


_CLOSED = re.compile(r"\s*(?:[.,;:!?)\"”]|$)")
_CLAUSE = re.compile(
    r"[;:()]|\b(?:who|whose|which|that|and|or|but|while|when|where|after|before|because|by|than"
    r"|although|though|unlike|like|including)\b",
    re.I,
)
_JOINTS = frozenset("or nor either neither but only unless except than".split())
MOST_BETWEEN = 5  # content words between the claim's, beyond which it is another statement


def _run(
    mine: Sequence[Word],
    yours: Sequence[Word],
    other: str,
    claim_masks: Sequence[tuple[int, int]],
    other_masks: Sequence[tuple[int, int]],
) -> tuple[int, int] | None:
    """The run of the sentence that has the claim's words in order and its masked span too.

    None where the word before the masked span is another one.
    """
    if not mine or not claim_masks or len(claim_masks) != 1 or not other_masks:
        return None
    rest = iter(yours)
    taken = [next((w for w in rest if w.stem == word.stem), None) for word in mine]
    first, last = taken[0], taken[-1]
    if first is None or last is None:
        return None
    inside = [m for m in other_masks if m[0] >= first.start]
    anchor = _before(mine, claim_masks[0][0])
    fitting = [m for m in inside if _before(yours, m[0]) == anchor]
    if len(fitting) != 1 or anchor is None:
        return None
    return first.start, max(last.end, fitting[0][1])


def _before(items: Sequence[Word], position: int) -> str | None:
    """The last content word before a position."""
    return next((w.stem for w in reversed(items) if w.end <= position), None)


def _plain(other: str, yours: Sequence[Word], ours: set[str], span: tuple[int, int]) -> bool:
    """Is there nothing in the run, beside the claim's words, that could turn its meaning?"""
    between = [w for w in yours if span[0] <= w.start < span[1] and w.stem not in ours]
    foreign = any(w.name for w in between) or _cut_name(other, yours, span[0])
    run = other[span[0] : span[1]]
    return len(between) <= MOST_BETWEEN and not foreign and not _CLAUSE.search(run)


def _cut_name(other: str, yours: Sequence[Word], start: int) -> bool:
    """Does the run begin in the middle of a name ("Red Mill" of "The Old Red Mill")?"""
    before = [w for w in yours if w.end <= start and w.name]
    if not before or not other[start].isupper():
        return False
    joint = other[before[-1].end : start].strip()
    return joint in {"-", "–", "—", ":", "of", "&"} or (joint == "" and before[-1].start > 0)


def _aligned(claim: str, other: str, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    negated, hedges, plain = _flags(ours, claim)
    other_negated, other_hedges, other_plain = _flags(theirs, other)
    return (
        negated == other_negated
        and hedges == other_hedges
        and plain & _JOINTS == other_plain & _JOINTS
        and not _turned(plain, other_plain)
    )


def _in_order(wanted: Sequence[str], given: Sequence[str]) -> bool:
    rest = iter(given)
    return all(any(word == other for other in rest) for word in wanted)


def _same_order(mine: Sequence[Word], yours: Sequence[Word]) -> bool:
    """Do the claim's words that the sentence has come in the claim's order there?"""
    present = {w.stem for w in yours}
    return _in_order([w.stem for w in mine if w.stem in present], [w.stem for w in yours])
