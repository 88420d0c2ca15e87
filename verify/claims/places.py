"""What the place of a pronoun or a surname in its sentence says about whom it means."""

from __future__ import annotations

from collections.abc import Mapping

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens
from verify.claims.tokens import NOTHING, Tag
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree
from verify.claims.verbs import base_of


def owned(name: str, ending: str) -> str:
    """`Roe's`, `the visitors'`; "" where the phrase is too long to own (`drivers at A's union`)."""
    words = name.split()
    if ending == "'s" and name[:1].islower() and LINKING.intersection(words):
        return ""
    plural = ending == "'s" and name[:1].islower() and name.endswith("s")
    return name + ("'" if plural and not name.endswith("ss") else ending) if name else ""


LINKING = frozenset("at in from for with of on by".split())
WEATHER = frozenset("rain snow hail drizzle thunder sleet freeze pour".split())


def no_name_here(tokens: Tokens, end: int) -> bool:
    """`the Vista panel`: a person's bare surname has no article before it."""
    before = tokens[end - 2] if end > 1 else None
    after = tokens[end] if end < len(tokens) else None
    led = before is not None and before.tag in (Tag.DET, Tag.NUM) and not before.means
    return led or (before is not None and before.tag is Tag.NUM and after is not None)


def speaks(tree: Tree, i: int) -> bool:
    """Whether a pronoun is the subject of a verb of saying: then it is nobody's target."""
    return tree.deps[i] == "nsubj" and base_of(tree.tokens[tree.heads[i]].lower) in lx.SPEECH


def after_verb(tree: Tree, i: int) -> bool:
    """`rate it "sell"`: an object, whatever the parser calls it."""
    return (
        i > 0
        and tree.verbal(i - 1)
        and tree.deps[i - 1] not in AUXILIARIES
        and (tree.finite(tree.heads[i]) is False)
    )


def weather(tree: Tree, i: int) -> bool:
    """`it rained`: nothing is meant."""
    verb = base_of(tree.tokens[tree.heads[i]].lower)
    return tree.tokens[i].lower == "it" and tree.deps[i] == "nsubj" and verb in WEATHER


def formal(tree: Tree, i: int) -> bool:
    """`could make it easier to reach A`: `it` stands for what follows."""
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
        return True  # `it is cruel but accurate to say that …`
    told = tree.child(thing, "relcl") if thing >= 0 else -1
    if told >= 0 and tree.tags[thing] in ("NNP", "NNPS", "PRP"):
        opens = {tree.tokens[k].lower for k in tree.subtree(told) if k < told}
        return not tree.comma_before(told) and bool(opens & {"who", "that", "which", "whose"})
    when = next((k for k in range(verb, len(tree.tokens)) if tree.tokens[k].lower == "when"), -1)
    timed = any(tree.entities[k] in ("DATE", "TIME") for k in range(verb, max(when, verb)))
    inside = when > 0 and verb in tree.ancestors(when) and tree.tokens[when - 1].text != ","
    return inside and timed


def same_unknown(tree: Tree, i: int, table: Mapping[str, str]) -> bool:
    """`it keeps its heat` where nobody knows what `it` is: nor is `its` known."""
    for above in tree.ancestors(i):
        subject = tree.subject(above)
        if 0 <= subject < i and tree.deps[i] == "poss":
            token = tree.tokens[subject]
            unknown = token.tag is Tag.PRON and not token.means and token.entity != NOTHING
            return unknown and token.lower in table
    return False


RESEARCH = frozenset(
    "research study survey poll analysis evidence data video footage review experiment".split()
)


def shown(tree: Tree, i: int) -> bool:
    """`Research into sleep shows it helps`: not the research helps, and who does, is open."""
    inside = tree.heads[i]
    above = tree.heads[inside]
    if tree.tokens[i].lower != "it" or tree.deps[i] not in SUBJECTS or above == inside:
        return False
    subject = tree.subject(above)
    said = tree.deps[inside] == "ccomp" and base_of(tree.tokens[above].lower) in lx.SAYING
    return said and subject >= 0 and tree.tokens[subject].lower in RESEARCH


def of_the_whole(tree: Tree, i: int) -> bool:
    """`had a rare form, which has earned it a name`: neither the form nor what it is a form of."""
    verb = tree.heads[i]
    doer = tree.subject(verb)
    which = doer >= 0 and tree.tokens[doer].lower == "which" and tree.deps[verb] == "relcl"
    return which and tree.deps[i] in ("dobj", "dative") and tree.tokens[i].lower == "it"


def rival_object(tree: Tree, i: int) -> bool:
    """`clinics cool patients to slow their pulse`: whose pulse, the grammar does not say."""
    below = i
    for above in tree.ancestors(i):
        thing = tree.child(above, "dobj") if tree.verbal(above) else -1
        loose = [v for v in (above, below) if tree.verbal(v) and not tree.finite(v)]
        infinitive = any(tree.subject(v) < 0 for v in loose)
        if infinitive and 0 <= thing < i and below > thing and tree.tags[thing] == "NNS":
            return True
        if tree.deps[above] == "conj" and tree.finite(above):
            return False
        below = above
    return False


CONTRACTED = {"'ll": "will", "'ve": "have", "'re": "are"}


def spelt_out(tree: Tree, i: int) -> None:
    """`it's the largest` → `it is the largest`: `the mill's` would be what the mill owns."""
    if i >= len(tree.tokens) or tree.tokens[i].lower[:1] != "'":
        return
    token = tree.tokens[i]
    full = CONTRACTED.get(token.lower, "")
    perfect = tree.deps[i] == "aux" and tree.tags[tree.heads[i]] in ("VBN", "VBD")
    if token.lower == "'s" and tree.tags[i] == "VBZ":
        full = "has" if perfect else "is"
    elif token.lower == "'d":
        full = "would" if tree.tags[i] == "MD" else "had"
    if full:
        token.text = " " + full


def nearer(tree: Tree, i: int) -> bool:
    """`six rules, among them A`, `a block with its roof gone`: what stands right before."""
    token, head = tree.tokens[i], tree.heads[i]
    if token.lower in ("its", "their") and tree.deps[i] == "poss" and tree.deps[head] == "conj":
        return tree.tags[tree.heads[head]].startswith("NN")  # `A and its sequels`
    if token.lower == "them" and tree.deps[i] == "pobj":
        return tree.tokens[head].lower in ("among", "of") and tree.comma_before(head)
    if token.lower in ("its", "their") and tree.deps[i] == "poss":
        link = tree.heads[head] if tree.deps[head] == "pobj" else -1
        above = tree.heads[link] if link >= 0 else -1
        within = above >= 0 and tree.tokens[link].lower == "with" and above == link - 1
        return within and tree.tags[above] in ("NN", "NNS")
    return False


def elsewhere(tokens: Tokens, start: int, end: int) -> bool:
    """`the village of Roe`, `Baron Roe of Leeds`: a place, or a title, of the same name."""
    place = tokens[end - 1].entity in ("GPE", "LOC", "FAC")
    spoken = start > 1 and base_of(tokens[start - 2].lower) in lx.SPEECH  # `said of Roe`
    placed = start > 0 and tokens[start - 1].lower in ("of", "in", "at", "near") and not spoken
    titled = end - start > 1 and tokens[start].lower in ("baron", "baroness", "lord", "viscount")
    named = end + 1 < len(tokens) and tokens[end].lower == "of" and tokens[end + 1].tag is Tag.NAME
    return (place and placed) or (titled and named)
