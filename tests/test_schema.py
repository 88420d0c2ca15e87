"""report.json keeps its schema, and the schema is kept to the types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.test_report_sample import article, claim, evidence, report, verdicts
from verify import types
from verify.errors import VerifyError
from verify.report import RENDERERS
from verify.report.decisions import Action, Decision, keys
from verify.report.json import read_json, report_json
from verify.types import Label, Verdict

SCHEMA = json.loads(
    (Path(__file__).parent.parent / "docs" / "report.schema.json").read_text("utf-8")
)
CHECK = Draft202012Validator(SCHEMA)


def decision(claim_id: str, words: str, **more: Any) -> Decision:
    fields: dict[str, Any] = {
        "article_sha256": "a",
        "evidence": "e",
        "action": Action.AGREE,
        "label": Label.REFUTED,
        "ours": Label.REFUTED,
        "reviewer": "Reviewer One",
        "note": "",
        "decided_at": datetime(2026, 1, 3, tzinfo=UTC),
    } | more
    return Decision(claim_id=claim_id, words=words, **fields)


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("published", ["2025-12-20", "2025-12", "2025", ""])
def test_a_report_keeps_the_schema_whatever_its_date(published: str) -> None:
    CHECK.validate(json.loads(RENDERERS["json"].render(report(article(published=published)))))


def test_a_reviewed_report_keeps_the_schema() -> None:
    made = report()
    first = made.verdicts[0]
    key = keys(made.verdicts)[first.claim.id]
    votes = (
        decision(first.claim.id, key.words),
        decision(first.claim.id, key.words, action=Action.NOTE, label=None, note="look again"),
        decision(first.claim.id, key.words, reviewer="Two", label=Label.SUPPORTED),
    )
    value = report_json(report(extra={"decisions": votes}))
    CHECK.validate(value)
    review = value["claims"][0]["review"]
    assert review["stale"]
    assert [d["reviewer"] for d in review["disputed"]] == ["Reviewer One"]


def test_an_article_without_claims_keeps_the_schema() -> None:
    CHECK.validate(report_json(report(made=[])))


def test_equal_reports_give_equal_bytes() -> None:
    assert RENDERERS["json"].render(report()) == RENDERERS["json"].render(report())


def test_the_order_in_which_requests_failed_does_not_show() -> None:
    one, two = (
        types.Gap("fetch", name, types.Reason.TIMEOUT, url=f"https://{name}.example")
        for name in ("first", "second")
    )
    on = article()
    subject = verdicts(on)[0].claim
    either = [
        Verdict(subject, Label.NOT_ENOUGH_EVIDENCE, 0.0, "r", "w", gaps=g)
        for g in ((one, two), (two, one))
    ]
    texts = {RENDERERS["json"].render(report(on, [v])) for v in either}
    assert len(texts) == 1


def test_every_span_cuts_its_own_words_out_of_the_article() -> None:
    value = json.loads(RENDERERS["json"].render(report()))
    for one in value["claims"]:
        start, end = one["span"]
        assert value["article"]["text"][start:end] == one["quote"]


def test_broken_characters_cost_neither_the_file_nor_the_offsets() -> None:
    on = article("Head \ud800 line\n\nA claim \udfff here with \x00 in it.")
    subject = claim(on, "A claim \udfff here")
    text = RENDERERS["json"].render(report(on, [Verdict(subject, Label.SUPPORTED, 1, "r", "w")]))
    value = json.loads(text.encode("utf-8"))
    CHECK.validate(value)
    start, end = value["claims"][0]["span"]
    assert value["article"]["text"][start:end] == value["claims"][0]["quote"]


def test_a_score_that_is_no_number_does_not_break_the_report() -> None:
    on = article()
    odd = evidence("words", (0.2, 0.1, 0.7))
    subject = verdicts(on)[0].claim
    made = Verdict(subject, Label.NOT_ENOUGH_EVIDENCE, float("nan"), "r", "w", (odd,))
    CHECK.validate(json.loads(RENDERERS["json"].render(report(on, [made]))))


def enums(schema: Any) -> Iterator[frozenset[str]]:
    if isinstance(schema, dict):
        if "enum" in schema:
            yield frozenset(schema["enum"])
        for value in schema.values():
            yield from enums(value)
    if isinstance(schema, list):
        for value in schema:
            yield from enums(value)


@pytest.mark.parametrize(
    "kind",
    [
        types.Label,
        types.Stance,
        types.Outcome,
        types.Timing,
        types.Kind,
        types.Part,
        types.Tier,
        types.Reason,
        Action,
    ],
)
def test_every_value_of_a_type_is_in_the_schema(kind: Any) -> None:
    assert frozenset(map(str, kind)) in set(enums(SCHEMA))


def test_a_report_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(RENDERERS["json"].render(report()), "utf-8")
    assert read_json(tmp_path) == read_json(path) == report_json(report())


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema_version": "2.0"}', "\x00\xff"])
def test_a_file_that_is_no_report_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "report.json"
    path.write_text(content, "latin-1")
    with pytest.raises(VerifyError) as error:
        read_json(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
