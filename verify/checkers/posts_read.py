"""Posts in plain statements: `NAME chairs the finance committee`, `NAME is Norland's premier`.

Any post that a newspaper names, of a council, a firm, a club or a state; the table of office terms
(`offices`) knows the great ones alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.dates_read import MONTHS
from verify.checkers.wording import STOP, words

# A post by its noun, and what it counts as: `the chairwoman` is the chair, who heads is the head.
_HEADS = {
    "chief executive": "chief executive officer|chief executive|managing director|ceo",
    "prime minister": "prime minister|premier|taoiseach|chancellor of germany",
    "vice": r"(?:vice|deputy|assistant|associate)[\s-](?:president|chair(?:man|woman|person)?"
    r"|premier|prime minister|mayor|director|governor|leader|head|chief|minister|secretary"
    r"|commissioner|speaker|editor|manager|coach|captain|chief executive|treasurer)",
    "secretary-general": "secretary[ -]general|general secretary",
    "chair": "chair(?:man|woman|person)?",
    "president": "president",
    "lead": "leader|head|boss",
    "chief": "chief of staff|police chief|fire chief|army chief|chief constable|chief",
    "minister": "minister|secretary of state|secretary",
    "mayor": "mayor",
    "governor": "governor",
    "speaker": "speaker",
    "chancellor": "chancellor",
    "director": "director(?:[ -]general)?",
    "commissioner": "commissioner",
    "ambassador": "ambassador|high commissioner",
    "envoy": "envoy",
    "treasurer": "treasurer",
    "coach": "coach",
    "manager": "manager",
    "captain": "captain",
    "editor": "editor(?:[ -]in[ -]chief)?",
    "dean": "dean",
    "rector": "rector|vice[ -]chancellor",
    "principal": "principal|headteacher|head ?master|head ?mistress",
    "general counsel": "general counsel",
    "chief officer": r"chief [a-z]+ officer|cfo|coo|cto",
    "archbishop": "archbishop|bishop",
    "judge": "chief justice",
    "prosecutor": "prosecutor[ -]general|public prosecutor|attorney[ -]general",
    "spokesperson": "spokes(?:man|woman|person)",
    "member": "mp|msp|member of parliament|member of the assembly|assembly ?(?:man|woman|member)",
    "senator": "senator",
    "councillor": "council(?:l?or|man|woman|member)|alder(?:man|woman)|cabinet member",
} | {
    word: word
    for word in (
        "superintendent curator bursar clerk ombudsman master warden provost registrar conductor"
        " sheriff coroner librarian comptroller abbot abbess provincial organiser convener"
    ).split()
}
# Longer names of posts before the shorter ones that stand in them.
_ORDER = ("vice", "rector", "chief officer", "secretary-general", *_HEADS)
_HEAD = re.compile(
    "|".join(rf"(?P<h{n}>\b(?:{_HEADS[name]})\b)" for n, name in enumerate(dict.fromkeys(_ORDER))),
    re.I,
)
_NAMES = tuple(dict.fromkeys(_ORDER))
_VERBS = {
    "chair": "chairs|chaired|chair|presides over|presided over",
    "lead": "heads|headed|head|leads|led|lead|runs|ran|run",
    "coach": "coaches|coached|coach",
    "captain": "captains|captained|captain",
    "manager": "manages|managed|manage",
    "editor": "edits|edited|edit",
    "governor": "governs|governed",
}
VERB = "|".join(_VERBS.values())
# Whoever leads a body may be called by any of these.
_ALIKE = (
    frozenset({"chair", "lead"}),
    frozenset({"lead", "chief executive", "director", "chief", "manager"}),
    frozenset({"lead", "president"}),
    frozenset({"prime minister", "lead"}),
)
# What ends the words of a post.
_CUT = re.compile(
    r"[,;:(“\"]|\s[–—-]\s|\b(?:until|since|from|when|while|after|before|who|which|whose|where|till"
    r"|replacing|succeeding|on|during|at (?:its|a|an|the (?:time|turn|end|start|beginning|age))|by"
    r"|with|following|because|as|despite|between|but|to become|in the [a-z]+ elections?"
    rf"|in (?:\d+|early|late|{'|'.join(MONTHS)})"
    r"|for (?:the (?:past|last)|[\w ]*?(?:years|decades|terms|months)|more than|almost|nearly|over"
    r"|good))\b",
    re.I,
)
_WITHOUT = frozenset(
    "affair current new long-serving longtime outgoing first second the former ex then retired"
    " professor dr sir dame company firm group organisation organization body".split()
)
# A post that is only half one's own, or for a time, is another.
_OTHERWISE = re.compile(
    r"\b(?:acting|interim|caretaker|honorary|shadow|elect|designate|incoming|future|would-be"
    r"|nominee|candidate|co-?|then)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Post:
    """A post: what kind, the words that tell which, and how it was written."""

    kind: str
    of: frozenset[str]
    words: str


@lru_cache(maxsize=4096)
def post_of(phrase: str) -> Post | None:
    """The post that a phrase names: `chairman of the finance committee`; None where none.

    >>> post_of("minister of foreign affairs until May").of
    frozenset({'foreign'})
    """
    own = _cut(phrase)
    match = _HEAD.search(own)
    if match is None or _OTHERWISE.search(own):
        return None
    kind = _NAMES[int((match.lastgroup or "h0")[1:])]
    if kind == "vice":
        kind = match.group().lower().replace("-", " ")
    return Post(kind, telling(own[: match.start()] + " " + own[match.end() :]), own)


@lru_cache(maxsize=4096)
def post_by_verb(verb: str, body: str) -> Post | None:
    """The post of whoever `chairs the finance committee`; None where the body has no words."""
    own = _cut(body)
    kind = next((k for k, v in _VERBS.items() if re.fullmatch(v, verb, re.I)), "")
    of = telling(own)
    return Post(kind, of, f"{verb} {own}") if kind and of else None


def _cut(phrase: str) -> str:
    """A phrase as far as the words of a post go."""
    return _CUT.split(phrase, maxsplit=1)[0].strip()


def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell which post is meant."""
    return frozenset(w.stem for w in words(text) if w.stem not in STOP | _WITHOUT)


def spoken_of(post: Post, text: str) -> bool:
    """Whether a text has a word for this kind of post, as a noun or a verb."""
    written = _written(post.kind)
    return written is not None and bool(written.search(text))


@lru_cache(maxsize=256)
def _written(kind: str) -> re.Pattern[str] | None:
    """The words for a kind of post and those like it; None for "vice chair" and its like."""
    kinds = {kind}.union(*(group for group in _ALIKE if kind in group))
    patterns = [table[k] for k in kinds for table in (_HEADS, _VERBS) if k in table]
    return re.compile(rf"\b(?:{'|'.join(patterns)})s?\b", re.I) if patterns else None


def same_kind(one: Post, other: Post) -> bool:
    """Whether two posts may be one by their nouns."""
    return one.kind == other.kind or any({one.kind, other.kind} <= group for group in _ALIKE)


def same_post(one: Post, other: Post, known: frozenset[str]) -> bool:
    """Whether two ways of naming a post mean one: what the one adds, the other leaves unsaid.

    `known`: the stems of the page's words; where its post has none of its own ("was chairman until
    2023") the page must have those of the claim.
    """
    if not same_kind(one, other):
        return False
    if not other.of:
        return one.of <= known
    return not (one.of - other.of and other.of - one.of) and bool(one.of & other.of or not one.of)
