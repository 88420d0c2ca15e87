"""The stages in reading order: claims, sources, passages, stance, checks, verdicts, report.

Everything from outside comes in as an argument; nothing here opens a socket, a
file or a model. `ask` and `score` are the two units that a flow may run as tasks.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from verify.checkers import CHECKERS
from verify.checkers.terms import OfficeTable
from verify.checkers.window import windows
from verify.claims import extract_claims, split_sentences
from verify.claims.refine import Completer, refine_claims
from verify.decide import NO_VIEW, decide, operating_points
from verify.errors import FetchError, ModelError, NoSourceError, SourceError
from verify.origins import Origin, origins
from verify.ports import (
    Archive,
    Case,
    Embedder,
    Fetcher,
    Grammar,
    Source,
    StanceModel,
    WorthModel,
)
from verify.rank import Ranker, passages
from verify.report.order import worst_first
from verify.report.summary import summary
from verify.types import (
    Article,
    Asked,
    Claim,
    Document,
    Entailment,
    Evidence,
    Gap,
    Harvest,
    Joint,
    OfficeTerm,
    Provenance,
    Ranked,
    Reason,
    Report,
    Request,
    Timing,
    Verdict,
)

JUDGED = 8  # passages a claim is held against. benchmarks/verdict, 2026-11, see docs/stance.md
JOINED = (3, 5)  # of them read together, for evidence spread over sentences; both views count
MAX_REQUESTS = 600  # for one source and article; what is left out becomes a gap
AT_ONCE = 32  # answers of one source fetched and not yet read: what they may hold in memory

Progress = Callable[[str, str], None]  # stage, what is being done


def silent(stage: str, what: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Models:
    """The models of a run."""

    embedder: Embedder
    stance: StanceModel
    worth: WorthModel
    grammar: Grammar | None = None  # without it, sentences are read by word lists
    splitter: Completer | None = None  # a language model that may improve the claims
    splitter_limit_s: float = 60.0


@dataclass(frozen=True)
class Setting:
    """What a run needs to know beside the article and the sources."""

    now: datetime
    as_of: date
    provenance: Provenance
    families: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    calibration: tuple[Mapping[str, Any], ...] = ()  # how often each confidence was right


async def verify_article(
    article: Article,
    *,
    sources: Sequence[Source],
    fetcher: Fetcher,
    archive: Archive,
    models: Models,
    setting: Setting,
    progress: Progress = silent,
) -> Report:
    """The whole way: an article in, a report out. Raises NoSourceError."""
    progress("claims", article.title or article.origin)
    claims, unread = await read_claims(article, models)
    harvests = await asyncio.gather(
        *(
            ask(s, claims, article, fetcher=fetcher, archive=archive, progress=progress)
            for s in sources
        )
    )
    return await asyncio.to_thread(
        score,
        article,
        claims,
        harvests,
        models=models,
        setting=setting,
        progress=progress,
        unread=unread,
    )


async def read_claims(
    article: Article, models: Models
) -> tuple[tuple[Claim, ...], tuple[Gap, ...]]:
    """The claims by rules, improved by the language model where one is configured.

    The gaps say where it failed and the rules' own claims stand.
    """
    claims = await asyncio.to_thread(
        extract_claims, article, worth=models.worth, grammar=models.grammar
    )
    if models.splitter is None:
        return claims, ()
    refined = await refine_claims(
        article,
        claims,
        model=models.splitter,
        worth=models.worth,
        limit_s=models.splitter_limit_s,
    )
    return refined.claims, refined.gaps


# --- asking a source -------------------------------------------------------------------------


@dataclass
class _Round:
    """What has come back so far from one source."""

    documents: list[Document] = field(default_factory=list)
    terms: dict[str, list[OfficeTerm]] = field(default_factory=dict)  # by the address asked
    gaps: list[Gap] = field(default_factory=list)
    asked: set[tuple[str, str, bytes]] = field(default_factory=set)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    answers: set[str] = field(default_factory=set)  # sha256 of what came back

    def harvest(self, asked: Asked) -> Harvest:
        """All of it, in an order that does not depend on which answer came first."""
        terms = (term for url in sorted(self.terms) for term in self.terms[url])
        return Harvest(asked, _in_order(self.documents), tuple(terms), _sorted(self.gaps))


async def ask(
    source: Source,
    claims: Sequence[Claim],
    article: Article,
    *,
    fetcher: Fetcher,
    archive: Archive,
    progress: Progress = silent,
) -> Harvest:
    """Ask one source about all claims. A failure becomes a Gap, never an exception."""
    progress("sources", source.name)
    begun = time.monotonic()
    so_far = _Round()
    try:
        frontier = list(source.search([c for c in claims if c.checkable], article))
    except SourceError as error:
        so_far.gaps.append(_gap(source, "search", error))
        frontier = []
    while frontier := _fresh(source, frontier, so_far):
        answers = await asyncio.gather(
            *(_one(source, r, fetcher, archive, so_far) for r in frontier)
        )
        frontier = [request for found in answers for request in found]
    asked = Asked(
        source=source.name,
        type=source.type,
        tier=source.tier,
        requests=len(so_far.asked),
        documents=len(so_far.documents),
        gaps=len(so_far.gaps),
        seconds=round(time.monotonic() - begun, 3),
        answers=tuple(sorted(so_far.answers)),
    )
    return so_far.harvest(asked)


def _sorted(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    return tuple(sorted(gaps, key=lambda g: (g.stage, g.reason, g.url, g.claim_id, g.detail)))


def _in_order(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Each document once, by its address."""
    once = {(d.url, d.snapshot_sha256, d.title, d.text): d for d in documents}
    return tuple(once[key] for key in sorted(once))


