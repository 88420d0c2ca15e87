"""The float weights back out of an exported stance network, to train it further.

The export rounds each weight to seven bits, by output channel; what comes back is
close enough to start from, and training mends the rest. The embedding matrix was
never trained and stays that of the base model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

BIAS = ".bias"
LAYER = "encoder.encoder.layer."


def exported_weights(path: Path) -> dict[str, Tensor]:
    """Names and values of the encoder's and heads' parameters. Raises ValueError."""
    graph = onnx.load(str(path)).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {
        name: torch.from_numpy(np.array(value, dtype=np.float32))
        for name, value in held.items()
        if name == "gathered"
        or (
            name.startswith(("encoder.", "head.", "words."))
            and name.endswith((BIAS, "LayerNorm.weight"))
        )
    }
    for bias, matrix in _products(graph):
        whole = held[f"{matrix}_quantized"].astype(np.float32) * held[f"{matrix}_scale"]
        found[bias.removesuffix(BIAS) + ".weight"] = torch.from_numpy(whole.T.copy())
    if "head.weight" not in found:
        raise ValueError(f"{path} is not a quantised stance network")
    return found


def weights_in(path: Path) -> dict[str, Tensor]:
    """The parameters of a network that was exported (.onnx) or saved (.pt). Raises ValueError."""
    if path.suffix == ".onnx":
        return exported_weights(path)
    saved: dict[str, Tensor] = torch.load(path, map_location="cpu")
    return saved


def layers_in(weights: Mapping[str, Tensor]) -> int:
    """How many layers the encoder of these parameters has; 0 where they have none of it."""
    numbers = (int(name.split(".")[3]) for name in weights if name.startswith(LAYER))
    return 1 + max(numbers, default=-1)


def _products(graph: onnx.GraphProto) -> Iterator[tuple[str, str]]:
    """Each quantised matrix beside the bias that is added to its product."""
    readers: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        at = node
        while at.op_type != "Add":
            at = readers[at.output[0]][0]
        yield (
            next(n for n in at.input if n.endswith(BIAS)),
            node.input[1].removesuffix("_quantized"),
        )
