"""Lists of options with boxes to tick: which stand on a page, which are ticked, and what they say in full.

A list stands in one cell, or on rows that follow each other. Its options run on as a paragraph or stand in
columns; the marks stand before all of them or behind all of them; one that does not fit goes on below.
What is not told by a mark that was read is told by nothing here: ``ocr.marks.tick_places`` looks at the ink.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ocr.geometry import union
from ocr.layout import Run
from ocr.reading_order import rows_of
from ocr.types import Box, Char
from ocr.values.text import narrow
from ocr.values.ticks import MARK

LEAST_MARKS = 2
_HOW_TO = re.compile(r"打\s?[(（“\"']?\s?[√✓]|打[勾钩]|[划画]\s?[“\"']?[√✓]|[□☐]\s?[内中里]")
"""Words that tell how to fill in the list: 请在□内打√."""
_NUMBERED = re.compile(r"\s*[(（]?\d{1,2}\s?[.、．)）](?!\d)")
_NEXT_ROW = 1.4
"""Text heights between a row and the one that an option goes on in, at most."""
_ALIGNED = 0.8
_NEAR = 4.0
"""Text heights between a mark that stands by itself and its option."""
_COLUMNS = 0.6
"""Share of options further right on a row that stand under another, from which a list has columns."""
_WRAPS = 4.0
"""Text heights that a full line may leave free before the next column."""
_FULL = 2.6
"""Text heights that a full row may leave free at its end."""


@dataclass(slots=True)
class Option:
    """An option: its text's parts in reading order; ``ticked`` is ``None`` where no mark tells.

    ``row`` counts from the top of its list; ``left`` is where the option begins, mark and all.
    """

    row: int
    left: float
    ticked: bool | None
    parts: list[Run] = field(default_factory=list)
    mark: Run | None = None
    last: bool = False

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.parts).strip()

    @property
    def right(self) -> float:
        return max((p.box[2] for p in self.parts), default=self.left)

    def joined(self) -> Run:
        """The option as one run, its mark's sureness told by no letter of it."""
        chars: tuple[Char, ...] = tuple(c for p in self.parts for c in p.chars)
        return Run("".join(c.text for c in chars), chars, self.parts[0].cell, vertical=False)

    @property
    def confidence(self) -> float | None:
        """The weakest of text and mark."""
        marks = [c.confidence for c in self.mark.chars] if self.mark else []
        measured = [c for c in (self.joined().confidence, *marks) if c is not None]
        return min(measured) if measured else None


@dataclass(frozen=True, slots=True)
class TickList:
    """The options of one list and the box around them."""

    options: tuple[Option, ...]
    box: Box
    cell: int | None


def find_lists(runs: Sequence[Run]) -> tuple[TickList, ...]:
    """Every list of options on the page, top to bottom; ticked options with the lines they go on over."""
    return tuple(found for block in _blocks(runs) if (found := _read(block)))


