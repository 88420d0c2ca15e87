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
    described_by_who,
    human_before,
    owned,
    ranked,
    spelt_out,
)
from verify.claims.binding import barred, leads
from verify.claims.control import (
    BODIES,
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
from verify.claims.names import KIN
from verify.claims.objections import Objections
from verify.claims.owning import may_own
from verify.claims.parallels import body_of_speaker, named_body, object_again
from verify.claims.speech import subjects_above
from verify.claims.staying import PRONOUNS, STAYING, Fate, Pronoun, pronoun_at
from verify.claims.tokens import NOTHING, Tag, Token
from verify.claims.trees import SUBJECTS, Tree


@dataclass
class Pronouns(Objections):
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

    def _same_family(self, p: Pronoun) -> str | None:
        """`His father was a cook, and his mother sold A`: the mother of the same man."""
        relative = p.tree.heads[p.i]
        if not (p.possessive and p.gender and _is_relative(p.tree, relative)):
            return None
        for k in range(p.i - 1, -1, -1):
            first = p.tree.heads[k]
            if p.tree.deps[k] != "poss" or p.tree.tokens[k].lower != p.lower:
                continue
            if first != relative and _is_relative(p.tree, first):
                return p.tree.tokens[k].means.removesuffix("'s").removesuffix("'")
        return None

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

    def _unsaid(self, p: Pronoun) -> str | None:
        """`A said every club has its price`: each club's; no name can be put for that."""
        first = next(iter(_above(p)), None) if p.possessive and not p.gender else None
        stands = first is not None and p.near[0] is None
        return "" if stands and may_own(p.tree, first or [], plural=p.plural) else None

    def _owner_of_subject(self, p: Pronoun) -> str | None:
        """`The firm's fame faded when its director left`: the firm's, for fame has none."""
        subject = p.near[0].text if p.near and p.near[0] else ""
        owner, _, thing = subject.replace("’", "'").partition("'s ")
        led = p.possessive and p.thing and p.tree.tokens[p.tree.heads[p.i]].lower in lx.ROLE_HEADS
        body = owner.split()[-1:] and owner.split()[-1] in BODIES
        return owner if led and thing[:1].islower() and body else None

    def _nearest(self, p: Pronoun) -> str | None:
        return self._near(p.near, p.gender, p.plural, p.lower)

    def _nameless_here(self, p: Pronoun) -> str | None:
        return "" if p.gender and human_before(p.tree, p.i) else None

    def _asked(self, p: Pronoun) -> str | None:
        """`What does it say?`, over a paragraph: what the page is about, or the last one."""
        return "" if self.heading and not p.gender else None

    def _owner_here(self, p: Pronoun) -> str | None:
        """The owner of something stands in its sentence, if anybody does there."""
        here = bool(p.near) or p.tree.subject(p.tree.root) < 0
        return "" if not p.gender and p.possessive and here else None

    def _put_first(self, p: Pronoun) -> str | None:
        alone = p.lower in ("it", "they") and not p.speaks
        return self._fronted(p.tree, p.i, p.plural, done_to=p.done_to) if alone else None

    def _done_to(self, p: Pronoun) -> str | None:
        """What a sentence does something to is seldom what the last one was about."""
        return "" if p.done_to else None

    def _behind_another(self, p: Pronoun) -> str | None:
        """`He said it would come`: whatever he spoke of."""
        return "" if not p.gender and not leads(p.tree, p.i, p.table) else None

    def _last(self, p: Pronoun) -> str | None:
        if p.gender:
            others = self._others(p.tree, p.i)
            return self._person(p.gender, None, but=others, speaker=p.speaks)
        return self._thing(p.plural, None, speaker=p.can_speak, main=ranked(p.tree, p.i))

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


def _is_relative(tree: Tree, noun: int) -> bool:
    """Whether a clause has somebody's father, wife … as its subject."""
    return tree.deps[noun] in SUBJECTS and tree.tokens[noun].lower in KIN


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
    Look("whose father was told of, too", Pronouns._same_family, leaves_open=True),
    Look("whoever makes the bid", Pronouns._doer, leaves_open=True),
    Look("the body of whoever speaks", Pronouns._of_speaker, leaves_open=True),
    Look("a bid of which nobody says whose", Pronouns._undone, leaves_open=True),
    Look("the object of the verb before", Pronouns._repeated, leaves_open=False),
    Look("what was counted", Pronouns._partitive, leaves_open=False),
    Look("a subject that no name can be put for", Pronouns._unsaid, leaves_open=False),
    Look("whose subject has a head", Pronouns._owner_of_subject, leaves_open=True),
    Look("the nearest subject", Pronouns._nearest, leaves_open=False),
    Look("somebody without a name", Pronouns._nameless_here, leaves_open=False),
    Look("in a question put as a heading", Pronouns._asked, leaves_open=True, earlier=True),
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
    Refusal("things without a mind", Pronouns._mindless, leaves_open=True),
    Refusal("what belongs to another thing", Pronouns._owned, leaves_open=True),
    Refusal("what happened", Pronouns._rather_what_happened, leaves_open=True),
    Refusal("one of those of its name", Pronouns._one_of_its_name, leaves_open=True),
    Refusal("a thing that nobody leads", Pronouns._staff_of_no_body, leaves_open=True),
    Refusal("behind an open one", Pronouns._after_an_open_one, leaves_open=True),
    Refusal("a thing of nobody known", Pronouns._of_nobody_known, leaves_open=True),
    Refusal("a surname that two share", Pronouns._shared, leaves_open=True),
)
