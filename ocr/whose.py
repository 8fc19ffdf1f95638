"""Whose particulars a label asks for: the patient's, an agent's, or a relative's.

Letters of authority and forms name two people under the same labels (姓名, 身份证号码). Who is meant is
told, in this order, by the label itself (代办人电话), by the head of its column or group of cells
(受托人信息), and by the last such word before it in reading order.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ocr.geometry import overlap
from ocr.homes import is_of_another
from ocr.layout import Run, same_row
from ocr.side_by_side import AGENTS as _AGENT
from ocr.side_by_side import PATIENT_WORDS, Role, blocks_on
from ocr.slots import Slot
from ocr.stacked_heads import joined_upright, spans_of
from ocr.strips import Strip, join_rows
from ocr.types import Box
from ocr.types import DocumentKind as K
from ocr.values.text import fold

_WITH_AGENTS = frozenset(
    {K.AUTHORIZATION_LETTER, K.COMMITMENT_LETTER, K.APPLICATION_FORM, K.REMOTE_FILING_FORM}
)
_HEAD = re.compile(
    rf"(?P<mark>[(（]?[一二三四五六七八九十\d]{{1,2}}[)）、.．:：]\s*)?(?:(?P<patient>{PATIENT_WORDS})|(?P<agent>{_AGENT}))"
    r"(?:[(（][^()（）]{1,10}[)）])?(?P<about>的?(?:基本|个人|身份|有关)?(?:情况|信息|资料))?[:：]?"
)
"""委托人信息, 二、受托人基本情况, 委托人（参保人)."""
_OWN = re.compile(rf"(?:(?P<writer>承诺人|本人)|(?P<patient>{PATIENT_WORDS})|(?P<agent>{_AGENT}))")
_SIGNING = re.compile(rf"(?:(?P<patient>{PATIENT_WORDS})|(?P<agent>{_AGENT}))[(（]?(?:签|按|盖)")
"""Where one of the two signs: 委托人（签字）：…  电话：…."""
_AGENT_SIGNING = re.compile(
    rf"(?:患者|病人|参保人)?(?:(?:{_AGENT}|(?:直系|近)?亲属|家属|监护人|法定(?:代理人|监护人)|委托人代理人)[/或、及]?){{1,3}}"
    r"[(（]?(?:签|按|盖)"
)
"""Where somebody signs in the patient's place, whose number follows: 家属/代理人签名：…  身份证号：…."""
_SIGNED_REACH = 6.0
"""So many text heights below such a place the particulars may stand."""
_PERSONAL = frozenset({"name", "id", "phone", "address", "sex", "age"})
"""Concepts of a relative's that are left out where they stand behind the relative's label."""
_AGENTS = {"name": "agent", "id": "agent_id", "phone": "agent_phone", "principal": "principal"}
_UNASKED = frozenset(
    {
        "sex",
        "age",
        "birth",
        "ethnicity",
        "address",
        "registered_address",
        "other_address",
        "insurance",
        "card_number",
        "insured_place",
    }
)
"""Particulars of an agent that no field takes."""
_APPLICANT = re.compile(r"申(?:[请报办]人|请者)(?:姓名)?")
_PATIENTS_NAME = re.compile(r"患者|病人|参保|就[诊医](?:人|者)|被鉴定人")
_TALL_GROUP = 3.3
"""A head's cell this many text heights high or more stands before several rows."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A word that says whose particulars follow; ``about`` where it says so in words (…信息, 一、…).

    ``until``: down to where it does, px; what is below is the writer's again.
    """

    run: Run
    role: Role
    about: bool
    until: float = math.inf


def told_apart(
    kind: K, slots: Sequence[Slot], runs: Sequence[Run], *, agent: bool, told: Sequence[Run] = ()
) -> Iterable[Slot]:
    """Slots with other people's names and numbers told apart from the patient's.

    ``agent``: the paper is written by the agent, so that what nothing else tells is the agent's; ``told``:
    where its sentences name the agent.
    """
    slots = _applicants_apart(slots)
    relatives = [s for s in slots if s.concept == "relative"]
    slots = [
        s for s in slots if s.concept not in _PERSONAL or not any(_is_theirs(s, other) for other in relatives)
    ]
    slots = [s for s in slots if s.concept != "address" or not _is_anothers_home(s.label, runs)]
    if kind not in _WITH_AGENTS:
        return slots
    signing = [(run, _SIGNING.match(fold(run.text))) for run in (runs if told else ())]
    named = [
        *(_Head(run, "agent", about=True) for run in told),
        *(
            _Head(run, "patient" if found["patient"] else "agent", about=True)
            for run, found in signing
            if found
        ),
        *(
            _Head(run, "agent", about=True, until=run.box[3] + _SIGNED_REACH * run.height)
            for run in runs
            if _AGENT_SIGNING.match(fold(run.text))
        ),
    ]
    return _by_role(kind, slots, runs, "agent" if agent else "patient", named)


