"""Why the items of a list stay together: a number that all share, a clause taken for an item …"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.shares import so_many_there
from verify.claims.speech import quotations
from verify.claims.tokens import Tag
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree
from verify.claims.verbs import base_of


def own_part(tree: Tree, i: int, last: int = -1) -> set[int]:
    """What belongs to one item of a list alone.

    What hangs on an earlier item but stands behind the `last` belongs to all:
    `founder and head of A`.
    """
    kids = {
        k
        for k in tree.kids[i]
        if tree.deps[k] in ("conj", "cc", "preconj")
        or tree.tokens[k].tag is Tag.COMMA
        or (i < last < k)
    }
    return set(tree.subtree(i, stop=kids))


def counted_together(tree: Tree, group: list[int], held: set[int]) -> bool:
    """`20 people in A and B`, `€6 bn in cash and shares`, `300 cars and vans`: the number is that
    of all together."""
    own = tree.child(group[0], "nummod") >= 0
    bare = any(tree.child(k, "det", "poss", "nummod", "amod") < 0 for k in group[1:])
    if own and bare and all(tree.tags[k] in ("NN", "NNS") for k in group):
        return True
    if any(_one_for_each(tree, group, k) for k in held if k > group[-1]):
        return True
    verb = next((a for a in tree.ancestors(group[0]) if tree.verbal(a)), -1)
    if verb >= 0 and tree.deps[verb] == "prep" and tree.tokens[verb].lower != "including":
        # `three flaws, concerning A, B and C`: a preposition that looks like a verb
        verb = next((a for a in tree.ancestors(verb) if tree.verbal(a)), -1)
    if verb >= 0 and tree.deps[verb] == "acl" and tree.child(tree.heads[verb], "nummod") >= 0:
        return True  # `three lorries carrying A, B and C`
    if tree.deps[group[0]] != "pobj":
        return False
    if so_many_there(tree, group[0]):
        return True
    while verb >= 0 and tree.tags[verb] == "VB" and tree.deps[verb] in ("advcl", "acl"):
        # `stole £900 to pay for A and B`
        verb = next((a for a in tree.ancestors(verb) if tree.verbal(a)), -1)
    begin = verb if verb < group[0] else -1
    numbers = (k for k in held if begin < k < group[0] and tree.tags[k] == "CD")
    return any(tree.entities[k] not in ("DATE", "TIME", "ORDINAL") for k in numbers)


def _one_for_each(tree: Tree, group: list[int], k: int) -> bool:
    """`bread, milk and eggs rose by 4%, 5% and 6%`: as many numbers as things."""
    items = tree.conjuncts(k) if tree.deps[k] != "conj" else []
    counted = [n for n in items if tree.tags[n] == "CD" or tree.child(n, "nummod") >= 0]
    return 1 < len(items) == len(group) == len(counted)


def gapped(tree: Tree, items: list[int]) -> bool:
    """`pays half and the town the rest`: a verb is left out."""
    for k in items[1:]:
        own = sorted(own_part(tree, k))
        verb = any(tree.verbal(n) for n in own)
        pair = any(
            tree.tags[n] == "DT" and n - 1 in own and tree.tags[n - 1].startswith("NN") for n in own
        )
        if pair and not verb:
            return True
    return False


def of_a_place(tree: Tree, items: list[int]) -> bool:
    """`a house in Rome, school fees and a car`, `boats from NAME and a helicopter`: what is joined
    to the place, or the body, may be joined to what is of it."""
    first, link = items[0], tree.heads[items[0]]
    if tree.deps[first] != "pobj" or not tree.tags[tree.heads[link]].startswith("NN"):
        return False
    leads = [tree.tokens[tree.begin(k)].text for k in items[1:]]  # not `A Few Good Men`
    if any(lead_by_pronoun(tree, k) for k in items[1:]):
        return not lead_by_pronoun(tree, first)  # `thanked the mayor of Kent and her sister`
    if any(lead in ("a", "an") for lead in leads):
        if tree.tags[first] in ("NN", "NNS") and tree.child(first, *LEADS) < 0:
            return True  # `struggles with drink and a fall`, `a legacy of films and a good name`
        the = tree.child(first, "det")  # `a nurse from the clinic and a neighbour`
        known = the >= 0 and tree.tokens[the].lower == "the"
        return known or tree.entities[first] in ("GPE", "LOC", "FAC", "ORG")
    return tree.entities[first] in ("GPE", "LOC", "FAC") and any(
        tree.tags[k] in ("NN", "NNS") or (tree.child(k, "det") >= 0 and not tree.entities[k])
        for k in items[1:]
    )


LEADS = ("det", "poss", "nummod", "predet")


def lead_by_pronoun(tree: Tree, k: int) -> bool:
    """Whether a noun has `his`, `her`, `its` … before it."""
    owner = tree.child(k, "poss")
    return owner >= 0 and tree.tags[owner] == "PRP$"


def of_several(tree: Tree, group: list[int], predicate: int) -> bool:
    """`the presidents of A and B`: neither has several; `A and B, which keep …`: see both."""
    above = tree.heads[tree.heads[group[0]]] if tree.deps[group[0]] == "pobj" else -1
    of = above >= 0 and tree.tokens[tree.heads[group[0]]].lower == "of"
    holders = of and tree.tags[above] == "NNS"
    if holders and tree.tokens[above].lower.removesuffix("s") in lx.ROLE_HEADS:
        return True
    told = predicate >= 0 and group[-1] < predicate and tree.deps[group[0]] not in SUBJECTS
    return told and any(tree.deps[a] == "relcl" for a in (predicate, *tree.ancestors(predicate)))


def bound(tree: Tree, k: int) -> bool:
    """`A and its sequels`, `a peer and miners' champion`: an item that says little alone."""
    if tree.tokens[k].lower in ("rest", "remainder", "others"):
        return all(tree.tokens[n].lower != "of" for n in tree.kids[k])
    owner = tree.child(k, "poss")
    its = owner >= 0 and tree.tokens[owner].lower in ("its", "their")
    if any(tree.tags[n] == "PRP" for n in own_part(tree, k)):
        return True  # a clause that the parser takes for a noun: `31% support it`
    return (its and not tree.tokens[owner].means) or tree.child(k, "case") >= 0


def two_clauses(tree: Tree, items: list[int], joiners: list[int]) -> bool:
    """`was their issue, and 8 percent named B`: a comma before the `and` of two begins a clause."""
    loose = len(items) == 2 and any(tree.tokens[k - 1].text == "," for k in joiners if k)
    return loose and any(tree.deps[k] == "acl" for k in tree.kids[items[-1]])


def is_and(tree: Tree, k: int) -> bool:
    """`and`, or `as well as`."""
    also = tree.tokens[k].lower == "as" and k > 1 and tree.tokens[k - 1].lower == "well"
    return tree.tokens[k].lower == "and" or also


def one_quotation(tree: Tree, items: list[int]) -> bool:
    """Whether a list stands inside one pair of quotation marks: then its words stay together."""
    return any(a < items[0] and items[-1] < b for a, b in quotations(tree))


APPEALS = frozenset("expect note remember consider".split())


def loosely_joined(tree: Tree, i: int, first: int) -> bool:
    """Whether a verb without a subject may not be the first verb's partner at all."""
    if tree.tokens[i].lower in APPEALS and tree.tags[first] != "VBP":
        return True  # `only A will be there, but expect B`: the reader is told to
    if [t.lower for t in tree.tokens[i : i + 3]][1:] == ["in", "mind"]:
        return True  # `A may seem small, but keep in mind that B`
    if tree.tags[i] == "VBP" and tree.tags[first] == "VBZ":
        return True  # `is something that people fear, and often hide`
    if _disagrees(tree, i, first):
        return True
    if _of_what(tree, i):
        return True  # `threw for three goals and ran for another`
    chain = [first]
    while tree.deps[chain[-1]] == "conj":
        chain.append(tree.heads[chain[-1]])
    last = i
    while (after := tree.child(last, "conj")) >= 0:
        last = after
    joints = [k for v in chain for k in tree.kids[v] if tree.deps[k] == "cc" and k < i]
    later = any(tree.deps[k] == "cc" for v in (i, last) for k in tree.kids[v])
    if not later and tree.tokens[tree.begin(i) - 1].tag is Tag.COMMA:
        return True  # `met A and saw the prison, dubbed B`
    # `joined A and appeared on B and hit singles`: that may be a noun
    return len(chain) > 1 and len(joints) > 1


