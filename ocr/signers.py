"""The titles of those who sign a paper, where no label 职称 gives them: beside or before their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.labels import TITLES
from ocr.layout import Run, same_row
from ocr.parse import SURELY_A_NAME, parse_signers, parse_titles
from ocr.reliance import LOOSELY, PRINTED
from ocr.sheet_fields import Sheet
from ocr.slots import Slot
from ocr.titled_names import titled_names
from ocr.types import DocumentKind as K
from ocr.types import Field
from ocr.values.names import looks_like_name
from ocr.values.text import fold
from ocr.values.titles import rank

BARE_TITLE = "医师"
"""Also the word for any physician (医师签名): a title only behind the label 职称."""
_PAIR = re.compile(r"([\u4e00-\u9fff·]{2,4})\s?[/／]\s?([\u4e00-\u9fff·]{2,4})")
_SIGNED = re.compile(r"[(（]?签[名字章][)）]?$")
_TITLE = r"(?:副?主任|主治|住院)中?医师"
_DOCTOR = re.compile(
    r"(?:开单|主管|经治|责任|接诊|床位|管床)?医[师生]\s?(?P<name>[\u4e00-\u9fff·]{2,4}?)\s?"
    rf"(?:[(（](?P<title>{_TITLE})[)）])?"
)
_NUMBERED_DOCTOR = re.compile(
    rf"(?P<title>{_TITLE})?\s?(?P<name>[\u4e00-\u9fff·]{{2,4}}?)\s?[(（]工号[:：]?\s?\d{{2,8}}[)）]?"
)
"""Only those who work there have a number: 李建国（工号4871)."""
_CLERK = re.compile(r"收款|收费|开票|复核|经办|护[士师]|药师|录入|登记")
"""Before the name of somebody with a number who is no doctor: 收款人：, 责任护士."""
_WITH_DOCTOR = frozenset({K.DISCHARGE_SUMMARY, K.MEDICAL_INVOICE, K.DIAGNOSIS_CERTIFICATE})
"""Papers on which a name right behind 医师 is that of who treats the patient."""
_BRACKETED_TITLE = re.compile(r"[(（](?P<title>(?:副?主任|主治|住院)中?医师)[)）]")
_BRACKETED_NAME = re.compile(r"[(（](?P<name>[\u4e00-\u9fff·]{2,4})[)）]")
_NO_DOCTOR = re.compile(
    r"(?:患者|病人|本人|家属|亲属|监护人|陪护|代理人|委托人|代办人|护士|护师|经办人|收款人|联系人).{0,8}(?:签|[:：]|$)"
)
UNDER = 2.0
"""Text heights from such words down to the name, at most."""
LOWER = 0.4
_OF_WARDS = frozenset({K.DISCHARGE_SUMMARY})
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
            if titles and not _names_a_place(sheet, str(titles[0].value)):
                sheet.add("physician_title", titles[0].value, run, titles[0].start, titles[0].end)
                used.append(run)
                break


def title_in_label(sheet: Sheet) -> None:
    """The title that is itself the label before a printed name: 主治医师：张三, or one of several.

    主治医师/住院医师：张三/李四: as many names as titles must stand there. The label may name a place in the
    ward instead, so that it is never told as sure; on front pages (病案首页) it always does, and on discharge
    papers for eight of ten authors (some 65 labels against 15).
    """
    if sheet.kind in _OF_WARDS:
        return
    named = {f.value for f in sheet.found.get("physician_name", [])}
    for slot in sheet.slots:
        titles = _SIGNED.sub("", slot.word).split("/")
        if not slot.strips or not TITLES.issuperset(titles):
            continue
        names = parse_signers(slot.strips[0].text)[: len(titles)]
        if len(names) == len(titles) and named.issuperset(n.value for n in names):
            for title in titles:
                sheet.add("physician_title", title, slot.label, most=LOOSELY)


def without_cut_names(names: Sequence[Field]) -> list[Field]:
    """Names less those that are the beginning of another on the page, its end lost in reading."""
    return [
        n
        for n in names
        if not any(n.value != o.value and str(o.value).startswith(str(n.value)) for o in names)
    ]


def _title_behind_name(sheet: Sheet, slot: Slot) -> bool:
    if _several_titled(sheet, slot):
        return True
    for strip in slot.strips[:1]:
        found = [t for t in parse_titles(strip.text) if t.value != BARE_TITLE]
        bracketed = list(_BRACKETED_TITLE.finditer(strip.text))
        spans = [(t.value, t.start, t.end) for t in found]
        if len(bracketed) > 1:  # 张三（主任医师）李四（副主任医师）
            spans = [(m["title"], *m.span("title")) for m in bracketed]
        for value, start, end in spans:
            chars = strip.chars[start:end]
            run = Run("".join(c.text for c in chars), chars, None, vertical=False)
            sheet.add("physician_title", value, run)
        if spans:
            return True
    return False


def _several_titled(sheet: Sheet, slot: Slot) -> bool:
    """Add the titles of several names, each with its own: 医师签名：张三主任医师 李四住院医师."""
    for strip in slot.strips[:2]:  # the second leaves out the hands on the rest of the row
        told = titled_names(strip.text.strip())
        at = len(strip.text) - len(strip.text.lstrip())
        if len(told) > 1:
            for name in told:
                chars = strip.chars[at + name.start : at + name.end]
                run = Run("".join(c.text for c in chars), chars, None, vertical=False)
                sheet.add("physician_title", name.title, run)
            return True
    return False


def _is_bare_title(text: str) -> bool:
    """A title by itself or behind its label; a post (科主任) beside it makes it somebody else's."""
    return (
        re.fullmatch(r"[(（]?(?:职称)?[:：\s]*(?:副?主任|主治|住院)?中?医[师士][)）]?", text.strip())
        is not None
    )


