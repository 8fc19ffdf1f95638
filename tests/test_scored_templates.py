"""The scored half of the laboratory: what its papers say of themselves can be true.

Layouts are not looked at here, only names, shapes and check digits of their truth, over a few draws each.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest
from stdnum.cn import ric

from benchmarks.reading.matching import CELLS, FAMILY_OF
from benchmarks.reading.templates.scored import TEMPLATES
from benchmarks.reading.templates.scored.people import REGIONS
from ocr.types import DocumentKind

SEEDS = range(6)
DATES = {name for name, family in FAMILY_OF.items() if family == "date"}
NUMBERS = ("id_number", "agent_id_number")
CHOICES = {
    "sex": r"[男女]",
    "age": r"\d{1,3}",
    "insurance_type": r"employee|resident",
    "hospital_level": r"三级特等|[一二三]级[甲乙丙]等|[一二三]级|未定级",
    "physician_title": r"(主任|副主任|主治|住院)?(中)?医师|医士",
    "filing_category": r"settled_retirement|long_residence|posted_work|referral|temporary",
    "phone": r"1\d{10}",
}


class _Told(HTMLParser):
    """Every element's attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def _drawn(name: str) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    for seed in SEEDS:
        html = TEMPLATES[name].build(random.Random(f"{name}:{seed}"))  # noqa: S311 – dice for papers
        yield html, _Told(html).elements


def _fits(field: str, value: str) -> bool:
    if field in DATES:
        if field == "valid_until" and value == "长期":
            return True
        return re.fullmatch(r"\d{4}-\d\d", value) is not None or date.fromisoformat(value) is not None
    if field in NUMBERS:
        regions = {region.code for region in REGIONS}
        return (
            ric.calc_check_digit(value) == value[-1]
            and value[:6] in regions
            and bool(ric.get_birth_date(value))
        )
    if field in CHOICES:
        return re.fullmatch(CHOICES[field], value) is not None
    return bool(value) and value == value.strip() and "\n" not in value and "*" not in value


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_truth_keeps_to_the_contract(name: str) -> None:
    """Field names and values, rows, seals and places to sign are such as the contract knows."""
    for _, elements in _drawn(name):
        for _, told in elements:
            if "data-field" in told:
                assert told["data-field"] in FAMILY_OF
                assert _fits(told["data-field"], told["data-value"]), told
                assert "data-handwritten" not in told
            if "data-row" in told:
                row = json.loads(told["data-row"])
                assert set(row) == set(CELLS)
                assert row["name"]
                assert row["result"]
            if "data-seal" in told:
                text, shape, colour = told["data-seal"].split("|")
                assert text
                assert shape in {"circle", "ellipse", "square", "triangle"}
                assert colour in {"red", "grey", "blue"}
            if "data-signature" in told:
                assert re.fullmatch(r"(physician|applicant|agent)\|(present|absent)", told["data-signature"])


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_pages_stand_alone_and_come_from_the_dice(name: str) -> None:
    """No scripts, nothing from outside; the same seed gives the same page, other seeds other pages."""
    pages = [html for html, _ in _drawn(name)]
    assert pages == [html for html, _ in _drawn(name)]
    assert len(set(pages)) == len(pages)
    for html in pages:
        assert not re.search(r"<script|<link|@import|url\((?!#)", html)
        assert all(told["src"].startswith("data:image/") for _, told in _Told(html).elements if "src" in told)


def test_birth_and_sex_agree_with_the_number() -> None:
    """Of one paper's patient: birth date and sex are those of the ID number beside them."""
    for name in TEMPLATES:
        for _, elements in _drawn(name):
            told: dict[str, set[str]] = {}
            for _, attributes in elements:
                if "data-field" in attributes:
                    told.setdefault(attributes["data-field"], set()).add(attributes["data-value"])
            for number in told.get("id_number", ()):
                born = f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
                assert told.get("birth_date", {born}) == {born}, name
                sex = "男" if int(number[16]) % 2 else "女"
                assert told.get("sex", {sex}) == {sex}, name


def test_every_kind_of_paper_is_there() -> None:
    """Every kind of the contract in two layouts at least, the important ones in more."""
    kinds = Counter(template.kind for template in TEMPLATES.values())
    assert set(kinds) == {kind.value for kind in DocumentKind}
    assert min(kinds.values()) >= 2
    assert all(
        kinds[kind] >= 4 for kind in ("discharge_summary", "lab_report", "exam_report", "medical_invoice")
    )
