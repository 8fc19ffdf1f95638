"""The printed labels of Chinese medical and insurance papers, and where they stand in a run of text.

A *concept* is what a label asks for (``name``, ``id``, ``admission_date`` …); which field it fills
depends on the kind of paper and stands in ``ocr.schema``; the labels themselves in
``ocr/vocabulary/labels.yaml``. ``STOP`` labels fill no field: they end the value before them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ocr import glosses
from ocr.double_labels import DOUBLED, SEX_AGE, STROKE, double_at
from ocr.label_folding import folded as _fold
from ocr.label_words import AGENT_WORDS, ENDINGS, LISTED, LONGER, STOP, VOCABULARY, nearest_label
from ocr.within_names import begins_a_longer_one, is_behind_ward, is_in_a_name

_LENGTHS: Mapping[str, Sequence[int]] = {
    first: sorted({len(word) for word in VOCABULARY if word[0] == first}, reverse=True)
    for first in {word[0] for word in VOCABULARY}
}
"""First character → how long the labels are that begin with it, longest first: most characters begin none."""
_LEAD = set(" \t\u3000,，、;；.。:：|｜/)）】]》>〉·•*＊-—□■☑√✓【[(（《<")
TITLES = frozenset(f"{grade}{tcm}医师" for grade in ("主任", "副主任", "主治", "住院") for tcm in ("", "中"))
TITLE_WORDS = TITLES | {"医师", "医生"}
"""Titles that are also labels, of signatures: only with a colon."""
_WITH_COLON = TITLE_WORDS | {"医保", "意见", "主治"}
"""Words that are labels before a colon alone."""
_TITLE_VALUE = re.compile(r"(?:副?主任|主治|住院)中?医师")
"""Behind 职称 a title is the value, also where what follows could make it a label: 职称:主治医师 签名:."""
_SEXES = ("男", "女")
_CLOSING = frozenset("】]")
_TICKS = frozenset("□☐☑☒√✓✔■●○◉")
_NUMBER_BEHIND = re.compile(r"[A-Za-z]{0,3}\d{5,}")
_TICKED = frozenset(("科别", "科室", "病区"))
"""What a prescription asks for behind a box to tick, one of two: ☑科别 肿瘤科 □病区."""
_HEADING = re.compile(
    r"(?:[(]?[一二三四五六七八九十]{1,2}[)、.]|\d{1,2}[)、.]?)?[\u4e00-\u9fff]{2,8}(?:信息|(?:基本|个人|人员|主要)情况)"
)
"""The head of a block of a form, by itself on its line: 申报信息. It ends the value above it."""
_ASKING = re.compile(r"[\u4e00-\u9fff]{2,8}(?:日期|时间|号码|电话)")
"""What asks for something, whoever listed it: by itself in its cell it is a label, known or not."""
_UNMISTAKABLE = frozenset({"id", "phone"})
"""Concepts whose values leave no doubt that a label stands before them, also right behind another value."""
_DATED = re.compile(r"\d\s*[日时分]$|\d{4}-\d\d-\d\d$|\d\d:\d\d$")
"""What a date ends with: the label of the next one may follow at once, 2024年8月31日出院日期."""
_LATIN = re.compile(r"[A-Za-z]")
_CLOSED = re.compile(r"(?:岁|[男女]|\d[月天]?|[内外]科|床)$")
"""Values that end there, whatever label follows: 年龄:52岁病区:."""
SURE_LENGTH = 3
"""An ending of so many characters (住院号, 联系电话) before a colon is a label, whatever stands before."""
_LISTS = {"diagnosis", "discharge_diagnosis", "admission_diagnosis", "finding", "pathology", "disease"}
_ITEM_MARK = re.compile(r"(?:\d\s?[.、．)）]|[①-⑳])\s*$")
_SIGN_NOTE = re.compile(r"\((?:签[名字章]|手签)\)(?=[\u4e00-\u9fff]{2})")
"""Where somebody signs, his name right behind: 诊断医师（签章）张三."""
LONGEST_NOTE = 18
"""Characters of a bracketed note between a label and its colon, brackets included."""
_OTHERS = re.compile(
    "(?:人|家属|户主|配偶|家长|亲属|父亲|母亲|丈夫|妻子|子女|儿子|女儿|单位|医师|医生|护士|经办|代办|受托|委托|代理"
    "|预约|咨询|服务|投诉|监督|举报|客服|急诊|急救|值班|病区|科室|病房|门诊|护士站|医院|本院|我院|总机|热线|办公|导诊|导医|挂号|随访|医保办)$"
)
"""Words that make the label behind them somebody else's: 联系人身份证号."""
_QUALIFIED = re.compile(
    r"(?:患者|病人|参保人员?|参保患者|本人|申请人|受检者|就诊人|委托人|授权人|承诺人|(?:门诊|住院|门急诊|体检)(?:[/、或](?:门诊|住院|急诊|体检))*|所在|现)"
)
"""Words before a label that leave its meaning as it is: 门诊/住院病历号, 患者联系电话."""
_AGENTS_OWN = re.compile(rf"(?:{AGENT_WORDS})的?")
_OF_AN_AGENT = {"name": "agent", "id": "agent_id", "phone": "agent_phone"}
_UNKNOWN_LABEL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff()/、]{1,11}(?<!\(诊断)(?=:(?!性质|待查|考虑|可能))"
)
_BUILT: Mapping[str, re.Pattern[str]] = {
    "diagnosis": re.compile(
        r"(?:疾病|病情|临床|门诊|医[师生]|医院)?诊断(?:意见)?[及与和、](?:处[理置]|治疗|建议|医嘱).{0,3}|确诊"
    ),
    "admission_date": re.compile(r"(?:本次|此次)?入院[()/或及转入科院]{0,8}(?:年月日|日期|时间|[及/])+"),
    "discharge_date": re.compile(r"(?:本次|此次)?出院[()/或及转科院死亡]{0,8}(?:年月日|日期|时间|[及/])+"),
    "admission_diagnosis": re.compile(r"(?:入院|门诊|门急诊|术前).{0,6}(?:诊断|拟诊)"),
    "discharge_diagnosis": re.compile(r"出院.{0,9}诊断(?!依据)"),
    "other_hospital": re.compile(
        r".{0,6}(?:选择|选定|自选|拟选|首选|选点).{0,8}(?:医疗机构|医药机构|医院|机构)[(]?[一二三1-3]?[)]?"
    ),
    "school": re.compile(r"[中西]医|主病"),
}
"""Concept → how its labels are built, for those that no list holds: 出院(转科)日期, 入院主要诊断."""
_COUNT = re.compile(r"[1-9一二三四①-⑨](?=:)|(?<=医师)[1-9①-⑨一二三]$|(?<=专家)[1-9①-⑨一二三]$")
"""Which of several: 认定医师①: 联系电话二: 鉴定医师2."""
_INSTITUTION = re.compile("中心|机构|科室|证明|专用章|[)）]")  # 影像诊断中心, (主诊断)
_AFTER_TITLE = re.compile(r"职\s*称\s*[:：]\s*(?:副?主任|主治|住院)?医师$")
"""A whole value, so that the next label may follow without a gap: 职称:副主任医师专家签名:."""
Fits: TypeAlias = Callable[[str, str, str], bool]
"""Whether the text behind a label begins with such a value: (label, concept, text) → yes or no."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A label at ``text[start:end]`` (``end`` after its colon); ``colon`` tells whether it had one.

    ``also``: what it asks for besides, behind a stroke: 性别/年龄.
    """

    concept: str
    word: str
    start: int
    end: int
    colon: bool
    also: tuple[str, ...] = ()


