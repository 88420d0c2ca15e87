"""The review page in a real browser: deciding by keyboard, undo, two reviewers colliding."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from tests.test_report_browser import CONTRAST, Browser, start_browser
from tests.test_report_sample import report
from verify.report import write
from verify.review.app import create_app
from verify.review.serve import listening
from verify.store import StoredDecisions
from verify.store.database import connect

TOKEN = "a-token-long-enough-for-a-test"


@dataclass(frozen=True)
class Room:
    """A review page that runs, and what it keeps."""

    address: str
    decisions: StoredDecisions
    folder: Path


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    found = start_browser(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    folder = write(report(), tmp_path / "reports", ["md", "json"])
    with connect(f"sqlite:///{tmp_path}/desk.sqlite") as store, listening(0) as bound:
        decisions = store.decisions
        app = create_app(tmp_path / "reports", decisions, TOKEN)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        yield Room(f"http://127.0.0.1:{bound.getsockname()[1]}/{TOKEN}/", decisions, folder)
        server.should_exit = True
        thread.join(10)


def name(browser: Browser, reviewer: str) -> None:
    browser.run(f"document.getElementById('reviewer').value = {reviewer!r}")
    browser.run("document.activeElement.blur()")


def wait_for(browser: Browser, selector: str) -> None:
    """Until the page shows it and listens: a key pressed earlier reaches the page before, or none.

    Before htmx has settled, a form is sent by the browser itself, and the page that comes back
    has no script until it is complete.
    """
    listens = "document.readyState === 'complete' && !document.querySelector"
    browser.wait(
        f"document.querySelector({selector!r}) && {listens}"
        "('.htmx-request, .htmx-swapping, .htmx-settling')"
    )


def open_claim(browser: Browser, room: Room, words: str) -> None:
    browser.open(room.address)
    links = "[...document.querySelectorAll('.queue a')]"
    browser.run(f"{links}.find(a => a.innerText.includes({words!r})).click()")
    wait_for(browser, ".decide")
    wait_for(browser, "h1.said")


def test_the_worst_and_least_certain_claim_is_first_and_a_key_leads_to_the_next(
    browser: Browser, room: Room
) -> None:
    browser.size(1200)
    browser.open(room.address)
    assert browser.run("document.querySelectorAll('.queue li').length") == 7
    assert "permanent ceasefire" in browser.run("document.querySelector('.queue li').innerText")
    open_claim(browser, room, "permanent ceasefire")
    name(browser, "Reviewer One")
    browser.press("a")
    wait_for(browser, ".notice")
    assert "permanent ceasefire" not in browser.run("document.querySelector('h1.said').innerText")
    (made,) = room.decisions.all("")
    assert (made.action, made.label, made.reviewer) == ("agree", "refuted", "Reviewer One")
    assert browser.complaints() == []
    browser.press("u")
    wait_for(browser, ".history")
    assert [d.action for d in room.decisions.all("")] == ["agree", "withdraw"]
    browser.open(room.address)
    assert browser.run("document.querySelectorAll('.queue li').length") == 7


def test_a_note_is_typed_and_kept_with_the_decision(browser: Browser, room: Room) -> None:
    open_claim(browser, room, "peacekeeping")
    name(browser, "Reviewer One")
    browser.press("/")
    browser.type("200,000 troops since 1960.\n\nSee the Foreign Office.")
    browser.press("Escape")
    browser.press("s")
    wait_for(browser, ".notice")
    (made,) = room.decisions.all("")
    assert (made.action, made.label) == ("change", "supported")
    assert made.note == "200,000 troops since 1960.\nSee the Foreign Office."


def test_who_gives_no_name_cannot_decide_and_loses_no_note(browser: Browser, room: Room) -> None:
    open_claim(browser, room, "peacekeeping")
    browser.run("localStorage.clear()")
    name(browser, "")
    browser.press("/")
    browser.type("a thought")
    browser.press("Escape")
    browser.press("s")
    wait_for(browser, ".conflict")
    assert "name" in browser.run("document.querySelector('.conflict').innerText")
    assert browser.run("document.getElementById('note').value") == "a thought"
    assert room.decisions.all("") == ()


def test_two_reviewers_who_collide_are_told_and_both_decisions_are_kept(
    browser: Browser, room: Room, tmp_path_factory: pytest.TempPathFactory
) -> None:
    second = start_browser(tmp_path_factory.mktemp("other"))
    try:
        open_claim(browser, room, "peacekeeping")
        open_claim(second, room, "peacekeeping")
        name(browser, "Reviewer One")
        browser.press("s")
        wait_for(browser, ".notice")
        name(second, "Reviewer Two")
        second.press("/")
        second.type("my own reason")
        second.press("Escape")
        second.press("r")
        wait_for(second, ".conflict")
        told = second.run("document.querySelector('.conflict').innerText")
        assert "Reviewer One" in told
        assert len(room.decisions.all("")) == 1
        assert second.run("document.getElementById('note').value") == "my own reason"
        second.press("r")
        second.wait("!document.querySelector('.conflict') || document.querySelector('.done')")
    finally:
        second.close()
    assert [(d.reviewer, d.label) for d in room.decisions.all("")] == [
        ("Reviewer One", "supported"),
        ("Reviewer Two", "refuted"),
    ]
    browser.open(room.address)
    browser.wait("document.body.innerText.includes('reviewers disagree')")


@pytest.mark.parametrize("width", [360, 1200])
def test_both_pages_fit_and_can_be_read(browser: Browser, room: Room, width: int) -> None:
    browser.size(width)
    for dark in (False, True):
        browser.dark(dark)
        open_claim(browser, room, "permanent ceasefire")
        assert browser.run("document.documentElement.scrollWidth") <= width
        assert browser.run(CONTRAST) == []
        browser.open(room.address)
        assert browser.run("document.documentElement.scrollWidth") <= width
        assert browser.run(CONTRAST) == []


def test_axe_finds_no_violation(browser: Browser, room: Room) -> None:
    """In the queue, on a claim, after a decision, where a name is missing, with a history."""
    for width, dark in ((1200, False), (360, True)):
        browser.size(width)
        browser.dark(dark)
        open_claim(browser, room, "permanent ceasefire")
        assert browser.violations() == []
        name(browser, "")
        browser.press("r")
        wait_for(browser, ".conflict")
        assert browser.violations() == []
        browser.open(room.address)
        assert browser.violations() == []
    name_and_decide(browser, room)
    assert browser.violations() == []
    browser.press("b")
    wait_for(browser, ".history")
    assert browser.violations() == []


def name_and_decide(browser: Browser, room: Room) -> None:
    open_claim(browser, room, "permanent ceasefire")
    name(browser, "Reviewer One")
    browser.press("s")
    wait_for(browser, ".notice")


def test_tab_reaches_every_control_in_the_order_of_the_page(browser: Browser, room: Room) -> None:
    browser.size(1200)
    open_claim(browser, room, "permanent ceasefire")
    wanted = browser.run(
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, "
        "summary')].filter(e => e.checkVisibility()).length"
    )
    seen = list[str]()
    for _ in range(wanted):
        browser.press("Tab")
        seen.append(
            browser.run(
                "(() => { const e = document.activeElement; const r = e.getBoundingClientRect();"
                "return e.tagName + [...document.querySelectorAll('*')].indexOf(e)"
                " + (r.width * r.height > 0 ? '' : ' hidden') })()"
            )
        )
    assert len(set(seen)) == wanted
    places = [int("".join(filter(str.isdigit, one))) for one in seen]
    assert places == sorted(places)
    assert not [one for one in seen if "hidden" in one]


def test_a_page_that_is_loaded_again_shows_what_was_decided(browser: Browser, room: Room) -> None:
    name_and_decide(browser, room)
    browser.press("b")
    wait_for(browser, ".history")
    browser.call("Page.reload")
    browser.wait("document.readyState === 'complete' && document.querySelector('.history li')")
    history = browser.run("document.querySelector('.history').innerText")
    assert "Reviewer One" in history
    assert "changed it to supported" in history
    assert len(room.decisions.all("")) == 1


def test_at_twice_the_size_nothing_is_cut_off(browser: Browser, room: Room) -> None:
    browser.size(600, 450)  # a window of 1200 by 900 at 200 %
    open_claim(browser, room, "permanent ceasefire")
    assert browser.run("document.documentElement.scrollWidth") <= 600
    covered = browser.run(
        "(() => { const d = document.querySelector('.decide').getBoundingClientRect();"
        "return getComputedStyle(document.querySelector('.decide')).position === 'sticky'"
        " && d.height > innerHeight / 2 })()"
    )
    assert not covered
