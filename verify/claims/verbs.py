"""Common verbs of news prose, with the forms that they take."""

from __future__ import annotations

_REGULAR = """
abandon abolish accept accelerate accompany account accuse achieve acknowledge acquire act adapt
add address adjourn admire admit adopt
advance advise advocate affect affirm afford agree aid aim allege allow alter amend amount analyse
analyze
announce answer anticipate apologise apologize appeal appear apply appoint approach approve argue
arrange
arrest arrive ask assassinate assault assemble assert assess assign assist associate assume assure
attach attack
attain attempt attend attract attribute audition author authorise authorize avoid await award back
ban bar base
battle bear-out become-known beckon behave believe belong benefit blame block boast bomb boost
border born bother brief broker calculate
call campaign cancel capture care carry cast cause caution cease celebrate center chair challenge
change
charge chase check circulate cite claim clarify clash classify clear climb close coach co-author
co-found co-host
co-star co-write collaborate collapse collect combine comment commission commit compare compete
compile
complain complete compose comprise concede conceive concentrate concern conclude condemn conduct
confirm
confront connect consider consist constitute construct consult consume contact contain contend
contest
continue contract contrast contribute control convene convert convict cooperate coordinate correct
cost cover crash create criticise criticize cross culminate cure damage date deal debate debut
decide declare decline
decorate decrease dedicate defeat defect defend define delay delegate deliver demand demonstrate
deny depart
depend depict deploy depose derive describe deserve design designate destroy detail detain
deteriorate
determine develop devote die differ direct disagree disappear discover discuss dismiss display
dispute
dissolve distinguish distribute divide divorce document dominate donate double doubt draft drag
dress drop
drown earn ease edit educate elect elevate eliminate embark emerge emigrate emphasise emphasize
employ
enable enact encompass encounter encourage end endorse enforce engage engineer enhance enjoy
enlist enrol
enroll ensure enter entertain equal escape establish estimate evacuate evaluate evolve examine
exceed exclude
execute exercise exhibit exist expand expect experience expire explain explode explore export expose
express extend extradite face facilitate fail fall-back fear feature figure file fill film
finalise finalize finance
finish fire fix flank focus follow force form formulate found frame free fuel function fund gain
garner gather generate govern graduate grant guarantee guard guide halt hail handle happen harm
head heal help
highlight hint hire honor honour hope host house identify ignore illustrate imagine immigrate
impact implement imply import
impose impress imprison improve include incorporate increase indicate indict induct influence inform
inherit initiate injure inspect inspire install institute instruct intend interest intervene
interview introduce
invade invent invest investigate invite involve issue join joke judge jump justify kick kidnap
kill label
lack land last launch lecture legislate lift like limit link list live load lobby locate look
lose-out love lower
maintain major manage mark marry master match matter maximise measure mediate mention merge migrate
mine minimise model monitor mount move murder name narrate near need negotiate nominate note
notice number
obtain occupy occur offer open operate oppose order organise organize originate oust outline oversee
own pardon participate partner pass pay-off perform permit persuade pioneer place plan play plead
please pledge
plot plunge point portray position possess post postpone pour practise practice praise predict
prefer
prepare present preserve press prevent print proceed process proclaim produce prohibit project
promise promote prompt
pronounce propel propose prosecute protect protest prove provide publish pull punish purchase
pursue push qualify question
quash quote race raid raise range rank rate ratify reach react realise realize reassure rebuff
receive recognise recognize
recommend reconcile record recover recruit reduce refer reflect reform refuse regain regard register
reiterate reject rejoin relate release relocate rely remain remark remember remove rename render
renew
renovate repair repeal repeat replace replicate reply report represent request require rescue
research reside
resign resist resolve respond restore result resume retain retire return reveal reverse review
revise revive
reward risk rule sack sail sanction save schedule score secure seek-out seem select serve settle
shape share shell shift
shock shop show-case showcase sign signal skip slam slip solidify solve sound span spark
specialise specialize specify
speculate spell spend-up split-up sponsor spur stabilise stabilize stage star start state stay
stem step stop store strengthen
stress stretch struggle study submit subside succeed suffer suggest suit summarise supply support
suppose surge surpass surrender
surround survive suspect suspend sustain switch symbolise tackle talk target tend term test
testify thank threaten topple
total touch tour trace track trade train transfer transform translate transport travel treat
trigger try
turn tweet underline undermine unify unite unveil update urge use utilise utilize vacate vary
venture veto view
violate visit volunteer vote vow wait walk want warn warrant wash watch weaken weigh welcome widen
wish witness
wonder work worry bounce burst-out chronicle co-chair coin collide commence commemorate commend
compel compensate complement comply
compound compromise conceal condense confess confide confiscate confuse congratulate conquer
consolidate contemplate contradict convey convince
counter crack craft crown crush cultivate curate dare darken deepen defy degrade delete delight
delve demolish demote depart deposit deprive descend
detect devise diagnose dictate differentiate diminish dip disband discharge disclose disclosed
discourage disguise disrupt dissent distance divert dive
dodge drain dread drift dry dump dwarf echo elaborate elude embody embrace empower endanger endure
energise enforce enlarge enrich entail entrust
envision equip erase err erect erode escalate escort espouse evoke exacerbate exaggerate exceed
excel exchange excite exclaim excuse exempt exhaust exile
expel experiment exploit extract fade falter fare fasten favor favour feud fish flood flourish
flow foil forge foster fulfil fulfill gather-up glow
grab grapple grip guess halve harass harvest hasten haul heat hinder hug hurry idle illuminate
impair impeach impede implicate impress incite incur
infect inflict inhabit insert insult insure integrate intensify intercept interpret interrupt
intimidate irritate isolate jail jeopardise knock
lag lament lean-on level liberate lighten linger loan lobby lock log loot lure mail mandate
manipulate manufacture march mask mature migrate mimic
minimize mobilise mobilize modify motivate mourn multiply narrow navigate neglect nurture obey
object obscure offset omit outlaw outnumber outpace
overhaul overlook override overrule overturn pack paint pair panic parade park pave peak peer
penalise perceive persist photograph pick pilot pitch plague
plant pledge-to poison poll pop populate pound pray premier premiere probe procure profit
project-out prolong pump quadruple query quell quiz rally
ramp rattle ravage rebound rebuff rebuke recall recite reclaim recount refine refrain refund
regroup rehearse reign reinforce reinstate reinvent relax relay
relinquish remodel repay repel replenish reproduce repudiate resemble reserve reshape resort
respect restart restrict resurface retaliate rethink retreat retrieve
reunite revert revoke revolt roll romance root rotate ruin rush safeguard salute sample scale
scatter scold scrap screen sculpt seal search seize
sense separate sharpen shatter shelter shield shout shrug simplify simulate sketch slash slow
smash smuggle snap soar solicit spare speed spot
spray squeeze stabilise stall standardise starve steer stimulate stir storm strain strand
subscribe substitute sue summon supervise suppress surface
swap tailor team tease terminate terrorise thrive tie tighten tolerate torture toss tow transcend
transmit trap treasure tumble tune unfold unleash
unlock uphold urge-on usher vanish verify visualise vie vilify voice wage wander waive weave
whisper widen wipe withhold yell worsen wound yield star debut front-run revolve rise-up populate
orbit circle possess accumulate displace react
regulate power stand-out sing-along erupt emit absorb attract hunt
originate comprise recur retain trend oppose adhere preach tutor mentor credit accredit adjoin
house situate deem dub entitle title nickname
stun miss axe mull clinch thrash dent curb hike snub woo nab maul shun swoop thwart tout trounce
limp stockpile moor hoist hurl stumble nod soak spoil sob kiss stab
"""

