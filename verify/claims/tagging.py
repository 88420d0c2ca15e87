"""Tokens → tagged tokens: a coarse tagger by closed classes, verb forms and neighbours."""

from __future__ import annotations

from itertools import pairwise

from verify.claims import lexicon as lx
from verify.claims.tokens import Tag, Token

# The first class that lists a word wins.
CLOSED: dict[str, Tag] = {}
for _words, _tag in (
    (lx.RELATIVES, Tag.REL),
    (lx.CONJUNCTIONS, Tag.CONJ),
    (lx.SUBORDINATORS, Tag.SUB),
    (lx.PREPOSITIONS, Tag.PREP),
    (lx.PRONOUNS, Tag.PRON),
    (lx.DETERMINERS, Tag.DET),
    (lx.ADVERBS, Tag.ADV),
    (frozenset({"not", "n't", "never"}), Tag.ADV),
    (lx.BE, Tag.PART),
):
    for _word in _words:
        CLOSED.setdefault(_word, _tag)
NOUNISH = {Tag.WORD, Tag.NAME, Tag.PRON, Tag.QUOTE, Tag.PAREN, Tag.NUM}
BEFORE_VERBS = NOUNISH | {Tag.ADV, Tag.COMMA, Tag.CONJ, Tag.REL, Tag.ING}


def tag(tokens: list[Token], *, title_case: bool = False) -> list[Token]:
    """Tag in place, left to right, and return the tokens.

    `title_case`: a headline in which capitals say nothing.
    """
    for i, token in enumerate(tokens):
        if token.tag in (Tag.WORD, Tag.NAME):
            token.tag = _closed(tokens, i, title_case) or _open(tokens, i, title_case)
    for before, token in pairwise(tokens):
        if token.lower == "'s" and before.lower in HAS_IS:
            token.tag = Tag.FIN
    _demote(tokens)
    return tokens


HAS_IS = frozenset({"it", "he", "she", "that", "there", "what", "who", "here"})  # before `'s`
EDGES = {Tag.COMMA, Tag.CONJ, Tag.REL, Tag.SUB, Tag.STOP, Tag.QUOTE}


def certain(token: Token) -> bool:
    """Whether a token is a finite verb and can be neither a noun nor a participle."""
    return (
        token.lower in lx.FINITE_AUX
        or token.lower == "'s"
        or token.lower in lx.MODALS
        or lx.FORMS.get(token.lower, frozenset()) == {"past"}
    )


def _demote(tokens: list[Token]) -> None:
    """A doubtful `-s` form is a noun where its stretch of the sentence has a certain verb."""
    begin = 0
    for i in range(len(tokens) + 1):
        if i < len(tokens) and tokens[i].tag not in EDGES:
            continue
        stretch = tokens[begin:i]
        after_and = begin > 0 and tokens[begin - 1].tag is Tag.CONJ
        for k, token in enumerate(stretch):
            if token.tag is Tag.FIN and not certain(token) and _outranked(stretch, k, after_and):
                token.tag = Tag.NAME if token.text[:1].isupper() else Tag.WORD
        begin = i + 1


def _closed(tokens: list[Token], i: int, title_case: bool) -> Tag | None:
    token, word = tokens[i], tokens[i].lower
    first = i == 0 or tokens[i - 1].tag is Tag.STOP
    if token.tag is Tag.NAME and not (first or title_case) and word not in ("i",):
        return Tag.NAME
    if word in lx.MONTHS and token.tag is Tag.NAME:
        return Tag.NAME
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if word in lx.MODALS or word in lx.FINITE_AUX:
        return Tag.FIN
    if word in ("that", "this", "these", "those"):
        return _that(tokens, i)
    if word in ("while", "since", "as", "before", "after", "until", "than", "like", "so"):
        return _sometimes_clause(word, after)
    return CLOSED.get(word)


def _sometimes_clause(word: str, after: str) -> Tag:
    if word == "while":
        return Tag.SUB
    if word == "so":
        return Tag.ADV
    clause = after in lx.PRONOUNS and after not in ("him", "her", "them", "us", "me", "itself")
    return Tag.SUB if clause and word in ("since", "as", "before", "after", "until") else Tag.PREP


def _that(tokens: list[Token], i: int) -> Tag:
    """`that`: a relative or complementiser after a noun or verb, else a determiner or pronoun."""
    word = tokens[i].lower
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    verb = following is not None and (
        following.lower in lx.FINITE_AUX or following.lower in lx.MODALS
    )
    if (
        word == "that"
        and i
        and tokens[i - 1].tag in (Tag.WORD, Tag.NAME, Tag.NUM, Tag.PAREN, Tag.QUOTE)
    ):
        return Tag.REL
    if word == "that" and i and tokens[i - 1].tag in (Tag.FIN, Tag.PART, Tag.ING, Tag.BASE):
        return Tag.REL
    return Tag.PRON if verb or following is None else Tag.DET


