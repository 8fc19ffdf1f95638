"""The disease lists: every name finds its row, no near name does, diagnoses support or do not."""

from __future__ import annotations

import pytest

from validators.catalogue import Catalogue, Disease, Likeness, Support, load_catalogues

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
