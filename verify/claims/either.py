"""What may be told of either of two nouns: it stays in its sentence, and nothing is stated."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.callings import calling
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.offices import HEADING
from verify.claims.reading import PLACES, indefinite, proper, role
from verify.claims.tokens import Tag
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

# `a daughter, NAME`: whose daughter, the sentence says elsewhere.
KIN = frozenset(
    "son daughter brother sister child grandson granddaughter grandchild nephew niece cousin uncle"
    " aunt stepson stepdaughter husband wife colleague friend".split()
)
# `described it as a mistake, a charge that B denied`: these may sum up all that was said before.
SUMMING_UP = frozenset(
    "charge claim accusation allegation assertion notion suggestion idea theory view argument"
    " rumour rumor prospect move decision step measure tactic practice sign result feat request"
    " demand increase decrease rise fall drop gain jump decline statement remark comment promise"
    " pledge warning threat admission finding conclusion verdict ruling possibility fact process"
    " situation problem issue phenomenon question answer achievement development precedent success"
    " failure blow boost setback change reason total figure record trend pattern position plan"
    " scheme offer outcome remedy gap swing".split()
)


def of_either(tree: Tree, i: int, noun: int) -> bool:
    """`a hybrid of the Lynx, the best-selling car`, `NAME, who heads A, a group that …`: whether a
    description after a comma may be of another noun than `noun`."""
    others = [*_others(tree, i, noun), *(_owners(tree, noun) if _person(tree, noun) else [])]
    if not others or tree.tokens[tree.begin(i)].lower in ("all", "both"):
        return False  # `A, B and C, all lawyers`
    called = calling(tree.tokens[i].text, compound=tree.child(i, "compound") >= 0)
    if called == "either" and _person(tree, noun):
        return True
    human = _person(tree, i) or called == "person"
    many = tree.tags[i] in ("NNS", "NNPS") or tree.child(i, "nummod") >= 0
    if _person(tree, noun) and human:
        return any(_person(tree, k) and not headed(tree, k) for k in others)
    listed = any(tree.deps[k] == "conj" for k in others)
    return any(listed or _many(tree, k) == many for k in others if _person(tree, k) == human)


def headed(tree: Tree, k: int) -> bool:
    """`the head of A`: A is a body, though its name, of one word, is taken for a person's."""
    link = tree.heads[k]
    of = tree.deps[k] == "pobj" and tree.tokens[link].lower == "of"
    return of and tree.child(k, "compound") < 0 and tree.tokens[tree.heads[link]].lower in HEADING


