"""Who is who on pledges and forms that an agent fills in: numbers and telephones are not the patient's."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.types import DocumentKind as K

PATIENT, AGENT = "430503196703124514", "430503197001014518"


def page(kind: K, *texts: str) -> dict[str, list[object]]:
    return fields(kind, *(line(text, 100, 100 + 60 * n) for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    "told",
    [
        f"本人李四（身份证号{AGENT}，联系电话13900001111）代张三（身份证号{PATIENT}）办理门诊慢特病申请，承诺：",
        f"本人李四，身份证号：{AGENT}，电话：13900001111，系参保人张三（身份证号：{PATIENT}）的子女，承诺：",
    ],
)
def test_a_pledge_that_the_agent_writes(told: str) -> None:
    found = page(K.COMMITMENT_LETTER, "代办承诺书", told)
    assert (found["patient_name"], found["id_number"]) == (["张三"], [PATIENT])
    assert (found["agent_name"], found["agent_id_number"]) == (["李四"], [AGENT])
    assert "phone" not in found


@pytest.mark.parametrize(
    "rows",
    [
        [f"代办人：李四    身份证号：{AGENT}    联系电话：13900001111"],
        ["代办人姓名：李四", f"身份证号：{AGENT}", "联系电话：13900001111"],
    ],
)
def test_the_agents_telephone_is_not_the_patients(rows: list[str]) -> None:
    found = page(K.COMMITMENT_LETTER, "个人承诺书", f"参保人：张三    身份证号：{PATIENT}", *rows)
    assert (found["id_number"], found["agent_id_number"]) == ([PATIENT], [AGENT])
    assert "phone" not in found


def test_the_agents_home_is_not_the_patients() -> None:
    found = page(
        K.APPLICATION_FORM,
        "门诊慢特病申请表",
        f"姓名：张三    身份证号：{PATIENT}    联系电话：13800002222",
        "家庭住址：邵阳市双清区东风路2号",
        "代办人：李四    联系电话：13900001111    住址：邵阳市北塔区新滩路3号",
    )
    assert (found["address"], found["phone"]) == (["邵阳市双清区东风路2号"], ["13800002222"])


def test_a_letter_that_lets_somebody_act_is_the_patients_own() -> None:
    told = (
        f"本人张三，身份证号{PATIENT}，因行动不便，委托李四（身份证号{AGENT}，系患者张三的儿子）代本人办理。"
    )
    found = page(K.AUTHORIZATION_LETTER, "授权委托书", told)
    assert (found["patient_name"], found["id_number"]) == (["张三"], [PATIENT])
    assert (found["agent_name"], found["agent_id_number"]) == (["李四"], [AGENT])
