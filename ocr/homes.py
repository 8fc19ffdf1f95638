"""Where a sentence says that somebody lives, and whether it is the person the paper is about.

本人李建国，现居住于…; 委托其女李红（身份证号…，住…）: the home of the person named last before it.
"""

from __future__ import annotations

import re

from ocr.label_words import AGENT_WORDS
from ocr.prose import RELATION, Mention

_PLACE = r"[\u4e00-\u9fff0-9A-Za-z（）()#\-]"
_LETTERS = re.compile(
    r"(?:(?:家住|(?<=[,，、。;；])住(?![院址所])|现居?住(?!地?址)|住在|住址为|居住地为|现居住?[于在]|居住[于在])(?:为|是|在|于|:|：)?"
    r"|(?:现居住地(?:址)?|居住地址|现住址|家庭住址|联系地址|暂住地?址?)(?:为|是|在|于|:|：))\s?"
    r"[为是在于]?"
    rf"(?P<place>(?=[^,，。;；]{{0,40}}[省市区县镇乡村路街巷号]){_PLACE}{{5,60}}?)(?=[,，。;；\s]|(?<=[号室户栋楼组院])(?:本人|特此|现)|$)"
)
"""In a sentence; a bare 家庭住址 is a form's label, and its value stands somewhere beside it."""
_CERTIFICATES = re.compile(
    r"(?:(?<=[,，。;；(（、\s])(?:系(?=[^,，。;；]{6,58}人[,，])|现?家住|现居住?于|现居|现住(?!院)址?|住(?!院)址?|住所|家庭住址|居住于?|户籍(?:地址?)?)|现住(?!院)址?)[为:：在于]{0,2}\s?"
    r"(?P<place>(?=[^,，。;；]{0,30}(?:[省市区县州旗乡镇村]|林业局|[农林牧]场|\d团))(?![^,，。;；]{0,58}(?:医院|等级|科室|诊断))"
    rf"[\u4e00-\u9fff]{_PLACE}{{4,58}}?)(?=[,，。;；\s]|[)）]|人[,，]|$)"
)
_POSTED_TO = re.compile(
    r"(?:派驻|派往|派至|派到|派赴|外派|常驻|驻)[^,，。;；:：（(）)]{2,20}[（(](?:现?居住地?址?|详细地址|地址|住址|住)?[:：]?"
    r"(?P<place>(?=[^()（）]{0,40}[路街巷道村镇乡])[\u4e00-\u9fff][^()（）,，。;；:：]{5,58}[号室户栋楼组院层区\d])[)）]"
)
"""Where somebody is posted to, in brackets behind the town: 派驻济南市（山东省济南市历下区文化西路69号）."""
NEAR = 24
"""Characters before a place in the text that may tell what is told there."""
_ELSEWHERE = re.compile(r"曾|既往|外院|当地|联系人|家属|单位|医院$")
_CLAUSE = re.compile(r"[,，;；:：（(）)、\s]")
_OWN = re.compile(
    r"本人|患者|病人|(?<!被)委托人|(?<!被)授权人|参保人|承诺人|申请人|(?:职工|员工)(?!医)|该员|该同志"
)
_OTHERS = re.compile(
    rf"(?!护工[程作])(?:(?:委托|授权)(?!人|书)|{AGENT_WORDS}|联系人|陪护|证明人|担保人|邻居|家属|亲属|{RELATION})"
)
_SINGLE = re.compile(r"(?:(?<=[其之长次幼三养继我])[子女]|(?<=[其之我])[父母妻夫兄弟姐妹孙])(?!宫)")
"""One character is a relative only behind 其, 之, 长…: 患者，女 is none."""
_WITH = re.compile(r"随|与|跟|由|因|投靠|照顾|照料|陪同|系|为|是")
"""The one lives with the other, or is told to be the other's: 随儿子居住在…, 患者为本人父亲."""
_TO_HIM = re.compile(r"随|与|跟|系|为|是")


def find_homes(text: str, *, certificate: bool = False) -> list[Mention]:
    """The first home told of the person the text is about; on certificates told a little otherwise."""
    for form in (_CERTIFICATES,) if certificate else (_LETTERS, _POSTED_TO):
        for match in form.finditer(text):
            if certificate and is_elsewhere(text, match.start()):
                continue
            if not is_of_another(text[: match.start()]):
                return [Mention("address", match["place"], *match.span("place"))]
    return []


def clause_before(text: str, at: int) -> str:
    """What stands between the last stop or comma and a place in the text, as far as it is near."""
    return re.split(r"[。;；,，]", text[max(0, at - NEAR) : at])[-1]


def is_elsewhere(text: str, at: int) -> bool:
    """Whether the words of the clause before speak of another hospital, or of another person."""
    return _ELSEWHERE.search(clause_before(text, at)) is not None


def is_of_another(before: str) -> bool:
    """Whether the words before, in the same sentence, speak last of somebody else: an agent, a relative.

    >>> is_of_another("本人李建国，儿子李强，"), is_of_another("本人李建国，男，现随儿子")
    (True, False)
    """
    sentence = before[before.rfind("。") + 1 :]
    for clause in reversed(_CLAUSE.split(sentence)):
        other = max((m.end() for form in (_OTHERS, _SINGLE) for m in _others(form, clause)), default=-1)
        named = (m for m in _OWN.finditer(clause) if not _TO_HIM.search(clause, 0, m.start()))
        own = max((m.end() for m in named), default=-1)
        if max(own, other) >= 0:
            return other > own
    return False


def _others(form: re.Pattern[str], clause: str) -> list[re.Match[str]]:
    """Where somebody else is named; a single character counts only as ``_SINGLE`` has it."""
    found = [m for m in form.finditer(clause) if form is _SINGLE or len(m.group()) > 1]
    return [m for m in found if not _WITH.search(clause, 0, m.start())]
