"""Reads the lines of an upright page from its pixels.

Lines are cut out by their outlines and recognised in one go. Tall outlines are vertical writing:
read both as one turned line and as stacked characters. Lines read with doubt get a second look: wider, and
enlarged with the red of seals taken out. Of several readings the surer stands, where a longer one may be a
little less sure: a reading that lost characters is often the more confident.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from ocr.colour import brightness_at
from ocr.engine import ReadText, TextEngine
from ocr.geometry import bounding_box, cut_out, overlap, sides, start_top_left, union
from ocr.marks.colours import without_red
from ocr.types import Box, Char, Pixels, Point, Polygon, TextLine

TALL = 1.6
"""An outline this many times higher than wide holds vertical writing."""
DOUBTFUL = 0.88
"""Lines read with less mean confidence get a second look."""
WEAK_CHARACTER = 0.6
"""A line with a character read with less confidence than this is doubtful, however sure the others."""
WEAK_DIGIT = 0.9
"""The same for digits: one wrong digit makes another date or number."""
RELOOK_SIDE = 1280
MOST_SECOND_LOOKS = 40
SEPARATE_CHARACTERS = " "
PARTING = re.compile(r"[\s:：;；,，、。.()（）\[\]【】《》“”\"'‘’_\-—–~…/|!！?？*]")
"""Marks that part words: whether a bracket is wide or narrow changes no value."""
NOTHING_READ: Mapping[Polygon, ReadText] = {}


def read_lines(
    pixels: Pixels,
    outlines: Sequence[Polygon],
    engine: TextEngine,
    known: Mapping[Polygon, ReadText] = NOTHING_READ,
) -> tuple[TextLine, ...]:
    """The text of each outline that holds any, top to bottom, left to right.

    ``known`` holds what was read already in some of the outlines, lying as they lie in ``pixels``.
    """
    crops = [cut_out(pixels, outline) for outline in outlines]
    flat = [_lay_flat(crop) for crop in crops]
    given = {i: known[o] for i, o in enumerate(outlines) if o in known and not _is_tall(crops[i])}
    rest = [i for i in range(len(flat)) if i not in given]
    read = dict(zip(rest, engine.read([flat[i] for i in rest]), strict=True))
    texts = [given.get(i) or read[i] for i in range(len(flat))]
    _second_look(pixels, outlines, flat, texts, engine)
    lines = []
    for outline, crop, text in zip(outlines, crops, texts, strict=True):
        if _is_tall(crop):
            lines.append(_vertical_line(outline, crop, text, engine))
        elif text.text.strip():
            lines.append(_line(outline, text))
    return tuple(sorted((x for x in lines if x is not None), key=lambda x: (x.box[1], x.box[0])))


def under_seals(pixels: Pixels, seals: Sequence[Box]) -> Pixels:
    """The page with the ink of seals taken out inside their boxes, so that only what they cover is read."""
    if not seals:
        return pixels
    cleaned = pixels.copy()
    for x0, y0, x1, y1 in seals:
        area = np.s_[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1]
        if min(cleaned[area].shape[:2]) > 0:
            cleaned[area] = without_red(np.ascontiguousarray(cleaned[area]), blue=True)
    return cleaned


def outlines_under_seals(
    cleaned: Pixels, outlines: Sequence[Polygon], seals: Sequence[Box], engine: TextEngine
) -> tuple[Polygon, ...]:
    """The outlines of lines, looked for again where a seal lay: its ring had drawn them out of shape.

    ``cleaned`` is the page from ``under_seals``. Outlines that touch a seal are replaced by those found
    on the cleaned page, in a window that holds both the seal and every line it touches.
    """
    kept = list(outlines)
    for seal in seals:
        touched = [o for o in kept if _touch(bounding_box(o), seal)]
        x0, y0, x1, y1 = union([seal, *(bounding_box(o) for o in touched)])
        top, left = max(0, int(y0) - 8), max(0, int(x0) - 8)
        window = np.ascontiguousarray(cleaned[top : int(y1) + 9, left : int(x1) + 9])
        side = min(RELOOK_SIDE, max(320, *window.shape[:2]))
        found = [start_top_left(_moved(p, left, top)) for p in engine.detect(window, side)]
        kept = [o for o in kept if not any(o is t for t in touched)]
        kept += [f for f in found if not any(_touch(bounding_box(f), bounding_box(k), 0.5) for k in kept)]
    return tuple(kept)


def _touch(a: Box, b: Box, least: float = 0.0) -> bool:
    """Whether two boxes overlap by more than ``least`` of the first one's area."""
    width, height = overlap(a[0], a[2], b[0], b[2]), overlap(a[1], a[3], b[1], b[3])
    area = max((a[2] - a[0]) * (a[3] - a[1]), 1.0)
    return width > 0 and height > 0 and width * height > least * area


def _moved(polygon: Polygon, dx: float, dy: float) -> Polygon:
    a, b, c, d = ((x + dx, y + dy) for x, y in polygon)
    return (a, b, c, d)


def _is_tall(crop: Pixels) -> bool:
    return bool(crop.shape[0] > TALL * crop.shape[1])


def _lay_flat(crop: Pixels) -> Pixels:
    return np.ascontiguousarray(np.rot90(crop)) if _is_tall(crop) else crop


