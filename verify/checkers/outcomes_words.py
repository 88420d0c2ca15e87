"""Outcomes that shut each other out: approved and rejected, upheld and overturned, opened and shut.

Each line of the table is one matter on which a thing can end in two ways. A word may stand in
several: what is "dismissed" may be a complaint (not upheld) or a manager (who did not resign).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# What a pole is written with: a verb's plain form, from which the regular ones are made; "=" before
# a form that stands as it is; "_" joins words that only together mean it.
_CONTEST = (
    "win =won =winning =winner =victory =victorious triumph prevail",
    "lose =lost =losing =loser =defeat =defeated =beaten =runner-up =runners-up",
)
_SAFE = ("=safe =harmless =safely", "=unsafe =dangerous =harmful =hazardous =toxic")
_AGE = ("=eldest =oldest", "=youngest")
_SIGN = ("=positive", "=negative")
_BESIDE = ("=with", "=without")
_MORE = ("=more", "=fewer =less")
_AXES = (
    _CONTEST,
    (
        "approve accept adopt ratify confirm pass grant authorise authorize endorse enact =approval"
        " =adoption =ratification =green-light wave_through =waved_through =voted_for"
        " =voted_to_approve =cleared clear =in_favour =in_favor carry",
        "reject refuse decline dismiss block veto rebuff spurn defeat =rejection =refusal"
        " =turned_down =turn_down =turns_down =voted_down =vote_down =threw_out =thrown_out"
        " =struck_down =voted_against =knocked_back deny =shot_down =said_no =say_no =says_no"
        " =went_down =turned_aside",
    ),
    (
        "dismiss =thrown_out =threw_out =throws_out =tossed_out =struck_out =inadmissible",
        "=go_forward =went_forward =goes_forward proceed =go_ahead =admissible =to_trial"
        " =may_be_heard =can_be_heard",
    ),
    (
        "block halt =stopped =stops =stop =froze =on_hold stay",
        "=go_ahead =went_ahead =goes_ahead =may_proceed =can_proceed =go_forward",
    ),
    ("=met achieve =hit =exceeded =surpassed", "miss =missed =fell_short =undershot"),
    (
        "=in_favour_of =in_favor_of =sided_with =found_for =ruled_for",
        "=found_against =ruled_against =ruling_against =finds_against =rules_against",
    ),
    (
        "taint contaminate pollute poison foul affect spoil =harmed =disrupted",
        "=unaffected =unharmed =undamaged =untouched =unscathed =spared =normal =clean =intact",
    ),
    (
        "uphold =upheld affirm confirm allow",
        "dismiss overturn quash annul reverse reject =struck_down =set_aside =threw_out"
        " =thrown_out =overruled overrule void",
    ),
    (
        "convict =guilty =conviction =convictions",
        "acquit =acquitted =acquitting =cleared =acquittal exonerate absolve =exoneration",
    ),
    ("pass =succeeded =succeeds =succeed =success =successful", "fail =failure =unsuccessful flop"),
    (
        "=sacked =sacks =sack =sacking dismiss =fired =fires oust =ousted =ousts expel"
        " =forced_out =dismissal =pushed_out",
        "resign =resignation quit =quits =stepped_down =steps_down =step_down =stood_down"
        " =stands_down retire =retirement =of_his_own_accord =of_her_own_accord =stepping_down",
    ),
    (
        "=hired =hires =hire appoint =appointment recruit =reinstated =reinstates",
        "=sacked =sacks =sacking dismiss =fired =laid_off =dismissal oust",
    ),
    (
        "=opened =opens =opening reopen =reopening =stay_open =stayed_open =remain_open"
        " =remains_open =remained_open =kept_open =keep_open =staying_open",
        "=closed =closes =closing =closure =shut =shuts =shutting =shuttered =shutdown"
        " =to_close =will_close",
    ),
    (
        "continue =continues resume =resumption =restarted =kept_going =ongoing",
        "=stopped =stops halt suspend =suspension cease =ended discontinue abandon =paused",
    ),
    (
        "rise =rose =risen increase grow =grew =grown climb jump surge soar =growth rebound"
        " =gained =swelled =doubled =tripled =rocketed =up_by",
        "fall =fell =fallen decrease decline drop tumble plunge slump slip =slid sink =sank =shrank"
        " =shrunk =contracted dwindle plummet =halved =reduction =down_by",
    ),
    (
        "increase raise expand boost widen =expansion lift extend =hiked =hike =widening"
        " lengthen enlarge double",
        "=cut =cuts =cutting reduce =lowered =lowers slash trim curb shrink =reduction narrow"
        " shorten halve =scaled_back =scale_back",
    ),
    (
        "agree accept consent =agreement =gave_consent",
        "refuse decline reject =refusal =balked =disagreed =disagree =disagrees =turned_down",
    ),
    (
        "=signed =signs join =joined =joins =entered =signed_up =acceded =re-joined rejoin",
        "withdraw =withdrew =withdrawn =withdrawal =pulled_out =pull_out =pulls_out =walked_away"
        " =quit =backed_out =opted_out =exited",
    ),
    (
        "confirm acknowledge admit concede =confirmation corroborate",
        "deny =denial dispute refute rebut contradict disavow",
    ),
    (
        "keep =kept retain preserve maintain save spare =retention =unaffected =stay_open"
        " =stayed_open",
        "scrap abandon cancel axe abolish demolish =demolition =closed =to_close =shut discard"
        " =axed =tore_down =torn_down =pulled_down =cancelled =canceled =closure dissolve",
    ),
    (
        "=went_ahead =go_ahead =goes_ahead =held =took_place =takes_place =staged =proceeded",
        "=cancelled =canceled cancel postpone =called_off =call_off scrap shelve abandon =put_off"
        " =postponement =delayed =aborted",
    ),
    (
        "support =backed =backs =backing endorse favour favor praise welcome hail applaud"
        " =for_the_proposal =in_favour =in_favor advocate champion defend",
        "oppose attack slam blast =came_out_against criticise"
        " criticize condemn denounce reject deplore",
    ),
    (
        "arrest detain imprison =jailed =in_custody =behind_bars =remanded",
        "release =freed =frees =free discharge =released =on_bail =bailed",
    ),
    (
        "allow permit legalise legalize =legal authorise authorize =allowed =lawful"
        " =constitutional",
        "ban prohibit outlaw forbid =forbidden =forbade block =illegal =unlawful =banned"
        " =barred =unconstitutional =criminalised =criminalized",
    ),
    (
        "survive =survived =survivor =rescued =alive =unhurt =unharmed =recovered",
        "=died =dies =die =killed =dead =death perish =perished =drowned",
    ),
    (
        "=lifted =lifts ease relax =eased =abolished =removed =waived =loosened =repealed",
        "impose =imposed tighten introduce =introduced =toughened =reimposed",
    ),
    (
        "publish disclose =made_public =published =revealed",
        "withhold =withheld conceal suppress =kept_secret =redacted",
    ),
    (
        "improve =improvement strengthen =improved =better recover",
        "worsen =worse deteriorate weaken =deterioration =deteriorated",
    ),
    _SAFE,
    ("prevent =prevents protect =protects avert", "cause =causes =caused trigger provoke"),
    _BESIDE,
    ("=unanimously =unanimous", "=narrowly =split_vote =dissented"),
    ("=ahead_of_schedule =early", "=behind_schedule =delayed =late"),
    ("promote =promoted", "relegate =relegated demote =demoted"),
    ("=qualified =qualifies", "=eliminated =knocked_out =missed_out"),
    (
        "receive accept =took =awarded =collected",
        "decline refuse reject =turned_down =turns_down =handed_back =gave_back =returned",
    ),
    _AGE,
    _SIGN,
    ("=cheered =applauded =cheers =ovation", "=booed =jeered =heckled =boos =whistled_at"),
    _MORE,
    ("=up_from =up_by =up_on", "=down_from =down_by =down_on"),
    ("=satisfied =pleased =happy =delighted", "=dissatisfied =disappointed =unhappy =angry"),
    ("=free =free_of_charge =at_no_cost", "=must_pay =charged =for_a_fee"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """The way in which a matter of the table ended."""

    axis: int
    pole: int  # 0 or 1


def forms(entry: str) -> Iterator[str]:
    """The forms in which an entry of the table stands in a text."""
    if entry.startswith("="):
        yield entry[1:].replace("_", " ")
        return
    word = entry.replace("_", " ")
    yield from (word, word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s"))
    bare = word[:-1] if word.endswith("e") else word
    if word.endswith("y") and word[-2] not in "aeiou":
        yield from (word[:-1] + "ied", word[:-1] + "ies", word + "ing")
        return
    yield from (bare + "ed", bare + "ing")
    if word[-1] in "bgmnptrl" and word[-2] in "aeiou" and word[-3:-2] not in "aeiou":
        yield from (word + word[-1] + "ed", word + word[-1] + "ing")


def _table(axes: Sequence[tuple[str, str]]) -> Mapping[tuple[str, ...], tuple[Side, ...]]:
    found: dict[tuple[str, ...], tuple[Side, ...]] = {}
    for axis, poles in enumerate(axes):
        for pole, entries in enumerate(poles):
            for form in (f for entry in entries.split() for f in forms(entry)):
                key = tuple(form.split())
                side = Side(axis, pole)
                if side not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), side)
    return found


# Where one wins another loses: it tells only of whom it is said.
CONTESTED = frozenset((_AXES.index(_CONTEST),))
# What was with one thing was without another: only what stands behind the word tells.
ORDERED = frozenset(map(_AXES.index, (_BESIDE, _MORE)))
# How something is: these tell of it behind an article, too ("the youngest of six").
STATES = frozenset(map(_AXES.index, (_SAFE, _AGE, _SIGN)))
SIDES = _table(_AXES)
# Verbs whose "down", "out" or "off" may stand some words on.
PARTED = frozenset(
    key[:1] for key in SIDES if len(key) == 2 and key[1] in ("down", "out", "off", "aside")
)
LONGEST = max(map(len, SIDES))


def other(side: Side) -> Side:
    """The way in which it did not end."""
    return Side(side.axis, 1 - side.pole)
