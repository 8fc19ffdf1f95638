"""What an applicant reads of the one case: whose it is, masked; what to do now; what to bring."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from api.console.desk_view import DeskCase, Item, desk_case
from intake.bulk.masking import mask_name
from intake.handing_in import HandedIn
from intake.lifecycle import State


@dataclass(frozen=True, slots=True)
class Now:
    """Where the case stands: ``tone`` and ``mark`` of its badge, a heading, a sentence what comes next."""

    tone: str
    mark: str
    title: str
    words: str


_NOW: Final[Mapping[State, Now]] = {
    State.OPEN: Now("info", "checklist", "请提交材料", "按下面的清单逐项拍照，齐了就提交。"),
    State.QUEUED: Now("info", "hourglass-high", "已提交，正在识别", "可以离开本页，过几分钟再来看结果。"),
    State.READING: Now("info", "scan", "已提交，正在识别", "可以离开本页，过几分钟再来看结果。"),
    State.IN_REVIEW: Now("info", "user-check", "正在审核", "审核人员正在看您的材料，不用您做什么。"),
    State.STUCK: Now("info", "user-check", "等待工作人员处理", "材料已收到，不用重新提交。"),
    State.RETURNED: Now("doubt", "arrow-back-up", "请补交材料", "补齐后再次提交，原来交过的不用再交。"),
    State.APPROVED: Now("good", "circle-check", "已通过", "具体待遇以经办机构的通知为准。"),
    State.REJECTED: Now("bad", "circle-x", "未通过", "如有疑问，请联系经办机构。"),
    State.WITHDRAWN: Now("quiet", "circle-minus", "已撤回", "如需办理，请重新申请。"),
}
_TO_BRING: Final = Now(
    "doubt", "eye", "已核对，可能要补材料", "请先备好下面的材料；审核人员看过后，会通知您在这里补交。"
)
_WAITS: Final = Now("info", "clock", "已核对，等待审核", "不用您做什么，结果会留在这里。")


@dataclass(frozen=True, slots=True)
class ApplicantCase:
    """The case for the page. ``name`` is masked, for whoever holds the phone may be somebody else."""

    desk: DeskCase
    name: str
    now: Now
    bring: tuple[str, ...]
    words: str
    needed: tuple[Item, ...]
    perhaps: tuple[Item, ...]
    until: dt.date | None


def applicant_case(handed: HandedIn) -> ApplicantCase:
    """The view of a case."""
    desk = desk_case(handed)
    state = State(desk.state)
    now = _NOW.get(state, _WAITS)
    bring = desk.corrections if state in (State.CHECKED, State.RETURNED) else ()
    if state is State.CHECKED and bring:
        now = _TO_BRING
    decided = state in (State.RETURNED, State.REJECTED)
    return ApplicantCase(
        desk=desk,
        name=mask_name(desk.name),
        now=now,
        bring=() if decided and desk.words else bring,
        words=desk.words if decided else "",
        needed=tuple(item for item in desk.items if item.needed),
        perhaps=tuple(item for item in desk.items if not item.needed),
        until=None if state is State.OPEN else desk.deadline,
    )
