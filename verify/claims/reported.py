"""Who said it, read from the tree: what is said is kept apart from the claim that it was said."""

from __future__ import annotations

from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.participles import finite_form
from verify.claims.phrases import Saying, render, word
from verify.claims.reading import Reading
from verify.claims.second_verbs import leans_back
from verify.claims.tellers import (
    afterthought,
    asks,
    goes_on_with_that,
    in_layers,
    may_say,
    restored,
    said_before,
    said_by_nobody,
    sums_up,
    told_with,
    trails,
    with_side,
)
from verify.claims.tokens import Tag, Token
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree
from verify.claims.verbs import base_of

# What stands under these is not asserted by anybody.
UNASSERTED = frozenset("deny doubt dispute reject refute".split())
WITH_THINGS = frozenset("add post report continue".split())  # `A won, B added a goal`: no words
MOST_BETWEEN = 6  # words between the verb and `that`
PLACED = frozenset("in at during outside on near from".split())


def reported(reading: Reading, i: int) -> None:
    """`NAME said (that) S` · `S, NAME said`: S is stated with its speaker, and that it was said."""
    tree, verb = reading.tree, reading.tree.heads[i]
    base = told_with(tree, verb, i)
    if verb not in reading.clauses:
        return None
    if _trailing(reading, i, verb):
        return _state_trailing(reading, i, verb)
    after = [t.lower for t in tree.tokens[verb + 1 : verb + 3]]
    if i < verb and after in ([",", "but"], [",", "not"]):
        return None  # `It was not A, she would joke, but B`: what was said goes on
    if i < verb and any(tree.tokens[k].text == ";" for k in tree.subtree(i) if k < i):
        return None  # `Two dead in A; B failed, say residents`: who speaks says the latter only
    colon = any(tree.tokens[k].text in (";", ":") for k in range(i, verb))
    colon = colon or _seldom(tree, verb, i)
    does = i < verb and base in WITH_THINGS and tree.child(verb, "dobj") > verb
    if base in ("find", "show") and verb < tree.child(verb, "dobj") < i:
        return None  # `found it at the moment that B`: what was found is no statement
    if base not in lx.SAYING or colon or does:
        return _beside(reading, i, verb, spliced=does)
    trailing = said_before(tree, i, verb)
    if tree.subject(i) < 0 and not trailing:
        return None
    if trailing and sums_up(tree, verb):
        return None
    speaker = reading.subject(verb)
    first = tree.tokens[tree.subject(verb)].lower if tree.subject(verb) >= 0 else ""
    if not speaker or (
        first in ("it", "there", "who", "which", "that")
        and not (tree.tokens[tree.subject(verb)].means)
    ):
        return None
    said = in_layers(reading, verb, saying(reading, verb))
    asserted = not (tree.negated(verb) or base in UNASSERTED or told_by_others(tree, verb))
    asserted = asserted and not (either_voice(reading, i, verb) or may_say(tree, verb))
    asserted = asserted and not said_by_nobody(tree, verb)
    asserted = asserted and (trailing or (tree.finite(i) and not asks(tree, i)))
    reading.reporting.add(verb)
    if asserted:
        reading.clauses.add(i)
        reading.said[i] = said

    def state() -> None:
        _say_whole(reading, verb, i)
        if goes_on_with_that(reading, i):
            return  # `A says B is late and that C is lost`, where nobody knows which of them says C
        own = afterthought(tree, i) if asserted and i > verb else -1
        if own >= 0:  # what the reporter adds is not what was said
            at = tree.tokens[own].start
            told = reading.line(i, less=reading.joiners(i))
            reading.say([t for t in told if t.start < at], "main", said)
        elif asserted and tree.subject(i) >= 0:
            reading.clause(i)
        elif asserted:
            reading.say(reading.line(i), "main", said)

    reading.cut[i] = state
    return None


def told_by_others(tree: Tree, verb: int) -> bool:
    """`A was told that B`: A is no speaker; nobody says who told it."""
    while tree.deps[verb] == "conj" and tree.child(verb, *AUXILIARIES, *SUBJECTS) < 0:
        verb = tree.heads[verb]  # `was held and told that …`
    helped = tree.child(verb, *AUXILIARIES, *SUBJECTS) >= 0
    told = tree.tags[verb] == "VBN" and tree.deps[verb] in ("advcl", "acl") and not helped
    return told or tree.child(verb, "auxpass") >= 0


