"""Separator sheets as a PDF: drawn codes, bars along the edges, and Chinese text without a font of ours.

Written with pikepdf alone. Chinese is set in STSong-Light by the predefined encoding UniGB-UCS2-H
(ISO 32000-1, 9.7.5.2): every viewer puts its own Song face there, so no font need be carried along.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pikepdf
import zxingcpp
from pikepdf import Array, Dictionary, Name

from intake.bulk.masking import mask_name
from intake.bulk.rows import ManifestRow
from intake.bulk.sheet_codes import batch_mark, key_for, numbered_key, payload

_A4: Final = (595.28, 841.89)
_BARS: Final = ((60, 800), (60, 772), (60, 56), (60, 28))
_BAR: Final = (475.28, 14)
"""Left, bottom, and width × height in points of the four bars by which a sheet is known as one even where
its codes cannot be read."""
_CODES: Final = ((172.6, 310, 250), (430, 640, 105), (60, 96, 105))
"""Left, bottom and side of the codes: the big one, and two in corners that a fold or hole leaves whole."""
_RUNS: Final = re.compile(r"[ -~]+|[^ -~]+")


@dataclass(frozen=True, slots=True)
class SeparatorSheet:
    """One sheet: the ``key`` in its code, and the lines that people read, without personal data."""

    key: str
    lines: tuple[str, ...]


def sheets_of(rows: Iterable[ManifestRow]) -> tuple[SeparatorSheet, ...]:
    """A sheet for every row of a manifest, in its order."""
    rows = tuple(rows)
    batch = batch_mark(rows)
    sheets = []
    for number, row in enumerate(rows, 1):
        name = mask_name(str(row.stated.get("applicant", {}).get("name", "")))
        lines = (
            f"清单第 {row.row} 行",
            f"第 {number} 个案件，共 {len(rows)} 个",
            f"姓名：{name}" if name else "",
        )
        sheets.append(SeparatorSheet(key_for(row.row, row.external_id, batch), lines))
    return tuple(sheets)


def numbered_sheets(count: int) -> tuple[SeparatorSheet, ...]:
    """``count`` sheets that bear only a number, for any list."""
    lines = "按清单中案件的次序使用"
    return tuple(
        SeparatorSheet(numbered_key(number), (f"第 {number} 号", f"共 {count} 号", lines))
        for number in range(1, count + 1)
    )


def write_sheets(sheets: Iterable[SeparatorSheet]) -> bytes:
    """The PDF: an A4 page a sheet."""
    with pikepdf.new() as document:
        fonts = _fonts(document)
        for sheet in sheets:
            page = document.add_blank_page(page_size=_A4)
            code = _code(document, payload(sheet.key))
            page.Resources = Dictionary(Font=fonts, XObject=Dictionary(C=code))
            page.Contents = document.make_stream(_content(sheet).encode("ascii"))
        document.docinfo["/Title"] = "门审分隔页"
        written = io.BytesIO()
        document.save(written, compress_streams=True)
    return written.getvalue()


def _content(sheet: SeparatorSheet) -> str:
    parts = ["0 g"]
    parts += [f"{x} {y} {_BAR[0]} {_BAR[1]} re f" for x, y in _BARS]
    parts += [f"q {side} 0 0 {side} {x} {y} cm /C Do Q" for x, y, side in _CODES]
    parts.append(_text("分隔页", 60, 712, 44))
    parts += [_text(line, 60, 668 - 32 * i, 24) for i, line in enumerate(sheet.lines) if line]
    parts.append(_text("请将本页置于该案件材料之前扫描", 118, 255, 24))
    parts.append(_text("请勿涂写、裁剪或遮挡二维码和黑条", 185, 170, 15))
    parts.append(_text("可单面或双面扫描，150 至 300 dpi", 185, 146, 15))
    parts.append(_text(f"编号：{sheet.key}", 185, 122, 15))
    return "\n".join(parts)


def _text(text: str, x: float, y: float, size: float) -> str:
    """``text`` from ``(x, y)`` on: Chinese in one font, the rest in the other."""
    shown = []
    for run in _RUNS.findall(text):
        if run.isascii():
            plain = re.sub(r"([\\()])", r"\\\1", run)
            shown.append(f"/L {size} Tf ({plain}) Tj")
        else:
            wide = "".join(char if char <= "\uffff" else "〓" for char in run)
            shown.append(f"/S {size} Tf <{wide.encode('utf-16-be').hex()}> Tj")
    return f"BT {x} {y} Td {' '.join(shown)} ET"


def _fonts(document: pikepdf.Pdf) -> pikepdf.Object:
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/STSong-Light"), Flags=6, ItalicAngle=0, Ascent=880,
        Descent=-120, CapHeight=880, StemV=93, FontBBox=Array([-25, -254, 1000, 880]),
    )  # fmt: skip
    song = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/STSong-Light"), DW=1000,
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("GB1"), Supplement=4
        ),
        FontDescriptor=document.make_indirect(descriptor),
    )  # fmt: skip
    wide = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/STSong-Light-UniGB-UCS2-H"),
        Encoding=Name("/UniGB-UCS2-H"), DescendantFonts=Array([document.make_indirect(song)]),
    )  # fmt: skip
    latin = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return document.make_indirect(Dictionary(S=document.make_indirect(wide), L=document.make_indirect(latin)))


def _code(document: pikepdf.Pdf, text: str) -> pikepdf.Object:
    """A QR code with the strongest error correction, as filled rectangles in the unit square."""
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="H")
    modules = np.asarray(zxingcpp.write_barcode_to_image(barcode, scale=1, add_quiet_zones=False)) == 0
    size = modules.shape[0]
    drawn = [f"{1 / size:.6f} 0 0 {1 / size:.6f} 0 0 cm"]
    for row, line in enumerate(modules):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], line.astype(np.int8), [0]))))
        drawn += [
            f"{start} {size - 1 - row} {end - start} 1 re"
            for start, end in zip(edges[::2], edges[1::2], strict=True)
        ]
    stream = document.make_stream("\n".join((*drawn, "f")).encode("ascii"))
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, 1, 1])
    return document.make_indirect(stream)
