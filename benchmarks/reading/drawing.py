"""One template and one seed → the undamaged page and its truth."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

from benchmarks.reading.browser import Browser
from benchmarks.reading.template import Template
from benchmarks.reading.truth import PageTruth, Quad, TrueField, TrueMark, TrueText
from ocr.types import Pixels

DPI = (150, 200)
CSS_DPI = 96
_CELLS = ("name", "result", "unit", "reference", "flag")


def draw(
    browser: Browser, name: str, template: Template, seed: int, *, dpi: int | None = None
) -> tuple[Pixels, PageTruth]:
    """The page at 150 or 200 dpi as the seed has it, and its truth (difficulty still empty)."""
    dice = random.Random(f"{name}:{seed}")
    html = template.build(dice)
    scale = (dpi or dice.choice(DPI)) / CSS_DPI
    pixels, told = browser.draw(html, template.width, template.height, scale)
    height, width = pixels.shape[:2]

    def quad(box: list[float]) -> Quad:
        x0, y0, x1, y1 = (round(v * scale, 1) for v in box)
        return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))

    def inside(box: list[float]) -> bool:
        x, y = (box[0] + box[2]) / 2 * scale, (box[1] + box[3]) / 2 * scale
        return 0 <= x < width and 0 <= y < height

    fields = [TrueField(f["value"], f["more"], quad(f["box"])) for f in told["fields"] if inside(f["box"])]
    rows = [
        TrueField("test_items", _row(r["value"]), quad(r["box"])) for r in told["rows"] if inside(r["box"])
    ]
    marks = [m for sort in ("seal", "signature", "face") for m in _marks(sort, told[f"{sort}s"], quad)]
    texts = [TrueText(t["text"], quad(t["box"]), t["optional"]) for t in told["texts"] if inside(t["box"])]
    texts.sort(key=lambda t: (round(t.quad[0][1] / 12), t.quad[0][0]))
    page = f"{name}-{seed}"
    return pixels, PageTruth(page, name, template.kind, "", (*fields, *rows), tuple(marks), tuple(texts))


def _row(told: str) -> dict[str, str | None]:
    row = json.loads(told)
    return {cell: row.get(cell) or None for cell in _CELLS}


def _marks(sort: str, told: Iterable[dict[str, Any]], quad: Any) -> list[TrueMark]:
    return [TrueMark(sort, m["value"], quad(m["box"])) for m in told]
