"""Who `he`, `it` and `they` are.

In a parsed sentence three tables decide, in each the first row that applies: STAYING (in
`staying.py`) tells which pronouns stand for nothing or stay as they are, LOOKS where the others
are sought, REFUSALS what speaks against whom was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from verify.claims import lexicon as lx
from verify.claims.anaphora import (
    RESEARCH,
    described_by_who,
    human_before,
    owned,
    ranked,
    spelt_out,
    unlike_in_kind,
)
from verify.claims.binding import barred, leads
from verify.claims.candidates import Candidates
from verify.claims.control import (
    BODIES,
    HAPPENINGS,
    HEADS,
    RANKS,
    WRITINGS,
    acts,
    by_nobody,
    deed_of,
    demanded,
    doer_of,
    is_body,
    name_of,
    taken_from,
)
from verify.claims.expletives import is_expletive
from verify.claims.mentions import Mention, is_many, is_object, object_before, starts_clause
from verify.claims.parallels import body_of_speaker, named_body, object_again
from verify.claims.speech import subjects_above
from verify.claims.staying import PRONOUNS, STAYING, Fate, Pronoun, pronoun_at
from verify.claims.tokens import NOTHING, Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of


@dataclass
class Pronouns(Candidates):
    """The pronouns of a sentence, held against what was spoken of before."""

    def _parsed_pronoun(self, tree: Tree, i: int) -> None:
        """A pronoun stands for the nearest subject above it that fits, else for an earlier one."""
        pronoun = pronoun_at(tree, i)
        if pronoun is None:
            return
        staying = next((row for row in STAYING if row.when(pronoun)), None)
        if staying is None:
            self._seek(pronoun)
        elif staying.fate is Fate.NOTHING:
            pronoun.token.entity = NOTHING
        elif staying.fate is Fate.OPEN:
            pronoun.token.open = True

    def _seek(self, p: Pronoun) -> None:
        """Put whom the first of LOOKS finds in the pronoun's place, unless REFUSALS object."""
        p = replace(p, near=tuple(self._mention(words) for words in _above(p)))
        tried = ((look, look.find(self, p)) for look in LOOKS)
        look, found = next((look, found) for look, found in tried if found is not None)
        leaves_open = look.leaves_open
        refused = (r for r in REFUSALS if found and r.when(self, p, found, look.earlier))
        if (refusal := next(refused, None)) is not None:
            found, leaves_open = "", leaves_open or refusal.leaves_open
        p.token.means = owned(found, p.ending, several=p.plural)
        p.token.open = found == "" and leaves_open
        if p.token.means and not p.ending:
            spelt_out(p.tree, p.i + 1)

    def _doer(self, p: Pronoun) -> str | None:
        """`a push by A to sell its mill`, `A's bid to …`: A's, where it may be."""
        deed = _deed(p)
        who = doer_of(p.tree, deed) if deed >= 0 else -1
        if who < 0:
            return None
        other = pronoun_at(p.tree, who)
        if other is not None:
            same = other.table is p.table and other.token.entity != NOTHING
            return other.token.means.removesuffix("'s").removesuffix("'") if same else None
        if demanded(p.tree, deed):
            asked = p.tree.subject(p.tree.root)
            return None if asked >= 0 and is_body(p.tree, asked) else ""
        mention = self._mention(name_of(p.tree, who))
        found = self._near([mention], p.gender, p.plural, p.lower)
        return "" if found and taken_from(p.tree, p.i) else found

    def _undone(self, p: Pronoun) -> str | None:
        """`The rule is part of a push to cut its debts`: of nobody who is named."""
        deed = _deed(p)
        nobody = deed >= 0 and doer_of(p.tree, deed) < 0 and by_nobody(p.tree, deed)
        return "" if nobody else None

    def _of_speaker(self, p: Pronoun) -> str | None:
        body = body_of_speaker(p.tree, p.i) if p.thing else None
        return None if body is None else named_body(body)

    def _repeated(self, p: Pronoun) -> str | None:
        return None if p.gender else object_again(p.tree, p.i, p.plural)

    def _partitive(self, p: Pronoun) -> str | None:
        return self._some_of_them(p.tree, p.i) if p.plural else None

    def _nearest(self, p: Pronoun) -> str | None:
        return self._near(p.near, p.gender, p.plural, p.lower)

    def _nameless_here(self, p: Pronoun) -> str | None:
        return "" if p.gender and human_before(p.tree, p.i) else None

    def _owner_here(self, p: Pronoun) -> str | None:
        """The owner of something stands in its sentence, if anybody does there."""
        here = bool(p.near) or p.tree.subject(p.tree.root) < 0
        return "" if not p.gender and p.possessive and here else None

    def _put_first(self, p: Pronoun) -> str | None:
        alone = p.lower in ("it", "they") and not p.speaks
        return self._fronted(p.tree, p.i, p.plural) if alone else None

    def _done_to(self, p: Pronoun) -> str | None:
        """What a sentence does something to is seldom what the last one was about."""
        return "" if p.done_to else None

    def _behind_another(self, p: Pronoun) -> str | None:
        """`He said it would come`: whatever he spoke of."""
        return "" if not p.gender and not leads(p.tree, p.i, p.table) else None

    def _last(self, p: Pronoun) -> str | None:
        if p.gender:
            other = self._name_of(p.tree, barred(p.tree, p.i))
            return self._person(p.gender, None, but=other)
        return self._thing(p.plural, None, speaker=p.can_speak, main=ranked(p.tree, p.i))

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
        text = found.split()[-1] in RESEARCH | WRITINGS
        return earlier and p.possessive and p.thing and head in HEADS and text

    def _of_nobody_known(self, p: Pronoun, found: str, earlier: bool) -> bool:
        """`Its bell went to A, which asked for it`: of whom `its` is, nobody could tell there."""
        return p.thing and not p.ending and found.split()[0].lower() in ("its", "their", "his")

    def _shared(self, p: Pronoun, found: str, earlier: bool) -> bool:
        return self.people.get(found) == ""

    def _pronoun(self, tokens: list[Token], i: int, here: Mention | None, seen_verb: bool) -> None:
        token = tokens[i]
        for table, gender, plural in PRONOUNS:
            if token.lower not in table or token.tag not in (Tag.PRON, Tag.DET):
                continue
            if token.lower == "it" and is_expletive(tokens, i):
                return
            if seen_verb and not table[token.lower] and not gender and not starts_clause(tokens, i):
                token.means = object_before(tokens, i, plural)
                return
            bound = table[token.lower] and seen_verb and not gender
            if bound and here is None:
                return
            found = (
                self._person(gender, here)
                if gender
                else self._thing(plural, here, bound=bool(bound))
            )
            ending = table[token.lower]
            if token.lower == "her" and is_object(tokens, i):
                ending = ""
            token.means = owned(found, ending)
            return


