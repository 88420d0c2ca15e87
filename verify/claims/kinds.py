"""What sort of statement a claim is, and whether it can be checked at all.

One table, read from the top: the first row that matches decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.claims.outlook import TOLD, in_their_words, uncertain
from verify.claims.stipulated import a_term, stipulated
from verify.claims.verbs import base_of
from verify.claims.works import asks
from verify.types import Attribution, Kind

I = re.IGNORECASE  # noqa: E741

_OFFICE = (
    r"president|prime minister|minister|premier(?! (?:division|league))|chancellor|king|queen|pope"
    r"|emir|sultan|senator"
    r"|congress(?:man|woman)|representative|member of (?:congress|parliament|the (?:house"
    r"|senate))|mp"
    r"|lawmaker|governor|mayor|commissioner|secretary|under-?secretary|ambassador|envoy|consul"
    r"|chair(?:man|woman|person)?|speaker|(?:majority|minority|party) (?:leader|whip)|leader"
    r"|director"
    r"|chief (?:executive|justice|of staff|minister|whip)|ceo|head|justice|judge|attorney"
    r" general|general secretary"
    r"|admiral|commander|spokes(?:man|woman|person)|nominee|chancellor|deputy"
)
OFFICE = re.compile(
    rf"\b(?:is|was|are|were|became|becomes|remains?|serves?(?: \w+){{0,2}} as|served(?:"
    rf" \w+){{0,2}} as|serving as|acts? as|acted as|named|appointed|elected"
    rf"|sworn in|nominated|confirmed as|resigned as|ousted as|held the (?:office|post)|chairs"
    rf"|heads|chaired|headed)\b"
    rf"[^.;]{{0,60}}?\b(?:{_OFFICE})\b|\bchair(?:s|ed) the\b|\b(?:succeeded|replaced)"
    rf" [A-Z][^.]{{0,40}} as\b",
    I,
)
RHETORIC = re.compile(
    r"^(?:let(?:'s|’s| us)\b|imagine\b|consider\b|keep in mind\b|make no mistake|god bless|thank"
    r" you|please\b|remember\b"
    r"|note that\b|click\b|read more\b|subscribe\b|sign up\b|follow us\b|photo\b|image:"
    r"|advertisement\b|share this\b|here(?:'s|’s| is| are)\b|check out\b|find out (?:more|how)\b"
    r"|learn more\b|stay tuned\b|tune in\b|see also\b|scroll down\b)"
    r"|\b(?:my|our) (?:thoughts|hearts?|prayers|sympath(?:y|ies)|condolences)"
    r"(?: and (?:thoughts|prayers|sympathies|condolences))? (?:is|are|goes?|remains?) "
    r"|(?:\bi|(?:^|[,;:—–] ?)(?:(?:and|but|so) )?we) (?:recommend|hope|wish|apologi[sz]e)\b",
    I,
)
CAUSAL = re.compile(
    r"\b(?:because|due to|owing to|caused?(?: by)?|(?<!was )(?<!were )led to"
    r"|leads to|result(?:s|ed|ing)? (?:in"
    r"|from)|thanks to|as a result of"
    r"|driven by|triggered|sparked|prompted|contribut(?:es|ed) to|stems? from|stemmed from"
    r"|blamed (?:on|for)|attributed to)\b",
    I,
)
COMPARISON = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower|larger|smaller|faster|slower|better|worse"
    r"|older|younger|longer|shorter|bigger"
    r"|stronger|weaker|cheaper|richer|poorer|earlier|later)\b[^.;]{0,60}?\bthan\b(?! [$€£¥₹]?\d"
    r"| (?:a|one|two|three|four|five|six|seven|eight|nine|ten|half|dozens?|hundreds?|thousands?"
    r"|millions?)\b)|compared (?:to"
    r"|with)|(?:the|its|their|our) (?:most|least|largest"
    r"|smallest|highest|lowest|biggest|fastest|oldest|youngest|richest|poorest|longest|greatest"
    r"|first|second.largest|worst|best)\b"
    r"|one of the (?:most|\w+est)|twice as|times (?:as|more|higher)|as \w+ as|outnumber\w*"
    r"|surpass\w*|exceed\w*|ranks?\b|ranked)",
    I,
)
NUMBER_WORD = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?"
    r"|millions?|billions?|trillions?|half"
    r"|a third|a quarter|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
QUANTITY = re.compile(
    rf"[$€£¥₹%]|\bper ?cent\b|\b(?!(?:1[5-9]|20)\d\d\b)\d[\d,.]*\b(?!\s+(?:January|February"
    rf"|March|April|May|June|July|August|September"
    rf"|October|November|December))|\b(?:{NUMBER_WORD})\b",
    I,
)
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\."
    r"|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
DATE_TEXT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?:, ?\d{{4}})?|{MONTH} \d{{4}}"
    r"|\b(?:in|since|until|by|from|of|during|before|after|around|late|early|mid-?) ?(?:the"
    r" (?:early |late |mid-?)?)?(?:1[5-9]|20)\d\ds?\b"
)
RELATION = re.compile(
    r"\b(?:is|are|was|were) (?:an?|the|one of|part|in|from|based|located|owned|married|related"
    r"|known|called|named|home|member)\b"
    r"|\b(?:has|have|owns?|belongs?|consists?|contains?|includes?|borders?|comprises?)\b",
    I,
)


@dataclass(frozen=True)
class Sort:
    """A claim's kind, and why it cannot be checked ("" where it can)."""

    kind: Kind
    reason: str = ""


