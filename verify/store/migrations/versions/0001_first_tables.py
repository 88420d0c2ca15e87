"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "articles",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("first_seen", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_articles"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("taken", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_leases"),
    )
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("article_sha256", sa.String(length=64), nullable=False),
        sa.Column("claim_id", sa.String(length=40), nullable=False),
        sa.Column("decided_at", sa.String(length=32), nullable=False),
        sa.Column("decision", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reviews"),
        sa.UniqueConstraint("id", name="uq_reviews_id"),
    )
    op.create_index("ix_reviews_article_sha256", "reviews", ["article_sha256"], unique=False)
    op.create_table(
        "seen",
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("article_sha256", sa.String(length=64), nullable=False),
        sa.Column("checked_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("origin", name="pk_seen"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("article_sha256", sa.String(length=64), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("batch", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("begun_at", sa.String(length=32), nullable=False),
        sa.Column("ended_at", sa.String(length=32), nullable=True),
        sa.Column("as_of", sa.String(length=10), nullable=True),
        sa.Column("folder", sa.Text(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("config", sa.String(length=64), nullable=False),
        sa.Column("gaps", sa.Integer(), nullable=False),
        sa.Column("superseded_by", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_sha256"], ["articles.sha256"], name="fk_runs_article_sha256"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_article_sha256", "runs", ["article_sha256"], unique=False)
    op.create_index("ix_runs_batch_state", "runs", ["batch", "state"], unique=False)
    op.create_index("ix_runs_origin_state", "runs", ["origin", "state"], unique=False)
    op.create_index("ix_runs_superseded_by", "runs", ["superseded_by"], unique=False)
    op.create_table(
        "claims",
        sa.Column("run_id", sa.String(length=40), nullable=False),
        sa.Column("claim_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("worth", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["runs.id"], name="fk_claims_run_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", "claim_id", name="pk_claims"),
    )
    op.create_table(
        "evidence",
        sa.Column("run_id", sa.String(length=40), nullable=False),
        sa.Column("claim_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(length=8), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("snapshot_sha256", sa.String(length=64), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["runs.id"], name="fk_evidence_run_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", "claim_id", "position", name="pk_evidence"),
    )
    op.create_table(
        "verdicts",
        sa.Column("run_id", sa.String(length=40), nullable=False),
        sa.Column("claim_id", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=24), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["runs.id"], name="fk_verdicts_run_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", "claim_id", name="pk_verdicts"),
    )
    op.create_index("ix_verdicts_label", "verdicts", ["label"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_verdicts_label", table_name="verdicts")
    op.drop_table("verdicts")
    op.drop_table("evidence")
    op.drop_table("claims")
    op.drop_index("ix_runs_superseded_by", table_name="runs")
    op.drop_index("ix_runs_origin_state", table_name="runs")
    op.drop_index("ix_runs_batch_state", table_name="runs")
    op.drop_index("ix_runs_article_sha256", table_name="runs")
    op.drop_table("runs")
    op.drop_table("seen")
    op.drop_index("ix_reviews_article_sha256", table_name="reviews")
    op.drop_table("reviews")
    op.drop_table("leases")
    op.drop_table("articles")
