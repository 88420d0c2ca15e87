"""What a writer would have the reader do, and questions that end a statement."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.kinds import APPEAL, Sort, sort_of
from verify.claims.speech import within_quotation
from verify.claims.supposed import without_its_question
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of
from verify.types import Part, Sentence

# What may stand before the verb: `Then, to save time, don't …`.
LEADS = frozenset("advmod npadvmod prep advcl cc punct intj neg aux preconj".split())
MOST = frozenset("RBS RBR JJS JJR DT PDT CD".split())  # `most live in A`: a subject
READER = frozenset("you i we".split())
NOT = frozenset("n't n’t".split())


def sort_as_parsed(sentence: Sentence, tree: Tree, sort: Sort) -> Sort:
    """The sort of a whole sentence, where its tree says more than its words."""
    colon = asks_at_its_end(tree)
    if colon >= 0:
        return sort_of(sentence.text[: tree.tokens[colon].start - sentence.start], "main")
    if sentence.part is Part.BODY and without_its_question(tree) and not sort.reason:
        return sort_of(sentence.text, "fragment")
    asks = sentence.text.endswith("?")
    return APPEAL if appeals(tree) and sentence.part is Part.BODY and not asks else sort


def appeals(tree: Tree) -> bool:
    """`Instead of A, try B`, `And don't forget C`: a bare verb that nobody does."""
    root = tree.root
    if root in within_quotation(tree):
        return False
    before = [k for k in tree.kids[root] if k < root]
    led = all(tree.deps[k] in LEADS and tree.tags[k] not in MOST for k in before)
    led = led and _set_off(tree, before)
    return (led and _bids(tree, root)) or _bids_first(tree)


def _bids(tree: Tree, verb: int) -> bool:
    """Whether a verb is an imperative, with `do` at most."""
    word = tree.tokens[verb].lower
    known = word == "be" or "base" in lx.FORMS.get(word, ())
    taken = base_of(word) == word and tree.child(verb, "dobj", "xcomp", "prt") > verb
    if not (known or taken) or not _bare(tree, verb) or tree.subject(verb) >= 0:
        return False
    helpers = [k for k in tree.kids[verb] if tree.deps[k] in AUXILIARIES]
    done = all(tree.tokens[k].lower in lx.DO for k in helpers)
    loose = not helpers and any(t.lower in NOT for t in tree.tokens[verb : verb + 2])  # `A haven't`
    return done and not loose


def _bare(tree: Tree, verb: int) -> bool:
    """`read` in `before you sign, read it`, but not in `NAME read it`, nor in `Cut 300 jobs in
    2019`."""
    token, tag = tree.tokens[verb], tree.tags[verb]
    if tag == "VBD":
        return any(t.lower in ("you", "your") for t in tree.tokens)
    alike = "past" in lx.FORMS.get(token.lower, ()) and "DATE" in tree.entities
    return tag in ("VB", "VBP") and not alike and not token.text.isupper()


def _bids_first(tree: Tree) -> bool:
    """`Look for A, so you feel B`, where the parser takes the second clause for the main one."""
    aside = tree.deps[0] == "advcl" and tree.tags[0] == "VB" and tree.edge(0) < tree.root
    return aside and _bids(tree, 0)


def _set_off(tree: Tree, before: list[int]) -> bool:
    """Whether a mark parts the verb from a noun before it, which may be its subject."""
    last = tree.root - 1
    while last >= 0 and last in before and tree.deps[last] != "punct":
        last -= 1
    return last < 0 or not tree.tokens[last].text[:1].isalnum()


def asks_at_its_end(tree: Tree) -> int:
    """`They dealt with questions such as: who pays?` states something: where the colon stands; −1
    where there is none, or where the question is all."""
    colon = next((i for i, t in enumerate(tree.tokens) if t.text == ":"), -1)
    root, who = tree.root, tree.subject(tree.root)
    asked = any(tree.tags[k] in ("MD", "WP", "WRB") for k in tree.kids[root] if k < root)
    told = who >= 0 and not asked and tree.tokens[who].lower not in READER and tree.past(root)
    asks = tree.tokens[-1].text == "?" and colon > root
    if tree.tokens[-1].text == "?" and 1 < colon < root:
        lead = tree.tokens[colon - 1].lower in ("question", "questions")
        verb = any(tree.tags[k] in ("VBD", "VBN", "VBZ") for k in range(colon))
        plain = tree.tags[0] not in ("MD", "WP", "WRB", "WDT") and verb
        return colon if lead and plain else -1  # `They rang with one question: would A help?`
    return colon if asks and told else -1
