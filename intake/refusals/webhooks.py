"""Refusals about portals' webhook endpoints."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

NO_SUCH_ENDPOINT: Final = Refusal(
    Kind.NOT_FOUND, "HOOK-101", "没有这个推送地址。", "请核对编号，或查询推送地址列表。"
)
ENDPOINT_INVALID: Final = Refusal(Kind.INVALID, "HOOK-102", "推送地址有误。", "请按各项提示改正后重试。")
TOO_MANY_ENDPOINTS: Final = Refusal(
    Kind.CONFLICT, "HOOK-103", "推送地址已达上限。", "请先删除不用的推送地址。"
)
ENDPOINT_DISABLED: Final = Refusal(
    Kind.CONFLICT, "HOOK-104", "推送地址已停用。", "请先启用推送地址，再测试或补发。"
)
NO_SUCH_EVENT: Final = Refusal(Kind.NOT_FOUND, "HOOK-105", "没有这个事件。", "请核对事件编号。")
SPAN_INVALID: Final = Refusal(
    Kind.INVALID, "HOOK-106", "补发的时间范围有误。", "起点须早于终点，且时间须带时区。"
)
SPAN_TOO_WIDE: Final = Refusal(
    Kind.INVALID, "HOOK-107", "补发的事件过多。", "请缩短时间范围，或只选一种事件，分次补发。"
)

URL_MALFORMED: Final = Refusal(
    Kind.INVALID, "HOOK-111", "网址无法识别。", "请填写完整网址，如 https://portal.example/hooks。"
)
URL_NOT_HTTPS: Final = Refusal(Kind.INVALID, "HOOK-112", "网址须用 https。", "请改用 https 网址。")
URL_USERINFO: Final = Refusal(
    Kind.INVALID, "HOOK-113", "网址不能带用户名或密码。", "请删去网址中的用户名和密码，用签名核验来源。"
)
URL_FRAGMENT: Final = Refusal(Kind.INVALID, "HOOK-114", "网址不能带 # 之后的部分。", "请删去 # 及其后内容。")
URL_PORT: Final = Refusal(
    Kind.INVALID, "HOOK-115", "不能使用这个端口。", "请使用 443 端口，或 1024 及以上的端口。"
)
URL_TOO_LONG: Final = Refusal(Kind.INVALID, "HOOK-116", "网址过长。", "请缩短到 2000 个字符以内。")
NAME_NOT_FOUND: Final = Refusal(
    Kind.INVALID, "HOOK-117", "域名无法解析。", "请核对域名，或待域名生效后重试。"
)
ADDRESS_REFUSED: Final = Refusal(
    Kind.INVALID, "HOOK-118", "网址指向内网或保留地址，不能推送。", "请改用公网可达的地址，或联系管理员。"
)
UNKNOWN_EVENT: Final = Refusal(
    Kind.INVALID,
    "HOOK-119",
    "没有这种事件。",
    "可选 case.received、case.checked、case.returned、case.decided；不填为全部。",
)
