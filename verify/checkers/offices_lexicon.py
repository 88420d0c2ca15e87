"""The words newspapers write around an office: titles, tenses, parties, committees."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.checkers.offices_places import ADJECTIVES, AMBIGUOUS, CAPITALS, NAMES, STATE_FORMS
from verify.checkers.offices_single import POSTS

# Longest first where one title contains another. Titles are matched without regard to case.
TITLES: tuple[tuple[str, str], ...] = (
    *((post.family, post.said) for post in POSTS),
    (
        "secretary_of_state",
        r"(?:secretary|secretaries) of state|(?:top|chief) (?:us |u\.s\. |american )?diplomat|"
        r"secretary(?= [A-Z])(?! of\b| general\b)",
    ),
    ("vice_president", r"vice[- ]president|veep"),
    ("vice_chair", r"vice[- ]chair(?:man|woman|person)?"),
    ("ranking", r"ranking (?:minority )?member|ranking (?:republican|democrat)"),
    ("minority", r"(?:top|senior|lead|leading|highest-ranking) (?:republican|democrat)"),
    ("leads", r"(?:chairs|chaired|chairing|leads|led|leading|heads|headed|heading)(?= the\b)"),
    (
        "chair",
        r"co-chair(?:man|woman)?|chair(?:man|woman|person|s)?|head(?= of the (?:senate|house))",
    ),
    ("prime_minister", r"prime ministers?|pms?|premiers?|taoiseach"),
    ("chancellor", r"chancellors?"),
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
    r"home|press|private|permanent|cabinet|trade|health|education|defen[cs]e|treasury|labou?r|"
    r"commerce|transport|transportation|interior|navy|army|energy|security|"
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
        r"under|ousted|deposed|late|toppled|disgraced|exiled|jailed|imprisoned|impeached",
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
    r"(?:^|(?<=[\s(“\"'‘,—–-]))(?:the (?:country|nation|republic|kingdom|state)['’]s|"
    r"the|a|an|senior|junior|veteran|powerful|influential|embattled|"
    r"conservative|liberal|progressive|moderate|hawkish|prominent|fellow|first-term|freshman|"
    r"his|her|its|their|centrist|populist|hard-line|right-wing|left-wing|two-term|three-term)\s+$",
    re.I,
)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


NAME_OF_PLACE = _alternatives(NAMES)
_STATE_TOO = _alternatives(STATE_FORMS)
_PLACE = _alternatives({*NAMES, *ADJECTIVES, *AMBIGUOUS})
_STATE = _alternatives(s for s in STATE_FORMS if len(s) > 2 or s.isupper())
PLACE_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘,—–-]))(?P<place>{_PLACE})(?P<own>['’]s?)?[\s-]+$",
)
STATE_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘,—–])|(?<=[a-z]-))(?P<place>{_STATE})(?:\.|['’]s?)?[\s-]+$"
)
CAPITAL_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘,—–-]))(?P<place>{_alternatives(CAPITALS)})['’]s?\s+$"
)
IN_CAPITAL = re.compile(rf"\s+(?:to|in)\s+(?P<place>{_alternatives(CAPITALS)})(?![\w-])")
COUNTERPART = re.compile(
    rf"\b(?:his|her|their|its|the|[A-Z]\w+['’]s)\s+(?:new\s+)?(?P<place>{_PLACE})\s+counterpart"
)
ANY_OFFICE = re.compile(
    r"\b(?:minister|ministers|secretary|chief|governor|mayor|ambassador|speaker|general|envoy)\b",
    re.I,
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
    rf",?\s*\(?(?P<party>(?:R|D|I|L)(?=\.?\s*[-–—,])|Republican|Democrat)\.?\s*[-–—,]\s*(?P<state>{_STATE_TOO})(?!\w)\.?"
    r"(?:[-–]?\d+)?\)?"
)
PARTY_NOUN_AFTER = re.compile(
    rf",\s+(?:(?:an?|the)\s+)?(?:(?P<home>{_STATE})\s+)?(?P<party>Republican|Democrat)"
    rf"(?:\s+(?:from|of)\s+(?P<state>{_STATE}))?(?![\w-])(?!\s+(?:sen|rep|congress|law))"
)
PARTY_NOUN_BEFORE = re.compile(
    rf"(?:^|[\s“\"])(?:[Tt]he|an?|A)\s+(?:(?P<home>{_STATE})\s+)?(?P<party>Republican|Democrat),\s+$"
)
# (R-Clarksville): a member by town, of a state's house or of Congress.
PARTY_TOWN_AFTER = re.compile(r",?\s*\(?(?P<party>[RDI])\s*[-–—]\s*[A-Z][\w.’' ]+\)?")
HOME_BEFORE = re.compile(rf"(?:^|(?<=[\s(“\"‘,—–-]))(?P<place>{_STATE}|{_PLACE})['’]s\s+$")
# Brazil: President …, in a round-up.
PLACE_HEADS = re.compile(rf"^[\s•*–—-]*(?:the\s+|The\s+)?(?P<place>{_PLACE}):\s+")
STATEHOUSE = re.compile(
    rf"\b(?:[Ss]tate (?:Sen|Rep|sen|rep|House|lawmaker|legislat|Legislat|[Aa]ssembly)|Statehouse|"
    rf"General Assembly|Legislature\b|(?:{_STATE})\s+(?:Legislature|House|Senate|Assembly)\b)"
)
# What is named after a person, and is none.
NAMESAKES = frozenset(
    "Street Road Avenue Boulevard Square Highway Bridge Dam Airport Port Station School College "
    "University Academy Institute Library Hospital Centre Center Foundation Museum Memorial "
    "Stadium Arena Park Hall Tower Building Hotel Mosque Cathedral Award Prize Medal Trophy Cup "
    "Fellowship Scholarship Lecture Fund Act Day Class Presidential Elementary Middle High "
    "International Medical Community Regional Children's".split()
)
NAMESAKE_AFTER = re.compile(
    r"\s+(?:aircraft|hospital|stadium|highway|bridge|airport|library|award|prize|class|line|school|"
    r"university|museum|memorial|foundation|scholarship|street)\b"
)
FICTION = re.compile(
    r"\b(?:plays|portray\w*|starring|biopic|miniseries|sitcom|fictional|screenplay|co-stars?|"
    r"stars? [^.]{1,40}\bas|in the (?:\w+ )?(?:film|movie|series|drama|play|novel|musical)|"
    r"(?:film|movie|drama|series) (?:about|shows|follows|stars))\b",
    re.I,
)
# What would be so if; an office not held is then no claim that it is.
SUPPOSED_BEFORE = re.compile(
    r"(?:\b(?:[Ii]f|[Uu]nless|[Ii]magine|[Ss]uppose)|^[“\"]?(?:Should|Were|Had))\b[^.;]*$"
)
SUPPOSED_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:would|could|might)\s+(?:not\s+|never\s+)?(?:be|have|become)\b"
)
# After an office set off behind a name; a verb there says that the office is somebody else's.
SET_OFF_END = re.compile(
    r"\s*(?:[,.;:)\]—–”\"’?!]|-\s|$|(?:and|or|who|whose|but|since|from|until|for|in|at|between|during|"
    r"under|with|on|as|now|before|when|while|by|to)\b)"
)
LIST_GOES_ON = re.compile(r",?\s+and\s+(?:the\s|[A-Z])|,\s+(?:the\s|[A-Z])")
PARTY_OF_RANK = re.compile(r"republican|democrat", re.I)

# What may stand between a name and its office: a party and state, a state, an age.
_ASIDE = (
    r"(?:\s*\([^()]{1,24}\)|,\s*[RDI]-[A-Z][\w.]*|\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?|,\s+\d\d(?=,)|"
    r",\s+(?:an?\s+|the\s+)?(?:[A-Z]\w+\s)?(?:Republican|Democrat)"
    r"(?:\s+(?:of|from)\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?)?"
)
LEADING = re.compile(
    _ASIDE + r"(?:,\s+(?:an?|the)\s[^,;.:]{2,60})?,?(?:\s+(?:who|which))?"
    r"(?:\s+(?:now|currently|also|still))?\s+$",
    re.I,
)
COPULA = re.compile(
    _ASIDE
    + r"(?:,?\s+(?:who|which)(?:\s+currently)?)?\s+(?P<verb>is|was|has\s+been|had\s+been|serves?|"
    r"served|has\s+served|had\s+served|is\s+serving|was\s+serving|remains|remained|became|becomes|acts|"
    r"acted|took\s+(?:office|over)|was\s+(?:re-?)?elected|is\s+now|was\s+sworn\s+in|"
    r"was\s+named|was\s+appointed|holds\s+office|works)"
    r"(?:\s+(?:as|the|a|an|now|still|also|currently|then|once|previously|formerly|again|not|never|"
    r"no\s+longer|himself|herself|in\s+office|to\s+be))*\s+$",
    re.I,
)
# Before and after an office: it is told of as past.
PAST_BEFORE = re.compile(
    r"\b(?:widow|grave|tomb|statue|bust|portrait|biograph\w+|assassination|death|funeral|memory|"
    r"legacy|era|presidency|premiership|tenure|days|reign|memoirs?|life|story) of\s+(?:the\s+)?$|"
    r"\b(?:predecessor|forerunner)s?,?\s+(?:the\s+)?$|"
    r"\b(?:books?|memoirs?|novel|film|play|documentary|history) (?:about|on)\s+(?:the\s+)?$|"
    r"\bnamed (?:for|after)\s+$|\b(?:administration|government|cabinet)['’]s\s+$|\bIt was\s+$|"
    # "judges appointed by President X", who may have left since; "were appointed by" is told.
    r"(?<!was )(?<!were )(?<!is )(?<!are )(?<!been )(?<!being )(?<!\w\wly )"
    r"\b(?:signed|appointed|nominated|ordered|issued|created|launched|introduced|negotiated|"
    r"brokered|imposed|pardoned|commissioned|enacted|named|chosen|dismissed) by\s+(?:the\s+)?$|"
    r"\b(?:replaced|succeeded|ousted|unseated|toppled|defeated|deposed)\s+(?:the\s+)?(?:[A-Z]\w+\s)?$"
)
PAST_AFTER = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:legacy|presidency|era|death|assassination|tenure|premiership|reign|memoirs?|"
    r"library|funeral|widow|statue|biograph\w+|term|years|rule|time|laws?|reforms?|doctrine)\b"
)
NOT = re.compile(r"\b(?:not|never)\b", re.I)
ONCE = re.compile(r"\b(?:once|previously|formerly|no\s+longer|until\s+recently)\b", re.I)
# Right after a role: it was held then, not now.
THEN_AFTER = re.compile(
    r",?\s+(?:at\s+the\s+time|back\s+then|in\s+those\s+days)\b|"
    r",?\s+for\s+(?:just\s+|only\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+)?[\w-]+\s+"
    r"(?:days|weeks|months|years|terms)\b|"
    r"\s+(?:until\b|from\s+\d{4}|between\s+\d{4}|in\s+(?:19|20)\d\d|before\s+"
    r"(?:(?:becoming|joining|entering|moving|leaving|being|he|she)\b|[A-Z]\w+\s[A-Z]))"
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
    r"left\s+office|lost\s+(?:the|his|her|to)|lost\s+[\w’']+\s+(?:vote|election|run-?off|ballot)|"
    r"whose\s+(?:\w+\s+)?(?:term|time\s+in\s+office)\s+(?:ended|expired|ran\s+out)|"
    r"conceded|handed\s+(?:power|over\s+(?:to|on|in|power|the\s+(?:reins|office|presidency)))|retired|fled|quit)\b"
)
APPOSITION = re.compile(
    _ASIDE + r"(?:,\s*|\s+[—–-]\s*|\s+\()"
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
_IRREGULAR = "clash die win lose meet go plan push press rush do have"
HEADLINE_VERBS = frozenset(_HEADLINE_VERBS.split()) | frozenset(_IRREGULAR.split())
# In the plural ("Rubio, Cruz Meet") and in the past tense.
HEADLINE_VERBS |= {v[:-1] for v in HEADLINE_VERBS if v.endswith("s") and len(v) > 3}
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
