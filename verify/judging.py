"""Every claim against its passages: alone, and the best few read together.

Evidence is often spread over sentences, so the best passages are also read as one text; what
speaks of something else would only blur it, and stays out. A claim of several sentences is
supported only as far as its weakest sentence, and refuted as soon as one of them is: each is
held against the joint texts on its own. What speaks of something else counts for nothing, and
is not judged; where nothing speaks of the subject, the best passage is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.brief import NO_VIEW, on_subject
from verify.claims import sentences_of
from verify.errors import ModelError
from verify.ports import StanceModel
from verify.types import Claim, Entailment, Gap, Joint, Ranked, Reason

JUDGED = 8  # passages a claim is held against. benchmarks/verdict, 2026-11, see docs/stance.md
# Words of passages read together: about what the network reads beside a claim. What would be
# cut off might be what decides. Measured as JUDGED was.
ROOM = 190

Pair = tuple[str, str]  # passage, claim
Judged = tuple[tuple[Entailment, ...], Joint | None]


def judge_all(
    claims: Sequence[Claim], ranked: Sequence[Sequence[Ranked]], stance: StanceModel
) -> tuple[list[Judged], tuple[Gap, ...]]:
    """Every claim against its passages, and against the best few together, in one batch.

    A passage that is not judged is neutral. A model that fails leaves every passage neutral,
    and a gap that says so.
    """
    asked = [_asked(c, found) for c, found in zip(claims, ranked, strict=True)]
    views, gaps = _judged(claims, [[*a.single, *a.joint] for a in asked], stance)
    judged, at = [], 0
    for a in asked:
        end = at + len(a.single)
        together = views[end : end + len(a.joint)]
        pooled = Joint(a.members, _pooled(together, a.readings)) if together else None
        alone = dict(zip(a.near, views[at:end], strict=True))
        judged.append((tuple(alone.get(i, NO_VIEW) for i in range(a.found)), pooled))
        at = end + len(a.joint)
    return judged, gaps


@dataclass(frozen=True, slots=True)
class Asked:
    """The pairs of a claim with each passage near it, and of its sentences with the joint texts.

    `near`: the passages judged, of so many `found`; `members`: those that were read together;
    `readings`: the joint texts made of them.
    """

    found: int
    near: list[int]
    single: list[Pair]
    joint: list[Pair]
    members: tuple[int, ...]
    readings: int


def _asked(claim: Claim, found: Sequence[Ranked]) -> Asked:
    parts = sentences_of(claim.text)
    near = _near(found)
    single = [(found[i].passage.text, claim.text) for i in near]
    if len(found) == 1 and len(parts) == 1:
        return Asked(1, near, single, [], (), 0)
    groups = _groups([r.passage.text for r in found], near)
    texts = [" ".join(found[i].passage.text for i in group) for group in groups]
    joint = [(text, part) for part in parts for text in texts]
    members = dict.fromkeys(i for group in groups for i in group)
    return Asked(len(found), near, single, joint, tuple(members), len(texts))


def _near(found: Sequence[Ranked]) -> list[int]:
    """Which passages speak of the claim's subject; where none does, the best one found."""
    near = [i for i, r in enumerate(found) if on_subject(r.similarity, r.fuzzy)]
    return near or [*range(len(found))][:1]


def _groups(texts: Sequence[str], near: Sequence[int]) -> list[list[int]]:
    """Which passages are read as one text: the best that fit; and the best one with the next.

    The best comes first in each: a network that reads less cuts the end.
    """
    if not near:
        return []
    first = _fitting(texts, near)
    left = [i for i in near if i not in first]
    return [first, _fitting(texts, [near[0], *left])] if left else [first]


def _fitting(texts: Sequence[str], numbers: Sequence[int]) -> list[int]:
    """As many of the passages, in their order, as there is room for; the first in any case."""
    taken: list[int] = []
    words = 0
    for i in numbers:
        length = len(texts[i].split())
        if not taken or words + length <= ROOM:
            taken.append(i)
            words += length
    return taken


def _pooled(views: Sequence[Entailment], readings: int) -> Entailment:
    """The weakest sentence's support and the strongest refutation of any, over all readings."""
    parts = [_mean(views[low : low + readings]) for low in range(0, len(views), readings)]
    supports = min(p.supports for p in parts)
    return _entailment(supports, min(max(p.refutes for p in parts), 1.0 - supports))


def _mean(views: Sequence[Entailment]) -> Entailment:
    supports = sum(v.supports for v in views) / len(views)
    return _entailment(supports, sum(v.refutes for v in views) / len(views))


def _entailment(supports: float, refutes: float) -> Entailment:
    return Entailment(supports, refutes, max(0.0, 1.0 - supports - refutes))


def _judged(
    claims: Sequence[Claim], pairs: Sequence[Sequence[tuple[str, str]]], stance: StanceModel
) -> tuple[list[Entailment], tuple[Gap, ...]]:
    """The model's view of every pair: in one batch, or claim by claim where it asks for that."""
    singly = getattr(stance, "one_claim_at_a_time", False)
    batches = (
        [(c.id, p) for c, p in zip(claims, pairs, strict=True) if p]
        if singly
        else [("", [pair for some in pairs for pair in some])]
    )
    views: list[Entailment] = []
    gaps: list[Gap] = []
    for claim_id, batch in batches:
        asked = list(dict.fromkeys(batch))  # one passage alone is also all that is read together
        try:
            said = dict(zip(asked, stance.judge(asked), strict=True))
            views += [said[pair] for pair in batch]
        except ModelError as error:
            views += [NO_VIEW] * len(batch)
            gaps.append(Gap("stance", "", Reason.MODEL, str(error), claim_id=claim_id))
    return views, tuple(gaps)
