"""What stands beside what somebody is: `NAME is a cook, a member of A`, `is the head of A, B`."""

from __future__ import annotations

from verify.claims.kinds_told import BODIES, WORKS
from verify.claims.phrases import article_for, render, word
from verify.claims.reading import Reading, proper, role
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree


def an_office(tree: Tree, noun: int) -> bool:
    """`former Prime Minister of A, NAME`: an office without an article."""
    of = tree.child(noun, "prep")
    held = of > noun and tree.tokens[of].lower in ("of", "for", "to") and not tree.entities[noun]
    return held and proper(tree, noun) and role(tree, noun)


def of_somebody_named(tree: Tree, noun: int) -> bool:
    """Whether a noun tells what NAME is, or `he` or `she`."""
    first = noun
    while tree.deps[first] == "conj" and tree.tags[first].startswith("NN"):
        first = tree.heads[first]
    subject = tree.subject(tree.heads[first]) if tree.deps[first] == "attr" else -1
    pronoun = subject >= 0 and tree.tokens[subject].lower in ("he", "she", "i")
    return pronoun or (subject >= 0 and tree.entities[subject] == "PERSON")


def copula_of(reading: Reading, noun: int) -> int:
    """`NAME is a cook, a member of A`: the verb whose subject is told of, for not every cook is a
    member; −1 where the noun is more than what somebody is."""
    tree = reading.tree
    new = tree.child(noun, "det")
    link = tree.heads[noun]
    if tree.deps[noun] != "attr" or new < 0 or tree.tokens[new].lower not in ("a", "an"):
        return -1
    subject = tree.subject(link)
    somebody = subject >= 0 and tree.deps[subject] == "nsubj" and subject < link < noun
    plain = link in reading.clauses and link not in reading.said and not tree.negated(link)
    return link if somebody and plain and tree.finite(link) else -1


def named_kind(tree: Tree, i: int, noun: int) -> bool:
    """`the magazine, The Ferry`, `the startup, Kelmar`: a name behind what kind of thing it is."""
    own, lead = tree.child(i, "det"), tree.child(noun, "det")
    titled = own > 1 and tree.tokens[own].text == "The"
    plain = tree.tags[noun] == "NN" and lead >= 0 and tree.tokens[lead].lower == "the"
    kind = tree.tokens[noun].lower in WORKS | BODIES
    return plain and kind and proper(tree, i) and (titled or own < 0)


def of_its_kind(tree: Tree, noun: int, told: list[Token]) -> list[Token]:
    """`the magazine, NAME` → `a magazine`: there are others; but `the first magazine` is one."""
    the = tree.child(noun, "det")
    kind = tree.tokens[noun].lower in WORKS | BODIES and tree.tags[noun] == "NN"
    only = any(
        tree.tags[k] in ("JJS", "RBS") or tree.tokens[k].lower in ONE_ONLY
        for k in tree.subtree(noun)
    )
    known = tree.child(noun, "prep", "relcl", "acl", "poss") >= 0 or only
    if not kind or the < 0 or known or not told or told[0].lower != "the":
        return told
    return [word(article_for(render(told[1:])), Tag.DET), *told[1:]]


ONE_ONLY = frozenset(
    "first second third last latest only same sole main next other former current previous".split()
)


def without_plural(tree: Tree, name: int, core: list[Token]) -> list[Token]:
    """`immigrants A, a lawyer, and B`: A alone is no immigrants."""
    called = [k for k in tree.kids[name] if tree.deps[k] == "compound" and tree.tags[k] == "NNS"]
    last = tree.tokens[called[-1]] if called else None
    if last is None or not last.text.islower() or last not in core:
        return core
    return core[core.index(last) + 1 :]


def at_the_time(tree: Tree, i: int) -> bool:
    """`an assistant at the time`: what somebody was then."""
    links = [k for k in tree.kids[i] if tree.tokens[k].lower == "at"]
    return any(tree.tokens[k + 2].lower == "time" for k in links if k + 2 < len(tree.tokens))
