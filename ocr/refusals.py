"""Why a file could not be opened: one table of permanent codes with words for the applicant.

The words are read on a phone by the person who sent the file, often not the patient: what is
wrong in one sentence, then what to do next. A code is never reused and never changes its meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ocr.types import Refusal

EMPTY: Final = Refusal(
    "FILE-001",
    "文件是空的，没有任何内容。",
    "请在手机相册中确认能打开原图，再重新选择并上传。",
)
TRUNCATED: Final = Refusal(
    "FILE-002",
    "文件不完整，可能在传输中断开了。",
    "请在网络稳定时重新上传原文件；如仍不行，请重新拍摄或重新导出。",
)
UNSUPPORTED: Final = Refusal(
    "FILE-003",
    "不支持这种格式的文件，或文件内容无法辨认。",
    "请上传照片（JPG、PNG、HEIC、WebP、BMP、TIFF）、PDF 或 OFD 文件；Word 等其他文件请先另存为 PDF。",
)
NAME_DISAGREES: Final = Refusal(
    "FILE-004",
    "文件的扩展名与实际内容不符。",
    "请不要修改扩展名，直接上传原始的照片、PDF 或 OFD 文件。",
)
PASSWORD_PROTECTED: Final = Refusal(
    "FILE-005",
    "文件设置了打开密码，无法查看。",
    "请去除密码后重新上传，也可以打开文件后逐页截图上传。",
)
TOO_MANY_BYTES: Final = Refusal(
    "FILE-006",
    "文件太大，超过了单个文件的大小上限。",
    "请压缩后重新上传；照片可在手机上选择“较小”或“压缩”，多页文件可拆成几个上传。",
)
TOO_MANY_PIXELS: Final = Refusal(
    "FILE-007",
    "画面尺寸太大，超过了单页的像素上限。",
    "请把相机改为普通分辨率（约 1200 万像素）重新拍摄，或将图片缩小后上传。",
)
TOO_MANY_PAGES: Final = Refusal(
    "FILE-008",
    "文件页数太多，超过了单个文件的页数上限。",
    "请只保留本次办理需要的页，或拆成几个文件上传。",
)
TOO_MANY_FRAMES: Final = Refusal(
    "FILE-009",
    "图片文件中包含的画面太多，超过了上限。",
    "请不要上传动图或连拍，每份材料上传一张普通照片。",
)
ARCHIVE_BOMB: Final = Refusal(
    "FILE-010",
    "文件展开后异常庞大，出于安全考虑未予打开。",
    "请上传原始文件；如文件由他人提供，请改为拍照上传。",
)
BROKEN: Final = Refusal(
    "FILE-011",
    "文件已损坏，无法打开。",
    "请确认文件在手机或电脑上能正常打开，再重新上传；如打不开，请重新拍摄或向出具单位重新索取。",
)
TIMED_OUT: Final = Refusal(
    "FILE-012",
    "打开文件用时过长，已停止。",
    "请稍后重新上传；如仍不行，请将材料逐页拍照上传。",
)
OUT_OF_MEMORY: Final = Refusal(
    "FILE-013",
    "文件内容过于复杂，无法打开。",
    "请将材料逐页拍照上传，或把文件另存为普通 PDF 后上传。",
)
NOT_RECEIVED: Final = Refusal(
    "FILE-014",
    "系统没有取到这个文件。",
    "请稍后重新上传；如仍不行，请联系工作人员。",
)
READER_FAILED: Final = Refusal(
    "FILE-015",
    "识别这个文件时系统出错，不是材料的问题，工作人员会直接查看原件。",
    "请等待工作人员处理，您不需要重新提交。",
)
READER_TIMED_OUT: Final = Refusal(
    "FILE-016",
    "识别这个文件用时过长，系统已停止，工作人员会直接查看原件。",
    "请等待工作人员处理，您不需要重新提交。",
)
OURS: Final = frozenset({"FILE-012", "FILE-014", "FILE-015", "FILE-016"})
"""Codes of failures that may be ours (a loaded machine is slow): never held against the applicant."""

REFUSALS: Final[Mapping[str, Refusal]] = {
    refusal.code: refusal
    for refusal in (
        EMPTY,
        TRUNCATED,
        UNSUPPORTED,
        NAME_DISAGREES,
        PASSWORD_PROTECTED,
        TOO_MANY_BYTES,
        TOO_MANY_PIXELS,
        TOO_MANY_PAGES,
        TOO_MANY_FRAMES,
        ARCHIVE_BOMB,
        BROKEN,
        TIMED_OUT,
        OUT_OF_MEMORY,
        NOT_RECEIVED,
        READER_FAILED,
        READER_TIMED_OUT,
    )
}
"""Every refusal by its code."""


class FileRefused(Exception):
    """A file cannot be opened.

    ``refusal`` is for the applicant; ``detail`` is for the operator's log (what the decoder said,
    in English) and never holds content of the file.
    """

    def __init__(self, refusal: Refusal, detail: str = "") -> None:
        super().__init__(f"{refusal.code}: {detail or refusal.message}")
        self.refusal = refusal
        self.detail = detail
