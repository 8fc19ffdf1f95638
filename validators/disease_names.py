"""Disease names as written → text that can be compared.

>>> fold_disease("高血压病 Ⅲ 级（极高危）"), fold_disease("二型糖尿病")
('高血压病3级极高危', '2型糖尿病')
>>> hedged("冠心病？"), hedged("疑似肺结核"), hedged("冠心病")
(True, True, False)
"""

from __future__ import annotations

import re
from functools import lru_cache

from ocr.values.text import fold

_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}
_NUMERAL = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5"}
_GRADED = re.compile(r"(IV|V|III|II|I|[一二三四五])(?=[级型期度])")
_M_CODE = re.compile(r"\(?M\d{5}\)?")
_ASIDE = re.compile(r"(?<=[A-Z0-9])\((?=[A-Z0-9])")
"""An aside that would run into the word before it: COPD（GOLD3级）."""
_MARKS = re.compile(r"[()\[\]{}<>《》“”\"'、,，。.;；:：·/\\\-_*+~|]")
_HEDGE = re.compile(
    r"[?？]|待查|待排|疑似|可疑|不除外|不能排除|可能性?大?$|^考虑|[(,，]考虑|排除|除外|否认|家族史|待诊|拟诊|高风险|筛查|^无(?!功能)|未见"
)
_QUALIFIER = re.compile(
    r"(?:极高危|很高危|高危|中危|组|型|期|伴有?|合并|并发症?|有|多个|多发|术后|门诊|治疗|待遇|普通|稳定|缓解|急性加重|急性发作|"
    r"康复|心|脑|肾|眼|足|神经|及|和|等|类|病|症|的|靶器官|损害|原发性?|慢性|[0-9]+[级型期度]?|IV|III|II|I|含|用药|门特|慢病|特病|种|特殊|两|双侧?|左侧?|右侧?|"
    r"偏执|未分化|紧张|青春|失代偿|代偿|持续性?|阵发性?|永久性?|临床|活动|静止|复发|难治性?|心功能[0-9]级|NYHA分级|GOLD|"
    r"支架|植入|置入|PCI|CABG|搭桥|介入|射频消融|乙型|丙型|乙肝|丙肝|肝炎|酒精性?|中重度|重度|轻度|中度|斑块状?|寻常|全身|状态|[AB甲乙]|[后性])*"
)
_CANCER = re.compile(r"癌(?!前|胚|抗|症?待)|(?<=[肺胃肝肠乳腺管颈宫巢胱列肾胰喉咽骨舌])(?:CA|MT)(?![A-Z0-9])")
"""癌 of something, or its shorthand behind an organ: 右肺CA, 直肠MT; never CA199, 低CA血症."""


@lru_cache(maxsize=8192)
def fold_disease(name: str) -> str:
    """``name`` without spaces, marks and codes; grades and types by digit; one form for each spelling."""
    text = _M_CODE.sub("", fold(name).upper())
    text = _GRADED.sub(lambda m: _ROMAN.get(m[1]) or _NUMERAL[m[1]], text)
    text = _MARKS.sub("", _ASIDE.sub(" ", text))
    return text.replace("综合症", "综合征").replace("机能", "功能").replace("Α", "α").replace("Β", "β")


def hedged(name: str) -> bool:
    """Whether the words themselves leave it open, or deny it (待查, 疑似, 否认 …)."""
    return _HEDGE.search(fold(name)) is not None


def qualifies_only(rest: str) -> bool:
    """Whether ``rest`` (a folded name without the known part) only says more of the same disease."""
    return _QUALIFIER.fullmatch(rest) is not None


def occurrences(name: str, text: str) -> list[tuple[int, int]]:
    """Spans where the folded ``name`` stands in the folded ``text`` as a word of its own.

    Latin abbreviations need a border on both sides, two letters the whole text or an aside behind them; 癌
    alone is no 癌前病变.

    >>> occurrences("MS", "MDS"), occurrences("COPD", "COPD急性加重"), occurrences("癌", "左肺癌")
    ([], [(0, 4)], [(2, 3)])
    """
    if name == "癌":
        return [m.span() for m in _CANCER.finditer(text)]
    if name not in text:
        return []
    if name == text:
        return [(0, len(text))]
    if len(name) == 2 and name.isascii() and text.startswith(f"{name} "):
        return [(0, 2)]
    if len(name) < 2 or (name.isascii() and len(name) < 3):
        return []
    pattern = re.escape(name)
    if name[0].isascii() and name[0].isalnum():
        pattern = r"(?<![A-Z0-9])" + pattern
    if name[-1].isascii() and name[-1].isalnum():
        pattern += r"(?![A-Z0-9])"
    return [m.span() for m in re.finditer(pattern, text)]
