"""The report as Markdown: for GitHub, Obsidian, a pager, and the reviewer's editor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from verify.report.claimview import ClaimView
from verify.report.decisions import Action, Decision, Key, keys, standing, standings
from verify.report.differing import Piece
from verify.report.escape import Md, code, escape, fenced, link, md_link, yaml
from verify.report.evidence import EvidenceView
from verify.report.groups import PointView, beyond, overruled, reason_once
from verify.report.json import origin_name
from verify.report.measured import measured_words
from verify.report.order import numbers
from verify.report.paragraphs import Run
from verify.report.points import place
from verify.report.reviewline import GONE, HOW, SOURCES, UNREAD, write_line
from verify.report.timeline import draw, role_words, window_words
from verify.report.view import View, view
from verify.report.words import LABELS, SIGNS, count, listed, quoted, shortened
from verify.types import Label, Report

# Of each, so many are shown; all of them are in report.json.
POINTS = 12  # things that are wrong
REMARKS = 5  # what checkers remark
PLACES = 5  # places that say the same wrong thing
TELLING = 5  # passages that count
NEAREST = 2  # passages that do not, where the claim is open
_BLANK = re.compile(r"\n{3,}")  # what the template leaves where a part is empty
ALARMING = {Label.REFUTED, Label.CONFLICTING}


def render(report: Report) -> str:
    """The report as Markdown text."""
    seen = view(report)
    from verify.report.folder import folder_name

    text: str = _template().render(
        view=seen,
        report=report,
        measured=measured_words(report),
        article=report.article,
        origin=origin_name(report.article),
        folder=folder_name(report),
        numbers=numbers(report.verdicts),
        held=_held(report),
        unread=[Md(raw) for raw in report.extra.get("unread", ())],
        left_over=[Md(line) for line in _left_over(report, seen)],
    )
    return _BLANK.sub("\n\n", text).rstrip() + "\n"


@cache
def _template() -> Any:
    """The template; what it prints is escaped unless it is `Md`."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # Markdown, not HTML: `finalize` escapes
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"short": shortened, "day": lambda at: at.date().isoformat()}
    environment.globals |= {
        "GONE": Md(GONE),
        "HOW": Md(HOW),
        "SOURCES": Md(SOURCES),
        "UNREAD": Md(UNREAD),
        "code": code,
        "LABELS": LABELS,
        "SIGNS": SIGNS,
        "PLACES": PLACES,
        "POINTS": POINTS,
        "REMARKS": REMARKS,
        "TELLING": TELLING,
        "beyond": beyond,
        "left_out": _left_out,
        "nearest": _nearest,
        "places": _places,
        "reason_once": reason_once,
        "source": _source,
        "count": count,
        "draw": lambda window, report: fenced(draw(window, report)),
        "line": _line,
        "Md": Md,
        "link": link,
        "marked": _marked,
        "md_link": md_link,
        "notes": _notes,
        "reference": _reference,
        "quoted": quoted,
        "role_words": role_words,
        "runs": _runs,
        "window_words": window_words,
        "yaml": yaml,
    }
    return environment.get_template("report.md.j2")


def _reference(claim: ClaimView, sign: bool = False) -> Md:
    """A link to a claim's section: `[C3](#c3)`."""
    mark = f"{claim.sign} " if sign else ""
    return Md(f"[{mark}C{claim.number}](#{claim.anchor})")


def _places(point: PointView) -> Md:
    """`“US Senator Rubio” ([C3](#c3), headline), “senior US Senator” ([C9](#c9))`."""
    told = [
        f"{escape(quoted(shortened(c.claim.quote, 90)))} "
        f"({', '.join(filter(None, [_reference(c), place(c.verdict), overruled(c)]))})"
        for c in point.claims[:PLACES]
    ]
    more = len(point.claims) - PLACES
    return Md(", ".join(told) + (f", and {count(more, 'more place')}." if more > 0 else "."))


def _source(e: EvidenceView) -> Md:
    """Where a passage stands, what it does to the claim, and by what it is found again."""
    known = f"{e.publisher}, {e.published} ({e.timing}, {e.tier})"
    told = f"{e.stance[:1].upper()}{e.stance[1:]}"
    back = ", goes back to the article itself" if e.evidence.circular else ""
    missing = f" Not in the passage: {shortened(', '.join(e.missing), 160)}." if e.missing else ""
    return Md(
        f"{md_link(e.name, e.url)}, {escape(known)}. **{told}** ({e.sure}); similarity "
        f"{e.evidence.similarity:.2f}, origin {e.evidence.origin}{back}; archive "
        f"{code('sha256:' + e.archive[:16])}.{escape(missing)}"
    )


