"""Where a name stands in a text: the longest known name that begins, or ends, at a place."""

from __future__ import annotations

import re
from collections.abc import Callable

from verify.checkers import offices_lexicon as lx

Known = Callable[[str, str], bool]  # (name, what capitalised word is beside it) → means somebody
Span = tuple[str, int, int]  # the name as written, and its place in the text
WORD = re.compile(r"[^\W\d_][\w’'.\-]*")
INITIAL = re.compile(r"(?:[^\W\d_]\.)+|(?:Jr|Sr|Dr|St|Mr|Mrs|Ms)\.")


def _tokens_after(text: str, position: int) -> list[tuple[str, int, int]]:
    """Capitalised words (and particles) in a row, from `position` on."""
    tokens: list[tuple[str, int, int]] = []
    while len(tokens) < 8:
        nickname = re.compile(r'["“(]([^\W\d_]\w+)["”)]\s+').match(text, position)
        if nickname and tokens:
            position = nickname.end()
        word = WORD.match(text, position)
        if not word or not (word[0][0].isupper() or _particle(word[0])):
            break
        token, stop = _trimmed(word[0])
        if not token:
            break
        tokens.append((token, word.start(), word.start() + len(token)))
        gap = re.compile(r",?\s+(?=(?:Jr|Sr)\b)|[^\S\n]+").match(text, word.start() + len(token))
        if stop or not gap:
            break
        position = gap.end()
    while tokens and tokens[-1][0].lower() in lx.PARTICLES:
        tokens.pop()
    return tokens


def _particle(word: str) -> bool:
    return word.rstrip(".").lower() in lx.PARTICLES or bool(
        re.match(r"(?:al|el|as|ul)-[A-Z]", word)
    )


def _trimmed(word: str) -> tuple[str, bool]:
    """The word without possessive or full stop, and whether the name stops there."""
    own = re.search(r"['’]s?$", word)
    if own and len(word) > len(own[0]):
        return word[: own.start()], True
    if word.endswith(".") and not INITIAL.fullmatch(word):
        return word.rstrip("."), True
    return word, False


def name_after(text: str, position: int, known: Known) -> Span | None:
    """The longest known name that begins at `position`."""
    tokens = _tokens_after(text, position)
    for size in range(len(tokens), 0, -1):
        start, end = tokens[0][1], tokens[size - 1][2]
        following = tokens[size][0] if size < len(tokens) else ""
        if known(text[start:end], following):
            return text[start:end], start, end
    return None


def name_before(text: str, position: int, known: Known) -> Span | None:
    """The longest known name that ends at `position`."""
    line = text.rfind("\n", 0, position) + 1
    begin = max(line, position - 70)
    window = text[begin:position]
    words = list(WORD.finditer(window))
    best: Span | None = None
    after = len(window)
    for word in reversed(words[-8:]):
        gap = window[word.end() : after]
        if gap.strip(' "“”') or not (word[0][0].isupper() or _particle(word[0])):
            break
        if after != len(window) and word[0].endswith(".") and not INITIAL.fullmatch(word[0]):
            break
        name = window[word.start() :].rstrip()
        previous = _word_before(window[: word.start()])
        if word[0][0].isupper() and known(name, "" if " " in name else f"<{previous}"):
            best = (name, begin + word.start(), begin + word.start() + len(name))
        after = word.start()
    return best and _without_title(*best)


def _without_title(name: str, start: int, end: int) -> Span:
    """The name without a title written before it: Senator Marco Rubio, who …"""
    while " " in name and (
        lx.TITLE.fullmatch(name.split()[0]) or re.match(r"(?:Mr|Mrs|Ms|Dr)\b", name)
    ):
        first = name.split()[0]
        bare = name[len(first) :].lstrip()
        start, name = start + len(name) - len(bare), bare
    return name, start, end


def _word_before(text: str) -> str:
    """The capitalised word right before, which would make a surname another person's."""
    found = re.search(r"([^\W\d_][\w’'.\-]*)\s+$", text)
    return found[1] if found and found[1][0].isupper() else ""