def _fresh(source: Source, frontier: Sequence[Request], so_far: _Round) -> list[Request]:
    """Requests not made yet, within the bound; what the bound cuts off is a gap."""
    new: dict[tuple[str, str, bytes], Request] = {}
    for request in frontier:
        key = (request.method, request.url, request.body)
        if key not in so_far.asked:
            new.setdefault(key, request)
    room = max(0, MAX_REQUESTS - len(so_far.asked))
    if len(new) > room:
        detail = f"{len(new) - room} further requests were left out"
        so_far.gaps.append(Gap("search", source.name, Reason.BUDGET, detail))
    kept = dict(list(new.items())[:room])
    so_far.asked.update(kept)
    return list(kept.values())


async def _one(
    source: Source, request: Request, fetcher: Fetcher, archive: Archive, so_far: _Round
) -> list[Request]:
    """Fetch one request and read it; returns the requests it leads to."""
    async with so_far.places:
        return await _answered(source, request, fetcher, archive, so_far)


async def _answered(
    source: Source, request: Request, fetcher: Fetcher, archive: Archive, so_far: _Round
) -> list[Request]:
    stage = "fetch"
    try:
        snapshot = await fetcher.fetch(request)
        await asyncio.to_thread(archive.put, snapshot)
        so_far.answers.add(snapshot.sha256)
        stage = "extract"
        so_far.documents += await asyncio.to_thread(source.read, snapshot)
        if terms := await asyncio.to_thread(source.terms, snapshot):
            so_far.terms.setdefault(request.url, []).extend(terms)
        so_far.gaps += source.gaps(snapshot)
        return list(await asyncio.to_thread(source.hits, snapshot))
    except (FetchError, SourceError) as error:
        so_far.gaps.append(_gap(source, stage, error, request))
        return []


def _gap(
    source: Source, stage: str, error: FetchError | SourceError, request: Request | None = None
) -> Gap:
    return Gap(
        stage=stage,
        source=source.name,
        reason=Reason(error.reason),
        detail=error.detail,
        url=request.url if request and not request.secret else "",
        claim_id=request.claim_id if request else "",
    )


