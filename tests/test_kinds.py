"""Papers are named by title and words; what carries neither stays unknown."""

from __future__ import annotations

import pytest
from page_text import line

from ocr.kinds import TITLES, classify
from ocr.types import DocumentKind as K


def kind_of(*texts: str) -> K:
    title, *rest = texts
    lines = [line(title, 400, 100, height=44), *(line(t, 100, 160 + 60 * n) for n, t in enumerate(rest))]
    return classify(lines, width=1654, height=2339).kind


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("邵阳市中心医院出院记录", "姓名：李建国", "入院日期：2025-03-05"), K.DISCHARGE_SUMMARY),
        (("检验报告单", "项目 结果 参考范围 单位"), K.LAB_REPORT),
        (("病理诊断报告书", "肉眼所见：灰白色组织"), K.PATHOLOGY_REPORT),
        (("CT检查报告单", "影像所见：双肺纹理增多", "诊断意见：慢支"), K.EXAM_REPORT),
        (("江西省门诊慢特病病种待遇认定申请表", "身份证件类型 居民身份证"), K.APPLICATION_FORM),
        (("宜春市门诊特殊慢性病认定表", "待遇有效期"), K.RECOGNITION_FORM),
        (("疾病诊断证明书", "诊断：冠心病"), K.DIAGNOSIS_CERTIFICATE),
        (("中华人民共和国", "居民身份证", "签发机关 公安局", "有效期限 2015.06.18-长期"), K.ID_CARD_BACK),
        (("姓名李建国", "性别男民族汉", "住址湖南省", "公民身份号码430503196703121890"), K.ID_CARD_FRONT),
        (("授权委托书", "委托人：李建国", "受托人：王秀兰"), K.AUTHORIZATION_LETTER),
        (("常住人口登记卡", "户主或与户主关系 户主"), K.HOUSEHOLD_REGISTER),
        (("门诊特殊慢性病（类风湿性关节炎）医师认定表", "姓名 李建国"), K.RECOGNITION_FORM),
        (("样章市门诊慢（特）病专家鉴定表", "姓名 李建国"), K.RECOGNITION_FORM),
        (("基本医疗保险门诊特定疾病（门特）鉴定登记表", "姓名 李建国"), K.RECOGNITION_FORM),
        (("国家医保谈判“双通道”药品使用认定表", "参保人 李建国"), K.RECOGNITION_FORM),
        (("门诊慢病就医手册", "姓名 李建国"), K.RECOGNITION_FORM),
        (("样章市门诊大病登记单", "姓名 李建国"), K.RECOGNITION_FORM),
        (("不予认定门诊慢特病告知书", "李建国同志"), K.RECOGNITION_FORM),
        (("城乡居民高血压糖尿病门诊用药保障登记表", "姓名 李建国"), K.RECOGNITION_FORM),
        (("个人情况声明书", "本人李建国"), K.COMMITMENT_LETTER),
        (("门诊慢特病异地就医备案登记表", "姓名 李建国"), K.REMOTE_FILING_FORM),
        (("洛阳市门诊慢性病鉴定表", "姓名 李建国"), K.RECOGNITION_FORM),
        (("特殊疾病门诊医疗待遇申请书", "本人李建国"), K.APPLICATION_FORM),
        (("关于建议患者转诊治疗的意见", "贵区参保患者李建国"), K.REFERRAL_LETTER),
        (
            ("苏州市居住证", "姓名李建国", "公民身份号码 430503196703121890", "居住地址 苏州市"),
            K.RESIDENCE_PERMIT,
        ),
        (("死亡医学证明书", "姓名 李建国"), K.UNKNOWN),
        (("出生医学证明书", "母亲姓名 王芳"), K.UNKNOWN),
        (("健康医学证明书", "姓名 李建国"), K.UNKNOWN),
        (("全场五折", "欢迎光临", "电话 0739-1234567"), K.UNKNOWN),
        (("尊敬的各位家长", "请于周五前交回回执"), K.UNKNOWN),
    ],
)
def test_kind_of_a_page(texts: tuple[str, ...], kind: K) -> None:
    assert kind_of(*texts) is kind


def test_one_misread_character_in_a_title() -> None:
    assert kind_of("住院病安首页", "医疗付费方式", "健康卡号") is K.INPATIENT_FRONT_PAGE


def test_a_mention_in_prose_is_no_title() -> None:
    assert kind_of("说明", "办理时请携带出院小结、检验报告单和居民身份证原件。") is K.UNKNOWN


def test_a_page_without_text_is_unknown() -> None:
    assert classify([], width=100, height=100).kind is K.UNKNOWN


def test_every_kind_but_the_untitled_has_titles() -> None:
    untitled = {K.UNKNOWN, K.ID_CARD_FRONT, K.ID_SELFIE}
    assert set(TITLES) == set(K) - untitled


