"""Who `he`, `it` and `they` are."""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.anaphora import (
    after_verb,
    body_of_speaker,
    described_by_who,
    human_before,
    nearer,
    of_the_whole,
    own_alone,
    owned,
    ranked,
    rival_object,
    same_unknown,
    shown,
    speaks,
    spelt_out,
    unlike_in_kind,
)
from verify.claims.binding import backed, barred, leads, reflexive
from verify.claims.countries import COUNTRIES
from verify.claims.doubts import Doubts
from verify.claims.expletives import (
    circumstance,
    cleft,
    formal,
    is_expletive,
    lasting,
    own_predicate,
    weather,
)
from verify.claims.mentions import (
    HE,
    IT,
    SHE,
    THEY,
    Mention,
    is_many,
    is_object,
    object_before,
    starts_clause,
)
from verify.claims.parallels import named_body, object_again
from verify.claims.speech import own_words, subjects_above
from verify.claims.tokens import NOTHING, Tag, Token
from verify.claims.trees import SUBJECTS, Tree

PRONOUNS = ((HE, "m", False), (SHE, "f", False), (IT, "", False), (THEY, "", True))
COLLECTIVE = frozenset("family couple team crew group staff public crowd council union".split())
OBJECTS = ("dobj", "pobj", "dative")
UNNAMED = frozenset("others some many most few both all those these several".split())


def _can_speak(tree: Tree, i: int) -> bool:
    """`it added that …`, `its chairman`: only somebody who can speak."""
    staff = tree.deps[i] == "poss" and tree.tokens[tree.heads[i]].lower in lx.ROLE_HEADS
    return staff or speaks(tree, i)


