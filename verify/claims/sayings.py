"""Who said it: what is said is kept apart from the claim that it was said."""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.phrases import Saying, Tokens, main_verb, render, strip_edges
from verify.claims.tokens import Tag, Token
from verify.claims.verbs import base_of

FEW_WORDS = 3  # a quotation shorter than this is a phrase in somebody's sentence
NEAR = 9  # tokens between the verb and what is said: `told reporters in Paris on Friday that`
OPENERS = frozenset("“\"«‘'")


@dataclass(frozen=True)
class Reported:
    """A saying taken apart. `content` is parsed further; `whole` is the sentence of the saying."""

    said: Saying
    content: tuple[Token, ...]
    whole: tuple[Token, ...]
    direct: bool


def says(token: Token) -> bool:
    """Whether a token is a finite form of a verb of saying."""
    return token.tag in (Tag.FIN, Tag.PART, Tag.NAME, Tag.WORD) and (
        base_of(token.lower) in lx.SAYING
        and bool(lx.FORMS.get(token.lower, frozenset()) - {"ing", "base"})
    )


def taken_apart(tokens: list[Token]) -> Reported | None:
    """The saying that a clause consists of; None where it is none."""
    return _according(tokens) or _quoted(tokens) or _trailing(tokens) or _complement(tokens)


def _quotation(token: Token) -> bool:
    return token.tag is Tag.QUOTE and len(token.text.split()) >= FEW_WORDS


def _quoted(tokens: list[Token]) -> Reported | None:
    """`"…," NAME said.` · `"…," said NAME.` · `NAME said: "…"`."""
    quotes = [i for i, t in enumerate(tokens) if _quotation(t)]
    if not quotes:
        return None
    verb = next((i for i, t in enumerate(tokens) if says(t) and base_of(t.lower) in lx.SPEECH), -1)
    if verb < 0:
        return None
    first = quotes[0]
    if first == 0:
        speaker, rest = _speaker_after(tokens, 1, verb)
    elif verb < first and all(t.tag is not Tag.REL for t in tokens[verb:first]):
        speaker, rest = strip_edges(tokens[:verb]), tokens[verb + 1 : first]
    else:
        return None
    # What follows the opening quotation and its speaker is a clause of its own (`, adding that …`).
    if not speaker or len(speaker) > 16:
        return None
    said = _saying(speaker, tokens[verb], rest)
    return Reported(said, tuple(tokens[i] for i in quotes), tuple(tokens), direct=True)


def _speaker_after(tokens: Tokens, begin: int, verb: int) -> tuple[list[Token], Tokens]:
    while begin < len(tokens) and tokens[begin].tag in (Tag.COMMA, Tag.STOP):
        begin += 1
    if verb > begin:
        return strip_edges(tokens[begin:verb]), tokens[verb + 1 : verb + 1 + NEAR]
    end = verb + 1
    while end < len(tokens) and tokens[end].tag in (Tag.NAME, Tag.DET, Tag.WORD, Tag.PRON):
        end += 1
    return strip_edges(tokens[verb + 1 : end]), tokens[end : end + NEAR]


def _trailing(tokens: list[Token]) -> Reported | None:
    """`S, NAME said on Friday.` · `S, said NAME.`"""
    commas = [i for i, t in enumerate(tokens) if t.tag is Tag.COMMA]
    for comma in reversed(commas[-3:]):
        tail = tokens[comma + 1 :]
        verb = next((k for k, t in enumerate(tail[:10]) if says(t)), -1)
        content = tokens[:comma]
        if verb < 0 or main_verb(content) < 0:
            continue
        late = tail[verb + 1 :]
        if verb == 0:
            speaker, rest = _speaker_after(tail, 0, 0)
            plain = bool(speaker) and base_of(tail[0].lower) in lx.SPEECH
        else:
            speaker, rest = strip_edges(tail[:verb]), late
            plain = all(
                t.tag in (Tag.NAME, Tag.DET, Tag.WORD, Tag.PRON, Tag.PREP, Tag.PAREN)
                for t in tail[:verb]
            )
        opened = speaker and speaker[0].tag in (Tag.NAME, Tag.DET, Tag.PRON, Tag.WORD)
        if plain and opened and len(late) <= NEAR + 3 and not any(t.tag is Tag.REL for t in late):
            whole = (*speaker, tail[verb], Token("that", tag=Tag.REL), *content)
            return Reported(_saying(speaker, tail[verb], rest), tuple(content), whole, direct=False)
    return None


