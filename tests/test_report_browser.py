"""The HTML report in a real browser: by keyboard, filtered, narrow, in print, and quiet.

The browser is Debian's or Google's Chromium; without one these tests are skipped.
"""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.npm_tools import axe
from tests.test_report_sample import article, claim, evidence, report
from verify.report import write, write_index
from verify.types import Label, Report, Verdict

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class Browser:
    """One page of a headless Chromium, driven over its debugging protocol."""

    def __init__(self, program: str, profile: Path) -> None:
        self._process = subprocess.Popen(
            [
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                f"--user-data-dir={profile}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        self._page = self._attach(profile / "DevToolsActivePort")
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def _attach(self, file: Path) -> ClientConnection:
        port, path = self._until(lambda: file.read_text().split("\n") if file.exists() else [])
        self._root = connect(f"ws://127.0.0.1:{port}{path}", max_size=None)
        self._root.send(json.dumps({"id": 0, "method": "Target.getTargets"}))
        while "result" not in (answer := json.loads(self._root.recv(timeout=30))):
            pass
        page = next(t for t in answer["result"]["targetInfos"] if t["type"] == "page")
        address = f"ws://127.0.0.1:{port}/devtools/page/{page['targetId']}"
        return connect(address, max_size=None)

    @staticmethod
    def _until(ready: Callable[[], Any], seconds: float = 60) -> Any:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := ready():
                return found
            time.sleep(0.03)
        raise AssertionError("the browser was not ready in time")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._page.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer: dict[str, Any] = json.loads(self._page.recv(timeout=60))
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self.events.append(answer)

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def open(self, address: str) -> None:
        self.events.clear()
        self.call("Page.navigate", url=address)
        self.wait(f"location.href.startsWith({json.dumps(address.partition('#')[0])})")
        self.wait("document.readyState === 'complete'")

    def wait(self, condition: str) -> None:
        self._until(lambda: self.run(f"Boolean({condition})"), 30)

    def press(self, key: str) -> None:
        text = {"Enter": "\r", "Tab": "", "Escape": ""}.get(key, key)
        codes = {"Enter": 13, "Tab": 9, "Escape": 27}
        code = codes.get(key) or ord(key.upper())
        same = {"key": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **same)
        self.call("Input.dispatchKeyEvent", type="keyUp", **same)

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def size(self, width: int, height: int = 900) -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def dark(self, on: bool) -> None:
        value = "dark" if on else "light"
        feature = {"name": "prefers-color-scheme", "value": value}
        self.call("Emulation.setEmulatedMedia", features=[feature])

    def picture(self, path: Path) -> None:
        data = self.call("Page.captureScreenshot")["data"]
        path.write_bytes(base64.b64decode(data))

    def requested(self) -> list[str]:
        """Addresses asked for since the page was opened."""
        sent = [e for e in self.events if e["method"] == "Network.requestWillBeSent"]
        return [e["params"]["request"]["url"] for e in sent]

    def complaints(self) -> list[str]:
        """Errors that the page or its policy caused."""
        logged = [e["params"]["entry"] for e in self.events if e["method"] == "Log.entryAdded"]
        thrown = [str(e) for e in self.events if e["method"] == "Runtime.exceptionThrown"]
        return thrown + [e["text"] for e in logged if e["level"] == "error"]

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page as it stands."""
        self.call("Runtime.evaluate", expression=axe())
        found = self.call(
            "Runtime.evaluate",
            expression="axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))",
            awaitPromise=True,
            returnByValue=True,
        )
        return list(found["result"]["value"])

    def close(self) -> None:
        self._root.close()
        self._page.close()
        self._process.kill()
        self._process.wait()


def start_browser(profile: Path) -> Browser:
    """A browser, or the test is skipped with the reason."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    return Browser(program, profile)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    found = start_browser(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture
def address(tmp_path: Path, browser: Browser) -> str:
    browser.size(1400)
    browser.dark(False)
    return (write(report(), tmp_path, ["html"]) / "report.html").as_uri()


def big(claims: int, passages: int) -> Report:
    """A report of many claims, each with its share of passages."""
    line = "The ministry said on day {n} that {n} lorries had crossed the river at dawn. "
    on = article("A long day\n\n" + "\n".join(line.format(n=n) * 2 for n in range(claims)), "Long")
    each = passages // claims
    labels = [x for x in Label if x is not Label.NOT_CHECKABLE]
    made = [
        Verdict(
            claim(on, line.format(n=n).strip(), nth=n),
            labels[n % len(labels)],
            0.8,
            "stance",
            f"Decided by {each} passages.",
            tuple(
                evidence(
                    f"On day {n} about {k} lorries were seen near the crossing, said a witness who "
                    f"had come with {k} others from the town to look for work on the other side.",
                    [(0.8, 0.1, 0.1), (0.1, 0.8, 0.1), (0.2, 0.2, 0.6)][k % 3],
                    url=f"https://www.example.org/{n}/{k}",
                )
                for k in range(each)
            ),
        )
        for n in range(claims)
    ]
    return report(on, made)


def test_the_page_asks_nothing_of_anybody_and_its_policy_lets_it_work(
    browser: Browser, address: str
) -> None:
    browser.open(address)
    assert browser.run("document.querySelectorAll('details.claim').length") == 8
    assert browser.requested() == [address]
    assert browser.complaints() == []


def test_a_claim_is_reached_and_opened_by_keyboard_alone(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.press("j")
    browser.press("j")
    current = "document.querySelector('details.claim.current')"
    assert browser.run(f"{current}.id") == "c3"
    assert browser.run("document.activeElement.parentElement.id") == "c3"
    browser.press("Enter")
    browser.wait(f"{current}.open")
    browser.press("t")
    assert browser.run("document.activeElement.id") == "t3"
    browser.press("Enter")
    assert browser.run("document.activeElement.parentElement.id") == "c3"
    assert browser.run("location.hash") == "#c3"


def test_a_click_on_the_text_opens_its_evidence(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.run("document.querySelector('.paper a.mark.v-conflicting').click()")
    assert browser.run("document.querySelector('details.claim.current').open")
    assert browser.run("document.querySelector('details.claim.current').id") == "c4"


def test_filtering_shows_one_verdict_and_says_how_many(browser: Browser, address: str) -> None:
    browser.open(address)
    shown = "[...document.querySelectorAll('details.claim')].filter(c => c.checkVisibility())"
    browser.press("1")
    assert browser.run(f"{shown}.map(c => c.dataset.label).join()") == ",".join(["refuted"] * 4)
    assert browser.run("document.getElementById('status').textContent") == "4 claims shown"
    assert browser.run("document.querySelector('[aria-pressed=true]').dataset.filter") == "refuted"
    browser.press("0")
    assert browser.run(f"{shown}.length") == 8


def test_an_address_with_a_claim_opens_it(browser: Browser, address: str) -> None:
    browser.open("about:blank")
    browser.open(address + "#c5")
    browser.wait("document.querySelector('#c5').open")


@pytest.mark.parametrize("width", [360, 700, 1400])
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, width: int) -> None:
    browser.size(width)
    browser.open(address)
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert browser.run("document.documentElement.scrollWidth") <= width


def test_text_and_verdicts_can_be_read_by_day_and_by_night(browser: Browser, address: str) -> None:
    for on in (False, True):
        browser.dark(on)
        browser.open(address)
        assert browser.run(CONTRAST) == []


# Every text's contrast against what lies behind it: at least 4.5 to 1 (WCAG 2.2, 1.4.3).
CONTRAST = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const over = (top, under) => top.slice(0, 3).map((c, i) =>
    (c * top[3] + under[i] * (255 - top[3])) / 255);
  const behind = (e) => { const layers = [];
    for (let at = e; at; at = at.parentElement)
      layers.push(rgb(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]); };
  const light = (c) => { const [r, g, b] = c.map(v => v / 255).map(v =>
    v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126*r + .7152*g + .0722*b; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.closest('svg, .hidden, .skip, script')) continue;
    const back = behind(e);
    const [a, b] = [light(over(rgb(getComputedStyle(e).color), back)), light(back)];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.push(`${e.className || e.tagName}: ${ratio.toFixed(2)}`);
  }
  return bad; })()"""


def test_every_control_and_picture_has_a_name(browser: Browser, address: str) -> None:
    browser.open(address)
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    wanted = {"button", "link", "textbox", "image", "DisclosureTriangle"}
    nameless = [
        n["role"]["value"]
        for n in nodes
        if not n.get("ignored")
        and n["role"]["value"] in wanted
        and not n.get("name", {}).get("value", "").strip()
    ]
    assert nameless == []
    names = {n.get("name", {}).get("value", "") for n in nodes}
    assert any(name.startswith("claim 4, conflicting") for name in names)


@pytest.mark.parametrize("width", [360, 1400])
def test_axe_finds_no_violation(browser: Browser, address: str, width: int) -> None:
    browser.size(width)
    for dark in (False, True):
        browser.dark(dark)
        browser.open(address)
        assert browser.violations() == []
        browser.run("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert browser.violations() == []


def test_axe_would_find_a_button_without_a_name(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.run("document.querySelector('.filters button').textContent = ''")
    (found,) = browser.violations()
    assert found.startswith("button-name")


def test_the_index_is_searched_by_words_of_titles_and_claims(
    browser: Browser, tmp_path: Path
) -> None:
    write(report(), tmp_path, ["json", "html"])
    other = article("Older news\n\nIt rained in spring.", published="2019-05-01")
    write(report(other, [Verdict(claim(other, "It rained"), Label.REFUTED, 0.9, "r", "w")]),
          tmp_path, ["json", "html"])  # fmt: skip
    page, _ = write_index(tmp_path)
    for width in (360, 1400):
        browser.size(width)
        browser.open(page.as_uri())
        assert browser.violations() == []
        assert browser.run("document.documentElement.scrollWidth") <= width
    browser.run("document.getElementById('search').focus()")
    browser.type("RAINED news")
    shown = "[...document.querySelectorAll('tbody tr')].filter(r => r.checkVisibility())"
    assert browser.run(f"{shown}.map(r => r.innerText).join()").startswith("Older news")
    assert browser.run("document.getElementById('status').textContent") == "1 of 2 reports"
    assert browser.requested() == [page.as_uri()]
    browser.press("Tab")
    browser.press("Tab")
    browser.press("Enter")
    browser.wait("location.href.endsWith('2019-05-01-older-news/report.html')")


def test_print_shows_all_evidence_and_no_buttons(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.run("dispatchEvent(new Event('beforeprint'))")
    browser.call("Emulation.setEmulatedMedia", media="print")
    assert browser.run("[...document.querySelectorAll('details.claim')].every(d => d.open)")
    assert browser.run(
        "[...document.querySelectorAll('.s-refutes')].every(d => d.checkVisibility())"
    )
    assert not browser.run("document.querySelector('.filters').checkVisibility()")
    browser.call("Emulation.setEmulatedMedia", media="")


def test_three_hundred_claims_are_written_fast_and_filter_at_once(
    browser: Browser, tmp_path: Path
) -> None:
    subject = big(300, 3000)
    begun = time.process_time()
    folder = write(subject, tmp_path, ["md", "html", "json", "csv", "claimreview"])
    assert time.process_time() - begun < 3
    assert (folder / "report.html").stat().st_size < 5_000_000
    browser.size(1400)
    page = (folder / "report.html").as_uri()
    browser.call("Performance.enable", timeDomain="threadTicks")
    browser.open(page)
    assert 0.02 < busy(browser) < 1
    click = "document.querySelectorAll('[data-filter]')[1].click(); document.body.offsetHeight"
    before = busy(browser)
    browser.run(click)
    assert 0 < busy(browser) - before < 1
    assert browser.run("document.getElementById('status').textContent") == "75 claims shown"


def busy(browser: Browser) -> float:
    """Seconds of processor time that the page's main thread has needed since it was opened:
    parsing, layout, script and paint. Other programs on the machine do not count."""
    script = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
    browser.call("Runtime.evaluate", expression=script, awaitPromise=True)
    found = browser.call("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in found if m["name"] == "TaskDuration"))