# base, past, participle (and a third-person form where it is not regular)
_IRREGULAR = """
arise arose arisen;awake awoke awoken;bear bore borne;beat beat beaten;become became become;
begin began begun;
bend bent bent;bet bet bet;bind bound bound;bleed bled bled;blow blew blown;break broke broken;
bring brought brought;
broadcast broadcast broadcast;build built built;burn burned burned;burst burst burst;
buy bought bought;cast cast cast;
catch caught caught;choose chose chosen;come came come;cost cost cost;cut cut cut;
deal dealt dealt;dig dug dug;
draw drew drawn;dream dreamed dreamed;drink drank drunk;drive drove driven;eat ate eaten;
fall fell fallen;
feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled;fly flew flown;
forbid forbade forbidden;
forecast forecast forecast;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;
get got got;give gave given;
go went gone;grow grew grown;hang hung hung;hear heard heard;hide hid hidden;hit hit hit;
hold held held;hurt hurt hurt;
keep kept kept;know knew known;lay laid laid;lead led led;lean leaned leaned;leap leapt leapt;
learn learned learned;
leave left left;lend lent lent;let let let;lie lay lain;light lit lit;lose lost lost;
make made made;mean meant meant;
meet met met;mistake mistook mistaken;outgrow outgrew outgrown;overcome overcame overcome;
oversee oversaw overseen;
overthrow overthrew overthrown;overtake overtook overtaken;pay paid paid;put put put;
quit quit quit;read read read;
rebuild rebuilt rebuilt;resell resold resold;ride rode ridden;ring rang rung;rise rose risen;
run ran run;say said said;
see saw seen;seek sought sought;sell sold sold;send sent sent;set set set;shake shook shaken;
shed shed shed;shine shone shone;
shoot shot shot;show showed shown;shrink shrank shrunk;shut shut shut;sing sang sung;
sink sank sunk;sit sat sat;
sleep slept slept;slide slid slid;speak spoke spoken;spend spent spent;split split split;
spread spread spread;
spring sprang sprung;stand stood stood;steal stole stolen;stick stuck stuck;strike struck struck;
strive strove striven;
swear swore sworn;sweep swept swept;swim swam swum;swing swung swung;take took taken;
teach taught taught;tear tore torn;
tell told told;think thought thought;throw threw thrown;undergo underwent undergone;
understand understood understood;
undertake undertook undertaken;upset upset upset;wake woke woken;wear wore worn;win won won;
withdraw withdrew withdrawn;
withstand withstood withstood;write wrote written;co-write co-wrote co-written;
step stepped stepped;rewrite rewrote rewritten;
weep wept wept;kneel knelt knelt;fling flung flung;cling clung clung;creep crept crept;
slay slew slain
"""

