"""Words that say the same of a number or an event: forms of one verb, and plain synonyms.

Only words that may stand for each other wherever something is counted, measured or dated.
"""

from __future__ import annotations

from functools import lru_cache

from verify.checkers.wording import stem, words

# Forms that no ending tells: "rose", "risen" of "rise".
_FORMS = (
    "rise rose risen",
    "fall fell fallen",
    "win won",
    "lose lost",
    "grow grew grown",
    "hold held",
    "pay paid",
    "sell sold",
    "build built",
    "take took taken",
    "make made",
    "write wrote written",
    "give gave given",
    "get got gotten",
    "buy bought",
    "spend spent",
    "lead led",
    "send sent",
    "meet met",
    "leave left",
    "begin began begun",
    "sink sank sunk",
    "break broke broken",
    "shoot shot",
    "stand stood",
    "keep kept",
    "bring brought",
    "draw drew drawn",
    "drive drove driven",
    "fly flew flown",
    "run ran",
    "sing sang sung",
    "strike struck",
    "teach taught",
    "wear wore worn",
    "beat beaten",
    "choose chose chosen",
    "become became",
    "come came",
    "find found",
    "go went gone",
    "lie lay lain",
    "shrink shrank shrunk",
    "speak spoke spoken",
    "steal stole stolen",
    "withdraw withdrew withdrawn",
)
# The past of each, as it stands in a text.
PARTICIPLES = tuple(group.split()[-1] for group in _FORMS)
PAST = (*(group.split()[1] for group in _FORMS), "cost", "hit", "set", "cut", "let", "put")
_SAME = (
    "rise increase grow climb",
    "fall decline drop decrease",
    "receive get",
    "build construct",
    "buy purchase",
    "begin start commence",
    "end finish",
    "resident inhabitant",
    "film movie",
    "prohibit ban",
)


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (*_FORMS, *_SAME):
        members = [stem(w) for w in group.split()]
        head = next((found[m] for m in members if m in found), members[0])
        merged = {found[m] for m in members if m in found}
        for name in [*members, *(k for k, v in found.items() if v in merged)]:
            found[name] = head
    return found


_OF = _table()


@lru_cache(maxsize=65536)
def sense(stemmed: str) -> str:
    """One stem for all that say the same.

    >>> sense(stem("rose")) == sense(stem("increases")), sense("bridge")
    (True, 'bridge')
    """
    return _OF.get(stemmed, stemmed)


@lru_cache(maxsize=4096)
def names(text: str) -> frozenset[str]:
    """What the words of a text mean that are written as names."""
    return frozenset(sense(w.stem) for w in words(text) if w.name)
