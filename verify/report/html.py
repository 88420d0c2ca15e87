"""The report as one HTML page that asks nothing of anybody: no request leaves it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from verify.report.claimview import ClaimView
from verify.report.decisions import Decision
from verify.report.escape import link
from verify.report.groups import beyond, overruled
from verify.report.measured import measured_words
from verify.report.order import numbers
from verify.report.points import place
from verify.report.timeline import Scale, role_words, scale, window_words
from verify.report.view import view
from verify.report.words import LABELS, SIGNS, count, quoted, shortened, span_words, visible
from verify.types import Report, Window

TEMPLATES = Path(__file__).parent / "templates"
# Of each, so many are shown; all of them are in report.json.
SHOWN = {"POINTS": 12, "REMARKS": 5, "PLACES": 5, "TELLING": 8, "NEAREST": 3}
# The role window's picture, in its own units.
LEFT, RIGHT, ROW = 310, 900, 40


def render(report: Report) -> str:
    """The report as an HTML document."""
    return page(
        "report.html.j2",
        script="report.js",
        view=view(report),
        report=report,
        measured=measured_words(report),
        article=report.article,
        language=report.article.language if _LANGUAGE.fullmatch(report.article.language) else "",
        numbers=numbers(report.verdicts),
        pictures=[p for w in report.windows if (p := picture(w, report))],
        calibration=bins(report.extra.get("calibration", ())),
    )


def page(template: str, script: str, **values: Any) -> str:
    """A template with style and script inside and a policy that allows only these two."""
    style = _text("page.css")
    code = _text(script)
    from markupsafe import Markup

    text: str = (
        _environment()
        .get_template(template)
        .render(style=Markup(style), script=Markup(code), policy=policy(style, code), **values)
    )
    return text.rstrip() + "\n"


def policy(style: str, script: str) -> str:
    """The content security policy of a page with this style and this script."""
    return (
        f"default-src 'none'; style-src '{_source(style)}'; script-src '{_source(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


@cache
def _text(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        """Everything is escaped by autoescape; characters nobody can see are replaced."""
        if isinstance(value, Markup) or not isinstance(value, str):
            return value
        return visible(value)

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"short": shortened, "unbroken": unbroken}
    environment.globals |= SHOWN | {
        "LABELS": LABELS,
        "beyond": beyond,
        "overruled": overruled,
        "place": place,
        "SIGNS": SIGNS,
        "count": count,
        "link": link,
        "reviews": _reviews,
        "quoted": quoted,
        "role_words": role_words,
        "window_words": window_words,
    }
    return environment


_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")  # "" in HTML: not known
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def unbroken(text: str) -> Any:
    """Text as HTML in which no date is broken over two lines."""
    from markupsafe import Markup, escape

    safe = str(escape(visible(text)))
    return Markup(_DAY.sub(lambda m: f'<span class="day">{m.group()}</span>', safe))


def _reviews(claim: ClaimView) -> list[str]:
    """What reviewers said of a claim, the standing decision first."""
    known = claim.standing
    said = [known.decision] if known.decision else []
    return [_voice(d) for d in (*said, *known.disputed, *known.notes)]


def _voice(decision: Decision) -> str:
    label = f": {LABELS[decision.label].lower()}" if decision.label else " noted"
    note = f". {decision.note}" if decision.note else ""
    return f"{decision.reviewer or 'somebody'}, {decision.decided_at.date()}{label}{note}"


# --- pictures --------------------------------------------------------------------------------


def picture(window: Window, report: Report) -> dict[str, Any] | None:
    """Where the bars of a role window stand, for the template; None where nothing is dated."""
    years = scale(window, report)
    if years is None:
        return None
    bars = [_bar(years, r.start, r.end, r.surely_until) for r in window.roles]
    rows = [
        {
            "y": 30 + n * ROW,
            "bar": bar,
            "words": role_words(r),
            "role": r,
        }
        for n, (r, bar) in enumerate(zip(window.roles, bars, strict=True))
    ]
    whole = None if window.state == "empty" else _bar(years, window.start, window.end, None)
    day = report.article.day
    return {
        "window": window,
        "rows": rows,
        "whole": whole,
        "whole_words": span_words(window.start, window.end),
        "whole_y": 30 + len(rows) * ROW,
        "height": 30 + (len(rows) + 1) * ROW + 24,
        "day": day,
        "day_x": _x(years.at(day, 0.0)),
        "ticks": _ticks(years),
    }


def _x(share: float) -> float:
    return round(LEFT + max(0.0, min(1.0, share)) * (RIGHT - LEFT), 1)


def _bar(years: Scale, start: Any, end: Any, sure: Any) -> dict[str, float]:
    left, right = _x(years.at(start, 0.0)), _x(years.at(end, 1.0))
    settled = max(left, min(right, _x(years.at(sure, 1.0)))) if sure else right
    return {
        "x": left,
        "width": round(max(1.0, settled - left), 1),
        "open_x": settled,
        "open_width": round(right - settled, 1),
    }


def _ticks(years: Scale) -> list[tuple[float, int]]:
    """At most eight years along the axis."""
    from datetime import date

    first, last = years.first.year, years.last.year
    step = max(1, -(-(last - first) // 8))
    return [(_x(years.at(date(y, 1, 1), 0.0)), y) for y in range(first, last + 1, step)]


def bins(measured: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The calibration picture's points: confidence stated, share right, of how many."""
    return [
        {
            "label": str(b.get("label", "")),
            "confidence": float(b["confidence"]),
            "accuracy": float(b["accuracy"]),
            "n": int(b["n"]),
            "x": round(40 + 200 * float(b["confidence"]), 1),
            "y": round(220 - 200 * float(b["accuracy"]), 1),
        }
        for b in measured
    ]
