"""Hospital grades (医疗机构等级) as printed → the contract's words.

Source: 《医院分级管理办法》: three levels, grades 甲乙丙 (三级 also 特等); the rest is 未定级. Only a text
that is a grade counts: a demand (二级及以上), a ward round (三级医师查房), a nursing level (一级护理) or a
disease stage (高血压3级) is none. 三, 二 and 一 are never mended into each other.

>>> normalise("医院等级：三甲"), normalise("Ⅲ级甲等"), normalise("二圾申等"), normalise("三级综合医院")
('三级甲等', '三级甲等', '二级甲等', '三级')
>>> normalise("二级及以上"), normalise("三级医师查房"), normalise("邵阳市第二人民医院")
(None, None, None)
"""

from __future__ import annotations

import re

from ocr.values.text import fold

_LEVELS = {"一": 1, "二": 2, "三": 3}
_NUMBER = {
    **dict.fromkeys(("三", "3", "III", "叁", "彡", "Ⅲ"), "三"),
    **dict.fromkeys(("二", "2", "II", "贰", "Ⅱ"), "二"),
    **dict.fromkeys(("一", "1", "I", "壹", "Ⅰ"), "一"),
}
_GRADE = {
    **dict.fromkeys("甲申由田", "甲"),
    **dict.fromkeys("乙", "乙"),
    **dict.fromkeys("丙", "丙"),
    "特": "特",
}
_GRADE_ORDER = {"丙": 1, "乙": 2, "甲": 3, "特": 4}
_LABEL = r"(?:定点)?(?:医疗机构|医院|机构)?(?:等级|级别|等次|级别等次|评审等级)?:?"
_KIND = (
    r"(?:公立|民营)?(?:综合性?|(?:中医|口腔|眼科?|精神|肿瘤|骨科|妇产|儿童)?专科|中医|中西医结合|民族医?|[蒙藏维苗壮]医|妇幼保健?|妇幼|康复|精神(?:病|卫生|专科)?"
    r"|口腔|肿瘤|传染病|儿童|妇产|妇儿|眼科|骨科|教学|胸科|心血管病?)?(?:医院|医疗机构|院)?"
)
_WRITTEN = re.compile(
    rf"{_LABEL}(?P<number>III|II|I|[三3叁彡二2贰一1壹])(?:[级圾极绂](?P<grade>[甲申由田乙丙特])?|(?P<short>[甲乙丙特]))"
    rf"[等寺筹]?{_KIND}(?:\((?:未定等|不分等|专科|中医|妇幼|综合|合格|[^()]{{0,6}}医院)\))?"
)
_UNGRADED = re.compile(
    rf"{_LABEL}(?:未定级|未评级|无等级|未评|未定等级|未评定|未定级别|无级别)(?:医院|医疗机构)?"
)
_FIRST_LEVEL_KIND = re.compile(r"卫生院|社区卫生服务中心|社区卫生中心")
_UNGRADED_KIND = re.compile(r"社区卫生服务站|社区卫生站|村?卫生室|卫生所|诊所|医务室|医务所|卫生站")


def normalise(text: str) -> str | None:
    """The grade that ``text`` is: 三级特等 … 一级丙等, 三级, 二级, 一级, 未定级; or ``None``."""
    plain = fold(text).strip("。.,;、")
    if _UNGRADED.fullmatch(plain):
        return "未定级"
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        return None
    level = _NUMBER[match["number"]]
    grade = match["grade"] or match["short"]
    return f"{level}级{_GRADE[grade]}等" if grade else f"{level}级"


def at_least(level: str, minimum: str) -> bool | None:
    """Whether a normalised ``level`` reaches a normalised ``minimum``.

    ``None`` only where the minimum asks for a grade that the level does not tell (三级 against
    三级甲等), so never for a minimum of 一级, 二级 or 三级.

    >>> at_least("二级乙等", "二级"), at_least("一级甲等", "二级"), at_least("未定级", "二级")
    (True, False, False)
    >>> at_least("三级", "三级甲等"), at_least("二级", "三级甲等")
    (None, False)
    """
    have, need = _order(level), _order(minimum)
    if have[0] != need[0]:
        return have[0] > need[0]
    if need[1] is None:
        return True
    return None if have[1] is None else have[1] >= need[1]


def level_by_kind_of_name(hospital_name: str) -> str | None:
    """一级 or 未定级 for an institution whose kind is level 1 or below, else ``None``.

    By its kind: 卫生院, 社区卫生服务中心 → 一级; 社区卫生服务站, 村卫生室, 诊所, 卫生所, 医务室 → 未定级.
    A name that also calls itself 医院 (a second plate, a branch) is left open.

    >>> [level_by_kind_of_name(n) for n in ("洪塘镇中心卫生院", "大祥区城南社区卫生服务中心", "西门村卫生室")]
    ['一级', '一级', '未定级']
    >>> level_by_kind_of_name("双清区人民医院(兴隆社区卫生服务中心)") is None
    True
    """
    name = fold(hospital_name)
    if "医院" in name or "中医院" in name or "保健院" in name:
        return None
    if _FIRST_LEVEL_KIND.search(name):
        return "一级"
    return "未定级" if _UNGRADED_KIND.search(name) else None


def _order(level: str) -> tuple[int, int | None]:
    if level == "未定级":
        return (0, None)
    match = re.fullmatch(r"([一二三])级(?:([特甲乙丙])等)?", level)
    if match is None:
        raise ValueError(f"not a normalised hospital level: {level!r}")
    return (_LEVELS[match[1]], _GRADE_ORDER[match[2]] if match[2] else None)
