"""Results of tests: names, units, spans, states."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import K, document, page
from hypothesis import given
from hypothesis import strategies as st

from ocr.types import Document
from validators.evidence.leaves import Bounds, ValueDemand
from validators.evidence.quantity import parse_amount, parse_period
from validators.evidence.results import bounds_hold, is_in_state, results_on, within_bounds
from validators.evidence.test_items import item_named, item_of, items_for
from validators.papers import papers_of


def sheet(
    name: str, result: str, unit: str | None = None, reference: str | None = None, flag: str | None = None
) -> Document:
    row = {"name": name, "result": result, "unit": unit, "reference": reference, "flag": flag}
    return document(K.LAB_REPORT, {"test_items": [row]})


def told(item: str, paper: Document, **bounds: str) -> bool | None:
    found = list(results_on(papers_of([paper])[0], item_named(item)))
    assert len(found) == 1
    return within_bounds(found[0], Bounds.model_validate(bounds))


@pytest.mark.parametrize(
    ("item", "result", "unit", "bounds", "expected"),
    [
        ("血肌酐", "707", "μmol/L", {"at_least": "707 μmol/L"}, True),
        ("血肌酐", "706.9", "umol/L", {"at_least": "707 μmol/L"}, False),
        ("血肌酐", "8.0", "mg/dL", {"at_least": "707 μmol/L"}, True),  # 707.2
        ("血肌酐", "7.9", "mg/dL", {"at_least": "707 μmol/L"}, False),  # 698.36
        ("血肌酐", "0.72", "mmol/L", {"at_least": "707 μmol/L"}, True),
        ("血肌酐", "812", None, {"at_least": "707 μmol/L"}, None),  # a unit is never guessed
        ("血肌酐", "812", "g/L", {"at_least": "707 μmol/L"}, None),
        ("血肌酐", ">1000", "μmol/L", {"at_least": "707 μmol/L"}, True),
        ("血肌酐", ">500", "μmol/L", {"at_least": "707 μmol/L"}, None),
        ("肾小球滤过率", "<15", "ml/min/1.73m2", {"at_most": "15 mL/min/1.73m2"}, True),
        ("肾小球滤过率", "12.4", "mL/min", {"at_most": "15 mL/min/1.73m2"}, True),
        ("尿酸", "7.0", "mg/dL", {"above": "416 μmol/L"}, True),  # 416.36
        ("尿酸", "416", "μmol/L", {"above": "416 μmol/L"}, False),
        ("糖化血红蛋白", "53", "mmol/mol", {"at_least": "7 %"}, True),  # 7.0004
        ("糖化血红蛋白", "52", "mmol/mol", {"at_least": "7 %"}, False),  # 6.909
        ("葡萄糖", "126.2", "mg/dL", {"at_least": "7.0 mmol/L"}, True),  # 7.005
        ("肾小球滤过率", "38", "mL/min/1.73m2", {"at_least": "15 mL/min", "below": "90 mL/min"}, True),
        ("血红蛋白", "6.1", "g/dL", {"below": "70 g/L"}, True),
        ("肺动脉平均压", "3.4", "kPa", {"at_least": "25 mmHg"}, True),  # 25.5
        (
            "血肌酐",
            "1,012",
            "μmol/L",
            {"at_least": "707 μmol/L"},
            None,
        ),  # or 1.012, with a comma for the point
        ("血肌酐", "92", "mg/L", {"at_least": "707 μmol/L"}, True),  # 813
        ("血肌酐", "8.12×10^2", "μmol/L", {"at_least": "707 μmol/L"}, True),
        ("血肌酐", "大于1000", "μmol/L", {"at_least": "707 μmol/L"}, True),
        ("血肌酐", "812", "微摩尔/升", {"at_least": "707 μmol/L"}, True),
        ("乙肝病毒DNA", "5.00×10³", "IU/mL", {"above": "2000 IU/mL"}, True),
        ("骨密度T值", "-2.4", None, {"at_most": "-2.5"}, False),
        ("骨密度T值", "3.1", None, {"at_most": "-2.5"}, None),  # a minus is soon lost
        ("骨密度T值", "+0.3", None, {"at_most": "-2.5"}, False),
    ],
)
def test_a_number(item: str, result: str, unit: str | None, bounds: dict[str, str], expected: object) -> None:
    assert told(item, sheet(item, result, unit), **bounds) is expected


@pytest.mark.parametrize(
    ("result", "reference", "flag", "state", "expected"),
    [
        ("阳性", None, None, "positive", True),
        ("阴性(-)", None, None, "positive", False),
        ("弱阳性", None, None, "positive", True),
        ("无反应性", None, None, "positive", False),
        ("+", None, None, "positive", True),
        ("1:320", "<1:100", None, "positive", True),
        ("1:320", None, None, "positive", None),
        ("88", "0-20", None, "positive", True),
        ("12", "0-20", None, "positive", False),
        ("12", None, None, "positive", None),
        ("2.35E+05", "<20", None, "positive", True),
        ("<20", "<20", None, "positive", False),
        ("6.1", "9-19", None, "low", True),
        ("6.1", None, "↓", "low", True),
        ("6.1", None, "↑", "low", False),
        ("12", "9-19", None, "low", False),
        ("12", None, None, "low", None),
        ("6.1", "9-19", None, "abnormal", True),
        ("6.1", "9-19", None, "positive", False),
        ("敏感", None, None, "positive", False),
    ],
)
def test_a_state(
    result: str, reference: str | None, flag: str | None, state: str, expected: bool | None
) -> None:
    paper = papers_of([sheet("抗核抗体", result, None, reference, flag)])[0]
    found = next(iter(results_on(paper, item_named("抗核抗体"))))
    assert is_in_state(found, state) is expected


def test_names_of_tests_are_never_read_loosely() -> None:
    assert item_of("尿肌酐") is None
    assert item_of("肌酐清除率") is None
    assert item_of("*肌酐(酶法)") == item_named("血肌酐")
    assert item_of("血清尿酸测定") == item_named("尿酸")
    urine = document(
        K.LAB_REPORT,
        {"test_items": [{"name": "肌酐", "result": "8120", "unit": "μmol/L"}]},
        pages=[page(1, "标本类型：尿液")],
    )
    assert list(results_on(papers_of([urine])[0], item_named("血肌酐"))) == []


@pytest.mark.parametrize(
    ("line", "item", "expected"),
    [
        ("L1-L4 T值：-3.1", "骨密度T值", Decimal("-3.1")),
        ("T-score -2.6 SD", "骨密度T值", Decimal("-2.6")),
        ("左肾结石，大小约8mm×6mm", "结石大小", Decimal("0.8")),
        ("LVEF：35%", "左室射血分数", Decimal(35)),
        ("估测肺动脉收缩压约 66mmHg", "肺动脉收缩压", Decimal(66)),
        ("室性早搏总数 12000 次/24h", "室性早搏总数", Decimal(12000)),
        ("诊室血压：182/112mmHg", "收缩压", Decimal(182)),
        ("BP 182/112 mmHg", "舒张压", Decimal(112)),
        ("CT值：35HU", "骨密度T值", None),
        ("EF斜率正常", "左室射血分数", None),
        ("骨密度T值为负3.1", "骨密度T值", Decimal("-3.1")),
        ("左肾结石 8 毫米", "结石大小", Decimal("0.8")),
        ("腰椎T值 -2,6", "骨密度T值", None),
        ("室性早搏12,345次/24h", "室性早搏总数", None),
    ],
)
def test_a_number_in_running_text(line: str, item: str, expected: Decimal | None) -> None:
    paper = papers_of([document(K.EXAM_REPORT, pages=[page(1, line)])])[0]
    found = [r.low for r in results_on(paper, item_named(item))]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("line", "item", "alone"),
    [
        ("T值-1.2，Z值-0.4", "骨密度T值", True),
        ("T值-1.2(L1) -3.2(L2)", "骨密度T值", False),
        ("T值：-1.2、-3.2、-2.8", "骨密度T值", False),
        ("血压132/80mmHg", "收缩压", True),
        ("血压132/80mmHg～168/100mmHg", "收缩压", False),
        ("左肾结石 0.3cm，右肾囊肿 2.0cm", "结石大小", True),
    ],
)
def test_a_number_beside_others_of_the_same_name_contradicts_nothing(
    line: str, item: str, alone: bool
) -> None:
    paper = papers_of([document(K.EXAM_REPORT, pages=[page(1, line)])])[0]
    assert next(results_on(paper, item_named(item))).certain is alone


def test_a_test_that_the_table_lacks_is_known_by_its_name_and_unit() -> None:
    (item,) = items_for(("血钾",), "mmol/L")
    (found,) = results_on(papers_of([sheet("血钾", "3.1", "mmol/L")])[0], item)
    assert found.low == Decimal("3.1")


numbers = st.decimals(min_value=-1000, max_value=100_000, places=2, allow_nan=False)


@given(numbers, numbers)
def test_a_bound_and_its_opposite_never_agree(value: Decimal, bound: Decimal) -> None:
    inside = bounds_hold(value, value, Bounds(at_least=f"{bound}"), lambda a: a.value)
    outside = bounds_hold(value, value, Bounds(below=f"{bound}"), lambda a: a.value)
    assert inside is not outside
    assert inside is (value >= bound)


@given(numbers, numbers, numbers)
def test_an_open_span_is_only_answered_where_all_of_it_agrees(one: Decimal, two: Decimal, b: Decimal) -> None:
    low, high = sorted((one, two))
    answer = bounds_hold(low, high, Bounds(at_most=f"{b}"), lambda a: a.value)
    assert answer is (True if high <= b else False if low > b else None)


@given(st.sampled_from(["血肌酐", "尿酸", "葡萄糖", "血红蛋白"]), st.decimals(1, 1000, places=2))
def test_conversions_grow_with_the_number(item: str, value: Decimal) -> None:
    held = item_named(item)
    for unit in held.others:
        less, more = held.convert(value, unit), held.convert(value + 1, unit)
        assert less is not None
        assert more is not None
        assert less < more


@given(st.integers(1, 99), st.sampled_from(["年", " 年", " years", "个月", " months", "天", " days"]))
def test_periods_are_read_in_both_tongues(number: int, unit: str) -> None:
    period = parse_period(f"{number}{unit}")
    assert (period.months or period.days) == number * (12 if "年" in unit or "year" in unit else 1)


@pytest.mark.parametrize("text", ["", "年", "0 年", "两年半", "1.5 年"])
def test_a_period_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="not a span"):
        parse_period(text)


@pytest.mark.parametrize("text", ["", "很高", "707 微摩尔每升左右"])
def test_an_amount_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse_amount(text)


def test_value_demand_takes_one_item_or_several() -> None:
    assert ValueDemand.model_validate({"item": "尿酸", "is": "high"}).item == ("尿酸",)
