"""Whether a noun is what a person is called: `chemist`, `former miner`, but not `carmaker`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS

KNOWN = lx.ROLE_HEADS | HUMAN_NOUNS
# What a firm, a club or a country can be as well as somebody.
EITHER = frozenset(
    "partner owner user customer neighbour neighbor friend supporter critic counterpart predecessor"
    " successor parent guest leader player champion producer host model founder member rival ally"
    " winner loser brewer retailer manufacturer carrier publisher broadcaster insurer lender"
    " supplier developer operator builder grocer distributor provider contractor subcontractor"
    " importer exporter employer processor refiner investor donor vendor creditor contributor"
    " competitor contender adviser advisor driver co-founder co-owner newcomer consumer".split()
)
NOBODY = frozenset(
    "center centre power superpower newspaper paper river tower harbor harbour cluster chapter"
    " quarter corner order border computer number matter offer letter server sector corridor motor"
    " factor error mirror theater theatre chamber disaster winter summer shelter cover layer fiber"
    " counter register monster cancer danger wonder thriller bestseller blockbuster poster banner"
    " finger trailer container frontrunner".split()
)
LISTS = frozenset(
    "list checklist playlist shortlist wishlist blacklist waitlist twist mist".split()
)
ENDINGS = ("ist", "ician", "woman", "yman", "sman")


def calling(noun: str, *, compound: bool) -> str:
    """ "person", "either" for what a firm may be called as well, "" for what is nobody.

    A `compound` is a noun before it: `a gold miner` may be a firm.
    """
    one = noun.lower()
    agent = one.endswith(("er", "or")) and len(one) > 4 and one not in NOBODY
    if one in EITHER or (one.endswith("maker") and one not in KNOWN):
        return "either"
    if one in KNOWN or (one.endswith(ENDINGS) and one not in LISTS):
        return "person"
    if agent:
        return "either" if compound else "person"
    return ""
