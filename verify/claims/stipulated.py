"""What a plan, a contract, a law or a rule in force states will be: it can be checked against it.

A forecast cannot; where the words may be either, they are taken for a forecast.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verify.claims import lexicon as lx
from verify.claims.trees import Tree
from verify.claims.verbs import base_of
from verify.types import Sentence

_TEXT = (
    r"(?:agreement|deal|contract|plans?|proposals?|terms|treaty|accord|pact|settlement|lease|licence"
    r"|license|offer|law|bill|act|rules|regulations|order|constitution|timetable|schedule|programme"
    r"|charter|tender|ruling|clause)"
)
_WILL = r"(?:will|shall|would|must|may(?: only| not)?|(?:is|are|was|were) (?:due |scheduled )?to)"
# What somebody hopes for from a plan: `under the plan, trade will grow`.
_OUTCOME = (
    r"(?:not |also |then )?(?:grow|rise|fall|improve|boost|save|create|benefit|protect|reduce|cut"
    r"|help|lead|cause|win|lose|end|become|attract|transform|make|bring|drive|hit|hurt"
    r"|be (?:able|better|worse|safer|richer|poorer|the (?:first|best|worst|largest|biggest)))\b"
)
_NAMED = rf"(?:[\w’'-]+ ){{0,4}}?{_TEXT}"
STATED = re.compile(
    rf"^(?:[Uu]nder|[Bb]y) (?:(?:the|a|an|its|their|that|this) )?(?:terms of (?:the|a|an) )?"
    rf"{_NAMED}\b"
    rf"[^.;]*?\b{_WILL} (?!{_OUTCOME})"
    rf"|\b{_TEXT} (?:under|by) which (?:[\w’'-]+ ){{1,6}}?{_WILL} (?!{_OUTCOME})"
    rf"|\b{_WILL} (?!{_OUTCOME})[^.;]*\b(?:under|according to) (?:the|a|an|its|their)"
    rf" (?:terms of (?:the|a|an) )?{_NAMED}\b"
)
AHEAD = re.compile(rf"\b{_WILL} (?!{_OUTCOME})")
SOURCE = re.compile(rf"(?:the|a|an|its|their) {_NAMED}\b", re.IGNORECASE)
# What may be or is hoped for stays so, whatever the contract.
OPEN = re.compile(
    r"\b(?:could|might|expect(?:s|ed)?|likely|unlikely|hopes?|hoped|if|unless|perhaps|possibly"
    r"|forecasts?|predict\w*|should)\b",
    re.IGNORECASE,
)


# `By the firm's own estimate the sale will save £2m`: the estimate can be looked up.
ESTIMATED = re.compile(
    r"(?:^|, )by (?:its|their|(?:[\w’'.-]+ ){1,4}?[\w.-]+(?:['’]s|s['’])) (?:own )?(?:\w+ )?"
    r"(?:estimates?|calculations?|reckoning|projections?|forecasts?|figures|sums)\b",
    re.IGNORECASE,
)
# What opens the terms of an accord, whatever it says first: `Under the deal the state lets A in.`
OPENING = re.compile(
    rf"(?:Under|By) (?:the|a|an|its|their|that|this) (?:terms of (?:the|a|an) )?"
    rf"(?:{_NAMED}|(?:[\w’'-]+ ){{0,3}}?text)\b"
)
SPOKEN = re.compile(
    r"[“”\"]|\b(?:says?|said|told|tells|warn(?:s|ed)?|argue[sd]?|claim(?:s|ed)?"
    r"|according|critics|analysts|observers)\b"
)
COUNTED = re.compile(
    r"\b(?!(?:19|20)\d\d\b)\d|[$€£¥₹]\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|twenty|thirty|sixty|ninety) (?:days?|weeks?|months?|years?)\b"
)
# A wish or a guess among the terms; `should A fail` only limits one of them.
HOPED = re.compile(
    r"\b(?:could|might|expect(?:s|ed)?|likely|unlikely|hopes?|hoped|perhaps|possibly|forecasts?"
    r"|predict\w*)\b",
    re.IGNORECASE,
)


def terms(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences that go on with the terms of an accord in the paragraph that opens them."""
    found: set[int] = set()
    for n, (before, now) in enumerate(pairwise(sentences), 1):
        same = before.part is now.part and "\n" not in text[before.end : now.start]
        opened = n - 1 in found or OPENING.match(before.text) is not None
        if same and opened and not any(SPOKEN.search(s.text) for s in (before, now)):
            found.add(n)
    return frozenset(found)


