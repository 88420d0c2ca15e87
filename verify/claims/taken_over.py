"""What a second verb takes over from the first: `was born and raised`, `will meet and agree`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.second_verbs import DONE_TO, NEVER_DONE_TO, OBJECTS
from verify.claims.trees import AUXILIARIES, SUBJECTS, Tree
from verify.claims.verbs import base_of

# A participle of what lasts: it says how a thing is, and not what was done to it once.
LASTING = frozenset(
    "known called named located based owned nicknamed dubbed situated headquartered".split()
)
# What is done to a child, and to the dead.
BROUGHT_UP = frozenset("raise rear educate adopt baptise baptize christen bury cremate".split())
# With these, what stands behind the passive is what somebody is given, or becomes.
GIVING = frozenset(
    "award give grant offer send teach tell show pay hand allot allocate assign lend deny refuse"
    " promise ask charge permit allow issue serve fine spare bring leave accord present guarantee"
    " owe sell cost".split()
)
NAMING = frozenset(
    "name call make elect appoint declare dub crown christen nickname title consider deem vote"
    " designate rename brand label ordain proclaim pronounce rate rank judge find keep".split()
)
THINGS = frozenset({"GPE", "LOC", "FAC", "ORG"})


def taken_over(tree: Tree, i: int) -> list[int]:
    """The auxiliaries of the verb before that go for the verb at `i` as well."""
    first = tree.heads[i]
    own = any(tree.deps[k] in AUXILIARIES for k in tree.kids[i])
    if tree.deps[i] != "conj" or own or _done_by_itself(tree, i):
        return []
    while tree.deps[first] == "conj" and tree.child(first, *AUXILIARIES, *SUBJECTS) < 0:
        first = tree.heads[first]  # `is built, tested and used`
    if tree.tokens[first].lower in lx.BE and (tree.tags[i] == "VBN" or _how_it_is(tree, i, first)):
        return [first]  # `is 2 km wide and shaped like a peanut`
    # A form that is past and participle alike is read as the first verb's kind.
    passive = tree.child(first, "auxpass") >= 0
    done = tree.tags[i] == "VBD" and passive and _done_to(tree, i)
    modal = any(tree.tags[k] == "MD" for k in tree.kids[first])
    shares = tree.tags[i] in ("VB", "VBG", *(("VBP",) if modal else ()))
    if not (shares or done or (tree.tags[i] == "VBN" and tree.child(first, *AUXILIARIES) >= 0)):
        return []
    deps = {*AUXILIARIES, "neg"}
    kept = [k for k in tree.kids[first] if tree.deps[k] in deps and k < first]
    if tree.tags[i] in ("VB", "VBP") and not any(_before_bare(tree, k) for k in kept):
        return []  # `have lived in A and pay B`
    return kept


def _done_by_itself(tree: Tree, i: int) -> bool:
    """`was born in A and emigrated to B`, `was shot in A and starred B`: no passive, though it
    stands behind one, for nobody is emigrated, nor has a passive an object, but for what somebody
    is given or named."""
    first, base = tree.heads[i], base_of(tree.tokens[i].lower)
    behind = tree.child(first, "auxpass") >= 0 or tree.tokens[first].lower in lx.BE
    if not behind or tree.tags[i] == "VBG" or tree.child(first, "aux") >= 0:
        return behind and tree.tags[i] != "VBG" and base in NEVER_DONE_TO
    thing = tree.child(i, "dobj")
    past = "past" in lx.FORMS.get(tree.tokens[i].lower, ())
    does = past and thing > i and base not in GIVING | NAMING
    return base in NEVER_DONE_TO or (does and tree.tags[thing] in ("NN", "NNS", "NNP", "NNPS"))


def _how_it_is(tree: Tree, i: int, first: int) -> bool:
    """`is 2 km wide and shaped like a peanut`, and not `is his son and learned from him`, `is long
    and opened in 1990`: a past tense behind a present copula is none where it tells how a thing
    is, and by whom or where it is so."""
    word = tree.tokens[i].lower
    forms = lx.FORMS.get(word, ("part",) if word.endswith("ed") else ())
    now = tree.tags[i] == "VBD" and tree.tokens[first].lower in ("is", "are")
    if not now or "part" not in forms or tree.child(i, *OBJECTS) >= 0:
        return False
    if word in LASTING or tree.child(i, "agent") >= 0 or _by_somebody(tree, i):
        return True
    subject = tree.subject(first)
    thing = tree.tags[subject] in ("NN", "NNS") or tree.entities[subject] in THINGS
    dated = any(tree.entities[k] in ("DATE", "TIME") for k in tree.subtree(i))
    return thing and not dated and tree.child(first, "acomp") > first


def _by_somebody(tree: Tree, i: int) -> bool:
    return any(tree.deps[k] == "prep" and tree.tokens[k].lower == "by" for k in tree.kids[i])


def _done_to(tree: Tree, i: int) -> bool:
    """`knighted and made a fellow`, `held and told that …`, `born and raised in A`."""
    told = tree.tokens[i].lower == "told" and tree.child(i, "dobj", "dative") < 0
    word = base_of(tree.tokens[i].lower)
    forms = lx.FORMS.get(tree.tokens[i].lower, ())
    participle = "part" in forms and "past" not in forms  # `seized and beaten`
    done = participle or word in DONE_TO | BROUGHT_UP
    bare = done and tree.child(i, *OBJECTS) < 0
    return told or bare or tree.child(i, "agent") >= 0 or _appointed(tree, i)


def _appointed(tree: Tree, i: int) -> bool:
    """`named captain`, `made a fellow`: what somebody becomes, and does not make."""
    thing = tree.child(i, "dobj", "oprd", "attr")
    word = tree.tokens[thing].lower if thing >= 0 else ""
    office = word.rstrip(".") in lx.ROLE_HEADS or word in ("fellow", "member")
    return office and tree.tokens[i].lower in ("made", "named", "appointed", "elected", "declared")


def _before_bare(tree: Tree, k: int) -> bool:
    """Whether a bare verb form may follow: `will`, `to`, `did`."""
    return tree.tags[k] in ("MD", "TO") or tree.tokens[k].lower in lx.DO
