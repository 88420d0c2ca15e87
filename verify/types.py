"""The values that travel through the rooms. All frozen; each cites where it came from.

Offsets are Python string indices (code points), half-open: `text[start:end]`.
"""

from __future__ import annotations

import calendar
import hashlib
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any


class Label(StrEnum):
    """A verdict's label."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKABLE = "not_checkable"


class Stance(StrEnum):
    """What a passage does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


class Outcome(StrEnum):
    """What a deterministic checker established. `notes` decides nothing."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NOTES = "notes"


class Timing(StrEnum):
    """When evidence was published, against the article's date."""

    BEFORE = "before"
    AFTER = "after"
    UNDATED = "undated"


class Kind(StrEnum):
    """What sort of statement a claim is."""

    OFFICE = "office"
    QUOTATION = "quotation"
    QUANTITY = "quantity"
    DATE = "date"
    EVENT = "event"
    CAUSAL = "causal"
    COMPARISON = "comparison"
    RELATION = "relation"
    PREDICTION = "prediction"
    OPINION = "opinion"


class Part(StrEnum):
    """Where in the article a sentence stands."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BODY = "body"


class Tier(StrEnum):
    """A source's standing. The user configures it; nothing here is a reputation list."""

    OFFICIAL = "official"
    AGENCY = "agency"
    OWN = "own"
    OTHER = "other"


class Reason(StrEnum):
    """Why we could not look. The fixed list behind every Gap."""

    RATE_LIMITED = "rate_limited"
    ROBOTS = "robots"
    NO_KEY = "no_key"
    BAD_KEY = "bad_key"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    REFUSED_ADDRESS = "refused_address"
    NOT_FOUND = "not_found"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    LEGAL = "legal"
    PAYWALL = "paywall"
    CONSENT_WALL = "consent_wall"
    NOT_AN_ARTICLE = "not_an_article"
    SERVER_ERROR = "server_error"
    BAD_ANSWER = "bad_answer"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    UNSUPPORTED_TYPE = "unsupported_type"
    EMPTY = "empty"
    BUDGET = "budget"
    OFFLINE = "offline"
    NOT_ARCHIVED = "not_archived"
    NOT_CONFIGURED = "not_configured"
    MODEL = "model"


def sha256(data: bytes | str) -> str:
    """The hexadecimal SHA-256 of bytes, or of text as UTF-8 (lone surrogates kept)."""
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    return hashlib.sha256(raw).hexdigest()


