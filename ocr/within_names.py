"""Words of labels that stand inside a department's name, 呼吸科一病区, 职业病科, or end a longer label."""

from __future__ import annotations

import re

_WARD_SIDE = re.compile(r"[一二三四五六七八九十\dA-Za-z东西南北]$")
_WARD_SORT = re.compile(
    r"(?:示范|特需|干部|高干|国际|国际医疗|层流|日间|重症|监护|化疗|普通|隔离|负压|综合|移植|无菌|涉外|外宾|保健"
    r"|关怀|疗护|临床试验|研究)$"
)

_BEGUN = re.compile(r"(?:失效?|有?效|生?产|灭?菌|制?造)\s+")


def begins_a_longer_one(before: str) -> bool:
    """Whether what stands before a label begins a product's, the rest of it misread: 失 日期:, of 失效日期.

    >>> begins_a_longer_one("失 "), begins_a_longer_one("开 "), begins_a_longer_one("")
    (True, False, False)
    """
    return _BEGUN.fullmatch(before) is not None


def is_in_a_name(word: str, before: str, behind: str) -> bool:
    """Whether a label's word without a colon is part of a department's name.

    >>> is_in_a_name("病区", "呼吸科一", ""), is_in_a_name("病房", "老年示范", "")
    (True, True)
    >>> is_in_a_name("病房", "内科", "9")
    False
    >>> is_in_a_name("职业", "病区", "病科"), is_in_a_name("职业", "", "工人")
    (True, False)
    """
    if word == "职业":
        return re.match(r"病(?!假|退)|健康|卫生|医学", behind) is not None
    if word not in {"病区", "病房"}:
        return False
    return _WARD_SIDE.search(before) is not None or (word == "病房" and _WARD_SORT.search(before) is not None)


def is_behind_ward(word: str, before: str) -> bool:
    """Whether a label of the patient's own stands right behind a ward's name and is nothing of the ward's.

    >>> is_behind_ward("性别", "科别:神经内科二病区"), is_behind_ward("电话", "神经内科二病区")
    (True, False)
    """
    return word in {"性别", "年龄"} and before.endswith(("科", "病区"))
