"""Quotations in a parsed sentence, and the frame that references are read in."""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.tokens import Tag, Token
from verify.claims.trees import Tree
from verify.claims.verbs import base_of

SPOKEN = lx.SPEECH | {"answer"}  # beside a quotation alone: streets that answer say nothing
FEW_WORDS = 3  # a quotation shorter than this is a phrase in somebody's sentence


def quotations(tree: Tree) -> list[tuple[int, int]]:
    """Spans (opening mark, closing mark) of quotations, outermost and in order.

    One that begins in an earlier sentence opens at −1; one that goes on closes after the
    last word.
    """
    found: list[tuple[int, int]] = []
    opened = -1
    for n, token in enumerate(tree.tokens):
        opens, closes = token.text in ("“", "«", '"', "``"), token.text in ("”", "»", '"', "''")
        if opened < 0 and closes and not found and _ends_words(tree, n):
            found.append((-1, n))
        elif opened < 0 and opens and not (n and _glued_number(tree, n)):
            opened = n
        elif opened >= 0 and closes:
            found.append((opened, n))
            opened = -1
    if 0 <= opened < len(tree.tokens) - 1:
        found.append((opened, len(tree.tokens)))
    return found


def _ends_words(tree: Tree, n: int) -> bool:
    """Whether a mark closes what no mark in the sentence has opened: `C is D," Roe said.`"""
    if n == 0 or n + 1 == len(tree.tokens):
        return False
    before, mark, after = tree.tokens[n - 1 : n + 2]
    return before.end == mark.start < mark.end < after.start and before.text[-1:] in ",.!?…"


def _glued_number(tree: Tree, n: int) -> bool:
    """`a 5" pipe`: no mark of a quotation."""
    before = tree.tokens[n - 1]
    return before.end == tree.tokens[n].start and before.text[-1:].isdigit()


def direct_speech(tree: Tree) -> tuple[int, set[int]]:
    """The verb of saying of a sentence in direct speech and the words inside the quotation.

    (−1, empty) where the sentence is none: a phrase in quotation marks is no speech.
    """
    spans = [s for s in quotations(tree) if _speech(tree, *s)]
    inside = {n for a, b in spans for n in _held(tree, a, b)}
    if not spans:
        return -1, set()
    told = [i for i in range(len(tree.tokens)) if i not in inside and _tells(tree, i, inside)]
    # `When A asked her why, B replied, “C”`: it is B who says C.
    main = [i for i in told if not _under_a_clause(tree, i)]
    return next(iter(main or told), -1), inside


def _tells(tree: Tree, i: int, inside: set[int]) -> bool:
    """Whether a verb outside the marks is one of saying with a subject there."""
    if i == 1 and tree.tokens[0].lower == "that":
        return False  # `That said, …`
    subject = tree.subject(i)
    by_the_way = any(tree.deps[k] == "relcl" for k in (i, *tree.ancestors(i)))
    says = base_of(tree.tokens[i].lower) in SPOKEN and tree.finite(i)
    says = says or read_for(tree, i) >= 0
    # but not `posters on which people say, “…”`, `could go if he would say “A”`
    by_the_way = by_the_way or any(tree.tokens[k].lower in ("if", "unless") for k in tree.kids[i])
    return says and subject >= 0 and subject not in inside and not by_the_way


def read_for(tree: Tree, i: int) -> int:
    """`“A,” NAME read on behalf of B`: B, whose words they are; −1 where nothing is read so."""
    behalf = [t.lower for t in tree.tokens[i + 1 : i + 5]]
    on = next((n for n in (0, 1) if behalf[n : n + 3] == ["on", "behalf", "of"]), -1)
    if tree.tokens[i].lower not in ("read", "reads") or on < 0 or tree.subject(i) < 0:
        return -1
    return tree.child(i + 3 + on, "pobj")


def _under_a_clause(tree: Tree, i: int) -> bool:
    return any(tree.deps[k] == "advcl" for k in (i, *tree.ancestors(i)))


def _speech(tree: Tree, a: int, b: int) -> bool:
    """Whether a quotation is a sentence of its own: `Never again`, not `the "best" plan`."""
    words = [t for t in tree.tokens[a + 1 : b] if t.text[:1].isalnum()]
    if not words:
        return False
    before = tree.tokens[a - 1].text if a > 0 else ""
    opens = a <= 0 or before in (":", ",") or words[0].text[:1].isupper()
    capital = words[0].text[:1].isupper() or before == ":"
    if _said_after(tree, a, b):
        return True
    closes = _last_of(tree, b).text[-1:] in ",.!?…" or b >= len(tree.tokens) - 2
    return opens and capital and closes and (len(words) >= FEW_WORDS or a <= 0)


