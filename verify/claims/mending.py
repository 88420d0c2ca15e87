"""What the parser regularly gets wrong in news prose, put right before the tree is read.

Each rule moves a word to another head only where punctuation or a title shows that it
belongs there; the tree stays a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import days, frames
from verify.claims import lexicon as lx
from verify.claims.behind_nouns import BEHIND_NOUNS
from verify.claims.beside import BESIDE, comma_of_aside
from verify.claims.coordinated import COORDINATED
from verify.claims.doing import DOING
from verify.claims.enclosed import (
    after_a_date,
    after_two_commas,
    done_to,
    inside_aside,
    joined_subject,
    last_named,
    name_first,
    named_maker,
    said_it_would,
    spent_on,
    summed_up_last,
    that_and_that,
    whose_verb,
)
from verify.claims.garden_paths import GARDEN_PATHS
from verify.claims.half_heard import HALF_HEARD
from verify.claims.holders import HOLDERS
from verify.claims.joined_on import JOINED_ON
from verify.claims.misplaced import MISPLACED
from verify.claims.misread import (
    added,
    ampersand,
    asked,
    loose_noun,
    name_and_verb,
    on_a_day,
    one_purpose,
    outside_first,
    records_show,
    said_there,
    until_it_can,
    will_of_a_name,
)
from verify.claims.mistaken_names import MISTAKEN_NAMES, with_its_mark
from verify.claims.openings import OPENINGS
from verify.claims.overlooked import (
    after_aside,
    after_clause,
    reduced,
    two_adjectives,
    unclosed,
    verb_found,
)
from verify.claims.parties import parties
from verify.claims.persons import holder_described, named_beside, of_a_body, people_listed
from verify.claims.regrouping import (
    SUBJECT,
    described_first,
    hangs_on,
    in_which,
    modifiers_joined,
    one_entity,
    one_name,
    one_object,
    parallel,
    rehung,
    who_and_who,
)
from verify.claims.rejoined import REJOINED
from verify.claims.scores import scores, votes_to
from verify.claims.series import SERIES
from verify.claims.side_by_side import SIDE_BY_SIDE
from verify.claims.voiced import VOICED
from verify.claims.voices import (
    as_told,
    own_voice,
    resumed,
    said_first,
    said_when,
    spoken_last,
    warned,
    would_go_on,
)
from verify.ports import Word


def mended(text: str, words: Sequence[Word]) -> list[Word]:
    """The words of a sentence with better heads; compounds with hyphens as one word."""
    found = hyphenated(text, words)
    rules = (
        parties,
        *MISTAKEN_NAMES,
        ampersand,
        scores,
        votes_to,
        *BEHIND_NOUNS,
        *COORDINATED,
        *HOLDERS,
        *BESIDE,
        *DOING,
        *JOINED_ON,
        *GARDEN_PATHS,
        *REJOINED,
        *HALF_HEARD,
        *days.FIRST,
        *frames.FIRST,
        *OPENINGS,
        verb_found,
        two_adjectives,
        _helped,
        reduced,
        unclosed,
        after_aside,
        after_clause,
        name_first,
        whose_verb,
        after_two_commas,
        done_to,
        after_a_date,
        will_of_a_name,
        joined_subject,
        said_it_would,
        summed_up_last,
        spent_on,
        inside_aside,
        name_and_verb,
        until_it_can,
        asked,
        said_there,
        added,
        one_purpose,
        loose_noun,
        records_show,
        on_a_day,
        outside_first,
        one_name,
        one_entity,
        in_which,
        one_object,
        who_and_who,
        *MISPLACED,
        parallel,
        modifiers_joined,
        _head_last,
        named_beside,
        of_a_body,
        described_first,
        _undated,
        people_listed,
        holder_described,
        last_named,
        named_maker,
        _listed,
        *SERIES,
        *SIDE_BY_SIDE,
        *VOICED,
        resumed,
        said_first,
        spoken_last,
        warned,
        that_and_that,
        would_go_on,
        own_voice,
        said_when,
        as_told,
        *frames.LAST,
        comma_of_aside,
        *days.LAST,
    )
    for rule in rules:
        before = list(found)
        found = rule(text, found)
        if found != before and not _is_tree(found):
            found = before  # rules that were found apart may undo each other's heads
    return found


def _is_tree(words: Sequence[Word]) -> bool:
    """Whether the way up from each word ends."""
    ends: set[int] = set()
    for n in range(len(words)):
        way: set[int] = set()
        while n not in ends and words[n].head != n:
            if n in way:
                return False
            way.add(n)
            n = words[n].head
        ends |= way
    return True


def hyphenated(text: str, words: Sequence[Word]) -> list[Word]:
    """`co`, `-`, `author` as one word, which hangs where the compound hangs."""
    groups: list[list[int]] = []
    for n, w in enumerate(words):
        touches = n > 0 and words[n - 1].end == w.start
        dash = _joins(text, w)
        after = touches and _joins(text, words[n - 1])
        whole = text[w.start : w.end][:1].isalnum()
        dot = text[w.start : w.end] == "." and n + 1 < len(words)
        titled = dot and text[words[n - 1].start : words[n - 1].end].lower() in lx.TITLES
        if touches and (titled or with_its_mark(text, words, n)):
            groups[-1].append(n)  # `Lt` and its full stop
            continue
        if groups and touches and (dash or (after and whole)) and len(groups[-1]) < 12:
            groups[-1].append(n)
        else:
            groups.append([n])
    if len(groups) == len(words):
        return list(words)
    place = {n: g for g, members in enumerate(groups) for n in members}
    return [_merged(words, members, place) for members in groups]


def _joins(text: str, w: Word) -> bool:
    """Whether a mark joins two words: a hyphen, or the dash of `Spanish–American`."""
    mark = text[w.start : w.end]
    before, after = text[max(0, w.start - 30) : w.start].rpartition(" ")[2], text[w.end : w.end + 1]
    return mark in ("-", "‐", "‑") or (mark == "–" and before.istitle() and after.isupper())


def _merged(words: Sequence[Word], members: list[int], place: dict[int, int]) -> Word:
    """One word for a group: it takes the part of the member that hangs outside."""
    # The member nearest the root: what it hangs on cannot hang on another member.
    top = min(members, key=lambda n: (words[n].tag == ".", depth(words, n), -n))
    w = words[top]
    first, last = words[members[0]], words[members[-1]]
    tag = w.tag if w.tag not in ("HYPH", ":") else last.tag
    entity = next((words[n].entity for n in members if words[n].entity), "")
    return Word(first.start, last.end, tag, w.dep, place[w.head], entity)


def depth(words: Sequence[Word], n: int) -> int:
    """How far a word is from the root."""
    steps = 0
    while words[n].head != n:
        n = words[n].head
        steps += 1
    return steps


def _helped(text: str, words: list[Word]) -> list[Word]:
    """`A has been re-elected`: what hangs on an auxiliary hangs on its verb."""
    for n, w in enumerate(words):
        above = words[w.head]
        if w.head != n and above.dep in ("aux", "auxpass") and above.head not in (n, w.head):
            words[n] = w._replace(head=above.head)
    return words


def _head_last(text: str, words: list[Word]) -> list[Word]:
    """`a fashion model, singer, and media star`: a list, not one star of the other kinds."""
    for n, w in enumerate(words):
        first = next((k for k, v in enumerate(words[:n]) if v.head == n and v.dep == "nmod"), -1)
        if first < 0 or not w.tag.startswith("NN") or not words[first].tag.startswith("NN"):
            continue
        comma = first + 1 < n and text[words[first + 1].start : words[first + 1].end] == ","
        items = [k for k in range(first, n) if words[k].dep == "conj" and hangs_on(words, k, first)]
        joined = any(words[k].dep == "cc" for k in range(first, n))
        if not comma or not joined or not items:
            continue
        words[first] = words[first]._replace(head=w.head if w.head != n else first, dep=w.dep)
        words[n] = w._replace(head=items[-1], dep="conj")
        for k in range(first):  # the article and adjectives before the first item are its own
            if words[k].head == n and words[k].dep in ("det", "amod", "poss"):
                words[k] = words[k]._replace(head=first)
    return words


def _undated(text: str, words: list[Word]) -> list[Word]:
    """`on 27 March 1955, in A`: the place hangs on the verb, not on the date."""
    for n, w in enumerate(words):
        dated = w.dep == "prep" and words[w.head].entity == "DATE" and w.head < n
        if not dated or text[words[n - 1].start : words[n - 1].end] != ",":
            continue
        at = w.head
        while words[at].head != at and words[at].tag[:2] != "VB":
            at = words[at].head
        if words[at].tag[:2] == "VB" and at < n:
            words[n] = w._replace(head=at)
    return words


def _listed(text: str, words: list[Word]) -> list[Word]:
    """`met A, and officials from B`: a noun is joined to the noun before, not to the verb."""
    for n, w in enumerate(words):
        joined = w.dep == "conj" and w.tag.startswith("NN") and words[w.head].tag[:2] == "VB"
        if not joined or any(v.head == n and v.dep in SUBJECT for v in words):
            continue
        at = n - 1
        while at > w.head and text[words[at].start : words[at].end].lower() != "and":
            at -= 1
        at -= 1
        while at > w.head and not text[words[at].start : words[at].end][:1].isalnum():
            at -= 1
        above = at
        while at > w.head and words[above].head > w.head:
            above = words[above].head
            at = above if words[above].tag.startswith("NN") and above < n else at
        if at > w.head and words[at].tag.startswith("NN") and not hangs_on(words, at, n):
            words[n] = w._replace(head=at)
            rehung(words, w.head, at, between=(at, n), labels=("cc", "punct"))
    return words
