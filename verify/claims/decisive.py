"""The words of a statement that decide whether it can be checked.

`The amount that each should drink depends on A`, `A fell before anyone knew what would come`:
`should` and `would` stand in clauses that only tell of a noun or a time, and the rest is plain.
"""

from __future__ import annotations

import re
from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.as_it_came import SPANS, as_it_came, would
from verify.claims.phrases import Proposition, render
from verify.claims.reading import indexed, predicate_of
from verify.claims.stipulated import limit
from verify.claims.tokens import Tag, Token
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of

TIMES = frozenset("after before when while until till once since as".split())
# `called the fine too low because none of it will be paid to her`: so it was called.
CALLING = lx.SPEECH | frozenset(
    "call describe brand label dub hail praise criticise criticize".split()
)
WH = frozenset("WDT WP WP$ WRB".split())
# What these tell is theirs: that they tell it can be looked up.
TELLING = lx.SPEECH | frozenset(
    "warn find found show predict project forecast estimate hold inform notify".split()
)
NO_TELLERS = frozenset("i we you it".split())  # `I say it may rain`, `it shows that it may rain`
EMPTY = frozenset("it this that there these those".split())  # subjects that the next noun explains
# `gave notice that it would close`: what was given tells it.
NOTICES = frozenset(
    "notice word warning warnings assurance assurances promise pledge guarantee statement reminder"
    " signal order orders vow".split()
)
# `resigned on the ground that it would fail`, `left in the hope that it would`: why, not what.
GROUNDS = frozenset(
    "ground grounds basis condition premise understanding assumption expectation belief hope hopes"
    " fear fears argument".split()
)
REASONS = frozenset("because as since".split())
PARTS = frozenset("one some many most part half hundreds dozens thousands number".split())
ONLY = frozenset("only just merely simply".split())
FOUND = frozenset("find found show discover demonstrate".split())
PERSONAL = frozenset("he she him her his hers".split())
# First names and surnames that are modals elsewhere; `in May 2019` is one of `outlook`.
NAMED_SO = re.compile(r"(?<=[a-z.] )(?:May|Will)\b(?! \d)|^(?:May|Will) (?=[A-Z])")
COULD_BE_FOUND = re.compile(r"\bcould (?=be (?:found|seen|detected|observed)\b)")


def decisive(tree: Tree, p: Proposition) -> str:
    """The words of `p` without clauses in it that only tell of a noun, a time or what was told."""
    pairs = indexed(tree, p)
    held = {n for n, _ in pairs if n >= 0}
    top = predicate_of(tree, held)
    doing = tree.tags[top] == "VBG" and tree.deps[top] in ("advcl", "acl")  # `Holding up A, …`
    if top < 0 or not (tree.finite(top) or doing):
        tokens = [_no_modal(t) for t in p.tokens]
        return "" if tokens == list(p.tokens) else render(tokens, resolve=True)
    if p.said is None and (teller := _teller(tree, top)) in held:
        inside = set(tree.subtree(teller))
        return render([t for n, t in pairs if n in inside], resolve=True)
    gone = {
        k
        for i in sorted(held - {top})
        if _lesser(tree, top, i) and top in tree.ancestors(i)
        for k in tree.subtree(i)
    }
    gone |= {i for i in held if _in_name_only(tree, i) or _owed_to(tree, i)}
    gone |= {i for i in held if _done(tree, top) and _a_plan(tree, i)}
    if p.said is None:
        gone |= {would(tree, v) for v in held if _on_top(tree, top, v) and as_it_came(tree, v)}
        gone |= {limit(tree, v) for v in held if _on_top(tree, top, v)} - {-1}
    kept = [t for n, t in pairs if n not in gone and t.tag is not Tag.PAREN]
    text = render([_no_modal(t) for t in kept], resolve=True)
    finding = p.said is not None and base_of(p.said.verb) in FOUND
    return COULD_BE_FOUND.sub("", text) if finding else text


def _no_modal(token: Token) -> Token:
    """A name that was completed (`Hale` for `Louisa May Hale`) without what is no verb in it."""
    named = token.tag is Tag.NAME or token.lower in PERSONAL
    if not named or not NAMED_SO.search(token.means):
        return token
    return replace(token, means=NAMED_SO.sub("", token.means))


def _on_top(tree: Tree, top: int, v: int) -> bool:
    """Whether a verb is the main one, or joined to it."""
    while v != top and tree.deps[v] == "conj":
        v = tree.heads[v]
    return v == top