SUMS = frozenset("sum amount total share figure percentage number".split())


def _deed(p: Pronoun) -> int:
    """The noun whose infinitive `its` or `their` stands in; −1."""
    return deed_of(p.tree, p.i) if p.possessive and not p.gender else -1


def _above(p: Pronoun) -> list[Sequence[Token]]:
    """The subjects above a pronoun, but for those that it cannot mean."""
    tree = p.tree
    person = described_by_who(tree, p.i) if p.thing else None
    other = barred(tree, p.i)
    done = tree.tokens[other] if other >= 0 else None
    return [
        words
        for words in subjects_above(tree, p.i)
        if not (p.gender and is_many(words))
        and words[-1] is not person
        and all(t is not done for t in words)
    ]


@dataclass(frozen=True, slots=True)
class Look:
    """One row: where an antecedent is sought. It finds a name; "", where nobody can be told and
    nobody is sought further; None, where it has nothing to say."""

    name: str
    find: Callable[[Pronouns, Pronoun], str | None]
    leaves_open: bool  # whether "" is named among what the article leaves open
    earlier: bool = False  # in an earlier sentence, or put first in this one


LOOKS: tuple[Look, ...] = (
    Look("whoever makes the bid", Pronouns._doer, leaves_open=True),
    Look("the body of whoever speaks", Pronouns._of_speaker, leaves_open=True),
    Look("a bid of which nobody says whose", Pronouns._undone, leaves_open=True),
    Look("the object of the verb before", Pronouns._repeated, leaves_open=False),
    Look("what was counted", Pronouns._partitive, leaves_open=False),
    Look("the nearest subject", Pronouns._nearest, leaves_open=False),
    Look("somebody without a name", Pronouns._nameless_here, leaves_open=False),
    Look("an owner here", Pronouns._owner_here, leaves_open=True, earlier=True),
    Look("a clause put first", Pronouns._put_first, leaves_open=True, earlier=True),
    Look("what something is done to", Pronouns._done_to, leaves_open=True, earlier=True),
    Look("behind another subject", Pronouns._behind_another, leaves_open=True, earlier=True),
    Look("whom the last sentence was about", Pronouns._last, leaves_open=True, earlier=True),
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row: what speaks against whom was found, in an earlier sentence or in this one."""

    name: str
    when: Callable[[Pronouns, Pronoun, str, bool], bool]
    leaves_open: bool


REFUSALS: tuple[Refusal, ...] = (
    Refusal("another kind of thing", Pronouns._of_another_kind, leaves_open=False),
    Refusal("two readings", Pronouns._doubted, leaves_open=True),
    Refusal("what something was done to", Pronouns._handled, leaves_open=True),
    Refusal("what the clause tells of", Pronouns._equated, leaves_open=True),
    Refusal("a sum", Pronouns._sum, leaves_open=True),
    Refusal("what belongs to another thing", Pronouns._owned, leaves_open=True),
    Refusal("what happened", Pronouns._rather_what_happened, leaves_open=True),
    Refusal("one of those of its name", Pronouns._one_of_its_name, leaves_open=True),
    Refusal("a thing that nobody leads", Pronouns._staff_of_no_body, leaves_open=True),
    Refusal("a thing of nobody known", Pronouns._of_nobody_known, leaves_open=True),
    Refusal("a surname that two share", Pronouns._shared, leaves_open=True),
)
