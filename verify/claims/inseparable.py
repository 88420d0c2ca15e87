"""Lists that hold only together: an order, two kinds of one thing, a list inside another."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.shares import each_in_its_way, kept_out
from verify.claims.tokens import Tag
from verify.claims.trees import SUBJECTS, Tree
from verify.claims.verbs import base_of


def in_order(tree: Tree, items: list[int]) -> bool:
    """`followed by A, B and finally C`: B does not follow what A follows."""
    link = tree.heads[items[0]]
    if tree.deps[link] == "agent" and tree.tokens[tree.heads[link]].lower in FOLLOWED:
        return True
    last = items[-1]
    early = (k for k in tree.kids[last] if tree.deps[k] == "advmod" and k < last)
    return any(tree.tokens[k].lower in ORDERING for k in early)


FOLLOWED = frozenset("followed preceded succeeded".split())
ORDERING = frozenset("finally lastly then later subsequently eventually".split())


def kinds_in_places(tree: Tree, items: list[int]) -> bool:
    """`the lung and skin cells in A and B`: which kind is in which place, is not said."""
    noun = tree.heads[tree.heads[items[0]]] if tree.deps[items[0]] == "pobj" else -1
    kinds = tree.kids[noun] if noun >= 0 and tree.tags[noun].startswith("NN") else []
    return any(
        k < noun and tree.deps[k] in ("nmod", "amod", "compound") and tree.child(k, "conj") > k
        for k in kinds
    )


def kinds_of_one(tree: Tree, items: list[int]) -> bool:
    """`the private security and cleaning sector`: one sector, or a security beside it."""
    first, last = items[0], items[-1]
    if len(items) > 2 or tree.tags[first] != "NN" or tree.tags[last] != "NN":
        return False
    led = tree.child(first, "det") >= 0 or _owned_with_all(tree, first, last)
    led = led and tree.child(last, *LEADS) < 0
    kind = any(k == last - 1 and tree.deps[k] == "compound" for k in tree.kids[last])
    human = any(tree.tokens[k].lower in lx.ROLE_HEADS | HUMAN_NOUNS for k in items)
    joint = tree.begin(last) - 1
    return led and kind and not human and joint - 1 == first


def _owned_with_all(tree: Tree, first: int, last: int) -> bool:
    """`her frank and no-nonsense approach to A`: what stands behind the last hangs on the first."""
    owned = tree.child(first, "poss") >= 0
    return owned and any(k > last and tree.deps[k] == "prep" for k in tree.kids[first])


LEADS = ("det", "poss", "nummod", "predet")


def modified_once(tree: Tree, items: list[int]) -> bool:
    """`improve eating behaviour and sleep`: the form in -ing may belong to the first alone."""
    first, form = items[0], tree.heads[items[0]]
    bare = form == first - 1 and all(tree.child(k, *LEADS, "amod") < 0 for k in items)
    above = tree.deps[form] in ("xcomp", "ccomp") and form - 1 == tree.heads[form]
    return bare and above and tree.tags[form] == "VBG" and tree.tags[first] == "NN"


def closes_series(tree: Tree, items: list[int]) -> bool:
    """`could cut A, reduce B and C`: no other `and` ends the series of verbs."""
    verb = tree.heads[items[0]]
    above = tree.heads[verb]
    bare = tree.deps[verb] == "advcl" and tree.tags[verb] == "VB" and verb == tree.begin(verb)
    if len(items) > 2 or not (bare or tree.deps[verb] == "conj") or not tree.verbal(verb):
        return False
    return not any(tree.deps[k] == "cc" for m in (above, verb) for k in tree.kids[m])


def called_so(tree: Tree, items: list[int]) -> bool:
    """`named A and B as the best bakers`: neither is several."""
    verb = tree.heads[items[0]]
    if tree.deps[items[0]] not in ("dobj", "nsubjpass"):
        return False
    links = [k for k in tree.subtree(verb) if tree.tokens[k].lower == "as" and k > items[-1]]
    return any(tree.heads[k] in (verb, *items) and tree.tags[n] == "NNS"
               for k in links for n in tree.kids[k] if tree.deps[n] == "pobj")  # fmt: skip


def within_a_list(tree: Tree, items: list[int]) -> bool:
    """`include a line and depot, a ferry, and A`: a pair that is the first item of a list."""
    joints = [k for m in items for k in tree.kids[m] if tree.deps[k] == "cc"]
    commas = sum(tree.tokens[tree.begin(k) - 1].tag is Tag.COMMA for k in items[1:])
    if len(joints) > 1 and len(items) > 3 and commas:
        return True
    return any(
        tree.deps[k] == "appos" and k > items[-1] and tree.child(k, "cc", "conj") > k
        for m in items
        for k in tree.kids[m]
    )


def of_the_verb(tree: Tree, items: list[int]) -> bool:
    """`lived on chicken and rice`: on both together, for the verb has no sense without them."""
    link = tree.heads[items[0]]
    if tree.deps[items[0]] != "pobj" or tree.deps[link] != "prep":
        return False
    return tree.tokens[link].lower in OWN.get(base_of(tree.tokens[tree.heads[link]].lower), ())


def in_sum(tree: Tree, items: list[int]) -> bool:
    """`spending on fuel and rent doubled`: all of it together, and perhaps not on rent."""
    link = tree.heads[items[0]]
    above = tree.heads[link]
    if tree.deps[items[0]] != "pobj" or tree.deps[link] != "prep":
        return False
    return tree.deps[above] in (*SUBJECTS, "dobj") and tree.tokens[above].lower in AMOUNTS


def halves(tree: Tree, items: list[int]) -> bool:
    """`Half received A, and half B`: two clauses, the second without its verb."""
    verb = next((a for a in tree.ancestors(items[0]) if tree.verbal(a)), -1)
    who = tree.subject(verb) if verb >= 0 else -1
    part = tree.tokens[who].lower if who >= 0 else ""
    last = tree.tokens[tree.begin(items[-1])].lower
    return part in PARTS and last in PARTS


PARTS = frozenset("half some most one both others another".split())


def broken_into(tree: Tree, items: list[int]) -> bool:
    """`nine days and, by her count, three hours`: what stands between is of the last alone."""
    first = tree.begin(items[-1])
    joints = (k for m in items for k in tree.kids[m] if tree.deps[k] == "cc")
    return any(tree.tokens[k + 1].text == "," and k < first for k in joints if k + 1 < first + 1)


def shared_out(tree: Tree, items: list[int]) -> bool:
    """`The bill was shared by A and B`: neither shares it alone."""
    link = tree.heads[items[0]]
    verb = tree.heads[link] if tree.deps[items[0]] == "pobj" else link
    by = tree.deps[link] == "agent" or tree.deps[items[0]] == "nsubj"
    return by and base_of(tree.tokens[verb].lower) in ("share", "split", "divide")


# Nouns of how much or how many there is of all together.
AMOUNTS = frozenset(
    "spending sales total sum number amount cost costs expenditure turnover revenue revenues output"
    " exports imports consumption production volume stock stocks".split()
)

# Verbs with a preposition of their own.
OWN = {
    **dict.fromkeys("live feed subsist survive thrive depend rely hinge".split(), ("on", "upon")),
    **dict.fromkeys("consist compose".split(), ("of",)),
    **dict.fromkeys("trade deal".split(), ("in",)),
}

PARTS = frozenset("half third quarter most rest remainder majority bulk percent".split())


def of_a_part(tree: Tree, items: list[int]) -> bool:
    """`About half will go through A and B`: half do both ways together, and not each way."""
    if tree.deps[items[0]] not in ("pobj", "dobj"):
        return False
    verb = next((a for a in tree.ancestors(items[0]) if tree.verbal(a)), -1)
    subject = tree.subject(verb) if verb >= 0 else -1
    return 0 <= subject < verb and tree.tokens[subject].lower in PARTS


def number_of_all(tree: Tree, items: list[int]) -> bool:
    """`40 people were held in A and B`, `firms in A and B employ 300 people`: so many in all."""
    link = tree.heads[items[0]]
    if tree.deps[items[0]] != "pobj" or tree.tokens[link].lower in ("including", "as", "like"):
        return False
    verb = next((a for a in tree.ancestors(link) if tree.verbal(a) and tree.deps[a] != "prep"), -1)
    first = verb
    while first >= 0 and tree.subject(first) < 0 and tree.deps[first] in ("conj", "xcomp"):
        first = tree.heads[first]  # `40 people were hurt and taken to A and B`
    subject = tree.subject(first) if first >= 0 else -1
    if subject < 0:
        return False
    if link > verb:
        return _so_many(tree, subject)
    return any(_so_many(tree, k) for k in tree.kids[verb] if tree.deps[k] in ("dobj", "attr"))


def _so_many(tree: Tree, i: int) -> bool:
    """Whether a noun has a number of two or more that is no time, or is one itself."""
    number = i if tree.tags[i] == "CD" else tree.child(i, "nummod")
    counts = number >= 0 and tree.entities[number] not in ("DATE", "TIME", "ORDINAL")
    return counts and tree.tokens[number].lower not in ("one", "1")


def behind_another(tree: Tree, items: list[int]) -> bool:
    """`covers loss of A, B and C`, where the parser ties B and C to the verb: behind a comma they
    go on with what stands before it."""
    verb, first = tree.heads[items[0]], tree.begin(items[0])
    if not tree.verbal(verb) or tree.deps[items[0]] not in ("dobj", "npadvmod", "dep", "oprd"):
        return False
    if first < 2 or tree.tokens[first - 1].text != ",":
        return False
    before = (k for k in tree.kids[verb] if verb < k < first)
    return any(tree.deps[k] in ("dobj", "attr", "prep") and tree.edge(k) == first - 2
               for k in before)  # fmt: skip


def closes_outer(tree: Tree, items: list[int]) -> bool:
    """`hit ferries to A, trains in B and buses in C`: the `and` ends the list that B stands in."""
    noun = tree.heads[tree.heads[items[0]]]
    verb = tree.tags[noun] == "VBZ" and tree.subject(noun) < 0  # `trains`, as a verb
    if tree.deps[items[0]] != "pobj" or not (verb or tree.tags[noun].startswith("NN")):
        return False
    first = tree.begin(noun)
    several = tree.tags[noun] == "NNS" and tree.child(noun, "det", "poss") < 0
    # `NAME, a pupil of A and B`: a description, and no item
    beside = tree.deps[noun] in ("conj", "npadvmod", "dep", "dobj") or (
        tree.deps[noun] == "appos" and several
    )
    return beside and first > 0 and tree.tokens[first - 1].text == ","


def of_the_inner(tree: Tree, items: list[int]) -> bool:
    """`the bodies of two men and a woman`: a woman, or the body of one."""
    first, last = items[0], items[-1]
    link = next((k for k in tree.kids[first] if tree.tokens[k].lower == "of"), -1)
    inner = tree.child(link, "pobj") if link >= 0 else -1
    if len(items) > 2 or inner < 0 or tree.edge(inner) != tree.begin(last) - 2:
        return False
    return _new(tree, inner) and _new(tree, last)


def of_one_name(tree: Tree, items: list[int]) -> bool:
    """`the Department of Health, Education and Welfare`: one name of three nouns."""
    link = tree.heads[items[0]]
    above = tree.heads[link]
    of = tree.deps[items[0]] == "pobj" and tree.tokens[link].lower in ("of", "for", "on", "with")
    return (
        of and tree.tags[above] == "NNP" and all(tree.tokens[k].text[:1].isupper() for k in items)
    )


def owner_and_tenant(tree: Tree, items: list[int]) -> bool:
    """`met the owner of the mill and the tenants`: nobody owns the tenants."""
    above = tree.heads[tree.heads[items[0]]]
    of = tree.tokens[tree.heads[items[0]]].lower == "of" and tree.deps[items[0]] == "pobj"
    of = of and tree.tokens[tree.begin(items[0])].lower == "the"  # not `of a baker and a nurse`
    return of and [_human(tree, k) for k in (above, items[0], items[-1])] == [True, False, True]


def _human(tree: Tree, k: int) -> bool:
    own = tree.tokens[k].lower
    people = HUMAN_NOUNS | lx.ROLE_HEADS
    return tree.tags[k] in ("NN", "NNS") and (own in people or own.removesuffix("s") in people)


def _new(tree: Tree, k: int) -> bool:
    """Whether a noun has a number or `a`."""
    first = tree.child(k, "det", "nummod")
    return first >= 0 and (tree.deps[first] == "nummod" or tree.tokens[first].lower in ("a", "an"))


INSEPARABLE = (
    each_in_its_way,
    kept_out,
    in_order,
    kinds_in_places,
    kinds_of_one,
    modified_once,
    closes_series,
    within_a_list,
    called_so,
    of_the_verb,
    in_sum,
    halves,
    broken_into,
    shared_out,
    of_a_part,
    number_of_all,
    behind_another,
    closes_outer,
    of_the_inner,
    owner_and_tenant,
    of_one_name,
)