def _lesser(tree: Tree, top: int, i: int) -> bool:
    """Whether a clause only tells of a noun, a time or what was told."""
    above = tree.heads[i]
    if tree.deps[i] in ("pcomp", "csubj") or (tree.deps[i] == "ccomp" and not tree.verbal(above)):
        # `the prospects of what could come`, `a row over whether it should`, `where it would go is
        # the matter of A`
        first = tree.subtree(i)[0]
        return tree.tags[first] in WH or tree.tokens[first].lower == "whether"
    if tree.deps[i] == "conj":
        return _still_to_come(tree, top, i)
    if tree.tags[i] == "WP" and tree.deps[i] in ("dobj", "pobj"):
        return any(tree.tags[k] == "MD" for k in tree.kids[i])  # `gave what they could`
    if tree.deps[i] == "advcl" and tree.tokens[tree.begin(i)].lower == "than":
        return True  # `later than he should have`
    if tree.deps[i] == "advcl" and not _relative(tree, i):
        if _only_that(tree, i):
            return _told(tree, top, i)
        if _reason_first(tree, top, i):
            return True
        opening = tree.tokens[tree.begin(i)].lower
        called = opening == "because" and base_of(tree.tokens[top].lower) in CALLING
        timed = (called or opening in TIMES) and tree.subject(i) >= 0
        return timed and _done(tree, top)
    if tree.deps[i] == "ccomp":
        return _told(tree, top, i) or _on_the_ground(tree, top, i)
    content = tree.deps[i] == "acl" and tree.tokens[tree.begin(i)].lower == "that"
    return (_relative(tree, i) or content) and _of_a_plain_noun(tree, top, i)


def _still_to_come(tree: Tree, top: int, i: int) -> bool:
    """`A was taken off it and will be studied`: whatever comes, the first has happened."""
    modal = any(tree.tags[k] == "MD" for k in tree.kids[i])
    return modal and tree.heads[i] == top < i and tree.subject(i) < 0 and _done(tree, top)


def _reason_first(tree: Tree, top: int, i: int) -> bool:
    """`Because lessons must be made up, the term ends in July`: that it does is the news."""
    modal = any(tree.tags[k] == "MD" for k in tree.kids[top])
    return i < top and tree.tokens[tree.begin(i)].lower in REASONS and not modal


def _on_the_ground(tree: Tree, top: int, i: int) -> bool:
    """`A resigned on the ground that it would fail`, which the parser hangs on the verb."""
    mark = tree.child(i, "mark")
    that = mark > top and tree.tokens[mark].lower == "that"
    return that and tree.tokens[mark - 1].lower in GROUNDS and _done(tree, top)


def _only_that(tree: Tree, i: int) -> bool:
    """`told B only that A may have failed`, which the parser takes for a reason or a time."""
    mark = tree.child(i, "mark")
    lead = range(tree.begin(i), mark)
    that = mark >= 0 and tree.tokens[mark].lower == "that"
    return that and len(lead) == 1 and tree.tokens[lead[0]].lower in ONLY


def _relative(tree: Tree, i: int) -> bool:
    """`… which could be A`, and `— all of which could be A`, which the parser hangs on a verb."""
    if tree.deps[i] != "advcl":
        return tree.deps[i] == "relcl"
    first = [k for k in tree.subtree(i) if tree.tokens[k].text[:1].isalnum()][:3]
    return tree.comma_before(i) and any(tree.tags[k] in ("WDT", "WP") for k in first)


def _done(tree: Tree, verb: int) -> bool:
    """Whether a verb says what happened, under no modal."""
    modal = any(tree.tags[k] == "MD" for k in tree.kids[verb])
    return tree.past(verb) and tree.finite(verb) and not modal


def _of_a_plain_noun(tree: Tree, top: int, i: int) -> bool:
    """Whether a clause tells of a noun of which something else is said.

    In `there are some who will pay`, `it is a firm that may close` and `the firm makes drugs that
    could help` it is the news.
    """
    noun = tree.heads[i]
    while tree.deps[noun] in ("pobj", "conj", "prep") and tree.heads[noun] != top:
        noun = tree.heads[noun]
    subject = tree.subject(top)
    empty = subject >= 0 and tree.tokens[subject].lower in EMPTY
    equal = tree.tokens[top].lower in lx.BE  # not `it put the cost at A, a sum that will change`
    empty = empty and (equal or not _done(tree, top))
    if tree.heads[noun] == top and (empty or (noun == subject and tree.child(top, "expl") >= 0)):
        return False
    aside = tree.deps[noun] == "appos" or (tree.deps[i] != "acl" and tree.comma_before(i))
    nested = tree.deps[i] == "acl" and tree.heads[noun] != top  # `for breaking his vow that …`
    nested = nested or _two_nouns_down(tree, top, i)
    asked = tree.deps[i] == "acl" and tree.tokens[noun].lower in NOTICES  # `seek a guarantee that`
    return i < top or aside or nested or asked or _done(tree, top) or _term(tree, i)


