"""Whether a sentence tells of something still to come, so that `on Monday` is the next one;
whether `today` is a day or nowadays; and what the word before a date belongs to."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of

FUTURE = frozenset(
    "will would shall won't due scheduled expected expect expects plan plans hope hopes"
    " forecast".split()
)
AHEAD = FUTURE | frozenset("'ll 'd planned set likely unlikely poised slated hoped".split())
# `agreed to meet on Monday`; but `failed to come on Monday` is over.
INTENDED = frozenset(
    "agree plan intend promise hope aim expect vow pledge prepare want need arrange".split()
)
UPWARD = frozenset(
    "prep pobj npadvmod nummod compound nmod amod det dobj pcomp xcomp acomp oprd attr conj".split()
)


def to_come(tree: Tree, i: int) -> bool:
    """Whether what the date at `i` belongs to lies ahead: by its verb, and by what governs that."""
    at = i
    while True:
        if tree.tokens[at].lower in AHEAD or _ahead(tree, at):
            return True
        if tree.verbal(at) and tree.deps[at] not in ("xcomp", "pcomp", "conj"):
            return False
        if tree.heads[at] == at or tree.deps[at] not in UPWARD:
            return False
        if tree.deps[at] == "conj" and tree.verbal(at) and _has_own_tense(tree, at):
            return False
        at = tree.heads[at]


def deadline(tree: Tree, i: int) -> bool:
    """`ordered him to leave by noon Friday`: the day by which something is to be done."""
    before = [t.lower for t in tree.tokens[max(0, i - 2) : i]]
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), -1)
    due = verb >= 0 and tree.deps[verb] in ("xcomp", "ccomp", "advcl")
    infinitive = due and any(tree.tokens[k].lower == "to" and k < verb for k in tree.kids[verb])
    return infinitive and bool({"by", "until"}.intersection(before))


def _has_own_tense(tree: Tree, i: int) -> bool:
    return tree.tags[i] in ("VBD", "VBZ", "VBP") or tree.child(i, *AUXILIARIES) >= 0


def _ahead(tree: Tree, i: int) -> bool:
    """Whether a verb itself says so: `will open`, `is to open`, `opens`, `is opening`."""
    if not tree.verbal(i):
        return False
    helpers = [k for k in tree.kids[i] if tree.deps[k] in AUXILIARIES and k < i]
    words = [tree.tokens[k].lower for k in helpers]
    if any(w in AHEAD for w in words):
        return True
    above = tree.tokens[tree.heads[i]].lower
    if words[:1] == ["to"] and tree.deps[i] == "xcomp":
        return above in lx.BE or base_of(above) in INTENDED
    spoken = base_of(tree.tokens[i].lower) in lx.SPEECH
    if helpers:
        return tree.tags[i] == "VBG" and words[0] in ("is", "are", "'s", "'re") and not spoken
    now = tree.tags[i] in ("VBZ", "VBP") and tree.tokens[i].tag is Tag.FIN
    return now and not spoken


# What happens on a day: `the council meets today`. Other verbs in the present tell what is so
# nowadays: `the stars we see today`, `it is used today`.
HAPPENING = frozenset(
    "meet begin start open close end vote go come arrive leave travel return release publish launch"
    " announce unveil face take play host hold visit gather march strike bury elect swear crown"
    " celebrate mark turn kick fly land resume appear issue sign file present receive".split()
)
PRESENT = ("VBZ", "VBP")
STANDING = frozenset("is are am 's 're do does can".split())


def nowadays(tree: Tree, i: int) -> bool:
    """Whether a verb in the present tense makes `today` mean nowadays, and no day."""
    near = i > 0 and tree.tags[i - 1] in (*PRESENT, "VB") and tree.deps[i - 1] not in AUXILIARIES
    if near and tree.heads[i] > i:
        # `the stars we see today arose`: with two verbs around it, it belongs to the first
        return base_of(tree.tokens[i - 1].lower) not in HAPPENING
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), -1)
    while verb >= 0 and tree.deps[verb] in ("xcomp", "pcomp"):
        if base_of(tree.tokens[verb].lower) in HAPPENING:
            return False  # `wants to open today`
        verb = next((a for a in tree.ancestors(verb) if tree.verbal(a)), -1)
    base = base_of(tree.tokens[verb].lower) if verb >= 0 else ""
    alone = verb >= 0 and tree.subject(verb) < 0 and verb == i + 1  # `Today marks ten years`
    if verb < 0 or alone or tree.deps[i] in ("nsubj", "nsubjpass") or base in HAPPENING:
        return False
    if base in lx.SPEECH and tree.child(verb, "ccomp") >= 0:
        return False
    helpers = [tree.tokens[k].lower for k in tree.kids[verb] if tree.deps[k] in AUXILIARIES]
    if helpers:
        return helpers[0] in STANDING
    return tree.tags[verb] in PRESENT


def aside_between(tree: Tree, i: int) -> bool:
    """`the bill, under debate on Monday, would …`: a date in a phrase of its own after the
    subject, of which the verb does not say when."""
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), -1)
    subject = tree.subject(verb) if verb >= 0 else -1
    end = tree.edge(i) + 1
    commas = [k for k in range(subject + 1, i) if tree.tokens[k].text == ","]
    enclosed = bool(commas) and commas[-1] < i - 1 and tree.tokens[end].text == ","
    return 0 <= subject < i and enclosed and end < verb


def particle(tokens: Tokens, k: int) -> bool:
    """`came in last year`, `took over last year`: part of the verb."""
    verb = tokens[k - 1] if k else None
    if verb is None or verb.tag not in (Tag.FIN, Tag.PART):
        return False
    word = tokens[k].lower
    return word == "in" or (word in ("over", "around") and base_of(verb.lower) in TURNING)


TURNING = frozenset("take hand turn".split())


def held_against(tree: Tree, i: int) -> bool:
    """`down on last year`, `improved on last year`; but `went on last year`."""
    day = i if tree.deps[i] == "pobj" else tree.heads[i]
    below = tree.deps[day] == "pobj" and tree.heads[day] == i - 1 and tree.tokens[i].lower in YEARS
    verb = tree.tokens[i - 2] if i > 1 else None
    loose = verb is not None and tree.verbal(i - 2) and verb.lower not in lx.BE
    return below and not (loose and verb and base_of(verb.lower) not in ("improve", "build"))


YEARS = frozenset("last this next previous coming".split())
