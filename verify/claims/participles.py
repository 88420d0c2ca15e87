"""What a participle says of a noun: `A, founded in 1999, …`, `Born in B, A …`."""

from __future__ import annotations

from verify.claims.asserted import LIKE_PREPOSITIONS, on_condition, state_participle
from verify.claims.reading import Reading, indefinite, proper, subject_like
from verify.claims.trees import Tree
from verify.claims.verbs import base_of


def participle(reading: Reading, i: int) -> None:
    """`A, founded in 1999, …` → `A was founded in 1999`; `is a man known for B` → `is known …`."""
    tree = reading.tree
    noun = tree.anchor(i) if tree.comma_before(i) else tree.heads[i]
    if tree.tags[i] not in ("VBN", "VBG", "VBD") or tree.tokens[i].lower in LIKE_PREPOSITIONS:
        return
    if tree.subject(i) >= 0:
        return  # `His novels, most of them set in A, …`: most of them were
    copula = tree.heads[noun]
    loose = tree.comma_before(i)
    shared = tree.deps[noun] == "attr" and copula in reading.clauses and tree.tags[i] != "VBG"
    shared = shared and indefinite(tree, noun) and tree.child(i, "prep", "agent") >= 0
    if not (loose or shared) or (loose and _of_either(tree, noun)):
        return
    reading.clauses.add(i)
    # `A is a larger form of B, holding C`: A holds it, and no larger form
    told = loose and tree.deps[noun] == "attr" and copula in reading.clauses
    told = told and tree.tags[tree.subject(copula)].startswith("NN")

    def state() -> None:
        core = reading.subject(copula) if shared or told else reading.noun(noun)
        state_participle(reading, i, core)

    reading.cut[i] = state


def _of_either(tree: Tree, noun: int) -> bool:
    """`a report by the office, published in May`: what is published may be either."""
    before = tree.heads[noun] if tree.deps[noun] == "pobj" else -1
    if before < 0 or tree.tokens[before].lower == "of":
        return False
    above = tree.heads[before]
    # `is mounted at the rear, powered by A`: the rear is not
    passive = tree.child(above, "auxpass") >= 0 and not proper(tree, noun)
    return tree.deps[before] == "prep" and (tree.tags[above] in ("NN", "NNS") or passive)


def opening(reading: Reading, i: int) -> None:
    """`Born in A, NAME …` where the parser takes the participle for an adjective of the name."""
    tree, noun = reading.tree, reading.tree.heads[i]
    last = tree.edge(i)
    ends = last + 1 < len(tree.tokens) and "," in (
        tree.tokens[last].text,
        tree.tokens[last + 1].text,
    )
    opens = tree.begin(i) == i == 0 and len(tree.subtree(i)) > 1 and ends
    if not opens or tree.tags[i] != "VBN" or not subject_like(tree, noun):
        return
    if on_condition(tree, i, tree.heads[noun]):
        return
    reading.clauses.add(i)
    reading.cut[i] = lambda: state_participle(reading, i, reading.noun(noun))


ENDING = frozenset("die leave quit resign stop cancel flee escape withdraw collapse".split())


def earlier(reading: Reading, i: int) -> None:
    """`After leaving A, she …`: she left A, as well."""
    tree, head = reading.tree, reading.tree.heads[i]
    verb = tree.child(i, "pcomp")
    told = tree.tokens[i].lower in ("after", "since", "before", "upon") and verb >= 0
    if not told or tree.tags[verb] != "VBG" or head not in reading.clauses:
        return
    if not tree.past(head) or len(tree.subtree(verb)) < 3:
        return
    if tree.subject(head) >= 0 and tree.tokens[tree.subject(head)].lower == "it":
        return  # `It was his fourth miss since joining A`: who joined, the sentence does not say
    if tree.tokens[i].lower == "before" and base_of(tree.tokens[head].lower) in ENDING:
        return  # `died before finishing it`

    def state() -> None:
        if head in reading.said:
            reading.said[verb] = reading.said[head]
        state_participle(reading, verb, reading.subject(head))

    reading.later.append(state)
