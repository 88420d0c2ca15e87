"""Average two stance networks in weight space.

    python -m training.average_stance --exported OLD/stance.onnx --weights build/stance/stance.pt \\
        --out build/stance/average.pt

For a network and the one it was trained on from (Wortsman et al., 2022, "Robust fine-tuning of
zero-shot models"): both lie in one basin, and their middle measured better on sets that
neither was trained on (docs/stance.md).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.warm_start import exported_weights


def main() -> None:
    """Average, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--exported", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the exported network")
    args = parser.parse_args()
    old = exported_weights(args.exported)
    new = torch.load(args.weights, map_location="cpu")
    mixed = {
        name: args.share * old[name] + (1 - args.share) * value if name in old else value
        for name, value in new.items()
    }
    torch.save(mixed, args.out)


if __name__ == "__main__":
    main()
