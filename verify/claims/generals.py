"""A general term and its examples: `brands such as A` → `brands` · `A`."""

from __future__ import annotations

from collections.abc import Iterator

from verify.claims import lexicon as lx
from verify.claims.kept_examples import POSTS, office, stays
from verify.claims.phrases import Proposition, word
from verify.claims.reading import indexed, made
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree

TOGETHER = frozenset(
    "between among both each apiece respectively together jointly other all either neither"
    " involving".split()
)


def given_examples(tree: Tree, p: Proposition, held: set[int]) -> list[Proposition]:
    """`worked with brands such as A` → `worked with brands` · `worked with A`."""
    if any(t.lower in lx.NEGATIONS for t in p.tokens):
        return [p]
    for i in sorted(held):
        item, general = tree.child(i, "pobj"), general_term(tree, i)
        if item < 0 or general not in held or tree.deps[general] not in PLAIN_NOUN:
            continue
        whole = _counted(tree, general)
        edge = tree.begin(whole) - 1
        if tree.tokens[tree.heads[whole]].lower in TOGETHER or edge != tree.heads[whole]:
            continue
        if not stays(tree, general, i, item):
            aside = set(tree.subtree(i))
            closed = aside | _comma_of(tree, aside)
            plain = [t for n, t in indexed(tree, p) if n not in closed]
            return [made(p, plain), _swapped(tree, p, i, whole, _post(tree, general, item))]
    return [p]


def _swapped(tree: Tree, p: Proposition, i: int, whole: int, post: list[Token]) -> Proposition:
    """The statement with the examples behind `i` in the place of what they are examples of."""
    examples = {n for n in tree.subtree(i) if n > i}
    gone = ({*tree.subtree(whole)} - examples) | set(range(tree.begin(whole), i))
    tokens: list[Token] = []
    for n, token in indexed(tree, p):
        if n == i:
            tokens += post
        elif n not in gone:
            tokens.append(token)
    return made(p, tokens)


def _post(tree: Tree, general: int, item: int) -> list[Token]:
    """`held several posts, including minister for A`: held the post of minister for A."""
    one = POSTS.get(tree.tokens[general].lower)
    if one is None or not office(tree, item):
        return []
    return [word("the", Tag.DET), word(one), word("of", Tag.PREP)]


def _comma_of(tree: Tree, aside: set[int]) -> set[int]:
    """The commas around an aside in the middle of a sentence: `several, including A, in May`."""
    first, after = min(aside) - 1, max(aside) + 1
    closes = after < len(tree.tokens) and tree.tokens[after].text == ","
    joins = closes and tree.tokens[after + 1].tag is Tag.CONJ
    return {first, after} if closes and not joins and tree.tokens[first].text == "," else set()


PLAIN_NOUN = frozenset({"dobj", "pobj", "attr"})


def _counted(tree: Tree, i: int) -> int:
    """`a number of films`: the whole phrase, for `films`."""
    of = tree.heads[i]
    above = tree.heads[of]
    counted = tree.tokens[of].lower == "of" and (
        tree.tokens[above].lower in COUNTS or tree.tags[above] == "CD"  # `11 of 12 counts`
    )
    return above if counted else i


COUNTS = frozenset(
    "number range variety series host group lot handful couple dozens hundreds thousands scores"
    " array string slew raft multitude plethora myriad bevy wealth some many several most"
    " all".split()
)


def general_term(tree: Tree, i: int) -> int:
    """The general term that `such as` or `including` at `i` gives examples of; −1."""
    such = tree.tokens[i].lower == "as" and i > 0 and tree.tokens[i - 1].lower == "such"
    at = tree.heads[i]
    if tree.tokens[i].lower == "like" and at == i - 1 and tree.tags[at] == "NNS":
        return at if tree.tags[tree.child(i, "pobj")] == "NNP" else -1
    if not (such or tree.tokens[i].lower == "including"):
        return -1
    if tree.verbal(at):
        at = tree.begin(i) - 1
        while at > 0 and tree.tokens[at].tag is Tag.COMMA:
            at -= 1
    while tree.deps[at] == "conj" and not _has_its_own(tree, tree.heads[at], i):
        at = tree.heads[at]
    at = _of_count(tree, at)
    if not such and (inner := _counted_within(tree, at, i)) >= 0:
        return inner
    timed = tree.entities[at] == "DATE" and tree.entities[tree.child(i, "pobj")] != "DATE"
    if timed or (not _open_plural(tree, at) and (not such or _singular(tree, at))):
        at = next((k for k in _above(tree, at, i) if _open_plural(tree, k)), at)
    at = at if such else _of_two(tree, at, i)
    return at if tree.tags[at].startswith("NN") and not _all_through(tree, at) else -1


