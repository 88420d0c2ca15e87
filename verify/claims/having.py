"""What a sentence takes for granted that somebody has: `A, with its long coast, …`."""

from __future__ import annotations

from verify.claims.phrases import article_for, is_plural, render, strip_edges, word
from verify.claims.reading import Reading, role, without
from verify.claims.tokens import Tag
from verify.claims.trees import Tree


def equipped(reading: Reading, i: int) -> None:
    """`A, with its long experience of B, …` → `A has long experience of B`."""
    tree = reading.tree
    if tree.tokens[i].lower != "with" or not tree.comma_before(i):
        return
    thing = tree.child(i, "pobj")
    owner = tree.child(thing, "poss") if thing >= 0 else -1
    if owner < 0 or tree.tokens[owner].lower not in ("its", "his", "her", "their"):
        return
    if any(tree.verbal(k) for k in tree.kids[thing] if tree.deps[k] in ("acl", "relcl")):
        return
    if any(tree.tokens[k].lower == "as" for k in (*tree.kids[thing], *tree.kids[i])):
        return  # `met A, with her father as agent`: he is her father without that
    near = tree.subtree(i)[0] - 2
    while near >= 0 and tree.deps[near] == "compound":
        near = tree.heads[near]
    if near < 0 or not tree.tags[near].startswith("NN"):
        return
    noun = _owner(tree, i, near)
    person = tree.entities[noun] == "PERSON" or role(tree, noun)
    fits = {"its": not person, "their": is_plural(reading.noun(noun))}
    if not fits.get(tree.tokens[owner].lower, person):
        return  # `lives in A, with his wife`: A has no wife
    core = reading.noun(noun)
    have = "have" if is_plural(core) else "has"

    def state() -> None:
        rest = without(reading.line(thing), tree.tokens[owner])
        reading.say([*reading.noun(noun), word(have, Tag.FIN), *strip_edges(rest)], "having")

    reading.cut[i] = state


def _owner(tree: Tree, i: int, near: int) -> int:
    """`the family trust of the Roes, with its 22 per cent`: the trust, where the parser hangs the
    phrase on it and the name of its owners is a plural."""
    head = tree.heads[i]
    whole = tree.tags[head][:2] == "NN" and head < near and head in tree.ancestors(near)
    many = tree.tags[near] in ("NNS", "NNPS") and tree.tags[head] in ("NN", "NNP")
    return head if whole and many else near


BESIDES = ("in addition to", "aside from", "apart from", "besides", "along with", "alongside")


def besides(reading: Reading, i: int) -> None:
    """`In addition to her work in film, A directs plays`: A has work in film."""
    tree = reading.tree
    words = " ".join(t.lower for t in tree.tokens[:3])
    if tree.begin(i) != 0 or not words.startswith(BESIDES):
        return
    head = tree.heads[i]
    phrase = tree.subtree(i)
    owner = next((k for k in phrase if tree.deps[k] == "poss" and tree.tags[k] == "PRP$"), -1)
    thing = tree.heads[owner] if owner >= 0 else -1

    def state() -> None:
        core = reading.subject(head)
        if core and thing >= 0 and thing in phrase and tree.tags[thing].startswith("NN"):
            have = word("have" if is_plural(core) else "has", Tag.FIN)
            rest = without(reading.line(thing), tree.tokens[owner])
            lead = [word(article_for(render(rest)), Tag.DET)] if tree.tags[thing] == "NN" else []
            reading.say([*core, have, *lead, *rest], "having")

    reading.cut[i] = state
