"""Names of hospitals in a line of text, with their offsets.

Source: 《医疗机构基本标准》 and 《医疗机构管理条例实施细则》 (a name ends in the kind of institution), and
the way papers print them: letter-spaced as a heading, with the paper's title behind, a second name in
brackets, a label before, or inside a sentence.

>>> [n.name for n in find_hospital_names("邵 阳 市 中 心 医 院 出 院 记 录")]
['邵阳市中心医院']
>>> [(n.name, n.second) for n in find_hospital_names("邵阳市中心医院（南华大学附属邵阳医院）检验报告单")]
[('邵阳市中心医院', False), ('南华大学附属邵阳医院', True)]
>>> [n.name for n in find_hospital_names("患者曾于2024年3月在于都县人民医院住院，本院门诊随访")]
['于都县人民医院']
>>> find_hospital_names("定点医院：")
[]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.values.text import CJK_CLASS, narrow

_SUFFIX = (
    "医院|卫生院|妇幼保健院|妇保院|保健院|防治院|疗养院|(?:精神|皮肤|传染|结核|麻风|眼|职业)病院"
    "|妇幼保健计划生育服务中心|社区卫生服务中心|社区卫生服务站|卫生服务中心|卫生服务站|卫生室|卫生所|诊所|医务室"
    "|精神卫生中心|(?:皮肤|血液|结核|肝)病研究所|[一二三四五六七八九]附?院(?!区)"
    "|(?:(?:儿童|妇女|妇儿|肿瘤|心血管|大学|华西|齐鲁)(?:医学|医疗)|公共卫生(?:临床|医疗)|医疗救治)中心"
    "|(?<=解放军)[\u4e00-\u9fff]{0,6}医学中心"
    "|(?:综合|中医|中西医结合|口腔|专科|眼科|内科|外科|妇科|儿科|皮肤科|医疗美容)门诊部"
    "|(?:国医|中医|名医)馆(?!中?医?门诊|医院)|(?<=[省市县区州旗][\u4e00-\u9fff]{2})(?:血液净化|血液透析|血透)中心"
    "|(?<=[省市县区州旗][\u4e00-\u9fff]{4})(?:血液净化|血液透析|血透)中心"
    "|保健所|妇幼保健站|防治所|防治中心(?!医院)|急救中心(?!医院)|皮防所|疾病预防控制中心"
)
_WORD = rf"(?:{CJK_CLASS}|[0-9])"
_PLAIN = r"(?:(?![转至到在于与和及经往去由住就门出])" + CJK_CLASS + ")"
_NAME = re.compile(
    rf"{_WORD}{{2,26}}?(?:{_SUFFIX})(?:(?:附属|附设)?{_PLAIN}{{2,8}}?(?:医院|防治[所院])|集团总?医院"
    r"|(?:(?:医疗|健康|紧密型|县域)*(?:集团|共同体|医共体|医联体))(?:总医院|总院|分院|医院|成员单位)?)?"
    r"(?:(?:股份)?有限(?:责任)?公司|\((?:特殊普通|普通|有限)合伙\)|\(个人独资\))?"
    rf"(?:(?:第[一二三四五六七八九十])?(?:[东西南北中新老总]院区?|{_PLAIN}{{2,4}}?(?:分院|院区)|分院|院区|院本部))?"
)
_LETTER_SPACE = re.compile(rf"(?<={CJK_CLASS})\s+(?={CJK_CLASS}(?!{CJK_CLASS}))")
_LEADING = re.compile(
    r"^(?:.*(?:就诊于|住院于|转至|送至|转往|转入|转到|来自|前往|到达|曾在|曾于|入住|收入|就职于|工作于|推荐|拟转|同意转|医疗机构名称|医疗机构|医院名称|"
    r"机构名称|单位名称|送检单位|检验单位|接诊医院|转入医院|转出医院|就诊医院|收款单位|开户|名称|盖章|兹有|经由|月在|日在|日于|年在|月于|后在|前在|诊断为|患者在|"
    r"患者于|病人在|我科|，|。))?(?:[0-9]+(?![0-9]*[医二三四五六七八九]))?"
)
_LEADING_PREPOSITION = re.compile(r"^(?:在|至|到|由|经(?!开|济)|赴|转|去|往|于(?!都|田|洪|潜))")
_SCHOOL = re.compile(r"^.{2,16}(?:学系|教研室)(?=.{2,}院$)")
"""A school's department, printed before the hospital's name: 样章医学院病理学系样章医院."""
_TITLE_WORDS = re.compile(r"^(?:姓名|性别|年龄|科室|科别|病历|门诊|住院号?|诊断|日期|电话)+")
_NO_NAME = re.compile(
    r"(?:.*(?:[本我该某此哪各]|^外|当地|上级|下级|定点|就诊|住院|收治|出具|转入|转出|接诊|接收|首诊|选定|备案|指定|协议|签约|参保地?|治疗|所在|任何|其他|其它|有关|相关|不同|多家|两家|异地|就医|开具|申请|认定|确诊|诊断|责任|经治|办理|以上|各级)(?:的)?)?"
    r"(?:[主上中一二三四五工]?级|[甲乙丙丁上中下一二三]?等|公立|民营|专科|综合|基层|定点|社区|儿童|精神病?|(?:眼|鼻|喉|耳鼻喉|耳鼻咽喉|五官|妇产|骨|胸|皮肤|口腔|肿瘤|传染|结核|康复|血液|肛肠|泌尿)[科病]?|大型|中医|附属|互联网|人民|县级|市级|省级|乡镇|村|个体|私人|民办)*"
)
_HALVED = re.compile(r"[一二三四五六七八九十]人民|.{0,4}[甲乙丙]等|.{0,4}等(?:专[科料]|综合)|.(?:专科|综合)$")
"""An ordinal without its 第, or a grade's end (三级甲等专科医院): what a seal or an edge left over."""
_REGION_END = re.compile(rf"{CJK_CLASS}{{1,12}}(?:省|市|县|区|州|旗|盟|大学|学院|公司|矿务局|[乡镇])$")
_GENERIC_START = re.compile(
    r"^(?:第[一二三四五六七八九十]+|人民|中心|中医|妇幼|附属|红十字|精神|口腔|肿瘤|康复|儿童|胸科|皮肤)"
)