_DOUBLED = frozenset(
    "ban bar admit commit drop plan permit submit ship stop star step spur slip skip plot prefer"
    " refer occur"
    " recur rebut transfer regret equip drag beg chat clap control compel expel propel rebel"
    " quip trim rob shop trap wrap"
    " cancel travel label model signal total enrol co-star slam grab sum tap tip strip"
    " cap nod pin stun nab stab shun snub sob hug trip".split()
)
_VOWELS = "aeiou"


def third(base: str) -> str:
    """`go` → `goes`, `carry` → `carries`."""
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str) -> str:
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def _ing(base: str) -> str:
    if base in _DOUBLED or base in (
        "begin",
        "cut",
        "get",
        "hit",
        "let",
        "put",
        "run",
        "set",
        "sit",
        "win",
        "quit",
        "swim",
        "split",
        "spin",
        "shut",
        "dig",
        "forget",
        "bet",
        "forbid",
    ):
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return (
        base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    ) + "ing"


def _table() -> tuple[dict[str, frozenset[str]], dict[str, str], dict[str, tuple[str, str]]]:
    forms: dict[str, set[str]] = {}
    bases: dict[str, str] = {}
    pasts: dict[str, tuple[str, str]] = {}
    irregular = {
        row.split()[0]: row.split()[1:]
        for row in _IRREGULAR.replace("\n", "").split(";")
        if row.strip()
    }
    regular = {
        b: [_past(b), _past(b)] for b in _REGULAR.split() if b not in irregular and b != "born"
    }
    for base, (past, part) in {**regular, **irregular}.items():
        pasts[base] = (past, part)
        ing = _ing(base)
        alike = {"admit": "admitting"}.get(base, ing)
        rows = ((base, "base"), (third(base), "s"), (past, "past"), (part, "part"), (alike, "ing"))
        for word, form in rows:
            forms.setdefault(word, set()).add(form)
            bases.setdefault(word, base)
    for word, form in (("born", "part"), ("travelled", "past"), ("cancelled", "past")):
        forms.setdefault(word, set()).update({form, "part"})
        bases.setdefault(word, {"born": "bear"}.get(word, word))
    return {w: frozenset(f) for w, f in forms.items()}, bases, pasts


# FORMS: word → its forms among base, s, past, part, ing · BASES: word → base · PASTS: base →
# past, participle
FORMS, BASES, PASTS = _table()


def base_of(word: str) -> str:
    """The base form of a verb form; the word itself, less its ending, where it is unknown."""
    word = word.lower()
    if word in BASES:
        return BASES[word]
    for ending in ("ing", "ed", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def past_of(word: str) -> str:
    """The simple past of any form of a known verb, and of an unknown one in -ing, which is
    regular (`missing` → `missed`, `relying` → `relied`); else ""."""
    base = BASES.get(word.lower(), "")
    if base in PASTS:
        return PASTS[base][0]
    stem = word.lower().removesuffix("ing")
    if stem == word.lower() or len(stem) < SHORTEST_STEM:
        return ""
    carries = stem.endswith("y") and stem[-2] not in _VOWELS
    return stem[:-1] + "ied" if carries else stem + ("d" if stem.endswith("e") else "ed")


SHORTEST_STEM = 3


def present_of(word: str, *, plural: bool = False) -> str:
    """The present of any form of a known verb; "" where the verb is unknown."""
    base = BASES.get(word.lower(), "")
    if base not in PASTS:
        return ""
    return base if plural else third(base)
