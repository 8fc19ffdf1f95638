"""Addresses and places of insurance in a strip of text: parsers as those of ``ocr.parse``."""

from __future__ import annotations

import re

from ocr.parsed import Parsed
from ocr.values.text import clean

CODE = re.compile(r"\s*(?:[A-Z]{0,2}\d{4,}[A-Z]?|\d{2})(?:\s+|(?=[\u4e00-\u9fff]{2}))(?![市县区号栋幢室])")
"""A code that systems print before a name: 360902 袁州区, M03900 糖尿病, D360902000123 李建国."""
_PLACE = re.compile(r"[省市区县镇乡村路街巷道号栋幢组室州旗盟园庄屯弄苑里]")
_PLACE_END = re.compile(
    r"[,，;；。\n]|\s{3,}|\s+[A-Za-z\u4e00-\u9fff]{2,8}[:：]|\s+(?:监护人|联系人|家属|紧急联系人)|[于自在]?(?:19|20)\d\d\s?年\s?\d|(?:联系)?(?:电话|手机|邮编|邮政编码)(?:号码?)?[:：]?\s?\d"
    r"|[\s/／,，、]{0,3}(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)"
)
"""Also the next statement of the row, its label glued to the address."""
_HOME = re.compile(r"[0-9一二三四五六七八九十]\s?(?:号|栋|幢|室|单元|组|户|弄|楼|队)|村$|屯$")
_FIRM = re.compile(
    r"(?:公司|集团|厂|矿|店|学校|中学|小学|大学|幼儿园|医院|卫生院|[局院所站段处部队行社会]|中心|合作社)(?:[(（].*)?$"
)
_NOTE = re.compile(r"[(（][^()（）]{1,12}[)）]")
"""The rest of a label that wrapped: 单位名称（村、社区）."""
_CHEVRON = re.compile(r"[\s>›〉》＞→▸▶]+$")
"""What a telephone's screen prints behind a value that can be changed: 参保地 长沙市 >."""
_BOX = re.compile(r"[□☐☑☒√✓✔■◉]")
_SCHEME = re.compile(r"\s*[-－—–]*\s*[(（](?:城乡)?(?:居民|职工|\d{1,4})[)）].*$|(?:正常|异常)(?:结算.*)?$")
"""The scheme and state that bills of Henan print behind the place: 市本级-（居民）正常结算."""
_OFFICE = re.compile(r"(?:局|中心|处|科|公司|厂|所)$")


def parse_places(text: str) -> list[Parsed]:
    """An address or place: everything up to the end of the sentence, lines joined.

    >>> [parse_places(t)[0].value for t in ("于北京市海淀区5号", "于都县贡江镇3号")]
    ['北京市海淀区5号', '于都县贡江镇3号']
    """
    joined = _before_boxes(text).replace("\n", "")
    end = _PLACE_END.search(joined)
    value = clean(joined[: end.start()] if end else joined).replace(" ", "")
    value = re.sub(r"^(?:详细)?(?:地址|住址)[为是在:：]", "", value)
    value = re.sub(r"^(?:[为是在]|于(?![都田洪家]))(?=[\u4e00-\u9fff]{2})", "", value)
    if len(value) < 2 or not _PLACE.search(value) or _NOTE.fullmatch(value):
        return []
    return [Parsed(value, 0, len(text))]


def _before_boxes(text: str) -> str:
    """What stands before the options of another question: 绵阳市 □初次申请; a whole line of them goes."""
    box = _BOX.search(text)
    if box is None:
        return text
    line = text.rfind("\n", 0, box.start())
    return text[: max(line, 0)] if line >= 0 else text[: box.start()]


def parse_homes(text: str) -> list[Parsed]:
    """The home that people without an employer write where a form asks for one; no employer's name.

    >>> [p.value for p in parse_homes("大祥区板桥乡花园村3组")], parse_homes("大祥区兴隆食品有限公司")
    (['大祥区板桥乡花园村3组'], [])
    """
    return [p for p in parse_places(text) if _HOME.search(str(p.value)) and not _FIRM.search(str(p.value))]


def parse_insured_places(text: str) -> list[Parsed]:
    """Where somebody is insured, without a code before it; an office (某某县医疗保障局) is no place.

    >>> parse_insured_places("市本级-（居民）正常结算")[0].value
    '市本级'
    """
    code = CODE.match(text)
    start = code.end() if code else 0
    return [
        Parsed(_SCHEME.sub("", _CHEVRON.sub("", str(p.value))), start, p.end + start)
        for p in parse_places(text[start:])
        if not _OFFICE.search(str(p.value))
    ]
