"""The pictures of electronic seals on an OFD page (GB/T 38540): where they stand and how they look.

Nothing is verified here. The picture is taken out of the signature so that the page shows the seal
as every OFD viewer does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ocr.limits import Limits
from ocr.ofd_items import Affine, OfdItem, OfdPicture, items_of
from ocr.ofd_package import Element, OfdPackage, child, children, numbers, text_of
from ocr.ofd_resources import OfdResources
from ocr.refusals import BROKEN, FileRefused

_PICTURE_STARTS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")
_ZIP_START, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_ZIP_END_BYTES: Final = 22
_MOST_SEALS: Final = 200


def seal_items(package: OfdPackage, document: Element, path: str, page: str) -> Iterator[OfdItem]:
    """The seals stamped on the page with the ID ``page``, as things to draw, in millimetres.

    Raises ``FileRefused`` where a seal is stamped whose picture cannot be found: the page would
    look as if it had none.
    """
    listing = package.find(text_of(child(document, "Signatures")) or "\0", path)
    if listing is None:
        listing = package.find("Signs/Signatures.xml", path)
    if listing is None:
        return
    for entry in children(package.tree(listing), "Signature")[:_MOST_SEALS]:
        signature_path = package.find(entry.get("BaseLoc", "\0"), listing)
        if signature_path is None:
            continue
        signature = package.tree(signature_path)
        signed = child(signature, "SignedInfo")
        stamps = children(signed, "StampAnnot") if signed is not None else []
        for stamp in stamps:
            box = numbers(stamp.get("Boundary"))
            if stamp.get("PageRef") == page and len(box) == 4:
                yield from _stamped(
                    package, signature, signature_path, (box[2], 0, 0, box[3], box[0], box[1])
                )


def _stamped(package: OfdPackage, signature: Element, path: str, place: Affine) -> Iterator[OfdItem]:
    """The seal's picture laid into ``place`` (the unit square), from the seal or the signed value."""
    signed = child(signature, "SignedInfo")
    references = (text_of(child(signed, "Seal", "BaseLoc")), text_of(child(signature, "SignedValue")))
    for reference in filter(None, references):
        part = package.find(reference, path)
        value = package.read(part) if part else b""
        for start in _PICTURE_STARTS:
            if start in value:
                yield OfdPicture(value[value.index(start) :], place, darken=True)
                return
        if _ZIP_START in value and _ZIP_END in value:
            end = value.rindex(_ZIP_END) + _ZIP_END_BYTES
            yield from _nested(value[value.index(_ZIP_START) : end], place)
            return
    raise FileRefused(BROKEN, "the picture of a seal is missing")


def _nested(data: bytes, place: Affine) -> Iterator[OfdItem]:
    """A seal drawn as a small OFD of one page."""
    package = OfdPackage(data, Limits(unpacked_bytes=16 * 1024 * 1024))
    entry = package.find("OFD.xml")
    body = child(package.tree(entry), "DocBody") if entry else None
    path = package.find(text_of(child(body, "DocRoot")) or "\0", entry or "")
    if path is None:
        raise FileRefused(BROKEN, "the picture of a seal is broken")
    root = package.tree(path)
    resources = OfdResources(package)
    for kind in ("PublicRes", "DocumentRes"):
        resources.add(package.find(text_of(child(root, "CommonData", kind)) or "\0", path))
    first = child(root, "Pages", "Page")
    page_path = package.find(first.get("BaseLoc", "\0"), path) if first is not None else None
    page = package.tree(page_path) if page_path else None
    area = child(page, "Area") if page is not None else None
    area = area if area is not None else child(root, "CommonData", "PageArea")
    box = numbers(text_of(child(area, "PhysicalBox")))
    if page is None or len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        raise FileRefused(BROKEN, "the picture of a seal is broken")
    a, _, _, d, e, f = place
    fitted: Affine = (a / box[2], 0, 0, d / box[3], e, f)
    for item in items_of(child(page, "Content"), resources, fitted):
        yield replace(item, darken=True) if isinstance(item, OfdPicture) else item
