"""Lines for people: errors on standard error, results on standard output."""

from __future__ import annotations

import re
from pathlib import Path

from rich.console import Console

from verify.errors import VerifyError

# C0 and C1 controls and the signs that turn the direction of writing: words from
# outside must not colour, move or reorder the lines around them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Text from outside with its control signs replaced."""
    return _UNSEEN.sub("\ufffd", text)


def one_line(error: BaseException) -> str:
    """An error's message without its line breaks."""
    return " ".join(str(error).split())


def complain(error: VerifyError) -> int:
    """One line on standard error; returns the exit status."""
    tell(f"verify: {one_line(error)}")
    return error.status


def tell(line: str) -> None:
    """One line on standard error, as it is."""
    # Made at each call: a console keeps the stream it was made with.
    Console(stderr=True, highlight=False).print(visible(line), markup=False, soft_wrap=True)


def show(line: object) -> None:
    """One line, or a table, on standard output."""
    if isinstance(line, str):
        Console(highlight=False).print(visible(line), markup=False, soft_wrap=True)
    else:
        Console(highlight=False).print(line)


PAGES = ("report.html", "report.md", "report.json")  # what a person opens first


def page_of(folder: Path) -> Path:
    """The file of a report that a person opens: the page, else the text, else the data."""
    return next((folder / name for name in PAGES if (folder / name).exists()), folder)


def open_page(page: Path) -> None:
    """Show a file in the system's browser, or say that there is none."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        tell(f"no browser here: open {page} yourself")