def _second_look(
    pixels: Pixels,
    outlines: Sequence[Polygon],
    flat: Sequence[Pixels],
    texts: list[ReadText],
    engine: TextEngine,
) -> None:
    """Replace doubtful readings in ``texts`` by surer ones of the same place."""
    doubtful = [i for i, t in enumerate(texts) if _is_doubtful(t) and not _is_tall_outline(outlines[i])]
    doubtful = doubtful[:MOST_SECOND_LOOKS]
    if not doubtful:
        return
    wider = engine.read([cut_out(pixels, outlines[i], margin=0.12) for i in doubtful])
    _keep_surer(texts, doubtful, wider)
    still = [i for i in doubtful if _is_doubtful(texts[i])]
    _keep_surer(texts, still, engine.read([_sharpened(without_red(flat[i])) for i in still]))


def _keep_surer(texts: list[ReadText], places: Sequence[int], again: Sequence[ReadText]) -> None:
    for i, other in zip(places, again, strict=True):
        texts[i] = max(texts[i], other, key=_sureness)


def _is_doubtful(text: ReadText) -> bool:
    """Whether a second look may tell more: one at spaces and marks that part words told nothing else."""
    if text.confidence < DOUBTFUL:
        return True
    weak = (i for i, c in enumerate(text.chars) if c.confidence < _least(c.text))
    return any(_says_something(text, i) for i in weak)


def _least(character: str) -> float:
    return WEAK_DIGIT if character.isdigit() else WEAK_CHARACTER


def _says_something(text: ReadText, place: int) -> bool:
    """Letters, digits, boxes; of other marks those between two digits: decimal points, dashes of dates."""
    character = text.chars[place].text
    if not PARTING.fullmatch(character):
        return True
    beside = text.chars[max(0, place - 1) : place + 2]
    return len(beside) == 3 and beside[0].text.isdigit() and beside[2].text.isdigit()


def _sureness(text: ReadText) -> float:
    """Mean confidence, held back for readings that see fewer characters."""
    return float(text.confidence * len(text.text.strip()) ** 0.25)


def _is_tall_outline(outline: Polygon) -> bool:
    width, height = sides(outline)
    return height > TALL * width


def _sharpened(crop: Pixels) -> Pixels:
    """Twice as large, with contrast stretched to the full range."""
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    low, high = brightness_at(np.asarray(grey, np.uint8), 2, 90)
    stretched = np.clip((grey.astype(np.float32) - low) * 255.0 / max(high - low, 16.0), 0, 255)
    large = cv2.resize(stretched.astype(np.uint8), None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.cvtColor(large, cv2.COLOR_GRAY2RGB), np.uint8)


def _line(outline: Polygon, text: ReadText) -> TextLine:
    a, b, c, d = outline
    chars = tuple(Char(ch.text, _between(a, b, c, d, ch.left, ch.right), ch.confidence) for ch in text.chars)
    return TextLine(text.text, outline, text.confidence, chars)


def _between(a: Point, b: Point, c: Point, d: Point, left: float, right: float) -> Box:
    """The upright box around the part of a quadrilateral between two fractions of its width."""
    points = [_along(a, b, left), _along(a, b, right), _along(d, c, left), _along(d, c, right)]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _along(p: Point, q: Point, t: float) -> Point:
    return (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)


def _vertical_line(outline: Polygon, crop: Pixels, turned: ReadText, engine: TextEngine) -> TextLine | None:
    """The surer of: characters lying on their side in one line, characters stacked one per cell."""
    cells = _stacked_cells(crop)
    row = _side_by_side(crop, cells) if len(cells) > 1 else None
    stacked = engine.read([row])[0] if row is not None else None
    if stacked and stacked.text.strip() and _sureness(stacked) >= _sureness(turned):
        text = stacked.text.replace(SEPARATE_CHARACTERS, "")
        confidences = [c.confidence for c in stacked.chars if c.text != SEPARATE_CHARACTERS]
        mean = stacked.confidence
    elif turned.text.strip():
        text = turned.text
        confidences = [c.confidence for c in turned.chars]
        mean = turned.confidence
    else:
        return None
    a, b, c, d = outline
    step = 1 / len(text)
    chars = tuple(
        Char(ch, _between(a, d, c, b, i * step, (i + 1) * step), conf)
        for i, (ch, conf) in enumerate(zip(text, confidences, strict=True))
    )
    return TextLine(text, outline, mean, chars)


def _stacked_cells(crop: Pixels) -> list[tuple[int, int]]:
    """Stacked characters: spans ``(top, bottom)`` of ink between blank gaps, about as high as wide."""
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    filled = ink.sum(axis=1) > 0
    width = crop.shape[1]
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for y, full in enumerate([*filled.tolist(), False]):
        if full and start is None:
            start = y
        elif not full and start is not None:
            if spans and y - spans[-1][0] <= 1.05 * width:
                spans[-1] = (spans[-1][0], y)  # parts of one character, such as 三
            else:
                spans.append((start, y))
            start = None
    return [s for s in spans if s[1] - s[0] > 0.25 * width]


def _side_by_side(crop: Pixels, cells: Sequence[tuple[int, int]]) -> Pixels:
    width = crop.shape[1]
    gap = np.full((width, max(1, width // 6), 3), int(np.median(crop)), np.uint8)
    parts: list[Pixels] = []
    for top, bottom in cells:
        tile = np.full((width, width, 3), int(np.median(crop)), np.uint8)
        piece = crop[top:bottom]
        if piece.shape[0] > width:
            piece = np.asarray(cv2.resize(piece, (width, width)), np.uint8)
        offset = (width - piece.shape[0]) // 2
        tile[offset : offset + piece.shape[0]] = piece
        parts += [gap, tile]
    return np.concatenate([*parts, gap], axis=1)
