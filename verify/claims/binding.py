"""Whom a pronoun cannot mean, and where its sentence leaves two readings: grammar alone.

Binding (Chomsky, 1981) in its plainest form: an object is somebody else than whoever does it, also
where the verb has no subject of its own (`A tried to persuade her`).
"""

from __future__ import annotations

from collections.abc import Container

from verify.claims import lexicon as lx
from verify.claims.mentions import FEMALE_NOUNS, HUMAN_NOUNS, MALE_NOUNS
from verify.claims.regrouping import NOUNS
from verify.claims.tokens import Tag
from verify.claims.trees import SUBJECTS, Tree
from verify.claims.verbs import base_of

OBJECTS = ("dobj", "dative", "pobj")
# `She looked behind her`: these may lead back to whoever does it.
AROUND = frozenset(
    "behind beside around above below before after near over under in on inside outside within"
    " between among past upon of like than round ahead".split()
)
INDEFINITE = frozenset(
    "someone somebody anyone anybody everyone everybody nobody no-one person".split()
)


def reflexive(word: str) -> bool:
    """`himself`: whoever does it, and never anybody else."""
    return word.endswith(("self", "selves"))


def barred(tree: Tree, i: int) -> int:
    """The subject that an object cannot mean: `A thanked her`, `A tried to persuade her`, `A spoke
    to her`; −1."""
    verb = _verb_of_object(tree, i)
    steps = 0
    while verb >= 0 and steps < len(tree.tokens):
        steps += 1
        subject = tree.subject(verb)
        if subject >= 0:
            relative = tree.deps[verb] == "relcl" and tree.tags[subject] in ("WDT", "WP")
            return tree.anchor(verb) if relative else subject
        above = tree.heads[verb]
        if above == verb:
            return -1
        if tree.deps[verb] == "pcomp":
            above = tree.heads[above]
        elif tree.deps[verb] not in ("xcomp", "advcl", "conj"):
            return -1
        if not tree.verbal(above):
            return -1
        other = tree.child(above, "dobj", "dative")
        loose = tree.tags[verb] == "VBG" and tree.comma_before(verb)  # `A laid siege, pinning B`
        if tree.deps[verb] != "conj" and 0 <= other < verb and not loose:
            return -1  # `A asked B to call her`: whoever calls, it is not A
        verb = above
    return -1


def _verb_of_object(tree: Tree, i: int) -> int:
    """The verb whose object the pronoun is, by itself or by `to`, `with`, `about`; −1."""
    head = tree.heads[i]
    if tree.deps[i] in ("dobj", "dative") and tree.verbal(head):
        return head
    verb = tree.heads[head]
    upon = tree.tokens[head].lower == "on" and tree.tokens[i].lower == "them"
    link = tree.deps[i] == "pobj" and (upon or tree.tokens[head].lower not in AROUND)
    if link and tree.deps[verb] == "dobj" and tree.tokens[i].lower == "them":
        verb = tree.heads[verb]  # `threatened to use water cannon on them`
        return verb if tree.verbal(verb) else -1
    if not link or not tree.verbal(verb):
        return -1
    thing = tree.child(verb, "dobj")  # `took the book with her`
    return verb if thing < 0 or tree.tokens[i].lower == "them" else -1


def fronted_before(tree: Tree, i: int) -> int:
    """The main subject that comes after a pronoun in what is put first: `When it opened, A …`; −1.

    Such a pronoun mostly looks ahead, but may look back.
    """
    subject = tree.subject(tree.root)
    if subject <= i or i in tree.subtree(subject):
        return -1
    below = i
    for above in tree.ancestors(i):
        if above == tree.root:
            break
        below = above
    first = tree.deps[below] in ("advcl", "prep", "npadvmod", "advmod", "acomp")
    return subject if first and tree.edge(below) < subject else -1


def leads(tree: Tree, i: int, table: Container[str]) -> bool:
    """`It opened in May.`, `In March it closed.`: what an earlier sentence was about is taken up by
    what comes first; behind another subject a pronoun mostly means something else."""
    return not any(
        dep in SUBJECTS and tree.tokens[k].lower not in table for k, dep in enumerate(tree.deps[:i])
    )


