"""Titles of works without quotation marks, which the parser is given as one name each.

Only where their form shows them: a year in brackets behind each of several, a pronoun or a
particle with a capital inside, a subtitle behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle, islice, pairwise

from verify.claims import lexicon as lx

Span = tuple[int, int]

_CAP = r"[A-ZÀ-Þ\d][\w’'&-]*"
_SMALL = r"(?:of|the|a|an|de|la|du|del)"
# A run of words with capitals, and small ones between them.
_ONES = r"(?:My|Your|Her|His|Our|Their|Me|It|You|Us)\b"
RUN = re.compile(
    rf"(?<![\w’'-])(?!\d+[’']s ){_CAP}"  # not from `1973’s` on
    rf"(?: (?:(?:{_SMALL} ){{0,2}}|(?:by|in|to|for|with|at|from) (?={_ONES})){_CAP})+"
)
YEAR = re.compile(
    r" \((?P<first>1[89]\d\d|20\d\d)(?:[-–](?P<last>\d{4}|\d\d|present)?)?\)", re.IGNORECASE
)
BETWEEN = re.compile(r"(?:, and |, |; | and )(?P<title>[^();\n]{2,80})")
LAST_RUN = re.compile(rf"(?:{_CAP}|(?:A|An|The))(?: (?:{_SMALL} ){{0,2}}{_CAP}){{0,11}}$")
WORD = re.compile(r"[^\W_][\w’'-]*")
JOINING = frozenset(
    "of the a an and in on to for at with by from de la le du del or but as into vs".split()
)
# With a capital, and inside a run of such words, these are a title's.
FUNCTION = frozenset(
    "It Me You My Your Her His Our Their We They She Is Are Was Were Does Did On Off Out Up With"
    " From Into Over What When Who Whom Why How Where That This Not Never Be Have Can Don’t Don't"
    " Can’t Can't If Than Then Because Until".split()
)
AND_HIS = re.compile(
    rf"(?<=[\w,] )(?!\d+[’']s )(?:The |A )?{_CAP}(?: (?:{_SMALL} )?{_CAP}){{0,3}} and"
    rf" (?:(?:His|Her|Its|Their|My|Our|Your)(?: {_CAP})+|(?:Me|You)\b)"
)
# `Day by Day`, `Face to Face`
TWICE = re.compile(r"(?<=[a-z,] )(?P<one>[A-Z][a-z]+) (?:by|to|after|for|on|in) (?P=one)\b")
_LINK = rf"(?:{_SMALL}|and|in|on|to|for|at|with|from|by)"
_NAMED = rf"{_CAP}(?: (?:{_LINK} ){{0,2}}{_CAP}){{0,14}}"
SUBTITLE = re.compile(
    rf"(?<=[a-z\d,] )(?P<title>{_CAP}(?: (?:{_SMALL} )?{_CAP}){{1,9}}): (?P<sub>{_NAMED})"
    r"(?P<more>(?:, [A-Z][\w’' -]*)*)(?=[.,;)]| (?:and|\()|$)"
)
GOES_ON = re.compile(rf", {_CAP}(?: {_CAP})*[.;]?$")
LOWER = re.compile(r"\b[a-z]{2,}\b")
PLAIN = 2  # words without a capital, in a sentence that is not all title


def unmarked(text: str) -> str:
    """The sentence with each such title as one word of the same length."""
    if len([w for w in LOWER.findall(text) if w not in JOINING]) < PLAIN:
        return text
    for find in (_dated, _subtitled, _and_his, _twice, _with_function_word):
        for begin, end in reversed(list(find(text))):
            text = text[:begin] + made_word(text[begin:end]) + text[end:]
    return text


def made_word(whole: str) -> str:
    """A made-up name as long as what it stands for."""
    letters = [c for c in whole.lower() if "a" <= c <= "z"] or ["x"]
    return "".join(islice(cycle(letters), len(whole))).capitalize()


def is_unmarked(whole: str) -> bool:
    """Whether what one word stood for is such a title."""
    return whole[:1].isalnum() and " " in whole and " do " not in whole


def _dated(text: str) -> Iterator[Span]:
    """`A Life Apart (1950), Born Late (1951) and B (1952)`: all between two years is one title."""
    years = list(YEAR.finditer(text))
    linked: list[Span] = []
    for one, two in pairwise(years):
        between = BETWEEN.fullmatch(text, one.end(), two.start())
        if between is None or not _titled(between["title"]):
            continue
        if not linked or linked[-1][1] != one.start():
            first = LAST_RUN.search(text, max(0, one.start() - 100), one.start())
            if first:
                linked.append((first.start(), one.start()))
        linked.append((between.start("title"), two.start()))
    lives = years and all(_a_life(y) for y in years)
    yield from (s for s in linked if not lives and _of_words(text[s[0] : s[1]]))


def _a_life(year: re.Match[str]) -> bool:
    """`(1901–1980)`: years of a life, and of no work."""
    last = year["last"] or ""
    return len(last) == 4 and last.isdigit() and int(last) - int(year["first"]) > 20


def _titled(words: str) -> bool:
    """Whether words are written as a title is."""
    found = WORD.findall(words)
    large = [w for w in found if not w[0].islower()]
    rest = [w for w in found if w[0].islower()]
    return bool(found) and found[0] in large and all(w in JOINING for w in rest)


def _of_words(title: str) -> bool:
    """Whether a title is of several words, and nobody's name."""
    words = title.split()
    named = len(words) < 4 and words[0].lower() in lx.MALE_NAMES | lx.FEMALE_NAMES
    return len(words) > 1 and not (named and all(w[0].isupper() for w in words))


def _and_his(text: str) -> Iterator[Span]:
    """`the dramas The Baker and His Wife and Winter`."""
    yield from (m.span() for m in AND_HIS.finditer(text))


def _twice(text: str) -> Iterator[Span]:
    """`had a part in Year by Year`."""
    yield from (m.span() for m in TWICE.finditer(text))


def _with_function_word(text: str) -> Iterator[Span]:
    """`roles in Angel, Talk It Over, and B`: a capital pronoun or particle inside a name."""
    for m in RUN.finditer(text):
        words = m.group().split()
        told = m.start() and re.search(r"[a-z\d)],? $", text[: m.start()])
        inner = any(w in FUNCTION for w in words[1:])
        after = text[m.end() :]
        torn = after.startswith("-") or GOES_ON.match(after)  # `in I Saw You, Ann Roe.`
        if told and len(words) > 2 and inner and not torn:
            yield m.span()


def _subtitled(text: str) -> Iterator[Span]:
    """`the author of Long Lines: The Story of a Bridge`; the last of several has all behind it."""
    for m in SUBTITLE.finditer(text):
        before = text[: m.start()]
        listed = before.endswith(", ")
        last = before.endswith((" and ", " or "))
        end = m.end("more") if last else m.end("sub")
        sub = m["sub"]
        if listed and " and " in sub:
            end = m.start("sub") + sub.index(" and ")
        elif not (listed or last) and m["more"]:
            continue  # a list of one knows what
        if len(text[m.start("sub") : end].split()) > 1:
            yield m.start(), end
