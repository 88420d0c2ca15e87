"""What comes of what somebody did: `A won B, making her the first C`, `A fell, resulting in B`.

Behind a comma an -ing form tells of whoever acts, or of all that was done: the words show it in
part, and where they do not, it stays in its sentence.
"""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.phrases import be, word
from verify.claims.reading import PLACES, Reading, role
from verify.claims.tokens import Tag
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

# How a thing is, or looks; and what something that was said shows.
LOOKING = frozenset(
    "resemble consist contain comprise feature measure weigh depict portray".split()
)
COMMENTING = frozenset(
    "highlight reflect suggest indicate underline underscore illustrate demonstrate show reveal"
    " signal".split()
)
RESULTING = frozenset("result lead cause make mean allow enable force prompt leave".split())
PERSONAL = {"him": "he", "her": "she"}
NO_PERSON = {*PLACES, "ORG", "DATE", "TIME", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"}
NO_PERSON |= {"PERCENT", "EVENT", "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"}


def of_the_object(tree: Tree, i: int, head: int) -> bool:
    """`holds three lamps, resembling clouds`, `gains a view of the ward, highlighting alarms`: the
    lamps may resemble them, and the view, or that it was gained, may highlight them."""
    thing = tree.child(head, "dobj", "attr")
    if tree.tags[i] != "VBG" or not head < thing < i:
        return False
    base, near = base_of(tree.tokens[i].lower), tree.begin(i) - 2
    beside = tree.tags[near][:2] == "NN" and not tree.entities[near]
    return base in COMMENTING or (base in LOOKING and beside)


def brought_about(tree: Tree, i: int, head: int) -> bool:
    """`is the result of a flaw, causing leaks`, `A fell, resulting in B`: what is so, and not who
    is so, brings it about."""
    equal = tree.tokens[head].lower in lx.BE and tree.child(head, "attr", "acomp") > head
    base = base_of(tree.tokens[i].lower)
    always = base == "result" or (base == "lead" and tree.child(i, "dobj") < 0)
    return tree.tags[i] == "VBG" and (always or (equal and base in RESULTING))


def of_absolute(tree: Tree, i: int, head: int) -> bool:
    """`She stopped, her eyes wet, telling him to go`: her eyes tell him nothing."""
    subject, clause = tree.subject(head), tree.child(head, "ccomp")
    owned = subject >= 0 and tree.child(subject, "poss") >= 0
    told = clause >= 0 and clause < subject < i and tree.subject(clause) >= 0
    return owned and told and tree.tokens[tree.begin(subject) - 1].text == ","


def done_by_the_deed(tree: Tree, i: int, head: int) -> bool:
    """`A won B, making him the first C`, `A broke a leg, forcing him to rest`: `him` may be A, so
    that A's deed makes or forces him; `bought B, making it the largest` alike."""
    base, who = base_of(tree.tokens[i].lower), tree.tokens[i + 1].lower if _object(tree, i) else ""
    if tree.tags[i] != "VBG" or base not in RESULTING | {"earn"} or not who:
        return False
    if who not in PERSONAL:
        return base == "make" and _ranked(tree, i)
    subject = _doer(tree, head)
    # a name that is taken for a firm's may be somebody's; but `The injury kept A out, forcing him`
    return subject >= 0 and (tree.tags[subject] == "NNP" or _one_person(tree, subject))


def outcome(tree: Tree, i: int, head: int) -> int:
    """What `A won B, making her …` makes of A, where nobody else can be meant; else −1."""
    what = tree.child(i, "ccomp", "oprd")
    who = tree.tokens[i + 1].lower if _object(tree, i) else ""
    subject = _doer(tree, head)
    if base_of(tree.tokens[i].lower) != "make" or who not in PERSONAL or min(what, subject) < 0:
        return -1
    pronoun = tree.tags[subject] == "PRP"
    agrees = not pronoun or tree.tokens[subject].lower == PERSONAL[who]
    more = any(tree.deps[k] not in ("ccomp", "oprd", "dobj", "punct") for k in tree.kids[i])
    who_to = tree.subject(what)  # `the first woman to lead A`, where the parser sees a clause
    noun = who_to if tree.tags[what] == "VB" and i + 1 in tree.kids[who_to] else what
    noun = tree.tags[noun] in ("NN", "NNP", "CD") or _superlative(tree, noun)
    alone = _one_person(tree, subject) and not _others(tree, i, head)
    return what if noun and agrees and alone and not more and not tree.negated(head) else -1


def state_outcome(reading: Reading, i: int, head: int, what: int) -> None:
    """`A won B, making her the first C` → `A became the first C`."""
    tree, core = reading.tree, reading.subject(head)
    equal = tree.tokens[head].lower in lx.BE
    past = tree.past(head)
    verb = word("became", Tag.FIN) if past and not equal else be(core, past=past)
    reading.say([*core, verb, *reading.line(what, less=[i + 1])], "participle", reading.said.get(i))


def _object(tree: Tree, i: int) -> bool:
    """Whether a pronoun that is acted upon stands right behind a verb."""
    after = tree.tokens[i + 1].lower if i + 1 < len(tree.tokens) else ""
    return after in (*PERSONAL, "it", "them") and tree.tags[i + 1] == "PRP"


def _doer(tree: Tree, head: int) -> int:
    """The subject of a verb, or of the verb before it that it shares one with."""
    while tree.subject(head) < 0 and tree.deps[head] == "conj":
        head = tree.heads[head]
    return tree.subject(head)


def _ranked(tree: Tree, i: int) -> bool:
    """`making him the third man to …`, `making it one of the largest`."""
    what = tree.child(i, "ccomp", "oprd")
    if what < 0:
        return False
    near = [what, *(k for k in tree.subtree(what) if k > i + 1)]
    return any(_superlative(tree, k) or tree.tokens[k].lower in ("only", "one") for k in near)


def _superlative(tree: Tree, k: int) -> bool:
    return tree.tags[k] in ("JJS", "RBS") or tree.entities[k] == "ORDINAL"


def _one_person(tree: Tree, k: int) -> bool:
    """Whether a noun is one person, or a name that may be one."""
    if tree.child(k, "conj") >= 0:
        return False
    low = tree.tokens[k].lower
    named = tree.tags[k] == "NNP" and tree.entities[k] not in NO_PERSON
    human = tree.tags[k] == "NN" and (low in HUMAN_NOUNS or role(tree, k))
    return low in PERSONAL.values() or named or human


def _others(tree: Tree, i: int, head: int) -> bool:
    """Whether somebody else stands between a verb and the participle behind it."""
    between = [
        k
        for k in range(head + 1, tree.begin(i))
        if tree.tags[k][:2] in ("NN", "PR") and tree.deps[k] != "compound"
    ]
    owned = ("his", "her", "its", "it", "himself", "herself")
    return any(
        _one_person(tree, k) or (tree.tags[k][:2] == "PR" and tree.tokens[k].lower not in owned)
        for k in between
    )
