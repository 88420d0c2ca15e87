"""`A from B and C from D`: what `and` joins to the noun of a phrase belongs to the noun before it.

As in `mending`, each rule acts only where the form of the words shows it, and the tree
stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon as lx
from verify.claims.mentions import HUMAN_NOUNS
from verify.claims.reach import first_word, last_word
from verify.claims.regrouping import NAMES, NOUNS, child, hangs_on, kids, rehung, said, subject_of
from verify.claims.verbs import base_of
from verify.ports import Word

PEOPLE = lx.ROLE_HEADS | HUMAN_NOUNS | frozenset("member graduate fellow alumnus alumna".split())
INSIDE = ("compound", "nmod", "amod", "poss")  # of a word within a noun phrase


def crosswise(text: str, words: list[Word]) -> list[Word]:
    """`a BA from A and an MA from B`, `NAME on A and NAME on B`: the noun behind `and` goes with
    the one before the first phrase, for the same preposition follows it."""
    for n, w in enumerate(words[:-1]):
        place = w.head
        link = words[place].head
        if w.dep != "conj" or w.tag not in NOUNS or words[place].dep != "pobj":
            continue
        behind = phrases_behind(text, words, n, listed=True)
        again = next((k for k in behind if _same(text, words[k], words[link])), -1)
        if not 0 < link < place < n < again or not right_behind(words, place, n):
            continue
        if _dated(words, link):
            continue  # `won A in 2004 and B in 2006` stays together
        before = _before(words, link)
        more = [k for k in before if _several(text, words, (k, place), n)]
        like = more or [k for k in before if _alike(text, words, k, n)]
        if len(like) != 1 or hangs_on(words, like[0], n):
            continue
        _paired(text, words, (like[0], link), (n, again))
        words[n] = words[n]._replace(head=like[0])
        rehung(words, place, like[0], between=(place, n), labels=("cc", "punct"))
    return words


def _dated(words: Sequence[Word], link: int) -> bool:
    """Whether a preposition leads a time."""
    noun = child(words, link, "pobj")
    return noun >= 0 and words[noun].entity in ("DATE", "TIME")


def _same(text: str, link: Word, other: Word) -> bool:
    return said(text, link).lower() == said(text, other).lower()


def _paired(text: str, words: list[Word], *pairs: tuple[int, int]) -> None:
    """Hang on each noun the phrases behind it, up to the preposition that both have."""
    for noun, link in pairs:
        for k in phrases_behind(text, words, noun):
            if k == link or (k < link and not hangs_on(words, k, noun)):
                words[k] = words[k]._replace(head=noun)


def phrases_behind(text: str, words: Sequence[Word], n: int, *, listed: bool = False) -> list[int]:
    """The prepositions that follow each other behind a noun; what stands behind `of` is its own.

    With `listed`, those behind a list (`in A and B from C`), too.
    """
    found: list[int] = []
    k = n + 1
    while k < len(words):
        if words[k].dep == "prep" and words[k].head < k:
            noun = child(words, k, "pobj", "pcomp")
            found += [k] if said(text, words[k]).lower() != "of" else []
            while listed and noun > 0 and (after := child(words, noun, "conj")) > noun:
                noun = after
            k = noun + 1 if noun > k else len(words)
        elif words[k].tag in MARKS or words[k].dep == "nummod":
            k += 1
        else:
            break
    return found


MARKS = ("``", "''")


def _end(words: Sequence[Word], n: int) -> int:
    """The last word of a noun phrase, without what is joined to it or stands behind it."""
    return max([n, *(last_word(words, k) for k in kids(words, n) if k > n and _of_it(words, k))])


def _of_it(words: Sequence[Word], k: int) -> bool:
    return words[k].dep in ("prep", "nummod", "case") or words[k].tag in MARKS


def right_behind(words: Sequence[Word], place: int, n: int) -> bool:
    """Whether nothing but `and` or a comma stands between a phrase and the next noun."""
    own = (k for k in kids(words, n) if k < n)
    begin = min([n, *(first_word(words, k) for k in own)])
    return all(words[k].dep in ("cc", "punct") for k in range(_end(words, place) + 1, begin))


def _before(words: Sequence[Word], link: int) -> list[int]:
    """The nouns before a preposition that it may belong to, the nearest first."""
    at = link - 1
    while at > 0 and words[at].tag in MARKS:
        at -= 1
    found: list[int] = []
    while words[at].head != at and (words[at].tag[:2] != "VB" or words[at].dep in INNER):
        if words[at].tag in NOUNS and words[at].dep not in INSIDE and at < link:
            found.append(at)
        at = words[at].head
    thing = child(words, at, "dobj") if at < link else -1
    return [*found, thing] if at < thing < link and thing not in found else found


INNER = ("pobj", "pcomp")  # `a BA in writing from A`


def _alike(text: str, words: Sequence[Word], first: int, n: int) -> bool:
    """Whether two nouns are led alike and are of one kind: `a BA` and `an MA`."""
    if "PERSON" in (words[first].entity, words[n].entity):
        return words[first].entity == words[n].entity
    lead = led_by(text, words, first)
    if lead != led_by(text, words, n) or is_person(text, words[first]) != is_person(text, words[n]):
        return False
    return bool(lead) or (words[first].tag in NAMES) == (words[n].tag in NAMES)


def _several(text: str, words: Sequence[Word], before: tuple[int, int], n: int) -> bool:
    """`a doctorate from A and two degrees from B`: beside the one thing there are several, and
    they are no such place as A."""
    first, place = before
    leads = (led_by(text, words, first), led_by(text, words, n))
    unlike = words[place].tag in NAMES and words[n].tag == "NNS"
    people = is_person(text, words[first]) or is_person(text, words[n])
    return unlike and not people and leads in (("a", ""), ("a", "1"))


def led_by(text: str, words: Sequence[Word], n: int) -> str:
    """What a noun phrase opens with: `a`, `the`, `his`, a number (`1`) or nothing."""
    lead = first_word(words, n)
    if lead < n and words[lead].tag == "CD" and words[lead].entity not in ("DATE", "TIME"):
        return "1"
    own = said(text, words[lead]).lower()
    led = lead < n and words[lead].tag in ("DT", "PRP$")
    return ("a" if own == "an" else own) if led else ""


def is_person(text: str, word: Word) -> bool:
    own = said(text, word).lower()
    degree = own == "doctor" and word.tag in NAMES  # `a BA and a Juris Doctor`
    people = own in PEOPLE or own.removesuffix("s") in PEOPLE
    return people and not degree and word.entity not in ("ORG", "FAC")


def with_the_object(text: str, words: list[Word]) -> list[Word]:
    """`ran a bar in A from 2001 and a mill in B from 2009`: the mill is joined to the bar, and not
    to the verb."""
    for n, w in enumerate(words[:-1]):
        verb = w.head
        first = child(words, verb, "dobj") if verb < n else -1
        joined = w.dep == "conj" and w.tag in NOUNS and words[verb].tag[:2] == "VB"
        if not joined or not verb < first < n or child(words, first, "conj") >= 0:
            continue
        if subject_of(words, n) >= 0 or not _alike(text, words, first, n):
            continue
        links = phrases_behind(text, words, first)
        behind = phrases_behind(text, words, n)
        both = [(k, m) for k in links for m in behind if _same(text, words[k], words[m])]
        if any(not _dated(words, k) for k, _ in both):
            _paired(text, words, (first, both[-1][0]), (n, both[-1][1]))
            words[n] = words[n]._replace(head=first)
            rehung(words, verb, first, between=(first, n), labels=("cc", "punct"))
    return words


def last_of_the_second(text: str, words: list[Word]) -> list[Word]:
    """`took his diploma from A and his degree in law from B`: the last phrase is not the verb's,
    where the first thing has one with the same preposition."""
    for n, w in enumerate(words):
        first = w.head
        thing = w.dep == "conj" and words[first].dep in ("dobj", "pobj")
        if not thing or not _alike(text, words, first, n):
            continue
        mine = [
            k for k in phrases_behind(text, words, first) if hangs_on(words, k, first) and k < n
        ]
        for k in phrases_behind(text, words, n):
            again = any(_same(text, words[k], words[m]) for m in mine)
            above = not hangs_on(words, k, n) and hangs_on(words, first, words[k].head)
            if above and again and not _dated(words, k):
                words[k] = words[k]._replace(head=n)
    return words


def behind_the_second(text: str, words: list[Word]) -> list[Word]:
    """`his work with A and his novels about B`: the novels are about B, and not A."""
    for n, w in enumerate(words[:-1]):
        link = words[n + 1]
        inside = w.dep == "conj" and w.head < link.head < n and link.dep == "prep"
        if inside and hangs_on(words, link.head, w.head):
            words[n + 1] = link._replace(head=n)
    return words


def same_owner(text: str, words: list[Word]) -> list[Word]:
    """`her work in the field of A and her gifts to B`: beside her work stand her gifts."""
    for n, w in enumerate(words):
        place = w.head
        joined = w.dep == "conj" and w.tag in NOUNS and place < n
        owner = child(words, n, "poss") if joined else -1
        if owner < 0:
            continue
        pronoun = words[owner].tag == "PRP$" and not is_person(text, w)
        inner = words[place].dep in ("pobj", "dobj") and not led_by(text, words, place)
        if not (pronoun and inner) or not right_behind(words, place, n):
            continue
        like = [k for k in _above(words, place) if led_by(text, words, k) == led_by(text, words, n)]
        if like:
            words[n] = w._replace(head=like[0])
            rehung(words, place, like[0], between=(place, n), labels=("cc", "punct"))
    return words


def _above(words: Sequence[Word], at: int) -> list[int]:
    """The nouns in whose phrases a noun stands, the nearest first."""
    found: list[int] = []
    while words[at].head < at:
        at = words[at].head
        if words[at].tag[:2] == "VB" and words[at].dep not in INNER:
            break
        if words[at].tag in NOUNS:
            found.append(at)
    return found


def accused_of_doing(text: str, words: list[Word]) -> list[Word]:
    """`was accused of fraud and hiding the books`: of hiding them; nobody was hiding anything."""
    for n, w in enumerate(words):
        verb = w.head
        if w.dep != "conj" or w.tag != "VBG" or not 0 <= verb < n - 2:
            continue
        if base_of(said(text, words[verb]).lower()) not in REPROACH or words[n - 1].dep != "cc":
            continue
        link = max((k for k in kids(words, verb) if words[k].dep == "prep" and k < n), default=-1)
        noun = child(words, link, "pobj") if link > verb else -1
        if noun < 0 or any(words[k].dep in ("aux", "auxpass") for k in kids(words, n)):
            continue
        if said(text, words[link]).lower() not in ("of", "for", "with") or noun > n:
            continue
        if last_word(words, noun) == n - 2:
            words[n] = w._replace(head=noun, tag="NN")
            words[n - 1] = words[n - 1]._replace(head=noun)
    return words


# What somebody is said to have done, or is thanked or punished for.
REPROACH = frozenset(
    "accuse convict suspect acquit charge blame criticise criticize praise thank punish fine jail"
    " imprison condemn censure sentence arrest sue indict know remember admire credit".split()
)

CROSSWISE = (crosswise, with_the_object, last_of_the_second, same_owner, accused_of_doing)
