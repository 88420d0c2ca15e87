"""Clauses beside another that say nothing alone, or that nobody says have come about."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.supposed import to_be_done
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of

# What nobody can have done to him or her, so that it is no passive.
NEVER_DONE_TO = frozenset("die resign arrive happen occur appear disappear emerge".split())
LEFT_OUT = frozenset("none neither".split())


def says_little(tree: Tree, i: int, first: int) -> bool:
    """`A comes and goes`, `A was announced and then dropped`: the second verb has nothing behind
    it, and the first either does not, or is a passive that the second may go on with."""
    behind = [k for k in tree.kids[i] if k > i and tree.deps[k] not in ("punct", "cc", "conj")]
    own = any(tree.deps[k] in AUXILIARIES for k in tree.kids[i])
    if own or any(not _adverbial(tree, k) for k in behind):
        return False
    if tree.tokens[max(tree.begin(i) - 2, 0)].text == ",":
        return False  # `A was fined, and resigned`
    if tree.child(first, "auxpass") >= 0:
        return _may_be_passive(tree, i) and not behind
    bare = all(k < first or k >= i or tree.deps[k] in ("cc", "punct") for k in tree.kids[first])
    helped = any(tree.deps[k] in AUXILIARIES for k in tree.kids[first])
    return bare and not helped and tree.deps[i - 1] == "cc"


def _adverbial(tree: Tree, k: int) -> bool:
    """`at once`, `by itself`: how something is done, and neither to what nor where."""
    thing = tree.child(k, "pobj")
    itself = thing >= 0 and tree.tokens[thing].lower.endswith(("self", "selves"))
    return tree.deps[k] == "advmod" or (tree.deps[k] == "prep" and itself)


def _may_be_passive(tree: Tree, i: int) -> bool:
    """Whether a form taken for a past tense may be a participle, too."""
    word = tree.tokens[i].lower
    forms = lx.FORMS.get(word, ("past", "part"))
    alike = tree.tags[i] == "VBD" and ("part" in forms or word.endswith("ed"))
    return alike and base_of(word) not in NEVER_DONE_TO


def bids_first(tree: Tree, i: int, first: int) -> bool:
    """`Close it and someone has to pay`: to bid is to suppose, where a clause follows on `and`."""
    bids = tree.tags[first] == "VB" and tree.subject(first) < 0
    helped = any(tree.deps[k] in (*AUXILIARIES, "mark") for k in tree.kids[first])
    joints = [k for k in tree.kids[first] if tree.deps[k] == "cc" and first < k < i]
    plain = bool(joints) and tree.tokens[joints[-1]].lower == "and"
    return bids and not helped and plain and tree.deps[first] == "ROOT"


def leaves_out(tree: Tree, i: int) -> bool:
    """`two found none`, `he turned out not to be`: of what, or what, the clause before says."""
    thing = tree.child(i, "dobj", "attr")
    if thing > i and tree.tokens[thing].lower in LEFT_OUT and not tree.kids[thing]:
        return True
    if thing > i and tree.deps[thing] == "attr" and tree.tokens[thing].lower == "others":
        return not tree.kids[thing]  # `and there are others`
    if _answers(tree, i):
        return True
    mark = tree.child(i, "mark")
    if mark >= 0 and tree.tokens[mark].lower == "as" and tree.tokens[i].lower in lx.DO | {"done"}:
        return thing < i or tree.entities[thing] == "DATE"  # `, as A has done for years`
    last = max((k for k in tree.subtree(i) if tree.tokens[k].text[:1].isalnum()), default=i)
    to = tree.tokens[last].lower == "to" and tree.deps[last] == "aux"
    to_be = tree.tokens[last].lower in ("be", "have") and tree.tokens[last - 1].lower == "to"
    return last > i and (to or to_be)


ANSWERING = frozenset("answer respond react reply agree refuse disagree oblige follow".split())


def _answers(tree: Tree, i: int) -> bool:
    """`A becomes law, and the streets answer`: what they answer, stands in the clause before."""
    behind = [k for k in tree.kids[i] if k > i and tree.deps[k] != "punct"]
    return base_of(tree.tokens[i].lower) in ANSWERING and not behind


BIDDING = frozenset("advise urge tell ask order instruct encourage invite remind".split())
VOICED = lx.SPEECH | frozenset("cite argue call describe accuse quote point note stress".split())


def bidden(tree: Tree, i: int, head: int) -> bool:
    """`advised both sides to read A, starting with B`: whoever reads is to start with B."""
    whom, bid = tree.child(head, "dobj"), tree.child(head, "xcomp")
    bids = base_of(tree.tokens[head].lower) in BIDDING and head < whom < bid < i
    return bids and tree.tags[i] == "VBG" and base_of(tree.tokens[i].lower) not in VOICED


def two_lack_it(tree: Tree, i: int) -> bool:
    """`a car, which all loved and nobody used`: what nobody used is the car, as well."""
    thing, second = tree.child(i, "dobj"), tree.child(i, "conj")
    relative = 0 <= thing < i < second and tree.tags[thing] in ("WDT", "WP")
    return relative and tree.subject(second) > i and tree.child(second, "dobj") < 0


def leans_back(tree: Tree, verb: int) -> bool:
    """`She is right: I haven't`: what he has not, stands in the clause before."""
    helping = tree.tokens[verb].lower in lx.BE | lx.HAVE | lx.DO or tree.tags[verb] == "MD"
    subject = tree.subject(verb)
    after = [k for k in tree.kids[verb] if k > verb and tree.deps[k] not in ("punct", "neg")]
    own = [k for k in tree.kids[verb] if tree.deps[k] in AUXILIARIES]
    return (helping and not after and not own and 0 <= subject < verb) or leaves_out(tree, verb)


STAGES = frozenset(
    "child boy girl teenager baby toddler infant student schoolboy schoolgirl young little small"
    " kid youth adolescent".split()
)
AGED = frozenset("years months weeks days".split())


def dates(tree: Tree, i: int) -> bool:
    """`since she was sixteen`, `when he was a child`: that tells when, and no more."""
    what, who = tree.child(i, "attr", "acomp"), tree.subject(i)
    if what < i or tree.tokens[i].lower not in lx.BE or tree.tags[who] != "PRP":
        return False
    aged = tree.tokens[what].lower in AGED or tree.child(what, "npadvmod") >= 0
    return tree.tags[what] == "CD" or aged or tree.tokens[what].lower in STAGES


def yet_to_come(tree: Tree, i: int, head: int, joiner: str) -> bool:
    """`could be freed after the court has heard him`: it need not have heard him yet."""
    has = any(tree.tokens[k].lower in ("has", "have") for k in tree.kids[i])
    return joiner in ("after", "when", "once") and has and to_be_done(tree, head)
