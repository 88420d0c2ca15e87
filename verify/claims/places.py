"""What the place of a pronoun or a surname in its sentence says about whom it means."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of


def owned(name: str, ending: str) -> str:
    """`Roe's`, `the visitors'`; "" where the phrase is too long to own (`drivers at A's union`)."""
    words = name.split()
    if ending == "'s" and name[:1].islower() and LINKING.intersection(words):
        return ""
    plural = ending == "'s" and name[:1].islower() and name.endswith("s") and " " in name
    return name + ("'" if plural and not name.endswith("ss") else ending) if name else ""


LINKING = frozenset("at in from for with of on by".split())
WEATHER = frozenset("rain snow hail drizzle thunder sleet freeze pour".split())


def no_name_here(tokens: Tokens, end: int) -> bool:
    """`the Vista panel`: a person's bare surname has no article before it."""
    before = tokens[end - 2] if end > 1 else None
    after = tokens[end] if end < len(tokens) else None
    led = before is not None and before.tag in (Tag.DET, Tag.NUM) and not before.means
    return led or (before is not None and before.tag is Tag.NUM and after is not None)


def speaks(tree: Tree, i: int) -> bool:
    """Whether a pronoun is the subject of a verb of saying: then it is nobody's target."""
    return tree.deps[i] == "nsubj" and base_of(tree.tokens[tree.heads[i]].lower) in lx.SPEECH


def after_verb(tree: Tree, i: int) -> bool:
    """`rate it "sell"`: an object, whatever the parser calls it."""
    return (
        i > 0
        and tree.verbal(i - 1)
        and tree.deps[i - 1] not in AUXILIARIES
        and (tree.finite(tree.heads[i]) is False)
    )


def weather(tree: Tree, i: int) -> bool:
    """`it rained`: nothing is meant."""
    verb = base_of(tree.tokens[tree.heads[i]].lower)
    return tree.tokens[i].lower == "it" and tree.deps[i] == "nsubj" and verb in WEATHER


def nearer(tree: Tree, i: int) -> bool:
    """`six rules, among them A`, `a block with its roof gone`: what stands right before."""
    token, head = tree.tokens[i], tree.heads[i]
    if token.lower in ("its", "their") and tree.deps[i] == "poss" and tree.deps[head] == "conj":
        return tree.tags[tree.heads[head]].startswith("NN")  # `A and its sequels`
    if token.lower == "them" and tree.deps[i] == "pobj":
        return tree.tokens[head].lower in ("among", "of") and tree.comma_before(head)
    if token.lower in ("its", "their") and tree.deps[i] == "poss":
        link = tree.heads[head] if tree.deps[head] == "pobj" else -1
        above = tree.heads[link] if link >= 0 else -1
        within = above >= 0 and tree.tokens[link].lower == "with" and above == link - 1
        return within and tree.tags[above] in ("NN", "NNS")
    return False


def elsewhere(tokens: Tokens, start: int, end: int) -> bool:
    """`the village of Roe`, `Baron Roe of Leeds`: a place, or a title, of the same name."""
    place = tokens[end - 1].entity in ("GPE", "LOC", "FAC")
    spoken = start > 1 and base_of(tokens[start - 2].lower) in lx.SPEECH  # `said of Roe`
    placed = start > 0 and tokens[start - 1].lower in ("of", "in", "at", "near") and not spoken
    titled = end - start > 1 and tokens[start].lower in ("baron", "baroness", "lord", "viscount")
    named = end + 1 < len(tokens) and tokens[end].lower == "of" and tokens[end + 1].tag is Tag.NAME
    return (place and placed) or (titled and named)
