"""What sort of statement a claim is, and whether it can be checked at all.

One table, read from the top: the first row that matches decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.claims.stipulated import stipulated
from verify.types import Kind

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
QUESTION = re.compile(r"\?[\"”’')\]]*\s*$")
RHETORIC = re.compile(
    r"^(?:let(?:'s|’s| us)\b|imagine\b|consider\b|keep in mind\b|make no mistake|god bless|thank"
    r" you|please\b|remember\b"
    r"|note that\b|click\b|read more\b|subscribe\b|sign up\b|follow us\b|photo\b|image:"
    r"|advertisement\b|share this\b|here(?:'s|’s| is| are)\b|check out\b|find out (?:more|how)\b"
    r"|learn more\b|stay tuned\b|tune in\b|see also\b|scroll down\b)"
    r"|\bi (?:recommend|hope|wish|apologi[sz]e)\b",
    I,
)
FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|(?:is|are|was|were) (?:expected|set|due|likely|unlikely"
    r"|poised|slated|bound|scheduled) to"
    r"|about to|in the coming (?:days|weeks|months|years)|by 20[3-9]\d"
    r"|(?<!\bher )(?<!\bhis )(?<!\bits )(?<!\btheir )(?<!\bthe )(?<!\ba )plans? to|intends? to"
    r"|expects? to|hopes? to)\b",
    I,
)
POSSIBLE = re.compile(
    r"\b(?:could|might|may(?! \d)|would|potentially|possibly|perhaps|presumably)\b", I
)
ONLY_MAY = re.compile(
    r"\b(?:Theresa|Brian|James|Robert|Elaine|in|of|on|since|until|by|last|next|this|late|early"
    r"|\d) May\b|\bMay (?:\d|Day)|\b[a-z]\w* May\b|^(?:In|On|Since|Until|By|From|Last|Next|Before"
    r"|After|During|This) May\b"
)
ASKED = re.compile(
    r"\b(?:who|what|whether|how|when|where) (?:\w+ ){0,2}will\b", I
)  # `the question of who will …`
CALLED_WILL = re.compile(r"\bWill (?=[A-Z])")
# What somebody asks, or does not say, is no forecast of theirs.
ASKING = re.compile(
    r"\b(?:ask(?:s|ed)?|left open|declin(?:ed?|es) to \w+|refus(?:ed?|es) to \w+"
    r"|not (?:say|said|disclosed?"
    r"|know|known|clear)|unclear|studied|investigated|examined|discussed|debated|wondered|wonders"
    r"|wonder|explored)\b(?: [\w.’']+){0,4}? (?:whether|if|how|when|what|who|where|why)\b.*"
    r"|\brefusal to say (?:whether|how|when|what|which|who|where|why)\b.*",
    I | re.DOTALL,
)
NO_COMMENT = re.compile(
    r"\b(?:would|will) (?:not |n['’]t )?(?:comment|elaborate)\b"
    r"|\bneither\b[^.;]*\bwould (?:say|confirm|discuss)\b|\bwould not (?:confirm|discuss)\b",
    I,
)
# `rejected a bill that would have let B`: what the bill is, not what may be.
SUCH_AS_WOULD = re.compile(
    r"(?<=\w )(?:a|an|the|its|their|his|her|of) (?:[\w’'-]+ ){1,4}(?:that|which)"
    r" (?:would|could|might|will|(?:is|are|was|were) (?:due|set|expected|scheduled) to)\b[^,;]*",
    I,
)
# `It was A, she would later say, but B`: that she used to say so, not what may be.
WOULD_SAY = re.compile(
    r", (?:[\w’'.-]+ ){1,3}would (?:later |often |always )?(?:say|recall|joke|explain|tell \w+),",
    I,
)
# was not able to, is no longer able to
COULD_NOT = re.compile(r"\bcould(?: not|n['’]t| no longer)(?! have| be in)\b", I)
# `The council decided that the bridge must close.`: that it was decided can be looked up.
DECIDED = re.compile(
    r"\b(?:decided|ruled|ordered|voted|agreed|resolved|demanded|insisted|recommended"
    r"|proposed|advised|requested)(?: \w+){0,3}? that\b.*",
    I | re.DOTALL,
)
# `Shares fell after the firm warned that profits would fall`: they fell, and it warned.
_TELLS = r"(?:[\w’'.-]+ ){1,6}?(?:said|warned|announced|predicted|claimed|confirmed|feared|vowed)\b"
TOLD = re.compile(_TELLS)
TOLD_MEANWHILE = re.compile(
    rf"(?<=\w )(?:after|when|because|since|before) {_TELLS}.*", I | re.DOTALL
)
DUTY = re.compile(
    r"\b(?:should|ought to|must|needs? to be|need to|has to be|have to be|deserves?|i (?:think"
    r"|believe|feel)|we (?:believe|think|feel)"
    r"|in my (?:view|opinion)|in our (?:view|opinion)|it is (?:important|vital|essential"
    r"|crucial|imperative|worth|difficult|hard|easy|clear|time))\b",
    I,
)
_VALUE = (
    r"good|bad|great|terrible|horrible|wonderful|awful|beautiful|ugly|brilliant|stupid|smart"
    r"|shameful|disgraceful"
    r"|outrageous|amazing|incredible|tragic|sad|happy|wise|foolish|dangerous|reckless|important"
    r"|vital|crucial|essential"
    r"|critical|significant|notable|remarkable|impressive|disappointing|promising|interesting"
    r"|exciting|fair|unfair|moral|immoral"
    r"|wrong|right|just|unjust|ridiculous|absurd|perfect|ideal|complex|difficult|easy|valuable"
    r"|meaningful|welcome|fitting"
    r"|troubling|worrying|alarming|concerning|sensitive|fraught|delicate|compelling|powerful"
    r"|tangible|nuanced|credible|bold|timely"
    r"|respected|talented|gifted|legendary|iconic|beloved|influential|prominent|memorable"
    r"|charismatic|passionate|inspiring"
    r"|testament|masterpiece|disgrace|shame|miracle|disaster|triumph|success|failure"
    r"|game.changer|puzzle|must.see"
)
VALUE = re.compile(
    rf"\b(?:is|are|was|were|seems?|remains?|be|been|feels?|looks?|appears?)\s+(?:(?:a|an|the"
    rf"|also|very|so|too|quite|truly|really|highly"
    rf"|deeply|extremely|widely|vastly|particularly|one|piece|of|not|most|more|only|simply"
    rf"|still|all|both)\s+){{0,5}}(?:{_VALUE})\b",
    I,
)
# `Significant hurdles remain`, `marks a bold step`: no record could settle either.
VAGUE = re.compile(
    r"^(?:\w+,? )?(?:(?:significant|major|serious|many|big|huge|considerable|key|important|real"
    r"|deep|formidable|tough|difficult|great) )+(?:hurdles?|challenges?|obstacles?|questions?"
    r"|concerns?|doubts?|tensions?|differences|problems|risks|uncertaint(?:y|ies))"
    r" (?:remains?|persists?|abounds?|looms?|lie ahead|exists?)\b"
    r"|\b(?:presents?|marks?|represents?|highlight(?:s|ed)|signals?|underscores?|reflects?"
    r"|brings?|constitutes?) (?:\w+ ){1,8}?(?:nuanced|proactive|significant|bold|crucial"
    r"|important|positive|welcome|dramatic|remarkable|pivotal|tangible|worrying|promising"
    r"|decisive|major) (?:\w+ ){0,2}(?:shift|step|moment|turn|move|sign|milestone|phase|change"
    r"|development|departure|opportunity|challenge|blow|boost|breakthrough)\b",
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


def sort_of(text: str, how: str, source: str = "") -> Sort:
    """The kind of a claim. `how` is the rule that made its proposition, `source` what it is
    according to."""
    said = how in ("quotation", "saying", "fragment")
    if not said and not QUESTION.search(text) and stipulated(text, source):
        return _by_rule(text, how) or _by_words(text, how) or Sort(Kind.EVENT)
    for decide in (_not_checkable, _by_rule, _by_words):
        found = decide(text, how)
        if found is not None:
            return found
    return Sort(Kind.RELATION if RELATION.search(text) else Kind.EVENT)


# Who wrote or sent it, on a line of its own.
CREDIT = re.compile(
    r"(?:staff|wire|news|agency) (?:and (?:staff|wire|news|agency) )?"
    r"(?:reports?|writers?|services?)\.?",
    I,
)


def _not_checkable(text: str, how: str) -> Sort | None:
    if how == "quotation":
        return Sort(Kind.QUOTATION)
    if QUESTION.search(text):
        return Sort(Kind.OPINION, "a question states nothing")
    if RHETORIC.search(text):
        return Sort(Kind.OPINION, "an appeal to the reader, not a statement")
    if how == "fragment" or CREDIT.fullmatch(text):
        return Sort(Kind.OPINION, "a fragment: it states nothing by itself")
    if how == "saying" or (how == "side" and TOLD.match(text)):
        return Sort(Kind.QUOTATION)
    return _about_tomorrow_or_taste(text)


def _about_tomorrow_or_taste(text: str) -> Sort | None:
    text = TOLD_MEANWHILE.sub(" ", text)
    text = DECIDED.sub(" ", ASKING.sub(" ", text))
    text = SUCH_AS_WOULD.sub(" ", NO_COMMENT.sub(" ", text))
    text = WOULD_SAY.sub(" ", COULD_NOT.sub("did not", text))
    if DUTY.search(text):
        return Sort(Kind.OPINION, "says what ought to be, or what somebody thinks of it")
    if FUTURE.search(CALLED_WILL.sub(" ", ASKED.sub(" ", text))):
        return Sort(Kind.PREDICTION, "about the future")
    if POSSIBLE.search(ONLY_MAY.sub(" ", text)):
        return Sort(Kind.PREDICTION, "says what may be, not what is")
    if VAGUE.search(text) and not re.search(r"\d", text):
        return Sort(Kind.OPINION, "a judgement of value")
    if VALUE.search(text) and not re.search(r"\d", text):
        return Sort(Kind.OPINION, "a judgement of value")
    return None


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
