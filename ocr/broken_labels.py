"""Labels found in pieces, put together: broken over two lines of a cell, or set wide as single characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.label_words import STOP, VOCABULARY
from ocr.labels import find_labels
from ocr.layout import Run, right_of
from ocr.parse import SURELY_A_NAME
from ocr.types import Char
from ocr.values.names import looks_like_name
from ocr.values.text import fold

FARTHEST, LONGEST_NAME = 14.0, 4
"""Text heights that a name may stand behind 姓, and its characters."""
LONGEST_FIRST, NEAR = 3, 2.0
"""Characters of a label's first piece, and text heights to its second where the first has several."""
LEAST_UPRIGHT, APART = 3, 3.0
"""Characters of an upright column of halves, and its widths to the other."""
AT_EDGE = 0.5
"""Text heights from the page's left edge to a label that it cut."""
_CUT = re.compile(r"(?P<rest>[\u4e00-\u9fff]{3,6}):")
_BY_REST: dict[str, list[str]] = {}
for _word in VOCABULARY:
    _BY_REST.setdefault(_word[1:], []).append(_word)
_HALVES = {
    "年龄": re.compile(r"龄\s*[:：]\s*\d{1,3}\s?岁"),
    "民族": re.compile(r"族\s*[:：]\s*[\u4e00-\u9fff]{1,5}族"),
    "性别": re.compile(r"别\s*[:：]\s*[男女]"),
}
"""Labels set wide with what their second half and a value behind it look like."""
_SET_WIDE = frozenset(
    [
        "姓名",
        "性别",
        "年龄",
        "民族",
        "出生",
        "住址",
        "地址",
        "科室",
        "科别",
        "床号",
        "电话",
        "卡号",
        "单位",
        "职业",
        "病种",
        "病区",
        "医师",
        "医生",
    ]
)
_WITH_COLON = frozenset(("医师", "医生"))
"""Words that are labels where a colon follows or where they are set wide, and values elsewhere."""


def whole_labels(runs: Sequence[Run]) -> list[Run]:
    """The page's runs with the pieces of labels joined."""
    return _join_stacked_labels(_with_lost_halves(_join_spaced_labels(_in_rows(_cut_at_the_edge(runs)))))


def _cut_at_the_edge(runs: Sequence[Run]) -> list[Run]:
    """Labels whose first character the edge of a photo cut off, whole again: 断结果：, at the very left.

    Only where all labels that may be meant ask for the same, and what is left is no label itself.
    """
    return [_with_lost_first(r) if r.box[0] < AT_EDGE * r.height and not r.vertical else r for r in runs]


def _with_lost_first(run: Run) -> Run:
    head = _CUT.match(fold(run.text))
    if head is None or head["rest"] in VOCABULARY or run.text[: len(head["rest"])] != head["rest"]:
        return run
    meant = _BY_REST.get(head["rest"], [])
    if len({VOCABULARY[w] for w in meant}) != 1:
        return run
    at = run.chars[0].box
    first = Char(meant[0][0], (at[0], at[1], at[0], at[3]), run.chars[0].confidence)
    return _rewritten(run, meant[0][0] + run.text, (first, *run.chars))


def _in_rows(runs: Sequence[Run]) -> list[Run]:
    """Labels set wide under each other, found as two upright columns (姓性年, 名别龄): one a row again."""
    out = list(runs)
    upright = [r for r in runs if r.vertical and len(r.text) >= LEAST_UPRIGHT]
    for left, right in ((a, b) for a in upright for b in upright if a.box[2] <= b.box[0] + a.height):
        pairs = list(zip(left.chars, right.chars, strict=False))
        near = right.box[0] - left.box[2] < APART * (left.box[2] - left.box[0])
        if (
            len(left.chars) == len(right.chars)
            and near
            and all(a.text + b.text in VOCABULARY for a, b in pairs)
        ):
            out = [r for r in out if r is not left and r is not right]
            out += [Run(a.text + b.text, (a, b), left.cell, vertical=False) for a, b in pairs]
    return out


def _with_lost_halves(runs: Sequence[Run]) -> list[Run]:
    """姓 by itself before a name, 别 before a sex, the other half not found: labels of the patient's."""
    if not any("姓名" in r.text for r in runs):
        runs = [
            _whole(r, "姓名") if r.text.strip() == "姓" and _precedes_a_name(r, runs) else r for r in runs
        ]
    if not any("性别" in fold(r.text) or r.text == "性" for r in runs):
        runs = [_whole(r, "性别") if r.text.strip() == "别" and _precedes_a_sex(r, runs) else r for r in runs]
    return [_with_first_half(r, runs) for r in runs]


def _with_first_half(run: Run, runs: Sequence[Run]) -> Run:
    """A label set wide whose first character was not found, before a value that leaves no doubt: 龄：59岁."""
    for label, rest in _HALVES.items():
        if rest.fullmatch(run.text.strip()) and not any(label in fold(r.text) for r in runs):
            at = run.chars[0].box
            first = Char(label[0], (at[0] - run.height, at[1], at[0], at[3]), run.chars[0].confidence)
            return _rewritten(run, label[0] + run.text, (first, *run.chars))
    return run


