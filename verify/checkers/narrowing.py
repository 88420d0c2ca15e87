"""Does a sentence speak of the claim's whole thing, or of a part of it?

"The company employs 4,200 people in Asia", "youth unemployment", "in Lydda, turnout was …",
"40 branches abroad": each says the claim's words of less than the claim does, so that
its number contradicts nothing. Whatever the sentence has beside the claim's words must
therefore be known to narrow nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.checkers.senses import sense
from verify.checkers.wording import STOP, Word, words

Span = tuple[int, int]

# Small words that narrow, or count anew: one that the claim lacks is one too many.
_TELLING = frozenset(
    "then per not no any some such only own both each most less least more without under off"
    " another few many same first last".split()
)
# Words that a writer adds without narrowing anything.
_LIGHT = frozenset(
    "the a an this that these those its his her their our and but yet also however meanwhile still"
    " altogether overall total officially just currently now mr mrs ms dr it he she they between"
    " rate".split()
)
# What opens an aside or a further clause that narrows the statement before it.
_NARROWS = (
    r"(?:in|at|on|for|among|with|without|within|after|before|during|per|by|of|from|to|under|outside"
    r"|across|when|if|unless|as|not|only|mostly|mainly|most|some|many|excluding|including|except"
    r"|adjusted|seasonally|measured|calculated|counted|weighted|based|rising|falling|net|alone"
    r"|abroad|elsewhere|instead|than|then)\b"
)
# "Led the bank for seven years, the first as deputy": the rest says of what part it holds.
_PARTLY = r"(?:initially|partly|half|(?:the\s)?(?:first|last|latter))\b"
_ASIDE = re.compile(
    rf"\s?,\s(?!{_NARROWS})[a-z][^,;:()]{{1,80}},(?=\s)|\s\([A-Z][A-Z&.]{{1,8}}\)|,\s\d\d,"
    r"|\s(?:is|are|was|were)\san?\s[^,;:()]{1,60}?\s(?:that|which|who)\b"
    r"|\s(?:is|are|was|were)\san?\s[^,;:()]{1,60}?(?=\s(?:founded|formed|established|built|opened)\b)"
)
# "97 matches and 33 goals for the club": what comes last may hold for both.
_PLACES = r"\s(?:for|in|at|with|against|among|during|across|on|within|from|by)\s"
_SHARED = re.compile(rf"\s*\sand\s\S+\s[^,;.]*{_PLACES}", re.I)
_GOES_ON = re.compile(
    r"\s*(?:$|[.;!?”\"»]|\s?,\s(?:and|but)\b|\sand\b"
    r"|\s?,?\s(?:but|while|whereas|although|though)\b"
    rf"|\s?,\s(?!{_NARROWS}|{_PARTLY}|or\b)|\s[–—]\s|\s\((?!\s?{_NARROWS}))",
    re.I,
)
# "The Scottish singer Tom Gray": what somebody is, before the name.
_ROLE_NOUN = re.compile(
    r"(?:\w{2,}(?:er|or|ist|ian|man|woman)|president|company|firm|group|band|club|bank|city|town"
    r"|village|river|chief|king|queen|pope|saint|island)",
    re.I,
)
_NO_ROLE = frozenset(
    "former other upper lower older newer outer inner larger smaller younger bigger junior senior"
    " major minor interior exterior earlier later greater her over under summer winter father"
    " mother brother sister daughter partner never".split()
)
_NEW_CLAUSE = re.compile(r"(?:;|,?\s(?:and|but|while|whereas))\s(?:the\s)?$", re.I)
# What a sentence begins with holds for all its clauses: "In Lydda, …", "Among women, …".
_FRONTED = re.compile(
    r"(?:in|at|on|among|for|of|under|with|within|after|before|during|outside|inside|across|by|as|when"
    r"|if|unless|although|though|while|since|excluding|including|despite|without|between|until"
    r"|from|to|elsewhere|abroad|overseas|adjusted|taken|measured|only|where|once)\b",
    re.I,
)
MOST_OF_A_ROLE = 5  # words: "American heavy metal band Metallica"
_TIES = re.compile(r"(?:in|on|by|since|during|at)\s(?:the\s)?", re.I)  # "In 2023, …"


def of_the_whole(
    claim: str,
    sentence: str,
    theirs: Span,
    claim_masks: Sequence[Span] = (),
    other_masks: Sequence[Span] = (),
    *,
    alike: Sequence[Span] = (),
    named: bool = False,
    event: bool = False,
) -> bool:
    """Does nothing that the sentence has beside the claim's words narrow its number or date?

    `theirs` is the span of that number or date; `alike` are those of the sentence's other
    numbers and dates that the claim has too. `named`: the subject is known to be the same,
    so that only what follows the number matters. `event`: it is the date of an event, of
    which a sentence may go on to say where it was and by whom.
    """
    asked = _content(claim, claim_masks)
    spoken = {claim[w.start : w.end].lower() for w in words(claim)}
    ends = [theirs, *alike]
    reading = _Reading(
        sentence,
        asked,
        spoken,
        other_masks,
        [m for m in other_masks if m not in ends],
        [m.span() for m in _ASIDE.finditer(sentence) if not _meets(m.span(), theirs)],
    )
    return any(
        reading.plain((theirs[0], region[1]) if named else region)
        and (named or reading.begins(region))
        and reading.ends(theirs[1], region[1], event=event)
        for region in _regions(asked, sentence, ends, other_masks)
    )


def _content(text: str, masks: Sequence[Span]) -> set[str]:
    return {sense(w.stem) for w in words(text) if w.stem not in STOP and not _within(w, masks)}


def _regions(
    asked: set[str], sentence: str, ends: Sequence[Span], masks: Sequence[Span]
) -> Iterable[Span]:
    """The stretch of the sentence that has the claim's words: where each is nearest, or all."""
    held = [w for w in words(sentence) if sense(w.stem) in asked and not _within(w, masks)]
    nearest: dict[str, Word] = {}
    for word in held:
        other = nearest.setdefault(sense(word.stem), word)
        if _distance(word, ends[0]) < _distance(other, ends[0]):
            nearest[sense(word.stem)] = word
    for found in (list(nearest.values()), held):
        spans = [*ends, *((w.start, w.end) for w in found)]
        yield min(start for start, _ in spans), max(end for _, end in spans)


