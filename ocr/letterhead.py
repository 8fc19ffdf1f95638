"""The hospital that a paper names without a label: in its head, and where a seal lies over the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ocr.cut_names import FROM_A_SEAL, filled_from_seals, joined_pieces, wrapped_names
from ocr.geometry import overlap
from ocr.institutions import as_printed, end_with_second_name
from ocr.labels import find_labels
from ocr.layout import Run, same_row
from ocr.sheet_fields import Sheet
from ocr.values.hospital_names import HospitalName, find_hospital_names
from ocr.values.text import fold

_SENTENCE = re.compile(
    r"[，。；]|住院(?!病|号|志|费|部|诊)|就诊(?!卡|记录|号)|治疗|诊断为|转入|转至|复查|出院(?!记录|小结|志|诊断|证明|总结)"
)

_WINDOW = re.compile(r"[-—–]?\s?\[$|\s[-—–]$")
"""What stands between a program's name and the hospital's in the title of its window: 报告查询 - [XX医院]."""
_CLOSED = re.compile(r"(?:[(（][^()（）]{2,20}[)）])?\s?\]?")
_ADDRESSEE = re.compile(r"\s*(?:[(（](?:机构|医院|单位)名称[)）])?\s*[:：]\s*$")
_BLANK = re.compile(r"\s*[(（](?:机构|医院|单位)(?:名称)?[)）]|\s")
"""What a form prints behind the blank for a name."""
_LOST_NOUGHT = re.compile(r"[一二三四五六七八九]\s$")
"""A 〇 was read as a space, and what follows is half a name: 六 五职工医院."""
_SENT_TO = re.compile(
    r"(?:转往|转入|转至|转到|转诊到|转诊至|转院到|转院至|前往|送往|送至|推荐到|建议到|拟转)\s*$"
)
_STAMPED = re.compile(
    r"(?:单位|机构)\s?[(（]\s?(?:[公盖签]\s?)?章?\s?[)）]\s*[:：]?\s*$|(?:单位|机构)[公盖签]?章\s*[:：]\s*$"
)
"""Where an institution stamps; the stamp may cover the words."""
_REGION = re.compile(r"[\u4e00-\u9fff]{2,8}[省市县区州旗盟]")
_WITHOUT_REGION = re.compile(r"第[一二三四五六七八九十]+|人民|中心|中医|中西医|妇幼|红十字")
BESIDE = 1.0
"""Text heights between a region and the names it belongs to."""
TOP = 0.12
"""Part of the page's height that a form's letterhead takes."""
MARGIN = 0.4
"""Text heights that two lines set to one margin may differ by."""
_BRACKETS = re.compile(r"\s|^[（(]|[)）]$")
FAR = 20.0
"""Label heights right of a label within which the hospital on its row is the one it asks for."""


_LETTERS_TITLE = re.compile(r".{0,12}(?:证明[书信]?|函|介绍信|说明|通知)")
_OF_AN_OFFICE = re.compile(r"邮编|邮政编码|传真|网址|http|www")


def is_of_letterhead(label: Run, runs: Sequence[Run]) -> bool:
    """Whether a label stands in the head of a letter, over its title, or on the row of an office's postcode.

    Its address and telephone are then those of who wrote the letter: 地址：… 电话：… 邮编：….
    """
    titles = [r.box[1] for r in runs if _LETTERS_TITLE.fullmatch(fold(r.text))]
    over = bool(titles) and label.box[3] < min(titles)
    return over or any(_OF_AN_OFFICE.search(r.text) for r in runs if same_row(r, label))


def hospital_at_top(sheet: Sheet) -> None:
    """The hospital whose own sheet a form is: named above all else, alone or before the form's title."""
    for run in sheet.runs:
        if run.box[1] > TOP * sheet.height:
            continue
        for name in find_hospital_names(run.text):
            if _heads_the_page(run.text, name) and not _is_addressed(run.text, name):
                _add(sheet, run, name)
                return


def hospital_in_head(sheet: Sheet) -> None:
    """The hospital named in the upper third, in the largest type; else the last one named on the page."""
    high = [r for r in sheet.runs if r.box[1] < sheet.height / 3]
    runs = [*wrapped_names(high), *sheet.runs, *joined_pieces(high)]
    elsewhere = _other_hospitals(sheet)
    named = [
        (r, h)
        for r in runs
        if not any(r is other for other in elsewhere)
        for h in find_hospital_names(r.text)
        if not h.second
        and not _LOST_NOUGHT.search(r.text[: h.start])
        and not _is_addressed(r.text, h)
        and not _is_addressed_over_runs(r, h, sheet.runs)
    ]
    head = [(r, h) for r, h in named if r.box[1] < sheet.height / 3 and _heads_the_page(r.text, h)]
    head = [(r, h) for r, h in head if not any(o.name != h.name and o.name.endswith(h.name) for _, o in head)]
    whole = [(r, h) for r, h in named if any(r is printed for printed in sheet.runs)]
    if head:
        run, name = max(head, key=lambda rh: (round(rh[0].height / 6), -rh[0].box[1]))
    elif whole and _is_signed(*whole[-1]):
        run, name = whole[-1]
    else:
        return
    _add(sheet, run, name)


