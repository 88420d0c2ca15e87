"""Which body `the company` or `the club` may be, as far as its name tells."""

from __future__ import annotations

GROUP_NOUNS = frozenset(
    "company firm club team group band university agency organisation organization party union"
    " museum bank charity institute corporation startup newspaper magazine network".split()
)
FAMILY = frozenset("family brothers sisters siblings dynasty estate household clan".split())
# What the last such word of a name makes of its bearer, and what that may be called.
_KINDS = {
    "bank": ("bank banque banco", "bank company firm group corporation"),
    "club": ("club united rovers wanderers athletic city fc afc", "club team group company"),
    "university": ("university college", "university institute"),
    "party": ("party", "party group"),
    "union": ("union", "union group"),
    "museum": ("museum gallery", "museum institute charity"),
    "federation": ("federation confederation league association", "union group charity"),
    "newspaper": ("times gazette tribune herald courier chronicle", "newspaper company group"),
    "office": (
        "board council ministry department court committee commission parliament senate police"
        " government authority office inspectorate tribunal",
        "agency",
    ),
    "charity": ("charity foundation trust", "charity group company"),
}
_NAMED = {word: kind for kind, (words, _) in _KINDS.items() for word in words.split()}
_CALLED = {kind: frozenset(nouns.split()) for kind, (_, nouns) in _KINDS.items()}
# These mostly say in their name what they are: no firm of another name is meant.
SAID_BY_NAME = frozenset({"newspaper", "magazine", "university", "museum"})
ANY = frozenset({"organisation", "organization", "network"})


def fits_name(noun: str, name: str) -> bool:
    """Whether a body of that name may be called so: `Harbour Bank` is no `club`."""
    kinds = [_NAMED[word] for word in name.lower().split() if word in _NAMED]
    return noun in ANY | _CALLED[kinds[-1]] if kinds else noun not in SAID_BY_NAME
