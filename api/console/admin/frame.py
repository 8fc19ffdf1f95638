"""The frame of the administration: its sections, whom each is for, and what was just done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from api.console.pages import render
from api.console.seats import Seat
from intake.faults import Fault
from intake.refusals import Refused

PREFIX: Final = "/console/admin"


@dataclass(frozen=True, slots=True)
class Section:
    """One entry beside the pages; ``action`` is what its pages ask for."""

    key: str
    title: str
    path: str
    icon: str
    action: str


SECTIONS: Final = (
    Section("overview", "一览", PREFIX, "device-desktop-analytics", "administration.view"),
    Section("people", "人员", f"{PREFIX}/people", "users", "people.view"),
    Section("keys", "密钥", f"{PREFIX}/keys", "shield-lock", "key.view"),
    Section("webhooks", "推送", f"{PREFIX}/webhooks", "webhook", "webhook.oversee"),
    Section("policies", "政策", f"{PREFIX}/policies", "gavel", "administration.view"),
    Section("work", "停滞任务", f"{PREFIX}/work", "clock-exclamation", "work.view"),
    Section("registers", "登记", f"{PREFIX}/registers", "table", "administration.view"),
    Section("audit", "审计记录", f"{PREFIX}/audit", "history", "audit.view"),
)
DONE: Final = {
    "changed": "已保存。",
    "disabled": "已停用，其登录已全部结束。",
    "enabled": "已启用。",
    "unlocked": "已解除锁定。",
    "factor": "已解除动态口令，其登录已全部结束。",
    "revoked": "密钥已停用。",
    "client-disabled": "单位已停用，其密钥全部失效。",
    "client-enabled": "单位已启用。",
    "test-sent": "测试事件已发出，请稍候刷新，查看结果。",
    "replayed": "已安排补发，请稍候刷新，查看结果。",
    "span-replayed": "这段时间的事件已安排补发，请稍候刷新，查看结果。",
    "none-replayed": "这段时间没有事件，无需补发。",
    "retried": "案件已重新排队识别。",
    "batch-retried": "批次已重新排队处理。",
}
"""What an address may say was done (``?done=…``); anything else says nothing."""


class Wrong(dict[str, str]):
    """What is wrong with each field of a form, in words; empty words for one with nothing wrong."""

    def __missing__(self, field: str) -> str:
        return ""


def show(request: Request, template: str, seat: Seat, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the administration (``templates/admin/<template>.html.j2``)."""
    sections = tuple(one for one in SECTIONS if seat.may(one.action))
    done = DONE.get(request.query_params.get("done", ""), "")
    return render(
        request, f"admin/{template}.html.j2", seat, status=status, sections=sections, done=done, **values
    )


def onward(path: str, done: str) -> RedirectResponse:
    """On to a page that says what was done. ``done`` is a word of ``DONE``."""
    assert done in DONE
    return RedirectResponse(f"{path}?done={done}", status_code=303)


def faults_of(refused: Refused) -> tuple[Fault, ...]:
    """Everything that a refusal names."""
    return tuple(refused.faults) or (refused.refusal.fault(),)


def beside(faults: tuple[Fault, ...], fields: frozenset[str]) -> tuple[Wrong, tuple[Fault, ...]]:
    """What is wrong by field, and the faults that belong to none. ``regions[0]`` belongs to ``regions``."""
    wrong, others = Wrong(), []
    for fault in faults:
        field = fault.where.partition("[")[0]
        if field in fields:
            wrong[field] = f"{fault.message.rstrip('。')}。{fault.remedy}"
        else:
            others.append(fault)
    return wrong, tuple(others)
