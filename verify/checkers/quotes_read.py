"""Quotations in running text: which words stand between marks, and who is said to say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its span (marks included), in one or more pieces.

    `pieces` are the words between marks, broken where the text breaks off ("…," he said,
    "…"); `text` joins them; `speaker` is the name the sentence gives, or "".
    """

    start: int
    end: int
    pieces: tuple[str, ...]
    speaker: str
    gaps: tuple[tuple[int, int], ...] = ()  # between the pieces: "he said"

    @property
    def text(self) -> str:
        """The pieces joined by a space."""
        return " ".join(self.pieces)


_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "‘": "’", "❝": "❞", "「": "」"}
_MARK = re.compile(r"[“”„«»‹›‘’\"❝❞「」]|``|''|(?<!\w)'(?=\S)|(?<=\S)'(?!\w)")
SPEECH = (
    r"(?:said|says|say|told|tells|added|adds|wrote|writes|tweeted|posted|stated|declared|insisted"
    r"|argued|explained|noted|warned|announced|replied|responded|asked|claimed|admitted|recalled"
    r"|remarked|continued|concluded|complained|acknowledged|vowed|promised|stressed|testified"
    r"|confirmed|denied|joked|shouted|commented|observed|suggested|called(?!\s?[“\"‘«])"
    r"|according\sto)"
)
_TITLE = (
    r"(?:(?:President|Vice\sPresident|Prime\sMinister|Minister|Secretary|Senator|Sen\.|Rep\.|Gov\."
    r"|Governor|Mayor|Judge|Justice|Chancellor|Representative|Congress(?:man|woman)|General|Gen\."
    r"|Colonel|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|Professor|Sir|Lord|Lady|Pope|King|Queen|Prince"
    r"|Princess|Chief|Director|Chairman|Speaker|Ambassador|Commissioner|Captain|Rev\.|Judge)\s)*"
)
_PARTICLE = r"(?:\s(?:de|da|di|del|van|von|bin|ben|al|el|la|le|der|dos|du)(?=\s[A-ZÀ-Þ]))?"
_NAME = rf"{_TITLE}[A-ZÀ-Þ][\w.’'-]*{_PARTICLE}(?:\s[A-ZÀ-Þ][\w.’'-]*){{0,3}}"
_ASIDE = r"(?:,\s[^,“”\"]{2,80},)?"
_NAME_SAID = re.compile(
    rf"(?P<name>{_NAME}){_ASIDE}\s(?:\w+ly\s|also\s|has\s|had\s|once\s|then\s|later\s)?{SPEECH}\b"
)
_SAID_NAME = re.compile(rf"\b{SPEECH}\s(?:by\s)?(?P<name>{_NAME})")
_SAID_ROLE = re.compile(rf"^\W*{SPEECH}\s(?:[a-z-]+\s){{1,4}}(?P<name>{_NAME})")  # captain Joe Lee
# "…," said the coordinator, Lee Orr, at; "of" and "'s" leave open whose name it is.
_SAID_THE = re.compile(
    rf"^\W*{SPEECH}\s(?:the|an?|its|his|her|their|our)\s(?:(?!of\b|for\b)[\w-]+\s){{0,5}}"
    rf"(?!of\b|for\b)[\w-]+,\s(?P<name>[A-ZÀ-Þ][\w.’'-]*\s{_NAME})(?=[,.]|$)"
)
# NAME, who heads the mission, described the vote as "…"
_NAME_CALLED = re.compile(
    rf"(?P<name>{_NAME}){_ASIDE}\s(?:has\s|had\s|have\s|later\s)?(?:described|dismissed|hailed"
    r"|praised|branded|condemned|denounced|labell?ed|characteri[sz]ed|called)"
    r"\s[^“”\",]{2,80}?(?:\sas)?\s?$"
)
# "…," his lawyer, Lee Orr, added.
_ROLE_SAID = re.compile(rf"^\W*(?:[a-z-]+\s){{0,4}}[a-z-]+,\s(?P<name>{_NAME}),\s{SPEECH}\b")
_BY_NAME = re.compile(rf"^\s?[,.]?\s?[—–-]+\s?(?P<name>{_NAME})")
_BESIDE = (_SAID_NAME, _NAME_SAID, _BY_NAME, _SAID_THE, _ROLE_SAID)
_NOT_NAMES = frozenset(
    "I We He She They It You The A An This That These Those There But And In On At If When While"
    " However Yes No So As For After Before Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday January February March April May June July August September October November December"
    " Who What My Our His Her Their Its Not One Another Some Many Also Then Now Here Later".split()
)
_SHORT_GAP = 140  # characters between two pieces of one broken quotation


