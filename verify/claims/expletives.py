"""`It` that stands for nothing: `it rained`, `it is clear that …`, `it was Roe who …`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag, Token
from verify.claims.trees import SUBJECTS, Tree
from verify.claims.verbs import base_of

WEATHER = frozenset("rain snow hail drizzle thunder sleet freeze pour".split())
# `it is ready to sail`, `it was due to open`: the thing itself is.
ITSELF = frozenset(
    "due set able unable likely unlikely ready about bound sure certain willing unwilling eager"
    " keen reluctant free slow quick first last obliged liable prone entitled poised slated".split()
)
# `it was decided to sell`; after other participles, `it was licensed to carry`, it is a thing.
IMPERSONAL = frozenset("decided agreed resolved proposed".split())


def weather(tree: Tree, i: int) -> bool:
    """`it rained`: nothing is meant."""
    verb = base_of(tree.tokens[tree.heads[i]].lower)
    return tree.tokens[i].lower == "it" and tree.deps[i] == "nsubj" and verb in WEATHER


def lasting(tree: Tree, i: int) -> bool:
    """`it took hours to put out the fire`, `when it comes to costs`: nothing is meant."""
    verb = tree.heads[i]
    if tree.tokens[i].lower != "it" or tree.deps[i] not in SUBJECTS:
        return False
    after = [k for k in range(verb + 1, len(tree.tokens)) if k in tree.subtree(verb)]
    if base_of(tree.tokens[verb].lower) == "come":
        when = tree.tokens[i - 1].lower == "when" if i else False
        return when and bool(after) and tree.tokens[after[0]].lower == "to"
    thing = tree.child(verb, "dobj", "npadvmod")
    span = thing >= 0 and (
        tree.entities[thing] in ("TIME", "DATE")
        or tree.tokens[thing].lower.rstrip("s") in SPANS
        or tree.tokens[thing].lower in ("courage", "effort", "patience", "money")
    )
    what = [k for k in after if k > thing and tree.tokens[k].lower in ("to", "before", "until")]
    verbs = [k for k in what if tree.tokens[k].lower != "to" or tree.tags[k + 1 : k + 2] == ("VB",)]
    return base_of(tree.tokens[verb].lower) in ("take", "cost") and span and bool(verbs)


def dated(tree: Tree, i: int) -> bool:
    """`asked whether it was a school day`, `it was a Tuesday`: the day, and no thing."""
    verb = tree.heads[i]
    what = tree.child(verb, "attr")
    it = tree.tokens[i].lower == "it" and tree.deps[i] in SUBJECTS
    day = what > verb and tree.tokens[what].lower in lx.WEEKDAYS | DAYS
    return it and day and tree.tokens[verb].lower in lx.BE and tree.child(what, "prep", "relcl") < 0


def done(tree: Tree, i: int) -> bool:
    """`At A it was done`: what is done is a deed, which nobody names."""
    verb = tree.heads[i]
    if tree.deps[i] != "nsubjpass" or tree.tokens[verb].lower != "done":
        return False
    return tree.tokens[verb - 1].lower in lx.BE and tree.child(verb, "dobj") < 0


DAYS = frozenset("day night morning evening noon midnight dawn christmas winter summer".split())
SPANS = frozenset("second minute hour day night week month year decade while time age".split())
WHENCE = frozenset("when where why how because".split())


def circumstance(tree: Tree, i: int) -> bool:
    """`It is when the river rises that …`, `It is because A left`: it stands for nobody."""
    verb = tree.heads[i]
    it = tree.tokens[i].lower == "it" and tree.deps[i] in SUBJECTS
    equal = it and tree.tokens[verb].lower in lx.BE
    after = next((k for k in range(verb + 1, len(tree.tokens)) if tree.tags[k] != "RB"), -1)
    return equal and after > 0 and tree.tokens[after].lower in WHENCE


def own_predicate(tree: Tree, i: int) -> bool:
    """`it can lead to scars`, `it is built on parts that …`: a thing does so, for neither `to` nor
    `that` opens what the sentence is about."""
    verb = tree.heads[i]
    if tree.deps[i] not in SUBJECTS or tree.tokens[verb].lower in lx.BE:
        return False
    if tree.child(verb, "ccomp", "xcomp", "csubj", "acomp") >= 0:
        return False
    marks = [
        k
        for k in range(verb + 1, min(verb + 8, len(tree.tokens)))
        if tree.tokens[k].lower in ("to", "that", "whether")
    ]
    return tree.verbal(verb) and all(
        tree.tags[k] == "WDT" or (tree.tags[k] == "IN" and tree.deps[k] != "mark") for k in marks
    )


def makes_sense(tree: Tree, i: int) -> bool:
    """`it made sense that A left`: `it` stands for what follows."""
    verb = tree.heads[i]
    thing = tree.child(verb, "dobj")
    sense = thing > verb and tree.tokens[thing].lower == "sense"
    opens = {t.lower for t in tree.tokens[thing + 1 : thing + 2]} & {"that", "to", "for"}
    it = tree.tokens[i].lower == "it" and tree.deps[i] in SUBJECTS
    return it and sense and base_of(tree.tokens[verb].lower) == "make" and bool(opens)


def formal(tree: Tree, i: int) -> bool:
    """`could make it easier to reach A`: `it` stands for what follows; `as NAME put it`: for what
    NAME put so."""
    if tree.tokens[i].lower == "it" and tree.tokens[i - 1].lower in ("put", "puts"):
        mark = tree.child(i - 1, "mark", "advmod")
        return mark >= 0 and tree.tokens[mark].lower == "as" and tree.deps[i] == "dobj"
    after = tree.tags[i + 1 : i + 2]
    opens = {t.lower for t in tree.tokens[i + 2 : i + 5]} & {"to", "that", "for"}
    makes = i > 0 and base_of(tree.tokens[i - 1].lower) in FORMAL
    return tree.tokens[i].lower == "it" and makes and after in (("JJ",), ("JJR",)) and bool(opens)


FORMAL = frozenset("make find consider think deem believe render".split())


def cleft(tree: Tree, i: int) -> bool:
    """`it was Roe who …`, `it was around noon when …`: `it` stands for nobody."""
    verb = tree.heads[i]
    if tree.tokens[i].lower != "it" or tree.deps[i] not in SUBJECTS:
        return False
    if tree.tokens[verb].lower not in lx.BE:
        return False
    thing = tree.child(verb, "attr")
    quality = tree.child(verb, "acomp")
    if thing < 0 <= quality and tree.child(quality, "xcomp", "ccomp") > quality:
        return tree.tokens[quality].lower not in ITSELF  # `it is cruel but accurate to say that …`
    told = tree.child(verb, "ccomp")
    if thing < 0 <= told and tree.child(verb, "prep") > verb:
        return tree.tokens[tree.begin(told)].lower == "that"  # `it was not until May that …`
    who = told >= 0 and tree.tokens[tree.begin(told)].lower in ("who", "that")
    if who and tree.comma_before(told) and tree.subject(told) == tree.begin(told):
        return True  # `it is that contrast, more than A, that has turned B`
    if who and 0 <= thing < told and tree.tags[thing] in ("PRP", "NNP", "NNPS"):
        return True  # `it was not she who gave up, but A`
    named = tree.child(thing, "appos") if thing >= 0 else -1
    told = max((tree.child(k, "relcl") for k in (named, thing) if k >= 0), default=-1)
    known = thing >= 0 and (tree.tags[thing] in ("NNP", "NNPS", "PRP") or named >= 0)
    if told >= 0 and tree.comma_before(told) and tree.tokens[tree.begin(told)].lower == "that":
        return True  # `it was the union, rather than the firm, that wanted it`
    if told >= 0 and known:
        opens = {tree.tokens[k].lower for k in tree.subtree(told) if k < told}
        close = named >= 0 or not tree.comma_before(told)
        return close and bool(opens & {"who", "that", "which", "whose"})
    when = next((k for k in range(verb, len(tree.tokens)) if tree.tokens[k].lower == "when"), -1)
    timed = any(tree.entities[k] in ("DATE", "TIME") for k in range(verb, max(when, verb)))
    inside = when > 0 and verb in tree.ancestors(when) and tree.tokens[when - 1].text != ","
    return inside and timed


def in_cleft(tree: Tree, noun: int) -> bool:
    """`it was the clerk, NAME, who told them`: the clause is what the sentence says."""
    at = tree.heads[noun] if tree.deps[noun] in ("appos", "conj", "pobj") else noun
    verb = tree.heads[at]
    subject = tree.subject(verb)
    it = subject >= 0 and tree.tokens[subject].lower == "it"
    return tree.deps[at] in ("attr", "prep", "cc") and it and tree.tokens[verb].lower in lx.BE


# `it is a disgrace that A left`: what follows is one. `it is a book that A wrote` is a book.
JUDGED = frozenset(
    "disgrace shame pity scandal outrage mystery miracle wonder relief myth coincidence fact joke"
    " tragedy farce surprise paradox irony comfort secret rule law lie mistake error crime".split()
)
ASKED = frozenset("how why who what when where whether if".split())


def is_expletive(tokens: Tokens, i: int) -> bool:
    """`it is likely that`, `it is difficult to`, `it takes`: it means nothing."""
    after = tokens[i + 1 : i + 8]
    words = [t.lower for t in after[:2]]
    as_it = i > 0 and tokens[i - 1].lower == "as" and bool(words)
    if as_it and base_of(words[0]) in ("happen", "turn", "stand"):
        return True  # `A, as it happens, is B`
    if _asks_or_judges([t.lower for t in after]):
        return True
    if words[:1] == ["that"] and i and tokens[i - 1].lower in lx.BE:
        return True  # `why is it that A left?`
    clause = words[1:] == ["that"] or (
        words[1:] == ["like"] and any(t.tag is Tag.FIN for t in after[2:])
    )
    if clause and base_of(words[0]) in ("seem", "appear"):
        return True  # `does it seem that A left?`
    if not after or (
        after[0].lower not in lx.BE | lx.MODALS
        and after[0].lower not in ("'s", "remains", "seems", "appears")
    ):
        return False
    if [t.lower for t in after[1:2]] == ["the"] and any(t.lower == "time" for t in after[2:4]):
        return True  # `it was the first time that …`
    joint = next((k for k, t in enumerate(after) if t.tag in (Tag.CONJ, Tag.COMMA)), len(after))
    return any(
        t.lower in ("that", "to", "whether")
        and 0 < k < 6
        and after[k - 1].tag not in (Tag.NAME, Tag.DET)
        and not (t.lower == "to" and (_gives(after[k + 1 : k + 2]) or _itself(after[k - 1])))
        for k, t in enumerate(after[:joint])
    ) and not any(t.tag is Tag.DET for t in after[:3])


def _asks_or_judges(after: list[str]) -> bool:
    """`is unclear how A left`, `is a disgrace that A left`."""
    if after[:1] and after[0] not in lx.BE and after[0] not in ("remains", "remained", "seems"):
        return False
    rest = [w for w in after[1:] if w not in ("still", "yet", "also", "not", "n't", "far", "from")]
    if rest[:1] in (["a"], ["an"], ["no"], ["the"]):
        return len(rest) > 2 and rest[1] in JUDGED and rest[2] in ("that", "how", "when", "to")
    return len(rest) > 1 and rest[0] in UNKNOWN and rest[1] in ASKED


UNKNOWN = frozenset("unclear unknown clear uncertain unsure known certain obvious plain".split())


def _itself(before: Token) -> bool:
    """Whether the word before `to` is said of a thing: `due to open`, `licensed to carry`."""
    done = before.tag is Tag.PART and before.lower not in lx.BE | IMPERSONAL
    return done or before.lower in ITSELF


def _gives(after: Tokens) -> bool:
    """`it was sold to A`, and not `it was decided to sell A`."""
    return bool(after) and after[0].tag in (Tag.NAME, Tag.DET, Tag.NUM, Tag.PRON)
