"""The content of an OFD page → a flat list of things drawn, each with its place in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from ocr.ofd_package import Element, child, children, local_name, numbers, text_of
from ocr.ofd_resources import OfdResources

Affine: TypeAlias = tuple[float, float, float, float, float, float]
"""``(a, b, c, d, e, f)``: x' = a·x + c·y + e, y' = b·x + d·y + f, as the CTM of OFD writes it."""
Colour: TypeAlias = tuple[int, int, int]
IDENTITY: Final[Affine] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_CHARACTERS: Final = 60_000
_MOST_OBJECTS: Final = 50_000
_DEEPEST: Final = 8
TRANSPARENT: Final = 16
"""An object less opaque than this, of 255, is not to be seen."""
_CONTAINERS: Final = ("Layer", "PageBlock")


@dataclass(frozen=True, slots=True)
class OfdText:
    """One ``TextCode``: characters and the start of each one's baseline in the object's own units."""

    characters: str
    starts: tuple[tuple[float, float], ...]
    size: float
    place: Affine
    turn: float
    colour: Colour
    alpha: int
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class OfdPicture:
    """The bytes of a picture, filling the unit square of ``place``."""

    data: bytes
    place: Affine
    darken: bool


@dataclass(frozen=True, slots=True)
class OfdPath:
    """Lines and curves in the words of ``AbbreviatedData``; ``None`` means not stroked or filled."""

    drawing: str
    place: Affine
    stroke: Colour | None
    fill: Colour | None
    width: float
    alpha: int = 255


OfdItem: TypeAlias = OfdText | OfdPicture | OfdPath


def then(first: Affine, second: Affine) -> Affine:
    """The transform that does ``first`` and then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def items_of(content: Element | None, resources: OfdResources, place: Affine = IDENTITY) -> Iterator[OfdItem]:
    """Everything that the layers under ``content`` draw, in drawing order."""
    budget = [_MOST_OBJECTS]
    if content is not None:
        yield from _walk(content, resources, place, _DEEPEST, budget)


def _walk(
    parent: Element, resources: OfdResources, place: Affine, depth: int, budget: list[int]
) -> Iterator[OfdItem]:
    for element in parent:
        name = local_name(element)
        if depth == 0 or budget[0] <= 0 or element.get("Visible", "true").lower() in ("false", "0"):
            continue
        budget[0] -= 1
        if name in _CONTAINERS:
            yield from _walk(element, resources, place, depth - 1, budget)
            continue
        here = then(then(_ctm(element), _shift(element)), place)
        if name == "TextObject":
            yield from _texts(element, resources, here)
        elif name == "PathObject":
            yield _path(element, resources, here)
        elif name == "ImageObject":
            yield from _picture(element, resources, place)
        elif name == "CompositeObject":
            unit = resources.composites.get(element.get("ResourceID", ""))
            if unit is not None:
                yield from _walk(unit, resources, here, depth - 1, budget)


def _ctm(element: Element) -> Affine:
    values = numbers(element.get("CTM"))
    return (
        (values[0], values[1], values[2], values[3], values[4], values[5]) if len(values) == 6 else IDENTITY
    )


def _shift(element: Element) -> Affine:
    values = numbers(element.get("Boundary"))
    return (1, 0, 0, 1, values[0], values[1]) if len(values) >= 2 else IDENTITY


def _alpha(element: Element) -> int:
    """How opaque an object is, 0–255."""
    return min(255, max(0, int(next(iter(numbers(element.get("Alpha"))), 255.0))))


def _picture(element: Element, resources: OfdResources, place: Affine) -> Iterator[OfdPicture]:
    ctm = _ctm(element)
    if element.get("CTM") is None:
        box = numbers(element.get("Boundary"))
        ctm = (box[2], 0, 0, box[3], 0, 0) if len(box) == 4 else IDENTITY
    darken = element.get("BlendMode", "").lower() in ("darken", "multiply")
    data = resources.picture(element.get("ResourceID", ""))
    if data is not None and _alpha(element) >= TRANSPARENT:
        yield OfdPicture(data, then(then(ctm, _shift(element)), place), darken)


def _path(element: Element, resources: OfdResources, place: Affine) -> OfdPath:
    style = resources.style(element)
    stroked = element.get("Stroke", "true").lower() not in ("false", "0")
    filled = element.get("Fill", "false").lower() in ("true", "1")
    return OfdPath(
        drawing=text_of(child(element, "AbbreviatedData")),
        place=place,
        stroke=style.stroke if stroked else None,
        # Text is black unless told otherwise; a shape without a colour is not filled.
        fill=style.fill if filled and style.fill_given else None,
        width=style.line_width,
        alpha=_alpha(element),
    )


def _texts(element: Element, resources: OfdResources, place: Affine) -> Iterator[OfdText]:
    size = next(iter(numbers(element.get("Size"))), 0.0)
    stretch = next(iter(numbers(element.get("HScale"))), 1.0)
    style = resources.style(element)
    turn = next(iter(numbers(element.get("CharDirection"))), 0.0)
    reading = next(iter(numbers(element.get("ReadDirection"))), 0.0)
    x = y = 0.0
    for code in children(element, "TextCode"):
        characters = (code.text or "")[:_MOST_CHARACTERS]
        # X and Y may be left out, and then go on from the TextCode before (GB/T 33190, 11.3).
        x = next(iter(numbers(code.get("X"))), x)
        y = next(iter(numbers(code.get("Y"))), y)
        starts = _starts(code, characters, (x, y), size * stretch, reading)
        if characters.strip() and size > 0:
            whole = OfdText(characters, starts, size, place, turn, style.fill, _alpha(element), stretch)
            yield replace(whole, alpha=min(whole.alpha, style.alpha))


def _starts(
    code: Element, characters: str, first: tuple[float, float], size: float, reading: float
) -> tuple[tuple[float, float], ...]:
    count = len(characters) - 1
    across, down = _deltas(code.get("DeltaX"), count), _deltas(code.get("DeltaY"), count)
    if not across and not down:
        # Without any offset the standard would draw all characters in one place; no program means that.
        steps = [size if ord(c) > 0x2E7F else size / 2 for c in characters[:-1]]
        across = steps if reading in (0, 180) else [0.0] * count
        down = [0.0] * count if reading in (0, 180) else steps
    across, down = across or [0.0] * count, down or [0.0] * count
    starts = [first]
    for dx, dy in zip(across, down, strict=True):
        starts.append((starts[-1][0] + dx, starts[-1][1] + dy))
    return tuple(starts)


def _deltas(text: str | None, count: int) -> list[float]:
    """Offsets between characters: ``g n d`` stands for n times d; the last one goes on."""
    words = (text or "").split()
    offsets: list[float] = []
    at = 0
    while at < len(words) and len(offsets) < count:
        repeat = 1
        if words[at].lower() == "g" and at + 2 < len(words):
            repeat, at = int(next(iter(numbers(words[at + 1])), 0)), at + 2
        value = numbers(words[at])
        if not value:
            break
        offsets.extend(value * min(max(repeat, 0), count))
        at += 1
    if not offsets:
        return []
    return (offsets + offsets[-1:] * count)[:count]
