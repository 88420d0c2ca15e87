"""More layers, that at first change nothing: through the real weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from training import deepen
from training.train_stance import StanceNetwork, base_weights, begun_from
from training.warm_start import layers_in, weights_in
from verify.models.files import SHIPPED


def test_a_deeper_network_says_at_first_what_it_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deepen.main(["--init", str(SHIPPED / "stance.onnx"), "--after", "2", "--out", str(tmp_path)])
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    before = layers_in(weights_in(SHIPPED / "stance.onnx"))
    assert told["layers"] == before + 1
    assert told["mean_difference"] < 0.2
    network = StanceNetwork(tmp_path)
    missing = network.load_state_dict(weights_in(tmp_path / "stance.pt"), strict=False)
    assert not missing.unexpected_keys
    assert len(network.encoder.encoder.layer) == before + 1
    # A file of weights says itself how deep its network is.
    deeper = begun_from(base_weights(), tmp_path / "stance.pt")
    assert len(deeper.encoder.encoder.layer) == before + 1
    torch.save({"head.more": torch.zeros(1)}, tmp_path / "other.pt")
    with pytest.raises(SystemExit, match="another network"):
        begun_from(base_weights(), tmp_path / "other.pt")
