"""Codes and sessions of applicants."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "apply_passes",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=True),
        sa.Column("code_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("session_hash", sa.String(), nullable=True),
        sa.Column("session_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_by", sa.String(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_apply_passes_case_id_cases")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_apply_passes")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_apply_passes_code_hash")),
        sa.UniqueConstraint("session_hash", name=op.f("uq_apply_passes_session_hash")),
    )