def _complement(tokens: list[Token]) -> Reported | None:
    """`NAME said (to reporters on Friday) (that) S`."""
    verb = main_verb(tokens)
    if verb < 1 or not says(tokens[verb]):
        return _passive(tokens, verb)
    speaker = [t for t in strip_edges(tokens[:verb]) if t.tag is not Tag.ADV]
    that = next(
        (k for k in range(verb + 1, min(len(tokens), verb + NEAR)) if tokens[k].lower == "that"), -1
    )
    if that > 0 and any(t.tag in (Tag.COMMA, Tag.FIN) for t in tokens[verb + 1 : that]):
        that = -1
    if that > 0:
        content, rest = tokens[that + 1 :], tokens[verb + 1 : that]
    elif base_of(tokens[verb].lower) in lx.PLAIN_SAYING:
        content, rest = tokens[verb + 1 :], []
        inner = main_verb(content)
        if inner < 1 or any(t.tag in (Tag.COMMA, Tag.REL, Tag.CONJ) for t in content[:inner]):
            return None
    else:
        return None
    if main_verb(list(content)) < 0 or not speaker:
        return None
    said = _saying(speaker, tokens[verb], rest)
    return Reported(said, tuple(content), tuple(tokens), direct=False)


def _passive(tokens: list[Token], verb: int) -> Reported | None:
    """`The administration has maintained that S`: the verb of saying behind an auxiliary."""
    if verb < 1 or tokens[verb].lower not in ("has", "have", "had", "also"):
        return None
    k = verb + 1
    while k < len(tokens) - 1 and tokens[k].tag is Tag.ADV:
        k += 1
    if (
        k + 1 >= len(tokens)
        or base_of(tokens[k].lower) not in lx.SAYING
        or tokens[k + 1].lower != "that"
    ):
        return None
    content = tokens[k + 2 :]
    if main_verb(content) < 0:
        return None
    cut = next((i for i, t in enumerate(tokens[:verb]) if t.tag is Tag.COMMA), verb)
    said = _saying(strip_edges(tokens[:cut]), tokens[k], [])
    return Reported(said, tuple(content), tuple(tokens), direct=False)


def _according(tokens: list[Token]) -> Reported | None:
    """`According to NAME, S` · `S, according to NAME`."""
    at = next(
        (
            i
            for i, t in enumerate(tokens[:-1])
            if t.lower == "according" and tokens[i + 1].lower == "to"
        ),
        -1,
    )
    if at < 0:
        return None
    if at == 0:
        comma = next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA and i > 2), -1)
        if comma < 0:
            return None
        speaker, content = tokens[2:comma], tokens[comma + 1 :]
    else:
        speaker, content = strip_edges(tokens[at + 2 :]), strip_edges(tokens[:at])
    if main_verb(content) < 0 or not speaker or len(speaker) > 20:
        return None
    return Reported(
        Saying(tuple(speaker), "according to"), tuple(content), tuple(tokens), direct=False
    )


def _saying(speaker: Tokens, verb: Token, rest: Tokens) -> Saying:
    when, where = [], []
    for phrase in _phrases(rest):
        dated = any(
            t.lower in lx.MONTHS | lx.WEEKDAYS
            or t.tag is Tag.NUM
            or t.lower in ("yesterday", "today")
            for t in phrase
        )
        if dated:
            when.append(render(phrase, resolve=True))
        elif phrase[0].lower in ("in", "at", "during", "outside", "on") and len(phrase) <= 8:
            where.append(render(phrase, resolve=True))
    return Saying(tuple(speaker), render([verb]), ", ".join(when), ", ".join(where))


def _phrases(rest: Tokens) -> list[list[Token]]:
    parts: list[list[Token]] = []
    for token in rest:
        if token.tag in (Tag.COMMA, Tag.REL, Tag.QUOTE, Tag.ING):
            break
        if token.tag is Tag.PREP or not parts:
            parts.append([])
        parts[-1].append(token)
    return parts
