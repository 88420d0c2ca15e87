"""Who vouches for a statement: `according to NAME`."""

from __future__ import annotations

from verify.claims.phrases import Saying
from verify.claims.reading import Reading
from verify.claims.tellers import of_a_clause, with_side


def according(reading: Reading, i: int) -> None:
    """`According to NAME, S` · `S, according to NAME`; another preposition may bring an aside."""
    tree = reading.tree
    if tree.tokens[i].lower != "according":
        return
    to = tree.child(i, "prep")
    source = tree.child(to, "pobj") if to >= 0 else -1
    head = next((a for a in tree.ancestors(i) if a in reading.clauses), -1)
    if source < 0 or head < 0 or of_a_clause(tree, i, head):
        return
    aside = [k for k in tree.subtree(source) if tree.deps[k] == "relcl" and tree.comma_before(k)]
    by = Saying(tuple(reading.line(source, less=aside)), "according to")
    reading.said[head] = by
    if (first := _alike_before(reading, head, i)) >= 0:
        reading.said.setdefault(first, by)

    def state() -> None:
        said = reading.said.pop(head)
        reading.say(with_side(reading, head, i), "saying")
        reading.said[head] = said

    reading.cut[i] = state


def _alike_before(reading: Reading, head: int, i: int) -> int:
    """`There were 44 in May and there are 31 now, according to NAME`: both are; −1 where the clause
    before is not of the same form."""
    tree, first = reading.tree, reading.tree.heads[head]
    joined = tree.deps[head] == "conj" and first in reading.clauses and tree.comma_before(i)
    both = joined and tree.child(head, "expl") >= 0 and tree.child(first, "expl") >= 0
    return first if both else -1