def _has_its_own(tree: Tree, noun: int, i: int) -> bool:
    """`plays such as A, and novels such as B`: B is a novel, for the plays have their own."""
    links = (k for k in tree.kids[noun] if noun < k < i and tree.deps[k] == "prep")
    return any(tree.tokens[k].lower in ("as", "including") for k in links)


SEVERAL = frozenset("several numerous many various multiple other different".split())


def _several(tree: Tree, i: int) -> bool:
    """`several halls`, `12 halls`: what examples are most often given of."""
    count = tree.tokens[tree.child(i, "amod", "nummod")]
    some = tree.child(i, "nummod") >= 0 or count.lower in SEVERAL
    return some and tree.child(i, "amod", "nummod") >= 0 and _open_plural(tree, i)


def _counted_within(tree: Tree, at: int, i: int) -> int:
    """`the plans for several halls in her time, including A`: A is a hall; -1 where none fits."""
    if _open_plural(tree, at) or not tree.tags[at].startswith("NN"):
        return -1
    inner = [k for k in tree.subtree(at) if at < k < i and _several(tree, k)]
    return inner[-1] if inner else -1


def _singular(tree: Tree, i: int) -> bool:
    """`various posts within the government, such as A`: the government has no examples."""
    the = tree.child(i, "det", "poss")
    return tree.tags[i] in ("NN", "NNP") and the >= 0 and tree.tokens[the].lower not in ("a", "an")


def _all_through(tree: Tree, i: int) -> bool:
    """`fought throughout his career, including A`: A is no span of time."""
    link = tree.tokens[tree.heads[i]].lower
    return tree.deps[i] == "pobj" and link in ("throughout", "during") and tree.tags[i] == "NN"


def _of_two(tree: Tree, at: int, i: int) -> int:
    """Which of two `i` gives examples of; −1 for `several films about sailors, including A`: A may
    be either. Not so `“A”`, nor `several awards for services to A, including the B Medal`."""
    near, item = i - 2 if tree.tokens[i - 1].tag is Tag.COMMA else at, tree.child(i, "pobj")
    while tree.deps[near] == "conj":
        near = tree.heads[near]
    bare = [k for k in (near, at) if _open_plural(tree, k) and not _several(tree, k)]
    others = [k for n in bare for k in (at, *_above(tree, n, i)) if k != n and _several(tree, k)]
    if not others:
        return at
    honours = tree.tokens[item].lower in HONOURS
    honoured = honours and tree.tokens[others[0]].lower.removesuffix("s") in HONOURS
    return others[0] if honoured or tree.tokens[item].text[:1] in '"“' else -1


HONOURS = frozenset("award prize medal honour honor accolade trophy title fellowship".split())


def _above(tree: Tree, noun: int, i: int) -> Iterator[int]:
    """The nouns above one in its clause, and those that its verb takes before `i`: `won prizes in
    his time`, `held a number of posts in his time`, `fought for firms in his time`; what a
    participle tells of: `farms owned by his aunt`."""
    for above in tree.ancestors(noun):
        if not tree.verbal(above):
            yield _of_count(tree, above)
            continue
        links = [k for k in tree.kids[above] if above < k < i and tree.deps[k] == "prep"]
        things = [tree.child(above, "dobj"), *(tree.child(k, "pobj") for k in links[::-1])]
        yield from (_of_count(tree, k) for k in things if 0 <= k < i)
        if tree.deps[above] == "acl" and tree.tags[above] == "VBN":
            yield tree.heads[above]
        return


def _of_count(tree: Tree, i: int) -> int:
    """`posts`, for `a number of posts`."""
    of = tree.child(i, "prep") if tree.tokens[i].lower in COUNTS else -1
    thing = tree.child(of, "pobj") if of == i + 1 else -1
    return thing if thing >= 0 else i


def _open_plural(tree: Tree, i: int) -> bool:
    """`numerous awards`: what examples are given of, rather than `his work`."""
    mass = tree.tokens[i].lower.endswith("ics") or tree.entities[i] == "DATE"
    some = _counted(tree, i) != i  # `many of the awards`
    return tree.tags[i] == "NNS" and not mass and (some or tree.child(i, "det", "poss") < 0)
