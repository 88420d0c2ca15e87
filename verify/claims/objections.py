"""What speaks against whom a pronoun was found to mean."""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.anaphora import RESEARCH, unlike_in_kind
from verify.claims.antecedents import abstract
from verify.claims.candidates import Candidates
from verify.claims.control import (
    BODIES,
    HAPPENINGS,
    HEADS,
    RANKS,
    WRITINGS,
    acts,
    may_mean,
    means_to,
)
from verify.claims.staying import Pronoun
from verify.claims.verbs import base_of


@dataclass
class Objections(Candidates):
    """What another reading of the sentence, or its words, say against an antecedent."""

    def _of_another_kind(self, p: Pronoun, found: str, earlier: bool) -> bool:
        return unlike_in_kind(p.tree, p.i, found)

    def _doubted(self, p: Pronoun, found: str, earlier: bool) -> bool:
        return self._two_readings(p.tree, p.i, found, p.gender, further=earlier)

    def _handled(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`A was accused of renaming a road. It …`: A, or the road."""
        either = earlier and p.lower == "it" and p.subject and self.sentence - 1 in self.handled
        return either and not acts(p.tree, p.i)

    def _equated(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`The trouble with A is that it is late`: what is late is not the trouble."""
        tree, below = p.tree, p.i
        for above in tree.ancestors(p.i):
            told = tree.deps[below] == "ccomp" and tree.tokens[above].lower in lx.BE
            if told and tree.subject(above) >= 0:
                return found == self._name_of(tree, tree.subject(above))
            below = above
        return False

    def _sum(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`The largest sum went to A, a firm. It organised B`: a sum does nothing."""
        head = found.lower().split()[-1]
        tree, verb = p.tree, p.tree.heads[p.i]
        does = p.subject and tree.child(verb, "dobj") > verb and tree.tags[verb][:2] == "VB"
        has = base_of(tree.tokens[verb].lower) in ("have", "include", "exceed", "reach", "cover")
        return earlier and p.lower == "it" and head in SUMS and does and not has

    def _mindless(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`Two vans pulled up. They wanted to buy fish`: those in them; vans want nothing. `The
        ruling hit A. It plans to appeal`: A does."""
        head = found.split()[-1]
        if not p.subject or not means_to(p.tree, p.tree.heads[p.i]) or not head[:1].islower():
            return False
        return not may_mean(head) if p.plural else p.thing and earlier and abstract(head)

    def _owned(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`The firm's work has shrunk. It …`: the firm, or its work."""
        owner = found.replace("’", "'").partition("'s ")
        thing = owner[2][:1].islower() and owner[0] not in self.named  # `Ford's Mustang` is one
        return earlier and p.thing and thing

    def _rather_what_happened(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`For A it is a moment of triumph`: no body is a moment, but what happened."""
        what = p.tree.child(p.tree.heads[p.i], "attr")
        deed = what >= 0 and p.tree.tokens[what].lower in HAPPENINGS
        last = found.split()[-1]
        return deed and p.subject and (last[:1].isupper() or last in BODIES)

    def _one_of_its_name(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`The first Red Hen opened in Kent. Its …`: that one, or all that bear the name."""
        words = found.split()
        ranked = len(words) > 2 and words[1] in RANKS and words[2][:1].isupper()
        return earlier and p.thing and ranked

    def _staff_of_no_body(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`The report named A. Its chairman left`: a report has none."""
        head = p.tree.tokens[p.tree.heads[p.i]].lower
        text = found.split()[-1] in RESEARCH | WRITINGS | INQUIRIES
        has = (earlier and head in HEADS) or head in OF_BODIES
        refused = p.possessive and p.thing and has and text
        if refused:
            self.unowned.add(self.sentence)
        return refused

    def _of_nobody_known(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`Its bell went to A, which asked for it`: of whom `its` is, nobody could tell there."""
        return p.thing and not p.ending and found.split()[0].lower() in ("its", "their", "his")

    def _after_an_open_one(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`The audit changed its board. It won A`: not the audit, if `its` was not the audit's."""
        text = found.split()[-1] in RESEARCH | WRITINGS | INQUIRIES
        return earlier and p.thing and text and self.sentence - 1 in self.unowned

    def _shared(self, p: Pronoun, found: str, earlier: bool) -> bool:
        return self.people.get(found) == ""


INQUIRIES = frozenset("inquiry audit investigation inquest inspection".split())
# A report deals with these, and has none: `The review led to an overhaul of its governance`.
OF_BODIES = frozenset("governance leadership management workforce headquarters culture".split())
SUMS = frozenset("sum amount total share figure percentage number".split())