def _open(tokens: list[Token], i: int, title_case: bool) -> Tag:
    token, word = tokens[i], tokens[i].lower
    forms = lx.FORMS.get(word, frozenset())
    before = tokens[i - 1] if i else None
    if i == 0 and "part" in forms and "base" not in forms and len(tokens) > 1:
        return Tag.PART if tokens[1].lower in lx.PREPOSITIONS else _plain(token)
    if token.tag is Tag.NAME and not forms and not (i == 0 and word.endswith("ing")):
        return Tag.NAME
    if word.endswith("ly") and word not in lx.NOT_ADVERBS and len(word) > 4:
        return Tag.ADV
    group = _group(tokens, i)
    if "base" in forms and group == "base":
        return Tag.BASE
    if group == "perfect" and (forms & {"part", "past"} or word.endswith("ed")):
        return Tag.PART
    if word.endswith("ing") and len(word) > 4 and ("ing" in forms or token.tag is Tag.WORD):
        return _ing(before, word)
    if before is not None and _nominal(before) and "base" not in forms | {"x"}:
        return Tag.PART if forms & {"part", "past"} and before.tag is Tag.PREP else _plain(token)
    return _finite(tokens, i, forms, title_case)


def _ing(before: Token | None, word: str) -> Tag:
    if word in ("during", "king", "thing", "something", "nothing", "evening", "morning", "spring",
                "string", "wing", "ring", "sing", "bring", "building", "meeting", "wedding",
                "ceiling", "sibling", "housing", "funding", "hearing"):  # fmt: skip
        return Tag.WORD
    return Tag.WORD if before is not None and before.tag in (Tag.DET,) else Tag.ING


def _plain(token: Token) -> Tag:
    return Tag.NAME if token.text[:1].isupper() else Tag.WORD


def _nominal(before: Token) -> bool:
    """After a determiner, a preposition or a possessive comes a noun phrase, no verb."""
    return before.tag in (Tag.DET, Tag.PREP) or before.lower == "'s"


def _group(tokens: list[Token], i: int) -> str:
    """The verb group that a word stands in: after a modal, `to`, `be` or `have`."""
    k = i - 1
    while k >= 0 and tokens[k].tag is Tag.ADV:
        k -= 1
    if k < 0:
        return ""
    word = tokens[k].lower
    if word in lx.MODALS or word in lx.DO or word == "to":
        return "base"
    if word in lx.BE or word in lx.HAVE or tokens[k].lower.endswith(("n't",)):
        return "perfect"
    return ""


def _finite(tokens: list[Token], i: int, forms: frozenset[str], title_case: bool) -> Tag:
    """Whether a word can be a finite verb here: after a noun phrase, an adverb, a comma."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if not forms:
        ed = token.lower.endswith("ed") and len(token.lower) > 4 and token.tag is Tag.WORD
        return Tag.PART if ed and not (before and _nominal(before)) else _plain(token)
    if before is None or _nominal(before):
        part = forms & {"past", "part"} and token.tag is Tag.WORD
        return Tag.PART if before is None and part else _plain(token)
    if forms & {"past", "part"} and "base" not in forms:
        only_past = "past" in forms and "part" not in forms
        return Tag.FIN if only_past else Tag.PART
    opens = after is None or after.tag in (Tag.COMMA, Tag.STOP, Tag.QUOTE) or _opens(after)
    if "s" in forms and after is not None and _verb_follows(tokens, i):
        return _plain(token)
    if "s" in forms and opens and before.tag in BEFORE_VERBS:
        return Tag.FIN
    plural = before.lower in ("they", "we", "you", "i", "who", "that", "which") or (
        before.tag in (Tag.WORD, Tag.ADV) and (before.lower.endswith("s") or before.tag is Tag.ADV)
    )
    if plural and "base" in forms and opens and not (after is None and before.tag is Tag.WORD):
        return Tag.FIN
    if (
        "past" in forms
        and "base" in forms
        and opens
        and before.tag in NOUNISH | {Tag.ADV, Tag.CONJ}
    ):
        return Tag.PART
    return _plain(token)


def _verb_follows(tokens: list[Token], i: int) -> bool:
    """`challenges involve the …`, `practices provided …`: the word at `i` is their subject."""
    after = tokens[i + 1]
    forms = lx.FORMS.get(after.lower, frozenset())
    if after.tag is Tag.NAME or not forms:
        return False
    if forms & {"past", "part"} and "base" not in forms:
        return True
    third = tokens[i + 2].lower if i + 2 < len(tokens) else ""
    return "base" in forms and (third in lx.DETERMINERS or third in lx.PRONOUNS)


def _opens(after: Token) -> bool:
    """Whether a word can follow a verb: the object or an adjunct begins."""
    word = after.lower
    if word in lx.DETERMINERS or word in lx.PREPOSITIONS or word in lx.PRONOUNS:
        return True
    return word not in lx.FINITE_AUX and word not in lx.MODALS


def _outranked(stretch: list[Token], k: int, after_and: bool) -> bool:
    """Whether the doubtful verb at `k` is a noun: `it sold records`."""
    verbs = [i for i, t in enumerate(stretch) if t.tag is Tag.FIN and certain(t)]
    if not verbs:
        return after_and and k == len(stretch) - 1
    if verbs[0] < k:
        return True
    # A noun phrase that begins after a noun is a relative clause without `that`: `the way it was`.
    between = stretch[k + 1 : verbs[0]]
    return not any(
        t.tag in (Tag.DET, Tag.PRON) and i and between[i - 1].tag in (Tag.WORD, Tag.NAME)
        for i, t in enumerate(between)
    )
