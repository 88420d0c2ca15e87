"""Things that `it` and `its` may mean beside the nearest subject, by what their clause tells."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.anaphora import FINDING, JUDGING
from verify.claims.control import BODIES, is_body
from verify.claims.trees import Tree
from verify.claims.verbs import base_of


def another_thing(tree: Tree, i: int) -> bool:
    """Whether the nearest subject is no likelier than another thing of its sentence."""
    told = (asked_who, judged, made_there, behind_a_deed)
    return tree.tokens[i].lower in ("it", "its") and any(t(tree, i) for t in told)


def asked_who(tree: Tree, i: int) -> bool:
    """`while a court considers who owns it`: whoever asks so seldom asks about itself."""
    verb = tree.heads[i]
    subject = tree.subject(verb)
    who = tree.tokens[subject].lower if subject >= 0 else ""
    return who in ("who", "what") and tree.deps[i] == "dobj" and tree.deps[verb] == "ccomp"


def judged(tree: Tree, i: int) -> bool:
    """`A court cleared the sale, ruling that the heirs of its owner …`: not the court's owner."""
    for inside in tree.ancestors(i):
        above = tree.heads[inside]
        first = tree.subject(inside)
        if tree.deps[inside] != "ccomp" or first < 0 or i not in tree.subtree(first):
            continue
        judge = tree.subject(above)
        if judge < 0 and tree.deps[above] == "advcl":
            judge = tree.subject(tree.heads[above])
        does = base_of(tree.tokens[above].lower)
        return judge >= 0 and does in FINDING and tree.tokens[judge].lower in JUDGING
    return False


def made_there(tree: Tree, i: int) -> bool:
    """`The firm said the drug is made at its plant`: the firm's, for a drug has none."""
    verb = next((a for a in tree.ancestors(i) if tree.verbal(a)), -1)
    above = tree.heads[verb] if verb >= 0 else -1
    passive = verb >= 0 and tree.deps[verb] == "ccomp" and tree.child(verb, "auxpass") >= 0
    made = passive and base_of(tree.tokens[verb].lower) in MAKING
    speaker = tree.subject(above) if made and tree.deps[i] == "poss" else -1
    says = speaker >= 0 and base_of(tree.tokens[above].lower) in lx.SPEECH
    own = tree.tokens[i + 1].lower == "own" if i + 1 < len(tree.tokens) else False
    return says and is_body(tree, speaker) and tree.subject(verb) < i and not own


MAKING = frozenset(
    "make produce build assemble manufacture brew bake bottle print grow develop design test store"
    " fill mix pack sew weave".split()
)


def behind_a_deed(tree: Tree, i: int) -> bool:
    """`The bank signed the deal without reading its terms`: the deal's, or the bank's."""
    inner = tree.heads[tree.heads[i]]
    while tree.deps[inner] == "conj" and tree.tags[inner] == "VBG":
        inner = tree.heads[inner]
    link = tree.heads[inner]
    if tree.deps[i] != "poss" or tree.deps[inner] != "pcomp" or tree.subject(inner) >= 0:
        return False
    verb = next((a for a in tree.ancestors(link) if tree.verbal(a)), -1)
    return verb >= 0 and any(
        verb < k < link
        and tree.tags[k] == "NN"
        and tree.deps[k] in ("dobj", "pobj")
        and any(tree.tokens[n].lower in ("the", "this", "that") for n in tree.kids[k])
        for k in tree.subtree(verb)
    )


def buys_a_body(tree: Tree) -> bool:
    """`A, which acquired B`, `A bought the firm`: later `the firm` is either."""
    for verb, token in enumerate(tree.tokens):
        thing = tree.child(verb, "dobj") if base_of(token.lower) in BUYING else -1
        if thing > verb and tree.verbal(verb) and tree.entities[thing] not in NUMBERS:
            named = tree.tags[thing] in ("NNP", "NNPS")
            if named or tree.tokens[thing].lower in BODIES:
                return True
    return False


BUYING = frozenset("buy acquire purchase".split())
NUMBERS = ("MONEY", "PERCENT", "CARDINAL", "QUANTITY", "DATE")
