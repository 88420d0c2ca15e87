"""What a sentence takes for granted that somebody has: `A, with its long coast, …`."""

from __future__ import annotations

from verify.claims.phrases import article_for, is_plural, render, strip_edges, word
from verify.claims.reading import Reading, role, without
from verify.claims.tokens import Tag, Token
from verify.claims.trees import AUXILIARIES, Tree


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
# What one has and holds: not `her work`, `his success`, `their music`, which nobody has one of.
HELD = frozenset(
    "career role position post job seat title office degree doctorate professorship chair"
    " fellowship business company firm practice shop restaurant gallery studio label farm factory"
    " plant brewery school academy column show".split()
)
WORKING = frozenset("as at in on for with among".split())


def besides(reading: Reading, i: int) -> None:
    """`In addition to her film career, A directs plays`: A has a film career; `Besides his work as
    a vet`: A has worked as a vet."""
    tree = reading.tree
    words = " ".join(t.lower for t in tree.tokens[:3])
    if tree.begin(i) != 0 or not words.startswith(BESIDES):
        return
    head = tree.heads[i]
    link = next(n for n in (2, 1, 0) if " ".join(words.split()[: n + 1]) in BESIDES)
    thing = tree.child(link, "pobj")
    owner = tree.child(thing, "poss") if thing >= 0 else -1
    owned = owner >= 0 and tree.tags[owner] == "PRP$"
    if tree.deps[i] == "advmod" and not owned:
        return  # `Aside from acting, …`

    def state() -> None:
        core = reading.subject(head)
        if not core or not owned or tree.tags[thing] != "NN":
            return
        if tree.tokens[thing].lower == "work":
            _worked(reading, core, head, thing)
        elif tree.tokens[thing].lower in HELD:
            joined = [k for k in tree.kids[thing] if tree.deps[k] in ("conj", "cc")]
            rest = without(reading.line(thing, less=joined), tree.tokens[owner])
            lead = word(article_for(render(rest)), Tag.DET)
            have = "had" if _told_of_the_past(tree, head) else _has(core)
            reading.say([*core, word(have, Tag.FIN), lead, *rest], "having")

    reading.cut[i] = state
    if tree.heads[link] == head and link != i:
        reading.cut[link] = lambda: None  # `from`, where the parser ties it to the verb


def _worked(reading: Reading, core: list[Token], head: int, thing: int) -> None:
    """`his work in film` → `A has worked in film`; not `his social work`, `his work of 1903`."""
    tree = reading.tree
    links = [k for k in tree.kids[thing] if k > thing]
    if len(tree.kids[thing]) != len(links) + 1 or not links or links[0] != thing + 1:
        return
    if any(tree.deps[k] in ("relcl", "appos") for k in tree.subtree(thing)):
        return
    if tree.deps[links[0]] != "prep" or tree.tokens[links[0]].lower not in WORKING:
        return
    rest = [t for k in links if tree.deps[k] == "prep" for t in reading.line(k)]
    past = _told_of_the_past(tree, head)
    verb = [] if past else [word(_has(core), Tag.FIN)]
    reading.say([*core, *verb, word("worked", Tag.FIN if past else Tag.PART), *rest], "having")


def _has(core: list[Token]) -> str:
    return "have" if is_plural(core) else "has"


def _told_of_the_past(tree: Tree, head: int) -> bool:
    """Whether a clause tells what was, and not what is or has been."""
    near = (head, *(k for k in tree.kids[head] if tree.deps[k] in AUXILIARIES))
    return any(tree.tags[k] == "VBD" for k in near)
