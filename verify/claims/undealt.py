"""Lists that are none, or whose items say nothing alone: they stay whole."""

from __future__ import annotations

from itertools import pairwise

from verify.claims import lexicon as lx
from verify.claims.either import behind_list
from verify.claims.inseparable import INSEPARABLE
from verify.claims.mixtures import made_of, more_of_it
from verify.claims.regrouping import NAMES
from verify.claims.set_phrases import SET_PHRASES
from verify.claims.together import own_part
from verify.claims.tokens import Tag
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree
from verify.claims.verbs import base_of


def of_one_whole(tree: Tree, items: list[int]) -> bool:
    """`a mix of A and B`, `ranges from A and B to C`: neither alone makes it."""
    link = tree.heads[items[0]]
    if made_of(tree, items[0]) or more_of_it(tree, items):
        return True
    if tree.deps[items[0]] != "pobj":
        return False
    if tree.tokens[link].lower == "of" and tree.tags[tree.heads[link]] == "NN":
        return False
    end = tree.edge(items[-1]) + 1
    to = tree.tokens[end].lower if end < len(tree.tokens) else ""
    return tree.tokens[link].lower == "from" and to == "to"


def open_ended(tree: Tree, items: list[int]) -> bool:
    """`his days and nights asleep`: what stands behind the last item may be said of all."""
    last = items[-1]
    own = {*tree.subtree(items[0]), *tree.subtree(last)}
    told = (
        k
        for m in (*items, tree.heads[items[0]])
        for k in tree.kids[m]
        if k > last and tree.deps[k] in ("acl", "advcl") and tree.begin(k) - 2 in own
    )
    if any(behind_list(tree, k, last) for k in told):
        return True  # `three men and a girl, held since May`
    if _purpose_of_last(tree, items):
        return True
    return any(k == last + 1 and tree.tags[k] == "JJ" for k in tree.kids[last])


def _purpose_of_last(tree: Tree, items: list[int]) -> bool:
    """`studies soil, water and the breeding of plants to stand drought`: what is to stand drought
    are the plants, wherever the parser hangs it."""
    last, above = items[-1], tree.heads[items[0]]
    above = tree.heads[above] if tree.deps[items[0]] == "pobj" else above
    longer = tree.child(last, "prep") > last and tree.child(last, "det") >= 0
    longer = longer and all(tree.child(k, "prep", "det") < 0 for k in items[:-1])
    return longer and any(
        tree.tags[k] == "VB" and tree.deps[k] == "advcl" and tree.begin(k) - 1 == tree.edge(last)
        for k in tree.kids[above]
    )


def torn(tree: Tree, items: list[int]) -> bool:
    """Whether something stands between the items that belongs to none of them, as in `losses and
    was trading`: they are no list."""
    spans = [own_part(tree, k, items[-1]) for k in items]
    members = set().union(*spans)
    if any(tree.deps[k] in AUXILIARIES | SUBJECTS for m in items for k in tree.kids[m]):
        return True
    if [tree.entities[k] in ("DATE", "TIME") for k in items[:2]] == [True, False]:
        return True  # `sold A in May and B in June`: B is no day
    if any(tree.deps[k] == "parataxis" for k in members):
        return True  # `shelled the port and, they say, a school`
    if any(tree.deps[k] == "cc" and k > items[-1] for m in items for k in tree.kids[m]):
        return True  # `saw A, B and, on Monday, C`: what `and` joins is not of the list
    if any(not _tied(tree, tree.edge(k), tree.begin(m)) for k, m in pairwise(items)):
        return True  # `homes and fines drivers`: nothing stands between fines and drivers
    between = range(min(spans[0]), max(members))
    if any(tree.tokens[k].text in (":", ";", "—", "–") for k in range(items[0], items[-1])):
        return True
    words = (k for k in between if k not in members and tree.tokens[k].text[:1].isalnum())
    return any(not _joint(tree, k) for k in words)


def _tied(tree: Tree, last: int, begin: int) -> bool:
    """Whether a comma or an `and` stands between two items, wherever they hang."""
    low = min(last, begin - 1)
    return any(tree.tokens[k].tag in (Tag.COMMA, Tag.CONJ, Tag.STOP, Tag.PREP)
               or tree.deps[k] == "cc" for k in range(low, begin))  # fmt: skip


