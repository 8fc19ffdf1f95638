"""Every refusal as RFC 9457 ``application/problem+json``: one shape, whoever refuses and why."""

from __future__ import annotations

import ipaddress
import json
import math
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from api.words import plain
from intake.doorkeeping.quotas import Quotas
from intake.faults import Fault, dotted, fault_words
from intake.refusals import Kind, Refusal, Refused
from intake.refusals.http import (
    BODY_TOO_LARGE,
    INVALID,
    MALFORMED,
    NO_SUCH_PLACE,
    NOT_JSON,
    TOO_SLOW,
    UNAVAILABLE,
    WRONG_METHOD,
    WRONG_TYPE,
)
from intake.safekeeping.vault import TooManyBytes, VaultError

MEDIA_TYPE: Final = "application/problem+json"
MOST_ERRORS: Final = 100
_MOST_WHERE: Final = 120

TITLES: Final[Mapping[Kind, str]] = {
    Kind.MALFORMED: "请求有误",
    Kind.UNKNOWN_CALLER: "未登录",
    Kind.FORBIDDEN: "没有权限",
    Kind.NOT_FOUND: "没有找到",
    Kind.WRONG_METHOD: "方法不支持",
    Kind.TOO_SLOW: "传输超时",
    Kind.CONFLICT: "状态冲突",
    Kind.GONE: "已不存在",
    Kind.PRECONDITION: "条件不符",
    Kind.TOO_LARGE: "内容过大",
    Kind.UNSUPPORTED: "格式不支持",
    Kind.INVALID: "内容有误",
    Kind.LOCKED: "已锁定",
    Kind.TOO_MANY: "请求过多",
    Kind.CHECKSUM_MISMATCH: "校验和不符",
    Kind.BUSY: "服务繁忙",
    Kind.FULL: "空间不足",
}
STATUSES: Final[Mapping[int, Refusal]] = {
    400: MALFORMED,
    404: NO_SUCH_PLACE,
    405: WRONG_METHOD,
    408: TOO_SLOW,
    413: BODY_TOO_LARGE,
    415: WRONG_TYPE,
    503: UNAVAILABLE,
}
_CODES: Final[Mapping[str, str]] = {"missing": "API-101", "extra_forbidden": "API-102"}
_WRONG_VALUE: Final = "API-103"
_REMEDIES: Final[Mapping[str, str]] = {
    "missing": "请补上这一项。",
    "extra_forbidden": "请删去这一项，或核对名称。",
}
_WORDS: Final[Mapping[str, str]] = {
    "bool_parsing": "须为 true 或 false",
    "bool_type": "须为 true 或 false",
    "list_type": "须为数组",
    "tuple_type": "须为数组",
    "dict_type": "须为 JSON 对象",
    "model_type": "须为 JSON 对象",
    "model_attributes_type": "须为 JSON 对象",
    "string_unicode": "含有无效的字符",
    "string_pattern_mismatch": "写法不符合要求",
}


class ProblemResponse(Response):
    """An answer of ``application/problem+json``; never stored by anybody."""

    media_type = MEDIA_TYPE
    charset = ""


def problem(refused: Refused, request_id: str | None = None) -> ProblemResponse:
    """A refusal as an answer, ``Retry-After`` and ``WWW-Authenticate`` where they belong."""
    refusal = refused.refusal
    headers: dict[str, str] = {}
    if refused.retry_after is not None:
        headers["Retry-After"] = str(max(1, math.ceil(refused.retry_after)))
    if refusal.kind is Kind.UNKNOWN_CALLER:
        headers["WWW-Authenticate"] = 'Bearer realm="menshen"'
    faults = refused.faults or (refusal.fault(),)
    body = _body(refusal.kind.value, TITLES[refusal.kind], refusal, faults)
    return _answer(body, refusal.kind.value, headers, request_id)


def incident(request_id: str) -> ProblemResponse:
    """The answer to a bug: a number to tell the operator, and nothing of what happened."""
    fault = Fault(
        "API-500", "", "服务内部出错，未能完成请求。", f"请稍后重试；如仍出错，请告知编号 {request_id}。"
    )
    body = {
        "type": "urn:menshen:problem:API-500",
        "title": "内部错误",
        "status": 500,
        "code": fault.code,
        "detail": fault.message,
        "remedy": fault.remedy,
        "errors": [_error(fault)],
        "incident": request_id,
    }
    return _answer(body, 500, {}, request_id)


