"""Short names written out: "Vale" is "Jonas Vale" where the text first gives him that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from verify.checkers.quotes_read import TITLES

_PART = r"[A-ZÀ-Þ][\w’'-]*[\w]"
_RUN = re.compile(rf"{_PART}(?:\s{_PART})*")
# What follows an organisation's short name in its long one.
_ORGANISATIONS = frozenset(
    "industries group company corporation corp inc ltd plc holdings bank airlines motors energy"
    " systems technologies foods pharma partners media".split()
)
OPENERS = frozenset(
    "a an the this that these those in on at by for from to with of and but or as if when while"
    " after before since under over he she it they we i his her its their our my there no not what"
    " who how why now then yet also however meanwhile".split()
)


# "The institute", of a text that names one: what it is called by its kind.
_KINDS = (
    "institute university museum treaty commission committee ministry court hospital foundation"
    " agency league bank fund stadium bridge tower railway airport cathedral theatre gallery"
    " college academy library prize festival"
)
_KIND = re.compile(rf"\b(?P<the>[Tt]he)\s(?P<kind>{_KINDS.replace(' ', '|')})\b")
_OF = re.compile(rf"\b(?P<kind>{_KINDS.title().replace(' ', '|')})\sof\s(?:the\s)?{_RUN.pattern}")


def runs(text: str) -> Iterator[list[str]]:
    """The words of each name of a text in reading order, without titles and a possessive s."""
    for run in _RUN.finditer(text):
        parts = run.group().removesuffix("’s").removesuffix("'s").split()
        while parts and parts[0].lower() in OPENERS | TITLES:
            parts = parts[1:]
        yield parts


@lru_cache(maxsize=512)
def full_names(text: str) -> Mapping[str, str]:
    """For each short name, the full name of two words in which the text first has it.

    And for "the institute" the one institute that the text names.
    """
    found: dict[str, str] = {}
    seen: set[str] = set()
    kinds: dict[str, set[str]] = {}
    for parts in runs(text):
        if len(parts) >= 2:
            first, last = parts[-2:]
            short = first if last.lower() in _ORGANISATIONS else last
            if short not in seen and not {first, last} & seen:
                found[short] = f"{first} {last}"
            kinds.setdefault(last.lower(), set()).add(" ".join(parts))
        seen.update(parts)
    for named in _OF.finditer(text):
        kinds.setdefault(named["kind"].lower(), set()).add(named.group())
    single = {kind: next(iter(names)) for kind, names in kinds.items() if len(names) == 1}
    return found | {f"the {kind}": name for kind, name in single.items()}


def written_out(text: str, names: Mapping[str, str]) -> str:
    """The text with each short name in full, where it stands alone."""
    if not names:
        return text

    def full(match: re.Match[str]) -> str:
        run = match.group()
        bare = re.sub(r"(?:’s|'s)$", "", run)
        lead, _, short = bare.rpartition(" ")
        if short in names and (not lead or lead.lower() in OPENERS | TITLES):
            return f"{lead} {names[short]}".strip() + run[len(bare) :]
        return run

    def named(match: re.Match[str]) -> str:
        name = names.get(f"the {match['kind']}")
        return f"{match['the']} {name}" if name else match.group()

    return _KIND.sub(named, _RUN.sub(full, text))
