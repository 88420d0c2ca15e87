"""A parsed sentence → propositions."""

from __future__ import annotations

from dataclasses import replace

from verify.claims import lexicon as lx
from verify.claims.dealing import dealt
from verify.claims.either import undivided
from verify.claims.kinds_told import titled_works
from verify.claims.lifetimes import lifetimes
from verify.claims.phrases import Proposition
from verify.claims.reading import Reading
from verify.claims.reported import saying
from verify.claims.speech import direct_speech, read_for, with_marks, within_quotation
from verify.claims.supposed import half_read, states_nothing
from verify.claims.survey import survey
from verify.claims.tellers import said_on, said_plainly, says_next
from verify.claims.title_bounds import NAMINGS, rank_in_brackets
from verify.claims.titles import role_of, titles
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

NOT_IN_TITLES = frozenset({"PERSON", "DATE", "TIME", "CARDINAL"})


def propositions_of(tree: Tree) -> list[Proposition]:
    """What the sentence states, each in its own words; [] where it has no clause."""
    if undivided(tree):
        return [Proposition(tuple(tree.tokens), "main")]
    reading = Reading(tree)
    aside = [*_titles(reading), *lifetimes(reading), *titled_works(tree)]
    verb, reading.quoted = direct_speech(tree)
    if verb < 0 and _several(tree):
        verb, reading.quoted = tree.root, set(within_quotation(tree))
    if verb >= 0:
        _quotation(reading, verb)
    elif tree.verbal(tree.root) and not (
        reading.quoted or _torn(tree) or _labelled(tree) or half_read(tree) or states_nothing(tree)
    ):
        _clauses(reading)
    else:
        return []
    for state in (*reading.cut.values(), *reading.later):
        state()
    speech = reading.quoted if verb >= 0 else set()
    own = tree.tokens[verb] if speech else None
    reading.found = [p for p in reading.found if not _scraps(tree, p, speech, own)]
    found = [q for p in reading.found for q in dealt(tree, p)]
    if _left_out(reading, aside):
        found.append(Proposition(tuple(tree.tokens), "main"))
    return _distinct([_uncapped(tree, p) for p in [*aside, *found]])


def _scraps(tree: Tree, p: Proposition, speech: set[int], verb: Token | None) -> bool:
    """What is left of a saying where what was said hangs on another verb, or told a second time."""
    words = (tree.tokens[i] for i in speech)
    spoken = {id(t) for t in words if t.text[:1].isalnum()}
    held = [t for t in p.tokens if any(c.isalnum() for c in t.text)]
    loose = bool(held) and (held[-1].tag is Tag.CONJ or held[-1].lower == "that")
    part = spoken & {id(t) for t in held}
    asks = tree.tokens[-1].text == "?" or p.tokens[0] is tree.tokens[0]
    again = p.how == "saying" and any(t is verb for t in p.tokens)
    if again and part and all(t.lower != "according" for t in p.tokens):
        return True  # `Roe said that “A” “and B”`: the quotation says it
    lead = p.tokens[p.tokens[0].tag is Tag.PREP]  # `in which he plays A`
    if p.how != "quotation" and lead.tag is Tag.REL and lead.lower != "that" and not asks:
        return True  # `who later won A`, whose noun was not found
    return p.how != "quotation" and (loose or (bool(part) and part != spoken))


MOST_LEFT_OUT = 0.5  # of a sentence's nouns, names, verbs and numbers


def _left_out(reading: Reading, aside: list[Proposition]) -> bool:
    """Whether most of what a sentence says is in no statement: then it is one, whole."""
    tree = reading.tree
    told = {t.start for p in (*reading.found, *aside) for t in p.tokens}
    content = [
        t.start
        for i, t in enumerate(tree.tokens)
        if tree.tags[i][:2] in ("NN", "VB", "CD") and i not in reading.gone
    ]
    lost = sum(start not in told for start in content)
    return tree.finite(tree.root) and lost > MOST_LEFT_OUT * len(content) > 1


def _labelled(tree: Tree) -> bool:
    """`Jane Roe: Dealing in A, keeping B`: a list of charges; that she keeps it, nobody says."""
    colon = next((i for i, t in enumerate(tree.tokens) if t.text == ":"), 0)
    named = colon > 0 and all(t.tag in (Tag.NAME, Tag.STOP) for t in tree.tokens[:colon])
    after = tree.tokens[colon + 1].text if colon + 1 < len(tree.tokens) else ""
    doing = tree.tags[tree.root] == "VBG" and not tree.finite(tree.root)
    return (named and after.endswith("ing")) or (doing and 0 < colon < tree.root)


def _torn(tree: Tree) -> bool:
    """`Two dead as A approves B`: one verb with two subjects and `as` between was misread."""
    kids = tree.kids[tree.root]
    subjects = [k for k in kids if tree.deps[k] == "nsubj"]
    marks = [k for k in kids if tree.deps[k] == "mark"]
    return len(subjects) > 1 and any(subjects[0] < m < subjects[-1] for m in marks)


def _several(tree: Tree) -> bool:
    """`He said that it "was fair. We lost. That is all."`: a saying whose quotation goes on.

    It is one claim: taken apart, its sentences would be nobody's words.
    """
    inside = within_quotation(tree)
    if tree.root in inside:
        return False  # `"I said no. We left."`
    ends = (
        i + 1 in inside and tree.tokens[i].text in (".", "!", "?", "…")
        for i in inside
        if tree.tokens[i + 1 : i + 2] and tree.tokens[i + 1].text[:1].isupper()
    )
    return base_of(tree.tokens[tree.root].lower) in lx.SPEECH and any(ends)


