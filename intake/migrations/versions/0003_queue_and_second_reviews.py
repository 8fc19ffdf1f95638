"""The queue's labels and indexes, saved views, and second reviews."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _queue()
    _second_reviews()
    _cases()


def _queue() -> None:
    op.create_table(
        "saved_views",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("wanted", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_saved_views_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_views")),
        sa.UniqueConstraint("person_id", "name", name=op.f("uq_saved_views_person_id_name")),
    )
    op.create_table(
        "case_labels",
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_labels_case_id_cases")),
        sa.PrimaryKeyConstraint("case_id", "kind", "label", name=op.f("pk_case_labels")),
    )
    with op.batch_alter_table("case_labels", schema=None) as batch_op:
        batch_op.create_index("ix_case_labels_label", ["kind", "label", "case_id"], unique=False)


def _second_reviews() -> None:
    op.create_table(
        "second_reviews",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("policy_id", sa.String(), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("first_by", sa.String(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_by", sa.String(), nullable=True),
        sa.Column("second", sa.String(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_second_reviews_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["claimed_by"], ["people.id"], name=op.f("fk_second_reviews_claimed_by_people")
        ),
        sa.ForeignKeyConstraint(["first_by"], ["people.id"], name=op.f("fk_second_reviews_first_by_people")),
        sa.ForeignKeyConstraint(
            ["second_by"], ["people.id"], name=op.f("fk_second_reviews_second_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_reviews")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_second_reviews_decision_id")),
    )
    with op.batch_alter_table("second_reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_second_reviews_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_second_reviews_open", ["given_at", "drawn_at"], unique=False)


def _cases() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("id_masked_hash", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("labelled_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_index(batch_op.f("ix_cases_queue"))
        batch_op.create_index(
            "ix_cases_queue",
            [
                "state",
                "submitted_at",
                "id",
                "region",
                "for_senior",
                "policy_id",
                "channel",
                "route",
                "claimed_by",
            ],
            unique=False,
        )
        batch_op.drop_index(batch_op.f("ix_cases_state_deadline"))
        batch_op.create_index(
            "ix_cases_state_deadline",
            [
                "state",
                "deadline",
                "id",
                "region",
                "for_senior",
                "policy_id",
                "channel",
                "route",
                "claimed_by",
            ],
            unique=False,
        )
        batch_op.create_index("ix_cases_claimed", ["claimed_by", "state"], unique=False)
        batch_op.create_index("ix_cases_id_masked_hash", ["id_masked_hash"], unique=False)
        batch_op.create_index("ix_cases_name_hash", ["name_hash"], unique=False)
        batch_op.create_index("ix_cases_unlabelled", ["labelled_at"], unique=False)
