"""The disease lists: every name finds its row, no near name does, diagnoses support or do not."""

from __future__ import annotations

import pytest

from validators.catalogue import Catalogue, Likeness, Support, load_catalogues
from validators.disease_row import Disease
from validators.review_period import Review, parse_review

CATALOGUES = load_catalogues()
ROWS = [(catalogue, row) for catalogue in CATALOGUES.values() for row in catalogue.rows]


def by_name(pair: tuple[Catalogue, Disease]) -> str:
    return f"{pair[0].name}-{pair[1].no}"


def test_sizes() -> None:
    """67 in Jiangxi; 43 + 4 in Hunan with 1 in two parts and two names unidentified: 46 rows."""
    assert {name: len(c.rows) for name, c in CATALOGUES.items()} == {"jiangxi": 67, "hunan": 46}


@pytest.mark.parametrize("pair", ROWS, ids=by_name)
def test_every_name_and_alias_matches_and_supports(pair: tuple[Catalogue, Disease]) -> None:
    catalogue, row = pair
    for name in (row.name, *row.aliases):
        match = catalogue.match(name)
        assert match.likeness is Likeness.LISTED, name
        assert row in match.rows, name
        assert catalogue.supports([name], row) is Support.SUPPORTS, name


@pytest.mark.parametrize("pair", ROWS, ids=by_name)
def test_no_near_name_matches_or_supports(pair: tuple[Catalogue, Disease]) -> None:
    catalogue, row = pair
    for name in row.near:
        match = catalogue.match(name)
        assert not (match.likeness is Likeness.LISTED and row in match.rows), name
        assert catalogue.supports([name], row) is not Support.SUPPORTS, name


@pytest.mark.parametrize(
    ("listed", "no", "diagnoses", "expected"),
    [
        ("hunan", "2", ["高血压病 3级 很高危"], Support.SUPPORTS),
        ("hunan", "2", ["高血压病（3级，极高危组）"], Support.SUPPORTS),
        ("hunan", "2", ["高血压病2级"], Support.UNCLEAR),
        ("hunan", "2", ["继发性高血压3级"], Support.UNCLEAR),
        ("hunan", "2", ["腰椎间盘突出症"], Support.OTHER),
        ("hunan", "2", ["腰椎间盘突出症", "头晕"], Support.UNCLEAR),
        ("hunan", "2", [], Support.UNCLEAR),
        ("hunan", "8", ["陈旧性肺结核"], Support.UNCLEAR),
        ("hunan", "3", ["2型糖尿病性肾病"], Support.SUPPORTS),
        ("hunan", "3", ["糖尿病?"], Support.UNCLEAR),
        ("jiangxi", "1", ["左肺腺癌Ⅳ期"], Support.SUPPORTS),
        ("jiangxi", "1", ["癌胚抗原升高"], Support.UNCLEAR),
        ("jiangxi", "16", ["糖尿病(无并发症)"], Support.UNCLEAR),
        ("jiangxi", "16", ["2型糖尿病", "周围神经病变"], Support.SUPPORTS),
        ("jiangxi", "16", ["2型糖尿病", "糖尿病周围神经病变"], Support.SUPPORTS),
        ("jiangxi", "13", ["冠心病 不稳定型心绞痛"], Support.SUPPORTS),
        ("jiangxi", "13", ["冠心病待排"], Support.UNCLEAR),
    ],
)
def test_support(listed: str, no: str, diagnoses: list[str], expected: Support) -> None:
    catalogue = CATALOGUES[listed]
    assert catalogue.supports(diagnoses, catalogue.row(no)) is expected


def test_age_rules_read() -> None:
    ages = {row.no: [age for age in range(20) if row.admits_age(age)] for _, row in ROWS if row.age_rule}
    assert ages["R1"] == list(range(8))  # 0-7
    assert ages["R4"] == list(range(15))  # 0-14
    assert ages["37"] == list(range(15))  # <=14
    assert ages["11"] == list(range(18))  # <18


@pytest.mark.parametrize(
    ("listed", "no", "diagnoses", "expected"),
    [
        ("jiangxi", "30", ["局限性回肠炎 K50.000"], Support.SUPPORTS),  # a code of the disease
        ("jiangxi", "13", ["冠脉粥样斑块形成 I25.103"], Support.SUPPORTS),
        ("jiangxi", "13", ["腰椎间盘突出症 I25.103"], Support.OTHER),  # the words say otherwise
        ("jiangxi", "13", ["风湿性心脏病 I25.103"], Support.UNCLEAR),  # a look-alike, whatever the code
        ("hunan", "2", ["原发性高血压 I10.x00"], Support.UNCLEAR),  # the code tells no grade
        ("jiangxi", "1", ["胃恶性肿瘤"], Support.SUPPORTS),  # a category by its name
        ("hunan", "3", ["非胰岛素依赖型糖尿病"], Support.SUPPORTS),
    ],
)
def test_support_by_icd10(listed: str, no: str, diagnoses: list[str], expected: Support) -> None:
    catalogue = CATALOGUES[listed]
    assert catalogue.supports(diagnoses, catalogue.row(no)) is expected


@pytest.mark.parametrize(
    ("listed", "written", "likeness", "no"),
    [
        ("jiangxi", "M07101", Likeness.LISTED, "2"),
        ("jiangxi", "M07101 系统性红斑狼疮", Likeness.LISTED, "2"),
        ("hunan", "M03900", Likeness.NEAR, "2"),  # the code of any high blood pressure
        ("jiangxi", "M01600", Likeness.NEAR, "16"),
        ("hunan", "M01600", Likeness.LISTED, "3"),
        ("hunan", "M99999", Likeness.NONE, None),
    ],
)
def test_a_national_code_alone(listed: str, written: str, likeness: Likeness, no: str | None) -> None:
    match = CATALOGUES[listed].match(written)
    assert match.likeness is likeness
    assert no is None or no in {row.no for row in match.rows}


def test_review_periods_and_codes_of_the_sources() -> None:
    jiangxi, hunan = CATALOGUES["jiangxi"], CATALOGUES["hunan"]
    assert jiangxi.row("1").review == Review()
    assert jiangxi.row("4").review == Review(months=60)
    assert jiangxi.row("9").review == Review(months=24)
    assert jiangxi.row("29").review == Review(until_age=18)
    assert jiangxi.row("12").review is None  # Ⅱ类: the source does not tell which of two
    assert {hunan.row(str(n)).review for n in (2, 3, 4)} == {Review(months=36)}
    assert hunan.row("5").review == Review(months=24)
    assert jiangxi.row("7").m_codes == ("M07801", "M07803", "M07804", "M07800")


@pytest.mark.parametrize("cell", ["year(2)", "years()", "until_age(x)", "2"])
def test_a_review_period_that_is_none(cell: str) -> None:
    with pytest.raises(ValueError, match="not a review period"):
        parse_review(cell)


def test_tables_hang_together() -> None:
    """Vague names are among the near ones, and every row has a source and a tier."""
    for _, row in ROWS:
        assert set(row.vague) <= set(row.near), row.name
        assert row.source, row.name
        assert row.tier in {"A", "B", "C", "D"}
        assert not set(row.vague) & set(row.aliases), row.name
