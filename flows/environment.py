"""What the environment must say before Prefect is imported. Nothing here imports it."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path

# Said before the import, because Prefect reads its settings when it is imported.
# Without them: telemetry errors on machines with no way out, a log line per task
# on the terminal, and "database is locked" from logs written beside the runs.
QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED": "false",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
    # A request is tried again for some 30 s (2 + 4 + 8 + 16), long enough for a server that
    # restarts. Prefect's five tries are 62 s, and a run makes three such requests before it
    # ends: three minutes in which nobody is told that the server is gone.
    "PREFECT_CLIENT_MAX_RETRIES": "4",
}

# A server that is started without being asked for is slow and fails on a busy
# machine: with this off, a flow without a server says so instead.
ALWAYS = {"PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false"}


def quiet_environment(
    home: Path,
    environ: MutableMapping[str, str] = os.environ,
    *,
    level: str = "WARNING",
) -> MutableMapping[str, str]:
    """Make Prefect quiet and keep its files in `home`. To be called before it is imported.

    `level` is Prefect's own logging level. What the user has set stays as it is,
    but for the ephemeral server, which is always off. Returns `environ`.
    """
    environ.setdefault("PREFECT_LOGGING_LEVEL", level)
    environ.setdefault("PREFECT_HOME", str(home.resolve()))
    for name, value in QUIET.items():
        environ.setdefault(name, value)
    environ.update(ALWAYS)
    return environ
