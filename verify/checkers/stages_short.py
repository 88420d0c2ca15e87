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
from verify.checkers.outcomes_matter import Near, Spoken, Time, asked, nearest, years
from verify.checkers.outcomes_text import carries, roots, tokens
from verify.checkers.quantities_units import WORD_VALUES
from verify.checkers.senses import PAST
from verify.checkers.stages_acts import (
    CERTAIN,
    GIVING,
    ActWord,
    act_words,
    kinds,
    same,
    told_as_done,
)
from verify.checkers.stages_hangs import less
from verify.checkers.stages_marks import (
    AHEAD,
    ALL,
    ASIDE,
    CLOSED,
    DENIES,
    DIVIDED,
    EXCEPT,
    HEDGED,
    MORE,
    NO,
    NOT_YET,
    OPEN,
    PARTS,
    PROMISED,
    UNANIMOUS,
    UNREADY,
    UNSURE,
)
from verify.checkers.timing import MOST_DAYS_STATE, days_apart
from verify.checkers.wording import STOP
from verify.types import Passage

FEW_DAYS = 5  # that a page of a plan may be older than the article
MOST_DAYS = 45  # the same, where the plan's own day is after the article's, or nothing is done yet
MIN_NEAR = 0.3  # of the claim, by weight, in and around a sentence that has its act as less
MIN_DENIED = 0.25  # the same of one that denies it
MIN_NEAR_HEADLINE = 0.12  # the same of a headline, which tells more than one thing
MIN_PART_CORE, MIN_PART = 0.22, 0.25  # of one that has "all" as some, and a word or figure of it
MIN_OPEN_CORE = 0.4  # of one that leaves the claim open
MIN_UNREADY_CORE = 0.6  # of one that has the claim's matter as not there yet, in other words
MIN_DONE = 0.25  # of one that tells of it as done: the claim is then left alone
MOST_RANK = 6  # sentences that are looked at, the nearest first
_GIVES = frozenset("of the its their our my your his her these those".split())


@dataclass(frozen=True, slots=True)
class Short:
    """What a page says that is less than what the claim says."""

    words: str
    near: Near


def short_of(
    claim: str, passages: tuple[Passage, ...], on: date | None, *, headline: bool = False
) -> Short | None:
    """The sentence that has less than the claim; None where another has as much."""
    main = ASIDE.split(CLOSED.sub("", claim), maxsplit=1)[0]
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
        fewer = _less_than(whole, near.spoken) if whole else DIVIDED.search(sentence)
        if fewer and len(roots(claim) & roots(sentence)) > 1:
            return Short(_words(sentence, fewer.start()), near)
    return None


def _less_than(whole: re.Match[str], of: Spoken) -> re.Match[str] | None:
    """ "Except", or some of the same; three are no fewer than "all three"."""
    things = _things(whole["nouns"]) if whole["nouns"] else roots(whole.string)
    count = {_number(t.low) for t in tokens(whole.group())}
    meant = things & roots(f"{of.before} {of.sentence}") if whole["nouns"] else ()
    some = (
        m
        for pattern in PARTS
        for m in pattern.finditer(of.sentence)
        if (meant and _of_them(m, whole.string))
        or things & (_things(m["nouns"]) | roots(m.groupdict().get("unit") or ""))
        if _number((m["some"] or "").lower()) not in count
    )
    return EXCEPT.search(of.sentence) or next(some, None)


def _of_them(part: re.Match[str], claim: str) -> bool:
    """ "Six of them"; "one of whom" only where it tells of the claim's act."""
    low = part["nouns"].lower()
    told = bool(kinds(part["nouns"]) & kinds(claim) or roots(part["nouns"]) & roots(claim))
    return low.startswith("them") or (low.startswith(("whom", "which")) and told)


def _number(low: str) -> str:
    return str(WORD_VALUES.get(low, low))


def _things(nouns: str) -> frozenset[str]:
    """The roots of the nouns that are counted, up to a verb or to what stands beside them."""
    found: list[str] = []
    for t in tokens(nouns):
        if t.low in _GIVES:
            continue
        if found and (t.low in PAST or t.low in STOP or t.low.endswith("ed")):
            break
        if carries(t) and not t.name and not t.low[0].isdigit():
            found.append(t.root)
    return frozenset(found)


