"""The numbers of a text, in digits and in words, with what rounding they were written to."""

from __future__ import annotations

import re

from verify.checkers.quantities_units import FRACTIONS, MAGNITUDES, ORDINALS, SIGNS, WORD_VALUES
from verify.checkers.quantities_written import Written, special
from verify.checkers.wording import windows

_SPACE = "[\\s\u00a0\u202f\u2009]"
_THIN = "[\u00a0\u202f\u2009]"
_DIGITS = (
    rf"\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?:\.\d+)?|\d{{1,3}}(?:{_THIN}\d{{3}})+(?:\.\d+)?"
    r"|\d+(?:\.\d+)?"
)
_SMALL = "|".join(sorted(WORD_VALUES, key=len, reverse=True))
_BIG = "hundred|thousand|million|billion|trillion|lakhs?|crores?"
_WORDS = (
    rf"(?:(?:{_SMALL})|(?<=\ba\s)(?:{_BIG}))"
    rf"(?:(?:{_SPACE}|-)(?:(?<=hundred\s)and\s|(?<=thousand\s)and\s|(?<=million\s)and\s)?"
    rf"(?:{_SMALL}|{_BIG}))*"
)
_MAGNITUDE = (
    r"hundred|thousand|million|billion|trillion|lakhs?|lac|crores?|cr|bn|mn|mln|tn|trn|k|m|b"
)
_SIGN = "".join(SIGNS)
_PARTS = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)

NUMBER = re.compile(
    rf"(?<![\w.,/:])(?:"
    rf"(?P<vague>(?:tens\sof\s|hundreds\sof\s)?(?:dozens|scores|hundreds|thousands|millions"
    rf"|billions|trillions)(?=\s(?:of|more)\b))"
    rf"|(?P<share>(?:{_SMALL}|\d+)\s(?:in|out\sof)\s(?:every\s)?(?:{_SMALL}|\d+)(?![\w,.]*\d))"
    rf"|(?P<dozen>(?:half\sa|a\shalf|a|one|two|three|four|five|six|\d+)[\s-]dozen\b)"
    rf"|(?P<couple>a\s(?:couple|pair)\sof\b)"
    rf"|(?P<halves>(?:{_SMALL}|\d+)\sand\sa\s(?:half|quarter)\b)"
    rf"|(?P<fraction>(?:(?:a|an|one|two|three|four|five|seven|nine)[\s-])(?:{_PARTS})\b"
    rf"|half(?=\s(?:of|the|a|an|its|his|her|their|all)\b))"
    rf"(?:(?:\sof)?(?:\sa|\sone)?\s(?P<fmag>million|billion|trillion|crore|lakh)\b)?"
    rf"|(?P<digits>[-−]?(?:(?:{_DIGITS})[{_SIGN}]?|[{_SIGN}]))(?P<suffix>st|nd|rd|th)?"
    rf"(?:(?:{_SPACE}|-)?(?P<mag>{_MAGNITUDE})(?![\w]))?"
    rf"|(?P<words>{_WORDS})(?![\w])"
    rf"|(?P<ordinal>(?:twenty-|thirty-|forty-|fifty-)?(?:{'|'.join(ORDINALS)}))(?![\w])"
    rf")",
    re.I,
)
_ANCHOR = re.compile(
    rf"[\d{_SIGN}]|\b(?:{_SMALL}|{_BIG}|{_PARTS}|dozens?|scores|tens|hundreds|thousands|millions"
    rf"|billions|trillions|couple|pair|{'|'.join(ORDINALS)})\b",
    re.I,
)
_TIME = re.compile(
    r"\s?(?:a\.?m\.?|p\.?m\.?|o['’]clock|GMT|UTC|BST|CET|hrs)\b|:\d\d|['’]?s\b|/\d", re.I
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\.?\s(?:the\s)?$", re.I)
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}", re.I)
_YEAR_WORDS = re.compile(
    r"\b(?:in|since|by|until|till|from|during|year|years|early|late|mid|spring|summer|autumn|fall"
    r"|winter|before|after|of|to|and|between|through|circa|the|season|fiscal|FY|end|election"
    rf"|{_MONTH})[,\s-]+$",
    re.I,
)
_NOUN_NEXT = re.compile(r"\s[a-z]+s\b|\s(?:people|men|women|children|police|troops)\b")
_NOT_A_COUNT = re.compile(
    r"\s(?:of\sthe\smost|of\sthose|of\sthese|of|another|by\sone|day|thing|hand|side|way|who|that"
    r"|another's|is|was|has|can|would|could|should|might|must|will|and\sonly)\b|[.,;:!?)\"”’]|$",
    re.I,
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the|which|as|is|was|big)[\s-]$", re.I
)


