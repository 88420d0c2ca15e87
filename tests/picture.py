"""A picture of a report's page, as the README shows it.

python -m tests.picture REPORT.html OUT.png
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path

from tests.test_report_browser import start_browser

WIDTH, HEIGHT = 1280, 1360  # of the window
SCALE = 0.7


def main(page: str, out: str) -> None:
    """Take the picture: a tall window, in daylight, smaller than life."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = start_browser(Path(profile))
        try:
            browser.size(WIDTH, HEIGHT)
            browser.dark(False)
            browser.open(Path(page).resolve().as_uri())
            clip = {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "scale": SCALE}
            data = browser.call("Page.captureScreenshot", clip=clip)["data"]
            Path(out).write_bytes(base64.b64decode(data))
        finally:
            browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
