"""Diagnoses set under heads: 出院诊断 with 中医诊断 (病名, 主病) and 西医诊断 as its parts.

A bare head says whose the parts under it are: the diagnosis at admission or at discharge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ocr.diagnoses import parse_diagnoses
from ocr.layout import same_row
from ocr.slots import Slot
from ocr.types import Box
from ocr.types import DocumentKind as K

_DIAGNOSES = frozenset({"admission_diagnosis", "discharge_diagnosis", "diagnosis"})
_PARTS = frozenset(
    {"西医诊断", "中医诊断", "西医", "中医", "病名", "主病", "中医病名", "西医病名", "疾病名称"}
)
_ILLNESS = frozenset({"病名", "疾病名称"})
"""Labels that ask for a disease to be claimed on forms, and for a diagnosis on papers of wards."""
_WARDS = frozenset(
    {
        *(K.DISCHARGE_SUMMARY, K.INPATIENT_FRONT_PAGE, K.OUTPATIENT_RECORD, K.DIAGNOSIS_CERTIFICATE),
        *(K.PRESCRIPTION, K.REFERRAL_LETTER),
    }
)
_CONCLUSIONS = frozenset({"诊断", "诊断结果", "诊断结论", "印象/诊断", "诊断描述", "诊断名称"})
"""Labels of a report of images behind which its conclusions stand, sentences that no comma parts."""
_OPINIONS = frozenset({"诊断意见", "诊断结果", "诊断印象"})
"""Labels of a report's conclusions that ask for names of diseases on the papers of wards and clinics."""
FARTHEST = 12.0
"""Text heights under its head that a part may stand."""


def under_heads(kind: K, slots: Iterable[Slot]) -> Iterable[Slot]:
    """The slots, each part of a diagnosis as what its head asks for.

    Labels of schools alone (西医:) ask for nothing where no head stands above them.
    """
    slots = list(slots)
    heads: list[Slot] = []
    asked_for: set[tuple[Slot, str]] = set()
    for slot in slots:
        part = slot.word in _PARTS and slot.concept in ("diagnosis", "school", "disease")
        head = (_head_beside(slot, slots) or _head_of(slot, heads)) if part else None
        if head and (head, slot.word[:2]) in asked_for and not same_row(head.label, slot.label):
            head = None  # both schools stood under that head already: the list farther down is another
        elif head:
            asked_for.add((head, slot.word[:2]))
        concept = head.concept if head else slot.concept
        if concept == "school":
            continue
        if head is None and slot.word in _ILLNESS and kind in _WARDS:
            concept = "diagnosis"
        if kind is K.EXAM_REPORT and (slot.word in _CONCLUSIONS or concept == "opinion"):
            concept = "finding"
        if kind in _WARDS and slot.word in _OPINIONS:
            concept = "diagnosis"
        asked = replace(slot, concept=concept)
        if concept in _DIAGNOSES:
            heads = _heads(asked, heads, part=head is not None)
        yield asked


def _heads(slot: Slot, heads: Sequence[Slot], *, part: bool) -> list[Slot]:
    bare = not any(parse_diagnoses(s.text) for s in slot.strips[:1])
    if part:
        return [*heads, slot] if bare else list(heads)
    beside = [h for h in heads if same_row(h.label, slot.label)]
    return [*beside, slot] if bare else beside


def _head_beside(slot: Slot, slots: Sequence[Slot]) -> Slot | None:
    """The head in the cell left of a part that reaches over its row and others, in tables.

    Also the one in the cell right before that in which both parts stand, line above line, and the head
    centred beside them, so that it is read behind the first: 出院诊断 | 中医诊断：… / 西医诊断：….
    """
    box = slot.label.cell_box
    for head in slots if box is not None else ():
        own = head.label.cell_box
        if box is None or own is None or head.concept not in _DIAGNOSES or head is slot:
            continue
        one_row = own[3] - own[1] <= box[3] - box[1]
        if one_row and (abs(own[2] - box[0]) > slot.label.height or not _spans(own, box, slot.label.height)):
            continue
        if own[2] <= box[0] + slot.label.height and own[1] <= (box[1] + box[3]) / 2 <= own[3]:
            return head
    return None


def _spans(one: Box, other: Box, height: float) -> bool:
    """Whether two cells begin and end at the same lines."""
    return abs(one[1] - other[1]) <= height and abs(one[3] - other[3]) <= height


def _head_of(slot: Slot, heads: Sequence[Slot]) -> Slot | None:
    """The head under which a part stands: right above it, or beside the one that is.

    Of two heads side by side, each centred over a column, the nearer: 入院诊断 and 出院诊断.
    """
    label = slot.label
    near = [h for h in heads if label.box[1] - h.label.box[3] <= FARTHEST * label.height]
    left = [h for h in near if h.label.box[0] <= label.box[0] + label.height]
    columns = [h for h in near if any(h is not o and same_row(h.label, o.label) for o in near)]
    if len(columns) > 1 and label.box[1] > max(h.label.box[3] for h in columns):
        return min(columns, key=lambda h: abs(h.label.box[0] - label.box[0]))
    return max(left or near, key=lambda h: h.label.box[0], default=None)
