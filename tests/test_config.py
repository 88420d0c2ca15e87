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
