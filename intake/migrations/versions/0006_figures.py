"""Figures: when a case was first handed in, what people corrected by field, and indexes to count along."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_submitted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            "ix_cases_handed_in",
            ["first_submitted_at", "region", "policy_id", "channel", "state", "decided_at", "id"],
            unique=False,
        )
        batch_op.create_index("ix_cases_decided", ["decided_at", "region", "policy_id"], unique=False)
    op.execute(
        "UPDATE cases SET first_submitted_at = (SELECT min(case_steps.at) FROM case_steps "
        "WHERE case_steps.case_id = cases.id AND case_steps.to_state = 'queued')"
    )
    with op.batch_alter_table("verdicts", schema=None) as batch_op:
        batch_op.create_index("ix_verdicts_first", ["case_id", "number", "route"], unique=False)
    op.create_table(
        "reader_tallies",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("policy_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("agreed", sa.BigInteger(), nullable=False),
        sa.Column("wrong", sa.BigInteger(), nullable=False),
        sa.Column("missed", sa.BigInteger(), nullable=False),
        sa.Column("invented", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "region", "policy_id", "field", name=op.f("pk_reader_tallies")),
    )
