"""A row of the queue in words: days left, what was found, who holds the case, what can be done with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from api.console.desk_view import policy_title
from api.words import CHANNELS, plain
from intake.actors import Actor, Role
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.reviewing.review import WAITING
from intake.reviewing.review_queue import QueueRow
from intake.tables.base import now
from validators.codes import MEANINGS
from validators.regions import load_regions

FOUND: Final = {code.value: words for code, words in MEANINGS.items()}
_HERE: Final = ZoneInfo("Asia/Shanghai")
_TOLD: Final = 2
"""Findings told in a row; more are counted."""


@dataclass(frozen=True, slots=True)
class Left:
    """How long there is, in words; ``tone`` and ``mark`` as ``ui.badge`` takes them."""

    words: str
    tone: str
    mark: str


@dataclass(frozen=True, slots=True)
class Row:
    """A case in a row. ``act``: what can be done with it here: ``claim``, ``resume``, ``second``,
    ``resume_second``, or nothing; ``opens`` is the address behind its name."""

    id: str
    case_no: str
    name: str
    number: str
    disease: str
    diseases_more: int
    policy: str
    region: str
    channel: str
    hospital: str
    state: str
    route: str | None
    findings: tuple[str, ...]
    findings_more: int
    round: int
    submitted_at: dt.datetime | None
    waited: str
    deadline: dt.date | None
    left: Left | None
    holder: str
    until: dt.datetime | None
    mine: bool
    for_senior: bool
    act: str
    opens: str
    second: str | None


def row_of(row: QueueRow, actor: Actor, *, near_days: int) -> Row:
    """The row for the page."""
    moment = now()
    held = row.claimed_until is not None and row.claimed_until > moment
    diseases = [plain(one) for one in row.diseases]
    return Row(
        id=row.id,
        case_no=row.case_no,
        name=plain(row.applicant) or "（已清除）",
        number=row.id_number,
        disease=diseases[0] if diseases else "",
        diseases_more=max(0, len(diseases) - 1),
        policy=policy_title(row.policy_id),
        region=load_regions().name_of(row.region) or row.region,
        channel=CHANNELS.get(row.channel, row.channel),
        hospital="、".join(plain(one) for one in row.hospitals),
        state=row.state,
        route=row.route,
        findings=tuple(FOUND.get(code, code) for code in row.findings[:_TOLD]),
        findings_more=max(0, len(row.findings) - _TOLD),
        round=row.round,
        submitted_at=row.submitted_at,
        waited=waited(row.submitted_at, moment),
        deadline=row.deadline,
        left=left_of(row, near_days),
        holder=plain(row.claimed_by or ""),
        until=row.claimed_until,
        mine=row.mine and (held or row.second is None),
        for_senior=row.for_senior,
        act=_act(row, actor, held=held),
        opens=f"/console/second/{row.second}" if row.second else f"/console/cases/{row.id}",
        second=row.second,
    )


def left_of(row: QueueRow, near_days: int) -> Left | None:
    """Working days left, said in words; ``None`` where none are counted and nothing is to be said of it."""
    days = row.working_days_left
    if row.state == State.RETURNED and row.second is None:
        return Left("待补正，暂停计时", "quiet", "clock")
    if days is None:
        return None
    if days < 0:
        return Left(f"逾期 {-days} 个工作日", "bad", "alert-triangle")
    if days == 0:
        return Left("今日到期", "bad", "clock-exclamation")
    if days <= near_days:
        return Left(f"剩 {days} 个工作日", "doubt", "clock-exclamation")
    return Left(f"剩 {days} 个工作日", "quiet", "clock")


def waited(since: dt.datetime | None, moment: dt.datetime) -> str:
    """How long ago, as people say it.

    >>> at = dt.datetime(2025, 11, 20, 1, 5, tzinfo=dt.UTC)
    >>> [waited(at, at + dt.timedelta(hours=n)) for n in (0, 3, 24, 80)]
    ['今天 09:05', '今天 09:05', '昨天 09:05', '3 天前']
    """
    if since is None:
        return ""
    there, here = since.astimezone(_HERE), moment.astimezone(_HERE)
    days = (here.date() - there.date()).days
    if days <= 1:
        return f"{'今天' if days <= 0 else '昨天'} {there:%H:%M}"
    return f"{days} 天前"


def _act(row: QueueRow, actor: Actor, *, held: bool) -> str:
    if row.second:
        return "resume_second" if row.mine else "" if held else "second"
    if not access.permits(actor, "case.claim"):
        return ""
    if row.state == State.IN_REVIEW:
        return "resume" if row.mine else "" if held else _claim(row, actor)
    return _claim(row, actor) if row.state in WAITING else ""


def _claim(row: QueueRow, actor: Actor) -> str:
    return "claim" if actor.role is Role.SENIOR or not row.for_senior else ""
