"""Values that wear, stamps and line breaks reach into, and numbers that are another paper's."""

from __future__ import annotations

from page_text import fields, line

from ocr.diagnoses import parse_diagnoses
from ocr.layout import Run
from ocr.notes import without_watermarks
from ocr.reliance import meant
from ocr.strips import join_rows
from ocr.types import Char
from ocr.types import DocumentKind as K
from ocr.values.quantities import normalise_unit


def _run(text: str, x: float, y: float) -> Run:
    chars = tuple(Char(c, (x + 20 * n, y, x + 20 * n + 20, y + 24), 1.0) for n, c in enumerate(text))
    return Run(text, chars, None, vertical=False)


def test_a_note_in_brackets_may_wrap_as_a_whole() -> None:
    got = parse_diagnoses("陈旧性心肌梗死；心功能Ⅱ级\n（NYHA）。")
    assert [str(d.value) for d in got][-1] in ("心功能Ⅱ级（NYHA）", "心功能II级（NYHA）")


def test_a_line_that_a_place_in_brackets_opens_is_a_diagnosis_of_its_own() -> None:
    got = parse_diagnoses("（胃角）黏膜轻度慢性炎\n（胃窦）黏膜轻度慢性炎")
    assert len(got) == 2


def test_a_copys_stamp_is_no_part_of_the_address() -> None:
    runs = [_run("某某市柳树镇红星", 100, 100), _run("村10组一致", 100, 130), _run("与原件", 90, 140)]
    assert [r.text for r in without_watermarks(runs)] == ["某某市柳树镇红星", "村10组"]
    assert [r.text for r in without_watermarks(runs[:2])] == ["某某市柳树镇红星", "村10组一致"]


def test_a_name_found_in_two_pieces_is_one() -> None:
    row = [_run("沧州市运河区", 100, 100), _run("中西医结合医院", 221, 100)]
    assert join_rows([row]).text == "沧州市运河区中西医结合医院"
    assert " " in join_rows([[row[0], _run("城乡居民", 260, 100)]]).text


def test_an_orders_number_is_not_the_reports() -> None:
    rows = (line("姓名：李建国", 100, 100), line("申请单号：800989298", 700, 100))
    both = fields(K.LAB_REPORT, *rows, line("报告编号：LIS2302077621", 700, 150))
    assert both["report_number"] == ["LIS2302077621"]
    assert fields(K.LAB_REPORT, *rows)["report_number"] == ["800989298"]


def test_labels_of_which_readers_do_not_agree() -> None:
    assert meant("report_number", "申请单号") < 0.9 <= meant("report_number", "报告编号")
    assert meant("sign_date", "鉴定日期") < 0.9 <= meant("sign_date", "签字日期")
    assert meant("authority", "登记机构") < 0.9 <= meant("authority", "户口登记机关")


def test_a_speck_behind_a_unit() -> None:
    assert normalise_unit("mg/L.") == "mg/L"


def test_a_stay_on_a_recognition_form() -> None:
    got = fields(
        K.RECOGNITION_FORM,
        line("姓名：李建国", 100, 100),
        line("入院日期：2024.11.12", 100, 150),
        line("出院日期：2024.11.27", 700, 150),
    )
    assert (got["admission_date"], got["discharge_date"]) == (["2024-11-12"], ["2024-11-27"])


def test_an_illness_ends_where_something_is_applied_for() -> None:
    got = fields(
        K.COMMITMENT_LETTER,
        line("承诺书", 500, 50),
        line("本人因患脑血管意外后遗症申请门诊慢特病待遇，现作出下列承诺：", 100, 100),
    )
    assert got["claimed_disease"] == ["脑血管意外后遗症"]
