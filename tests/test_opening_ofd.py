"""OFD packages: text and its places, pictures, templates, seals, and packages that mean harm."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pytest
from opening_samples import OFD_SPACE, corners, encoded, ofd, ofd_content, ofd_text, scene

from ocr.fonts import chinese_font_file
from ocr.pages import Limits, open_file
from ocr.refusals import FileRefused
from ocr.types import RawPage

PER_MM = 200 / 25.4
PICTURE = '<ofd:ImageObject ID="7" Boundary="{box}" CTM="{ctm}" ResourceID="5"/>'
RESOURCES = (
    f'<ofd:Res {OFD_SPACE} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image">'
    "<ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
).encode()
WITH_RESOURCES = "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
PARTS = {"Doc_0/PublicRes.xml": RESOURCES, "Doc_0/Res/a.png": encoded(scene(), "PNG")}
needs_font = pytest.mark.skipif(
    chinese_font_file() is None, reason="NO CHINESE FONT: OFD text is not drawn here"
)


def pages(data: bytes, limits: Limits | None = None) -> list[RawPage]:
    return list(open_file(data, "a.ofd", limits or Limits()).pages)


def texts(page: RawPage) -> list[str]:
    assert page.text is not None
    return [line.text for line in page.text]


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(FileRefused) as caught:
        pages(data, limits)
    return caught.value.refusal.code


def test_text_and_its_place() -> None:
    (page,) = pages(ofd(ofd_text("姓名：李建国", 20, 30)))
    assert page.pixels.shape[:2] == (int(210 * PER_MM), int(148 * PER_MM))
    (line,) = page.text or ()
    assert line.text == "姓名：李建国"
    assert [char.text for char in line.chars] == list(line.text)
    expected = (20 * PER_MM, 30.7 * PER_MM, 50 * PER_MM, 35.7 * PER_MM)
    assert line.box == pytest.approx(expected, abs=3)


@needs_font
def test_text_is_drawn_where_its_lines_are() -> None:
    (page,) = pages(ofd(ofd_text("姓名：李建国", 20, 30)))
    x0, y0, x1, y1 = (round(value) for value in page.text[0].box)
    ink = page.pixels.min(axis=2) < 128
    assert ink[y0 : y1 + 1, x0:x1].sum() == ink.sum() > 300


@pytest.mark.parametrize(
    ("delta", "expected"),
    [
        ('DeltaX="g 3 5"', ["门诊病历"]),
        ('DeltaX="5 5 5"', ["门诊病历"]),
        ('DeltaX="5"', ["门诊病历"]),
        ("", ["门诊病历"]),
        ('DeltaX="5 20 5"', ["门诊", "病历"]),
        ('DeltaX="0 0 0" DeltaY="g 3 6"', ["门诊病历"]),
        ('DeltaX="g 9999999 5"', ["门诊病历"]),
        ('DeltaX="nonsense"', ["门诊病历"]),
    ],
)
def test_offsets_between_characters(delta: str, expected: list[str]) -> None:
    code = f'<ofd:TextCode X="0" Y="5" {delta}>门诊病历</ofd:TextCode>'
    layer = f'<ofd:TextObject ID="1" Boundary="20 30 90 50" Font="1" Size="5">{code}</ofd:TextObject>'
    (page,) = pages(ofd(layer))
    assert texts(page) == expected


def test_turned_text() -> None:
    (page,) = pages(ofd(ofd_text("下载次数", 100, 30, CTM="0 1 -1 0 10 0")))
    (line,) = page.text or ()
    assert line.text == "下载次数"
    x0, y0, x1, y1 = line.box
    assert y1 - y0 > 3 * (x1 - x0)
    assert line.polygon[1][1] > line.polygon[0][1]


@pytest.mark.parametrize(
    ("ctm", "expected"),
    [
        ("60 0 0 40 0 0", ["red", "lime", "blue", "black"]),
        ("0 40 -60 0 60 0", ["black", "red", "lime", "blue"]),
        ("-60 0 0 -40 60 40", ["blue", "black", "red", "lime"]),
    ],
)
def test_pictures_are_drawn_in_place(ctm: str, expected: list[str]) -> None:
    (page,) = pages(ofd(PICTURE.format(box="20 30 60 40", ctm=ctm), parts=PARTS, common=WITH_RESOURCES))
    assert page.text is None
    top, bottom, left, right = (round(value * PER_MM) for value in (30, 70, 20, 80))
    assert corners(page.pixels[top:bottom, left:right]) == expected
    assert page.pixels[: top - 2].min() == 255
    assert page.pixels[bottom + 2 :].min() == 255


def test_a_seal_sized_picture_leaves_the_text() -> None:
    layer = ofd_text("诊断证明", 20, 30) + PICTURE.format(box="60 60 40 40", ctm="40 0 0 40 0 0")
    (page,) = pages(ofd(layer, parts=PARTS, common=WITH_RESOURCES))
    assert texts(page) == ["诊断证明"]


@needs_font
def test_a_large_picture_beside_text_is_read_from_pixels() -> None:
    layer = ofd_text("诊断证明", 20, 10) + PICTURE.format(box="20 60 100 70", ctm="100 0 0 70 0 0")
    (page,) = pages(ofd(layer, parts=PARTS, common=WITH_RESOURCES))
    assert page.text is None


@needs_font
def test_white_words_are_not_trusted() -> None:
    hidden = ofd_text("未见异常", 20, 60).replace(
        "<ofd:TextCode", '<ofd:FillColor Value="255 255 255"/><ofd:TextCode'
    )
    (page,) = pages(ofd(ofd_text("诊断证明", 20, 30) + hidden))
    assert page.text is None


def test_invisible_words_are_not_read() -> None:
    layer = ofd_text("诊断证明", 20, 30) + ofd_text("未见异常", 20, 60, Visible="false", ID2="x")
    (page,) = pages(ofd(layer + ofd_text("无", 20, 90, Alpha="0")))
    assert texts(page) == ["诊断证明"]


@needs_font
@pytest.mark.parametrize(("alpha", "read"), [(0, True), (255, False)])
def test_words_under_a_cover_are_not_read(alpha: int, *, read: bool) -> None:
    cover = (
        f'<ofd:PathObject ID="2" Boundary="0 0 148 210" Stroke="false" Fill="true" Alpha="{alpha}">'
        '<ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 148 0 L 148 210 L 0 210 C'
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )
    (page,) = pages(ofd(ofd_text("诊断证明", 20, 30) + cover))
    assert (page.text is not None) is read


def test_templates_lie_below() -> None:
    template = f"<ofd:Page {OFD_SPACE}>{ofd_content(ofd_text('姓名', 20, 30))}</ofd:Page>".encode()
    page = (
        f"<ofd:Page {OFD_SPACE}><ofd:Area><ofd:PhysicalBox>0 0 100 50</ofd:PhysicalBox></ofd:Area>"
        f'<ofd:Template TemplateID="2"/>{ofd_content(ofd_text("李建国", 60, 30))}</ofd:Page>'
    )
    data = ofd(common='<ofd:TemplatePage ID="2" BaseLoc="T.xml"/>', parts={"Doc_0/T.xml": template})
    data = replaced(
        data, "Doc_0/Document.xml", b"<ofd:Pages>", b'<ofd:Pages><ofd:Page ID="3" BaseLoc="P.xml"/>'
    )
    data = replaced(data, "Doc_0/P.xml", b"", page.encode())
    (opened,) = pages(data)
    assert opened.pixels.shape[:2] == (int(50 * PER_MM), int(100 * PER_MM))
    assert texts(opened) == ["姓名", "李建国"]


def replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with a part changed, or added where it was not there."""
    source = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: source.read(name) for name in source.namelist()}
    parts[part] = parts[part].replace(old, new) if part in parts else new
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return target.getvalue()


