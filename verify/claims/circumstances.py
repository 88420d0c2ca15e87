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
    in_doing,
    of_the_noun_before,
    timed,
    told_as,
)
from verify.claims.phrases import Proposition, article_for
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
    if not objects and loose and (is_ or not timed(tree, loose[0])):
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
        and not of_the_noun_before(tree, k, [*objects, *loose])
    ]
    if any(held_against(tree, k) for k in loose):
        return [p]  # `put it at 78% on Friday, against 45% on Monday`
    spans = _spans(tree, [*_fronted(tree, verb, held), *loose])
    if len(p.tokens) >= LONG:
        spans += [s for k in objects for s in _modifiers(tree, k)]
    if any(_owning(tree, max(s)) for s in spans):
        return [p]
    if len(spans) < 2:
        return [p]
    kept = []
    for own in spans:
        others = set().union(*(s for s in spans if s is not own))
        kept.append(made(p, [t for n, t in indexed(tree, p) if n not in others]))
    return kept


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
    fixed = at < 0 or (tree.child(at, "det") >= 0 and not indefinite(tree, at)) or proper(tree, at)
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
        ranged = tree.tokens[k].lower in ("to", "from", "until") and (
            dated or any(tree.tags[n] == "CD" for n in own) or _both_ends(tree, k, spans)
        )
        again = tree.deps[k] == "npadvmod" and bool(spans) and min(own) - 2 in spans[-1]
        twice = dated and before >= 0 and timed(tree, before)
        listed = dated and (twice or again) and tree.comma_before(k)
        if spans and (ranged or listed or (twice and _clock(tree, before, k))):
            # `on 3 June, two days before …`, `by 23 votes to 17`, `with A closing the tour, Oct. 3`
            spans[-1] |= own
        else:
            spans.append(own)
        before = k
    return spans


def _clock(tree: Tree, before: int, k: int) -> bool:
    """`by nine o'clock this morning`, `at noon on Friday`: an hour says little without its day."""
    hour = [n for n in tree.subtree(before) if n > before and tree.tags[n][:2] in ("NN", "CD")]
    near = tree.edge(before) + 1 == tree.begin(k)
    lasting = tree.tokens[before].lower in ("for", "in", "within", "over")
    return bool(hour) and near and not lasting and all(tree.entities[n] == "TIME" for n in hour)


def _both_ends(tree: Tree, k: int, spans: list[set[int]]) -> bool:
    """`carried it from one side to the other`: neither end says anything without the other."""
    near = bool(spans) and max(spans[-1]) == k - 1
    return tree.tokens[k].lower == "to" and near and tree.tokens[min(spans[-1])].lower == "from"


def nationality(tree: Tree, p: Proposition, at: dict[int, int]) -> list[Proposition]:
    """`is a retired French actor` → `is French` · `is a retired actor`."""
    held = {at[id(t)] for t in p.tokens if id(t) in at}
    for i in sorted(held):
        noun = tree.heads[i]
        national = tree.deps[i] == "amod" and tree.entities[i] in ("NORP", "LANGUAGE")
        first = tree.child(noun, "det")
        if not national or tree.deps[noun] != "attr" or noun not in held or first < 0:
            continue
        listed = any(tree.deps[k] in ("conj", "cc") for k in tree.kids[i])
        if listed or tree.tokens[first].lower not in ("a", "an"):
            continue
        rest = {n for n in tree.subtree(noun) if n != i}
        plain = [t for n, t in indexed(tree, p) if n not in rest]
        other = [t for n, t in indexed(tree, p) if n != i]
        return [made(p, plain), made(p, _article(tree, first, other))]
    return [p]


def _article(tree: Tree, first: int, tokens: list[Token]) -> list[Token]:
    """The tokens with the `a` or `an` that the next word now asks for."""
    at = next((n for n, t in enumerate(tokens) if t is tree.tokens[first]), -1)
    if at < 0 or at + 1 >= len(tokens):
        return tokens
    old = tokens[at]
    new = Token(article_for(tokens[at + 1].text), old.start, old.end, Tag.DET)
    return [*tokens[:at], new, *tokens[at + 1 :]]
