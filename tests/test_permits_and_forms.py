"""Permits, posting letters, screens and forms of insurance: where they print what others print elsewhere."""

from __future__ import annotations

import pytest
from page_text import cells, extracted, fields, line

from ocr.disease_values import parse_diseases
from ocr.kinds import KindGuess, classify
from ocr.labels import find_labels
from ocr.types import DocumentKind as K
from ocr.values.id_number import find_id_numbers
from ocr.values.names import normalise_name
from ocr.values.ticks import ticked_options

NUMBER = "430503196703121890"


def guess(*texts: str, height: float = 30) -> KindGuess:
    title, *rest = texts
    lines = [
        line(title, 400, 100, height=height),
        *(line(t, 100, 160 + 60 * n) for n, t in enumerate(rest)),
    ]
    return classify(lines, width=1654, height=2339)


def test_a_permit_is_known_by_the_bare_name_of_its_city() -> None:
    rest = (
        "姓 名 李建国",
        "性别 民族 男 汉",
        "公民身份号码 " + NUMBER,
        "居住地址 样章市1号",
        "签发机关 公安局",
    )
    assert guess("样章居住证", *rest, height=60).kind is K.RESIDENCE_PERMIT
    assert guess("已办理居住证", "李建国").kind is not K.RESIDENCE_PERMIT


def test_a_permit_without_its_title_is_no_identity_card() -> None:
    texts = (
        "姓名李建国",
        "性别男民族汉",
        "居住地址 样章市1号",
        "公民身份号码" + NUMBER,
        "有效期限 2024.12.25至2025.12.24",
    )
    assert guess(*texts).kind is not K.ID_CARD_FRONT


@pytest.mark.parametrize(
    "item", ["二级及以上定点医疗机构住院或门诊病历", "出院记录或门诊病历", "身份证复印件、门诊病历"]
)
def test_a_record_asked_for_in_a_list_is_no_title(item: str) -> None:
    guessed = guess("样章县门诊慢特病专家组评审认定表", "申报病种 糖尿病", item, "评审专家（签名）：")
    assert guessed.kind is K.RECOGNITION_FORM


@pytest.mark.parametrize("title", ["门诊慢特病病种待遇认定（申请信息）", "门特病种资格认定申请详情"])
def test_what_a_portal_shows_of_an_application(title: str) -> None:
    assert guess(title, "申请人姓名 李建国", "病种名称 高血压").kind is K.APPLICATION_FORM


def test_a_filing_that_the_applicant_signs_asks_for_what_it_files() -> None:
    title = "门诊特殊病种、慢性病待遇备案表"
    assert guess(title, "申请备案", "病种", "申请人（签字）：").kind is K.APPLICATION_FORM
    assert guess(title, "认定病种 高血压", "经办人签字：").kind is K.RECOGNITION_FORM


def test_two_labels_and_then_both_values() -> None:
    lines = [line("性别 民族", 100, 300), line("男", 300, 300), line("土家", 420, 300)]
    got = fields(K.RESIDENCE_PERMIT, *lines)
    assert (got["sex"], got["ethnicity"]) == (["男"], ["土家"])


def test_a_huge_character_on_a_card_is_no_part_of_a_home() -> None:
    got = fields(
        K.RESIDENCE_PERMIT,
        line("居住地址 样章市白云区石井街道庆丰路319", 100, 600),
        line("号301", 100, 660),
        line("甲", 1000, 400, height=300),
        line("姓名 李建国", 100, 300),
        line("签发机关 样章市公安局", 100, 720),
    )
    assert got["address"] == ["样章市白云区石井街道庆丰路319号301"]


def test_behind_the_householders_name_another_name_is_the_members_own() -> None:
    grid = cells((90, 90, 250, 150), (250, 90, 450, 150), (800, 90, 950, 150), (950, 90, 1200, 150))
    got = fields(
        K.HOUSEHOLD_REGISTER,
        line("户主姓名", 100, 100), line("李建国", 260, 100),
        line("姓名", 810, 102), line("李红", 960, 101),
        grid=grid,
    )  # fmt: skip
    assert got["patient_name"] == ["李红"]


def test_the_telephone_of_who_deals_with_a_letter_is_not_the_workers() -> None:
    got = fields(
        K.WORK_POSTING_LETTER,
        line("经办人：王芳 联系电话：13900000001", 100, 900),
        line("职工本人电话：13900000002", 100, 950),
    )
    assert got["phone"] == ["13900000002"]
    assert "phone" not in fields(K.WORK_POSTING_LETTER, line("联系电话：0739-3702940", 100, 900))