APPEAL = Sort(Kind.OPINION, "an appeal to the reader, not a statement")


def sort_of(
    text: str, how: str, source: str = "", decisive: str = "", *, among_terms: bool = False
) -> Sort:
    """The kind of a claim. `how` is the rule that made its proposition, `source` what it is
    according to, `decisive` its words less those that only tell of a noun or a time in it;
    `among_terms` where its sentence goes on with what an accord lays down."""
    said = how in ("quotation", "saying", "fragment")
    laid_down = stipulated(text, source) or (among_terms and a_term(text))
    if not said and not asks(text) and laid_down:
        return _by_rule(text, how) or _by_words(text, how) or Sort(Kind.EVENT)
    found = _not_checkable(text, how, decisive) or _by_rule(text, how) or _by_words(text, how)
    return found or Sort(Kind.RELATION if RELATION.search(text) else Kind.EVENT)


def held_by(by: Attribution | None, sort: Sort, text: str = "") -> Sort:
    """What somebody hopes for, what the writer believes, and what a thing is in somebody's own
    words, is no fact."""
    if by is None or sort.reason or sort.kind is Kind.QUOTATION:
        return sort
    if base_of(by.verb) == "hope":
        return Sort(Kind.PREDICTION, "what somebody hopes for")
    own = by.speaker.lower() in ("i", "we") and base_of(by.verb) in ("believe", "think", "feel")
    own = own or in_their_words(text)
    return (
        Sort(Kind.OPINION, "says what ought to be, or what somebody thinks of it") if own else sort
    )


# Who wrote or sent it, on a line of its own.
CREDIT = re.compile(
    r"(?:staff|wire|news|agency) (?:and (?:staff|wire|news|agency) )?"
    r"(?:reports?|writers?|services?)\.?",
    I,
)


# `The watchdog would say by 31 July whether it acts`: when somebody is to say it.
YET_TO_SAY = re.compile(
    r"(?:(?!that\b)[\w’'.-]+ ){1,8}?(?:will|would) (?:say|announce|decide|tell \w+) by (?=\d|[A-Z])"
)
# It goes on a sentence before.
OF_WHICH = re.compile(r"(?:none|all|most|some|much|many|few|both|neither) of (?:which|whom)\b", I)


# The lead of a list: `Inspectors found that:`
LEAD = re.compile(r"\b(?:found|show(?:s|ed)?|noted|heard|agreed|resolved|concluded|ruled) that\.?$")


def _not_checkable(text: str, how: str, decisive: str) -> Sort | None:
    if how == "quotation":
        return Sort(Kind.QUOTATION)
    if asks(text):
        return Sort(Kind.OPINION, "a question states nothing")
    if RHETORIC.search(text):
        return APPEAL
    scrap = how == "fragment" or CREDIT.fullmatch(text) or LEAD.search(text)
    if scrap or (how != "saying" and OF_WHICH.match(text)):
        return Sort(Kind.OPINION, "a fragment: it states nothing by itself")
    if how == "saying" and YET_TO_SAY.match(text):
        return Sort(Kind.PREDICTION, "about the future")
    if how == "saying" or (how == "side" and TOLD.match(text)):
        return Sort(Kind.QUOTATION)
    why = uncertain(text, decisive)
    return Sort(*why) if why else None


def _by_rule(text: str, how: str) -> Sort | None:
    if OFFICE.search(text):
        return Sort(Kind.OFFICE)
    if how in ("title", "apposition"):
        return Sort(Kind.RELATION)
    return None


def _by_words(text: str, how: str) -> Sort | None:
    if CAUSAL.search(text):
        return Sort(Kind.CAUSAL)
    if COMPARISON.search(text):
        return Sort(Kind.COMPARISON)
    without_dates = DATE_TEXT.sub(" ", text)
    if QUANTITY.search(without_dates):
        return Sort(Kind.QUANTITY)
    return Sort(Kind.DATE) if DATE_TEXT.search(text) else None
