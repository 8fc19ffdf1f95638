"""An approved case → its registration records, one a disease."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from intake.registration.recognition import only_value, recognition_of
from intake.registration.record import FIELDS, Entry, RegistrationRecord, fitted
from ocr.types import Document, DocumentKind
from ocr.values.id_number import birth_date, is_valid
from validators.application import Application
from validators.case import Case, gather
from validators.catalogue import Likeness
from validators.checks.disease import Claim, claims_of
from validators.pack import Pack
from validators.papers import Value
from validators.tables import read_rows, split
from validators.validity import last_day_for

K = DocumentKind
_FORMS = (K.APPLICATION_FORM, K.RECOGNITION_FORM)
_INSURANCE: Final = {"employee": "310", "resident": "390"}
"""险种类型 (insutype): 310 职工, 390 居民; source: the interface's specification (tier B)."""
_POOLS: Final = ("本级", "市直", "省直", "省级机关")
"""Words of city and province pools, whose 医保区划 is none of GB/T 2260's and not public."""
_NO_END: Final = "政策没有规定待遇的截止日期"
_UNKNOWN_CODES: Final = {
    "psn_no": "人员编号由医保信息平台编列，申请和材料中没有",
    "ide_fixmedins_no": "医药机构编号不印在材料上，请从定点医药机构目录中查取",
    "diag_dr_codg": "医师编码不印在材料上，请从医保医师目录中查取",
}


@dataclass(frozen=True, slots=True)
class ApprovedCase:
    """What is known of a case once it is approved.

    ``documents`` are those of its newest verdict; ``valid_from`` and ``valid_until`` are the period of
    the entitlement (``None``: without an end that the policy tells). ``decided_by`` is the reviewer's
    name.
    """

    case_no: str
    application: Application
    documents: Sequence[Document]
    decided_on: dt.date
    valid_from: dt.date
    valid_until: dt.date | None = None
    decided_by: str = ""
    channel: str = ""


def registration_records(approved: ApprovedCase, pack: Pack) -> tuple[RegistrationRecord, ...]:
    """A record for every disease of the case; one with the disease empty where none can be told.

    Remote filing registers no disease and gives none.
    """
    if pack.catalogue is None or pack.policy.business == "remote-filing":
        return ()
    case = gather(
        approved.case_no, approved.application, approved.documents, pack, register=None, earlier=None
    )
    common = _common(approved, case)
    claims = claims_of(case, pack.catalogue)
    told = (_disease(claim) | _own_end(approved, pack, claim.text) for claim in claims)
    diseases = _distinct(told) or [_no_disease()]
    return tuple(_record(approved.case_no, common | disease) for disease in diseases)


def _distinct(diseases: Iterable[dict[str, Entry]]) -> list[dict[str, Entry]]:
    """One entry a row of the catalogue, however often and by whatever names it is claimed."""
    held: dict[tuple[str, str], dict[str, Entry]] = {}
    for disease in diseases:
        name = disease["opsp_dise_name"]
        held.setdefault((name.value, name.why), disease)
    return list(held.values())


def _record(case_no: str, entries: Mapping[str, Entry]) -> RegistrationRecord:
    held = {field.key: fitted(field, entries.get(field.key, Entry())) for field in FIELDS}
    return RegistrationRecord(case_no, held)


def _common(approved: ApprovedCase, case: Case) -> dict[str, Entry]:
    """The fields that are the same for every disease of the case."""
    recognition = recognition_of(case)
    until = approved.valid_until
    return {
        **{code: Entry(why=why) for code, why in _UNKNOWN_CODES.items()},
        "insutype": _insurance(case),
        "tel": _from_forms(case, "phone"),
        "addr": _from_forms(case, "address", K.ID_CARD_FRONT),
        "insu_optins": _insured_region(case),
        "ide_fixmedins_name": recognition.hospital,
        "hosp_ide_date": recognition.day,
        "diag_dr_name": recognition.physician,
        "begndate": Entry(approved.valid_from.isoformat(), "decision"),
        "enddate": Entry(until.isoformat(), "decision") if until else Entry(why=_NO_END),
        **_approval(approved, case),
    }


def _approval(approved: ApprovedCase, case: Case) -> dict[str, Entry]:
    applicant = approved.application.applicant
    return {
        "申报来源": Entry(approved.channel, "stated") if approved.channel else Entry(),
        "人员证件类型": Entry("居民身份证", "stated"),
        "证件号码": Entry(applicant.id_number, "stated"),
        "人员姓名": Entry(applicant.name, "stated"),
        "申请日期": Entry(approved.application.submitted_on.isoformat(), "stated"),
        "经办人姓名": Entry(approved.decided_by, "decision") if approved.decided_by else Entry(),
        "经办时间": Entry(approved.decided_on.isoformat(), "decision"),
        "统筹区编号": Entry(case.pack.policy.region.code, "region"),
    }