def test_what_a_posting_letter_tells_of_people_and_insurance() -> None:
    got = fields(
        K.WORK_POSTING_LETTER,
        line(f"我单位职工李建国（男，土家族，身份证号：{NUMBER}），", 100, 300),
        line("现居住于样章市职工宿舍2号楼。其职工基本医疗保险由我单位在参保地缴纳。", 100, 350),
    )
    assert (got["ethnicity"], got["insurance_type"]) == (["土家"], ["employee"])


def test_a_contact_called_oneself_gives_ones_own_telephone() -> None:
    lines = [line("联系人①", 100, 300), line("本人 13900000001", 300, 300), line("联系人②", 800, 300)]
    got = fields(K.REMOTE_FILING_FORM, *lines, line("王芳13900000002", 1000, 300))
    assert got["phone"] == ["13900000001"]


def test_a_screen_of_rights_is_read_card_by_card() -> None:
    got = extracted(
        K.RECOGNITION_FORM,
        line("李建国", 100, 300, height=50), line("城乡居民基本医疗保险", 300, 310),
        line(f"身份证号：{NUMBER}", 100, 360),
        line("恶性肿瘤门诊治疗", 100, 600), line("有效", 900, 600),
        line("病种代码", 100, 670), line("M91466", 900, 670),
        line("类风湿关节炎", 100, 900), line("有效", 900, 900),
        line("病种代码", 100, 970), line("M34331", 900, 970),
    )  # fmt: skip
    told = {name: [f.value for f in found] for name, found in got.items()}
    assert told["patient_name"] == ["李建国"]
    assert told["insurance_type"] == ["resident"]
    assert told["claimed_disease"] == ["恶性肿瘤门诊治疗", "类风湿关节炎"]
    assert all((f.confidence or 1.0) < 0.9 for f in got["claimed_disease"])


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        (("委托期限：自2024年2月27日", "起至2024年3月28日止。"), ("2024-02-27", "2024-03-28")),
        (("有效期自2025年1月15日至2026年1月14日。",), ("2025-01-15", "2026-01-14")),
        (("同意自2024年1月1日起享受待遇，有效期至2025年12月31日。",), ("2024-01-01", "2025-12-31")),
    ],
)
def test_both_ends_of_a_right(lines: tuple[str, ...], period: tuple[str, str]) -> None:
    kind = K.AUTHORIZATION_LETTER if "委托" in lines[0] else K.RECOGNITION_FORM
    got = fields(kind, *(line(text, 100, 900 + 45 * n) for n, text in enumerate(lines)))
    assert (got["valid_from"], got["valid_until"]) == ([period[0]], [period[1]])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("（√）1.门诊慢特病（脑卒中后遗症）待遇资格申报；", ["脑卒中后遗症"]),
        ("（ ）1.门诊慢特病（脑卒中后遗症）待遇资格申报；", []),
        ("证明用途：核实申请人患冠心病且未在其他地区享受门诊慢特病待遇。", ["冠心病"]),
    ],
)
def test_the_disease_that_a_letter_is_about(text: str, claim: list[str]) -> None:
    kind = K.COMMITMENT_LETTER if "申请人" in text else K.AUTHORIZATION_LETTER
    assert fields(kind, line(text, 100, 500)).get("claimed_disease", []) == claim


def test_the_catalogues_code_is_no_part_of_a_disease() -> None:
    got = fields(K.RECOGNITION_FORM, line("认定病种及编码：帕金森病(M02300)", 100, 500))
    assert got["claimed_disease"] == ["帕金森病"]


def test_diagnoses_in_brackets_in_an_experts_opinion() -> None:
    got = fields(K.RECOGNITION_FORM, line("经审阅资料（诊断：慢性肾脏病5期、肾性贫血），", 100, 500))
    assert got["diagnosis"] == ["慢性肾脏病5期", "肾性贫血"]


def test_an_application_is_dated_in_its_head() -> None:
    got = fields(K.APPLICATION_FORM, line("2023年10月17日", 1100, 160), line("姓名：李建国", 100, 300))
    assert got["application_date"] == ["2023-10-17"]
    assert "application_date" not in fields(K.APPLICATION_FORM, line("2023-10-17 08:30", 1100, 160))


