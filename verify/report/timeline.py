"""The role window: when each thing said of an office was true, drawn with characters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from verify.report.words import shortened, span_words
from verify.types import Report, RoleSpan, Window

WIDTH = 48  # columns of the bars
NAMES = 40  # columns for person and role
STATES = {
    "contains": "The article's date lies inside.",
    "outside": "The article's date lies outside.",
    "empty": "They were never all true at the same time.",
    "undated": "The article carries no date.",
}


@dataclass(frozen=True, slots=True)
class Scale:
    """From `first` to `last`, both shown; open ends are drawn to the edge."""

    first: date
    last: date

    def at(self, day: date | None, otherwise: float) -> float:
        """Where a day stands, 0–1; `otherwise` for an open end."""
        if day is None:
            return otherwise
        return (day - self.first).days / max(1, (self.last - self.first).days)


def scale(window: Window, report: Report) -> Scale | None:
    """Whole years around all dates of a window; None where it has none."""
    days = [d for r in window.roles for d in (r.start, r.end, r.surely_until) if d]
    days += [d for d in (window.start, window.end, report.article.day) if d]
    if not days:
        return None
    return Scale(date(min(days).year, 1, 1), date(min(9998, max(days).year) + 1, 1, 1))


def role_words(role: RoleSpan) -> str:
    """`2022-04-19 to 2024-09-18 (surely until 2024-07-01)`."""
    sure = role.surely_until
    unsettled = f" (surely until {sure})" if sure and sure != role.end else ""
    return span_words(role.start, role.end) + unsettled


def window_words(window: Window) -> str:
    """When all roles were true together, and how the article's date stands to that."""
    if window.state == "empty":
        return STATES["empty"]
    together = f"All true together: {span_words(window.start, window.end)}."
    return f"{together} {STATES.get(window.state, '')}".strip()


def draw(window: Window, report: Report) -> list[str]:
    """The window as lines of text: a bar a role, one for all together, the article's date."""
    years = scale(window, report)
    if years is None:
        return []
    lines = [" " * (NAMES + 2) + _axis(years)]
    for role in window.roles:
        name = shortened(f"{role.person}: {role.role}", NAMES)
        lines.append(f"{name:<{NAMES}}  {_bar(years, role.start, role.end, role.surely_until)}")
    if window.state != "empty":
        whole = _bar(years, window.start, window.end, None)
        lines.append(f"{'all together':<{NAMES}}  {whole}")
    day = report.article.day
    if day:
        column = min(WIDTH - 1, int(years.at(day, 0) * WIDTH))
        lines.append(f"{f'the article, {day}':<{NAMES}}  {' ' * column}▲")
    return [line.rstrip() for line in lines]


def _axis(years: Scale) -> str:
    first, last = str(years.first.year), str(years.last.year)
    return first + " " * (WIDTH - len(first) - len(last)) + last


def _bar(years: Scale, start: date | None, end: date | None, sure: date | None) -> str:
    left, right = years.at(start, 0.0), years.at(end, 1.0)
    settled = years.at(sure, right) if sure else right
    sign: Callable[[float], str] = lambda x: _sign(x, left, right, settled)  # noqa: E731
    return "".join(sign((column + 0.5) / WIDTH) for column in range(WIDTH))


def _sign(x: float, left: float, right: float, settled: float) -> str:
    if x < left or x > right:
        return "·"
    return "█" if x <= settled else "▒"
