"""Which parts of a sentence are statements of their own, and what each states."""

from __future__ import annotations

import re

from verify.claims import verbs
from verify.claims.phrases import article_for, be, is_plural, render, strip_edges, word
from verify.claims.reading import (
    Reading,
    agreeing,
    indefinite,
    proper,
    role,
    subject_like,
    without,
)
from verify.claims.speech import quotations
from verify.claims.tokens import Tag, Token
from verify.claims.trees import SUBJECTS, Tree

# A clause behind these is stated on its own; behind the others (if, until, unless …) it limits
# the main clause and stays with it.
STATED = frozenset("because although though while whereas since".split())
TIMED = frozenset("after before when as".split())  # stated as well, where it is long
LEAST_TIMED = 6  # words
REASONS = frozenset("because since".split())
PLACES = frozenset({"GPE", "LOC", "FAC"})
LIKE_PREPOSITIONS = frozenset(
    "including according depending ranging regarding concerning compared based given following"
    " excluding".split()
)
AGE = re.compile(r"\d{1,3}")


def survey(reading: Reading, i: int) -> None:
    """Decide on all that hangs on `i`, from the top down."""
    tree = reading.tree
    # The subject first: what is said of it decides how a speaker is called.
    for kid in sorted(tree.kids[i], key=lambda k: tree.deps[k] not in SUBJECTS):
        if kid in reading.quoted:
            continue
        rule = RULES.get(tree.deps[kid])
        if rule is not None and kid not in reading.cut:
            rule(reading, kid)
        survey(reading, kid)


# --- clauses ---------------------------------------------------------------------------------


def joined(reading: Reading, i: int) -> None:
    """`founded A and led B`, `A fell, but B rose`: the second predicate is a clause of its own."""
    tree, first = reading.tree, reading.tree.heads[i]
    if first not in reading.clauses or not tree.verbal(i):
        return
    if any(a < i < b and a < first < b for a, b in quotations(tree)):
        return  # words inside quotation marks stay together
    if any(
        tree.deps[k] == "cc" and tree.tokens[k].lower in ("or", "nor") for k in tree.kids[first]
    ):
        return
    own = tree.subject(i) >= 0
    alone = all(k > i or tree.deps[k] in ("punct", "cc") for k in tree.kids[i])
    bare_first = not any(k > first and k < i and tree.deps[k] not in ("cc", "punct")
                         for k in tree.kids[first])  # fmt: skip
    passive = tree.child(first, "auxpass") >= 0
    if not own and alone and bare_first and not passive and tree.child(i, "dobj", "ccomp") >= 0:
        return  # `bought and sold shares`: the object belongs to both
    subject = reading.subject(first)
    if not own and not subject:
        return
    reading.clauses.add(i)
    if first in reading.said:
        reading.said[i] = reading.said[first]

    def state() -> None:
        if not own:
            reading.subjects[i] = reading.subject(first)
        reading.clause(i)

    reading.cut[i] = state


def adverbial(reading: Reading, i: int) -> None:
    """`, making it …`, `born in A, she …`, `while A fell, B rose`, `because …`."""
    tree, head = reading.tree, reading.tree.heads[i]
    if head not in reading.clauses:
        return
    mark = tree.child(i, "mark")
    joiner = tree.tokens[mark].lower if mark >= 0 else ""
    if not joiner:
        when = tree.child(i, "advmod")
        joiner = tree.tokens[when].lower if when >= 0 and tree.tags[when] == "WRB" else ""
    if tree.subject(i) >= 0 and tree.finite(i):
        _side_clause(reading, i, joiner)
    elif not joiner and tree.tags[i] in ("VBG", "VBN"):
        _participle(reading, i, head)


def _side_clause(reading: Reading, i: int, joiner: str) -> None:
    """Concessions leave the sentence; reasons and times stay in it and are stated as well."""
    tree, head = reading.tree, reading.tree.heads[i]
    modal = any(tree.tags[k] == "MD" for k in tree.kids[i])
    if joiner in STATED - REASONS:
        reading.clauses.add(i)
        if head in reading.said:
            reading.said[i] = reading.said[head]
        reading.cut[i] = lambda: reading.clause(i)
        return
    long = len(tree.subtree(i)) >= LEAST_TIMED and tree.past(i)
    if not (joiner in REASONS or (joiner in TIMED and long)) or modal:
        return
    drop = [
        k
        for k in tree.kids[i]
        if (k < i and (tree.tags[k] == "WRB" or tree.deps[k] == "mark"))
        or (tree.deps[k] == "advcl" and tree.comma_before(k))
    ]
    reading.later.append(
        lambda: reading.say(reading.line(i, less=drop), "side", reading.said.get(head))
    )


