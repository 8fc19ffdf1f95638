"""What stands glued behind a place or a department and is none of it: 袁州区结算ID:55296, 心血管内科 第2次.

Labels are known by a vocabulary, and no vocabulary is complete: behind a value may stand a label that nobody
has listed, or a remark. Addresses and names of places and departments have a grammar of their own, which
tells where they end; what was cut from is never told as sure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ocr.reliance import LOOSELY, bounded
from ocr.types import Field

_ENDS = {
    "address": re.compile(
        r"[0-9一二三四五六七八九十](?:号楼?|室|栋|幢|单元|组|户|弄|楼|层|队|座)|[村屯镇乡区园苑巷路街道]"
    ),
    "insured_place": re.compile(r"[省市区县旗州盟镇乡]|本级|街道"),
    "department": re.compile(r"[科室部组区]|门诊|中心"),
}
"""What the last word of a field's value may end with."""
_LABEL = re.compile(r"[\s,，]*(?P<label>(?!委会)[\u4e00-\u9fffA-Za-z]{2,6})[:：].*")
"""A label nobody has listed and what it asks for: 结算编码:5529."""
_REMARK = re.compile(
    r"\s*第[0-9一二三四五六七八九十]{1,3}次.*"
    r"|\s*[(（](?:复印件?|补[打办]|重[打印]|存根|[副正]本|第.联)[)）]"
    r"|\s*[\u4e00-\u9fff]{0,4}[A-Za-z]{0,3}\d{6,}.*"  # 批次20240318
    r"|\s*[\u4e00-\u9fff]{0,14}(?:派出所|公安局|分局|机关|单位|医院|中心)?\s*[(（](?:公?章|盖章|签章|印章)[)）].*"
    r"|\s*(?:派出所|公安局|户口登记机关|承办人|签发).*"
    r"|\s*(?:首诊|首选|定点|选[择定]|签约|就诊|就医|医疗|治疗)[\u4e00-\u9fff]{0,8}(?:机构|医院)[\u4e00-\u9fff]*"
)
_NUMBERED = "号室栋幢元组户弄楼层队座"
"""An end behind a number is surer than one behind a name: 118号城北路派出所（章）."""
_USUAL = (4, 3, 2, 5, 6)
"""Characters of a label, the most usual number first: 12号院区标识: is no label of two, nor of more."""
_STRANGE = re.compile(r"[:：]|\d{6}")
"""What no name of a place or department holds, wherever it stands."""


def without_tail(name: str, value: Field) -> Field:
    """The value up to where its own grammar ends, then at most at ``LOOSELY``; most values stay as they are.

    Where something strange stands in it and its end cannot be told, the whole is kept as doubtful.
    """
    ends = _ENDS.get(name)
    text = str(value.value)
    if ends is None:
        return value
    kept = _kept(text, [found.end() for found in ends.finditer(text)])
    if kept == text and not _STRANGE.search(text):
        return value
    return replace(value, value=kept, confidence=bounded(value.confidence, LOOSELY))


def _kept(text: str, ends: list[int]) -> str:
    remarks = [end for end in ends if _REMARK.fullmatch(text, end)]
    if remarks:
        numbered = [end for end in remarks if text[end - 1] in _NUMBERED]
        return text[: (numbered or remarks)[-1]]
    labels = {len(m["label"]): end for end in ends if (m := _LABEL.fullmatch(text, end))}
    return text[: next((labels[n] for n in _USUAL if n in labels), len(text))]
