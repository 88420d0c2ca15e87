"""A noun that another stands beside: `NAME, the ambassador, …`, `the ambassador, NAME, …`."""

from __future__ import annotations

import re

from verify.claims import lexicon as lx
from verify.claims.either import KIN, SUMMING_UP, of_either
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.next_items import of_a_list, of_a_person
from verify.claims.phrases import article_for, be, is_plural, render, word
from verify.claims.predicates import (
    an_office,
    at_the_time,
    copula_of,
    named_kind,
    of_its_kind,
    of_somebody_named,
    without_plural,
)
from verify.claims.reading import Reading, indefinite, proper, role
from verify.claims.times_told import founded_as, no_description
from verify.claims.together import not_alone
from verify.claims.tokens import Tag, Token
from verify.claims.trees import PAIRS, SUBJECTS, Tree

AGE = re.compile(r"\d{1,3}")
YEAR = re.compile(r"(?:1\d|20)\d\d")
PLACES = frozenset({"GPE", "LOC"})
DAYS = lx.MONTHS | lx.WEEKDAYS


def apposition(reading: Reading, i: int) -> None:
    """`NAME, the ambassador, …` and `the ambassador, NAME, …` → `NAME is the ambassador`."""
    tree = reading.tree
    if i < tree.heads[i]:
        _fronted(reading, i, tree.heads[i])
        return
    noun = tree.anchor(i)
    if not tree.comma_before(i) or noun == i or of_a_list(tree, i, noun):
        return
    if any(tree.tags[k] == "WP$" for k in tree.kids[i]):
        return  # `NAME, whose late son, ANOTHER, gave the land`: the subject of a clause
    dated = tree.entities[noun] in ("DATE", "TIME") and tree.tokens[noun].lower in DAYS
    aged = tree.tags[i] == "CD" and AGE.fullmatch(tree.tokens[i].text) and not dated
    if aged and proper(tree, noun) and tree.child(noun, "nummod") < 0:  # `Routes 6, 11 and 14`
        reading.cut[i] = lambda: _age(reading, noun, i)
        return
    if _of_something_else(tree, i, noun) or _measured(tree, i) or no_description(tree, i):
        return
    alike = tree.entities[i] and tree.entities[i] == tree.entities[noun]
    human = role(tree, i) or tree.tokens[i].lower in HUMAN_NOUNS
    told_of = tree.child(i, "det") >= 0 or human
    listed = (tree.child(i, "cc") >= 0 and not told_of) or (
        tree.deps[noun] == "conj" and not role(tree, i)
    )
    nominal = tree.tags[i].startswith("NN") or tree.child(i, "det") >= 0
    if alike or not nominal or tree.tokens[i].lower in ("a.m.", "p.m."):
        return
    # `The chair of SITE 2020, the 9th Conference on A, was NAME`: a person's name has no article
    holder = role(tree, noun) and tree.child(i, "det") < 0
    named = proper(tree, i) and (tree.entities[i] == "PERSON" or holder)
    named = named or named_kind(tree, i, noun)
    if proper(tree, i) and role(tree, noun) and not named:
        return
    if named and indefinite(tree, noun) and tree.edge(noun) > noun and tree.deps[noun] == "attr":
        return  # `a partner in the firm, NAME`: it may be the firm's
    if tree.tokens[noun].lower in KIN and indefinite(tree, noun):
        return
    if _is_a_place(tree, noun) and of_a_person(tree, i):
        return  # `was born in Duluth, the youngest of five`: that is no place
    if _either_person(tree, i, noun):
        return  # `the son of one victim, a retired teacher`: the son, or the victim
    owner = tree.child(noun, "det", "poss")
    told = owner >= 0 and tree.tags[owner] != "WP$" and not proper(tree, noun)
    told = told or (named and an_office(tree, noun))
    if named and told and of_somebody_named(tree, noun):
        return  # `He is the head of the bank, NAME`: he is nobody else
    if named and tree.deps[noun] == "appos" and proper(tree, tree.heads[noun]):
        return  # `NAME, the brother of the heir, NAME`: the one is not called the other
    if named and told:
        if not _amid_a_list(tree, noun):
            reading.instead[noun] = i
            reading.cut.setdefault(i, lambda: None)
        if not not_alone(tree, noun):  # `a third, NAME, said`
            reading.later.append(lambda: _equation(reading, i, noun, swapped=True))
        return
    opens = tree.child(i, "det", "poss", "nummod") >= 0 or human
    if listed or not opens or of_either(tree, i, noun) or _partly(tree, i):
        return
    if proper(tree, noun) or tree.child(noun, "det", "poss") >= 0:
        of = copula_of(reading, noun)
        if of >= 0 or not (tree.deps[noun] == "attr" and indefinite(tree, noun)):
            reading.cut[i] = lambda: _equation(reading, noun, i, of=of)