def test_lines_and_shapes() -> None:
    layer = (
        '<ofd:PathObject ID="1" Boundary="10 20 50 50" LineWidth="1"><ofd:StrokeColor Value="0 0 255"/>'
        "<ofd:AbbreviatedData>M 0 0 L 50 0</ofd:AbbreviatedData></ofd:PathObject>"
        '<ofd:PathObject ID="2" Boundary="10 80 30 30" Stroke="false" Fill="true">'
        '<ofd:FillColor Value="255 0 0"/><ofd:AbbreviatedData>'
        "M 0 0 L 30 0 L 30 30 L 0 30 C M 10 10 L 20 10 L 20 20 L 10 20 C"
        "</ofd:AbbreviatedData></ofd:PathObject>"
        '<ofd:PathObject ID="3" Boundary="60 80 30 30"><ofd:AbbreviatedData>M 30 15 A 15 15 0 1 1 29.9 14 '
        "Q 30 14 30 15 B 30 16 30 17 30 18 X</ofd:AbbreviatedData></ofd:PathObject>"
    )
    (page,) = pages(ofd(layer))

    def at(x: float, y: float) -> list[int]:
        return page.pixels[round(y * PER_MM), round(x * PER_MM)].tolist()

    assert at(30, 20) == [0, 0, 255]
    assert at(12, 82) == [255, 0, 0]
    assert at(25, 95) == [255, 255, 255]
    assert page.pixels[round(80 * PER_MM) : round(110 * PER_MM), round(60 * PER_MM) :].min() == 0