def _joint(tree: Tree, k: int) -> bool:
    """Whether a word does nothing but join: `and`, `as well as`, `both`, `also`."""
    joins = tree.deps[k] in ("cc", "preconj", "advmod") or tree.tokens[k].tag is Tag.CONJ
    return joins or tree.deps[tree.heads[k]] == "cc"


def one_or_two(tree: Tree, items: list[int]) -> bool:
    """`the actor and director NAME`: one person or two."""
    for first, name in pairwise(items):
        own = sorted(own_part(tree, name))
        lead = own[0]
        titled = tree.entities[name] == "PERSON" and tree.tags[lead] in LEADING
        human = tree.tags[first] == "NN" and not tree.entities[first]
        beside = len(items) == 2 or max(own_part(tree, first)) == lead - 2
        if titled and human and tree.tokens[lead].text.islower() and beside:
            return True
    return False


LEADING = ("NN", "JJ", "VBN", "NNP")  # the parser's name for `lorry` in `lorry driver NAME`


def may_be_verb(tree: Tree, items: list[int]) -> bool:
    """`raises fees and cuts grants`, `hire clerks and open shops`: after `and` stands a word that
    may be a verb of the same form as the one above, with a noun right behind it."""
    verb = next((a for a in tree.ancestors(items[0]) if tree.verbal(a)), -1)
    form = {"VBZ": "s", "VB": "base", "VBP": "base", "VBD": "past"}.get(tree.tags[verb], "")
    if verb < 0 or tree.deps[items[0]] not in ("dobj", "pobj", "conj"):
        return False
    plain = tree.child(items[0], "amod") < 0
    for k in items[1:]:
        lead = tree.begin(k)
        forms = lx.FORMS.get(tree.tokens[lead].text, ())
        plan = tree.child(k, "acl", "relcl")
        if lead == k and plan > k and tree.tags[plan] == "VB" and "s" in forms:
            return True  # `cut grants and plans to close A`
        plural = form == "s" or tree.tags[k] in ("NNS", "NNP")
        could = plain if form == "past" else tree.tags[lead] in ("NN", "NNS", "JJ", "VB")
        if lead < k and form in forms and plural and could:
            return True
    return False


def one_firm(tree: Tree, items: list[int]) -> bool:
    """`Moss and Hale Ltd`: one firm, or two."""
    last = tree.tokens[tree.edge(items[-1])].lower.rstrip(".")
    return len(items) == 2 and last in FIRMS and all(tree.tags[k] in NAMES for k in items)


FIRMS = frozenset("ltd limited inc llp llc plc corp partners sons associates brothers".split())
CONTEST = frozenset("beat defeat edge thrash rout overcome stun sweep play face meet".split())


def both_sides(tree: Tree, items: list[int]) -> bool:
    """`A and B beat C and D`, `A and B plays C`: together, or another verb's subject."""
    verb = tree.heads[items[0]]
    game = base_of(tree.tokens[verb].lower) in CONTEST
    if tree.deps[items[0]] == "dobj" and tree.subject(verb) >= 0:
        if _shares(tree, verb):
            return True
        return _several(tree, items, game) and _several(
            tree, tree.conjuncts(tree.subject(verb)), game
        )
    if tree.deps[items[0]] not in SUBJECTS:
        return False
    if _shares(tree, verb):
        return True
    named = all(tree.tags[k] in NAMES for k in items)
    after = (k for k in tree.subtree(verb) if k > verb and tree.deps[k] in ("dobj", "nmod"))
    done = any(_pair(tree, k) or _several(tree, tree.conjuncts(k), game) for k in after)
    return (named and tree.tags[verb] == "VBZ") or (done and _several(tree, items, game))


