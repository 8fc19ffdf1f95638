"""Physicians' professional titles (医师职称) as printed → the contract's words.

Source: GB/T 8561-2001 (physicians 231–235); written variants and look-alike characters as met in
print. A title is taken only where the whole text is one: a label, a person's name or an academic
title may stand beside it. A wrongly accepted title lets an unqualified signature pass, so whatever
is not plainly a title gives ``None``: a post (科主任), the role label 主任（副主任）医师 of the 病案首页,
a demand (副主任医师以上), a list to choose from, technicians, pharmacists and nurses.

>>> normalise("职称：副主任医帅"), normalise("主任医师、教授"), normalise("李建国 主治医生")
('副主任医师', '主任医师', '主治医师')
>>> normalise("主任（副主任）医师"), normalise("科主任"), normalise("主管技师"), normalise("主任")
(None, None, None, None)
>>> rank("副主任中医师")
4
"""

from __future__ import annotations

import re

from ocr.values.names import looks_like_name
from ocr.values.text import fold, narrow
from ocr.values.ticks import ticked_options

_RANKS = {"主任": 5, "副主任": 4, "主治": 3, "住院": 2, "": 2}
_DEPUTY, _CHIEF, _TREAT = "[副剐幅囿]", "[主土生圭][任仼伍佳]", "主[治冶洽]|土[治冶]"
_DOCTOR = "医[师帅狮生]"
_TITLE = re.compile(
    rf"(?P<deputy>{_DEPUTY})?(?:(?P<chief>{_CHIEF})|(?P<treat>{_TREAT})|(?P<house>[住往]院|主院))?"
    rf"(?P<tcm>中)?(?P<doctor>{_DOCTOR})"
)
_PLAIN = {
    "正高": "主任医师",
    "正高级": "主任医师",
    "副高": "副主任医师",
    "副高级": "副主任医师",
    "中级": "主治医师",
    "执业医师": "医师",
    "执业助理医师": "医士",
    "助理医师": "医士",
    "见习医师": "医士",
    "实习医师": "医士",
    "医士": "医士",
    "中医士": "中医士",
    "医师": "医师",
    "中医师": "中医师",
}
_LABEL = re.compile(
    r"^(?:(?:医师|医生|专业|技术|专业技术|诊断医师)?(?:职称|职务|职称职务|资格|技术职务)|职称/职务):?"
)
_ACADEMIC = re.compile(
    r"医学[硕博]士|[硕博]士生导师|[硕博]导|[硕博]士|副?教授|副?研究员|科主任|副?院长|中西医结合"
)
_SIGNED = re.compile(r"[(\[](?:签名|签字|签章|盖章)[)\]]")
_SPLIT = re.compile(r"[·、,，/|;()\[\]\s]+")
_ROLE_LABEL = re.compile(
    rf"{_CHIEF}[(/、]{_DEPUTY}?{_CHIEF}\)?{_DOCTOR}|[(]?{_DEPUTY}[)]{_CHIEF}{_DOCTOR}|正副{_CHIEF}{_DOCTOR}"
    rf"|{_DEPUTY}[(]{_CHIEF}[)]{_DOCTOR}|{_CHIEF}{_DOCTOR}[(/]{_DEPUTY}{_CHIEF}"
)
_DEMAND = re.compile(r"以上|及其?以|不低于|至少|或者?|≥")


def normalise(text: str) -> str | None:
    """The title that ``text`` is, or ``None``."""
    if is_role_label(text) or _DEMAND.search(fold(text)):
        return None
    if ticks := ticked_options(text):
        ticked = [option for option, state in ticks if state]
        return normalise(ticked[0]) if len(ticked) == 1 else None
    return _title(fold(text)) or _title("/".join(narrow(text).split()))


def _title(plain: str) -> str | None:
    plain = _LABEL.sub("", _SIGNED.sub("", plain)).strip(":·、,.;。")
    found = {title for part in _SPLIT.split(plain) if part for title in [_part(part)] if title != "beside"}
    if len(found) == 1:
        return found.pop()
    return None


def is_role_label(text: str) -> bool:
    """Whether ``text`` holds a printed label that names two titles at once, such as 主任(副主任)医师.

    >>> is_role_label("主任（副主任）医师：李建国"), is_role_label("副主任医师")
    (True, False)
    """
    return _ROLE_LABEL.search(fold(text)) is not None


def rank(title: str) -> int | None:
    """1 (医士) to 5 (主任医师) of a normalised title; ``None`` for any other text.

    >>> [rank(t) for t in ("主任医师", "主治中医师", "住院医师", "医师", "中医士", "主任技师")]
    [5, 3, 2, 2, 1, None]
    """
    if title in ("医士", "中医士"):
        return 1
    match = re.fullmatch(r"(副主任|主任|主治|住院|)中?医师", title)
    return _RANKS[match[1]] if match else None


def _part(part: str) -> str | None:
    """The title of one part; ``"beside"`` for what may stand next to a title; ``None`` for the rest."""
    if part in _PLAIN:
        return _PLAIN[part]
    if re.fullmatch(r"[0-9年月日.:-]+", part):
        return "beside"
    part = re.sub(r"^(?:中医|口腔|临床|公共卫生|全科)(?=副?主|住院)", "", part)
    stripped = _ACADEMIC.sub("", part)
    if not stripped:
        return "beside"
    if (title := _exact(stripped)) is not None:
        return title
    if re.fullmatch(r".{1,7}科", stripped) or (looks_like_name(stripped) >= 0.5 and "医" not in stripped):
        return "beside"
    return _beside_name(stripped)


def _exact(text: str) -> str | None:
    if text in _PLAIN:
        return _PLAIN[text]
    match = _TITLE.fullmatch(text)
    if match is None or (match["deputy"] and not match["chief"]):
        return None
    grade = "主任" if match["chief"] else "主治" if match["treat"] else "住院" if match["house"] else ""
    if not grade and text not in _PLAIN:
        return None
    return ("副" if match["deputy"] else "") + grade + ("中" if match["tcm"] else "") + "医师"


def _beside_name(text: str) -> str | None:
    """A title glued to a person's name on one side (李建国副主任医师)."""
    for match in _TITLE.finditer(text):
        title = _exact(match.group())
        rest = text[: match.start()] + text[match.end() :]
        one_side = match.start() == 0 or match.end() == len(text)
        if title and rank(title) != 2 and one_side and looks_like_name(rest) >= 0.8:
            return title
    return None
