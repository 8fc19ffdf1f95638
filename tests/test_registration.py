"""The registration record: what is filled from where, what stays empty and why, and the three files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Sequence
from typing import Any

import pytest
from builders import (
    AGENT_NAME,
    AGENT_NUMBER,
    NAME,
    NUMBER,
    ON,
    application,
    by_agent,
    certificate,
    document,
    form,
    id_front,
    sound_application,
    sound_renewal,
    sound_yichun,
    unsure,
)
from openpyxl import load_workbook

from intake.registration import (
    APPROVAL,
    INTERFACE_2503,
    ApprovedCase,
    RegistrationRecord,
    registration_records,
    to_csv,
    to_json,
    to_xlsx,
)
from ocr.types import Document, DocumentKind
from validators.application import Application
from validators.pack import pack_in_force

DECIDED = dt.date(2025, 12, 1)
FORM = {
    "hospital_name": "邵阳市中心医院", "physician_name": "张伟", "sign_date": "2025-11-17",
    "phone": "13907390001", "address": "邵阳市大祥区红旗路1号", "insurance_type": "employee",
}  # fmt: skip


def records(
    documents: Sequence[Document], stated: Application | None = None, **more: Any
) -> tuple[RegistrationRecord, ...]:
    """The records of a case approved on 1 December 2025."""
    stated = stated or application()
    approved = ApprovedCase("SY2025000001", stated, documents, DECIDED, DECIDED, **more)
    return registration_records(approved, pack_in_force(ON, policy=stated.policy))


def only(documents: Sequence[Document], stated: Application | None = None, **more: Any) -> RegistrationRecord:
    """The one record of such a case."""
    (record,) = records(documents, stated, **more)
    return record


def values(record: RegistrationRecord) -> dict[str, str]:
    """What is filled in."""
    return {key: entry.value for key, entry in record.entries.items() if entry.value}


def gaps(record: RegistrationRecord) -> dict[str, str]:
    """What is missing, and why."""
    return {gap.field.key: gap.why for gap in record.missing}


def test_the_interfaces_fields() -> None:
    assert [field.number for field in INTERFACE_2503] == [*range(1, 14), 15]
    assert [field.code for field in INTERFACE_2503 if not field.required] == ["tel", "addr", "enddate"]
    types = {field.code: field.type for field in INTERFACE_2503}
    assert types["psn_no"] == "C30"
    assert types["opsp_dise_name"] == "C300"
    assert types["hosp_ide_date"] == types["begndate"] == types["enddate"] == "date"
    assert all(field.code == "" for field in APPROVAL)


def test_a_sound_case_fills_what_papers_can_tell() -> None:
    record = only([id_front(), form(fields=FORM)], decided_by="周敏", channel="counter")
    assert values(record) == {
        "insutype": "310",
        "opsp_dise_code": "M03900",
        "opsp_dise_name": "高血压病3级",
        "tel": "13907390001",
        "addr": "邵阳市大祥区红旗路1号",
        "insu_optins": "430503",
        "ide_fixmedins_name": "邵阳市中心医院",
        "hosp_ide_date": "2025-11-17",
        "diag_dr_name": "张伟",
        "begndate": "2025-12-01",
        "申报来源": "counter",
        "人员证件类型": "居民身份证",
        "证件号码": NUMBER,
        "人员姓名": NAME,
        "申请日期": "2025-11-20",
        "经办人姓名": "周敏",
        "经办时间": "2025-12-01",
        "统筹区编号": "430500",
    }
    assert [gap.field.code for gap in record.missing if gap.field.required] == [
        "psn_no", "ide_fixmedins_no", "diag_dr_codg",
    ]  # fmt: skip
    assert [gap.field.code for gap in record.to_confirm] == ["opsp_dise_code"]
    assert all(gap.why for gap in record.missing)
    assert not record.complete
    place = record.entries["diag_dr_name"].evidence
    assert place is not None
    assert (place.file, place.page) == ("application_form.jpg", 1)


def test_several_diseases_are_several_records() -> None:
    found = records(sound_application(), application(diseases=["高血压病3级", "冠心病", "高血压病Ⅲ级"]))
    assert [values(record)["opsp_dise_code"] for record in found] == ["M03900", "M04600"]


def test_the_disease_stated_in_the_entitlement_counts_for_a_renewal() -> None:
    stated = application("shaoyang-renewal", diseases=[], entitlement={"disease": "糖尿病"})
    record = only(sound_renewal(), stated)
    assert values(record)["opsp_dise_name"] == "糖尿病"
    assert "鉴定医院" in gaps(record)["ide_fixmedins_name"]


@pytest.mark.parametrize(
    ("disease", "policy", "why"),
    [
        ("慢性肾功能不全透析", "shaoyang-application", "几个国家编码|唯一"),
        ("肺心病", "shaoyang-application", "没有查到"),
        ("颈椎病", "shaoyang-application", "不能对应"),
        ("高血压", "shaoyang-application", "不能对应"),
    ],
)
def test_a_code_that_is_not_known_stays_empty(disease: str, policy: str, why: str) -> None:
    record = only([id_front()], application(policy, diseases=[disease]))
    assert "opsp_dise_code" not in values(record)
    assert any(part in gaps(record)["opsp_dise_code"] for part in why.split("|"))


def test_no_disease_at_all_is_one_record_that_says_so() -> None:
    record = only([id_front()], application(diseases=[]))
    assert "没有读到病种" in gaps(record)["opsp_dise_name"]


def test_remote_filing_registers_no_disease() -> None:
    assert records([id_front()], application("shaoyang-remote-filing")) == ()


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("邵阳市大祥区", "430503"), ("邵阳县", "430523"), ("武冈市", "430581"), ("430524", "430524"),
        ("邵阳市", None), ("430500", None), ("邵阳市本级", None), ("湖南省省直", None),
        ("长沙市岳麓区", None), ("430199", None),
    ],
)  # fmt: skip
def test_the_insured_region_is_a_county_or_nothing(place: str, code: str | None) -> None:
    record = only([id_front()], application(applicant={"insured_place": place}))
    assert values(record).get("insu_optins") == code
    assert bool(gaps(record).get("insu_optins")) is (code is None)


def test_insurance_that_disagrees_stays_empty() -> None:
    paper = form(fields=FORM | {"insurance_type": "resident"})
    assert "不一致" in gaps(only([paper]))["insutype"]
    silent = application(applicant={"insurance": None})
    assert values(only([paper], silent))["insutype"] == "390"
    assert "insutype" in gaps(only([id_front()], silent))


def test_a_doubtful_reading_fills_nothing() -> None:
    record = only([unsure(form(fields=FORM), 0.6)])
    assert {"tel", "diag_dr_name", "ide_fixmedins_name", "hosp_ide_date"} <= gaps(record).keys()


def test_two_hospitals_are_never_mixed() -> None:
    """The physician of another hospital's certificate is not the one who recognised the disease."""
    mine = form(fields={"hospital_name": "邵阳市中心医院"})
    other = certificate(fields={"hospital_name": "隆回县人民医院", "physician_name": "王强"})
    record = only([mine, other])
    assert values(record)["ide_fixmedins_name"] == "邵阳市中心医院"
    assert "diag_dr_name" in gaps(record)
    same = certificate(fields={"physician_name": "王强", "issue_date": "2025-10-20"})
    assert values(only([mine, same]))["diag_dr_name"] == "王强"
    assert values(only([mine, same]))["hosp_ide_date"] == "2025-10-20"