def with_side(reading: Reading, head: int, i: int) -> list[Token]:
    """The head's clause with a part that is otherwise cut out."""
    kept = reading.cut.pop(i)
    try:
        subject = [] if reading.tree.subject(head) >= 0 else reading.subjects.get(head, [])
        return [*subject, *reading.line(head, less=reading.joiners(head))]
    finally:
        reading.cut[i] = kept


def _participle(reading: Reading, i: int, head: int) -> None:
    tree = reading.tree
    first = tree.subtree(i)[0] == 0
    if tree.tokens[i].lower in LIKE_PREPOSITIONS or not (first or tree.comma_before(i)):
        return
    reading.clauses.add(i)
    if head in reading.said:
        reading.said[i] = reading.said[head]
    reading.subjects[i] = reading.subject(head)
    reading.cut[i] = lambda: _state_participle(reading, i, reading.subject(head))


def _state_participle(reading: Reading, i: int, core: list[Token]) -> None:
    """`CORE, making it …` → `CORE made it …`; unknown verbs take `was …ing`."""
    tree, verb = reading.tree, reading.tree.tokens[i]
    if not core or i in reading.reporting:
        return
    form = finite_form(tree, i, core)
    rest = reading.line(i)
    made = [Token(form, verb.start, verb.end, Tag.FIN) if t is verb and form else t for t in rest]
    lead = [] if form else agreeing(tree, i, core)
    reading.subjects[i] = core
    reading.say([*core, *lead, *made], "participle", reading.said.get(i))


def finite_form(tree: Tree, i: int, core: list[Token]) -> str:
    """`made` for `making`, in the tense of the clause above; "" where the verb is not known."""
    if tree.tags[i] != "VBG":
        return ""
    past = tree.past(next((a for a in tree.ancestors(i) if tree.verbal(a)), tree.root))
    verb = tree.tokens[i].lower
    if verb == "being":
        return be(core, past=past).text
    if verb == "having":
        return "had" if past else "has"
    return verbs.past_of(verb) if past else verbs.present_of(verb, plural=is_plural(core))


# --- what is said of a noun ------------------------------------------------------------------


def relative(reading: Reading, i: int) -> None:
    """`A, who chairs B, …` → `A chairs B`; a clause that tells which one is meant stays."""
    tree = reading.tree
    noun = tree.anchor(i) if tree.comma_before(i) else tree.heads[i]
    pronoun = _relative_pronoun(tree, i)
    if pronoun < 0 or not tree.finite(i):
        return
    if tree.tokens[pronoun].lower == "who" and tree.entities[noun] in PLACES:
        noun = next((a for a in tree.ancestors(noun) if tree.tags[a].startswith("NN")), noun)
    loose = tree.comma_before(i)
    predicate = tree.deps[noun] == "attr" and indefinite(tree, noun)
    new = subject_like(tree, noun) and indefinite(tree, noun)
    copula = tree.heads[noun]
    shared = not loose and predicate and copula in reading.clauses
    if (
        shared
        and tree.tokens[tree.subject(copula)].tag is Tag.PRON
        and not tree.tokens[tree.subject(copula)].means
    ):
        return
    if not (loose or shared or new):
        return
    reading.clauses.add(i)

    def state() -> None:
        core = reading.subject(copula) if shared else _antecedent(reading, noun, i, pronoun)
        _state_relative(reading, i, pronoun, core, noun)

    reading.cut[i] = state


def _relative_pronoun(tree: Tree, i: int) -> int:
    early = [k for k in tree.subtree(i) if k < i][:5]
    for k in early:
        if tree.tags[k] in ("WDT", "WP", "WP$", "WRB") or (
            tree.tokens[k].lower == "that" and tree.deps[k] in ("nsubj", "nsubjpass", "dobj")
        ):
            return k
    return -1


def _antecedent(reading: Reading, noun: int, i: int, pronoun: int) -> list[Token]:
    """The noun phrase that a relative clause describes: one that stands right before it."""
    tree = reading.tree
    edge = tree.subtree(i)[0] - 1
    while edge > 0 and (tree.tokens[edge].tag in (Tag.COMMA, Tag.STOP) or tree.tags[edge] == "''"):
        edge -= 1
    nearest = edge
    # From the word before the comma up to the highest noun that ends there.
    best = noun
    if tree.entities[noun] in PLACES and tree.tokens[pronoun].lower in ("which", "whose"):
        # `its plant in A, which …`: a place seldom does things.
        for above in tree.ancestors(noun):
            if tree.verbal(above) and tree.finite(above):
                break
            best = above if tree.tags[above] in ("NN", "NNS") else best
    plural_verb = tree.tags[i] == "VBP" or any(tree.tags[k] == "VBP" for k in tree.kids[i])
    if (
        pronoun >= 0
        and tree.deps[pronoun] in ("nsubj", "nsubjpass")
        and plural_verb != is_plural(reading.noun(best))
        and tree.tags[i] != "VBD"
    ):
        for candidate in (nearest, *tree.ancestors(nearest)):
            if candidate == i or not tree.tags[candidate].startswith("NN"):
                continue
            if tree.subtree(candidate)[0] <= nearest and plural_verb == is_plural(
                reading.noun(candidate)
            ):
                best = candidate
                break
    return reading.noun(best)


