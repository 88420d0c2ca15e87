"""What a page tells of who held which post, and that it was over: from its own statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verify.checkers.dates_read import Mention, dates
from verify.checkers.full_names import OPENERS, full_names, written_out
from verify.checkers.posts_read import VERB, Post, post_by_verb, post_of
from verify.checkers.wording import tidy
from verify.types import Claim, Document

_PART = r"[A-ZÀ-Þ][\w’'.-]*"
_FURTHER = rf"(?:\s(?:{_PART}|(?:de|da|del|van|von|der|den|bin|al|ul|la|le|y)\b))"
_NAME = rf"(?:(?:the|a|an)\s)?{_PART}{_FURTHER}*"
# A full name, as it stands anywhere in a sentence.
PERSON = rf"{_PART}{_FURTHER}+"
WHO = re.compile(
    rf"^(?P<who>{_NAME}|[Hh]e|[Ss]he)(?:\sof\s(?:the\s)?{_NAME})?\s(?P<rest>.+)$", re.S
)
# "Until June NAME was chancellor": when stands first.
_WHEN = re.compile(
    rf"^(?:Until|Till|Up\sto|From|Between|In|Since|For)\s[^,]{{3,60}}?,?\s"
    rf"(?=(?:(?:{_PART})\s)+(?:was|had|served|has|chaired|headed|led|ran)\b|[hs]he\s)"
)
_ENDS = re.compile(
    r"\b(?:until|till|through|to|and|up to)\s(?:the\s(?:end|start|beginning)\sof\s)?$"
)
# Who announces it, vouches for it: `A announces that NAME has stepped down`.
ANNOUNCED = frozenset("announces announced confirms confirmed announce confirm".split())
_SPAN = re.compile(r"\d\s?(?:–|-|to|until|and)\s", re.I)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One statement of a page on a post.

    `over`: that it was held and is so no more; else that `who` holds it, or has come to. `post` is
    None where the statement does not say which. `when` is the day that ended or began it, where
    it is given. `other` is who came after, or before.
    """

    who: str
    post: Post | None
    over: bool
    when: Mention | None
    start: int  # where in the document's text it is said
    end: int
    document: Document
    other: str = ""
    weak: bool = False  # somebody left a body, which may have been another post


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with its subject, what is said of it, and the dates in it."""

    who: str
    rest: str
    when: tuple[Mention, ...]
    claim: Claim
    document: Document

    def over(self, post: Post | None) -> Tenure:
        """That the post was held, and is so no more."""
        return self._tenure(post, over=True, when=self.end())

    def held(self, post: Post | None) -> Tenure:
        """That it is held, or that somebody has come to it."""
        return self._tenure(post, over=False, when=self._first())

    def gone(self, post: Post | None) -> Tenure:
        """That somebody left it, on the only day that is told."""
        told = self.over(post)
        return replace(told, when=told.when or self._first())

    def end(self) -> Mention | None:
        """The date behind `until`, or of `from … to …`."""
        text = tidy(self.claim.text)
        ends = [m for m in self.when if _ENDS.search(text[: m.start]) or _SPAN.search(m.text)]
        return ends[-1] if ends else None

    def _first(self) -> Mention | None:
        return self.when[0] if self.when else None

    def _tenure(self, post: Post | None, *, over: bool, when: Mention | None) -> Tenure:
        at = self.claim.start, self.claim.end
        return Tenure(self.who, post, over, when, *at, self.document)


# "Led it for ten years before leaving in 2021", "until her retirement in May".
_BEFORE_LEAVING = re.compile(
    r"\b(?:before\s(?:leav|retir|step|stand|mov|hand|resign|join|becom)\w*|resigning|leaving|retiring"
    r"|until\s(?:his|her)\s(?:retirement|resignation|death|dismissal|removal|departure))\b"
)
Reader = Callable[[_Said, re.Match[str]], Iterator[Tenure]]


def _post(match: re.Match[str]) -> Post | None:
    return post_of(match["post"]) if match["post"] else None


def _held(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    """`was chairman until 2023`: over only where an end is told."""
    yield from _to_its_end(said, _post(match), match["post"])


def _led(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    """`led it until May` is over; `has led it since May` is not."""
    post = post_by_verb(match["verb"], match["body"])
    ended = list(_to_its_end(said, post, match["body"]))
    if not ended and post and said.rest.startswith("has "):
        ended = [said.held(post)]
    yield from ended


def _to_its_end(said: _Said, post: Post | None, words: str) -> Iterator[Tenure]:
    left = _BEFORE_LEAVING.search(words)
    if post and (said.end() or left or re.search(r"\buntil\b", words)):
        told = said.over(post)
        yield replace(told, when=said.when[-1]) if left and said.when else told


def _leads(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    if post := post_by_verb(match["verb"], match["body"]):
        yield said.held(post)


def _no_longer_leads(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    if post := post_by_verb(match["verb"], match["body"]):
        yield said.over(post)


def _begun(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    if post := _post(match):
        yield said.held(post)


def _former(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    if post := _post(match):
        yield said.over(post)


def _left(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    """`resigned as chairman in May`; without the post another statement must tell it."""
    yield said.gone(_post(match))


def _left_body(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    yield replace(said.gone(None), weak=True)


def _follows(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    """`A succeeded B as chairman`: A has come to hold it, B holds it no more."""
    begun = replace(said.held(_post(match)), other=match["other"])
    yield begun
    yield replace(begun, who=match["other"], over=True, other=said.who)


def _followed(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    """`B was succeeded by A`."""
    gone = replace(said.gone(_post(match)), other=match["other"])
    yield gone
    yield replace(gone, who=match["other"], over=False, other=said.who)


def _predecessor(said: _Said, match: re.Match[str]) -> Iterator[Tenure]:
    """`B is A's predecessor`; of `A is B's successor` it is the other way round."""
    pair = (said.who, match["other"])
    before, after = pair if match["rank"] == "predecessor" else pair[::-1]
    yield replace(said.over(None), who=before, other=after)


_FORMER = r"(?:former|ex-|past|one-time|erstwhile|previous)\s?"
_AS = r"(?:\s(?:[\w’'-]+\s){0,4}?as\s(?P<post>.+))?"
_GONE = (
    r"resigned|stepped down|stood down|stepped aside|retired(?! from)|quit|departed"
    r"|was dismissed|was sacked|was fired|was removed|was ousted|was voted out"
    r"|lost (?:his|her|the) (?:post|job|office|seat)"
    r"|left (?:the |his |her |that )?(?:post|job|office|role|chair|position)"
    r"|vacated (?:the )?[a-z]+"
    r"|(?:gave up|laid down|relinquished) (?:the|his|her) [a-z]+|gave way|was not re-elected"
    r"|lost (?:re-election|his bid|her bid)|went into retirement|has died|died|finished"
    r"|left(?= as )"
)
_HAS = r"(?:has |had )?"
# What is said of the subject, and how it is read. The first row that matches wins.
_ROWS: tuple[tuple[str, Reader], ...] = (
    (
        r"(?:was|has been|is)\s(?:appointed|elected|named|chosen|sworn in|made|picked|re-elected)"
        r"\s(?:as\s)?(?P<post>.+)",
        _begun,
    ),
    (
        r"(?P<verb>chairs|heads|leads|runs|coaches|captains|manages|edits|presides over)"
        r"\s(?P<body>.+)",
        _leads,
    ),
    (rf"(?:is|remains)\s(?:(?:an?|the|[\w’'. ]+['’]s)\s)?{_FORMER}(?P<post>.+)", _former),
    (r"(?:is no longer|was no longer|no longer serves as)\s(?P<post>.+)", _former),
    (rf"(?:{_HAS}ceased to be|gave up as)\s(?P<post>.+)", _former),
    (rf"(?:no longer|{_HAS}ceased to|used to)\s(?P<verb>{VERB})\s(?P<body>.+)", _no_longer_leads),
    (r"used to be\s(?P<post>.+)", _former),
    (rf"is\s(?P<other>{_NAME})['’]s\s(?P<rank>predecessor|successor)\b.*", _predecessor),
    (
        rf"(?:was|is|has been|had been)\s(?:succeeded|replaced|followed)"
        rf"(?:\sas\s(?P<post>.+?))?\sby\s(?:the\s[a-z]+\s)?(?P<other>{_NAME}).*",
        _followed,
    ),
    (
        rf"{_HAS}(?:succeeded|succeeds|replaced|replaces|took over from|takes over from"
        rf"|is replacing|is succeeding)\s(?P<other>{_NAME})(?:,[^,]+,)?"
        r"(?:\s(?:as|in the post of)\s(?P<post>.+))?.*?",
        _follows,
    ),
    (rf"{_HAS}(?:{_GONE}){_AS}.*?", _left),
    (
        rf"{_HAS}left\s(?:the\s)?(?:government|cabinet|board|council|ministry|commission|panel"
        r"|committee|firm|company|club|party)\b.*",
        _left_body,
    ),
    (r"['’]s\s(?:[\w-]+\s){0,3}?term(?:\sas\s(?P<post>.+?))?\s(?:ended|expired|ran out).*", _left),
    (rf"{_HAS}(?P<verb>{VERB})\s(?P<body>.+)", _led),
    (
        rf"(?:was|had been|{_HAS}served as|served [\w ]+ as|{_HAS}worked as)\s(?P<post>.+)",
        _held,
    ),
    (
        rf"(?:is|remains|serves as|has been|became|becomes|{_HAS}taken? over as|took over as"
        rf"|takes over as|takes office as|took office as|took up (?:his|her|the) post as)"
        r"\s(?P<post>.+)",
        _begun,
    ),
)
_TABLE = tuple((re.compile(pattern, re.S), reader) for pattern, reader in _ROWS)


def tenures(document: Document, said: Sequence[Claim]) -> tuple[Tenure, ...]:
    """What the statements of a page tell of posts, in reading order; "she" is the last named."""
    names = full_names(document.text)
    day = document.published.value.first if document.published else None
    found: list[Tenure] = []
    last = ""
    for claim in said:
        if claim.attribution is not None and claim.attribution.verb not in ANNOUNCED:
            continue  # somebody's word
        text = written_out(tidy(claim.text), names)
        match = WHO.match(_WHEN.sub("", text))
        if match is None or match["who"].endswith(("'s", "’s")):
            found += _of_a_term(text, claim, document, day)
            continue
        who = match["who"]
        pronoun = who.lower() in ("he", "she")
        if not pronoun and who.split()[0].lower() not in OPENERS:
            last = who
        elif pronoun and not last:
            continue
        mentions = dates(tidy(claim.text), day)
        statement = _Said(
            last if pronoun else who, match["rest"].rstrip(". "), mentions, claim, document
        )
        found += _read(statement)
    return tuple(found)


def _read(said: _Said) -> Iterator[Tenure]:
    for pattern, reader in _TABLE:
        if match := pattern.fullmatch(said.rest):
            yield from reader(said, match)
            return


def _of_a_term(text: str, claim: Claim, document: Document, day: date | None) -> Iterator[Tenure]:
    """`A's term as president ended`: the name is an owner."""
    owner = re.match(rf"(?P<who>{_PART}(?:\s{_PART})*?)(?P<rest>['’]s\s.+)$", text, re.S)
    if owner is not None:
        yield from _read(
            _Said(owner["who"], owner["rest"].rstrip(". "), dates(text, day), claim, document)
        )
