"""What stands beside a reference, or is called as somebody is, and is not meant."""

from __future__ import annotations

from verify.claims.phrases import Tokens, is_plural
from verify.claims.tokens import Tag
from verify.claims.trees import SUBJECTS, Tree
from verify.claims.verbs import base_of

# What has a name as people have, and is nobody: `his horse Marlowe`.
NAMED_THINGS = frozenset(
    "horse pony mare stallion dog puppy cat kitten bird pigeon parrot hawk falcon donkey goat cow"
    " boat yacht ship dinghy trawler".split()
)
# Adjectives that stand behind their noun: `sources close to A`.
BEHIND_NOUNS = frozenset("familiar close aware able loyal opposed eligible present".split())
CALLING = frozenset("call know name dub nickname term style".split())
MOTION = frozenset("move send second post transfer return go come travel relocate emigrate".split())


def named_thing(phrase: Tokens) -> bool:
    """`his horse Marlowe`: no `he`."""
    return any(t.lower in NAMED_THINGS for t in phrase if t.tag is Tag.WORD)


def many_first(phrase: Tokens) -> bool:
    """`people familiar with the plan`: many, though no plural stands before the preposition."""
    return len(phrase) > 1 and phrase[1].lower in BEHIND_NOUNS and is_plural(phrase[:1])


def two_of_a_name(tokens: Tokens, start: int, end: int) -> set[str]:
    """`the restaurants Roe and Little Roe`: two things, of which neither is called for short."""
    after = tokens[end + 1 : end + 4]
    if end - start != 1 or len(after) < 2 or tokens[end].lower != "and":
        return set()
    name = tokens[start].text
    count = next((n for n, t in enumerate(after) if t.tag is not Tag.NAME), len(after))
    return {name} if count > 1 and after[count - 1].text == name else set()


def gone_to(tokens: Tokens, start: int) -> bool:
    """`sent to Kent`: a place, though somebody may be called so."""
    led = start > 1 and tokens[start - 1].lower == "to"
    return led and base_of(tokens[start - 2].lower) in MOTION


def called_so(tree: Tree, i: int) -> bool:
    """`the Rota, as it was called, …`, `the theorem, as it became known`: what stands before."""
    verb = tree.heads[i]
    known = tree.child(verb, "acomp", "oprd", "xcomp")
    told = verb if known < 0 else known
    led = i > 1 and tree.tokens[i - 1].lower == "as" and tree.tokens[i - 2].text in (",", "(", "–")
    subject = tree.deps[i] in SUBJECTS and tree.tokens[i].lower in ("it", "they")
    return led and subject and base_of(tree.tokens[told].lower) in CALLING


def new_in_an_aside(tree: Tree) -> bool:
    """`A hired B, who built a lamp`: a thing that is new, and told of by the way."""
    return any(
        dep == "dobj"
        and tree.tags[k] == "NN"
        and tree.deps[tree.heads[k]] == "relcl"
        and tree.comma_before(tree.heads[k])
        and any(tree.tokens[n].lower in ("a", "an") for n in tree.kids[k])
        for k, dep in enumerate(tree.deps)
    )


def done_first(tree: Tree, i: int) -> bool:
    """`Sold as A, it was …`: perhaps what the last sentence brought in at its end."""
    verb = tree.heads[i]
    first = tree.tags[0] == "VBN" and tree.heads[0] == verb and tree.subject(0) < 0
    return first and tree.deps[i] in SUBJECTS and tree.tokens[i].lower == "it"


def behind_another_it(tree: Tree, i: int) -> bool:
    """`A took it along; the bag was stolen, and B found it`: the bag, or the first `it`."""
    done = ("dobj", "dative")
    return tree.deps[i] in done and any(
        tree.tokens[k].lower == "it" and tree.deps[k] in done and not tree.tokens[k].means
        for k in range(i)
    )
