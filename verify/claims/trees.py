"""A sentence as a dependency tree over the tokens that the other rules know."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from verify.claims import lexicon as lx
from verify.claims.listed_again import RELATIVES
from verify.claims.mending import mended
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.parties import closes_party, in_brackets, is_party
from verify.claims.regrouping import NAMES
from verify.claims.tokens import Tag, Token, single_marks
from verify.ports import Word

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
# What two or more are together.
PAIRS = frozenset("duo trio pair couple quartet quintet team band twins brothers sisters".split())
_TAGS = {
    "DT": Tag.DET, "PDT": Tag.DET, "WP$": Tag.REL, "PRP$": Tag.DET, "PRP": Tag.PRON,
    "EX": Tag.PRON, "WDT": Tag.REL, "WP": Tag.REL, "WRB": Tag.REL, "IN": Tag.PREP, "TO": Tag.PREP,
    "CC": Tag.CONJ, "RB": Tag.ADV, "RBR": Tag.ADV, "RBS": Tag.ADV, "RP": Tag.ADV, "UH": Tag.ADV,
    "CD": Tag.NUM, "$": Tag.NUM, "NNP": Tag.NAME, "NNPS": Tag.NAME, "NN": Tag.WORD,
    "NNS": Tag.WORD, "VBD": Tag.FIN, "VBZ": Tag.FIN, "VBP": Tag.FIN, "MD": Tag.FIN,
    "VBN": Tag.PART, "VB": Tag.BASE, "VBG": Tag.ING, ",": Tag.COMMA,
}  # fmt: skip


@dataclass(frozen=True)
class Tree:
    """Tokens with what each depends on. Indices are into `tokens`."""

    tokens: list[Token]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    entities: tuple[str, ...]
    kids: tuple[list[int], ...] = field(repr=False)
    root: int = 0

    def child(self, i: int, *deps: str) -> int:
        """The first child with one of these labels; −1 where there is none."""
        return next((k for k in self.kids[i] if self.deps[k] in deps), -1)

    def subject(self, i: int) -> int:
        """The subject of a verb; −1 where it has none of its own."""
        own = [k for k in self.kids[i] if self.deps[k] in SUBJECTS]
        return next((k for k in own if self.deps[k] != "expl"), own[0] if own else -1)

    def subtree(self, i: int, stop: frozenset[int] | set[int] = frozenset()) -> list[int]:
        """All that hangs on `i`, in reading order; not what hangs on a node of `stop`."""
        found, waiting = [], [i]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(k for k in self.kids[at] if k not in stop)
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """From the head of `i` up to the root."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def conjuncts(self, i: int) -> list[int]:
        """`i` and all that is joined to it, in order: the parser hangs each on the one before."""
        found, at = [i], i
        while (after := self._next(at)) >= 0:
            found.append(after)
            at = after
        return found

    def _next(self, i: int) -> int:
        """The item after `i`: `A, B and C` where the parser takes B for an apposition of A."""
        after = self.child(i, "conj")
        if after >= 0:
            return after
        beside = self.child(i, "appos")
        listed = beside >= 0 and self.child(beside, "cc", "conj") >= 0
        named = self.tags[i] not in NAMES and self.tags[beside] in NAMES  # `the firms, A and B`
        told = named or self._describes(beside, i)
        return beside if listed and not told and self.child(beside, "det") < 0 else -1

    def _describes(self, beside: int, i: int) -> bool:
        """`NAME, climber and painter, …`: what NAME is, and no others beside her."""
        human = self.tokens[beside].lower in lx.ROLE_HEADS | HUMAN_NOUNS
        return human and self.tags[i] in NAMES and self.tags[beside] == "NN"

    def verbal(self, i: int) -> bool:
        """Whether a token is a verb form."""
        return self.tags[i][:2] == "VB" or self.tags[i] == "MD"

    def finite(self, i: int) -> bool:
        """Whether a clause head is finite, by itself or by an auxiliary."""
        if self.tags[i] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        helped = any(self.deps[k] in AUXILIARIES for k in self.kids[i])
        if self.tags[i] == "VBN" and self.subject(i) >= 0 and not helped:
            return True  # a past tense taken for a participle
        return any(
            self.tags[k] in ("VBD", "VBZ", "VBP", "MD")
            for k in self.kids[i]
            if self.deps[k] in AUXILIARIES
        )

    def past(self, i: int) -> bool:
        """Whether a clause tells of the past."""
        near = [i, *(k for k in self.kids[i] if self.deps[k] in AUXILIARIES)]
        return any(
            self.tags[k] == "VBD" or (self.tags[k] == "VBN" and self.deps[k] not in AUXILIARIES)
            for k in near
        )

    def negated(self, i: int) -> bool:
        """Whether something under a clause head denies or limits it."""
        return any(
            self.deps[k] == "neg" or self.tokens[k].lower in lx.NEGATIONS for k in self.kids[i]
        )

    def begin(self, i: int) -> int:
        """The first word under `i`."""
        under = self.subtree(i)
        return next((k for k in under if _is_word(self.tokens[k].text)), under[0])

    def edge(self, i: int) -> int:
        """The last word under `i`."""
        return self.subtree(i)[-1]

    def anchor(self, i: int) -> int:
        """The noun that ends right before the comma before `i`: what an aside describes.

        The parser's own choice where it ends there.
        """
        at = self.subtree(i)[0] - 1
        while at > 0 and not _is_word(self.tokens[at].text):
            at -= 1
        chosen = self.heads[i]
        if at < 0 or at in self.subtree(chosen):
            return chosen
        best = at
        for above in self.ancestors(at):
            if self.deps[above] == "acl" and self.edge(above) <= at:
                continue  # `a film called NAME`
            if not self.tags[above].startswith("NN") or self.edge(above) > at:
                break
            best = above
        return best

    def people(self) -> frozenset[int]:
        """Names of persons, as the parser or a title in apposition says."""
        said = {i for i, e in enumerate(self.entities) if e == "PERSON" and self.tags[i] == "NNP"}
        for i, dep in enumerate(self.deps):
            pair = (i, self.heads[i]) if dep == "appos" else ()
            for name, other in (pair, pair[::-1]) if pair else ():
                titled = self.tokens[other].lower in lx.ROLE_HEADS and self.tags[other] == "NN"
                if titled and self.tags[name] == "NNP":
                    said.add(name)
        return frozenset(said)

    def persons(self) -> list[tuple[int, int]]:
        """Spans of persons' names."""
        people = {i for i, e in enumerate(self.entities) if e == "PERSON"}
        starts = [i for i in sorted(people) if i - 1 not in people]
        ends = [i + 1 for i in sorted(people) if i + 1 not in people]
        return list(zip(starts, ends, strict=True))

    def title_of(self, start: int, end: int) -> int:
        """Where the title before a person's name begins: `opposition leader NAME`; else `start`."""
        name = end - 1
        begin = start
        while (
            begin > 0
            and self.deps[begin - 1] in ("compound", "amod", "nmod")
            and (self.heads[begin - 1] >= begin and self.heads[begin - 1] <= name)
        ):
            begin -= 1
        if begin < start:
            begin = self._of_a_body(begin, name)
        last = self.tokens[start - 1].text if begin < start else ""
        common = self.tags[start - 1] == "NN" and _titular(last, start) if last else False
        joint = self.tokens[begin - 1].lower == "and" and self.heads[begin - 1] < begin
        if common and begin > 1 and joint and self.tags[begin - 2] == "NN":
            return start  # `the actor and director NAME`: one person or two
        pair = last.lower() in PAIRS and self.child(end - 1, "conj") >= 0
        if pair or not common:
            return start  # `French duo A and B`: neither is a duo
        whose = begin > 0 and self.tags[begin - 1] == "PRP$"  # `his deputy NAME`
        if last in RELATIVES and not whose:
            return start  # `his father NAME, brother NAME and a friend`: whose brother?
        if whose or (begin > 0 and self.tokens[begin - 1].lower in ("the", "a", "an")):
            begin -= 1
        return begin if begin == 0 or self.tokens[begin - 1].lower not in ("as", "'s") else start

    def _of_a_body(self, begin: int, name: int) -> int:
        """Where a title begins that goes on to the left: `Ministry of Defence spokesman`."""
        for k in range(max(0, begin - 7), begin - 1):
            body = self.tokens[k].lower in lx.BODIES and self.deps[k] in ("compound", "nmod")
            if body and begin <= self.heads[k] <= name and self.edge(k) == begin - 1:
                return self.begin(k)
        return begin

    def closes_condition(self, comma: int) -> bool:
        """Whether a comma ends the clause that opens a sentence: `If it fails, …`."""
        return any(
            self.deps[k] == "advcl" and self.edge(k) in (comma - 1, comma) and self.begin(k) == 0
            for k in (comma - 1, *self.ancestors(comma - 1))
            if k < comma and self.finite(k)
        )

    def goes_on(self, after: Sequence[int], kept: Container[int], names: Container[int]) -> bool:
        """`said NAME, who left, “and A”`, `NAME, 81, his wife and B`: what stands `after` an aside
        that was taken out needs the comma that ended it, unless it is one of `names`."""
        if not after or self.tokens[after[0]].text in '“"':
            return bool(after)
        top = after[0]
        while self.heads[top] > top and self.begin(self.heads[top]) == after[0]:
            top = self.heads[top]
        return self.deps[top] == "appos" and self.heads[top] in kept and top not in names

    def comma_before(self, i: int) -> bool:
        """Whether a comma or a dash stands right before all that hangs on `i`."""
        first = self.begin(i)
        while first > 0 and self.tokens[first - 1].text in '“"‘':
            first -= 1
        return first > 0 and self.tokens[first - 1].text in (",", "—", "–", "-", ";")


