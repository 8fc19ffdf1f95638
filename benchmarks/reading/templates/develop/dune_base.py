"""Places, invented hospitals, people, codes and stays of the ``dune`` papers: counties all over China."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.reading.templates.develop.dune_ills import Ill
from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, day, person

GZ = Place("520328", "贵州省", "遵义市", "湄潭县", "茶乡南路")
YN = Place("532923", "云南省", "大理白族自治州", "祥云县", "清红路")
SC = Place("510722", "四川省", "绵阳市", "三台县", "梓州大道")
LN = Place("210726", "辽宁省", "锦州市", "黑山县", "中大中路")
SN = Place("610526", "陕西省", "渭南市", "蒲城县", "迎宾东路")
HB = Place("420625", "湖北省", "襄阳市", "谷城县", "银城大道")
NM = Place("150429", "内蒙古自治区", "赤峰市", "宁城县", "大明街")
HL = Place("231224", "黑龙江省", "绥化市", "庆安县", "发展大街")
XJ = Place("652325", "新疆维吾尔自治区", "昌吉回族自治州", "奇台县", "东大街")
CQ = Place("500155", "重庆市", "", "梁平区", "双桂大道")
ZJ = Place("331024", "浙江省", "台州市", "仙居县", "穿城中路")
HI = Place("469002", "海南省", "", "琼海市", "银海路")
SX = Place("141024", "山西省", "临汾市", "洪洞县", "虹通大道")
NX = Place("640381", "宁夏回族自治区", "吴忠市", "青铜峡市", "古峡东街")
GX = Place("450921", "广西壮族自治区", "玉林市", "容县", "容州大道")
HE = Place("130929", "河北省", "沧州市", "献县", "平安大街")
QH = Place("630223", "青海省", "海东市", "互助土族自治县", "迎宾大道")
AH = Place("341522", "安徽省", "六安市", "霍邱县", "蓼城大道")
JL = Place("220322", "吉林省", "四平市", "梨树县", "奉化大街")
JS = Place("321322", "江苏省", "宿迁市", "沭阳县", "台州路")
TJ = Place("120115", "天津市", "", "宝坻区", "南关大街")
BJ = Place("110118", "北京市", "", "密云区", "鼓楼东大街")
GS = Place("620522", "甘肃省", "天水市", "秦安县", "成纪大道")
SD = Place("371425", "山东省", "德州市", "齐河县", "晏婴路")
HA = Place("411627", "河南省", "周口市", "太康县", "谢安路")
GD = Place("440983", "广东省", "茂名市", "信宜市", "迎宾大道")

NATIONS = {
    "530": "白族",
    "532": "白族",
    "640": "回族",
    "450": "壮族",
    "630": "土族",
    "150": "蒙古族",
}
TRADES = ("农民", "退(离)休人员", "工人", "无业人员", "个体经营者", "职员", "教师", "自由职业者", "粮农")
FUND = {"employee": "城镇职工基本医疗保险", "resident": "城乡居民基本医疗保险"}
SHORT = {"employee": "职工医保", "resident": "居民医保"}
Say = Callable[..., str]
DIGITS = "零壹贰叁肆伍陆柒捌玖"
VILLAGES = ("大柳树村", "前进村", "沙坝村", "李家台村", "新合村", "十里铺村", "东岗子村", "河湾村")
TOWNS = ("城关镇", "红旗镇", "太平镇", "双河镇", "兴隆镇", "永安乡")


@dataclass(frozen=True)
class Stay:
    """One patient's time in a hospital, with who wrote of it."""

    p: Person
    ill: Ill
    hospital: str
    start: dt.date
    end: dt.date
    number: str
    dx: tuple[tuple[str, str], ...]
    doctors: tuple[str, str, str]
    others: tuple[str, str, str]
    home: str

    @property
    def age(self) -> int:
        """On the first day."""
        return self.p.age_on(self.start)

    @property
    def days(self) -> int:
        """As bills count them."""
        return (self.end - self.start).days


def stem(place: Place) -> str:
    """A county's name as hospitals there begin with it."""
    short = place.county.removesuffix("土族自治县").rstrip("县市区")
    return short if len(short) > 1 else place.county


def stay(
    dice: random.Random, place: Place, hospital: str, ills: Sequence[Ill], *, digits: int = 8, sex: str = "",
    youngest: int = 30, oldest: int = 86, longest: int = 18,
) -> Stay:  # fmt: skip
    """A stay in ``hospital``, whose name may hold ``{c}`` county's short name and ``{t}`` city's."""
    old = person(dice, youngest=youngest, oldest=oldest)
    while sex and old.sex != sex:
        old = person(dice, youngest=youngest, oldest=oldest)
    nation = NATIONS.get(place.code[:3], "汉族") if dice.random() < 0.3 else "汉族"
    p = Person(old.name, old.sex, old.born, place, old.serial, old.house, old.phone, nation, old.insurance)
    ill = dice.choice([i for i in ills if not i.sex or i.sex == p.sex] or list(ills))
    start = day(dice, "2023-02-01", "2025-10-20")
    number = "".join(str(dice.randint(0 if n else 1, 9)) for n in range(digits))
    more = list(ill.dx[1:])
    dx = (ill.dx[0], *dice.sample(more, dice.randint(min(1, len(more)), len(more))))
    names = [person(dice).name for _ in range(6)]
    town = f"{dice.choice(TOWNS)}{dice.choice(VILLAGES)}{dice.randint(1, 12)}组"
    home = place.province * (place.province != "重庆市") + place.city + place.county
    home = (place.province if place.province == "重庆市" else "") + home
    home += (
        town
        if dice.random() < 0.5
        else f"{place.road}{p.house}号{dice.randint(1, 9)}幢{dice.randint(101, 806)}室"
    )
    return Stay(
        p, ill, hospital.format(c=stem(place), t=(place.city or place.county).rstrip("市区")), start,
        start + dt.timedelta(days=dice.randint(min(4, longest), longest)), number, dx,
        (names[0], names[1], names[2]), (names[3], names[4], names[5]), home,
    )  # fmt: skip