# `No boat may use the channel without a permit`, `Residents must stay away until further notice`:
# a rule or an order in force.
IN_FORCE = re.compile(
    r"\bno (?!one\b|doubt\b|matter\b)(?:[\w’'-]+ ){1,4}?may"
    r" (?=(?!(?:have|well|ever|yet|seem)\b)[a-z]+\b(?! (?:possible|needed|necessary|enough)\b))"
    r"|\bmust(?= (?:[\w’'-]+ ){1,8}?until further notice\b)",
    re.IGNORECASE,
)


def a_term(text: str) -> bool:
    """Whether a text among the terms of an accord is one that can be looked up: with a sum, a
    share or a time."""
    plain = HOPED.search(text) is None and COUNTED.search(text) is not None
    return plain and AHEAD.search(text) is not None


# What an authority lets people do: `shops may open in the mornings only`.
LET = frozenset(
    "open close enter leave sell buy serve trade visit travel park fish hunt vote sail land drive"
    " gather meet apply".split()
)
BIDDEN = frozenset("we you i".split())  # `we must act by 4 May` appeals
# What those whom a rule names may do: `parents who missed the deadline may apply by post`.
CLAIM = frozenset("file claim apply appeal register enrol enroll vote object ask request".split())
# What a court or an office lets nobody do for a time: `may not leave Lens for a year`.
BARRED = LET | CLAIM | frozenset("hold own stand run play practise practice teach contact".split())
LIMITS = frozenset("only no nobody none".split())
EVERY = frozenset("every any all each no".split())
WHOEVER = frozenset("whoever anyone anybody everyone everybody".split())
BOUNDS = frozenset("over under above below".split())
# What a treaty or a contract lets be done: `disputes may be referred to a panel of five`.
REFERRED = frozenset("refer submit appeal".split())
WITHIN = frozenset("day days week weeks month months hour hours".split())
NO_MORE = re.compile(r"\b(?:no (?:more|longer|later|fewer|less) than|at (?:most|least))\b", re.I)


def limit(tree: Tree, verb: int) -> int:
    """The `must` or `may` of a verb that tells a rule in force: `bids must be in by 4 May`,
    `appeals must be filed within 28 days`, `shops may open in the mornings only`; −1."""
    must, may = _helper(tree, verb, "must"), _helper(tree, verb, "may")
    to_do = tree.child(verb, "xcomp") if tree.tokens[verb].lower in ("has", "have") else -1
    who = tree.subject(verb)
    if who >= 0 and tree.tokens[who].lower in BIDDEN:
        return -1
    if must >= 0:
        return must if _has_deadline(tree, verb) or _of_a_measure(tree, who) else -1
    if to_do > verb:
        return verb if _has_deadline(tree, to_do) else -1
    return may if may >= 0 and _allows(tree, verb) else -1


def _helper(tree: Tree, verb: int, said: str) -> int:
    return next(
        (k for k in tree.kids[verb] if tree.tags[k] == "MD" and tree.tokens[k].lower == said), -1
    )


def _has_deadline(tree: Tree, done: int) -> bool:
    """Whether something has to be done by a day, or in so many days."""
    parts = [k for k in tree.kids[done] if tree.deps[k] == "prep" and k > done]
    whom = tree.tokens[tree.begin(done)].lower in WHOEVER or tree.child(done, "auxpass") >= 0
    return any(_names_a_day(tree, k) or (whom and _so_many_days(tree, k)) for k in parts)


def _of_a_measure(tree: Tree, who: int) -> bool:
    """`every ship over 5,000 tonnes`, `any child under five`: whom a rule is for."""
    if who < 0 or tree.tokens[tree.begin(who)].lower not in EVERY:
        return False
    after = [k for k in tree.subtree(who) if k > who]
    counted = any(tree.tags[k] == "CD" for k in after)
    return counted and any(tree.tokens[k].lower in BOUNDS for k in after)


def _names_a_day(tree: Tree, prep: int) -> bool:
    """`by 4 May`, `before noon on Friday`; not `by 2030`, nor `by May`, which appeals may name."""
    under = [tree.tokens[k] for k in tree.subtree(prep)]
    by = under[0].lower
    month = any(t.text[:1].isupper() and t.lower in lx.MONTHS for t in under)
    day = any(t.text.isdigit() and len(t.text) < 3 for t in under)
    weekday = any(t.lower in lx.WEEKDAYS for t in under)
    return (by in ("by", "before") and month and day) or (by == "by" and weekday)


def _so_many_days(tree: Tree, prep: int) -> bool:
    within = tree.tokens[prep].lower == "within"
    return within and any(tree.tokens[k].lower in WITHIN for k in tree.subtree(prep))


