"""What a parsed sentence states: its clauses, and what it says by the way.

A node of the tree that is stated on its own (a relative clause, an apposition, a
participle, a coordinated predicate …) is cut out, so that what remains is a plain
clause. The parser decides what belongs to what; these rules decide what may stand alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from verify.claims import lexicon as lx
from verify.claims.frames import COUNTED
from verify.claims.marks import paired
from verify.claims.phrases import Proposition, Saying, agreed, be, strip_edges
from verify.claims.speech import quotations
from verify.claims.taken_over import LASTING, taken_over
from verify.claims.tokens import Tag, Token
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree

PLACES = frozenset({"GPE", "LOC", "FAC"})
Statement = Callable[[], None]


@dataclass
class Reading:
    """One sentence while it is read. Nodes in `cut` are stated on their own."""

    tree: Tree
    cut: dict[int, Statement] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)  # words stated elsewhere, such as titles
    instead: dict[int, int] = field(default_factory=dict)  # a description → the name it describes
    clauses: set[int] = field(default_factory=set)  # heads of clauses that are asserted
    subjects: dict[int, list[Token]] = field(default_factory=dict)  # of clauses without their own
    described: dict[int, list[Token]] = field(default_factory=dict)  # by a relative clause
    said: dict[int, Saying] = field(default_factory=dict)  # clause head → whose words it is
    found: list[Proposition] = field(default_factory=list)
    later: list[Statement] = field(default_factory=list)  # statements of what is not cut out
    reporting: set[int] = field(default_factory=set)  # verbs of saying whose content is cut out
    quoted: set[int] = field(default_factory=set)  # words inside direct speech

    def line(self, i: int, *, less: Iterable[int] = ()) -> list[Token]:
        """The words under `i`, in order, without what is cut out and the marks around it."""
        stop = {*self.cut, *less} - {i}
        held: list[int] = []
        waiting = [self.instead.get(i, i)]
        while waiting:
            at = waiting.pop()
            if at not in self.gone:
                held.append(at)
            waiting.extend(self._beside(at, stop))
            waiting.extend(
                self.instead.get(k, k) for k in self.tree.kids[at] if k not in stop and k != i
            )
        return self._tidy(sorted(set(held)))

    def _beside(self, name: int, stop: set[int]) -> list[int]:
        """What is joined to the description that a name stands for: `the envoy, A, and B`."""
        described = self.tree.heads[name]
        if self.instead.get(described) != name:
            return []
        joined = ("conj", "cc")
        return [
            k for k in self.tree.kids[described] if self.tree.deps[k] in joined and k not in stop
        ]

    def _tidy(self, held: list[int]) -> list[Token]:
        """Commas that enclosed something cut out go with it; so do quotation marks left alone."""
        tokens = self.tree.tokens
        held = sorted({*held, *self._marks(set(held))})
        kept: list[int] = []
        opened = False  # the gap before began after a comma
        for n, i in enumerate(held):
            gap = n > 0 and any(k not in self.gone for k in range(held[n - 1] + 1, i))
            if gap and kept and tokens[kept[-1]].tag is Tag.COMMA:
                opened = tokens[i].tag is Tag.COMMA or not self.tree.closes_condition(kept[-1])
                kept = kept[:-1] if opened else kept
            else:
                opened = gap
            closes = opened and tokens[i].tag is Tag.COMMA and (gap or n == 0)
            if closes and not self.tree.goes_on(held[n + 1 : n + 2], kept, self.instead.values()):
                continue
            kept.append(i)
        return strip_edges(paired([tokens[i] for i in self._dashed(kept)]))

    def _dashed(self, kept: list[int]) -> list[int]:
        """Without a dash that closed what was cut out: `NAME — said A`."""
        dashes = {i for i, t in enumerate(self.tree.tokens) if t.text in ("—", "–")}
        alone = dashes & set(kept)
        if len(dashes) % 2 or len(alone) != 1:
            return kept
        torn = {i for i in alone if i - 1 not in kept and i - 1 not in self.gone}
        return [i for i in kept if i not in torn]

    def _marks(self, held: set[int]) -> set[int]:
        """The marks of quotations of which every word is held, wherever the parser hangs them."""
        found: set[int] = set()
        for a, b in quotations(self.tree):
            words = {k for k in range(a + 1, b) if self.tree.tokens[k].text[:1].isalnum()}
            if words and words <= held:
                found |= {k for k in (a, b) if 0 <= k < len(self.tree.tokens)}
        return found

    def noun(self, i: int) -> list[Token]:
        """The noun phrase of `i` alone, without what is joined to it."""
        apart = ("conj", "cc", "preconj", "mark")
        joined = [k for k in self.tree.kids[i] if self.tree.deps[k] in apart]
        these = self.tree.tokens[i].lower == "those"  # `those who cooked`: who they are
        loose = [
            k
            for k in self.tree.kids[i]
            if self.tree.deps[k] in ("appos", "relcl", "acl", "prep")
            and (self.tree.comma_before(k) or (self.tree.deps[k] == "relcl" and not these))
            and not self.placed(i, k)
        ]
        loose += [k for k in self.tree.kids[i] if self._dates(i, k)]
        return self.line(i, less=[*joined, *loose, *self._beside(self.instead.get(i, i), set())])

    def _dates(self, i: int, k: int) -> bool:
        """`is married to NAME in 2010, with whom …`: a date is no part of somebody's name."""
        when = self.tree.child(k, "pobj") if self.tree.deps[k] == "prep" else -1
        return self.tree.entities[i] == "PERSON" and self.tree.entities[when] == "DATE" and when > i

    def placed(self, i: int, k: int) -> bool:
        """`Duluth, Minn.`: one place, in two words."""
        kinds = (self.tree.entities[i], self.tree.entities[k])
        return kinds[0] != "" and kinds[0] == kinds[1] and kinds[0] in ("GPE", "LOC", "FAC")

    def subject(self, i: int) -> list[Token]:
        """The subject of a clause: its own, or the one that it shares."""
        if i in self.subjects:
            return self.subjects[i]
        own = self.tree.subject(i)
        return self.line(own) if own >= 0 else []

    def say(self, tokens: Iterable[Token], how: str, said: Saying | None = None) -> None:
        """Note a proposition."""
        kept = strip_edges(paired(list(tokens)))
        if len(kept) > 1:
            self.found.append(Proposition(tuple(kept), how, said))

    def clause(self, i: int, how: str = "main") -> None:
        """State the clause of `i`, with its subject and without its conjunction."""
        tree = self.tree
        if i in self.reporting:
            return  # that it was said is stated with what was said
        drop = self.joiners(i)
        if tree.subject(i) >= 0 and i not in self.subjects:
            tokens = self._helped(i, self.line(i, less=drop))
        else:
            shared = self.subjects.get(i, [])
            if not shared:
                return
            early = self._early(i)
            line = self.line(i, less=[*drop, *early])
            moved = [t for k in early for t in self.line(k)]
            tokens = [*shared, *self.auxiliaries(i), *line, *moved]
        self.say(tokens, how, self.said.get(i))

    def _early(self, i: int) -> list[int]:
        """`A fell, and by 2010 had gone`: phrases before a verb that has no subject of its own."""
        return [k for k in self.tree.kids[i] if k < i and self.tree.deps[k] == "prep"]

    def _helped(self, i: int, line: list[Token]) -> list[Token]:
        """`A were killed and dozens wounded` → `dozens were wounded`."""
        tree, first = self.tree, self.tree.heads[i]
        if tree.child(i, "mark") >= 0 or tree.tokens[tree.subject(i)].tag is Tag.PRON:
            return line  # `would be open and that it expected`, taken for a participle
        auxiliaries = [k for k in tree.kids[first] if tree.deps[k] in AUXILIARIES and k < first]
        modal = [k for k in auxiliaries if tree.tags[k] == "MD"]
        fits = tree.child(first, "auxpass") >= 0 or tree.tags[i] == "VB"
        lacks = tree.tags[i] == "VBN" or (modal and tree.tokens[i].lower.endswith("ed"))
        if tree.tags[i] == "VB":
            auxiliaries, lacks = modal, bool(modal)  # `A could come in May and B be late`
        if tree.deps[i] != "conj" or tree.child(i, *AUXILIARIES) >= 0 or not (lacks and fits):
            return line
        at = next((n for n, t in enumerate(line) if t is tree.tokens[i]), 0)
        while at > 0 and line[at - 1].tag is Tag.ADV:
            at -= 1  # `would be greatly reduced`
        helps = [tree.tokens[k] for k in auxiliaries]
        return [*line[:at], *agreed(helps, self.line(tree.subject(i))), *line[at:]]

    def joiners(self, i: int) -> list[int]:
        """Words that tie a clause to another: `that`, and `and` where its partner is cut out."""
        tree = self.tree
        joined = tree.child(i, "conj")
        apart = joined < 0 or joined in self.cut
        deps = ("mark", "cc", "preconj") if apart else ("mark",)
        first = tree.subtree(i)[0]
        asked = [k for k in tree.kids[i] if k == first and tree.tags[k] == "WRB"]
        subject = tree.deps[tree.heads[first]] in ("csubj", "csubjpass")  # `That A left is true`
        if tree.deps[first] == "mark" and tree.tokens[first].lower == "that" and not subject:
            asked += [first]  # wherever in the clause the parser hangs it
        # `said that her father "never got over it"`, where `that` is taken for the object
        one = tree.deps[first] == "det" and tree.tokens[tree.heads[first]].lower in COUNTED
        that = tree.deps[i] == "ccomp" and tree.tokens[first].lower == "that" and not one
        clause = tree.tags[first] == "WDT" or tree.heads[i] == first - 1  # `fear that …`
        asked += [first] if that and clause and first != tree.subject(i) else []
        denies = [k for k in tree.kids[i] if tree.tokens[k].lower in lx.NEGATIONS]
        # `had said in May that she would not.`: behind the verb, `that` opens something else
        # `not only did A rise, but it also fell`, where no clause is joined
        loose = [k for k in tree.kids[i] if joined < 0 and k > i and tree.deps[k] == "cc"]
        ties = (k for k in tree.kids[i] if tree.deps[k] in deps and k not in (*denies, *loose))
        return [*asked, *(k for k in ties if tree.deps[k] != "mark" or k < i)]

    def auxiliaries(self, i: int) -> list[Token]:
        """`was born and raised`, `will meet and agree`: what the second verb takes over."""
        return [self.tree.tokens[k] for k in taken_over(self.tree, i)]


