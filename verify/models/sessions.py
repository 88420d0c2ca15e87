"""Networks run by onnxruntime: opened in one way, fed with batches alike in length."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError

NO_WEIGHTS: Mapping[str, NDArray[np.float32]] = {}
ENCODED = 512  # texts at once: what tokenizers gives takes ten times the memory of what is kept


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text, or a pair, as numbers of words; `types` says to which of a pair each belongs."""

    ids: NDArray[np.int32]
    types: NDArray[np.uint8]


def open_session(
    path: Path,
    *,
    threads: int | None = None,
    weights: Mapping[str, NDArray[np.float32]] = NO_WEIGHTS,
) -> Any:
    """A session over the network at `path`; `weights` are those that the file only names.

    Raises ModelError.
    """
    onnxruntime = silent_runtime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
    options.log_severity_level = 3
    # Memory laid out anew for every shape of a batch is kept for each: 420 MB became 350.
    # Without an arena it was 640, and slower.
    options.enable_mem_pattern = False
    # Threads that wait by spinning took half as much processor time again, and no less time.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        if weights:
            values = map(onnxruntime.OrtValue.ortvalue_from_numpy, weights.values())
            options.add_external_initializers(list(weights), list(values))
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own, all Exception
        raise ModelError(f"the model {path} cannot be loaded: {error}") from error


def silent_runtime() -> Any:
    """The library onnxruntime, which reports to nobody.

    Its own switch comes too late: by then the import has written an identifier of the machine
    below ~/.cache, opened a database of events, and may send the first. Only this variable,
    set before the import, keeps all of that away; a process leaves it to those that it starts.
    """
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime


def token_batches(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Indices in batches alike in length, at most `budget` padded tokens each."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    batch: list[int] = []
    for i in order:
        if batch and lengths[i] * (len(batch) + 1) > budget:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def tokens(tokenizer: Any, texts: Sequence[Any]) -> list[Tokens]:
    """What a tokenizer makes of texts or pairs; of a book's 50,000 pairs, too."""
    return [
        Tokens(np.array(one.ids, dtype=np.int32), np.array(one.type_ids, dtype=np.uint8))
        for low in range(0, len(texts), ENCODED)
        for one in tokenizer.encode_batch(texts[low : low + ENCODED])
    ]


def tensors(encoded: Sequence[Tokens]) -> dict[str, NDArray[np.int64]]:
    """What a network takes: some texts, padded to the longest."""
    width = max(len(e.ids) for e in encoded)
    made = {
        key: np.zeros((len(encoded), width), dtype=np.int64)
        for key in ("input_ids", "attention_mask", "token_type_ids")
    }
    for i, e in enumerate(encoded):
        made["input_ids"][i, : len(e.ids)] = e.ids
        made["token_type_ids"][i, : len(e.ids)] = e.types
        made["attention_mask"][i, : len(e.ids)] = 1
    return made