@lru_cache(maxsize=1024)
def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in reading order, broken ones joined. Never raises."""
    spans = _spans(text)
    groups: list[list[tuple[int, int]]] = []
    for span in spans:
        before = groups[-1][-1][1] if groups else 0
        joined = groups and _broken(text, before, span[0])
        if joined and not _by_another(text, before, span):
            groups[-1].append(span)
        else:
            groups.append([span])
    return tuple(_quotation(text, group) for group in groups)


def _quotation(text: str, group: list[tuple[int, int]]) -> Quotation:
    start, end = group[0][0], group[-1][1]
    gaps = tuple((one[1], two[0]) for one, two in pairwise(group))
    pieces = tuple(text[a + 1 : b - 1].strip("`' ,") for a, b in group)
    return Quotation(start, end, pieces, speaker(text, start, end, gaps), gaps)


def _spans(text: str) -> list[tuple[int, int]]:
    """Spans of the outermost quotations, marks included. A mark left open quotes nothing."""
    spans: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    depth = 0
    for mark in _MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        if opened is None:
            if sign in "”’›」❞" and sign not in "»":
                continue
            if not _opens(text, mark):
                continue
            opened, depth = (at, sign), 0
        elif sign == opened[1] and sign in _PAIRS and sign not in {'"', "»"}:
            depth += _opens(text, mark) and not _paragraph(text, at)
        elif _closes(opened[1], sign) and not _apostrophe(text, mark):
            if depth:
                depth -= 1
                continue
            spans.append((opened[0], mark.end()))
            opened = None
    return [s for s in spans if s[1] - s[0] > 2]


def _paragraph(text: str, at: int) -> bool:
    """An opening mark repeated at the head of a new paragraph goes on quoting."""
    return text[:at].endswith("\n")


def _opens(text: str, mark: re.Match[str]) -> bool:
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()] if mark.start() else ""
    spaced = mark.group() in "«»‹›"  # French sets a blank inside its marks
    return bool(after.strip() or spaced) and not (before.isalnum() and mark.group() in "'\"‘’")


def _closes(opening: str, sign: str) -> bool:
    if opening in {'"', "''", "``"}:
        return sign in {'"', "''", "”"}
    if opening == "'":
        return sign in {"'", "’"}
    return sign in _PAIRS.get(opening, opening) or (opening == "“" and sign == '"')


def _apostrophe(text: str, mark: re.Match[str]) -> bool:
    """A single mark inside a word, or a plural's, is an apostrophe."""
    if mark.group() not in {"'", "’"}:
        return False
    after = text[mark.end() : mark.end() + 1]
    return after.isalnum()


def _broken(text: str, end: int, start: int) -> bool:
    """Does a short "he said" between two pieces join them to one quotation?"""
    gap = text[end:start]
    if len(gap) > _SHORT_GAP or "\n" in gap:
        return False
    piece = text[:end].rstrip("”’\"'»")
    flows = piece.endswith((",", "—", "–", "…")) or gap.lstrip().startswith(",")
    return flows and bool(re.search(rf"\b{SPEECH}\b", gap)) and not re.search(r"[.!?]\s\w", gap)


def _by_another(text: str, before: int, span: tuple[int, int]) -> bool:
    """Do the words after a piece give it to somebody else than those before it?

    "…," Lee said. "…," said Gray: two quotations.
    """
    gap = text[before : span[0]]
    if not re.search(r"[.!?]\s*$", gap):
        return False
    after = _AFTER_END.split(text[span[1] : span[1] + 160])[0]
    one, two = (
        _names(part, _SAID_NAME, _NAME_SAID, _SAID_ROLE, _ROLE_SAID) for part in (gap, after)
    )
    return bool(two) and not (one and same_person(one[0], two[0]))


_AFTER_END = re.compile(r"[“«„\"]|\n|(?<=[.!?])\s+(?=[A-Z])")
_BEFORE_END = re.compile(r"[”»\"]|\n|(?<=[a-z)\d][.!?])\s+(?=[A-Z“\"])")


def speaker(text: str, start: int, end: int, gaps: Sequence[tuple[int, int]] = ()) -> str:
    """The name that the words around a quotation, and in its gaps, give as its speaker.

    "" where none is clear.
    """
    after = _AFTER_END.split(text[end : end + 160])[0]
    before = _BEFORE_END.split(text[max(0, start - 200) : start])[-1]
    inside = [text[a:b] for a, b in gaps]
    names = [
        *(n for part in (after, *inside) for n in _names(part, *_BESIDE)),
        *_names(before, _NAME_SAID, _NAME_CALLED),
        *re.findall(rf"\b[Aa]ccording to ({_NAME})", before),
    ]
    return names[0] if len({n.split()[-1] for n in names}) == 1 else ""


_ANY_MARK = re.compile(r"[“”\"«»]")


def lead(text: str, position: int) -> str:
    """The paragraph up to a quotation, where no other quotation stands in it."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return "" if _ANY_MARK.search(before) else before


def _names(part: str, *patterns: re.Pattern[str]) -> list[str]:
    found = [m["name"].strip() for p in patterns for m in p.finditer(part)]
    return [n for f in found if (n := _bare(f))]


def _bare(name: str) -> str:
    """A name without sentence openers ("But Smith" → "Smith") and trailing possessive."""
    parts = name.removesuffix("'s").removesuffix("’s").rstrip(".,").split()
    while parts and parts[0] in _NOT_NAMES:
        parts = parts[1:]
    # "The Director-General, P. Lee, adds": an office is nobody's name.
    office = all(w in TITLES for p in parts for w in p.lower().split("-"))
    return "" if office or any(p in _NOT_NAMES for p in parts[-1:]) else " ".join(parts)


TITLES = frozenset(
    "president vice prime minister secretary senator sen rep gov governor mayor judge justice"
    " chancellor representative congressman congresswoman general gen colonel dr mr mrs ms prof"
    " professor sir lord lady pope king queen prince princess chief director chairman speaker"
    " ambassador commissioner captain rev jr sr former the of foreign defence defense".split()
)


def same_person(one: str, two: str) -> bool | None:
    """True where the surnames are the same, False where both are names and share nothing.

    None where a part is shared (father and son, a first name) or nothing is left to compare.
    """
    a, b = _parts(one), _parts(two)
    if not a or not b:
        return None
    if a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a):
        return not (len(a) > 1 and len(b) > 1 and a[0] != b[0] and not _initial(a[0], b[0])) or None
    return None if set(a) & set(b) else False


def _initial(one: str, two: str) -> bool:
    """ "J" stands for "John"; "Jane" does not."""
    return one[0] == two[0] and 1 in {len(one), len(two)}


def _parts(name: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name.lower())
    return [w.removesuffix("'s").removesuffix("’s") for w in words if w not in TITLES]
