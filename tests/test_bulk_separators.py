"""Sheets are printed and scanned badly; a pile of patients falls apart rightly, or is reported."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest
import typer
from PIL import Image, ImageDraw
from typer.testing import CliRunner

from api.commands.separators import separators
from intake.bulk.folders import take_apart
from intake.bulk.found import HandIn
from intake.bulk.listing import list_folder
from intake.bulk.manifest import read_manifest
from intake.bulk.scans import with_scans
from intake.bulk.separators import Kind, is_blank, look_at, split_scan
from intake.bulk.sheet_codes import CodeBroken, key_of, keys_of, payload
from intake.bulk.sheet_pdf import numbered_sheets, sheets_of, write_sheets
from ocr.types import Pixels, RawPage

LI, WANG, CHEN = "430503196703124514", "430521198002140020", "360902197507070014"
TABLE = (
    "姓名,身份证号,政策,提交日期,外部编号\n"
    f"李建国,{LI},shaoyang-renewal,2025-11-20,\n"
    f"王芳,{WANG},shaoyang-renewal,2025-11-20,Z-7\n"
    f"陈静,{CHEN},yichun-renewal,2025-11-20,{CHEN}\n"
)
KEYS = {"0/1": 1, "0/2": 2, "0/3": 3}


def drawn(pdf: bytes, dpi: int = 150) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]


def scanned(
    image: Image.Image, *, tilt: float = 0.0, turned: int = 0, quality: int = 40, noise: int = 8
) -> Pixels:
    """A page as a cheap scanner gives it: grey, tilted, grainy, soft, as a JPEG."""
    grey = np.array(image)
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), tilt, 1)
    grey = cv2.warpAffine(grey, turn, (width, height), borderValue=225)
    grain = np.random.default_rng(1).normal(0, noise, grey.shape)
    grey = np.clip(35 + cv2.GaussianBlur(grey, (0, 0), 0.7) * 0.82 + grain, 0, 255).astype(np.uint8)
    packed = cv2.imencode(".jpg", np.rot90(grey, turned // 90), [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.cvtColor(cv2.imdecode(packed, 0), cv2.COLOR_GRAY2RGB), np.uint8)


def paper(text: str = "CT 32", grey: int = 0) -> Image.Image:
    image = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(image).text((300, 300), text, fill=grey, font_size=40)
    return image


BLANK = Image.new("L", (1240, 1754), 255)
ONE, TWO, THREE, FOREIGN = drawn(
    write_sheets((*numbered_sheets(3), *sheets_of(read_manifest(TABLE.encode(), "a.csv").rows[:1])))
)


def pages(*images: Image.Image) -> Iterator[RawPage]:
    for number, image in enumerate(images, 1):
        yield RawPage(number, scanned(image))


def groups(*images: Image.Image) -> tuple[dict[int, tuple[int, ...]], list[str], tuple[int, ...]]:
    split = split_scan(pages(*images), KEYS)
    return (
        {group.number: group.pages for group in split.groups},
        [fault.code for fault in split.faults],
        split.unassigned,
    )


def test_a_sheet_bears_no_personal_data() -> None:
    data = write_sheets(sheets_of(read_manifest(TABLE.encode(), "m.csv").rows))
    with pikepdf.open(io.BytesIO(data)) as document:
        assert len(document.pages) == 3
        contents = b"".join(page.Contents.read_bytes() for page in document.pages)
    for name in ("李建国", "王芳", "陈静", "建国"):
        assert name.encode("utf-16-be").hex().encode() not in contents
    assert "李".encode("utf-16-be").hex().encode() in contents
    keys = [look_at(scanned(image), 1)[1] for image in drawn(data)]
    assert keys[1] == "Z-7"
    assert [key.partition("/")[2] for key in (keys[0], keys[2]) if key] == ["2", "4"]
    for number in (LI, WANG, CHEN):
        assert number.encode() not in data
        assert number.encode() not in contents


def test_the_chinese_words_can_be_seen_and_read() -> None:
    with pypdfium2.PdfDocument(write_sheets(numbered_sheets(1))) as document:
        text = document[0].get_textpage().get_text_range()
    assert "请将本页置于该案件材料之前扫描" in text
    assert "第 1 号" in text
    title = np.array(drawn(write_sheets(numbered_sheets(1)), 72)[0])[85:150, 55:200]
    assert (title < 128).mean() > 0.03


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize("tilt", [0.0, 1.5, -5.0])
@pytest.mark.parametrize("turned", [0, 90, 180])
def test_sheets_are_read_from_bad_scans(dpi: int, tilt: float, turned: int) -> None:
    (image,) = drawn(write_sheets(numbered_sheets(1)), dpi)
    assert look_at(scanned(image, tilt=tilt, turned=turned, quality=25, noise=12), 1) == (Kind.SHEET, "0/1")


@pytest.mark.parametrize("hidden", [(0, 700, 1240, 1250), (800, 0, 1240, 1754), (0, 1250, 1240, 1754)])
def test_a_fold_or_a_hand_over_one_code_leaves_the_others(hidden: tuple[int, int, int, int]) -> None:
    image = ONE.copy()
    ImageDraw.Draw(image).rectangle(hidden, fill=190)
    assert look_at(scanned(image), 1) == (Kind.SHEET, "0/1")


@pytest.mark.parametrize("turned", [0, 90, 180])
def test_a_sheet_whose_codes_are_all_gone_is_still_known_as_one(turned: int) -> None:
    image = ONE.copy()
    ImageDraw.Draw(image).rectangle((0, 150, 1240, 1600), fill=200)
    assert look_at(scanned(image, tilt=2.0, turned=turned), 1)[0] is Kind.UNREADABLE_SHEET


def test_a_pile_falls_apart() -> None:
    assert groups(ONE, paper(), paper(), TWO, BLANK, paper(), BLANK, THREE, paper()) == (
        {1: (2, 3), 2: (6, 7), 3: (9,)},
        [],
        (),
    )


@pytest.mark.parametrize(
    ("images", "found", "codes", "nobodys"),
    [
        ((paper(), ONE, paper()), {1: (3,)}, ["BULK-071"], (1,)),
        ((BLANK, ONE, paper()), {1: (3,)}, [], ()),
        ((paper(), paper()), {}, ["BULK-074"], (1, 2)),
        ((ONE, TWO, paper()), {1: (), 2: (3,)}, ["BULK-075"], ()),
        ((ONE, ONE, paper()), {1: (3,)}, [], ()),
        ((ONE, paper(), ONE, TWO, paper()), {1: (2,), 2: (5,)}, [], ()),
        ((ONE, paper(), TWO, paper(), ONE, paper(), paper()), {1: (2,), 2: (4,)}, ["BULK-072"], (6, 7)),
        ((ONE, paper(), FOREIGN, paper(), TWO, paper()), {1: (2,), 2: (6,)}, ["BULK-073"], (4,)),
    ],
)
def test_what_is_doubtful_belongs_to_nobody_and_is_reported(
    images: tuple[Image.Image, ...],
    found: dict[int, tuple[int, ...]],
    codes: list[str],
    nobodys: tuple[int, ...],
) -> None:
    assert groups(*images) == (found, codes, nobodys)


def test_an_unreadable_sheet_never_gives_its_pages_to_the_case_before() -> None:
    spoilt = TWO.copy()
    ImageDraw.Draw(spoilt).rectangle((0, 150, 1240, 1600), fill=200)
    assert groups(ONE, paper(), spoilt, paper(), THREE, paper()) == ({1: (2,), 3: (6,)}, ["BULK-077"], (4,))


def test_two_sheets_on_one_page() -> None:
    side = Image.new("L", (2480, 1754), 255)
    side.paste(ONE, (0, 0))
    side.paste(TWO, (1240, 0))
    assert groups(side, paper()) == ({}, ["BULK-076"], (2,))


@pytest.mark.parametrize("grey", [0, 120, 190])
def test_a_page_with_anything_on_it_is_not_blank(grey: int) -> None:
    for quality in (25, 60):
        pixels = scanned(paper("32", grey), quality=quality)
        assert not is_blank(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8))


@pytest.mark.parametrize("noise", [3, 8, 14])
def test_grain_and_dust_are_nothing(noise: int) -> None:
    dusty = BLANK.copy()
    for x, y in np.random.default_rng(2).integers(50, 1200, (12, 2)):
        ImageDraw.Draw(dusty).ellipse((x, y, x + 2, y + 2), fill=90)
    assert is_blank(np.asarray(cv2.cvtColor(scanned(dusty, noise=noise), cv2.COLOR_RGB2GRAY), np.uint8))


def test_a_code_changed_by_hand_is_broken() -> None:
    assert key_of(payload("3f9a/2")) == "3f9a/2"
    assert key_of("https://example.com") is None
    for text in (payload("3f9a/2").replace("/2", "/3"), "MENSHEN:2:a:b", "MENSHEN:1:a"):
        with pytest.raises(CodeBroken):
            key_of(text)


def scan_pdf(images: list[Image.Image]) -> bytes:
    """A scan as some machines write it: every page names the images of all pages."""
    document = pikepdf.new()
    pictures = []
    for image in images:
        packed = cv2.imencode(".jpg", cv2.cvtColor(scanned(image), cv2.COLOR_RGB2GRAY))[1].tobytes()
        picture = document.make_stream(packed)
        picture.Type, picture.Subtype, picture.Filter = (
            pikepdf.Name.XObject,
            pikepdf.Name.Image,
            pikepdf.Name.DCTDecode,
        )
        picture.Width, picture.Height = image.size
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        pictures.append(document.make_indirect(picture))
    shared = document.make_indirect(
        pikepdf.Dictionary(
            XObject=pikepdf.Dictionary({f"/I{i}": picture for i, picture in enumerate(pictures)})
        )
    )
    for number in range(len(images)):
        page = document.add_blank_page(page_size=(595, 842))
        page.Resources = shared
        page.Contents = document.make_stream(f"q 595 0 0 842 0 0 cm /I{number} Do Q".encode())
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def hand_in(tmp_path: Path, images: list[Image.Image]) -> HandIn:
    (tmp_path / "清单.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "扫描.pdf").write_bytes(scan_pdf(images))
    return take_apart(list_folder(tmp_path))


def test_a_scan_of_many_patients_becomes_a_file_a_case_with_only_its_own_pages(tmp_path: Path) -> None:
    first, second, third = drawn(write_sheets(sheets_of(read_manifest(TABLE.encode(), "清单.csv").rows)))
    found = hand_in(tmp_path, [second, paper("王芳"), paper("B"), first, BLANK, paper("A"), third])
    assert [case.awaits_scan for case in found.cases] == [True, True, True]
    assert {key.partition("/")[2] or key for key in keys_of(found)} == {"1", "2", "3", "4", "Z-7"}
    split = with_scans(found)
    assert [fault.code for fault in split.faults] == ["BULK-075"]
    assert {case.number: case.awaits_scan for case in split.cases} == {1: False, 2: False, 3: False}
    one, two, three = split.cases
    assert [[fault.code for fault in case.faults] for case in split.cases] == [[], [], ["BULK-079"]]
    assert (one.stated is not None, three.stated) == (True, None)
    assert [file.name for file in two.files] == ["扫描第2–3页.pdf"]
    with two.files[0].open() as stream, pikepdf.open(stream) as document:
        assert len(document.pages) == 2
        images = [
            item
            for item in document.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]
        assert len(images) == 2
        assert all(item.Filter == "/DCTDecode" for item in images)
        with pikepdf.open(tmp_path / "扫描.pdf") as whole:
            assert (
                document.pages[0].get_images()["/I1"].read_raw_bytes()
                == whole.pages[1].get_images()["/I1"].read_raw_bytes()
            )
    with one.files[0].open() as stream:
        assert len(drawn(stream.read())) == 1


def test_a_scan_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    found = hand_in(tmp_path, [ONE])
    (tmp_path / "扫描.pdf").write_bytes(b"%PDF-1.4 broken")
    split = with_scans(found)
    assert [fault.code for fault in split.faults] == ["BULK-078"]
    assert [leftover.path for leftover in split.leftovers] == ["扫描.pdf"]
    assert [[fault.code for fault in case.faults] for case in split.cases] == [["BULK-079"]] * 3


def test_the_command_prints_a_sheet_a_row_and_refuses_a_faulty_list(tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(separators)
    run = CliRunner().invoke
    table, output = tmp_path / "清单.csv", tmp_path / "sheets.pdf"
    table.write_text(TABLE, encoding="utf-8")
    assert run(app, [str(table), "-o", str(output)]).exit_code == 0
    assert len(drawn(output.read_bytes(), 30)) == 3
    assert run(app, ["--count", "12", "-o", str(output)]).exit_code == 0
    assert len(drawn(output.read_bytes(), 30)) == 12
    table.write_text(TABLE.replace(LI, "4.30503E+17"), encoding="utf-8")
    assert run(app, [str(table), "-o", str(tmp_path / "none.pdf")]).exit_code == 3
    assert not (tmp_path / "none.pdf").exists()
    assert run(app, []).exit_code == 2


def test_a_sheet_that_was_not_scanned_puts_the_case_before_in_doubt(tmp_path: Path) -> None:
    first, _, third = drawn(write_sheets(sheets_of(read_manifest(TABLE.encode(), "清单.csv").rows)))
    split = with_scans(hand_in(tmp_path, [first, paper("A"), paper("王芳"), third, paper("C")]))
    assert [(fault.code, fault.message) for fault in split.faults] == [
        ("BULK-080", "没有扫到第 3 行的分隔页，其材料可能混在第 2 行的案件中")
    ]
    assert [[fault.code for fault in case.faults] for case in split.cases] == [[], ["BULK-079"], []]
