"""Of what a clause with `which` or `whose` after a comma may be told besides the noun before it:
where more than one can be meant, it stays in its sentence, and nothing is stated of any."""

from __future__ import annotations

from verify.claims.either import number_told, word_before
from verify.claims.phrases import word
from verify.claims.reading import Reading, indefinite, proper, without
from verify.claims.second_verbs import second_behind
from verify.claims.supposed import to_be_done
from verify.claims.tokens import Tag, Token
from verify.claims.trees import SUBJECTS, Tree


def of_another(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """Whether a clause with `which` may tell of another noun, or of all that was said."""
    if tree.tokens[pronoun].lower != "which" or not tree.comma_before(i):
        return False
    rules = (_behind_preposition, _against, _behind_aside, _phrases_joined, _without, _goes_on)
    return any(rule(tree, i, pronoun) for rule in rules)


# `after which A left`: after all that was told.
SINCE = frozenset("after before following upon since".split())


def _behind_preposition(tree: Tree, i: int, pronoun: int) -> bool:
    """`the case about access to records, in which A is expected`: in the case, or in the records;
    `rejected the plan, after which A left`: after it rejected the plan."""
    link = tree.heads[pronoun]
    if tree.deps[pronoun] != "pobj" or link != pronoun - 1:
        return False
    at = word_before(tree, i)
    if tree.tokens[link].lower in SINCE:
        return tree.entities[at] not in ("DATE", "TIME")
    return len(_phrases(tree, at)) > 1


def _phrases(tree: Tree, at: int) -> list[int]:
    """The nouns of `a N of a N in a N`, from the last up to the verb that they hang on."""
    found: list[int] = []
    for k in (at, *tree.ancestors(at)):
        if tree.verbal(k) or tree.deps[k] in ("relcl", "advcl"):
            break
        named = proper(tree, k) and proper(tree, tree.heads[tree.heads[k]])  # `the Bank of Kent`
        if tree.tags[k].startswith("NN") and tree.deps[k] in NOUNS and not named:
            found.append(k)
    return found


NOUNS = (*SUBJECTS, "pobj", "dobj", "attr", "oprd")


def _against(tree: Tree, i: int, pronoun: int) -> bool:
    """`a campaign against the rule, which survived`: the rule did, or the campaign."""
    at = word_before(tree, i)
    for k in (at, *tree.ancestors(at)):
        if tree.verbal(k):
            return False
        link = tree.heads[k]
        if tree.deps[k] == "pobj" and tree.tokens[link].lower == "against":
            return tree.tags[tree.heads[link]].startswith("NN") and not proper(tree, k)
    return False


def _behind_aside(tree: Tree, i: int, pronoun: int) -> bool:
    """`three groups, for land and energy, which start work`, `opened A, overlooking the beach at B,
    which is new`: what stands between the two commas may be told of the same noun."""
    at = word_before(tree, i)
    for k in (at, *tree.ancestors(at)):
        if tree.finite(k) or k == tree.heads[k]:
            return False
        beside = tree.tags[tree.begin(k) - 2].startswith("NN") if tree.begin(k) > 1 else False
        doing = tree.verbal(k) and tree.deps[k] in ("acl", "advcl") and tree.heads[at] != k
        linked = tree.deps[k] == "prep" and not proper(tree, at)
        aside = (doing or linked) and tree.tokens[k].lower not in NAMING
        if aside and beside and tree.comma_before(k) and tree.begin(k) == k:
            return True
    return False


# `several films, including A, which …`, `a court, known as A, which …`: that one.
NAMING = frozenset(
    "including like such especially known called named titled entitled dubbed nicknamed".split()
)


def _phrases_joined(tree: Tree, i: int, pronoun: int) -> bool:
    """`a nursery for prawns and for snapper, which make up most of the catch`: both, or one."""
    at = word_before(tree, i)
    for k in (at, *tree.ancestors(at)):
        if tree.verbal(k):
            return False
        if tree.deps[k] == "conj" and tree.tags[k] in ("IN", "TO"):
            return number_told(tree, i) != "one"
    return False


def _without(tree: Tree, i: int, pronoun: int) -> bool:
    """`is given without a syringe, which counts for a lot`, `played without scenery, which was
    new`: that there is none, does, or is."""
    at = word_before(tree, i)
    link = tree.heads[at]
    bare = tree.deps[at] == "pobj" and tree.tokens[link].lower == "without"
    mass = tree.tags[at] == "NN" and tree.child(at, "det", "poss", "amod", "compound") < 0
    return bare and (mass or indefinite(tree, at)) and not proper(tree, at)


def _goes_on(tree: Tree, i: int, pronoun: int) -> bool:
    """`may be used at the inn, which has been sold, and will reopen`: the inn will, or what may."""
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), -1)
    return verb >= 0 and second_behind(tree, i, verb) >= 0


def of_which(tree: Tree, i: int) -> bool:
    """`paid a ransom, the amount of which is secret`: the ransom is no amount."""
    after = tree.tokens[i + 1 : i + 3]
    link = bool(after) and tree.tags[i + 1] in ("IN", "TO")
    return link and len(after) > 1 and after[1].lower in ("which", "whom")


def supposed_too(tree: Tree, i: int, noun: int) -> bool:
    """`If you paid by card, ask the bank, which may refund you`: it may where you paid so."""
    verb = next((a for a in (noun, *tree.ancestors(noun)) if tree.verbal(a)), -1)
    if verb < 0 or not to_be_done(tree, i):
        return False
    return any(
        tree.deps[k] == "advcl" and tree.tokens[tree.begin(k)].lower in ("if", "unless")
        for k in tree.kids[verb]
    )


def long_owner(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """`40 homes on Mill Road, whose tenants left`: too long for `'s`."""
    long = any(tree.deps[k] in ("prep", "acl") and noun < k < i for k in tree.kids[noun])
    thing = tree.heads[pronoun]
    plain = thing == tree.subject(i) and pronoun == tree.begin(i)
    return long and plain and not proper(tree, noun) and tree.child(thing, "case") < 0


def owned_by(reading: Reading, i: int, pronoun: int, core: list[Token]) -> list[Token]:
    """`the tenants of 40 homes on Mill Road`, for their `whose tenants`."""
    tree, thing = reading.tree, reading.tree.heads[pronoun]
    own = without(reading.line(thing), tree.tokens[pronoun])
    at = next((n for n, t in enumerate(own) if t is tree.tokens[thing]), len(own) - 1)
    of = [word("of", Tag.PREP), *core]
    return [word("the", Tag.DET), *own[: at + 1], *of, *own[at + 1 :]]
