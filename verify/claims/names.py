"""Who an article names: learnt from all of it before any reference is resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verify.claims import lexicon as lx
from verify.claims.countries import COUNTRIES
from verify.claims.mentions import gender_of, name_runs, says
from verify.claims.phrases import Tokens, render
from verify.claims.tokens import Tag, Token

GROUP_WORDS = frozenset(
    "inc corp ltd university college company group institute committee council ministry"
    " department agency"
    " association bank party club team court museum foundation society union commission"
    " organization organisation times post news".split()
)

# `the Virginia Democrat` is nobody called Virginia.
PARTY_NOUNS = frozenset(
    "democrat republican independent conservative liberal socialist tory labourite green".split()
)
THING_NOUNS = frozenset(
    "library software company song film movie book novel app platform tool album band series"
    " programme program language framework brand product city town village river lake ship"
    " vaccine drug website newspaper magazine game genus species technique method system".split()
)


@dataclass
class Names:
    """The names of one article."""

    people: dict[str, str] = field(
        default_factory=dict
    )  # surname → full name, "" where two share it
    genders: dict[str, str] = field(default_factory=dict)
    proper: set[str] = field(default_factory=set)  # words seen capitalised inside sentences
    common: set[str] = field(default_factory=set)  # words seen in lower case
    countries: set[str] = field(default_factory=set)  # named anywhere in the article
    votes: Counter[str] = field(default_factory=Counter)  # sentences that take it for a person's
    sure: set[str] = field(default_factory=set)  # persons by a title or a known first name

    def learn(
        self, tokens: Tokens, *, headline: bool = False, people: frozenset[int] | None = None
    ) -> None:
        """Collect the names of one sentence. `people`: the words that a parser takes for names
        of persons; None where there was no parser."""
        for i, token in enumerate(tokens):
            if token.text[:1].islower():
                self.common.add(token.lower)
            elif i and token.tag is Tag.NAME and not headline:
                self.proper.add(token.text)
        if headline:
            return
        for start, end in name_runs(tokens):
            self.countries |= countries_in(render(tokens[start:end]))
            said = None if people is None else any(i in people for i in range(start, end))
            self._learn_name(tokens, start, end, said)

    def settle(self) -> None:
        """Forget persons whom the parser took for something else as often."""
        doubtful = [
            last
            for last, full in self.people.items()
            if full and full not in self.sure and self.votes[full] <= 0
        ]
        for last in doubtful:
            del self.people[last]

    def _learn_name(self, tokens: Tokens, start: int, end: int, said: bool | None) -> None:
        names = list(tokens[start:end])
        titled = [
            k for k, t in enumerate(names) if t.lower.rstrip(".") in lx.ROLE_HEADS | lx.HONORIFICS
        ]
        before = tokens[start - 1].lower.rstrip(".") if start else ""
        title = names[titled[-1]].lower.rstrip(".") if titled else before
        names = names[titled[-1] + 1 :] if titled else names
        if before == "of" and len(names) > 1 and names[0].lower in lx.DEPARTMENTS:
            title = tokens[start - 2].lower if start > 1 else ""
            names = names[1:]
        if not names or any(t.lower.rstrip(".") in GROUP_WORDS for t in names):
            return
        if names[-1].lower.rstrip("s") in PARTY_NOUNS:
            return
        full = render(names)
        plain = (
            title in lx.ROLE_HEADS | lx.HONORIFICS
            or names[0].lower in lx.MALE_NAMES | lx.FEMALE_NAMES
        )
        described = self._described_as_person(tokens, end, parsed=said is not None)
        if plain or described:
            self.sure.add(full)
        thing = self._described_as_thing(tokens, end)
        self.votes[full] += -3 if thing else 1 if said else -1
        said = said and not thing
        person = plain or described or bool(said)
        if person and 2 <= len(names) <= 5 and names[0].tag is Tag.NAME:
            last = (
                names[-1].text if not names[-1].lower.startswith(("jr", "sr")) else names[-2].text
            )
            known = self.people.get(last)
            self.people[last] = (
                full if known in (None, full) or full.startswith(known or " ") else ""
            )
        gender = gender_of(title, names[0].lower if len(names) > 1 else "")
        if gender:
            self.genders.setdefault(full, gender)

    @staticmethod
    def _described_as_thing(tokens: Tokens, end: int) -> bool:
        """`NAME is a library for …`."""
        after = [t.lower for t in tokens[end : end + 8]]
        equated = after[:1] in (["is"], ["was"]) and after[1:2] in (["a"], ["an"])
        return equated and bool(THING_NOUNS.intersection(after[2:]))

    @staticmethod
    def _described_as_person(tokens: Tokens, end: int, *, parsed: bool) -> bool:
        """`NAME is an American actor`, `NAME, the president of …`, `NAME said`."""
        after = tokens[end : end + 9]
        if not parsed and after and lx.FORMS.get(after[0].lower) and says(after[0]):
            return True
        if after and (after[0].tag in (Tag.COMMA, Tag.PAREN) or after[0].lower in lx.BE):
            return any(t.lower in lx.ROLE_HEADS for t in after[1:]) and any(
                t.tag is Tag.DET for t in after[1:4]
            )
        return False


def countries_in(name: str) -> set[str]:
    """The country that a run of capitalised words is, if it is one."""
    return {name} if name.lower() in COUNTRIES else set()


def unlisted(names: Iterable[Token]) -> list[Token]:
    """A name's words without titles."""
    return [
        t
        for t in names
        if t.lower.rstrip(".") not in lx.ROLE_HEADS | lx.HONORIFICS | lx.ROLE_MODIFIERS
    ]


def capitalised(phrase: Tokens) -> list[Token]:
    """The names among the words of a phrase."""
    return [t for t in phrase if t.tag is Tag.NAME]
