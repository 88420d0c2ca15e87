"""Every live source once, against the real service. Run by hand, never in continuous integration:

    VERIFY_CONTACT=desk@your-newsroom.example python -m pytest --override-ini addopts= tests/live

Sources that need a key are asked where its variable is set.
"""

from __future__ import annotations

import asyncio
import os

import pytest

from verify.config import Settings
from verify.trial import try_sources

CONTACT = os.environ.get("VERIFY_CONTACT", "")
LIVE: dict[str, dict[str, object]] = {
    "mediawiki": {"api": "https://en.wikipedia.org/w/api.php"},
    "wikidata": {},
    "congress": {},
    "gdelt": {},
    "wayback": {"urls": ["https://example.com/"]},
    "feed": {"urls": ["https://www.w3.org/blog/feed/"]},
    "brave": {},
    "tavily": {},
    "factchecks": {},
}
KEYS = {
    "brave": "BRAVE_API_KEY",
    "tavily": "TAVILY_API_KEY",
    "factchecks": "GOOGLE_FACTCHECK_API_KEY",
}


@pytest.mark.skipif(not CONTACT, reason="set VERIFY_CONTACT: real services are asked")
@pytest.mark.parametrize("type_", LIVE)
def test_a_live_source_answers_a_harmless_question(type_: str) -> None:
    if type_ in KEYS and not os.environ.get(KEYS[type_]):
        pytest.skip(f"set {KEYS[type_]}")
    table = {"type": type_, **LIVE[type_]}
    settings = Settings.model_validate({"contact": CONTACT, "sources": {type_: table}})
    (trial,) = asyncio.run(try_sources(settings, os.environ))
    assert trial.works, f"{trial.state}: {trial.detail}"