def _amid_a_list(tree: Tree, noun: int) -> bool:
    """`her parents, her coach, NAME, and her aunt`: with the coach, the commas would be lost."""
    return tree.deps[noun] == "conj" and tree.comma_before(noun) and tree.child(noun, "conj") > noun


def _of_something_else(tree: Tree, i: int, noun: int) -> bool:
    """Whether a description may be of something else than the noun that it stands beside."""
    own = tree.child(i, "det")
    if own >= 0 and tree.tokens[own].lower in ("no", "neither"):
        return True  # `a firm that has no office, no staff`: nobody is no staff
    limited = tree.child(noun, "det")
    if limited >= 0 and tree.tokens[limited].lower in ("any", "no", "every", "each"):
        return True  # `did not own any birds, just a cat`
    if "DATE" in (tree.entities[noun], tree.entities[i]) or tree.tokens[noun].lower in lx.MONTHS:
        return True  # `the September 11, 2001 attacks`; `a flow from April to June, the months …`
    if tree.deps[noun] == "pobj" and tree.tokens[noun].lower in MOMENTS:
        return True  # `was £2,000 at the time — an enormous amount`
    whose = tree.child(i, "poss")
    person = tree.entities[noun] == "PERSON" or tree.tokens[noun].lower in HUMAN_NOUNS | KIN
    if whose >= 0 and tree.tokens[whose].lower == "my" and not (person or role(tree, noun)):
        return tree.tokens[i].lower in KIN | HUMAN_NOUNS | {"dear"}  # `saves you time, my friend`
    summed = tree.tokens[i].lower in SUMMING_UP and indefinite(tree, i)
    if summed and tree.entities[noun] != "PERSON":
        return True
    if tree.deps[noun] == "attr" and tree.begin(i) - 2 != noun and not proper(tree, i):
        return True  # `is the buyer of A, the largest B`: the buyer or A
    clause = next((a for a in (noun, *tree.ancestors(noun)) if tree.deps[a] == "relcl"), -1)
    if clause < 0 or tree.comma_before(clause) or not proper(tree, i):
        return False
    # `the man who robbed the owner, NAME, was jailed`: NAME is the man, or the owner
    described = tree.heads[clause]
    ends = tree.edge(clause) == tree.edge(i)
    return ends and tree.deps[described] in SUBJECTS and tree.tokens[described].lower in HUMAN_NOUNS


def _measured(tree: Tree, i: int) -> bool:
    """`in Bergen, one day a week`, `the pasta, twelve kilos a day`: how much or how often."""
    counted = any(tree.tags[k] == "CD" for k in tree.kids[i])
    rate = any(tree.deps[k] == "npadvmod" and k > i for k in tree.kids[i])
    unit = tree.entities[i] in ("DATE", "TIME", "QUANTITY", "PERCENT", "MONEY", "CARDINAL")
    return counted and (rate or tree.entities[i] in ("DATE", "TIME", "QUANTITY")) and unit


MOMENTS = frozenset("time moment point stage end beginning start outset".split())


def _age(reading: Reading, noun: int, i: int) -> None:
    """`NAME, 58` → `NAME is aged 58`; `NAME, then 21` was."""
    tokens = reading.tree.tokens
    then = [tokens[k] for k in reading.tree.kids[i] if k < i and tokens[k].lower in FORMERLY]
    verb = [word("was" if then else "is", Tag.FIN), *then[:1]]
    reading.say([*reading.noun(noun), *verb, word("aged"), tokens[i]], "apposition")


DATING = ("in", "during", "until", "till", "from", "between")  # `a councillor from 1997 to 2009`


def _partly(tree: Tree, i: int) -> bool:
    """`the town, only a village in 1900`: it is none now; `a school, especially a small one`: no
    school is."""
    if tree.tokens[tree.begin(i)].lower in FOCUS:
        return True
    links = (k for k in tree.kids[i] if k > i and tree.tokens[k].lower in DATING)
    years = (tree.child(k, "pobj") for k in links)
    return any(k >= 0 and YEAR.fullmatch(tree.tokens[k].text) for k in years)


# Adverbs that pick out some of what a noun means.
FOCUS = frozenset("especially particularly specifically notably even mainly mostly chiefly".split())


