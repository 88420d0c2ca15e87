"""Who `he`, `Rubio`, `the ambassador` and `the country` are, within one article.

A reference is resolved only where the article leaves one good candidate; the
others are named in the claim's `unresolved`. Salience follows centering (Grosz,
Joshi and Weinstein, 1995) in its plainest form: the last sentence's subject first.
"""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.countries import COUNTRIES
from verify.claims.mentions import (
    HE,
    IT,
    LONGEST_PHRASE,
    SHE,
    THEY,
    Mention,
    is_expletive,
    is_many,
    is_object,
    name_runs,
    object_before,
    starts_clause,
)
from verify.claims.phrases import Tokens, is_plural, main_verb, render
from verify.claims.salience import Salience
from verify.claims.speech import (
    frame_of,
    own_words,
    subjects_above,
    within_quotation,
)
from verify.claims.tokens import DROPPED, Tag, Token
from verify.claims.trees import Tree

COUNTRY_NOUNS = frozenset({"country", "nation", "kingdom", "republic"})
GROUP_NOUNS = frozenset(
    "company firm club team group band university agency organisation organization party union"
    " museum bank charity institute corporation startup newspaper magazine network".split()
)
PRONOUNS = ((HE, "m", False), (SHE, "f", False), (IT, "", False), (THEY, "", True))
OBJECTS = ("dobj", "pobj", "dative")
TIMES = frozenset("year month week day time morning afternoon evening season century".split())


