"""Whose words stand in a clause beside what somebody says, and what is said within it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from verify.claims import lexicon as lx
from verify.claims.either import SUMMING_UP
from verify.claims.phrases import Saying, render
from verify.claims.reading import Reading
from verify.claims.speech import within_quotation
from verify.claims.tokens import Tag, Token
from verify.claims.trees import AUXILIARIES, Tree
from verify.claims.verbs import base_of

# `Turning to prices, analysts say …`: what the article does, and not the analysts.
TURNING = frozenset(
    {("coming", "back"), ("turning", "to"), ("moving", "on"), ("returning", "to")}
    | {("looking", "at"), ("looking", "ahead"), ("speaking", "of"), ("talking", "of")}
)


def contents(tree: Tree, i: int) -> list[int]:
    """What is said in a clause, and what is said in that."""
    own = [k for k in tree.kids[i] if tree.deps[k] == "ccomp"]
    return [n for k in own for n in (k, *contents(tree, k))]


def in_turn(tree: Tree, i: int) -> list[int]:
    """`said A closed, B burst and C sank`: the clauses after the first of a list."""
    found = [k for k in tree.conjuncts(i)[1:] if tree.verbal(k) and tree.subject(k) >= 0]
    return found if len(found) > 1 and tree.child(i, "cc") < 0 else []  # no `A closed, but B …`


def restored(reading: Reading, i: int) -> list[Token]:
    """A clause with all that is said in it, though that is stated on its own."""
    inner = [*contents(reading.tree, i), *in_turn(reading.tree, i)]
    kept = {k: reading.cut.pop(k) for k in inner if k in reading.cut}
    try:
        return reading.line(i)
    finally:
        reading.cut.update(kept)


def with_side(reading: Reading, head: int, i: int) -> list[Token]:
    """The head's clause with a part that is otherwise cut out."""
    tree = reading.tree
    told = head if tree.deps[i] == "prep" else i  # `According to A, B closed, C burst and …`
    inner = [*contents(tree, head), *contents(tree, i), *in_turn(tree, told)]
    inner = [k for k in inner if not _sentence_before(tree, k, i)]
    kept = {k: reading.cut.pop(k) for k in (i, *inner) if k in reading.cut}
    try:
        subject = [] if tree.subject(head) >= 0 else reading.subjects.get(head, [])
        helped = reading.auxiliaries(head) if subject else []
        return [*subject, *helped, *reading.line(head, less=reading.joiners(head))]
    finally:
        reading.cut.update(kept)


def _sentence_before(tree: Tree, k: int, i: int) -> bool:
    """`A has no power; B said C`: whether a clause ends at a semicolon before what is said."""
    end = tree.edge(k) + 1
    return k < i and end < tree.begin(i) and tree.tokens[end].text == ";"


def reason_told(reading: Reading, i: int, head: int) -> bool:
    """`A explained how B had failed, because C`: that C, A says, and not the article."""
    tree = reading.tree
    if head in reading.said:
        return False
    told = (k for k in tree.subtree(head) if k < i and tree.deps[k] in ("ccomp", "pcomp"))
    return any(base_of(tree.tokens[tree.heads[k]].lower) in lx.SAYING for k in told)


def told_of(reading: Reading, i: int, noun: int, pronoun: int) -> Saying | None:
    """Who tells a clause by the way within what somebody says: `she said he went to the hotel,
    where he hid`, `police said the man, who had fled, was found`. What stands by a name
    (`the firm, NAME, which makes cars`) the article may tell itself."""
    tree = reading.tree
    content = next((a for a in tree.ancestors(i) if a in reading.said), -1)
    if content < 0 or tree.deps[content] not in ("ccomp", "conj"):
        return None
    said = reading.said[content]
    own = tree.subject(i)
    goes_on = own >= 0 and own != pronoun and tree.tags[own] == "PRP"
    thing = not tree.tags[noun].startswith("NNP") and not tree.entities[noun]
    verb = min([i, *(k for k in tree.kids[i] if tree.deps[k] in AUXILIARIES)])
    past = tree.tags[verb] == "VBD"  # `has long refused` is no part of what was told
    return said if past and said.verb != "according to" and (goes_on or thing) else None


# `A said that B had left, raising questions`: what the reporter makes of it.
RESULTS = frozenset("raise prompt spark fuel trigger fuelling".split())


def afterthought(tree: Tree, i: int) -> int:
    """Where in what somebody says the reporter's own remark begins: behind a dash that none closes
    (`that A left — a day before B came`), or with `, raising questions`; −1 where there is none."""
    under = tree.subtree(i)
    quoted = within_quotation(tree)
    dashes = [k for k in under if tree.tokens[k].text in ("—", "–") and k not in quoted]
    if (
        len(dashes) == 1
        and dashes[0] > i
        and not any(t.text in ("—", "–") for k, t in enumerate(tree.tokens) if k not in under)
    ):
        return dashes[0]
    remarks = (
        k
        for k in under
        if k > i and tree.tags[k] == "VBG" and base_of(tree.tokens[k].lower) in RESULTS
        and tree.begin(k) == k and tree.comma_before(k) and k not in quoted
    )  # fmt: skip
    return next(remarks, -1)


