"""Which language a text is in."""

from __future__ import annotations

import threading

SHORT = 60  # characters; below this a language cannot be told
SAMPLE = 3000  # characters that the language is told from

_loading = threading.Lock()  # two threads at once would each unpack the library's model


def language_of(text: str) -> str:
    """A two-letter language code; "en" for text too short to tell."""
    if len(text.strip()) < SHORT:
        return "en"
    load()
    from py3langid import classify

    return str(classify(text[:SAMPLE])[0])


def load() -> None:
    """Unpack the library's model, unless it is: a third of a second, most of it without Python's
    lock. Safe to call from several threads."""
    from py3langid import classify

    with _loading:
        classify("")