def man_between(tree: Tree, i: int, antecedents: list[int]) -> bool:
    """`A told the man to leave his house`: perhaps the man, of whom no name is given."""
    token = tree.tokens[i]
    if tree.deps[i] in SUBJECTS and tree.deps[tree.heads[i]] != "ccomp":
        return False  # `took the child to a hotel, where he …`: whoever did the first
    other = MALE_NOUNS if token.lower in ("her", "hers", "she") else FEMALE_NOUNS
    last = max((a for a in antecedents if a < i), default=-1)
    around = set(tree.ancestors(i))
    for k in range(last + 1, i):
        if last < 0 or tree.tags[k] != "NN" or tree.deps[k] not in OBJECTS:
            continue
        led = any(tree.tokens[n].lower in ("the", "a", "an") for n in tree.kids[k])
        human = tree.tokens[k].lower in HUMAN_NOUNS - other
        named = tree.child(k, "appos") >= 0
        above = next((a for a in tree.ancestors(k) if tree.verbal(a)), -1)
        if led and human and not named and above in around:
            return True
    return False


def man_before(tree: Tree, i: int) -> bool:
    """`reminded them of the boy, found when police traced his captor`: perhaps the boy's, and not
    his of whom an earlier sentence told."""
    other = MALE_NOUNS if tree.tokens[i].lower in ("her", "hers", "she") else FEMALE_NOUNS
    return any(
        tree.tags[k] == "NN"
        and tree.deps[k] in OBJECTS
        and tree.tokens[k].lower in (MALE_NOUNS | FEMALE_NOUNS) - other
        and any(tree.tokens[n].lower in ("the", "a", "an") for n in tree.kids[k])
        and tree.child(k, "appos") < 0
        for k in range(i)
    )


def names_between(tree: Tree, i: int) -> list[int]:
    """`A stayed with B in his house`: the names of persons that stand between, as objects."""
    subjects = [tree.subject(a) for a in tree.ancestors(i)]
    last = max((s for s in subjects if 0 <= s < i), default=i)
    around = set(tree.ancestors(i))
    own = tree.tokens[i + 1].lower == "own" if i + 1 < len(tree.tokens) else False
    if tree.deps[i] != "poss" or own:
        return []
    return [
        k
        for k in range(last + 1, i)
        if tree.entities[k] == "PERSON"
        and tree.deps[k] in OBJECTS
        and tree.tokens[tree.heads[k]].lower != "by"
        and next((a for a in tree.ancestors(k) if tree.verbal(a)), -1) in around
    ]


BACKING = frozenset("support backing confidence trust vote blessing permission respect".split())


def of_a_few(tree: Tree, i: int) -> bool:
    """`few say they want it`: the few, who stand right before."""
    verb = tree.heads[i]
    above = tree.heads[verb]
    who = tree.subject(above)
    told = tree.deps[verb] == "ccomp" and 0 <= who < i and who not in tree.ancestors(i)
    return told and tree.tokens[who].lower in FEW


FEW = frozenset("few many most some several others none both half nobody everyone".split())


def backed(tree: Tree, i: int) -> bool:
    """`A said that B has his full support`: A's, and not the support that B gives."""
    thing = tree.heads[i]
    verb = tree.heads[thing]
    word = tree.tokens[verb].lower
    has = word in lx.HAVE or base_of(word) in ("enjoy", "win", "lose")
    inside = has and tree.deps[thing] == "dobj" and tree.deps[verb] in ("ccomp", "conj")
    return tree.deps[i] == "poss" and inside and tree.tokens[thing].lower in BACKING


def given_to(tree: Tree, i: int) -> bool:
    """`giving the car more room and improving its grip`: perhaps what it was given to."""
    verb = tree.heads[tree.heads[i]]
    if tree.deps[i] != "poss" or tree.deps[verb] != "conj":
        return False
    receiver = tree.child(tree.heads[verb], "dative")
    return 0 <= receiver < i and tree.tags[receiver] in NOUNS


def within_its_subject(tree: Tree, i: int, *, plural: bool) -> bool:
    """`The range of the new vans will make them popular`: perhaps the vans."""
    small = tree.deps[i] in SUBJECTS and not tree.finite(tree.heads[i])
    verb = tree.heads[tree.heads[i]] if small else _verb_of_object(tree, i)
    subject = tree.subject(verb) if verb >= 0 else -1
    wanted = ("NNS", "NNPS") if plural else ("NN", "NNP")
    return 0 <= subject < i and any(
        tree.deps[k] == "pobj" and tree.tags[k] in wanted for k in tree.subtree(subject)
    )