def _fronted(reading: Reading, i: int, name: int) -> None:
    """`The son of a baker, NAME was born …` → `NAME is the son of a baker`."""
    tree = reading.tree
    if proper(tree, name) and tree.child(i, "det", "poss") >= 0:
        reading.cut[i] = lambda: _equation(reading, name, i)


def _is_a_place(tree: Tree, noun: int) -> bool:
    """Whether a noun is a place, by its name or because something is done in it."""
    link = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    inside = link >= 0 and tree.tokens[link].lower in ("in", "at", "near")
    return tree.entities[noun] in PLACES or inside


def _either_person(tree: Tree, i: int, noun: int) -> bool:
    """Whether a description of somebody stands behind two people without a name."""
    last = tree.begin(i) - 2
    people = lx.ROLE_HEADS | HUMAN_NOUNS | KIN
    two = last > noun and tree.tokens[noun].lower in people and tree.tokens[last].lower in people
    return two and not proper(tree, noun) and not proper(tree, i)


def _joined_outside(tree: Tree, i: int) -> list[int]:
    """`his wife, the violinist A, and their daughters`: the daughters are no part of who she is."""
    joint = tree.child(i, "cc")
    after = tree.child(i, "conj")
    apart = joint > 0 and after >= 0 and tree.tokens[joint - 1].text == ","
    owned = after >= 0 and tree.child(after, "poss", "nummod") >= 0
    return [k for k in tree.kids[i] if tree.deps[k] in ("cc", "conj")] if apart and owned else []


def _equation(
    reading: Reading, name: int, description: int, *, swapped: bool = False, of: int = -1
) -> None:
    """`NAME is DESCRIPTION`; `the two envoys, A and B` are both. What stands beside a predicate is
    told `of` the subject of that verb."""
    tree = reading.tree
    core = reading.subject(of) if of >= 0 else reading.noun(name)
    core = without_plural(tree, name, core)
    several = tree.tags[description] == "NNS" or tree.child(description, "nummod") >= 0
    pair = tree.tokens[description].lower in PAIRS  # `a couple, A and B`, and no third
    if (several or pair) and tree.entities[name] == "PERSON":
        listed = tree.heads[name] if tree.deps[name] == "conj" else name
        if tree.child(listed, "conj") < 0:
            return  # one person is not `the two envoys`
        others = tree.kids[description] if pair else []
        core = reading.line(listed, less=[description, *(k for k in others if k != name)])
    if tree.tokens[tree.begin(description)].lower in ("all", "both"):
        core = reading.line(name, less=[description])  # `A, B and C, all lawyers`
    if swapped:
        kept = reading.instead.pop(description, None)
        told = reading.line(description, less=[*tree.conjuncts(description)[1:], name])
        if kept is not None:
            reading.instead[description] = kept
        told = of_its_kind(tree, description, told)
    else:
        told = reading.line(description, less=_joined_outside(tree, description))
    lead: list[Token] = []
    first = told[0] if told else None
    if first is None:
        return
    owned = tree.child(description, "poss") >= 0 or first.entity == "PERSON"
    if first.tag is not Tag.DET and first.lower != "one" and not owned:
        one = not is_plural(told) or _bare_list(tree, description)
        lead = [word(article_for(render(told)), Tag.DET)] if one else []
        if role(tree, description) and tree.tokens[description].lower in SINGLE:
            lead = []
    past = at_the_time(tree, description) or founded_as(tree, name) or (of >= 0 and tree.past(of))
    when = tree.begin(description)
    if tree.deps[when] == "advmod" and tree.heads[when] == description and first.start >= 0:
        lead, past = [], first.lower in FORMERLY  # `formerly a sugar refinery`
    told = [_small(first), *told[1:]] if first.tag is Tag.DET else told
    reading.say([*core, be(core, past=past), *lead, *told], "apposition")


# Adverbs of what is no more so.
FORMERLY = frozenset("formerly previously once originally then initially".split())


def _small(token: Token) -> Token:
    """`The`, `Her` inside a sentence begin small."""
    if token.text == token.text.lower():
        return token
    lowered = Token(token.text.lower(), token.start, token.end, token.tag)
    lowered.means = token.means
    return lowered


def _bare_list(tree: Tree, i: int) -> bool:
    """`NAME, climber and painter`: one person, and no office that there is one of."""
    office = tree.tokens[i].lower in SINGLE | OFFICES
    return tree.tags[i] == "NN" and tree.child(i, "conj") >= 0 and not office


OFFICES = frozenset(
    "chair chief head director secretary treasurer leader founder co-founder owner editor officer"
    " manager speaker".split()
)
SINGLE = frozenset("president minister chancellor chairman chairwoman ceo captain mayor".split())
