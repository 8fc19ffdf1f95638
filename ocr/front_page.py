"""The diagnosis table of the 住院病案首页: names under the head 出院诊断, codes and conditions beside them.

Layout of 卫医政发〔2011〕84号: one or two blocks of 出院诊断 / 疾病编码 / 入院病情; the first row is the
main diagnosis, further rows the others, with or without 主要诊断: and 其他诊断: before the name. Hospitals of
Chinese medicine (国中医药医政发〔2011〕54号) have 出院中医诊断 (主病, 主证) beside 出院西医诊断.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.diagnoses import parse_diagnoses
from ocr.geometry import overlap
from ocr.layout import Run, same_row
from ocr.parsed import Parsed
from ocr.values.text import fold

_HEAD = re.compile(r"^出院(?:中医|西医|中[、,，/和及]?西医)?诊断(?:名称)?$")
_BESIDE = re.compile(
    r"^(疾病编码|ICD编码|编码|入院病情|出院情况|疗效|诊断编码|ICD-?(?:10|码|代码)?.*|疾病代码|诊断代码|编码名称)$"
)
_NAMES = re.compile(r"^(?:出院|疾病|主要|临床)?诊断(?:名称)?$|^疾病名称$|^诊断疾病$")
_ICD = re.compile(r"[A-Z1l|0][0-9OIl][0-9OIlZS](?:[.,·][0-9OxXIl]{1,8}[+*]?)?")
FARTHEST = 4.0
"""Text heights between one row of a table of diagnoses and the next, at most."""
_PREFIX = re.compile(
    r"^\s*(?:(?:主要?|其他?它?|次要?)\s*诊\s*断|主\s*[病证症](?=[\s:：]|[\u4e00-\u9fff]{2}))\s*[:：]?\s*"
)
_ROW = re.compile(r"主[病证症]|[兼次][病证症]|主要诊断|其他诊断|次要诊断")
"""What rows under a title of diagnoses are labelled with."""
CLOSE, FULL = 0.8, 2.5
"""Text heights between two lines of one name at most, and from the first one's end to the codes."""
LOW = 3.0
"""A cell of no more text heights holds one name."""
_END = re.compile(
    r"^(医院感染|院内感染|诊断符合|过敏药物|抢救|手术操作|手术编码|离院方式|住院费用|病案质量|"
    r"手术及操作|损伤|病理诊断|药物过敏|血型|死亡患者|科主任|门.?急.?诊诊断|入院病情[:：]?1|入院途径|外部原因)"
)


def read_diagnosis_table(runs: Sequence[Run]) -> list[tuple[Run, Parsed]]:
    """Each diagnosis under the table's heads with its run, block by block, top to bottom."""
    heads = [r for r in runs if _HEAD.match(fold(r.text))]
    found: list[tuple[Run, Parsed]] = []
    for head in heads:
        if not any(r is not head and same_row(head, r) and _BESIDE.match(fold(r.text)) for r in runs):
            if not any(same_row(head, r) and r is not head for r in runs):
                found += _labelled_rows(head, heads, runs)  # a title over rows that each have their label
            continue  # a label beside its value, no head of a column
        left, right = _column(head, runs)
        bottom = min(
            (r.box[1] for r in runs if r.box[1] > head.box[3] and _END.match(fold(r.text))),
            default=float("inf"),
        )
        rows = [
            r
            for r in runs
            if head.box[3] - 0.3 * head.height < r.box[1] < bottom - 0.3 * head.height
            and left <= (r.box[0] + min(r.box[2], r.box[0] + 6 * r.height)) / 2 < right
        ]
        codes = [r for r in runs if _ICD.fullmatch(fold(r.text))]
        names = (r for r in rows if r not in codes)  # codes may begin left of their head
        whole = _whole(sorted(names, key=lambda r: (r.box[1], r.box[0])))
        for run in _unwrapped(whole, codes):
            found += _diagnoses(run)
    return found


def _labelled_rows(head: Run, heads: Sequence[Run], runs: Sequence[Run]) -> list[tuple[Run, Parsed]]:
    """Diagnoses beside their labels under a title: 出院中医诊断 over 主病 | 中风病 and 主证 | 风痰阻络证."""
    ends = [r.box[1] for r in runs if r in heads or _END.match(fold(r.text))]
    bottom = min((y for y in ends if y > head.box[3]), default=float("inf"))
    found: list[tuple[Run, Parsed]] = []
    for label in sorted(runs, key=lambda r: r.box[1]):
        if not head.box[3] - 0.3 * head.height < label.box[1] < bottom or not _ROW.fullmatch(
            fold(label.text)
        ):
            continue
        row = (r for r in runs if same_row(r, label) and r.box[0] >= label.box[2])
        value = min(row, key=lambda r: r.box[0], default=None)
        if value is not None and not _ICD.fullmatch(fold(value.text)):
            found += [(value, p) for p in parse_diagnoses(value.text)]
    return found