def _rewritten(run: Run, text: str, chars: tuple[Char, ...]) -> Run:
    """A run with other characters in the same cell."""
    return Run(text, chars, run.cell, vertical=run.vertical, cell_box=run.cell_box)


def _precedes_a_sex(run: Run, runs: Sequence[Run]) -> bool:
    beside = next(iter(right_of(runs, run)), None)
    near = beside is not None and beside.box[0] - run.box[2] < FARTHEST * run.height
    return near and beside is not None and beside.text.strip() in ("男", "女")


def _precedes_a_name(run: Run, runs: Sequence[Run]) -> bool:
    beside = next(iter(right_of(runs, run)), None)
    return (
        beside is not None
        and beside.box[0] - run.box[2] < FARTHEST * run.height
        and looks_like_name(beside.text) >= SURELY_A_NAME
        and len(fold(beside.text)) <= LONGEST_NAME
    )


def _whole(run: Run, label: str) -> Run:
    char = run.chars[0]
    chars = tuple(Char(c, char.box, char.confidence) for c in label)
    return Run(label, chars, run.cell, vertical=False, cell_box=run.cell_box)


def _join_stacked_labels(runs: Sequence[Run]) -> list[Run]:
    """A label broken over two lines of its cell (选定定点医疗机 / 构), as one run."""
    cells: dict[int, list[Run]] = {}
    for run in runs:
        if run.cell is not None and not run.vertical:
            cells.setdefault(run.cell, []).append(run)
    merged: dict[int, Run] = {}
    dropped: set[int] = set()
    for cell, parts in cells.items():
        text = "".join(p.text for p in parts)
        if 2 <= len(parts) <= 3 and len(text) <= 14 and fold(text).strip(":") in VOCABULARY:
            chars = tuple(c for p in parts for c in p.chars)
            merged[id(parts[0])] = Run(text, chars, cell, vertical=False, cell_box=parts[0].cell_box)
            dropped |= {id(p) for p in parts[1:]}
    return [merged.get(id(r), r) for r in runs if id(r) not in dropped]


def _join_spaced_labels(runs: Sequence[Run]) -> list[Run]:
    """Rejoin labels set wide (姓    名) that were found as two single characters on a row."""
    halves = {id(run): second for run in runs if (second := _second_half(run, runs)) is not None}
    used = {id(second) for second in halves.values()}  # it may come first: a row's runs are not level
    out: list[Run] = []
    for run in runs:
        if id(run) in used:
            continue
        second = halves.get(id(run))
        if second is None:
            out.append(run)
            continue
        chars = run.chars + second.chars
        if _is_glued(run.text, second.text):
            label = second.chars[0].box
            part = ":" if fold(run.text + second.text[0]) in _WITH_COLON else " "
            chars = (*run.chars, second.chars[0], Char(part, (label[2], *label[1:])), *second.chars[1:])
        text = "".join(c.text for c in chars)
        out.append(Run(text, chars, run.cell, vertical=False, cell_box=run.cell_box))
    return out


def _second_half(run: Run, runs: Sequence[Run]) -> Run | None:
    """The run that completes a label begun by a single character."""
    if len(run.text) > LONGEST_FIRST or run.vertical:
        return None
    for other in right_of(runs, run)[:1]:
        if len(run.text) > 1:
            return other if _ends_label(run, other) else None
        near = other.box[0] - run.box[2] < 5 * run.height and run.cell == other.cell
        if near and _label_begins(run.text, other.text):
            return other
    return None


def _ends_label(first: Run, rest: Run) -> bool:
    """Whether a run close behind another is the end of its label and none by itself: CT 号:, 门诊 号:."""
    whole = fold(first.text + rest.text)
    close = rest.box[0] - first.box[2] < NEAR * first.height and rest.cell == first.cell
    own = fold(first.text) in VOCABULARY or fold(rest.text).strip(":") in VOCABULARY
    return close and not own and whole.endswith(":") and whole.strip(":") in VOCABULARY


def _label_begins(first: str, rest: str) -> bool:
    """Whether a character and the run behind it are one label: 姓 名, never 男 and 出生日期.

    Nor 女 and what is no listed label: 职别:.
    """
    if fold(rest).strip(":") in VOCABULARY and fold(first + rest).strip(":") not in VOCABULARY:
        return False
    hits = find_labels(first + rest)
    known = bool(hits) and (hits[0].concept != STOP or hits[0].word in VOCABULARY)
    return (known and hits[0].start == 0) or _is_glued(first, rest)


def _is_glued(first: str, rest: str) -> bool:
    """Whether a value stands right behind the second character of a label set wide: 姓, 名李建国."""
    return len(rest) > 1 and fold(first + rest[0]) in _SET_WIDE