def _is_word(text: str) -> bool:
    """Whether a token is a word, or a title in quotation marks, and no mark."""
    return text[:1].isalnum() or (len(text) > 2 and text[0] in '"“')


def _titular(word: str, start: int) -> bool:
    """Whether a common noun before a name is a title; a sentence's first word tells by itself."""
    return word.islower() or (start == 1 and word.lower() in lx.ROLE_HEADS)


def tree_of(text: str, offset: int, words: Sequence[Word]) -> Tree | None:
    """The tree of a sentence that stands at `offset` of the article; None for an empty one."""
    return tree_from(text, offset, mended(single_marks(text), words)) if words else None


def tree_from(text: str, offset: int, words: Sequence[Word]) -> Tree:
    """The tree of words whose heads are right already."""
    given, text = text, single_marks(text)
    tokens = [
        Token(
            _closed(text[w.start : w.end]), w.start + offset, w.end + offset, _tag(text, n, words)
        )
        for n, w in enumerate(words)
    ]
    for token, w in zip(tokens, words, strict=True):
        token.start -= token.text == "”" and given[w.start - 1 : w.end] == "’’"
        token.end += token.text == "“" and given[w.start : w.end + 1] == "‘‘"
    kids: tuple[list[int], ...] = tuple([] for _ in words)
    root = 0
    for n, w in enumerate(words):
        if w.head == n:
            root = n
        else:
            kids[w.head].append(n)
    for n, (token, w) in enumerate(zip(tokens, words, strict=True)):
        token.entity = w.entity
        if is_party(text, words, n):  # `NAME, R-Calif.,` reads as `NAME (R-Calif.)`
            in_brackets(text, words, tokens, n)
        elif closes_party(text, words, n):
            token.text, token.tag = "", Tag.STOP
    columns = zip(*((w.tag, w.dep, w.head, w.entity) for w in words), strict=True)
    tags, deps, heads, entities = (tuple(c) for c in columns)
    return Tree(tokens, tags, deps, heads, entities, kids, root)


