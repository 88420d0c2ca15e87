"""Names of people: when two written forms can mean one person.

Two grades. *Strict* is what an accusation needs: every word of the shorter name
is found in the longer one, letter for letter, as an initial, a nickname or a
transliteration. *Loose* is what acquits: anything near enough that a reader
might mean the same person.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from verify.checkers.names_short import GROUPS

LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_HONORIFICS = """
sir dame lord lady dr mr mrs ms miss gen general lt col colonel maj major capt captain brig
adm admiral prof professor sheikh sheikha shaikh prince princess crown king queen amir emir
sultan ayatollah haji hon honorable rev reverend cardinal imam maulana sardar raja shri smt
dato tan tun sri mian field marshal pope emperor president senator sen rep representative amb
ambassador
"""
_SUFFIXES = "jr sr ii iii iv v vi vii viii ix x xii xiii xiv xv xvi esq ret"
_PARTICLES = """
al el bin ibn bint ben abu de da do dos das di du del della van von der den ter la le les y e
ould ul ur uz und of the and
"""
# Da Costa is never called Costa; el-Sisi is called Sisi.
KEPT_PARTICLES = frozenset("da de do dos das di du del della van von der den ter la le".split())
HONORIFICS = frozenset(_HONORIFICS.split())
SUFFIXES = frozenset(_SUFFIXES.split())
PARTICLES = frozenset(_PARTICLES.split())
WORD = re.compile(r"[^\W_]+(?:['’ʻ`ʼ´][^\W_]+)*", re.UNICODE)
APOSTROPHES = re.compile(r"['’‘ʻ`ʼ´]")
SKELETON = (
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("zh", "j"),
    ("dj", "j"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("ts", "s"),
    ("tz", "s"),
    ("cz", "ch"),
    ("ks", "x"),
    ("q", "k"),
    ("ck", "k"),
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and points; hyphens become spaces."""
    text = APOSTROPHES.sub("", text).lower().translate(LETTERS)
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(WORD.findall(kept.replace(".", " ")))