def either_voice(reading: Reading, i: int, verb: int) -> bool:
    """`A says B is ill, and C has left`: A may say so, or the article.

    `A said B had promised that C but that D`: it may be A who says D.
    """
    tree, after = reading.tree, reading.tree.child(i, "conj")
    if after < 0 or i < verb:
        return False
    first = tree.begin(after)
    if tree.tokens[first].lower == "that":
        return tree.deps[verb] == "ccomp" and verb in reading.said
    subject = tree.subject(after)
    loose = first > 1 and tree.tokens[first - 2].text == "," and tree.tags[first - 1] == "CC"
    apart = subject > 0 and tree.tags[subject].startswith("NN") and loose
    simple = tree.tags[verb] == "VBD" or (tree.tags[verb] == "VBN" and tree.child(verb, "aux") < 0)
    return apart and not simple


def said_between(tree: Tree, i: int, pronoun: int) -> int:
    """The clause in which `which` stands in `which NAME said were B`; −1 where it is another."""
    inside = tree.child(i, "ccomp")
    told = base_of(tree.tokens[i].lower) in lx.SAYING and tree.subject(i) >= 0
    own = tree.heads[pronoun] == inside and tree.deps[pronoun] in ("nsubj", "nsubjpass")
    return inside if inside > i and told and own else -1


def _trailing(reading: Reading, i: int, verb: int) -> bool:
    """`A suggests B, NAME reported`: a verb of saying at the end, taken for a complement."""
    tree = reading.tree
    subject = tree.subject(i)
    base = base_of(tree.tokens[i].lower)
    said = base in lx.SPEECH and tree.finite(i)
    said = said and not (base in WITH_THINGS and tree.child(i, "dobj") > i)
    return (
        said
        and i > verb
        and verb < subject < i
        and tree.child(i, "mark", "ccomp") < 0
        and tree.comma_before(i)
        and tree.begin(i) == tree.begin(subject)
    )


def _state_trailing(reading: Reading, i: int, verb: int) -> None:
    reading.clauses.add(i)
    reading.said[verb] = saying(reading, i)

    def state() -> None:
        content = reading.line(verb, less=reading.joiners(verb))
        tail = reading.line(i)
        reading.say([*tail, word("that", Tag.REL), *uncapped(content)], "saying")

    reading.cut[i] = state


def _beside(reading: Reading, i: int, verb: int, *, spliced: bool) -> None:
    """`A was B; it did C`: two sentences in one."""
    tree = reading.tree
    low, high = sorted((tree.edge(min(i, verb)), max(i, verb)))
    parted = any(tree.tokens[k].text in (";", "—", "–", ":") for k in range(low, high))
    parted = parted and not leans_back(tree, verb) and not _told_so(tree, i, verb)
    sides = (parted or spliced) and i < verb
    if (sides or _seldom(tree, verb, i)) and tree.subject(i) >= 0 and tree.finite(i):
        reading.clauses.add(i)
        reading.cut[i] = lambda: reading.clause(i)


def _seldom(tree: Tree, verb: int, i: int) -> bool:
    """`The two seldom agreed: A wanted B`: the rest is what they did not say."""
    joint = i > verb and any(t.text == ":" for t in tree.tokens[verb : tree.begin(i)])
    return joint and any(tree.tokens[k].lower in SELDOM for k in tree.kids[verb] if k < verb)


SELDOM = frozenset("never seldom rarely hardly scarcely barely not n't n’t".split())


def _told_so(tree: Tree, i: int, verb: int) -> bool:
    """`According to A, B is in a gang; however, C is no thief`: A may say so, or the article."""
    source = any(tree.tokens[k].lower == "according" for k in tree.kids[i])
    turns = any(tree.tokens[k].lower == "however" for k in tree.kids[verb])
    return source and turns


