"""The hospital that a paper names without a label: in its head, and where a seal lies over the name."""

from __future__ import annotations

import re
from dataclasses import replace

from ocr.cut_names import FROM_A_SEAL, filled_from_seals, joined_pieces
from ocr.labels import find_labels
from ocr.layout import same_row
from ocr.sheet_fields import Sheet
from ocr.values.hospital_names import HospitalName, find_hospital_names

_SENTENCE = re.compile(
    r"[，。；]|住院(?!病|号|志|费|部|诊)|就诊(?!卡|记录|号)|治疗|诊断为|转入|转至|复查|出院(?!记录|小结|志|诊断|证明|总结)"
)


def hospital_in_head(sheet: Sheet) -> None:
    """The hospital named in the upper third, in the largest type; else the last one named on the page."""
    high = [r for r in sheet.runs if r.box[1] < sheet.height / 3]
    runs = [*sheet.runs, *joined_pieces(high)]
    named = [(r, h) for r in runs for h in find_hospital_names(r.text) if not h.second]
    head = [(r, h) for r, h in named if r.box[1] < sheet.height / 3 and _heads_the_page(r.text, h)]
    if head:
        run, name = max(head, key=lambda rh: (round(rh[0].height / 6), -rh[0].box[1]))
    elif named and len(named[-1][0].text) <= len(named[-1][1].name) + 6:
        run, name = named[-1]
    else:
        return
    sheet.add("hospital_name", name.name, run, name.start, name.end)


def hospital_under_seal(sheet: Sheet) -> None:
    """A name that a seal cut, in the head or behind its label, filled from the ring of the seal."""
    behind = [r for s in sheet.slots if s.concept == "hospital" for r in sheet.runs if same_row(s.label, r)]
    for run in (*behind, *(r for r in sheet.runs if r.box[1] < sheet.height / 4)):
        hits = find_labels(run.text)
        part = run.part(hits[-1].end if hits else 0)
        name = filled_from_seals(part.text, sheet.seals) if part else None
        if part and name:
            sheet.add("hospital_name", name, part)
            found = sheet.found["hospital_name"]
            sure = found[-1].confidence
            found[-1] = replace(found[-1], confidence=min(FROM_A_SEAL, 1.0 if sure is None else sure))
            return


def _heads_the_page(text: str, name: HospitalName) -> bool:
    """Whether the name opens its run and only a title or a code follows: 曾在…住院 names no issuer."""
    before, after = text[: name.start].strip(" （(【"), text[name.end :].strip(" ）)】")
    return not before.strip("医疗机构名称：: ") and (len(after) <= 2 or not _SENTENCE.search(after))
