"""Lists inside a proposition, dealt out: `was in A, B and C` → three propositions."""

from __future__ import annotations

from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.listable import Span, listable
from verify.claims.phrases import Proposition, Tokens, article_for, is_plural, main_verb, word
from verify.claims.tokens import Tag, Token

MOST = 12  # propositions from one
ITEM = {Tag.DET, Tag.NUM, Tag.NAME, Tag.WORD, Tag.QUOTE, Tag.PAREN, Tag.ING}
LEADS = frozenset({"as", "including", "include", "includes", "included", "like", "namely"})
# What two do together is not what each does.
TOGETHER = frozenset(
    "between both together met meet meets merged merge married divorced jointly shared share shares"
    " combined combination mix neither either each respectively versus same similar"
    " different".split()
)


def deal_out(proposition: Proposition) -> list[Proposition]:
    """The propositions that a list in this one amounts to; itself where it has none."""
    todo, done = [proposition], list[Proposition]()
    while todo and len(todo) + len(done) < MOST:
        current = todo.pop(0)
        dealt = _deal_one(list(current.tokens))
        if dealt is None:
            done.append(current)
        else:
            todo[:0] = [replace(current, tokens=tuple(t)) for t in dealt]
    return _dated_and_placed([*done, *todo])


def _deal_one(tokens: list[Token]) -> list[list[Token]] | None:
    """Deal out the first list that can be; None where there is none."""
    if any(t.lower in lx.NEGATIONS or t.lower in TOGETHER for t in tokens):
        return None
    verb = main_verb(tokens)
    for c, token in enumerate(tokens):
        if token.tag is not Tag.CONJ or token.lower != "and" or c < 1 or c + 1 >= len(tokens):
            continue
        items = _items(tokens, c, verb)
        if items is None:
            continue
        if items[-1][1] <= verb:
            return _subjects(tokens, items, verb)
        return _objects(tokens, items, c)
    return None


def _items(tokens: Tokens, c: int, verb: int) -> list[Span] | None:
    """The spans of the items around the conjunction at `c`; None where it joins no list."""
    if tokens[c + 1].tag is Tag.PREP:
        return _same_preposition(tokens, c)
    articled = _articled(tokens, c, verb)
    if articled:
        return articled
    right = _right_end(tokens, c + 1)
    if right == c + 1:
        return None
    left_end = c - 1 if tokens[c - 1].tag is Tag.COMMA else c
    spans = [(c + 1, right)]
    end = left_end
    while True:
        start = _left_start(tokens, end, verb)
        if start == end:
            return None
        spans.insert(0, (start, end))
        if (
            start > 0
            and tokens[start - 1].tag is Tag.COMMA
            and _item_before(tokens, start - 1, verb)
        ):
            end = start - 1
            continue
        break
    return spans if listable(tokens, spans, verb) else None


def _right_end(tokens: Tokens, begin: int) -> int:
    i = begin
    while i < len(tokens) and (tokens[i].tag in ITEM or tokens[i].lower == "'s"):
        i += 1
    # `the University of X`, `Minister of Finance`: `of` inside a name.
    if i < len(tokens) - 1 and tokens[i].lower == "of" and tokens[i - 1].tag is Tag.NAME:
        return _right_end(tokens, i + 1) if tokens[i + 1].tag is Tag.NAME else i
    return i


def _left_start(tokens: Tokens, end: int, verb: int) -> int:
    """Back to the item's beginning: a comma, a preposition, a verb, `such as`."""
    i = end
    while i > 0:
        token = tokens[i - 1]
        if i - 1 == verb or not (
            token.tag in ITEM or token.lower == "'s" or _inner_of(tokens, i - 1)
        ):
            break
        i -= 1
        if token.tag is Tag.DET and not (i and tokens[i - 1].tag is Tag.DET):
            break
        if (
            token.tag is Tag.QUOTE
            and i
            and tokens[i - 1].tag is Tag.COMMA
            and not tokens[i - 1].text
        ):
            break
    return i


def _inner_of(tokens: Tokens, at: int) -> bool:
    return (
        tokens[at].lower == "of"
        and at > 0
        and tokens[at - 1].tag is Tag.NAME
        and at + 1 < len(tokens)
        and tokens[at + 1].tag is Tag.NAME
    )


def _item_before(tokens: Tokens, comma: int, verb: int) -> bool:
    return (comma > verb + 1 and tokens[comma - 1].tag in ITEM) or (0 < comma <= verb)


def _articled(tokens: Tokens, c: int, verb: int) -> list[Span] | None:
    """`is a secretary in A, a poet, and a member of B`: items that all begin with `a`."""
    if tokens[c + 1].lower not in ("a", "an") or verb < 0 or c < verb:
        return None
    starts = [
        i
        for i in range(verb + 1, c)
        if tokens[i].lower in ("a", "an")
        and (i == verb + 1 or tokens[i - 1].tag in (Tag.COMMA, Tag.ADV, Tag.PREP))
    ]
    if not starts or not _clear(tokens, starts[0], c):
        return None
    firsts = [starts[0], *(i for i in starts[1:] if tokens[i - 1].tag is Tag.COMMA), c + 1]
    ends = [*firsts[1:], len(tokens)]
    spans = []
    for start, end in zip(firsts, ends, strict=True):
        while end > start and tokens[end - 1].tag in (Tag.COMMA, Tag.CONJ):
            end -= 1
        spans.append((start, end))
    return spans