def test_a_seal_in_a_signature_is_drawn_and_is_no_text() -> None:
    inner = ofd(ofd_text("公章", 10, 10, size=20)).replace(b"0 0 148 210", b"0 0 148 210")
    signatures = (
        f'<ofd:Signatures {OFD_SPACE}><ofd:Signature ID="1" BaseLoc="S/Signature.xml"/></ofd:Signatures>'
    )
    signature = (
        f"<ofd:Signature {OFD_SPACE}><ofd:SignedInfo>"
        '<ofd:StampAnnot ID="1" PageRef="1" Boundary="60 60 40 40"/></ofd:SignedInfo>'
        "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>"
    )
    for value in (b"\x30\x82" + inner + b"tail", b"\x30\x82" + PARTS["Doc_0/Res/a.png"] + b"tail"):
        parts = {
            "Doc_0/Signs.xml": signatures.encode(),
            "Doc_0/S/Signature.xml": signature.encode(),
            "Doc_0/S/SignedValue.dat": value,
        }
        listed = "<ofd:Signatures>Signs.xml</ofd:Signatures>"
        (page,) = pages(ofd(ofd_text("诊断证明", 20, 30), parts=parts, document=listed))
        assert texts(page) == ["诊断证明"]
        if value.find(b"PNG") > 0 or chinese_font_file():
            place = slice(round(60 * PER_MM), round(100 * PER_MM))
            assert page.pixels[place, place].min() < 100


def test_several_documents_in_one_package() -> None:
    data = ofd(ofd_text("一", 20, 30), ofd_text("二", 20, 30))
    body = b"<ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    opened = pages(replaced(data, "OFD.xml", b"</ofd:OFD>", body))
    assert [(page.number, texts(page)) for page in opened] == [
        (1, ["一"]),
        (2, ["二"]),
        (3, ["一"]),
        (4, ["二"]),
    ]


def test_facts() -> None:
    facts = open_file(ofd(""), "").facts
    assert (facts.media_type, facts.software, facts.created_at) == ("application/ofd", "Hand", "2025-11-20")


def test_zip_bomb() -> None:
    assert refusal(ofd("", parts={"Doc_0/bomb": bytes(30_000_000)})) == "FILE-010"
    assert refusal(ofd("", parts={f"Doc_0/{i}": b"" for i in range(10_001)})) == "FILE-010"


@pytest.mark.parametrize("bomb", [True, False])
def test_entities_are_not_expanded(*, bomb: bool) -> None:
    layers = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    entities = f'<!ENTITY a0 "ha">{layers}' if bomb else '<!ENTITY a9 SYSTEM "file:///etc/passwd">'
    start = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><ofd:Page'
    data = replaced(ofd(ofd_text("AAA", 20, 30)), "Doc_0/Pages/P1.xml", b"<ofd:Page", start.encode())
    data = replaced(data, "Doc_0/Pages/P1.xml", b"AAA", b"&a9;")
    if bomb:
        assert refusal(data) == "FILE-011"
    else:
        assert pages(data)[0].text is None


def test_paths_lead_nowhere() -> None:
    data = replaced(
        ofd(ofd_text("一", 20, 30)), "Doc_0/Document.xml", b"Pages/P1.xml", b"../../../../etc/passwd"
    )
    assert refusal(data) == "FILE-011"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("OFD.xml", b"Doc_0/Document.xml", b"Doc_9/Document.xml"),
        ("OFD.xml", b"<ofd:OFD", b"<ofd:OFD <"),
        ("Doc_0/Document.xml", b"Pages/P1.xml", b"Pages/P7.xml"),
        ("Doc_0/Document.xml", b"0 0 148 210", b"0 0 0 -5"),
        ("Doc_0/Pages/P1.xml", b"</ofd:Page>", b""),
    ],
)
def test_broken_packages(part: str, old: bytes, new: bytes) -> None:
    assert refusal(replaced(ofd(ofd_text("一", 20, 30)), part, old, new)) == "FILE-011"


def test_a_missing_or_broken_picture_is_not_passed_over() -> None:
    layer = ofd_text("诊断证明", 20, 30) + PICTURE.format(box="60 60 40 40", ctm="40 0 0 40 0 0")
    assert refusal(ofd(layer, parts={"Doc_0/PublicRes.xml": RESOURCES}, common=WITH_RESOURCES)) == "FILE-011"
    broken = PARTS | {"Doc_0/Res/a.png": b"\x89PNG\r\n\x1a\n broken"}
    assert refusal(ofd(layer, parts=broken, common=WITH_RESOURCES)) == "FILE-011"


def test_too_many_pages_and_pixels() -> None:
    data = ofd("")
    assert (
        refusal(replaced(data, "Doc_0/Document.xml", b"BaseLoc", b"BaseLoc"), Limits(pages=0)) == "FILE-008"
    )
    assert refusal(replaced(data, "Doc_0/Document.xml", b"148 210", b"148000 210000")) == "FILE-007"


def test_a_huge_page_is_drawn_coarser() -> None:
    (page,) = pages(replaced(ofd(""), "Doc_0/Document.xml", b"148 210", b"1480 2100"))
    assert 35_000_000 < np.prod(page.pixels.shape[:2]) <= 40_000_000


def test_a_cut_package() -> None:
    data = ofd(ofd_text("一", 20, 30))
    assert refusal(data[:-40]) == "FILE-002"


def test_an_encrypted_package() -> None:
    assert refusal(ofd("", parts={"Encryptions.xml": b"<x/>"})) == "FILE-005"
