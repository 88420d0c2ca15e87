"""`watch`: one round over feeds, sitemaps, lists and folders, for a schedule."""

# No postponed annotations: Prefect loads this file by its path when a worker runs it, and
# could not find the names in them.

import os
from typing import Any

from prefect import flow
from prefect.artifacts import acreate_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.batch import Outcome, digest_line, outcome
from flows.check_article import publish, short_name
from flows.check_batch import as_task
from flows.digests import plain
from flows.lateness import StaleAfter, skipped
from flows.opening import Opened, configured, opened
from flows.telling import tell_desk
from flows.watching import one_round
from verify.errors import VerifyError


@flow(
    name="watch",
    description="Checks what is new or changed in the feeds, sitemaps, lists and folders of "
    "the configuration, each article once.",
    flow_run_name="watch",
    persist_result=False,
)
async def watch(
    config: str | None = None,
    out: str | None = None,
    offline: bool = False,
    stale_after_minutes: StaleAfter = 30,
) -> State[Any]:
    """One round. Skipped when it starts too late; overlapping rounds share the work.

    Args:
        config: Configuration file; verify.toml in the working folder by default.
        out: Folder for reports; `[report] out` of the configuration by default.
        offline: Ask no live source.
        stale_after_minutes: A scheduled run that starts so many minutes late is skipped.
    """
    stale = skipped(stale_after_minutes)
    if stale is not None:
        return stale
    try:
        async with opened(configured(config), offline=offline) as at:
            done, problems = await _round(at, out)
    except VerifyError as error:
        return Failed(message=str(error))
    if done or problems:
        await acreate_markdown_artifact(_page(done, problems), key="watch")
    failed = [o for o in done if o.error]
    if failed and len(failed) == len(done):
        return Failed(message=f"nothing could be checked; the first: {failed[0].error}")
    return Completed(message=digest_line(done))


async def _round(at: Opened, out: str | None) -> tuple[list[Outcome], list[str]]:
    """One round: what was checked, and what could not be told to anybody."""
    done: list[Outcome] = []
    problems: list[str] = []
    notify = at.settings.notify
    async for checked in one_round(at.desk, at.store, at.order(out), runner=as_task):
        done.append(outcome(checked))
        if checked.report is not None and checked.folder is not None:
            await publish(checked.report, checked.folder, checked.origin)
            problems += await tell_desk(checked, (), notify, at.desk.fetcher, os.environ)
    return done, problems


def _page(done: list[Outcome], problems: list[str]) -> str:
    lines = [f"# {digest_line(done)}", ""]
    for one in done:
        said = plain(one.error) if one.error else ", ".join(f"{n} {k}" for k, n in one.labels)
        lines.append(f"- {plain(short_name(one.origin))}: {said or 'no claims'}")
    return "\n".join([*lines, *(f"- {plain(p)}" for p in problems)])
