"""A paper as drawn: pages of ink in points, with the truth written down as each value is set.

Coordinates are points (1/72 inch) from the top left, y down; A4 is 595 × 842. The same ink is
painted to pixels (``raster.py``), to a PDF with a text layer (``pdf.py``) or to an OFD (``ofd.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from PIL import Image

from samples import fonts

Colour: TypeAlias = tuple[int, int, int]
BLACK: Colour = (20, 20, 22)
A4 = (595.0, 842.0)
A5_WIDE = (595.0, 421.0)
A5_TALL = (421.0, 595.0)
B5 = (516.0, 729.0)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of text; ``y`` is the top of the em box, ``spacing`` points added after each character."""

    x: float
    y: float
    text: str
    size: float
    face: str
    colour: Colour
    spacing: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Area:
    """A filled or outlined rectangle, with rounded corners where ``radius`` is not 0."""

    x0: float
    y0: float
    x1: float
    y1: float
    fill: Colour | None
    outline: Colour | None
    width: float
    radius: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """A picture with alpha laid over the page (``multiply`` mixes it with what is below, as ink does)."""

    x: float
    y: float
    w: float
    h: float
    image: Image.Image
    multiply: bool


Ink: TypeAlias = Glyphs | Rule | Area | Stamp


@dataclass(slots=True)
class Sheet:
    """One page."""

    width: float = A4[0]
    height: float = A4[1]
    colour: Colour = (255, 255, 255)
    ink: list[Ink] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10.5,
        face: str = "song",
        *,
        anchor: str = "l",
        spacing: float = 0.0,
        bold: bool = False,
        colour: Colour = BLACK,
    ) -> float:
        """Set ``text`` left (``l``), centred (``c``) or right (``r``) at ``x``; returns where it ends."""
        wide = fonts.width(face, text, size, spacing) - spacing
        x -= {"l": 0.0, "c": wide / 2, "r": wide}[anchor]
        self.ink.append(Glyphs(x, y, text, size, face, colour, spacing, bold))
        return x + wide

    def down(
        self, x: float, y: float, text: str, size: float = 10.5, face: str = "song", step: float = 1.15
    ) -> float:
        """Set ``text`` one character under the other; returns the y below the last."""
        for char in text:
            self.ink.append(Glyphs(x, y, char, size, face, BLACK, 0.0, False))
            y += size * step
        return y

    def line(
        self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6, colour: Colour = BLACK
    ) -> None:
        self.ink.append(Rule(x0, y0, x1, y1, width, colour))

    def box(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        fill: Colour | None = None,
        outline: Colour | None = BLACK,
        width: float = 0.6,
        radius: float = 0.0,
    ) -> None:
        self.ink.append(Area(x0, y0, x1, y1, fill, outline, width, radius))

    def stamp(
        self, x: float, y: float, w: float, h: float, image: Image.Image, multiply: bool = True
    ) -> None:
        self.ink.append(Stamp(x, y, w, h, image, multiply))


@dataclass(slots=True)
class Paper:
    """One document: its kind, pages, and what a careful reader would find on it.

    ``fields`` holds normalised values as the contract names them, each only if it is really printed;
    ``also_right`` holds readings that are no error but not demanded (a name under a signature).
    """

    kind: str
    layout: str
    sheets: list[Sheet] = field(default_factory=list)
    fields: dict[str, list[Any]] = field(default_factory=dict)
    also_right: dict[str, list[Any]] = field(default_factory=dict)
    seals: list[dict[str, str]] = field(default_factory=list)
    signatures: list[dict[str, Any]] = field(default_factory=list)
    faces: int = 0
    barcodes: list[str] = field(default_factory=list)
    face: str = "song"

    def sheet(self, size: tuple[float, float] = A4, colour: Colour = (255, 255, 255)) -> Sheet:
        """Add a page."""
        self.sheets.append(Sheet(size[0], size[1], colour))
        return self.sheets[-1]

    def says(self, name: str | None, value: Any) -> None:
        """Write down that ``name`` is printed with ``value``; saying it twice keeps it once."""
        if name and value not in self.fields.setdefault(name, []):
            self.fields[name].append(value)

    def may_say(self, name: str, value: Any) -> None:
        """A reading of ``name`` that is right but not demanded."""
        if value not in self.also_right.setdefault(name, []):
            self.also_right[name].append(value)

    def hides(self, *names: str) -> Paper:
        """The picture hides these fields, or half hides them: reading them is right, not demanded.

        Without names it hides all of them (a page out of focus).
        """
        for name in names or tuple(self.fields):
            for value in self.fields.pop(name, []):
                self.may_say(name, value)
        return self
