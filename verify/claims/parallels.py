"""What a pronoun repeats word for word: the object of the verb before, a speaker's firm."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import LONGEST_PHRASE
from verify.claims.phrases import is_plural, render
from verify.claims.speech import own_words
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of


def named_body(body: list[Token]) -> str:
    """`the firm` of `The firm's chairman said it …`; "" where it is not named."""
    text = render(body, resolve=True) if len(body) <= LONGEST_PHRASE else ""
    first, _, rest = text.partition(" ")
    return f"the {rest}" if first.lower() in ("the", "a", "an") and rest else text


def object_again(tree: Tree, i: int, plural: bool) -> str | None:
    """`built A and sold it`: the object of the verb before."""
    verb = tree.heads[i]
    while tree.deps[verb] in ("prep", "dobj"):  # `built A and sold half of it`
        verb = tree.heads[verb]
    if tree.deps[i] not in ("dobj", "pobj") or tree.deps[verb] != "conj":
        return None
    first = tree.heads[verb]
    thing = tree.child(first, "dobj")
    if thing < 0 and tree.tokens[first].lower in lx.BE:  # `are against A and support it`
        link = tree.child(first, "prep")
        thing = tree.child(link, "pobj") if link >= 0 else -1
    if thing < 0 or tree.tokens[thing].tag is Tag.PRON:
        return None
    words = own_words(tree, thing)
    if is_plural(words) != plural or len(words) > LONGEST_PHRASE:
        return None
    text = render(words, resolve=True)
    return "the " + text.split(" ", 1)[-1] if words[0].lower in ("a", "an") else text


def body_of_speaker(tree: Tree, i: int) -> list[Token] | None:
    """`The firm's chairman said it would …`: the firm, for a chairman is no `it`.

    [] where such a speaker has no body that the words name; None: no such one speaks.
    """
    for above in tree.ancestors(i):
        who = tree.subject(above)
        told = base_of(tree.tokens[above].lower) in lx.SPEECH and 0 <= who < i
        if not told or who in tree.ancestors(i):
            continue
        head = tree.tokens[who].lower
        if tree.tags[who] != "NN" or head not in lx.ROLE_HEADS | SPEAKERS:
            return None
        return _body(tree, who)
    return None


SPEAKERS = frozenset("spokesperson counsel barrister representative insider".split())


def _body(tree: Tree, who: int) -> list[Token]:
    """Whose chairman, lawyer or spokesman somebody is."""
    for k in tree.kids[who]:
        owner = k if tree.deps[k] in ("poss", "compound") else -1
        if tree.deps[k] == "prep" and tree.tokens[k].lower in ("for", "of"):
            owner = tree.child(k, "pobj")
        if owner < 0 or tree.entities[owner] == "PERSON":
            continue
        words = tree.subtree(owner, {k for k in tree.kids[owner] if tree.deps[k] == "case"})
        named = tree.tags[owner] in ("NNP", "NNPS") or tree.deps[owner] == "compound"
        titled = any(tree.tokens[n].lower.rstrip(".") in lx.HONORIFICS for n in words)
        if titled or (named and tree.entities[owner] not in ("ORG", "GPE")):
            return []
        return [tree.tokens[n] for n in words if tree.tags[n] != "POS"]
    return []
