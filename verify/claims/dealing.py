"""One statement with a list in it → one for each item; examples; circumstances.

`A, B and C` is dealt out only where each item can be true alone: not under `or`, a
negation, `between`, or a predicate that the items share together.
"""

from __future__ import annotations

from itertools import product

from verify.claims import lexicon as lx
from verify.claims.and_others import of_the_rest, without_the_rest
from verify.claims.circumstances import circumstances
from verify.claims.each_dated import each_dated, own_time
from verify.claims.generals import TOGETHER, given_examples
from verify.claims.mixtures import adjectives
from verify.claims.nationalities import nationality
from verify.claims.phrases import Proposition, article_for, word
from verify.claims.reading import indexed, made, predicate_of
from verify.claims.regrouping import NOUNS
from verify.claims.shares import counts_again, end_shared
from verify.claims.speech import within_quotation
from verify.claims.together import (
    bound,
    counted_together,
    gapped,
    is_and,
    of_a_place,
    of_several,
    one_quotation,
    own_part,
    two_clauses,
)
from verify.claims.tokens import Tag, Token
from verify.claims.trees import SUBJECTS, Tree
from verify.claims.undealt import doubtful
from verify.claims.verbs import base_of, present_of
from verify.claims.whom import clause_behind

MOST = 12  # statements that one may be dealt into
MOST_SHARED = 14  # words that all items of a list share; beyond it they would repeat too much
SHARED = frozenset(
    "meet agree merge marry share differ collaborate combine unite clash join divorce sign fight"
    " compete negotiate remain".split()
)
ONLY = frozenset("only solely exclusively merely".split())  # `used only to keep A and B`
UNLISTED = ("conj", "compound", "amod", "nmod", "poss", "dep")  # where no list begins


def dealt(tree: Tree, p: Proposition) -> list[Proposition]:
    """The proposition, or those that it amounts to."""
    if p.how in ("quotation", "saying", "title"):
        return [p]
    p = without_the_rest(tree, end_shared(tree, p, indexed(tree, p)[-1][0]))
    at = {id(t): i for i, t in indexed(tree, p) if i >= 0}
    held = set(at.values())
    found = given_examples(tree, p, held)
    found = [q for f in found for e in each_dated(tree, f) for q in _lists(tree, e, at)]
    found = [own_time(tree, f) for f in found]
    found = [q for f in found for q in circumstances(tree, f, at)]
    return [q for f in found for q in nationality(tree, f, at)]


def _lists(tree: Tree, p: Proposition, at: dict[int, int]) -> list[Proposition]:
    held = {i for i, _ in indexed(tree, p) if i >= 0}
    if any(t.lower in lx.NEGATIONS or t.lower in TOGETHER | ONLY for t in p.tokens):
        return [p]
    if p.how == "apposition" and any(t.lower == "are" and t.start < 0 for t in p.tokens):
        return [p]  # `A and B are the two envoys`: neither is two
    predicate = predicate_of(tree, held)
    groups = [
        g
        for i in sorted(held)
        if (g := _group(tree, i, held))
        and not (tree.deps[i] == "appos" and p.how != "apposition")
        and not counted_together(tree, g, held)
        and not any(k > g[-1] and tree.tokens[k].lower == "than" for k in held)  # `more to A and B`
        and not of_several(tree, g, predicate)
        and not any(predicate in own_part(tree, m) for m in g)
        and not (tree.deps[i] in SUBJECTS and (_theirs(p) or _result(tree, p, predicate, i)))
        and len(p.tokens) - len(set().union(*(own_part(tree, m) for m in g))) <= MOST_SHARED
    ]
    chosen: list[list[int]] = []
    size = 1
    for group in groups:
        nested = any(group[0] in tree.subtree(m) for g in chosen for m in g[:1])
        if size * len(group) <= MOST and len(chosen) < 2 and not nested:
            chosen.append(group)
            size *= len(group)
    if not chosen:
        return [p]
    named = ([n for n, k in enumerate(g) if not of_the_rest(tree, k)] for g in chosen)
    return [_picked(tree, p, chosen, pick) for pick in product(*named)]


