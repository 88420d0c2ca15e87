"""Where another than the likeliest thing or person may be meant: such a reference stays open."""

from __future__ import annotations

from dataclasses import dataclass, field

from verify.claims.anaphora import argued, conditional
from verify.claims.beside_subjects import another_thing, buys_a_body
from verify.claims.binding import (
    crowd_before,
    fronted_before,
    given_to,
    kind_of_another,
    man_before,
    man_between,
    names_between,
    of_a_single_speaker,
    own_or_told_of,
    somebody_before,
    spoken_of_before,
    told_twice,
    within_its_subject,
)
from verify.claims.callings import ENDINGS, calling
from verify.claims.control import (
    BODIES,
    acts,
    done_meanwhile,
    done_to_a_thing,
    may_be_people,
    reason_beside,
)
from verify.claims.mentions import HE, SHE, THEY
from verify.claims.not_meant import behind_another_it, done_first, new_in_an_aside
from verify.claims.owning import other_owner, told_on
from verify.claims.rivals import (
    OBJECTS,
    done_beside,
    done_to,
    handed_over,
    owners_between,
    receiver,
    relative_above,
    somebody_done_to,
    there,
    thing_between,
    told_to,
)
from verify.claims.salience import Salience
from verify.claims.speech import own_words
from verify.claims.tokens import NOTHING, Tag
from verify.claims.trees import SUBJECTS, Tree


def two_things(tree: Tree, i: int) -> bool:
    """Whether the grammar leaves open which thing `it` is."""
    again = told_twice(tree, i) or spoken_of_before(tree, i) or own_or_told_of(tree, i)
    again = again or told_on(tree, i)
    return argued(tree, i) or conditional(tree, i) or given_to(tree, i) or again


def several_things(tree: Tree, i: int) -> bool:
    """Whether a word is an object that means several things, of which a clause tells more."""
    plural = tree.tags[i] == "NNS" and tree.deps[i] in OBJECTS and not tree.entities[i]
    clause = tree.child(i, "relcl") if plural else -1
    subject = tree.subject(clause) if clause > i else -1
    return subject >= 0 and tree.tags[subject] == "NNS"