def style(when: dt.date, how: str = "-") -> str:
    """A date as this paper prints it."""
    if how == "年":
        return f"{when.year}年{when.month}月{when.day}日"
    if how == "年0":
        return f"{when:%Y}年{when:%m}月{when:%d}日"
    if how == "年 ":
        return f"{when.year} 年 {when:%m} 月 {when:%d} 日"
    if how == "8":
        return f"{when:%Y%m%d}"
    return f"{when:%Y}{how}{when:%m}{how}{when:%d}"


def d(name: str, when: dt.date, how: str = "-", tail: str = "") -> str:
    """A date of a field; ``tail`` (a time of the day) belongs to what is shown."""
    return f(name, when.isoformat(), style(when, how) + tail)


def at(dice: random.Random, seconds: bool = False) -> str:
    """A time of the working day."""
    text = f"{dice.randint(7, 18):02d}:{dice.randint(0, 59):02d}"
    return text + f":{dice.randint(0, 59):02d}" * seconds


def dxs(stay_: Stay, join: str = "<br>", numbers: str = "{}. ", codes: bool = False) -> str:
    """The diagnoses, each its own value."""
    many = len(stay_.dx) > 1
    return join.join(
        (numbers.format(n) if many else "") + f("diagnosis", a) + f"（{b}）" * codes
        for n, (a, b) in enumerate(stay_.dx, 1)
    )


def tell(dice: random.Random, text: str, stay_: Stay) -> str:
    """A sentence of an illness with its blanks filled."""
    same = random.Random(stay_.number)
    return text.format(
        d=same.randint(2, 9), m=same.randint(2, 11), y=same.randint(2, 15), t=dice.randint(362, 369) / 10,
        p=dice.randint(62, 96), r=dice.randint(16, 21), s=dice.randint(118, 168), b=dice.randint(66, 98),
        a=stay_.age, x=stay_.p.sex, w=dice.randint(45, 82), g=dice.randint(71, 148) / 10,
        v=dice.randint(1, 6) / 10, n=dice.randint(14, 62), k=dice.randint(11, 38) / 10,
    )  # fmt: skip


def capital(cents: int) -> str:
    """An amount in the capital figures of invoices."""
    yuan, rest = divmod(cents, 100)
    text, zero = "", True
    for n, digit in enumerate(reversed(str(yuan))):
        unit = ("", "拾", "佰", "仟", "万", "拾", "佰")[n]
        if digit != "0":
            text, zero = DIGITS[int(digit)] + unit + text, False
        elif n == 4:
            text, zero = "万" + text, True
        elif not zero:
            text, zero = "零" + text, True
    text = (text or "零") + "元"
    jiao, fen = divmod(rest, 10)
    if not rest:
        return text + "整"
    return text + (DIGITS[jiao] + "角" if jiao else "零") + (DIGITS[fen] + "分" if fen else "")


def beside(stamp: str) -> str:
    """A place of no size that a seal's ``at`` counts from, in the running text."""
    return f'<div style="position:relative;height:0;width:0">{stamp}</div>'


def cash(cents: int) -> str:
    """1234567 → ``12345.67``."""
    return f"{cents / 100:.2f}"


def bars(dice: random.Random, text: str = "", width: int = 150, height: int = 34) -> str:
    """A line code with its number below."""
    x, lines = 0.0, ""
    while x < width - 4:
        w = dice.choice((1, 1, 1.6, 2.4))
        lines += f'<rect x="{x:.1f}" y="0" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1.2, 1.8, 2.6))
    below = f'<div style="font-size:10px;letter-spacing:1px;line-height:1.1">{text}</div>' if text else ""
    return f'<div style="display:inline-block;text-align:center;line-height:1"><svg width="{width}" height="{height}">{lines}</svg>{below}</div>'


def square_code(dice: random.Random, size: int = 70) -> str:
    """Something like a QR code."""
    n = 29
    dots = "".join(
        f'<rect x="{x}" y="{y}" width="1.02" height="1.02"/>'
        for x in range(n)
        for y in range(n)
        if dice.random() < 0.5 and not ((x < 8 and (y < 8 or y > 20)) or (x > 20 and y < 8))
    )
    eyes = "".join(
        f'<rect x="{x + 0.5}" y="{y + 0.5}" width="6" height="6" fill="none" stroke="#000"/>'
        f'<rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        for x, y in ((0, 0), (22, 0), (0, 22))
    )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}">{dots}{eyes}</svg>'


def money(dice: random.Random, low: int, high: int) -> int:
    """Cents between two amounts of yuan."""
    return dice.randint(low * 100, high * 100)
