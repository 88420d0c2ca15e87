"""Surnames that stand alone, completed to the name of the one whom they mean."""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.anaphora import no_name_here
from verify.claims.countries import COUNTRIES
from verify.claims.groups import FAMILY
from verify.claims.mentions import aged, name_runs
from verify.claims.names import unlisted
from verify.claims.no_surnames import (
    in_a_date,
    names_a_thing,
    no_surname,
    unlike,
    without_letters,
)
from verify.claims.other_bearers import elsewhere
from verify.claims.phrases import Tokens, render
from verify.claims.pronouns import Pronouns
from verify.claims.titles import rather_a_name
from verify.claims.tokens import DROPPED, Tag, Token


@dataclass
class Surnames(Pronouns):
    """The bare surnames of a sentence, held against the names in full."""

    def _a_name_after_all(self, first: Token) -> bool:
        """`Vance piloted the act`: the only one of that surname, which the parser takes for a
        noun at the head of a sentence."""
        only = len(self.bearers.get(first.text, ())) == 1 and bool(self.people.get(first.text))
        return first.tag is Tag.WORD and only and first.lower not in self.common

    def _whole_name(self, tokens: Tokens, i: int) -> str:
        """`Mark Roe`, where a Jane Roe is named, too; "" where no name in full ends here."""
        held = self.bearers.get(tokens[i].text, ()) if tokens[i].tag is Tag.NAME else ()
        said = (render(tokens[max(0, i + 1 - len(name.split())) : i + 1]) for name in held)
        return next((name for name, own in zip(held, said, strict=True) if name == own), "")

    def _surnames(self, tokens: list[Token], quoted: frozenset[int]) -> None:
        for start, end in name_runs(tokens):
            last = tokens[end - 1]
            self._meet(tokens[start:end])
            if end - 1 in quoted or elsewhere(tokens, start, end) or self._of_a_firm(tokens, end):
                continue
            title = tokens[start].lower.rstrip(".") if end - start > 1 else ""
            named = title in lx.HONORIFICS and last.text.istitle()  # `Mr May`
            if not named and (
                in_a_date(tokens, end - 1) or (no_surname(last) and not aged(tokens, end))
            ):
                continue
            full = self.people.get(last.text, "") or self._only_bearer(last.text, title)
            if full and unlike(title, self.genders.get(full, "")):
                continue  # `Mrs Roe`, where only a Tom Roe is named
            before = render(tokens[max(0, end - len(full.split())) : end]) if full else ""
            if full and before.casefold() == full.casefold():
                continue  # `Storm Eva`, in a headline where `storm` is no name
            if names_a_thing(tokens, end) or (end - start == 1 and last.text in self.nicknames):
                continue
            if last.lower in COUNTRIES and last.entity == "GPE":
                continue
            alone = not rather_a_name(tokens, start) and all(
                t.lower.rstrip(".") in lx.HONORIFICS | lx.ROLE_HEADS | lx.ROLE_MODIFIERS
                for t in tokens[start : end - 1]
            )
            if full and alone and full not in self.sure and no_name_here(tokens, end):
                continue
            last.open = alone and not full and self.people.get(last.text) == ""
            if full and alone and not title and self._first_name_too(last.text, full):
                last.open = True
                continue
            if full and alone and last.text != full:
                last.means = full
                for token in tokens[start : end - 1]:
                    if token.lower.rstrip(".") in lx.HONORIFICS:
                        token.means = DROPPED

    def _first_name_too(self, word: str, full: str) -> bool:
        """`Taylor` where the article names both a Taylor Roe and a Jane Taylor."""
        others = (name for held in self.bearers.values() for name in held if name != full)
        return any(name.split()[0] == word and " " in name for name in others)

    def _meet(self, name: Tokens) -> None:
        """Note that a person has been named in full, up to this sentence."""
        bare = render(unlisted(name))
        if bare in self.bearers.get(without_letters(name)[-1].text, ()):
            self.met.add(bare)

    def _only_bearer(self, last: str, title: str) -> str:
        """`Ms Roe` where one of the Roes is a woman; `Roe` where one of them has been named yet."""
        held = self.bearers.get(last, [])
        main = [name for name in held if name not in self.relatives]
        one = same_person(main)
        if len(held) > 1 and one and title not in lx.MALE_TITLES | lx.FEMALE_TITLES:
            # who is called somebody's relative is seldom called by the surname alone
            return next((name for name in main if name in self.met), "")
        if len(held) < 2 or any(name not in self.genders for name in held if title):
            return ""
        gender = "m" if title in lx.MALE_TITLES else "f" if title in lx.FEMALE_TITLES else ""
        fitting = [n for n in held if (not gender or self.genders[n] == gender)]
        if gender:
            return fitting[0] if len(fitting) == 1 else ""
        known = [n for n in fitting if n in self.met]
        return known[0] if len(known) == 1 and not title else ""

    def _of_a_firm(self, tokens: list[Token], end: int) -> bool:
        """`Roe` where the article names Roe Breweries, too, or the Roe family."""
        last = tokens[end - 1].text
        after = tokens[end].lower if end < len(tokens) else ""
        before = tokens[end - 2].lower.rstrip(".") if end > 1 else ""
        titled = before in lx.HONORIFICS | lx.ROLE_HEADS
        if partners(tokens, end):
            return True
        joined = "&" in (tokens[end].text if end < len(tokens) else "", tokens[end - 2].text)
        return joined or after in FAMILY or (last in self.firms and not titled)


def same_person(names: list[str]) -> bool:
    """`Jane Roe`, `Jane P. Roe`, `Jane Paula Roe`: one woman; `Jane Maria Roe` is another."""
    apart = [name.split() for name in names]
    if len({words[0] for words in apart}) != 1:
        return False
    fullest = max(apart, key=len)
    initials = {word[0] for word in fullest}
    return all(
        word in fullest or (len(word.rstrip(".")) == 1 and word[0] in initials)
        for words in apart
        for word in words
    )


def partners(tokens: Tokens, end: int) -> bool:
    """`Roe and Vane Solicitors`, `Roe and Sons`: a firm, of those called so."""
    after = tokens[end : end + 4]
    if len(after) < 2 or after[0].lower != "and" or after[1].tag is not Tag.NAME:
        return False
    return any(t.tag is Tag.NAME and t.lower in PARTNERS for t in after[1:])


PARTNERS = frozenset(
    "partners associates sons daughters brothers lawyers solicitors attorneys architects company"
    " co".split()
)