def _disease(claim: Claim) -> dict[str, Entry]:
    """Name and code of a claimed disease, where exactly one row of the catalogue bears it."""
    rows = claim.match.rows
    if claim.match.likeness is not Likeness.LISTED or len(rows) != 1:
        why = f"申报的病种“{claim.text}”不能对应到目录中唯一的一种"
        return {"opsp_dise_name": Entry(why=why), "opsp_dise_code": Entry(why=why)}
    name = Entry(rows[0].name, "catalogue", claim.evidence)
    return {"opsp_dise_name": name, "opsp_dise_code": _code(rows[0].catalogue, rows[0].no)}


def _own_end(approved: ApprovedCase, pack: Pack, disease: str) -> dict[str, Entry]:
    """The last day where the pack tells how long a qualification for this disease lasts."""
    rule, number = pack.policy.validity, approved.application.applicant.id_number.upper()
    if rule is None or not rule.adopted:
        return {}
    born = birth_date(number) if is_valid(number, approved.decided_on) else None
    last = last_day_for(rule.value, disease, pack.catalogue, approved.decided_on, born)
    return {"enddate": Entry(last.isoformat(), "decision")} if last else {"enddate": Entry(why=_NO_END)}


def _no_disease() -> dict[str, Entry]:
    why = "申请和表格上都没有读到病种"
    return {"opsp_dise_name": Entry(why=why), "opsp_dise_code": Entry(why=why)}


def _code(catalogue: str, number: str) -> Entry:
    codes = _national_codes().get((catalogue, number), ())
    if len(codes) == 1:
        return Entry(codes[0], "catalogue", why="编码取自公开资料，请与国家医保病种目录核对")
    if codes:
        return Entry(why=f"这一病种下有几个国家编码（{'、'.join(codes)}），请人工选定")
    return Entry(why="没有查到这一病种的国家编码")


@lru_cache(maxsize=1)
def _national_codes() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Candidate codes of the national catalogue by list and row."""
    return {(row["list"], row["no"]): split(row["m_code"]) for row in read_rows("diseases.csv")}


def _insurance(case: Case) -> Entry:
    stated = case.application.applicant.insurance
    read = {v.text for v in _on_forms(case, "insurance_type")} & _INSURANCE.keys()
    if len(read | ({stated} if stated else set())) > 1:
        return Entry(why="险种在申请与材料上不一致，请人工核对")
    if stated:
        return Entry(_INSURANCE[stated], "stated")
    held = [v for v in _on_forms(case, "insurance_type") if v.text in _INSURANCE]
    found = only_value(held, "申请没有写明险种，表格上也没有读到", "")
    return Entry(_INSURANCE[found.value], found.origin, found.evidence) if found.value else found


def _insured_region(case: Case) -> Entry:
    """The six digits of the county in which the person is insured, never of the city as a whole."""
    stated = case.application.applicant.insured_place
    read = only_value(_on_forms(case, "insured_place"), "申请没有写明参保地", "各表格上的参保地不一致")
    place = stated or read.value
    if not place:
        return read
    if any(word in place for word in _POOLS):
        return Entry(why="市本级、省直的医保区划代码没有公开，请人工填写")
    code = _county_code(case.pack, place)
    if code is None:
        return Entry(why="参保地没有写到县（市、区），区划代码不能确定")
    return Entry(code, "region", None if stated else read.evidence)


def _county_code(pack: Pack, place: str) -> str | None:
    city = pack.policy.region.code
    if place.isdigit():
        inside = place[:4] == city[:4] and not place.endswith("00")
        return place if inside and pack.regions.knows(place) else None
    county = pack.regions.county(place, city)
    codes = {
        code
        for code in pack.regions.bearers.get(county or "", ())
        if code[:4] == city[:4] and not code.endswith("00")
    }
    return codes.pop() if len(codes) == 1 else None


def _on_forms(case: Case, name: str, *more: DocumentKind) -> list[Value]:
    papers = [paper for kind in (*_FORMS, *more) for paper in case.of_kind(kind) if paper.kind_is_sure]
    return [value for paper in papers for value in paper.values(name) if value.is_readable]


def _from_forms(case: Case, name: str, other: DocumentKind | None = None) -> Entry:
    """A value of the forms; of ``other`` papers where no form holds one."""
    values = _on_forms(case, name) or (_on_forms(case, name, other) if other else [])
    return only_value(values, "申请表上没有读到", "各材料上的内容不一致，请人工填写")
