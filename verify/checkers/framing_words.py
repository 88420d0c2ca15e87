"""The words by which a headline says more, or less, than the body below it."""

from __future__ import annotations

import re

# Adverbs that make an act official or final.
OFFICIAL = frozenset("formally officially definitively conclusively unanimously finally".split())


HEDGE = re.compile(
    r"\b(?:may(?! \d)|might|could|reportedly|allegedly|apparently|possibly|perhaps"
    r"|potentially|likely"
    r"|consider(?:s|ed|ing)?|propos(?:al|als|e|es|ed|ing)|plans? to|planning to|weigh(?:s|ed"
    r"|ing)|explor(?:e|es|ed|ing)"
    r"|discuss(?:es|ed|ing|ions?)?|willing(?:ness)?|suggest(?:s|ed|ing)?|preliminary"
    r"|tentative(?:ly)?|not (?:yet|final)"
    r"|if approved|subject to|expected to|is said to|are said to|rumou?r(?:s|ed)?|alleged"
    r"|suspected|in principle)\b",
    re.IGNORECASE,
)


FORMER = re.compile(
    r"\b(?:former|ex-|then-|late|acting|interim|outgoing|-elect\b|then)\s*", re.IGNORECASE
)


NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*")


WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


IRREGULAR = {
    "said": "say",
    "told": "tell",
    "thought": "think",
    "shown": "show",
    "held": "hold",
    "proven": "prove",
    "built": "build",
    "made": "make",
    "took": "take",
    "sent": "send",
    "gave": "give",
    "won": "win",
    "lost": "lose",
    "met": "meet",
    "left": "leave",
}


def stem(word: str) -> str:
    """A word without the endings of number and tense: `offered`, `offers` → `offer`."""
    word = IRREGULAR.get(word.lower(), word.lower())
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    # `prove`, `proves`, `proving` meet without their last e; `planned`, `plans` with one n.
    word = word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls" else word
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


# Verbs that present what somebody said as established.
FACTIVE = stems(
    "confirm prove reveal admit acknowledge expose disclose show demonstrate establish concede"
)


# Verbs that leave open whether it is so.
OPEN = stems(
    "say claim allege suggest state argue assert believe speculate report hint imply insist"
    " maintain"
    " contend note add tell think estimate"
)


SPELT = {
    w: str(n)
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen"
        " sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"dozen": "12", "hundred": "100", "thousand": "1000"}


EMPTY = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been has have had do"
    " does did that this it its he she they his her their will would who which than over after"
    " before"
    " says said say new us not".split()
)


def content(text: str) -> frozenset[str]:
    """Content words at their base form."""
    return frozenset(
        stem(w)
        for w in WORD.findall(text.lower().replace("’", "'").replace("'s", ""))
        if w not in EMPTY
    )


def verbs(text: str) -> set[str]:
    return {stem(w) for w in WORD.findall(text)}


def listed(words: set[str]) -> str:
    return " or ".join(f"“{w}”" for w in sorted(words))


def numbers(text: str) -> set[str]:
    digits = {m.replace(",", "").rstrip(".") for m in NUMBER.findall(text)}
    spelt = {SPELT[w] for w in (w.lower() for w in WORD.findall(text)) if w in SPELT}
    return digits | spelt
