"""Rows that the figures are counted from: narrow, without names, following from steps and verdicts."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table


class CaseFigure(Table):
    """What a case adds to the figures, as of its step ``revision``. Days are those of China.

    ``first_on`` is the day of the first submission, ``first_route`` what the first check said of it.
    ``decided_on``, ``decision`` (``approved``, ``rejected``), ``working_days`` (those the clock counted) and
    ``hours`` (all that passed) are there once it is decided. ``fields_counted``: its fields stand in
    ``field_figures``.
    """

    __tablename__ = "case_figures"
    __table_args__ = (
        Index("ix_case_figures_first", "first_on", "region", "policy_id", "channel", "first_route"),
        Index(
            "ix_case_figures_decided",
            "decided_on",
            "region",
            "policy_id",
            "decision",
            "working_days",
            "hours",
        ),
        Index("ix_case_figures_uncounted", "fields_counted", "decided_on"),
    )

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    revision: Mapped[int]
    region: Mapped[str]
    policy_id: Mapped[str]
    channel: Mapped[str]
    first_on: Mapped[dt.date]
    first_route: Mapped[str | None]
    decided_on: Mapped[dt.date | None]
    decision: Mapped[str | None]
    working_days: Mapped[int | None]
    hours: Mapped[int | None]
    rounds: Mapped[int]
    fields_counted: Mapped[bool] = mapped_column(default=False)


class FigureMark(Table):
    """A code that a case counts for. ``kind``: ``return`` (a reason of its ``number``-th decision, on that
    day), ``finding`` (what the first check found wanting, on the day of submission, ``hospital`` the one
    whose papers they are)."""

    __tablename__ = "figure_marks"
    __table_args__ = (
        Index("ix_figure_marks_day", "kind", "day", "region", "policy_id", "hospital", "code", "case_id"),
    )

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    hospital: Mapped[str] = mapped_column(primary_key=True, default="")
    code: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[dt.date]
    region: Mapped[str]
    policy_id: Mapped[str]


class FieldFigure(Table):
    """How the reader's values of one field fared with reviewers, of the cases decided on one day.

    ``read`` values were read; of these ``changed`` were corrected to another value and ``removed`` taken
    out; ``added`` were not read at all.
    """

    __tablename__ = "field_figures"

    day: Mapped[dt.date] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(primary_key=True)
    policy_id: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    read: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    removed: Mapped[int] = mapped_column(default=0)
    added: Mapped[int] = mapped_column(default=0)
