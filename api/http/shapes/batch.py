"""Batches as hospitals send and see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pydantic import Field

from api.http.shapes.base import Id, Sent, Told
from api.http.shapes.problem import ProblemError
from intake.batch_views import BatchView
from intake.bulk.results import ResultRow
from intake.case_requests import Channel


class NewBatch(Sent):
    """新建批次；随后上传文件，再提交。"""

    external_id: str | None = Field(default=None, max_length=100, description="医院自己的批次编号")
    channel: Channel = Field(default="hospital", description="来源渠道")
    defaults: dict[str, str] = Field(
        default_factory=dict,
        max_length=20,
        description="清单和 case.yaml 没有写明时的取值，如 policy、submitted_on、insurance",
        examples=[{"policy": "shaoyang-application"}],
    )


class BatchAnswer(Told):
    """批次的进展；只有件数，没有个人信息。"""

    id: Id
    state: str = Field(
        description="open 待提交、queued 排队、running 拆分中、done 已拆分完、refused 没有可收的案件、"
        "stuck 处理中断，可再次提交"
    )
    external_id: str | None = Field(description="医院自己的批次编号")
    created_at: dt.datetime
    done_at: dt.datetime | None = Field(description="全部拆分为案件的时间")
    files: int = Field(description="收到的文件数")
    bytes: int = Field(description="收到的字节数")
    stated: int | None = Field(description="清单写明的案件数")
    found: int = Field(description="已找到的案件数")
    taken: int = Field(description="已受理的案件数")
    refused: int = Field(description="未受理的案件数；原因见结果表")
    finished: int = Field(description="已核对完的案件数")
    states: Mapping[str, int] = Field(description="各状态的案件数")
    routes: Mapping[str, int] = Field(description="各结论的案件数")
    problems: tuple[ProblemError, ...] = Field(description="整个批次的问题，如清单件数与实际不符")


class BatchList(Told):
    """批次列表。"""

    batches: tuple[BatchAnswer, ...]
    next: str | None = Field(description="下一页的 cursor；没有则为 null")


class BatchRowAnswer(Told):
    """一个案件的结果；姓名和证件号码已掩码。"""

    row: int = Field(description="清单的行号，或文件夹的序号")
    label: str = Field(description="文件夹或清单中的名称")
    state: str = Field(
        description="案件状态；refused 为未受理，opened 为正在受理，unused 为不属于任何案件的文件（行号为 0）"
    )
    external_id: str | None = Field(description="外部编号")
    case_no: str | None = Field(description="案件编号")
    route: str | None = Field(description="结论")
    corrections: tuple[str, ...] = Field(description="须补正的事项")
    codes: tuple[str, ...] = Field(description="问题代码")
    reasons: tuple[str, ...] = Field(description="未受理的原因")


class BatchResults(Told):
    """每个案件一行，按报送的先后。"""

    rows: tuple[BatchRowAnswer, ...]


class BatchFileAnswer(Told):
    """收到的批次文件；作此答复时已可靠保存。"""

    id: Id


def batch_answer(view: BatchView) -> BatchAnswer:
    """The answer on a batch."""
    return BatchAnswer.model_validate(view)


def batch_row(row: ResultRow) -> BatchRowAnswer:
    """One case's result, masked."""
    return BatchRowAnswer.model_validate(row.masked())


def batch_form() -> dict[str, Any]:
    """The multipart body of a batch, for the documentation."""
    properties = {
        "file": {
            "type": "array",
            "items": {"type": "string", "format": "binary"},
            "description": "一个压缩包（zip）；或一份清单（CSV、XLSX、JSON）和它列出的文件",
        },
        "external_id": {"type": "string", "description": "医院自己的批次编号"},
    }
    schema = {"type": "object", "properties": properties, "required": ["file"]}
    form = {"multipart/form-data": {"schema": schema}}
    opened = {"application/json": {"schema": {"$ref": "#/components/schemas/NewBatch"}}}
    return {"required": True, "content": {**form, **opened}}
