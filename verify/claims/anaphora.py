"""What the place of a pronoun or a surname in its sentence says about whom it means."""

from __future__ import annotations

from collections.abc import Mapping

from verify.claims import lexicon as lx
from verify.claims.mentions import FEMALE_NOUNS, HUMAN_NOUNS, MALE_NOUNS
from verify.claims.not_meant import called_so
from verify.claims.phrases import Tokens
from verify.claims.rivals import receiver
from verify.claims.tokens import NOTHING, Tag, Token
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree
from verify.claims.verbs import base_of


def owned(name: str, ending: str, *, several: bool = False) -> str:
    """`Roe's`, `the visitors'`, `young Democrats'` (`several`); "" where the phrase is too long to
    own (`drivers at A's union`)."""
    words = name.split()
    if ending == "'s" and name[:1].islower() and LINKING.intersection(words):
        return ""
    many = several or (bool(words) and words[-1][:1].islower())  # `EU countries'`
    plural = ending == "'s" and many and name.endswith("s")
    return name + ("'" if plural and not name.endswith("ss") else ending) if name else ""


LINKING = frozenset("at in from for with of on by".split())


def no_name_here(tokens: Tokens, end: int) -> bool:
    """`the Vista panel`, `several Vista panels`: a person's bare surname has no article before it,
    and no adjective that belongs to a noun behind it."""
    before = tokens[end - 2] if end > 1 else None
    after = tokens[end] if end < len(tokens) else None
    led = before is not None and before.tag in (Tag.DET, Tag.NUM) and not before.means
    told = before is not None and before.tag is Tag.WORD and before.lower not in lx.ROLE_HEADS
    noun = after is not None and after.tag is Tag.WORD and after.text[:1].isalpha()
    return (
        led
        or (told and noun)
        or (before is not None and before.tag is Tag.NUM and after is not None)
    )


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
    does = base_of(tree.tokens[above].lower)
    said = tree.deps[inside] == "ccomp" and subject >= 0
    who = tree.tokens[subject].lower if said else ""
    return (does in lx.SAYING and who in RESEARCH) or (does in FINDING and who in JUDGING)


# `The court found that it had leaked`: who judges seldom judges itself.
JUDGING = frozenset(
    "court panel jury judge tribunal inquiry inquest inspector regulator watchdog ombudsman".split()
)
FINDING = frozenset("find found rule conclude hold establish determine".split())


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
    been = i + 1 < len(tree.tokens) and tree.tokens[i + 1].lower == "been"
    if token.lower == "'s" and tree.tags[i] == "VBZ":
        full = "has" if perfect or been else "is"
    elif token.lower == "'d":
        full = "would" if tree.tags[i] == "MD" else "had"
    if full:
        token.text = " " + full


def nearer(tree: Tree, i: int) -> bool:
    """`six rules, among them A`, `a block with its roof gone`: what stands right before."""
    token, head = tree.tokens[i], tree.heads[i]
    if called_so(tree, i):
        return True
    if token.lower in ("its", "their") and receiver(tree, i) >= 0:
        return True
    if token.lower in ("its", "their") and tree.deps[i] == "poss" and tree.deps[head] == "conj":
        return tree.tags[tree.heads[head]].startswith("NN")  # `A and its sequels`
    if token.lower in ("his", "her") and tree.deps[i] == "poss" and tree.deps[head] == "conj":
        # `said the owner and his wife had left`: whoever speaks
        other = tree.tokens[tree.heads[head]]
        told = any(base_of(tree.tokens[a].lower) in lx.SPEECH for a in tree.ancestors(head))
        human = told and other.lower in HUMAN_NOUNS | lx.ROLE_HEADS
        return human or other.entity == "PERSON"  # `Roe and his wife`
    if token.lower in ("his", "her") and _of_its_noun(tree, i):
        return True
    if token.lower == "them" and tree.deps[i] == "pobj" and _some_of(tree, i):
        return True
    if token.lower == "them" and tree.deps[i] == "pobj":
        return tree.tokens[head].lower in ("among", "of") and tree.comma_before(head)
    if token.lower in ("its", "their") and tree.deps[i] == "poss":
        link = tree.heads[head] if tree.deps[head] == "pobj" else -1
        above = tree.heads[link] if link >= 0 else -1
        within = above >= 0 and tree.tokens[link].lower == "with" and above == link - 1
        return within and tree.tags[above] in ("NN", "NNS")
    return False


def human_before(tree: Tree, i: int) -> bool:
    """`represented the president in his case`: perhaps the president, of whom no name is given."""
    if tree.deps[i] in SUBJECTS:
        return False
    other = MALE_NOUNS if tree.tokens[i].lower in ("her", "hers") else FEMALE_NOUNS
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), i)
    return any(
        tree.tags[k] == "NN"
        and tree.deps[k] in ("dobj", "dative", "pobj")
        and tree.tokens[k].lower in (HUMAN_NOUNS | lx.ROLE_HEADS) - other
        and tree.child(k, "appos") < 0
        and verb in tree.ancestors(k)
        for k in range(verb, i)
    )


