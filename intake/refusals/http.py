"""Refusals about a call itself: its form, its size, its pace."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

NOT_JSON: Final = Refusal(
    Kind.MALFORMED, "API-001", "请求正文不是有效的 JSON。", "请以 UTF-8 编码发送 JSON，并核对括号与引号。"
)
INVALID: Final = Refusal(Kind.INVALID, "API-002", "请求内容有误。", "请按各项提示改正后重新提交。")
NO_SUCH_PLACE: Final = Refusal(Kind.NOT_FOUND, "API-003", "没有这个接口。", "请核对网址与接口文档。")
WRONG_METHOD: Final = Refusal(
    Kind.WRONG_METHOD, "API-004", "这个接口不支持该请求方法。", "请按接口文档改用其他方法。"
)
BODY_TOO_LARGE: Final = Refusal(Kind.TOO_LARGE, "API-005", "请求正文过大。", "请减少内容后重新提交。")
WRONG_TYPE: Final = Refusal(
    Kind.UNSUPPORTED, "API-006", "不支持这种正文格式。", "请按接口文档设置 Content-Type。"
)
MALFORMED: Final = Refusal(Kind.MALFORMED, "API-007", "请求无法解析。", "请核对请求的写法后重新提交。")
BROKEN_FORM: Final = Refusal(
    Kind.MALFORMED, "API-008", "表单无法解析。", "请以标准的 multipart/form-data 重新上传。"
)
NO_FILE_PART: Final = Refusal(
    Kind.INVALID, "API-009", "表单中没有 file 这一项。", "请把文件放在名为 file 的一项中。"
)
SECOND_FILE: Final = Refusal(Kind.INVALID, "API-010", "一次只能上传一个文件。", "请把各个文件分开上传。")
TOO_MANY_FIELDS: Final = Refusal(Kind.INVALID, "API-011", "表单的项目过多。", "请只填写接口文档所列的项目。")
FIELD_TOO_LONG: Final = Refusal(
    Kind.INVALID, "API-012", "表单中有一项过长。", "请缩短这一项；文件请放在名为 file 的一项中。"
)
CUT_OFF: Final = Refusal(Kind.MALFORMED, "API-013", "上传中断，文件不完整。", "请重新上传这个文件。")
TOO_SLOW: Final = Refusal(
    Kind.TOO_SLOW, "API-014", "上传太慢，已中止。", "请在网络较好时重试，或改用断点续传。"
)
UNKNOWN_FIELD: Final = Refusal(Kind.INVALID, "API-015", "表单没有这一项。", "请核对项目的名称。")
FIELD_TWICE: Final = Refusal(Kind.INVALID, "API-016", "表单中这一项写了两次。", "请只保留一处。")

KEY_MALFORMED: Final = Refusal(
    Kind.MALFORMED,
    "API-020",
    "Idempotency-Key 的写法有误。",
    "请用 1 至 255 个可见的英文字符，例如一个 UUID。",
)
KEY_REUSED: Final = Refusal(
    Kind.INVALID, "API-021", "这个 Idempotency-Key 已用于另一请求。", "请为新的请求换一个 Idempotency-Key。"
)
KEY_RUNNING: Final = Refusal(
    Kind.CONFLICT, "API-022", "同一请求正在处理。", "请稍候再以同一 Idempotency-Key 查询。"
)

TOO_MANY_CALLS: Final = Refusal(Kind.TOO_MANY, "API-030", "请求过于频繁。", "请稍候再试。")
DAILY_QUOTA: Final = Refusal(
    Kind.TOO_MANY, "API-031", "今日新建案件已达上限。", "请明日再试，或联系管理员提高上限。"
)
TOO_MANY_STREAMS: Final = Refusal(
    Kind.TOO_MANY, "API-032", "同时打开的状态推送过多。", "请先关闭不用的连接，或改为定时查询。"
)

DISK_LOW: Final = Refusal(Kind.BUSY, "API-040", "存储空间不足，暂缓受理。", "请稍后重试。")
RECEIVING: Final = Refusal(Kind.BUSY, "API-041", "同时上传的文件过多，暂缓受理。", "请稍后重试。")
BACKLOG: Final = Refusal(Kind.BUSY, "API-042", "待处理的案件过多，暂缓受理。", "请稍后重试。")
UNAVAILABLE: Final = Refusal(Kind.BUSY, "API-043", "服务暂时不可用。", "请稍后重试。")

NO_SUCH_POLICY: Final = Refusal(
    Kind.NOT_FOUND, "API-050", "没有这项政策，或当日未施行。", "请核对政策编号与日期。"
)
NOT_READY: Final = Refusal(Kind.BUSY, "API-051", "服务尚未就绪。", "请稍后重试。")
BAD_CURSOR: Final = Refusal(Kind.INVALID, "API-052", "cursor 无效。", "请使用上一页答复中的 next。")
