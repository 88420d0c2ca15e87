"""What surrounds a quotation in a document: who speaks, and does the page stand by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verify.checkers.quotes_align import Aligned, hedges, spoken, tokens
from verify.checkers.quotes_read import SPEECH, TITLES, Quotation, quotations, speaker
from verify.checkers.wording import ABBREVIATION, STOP, stem, words

_AROUND = 600  # characters either side in which the quotation marks and the speaker are looked for
_OPENED = re.compile(r"(?:[“„«‹\"]|(?<!\w)[‘'])\s?$")
_CLOSED = re.compile(r"[.,;:!?…]{0,2}\s?(?:[”»›\"]|[’'](?!\w))")
_STOPS = re.compile(r"[.!?][\"”’»]?\s")
_PAUSES = re.compile(r"[.,;:!?…—–-]")
_NEAR = 160  # characters after a quotation in which a page says that it was never said

# A transcript: "SECRETARY RUBIO: We are …" at the head of a line speaks until the next such head.
_HEAD = re.compile(
    r"^[ \t]*(?P<name>(?:[A-ZÀ-Þ][\w.’'-]*[ ]){0,4}[A-ZÀ-Þ][\w.’'-]+)(?:[ ]?\([^)\n]{0,40}\))?:[ ]",
    re.M,
)
_NOT_HEADS = frozenset("note update correction source photo read title date tags q a".split())

_ASKS = re.compile(r"^[\s\W]*(?:Q:|(?:did|does|has|have|was|were|is|are|could|can)\b)", re.I)
_DENIES = re.compile(
    r"\b(?:never|not|n[o']t)\s(?:actually\s|really\s)?(?:said|say|saying|made|make|uttered|spoke)\b"
    r"|\bno\s(?:record|evidence|proof|trace|such\s(?:statement|quote|remark))\b"
    r"|\b(?:fake|fabricated|falsely|hoax|bogus|misattributed|misquoted|doctored|satir\w+"
    r"|untrue|debunk\w*|(?:is|was|are)\sfalse)\b"
    r"|\b(?:denie[sd]|deny|denying)\s(?:having|saying|making|it|that|the\s(?:quote|remark|words))\b"
    r"|^\W{0,3}A:\s*No\b",
    re.I,
)


def word_for_word_there(text: str, found: Aligned) -> bool:
    """Does the document give the words as spoken: between marks, or in a transcript's turn?

    "She said the road would be safe" is the page's own wording.
    """
    before, after = text[: found.start], text[found.end : found.end + 4]
    if _OPENED.search(before[-3:]) or _CLOSED.match(after):
        return True  # what stands right there counts, however the marks around it pair
    inside = any(q.start <= found.start and found.end <= q.end + 1 for q in quotations(text))
    return inside or bool(_transcribed(text, found.start))


def speaker_there(text: str, found: Aligned) -> str:
    """Who speaks where the words were found: by the marks around them, nearby, or turn by turn."""
    low = max(0, found.start - _AROUND)
    for quote in quotations(text[low : found.end + _AROUND]):
        if quote.start <= found.start - low and found.end - low <= quote.end + 1:
            return quote.speaker
    return speaker(text, found.start, found.end) or _transcribed(text, found.start)


def _transcribed(text: str, position: int) -> str:
    """The name at the head of the transcript's turn that a position lies in; "" in running text."""
    heads = [m for m in _HEAD.finditer(text) if _is_head(m["name"])]
    if len(heads) < 2:
        return ""
    before = [m for m in heads if m.start() <= position]
    return before[-1]["name"].title() if before else ""


def _is_head(name: str) -> bool:
    return name.split()[-1].lower() not in _NOT_HEADS


def disputed(text: str, found: Aligned) -> bool:
    """Does the page ask whether it was said, or say that it was not?"""
    begin = _sentence_start(text, found.start)
    lead, tail = text[begin : found.start], text[found.end : found.end + _NEAR].split("\n\n")[0]
    asked = bool(re.match(r"[\W]{0,3}\?", tail)) and not re.match(r"[.,!…]?\?[”\"'’»]", tail)
    return asked or bool(_ASKS.match(lead)) or bool(_DENIES.search(lead) or _DENIES.search(tail))


