"""Papers of pathology and of laboratories that work for hospitals: whose numbers and names they print."""

from __future__ import annotations

from page_text import extracted, fields, line, table_lines

from ocr.types import DocumentKind as K


def test_a_hospitals_block_and_a_laboratorys_technicians_are_not_the_reports() -> None:
    got = fields(
        K.PATHOLOGY_REPORT,
        line("送检医院 样章市人民医院", 100, 200),
        line("临床诊断 左肺恶性肿瘤", 100, 250),
        line("用药史 培美曲塞+卡铂4周期", 500, 250),
        line("样本编号 LC23984507", 100, 300),
        line("病理号 202397570-3", 800, 300),
        line("检测人：陶英贞", 100, 900),
        line("审核人：龙春萍", 600, 900),
    )
    assert not {"report_number", "physician_name"} & got.keys()
    assert got["diagnosis"] == ["左肺恶性肿瘤"]


def test_a_pathologists_own_number_and_reviewer_stand() -> None:
    got = fields(
        K.PATHOLOGY_REPORT,
        line("病理号：202397570", 800, 300),
        line("诊断意见：痰涂片查见鳞状细胞癌细胞，建议做细胞蜡块及免疫组化", 100, 600),
        line("审核者：龙春萍", 600, 900),
        line("民族：苗", 600, 350),
    )
    assert got["report_number"] == ["202397570"]
    assert got["physician_name"] == ["龙春萍"]
    assert got["diagnosis"] == ["痰涂片查见鳞状细胞癌细胞"]
    assert got["ethnicity"] == ["苗"]


def test_what_was_found_at_a_site_stands_below_it() -> None:
    got = fields(
        K.PATHOLOGY_REPORT,
        line("病理诊断：", 100, 500),
        line("（胃窦）", 160, 550),
        line("低分化腺癌，部分为印戒细胞癌。", 150, 600),
        line("慢性萎缩性胃炎伴肠上皮化生。", 150, 650),
        line("免疫组化：HER-2（0），MLH1（+）。", 150, 700),
    )
    assert got["diagnosis"] == ["低分化腺癌,部分为印戒细胞癌", "慢性萎缩性胃炎伴肠上皮化生"]


def test_the_heads_of_a_table_are_no_diagnosis() -> None:
    lines = table_lines(
        ("检测项目", "结果", "单位", "考区间"), ("铁蛋白", "66.1", "ng/mL", "13-150"), at=(100, 500, 700, 900)
    )
    lines = [*lines, line("临床诊断：", 900, lines[0].box[1] - 50), line("仪器型号：BC-5180", 900, 2000)]
    got = extracted(K.LAB_REPORT, *lines)
    assert not {"diagnosis", "report_number"} & got.keys()
    assert [f.value["reference"] for f in got["test_items"]] == ["13-150"]  # type: ignore[index]


def test_numbers_of_marrow_cells_and_vessels() -> None:
    for label in ("骨髓号", "细胞学编号", "造影号", "实验号"):
        assert fields(K.EXAM_REPORT, line(f"{label}：G246260", 100, 200))["report_number"] == ["G246260"], (
            label
        )
