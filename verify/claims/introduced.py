"""What a sentence calls a name, which tells that it is a person's: `NAME was a baker`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims.callings import ENDINGS, KNOWN, calling
from verify.claims.mentions import FEMALE_NOUNS, MALE_NOUNS, OF_FIRMS, says
from verify.claims.phrases import Tokens
from verify.claims.tokens import Tag

ASIDE = 12  # words between two commas behind a name
# Where a noun phrase ends.
ENDS = (Tag.PREP, Tag.REL, Tag.STOP, Tag.PART, Tag.FIN, Tag.SUB, Tag.ING)


def described_as_person(tokens: Tokens, end: int, *, parsed: bool) -> bool:
    """`NAME is an American actor`, `NAME, the president of …`, `NAME said`."""
    after = tokens[end : end + 9]
    if not parsed and after and lx.FORMS.get(after[0].lower) and says(after[0]):
        return True
    if after and (after[0].tag in (Tag.COMMA, Tag.PAREN) or after[0].lower in lx.BE):
        return any(t.lower in lx.ROLE_HEADS for t in after[1:]) and any(
            t.tag is Tag.DET for t in after[1:4]
        )
    return False


def called(tokens: Tokens, end: int) -> str:
    """The noun that tells who somebody is: `chemist` of `NAME (born 1902) was a French chemist`,
    `president` of `NAME, the council president,`; "" where nothing of the kind is said."""
    at = _behind_brackets(tokens, end)
    if _is(tokens, at, ","):
        beside = _head(tokens, at + 1)
        if beside:
            return beside
        at = next((k + 1 for k in range(at + 1, at + ASIDE) if _is(tokens, k, ",")), at)
    if at < len(tokens) and tokens[at].lower in ("is", "was"):
        at += 1
        while at < len(tokens) and tokens[at].tag is Tag.ADV:
            at += 1
        return _head(tokens, at)
    return ""


def _is(tokens: Tokens, at: int, mark: str) -> bool:
    return at < len(tokens) and tokens[at].text == mark


def _behind_brackets(tokens: Tokens, at: int) -> int:
    if at < len(tokens) and tokens[at].tag is Tag.PAREN and tokens[at].text != "(":
        return at + 1
    if not _is(tokens, at, "("):
        return at
    return next((k + 1 for k in range(at, len(tokens)) if tokens[k].text == ")"), at)


def _head(tokens: Tokens, at: int) -> str:
    """The head of the noun phrase with an article that begins here, if that is somebody."""
    if at >= len(tokens) or tokens[at].tag is not Tag.DET:
        return ""
    end = at + 1
    while end < len(tokens) and tokens[end].tag not in (*ENDS, Tag.COMMA, Tag.CONJ):
        end += 1
    noun = tokens[end - 1]
    word = noun.lower
    listed = word in KNOWN - OF_FIRMS or word.endswith(ENDINGS)
    somebody = listed and calling(word, compound=False) == "person"
    owned = end < len(tokens) and tokens[end].lower in ("'s", "'", "’s")
    return word if somebody and noun.tag is Tag.WORD and not owned else ""


def gender_of_noun(noun: str) -> str:
    """`daughter` is a woman, `widow`, too; "" where a noun does not tell."""
    return "m" if noun in MALE_NOUNS else "f" if noun in FEMALE_NOUNS else ""