def _say_whole(reading: Reading, verb: int, i: int) -> None:
    """That it was said, in the order speaker, verb, content."""
    tree = reading.tree
    if verb < tree.begin(i):
        whole = with_side(reading, verb, i)
        helped = tree.child(verb, "aux") >= 0  # `are alleging that`
        form = "" if helped else finite_form(tree, verb, reading.subject(verb))
        own = tree.tokens[verb]
        if form:
            whole = [Token(form, t.start, t.end, Tag.FIN) if t is own else t for t in whole]
        reading.say(whole, "saying", reading.said.get(verb))
        return
    drop = [k for k in tree.kids[verb] if tree.deps[k] in ("mark", "cc") or trails(tree, i, k)]
    subject = reading.subject(verb)
    here = {id(t) for t in subject}
    rest = [t for t in reading.line(verb, less=drop) if id(t) not in here]
    at = next((n for n, t in enumerate(rest) if t is tree.tokens[verb]), 0)
    lead, tail = rest[: at + 1], rest[at + 1 :]
    whom = [n for k in tree.kids[verb] if k > verb and tree.deps[k] in ("dobj", "dative")
            for n in tree.subtree(k)]  # fmt: skip
    heard = {id(tree.tokens[k]) for k in whom}
    lead += [t for t in tail if id(t) in heard]
    tail = [t for t in tail if id(t) not in heard]
    cut = next((n for n, t in enumerate(tail) if t.tag is Tag.COMMA), len(tail))
    if len(tail) > MOST_BETWEEN >= cut:
        lead, tail = [*lead, *tail[:cut]], tail[cut:]  # `showed on Friday, making it …`
    short = len(tail) <= MOST_BETWEEN
    timed = any(tree.deps[k] == "advcl" and k > verb and tree.finite(k) for k in tree.kids[verb])
    if short and tail and timed and tail[0].tag is not Tag.COMMA:
        tail = [word(",", Tag.COMMA), *tail, word(",", Tag.COMMA)]  # `said, when it met, that A`
    reading.say(
        [
            *subject,
            *lead,
            *(tail if short else []),
            word("that", Tag.REL),
            *uncapped(restored(reading, i)),
            *([] if short else tail),
        ],
        "saying",
        reading.said.get(verb),
    )


def uncapped(content: list[Token]) -> list[Token]:
    """The first word small, where it is no name."""
    first = content[0] if content else None
    lowered = (Tag.DET, Tag.PRON, Tag.PREP, Tag.ADV, Tag.WORD, Tag.NUM)
    if first is None or first.tag not in lowered or first.lower == "i":
        return content
    small = Token(first.text.lower(), first.start, first.end, first.tag, means=first.means)
    return [small, *content[1:]]


def saying(reading: Reading, verb: int) -> Saying:
    """Speaker, verb, when and where of a verb of saying."""
    tree = reading.tree
    when, where = [], []
    for k in tree.kids[verb]:
        if tree.deps[k] not in ("prep", "npadvmod", "advmod") or k in reading.cut:
            continue
        phrase = reading.line(k)
        dated = any(
            t.lower in lx.MONTHS | lx.WEEKDAYS or t.entity in ("DATE", "TIME") or t.lower == "ago"
            for t in phrase
        )
        if dated and len(phrase) <= 8:
            when.append(render(phrase, resolve=True))
        elif phrase and phrase[0].lower in PLACED and len(phrase) <= 8:
            where.append(render(phrase, resolve=True))
    own = tree.subject(verb)
    bare = own >= 0 and verb not in reading.subjects and tree.child(own, "conj") < 0
    speaker = tuple(reading.noun(own) if bare else reading.subject(verb))
    particle = tree.child(verb, "prt")
    said = [tree.tokens[verb]] + ([tree.tokens[particle]] if particle >= 0 else [])
    spoken = finite_form(tree, verb, list(speaker)) or render(said)
    return Saying(speaker, spoken, ", ".join(when), ", ".join(where))


SPOKEN = frozenset(
    "letter call email message memo note report statement speech interview testimony article post"
    " tweet book video essay filing ruling ad".split()
)


def says_there(tree: Tree, i: int) -> bool:
    """Whether a relative clause tells what somebody said: `a letter in which she said A`."""
    content = tree.child(i, "ccomp")
    return base_of(tree.tokens[i].lower) in lx.SPEECH and content > i and tree.subject(i) >= 0


def state_said_there(reading: Reading, i: int, pronoun: int, noun: int) -> None:
    """`a letter to the office, in which she said A` → `she said A`, in the letter."""
    tree = reading.tree
    content, link = tree.child(i, "ccomp"), tree.heads[pronoun]
    reading.clauses.add(content)

    def state() -> None:
        told = [*reading.line(tree.subject(i)), tree.tokens[i], word("that", Tag.REL)]
        own = reading.line(content, less=reading.joiners(content))
        reading.say([*told, *uncapped(own)], "saying")
        said = replace(saying(reading, i), where="")
        if tree.tokens[noun].lower in SPOKEN:
            there = [tree.tokens[link], *reading.noun(noun)]
            said = replace(said, where=render(there, resolve=True))
        reading.say(own, "main", said)

    reading.cut[i] = state