def numbers(text: str) -> list[Written]:
    """The numbers of a text one by one; dates, years and times of day left out."""
    found: list[Written] = []
    at = 0
    for low, high in windows(text, _ANCHOR, 4, 60):
        for match in NUMBER.finditer(text, max(low, at), high):
            at = match.end()
            written = _written(text, match)
            if written is not None:
                found.append(written)
    return found


def _written(text: str, match: re.Match[str]) -> Written | None:
    if match["digits"]:
        return _from_digits(text, match)
    if match["words"]:
        return _from_words(text, match)
    if match["ordinal"]:
        return _ordinal(text, match)
    return special(match)


def _from_digits(text: str, match: re.Match[str]) -> Written | None:
    raw = match["digits"]
    start, end = match.span()
    if _no_amount(text, match):
        return None
    number = raw.replace("−", "-").replace(",", "").translate(_THIN_OUT)
    sign = SIGNS.get(number[-1], 0.0)
    number = number[:-1] if sign else number
    if number.startswith("-") and start and not text[start - 1].isspace():
        number, start = number[1:], start + 1  # a hyphen of a range or a compound
    if len(number) > 18:
        return None
    value = float(number) + sign if number.strip("-") else (-sign if number else sign)
    if match["suffix"] and re.match(r"[\s-]centur", text[end : end + 8]):
        return None
    if match["suffix"]:
        return Written(start, end, value, value, 0, "ordinal", "ordinal", digits=True)
    mag = MAGNITUDES[match["mag"].lower()] if match["mag"] else 1.0
    half = _half(number, mag) if not sign else 0.125 * mag
    metres = (match["mag"] or "") == "m" and text[max(0, start - 1) : start] not in set("$£€₹¥")
    return Written(
        start, end, value * mag, value * mag, half, metres=metres,
        large=bool(match["mag"]) or "," in raw, digits=True,
    )  # fmt: skip


_THIN_OUT = {0xA0: None, 0x202F: None, 0x2009: None}


def _half(number: str, mag: float) -> float:
    """Half the last step written: 0.05 for 1.2, half a million for "3 million".

    Round figures of three digits and more may be rounded (1,200 → 50); smaller ones
    are taken at their word.
    """
    if "." in number:
        return 0.5 * 10.0 ** -len(number.split(".")[1]) * mag
    zeros = len(number) - len(number.rstrip("0"))
    if mag == 1.0 and (len(number.lstrip("-")) < 3 or not zeros):
        return 0.5 if len(number.lstrip("-")) > 3 else 0.0
    step = 0.5 * 10.0 ** (zeros if mag == 1.0 else 0) * mag
    return min(step, MOST_ROUNDED * abs(float(number)) * mag)


MOST_ROUNDED = 0.15  # nobody writes "100" for 65, nor "1 million" for 1.4 million


