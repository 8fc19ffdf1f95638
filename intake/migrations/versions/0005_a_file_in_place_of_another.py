"""A file that stands in another's place, and the step by which its sender hands a checked case in again.

The step itself is a row of ``legal_transitions``, which is brought up to date with every start.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("files", schema=None) as batch_op:
        batch_op.add_column(sa.Column("replaced_round", sa.BigInteger(), nullable=True))
