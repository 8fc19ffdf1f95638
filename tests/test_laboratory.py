"""The laboratory's own parts: truth follows the picture, scores count what they say, the short form runs."""

from __future__ import annotations

import io
import random
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageOps

from benchmarks.reading.browser import Browser, find_chromium
from benchmarks.reading.characters import errors
from benchmarks.reading.corpus import Made, make, plan
from benchmarks.reading.degrade.wear import DIFFICULTIES, wear
from benchmarks.reading.drawing import draw
from benchmarks.reading.figures import figures_of
from benchmarks.reading.intervals import bootstrap, wilson
from benchmarks.reading.matching import score
from benchmarks.reading.run import read_all
from benchmarks.reading.template import Template
from benchmarks.reading.templates import templates_of
from benchmarks.reading.truth import PageTruth, TrueField, TrueText, read_truth
from ocr.types import Document, DocumentKind, Field, Source

HERE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
BLACK_BOX = (
    "<!DOCTYPE html><body style='margin:0;background:#fff'>"
    "<div data-field='patient_name' data-value='李建国' "
    "style='position:absolute;left:300px;top:500px;width:90px;height:40px;background:#000'></div>"
    "<p style='position:absolute;left:90px;top:60px;margin:0;font-size:20px'>姓名：李 建国</p></body>"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if find_chromium() is None:
        warnings.warn("Chromium is not installed: the laboratory was not tried", stacklevel=1)
        pytest.skip("Chromium is not installed: the laboratory was not tried")
    with Browser() as found:
        yield found


def page(*fields: tuple[str, Any], texts: tuple[str, ...] = ()) -> PageTruth:
    return PageTruth(
        "p", "t", "lab_report", "clean",
        tuple(TrueField(n, v, HERE) for n, v in fields), (), tuple(TrueText(t, HERE) for t in texts),
    )  # fmt: skip


def paper(**fields: Any) -> Document:
    read = {n: (Field(v, v, 0.95, 1, (0, 0, 1, 1), Source.OCR),) for n, v in fields.items()}
    return Document("f", "", None, kind=DocumentKind.LAB_REPORT, fields=read)


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
@pytest.mark.parametrize("seed", range(4))
def test_truth_follows_what_is_done_to_the_picture(browser: Browser, difficulty: str, seed: int) -> None:
    template = Template("unknown", 794, 1123, lambda dice: BLACK_BOX)
    pixels, truth = draw(browser, "box", template, seed, dpi=96)
    made = wear(pixels, truth, difficulty, np.random.default_rng(seed))
    seen = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(made.data))).convert("L"), np.float32)
    quad = np.array(made.truth.fields[0].quad)
    x, y = quad.mean(0)
    inside = np.median(seen[int(y) - 3 : int(y) + 4, int(x) - 3 : int(x) + 4])
    for corner in quad:  # a little outside every corner there is paper, not box
        ox, oy = (x, y) + (corner - (x, y)) * 1.5
        assert seen[int(oy), int(ox)] > inside + 25, made.truth.effects


def test_a_page_tells_its_text_by_lines(browser: Browser) -> None:
    template = Template("unknown", 794, 1123, lambda dice: BLACK_BOX)
    _, truth = draw(browser, "box", template, 1, dpi=150)
    assert [t.text for t in truth.texts] == ["姓名：李建国"]
    assert truth.fields[0].value == "李建国"


def test_every_develop_template_carries_truth() -> None:
    known = {kind.value for kind in DocumentKind}
    for name, template in templates_of("develop").items():
        assert template.kind in known, name
        assert "data-field=" in template.build(random.Random(7)) or template.kind == "unknown", name  # noqa: S311


def test_the_truth_of_every_author_is_drawn(browser: Browser) -> None:
    """Of every kind the first layout of each sixth author who has one, other authors from kind to kind."""
    first = {
        (t.kind, name.partition("-")[0]): (name, t) for name, t in reversed(templates_of("develop").items())
    }
    drawn = []
    for n, kind in enumerate(sorted({kind for kind, _ in first})):
        of_kind = [layout for (one, _), layout in sorted(first.items(), key=lambda x: x[0]) if one == kind]
        drawn += of_kind[n % min(6, len(of_kind)) :: 6]
    assert {t.kind for _, t in drawn} == {kind for kind, _ in first}
    for name, template in drawn:
        _, truth = draw(browser, name, template, 7, dpi=48)
        assert truth.fields or template.kind == "unknown", name
        assert truth.texts, name


