"""Papers that are no kind of ours: a ward's own records, orders and consents, and leaflets for everybody.

Records tell as much as an outpatient's record or a summary, so that words alone would take them for one; an
admission record handed in as a discharge summary tells nothing of how the stay ended. Leaflets name every
paper that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.layout import usual_height
from ocr.types import TextLine
from ocr.values.text import fold
from ocr.vocabulary import read_vocabulary

_OF_TISSUE = re.compile(r"检查(?:类型|类别|项目|名称):?\n?病理(?:检查|诊断|学检查)?(?:\n|$)")
NAMED_SO = 0.5
"""What it weighs that a report names its examination 病理."""
_TITLES = tuple(fold(t) for t in read_vocabulary("other_titles.yaml")["ward"].split())
_ANY_TITLE = "|".join(sorted(_TITLES, key=len, reverse=True))
_TITLE = re.compile(rf"(?:[\u4e00-\u9fffA-Za-z0-9()（）]{{0,30}}?)(?<!出)(?:{_ANY_TITLE})(?:\(续页?\))?\)?")
_SENTENCE = re.compile(r"见|详|附(?![属设])|请|[:,，。;、]")
HEAD = 0.25
"""Part of the page's height in which such a title stands."""
LARGER = 1.1
"""Against the usual line; heads of parts of a record are no larger than their text."""
TOP, WHOLE = 0.15, 6
"""Part of the height in which a title of so many characters needs no larger type: 住院病历(入院记录)."""
_ADVICE = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.:]?)?(?:谁可以|哪些人|带什么|需要?带|去哪里|在哪里|多长时间|怎么|如何)[^,。;]{1,12}[?]"
    r"|[(]?[一二三四五六七八九十\d]{1,2}[)、.:](?:办理|申[办请报]|认定|受理)?(?:流程|时限|地点|条件|材料|方式|范围|对象|渠道|依据)[?:]?"
    r"|(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.:])?(?:待遇标准|所需材料|申[办请报]材料|办理流程|办理时限|办事指南|咨询电话|支付比例|报销比例)"
)
_CHECKED = re.compile("体检(?:[编单卡]?号|中心|报告|日期|时间|结论|单位|套餐|者|机构)|健康(?:管理|检查|体检)")
_TREATED = re.compile("[出入]院(?:日期|时间|诊断|情况)|主诉|^Rp|合计|医保支付")
"""Words of papers about somebody who is ill, in which 体检 is what the doctor found, or a charge."""
_ROOM = re.compile(
    r"(?:一般检查|[内外妇眼]科|耳鼻喉科?|口腔科?|检验科|放射科|病理科|心电图室|彩超室|超声室|小结|病史及生活史|本次检查结果)"
    r"(?:检查|室)?(?:\(\d{1,3}项\))?"
)
LEAST_ROOMS = 3
"""Different heads of a check-up's parts, rooms and their summaries, that make a page one of its pages."""
LEAST_HEADS = 3
"""Heads that ask as an applicant does make a page a leaflet; in so many first lines its title stands."""
_ABOUT_SOMEBODY = re.compile(r"姓名[:：]?[\u4e00-\u9fff]{2}|\d{17}[\dXx]")
_LEAFLET = re.compile(
    r"[^:,。;]{0,24}(?:(?:办事|办理|服务|申[请报办]|就医|报销|政策)指南|(?:办理|申[请报办]|就医|报销)须知|明白[卡纸书]"
    r"|政策(?:问答|解读|解答|宣传)[单页册]?|宣传(?:单|页|册|手册|折页)|(?:办理|申[请报办])流程图?|材料清单)"
)


def is_a_leaflet(lines: Sequence[TextLine]) -> bool:
    """Whether a page tells everybody how to apply, and nothing of one person: 办事指南, 一、谁可以申请?"""
    texts = [fold(x.text) for x in lines]
    titled = any(_LEAFLET.fullmatch(t) for t in texts[:LEAST_HEADS])
    heads = sum(_ADVICE.fullmatch(t) is not None for t in texts)
    return (titled or heads >= LEAST_HEADS) and not any(_ABOUT_SOMEBODY.search(t) for t in texts)


def is_a_check_up(lines: Sequence[TextLine]) -> bool:
    """Whether a page goes from room to room as a health check-up does: 体检号, 内科, 小结, 外科, 心电图室."""
    texts = [fold(x.text) for x in lines]
    rooms = {t for t in texts if _ROOM.fullmatch(t)}
    checked = any(_CHECKED.search(t) for t in texts) and not any(_TREATED.search(t) for t in texts)
    return checked and len(rooms) >= LEAST_ROOMS


def names_another_paper(lines: Sequence[TextLine], height: int) -> bool:
    """Whether a large line in the head of the page is the title of such a paper: 精神科入院记录.

    日间病房出入院记录 is none: it tells of the whole stay.
    """
    usual = usual_height(lines)
    return any(
        x.box[1] < HEAD * height
        and (x.box[3] - x.box[1] > LARGER * usual or (x.box[1] < TOP * height and len(text) >= WHOLE))
        and _TITLE.fullmatch(text)
        and not _SENTENCE.search(text)
        for x in lines
        for text in [fold(x.text)]
    )


def names_pathology(text: str) -> bool:
    """Whether a report of whatever form names its examination so, beside the label or below it.

    >>> names_pathology("检查类型:\\n病理"), names_pathology("检查类型:电子胃镜")
    (True, False)
    """
    return _OF_TISSUE.search(text) is not None