# --- scoring ---------------------------------------------------------------------------------


def score(
    article: Article,
    claims: Sequence[Claim],
    harvests: Sequence[Harvest],
    *,
    models: Models,
    setting: Setting,
    progress: Progress = silent,
    unread: Sequence[Gap] = (),
) -> Report:
    """Claims and what the sources brought → the report.

    Raises NoSourceError where not one source could be asked.
    """
    _need_an_answer(harvests)
    documents = [d for h in harvests for d in h.documents if _known_by(d, setting.as_of)]
    gaps = (*unread, *(g for h in harvests for g in h.gaps))
    terms = OfficeTable([t for h in harvests for t in h.terms])
    progress("ranking", f"{len(documents)} documents")
    ranker = Ranker([p for d in documents for p in passages(d)], models.embedder)
    ranked = ranker.rank(claims, JUDGED)
    progress("stance", f"{len(claims)} claims")
    judged, model_gaps = judge_all(claims, ranked, models.stance)
    progress("checks", f"{len(claims)} claims")
    held = Held(article, tuple(claims), tuple(documents), terms, models.embedder, setting.families)
    verdicts = [
        conclude(claim, found, views, joint, held, (*gaps, *model_gaps))
        for claim, found, (views, joint) in zip(claims, ranked, judged, strict=True)
    ]
    return _report(article, verdicts, harvests, (*gaps, *model_gaps), terms, setting)


@dataclass(frozen=True)
class Held:
    """What all claims of an article are held against."""

    article: Article
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    terms: OfficeTable
    embedder: Embedder
    families: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def story(self) -> dict[int, Origin]:
        """The origin of each document, by its identity."""
        found = origins(self.documents, self.article, families=self.families)
        return dict(zip(map(id, self.documents), found, strict=True))


def conclude(
    claim: Claim,
    found: tuple[Ranked, ...],
    views: Sequence[Entailment],
    joint: Joint | None,
    held: Held,
    gaps: Sequence[Gap],
) -> Verdict:
    """Evidence, findings and the verdict on one claim whose passages have been judged."""
    evidence = tuple(
        _evidence(r, view, held.article, held.story[id(r.passage.document)])
        for r, view in zip(found, views, strict=True)
    )
    case = Case(
        article=held.article,
        claims=held.claims,
        evidence=evidence,
        ranked=found,
        documents=held.documents,
        terms=held.terms,
        on=held.article.day,
        embedder=held.embedder,
    )
    findings = [f for checker in CHECKERS for f in checker.check(claim, case)]
    touching = [g for g in gaps if g.claim_id in ("", claim.id)]
    return decide(claim, evidence, findings, touching, joint)


def _need_an_answer(harvests: Sequence[Harvest]) -> None:
    """Refuse to call it a report when no source could be asked at all."""
    if any(h.documents or h.terms or not h.gaps for h in harvests):
        return
    reasons = sorted({f"{g.source}: {g.detail or g.reason}" for h in harvests for g in h.gaps})
    detail = "; ".join(reasons) or "no source is configured: add one to verify.toml"
    raise NoSourceError(f"not one source could be asked ({detail})")


def _known_by(document: Document, as_of: date) -> bool:
    return document.published is None or document.published.value.first <= as_of


def judge_all(
    claims: Sequence[Claim], ranked: Sequence[Sequence[Ranked]], stance: StanceModel
) -> tuple[list[tuple[tuple[Entailment, ...], Joint | None]], tuple[Gap, ...]]:
    """Every claim against its passages, and against the best few together, in one batch.

    A model that fails leaves every passage neutral, and a gap that says so.
    """
    pairs = [
        [(text, claim.text) for text in _readings(found)]
        for claim, found in zip(claims, ranked, strict=True)
    ]
    views, gaps = _judged(claims, pairs, stance)
    judged, at = [], 0
    for found in ranked:
        count, together = len(found), len(_readings(found)) - len(found)
        single = tuple(views[at : at + count])
        joint = views[at + count : at + count + together]
        members = tuple(range(min(JOINED[-1], count)))
        judged.append((single, Joint(members, _mean(joint)) if joint else None))
        at += count + together
    return judged, gaps


