"""Answers of ``/v1/uploads/``, and how they stand in the API's description."""

from __future__ import annotations

from email.utils import format_datetime
from typing import Any, Final

from fastapi import Request, Response

from api.http.shapes.problem import problems
from api.http.tus import BODY, VERSION
from intake.service_settings import ServiceSettings
from intake.uploads import UploadView


def created(request: Request, settings: ServiceSettings, view: UploadView) -> Response:
    """201 with where the upload stands: absolute only where the operator said how we are seen from outside,
    for behind a proxy neither the host nor the scheme of a request is ours to trust."""
    base = settings.public_url.rstrip("/") if settings.public_url else request.scope.get("root_path", "")
    return Response(status_code=201, headers=_headers(view) | {"Location": f"{base}/v1/uploads/{view.id}"})


def state(view: UploadView) -> Response:
    """What is durable."""
    headers = _headers(view) | {"Upload-Length": str(view.length), "Cache-Control": "no-store"}
    if view.stated.header:
        headers["Upload-Metadata"] = view.stated.header
    return Response(status_code=200, headers=headers)


def progress(view: UploadView) -> Response:
    """204 after some bytes, or after the last."""
    return Response(status_code=204, headers=_headers(view))


def _headers(view: UploadView) -> dict[str, str]:
    headers = {"Upload-Offset": str(view.offset)}
    if view.state == "open":
        headers["Upload-Expires"] = format_datetime(view.expires_at, usegmt=True)
    if view.file_id is not None:
        headers["Menshen-File"] = view.file_id
        if view.duplicate:
            headers["Menshen-Duplicate"] = "true"
    return headers


def _asked(
    name: str, description: str, example: str, *, required: bool = True, **schema: Any
) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": description,
        "schema": {"type": "string", **schema},
        "example": example,
    }


def _told(description: str, example: str) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}, "example": example}


def _body(*, required: bool) -> dict[str, Any]:
    return {
        "required": required,
        "description": "文件的一段，从 Upload-Offset 起",
        "content": {BODY: {"schema": {"type": "string", "format": "binary"}}},
    }


_BYTES: Final = "^[0-9]{1,15}$"
_VERSION: Final = _asked("Tus-Resumable", "协议版本", VERSION, enum=[VERSION])
_CHECKSUM: Final = _asked(
    "Upload-Checksum",
    "这一段的校验和，写作“算法 Base64 值”；算法可用 sha1、sha256、md5",
    "sha1 Lve95gjOVATpfV8EL5X4nxwjKHE=",
    required=False,
)
_LENGTH: Final = _asked("Upload-Length", "文件的字节数", "2048000", pattern=_BYTES)
_OFFSET: Final = _asked("Upload-Offset", "这一段从第几字节起，即已收到的字节数", "0", pattern=_BYTES)
_METADATA: Final = _asked(
    "Upload-Metadata",
    "以逗号分隔的“名称 Base64 值”：case（案件编号）或 batch（批次编号），filename，kind（可不填）",
    "case MDE5M2Y,filename 6KGoLmpwZw==",
)
_TOLD: Final = {
    "Tus-Resumable": _told("协议版本", VERSION),
    "Upload-Offset": _told("已收到并已存妥的字节数", "1048576"),
    "Upload-Expires": _told("再无数据时，这个上传何时作废", "Thu, 20 Nov 2025 08:00:00 GMT"),
    "Menshen-File": _told("文件收齐后的编号", "0193f0c8a1b2c3d4e5f60718293a4b5c"),
    "Menshen-Duplicate": _told("为 true 时，该案件已有相同文件，编号即原文件的编号", "true"),
}
_GONE: Final = {410: {**problems(410)[410], "description": "这个上传已过期或已取消"}}
_PROBLEMS: Final = problems(404, 409, 412) | _GONE
_TAKING: Final = problems(404, 408, 409, 412, 413, 415, 423) | _GONE
_MISMATCH: Final = {**_TAKING[409], "description": "校验和不符，这一段没有保存"}


def _documented(summary: str, status: int, said: str, told: dict[str, Any], **extra: Any) -> dict[str, Any]:
    responses = {status: {"description": said, "headers": told}, **extra.pop("problems", {})}
    return {
        "summary": summary,
        "responses": responses,
        "response_class": Response,
        "openapi_extra": extra,
    }


OPTIONS: Final = _documented(
    "续传：能力",
    204,
    "协议版本、扩展、大小上限、校验算法",
    {
        "Tus-Version": _told("支持的协议版本", VERSION),
        "Tus-Extension": _told("支持的扩展", "creation,checksum"),
        "Tus-Max-Size": _told("大小上限（字节）", "20971520"),
        "Tus-Checksum-Algorithm": _told("支持的校验算法", "sha1,sha256,md5"),
    },
    security=[],
)
POST: Final = _documented(
    "续传：开始",
    201,
    "已开始",
    {"Location": _told("这个上传的地址", "/v1/uploads/0193f0c8a1b2c3d4e5f60718293a4b5c"), **_TOLD},
    problems={**_TAKING, 460: _MISMATCH},
    parameters=[_VERSION, _LENGTH, _METADATA, _CHECKSUM],
    requestBody=_body(required=False),
)
HEAD: Final = _documented(
    "续传：查询",
    200,
    "已收到的字节数",
    {**_TOLD, "Upload-Length": _told("文件的字节数", "2048000")},
    problems={**_PROBLEMS, 423: {**problems(423)[423], "description": "还在保存，或一时繁忙；请稍后再查询"}},
    parameters=[_VERSION],
)
PATCH: Final = _documented(
    "续传：上传一段",
    204,
    "这一段已存妥",
    _TOLD,
    problems={**_TAKING, 460: _MISMATCH},
    parameters=[_VERSION, _OFFSET, _CHECKSUM],
    requestBody=_body(required=True),
)
DELETE: Final = _documented(
    "续传：取消",
    204,
    "已取消",
    {"Tus-Resumable": _told("协议版本", VERSION)},
    problems=_PROBLEMS,
    parameters=[_VERSION],
)
