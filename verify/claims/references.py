"""Who `he`, `Rubio`, `the ambassador` and `the country` are, within one article.

A reference is resolved only where the article leaves one good candidate; the
others are named in the claim's `unresolved`. Salience follows centering (Grosz,
Joshi and Weinstein, 1995) in its plainest form: the last sentence's subject first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verify.claims import lexicon as lx
from verify.claims.countries import COUNTRIES
from verify.claims.groups import GROUP_NOUNS, fits_name
from verify.claims.mentions import (
    Mention,
    aged,
    name_runs,
)
from verify.claims.names import unlisted
from verify.claims.phrases import Tokens, main_verb, render
from verify.claims.speech import (
    frame_of,
    within_quotation,
)
from verify.claims.staying import PRONOUNS
from verify.claims.surnames import Surnames
from verify.claims.tokens import DROPPED, Tag, Token
from verify.claims.trees import Tree

COUNTRY_NOUNS = frozenset({"country", "nation", "kingdom", "republic"})
AGED = re.compile(r"\d{1,3}-years?-old")
TIMES = frozenset("year month week day time morning afternoon evening season century".split())


@dataclass
class Cast(Surnames):
    """Who and what an article names. `learn` all sentences first, then `resolve` each in turn."""

    def resolve(
        self,
        tokens: list[Token],
        tree: Tree | None = None,
        *,
        headline: bool = False,
        heading: bool = False,
    ) -> list[str]:
        """Set `means` on names, pronouns and bare definite phrases of the next sentence.

        Words inside quotation marks stay as they are. `heading`: a question put over a paragraph.
        Returns the descriptions (`the country`) that the article does not settle.
        """
        self.sentence += 1
        self.heading = heading
        self.open, self.passing = [], []
        quoted = within_quotation(tree) if tree else frozenset()
        if tree and tokens and self._a_name_after_all(tokens[0]):
            tokens[0].tag = Tag.NAME
        self._surnames(tokens, quoted)
        frame = frame_of(tree) if tree else None
        verb = frame.known_at if frame else main_verb(tokens)
        here: Mention | None = None
        for i in range(len(tokens)):
            if verb >= 0 and i == verb:
                here = self._mention(frame.subject) if frame else self._subject(tokens[:verb])
                if here and frame and frame.many and not here.person:
                    here = replace(here, plural=True)  # `the club are`, in British use
                if here and frame and frame.speaks:
                    here = replace(here, speaks=True)
            if i in quoted:
                continue
            if tree is not None:
                self._pass(tree, i)
                self._parsed_pronoun(tree, i)
                self._pointed(tokens, i)
            else:
                self._pronoun(tokens, i, here, 0 <= verb < i)
            self._definite(tokens, i, here if 0 <= verb < i else None)
        if here is None and frame:
            here = self._unknown(frame.subject)
        if headline:
            return self.open  # no pronoun of the body refers to a headline
        if tree is not None:
            self._remember_others(tree, frame)
            self._spoken_of(tree, frame)
            self._remember_beside(tree)
        self._remember(tokens, here)
        self._ages(tokens)
        return self.open

    def _unknown(self, subject: Tokens) -> Mention | None:
        """`She`, of whom nothing told who she is: a `she` after it is the same woman."""
        pronoun = subject[0] if len(subject) == 1 and not subject[0].means else None
        for table, gender, _ in PRONOUNS[:2]:
            if pronoun is not None and pronoun.tag is Tag.PRON and pronoun.lower in table:
                return Mention("", True, False, gender, self.sentence)
        return None

    def _pointed(self, tokens: list[Token], i: int) -> None:
        """`This move`, `these elements`: they point at something said before."""
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.lower not in ("this", "these", "those") or token.means or after is None:
            return
        if token.tag is Tag.DET and after.tag is Tag.WORD and after.lower not in TIMES:
            self.open.append(f"{token.text} {after.text}")
        elif i == 0 and token.tag in (Tag.DET, Tag.PRON) and after.tag in (Tag.FIN, Tag.PART):
            self.open.append(token.text)

    def _pass(self, tree: Tree, i: int) -> None:
        """Note a person named by a token, for pronouns later in the sentence. In `Roe's crimes` he
        is no likelier than whom the last sentence was about."""
        token = tree.tokens[i]
        full = token.means or self.people.get(token.text, "") if token.tag is Tag.NAME else ""
        if full not in self.named:
            full = self._whole_name(tree.tokens, i)
        if full not in self.named:
            return
        gender = self.genders.get(full, "")
        owns = tree.deps[i] == "poss" and tree.heads[i] != tree.subject(tree.root)
        others = {
            m.text
            for m in self.subjects
            if m.main and m.person and self.sentence - m.sentence == 1 and m.gender == gender
        }
        weak = owns and bool(others) and full not in others
        self.passing.append(
            Mention("" if weak else full, True, False, gender, self.sentence, main=False)
        )

    def _definite(self, tokens: list[Token], i: int, here: Mention | None) -> None:
        """`the ambassador`, `the country`, `the company`, with nothing after that says which."""
        if tokens[i].lower != "the" or i + 1 >= len(tokens):
            return
        noun = tokens[i + 1]
        after = tokens[i + 2] if i + 2 < len(tokens) else None
        if noun.lower in ("former", "latter"):
            bare = after is None or after.tag not in (Tag.WORD, Tag.NAME, Tag.NUM, Tag.ING)
            if bare and sum(t.tag is Tag.NAME for t in tokens[:i]) < 2:
                self.open.append(f"{tokens[i].text} {noun.text}")
            return
        if AGED.fullmatch(noun.text):
            self._aged(tokens, i)
            return
        if noun.lower in GROUP_NOUNS and self._call(tokens, i):
            return
        told = after is not None and (
            (
                after.tag in (Tag.NAME, Tag.REL, Tag.WORD, Tag.NUM, Tag.STOP)
                and after.text not in (".", ";")
            )
            or after.lower in ("of", "to", "for", "in", "that")
        )
        if told or noun.tag is Tag.NAME:
            return
        if noun.lower in COUNTRY_NOUNS:
            found = self._country(here)
        elif noun.lower in GROUP_NOUNS:
            called = self.called.get(noun.lower, set())
            found = next(iter(called)) if len(called) == 1 else "" if called else self._group()
            found = found if called or fits_name(noun.lower, found) else ""
        elif noun.lower in lx.ROLE_HEADS:
            found = self._holder(noun.lower)
        else:
            return
        if found:
            tokens[i].means, noun.means = found, DROPPED
        elif noun.lower in COUNTRY_NOUNS | GROUP_NOUNS:
            self.open.append(f"{tokens[i].text} {noun.text}")

    def _aged(self, tokens: list[Token], i: int) -> None:
        """`the 58-year-old`: the only person of that age whom the article has named."""
        noun = tokens[i + 1]
        after = tokens[i + 2] if i + 2 < len(tokens) else None
        if after is not None and after.tag in (Tag.WORD, Tag.NAME, Tag.NUM):
            return  # `the 58-year-old driver`
        named = self.ages.get(noun.text.split("-")[0], set())
        if len(named) == 1:
            tokens[i].means, noun.means = next(iter(named)), DROPPED
        else:
            self.open.append(f"{tokens[i].text} {noun.text}")

    def _ages(self, tokens: list[Token]) -> None:
        """Remember `NAME, 58,`."""
        for start, end in name_runs(tokens):
            name = self.full(render(unlisted(tokens[start:end]), resolve=True))
            if aged(tokens, end) and name in self.named:
                self.ages.setdefault(tokens[end + 1].text, set()).add(name)

    def _call(self, tokens: list[Token], i: int) -> bool:
        """`The group, NAME, …`: later `the group` is that one, whoever else is named."""
        end = i + 3
        while end < len(tokens) and tokens[end].tag is Tag.NAME:
            end += 1
        beside = i + 3 < end < len(tokens) and tokens[i + 2].tag is tokens[end].tag is Tag.COMMA
        if beside:
            self.called.setdefault(tokens[i + 1].lower, set()).add(render(tokens[i + 3 : end]))
        return beside

    def _country(self, here: Mention | None) -> str:
        """The only country of the article, or the one that the last sentence was about."""
        if len(self.countries) == 1:
            return next(iter(self.countries))
        last = [m for m in self.subjects if self.sentence - m.sentence <= 1]
        named = {m.text for m in ([here] if here else last) if m.text.lower() in COUNTRIES}
        return named.pop() if len(named) == 1 else ""

    def _group(self) -> str:
        """The only organisation that the article has told of; of several the first one, which the
        article is about, where the last sentence told of it alone."""
        if self.bought:
            return ""  # `A bought B. He ran the firm`: A, or B
        named = {m.text for m in self.subjects if not m.person and m.text[:1].isupper()}
        others = {n for n in named - set(self.groups) if n.lower() not in COUNTRIES}
        persons = self.named | set(self.people)
        if len(self.groups) == 1 and not others:
            only = next(iter(self.groups))
            return "" if only in persons else only
        last = [name for name, at in self.groups.items() if self.sentence - at <= 1]
        first = next((m.text for m in self.subjects if m.text in named | set(self.groups)), "")
        return last[0] if last == [first] else ""

    def _holder(self, head: str) -> str:
        named = {name for at, name in self.roles.get(head, ()) if at <= self.sentence}
        return named.pop() if len(named) == 1 else ""
