"""Lines cut at the cells of a table, and at nothing that only looks like one."""

from __future__ import annotations

import pytest
from page_text import cells, runs

from ocr.types import TextLine


@pytest.mark.parametrize(
    ("top", "bottom", "read"),
    [
        (90.0, 150.0, ["专家", "门诊"]),  # cells, higher than the line in them
        (103.0, 137.0, ["专家门诊"]),  # what light characters leave of a dark band
    ],
)
def test_a_cell_is_higher_than_its_line(top: float, bottom: float, read: list[str]) -> None:
    band = TextLine("专家门诊", ((100, 100), (340, 100), (340, 140), (100, 140)), 0.99)
    grid = cells((95, top, 218, bottom), (222, top, 345, bottom))
    assert [r.text.replace(" ", "") for r in runs(band, grid=grid)] == read
