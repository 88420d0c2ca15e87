"""Who says it, named in the middle: `The bridge, says Ann Lee, an engineer, needs repair.`

The parser takes what stands between subject and verb for a clause or an apposition of theirs. It is
given the sentence with the speaker at the end, where it reads both; then each word goes back to
its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.marks import inside_quotation
from verify.claims.mending import mended
from verify.claims.regrouping import root_of
from verify.claims.verbs import base_of
from verify.ports import Grammar, Word

FINITE = ("VBZ", "VBP", "VBD", "MD")
# What may begin the name of a speaker; a preposition or a relative pronoun may not.
NAMING = ("DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ")
OPEN_ENDED = lx.BE | frozenset("has have had will would can could may might must should".split())
CITING = frozenset("cite quote blame raise prompt".split())  # what finders do themselves
HAVE = ("has", "have", "had")
FINDING = frozenset("found learned learnt shown revealed".split())
MOST_NAMED = 8  # words of a speaker before the comma
LEADING = ("IN", "TO", "RB", "WRB", "VBG", "VBN", "WP", "WDT", "CC", "UH")


@dataclass(frozen=True, slots=True)
class Turned:
    """A sentence with its speaker at the end, and where each part of it stands in the given one.

    `parts`: start in `text`, start in the given sentence, length; `comma`: the second comma
    of the given sentence, for which `text` has none (−1 where it has one).
    """

    text: str
    parts: tuple[tuple[int, int, int], ...]
    comma: int


def speakers_last(
    texts: Sequence[str], parses: Sequence[Sequence[Word]], grammar: Grammar
) -> dict[int, list[Word]]:
    """The better words of those sentences in whose middle somebody is named as saying them."""
    found = {n: t for n, (text, words) in enumerate(zip(texts, parses, strict=True))
             if (t := turned(text, words))}  # fmt: skip
    again = grammar.parse([t.text for t in found.values()]) if found else []
    put = {
        n: put_back(texts[n], t, mended(t.text, words))
        for (n, t), words in zip(found.items(), again, strict=True)
    }
    return {n: words for n, words in put.items() if words}


def turned(text: str, words: Sequence[Word]) -> Turned | None:
    """The sentence with the speaker last; None where none stands in its middle."""
    said = [text[w.start : w.end] for w in words]
    commas = [n for n, word in enumerate(said) if word == ","]
    for place, first in enumerate(commas[:-1]):
        if _found(said, words, first, commas[place + 1]) and not inside_quotation(text):
            return _turned(text, words[first].start, words[commas[place + 1]].start, loose=True)
        if not _goes_on(said, words, first) or inside_quotation(text[: words[first].start]):
            continue
        told = _says(said, words, first, commas[place + 1])
        last = _close(said, words, first, commas[place + 1 :]) if told else 0
        if last:
            return _turned(text, words[first].start, words[last].start)
    return None


def _goes_on(said: Sequence[str], words: Sequence[Word], first: int) -> bool:
    """Whether what stands before a comma has a subject and lacks the rest of its verb."""
    before = words[:first]
    nouns = any(w.tag.startswith("NN") or w.tag == "PRP" for w in before)
    nouns = nouns or (first == 1 and words[0].tag == "DT")  # `That, A said, was B`
    if not nouns or words[0].tag in LEADING:
        return False
    return said[first - 1].lower() in OPEN_ENDED or not any(w.tag in FINITE for w in before)


def _says(said: Sequence[str], words: Sequence[Word], first: int, close: int) -> bool:
    """Whether between two commas stands nothing but who speaks, that he or she does, when and to
    whom."""
    inner = range(first + 1, close)
    finite = [n for n in inner if words[n].tag in FINITE]
    if len(finite) != 1 or base_of(said[finite[0]].lower()) not in lx.SPEECH:
        return False
    verb = finite[0]
    named = range(first + 2, close) if verb == first + 1 else range(first + 1, verb)
    short = len(named) <= MOST_NAMED and close - verb - 1 <= MOST_NAMED
    return bool(named) and short and words[named[0]].tag in NAMING


def _found(said: Sequence[str], words: Sequence[Word], first: int, close: int) -> bool:
    """`A sold B, an inquiry has found, while closing C`: between the commas stands who found it,
    and a participle behind them goes on the clause."""
    before, has = words[:first], close - 2
    # The verb that all hangs on is finite, though the parser may take its form for a participle.
    whole = any(w.tag in FINITE or (w.tag == "VBN" and w.head == n) for n, w in enumerate(before))
    whole = whole and any(w.tag[:2] == "NN" for w in before)
    if not whole or words[0].tag in LEADING or has < first + 2 or close + 2 >= len(words):
        return False
    named = words[first + 1 : has]
    finds = said[has].lower() in HAVE and said[close - 1].lower() in FINDING
    named_only = words[first + 1].tag in NAMING and len(named) <= MOST_NAMED
    named_only = named_only and not any(w.tag in FINITE for w in named)
    doing = close + 1 + (said[close + 1].lower() == "while")
    told = base_of(said[doing].lower()) in lx.SAYING | CITING
    return finds and named_only and words[doing].tag == "VBG" and not told


def _close(said: Sequence[str], words: Sequence[Word], first: int, commas: Sequence[int]) -> int:
    """The comma behind the speaker and what describes him or her; 0 where it cannot be told."""
    if said[first - 1].lower() in OPEN_ENDED:
        return commas[0] if len(commas) == 1 else 0
    for comma in commas:
        after = min(comma + 1, len(words) - 1)
        while after < len(words) - 1 and words[after].tag == "RB":
            after += 1
        if words[after].tag in FINITE and said[after].isalpha():
            return comma
    return 0


def _turned(text: str, first: int, last: int, *, loose: bool = False) -> Turned:
    """`loose`: what stands behind the speaker keeps a comma before it."""
    end = len(text.rstrip())
    end -= text[end - 1] in ".!?"
    inner, after = _trimmed(text, first + 1, last), _trimmed(text, last + 1, end)
    begin = len(text[:first].rstrip())
    made, parts = text[:begin], [(0, 0, begin)]
    if loose:
        parts.append((len(made), last, 1))
        made += ","
    made += " "
    parts.append((len(made), after[0], after[1] - after[0]))
    made += text[slice(*after)]
    parts.append((len(made), first, 1))
    made += ", "
    parts.append((len(made), inner[0], inner[1] - inner[0]))
    made += text[slice(*inner)]
    parts.append((len(made), end, 1))
    return Turned(made + ".", tuple(parts), -1 if loose else last)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    found = re.compile(r"\S(?:.*\S)?", re.DOTALL).search(text, start, end)
    return found.span() if found else (start, start)


def put_back(given: str, found: Turned, words: Sequence[Word]) -> list[Word]:
    """The words of the turned sentence, each in its place in the given one."""
    moved = [_moved(found, w) for w in words]
    if not moved or any(w is None for w in moved):
        return []
    placed = [w for w in moved if w is not None]
    verb = max(root_of(placed), 0)
    if found.comma >= 0:
        placed.append(Word(found.comma, found.comma + 1, ",", "punct", verb, ""))
    kept = [n for n, w in enumerate(placed) if w.end <= len(given.rstrip())]
    order = sorted(kept, key=lambda n: placed[n].start)
    at = {n: k for k, n in enumerate(order)}
    if any(placed[n].head not in at for n in order):
        return []
    back = [placed[n]._replace(head=at[placed[n].head]) for n in order]
    return _of_the_content(found, back) if found.comma >= 0 else _going_on(found, back)


def _of_the_content(found: Turned, words: list[Word]) -> list[Word]:
    """`The hall, she admits, has been shut, though not for long`: what stands at the end hangs on
    what is said, and not on who says it."""
    verb = root = root_of(words)
    content = next((n for n, w in enumerate(words) if w.head == verb and w.dep == "ccomp"), -1)
    if content < 0:  # taken for a clause with `though`
        aside = (n for n, w in enumerate(words) if w.head == root and w.dep == "advcl")
        verb, content = next((n for n in aside if words[n].end <= found.comma), -1), root
    if not 0 <= verb < content or words[verb].start > found.comma:
        return words
    words[content] = words[content]._replace(head=verb, dep="ccomp")
    words[verb] = words[verb]._replace(head=verb, dep="ROOT")
    for n, w in enumerate(words):
        behind = w.head == verb and n > content and w.dep != "punct"
        words[n] = w._replace(head=content) if behind else w
    return words


def _going_on(found: Turned, words: list[Word]) -> list[Word]:
    """The participle behind who has found it hangs on the clause that was found."""
    (_, after, _), _, (_, inner, length) = found.parts[2:5]
    verb = next((n for n, w in enumerate(words) if w.end == inner + length), -1)
    above = words[verb].head
    if verb >= 0 and words[verb].dep == "conj" and words[above].head == above:
        # taken for a second clause beside what was found
        words[above] = words[above]._replace(head=verb, dep="ccomp")
        words[verb] = words[verb]._replace(head=verb, dep="ROOT")
    content = next((n for n, w in enumerate(words) if w.head == verb and w.dep == "ccomp"), -1)
    behind = [n for n, w in enumerate(words) if w.start >= after]
    if not 0 <= content < verb < min(behind, default=-1):
        return []
    for n in behind:
        if words[n].head not in behind and words[n].dep != "punct":
            words[n] = words[n]._replace(head=content)
    return words


def _moved(found: Turned, word: Word) -> Word | None:
    for start, own, length in found.parts:
        if start <= word.start and word.end <= start + length:
            return word._replace(start=word.start - start + own, end=word.end - start + own)
    return None
