"""Clauses that state nothing by themselves: suppositions, comments, appeals, fragments."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.conditional import INVERTED
from verify.claims.tokens import Tag
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of

TALK = frozenset("you i we".split())  # `you know, …`
TENSED = frozenset("VBD VBZ VBP MD".split())
LET_US = frozenset("'s us".split())
SHOWN = frozenset(
    "reveal unveil show suggest indicate expect find note disclose know see predict put".split()
)


def as_comment(tree: Tree, i: int) -> bool:
    """`as if A was B` supposes it; `as the papers have shown, A` only comments on A."""
    first = tree.begin(i)
    after = tree.tokens[first + 1].lower if first + 1 < len(tree.tokens) else ""
    if tree.tokens[first].lower == "as" and after in ("if", "though"):
        return True
    last = max(k for k in tree.subtree(i) if tree.tokens[k].text[:1].isalnum())
    put = [tree.tokens[k].lower for k in (i, last)] in (["put", "it"], ["puts", "it"])
    return (last == i and base_of(tree.tokens[i].lower) in SHOWN | lx.SPEECH) or put


DEGREE = frozenset("as so such same".split())


def compared(tree: Tree, i: int) -> bool:
    """`as much fun as we did`, `the same pride as her father felt`: what a thing is measured by."""
    first = tree.begin(i)
    near = range(tree.begin(tree.heads[i]), first)
    return any(tree.tokens[k].lower in DEGREE and _measures(tree, k, first) for k in near)


def _measures(tree: Tree, k: int, end: int) -> bool:
    """`as much`, `so cold`, `such a crowd`, `the same pride`: not `So there was`."""
    above = tree.heads[k]
    return k < above < end and tree.tags[above][:2] in ("JJ", "RB", "NN")


def defines(tree: Tree, i: int) -> bool:
    """`A leap year is when February has 29 days`: what a word means, and nothing that happened."""
    head = tree.heads[i]
    bare = tree.child(head, "attr", "acomp", "ccomp", "xcomp") < 0 and head < i
    asked = tree.tags[tree.begin(i)] == "WRB" and not tree.comma_before(i)
    return bare and asked and tree.tokens[head].lower in ("is", "are", "'s", "’s")


def short_answer(tree: Tree, i: int) -> bool:
    """`because I did`, `and she was`: what, stands in the clause before."""
    helping = tree.tokens[i].lower in lx.BE | lx.HAVE | lx.DO or tree.tags[i] == "MD"
    bare = all(tree.deps[k] in BARE for k in tree.kids[i])
    return helping and bare and tree.subject(i) >= 0


BARE = ("nsubj", "mark", "neg", "cc", "punct", "aux", "conj")


def appealed(tree: Tree, i: int, first: int) -> bool:
    """`we cannot wait, so stay tuned`: behind `so` a bare verb bids the reader do something."""
    so = (k for k in tree.kids[first] if tree.deps[k] in ("cc", "advmod") and first < k < i)
    return tree.tags[i] == "VB" and any(tree.tokens[k].lower == "so" for k in so)


def to_be_done(tree: Tree, verb: int) -> bool:
    """Whether a verb stands under a modal, its own or that of the verb it is joined to."""
    while True:
        helpers = [k for k in tree.kids[verb] if tree.deps[k] in AUXILIARIES]
        if any(tree.tags[k] == "MD" for k in helpers):
            return True
        joined = tree.deps[verb] == "conj" and not helpers and tree.tags[verb] in ("VB", "VBP")
        if not joined or tree.subject(verb) >= 0:
            return False
        verb = tree.heads[verb]


RAISING = frozenset(
    "believe say think report understand suspect expect allege assume suppose presume estimate"
    " rumour rumor consider fear hope".split()
)


def hedged(tree: Tree, verb: int) -> bool:
    """`A is believed to have come from B, reaching C`: it may have reached C, too."""
    passive = tree.child(verb, "auxpass") >= 0 and tree.child(verb, "xcomp") > verb
    return passive and base_of(tree.tokens[verb].lower) in RAISING


def torn_off(tree: Tree, i: int, head: int) -> bool:
    """`Dressed in A, a B, and C, NAME sang`: whether the parser hangs a part of what opens a
    sentence on something else."""
    subject = tree.subject(head)
    between = range(tree.edge(i) + 1, tree.begin(subject)) if subject > i else range(0)
    loose = [k for k in between if tree.tags[k].startswith("NN") and not tree.entities[k]]
    return any(not any(tree.tags[a] in ("IN", "TO") for a in tree.ancestors(k)) for k in loose)


GENERAL = frozenset("as if when once unless where whenever wherever".split())


def under_condition(tree: Tree, verb: int) -> bool:
    """`As A grows, it can B and C`: that it can C holds only as A grows; `Should A fail, B would
    close and C`."""
    return any(
        tree.deps[k] == "advcl" and k < verb and (_general(tree, k) or turned_round(tree, k))
        for k in tree.kids[verb]
    )


def _general(tree: Tree, k: int) -> bool:
    """Whether a clause in the present opens with `as`, `if`, `when` …; or one in the past with
    `if`, before what would be."""
    first = tree.tokens[tree.begin(k)].lower
    opens = first in GENERAL and tree.subject(k) >= 0 and tree.finite(k)
    verbs = (k, *(m for m in tree.kids[k] if tree.deps[m] in AUXILIARIES))
    now = any(tree.tags[m] in ("VBZ", "VBP", "MD") for m in verbs)  # `if it is lost`
    would = first == "if" and to_be_done(tree, tree.heads[k])
    return opens and (now or would or not tree.past(k)) and not as_comment(tree, k)


def turned_round(tree: Tree, k: int) -> bool:
    """`Should A fail, …`, `Had A failed, …`: a condition without `if`."""
    first = tree.begin(k)
    verb = first == k or (tree.heads[first] == k and tree.deps[first] in AUXILIARIES)
    parts = (k, *(m for m in tree.kids[k] if tree.deps[m] == "ccomp"))  # `Had` `A failed`
    subject = any(tree.subject(m) > first for m in parts)
    return verb and tree.tokens[first].lower in INVERTED and subject


LIMITING = frozenset("after before until till if unless once".split())


def half_read(tree: Tree) -> bool:
    """`After the ball the hall burnt down`: behind `after` no clause is the main one, so that the
    parser did not find it."""
    marks = (k for k in tree.kids[tree.root] if tree.deps[k] == "mark" and k < tree.root)
    return any(tree.tokens[k].lower in LIMITING for k in marks)


def states_nothing(tree: Tree) -> bool:
    """`How is it spread?`, `Let us hope that A is B`, `First shown on a local station.`"""
    words = [t.lower for t in tree.tokens[:2]]
    appeals = words[:1] == ["let"] and words[-1] in LET_US
    return tree.tokens[-1].text == "?" or appeals or titled(tree) or fragmentary(tree)


WHICH = ("WDT", "WP", "WRB")
QUESTION_WORDS = frozenset("what who whose where when why how".split())


def titled(tree: Tree, *, head: bool = False) -> bool:
    """`Where we stand.`, `What was signed, and who pays`, `A phone call: how it was made`: what it
    is about, and no statement. Of a headline (`head`) also `Inside the talks that saved A`."""
    verbs = [
        k
        for k in range(len(tree.tokens))
        if tree.tags[k] in TENSED or (tree.tags[k] in ("VBN", "VBG") and tree.deps[k] != "amod")
    ]
    asks = tree.tokens[0].lower in QUESTION_WORDS
    if head and not asks and any(_overlooked(tree, k) for k in range(len(tree.tokens))):
        return False  # `Boy who lost leg wins race`
    return bool(verbs) and all(_asked_of(tree, k, head) for k in verbs)


def _asked_of(tree: Tree, verb: int, head: bool) -> bool:
    """Whether a verb stands in a clause that a question word opens, or that tells of a noun."""
    for k in (verb, *tree.ancestors(verb)):
        told = head and tree.deps[k] == "relcl" and tree.tags[tree.begin(k)] in WHICH
        if told:
            return verb == k or tree.deps[verb] in AUXILIARIES or tree.deps[verb] == "conj"
        opens = [w for w in tree.kids[k] if w < k and _question_word(tree, w)]
        if opens and tree.verbal(k):
            alone = tree.deps[k] in ("ROOT", "conj", "appos", "acl") and opens[0] < verb
            return alone and (tree.subject(k) >= opens[0] or tree.deps[k] == "ROOT")
        if tree.deps[k] in ("parataxis", "advcl"):
            return False
    return False


def _question_word(tree: Tree, w: int) -> bool:
    """`what`, `how many jobs`: not `when A failed`, a clause of its own."""
    first = tree.begin(w)
    return tree.tokens[first].lower in QUESTION_WORDS and not tree.verbal(w)


def without_its_question(tree: Tree) -> bool:
    """`Not everybody was.`, `If you live in A, yes.`: what, stands in the sentence before."""
    words = [t.lower for t in tree.tokens if t.text[:1].isalnum()]
    joined = any(tree.deps[k] == "conj" for k in tree.kids[tree.root])
    answer = words[-1:] in (["yes"], ["no"]) and tree.child(tree.root, "mark") >= 0
    return answer or (short_answer(tree, tree.root) and not joined)


def fragmentary(tree: Tree) -> bool:
    """`First shown on a local station.`, `The promise of A: B.`: words without a finite verb, or
    with one that nobody does, state nothing."""
    root = tree.root
    if _only_in_brackets(tree, root):
        return True
    if tree.verbal(root) and tree.subject(root) < 0:
        if tree.tags[root] == "VBD" and tree.tags[0].startswith("NN"):
            return False  # `Staff hailed it`, where the subject is overlooked
        before = [k for k in range(root) if tree.tokens[k].text[:1].isalnum()]
        led = all(tree.deps[k] in ("advmod", "neg") for k in before)
        helped = tree.child(root, *AUXILIARIES) >= 0
        return led and not helped and tree.tags[root] in ("VBN", "VBD", "VBG")
    if any(t.text == ":" for t in tree.tokens[1:]) and tree.tokens[0].tag is Tag.NAME:
        return False  # `NAME: possession of A, held in jail`: what is said of NAME
    return not any(
        (tree.tags[k] in TENSED or tree.subject(k) >= 0 or _overlooked(tree, k))
        and not _by_the_way(tree, k)
        for k in range(len(tree.tokens))
    )


def goes_on(tree: Tree) -> bool:
    """`Born in A and by trade B, she left`, `Following the vote the board left`, of which the
    parser takes the first word for the verb."""
    root = tree.root
    opened = tree.tokens[root].lower == "following"
    return any(
        tree.finite(k)
        and root < tree.subject(k) < k
        and (
            (tree.deps[k] == "conj" and tree.tags[root] == "VBN" and _behind_comma(tree, k))
            or (opened and tree.begin(k) == tree.begin(tree.subject(k)))
        )
        for k in tree.subtree(root)
        if k != root
    )


def _behind_comma(tree: Tree, verb: int) -> bool:
    """Whether a comma stands before the subject of a verb."""
    return tree.tokens[tree.begin(tree.subject(verb)) - 1].text == ","


def _only_in_brackets(tree: Tree, root: int) -> bool:
    """`Two notices (labels; a leak in a dike).`: what the parser takes for the verb is inside."""
    ends = [t.text for t in tree.tokens[-2:]] == [")", "."]
    opened = max((k for k in range(root) if tree.tokens[k].text == "("), default=0)
    return ends and opened > 0 and all(t.text != ")" for t in tree.tokens[opened:-2])


def _overlooked(tree: Tree, k: int) -> bool:
    """`An electric motor powers the wheels`: a verb that the parser may have taken for a noun, or
    for a participle."""
    forms = set(lx.FORMS.get(tree.tokens[k].lower, ()))
    before = tree.tags[k - 1] if k else "DT"
    many = before in ("NNS", "NNPS") or (k > 0 and tree.tokens[k - 1].text.endswith(")"))
    fits = (before.startswith("NN") and forms & {"s", "past"}) or (many and "base" in forms)
    return bool(fits) and tree.tags[k] in ("NNS", "VBN", "NN")


def _by_the_way(tree: Tree, k: int) -> bool:
    """`you know, …`, `I mean, …`."""
    who = tree.subject(k)
    return tree.deps[k] == "parataxis" and who >= 0 and tree.tokens[who].lower in TALK