def _allows(tree: Tree, verb: int) -> bool:
    """`Shops may open in the mornings only`, and `A must begin by 4 May and may last no more than
    a year`: what is let, not what may come."""
    who = tree.subject(verb)
    if _lets(tree, verb, who) or _bars(tree, verb, who) or _refers(tree, verb, who):
        return True
    if tree.deps[verb] == "conj" and limit(tree, tree.heads[verb]) >= 0:
        words = " ".join(tree.tokens[k].lower for k in tree.subtree(verb))
        return NO_MORE.search(words) is not None
    joined = {k for k in tree.kids[verb] if tree.deps[k] in ("conj", "cc")}
    last = [k for k in tree.subtree(verb, joined) if tree.tokens[k].text[:1].isalnum()][-1]
    only = tree.tokens[last].lower == "only" and tree.child(verb, "prep") > verb
    many = who >= 0 and tree.tags[who] == "NNS"
    return many and only and base_of(tree.tokens[verb].lower) in LET


def _lets(tree: Tree, verb: int, who: int) -> bool:
    """`Parents who missed it may apply by post`, `only members may vote`, `up to 20 boats may fish
    at a time`."""
    done = base_of(tree.tokens[verb].lower)
    if not 0 <= who < verb or tree.negated(verb):
        return False
    first = tree.tokens[tree.begin(who)].lower
    those = _several(tree, who) and any(_named_by_who(tree, k) for k in tree.kids[who])
    if (those and done in CLAIM) or (first in LIMITS and done in LET | CLAIM):
        return True
    rest = [t.lower for t in tree.tokens[verb : tree.edge(verb) + 1]]
    most = [t.lower for t in tree.tokens[tree.begin(who) : who]][:3]
    up_to = most[:2] == ["up", "to"] or most in (["no", "more", "than"], ["not", "more", "than"])
    return up_to and any(rest[k : k + 3] == ["at", "a", "time"] for k in range(len(rest)))


def _refers(tree: Tree, verb: int, who: int) -> bool:
    """`Disputes may be referred to a panel`; not `the case may be referred to the police`."""
    to = next((k for k in tree.kids[verb] if k == verb + 1 and tree.tokens[k].lower == "to"), -1)
    whom = tree.child(to, "pobj") if to > 0 else -1
    any_of_them = who >= 0 and tree.begin(who) == who and _several(tree, who)
    new = whom > 0 and tree.tokens[tree.begin(whom)].lower in ("a", "an")
    return any_of_them and new and base_of(tree.tokens[verb].lower) in REFERRED


def _several(tree: Tree, who: int) -> bool:
    """`vendors`, also at the start of a sentence, where the parser may take them for a name."""
    first = who == 0 and tree.tags[0] == "NNP" and tree.tokens[0].lower.endswith("s")
    return tree.tags[who] == "NNS" or (first and not tree.entities[0])


def _named_by_who(tree: Tree, k: int) -> bool:
    """`parents who missed it`: those of them whom a rule is for."""
    first = tree.begin(k)
    return (
        tree.deps[k] == "relcl" and tree.tokens[first].lower == "who" and not tree.comma_before(k)
    )


def _bars(tree: Tree, verb: int, who: int) -> bool:
    """`Hawkers may no longer sell food`, `he may not be a director for ten years`."""
    after = [t.lower for t in tree.tokens[:verb]][-2:]
    done = base_of(tree.tokens[verb].lower)
    people = who >= 0 and (
        _several(tree, who)
        or tree.tokens[who].lower in ("he", "she", "they")
        or tree.entities[who] == "PERSON"
    )
    if after == ["no", "longer"]:
        return people and done in LET
    holds = done in BARRED or (done == "be" and tree.child(verb, "attr") > verb)
    return after[-1:] == ["not"] and people and holds and _for_a_time(tree, verb)


def _for_a_time(tree: Tree, verb: int) -> bool:
    """`for the next decade`, `until 2030`, `before 21 August`."""
    spans = (
        k
        for k in tree.subtree(verb)
        if k > verb and tree.tokens[k].lower in ("for", "until", "before")
    )
    return any(tree.entities[m] in ("DATE", "TIME") for k in spans for m in tree.kids[k] if m > k)


def stipulated(text: str, source: str = "") -> bool:
    """Whether a text says what a plan lays down, by its own words or by its `source`."""
    if ESTIMATED.search(text):
        return True
    if OPEN.search(text):
        return False
    named = SOURCE.match(source) is not None and AHEAD.search(text) is not None
    return named or STATED.search(text) is not None