def _state_relative(reading: Reading, i: int, pronoun: int, core: list[Token], noun: int) -> None:
    tree, said = reading.tree, reading.said.get(i)
    who = tree.tokens[pronoun]
    rest = without(reading.line(i), who)
    if who.lower == "whose":
        return reading.say([*core, word("'s", Tag.STOP), *rest], "main", said)
    if tree.deps[pronoun] in ("nsubj", "nsubjpass"):
        reading.subjects[i] = core
        return reading.say([*core, *rest], "main", said)
    if tree.deps[pronoun] in ("poss", "det"):
        return None
    if tree.deps[pronoun] in ("dobj", "dative"):
        at = next((n for n, t in enumerate(rest) if t is tree.tokens[i]), len(rest) - 1)
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
        return reading.say([*rest, *_place_before(reading, i)], "main", said)
    if who.lower == "when" and tree.deps[noun] == "npadvmod":
        return reading.say([*rest, *core], "main", said)
    return reading.say(rest, "main", said)


def _place_before(reading: Reading, i: int) -> list[Token]:
    """`in A and B` for the places named right before `, where …`; [] where none is."""
    tree = reading.tree
    at = tree.subtree(i)[0] - 1
    while at > 0 and tree.tokens[at].tag in (Tag.COMMA, Tag.STOP):
        at -= 1
    if at < 0 or tree.entities[at] not in PLACES:
        return []
    while tree.deps[at] == "conj":
        at = tree.heads[at]
    return [word("in", Tag.PREP), *reading.line(at)]


def participle(reading: Reading, i: int) -> None:
    """`A, founded in 1999, …` → `A was founded in 1999`; `is a man known for B` → `is known …`."""
    tree = reading.tree
    noun = tree.anchor(i) if tree.comma_before(i) else tree.heads[i]
    if tree.tags[i] not in ("VBN", "VBG", "VBD") or tree.tokens[i].lower in LIKE_PREPOSITIONS:
        return
    copula = tree.heads[noun]
    loose = tree.comma_before(i)
    shared = tree.deps[noun] == "attr" and copula in reading.clauses and tree.tags[i] != "VBG"
    shared = shared and indefinite(tree, noun) and tree.child(i, "prep", "agent") >= 0
    if not (loose or shared):
        return
    reading.clauses.add(i)

    def state() -> None:
        core = reading.subject(copula) if shared else reading.noun(noun)
        _state_participle(reading, i, core)

    reading.cut[i] = state


def apposition(reading: Reading, i: int) -> None:
    """`NAME, the ambassador, …` and `the ambassador, NAME, …` → `NAME is the ambassador`."""
    tree, noun = reading.tree, reading.tree.anchor(i)
    if not tree.comma_before(i) or noun == i:
        return
    if tree.tags[i] == "CD" and AGE.fullmatch(tree.tokens[i].text) and proper(tree, noun):
        reading.cut[i] = lambda: reading.say(
            [*reading.noun(noun), word("is", Tag.FIN), word("aged"), tree.tokens[i]], "apposition"
        )
        return
    alike = tree.entities[i] and tree.entities[i] == tree.entities[noun]
    told_of = tree.child(i, "det") >= 0 or role(tree, i)
    listed = (tree.child(i, "cc") >= 0 and not told_of) or (
        tree.deps[noun] == "conj" and not role(tree, i)
    )
    nominal = tree.tags[i].startswith("NN") or tree.child(i, "det") >= 0
    if alike or not nominal or tree.tokens[i].lower in ("a.m.", "p.m."):
        return
    named = proper(tree, i) and (tree.entities[i] == "PERSON" or role(tree, noun))
    owner = tree.child(noun, "det", "poss")
    told = owner >= 0 and tree.tags[owner] != "WP$" and not proper(tree, noun)
    if named and told:
        reading.instead[noun] = i
        reading.cut.setdefault(i, lambda: None)
        reading.later.append(lambda: _equation(reading, i, noun, swapped=True))
        return
    opens = tree.child(i, "det", "poss", "nummod") >= 0 or role(tree, i)
    if listed or not opens:
        return
    if proper(tree, noun) or tree.child(noun, "det", "poss") >= 0:
        reading.cut[i] = lambda: _equation(reading, noun, i)