def find_labels(text: str, *, glued: frozenset[str] = frozenset(), fits: Fits | None = None) -> list[Hit]:
    """Labels in a run of text, left to right, not overlapping.

    A label counts where it stands at the start or after a space or punctuation, and is followed by a
    colon, a space or the end. ``glued`` names labels that also count when the value follows at once
    (姓名李建国 on an identity card); ``fits(word, concept, rest)`` may accept others by what follows them
    (入院时间2025年8月11日).
    """
    text, ends = glosses.as_colons(text)
    folded, index = _fold(text)
    if folded not in VOCABULARY and _HEADING.fullmatch(folded):
        return [Hit(STOP, folded, 0, len(text), colon=False)]
    if folded not in VOCABULARY and _ASKING.fullmatch(folded) and not _holds_a_value(text):
        near = nearest_label(folded)
        return [Hit(near[1] if near else STOP, near[0] if near else folded, 0, len(text), colon=False)]
    hits: list[Hit] = []
    at = 0
    strokes = bool(STROKE.search(folded)) or SEX_AGE in folded
    while at < len(folded):
        hit = (
            (strokes and _double_label(folded, index, text, at, fits))
            or _label_at(folded, index, text, at, glued, fits, after_value=bool(hits))
            or _unlisted_label(folded, index, text, at)
        )
        if hit is None:
            at += 1
            continue
        word_end, found = hit
        if (start := glosses.before(text, found.start)) != found.start:
            found = replace(found, start=start)
        if hits and found.start <= hits[-1].start:
            hits.pop()  # Name 姓名: one label in two languages
        if not (hits and _is_listed_item(text, hits[-1], found)):
            hits.append(found)
        at = word_end
        if found.concept == "title" and (value := _TITLE_VALUE.match(folded, at)):
            at = value.end()
    return [replace(hit, end=ends[hit.end]) if hit.end in ends else hit for hit in hits]