def test_titles_that_no_list_holds_are_known_by_how_they_are_built() -> None:
    assert kind_of("门诊慢性病、特殊病病种申请表", "参保地：邵阳市") is K.APPLICATION_FORM
    assert kind_of("冠状动脉CTA影像诊断报告书", "姓名：李建国") is K.EXAM_REPORT
    assert kind_of("请填写门诊慢性病申请表，见附件", "随便的一行字") is K.UNKNOWN


def test_lists_of_papers_to_hand_in_are_no_titles() -> None:
    form = "门诊特殊用药申请表"
    assert kind_of(form, "提交材料", "☑病理诊断 □影像报告 ☑出院小结") is K.APPLICATION_FORM
    assert kind_of(form, "提交材料", "住院病历复印件诊断证明书检查化验报告门诊病历") is K.APPLICATION_FORM


def test_a_letter_that_tells_a_number_is_no_identity_card() -> None:
    sentence = "贵区参保患者李建国（女，40岁，公民身份号码430503196703121890），于2025年3月1日到我院就诊。"
    assert kind_of("住址 出生 民族 性别 姓名", sentence) is not K.ID_CARD_FRONT


def test_words_before_a_general_title_tell_the_kind() -> None:
    for title, kind in (
        ("液基薄层细胞学（TCT）检查报告单", K.PATHOLOGY_REPORT),
        ("骨髓细胞学检查报告", K.PATHOLOGY_REPORT),
        ("骨髓涂片检验报告单", K.PATHOLOGY_REPORT),
        ("肺癌靶向用药基因检测报告（13基因）", K.PATHOLOGY_REPORT),
        ("地中海贫血基因检测报告", K.LAB_REPORT),
        ("流式细胞学检测报告", K.LAB_REPORT),
        ("彩色超声检查报告单（急诊）", K.EXAM_REPORT),
    ):
        assert kind_of(f"某市人民医院{title}", "姓名：李建国") is kind, title


@pytest.mark.parametrize(
    "title",
    [
        "四川省单行支付药品和高值药品用药申请表",
        "国家谈判药品门诊使用申请表",
        "罕见病用药保障申请表",
        "职工医保门诊特殊病种申请审核表",
        "门诊特殊慢性病患者申请审批登记表",
        "特殊病慢性病门诊医疗审批表",
        "城镇职工门诊大病审批表",
        "恶性肿瘤门诊放化疗申请表",
    ],
)
def test_what_is_asked_for_or_to_be_approved_is_an_application(title: str) -> None:
    assert kind_of(title, "姓名：李建国") is K.APPLICATION_FORM


def test_approval_of_what_experts_found_is_no_application() -> None:
    assert kind_of("门诊特殊疾病鉴定审批表", "姓名：李建国") is not K.APPLICATION_FORM
    assert kind_of("转诊转院审批表", "姓名：李建国") is K.REFERRAL_LETTER
    assert kind_of("异地就医申请审批表", "姓名：李建国") is K.REMOTE_FILING_FORM


def test_a_title_on_two_lines_is_read_as_one() -> None:
    title = (line("某市特殊病慢性病", 380, 100, height=40), line("门诊医疗审批表", 400, 170, height=40))
    beside = line("门诊医疗审批表", 1200, 170, height=40)
    name = line("姓名 李建国", 100, 300)
    assert classify([*title, name], width=1654, height=2339).kind is K.APPLICATION_FORM
    assert classify([title[0], beside, name], width=1654, height=2339).kind is K.UNKNOWN


def test_a_filed_paper_that_the_patient_signs_for_is_an_application() -> None:
    title = "特殊（规定）病种门诊治疗备案单"
    assert kind_of(title, "姓名：李建国", "申请科室：肾病科") is K.APPLICATION_FORM
    assert kind_of(title, "姓名：李建国", "开始日期：2024-03-01") is K.RECOGNITION_FORM


def test_results_of_strips_under_heads_for_names_and_results_are_a_laboratorys() -> None:
    tests = [t for n in "甲乙丙丁戊" for t in (f"{n}细胞", "未见")]
    head = ("样章县人民医院检验", "送检医生：王芳", "项目名称", "结果")
    assert kind_of(*head, *tests) is K.LAB_REPORT
    assert kind_of(*head, *tests[:4]) is K.UNKNOWN


def test_ranges_with_units_of_a_laboratory_tell_a_table_cut_off_from_its_head() -> None:
    rows = [
        "白细胞",
        "6.01",
        "4.00--10.00 10^9/L",
        "血红蛋白",
        "120",
        "113--151 g/L",
        "中性粒细胞比率",
        "64.40",
    ]
    rows += [
        "45--77 %",
        "C-反应蛋白",
        "26.97 ↑",
        "0--10 mg/L",
        "随机葡萄糖测定",
        "6.6 ↑",
        "3.89--6.05 mmol/L",
    ]
    assert kind_of(*rows) is K.LAB_REPORT
