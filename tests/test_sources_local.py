"""`folder`: the desk's own files, a few or many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.protocols.asking import article, claim, snapshot_of
from verify.errors import SourceError
from verify.sources import build
from verify.types import Document, Reason, Request, Tier
from verify.web.extract import PageExtractor


def folder(path: Path, base: Path, **more: object):
    table = {"type": "folder", "path": str(path), "tier": "own", **more}
    return build("desk", table, base=base, extract=PageExtractor(), environ={})


def paths(requests) -> list[str]:
    return [r.url.rsplit("/", 1)[-1] for r in requests]


def read(place, request: Request) -> Document:
    body = Path(request.url.removeprefix("file://")).read_bytes()
    (document,) = place.read(snapshot_of(request, body))
    return document


def test_every_readable_file_of_a_small_folder_is_asked_for(tmp_path: Path):
    for name in ("b.md", "a.txt", "sub/c.html", ".hidden.md", ".git/d.md", "e.bin"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    asked = folder(tmp_path, tmp_path).search([claim("Anything.")], article())
    assert paths(asked) == ["a.txt", "b.md", "c.html"]
    assert all(r.url.startswith("file:///") for r in asked)


def test_a_note_carries_the_title_date_publisher_and_address_of_its_front_matter(tmp_path: Path):
    note = (
        "---\ntitle: 'The council: a vote'\ndate: 2025-11-17\npublisher: Desk\n"
        "url: https://council.example/vote\n---\n\n# The council\n\n"
        "The council voted **13 to 0**, see [the record](https://council.example/record).\n\n"
        "- One abstained.\n"
    )
    (tmp_path / "vote.md").write_text(note)
    place = folder(tmp_path, tmp_path)
    (request,) = place.search([claim("The council voted.")], article())
    document = read(place, request)
    assert document.title == "The council: a vote"
    assert document.published is not None
    assert (document.published.value.iso, document.published.found_in) == (
        "2025-11-17",
        "front matter",
    )
    assert (document.publisher, document.url) == ("Desk", "https://council.example/vote")
    assert "voted 13 to 0, see the record." in document.text
    assert "• One abstained." in document.text
    assert document.links == ("https://council.example/record",)
    assert (document.source, document.tier) == ("desk", Tier.OWN)


def test_a_folder_that_is_not_there_is_a_reason_and_not_an_empty_answer(tmp_path: Path):
    with pytest.raises(SourceError) as caught:
        folder(Path("nowhere"), tmp_path).search([claim("Anything.")], article())
    assert caught.value.reason == Reason.NOT_FOUND
    assert "[sources.desk]" in caught.value.detail


def test_a_folder_without_a_readable_file_says_so(tmp_path: Path):
    with pytest.raises(SourceError) as caught:
        folder(tmp_path, tmp_path).search([claim("Anything.")], article())
    assert caught.value.reason == Reason.EMPTY


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    (tmp_path / "outside.txt").write_text("secret")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "in.txt").write_text("words")
    (tmp_path / "notes" / "out.txt").symlink_to(tmp_path / "outside.txt")
    asked = folder(Path("notes"), tmp_path).search([claim("Anything.")], article())
    assert paths(asked) == ["in.txt"]


def many(tmp_path: Path, count: int = 60) -> Path:
    notes = tmp_path / "notes"
    notes.mkdir()
    for i in range(count):
        (notes / f"n{i:03}.txt").write_text(
            f"The harbour report number {i} speaks of fishing quotas."
        )
    (notes / "dam.txt").write_text(
        "Engineers closed the Tarbela dam for repairs, the ministry said."
    )
    return notes


def test_of_a_large_folder_the_files_that_share_words_with_a_claim_are_chosen(tmp_path: Path):
    place = folder(many(tmp_path), tmp_path, max_files=20, index="index")
    asked = place.search([claim("The Tarbela dam was closed in the autumn.")], article())
    assert paths(asked) == ["dam.txt"]
    assert list((tmp_path / "index").glob("*.sqlite"))


def test_the_index_follows_what_changed_in_the_folder(tmp_path: Path):
    notes = many(tmp_path)
    asked = claim("The Tarbela dam was closed. Mangla turbines stand still.")
    place = folder(notes, tmp_path, max_files=20, index="index")
    place.search([asked], article())
    (notes / "dam.txt").unlink()
    (notes / "n005.txt").write_text("All Mangla turbines stand still, engineers reported.")
    assert paths(place.search([asked], article())) == ["n005.txt"]


def test_a_word_file_of_a_large_folder_is_found_by_what_it_says(tmp_path: Path):
    from docx import Document as Word

    notes = many(tmp_path)
    word = Word()
    word.add_paragraph("Mangla turbines stand still, engineers reported to the council.")
    word.save(str(notes / "minutes.docx"))
    (notes / "broken.pdf").write_bytes(b"%PDF-1.7 no pages at all")
    place = folder(notes, tmp_path, max_files=20, index="index")
    assert paths(place.search([claim("Mangla turbines stand still.")], article())) == [
        "minutes.docx"
    ]


def test_a_damaged_index_is_a_reason_that_says_what_to_do(tmp_path: Path):
    place = folder(many(tmp_path), tmp_path, max_files=20, index="index")
    place.search([claim("The Tarbela dam.")], article())
    (index,) = (tmp_path / "index").glob("*.sqlite")
    index.write_bytes(b"no database at all " * 400)
    with pytest.raises(SourceError, match="delete it"):
        place.search([claim("The Tarbela dam.")], article())
