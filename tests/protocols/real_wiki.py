"""A real MediaWiki from Debian's packages (mediawiki, php-cli, php-sqlite3), on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path("/usr/share/mediawiki")
APT = "apt-get install --no-install-recommends mediawiki php-cli php-sqlite3"
PASSWORD = "0nly-for-the-test"

# title → (timestamp, wikitext) of each revision, oldest first
Pages = Mapping[str, Sequence[tuple[str, str]]]


def missing() -> str:
    """Why a real wiki cannot be started here; "" where it can."""
    if not (ROOT / "api.php").is_file() or shutil.which("php") is None:
        return f"MediaWiki is not installed ({APT})"
    found = subprocess.run(["php", "-m"], capture_output=True, text=True, check=False).stdout
    return "" if "pdo_sqlite" in found else f"PHP has no SQLite ({APT})"


@contextmanager
def real_wiki(folder: Path, pages: Pages) -> Iterator[str]:
    """Install a wiki in `folder`, give it `pages`, serve it; yields the address of its root."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    _install(folder, address)
    _configure(folder)
    _load(folder, pages)
    environ = {**os.environ, **_config(folder), "PHP_CLI_SERVER_WORKERS": "2"}
    command = ["php", "-S", f"127.0.0.1:{port}", "-t", str(ROOT)]
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_for(f"{address}/api.php?action=query&meta=siteinfo&format=json")
            yield address
        finally:
            server.terminate()


def _config(folder: Path) -> dict[str, str]:
    return {"MW_CONFIG_FILE": str(folder / "LocalSettings.php")}


def _php(script: str, *arguments: str, environ: Mapping[str, str] | None = None) -> None:
    """One of MediaWiki's own maintenance scripts."""
    command = ["php", str(ROOT / "maintenance" / script), *arguments]
    done = subprocess.run(
        command, env={**os.environ, **(environ or {})}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{script}: {done.stdout[-500:]} {done.stderr[-500:]}"


def _install(folder: Path, address: str) -> None:
    _php(
        "install.php",
        *("--dbtype", "sqlite", "--dbname", "wiki", "--dbpath", str(folder / "data")),
        *("--confpath", str(folder), "--scriptpath", "", "--server", address),
        *("--pass", PASSWORD, "--with-extensions=TextExtracts", "Desk", "Admin"),
    )


def _configure(folder: Path) -> None:
    """With `?private=1` in the address of its interface, the wiki is one that needs an account."""
    with (folder / "LocalSettings.php").open("a", encoding="utf-8") as settings:
        settings.write("if (isset($_GET['private'])) $wgGroupPermissions['*']['read'] = false;\n")


def _load(folder: Path, pages: Pages) -> None:
    """Import revisions with their own times, and index them for search."""
    dump = folder / "pages.xml"
    dump.write_text(_dump(pages), "utf-8")
    _php("importDump.php", "--quiet", str(dump), environ=_config(folder))
    _php("rebuildtextindex.php", environ=_config(folder))


def _dump(pages: Pages) -> str:
    return (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11"'
        ' xml:lang="en">'
        + "".join(
            f"<page><title>{escape(title)}</title><ns>0</ns>"
            + "".join(_revision(*revision) for revision in revisions)
            + "</page>"
            for title, revisions in pages.items()
        )
        + "</mediawiki>"
    )


def _revision(moment: str, wikitext: str) -> str:
    return (
        f"<revision><timestamp>{moment}</timestamp><contributor><username>Desk</username>"
        f'</contributor><text xml:space="preserve">{escape(wikitext)}</text>'
        "<model>wikitext</model><format>text/x-wiki</format></revision>"
    )


def _wait_for(url: str) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(100):
        try:
            with opener.open(url, timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the wiki did not come up")