_EDGE_BEFORE = frozenset("not never n't if unless hardly deny denied denies may might".split())
# "It is a lie that …", "my opponents claim …": what is said of the words, a little before them.
_FRAMES = frozenset(
    "not never nobody if whether unless lie lies claim claims claimed claiming think thinks believe"
    " believes say says said saying asked ask wrong false untrue wish wishes suppose imagine rumour"
    " rumours rumor rumors pretend pretends deny denies denied doubt doubts told".split()
)
_EDGE_AFTER = frozenset("if unless without except until provided".split())
_EDGE_PHRASES = ("or at least", "as long as", "so long as", "but only if", "only if", "not until")


def cut_from(found: Aligned) -> tuple[str, ...]:
    """The hedges in a marked cut; and a hedge, a "not", a condition just outside the words."""
    marked = [h for c in found.changes for h in hedges(c.document)]
    lead = [w for w in found.before[-2:] if w in _EDGE_BEFORE]
    frame = [w for w in found.before if w in _FRAMES]
    tail = [w for w in found.after[:1] if w in _EDGE_AFTER]
    ahead = f"{' '.join(found.after)} "
    phrases = [p for p in _EDGE_PHRASES if ahead.startswith(f"{p} ")]
    return (*marked, *lead, *frame, *tail, *phrases)


def run_together(quote: str, text: str, found: Aligned) -> bool:
    """Does a sentence of the source end within the words, where the quotation goes on?

    "… of players. In my life …" is no "… of players in my life".
    """
    ours = tokens(quote)
    theirs = [t for t in spoken(text) if found.start <= t.start < found.end]
    if [t.word for t in ours] != [t.word for t in theirs]:
        return False  # cuts are marked, and looked at elsewhere
    return any(
        _STOPS.search(text[b.end : d.start])
        and not ABBREVIATION.search(text[max(0, b.start - 8) : b.end + 1])
        and not _PAUSES.search(quote[a.end : c.start])
        for (a, c), (b, d) in zip(pairwise(ours), pairwise(theirs), strict=True)
    )


def named_beside(name: str, text: str, found: Aligned) -> bool:
    """Does the sentence around the words name somebody too: "Lee and Gray said"?"""
    last = name.split()[-1:]
    begin = _sentence_start(text, found.start)
    tail = re.split(r"[.!?](?:\s|$)|\n", text[found.end :].lstrip(".!?,”\"’'» "), maxsplit=1)[0]
    around = f"{text[begin : found.start]} {tail}"
    return any(re.search(rf"\b{re.escape(n)}\b", around) for n in last)


def _sentence_start(text: str, position: int) -> int:
    ends = [m.end() for m in re.finditer(r"[.!?]\s+|\n+", text[max(0, position - 300) : position])]
    return max(0, position - 300) + (ends[-1] if ends else 0)


# Words of a claim that say no more than that somebody spoke.
_FRAME = frozenset(
    stem(w)
    for w in "reporters journalists statement interview press remarks comment comments words"
    " speech asked then later also once today yesterday that's it's news conference accord".split()
)


def denies(text: str) -> bool:
    """Does a claim say that something was not said?"""
    return bool(_DENIES.search(text))


def beside(claim: str, quotes: Sequence[Quotation], said_by: str) -> tuple[str, ...]:
    """The stems of a claim that are neither quotation, nor speaker, nor "told reporters"."""
    speaker_words = {w.stem for w in words(said_by)} | {stem(t) for t in TITLES}
    return tuple(
        w.stem
        for w in words(claim)
        if not any(q.start <= w.start < q.end and not _in_gap(q, w.start) for q in quotes)
        and w.stem not in STOP | _FRAME | speaker_words
        and not re.fullmatch(SPEECH, claim[w.start : w.end], re.I)
    )


def _in_gap(quote: Quotation, position: int) -> bool:
    return any(a <= position < b for a, b in quote.gaps)


def told_near(rest: Sequence[str], text: str, found: Aligned) -> bool:
    """Do a claim's other words (stems) all stand near where the quotation was found?"""
    near = {w.stem for w in words(text[max(0, found.start - _AROUND) : found.end + _AROUND])}
    return all(word in near for word in rest)