@lru_cache(maxsize=50_000)
def _meant(iso: str) -> tuple[date, date]:
    """The first and last day of a written date. Raises ValueError.

    Remembered: the table of offices asks 70,000 times for 9,000 dates.
    """
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", iso):
        raise ValueError(f"not a date, a month or a year: {iso!r}")
    parts = [int(p) for p in iso.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    first = date(year, month, day)  # raises ValueError for a 13th month or a 31st of June
    if len(parts) == 3:
        return first, first
    month = month if len(parts) == 2 else 12
    return first, date(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year: `2024-07-01`, `2024-07`, `2024`.

    >>> PartialDate("2024-02").last
    datetime.date(2024, 2, 29)
    """

    iso: str

    def __post_init__(self) -> None:
        _meant(self.iso)

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return _meant(self.iso)[0]

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        return _meant(self.iso)[1]

    def __str__(self) -> str:
        return self.iso


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date, how precise it is and which field said so."""

    value: PartialDate
    found_in: str  # "argument", "front matter", "json-ld", "meta article:published_time", …
    instant: datetime | None = None  # with its zone, where the source gave a time


@dataclass(frozen=True, slots=True)
class Article:
    """What is being checked. `text` begins with the headline where there is one."""

    title: str
    text: str
    url: str | None
    published: Dated | None
    language: str
    sha256: str
    origin: str = ""  # the path, the address or "-" it was read from
    author: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()  # what ingest wants the reader to know ("undated", …)

    @property
    def day(self) -> date | None:
        """The day the article is held to: the last day its date can mean."""
        return self.published.value.last if self.published else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the article's text."""

    start: int
    end: int
    text: str
    part: Part = Part.BODY


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it. Any part the article leaves out is empty."""

    speaker: str
    verb: str
    when: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement. `article.text[start:end] == quote` always holds."""

    id: str
    text: str  # stands alone: pronouns and bare surnames resolved
    quote: str  # the words in the article
    start: int
    end: int
    kind: Kind
    worth: float  # check-worthiness, calibrated, 0–1
    part: Part = Part.BODY
    attribution: Attribution | None = None  # set where `text` is what somebody is said to have said
    checkable: bool = True
    reason: str = ""  # why it is not checkable
    unresolved: tuple[str, ...] = ()  # references that could not be resolved within the article

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Request:
    """What a source wants fetched. `secret` names headers or parameters never to be logged.

    `purpose` tells the source, when it reads the answer, what it had asked for
    ("search", "page", "facts", …); `claim_id` is the claim it asked for, or "".
    """

    url: str
    source: str
    purpose: str = "page"
    claim_id: str = ""
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    secret: tuple[str, ...] = ()
    title: str = ""  # what the source that gave the address called the page
    published: PartialDate | None = None  # when that source says it was published
    api: bool = False  # an interface made for programs, set up by the user: no robots.txt for it
    pause: float = 0.0  # seconds that the interface wants between two requests
    # (text, Reason): what a text in a failed answer means, where it says more than its status.
    refusals: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes that a source returned for a request."""

    url: str  # after redirects, without secrets
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: datetime
    sha256: str  # of body
    request: Request

    def header(self, name: str, default: str = "") -> str:
        """The first header of that name, in any case."""
        return next((v for k, v in self.headers if k.lower() == name.lower()), default)


@dataclass(frozen=True, slots=True)
class Document:
    """Text extracted from a snapshot."""

    title: str
    text: str
    url: str
    publisher: str
    published: Dated | None
    source: str  # name of the configured source
    snapshot_sha256: str
    tier: Tier = Tier.OTHER
    author: str = ""
    language: str = ""
    canonical: str = ""  # the address the page calls its own
    links: tuple[str, ...] = ()  # addresses it cites
    credit: str = ""  # an agency credit or dateline found in it


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document. Its text is a slice, so a quotation cannot drift from its page."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage ranked for a claim. `score` is the fused rank; the others say why.

    `similarity` is the cosine of the sentence embeddings (-1–1), `fuzzy` a token
    overlap (0–1), `bm25` the lexical score. None of them is agreement.
    """

    passage: Passage
    score: float
    similarity: float
    fuzzy: float
    bm25: float


@dataclass(frozen=True, slots=True)
class Entailment:
    """Calibrated probabilities that sum to one."""

    supports: float
    refutes: float
    neutral: float

    @property
    def stance(self) -> Stance:
        """The likeliest of the three."""
        best = max(self.supports, self.refutes, self.neutral)
        if best == self.neutral:
            return Stance.NEUTRAL
        return Stance.SUPPORTS if best == self.supports else Stance.REFUTES


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage held against a claim."""

    passage: Passage
    similarity: float
    fuzzy: float
    entailment: Entailment
    stance: Stance
    timing: Timing
    origin: int = 0  # documents of one origin are the same story
    circular: bool = False  # goes back to the article under test
    stated: bool = False  # says what the claim says, in the claim's own words


@dataclass(frozen=True, slots=True)
class Joint:
    """Several pieces of evidence judged together. `members` index the evidence."""

    members: tuple[int, ...]
    entailment: Entailment


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a checker used, in words, with the source that says so."""

    text: str
    source: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a deterministic checker established. Only certain findings support or refute."""

    checker: str  # offices, quotes, numbers, dates, events, framing
    outcome: Outcome
    explanation: str
    facts: tuple[Fact, ...] = ()
    # The checker's own word for the outcome: "verbatim", "cut_hedge", "succeeded", …
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What we failed to look at. Never to be read as "no evidence"."""

    stage: str  # "search", "fetch", "extract", "stance", "claims", …
    source: str
    reason: Reason
    detail: str = ""
    url: str = ""
    claim_id: str = ""  # "" where it touches the whole article


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """Who held which office when, as one source says.

    The term began at `start`; it was still running on `until` and was over by
    `out_by` (or, where that is None, open at the source's last reading).
    """

    person: str
    office: str
    jurisdiction: str
    start: PartialDate
    until: PartialDate
    out_by: PartialDate | None
    party: str = ""
    title: str = ""
    successor: str = ""
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """When one role claim of the article was true. None: open on that side."""

    claim_id: str
    person: str
    role: str
    start: date | None
    end: date | None
    surely_until: date | None = None  # between this and `end` it cannot be settled
    source: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The span of time in which all role claims of the article can be true together.

    `state` is "contains" (the article's date lies inside), "outside", "empty"
    (they were never all true) or "undated" (the article carries no date).
    """

    roles: tuple[RoleSpan, ...]
    start: date | None
    end: date | None
    state: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on one claim, with all that led to it.

    `confidence` is the calibrated probability that `label` is right; `rule` is
    the id of the row of `decide.RULES` that decided.
    """

    claim: Claim
    label: Label
    confidence: float
    rule: str
    why: str
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    joint: Joint | None = None
    at_publication: Label | None = None  # from evidence dated before the article, where dates allow
    settle: str = ""  # what would settle it, where it is open


@dataclass(frozen=True, slots=True)
class Asked:
    """One source's line in the ledger: what it was asked and what it answered."""

    source: str
    type: str
    tier: Tier
    requests: int
    documents: int
    gaps: int
    seconds: float
    answers: tuple[str, ...] = ()  # sha256 of every answer it gave; the archive holds them


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one source brought for an article."""

    asked: Asked
    documents: tuple[Document, ...] = ()
    terms: tuple[OfficeTerm, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a report: enough to make it again, and to see what has changed."""

    program: str  # "verify 0.1.0"
    code: str  # sha256 over the package's source files
    config: str  # sha256 of the settings in use
    models: tuple[tuple[str, str], ...]  # (role, "name sha256:…")
    rules: str  # sha256 of the rule table
    timings: tuple[tuple[str, float], ...] = ()  # stage, seconds


@dataclass(frozen=True, slots=True)
class Report:
    """Article, verdicts worst first, and what made them."""

    article: Article
    verdicts: tuple[Verdict, ...]
    windows: tuple[Window, ...]
    gaps: tuple[Gap, ...]
    ledger: tuple[Asked, ...]
    provenance: Provenance
    as_of: date
    made_at: datetime
    summary: str = ""
    notes: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