def _after_report(tree: Tree, i: int, first: int) -> bool:
    """`A said that B were held, and showed C`: who showed C, the sentence does not tell."""
    if base_of(tree.tokens[first].lower) not in lx.SPEECH or tree.begin(i) < 2:
        return False
    told = [k for k in tree.kids[first] if tree.deps[k] == "ccomp" and first < k < i]
    comma = tree.tokens[tree.begin(i) - 2].tag is Tag.COMMA
    speaks = base_of(tree.tokens[i].lower) in lx.SPEECH
    return comma and not speaks and any(tree.child(k, "mark") >= 0 for k in told)


def _disagrees(tree: Tree, i: int, first: int) -> bool:
    """`The exams will be set aside and marks on the rest scaled up`: exams are several, so that
    `marks` is no verb of theirs."""
    subject = tree.subject(first)
    several = subject >= 0 and tree.tags[subject] == "NNS" and tree.child(subject, "nmod") < 0
    return several and tree.tags[i] == "VBZ" and tree.tokens[i].lower not in ("is", "has")


def _of_what(tree: Tree, i: int) -> bool:
    """`scored two goals and made another`: another what, stands in the clause before."""
    links = (k for k in tree.kids[i] if tree.deps[k] == "prep")
    things = (tree.child(i, "dobj"), *(tree.child(k, "pobj") for k in links))
    return any(
        k > i
        and (tree.tokens[k].lower in ELLIPTIC or tree.entities[k] == "CARDINAL")
        and tree.tags[k] in ("DT", "CD")
        and not tree.kids[k]
        for k in things
    )


