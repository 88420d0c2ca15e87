"""What a claim tells as done, certain or whole, and a page on the same matter as less.

"Has bought 40 buses" against "proposes the purchase"; "will back her" against "has not decided";
"all 28 trains" against "on six of our 28 trains". A plan of an earlier day may have been carried
out since: it counts where its page is of about the article's day, or dates the plan itself later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from verify.checkers.dates_read import NO_YEAR, Mention, dates
from verify.checkers.events_conditions import conditional
from verify.checkers.outcomes_matter import Near, Time, asked, nearest, years
from verify.checkers.outcomes_text import roots
from verify.checkers.stages_acts import CERTAIN, ActWord, act_words, told_as_done
from verify.checkers.stages_marks import (
    AHEAD,
    ALL,
    ASIDE,
    BEHIND,
    BREAK,
    DENIES,
    DIVIDED,
    EXCEPT,
    HEDGED,
    HELPS,
    MAY,
    MORE,
    NOT_YET,
    OPEN,
    PART,
    PLAN,
    UNANIMOUS,
    UNREADY,
    UNSURE,
)
from verify.checkers.timing import MOST_DAYS_STATE, days_apart
from verify.types import Passage

FEW_DAYS = 5  # that a page of a plan may be older than the article
MOST_DAYS = 45  # the same, where the plan's own day is after the article's, or nothing is done yet
MIN_NEAR = 0.3  # of the claim, by weight, in and around a sentence that has its act as less
MIN_NEAR_HEADLINE = 0.12  # the same of a headline, which tells more than one thing
MIN_PART_CORE, MIN_PART = 0.22, 0.25  # of one that has "all" as some, and a word or figure of it
MIN_OPEN_CORE = 0.4  # of one that leaves the claim open
MIN_UNREADY_CORE = 0.6  # of one that has the claim's matter as not there yet, in other words
MIN_DONE = 0.34  # of one that tells of it as done: the claim is then left alone
# Words behind "will", "has not" and "a plan" among which the act stands.
VERB_REACH, DENIED_REACH, NOUN_REACH = 3, 8, 12
MOST_RANK = 6  # sentences that are looked at, the nearest first


@dataclass(frozen=True, slots=True)
class Short:
    """What a page says that is less than what the claim says."""

    words: str
    near: Near


def short_of(
    claim: str, passages: tuple[Passage, ...], on: date | None, *, headline: bool = False
) -> Short | None:
    """The sentence that has less than the claim; None where another has as much."""
    main = ASIDE.split(claim, maxsplit=1)[0]
    if conditional(main) or HEDGED.search(main) or DENIES.search(main):
        return None
    found = nearest(claim, frozenset(), passages, Time(on))
    if part := _part_only(claim, found, on):
        return part
    return None if DENIES.search(claim) else _not_done(claim, found, on, headline=headline)


def _part_only(claim: str, found: tuple[Near, ...], on: date | None) -> Short | None:
    """ "All of the trains", held against "six of the trains"."""
    whole, agreed = ALL.search(claim), UNANIMOUS.search(claim)
    if not whole and not agreed:
        return None
    for near in found[:MOST_RANK]:
        sentence = near.spoken.sentence
        if near.core < MIN_PART_CORE or near.near < MIN_PART or not _of_the_time(near, on):
            continue
        if ALL.search(sentence) or UNANIMOUS.search(sentence):
            return None
        less = _less_than(whole, sentence) if whole else DIVIDED.search(sentence)
        if less and len(roots(claim) & roots(sentence)) > 1:
            return Short(_words(sentence, less.start()), near)
    return None


def _less_than(whole: re.Match[str], sentence: str) -> re.Match[str] | None:
    """ "Except", or some of the same."""
    of = roots(whole["nouns"] or whole.string)
    some = (m for m in PART.finditer(sentence) if of & roots(m["nouns"]))
    return EXCEPT.search(sentence) or next(some, None)


def _not_done(
    claim: str, found: tuple[Near, ...], on: date | None, *, headline: bool
) -> Short | None:
    acts = told_as_done(claim, headline=headline)
    least = MIN_NEAR_HEADLINE if headline else MIN_NEAR
    dated = any(m.year for m in dates(claim))
    short: list[Short] = []
    done: list[Near] = []
    for near in found[: 2 * MOST_RANK]:
        told = _told(near, acts, claim)
        if told == "" and near.core and near.near >= MIN_DONE:
            done.append(near)
        if told and _timely(near, told, on, dated=dated) and near.near >= least:
            short.append(Short(told, near))
    best = next(iter(short), None)
    if best is None or any(not _older(d, best.near) for d in done):
        return None
    return best


def _told(near: Near, acts: tuple[ActWord, ...], claim: str) -> str | None:
    """The words that make the claim's act less; "" where it is done; None where it is not told."""
    sentence = near.spoken.sentence
    certain = bool(CERTAIN.search(claim))
    around = f"{near.spoken.around} {near.spoken.passage}"
    for act in acts:
        there = [
            w
            for w in act_words(sentence)
            if w.kinds & act.kinds and not w.name and not _another(sentence, w)
        ]
        if not there or not (asked(claim) - act.kinds) & roots(around):
            continue
        marks = [_mark(sentence, w, certain=certain) for w in there]
        if any(m == "" for m in marks):
            return ""
        if less := next((m for m in marks if m), None):
            return less
    return _open(near, claim) or (_unready(near) if acts else None)


