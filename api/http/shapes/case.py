"""Cases as portals send and see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from api.http.shapes.base import Id, Told, only_text
from api.words import plain, shown
from intake.actors import Actor
from intake.case_requests import CaseRequest
from intake.case_views import CaseView, DecisionView, FileView, MaterialView
from validators.verdict import CheckResult, Evidence

EXAMPLE: Final[JsonDict] = {
    "policy": "shaoyang-renewal",
    "submitted_on": "2025-11-20",
    "applicant": {
        "name": "李建国",
        "id_number": "430503196703124514",
        "insured_place": "邵阳市大祥区",
        "insurance": "employee",
        "relation": "self",
    },
    "diseases": ["高血压病3级"],
    "entitlement": {"disease": "高血压病3级", "valid_until": "2025-12-31"},
    "channel": "xiangyibao",
    "external_id": "XYB-2025-000127",
}


class NewCase(CaseRequest):
    """申请内容，与 case.yaml 相同，另加渠道与门户自己的编号。"""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    @model_validator(mode="before")
    @classmethod
    def _readable(cls, stated: Any) -> Any:
        return only_text(stated)


class PolicyName(Told):
    """案件适用的政策。"""

    id: str = Field(description="政策编号", examples=["shaoyang-renewal"])
    version: str = Field(description="政策版本（施行日期）", examples=["2025-03-01"])


class Material(Told):
    """一项须提交的材料。"""

    name: str = Field(description="材料名称", examples=["疾病诊断证明书"])
    kinds: tuple[str, ...] = Field(description="可用的材料类型（kind），任一即可")
    agents_only: bool = Field(description="是否仅在代办时需要")
    categories: tuple[str, ...] = Field(description="仅在这些备案类别下需要；空为不限")
    clause: str = Field(description="政策依据")
    given: bool = Field(description="是否已提交过这类材料（按门户所述或已识别的类型）")


class RefusedFile(Told):
    """文件不能使用的原因。"""

    code: str = Field(description="永久不变的代码", examples=["FILE-004"])
    message: str = Field(description="原因")
    remedy: str = Field(description="处理办法")


class CaseFile(Told):
    """案件中的一个文件。"""

    id: Id
    name: str = Field(description="文件名；其中的证件号码已掩码", examples=["出院小结.jpg"])
    sha256: str = Field(description="文件内容的 SHA-256")
    size: int = Field(description="字节数")
    media_type: str = Field(description="按内容判定的类型", examples=["image/jpeg"])
    pages: int = Field(description="页数；0 为尚未得知")
    kind: str | None = Field(description="材料类型：已识别的，或门户所述的")
    state: str = Field(
        description="received 已收到，reading 识别中，read 已识别，refused 不能使用，replaced 已更换"
    )
    quality: tuple[str, ...] = Field(description="画面问题，如 blurred 模糊、too_dark 过暗")
    refused: RefusedFile | None = Field(description="不能使用的原因与处理办法")
    round: int = Field(description="随第几次提交而来；补正后为 2 起")


class Progress(Told):
    """识别的进度。"""

    files: int = Field(description="文件数")
    read: int = Field(description="已识别的文件数")
    jobs: int = Field(description="识别工作的件数")
    jobs_done: int = Field(description="已完成的件数")


class CheckEvidence(Told):
    """结论所依据的位置；证件号码等一律掩码。"""

    file: str = Field(description="文件名，或 case.yaml（申请信息）")
    page: int | None = Field(description="页码，从 1 起")
    field: str | None = Field(description="字段名", examples=["hospital_name"])
    value: str | None = Field(description="字段的值（已掩码）")
    box: tuple[int, int, int, int] | None = Field(
        default=None, description="在页面图像中的位置（像素）；只给审核人员"
    )
    confidence: float | None = Field(default=None, description="识别置信度；只给审核人员")


class Check(Told):
    """一项检查的结论。"""

    id: str = Field(description="检查项", examples=["hospital-level"])
    outcome: str = Field(description="met 符合，unmet 不符合，unknown 无法判断，not_applicable 不适用")
    code: str = Field(description="永久不变的代码", examples=["HOSP-001"])
    subject: str | None = Field(description="所检查的文件或材料类型")
    message: str = Field(description="结论")
    clause: str = Field(description="政策依据")
    remedy: str | None = Field(description="申请人应当怎么做")
    advisory: bool = Field(description="是否仅作提示，不影响去向")
    evidence: tuple[CheckEvidence, ...] = Field(description="所依据的位置")


class CaseCorrection(Told):
    """一项须补正的内容，可直接展示给申请人。"""

    code: str = Field(description="永久不变的代码", examples=["MAT-002"])
    message: str = Field(description="请申请人做什么")


class CaseDecision(Told):
    """审核人员的决定。"""

    decision: str = Field(description="approve 通过，return 退回补正，reject 不予通过")
    reasons: tuple[str, ...] = Field(description="理由代码")
    words: str = Field(description="给申请人的说明")
    at: dt.datetime = Field(description="作出的时间")


class CaseHead(Told):
    """案件的概况（列表中的一行）。"""

    id: Id
    case_no: str = Field(description="案件编号，供电话查询", examples=["MS20251120-7K3MQD"])
    external_id: str | None = Field(description="门户自己的编号")
    channel: str = Field(description="渠道", examples=["xiangyibao"])
    policy: PolicyName
    state: str = Field(
        description="open 未提交，queued 排队，reading 识别中，checked 已核对，待审核，in_review 审核中，"
        "approved 通过，returned 退回补正，rejected 不予通过，withdrawn 已撤回，stuck 须人工处理"
    )
    route: str | None = Field(
        description="ready_for_review 可直接审核，needs_correction 须补正，needs_attention 须人工判断；"
        "未检查完为空"
    )
    revision: int = Field(description="每次变化加一，可用来判断先后")
    submitted_on: dt.date = Field(description="期限与回溯所依据的提交日期")
    created_at: dt.datetime = Field(description="新建的时间")
    submitted_at: dt.datetime | None = Field(description="提交的时间")
    checked_at: dt.datetime | None = Field(description="检查完成的时间")
    decided_at: dt.datetime | None = Field(description="办结的时间")
    deadline: dt.date | None = Field(
        description="办结期限；提交前按今日提交计算；退回补正期间、办结或撤回后为空"
    )


class CaseAnswer(CaseHead):
    """案件的全部情况。"""

    materials: tuple[Material, ...] = Field(description="须提交的材料")
    files: tuple[CaseFile, ...] = Field(description="已收到的文件")
    progress: Progress
    checks: tuple[Check, ...] = Field(description="各项检查；检查完成后才有")
    corrections: tuple[CaseCorrection, ...] = Field(description="须补正的内容；检查完成后才有")
    decision: CaseDecision | None = Field(description="审核决定；作出后才有")
    notice: str | None = Field(description="给申请人的说明；须人工判断而各项检查都没有写明原因时才有")


class CaseList(Told):
    """案件列表的一页，新的在前。"""

    cases: tuple[CaseHead, ...] = Field(description="案件")
    next: str | None = Field(description="下一页的 cursor；没有更多时为空")


def head_of(view: CaseView) -> CaseHead:
    """A row of a list."""
    return CaseHead.model_construct(**_head(view))


def answer_of(view: CaseView, actor: Actor) -> CaseAnswer:
    """A case as ``actor`` may see it: places on pages are for people, numbers are masked for all."""
    given = {file.kind for file in view.files if file.kind and file.state != "refused"}
    return CaseAnswer(
        **_head(view),
        materials=tuple(_material(one, given) for one in view.materials),
        files=tuple(_file(one) for one in view.files),
        progress=Progress(
            files=len(view.files),
            read=sum(file.state == "read" for file in view.files),
            jobs=view.jobs_all,
            jobs_done=view.jobs_done,
        ),
        checks=tuple(_check(one, boxes=actor.is_person) for one in view.checks),
        corrections=tuple(
            CaseCorrection(code=one.code, message=plain(one.message)) for one in view.corrections
        ),
        decision=_decision(view.decision),
        notice=view.notice,
    )


def _head(view: CaseView) -> dict[str, Any]:
    return {name: getattr(view, name) for name in CaseHead.model_fields if name != "policy"} | {
        "policy": PolicyName(id=view.policy_id, version=view.policy_version)
    }


def _material(view: MaterialView, given: set[str]) -> Material:
    return Material(
        name=view.name,
        kinds=view.kinds,
        agents_only=view.agents_only,
        categories=view.categories,
        clause=view.clause,
        given=not given.isdisjoint(view.kinds),
    )


def _file(view: FileView) -> CaseFile:
    values: Mapping[str, Any] = {name: getattr(view, name) for name in CaseFile.model_fields}
    return CaseFile.model_validate(dict(values) | {"name": plain(view.name)})


def _check(check: CheckResult, *, boxes: bool) -> Check:
    return Check(
        id=check.id,
        outcome=check.outcome.value,
        code=check.code,
        subject=plain(check.subject) if check.subject else None,
        message=plain(check.message),
        clause=check.clause,
        remedy=plain(check.remedy) if check.remedy else None,
        advisory=check.advisory,
        evidence=tuple(_evidence(one, boxes=boxes) for one in check.evidence),
    )


def _evidence(evidence: Evidence, *, boxes: bool) -> CheckEvidence:
    value = shown(evidence.field, evidence.value)
    left, top, right, bottom = evidence.box or (0, 0, 0, 0)
    return CheckEvidence(
        file=plain(evidence.file),
        page=evidence.page,
        field=evidence.field,
        value=plain(value) if value else None,
        box=(round(left), round(top), round(right), round(bottom)) if boxes and evidence.box else None,
        confidence=evidence.confidence if boxes else None,
    )


def _decision(view: DecisionView | None) -> CaseDecision | None:
    if view is None:
        return None
    return CaseDecision(decision=view.decision, reasons=view.reasons, words=plain(view.words), at=view.at)
