"""What waits for a reviewer, over all reports of a folder: worst and least certain first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from verify.errors import VerifyError
from verify.report.claimview import ClaimView, claim_view
from verify.report.decisions import Key, Standing, keys, standing
from verify.report.evidence import operating_points
from verify.report.json import read_json
from verify.report.order import WORST_FIRST, numbers
from verify.report.restore import restored
from verify.review.decisions import Decision, Decisions
from verify.types import Label, Report, Verdict


@dataclass(frozen=True)
class Item:
    """A claim in the queue."""

    folder: str
    report: Report
    verdict: Verdict
    number: int
    key: Key
    standing: Standing
    decisions: tuple[Decision, ...]  # on this claim, oldest first

    @property
    def waits(self) -> bool:
        """Nobody has decided it, or reviewers disagree, or the evidence has changed."""
        known = self.standing
        undecided = known.decision is None and self.verdict.label is not Label.NOT_CHECKABLE
        return undecided or bool(known.disputed) or known.stale

    @property
    def latest(self) -> str:
        """Id of the last act on the claim, by which a collision is seen; "" for none."""
        acts = [d for d in self.decisions if d.action != "note"]
        return acts[-1].id if acts else ""

    @property
    def path(self) -> str:
        """Where its page is, below the token."""
        return f"{self.folder}/{self.key.words}"

    def view(self) -> ClaimView:
        """The claim as it is shown."""
        at = operating_points(self.report)
        return claim_view(self.verdict, self.number, self.key, self.standing, at)


@dataclass(frozen=True)
class Kept:
    """A report as it was read, with what is worked out from it once."""

    stamp: int
    report: Report
    keys: dict[str, Key]
    numbers: dict[str, int]


class Shelf:
    """The reports of a folder, read again only when their file has changed."""

    def __init__(self, reports_dir: Path, decisions: Decisions) -> None:
        self.reports_dir = reports_dir
        self.decisions = decisions
        self._kept: dict[str, Kept] = {}
        self._lock = Lock()

    def queue(self) -> list[Item]:
        """Every claim, worst and least certain first; damaged reports are left out."""
        items = [i for folder in self._folders() for i in self.items(folder)]
        return sorted(items, key=_urgency)

    def items(self, folder: str) -> list[Item]:
        """The claims of one report; [] where there is none that can be read."""
        kept = self._report(folder)
        if kept is None:
            return []
        made = self.decisions.all(kept.report.article.sha256)
        return [_item(folder, kept, v, made) for v in kept.report.verdicts]

    def find(self, folder: str, words: str) -> Item | None:
        """The claim with those words, or None."""
        if folder not in self._folders():  # never a path out of the folder
            return None
        return next((i for i in self.items(folder) if i.key.words == words), None)

    def _folders(self) -> list[str]:
        return sorted(p.parent.name for p in self.reports_dir.glob("*/report.json"))

    def _report(self, folder: str) -> Kept | None:
        path = self.reports_dir / folder / "report.json"
        try:
            stamp = path.stat().st_mtime_ns
            with self._lock:
                known = self._kept.get(folder)
            if known and known.stamp == stamp:
                return known
            report = restored(read_json(path))
        except (OSError, VerifyError):
            return None
        kept = Kept(stamp, report, keys(report.verdicts), numbers(report.verdicts))
        with self._lock:
            self._kept[folder] = kept
        return kept


def _item(folder: str, kept: Kept, verdict: Verdict, made: Sequence[Decision]) -> Item:
    key = kept.keys[verdict.claim.id]
    on_it = sorted((d for d in made if d.words == key.words), key=lambda d: d.decided_at)
    return Item(
        folder=folder,
        report=kept.report,
        verdict=verdict,
        number=kept.numbers[verdict.claim.id],
        key=key,
        standing=standing(on_it, key),
        decisions=tuple(on_it),
    )


def _urgency(item: Item) -> tuple[int, float, float, str, int]:
    verdict = item.verdict
    return (
        WORST_FIRST.index(verdict.label),
        verdict.confidence,
        -verdict.claim.worth,
        item.folder,
        item.number,
    )
