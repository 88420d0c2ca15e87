"""Scores of games and records of teams: `6-4, 7-6 (5)`, `(4-7, 3-4)`.

The parser hangs the numbers of one result on several words; here they stay together, with the verb
or the team that they are of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.regrouping import SUBJECT, hangs_on, kids, said
from verify.ports import Word

SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def scores(text: str, words: list[Word]) -> list[Word]:
    """Each run of scores as one phrase."""
    n = 0
    while n < len(words):
        end = _end(text, words, n)
        if end == n:
            n += 1
            continue
        bracket = n > 0 and said(text, words[n - 1]) == "(" and said(text, words[end]) == ")"
        if bracket and n > 1:
            _record(words, n, end)
        elif end > n + 1 or words[n].dep == "dobj":
            _result(text, words, n, end)
        if end < len(words) and words[end].entity != words[n].entity:
            words[n] = words[n]._replace(entity="")
        n = end
    return words


def _end(text: str, words: Sequence[Word], n: int) -> int:
    """Where a run of scores that begins at `n` ends; `n` where none begins."""
    end = n
    at = n
    while at < len(words) and SCORE.fullmatch(said(text, words[at])):
        end = at + 1
        if [said(text, v) for v in words[end : end + 3 : 2]] == ["(", ")"]:
            end += 3
        if end >= len(words) or said(text, words[end]) != ",":
            break
        at = end + 1
    return end


def _gathered(words: list[Word], n: int, span: range) -> None:
    """Hang the words of a run on its first score."""
    for k in span:
        if k != n and words[k].head not in (k, n):
            words[k] = words[k]._replace(head=n, entity="")
    for k in span:
        if k != n:
            words[k] = words[k]._replace(dep="punct" if words[k].dep == "punct" else "nummod")


def _record(words: list[Word], n: int, end: int) -> None:
    """`the Lions (4-7, 3-4)`: the team's."""
    team = n - 2
    outside = any(words[k].head in range(n - 1, end + 1) for k in range(n - 1))
    if not words[team].tag.startswith("NN") or outside or _holds_root(words, n - 1, end + 1):
        return
    while words[team].dep in ("compound", "nmod") and words[team].head == team + 1:
        team += 1
    words[n] = words[n]._replace(head=team, dep="appos")
    _gathered(words, n, range(n - 1, end + 1))
    for k in kids(words, n):
        if k > end:
            words[k] = words[k]._replace(head=team)


def _holds_root(words: Sequence[Word], begin: int, end: int) -> bool:
    return any(words[k].head == k for k in range(begin, end))


def _result(text: str, words: list[Word], n: int, end: int) -> None:
    """`beat A 6-4, 7-6 (5) and …`: how it was won, and no part of what comes after."""
    if _holds_root(words, n, end):
        return
    run = range(n, end)
    noun = words[n].head
    before_noun = noun >= end and all(hangs_on(words, k, noun) for k in range(n, noun))
    if before_noun and words[end].tag != "CC":
        _gathered(words, n, run)
        return  # `a 6-4, 6-3 win`
    verb = next((k for k in range(n - 1, -1, -1) if words[k].tag[:2] == "VB"), -1)
    if verb < 0 or any(hangs_on(words, verb, k) for k in run):
        return
    outer = [k for m in run for k in kids(words, m) if k not in run]
    words[n] = words[n]._replace(head=verb, dep="npadvmod")
    _gathered(words, n, run)
    for k in outer:
        words[k] = words[k]._replace(head=verb)
    joint = end if end < len(words) and words[end].tag == "CC" else -1
    if joint > 0:
        _next_game(words, verb, joint)


def _next_game(words: list[Word], verb: int, joint: int) -> None:
    """`with A beating B 6-4 and C beating D`: both are what came with it."""
    second = next((k for k in range(joint + 1, len(words)) if words[k].tag[:2] == "VB"), -1)
    if second < 0 or words[second].tag != words[verb].tag or words[verb].tag != "VBG":
        return
    subject = [k for k in kids(words, second) if words[k].dep in SUBJECT]
    if subject and joint < subject[0] and not hangs_on(words, verb, second):
        words[second] = words[second]._replace(head=verb, dep="conj")
        words[joint] = words[joint]._replace(head=verb)


def votes_to(text: str, words: list[Word]) -> list[Word]:
    """`approved a fund for A by six votes to three`: how it was approved, and by how many."""
    for n, w in enumerate(words[:-3]):
        link, other = words[n + 2], words[n + 3]
        votes = said(text, words[n + 1]).lower() in ("votes", "goals", "points", "sets", "games")
        if said(text, link).lower() != "to" or not votes or other.tag != "CD" or w.tag != "CD":
            continue
        words[n + 2] = link._replace(head=n + 1, dep="prep")
        words[n + 3] = other._replace(head=n + 2, dep="pobj")
        by = words[n + 1].head
        verb = next((k for k in range(n, -1, -1) if words[k].tag[:2] == "VB"), -1)
        if by == n - 1 and said(text, words[by]).lower() == "by" and 0 <= verb < by:
            words[by] = words[by]._replace(head=verb)
    return words
