"""OFD (GB/T 33190-2016) → pages: page tree, templates, annotations and the pictures of seals."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ocr.fonts import chinese_font_file
from ocr.glyph_forms import is_unreadable
from ocr.inspect import OFD
from ocr.limits import Limits, OpenedFile
from ocr.ofd_draw import OfdCanvas, glyphs_of
from ocr.ofd_items import TRANSPARENT, Affine, OfdItem, OfdPath, OfdPicture, OfdText, items_of
from ocr.ofd_package import Element, OfdPackage, child, children, numbers, text_of
from ocr.ofd_resources import OfdResources
from ocr.ofd_seals import seal_items
from ocr.refusals import BROKEN, TOO_MANY_PAGES, TOO_MANY_PIXELS, FileRefused
from ocr.text_layer import build_lines
from ocr.text_trust import WITH_INK, with_ink
from ocr.types import FileFacts, Pixels, RawPage, TextLine

_MM_PER_INCH: Final = 25.4
_POINTS_PER_INCH: Final = 72.0
_LOWEST_DPI: Final = 10.0
_A4: Final = (0.0, 0.0, 210.0, 297.0)
_SMALL_MM: Final = 52.0
_SMALL_SHARE: Final = 0.03
_PALE: Final = 240
_LETTER_MM: Final = (1.0, 10.0)
_MOST_OUTLINES: Final = 40


@dataclass(frozen=True, slots=True)
class OfdDocument:
    """One document of the package: its parts, pages and what the pages share."""

    package: OfdPackage
    path: str
    root: Element
    resources: OfdResources
    templates: dict[str, str]
    area: tuple[float, ...]


def open_ofd(data: bytes, limits: Limits) -> OpenedFile:
    """Open an OFD; the pages of several documents follow each other, numbered through.

    Raises ``FileRefused``: truncated, broken (also a page or picture that is referred to and
    missing), archive bomb, password-protected, too many pages or pixels.
    """
    package = OfdPackage(data, limits)
    bodies, documents = _documents(package)
    pages = [(document, page) for document in documents for page in _page_elements(document)]
    if not pages:
        raise FileRefused(BROKEN, "no page")
    if len(pages) > limits.pages:
        raise FileRefused(TOO_MANY_PAGES, f"{len(pages)} pages")
    return OpenedFile(facts=replace(_facts(bodies), pages=len(pages)), pages=_pages(pages, limits))


def _documents(package: OfdPackage) -> tuple[list[Element], list[OfdDocument]]:
    entry = package.find("OFD.xml")
    if entry is None:
        raise FileRefused(BROKEN, "no OFD.xml")
    bodies = children(package.tree(entry), "DocBody")
    documents = []
    for body in bodies:
        path = package.find(text_of(child(body, "DocRoot")), entry)
        if path is None:
            raise FileRefused(BROKEN, "a document is missing")
        documents.append(_document(package, path))
    return bodies, documents


def _document(package: OfdPackage, path: str) -> OfdDocument:
    root = package.tree(path)
    common = child(root, "CommonData")
    resources = OfdResources(package)
    templates: dict[str, str] = {}
    for kind in ("PublicRes", "DocumentRes"):
        for reference in children(common, kind) if common is not None else []:
            resources.add(package.find(text_of(reference), path))
    for template in children(common, "TemplatePage") if common is not None else []:
        found = package.find(template.get("BaseLoc", ""), path)
        if found:
            templates[template.get("ID", "")] = found
    area = _box(child(common, "PageArea")) or _A4
    return OfdDocument(package, path, root, resources, templates, area)


def _page_elements(document: OfdDocument) -> list[Element]:
    pages = child(document.root, "Pages")
    return children(pages, "Page") if pages is not None else []


def _box(area: Element | None) -> tuple[float, ...] | None:
    for name in ("PhysicalBox", "ApplicationBox"):
        values = numbers(text_of(child(area, name)))
        if len(values) == 4:
            return tuple(values)
    return None


def _facts(bodies: list[Element]) -> FileFacts:
    info = child(bodies[0], "DocInfo")
    programs = [text_of(child(info, name)) for name in ("Creator", "CreatorVersion")]
    versions = [len(children(v, "Version")) for body in bodies for v in children(body, "Versions")]
    return FileFacts(
        media_type=OFD,
        software=" ".join(filter(None, programs))[:200] or None,
        created_at=_date(text_of(child(info, "CreationDate"))),
        modified_at=_date(text_of(child(info, "ModDate"))),
        revisions=max(versions, default=1) or 1,
    )


def _date(text: str) -> str | None:
    found = re.match(r"(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:[T ](\d\d:\d\d:\d\d))?", text)
    return None if not found else "-".join(found.groups()[:3]) + (f"T{found[4]}" if found[4] else "")


def _pages(pages: list[tuple[OfdDocument, Element]], limits: Limits) -> Iterator[RawPage]:
    for number, (document, element) in enumerate(pages, start=1):
        if not limits.wants(number):
            continue
        path = document.package.find(element.get("BaseLoc", ""), document.path)
        if path is None:
            raise FileRefused(BROKEN, f"page {number} is missing")
        page = document.package.tree(path)
        box = _box(child(page, "Area")) or document.area
        identifier = element.get("ID", "")
        items = _items(document, page, path, identifier)
        seals = list(seal_items(document.package, document.root, document.path, identifier))
        yield _draw(number, box, items, seals, limits)


def _items(document: OfdDocument, page: Element, path: str, identifier: str) -> list[OfdItem]:
    """Templates, content and annotations, in the order they lie on each other."""
    package, resources = document.package, document.resources
    for extra in children(page, "PageRes"):
        resources.add(package.find(text_of(extra), path))
    below: list[OfdItem] = []
    above: list[OfdItem] = []
    for template in children(page, "Template"):
        found = document.templates.get(template.get("TemplateID", ""))
        if found:
            layer = above if template.get("ZOrder") == "Foreground" else below
            layer.extend(items_of(child(package.tree(found), "Content"), resources))
    body = list(items_of(child(page, "Content"), resources))
    notes = list(_annotations(document, identifier))
    return [*below, *body, *above, *notes]


def _annotations(document: OfdDocument, identifier: str) -> Iterator[OfdItem]:
    package = document.package
    listing = package.find(text_of(child(document.root, "Annotations")) or "\0", document.path)
    if listing is None:
        return
    for entry in children(package.tree(listing), "Page"):
        path = package.find(text_of(child(entry, "FileLoc")) or "\0", listing)
        if entry.get("PageID") != identifier or path is None:
            continue
        for note in children(package.tree(path), "Annot"):
            appearance = child(note, "Appearance")
            if appearance is None or note.get("Visible", "true").lower() == "false":
                continue
            corner = numbers(appearance.get("Boundary"))[:2] or [0.0, 0.0]
            yield from items_of(appearance, document.resources, (1, 0, 0, 1, corner[0], corner[-1]))


def _draw(
    number: int, box: tuple[float, ...], items: list[OfdItem], seals: list[OfdItem], limits: Limits
) -> RawPage:
    """Seals lie on the page, but what is written in them is no text of the page."""
    left, top, width, height = box
    if not (width > 0 and height > 0):
        raise FileRefused(BROKEN, f"page of {width} × {height} mm")
    fits = math.sqrt(limits.page_pixels / (width * height)) * _MM_PER_INCH * 0.999
    dpi = min(limits.render_dpi, fits)
    per_mm = dpi / _MM_PER_INCH
    if fits < _LOWEST_DPI or max(width, height) * per_mm > 65_000:
        raise FileRefused(TOO_MANY_PIXELS, f"page of {width:.0f} × {height:.0f} mm")
    place: Affine = (per_mm, 0, 0, per_mm, -left * per_mm, -top * per_mm)
    size = (max(1, math.floor(width * per_mm)), max(1, math.floor(height * per_mm)))
    canvas = OfdCanvas(*size, place, limits)
    canvas.draw(items)
    text = _text(items, place, width * height, canvas.pixels())
    canvas.draw(seals)
    return RawPage(number=number, pixels=canvas.pixels(), text=text, scale=dpi / _POINTS_PER_INCH)


def _text(
    items: list[OfdItem], place: Affine, page_area: float, pixels: Pixels
) -> tuple[TextLine, ...] | None:
    """The text lines, unless pixels hold text that they lack, or they hold text that nobody sees.

    Without a font the pixels lack all text, so that the lines are better whatever else is there.
    """
    texts = [item for item in items if isinstance(item, OfdText) and item.alpha >= TRANSPARENT]
    glyphs = [glyph for item in texts for glyph in glyphs_of(item, place)]
    if not glyphs or any(is_unreadable(glyph.text) for glyph in glyphs):
        return None
    hidden = any(min(item.colour) > _PALE for item in texts)
    pictured = any(isinstance(item, OfdPicture) and _is_large(item, page_area) for item in items)
    outlines = sum(isinstance(item, OfdPath) and _is_letter(item) for item in items)
    doubtful = hidden or pictured or outlines > max(_MOST_OUTLINES, len(glyphs) // 4)
    if chinese_font_file() is None:
        return build_lines(glyphs, pixels)
    shown = with_ink([glyph.box for glyph in glyphs], pixels)
    if doubtful or sum(shown) < WITH_INK * len(shown):
        return None
    return build_lines([glyph for glyph, shows in zip(glyphs, shown, strict=True) if shows], pixels)


def _is_large(item: OfdPicture, page_area: float) -> bool:
    a, b, c, d, _, _ = item.place
    width, height = math.hypot(a, b), math.hypot(c, d)
    if max(width, height) <= _SMALL_MM and width * height < 0.25 * page_area:
        return False
    return width * height > _SMALL_SHARE * page_area


def _is_letter(item: OfdPath) -> bool:
    smallest, biggest = _LETTER_MM
    xs = numbers(re.sub(r"[A-Z]", " ", item.drawing))
    if item.fill is None or len(xs) < 20:
        return False
    reach = max(max(xs[::2]) - min(xs[::2]), max(xs[1::2]) - min(xs[1::2]))
    return smallest <= reach * math.hypot(item.place[0], item.place[1]) <= biggest
