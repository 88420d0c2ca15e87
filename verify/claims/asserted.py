"""Clauses that are statements of their own: coordinated, concessive, causal, participial."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims import verbs
from verify.claims.participles import loose, state_participle
from verify.claims.places_told import told_there
from verify.claims.reading import Reading
from verify.claims.second_verbs import (
    bidden,
    bids_first,
    dates,
    leans_on_first,
    leaves_out,
    says_little,
    yet_to_come,
)
from verify.claims.shares import made_what
from verify.claims.speech import quotations
from verify.claims.supposed import (
    appealed,
    as_comment,
    compared,
    defines,
    hedged,
    short_answer,
    to_be_done,
    under_condition,
)
from verify.claims.tellers import afterthought, reason_told, told_before
from verify.claims.together import (
    loosely_joined,
    names_listed_before,
    not_alone,
    of_whom,
    said_by_the_way,
    shares_object,
    unlike,
)
from verify.claims.tokens import Token
from verify.claims.trees import Tree

# A clause behind these is stated on its own; behind the others (if, until, unless …) it limits
# the main clause and stays with it.
STATED = frozenset("because although though while whereas since".split())
# Stated as well, where it is long; what something was done `before` need never have happened.
TIMED = frozenset("after when as".split())
LEAST_TIMED = 6  # words
REASONS = frozenset("because since".split())


def joined(reading: Reading, i: int) -> None:
    """`founded A and led B`, `A fell, but B rose`: the second predicate is a clause of its own."""
    tree, first = reading.tree, reading.tree.heads[i]
    if first not in reading.clauses or not tree.verbal(i):
        return
    cc = tree.child(first, "cc")
    if any(a < i < b and (a < first < b or a < cc < i) for a, b in quotations(tree)):
        return  # words inside quotation marks stay together
    if any(
        tree.deps[k] == "cc" and tree.tokens[k].lower in ("or", "nor", "than")  # `rather than sold`
        for k in tree.kids[first]
    ):
        return
    if any(tree.tokens[k].lower == "not" and tree.tokens[k + 1].lower == "only"
           for k in tree.kids[first] if k < first):  # fmt: skip
        return  # `not only did A rise but B fell`
    own = tree.subject(i) >= 0
    if bids_first(tree, i, first) if own else says_little(tree, i, first):
        return
    if own and leans_on_first(tree, i, first):
        return
    if own and (leaves_out(tree, i) or (under_condition(tree, first) and to_be_done(tree, i))):
        return  # `If A fails, B will close and C will fall`
    if (own and not_alone(tree, tree.subject(i))) or said_by_the_way(tree, i, first):
        return
    if short_answer(tree, i) if own else appealed(tree, i, first):
        return
    if not own and (loosely_joined(tree, i, first) or unlike(tree, i, first)):
        return
    if not own and (shares_object(tree, i, first) or under_condition(tree, first)):
        return
    if not own and made_what(tree, i, first):
        return
    alone = all(k > i or tree.deps[k] in ("punct", "cc") for k in tree.kids[i])
    bare_first = not any(k > first and k < i and tree.deps[k] not in ("cc", "punct")
                         for k in tree.kids[first])  # fmt: skip
    passive = tree.child(first, "auxpass") >= 0
    if not own and alone and bare_first and not passive and tree.child(i, "dobj", "ccomp") >= 0:
        return  # `bought and sold shares`: the object belongs to both
    subject = reading.subject(first)
    if not own and not subject:
        return
    if (own and names_listed_before(tree, i, first)) or of_whom(tree, i, first):
        return
    reading.clauses.add(i)
    if first in reading.said and not told_before(tree, i, first):
        reading.said[i] = reading.said[first]

    helped = any(tree.deps[k] in ("aux", "auxpass") for k in (*tree.kids[i], *tree.kids[first]))

    if not own:
        reading.subjects[i] = subject  # whose words `A left and said B` reports

    def state() -> None:
        if not own:
            reading.subjects[i] = _with_comma(reading, first)
        alike = tree.tags[i] == tree.tags[first] == "VBN"  # `Born and raised in A, she left`
        if not own and (tree.tags[i] == "VBG" or alike) and not helped:
            state_participle(reading, i, reading.subject(first))
        else:
            reading.clause(i)

    reading.cut[i] = state


def _with_comma(reading: Reading, i: int) -> list[Token]:
    """The subject of a clause with the comma that ends an aside in it: `The bill, as amended,`."""
    tree, subject = reading.tree, reading.subject(i)
    own = tree.subject(i)
    if own < 0 or not subject or i in reading.subjects:
        return subject
    last = next((k for k, t in enumerate(tree.tokens) if t is subject[-1]), len(tree.tokens))
    closed = last + 1 < len(tree.tokens) and tree.tokens[last + 1].text == ","
    aside = any(
        tree.deps[k] in ("acl", "advcl", "amod", "relcl", "prep", "appos")
        and tree.edge(k) in (last, last + 1)
        and tree.comma_before(k)
        for k in tree.subtree(own)
    )
    return [*subject, tree.tokens[last + 1]] if closed and aside else subject


def adverbial(reading: Reading, i: int) -> None:
    """`, making it …`, `born in A, she …`, `while A fell, B rose`, `because …`."""
    tree, head = reading.tree, reading.tree.heads[i]
    while tree.deps[head] == "xcomp" and head not in reading.clauses and tree.comma_before(i):
        head = tree.heads[head]  # `voted to ask A, calling it …`: who voted called
    if head not in reading.clauses or bidden(tree, i, head):
        return
    mark = tree.child(i, "mark")
    joiner = tree.tokens[mark].lower if mark >= 0 else ""
    if not joiner:
        when = tree.child(i, "advmod")
        joiner = tree.tokens[when].lower if when >= 0 and tree.tags[when] == "WRB" else ""
    if tree.subject(i) >= 0 and tree.finite(i):
        _side_clause(reading, i, joiner)
    elif i > head and told_there(tree, head):
        return  # `where he played for years, scoring 40 goals`: there, and not in all
    elif not joiner and tree.tags[i] in ("VBG", "VBN") and tree.subject(i) < 0:
        loose(reading, i, head)


def _side_clause(reading: Reading, i: int, joiner: str) -> None:
    """Concessions leave the sentence; reasons and times stay in it and are stated as well."""
    tree, head = reading.tree, reading.tree.heads[i]
    modal = any(tree.tags[k] == "MD" for k in tree.kids[i])
    if joiner == "while" and i > head and not tree.comma_before(i):
        return  # `copied them while they slept`: when it was done
    if joiner == "as" and (as_comment(tree, i) or compared(tree, i)):
        return
    if defines(tree, i) or short_answer(tree, i) or leaves_out(tree, i):
        return
    if (joiner in TIMED | {"since"} and dates(tree, i)) or yet_to_come(tree, i, head, joiner):
        return
    if joiner in STATED - REASONS and _elliptic(tree, i):
        return
    if tree.subject(i) > i or (joiner in TIMED and _of_a_noun(tree, i)):
        return  # `abstained, as did the clerk`
    if joiner in STATED - REASONS:
        reading.clauses.add(i)
        if head in reading.said and not _another_voice(tree, i):
            reading.said[i] = reading.said[head]
        reading.cut[i] = lambda: reading.clause(i)
        return
    near = (i, *(k for k in tree.kids[i] if tree.deps[k] in ("aux", "auxpass")))
    told = any(tree.tags[k] in ("VBD", "VBN") for k in near)
    told = told and not any(tree.tokens[k].lower in ("is", "are") for k in near)
    long = len(tree.subtree(i)) >= LEAST_TIMED and tree.past(i) and told
    if not (joiner in REASONS or (joiner in TIMED and long)) or modal:
        return
    if joiner in REASONS and (reason_told(reading, i, head) or hedged(tree, head)):
        return  # `A is thought to be higher because B is low`: B may only be thought, too
    lead = max((k for k in tree.kids[i] if k < i and _opens(tree, k)), default=-1)
    drop = [
        k
        for k in tree.kids[i]
        if k <= lead  # with what stands before it: `hours after …`
        or (tree.deps[k] == "advcl" and tree.comma_before(k))
    ]
    last = tree.child(i, "conj")
    if last > i and tree.verbal(last) and tree.subject(last) < 0:
        # `A left after B lost C and joined D`: it may be A who joined
        drop += [k for k in tree.kids[i] if tree.deps[k] in ("conj", "cc")]
    own = afterthought(tree, head) if head in reading.said else -1
    apart = 0 <= own < i

    def state() -> None:
        said = None if apart else reading.said.get(head)
        reading.say(reading.line(i, less=drop), "side", said)

    reading.later.append(state)


def _of_a_noun(tree: Tree, i: int) -> bool:
    """`after a storm in which nine died`, which the parser takes for a clause behind `after`."""
    return any(
        tree.deps[n] == "pobj" and tree.tags[n] in ("WDT", "WP") and n < i
        for k in tree.kids[i]
        if tree.deps[k] == "prep"
        for n in tree.kids[k]
    )


def _opens(tree: Tree, k: int) -> bool:
    return tree.tags[k] == "WRB" or tree.deps[k] == "mark"


def _elliptic(tree: Tree, i: int) -> bool:
    """`A's shares fell while B's rose`: B's what, the clause alone would not say."""
    subject = tree.subject(i)
    last = tree.tokens[tree.edge(subject)] if subject >= 0 else None
    return last is not None and last.lower in ("'s", "'")


VOICED = frozenset("condemn criticise criticize praise welcome reject accuse back oppose".split())


def _another_voice(tree: Tree, i: int) -> bool:
    """`A said that B, while C condemned D`: the article tells what C did, and not A."""
    return tree.comma_before(i) and verbs.base_of(tree.tokens[i].lower) in lx.SPEECH | VOICED
