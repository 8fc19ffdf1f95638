"""Invented places, hospitals and people of the ``strand`` files, and pieces that their layouts share."""

from __future__ import annotations

import datetime as dt
import math
import random
from dataclasses import dataclass

from benchmarks.reading.templates.develop.html import INKS, SONG, f
from benchmarks.reading.templates.develop.people import Person, Place, day, name
from benchmarks.reading.templates.develop.strand_ills import Ill

SC = (
    Place("510723", "四川省", "绵阳市", "盐亭县", "嫘祖大道"),
    Place("511324", "四川省", "南充市", "仪陇县", "宏德大道"),
    Place("511502", "四川省", "宜宾市", "翠屏区", "南广路"),
    Place("510422", "四川省", "攀枝花市", "盐边县", "西环北路"),
)
CQ = (
    Place("500101", "重庆市", "", "万州区", "沙龙路二段"),
    Place("500230", "重庆市", "", "丰都县", "平都大道西段"),
    Place("500114", "重庆市", "", "黔江区", "新华大道中段"),
    Place("500235", "重庆市", "", "云阳县", "望江大道"),
)
HB = (
    Place("420502", "湖北省", "宜昌市", "西陵区", "珍珠路"),
    Place("420822", "湖北省", "荆门市", "沙洋县", "汉津大道"),
    Place("421222", "湖北省", "咸宁市", "通城县", "隽水大道"),
)
JS = (
    Place("320723", "江苏省", "连云港市", "灌云县", "伊山中路"),
    Place("320923", "江苏省", "盐城市", "阜宁县", "阜城大街"),
    Place("321283", "江苏省", "泰州市", "泰兴市", "济川路"),
)
SN = (
    Place("610302", "陕西省", "宝鸡市", "渭滨区", "经二路"),
    Place("610528", "陕西省", "渭南市", "富平县", "频阳大道"),
    Place("610925", "陕西省", "安康市", "岚皋县", "河滨大道"),
)
GX = (
    Place("450881", "广西壮族自治区", "贵港市", "桂平市", "人民中路"),
    Place("451022", "广西壮族自治区", "百色市", "田东县", "朝阳路"),
    Place("450332", "广西壮族自治区", "桂林市", "恭城瑶族自治县", "茶江东路"),
)
NM = (
    Place("150402", "内蒙古自治区", "赤峰市", "红山区", "钢铁街"),
    Place("150823", "内蒙古自治区", "巴彦淖尔市", "乌拉特前旗", "乌拉山大街"),
    Place("150421", "内蒙古自治区", "赤峰市", "阿鲁科尔沁旗", "汗庙路"),
)
TJ = (
    Place("120115", "天津市", "", "宝坻区", "南关大街"),
    Place("120119", "天津市", "", "蓟州区", "渔阳南路"),
    Place("120118", "天津市", "", "静海区", "胜利南路"),
)
SHORT = {
    "51": "四川", "50": "重庆", "42": "湖北", "32": "江苏", "61": "陕西", "45": "广西", "15": "内蒙古", "12": "天津",
}  # fmt: skip
_PEOPLES = {"51": "汉汉汉汉羌彝", "50": "汉汉汉土苗", "45": "汉汉壮壮瑶", "15": "汉汉汉蒙蒙回"}
_STEPPE = {
    "男": ("巴特尔", "阿拉坦仓", "那顺乌力吉", "布和", "苏和巴图", "朝鲁", "额尔敦白音"),
    "女": ("乌云其木格", "斯琴高娃", "萨仁", "娜仁花", "其其格", "乌日娜", "敖登格日勒"),
}
_VILLAGES = {
    "51": "金孔镇{}社区{}组", "50": "高家镇{}村{}社", "42": "后港镇{}村{}组", "32": "东沟镇{}村{}组",
    "61": "淡村镇{}村{}组", "45": "石咀镇{}村{}屯", "15": "白音宝力格苏木{}嘎查{}组", "12": "大口屯镇{}村{}区",
}  # fmt: skip
_HAMLETS = ("双井", "红岩", "青龙", "杨家湾", "柳林", "三合", "白塔", "龙泉", "太平", "新庄")
DIGITS = "零壹贰叁肆伍陆柒捌玖"


def someone(
    dice: random.Random, places: tuple[Place, ...], sex: str | None = None, span: tuple[int, int] = (32, 86)
) -> Person:
    """An invented person of one of the places."""
    sex = sex or dice.choice("男女")
    place = dice.choice(places)
    people = {"土": "土家", "蒙": "蒙古"}.get(e := dice.choice(_PEOPLES.get(place.code[:2], "汉")), e)
    called = dice.choice(_STEPPE[sex]) if people == "蒙古" else name(dice, sex)
    born = dt.date(2025 - dice.randint(*span), dice.randint(1, 12), dice.randint(1, 28))
    serial = dice.randrange(20, 990) // 2 * 2 + (sex == "男")
    phone = f"1{dice.choice('3589')}{dice.randint(0, 9)}0000{dice.randint(0, 9999):04d}"
    insurance = dice.choice(("employee", "resident"))
    return Person(called, sex, born, place, serial, dice.randint(2, 398), phone, people, insurance)


