"""Two nouns under `and` that say something together only: `trial and error`, `A and B teams`, `the
design and sale of A`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.regrouping import NAMES
from verify.claims.trees import SUBJECTS, Tree

PAIRS = frozenset(
    tuple(pair.split("/"))
    for pair in (
        "trial/error supply/demand research/development law/order wear/tear give/take ups/downs"
        " pros/cons checks/balances flora/fauna bread/butter rank/file"
        " mergers/acquisitions arts/crafts terms/conditions profit/loss profits/losses rock/roll"
        " drum/bass rhythm/blues country/western search/rescue"
        " bed/breakfast peace/quiet fish/chips nuts/bolts odds/ends hit/run hide/seek cat/mouse"
        " carrot/stick gin/tonic flesh/blood skin/bone heart/soul cause/effect"
        " track/field question/answer"
        ""
    ).split()
)


def set_phrase(tree: Tree, items: list[int]) -> bool:
    """`after much trial and error`: neither word says it alone."""
    words = tuple(tree.tokens[k].lower for k in items)
    bare = len(items) == 2 and items[1] == items[0] + 2
    return bare and words in PAIRS


def names_before_noun(tree: Tree, items: list[int]) -> bool:
    """`the Kent and Essex development teams`: teams of both, and no Kent by itself."""
    first, last = items[0], items[-1]
    if len(items) != 2 or tree.tags[first] not in NAMES or tree.tags[last] not in ("NN", "NNS"):
        return False
    lead = tree.begin(last)
    named = lead == first + 2 and tree.deps[lead] == "compound" and tree.tags[lead] in NAMES
    return named and tree.entities[last] == ""


SHARED_ENDS = frozenset("of to for towards toward against about with over".split())


def shared_end(tree: Tree, items: list[int]) -> bool:
    """`fuel storage and sale of cars`, `bravery and devotion to A`: what stands behind the last may
    be of it alone; `founder and head of A` are both of A."""
    last = items[-1]
    # `gives A and B to C`: that may be the verb's
    ends = ("of",) if tree.deps[items[0]] == "dobj" else SHARED_ENDS
    behind = [
        k
        for m in items[:-1]
        for k in tree.kids[m]
        if k > last and tree.deps[k] == "prep" and tree.tokens[k].lower in ends
    ]
    return bool(behind) and not any(_calling(tree, k) for k in items)


def _calling(tree: Tree, k: int) -> bool:
    """Whether a noun says what somebody is: `founder`, `served as a commentator`."""
    link = tree.heads[k]
    as_one = tree.deps[k] == "pobj" and tree.tokens[link].lower == "as"
    agent = tree.tokens[k].lower.endswith(AGENTS) and (as_one or tree.deps[k] in ("attr", "appos"))
    return agent or _person(tree, k)


def _person(tree: Tree, k: int) -> bool:
    return tree.tokens[k].lower in lx.ROLE_HEADS | HUMAN_NOUNS


AGENTS = ("er", "or", "ist", "ian", "man", "woman")


COUNTING = frozenset("several many numerous various multiple few".split())


def several_in(tree: Tree, items: list[int]) -> bool:
    """`made several films in Welsh and Irish`: several in all, and perhaps one in Irish."""
    link = tree.heads[items[0]]
    noun = tree.heads[link]
    place = tree.deps[items[0]] == "pobj" and tree.tokens[link].lower == "in"
    noun = tree.child(noun, "dobj") if tree.verbal(noun) else noun
    if not place or not 0 <= noun < link or tree.deps[noun] != "dobj" or tree.tags[noun] != "NNS":
        return False
    return any(tree.tokens[k].lower in COUNTING for k in tree.kids[noun] if k < noun)


def holder_and_body(tree: Tree, items: list[int]) -> bool:
    """`met the head of A and the B Bank`: met the bank, or its head."""
    first, last = items[0], items[-1]
    link = next((k for k in tree.kids[first] if tree.tokens[k].lower == "of"), -1)
    inner = tree.child(link, "pobj") if link >= 0 else -1
    if len(items) != 2 or inner < 0 or tree.edge(inner) != tree.begin(last) - 2:
        return False
    names = tree.tags[inner] in NAMES and tree.tags[last] in NAMES
    body = tree.entities[last] == "ORG" or tree.tokens[tree.begin(last)].lower == "the"
    return names and body and _person(tree, first) and not _person(tree, last)


# Parts of the body in `hand in hand`, `side by side`, `shoulder to shoulder`.
BODY = frozenset("hand side shoulder arm neck face back cheek elbow".split())


def side_by_side_with(tree: Tree, items: list[int]) -> bool:
    """`A and B went hand in hand`: neither does so alone."""
    verb = tree.heads[items[0]]
    if tree.deps[items[0]] not in SUBJECTS or verb < items[-1]:
        return False
    words = [t.lower for t in tree.tokens]
    return any(
        words[k] in BODY and words[k + 2] == words[k] and verb in tree.ancestors(k)
        for k in range(verb + 1, len(words) - 2)
    )


MOSTLY = frozenset("mainly mostly chiefly primarily largely predominantly principally".split())


def for_the_most_part(tree: Tree, items: list[int]) -> bool:
    """`mainly exports A and B`: both together are the most of it."""
    first = tree.begin(items[0])
    above = [items[0], *tree.ancestors(items[0])]
    verb = next((n for n, k in enumerate(above) if tree.verbal(k)), len(above) - 1)
    if above[verb] > first:
        return False  # the subject
    return any(
        tree.tokens[k].lower in MOSTLY and k < items[0]
        for a in above[: verb + 1]
        for k in tree.kids[a]
    )


def of_one_nation(tree: Tree, items: list[int]) -> bool:
    """`the Welsh language and literature`: Welsh is the literature, too."""
    first, last = items[0], items[-1]
    led = [k for k in tree.kids[last] if k < last and tree.deps[k] not in ("cc", "punct")]
    things = {tree.tags[k] for k in items} in ({"NN"}, {"NNS"})  # not `Welsh history and dances`
    what = tree.deps[first] in ("attr", "appos") or any(_calling(tree, k) for k in items)
    if led or not things or what:
        return False  # `a Welsh criminal and spy`
    lead = tree.tokens[first - 1].text[:1] if first else ""
    kind = first > 0 and tree.deps[first - 1] in ("amod", "compound", "nmod")
    return lead.isupper() and kind and tree.heads[first - 1] == first and first - 1 > 0


def many_of_what(tree: Tree, items: list[int]) -> bool:
    """`in many Welsh and a few Irish plays`: many plays, too."""
    first = items[0]
    many = any(tree.tokens[k].lower in COUNTING and k < first for k in tree.kids[first])
    return many and tree.tags[first] in ("NNP", "JJ") and tree.tags[items[-1]] == "NNS"


# What is awarded for one course of study.
DEGREES = frozenset(
    "bachelor bachelors bachelor's master masters master's doctor doctorate degree diploma"
    " phd ph.d. ba bsc ma msc mba".split()
)


def one_degree(tree: Tree, items: list[int]) -> bool:
    """`took a Bachelor of Arts in Public Policy and Administration`: one degree in both."""
    link = tree.heads[items[0]]
    above = tree.heads[link]
    what = {above, *(k for k in tree.kids[above] if tree.deps[k] in ("poss", "compound"))}
    one = tree.deps[items[0]] == "pobj" and tree.tokens[link].lower == "in"
    return one and any(tree.tokens[k].lower in DEGREES for k in what)


SET_PHRASES = (
    holder_and_body,
    one_degree,
    set_phrase,
    names_before_noun,
    shared_end,
    several_in,
    side_by_side_with,
    for_the_most_part,
    of_one_nation,
    many_of_what,
)
