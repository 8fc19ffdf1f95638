"""Refusals of the applicant's page."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

APPLY_OFF: Final = Refusal(
    Kind.NOT_FOUND, "APP-001", "没有开通申请人页面。", "如需使用，请管理员打开 MENSHEN_APPLY_PAGE。"
)
WRONG_PASS: Final = Refusal(
    Kind.FORBIDDEN,
    "APP-002",
    "办理码不正确、已用过或已过期。",
    "请核对后再试；仍不行的，请向给您办理码的单位或平台重新获取。",
)
NOT_ENTERED: Final = Refusal(
    Kind.FORBIDDEN, "APP-003", "还没有进入办理，或停留时间过长。", "请重新输入办理码。"
)
CASE_CLOSED: Final = Refusal(Kind.CONFLICT, "APP-004", "案件已办结或已撤回，不能再发办理码。", "无需再操作。")
