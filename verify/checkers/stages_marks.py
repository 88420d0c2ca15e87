"""Words by which a sentence tells of less than done, decided or whole."""

from __future__ import annotations

import re

from verify.checkers.quantities_units import WORD_VALUES

# Behind these the act follows at once: "will be sold", "plans to sell".
AHEAD = re.compile(
    r"\b(?:will|would|could|(?-i:may)|might|shall|should"
    r"|still\s(?:has|have|had|needs?)\sto|(?:is|are|was|were|be|being)\s(?:now\s|still\s"
    r"|due\s|set\s|expected\s|likely\s|poised\s|scheduled\s|ready\s|minded\s|asked\s|told\s)*to"
    r"|(?:plan|want|hope|aim|seek|intend|mean|prepar|expect|try|ask|appl|urg|demand|offer|pledg"
    r"|promis|vow|propos|threaten|recommend|agree)(?:e|s|es|ed|d|ies|ied|ing"
    r"|ning)?\s(?:\w+\s){0,3}?(?:to|for|that)|sought\sto"
    r"|(?:consider|weigh|mull|explor|discuss|prepar|propos|negotiat|recommend|suggest|urg)"
    r"(?:ing|ed|es|e|s)?)\b",
    re.I,
)
# Behind these the act may stand a little further on: "in talks about the sale", "whether".
PLAN = re.compile(
    r"\b(?:plans?|proposals?|talks|negotiations?|options?|application|bid|draft|prospect"
    r"|possib(?:le|ly|ility)|potential(?:ly)?|whether|balloted|ballot|motion|licence|permission"
    r"|leave|permit|ask(?:s|ed)?|demands?|calls?\sfor|provisional(?:ly)?|consider(?:s|ed|ing)?"
    r"|recommend(?:s|ed)?|propos(?:e|es|ed|ing)|hop(?:e|es|ed|ing)|next\s(?:week|month|year))\b",
    re.I,
)
NOT_YET = re.compile(
    r"\b(?:(?:has|have|had)\s(?:not|never|yet|still|no)\b|(?:has|have|had)n[’']t|not\syet|yet\sto"
    r"|(?:did|does|do|was|were|is|are)(?:\snot|n[’']t)\b|neither|never"
    r"|no\spower\sto|un(?:able|likely)\sto|cannot|refus\w+\sto|declin\w+\sto)\b",
    re.I,
)
# "No. 5", "no doubt" and "no longer than a year" deny nothing.
NO = re.compile(
    r"\b(?:no(?!\.|,|\sdoubt|\s(?:longer|more|later)\sthan)|none|nobody|nothing|neither|not\sone"
    r"|without)\b",
    re.I,
)
DENIES = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|cannot|any|anybody|anyone"
    r"|without(?!\s(?:exception|dissent|opposition)))\b|n[’']t\b",
    re.I,
)
# What is promised is not yet given.
PROMISED = re.compile(r"\b(?:pledg|promis|offer|earmark|commit)t?ed\b", re.I)
OPEN = re.compile(
    r"\b(?:undecided|yet\sto\s(?:decide|rule|say)|no\s(?:decision|conclusion|view|finding|ruling)"
    r"|unclear|too\s\w+\sto\s\w+|(?:not|never)\s(?:decided|known|clear|certain|established))\b",
    re.I,
)
UNSURE = re.compile(
    rf"(?:{OPEN.pattern}|(?:does|do|did|has|have|could|can)\s?not\s(?:yet\s)?(?:show|prove"
    rf"|establish"
    r"|shown|proved|established|tell|decided|say))\s?,?(?:\s(?:yet|how|on))?\s(?:whether|if|why"
    r"|that|what)\b",
    re.I,
)
BEHIND = re.compile(
    r"\b(?:(?:is|are|was|were|remains?)\s(?:still\s|also\s|now\s|only\s)?(?:being\s\w+|planned"
    r"|proposed|expected|scheduled|due|considered|possible|likely|pending|envisaged|set\sfor"
    r"|under\s(?:consideration|discussion|review|study)|on\shold|not\s|to\sbe\s|one\sof|among"
    r"|an?\s(?:option|idea|possibility|proposal))|(?:has|have|had)\s(?:not|yet|still)"
    r"|depend(?:s|ed|ing)?\son|hinges|awaits?|(?:will|would|could|might|may)\s(?:not\s)?(?:be\s)?"
    r"(?:begin|start|take|go|happen|follow|come|held|decided|depend|require|considered|put))\b",
    re.I,
)
# "Plans to release ten more": another act.
MORE = re.compile(r"\b(?:more|another|further|additional|again|second|third|as\swell)\b", re.I)
BREAK = re.compile(
    r"[;:]\s|\s[—–-]\s|,?\s(?:but|while|whereas|although|after|before|because)\s|,\sand\s"
    r"|,\s(?:which|who|whose|where|when)\s"
)
# Said of a thing that is not there yet, whatever was to be done with it.
UNREADY = re.compile(
    r"\b(?:being\s(?:looked\sat|considered|discussed|studied|weighed|prepared|planned|drafted"
    r"|negotiated)"
    r"|under\s(?:consideration|discussion|review)|(?:is|are)\sto\sbe\s\w+|undecided"
    r"|(?:no|neither|none)\b[^.;,]{0,50}\s(?:has|have|had)\s(?:yet\s)?(?:been|made|taken|signed)"
    r"|yet\sto\sbe|not\syet|(?:has|have|had)\s(?:not|yet\sto)\s(?:been\s)?(?:decide|rule|begin"
    r"|beg[au]n|start"
    r"|signed|agreed|ordered))",
    re.I,
)
# Before a past form, these show that it is part of what is ahead: "will be sold".
HELPS = re.compile(
    r"\b(?:be|been|being|is|are|was|were|get|have|has|had|not|to)\s(?:\w+\s){0,2}$", re.I
)
MAY = re.compile(
    r"\b(?:may|might|could|consider\w*|weigh\w*|mull\w*|explor\w*|discuss\w*|options?|ideas?"
    r"|possib\w+|potential\w*|whether|prospect|if|propos\w*)\b",
    re.I,
)
# What a claim adds in these is not what it tells as done.
CLOSED = re.compile(r",\s(?:who|which|whose|where)\s[^,]*,")
ASIDE = re.compile(
    r",\s(?:who|whose|which|where)\s|,?\s(?:so\sthat|in\sorder|while|although|until)\s"
)
HEDGED = re.compile(
    r"\b(?:could|can|may|might|would|possibl[ey]|perhaps|reportedly|allegedly|not\syet|whether"
    r"|(?:is|are|was|were)\s(?:due\s|set\s|expected\s)?to\s(?!blame)"
    r"|(?:plan|want|hope|aim|seek|intend|consider|propos|expect)(?:s|e|es|ed|ing)?|proposals?)\b|\?",
)
_NUMERAL = rf"(?:\d[\d,.]*|{'|'.join(WORD_VALUES)})"
_NOUNS = r"\s(?P<nouns>[\w’',-]+(?:\s[\w’',-]+){0,5})"
ALL = re.compile(
    r"(?<!almost\s)(?<!nearly\s)(?<!not\s)(?<!at\s)(?<!in\s)(?<!after\s)\b(?:(?:every(?:one"
    r"|body)|in\sfull(?!\s\w)|fully|wholly|completed|finished)\b"
    r"|(?:all(?!\s(?:but|over|around|in\sall|along|the\s(?:same|more|way)))|every|(?<=the\s)whole"
    rf"|(?<=\ba\s)whole|entire(?:ty)?){_NOUNS})",
    re.I,
)
# "All but two", "except for": whatever the words, less than all.
EXCEPT = re.compile(
    r"\b(?:except|apart\sfrom|all\sbut|excluding|not\s(?:all|every|everyone)|with\sthe\sexception"
    rf"|the\s(?:rest|others|remainder|remaining|other\s(?:{_NUMERAL}|\w+s)\b)|partly"
    rf"|partial(?:ly)?)\b",
    re.I,
)
# "Six of our trains", "most trains", "half of it"; not "two tonnes of cheese", "not one of them".
PART = re.compile(
    rf"(?<!not\s)(?<!each\s)(?<!every\s)\b(?:(?P<some>{_NUMERAL}|half|most|many|some|several|few|part"
    r"|parts|(?:a|two|three)\s(?:few|thirds?|quarters?|half|majority|number|handful))"
    r"\s(?:(?P<unit>[\w-]+)\s)?of\s(?:(?=them\b|which\b|whom\b|it\b)|(?:the|its|their|our|his|her"
    rf"|my|your|these|those)\s|(?={_NUMERAL}\s))|(?<!the\s)(?:half|most|some(?!\s\d)|several|few"
    rf"|only\s{_NUMERAL}(?:\sof)?|(?:pilot|trial|tried|tested|trialled)\s(?:in|at|on)"
    rf"\s{_NUMERAL})\s)(?P<nouns>[\w’',-]+(?:\s[\w’',-]+){{0,5}})",
    re.I,
)
# "Of the 61 firms, only 19"; "31 per cent of households".
_NOUNS_THERE = r"(?P<nouns>[\w’'-]+(?:\s[\w’'-]+){0,5})"
OF_SO_MANY = re.compile(
    rf"\bof\s(?:the\s|its\s|their\s|our\s)?{_NUMERAL}\s{_NOUNS_THERE},\s(?:only\s|just\s|some\s)?"
    rf"(?P<some>{_NUMERAL})\b(?!\s(?:per\s?cent|percent)|\s?%)",
    re.I,
)
SHARE = re.compile(
    rf"(?<!\d)(?P<some>(?!100)\d+(?:\.\d+)?)\s?(?:%|per\s?cent|percent)\sof\s(?:the\s|its\s|their\s|our\s|all\s)?"
    rf"{_NOUNS_THERE}",
    re.I,
)
PARTS = (PART, OF_SO_MANY, SHARE)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bwithout\s(?:an?\s)?(?:dissent\w*|opposition|exception)\b|\bto\sa\s(?:man|woman)\b",
    re.I,
)
DIVIDED = re.compile(
    rf"\b(?:split|{_NUMERAL}(?:\svotes)?\s(?:to|against)\s(?!nil|zero|none|0\b){_NUMERAL}\b"
    rf"|\d+[–-][1-9]\d*\b|(?:voted|votes|were|{_NUMERAL})\sagainst|against\sit|abstain\w*"
    rf"|abstentions?"
    r"|dissent\w*|majority|(?:\d+(?:\.\d+)?\s?(?:%|per\s?cent|percent)|two-thirds)\s(?:of|against)"
    rf"|{_NUMERAL}\sof\sthe\s{_NUMERAL})",
    re.I,
)