@dataclass
class Pronouns(Doubts):
    """The pronouns of a sentence, held against what was spoken of before."""

    def _parsed_pronoun(self, tree: Tree, i: int) -> None:
        """A pronoun stands for the nearest subject above it that fits, else for an earlier one."""
        token = tree.tokens[i]
        for table, gender, plural in PRONOUNS:
            if token.lower not in table or token.tag not in (Tag.PRON, Tag.DET):
                continue
            if reflexive(token.lower):
                return
            if formal(tree, i) or own_alone(tree, i):
                token.entity = NOTHING
                return
            empty = tree.deps[i] == "expl" or weather(tree, i) or cleft(tree, i)
            empty = empty or lasting(tree, i) or circumstance(tree, i)
            said = token.lower == "it" and not own_predicate(tree, i)
            if empty or (said and is_expletive(tree.tokens, i)):
                token.entity = NOTHING if tree.deps[i] in SUBJECTS else token.entity
                return
            if nearer(tree, i) or same_unknown(tree, i, table):
                return
            doubtful = shown(tree, i) or of_the_whole(tree, i)
            doubtful = doubtful or (table is IT and self._two_things(tree, i))
            doubtful = doubtful or (gender != "" and backed(tree, i))
            if doubtful or (plural and rival_object(tree, i)):
                token.open = True
                return
            person = described_by_who(tree, i) if table is IT else None
            above = [w for w in subjects_above(tree, i) if not (gender and is_many(w))]
            above = [w for w in above if w[-1] is not person]
            other = barred(tree, i)
            above = [w for w in above if other < 0 or all(t is not tree.tokens[other] for t in w)]
            near = [self._mention(words) for words in above]
            found = object_again(tree, i, plural) if not gender else None
            found = self._some_of_them(tree, i) if plural and not found else found
            found = self._near(near, gender, plural, token.lower) if found is None else found
            body = body_of_speaker(tree, i) if table is IT else None
            if body is not None:
                found = named_body(body)
            if gender and found is None and human_before(tree, i):
                return
            nowhere = found is None or (body is not None and not found)
            further = found is None
            if found is None:
                possessive = table[token.lower] == "'s" and tree.deps[i] == "poss"
                inside = not gender and possessive
                alone = token.lower == "it" and not speaks(tree, i)
                alone = alone or (token.lower == "they" and not speaks(tree, i))
                early = self._fronted(tree, i, plural) if alone and not possessive else None
                if inside and (near or tree.subject(tree.root) < 0):
                    found = ""  # its owner stands in this sentence
                elif early is not None:
                    found = early
                elif token.lower in ("it", "them") and (
                    tree.deps[i] in OBJECTS or after_verb(tree, i)
                ):
                    # What a sentence does something to is seldom what the last one was about.
                    found = ""
                elif not gender and not leads(tree, i, table):
                    found = ""  # `He said it would come`: whatever he spoke of
                else:
                    found = (
                        self._person(gender, None, but=self._name_of(tree, other))
                        if gender
                        else self._thing(
                            plural, None, speaker=_can_speak(tree, i), main=ranked(tree, i)
                        )
                    )
            if found and unlike_in_kind(tree, i, found):
                found = ""
            if found and self._two_readings(tree, i, found, gender, further=further):
                found, nowhere = "", True
            ending = table[token.lower]
            if token.lower == "her" and tree.deps[i] != "poss":
                ending = ""
            if found and self.people.get(found) == "":
                found, nowhere = "", True  # a surname that two people share
            token.means = owned(found, ending, several=plural)
            token.open = found == "" and nowhere
            if token.means and not ending:
                spelt_out(tree, i + 1)
            return

    def _fronted(self, tree: Tree, i: int, plural: bool) -> str | None:
        """`Asked if the target was met, he said it was`: the subject of a clause put first."""
        top = next((a for a in tree.ancestors(i) if tree.subject(a) >= 0), -1)
        main = tree.subject(tree.root)
        found = ""
        for k, dep in enumerate(tree.deps[: max(main, 0)]):
            early = dep in ("nsubj", "nsubjpass") and k < i and top >= 0
            mention = self._mention(own_words(tree, k)) if early and k != main else None
            if mention and not mention.person and mention.plural == plural:
                found = mention.text
        if not found:
            return None
        others = {
            m.text
            for m in self.subjects
            if m.main and not m.person and m.plural == plural and self.sentence - m.sentence <= 1
        }
        return found if not others - {found} else ""  # two things fit

    def _bare_name(self, mention: Mention) -> bool:
        """Whether one capitalised word, of which nothing is known, may be somebody's surname."""
        text = mention.text
        single = text[:1].isupper() and text.isalpha() and text[1:].islower()
        country = text.lower() in COUNTRIES
        return single and not (mention.person or mention.plural or country)

    def _near(self, near: list[Mention | None], gender: str, plural: bool, said: str) -> str | None:
        """The nearest fitting subject; "" where it may be one that has no name; None: not here."""
        for mention in near:
            if gender and mention and mention.person and not mention.certain:
                return ""  # a name of which nothing tells whose it is
            if gender and mention and self._bare_name(mention):
                return ""  # `Roe has said he will stay`: a surname that nothing introduced
            if mention is None and gender:
                return ""  # `one of them`: it may be that one
            if mention is None:
                continue
            if gender:
                fits = mention.person and not mention.plural and mention.gender in ("", gender)
                if fits and not mention.certain:
                    continue
                if fits and mention.text in self.named:
                    self.genders.setdefault(mention.text, gender)
                    return mention.text
                if fits:
                    return "" if not mention.text[:1].isupper() else mention.text
            elif not plural and mention.text.split()[-1:] in (["family"], ["couple"]):
                return ""  # `the family thought they would see it`
            elif not mention.person and mention.plural == plural:
                return "" if mention.text.lower() in UNNAMED else mention.text
            elif plural and mention.person and mention.plural:
                # `A and B said they would go`; `A and B sold their house` tells whose it is.
                return mention.text if said == "they" else ""
            elif plural and mention.text.split()[-1:] and mention.text.split()[-1] in COLLECTIVE:
                return ""  # `the family thought they would`: perhaps the family
        return None

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

    def _person(self, gender: str, here: Mention | None, *, but: str = "") -> str:
        """The likeliest person; "" where another one fits as well."""
        recent = self.passing[::-1] + [
            m for m in reversed(self.subjects) if self.sentence - m.sentence <= 4
        ]
        fitting = [
            m
            for m in ([here] if here else []) + recent
            if m.person and not m.plural and m.gender in ("", gender) and (not but or m.text != but)
        ]
        if not fitting:
            return ""
        best = fitting[0]
        if not best.text:
            return ""
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

    def _thing(
        self,
        plural: bool,
        here: Mention | None,
        *,
        bound: bool = False,
        speaker: bool = False,
        main: bool = False,
    ) -> str:
        """The likeliest thing; "" where another fits as well, or where only a sentence's main
        subject can be meant (`main`) and it does not fit."""
        candidates = [here] if here else []
        if not bound:
            candidates += [m for m in reversed(self.subjects) if self.sentence - m.sentence <= 1]
        fitting = [
            m
            for m in candidates
            if m.text and m.plural == plural and (not m.person or not (m.certain or m.gender))
        ]
        first = [m for m in fitting if m.main]
        others = {m.text for m in fitting}
        if first and first[0].speaks and not bound and others - {first[0].text}:
            return first[0].text if speaker else ""  # or what it spoke of
        if first or main:
            return first[0].text if first else ""
        return others.pop() if len(others) == 1 else ""
