"""Average stance networks in weight space, each with the same share.

    python -m training.average_stance --weights verify/data/stance.onnx build/two/stance.pt \\
        build/three/stance.pt --out build/stance/average.pt

For a network and those that were trained on from it (Wortsman et al., 2022, "Model soups"): all
lie in one basin, and their mean measured better on sets that none was trained on
(docs/stance.md). The embedding matrix, which an export does not give back, is never trained.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from training.warm_start import weights_in


def mean(networks: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor over the networks that have it."""
    names = {name for network in networks for name in network}
    return {
        name: torch.stack([n[name].float() for n in networks if name in n]).mean(0)
        for name in sorted(names)
    }


def main() -> None:
    """Average, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help=".onnx or .pt")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(mean([weights_in(path) for path in args.weights]), args.out)


if __name__ == "__main__":
    main()
