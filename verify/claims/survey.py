"""The table of what is stated on its own, by the label that the parser gives it."""

from __future__ import annotations

from verify.claims.appositions import apposition
from verify.claims.asserted import adverbial, joined
from verify.claims.by_account import according
from verify.claims.described import relative, relative_again
from verify.claims.having import besides, equipped
from verify.claims.kinds_told import kind_beside, kind_of_examples
from verify.claims.participles import earlier, opening, participle
from verify.claims.reading import Reading
from verify.claims.reported import reported
from verify.claims.speech import quotations
from verify.claims.trees import SUBJECTS

RULES = {
    "conj": (relative_again, joined),
    "advcl": (adverbial,),
    "relcl": (relative,),
    "acl": (participle,),
    "amod": (opening,),
    "appos": (apposition, kind_beside),
    "ccomp": (reported,),
    "prep": (according, equipped, besides, earlier, kind_of_examples),
    "advmod": (besides,),
}


# What stands by the way inside quotation marks is the speaker's: it is not taken apart.
BY_THE_WAY = frozenset({"relcl", "acl", "advcl", "appos", "amod", "prep"})


def survey(reading: Reading, i: int) -> None:
    """Decide on all that hangs on `i`, from the top down."""
    _survey(reading, i, quotations(reading.tree))


def _survey(reading: Reading, i: int, quoted: list[tuple[int, int]]) -> None:
    tree = reading.tree
    inside = next(((a, b) for a, b in quoted if a < i < b), None)
    # The subject first: what is said of it decides how a speaker is called.
    for kid in sorted(tree.kids[i], key=lambda k: tree.deps[k] not in SUBJECTS):
        if kid in reading.quoted:
            continue
        kept = inside is not None and inside[0] < kid < inside[1] and tree.deps[kid] in BY_THE_WAY
        for rule in () if kept else RULES.get(tree.deps[kid], ()):
            if kid not in reading.cut:
                rule(reading, kid)
        _survey(reading, kid, quoted)