def told_twice(tree: Tree, i: int) -> bool:
    """`A said it saw B as a threat and said it would harm trade`, `A said B was safe and warned
    that it leaked`: perhaps B."""
    inside = tree.heads[i]
    verb = tree.heads[inside]
    if tree.deps[i] not in SUBJECTS or tree.deps[inside] != "ccomp" or tree.deps[verb] != "conj":
        return False
    first = tree.child(tree.heads[verb], "ccomp")
    told = all(base_of(tree.tokens[v].lower) in lx.SPEECH for v in (verb, tree.heads[verb]))
    if not told or not 0 <= first < verb:
        return False
    of_it = tree.subject(first)
    own = tree.tokens[of_it].lower if of_it >= 0 and tree.tags[of_it] == "NN" else ""
    thing = own and own not in HUMAN_NOUNS | lx.ROLE_HEADS and tree.tokens[i].lower == "it"
    return tree.child(first, "dobj") >= 0 or bool(thing)


def own_or_told_of(tree: Tree, i: int) -> bool:
    """`A said the order helped banks and named B as its winner`: perhaps the order's."""
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), -1)
    told = verb >= 0 and base_of(tree.tokens[tree.heads[verb]].lower) in lx.SPEECH
    if tree.deps[i] != "poss" or not told or tree.deps[verb] != "conj":
        return False
    inside = tree.child(tree.heads[verb], "ccomp")
    thing = tree.subject(inside) if 0 <= inside < verb else -1
    return thing >= 0 and tree.tags[thing] == "NN" and tree.subject(verb) < 0


def spoken_of_before(tree: Tree, i: int) -> bool:
    """`The new tram is quieter, yet A says it will cost more`: perhaps the tram."""
    inside = tree.heads[i]
    verb = tree.heads[inside]
    if tree.deps[i] not in SUBJECTS or tree.deps[inside] != "ccomp" or tree.deps[verb] != "conj":
        return False
    speaker, thing = tree.subject(verb), tree.subject(tree.heads[verb])
    told = base_of(tree.tokens[verb].lower) in lx.SPEECH and 0 <= thing < speaker
    return told and tree.tags[thing] == "NN" and tree.entities[thing] in ("", "PRODUCT")


def crowd_before(tree: Tree, i: int) -> bool:
    """`shows games to users on whatever screen they choose`: perhaps the users."""
    clause = tree.heads[i]
    side = tree.deps[clause] in ("relcl", "acl", "advcl", "pcomp") and tree.deps[i] in SUBJECTS
    return side and any(
        tree.tags[k] == "NNS" and tree.deps[k] in OBJECTS and k in _heard(tree, clause)
        for k in range(clause)
        if k < i
    )


def _heard(tree: Tree, clause: int) -> set[int]:
    """The words of the clause that a side clause hangs in, but for its own."""
    own = set(tree.subtree(clause))
    above = next((a for a in tree.ancestors(clause) if tree.verbal(a)), tree.root)
    return set(tree.subtree(above)) - own


def somebody_before(tree: Tree, i: int) -> bool:
    """`if someone calls, they are told …`: that one, of whom no more is known."""
    return any(t.lower in INDEFINITE and t.tag is not Tag.NAME for t in tree.tokens[:i])


def of_a_single_speaker(tree: Tree, i: int) -> bool:
    """`A said they would appeal`: A's side, or those who were spoken of before."""
    inside = tree.heads[i]
    verb = tree.heads[inside]
    who = tree.subject(verb)
    told = tree.deps[inside] == "ccomp" and base_of(tree.tokens[verb].lower) in lx.SPEECH
    if not told or tree.deps[i] not in SUBJECTS or not 0 <= who < i:
        return False
    one = tree.tags[who] in ("NN", "NNP") and tree.child(who, "conj") < 0
    return one and (tree.entities[who] == "PERSON" or tree.tokens[who].lower in lx.ROLE_HEADS)


KINDS = frozenset("form kind type sort variety strain species case".split())


def kind_of_another(tree: Tree, i: int, found: str) -> bool:
    """`It is the commonest form of rust`, where what was found is no rust."""
    thing = tree.child(tree.heads[i], "attr")
    if tree.deps[i] not in SUBJECTS or thing < 0 or tree.tokens[thing].lower not in KINDS:
        return False
    of = tree.child(thing, "prep")
    what = tree.child(of, "pobj") if of >= 0 else -1
    return what >= 0 and tree.tokens[what].lower not in found.lower().split()


def behind_what_is_said(tree: Tree, i: int) -> bool:
    """`A was late after NAME came, he said`: whoever speaks is nobody whom he names."""
    verb = tree.heads[i]
    if tree.deps[i] != "nsubj" or base_of(tree.tokens[verb].lower) not in lx.SPEECH:
        return False
    content = tree.child(verb, "ccomp")
    closes = i > 1 and tree.tokens[i - 1].text in (",", "”", '"')
    return closes and 0 <= content < i and tree.begin(content) <= 1