@dataclass
class Cast(Salience):
    """Who and what an article names. `learn` all sentences first, then `resolve` each in turn."""

    def resolve(
        self, tokens: list[Token], tree: Tree | None = None, *, headline: bool = False
    ) -> list[str]:
        """Set `means` on names, pronouns and bare definite phrases of the next sentence.

        Words inside quotation marks stay as they are. Returns the descriptions
        (`the country`) that the article does not settle.
        """
        self.sentence += 1
        self.open, self.passing = [], []
        quoted = within_quotation(tree) if tree else frozenset()
        self._surnames(tokens, quoted)
        frame = frame_of(tree) if tree else None
        verb = frame.known_at if frame else main_verb(tokens)
        here: Mention | None = None
        for i in range(len(tokens)):
            if verb >= 0 and i == verb:
                here = self._mention(frame.subject) if frame else self._subject(tokens[:verb])
            if i in quoted:
                continue
            if tree is not None:
                self._pass(tokens[i])
                self._parsed_pronoun(tree, i)
                self._pointed(tokens, i)
            else:
                self._pronoun(tokens, i, here, 0 <= verb < i)
            self._definite(tokens, i, here if 0 <= verb < i else None)
        if headline:
            return self.open  # no pronoun of the body refers to a headline
        if tree is not None:
            self._remember_others(tree, frame)
        self._remember(tokens, here)
        return self.open

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

    def _pass(self, token: Token) -> None:
        """Note a person named by a token, for pronouns later in the sentence."""
        full = self.people.get(token.text, "") if token.tag is Tag.NAME else ""
        if full:
            gender = self.genders.get(full, "")
            self.passing.append(Mention(full, True, False, gender, self.sentence, main=False))

    def _parsed_pronoun(self, tree: Tree, i: int) -> None:
        """A pronoun stands for the nearest subject above it that fits, else for an earlier one."""
        token = tree.tokens[i]
        for table, gender, plural in PRONOUNS:
            if token.lower not in table or token.tag not in (Tag.PRON, Tag.DET):
                continue
            if tree.deps[i] == "expl" or (token.lower == "it" and is_expletive(tree.tokens, i)):
                return
            above = [w for w in subjects_above(tree, i) if not (gender and is_many(w))]
            near = [self._mention(words) for words in above]
            found = self._parallel(tree, i, plural) if not gender else None
            found = found or self._near(near, gender, plural)
            nowhere = found is None
            if found is None:
                owned = table[token.lower] == "'s" and tree.deps[i] == "poss"
                inside = not gender and owned
                if inside and near:
                    found = ""
                elif token.lower == "it" and tree.deps[i] in OBJECTS:
                    # What a sentence does something to is seldom what the last one was about.
                    found = ""
                else:
                    found = self._person(gender, None) if gender else self._thing(plural, None)
            ending = table[token.lower]
            if token.lower == "her" and tree.deps[i] != "poss":
                ending = ""
            token.means = found + ending if found else ""
            token.open = found == "" and nowhere
            return

    @staticmethod
    def _parallel(tree: Tree, i: int, plural: bool) -> str | None:
        """`built A and sold it`: the object of the verb before."""
        verb = tree.heads[i]
        if tree.deps[i] != "dobj" or tree.deps[verb] != "conj":
            return None
        thing = tree.child(tree.heads[verb], "dobj")
        if thing < 0 or tree.tokens[thing].tag is Tag.PRON:
            return None
        words = own_words(tree, thing)
        if is_plural(words) != plural or len(words) > LONGEST_PHRASE:
            return None
        text = render(words, resolve=True)
        return "the " + text.split(" ", 1)[-1] if words[0].lower in ("a", "an") else text

    def _near(self, near: list[Mention | None], gender: str, plural: bool) -> str | None:
        """The nearest fitting subject; "" where it may be one that has no name; None: not here."""
        for mention in near:
            if gender and mention and mention.person and not mention.certain:
                return ""  # a name of which nothing tells whose it is
            if mention is None and gender:
                return ""  # `one of them`: it may be that one
            if mention is None:
                continue
            if gender:
                fits = mention.person and not mention.plural and mention.gender in ("", gender)
                if fits and not mention.certain:
                    continue
                if fits and mention.text in self.people.values():
                    self.genders.setdefault(mention.text, gender)
                    return mention.text
                if fits:
                    return "" if not mention.text[:1].isupper() else mention.text
            elif not mention.person and mention.plural == plural:
                return mention.text
        return None

    def _surnames(self, tokens: list[Token], quoted: frozenset[int]) -> None:
        for start, end in name_runs(tokens):
            last = tokens[end - 1]
            if end - 1 in quoted or _elsewhere(tokens, start, end):
                continue
            full = self.people.get(last.text, "")
            alone = end - start == 1 or all(
                t.lower.rstrip(".") in lx.HONORIFICS | lx.ROLE_HEADS | lx.ROLE_MODIFIERS
                for t in tokens[start : end - 1]
            )
            last.open = alone and self.people.get(last.text) == ""
            if full and alone and last.text != full:
                last.means = full
                for token in tokens[start : end - 1]:
                    if token.lower.rstrip(".") in lx.HONORIFICS:
                        token.means = DROPPED

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
            token.means = found + ending if found else ""
            return

    def _person(self, gender: str, here: Mention | None) -> str:
        """The likeliest person; "" where another one fits as well."""
        recent = self.passing[::-1] + [
            m for m in reversed(self.subjects) if self.sentence - m.sentence <= 4
        ]
        fitting = [
            m
            for m in ([here] if here else []) + recent
            if m.person and not m.plural and m.gender in ("", gender)
        ]
        if not fitting:
            return ""
        best = fitting[0]
        rivals = [m for m in fitting if m.text != best.text]
        same = [m for m in rivals if m.sentence == best.sentence]
        # Another one of the same sentence fits as well, or nothing tells that this one fits at all.
        doubtful = any(m.gender == gender or not best.gender for m in same)
        far = self.sentence - best.sentence > 1
        if (far or not best.gender) and any(m.gender == gender for m in rivals):
            doubtful = True
        if best is not here and doubtful:
            return ""
        if not best.gender:
            best.gender = gender
            self.genders.setdefault(best.text, gender)
        return best.text

    def _thing(self, plural: bool, here: Mention | None, *, bound: bool = False) -> str:
        candidates = [here] if here else []
        if not bound:
            candidates += [m for m in reversed(self.subjects) if self.sentence - m.sentence <= 1]
        fitting = [
            m
            for m in candidates
            if m.text and m.plural == plural and (not m.person or not (m.certain or m.gender))
        ]
        main = [m.text for m in fitting if m.main]
        others = {m.text for m in fitting}
        return main[0] if main else others.pop() if len(others) == 1 else ""

    def _definite(self, tokens: list[Token], i: int, here: Mention | None) -> None:
        """`the ambassador`, `the country`, `the company`, with nothing after that says which."""
        if tokens[i].lower != "the" or i + 1 >= len(tokens):
            return
        noun = tokens[i + 1]
        after = tokens[i + 2] if i + 2 < len(tokens) else None
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
            found = self._group()
        elif noun.lower in lx.ROLE_HEADS:
            found = self._holder(noun.lower)
        else:
            return
        if found:
            tokens[i].means, noun.means = found, DROPPED
        elif noun.lower in COUNTRY_NOUNS | GROUP_NOUNS:
            self.open.append(f"{tokens[i].text} {noun.text}")

    def _country(self, here: Mention | None) -> str:
        """The only country of the article, or the one that the last sentence was about."""
        if len(self.countries) == 1:
            return next(iter(self.countries))
        last = [m for m in self.subjects if self.sentence - m.sentence <= 1]
        named = {m.text for m in ([here] if here else last) if m.text.lower() in COUNTRIES}
        return named.pop() if len(named) == 1 else ""

    def _group(self) -> str:
        """The only organisation that the article has told of, or the last sentence's."""
        if len(self.groups) == 1:
            return next(iter(self.groups))
        last = [name for name, at in self.groups.items() if self.sentence - at <= 1]
        return last[0] if len(last) == 1 else ""

    def _holder(self, head: str) -> str:
        named = {name for at, name in self.roles.get(head, ()) if at <= self.sentence}
        return named.pop() if len(named) == 1 else ""


def _elsewhere(tokens: Tokens, start: int, end: int) -> bool:
    """`the village of Roe`, `Baron Roe of Leeds`: a place, or a title, of the same name."""
    place = tokens[end - 1].entity in ("GPE", "LOC", "FAC")
    placed = start > 0 and tokens[start - 1].lower in ("of", "in", "at", "near")
    titled = end - start > 1 and tokens[start].lower in ("baron", "baroness", "lord", "viscount")
    named = end + 1 < len(tokens) and tokens[end].lower == "of" and tokens[end + 1].tag is Tag.NAME
    return (place and placed) or (titled and named)
