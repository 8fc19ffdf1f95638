"""What the pages of an OFD share: pictures, drawing styles, composite units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ocr.ofd_package import Element, OfdPackage, child, children, numbers, text_of
from ocr.refusals import BROKEN, FileRefused

Colour: TypeAlias = tuple[int, int, int]
_BLACK: Colour = (0, 0, 0)
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Style:
    """How an object is drawn; ``line_width`` in millimetres, ``alpha`` 0–255 of the fill."""

    stroke: Colour = _BLACK
    fill: Colour = _BLACK
    line_width: float = 0.353
    alpha: int = 255
    fill_given: bool = False


@dataclass(slots=True)
class OfdResources:
    """Resources by ID, gathered from ``PublicRes``, ``DocumentRes`` and ``PageRes``."""

    package: OfdPackage
    composites: dict[str, Element] = field(default_factory=dict)
    _styles: dict[str, Element] = field(default_factory=dict)
    _pictures: dict[str, str | None] = field(default_factory=dict)

    def add(self, path: str | None) -> None:
        """Take in one resource part; a missing one shows only where something refers to it."""
        if path is None:
            return
        root = self.package.tree(path)
        folder = root.get("BaseLoc", "").strip().rstrip("/")
        for group in root:
            for unit in children(group, "CompositeGraphicUnit"):
                content = child(unit, "Content")
                if content is not None:
                    self.composites[unit.get("ID", "")] = content
            for style in children(group, "DrawParam"):
                self._styles[style.get("ID", "")] = style
            for media in children(group, "MultiMedia"):
                name = text_of(child(media, "MediaFile"))
                found = self.package.find(f"{folder}/{name}" if folder else name, path)
                self._pictures[media.get("ID", "")] = found or self.package.find(name, path)

    def picture(self, identifier: str) -> bytes | None:
        """The bytes of a picture, ``None`` where no resource has that ID: no viewer can show it.

        Raises ``FileRefused`` where the resource is listed and its part is missing: it may be the
        seal, and the page would look as if it had none.
        """
        if identifier not in self._pictures:
            return None
        path = self._pictures[identifier]
        if path is None:
            raise FileRefused(BROKEN, "a picture of the page is missing")
        return self.package.read(path)

    def style(self, element: Element) -> Style:
        """The style of an object: its own words first, then its ``DrawParam``, then that one's parent."""
        sources = [element]
        reference = element.get("DrawParam")
        while reference in self._styles and len(sources) < _DEEPEST:
            sources.append(self._styles[reference])
            reference = sources[-1].get("Relative")
        fill = _first(sources, "FillColor")
        stroke = _first(sources, "StrokeColor")
        widths = [numbers(source.get("LineWidth")) for source in sources]
        alpha = numbers(fill.get("Alpha")) if fill is not None else []
        return Style(
            stroke=_colour(stroke),
            fill=_colour(fill),
            line_width=next((width[0] for width in widths if width), Style().line_width),
            alpha=int(alpha[0]) if alpha else 255,
            fill_given=fill is not None,
        )


def _first(sources: list[Element], name: str) -> Element | None:
    return next((found for source in sources if (found := child(source, name)) is not None), None)


def _colour(element: Element | None) -> Colour:
    """RGB of a colour value of one (grey), three (RGB) or four (CMYK) parts; black where unknown."""
    words = (element.get("Value", "") if element is not None else "").split()
    parts: list[int] = []
    for word in words:
        try:
            parts.append(int(word.lstrip("#"), 16) if word.startswith("#") else int(float(word)))
        except (ValueError, OverflowError):
            return _BLACK
    parts = [min(255, max(0, part)) for part in parts]
    if len(parts) == 1:
        return (parts[0], parts[0], parts[0])
    if len(parts) == 3:
        return (parts[0], parts[1], parts[2])
    if len(parts) == 4:
        red, green, blue = (255 - min(255, part + parts[3]) for part in parts[:3])
        return (red, green, blue)
    return _BLACK