def test_papers_that_disagree_leave_it_to_a_person() -> None:
    two = form(fields=FORM | {"hospital_name": ["邵阳市中心医院", "隆回县人民医院"]})
    assert "不一致" in gaps(only([two]))["ide_fixmedins_name"]
    doctors = form(fields=FORM | {"physician_name": ["张伟", "王强"]})
    assert "几位医师" in gaps(only([doctors]))["diag_dr_name"]
    days = form(fields=FORM | {"sign_date": ["2025-11-17", "2025-11-18"]})
    assert "hosp_ide_date" in gaps(only([days]))


def test_a_month_is_no_day_of_recognition() -> None:
    assert "hosp_ide_date" in gaps(only([form(fields=FORM | {"sign_date": "2025-11"})]))


def test_the_agents_card_gives_no_address() -> None:
    card = id_front(AGENT_NAME, AGENT_NUMBER, file="agent.jpg")
    fields = {"patient_name": AGENT_NAME, "id_number": AGENT_NUMBER, "address": "长沙市芙蓉区"}
    card = document(DocumentKind.ID_CARD_FRONT, fields, file="agent.jpg")
    stated = application(applicant=by_agent(insured_place="邵阳市大祥区", insurance="employee"))
    assert "addr" in gaps(only([card], stated))


