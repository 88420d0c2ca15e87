"""What stands beside what somebody is: `NAME is a cook, a member of A`, `is the head of A, B`."""

from __future__ import annotations

from verify.claims.reading import Reading, proper, role
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
