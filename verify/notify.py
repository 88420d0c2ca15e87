"""Telling the desk: a webhook and a mail when a claim is refuted or a verdict flips.

A message that cannot be delivered never costs the report: what failed comes back
as lines, for the log and the digest.
"""

from __future__ import annotations

import asyncio
import json
import smtplib
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import TYPE_CHECKING, Any

from verify.errors import FetchError
from verify.ports import Fetcher
from verify.types import Label, Reason, Report, Request

if TYPE_CHECKING:
    from verify.config import NotifySettings

SMTP_TIMEOUT_S = 20.0
SHOWN = 20  # claims in one message; the rest is in the report
# The receiver took it and had nothing (readable) to say.
_DELIVERED = (Reason.EMPTY, Reason.UNSUPPORTED_TYPE)


@dataclass(frozen=True)
class Flip:
    """A claim whose verdict changed between two reports."""

    claim_id: str
    text: str
    before: Label
    after: Label


@dataclass(frozen=True)
class Notice:
    """What there is to tell about one report."""

    subject: str
    body: str
    payload: dict[str, Any]


def notice(report: Report, flips: Sequence[Flip] = (), where: str = "") -> Notice | None:
    """What there is to tell; None where no claim is refuted and no verdict flipped.

    `where` is the report's folder or address.
    """
    refuted = [v for v in report.verdicts if v.label is Label.REFUTED]
    if not refuted and not flips:
        return None
    title = _line(report.article.title or report.article.origin)
    counts = [f"{len(refuted)} refuted"] if refuted else []
    counts += [f"{len(flips)} changed"] if flips else []
    lines = [title, report.article.url or report.article.origin, ""]
    lines += [f"Refuted: {_line(v.claim.text)}\n  {_line(v.why)}" for v in refuted[:SHOWN]]
    lines += [f"Was {f.before}, is {f.after}: {_line(f.text)}" for f in flips[:SHOWN]]
    lines += ["", f"Report: {where}"] if where else []
    payload = {
        "text": f"{', '.join(counts)}: {title}",  # what chat services show
        "article": {
            "title": report.article.title,
            "url": report.article.url,
            "origin": report.article.origin,
            "sha256": report.article.sha256,
        },
        "report": where,
        "refuted": [
            {"id": v.claim.id, "text": v.claim.text, "confidence": v.confidence, "why": v.why}
            for v in refuted
        ],
        "changed": [
            {"id": f.claim_id, "text": f.text, "before": f.before, "after": f.after} for f in flips
        ],
    }
    return Notice(f"{', '.join(counts)}: {title}"[:200], "\n".join(lines) + "\n", payload)


async def tell(
    report: Report,
    flips: Sequence[Flip],
    settings: NotifySettings,
    fetcher: Fetcher,
    environ: Mapping[str, str],
    where: str = "",
) -> tuple[str, ...]:
    """Deliver what there is to tell. Returns a line for each way that failed."""
    told = notice(report, flips, where)
    if told is None:
        return ()
    problems = []
    if settings.webhook:
        problems.append(await post(told, settings.webhook, fetcher))
    if settings.email_to:
        problems.append(await asyncio.to_thread(mail, told, settings, environ))
    return tuple(p for p in problems if p)


async def post(told: Notice, address: str, fetcher: Fetcher) -> str:
    """POST the payload as JSON; "" or the line that says what failed."""
    request = Request(
        address,
        source="notify",
        purpose="notify",
        api=True,  # set up by the desk, not a page that one is led to
        method="POST",
        headers=(("content-type", "application/json"),),
        body=json.dumps(told.payload, ensure_ascii=False).encode("utf-8", "replace"),
    )
    try:
        await fetcher.fetch(request)
    except FetchError as error:
        if error.reason in _DELIVERED:
            return ""
        return f"the webhook was not delivered ({error.detail}): check [notify] webhook"
    return ""


def mail(told: Notice, settings: NotifySettings, environ: Mapping[str, str]) -> str:
    """Send the mail; "" or the line that says what failed."""
    message = EmailMessage()
    message["Subject"] = told.subject
    message["From"] = settings.email_from or f"verify@{settings.smtp_host or 'localhost'}"
    message["To"] = ", ".join(settings.email_to)
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain="verify.invalid")
    message.set_content(told.body.encode("utf-8", "replace").decode())
    try:
        _send(message, settings, environ.get(settings.smtp_password_env, ""))
    except smtplib.SMTPAuthenticationError:
        return (
            f"the mail was not sent: {settings.smtp_host} refuses the login; check smtp_user "
            f"and {settings.smtp_password_env}"
        )
    except (smtplib.SMTPException, OSError) as error:
        said = _line(str(error)) or type(error).__name__
        return f"the mail was not sent ({said}): check smtp_host and smtp_port under [notify]"
    return ""


def _send(message: EmailMessage, settings: NotifySettings, password: str) -> None:
    host, port = settings.smtp_host or "localhost", settings.smtp_port
    if settings.smtp_tls == "tls":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=SMTP_TIMEOUT_S, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=SMTP_TIMEOUT_S)
    with server:
        if settings.smtp_tls == "starttls":
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            server.login(settings.smtp_user, password)
        server.send_message(message)


def _line(text: str) -> str:
    """`text` in one line: a header or a list entry takes no more."""
    return " ".join(text.split())