def title_before_name(sheet: Sheet) -> None:
    """主治医师吕若男 or 吕若男 副主任医师, one or several on their run: each signer's title.

    Where none of them was read as a signer, the highest title stands for all. Different titles, each before a
    name or not, may be the places of a ward's row of signatures instead: never told as sure.
    """
    signers = [(t, run) for run in sheet.runs for t in titled_names(run.text.strip()) if _is_printed(run)]
    if not signers:
        return
    if sheet.lacks("physician_name"):
        for told, run in signers:
            at = run.text.index(run.text.strip())
            if all(f.value != told.name for f in sheet.found.get("physician_name", [])):
                sheet.add("physician_name", told.name, run, at + told.start, at + told.end)
    named = {f.value for f in sheet.found["physician_name"]}
    own = [s for s in signers if s[0].name in named]
    unsigned = {fold(run.text).rstrip(":") for run in sheet.runs} & (TITLES - {BARE_TITLE})
    in_row = len({t.title for t, _ in signers if t.start > 0} | unsigned) > 1
    for told, run in own or [max(signers, key=lambda s: rank(s[0].title) or 0)]:
        if told.start > 0 and (_names_a_place(sheet, told.title) or (in_row and sheet.kind in _OF_WARDS)):
            continue
        sheet.add("physician_title", told.title, run, most=LOOSELY if in_row and told.start > 0 else 1.0)


def _names_a_place(sheet: Sheet, title: str) -> bool:
    """Whether a title is a label on a discharge paper, of a place in the ward: see ``title_in_label``."""
    return sheet.kind in _OF_WARDS and any(
        _SIGNED.sub("", slot.word) == title and slot.strips for slot in sheet.slots
    )


def name_behind_doctor(sheet: Sheet) -> None:
    """医师李建国（主治医师） or 李建国（工号4871), alone on its run, where no label gave the physician."""
    for run in sheet.runs if sheet.kind in _WITH_DOCTOR and sheet.lacks("physician_name") else ():
        told = _DOCTOR.fullmatch(run.text.strip()) or _NUMBERED_DOCTOR.fullmatch(run.text.strip())
        if told is None or not _is_printed(run) or looks_like_name(told["name"]) < SURELY_A_NAME:
            continue
        if any(_CLERK.search(r.text) for r in sheet.runs if same_row(r, run) and r.box[0] < run.box[0]):
            continue
        at = len(run.text) - len(run.text.lstrip())
        sheet.add("physician_name", told["name"], run, *(at + n for n in told.span("name")), most=LOOSELY)
        if told["title"] and sheet.lacks("physician_title"):
            sheet.add("physician_title", told["title"], run, *(at + n for n in told.span("title")))
        return


def names_in_pair(sheet: Sheet) -> None:
    """吕若男/熊邦云 alone on its run in the lower half, without a label: those who signed a ward's paper."""
    for run in sheet.runs:
        pair = _PAIR.fullmatch(run.text.strip()) if run.box[1] > sheet.height / 2 else None
        if pair is None or not _is_printed(run) or min(map(looks_like_name, pair.groups())) < SURELY_A_NAME:
            continue
        for name in pair.groups():
            start = run.text.index(name)
            sheet.add("physician_name", name, run, start, start + len(name), most=LOOSELY)
        return


def name_in_brackets(sheet: Sheet) -> None:
    """（李建国） alone beside a signature, in the lower part: the printed name of whoever signed there.

    Where the patient or the family signs, it is theirs.
    """
    own = {f.value for f in sheet.found.get("patient_name", [])}
    for run in sheet.runs:
        told = _BRACKETED_NAME.fullmatch(run.text.strip()) if run.box[1] > LOWER * sheet.height else None
        if told is None or told["name"] in own or _others_sign(run, sheet.runs):
            continue
        if _is_printed(run) and looks_like_name(told["name"]) >= SURELY_A_NAME:
            at = run.text.index(told["name"])
            sheet.add("physician_name", told["name"], run, at, at + len(told["name"]), most=LOOSELY)


def _others_sign(run: Run, runs: Sequence[Run]) -> bool:
    """Whether no doctor signs in the row of a name in brackets or right over it, but somebody else."""
    top, bottom = run.box[1] - UNDER * run.height, run.box[3]
    near = (r for r in runs if r is not run and r.box[3] > top and r.box[1] < bottom)
    return any(_NO_DOCTOR.search(r.text) for r in near)


def _is_printed(run: Run) -> bool:
    return run.confidence is None or run.confidence >= PRINTED
