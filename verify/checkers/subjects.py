"""Who or what a sentence speaks of: the name it begins with, or its page's where it says "it"."""

from __future__ import annotations

import re
import unicodedata

from verify.types import Document

NAME = re.compile(
    r"[A-ZÀ-Þ0-9][\w’'.&-]*(?:\s(?:(?:of|the|de|la|van|von|der|and|to|in|on|for|a|&)\s){0,2}"
    r"[A-ZÀ-Þ0-9][\w’'.&-]*)*"
)
PRONOUN = re.compile(r"^(?:he|she|it|they)$", re.I)


# Corpora that were cut into words write brackets and marks like this.
_TREEBANK = (
    ("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", "“"), ("''", "”"),
)  # fmt: skip
_SOUND = re.compile(r"\s?\[[^\]]{0,60}\]\s?;?|(?<=\()[^()0-9]{0,60};\s")  # how a name is said


def opens_with_pronoun(sentence: str) -> bool:
    """ "It has sent 31,000 images": does a sentence tell of somebody named before?"""
    return bool(PRONOUN.match(sentence.split(" ", 1)[0]))


def plain(text: str) -> str:
    """A sentence with ordinary brackets and marks, and without pronunciations."""
    for token, mark in _TREEBANK:
        text = text.replace(token, mark)
    text = re.sub(r"\s+([,.;:)”])", r"\1", re.sub(r"([(“])\s+", r"\1", text))
    return _SOUND.sub(" ", text).replace("( ", "(").strip()


def leading(left: str) -> str | None:
    """The name that a sentence begins with, where nothing but asides follows it."""
    left = re.sub(r"^the\s", "", re.sub(r"[“”\"]", "", left).strip("'` (,"))
    lead = NAME.match(left)
    if lead is None:
        return "" if left and PRONOUN.match(left.split()[0]) else None
    return bare(lead.group(), "")


def bare(name: str, before: str) -> str | None:
    """A name that is nobody's ("Smith's wife") and follows no "of" or "and"."""
    if re.search(r"(?:’s|'s|\b(?:of|and|or|with|by|to|from|in|at)|[:–—-])\s$", before):
        return None
    parts = name.split()
    if parts and parts[0] in {"The", "In", "On", "At", "After", "Before", "When", "While", "By"}:
        parts = parts[1:]
    if not parts or any(p.endswith(("’s", "'s")) for p in parts):
        return None
    return "" if PRONOUN.match(" ".join(parts)) else " ".join(parts)


_KNOWN_AS = re.compile(
    rf"\bknown\s(?:\w+\s){{0,3}}(?:as|by\s(?:his|her)\s(?:stage\s|pen\s)?name(?:\sof)?)\s"
    rf"(?:the\s)?[“\"‘]?(?P<name>{NAME.pattern})"
)


def names_of(subject: str, sentence: str) -> tuple[str, ...]:
    """The subject's name and those that it is "known as" in the sentence."""
    return (subject, *(m["name"] for m in _KNOWN_AS.finditer(sentence))) if subject else ()


_HEAD = re.compile(r"(?P<name>[A-ZÀ-Þ][^:\n.]{1,60}):\s")


def headed(sentence: str) -> tuple[tuple[str, ...], str]:
    """ "Ann Lee: She was born …" → what it is about, and the sentence without that head."""
    head = _HEAD.match(sentence)
    return ((head["name"],), sentence[head.end() :]) if head else ((), sentence)


def subjects(
    told: str, about: tuple[str, ...], document: Document | None, sentence: str
) -> tuple[str, ...]:
    """The names of what a sentence speaks of, whose own word for it may be "it" or a surname."""
    if told and len(told.split()) > 1:
        return (told,)
    known = about or (topic(document, sentence) if document else ())
    if not told:
        return known
    same = any(_parts(name)[-1:] == _parts(told)[-1:] for name in known)
    return (*known, told) if same else (told,)


def topic(document: Document, sentence: str) -> tuple[str, ...]:
    """What is meant where a sentence says "it": the name its paragraph begins with, or the title.

    () where a sentence between may have brought somebody else, or the title is no name.
    """
    at = document.text.find(sentence)
    if at < 0:
        return ()
    paragraph = document.text.rfind("\n", 0, at) + 1
    between = document.text[paragraph:at]
    lead = _lead(between)
    if lead:
        return (lead,)
    title = re.sub(r"\s\([^)]*\)$", "", document.title)
    return (title,) if NAME.fullmatch(title) and not between.strip() else ()


_LEAD = re.compile(
    r"(?:The\s)?(?P<name>[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*)*)\s?(?:\(|is\b|was\b|,)"
)


def _lead(text: str) -> str:
    """The name a paragraph begins with, if it is defined there and only pronouns follow it."""
    lead = _LEAD.match(plain(text))
    if lead is None:
        return ""
    later = [s for s in re.split(r"(?<=[.!?])\s+", text)[1:] if s.strip()]
    return lead["name"] if all(_of_it(s) for s in later) else ""


def _of_it(sentence: str) -> bool:
    """Does a sentence speak of "he", "she" or "it", and bring nobody who could be meant next?"""
    return bool(re.match(r"(?:He|She|It|They)\b", sentence))


_NUMERALS = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi jr sr junior".split())


def same_subject(one: str, two: str) -> bool:
    """Is it one name, in full or shorter? Numerals must agree; initials stand for names.

    A surname alone is nobody's: it may be another of the family.

    >>> same_subject("Zac Efron", "Zachary David Efron"), same_subject("Henry IV", "Henry V")
    (True, False)
    """
    a, b = sorted((_parts(one), _parts(two)), key=len)
    if not a or _numerals(a) != _numerals(b) or (len(a) == 1 and a != b):
        return False
    rest = iter(b)
    letters = [[p for p in parts if len(p) == 1] for parts in (a, b)]
    if all(letters) and letters[0] != letters[1]:
        return False  # George W. and George H. W.
    return a[-1] == b[-1] and all(any(_same_part(x, y) for y in rest) for x in a)


def _parts(name: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", re.sub(r"\s\(.*", "", name)).lower()
    found = re.findall(r"\w+", "".join(c for c in bare if not unicodedata.combining(c)))
    return [w for w in found if w not in {"the", "of", "and"}]


def _numerals(parts: list[str]) -> set[str]:
    return {p for p in parts if p in _NUMERALS or p.isdigit()}


def _same_part(one: str, two: str) -> bool:
    """Equal, an initial, or a short form ("Zac" for "Zachary")."""
    short, long = sorted((one, two), key=len)
    return one == two or ((len(short) == 1 or len(short) >= 3) and long.startswith(short))
