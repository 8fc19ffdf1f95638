"""What reviewers find cases by, the views they keep, the second looks taken for quality, and how often people
left what was read as it was."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now


class CaseLabel(Table):
    """Something a case is found by. ``kind``: ``disease`` (``label`` is a keyed hash of its name),
    ``hospital`` (a name as printed or listed), ``finding`` (a code of what is not met in the verdict that
    holds)."""

    __tablename__ = "case_labels"
    __table_args__ = (Index("ix_case_labels_label", "kind", "label", "case_id"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(primary_key=True)


class SavedView(Table):
    """A person's own way to look at the queue: ``wanted`` is what stands in the address behind the ``?``,
    without anybody's name or number."""

    __tablename__ = "saved_views"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str]
    wanted: Mapped[str]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)


class SecondReview(Table):
    """A decided case drawn for a second look by somebody else, who does not know the decision.

    ``decision_id``, ``first`` and ``round`` are of the decision looked at again; ``claimed_by`` and
    ``claimed_until`` are a lease. ``second`` is what the second reviewer would have decided, at ``given_at``;
    ``agrees`` compares the two. It changes nothing of the case.
    """

    __tablename__ = "second_reviews"
    __table_args__ = (
        UniqueConstraint("decision_id"),
        Index("ix_second_reviews_open", "given_at", "drawn_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    decision_id: Mapped[str]
    region: Mapped[str]
    policy_id: Mapped[str]
    round: Mapped[int]
    first_by: Mapped[str] = mapped_column(ForeignKey("people.id"))
    first: Mapped[str]
    drawn_at: Mapped[dt.datetime] = mapped_column(default=now)
    claimed_by: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    claimed_until: Mapped[dt.datetime | None]
    second_by: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    second: Mapped[str | None]
    reasons: Mapped[list[str]] = mapped_column(default=list)
    words_sealed: Mapped[bytes | None]
    given_at: Mapped[dt.datetime | None]
    agrees: Mapped[bool | None]


class ReaderTally(Table):
    """How a field was read, told by the people who decided: one row a day in China, region, policy and field.

    Counted once a case, at approval or rejection, over every paper that has the field: ``agreed``: left as it
    was read; ``wrong``: corrected to another value; ``missed``: a person wrote what was not read;
    ``invented``: a person took away what was read.
    """

    __tablename__ = "reader_tallies"

    day: Mapped[dt.date] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(primary_key=True)
    policy_id: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    agreed: Mapped[int]
    wrong: Mapped[int]
    missed: Mapped[int]
    invented: Mapped[int]