@pytest.mark.parametrize(
    "printed", [("证 号 430503M542044",), ("证 号", "430503M542044"), ("证号：430503M542044",)]
)
def test_a_booklets_number_is_known_by_its_label(printed: tuple[str, ...]) -> None:
    got = fields(K.RECOGNITION_FORM, *(line(t, 100 + 130 * n, 200) for n, t in enumerate(printed)))
    assert got["card_number"] == ["430503M542044"]


def test_the_edge_of_a_numbers_first_box_is_no_digit() -> None:
    told = "公民身份号码|" + " ".join(NUMBER)
    assert [m.number for m in find_id_numbers(told)] == [NUMBER]


def test_a_box_found_twice_is_one_box() -> None:
    assert ticked_options("☑ ☑异地转诊人员") == [("异地转诊人员", True)]
    assert ticked_options("□ ☑异地转诊人员") == [("异地转诊人员", None)]


@pytest.mark.parametrize("text", ["申请认定", "填写", "人·受托人", "备案病种"])
def test_words_of_forms_are_no_names(text: str) -> None:
    assert normalise_name(text) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("我的门诊慢特病", K.RECOGNITION_FORM),
        ("慢特病备案详情", K.RECOGNITION_FORM),
        ("重症慢性病门诊待遇享受告知书", K.RECOGNITION_FORM),
        ("器官移植抗排异治疗申请表", K.APPLICATION_FORM),
        ("无第三方责任声明", K.COMMITMENT_LETTER),
        ("委托书（个人）", K.AUTHORIZATION_LETTER),
        ("我的异地备案", K.REMOTE_FILING_FORM),
        ("关于派驻外地工作人员的说明", K.WORK_POSTING_LETTER),
        ("居民户口登记卡", K.HOUSEHOLD_REGISTER),
        ("门诊慢特病病种目录", K.UNKNOWN),
        ("居住证办理回执", K.UNKNOWN),
    ],
)
def test_titles_of_forms_and_letters(title: str, kind: K) -> None:
    assert guess(title, "姓名：李建国", "性别：男", "联系电话：13900000001", height=44).kind is kind


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("被委托方", "agent"),
        ("医保号码", "card_number"),
        ("社会保障（身份证）号码", "id"),
        ("认定通过病种", "disease"),
        ("资格终止日期", "valid_until"),
        ("参保县（市）区", "insured_place"),
    ],
)
def test_labels_of_forms(label: str, concept: str) -> None:
    assert [h.concept for h in find_labels(label)] == [concept]


@pytest.mark.parametrize("name", ["萨仁高娃", "乌云其木格", "阿拉坦巴特尔", "扎西多杰"])
def test_names_without_a_surname(name: str) -> None:
    assert fields(K.APPLICATION_FORM, line(f"姓名：{name}", 100, 300))["patient_name"] == [name]


def test_a_leaflet_that_tells_how_to_apply_is_no_paper_of_anybody() -> None:
    heads = (
        "一、谁可以申请？",
        "二、带什么材料？",
        "1.疾病诊断证明书（主治以上医师签名）；",
        "三、去哪里办？",
        "四、待遇标准",
    )
    assert guess(*heads, "高血压（有并发症）", "糖尿病").kind is K.UNKNOWN


def test_a_telephone_with_somebodys_name_behind_it_is_not_the_patients() -> None:
    got = fields(K.REMOTE_FILING_FORM, line("联系电话2：13900000002（王芳）", 100, 300))
    assert "phone" not in got


def test_an_agent_may_sign_an_application_and_date_it() -> None:
    got = fields(
        K.APPLICATION_FORM, line("申请人（代办人）签字：李建国", 100, 900), line("日期：2023.10.19", 700, 900)
    )
    assert got["application_date"] == ["2023-10-19"]


def test_two_diseases_side_by_side_and_one_over_a_gap() -> None:
    assert [p.value for p in parse_diseases("恶性肿瘤门诊放化疗 肝硬化失代偿")] == [
        "恶性肿瘤门诊放化疗",
        "肝硬化失代偿",
    ]
    assert [p.value for p in parse_diseases("慢性肾功能衰竭 尿毒症期")] == ["慢性肾功能衰竭尿毒症期"]
    assert [p.value for p in parse_diseases("慢性乙型病毒性肝炎M00203")] == ["慢性乙型病毒性肝炎"]