def had_together(tree: Tree, items: list[int]) -> bool:
    """`A and B had the goals`: all of them there were, and neither alone had them."""
    verb = tree.heads[items[0]]
    thing = tree.child(verb, "dobj")
    if tree.deps[items[0]] not in SUBJECTS or thing < 0 or tree.tags[thing] != "NNS":
        return False
    first = tree.child(thing, "det")
    the = first >= 0 and tree.tokens[first].lower == "the" and tree.child(thing, "nummod") < 0
    return the and base_of(tree.tokens[verb].lower) in SUPPLYING


SUPPLYING = frozenset("have had score get make provide supply split add write contribute".split())
WORKS = lx.BODIES | frozenset("firm company group agency business outlet startup giant".split())


def kinds_of_firm(tree: Tree, items: list[int]) -> bool:
    """`the advertising, design and branding firm`: one firm, and no advertising."""
    last = items[-1]
    kind = tree.tokens[last].lower in WORKS and tree.tags[last] == "NN"
    led = tree.begin(last) < last and tree.child(last, "det", "poss", "nummod") < 0
    if not (kind and led) or tree.entities[last]:
        return False
    bare = all(tree.child(k, "det", "poss", "nummod") < 0 for k in items[1:])
    owned = [k for k in items if tree.child(k, "det") >= 0 and tree.tags[k] == "NN"]
    return (bare and bool(owned[:1]) and items[0] == owned[0]) or (
        len(items) > 2 and bool(owned) and _bare_after(tree, items, owned[-1])
    )


def _bare_after(tree: Tree, items: list[int], at: int) -> bool:
    """Whether what follows an item of a list has no article, so that it shares the item's."""
    after = items[items.index(at) + 1 :]
    return bool(after) and all(tree.child(k, "det", "poss", "nummod") < 0 for k in after)


def _shares(tree: Tree, verb: int) -> bool:
    """`A and B made up 40% and 12%`: one for each."""
    subject, thing = tree.subject(verb), tree.child(verb, "dobj", "attr", "npadvmod")
    items = tree.conjuncts(thing) if thing >= 0 else []
    counted = [k for k in items if tree.tags[k] == "CD" or tree.child(k, "nummod") >= 0]
    several = subject >= 0 and len(tree.conjuncts(subject)) > 1
    return several and len(items) > 1 and len(counted) == len(items)


def _pair(tree: Tree, k: int) -> bool:
    """`NAME and NAME 6-4`, where the parser takes the first for a part of the second."""
    listed = tree.deps[k] == "nmod" and tree.child(k, "cc") >= 0
    return listed and _several(tree, [k, tree.heads[k]], False)


def _several(tree: Tree, items: list[int], game: bool) -> bool:
    """Whether these are several persons, or several names that play a `game`."""
    names = all(tree.entities[k] == "PERSON" or (game and tree.tags[k] in NAMES) for k in items)
    return len(items) > 1 and names


def named_together(tree: Tree, items: list[int]) -> bool:
    """`another name is A and B`, `two artists known as A and B`: what is called by both names."""
    if not all(tree.tags[k] in NAMES for k in items):
        return False
    link = tree.heads[items[0]]
    verb = tree.heads[link] if tree.tokens[link].lower == "as" else link
    if tree.deps[items[0]] in ("pobj", "oprd") and base_of(tree.tokens[verb].lower) in NAMING:
        return True
    return tree.deps[items[0]] == "attr" and all(tree.child(k, "det") < 0 for k in items)


NAMING = frozenset("know call name dub nickname".split())


def counted_together(tree: Tree, items: list[int]) -> bool:
    """`the floods and landslides killed 30 people`: so many in all, and by neither alone."""
    verb = tree.heads[items[0]]
    if tree.deps[items[0]] not in SUBJECTS:
        return False
    things = [k for k in tree.kids[verb] if k > verb and tree.deps[k] in ("dobj", "attr")]
    return any(tree.child(k, "nummod") >= 0 for k in things)


def doubtful(tree: Tree, items: list[int]) -> bool:
    """Whether the items of a list are better left together."""
    rules = (
        torn, open_ended, of_one_whole, one_or_two, one_firm, both_sides, may_be_verb,
        had_together, kinds_of_firm, named_together, counted_together, *INSEPARABLE, *SET_PHRASES,
    )  # fmt: skip
    return any(rule(tree, items) for rule in rules)