def by_either(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """`the merger of A and B, which ended in May`: whether a clause with `which` may tell of either
    of two things, or of all that was said."""
    if tree.tokens[pronoun].lower != "which" or not tree.comma_before(i):
        return False
    if tree.deps[pronoun] not in ("nsubj", "nsubjpass"):
        return False
    return _felt(tree, i) or _two_things(tree, i, noun)


def _two_things(tree: Tree, i: int, noun: int) -> bool:
    at = word_before(tree, i)
    if proper(tree, at) and not _event(tree, i):
        return False  # `the work of the A Fund, which supports B`
    found = [k for k in _chain(tree, at) if not _person(tree, k) and not _bare(tree, k)]
    things = [k for k in found if tree.entities[k] not in PLACES] or found[:1]
    number = number_told(tree, i)
    if number:
        things = [k for k in things if _many(tree, k) == (number == "many")]
    new = [k for k in things if indefinite(tree, k)]
    return len(things) > 1 and len(new) != 1


# What is told of a merger, a sale or a vote rather than of a firm.
EVENTS = frozenset(
    "become begin end start happen occur take last come follow close expire fail continue".split()
)


def _event(tree: Tree, i: int) -> bool:
    """Whether a clause tells what happened, or what was done to something."""
    passive = tree.child(i, "auxpass") >= 0 or tree.tokens[i].lower in lx.BE
    return passive or base_of(tree.tokens[i].lower) in EVENTS


def _bare(tree: Tree, k: int) -> bool:
    """`his style of play, which …`: play is no one thing."""
    return tree.tags[k] == "NN" and not any(tree.deps[m] in ("det", "poss") for m in tree.kids[k])


def _felt(tree: Tree, i: int) -> bool:
    """`failed to find the cause, which was distressing`: that it failed was."""
    how = tree.child(i, "acomp")
    plain = how >= 0 and tree.tokens[i].lower in lx.BE
    return plain and tree.tags[how] in ("JJ", "VBG") and tree.tokens[how].lower.endswith("ing")


def number_told(tree: Tree, i: int) -> str:
    """What the verb of a clause says of how many do it: "one", "many" or nothing."""
    helps = [k for k in tree.kids[i] if tree.deps[k] in ("aux", "auxpass")]
    first = tree.tokens[min([i, *helps])]
    tag = tree.tags[min([i, *helps])]
    if tag == "VBP" or first.lower == "were":
        return "many"
    return "one" if tag == "VBZ" or first.lower == "was" else ""


def _others(tree: Tree, i: int, noun: int) -> list[int]:
    """The nouns between `noun` and the comma that may be described as well as it."""
    at = word_before(tree, i)
    if at <= noun:
        return []
    found = []
    for k in (at, *tree.ancestors(at)):
        if k == noun:
            break
        if tree.tags[k].startswith("NN") and not _of_a_name(tree, k, noun):
            found.append(k)
    return found


def _owners(tree: Tree, noun: int) -> list[int]:
    """Whose the person is that a description stands beside: `the mother of NAME, a nurse`.

    `a student of NAME, a chemist` is told of by that, so that NAME is the chemist.
    """
    found = []
    while tree.deps[noun] == "pobj" and tree.tokens[tree.heads[noun]].lower in ("of", "to", "for"):
        noun = tree.heads[tree.heads[noun]]
        known = tree.child(noun, "det", "poss")
        if known >= 0 and tree.tokens[known].lower not in ("a", "an") and _person(tree, noun):
            found.append(noun)
    return found


def _of_a_name(tree: Tree, k: int, noun: int) -> bool:
    """`the University of Kent`, `a film called “A”`: no other thing than `noun`."""
    link = tree.heads[k]
    named = tree.deps[k] == "appos" and proper(tree, k)
    if named or tree.deps[k] in ("compound", "oprd"):
        return True
    of = tree.deps[k] == "pobj" and tree.tokens[link].lower in ("of", "for")
    whole = of and proper(tree, k) and proper(tree, tree.heads[link])
    return whole or tree.entities[k] in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL")


WHILE = frozenset("throughout during after before since until despite".split())


def _chain(tree: Tree, at: int) -> list[int]:
    """Nouns from the one before a comma up to the verb that they hang on."""
    found: list[int] = []
    for k in (at, *tree.ancestors(at)):
        apart = tree.tokens[k].lower in WHILE
        if apart or (tree.verbal(k) and (tree.finite(k) or tree.deps[k] not in ("acl", "amod"))):
            break
        if tree.tags[k].startswith("NN") and not _of_a_name(tree, k, k):
            found.append(k)
    return found


def word_before(tree: Tree, i: int) -> int:
    """The word before the comma before `i`; of `NAME's, which …` it is the name."""
    at = tree.subtree(i)[0] - 1
    passed = ("''", "POS")
    while at > 0 and (tree.tokens[at].tag in (Tag.COMMA, Tag.STOP) or tree.tags[at] in passed):
        at -= 1
    return at


def _many(tree: Tree, k: int) -> bool:
    return tree.tags[k] in ("NNS", "NNPS")


def _person(tree: Tree, k: int) -> bool:
    own = tree.tokens[k].lower
    human = own in HUMAN_NOUNS or own.rstrip("s") in HUMAN_NOUNS or role(tree, k)
    human = human and tree.tokens[k].text not in ("pole", "poles")  # no Pole
    return tree.entities[k] == "PERSON" or human


def done_by_none(tree: Tree, i: int, head: int) -> bool:
    """`The order was revised to drop A, favoring B`: what is revised favors nothing; `have been in
    the studio, making A`: it is not said that A was made."""
    if tree.tags[i] != "VBG":
        return False
    been = tree.tokens[head].lower == "been" and tree.child(head, "attr", "acomp") < 0
    subject = tree.subject(head)
    does = tree.child(i, "dobj", "ccomp", "xcomp") >= 0
    passive = tree.child(head, "auxpass") >= 0 and does
    thing = subject >= 0 and tree.tags[subject] in ("NN", "NNS") and not _person(tree, subject)
    return been or (passive and thing)


def undivided(tree: Tree) -> bool:
    """Whether something in a sentence sums up several statements of it: then it is one claim.

    `has raised A, frozen B and closed C, measures that …`; `A and B (both of which …)`.
    """
    bracket = any(_OF_THEM.match(t.text) for t in tree.tokens if t.tag is Tag.PAREN)
    bracket = bracket or _the_more(tree)
    return bracket or any(_sums_up(tree, i) or _inside(tree, i) for i in range(len(tree.tokens)))


_OF_THEM = re.compile(r"\((?:\w+ )+of (?:which|whom)\b")


def _the_more(tree: Tree) -> bool:
    """`The longer A waited, the more B owed`: neither is so without the other."""
    degrees = [k - 1 for k in range(1, len(tree.tokens)) if _degree(tree, k)]
    opens = bool(degrees) and not any(tree.tokens[k].text[:1].isalnum() for k in range(degrees[0]))
    return opens and any(tree.tokens[k - 1].text == "," for k in degrees[1:])


def _degree(tree: Tree, k: int) -> bool:
    """`the longer`, `the more`: no attribute of a noun, as in `the longer bridge`."""
    more = tree.tokens[k].lower in ("more", "less", "fewer")
    compared = tree.tags[k] in ("JJR", "RBR") and not tree.tags[tree.heads[k]].startswith("NN")
    return tree.tokens[k - 1].lower == "the" and (more or compared)


def _inside(tree: Tree, i: int) -> bool:
    """`NAME, who plays in A, a quartet, said`: NAME or A, which is told of in an aside."""
    noun = tree.heads[i]
    if tree.deps[i] != "appos" or not proper(tree, noun) or not tree.comma_before(i):
        return False
    kin = tree.tokens[i].lower in KIN or tree.tags[i] == "JJS"
    named = proper(tree, i) or tree.tags[i][:2] != "NN" or tree.child(i, "det") < 0
    at = word_before(tree, i)
    asides = [k for k in tree.kids[noun] if tree.deps[k] in ("appos", "relcl") and k < i]
    inside = any(k != at and at in tree.subtree(k) for k in asides)
    thing = tree.tags[at].startswith("NN") and not _person(tree, at)
    return inside and thing and not (kin or named or _person(tree, i))


def _sums_up(tree: Tree, i: int) -> bool:
    own = tree.tokens[i].lower
    told = tree.child(i, "relcl", "acl") > i or tree.child(i, "prep") > i
    plural = tree.tags[i] == "NNS" and own.endswith("s") and own[:-1] in SUMMING_UP
    if not (plural and told) or tree.begin(i) != i or not tree.comma_before(i):
        return False
    verbs = [k for k in range(i) if tree.deps[k] == "conj" and tree.verbal(k)]
    return tree.deps[i] != "conj" and any(tree.verbal(tree.heads[k]) for k in verbs)


def either_way(tree: Tree, i: int) -> bool:
    """`Ignored or not, they …`: that they were, nobody says."""
    return any(tree.deps[k] == "conj" and tree.tokens[k].lower == "not" for k in tree.kids[i])


def of_all(tree: Tree, i: int, noun: int) -> bool:
    """`Four men and a woman, aged between 19 and 57`: all of them are; `with 46 per cent, followed
    by A`: what has so many is followed."""
    counted = tree.tags[noun] == "CD" or tree.entities[noun] in ("PERCENT", "MONEY", "CARDINAL")
    if tree.tokens[i].lower == "followed" and counted:
        return True
    return behind_list(tree, i, noun)


def behind_list(tree: Tree, i: int, noun: int) -> bool:
    """Whether a participle stands after a comma behind the last of several."""
    last = tree.deps[noun] == "conj" and tree.child(noun, "conj") < 0
    others = [k for k in tree.conjuncts(_first(tree, noun)) if k != noun]
    one = tree.tags[noun] == "NN" and tree.child(noun, "det", "poss", "nummod") < 0
    one = one or tree.tokens[i].lower in ("titled", "entitled", "called", "named")
    if one or any(tree.deps[k] == "attr" for k in others):
        return False  # `is an actor and singer, born in Kent`
    common = tree.tags[noun] in ("NN", "NNS")
    return last and common and tree.tags[i] == "VBN" and tree.comma_before(i)


def _first(tree: Tree, k: int) -> int:
    """The first item of the list that `k` ends."""
    while tree.deps[k] == "conj":
        k = tree.heads[k]
    return k


SEEING = frozenset(
    "show depict portray see watch hear spot notice observe find catch film photograph picture"
    " record capture draw paint".split()
)


def of_what_is_seen(tree: Tree, i: int, head: int) -> bool:
    """`It shows his mother, scowling at a hen`: she scowls; `is the sound of geese, none of them
    tame, crossing a lake`: the geese do."""
    thing = tree.child(head, "dobj", "attr")
    if tree.tags[i] != "VBG" or not head < thing < i or not tree.comma_before(i):
        return False
    if base_of(tree.tokens[i].lower) in lx.SPEECH:
        return False  # `found no fault, saying that …`
    if base_of(tree.tokens[head].lower) in SEEING:
        near = tree.begin(i) - 2
        return tree.tags[near].startswith("NN") and near in tree.subtree(thing)
    subject = tree.subject(head)
    it = subject >= 0 and tree.tokens[subject].lower in ("it", "this", "that")
    apart = any(tree.tokens[k].text == "," for k in range(thing, tree.begin(i) - 1))
    return it and apart and tree.deps[thing] == "attr"
