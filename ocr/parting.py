"""One page that several papers lie on → a reading of each: its lines, what it is, the marks on it.

Lines, marks and fields stay in pixels of the whole page. Only the runs that fields are looked for in begin at
the paper's own corner: what stands at a paper's head or foot is told by its place on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ocr.apart import kind_of_part, papers_on, within
from ocr.layout import Run
from ocr.page import PageReading
from ocr.types import Box, DocumentKind, Field, Marks


def parted(page: PageReading) -> tuple[tuple[PageReading, Box], ...]:
    """A reading of each paper on the page, and its box, where it holds several; papers without text are left
    out."""
    whole = (0.0, 0.0, float(page.page.width), float(page.page.height))
    parts = page.text.parts or papers_on(page.page.lines, whole)
    papers = tuple((p, part) for part in parts if (p := _on(part, page)).page.lines)
    return () if _is_one(page, [p for p, _ in papers]) else papers


def _is_one(page: PageReading, papers: Sequence[PageReading]) -> bool:
    """Whether one part alone says what it is, and is what the whole page is: the panes of one screen.

    检查所见 in one white box, 诊断结论 in the next: the second goes on with the first.
    """
    told = [p for p in papers if p.guess.kind is not DocumentKind.UNKNOWN or p.guess.titled]
    return len(papers) > 1 and len(told) == 1 and told[0].guess.kind is page.guess.kind


def on_the_page(fields: Mapping[str, tuple[Field, ...]], part: Box) -> dict[str, tuple[Field, ...]]:
    """Fields found in the runs of ``parted``, their boxes in pixels of the whole page."""
    x, y = part[:2]
    return {n: tuple(replace(f, box=_shifted(f.box, x, y)) for f in found) for n, found in fields.items()}


def _on(part: Box, page: PageReading) -> PageReading:
    x0, y0, x1, y1 = part
    lines = tuple(x for x in page.page.lines if within(x.box, part))
    marks = page.marks
    return PageReading(
        replace(page.page, lines=lines),
        replace(
            page.text,
            runs=tuple(_run_from(r, x0, y0) for r in page.text.runs if within(r.box, part)),
            width=round(x1 - x0),
            height=round(y1 - y0),
            handwriting=tuple(_shifted(b, -x0, -y0) for b in page.text.handwriting if within(b, part)),
            doubted=tuple(_shifted(b, -x0, -y0) for b in page.text.doubted if within(b, part)),
            parts=(),
            seals=tuple(m.text for m in marks.seals if m.text and within(m.box, part)),
        ),
        kind_of_part(lines, part),
        Marks(
            seals=tuple(m for m in marks.seals if within(m.box, part)),
            signatures=tuple(m for m in marks.signatures if within(m.box, part)),
            faces=tuple(m for m in marks.faces if within(m.box, part)),
            barcodes=tuple(m for m in marks.barcodes if within(m.box, part)),
            handwriting=tuple(m for m in marks.handwriting if within(m.box, part)),
        ),
        page.pixels,
    )


def _run_from(run: Run, x: float, y: float) -> Run:
    chars = tuple(replace(c, box=_shifted(c.box, -x, -y)) for c in run.chars)
    cell = None if run.cell_box is None else _shifted(run.cell_box, -x, -y)
    return Run(run.text, chars, run.cell, run.vertical, cell)


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy
