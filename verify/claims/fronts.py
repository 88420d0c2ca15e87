"""What stands before the subject: where it ends, and what is better put there than at the end."""

from __future__ import annotations

from verify.claims.phrases import Tokens, main_verb
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree


def front_end(tokens: Tokens) -> int:
    """The comma after which the main clause begins, as in `In Paris, France, he …`; −1 where the
    front has none."""
    clause = tokens[0].tag is Tag.SUB
    for i, token in enumerate(tokens[:60]):
        if token.tag is not Tag.COMMA or i + 1 >= len(tokens):
            continue
        following = tokens[i + 1]
        if following.tag in (Tag.NUM, Tag.CONJ, Tag.PREP) and following.lower not in ("according",):
            continue
        if clause and main_verb(tokens[:i], 1) < 0:
            continue
        begins = following.tag in (
            Tag.DET,
            Tag.PRON,
            Tag.NAME,
            Tag.WORD,
            Tag.ADV,
            Tag.NUM,
            Tag.QUOTE,
        )
        verb = main_verb(tokens, i + 1)
        if begins and verb > i + 1 and not _place(tokens, i, verb):
            return i
    return -1


def _place(tokens: Tokens, comma: int, verb: int) -> bool:
    """`In Paris, France, he …`: a comma inside the phrase; there is another before the verb."""
    if tokens[comma + 1].tag is not Tag.NAME or tokens[comma - 1].tag is not Tag.NAME:
        return False
    end = comma + 1
    while end < verb and tokens[end].tag is Tag.NAME:
        end += 1
    return end < verb and tokens[end].tag is Tag.COMMA and end + 1 < verb


def with_place(tree: Tree, i: int, told: list[Token], place: list[Token]) -> list[Token]:
    """`A, where a ship tied up after a week at sea`: *in A a ship tied up after a week at sea*, for
    at the end the place would be that of the sea. `to A` goes right behind the verb."""
    if place and place[0].lower == "to":
        at = next((n for n, t in enumerate(told) if t is tree.tokens[i]), len(told) - 1)
        return [*told[: at + 1], *place, *told[at + 1 :]]
    behind = (k for k in tree.kids[i] if k > i and tree.deps[k] == "advcl" and tree.comma_before(k))
    comma = tree.tokens[tree.begin(aside) - 1] if (aside := next(behind, -1)) >= 0 else None
    at = next((n for n, t in enumerate(told) if t is comma), -1)
    if at >= 0:  # `where he played for years, scoring 9 goals`
        return [*told[:at], *place, *told[at:]]
    kept = {id(t) for t in told if t.text[:1].isalnum()}
    last = max((k for k in tree.subtree(i) if id(tree.tokens[k]) in kept), default=i)
    links = 0
    while last != i:
        low = tree.tokens[last].lower
        links += tree.deps[last] == "prep" and low not in ("of", "to", "for", "with", "as")
        links += 2 * (tree.deps[last] in ("acl", "relcl", "advcl", "pcomp", "ccomp"))
        last = tree.heads[last]
    return [*place, *told] if links > 1 and place else [*told, *place]