def _equation(reading: Reading, name: int, description: int, *, swapped: bool = False) -> None:
    """`NAME is DESCRIPTION`."""
    tree = reading.tree
    core = reading.noun(name)
    if swapped:
        kept = reading.instead.pop(description, None)
        told = reading.line(description, less=[*tree.conjuncts(description)[1:], name])
        if kept is not None:
            reading.instead[description] = kept
    else:
        told = reading.line(description)
    lead: list[Token] = []
    first = told[0] if told else None
    if first is None:
        return
    owned = tree.child(description, "poss") >= 0
    if first.tag is not Tag.DET and first.lower != "one" and not owned:
        lead = [word(article_for(render(told)), Tag.DET)] if not is_plural(told) else []
        if role(tree, description) and tree.tokens[description].lower in SINGLE:
            lead = []
    told = [_small(first), *told[1:]] if first.tag is Tag.DET else told
    reading.say([*core, be(core, past=False), *lead, *told], "apposition")


def _small(token: Token) -> Token:
    """`The`, `Her` inside a sentence begin small."""
    lowered = Token(token.text.lower(), token.start, token.end, token.tag)
    lowered.means = token.means
    return lowered


SINGLE = frozenset("president minister chancellor chairman chairwoman ceo captain mayor".split())


def equipped(reading: Reading, i: int) -> None:
    """`A, with its long experience of B, …` → `A has long experience of B`."""
    tree = reading.tree
    if tree.tokens[i].lower != "with" or not tree.comma_before(i):
        return
    thing = tree.child(i, "pobj")
    owner = tree.child(thing, "poss") if thing >= 0 else -1
    if owner < 0 or tree.tokens[owner].lower not in ("its", "his", "her", "their"):
        return
    if any(tree.verbal(k) for k in tree.kids[thing] if tree.deps[k] in ("acl", "relcl")):
        return
    noun = tree.subtree(i)[0] - 2
    while noun >= 0 and tree.deps[noun] == "compound":
        noun = tree.heads[noun]
    if noun < 0 or not tree.tags[noun].startswith("NN"):
        return
    core = reading.noun(noun)
    have = "have" if is_plural(core) else "has"

    def state() -> None:
        rest = without(reading.line(thing), tree.tokens[owner])
        reading.say([*reading.noun(noun), word(have, Tag.FIN), *strip_edges(rest)], "having")

    reading.cut[i] = state


ENDING = frozenset("die leave quit resign stop cancel flee escape withdraw collapse".split())
BESIDES = ("in addition to", "aside from", "apart from", "besides", "along with", "alongside")


def besides(reading: Reading, i: int) -> None:
    """`In addition to her work in film, A directs plays`: A has work in film."""
    tree = reading.tree
    words = " ".join(t.lower for t in tree.tokens[:3])
    if tree.begin(i) != 0 or not words.startswith(BESIDES):
        return
    head = tree.heads[i]
    phrase = tree.subtree(i)
    owner = next((k for k in phrase if tree.deps[k] == "poss" and tree.tags[k] == "PRP$"), -1)
    thing = tree.heads[owner] if owner >= 0 else -1

    def state() -> None:
        core = reading.subject(head)
        if core and thing >= 0 and thing in phrase and tree.tags[thing].startswith("NN"):
            have = word("have" if is_plural(core) else "has", Tag.FIN)
            rest = without(reading.line(thing), tree.tokens[owner])
            lead = [word(article_for(render(rest)), Tag.DET)] if tree.tags[thing] == "NN" else []
            reading.say([*core, have, *lead, *rest], "having")

    reading.cut[i] = state


def earlier(reading: Reading, i: int) -> None:
    """`After leaving A, she …`: she left A, as well."""
    tree, head = reading.tree, reading.tree.heads[i]
    verb = tree.child(i, "pcomp")
    told = tree.tokens[i].lower in ("after", "since", "before", "upon") and verb >= 0
    if not told or tree.tags[verb] != "VBG" or head not in reading.clauses:
        return
    if not tree.past(head) or len(tree.subtree(verb)) < 3:
        return
    if tree.tokens[i].lower == "before" and verbs.base_of(tree.tokens[head].lower) in ENDING:
        return  # `died before finishing it`
    reading.later.append(lambda: _state_participle(reading, verb, reading.subject(head)))


RULES = {
    "conj": joined,
    "advcl": adverbial,
    "relcl": relative,
    "acl": participle,
    "appos": apposition,
    "prep": equipped,
}
