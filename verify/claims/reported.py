"""Who said it, read from the tree: what is said is kept apart from the claim that it was said."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.asserted import RULES, equipped, with_side
from verify.claims.phrases import Saying, render, word
from verify.claims.reading import Reading
from verify.claims.tokens import Tag, Token
from verify.claims.verbs import base_of

# What stands under these is not asserted by anybody.
UNASSERTED = frozenset("deny doubt dispute reject refute".split())
PLACED = frozenset("in at during outside on near from".split())


def reported(reading: Reading, i: int) -> None:
    """`NAME said (that) S` · `S, NAME said`: S is stated with its speaker, and that it was said."""
    tree, verb = reading.tree, reading.tree.heads[i]
    base = base_of(tree.tokens[verb].lower)
    if verb not in reading.clauses or base not in lx.SAYING or tree.subject(i) < 0:
        return
    speaker = reading.subject(verb)
    first = tree.tokens[tree.subject(verb)].lower if tree.subject(verb) >= 0 else ""
    if not speaker or (
        first in ("it", "there", "who", "which", "that")
        and not (tree.tokens[tree.subject(verb)].means)
    ):
        return
    said = saying(reading, verb)
    asserted = not tree.negated(verb) and base not in UNASSERTED and tree.finite(i)
    reading.reporting.add(verb)
    if asserted:
        reading.clauses.add(i)
        reading.said[i] = said

    def state() -> None:
        _say_whole(reading, verb, i)
        if asserted:
            reading.clause(i)

    reading.cut[i] = state


def _say_whole(reading: Reading, verb: int, i: int) -> None:
    """That it was said, in the order speaker, verb, content."""
    tree = reading.tree
    if i > verb:
        reading.say(with_side(reading, verb, i), "saying", reading.said.get(verb))
        return
    drop = [k for k in tree.kids[verb] if tree.deps[k] in ("mark", "cc")]
    subject = reading.subject(verb)
    rest = [t for t in reading.line(verb, less=drop) if all(t is not s for s in subject)]
    content = reading.line(i)
    reading.say(
        [*subject, *rest, word("that", Tag.REL), *_uncapped(content)],
        "saying",
        reading.said.get(verb),
    )


def _uncapped(content: list[Token]) -> list[Token]:
    """The first word small, where it is no name."""
    first = content[0] if content else None
    lowered = (Tag.DET, Tag.PRON, Tag.PREP, Tag.ADV, Tag.WORD, Tag.NUM)
    if first is None or first.tag not in lowered or first.entity or first.lower == "i":
        return content
    small = Token(first.text.lower(), first.start, first.end, first.tag, means=first.means)
    return [small, *content[1:]]


def saying(reading: Reading, verb: int) -> Saying:
    """Speaker, verb, when and where of a verb of saying."""
    tree = reading.tree
    when, where = [], []
    for k in tree.kids[verb]:
        if tree.deps[k] not in ("prep", "npadvmod", "advmod") or k in reading.cut:
            continue
        phrase = reading.line(k)
        dated = any(
            t.lower in lx.MONTHS | lx.WEEKDAYS or t.entity in ("DATE", "TIME") or t.lower == "ago"
            for t in phrase
        )
        if dated:
            when.append(render(phrase, resolve=True))
        elif phrase and phrase[0].lower in PLACED and len(phrase) <= 8:
            where.append(render(phrase, resolve=True))
    speaker = tuple(reading.subject(verb))
    return Saying(speaker, tree.tokens[verb].text, ", ".join(when), ", ".join(where))


def according(reading: Reading, i: int) -> None:
    """`According to NAME, S` · `S, according to NAME`; another preposition may bring an aside."""
    tree = reading.tree
    if tree.tokens[i].lower != "according":
        return equipped(reading, i)
    to = tree.child(i, "prep")
    source = tree.child(to, "pobj") if to >= 0 else -1
    head = next((a for a in tree.ancestors(i) if a in reading.clauses), -1)
    if source < 0 or head < 0:
        return None
    reading.said[head] = Saying(tuple(reading.line(source)), "according to")

    def state() -> None:
        said = reading.said.pop(head)
        reading.say(with_side(reading, head, i), "saying")
        reading.said[head] = said

    reading.cut[i] = state
    return None


RULES["ccomp"] = reported
RULES["prep"] = according
