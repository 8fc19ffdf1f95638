"""People, places and machine print of the western and central counties."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, day, name, person

DOTS = "'AR PL UMing CN',serif"
MATRIX = (
    f".m{{font-family:{DOTS};color:#2b2f55;font-weight:600;letter-spacing:.5px;"
    "-webkit-mask-image:repeating-linear-gradient(0deg,#000 0 1.6px,rgba(0,0,0,.4) 1.6px 2.1px)}"
)
PLACES = {
    "川": (Place("511722", "四川省", "达州市", "宣汉县", "西华大道"), Place("511324", "四川省", "南充市", "仪陇县", "宏德大道"), Place("513402", "四川省", "凉山彝族自治州", "会理市", "滨河路")),
    "黔": (Place("522632", "贵州省", "黔东南苗族侗族自治州", "榕江县", "古州中路"), Place("520328", "贵州省", "遵义市", "湄潭县", "茶乡北路"), Place("520526", "贵州省", "毕节市", "威宁彝族回族苗族自治县", "建设东路")),
    "滇": (Place("530627", "云南省", "昭通市", "镇雄县", "南大街"), Place("532503", "云南省", "红河哈尼族彝族自治州", "蒙自市", "天马路"), Place("532302", "云南省", "楚雄彝族自治州", "禄丰市", "龙城路")),
    "桂": (Place("451081", "广西壮族自治区", "百色市", "靖西市", "绣球大道"), Place("451203", "广西壮族自治区", "河池市", "宜州区", "庆远中山大道"), Place("450923", "广西壮族自治区", "玉林市", "博白县", "饮马江路")),
    "鄂": (Place("422823", "湖北省", "恩施土家族苗族自治州", "巴东县", "朝阳路"), Place("421126", "湖北省", "黄冈市", "蕲春县", "齐昌大道")),
    "豫": (Place("411627", "河南省", "周口市", "太康县", "谢安路"), Place("411381", "河南省", "南阳市", "邓州市", "新华中路"), Place("411525", "河南省", "信阳市", "固始县", "成功大道")),
    "甘": (Place("621124", "甘肃省", "定西市", "临洮县", "椒山街"), Place("621226", "甘肃省", "陇南市", "礼县", "秦皇大道"), Place("622926", "甘肃省", "临夏回族自治州", "东乡族自治县", "锁南大街")),
    "新": (Place("653125", "新疆维吾尔自治区", "喀什地区", "莎车县", "米夏路"), Place("654023", "新疆维吾尔自治区", "伊犁哈萨克自治州", "霍城县", "朝阳北路"), Place("652324", "新疆维吾尔自治区", "昌吉回族自治州", "玛纳斯县", "凤凰路")),
}  # fmt: skip
PEOPLE = {
    "川": ("汉", "汉", "彝", "土家"), "黔": ("苗", "侗", "汉", "布依"), "滇": ("汉", "彝", "哈尼"), "桂": ("壮", "壮", "汉", "瑶"),
    "鄂": ("土家", "汉"), "豫": ("汉", "汉", "回"), "甘": ("汉", "回", "东乡"), "新": ("汉", "维吾尔", "哈萨克", "回"),
}  # fmt: skip
_UYGHUR = {
    "男": ("阿不都热合曼·吐尔逊", "买买提江·艾海提", "艾尔肯·卡德尔"),
    "女": ("阿依古丽·买买提", "帕提古丽·依明", "热依汗古丽·阿布力孜"),
}


def local(dice: random.Random, where: str, youngest: int = 32, oldest: int = 86) -> Person:
    """An invented person of one of the provinces."""
    p = person(dice, youngest=youngest, oldest=oldest)
    ethnicity = dice.choice(PEOPLE[where])
    named = dice.choice(_UYGHUR[p.sex]) if ethnicity == "维吾尔" else p.name
    return dataclasses.replace(p, place=dice.choice(PLACES[where]), ethnicity=ethnicity, name=named)


def short(place: Place) -> str:
    """The county as its hospitals carry it: 威宁县 of 威宁彝族回族苗族自治县."""
    if place.county.endswith("自治县"):
        for tribe in ("彝族", "回族", "苗族", "东乡族"):
            if tribe in place.county[2:] or place.county.startswith(tribe):
                return place.county[:2] + "县"
    return place.county


def doctor(dice: random.Random) -> str:
    """A doctor's, a nurse's or a clerk's name."""
    return name(dice, dice.choice("男女"))


def spaced(text: str, gap: str = "　") -> str:
    """Two-character names as typed: 李　强."""
    return gap.join(text) if len(text) == 2 else text


def d(field: str, when: dt.date, style: str, after: str = "") -> str:
    """A dated field in one of the styles; ``after`` is a time of day."""
    text = {
        "年": f"{when.year}年{when.month}月{when.day}日", "年0": f"{when:%Y年%m月%d日}", "8": f"{when:%Y%m%d}",
        "split": f"{when.year} 年 {when.month} 月 {when.day} 日",
    }.get(style, f"{when:%Y}{style}{when:%m}{style}{when:%d}")  # fmt: skip
    return f(field, when.isoformat(), text + after)


def clock(dice: random.Random, seconds: bool = False) -> str:
    """A time of day."""
    text = f"{dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}"
    return f"{text}:{dice.randint(0, 59):02d}" if seconds else text


def boxes(field: str, value: str, size: int = 17) -> str:
    """One character a cell."""
    cells = "".join(
        f'<i style="display:inline-block;width:{size}px;border:1px solid #333;border-left-width:0;text-align:center;font-style:normal;line-height:{size + 3}px">{c}</i>'
        for c in value
    )
    return f'<span data-field="{field}" data-value="{value}" style="border-left:1px solid #333;white-space:nowrap">{cells}</span>'  # fmt: skip


def digits(dice: random.Random, count: int) -> str:
    """A number of so many digits."""
    return "".join(dice.choice("0123456789") for _ in range(count))


__all__ = ["MATRIX", "Template", "boxes", "clock", "d", "day", "digits", "doctor", "local", "short", "spaced"]