def _two_nouns_down(tree: Tree, top: int, i: int) -> bool:
    """`is due to a write-down on jets that will go`: of the jets, which are not what the sentence
    is about; not `is one of the pits that will close`."""
    link = tree.heads[tree.heads[i]]
    above = tree.heads[link]
    behind = tree.deps[tree.heads[i]] == "pobj" and tree.deps[link] == "prep"
    noun = behind and above != top and tree.tags[above].startswith("NN")
    whole = noun and tree.tokens[above].lower not in PARTS
    deep = tree.deps[above] == "pobj" or tree.tags[top] == "VBG"
    return whole and deep and tree.heads[above] != above


def _term(tree: Tree, i: int) -> bool:
    """`Owners have 30 days in which they may appeal`: how long they have."""
    first = tree.begin(i)
    which = tree.tokens[first].lower in ("in", "within", "during") and tree.tags[first + 1] == "WDT"
    return which and tree.tokens[tree.heads[i]].lower in SPANS | {"days", "weeks", "months"}


def _told(tree: Tree, top: int, i: int) -> bool:
    """`led the firm to announce that it would close`, `the bank predicted that it would`."""
    verb = tree.heads[i]
    who = _doer(tree, verb)
    says = base_of(tree.tokens[verb].lower) in TELLING and verb < i
    tells = says or _gave_notice(tree, verb, i) or _says_behind(tree, verb, i)
    overlooked = verb != top or tree.past(verb)  # `Through their lawyers both said that …`
    by = overlooked if who < 0 else tree.tokens[who].lower not in NO_TELLERS
    plain = not any(tree.tags[k] == "MD" for k in tree.kids[verb])
    return tells and by and plain and tree.subject(i) >= 0


def _doer(tree: Tree, verb: int) -> int:
    """The subject of a verb, or of the one that it is joined to: `A met B and held that C`."""
    while tree.subject(verb) < 0 and tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    return tree.subject(verb)


def _gave_notice(tree: Tree, verb: int, i: int) -> bool:
    """`had filed notice in May that it was likely to close`: it had."""
    what = tree.child(verb, "dobj")
    notice = verb < what < i and tree.tokens[what].lower in NOTICES
    return notice and tree.child(i, "mark") > what and _done(tree, verb)


def _says_behind(tree: Tree, verb: int, i: int) -> bool:
    """`A will close, the bank says, in May`: what stands there is what the bank says."""
    who = tree.subject(verb)
    last = max(tree.subtree(i))
    return base_of(tree.tokens[verb].lower) in lx.SPEECH and last < who < verb


def _teller(tree: Tree, top: int) -> int:
    """`A will close, the bank says, in May`: who says so, in the middle of what is said; −1."""
    return next(
        (
            k
            for k in tree.kids[top]
            if tree.deps[k] == "parataxis"
            and base_of(tree.tokens[k].lower) in TELLING
            and 0 <= (who := tree.subject(k)) < k
            and tree.tokens[who].lower not in NO_TELLERS - {"it"}  # `, it found,` is the team
            and tree.comma_before(k)
        ),
        -1,
    )


def _in_name_only(tree: Tree, i: int) -> bool:
    """`impose its will`, `in May`; and `possibly habitable moons`, which tells of the moons."""
    named = tree.tokens[i].lower in ("will", "may", "might") and tree.tags[i].startswith("NN")
    return named or (tree.deps[i] == "advmod" and tree.deps[tree.heads[i]] == "amod")


def _a_plan(tree: Tree, i: int) -> bool:
    """`accepted the board's revised plan to close it`: what was accepted is there."""
    return tree.tokens[i].lower in ("plan", "plans") and tree.tags[i].startswith("NN")


def _owed_to(tree: Tree, i: int) -> bool:
    """`was due to heavy rain`: why it was, not what is to come."""
    follows = i + 1 < len(tree.tokens) and tree.tokens[i + 1].lower == "to"
    return tree.tokens[i].lower == "due" and follows and tree.deps[i + 1] not in AUXILIARIES
