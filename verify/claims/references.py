"""Who `he`, `Rubio`, `the ambassador` and `the country` are, within one article.

A reference is resolved only where the article leaves one good candidate; the
others are named in the claim's `unresolved`. Salience follows centering (Grosz,
Joshi and Weinstein, 1995) in its plainest form: the last sentence's subject first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from verify.claims import lexicon as lx
from verify.claims.countries import COUNTRIES
from verify.claims.mentions import (
    HE,
    IT,
    LINKS,
    LONGEST_PHRASE,
    SHE,
    THEY,
    Mention,
    gender_of,
    is_expletive,
    is_object,
    name_runs,
    object_before,
    says,
    starts_clause,
)
from verify.claims.phrases import Tokens, is_plural, main_verb, render
from verify.claims.tokens import DROPPED, Tag, Token

COUNTRY_NOUNS = frozenset({"country", "nation", "kingdom", "republic"})
GROUP_NOUNS = frozenset(
    "company firm club team group band university agency organisation organization party union"
    " museum bank charity institute corporation startup newspaper magazine network".split()
)
GROUP_WORDS = frozenset(
    "inc corp ltd university college company group institute committee council ministry"
    " department agency"
    " association bank party club team court museum foundation society union commission"
    " organization organisation times post news".split()
)


@dataclass
class Cast:
    """Who and what an article names. `learn` all sentences first, then `resolve` each in turn."""

    people: dict[str, str] = field(
        default_factory=dict
    )  # surname → full name, "" where two share it
    genders: dict[str, str] = field(default_factory=dict)
    proper: set[str] = field(default_factory=set)  # words seen capitalised inside sentences
    common: set[str] = field(default_factory=set)  # words seen in lower case
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # head → (sentence, name)
    subjects: list[Mention] = field(default_factory=list)
    titles: dict[str, list[frozenset[str]]] = field(default_factory=dict)  # given in the body
    country: str = ""
    group: str = ""
    sentence: int = 0

    def learn(self, tokens: Tokens, *, headline: bool = False) -> None:
        """Collect the names of one sentence."""
        for i, token in enumerate(tokens):
            if token.text[:1].islower():
                self.common.add(token.lower)
            elif i and token.tag is Tag.NAME and not headline:
                self.proper.add(token.text)
        if headline:
            return
        for start, end in name_runs(tokens):
            self._learn_name(tokens, start, end)

    def _learn_name(self, tokens: Tokens, start: int, end: int) -> None:
        names = list(tokens[start:end])
        titled = [
            k for k, t in enumerate(names) if t.lower.rstrip(".") in lx.ROLE_HEADS | lx.HONORIFICS
        ]
        before = tokens[start - 1].lower.rstrip(".") if start else ""
        title = names[titled[-1]].lower.rstrip(".") if titled else before
        names = names[titled[-1] + 1 :] if titled else names
        if not names or any(t.lower.rstrip(".") in GROUP_WORDS for t in names):
            return
        person = (
            title in lx.ROLE_HEADS | lx.HONORIFICS
            or names[0].lower in lx.MALE_NAMES | lx.FEMALE_NAMES
            or self._described_as_person(tokens, end)
        )
        full = render(names)
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
    def _described_as_person(tokens: Tokens, end: int) -> bool:
        """`NAME is an American actor`, `NAME, the president of …`, `NAME said`."""
        after = tokens[end : end + 9]
        if after and lx.FORMS.get(after[0].lower) and says(after[0]):
            return True
        if after and (after[0].tag in (Tag.COMMA, Tag.PAREN) or after[0].lower in lx.BE):
            return any(t.lower in lx.ROLE_HEADS for t in after[1:]) and any(
                t.tag is Tag.DET for t in after[1:4]
            )
        return False

    def name_role(self, name: str, heads: Iterable[str]) -> None:
        """Remember that a person was given a role, so that `the ambassador` can be found."""
        for head in heads:
            self.roles.setdefault(head, []).append((self.sentence, self.full(name)))

    def full(self, name: str) -> str:
        """The full name behind a bare surname; the name itself where none is known."""
        return self.people.get(name) or name

    def resolve(self, tokens: list[Token]) -> None:
        """Set `means` on names, pronouns and bare definite phrases of the next sentence."""
        self.sentence += 1
        self._surnames(tokens)
        verb = main_verb(tokens)
        here: Mention | None = None
        for i in range(len(tokens)):
            if verb >= 0 and i == verb:
                here = self._subject(tokens[:verb])
            self._pronoun(tokens, i, here, 0 <= verb < i)
            self._definite(tokens, i)
        self._remember(tokens, here)

    def _surnames(self, tokens: list[Token]) -> None:
        for start, end in name_runs(tokens):
            last = tokens[end - 1]
            full = self.people.get(last.text, "")
            alone = end - start == 1 or all(
                t.lower.rstrip(".") in lx.HONORIFICS | lx.ROLE_HEADS | lx.ROLE_MODIFIERS
                for t in tokens[start : end - 1]
            )
            if full and alone and last.text != full:
                last.means = full
                for token in tokens[start : end - 1]:
                    if token.lower.rstrip(".") in lx.HONORIFICS:
                        token.means = DROPPED

    def _pronoun(self, tokens: list[Token], i: int, here: Mention | None, seen_verb: bool) -> None:
        token = tokens[i]
        for table, gender, plural in (
            (HE, "m", False),
            (SHE, "f", False),
            (IT, "", False),
            (THEY, "", True),
        ):
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
            token.means = found + ending if found else ""
            return

    def _person(self, gender: str, here: Mention | None) -> str:
        candidates = [here] if here else []
        candidates += [m for m in reversed(self.subjects) if self.sentence - m.sentence <= 4]
        for mention in candidates:
            fits = mention.gender in ("", gender) and not mention.plural
            if mention.person and fits:
                if not mention.gender:
                    mention.gender = gender
                    self.genders.setdefault(mention.text, gender)
                return mention.text
        return ""

    def _thing(self, plural: bool, here: Mention | None, *, bound: bool = False) -> str:
        candidates = [here] if here else []
        if not bound:
            candidates += [m for m in reversed(self.subjects) if self.sentence - m.sentence <= 1]
        for mention in candidates:
            thing = not mention.person or not (mention.certain or mention.gender)
            if thing and mention.plural == plural and mention.text:
                return mention.text
        return ""

    def _definite(self, tokens: list[Token], i: int) -> None:
        """`the ambassador`, `the country`, `the company`, with nothing after that says which."""
        if tokens[i].lower != "the" or i + 1 >= len(tokens):
            return
        noun = tokens[i + 1]
        after = tokens[i + 2] if i + 2 < len(tokens) else None
        told = after is not None and (
            after.tag in (Tag.NAME, Tag.REL, Tag.WORD) or after.lower in ("of", "to", "for", "in")
        )
        if told or noun.tag is Tag.NAME:
            return
        found = ""
        if noun.lower in COUNTRY_NOUNS:
            found = self.country
        elif noun.lower in GROUP_NOUNS:
            found = self.group
        elif noun.lower in lx.ROLE_HEADS:
            found = self._holder(noun.lower)
        if found:
            tokens[i].means, noun.means = found, DROPPED

    def _holder(self, head: str) -> str:
        named = {name for at, name in self.roles.get(head, ()) if at <= self.sentence}
        return named.pop() if len(named) == 1 else ""

    def _subject(self, tokens: Tokens) -> Mention | None:
        """The subject before the main verb, as something later pronouns may mean."""
        segments: list[list[Token]] = [[]]
        for token in tokens:
            if token.tag is Tag.COMMA:
                segments.append([])
            elif token.tag is not Tag.ADV:
                segments[-1].append(token)
        # What stands before the subject begins with a preposition, `while`, a participle
        # or an adverb.
        fronts = (Tag.PREP, Tag.SUB, Tag.PART, Tag.ING)
        named = [s for s in segments if s and s[0].tag not in fronts]
        phrase = named[0] if named else []
        while phrase and phrase[0].tag in (Tag.COMMA, Tag.CONJ):
            phrase = phrase[1:]
        if not phrase or any(t.tag in (Tag.REL, Tag.FIN, Tag.SUB) for t in phrase):
            return None
        return self._mention(phrase)

    def _mention(self, phrase: Tokens) -> Mention | None:
        text = render(phrase, resolve=True)
        names = [t for t in phrase if t.tag is Tag.NAME]
        if phrase[0].tag is Tag.PRON:
            return self._again(phrase)
        person_names = [
            t
            for t in names
            if t.lower.rstrip(".") not in lx.ROLE_HEADS | lx.HONORIFICS | lx.ROLE_MODIFIERS
        ]
        bare = render(person_names, resolve=True)
        person = bare in self.people.values() or bool(self.genders.get(bare))
        all_names = all(t.tag in (Tag.NAME, Tag.PAREN) or t.lower in LINKS for t in phrase)
        group = any(t.lower.rstrip(".") in GROUP_WORDS for t in names)
        if person or (
            all_names and 2 <= len(names) <= 4 and not group and text.lower() not in COUNTRIES
        ):
            if (
                person
                and not all_names
                and not any(t.lower.rstrip(".") in lx.ROLE_HEADS for t in phrase)
            ):
                person = False
            else:
                gender = self.genders.get(bare, "")
                return Mention(bare, True, False, gender, self.sentence, certain=person)
        if len(phrase) > LONGEST_PHRASE:
            return None
        if all_names and not is_plural(phrase):
            self.group = text
        if phrase[0].lower in ("a", "an"):
            text = "the " + text.split(" ", 1)[-1]
        elif text[:1].isupper() and phrase[0].tag is not Tag.NAME and phrase[0].lower not in ("i",):
            text = text[:1].lower() + text[1:]
        vague = phrase[0].lower in ("this", "that", "there", "these", "those", "no", "some", "one")
        return None if vague else Mention(text, False, is_plural(phrase), "", self.sentence)

    def _again(self, phrase: Tokens) -> Mention | None:
        """A pronoun as subject keeps its antecedent salient."""
        if len(phrase) > 1 or not phrase[0].means:
            return None
        for mention in reversed(self.subjects):
            if mention.text == phrase[0].means:
                return replace(mention, sentence=self.sentence)
        return None

    def _remember(self, tokens: Tokens, here: Mention | None) -> None:
        for start, end in name_runs(tokens):
            text = render(tokens[start:end])
            if text.lower() in COUNTRIES:
                self.country = text
            elif text in self.people.values() and (here is None or here.text != text):
                self.subjects.append(
                    Mention(text, True, False, self.genders.get(text, ""), self.sentence)
                )
        if here is not None:
            self.subjects.append(here)
        told = self._told(tokens)
        if told:
            self.subjects.append(told)
        del self.subjects[:-40]

    def _told(self, tokens: Tokens) -> Mention | None:
        """`The fastest bird is the falcon.`: later `it` is the falcon."""
        verb = main_verb(tokens)
        end = next(
            (i for i, t in enumerate(tokens) if i > verb and t.tag is Tag.COMMA), len(tokens)
        )
        rest = [t for t in tokens[verb + 1 : end] if t.tag not in (Tag.STOP, Tag.PAREN)]
        asked = tokens[0].lower == "one" or any(
            t.lower == "most" or t.lower.endswith("est") for t in tokens[:verb]
        )
        named = rest and (rest[0].lower == "the" or rest[0].tag in (Tag.NAME, Tag.QUOTE))
        if (
            verb < 1
            or not (asked and named)
            or len(rest) > 5
            or tokens[verb].lower not in ("is", "was")
        ):
            return None
        text = render(rest, resolve=True)
        person = text in self.people.values() or (tokens[0].lower == "one" and len(rest) > 1)
        return Mention(text, person, is_plural(rest), self.genders.get(text, ""), self.sentence)
