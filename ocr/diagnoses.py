"""Lists of diagnoses in running text → one entry a diagnosis, in order.

Numbered lists (1. 2., (1) (2), ①②), lists parted by semicolons, 、 or commas, one diagnosis a line; codes of
ICD-10 behind a name are dropped. What reads like a sentence, a date or a heading is no diagnosis.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ocr import syndromes
from ocr.behind_names import without_marks_behind
from ocr.diagnosis_ends import DIAGNOSIS_END_OR_COMMA, FINDING_END, IS_SHORT
from ocr.parsed import Parsed
from ocr.rooms_in_lists import rooms_parted
from ocr.stages import numerals_read_once, points_put_back, stages_spelt
from ocr.strips import WRAPPED
from ocr.values.dates import find_dates
from ocr.values.diseases import looks_like_disease
from ocr.values.text import clean
from ocr.wrapped_lists import ELIDED, item_marks, lines_joined

_BLANK = re.compile(r"^[\s_＿—\-/\\.。…*＊]*$")
_INNER_MARK = re.compile(r"[①-⑳]")
_CIRCLED = {0x245F + n: str(n) for n in range(1, 21)}
_CIRCLES = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
MOST_ITEMS = 40
_BOX = re.compile(r"[□☐]|(?P<ticked>[☑☒√✓✔■])")
_STROKES = re.compile(r"(?<!\d)[/／|｜](?!\d)")
MOST_STROKED, LEAST_STROKED = 5, 4
"""So many diseases that strokes part, of so many characters each."""
LONGEST = {False: 60, True: 120}
"""Characters of a diagnosis, and of a sentence that concludes a report."""
_COMPARED = re.compile(r"[与较对]\D{0,8}(?:19|20)\d\d[^,，]{0,16}[,，对比]|复查|对比")
"""A conclusion may name the day of the pictures before: 较前2024-02-04对比，肿块大致相仿."""
LEAST_FINDING = 4
"""Characters that a conclusion has once the advice behind it is taken off."""
_DISEASE = re.compile(r"[病症炎癌瘤征痹痛晕证]$|[0-9A-Za-z]")
_ADVICE = re.compile(
    r"(?<![(（])[,，;；。]?(?<![(（])(?:请|建议|需)(?:结合|治疗|定期|临床|必要时|进一步|随诊|随访|复查|密切|做|行|完善|补做|加做|除外|排除)[^,，]{0,16}$"
)
"""What a report advises behind its conclusion: 请结合临床, 建议治疗后复查."""
_PROSE_BEHIND = re.compile(r"。(?=[^\S\n]*[^\s。])")
"""Behind a conclusion's full stop prose follows, unless a line begins there."""
_NO_FINDING = re.compile(
    r"^(?:请|建议)(?:结合|定期|临床|进一步|随诊|随访|复查|必要时|密切|治疗)"
    r"|仅供(?:临床)?(?:医[师生])?参考|供临床(?:医[师生])?参考|仅反映|仅对.{0,8}负责|签[名字章]后?(?:有效|生效)"
)
_SITE = re.compile(r"[（(][^（()）]{1,14}[)）]")
"""Where tissue was taken, on a line by itself: what was found there is told below."""
_OWN_HEAD = re.compile(r"^[^,，]{2,10}(?:诊断|结果|意见)[:：]$")
"""How the examination was done, on a line by itself over what it concludes."""
_PROSE_AFTER = re.compile(
    r"。|[,，](?=[于至]?(?:19|20)\d\d\s?年|因[我本病条技医其]|由于|需[要转进住]|建议|拟[转于行]|现[需拟因住]|特此|为求|故[建需转拟]|请|给予|予以|目前(?!为)|同意|符合|经审|经鉴|属实|准予)"
)
_TORN = re.compile(r"[,，、][\u4e00-\u9fff]$")
"""A single character behind the last comma, where the edge of a cell cut the rest: 急性上呼吸道感染，腹."""
_ICD = r"[A-Z]\d{2}(?:[.．](?:\d{1,3}|[xX]\d{2}))?(?:[xX]\d{2,3})?[+*]?"
_ICD_WHOLE = r"[A-Z]\d{2}[.．]\d{1,3}(?:[xX]\d{2,3})?[+*]?"
_CODE = re.compile(
    rf"[（(\[]?\b{_ICD}(?:(?<=\+){_ICD}(?![A-Za-z0-9])|\b|(?<=[+*]))[）)\]]?|[（(\[]\d{{3}}[.．][0-9xX]{{1,3}}[）)\]]"
)
_BARE_CODE = re.compile(r"[A-Z]{1,3}\d[\d.xX]*[+*]?")
"""A code by itself, also of the classification of Chinese medicine: BNP110, BZ3820."""
_CODE_BETWEEN = re.compile(rf"(?:[（(\[]{_ICD}[）)\]]|(?<=\s){_ICD}(?=\s))\s*[:：]?\s*(?=[\u4e00-\u9fff\d])")
"""A code between two names parts them: 2型糖尿病(E11.900) 高血压病2级(I10.x00)."""
_GROUP = re.compile(
    r"[（(【\[](?:主要诊断|其他诊断|次要诊断|主诊断|第一诊断|[中西]医(?:诊断)?|主病|主证)[)）】\]][:：]?"
)
"""A head inside a list: （主要诊断）1.…（其他诊断）2.…"""
_CODE_AT_END = re.compile(rf"(?:{_CODE.pattern}|(?<=[\u4e00-\u9fff)）]){_ICD_WHOLE})\s*[1-4]?\s*$")
"""A code at the end may have the front page's 入院病情 behind it: 支气管哮喘 J45.900x001 1."""
_NO_DIAGNOSIS = re.compile(
    r"^(?:证明.*|(?:主要?|其[他它]|次要|出院|入院|门诊|初步|最后|临床|病理|修正)诊断\d{0,2}|手术[/、及]?操作(?:名称)?|信息|情况|及编码|类别|.{0,14}标准(?:第.{1,4}[条项款].*)?|ICD[-0-9A-Z]*(?:编码|码)?|.{0,6}编码|报告书?单?|意见|依据|编码|名称|[中西]医(?:诊断)?|主[病证症兼]|兼[病证]|次[病证]|证[候型]?|见附.*|[□☐☑√■]?(?:治愈|痊愈|显效|有效|好转|未愈|无效|死亡|其他|其它|未治|稳定|转院|恶化|自动出院)|同上|同前|无|详见.*|如上|待查|查因|待诊|待排|待明确|(?:健康|常规|入职|术前)?(?:体检|查体|检查|复查)|不详|及.*"
    r"|[□☐☑√■]?(?:(?:出|住)院)?(?:小结|记录|病历|病案|证明书?|[检影病].{0,4}报告单?|.{0,4}检测)(?:复印件)?"
    r"|.*(?:专用章|涂改|复印|诉讼依据|存根).*"
    r"|[（(]?(?:此|本|该)报告.*|请结合.*|建议(?!.*[病症]).{0,24}|仅供.*"
    r"|.*(?:参考(?:范围|区间|值)|检[验测]结果|检验项目|项目名称).*)$"
)
_OPINION = re.compile(
    r"^(?:不?同意.*|(?:情况|材料|以上)?属实.*|经(?:审核|核查|评审|评估|鉴定|认定|专家).*"
    r"|.*符合.{0,24}(?:标准|条件|规定|范围|准入|政策|要求|待遇|申报).*|不?符合.{0,8}"
    r"|.*(?:准予|予以|给予|建议)(?:认定|通过|办理|备案|申报|享受|准入|审批).*"
    r"|医[师生](?:签[名字章].*)?|.*签[名字章](?:处|栏)?|(?:既往|现病|个人|家族|用药)史.*|主诉.*|体征.*|.*(?:诊疗|治疗)经过.*"
    r"|需(?:要|长期|继续|定期|终身).*(?:治疗|服药|用药|随访|透析).*)$"
)
"""What a hospital's or an expert's opinion says besides the disease, behind 诊断意见 and the like."""
_BROKEN_LABEL = re.compile(r"\s(?:开具|开方|开单|处方|就诊|签发|填写|打印|记录|[出入]院)\s*$")
"""The beginning of a label whose end wrapped onto the next line: Ⅱ型呼吸衰竭 开具 / 日期：2023年11月03日."""
_TOLD = re.compile(
    r"^(?:(?:该|此)?(?:患者|病人|参保人员?|申请人))?(?:经[\u4e00-\u9fff]{0,8})?(?:明确|现|已|被)?"
    r"(?:诊断|确诊)(?:为|系|:)"
)
"""患者诊断为 before the disease."""


