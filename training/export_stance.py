"""Export the fine-tuned stance network to ONNX and quantise it to int8.

    python -m training.export_stance --weights build/stance/stance.pt --out verify/data

`--base` names the base model of the weights where it is another; its words are then put beside.
Writes `stance.onnx` (dynamic int8: per-channel weights, activations at run
time) and, with `--float`, `stance-float.onnx` beside it for comparison. Prints
sizes, the largest difference of the float export from PyTorch, and how often
int8 and float agree on the label.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

from training.stance_rows import Row
from training.train_stance import (
    StanceNetwork,
    base_weights,
    begun_from,
    encode,
    pair_tokenizer,
    to_tensors,
)

NAMES = ("input_ids", "attention_mask", "token_type_ids")
SAMPLES = [
    Row("", "The bank raised its key rate to 4.5 % in June 2023.", "The bank cut its rate.", (1,)),
    Row("", "Turnout was 61 per cent, the lowest since 1950.", "Turnout was above 60 %.", (0,)),
    Row("", "The minister met the ambassador in Oslo on Monday.", "A treaty was signed.", (2,)),
]


def export(model: StanceNetwork, tokenizer: Tokenizer, path: Path) -> None:
    """Write the float network, with batch and length left open."""
    inputs, _ = to_tensors(encode(tokenizer, SAMPLES), "cpu")
    axes = {name: {0: "pairs", 1: "tokens"} for name in NAMES}
    torch.onnx.export(
        model,
        tuple(inputs[name] for name in NAMES),
        str(path),
        input_names=list(NAMES),
        output_names=["logits"],
        dynamic_axes={**axes, "logits": {0: "pairs"}},
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8 for the matrix products and the embedding table."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(target),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            # Seven bits: the same scores on processors without VNNI, which saturate at eight.
            reduce_range=True,
        )


def run(path: Path, tokenizer: Tokenizer) -> np.ndarray:
    """Logits of an exported network for the samples."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    inputs, _ = to_tensors(encode(tokenizer, SAMPLES), "cpu")
    taken = {i.name: inputs[i.name].numpy() for i in session.get_inputs()}
    return session.run(["logits"], taken)[0]


def main(arguments: Sequence[str] | None = None) -> None:
    """Export, quantise, compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--base", type=Path, default=base_weights())
    parser.add_argument("--out", type=Path, default=Path("verify/data"))
    parser.add_argument("--float", action="store_true", help="keep the float export beside it")
    args = parser.parse_args(arguments)
    model, tokenizer = begun_from(args.base, args.weights), pair_tokenizer(args.base)
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.base != base_weights():
        shutil.copy(args.base / "tokenizer.json", args.out)
    with tempfile.TemporaryDirectory() as folder:
        kept = args.out if args.float else Path(folder)
        exported = kept / "stance-float.onnx"
        export(model, tokenizer, exported)
        quantise(exported, args.out / "stance.onnx")
        inputs, _ = to_tensors(encode(tokenizer, SAMPLES), "cpu")
        with torch.inference_mode():
            wanted = model(**inputs).numpy()
        exact, small = run(exported, tokenizer), run(args.out / "stance.onnx", tokenizer)
        figures = {
            "float_mb": round(exported.stat().st_size / 1e6, 1),
            "int8_mb": round((args.out / "stance.onnx").stat().st_size / 1e6, 1),
            "float_difference": float(np.abs(wanted - exact).max()),
            "int8_difference": float(np.abs(wanted - small).max()),
        }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
