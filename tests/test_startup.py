"""What a run does not spend time on, and what it does not leave behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from verify.sources.offices import parse_terms
from verify.web import language


def in_a_process(code: str, **environ: str) -> str:
    kept = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, **environ},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_runtime_of_the_models_leaves_nothing_about_this_machine(tmp_path: Path) -> None:
    code = "from verify.models.sessions import silent_runtime; silent_runtime()"
    in_a_process(code, HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert list(tmp_path.rglob("*")) == []


def test_what_is_written_at_the_end_of_a_process_is_written_without_the_collector(
    tmp_path: Path,
) -> None:
    page = tmp_path / "page.txt"
    code = (
        "import atexit, gc, sys\n"
        "from verify.process import collect_seldom\n"
        "collect_seldom()\n"
        f"atexit.register(lambda: open({str(page)!r}, 'w').write('last'))\n"
        "sys.stdout.write(f'{gc.isenabled()} {gc.get_threshold()[0]}')\n"
    )
    assert in_a_process(code) == "True 10000"
    assert page.read_text() == "last"


def test_the_database_that_is_not_in_use_is_not_imported() -> None:
    code = "import sys, verify.store; print('sqlalchemy.dialects.postgresql' in sys.modules)"
    assert in_a_process(code).strip() == "False"


def test_the_language_model_is_unpacked_by_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    import py3langid

    inside, most = 0, 0

    def classify(text: str) -> tuple[str, float]:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        threading.Event().wait(0.01)
        inside -= 1
        return "en", 1.0

    monkeypatch.setattr(py3langid, "classify", classify)
    threads = [threading.Thread(target=language.load) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_a_date_that_stands_twice_in_a_table_is_one_date() -> None:
    table = (
        b"person,office,jurisdiction,start\nA B,senator,US,2021-01-03\nC D,senator,US,2021-01-03\n"
    )
    one, two = parse_terms(table, "offices.csv")
    assert one.start is two.start
