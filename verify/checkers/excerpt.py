"""Is a claim a sentence with words left out, small ones kept, so that it surely follows from it?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verify.checkers.senses import sense
from verify.checkers.wording import STOP, Word, stem, words

# Articles and links that writers change freely; "and" and "or" are none of them.
_FREE = frozenset(stem(w) for w in "a an the that which who was were is are has have had".split())
_BEFORE_MASK = frozenset("in on at of for by to during about some a an".split())


_MASK = "#"  # stands for a number or a date


def _sequence(
    text: str, masks: Sequence[tuple[int, int]], *, kept: bool = False
) -> list[tuple[str, Word]]:
    """The stems of a text with one `#` for each masked span.

    `kept`: free words, and the prepositions before a number or date, left out.
    """
    found: list[tuple[str, Word]] = []
    ends: set[int] = set()
    for word in words(text):
        mask = next((m for m in masks if m[0] < word.end and word.start < m[1]), None)
        if mask is not None:
            if mask[1] not in ends:
                found.append((_MASK, word))
                ends.add(mask[1])
        elif not (kept and (word.stem in _FREE or _leads(word, text, masks))):
            found.append((sense(word.stem), word))
    return found


def _leads(word: Word, text: str, masks: Sequence[tuple[int, int]]) -> bool:
    """Is it a preposition before a number or a date?"""
    gaps = (text[word.end : start].strip().lower() for start, _ in masks if start >= word.end)
    return word.stem in _BEFORE_MASK and any(gap in {"", "the", "a", "an"} for gap in gaps)


_AND = frozenset(("and", "or", "&"))
# Words that say of how many a statement holds; one more or less is another statement.
_BOUND = _AND | {
    stem(w) for w in "all every each some any none most few many both only but".split()
}


def excerpted(
    claim: str,
    other: str,
    claim_masks: Sequence[tuple[int, int]] = (),
    other_masks: Sequence[tuple[int, int]] = (),
) -> bool:
    """Is the claim the sentence with words left out, but no half of a name, an "and" or "or"?"""
    wanted = _sequence(claim, claim_masks, kept=True)
    given = _sequence(other, other_masks)
    rest = iter(enumerate(given))
    places = [next((i for i, (o, _) in rest if o == word), -1) for word, _ in wanted]
    if not places or -1 in places:
        return False
    first, last = places[0], places[-1]
    stems = [o for o, _ in given]
    beside = {*stems[max(0, first - 1) : first], *stems[last + 1 : last + 2]}
    bound = [w for w in stems[first : last + 1] if w in _BOUND]
    return (
        bound == [w for w, _ in wanted if w in _BOUND]
        and not beside & _AND
        and not _halved(set(places), [w for _, w in given], other)
    )


def _halved(places: set[int], given: Sequence[Word], text: str) -> bool:
    """Does the claim have a part of a name, and leave out the part beside it?"""
    for index, (one, two) in enumerate(pairwise(given)):
        beside = (index in places) != (index + 1 in places)
        joined = text[one.end : two.start] in {" ", "-", " of ", " - "}
        if beside and joined and one.name and two.name and (one.start or one.stem not in STOP):
            return True
    return False
