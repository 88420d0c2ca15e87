"""`verify.toml`: read, checked, and refused with a line that names the mistake."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from verify.errors import ConfigError
from verify.types import sha256
from verify.web.settings import WebSettings

Format = Literal["md", "html", "json", "claimreview", "csv"]
FILE_NAME = "verify.toml"


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LanguageModelSettings(_Table):
    """Any OpenAI-compatible address. The key is read from the environment."""

    url: str
    model: str
    key_env: str = "VERIFY_LANGUAGE_MODEL_KEY"
    timeout_s: float = Field(default=60, gt=0)


class ModelSettings(_Table):
    """Which models judge and rank. Empty means the ones that ship."""

    embedder: str = ""
    stance: str = ""  # "", "none", "language_model", a folder, or any NLI cross-encoder
    threads: int = Field(default=0, ge=0)  # 0: as many as the machine gives
    language_model: LanguageModelSettings | None = None

    @model_validator(mode="after")
    def _judge_is_configured(self) -> Self:
        if self.stance == "language_model" and self.language_model is None:
            raise ValueError('stance = "language_model" needs a table [models.language_model]')
        return self


class ReportSettings(_Table):
    """Where reports go and in which formats."""

    out: Path = Path("reports")
    formats: tuple[Format, ...] = ("md", "json")

    @field_validator("formats")
    @classmethod
    def _not_empty(cls, value: tuple[Format, ...]) -> tuple[Format, ...]:
        if not value:
            raise ValueError("name at least one of md, html, json, claimreview, csv")
        return value


class ArchiveSettings(_Table):
    """Where snapshots are kept, and for how long those that no report cites."""

    path: Path = Path(".verify/archive")
    keep_days: int = Field(default=365, ge=0)


class StoreSettings(_Table):
    """The database of runs and reviews: any SQLAlchemy address of SQLite or PostgreSQL."""

    url: str = "sqlite:///.verify/desk.sqlite"


class NotifySettings(_Table):
    """Whom to tell when a claim is refuted or a verdict flips."""

    webhook: str = ""
    blocks: tuple[str, ...] = ()  # Prefect notification blocks, "type/name"
    email_to: tuple[str, ...] = ()
    email_from: str = ""
    smtp_host: str = ""
    smtp_port: int = 25
    smtp_tls: Literal["none", "starttls", "tls"] = "none"
    smtp_user: str = ""
    smtp_password_env: str = "VERIFY_SMTP_PASSWORD"


class WatchSettings(_Table):
    """What `verify watch` looks at."""

    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    lists: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    every_minutes: float = Field(default=30, gt=0)


class Settings(_Table):
    """The whole configuration. `base` is the folder that relative paths start from."""

    contact: str = ""
    sources: dict[str, dict[str, Any]] = {}
    families: dict[str, str] = {}  # publisher's domain → owner, for counting origins
    web: WebSettings = WebSettings()
    models: ModelSettings = ModelSettings()
    report: ReportSettings = ReportSettings()
    archive: ArchiveSettings = ArchiveSettings()
    store: StoreSettings = StoreSettings()
    notify: NotifySettings = NotifySettings()
    watch: WatchSettings = WatchSettings()
    base: Path = Field(default=Path("."), exclude=True)

    @field_validator("contact")
    @classmethod
    def _one_line(cls, value: str) -> str:
        if not value.isprintable():  # it goes into a header of every request
            raise ValueError("should be one line")
        return value

    def path(self, path: Path) -> Path:
        """`path` from the folder of the configuration file."""
        return path if path.is_absolute() else self.base / path

    @property
    def sha256(self) -> str:
        """Hash of the settings in use, secrets being in the environment and not here."""
        return sha256(json.dumps(self.model_dump(mode="json"), sort_keys=True))

    def only(self, names: Iterable[str]) -> Settings:
        """The same settings with only the named sources. Raises ConfigError."""
        wanted = list(names)
        for name in wanted:
            if name not in self.sources:
                raise ConfigError(f"no source is called {name!r}{_nearest(name, self.sources)}")
        chosen = {n: t for n, t in self.sources.items() if n in wanted}
        return self.model_copy(update={"sources": chosen})


def load(path: Path | None = None) -> Settings:
    """Settings from `path`, else `verify.toml` here, else the package's default.

    Raises ConfigError: the file is missing, is no TOML, or has an unknown key
    (the message names the nearest known one).
    """
    if path is not None and not path.is_file():
        raise ConfigError(f"no configuration file at {path}: check the path after --config")
    found = path or (Path(FILE_NAME) if Path(FILE_NAME).is_file() else None)
    if found is None:
        default = files("verify") / "data" / FILE_NAME
        return parse(default.read_text("utf-8"), Path("."), "the default configuration")
    try:
        text = found.read_text("utf-8-sig")  # some editors write a byte-order mark
    except UnicodeDecodeError as error:
        raise ConfigError(f"{found} is not UTF-8 text: save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{found} cannot be read ({error.strerror})") from error
    return parse(text, found.resolve().parent, str(found))


def parse(text: str, base: Path, where: str) -> Settings:
    """Settings from TOML text. Raises ConfigError, one line."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where} is not valid TOML: {error}") from error
    if "base" in table:
        raise ConfigError(f"{where}: unknown key 'base'")
    try:
        return Settings.model_validate({**table, "base": base})
    except ValidationError as error:
        raise ConfigError(f"{where}: {_first(error)}") from error


# What pydantic says in its own terms, in those of a TOML file.
_PLAIN = {
    "tuple_type": 'should be a list, such as ["one", "two"]',
    "dict_type": "should be a table",
    "model_type": "should be a table",
    "model_attributes_type": "should be a table",
    "path_type": "should be a path in quotes",
    "string_type": "should be text in quotes",
    "int_parsing": "should be a whole number",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_parsing": "should be a number",
    "float_type": "should be a number",
    "bool_parsing": "should be true or false",
    "bool_type": "should be true or false",
}


def _first(error: ValidationError) -> str:
    """One mistake, in one line: an unknown key before all, with the nearest known one."""
    mistakes = error.errors(include_url=False)
    first = next((m for m in mistakes if m["type"] == "extra_forbidden"), mistakes[0])
    place = ".".join(str(p) for p in first["loc"])
    if first["type"] == "extra_forbidden":
        known = _fields(first["loc"][:-1])
        return f"unknown key {place!r}{_nearest(str(first['loc'][-1]), known)}"
    if first["type"] == "missing":
        return f"the key {place!r} is missing"
    said = first["msg"].removeprefix("Value error, ").replace("Input should", "should")
    return f"{place}: {_PLAIN.get(first['type'], said)}"


def _fields(place: tuple[int | str, ...]) -> list[str]:
    """The keys that the table at `place` may have."""
    model: Any = Settings
    for part in place:
        field = model.model_fields.get(part)
        annotation = field.annotation if field else None
        options = getattr(annotation, "__args__", (annotation,))
        model = next((o for o in options if hasattr(o, "model_fields")), None)
        if model is None:
            return []
    return [name for name in model.model_fields if name != "base"]


def _nearest(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(word.lower(), names, 1, 0.5)
    if close:
        return f": did you mean {close[0]!r}?"
    return f" (known: {', '.join(sorted(names))})" if names else ""
