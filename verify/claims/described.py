"""What is said of a noun by the way in a clause: `A, who …`, `a man who …`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.antecedents import antecedent, from_there, no_noun, unclear
from verify.claims.either import KIN, by_either
from verify.claims.expletives import in_cleft
from verify.claims.fronts import with_place
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.of_which import long_owner, of_another, owned_by, supposed_too
from verify.claims.phrases import is_plural, word
from verify.claims.places_told import date_before, of_somebody, place_before
from verify.claims.reading import (
    PLACES,
    Reading,
    indefinite,
    proper,
    role,
    subject_like,
    without,
)
from verify.claims.reported import (
    said_between,
    saying,
    says_there,
    state_said_there,
    uncapped,
)
from verify.claims.second_verbs import two_lack_it
from verify.claims.speech import within_quotation
from verify.claims.tellers import asked, told_of
from verify.claims.times_told import told_when
from verify.claims.together import not_alone
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of
from verify.claims.whom import of_last_or_all, somebody_at, told_by_copula, who_of_two


def relative(reading: Reading, i: int) -> None:
    """`A, who chairs B, …` → `A chairs B`; a clause that tells which one is meant stays."""
    tree = reading.tree
    noun = tree.anchor(i) if tree.comma_before(i) else tree.heads[i]
    pronoun = _relative_pronoun(tree, i)
    if pronoun < 0 or not tree.finite(i) or no_noun(tree, noun):
        return
    of_whose = tree.tags[pronoun] == "WP$" and tree.deps[tree.heads[pronoun]] == "pobj"
    if tree.deps[pronoun] == "mark" or of_whose:
        return  # `A, of whose paintings 23 are known`; `a shot that her group began testing`
    if (inside := said_between(tree, i, pronoun)) >= 0:
        if tree.comma_before(i) and not unclear(tree, i, pronoun, noun):
            _state_said(reading, i, inside, pronoun, noun)
        return
    if _of_the_one_before(tree, i, pronoun, noun):
        return
    compared = tree.tokens[tree.heads[noun]].lower == "than"  # `more than NAME, who …`
    place = tree.entities[noun] in PLACES or _settled(tree, noun)
    if tree.tokens[pronoun].lower == "who" and from_there(tree, noun):
        noun = tree.heads[tree.heads[tree.heads[noun]]]  # `NAME, a cook from A, who …`
    if tree.tokens[pronoun].lower == "who" and place and not compared:
        noun = next((a for a in tree.ancestors(noun) if tree.tags[a].startswith("NN")), noun)
    bare = tree.deps[noun] == "appos" and tree.child(noun, "det", "poss") < 0
    if bare and tree.entities[tree.heads[noun]] == "PERSON" and tree.tokens[pronoun].lower == "who":
        noun = tree.heads[noun]  # `NAME, designer born in A, who …`
    if tree.tokens[pronoun].lower in ("who", "whom"):
        if who_of_two(tree, i):
            return
        noun = somebody_at(tree, i, noun)
    if tree.comma_before(i) and _of_any(tree, i, noun, pronoun):
        return
    if not_alone(tree, noun) or _goes_on(tree, i) or told_when(tree, i):
        return  # `Another, which she prefers, is B`
    what = told_by_copula(tree, i, pronoun, noun)  # `NAME is a cook and poet, who lives in A`
    if what < 0 or tree.heads[what] not in reading.clauses:
        what = -1
    if what < 0 and of_last_or_all(tree, i, pronoun, noun):
        return
    if of_another(tree, i, pronoun, noun):
        return
    if tree.deps[pronoun] == "pobj" and tree.tokens[tree.heads[pronoun]].lower == "of":
        return  # `three sons, two of whom …`
    if tree.child(i, "dobj", "dative") == i + 1 and tree.tokens[i + 1].lower == "it":
        return  # `had a rare form, which has earned it a name`: what earned it is the whole
    if supposed_too(tree, i, noun):
        return
    if unclear(tree, i, pronoun, noun) or by_either(tree, i, pronoun, noun):
        return
    framed = in_cleft(tree, noun) or in_cleft(tree, tree.heads[i])
    if tree.tokens[pronoun].lower in ("who", "that") and framed:
        return
    if tree.deps[pronoun] == "pobj" and says_there(tree, i):
        if tree.child(i, "ccomp") in within_quotation(tree):
            return  # `posters on which people say, “We won”`
        state_said_there(reading, i, pronoun, noun)
        return
    if tree.tokens[pronoun].lower == "when" and not date_before(reading, noun):
        return
    placed = tree.tokens[pronoun].lower != "where" or place_before(reading, i)
    if not placed and not of_somebody(tree, i):
        return  # `the brewery, where 640 people work`: where, the clause alone would not say
    loose = tree.comma_before(i)
    copula = tree.heads[noun]  # `What he saw is a man who …`: what he saw, that clause tells
    predicate = tree.deps[noun] == "attr" and indefinite(tree, noun)
    predicate = predicate and tree.child(copula, "csubj") < 0
    new = subject_like(tree, noun) and indefinite(tree, noun) and _happened(tree, copula)
    shared = not loose and predicate and copula in reading.clauses
    copula = tree.heads[what] if what >= 0 else copula
    if (
        shared
        and tree.tokens[tree.subject(copula)].tag is Tag.PRON
        and not tree.tokens[tree.subject(copula)].means
    ):
        return
    if not (loose or shared or new):
        return
    reading.clauses.add(i)
    if shared and copula in reading.said:
        reading.said[i] = reading.said[copula]  # `A said B was a man who had lost C`
    elif (told := told_of(reading, i, noun, pronoun)) is not None:
        reading.said[i] = told

    def state() -> None:
        of_it = shared or what >= 0
        core = reading.subject(copula) if of_it else antecedent(reading, noun, i, pronoun)
        _state_relative(reading, i, pronoun, core, noun)

    if new and not (loose or shared) and tree.child(i, "conj") < 0:
        reading.later.append(state)  # `A guard who slept was sacked`: no other guard was
    else:
        reading.cut[i] = state


def _of_the_one_before(tree: Tree, i: int, pronoun: int, noun: int) -> bool:
    """`the man who scored for four clubs, who once beat A`: it is he who did, or the clubs."""
    own = tree.tokens[noun].lower
    person = proper(tree, noun) or role(tree, noun) or own.rstrip("s") in HUMAN_NOUNS | KIN
    if tree.tokens[pronoun].lower != "who" or person or own in HUMAN_NOUNS:
        return False
    clauses = [a for a in tree.ancestors(noun) if tree.deps[a] == "relcl"]
    whose = (_relative_pronoun(tree, a) for a in clauses)
    return any(k >= 0 and tree.tokens[k].lower == "who" for k in whose)


def _of_any(tree: Tree, i: int, noun: int, pronoun: int) -> bool:
    """`a kind of games, which show many bullets`: those games do, and not games at large; but
    `was held by police, who fired` is what police did."""
    bare = all(k > noun and tree.deps[k] in ("relcl", "punct") for k in tree.kids[noun])
    who = tree.tokens[pronoun].lower == "who" and not tree.past(i)
    told = tree.tokens[pronoun].lower == "which" or who
    return told and bare and tree.tags[noun] == "NNS" and tree.deps[noun] in ("pobj", "dobj")


def _goes_on(tree: Tree, i: int) -> bool:
    """`a show, which can be seen in two ways: by day or by night`: the list belongs to it."""
    after = tree.edge(i) + 1
    listed = after < len(tree.tokens) - 1 and tree.tokens[after].text == ":"
    return listed or two_lack_it(tree, i)


def _settled(tree: Tree, noun: int) -> bool:
    """`born in NAME`, `based in NAME`: the name of a place, whatever the parser takes it for."""
    link = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    return link >= 0 and tree.tokens[link].lower == "in" and tree.deps[tree.heads[link]] == "acl"


def _happened(tree: Tree, verb: int) -> bool:
    """`A man who stole bread was jailed`: a man was; but `A dish that sold well was a stew` and `A
    firm that wants to stay must pay` are said of no other dish or firm."""
    equal = tree.tokens[verb].lower in lx.BE and tree.child(verb, "attr", "acomp") >= 0
    return tree.past(verb) and not equal and not asked(tree, verb)


def relative_again(reading: Reading, i: int) -> None:
    """`A, whose brother left and who owns B, …`: the second is told of A, too."""
    tree, first = reading.tree, reading.tree.heads[i]
    pronoun = _relative_pronoun(tree, i)
    while tree.deps[first] == "conj":
        first = tree.heads[first]
    plain = tree.deps[first] == "relcl" and first in reading.cut and tree.finite(i)
    if not plain or pronoun < 0 or tree.tags[pronoun] not in ("WP", "WP$", "WDT"):
        return
    pair = {tree.tokens[k].lower for k in (_relative_pronoun(tree, first), pronoun)}
    if "which" in pair and pair & {"who", "whom"}:
        return  # `which` is no person, and `who` no thing
    if any(
        tree.deps[k] == "cc" and tree.tokens[k].lower in ("or", "nor") for k in tree.kids[first]
    ):
        return
    reading.clauses.add(i)
    if first in reading.said:
        reading.said[i] = reading.said[first]

    def state() -> None:
        core = reading.described.get(first)
        if core:
            _state_relative(reading, i, pronoun, core, tree.heads[first])

    reading.cut[i] = state


def _state_said(reading: Reading, i: int, inside: int, pronoun: int, noun: int) -> None:
    """`A, which NAME said was B` → `NAME said that A was B` · `A was B`, by NAME."""
    tree = reading.tree
    reading.clauses.add(inside)

    def state() -> None:
        core = antecedent(reading, noun, i, pronoun)
        content = [*core, *without(reading.line(inside), tree.tokens[pronoun])]
        told = [*reading.line(tree.subject(i)), tree.tokens[i], word("that", Tag.REL)]
        reading.say([*told, *uncapped(content)], "saying")
        reading.subjects[inside] = core
        reading.say(content, "main", saying(reading, i))

    reading.cut[i] = state


def _relative_pronoun(tree: Tree, i: int) -> int:
    early = [k for k in tree.subtree(i) if k < i][:5]
    for k in early:
        if tree.tags[k] in ("WDT", "WP", "WP$", "WRB") or (
            tree.tokens[k].lower == "that" and tree.deps[k] in ("nsubj", "nsubjpass", "dobj")
        ):
            return k
    return -1


def _state_relative(reading: Reading, i: int, pronoun: int, core: list[Token], noun: int) -> None:
    tree, said = reading.tree, reading.said.get(i)
    reading.described[i] = core
    who = tree.tokens[pronoun]
    rest = without(reading.line(i), who)
    if who.lower == "whose":
        whose = core[1:] if core[0].lower in ("more", "fewer") else core
        own = "'" if is_plural(core) and core[-1].lower.endswith("s") else "'s"
        if long_owner(tree, i, pronoun, noun):
            reading.subjects[i] = owned_by(reading, i, pronoun, core)
            more = reading.line(i, less=[tree.subject(i)])
            return reading.say([*reading.subjects[i], *more], "main", said)
        lead = [*whose, word(own, Tag.STOP)]
        if tree.heads[pronoun] == tree.subject(i):  # `whose son left and won`: the son won
            reading.subjects[i] = [*lead, *without(reading.line(tree.subject(i)), who)]
        return reading.say([*lead, *rest], "main", said)
    if tree.deps[pronoun] in ("nsubj", "nsubjpass"):
        reading.subjects[i] = core
        told = base_of(tree.tokens[i].lower) in lx.SPEECH and tree.child(i, "ccomp") > i
        return reading.say([*core, *rest], "saying" if told else "main", said)
    if tree.deps[pronoun] in ("poss", "det"):
        return None
    if tree.deps[pronoun] in ("dobj", "dative"):
        # `which A stands ready to support`: support it; `which they speak of`: of it
        verb = tree.tokens[_stranded(tree, i, pronoun)]
        at = next((n for n, t in enumerate(rest) if t is verb), len(rest) - 1)
        return reading.say([*rest[: at + 1], *core, *rest[at + 1 :]], "main", said)
    if tree.deps[pronoun] == "pobj":
        before = tree.heads[pronoun]
        phrase = tree.subtree(before)
        moved = [tree.tokens[k] for k in phrase if k != pronoun]
        if len(moved) > 1 or before > i:
            at = next((n for n, t in enumerate(rest) if t is tree.tokens[before]), -1)
            return reading.say([*rest[: at + 1], *core, *rest[at + 1 :]], "main", said)
        return reading.say([*without(rest, *moved), *moved, *core], "main", said)
    if who.lower == "where":
        return reading.say(with_place(tree, i, rest, place_before(reading, i)), "main", said)
    if who.lower == "when":
        date, open_ = date_before(reading, noun), tree.child(i, "ccomp", "advcl", "xcomp") > i
        dated = [*date, *rest] if open_ else with_place(tree, i, rest, date)
        return reading.say(dated, "main", said)
    return reading.say(rest, "main", said)


def _stranded(tree: Tree, i: int, pronoun: int) -> int:
    """What a pronoun is the object of: a preposition that has none, else its verb."""
    alone = (
        k
        for k in tree.subtree(i)
        if tree.deps[k] == "prep" and k > i and not tree.kids[k] and tree.tags[k] == "IN"
    )
    return next(alone, tree.heads[pronoun])