def plain(name: str) -> str:
    """A record's name without the nicknames and second spellings in quotation marks.

    >>> plain('Joko "Jokowi" Widodo')
    'Joko Widodo'
    """
    return " ".join(re.sub(r'["“][^"”]*["”]', " ", name).replace(" ,", ",").split())


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants that survive transliteration: `shehbaz` and `shahbaz` are one."""
    for old, new in SKELETON:
        word = word.replace(old, new)
    bare = word[:1] + re.sub(r"[aeiouywh]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=131072)
def transliterates(one: str, other: str) -> bool:
    """The same name in another transliteration (both of four letters or more)."""
    if min(len(one), len(other)) < 4:
        return False
    bones = skeleton(one)
    # Two consonants hold little: Traoré is not Touré.
    enough = 66 if len(bones) > 2 else 80
    return bones == skeleton(other) and fuzz.ratio(one, other) >= enough


@dataclass(frozen=True, slots=True)
class Name:
    """A name's words, folded: `words` in order, without honorifics, particles and suffixes."""

    words: tuple[str, ...]
    suffix: str = ""
    nicknames: tuple[str, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()  # a second spelling of the whole name
    led: frozenset[str] = frozenset()  # words that a Romance or Germanic particle stands before


@lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """The parts of a written name. Never fails: a text without letters has no words."""
    text = re.sub(r"^([A-Z])([A-Z])(?= [A-Z])", r"\1 \2", text)  # JD Vance is J. D. Vance
    quoted = re.findall(r'["“]([^"”]+)["”]', text)
    words = fold(re.sub(r'["“][^"”]+["”]', " ", text)).split()
    suffix = next((w for w in words[1:] if w in SUFFIXES), "")
    core = [w for i, w in enumerate(words) if i == 0 or w not in SUFFIXES]
    while len(core) > 1 and core[0] in HONORIFICS:
        core = core[1:]
    # A first word is a first name, even where it looks like a particle: Ben Cardin, Al Green.
    bare = [w for i, w in enumerate(core) if i == 0 or w not in PARTICLES]
    led = frozenset(b for a, b in pairwise(core) if a in KEPT_PARTICLES)
    alone = tuple(q for q in map(fold, quoted) if q and " " not in q)
    whole = tuple(tuple(q.split()) for q in map(fold, quoted) if " " in q)
    return Name(tuple(bare), suffix, alone, whole, led)


def without_particle(words: tuple[str, ...]) -> tuple[str, ...]:
    """A surname without the particle before it: Van Hollen, el-Sisi."""
    return words[1:] if len(words) > 1 and words[0] in PARTICLES else words


def same_word(one: str, other: str) -> bool:
    """One word of a name for another: equal, transliterated, nickname or initial."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return other in GROUPS.get(one, ()) or transliterates(one, other)


def _matches(query: tuple[str, ...], words: tuple[str, ...]) -> list[int] | None:
    """For each word of `query`, which of `words` it is; None where one is missing."""
    used: list[int] = []
    for place, word in enumerate(query, 1):
        exact = [i for i, w in enumerate(words) if w == word and i not in used]
        # An initial stands for no last word: Barack Obama Highway is not Barack H. Obama.
        last = place == len(query) > 1 and len(word) > 1
        free = [i for i, w in enumerate(words) if i not in used and not (last and len(w) == 1)]
        near = [i for i in free if same_word(word, words[i])]
        found = exact or near
        if not found:
            return None
        used.append(found[0])
    return used


@lru_cache(maxsize=131072)
def is_full_name_of(query: str, person: str) -> bool:
    """Strictly: `query` (two words or more) names `person`.

    >>> is_full_name_of("Joe Biden", "Joseph R. Biden, Jr."), is_full_name_of("Joe", "Joe Biden")
    (True, False)
    """
    asked, known = parse(query), parse(person)
    forms = [known.words, *known.aliases]
    forms += [(nick, *known.words[1:]) for nick in known.nicknames if len(known.words) > 1]
    if known.words == asked.words and asked.words:
        return True
    return any(_is_full(asked.words, form) for form in forms)


def _is_full(asked: tuple[str, ...], known: tuple[str, ...]) -> bool:
    if min(len(asked), len(known)) < 2:
        return False
    matched = _matches(asked, known)
    if matched is None:
        if len(asked) <= 2:
            return False
        if len(known) == 2:  # a middle name that the record leaves out
            ends = _matches((asked[0], asked[-1]), known)
            return ends == [0, 1] and len(asked[0]) > 1
        ends = _matches((asked[0], asked[-1]), (known[0], known[-1]))
        middle = {w[0] for w in known[1:-1]} & {w[0] for w in asked[1:-1]}
        return ends == [0, 1] and len(asked[0]) > 1 and bool(middle)
    solid = [i for i, word in zip(matched, asked, strict=True) if min(len(word), len(known[i])) > 1]
    if len(solid) < 2:
        initial_first = len(asked[0]) == 1 and matched[0] == 0 and matched[-1] == len(known) - 1
        return len(solid) == 1 and initial_first and len(asked[-1]) > 2
    in_reach = max(matched) >= len(known) - 2
    chain = matched[:2] == [0, 1] and len(known) >= 5  # a chain of fathers' names
    return in_reach or chain


@lru_cache(maxsize=131072)
def is_surname_of(query: str, person: str, *, family_first: bool = False) -> bool:
    """`query` (one word or a double surname) is how newspapers call `person` on second mention."""
    name, known = parse(query), parse(person)
    asked, words = without_particle(name.words), known.words
    if not asked or not words:
        return False
    if len(words) == 1:
        return asked == words
    if len(asked) > 1:
        return len(asked) < len(words) and words[-len(asked) :] == asked
    places = [len(words) - 1]
    if len(words) > 2:
        places.append(len(words) - 2)
    if family_first:
        places.append(0)
    if known.led - name.led:
        places = [i for i in places if words[i] not in known.led]
    if any(_is_family_word(asked[0], words[i]) for i in places if i or family_first):
        return True
    return asked[0] in known.nicknames and asked[0] not in GROUPS


def is_regnal_name_of(asked: Name, known: Name) -> bool:
    """King Abdullah II: the first name, every further word, and the number where both have one."""
    if not asked.words or not known.words:
        return False
    first, *rest = asked.words
    numbered = not (asked.suffix and known.suffix) or asked.suffix == known.suffix
    own = (known.words[0], *known.nicknames)
    same = any(first == word or transliterates(first, word) for word in own)
    return numbered and same and _matches(tuple(rest), known.words[1:]) is not None


def _is_family_word(asked: str, word: str) -> bool:
    if asked == word:
        return len(word) > 1
    # A surname has no first name to steady it: Hasina is not Hassan.
    return transliterates(asked, word) and fuzz.ratio(asked, word) >= 88


@lru_cache(maxsize=131072)
def could_be(query: str, person: str) -> bool:
    """Loosely: a reader might mean `person` by `query`. Used only to acquit."""
    asked, known = parse(query), parse(person)
    if not asked.words or not known.words:
        return False
    every = [*known.words, *known.nicknames, *(w for alias in known.aliases for w in alias)]
    solid = [word for word in without_particle(asked.words) if len(word) > 1]
    hits = sum(any(_near(word, other) for other in every if len(other) > 1) for word in solid)
    if solid and hits == len(solid):
        return True
    joined = fuzz.ratio("".join(asked.words), "".join(known.words)) >= 80
    return joined or (hits >= 2 and hits >= len(solid) - 1)


def _near(one: str, other: str) -> bool:
    if same_word(one, other):
        return True
    return min(len(one), len(other)) >= 3 and fuzz.ratio(one, other) >= 78


def same_person(one: str, other: str) -> bool:
    """Strictly, either way round: two records' names for one person."""
    return is_full_name_of(one, other) or is_full_name_of(other, one)