def test_a_value_longer_than_its_field_is_not_cut() -> None:
    record = only([form(fields=FORM | {"address": "邵" * 201})])
    assert "超过 200 个字" in gaps(record)["addr"]


def test_an_end_that_the_decision_gives() -> None:
    record = only(sound_yichun(), application("yichun-renewal"), valid_until=dt.date(2027, 11, 30))
    assert values(record)["enddate"] == "2027-11-30"
    assert "enddate" in gaps(only(sound_yichun(), application("yichun-renewal")))


def test_json_names_every_field_and_every_gap() -> None:
    told = json.loads(to_json(records([id_front(), form(fields=FORM)])))
    assert told["schema"] == "menshen.registration/1"
    (one,) = told["records"]
    assert list(one["record"]) == [field.code for field in INTERFACE_2503]
    assert one["record"]["psn_no"] is None
    assert one["record"]["diag_dr_name"] == "张伟"
    assert one["sources"]["diag_dr_name"] == {
        "origin": "paper", "file": "application_form.jpg", "page": 1, "field": "physician_name",
        "box": [100, 100, 400, 130], "confidence": 0.97,
    }  # fmt: skip
    empty = {key for part in ("record", "approval") for key, value in one[part].items() if value is None}
    assert {gap["field"] for gap in one["missing"]} == empty
    assert told["fields"][0] == {
        "number": 1, "field": "psn_no", "name": "人员编号", "type": "C30", "required": True,
    }  # fmt: skip
    assert json.loads(to_json(()))["records"] == []


def test_csv_and_xlsx_hold_the_same_rows() -> None:
    found = records(sound_application(), application(diseases=["高血压病3级", "冠心病"]))
    data = to_csv(found)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0][:4] == ["案件编号", "人员编号", "险种类型", "门慢门特病种目录代码"]
    assert rows[1][:4] == ["case_no", "psn_no", "insutype", "opsp_dise_code"]
    assert len(rows) == 4
    assert {len(row) for row in rows} == {1 + 14 + 15 + 2}
    sheet = load_workbook(io.BytesIO(to_xlsx(found))).active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == rows
    assert sheet.freeze_panes == "B3"
    number = rows[0].index("证件号码")
    assert sheet.cell(3, number + 1).value == NUMBER


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(evil: str) -> None:
    stated = application(applicant={"name": f"{evil}"})
    found = records([form(fields=FORM | {"address": evil})], stated)
    rows = list(csv.reader(io.StringIO(to_csv(found).decode("utf-8-sig"), newline="")))
    assert f"'{evil}" in rows[2]
    assert not any(cell.startswith(("=", "+", "-", "@", "＝")) for row in rows for cell in row)
    book = load_workbook(io.BytesIO(to_xlsx(found)))
    assert "f" not in {cell.data_type for row in book.active.iter_rows() for cell in row}
    assert not any(str(cell.value or "").startswith("=") for row in book.active.iter_rows() for cell in row)


def test_control_characters_do_not_break_the_workbook() -> None:
    found = records([form(fields=FORM | {"address": "红旗路\x001\x0b号"})])
    cells = [
        c for row in load_workbook(io.BytesIO(to_xlsx(found))).active.iter_rows(values_only=True) for c in row
    ]
    assert "红旗路1号" in cells