def in_layers(reading: Reading, verb: int, said: Saying) -> Saying:
    """`A claimed B thought that C`: that B thinks C is A's word."""
    outer = reading.said.get(verb) if reading.tree.deps[verb] == "ccomp" else None
    if outer is None or outer.verb == "according to":
        return said
    told = f"{outer.verb} that {render(said.speaker, resolve=True)} {said.verb}"
    return replace(outer, verb=told)


def may_say(tree: Tree, verb: int) -> bool:
    """`A may think that B`, `we should note that B`: nobody is told to have said B."""
    return any(tree.tags[k] == "MD" for k in tree.kids[verb])


NOBODY = frozenset("nobody none few neither hardly scarcely no not".split())
# `Not only A says so`, `no fewer than 40 say so`, `No 10 says so`: somebody does.
SOMEBODY = frozenset("only just merely least fewer less".split())


def said_by_nobody(tree: Tree, verb: int) -> bool:
    """`Not everyone thinks that A`, `few believe A`: nobody is told to have said A."""
    subject = tree.subject(verb)
    if subject < 0:
        return False
    first = tree.begin(subject)
    after = tree.tokens[min(first + 1, subject)].lower
    somebody = after in SOMEBODY or after[:1].isdigit() or tree.tags[first] in ("NNP", "NNPS")
    return tree.tokens[first].lower in NOBODY and not somebody


def goes_on_with_that(reading: Reading, i: int) -> bool:
    """Whether what is said still holds `and that`: two things said, of which the parser saw one."""
    words = [t.lower for t in reading.line(i)]
    return any(a in ("and", "but") and b == "that" for a, b in pairwise(words[1:]))


def told_with(tree: Tree, verb: int, i: int) -> str:
    """The base form of a verb of saying; `found` is of `find` behind what was (`B, A found`)."""
    token = tree.tokens[verb]
    after = tree.tokens[verb + 1].text[:1] if verb + 1 < len(tree.tokens) else "."
    tells = said_before(tree, i, verb) and not after.isalnum()  # not `a germ found in fleas`
    return "find" if token.lower == "found" and tells else base_of(token.lower)


def asks(tree: Tree, i: int) -> bool:
    """`would not say if A`, `told us whether A`: that A is so, nobody says alone."""
    mark = tree.child(i, "mark")
    if tree.tags[i] == "MD":
        return True  # `said he never would`: would what, the words alone do not say
    return mark >= 0 and tree.tokens[mark].lower in ("if", "whether")


def sums_up(tree: Tree, verb: int) -> bool:
    """`B had leaked it, a claim A denied`: no sentence that A spoke."""
    begin = tree.begin(tree.subject(verb)) if tree.subject(verb) >= 0 else -1
    words = [t.lower for t in tree.tokens[begin : begin + 2]] if begin >= 0 else []
    return words[:1] in (["a"], ["an"]) and words[-1] in SUMMING_UP


def of_a_clause(tree: Tree, i: int, head: int) -> bool:
    """`a debt which, according to A, will grow`: A vouches for that clause alone."""
    between = tree.ancestors(i)
    for k in between:
        if k == head:
            return False
        inner = tree.deps[k] in ("relcl", "acl", "advcl", "ccomp", "pcomp") and tree.finite(k)
        if inner:
            return tree.begin(k) < i < k
    return False


def trails(tree: Tree, i: int, k: int) -> bool:
    """`It lies coiled, A told the radio, greased against rain`: whether it is A who is greased, or
    what was told of, the sentence does not say."""
    verb = tree.heads[k]
    bare = tree.deps[k] == "advcl" and tree.tags[k] == "VBN" and tree.child(k, "mark", "aux") < 0
    return bare and i < verb < k and tree.comma_before(k)


def told_before(tree: Tree, i: int, first: int) -> bool:
    """`cost A, according to B, and C is thought to be D`: B vouches for what stands before."""
    between = (k for k in tree.kids[first] if first < k < i and tree.deps[k] == "prep")
    return any(tree.tokens[k].lower == "according" for k in between)


def asked(tree: Tree, verb: int) -> bool:
    """`asked whether a stream that few had seen was B`: who asks, says what he asks about."""
    mark = tree.child(verb, "mark")
    return mark >= 0 and tree.tokens[mark].lower in ("whether", "if")