def _uncapped(tree: Tree, p: Proposition) -> Proposition:
    """The sentence's first word begins small where it is no longer the first, and no name."""
    first = tree.tokens[0]
    plain = first.tag not in (Tag.NAME, Tag.STOP) and first.text != "I" and not first.text.isupper()
    plain = plain and first.entity not in ("NORP", "GPE", "ORG", "PERSON")
    if not plain or not p.tokens or p.tokens[0] is first or p.how in ("quotation", "title"):
        return p
    text = first.text[:1].lower() + first.text[1:]
    small = Token(text, first.start, first.end, first.tag, means=first.means, open=first.open)
    return replace(p, tokens=tuple(small if t is first else t for t in p.tokens))


def _titles(reading: Reading) -> list[Proposition]:
    """`Senator Roe said …`: the title is a statement, and leaves the sentence."""
    tree = reading.tree

    def belongs(before: int, head: int) -> bool:
        modifies = (
            tree.deps[before] in ("amod", "compound", "nmod")
            and tree.entities[before] not in NOT_IN_TITLES
        )
        top = tree.heads[before]
        while top < head and tree.deps[top] in ("amod", "compound", "nmod"):
            top = tree.heads[top]  # `ABC election analyst`
        return modifies and head <= top <= head + 6

    left, found = titles(tree.tokens, belongs)
    kept = {id(t) for t in left}
    quoted = within_quotation(tree)  # what was said stays as it was said
    unsaid = {tree.tokens[i].start for i in quoted}
    found = [p for p in found if p.tokens[0].start not in unsaid]
    reading.gone = {i for i, t in enumerate(tree.tokens) if id(t) not in kept and i not in quoted}
    for start, end in tree.persons():
        if end < len(tree.tokens) and tree.tokens[end].lower in lx.ROLE_HEADS:
            continue  # `Deputy Prime Minister`: no person called Prime
        end = next((k for k in range(start, end) if tree.tags[k] == "POS"), end)
        begin = tree.title_of(start, end)
        if start in quoted or rank_in_brackets(tree.tokens, end):
            continue
        if tree.tokens[max(start - 1, 0)].lower in NAMINGS:
            continue
        if begin < start and not reading.gone & set(range(begin, start)):
            found.append(role_of(tree.tokens[start:end], tree.tokens[begin:start]))
            reading.gone |= set(range(begin, start))
    reading.gone |= {i for i in range(len(tree.tokens) - 1) if _left_alone(reading, i)}
    return found


def _left_alone(reading: Reading, i: int) -> bool:
    """`the real Baron Roe`: an article that would stand before a bare name."""
    tree = reading.tree
    name = next((k for k in range(i + 1, len(tree.tokens)) if k not in reading.gone), i)
    article = tree.tokens[i].lower in ("the", "a", "an") and i not in reading.gone
    return article and name > i + 1 and tree.entities[name] == "PERSON" and tree.heads[i] >= name


def _clauses(reading: Reading) -> None:
    root = reading.tree.root
    reading.clauses.add(root)
    reading.gone |= _opening(reading.tree)
    said_plainly(reading)
    survey(reading, root)
    said_on(reading, saying(reading, root))
    if says_next(reading.tree):
        reading.say(reading.line(root), "quotation", saying(reading, root))
    elif root not in reading.reporting:
        reading.clause(root)
    to = reading.tree.child(root, "aux")
    if reading.tree.tags[root] == "VB" and to >= 0 and reading.tree.tokens[to].lower == "to":
        reading.found = [replace(p, planned=True) for p in reading.found]


def _quotation(reading: Reading, verb: int) -> None:
    """Direct speech is one claim, with its speaker."""
    tree = reading.tree
    reading.gone |= _opening(tree)
    reading.clauses |= {verb, tree.root}
    survey(reading, tree.root)
    said = saying(reading, verb)
    if (whose := read_for(tree, verb)) >= 0:
        said = replace(said, speaker=tuple(reading.noun(whose)), verb="said")
    tokens = reading.line(tree.root)
    inside = [t for i, t in enumerate(tree.tokens) if i in reading.quoted]
    there = {id(t) for t in tokens}
    lost = any(t.text[:1].isalnum() and id(t) not in there for t in (*inside, tree.tokens[verb]))
    if lost or tree.root in reading.reporting:  # `said that A, warning: “B.”`
        tokens = [t for i, t in enumerate(tree.tokens) if i not in reading.gone]
    reading.found.append(Proposition(tuple(with_marks(tree, tokens)), "quotation", said))


def _opening(tree: Tree) -> set[int]:
    """`However,`, `But`, `In addition,`: words that join the sentence to the last."""
    words = [t.lower for t in tree.tokens[:6]]
    for length in (5, 4, 3, 2, 1):
        phrase = " ".join(words[:length])
        after = words[length] if length < len(words) else ""
        if phrase in lx.DISCOURSE and (after == "," or words[0] in ("but", "and", "or", "yet")):
            return set(range(length + (after == ",")))
    return set()


def _distinct(found: list[Proposition]) -> list[Proposition]:
    """Each statement once."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for p in found:
        key = tuple(t.lower for t in p.tokens if t.tag not in (Tag.COMMA, Tag.STOP))
        if key not in seen:
            seen.add(key)
            kept.append(p)
    return kept
