"""Give a stance network more layers, and have it say at first what it said before.

    python -m training.deepen --init verify/data/stance.onnx --after 2 3 4 --out build/deep
    python -m training.train_stance --data DATA --base build/deep --init build/deep/stance.pt …

Each new layer is a copy of the one it follows whose two outputs are zero, so that what comes
in goes out (Wu et al., 2024, "LLaMA Pro"; Chen et al., 2016, "Net2Net"). BERT normalises after
each sum: there the scale and the shift of a new layer are the mean deviation and the mean of
what reaches it, measured on pairs of the package's own stories. Writes a base model's folder
(`config.json`, `model.safetensors`, `tokenizer.json`) and `stance.pt`, and prints by how much
a logit differs.
"""

from __future__ import annotations

import argparse
import copy
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.stance_rows import Row
from training.train_stance import (
    StanceNetwork,
    base_weights,
    begun_from,
    encode,
    pair_tokenizer,
    to_tensors,
)
from training.written import stories

PROBES = 64  # pairs on which the normalisation is measured


def deepened(network: StanceNetwork, after: Sequence[int], inputs: dict[str, Tensor]) -> None:
    """Put a new layer behind each layer named, in place."""
    with torch.inference_mode():
        states = network.encoder(**inputs, output_hidden_states=True).hidden_states
    told = inputs["attention_mask"].bool()
    layers = []
    for number, layer in enumerate(network.encoder.encoder.layer):
        layers.append(layer)
        if number in after:
            layers.append(_silent(layer, states[number + 1][told]))
    network.encoder.encoder.layer = nn.ModuleList(layers)
    network.encoder.config.num_hidden_layers = len(layers)


def _silent(layer: nn.Module, state: Tensor) -> nn.Module:
    """A copy that leaves vectors of this kind (tokens, width) as they are."""
    new = copy.deepcopy(layer)
    scale, shift = state.std(-1, correction=0).mean(), state.mean(-1).mean()
    for part in (new.attention.output, new.output):
        nn.init.zeros_(part.dense.weight)
        nn.init.zeros_(part.dense.bias)
        nn.init.constant_(part.LayerNorm.weight, float(scale))
        nn.init.constant_(part.LayerNorm.bias, float(shift))
    return new


def main(arguments: Sequence[str] | None = None) -> None:
    """Deepen, compare, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--init", type=Path, required=True, help="the network: .onnx or .pt")
    parser.add_argument("--base", type=Path, default=base_weights())
    parser.add_argument("--after", type=int, nargs="+", required=True, help="layers, from 0")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(arguments)
    network = begun_from(args.base, args.init)
    network.eval()
    rows = [
        Row("", " ".join(story.passages), claim.text, (2,))
        for story in stories()[:PROBES]
        for claim in story.claims[:1]
    ]
    inputs, _ = to_tensors(encode(pair_tokenizer(args.base), rows), "cpu")
    with torch.inference_mode():
        before = network(**inputs)
    deepened(network, args.after, inputs)
    with torch.inference_mode():
        moved = (network(**inputs) - before).abs()
    args.out.mkdir(parents=True, exist_ok=True)
    network.encoder.save_pretrained(args.out)
    shutil.copy(args.base / "tokenizer.json", args.out)
    torch.save(network.state_dict(), args.out / "stance.pt")
    figures = {
        "layers": network.encoder.config.num_hidden_layers,
        "mean_difference": round(float(moved.mean()), 4),
        "largest_difference": round(float(moved.max()), 4),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
