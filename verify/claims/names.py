"""Who an article names: learnt from all of it before any reference is resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verify.claims import lexicon as lx
from verify.claims.countries import COUNTRIES
from verify.claims.introduced import called, described_as_person, gender_of_noun
from verify.claims.mentions import (
    FEMALE_NOUNS,
    FIRST_OF_FIRMS,
    LINKS,
    MALE_NOUNS,
    aged,
    firm_named_last,
    first_name_first,
    gender_of,
    name_runs,
    nicknamed,
    takes_office,
)
from verify.claims.no_surnames import (
    NO_SURNAMES,
    PARTY_NOUNS,
    THING_NOUNS,
    VENUES,
    no_surname,
    without_letters,
)
from verify.claims.not_meant import gone_to, two_of_a_name
from verify.claims.phrases import Tokens, render
from verify.claims.titles import rather_a_name
from verify.claims.tokens import Tag, Token
from verify.claims.verbs import base_of

GROUP_WORDS = frozenset(
    "inc corp ltd llc plc llp gmbh university college company group institute committee council"
    " ministry department agency"
    " association bank party club team court museum foundation society union commission"
    " organization organisation times post news united rovers wanderers athletic".split()
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
    bearers: dict[str, list[str]] = field(default_factory=dict)  # surname → full names, in order
    named: set[str] = field(default_factory=set)  # full names of persons
    maybe: dict[str, str] = field(default_factory=dict)  # surname → a name that may be a person's
    who: set[str] = field(default_factory=set)  # surnames after which a clause with `who` stands
    firms: set[str] = field(default_factory=set)  # first words of names of organisations
    relatives: set[str] = field(default_factory=set)  # `her niece, NAME`
    titled: set[str] = field(default_factory=set)  # `Prince Leopold`, never with a surname
    nicknames: set[str] = field(default_factory=set)  # `known as Roe`: names that are whole so
    addressed: dict[str, set[str]] = field(default_factory=dict)  # surname → `Mr`, `Ms`: genders

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
        if tokens and first_name_first(tokens):
            tokens[0].tag = Tag.NAME
        for start, end in name_runs(tokens):
            self.countries |= countries_in(render(tokens[start:end]))
            said = None if people is None else any(i in people for i in range(start, end))
            after = [t.lower for t in tokens[end : end + 2]]
            if after == [",", "who"]:
                self.who.add(tokens[end - 1].text)
            if end - start > 1 and any(_names_a_group(t) for t in tokens[start + 1 : end]):
                self.firms.add(tokens[start].text)
            self.firms |= firm_named_last(tokens[start:end]) | two_of_a_name(tokens, start, end)
            if end - start == 1 and nicknamed(tokens, start):
                self.nicknames.add(tokens[start].text)
            self._learn_name(tokens, start, end, said)

    def settle(self) -> None:
        """Forget persons whom the parser took for something else as often."""
        doubtful = [
            last
            for last, full in self.people.items()
            if full and full not in self.sure and self.votes[full] <= 0 and last not in self.who
        ]
        for last in doubtful:
            self.named.discard(self.people.pop(last))
        for last, said in self.addressed.items():  # `Mr Roe`, of whom his first name tells nothing
            full = self.people.get(last)
            if full and len(said) == 1:
                self.genders.setdefault(full, *said)
        for name in self.votes:  # `Roe Coatings`, whatever the parser takes it for
            words = name.split()
            several = len(words) == 2 and words[1].endswith("s") and words[1] not in self.bearers
            if several and words[0] in self.people and name not in self.named:
                self.firms.add(words[0])
        first = {word for held in self.bearers.values() for name in held for word in name.split()}
        alone = self.titled | {name for name in self.nicknames if self.votes[name] > 0}
        for name in alone - first - set(self.people) - self.firms:
            self.people[name] = name
            self.named.add(name)
        for last in self.who - set(self.people):
            if last in self.maybe:  # `Roe, who`: a person, whoever else was in doubt
                self.people[last] = self.maybe[last]
                self.named.add(self.maybe[last])

    def _learn_name(self, tokens: Tokens, start: int, end: int, said: bool | None) -> None:
        names = list(tokens[start:end])
        titled = [
            k
            for k, t in enumerate(names)
            if t.lower.rstrip(".") in lx.ROLE_HEADS | lx.HONORIFICS and not rather_a_name(names, k)
        ]
        before = tokens[start - 1].lower.rstrip(".") if start else ""
        title = names[titled[-1]].lower.rstrip(".") if titled else before
        names = names[titled[-1] + 1 :] if titled else names
        names = _without_lead(names, first=start == 0 and not titled)
        while len(names) > 1 and names[-1].text[:1] in '"“':
            names = names[:-1]  # `Roe “the Rock”`
        if start == 0 and len(names) > 2 and render(names[1:]) in self.named:
            names = names[1:]  # `Overall Jane Roe …`, who has been named
        if before == "of" and len(names) > 1 and names[0].lower in lx.DEPARTMENTS:
            title = tokens[start - 2].lower if start > 1 else ""
            names = names[1:]
        group = any(t.lower.rstrip(".") in GROUP_WORDS for t in names)
        if not names or group or names[0].lower in FIRST_OF_FIRMS | VENUES:
            return
        surname = without_letters(names)[-1]
        ends = surname.lower
        if ends in NO_SURNAMES or no_surname(surname) or ends.rstrip("s") in PARTY_NOUNS:
            return
        full = render(names)
        if self._peer(names):
            return
        plain = (
            title in lx.ROLE_HEADS | lx.HONORIFICS
            or names[0].lower in lx.MALE_NAMES | lx.FEMALE_NAMES
            or aged(tokens, end)
        )
        what = called(tokens, end)
        described = described_as_person(tokens, end, parsed=said is not None)
        described = described or takes_office(tokens, end) or bool(what)
        if plain or described:
            self.sure.add(full)
        thing = self._described_as_thing(tokens, end)
        self.votes[full] += -3 if thing else 1 if said else -1
        said = said and not thing
        person = plain or described or bool(said) or names[-1].text in self.who
        if not person and not thing and 2 <= len(names) <= 4:
            self.maybe.setdefault(names[-1].text, full)
        if person and 2 <= len(names) <= 5 and names[0].tag is Tag.NAME:
            last = surname.text if not ends.startswith(("jr", "sr")) else names[-2].text
            self.named.add(full)
            held = self.bearers.setdefault(last, [])
            if full not in held:
                held.append(full)
            known = self.people.get(last)
            same = known in (None, full) or full.startswith(known or " ")
            lettered = known is not None and known.startswith(f"{full} ")  # `Jane Roe OBE`
            self.people[last] = known if known and lettered else full if same else ""
        somebody = plain or (bool(what) and len(full) > 3)
        somebody = somebody and not (title == before and gone_to(tokens, start))
        if len(names) == 1 and somebody and (said or title in NOBLE | lx.HONORIFICS):
            self.titled.add(full)
        if _of_the_family(tokens, start):
            self.relatives.add(full)
        gender = gender_of(title, names[0].lower if len(names) > 1 else "")
        if gender and len(names) == 1 and title in lx.HONORIFICS:
            self.addressed.setdefault(full, set()).add(gender)
        if not gender and len(names) > 2 and names[0].lower in STYLES:
            gender = gender_of("", names[1].lower)
        gender = gender or self._kin(tokens, start, end) or gender_of_noun(what)
        if gender:
            self.genders.setdefault(full, gender)

    def _in_full(self, name: str, plain: str) -> str:
        """`Beatriz Lund`, where the parser has only `Lund` for a name; a baroness by her own."""
        if name.split()[0].lower() in PEERS:
            return self.people.get(name.split()[-1]) or name
        half = name not in self.named and plain in self.named
        return plain if half or plain in self.titled & self.named else name

    def _peer(self, names: list[Token]) -> bool:
        """`Rennie Roe, Baroness Roe`: she is one woman, by both names."""
        held = self.bearers.get(names[-1].text, [])
        gender = PEERS.get(names[0].lower, "") if len(names) == 2 and len(held) == 1 else ""
        if gender:
            self.genders.setdefault(held[0], gender)
        return gender != ""

    @staticmethod
    def _kin(tokens: Tokens, start: int, end: int) -> str:
        """`his daughter, NAME, said`: a woman; "" where nothing of the kind is said."""
        closed = end < len(tokens) and tokens[end].tag is Tag.COMMA
        comma = start > 1 and tokens[start - 1].tag is Tag.COMMA
        at = start - 2 if comma and closed else start - 1
        noun = tokens[at].lower if at > 0 and (closed or not comma) else ""
        return "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else ""

    @staticmethod
    def _described_as_thing(tokens: Tokens, end: int) -> bool:
        """`NAME is a library for …`."""
        after = [t.lower for t in tokens[end : end + 8]]
        equated = after[:1] in (["is"], ["was"]) and after[1:2] in (["a"], ["an"])
        return equated and bool(THING_NOUNS.intersection(after[2:]))


# What stands before a whole name and is taken for its first part: `Canon Theodore Roe`.
STYLES = frozenset(
    "canon archdeacon reverend rev deacon monsignor prebendary abbot brigadier commodore bombardier"
    " corporal private gunner trooper squadron wing flight group constable sergeant".split()
)
PEERS = {"baron": "m", "baroness": "f", "viscount": "m", "viscountess": "f", "countess": "f"}
NOBLE = frozenset(
    "prince princess king queen pope emperor empress emir sultan duke duchess saint father sister"
    " brother president".split()
)


def _without_lead(names: list[Token], *, first: bool) -> list[Token]:
    """`rang Roe`, `Questioning Roe`, which the parser takes for a name: `Roe`."""
    while len(names) > 1 and names[0].text.islower() and names[0].lower not in LINKS:
        names = names[1:]
    verb = first and len(names) > 1 and names[0].lower.endswith("ing")
    return names[1:] if verb and base_of(names[0].lower) != names[0].lower else names


FAR = 7  # words between a relative and the name
KIN = (MALE_NOUNS | FEMALE_NOUNS | frozenset("cousin partner spouse sibling child".split())) - {
    "man", "woman", "boy", "girl", "king", "queen", "actress",
}  # fmt: skip


def _of_the_family(tokens: Tokens, start: int) -> bool:
    """`her niece, the novelist NAME`, `Roe's late husband, NAME`, `the only child of NAME`."""
    for k in range(start - 1, max(0, start - FAR), -1):
        if tokens[k].tag in (Tag.FIN, Tag.CONJ, Tag.REL):
            return False
        if tokens[k].lower in KIN:
            owner = tokens[max(0, k - 2) : k]
            if tokens[k + 1].lower == "of":
                return k + 2 == start  # `the only child of NAME`
            return any(t.lower in ("his", "her", "their", "'s") for t in owner)
    return False


def _names_a_group(token: Token) -> bool:
    """`Osterby Breweries`: a word that makes a name one of a firm or a body."""
    return token.entity == "ORG" or token.lower.rstrip(".") in GROUP_WORDS


def countries_in(name: str) -> set[str]:
    """The country that a run of capitalised words is, if it is one."""
    return {name} if name.lower() in COUNTRIES else set()


def unlisted(names: Iterable[Token]) -> list[Token]:
    """A name's words without titles."""
    own = list(names)
    return [
        t
        for k, t in enumerate(own)
        if t.lower.rstrip(".") not in lx.ROLE_HEADS | lx.HONORIFICS | lx.ROLE_MODIFIERS
        or rather_a_name(own, k)
    ]


def capitalised(phrase: Tokens) -> list[Token]:
    """The names among the words of a phrase."""
    return [t for t in phrase if t.tag is Tag.NAME]
