"""A report made again from the archive alone: the same bytes, without network, files or keys."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.protocols.server import Answer, Asked, LocalServer, as_json, news_page
from verify import cli
from verify.archive import Archive

KEY = "local-test-key-123"
ARTICLE = """The Tarbela Dam was closed in March

The Tarbela Dam on the Indus River was closed in March 2025, the ministry said.
Engineers repaired 14 gates of the Mangla Dam last year.
"""
PAGES = {
    "/dam": news_page(
        "The dam", "2025-03-03", "The Tarbela Dam on the Indus River was closed in March 2025."
    ),
    "/gates": news_page("Gates", "2025-04-01", "Engineers repaired 14 gates of the Mangla Dam."),
}
CONFIG = """
contact = "desk@example.org"
[web]
allow = ["127.0.0.1"]
per_host_interval_s = 0
backoff_s = 0.01
retries = 1
[models]
stance = "none"
[report]
formats = ["md", "html", "json", "claimreview", "csv"]
[archive]
keep_days = 0
[sources.notes]
type = "folder"
path = "notes"
[sources.list]
type = "pages"
urls = ["{url}/dam", "{url}/missing", "{url}/not-today", "{url}/broken.pdf"]
[sources.engine]
type = "brave"
api = "{url}/search"
queries = 1
"""


def site(asked: Asked) -> Answer:
    """Pages, failures, and a search engine that refuses every query but those about gates."""
    if asked.path in PAGES:
        return PAGES[asked.path]
    if asked.path == "/search" and "gates" in asked.query["q"]:
        assert asked.headers["x-subscription-token"] == KEY
        found = [{"url": f"{asked.headers['host'].join(('http://', ''))}/gates", "title": "Gates"}]
        return as_json({"query": {}, "web": {"results": found}})
    if asked.path == "/search":
        return as_json({"error": {"code": "RATE_LIMITED", "detail": "slow down"}}, 429)
    if asked.path == "/broken.pdf":
        return Answer(b"%PDF-1.4 and nothing else", "application/pdf")
    return Answer(b"no", status=503 if asked.path == "/not-today" else 404)


@dataclass(frozen=True)
class Desk:
    """A configuration, and the report that was made with it before its world went away."""

    config: Path
    report: Path

    @property
    def value(self) -> dict:
        return json.loads((self.report / "report.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    base = tmp_path_factory.mktemp("desk")
    (base / "notes").mkdir()
    (base / "notes" / "gates.md").write_text("The Mangla Dam has gates. They were repaired.\n")
    (base / "article.txt").write_text(ARTICLE)
    config = base / "verify.toml"
    with pytest.MonkeyPatch.context() as environ, LocalServer(site) as server:
        environ.delenv("PREFECT_API_URL", raising=False)
        environ.setenv("BRAVE_API_KEY", KEY)
        config.write_text(CONFIG.replace("{url}", server.url))
        order = ["check", str(base / "article.txt"), "--published", "2025-05-01", "--quiet"]
        assert cli.run([*order, "--config", str(config)]) == 0
    # Now there is no site, no key, and another folder of notes.
    shutil.rmtree(base / "notes")
    (base / "notes").mkdir()
    (base / "notes" / "new.md").write_text("The Tarbela Dam was never closed.\n")
    (report,) = (path.parent for path in base.glob("reports/*/report.json"))
    return Desk(config, report)


def replayed(desk: Desk, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    status = cli.run(["replay", str(desk.report), "--config", str(desk.config), *options])
    return status, " ".join(capsys.readouterr().out.split())


def test_the_report_to_be_replayed_holds_evidence_and_failures_of_every_sort(desk: Desk) -> None:
    told = {(g["stage"], g["source"], g["reason"]) for g in desk.value["gaps"]}
    assert told == {
        ("fetch", "list", "not_found"),
        ("fetch", "list", "server_error"),
        ("extract", "list", "bad_answer"),
        ("fetch", "engine", "rate_limited"),
    }
    sources = {e["document"]["source"] for c in desk.value["claims"] for e in c["evidence"]}
    assert sources == {"notes", "list", "engine"}
    assert KEY not in desk.config.parent.joinpath("verify.toml").read_text()


def test_a_report_comes_out_the_same_byte_for_byte(
    desk: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, said = replayed(desk, capsys, "--out", str(tmp_path))
    assert (status, said.partition(" Report")[0]) == (0, "the same report, byte for byte")
    assert (tmp_path / desk.report.name / "report.html").exists()


def test_so_does_one_that_the_shipped_models_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was measured at each confidence, and what pages state in the claim's words."""
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    (tmp_path / "notes").mkdir()
    told = "The Tarbela Dam was closed in March 2025, as it had been before.\n"
    (tmp_path / "notes" / "dam.md").write_text(f"---\ndate: 2025-04-30\n---\n{told}")
    (tmp_path / "article.txt").write_text(ARTICLE)
    config = tmp_path / "verify.toml"
    notes = '[sources.notes]\ntype = "folder"\npath = "notes"\n'
    config.write_text(f'contact = "desk@example.org"\n{notes}[report]\nformats = ["md", "json"]\n')
    order = ["check", str(tmp_path / "article.txt"), "--published", "2025-05-01", "--quiet"]
    assert cli.run([*order, "--config", str(config)]) == 0
    (report,) = (path.parent for path in tmp_path.glob("reports/*/report.json"))
    shutil.rmtree(tmp_path / "notes")
    (tmp_path / "notes").mkdir()
    capsys.readouterr()
    assert replayed(Desk(config, report), capsys) == (0, "the same report, byte for byte")
    value = Desk(config, report).value
    assert len(value["calibration"]) > 6
    assert any(e["stated"] for c in value["claims"] for e in c["evidence"])


def test_a_claim_that_would_be_decided_otherwise_is_named(
    desk: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    value = desk.value
    value["claims"][0]["verdict"]["label"] = "refuted"
    value["provenance"]["rules"] = "0" * 64
    folder = tmp_path / desk.report.name
    folder.mkdir()
    (folder / "report.json").write_text(json.dumps(value), "utf-8")
    status, said = replayed(Desk(desk.config, folder), capsys)
    assert status == 1
    assert f"refuted → not_enough_evidence: {value['claims'][0]['text']}" in said
    assert "comes out otherwise: report.json (changed since: rules)" in said


def test_a_source_that_is_configured_no_more_is_said(
    desk: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    config = tmp_path / "verify.toml"
    config.write_text(desk.config.read_text().replace("sources.engine", "sources.other"))
    assert cli.run(["replay", str(desk.report), "--config", str(config)]) == 1
    assert "asked engine, which the configuration no longer has" in capsys.readouterr().err


def test_pruning_keeps_all_that_a_kept_report_rests_on_and_nothing_else(
    desk: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def archive(*words: str) -> str:
        assert cli.run(["archive", *words, "--config", str(desk.config)]) == 0
        return " ".join(capsys.readouterr().out.split())

    before = archive()
    assert archive("prune") == "0 records removed; 1 reports keep theirs"
    assert archive() == before
    assert "each as its sha256 says" in archive("verify")
    assert replayed(desk, capsys)[0] == 0
    shutil.move(desk.report, tmp_path / "away")
    try:
        with Archive(desk.config.parent / ".verify" / "archive") as kept:
            bodies = kept.size().bodies
        assert archive("prune") == f"{bodies} records removed; 0 reports keep theirs"
    finally:
        shutil.move(tmp_path / "away", desk.report)
