"""Reviewing, as the console and reviewers' scripts see it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final

from pydantic import Field, StringConstraints

from api.http.shapes.base import Id, Sent, Told
from api.http.shapes.case import CaseAnswer, answer_of
from api.json_output import Json, verdict_json
from api.words import masked
from intake.actors import Actor
from intake.reviewing.corrections import MOST_CHANGES
from intake.reviewing.decisions import MOST_WORDS, Choice
from intake.reviewing.field_values import MOST_LETTERS, MOST_VALUES
from intake.reviewing.review_queue import shown_name
from intake.reviewing.review_view import ReviewedCase
from validators.verdict import Verdict

Value = Annotated[str, StringConstraints(min_length=1, max_length=MOST_LETTERS)]
Revision = Annotated[int, Field(description="所依据的案件 revision；案件已有变化则答 409", ge=1, le=2**31)]
Pixel = Annotated[float, Field(ge=-100_000, le=1_000_000)]
_AS_IT_IS: Final = frozenset({"sha256", "digest", "code", "id", "media_type", "version", "clause"})


class ClaimAnswer(Told):
    """领取的情况。"""

    case_id: Id
    revision: int = Field(description="案件的 revision，作决定时须带上")
    until: dt.datetime = Field(description="领取到何时为止；到期前可续")


class FieldChangeBody(Sent):
    """一个字段的更正。"""

    file_id: str = Field(description="文件编号", max_length=32)
    page: int = Field(description="页码，从 1 起", ge=1, le=10_000)
    field: str = Field(description="字段名", max_length=40, examples=["hospital_level"])
    values: tuple[Value, ...] = Field(
        description="纸面上的值；空为纸面上没有。diagnosis、claimed_disease 可有多个",
        max_length=MOST_VALUES,
        examples=[["三级甲等"]],
    )
    box: tuple[Pixel, Pixel, Pixel, Pixel] | None = Field(
        default=None, description="在页面图像中的位置（像素）；不填则为识别时的位置"
    )
    paper: int | None = Field(
        default=None,
        description="同一页上有几份材料时，是其中第几份，从 1 起；不填则为载有该字段的第一份",
        ge=1,
        le=100,
    )


class CorrectionBody(Sent):
    """更正一个或多个字段。"""

    revision: Revision
    changes: tuple[FieldChangeBody, ...] = Field(
        description="各项更正", min_length=1, max_length=MOST_CHANGES
    )


class ChangedCheckAnswer(Told):
    """结论有变的一项检查。"""

    id: str = Field(description="检查项")
    subject: str | None = Field(description="所检查的文件或材料类型")
    before: str | None = Field(description="原结论；原来没有则为空")
    after: str | None = Field(description="新结论；不再有则为空")
    message: str = Field(description="新结论的说明")


class JudgedAgainAnswer(Told):
    """更正之后重新检查的结果。"""

    revision: int = Field(description="案件的 revision")
    route_before: str = Field(description="原去向")
    route: str = Field(description="新去向")
    changed: tuple[ChangedCheckAnswer, ...] = Field(description="结论有变的检查")


class DecisionBody(Sent):
    """对案件的决定。"""

    decision: Choice = Field(
        description="approve 通过，return 退回补正，reject 不予通过（仅复核人员），pass 转复核"
    )
    revision: Revision
    reasons: tuple[Annotated[str, StringConstraints(max_length=40)], ...] = Field(
        default=(), description="理由：本案检查结论的代码", max_length=100
    )
    words: str = Field(
        default="",
        description="给申请人的说明（pass 时给复核人员）；退回时不填则用补正内容",
        max_length=MOST_WORDS,
    )


class DecidedAnswer(Told):
    """作出决定之后。"""

    state: str = Field(description="案件的状态")
    revision: int = Field(description="案件的 revision")
    undo_until: dt.datetime | None = Field(description="在此之前可撤销；空为不能撤销")


class PageAnswer(Told):
    """一页的图像；位置以其像素计。"""

    file_id: Id
    file: str = Field(description="文件名")
    page: int = Field(description="页码")
    width: int = Field(description="宽（像素）")
    height: int = Field(description="高（像素）")
    url: str = Field(description="图像的地址")


class CorrectionAnswer(Told):
    """一项更正。"""

    file: str = Field(description="文件名")
    page: int = Field(description="页码")
    field: str = Field(description="字段名")
    value: Any = Field(description="更正后的值；空为纸面上没有")


class PastDecisionAnswer(Told):
    """一次决定。"""

    decision: str = Field(description="决定")
    by: str = Field(description="作出人")
    reasons: tuple[str, ...] = Field(description="理由代码")
    words: str = Field(description="说明")
    round: int = Field(description="第几次提交时")
    at: dt.datetime = Field(description="时间")


class StepAnswer(Told):
    """案件到达的一个状态。"""

    state: str = Field(description="状态")
    actor: str = Field(description="由谁")
    at: dt.datetime = Field(description="时间")


class ClockAnswer(Told):
    """办结期限。"""

    deadline: dt.date | None = Field(description="最后一日")
    working_days_left: int | None = Field(description="剩余工作日；0 为当日，负数为逾期")
    stopped: bool = Field(description="是否因退回而中止")
    overdue: bool = Field(description="是否逾期")
    estimated: bool = Field(description="是否涉及尚未公布放假安排的年份")


class HolderAnswer(Told):
    """领取人。"""

    name: str = Field(description="姓名")
    until: dt.datetime = Field(description="到何时为止")
    mine: bool = Field(description="是否为本人")


class ReviewAnswer(Told):
    """审核所需的全部内容。证件号码等默认掩码。"""

    case: CaseAnswer = Field(description="案件")
    region: str = Field(description="地区编码")
    for_senior: bool = Field(description="是否已转复核")
    application: dict[str, Any] = Field(description="申请内容")
    verdict: dict[str, Any] | None = Field(
        description="最近一次检查的结论、依据与识别结果（menshen.verdict/1 的一个 case，不含文本行）"
    )
    pages: tuple[PageAnswer, ...] = Field(description="页面图像")
    corrections: tuple[CorrectionAnswer, ...] = Field(description="有效的更正")
    decisions: tuple[PastDecisionAnswer, ...] = Field(description="历次决定")
    steps: tuple[StepAnswer, ...] = Field(description="经过")
    clock: ClockAnswer = Field(description="办结期限")
    holder: HolderAnswer | None = Field(description="领取人")
    unmasked: bool = Field(description="证件号码等是否未掩码")


def review_answer(found: ReviewedCase, actor: Actor, *, names: bool) -> ReviewAnswer:
    """A case for review; numbers are masked unless ``found.unmasked``, ``names`` tells whether in full."""
    hide = not found.unmasked
    application = found.application.model_dump(mode="json")
    applicant = application["applicant"]
    for person in (applicant, applicant.get("agent") or {}):
        if "name" in person:
            person["name"] = shown_name(person["name"], full=names)
    case_id = found.view.id
    return ReviewAnswer(
        case=answer_of(found.view, actor),
        region=found.region,
        for_senior=found.for_senior,
        application=_shown(application) if hide else application,
        verdict=_verdict(found.verdict, hide=hide) if found.verdict else None,
        pages=tuple(
            PageAnswer(
                file_id=one.file_id,
                file=masked(one.file),
                page=one.page,
                width=one.width,
                height=one.height,
                url=f"/v1/review/cases/{case_id}/files/{one.file_id}/pages/{one.page}.jpg",
            )
            for one in found.pages
        ),
        corrections=tuple(
            CorrectionAnswer(
                file=masked(one.file),
                page=one.page,
                field=one.field,
                value=_shown(one.value) if hide else one.value,
            )
            for one in found.corrections
        ),
        decisions=tuple(PastDecisionAnswer.model_validate(one) for one in found.decisions),
        steps=tuple(StepAnswer.model_validate(one) for one in found.steps),
        clock=ClockAnswer.model_validate(found.clock),
        holder=HolderAnswer.model_validate(found.holder) if found.holder else None,
        unmasked=found.unmasked,
    )


def _verdict(verdict: Verdict, *, hide: bool) -> Json:
    """The verdict without text lines: evidence has its places, and a page's whole text is much to send."""
    told = verdict_json(verdict)
    for document in told["documents"]:
        for page in document["pages"]:
            del page["lines"]
    shown: Json = _shown(told) if hide else told
    return shown


def _shown(told: Any) -> Any:
    """Every text with personal numbers masked; hashes and codes are none."""
    if isinstance(told, dict):
        return {key: value if key in _AS_IT_IS else _shown(value) for key, value in told.items()}
    if isinstance(told, list):
        return [_shown(one) for one in told]
    return masked(told) if isinstance(told, str) else told