def _result(tree: Tree, p: Proposition, predicate: int, i: int) -> bool:
    """`A and B beat C, giving D a point`: what both did together gave it."""
    shared = tree.heads[i] not in tree.subtree(predicate)
    return p.how == "participle" and tree.tags[predicate] == "VBG" and shared


def _theirs(p: Proposition) -> bool:
    """`A and B lost their seats`: no one of them lost theirs."""
    return any(t.lower in ("their", "they", "them", "themselves") and not t.means for t in p.tokens)


def _group(tree: Tree, i: int, held: set[int]) -> list[int]:
    """The items of a list that begins with `i`; [] where it is none, or may not be dealt out."""
    if i > 1 and tree.tokens[i - 1].text == "," and tree.entities[i - 2] == "NORP":
        return []  # the second of `Dutch, German and Swiss tourists`
    if tree.tags[i] == "JJ" and tree.deps[i] == "amod" and tree.tags[tree.heads[i]] == "NNS":
        return adjectives(tree, i, held)
    if tree.tags[i] not in NOUNS or tree.deps[i] in UNLISTED:
        return []
    if tree.begin(i) and tree.tokens[tree.begin(i) - 1].text == ":":
        return []  # `four sisters: A, B and C` names them all
    items = [k for k in tree.conjuncts(i) if k in held]
    rest = [k for k in items[2:] if of_the_rest(tree, k)]
    named = [k for k in items if k not in rest]
    if len(items) < 2 or any(
        tree.tags[k] not in NOUNS and not tree.tokens[k].text[:1].isupper() for k in named
    ):
        return []
    quoted = within_quotation(tree)
    if len({k in quoted for k in items}) > 1 or (items[0] in quoted and one_quotation(tree, items)):
        return []
    national = [tree.entities[k] == "NORP" for k in items]
    if national[0] and not national[-1] and tree.tags[items[-1]] == "NNS":
        return []  # `Dutch, German and Swiss tourists`: kinds of tourists
    joiners = [k for m in items for k in tree.kids[m] if tree.deps[k] == "cc" and k in held]
    if not joiners or any(not is_and(tree, k) or tree.entities[k] for k in joiners):
        return []
    if two_clauses(tree, items, joiners) or any(bound(tree, k) for k in named):
        return []
    if gapped(tree, items) or counts_again(tree, held) or of_a_place(tree, items):
        return []
    if doubtful(tree, items) or clause_behind(tree, items, held):
        return []
    if any(tree.deps[k] in ("ccomp", "xcomp") and k > i for k in tree.kids[tree.heads[i]]):
        return []  # what follows the list may belong to its last item alone
    if tree.deps[i] == "attr" and _neither_all(tree, i):
        return []  # `The products are a salt and a metal`: neither is all of them
    if tree.deps[i] in SUBJECTS:
        verb = tree.heads[i]
        attr = tree.child(verb, "attr")
        if base_of(tree.tokens[verb].lower) in SHARED or (attr >= 0 and tree.tags[attr] == "NNS"):
            return []
    return items


def _neither_all(tree: Tree, i: int) -> bool:
    """`The products are a salt and a metal`, `The first patients were cooks and nurses`."""
    subject = tree.subject(tree.heads[i])
    the = tree.child(subject, "det", "nummod") if subject >= 0 else -1
    counted = tree.tags[i] == "NNS" and the >= 0 and tree.tags[subject] == "NNS"
    return (tree.tags[i] in ("NN", "NNP") or counted) and _several(tree, tree.heads[i])


def _several(tree: Tree, verb: int) -> bool:
    """Whether a verb's subject is more than one: `exports, which are probably A and B`."""
    subject = tree.subject(verb)
    if subject >= 0 and tree.tags[subject] in ("WDT", "WP"):
        return tree.tokens[verb].lower in ("are", "were")
    return subject >= 0 and (tree.tags[subject] == "NNS" or tree.child(subject, "conj") >= 0)


