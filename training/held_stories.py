"""The written stories that are kept from training, as rows for `benchmarks.verdict`.

    python -m training.held_stories --out build/held

One file a form: each claim beside all passages of its story, each passage a paragraph. Calibration
and operating points can so be read on news, too, of which the development sets have none.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.stance_rows import held_out
from training.written import FOLDER, LABELS, Story, stories

NAMES = {label: name for name, label in LABELS.items()}


def rows(story: Story) -> Iterator[dict[str, Any]]:
    """A row a claim: id, claim, evidence, label."""
    for i, claim in enumerate(story.claims):
        yield {
            "id": f"{story.id}-{i}",
            "claim": claim.text,
            "evidence": list(story.passages),
            "label": NAMES[claim.label],
        }


def main(argv: list[str] | None = None) -> None:
    """Write `held_FORM.jsonl` for each form."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=Path, default=FOLDER)
    parser.add_argument("--out", type=Path, default=Path("build/held"))
    args = parser.parse_args(argv)
    made: dict[str, list[str]] = defaultdict(list)
    for story in stories(args.stories):
        if held_out(story.id):
            made[story.form] += [json.dumps(r, ensure_ascii=False) + "\n" for r in rows(story)]
    args.out.mkdir(parents=True, exist_ok=True)
    for form, lines in made.items():
        (args.out / f"held_{form}.jsonl").write_text("".join(lines), "utf-8")
        print(f"{form}: {len(lines)} claims")


if __name__ == "__main__":
    main()
