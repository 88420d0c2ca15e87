"""Telling the desk: the webhook and the mail of `[notify]`, and Prefect's notification blocks."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.server import with_address
from verify.notify import Flip, Notice, notice, tell

if TYPE_CHECKING:
    from flows.job import Checked
    from verify.config import NotifySettings
    from verify.ports import Fetcher

log = logging.getLogger("verify.flows")


async def tell_desk(
    checked: Checked,
    flips: Sequence[Flip],
    settings: NotifySettings,
    fetcher: Fetcher,
    environ: Mapping[str, str],
) -> tuple[str, ...]:
    """Deliver what there is to tell about a report. Returns a line for each way that failed."""
    report, where = checked.report, str(checked.folder or Path())
    if report is None:
        return ()
    problems = list(await tell(report, flips, settings, fetcher, environ, where))
    told = notice(report, flips, where)
    if told is not None and settings.blocks:
        problems += await through_blocks(told, settings.blocks, environ)
    for problem in problems:
        log.warning("%s", problem)
    return tuple(problems)


async def through_blocks(
    told: Notice, names: Sequence[str], environ: Mapping[str, str]
) -> list[str]:
    """Send through blocks kept by the Prefect server, "type/name" each; lines on failures."""
    if not with_address(environ) and not _in_a_flow():
        return ["Prefect's blocks were not used: they are kept by a server, set PREFECT_API_URL"]
    lines = [await _through(name, told) for name in names]
    return [line for line in lines if line]


async def _through(name: str, told: Notice) -> str:
    from prefect.blocks.abstract import NotificationBlock
    from prefect.blocks.core import Block

    try:
        block: Any = await Block.aload(name)
        if not isinstance(block, NotificationBlock):
            return f"the block {name} is of no notification type: correct [notify] blocks"
        sent = block.notify(told.body, subject=told.subject)
        if sent is not None:
            await sent
    except Exception as error:
        # Whatever a service's own library raises: it never costs the report.
        said = " ".join(str(error).split())[:300] or type(error).__name__
        return f"the block {name} delivered nothing ({said}): check it on the Prefect page"
    return ""


def _in_a_flow() -> bool:
    import sys

    if "prefect" not in sys.modules:
        return False
    from prefect.context import FlowRunContext

    return FlowRunContext.get() is not None
