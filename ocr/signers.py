"""The titles of those who sign a paper, where no label 职称 gives them: beside or before their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.labels import TITLES
from ocr.layout import Run, same_row
from ocr.parse import SURELY_A_NAME, parse_signers, parse_titles
from ocr.sheet_fields import Sheet
from ocr.slots import Slot
from ocr.types import Field
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.titles import rank

BARE_TITLE = "医师"
"""Also the word for any physician (医师签名): a title only behind the label 职称."""
_TITLE_AND_NAME = re.compile(
    r"(?P<before>[\u4e00-\u9fff·]{2,4})?[\s/]*(?P<title>(?:副?主任|主治|住院)(?:中)?医师)"
    r"[\s:：]*(?P<after>[\u4e00-\u9fff·]{2,4})?"
)


_SIGNERS = frozenset({"physician", "reporter"})


def title_beside_physician(sheet: Sheet) -> None:
    """Each signer's title: behind the name, or alone on the row of the signature or right under it."""
    used: list[Run] = []
    for slot in sheet.slots:
        if slot.concept not in _SIGNERS or _title_behind_name(sheet, slot):
            continue
        for run in sheet.runs:
            beside = same_row(slot.label, run) or 0 <= run.box[1] - slot.label.box[3] < 2 * slot.label.height
            free = run not in used and run.box[2] > slot.label.box[0] and _is_bare_title(run.text)
            titles = [t for t in parse_titles(run.text) if t.value != BARE_TITLE] if beside and free else []
            if titles:
                sheet.add("physician_title", titles[0].value, run, titles[0].start, titles[0].end)
                used.append(run)
                break


def title_in_label(sheet: Sheet) -> None:
    """The title that is itself the label before a printed name: 主治医师：张三, or one of several.

    主治医师/住院医师：张三/李四: as many names as titles must stand there.
    """
    named = {f.value for f in sheet.found.get("physician_name", [])}
    for slot in sheet.slots:
        titles = slot.word.split("/")
        if not slot.strips or not TITLES.issuperset(titles):
            continue
        names = parse_signers(slot.strips[0].text)[: len(titles)]
        if len(names) == len(titles) and named.issuperset(n.value for n in names):
            for title in titles:
                sheet.add("physician_title", title, slot.label)


def without_cut_names(names: Sequence[Field]) -> list[Field]:
    """Names less those that are the beginning of another on the page, its end lost in reading."""
    return [
        n
        for n in names
        if not any(n.value != o.value and str(o.value).startswith(str(n.value)) for o in names)
    ]


def _title_behind_name(sheet: Sheet, slot: Slot) -> bool:
    for strip in slot.strips[:1]:
        for title in (t for t in parse_titles(strip.text) if t.value != BARE_TITLE):
            chars = strip.chars[title.start : title.end]
            run = Run("".join(c.text for c in chars), chars, None, vertical=False)
            sheet.add("physician_title", title.value, run)
            return True
    return False


def _is_bare_title(text: str) -> bool:
    """A title by itself or behind its label; a post (科主任) beside it makes it somebody else's."""
    return (
        re.fullmatch(r"[(（]?(?:职称)?[:：\s]*(?:副?主任|主治|住院)?中?医[师士][)）]?", text.strip())
        is not None
    )


def title_before_name(sheet: Sheet) -> None:
    """主治医师吕若男 or 吕若男 副主任医师, alone on its run: the signer with the highest title."""
    signers: list[tuple[int, str, str, Run]] = []
    for run in sheet.runs:
        match = _TITLE_AND_NAME.fullmatch(run.text.strip())
        if match and match["before"] and match["after"]:
            continue  # either of two titles: 主任医师/副主任医师：张三
        name = normalise_name(match["after"] or match["before"] or "") if match else None
        if match and name and looks_like_name(name) >= SURELY_A_NAME:
            signers.append((rank(match["title"]) or 0, match["title"], name, run))
    if signers:
        _, title, name, run = max(signers, key=lambda s: s[0])
        sheet.add("physician_title", title, run)
        if sheet.lacks("physician_name"):
            sheet.add("physician_name", name, run)
