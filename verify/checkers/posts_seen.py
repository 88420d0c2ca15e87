"""Ends of tenures by the shape of a sentence alone: lists with years, titles, nouns for leaving.

Beside `posts_told`, which reads plain statements; minutes, lists and headings have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from verify.checkers.dates_read import Mention, dates
from verify.checkers.full_names import full_names, written_out
from verify.checkers.posts_read import Post, post_of
from verify.checkers.posts_told import PERSON, Tenure
from verify.checkers.wording import sentence_spans
from verify.types import Document

_POST = r"[^,;:.()“”]{3,80}"
_ROLE = r"(?:(?:its|their|the|his|her|our)\s)?(?:(?P<title>[A-Za-z][^,;:.()“”]{2,60}?),?\s)??"
_AS = rf"(?:,?\s(?:as|from\sthe\spost\sof)\s(?P<post>{_POST}))?"
_LEAVING = r"resignation|dismissal|departure|retirement|removal|sacking|ouster|death"
# Each tells that it is over for `who`; the post may stand before the name or behind it.
_OVER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<who>{PERSON}),?\s(?:an?\s|the\s|its\s)?(?:former|ex-|formerly|previously)\s?(?P<post>{_POST})",
        rf"\b(?:[Ff]ormer|[Ee]x-)\s?(?P<title>[A-Za-z][^,;:.()“”]{{2,60}}?)\s(?P<who>{PERSON})\b",
        rf"(?P<who>{PERSON}),?\s(?:the\s|its\s)?(?P<post>[^,;:.()“”]{{3,80}}?)\s(?:until|till)\s",
        rf"\b(?:sacked|fired|dismissed|removed|ousted|dismissing|sacking|firing|replacing|replaced"
        rf"|succeeded|succeeding|succeeds|follows|following)\s{_ROLE}(?P<who>{PERSON})\b{_AS}",
        rf"\b(?:{_LEAVING})\sof\s{_ROLE}(?P<who>{PERSON})\b{_AS}",
        rf"(?P<who>{PERSON})['’]s\s(?:{_LEAVING}){_AS}",
        rf"(?P<who>{PERSON})['’]s\s(?:[\w-]+\s){{0,2}}(?:term|mandate|contract|tenure){_AS}"
        r"[^.;]{0,40}?\s(?:ended|expired|ran\sout|came\sto\san\send)",
        rf"\b[Bb]efore\s(?:her|him|them),?\s(?P<who>{PERSON})\s(?:held|had|was)\b",
        rf"(?P<who>{PERSON})\b[^.;“”]{{0,60}}?\sas\s(?P<post>{_POST}?)\s(?:until|till)\s",
        rf"(?P<who>{PERSON})\swas\s(?P<post>{_POST}?)\sbefore\s(?:her|him|them)\b",
        rf"\b(?:from|passed\sfrom)\s(?P<who>{PERSON})\sto\s(?:the\s)?{PERSON}\b",
    )
)
# "Ann Lee (1988–2001)", "Ann Lee, 2014 to January 2020", "Ann Lee (to 31 January 2025)".
_LISTED = re.compile(
    rf"(?P<who>{PERSON}),?\s\(?"
    r"(?:to\s|until\s|(?:[\w ]{0,14}?\d{4}|\d{4})\s?(?:[-–]|to|until)\s?)"
    r"(?P<end>(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?\d{4}|\d{2}\b)"
)
_LEFT_OPEN = re.compile(
    r"\b(?:will|would|could|may|might|should|if|unless|whether|plans?|planned|intends?|hopes?|wants?"
    r"|calls?\sfor|called\sfor|calling\sfor|demand\w*|urg\w+|rumou?rs?|reportedly|alleged\w*"
    r"|threat\w*|offer\w*|refus\w+|reject\w+|declin\w+|den(?:y|ies|ied)|expected|due\sto|about\sto"
    r"|again|returned|reinstated|re-elected|acting|interim)\b|n['’]t\b",
    re.I,
)


# "NAME was cheered. The former mayor, who …": whom the sentence before names.
_THE_FORMER = re.compile(
    r"The\s(?:former|ex-|ousted|sacked|outgoing)\s?(?P<post>[^,;:.()“”]{2,60})"
)


@lru_cache(maxsize=256)
def seen(document: Document, low: int, high: int, day: date | None) -> tuple[Tenure, ...]:
    """The tenures that a stretch of a page's text tells to be over; none in doubtful sentences."""
    return tuple(_seen(document, low, high, day))


def _seen(document: Document, low: int, high: int, day: date | None) -> Iterator[Tenure]:
    text, names = document.text[low:high], full_names(document.text)
    before = ""
    for start, end in sentence_spans(text):
        at = low + start, low + end
        yield from _listed(text[start:end], at, document)
        sentence = written_out(text[start:end], names)
        if (former := _THE_FORMER.match(sentence)) and (who := _only_person(before)):
            post = post_of(former["post"])
            yield from [Tenure(who, post, True, None, *at, document)] if post else []
        before = sentence
        if _LEFT_OPEN.search(sentence):
            continue
        for pattern in _OVER:
            for match in pattern.finditer(sentence):
                post = _post(match)
                if post is None and any(match.groupdict().get(g) for g in ("post", "title")):
                    continue  # a former railway engineer
                when = _until(sentence, match, day)
                yield Tenure(match["who"], post, True, when, *at, document)


def _only_person(sentence: str) -> str:
    """The one full name that a sentence begins with, or ""."""
    found = re.match(PERSON, sentence)
    return found.group() if found else ""


def _post(match: re.Match[str]) -> Post | None:
    fields = match.groupdict()
    found = (post_of(fields[name]) for name in ("post", "title") if fields.get(name))
    return next((post for post in found if post), None)


def _until(sentence: str, match: re.Match[str], day: date | None) -> Mention | None:
    """The day behind `until` where one is told; else the only day of the sentence."""
    found = dates(sentence, day)
    behind = [m for m in found if m.role == "until"]
    return behind[0] if behind else found[0] if len(found) == 1 else None


def _listed(sentence: str, at: tuple[int, int], document: Document) -> Iterator[Tenure]:
    """`Chairs of the club: A (1988–2001), B (since 2001)`: the post stands before them, or in the
    page's title."""
    items = list(_LISTED.finditer(sentence))
    if not items:
        return
    lead = sentence[: items[0].start()].rstrip(": ")
    post = post_of(_singular(lead)) or post_of(_singular(document.title))
    for item in items:
        year = item["end"]
        written = year if len(year) > 2 else f"20{year}"
        ends = dates(written)
        if post and ends:
            yield Tenure(item["who"], post, True, ends[-1], *at, document)


def _singular(text: str) -> str:
    """`Chairmen of the club`, `governors of the bank` as the post of one."""
    return re.sub(r"\b(\w+?)(?:men\b)", r"\1man", re.sub(r"(?<=[a-z]r)s\b|(?<=nt)s\b", "", text))
