"""What a refused call is told."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from api.http.shapes.base import Told


class ProblemError(Told):
    """一项问题。"""

    code: str = Field(description="永久不变的问题代码", examples=["API-101"])
    where: str = Field(description="问题所在的字段路径；整体问题时为空", examples=["applicant.name"])
    message: str = Field(description="问题是什么", examples=["缺少这一项"])
    remedy: str = Field(description="应当怎么做", examples=["请补上这一项。"])


class Problem(Told):
    """RFC 9457 的错误答复（application/problem+json）；一次列出全部问题。"""

    type: str = Field(description="问题的类型", examples=["urn:menshen:problem:API-002"])
    title: str = Field(description="类型的简短说明", examples=["内容有误"])
    status: int = Field(description="HTTP 状态码", examples=[422])
    code: str = Field(description="永久不变的问题代码，程序应以此判断", examples=["API-002"])
    detail: str = Field(description="可直接展示给办事人的说明", examples=["请求内容有误。"])
    remedy: str = Field(description="可直接展示给办事人的处理办法", examples=["请按各项提示改正后重新提交。"])
    errors: list[ProblemError] = Field(description="全部问题")
    request_id: str | None = Field(default=None, description="本次请求的编号，查询日志时请提供")
    incident: str | None = Field(default=None, description="内部错误的编号，报障时请提供")


_WORDS = {
    400: "请求无法解析（不是 JSON、表单残缺等）",
    401: "没有密钥，或密钥无效、过期、停用",
    403: "角色无权进行这项操作，或不能为该地区办理",
    404: "没有这一项，或不属于本密钥（两者的答复完全相同）",
    405: "不支持该请求方法",
    408: "上传太慢，已中止",
    409: "当前状态不允许，或同一请求正在处理",
    410: "个人信息已依法清除",
    412: "条件不符",
    413: "正文或文件超过上限",
    415: "不支持这种正文格式",
    422: "内容有误；errors 一次列出全部问题",
    423: "已锁定",
    429: "请求过于频繁或超过每日上限；Retry-After 为应等待的秒数",
    503: "暂缓受理（空间、并发或积压）或依赖的部件不可用；Retry-After 为应等待的秒数",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error answers of a call, for its documentation: those named, and those any call may get."""
    common = (400, 401, 403, 405, 422, 429, 503)
    return {
        status: {
            "description": _WORDS[status],
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in sorted({*common, *statuses})
    }
