"""Turns papers and looks into bytes and truth, and writes both."""

from __future__ import annotations

import importlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from samples import ofd, pdf
from samples.looks import Look
from samples.paper import Paper, Sheet
from samples.raster import paint

PIL_FORMAT = {"jpg": "JPEG", "png": "PNG", "tiff": "TIFF", "webp": "WEBP", "bmp": "BMP"}
SUFFIX = {"scan-pdf": "pdf", "ofd-image": "ofd"}
MULTIPAGE = ("pdf", "scan-pdf", "ofd", "ofd-image", "tiff")


class EncoderMissing(RuntimeError):
    """HEIC needs ``pillow-heif`` at drawing time; nothing else does."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One file to be: its name without suffix, the papers in it, and how each is rendered."""

    stem: str
    papers: tuple[Paper, ...]
    looks: tuple[Look, ...]
    software: str = ""

    @property
    def name(self) -> str:
        form = self.looks[0].form
        return f"{self.stem}.{SUFFIX.get(form, form)}"


def drawing(stem: str, papers: Paper | Sequence[Paper], look: Look | Sequence[Look]) -> Drawing:
    """One look for all papers, or one a paper (the first says the file's format)."""
    several = (papers,) if isinstance(papers, Paper) else tuple(papers)
    looks = (look,) * len(several) if isinstance(look, Look) else tuple(look)
    return Drawing(stem, several, looks)


def render(d: Drawing) -> bytes:
    """The file's bytes; the same drawing always gives the same bytes."""
    look = d.looks[0]
    pages: list[Sheet | Image.Image] = []
    for paper, how in zip(d.papers, d.looks, strict=True):
        for sheet in paper.sheets:
            pages.append(sheet if how.vector else _toned(how.develop(paint(sheet, how.dpi)), how))
    if look.form in ("pdf", "scan-pdf"):
        return pdf.write(pages, title=d.stem, dpi=look.dpi, q=look.quality)
    if look.form in ("ofd", "ofd-image"):
        return ofd.write(pages, look.dpi)
    pictures = [page for page in pages if isinstance(page, Image.Image)]
    return _picture_file(pictures, look)


def _toned(page: Image.Image, look: Look) -> Image.Image:
    mode = "L" if look.mode == "1" and look.form not in {"tiff", "png"} else look.mode
    return page if page.mode == mode else page.convert(mode)


def _picture_file(pictures: list[Image.Image], look: Look) -> bytes:
    out = io.BytesIO()
    first, *rest = pictures
    if look.form == "heic":
        _heic(first, out, look.quality)
    elif look.form == "tiff":
        packing = "group4" if look.mode == "1" else "jpeg"
        first.save(
            out, "TIFF", save_all=True, append_images=rest, compression=packing, dpi=(look.dpi, look.dpi)
        )
    elif look.form in ("jpg", "webp"):
        options: dict[str, Any] = {"quality": look.quality}
        if look.exif != 1:
            exif = Image.Exif()
            exif[0x0112] = look.exif
            options["exif"] = exif
        first.save(out, PIL_FORMAT[look.form], **options)
    elif look.form == "bmp":
        _few_colours(first).save(out, "BMP")
    else:
        _few_colours(first).save(out, "PNG", optimize=True, dpi=(look.dpi, look.dpi))
    return out.getvalue()


def _few_colours(picture: Image.Image) -> Image.Image:
    """A palette of few colours (16 greys where there is no colour), which packs well without loss."""
    if picture.mode == "L":
        return picture.point(lambda v: 255 if v > 232 else (v + 8) // 16 * 16)
    if picture.mode == "RGB":
        return picture.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return picture


def _heic(picture: Image.Image, out: io.BytesIO, quality: int) -> None:
    try:
        encoder = importlib.import_module("pillow_heif")
    except ImportError as gone:
        raise EncoderMissing("pip install pillow-heif to draw the HEIC sample again") from gone
    encoder.from_pillow(picture).save(out, quality=quality)


def truth(d: Drawing) -> dict[str, Any]:
    """What a careful reader finds in the file, in the names and values of the contract."""
    documents, quality, number = [], [], 0
    for paper, look in zip(d.papers, d.looks, strict=True):
        pages = [number + n for n in range(1, len(paper.sheets) + 1)] or [number]
        number += len(paper.sheets)
        quality += [list(look.findings) for _ in paper.sheets]
        documents.append(_document(paper, pages, look))
    made = [
        {
            "layout": p.layout,
            "font": p.face,
            "rendering": k.form + (" with text" if k.vector else ""),
            "effects": [{name: options} for name, options in k.effects],
        }
        for p, k in zip(d.papers, d.looks, strict=True)
    ]
    return {"documents": documents, "quality": quality, "made": made}


def _document(paper: Paper, pages: list[int], look: Look) -> dict[str, Any]:
    grey = look.mode != "RGB" or any(name == "photocopy" for name, _ in look.effects)
    seals = [{**s, "colour": "grey"} if grey else s for s in paper.seals]
    entry: dict[str, Any] = {"kind": paper.kind, "pages": pages, "fields": paper.fields}
    if paper.also_right:
        entry["also_right"] = paper.also_right
    entry["marks"] = {
        "seals": seals,
        "signatures": paper.signatures,
        "faces": paper.faces,
        "barcodes": paper.barcodes,
    }
    return entry


class _Plain(yaml.SafeDumper):
    """No anchors: every entry stands for itself."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(content: Any) -> str:
    """YAML as the samples keep it: UTF-8, in the order written, dates and numbers quoted where needed."""
    return yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)


def save(folder: Path, drawings: Sequence[Drawing]) -> list[str]:
    """Write the files and their ``truth.yaml``; returns notes on files that had to be left as they were."""
    folder.mkdir(parents=True, exist_ok=True)
    notes, entries = [], {}
    for d in drawings:
        entries[d.name] = truth(d)
        try:
            (folder / d.name).write_bytes(render(d))
        except EncoderMissing as gone:
            notes.append(f"{folder / d.name}: left as it was ({gone})")
            if not (folder / d.name).exists():
                del entries[d.name]
    wanted = {*entries, "truth.yaml", "case.yaml", "expected.yaml"}
    for stray in folder.iterdir():
        if stray.is_file() and stray.name not in wanted:
            stray.unlink()
    (folder / "truth.yaml").write_text(dump({"files": entries}), encoding="utf-8")
    return notes