def _distance(word: Word, span: Span) -> int:
    return max(span[0] - word.end, word.start - span[1], 0)


def _within(word: Word, spans: Iterable[Span]) -> bool:
    return any(a <= word.start < b for a, b in spans)


def _covered(span: Span, spans: Iterable[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in spans)


def _meets(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


@dataclass(frozen=True)
class _Reading:
    """A sentence read for what it has beside a claim's words."""

    sentence: str
    asked: set[str]  # what the claim's telling words mean
    spoken: set[str]  # all words of the claim
    masks: Sequence[Span]  # the sentence's numbers and dates
    foreign: Sequence[Span]  # those that the claim has not
    asides: Sequence[Span]

    def plain(self, region: Span) -> bool:
        """Do only the claim's words stand there, and such as narrow nothing?"""
        inside = [
            w
            for w in words(self.sentence)
            if region[0] <= w.start < region[1] and not _within(w, [*self.asides, *self.masks])
        ]
        roles = self._roles(region[1])
        return all(w in roles or self._harmless(w) for w in inside) and not any(
            _meets(region, m) and not _covered(m, self.asides) for m in self.foreign
        )

    def _told(self, word: Word) -> str:
        return self.sentence[word.start : word.end].lower()

    def _harmless(self, word: Word) -> bool:
        told = self._told(word)
        if sense(word.stem) in self.asked or told in self.spoken:
            return True
        return told not in _TELLING and (word.stem in STOP or told in _LIGHT)

    def _roles(self, end: int) -> set[Word]:
        """The words that say, right before a name of the claim, what its bearer is."""
        found: set[Word] = set()
        inside = [w for w in words(self.sentence) if w.end <= end and not _within(w, self.masks)]
        for index, name in enumerate(inside):
            if not (name.name and sense(name.stem) in self.asked and index):
                continue
            last = self._told(inside[index - 1])
            if not _ROLE_NOUN.fullmatch(last) or last in _NO_ROLE:
                continue
            after = name
            for word in reversed(inside[max(0, index - MOST_OF_A_ROLE) : index]):
                joined = self.sentence[word.end : after.start].isspace()
                if not joined or word.stem in STOP:
                    break
                found.add(word)
                after = word
        return found

    def begins(self, region: Span) -> bool:
        """Is what stands before the claim's words empty, or a clause of its own?"""
        start = region[0]
        lead = self.sentence[:start]
        if _NEW_CLAUSE.search(lead):
            return not _FRONTED.match(lead.strip("“\"' "))
        if any(m[0] < start for m in self.foreign):
            return False
        told = [w for w in words(self.sentence) if w.end <= start and not _within(w, self.masks)]
        roles = self._roles(region[1])
        return all(w in roles or self._light(w) for w in told)

    def _light(self, word: Word) -> bool:
        told = self._told(word)
        tied = any(_TIES.fullmatch(self.sentence[word.start : m[0]]) for m in self.masks)
        return told in _LIGHT or told in self.spoken or tied

    def ends(self, start: int, end: int, *, event: bool) -> bool:
        """Does the claim's statement end where the claim's words do?"""
        last = max([end, *(b for a, b in self.masks if a < end < b)])
        told = re.search(_PLACES, self.sentence[start:end] + " ")
        if not told and _SHARED.match(self.sentence, last):
            return False
        found = _GOES_ON.match(self.sentence, last)
        by_whom = event and not _EACH_SIGNS.search(self.sentence)
        return bool(found or (by_whom and _BY_WHOM.match(self.sentence, last)))


# What several do, each on its day: a treaty is signed by one state, and by another later.
_EACH_SIGNS = re.compile(
    r"\b(?:signed|ratified|joined|adopted|approved|recogni[sz]ed|banned|left)\b"
)
_BY_WHOM = re.compile(r"\s(?:by\b|(?:in|at|near)\s(?:the\s)?(?:[A-ZÀ-Þ]|(?:his|her|their)\b))")
