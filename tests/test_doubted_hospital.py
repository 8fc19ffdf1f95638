"""Hospitals' names read with doubt: the one known name is told, a clear reading never changed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from page_text import cells, line

from ocr.doubted_hospital import CONCLUDED
from ocr.extract import PageText, extract
from ocr.known_hospitals import hospitals_like, is_known, places_like, provinces_in
from ocr.layout import Run, runs_of
from ocr.likeness import NEVER, Reading, likeness
from ocr.types import DocumentKind as K
from ocr.types import Field, Source

SEEN, DOUBTED = 0.99, 0.4


def pieces(*printed: tuple[str, float], y: float = 100.0) -> list[Run]:
    """Runs at places across one row; a character before ``?`` was read with doubt."""
    runs: list[Run] = []
    for text, x in printed:
        letters = text.replace("?", "")
        [run] = runs_of([line(letters, x, y)], cells())
        doubted = {m.start() - n - 1 for n, m in enumerate(re.finditer(r"\?", text))}
        chars = tuple(
            replace(c, confidence=DOUBTED if n in doubted else SEEN) for n, c in enumerate(run.chars)
        )
        runs.append(Run(run.text, chars, run.cell, vertical=False, cell_box=run.cell_box))
    return runs


def hospital(
    *runs: Run, kind: K = K.MEDICAL_INVOICE, seals: tuple[str, ...] = (), source: Source = Source.OCR
) -> list[Field]:
    page = PageText(1, runs, source, 1654, 2339, seals=seals)
    return list(extract(kind, [page]).get("hospital_name", ()))


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("书?林大学中日联谊医院", "吉林大学中日联谊医院"),
        ("复日?大学附属眼耳鼻喉和?医院", "复旦大学附属眼耳鼻喉科医院"),
        ("佳木斯市第二大?民医院", "佳木斯市第二人民医院"),
    ],
)
def test_a_doubtful_character_becomes_that_of_the_one_known_name(read: str, told: str) -> None:
    [field] = hospital(*pieces((f"收款单位：{read}", 100)))
    assert field.value == told
    assert field.confidence is not None
    assert field.confidence <= CONCLUDED
    assert field.raw == read.replace("?", "")


@pytest.mark.parametrize(
    "read",
    [
        "书林大学中日联谊医院",  # clear
        "样章市第二人?民医院",  # a city that no list holds
        "样?州大学第一附属医院",  # several universities of such a name
        "南昌市第七?人民医院",  # an ordinal is never changed
        "毕节市中医院",  # not 中医医院, which is known
        "衡西?县人民医院",  # 衡东 or 衡南, who can say
    ],
)
def test_other_names_stay_as_read(read: str) -> None:
    [field] = hospital(*pieces((f"收款单位：{read}", 100)))
    assert field.value == read.replace("?", "")


def test_what_a_text_layer_says_stands() -> None:
    runs = pieces(("收款单位：书?林大学中日联谊医院", 100))
    assert hospital(*runs, source=Source.TEXT_LAYER)[0].value == "书林大学中日联谊医院"


def test_a_branch_in_brackets_is_kept() -> None:
    [field] = hospital(*pieces(("收款单位：书?林大学中日联谊医院（样章院区）", 100)))
    assert str(field.value).startswith("吉林大学中日联谊医院")
    assert "样章院区" in str(field.value)


def test_a_name_parted_by_a_coat_of_arms() -> None:
    head = pieces(("上海交通大学医学院附属第", 100), ("人民医院黄浦分 收费票据", 490))
    [field] = hospital(*head)
    assert field.value == "上海交通大学医学院附属第九人民医院黄浦分院"
    assert field.confidence is not None
    assert field.confidence <= CONCLUDED


def test_the_beginning_on_the_line_and_the_rest_in_the_ring() -> None:
    head = pieces(("上海交通大学医学院附属第", 100), ("医疗门急诊收费票据", 560))
    [field] = hospital(*head, seals=("九人医院黄浦分院急诊收费章",))
    assert (field.value, field.confidence) == ("上海交通大学医学院附属第九人民医院黄浦分院", 0.6)


def test_the_title_of_a_bill_is_no_hospital() -> None:
    assert hospital(*pieces(("湖北省医", 100), ("门诊收费票据（电子）", 400))) == []
    assert hospital(*pieces(("河南省医疗住院收费票据（电子）", 100))) == []


def test_likeness_of_a_name() -> None:
    surely = Reading("样章市人民医院", (SEEN,) * 7, (0.0,) * 7)
    assert likeness("样章市人民医院", surely, 5.0).cost == 0
    assert likeness("样章市中医医院", surely, 5.0).cost >= NEVER
    gap = Reading("贵州民院", (SEEN,) * 4, (0.0, 0.0, 2.0, 1.0))
    assert likeness("贵州省人民医院", gap, 5.0).marks == "==--=-="


def test_the_lists() -> None:
    assert is_known("吉林大学中日联谊医院")
    assert not is_known("样章市人民医院")
    assert hospitals_like("书林大学中日联谊医院")[0].name == "吉林大学中日联谊医院"
    assert places_like("鄱阳县", [1]) == {"鄱阳县"}
    assert len(places_like("台州市", [0])) > 1
    assert provinces_in("河南省财政部监制") == {"河南省"}


@pytest.mark.parametrize("name", ["陇西县中心医院", "阿坝县人民医院", "三台县中心医院"])
def test_a_regular_name_that_nobody_listed_is_no_known_hospital(name: str) -> None:
    [run] = runs_of([line(name, 100, 100, confidence=0.85)], cells())
    assert not is_known(name)
    assert [f.value for f in hospital(run)] == [name]
