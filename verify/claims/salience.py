"""What an article has spoken of so far, for references that come later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from verify.claims import lexicon as lx
from verify.claims.countries import COUNTRIES
from verify.claims.mentions import (
    FEMALE_NOUNS,
    HUMAN_NOUNS,
    LINKS,
    LONGEST_PHRASE,
    MALE_NOUNS,
    Mention,
    attributive,
    name_runs,
    perhaps_somebody,
    says,
    unsettled,
)
from verify.claims.names import GROUP_WORDS, Names, unlisted
from verify.claims.not_meant import many_first, named_thing
from verify.claims.phrases import Tokens, is_plural, main_verb, render
from verify.claims.speech import (
    Frame,
    own_words,
    within_quotation,
)
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree

# Nothing that is called so can be told from others later.
VAGUE = frozenset(
    "this that there these those no some one another neither either each every none".split()
)
SHARES = frozenset("most many several few half all both".split())
EVERYBODY = frozenset("everyone everybody nobody no-one someone somebody anyone anybody".split())
THINGS = frozenset("ORG GPE NORP LOC FAC PRODUCT EVENT WORK_OF_ART LAW DATE MONEY".split())


@dataclass
class Salience(Names):
    """Persons and things in the order in which they were spoken of."""

    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # head → (sentence, name)
    subjects: list[Mention] = field(default_factory=list)
    titles: dict[str, list[frozenset[str]]] = field(default_factory=dict)  # given in the body
    groups: dict[str, int] = field(default_factory=dict)  # organisation → sentence it was last in
    sentence: int = 0
    called: dict[str, set[str]] = field(default_factory=dict)  # `group` → `the group, NAME,`
    ages: dict[str, set[str]] = field(default_factory=dict)  # `58` → who is of that age
    met: set[str] = field(default_factory=set)  # persons named in full so far
    passing: list[Mention] = field(default_factory=list)  # persons named so far in this sentence
    counted: list[tuple[int, str]] = field(default_factory=list)  # sentence, `84 nurses`
    open: list[str] = field(default_factory=list)  # descriptions of this sentence left unresolved
    stranger: int = 0  # the last sentence with a surname of which no more is told
    heading: bool = False  # whether this sentence is a question put over a paragraph

    def name_role(self, name: str, heads: Iterable[str]) -> None:
        """Remember that a person was given a role, so that `the ambassador` can be found."""
        for head in heads:
            self.roles.setdefault(head, []).append((self.sentence, self.full(name)))

    def full(self, name: str) -> str:
        """The full name behind a bare surname; the name itself where none is known."""
        return self.people.get(name) or name

    def _remember_others(self, tree: Tree, frame: Frame | None) -> None:
        """Subjects of side clauses: less likely to be meant than the main one."""
        quoted = within_quotation(tree)
        for gender in {g for g in map(unsettled, tree.tokens) if g}:
            self.subjects.append(Mention("", True, False, gender, self.sentence, main=False))
        self._count(tree)
        for i, dep in enumerate(tree.deps):
            if dep not in ("nsubj", "nsubjpass") or i in quoted:
                continue
            words = own_words(tree, i)
            if tree.tokens[i].tag in (Tag.PRON, Tag.REL) or (
                frame and any(t is tree.tokens[i] for t in frame.subject)
            ):
                continue
            mention = self._mention(words)
            if mention is not None:
                verb = tree.heads[i]
                told = i > tree.child(verb, "ccomp") >= 0 and verb == tree.root
                told = told and says(tree.tokens[verb])  # `the line is shut, A said`
                joined = tree.deps[verb] == "conj" and tree.heads[verb] == tree.root
                self.subjects.append(replace(mention, main=False, speaks=told, joined=joined))
        for i, dep in enumerate(tree.deps):
            if dep in ("dobj", "dative") and i not in quoted:
                self._nameless(own_words(tree, i))

    def _nameless(self, words: Tokens) -> None:
        """`told the man to rest`: a `he` in the next sentence may be that man."""
        if len(words) > 1 and words[-1].lower in MALE_NOUNS | FEMALE_NOUNS:
            somebody = self._somebody(words, words[-1])
            if somebody is not None and not any(t.tag is Tag.NAME for t in words):
                self.subjects.append(replace(somebody, text="", main=False))
        elif len(words) > 1 and words[0].tag is Tag.DET and words[-1].lower in lx.ROLE_HEADS:
            # `asked the bishop whether …`: who asked, or who was asked, where nothing tells
            self.subjects.append(Mention("", True, False, "", self.sentence, main=False))

    def _count(self, tree: Tree) -> None:
        """Remember what was counted: `three of them` are of those, whoever did the counting."""
        for i, dep in enumerate(tree.deps):
            number = tree.child(i, "nummod")
            if dep not in ("dobj", "nsubj", "nsubjpass") or number < 0 or tree.tags[i] != "NNS":
                continue
            words = own_words(tree, i)
            if len(words) <= LONGEST_PHRASE and not any(t.tag is Tag.PRON for t in words):
                text = render(words, resolve=True)
                self.counted.append((self.sentence, text[:1].lower() + text[1:]))

    def _some_of_them(self, tree: Tree, i: int) -> str | None:
        """Whom `5,419 of them` are of; "" where several were counted; None: it is not that."""
        of = tree.heads[i]
        number = tree.heads[of]
        partitive = tree.tokens[of].lower == "of" and tree.tags[number] == "CD" and number < of
        near = {text for at, text in self.counted if self.sentence - at <= 1}
        if not partitive or not near:
            return None
        return near.pop() if len(near) == 1 else ""

    def _subject(self, tokens: Tokens) -> Mention | None:
        """The subject before the main verb, as something later pronouns may mean."""
        segments: list[list[Token]] = [[]]
        for token in tokens:
            if token.tag is Tag.COMMA:
                segments.append([])
            elif token.tag is not Tag.ADV:
                segments[-1].append(token)
        # What stands before the subject begins with one of these, or an adverb.
        fronts = (Tag.PREP, Tag.SUB, Tag.PART, Tag.ING)
        named = [s for s in segments if s and s[0].tag not in fronts]
        phrase = named[0] if named else []
        while phrase and phrase[0].tag in (Tag.COMMA, Tag.CONJ):
            phrase = phrase[1:]
        if not phrase or any(t.tag in (Tag.REL, Tag.FIN, Tag.SUB) for t in phrase):
            return None
        return self._mention(phrase)

    def _mention(self, phrase: Tokens) -> Mention | None:
        if phrase[-1].lower in EVERYBODY and phrase[-1].tag is not Tag.NAME:
            return None  # `everyone hoped it would open`: `it` is not everyone
        text = render(phrase, resolve=True)
        names = [t for t in phrase if t.tag is Tag.NAME]
        if phrase[0].tag is Tag.PRON:
            return self._again(phrase)
        if any(t.text in ("%", "percent") for t in phrase):
            return None  # a share of something is nothing to refer to
        if phrase[0].lower in SHARES and [t.lower for t in phrase[1:2]] == ["of"]:
            return None  # `most of the drivers`
        if phrase[-1].lower in ("former", "latter"):
            return None  # that says only which of two
        if phrase[0].lower in ("whose", "which", "what", "whoever", "whatever"):
            return None  # nothing is called so outside its own clause
        people = [t for t in phrase if t.tag is Tag.NAME and t.entity == "PERSON"]
        if len(people) > 1 and any(t.tag is Tag.CONJ for t in phrase):
            return Mention(text, True, True, "", self.sentence)
        person_names = [
            t
            for t in names
            if t.lower.rstrip(".") not in lx.ROLE_HEADS | lx.HONORIFICS | lx.ROLE_MODIFIERS
        ]
        if phrase[-1].entity == "PERSON" and phrase[-1].tag is Tag.NAME:
            name = render([t for t in phrase if t.entity == "PERSON"], resolve=True)
            plain = render(unlisted(names), resolve=True)  # `Prince Leopold`
            name = self._in_full(name, plain)
            if named_thing(phrase) or (name not in self.named and self.votes[name] <= 0):
                return Mention(name, True, False, "", self.sentence, certain=False)
            return Mention(name, True, False, self.genders.get(name, ""), self.sentence)
        head = next((t for t in reversed(phrase) if t.tag in (Tag.WORD, Tag.NAME)), phrase[-1])
        human = HUMAN_NOUNS | (lx.ROLE_HEADS if head.text[:1].islower() else frozenset())
        if not person_names and head.tag is Tag.WORD and head.lower in human:
            return self._somebody(phrase, head)
        stop = next((n for n, t in enumerate(phrase) if n and t.tag is Tag.PREP), len(phrase))
        first = phrase[stop - 1]  # `a man in his 50s`
        if not names and first.tag is Tag.WORD and first.lower in HUMAN_NOUNS:
            return self._somebody(phrase[:stop], first)
        the = phrase[0].tag is Tag.DET
        if stop < len(phrase) and first.lower in lx.ROLE_HEADS and (the or first.tag is Tag.WORD):
            return self._somebody(phrase, first)  # `the chief executive of A`: no firm
        bare = render(person_names, resolve=True)
        person = bare in self.named or bool(self.genders.get(bare))
        all_names = all(t.tag in (Tag.NAME, Tag.PAREN) or t.lower in LINKS for t in phrase)
        parsed = names[-1].entity if names else ""
        titled = bool(names) and names[0].lower.rstrip(".") in lx.HONORIFICS  # `Mrs Justice Roe`
        of_a_group = any(t.lower.rstrip(".") in GROUP_WORDS for t in names)
        group = of_a_group or (parsed in THINGS and not titled)
        if person or (
            all_names
            and (2 if not parsed else 1) <= len(names) <= 4
            and not group
            and text.lower() not in COUNTRIES
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
        known = text.lower() not in self.common and text.removeprefix("the ") != text.lower()
        organisation = (parsed == "ORG" or (group and not parsed)) and known
        # `Kato`, where the article has a `Keito Kato`: no company
        organisation = organisation and text not in self.maybe and text not in self.bearers
        if (all_names or phrase[0].lower == "the") and organisation and not is_plural(phrase):
            self.groups[text] = self.sentence
        if phrase[0].lower in ("a", "an"):
            text = "the " + text.split(" ", 1)[-1]
        elif phrase[0].tag not in (Tag.NAME, Tag.PRON) and self._small(phrase[0]):
            text = text[:1].lower() + text[1:]
        vague = phrase[0].lower in VAGUE
        worded = all(t.text.isalpha() and t.text.istitle() for t in names)
        unsure = all_names and worded and not of_a_group and len(names) == 2 and parsed == "ORG"
        counted = phrase[0].tag is Tag.NUM and phrase[0].lower not in ("one", "1")
        many = is_plural(phrase) or counted or many_first(phrase)  # `five of the ten at the table`
        return None if vague else Mention(text, False, many, "", self.sentence, not unsure)

    def _small(self, first: Token) -> bool:
        """Whether a phrase's first word is capitalised by its place alone."""
        return not (first.means or first.entity or first.text in self.proper)

    def _somebody(self, phrase: Tokens, head: Token) -> Mention | None:
        """`a customer's son`: a person without a name, for `he` in the sentences after."""
        one = phrase[0].lower == "one" and len(phrase) > 1
        if len(phrase) > LONGEST_PHRASE or not (one or phrase[0].tag is Tag.DET):
            return None
        text = render(phrase, resolve=True)
        new = one or phrase[0].lower in ("a", "an", "the")
        text = ("the " + text.split(" ", 1)[-1]) if new else text
        gender = "m" if head.lower in MALE_NOUNS else "f" if head.lower in FEMALE_NOUNS else ""
        if phrase[0].lower in ("his", "her", "its", "their") and not phrase[0].means:
            text = ""  # `his father`, of nobody knows whom
        return Mention(text, True, is_plural(phrase), gender, self.sentence)

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
            text = render(unlisted(tokens[start:end]), resolve=True)
            owns = end < len(tokens) and tokens[end].lower in ("'s", "'")
            if (text in self.titled and owns) or attributive(tokens, start, end):
                continue  # `President Roe's call`: the call is spoken of
            if here is not None and here.text == text:
                continue
            if text in self.named:
                self.subjects.append(
                    Mention(text, True, False, self.genders.get(text, ""), self.sentence)
                )
            elif perhaps_somebody(tokens, start, end, self.bearers):
                self.stranger = self.sentence
        for token in tokens:
            known = token.means.removesuffix("'s")
            if token.tag in (Tag.PRON, Tag.DET) and known in self.named:
                gender = self.genders.get(known, "")
                self.subjects.append(Mention(known, True, False, gender, self.sentence, main=False))
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
        person = text in self.named or (tokens[0].lower == "one" and len(rest) > 1)
        return Mention(text, person, is_plural(rest), self.genders.get(text, ""), self.sentence)
