"""Who opened a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opened_by", sa.String(), nullable=True))
        batch_op.create_index("ix_cases_opened_by", ["opened_by"], unique=False)