def agreeing(tree: Tree, i: int, core: list[Token]) -> list[Token]:
    """A finite form of `be` for a participle at `i`, in the tense of its clause."""
    lasting = tree.tokens[i].lower in LASTING
    head = next((a for a in tree.ancestors(i) if tree.verbal(a) and tree.finite(a)), tree.root)
    at = {t.start: k for k, t in enumerate(tree.tokens)}
    joined = [k for t in core if (k := at.get(t.start, -1)) >= 0 and tree.deps[k] == "conj"]
    if all(tree.tags[k][:2] == "JJ" for k in joined):  # `a harsh and secret court`: one court
        core = [t for t in core if t.tag is not Tag.CONJ]
    return [be(core, past=not lasting and (tree.past(head) or tree.tags[i] == "VBN"))]


INDEFINITE = frozenset("a an one some several many two three four five six".split())


def indefinite(tree: Tree, i: int) -> bool:
    """Whether a noun phrase introduces somebody or something new: `a man who …`."""
    first = tree.child(i, "det", "nummod")
    return first >= 0 and tree.tokens[first].lower in INDEFINITE


def without(tokens: Iterable[Token], *drop: Token) -> list[Token]:
    """The tokens less those."""
    gone = {id(t) for t in drop}
    return [t for t in tokens if id(t) not in gone]


def proper(tree: Tree, i: int) -> bool:
    """Whether a noun is a name."""
    return tree.tags[i] in ("NNP", "NNPS")


def role(tree: Tree, i: int) -> bool:
    """Whether a noun is the head of a title."""
    return tree.tokens[i].lower.rstrip(".") in lx.ROLE_HEADS


def subject_like(tree: Tree, i: int) -> bool:
    """Whether a noun is a clause's subject."""
    return tree.deps[i] in SUBJECTS


def predicate_of(tree: Tree, held: set[int]) -> int:
    """The verb that most words of a statement hang on; −1 where it has none."""
    verbs = [i for i in sorted(held) if tree.verbal(i)]
    return max(verbs, key=lambda i: len(held & set(tree.subtree(i))), default=-1)


def indexed(tree: Tree, p: Proposition) -> list[tuple[int, Token]]:
    """Each token with its index in the tree: −1 for a word that the rules supply."""
    at = {t.start: i for i, t in enumerate(tree.tokens)}
    return [(at.get(t.start, -1) if t.start >= 0 else -1, t) for t in p.tokens]


def made(p: Proposition, tokens: list[Token]) -> Proposition:
    return replace(p, tokens=tuple(strip_edges(paired(tokens))))