def _closed(said: str) -> str:
    """A title in quotation marks whose second mark stands behind a comma: with both."""
    opened = len(said) > 1 and said[0] in '"“' and said[-1] not in '"”'
    return said + ("”" if said[0] == "“" else '"') if opened else said


def _tag(text: str, n: int, words: Sequence[Word]) -> Tag:
    word = words[n]
    said = text[word.start : word.end]
    if said[:1] == "(" and len(said) > 1:
        return Tag.PAREN
    if said.lower() in ("neither", "either") or (said.lower() == "nor" and n == 0):
        return Tag.DET  # part of what is said, wherever it stands
    if word.tag == "IN" and word.dep == "mark":
        return Tag.REL if said.lower() == "that" else Tag.SUB
    if word.tag == "VBN" and words[word.head].tag in ("VBD", "VBZ") and word.dep == "ROOT":
        return Tag.PART
    if word.entity == "PERSON" and said[:1].isupper() and word.tag[:2] == "NN":
        return Tag.NAME
    if word.tag[:2] == "JJ":
        named = said[:1].isupper() and (n or word.entity in ("NORP", "GPE", "LOC"))
        return Tag.NAME if named else Tag.WORD
    if word.tag == "PRP$" or said.lower() in ("his", "its", "their"):
        return Tag.DET
    if word.tag in _TAGS:
        return _TAGS[word.tag]
    return Tag.WORD if any(c.isalnum() for c in said) else Tag.STOP
