"""`recheck`: old reports against today's evidence, and one digest on what changed."""

# No postponed annotations: Prefect loads this file by its path when a worker runs it, and
# could not find the names in them.

from typing import Annotated, Any

from prefect import flow
from prefect.artifacts import acreate_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed
from pydantic import Field

from flows.lateness import StaleAfter, skipped
from flows.opening import configured, opened
from flows.rechecking import recheck_reports
from verify.errors import VerifyError


@flow(
    name="recheck",
    description="Checks articles again whose reports are older, and tells what changed.",
    flow_run_name="recheck",
    persist_result=False,
)
async def recheck(
    config: str | None = None,
    out: str | None = None,
    search: Annotated[str, Field(max_length=200)] = "",
    since_days: Annotated[int, Field(ge=1, le=3650)] = 90,
    limit: Annotated[int, Field(ge=1, le=1000)] = 50,
    offline: bool = False,
    stale_after_minutes: StaleAfter = 720,
) -> State[Any]:
    """Recheck reports and publish the digest.

    Args:
        config: Configuration file; verify.toml in the working folder by default.
        out: Folder for reports; `[report] out` of the configuration by default.
        search: Only reports whose article or claims contain all of these words.
        since_days: Only reports made in the last so many days.
        limit: Reports at most, the newest first.
        offline: Ask no live source.
        stale_after_minutes: A scheduled run that starts so many minutes late is skipped.
    """
    stale = skipped(stale_after_minutes)
    if stale is not None:
        return stale
    try:
        async with opened(configured(config), offline=offline) as at:
            changes, page, _ = await recheck_reports(
                at, out, search=search, since_days=since_days, limit=limit
            )
    except VerifyError as error:
        return Failed(message=str(error))
    await acreate_markdown_artifact(page, key="recheck-digest")
    flips = sum(len(c.flips) for c in changes)
    return Completed(message=f"{len(changes)} reports rechecked, {flips} verdicts changed")