def home(p: Person) -> str:
    """Where the person lives, in the words of the region."""
    q = p.place
    if p.house % 2:
        return f"{q.province}{q.city}{q.county}{q.road}{p.house}号{p.house % 9 + 1}栋{p.house % 6 + 1}0{p.house % 4 + 1}"
    village = _VILLAGES[q.code[:2]].format(_HAMLETS[p.house % 10], p.house % 8 + 1)
    return f"{q.province}{q.city}{q.county}{village}"


def insured(p: Person) -> str:
    """The insured place as bureaus print it."""
    return (p.place.city or p.place.province) + p.place.county


_KINDS = {
    "tertiary": ("{r}第十二人民医院", "{r}江北中心医院", "{s}医学院附属第七医院", "{r}三线职工总医院"),
    "county": ("{c}第九人民医院", "{c}第八人民医院", "{c}南城医院", "{c}康和医院"),
    "tcm": ("{r}第四中医医院", "{c}杏林中医院", "{c}第三中医医院", "{r}橘井中西医结合医院"),
    "oncology": ("{r}第三肿瘤医院", "{r}肿瘤防治中心医院", "{s}东部肿瘤医院"),
    "maternity": ("{r}第四妇幼保健院", "{c}第二妇幼保健院", "{r}红城妇产医院"),
    "mind": ("{r}安怀精神卫生中心", "{r}第七精神病医院", "{r}安济医院"),
}


def hospital(dice: random.Random, place: Place, kind: str) -> str:
    """A hospital that does not exist."""
    return dice.choice(_KINDS[kind]).format(
        r=place.city or place.county, c=place.county, s=SHORT[place.code[:2]]
    )


@dataclass(frozen=True)
class Stay:
    """One stay or visit, with everyone and every number in it."""

    p: Person
    ill: Ill
    hospital: str
    start: dt.date
    end: dt.date
    number: str
    doctors: tuple[str, str, str]
    clerks: tuple[str, str, str]

    @property
    def days(self) -> int:
        """Nights in the house."""
        return max(1, (self.end - self.start).days)

    @property
    def age(self) -> int:
        """On the first day."""
        return self.p.age_on(self.start)


def stay(
    dice: random.Random, places: tuple[Place, ...], kind: str, ills: tuple[Ill, ...], *,
    sex: str | None = None, span: tuple[int, int] = (32, 86), nights: tuple[int, int] = (4, 19),
) -> Stay:  # fmt: skip
    """An invented stay."""
    p = someone(dice, places, sex, span)
    start = day(dice, "2022-06-01", "2025-10-20")
    number = dice.choice((
        f"{dice.randint(100000, 999999)}", f"{start:%Y}{dice.randint(1, 99999):05d}",
        f"ZY{dice.randint(1, 99):02d}{dice.randint(0, 9999999):08d}", f"{dice.randint(0, 999999):010d}",
        f"{dice.randint(10000000, 99999999)}",
    ))  # fmt: skip
    people = [name(dice, dice.choice("男女")) for _ in range(6)]
    return Stay(
        p, dice.choice(ills), hospital(dice, p.place, kind), start,
        start + dt.timedelta(days=dice.randint(*nights)), number,
        (people[0], people[1], people[2]), (people[3], people[4], people[5]),
    )  # fmt: skip


def style(when: dt.date, how: str) -> str:
    """A date as printed: ``-``, ``/``, ``.``, ``8`` (no marks), ``年`` (short), ``年0``."""
    if how == "年":
        return f"{when.year}年{when.month}月{when.day}日"
    if how == "年0":
        return f"{when:%Y}年{when:%m}月{when:%d}日"
    return f"{when:%Y%m%d}" if how == "8" else f"{when:%Y}{how}{when:%m}{how}{when:%d}"


def d(field: str, when: dt.date, how: str = "-", tail: str = "") -> str:
    """A printed date with its truth; ``tail`` is a time of day after it."""
    return f(field, when.isoformat(), style(when, how) + tail)


def at(dice: random.Random, seconds: bool = False) -> str:
    """A time of day, a space before it."""
    return f" {dice.randint(7, 17):02d}:{dice.randint(0, 59):02d}" + (f":{dice.randint(0, 59):02d}" * seconds)


def line(inner: str, width: int = 0, centre: bool = True) -> str:
    """A value on an underlined blank."""
    return (
        f'<span style="display:inline-block;border-bottom:1px solid #222;min-width:{width}px;line-height:1.3;text-indent:0;'
        f'padding:0 4px;text-align:{"center" if centre else "left"}">{inner or "&nbsp;"}</span>'
    )


def put(x: int, y: int, inner: str, css: str = "") -> str:
    """A piece at a fixed place of the sheet."""
    return f'<div style="position:absolute;left:{x}px;top:{y}px;white-space:nowrap;{css}">{inner}</div>'


