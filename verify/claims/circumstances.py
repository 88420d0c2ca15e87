"""When, where and how: a statement with several circumstances → one for each.

Each can be wrong alone. Only where nothing in the statement limits it, so that the
shorter statement follows from the longer one.
"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.completing import (
    RIVAL,
    against,
    at_times,
    completes,
    goes_on_after,
    held_against,
    held_together,
    in_a_view,
    in_doing,
    measured_from,
    of_a_day,
    of_the_noun_before,
    timed,
    told_anywhere,
    told_as,
)
from verify.claims.phrases import Proposition
from verify.claims.reading import indefinite, indexed, made, proper
from verify.claims.shares import counts_again
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

LIMITS = lx.NEGATIONS | frozenset(
    "only first last most least more less fewer than few little if unless until when whether would"
    " could might may should hardly rarely barely almost nearly second third sole every each"
    " all".split()
)


def circumstances(tree: Tree, p: Proposition, at: dict[int, int]) -> list[Proposition]:
    """`was born on DATE in PLACE` → `was born on DATE` · `was born in PLACE`.

    Only where two or more circumstances follow a whole predicate, and nothing limits it.
    """
    if any(t.lower in LIMITS and t.tag is not Tag.NAME for t in p.tokens) or p.how not in (
        "main",
        "participle",
    ):
        return [p]
    if any(t.text == ":" for t in p.tokens):
        return [p]  # what follows a colon explains what stands before it
    held = {at[id(t)] for t in p.tokens if id(t) in at}
    if counts_again(tree, held):
        return [p]
    verb = next((i for i in sorted(held) if tree.verbal(i) and tree.heads[i] not in held), -1)
    if verb < 0:
        verb = tree.root if tree.root in held else -1
    if verb < 0:
        return [p]
    after = [k for k in tree.kids[verb] if k > verb and k in held]
    objects = [
        k for k in after if tree.deps[k] in ("dobj", "attr", "acomp", "xcomp", "ccomp", "oprd")
    ]
    loose = [
        k
        for k in after
        if tree.deps[k] in ("prep", "agent") or (tree.deps[k] == "npadvmod" and timed(tree, k))
    ]
    if any(tree.deps[k] == "xcomp" for k in objects) or held_together(tree, verb, after):
        return [p]
    if sum(tree.deps[k] == "dobj" for k in objects) > 1:
        return [p]  # `sold shares in A, bonds in B and C`, where the list is not seen
    if not objects and base_of(tree.tokens[verb].lower) in ("spend", "last", "take"):
        objects, loose = loose[:1], loose[1:]  # `spent the night in A`
    if any(told_as(tree, k) or goes_on_after(tree, k, loose) for k in loose):
        return [p]
    fixed = at_times(tree, loose)
    loose = [k for k in loose if k not in fixed and not completes(tree, verb, k, objects)]
    is_ = tree.tokens[verb].lower in lx.BE  # `is two years behind schedule because of A`
    placed = bool(loose) and (is_ or not timed(tree, loose[0]))
    if not objects and placed and not told_anywhere(tree, verb, loose):
        whole = 2 if any(against(tree, k) for k in loose[1:2]) else 1
        objects, loose = loose[:whole], loose[whole:]  # it completes the verb: `moved to A`
    elif not objects and len(loose) > 1 and tree.tokens[loose[1]].lower in RIVAL:
        objects, loose = loose[1:2], [loose[0], *loose[2:]]  # `play on Saturday against A`
    loose = [
        k
        for k in loose
        if tree.tokens[k].lower not in ("of", "out")  # `accused of A`, `rules her out of A`
        and not (tree.tokens[k].lower == "among" and tree.comma_before(k))  # `34, among them 11`
        and not in_doing(tree, k)
        and not in_a_view(tree, k)
        and not of_the_noun_before(tree, k, [*objects, *loose])
    ]
    if any(held_against(tree, k) for k in loose) or (
        sum(tree.tokens[k].lower == "as" for k in loose) > 1
    ):
        return [p]  # `put it at 78% on Friday, against 45% on Monday`
    spans = _spans(tree, [*_fronted(tree, verb, held), *loose])
    if len(p.tokens) >= LONG:
        spans += [s for k in objects for s in _modifiers(tree, k) if s <= held]
    if any(_owning(tree, max(s)) for s in spans):
        return [p]
    if len(spans) < 2:
        return [p]
    told = _told_behind(tree, verb, spans, held)
    kept = []
    for own in (s for s in spans if s is not told):
        others = set().union(*(s for s in spans if s is not own))
        kept.append(made(p, _less(tree, p, others)))
    return [*kept, p] if told else kept


def _less(tree: Tree, p: Proposition, others: set[int]) -> list[Token]:
    """The tokens without the `others`: a word that the rules supply (`his` before the second of
    two) goes with the word behind it, and of two commas the second goes."""
    found: list[Token] = []
    tokens, last = indexed(tree, p), -1
    for at, (n, token) in enumerate(tokens):
        after = next((k for k, _ in tokens[at:] if k >= 0), -1)
        again = token.tag is Tag.COMMA and found[-1:] and found[-1].tag is Tag.COMMA
        # `was born in A, B, in 1924`, `died in A, B, in 1924` without the place
        led = token.tag is Tag.COMMA and n - 1 in others and tree.verbal(last)
        led = led and tree.deps[n + 1 : n + 2] == ("prep",)
        if n not in others and not again and not led and (n >= 0 or after not in others):
            found.append(token)
            last = n if n >= 0 else last
    return found


def _told_behind(tree: Tree, verb: int, spans: list[set[int]], held: set[int]) -> set[int]:
    """`made her debut with A in 2010, which won B`: what won it, the year alone would not say. The
    phrase before such a clause, with the clause; an empty set where there is none."""
    for k in sorted(held):
        led = tree.deps[k] in ("relcl", "advcl") and k > verb and tree.comma_before(k)
        if not led or not any(tree.tags[n] in RELATIVE for n in tree.subtree(k)[:3]):
            continue
        for own in spans:
            if k in own or (tree.heads[k] == verb and max(own) == tree.begin(k) - 2):
                own |= set(tree.subtree(k))
                return own
    return set()


RELATIVE = ("WDT", "WP", "WP$", "WRB")


def _owning(tree: Tree, last: int) -> bool:
    """`after the Lions' May loss`, `above a cleaner's`: torn from what its last word owns."""
    after = tree.tokens[last + 1].lower if last + 1 < len(tree.tokens) else ""
    return tree.tags[last] == "POS" or after in ("'s", "’s")


def _fronted(tree: Tree, verb: int, held: set[int]) -> list[int]:
    """A time before the subject: `In 2018, …`."""
    first = min(held)
    return [
        k
        for k in tree.kids[verb]
        if tree.deps[k] == "prep" and tree.begin(k) == first == k and timed(tree, k)
    ]


def _modifiers(tree: Tree, i: int) -> list[set[int]]:
    """What follows an object and may be left out: not `of …`, nor anything under `the`."""
    at = tree.child(i, "pobj") if tree.deps[i] == "prep" else i
    fixed = (
        at < 0
        or tree.tags[at] == "CD"
        or (tree.child(at, "det") >= 0 and not indefinite(tree, at))
        or proper(tree, at)
    )
    owner = tree.child(at, "poss")  # `will have its seat in A, with B run from C`
    fixed = fixed or (owner >= 0 and tree.tags[owner] == "PRP$")
    if fixed or tree.deps[i] not in ("dobj", "attr", "prep"):
        return []
    if any(tree.deps[k] in ("conj", "appos") and k > at for k in tree.kids[at]):
        return []  # `a rise in the density of A, or B`: what B is said to be, stands in between
    return [
        set(tree.subtree(k))
        for k in tree.kids[at]
        if k > at
        and tree.deps[k] == "prep"
        and tree.tokens[k].lower not in ("of", "than", "as", "per")
        and not (tree.tokens[k].lower == "in" and tree.tokens[at].lower in CHANGES)
        and not in_doing(tree, k)
        and not measured_from(tree, at, k)
        and not against(tree, k)  # `sales of £30m to £40m`
    ]


# `a rise in prices`: a rise of nothing else.
CHANGES = frozenset(
    "rise increase fall drop decline decrease reduction growth surge jump slump cut change shift"
    " interest role stake share gain loss improvement reform".split()
)
LONG = 12  # words from which a statement with one circumstance is parted


def _spans(tree: Tree, loose: list[int]) -> list[set[int]]:
    """Circumstances, those that belong together as one."""
    spans: list[set[int]] = []
    before = -1
    for k in loose:
        own = set(tree.subtree(k))
        dated = timed(tree, k)
        if dated and tree.tokens[k - 1].lower in ("early", "late"):
            own.add(k - 1)  # `early on Monday`
        ranged = tree.tokens[k].lower in ("to", "from", "until") and (
            dated or any(tree.tags[n] == "CD" for n in own) or _both_ends(tree, k, spans)
        )
        again = tree.deps[k] == "npadvmod" and bool(spans) and min(own) - 2 in spans[-1]
        twice = dated and before >= 0 and timed(tree, before)
        listed = dated and (twice or again) and tree.comma_before(k)
        if spans and (ranged or listed or (twice and of_a_day(tree, before, k))):
            # `on 3 June, two days before …`, `by 23 votes to 17`, `with A closing the tour, Oct. 3`
            spans[-1] |= own
        else:
            spans.append(own)
        before = k
    return spans


def _both_ends(tree: Tree, k: int, spans: list[set[int]]) -> bool:
    """`carried it from one side to the other`: neither end says anything without the other."""
    near = bool(spans) and max(spans[-1]) == k - 1
    return tree.tokens[k].lower == "to" and near and tree.tokens[min(spans[-1])].lower == "from"