def _judged(
    claims: Sequence[Claim], pairs: Sequence[Sequence[tuple[str, str]]], stance: StanceModel
) -> tuple[list[Entailment], tuple[Gap, ...]]:
    """The model's view of every pair: in one batch, or claim by claim where it asks for that."""
    singly = getattr(stance, "one_claim_at_a_time", False)
    batches = (
        [(c.id, p) for c, p in zip(claims, pairs, strict=True) if p]
        if singly
        else [("", [pair for some in pairs for pair in some])]
    )
    views: list[Entailment] = []
    gaps: list[Gap] = []
    for claim_id, batch in batches:
        try:
            views += stance.judge(batch)
        except ModelError as error:
            views += [NO_VIEW] * len(batch)
            gaps.append(Gap("stance", "", Reason.MODEL, str(error), claim_id=claim_id))
    return views, tuple(gaps)


def _readings(found: Sequence[Ranked]) -> list[str]:
    """What is read for one claim: each passage, and from two on the best few together."""
    sizes = [size for size in JOINED if len(found) > 1]
    return [r.passage.text for r in found] + [_joined(found[:size]) for size in sizes]


def _mean(views: Sequence[Entailment]) -> Entailment:
    supports = sum(v.supports for v in views) / len(views)
    refutes = sum(v.refutes for v in views) / len(views)
    return Entailment(supports, refutes, max(0.0, 1.0 - supports - refutes))


def _joined(found: Sequence[Ranked]) -> str:
    """The passages' texts, those of one document in reading order."""
    titles = {r.passage.document.url + r.passage.document.title: i for i, r in enumerate(found)}
    ordered = sorted(
        found,
        key=lambda r: (titles[r.passage.document.url + r.passage.document.title], r.passage.start),
    )
    return " ".join(r.passage.text for r in ordered)


def _evidence(ranked: Ranked, view: Entailment, article: Article, origin: Origin) -> Evidence:
    return Evidence(
        passage=ranked.passage,
        similarity=round(ranked.similarity, 4),
        fuzzy=round(ranked.fuzzy, 4),
        entailment=view,
        stance=view.stance,
        timing=timing(ranked.passage.document, article.day),
        origin=origin.id,
        circular=origin.circular,
    )


def timing(document: Document, day: date | None) -> Timing:
    """Whether a document was out when the article was. The same day counts as before.

    A document whose date does not settle it (a month, none) is undated, and an
    undated one never counts as before.
    """
    if document.published is None or day is None:
        return Timing.UNDATED
    if document.published.value.last <= day:
        return Timing.BEFORE
    return Timing.AFTER if document.published.value.first > day else Timing.UNDATED


def _report(
    article: Article,
    verdicts: Sequence[Verdict],
    harvests: Sequence[Harvest],
    gaps: tuple[Gap, ...],
    terms: OfficeTable,
    setting: Setting,
) -> Report:
    ordered = tuple(worst_first(verdicts))
    spans = tuple(windows([v.claim for v in verdicts], article, terms))
    return Report(
        article=article,
        verdicts=ordered,
        windows=spans,
        gaps=gaps,
        ledger=tuple(h.asked for h in harvests),
        provenance=setting.provenance,
        as_of=setting.as_of,
        made_at=setting.now,
        summary=summary(ordered, article=article, windows=spans, gaps=gaps),
        notes=(*article.notes, *setting.notes),
        sentences=split_sentences(article),
        extra={"operating_points": operating_points(), "calibration": setting.calibration},
    )