def _blocks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs of one cell each; runs in no cell by rows that follow each other closely."""
    runs = [r for r in runs if not r.vertical and not _HOW_TO.search(r.text)]
    cells: dict[int, list[Run]] = {}
    for run in runs:
        if run.cell is not None:
            cells.setdefault(run.cell, []).append(run)
    yield from cells.values()
    block: list[Run] = []
    for run in sorted((r for r in runs if r.cell is None), key=lambda r: r.box[1]):
        if block and run.box[1] - max(r.box[3] for r in block) > _NEXT_ROW * run.height:
            yield block
            block = []
        block.append(run)
    if block:
        yield block


@dataclass(frozen=True, slots=True)
class _Token:
    """A mark or a text of a row."""

    run: Run
    ticked: bool | None
    source: Run

    @property
    def is_mark(self) -> bool:
        return self.ticked is not None


def _tokens(run: Run) -> Iterator[_Token]:
    at = 0
    for found in MARK.finditer(narrow(run.text)):
        if text := run.part(at, found.start()):
            yield _Token(text, None, run)
        if mark := run.part(found.start(), found.end()):
            yield _Token(mark, found["tick"] is not None, run)
        at = found.end()
    if text := run.part(at):
        yield _Token(text, None, run)


def _read(block: Sequence[Run]) -> TickList | None:
    rows = [[list(_tokens(run)) for run in row] for row in rows_of(block)]
    flat = [[token for tokens in row for token in tokens] for row in rows]
    if sum(token.is_mark for row in flat for token in row) < LEAST_MARKS:
        return None
    if _marks_stand_before(rows):
        options, loose = _with_marks_before(flat)
    else:
        options, loose = _with_marks_behind(flat)
    right = max(r.box[2] for r in block)
    columns = _stand_in_columns(options)
    for option in options:
        if option.ticked and option.parts:
            _add_lines_below(option, options, loose, right, columns=columns)
    box = union([r.box for r in block])
    return TickList(tuple(o for o in options if o.parts), box, block[0].cell)


def _marks_stand_before(rows: Sequence[Sequence[Sequence[_Token]]]) -> bool:
    """Whether runs begin with marks rather than end with them; marks by themselves tell nothing."""
    mixed = [t for row in rows for t in row if any(x.is_mark for x in t) and not all(x.is_mark for x in t)]
    before = sum(t[0].is_mark and not t[-1].is_mark for t in mixed)
    behind = sum(t[-1].is_mark and not t[0].is_mark for t in mixed)
    return before >= behind


def _with_marks_before(rows: Sequence[Sequence[_Token]]) -> tuple[list[Option], list[tuple[int, Run]]]:
    """Options that begin with their mark, and texts that no mark stands before, with their rows."""
    options: list[Option] = []
    loose: list[tuple[int, Run]] = []
    for number, row in enumerate(rows):
        current: Option | None = None
        before: _Token | None = None
        for token in row:
            if token.is_mark:
                current = Option(number, token.run.box[0], token.ticked, mark=token.run)
                options.append(current)
            elif current and before and _belongs(before, token):
                current.parts.append(token.run)
            else:
                loose.append((number, token.run))
                current = None
            before = token
        if current:
            current.last = True
    return options, loose


def _belongs(before: _Token, token: _Token) -> bool:
    if before.source is token.source:
        return True
    near = token.run.box[0] - before.run.box[2] < _NEAR * token.run.height
    return near and before.is_mark


def _with_marks_behind(rows: Sequence[Sequence[_Token]]) -> tuple[list[Option], list[tuple[int, Run]]]:
    """Options that end with their mark; what stands before an inner number is the line of another."""
    options: list[Option] = []
    open_texts: list[tuple[int, Run]] = []
    for number, row in enumerate(rows):
        current: Option | None = None
        for token in row:
            if not token.is_mark:
                heads = _split_at_numbers(token.run)
                if current:
                    open_texts += [(number, p) for p in current.parts]
                open_texts += [(number, p) for p in heads[:-1]]
                current = Option(number, heads[-1].box[0], None, [heads[-1]])
            elif current and token.run.box[0] - current.right < _NEAR * token.run.height:
                current.ticked, current.mark = token.ticked, token.run
                options.append(current)
                current = None
            else:
                options.append(Option(number, token.run.box[0], token.ticked, mark=token.run))
        if current:
            open_texts += [(number, p) for p in current.parts]
    for option in options:
        if option.ticked and (not option.parts or not _NUMBERED.match(option.text)):
            _add_lines_above(option, open_texts)
    return options, []


def _split_at_numbers(run: Run) -> list[Run]:
    """A text cut before each number that opens an option: 7、糖尿病（合并 8、冠心病."""
    starts = [
        m.start()
        for m in re.finditer(
            r"(?<=[\s,，、)）\u4e00-\u9fff])\d{1,2}\s?[.、．](?=\s?[\u4e00-\u9fff])", run.text
        )
    ]
    bounds = [0, *starts, len(run.text)]
    parts = [run.part(s, e) for s, e in pairwise(bounds)]
    return [p for p in parts if p] or [run]


def _add_lines_above(option: Option, texts: Sequence[tuple[int, Run]]) -> None:
    """The beginning of an option whose end alone has its mark: the open lines right above it."""
    row, left = option.row, option.left
    for _ in range(2):
        above = [t for n, t in texts if n == row - 1 and t.box[0] <= left + _ALIGNED * t.height]
        head = max(above, key=lambda t: t.box[0], default=None)
        if head is None or (option.parts and abs(head.box[0] - left) > 2.5 * head.height):
            return
        option.parts.insert(0, head)
        if _NUMBERED.match(head.text):
            return
        row, left = row - 1, head.box[0]


def _stand_in_columns(options: Sequence[Option]) -> bool:
    """Whether options further right on their rows stand under one another."""
    inner = [o for o in options if any(p.row == o.row and p.left < o.left for p in options)]
    if len(inner) < 2:
        return False
    under = sum(
        any(
            o is not p and p.row != o.row and p.parts and abs(p.left - o.left) < _ALIGNED * p.parts[0].height
            for p in inner
        )
        for o in inner
    )
    return under >= _COLUMNS * len(inner)


def _add_lines_below(
    option: Option,
    options: Sequence[Option],
    loose: Sequence[tuple[int, Run]],
    right: float,
    *,
    columns: bool,
) -> None:
    """The lines that an option goes on over: under it in its column, or at the beginning of the next row.

    Where both could be, an open bracket tells that it is this option that goes on.
    """
    row, first, end = option.row, option.parts[0], option.parts[-1]
    beside = [o for o in options if o.row == row and o.left > option.left]
    edge = min((o.left for o in beside), default=right)
    last = max(beside, key=lambda o: o.left, default=option)
    taken_by_last = last is not option and last.right > right - _FULL * first.height
    for _ in range(3):
        following = [t for n, t in loose if n == row + 1 and not _NUMBERED.match(t.text)]
        near = [t for t in following if t.box[1] - end.box[3] < _NEXT_ROW * end.height]
        if columns or not option.last:
            left = option.left - _ALIGNED * first.height
            near = [
                t for t in near if left <= t.box[0] <= first.box[0] + _ALIGNED * t.height and t.box[0] < edge
            ]
            full = end.box[2] > max(edge - _WRAPS * first.height, first.box[2] - first.height)
            if not full or (taken_by_last and not _is_open(option.text)):
                return
        else:
            begins = min((o.left for o in options if o.row == row + 1), default=right)
            near = [t for t in near if t.box[0] < begins]
            if end.box[2] < right - _FULL * end.height:
                return
        if not near:
            return
        end = min(near, key=lambda t: t.box[0])
        option.parts.append(end)
        row, edge = row + 1, max(edge, first.box[2] + _WRAPS * first.height)


def _is_open(text: str) -> bool:
    plain = narrow(text)
    return plain.count("(") > plain.count(")")