def _is_signed(run: Run, name: HospitalName) -> bool:
    """Whether little else stands on the line, but a place to stamp: 收款单位（章）：某某市医院."""
    before = run.text[: name.start]
    stamped = _STAMPED.search(before) is not None
    return len(_BLANK.sub("", run.text)) <= len(name.name) + 6 + (len(before) if stamped else 0)


def second_name_in_head(sheet: Sheet) -> None:
    """The hospital's other name, alone on a line of its own right under the first, set to the same middle
    or, beside an emblem, to the same margin; in brackets or not."""
    first = next(iter(sheet.found.get("hospital_name", [])), None)
    if first is None or first.box[1] > sheet.height / 3:
        return
    height = first.box[3] - first.box[1]
    for run in sheet.runs:
        gap = run.box[1] - first.box[3]
        middle = abs(run.box[0] + run.box[2] - first.box[0] - first.box[2]) / 2
        set_so = middle < height or abs(run.box[0] - first.box[0]) < MARGIN * height
        names = find_hospital_names(run.text) if -0.3 * height < gap < height and set_so else []
        if len(names) == 1 and names[0].name == _BRACKETS.sub("", run.text) != first.value:
            sheet.add("hospital_name", _region_of_both(sheet, run) + names[0].name, run)
            return


def _region_of_both(sheet: Sheet, run: Run) -> str:
    """The region set large left of two names, one over the other, that begin with none; else nothing.

    样章市 before 第二人民医院 over 中西医结合医院.
    """
    if not _WITHOUT_REGION.match(run.text):
        return ""
    beside = (
        r
        for r in sheet.runs
        if -0.5 * run.height < run.box[0] - r.box[2] < BESIDE * r.height
        and overlap(r.box[1], r.box[3], run.box[1], run.box[3]) > 0.5 * run.height
    )
    return next((r.text for r in beside if _REGION.fullmatch(r.text)), "")


def _add(sheet: Sheet, run: Run, name: HospitalName) -> None:
    end = end_with_second_name(run.text, name.end)
    whole = _region_of_both(sheet, run) + name.name + as_printed(run.text[name.end : end])
    sheet.add("hospital_name", whole, run, name.start, end)


def _other_hospitals(sheet: Sheet) -> list[Run]:
    """Runs that name the hospital a patient is sent to, behind or right of its label."""
    asked = [s.label for s in sheet.slots if s.concept == "other_hospital"]
    chosen = [f.box for f in sheet.found.get("chosen_hospital", [])]
    return [
        r
        for r in sheet.runs
        if any(
            overlap(r.box[1], r.box[3], b[1], b[3]) > r.height / 2 and b[0] <= r.box[0] < b[2] for b in chosen
        )
        or any(
            same_row(label, r) and label.box[0] <= r.box[0] < label.box[2] + FAR * label.height
            for label in asked
        )
    ]


def _is_addressed(text: str, name: HospitalName) -> bool:
    """Whether the letter goes to that hospital, or sends the patient there: XX医院：, 转往XX医院."""
    before, after = text[: name.start], text[name.end :]
    return bool(_ADDRESSEE.match(after) or _SENT_TO.search(before))


def _is_addressed_over_runs(run: Run, name: HospitalName, runs: Sequence[Run]) -> bool:
    """The same where a blank was filled in, so that the words before and behind stand by themselves."""
    beside = [r for r in runs if r is not run and same_row(r, run)]
    left = max(
        (r for r in beside if r.box[2] <= run.box[0] + run.height), key=lambda r: r.box[2], default=None
    )
    right = min(
        (r for r in beside if r.box[0] >= run.box[2] - run.height), key=lambda r: r.box[0], default=None
    )
    before, after = run.text[: name.start], run.text[name.end :]
    return bool(
        (left and _SENT_TO.search(f"{left.text}{before}"))
        or (right and _ADDRESSEE.match(f"{after}{right.text}"))
    )


def hospital_under_seal(sheet: Sheet) -> None:
    """A name that a seal cut, in the head or behind its label, filled from the ring of the seal."""
    behind = [r for s in sheet.slots if s.concept == "hospital" for r in sheet.runs if same_row(s.label, r)]
    for run in (*behind, *(r for r in sheet.runs if r.box[1] < sheet.height / 4)):
        part = _behind_label(run)
        name = filled_from_seals(part.text, sheet.seals) if part else None
        if part and name:
            sheet.add("hospital_name", name, part)
            found = sheet.found["hospital_name"]
            sure = found[-1].confidence
            found[-1] = replace(found[-1], confidence=min(FROM_A_SEAL, 1.0 if sure is None else sure))
            return


def _behind_label(run: Run) -> Run | None:
    """What stands behind the last label of a hospital, up to the next label; the run where it has none."""
    hits = find_labels(run.text)
    named = [h for h in hits if h.concept == "hospital" and run.text[h.end :].strip()]
    if not named:
        return run.part(hits[-1].end if hits else 0)
    following = (h.start for h in hits if h.start > named[-1].start and h.concept != "hospital")
    return run.part(named[-1].end, next(following, None))


def _heads_the_page(text: str, name: HospitalName) -> bool:
    """Whether the name opens its run and only a title or a code follows: 曾在…住院 names no issuer."""
    before, after = text[: name.start].strip(" （(【"), text[name.end :].strip(" ）)】")
    if _WINDOW.search(before) and _CLOSED.fullmatch(after):
        return True
    return not before.strip("医疗机构名称：: ") and (len(after) <= 2 or not _SENTENCE.search(after))
