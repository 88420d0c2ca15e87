"""More layers, that at first change nothing: through the real weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training import deepen
from training.train_stance import StanceNetwork
from training.warm_start import weights_in
from verify.models.files import SHIPPED


def test_a_deeper_network_says_at_first_what_it_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deepen.main(["--init", str(SHIPPED / "stance.onnx"), "--after", "2", "--out", str(tmp_path)])
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["layers"] == 7
    assert told["mean_difference"] < 0.2
    network = StanceNetwork(tmp_path)
    missing = network.load_state_dict(weights_in(tmp_path / "stance.pt"), strict=False)
    assert not missing.unexpected_keys
    with pytest.raises(SystemExit, match="another network"):
        deepen.main(
            ["--init", str(tmp_path / "stance.pt"), "--after", "2", "--out", str(tmp_path / "more")]
        )
    assert len(network.encoder.encoder.layer) == 7
