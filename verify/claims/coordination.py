"""Where one predicate ends and the next begins: `founded A and led B, but it failed`."""

from __future__ import annotations

from verify.claims import lexicon as lx
from verify.claims import verbs
from verify.claims.phrases import Tokens, main_verb
from verify.claims.tagging import certain
from verify.claims.tokens import Tag, Token

# Their clause is stated on its own; the others (if, when, until …) limit the main clause and stay.
STATED = frozenset("because although though while whereas since as".split())


LIKE_PREPOSITIONS = frozenset("including according depending ranging regarding concerning".split())
CAUSAL = frozenset("because since as".split())


# After `was X and …`: a participle that goes on with `was`; `moved` does not.
PASSIVE = frozenset(
    "raised educated buried based known located named considered regarded elected nominated awarded"
    " held used described released produced published directed written sold built designed"
    " honored honoured recognized recognised inducted appointed arrested charged convicted"
    " sentenced killed injured wounded destroyed founded established created trained taken given"
    " made"
    " found set called cast featured presented broadcast adapted translated praised respected"
    " credited"
    " governed controlled formed followed replaced succeeded owned operated killed married".split()
)


def verb_from(tokens: Tokens, begin: int) -> int:
    i = begin
    while i < len(tokens) - 1 and tokens[i].tag is Tag.ADV:
        i += 1
    return i


def is_past(token: Token) -> bool:
    return (
        token.lower in ("was", "were", "had", "did")
        or token.tag is Tag.PART
        or ("past" in lx.FORMS.get(token.lower, frozenset()))
    )


def cut_at(tokens: Tokens, i: int, verb: int) -> tuple[str, int] | None:
    """Whether a new predicate begins at `i`: (how, where it begins), or None."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return None
    if token.tag is Tag.SUB and token.lower in STATED and main_verb(tokens, i + 1) > i + 1:
        return "clause", i + 1
    if (token.lower == "where" or following.lower == "where") and token.tag in (Tag.REL, Tag.COMMA):
        begin = i + 1 if token.lower == "where" else i + 2
        return ("clause", begin) if main_verb(tokens, begin) > begin else None
    if token.lower in ("before", "after") and token.tag is Tag.PREP and following.tag is Tag.ING:
        return "participle", i + 1
    if token.tag is Tag.STOP and token.text in (";", "—", "–") and main_verb(tokens, i + 1) > i + 1:
        return "clause", i + 1
    listed = i + 2 < len(tokens) and tokens[i + 2].tag in (Tag.COMMA, Tag.CONJ)
    participial = token.tag is Tag.COMMA and following.tag is Tag.ING and not listed
    if participial and following.lower not in LIKE_PREPOSITIONS:
        return "participle", i + 1
    if token.tag is Tag.COMMA and following.tag is Tag.PART and _reduced(tokens, i + 1):
        return "reduced", i + 1
    if token.tag is Tag.COMMA and following.tag in (Tag.CONJ, Tag.SUB):
        return None  # decided at the conjunction itself
    if token.tag is Tag.CONJ or (token.tag is Tag.COMMA and _series(tokens, i, verb)):
        if token.tag is Tag.COMMA and following.lower in ("so",):
            return "clause", i + 2
        k = verb_from(tokens, i + 1)
        if _parallel(tokens, k, verb) and token.lower not in ("or", "nor"):
            return "verb", i + 1
        if token.tag is Tag.CONJ and _own_subject(tokens, i + 1):
            return "clause", i + 1
    if token.tag is Tag.COMMA and following.lower == "so" and main_verb(tokens, i + 2) > i + 2:
        return "clause", i + 2
    return None


def _reduced(tokens: Tokens, at: int) -> bool:
    """`, born in …` at a sentence's end; not the next verb of a series."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return after in lx.PREPOSITIONS and (
        tokens[at].lower in PASSIVE or tokens[at].lower in ("born", "known")
    )