@dataclass
class Doubts(Salience):
    """What was spoken of beside the subjects, and what it leaves open."""

    beside: list[tuple[int, bool]] = field(default_factory=list)  # sentence of an object; people?
    handled: set[int] = field(default_factory=set)  # sentences that tell what is done to a thing
    unnamed: set[int] = field(default_factory=set)  # sentences with an object that is somebody
    given: set[int] = field(default_factory=set)  # sentences in which several are given something
    bought: bool = False  # whether one body has been told to have bought another
    several: set[int] = field(default_factory=set)  # sentences with several things beside a clause
    unowned: set[int] = field(default_factory=set)  # sentences with `its` of no report
    aside: set[int] = field(default_factory=set)  # sentences with a new thing in an aside
    handed: set[int] = field(default_factory=set)  # sentences in which a thing goes to another one

    def _remember_beside(self, tree: Tree) -> None:
        """Note the people, the things and the bodies that a sentence tells of in passing."""
        if done_to_a_thing(tree) or done_meanwhile(tree) or done_to(tree, "NN", "NNP"):
            self.handled.add(self.sentence)
        if done_to(tree, "NNS", "NNPS"):
            self.given.add(self.sentence)
        self.bought = self.bought or buys_a_body(tree)
        if any(several_things(tree, i) for i in range(len(tree.tokens))):
            self.several.add(self.sentence)
        if new_in_an_aside(tree):
            self.aside.add(self.sentence)
        if handed_over(tree):
            self.handed.add(self.sentence)
        if somebody_done_to(tree):
            self.unnamed.add(self.sentence)
        if any(t.lower == "their" and receiver(tree, k) >= 0 for k, t in enumerate(tree.tokens)):
            self.given.add(self.sentence)
        for i, dep in enumerate(tree.deps):
            lower = tree.tokens[i].lower
            people = tree.tags[i] == "NNS" and may_be_people(lower)
            body = tree.entities[i] == "ORG" or lower in BODIES or tree.child(i, "relcl") > i
            single = body and not tree.tags[i].endswith("S")
            raised = dep == "nsubj" and tree.tags[tree.heads[i]] == "VB"  # `allowed A to see`
            known = tree.tags[i] == "NNP" and tree.entities[i] not in ("PERSON", "DATE", "TIME")
            owner = dep == "poss" and not people and (lower in BODIES or known)
            told = raised or dep in ("dobj", "dative", "pobj")
            if owner or (told and (people or single)):
                self.beside.append((self.sentence, people))

    def _people_beside(self, found: str) -> bool:
        """`The detail allowed the researchers to …`: later `they` may be the researchers."""
        if any(may_be_people(w) for w in found.lower().split()) or found[:1].isupper():
            return False
        return (self.sentence - 1, True) in self.beside

    def _by_the_way(self, found: str) -> bool:
        """`a study with moorings that islanders know. They …`: the moorings, or the islanders."""
        last = [m for m in self.subjects if m.text == found and self.sentence - m.sentence == 1]
        return bool(last) and not any(m.main for m in last) and self.sentence - 1 in self.several

    def _owner_beside(self, tree: Tree, i: int, found: str) -> bool:
        """`The order matters to the plane-maker, whose …`: later `its fleet` may be the maker's."""
        first = not any(t.text.isalnum() for t in tree.tokens[:i])
        told = found[:1].islower() and found.split()[-1] not in BODIES
        return first and told and (self.sentence - 1, False) in self.beside

    def _name_of(self, tree: Tree, subject: int) -> str:
        """What a subject is called; "" where there is none."""
        if subject < 0:
            return ""
        token = tree.tokens[subject]
        if token.tag is Tag.PRON:
            return token.means
        mention = self._mention(own_words(tree, subject))
        return mention.text if mention else ""

    def _two_readings(self, tree: Tree, i: int, found: str, gender: str, *, further: bool) -> bool:
        """Whether the sentence itself has another that the pronoun may mean. `further`: what was
        found stands in an earlier sentence."""
        token, plural = tree.tokens[i], (tree.tokens[i].lower in THEY)
        if gender:
            subjects = [tree.subject(a) for a in tree.ancestors(i)]
            if man_between(tree, i, [s for s in subjects if s >= 0]):
                return True
            if further and man_before(tree, i):
                return True
            others = [*names_between(tree, i), *owners_between(tree, i), *told_to(tree, i)]
            if any(self._of_that_gender(tree, k, found, gender) for k in others):
                return True
            table = HE if gender == "m" else SHE
            if further and token.lower in ("him", "her") and self.sentence - 1 in self.unnamed:
                return tree.deps[i] in OBJECTS
            same = any(t.open and t.lower in table for t in tree.tokens[:i])  # as little known
            return further and (same or self._ahead(tree, i, found, gender))
        if token.lower == "it" and behind_another_it(tree, i):
            return True
        if self.sentence - 1 in self.aside and further and done_first(tree, i):
            return True
        if token.lower in ("it", "them") and within_its_subject(tree, i, plural=plural):
            return True
        head = found.split()[-1]
        if not plural and head.endswith(ENDINGS) and calling(head, compound=False):
            return True  # `The artist cut the wood. It was oak.`
        if not plural and kind_of_another(tree, i, found):
            return True
        if token.lower == "they" and somebody_before(tree, i):
            return True
        if token.lower == "its" and not further and reason_beside(tree, i):
            return True
        if not further and other_owner(tree, i, self._place_of(tree, i, found)):
            return True
        if not further and (
            another_thing(tree, i) or (token.lower == "it" and done_beside(tree, i))
        ):
            return True
        if not further and self._of_its_clause(tree, i, found, plural):
            return True
        if not further:
            return token.lower == "it" and self._unknown_between(tree, i, found)
        if not plural and self.sentence - 1 in self.handed:
            return True
        either = self.sentence - 1 in self.given and not acts(tree, i)
        if token.lower == "they" and tree.deps[i] in SUBJECTS and (either or there(tree, i)):
            return True
        many = token.lower == "they" and (crowd_before(tree, i) or of_a_single_speaker(tree, i))
        beside = plural and (self._people_beside(found) or self._by_the_way(found))
        owner = tree.deps[i] == "poss" and not plural and self._owner_beside(tree, i, found)
        return many or beside or owner or self._ahead(tree, i, found, gender)

    def _of_its_clause(self, tree: Tree, i: int, found: str, plural: bool) -> bool:
        """`A sued B Mills, which raised its price`: not A's, whatever the number of B's name;
        `A sued a rival that had copied its sign`: A's, or the rival's."""
        clause = relative_above(tree, i)
        if clause < 0:
            return False
        noun = tree.anchor(clause)
        if self._name_of(tree, noun) != found:
            return True
        above = next((a for a in tree.ancestors(noun) if tree.subject(a) >= 0), -1)
        doer = tree.subject(above) if above >= 0 else noun
        if tree.comma_before(clause) or noun in tree.subtree(doer):
            return False
        other = self._mention(own_words(tree, doer)) if doer < noun else None
        return other is not None and not other.person and other.plural == plural

    def _place_of(self, tree: Tree, i: int, found: str) -> int:
        """Where the subject above that was found stands; `i` where it is none."""
        subjects = [s for a in tree.ancestors(i) if (s := tree.subject(a)) >= 0]
        return max((s for s in subjects if self._name_of(tree, s) == found), default=i)

    def _unknown_between(self, tree: Tree, i: int, found: str) -> bool:
        """`A says the mill fears it, and its owner knows it`: what the first `it` is, is open."""
        at = self._place_of(tree, i, found)
        return any(
            t.lower == "it" and t.tag is Tag.PRON and not t.means and t.entity != NOTHING
            for t in tree.tokens[at + 1 : i]
        ) or (tree.deps[i] in OBJECTS and thing_between(tree, at, i))

    def _of_that_gender(self, tree: Tree, k: int, found: str, gender: str) -> bool:
        """Whether a name is one of somebody else who may be a man, or a woman."""
        name = self.full(tree.tokens[k].text)
        name = tree.tokens[k].means or name
        return name != found and name in self.named and self.genders.get(name, "") in ("", gender)

    def _ahead(self, tree: Tree, i: int, found: str, gender: str) -> bool:
        """`When she heard of it, A left`, where somebody else was spoken of before."""
        subject = fronted_before(tree, i)
        after = tree.tokens[subject].tag is not Tag.PRON if subject >= 0 else False
        mention = self._mention(own_words(tree, subject)) if after else None
        if mention is None or mention.text == found:
            return False
        if gender:
            return mention.person and not mention.plural and mention.gender in ("", gender)
        return not mention.person and mention.plural == (tree.tokens[i].lower in THEY)
