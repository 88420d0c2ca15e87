"""The review page's templates, with everything from outside escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from verify.report.escape import link
from verify.report.html import SHOWN, TEMPLATES, unbroken
from verify.report.words import (
    LABELS,
    SIGNS,
    confidence_words,
    count,
    quoted,
    shortened,
    visible,
)
from verify.review.decisions import Action, Decision

HERE = Path(__file__).parent
KEYS = {
    "refuted": "r",
    "conflicting": "c",
    "not_enough_evidence": "n",
    "supported": "s",
    "not_checkable": "x",
}
ACTS = {
    Action.AGREE: "agreed",
    Action.CHANGE: "changed it",
    Action.NOT_CHECKABLE: "changed it",
    Action.NOTE: "noted",
    Action.WITHDRAW: "took it back",
}


def render(template: str, **values: Any) -> str:
    """A page as HTML."""
    text: str = _environment().get_template(template).render(**values)
    return text


def act(decision: Decision) -> str:
    """`Ann, 2026-01-03 08:30 UTC: changed it to supported`."""
    when = decision.decided_at.strftime("%Y-%m-%d %H:%M UTC")
    label = ""
    if decision.label:
        words = LABELS[decision.label].lower()
        label = f" to {words}" if decision.action is Action.CHANGE else f" ({words})"
    return f"{decision.reviewer or 'somebody'}, {when}: {ACTS[decision.action]}{label}"


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader([HERE / "templates", TEMPLATES]),
        autoescape=True,
        finalize=lambda v: visible(v) if isinstance(v, str) and not isinstance(v, Markup) else v,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"short": shortened, "unbroken": unbroken}
    environment.globals |= SHOWN | {
        "KEYS": KEYS,
        "LABELS": LABELS,
        "SIGNS": SIGNS,
        "act": act,
        "confidence_words": confidence_words,
        "count": count,
        "link": link,
        "quoted": quoted,
    }
    return environment
