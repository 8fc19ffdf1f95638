"""What rows of test reports hold beside plain numbers: verdicts, signs, ranges over lines; and the foot."""

from __future__ import annotations

from page_text import line, read_table, table_lines


def test_a_susceptibility_test_gives_its_measure_and_the_verdict_on_it() -> None:
    lines = table_lines(
        ("抗生素(Antimicrobic)", "MIC(ug/ml)", "K-B(mm)", "敏感度"),
        ("氨苄西林/舒巴坦", ">=32", "", "耐药 R"),
        ("阿米卡星", "4", "", "敏感 S"),
        ("头孢西丁", "", "24", "S"),
        ("亚胺培南", "", "", "敏感"),
        at=(100, 500, 800, 1100),
    )
    assert [(row[0], row[1], row[4]) for row in read_table(lines)] == [
        ("氨苄西林/舒巴坦", ">=32", "耐药"), ("阿米卡星", "4", "敏感"), ("头孢西丁", "24", "S"),
        ("亚胺培南", "敏感", None),
    ]  # fmt: skip


def test_the_foot_of_a_report_is_no_row() -> None:
    lines = table_lines(
        ("检验项目", "检测结果", "参考范围"),
        ("铁蛋白", "106.5", "30-400"),
        ("采样2025年05月26日07:35", "检验姚凤", "报告2025年05月27日"),
        ("送检2025年05月26日08:58", "审核程绍", "打印次数2"),
        at=(100, 500, 900),
    )
    assert [row[0] for row in read_table(lines)] == ["铁蛋白"]


def test_a_sign_beside_a_number_is_an_arrow_where_the_range_agrees() -> None:
    lines = table_lines(
        ("项目", "结果", "", "单位", "参考值"),
        ("白细胞数目", "11.37", "十", "10^9/L", "3.50~9.50"),
        ("血红蛋白浓度", "76", "-", "g/L", "115-150"),
        ("血小板数目", "224", "-", "10^9/L", "125-350"),
        ("尿蛋白", "1+", "", "", "阴性"),
        at=(100, 500, 640, 700, 900),
    )
    assert [row[1:] for row in read_table(lines, flagged=True)] == [
        ("11.37", "10^9/L", "3.50~9.50", "↑"),
        ("76", "g/L", "115-150", "↓"),
        ("224", "10^9/L", "125-350", None),
        ("1+", None, "阴性", None),
    ]


def test_a_reference_over_two_lines_stays_with_its_row() -> None:
    table = table_lines(
        ("检验项目", "检测结果", "单位", "参考范围"),
        ("癌胚抗原", "3.2", "ng/mL", ""),
        ("铁蛋白", "1066.5 ↑", "", ""),
        ("钾", "4.1", "mmol/L", "3.5-5.3"),
        at=(100, 500, 700, 900),
        step=70,
    )
    middle = [x.box[1] for x in table if x.text in ("癌胚抗原", "铁蛋白")]
    two = [("非吸烟者：0-5.0", "吸烟者：0-6.5"), ("男：30-400", "女：13-150")]
    around = [
        line(text, 900, round(y) + off)
        for y, texts in zip(middle, two, strict=True)
        for text, off in zip(texts, (-16, 16), strict=True)
    ]
    rows = read_table([*table, *around, line("ng/mL", 700, round(middle[1]) + 14)])
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("癌胚抗原", "ng/mL", "非吸烟者:0-5.0 吸烟者:0-6.5"),
        ("铁蛋白", "ng/mL", "男:30-400 女:13-150"),
        ("钾", "mmol/L", "3.5-5.3"),
    ]


def test_antibiotics_in_two_columns_abreast() -> None:
    lines = table_lines(
        ("抗菌药物", "药敏结果", "抗菌药物", "药敏结果"),
        ("青霉素G", "敏感", "庆大霉素", "耐药"),
        ("头孢唑啉", "中介", "阿米卡星", "敏感"),
        ("头孢呋辛", "敏感", "复方新诺明", "R"),
        at=(100, 500, 760, 1100),
    )
    assert [row[:2] for row in read_table(lines)] == [
        ("青霉素G", "敏感"), ("庆大霉素", "耐药"), ("头孢唑啉", "中介"), ("阿米卡星", "敏感"),
        ("头孢呋辛", "敏感"), ("复方新诺明", "R"),
    ]  # fmt: skip
