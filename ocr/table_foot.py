"""The foot of a test report: who took, received, tested and checked the sample, and when.

Its lines stand right under the table, in columns of their own; none of them is a test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_ACT = (
    "(?:标本|样本)?(?:采样|采集|采血|送检|接收|收样|收到|签收|核收)"
    "|上机|检测|检验|测定|报告|审核|复核|核对|审批|批准|打印|录入|发布|申请|开单|医嘱|操作|签发|发放"
)
_WHOM = "时间|日期|者|人员?|医[师生]|技师|师|签名|签字|次数|科室|单位|护士|医院"
_DATE = (
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}"
    r"|(?<!\d)\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}:\d{2}:\d{2}"
)
_DATED = re.compile(_DATE)
_LABEL = re.compile(rf"(?:{_ACT})(?:[:：]?|(?:{_WHOM})[:：]?.{{0,24}}|[:：].{{0,24}})")
_WITH_DATE = re.compile(rf"(?:{_ACT})(?:{_WHOM})?\s?[:：]?\s?(?:{_DATE})")
_WITH_NAME = re.compile(
    rf"(?:{_ACT})(?!项目|结果|方法|指标|内容|名称|值|限|下限)(?:{_WHOM})?\s?[:：]?[\u4e00-\u9fff·]{{0,4}}"
)
LEAST_LABELS = 2
"""So many cells that begin like a foot's label make a line one, dated or not."""


def is_foot(texts: Sequence[str]) -> bool:
    """Whether a line of the page, by its texts from left to right, is one of the foot's.

    >>> is_foot(["采样2025年05月26日07:35", "检验姚凤"]), is_foot(["送检", "2025-05-26", "审核", "程绍"])
    (True, True)
    >>> [is_foot(row) for row in (["检验项目", "结果", "参考值"], ["检测限", "20"], ["报告者：", "张三"])]
    [False, False, True]
    """
    if not texts:
        return False
    if _WITH_DATE.match(texts[0]) or re.fullmatch(rf"(?:{_ACT})(?:{_WHOM})[:：]?", texts[0]):
        return True
    begun = sum(_WITH_NAME.fullmatch(t) is not None for t in texts)
    dated = any(_DATED.search(t) for t in texts)
    return begun >= LEAST_LABELS or (dated and begun > 0)


def is_of_foot(row: Mapping[str, str | None]) -> bool:
    """Whether a row's name or result is a date or a label of the foot: such a row is no test.

    >>> is_of_foot({"name": "送检2025年05月26日", "result": "审核程绍"})
    True
    >>> is_of_foot({"name": "钾", "result": "4.1"})
    False
    """
    name, result = row.get("name") or "", row.get("result") or ""
    if _DATED.search(name) or _DATED.search(result):
        return True
    return _LABEL.fullmatch(name) is not None and re.search(r"\d", result) is None
