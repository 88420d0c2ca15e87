"""`verify sources` and `verify sources test`: what is configured, and what each source says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.protocols.server import Answer, Asked, LocalServer, as_json
from tests.protocols.wikidata import moment, person, position, wikidata
from verify import cli, trial

KEY = "local-test-key-123"
SILENT = [["duckduckgo", "CAPTCHA"]]
SPEAK = {
    "/good": lambda asked: as_json({"query": {"search": [{"title": "Earth"}]}}),
    "/silent": lambda asked: as_json(
        {"results": [{"url": "https://n.example/1", "title": "x"}], "unresponsive_engines": SILENT}
    ),
    "/busy": lambda asked: Answer(b"Please limit requests to one every 5 seconds.", status=429),
    "/badkey": lambda asked: as_json(
        {"error": {"code": "SUBSCRIPTION_TOKEN_INVALID", "detail": "no such key"}}, 422
    ),
    "/web": lambda asked: Answer(b"<html>no interface</html>"),
    "/cdx/search/cdx": lambda asked: as_json([]),
}
PEOPLE = {"Q1": person("Q1", "Angela Merkel", position("Q2", P580=moment("+2005-11-22", 11)))}
CONFIG = """
contact = "desk@example.org"
[web]
allow = ["127.0.0.1"]
per_host_interval_s = 0
retries = 0
[sources.notes]
type = "folder"
path = "notes"
tier = "own"
[sources.wiki]
type = "mediawiki"
api = "{url}/good"
[sources.people]
type = "wikidata"
api = "{url}/wikidata"
[sources.engines]
type = "searxng"
api = "{url}/silent"
[sources.news]
type = "gdelt"
api = "{url}/busy"
pause_s = 0
[sources.nokey]
type = "tavily"
[sources.wrongkey]
type = "brave"
api = "{url}/badkey"
pause_s = 0
[sources.nothing]
type = "mediawiki"
api = "{url}/web"
[sources.page]
type = "pages"
urls = ["{url}/private"]
[sources.then]
type = "wayback"
api = "{url}"
urls = ["https://n.example/"]
pause_s = 0
[sources.dead]
type = "searxng"
api = "http://127.0.0.1:9/search"
[sources.off]
type = "feed"
urls = ["{url}/feed", "{url}/other"]
enabled = false
"""


def site(asked: Asked) -> Answer:
    if asked.path == "/wikidata":
        return wikidata(PEOPLE, {}, {})(asked)
    return SPEAK.get(asked.path, lambda asked: Answer(b"no", status=404))(asked)


def robots(asked: Asked) -> Answer:
    return Answer(b"User-agent: *\nDisallow: /private\n", "text/plain")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BRAVE_API_KEY", KEY)
    monkeypatch.delenv("TAVILY_API_KEY", raising=False)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "earth.md").write_text("The Earth orbits the Sun.\n")
    with LocalServer(site, robots=robots) as server:
        file = tmp_path / "verify.toml"
        file.write_text(CONFIG.replace("{url}", server.url))
        yield file


def test_every_source_says_how_it_is_and_how_long_it_took(config: Path, capsys, monkeypatch):
    monkeypatch.setattr(trial, "SLOW", 60.0)  # a busy machine is not what is tested
    assert cli.run(["sources", "test", "--config", str(config)]) == 0
    said = capsys.readouterr().out
    lines = {line.split()[0]: line for line in said.splitlines()}
    states = {
        "notes": "works",
        "wiki": "works",
        "people": "works",
        "engines": "works",
        "news": "rate-limited",
        "nokey": "no key",
        "wrongkey": "bad key",
        "nothing": "bad answer",
        "page": "refused by robots",
        "then": "not archived",
        "dead": "unreachable",
    }
    assert {n: s for n, s in states.items() if f" {s} " in lines[n]} == states, said
    assert list(lines) == list(states)  # in the order of the configuration, without the disabled
    assert "one question brought 2 " in lines["engines"]
    assert lines["engines"].endswith("duckduckgo: CAPTCHA")
    assert "set TAVILY_API_KEY" in lines["nokey"]
    assert all(" s  " in line for line in lines.values())
    assert KEY not in said


def test_a_desk_none_of_whose_sources_answers_ends_with_status_4(config: Path, capsys):
    assert cli.run(["sources", "test", "--config", str(config), "--source", "dead"]) == 4
    assert "unreachable" in capsys.readouterr().out


def test_an_answer_that_takes_long_is_called_slow(config: Path, capsys, monkeypatch):
    monkeypatch.setattr(trial, "SLOW", 0.0)
    assert cli.run(["sources", "test", "--config", str(config), "--source", "notes"]) == 0
    assert capsys.readouterr().out.split()[1] == "slow"


def test_what_is_configured_is_listed_with_what_is_missing(config: Path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert cli.run(["sources", "--config", str(config)]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert lines["notes"].split()[1:] == ["folder", "own", "notes"]
    assert "no key: set TAVILY_API_KEY" in lines["nokey"]
    assert "https://api.tavily.com/search" in lines["nokey"]
    assert lines["off"].split()[1:] == ["feed", "other", "2", "addresses", "disabled"]
    assert KEY not in " ".join(lines.values())