def _holds_a_value(text: str) -> bool:
    """Whether a label, its value and another label stand on the line: 性别 男 出生日期."""
    words = [_fold(w)[0] for w in text.split()]
    return len(words) > 2 and words[0] in VOCABULARY and words[-1] in VOCABULARY


def _is_listed_item(text: str, before: Hit, found: Hit) -> bool:
    """Whether words before a colon are an item of the list before them: 出院诊断:1.骨髓抑制:粒细胞减少."""
    stranger = found.concept == STOP and found.word not in VOCABULARY
    return stranger and before.concept in _LISTS and bool(_ITEM_MARK.search(text[before.end : found.start]))


def _double_label(
    folded: str, index: Sequence[int], text: str, at: int, fits: Fits | None
) -> tuple[int, Hit] | None:
    """Two or three labels with strokes between, before a colon, a space, the end or the first one's value."""
    double = double_at(folded, at)
    if double is None or not _boundary_before(text, index[at]):
        return None
    words, concepts = double.words, double.concepts
    if all(w in TITLES for w in words):
        concepts, words = ("physician",), ("/".join(words),)
    if len(set(concepts)) < len(concepts) or not DOUBLED.issuperset(concepts):
        return None
    last = index[double.end - 1] + 1
    close = not double.colon and last < len(text) and not (text[last].isspace() or text[last] in "|｜")
    if close and (fits is None or not fits(words[0], concepts[0], text[last:])):
        return None
    return double.end, Hit(concepts[0], words[0], index[at], last, double.colon, concepts[1:])


def _label_at(
    folded: str,
    index: Sequence[int],
    text: str,
    at: int,
    glued: frozenset[str],
    fits: Fits | None,
    *,
    after_value: bool,
) -> tuple[int, Hit] | None:
    for length in _LENGTHS.get(folded[at], ()):
        word = folded[at : at + length]
        concept = VOCABULARY.get(word) if at + length <= len(folded) else None
        if concept is None:
            continue
        end = glosses.behind(folded, _skip_brackets(folded, at + length))
        marked = end < len(folded) and (
            folded[end] == ":"
            or (folded[end] == "." and word.endswith(("No", "NO")))
            or (folded[end] == ";" and fits is not None and fits(word, concept, text[index[end] + 1 :]))
        )  # 年龄；59岁: a colon misread, where such a value follows
        colon = marked or (end > at + length and end < len(folded))
        if not colon and index[at] > 0 and text[index[at] - 1] in _TICKS and word not in _TICKED:
            continue  # ☑临床诊断 ☑出院小结: an option of a list
        if word in _WITH_COLON and not colon and word not in glued:
            continue  # 职称 副主任医师: there it is the value
        if word in ENDINGS and begins_a_longer_one(text[: index[at]]):
            continue  # 失 日期
        if not colon and is_in_a_name(word, folded[:at], folded[at + length :]):
            continue  # 呼吸科一病区, 职业病科
        if not _stands_alone(folded, index, text, at, end, colon=colon):
            rest = text[index[end - 1] + 1 :]
            clear = index[at] == 0 or text[index[at] - 1].isspace()
            first = _boundary_before(text, index[at])
            own = concept in _UNMISTAKABLE and not _OTHERS.search(folded[:at])
            own = own or (concept.endswith("_date") and _DATED.search(folded[:at]) is not None)
            placed = first or (after_value and (own or (bool(glued) and word not in ENDINGS)))
            follows = fits is not None and placed and length >= 2 and fits(word, concept, rest)
            close = word in glued and not _INSTITUTION.match(rest)
            numbered = first and concept == "record_number" and _NUMBER_BEHIND.match(rest)  # 住院号202591855
            if not (follows or numbered) and not (close and (clear or after_value or folded[:at] in _SEXES)):
                continue
        elif length == 1 and not colon:
            continue
        end += marked
        stop = index[end - 1] + 1
        while stop < len(text) and text[stop] in _CLOSING:
            stop += 1
        return end, Hit(concept, word, index[at], stop, colon)
    return None