def unlike(tree: Tree, i: int, first: int) -> bool:
    """`brought her fame but also lasting guilt`: beside a finite verb, a form in -ing with nothing
    to help it is no verb; `A fell after B cut C and said D`: it may be B who said it."""
    helped = any(tree.deps[k] in AUXILIARIES for k in (*tree.kids[i], *tree.kids[first]))
    bare = tree.tags[i] == "VBG" and tree.tags[first] != "VBG" and not helped
    now = tree.tags[i] in ("VB", "VBP") and "past" not in lx.FORMS.get(tree.tokens[i].lower, ())
    if now and tree.tags[first] == "VBD" and not helped:
        return True  # `drew praise and scorn`
    if _bare_after(tree, i, first):
        return True
    if _after_report(tree, i, first):
        return True
    last = tree.begin(i) - 2 if tree.begin(i) > 1 else 0
    between = any(
        tree.deps[k] == "advcl" and tree.subject(k) >= 0 and tree.edge(k) == last and tree.finite(k)
        for k in tree.kids[first]
        if first < k < i
    )
    return bare or (between and base_of(tree.tokens[i].lower) in lx.SPEECH)


def _bare_after(tree: Tree, i: int, first: int) -> bool:
    """`was led by teacher and coder NAME`, `has a barn and privately run homes`: a bare form goes
    on with `will be led`, but not with `was led`."""
    if tree.tags[i] != "VB" or tree.child(i, "aux", "auxpass") >= 0:
        return False
    if any(tree.tags[k] in ("MD", "TO") or tree.tokens[k].lower in lx.DO for k in tree.kids[first]):
        return False
    past = {"past", "part"} & set(lx.FORMS.get(tree.tokens[i].lower, ()))
    passive = tree.tags[first] == "VBN" and tree.child(first, "auxpass") >= 0
    return tree.tags[first] == "VBZ" or (passive and not past)


def shares_object(tree: Tree, i: int, first: int) -> bool:
    """`was offered, but refused, A`: what was offered stands behind the second verb."""
    after = tree.tokens[i + 1].text if i + 1 < len(tree.tokens) else ""
    return tree.child(i, "dobj") > i and after == "," and i - first == 3


def of_whom(tree: Tree, i: int, first: int) -> bool:
    """`had three sons, two of whom followed him`: followed is no predicate of who had them."""
    return any(
        tree.tokens[k].lower in ("whom", "which")
        and tree.deps[k] == "pobj"
        and tree.tokens[k - 1].lower == "of"
        and tree.heads[tree.heads[k]] < i
        and not any(tree.deps[a] == "relcl" for a in tree.ancestors(k))
        for k in range(first + 1, i)
    )


def names_listed_before(tree: Tree, i: int, first: int) -> bool:
    """`came after envoys from A and B left C`: B may be of the list, and no subject of its own."""
    cc = tree.begin(i) - 1
    if cc < first + 2 or tree.tokens[cc].lower != "and" or tree.tokens[cc - 1].tag is Tag.COMMA:
        return False
    above = cc - 1
    while tree.deps[above] in ("pobj", "prep", "compound") and above > first:
        if tree.tokens[above].lower in ("after", "before", "since", "until", "as"):
            return tree.tokens[cc + 1].lower != "that"
        if tree.entities[above] in ("DATE", "TIME"):
            return False
        above = tree.heads[above]
    return False


# `… and another failed`: another what, stands in the clause before.
ELLIPTIC = frozenset(
    "another other others second third fourth one ones latter former none neither each rest"
    " remainder".split()
)


def not_alone(tree: Tree, subject: int) -> bool:
    """`a good bell has five notes and a bad one six`: a subject that says nothing alone."""
    return tree.tokens[subject].lower in ELLIPTIC and all(
        tree.tokens[k].lower != "of" for k in tree.kids[subject]
    )


def said_by_the_way(tree: Tree, i: int, first: int) -> bool:
    """`A, she said, was B, and C was D`: that C was D may be what she said, too."""
    return any(
        tree.deps[k] == "parataxis" and k < i and base_of(tree.tokens[k].lower) in lx.SPEECH
        for k in tree.kids[first]
    )