def _applicants_apart(slots: Sequence[Slot]) -> list[Slot]:
    """The slots, who applies (申报人) a relative where 患者姓名 gives the name of another person."""
    patients = {
        fold(t.text) for s in slots if s.concept == "name" and _PATIENTS_NAME.search(s.word) for t in s.strips
    }
    return [
        replace(s, concept="relative")
        if s.concept == "name"
        and _APPLICANT.fullmatch(s.word)
        and patients.isdisjoint(fold(t.text) for t in s.strips)
        and patients
        else s
        for s in slots
    ]


def _by_role(
    kind: K, slots: Sequence[Slot], runs: Sequence[Run], writer: Role, named: Sequence[_Head]
) -> Iterator[Slot]:
    current = writer
    agents: Run | None = None
    until = math.inf
    heads = [h for run in (*runs, *joined_upright(runs)) if (h := _head_of(run)) is not None]
    names = [s.label for s in slots if s.concept == "name" and s.word.endswith("姓名")]
    stacked = dict(spans_of([h.run for h in heads], names))
    columns = _columns(heads, runs)
    blocks = blocks_on(runs)
    groups = [h for h in heads if h.run.vertical or _is_group(h.run)]
    sections = [h for h in heads if h.about and h not in groups and not any(h in pair for pair in columns)]
    for item in _in_reading_order([*slots, *sections, *named]):
        if isinstance(item, _Head):
            current, until = item.role, item.until
            continue
        if item.label.box[1] > until:
            current, until = writer, math.inf
        if item.concept in ("agent", "principal"):
            if any(item.label.box == h.run.box for pair in columns for h in pair):
                continue  # a head of a column, and no label
            current = "agent" if item.concept == "agent" else "patient"
            until = math.inf
            agents = item.label if item.concept == "agent" else None
        beside = agents is not None and item.concept in _UNASKED and same_row(agents, item.label)
        if kind is not K.AUTHORIZATION_LETTER and beside and not _OWN.match(fold(item.label.text)):
            continue  # 代办人：李四  住址：…
        if split := list(_split(item, columns, runs)):
            for role, slot in split:
                yield from _asked(kind, slot, role)
            continue
        own = _OWN.match(fold(item.label.text))
        if own:
            until = math.inf
            current = writer if own["writer"] else "patient" if own["patient"] else "agent"
        grouped = next((g.role for g in groups if _in_group(item.label, g.run, stacked.get(g.run))), None)
        column = next((h.role for pair in columns for h in pair if _under(item.label, h, pair)), None)
        block = next((of for b in blocks if (of := b.role_of(item.label)) is not None), None)
        behind = agents is not None and same_row(agents, item.label) and agents.box[0] < item.label.box[0]
        told_by = "agent" if behind else grouped or block or column or current
        yield from _asked(kind, item, current if own else told_by)


def _asked(kind: K, slot: Slot, role: Role) -> Iterator[Slot]:
    """The slot as what it asks for of that person; nothing where no field takes it."""
    if role == "patient":
        yield slot
    elif slot.concept in _AGENTS:
        yield Slot(_AGENTS[slot.concept], slot.word, slot.label, slot.strips)
    elif not (kind is K.AUTHORIZATION_LETTER and slot.concept in _UNASKED):
        yield slot


def _head_of(run: Run) -> _Head | None:
    found = _HEAD.fullmatch(fold(run.text))
    if found is None:
        return None
    return _Head(run, "patient" if found["patient"] else "agent", bool(found["about"] or found["mark"]))


