"""Refusals about resumable uploads (tus 1.0)."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

WRONG_VERSION: Final = Refusal(
    Kind.PRECONDITION, "UPL-101", "续传协议的版本不符。", "请在请求头写 Tus-Resumable: 1.0.0。"
)
LENGTH_INVALID: Final = Refusal(
    Kind.MALFORMED, "UPL-102", "缺少文件大小，或写法有误。", "请在请求头 Upload-Length 写明文件的字节数。"
)
TOO_LARGE: Final = Refusal(Kind.TOO_LARGE, "UPL-103", "文件过大。", "请压缩或拆分后再上传。")
METADATA_INVALID: Final = Refusal(
    Kind.MALFORMED, "UPL-104", "Upload-Metadata 的写法有误。", "每项写作“名称 Base64 值”，各项以逗号分隔。"
)
NO_TARGET: Final = Refusal(
    Kind.MALFORMED,
    "UPL-105",
    "没有写明文件属于哪个案件或批次。",
    "请在 Upload-Metadata 写 case 或 batch，二者只写一项。",
)
NO_SUCH_UPLOAD: Final = Refusal(Kind.NOT_FOUND, "UPL-106", "没有这个上传。", "请重新开始上传。")
UPLOAD_GONE: Final = Refusal(Kind.GONE, "UPL-107", "这个上传已过期或已取消。", "请重新开始上传。")
WRONG_TYPE: Final = Refusal(
    Kind.UNSUPPORTED,
    "UPL-108",
    "正文的类型不符。",
    "请在请求头写 Content-Type: application/offset+octet-stream。",
)
OFFSET_INVALID: Final = Refusal(
    Kind.MALFORMED, "UPL-109", "缺少起始位置，或写法有误。", "请在请求头 Upload-Offset 写明起始字节。"
)
WRONG_OFFSET: Final = Refusal(
    Kind.CONFLICT, "UPL-110", "起始位置与已收到的不符。", "请先以 HEAD 查询 Upload-Offset，再从该处续传。"
)
CHECKSUM_UNKNOWN: Final = Refusal(
    Kind.MALFORMED,
    "UPL-111",
    "不支持这种校验和，或写法有误。",
    "请写作“算法 Base64 值”，算法可用 sha1、sha256、md5。",
)
CHECKSUM_MISMATCH: Final = Refusal(
    Kind.CHECKSUM_MISMATCH, "UPL-112", "校验和不符，这一段没有保存。", "请重新上传这一段。"
)
LOCKED: Final = Refusal(
    Kind.LOCKED, "UPL-113", "这个文件正在另一连接上传。", "请等待该连接结束，再查询位置并续传。"
)
TOO_MANY_PARTS: Final = Refusal(
    Kind.CONFLICT, "UPL-114", "文件被分成了过多的小段。", "请取消后以较大的分段重新上传。"
)
TOO_MANY_OPEN: Final = Refusal(Kind.TOO_MANY, "UPL-115", "未完成的上传过多。", "请先完成或取消已开始的上传。")
STILL_FINISHING: Final = Refusal(Kind.BUSY, "UPL-116", "文件已收齐，正在保存。", "请稍后以 HEAD 查询结果。")
LENGTH_DEFERRED: Final = Refusal(
    Kind.MALFORMED, "UPL-117", "不支持事后才写明文件大小。", "请在开始上传时写明 Upload-Length。"
)
TOO_SLOW: Final = Refusal(
    Kind.TOO_SLOW, "UPL-118", "连接上久无数据，已中止。", "请先查询 Upload-Offset，再从该处续传。"
)
BYTES_LOST: Final = Refusal(Kind.GONE, "UPL-119", "已上传的内容无法读出。", "请重新开始上传。")
BROKEN_OFF: Final = Refusal(Kind.MALFORMED, "UPL-120", "上传中断。", "请先查询 Upload-Offset，再从该处续传。")