def install(app: FastAPI) -> None:
    """Turn every way in which a call can fail into a problem."""

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, Refused)
        if error.refusal.kind is Kind.UNKNOWN_CALLER:
            error = await _stranger(request, error)
        return problem(error, request_id_of(request))

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem(_invalid(request, error), request_id_of(request))

    async def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 405 and (allowed := _allowed(request)):
            error.headers = {"Allow": ", ".join(allowed)}
        return _of_status(error, request_id_of(request))

    async def vault_down(request: Request, error: Exception) -> Response:
        return problem(Refused(UNAVAILABLE, retry_after=10), request_id_of(request))

    async def too_large(request: Request, error: Exception) -> Response:
        return problem(Refused(BODY_TOO_LARGE), request_id_of(request))

    app.add_exception_handler(Refused, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(VaultError, vault_down)
    app.add_exception_handler(TooManyBytes, too_large)


def request_id_of(request: Request) -> str | None:
    """The number of this call, as the log knows it."""
    found = request.scope.get("menshen.request_id")
    return found if isinstance(found, str) else None


async def _stranger(request: Request, refused: Refused) -> Refused:
    """The refusal of a wrong key; after too many from one address, the one that says so.

    Counted only where a key was wrong: whoever shares the address and has one is never held up.
    """
    quotas: Quotas | None = getattr(request.app.state, "quotas", None)
    if quotas is None or request.client is None:
        return refused
    try:
        await run_in_threadpool(quotas.count_stranger, neighbourhood(request.client.host))
    except Refused as too_many:
        return too_many
    return refused


def neighbourhood(address: str) -> str:
    """An address as strangers are counted by: of IPv6, the network of one household.

    >>> neighbourhood("203.0.113.7"), neighbourhood("2001:db8:1:2:3::4")
    ('203.0.113.7', '2001:db8:1:2::/64')
    """
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return address if known.version == 4 else str(ipaddress.ip_network((known, 64), strict=False))


def _allowed(request: Request) -> list[str]:
    """Every method of the path: the framework tells those of the first route that fits it only."""
    path = getattr(request.scope.get("route"), "path", "")
    return sorted(method.upper() for method in request.app.openapi()["paths"].get(path, ()))


def _invalid(request: Request, error: RequestValidationError) -> Refused:
    details = error.errors()
    if any(detail["type"] == "json_invalid" for detail in details):
        return Refused(NOT_JSON)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    whole_body = any(tuple(detail["loc"]) == ("body",) for detail in details)
    empty = request.headers.get("content-length", "0") == "0" and "transfer-encoding" not in request.headers
    if whole_body and not empty and not media_type.endswith("json"):
        return Refused(WRONG_TYPE)
    return Refused(INVALID, [_fault(detail) for detail in details[:MOST_ERRORS]])


def _fault(detail: Any) -> Fault:
    """One finding of Pydantic's, with the path of the field and never its value."""
    kind, location = detail["type"], tuple(detail["loc"])
    where = dotted(location[1:] if location[:1] == ("body",) else location) or "整体"
    message = _WORDS.get(kind) or _length_words(kind, detail.get("ctx", {})) or fault_words(detail)
    remedy = _REMEDIES.get(kind, "请改正这一项。")
    return Fault(_CODES.get(kind, _WRONG_VALUE), plain(where)[:_MOST_WHERE], message, remedy)


def _length_words(kind: str, context: Mapping[str, Any]) -> str | None:
    if kind == "string_too_long":
        return f"不能超过 {context['max_length']} 个字"
    if kind == "string_too_short":
        return f"不能少于 {context['min_length']} 个字"
    if kind == "too_long":
        return f"不能超过 {context['max_length']} 项"
    if kind == "too_short":
        return f"不能少于 {context['min_length']} 项"
    return None


def _of_status(error: HTTPException, request_id: str | None) -> Response:
    status, headers = error.status_code, dict(error.headers or {})
    if status < 400 or status in (204, 304):
        return Response(status_code=status, headers=headers)
    refusal = STATUSES.get(status)
    if refusal is None:
        phrase = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
        known = next((kind for kind in Kind if kind.value == status), Kind.MALFORMED)
        refusal = Refusal(known, f"API-{status}", f"请求未能完成（{status} {phrase}）。", "请核对后重试。")
    body = _body(status, TITLES[refusal.kind], refusal, (refusal.fault(),))
    return _answer(body, status, headers, request_id)


def _body(status: int, title: str, refusal: Refusal, faults: Sequence[Fault]) -> dict[str, Any]:
    return {
        "type": f"urn:menshen:problem:{refusal.code}",
        "title": title,
        "status": status,
        "code": refusal.code,
        "detail": refusal.message,
        "remedy": refusal.remedy,
        "errors": [_error(fault) for fault in faults],
    }


def _error(fault: Fault) -> dict[str, str]:
    return {
        "code": fault.code,
        "where": fault.where,
        "message": fault.message,
        "remedy": fault.remedy,
    }


def _answer(
    body: dict[str, Any], status: int, headers: dict[str, str], request_id: str | None
) -> ProblemResponse:
    if request_id:
        body["request_id"] = request_id
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return ProblemResponse(content, status, headers)
