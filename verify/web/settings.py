"""The `[web]` table of `verify.toml`: what the client may do, and every bound it keeps."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator

_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")


class WebSettings(BaseModel):
    """How we fetch. Sizes are in units of 1,000 or 1,000,000 bytes, times in seconds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # What may be asked although its address is not public: host names, addresses, CIDR blocks.
    allow: tuple[str, ...] = ()
    respect_robots: bool = True
    # Wikimedia allows three requests at once and 200 a minute to clients that say who they are.
    per_host_concurrency: int = Field(default=2, ge=1)
    per_host_interval_s: float = Field(default=0.35, ge=0)
    concurrency: int = Field(default=100, ge=1)

    budget_s: float = Field(default=180, gt=0)  # everything fetched for one article
    timeout_s: float = Field(default=30, gt=0)  # one answer, connecting included
    first_byte_s: float = Field(default=15, gt=0)  # connecting, and the head of the answer

    retries: int = Field(default=2, ge=0)
    backoff_s: float = Field(default=0.5, ge=0)  # before the first retry; then doubled
    retry_after_max_s: float = Field(default=30, ge=0)  # longer is reported

    max_redirects: int = Field(default=8, ge=0)
    max_header_kb: float = Field(default=64, gt=0)
    max_body_mb: float = Field(default=10, gt=0)  # as it comes over the wire
    max_decoded_mb: float = Field(default=40, gt=0)  # once decompressed

    reuse_fresh: bool = True  # RFC 9111, against the archive
    accept_language: str = "en,*;q=0.5"
    ca_file: Path | None = None  # certificates to trust beside the public ones

    @field_validator("allow")
    @classmethod
    def _hosts_or_networks(cls, entries: tuple[str, ...]) -> tuple[str, ...]:
        for entry in entries:
            if not (_is_network(entry) or _HOST.fullmatch(entry.lower())):
                raise ValueError(
                    f"{entry!r} is neither a host name nor an address nor a block such as "
                    "10.0.0.0/8: give no scheme, port or path"
                )
        return tuple(entry.lower() for entry in entries)

    @field_validator("accept_language")
    @classmethod
    def _printable(cls, value: str) -> str:
        if not re.fullmatch(r"[ -~]*", value):
            raise ValueError("only printable ASCII can be sent")
        return value

    @property
    def body_bytes(self) -> int:
        return int(self.max_body_mb * 1_000_000)

    @property
    def decoded_bytes(self) -> int:
        return int(self.max_decoded_mb * 1_000_000)

    @property
    def header_bytes(self) -> int:
        return int(self.max_header_kb * 1_000)


def _is_network(entry: str) -> bool:
    try:
        ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return False
    return True