# Whoever does so gives reasons that are about the thing.
TAKING_SIDES = frozenset(
    "oppose fight back support criticise criticize condemn welcome attack reject defend praise"
    " challenge object advise block ban approve".split()
)


BLAMING = frozenset("blame accuse sue denounce mock scold rebuke fine sanction punish".split())


def argued(tree: Tree, i: int) -> bool:
    """`A opposed the dam, arguing that it would leak`: the dam, or what was spoken of before; A
    hardly argues so of itself."""
    inside = tree.heads[i]
    above = tree.heads[inside]
    main = tree.heads[above]
    loose = tree.deps[above] == "advcl" and tree.subject(above) < 0
    sides = base_of(tree.tokens[main].lower) in TAKING_SIDES | BLAMING
    said = tree.deps[inside] == "ccomp" and loose and tree.deps[i] in SUBJECTS
    return (
        said
        and sides
        and any(
            tree.tags[k] == "NN" and tree.deps[k] in ("dobj", "pobj") and tree.child(k, "poss") < 0
            for k in range(main, above)
        )
    )


def conditional(tree: Tree, i: int) -> bool:
    """`allows A to stop B if it is late`: what is stopped may be late, or what allows it."""
    clause = tree.heads[i]
    verb = tree.heads[clause]
    mark = tree.child(clause, "mark")
    limits = mark >= 0 and tree.tokens[mark].lower in ("if", "unless", "until", "because")
    thing = tree.child(verb, "dobj")
    inner = tree.deps[verb] in ("xcomp", "ccomp", "advcl", "acl") and tree.tags[verb] == "VB"
    return (
        limits
        and inner
        and tree.deps[i] in SUBJECTS
        and tree.deps[clause] == "advcl"
        and verb < thing < clause
        and tree.tags[thing] == "NN"
    )


def described_by_who(tree: Tree, i: int) -> Token | None:
    """The noun of `a builder who wants to turn it into flats`: no `it`, but somebody."""
    for above in (i, *tree.ancestors(i)):
        subject = tree.subject(above)
        if tree.deps[above] == "relcl" and subject >= 0 and tree.tokens[subject].lower == "who":
            return tree.tokens[tree.anchor(above)]
    return None


def ranked(tree: Tree, i: int) -> bool:
    """`It is the first strike since May`: perhaps all that the last sentence told."""
    verb = tree.heads[i]
    thing = tree.child(verb, "attr")
    if tree.deps[i] not in SUBJECTS or tree.tokens[verb].lower not in lx.BE or thing < 0:
        return False
    ranks = ("only", "last", "latest")
    return any(
        tree.entities[k] == "ORDINAL" or tree.tags[k] == "JJS" or tree.tokens[k].lower in ranks
        for k in tree.kids[thing]
    )


def unlike_in_kind(tree: Tree, i: int, found: str) -> bool:
    """`The order was lifted. It was the second evacuation`: an order is none."""
    thing = tree.child(tree.heads[i], "attr")
    if tree.tokens[i].lower != "it" or not ranked(tree, i):
        return False
    clause = tree.child(thing, "relcl")
    doer = tree.subject(clause) if clause >= 0 else -1
    if doer >= 0 and tree.tokens[doer].lower in found.lower().split():
        return True  # `The Trade Office fined A. It is the first fine the office has set`
    if not found[:1].islower():
        return False
    counted = any(tree.entities[k] == "ORDINAL" for k in tree.kids[thing])
    return counted and tree.tokens[thing].lower not in found.lower().split()


def own_alone(tree: Tree, i: int) -> bool:
    """`stopped it on their own`: whose own, the sentence says; with a noun after it, it may not."""
    after = tree.tokens[i + 1 : i + 2]
    return bool(after) and after[0].lower == "own" and tree.heads[i] == i + 1


def _of_its_noun(tree: Tree, i: int) -> bool:
    """`a man in his 50s`: the man."""
    link = tree.heads[tree.heads[i]]
    above = tree.heads[link]
    phrase = tree.deps[i] == "poss" and tree.deps[link] == "prep" and link == above + 1
    return phrase and tree.tokens[above].lower in HUMAN_NOUNS


def _some_of(tree: Tree, i: int) -> bool:
    """`1,200 jobs, most of them in A`: of those right before."""
    of = tree.heads[i]
    quantity = tree.heads[of]
    follows = tree.tags[i + 1] if i + 1 < len(tree.tags) else "."
    aside = follows not in ("VBD", "VBZ", "VBP", "MD", "RB")
    near = tree.tokens[of].lower == "of" and quantity == of - 1 and of == i - 1
    return near and aside and tree.tokens[quantity - 1].text in (",", "—", "–") and quantity > 1