def _in_reading_order(items: Sequence[Slot | _Head]) -> list[Slot | _Head]:
    """Row by row, left to right: a label may stand a little higher than the one before it on its row."""

    def run_of(item: Slot | _Head) -> Run:
        return item.run if isinstance(item, _Head) else item.label

    rows: list[list[Slot | _Head]] = []
    for item in sorted(items, key=lambda i: run_of(i).box[1]):
        if rows and same_row(run_of(rows[-1][0]), run_of(item)):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [item for row in rows for item in sorted(row, key=lambda i: run_of(i).box[0])]


def _columns(heads: Sequence[_Head], runs: Sequence[Run]) -> list[tuple[_Head, _Head]]:
    """Pairs of heads of two columns: side by side, both roles, no value between or behind them."""
    pairs = []
    for left in heads:
        row = sorted((r for r in runs if same_row(left.run, r)), key=lambda r: r.box[0])
        right = next((h for h in heads if row and h.run is row[-1]), None)
        if right is not None and right.role != left.role and left.run in row[-2:-1]:
            pairs.append((left, right))
    return pairs


def _bounds(head: _Head, pair: tuple[_Head, _Head]) -> tuple[float, float]:
    """From where to where a column reaches, px."""
    if head.run.cell_box is not None:
        return head.run.cell_box[0], head.run.cell_box[2]
    middle = (pair[0].run.box[2] + pair[1].run.box[0]) / 2
    reach = middle - pair[0].run.box[0]
    return (pair[0].run.box[0] - reach / 2, middle) if head is pair[0] else (middle, middle + 2 * reach)


def _under(label: Run, head: _Head, pair: tuple[_Head, _Head]) -> bool:
    left, right = _bounds(head, pair)
    return label.box[1] > head.run.box[3] and left <= (label.box[0] + label.box[2]) / 2 < right


def _split(
    slot: Slot, columns: Sequence[tuple[_Head, _Head]], runs: Sequence[Run]
) -> Iterator[tuple[Role, Slot]]:
    """One label left of two columns, as a slot for each person."""
    for pair in columns:
        first = _bounds(pair[0], pair)[0]
        if slot.label.box[1] < pair[0].run.box[3] or slot.label.box[2] > first + slot.label.height:
            continue
        for head in pair:
            left, right = _bounds(head, pair)
            strip = _cell_of(slot.label, left, right, runs)
            if strip is not None:
                yield head.role, Slot(slot.concept, slot.word, slot.label, (strip,))
        return


def _cell_of(label: Run, left: float, right: float, runs: Sequence[Run]) -> Strip | None:
    """What stands on the label's row between two x."""
    box: Box = label.cell_box or label.box
    row = [
        r
        for r in runs
        if r is not label
        and left <= (r.box[0] + r.box[2]) / 2 < right
        and overlap(box[1], box[3], r.box[1], r.box[3]) > 0.5 * (r.box[3] - r.box[1])
    ]
    return join_rows([[r] for r in sorted(row, key=lambda r: r.box[1])]) if row else None


def _is_group(run: Run) -> bool:
    box = run.cell_box
    return box is not None and box[3] - box[1] > _TALL_GROUP * run.height


def _in_group(label: Run, head: Run, span: Box | None = None) -> bool:
    """Whether a label stands right of a head, on one of the rows that its ``span``, cell or column holds."""
    box = span or head.cell_box or head.box
    middle = (label.box[1] + label.box[3]) / 2
    return label is not head and label.box[0] >= head.box[2] - head.height and box[1] <= middle <= box[3]


def _is_anothers_home(label: Run, runs: Sequence[Run]) -> bool:
    """Whether a label is a word of a sentence that speaks of somebody else: 邻居王某，现住…."""
    if fold(label.text).endswith(":"):
        return False
    line = next((r for r in runs if r is not label and label.chars[0] in r.chars), None)
    before = line.text[: line.chars.index(label.chars[0])] if line else ""
    return before.endswith(("，", ",", "、")) and is_of_another(before)


def _is_theirs(slot: Slot, relative: Slot) -> bool:
    """Whether what is asked for behind a relative's label is the relative's; behind 户主姓名 no name is."""
    whole = relative.word.endswith("姓名") or _PATIENTS_NAME.search(slot.word) is not None
    named = slot.concept == "name" and whole
    return not named and _is_behind(slot, relative)


def _is_behind(slot: Slot, other: Slot) -> bool:
    return same_row(other.label, slot.label) and slot.label.box[0] > other.label.box[0]
