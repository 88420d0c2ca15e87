"""What later words may refer back to, and which words refer."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from verify.claims import lexicon as lx
from verify.claims.phrases import Tokens, is_plural, main_verb, render
from verify.claims.tokens import Tag, Token
from verify.claims.verbs import base_of

HE = {"he": "", "him": "", "his": "'s", "himself": ""}


SHE = {"she": "", "her": "'s", "hers": "'s", "herself": ""}


IT = {"it": "", "its": "'s"}


THEY = {"they": "", "them": "", "their": "'s", "theirs": "'s"}


LINKS = frozenset(
    {"de", "van", "von", "bin", "al", "del", "der", "la", "le", "du", "da", "di", "ibn", "ben"}
)


MALE_NOUNS = frozenset("man boy son father husband brother uncle grandfather nephew king".split())
FEMALE_NOUNS = frozenset(
    "woman girl daughter mother wife sister aunt grandmother niece queen widow actress".split()
)
HUMAN_NOUNS = (
    MALE_NOUNS
    | FEMALE_NOUNS
    | frozenset(
        "child baby teenager person victim suspect defendant witness driver patient customer"
        " resident passenger worker employee farmer neighbour neighbor friend colleague relative"
        " cousin parent partner spouse migrant refugee soldier officer policeman policewoman"
        " fisherman tourist voter user owner tenant landlord pensioner retiree survivor attacker"
        " gunman critic supporter fan nurse lawyer counterpart predecessor successor apprentice"
        " trainee intern pupil adult toddler volunteer visitor inmate prisoner juror hiker climber"
        " diver shopper commuter cleaner carer guest sailor stranger youth lady gentleman constable"
        " midwife paramedic firefighter recruit passer-by".split()
    )
)
LONGEST_PHRASE = 8  # tokens of a noun phrase that may stand for `it` or `they`


@dataclass
class Mention:
    """Something that was the subject of a sentence, or a person named in it."""

    text: str
    person: bool
    plural: bool
    gender: str = ""  # "m", "f" or "" where unknown
    sentence: int = 0
    certain: bool = True  # False: capitalised words that may name a person or a thing
    main: bool = True  # False: the subject of another clause than the sentence's main one
    speaks: bool = False  # who says the rest of the sentence
    joined: bool = False  # the subject of a second main clause: `A did B, and C did D`


def name_runs(tokens: Tokens) -> list[tuple[int, int]]:
    """Maximal runs of capitalised words, with `de`, `bin` … inside."""
    runs = []
    i = 0
    while i < len(tokens):
        if tokens[i].tag is not Tag.NAME:
            i += 1
            continue
        end = i + 1
        while end < len(tokens) and (
            tokens[end].tag is Tag.NAME
            or (
                tokens[end].lower in LINKS
                and end + 1 < len(tokens)
                and tokens[end + 1].tag is Tag.NAME
            )
        ):
            end += 1
        runs.append((i, end))
        i = end
    return runs


def attributive(tokens: Tokens, start: int, end: int) -> bool:
    """`the Roe administration`: the name tells which one; it is no word that `he` leads back to."""
    led = start > 0 and tokens[start - 1].tag is Tag.DET and not tokens[start - 1].means
    noun = tokens[end] if end < len(tokens) else None
    return led and noun is not None and noun.tag is Tag.WORD and noun.text[0].isalpha()


def unsettled(token: Token) -> str:
    """The gender of a `he` or `she` whom the article does not settle; "" for other words."""
    if not token.open or token.means or token.tag not in (Tag.PRON, Tag.DET):
        return ""
    return "m" if token.lower in HE else "f" if token.lower in SHE else ""


def perhaps_somebody(tokens: Tokens, start: int, end: int, surnames: Container[str]) -> bool:
    """`paid Marlowe £2m`, of whom no more is told: a `he` in the next sentence may be he."""
    last = tokens[end - 1]
    placed = start > 0 and tokens[start - 1].lower in ("of", "in", "at", "near")
    surname = last.text in surnames and last.entity != "DATE"
    person = last.entity == "PERSON" or surname
    return person and end - start == 1 and last.text.isalpha() and not placed


# Before a name these make it a firm's: `Banque Roe`, `Studio Roe`.
FIRST_OF_FIRMS = frozenset(
    "banque bankhaus bank banco banca groupe gruppo grupo maison casa studio atelier galerie"
    " galleria brasserie editions éditions verlag".split()
)
LEGAL_FORMS = frozenset("s.a s.a.s n.v b.v a.g s.p.a ag nv bv gmbh plc ltd inc llc llp spa".split())


def firm_named_last(run: Tokens) -> set[str]:
    """`Roe` of `Banque Roe S.A.`: the last word that is the firm's own, and somebody's surname."""
    own = [t for t in run if t.lower.rstrip(".") not in LEGAL_FORMS]
    formed = 0 < len(own) < len(run)
    called = len(own) > 1 and (formed or own[0].lower in FIRST_OF_FIRMS)
    return {own[-1].text} if called else set()


def nicknamed(tokens: Tokens, start: int) -> bool:
    """`better known as Roe`, `the nickname Roe`, `nicknamed Roe`: a name that is whole so."""
    before = [t.lower for t in tokens[max(0, start - 2) : start]]
    return before == ["known", "as"] or before[-1:] in (["nickname"], ["nicknamed"])


def first_name_first(tokens: Tokens) -> bool:
    """`Eliza Jane Roe was …`, whose first name the parser takes for a noun."""
    first = tokens[0]
    led = len(tokens) > 1 and tokens[1].tag is Tag.NAME and first.text.istitle()
    return led and first.tag is Tag.WORD and first.lower in lx.MALE_NAMES | lx.FEMALE_NAMES


def says(token: Token) -> bool:
    return base_of(token.lower) in lx.SPEECH


MEN = lx.MALE_NAMES - lx.FEMALE_NAMES  # first names that tell: some are both
WOMEN = lx.FEMALE_NAMES - lx.MALE_NAMES


def gender_of(title: str, first: str) -> str:
    if title in lx.MALE_TITLES or first in MEN:
        return "m"
    return "f" if title in lx.FEMALE_TITLES or first in WOMEN else ""


YEARS = re.compile(r"\d{1,3}")


def aged(tokens: Tokens, end: int) -> bool:
    """`Roe, 58, …`: whoever is so old is a person."""
    after = tokens[end : end + 3]
    closed = len(after) == 3 and after[2].text in (",", ".", ")")
    return closed and after[0].tag is Tag.COMMA and bool(YEARS.fullmatch(after[1].text))


# What a firm may become, too: `Nordin Foods became owner of …`.
OF_FIRMS = frozenset(
    "owner partner leader champion publisher broadcaster organiser organizer producer founder"
    " co-founder manager designer model investor player veteran agent".split()
)


def takes_office(tokens: Tokens, end: int) -> bool:
    """`NAME became finance director in 2022`, `NAME was elected president`: a person, by that."""
    after = [t.lower for t in tokens[end : end + 6]]
    chosen = after[:1] == ["was"] and after[1:2] in (["elected"], ["appointed"], ["named"])
    begin = 2 if chosen else 1 if after[:1] == ["became"] else len(after)
    rest = after[begin:]
    at = next((n for n, w in enumerate(rest) if w in lx.ROLE_HEADS - OF_FIRMS), -1)
    between = tokens[end + begin : end + begin + max(at, 0)]
    return at >= 0 and all(t.tag in (Tag.WORD, Tag.NAME, Tag.DET, Tag.NUM) for t in between)


MANY = frozenset("some others many several most few both those all they we".split())


def is_many(words: Tokens) -> bool:
    """Whether a subject is more than one, so that `she` cannot be it."""
    return is_plural(words) or (len(words) == 1 and words[0].lower in MANY)


def is_object(tokens: Tokens, i: int) -> bool:
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or after.tag not in (
        Tag.WORD,
        Tag.NAME,
        Tag.NUM,
        Tag.ING,
        Tag.PART,
        Tag.QUOTE,
    )


def starts_clause(tokens: Tokens, i: int) -> bool:
    """Whether a pronoun is a subject: a verb follows it."""
    after = [t for t in tokens[i + 1 : i + 4] if t.tag is not Tag.ADV][:1]
    return bool(after) and after[0].tag in (Tag.FIN, Tag.PART)


def object_before(tokens: Tokens, i: int, plural: bool) -> str:
    """What `it` after a verb means: the object of the verb before, as in `built A and sold it`."""
    verb = main_verb(tokens[:i])
    begin = verb + 1
    while begin < i and tokens[begin].tag in (Tag.ADV, Tag.PART):
        begin += 1
    end = begin
    while end < i and tokens[end].tag in (Tag.DET, Tag.WORD, Tag.NAME, Tag.NUM):
        end += 1
    phrase = tokens[begin:end]
    later_verb = any(t.tag in (Tag.FIN, Tag.PART, Tag.ING) for t in tokens[end:i])
    if verb < 0 or not phrase or not later_verb or is_plural(phrase) != plural:
        return ""
    if phrase[0].tag is not Tag.DET or len(phrase) < 2 or len(phrase) > LONGEST_PHRASE:
        return ""
    text = render(phrase, resolve=True)
    return "the " + text.split(" ", 1)[1] if phrase[0].lower in ("a", "an") else text
