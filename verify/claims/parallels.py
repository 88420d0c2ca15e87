"""What a pronoun repeats word for word: the object of the verb before, a speaker's firm."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import LONGEST_PHRASE
from verify.claims.phrases import is_plural, render
from verify.claims.speech import own_words
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree


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
