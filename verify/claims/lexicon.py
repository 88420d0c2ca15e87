"""Closed word classes and a small verb list: all the grammar that the claim rules know.

English only: an article in another language is split into sentences, and each
sentence is one claim. The lists are the project's own.
"""

from __future__ import annotations

from verify.claims.first_names import FEMALE_NAMES as FEMALE_NAMES
from verify.claims.first_names import MALE_NAMES as MALE_NAMES
from verify.claims.verbs import FORMS as FORMS  # re-exported: the verb forms belong here


def words(text: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(text.split())


DETERMINERS = words(
    "the a an this that these those each every some any no all both several many few various"
    " numerous another other my your his her its their our whose certain such most more much"
    " neither either two three four five six seven eight nine ten dozens hundreds thousands"
)
PRONOUNS = words(
    "he she it they we i you him them us me himself herself itself themselves one everyone nobody"
    " someone anyone everybody somebody nothing something everything anything hers theirs mine"
    " there none others"
)
PREPOSITIONS = words(
    "in on at by for with from of to into onto over under about after before between among during"
    " against through throughout across towards toward within without upon via per despite beyond"
    " alongside amid amidst near behind beneath above below beside besides off out up down along"
    " around outside inside since until till as like than concerning regarding versus including"
    " excluding following except opposite plus unlike past"
)
CONJUNCTIONS = words("and or but nor yet")
SUBORDINATORS = words(
    "because although though while whereas if unless whether when whenever once lest provided"
)
RELATIVES = words("who which whose whom where")
BE = words("is are was were am be been being 's 're")
HAVE = words("has have had having")
DO = words("do does did")
FINITE_AUX = words("is are was were am has have had do does did") | words(
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't"
    " isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t"
)
MODALS = words(
    "will would can could may might shall should must cannot won't wouldn't can't couldn't"
    " shouldn't won’t wouldn’t can’t couldn’t shouldn’t ought"
)
NEGATIONS = words("not never n't no neither nor without none nobody nothing cannot") | frozenset(
    w for w in FINITE_AUX | MODALS if w.endswith(("n't", "n’t"))
)
# Adverbs without -ly; they may stand before or inside a verb group.
ADVERBS = words(
    "also now then still already again ever never not always often once twice just even only soon"
    " later earlier first further therefore thus however instead indeed perhaps maybe too well"
    " currently so there here once yet today yesterday tomorrow ago abroad together away back"
    " hence moreover furthermore meanwhile nonetheless nevertheless almost nearly about quite very"
    " rather largely both"
)
NOT_ADVERBS = words(
    "family only early daily weekly monthly yearly assembly ally supply reply july"
    " italy fly apply rely anomaly monopoly folly belly bully likely friendly elderly"
    " deadly costly timely lonely lovely holy ugly hourly quarterly scholarly"
)
# Said at the start of a sentence to join it to the last; no part of what is claimed.
DISCOURSE = (
    "however", "moreover", "furthermore", "additionally", "in addition", "therefore", "thus",
    "meanwhile", "nevertheless", "nonetheless", "overall", "in fact", "indeed", "for example",
    "for instance", "consequently", "as a result", "hence", "besides", "also", "finally",
    "in contrast", "by contrast", "on the other hand", "of course", "in turn", "similarly",
    "likewise", "instead", "still", "so", "then", "and", "but", "or", "yet", "no", "yes", "plus",
    "in short", "in summary", "in conclusion", "in particular", "notably", "accordingly",
    "tragically", "sadly", "unfortunately", "interestingly", "surprisingly", "fortunately",
    "that said", "to be sure", "even so", "at the same time", "in other words", "sure", "again",
)  # fmt: skip

MONTHS = words(
    "january february march april may june july august september october november december jan feb"
    " mar apr jun jul aug sep sept oct nov dec"
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")

# `Bank of England governor NAME`: their names go on after `of`.
BODIES = words(
    "bank university ministry department house church college bureau institute chamber board court"
    " academy federation association union league museum council office city"
)

# No verbs, though a parser may take them for one: `links night work to higher risk`.
COMPARATIVES = words("higher greater bigger larger smaller longer shorter more less worse fewer")

SAYING = words(
    "say tell announce confirm claim state add note explain argue report reveal insist warn assert"
    " declare suggest maintain acknowledge admit deny stress emphasise emphasize remark observe"
    " believe think write tweet post comment reply respond estimate predict allege contend recall"
    " indicate point testify concede disclose complain vow pledge promise affirm reiterate hint"
    " quip joke boast urge describe call conclude find show learn expect hope fear agree mention"
    " underline underscore highlight caution rule submit counter"
)
# Verbs of the above whose complement is theirs alone without "that": not `found a house`.
PLAIN_SAYING = words(
    "say claim argue insist warn assert declare maintain believe think add note explain state"
    " suggest allege contend estimate predict announce confirm tell acknowledge admit reveal rule"
)
# The conclusion of a study is vouched for by nobody but it; the same shape all the same.
SPEECH = words(
    "say tell announce confirm claim state add note explain argue insist warn assert declare"
    " remark observe write tweet post comment reply respond recall testify concede complain affirm"
    " reiterate quip joke boast ask continue conclude acknowledge admit deny stress emphasise"
    " emphasize reveal report urge vow rule"
)

HEDGES = words(
    "may might could reportedly allegedly apparently possibly perhaps potentially likely unlikely"
    " presumably supposedly purportedly seemingly probably would should"
)

# Nouns before or after a name that make it a role: heads of a title.
ROLE_HEADS = words(
    "president vice-president prime-minister minister premier chancellor king queen prince princess"
    " emperor pope sheikh emir sultan senator congressman congresswoman representative"
    " lawmaker legislator mp mep governor mayor councillor councilman councilwoman commissioner"
    " secretary undersecretary ambassador envoy diplomat consul chair chairman chairwoman"
    " chairperson speaker leader whip spokesman spokeswoman spokesperson director chief head boss"
    " officer ceo cfo coo founder co-founder owner partner manager coach captain general colonel"
    " lieutenant major admiral sergeant constable commander marshal judge justice attorney lawyer"
    " prosecutor"
    " solicitor sheriff detective inspector professor doctor scientist researcher economist"
    " historian analyst expert author writer novelist poet journalist reporter editor columnist"
    " presenter host anchor actor actress singer musician rapper composer guitarist drummer dancer"
    " comedian filmmaker producer director artist painter sculptor photographer architect engineer"
    " designer model player footballer striker goalkeeper midfielder defender cricketer swimmer"
    " runner boxer athlete champion rector dean principal teacher student bishop archbishop"
    " cardinal rabbi imam activist politician candidate nominee veteran pilot astronaut"
    " deputy adviser advisor aide official administrator registrar chairman superintendent"
    " billionaire entrepreneur businessman businesswoman investor banker physician surgeon nurse"
    " psychologist philosopher theologian mathematician physicist chemist biologist linguist"
    " dictator monarch duke duchess earl baron lord sir dame treasurer auditor clerk"
    " negotiator strategist pollster publisher broadcaster wrestler golfer quarterback midfielder"
    " pitcher cyclist skater gymnast sprinter organiser organizer lobbyist campaigner"
    " executive substitute counsel frenchman frenchwoman englishman englishwoman irishman"
    " irishwoman welshman scotsman dutchman briton spaniard dane swede finn pole"
    " rep sen gov gen lt col amb cllr"
)
TITLES = {
    "sen": "Senator", "sens": "Senators", "rep": "Representative", "gov": "Governor",
    "reps": "Representatives", "govs": "Governors",
    "gen": "General", "lt": "Lieutenant", "col": "Colonel", "amb": "Ambassador",
    "adm": "Admiral", "capt": "Captain", "maj": "Major", "sgt": "Sergeant", "prof": "Professor",
    "pres": "President", "cmdr": "Commander", "brig": "Brigadier",
    "cllr": "Councillor",
}  # fmt: skip
HONORIFICS = words("mr mrs ms miss mx dr sir dame lord lady hon rev madam")
MALE_TITLES = words("mr sir lord king prince congressman chairman spokesman businessman actor duke")
FEMALE_TITLES = words(
    "mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman businesswoman"
    " actress duchess madam"
)
# After `Secretary of`, `Minister of`: the department, and no part of the name that follows.
DEPARTMENTS = words(
    "state defense defence treasury interior commerce labor labour energy education health"
    " transportation transport agriculture justice finance war trade tourism culture environment"
    " information planning railways"
)
# Before the head of a title: `former`, `Republican`, `senior`, `acting`, `Vice`, `Prime`.
ROLE_MODIFIERS = words(
    "former ex current then acting interim senior junior deputy vice prime first chief assistant"
    " associate executive managing republican democratic democrat independent conservative labour"
    " liberal national foreign defence defense finance interior home state federal military army"
    " navy air police press attorney secretary us u.s. uk british lieutenant brigadier major rear"
    " honorary founding general house senate majority minority veteran longtime top retired late"
    " outgoing incoming newly elected co- party government opposition special permanent"
    " presidential white house pentagon"
)
