"""Letters that tell everything in sentences: who is who, where somebody lives, since when he is posted."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.types import DocumentKind as K

PATIENT, AGENT = "430503196703124514", "430503197001014518"


def page(kind: K, *texts: str) -> dict[str, list[object]]:
    return fields(kind, *(line(text, 100, 100 + 60 * n) for n, text in enumerate(texts)))


def test_a_clause_against_passing_the_authority_on_makes_nobody_the_writer() -> None:
    found = page(
        K.AUTHORIZATION_LETTER,
        "授权委托书",
        f"本人 张三 （性别：男，身份证号码： {PATIENT}），因长期卧床，",
        "不能亲自办理门诊慢特病认定申请（病种：高血压（合并心、脑损害））相关事宜，特委托 李四",
        f"（身份证号码：{AGENT}，与本人系夫妻关系，联系电话：13900001111）作为我的代理人，",
        "全权代表我办理。受托人无转委托权。",
        "委托人（签字）：        电话：13800002222",
    )
    assert (found["patient_name"], found["id_number"]) == (["张三"], [PATIENT])
    assert (found["agent_name"], found["agent_id_number"]) == (["李四"], [AGENT])
    assert found["phone"] == ["13800002222"]
    assert found["claimed_disease"] == ["高血压（合并心、脑损害）"]


def test_the_agents_telephone_in_a_sentence_is_not_the_patients() -> None:
    found = page(
        K.AUTHORIZATION_LETTER,
        "委托书",
        f"本人张三（身份证号码：{PATIENT}），现委托李四（身份证号码：",
        f"{AGENT}，联系电话：13900001111）代为办理。",
    )
    assert "phone" not in found


def test_a_posting_told_around_the_place() -> None:
    found = page(
        K.WORK_POSTING_LETTER,
        "某某建设集团有限公司",
        "地址：邵阳市双清区东风路2号        电话：0739-1234567  邮编：422000",
        "异地工作证明",
        f"兹证明我单位职工张三同志（男，身份证号{PATIENT}），自2024年1月7日起由我单位派驻",
        "北京市丰台区工作，任安全员一职，预计派驻至2025年1月7日。派驻期间居住地址为北京市",
        "丰台区南苑西路656号，联系电话13800002222。",
    )
    assert (found["valid_from"], found["valid_until"]) == (["2024-01-07"], ["2025-01-07"])
    assert (found["address"], found["phone"]) == (["北京市丰台区南苑西路656号"], ["13800002222"])


def test_a_pledge_tells_the_scheme_behind_the_place() -> None:
    found = page(
        K.COMMITMENT_LETTER,
        "承诺书",
        f"本人张三，男，汉族，住邵阳市双清区东风路2号，公民身份号码{PATIENT}，",
        "系邵阳市双清区城乡居民基本医疗保险参保人员，郑重承诺：",
    )
    assert (found["insured_place"], found["insurance_type"]) == (["邵阳市双清区"], ["resident"])
    assert (found["ethnicity"], found["address"]) == (["汉"], ["邵阳市双清区东风路2号"])


def test_lines_behind_an_agent_named_in_passing_are_the_writers() -> None:
    found = page(
        K.AUTHORIZATION_LETTER,
        "授权委托书",
        "本人张三现委托李四代为办理门诊慢特病。",
        f"身份证号：{PATIENT}",
        "联系电话：13800002222",
    )
    assert (found["id_number"], found["phone"]) == ([PATIENT], ["13800002222"])
    assert found["agent_name"] == ["李四"]
    assert "agent_id_number" not in found


HOME = "长沙市岳麓区麓山路3号"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (K.AUTHORIZATION_LETTER, f"委托人：张三，现委托李四，女，住{HOME}，代为办理。"),
        (K.AUTHORIZATION_LETTER, f"委托其女李四（身份证号{AGENT}，住{HOME}）代为办理。"),
        (K.COMMITMENT_LETTER, f"本人张三，因随儿子居住，儿子李强，住{HOME}，特此承诺。"),
        (K.DIAGNOSIS_CERTIFICATE, f"患者张三，男，58岁，由其子李强陪同，其子李强，家住{HOME}。"),
        (K.DISCHARGE_SUMMARY, f"邻居王某，现住{HOME}，送来我院。"),
    ],
)
def test_somebody_elses_home_is_not_the_patients(kind: K, text: str) -> None:
    assert "address" not in page(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (K.AUTHORIZATION_LETTER, f"本人张三，男，住{HOME}，现委托李四代为办理。"),
        (K.COMMITMENT_LETTER, f"本人张三，现随子女居住在{HOME}，特此承诺。"),
        (K.DIAGNOSIS_CERTIFICATE, f"患者张三，女，58岁，家住{HOME}。"),
    ],
)
def test_the_writers_own_home_stays(kind: K, text: str) -> None:
    assert page(kind, text)["address"] == [HOME]


@pytest.mark.parametrize(
    "text",
    [
        "本人不是城镇职工医疗保险参保人员。",
        "若为长沙市职工医保参保人员，愿退回待遇。",
        "本人张三，配偶王芳系长沙市职工医保参保人员。",
        "本人张三，未参加职工基本医疗保险。",
    ],
)
def test_insurance_that_is_denied_supposed_or_a_relatives_is_left_out(text: str) -> None:
    assert not {"insurance_type", "insured_place"} & page(K.COMMITMENT_LETTER, text).keys()


def test_a_scheme_is_no_place() -> None:
    found = page(K.COMMITMENT_LETTER, "本人张三，系城镇职工医疗保险参保人员，特此承诺。")
    assert found["insurance_type"] == ["employee"]
    assert "insured_place" not in found


@pytest.mark.parametrize(
    "text",
    [
        "张三自2024年1月7日起由我单位派驻北京市工作，劳动合同签订至2030年5月1日。",
        "张三自2018年1月7日起派驻上海市工作至2020年1月6日，现自2024年3月1日起长期派驻北京市。",
    ],
)
def test_a_contracts_end_and_an_earlier_posting_are_no_term(text: str) -> None:
    assert not {"valid_from", "valid_until"} & page(K.WORK_POSTING_LETTER, text).keys()


def test_a_title_right_before_the_sentence_hides_no_agent() -> None:
    found = page(
        K.AUTHORIZATION_LETTER,
        "委托书",
        f"兹委托李四（身份证号码{AGENT}）为我办理糖尿病门诊慢性病申报手续。",
        "委托人姓名：张三",
        f"身份证号码：{PATIENT}",
    )
    assert (found["patient_name"], found["id_number"]) == (["张三"], [PATIENT])
    assert (found["agent_name"], found["agent_id_number"]) == (["李四"], [AGENT])
    assert found["claimed_disease"] == ["糖尿病"]


def test_a_relative_who_writes_is_the_agent() -> None:
    found = page(
        K.COMMITMENT_LETTER,
        "承诺书",
        f"我是患者张三（身份证号{PATIENT}）的女儿李红（身份证号{AGENT}），",
        "现代其申请门诊特殊病待遇，承诺材料属实。",
        "承诺人：李红",
        "电话：13900002222",
    )
    assert (found["patient_name"], found["id_number"]) == (["张三"], [PATIENT])
    assert (found["agent_name"], found["agent_id_number"]) == (["李红"], [AGENT])
    assert "phone" not in found


def test_a_guardian_gives_authority_for_his_ward() -> None:
    ward = "430503201203121898"
    found = page(
        K.AUTHORIZATION_LETTER,
        "授权书",
        f"被监护人张小宝，身份证号{ward}，系本人之子。",
        f"本人张三，身份证号{PATIENT}，授权李四（身份证号{AGENT}）代为办理。",
    )
    assert found["patient_name"] == ["张小宝"]
    assert found["id_number"] == [ward]
    assert (found["agent_name"], found["agent_id_number"]) == (["李四"], [AGENT])


def test_the_first_party_is_the_principal_the_second_the_agent() -> None:
    found = page(
        K.AUTHORIZATION_LETTER,
        "授权委托书",
        "甲方（委托人）：张三",
        "乙方（受托人）：李四",
        f"乙方身份证号：{AGENT}",
        f"甲方身份证号：{PATIENT}",
        "乙方电话：13900001111",
    )
    assert (found["patient_name"], found["id_number"]) == (["张三"], [PATIENT])
    assert (found["agent_name"], found["agent_id_number"]) == (["李四"], [AGENT])
    assert "phone" not in found


def test_a_name_ends_before_the_label_of_the_next_line() -> None:
    found = page(K.WORK_POSTING_LETTER, "兹有我公司员工李建国", "联系人：王芳")
    assert found["patient_name"] == ["李建国"]


def test_the_day_of_a_letter_begins_no_term() -> None:
    day, term = "委托时间：2024年3月1日", "委托时间：2024年3月1日至2024年12月31日"
    assert "valid_from" not in page(K.AUTHORIZATION_LETTER, "委托人：李建国", day)
    assert page(K.AUTHORIZATION_LETTER, "委托人：李建国", term)["valid_until"] == ["2024-12-31"]


@pytest.mark.parametrize(("told", "read"), [("老年", None), ("青光眼", None), ("矫明远", ["矫明远"])])
def test_an_age_or_an_illness_before_the_sex_is_no_name(told: str, read: list[str] | None) -> None:
    assert page(K.DIAGNOSIS_CERTIFICATE, f"患者{told}，男，58岁").get("patient_name") == read


def test_the_day_of_a_rule_begins_nobodys_right() -> None:
    until, rule = "有效期至：2025年12月31日", "本办法自2024年1月1日起执行"
    assert "valid_from" not in page(K.RECOGNITION_FORM, rule, until)
    assert page(K.RECOGNITION_FORM, "自2024年1月1日起享受待遇", until)["valid_from"] == ["2024-01-01"]


def test_a_posting_without_an_end_the_month_of_birth_and_the_place_in_brackets() -> None:
    found = page(
        K.WORK_POSTING_LETTER,
        "异地工作证明",
        "兹有我单位员工张三，男，汉族，1967年3月出生，身份证号",
        f"{PATIENT}，因工作需要，自2023年9月18日起派驻济南市（山东省济南市",
        "历下区泉水西路69号）工作，期限一年以上。",
    )
    assert found["birth_date"] == ["1967-03"]
    assert found["address"] == ["山东省济南市历下区泉水西路69号"]
    assert found["valid_from"] == ["2023-09-18"]
    assert "valid_until" not in found
