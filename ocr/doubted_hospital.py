"""A hospital's name that was read with doubt, told as the one known hospital's that it can only be.

Under a seal, split by a coat of arms or at the edge of the picture a name loses characters, and others are
misread. Hospitals are a public set: where one known name alone is near, it is what stands on the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ocr.cut_names import FROM_A_SEAL
from ocr.geometry import overlap
from ocr.known_hospitals import KnownHospital, hospitals_like, is_known, is_regular, places_like, provinces_in
from ocr.layout import Run, same_row
from ocr.likeness import DIM, LOST, MET, SOME_ROOM, SURE, Likeness, Reading, likeness
from ocr.sheet_fields import Sheet
from ocr.types import Box, Char, DocumentKind, Field, Source
from ocr.values.text import narrow

CONCLUDED = 0.85
"""The most confidence in a name that was not read but follows from what was read."""
PER_CHARACTER = 0.22
"""Cost of a name, for each of its characters, up to which it is told; ``ocr.likeness`` says of what."""
MOST_COST = 4.2
APART = 0.7
"""What the next best name must cost more."""
NEARLY_READ = 0.05
"""Cost for each character from which on the name is told less surely."""
FAR_MORE_MET = 4
"""Characters more that were read of a name than of another as near: the other is its beginning alone."""
LEAST_MET = 4
SHARE_MET = 0.55
BEYOND_PLACE = 2
"""Characters that must be read behind the city's name: every hospital of it begins with that."""
ELSEWHERE = 1.2
"""Cost of a hospital of another province than the one whose bill it is."""
RING = 0.6
"""Sureness of a character of a seal's ring: rings are read worse than they are sure."""
SURE_RING = 0.75
"""Confidence in a known name from which on a ring alone tells it: a tenth of it may be misread."""
HEAD = 0.25
"""Part of the page in which a paper names its hospital."""
ROWS = 8
"""Lines of the head that are looked at, those in the largest type."""
WIDE = 4.0
"""A gap wider than this many characters parts a name from what stands beside it."""
JOINT = 0.6
"""Room between two runs, however close they are: something parted them."""
_LABEL_END = re.compile("[:：]")
_SECOND = re.compile("[(（]")
_TITLE = re.compile("医[疗疫]|收费|票据|[急门].?诊")
_HOSPITAL = re.compile("[院属省市县区州]|大学|人民|中医|眼|肿瘤")
_ISSUED = frozenset(
    {
        DocumentKind.MEDICAL_INVOICE,
        DocumentKind.DISCHARGE_SUMMARY,
        DocumentKind.DIAGNOSIS_CERTIFICATE,
        DocumentKind.OUTPATIENT_RECORD,
        DocumentKind.INPATIENT_FRONT_PAGE,
        DocumentKind.LAB_REPORT,
        DocumentKind.EXAM_REPORT,
        DocumentKind.PATHOLOGY_REPORT,
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """A known hospital that a reading shows, and how sure that is."""

    name: str
    confidence: float


def tell_known_hospital(sheet: Sheet) -> None:
    """Put a known hospital's name in place of a doubtful reading, or where none could be made out."""
    if sheet.source is not Source.OCR:
        return
    found = sheet.found.get("hospital_name", [])
    if found:
        sheet.found["hospital_name"] = [_mended(sheet, f) for f in found]
    elif sheet.kind in _ISSUED:
        _add_unread(sheet)


def known_in_ring(text: str) -> str | None:
    """The known hospital with whose name a seal's ring begins, though a character or so was misread.

    >>> known_in_ring("上海值第一人民医院收费章"), known_in_ring("样章市第一人民医院收费章")
    ('上海市第一人民医院', None)
    """
    for end in (n for n in range(len(text), 0, -1) if text[n - 1] == "院"):
        told = _only(_ring(text[:end]), frozenset())
        if told and told.confidence >= SURE_RING and len(told.name) >= end:
            return told.name
    return None


def _mended(sheet: Sheet, field: Field) -> Field:
    sure = 1.0 if field.confidence is None else field.confidence
    if sure >= SURE or (is_known(str(field.value)) and sure > FROM_A_SEAL):
        return field
    run = max(sheet.runs, key=lambda r: _shared_area(r.box, field.box), default=None)
    told = _told(sheet, run) if run else None
    value = str(field.value)
    second = _SECOND.search(value)
    name = value[: second.start()] if second else value
    if told is None or told.name in (name, narrow(value)):
        return field
    whole = told.name if "(" in told.name else told.name + value[len(name) :]
    return replace(field, value=whole, confidence=told.confidence)


def _shared_area(one: Box, other: Box) -> float:
    wide, high = overlap(one[0], one[2], other[0], other[2]), overlap(one[1], one[3], other[1], other[3])
    return max(wide, 0.0) * max(high, 0.0)


def _add_unread(sheet: Sheet) -> None:
    """The hospital in the head or behind its label, of whose name too little was read to find it."""
    labels = [s.label for s in sheet.slots if s.concept == "hospital"]
    behind = [r for r in sheet.runs if any(same_row(r, label) for label in labels)]
    heads = [r for r in sheet.runs if r.box[1] < HEAD * sheet.height and not r.vertical]
    heads = sorted(heads, key=lambda r: -r.height)[:ROWS]
    for run in (*behind, *heads):
        told = _told(sheet, run) if _HOSPITAL.search(run.text) else None
        if told:
            sheet.add("hospital_name", told.name, run)
            last = sheet.found["hospital_name"][-1]
            sheet.found["hospital_name"][-1] = replace(last, confidence=told.confidence)
            return


def _told(sheet: Sheet, run: Run) -> Told | None:
    provinces = _provinces(sheet)
    lines = list(_readings(run, sheet.runs))
    for reading in lines:
        if told := _only(reading, provinces):
            return told
    rings = [_ring(text) for text in sheet.seals if "院" in text]
    for line in map(_before_title, lines):
        for ring in rings if len(line.letters) >= LEAST_MET and "院" not in line.letters[-3:] else ():
            if told := _only(line + ring, provinces):
                return Told(told.name, min(told.confidence, FROM_A_SEAL))
    return None


def _provinces(sheet: Sheet) -> frozenset[str]:
    """The provinces that a bill's title or the seal of its ministry names."""
    if sheet.kind is not DocumentKind.MEDICAL_INVOICE:
        return frozenset()
    head = "".join(r.text for r in sheet.runs if r.box[1] < HEAD * sheet.height)
    return provinces_in(head + "".join(sheet.seals))


def _readings(run: Run, runs: Sequence[Run]) -> Iterable[Reading]:
    """The run and what stands close behind it, from its beginning and from behind its last label on."""
    beside = (r for r in runs if r.box[0] > run.box[2] - run.height and not r.vertical and same_row(run, r))
    whole = _reading([run, *sorted(beside, key=lambda r: r.box[0])])
    behind = max((m.end() for m in _LABEL_END.finditer(run.text.replace(" ", ""))), default=0)
    for part in (whole.since(behind), whole) if behind else (whole,):
        if sum("\u4e00" <= c <= "\u9fff" for c in part.letters) >= LEAST_MET:
            yield part


def _reading(row: Sequence[Run]) -> Reading:
    """The characters of a row up to its first wide gap."""
    chars: list[Char] = []
    room: list[float] = []
    for run in row:
        piece = [c for c in run.chars if not c.text.isspace()]
        pitch = _pitch(piece, run.height)
        for n, char in enumerate(piece):
            gap = (_middle(char) - _middle(chars[-1])) / pitch - 1 if chars else 0.0
            if gap > WIDE:
                return _of(chars, room)
            room.append(max(gap, JOINT if chars and not n else 0.0))
            chars.append(char)
    return _of(chars, room)


def _of(chars: Sequence[Char], room: Sequence[float]) -> Reading:
    sure = tuple(1.0 if c.confidence is None else c.confidence for c in chars)
    return Reading("".join(narrow(c.text) for c in chars), sure, tuple(room), cut=True)


def _pitch(chars: Sequence[Char], height: float) -> float:
    steps = [_middle(b) - _middle(a) for a, b in pairwise(chars)]
    return max(median(steps) if steps else height, 1.0)


def _middle(char: Char) -> float:
    return (char.box[0] + char.box[2]) / 2


def _before_title(reading: Reading) -> Reading:
    title = _TITLE.search(reading.letters)
    return reading.until(title.start()) if title else reading


def _ring(text: str) -> Reading:
    return Reading(text, (RING,) * len(text), (0.0,) * len(text))


def _only(reading: Reading, provinces: frozenset[str]) -> Told | None:
    """The one known name that the reading shows, none other being near.

    What reads as a regular name, nothing of it lost, stands as read: it may be a hospital nobody listed.
    """
    if _reads_regularly(_before_title(reading)):
        return None
    near: list[tuple[float, KnownHospital, Likeness]] = []
    for known in hospitals_like(reading.letters):
        like = likeness(known.name, reading, MOST_COST + APART)
        elsewhere = bool(provinces) and known.province not in provinces
        near.append((like.cost + ELSEWHERE * elsewhere, known, like))
    cost = min((n[0] for n in near), default=MOST_COST + 1)
    near = [n for n in near if n[0] < cost + APART]
    most = max((n[2].marks.count(MET) for n in near), default=0)
    near = [n for n in near if n[2].marks.count(MET) > most - FAR_MORE_MET]
    if len(near) != 1:
        return None
    cost, known, like = near[0]
    share = cost / len(known.name)
    if share > PER_CHARACTER or cost > MOST_COST or not _is_shown(known, like.marks):
        return None
    return Told(known.name, round(CONCLUDED - 2 * max(0.0, share - NEARLY_READ), 4))


def _reads_regularly(reading: Reading) -> bool:
    end = reading.letters.rfind("院") + 1
    read = min(reading.sure[:end], default=0.0) > DIM and max(reading.room[:end], default=0.0) < SOME_ROOM
    return read and is_regular(reading.letters[:end]) and not is_known(reading.letters[:end])


def _is_shown(known: KnownHospital, marks: str) -> bool:
    """Whether enough of the name was read; where its city was not, no other is as near."""
    met = marks.count(MET)
    if met < max(LEAST_MET, SHARE_MET * len(known.name)):
        return False
    cut = len(marks) - len(marks.lstrip(LOST))
    if any(end == cut for _, end in known.places):
        return False  # it may not be printed at all
    for start, end in known.places:
        doubted = [n for n, mark in enumerate(marks[start:end]) if mark != MET]
        if doubted and len(places_like(known.name[start:end], doubted)) > 1:
            return False
    behind = known.places[-1][1] if known.places else 0
    return marks[behind:].count(MET) >= BEYOND_PLACE
