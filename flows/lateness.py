"""Scheduled runs that start too late are skipped."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed
from pydantic import Field

StaleAfter = Annotated[float, Field(gt=0)]  # minutes


def late_by(planned: datetime | None, now: datetime | None = None) -> timedelta:
    """How long after its planned start a run begins; 0 for one that was not planned."""
    if planned is None:
        return timedelta(0)
    return max(timedelta(0), (now or datetime.now(UTC)) - planned)


def skipped(stale_after_minutes: float) -> State[Any] | None:
    """The end of a run that starts too late to be wanted, or None.

    A server that was down replays what it missed, oldest first: a watch that
    was due last night has nothing to add to the one due now.
    """
    late = late_by(flow_run.scheduled_start_time)
    if late <= timedelta(minutes=stale_after_minutes):
        return None
    minutes = late.total_seconds() / 60
    return Completed(
        name="Skipped",
        message=f"due {minutes:.0f} minutes ago, more than {stale_after_minutes:g}: skipped",
    )
