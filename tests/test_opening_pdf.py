"""PDFs: what is said of them, how they are drawn, and when their text may be used."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pytest
from opening_samples import corners, pdf, saved, say, scene
from PIL import Image

from ocr.pages import Limits, open_file
from ocr.refusals import FileRefused
from ocr.types import RawPage

MM = 72 / 25.4


def pages(document: pikepdf.Pdf | bytes, limits: Limits | None = None) -> list[RawPage]:
    data = document if isinstance(document, bytes) else saved(document)
    return list(open_file(data, "a.pdf", limits or Limits()).pages)


def texts(page: RawPage) -> list[str]:
    assert page.text is not None
    return [line.text for line in page.text]


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(FileRefused) as caught:
        pages(data, limits)
    return caught.value.refusal.code


def test_text_stands_where_it_is_drawn() -> None:
    (page,) = pages(pdf(say("Hello", 40, 100, 14)))
    assert page.scale == pytest.approx(200 / 72)
    assert texts(page) == ["Hello"]
    line = page.text[0]
    assert line.confidence is None
    assert "".join(char.text for char in line.chars) == line.text
    x0, y0, x1, y1 = (round(value) for value in line.box)
    ink = page.pixels.min(axis=2) < 128
    assert ink[y0:y1, x0:x1].sum() == ink.sum() > 100
    assert x1 - x0 < 40 * page.scale


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_page_rotation_is_honoured(rotate: int) -> None:
    content = b"q 300 0 0 200 0 0 cm /Im Do Q"
    (page,) = pages(pdf(content, rotate=rotate, picture=scene(300, 200)))
    expected = ["red", "lime", "blue", "black"]
    turns = rotate // 90
    assert corners(page.pixels) == expected[4 - turns :] + expected[: 4 - turns]
    assert page.pixels.shape[0] < page.pixels.shape[1] if turns % 2 == 0 else True


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_text_turns_with_the_page(rotate: int) -> None:
    (page,) = pages(pdf(say("Hello", 40, 100, 14), rotate=rotate))
    (line,) = page.text or ()
    x0, y0, x1, y1 = (round(value) for value in line.box)
    ink = page.pixels.min(axis=2) < 128
    assert ink[y0:y1, x0:x1].sum() == ink.sum() > 100
    top_left, top_right = line.polygon[:2]
    across = (top_right[0] - top_left[0], top_right[1] - top_left[1])
    along = [(1, 0), (0, 1), (-1, 0), (0, -1)][rotate // 90]
    assert across[0] * along[0] + across[1] * along[1] > 50


def test_crop_box_moves_the_text_with_the_drawing() -> None:
    document = pdf(say("Hello", 140, 100, 14))
    document.pages[0].CropBox = pikepdf.Array([100, 50, 300, 200])
    (page,) = pages(document)
    x0, y0, x1, y1 = (round(value) for value in page.text[0].box)
    ink = page.pixels.min(axis=2) < 128
    assert ink[y0:y1, x0:x1].sum() == ink.sum() > 100


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(say("Name") + say("Value", 140), ["Name", "Value"], id="columns"),
        pytest.param(say("Name") + say("Name", 40.4), ["Name"], id="fake bold"),
        pytest.param(say("off") + say("office", 40, 60), ["off", "office"], id="doubled letters"),
        pytest.param(say("two words"), ["two words"], id="space"),
        pytest.param(say("6.8", 42) + say("L", 74) + b"68 90 m 68 120 l S", ["6.8", "L"], id="ruling line"),
        pytest.param(say("x10") + say("9", 64, 106, 7) + say("/L", 69), ["x109/L"], id="raised"),
        pytest.param(
            b"".join(say(d, 20 + 14 * i, 100, 9) for i, d in enumerate("43050319670312451X")),
            ["43050319670312451X"],
            id="a box for each digit",
        ),
        pytest.param(b"BT /F 14 Tf 0 1 -1 0 100 40 Tm (Upwards) Tj ET", ["Upwards"], id="upwards"),
        pytest.param(say("seen") + say("beyond", 5000, 100), ["seen"], id="beyond the edge"),
    ],
)
def test_lines(content: bytes, expected: list[str]) -> None:
    (page,) = pages(pdf(content))
    assert texts(page) == expected


PARAGRAPH = b"".join(say("A paragraph of ordinary words", 20, 180 - 14 * i, 10) for i in range(8))
SCAN = b"q 300 0 0 200 0 0 cm /Im Do Q\n"


@pytest.mark.parametrize(
    ("content", "trusted"),
    [
        pytest.param(PARAGRAPH, True, id="plain"),
        pytest.param(PARAGRAPH + b"q 40 0 0 40 200 10 cm /Im Do Q", True, id="small picture"),
        pytest.param(SCAN, False, id="scan without text"),
        pytest.param(SCAN + say("hidden", mode=3), False, id="scan under a hidden layer"),
        pytest.param(SCAN + PARAGRAPH, False, id="text over a scan"),
        pytest.param(PARAGRAPH + say("hidden", 20, 20, mode=3), False, id="hidden words"),
        pytest.param(say("Zhang San") + b"0 g\n" + say("Li Jianguo"), False, id="one name over another"),
        pytest.param(b"1 g\n" + PARAGRAPH, False, id="nothing but white"),
        pytest.param(b"", False, id="nothing"),
    ],
)
def test_trust(content: bytes, *, trusted: bool) -> None:
    (page,) = pages(pdf(content, picture=scene(300, 200)))
    assert (page.text is not None) is trusted


def test_words_in_white_are_not_read() -> None:
    (page,) = pages(pdf(PARAGRAPH + b"1 g\n" + say("No", 20, 30)))
    assert set(texts(page)) == {"A paragraph of ordinary words"}


def test_a_picture_too_large_for_a_seal_is_read_from_pixels() -> None:
    content = say("words", 60, 700) + b"q 250 0 0 160 60 200 cm /Im Do Q"
    (page,) = pages(pdf(content, size=(595, 842), picture=scene(300, 200)))
    assert page.text is None


def test_a_seal_does_not_spoil_the_text() -> None:
    content = say("words", 60, 700) + b"q 119 0 0 119 300 600 cm /Im Do Q"
    (page,) = pages(pdf(content, size=(595, 842), picture=scene(300, 300)))
    assert texts(page) == ["words"]


def test_letters_drawn_as_curves_are_read_from_pixels() -> None:
    outline = b" ".join(
        f"{x} {y} m {x + 8} {y} l {x + 8} {y + 9} l {x} {y + 9} l {x + 2} {y + 7} l {x + 6} {y + 7} l "
        f"{x + 6} {y + 2} l {x + 2} {y + 2} l {x + 1} {y + 3} l {x + 1} {y + 5} l f".encode()
        for x in range(20, 280, 12)
        for y in (40, 60, 80)
    )
    (page,) = pages(pdf(say("Title", 20, 150) + outline))
    assert page.text is None


def test_private_use_glyphs_are_read_from_pixels() -> None:
    document = pdf(say("Name"))
    unicodes = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <4e> <e123> endbfchar"
    font = document.pages[0].Resources.Font.F
    font.ToUnicode = document.make_stream(b"/CIDInit begincmap " + unicodes + b" endcmap")
    (page,) = pages(document)
    assert page.text is None


def test_radicals_become_common_characters() -> None:
    document = pdf(say("AB"))
    unicodes = (
        b"1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <41> <2ed4> <42> <2f64> endbfchar"
    )
    document.pages[0].Resources.Font.F.ToUnicode = document.make_stream(
        b"begincmap " + unicodes + b" endcmap"
    )
    (page,) = pages(document)
    assert texts(page) == ["门用"]


def test_answers_in_a_form_are_text() -> None:
    document = pdf(say("Name:", 40, 150))
    look = document.make_stream(
        b"/Tx BMC q BT /F 12 Tf 2 4 Td (Zhang San) Tj ET Q EMC",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 100, 20],
        Resources=document.pages[0].Resources,
    )
    box = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="name",
            V="Zhang San",
            F=4,
            Rect=[40, 80, 140, 100],
            AP=pikepdf.Dictionary(N=look),
        )
    )
    document.pages[0].Annots = pikepdf.Array([box])
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[box])
    (page,) = pages(document)
    assert "Zhang San" in texts(page)


def test_facts() -> None:
    document = pdf(say("x"))
    document.docinfo["/Producer"] = "Printer 1"
    document.docinfo["/Creator"] = "Word"
    document.docinfo["/CreationDate"] = "D:20251120093000+08'00'"
    document.docinfo["/ModDate"] = "D:20251121"
    facts = open_file(saved(document), "").facts
    assert facts.software == "Printer 1; Word"
    assert facts.created_at == "2025-11-20T09:30:00+08:00"
    assert facts.modified_at == "2025-11-21"
    assert facts.revisions == 1


def test_revisions_are_counted_and_linearisation_is_none() -> None:
    data = saved(pdf(say("x")))
    assert open_file(saved(pdf(say("x")), linearize=True), "").facts.revisions == 1
    start = data.rindex(b"startxref")
    assert open_file(data + b"\n" + data[start:], "").facts.revisions == 2


@pytest.mark.parametrize(("owner", "user", "opens"), [("secret", "", True), ("secret", "word", False)])
def test_passwords(owner: str, user: str, *, opens: bool) -> None:
    data = saved(pdf(say("Hello")), encryption=pikepdf.Encryption(owner=owner, user=user, R=6))
    if opens:
        assert texts(pages(data)[0]) == ["Hello"]
    else:
        assert refusal(data) == "FILE-005"


def test_a_lost_cross_reference_is_mended() -> None:
    data = saved(pdf(say("Hello")), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    (page,) = pages(data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n")
    assert texts(page) == ["Hello"]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_cut_file_is_refused(share: float) -> None:
    noise = Image.fromarray(np.random.default_rng(2).integers(0, 255, (200, 300, 3), dtype=np.uint8))
    data = saved(pdf(SCAN, picture=noise))
    assert refusal(data[: int(len(data) * share)]) in ("FILE-002", "FILE-011")


def test_broken() -> None:
    assert refusal(b"%PDF-1.7\nnothing of a document\n%%EOF") == "FILE-011"


def test_too_many_pages() -> None:
    numbers = range(3, 10_003)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Count 10000/MediaBox[0 0 9 9]/Kids[{kids}]>>endobj",
        *(f"{number} 0 obj<</Type/Page/Parent 2 0 R>>endobj" for number in numbers),
        "trailer<</Root 1 0 R>>",
        "startxref",
        "0",
        "%%EOF",
    ]
    assert refusal("\n".join(["%PDF-1.4", *objects]).encode()) == "FILE-008"


def test_a_huge_page_is_drawn_coarser_and_an_absurd_one_refused() -> None:
    (page,) = pages(pdf(say("A0 and more", size=200), size=(6000, 8000)))
    assert 30_000_000 < page.pixels.shape[0] * page.pixels.shape[1] <= 40_000_000
    for box in ([0, 0, 400_000, 400_000], [0, 0, 2_000_000, 10]):
        document = pdf(b"")
        document.pages[0].MediaBox = pikepdf.Array(box)
        assert refusal(saved(document)) == "FILE-007"


def test_a_fine_scan_is_drawn_finer() -> None:
    (coarse,) = pages(pdf(SCAN, picture=scene(600, 400)))
    (fine,) = pages(pdf(SCAN, picture=scene(1250, 833)))
    (finest,) = pages(pdf(SCAN, picture=scene(3000, 2000)))
    assert [round(page.scale * 72) for page in (coarse, fine, finest)] == [200, 300, 300]


def test_scripts_and_attachments_are_left_alone() -> None:
    document = pdf(say("Hello"))
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1); while(1);")
    document.attachments["evil.exe"] = b"MZ" * 1000
    (page,) = pages(document)
    assert texts(page) == ["Hello"]


def test_pages_come_one_at_a_time() -> None:
    opened = open_file(saved(pdf(*(say(f"page {i}") for i in range(30)))), "")
    first = next(opened.pages)
    assert (first.number, texts(first)) == (1, ["page 0"])


def test_bytes_before_the_header() -> None:
    (page,) = pages(b"From: a@b\r\n\r\n" + saved(pdf(say("Hello"))))
    assert texts(page) == ["Hello"]


def test_a_page_of_a_form_feed_printer_without_fonts() -> None:
    target = io.BytesIO()
    scene(600, 800).save(target, "PDF")
    (page,) = pages(target.getvalue())
    assert page.text is None
    assert corners(page.pixels) == ["red", "lime", "blue", "black"]
