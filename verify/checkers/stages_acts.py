"""What a text's words tell as done: acts, known again whether told by verb or by noun.

"Bought", "the purchase" and "an acquisition" are one act. The tables are written from the English
of the news: what one report halts another calls off. A word in no table is an act of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verify.checkers.outcomes_text import root, tokens
from verify.checkers.senses import PAST
from verify.checkers.wording import stem

_GROUPS = """
buy bought acquire acquisition purchase procure order takeover buyout
merge merger combine
sell sold sale divest divestment dispose disposal offload
pay paid repay repaid payment payout reimburse compensate compensation refund disburse
stop halt suspend suspension pause freeze froze frozen interrupt interruption withdraw withdrew
  withdrawn withdrawal cancel cancellation abandon scrap axe discontinue discharge end close
  closure shut shutdown adjourn collapse break broke broken breakdown fail failure ground idle
postpone postponement delay late lateness defer adjourn overrun behind slip
strip revoke rescind revocation
approve approval pass passage adopt adoption enact authorise authorize license clear clearance
  endorse back consent greenlight grant
ban prohibit outlaw bar disqualify suspend
open reopen opening inaugurate launch unveil begin began begun start commence resume restart
build built construct construction erect
demolish demolition raze bulldoze
hire recruit recruitment appoint appointment name install
dismiss dismissal sack fire oust ouster remove removal axe fired
resign resignation quit depart departure leave left exit walkout withdraw withdrew withdrawal
cut slash shed reduce reduction lower trim
raise increase hike lift
abolish abolition repeal annul scrap axe end
vaccinate vaccine vaccination immunise immunize inoculate jab inject injection dose dosing
admit admission access entry
inspect inspection examine examination audit review
investigate investigation inquiry probe
sue lawsuit suit
charge indict indictment prosecute
arrest arrested detain detention
expel expelled expulsion deport deportation
deploy deployment send sent dispatch
release free freed
transfer move moved relocate relocation
invest investment fund finance subsidise subsidy grant award
strike struck stoppage walkout picket industrial
introduce introduction impose bring brought
fine penalise penalty penalize
publish publication issue
deliver delivery supply
install installation fit fitted replace replacement equip
repair restore restoration fix mend refurbish renovate upgrade
expand expansion extend extension enlarge
complete completion finish
legalise legalize decriminalise decriminalize
liquidate bankrupt bankruptcy insolvent insolvency administration
seize seizure confiscate confiscation
order instruct oblige
return returned repatriate restitution restore
join accession
lose lost fall fell fallen decline slide slid slump decrease tumble plunge sink sank loss shrink dip
rise rose risen grow grew growth climb surge jump soar gain
die died death dead kill perish fatal fatality
crash derail derailment collide collision accident wreck
burn burnt fire blaze inferno
explode explosion blast
split rupture burst crack collapse breach subside
flood flooding inundate
spill leak leakage contaminate contamination pollute pollution taint foul
evacuate evacuation flee fled
protest demonstrate demonstration rally march riot
turn return force
reject rejection refuse refusal deny denial veto block
outage blackout
injure injury hurt wound
absent absence miss
appeal application challenge
find found finding conclude conclusion rule ruling determine establish blame verdict view
sanction embargo
steal stole stolen theft empty withdraw withdrawn drain loot
ruin destroy destroyed destruction wreck spoil fail failure
"""
_PHRASES = {
    phrase.replace("_", " "): verb
    for line in (
        "put_off puts_off putting_off put_back puts_back pushed_back held_up holds_up = postpone",
        "call_off calls_off called_off calling_off shut_down close_down closed_down = cancel",
        "break_down breaks_down broke_down broken_down break_off broke_off broken_off gave_way"
        " give_way given_way fell_through fall_through fell_apart caved_in = collapse",
        "set_free sets_free setting_free let_go = release",
        "pull_out pulls_out pulled_out back_out backed_out dropped_out drop_out = withdraw",
        "step_down steps_down stepped_down"
        " stand_down stands_down stood_down stepped_aside walk_out walked_out = resign",
        "turn_down turned_down throw_out threw_out thrown_out = reject",
        "lay_off laid_off laying_off = dismiss",
        "take_over took_over taken_over snap_up snapped_up = buy",
        "knock_down knocked_down tear_down tore_down torn_down pulled_down = demolish",
        "hand_over handed_over handing_over = transfer",
        "give_back gave_back given_back go_back goes_back went_back sent_back = return",
        "bring_in brought_in bringing_in = introduce",
        "pay_back paid_back pay_out paid_out hand_out handed_out = pay",
        "go_bust went_bust gone_bust went_under gone_under = bankrupt",
        "swear_in swore_in sworn_in = appoint",
        "sign_off signed_off wave_through waved_through voted_through = approve",
    )
    for phrase in line.split(" = ")[0].split()
    for verb in line.split(" = ")[1:]
}


def _forms(word: str) -> set[str]:
    """A word with the endings of a verb; what is no word does no harm."""
    last = word[-1]
    less = word[:-1] if last == "e" else word
    return {word, f"{less}ed", f"{less}ing", f"{word}{last}ed", f"{word}{last}ing"}


_OF: dict[str, frozenset[str]] = {}
for _n, _line in enumerate(_GROUPS.strip().replace("\n  ", " ").splitlines()):
    for _form in {f for w in _line.split() for f in _forms(w)}:
        _root = root(stem(_form))
        _OF[_root] = _OF.get(_root, frozenset()) | {f"#{_n}"}
_LISTED = frozenset(_GROUPS.split())
# These are no backing, no breakdown and no ruling.
_OTHER = frozenset("back break breaks rule rules view views".split())
# Verbs that tell of no act by themselves.
_IDLE = frozenset(
    "said told asked added called named used based known seen taken made done been was were had"
    " has have did does is are be became got went came gone come put set led kept held gave given"
    " said thought felt ran met let stood described happened occurred remained lived stayed"
    " expected planned hoped proposed considered wanted needed tried followed followed including"
    " included according run left".split()
)
LIGHT = frozenset(
    "gone went begun began started launched made taken took given gave placed signed filed lodged"
    " issued granted imposed announced reached won received ordered brought completed introduced"
    " opened declared held lose loses lost win wins won reject rejected dismissed".split()
)
# Pasts that look like the present.
_SAME_PAST = frozenset("split cut hit put set shut quit burst spread cast let hurt".split())
LIGHT_REACH = 4  # words behind "gone on", "filed a" among which the noun of the act stands
_UNDER_WAY = re.compile(
    r"\b(?:under\s?way|underway|in\s(?:force|place|effect|progress|service)|on\ssale|operational)\b"
)
CERTAIN = re.compile(r"\b(?:will|must|shall|(?:has|have|had|obliged|forced|required)\sto)\b")
_AGENT = re.compile(r"(?:[^e]er|or)s?$")
_GOING_ON = re.compile(r"\b(?:is|are|was|were|been)\s(?:now\s|already\s|also\s|currently\s)*$")
_GIVES = re.compile(
    r"\b(?:an?|every|each|all|other|the|its|their|his|her|this|that|of|these|those|some|to)"
    r"\s(?:\w+ly\s)?$",
    re.I,
)
# "The families who moved", "is to be sold", "denied that it had sold", "allowed it to be shown".
_ASIDE = re.compile(
    r"\b(?:(?:who|which|that|whose\s[\w-]+)\s(?:(?:has|have|had|was|were|is|are|been|\w+ly)\s)*"
    r"|to\sbe\s(?:\w+ly\s)?)$",
    re.I,
)
_ONLY_SAID = re.compile(
    r"\b(?:den(?:y|ied|ies)|disput(?:es|ed)|reject(?:s|ed)?|refut(?:es|ed)|notice|warn(?:s|ed)?"
    r"|demand(?:s|ed)?|call(?:s|ed)?\sfor|urg(?:es|ed)|ask(?:s|ed)?|order(?:s|ed)?|told|allow(?:s|ed)?"
    r"|permit(?:s|ted)?|invit(?:es|ed)|advis(?:es|ed)|agree[sd]?|decid(?:es|ed)|decision|voted|votes"
    r"|promis(?:es|ed)|offer(?:s|ed)?|threaten(?:s|ed)?|refus(?:es|ed)|accus(?:es|ed)|suspect(?:s|ed)?"
    r"|announc(?:es|ed)|predict(?:s|ed)?|fear(?:s|ed)?|doubt(?:s|ed)?|want(?:s|ed)?|claims?)\b"
    r"(?:(?!,\s|\sand\s|\sbut\s)[^;])*?\b(?:that|to|of|for|whether|a|an|any|the)\s"
    r"(?:(?!,\s|\sand\s|\sbut\s)[^;])*$"
)


@dataclass(frozen=True, slots=True)
class ActWord:
    """A word that may tell of an act; a verb of two words is one."""

    low: str
    start: int
    end: int
    kinds: frozenset[str]
    past: bool
    name: bool


@lru_cache(maxsize=4096)
def act_words(text: str) -> tuple[ActWord, ...]:
    """The words of a text that may tell of acts, in reading order."""
    found: list[ActWord] = []
    read = tokens(text)
    taken = -1
    for i, t in enumerate(read):
        if i == taken:
            continue
        end, known = t.end, t.root
        if i + 1 < len(read) and (verb := _PHRASES.get(f"{t.low} {read[i + 1].low}")):
            end, known, taken = read[i + 1].end, root(stem(verb)), i + 1
        past = t.low.endswith("ed") or t.low in PAST or t.low in _SAME_PAST
        groups = frozenset[str]() if t.low in _OTHER else _OF.get(known, frozenset())
        kinds = groups | {known}
        found.append(ActWord(text[t.start : end].lower(), t.start, end, kinds, past, t.name))
    return tuple(found)


def same(one: ActWord, other: ActWord) -> bool:
    """Do two words tell of one kind of act? "No demonstrator" tells of no demonstration."""
    base = other.low.removesuffix("s")
    agent = _AGENT.search(base) and base not in _LISTED and not one.low.startswith(base)
    return bool(one.kinds & other.kinds) and not agent


GIVING = frozenset[str]().union(
    *(w.kinds for w in act_words("paid handed over given lent donated received contributed"))
)


@lru_cache(maxsize=4096)
def kinds(text: str) -> frozenset[str]:
    """The groups of acts and events of which a text's words tell."""
    told = (w.kinds for w in act_words(text) if not w.name)
    return frozenset[str]().union(*(frozenset(k for k in of if k[0] == "#") for of in told))


def told_as_done(claim: str, *, headline: bool = False) -> tuple[ActWord, ...]:
    """The words by which a claim tells something as done, or as certain to be."""
    found: list[ActWord] = []
    read = act_words(claim)
    certain = CERTAIN.search(claim)
    under_way = _UNDER_WAY.search(claim)
    for i, word in enumerate(read):
        if not i or (word.name and not headline) or word.low in _IDLE:
            continue
        grouped = len(word.kinds) > 1
        given = bool(_GIVES.search(claim, 0, word.start))
        light = {w.low.split()[0] for w in read[max(0, i - LIGHT_REACH) : i]} & LIGHT
        if _ASIDE.search(claim, 0, word.start) or _ONLY_SAID.search(claim, 0, word.start):
            continue
        if (
            (word.past and not given and (grouped or not word.name))
            or (grouped and light and not claim[: word.start].endswith("to "))
            or (grouped and headline and not given)
            or (grouped and certain is not None and word.start >= certain.end())
            or (grouped and under_way is not None and word.start < under_way.start())
            or (grouped and word.low.endswith("ing") and _GOING_ON.search(claim, 0, word.start))
        ):
            found.append(word)
    return tuple(found)
