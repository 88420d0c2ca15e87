from __future__ import annotations

from pathlib import Path

import pytest

from verify.config import load, parse
from verify.errors import ConfigError
from verify.wiring import build_sources

ROOT = Path(__file__).resolve().parent.parent


def refused(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        parse(text, Path("."), "verify.toml")
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_the_configuration_that_ships_with_the_project_loads():
    settings = load(ROOT / "verify.toml")
    assert set(settings.sources) >= {"desk", "offices", "wikipedia"}
    assert settings.path(Path("seeds/desk")) == ROOT / "seeds" / "desk"


def test_without_a_file_the_packages_default_is_used(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "offices" in load().sources


def test_an_unknown_key_is_refused_and_the_nearest_known_one_named():
    assert "did you mean 'contact'" in refused('contcat = "a@b.example"')


def test_an_unknown_key_deep_in_a_table_is_refused_with_its_path():
    message = refused("[report]\nformat = ['md']")
    assert "report.format" in message
    assert "did you mean 'formats'" in message


def test_a_wrong_value_is_refused_with_its_key():
    assert "models.threads" in refused("[models]\nthreads = -1")


def test_broken_toml_is_refused_with_the_place():
    assert "line 1" in refused("contact = = 1")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="no configuration file"):
        load(tmp_path / "absent.toml")


def test_a_live_source_needs_a_contact():
    text = '[sources.wiki]\ntype = "mediawiki"\napi = "https://wiki.example/w/api.php"'
    with pytest.raises(ConfigError, match="contact"):
        build_sources(parse(text, Path("."), "x"), {})
    built = build_sources(parse(f'contact = "a@b.example"\n{text}', Path("."), "x"), {})
    assert [s.name for s in built] == ["wiki"]


def test_a_source_can_be_picked_by_name_and_a_wrong_name_gets_the_nearest():
    settings = load(ROOT / "verify.toml")
    assert list(settings.only(["desk"]).sources) == ["desk"]
    with pytest.raises(ConfigError, match="did you mean 'desk'"):
        settings.only(["dsek"])


def test_the_hash_follows_the_settings_and_not_the_folder():
    one = parse('contact = "a@b.example"', Path("/a"), "x")
    same = parse('contact = "a@b.example"', Path("/b"), "x")
    other = parse('contact = "c@b.example"', Path("/a"), "x")
    assert one.sha256 == same.sha256 != other.sha256


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[report]\nformats = "md"', "report.formats: should be a list"),
        ("[report]\nout = 3", "report.out: should be a path"),
        ("[report]\nformats = []", "report.formats: name at least one"),
        ("[models]\nthreads = 'two'", "models.threads: should be a whole number"),
        ("[models.language_model]\nurl = 'http://x'", "'models.language_model.model' is missing"),
        ("[models.language_model]\nurl = 'x'\nmodl = 'y'", "did you mean 'model'"),
        ("sources = 3", "sources: should be a table"),
        ("report = 3", "report: should be a table"),
        ("REPORT = 1", "did you mean 'report'"),
        ('contact = "a\\nb: c"', "contact: should be one line"),
    ],
)
def test_a_mistake_is_told_in_the_words_of_the_file(text, said):
    message = refused(text)
    assert said in message
    assert "pathlib" not in message


def test_a_key_of_a_source_is_known_misspelt_before_it_is_missing():
    settings = parse('[sources.desk]\ntype = "folder"\npth = "."', Path("."), "x")
    with pytest.raises(ConfigError, match="unknown key 'pth': did you mean 'path'"):
        build_sources(settings, {})


def test_a_byte_order_mark_does_no_harm_and_another_charset_is_named(tmp_path):
    file = tmp_path / "verify.toml"
    file.write_bytes(b'\xef\xbb\xbfcontact = "a@b.example"')
    assert load(file).contact == "a@b.example"
    file.write_bytes("contact = 'é'".encode("latin-1"))
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        load(file)
