"""Files as portals send and see them."""

from __future__ import annotations

from typing import Any, Final

from pydantic import Field

from api.http.shapes.base import Id, Told
from api.http.shapes.case import RefusedFile
from api.words import plain
from intake.files import FileAdded
from intake.working.precheck import PrecheckAnswer


class FirstFile(Told):
    """先前收到的、内容相同的文件。"""

    id: Id
    name: str = Field(description="文件名；其中的证件号码已掩码", examples=["出院小结.jpg"])


class FileAnswer(Told):
    """收到的文件；作此答复时，文件与记录均已可靠保存。"""

    id: Id
    sha256: str = Field(description="文件内容的 SHA-256，可用来核对")
    size: int = Field(description="字节数")
    media_type: str = Field(description="按内容判定的类型", examples=["image/jpeg"])
    pages: int = Field(description="页数；0 为尚未得知")
    duplicate: bool = Field(description="本案件中是否已有内容相同的文件；是则未再保存")
    first: FirstFile | None = Field(description="重复时，先前的那个文件")
    quality: tuple[str, ...] = Field(description="已看出的画面问题，如 too_dark 过暗、blank 空白页")
    refused: RefusedFile | None = Field(description="不能使用时的原因与处理办法；请申请人另行上传")


class PrecheckResult(Told):
    """预检的结果；文件不保留。"""

    media_type: str | None = Field(description="按内容判定的类型", examples=["image/jpeg"])
    kind: str = Field(description="材料类型；看不出为 unknown", examples=["discharge_summary"])
    kind_confidence: float | None = Field(description="类型的置信度")
    pages: int = Field(description="文件的页数；只看前两页")
    quality: tuple[str, ...] = Field(description="画面问题，如 blurred 模糊", examples=[["blurred"]])
    readable: bool = Field(description="能否辨认；否则请申请人重新拍摄")
    refused: RefusedFile | None = Field(description="不能使用时的原因与处理办法")
    hints: tuple[str, ...] = Field(
        description="可直接展示给申请人的提示", examples=[["画面模糊，请拿稳手机重新拍摄。"]]
    )


def file_answer(added: FileAdded) -> FileAnswer:
    """The answer to a file; numbers in names are masked."""
    answer = FileAnswer.model_validate(added)
    if answer.first is None:
        return answer
    first = FirstFile(id=answer.first.id, name=plain(answer.first.name))
    return answer.model_copy(update={"first": first})


def precheck_result(found: PrecheckAnswer) -> PrecheckResult:
    """The answer to a precheck."""
    return PrecheckResult.model_validate(found)


class IdCardRead(Told):
    """身份证照片上读出的内容；没有认清的为空。"""

    name: str = Field(description="姓名")
    id_number: str = Field(description="身份证号，校验码相符才给出")
    sure: bool = Field(description="两项都有把握；仍须对照证件")
    hint: str = Field(description="没有认清时怎样做")


def form(kind: bool, most_mb: float) -> dict[str, Any]:
    """The multipart body of an upload, for the documentation."""
    properties: dict[str, Any] = {
        "file": {"type": "string", "format": "binary", "description": f"文件，至多 {most_mb:g} MB"}
    }
    if kind:
        properties["kind"] = {
            "type": "string",
            "description": "门户所认为的材料类型；仅供参考，以识别为准",
            "examples": ["discharge_summary"],
        }
        properties["replaces"] = {
            "type": "string",
            "description": "这个文件代替哪个文件（其 id）；自下次提交起，被代替的不再参与核对，但仍保存",
        }
    schema = {"type": "object", "properties": properties, "required": ["file"]}
    return {"required": True, "content": {_MULTIPART: {"schema": schema}}}


_MULTIPART: Final = "multipart/form-data"