def parse_findings(text: str) -> list[Parsed]:
    """A report's conclusions, one a line or number; never parted at commas: they are sentences.

    Advice behind a conclusion and notes on what reports are good for are left out.
    """
    found = [_without_advice(p) for p in _items(text, FINDING_END, _PROSE_BEHIND)]
    return [
        p
        for p in found
        if not (
            _NO_FINDING.search(str(p.value))
            or _SITE.fullmatch(str(p.value))
            or _OWN_HEAD.search(text[p.start : p.end])
        )
    ]


def _without_advice(found: Parsed) -> Parsed:
    value = _ADVICE.sub("", str(found.value))
    told = len(value) >= LEAST_FINDING or looks_like_disease(value)
    return Parsed(value, found.start, found.end) if told else found


def parse_diagnoses(text: str) -> list[Parsed]:
    """Diagnoses in order: numbered, or parted by semicolons, commas or lines.

    >>> [d.value for d in parse_diagnoses("1.右肺腺癌(T2N1MO IIB期) 2.高血压病3级")]
    ['右肺腺癌（T2N1M0IIB期）', '高血压病3级']
    >>> [d.value for d in parse_diagnoses("1.胃粘膜病变(11A) 2.肺癌1lb期")]
    ['胃粘膜病变（IIA）', '肺癌IIb期']
    """
    return _items(_without_boxes(text), DIAGNOSIS_END_OR_COMMA, _PROSE_AFTER)