def test_values_are_right_wrong_or_missed() -> None:
    scored = score(
        page(("patient_name", "李建国"), ("sex", "男")), [paper(patient_name="李建 国", phone="1")]
    )
    assert [(v.field, v.outcome) for v in scored.values] == [
        ("patient_name", "right"), ("phone", "wrong"), ("sex", "missed"),
    ]  # fmt: skip
    figures = figures_of([scored])
    assert (figures.overall.precision.value, figures.overall.recall.value) == (0.5, 0.5)
    assert figures.sure_but_wrong.hits == 1
    assert {f: (s.hits, s.of) for f, s in figures.sure_by_field.items()} == {"phone": (1, 1)}
    assert [(s.hits, s.of) for _, s in figures.reliability["number"]] == [(0, 1)]
    assert figures.kinds.value == 1.0


@pytest.mark.parametrize(
    ("cell", "printed", "told", "alike"),
    [
        ("unit", "umol/L", "μmol/L", True),
        ("unit", "×10-9/L", "10^9/L", True),
        ("unit", "10^9/L", "10^12/L", False),
        ("unit", "U/L", "μ/L", False),
        ("unit", "mmol/L", "μmol/L", False),
        ("flag", "H", "↑", True),
        ("flag", "H", "↓", False),
        ("result", "H", "↑", False),
    ],
)
def test_cells_of_a_row_are_alike_where_they_mean_the_same(
    cell: str, printed: str, told: str, alike: bool
) -> None:
    row = {"name": "尿酸", "result": "520", "unit": "μmol/L", "reference": "155-357", "flag": "↑"}
    scored = score(page(("test_items", row | {cell: printed})), [paper(test_items=row | {cell: told})])
    assert (scored.values[0].outcome == "right") is alike


def test_character_errors_do_not_depend_on_the_order_of_reading() -> None:
    truth = page(texts=("姓名：李建国", "性别：男", "科室：心内科"))
    assert errors(truth, ["科室：心内科", "姓名：李建国性别：男"]) == (0, 16)
    assert errors(truth, ["姓名：李建围", "性别：男", "科室：心内科"]) == (1, 16)
    assert errors(truth, ["性别：男", "科室：心内科"]) == (6, 16)
    assert errors(truth, ["姓名：李建国", "性别：男", "科室：心内科", "多余"]) == (2, 16)


def test_intervals_hold_what_they_stand_for() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(98, 100)[0] == pytest.approx(0.930, abs=0.001)
    low, high = bootstrap([0, 1] * 50, lambda some: sum(some) / len(some))
    assert low < 0.5 < high


def test_the_same_seed_gives_the_same_pages() -> None:
    names = list(templates_of("develop"))
    assert plan(names, 90, 3) == plan(names, 90, 3)
    assert {p.difficulty for p in plan(names, 3 * len(names), 3)} == set(DIFFICULTIES)
    for name, template in templates_of("develop").items():
        first, again = (template.build(random.Random(5)) for _ in range(2))  # noqa: S311
        assert first == again, name


def test_the_short_form_reads_what_it_draws(browser: Browser, tmp_path: Path) -> None:
    templates = {n: t for n, t in templates_of("develop").items() if n == "discharge-classic"}
    made: list[Made] = list(make(plan(list(templates), 3, 11), templates, tmp_path))
    assert [read_truth(m.path.with_suffix(".json")) for m in made] == [m.truth for m in made]
    run = read_all("menshen", made, lambda name, done, of: None)
    figures = figures_of(run.scores)
    assert figures.kinds.value == 1.0
    assert figures.overall.f1 > 0.8
    assert figures.wrong_id_numbers.hits == 0
    assert sum(p.character_errors for p in run.pages) < 0.1 * sum(p.characters for p in run.pages)
