"""Who does what an infinitive or a gerund tells of: `A's bid to …`, `a push by A to …`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.anaphora import TAKING_SIDES
from verify.claims.callings import calling
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.participles import INTENDING
from verify.claims.speech import own_words
from verify.claims.tokens import Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

BODIES = frozenset(
    "company firm club team group band university agency organisation organization party union"
    " museum bank charity institute corporation startup newspaper magazine network maker giant"
    " manufacturer retailer carrier airline operator developer publisher government ministry"
    " council authority department".split()
)
# `researchers`, `dentists`, `trustees`: nouns of those who do something, or to whom it is done.
DOERS = ("ers", "ors", "ists", "ees", "ians", "eers", "ants")
NO_PEOPLE = frozenset(
    "members papers numbers letters orders offers powers matters quarters servers computers trees"
    " fees degrees committees plants factors sectors doors floors motors errors colors colours"
    " centers rivers winters summers chapters posters towers rollers trailers flowers waters grants"
    " elephants warrants years covers answers transfers layers dinners barriers counters".split()
)
# What somebody does or means to do. Of a `chance to` or a `way to` nobody is the doer.
DEEDS = frozenset(
    "push bid effort plan attempt move drive campaign decision proposal scheme strategy pledge"
    " promise offer threat refusal fight battle struggle deal agreement project programme program"
    " initiative measure".split()
)
# Others are to do what these ask for.
DEMANDS = frozenset(
    "call pressure demand request order appeal invitation advice plea instruction command warning"
    " recommendation".split()
)
# Whose verbs these are has the plan: `A launched a bid to …`.
MAKING = frozenset(
    "make announce launch begin start drop abandon scrap unveil devise draw set need pursue mount"
    " agree reveal confirm outline publish propose".split()
)
# What only somebody can do; a thing can need, fail or move to do something.
MEANING = INTENDING - {"need", "fail", "move"}
# With these the object is whoever hears it.
TELLING = frozenset("tell told inform remind assure urge warn ask accuse".split())
# Said of something, and not only that something is so.
ADMITTING = frozenset("deny admit acknowledge concede announce confirm".split())
NOBODY = ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL")
# What an `it` is called that stands for what was told.
HAPPENINGS = frozenset(
    "moment blow victory triumph defeat setback relief milestone breakthrough boost reversal"
    " embarrassment humiliation disaster turnaround".split()
)
# Whom a body has.
HEADS = frozenset("chairman chairwoman chair spokesman spokeswoman chief boss treasurer".split())
WRITINGS = frozenset("report ruling letter law book film article plan deal vote bill".split())
# `the first Red Hen`: one of several of that name.
RANKS = frozenset("first second third last latest oldest newest original".split())
# With these an object is no thing that is spoken of: `take place`, `make a profit`.
LIGHT = frozenset("have be get take make give do play gain".split())


def may_be_people(noun: str) -> bool:
    """Whether a plural noun means people, as far as its form tells."""
    listed = noun.removesuffix("s") in HUMAN_NOUNS | lx.ROLE_HEADS
    plain = noun in ("men", "women", "people", "children", "police", "students", "residents")
    return listed or plain or (noun.endswith(DOERS) and noun not in NO_PEOPLE)


def deed_of(tree: Tree, i: int) -> int:
    """The noun whose infinitive a possessive stands in: `a bid to sell its plant`; −1."""
    for verb in tree.ancestors(i):
        if not tree.verbal(verb):
            continue
        noun = tree.heads[verb]
        other = tree.child(noun, "dobj") if tree.deps[verb] == "xcomp" else -1
        if tree.subject(verb) >= 0 or 0 <= other < verb:
            return -1  # `a plan to help B sell its mill`
        to = tree.child(verb, "aux")
        infinitive = tree.tags[verb] == "VB" and to >= 0 and tree.tokens[to].lower == "to"
        if tree.deps[verb] == "acl" and infinitive and tree.tags[noun] in ("NN", "NNS"):
            return noun
    return -1


def demanded(tree: Tree, deed: int) -> bool:
    """`a call by A to raise its rent`: whoever is called upon."""
    return _singular(tree, deed) in DEMANDS


def taken_from(tree: Tree, i: int) -> bool:
    """`a plan by A to strip B of its licence`: perhaps B's."""
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), -1)
    thing = tree.child(verb, "dobj") if verb >= 0 else -1
    if not 0 <= thing < i or tree.tags[thing] not in ("NN", "NNP"):
        return False
    link = tree.tokens[tree.heads[tree.heads[i]]].lower
    return i not in tree.subtree(thing) or link in ("of", "from")


def doer_of(tree: Tree, deed: int) -> int:
    """Who does it, by name: `a push by A to …`, `A's bid to …`; −1."""
    for k in tree.kids[deed]:
        link = tree.tokens[k].lower if tree.deps[k] in ("prep", "agent") else ""
        who = tree.child(k, "pobj") if link in ("by", "from", "for") else -1
        told = link == "by" or (who >= 0 and is_body(tree, who))
        if k > deed and who >= 0 and told and tree.entities[who] not in NOBODY:
            return who
    owner = tree.child(deed, "poss")
    return owner if owner >= 0 and tree.entities[owner] not in NOBODY else -1


def name_of(tree: Tree, who: int) -> list[Token]:
    """The words for somebody, without the ending that makes them own something."""
    ending = tree.child(who, "case")
    return [t for t in own_words(tree, who) if ending < 0 or t is not tree.tokens[ending]]


