"""What is no fact, or not yet: forecasts, possibilities, duties and judgements of value."""

from __future__ import annotations

import re

from verify.claims.stipulated import IN_FORCE
from verify.types import Kind

I = re.IGNORECASE  # noqa: E741

FUTURE = re.compile(
    # not `began going to the clinic`
    r"['’]ll\b|\b(?:will|shall|won['’]t"
    # nor `before going to Paris`
    r"|(?<!\bbefore )(?<!\bafter )(?<!\bby )(?<!\bof )(?<!\bwithout )(?<!\bwhile )(?<!\bsince )"
    r"going to(?! (?:the|an?|his|her|its|their|our|my|your|this|that|these|those)\b)"
    r"|(?:is|are|was|were) (?:expected|set|due|likely"
    r"|unlikely|poised|slated|bound|scheduled) to"
    r"|about to|in the coming (?:days|weeks|months|years)|by 20[3-9]\d"
    r"|(?<!\bher )(?<!\bhis )(?<!\bits )(?<!\btheir )(?<!\bthe )(?<!\ba )(?<!['’]s )plans? to"
    r"|intends? to|expects? to|hopes? to)\b",
    I,
)
POSSIBLE = re.compile(
    r"\b(?:could|might|may(?! \d)|would|potentially|possibly|perhaps|maybe|presumably)\b"
    r"|\b(?:i|we|you|he|she|they|it)['’]d (?:not |never |also |still )?(?:be|have|do|go|get|like"
    r"|love|prefer|rather|say|make|take|give|want|need|see|expect|hope|think)\b",  # not `I'd had`
    I,
)
ONLY_MAY = re.compile(
    r"\b(?:Theresa|Brian|James|Robert|Elaine|in|of|on|since|until|by|last|next|this|late|early"
    r"|\d{1,2}) May\b|\bMay (?:\d|Day)"
    r"|\b[A-Z][\w’'-]+ May(?= [A-Z][\w’'-]+ (?:was|is|were|has|had|died|\w+ed)\b)"
    r"|\b[a-z]\w* May\b|^(?:In|On|Since|Until|By|From|Last|Next"
    r"|Before|After|During|This) May\b"
)
ASKED = re.compile(
    r"\b(?:who|what|whether|how|when|where) (?:\w+ ){0,2}will\b", I
)  # `the question of who will …`
CALLED_WILL = re.compile(r"\bWill (?=[A-Z])")
# What somebody asks, or does not say, is no forecast of theirs.
ASKING = re.compile(
    r"\b(?:ask(?:s|ed)?|left open|declin(?:ed?|es|ing) to \w+|refus(?:ed?|es) to \w+"
    r"|not (?:say|said|disclosed?"
    r"|know|known|clear)|unclear|studied|investigated|examined|discussed|debated|wondered|wonders"
    r"|wonder|explored|(?<!\bi )(?<!\bwe )want(?:s|ed)? to know)\b"
    r"(?: [\w.’']+){0,4}? (?:whether|if|how|when|what|who|where|why)\b.*"
    r"|\brefusal to say (?:whether|how|when|what|which|who|where|why)\b.*",
    I | re.DOTALL,
)
NO_COMMENT = re.compile(
    r"\b(?:would|will) (?:not |n['’]t )?(?:comment|elaborate|be drawn)\b"
    r"|\bneither\b[^.;]*\bwould (?:say|confirm|discuss)\b|\bwould not (?:confirm|discuss)\b",
    I,
)
# `rejected a bill that would have let B`: what the bill is, not what may be.
SUCH_AS_WOULD = re.compile(
    r"(?<=\w )(?:a|an|the|its|their|his|her|of) (?:[\w’'-]+ ){1,4}(?:that|which)"
    r" (?:would|could|might|will|(?:is|are|was|were) (?:due|set|expected|scheduled) to)\b[^,;]*",
    I,
)
# `pay for those who must do it again`: who they are.
THOSE_WHO = re.compile(
    r"\b(?P<link>for|of|to|by) those who (?:will|would|must|may|might|could|should)\b", I
)
# `You’ll find B in A`: B is there. Not `you’ll find it easier`.
YOU_WILL_FIND = re.compile(
    r"\byou(?:['’]ll| will)(?: also| still)? find(?! (?:it|that|yourself)\b)", I
)
# `It was A, she would later say, but B`: that she used to say so, not what may be.
WOULD_SAY = re.compile(
    r", (?:[\w’'.-]+ ){1,3}would (?:later |often |always )?(?:say|recall|joke|explain|tell \w+),",
    I,
)
# was not able to, is no longer able to
COULD_NOT = re.compile(
    r"\bcould(?: not|n['’]t| no longer)(?! have| be in)\b|\b(?:nobody|no one|none) could\b", I
)
# `The council decided that the bridge must close.`: that it was decided can be looked up.
DECIDED = re.compile(
    r"\b(?:(?:decided|ruled|ordered|voted|agreed|resolved|demanded|insisted|recommended"
    r"|proposed|advised|requested)(?: \w+){0,3}?"
    r"|let it be known|made (?:it )?(?:clear|known|plain)) that\b.*",
    I | re.DOTALL,
)
# `Shares fell after the firm warned that profits would fall`: they fell, and it warned.
_TELLS = r"(?:[\w’'.-]+ ){1,6}?(?:said|warned|announced|predicted|claimed|confirmed|feared|vowed)\b"
TOLD = re.compile(_TELLS)
# `They pushed the plate across so that they could share.`: what for, after what was done.
# `It suspended its order so that an appeal may be brought.`
SO_THAT = re.compile(
    r"\bso (?:that )?(?:\w+ ){1,3}?(?:could|would|might) .*"
    r"|\bso that (?:[\w’'-]+ ){1,5}?(?:may|can) .*",
    I | re.DOTALL,
)
# `She was urged to resign and would not.`: she refused.
WOULD_NOT = re.compile(r"(?<=\w )(?:and|but) (?:would|could) not(?=[.;]|$)", I)
# `Sollers J would have dismissed the claim`: how a judge who dissents decides.
DISSENT = re.compile(
    r"(?:\b(?:Judge|Justice|Lord|Lady|Sir|Dame) (?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+"
    r"|\b[A-Z][\w’'-]+ (?:C?J|LJ)) would have (?=(?:dismissed|allowed|granted|quashed|upheld"
    r"|refused|set aside|rejected|overturned)\b)"
)
TOLD_MEANWHILE = re.compile(
    rf"(?<=\w )(?:after|when|because|since|before) {_TELLS}.*", I | re.DOTALL
)
DUTY = re.compile(
    r"\b(?:should(?:n['’]t)?|ought to|must|needs? to be|need to|has to be|have to be|deserves?"
    r"|needed (?:mending|fixing|changing|reforming|rethinking|improving|reviewing)"
    r"|(?:is|are) (?:urged|advised|encouraged|reminded) to"
    r"|(?:is|are|was|were) owed (?:\w+ )?(?:answers?|explanations?|apolog(?:y|ies)|justice|respect"
    r"|the truth|better)"
    r"|i (?:think|believe|feel)|we (?:believe|think|feel)"
    r"|in my (?:view|opinion)|in our (?:view|opinion)"
    # not `it is worth £5m`, `it is best known for A`
    r"|it(?: is|['’]s) (?:(?:\w+ly|very|so|also|always|still|just|not) ){0,2}(?:important|vital"
    r"|essential|crucial|imperative|tempting|worth(?! (?:\w+ ){0,2}[$€£¥]?\d| noting| mentioning)"
    r"|difficult|hard|easy|clear|time"
    r"|(?:best|better|wise|(?:a )?(?:good|bad|great|smart) (?:idea|practice)) to))\b",
    I,
)
_VALUE = (
    r"good(?! (?:deal|many|few)\b)|bad|great|terrible|horrible|wonderful|awful|beautiful|ugly"
    r"|brilliant|stupid|smart"
    r"|shameful|disgraceful"
    r"|outrageous|amazing|incredible|tragic|sad|happy|wise|foolish|dangerous|reckless|important"
    r"|vital|crucial|essential"
    r"|critical(?! of)|significant|notable|remarkable|impressive|disappointing|promising"
    r"|interesting|exciting|fair|unfair|moral|immoral"
    r"|wrong|right(?!-| (?:next|beside|by|behind|in|on|at|after|before|up|hand|wing|back))"
    # not `are just a few`
    r"|just(?=[.,;:!?]|$| (?:and|but|or)\b)|unjust|ridiculous|absurd|perfect|ideal|complex"
    r"|difficult|easy|valuable"
    r"|meaningful|welcome|fitting"
    r"|troubling|worrying|alarming|concerning|sensitive|fraught|delicate|compelling|powerful"
    r"|tangible|nuanced|credible|bold|timely"
    r"|respected|(?:multi-)?talented|gifted|legendary|iconic|beloved|influential|prominent|memorable"
    r"|(?<=an )accomplished|charismatic|passionate|inspiring"
    r"|testament|masterpiece|disgrace|shame|miracle|disaster|triumph|success|failure"
    r"|game.changer|puzzle|must.see|no.brainer|top.notch|first.rate|second to none"
    r"|fun(?! (?:run|fair))|(?:beating )?heart (?:and soul )?of|lifeblood|backbone"
    r"|excellent|superb|fantastic|tremendous|awesome|enjoyable|delightful|magnificent|marvell?ous"
    r"|stunning|spectacular|breathtaking|gorgeous|clever|brave|generous|charming|elegant|lovely"
    r"|dreadful|silly|cruel|immense|undeniable|unparalleled|unrivall?ed|unmatched|unforgettable"
)
VALUE = re.compile(
    r"\b(?:is|are|was|were|seems?|remains?|be|been|feels?|looks?|appears?|sounds?"
    r"|(?:it|this|there|he|she|they|we|you|i)['’](?:s|re|m))\s+(?:(?:a|an|the"
    rf"|also|very|so|too|quite|truly|really|highly"
    rf"|deeply|extremely|widely|vastly|particularly|one|piece|of|not|most|more|only|simply"
    rf"|still|all|both|lot)\s+){{0,5}}(?:{_VALUE})\b"
    # not `tried to make sense of it`
    r"|(?<!\bto )\bma(?:kes?|de)(?: (?!(?:the|his|her|its|their)\b)\w+){0,3} sense\b(?! of)"
    r"|\b(?:is|are|was|were|been) (?:long overdue|overdue for (?:an? )?(?:reform|repair|change"
    r"|overhaul|rethink|rewrite|update|shake-?up))\b",
    I,
)
# `became one of the finest cooks of her time`, `has had a lasting impact on A`, `is an experienced
# leader`, `serves as a cautionary tale`, `has made him a memorable actor`: praise and morals. Not
# `is regarded as one of the finest cooks`, which others say, nor `one of the best-selling`.
_GREATEST = r"greatest|finest|best(?![- ](?:known|selling|paid|preserved|documented|off))"
_GREAT = (
    r"significant|major|huge|big|great|profound|lasting|deep|enormous|immense|considerable"
    r"|indelible|enduring|tremendous|important|invaluable|outstanding|notable|remarkable"
    r"|substantial"
)
_IS = (
    r"\b(?:is|are|was|were|be|been|becomes?|became|becoming|remains?|remained)"
    r"(?: \w+ly| now| also)?"
)
_WHOM = r"(?:him|her|it|them|us|for|(?-i:[A-Z][\w’'-]+)(?-i: [A-Z][\w’'-]+)*)"
# `a strong, physical defender`, and not `a strong link to cancer`.
_MORE = r"(?:,? (?:and )?(?!(?:to|for|of|in|on|with|by|from|at|as|that|between)\b)[\w-]+)"
_DOER = (
    r"(?!(?:believ|support|back|contend|numb|ord|lett|wint|summ|wat|riv|weath|corn|bord|pap|filt"
    r"|barri|work|labour|pow)er\b|(?:col|od|trem|predict|vect|indicat|fact)ou?r\b)"
    r"\w{2,}(?:er|or|ist|ian)\b"
)
PRAISE = re.compile(
    rf"{_IS} one of the (?:{_GREATEST}|most (?:{_VALUE}|successful)|{_VALUE}|successful)\b"
    rf"|\b(?:ma(?:de|kes?)|making) {_WHOM} (?:an?|the|one of the)"
    rf" (?:(?:most|very|more|truly|highly) )?(?:{_VALUE}|{_GREATEST})\b"
    rf"|{_IS} an? (?:\w+ly )?(?:strong|effective|experienced|skill?ful|skilled|versatile|tireless)"
    rf"\b{_MORE}{{0,2}}? {_DOER}"
    rf"|\b(?:had|left|made|exerted) an? (?:\w+ly )?(?:{_GREAT})(?: and \w+)?"
    r" (?:impact|influence|impression|mark|contribution|legacy)\b"
    rf"|\bma(?:de|kes?) (?:{_GREAT}) contributions\b"
    r"|\b(?:gave|given|gives?|deliver(?:s|ed)?) (?:an? |many |some |several )?(?:\w+ly )?"
    rf"(?:{_VALUE}) (?:performances?|speech(?:es)?|portrayals?)\b"
    r"|\b(?:establish|cement|solidif)\w* (?:[\w’'-]+ ){1,4}as (?:an?|the|one of the)"
    rf" (?:most )?(?:{_VALUE}|{_GREATEST})\b"
    r"|\b(?:serves?|served|stands?|stood|acts?|acted) as an? (?:\w+ ){0,2}"
    r"(?:tale|reminder|testament|inspiration|lesson|wake-up call)\b|\bcautionary tale\b"
    r"|\b(?:has|have|had) (?:an? |many |some )?(?:impressive|remarkable|extraordinary|incredible"
    r"|amazing|exceptional|excellent|superb)\b",
    I,
)
# Turns of speech that no record could settle: `spring cannot come soon enough`, `what A has lost
# cannot be measured`, `that is a question for another day`, `the bank can afford to be bold`,
# `it is harder to find a friend`, `the logic was hard to fault`, `it was too soon to speak of
# money`, `whether it works is another matter`, `the markets did what markets do`.
FLOURISH = re.compile(
    r"\b(?:can ?not|can['’]t|could(?: not|n['’]t)) (?:\w+ ){1,2}soon enough\b(?! to\b)"
    r"|^what (?:[\w’'-]+ ){1,6}?can ?not be (?:measured|counted|weighed|priced|bought)\b"
    r"|\bcan ?not be (?:over|under)(?:stated|estimated)\b|\bcan ?not be put into words\b"
    r"|\b(?:is|are|remains?) (?:a|the|one) (?:question|matter|story|problem) for (?:another|a"
    r" different) (?:\w+)\b|\bis (?:anyone['’]s|anybody['’]s) guess\b|\bremains? to be seen\b"
    r"|\b(?:can|cannot|could) afford to be (?!\w+ed\b)"
    r"|\b(?:is|are|was|were|be) (?:hard|difficult|easy|impossible) to (?:fault|imagine|overstate"
    r"|deny|ignore|believe|understand|justify|defend|excuse|forgive)\b"
    r"|\b(?:is|was|['’]s) (?:much |far )?too (?:soon|early|late) to"
    r" (?:say|tell|speak|judge|know|talk|decide|draw|predict|celebrate)\b"
    r"|\b(?:is|are|was|were|['’]s) (?:far |much |simply |just )?too (?!(?:many|much|few|late|ill"
    r"|sick|weak|young|old)\b)\w+(?=[.,;!]|$| to (?:the|an?|his|her|its|their|our|my)\b)"
    r"|\bfor (?:very )?good reason\b"
    r"|^(?:The|That|This|It|Its|Their|These|Those)(?: \w+){0,2} matters? (?:because|more than)\b"
    r"|\b(?:is|was|['’]s) (?:quite )?another (?:matter|question|story)\b(?! for the\b)"
    r"|\bdid what (?:[\w’'-]+ ){1,2}(?:always )?do(?:es)?(?: best)?\W*$"
    # not `it is harder to park here than in Lens`
    r"|\bit(?: is|['’]s) (?:(?:\w+ly|even|still|far|much) )?(?:harder|easier|tougher|simpler) to\b"
    r"(?![^.;]{0,200}\bthan\b)",
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


# `“Life Is Fair” is a song`: a title, of which something is told.
TITLE_FIRST = re.compile(r"(?:“[A-Z][^“”]*[^.,“”]”|\"[A-Z][^\"]*[^.,\"]\") (?:is|was)\b")
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")  # somebody else's words


def uncertain(text: str, decisive: str = "") -> tuple[Kind, str] | None:
    """Why a statement is no fact; None where it is one. The words that are `decisive` (all of
    them where "") say whether it is about what will, may or ought to be."""
    core = _settled(decisive or text)
    if DUTY.search(core):
        return Kind.OPINION, "says what ought to be, or what somebody thinks of it"
    if FUTURE.search(CALLED_WILL.sub(" ", ASKED.sub(" ", core))):
        return Kind.PREDICTION, "about the future"
    if POSSIBLE.search(ONLY_MAY.sub(" ", core)):
        return Kind.PREDICTION, "says what may be, not what is"
    whole = _settled(text)
    named = TITLE_FIRST.match(whole)
    whole = whole if whole[:1] in '“"' and not named else QUOTED.sub(" ", whole)
    if FLOURISH.search(QUOTED.sub(" ", text)):
        return Kind.OPINION, "a judgement of value"
    judged = VAGUE.search(whole) or VALUE.search(whole) or PRAISE.search(whole)
    if judged and not re.search(r"\d", whole):
        return Kind.OPINION, "a judgement of value"
    return None


def _settled(text: str) -> str:
    """The text without what was only asked, decided, told or denied."""
    text = TOLD_MEANWHILE.sub(" ", YOU_WILL_FIND.sub("you find", text))
    text = DECIDED.sub(" ", ASKING.sub(" ", text))
    text = THOSE_WHO.sub(r"\g<link> those", SUCH_AS_WOULD.sub(" ", NO_COMMENT.sub(" ", text)))
    text = IN_FORCE.sub(" ", DISSENT.sub(" ", WOULD_NOT.sub(" ", text)))
    return WOULD_SAY.sub(" ", COULD_NOT.sub("did not", SO_THAT.sub(" ", text)))


# `A was “a private grief”`, `it showed “the cost of delay”`, `B were treated “like dirt”`, `it
# left “little hope”`, `pupils need “books, not speeches”`: a picture or a verdict, and the
# speaker's; not `it was “a Norlund ship”`, nor `“a crew of 12”`.
_SEEMING = (
    r"(?:is|are|was|were|be|been|being|becomes?|became|remain(?:s|ed)?|seem(?:s|ed)?|feels?|felt"
    r"|looks?|looked|marks?|marked|means?|meant|shows?|showed|shown|prove[sd]?|represent(?:s|ed)?)"
)
IN_WORDS = re.compile(
    rf"\b{_SEEMING} (?:\w+ly |not |also |now )?[“\"](?:an?|the|no|like|as|about as) [^“”\"]*[”\"]"
    r"|[“\"](?:like|as if|as though|too|(?:far|much|all) too|(?:very )?little|scant|ample"
    r"|plenty of) [^“”\"]*[”\"]"
    r"|[“\"](?:[\w’'-]+ ){0,3}[\w’'-]+, not (?:[\w’'-]+ ?){1,4}[”\"]"
)
NO_MARKS = str.maketrans("", "", '“”"')
_NAMED_IN = re.compile(r"\d|[“\"][^“”\"]* [A-Z][a-z]{2}")


def in_their_words(text: str) -> bool:
    """Whether what somebody said ends in a picture or a verdict of that person's, word for word."""
    if VALUE.search(text.translate(NO_MARKS)) and not re.search(r"\d", text):
        return True
    found = IN_WORDS.search(text)
    if found is None or _NAMED_IN.search(found[0]):
        return False
    return not text[found.end() :].strip(" .,")