def _no_amount(text: str, match: re.Match[str]) -> bool:
    """A year, a day of a month, a time, part of a code or of a date in digits?"""
    start, end = match.start("digits"), match.end("digits")
    raw = match["digits"]
    tail = text[end : end + 24]
    if tail[:1] in {"/", ":"} or (tail[:1].isalpha() and match.end() == end and _glued(tail)):
        return True
    if start and text[start - 1] in "-–—" and start > 1 and text[start - 2].isalpha():
        return True  # F-16, Covid-19
    if (
        raw.startswith("-")
        and start
        and text[start - 1].isalnum()
        and not text[start - 1].isdigit()
    ):
        return True
    if not match["mag"] and (
        (_TIME.match(tail) and not tail.startswith(("s ", "'s"))) or _decade(tail)
    ):
        return True
    if match["mag"]:
        return False
    bare = raw.lstrip("-−")
    head = text[max(0, start - 16) : start + len(raw) - len(bare)]
    if len(bare) <= 2 and (_DATE_BEFORE.search(head) or _DATE_AFTER.match(tail)):
        return True
    return _is_year(text, bare, head, tail)


def _glued(tail: str) -> bool:
    """Letters that touch digits and are neither a unit nor an ordinal's ending: 7am, 4x4, 2nd."""
    letters = re.match(r"[A-Za-z°²]+", tail)
    return bool(letters) and letters.group().lower() not in _UNIT_LETTERS  # type: ignore[union-attr]


_UNIT_LETTERS = frozenset(
    "km kms mi m cm mm ft kg kgs lb lbs g mg oz ml ha c f kw mw gw kwh mwh gwh mph kph kmh bn mn"
    " mln tn trn k b cr st nd rd th pc pct pp bps yr yrs hr hrs min mins sec secs bpd".split()
)


def _decade(tail: str) -> bool:
    return bool(re.match(r"['’]?s\b", tail))


def _is_year(text: str, bare: str, head: str, tail: str) -> bool:
    if len(bare) != 4 or not bare.isdigit() or not 1000 <= int(bare) <= 2100:
        return False
    if tail[:1] in {"%", "°"} or re.match(r"\s?(?:%|percent|km|miles|metres|feet|kg)", tail):
        return False
    if head[-1:] in set("$£€₹¥"):
        return False
    return not _NOUN_NEXT.match(tail) or bool(_YEAR_WORDS.search(head))


def _from_words(text: str, match: re.Match[str]) -> Written | None:
    raw = match["words"].lower()
    start, end = match.span("words")
    tokens = [t for t in re.split(r"[\s\u00a0\u202f\u2009-]+", raw) if t != "and"]
    if match["words"][0].isupper() and not _sentence_start(text, start):
        return None  # a name: "Seven Sisters"
    tail = text[end : end + 16]
    if tokens == ["one"] and (_NOT_A_COUNT.match(tail) or _ONE_BEFORE.search(text[:start][-8:])):
        return None
    if _DATE_AFTER.match(tail) or _TIME.match(tail):
        return None
    value = _spelled(tokens)
    large = any(t in MAGNITUDES for t in tokens)
    half = _half(str(int(value)), 1.0) if large else 0.0
    return Written(start, end, value, value, half, large=large)


def _sentence_start(text: str, start: int) -> bool:
    before = text[:start].rstrip()[-1:]
    return not before or before in ".!?:;\"“‘'(—–-\n»•"


def _spelled(tokens: list[str]) -> float:
    """The value of number words: ["two", "hundred", "thirty", "one"] → 231."""
    total, part = 0.0, 0.0
    for token in tokens:
        if token in WORD_VALUES:
            part += WORD_VALUES[token]
        elif token == "hundred":
            part = (part or 1) * 100
        else:
            total += (part or 1) * MAGNITUDES[token]
            part = 0.0
    return total + part


def _ordinal(text: str, match: re.Match[str]) -> Written | None:
    start, end = match.span("ordinal")
    tail = text[end : end + 16]
    if _DATE_AFTER.match(tail) or re.match(r"\s(?:century|centuries)|[\s-]to[\s-]last", tail):
        return None
    tokens = match["ordinal"].lower().split("-")
    value = float(sum(ORDINALS.get(t, WORD_VALUES.get(t, 0)) for t in tokens))
    return Written(start, end, value, value, 0, "ordinal", "ordinal")