DOT = (
    "font-family:'AR PL SungtiL GB','AR PL UMing CN';color:#2b2b46;letter-spacing:.6px;"
    "-webkit-mask-image:repeating-linear-gradient(0deg,#000 0 2px,rgba(0,0,0,.66) 2px 3px)"
)
"""The look of a needle printer."""


def bars(dice: random.Random, width: int = 150, height: int = 30) -> str:
    """Something that looks like a bar code."""
    x, out = 0.0, ""
    while x < width - 4:
        w = dice.choice((1, 1, 1.8, 2.6))
        out += f'<rect x="{x:.1f}" y="0" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1.4, 2.4))
    return f'<svg width="{width}" height="{height}">{out}</svg>'


def matrix(dice: random.Random, size: int = 78, n: int = 29) -> str:
    """Something that looks like a two-dimensional code."""
    dots = "".join(
        f'<rect x="{x}" y="{y}" width="1.02" height="1.02"/>'
        for x in range(n)
        for y in range(n)
        if dice.random() < 0.5 and not (min(x, n - 1 - x) < 8 and min(y, n - 1 - y) < 8 and (x < 9 or y < 9))
    )
    eyes = "".join(
        f'<path d="M{x} {y}h7v7h-7zm1 1v5h5v-5z" fill-rule="evenodd"/><rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        for x, y in ((0, 0), (n - 7, 0), (0, n - 7))
    )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}">{dots}{eyes}</svg>'


def oval(
    ring: str,
    middle: str,
    *,
    size: int,
    at: tuple[int, int],
    turn: float = 0,
    ink: float = 0.62,
    colour: str = "red",
) -> str:
    """An oval seal whose ring is spaced evenly along its arc."""
    w, h, c = size, int(size * 0.7), INKS[colour]
    rx, ry = w / 2 - 3, h / 2 - 3
    em = min(w * 0.105, w * 1.5 / max(10, len(ring)))
    ix, iy = rx - em * 0.9, ry - em * 0.9
    track = [(math.radians(a / 2), 0.0) for a in range(180, 902)]
    walk, last = [0.0], (ix * math.cos(track[0][0]), iy * math.sin(track[0][0]))
    for a, _ in track[1:]:
        now = (ix * math.cos(a), iy * math.sin(a))
        walk.append(walk[-1] + math.dist(now, last))
        last = now
    top = walk[min(range(len(track)), key=lambda n: abs(track[n][0] - math.radians(270)))]
    gap = min(em * 1.3, walk[-1] * 0.72 / max(1, len(ring)))
    letters = ""
    for n, letter in enumerate(ring):
        goal = top + (n - (len(ring) - 1) / 2) * gap
        a = track[min(range(len(walk)), key=lambda k: abs(walk[k] - goal))][0]
        x, y = w / 2 + ix * math.cos(a), h / 2 + iy * math.sin(a)
        lean = math.degrees(math.atan2(math.sin(a) / iy, math.cos(a) / ix)) + 90
        letters += (
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{em:.1f}" fill="{c}" text-anchor="middle" font-family="{SONG}" '
            f'dominant-baseline="central" font-weight="600" transform="rotate({lean:.1f} {x:.1f} {y:.1f})">{letter}</text>'
        )
    return (
        f'<div data-seal="{ring}{middle}|ellipse|{colour}" style="position:absolute;left:{at[0]}px;top:{at[1]}px;'
        f'width:{w}px;height:{h}px;opacity:{ink};mix-blend-mode:multiply;transform:rotate({turn:.1f}deg)">'
        f'<svg width="{w}" height="{h}"><ellipse cx="{w / 2}" cy="{h / 2}" rx="{rx}" ry="{ry}" fill="none" '
        f'stroke="{c}" stroke-width="{w / 48:.1f}"/>{letters}<text x="{w / 2}" y="{h * 0.6:.0f}" fill="{c}" '
        f'font-size="{em * 0.92:.1f}" text-anchor="middle" font-family="{SONG}">{middle}</text></svg></div>'
    )


def capital(cents: int) -> str:
    """An amount in the figures of bills."""
    yuan, rest = divmod(cents, 100)
    text, zero = "", False
    digits = str(yuan)
    for n, digit in enumerate(digits):
        place = len(digits) - 1 - n
        if digit == "0":
            zero = True
            text += "万" if place == 4 and yuan >= 10000 else ""
            zero = zero and place != 4
        else:
            text += "零" * zero + DIGITS[int(digit)] + ("", "拾", "佰", "仟", "万", "拾", "佰")[place]
            zero = False
    text += "元"
    if not rest:
        return text + "整"
    tens, ones = divmod(rest, 10)
    return text + (DIGITS[tens] + "角" if tens else "零") + (DIGITS[ones] + "分" if ones else "整" * 1)


def yuan(cents: int) -> str:
    """An amount in figures."""
    return f"{cents / 100:.2f}"