def _picked(
    tree: Tree, p: Proposition, groups: list[list[int]], pick: tuple[int, ...]
) -> Proposition:
    """The statement with one item of each list."""
    drop: set[int] = set()
    insert: dict[int, Token] = {}
    agree: set[int] = set()
    for group, n in zip(groups, pick, strict=True):
        spans = [own_part(tree, m, group[-1]) for m in group]
        low, high = min(min(s) for s in spans), max(max(s) for s in spans)
        members = set().union(*spans)
        drop |= {k for k in range(low, high + 1) if k not in members and _joins(tree, k)}
        drop |= members - spans[n]
        drop |= _of_later(tree, group, n)
        beside = [k for k in tree.kids[group[n]] if tree.deps[k] in ("appos", "relcl")]
        described = [k for k in beside if k in spans[n] and tree.tags[k] not in ("NNP", "NNPS")]
        drop -= {tree.begin(k) - 1 for k in described}  # the comma of `Dorne, a port`
        shared = _shared_determiner(tree, group[0], group[n]) if n else None
        if shared is not None:
            insert[min(spans[n])] = shared
        if tree.deps[group[0]] in SUBJECTS and tree.tags[group[n]] in ("NN", "NNP"):
            agree.add(tree.heads[group[0]])
    items: list[Token] = []
    for n, token in indexed(tree, p):
        if n in drop:
            continue
        if n in insert:
            items.append(insert[n])
        items.append(_singular(tree, n, token, agree) if n >= 0 else token)
    return made(
        p, [_agreeing(t, after) for t, after in zip(items, [*items[1:], None], strict=True)]
    )


def _of_later(tree: Tree, group: list[int], n: int) -> set[int]:
    """`a guest in A and a singer and dancer in B`: the guest has a place of its own, so that what
    stands behind the last item is only that of the later ones."""
    item, after = group[n], next(iter(group[n + 1 :]), -1)
    if not any(tree.deps[k] == "prep" and item < k < after for k in tree.kids[item]):
        return set()
    ends = (k for m in group[n + 1 : -1] for k in tree.kids[m] if k > group[-1])
    return {own for k in ends if tree.deps[k] == "prep" for own in tree.subtree(k)}


def _agreeing(token: Token, after: Token | None) -> Token:
    """The `a` or `an` that the rules put before a list, as the item at hand asks for."""
    supplied = token.start < 0 and token.tag is Tag.DET and token.lower in ("a", "an")
    return word(article_for(after.text), Tag.DET) if supplied and after else token


def _joins(tree: Tree, k: int) -> bool:
    joint = tree.deps[tree.heads[k]] == "cc"  # `as well` of `as well as`
    return joint or tree.tokens[k].tag in (Tag.COMMA, Tag.CONJ) or tree.deps[k] in ("cc", "preconj")


def _shared_determiner(tree: Tree, first: int, item: int) -> Token | None:
    """`a painter and writer` → `a writer`; `his looks and voice` → `his voice`."""
    own = tree.child(item, "det", "poss", "nummod", "predet")
    given = tree.child(first, "det", "poss")
    if own >= 0 or given < 0 or tree.tags[item] not in ("NN", "NNS"):
        return None
    if tree.tokens[item].lower.endswith("ing") and tree.child(item, "dobj", "advmod") > item:
        return None  # `praised for his courage and helping others`
    token = tree.tokens[given]
    if token.tag is not Tag.DET:
        return None
    if token.lower in ("a", "an"):
        if tree.tags[item] == "NNS":
            return None
        lead = tree.tokens[min(own_part(tree, item))]
        return word(article_for(lead.text), Tag.DET)
    copy = Token(token.text, tag=Tag.DET)
    copy.means = token.means
    return copy


def _singular(tree: Tree, n: int, token: Token, agree: set[int]) -> Token:
    """The verb of a subject that was plural only by its list."""
    governed = n in agree or (tree.heads[n] in agree and tree.deps[n] in ("aux", "auxpass"))
    if not governed or tree.tags[n] not in ("VBP", "VBD"):
        return token
    forms = {"are": "is", "were": "was", "have": "has", "do": "does"}
    form = forms.get(token.lower) or (
        present_of(token.lower) if tree.tags[n] == "VBP" else token.text
    )
    return Token(form or token.text, token.start, token.end, token.tag)
