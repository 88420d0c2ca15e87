"""The table of verdict rules, row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify import decide as table
from verify.brief import DECIDE_REFUTED, DECIDE_SUPPORTED
from verify.decide import RULES, decide, rules_sha256
from verify.types import (
    Claim,
    Document,
    Entailment,
    Evidence,
    Fact,
    Finding,
    Gap,
    Joint,
    Kind,
    Label,
    Outcome,
    Passage,
    Reason,
    Stance,
    Tier,
    Timing,
)

FOR = Entailment(0.97, 0.01, 0.02)
AGAINST = Entailment(0.01, 0.97, 0.02)
SILENT = Entailment(0.1, 0.1, 0.8)
GAP = Gap("fetch", "wire", Reason.RATE_LIMITED, "429")


def claim(
    kind: Kind = Kind.EVENT,
    *,
    checkable: bool = True,
    reason: str = "",
    text: str = "The bridge opened in May.",
) -> Claim:
    return Claim("c1", text, text, 0, len(text), kind, 0.9, checkable=checkable, reason=reason)


def evidence(
    view: Entailment,
    *,
    origin: int = 0,
    circular: bool = False,
    tier: Tier = Tier.OTHER,
    similarity: float = 0.8,
    timing: Timing = Timing.BEFORE,
) -> Evidence:
    text = f"A page of origin {origin} about the bridge."
    document = Document(
        "Bridge", text, f"https://{origin}.example/", "Paper", None, "web", "0", tier
    )
    passage = Passage(document, 0, len(text))
    return Evidence(passage, similarity, similarity, view, view.stance, timing, origin, circular)


def finding(outcome: Outcome, checker: str = "offices") -> Finding:
    return Finding(checker, outcome, f"The table {outcome}.")


def test_a_claim_nobody_could_check_is_not_checkable_whatever_was_found():
    verdict = decide(claim(checkable=False, reason="A prediction."), [evidence(FOR)], [], [])
    assert (verdict.label, verdict.why) == (Label.NOT_CHECKABLE, "A prediction.")


def test_a_certain_checker_is_followed_against_the_stance_model():
    verdict = decide(claim(), [evidence(FOR)], [finding(Outcome.REFUTES)], [])
    assert (verdict.label, verdict.rule) == (Label.REFUTED, "checker_refutes")
    assert verdict.why == "The table refutes."


def test_a_checkers_support_speaks_for_claims_of_its_kind_only():
    found = [finding(Outcome.SUPPORTS)]
    assert decide(claim(Kind.OFFICE), [], found, []).rule == "checker_supports"
    assert decide(claim(Kind.EVENT), [], found, []).rule == "nothing_found"


def test_notes_decide_nothing():
    assert decide(claim(Kind.OFFICE), [], [finding(Outcome.NOTES)], []).rule == "nothing_found"


def test_equal_sources_that_disagree_are_conflicting_and_no_coin_is_tossed():
    verdict = decide(claim(), [evidence(FOR, origin=1), evidence(AGAINST, origin=2)], [], [])
    assert (verdict.label, verdict.rule) == (Label.CONFLICTING, "sources_conflict")


def test_an_official_record_outranks_a_page_of_no_standing():
    both = [evidence(FOR, origin=1, tier=Tier.OFFICIAL), evidence(AGAINST, origin=2)]
    assert decide(claim(), both, [], []).label is Label.SUPPORTED
    both = [evidence(FOR, origin=1), evidence(AGAINST, origin=2, tier=Tier.OFFICIAL)]
    assert decide(claim(), both, [], []).label is Label.REFUTED


def test_one_clear_source_decides():
    assert decide(claim(), [evidence(FOR)], [], []).label is Label.SUPPORTED
    assert decide(claim(), [evidence(AGAINST)], [], []).label is Label.REFUTED


def test_a_view_below_the_operating_point_decides_nothing():
    nearly = Entailment(DECIDE_SUPPORTED - 0.01, 0.0, 1.01 - DECIDE_SUPPORTED)
    assert decide(claim(), [evidence(nearly)], [], []).rule == "undecided"
    nearly = Entailment(0.0, DECIDE_REFUTED - 0.01, 1.01 - DECIDE_REFUTED)
    assert decide(claim(), [evidence(nearly)], [], []).rule == "undecided"


def test_a_passage_about_something_else_has_no_voice():
    verdict = decide(claim(), [evidence(FOR, similarity=0.05)], [], [])
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_pages_that_go_back_to_the_article_are_no_second_source():
    verdict = decide(claim(), [evidence(FOR, circular=True)], [], [])
    assert (verdict.label, verdict.rule) == (Label.NOT_ENOUGH_EVIDENCE, "only_circular")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said nothing.",
        "Mr. Lee did not.",
        "Ann Lee (D-Ohio) declined to comment.",
        "A. B. Lee and Jo Park agreed.",
        "The minister's office did not immediately respond to a request.",
    ],
)
def test_a_claim_that_leaves_out_its_subject_is_not_settled_by_likeness(text: str) -> None:
    said = claim(text=text)
    verdict = decide(said, [evidence(AGAINST)], [], [])
    assert (verdict.label, verdict.rule) == (Label.NOT_ENOUGH_EVIDENCE, "too_little_said")
    assert "about what" in verdict.why
    assert decide(said, [], [], [GAP]).rule == "could_not_look"
    assert decide(said, [evidence(SILENT)], [], []).rule == "undecided"
    decided = decide(said, [evidence(FOR)], [finding(Outcome.REFUTES)], [])
    assert decided.rule == "checker_refutes"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee declined the offer.",
        "Ann Lee is from Ohio.",
        "The bridge is in Leeds.",
        "Ann Lee said no to the treaty.",
        "Ann Lee is a senator.",
        "He went to Rome.",
    ],
)
def test_a_claim_that_names_what_it_is_about_is_judged(text: str) -> None:
    said = claim(text=text)
    assert decide(said, [evidence(AGAINST)], [], []).rule == "stance_refutes"


def test_could_not_look_never_reads_as_no_evidence():
    verdict = decide(claim(), [], [], [GAP])
    assert verdict.rule == "could_not_look"
    assert "wire" in verdict.why
    assert "not for lack of evidence" in verdict.why
    assert verdict.confidence == 0
    assert "wire (rate_limited)" in verdict.settle


def test_a_gap_is_named_where_passages_were_silent():
    verdict = decide(claim(), [evidence(SILENT)], [], [GAP])
    assert verdict.rule == "undecided"
    assert "wire" in verdict.why


def test_evidence_spread_over_passages_counts_when_read_together():
    two = [evidence(SILENT, origin=1), evidence(SILENT, origin=2)]
    assert decide(claim(), two, [], [], Joint((0, 1), FOR)).label is Label.SUPPORTED


def test_what_no_passage_speaks_against_is_not_refuted_by_all_of_them_together():
    leans = evidence(Entailment(0.1, 0.6, 0.3), origin=1)
    silent = evidence(SILENT, origin=2)
    assert decide(claim(), [leans, silent], [], [], Joint((0, 1), AGAINST)).label is Label.REFUTED
    two = [silent, evidence(SILENT, origin=3)]
    assert decide(claim(), two, [], [], Joint((0, 1), AGAINST)).rule == "undecided"


def test_what_was_known_at_publication_is_told_apart_from_what_is_known_now():
    verdict = decide(claim(), [evidence(AGAINST, timing=Timing.AFTER)], [], [])
    assert verdict.label is Label.REFUTED
    assert verdict.at_publication is Label.NOT_ENOUGH_EVIDENCE


def test_undated_evidence_never_counts_as_known_at_publication():
    pages = [evidence(AGAINST, timing=Timing.UNDATED), evidence(SILENT, timing=Timing.BEFORE)]
    assert decide(claim(), pages, [], []).at_publication is Label.NOT_ENOUGH_EVIDENCE


def note(checker: str, detail: str) -> Finding:
    return Finding(checker, Outcome.NOTES, f"A note: {detail}.", (), detail)


@pytest.mark.parametrize(
    ("view", "checker", "detail"),
    [
        (AGAINST, "numbers", "another_time"),
        (AGAINST, "numbers", "restated"),
        (AGAINST, "dates", "reckoned"),
        (FOR, "numbers", "different"),
        (FOR, "dates", "another_span"),
        (FOR, "dates", "another_place"),
        (FOR, "events", "short_of"),
        (FOR, "events", "ended"),
        (FOR, "events", "other_doer"),
        (FOR, "quotes", "cut_hedge"),
        (FOR, "quotes", "altered"),
        (FOR, "quotes", "not_found"),
    ],
)
def test_what_a_checker_notes_holds_the_stance_model_back(
    view: Entailment, checker: str, detail: str
) -> None:
    verdict = decide(claim(), [evidence(view)], [note(checker, detail)], [])
    assert verdict.rule == "undecided"
    assert f"holds it open: A note: {detail}." in verdict.why


@pytest.mark.parametrize(
    ("view", "checker", "detail"),
    [
        (FOR, "numbers", "restated"),
        (FOR, "dates", "reckoned"),
        (AGAINST, "numbers", "different"),
        (AGAINST, "dates", "another_span"),
        (AGAINST, "events", "short_of"),
        (FOR, "dates", "short_of"),
        (AGAINST, "quotes", "cut_hedge"),
        (FOR, "quotes", "verbatim"),
        (FOR, "offices", "held"),
    ],
)
def test_a_note_that_speaks_for_what_the_stance_model_says_leaves_it_alone(
    view: Entailment, checker: str, detail: str
) -> None:
    verdict = decide(claim(), [evidence(view)], [note(checker, detail)], [])
    assert verdict.rule in {"stance_supports", "stance_refutes"}


def test_a_page_about_another_of_that_name_has_no_voice():
    other, silent = evidence(AGAINST, origin=1), evidence(SILENT, origin=2)
    fact = Fact("Ann Lee (rower)", "Paper", other.passage.document.url)
    seen = Finding("dates", Outcome.NOTES, "Another Ann Lee.", (fact,), "namesake")
    both = Joint((0, 1), AGAINST)
    assert decide(claim(), [other, silent], [], [], both).rule == "stance_refutes"
    assert decide(claim(), [other, silent], [seen], [], both).rule == "undecided"


chances = st.tuples(*[st.floats(0, 1)] * 3).map(
    lambda t: Entailment(*(x / (sum(t) or 1) for x in t)) if sum(t) else SILENT
)
pieces = st.builds(
    evidence,
    chances,
    origin=st.integers(0, 3),
    circular=st.booleans(),
    tier=st.sampled_from(Tier),
    similarity=st.floats(-1, 1),
    timing=st.sampled_from(Timing),
)


@given(st.lists(pieces, max_size=6), st.lists(st.sampled_from(Outcome), max_size=2), st.booleans())
def test_some_row_always_applies_and_confidence_is_a_probability(views, outcomes, gap):
    verdict = decide(claim(), views, [finding(o) for o in outcomes], [GAP] if gap else [])
    assert verdict.rule in {r.id for r in RULES}
    assert 0 <= verdict.confidence <= 1
    assert verdict.why


@given(st.lists(pieces, max_size=6))
def test_similarity_alone_never_makes_a_verdict(views):
    neutral = [
        Evidence(v.passage, 1.0, 1.0, SILENT, Stance.NEUTRAL, v.timing, v.origin, v.circular)
        for v in views
    ]
    assert decide(claim(), neutral, [], []).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    "name", ["DECIDE_SUPPORTED", "DECIDE_REFUTED", "LEAN", "MIN_SIMILARITY", "MIN_FUZZY"]
)
def test_the_hash_of_the_rules_covers_every_number(name, monkeypatch):
    before = rules_sha256()
    monkeypatch.setattr(table, name, 0.123)
    assert rules_sha256() != before


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("CHECKER_PRECISION", "dates", 0.5),
        ("SPEAKS_FOR", "events", {Kind.EVENT}),
        ("STANDING", Tier.OTHER, 2),
        ("HOLDS_BACK", ("events", "ended"), {Label.REFUTED}),
    ],
)
def test_the_hash_of_the_rules_covers_every_table(name, key, value, monkeypatch):
    before = rules_sha256()
    monkeypatch.setitem(getattr(table, name), key, value)
    assert rules_sha256() != before


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_every_rule_has_a_row_in_the_docs(rule):
    from pathlib import Path

    docs = Path(__file__).resolve().parent.parent / "docs" / "verdicts.md"
    assert f"`{rule.id}`" in docs.read_text("utf-8")


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (
            Entailment(0.7, 0.2, 0.1),
            f"lean towards it (0.70; from {DECIDE_SUPPORTED:.2f} on that decides)",
        ),
        (
            Entailment(0.2, 0.7, 0.1),
            f"lean against it (0.70; from {DECIDE_REFUTED:.2f} on that decides)",
        ),
        (Entailment(0.4, 0.3, 0.3), "do not settle it."),
    ],
)
def test_an_undecided_claim_says_to_which_side_its_passages_lean(
    view: Entailment, told: str
) -> None:
    verdict = decide(claim(), [evidence(view)], [], [])
    assert verdict.rule == "undecided"
    assert told in verdict.why
    assert ("lean" in verdict.why) == ("lean" in told)
    far = decide(claim(), [evidence(view, similarity=0.1)], [], [])
    assert "lean" not in far.why
