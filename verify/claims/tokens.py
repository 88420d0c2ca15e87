"""Sentence → tokens with offsets into the article.

Quotations and parentheses are one token each: nothing inside them is parsed with
the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

DROPPED = "\0"
NOTHING = "NOTHING"  # the `entity` of an `it` that stands for nothing: `it rained`


class Tag(Enum):
    """Coarse word classes. FIN is finite; PART is finite or a participle."""

    DET = "det"
    PRON = "pron"
    PREP = "prep"
    CONJ = "conj"
    SUB = "sub"
    REL = "rel"
    FIN = "fin"
    PART = "part"
    BASE = "base"
    ING = "ing"
    ADV = "adv"
    NUM = "num"
    NAME = "name"
    WORD = "word"
    QUOTE = "quote"
    PAREN = "paren"
    COMMA = "comma"
    STOP = "stop"  # any other punctuation


@dataclass(slots=True)
class Token:
    """A word, a mark, a quotation or a parenthesis. `start`, `end` are offsets in the article.

    A word that the rules supply (`is`, `was`) has start and end −1.
    """

    text: str
    start: int = -1
    end: int = -1
    tag: Tag = Tag.WORD
    lower: str = ""
    means: str = ""  # what a reference stands for; DROPPED where the words before it say it all
    open: bool = False  # a reference that the article does not settle
    entity: str = ""  # PERSON, ORG, GPE …, where a parser said so

    def __post_init__(self) -> None:
        self.lower = self.lower or self.text.lower().replace("’", "'")


LONGEST = 4_000  # characters of a sentence that are read as grammar; a longer one is kept whole
# Quotation marks without nesting; bounded, so that no unmatched mark makes a scan quadratic.
QUOTATION = (
    r"“[^“”]{1,1500}”|\"[^\"]{1,1500}\"|«[^«»]{1,1500}»"
    r"|(?<![\w])[‘'](?=\w)[^‘’'\n]{1,120}[’'](?!\w)"
)
TOKEN = re.compile(
    rf"(?P<quote>{QUOTATION})"
    r"|(?P<paren>\([^()]{0,400}\)|\[[^\[\]]{0,400}\])"
    r"|(?P<num>[$€£¥₹]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|%|bn|m|k|s)?(?![^\W\d_])(?:[-–]\w+)*)"
    r"|(?P<abbr>(?:[A-Za-z]\.){2,}|(?:Sen|Rep|Gov|Gen|Lt|Col|Amb|Mr|Mrs|Ms|Dr|Jr|Sr|St|Prof|Adm"
    r"|Capt"
    r"|Maj|Sgt|Brig|Pres|Hon|Rev|No|Inc|Corp|Ltd|Co|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
    r"|Dec|[A-Z])\.)"
    r"|(?P<poss>['’]s\b|['’](?=\s))"
    r"|(?P<word>[^\W_]+(?:(?:['’](?!s\b)|[-‐‑&.·*](?=[^\W_]))[^\W_]+)*)"
    r"|(?P<mark>\S)"
)
CITATION = re.compile(r"\[\d{1,3}\]")  # an encyclopedia's footnote mark


def single_marks(text: str) -> str:
    """`‘‘Yes,’’` with one mark for two, and every other word in its place."""
    return text.replace("‘‘", "“ ").replace("’’", " ”")


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Tokens of `text[start:end]`, untagged but for what their shape says."""
    tokens = []
    for match in TOKEN.finditer(text, start, min(end, start + LONGEST)):
        said = match.group()
        if said[0] == "[" and CITATION.fullmatch(said):
            continue
        token = Token(said, match.start(), match.end())
        token.tag = _shape(match.lastgroup or "mark", token)
        tokens.append(token)
        if token.tag is Tag.QUOTE and token.text[-2] in ",،":
            tokens.append(Token("", token.end, token.end, Tag.COMMA))  # `"A," "B," and "C"`
    return tokens


def _shape(group: str, token: Token) -> Tag:
    shapes = {"quote": Tag.QUOTE, "paren": Tag.PAREN, "num": Tag.NUM, "poss": Tag.STOP}
    if group in shapes:
        return shapes[group]
    if group == "mark":
        return Tag.COMMA if token.text in ",،" else Tag.STOP
    return Tag.NAME if token.text[:1].isupper() else Tag.WORD
