"""ClaimReview JSON-LD (schema.org), for claims that a reviewer has signed off and no other."""

from __future__ import annotations

from typing import Any

from verify.report.decisions import Standing, standings
from verify.report.escape import link
from verify.report.json import dumped
from verify.report.order import numbers, worst_first
from verify.report.words import LABELS, visible
from verify.types import Label, Report, Verdict

# schema.org's rating is a number; the name says what is meant.
RATINGS = {Label.REFUTED: 1, Label.CONFLICTING: 3, Label.SUPPORTED: 5}


def render(report: Report) -> str:
    """A JSON-LD graph: empty where nobody has signed off anything.

    A claim is in it when a reviewer's decision stands, reviewers agree, the evidence
    is still what they saw, and the label is a finding (refuted, conflicting, supported).
    """
    order, known = numbers(report.verdicts), standings(report)
    graph = [
        _review(v, known[v.claim.id], order[v.claim.id], report)
        for v in worst_first(report.verdicts)
        if signed_off(known[v.claim.id])
    ]
    return _inert(dumped({"@context": "https://schema.org", "@graph": graph}))


def _inert(text: str) -> str:
    """JSON that may stand in a page's script element: nothing in it can end that element."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def signed_off(standing: Standing) -> bool:
    """Whether a claim may be published as reviewed."""
    decision = standing.decision
    settled = bool(decision and decision.label in RATINGS and decision.reviewer)
    return settled and not standing.disputed and not standing.stale


def _review(verdict: Verdict, standing: Standing, number: int, report: Report) -> dict[str, Any]:
    decision = standing.decision
    assert decision is not None  # signed_off
    assert decision.label is not None
    article = report.article
    url = link(article.url or "")
    return {
        "@type": "ClaimReview",
        "identifier": f"urn:sha256:{article.sha256}#{verdict.claim.id}",
        "url": f"report.html#c{number}",
        "datePublished": decision.decided_at.date().isoformat(),
        "author": {"@type": "Person", "name": visible(decision.reviewer)},
        "claimReviewed": visible(verdict.claim.text),
        "itemReviewed": _claim(verdict, report, url),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[decision.label],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": LABELS[decision.label],
            "ratingExplanation": visible(decision.note or verdict.why),
        },
    }


def _claim(verdict: Verdict, report: Report, url: str) -> dict[str, Any]:
    article = report.article
    said = verdict.claim.attribution
    appearance = {"@type": "Article", "headline": visible(article.title)}
    claim: dict[str, Any] = {"@type": "Claim", "appearance": appearance}
    if url:
        appearance["url"] = url
    if article.published:
        claim["datePublished"] = appearance["datePublished"] = str(article.published.value)
    if said and said.speaker:
        claim["author"] = {"@type": "Person", "name": visible(said.speaker)}
    elif article.publisher or article.author:
        name = article.publisher or article.author or ""
        claim["author"] = {"@type": "Organization", "name": visible(name)}
    return claim
