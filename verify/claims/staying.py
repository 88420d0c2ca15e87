"""Pronouns where they stand, and those for which nobody is sought: `it rained`, `himself`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from verify.claims import lexicon as lx
from verify.claims.anaphora import (
    after_verb,
    nearer,
    of_the_whole,
    own_alone,
    rival_object,
    same_unknown,
    shown,
    speaks,
)
from verify.claims.binding import backed, of_a_few, reflexive
from verify.claims.doubts import two_things
from verify.claims.expletives import (
    circumstance,
    cleft,
    dated,
    done,
    formal,
    is_expletive,
    lasting,
    makes_sense,
    own_predicate,
    weather,
)
from verify.claims.mentions import HE, HUMAN_NOUNS, IT, SHE, THEY, Mention
from verify.claims.title_bounds import of_a_style
from verify.claims.tokens import Tag, Token
from verify.claims.trees import SUBJECTS, Tree
from verify.claims.verbs import base_of

PRONOUNS = ((HE, "m", False), (SHE, "f", False), (IT, "", False), (THEY, "", True))
OBJECTS = ("dobj", "pobj", "dative")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun where it stands, and what its form tells of whom it means."""

    tree: Tree
    i: int
    table: Mapping[str, str]
    gender: str
    plural: bool
    # The subjects above it that may be meant, the nearest first; none before it is sought.
    near: tuple[Mention | None, ...] = ()

    @property
    def token(self) -> Token:
        return self.tree.tokens[self.i]

    @property
    def lower(self) -> str:
        return self.token.lower

    @property
    def ending(self) -> str:
        """What its antecedent is written with in its place: `her`, as an object, owns nothing."""
        owns = self.lower != "her" or self.tree.deps[self.i] == "poss"
        owns = owns and not earned_for(self.tree, self.i)
        return self.table[self.lower] if owns else ""

    @property
    def possessive(self) -> bool:
        owns = self.table[self.lower] == "'s" and self.tree.deps[self.i] == "poss"
        return owns and not earned_for(self.tree, self.i)

    @property
    def subject(self) -> bool:
        return self.tree.deps[self.i] in SUBJECTS

    @property
    def thing(self) -> bool:
        return self.table is IT

    @property
    def speaks(self) -> bool:
        return speaks(self.tree, self.i)

    @property
    def can_speak(self) -> bool:
        """`it added that …`, `its chairman`: only somebody who can speak."""
        tree, head = self.tree, self.tree.heads[self.i]
        staff = tree.deps[self.i] == "poss" and tree.tokens[head].lower in lx.ROLE_HEADS
        return staff or self.speaks

    @property
    def done_to(self) -> bool:
        """Whether something is done to it: `sold it`, `rate it "sell"`."""
        done = self.tree.deps[self.i] in OBJECTS or after_verb(self.tree, self.i)
        return self.lower in ("it", "them") and done


BRINGING = frozenset("win bring give grant award secure".split())


def earned_for(tree: Tree, i: int) -> bool:
    """`The role earned her two awards`, `earned her praise`: to whom it is given, not whose it was;
    `she earned her degree` is another thing."""
    thing = tree.heads[i]
    verb = tree.heads[thing]
    if tree.tokens[i].lower != "her" or tree.deps[i] != "poss" or tree.deps[thing] != "dobj":
        return False
    does = base_of(tree.tokens[verb].lower)
    counted = i + 1 < len(tree.tokens) and tree.tags[i + 1] == "CD"
    if does != "earn" and not (counted and does in BRINGING):
        return False
    while tree.deps[verb] == "conj" and tree.subject(verb) < 0:
        verb = tree.heads[verb]
    doer = tree.subject(verb)
    if doer < 0 or tree.entities[doer] == "PERSON":
        return False
    word = tree.tokens[doer].lower
    return word == "which" or (
        tree.tokens[doer].tag not in (Tag.PRON, Tag.REL) and word not in HUMAN_NOUNS | lx.ROLE_HEADS
    )


LEAVE = frozenset("knowledge consent permission approval authorisation authorization".split())