def _without_boxes(text: str) -> str:
    """The text, as long as before, of a list to tick what is ticked alone; what precedes a box is whole."""
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return text
    if text[: boxes[0].start()].strip():
        return text[: boxes[0].start()] + " " * (len(text) - boxes[0].start())
    ends = [*(b.start() for b in boxes[1:]), len(text)]
    kept = [
        "；" + text[box.end() : end] if box["ticked"] else " " * (end - box.start())
        for box, end in zip(boxes, ends, strict=True)
    ]
    return " " * boxes[0].start() + "".join(kept)


def _items(text: str, end_of_item: re.Pattern[str], prose: re.Pattern[str]) -> list[Parsed]:
    places = [i for i, c in enumerate(text) if c != WRAPPED]
    found = _parted("".join(text[i] for i in places), end_of_item, prose)
    return [Parsed(p.value, places[p.start], places[p.end - 1] + 1) for p in found]


def _parted(text: str, end_of_item: re.Pattern[str], prose: re.Pattern[str]) -> list[Parsed]:
    text = _GROUP.sub(_parting, lines_joined(text))
    marks = _outer(item_marks(text))
    spans: list[tuple[int, int]] = []
    if marks:
        marks = _in_sequence(text, marks)
        if text[: marks[0].start()].strip():
            spans.append((0, marks[0].start()))
        for n, mark in enumerate(marks):
            spans.append((mark.end(), marks[n + 1].start() if n + 1 < len(marks) else len(text)))
    else:
        text = rooms_parted(_strokes_parted(_CODE_BETWEEN.sub(_parting, text)))
        stop = prose.search(text)
        text = text[: stop.start() if stop else len(text)]  # what follows is prose
        at = 0
        for end in end_of_item.finditer(text):
            if _is_bracketed(text, end.start()):
                continue  # 慢性肾衰（脾肾气虚、湿浊内蕴证）
            if syndromes.GOES_ON.match(text, end.start()) and not _DISEASE.search(text[at : end.start()]):
                continue  # 脾肾衰败、湿浊内蕴证: one syndrome
            spans.append((at, end.start()))
            at = end.end()
        spans.append((at, len(text)))
    sentences = end_of_item is FINDING_END
    found = [_diagnosis(text, s, e, sentence=sentences) for s, e in spans]
    return [p for p in found if p is not None]


def _strokes_parted(text: str) -> str:
    """Strokes as semicolons each between two diseases: 狼疮/狼疮性肾炎IV型, no 高/低危."""
    pieces = _STROKES.split(text)
    parted = 1 < len(pieces) <= MOST_STROKED and all(
        (len(p.strip()) >= LEAST_STROKED and looks_like_disease(p.strip())) or IS_SHORT.fullmatch(p.strip())
        for p in pieces
    )
    return _STROKES.sub("；", text) if parted else text