def _last_of(tree: Tree, b: int) -> Token:
    """What stands before a closing mark, and before one that closes within it: `'Fix it,'" he
    said`."""
    inner = b > 1 and tree.tokens[b - 1].text in ("'", "’")
    return tree.tokens[b - 1 - inner]


def _said_after(tree: Tree, a: int, b: int) -> bool:
    """`Guards “say it was late,” Roe said`: what stands before the mark is Roe's, too."""
    comma = _last_of(tree, b).text in (",", "!", "?")
    near = range(b + 1, min(b + 5, len(tree.tokens)))
    told = any(base_of(tree.tokens[k].lower) in SPOKEN and tree.finite(k) for k in near)
    words = range(max(a, 0), b)
    clause = any(tree.finite(k) and tree.subject(k) in words for k in words)
    return comma and told and clause


def within_quotation(tree: Tree) -> frozenset[int]:
    """The words inside quotation marks, which are never rewritten."""
    return frozenset(n for a, b in quotations(tree) for n in _held(tree, a, b))


def _held(tree: Tree, a: int, b: int) -> range:
    """The words and marks of a quotation that stand in this sentence."""
    return range(max(a, 0), min(b + 1, len(tree.tokens)))


def with_marks(tree: Tree, tokens: list[Token]) -> list[Token]:
    """Direct speech that begins or ends in another sentence, with the mark that stands there."""
    count = len(tree.tokens)
    for a, b in quotations(tree):
        if a >= 0 and b < count:
            continue
        mark = tree.tokens[a if a >= 0 else b]
        pair = ('"', '"') if mark.text == '"' else ("“", "”")
        words = {id(t) for t in tree.tokens[a + 1 : b]}
        tokens = [t for t in tokens if t is not mark]
        held = [n for n, t in enumerate(tokens) if id(t) in words]
        if held:
            first, last = held[0], held[-1]
            begin, end = tokens[first].start, tokens[last].end
            opening = Token(pair[0], begin, begin, Tag.STOP) if a < 0 else mark
            ended = b < count or tokens[last].text[-1:] in ".!?…"
            stop = [] if ended else [Token(".", end, end, Tag.STOP)]
            closing = Token(pair[1], end, end, Tag.STOP) if b == count else mark
            spoken = [opening, *tokens[first : last + 1], *stop, closing]
            tokens = [*tokens[:first], *spoken, *tokens[last + 1 :]]
    return tokens


@dataclass(frozen=True)
class Frame:
    """The main clause's subject, and the word from which on it is known."""

    subject: list[Token]
    known_at: int
    many: bool = False  # the verb has a plural form
    speaks: bool = False  # the verb is one of saying


def frame_of(tree: Tree) -> Frame | None:
    """The subject that later pronouns may mean; None where the sentence has none."""
    verb = direct_speech(tree)[0]
    if verb < 0:
        verb = _content_first(tree)
    subject = tree.subject(verb)
    if subject < 0:
        return None
    words = own_words(tree, subject)
    near = (verb, *(k for k in tree.kids[verb] if tree.deps[k] in ("aux", "auxpass")))
    many = any(tree.tags[k] == "VBP" or tree.tokens[k].lower == "were" for k in near)
    speaks = base_of(tree.tokens[verb].lower) in lx.SPEECH and tree.child(verb, "ccomp") > verb
    return Frame(words, max(verb, tree.subtree(subject)[-1] + 1), many, speaks)


def _content_first(tree: Tree) -> int:
    """`The device has a screen, the firm said.`: what it is about is the device."""
    root = tree.root
    content = tree.child(root, "ccomp")
    subject = tree.subject(root)
    spoken = base_of(tree.tokens[root].lower) in lx.SPEECH and content < subject
    return content if spoken and content >= 0 and tree.subject(content) >= 0 else root


def own_words(tree: Tree, noun: int) -> list[Token]:
    """A noun phrase without what is said of it by the way; a name where one stands beside it."""
    named = tree.child(noun, "appos")
    behind = noun < tree.heads[noun] < named  # its verb: `Roe is known for A, Jane Vane in B`
    named = named if named in tree.people() and not behind else noun
    apart = {"appos", "relcl", "acl", "advcl"}  # `A, as B explained,`
    if _measured(tree, named):
        apart -= {"relcl"}
    if named in tree.people():
        apart |= {"prep"}  # `Jane Roe, of Mill Lane,`
    if tree.child(noun, "conj") < 0:
        apart |= {"conj", "cc", "punct"}
    stop = {k for k in tree.kids[named] if tree.deps[k] in apart}
    held = [tree.tokens[k] for k in tree.subtree(named, stop)]
    # Of commas around what was left out none stays.
    after = [*held[1:], None]
    return [
        t
        for t, n in zip(held, after, strict=True)
        if t.tag is not Tag.COMMA or (n is not None and n.tag is not Tag.COMMA)
    ]