def _nearest(claim: ClaimView) -> tuple[EvidenceView, ...]:
    """The best passages on an open claim that settle nothing; none where it is decided."""
    if claim.verdict.label is not Label.NOT_ENOUGH_EVIDENCE:
        return ()
    return (*claim.evidence.leaning, *claim.evidence.silent)[:NEAREST]


def _left_out(claim: ClaimView) -> Md:
    """How many passages are not shown, and why; "" for a claim that no source could settle."""
    if claim.verdict.label is Label.NOT_CHECKABLE:
        return Md()
    found = claim.evidence
    unsettled = len(found.leaning) + len(found.silent) - len(_nearest(claim))
    parts = []
    if unsettled:
        parts.append(f"{count(unsettled, 'passage')} on the subject, too weak to settle anything")
    if found.apart:
        parts.append(f"{count(found.apart, 'passage')} on something else")
    return Md(f"Left out here: {listed(parts)} (in report.json)." if parts else "")


def _marked(pieces: tuple[Piece, ...]) -> Md:
    """A passage with its differing words in bold."""
    return Md(" ".join("".join(_piece(p) for p in pieces).split()))


def _piece(piece: Piece) -> str:
    words = escape(piece.text)
    return f"**{words}**" if piece.differs and words.strip() == words else words


def _runs(runs: tuple[Run, ...]) -> Md:
    """A paragraph of the article: what is refuted or disputed in bold, each claim linked."""
    out = ""
    for run in runs:
        words = escape(run.text)
        right = " " * words.endswith(" ")
        alarming = any(c.verdict.label in ALARMING for c in run.claims)
        out += _bold(out, words.rstrip()) if alarming else words.rstrip()
        out += "".join(f" {_reference(claim, sign=True)}" for claim in run.ends) + right
    return Md(" ".join(out.split()))


def _bold(before: str, words: str) -> str:
    """Bold, where Markdown would take the stars for bold; the words alone elsewhere."""
    bare = words.lstrip()
    left = words[: len(words) - len(bare)]
    opens = bare[:1].isalnum() or left or not before or before[-1].isspace()
    closes = bare[-1:].isalnum() or bare[-1:] in ".!?,;:”’)"
    return f"{left}**{bare}**" if bare and opens and closes else words


def _held(report: Report) -> dict[str, list[Decision]]:
    """Words → what the claim's lines hold: all that nobody has synced yet, for only the file
    has it; else what stands, or the latest note."""
    held: dict[str, list[Decision]] = {}
    for waiting in report.extra.get("unsynced", ()):
        held.setdefault(waiting.words, []).append(waiting)
    stand = standings(report)
    for claim, key in keys(report.verdicts).items():
        known = stand[claim]
        shown = known.decision or (known.notes[-1] if known.notes else None)
        if shown:
            held.setdefault(key.words, [shown])
    return held


def _line(claim: ClaimView, held: Mapping[str, Sequence[Decision]]) -> Md:
    """The reviewer's line of a claim; one for each decision where several wait for a sync."""
    shown: Sequence[Decision | None] = held.get(claim.key.words) or (None,)
    return Md("\n".join(write_line(claim.key, claim.verdict.label, d) for d in shown))


def _notes(claim: ClaimView, held: Mapping[str, Sequence[Decision]]) -> list[str]:
    """What the lines do not hold: other reviewers' votes, and remarks."""
    known, shown = claim.standing, held.get(claim.key.words, ())
    votes = [known.decision] if known.decision else []
    rest = [d for d in (*votes, *known.disputed, *known.notes) if d not in shown]
    return [_remark(d) for d in rest]


def _remark(decision: Decision) -> str:
    if decision.label is None:
        return f"{_voice(decision)} noted: {decision.note}"
    note = f". {decision.note}" if decision.note else ""
    return f"{_voice(decision)}: {LABELS[decision.label].lower()}{note}"


def _voice(decision: Decision) -> str:
    return f"{decision.reviewer or 'somebody'}, {decision.decided_at.date()}"


def _left_over(report: Report, seen: View) -> list[str]:
    """Decisions on claims that the article no longer makes: kept, in lines of their own."""
    made: tuple[Decision, ...] = tuple(report.extra.get("decisions", ()))
    here = {c.key.words for c in seen.claims}
    gone = {d.words: d for d in made if d.words not in here and d.action is not Action.WITHDRAW}
    held = _held(report)
    lines = []
    for words, latest in gone.items():
        known = standing(made, Key(words, latest.evidence))
        last = known.decision or next(reversed(known.notes), None)
        for shown in held.get(words) or ([last] if last else []):
            lines.append(write_line(Key(words, shown.evidence), shown.ours, shown))
    return lines
