"""The training scripts, run as the documentation says, on a small network and made-up rows."""

import gzip
import json
import random
import shutil
from argparse import Namespace
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from training import export_stance
from training.stance_rows import QUOTA, Row, held_out, taught_rows
from training.teach import teach
from training.train_stance import (
    StanceNetwork,
    base_weights,
    encode,
    pair_tokenizer,
    taught_loss,
    to_tensors,
    train,
)
from training.unlabelled import ANY
from training.written import FOLDER, stories
from verify.config import load
from verify.loading import build_models
from verify.models.combine import FEATURES, Combination

SMALL = {
    "vocab_size": 30527, "hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2,
    "intermediate_size": 32,
}  # fmt: skip


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Untrained networks of two families, with the shipped model's vocabulary."""
    found = {}
    for model in (BertModel(BertConfig(**SMALL)), MPNetModel(MPNetConfig(**SMALL))):
        folder = tmp_path_factory.mktemp(model.config.model_type)
        model.save_pretrained(folder)
        shutil.copy(base_weights() / "tokenizer.json", folder)
        found[model.config.model_type] = folder
    return found


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every set of the mixture, with rows about made-up towns."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "train").mkdir()
    rng = random.Random(5)
    towns = [a + b + c for a in ("Ard", "Brack", "Cors", "Dun", "Elm") for b in ("ing", "al", "er")
             for c in ("ton", "ham", "ley", "by", "wick", "mouth", "ford", "dale", "wood", "stead",
                       "port", "field", "bridge", "combe", "hurst")]  # fmt: skip
    for name in QUOTA:
        rows = []
        for i, town in enumerate(towns):
            number = rng.randrange(20, 90)
            passage = (
                f"The council of {town} approved {number} new houses on Monday. "
                f"It was said that {rng.choice(towns)} had refused the plan before the election."
            )
            label = ("supported", "refuted", "nei")[i % 3]
            claim = f"The council of {town} approved {number + (label == 'refuted')} houses."
            rows.append(
                {"id": f"{name}-{i}", "claim": claim, "evidence": [passage], "label": label}
            )
        with gzip.open(folder / "train" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three stories of each file that ships, and those kept from training: a pass is quick."""
    folder = tmp_path_factory.mktemp("stories")
    for path in FOLDER.glob("*.jsonl"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        some = lines[:3] + [line for line in lines[3:] if held_out(json.loads(line)["story"])]
        (folder / path.name).write_text("".join(some), "utf-8")
    return folder


def order(data: Path, told: Path, base: Path, out: Path, **more: object) -> Namespace:
    given: dict[str, object] = {
        "data": data, "stories": told, "base": base, "out": out, "init": None, "minutes": 60,
        "pairs": 400, "rate": 1e-3, "dropout": 0.05, "frozen": 0, "tokens": 2048, "threads": 1,
        "seed": 3, "resume": False, "taught": [], "share": 1.0, "words": 0.5,
    }  # fmt: skip
    return Namespace(**(given | more))


@pytest.mark.parametrize("family", ["bert", "mpnet"])
def test_a_network_of_either_family_learns_from_the_rows(
    family: str, bases: dict[str, Path], data: Path, told: Path, tmp_path: Path
) -> None:
    train(order(data, told, bases[family], tmp_path))
    figures = json.loads((tmp_path / "training.json").read_text("utf-8"))
    assert 400 <= figures["pairs"] < 1000
    forms = {f"written_{story.form}" for story in stories() if held_out(story.id)}
    assert set(figures["held_out"]) == set(QUOTA) | forms
    assert len(forms) > 4
    model = StanceNetwork(bases[family])
    before = model.head.weight.detach().clone()
    model.load_state_dict(torch.load(tmp_path / "stance.pt"))
    assert not torch.equal(before, model.head.weight)


def test_a_small_network_learns_from_what_a_large_one_said(
    bases: dict[str, Path], data: Path, told: Path, tmp_path: Path
) -> None:
    train(order(data, told, bases["mpnet"], tmp_path / "teacher"))
    taught = tmp_path / "taught.jsonl.gz"
    teach(
        Namespace(
            data=data, base=bases["mpnet"], weights=tmp_path / "teacher" / "stance.pt", out=taught,
            minutes=0.01, tokens=4096, threads=1, seed=900, stories=told, share=0.05,
        )
    )  # fmt: skip
    rows = taught_rows(taught)
    assert len({(r.passage, r.claim) for r in rows}) == len(rows)
    assert {r.set for r in rows} >= {"altered", "mingled", "own", "lingnli"}
    for row in rows:
        assert sum(row.taught) == pytest.approx(1, abs=0.001)
        assert (row.allowed == ANY) == (row.set in ("altered", "mingled", "own"))
    train(order(data, told, bases["bert"], tmp_path / "pupil", taught=[taught]))
    figures = json.loads((tmp_path / "pupil" / "training.json").read_text("utf-8"))
    assert 400 <= figures["pairs"] < 1000


@pytest.mark.filterwarnings("ignore")  # PyTorch warns of its own exporter
def test_a_larger_network_judges_where_the_configuration_names_its_folder(
    bases: dict[str, Path], tmp_path: Path
) -> None:
    large = tmp_path / "large"
    network = StanceNetwork(bases["mpnet"])
    torch.save(network.state_dict(), tmp_path / "stance.pt")
    export_stance.main(
        ["--base", str(bases["mpnet"]), "--weights", f"{tmp_path}/stance.pt", "--out", str(large)]
    )
    plain = Combination.plain()
    (large / "stance.json").write_text(
        json.dumps({
            "features": FEATURES, "weights": plain.weights.tolist(), "bias": [0, 0, 0],
            "temperature": 1,
        })
    )  # fmt: skip
    (tmp_path / "verify.toml").write_text('[models]\nstance = "large"\n')
    stance = build_models(load(tmp_path / "verify.toml")).stance
    assert stance.name == "large"
    assert len(stance.sha256) == 65
    (said,) = stance.judge([("The council of Ardmouth met on Monday.", "The council met.")])
    network.eval()
    tokenizer = pair_tokenizer(bases["mpnet"])
    row = Row("", "The council of Ardmouth met on Monday.", "The council met.", ANY)
    inputs, _ = to_tensors(encode(tokenizer, [row]), "cpu")
    with torch.inference_mode():
        wanted = network.read(**inputs)[0].softmax(-1)[0].tolist()
    assert [said.supports, said.refutes, said.neutral] == pytest.approx(wanted, abs=0.05)


def test_only_what_a_teacher_judged_counts_in_its_loss() -> None:
    logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 3.0, 0.0]])
    agreed = Row("altered", "p", "c", ANY, (1.0, 0.0, 0.0))
    untold = Row("lingnli", "p", "c", (1,))
    alone = taught_loss(logits[:1], [([], [], agreed)])
    assert taught_loss(logits, [([], [], agreed), ([], [], untold)]) == pytest.approx(alone / 2)
    assert taught_loss(logits, [([], [], untold)] * 2) == 0