def without_leave(tree: Tree, i: int) -> bool:
    """`Police filmed tenants without their consent`: whoever does it would not need that."""
    thing = tree.heads[i]
    link = tree.heads[thing]
    verb = next((a for a in tree.ancestors(link) if tree.verbal(a)), -1)
    asked = tree.deps[i] == "poss" and tree.tokens[thing].lower in LEAVE
    passive = verb >= 0 and tree.child(verb, "nsubjpass", "auxpass") >= 0
    return asked and tree.tokens[link].lower == "without" and not passive


def pronoun_at(tree: Tree, i: int) -> Pronoun | None:
    """The pronoun at a place of the sentence, if there is one."""
    token = tree.tokens[i]
    for table, gender, plural in PRONOUNS:
        if token.lower in table and token.tag in (Tag.PRON, Tag.DET):
            return Pronoun(tree, i, table, gender, plural)
    return None


def _for_nothing(p: Pronoun) -> bool:
    """`it is likely that`: it stands for nothing."""
    said = p.lower == "it" and not own_predicate(p.tree, p.i)
    return said and is_expletive(p.tree.tokens, p.i)


class Fate(Enum):
    """What becomes of a pronoun for which nobody is sought."""

    STAYS = "it stays, and nothing more is said of it"
    NOTHING = "it stands for nothing"
    OPEN = "it stays, and is named among what the article leaves open"


@dataclass(frozen=True, slots=True)
class Staying:
    """One row: a kind of pronoun for which nobody is sought."""

    name: str
    fate: Fate
    when: Callable[[Pronoun], bool]


STAYING: tuple[Staying, ...] = (
    Staying("himself", Fate.STAYS, lambda p: reflexive(p.lower)),
    Staying("Her Majesty", Fate.NOTHING, lambda p: of_a_style(p.tree.tokens, p.i)),
    Staying("make it easier to", Fate.NOTHING, lambda p: formal(p.tree, p.i)),
    Staying("it makes sense that", Fate.NOTHING, lambda p: makes_sense(p.tree, p.i)),
    Staying("their own", Fate.NOTHING, lambda p: own_alone(p.tree, p.i)),
    Staying("there", Fate.NOTHING, lambda p: p.tree.deps[p.i] == "expl"),
    Staying("it rained", Fate.NOTHING, lambda p: weather(p.tree, p.i)),
    Staying("it was A who", Fate.NOTHING, lambda p: cleft(p.tree, p.i)),
    Staying("it took hours to", Fate.NOTHING, lambda p: lasting(p.tree, p.i)),
    Staying("it is when", Fate.NOTHING, lambda p: circumstance(p.tree, p.i)),
    Staying("it was done", Fate.OPEN, lambda p: p.lower == "it" and done(p.tree, p.i)),
    Staying("it was a Tuesday", Fate.NOTHING, lambda p: dated(p.tree, p.i)),
    Staying("few say they", Fate.STAYS, lambda p: p.plural and of_a_few(p.tree, p.i)),
    Staying("it is likely that", Fate.NOTHING, lambda p: p.subject and _for_nothing(p)),
    Staying("for nothing, as an object", Fate.STAYS, _for_nothing),
    Staying("the noun right before", Fate.STAYS, lambda p: nearer(p.tree, p.i)),
    Staying("an unknown again", Fate.STAYS, lambda p: same_unknown(p.tree, p.i, p.table)),
    Staying("research shows it", Fate.OPEN, lambda p: shown(p.tree, p.i)),
    Staying("which earned it", Fate.OPEN, lambda p: of_the_whole(p.tree, p.i)),
    Staying("two things", Fate.OPEN, lambda p: p.thing and two_things(p.tree, p.i)),
    Staying("has his support", Fate.OPEN, lambda p: p.gender != "" and backed(p.tree, p.i)),
    Staying("without their leave", Fate.OPEN, lambda p: without_leave(p.tree, p.i)),
    Staying("to slow their pulse", Fate.OPEN, lambda p: p.plural and rival_object(p.tree, p.i)),
)
