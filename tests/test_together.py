"""Several papers in one picture are papers of their own, each the right way up; one paper stays one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from ocr.apart import papers_on, within
from ocr.engine import TextEngine, open_engine
from ocr.models import bundled_models
from ocr.page import read_page
from ocr.papers import as_document, group
from ocr.types import Document, DocumentKind, FileFacts, Pixels, RawPage, TextLine

DOCUMENTS = Path(__file__).parents[1] / "samples" / "documents"
DESK = (92, 74, 60)


@cache
def engine() -> TextEngine:
    return open_engine(bundled_models(Path.home() / ".local/share/menshen/models"), threads=2)


def sample(name: str, *, turned: int = 0) -> Pixels:
    picture = np.asarray(Image.open(DOCUMENTS / name).convert("RGB"))
    return np.ascontiguousarray(np.rot90(picture, turned))


def on_desk(*sheets: tuple[Pixels, float]) -> Pixels:
    """The sheets one below the other on a desk, each turned by its degrees."""
    width = max(s.shape[1] for s, _ in sheets) + 300
    rows = []
    for sheet, lean in sheets:
        height = sheet.shape[0] + 200
        move = cv2.getRotationMatrix2D((sheet.shape[1] / 2, sheet.shape[0] / 2), lean, 1)
        move[:, 2] += ((width - sheet.shape[1]) / 2, (height - sheet.shape[0]) / 2)
        desk = np.full((height, width, 3), DESK, np.uint8)
        rows.append(cv2.warpAffine(sheet, move, (width, height), dst=desk, borderMode=cv2.BORDER_TRANSPARENT))
    return np.concatenate(rows)


def papers(pixels: Pixels) -> dict[DocumentKind, Document]:
    page = read_page(RawPage(1, pixels), engine(), picture=True)
    found = [as_document(p, file="f", sha256="", facts=FileFacts("image/jpeg")) for p in group([page])]
    assert len({d.kind for d in found}) == len(found)
    return {d.kind: d for d in found}


def value(document: Document, field: str) -> object:
    (only,) = document.fields[field]
    return only.value


@pytest.mark.parametrize("turned", [0, 2])
def test_two_sheets_on_a_desk_are_two_papers(turned: int) -> None:
    report, certificate = sample("lab-two-columns.png"), sample("certificate-photocopy.png", turned=turned)
    found = papers(on_desk((report, 3.0), (certificate, -2.0)))
    assert set(found) == {DocumentKind.LAB_REPORT, DocumentKind.DIAGNOSIS_CERTIFICATE}
    lab, told = found[DocumentKind.LAB_REPORT], found[DocumentKind.DIAGNOSIS_CERTIFICATE]
    assert (value(lab, "patient_name"), value(lab, "hospital_name")) == ("张伟明", "宜春市人民医院")
    assert (value(told, "patient_name"), value(told, "hospital_name")) == ("欧阳淑芬", "上饶市立医院")
    assert len(lab.fields["test_items"]) == 12
    assert not lab.marks.seals
    assert [s.shape for s in told.marks.seals] == ["round"]


@pytest.mark.parametrize("turned", [0, 2])
def test_both_sides_of_a_card_are_there(turned: int) -> None:
    found = papers(np.concatenate([sample("id-front.jpg"), sample("id-back.jpg", turned=turned)]))
    assert set(found) == {DocumentKind.ID_CARD_FRONT, DocumentKind.ID_CARD_BACK}
    front, back = found[DocumentKind.ID_CARD_FRONT], found[DocumentKind.ID_CARD_BACK]
    assert value(front, "patient_name") == "李建国"
    assert value(front, "id_number") == "430503196703121890"
    assert value(back, "valid_until") == "2035-06-18"
    assert front.pages[0].number == back.pages[0].number == 1
    assert "签发机关" not in "".join(x.text for x in front.pages[0].lines)


def test_boxes_are_in_pixels_of_the_page_that_both_share() -> None:
    page = read_page(
        RawPage(1, np.concatenate([sample("id-front.jpg"), sample("id-back.jpg", turned=2)])),
        engine(),
        picture=True,
    )
    assert page.pixels is not None
    assert (page.page.height, page.page.width) == page.pixels.shape[:2]
    first, second = page.text.parts
    for line in page.page.lines:
        assert within(line.box, first) != within(line.box, second)
        x0, y0, x1, y1 = (round(v) for v in line.box)
        ink = cv2.cvtColor(page.pixels[y0:y1, x0:x1], cv2.COLOR_RGB2GRAY)
        assert int(ink.max()) - int(ink.min()) > 60  # there is print where the line is said to stand


@pytest.mark.parametrize("axis", [0, 1], ids=["below", "beside"])
def test_two_papers_on_a_scanner_are_told_apart_by_their_headings(axis: int) -> None:
    report, certificate = sample("lab-two-columns.png"), sample("certificate-photocopy.png")
    found = papers(np.concatenate([report, certificate], axis=axis))
    assert set(found) == {DocumentKind.LAB_REPORT, DocumentKind.DIAGNOSIS_CERTIFICATE}
    lab, told = found[DocumentKind.LAB_REPORT], found[DocumentKind.DIAGNOSIS_CERTIFICATE]
    assert (value(lab, "patient_name"), value(told, "patient_name")) == ("张伟明", "欧阳淑芬")
    box = told.fields["patient_name"][0].box
    assert box[1 - axis] > report.shape[axis]  # in pixels of the page, not of the paper


def lines(*texts: str) -> list[TextLine]:
    """Lines of 20 pixels, each 30 below the one before; an empty text leaves its place free."""
    boxes = [(100.0, 40.0 + 30 * n, 100.0 + 20 * len(text), 60.0 + 30 * n) for n, text in enumerate(texts)]
    return [
        TextLine(text, ((x0, y0), (x1, y0), (x1, y1), (x0, y1)), 0.99)
        for text, (x0, y0, x1, y1) in zip(texts, boxes, strict=True)
        if text
    ]


REPORT = ("宜春市人民医院", "检验报告单", "姓名：李建国", "性别：男", "白细胞计数", "报告日期：2025-03-01")
PROMISE = ("", "", "承诺书", "本人姓名：李建国", "所填内容真实", "如有虚假愿承担责任", "签名", "2025年3月1日")


@pytest.mark.parametrize(
    ("texts", "papers"),
    [
        ((*REPORT, "", "", *REPORT), 2),
        ((*REPORT, "", "", *REPORT, "", "", *REPORT), 3),
        ((*REPORT, *REPORT), 0),  # no room between them
        ((*REPORT, "", "", "说明", *REPORT[2:], "复核"), 0),  # no heading
        (("门诊慢特病认定申请表", *REPORT[2:], "医院", *PROMISE), 0),  # printed under a form
        ((*REPORT, "", "", *REPORT[:2], "检验项目", "结果", "单位", "参考值"), 0),  # nobody's name: goes on
    ],
)
def test_only_papers_with_headings_of_their_own_are_parted(texts: tuple[str, ...], papers: int) -> None:
    assert len(papers_on(lines(*texts), (0, 0, 900, 1400))) == papers


def test_one_sheet_with_tinted_blocks_stays_one_paper() -> None:
    report = sample("exam-mri-month-only.png").copy()
    for top, bottom in ((180, 400), (420, 760)):
        report[top:bottom] = np.minimum(report[top:bottom], (150, 200, 220))
    page = read_page(RawPage(1, on_desk((report, 2.0))), engine(), picture=True)
    assert page.text.parts == ()
    assert [p.kind for p in group([page])] == [DocumentKind.EXAM_REPORT]
