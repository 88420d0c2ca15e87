"""Others that may be meant beside the likeliest, told by their place in the sentence alone."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.callings import calling
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.trees import SUBJECTS, Tree
from verify.claims.verbs import base_of

PLACES = ("GPE", "LOC", "FAC")
OBJECTS = ("dobj", "dative", "pobj")


def receiver(tree: Tree, i: int) -> int:
    """`gave the towns their first tram`: the noun before that is given something; −1."""
    thing = tree.heads[i]
    verb = tree.heads[thing]
    if tree.deps[i] != "poss" or tree.deps[thing] != "dobj" or not tree.verbal(verb):
        return -1
    before = [k for k in tree.kids[verb] if verb < k < i and tree.deps[k] in ("dative", "dobj")]
    noun = before[-1] if before else -1
    given = noun >= 0 and tree.edge(noun) == i - 1 and tree.tags[noun][:2] == "NN"
    return noun if given else -1


def somebody_done_to(tree: Tree) -> bool:
    """`praised his client as B`: later `him` may be the client, of whom no name is given."""
    return any(
        tree.deps[k] in ("dobj", "dative")
        and tree.tags[k] == "NN"
        and tree.tokens[k].lower in HUMAN_NOUNS | {"client"}
        and tree.child(k, "det", "poss") >= 0
        and tree.child(k, "appos") < 0
        and tree.child(tree.heads[k], "auxpass") < 0  # `was born the child of A`
        for k in range(len(tree.tokens))
    )


def owners_between(tree: Tree, i: int) -> list[int]:
    """`A extended B's bail over the protest of C, which called him rash`: perhaps B, who stands
    between as the owner of something, where the clause has a subject of its own."""
    clause = next((a for a in tree.ancestors(i) if tree.subject(a) >= 0), -1)
    if clause < 0 or tree.deps[i] not in OBJECTS or tree.deps[clause] not in ("relcl", "advcl"):
        return []
    upper = [s for a in tree.ancestors(clause) if 0 <= (s := tree.subject(a)) < i]
    first = max(upper, default=i)
    return [
        k
        for k in range(first + 1, tree.begin(clause))
        if tree.entities[k] == "PERSON" and tree.deps[k] == "poss"
    ]


def there(tree: Tree, i: int) -> bool:
    """`On the island they keep bees`: whoever lives there."""
    verb = tree.heads[i]
    first = [k for k in tree.kids[verb] if k < i and tree.deps[k] == "prep"]
    place = tree.child(first[0], "pobj") if first and tree.deps[i] in SUBJECTS else -1
    if place < 0 or tree.child(place, "prep") >= 0:
        return False
    link, entity = tree.tokens[first[0]].lower, tree.entities[place]
    if link in ("in", "at"):
        return entity in PLACES
    the = any(tree.tokens[k].lower == "the" for k in tree.kids[place])
    noun = the and not entity and tree.tokens[place].lower not in NO_PLACES
    return link in ("on", "along", "across") and (entity in PLACES or noun)


# `on the whole they …`
NO_PLACES = frozenset("whole contrary day night morning evening side hand way other board".split())


def _indefinite(tree: Tree, k: int) -> bool:
    return any(tree.tokens[n].lower in ("a", "an") for n in tree.kids[k])


def thing_between(tree: Tree, at: int, i: int) -> bool:
    """`The town would like a pool, though it has set no price on it`: perhaps the pool.

    `at` is the subject that was found for the pronoun in a clause of its own.
    """
    clause = next((a for a in tree.ancestors(i) if tree.subject(a) >= 0), -1)
    if clause < 0 or tree.deps[clause] not in ("advcl", "relcl", "conj"):
        return False
    return any(
        tree.deps[k] in ("dobj", "pobj")
        and tree.tags[k] == "NN"
        and not tree.entities[k]
        and _indefinite(tree, k)
        and not calling(tree.tokens[k].text, compound=False)
        for k in range(at + 1, tree.begin(clause))
    )


def off_a_place(tree: Tree, noun: int) -> bool:
    """`is cold air drifting off Iceland, which …`: the air, which is new, or the place."""
    above = tree.heads[noun] if tree.deps[noun] == "dobj" else tree.heads[tree.heads[noun]]
    what = tree.heads[above] if tree.deps[above] == "acl" else -1
    told = what >= 0 and tree.deps[what] == "attr" and tree.tags[what] == "NN"
    return told and tree.entities[noun] in PLACES


def amount_of(tree: Tree, noun: int) -> bool:
    """`the cost of timber, which has doubled`: the cost, or timber."""
    link = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    of = link >= 0 and tree.tokens[link].lower == "of" and tree.tags[noun] == "NN"
    bare = of and tree.child(noun, "det", "poss", "nummod") < 0
    return bare and tree.tokens[tree.heads[link]].lower in AMOUNTS


AMOUNTS = frozenset(
    "price cost level rate amount volume supply lack shortage scarcity use sale production"
    " consumption import export spread loss value quality flow".split()
)


def relative_above(tree: Tree, i: int) -> int:
    """The relative clause in which something of whom it tells is spoken of: `A, which sold its
    mill`; −1."""
    verb = next((a for a in tree.ancestors(i) if tree.subject(a) >= 0), -1)
    owns = verb >= 0 and tree.deps[i] == "poss" and tree.deps[verb] == "relcl"
    told = owns and tree.tokens[tree.subject(verb)].lower in ("which", "that")
    return verb if told else -1


def handed_over(tree: Tree) -> bool:
    """`The work was given to a firm`, `the prize went to a novel`: later `it` is either."""
    verb = tree.root
    passive = tree.child(verb, "auxpass") >= 0
    if base_of(tree.tokens[verb].lower) not in (HANDING if passive else GOING):
        return False
    for link in tree.kids[verb]:
        whom = tree.child(link, "pobj") if tree.tokens[link].lower == "to" else -1
        if whom > verb and tree.tags[whom] == "NN" and _indefinite(tree, whom):
            return tree.tokens[whom].lower not in HUMAN_NOUNS | lx.ROLE_HEADS
    return False


HANDING = frozenset(
    "give award hand pass sell transfer assign entrust grant lease let offer lend leave donate"
    " refer send".split()
)
GOING = frozenset("go fall pass belong".split())


GROUNDS = frozenset(
    "because after when while since once until before if unless though although".split()
)


def done_beside(tree: Tree, i: int) -> bool:
    """`A closed the mill after it caught fire`: A, or the mill."""
    clause = tree.heads[i]
    verb = tree.heads[clause]
    thing = tree.child(verb, "dobj")
    if tree.deps[i] not in SUBJECTS or tree.deps[clause] != "advcl" or tree.subject(verb) < 0:
        return False
    marks = {tree.tokens[k].lower for k in tree.kids[clause] if clause > k >= tree.begin(clause)}
    timed = bool(marks & GROUNDS) and verb < thing < clause
    led = timed and tree.child(thing, "det", "poss") >= 0
    return led and tree.tags[thing] == "NN" and not calling(tree.tokens[thing].text, compound=False)


DUTIES = frozenset("must should can could may".split())


def told_to(tree: Tree, i: int) -> list[int]:
    """`A told B that she was sacked`, `that she must go`: the name of whoever is told so."""
    verb = tree.heads[tree.heads[i]]
    inside = tree.deps[tree.heads[i]] == "ccomp" and tree.deps[i] in SUBJECTS
    duty = any(tree.tokens[k].lower in DUTIES for k in tree.kids[tree.heads[i]])
    inside = inside and (duty or tree.deps[i] == "nsubjpass")
    told = inside and tree.tokens[verb].lower in ("told", "tells", "reminded", "informed", "warned")
    return [
        k
        for k in tree.kids[verb]
        if told and verb < k < i and tree.deps[k] in ("dobj", "dative") and tree.entities[k]
    ]


def done_to(tree: Tree, *tags: str) -> bool:
    """`A blocked the lorries.`: later `they` are A, or the lorries."""
    thing = tree.child(tree.root, "dobj")
    led = thing > tree.root and (tree.child(thing, "det", "poss", "nummod") >= 0)
    light = base_of(tree.tokens[tree.root].lower) in LIGHT
    counted = thing >= 0 and tree.entities[thing] in ("DATE", "TIME", "MONEY", "PERCENT")
    plain = led or tree.tags[thing] in ("NNP", "NNPS")
    person = tree.entities[thing] == "PERSON"
    return (
        thing > tree.root
        and plain
        and tree.tags[thing] in tags
        and not (light or counted or person)
    )


# With these an object is no thing that is spoken of, or somebody.
LIGHT = frozenset(
    "have be get take make give do play gain hire appoint recruit employ name elect".split()
)
