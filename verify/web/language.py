"""Which language a text is in."""

from __future__ import annotations

SHORT = 60  # characters; below this a language cannot be told
SAMPLE = 3000  # characters that the language is told from


def language_of(text: str) -> str:
    """A two-letter language code; "en" for text too short to tell."""
    if len(text.strip()) < SHORT:
        return "en"
    from py3langid import classify

    return str(classify(text[:SAMPLE])[0])
