"""The checker for posts as pages tell of them: who holds one no more, and who does.

The table of office terms knows heads of state, ministers and members of Congress. A page may tell
of any post: "who chaired the trustees until she stood down in 2022". What it tells is noted, and
keeps other passages from supporting that the post is held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from verify.checkers.full_names import full_names, written_out
from verify.checkers.names import could_be, is_full_name_of, parse, same_person
from verify.checkers.numbers import note
from verify.checkers.posts_read import Post, post_by_verb, post_of, same_post, spoken_of
from verify.checkers.posts_seen import seen
from verify.checkers.posts_told import WHO, Tenure, tenures
from verify.checkers.wording import stems, tidy
from verify.ports import Case
from verify.types import Claim, Document, Finding, Passage

NAME = "offices"  # to a reader a post is an office; `offices.py` knows the great ones
MOST_PAGES = 12  # pages that are read for one claim, those with its passages first
MOST_PARAGRAPHS = 12  # of a page that are read: those that speak of such a post first
AROUND = 300  # characters between a departure and the post that it is from
# A page so much older than the article says nothing of who holds a post on its day.
RECENT = timedelta(days=45)
SECOND = frozenset("vice deputy assistant associate".split())
# Posts of which a body has one.
SINGLE = frozenset(
    "chair lead president mayor governor speaker chancellor treasurer dean rector principal"
    " minister".split()
) | {"chief executive", "prime minister", "secretary-general"}
_CHANGED = re.compile(
    r"\b(?:former|ex-|until|till|succe\w+|replac\w+|predecessor|no longer|stepp\w+ (?:down|aside)"
    r"|stood down|resign\w*|retir\w+|quit|ousted|dismissed|sacked|fired|removed|took over"
    r"|takes over|left|ended|expired|used to|bec[ao]me\w*|appointed|elected|named|has been"
    r"|ceased)\b",
    re.I,
)
_CLAIMED = re.compile(r"(?:is|serves as|remains|has been|currently serves as)\s(?P<post>.+)", re.S)
_LEADS = re.compile(
    r"(?:^|\b(?:and|who)\s)(?P<verb>chairs|heads|leads|runs|coaches|captains|manages|presides over)"
    r"\s(?P<body>.+)",
    re.S,
)
# A page that tells of a return, or of two of one name, is left to a reader.
_MAY_BE_BACK = re.compile(
    r"\b(?:[Rr]einstat\w+|restored|resumed|return(?:ed|s)?\s(?:as|to\s(?:the|his|her)\s(?:post|job"
    r"|office|role|chair|helm))|(?:him|her)\sto\sreturn|back\sin\soffice|back\sas|back\sat\sthe"
    r"\shelm|(?:took|takes|take|brought|bring|brings)\s(?:[\w ]{1,20}\s)?back|won\sback|same\sname"
    r"|second\s(?:spell|stint)|[Rr]e-?elected|[Rr]e-?appointed|namesake|no\srelation"
    r"|[A-Z]\w+\s(?:senior|junior|Sr|Jr))\b"
)
_NO_MORE = re.compile(r"\b(?:former|ex-|past|then|late|one-time|erstwhile|outgoing|next)\b", re.I)


class Posts:
    """Posts that a page tells somebody holds no more, or that somebody else holds."""

    name = NAME

    def check(self, claim: Claim, case: Case) -> Sequence[Finding]:
        """Notes `post_ended`, `lesser_post` and `another_holder`; [] where no page tells of it, and
        for an undated article. Never raises on any text."""
        held = claimed(claim.text, case.article.text)
        if held is None or case.on is None or case.stated is None:
            return []
        who, post = held
        told = [t for d in _pages(who, case) for t in _tenures_of(who, post, d, case)]
        if over := _ended(who, post, told, case.on) or _lesser(who, post, told, case.on):
            return [over]
        told += [t for d, said in _pages_on(post, case) for t in _tenures(d, said)]
        other = _another(who, post, told, case.on)
        return [other] if other else []


def claimed(text: str, article: str) -> tuple[str, Post] | None:
    """The person and the post that a claim says is held now; None where it says no such thing."""
    match = WHO.match(written_out(tidy(text), full_names(article)))
    if match is None or len(parse(match["who"]).words) < 2:
        return None
    rest = match["rest"].rstrip(". ")
    if is_ := _CLAIMED.match(rest):
        post = None if _NO_MORE.search(is_["post"][:60]) else post_of(is_["post"])
        if post:
            return match["who"], post
    leads = _LEADS.search(rest)
    post = post_by_verb(leads["verb"], leads["body"]) if leads else None
    return (match["who"], post) if post else None


@lru_cache(maxsize=64)
def _tenures(document: Document, said: tuple[Claim, ...]) -> tuple[Tenure, ...]:
    return tenures(document, said)


def _pages(who: str, case: Case) -> list[Document]:
    """The pages that name the person, those with the claim's passages first."""
    surname = who.split()[-1]
    named = [d for d in case.documents if surname in d.text]
    near = {id(p.document) for p in case.passages}
    return sorted(named, key=lambda d: id(d) not in near)[:MOST_PAGES]


def _tenures_of(who: str, post: Post, document: Document, case: Case) -> Iterator[Tenure]:
    """What a page tells of posts in the paragraphs that name somebody."""
    assert case.stated is not None
    spans = _paragraphs(document, who.split()[-1], post)
    yield from _tenures(document, tuple(c for p in spans for c in case.stated(p)))
    day = document.published.value.first if document.published else None
    for passage in spans:
        yield from seen(document, passage.start, passage.end, day)


