"""Committees of the United States Congress as newspapers name them."""

from __future__ import annotations

import re

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
    rf"|{_CHAMBER}\s+{_NAME}\s+{_PANEL}"
    rf"|{_CHAMBER}\s+{_NAME}"
    rf"|(?:Select\s+)?Committee\s+on\s+(?:the\s+)?{_NAME}"
    rf"|{_NAME}\s+{_PANEL}){_WHOLE}"
)
THAT = r"[Tt]he\s+(?:committee|panel)"  # the one named last
AFTER = re.compile(
    r",?\s+(?:of|on|for)\s+(?:(?P<that>the\s+(?:committee|panel))(?!\s+(?:on|of|for)\b)\b|"
    rf"(?:the\s+)?(?:powerful\s+|influential\s+)?(?P<committee>{COMMITTEE}))"
)
# After a verb: "who chairs the Senate Finance Committee".
LED = re.compile(
    r"\s+(?:(?P<that>the\s+(?:committee|panel))(?!\s+(?:on|of|for)\b)\b|"
    rf"the\s+(?:powerful\s+|influential\s+)?(?P<committee>{COMMITTEE}))"
)
BEFORE = re.compile(
    rf"(?:(?P<that>{THAT}['’]s|\b[Ii]ts(?:\s+then)?)|(?P<committee>{COMMITTEE})(?:['’]s?)?)\s+$"
)
NAMED = re.compile(COMMITTEE)
LAST_NAMED = "?"  # the key of "the committee", until the article says which
WITHIN = 900  # characters back to the committee that "the committee" means


def key_of(match: re.Match[str]) -> str:
    """The committee a match names; LAST_NAMED for "the committee"."""
    return LAST_NAMED if match["that"] else committee_key(match["committee"])


def last_named(text: str, position: int) -> str:
    """The committee that the last sentence to name one names; "" where it names several.

    >>> last_named("The Senate Finance Committee met. The panel’s chairman left.", 34)
    'senate finance'
    """
    found = list(NAMED.finditer(text, max(0, position - WITHIN), position))
    if not found:
        return ""
    begin = max(text.rfind(stop, 0, found[-1].start()) for stop in (". ", "\n", "” ", "? "))
    return _only({committee_key(m[0]) for m in found if m.start() > begin})


def _only(keys: set[str]) -> str:
    """The one committee that the keys, long and short, stand for."""
    full = {k for k in keys if not any(k != o and o.endswith(f" {k}") for o in keys)}
    return full.pop() if len(full) == 1 else ""