def said_before(tree: Tree, i: int, verb: int) -> bool:
    """`S, NAME said`: whether a comma closes what is said before the verb of saying."""
    last = max((k for k in tree.subtree(i) if k < verb), default=verb)
    return i < verb and tree.tokens[min(last + 1, verb)].tag is Tag.COMMA


AUDIENCE = frozenset("tell ask warn remind assure".split())  # whose object is who hears it
WHAT_FOLLOWS = frozenset({"this", "that", "following"})


def says_next(tree: Tree) -> bool:
    """`NAME, a vet, said:`: who says what stands in the next paragraph, and nothing else."""
    verb = tree.root
    base = base_of(tree.tokens[verb].lower)
    if tree.tokens[-1].text != ":" or base not in lx.SPEECH or not tree.finite(verb):
        return False
    said = tree.child(verb, "ccomp", "xcomp", "conj", "auxpass", "neg") >= 0
    thing = tree.child(verb, "dobj")
    named = thing > verb and base not in AUDIENCE and tree.tokens[thing].lower not in WHAT_FOLLOWS
    return tree.subject(verb) >= 0 and not (said or named)


# `The minister was blunt: A will close`: how somebody speaks, and what is said.
OUTSPOKEN = frozenset(
    "blunt clear adamant unequivocal categorical emphatic frank defiant unrepentant terse".split()
)
UTTERED = frozenset("answer reply response message verdict advice view argument warning".split())


def said_plainly(reading: Reading) -> None:
    """`NAME was blunt: A will close`, `NAME would not be drawn: A is late`, `NAME's answer was
    simple: A is late`: what stands behind the colon is NAME's word."""
    tree = reading.tree
    colon = next((n for n, t in enumerate(tree.tokens) if t.text == ":"), -1)
    before = next((k for k in tree.kids[tree.root] if k < colon and tree.deps[k] == "ccomp"), -1)
    behind = (k for k in tree.kids[tree.root] if k > colon and tree.deps[k] in BEHIND)
    told, content = (before, tree.root) if tree.root > colon else (tree.root, next(behind, -1))
    who = _who_speaks_plainly(tree, told) if 0 <= told < colon < content else -1
    if who >= 0 and tree.finite(content) and not within_quotation(tree):
        named = [t for t in reading.noun(who) if t.lower not in ("'s", "’s", "'", "’")]
        reading.said[content] = Saying(tuple(named), "said")


BEHIND = ("conj", "parataxis", "ccomp")


def _who_speaks_plainly(tree: Tree, verb: int) -> int:
    """Who is told to say something outright, or to say little; −1 where nobody is."""
    who, how = tree.subject(verb), tree.child(verb, "acomp")
    if who < 0:
        return -1
    words = [tree.tokens[k].lower for k in range(who, verb + 1)]
    drawn = words[-1:] == ["drawn"] and "not" in words and "be" in words
    if tree.tokens[verb].lower not in lx.BE and not drawn:
        return -1
    if tree.tokens[who].lower in UTTERED and how > verb:
        of = next((k for k in tree.kids[who] if tree.tokens[k].lower in ("of", "from")), -1)
        return tree.child(of, "pobj") if of >= 0 else tree.child(who, "poss")
    person = tree.entities[who] in ("PERSON", "ORG") or tree.tokens[who].lower in lx.ROLE_HEADS
    person = person or tree.tokens[who].lower in ("he", "she", "they")
    outspoken = drawn or (how > verb and tree.tokens[how].lower in OUTSPOKEN)
    return who if person and outspoken else -1


def said_on(reading: Reading, by: Saying) -> None:
    """`A was safe, NAME said, and most had recovered`: in the tense of what was said, what follows
    is NAME's word, too."""
    tree, verb = reading.tree, reading.tree.root
    content = tree.child(verb, "ccomp")
    told = base_of(tree.tokens[verb].lower) in lx.SPEECH and tree.tags[verb] == "VBD"
    told = told and tree.child(verb, *AUXILIARIES) < 0
    if not told or not 0 <= content < tree.subject(verb):
        return
    if any(n < verb for n in within_quotation(tree)):
        return  # direct speech, told as such
    for k in tree.kids[verb]:
        apart = any(t.text == "," for t in tree.tokens[verb : max(verb, tree.begin(k))])
        if apart and tree.deps[k] == "conj" and tree.subject(k) > verb and _shifted(tree, k):
            reading.said[k] = by


def _shifted(tree: Tree, verb: int) -> bool:
    """Whether a verb stands as what somebody said stands: `would go`, `had gone`; no news
    says what anybody should do."""
    helps = {tree.tokens[k].lower for k in tree.kids[verb] if tree.deps[k] in AUXILIARIES}
    would = bool(helps & {"would", "could", "might", "should"})
    return would or ("had" in helps and tree.tags[verb] == "VBN")