def _not_done(
    claim: str, found: tuple[Near, ...], on: date | None, *, headline: bool
) -> Short | None:
    """The nearest sentence that has an act of the claim's as less, where none has it as done."""
    acts = told_as_done(claim, headline=headline)
    dated = any(m.year for m in dates(claim))
    will = bool(CERTAIN.search(claim))

    def first(told: list[tuple[Near, str | None]], done: list[Near]) -> Short | None:
        short = (
            Short(words, n)
            for n, words in told[: 2 * MOST_RANK]
            if words
            and n.near >= _least(words, headline=headline)
            and _timely(n, words, on, dated=dated, will=will)
        )
        best = next(short, None)
        return None if best is None or any(not _older(d, best.near) for d in done) else best

    each = [[(n, _told(n, act, claim)) for n in found] for act in acts]
    done = [[n for n, t in told if t == "" and n.core and n.near >= MIN_DONE] for told in each]
    less_of = (first(told, d) for told, d in zip(each, done, strict=True))
    around = [(n, _open(n, claim) or (_unready(n) if acts else None)) for n in found]
    return next((s for s in less_of if s), None) or first(around, [n for d in done for n in d])


def _least(words: str, *, headline: bool) -> float:
    if headline:
        return MIN_NEAR_HEADLINE
    return MIN_DENIED if NO.match(words) or NOT_YET.match(words) else MIN_NEAR


def _told(near: Near, act: ActWord, claim: str) -> str | None:
    """The words that make the claim's act less; "" where it is done; None where it is not told."""
    sentence = near.spoken.sentence
    if not (asked(claim) - act.kinds) & roots(f"{near.spoken.around} {near.spoken.passage}"):
        return None
    certain = bool(CERTAIN.search(claim)) or act.low.endswith("ing")
    marks = [
        less(sentence, w, certain=certain)
        for w in act_words(sentence)
        if same(act, w) and not w.name and not _another(sentence, w)
    ]
    promised = PROMISED.search(sentence) if act.kinds & GIVING else None
    if promised and not marks and _amounts(claim) & _amounts(sentence):
        return _words(sentence, promised.start())
    return "" if "" in marks else next((m for m in marks if m), None)


def _amounts(text: str) -> frozenset[str]:
    """The numbers in a text that are no years."""
    return frozenset(t.low for t in tokens(text) if t.low[0].isdigit()) - years(text)


def _open(near: Near, claim: str) -> str | None:
    """ "Too small to tell whether" the claim."""
    sentence = near.spoken.sentence
    unsure = UNSURE.search(sentence) if near.core >= MIN_OPEN_CORE else None
    if unsure and len(roots(sentence[unsure.end() :].split(";")[0]) & asked(claim)) > 1:
        return _words(sentence, unsure.start())
    return None


def _unready(near: Near) -> str | None:
    """ "No contract has been signed": in what other words the claim's matter is not there yet."""
    sentence = near.spoken.sentence
    unready = UNREADY.search(sentence) if near.core >= MIN_UNREADY_CORE else None
    return _words(sentence, unready.start()) if unready else None


def _words(sentence: str, start: int) -> str:
    """The words from there on, without what closes them."""
    return sentence[start:].rstrip(' ."”')


def _another(sentence: str, word: ActWord) -> bool:
    """ "Release ten more": another act than the claim's."""
    return bool(MORE.search(sentence[max(0, word.start - 20) : word.end + 25]))


def _of_the_time(near: Near, on: date | None) -> bool:
    apart = days_apart(near.spoken.document, on)
    return not _of_another_year(near, on) and (apart is None or apart >= -MOST_DAYS_STATE)


def _of_another_year(near: Near, on: date | None) -> bool:
    """Does the sentence give years of its own, none of them ahead?"""
    ahead = on is not None and any(int(y) > on.year for y in years(near.spoken.sentence))
    return near.dated and not ahead


def _timely(near: Near, words: str, on: date | None, *, dated: bool, will: bool) -> bool:
    """Is the plan of about the article's day, or for a day after it?"""
    not_yet = any(p.match(words) for p in (NOT_YET, NO, OPEN, UNSURE))
    apart = days_apart(near.spoken.document, on)
    if _of_another_year(near, on):
        return False
    if apart is None or on is None:
        # What "will be" in an undated page may be what a claim with a date tells as done.
        return not_yet or not dated or not AHEAD.match(words)
    if apart >= -FEW_DAYS:
        return True
    return apart >= -MOST_DAYS and (not_yet or will or _dated_after(near, on))


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
