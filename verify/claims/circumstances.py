"""When, where and how: a statement with several circumstances → one for each.

Each can be wrong alone. Only where nothing in the statement limits it, so that the
shorter statement follows from the longer one.
"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.either import SUMMING_UP
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
        if tree.deps[k] in ("prep", "agent") or (tree.deps[k] == "npadvmod" and _timed(tree, k))
    ]
    if any(tree.deps[k] == "xcomp" for k in objects) or _held_together(tree, verb, after):
        return [p]
    if not objects and base_of(tree.tokens[verb].lower) in ("spend", "last", "take"):
        objects, loose = loose[:1], loose[1:]  # `spent the night in A`
    loose = [k for k in loose if not _completes(tree, verb, k, objects)]
    is_ = tree.tokens[verb].lower in lx.BE  # `is two years behind schedule because of A`
    if not objects and loose and (is_ or not _timed(tree, loose[0])):
        whole = 2 if any(_against(tree, k) for k in loose[1:2]) else 1
        objects, loose = loose[:whole], loose[whole:]  # it completes the verb: `moved to A`
    elif not objects and len(loose) > 1 and tree.tokens[loose[1]].lower in RIVAL:
        objects, loose = loose[1:2], [loose[0], *loose[2:]]  # `play on Saturday against A`
    loose = [
        k
        for k in loose
        if tree.tokens[k].lower not in ("of", "out")  # `accused of A`, `rules her out of A`
        and not (tree.tokens[k].lower == "among" and tree.comma_before(k))  # `34, among them 11`
        and not _in_doing(tree, k)
        and not _of_the_noun_before(tree, k, [*objects, *loose])
    ]
    if any(_held_against(tree, k) for k in loose):
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


def _held_together(tree: Tree, verb: int, after: list[int]) -> bool:
    """`It was at A, in the dark, that B fell`, `closed at 13 on Monday, 6 % below C, a gap that …`,
    `banned him for 18 months, counted from May`: what follows tells of all that stands before, or
    of the time right before it."""
    told = verb in after or any(tree.deps[k] == "ccomp" for k in after)
    if told and tree.tokens[verb].lower in lx.BE:
        return True
    for k in after:
        summed = tree.deps[k] in ("npadvmod", "appos", "dep") and tree.tokens[k].lower in SUMMING_UP
        near = tree.entities[max(tree.begin(k) - 2, 0)] == "DATE"
        timed = tree.deps[k] in ("advcl", "acl") and tree.tags[k] == "VBN" and near
        if (summed or timed) and tree.comma_before(k):
            return True
    return False


# Verbs that need more than an object: `attributed the rise to A`, `based the plan on A`.
NEEDING = {
    "to": "attribute ascribe owe devote subject compare link tie confine limit restrict expose"
    " attach equate reduce relate credit lend bring",
    "on": "base put place blame spend impose build focus pin",
    "for": "blame mistake swap exchange substitute thank",
    "with": "associate equate compare confuse charge credit provide replace combine",
    "in": "put place base involve interest",
    "from": "distinguish separate exclude prevent free exempt bar",
    "into": "turn put divide convert translate transform",
    "against": "pit weigh",
}
FOLLOWED = {(verb, link) for link, listed in NEEDING.items() for verb in listed.split()}
RIVAL = frozenset("against for as to into".split())
POINTING = frozenset("those that anyone anybody everyone someone something anything one".split())


def _completes(tree: Tree, verb: int, k: int, objects: list[int]) -> bool:
    """Whether a phrase is no circumstance: without it, the rest says something else or nothing.

    `got past A 3-0`, `blames those in power`, `attributed it to A`, `bid $9 for A`.
    """
    thing = next((n for n in objects if n > verb and tree.deps[n] in ("dobj", "attr")), -1)
    if tree.deps[k] != "prep" or thing < 0:
        return False
    if k == verb + 1 and thing > tree.edge(k) and not _timed(tree, k):
        return True
    link = tree.tokens[k].lower
    near = tree.edge(thing) + 1 == k
    if near and tree.tokens[thing].lower in POINTING and tree.tags[thing] in ("DT", "NN", "PRP"):
        return True
    priced = tree.entities[thing] == "MONEY" and link in ("for", "on", "per")
    needed = (base_of(tree.tokens[verb].lower), link) in FOLLOWED
    return priced or needed or tree.tokens[max(tree.begin(k) - 1, 0)].text in ("—", "–", "--")


def _in_doing(tree: Tree, k: int) -> bool:
    """`a step in limiting prices`: a step of that kind, and no other without it."""
    return tree.tokens[k].lower == "in" and tree.child(k, "pcomp") >= 0


def _held_against(tree: Tree, k: int) -> bool:
    """Whether a phrase gives the number that another is compared with."""
    number = any(tree.tags[n] == "CD" for n in tree.subtree(k))
    return tree.tokens[k].lower in ("against", "versus") and tree.comma_before(k) and number


def _against(tree: Tree, k: int) -> bool:
    """The second half of `by 31 votes to 12`, which goes with the first."""
    number = tree.child(k, "pobj")
    return tree.tokens[k].lower == "to" and number >= 0 and tree.tags[number] == "CD"


def _of_the_noun_before(tree: Tree, k: int, phrases: list[int]) -> bool:
    """`spent it on holidays in A`: it may say more of the holidays."""
    before = next((n for n in phrases if n < k and tree.edge(n) == k - 1), -1)
    if (
        before < 0
        or _against(tree, k)
        or tree.deps[before] not in ("prep", "agent")
        or _timed(tree, k)
        or _timed(tree, before)
    ):
        return False
    last = tree.edge(before)
    plural = (
        tree.deps[before] == "prep"
        and tree.tags[last] == "NNS"
        and tree.child(last, "det", "poss") < 0
    )
    return plural and tree.tokens[k].lower in ("in", "at", "from", "with", "for")


def _fronted(tree: Tree, verb: int, held: set[int]) -> list[int]:
    """A time before the subject: `In 2018, …`."""
    first = min(held)
    return [
        k
        for k in tree.kids[verb]
        if tree.deps[k] == "prep" and tree.begin(k) == first == k and _timed(tree, k)
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
        and not _in_doing(tree, k)
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
    timed = False
    for k in loose:
        own = set(tree.subtree(k))
        dated = _timed(tree, k)
        ranged = tree.tokens[k].lower in ("to", "from", "until") and (
            dated or any(tree.tags[n] == "CD" for n in own) or _both_ends(tree, k, spans)
        )
        again = tree.deps[k] == "npadvmod" and bool(spans) and min(own) - 2 in spans[-1]
        if spans and (ranged or (dated and (timed or again) and tree.comma_before(k))):
            # `on 3 June, two days before …`, `by 23 votes to 17`, `with A closing the tour, Oct. 3`
            spans[-1] |= own
        else:
            spans.append(own)
        timed = dated
    return spans


def _both_ends(tree: Tree, k: int, spans: list[set[int]]) -> bool:
    """`carried it from one side to the other`: neither end says anything without the other."""
    near = bool(spans) and max(spans[-1]) == k - 1
    return tree.tokens[k].lower == "to" and near and tree.tokens[min(spans[-1])].lower == "from"


def _timed(tree: Tree, i: int) -> bool:
    """Whether a phrase says when; what is said of a noun in it says something else."""
    under = tree.subtree(i)
    aside = {
        k
        for k in under
        if tree.deps[k] in ("relcl", "acl", "appos")
        or (k > i and tree.deps[k] == "prep" and tree.tokens[k].lower != "of")
    }
    return any(
        tree.entities[k] in ("DATE", "TIME") or tree.tokens[k].lower in lx.MONTHS | lx.WEEKDAYS
        for k in (tree.subtree(i, aside) if aside else under)
    )


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
