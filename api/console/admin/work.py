"""``/console/admin/work``: what the readers gave up, and trying it again."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Path, Request, Response

from api.console.admin.frame import PREFIX, onward, show
from api.console.admin.words import region_words
from api.console.desk_view import policy_title
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from api.http.state import CaseId
from intake.working import stuck_work

WORK: Final = f"{PREFIX}/work"
router = APIRouter(prefix=WORK, include_in_schema=False, route_class=SeatFirst)
Viewer = Annotated[Seat, may_open("work.view")]
Keeper = Annotated[Seat, may_open("work.retry")]
KINDS: Final = {"read": "识别材料", "check": "核对案件", "batch": "拆分批次"}
ERRORS: Final = {
    "lease": "识别进程中断，没有留下结果",
    "MemoryError": "内存不足",
    "TimeLimitExceeded": "超过处理时限",
    "TimeoutError": "超过处理时限",
    "VaultError": "原件存放处不可用",
    "ObjectLost": "原件缺失或损坏",
    "SealBroken": "原件不能解密",
    "OpenerLostError": "打开文件的进程异常退出",
    "ModelsMissing": "缺少识别模型",
}
"""What some causes mean; any other is shown by its name, for whoever looks into the log."""


@router.get("")
def page(request: Request, service: Serving, seat: Viewer) -> Response:
    """Stuck cases and batches, oldest first."""
    return show(
        request,
        "work",
        seat,
        found=stuck_work.stuck_work(service, seat.actor),
        kinds=KINDS,
        errors=ERRORS,
        policy_title=policy_title,
        region_words=region_words,
    )


@router.post("/cases/{case_id}/retry")
def retry_case(service: Serving, seat: Keeper, case_id: CaseId) -> Response:
    """One case is read again."""
    stuck_work.retry_case(service, seat.actor, case_id)
    return onward(WORK, "retried")


@router.post("/batches/{batch_id}/retry")
def retry_batch(
    service: Serving, seat: Keeper, batch_id: Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]
) -> Response:
    """One batch goes on."""
    stuck_work.retry_batch(service, seat.actor, batch_id)
    return onward(WORK, "batch-retried")
