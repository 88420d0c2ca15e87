"""The stages in reading order: claims, sources, passages, stance, checks, verdicts, report.

Everything from outside comes in as an argument; nothing here opens a socket, a
file or a model. `ask` (`asking.py`) and `score` are the units that a flow may run as tasks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from verify.asking import ask
from verify.brief import operating_points
from verify.checkers import CHECKERS
from verify.checkers.statements import marked
from verify.checkers.terms import OfficeTable, shared_table
from verify.checkers.window import windows
from verify.claims import extract_claims, split_sentences
from verify.claims.extract import MOST_PARSED
from verify.claims.refine import Completer, refine_claims
from verify.decide import decide
from verify.errors import NoSourceError
from verify.judging import JUDGED, judge_all
from verify.origins import Origin, origins
from verify.ports import (
    Archive,
    Case,
    Embedder,
    Fetcher,
    Grammar,
    Progress,
    Source,
    StanceModel,
    WorthModel,
    silent,
)
from verify.rank import Ranker, passages
from verify.report.order import worst_first
from verify.report.summary import summary
from verify.stating import Stating
from verify.types import (
    Article,
    Claim,
    Document,
    Entailment,
    Evidence,
    Gap,
    Harvest,
    Joint,
    Kind,
    OfficeTerm,
    Provenance,
    Ranked,
    Report,
    Timing,
    Verdict,
)


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


COARSE = (
    f"The text has more than {MOST_PARSED:,} characters: its sentences were split into claims by "
    "word lists, without the parser, which is coarser. Give it in parts for finer claims."
)


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
    terms = tuple(t for h in harvests for t in h.terms)
    progress("ranking", f"{len(documents)} documents")
    ranker = Ranker([p for d in documents for p in passages(d)], models.embedder)
    # The models compute without Python's lock, so what the checkers ask of is made meanwhile.
    with ThreadPoolExecutor(1, "held") as aside:
        making = aside.submit(_held, article, claims, documents, terms, models, setting)
        ranked = _ranked(ranker, claims)
        progress("stance", f"{len(claims)} claims")
        asked = [r if c.checkable else () for c, r in zip(claims, ranked, strict=True)]
        judged, model_gaps = judge_all(claims, asked, models.stance)
        held = making.result()
    progress("checks", f"{len(claims)} claims")
    verdicts = [
        conclude(claim, found, views, joint, held, (*gaps, *model_gaps))
        for claim, found, (views, joint) in zip(claims, ranked, judged, strict=True)
    ]
    return _report(article, verdicts, harvests, (*gaps, *model_gaps), held.terms, setting)


def _ranked(ranker: Ranker, claims: Sequence[Claim]) -> list[tuple[Ranked, ...]]:
    """The passages of each claim; none for one that no passage could settle.

    In news a quarter of the claims are such (an opinion, a wish): judging them, too, took a
    quarter of the models' time. What a page says of a plan that a prediction tells of is for
    the checkers to see, and for no model to judge.
    """
    wanted = [c for c in claims if c.checkable or c.kind is Kind.PREDICTION]
    found = dict(
        zip([c.id for c in wanted], ranker.rank(wanted, JUDGED) if wanted else (), strict=True)
    )
    return [found.get(c.id, ()) for c in claims]


@dataclass(frozen=True)
class Held:
    """What all claims of an article are held against."""

    article: Article
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    terms: OfficeTable
    embedder: Embedder
    families: Mapping[str, str] = field(default_factory=dict)
    stated: Stating | None = None

    @cached_property
    def story(self) -> dict[int, Origin]:
        """The origin of each document, by its identity."""
        found = origins(self.documents, self.article, families=self.families)
        return dict(zip(map(id, self.documents), found, strict=True))


def _held(
    article: Article,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    terms: tuple[OfficeTerm, ...],
    models: Models,
    setting: Setting,
) -> Held:
    """What the claims are held against, its office table and its origins made."""
    table = shared_table(terms)
    held = Held(
        article,
        tuple(claims),
        tuple(documents),
        table,
        models.embedder,
        setting.families,
        Stating(models.grammar) if models.grammar else None,
    )
    _ = held.story
    return held


def conclude(
    claim: Claim,
    found: tuple[Ranked, ...],
    views: Sequence[Entailment],
    joint: Joint | None,
    held: Held,
    gaps: Sequence[Gap],
) -> Verdict:
    """Evidence, findings and the verdict on one claim whose passages have been judged, if any."""
    evidence = tuple(
        _evidence(r, view, held.article, held.story[id(r.passage.document)])
        for r, view in zip(found if views else (), views, strict=True)
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
        stated=held.stated,
    )
    findings = [f for checker in CHECKERS for f in checker.check(claim, case)]
    touching = [g for g in gaps if g.claim_id in ("", claim.id)]
    return decide(claim, marked(evidence, findings), findings, touching, joint)


def _need_an_answer(harvests: Sequence[Harvest]) -> None:
    """Refuse to call it a report when no source could be asked at all."""
    if any(h.documents or h.terms or not h.gaps for h in harvests):
        return
    reasons = sorted({f"{g.source}: {g.detail or g.reason}" for h in harvests for g in h.gaps})
    detail = "; ".join(reasons) or "no source is configured: add one to verify.toml"
    raise NoSourceError(f"not one source could be asked ({detail})")


def _known_by(document: Document, as_of: date) -> bool:
    return document.published is None or document.published.value.first <= as_of


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


def _is_long(article: Article) -> bool:
    """Whether `extract_claims` left the parser out."""
    return len(article.text) > MOST_PARSED


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
        notes=(*article.notes, *setting.notes, *([COARSE] if _is_long(article) else [])),
        sentences=split_sentences(article),
        extra={"operating_points": operating_points(), "calibration": setting.calibration},
    )
