"""What a sentence says came about, and through what: "the match was called off because of fog"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.wording import stem, words

# Words behind which a cause stands, and nothing else.
_STRICT = (
    r"because\sof|because|due\s(?:mainly|largely|entirely|almost\sentirely|partly|mostly)?\s?to"
    r"(?!\s(?:be|appear|begin|start|open|hear|take|decide|meet|arrive|leave|go|finish|close|expire"
    r"|end|run|play|speak|make|give|retire|return|come|sign|vote|publish|report|receive|get)\b)"
    r"|owing\sto|on\saccount\sof|as\sa\s(?:direct\s)?(?:result|consequence)\sof|thanks\sto"
    r"|through(?=\s(?:injury|illness|ill|lack|want|fault|negligence|suspension))"
    r"|(?:was|were|been|is|are|be)\s(?:\w+ly\s)?(?:caused|triggered|sparked|prompted|started"
    r"|brought\son|brought\sabout|set\soff|explained)\sby"
    r"|(?:blamed|pinned)\son|attribut(?:ed|able)\sto|(?:put|puts|putting)\sdown\sto"
    r"|traced\s(?:back\s)?to|stem(?:s|med|ming)\sfrom|arose\sfrom|resulted\sfrom"
    r"|introduced\s(?:with|by|through)|for(?=\s(?:lack|want)\sof)"
    r"|(?:forced|delayed|halted|prevented|disrupted|stopped|closed|grounded|held|driven|brought"
    r"|cut|knocked|hampered|interrupted|hit|stranded|damaged|destroyed|felled|triggered|sparked"
    r"|caused|prompted)(?:\s(?:back|up|down|out|short|off|over|away))?\sby(?!\sthe\send)"
)
# "After the vote", "after eating there" tell when; "after a witness vanished" may tell why.
_LOOSE = (
    r"after(?!\s(?:all|the|this|that|these|his|her|their|its|\w+ing|\d+|(?:\w+\s){1,2}(?:years?|months?"
    r"|weeks?|days?|hours?|minutes?))\b)|following(?!\s(?:day|week|month|year|morning|season)\b)"
    r"|amid"
    r"|in\sresponse\sto|in\sthe\swake\sof|in\sprotest\s(?:at|over)"
)
_OVER = r"over(?!\s(?:the\s(?:past|last|next|years|weekend|course)|\d|a\s(?:year|decade|period)))"
_MARKED = re.compile(rf"\b(?:(?P<strict>{_STRICT})|(?P<loose>{_LOOSE})|(?P<over>{_OVER}))\s", re.I)
_LEADING = re.compile(
    r"^(?:(?:B|b)ecause(?:\sof)?|(?:D|d)ue\sto|(?:O|o)wing\sto|(?:A|a)s\sa\sresult\sof"
    r"|(?P<loose>(?:A|a)fter|(?:F|f)ollowing))\s(?P<cause>[^,]{3,120}),\s(?P<effect>.+)$"
)
# "The cause was a leak", "Cause: a leak": of what was said before.
_THE_CAUSE = re.compile(
    r"(?:^|[;:]\s|\sand\s)(?:[Tt]he\s|[Ii]ts\s|[Tt]heir\s)?(?:main\s|real\s|only\s|actual\s|true\s)?"
    r"(?:[Cc]ause|[Rr]eason|[Cc]ulprit)(?:\sof\s(?P<of>[^,;:.]{3,60}?))?(?:,[^,;:.]+,)?"
    r"(?:\s(?:was|is|were|had\sbeen|turned\sout\sto\sbe)(?!\s(?:not|un|still|being|never))|:)\s"
    r"(?P<cause>[^;:]{3,})"
)
# What brings something about, and is nobody's act.
_FORCES = re.compile(
    r"^(?P<cause>[^,;:]{3,100}?)(?:,\swhich)?\s(?:had\s|has\s|have\s)?(?P<effect>(?:forced|prompted"
    r"|provoked|delayed|disrupted|hampered|brought\sdown|knocked\sout|wiped\sout|ruined"
    r"|kept(?=\s[^;:.]{2,40}\s(?:on\sthe\sground|grounded|closed|shut|in\sport|indoors"
    r"|from\s\w+ing)\b))\s"
    r"(?!by\b)[^;:]{3,})"
)
_TURNED = re.compile(
    r"\b(?:(?:blam(?:e|es|ed|ing)|pinn(?:ed|ing))\s(?P<on>(?:(?!\bfor\b)[^,;:.]){2,70}?)\son"
    r"|(?:attribut(?:e|es|ed|ing)|trac(?:e|es|ed|ing)|ascrib(?:e|es|ed|ing)|linked)\s"
    r"(?P<to>[^,;:.]{2,70}?)\s(?:back\s)?to"
    r"|put(?:s|ting)?\s(?P<down>[^,;:.]{2,70}?)\sdown\sto)\s(?P<cause>[^;:]{3,})"
)
_BRINGS = re.compile(
    r"^(?P<cause>[^,;:]{3,100}?)(?:,\swhich)?\s(?:had\s|has\s|have\s)?(?:caused(?!\sby)|led\sto"
    r"|triggered(?!\sby)|sparked(?!\sby)"
    r"|resulted\sin|brought\sabout|was\sto\sblame\sfor|was\sbehind|(?:was|is)\sthe\s"
    r"(?:main\s|sole\s|real\s)?(?:cause|reason)\s(?:of|for))\s(?P<effect>[^;:]{3,})"
)
# "Sacked for", "fined for": what for, and not for how long.
_FOR = re.compile(
    r"\b(?:dismissed|sacked|fired|fined|jailed|imprisoned|arrested|suspended|banned|expelled"
    r"|punished"
    r"|disciplined|disqualified|sued|criticised|criticized|praised|booked"
    r"|removed)\s(?:\w+\s){0,3}?"
    r"(?P<for>for)\s(?!(?:\d|an?\s(?:year|month|week|day|decade|season|match|game)|life\b|\w+\s"
    r"(?:years?|months?|weeks?|days?|matches|games)\b|the\s(?:rest|first|second|season)))"
)
# "It was hail that ruined it"; "a leak was the reason that it was put off".
_CLEFT = (
    re.compile(
        r"^It\swas\s(?P<cause>(?!not\b|only\b|in\b|on\b|at\b|after\b)[^,;:]{3,80}?)\s(?:that"
        r"|which)\s"
        r"(?P<effect>(?:ruined|destroyed|killed|stopped|delayed|halted|sank|wrecked|brought|forced"
        r"|caused|cost|led|kept|closed|split|broke|damaged|prevented)\b[^;:]{3,})"
    ),
    re.compile(
        r"^(?P<cause>[^,;:]{3,100}?)\s(?:was|is|had\sbeen)\s(?:the\s|a\s)(?:\w+\s)?(?:reason"
        r"|cause)\s"
        r"(?:that|why|for|of)\s(?P<effect>[^;:]{3,})"
    ),
)
_END = re.compile(
    r"[;:]\s|\s[—–]\s|,?[\"”]\s|,\s(?:but|while|whereas|although|and|which|who|said|as|according)\b|\sbut\s"
)
# Acts that are done "over" something: protests, sackings, court cases, quarrels.
_OVER_WHAT = re.compile(
    r"\b(?:resign\w*|quit|sack\w*|dismiss\w*|fired|oust\w*|su(?:e|es|ed|ing)|fin(?:e|es|ed)"
    r"|jail\w*|suspend\w*|protest\w*|strikes?|struck|walk(?:ed)?\sout|collaps\w*|broke|split"
    r"|disput\w*|row|clash\w*|arrest\w*|charged|investigat\w*|criticis\w*|banned|expelled"
    r"|pull(?:s|ed)?\sout|left|leave|stood\sdown|stepped\sdown|withdr[ae]w\w*|cancel\w*|removed"
    r"|dropped|convict\w*|apologis\w*|attack\w*)\b",
    re.I,
)


OVER_REACH = 5  # words between such an act and its "over"
_NO_CAUSE = re.compile(r"\b(?:not|n['’]t|partly|just|only)\s$")
_TIME = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|shortly|soon|long|immediately)\s$"
)


@dataclass(frozen=True, slots=True)
class Because:
    """An effect and its cause; `strict`: the words say cause, and not time alone."""

    effect: str
    cause: str
    strict: bool


@lru_cache(maxsize=4096)
def becauses(text: str) -> tuple[Because, ...]:
    """The effects and causes that a sentence names, the plainest first."""
    found: list[Because] = []
    if turned := _TURNED.search(text):
        effect = turned["on"] or turned["to"] or turned["down"]
        found.append(Because(effect, _cut(turned["cause"]), strict=True))
    for way in (_BRINGS, *_CLEFT):
        if brings := way.search(text):
            found.append(Because(brings["effect"], _cut(brings["cause"]), strict=True))
    if forces := _FORCES.search(text):
        found.append(Because(forces["effect"], _cut(forces["cause"]), strict=True))
    if the_cause := _THE_CAUSE.search(text):
        found.append(Because(the_cause["of"] or "it", _cut(the_cause["cause"]), strict=True))
    if leading := _LEADING.match(text):
        strict = not leading["loose"]
        found.append(Because(_cut(leading["effect"]), leading["cause"], strict))
    if reason := _FOR.search(text):
        cause = _cut(text[reason.end() :])
        found.append(Because(text[: reason.start("for")], cause, strict=True))
    found += (_marked(text, m) for m in _MARKED.finditer(text) if _may(text, m))
    return tuple(b for b in found if b.effect and b.cause)


def _may(text: str, at: re.Match[str]) -> bool:
    """Is it a cause, not "not because" nor "over the fields", nor "two days after"?"""
    before = text[: at.start()]
    if not before or _NO_CAUSE.search(before):
        return False
    if at["loose"]:
        return not _TIME.search(before)
    acts = [m.end() for m in _OVER_WHAT.finditer(before)]
    return not at["over"] or bool(acts and len(before[acts[-1] :].split()) <= OVER_REACH)


def _marked(text: str, at: re.Match[str]) -> Because:
    before = text[: at.start()]
    start = max((m.end() for m in _END.finditer(before)), default=0)
    effect = before[start:] + (at.group() if at.group().rstrip().endswith(" by") else "")
    strict = not at["loose"] or "protest" in at["loose"]
    return Because(effect, _cut(text[at.end() :]), strict)


def _cut(text: str) -> str:
    stop = _END.search(text)
    return (text[: stop.start()] if stop else text).rstrip(' ."”')


# Words for causes of one kind: where both are of it, one may be the other in other words.
_KINDS = tuple(
    frozenset(stem(word) for word in line.split())
    for line in (
        "weather rain rains rainfall wet cold snow storm storms heat drought dry flood floods fog"
        " mist cloud wind winds hot ice icy frost spring summer winter warm hurricane gale"
        " gales gust gusts hail blizzard typhoon waterlogged",
        "violence fight fights fighting brawl riot riots clash clashes trouble unrest disorder"
        " attack attacks shooting war conflict hooligans fans supporters crowd crowds protest",
        "ill illness sick sickness flu virus covid disease unwell infection health injury injured"
        " hospital surgery cancer heart stroke complications died death",
        "shortage lack want short enough scarce missing few fewer staff staffing vacancies",
        "money cost costs price prices dear expensive funding budget loss losses debt debts"
        " deficit income revenue sales demand bankrupt inflation rates financial cash",
        "hack hacker hackers hacking cyberattack cyber breach ransomware malware",
        "strike strikes walkout stoppage union industrial dispute walked pickets",
        "fault faulty failure failed malfunction defect defective glitch breakdown technical"
        " software computer mechanical electrical",
        "cigarette cigarettes smoking smoker match lighter",
        "press media newspaper newspapers journalist journalists interview reporter reporters",
        "security safety threat bomb terror terrorism",
        "error mistake human negligence carelessness",
        "scandal corruption fraud misconduct allegations bribery affair",
        "result results defeat defeats form performance losing points relegation lost",
        "confidence support trust vote majority",
        "age old ageing decay rust rusted corrosion corroded worn wear crack cracks",
        "speed speeding fast drunk alcohol drink drinking drugs",
    )
)


def kinds_of_cause(cause: str) -> frozenset[int]:
    """The kinds that a cause is of."""
    there = {w.stem for w in words(cause)}
    return frozenset(i for i, kind in enumerate(_KINDS) if kind & there)