MEASURES = frozenset("share proportion number percentage rate cost price amount average".split())


def _measured(tree: Tree, noun: int) -> bool:
    """`the share of pupils who passed`: a share of those, whatever the parser hangs it on."""
    clause = tree.child(noun, "relcl")
    of = tree.child(noun, "prep")
    close = clause > of > noun and not tree.comma_before(clause)
    return tree.tokens[noun].lower in MEASURES and close


def _spoken_of(tree: Tree, verb: int, i: int) -> int:
    """`said of A that he …`: A, and not who said it; −1."""
    if base_of(tree.tokens[verb].lower) not in lx.SPEECH:
        return -1
    for k in tree.kids[verb]:
        if tree.deps[k] == "prep" and tree.tokens[k].lower in ("of", "about") and k < i:
            return tree.child(k, "pobj")
    return -1


def _inside(tree: Tree, link: int) -> bool:
    """Whether a phrase or a clause without a subject of its own does what the verb above does."""
    bare = tree.deps[link] in ("pcomp", "advcl", "xcomp") and tree.subject(link) < 0
    return tree.deps[link] in ("prep", "pobj", "dobj") or bare


def _no_it(tree: Tree, i: int, clause: int) -> bool:
    """`in May, when A left it`, `a treaty that its leader calls B`: neither May nor the treaty, for
    a treaty has no leader."""
    lead = tree.tokens[tree.begin(clause)].lower
    person = tree.tokens[tree.heads[i]].lower in lx.ROLE_HEADS and tree.deps[i] == "poss"
    thing = tree.anchor(clause)
    plain = tree.tags[thing] in ("NN", "NNS") and tree.tokens[thing].lower not in lx.BODIES
    placed = lead in ("where", "when") and tree.deps[i] != "poss"
    return placed or (person and plain and tree.heads[tree.heads[i]] == clause)


def subjects_above(tree: Tree, i: int) -> list[list[Token]]:
    """Subjects that a pronoun at `i` can mean within its sentence, the nearest first.

    Not that of its own verb where it is that verb's object: `A thanked her` is about
    another woman (binding, Chomsky, 1981, in its plainest form).
    """
    found: list[list[Token]] = []
    below = i
    for above in tree.ancestors(i):
        relative = tree.deps[below] == "relcl"
        # `which has earned it a name`, `in which he gave it to A`: not what `which` is
        stands = any(tree.tags[k] in ("WDT", "WP") and k < below for k in tree.subtree(below))
        itself = relative and stands and tree.heads[i] == below
        itself = itself and tree.deps[i] in ("dobj", "dative")
        own_subject = tree.heads[i] == below and tree.deps[i] in ("nsubj", "nsubjpass")
        placed = relative and _no_it(tree, i, below)
        if placed and tree.deps[i] == "pobj":
            break  # `in A, where B fell on those inside it`: B, or A
        if relative and not (own_subject or itself or placed):
            found.append(own_words(tree, tree.anchor(below)))
        subject = tree.subject(above)
        told_of = _spoken_of(tree, above, i)
        if told_of >= 0 and tree.deps[below] == "ccomp":
            found.append(own_words(tree, told_of))
        if subject >= 0 and subject not in (below, i):
            own = tree.heads[i] == above and tree.deps[i] in ("dobj", "dative")
            link = tree.heads[i] if tree.deps[i] in ("pobj", "dobj") else -1
            if link >= 0 and tree.tokens[i].lower in ("it", "them"):
                # `A owns half of it`: something else than A
                while link != above and _inside(tree, link):
                    link = tree.heads[link]  # `before giving up most of it`
                if tree.deps[link] == "conj" and tree.subject(link) < 0:
                    link = tree.heads[link]
                own = own or link == above
            raised = (
                tree.deps[i] in ("nsubj", "nsubjpass")
                and tree.heads[i] == below
                and not tree.finite(below)
            )
            # `stopped his car, Roe said`, `her father is a vet; her mother, Jane, teaches`: who
            # comes last is seldom spoken of before
            trailing = subject > i and tree.deps[below] == "ccomp"
            before = subject < i or (tree.deps[i] == "poss" and not trailing)
            pronoun = tree.tokens[subject].tag
            if before and not own and not raised:
                if pronoun is Tag.PRON and tree.tokens[subject].means:
                    found.append([tree.tokens[subject]])
                elif pronoun not in (Tag.PRON, Tag.REL):
                    found.append(own_words(tree, subject))
        below = above
    return found