def _unwrapped(rows: Sequence[Run], codes: Sequence[Run]) -> list[Run]:
    """Names joined that wrapped where no rules part the rows: the second line has no code of its own.

    冠状动脉粥样硬化性心 | I25.103 over 脏病: the code stands beside the middle of both.
    """
    nearest = ((code, min(rows, key=lambda r: _off(r, code))) for code in codes if rows)
    coded = {id(run) for code, run in nearest if _off(run, code) < run.height}
    joined: list[Run] = []
    for run in rows:
        last = joined[-1] if joined else None
        reach = min((c.box[0] for c in codes if last and c.box[0] > last.box[2] - last.height), default=None)
        if (
            last is None
            or reach is None
            or id(run) in coded
            or run.box[1] - last.box[3] > CLOSE * last.height
            or last.box[2] < reach - FULL * last.height
            or abs(run.box[0] - last.box[0]) > last.height
        ):
            joined.append(run)
            continue
        joined[-1] = Run(
            last.text + run.text, last.chars + run.chars, run.cell, vertical=False, cell_box=run.cell_box
        )
    return joined


def _off(run: Run, code: Run) -> float:
    """How far above or below a name its code stands; a name right of it has another."""
    off = abs(run.box[1] + run.box[3] - code.box[1] - code.box[3]) / 2
    return off if run.box[2] <= code.box[0] + code.height else float("inf")


def read_coded_table(runs: Sequence[Run]) -> list[tuple[Run, Parsed]]:
    """Diagnoses in a table on another paper: each name left of its code, under heads 诊断 and ICD编码.

    A row that shows no code is not taken, so what stands under the table is none.
    """
    found: list[tuple[Run, Parsed]] = []
    for head in (r for r in runs if _NAMES.match(fold(r.text))):
        coded = [
            r for r in runs if same_row(head, r) and _BESIDE.match(fold(r.text)) and r.box[0] > head.box[2]
        ]
        if not coded:
            continue
        codes = min(coded, key=lambda r: r.box[0])
        left = max((r.box[2] for r in runs if same_row(head, r) and r.box[2] <= head.box[0]), default=0.0)
        bottom = head.box[3]
        for code in sorted(runs, key=lambda r: r.box[1]):
            under = overlap(code.box[0], code.box[2], codes.box[0], codes.box[2]) > 0
            if not under or code.box[1] < bottom - head.height or not _ICD.fullmatch(fold(code.text)):
                continue
            if code.box[1] - bottom > FARTHEST * head.height:
                break
            bottom = code.box[3]
            for run in _names_beside(code, codes, left, runs):
                found += [(run, p) for p in parse_diagnoses(run.text)]
    return found


def _names_beside(code: Run, head: Run, left: float, runs: Sequence[Run]) -> list[Run]:
    """What stands left of a code, from ``left`` on: in a cell all its lines, as one run.

    Lines of that cell that stand beside another code under ``head`` are that one's: a rule was not found.
    """
    others = [
        r
        for r in runs
        if r is not code
        and overlap(r.box[0], r.box[2], head.box[0], head.box[2]) > 0
        and _ICD.fullmatch(fold(r.text))
    ]
    row = [
        r
        for r in runs
        if same_row(r, code) and r.box[2] <= code.box[0] + code.height and r.box[0] >= left - r.height
    ]
    row = [r for r in row if re.search(r"[\u4e00-\u9fff]{2}", r.text)]
    cells = {r.cell for r in row if r.cell is not None and r.cell != code.cell}
    if len(cells) == 1:
        (cell,) = cells
        own = (r for r in runs if r.cell == cell and not any(same_row(r, o) for o in others))
        return _whole(sorted(own, key=lambda r: (r.box[1], r.box[0])))
    return row


def _column(head: Run, runs: Sequence[Run]) -> tuple[float, float]:
    """From the head on the left to the next head on the right."""
    row = [r for r in runs if r is not head and same_row(head, r)]
    left = max(
        (r.box[2] for r in row if r.box[2] <= head.box[0] and _BESIDE.match(fold(r.text))), default=0.0
    )
    right = min((r.box[0] for r in row if r.box[0] >= head.box[2]), default=float("inf"))
    return left, right


def _whole(rows: Sequence[Run]) -> list[Run]:
    """Runs with those joined that stand in one low cell: a name that wrapped (…间质性肺 / 病)."""
    joined: list[Run] = []
    for run in rows:
        last = joined[-1] if joined else None
        box = run.cell_box
        low = box is not None and box[3] - box[1] <= LOW * run.height
        if last is None or last.cell != run.cell or same_row(last, run) or not low:
            joined.append(run)
            continue
        joined[-1] = Run(last.text + run.text, last.chars + run.chars, run.cell, vertical=False, cell_box=box)
    return joined


def _diagnoses(run: Run) -> list[tuple[Run, Parsed]]:
    prefix = _PREFIX.match(run.text)
    rest = run.part(prefix.end() if prefix else 0)
    if rest is None:
        return []
    return [(rest, p) for p in parse_diagnoses(rest.text)]
