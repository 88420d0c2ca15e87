"""The tables. A change here needs a new file in `migrations/versions` (a test compares)."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Moments are ISO 8601 texts in UTC, always of the same width, so that they sort as
# text in both databases and no driver gives one back without its zone.
_Moment = String(32)
_Hash = String(64)
_Id = String(40)

ARTICLES = Table(
    "articles",
    METADATA,
    Column("sha256", _Hash, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),  # so that a recheck can say what was changed in it
    Column("url", Text),
    Column("published", String(10)),
    Column("language", String(16), nullable=False),
    Column("first_seen", _Moment, nullable=False),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("id", _Id, primary_key=True),
    Column("article_sha256", ForeignKey("articles.sha256"), index=True),  # none: it was unreadable
    Column("origin", Text, nullable=False),
    Column("batch", String(80), nullable=False),
    Column("state", String(16), nullable=False),  # begun, done, failed, abandoned
    Column("begun_at", _Moment, nullable=False),
    Column("ended_at", _Moment),
    Column("as_of", String(10)),
    Column("folder", Text),
    Column("summary", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("code", _Hash, nullable=False),
    Column("config", _Hash, nullable=False),
    Column("gaps", Integer, nullable=False),
    Column("superseded_by", _Id, index=True),
    Index("ix_runs_origin_state", "origin", "state"),
    Index("ix_runs_batch_state", "batch", "state"),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", _Id, primary_key=True),
    Column("position", Integer, nullable=False),  # in the report, worst first
    Column("text", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("worth", Float, nullable=False),
)

VERDICTS = Table(
    "verdicts",
    METADATA,
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", _Id, primary_key=True),
    Column("label", String(24), nullable=False, index=True),
    Column("confidence", Float, nullable=False),
    Column("rule", String(80), nullable=False),
    Column("why", Text, nullable=False),
)

EVIDENCE = Table(
    "evidence",
    METADATA,
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", _Id, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("stance", String(8), nullable=False),
    Column("similarity", Float, nullable=False),
    Column("source", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("published", String(10)),
    Column("snapshot_sha256", String(64), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

# Only ever added to: what a reviewer decided is never changed, a later row overrides it.
REVIEWS = Table(
    "reviews",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),  # the same decision read twice is one
    Column("article_sha256", _Hash, nullable=False, index=True),
    Column("claim_id", _Id, nullable=False),
    Column("decided_at", _Moment, nullable=False),
    Column("decision", JSON, nullable=False),
)

LEASES = Table(
    "leases",
    METADATA,
    Column("name", String(200), primary_key=True),
    Column("holder", String(80), nullable=False),
    Column("taken", BigInteger, nullable=False),  # milliseconds since 1970
    Column("until", BigInteger, nullable=False),
)

# What a watched address held when it was last checked.
SEEN = Table(
    "seen",
    METADATA,
    Column("origin", Text, primary_key=True),
    Column("stamp", Text, nullable=False),  # what the feed, list or folder says of its age
    Column("article_sha256", String(64), nullable=False),
    Column("checked_at", _Moment, nullable=False),
)