def _open(near: Near, claim: str) -> str | None:
    """ "Too small to tell whether" the claim."""
    sentence = near.spoken.sentence
    unsure = UNSURE.search(sentence) if near.core >= MIN_OPEN_CORE else None
    if unsure and len(roots(sentence[unsure.end() :]) & asked(claim)) > 1:
        return _words(sentence, unsure.start())
    return None


def _unready(near: Near) -> str | None:
    """ "No contract has been signed": in what other words the claim's matter is not there yet."""
    sentence = near.spoken.sentence
    unready = UNREADY.search(sentence) if near.core >= MIN_UNREADY_CORE else None
    return _words(sentence, unready.start()) if unready else None


def _words(sentence: str, start: int, end: int | None = None) -> str:
    """The words from there on, without what closes them."""
    return sentence[start:end].rstrip(' ."”')


def _another(sentence: str, word: ActWord) -> bool:
    """ "Release ten more": another act than the claim's."""
    return bool(MORE.search(sentence[max(0, word.start - 20) : word.end + 25]))


def _mark(sentence: str, word: ActWord, *, certain: bool) -> str | None:
    start = max((m.end() for m in BREAK.finditer(sentence, 0, word.start)), default=0)
    end = next((m.start() for m in BREAK.finditer(sentence, word.end)), len(sentence))
    for pattern, reach in (
        (NOT_YET, DENIED_REACH),
        (PLAN, NOUN_REACH),
        (AHEAD, VERB_REACH),
    ):
        for m in pattern.finditer(sentence, start, word.start):
            less = not certain or pattern is NOT_YET or MAY.search(m.group())
            if pattern in {PLAN, AHEAD} and word.past and not HELPS.search(sentence, 0, word.start):
                continue
            if less and len(sentence[m.end() : word.start].split()) < reach:
                return _words(sentence, m.start(), end)
    behind = None if word.past else BEHIND.search(sentence, word.end, end)
    if (
        behind
        and (not certain or MAY.search(behind.group()))
        and len(sentence[word.end : behind.start()].split()) < DENIED_REACH
    ):
        return _words(sentence, word.start, end)
    return "" if word.past else None


def _of_the_time(near: Near, on: date | None) -> bool:
    apart = days_apart(near.spoken.document, on)
    return not _of_another_year(near, on) and (apart is None or apart >= -MOST_DAYS_STATE)


def _of_another_year(near: Near, on: date | None) -> bool:
    """Does the sentence give years of its own, none of them ahead?"""
    ahead = on is not None and any(int(y) > on.year for y in years(near.spoken.sentence))
    return near.dated and not ahead


def _timely(near: Near, words: str, on: date | None, *, dated: bool) -> bool:
    """Is the plan of about the article's day, or for a day after it?"""
    not_yet = any(p.match(words) for p in (NOT_YET, OPEN, UNSURE))
    apart = days_apart(near.spoken.document, on)
    if _of_another_year(near, on):
        return False
    if apart is None or on is None:
        # What "will be" in an undated page may be what a claim with a date tells as done.
        return not_yet or not dated or not AHEAD.match(words)
    if apart >= -FEW_DAYS:
        return True
    return apart >= -MOST_DAYS and (not_yet or _dated_after(near, on))


def _dated_after(near: Near, on: date) -> bool:
    """Does the page give a day for it, or for its decision, that is after the article's?"""
    published = near.spoken.document.published
    day = published.value.first if published else None
    for mention in dates(f"{near.spoken.sentence} {near.spoken.behind}", day):
        if mention.first.year != NO_YEAR and mention.first > on:
            return True
        if mention.first.year == NO_YEAR and day and _next(mention, day) > on:
            return True
    return False


def _next(of: Mention, day: date) -> date:
    """When it next begins after the page's day: "in April" of a plan."""
    over = (of.last.month, of.last.day) < (day.month, day.day)
    return of.first.replace(year=day.year + over, day=min(of.first.day, 28))


def _older(one: Near, other: Near) -> bool:
    """Was a page surely published before the other?"""
    ours, theirs = one.spoken.document.published, other.spoken.document.published
    return bool(ours and theirs and ours.value.last < theirs.value.first)
