"""Questions about runs of tokens: where a noun phrase begins, where the verb is; and rendering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.tagging import certain
from verify.claims.tokens import DROPPED, Tag, Token

Tokens = Sequence[Token]
YEAR = re.compile(r"\b\d{4}$")
OPENS = frozenset('#@"“«‘([$')  # signs that a statement may begin with
NOUN_PHRASE = {Tag.DET, Tag.NUM, Tag.NAME, Tag.WORD, Tag.QUOTE, Tag.PAREN}


@dataclass(frozen=True)
class Saying:
    """Who is said to have said it: the tokens of speaker, verb and circumstances."""

    speaker: tuple[Token, ...]
    verb: str
    when: str = ""
    where: str = ""


@dataclass(frozen=True)
class Proposition:
    """Tokens in the order in which they are read; `how` says which rule made it.

    `said` is set where the tokens are what somebody is said to have said.
    """

    tokens: tuple[Token, ...]
    how: str = "main"
    said: Saying | None = None
    planned: bool = False  # a headline's `Council to build bridge`

    @property
    def span(self) -> tuple[int, int]:
        """From its first to its last word in the article. (0, 0) where it has none."""
        own = [t for t in self.tokens if t.start >= 0]
        return (min(t.start for t in own), max(t.end for t in own)) if own else (0, 0)


def word(text: str, tag: Tag = Tag.WORD) -> Token:
    """A word that the rules supply."""
    return Token(text, tag=tag)


def render(tokens: Tokens, *, resolve: bool = False) -> str:
    """The tokens as text: spaced as in the article where they stood together.

    `resolve` puts what a reference means in its place, unless that was already
    named before it in the same text.
    """
    out = ""
    last: Token | None = None
    kept = False  # `the`, whose meaning was named before: then its noun is not dropped
    for token in tokens:
        if not token.text or (resolve and token.means == DROPPED and not kept):
            continue
        meant = resolve and token.means not in ("", DROPPED)
        said = _resolved(token, out) if meant else token.text
        said = token.text if said != token.text and _right_before(tokens, token) else said
        kept = resolve and token.lower == "the" and bool(token.means) and said == token.text
        closes = token.text == "”" or (token.text == '"' and out.count('"') % 2 == 1)
        opened = out.endswith(("“", ' "')) or out == '"'
        opened = opened and (out[-1] == "“" or out.count('"') % 2 == 1)
        out += said if last is None or closes or opened or _glued(last, token) else " " + said
        last = token
    return " ".join(out.split())


def _resolved(token: Token, before: str) -> str:
    """What the token means; the token where that has been named, as in `Jane Roe said her plan`."""
    if YEAR.search(token.means):
        return token.means  # two dates of one month are not one
    bare = token.means.removesuffix("'s").removesuffix("'")
    kin = bare.rsplit("'s ", 1)[-1] if "'s " in bare else bare  # `her father … his dog`
    named = token.tag is not Tag.NAME and (kin in before or _half_named(bare, before))
    return token.text if named else token.means


def _right_before(tokens: Tokens, token: Token) -> bool:
    """`The visitors left their coats`: the subject is meant, and nothing else stands between."""
    bare = token.means.removesuffix("'s").removesuffix("'").split()
    at = next((n for n, t in enumerate(tokens) if t is token), 0)
    first = " ".join(t.text for t in tokens[: len(bare)]).lower()
    between = tokens[len(bare) : at]
    nouns = any(t.tag in (Tag.WORD, Tag.NAME, Tag.NUM) for t in between)
    return bool(between) and first == " ".join(bare).lower() and not nouns


def _half_named(name: str, before: str) -> bool:
    """`Roe said her plan`: a part of the name, alone, stands before."""
    parts = {w for w in name.split() if w[:1].isupper() and len(w) > 2}
    words = [w.strip(",.;:\"”“'") for w in before.replace("'s", "").split()]
    for n, w in enumerate(words):
        beside = [
            v for v in (words[n - 1 : n] if n else []) + words[n + 1 : n + 2] if v[:1].isupper()
        ]
        if w in parts and not beside:
            return True
    return False


def _glued(last: Token, token: Token) -> bool:
    if last.start >= 0 and token.start == last.end:
        return True
    if token.text in ("'", "‘") and last.start >= 0 and token.start == last.end + 1:
        return False  # it opens a quotation
    closing = token.text[:1] in ",.;:!?%)]’" or token.lower in ("'s", "'", "n't")
    return closing or (last.text[-1:] in "([$€£#-–/" and last.end == token.start)


def main_verb(tokens: Tokens, begin: int = 0, *, opens: bool = False) -> int:
    """Index of the clause's finite verb, outside relative clauses; −1 where there is none.

    A certain finite verb (auxiliary, modal, unambiguous past) is preferred to a
    form that may be a participle or a noun. `opens`: the clause may begin with its verb.
    """
    waiting = 0
    doubtful = -1
    for i in range(begin, len(tokens)):
        token = tokens[i]
        if token.tag is Tag.REL or (token.tag is Tag.SUB and _has_verb(tokens, i + 1)):
            waiting += 1
        elif token.tag is Tag.FIN or (
            token.tag is Tag.PART and ((opens and i == begin) or _may_be_finite(tokens, i))
        ):
            if waiting:
                waiting -= 1
            elif token.tag is Tag.FIN and certain(token):
                return _either(tokens, doubtful, i)
            elif doubtful < 0:
                doubtful = i
    return doubtful


def _has_verb(tokens: Tokens, begin: int) -> bool:
    """Whether a finite verb follows before the next comma: not in `while acknowledging it,`."""
    for token in tokens[begin : begin + 40]:
        if token.tag is Tag.COMMA:
            return False
        if token.tag is Tag.FIN:
            return True
    return True


def _either(tokens: Tokens, doubtful: int, sure_at: int) -> int:
    """The earlier, doubtful verb, unless no noun phrase can begin a clause between the two."""
    if doubtful < 0:
        return sure_at
    if tokens[doubtful].tag is Tag.FIN:
        return doubtful
    between = tokens[doubtful + 1 : sure_at]
    breaks = any(t.tag in (Tag.CONJ, Tag.COMMA, Tag.STOP) for t in between)
    return doubtful if breaks else sure_at


def _may_be_finite(tokens: Tokens, i: int) -> bool:
    """A past form after a noun phrase or an adverb: `he won`, not `was won`, `the won`."""
    if "part" in lx.FORMS.get(tokens[i].lower, frozenset()) and tokens[i].lower in (
        "born", "known", "given", "seen", "done", "taken", "written", "driven", "shown", "grown",
        "been", "being", "drawn", "thrown", "stolen", "chosen", "spoken", "broken", "gone",
    ):  # fmt: skip
        return False
    k = i - 1
    while k >= 0 and tokens[k].tag is Tag.ADV:
        k -= 1
    if k < 0 or all(t.tag in (Tag.ADV, Tag.COMMA) for t in tokens[: k + 1]):
        return False  # `Based on …, she …`: a clause does not begin with its verb
    before = tokens[k]
    group = before.lower in lx.BE or before.lower in lx.HAVE
    return not group and before.tag not in (Tag.DET, Tag.PREP)


def noun_phrase_start(tokens: Tokens, end: int, *, through_of: bool = False) -> int:
    """Where the noun phrase that ends before `end` begins."""
    i = end
    while i > 0:
        token = tokens[i - 1]
        possessive = token.lower in ("'s", "'")
        if token.tag in NOUN_PHRASE or possessive or token.tag is Tag.PRON:
            i -= 1
            # A determiner opens the phrase, but for a possessive before it.
            if token.tag is Tag.DET and not (i and tokens[i - 1].tag is Tag.DET):
                if through_of and i > 1 and tokens[i - 1].lower in ("of",):
                    i -= 1
                    continue
                break
        elif (token.lower == "of" and i - 1 > 0 and (through_of or _proper(tokens, i - 1))) or (
            token.tag is Tag.PART and i < end and i > 1 and tokens[i - 2].tag is Tag.DET
        ):
            i -= 1
        else:
            break
    return i


def _proper(tokens: Tokens, at: int) -> bool:
    """`of` inside a proper name: `the University of Coimbra`."""
    k = at + 1
    while k < len(tokens) and tokens[k].tag is Tag.DET:
        k += 1
    return tokens[at - 1].tag is Tag.NAME and k < len(tokens) and tokens[k].tag is Tag.NAME


def is_plural(tokens: Tokens) -> bool:
    """Whether a noun phrase reads as plural (a guess from its head and its determiner)."""
    if not tokens:
        return False
    if len(tokens) > 2 and [t.lower for t in tokens[1:2]] == ["than"]:
        tokens = tokens[2:]  # `more than 900 lawyers`
    stop = next((i for i, t in enumerate(tokens) if t.tag is Tag.PREP and i), len(tokens))
    if any(t.tag is Tag.CONJ and t.lower == "and" for t in tokens[:stop]):
        return True
    head = next(
        (t for t in reversed(tokens[:stop]) if t.tag in (Tag.WORD, Tag.NAME, Tag.PRON)), None
    )
    if head is None:
        return _several(tokens[-1])  # `57 were hurt`
    if head.lower in MANY:
        return True
    singular = head.lower.endswith(("ss", "us", "is", "news", "series", "politics", "physics"))
    people = head.entity == "NORP"  # `Americans`
    return (head.tag is Tag.WORD or people) and head.lower.endswith("s") and not singular


MANY = frozenset("they we these those people men women children police".split())


def _several(number: Token) -> bool:
    """Whether a number alone counts several, and is no year."""
    year = len(number.text) == 4 and number.text.isdigit()
    return number.tag is Tag.NUM and number.lower not in ("one", "1") and not year


def be(tokens: Tokens, *, past: bool) -> Token:
    """The form of `be` that agrees with a noun phrase."""
    many = is_plural(tokens)
    form = ("were" if many else "was") if past else ("are" if many else "is")
    return word(form, Tag.FIN)


def agreed(helps: Tokens, who: Tokens) -> list[Token]:
    """`were`, as another subject asks for it: `was`."""
    past = [t.lower in ("was", "were") for t in helps]
    own = [t.lower in ("was", "were", "is", "are") for t in helps]
    return [be(who, past=p) if b else t for t, b, p in zip(helps, own, past, strict=True)]


def article_for(text: str) -> str:
    """`a` or `an`."""
    first = text.lower()
    if first.startswith(("uni", "us ", "u.s.", "uk ", "u.k.", "eu ", "one", "euro", "use", "ufo")):
        return "a"
    return (
        "an"
        if first[:1] in "aeiou" or first.startswith(("hour", "honest", "honor", "heir", "mp ", "8"))
        else "a"
    )


def strip_edges(tokens: Tokens) -> list[Token]:
    """Without commas, stops and conjunctions at either end."""
    kept = list(tokens)
    edge = (Tag.COMMA, Tag.CONJ)
    if kept and kept[0].text == "(" and kept[-1].text == ")" and _one_bracket(kept):
        kept = kept[1:-1]
    while kept and (kept[0].tag in edge or (kept[0].tag is Tag.STOP and kept[0].text not in OPENS)):
        kept.pop(0)
    while kept and (
        kept[-1].tag in edge or (kept[-1].tag is Tag.STOP and kept[-1].text in ".;:!?-–—,…")
    ):
        kept.pop()
    if [t.lower for t in kept[-3:]] == ["as", "well", "as"]:
        return strip_edges(kept[:-3])  # what it joined is a statement of its own
    return kept


def _one_bracket(tokens: Tokens) -> bool:
    """Whether all stands in one pair of brackets: `(Roe left in May.)`."""
    return sum(t.text in ("(", ")") for t in tokens) == 2


def bare(tokens: Tokens) -> list[Token]:
    """A subject without what stands between commas, and without adverbs at its end."""
    cut = next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA), len(tokens))
    kept = strip_edges(tokens[:cut])
    while kept and kept[-1].tag is Tag.ADV:
        kept.pop()
    return kept