def _clear(tokens: Tokens, begin: int, end: int) -> bool:
    """No verb between: the items belong to one list."""
    return all(t.tag not in (Tag.FIN, Tag.REL, Tag.SUB, Tag.CONJ) for t in tokens[begin:end])


def _same_preposition(tokens: Tokens, c: int) -> list[Span] | None:
    """`in A and in B`, `to A and to B`."""
    lead = tokens[c + 1].lower
    for i in range(c - 1, max(0, c - 14), -1):
        if tokens[i].tag is Tag.PREP and tokens[i].lower == lead:
            return [(i, c - 1 if tokens[c - 1].tag is Tag.COMMA else c), (c + 1, len(tokens))]
        if tokens[i].tag in (Tag.FIN,):
            return None
    return None


def _subjects(tokens: list[Token], items: list[Span], verb: int) -> list[list[Token]] | None:
    """`A and B are …` → each alone, with the verb in the singular."""
    if items[0][0] != 0 and tokens[items[0][0] - 1].tag is not Tag.COMMA:
        return None
    start, end = items[0][0], items[-1][1]
    tail = tokens[end:]
    at = next((k for k, t in enumerate(tail) if t.tag in (Tag.FIN, Tag.PART)), -1)
    if at < 0 or not all(t.tag is Tag.ADV for t in tail[:at]):
        return None
    after = tail[at + 1] if at + 1 < len(tail) else None
    if tail[at].lower in lx.BE and (after is None or after.tag in (Tag.WORD, Tag.DET, Tag.NUM)):
        return None  # `A and B are cities`: the predicate would have to change its number
    return [
        [*tokens[:start], *tokens[s:e], *tail[:at], _agree(tail[at], tokens[s:e]), *tail[at + 1 :]]
        for s, e in items
    ]


def _agree(verb: Token, subject: Tokens) -> Token:
    forms = {"are": "is", "were": "was", "have": "has", "do": "does"}
    if is_plural(subject) or verb.lower not in forms:
        return verb
    return Token(forms[verb.lower], verb.start, verb.end, verb.tag)


def _objects(tokens: list[Token], items: list[Span], c: int) -> list[list[Token]]:
    """Each item in turn between what stands before and after the list."""
    start, end = items[0][0], items[-1][1]
    shared = tokens[start] if tokens[start].tag is Tag.DET else None
    dealt = []
    head = _shared_head(tokens, items)
    for number, (s, e) in enumerate(items):
        item = list(tokens[s:e])
        if head and number < len(items) - 1:
            item += head
        if number and shared is not None and item[0].tag in (Tag.WORD, Tag.ING):
            item.insert(0, _determiner(shared, item))
        own_tail = number < len(items) - 1 and _unlike(tokens, items)
        dealt.append([*tokens[:start], *item, *([] if own_tail else tokens[end:])])
    return dealt


def _shared_head(tokens: Tokens, items: list[Span]) -> list[Token]:
    """`in Hindi, Tamil and Telugu films`: the noun that the names before it share."""
    s, e = items[-1]
    last = tokens[s:e]
    names = all(
        tokens[b - 1].tag is Tag.NAME and tokens[b - 1].lower.endswith(ADJECTIVAL)
        for _, b in items[:-1]
    )
    compound = len(last) == 2 and last[0].tag is Tag.NAME and last[1].tag is Tag.WORD
    return [last[1]] if compound and names and is_plural(last) else []


ADJECTIVAL = ("i", "il", "gu", "ish", "an", "ese", "ch", "ali", "ada", "ic")


def _unlike(tokens: Tokens, items: list[Span]) -> bool:
    """`A, and officials from B`: what follows the last item belongs to it alone."""
    first, last = tokens[items[0][0]], tokens[items[-1][0]]
    return first.tag is Tag.NAME and last.tag is Tag.WORD


def _determiner(shared: Token, item: Tokens) -> Token:
    if shared.lower in ("a", "an"):
        return word(article_for(item[0].text), Tag.DET)
    return word(shared.text, Tag.DET)


BORN = frozenset("born died killed founded established released assassinated buried".split())


def _dated_and_placed(found: list[Proposition]) -> list[Proposition]:
    """`was born on DATE in PLACE` → `was born on DATE`, `was born in PLACE`."""
    parted: list[Proposition] = []
    for proposition in found:
        tokens = list(proposition.tokens)
        at = next((i for i, t in enumerate(tokens) if t.lower in BORN and i > 0), -1)
        cuts = [
            i
            for i in range(at + 1, len(tokens))
            if at >= 0 and tokens[i].lower in ("in", "on", "at", "to") and tokens[i].tag is Tag.PREP
        ]
        if len(cuts) < 2 or cuts[0] != at + 1:
            parted.append(proposition)
            continue
        for n, cut in enumerate(cuts):
            end = cuts[n + 1] if n + 1 < len(cuts) else len(tokens)
            phrase = tokens[cut:end]
            while phrase and phrase[-1].tag is Tag.COMMA:
                phrase = phrase[:-1]
            parted.append(replace(proposition, tokens=(*tokens[: at + 1], *phrase)))
    return parted
