"""The plain statements that a passage's sentences make, worded so that a claim can be laid beside.

A sentence of one subject with two verbs is read as two; what only compares ("up from 13%")
is left off; a date that leads is put last; a name is written out as its text first gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.dates_read import dates
from verify.checkers.full_names import full_names, written_out
from verify.checkers.stories import foreign
from verify.checkers.wording import doubted, sentence_spans, states, tidy
from verify.types import Document, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim and a statement of a page, in the wordings in which they are held together.

    `said` is the page's whole sentence as it stands there; `doubted` holds where the passage
    speaks of falsehood, `foreign` where the page may be about another thing of that kind.
    """

    claim: str
    sentence: str
    said: str
    document: Document
    doubted: bool
    foreign: bool


def readings(claim: str, passage: Passage, article: str) -> Iterator[Reading]:
    """The pairs of claim and statement to compare; `article` is the text the claim stands in."""
    document = passage.document
    about = (document, doubted(passage.text), foreign(claim, article, document))
    ours = full_names(article)
    theirs = full_names(document.text)
    asked = dated_last(claim)
    full_claim = written_out(asked, ours)
    for said in sentences(passage):
        for part in (said, *clipped(said), *parted(said)):
            statement = dated_last(part)
            full = written_out(statement, theirs)
            if full_claim == asked or full == statement:
                yield Reading(asked, statement, said, *about)
            if full_claim != asked or full != statement:
                yield Reading(full_claim, full, said, *about)


def sentences(passage: Passage) -> tuple[str, ...]:
    """The sentences of a passage that state something."""
    return _stated(passage.text)


# A claim's passages are gone through by a dozen notes, and mostly serve the next claim, too.
# Keyed by the passage's text, so that no page is kept for it.
@lru_cache(maxsize=512)
def _stated(text: str) -> tuple[str, ...]:
    cut = (text[start:end] for start, end in sentence_spans(text))
    return tuple(tidy(sentence) for sentence in cut if states(sentence))


_COMPARES = re.compile(
    r",?\s(?:up|down)\sfrom\s|,?\scompared\s(?:with|to)\s|,\s(?:against|from|after)\s(?=[$£€]?\d)"
    r"|,\san?\s(?:increase|rise|drop|fall|decline|jump|gain|decrease)\sof\s",
    re.I,
)


# Those who speak for what they know: "…, police said."
_SAID = re.compile(
    r",\s(?:the\s)?[a-z]+(?:\s[a-z]+){0,2}\s(?:said|announced|confirmed)(?:\son\s[A-Z][a-z]+)?\.?$"
)


# "Ann Lee, the former mayor, …"
_ASIDE = re.compile(r"(?<=[a-zß-ÿ]),\s(?:the|an?|who)\s[^,;:()\d]{1,80},(?=\s[a-z])")


def clipped(sentence: str) -> tuple[str, ...]:
    """A sentence without what it compares with, who said it, and asides; () where it has none.

    >>> clipped("Revenue was $4.2 billion, up from $3.9 billion.")
    ('Revenue was $4.2 billion.',)
    """
    cut = _COMPARES.search(sentence) or _SAID.search(sentence)
    first = sentence[: cut.start()] + "." if cut else sentence
    bare = _ASIDE.sub("", first)
    return tuple(dict.fromkeys(s for s in (first, bare) if s != sentence))


def without_speaker(sentence: str) -> str:
    """A sentence without who speaks for what they know.

    >>> without_speaker("The mill burnt down, police said.")
    'The mill burnt down.'
    """
    return _SAID.sub(".", sentence)


_LEADS = re.compile(r"(?:In|On|By|Since|During)\s(?:the\s)?")


@lru_cache(maxsize=8192)
def dated_last(sentence: str) -> str:
    """A statement with its leading date at the end.

    >>> dated_last("In 2023, the fair had 900 guests.")
    'The fair had 900 guests in 2023.'
    """
    first = next(iter(dates(sentence)), None) if _LEADS.match(sentence) else None
    if first is None or not re.fullmatch(rf"(?:{_LEADS.pattern})?", sentence[: first.start]):
        return sentence
    rest = re.match(r",?\s(?=\S)", sentence[first.end :])
    if not rest:
        return sentence
    body = sentence[first.end + rest.end() :].rstrip(" .")
    return f"{body[0].upper()}{body[1:]} {sentence[0].lower()}{sentence[1 : first.end]}."


# "The line is 8 km long and has 14 stops": a second verb of the same subject.
_EITHER = "is|was|are|were|has|had|have|costs?|employs|employed"
_VERB = re.compile(
    rf"\s(?:{_EITHER}|will\sbe|runs?|ran|covers?|holds?|held|won|received|lost|sold|made|rose|fell"
    r"|[a-z]{2,}ed)\s"
)
_SECOND = re.compile(
    rf",?\sand\s(?=(?:{_EITHER}|will|[a-z]{{2,}}ed|meets|covers|makes|holds|sells|owns|includes|contains"
    r"|opens|closes|begins|ends|lasts|weighs|measures|produces|operates|serves)\s)"
)
_NESTED = re.compile(
    r"[;:()“”\"—–]|\b(?:who|whom|whose|which|that|if|unless|when|while|where|because|although|though"
    r"|before|after|since|until|than|neither|nor|or|not|never|no|said|says|between|respectively)\b",
    re.I,
)
# "played 97 matches and scored 33 goals for the club": what comes last may hold for both.
_SHARED = re.compile(
    r"\S+\s(?!(?:for|in|at|with|against|among|during|across|on|by|from|to)\s)[^,;.]*"
    r"\s(?:for|in|at|with|against|among|during|across|on)\s"
)
MOST_OF_A_SUBJECT = 8  # words


@lru_cache(maxsize=2048)
def parted(sentence: str) -> tuple[str, ...]:
    """A plain sentence of one subject with two verbs as two statements; () for any other.

    Only the second where what it ends with may hold for the first, too.

    >>> parted("The line is 8 km long and has 14 stops.")
    ('The line is 8 km long.', 'The line has 14 stops.')
    """
    seconds = list(_SECOND.finditer(sentence))
    verb = _VERB.search(sentence)
    if len(seconds) != 1 or not verb or seconds[0].start() <= verb.start():
        return ()
    subject, at = sentence[: verb.start()], seconds[0]
    first, rest = sentence[: at.start()], sentence[at.end() :]
    if _NESTED.search(first) or "," in subject or len(subject.split()) > MOST_OF_A_SUBJECT:
        return ()
    if re.search(r"\band\b", first + rest):
        return ()  # a list: which verb belongs to whom is a matter of grammar
    second = () if _NESTED.search(rest) else (f"{subject} {rest}",)
    return second if _SHARED.match(rest) else (f"{first}.", *second)
