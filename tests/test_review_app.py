"""The review page over HTTP: who may call it, and what is kept."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import uvicorn
from bs4 import BeautifulSoup

from tests.test_report_folder import AGREE, edit, lines
from tests.test_report_md import HOSTILE, hostile_report
from tests.test_report_sample import report
from verify.errors import ReviewError
from verify.report import write
from verify.report.decisions import Decision, keys
from verify.review.app import MAX_FORM, create_app
from verify.review.serve import listening
from verify.store import StoredDecisions
from verify.store.database import connect

TOKEN = "a-token-long-enough-for-a-test"
FOLDER = "2025-12-20-pakistan-offers-troops-for-gaza-force-us-senator-rubio"


class NoDecisions:
    """A desk where nobody has decided anything yet."""

    def append(self, decision: Decision) -> None:
        raise AssertionError("nobody decides here")

    def all(self, article_sha256: str) -> tuple[Decision, ...]:
        return ()


NO_DECISIONS = NoDecisions()


@dataclass(frozen=True)
class Room:
    """A review page that runs, and what it keeps."""

    client: httpx.Client
    decisions: StoredDecisions
    reports: Path

    def page(self, path: str = "") -> BeautifulSoup:
        answer = self.client.get(f"/{TOKEN}/{path}")
        assert answer.status_code == 200
        return BeautifulSoup(answer.text, "html.parser")

    def form(self, path: str, **fields: str) -> dict[str, str]:
        hidden = self.page(path).select(".decide input[type=hidden]")
        return {i["name"]: i["value"] for i in hidden} | {"reviewer": "Reviewer One"} | fields

    def send(self, path: str, form: dict[str, str], **headers: str) -> httpx.Response:
        return self.client.post(f"/{TOKEN}/{path}", data=form, headers=headers)


@pytest.fixture
def room(tmp_path: Path, database: str) -> Iterator[Room]:
    reports = tmp_path / "reports"
    write(report(), reports, ["md", "json", "claimreview"])
    with connect(database) as store, listening(0) as bound:
        decisions = store.decisions
        app = create_app(reports, decisions, TOKEN)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{bound.getsockname()[1]}"
        with httpx.Client(base_url=address, trust_env=False, timeout=30) as client:
            yield Room(client, decisions, reports)
        server.should_exit = True
        thread.join(10)


def path_of(number: int = 0) -> str:
    """The page of the claim at that place in the report."""
    made = report()
    return f"{FOLDER}/{keys(made.verdicts)[made.verdicts[number].claim.id].words}"


def test_only_the_address_with_its_token_opens_the_page(room: Room) -> None:
    for path in ("/", "/static/htmx.min.js", "/wrong-token-of-some-length/", f"/{TOKEN}x/"):
        assert room.client.get(path).status_code == 403
    assert room.client.get(f"/{TOKEN}/").status_code == 200
    assert room.client.get(f"/{TOKEN}/static/htmx.min.js").status_code == 200
    assert room.client.get(f"/{TOKEN}/static/page.css").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_a_name_that_was_pointed_at_this_machine_gets_nothing(room: Room, host: str) -> None:
    assert room.client.get(f"/{TOKEN}/", headers={"Host": host}).status_code == 403


def test_this_machine_by_its_name_gets_in(room: Room) -> None:
    port = room.client.base_url.port
    headers = {"Host": f"localhost:{port}"}
    assert room.client.get(f"/{TOKEN}/", headers=headers).status_code == 200


def test_another_site_cannot_send_a_decision(room: Room) -> None:
    form = room.form(path_of(), say="supported")
    assert room.send(path_of(), form, origin="https://evil.example").status_code == 403
    assert room.send(path_of(), form, origin="null").status_code == 403
    assert room.send(path_of(), form, **{"sec-fetch-site": "cross-site"}).status_code == 403
    assert room.send(path_of(), form | {"csrf": "0" * 64}).status_code == 403
    assert room.decisions.all("") == ()
    own = str(room.client.base_url).rstrip("/")
    assert room.send(path_of(), form, origin=own).status_code == 303


def test_the_page_may_load_nothing_from_elsewhere(room: Room) -> None:
    headers = room.client.get(f"/{TOKEN}/").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


def test_a_short_token_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="too short"):
        create_app(tmp_path, NO_DECISIONS, "short")


def test_a_decision_is_written_into_every_file_of_the_report(room: Room) -> None:
    form = room.form(path_of(), say="refuted", note="I saw the record.")
    assert room.send(path_of(), form).status_code == 303
    room.page()  # the files are written after the answer, before the next one is begun
    until = datetime.now(UTC).timestamp() + 10
    folder = room.reports / FOLDER
    while "agree" not in lines(folder)[0] and datetime.now(UTC).timestamp() < until:
        pass
    assert lines(folder)[0].endswith("agree | by: Reviewer One | note: I saw the record.")
    (made,) = room.decisions.all("")
    assert (made.action, made.kind, made.via) == ("agree", "office", "page")


def test_an_edit_in_the_markdown_file_comes_before_a_decision_in_the_page(room: Room) -> None:
    edit(room.reports / FOLDER, 4, AGREE)
    room.send(path_of(), room.form(path_of(), say="supported"))
    assert [d.via for d in room.decisions.all("")] == ["markdown", "page"]


def test_a_page_opened_before_somebody_elses_decision_is_a_collision(room: Room) -> None:
    first = room.form(path_of(), say="supported")
    second = room.form(path_of(), say="refuted", reviewer="Reviewer Two", note="my reason")
    assert room.send(path_of(), first).status_code == 303
    answer = room.send(path_of(), second)
    assert answer.status_code == 409
    page = BeautifulSoup(answer.text, "html.parser")
    assert "Reviewer One" in page.select_one(".conflict").get_text()
    assert page.select_one("#note").get_text() == "my reason"
    after = page.select_one("#decide input[name=after]")["value"]
    assert room.send(path_of(), second | {"after": after}).status_code == 303
    assert {d.reviewer for d in room.decisions.all("")} == {"Reviewer One", "Reviewer Two"}


def test_of_many_decisions_at_once_one_is_taken_and_the_rest_are_told(room: Room) -> None:
    forms = [room.form(path_of(), say="supported", reviewer=f"R{n}") for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda f: room.send(path_of(), f).status_code, forms))
    assert sorted(answers) == [303, 409, 409, 409, 409, 409]
    assert len(room.decisions.all("")) == 1


def test_a_note_needs_no_turn_and_collides_with_nothing(room: Room) -> None:
    form = room.form(path_of(), say="note", note="a remark")
    room.send(path_of(), room.form(path_of(), say="supported", reviewer="Reviewer Two"))
    assert room.send(path_of(), form).status_code == 303
    assert [d.action for d in room.decisions.all("")] == ["change", "note"]


@pytest.mark.parametrize(
    "fields",
    [{"reviewer": " "}, {"say": "true"}, {"say": "note"}, {"say": "undo"}, {"say": ""}],
)
def test_a_form_that_decides_nothing_is_answered_with_what_is_missing(
    room: Room, fields: dict[str, str]
) -> None:
    answer = room.send(path_of(), room.form(path_of(), say="supported") | fields)
    assert answer.status_code == 422
    assert BeautifulSoup(answer.text, "html.parser").select_one(".conflict p").get_text()
    assert room.decisions.all("") == ()


def test_a_form_of_a_megabyte_is_refused(room: Room) -> None:
    form = room.form(path_of(), say="supported", note="x" * MAX_FORM)
    assert room.send(path_of(), form).status_code == 413


@pytest.mark.parametrize("path", ["nowhere/000000000000", "..%2F..%2Fetc/passwd", f"{FOLDER}/x"])
def test_a_claim_that_is_not_there_is_said_so(room: Room, path: str) -> None:
    assert room.client.get(f"/{TOKEN}/{path}").status_code == 404


def test_the_queue_has_the_worst_and_least_certain_first(room: Room) -> None:
    shown = [e.get_text().strip() for e in room.page().select(".queue .sure")]
    assert shown[:2] == ["likely (0.88)", "all but certain (0.99)"]
    assert len(shown) == 7
    assert len(room.page("?show=all").select(".queue li")) == 8


def test_a_long_queue_comes_in_parts_and_nothing_is_left_out(room: Room) -> None:
    known = json.loads((room.reports / FOLDER / "report.json").read_text("utf-8"))
    for number in range(30):
        known["article"]["sha256"] = f"{number:064d}"
        (room.reports / f"copy-{number}").mkdir()
        (room.reports / f"copy-{number}" / "report.json").write_text(json.dumps(known), "utf-8")
    first, second = room.page(), room.page("?from=200")
    assert len(first.select(".queue li")) == 200
    assert first.select_one("[data-key=j]")["href"] == f"/{TOKEN}/?from=200"
    assert len(second.select(".queue li")) == 31 * 7 - 200
    assert second.select_one("[data-key=j]") is None
    links = {a["href"] for page in (first, second) for a in page.select(".queue a")}
    assert len(links) == 31 * 7
    for odd in ("-1", "x", "²", "9999999"):
        assert room.client.get(f"/{TOKEN}/", params={"from": odd}).status_code == 200


@pytest.mark.parametrize("words", HOSTILE)
def test_text_from_outside_makes_no_element_in_the_page(
    tmp_path: Path, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    from verify.review.pages import render
    from verify.review.queue import Shelf

    caplog.set_level(logging.ERROR)
    write(hostile_report(words), tmp_path, ["json"])
    shelf = Shelf(tmp_path, NO_DECISIONS)
    (item,) = shelf.queue()
    values = {"done": item, "problem": words, "form": None, "others": (), "base": "/t", "csrf": ""}
    html = render("claim.html.j2", item=item, c=item.view(), waiting=1, next=item, previous=item,
                  **values)  # fmt: skip
    page = BeautifulSoup(html, "html.parser")
    assert {s["src"] for s in page.find_all("script")} == {
        "/t/static/htmx.min.js",
        "/t/static/review.js",
    }
    assert not page.find_all(["img", "iframe", "style", "svg", "base"])
    for element in page.find_all(True):
        assert not [n for n in element.attrs if n.startswith(("on", "style"))]
        assert element.get("href", "/t").startswith("/t")
