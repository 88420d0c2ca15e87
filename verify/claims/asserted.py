"""Clauses that are statements of their own: coordinated, concessive, causal, participial."""

from __future__ import annotations

from verify.claims import verbs
from verify.claims.phrases import be, is_plural
from verify.claims.reading import (
    Reading,
    agreeing,
)
from verify.claims.speech import quotations
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree

# A clause behind these is stated on its own; behind the others (if, until, unless …) it limits
# the main clause and stays with it.
STATED = frozenset("because although though while whereas since".split())
TIMED = frozenset("after before when as".split())  # stated as well, where it is long
LEAST_TIMED = 6  # words
REASONS = frozenset("because since".split())
LIKE_PREPOSITIONS = frozenset(
    "including according depending ranging regarding concerning compared based given following"
    " excluding".split()
)


def joined(reading: Reading, i: int) -> None:
    """`founded A and led B`, `A fell, but B rose`: the second predicate is a clause of its own."""
    tree, first = reading.tree, reading.tree.heads[i]
    if first not in reading.clauses or not tree.verbal(i):
        return
    if any(a < i < b and a < first < b for a, b in quotations(tree)):
        return  # words inside quotation marks stay together
    if any(
        tree.deps[k] == "cc" and tree.tokens[k].lower in ("or", "nor") for k in tree.kids[first]
    ):
        return
    own = tree.subject(i) >= 0
    alone = all(k > i or tree.deps[k] in ("punct", "cc") for k in tree.kids[i])
    bare_first = not any(k > first and k < i and tree.deps[k] not in ("cc", "punct")
                         for k in tree.kids[first])  # fmt: skip
    passive = tree.child(first, "auxpass") >= 0
    if not own and alone and bare_first and not passive and tree.child(i, "dobj", "ccomp") >= 0:
        return  # `bought and sold shares`: the object belongs to both
    subject = reading.subject(first)
    if not own and not subject:
        return
    reading.clauses.add(i)
    if first in reading.said:
        reading.said[i] = reading.said[first]

    def state() -> None:
        if not own:
            reading.subjects[i] = reading.subject(first)
        reading.clause(i)

    reading.cut[i] = state


def adverbial(reading: Reading, i: int) -> None:
    """`, making it …`, `born in A, she …`, `while A fell, B rose`, `because …`."""
    tree, head = reading.tree, reading.tree.heads[i]
    while tree.deps[head] == "xcomp" and head not in reading.clauses and tree.comma_before(i):
        head = tree.heads[head]  # `voted to ask A, calling it …`: who voted called
    if head not in reading.clauses:
        return
    mark = tree.child(i, "mark")
    joiner = tree.tokens[mark].lower if mark >= 0 else ""
    if not joiner:
        when = tree.child(i, "advmod")
        joiner = tree.tokens[when].lower if when >= 0 and tree.tags[when] == "WRB" else ""
    if tree.subject(i) >= 0 and tree.finite(i):
        _side_clause(reading, i, joiner)
    elif not joiner and tree.tags[i] in ("VBG", "VBN") and not _of_either(tree, i, head):
        _participle(reading, i, head)


def _of_either(tree: Tree, i: int, head: int) -> bool:
    """`A seized B, seen as C`: whether A or B was seen so, the sentence does not say."""
    begin = tree.begin(i)
    beside = begin > 1 and tree.tags[begin - 2].startswith("NN")
    return tree.tags[i] == "VBN" and head < i and tree.comma_before(i) and beside


def _side_clause(reading: Reading, i: int, joiner: str) -> None:
    """Concessions leave the sentence; reasons and times stay in it and are stated as well."""
    tree, head = reading.tree, reading.tree.heads[i]
    modal = any(tree.tags[k] == "MD" for k in tree.kids[i])
    if joiner in STATED - REASONS:
        reading.clauses.add(i)
        if head in reading.said:
            reading.said[i] = reading.said[head]
        reading.cut[i] = lambda: reading.clause(i)
        return
    long = len(tree.subtree(i)) >= LEAST_TIMED and tree.past(i)
    if not (joiner in REASONS or (joiner in TIMED and long)) or modal:
        return
    drop = [
        k
        for k in tree.kids[i]
        if (k < i and (tree.tags[k] == "WRB" or tree.deps[k] == "mark"))
        or (tree.deps[k] == "advcl" and tree.comma_before(k))
    ]
    reading.later.append(
        lambda: reading.say(reading.line(i, less=drop), "side", reading.said.get(head))
    )


def with_side(reading: Reading, head: int, i: int) -> list[Token]:
    """The head's clause with a part that is otherwise cut out."""
    kept = reading.cut.pop(i)
    try:
        subject = [] if reading.tree.subject(head) >= 0 else reading.subjects.get(head, [])
        return [*subject, *reading.line(head, less=reading.joiners(head))]
    finally:
        reading.cut[i] = kept


def _participle(reading: Reading, i: int, head: int) -> None:
    tree = reading.tree
    first = tree.subtree(i)[0] == 0
    if tree.tokens[i].lower in LIKE_PREPOSITIONS or not (first or tree.comma_before(i)):
        return
    reading.clauses.add(i)
    if head in reading.said:
        reading.said[i] = reading.said[head]
    reading.subjects[i] = reading.subject(head)
    reading.cut[i] = lambda: state_participle(reading, i, reading.subject(head))


def state_participle(reading: Reading, i: int, core: list[Token]) -> None:
    """`CORE, making it …` → `CORE made it …`; unknown verbs take `was …ing`."""
    tree, verb = reading.tree, reading.tree.tokens[i]
    if not core or i in reading.reporting:
        return
    form = finite_form(tree, i, core)
    rest = reading.line(i)
    made = [Token(form, verb.start, verb.end, Tag.FIN) if t is verb and form else t for t in rest]
    lead = [] if form else agreeing(tree, i, core)
    reading.subjects[i] = core
    reading.say([*core, *lead, *made], "participle", reading.said.get(i))


def finite_form(tree: Tree, i: int, core: list[Token]) -> str:
    """`made` for `making`, in the tense of the clause above; "" where the verb is not known."""
    if tree.tags[i] != "VBG":
        return ""
    above = (a for a in tree.ancestors(i) if tree.verbal(a) and tree.finite(a))
    past = tree.past(next(above, tree.root))
    verb = tree.tokens[i].lower
    if verb == "being":
        return be(core, past=past).text
    if verb == "having":
        return "had" if past else "has"
    return verbs.past_of(verb) if past else verbs.present_of(verb, plural=is_plural(core))


ENDING = frozenset("die leave quit resign stop cancel flee escape withdraw collapse".split())


def earlier(reading: Reading, i: int) -> None:
    """`After leaving A, she …`: she left A, as well."""
    tree, head = reading.tree, reading.tree.heads[i]
    verb = tree.child(i, "pcomp")
    told = tree.tokens[i].lower in ("after", "since", "before", "upon") and verb >= 0
    if not told or tree.tags[verb] != "VBG" or head not in reading.clauses:
        return
    if not tree.past(head) or len(tree.subtree(verb)) < 3:
        return
    if tree.tokens[i].lower == "before" and verbs.base_of(tree.tokens[head].lower) in ENDING:
        return  # `died before finishing it`
    reading.later.append(lambda: state_participle(reading, verb, reading.subject(head)))
