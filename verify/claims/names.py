"""Who an article names: learnt from all of it before any reference is resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verify.claims import lexicon as lx
from verify.claims.countries import COUNTRIES
from verify.claims.mentions import (
    FEMALE_NOUNS,
    FIRST_OF_FIRMS,
    LINKS,
    MALE_NOUNS,
    aged,
    firm_named_last,
    gender_of,
    name_runs,
    says,
    takes_office,
)
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

# `the Charles River` is no Charles.
NO_SURNAMES = frozenset(
    "river street road avenue bridge islands county hospital airport station stadium prize award"
    " awards cup medal act tower highway boulevard drive lane square beach falls bay arena pavilion"
    " theatre theater centre center finals final championship league state herald tribune gazette"
    " productions pictures records reports corporation hotel school academy festival".split()
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
    bearers: dict[str, list[str]] = field(default_factory=dict)  # surname → full names, in order
    named: set[str] = field(default_factory=set)  # full names of persons
    maybe: dict[str, str] = field(default_factory=dict)  # surname → a name that may be a person's
    who: set[str] = field(default_factory=set)  # surnames after which a clause with `who` stands
    firms: set[str] = field(default_factory=set)  # first words of names of organisations
    relatives: set[str] = field(default_factory=set)  # `her niece, NAME`
    titled: set[str] = field(default_factory=set)  # `Prince Leopold`, never with a surname

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
            after = [t.lower for t in tokens[end : end + 2]]
            if after == [",", "who"]:
                self.who.add(tokens[end - 1].text)
            if end - start > 1 and any(_names_a_group(t) for t in tokens[start + 1 : end]):
                self.firms.add(tokens[start].text)
            self.firms |= firm_named_last(tokens[start:end])
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
        first = {word for held in self.bearers.values() for name in held for word in name.split()}
        for name in self.titled - first - set(self.people) - self.firms:
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
        if before == "of" and len(names) > 1 and names[0].lower in lx.DEPARTMENTS:
            title = tokens[start - 2].lower if start > 1 else ""
            names = names[1:]
        group = any(t.lower.rstrip(".") in GROUP_WORDS for t in names)
        if not names or group or names[0].lower in FIRST_OF_FIRMS:
            return
        ends = names[-1].lower
        if ends in NO_SURNAMES or no_surname(names[-1]) or ends.rstrip("s") in PARTY_NOUNS:
            return
        full = render(names)
        plain = (
            title in lx.ROLE_HEADS | lx.HONORIFICS
            or names[0].lower in lx.MALE_NAMES | lx.FEMALE_NAMES
            or aged(tokens, end)
        )
        described = self._described_as_person(tokens, end, parsed=said is not None)
        described = described or takes_office(tokens, end)
        if plain or described:
            self.sure.add(full)
        thing = self._described_as_thing(tokens, end)
        self.votes[full] += -3 if thing else 1 if said else -1
        said = said and not thing
        person = plain or described or bool(said) or names[-1].text in self.who
        if not person and not thing and 2 <= len(names) <= 4:
            self.maybe.setdefault(names[-1].text, full)
        if person and 2 <= len(names) <= 5 and names[0].tag is Tag.NAME:
            last = (
                names[-1].text if not names[-1].lower.startswith(("jr", "sr")) else names[-2].text
            )
            self.named.add(full)
            held = self.bearers.setdefault(last, [])
            if full not in held:
                held.append(full)
            known = self.people.get(last)
            self.people[last] = (
                full if known in (None, full) or full.startswith(known or " ") else ""
            )
        if len(names) == 1 and plain and (said or title in NOBLE | lx.HONORIFICS):
            self.titled.add(full)
        if _of_the_family(tokens, start):
            self.relatives.add(full)
        gender = gender_of(title, names[0].lower if len(names) > 1 else "")
        gender = gender or self._kin(tokens, start, end)
        if gender:
            self.genders.setdefault(full, gender)

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


NOBLE = frozenset(
    "prince princess king queen pope emperor empress emir sultan duke duchess saint father sister"
    " brother president".split()
)
CAPTIONS = frozenset("ii iii iv vi vii viii jr sr".split())


def _without_lead(names: list[Token], *, first: bool) -> list[Token]:
    """`rang Roe`, `Questioning Roe`, which the parser takes for a name: `Roe`."""
    while len(names) > 1 and names[0].text.islower() and names[0].lower not in LINKS:
        names = names[1:]
    verb = first and len(names) > 1 and names[0].lower.endswith("ing")
    return names[1:] if verb and base_of(names[0].lower) != names[0].lower else names


def no_surname(token: Token) -> bool:
    """`Nova E SUV`, `June`, `Friday`: no word to be completed to a name where it stands alone."""
    shouted = len(token.text) > 1 and token.text.isupper() and token.lower not in CAPTIONS
    dated = token.lower in lx.WEEKDAYS or token.entity in ("DATE", "TIME")
    return shouted or dated or any(c.isdigit() for c in token.text)


DATED = frozenset("in on since until by from last next this early late mid of during".split())


def in_a_date(tokens: Tokens, i: int) -> bool:
    """`June 9th`, `12 September`, `since May`: a month, though somebody may be called so."""
    word = tokens[i].lower
    if word in lx.WEEKDAYS:
        return True
    if word not in lx.MONTHS:
        return False
    beside = [*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 2]]
    numbered = any(t.text[:1].isdigit() for t in beside)
    return numbered or tokens[i].entity == "DATE" or (i > 0 and tokens[i - 1].lower in DATED)


def unlike(title: str, gender: str) -> bool:
    """Whether a title is none of somebody of that gender: `Mrs` of a man."""
    women = title in lx.FEMALE_TITLES and gender == "m"
    return women or (title in lx.MALE_TITLES and gender == "f")


def names_a_thing(tokens: Tokens, end: int) -> bool:
    """`Roe's Kitchen, a show`: the name of a thing, in which no name of a person is completed."""
    after = tokens[end : end + 3]
    owns = len(after) == 3 and after[0].lower in ("'s", "’s", "'", "’")
    capital = owns and after[1].text[:1].isupper() and not after[1].entity
    return capital and after[2].tag in (Tag.COMMA, Tag.STOP, Tag.FIN, Tag.PREP)


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
