"""The words of labels: what every list in ``ocr/vocabulary/labels.yaml`` and their compounds ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from ocr.vocabulary import read_vocabulary

STOP = "stop"

CONCEPTS: Mapping[str, str] = read_vocabulary("labels.yaml")
"""Concept → its labels, parted by spaces."""

_TWINS = ("住院号", "门诊号", "病案号", "病历号", "就诊号", "门(急)诊号")
"""Labels that forms print in pairs, the stroke between them often lost: 住院号/门诊号."""
LISTED: Mapping[str, str] = {
    word: concept for concept, words in reversed(list(CONCEPTS.items())) for word in words.split()
} | {
    f"{one}{mark}{other}": "record_number"
    for one, other in permutations(_TWINS, 2)
    for mark in ("/", "", "、", "或")
}
_PATIENTS = (
    "患者",
    "病人",
    "参保人",
    "参保人员",
    "参保患者",
    "申请人",
    "申请者",
    "本人",
    "备案人",
    "承诺人",
    "甲方",
)
_AGENTS = (
    *(
        "代办人",
        "代理人",
        "受托人",
        "被委托人",
        "受委托人",
        "被授权人",
        "委托代理人",
        "代办人员",
        "代办者",
        "乙方",
    ),
)
_RELATIVES = (
    *("联系人", "紧急联系人", "家属", "监护人", "法定监护人", "户主", "配偶", "陪护人", "经办人", "家长"),
)
_PARTICULARS: Mapping[str, str] = {
    "id": "身份证号 身份证号码 身份证件号码 身份证 证件号码 证件号 公民身份号码 居民身份证号码 有效证件号码",
    "phone": "联系电话 电话 电话号码 手机 手机号 手机号码 联系方式",
    "address": "住址 地址 家庭住址 家庭地址 联系地址 现住址 居住地址",
    "sex": "性别",
    "age": "年龄",
    "birth": "出生日期 出生年月",
    "ethnicity": "民族",
}


def _whose(people: Sequence[str], concepts: Mapping[str, str]) -> dict[str, str]:
    """Labels that say whose particulars they ask for: 代办人证件号, 患者手机号码."""
    return {
        person + word: concepts.get(concept, STOP)
        for concept, words in _PARTICULARS.items()
        for word in words.split()
        for person in people
    }


_ASKED = (
    *(
        "",
        "申请",
        "申报",
        "拟申请",
        "拟申报",
        "申请认定",
        "申请鉴定",
        "认定",
        "鉴定",
        "享受",
        "已享受",
        "续期",
        "复审",
    ),
    *("申请享受", "办理", "申办", "登记", "备案", "核准", "现有", "原"),
)
_ILLNESSES = (
    *(
        "慢特病",
        "特慢病",
        "慢性病",
        "特殊病",
        "特殊疾病",
        "特殊慢性病",
        "慢性特殊病",
        "特殊病慢性病",
        "慢性病特殊病",
    ),
    *(
        "大病",
        "重症慢性病",
        "重大疾病",
        "慢病",
        "特病",
        "重症",
        "门特",
        "门慢",
        "特殊",
        "特定",
        "规定",
        "重特大疾病",
    ),
)


def _diseases() -> dict[str, str]:
    """Labels that ask for the disease, put together as forms do: 申请门诊特定病种名称, 续期慢特病名称."""
    ends = ("病种", "病种名称", "名称", "病种类别", "种类")
    return {
        f"{asked}{where}{illness}{end}": "disease"
        for asked in _ASKED
        for where in ("", "门诊")
        for illness in _ILLNESSES
        for end in (ends if len(illness) > 2 or illness[-1] == "病" else ends[:2])
        if asked or where or len(illness) > 2
    }


VOCABULARY: Mapping[str, str] = {
    **_diseases(),
    **_whose(_RELATIVES, {"id": "relative_id"}),
    **_whose(_AGENTS, {"id": "agent_id", "phone": "agent_phone"}),
    **_whose(_PATIENTS, {concept: concept for concept in _PARTICULARS}),
    **LISTED,
}
FUZZY_LEAST = 4
"""Labels shorter than this are never matched with a misread character."""


def _longer() -> Mapping[str, tuple[str, ...]]:
    """Each label that is the end of longer ones, and those: every tail of a label is looked up once."""
    longer: dict[str, list[str]] = {}
    for word in LISTED:
        for start in range(1, len(word)):
            if word[start:] in LISTED:
                longer.setdefault(word[start:], []).append(word)
    for free in ("姓名", "年龄", "床号", "身份证号", "身份证号码"):
        longer.pop(free, None)
    return {word: tuple(others) for word, others in longer.items()}


LONGER: Mapping[str, tuple[str, ...]] = _longer()
ENDINGS = frozenset(LONGER)
"""Labels that are the end of longer ones (日期, 诊断 …): they need a break before them."""
_CHOICES = [w for w in LISTED if len(w) >= FUZZY_LEAST]
_KEPT = 2
"""Characters at the beginning or at the end that one misread, lost or added character leaves whole."""


def _by_ends() -> Mapping[str, Sequence[int]]:
    """The places in ``_CHOICES`` of the words that begin so (``出具…``) or end so (``…日期``)."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(_CHOICES):
        places.setdefault(word[:_KEPT] + "…", []).append(place)
        places.setdefault("…" + word[-_KEPT:], []).append(place)
    return places


_BY_ENDS = _by_ends()


_A_SEX = re.compile(r"性.:[男女](?:性?$|[^\u4e00-\u9fff]|年龄)")
"""The one label too short to be known when misread, which its value tells: 性利:男."""


def nearest_label(word: str, text: str = "") -> tuple[str, str] | None:
    """The label that ``word`` is with one character misread, and its concept, where only one can be meant.

    ``text``: what begins with it and goes on with its value, where that is known.

    >>> nearest_label("性利", "性利:男"), nearest_label("性质", "性质:良性")
    (('性别', 'sex'), None)
    """
    if len(word) < FUZZY_LEAST:
        return ("性别", "sex") if _A_SEX.match(text) else None
    ends = (_BY_ENDS.get(word[:_KEPT] + "…", ()), _BY_ENDS.get("…" + word[-_KEPT:], ()))
    choices = [_CHOICES[place] for place in sorted(set().union(*ends))]  # a hundredth of them all
    near = process.extract(word, choices, scorer=Levenshtein.distance, score_cutoff=1, limit=5)
    same = [n[0] for n in near if len(n[0]) == len(word)]
    meant = {VOCABULARY[n] for n in same}
    return (same[0], meant.pop()) if len(meant) == 1 else None


AGENT_WORDS = r"受托人|被委托人|受委托人|受托方|代办人员?|代办者|(?:委托)?代理人|被授权人|代为办理人|乙方"
"""What forms call the person who acts for the patient: a regular expression."""