def _stands_alone(folded: str, index: Sequence[int], text: str, at: int, end: int, *, colon: bool) -> bool:
    """Whether the characters around ``folded[at:end]`` part it from its neighbours."""
    first = _boundary_before(text, index[at])
    latin = bool(_LATIN.match(folded[at]))
    if colon:
        # before a colon a label may also follow a value at once: 姓名:李建国性别:男
        word = folded[at:end].split("(", maxsplit=1)[0]
        gapless = not _begins_in_a_word(text[index[at] : index[end - 1] + 1])
        behind_value = not latin and end - at >= 2 and gapless and _is_sure(folded, at, word)
        theirs = _OTHERS.search(folded[:at]) and not is_behind_ward(word, folded[:at])
        return first or (behind_value and not theirs)
    following = index[end - 1] + 1
    rest = text[following:]
    last = not rest.strip("·•.'`,_＿") or rest[0] in " \t\u3000|｜□■☑√" or rest[0] in _CLOSING
    return first and last


def _begins_in_a_word(text: str) -> bool:
    """Whether a label behind other text is that text's end and a label of its own: …人民医院 等级:."""
    gap, last = re.search(r"\s", text), text.rsplit(maxsplit=1)[-1]
    return gap is not None and _fold(last)[0].rstrip(":") in VOCABULARY


def _is_sure(folded: str, at: int, word: str) -> bool:
    """Whether ``word`` before a colon is a label of its own, not the end of a longer one nobody listed."""
    sure = len(word) >= SURE_LENGTH or _CLOSED.search(folded[:at]) or is_behind_ward(word, folded[:at])
    return word not in ENDINGS or (bool(sure) and not _ends_longer(folded, at, word))


def _ends_longer(folded: str, at: int, word: str) -> bool:
    """Whether a longer label that ends with ``word`` stands there: 门诊/住院号."""
    return any(folded.endswith(longer[: -len(word)], 0, at) for longer in LONGER[word])


def _boundary_before(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _LEAD or _AFTER_TITLE.search(text[:at]) is not None


def _skip_brackets(folded: str, end: int) -> int:
    """Past a bracketed note or a count between a label and its colon: 医师签名(章): or 认定医师②:."""
    if _COUNT.match(folded, end):
        return end + 1
    if signed := _SIGN_NOTE.match(folded, end):
        return signed.end()
    if end < len(folded) and folded[end] == "(":
        close = folded.find(")", end, end + LONGEST_NOTE)
        if close > 0 and close + 1 < len(folded) and folded[close + 1] == ":":
            return close + 1
    return end


def _unlisted_label(folded: str, index: Sequence[int], text: str, at: int) -> tuple[int, Hit] | None:
    """Words before a colon that are no listed label: one with a character misread, or a stranger.

    出具曰期: is taken for 出具日期:, because no other label is as near; a stranger counts as ``STOP``,
    because its value is not ours.
    """
    found = _UNKNOWN_LABEL.match(folded, at)
    head = found.group() if found else ""
    if not found or not _boundary_before(text, index[at]) or head.count(")") > head.count("("):
        return None  # no head, or a sentence: （胃体）粘膜慢性炎：
    end = found.end() + 1
    built = next((c for c, form in _BUILT.items() if form.fullmatch(head)), None)
    if built:
        return end, Hit(built, head, index[at], index[end - 1] + 1, True)
    theirs = _AGENTS_OWN.match(head)
    if theirs and head[theirs.end() :] in VOCABULARY:
        concept = _OF_AN_AGENT.get(VOCABULARY[head[theirs.end() :]], STOP)
        return end, Hit(concept, head, index[at], index[end - 1] + 1, True)
    if index[end - 2] - index[at] != len(head) - 1 or any(
        head[i:] in LISTED
        and (_is_sure(folded, at + i, head[i:]) or _AFTER_TITLE.search(text[: index[at + i]]) is not None)
        for i in range(1, len(head))
    ):
        return None  # a value and the label after it
    if own := _QUALIFIED.match(head):
        rest = head[own.end() :]
        if VOCABULARY.get(rest, STOP) != STOP:
            return end, Hit(VOCABULARY[rest], rest, index[at], index[end - 1] + 1, True)
    word, concept = nearest_label(head, folded[at:]) or (head, STOP)
    return end, Hit(concept, word, index[at], index[end - 1] + 1, True)
