"""The words newspapers write around an office: titles, tenses, parties, committees."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.checkers.offices_places import ADJECTIVES, CAPITALS, NAMES, STATE_FORMS

# Longest first where one title contains another. Titles are matched without regard to case.
TITLES: tuple[tuple[str, str], ...] = (
    ("secretary_of_state", r"(?:secretary|secretaries) of state"),
    ("vice_president", r"vice[- ]president|veep"),
    ("vice_chair", r"vice[- ]chair(?:man|woman|person)?"),
    ("ranking", r"ranking (?:minority )?member|ranking (?:republican|democrat)"),
    ("minority", r"(?:top|senior|lead) (?:republican|democrat)(?= on\b)"),
    (
        "chair",
        r"co-chair(?:man|woman)?|chair(?:man|woman|person|s)?|head(?= of the (?:senate|house))",
    ),
    ("prime_minister", r"prime ministers?|pms?|premiers?|chancellors?|taoiseach"),
    ("head_of_state", r"heads? of state"),
    ("head_of_government", r"heads? of government"),
    ("president", r"presidents?|pres\.?"),
    ("senator", r"senators?|sens?\.?|members? of the (?:u\.?s\.? |united states )?senate"),
    (
        "representative",
        r"representatives?|reps?\.?|congress(?:man|woman|person|men|women)|cong\.|"
        r"members? of the (?:u\.?s\.? |united states )?house(?: of representatives)?",
    ),
    ("congress", r"members? of (?:the )?(?:u\.?s\.? |united states )?congress|(?:law)maker"),
    ("monarch", r"king|queen|emir|amir|sultan|emperor|grand duke|pope"),
    ("ambassador", r"ambassadors?|amb\.|envoys?"),
)
TITLE = re.compile(
    r"(?:(?<![\w-])|(?<=then-)|(?<=ex-))(?:"
    + "|".join(f"(?P<{family}>{words})" for family, words in TITLES)
    + r")(?!\w)",
    re.I,
)
# A title right after one of these is another office: Deputy Prime Minister, Senate President.
OTHER_OFFICE = re.compile(
    r"\b(?:deputy|assistant|vice|first|second|foreign|finance|state|shadow|lieutenant|council|"
    r"commission|bank|university|college|club|company|party|union|senate|house|assembly|"
    r"parliament|board|association|federation|court|regional|city|county|provincial|"
    r"student|class|fifa|uefa|eu|european|world|society|institute|foundation|honorary|"
    r"majority|minority|speaker|tribal|chief|attorney|inspector|surgeon|adjutant|major|"
    r"opposition|chamber|executive|group|corporation|bloc|chapter|national|local|drag|prom|"
    r"homecoming|burger|stephen|martin luther|dairy|beauty|larry|king's|billie jean)[\s-]+$",
    re.I,
)
TENSES: tuple[tuple[str, str], ...] = (
    ("former", r"former|ex-?|one-?time|erstwhile|past|previous|retired|two-time former"),
    ("then", r"then-?"),
    ("acting", r"acting|interim|caretaker|transitional|provisional"),
    ("elect", r"incoming|would-be|next|future|newly elected|newly-elected"),
    (
        "ended",
        r"under|during|ousted|deposed|late|toppled|disgraced|exiled|jailed|imprisoned|impeached",
    ),
    ("current", r"current|sitting|incumbent|outgoing|present|long-?time|long-?serving|new|now"),
)
TENSE = re.compile(
    r"(?:^|(?<=[\s(“\"'‘,—–-]))(?:" + "|".join(f"(?P<{t}>{w})" for t, w in TENSES) + r")[\s-]*$",
    re.I,
)
PARTY_ABROAD = re.compile(r"\b(?:Labour|Conservative|Tory|Liberal|Socialist|Communist|Green)\s+$")
PARTY = re.compile(r"(?:^|(?<=[\s(“\"'‘,—–-]))(Republican|Democratic|Democrat|GOP|Independent)\s+$")
FILLER = re.compile(
    r"(?:^|(?<=[\s(“\"'‘,—–-]))(?:the|a|an|senior|junior|veteran|powerful|influential|embattled|"
    r"conservative|liberal|progressive|moderate|hawkish|prominent|fellow|first-term|freshman|"
    r"his|her|its|their|centrist|populist|hard-line|right-wing|left-wing|two-term|three-term)\s+$",
    re.I,
)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


NAME_OF_PLACE = _alternatives(NAMES)
_STATE_TOO = _alternatives(STATE_FORMS)
_PLACE = _alternatives({*NAMES, *ADJECTIVES})
_STATE = _alternatives(s for s in STATE_FORMS if len(s) > 2 or s.isupper())
PLACE_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘,—–-]))(?P<place>{_PLACE})(?P<own>['’]s?)?[\s-]+$",
)
STATE_BEFORE = re.compile(rf"(?:^|(?<=[\s(“\"'‘,—–-]))(?P<place>{_STATE})(?:\.|['’]s?)?[\s-]+$")
CAPITAL_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘,—–-]))(?P<place>{_alternatives(CAPITALS)})['’]s?\s+$"
)
PLACE_AFTER = re.compile(
    rf"\s+(?P<link>of|to|for|in|from)\s+(?:the\s+)?(?P<place>{_PLACE}|Washington)(?![\w-])",
)
STATE_AFTER = re.compile(rf"\s+(?:of|from|for|representing)\s+(?P<place>{_STATE})(?![\w-])")
TO_US_AFTER = re.compile(
    r"\s+(?:to|in)\s+(?:the\s+)?(?:United States(?: of America)?|U\.S\.|US|USA|America|"
    r"Washington(?:,? D\.?C\.?)?)(?![\w-])"
)
TO_ELSEWHERE = re.compile(r"\s+(?:to|in|at)\s+(?:the\s+)?[A-Z]")
OF_SOMETHING = re.compile(
    r"\s+(?:of|at|for)\s+(?:the\s+)?(?!Republic\b|Islamic Republic\b|State\b)[A-Za-z]"
)
ELECT_AFTER = re.compile(r"[\s-]+(elect|designate|nominee|in waiting)\b", re.I)
PARTY_STATE_AFTER = re.compile(
    rf",?\s*\(?(?P<party>R|D|I|L|Republican|Democrat)\s*[-–—,]\s*(?P<state>{_STATE_TOO})(?!\w)\.?"
    r"(?:[-–]?\d+)?\)?"
)
PARTY_NOUN_AFTER = re.compile(
    rf",\s+(?:an?\s+)?(?P<party>Republican|Democrat)(?:\s+(?:from|of)\s+(?P<state>{_STATE}))?(?![\w-])"
)
_COMMITTEE_WORDS = """
Accountability Administration Affairs Aging Agriculture Appropriations Armed Attempted Banking
Budget Business Capitol China Chinese Climate Commerce Communist Congress Coronavirus Crisis
Disparity Economic Education Energy Entrepreneurship Environment Ethics Fairness Finance Financial
Foreign Forestry Government Governmental Growth HELP Health Homeland House Housing Indian
Infrastructure Intelligence Judiciary Labor Library Means Modernization Natural Nutrition
Oversight Pandemic Party Pensions Pension Permanent Printing Public Reform Relations Resources
Rules Science Security Select Services Small Space Special Strategic Competition Taxation
Technology Transportation Urban Veterans Ways Weaponization Workforce Works
"""
_WORD = rf"(?:(?:{_alternatives(_COMMITTEE_WORDS.split())})(?!\w)(?:['’]s?(?!\w))?)"
_NAME = rf"{_WORD}(?:(?:,? and | & |, | in | of the | for | )(?:the )?{_WORD})*"
_CHAMBER = r"(?:(?:US|U\.S\.|United States)\s+)?(?:Senate|House|Joint)"
# The full and the short way to name a committee, and the short one without the word.
COMMITTEE = (
    rf"(?:{_CHAMBER}\s+(?:{_WORD}\s+)*?(?:[Cc]ommittee|[Pp]anel|[Ss]ubcommittee)\s+(?:on|for)\s+"
    rf"(?:the\s+)?{_NAME}"
    rf"|{_CHAMBER}\s+{_NAME}\s+(?:[Cc]ommittee|[Pp]anel)"
    rf"|{_CHAMBER}\s+{_NAME})"
)
COMMITTEE_AFTER = re.compile(
    rf"(?:,)?\s+(?:of|on|for)\s+(?:the\s+)?(?:powerful\s+|influential\s+)?(?P<committee>{COMMITTEE})"
)
COMMITTEE_BEFORE = re.compile(rf"(?P<committee>{COMMITTEE})(?:['’]s?)?\s+$")
PARTY_OF_RANK = re.compile(r"republican|democrat", re.I)

COPULA = re.compile(
    r"(?:,?\s+(?:who|which)(?:\s+currently)?)?\s+(?P<verb>is|was|has\s+been|had\s+been|serves?|served|"
    r"has\s+served|had\s+served|is\s+serving|was\s+serving|remains|remained|became|becomes|acts|"
    r"acted|took\s+(?:office|over)|was\s+(?:re-?)?elected|is\s+now|was\s+sworn\s+in|"
    r"was\s+named|was\s+appointed|holds\s+office|works)"
    r"(?:\s+(?:as|the|a|an|now|still|also|currently|then|once|previously|formerly|again|not|never|"
    r"no\s+longer|himself|herself|in\s+office|to\s+be))*\s+$",
    re.I,
)
NOT = re.compile(r"\b(?:not|never)\b", re.I)
ONCE = re.compile(r"\b(?:once|previously|formerly|no\s+longer|until\s+recently)\b", re.I)
# Right after a role: it was held then, not now.
THEN_AFTER = re.compile(
    r",?\s+(?:at\s+the\s+time|back\s+then|in\s+those\s+days)\b|"
    r"\s+(?:until\b|from\s+\d{4}|between\s+\d{4}|in\s+(?:19|20)\d\d|before\s+"
    r"(?:becoming|joining|entering|moving|leaving|being|he|she)\b)"
)
PRESENT = re.compile(
    r"['’]?\w*,?\s+(?:\w+\s+)?(?:has|is|will|gets|must|can|may|plans|faces|says|wants|needs|leads)\b"
)
CHOSEN = re.compile(r"elected|named|appointed")
AS_LEAD = re.compile(r"(?:^|[\s“\"])as\s+(?:the\s+|a\s+|an\s+)?$", re.I)
# After a role, these say that the sentence tells how it ended: the title is that of then.
ENDING = re.compile(
    r"[^.;]{0,60}?\b(?:(?:was|were|is|been|being)\s+(?:succeeded|replaced|followed|ousted|toppled|"
    r"defeated|unseated|assassinated|deposed|removed|impeached)|resigned|stepped\s+down|died|"
    r"left\s+office|lost\s+(?:the|his|her|to)|retired|fled|quit)\b"
)
APPOSITION = re.compile(
    r"(?:\s*\([^()]{1,24}\)|,\s*[RDI]-[A-Z][\w.]*|\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?(?:,\s*|\s+[—–]\s*)"
    r"(?:(?:the|a|an|who|then|now|currently|himself|herself|also|its|his|her|their|as|at the time|"
    r"long|and|once|formerly|previously|until recently)\s+)*$",
    re.I,
)
JOINED_ON = re.compile(
    r"\s*(?:\([^()]{1,24}\))?,\s+(?:an?|the|who\s+\w+(?:\s+as)?(?:\s+the)?)\s[^,.;:()]{3,70}\sand(?:\s+the|\s+an?)?\s+$"
)
AS_OFFICE = re.compile(r"(?:,)?\s+as\s+(?:the\s+)?$")
INVERSE = re.compile(
    r"\s+(?:(?:at\s+the\s+time|then|now|currently)\s+)?(?P<verb>is|was|has\s+been|remains)"
    r"(?:\s+(?:now|then|still|currently))?\s+"
)
PAST_VERBS = re.compile(r"was|had|served|remained|acted|became|took|elected|sworn|named|appointed")

_HEADLINE_VERBS = """
accuses addresses admits agrees announces appeals applauds asks attends backs bans begins blames
blasts blocks calls cancels claims clears condemns confirms congratulates considers criticises
criticizes cuts declares defends delays demands denies denounces departs deplores dismisses
doubts ends endorses eyes faces fires gets gives hails heads hints holds hosts insists introduces
invites joins jokes joins lands launches lauds lays leads leaves loses makes meets mocks moves
names offers opens opposes orders passes plans pledges praises predicts presses promises proposes
pushes questions raises reaches receives rejects releases reports resigns responds returns reveals
rules says seeks sees sends sets signals signs slams speaks stresses suggests supports suspends
takes talks tells testifies thanks threatens tours travels unveils urges vetoes visits votes vows
wants warns wins welcomes withdraws writes said says to and on in at for with is was has will as
after before over amid
"""
HEADLINE_VERBS = frozenset(_HEADLINE_VERBS.split())
_NOT_GIVEN = """
the a an in on at by for with from as if when while but and or then now after before under when
said says to of monday tuesday wednesday thursday friday saturday sunday january february march
april june july august september october november december meanwhile however although because since
until republican democrat democratic republicans democrats gop mr mrs ms dr sir dame gen president
senator sen rep representative congressman congresswoman minister premier chancellor pm ambassador
king queen chairman chairwoman chair secretary vice prime former ex acting us u.s uk state senate
house lawmaker envoy that this his her its who whom why how what where did does is was will has had
told tells asked both like so yet though despite even only not no again here there according still
governor mayor general speaker justice judge leader member foreign defense defence interior
"""
NOT_GIVEN = frozenset(_NOT_GIVEN.split())
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "ben", "de", "da", "do", "dos", "das", "di", "du", "del"}
    | {"della", "van", "von", "der", "den", "ter", "la", "le", "y", "e", "ould", "ul", "abu"}
)
