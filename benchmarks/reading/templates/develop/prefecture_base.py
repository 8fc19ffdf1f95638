"""What the prefecture papers share: people and hospitals of many provinces, sums, codes, dates."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from html import escape

from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, person

MONO = "'Noto Sans Mono CJK SC','WenQuanYi Zen Hei Mono',monospace"
DOTS = "'WenQuanYi Zen Hei Sharp','AR PL UMing CN',monospace"
ZEN = "'WenQuanYi Zen Hei',sans-serif"
PLACES = (
    Place("370802", "山东省", "济宁市", "任城区", "古槐路"),
    Place("510703", "四川省", "绵阳市", "涪城区", "临园路东段"),
    Place("330702", "浙江省", "金华市", "婺城区", "双龙南街"),
    Place("410302", "河南省", "洛阳市", "老城区", "中州东路"),
    Place("430702", "湖南省", "常德市", "武陵区", "朗州路"),
    Place("420502", "湖北省", "宜昌市", "西陵区", "夷陵大道"),
    Place("610302", "陕西省", "宝鸡市", "渭滨区", "经二路"),
    Place("350503", "福建省", "泉州市", "丰泽区", "田安路"),
    Place("131002", "河北省", "廊坊市", "安次区", "银河南路"),
    Place("530302", "云南省", "曲靖市", "麒麟区", "南宁西路"),
    Place("450202", "广西壮族自治区", "柳州市", "城中区", "文昌路"),
    Place("320402", "江苏省", "常州市", "天宁区", "延陵西路"),
    Place("210703", "辽宁省", "锦州市", "凌河区", "解放路五段"),
)
_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def patient(dice: random.Random, province: str | None = None, youngest: int = 30) -> Person:
    """Somebody insured in one of the places (of ``province`` where given)."""
    places = [p for p in PLACES if province is None or p.province.startswith(province)]
    return replace(person(dice, youngest=youngest), place=dice.choice(places))


def clinic(dice: random.Random, place: Place) -> str:
    """A hospital of the place."""
    city, town = place.city, place.city.removesuffix("市")
    return dice.choice((
        f"{city}第{dice.choice('一二三四五')}人民医院", f"{town}医学院附属医院", f"{city}中心医院", f"{place.county}人民医院",
        f"{city}中西医结合医院", f"{town}{dice.choice(('仁济', '康宁', '同济', '博爱'))}医院", f"中国人民解放军联勤保障部队第八{dice.choice('〇一三四七')}{dice.choice('二五六八')}医院",
        f"{place.province.removesuffix('省').removesuffix('壮族自治区')}大学附属{town}医院", f"{city}{place.county}中医医院",
    ))  # fmt: skip


def date(field: str, day: dt.date, style: str, clock: str = "") -> str:
    """A date with its truth, ``clock`` printed after it."""
    return f(field, day.isoformat(), written(day, style) + (f" {clock}" if clock else ""))


def written(day: dt.date, style: str) -> str:
    """A date in one of the styles papers have."""
    if style == "年":
        return f"{day.year}年{day.month}月{day.day}日"
    if style == "年0":
        return f"{day:%Y}年{day:%m}月{day:%d}日"
    if style == "/1":
        return f"{day.year}/{day.month}/{day.day}"
    return f"{day:%Y}{style}{day:%m}{style}{day:%d}"


def clock(dice: random.Random, seconds: bool = True) -> str:
    """A time of the working day."""
    text = f"{dice.randint(7, 17):02d}:{dice.randint(0, 59):02d}"
    return text + (f":{dice.randint(0, 59):02d}" if seconds else "")


def digits(dice: random.Random, n: int, first: str = "") -> str:
    """``n`` digits after ``first``."""
    return first + "".join(str(dice.randint(0, 9)) for _ in range(n))


def capital(cents: int) -> str:
    """A sum as bills write it in words, up to 999,999.99.

    >>> capital(120305)
    '壹仟贰佰零叁元零伍分'
    """
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    text, gap = "", False
    for n, c in enumerate(str(yuan)):
        place = len(str(yuan)) - n - 1
        if c == "0":
            gap = True
        else:
            text += (
                ("零" if gap and text else "") + _DIGITS[int(c)] + ("", "拾", "佰", "仟", "万", "拾")[place]
            )
            gap = False
        if place == 4 and not text.endswith("万"):
            text += "万"
    text = (text or "零") + "元"
    if not jiao and not fen:
        return text + "整"
    return text + (f"{_DIGITS[jiao]}角" if jiao else "零") + (f"{_DIGITS[fen]}分" if fen else "")


def cash(cents: int) -> str:
    """A sum in figures."""
    return f"{cents / 100:.2f}"


def bars(dice: random.Random, width: int, height: int) -> str:
    """What looks like a bar code and says nothing."""
    x, out = 0.0, ""
    while x < width - 4:
        w = dice.choice((1, 1, 2, 3))
        out += f'<rect x="{x}" y="0" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1, 2, 3))
    return f'<svg width="{width}" height="{height}">{out}</svg>'


def qr(dice: random.Random, size: int) -> str:
    """What looks like a QR code and says nothing."""
    n = 25
    cells = "".join(
        f'<rect x="{x}" y="{y}" width="1.03" height="1.03"/>'
        for y in range(n)
        for x in range(n)
        if dice.random() < 0.48 and not ((x < 8 or x > 16) and y < 8) and not (x < 8 and y > 16)
    )
    eyes = "".join(
        f'<rect x="{x + 0.5}" y="{y + 0.5}" width="6" height="6" fill="none" stroke="#000"/><rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        for x, y in ((0, 0), (18, 0), (0, 18))
    )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}">{cells}{eyes}</svg>'


def at(x: float, y: float, inner: str, css: str = "") -> str:
    """Something at a place of the sheet."""
    return f'<div style="position:absolute;left:{x}px;top:{y}px;white-space:nowrap;{css}">{inner}</div>'


def plain(text: object) -> str:
    """Text as HTML."""
    return escape(str(text))