def by_nobody(tree: Tree, deed: int) -> bool:
    """`The rule is part of a push to cut its debts`: neither the rule's, nor is anybody named.

    In `A launched a bid to …`, `A sold land in a bid to …` it is A's.
    """
    top = deed
    while tree.deps[top] == "pobj" and tree.tokens[tree.heads[top]].lower == "of":
        top = tree.heads[tree.heads[top]]
    verb = tree.heads[top]
    does = base_of(tree.tokens[verb].lower)
    if _singular(tree, deed) not in DEEDS or tree.deps[top] not in ("attr", "dobj"):
        return False
    if does in TAKING_SIDES:
        return True
    subject = tree.subject(verb)
    makes = does in MAKING or tree.tokens[verb].lower in lx.HAVE
    return not makes and subject >= 0 and not _can_act(tree, subject)


def _can_act(tree: Tree, i: int) -> bool:
    return is_body(tree, i) or may_be_people(tree.tokens[i].lower)


def is_body(tree: Tree, i: int) -> bool:
    """Whether a noun means an organisation, or is a name."""
    named = tree.entities[i] in ("ORG", "GPE", "NORP") or tree.tags[i] == "NNP"
    return named or tree.tokens[i].lower in BODIES | lx.BODIES


def _singular(tree: Tree, i: int) -> str:
    word = tree.tokens[i].lower
    return word.removesuffix("s") if tree.tags[i] == "NNS" else word


def done_to_a_thing(tree: Tree) -> bool:
    """`A was accused of renaming a road`, `A plans to open a mill`: later `it` is either."""
    return any(_spoken_of(tree, v) for v in _without_subject(tree, tree.root))


def done_meanwhile(tree: Tree) -> bool:
    """`The siege ended on Monday, when A signed a pact`: later `it` is either."""
    for when, token in enumerate(tree.tokens):
        clause = tree.heads[when]
        if token.lower != "when" or not when or tree.tokens[when - 1].text != ",":
            continue
        thing = tree.child(clause, "dobj")
        led = tree.child(thing, "det") if thing > clause else -1
        if led >= 0 and tree.tokens[led].lower in ("a", "an") and tree.tags[thing] == "NN":
            return True
    return False


def _without_subject(tree: Tree, verb: int) -> list[int]:
    """The gerunds and infinitives of what the subject of a verb does."""
    found = []
    for k in tree.kids[verb]:
        under = tree.child(k, "pcomp") if tree.deps[k] == "prep" else -1
        inner = k if tree.deps[k] == "xcomp" else under
        if inner > verb and tree.tags[inner] in ("VB", "VBG") and tree.subject(inner) < 0:
            found += [inner, *_without_subject(tree, inner)]
    return found


def _spoken_of(tree: Tree, verb: int) -> bool:
    """Whether the object of a verb is one thing, which a later `it` may mean."""
    thing = tree.child(verb, "dobj")
    if thing < 0 or base_of(tree.tokens[verb].lower) in LIGHT:
        return False
    led = tree.child(thing, "det", "poss") >= 0 or tree.tags[thing] == "NNP"
    human = tree.entities[thing] == "PERSON" or tree.tokens[thing].lower in HUMAN_NOUNS
    human = human or tree.tokens[thing].lower in lx.ROLE_HEADS
    counted = tree.entities[thing] in NOBODY
    return tree.tags[thing] in ("NN", "NNP") and led and not human and not counted


def acts(tree: Tree, i: int) -> bool:
    """`It denied this`, `it also …`, `it hopes to …`: whoever did something, and goes on; not what
    it was done to. An account or a page may post, too."""
    verb = tree.heads[i]
    does = base_of(tree.tokens[verb].lower)
    says = does in (ADMITTING if tree.child(verb, "dobj") >= 0 else lx.SPEECH)
    says = says or does in TELLING or (does == "point" and tree.child(verb, "prt") > verb)
    intends = does in MEANING and tree.child(verb, "xcomp") > verb
    also = any(tree.tokens[k].lower in ("also", "too") for k in tree.kids[verb])
    return also or ((says or intends) and tree.deps[i] == "nsubj")


def means_to(tree: Tree, verb: int) -> bool:
    """`wanted a man`, `hoped to …`, `asked whether …`: what only people do, or a body of them."""
    does = base_of(tree.tokens[verb].lower)
    object_ = tree.child(verb, "dobj", "ccomp", "xcomp") > verb
    return does == "ask" or (object_ and does in MEANING | {"want", "believe", "think"})


def may_mean(noun: str) -> bool:
    """Whether a plural noun may be one of people, or of bodies of them."""
    one = noun.removesuffix("s")
    many = (one, noun.removesuffix("es"), noun.removesuffix("ies") + "y")
    return may_be_people(noun) or any(w in BODIES | lx.BODIES | CROWDS for w in many)


CROWDS = frozenset(
    "family couple crew staff state country nation town village school hospital shop store brand"
    " business employer side pair household tribe church force unit committee court paper it they"
    " animal dog cat bird".split()
)


def reason_beside(tree: Tree, i: int) -> bool:
    """`The bank fined the dealer over its records`: perhaps the dealer's."""
    noun = tree.heads[i]
    link = tree.heads[noun]
    verb = next((a for a in tree.ancestors(link) if tree.verbal(a)), -1)
    thing = tree.child(verb, "dobj") if verb >= 0 else -1
    why = tree.deps[i] == "poss" and tree.tokens[link].lower in ("over", "for", "about", "despite")
    if not why or tree.deps[noun] != "pobj" or not verb < thing < link:
        return False
    called = calling(tree.tokens[thing].text, compound=False) != ""
    return tree.tags[thing] in ("NN", "NNP") and (is_body(tree, thing) or called)
