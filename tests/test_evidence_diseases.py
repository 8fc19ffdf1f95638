# ruff: noqa: E501  # one case, one line
"""Recognition standards: for diseases of every shape, one case that meets, one that lacks, one that contradicts.

The cases are written from the condensed standard, not from the code. A case that lacks is unknown and its
message names the missing paper; a contradiction is unmet only because this pack has adopted the standard.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from evidence_world import (
    CHILD,
    TEENAGER,
    WOMAN,
    blood,
    exam,
    judged,
    letter,
    pathology,
    proof,
    row,
    summary,
    visit,
    visits,
)

from ocr.types import Document


class Given(NamedTuple):
    disease: str
    case: str
    outcome: str
    says: str
    papers: tuple[Document, ...]
    number: str = "430503196703124514"


THREE = ("2025-01-08", "2025-05-06", "2025-09-11")
"""Visits more than six months apart, all within a year of 2025-11-20."""
CANCER, STROKE, UREMIA = "恶性肿瘤门诊治疗(含白血病)", "脑卒中", "慢性肾功能衰竭(尿毒症期)"
CHEMO = summary("左肺腺癌", "诊疗经过：予化疗 4 周期，耐受可。")
HEAD = exam("头颅 CT 平扫", "右侧基底节区见低密度梗死灶")
LOW_PLATELETS = [
    blood(row("PLT", "23", "10^9/L", "125-350", "↓"), on=day)
    for day in ("2025-07-01", "2025-08-01", "2025-09-01")
]
SPLEEN = exam("腹部超声", "脾脏大小正常，回声均匀。")
MARROW = exam("骨髓细胞学检查", "巨核细胞增多，成熟障碍。")
PH = "肺动脉高压"


def dust(*more: Document) -> tuple[Document, ...]:
    seen = visits("尘肺病", "2024-08-01", "2025-03-01", "2025-09-01")
    film = exam("胸部 DR", "双肺见圆形小阴影，符合矽肺。")
    return (proof("矽肺壹期", "已排除肺结核、结节病。"), film, *seen, *more)


def gout(uric: str, unit: str = "μmol/L") -> tuple[Document, ...]:
    return (proof("痛风"), *visits("痛风", *THREE), blood(row("尿酸", uric, unit, "208-428")))


CASES = [
    # 1 恶性肿瘤: all, any of papers, recency of the treatment
    Given(CANCER, "pathology and chemotherapy", "met", "化疗", (CHEMO, pathology("肺穿刺：浸润性腺癌"))),
    Given(CANCER, "no pathology, no CT", "unknown", "病理报告", (CHEMO,)),
    Given(
        CANCER, "treated three years ago", "unmet", "1259 天 > 731 天",
        (summary("左肺腺癌", "予化疗 4 周期。", on="2022-06-10"), pathology("浸润性腺癌", on="2022-05-01")),
    ),
    # 2 SLE: two of four
    Given(
        "系统性红斑狼疮", "ANA and low white cells", "met", "抗核抗体",
        (
            proof("系统性红斑狼疮"), exam("泌尿系超声", "双肾弥漫性损害"),
            blood(row("抗核抗体", "阳性"), row("WBC", "2.1", "10^9/L", "3.5-9.5", "↓")),
        ),
    ),
    Given(
        "系统性红斑狼疮", "ANA alone", "unknown", "以下任 1 项",
        (proof("系统性红斑狼疮"), exam("泌尿系超声", "双肾弥漫性损害"), blood(row("抗核抗体", "阳性"))),
    ),
    Given(
        "系统性红斑狼疮", "from a health centre", "unmet", "低于二级",
        (proof("系统性红斑狼疮", level="一级甲等"),),
    ),
    # 4 再障: two or three lineages
    Given(
        "再生障碍性贫血", "two lineages", "met", "血红蛋白",
        (proof("再生障碍性贫血"), blood(row("HGB", "61", "g/L", "130-175", "↓"), row("PLT", "18", "10^9/L", "125-350", "↓"))),
    ),
    Given("再生障碍性贫血", "one lineage", "unknown", "骨髓",
          (proof("再生障碍性贫血"), blood(row("HGB", "61", "g/L", "130-175", "↓")))),
    Given(
        "再生障碍性贫血", "marrow and blood say no", "unmet", "增生活跃",
        (
            proof("再生障碍性贫血"), exam("骨髓细胞学", "骨髓增生活跃"),
            blood(*(row(n, "200", "10^9/L", "100-300") for n in ("WBC", "PLT")), row("HGB", "140", "g/L", "130-175")),
        ),
    ),
    # 5 血友病
    Given(
        "血友病", "factor VIII low, APTT long", "met", "凝血因子",
        (proof("血友病A"), blood(row("FVIII:C", "2.1", "%", "50-150", "↓"), row("APTT", "88", "s", "25-37", "↑"),
                              lines=("凝血功能 APTT PT TT",))),
    ),
    Given("血友病", "no factor", "unknown", "凝血因子", (proof("血友病A"), blood(row("APTT", "88", "s", "25-37", "↑")))),
    Given("血友病", "factor normal", "unmet", "不符合",
          (proof("血友病A"), blood(row("FVIII:C", "96", "%", "50-150"), row("APTT", "88", "s", "25-37", "↑")))),
    # 6 帕金森: course, visits, drug
    Given(
        "帕金森氏综合症", "three visits over 13 months", "met", "多巴丝肼",
        (proof("帕金森病"), *visits("帕金森病", "2024-10-01", "2025-04-01", "2025-09-01", lines=("予多巴丝肼片口服",))),
    ),
    Given("帕金森氏综合症", "two visits", "unknown", "须 3 次",
          (proof("帕金森病"), *visits("帕金森病", "2024-10-01", "2025-04-01", lines=("予多巴丝肼片口服",)))),
    Given(
        "帕金森氏综合症", "course of three months", "unmet", "不满 1 年",
        (proof("帕金森病"), *visits("帕金森病", "2025-08-01", "2025-09-01", "2025-10-01",
                                lines=("病程3月", "予多巴丝肼片口服"))),
    ),
    # 7 尿毒症: number with unit, twice
    Given(UREMIA, "9.2 mg/dL twice", "met", "813.28",
          (summary("慢性肾脏病5期"), *(blood(row("肌酐", "9.2", "mg/dL"), on=d) for d in ("2025-05-01", "2025-09-01")))),
    Given(UREMIA, "once", "unknown", "须 2 份", (summary("慢性肾脏病5期"), blood(row("肌酐", "812", "μmol/L")))),
    Given(UREMIA, "below the level, perhaps on dialysis", "unknown", "不符合 ≥ 707",
          (summary("尿毒症"), *(blood(row("血肌酐", "201", "μmol/L"), on=d) for d in ("2025-05-01", "2025-09-01")))),
    Given(UREMIA, "a clinic's summary", "unmet", "低于二级", (summary("尿毒症", level="一级甲等"),)),
    # 9 and 26: exclusion of each other
    Given("结核", "sputum and drugs", "met", "异烟肼",
          (summary("继发性肺结核", "予异烟肼、利福平抗结核治疗"), blood(row("痰抗酸杆菌", "阳性(2+)")))),
    Given("结核", "no drugs", "unknown", "抗结核用药记录", (summary("继发性肺结核", "好转出院"), blood(row("痰抗酸杆菌", "阳性")))),
    Given("结核|耐多药肺结核", "both claimed", "unmet", "不能与“耐多药肺结核”同时申请",
          (summary("继发性肺结核", "予异烟肼、利福平"), blood(row("痰抗酸杆菌", "阳性")))),
    # 10 重性精神病: specialist hospital, two signers, course
    Given(
        "重性精神病", "two deputy chiefs", "met", "2 名副主任医师",
        (
            proof("精神分裂症", hospital="上饶市第三人民医院精神病医院", titles=["副主任医师", "主任医师"], level=None),
            visit("精神分裂症", "2023-03-01"),
        ),
    ),
    Given("重性精神病", "one signer", "unknown", "2 名副主任医师",
          (proof("精神分裂症", titles=["副主任医师"]), visit("精神分裂症", "2023-03-01"))),
    Given("重性精神病", "an attending signs", "unmet", "读到 1 名副主任医师",
          (proof("精神分裂症", titles=["副主任医师", "主治医师"]), visit("精神分裂症", "2023-03-01"))),
    # 12 高血压: grade in words, certificate only
    Given(
        "高血压伴有并发症", "grade 3 with infarct", "met", "脑梗死",
        (proof(["高血压病3级伴并发症", "脑梗死"]), *visits("高血压病3级伴并发症", *THREE), exam("头颅 MRI", "多发腔隙性脑梗死")),
    ),
    Given("高血压伴有并发症", "no organ report", "unknown", "眼底损害",
          (proof("高血压病3级伴并发症"), *visits("高血压病3级伴并发症", *THREE))),
    Given(
        "高血压伴有并发症", "grade 1", "unmet", "高血压病1级",
        (proof(["高血压病1级伴脑梗死"]), *visits("高血压病3级伴并发症", *THREE), exam("头颅 MRI", "多发腔隙性脑梗死")),
    ),
    # 13 冠心病: OR of a report and an AND
    Given("冠心病", "angiogram", "met", "狭窄", (summary("冠心病"), exam("冠状动脉造影", "前降支中段狭窄 80%"))),
    Given("冠心病", "ECG without infarction", "unknown", "冠状动脉造影", (summary("冠心病"), exam("心电图", "ST-T改变"))),
    Given("冠心病", "angiogram and ECG say no", "unmet", "未见明显狭窄",
          (summary("冠心病"), exam("冠状动脉造影", "各支未见明显狭窄"), exam("心电图", "正常心电图"))),
    # 14 心衰: summary only
    Given("慢性心力衰竭", "echo", "met", "射血分数", (summary("慢性心力衰竭"), exam("超声心动图", "左室扩大，LVEF 35%"))),
    Given("慢性心力衰竭", "old summary, no echo", "unknown", "近 2 年心脏超声异常", (summary("慢性心力衰竭"), exam("心电图", "早搏"))),
    Given("慢性心力衰竭", "certificate instead", "unmet", "不能代替出院小结",
          (proof("慢性心力衰竭"), exam("超声心动图", "左室扩大，LVEF 35%"))),
    # 16 糖尿病: visits with drugs
    Given(
        "糖尿病伴有并发症", "retina and insulin", "met", "视网膜病变",
        (proof("2型糖尿病伴视网膜病变"), *visits("2型糖尿病伴视网膜病变", *THREE, lines=("予甘精胰岛素皮下注射",)),
         exam("眼底荧光造影", "双眼糖尿病视网膜病变")),
    ),
    Given("糖尿病伴有并发症", "no drug on the visits", "unknown", "须 3 次",
          (proof("糖尿病肾病"), *visits("糖尿病肾病", *THREE), blood(row("尿蛋白", "2+")))),
    Given(
        "糖尿病伴有并发症", "certificate of a clinic", "unmet", "低于二级",
        (proof("糖尿病肾病", level="一级甲等"), *visits("糖尿病肾病", *THREE, lines=("二甲双胍",)), blood(row("尿蛋白", "2+"))),
    ),
    # 19 哮喘: the certificate's own age
    Given(
        "支气管哮喘", "PEF", "met", "22 %",
        (proof("支气管哮喘"), *visits("支气管哮喘", *THREE), blood(row("PEF变异率", "22", "%"))),
    ),
    Given("支气管哮喘", "visits too close", "unknown", "6 个月",
          (proof("支气管哮喘"), *visits("支气管哮喘", "2025-08-01", "2025-09-01", "2025-10-01"), exam("支气管舒张试验", "阳性"))),
    Given("支气管哮喘", "certificate of 2021", "unmet", "天 > 1096 天",
          (proof("支气管哮喘", on="2021-05-01"), *visits("支气管哮喘", *THREE), exam("支气管舒张试验", "阳性"))),
    # 21 脑卒中: course since discharge
    Given(STROKE, "five months after", "met", "163 天", (summary("脑梗死", "遗留左侧肢体无力"), HEAD)),
    Given(STROKE, "no picture of the head", "unknown", "头颅 CT 或 MRI", (summary("脑梗死", "遗留左侧肢体无力"),)),
    Given(STROKE, "a month after", "unmet", "不满 3 个月",
          (summary("脑梗死", "左侧肢体无力", on="2025-10-15"), HEAD)),
    # 22 重症肌无力: level 3, any of four
    Given("重症肌无力", "antibody", "met", "乙酰胆碱", (summary("重症肌无力"), blood(row("AChR抗体", "阳性")))),
    Given("重症肌无力", "nothing positive", "unknown", "肌电图", (summary("重症肌无力"),)),
    Given("重症肌无力", "level 2", "unmet", "低于三级", (summary("重症肌无力", level="二级甲等"), blood(row("AChR抗体", "阳性")))),
    # 23 慢性肝炎
    Given(
        "慢性肝炎", "surface antigen and DNA", "met", "乙肝病毒DNA",
        (summary("慢性乙型病毒性肝炎"), blood(row("HBsAg", "阳性"), on="2025-03-01"),
         blood(row("HBV-DNA", "2.35E+05", "IU/mL", "<20"), on="2025-09-01")),
    ),
    Given("慢性肝炎", "no DNA", "unknown", "核酸阳性一次", (summary("慢性乙型病毒性肝炎"), blood(row("HBsAg", "阳性")))),
    Given(
        "慢性肝炎", "all negative", "unmet", "阴性",
        (summary("慢性乙型病毒性肝炎"),
         blood(row("HBsAg", "阴性"), row("HBV-DNA", "未检出"), row("抗-HCV", "阴性"), row("HCV-RNA", "未检出"))),
    ),
    # 28 心房颤动: two sheets
    Given("心房颤动", "two sheets", "met", "2 份|心电图",
          (summary("心房颤动"), exam("心电图", "心房颤动", on="2025-03-01"), exam("心电图", "心房颤动", on="2025-09-01"))),
    Given("心房颤动", "one sheet", "unknown", "须 2 份", (summary("心房颤动"), exam("心电图", "心房颤动"))),
    Given("心房颤动", "sinus rhythm", "unmet", "窦性心律",
          (summary("心房颤动"), exam("动态心电图", "窦性心律，未见心房颤动", on="2025-09-01"))),
    # 29, 42: document alone; both papers and a department
    Given("儿童孤独症", "level 3A", "met", "孤独症", (proof("孤独症谱系障碍"),), CHILD),
    Given("儿童孤独症", "no paper", "unknown", "三级甲等医院出院小结或诊断证明书", (), CHILD),
    Given("儿童孤独症", "level 3B", "unmet", "低于三级甲等", (proof("孤独症谱系障碍", level="三级乙等"),), CHILD),
    Given("运动神经元病(ALS)", "both", "met", "神经内科",
          (summary("肌萎缩侧索硬化", department="神经内一科"), proof("肌萎缩侧索硬化", department="神经内科"))),
    Given("运动神经元病(ALS)", "the certificate is missing", "unknown", "三级甲等医院神经内科诊断证明书",
          (summary("肌萎缩侧索硬化", department="神经内科"),)),
    Given("运动神经元病(ALS)", "from orthopaedics", "unmet", "不是神经内科",
          (summary("肌萎缩侧索硬化", department="神经内科"), proof("肌萎缩侧索硬化", department="骨科"))),
    # 32 骨质疏松: numbers without a unit, in running text
    Given("重度骨质疏松症", "T -3.2", "met", "-3.2", (proof("重度骨质疏松症"), exam("骨密度检查", "L1-L4 T值：-3.2"))),
    Given("重度骨质疏松症", "T -2.7 without a fracture", "unknown", "QCT骨密度", (proof("重度骨质疏松症"), exam("骨密度检查", "T值：-2.7"))),
    Given("重度骨质疏松症", "T -1.5 and QCT 110", "unmet", "T值 -1.5",
          (proof("重度骨质疏松症"), exam("骨密度检查", "T值：-1.5"), exam("QCT骨密度", "QCT骨密度 110 mg/cm3"))),
    # 37 脑瘫: age
    Given("儿童脑瘫", "11 years old", "met", "满 11 周岁", (proof("脑性瘫痪", "建议长期康复治疗"),), CHILD),
    Given("儿童脑瘫", "no word of rehabilitation", "unknown", "长期康复", (proof("脑性瘫痪"),), CHILD),
    Given("儿童脑瘫", "16 years old", "unmet", "满 16 周岁", (proof("脑性瘫痪", "建议长期康复治疗"),), TEENAGER),
    # 39 心律失常: a count a day
    Given("慢性心律失常", "12000 beats", "met", "12000", (summary("频发室性早搏"), exam("动态心电图", "室性早搏总数 12000 次/24h"))),
    Given("慢性心律失常", "no count", "unknown", "10000", (summary("频发室性早搏"), exam("动态心电图", "频发室性早搏"))),
    Given("慢性心律失常", "a health centre", "unmet", "低于二级", (summary("频发室性早搏", level="一级"),)),
    # 40 萎缩性胃炎: the report's own issuer and degree
    Given("慢性萎缩性胃炎", "moderate", "met", "中度萎缩", (proof("慢性萎缩性胃炎"), pathology("胃窦黏膜中度萎缩，伴中度肠化"))),
    Given("慢性萎缩性胃炎", "no pathology", "unknown", "病理报告", (proof("慢性萎缩性胃炎"),)),
    Given("慢性萎缩性胃炎", "pathology of level 2", "unmet", "低于三级",
          (proof("慢性萎缩性胃炎"), pathology("胃窦黏膜中度萎缩", level="二级甲等"))),
    # 45 甲减: high and low by the range
    Given("甲状腺功能减退症", "by range", "met", "TSH|促甲状腺激素",
          (proof("甲状腺功能减退症"), *visits("甲减", *THREE), blood(row("FT4", "6.1", "pmol/L", "9-19"), row("TSH", "48", "mIU/L", "0.3-4.2")))),
    Given("甲状腺功能减退症", "no TSH", "unknown", "TSH 高",
          (proof("甲状腺功能减退症"), *visits("甲减", *THREE), blood(row("FT4", "6.1", "pmol/L", "9-19")))),
    Given("甲状腺功能减退症", "subclinical", "unmet", "TSH|游离甲状腺素",
          (proof("甲状腺功能减退症"), *visits("甲减", *THREE), blood(row("FT4", "12", "pmol/L", "9-19"), row("TSH", "8", "mIU/L", "0.3-4.2")))),
    # 48 血小板: three counts, and an organ that is not enlarged
    Given("血小板减少性紫癜", "all three", "met", "成熟障碍|巨核细胞增多", (proof("免疫性血小板减少症"), *LOW_PLATELETS, SPLEEN, MARROW)),
    Given("血小板减少性紫癜", "two counts", "unknown", "只有 2 份", (proof("免疫性血小板减少症"), *LOW_PLATELETS[:2], SPLEEN, MARROW)),
    Given("血小板减少性紫癜", "a large spleen", "unmet", "脾大",
          (proof("免疫性血小板减少症"), *LOW_PLATELETS, exam("腹部超声", "脾大，肋下 3 cm"), MARROW)),
    # 53 痛风: by sex
    Given("痛风", "a man above 416", "met", "> 416", gout("430")),
    Given("痛风", "a woman above 357", "met", "> 357", gout("380"), WOMAN),
    Given("痛风", "6.0 mg/dL is 357 for a man", "unknown", "不符合 > 416", gout("6.0", "mg/dL")),
    Given("痛风", "certificate of a clinic", "unmet", "低于二级", (proof("痛风", level="一级乙等"), *gout("430")[1:])),
    # 55 尘肺: declaration and exclusion
    Given("尘肺病", "declared", "met", "非工伤", dust(letter("本人承诺所患尘肺病非工伤"))),
    Given("尘肺病", "no declaration", "unknown", "未享受工伤待遇的声明", dust()),
    Given("尘肺病", "a work injury", "unmet", "认定为工伤", dust(letter("本人所患尘肺病已认定为工伤"))),
    # 61 结石: in running text, other unit
    Given("泌尿系结石", "8 mm", "met", "8 mm（= 0.8 cm）", (proof("肾结石"), exam("泌尿系 CT", "右肾结石，大小约 8mm"))),
    Given("泌尿系结石", "no CT", "unknown", "CT 示结石", (proof("肾结石"),)),
    Given("泌尿系结石", "3 mm", "unmet", "不符合 > 0.4 cm", (proof("肾结石"), exam("泌尿系 CT", "右肾结石，大小约 3mm"))),
    # 66 肺动脉高压: all of three numbers
    Given(PH, "catheter, echo, film", "met", "42",
          (summary(PH), exam("右心导管", "肺动脉平均压 42 mmHg"), exam("超声心动图", "肺动脉收缩压 66 mmHg"), exam("胸部DR", "肺动脉段突出"))),
    Given(PH, "no catheter", "unknown", "右心导管", (summary(PH), exam("超声心动图", "肺动脉收缩压 66 mmHg"), exam("胸部DR", "肺动脉段突出"))),
    Given(PH, "3 kPa is 22.5 mmHg", "unmet", "≥ 25 mmHg",
          (summary(PH), exam("右心导管", "肺动脉平均压 3.0 kPa"), exam("超声心动图", "肺动脉收缩压 66 mmHg"), exam("胸部DR", "肺动脉段突出"))),
]  # fmt: skip


@pytest.mark.parametrize("given", CASES, ids=lambda g: f"{g.disease}-{g.case}")
def test_a_case_of_the_standard(given: Given) -> None:
    answer = judged(given.disease, *given.papers, number=given.number)
    assert answer.outcome.value == given.outcome, answer.message
    assert any(word in answer.message for word in given.says.split("|")), answer.message
    assert answer.clause.startswith(given.disease.split("|", maxsplit=1)[0])
    assert (answer.remedy is not None) == (given.outcome == "unmet")