def _parting(found: re.Match[str]) -> str:
    """A mark that parts items, as long as what it stands for."""
    return "；" + " " * (len(found.group()) - 1)


def _is_bracketed(text: str, at: int) -> bool:
    """Whether ``at`` lies inside a pair of brackets."""
    opened = max(text.rfind("(", 0, at), text.rfind("（", 0, at))
    closed = max(text.rfind(")", 0, at), text.rfind("）", 0, at))
    return opened > closed and re.match(r"[^（(]*[)）]", text[at:]) is not None


def _outer(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks of the list itself: ①② inside an item that a plain number opens part nothing."""
    inner = [m for m in marks if _INNER_MARK.match(m.group())]
    return [m for m in marks if m not in inner] if inner and marks[0] not in inner else marks


def _in_sequence(text: str, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks, with those added that follow a name at once: 1.冠心病2.高血压, ①冠心病②高血压."""
    out: list[re.Match[str]] = []
    for n, mark in enumerate(marks):
        out.append(mark)
        end = marks[n + 1].start() if n + 1 < len(marks) else len(text)
        until = _number(marks[n + 1]) if n + 1 < len(marks) else MOST_ITEMS
        for number in range(_number(mark) + 1, until):
            found = _glued_mark(number, circled=bool(_INNER_MARK.match(mark.group()))).search(
                text, out[-1].end(), end
            )
            if found is None:
                break
            out.append(found)
    return out


def _number(mark: re.Match[str]) -> int:
    digits = re.search(r"\d+", mark.group().translate(_CIRCLED))
    return int(digits.group()) if digits else MOST_ITEMS


@lru_cache(maxsize=64)
def _glued_mark(number: int, *, circled: bool) -> re.Pattern[str]:
    before = r"(?<=[\u4e00-\u9fff)）?？])"
    mark = chr(0x245F + number) if circled else rf"(?:{number}\s?[.、．](?!\d)|[（(]{number}[)）])"
    pointless = "" if circled else rf"|(?<=[;；]){number}\s(?=[\u4e00-\u9fff]{{3}})"
    return re.compile(rf"(?:{before}{mark}{pointless})\s*")


def _diagnosis(text: str, start: int, end: int, *, sentence: bool) -> Parsed | None:
    """The diagnosis at ``text[start:end]``; a ``sentence`` may be long, have a semicolon and tell a day."""
    raw = text[start:end]
    stop = re.search(r"。" if sentence else r"[;；。]", raw)
    if stop and stop.start() > 1:
        raw = raw[: stop.start()]
    plain = raw.replace("\n", "").replace("\u200b", "")
    plain = syndromes.without_syndrome(_CODE_AT_END.sub("", numerals_read_once(_BROKEN_LABEL.sub("", plain))))
    value = _CODE.sub("", "".join(p if p in _CIRCLES else clean(p) for p in re.split("([①-⑳])", plain)))
    value = points_put_back(re.sub(r"\s+", "", value)).strip(" ,，、;；。:：.-_/|*＊")
    value = re.sub(r"[·•](?=[(（]|$)", "", stages_spelt(value))
    value = value.replace("(", "（").replace(")", "）") if re.search(r"[\u4e00-\u9fff]", value) else value
    value = _TORN.sub("", value)
    if ELIDED.search(raw):
        value = re.sub(r"（[^（）]*$", "", value)  # an open bracket before it tells nothing whole
    if value.endswith("）") and value.count("）") == value.count("（") + 1:
        value = value[:-1]  # the bracket around the whole list: （诊断：…、肾性贫血）
    value = _TOLD.sub("", value) if sentence else without_marks_behind(_TOLD.sub("", value))
    value = re.sub(r"^(?:[为是系]|西医|中医|主病|主症|主要诊断|其他诊断|入院诊断|出院诊断)[:：]", "", value)
    if (
        len(value) < 2
        or _BLANK.match(value)
        or _BARE_CODE.fullmatch(value)
        or not re.search(r"[\u4e00-\u9fff]{2}|^[A-Z]{2,}", value)
    ):
        return None
    if _NO_DIAGNOSIS.match(value) or _OPINION.match(value) or len(value) > LONGEST[sentence]:
        return None
    if find_dates(value) and not (sentence and _COMPARED.search(value)):
        return None
    return Parsed(value, start, start + len(raw.rstrip()))