def _pages_on(post: Post, case: Case) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """The passages that have the words of a post which one person holds, with what they state."""
    assert case.stated is not None
    for passage in case.passages if post.kind in SINGLE and post.of else ():
        if post.of <= stems(passage.text):
            yield passage.document, tuple(case.stated(passage))


def _paragraphs(document: Document, surname: str, post: Post) -> list[Passage]:
    """The paragraphs of a page that name somebody, each with the one behind it, in reading order;
    of a long page those that have a word for the post, and then those that tell of a change."""
    text = document.text
    starts = [0, *(m.end() for m in re.finditer(r"\n+", text)), len(text)]
    spans = [(low, high) for low, high in pairwise(starts) if text[low:high].strip()]
    about = surname in document.title

    def rank(n: int) -> int:
        own = text[spans[n][0] : spans[n][1]]
        return 2 * (not spoken_of(post, own)) + (not _CHANGED.search(own))

    wanted = {
        n + more
        for n, (low, high) in enumerate(spans)
        if surname in text[low:high] or (about and _CHANGED.search(text, low, high))
        for more in (0, 1)
        if n + more < len(spans)
    }
    kept = sorted(sorted(wanted, key=rank)[:MOST_PARAGRAPHS])
    return [Passage(document, *spans[n]) for n in kept]


def _ended(who: str, post: Post, told: Sequence[Tenure], on: date) -> Finding | None:
    """A note that the page has the post ended before the article's day."""
    for tenure in told:
        if not tenure.over or not _is(who, tenure.who) or not _before(tenure, on):
            continue
        if _MAY_BE_BACK.search(f"{tenure.document.title}. {tenure.document.text}"):
            continue
        if not _of_that_post(post, tenure, told) or _back(who, post, tenure, told):
            continue
        after = f" ({tenure.other} came after)" if tenure.other else ""
        said = f"By the source {who} holds this post no more{after}: “{post.words}”."
        return _note(said, tenure, "post_ended")
    return None


def _another(who: str, post: Post, told: Sequence[Tenure], on: date) -> Finding | None:
    """A note that the page has somebody else in a post that one person holds."""
    if post.kind not in SINGLE or not post.of:
        return None
    for tenure in told:
        if tenure.over or tenure.post is None or tenure.post.kind != post.kind:
            continue
        known = _known(tenure.document)
        own = tenure.post.of or stems(tenure.document.publisher)  # "Chairman A" of the body's page
        same = bool(own & post.of) and same_post(post, tenure.post, known)
        full = len(parse(tenure.who).words) >= 2 and not could_be(tenure.who, who)
        if same and full and _recent(tenure, on):
            said = f"The source has {tenure.who} in this post: “{post.words}”."
            return _note(said, tenure, "another_holder")
    return None


def _lesser(who: str, post: Post, told: Sequence[Tenure], on: date) -> Finding | None:
    """A note that the page has the person in the second place: vice-chair, and not chair."""
    for tenure in told:
        if tenure.over or tenure.post is None or not _is(who, tenure.who):
            continue
        rank, _, kind = tenure.post.kind.partition(" ")
        second = rank in SECOND and re.match(post.kind, kind) and not tenure.post.of - post.of
        if second and _recent(tenure, on) and not _back(who, post, tenure, told):
            said = f"The source has {who} as “{tenure.post.words}”, and not as “{post.words}”."
            return _note(said, tenure, "lesser_post")
    return None


def _recent(tenure: Tenure, on: date) -> bool:
    published = tenure.document.published
    return published is not None and published.value.first >= on - RECENT


@lru_cache(maxsize=64)
def _known(document: Document) -> frozenset[str]:
    """The stems of a page's words."""
    return stems(f"{document.title} {document.text}")


def _is(who: str, other: str) -> bool:
    return same_person(who, other) or is_full_name_of(other, who)


def _before(tenure: Tenure, on: date) -> bool:
    """Whether it was over by the day: by its date, or by that of the page."""
    published = tenure.document.published
    if tenure.when is not None and tenure.when.year:
        return tenure.when.last < on
    return published is not None and published.value.first <= on


def _of_that_post(post: Post, tenure: Tenure, told: Sequence[Tenure]) -> bool:
    known = _known(tenure.document)
    if tenure.post is not None:
        return same_post(post, tenure.post, known)
    near = [
        t
        for t in told
        if t.post is not None
        and t.document is tenure.document
        and abs(t.start - tenure.start) <= AROUND
        and (_is(t.who, tenure.who) or (tenure.other and _is(t.who, tenure.other)))
    ]
    if near:
        return any(t.post is not None and same_post(post, t.post, known) for t in near)
    text = tenure.document.text
    around = text[max(0, tenure.start - AROUND) : tenure.end + AROUND]
    return tenure.weak or (post.of <= known and spoken_of(post, around))


def _back(who: str, post: Post, ended: Tenure, told: Sequence[Tenure]) -> bool:
    """Whether a page has the person in the post again, or still."""
    for tenure in told:
        if tenure.over or tenure.post is None or not _is(who, tenure.who):
            continue
        known = _known(tenure.document)
        if same_post(post, tenure.post, known) and not _earlier(tenure, ended):
            return True
    return False


def _earlier(held: Tenure, ended: Tenure) -> bool:
    """Whether it was held before it ended: by the dates told, or those of the pages."""
    end = ended.when.last if ended.when and ended.when.year else None
    if held.when is not None and held.when.year and end is not None:
        return held.when.first < end
    one, other = held.document.published, ended.document.published
    if one is None or other is None:
        return False
    return one.value.first < (end or other.value.first)


def _note(said: str, tenure: Tenure, detail: str) -> Finding:
    words = tenure.document.text[tenure.start : tenure.end]
    return note(NAME, said, words, tenure.document, detail)
