"""Clauses that are statements of their own: coordinated, concessive, causal, participial."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims import verbs
from verify.claims.either import done_by_none, either_way
from verify.claims.phrases import be, is_plural
from verify.claims.reading import Reading, agreeing
from verify.claims.speech import quotations, with_marks, within_quotation
from verify.claims.supposed import as_comment, hedged, to_be_done, torn_off, under_condition
from verify.claims.tellers import TURNING, afterthought, contents, reason_told
from verify.claims.together import (
    loosely_joined,
    names_listed_before,
    not_alone,
    of_whom,
    said_by_the_way,
    shares_object,
    unlike,
)
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
    cc = tree.child(first, "cc")
    if any(a < i < b and (a < first < b or a < cc < i) for a, b in quotations(tree)):
        return  # words inside quotation marks stay together
    if any(
        tree.deps[k] == "cc" and tree.tokens[k].lower in ("or", "nor") for k in tree.kids[first]
    ):
        return
    if any(tree.tokens[k].lower == "not" and tree.tokens[k + 1].lower == "only"
           for k in tree.kids[first] if k < first):  # fmt: skip
        return  # `not only did A rise but B fell`
    own = tree.subject(i) >= 0
    if (own and not_alone(tree, tree.subject(i))) or said_by_the_way(tree, i, first):
        return
    if not own and (loosely_joined(tree, i, first) or unlike(tree, i, first)):
        return
    if not own and (shares_object(tree, i, first) or under_condition(tree, first)):
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
    if first in reading.said:
        reading.said[i] = reading.said[first]

    helped = any(tree.deps[k] in ("aux", "auxpass") for k in (*tree.kids[i], *tree.kids[first]))

    if not own:
        reading.subjects[i] = subject  # whose words `A left and said B` reports

    def state() -> None:
        if not own:
            reading.subjects[i] = reading.subject(first)
        if not own and tree.tags[i] == "VBG" and not helped:
            state_participle(reading, i, reading.subject(first))
        else:
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
    if joiner == "while" and i > head and not tree.comma_before(i):
        return  # `copied them while they slept`: when it was done
    if joiner == "as" and as_comment(tree, i):
        return
    if joiner in STATED - REASONS and _elliptic(tree, i):
        return
    if tree.subject(i) > i:
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
    if joiner in REASONS and reason_told(reading, i, head):
        return
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


def _participle(reading: Reading, i: int, head: int) -> None:
    tree = reading.tree
    first = tree.subtree(i)[0] == 0
    if first and (tree.tokens[i].lower, tree.tokens[min(i + 1, head)].lower) in TURNING:
        return
    if tree.tokens[i].lower in LIKE_PREPOSITIONS or not (first or tree.comma_before(i)):
        return
    if not tree.kids[i] or all(tree.deps[k] == "punct" for k in tree.kids[i]):
        return  # `Defending, NAME said …`: what was defended, it does not say
    spoken = verbs.base_of(tree.tokens[i].lower) in lx.SPEECH and tree.tags[i] == "VBG"
    if spoken and head in reading.said and tree.heads[head] in reading.reporting:
        return  # `A said B had left, saying C`: either may have said it
    content = tree.child(head, "ccomp")
    if verbs.base_of(tree.tokens[head].lower) in SHOWING and 0 <= content < head < i:
        return  # `A rose, figures showed, making B`: what makes B is that A rose
    if either_way(tree, i) or done_by_none(tree, i, head):
        return
    told = next((a for a in (head, *tree.ancestors(head)) if a in reading.said), -1)
    if told >= 0 and 0 <= afterthought(tree, told) <= i:
        return  # `said that A had left, raising questions`
    subject, inside = tree.subject(head), within_quotation(tree)
    if i < subject and subject in inside and i not in inside:
        return  # `found that, using A, “B is C”`
    if (not first and hedged(tree, head)) or (first and torn_off(tree, i, head)):
        return
    if first and on_condition(tree, i, head):
        return
    if not first and (_planned(tree, i, head) or _of_another(tree, i, head)):
        return
    reading.clauses.add(i)
    if head in reading.said:
        reading.said[i] = reading.said[head]
    reading.subjects[i] = reading.subject(head)
    reading.cut[i] = lambda: state_participle(reading, i, reading.subject(head))


SHOWING = frozenset("show suggest indicate find reveal".split())


def on_condition(tree: Tree, i: int, head: int) -> bool:
    """`Caught early, it is treatable`: if it is caught early."""
    bare = all(tree.deps[k] in ("advmod", "punct") for k in tree.kids[i])
    verb = (head, *(k for k in tree.kids[head] if tree.deps[k] in ("aux", "auxpass")))
    now = any(tree.tags[k] in ("VBZ", "VBP", "MD") for k in verb)
    return tree.tags[i] == "VBN" and bare and now


def _of_another(tree: Tree, i: int, head: int) -> bool:
    """`A could win, making B`, which is no more than possible; `A fell when B came, citing C`,
    where it may be B who cited it; `was, in fact, working`, which is one verb."""
    modal = to_be_done(tree, head)
    last = tree.begin(i) - 2
    between = any(
        tree.deps[k] == "advcl" and tree.finite(k) and tree.subject(k) >= 0 and tree.edge(k) == last
        for k in tree.kids[head]
        if head < k < i
    )
    copula = tree.tokens[head].lower in lx.BE and not any(
        tree.deps[k] in ("attr", "acomp", "advmod") for k in tree.kids[head] if k > head
    )
    asides = [k for k in tree.kids[head] if head < k < i and tree.deps[k] == "prep"]
    return modal or between or (copula and all(tree.comma_before(k) for k in asides))


INTENDING = frozenset(
    "agree plan offer want seek hope intend promise vow decide propose threaten aim try attempt"
    " consider expect pledge vote refuse fail prepare need move bid".split()
)


def _planned(tree: Tree, i: int, head: int) -> bool:
    """`agreed to buy A, creating B`: B is part of the plan, unless it is said (`calling it …`)."""
    plan = tree.child(head, "xcomp")
    to = tree.child(plan, "aux") if plan >= 0 else -1
    intends = verbs.base_of(tree.tokens[head].lower) in INTENDING
    infinitive = intends and to >= 0 and tree.tokens[to].lower == "to" and head < plan < i
    base = verbs.base_of(tree.tokens[i].lower)
    return infinitive and base not in lx.SAYING | lx.SPEECH | {"cite"}


def state_participle(reading: Reading, i: int, core: list[Token]) -> None:
    """`CORE, making it …` → `CORE made it …`; unknown verbs take `was …ing`."""
    tree, verb = reading.tree, reading.tree.tokens[i]
    if not core or i in reading.reporting:
        return
    form = finite_form(tree, i, core)
    rest = reading.line(i)
    perfect = next((k for k in tree.kids[i] if tree.tokens[k].lower == "having" and k < i), -1)
    if perfect >= 0:  # `having been asked to` → `had been asked to`
        verb, form = tree.tokens[perfect], finite_form(tree, perfect, core)
    made = [Token(form, verb.start, verb.end, Tag.FIN) if t is verb and form else t for t in rest]
    lead = [] if form else agreeing(tree, i, core)
    reading.subjects[i] = core
    spoken = verbs.base_of(tree.tokens[i].lower) in lx.SPEECH
    content = contents(tree, i) or [k for k in tree.subtree(i) if k in within_quotation(tree)]
    how = "saying" if spoken and content else "participle"  # `said A, warning: “B.”`
    reading.say(with_marks(tree, [*core, *lead, *made]), how, reading.said.get(i))


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
