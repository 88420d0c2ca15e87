"""Who and what may be meant: those named in the pronoun's sentence, and those named before."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.binding import barred, behind_what_is_said
from verify.claims.countries import COUNTRIES
from verify.claims.doubts import Doubts
from verify.claims.mentions import Mention
from verify.claims.names import KIN
from verify.claims.speech import Frame, direct_speech, own_words, within_quotation
from verify.claims.tokens import Tag
from verify.claims.trees import SUBJECTS, Tree

COLLECTIVE = frozenset("family couple team crew group staff public crowd council union".split())
SOMEBODY = frozenset("another one someone somebody".split())
UNNAMED = frozenset("others some many several most few both all those these several".split())
# Words for bodies and for nobody, which begin sentences with a capital as names do.
NO_NAMES = lx.BODIES | COLLECTIVE | UNNAMED | SOMEBODY | frozenset("police parliament it".split())
COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve dozens".split())


@dataclass
class Candidates(Doubts):
    """The persons and things that a pronoun may stand for, the likeliest first."""

    def _spoken_of(self, tree: Tree, frame: Frame | None) -> None:
        """`“He was my teacher,” A said. His …`: A's, or of whom A spoke."""
        if frame is None or direct_speech(tree)[0] < 0:
            return
        speaker, quoted = self._mention(frame.subject), within_quotation(tree)
        for word, gender in (("he", "m"), ("she", "f")):
            told = any(tree.tokens[k].lower == word for k in quoted)
            if told and speaker and speaker.person and speaker.gender in ("", gender):
                self.subjects.append(
                    Mention("", True, False, gender, self.sentence, certain=False, main=False)
                )

    def _fronted(self, tree: Tree, i: int, plural: bool, *, done_to: bool) -> str | None:
        """`Asked if the target was met, he said it was`: the subject of a clause put first; but
        `the draft had a clause on A; B struck it out` (`done_to`)."""
        top = next((a for a in tree.ancestors(i) if tree.subject(a) >= 0), -1)
        main = tree.subject(tree.root)
        found = ""
        for k, dep in enumerate(tree.deps[: max(main, 0)]):
            early = dep in ("nsubj", "nsubjpass") and k < i and top >= 0
            early = early and tree.tokens[k].tag is not Tag.REL  # `founded by A, who left, it …`
            mention = self._mention(own_words(tree, k)) if early and k != main else None
            if mention and not mention.person and mention.plural == plural:
                found = mention.text
                if done_to and tree.child(tree.heads[k], "dobj", "attr") > k:
                    return ""
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
        never_small = text.isalpha() and text not in self.common and text not in NO_NAMES
        single = text.isalpha() and text[1:].islower() and (text[:1].isupper() or never_small)
        country = text.lower() in COUNTRIES
        return single and not (mention.person or mention.plural or country)

    def _near(
        self, near: Sequence[Mention | None], gender: str, plural: bool, said: str
    ) -> str | None:
        """The nearest fitting subject; "" where it may be one that has no name; None: not here."""
        for mention in near:
            if gender and mention and not mention.certain:
                return ""  # a name of which nothing tells whose it is
            if gender and mention and _figure(mention):
                return ""  # `the main character meets Roe, who offers her a job`
            if gender and mention and self._bare_name(mention):
                return ""  # `Roe has said he will stay`: a surname that nothing introduced
            unnamed = mention is not None and mention.text.lower() in SOMEBODY
            if (mention is None and (gender or said == "they")) or (unnamed and gender):
                return ""  # `one of them`, `another`: it may be that one
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
                return "" if mention.text.lower() in UNNAMED | COUNTS else mention.text
            elif plural and mention.person and mention.plural:
                # `A and B said they would go`; `A and B sold their house` tells whose it is.
                return mention.text if said == "they" else ""
            elif plural and mention.text.split()[-1:] and mention.text.split()[-1] in COLLECTIVE:
                return ""  # `the family thought they would`: perhaps the family
        return None

    def _others(self, tree: Tree, i: int) -> set[str]:
        """Who cannot be meant: of whom `him` is told, and who is named in what `he said`."""
        others = {self._name_of(tree, barred(tree, i))}
        if behind_what_is_said(tree, i):
            named = (t for t in tree.tokens[:i] if t.tag is Tag.NAME)
            others |= {t.means or self.people.get(t.text, "") for t in named}
        for k in told_of_first(tree, i):
            others.add(tree.tokens[k].means or self.people.get(tree.tokens[k].text, ""))
        return others - {""}

    def _person(
        self,
        gender: str,
        here: Mention | None,
        *,
        but: Container[str] = frozenset(),
        speaker: bool = False,
    ) -> str:
        """The likeliest person; "" where another one fits as well. `speaker`: who goes on to say
        something is not whom the last speaker spoke of."""
        recent = self.passing[::-1] + [
            m for m in reversed(self.subjects) if self.sentence - m.sentence <= 4
        ]
        fitting = [
            m
            for m in ([here] if here else []) + recent
            if m.person and not m.plural and m.gender in ("", gender) and m.text not in but
            if not (speaker and not m.text and not m.certain)
        ]
        if not fitting:
            return ""
        best = fitting[0]
        if not best.text or self._capital_by_place(best) or self._unknown_since(best):
            return ""
        rivals = [m for m in fitting if m.text != best.text]
        same = [m for m in rivals if m.sentence == best.sentence]
        # Another one of the same sentence fits as well, or nothing tells that this one fits at all.
        doubtful = any(m.gender == gender or not best.gender for m in same)
        far = self.sentence - best.sentence > 1
        if (far or not best.gender) and any(m.gender == gender for m in rivals):
            doubtful = True
        if best.text[:1].islower() and not best.gender:  # `A nominee has a year. It gives her …`
            near = [m for m in rivals if m.main and best.sentence - m.sentence <= 1]
            doubtful = doubtful or any(m.text[:1].isupper() for m in near)
        if best is not here and doubtful:
            return ""
        if not best.gender:
            best.gender = gender
            self.genders.setdefault(best.text, gender)
        return best.text

    def _capital_by_place(self, best: Mention) -> bool:
        """`Turnout was low. He …`: a word that only begins sentences is no name of somebody."""
        return not best.certain and best.text.isalpha() and best.text not in self.proper

    def _unknown_since(self, best: Mention) -> bool:
        """`Roe left. Varden Holm ran the house. He …`: perhaps Varden Holm, of whom nothing tells
        whether it is somebody."""
        if self.sentence - self.stranger == 1 and self.stranger > best.sentence:
            return True  # `B paid Marlowe £2m. He …`: perhaps Marlowe
        things = [m for m in self.subjects if m.main and not m.person]
        later = any(not m.certain and m.sentence > best.sentence for m in things)
        # `Petrakis said A. He …`, in whose sentence others are only spoken of
        speakers = [m for m in things if m.speaks and (not m.certain or self._bare_name(m))]
        return later or any(m.sentence >= best.sentence + best.main for m in speakers)

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
        told = [m for m in fitting if m.speaks and not m.main and not bound]
        if speaker and told:
            return told[0].text  # `The line is shut, A said. It added …`
        others = {m.text for m in fitting}
        either = plural and not bound and first and any(m.joined for m in fitting)
        if either and len(others) > 1:
            return ""  # `The winds have moved, and the authors explain why. They …`
        if first and first[0].speaks and not bound and others - {first[0].text}:
            return first[0].text if speaker else ""  # or what it spoke of
        if first or main:
            return first[0].text if first else ""
        # Perhaps a firm with a name like somebody's: `Torvan Maden said that the dam held. It …`
        unsure = any(m.main and m.person and not m.gender and not m.plural for m in candidates)
        if unsure and not plural:
            return ""
        return others.pop() if len(others) == 1 else ""


def told_of_first(tree: Tree, i: int) -> list[int]:
    """`Born in Kent, the child of A and his wife, B, she …`: the names of those by whom a subject
    is described before it stands there; she is none of them."""
    if tree.deps[i] not in SUBJECTS or tree.heads[i] != tree.root:
        return []
    ahead = range(i)
    done = tree.tags[0] == "VBN" and tree.subject(0) < 0
    kin = any(tree.tokens[k].lower in KIN for k in ahead)
    clause = any(tree.finite(k) for k in ahead if k or not done)
    if clause or not (done or kin):
        return []
    return [k for k in ahead if tree.tokens[k].tag is Tag.NAME and tree.deps[k] != "poss"]


FIGURES = frozenset("character protagonist narrator heroine hero villain antagonist".split())


def _figure(mention: Mention) -> bool:
    """Somebody in a story, who has no name here."""
    return (
        not mention.plural
        and mention.text.split()[-1:] != []
        and (mention.text.split()[-1] in FIGURES)
    )
