"""Committees of the United States Congress as newspapers name them."""

from __future__ import annotations

import re
from functools import cache

from verify.checkers.offices_posts import committee_key

_WORDS = """
Accountability Administration Affairs Aging Agriculture Appropriations Armed Attempted Banking
Budget Business Capitol China Chinese Climate Commerce Communist Congress Coronavirus Crisis
Disparity Economic Education Energy Entrepreneurship Environment Ethics Fairness Finance Financial
Foreign Forestry Government Governmental Growth HELP Health Homeland House Housing Indian
Infrastructure Intel Intelligence Judiciary Labor Library Means Modernization Natural Nutrition
Oversight Pandemic Party Pensions Pension Permanent Printing Public Reform Relations Resources
Rules Science Security Select Services Small Space Special Strategic Competition Taxation
Technology Transportation Urban Veterans Ways Weaponization Workforce Works
"""
_WORD = rf"(?:(?:{'|'.join(sorted(_WORDS.split(), key=len, reverse=True))})(?!\w)(?:['’]s?(?!\w))?)"
_NAME = rf"{_WORD}(?:(?:,? and | & |, | in | of the | for | )(?:the )?{_WORD})*"
_CHAMBER = r"(?:(?:US|U\.S\.|United States)\s+)?(?:Senate|House|Joint)"
_PANEL = r"(?:[Cc]ommittee|[Pp]anel)"
# A subcommittee, a caucus, a party's members of a chamber: none of them is the committee named.
_WHOLE = (
    r"(?!(?:,?\s+(?:and\s+|&\s+|on\s+)?[A-Z][\w'’]*)*[\s-]+"
    r"(?:[Ss]ub|[Cc]aucus|[Cc]onference|[Tt]ask\s|Republicans|Democrats|GOP))"
)
# The full and the short way to name a committee, the short one without the word, and either
# without its chamber.
COMMITTEE = (
    rf"(?:{_CHAMBER}\s+(?:{_WORD}\s+)*?(?:[Cc]ommittee|[Pp]anel|[Ss]ubcommittee)\s+(?:on|for)\s+"
    rf"(?:the\s+)?{_NAME}"
    rf"|{_CHAMBER}\s+{_NAME}(?:\s+{_PANEL})?"
    rf"|(?:Select\s+)?Committee\s+on\s+(?:the\s+)?{_NAME}"
    rf"|{_NAME}\s+{_PANEL}){_WHOLE}"
)
THAT = r"[Tt]he\s+(?:committee|panel)"  # the one named last
_THAT_ONE = re.compile(r"the\s+(?:committee|panel)(?!\s+(?:on|of|for)\b)\b")
_OF = re.compile(r",?\s+(?:of|on|for)\s+")
# After a verb: "who chairs the Senate Finance Committee".
_LED = re.compile(r"\s+(?=the\s)")
_PRAISED = re.compile(r"(?:the\s+)?(?:powerful\s+|influential\s+)?")
LAST_NAMED = "?"  # the key of "the committee", until the article says which
WITHIN = 900  # characters back to the committee that "the committee" means


@cache
def _named() -> re.Pattern[str]:
    # Compiled when first asked for: hundreds of words, and most articles name no committee.
    return re.compile(COMMITTEE)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<that>{THAT}['’]s|\b[Ii]ts(?:\s+then)?)|(?P<committee>{COMMITTEE})(?:['’]s?)?)\s+$"
    )


def before(text: str) -> tuple[str, int] | None:
    """The committee that `text` ends with and where it begins: "the Senate Finance Committee’s ".

    LAST_NAMED for "the committee".
    """
    m = _ending().search(text)
    return (_key(m["committee"]), m.start()) if m else None


def after(text: str) -> tuple[str, int] | None:
    """The committee that `text` begins with and where it ends: " of the Senate Finance Committee".

    >>> after(" of the powerful Senate Finance Committee, said")
    ('senate finance', 41)
    """
    return _linked(_OF.match(text))


def led(text: str) -> tuple[str, int] | None:
    """Likewise after a verb: " the Senate Finance Committee"."""
    return _linked(_LED.match(text))


def _linked(link: re.Match[str] | None) -> tuple[str, int] | None:
    if not link:
        return None
    text, at = link.string, link.end()
    if that := _THAT_ONE.match(text, at):
        return LAST_NAMED, that.end()
    praised = _PRAISED.match(text, at)
    m = _named().match(text, praised.end() if praised else at)
    return (committee_key(m[0]), m.end()) if m else None


def _key(committee: str | None) -> str:
    return committee_key(committee) if committee else LAST_NAMED


def last_named(text: str, position: int) -> str:
    """The committee that the last sentence to name one names; "" where it names several.

    >>> last_named("The Senate Finance Committee met. The panel’s chairman left.", 34)
    'senate finance'
    """
    found = list(_named().finditer(text, max(0, position - WITHIN), position))
    if not found:
        return ""
    begin = max(text.rfind(stop, 0, found[-1].start()) for stop in (". ", "\n", "” ", "? "))
    return _only({committee_key(m[0]) for m in found if m.start() > begin})


def _only(keys: set[str]) -> str:
    """The one committee that the keys, long and short, stand for."""
    full = {k for k in keys if not any(k != o and o.endswith(f" {k}") for o in keys)}
    return full.pop() if len(full) == 1 else ""