@dataclass(frozen=True, slots=True)
class HospitalName:
    """A name at ``[start, end)`` of the text; ``second``: it stands in brackets behind another."""

    name: str
    start: int
    end: int
    second: bool = False


def find_hospital_names(text: str) -> list[HospitalName]:
    """The hospital names in one line of ``text``, in order.

    Words that only speak of some hospital (本院, 定点医院, 二级医院) are none.
    """
    letters, places = _joined(narrow(text))
    found: list[HospitalName] = []
    for match in _NAME.finditer(letters):
        start, end = _trimmed(letters, match)
        name = letters[start:end]
        if start < 0 or not _is_name(name):
            continue
        second = (
            bool(found) and letters[found[-1].end - 1 : found[-1].end] != "" and letters[start - 1] == "("
        )
        found.append(HospitalName(name.replace(" ", ""), start, end, second))
    return [HospitalName(n.name, places[n.start], places[n.end - 1] + 1, n.second) for n in found]


def normalise(text: str) -> str | None:
    """The first hospital name in ``text`` as printed, without spaces; ``None`` when there is none."""
    found = find_hospital_names(text)
    return found[0].name if found else None


def _joined(plain: str) -> tuple[str, list[int]]:
    """``plain`` without the spaces of letter-spaced headings, and where each character stood."""
    dropped = {
        i
        for m in _LETTER_SPACE.finditer(plain)
        for i in range(m.start(), m.end())
        if _single_before(plain, m.start())
    }
    places = [i for i in range(len(plain)) if i not in dropped]
    return "".join(plain[i] for i in places), places


def _single_before(plain: str, at: int) -> bool:
    return at < 2 or plain[at - 2].isspace() or not plain[at - 2].isalnum()


def _trimmed(letters: str, match: re.Match[str]) -> tuple[int, int]:
    """The span of the name inside the match, after labels and prepositions, or with its region."""
    start, end = match.start(), match.end()
    lead = _LEADING.match(match.group())
    if lead is not None and len(match.group()) - lead.end() >= 4:
        start += lead.end()
    for pattern in (_TITLE_WORDS, _LEADING_PREPOSITION, _SCHOOL):
        if trim := pattern.match(letters[start:end]):
            start += trim.end()
    alone = _GENERIC_START.match(letters[start:end]) and start > 1 and letters[start - 1] == " "
    if alone and (region := _REGION_END.search(letters[: start - 1])):
        start = region.start()
    return start, end


def _is_name(name: str) -> bool:
    stem = re.sub(rf"(?:{_SUFFIX}).*$", "", name)
    return len(stem) >= 2 and not _HALVED.match(stem) and _NO_NAME.fullmatch(stem) is None