def _parallel(tokens: Tokens, k: int, verb: int) -> bool:
    """Whether the word at `k` carries the verb on: `founded A and led B`, `will meet and agree`."""
    if k >= len(tokens):
        return False
    token = tokens[k]
    if not certain(token) and (_inside_relative(tokens, verb, k) or _adjective(tokens, k)):
        return False
    if token.tag is Tag.FIN and (certain(token) or "s" not in lx.FORMS.get(token.lower, ())):
        return certain(token) or k + 1 < len(tokens)
    forms = lx.FORMS.get(token.lower, frozenset())
    group = tokens[verb].lower
    if token.tag is Tag.PART:
        return k + 1 < len(tokens) or True
    if "base" in forms and (group in lx.MODALS or group in lx.DO) and token.tag is not Tag.NAME:
        return True
    if (
        "s" in forms
        and token.tag in (Tag.WORD, Tag.FIN)
        and verbs.base_of(group) + "s" != token.lower
    ):
        present = "s" in lx.FORMS.get(group, frozenset()) or group in ("is", "has")
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        return (
            present
            and after is not None
            and (
                after.tag in (Tag.DET, Tag.NUM, Tag.PRON, Tag.REL)
                or (after.tag is Tag.PREP and tokens[k - 1].tag is Tag.ADV)
            )
        )
    if "base" in forms and token.tag is Tag.WORD:
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        plural = "base" in lx.FORMS.get(group, frozenset()) or group in ("are", "have")
        return plural and after is not None and after.tag in (Tag.DET, Tag.PRON)
    return False


def _inside_relative(tokens: Tokens, verb: int, k: int) -> bool:
    """`builds sites that can be managed and tested`: the verb goes on with the relative clause."""
    at = next((i for i in range(k - 1, verb, -1) if tokens[i].tag is Tag.REL), -1)
    return at > verb and any(t.tag in (Tag.FIN, Tag.PART) for t in tokens[at:k])


def _adjective(tokens: Tokens, k: int) -> bool:
    """`a tired and bored priest`, `reverb-drenched guitars`: a participle before a bare noun."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or after.tag is not Tag.WORD or tokens[k].tag is not Tag.PART:
        return False
    described = k > 2 and tokens[k - 3].tag is Tag.DET and tokens[k - 1].tag is Tag.CONJ
    return described or tokens[k].lower not in lx.FORMS


def _series(tokens: Tokens, comma: int, verb: int) -> bool:
    """`founded A, led B, and won C`: a verb right after the comma."""
    k = verb_from(tokens, comma + 1)
    return tokens[k].tag is Tag.FIN or (tokens[k].tag is Tag.PART and not _reduced(tokens, k))


def _own_subject(tokens: Tokens, begin: int) -> bool:
    """Whether a clause with its own subject begins here: a noun phrase, then its verb."""
    verb = main_verb(tokens, begin)
    if verb <= begin:
        return False
    between = tokens[begin:verb]
    if any(t.lower == "between" for t in tokens[max(0, begin - 8) : begin]):
        return False
    contact = any(t.tag is Tag.PRON for t in between[1:]) and between[0].tag is not Tag.PRON
    if contact:
        return False
    opens = between[0].tag in (Tag.DET, Tag.PRON, Tag.NAME, Tag.WORD, Tag.NUM, Tag.ADV, Tag.SUB)
    commas = [t for t in between if t.tag is Tag.COMMA]
    return (
        opens and not commas and not any(t.tag is Tag.CONJ for t in between) and len(between) <= 14
    )


def shared_auxiliary(tokens: Tokens, verb: int, resume: int) -> list[Token]:
    """`was born in A and raised in B`: the second verb takes the first one's auxiliary."""
    k = verb_from(tokens, resume)
    token, group = tokens[k], tokens[verb]
    if token.tag in (Tag.PART,) and group.lower in lx.HAVE:
        return [Token(group.text, tag=Tag.FIN)]
    if token.tag is Tag.PART and group.lower in lx.BE and token.lower in PASSIVE:
        return [Token(group.text, tag=Tag.FIN)]
    if token.tag in (Tag.BASE, Tag.WORD) and group.lower in lx.MODALS | lx.DO:
        return [Token(group.text, tag=Tag.FIN)]
    return []


def participle_end(rest: Tokens) -> int:
    """Where a participial phrase ends: at a conjunction that carries the main clause on."""
    for i, token in enumerate(rest):
        if i and token.tag is Tag.COMMA and i + 1 < len(rest) and rest[i + 1].tag is Tag.CONJ:
            k = verb_from(rest, i + 2)
            if k < len(rest) and (rest[k].tag is Tag.FIN or _own_subject(rest, i + 2)):
                return i
    return len(rest)
