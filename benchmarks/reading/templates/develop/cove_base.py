"""What the layouts of ``cove_*`` share: places all over the country, people, stays, codes, logos."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.reading.templates.develop.cove_ills import ILLS as COMMON
from benchmarks.reading.templates.develop.cove_ills import Ill
from benchmarks.reading.templates.develop.cove_rare import RARE
from benchmarks.reading.templates.develop.html import SONG, f, page
from benchmarks.reading.templates.develop.people import Person, Place, name, person

ILLS = COMMON | RARE
JX = (
    Place("360702", "江西省", "赣州市", "章贡区", "文清路"),
    Place("360826", "江西省", "吉安市", "泰和县", "白凤大道"),
)
HN = (
    Place("431022", "湖南省", "郴州市", "宜章县", "文明南路"),
    Place("430682", "湖南省", "岳阳市", "临湘市", "长盛路"),
)
HA = (
    Place("411627", "河南省", "周口市", "太康县", "谢安路"),
    Place("411328", "河南省", "南阳市", "唐河县", "新春路"),
)
SD = (
    Place("371725", "山东省", "菏泽市", "郓城县", "胜利街"),
    Place("370784", "山东省", "潍坊市", "安丘市", "向阳路"),
)
SC = (
    Place("511922", "四川省", "巴中市", "南江县", "朝阳路"),
    Place("511725", "四川省", "达州市", "渠县", "万寿路"),
)
HL = (
    Place("230882", "黑龙江省", "佳木斯市", "富锦市", "中央大街"),
    Place("231223", "黑龙江省", "绥化市", "青冈县", "通府路"),
)
GX = (
    Place("451022", "广西壮族自治区", "百色市", "田东县", "庆平路"),
    Place("450881", "广西壮族自治区", "贵港市", "桂平市", "人民中路"),
)
XJ = (
    Place("653125", "新疆维吾尔自治区", "喀什地区", "莎车县", "团结路"),
    Place("652301", "新疆维吾尔自治区", "昌吉回族自治州", "昌吉市", "延安北路"),
)
GS = (Place("621121", "甘肃省", "定西市", "通渭县", "文庙街"),)
AH = (Place("341222", "安徽省", "阜阳市", "太和县", "团结西路"),)
GD = (Place("440882", "广东省", "湛江市", "雷州市", "西湖大道"),)
YN = (Place("530627", "云南省", "昭通市", "镇雄县", "南大街"),)
SN = (Place("610824", "陕西省", "榆林市", "靖边县", "长城路"),)
NM = (Place("150423", "内蒙古自治区", "赤峰市", "巴林右旗", "罕山街"),)
JS = (Place("321322", "江苏省", "宿迁市", "沭阳县", "迎宾大道"),)
_UIGHUR_M = ("艾力", "吐尔逊", "买买提", "阿布都热合曼", "玉素甫", "卡德尔")
_UIGHUR_F = ("阿依古丽", "古丽巴哈尔", "帕提古丽", "热依汗", "吐尼沙古丽")
_VILLAGES = ("柳树坪村", "下沙河村", "马家堡子村", "龙塘村", "黄土岗社区", "三道梁村", "枣园社区")
_TOWNS = ("城关镇", "青龙镇", "双河乡", "白石镇", "永安街道", "太平镇")


@dataclass(frozen=True, slots=True)
class Stay:
    """One invented stay in (or visit to) a hospital."""

    p: Person
    ill: Ill
    dx: tuple[str, ...]
    start: dt.date
    end: dt.date
    number: str
    doctors: tuple[str, ...]

    @property
    def days(self) -> int:
        """Days from the first to the last."""
        return (self.end - self.start).days

    @property
    def age(self) -> int:
        """Full years on the first day."""
        return self.p.age_on(self.start)


def someone(dice: random.Random, places: Sequence[Place], sex: str = "") -> Person:
    """A person of one of the places; in the far west often with a Uighur name."""
    p = replace(person(dice, youngest=34, oldest=86), place=dice.choice(places))
    if sex and p.sex != sex:
        p = replace(p, sex=sex, name=name(dice, sex), serial=p.serial + (1 if p.serial % 2 == 0 else -1))
    if p.place.code == "653125" and dice.random() < 0.6:
        own = dice.choice(_UIGHUR_M if p.sex == "男" else _UIGHUR_F)
        p = replace(p, name=f"{own}·{dice.choice(_UIGHUR_M)}", ethnicity="维吾尔")
    elif p.place.code[:2] not in ("45", "43", "36"):
        p = replace(p, ethnicity="汉")
    return p


def stay(dice: random.Random, places: Sequence[Place], ills: Sequence[str] = (), extra: int = 3) -> Stay:
    """A stay for one of the named illnesses, with up to ``extra`` further diagnoses."""
    ill = ILLS[dice.choice(tuple(ills) or tuple(k for k, i in ILLS.items() if not i.sex))]
    p = someone(dice, places, ill.sex)
    start = dt.date(2023, 2, 1) + dt.timedelta(days=dice.randint(0, 1010))
    dx = (*ill.dx, *dice.sample(ill.extra, k=min(len(ill.extra), dice.randint(1, extra))))
    return Stay(
        p, ill, dx, start, start + dt.timedelta(days=dice.randint(4, 17)), str(dice.randint(10**5, 10**7)),
        tuple(name(dice, dice.choice("男女")) for _ in range(6)),
    )  # fmt: skip


def address(dice: random.Random, p: Person, short: bool = False) -> str:
    """Where somebody lives, with or without the province."""
    where = (
        f"{p.place.city}{p.place.county}" if short else f"{p.place.province}{p.place.city}{p.place.county}"
    )
    if dice.random() < 0.5:
        return (
            f"{where}{p.place.road}{p.house}号{dice.randint(1, 12)}栋{dice.randint(1, 6)}0"
            f"{dice.randint(1, 4)}室"
        )
    return f"{where}{dice.choice(_TOWNS)}{dice.choice(_VILLAGES)}{dice.randint(1, 14)}组{p.house}号"


def vary(dice: random.Random, text: str) -> str:
    """``{120-168}`` and ``{7.2~12.9}`` become a number of that span."""
    text = re.sub(r"\{(\d+)-(\d+)\}", lambda m: str(dice.randint(int(m[1]), int(m[2]))), text)
    return re.sub(
        r"\{([\d.]+)~([\d.]+)\}",
        lambda m: f"{dice.uniform(float(m[1]), float(m[2])):.{len(m[1].split('.')[-1])}f}", text
    )  # fmt: skip


def date(when: dt.date, style: str = "-") -> str:
    """A date as printed: ``-``, ``.``, ``/``, ``年``, ``年0``, ``8`` or ``/1`` (no zeros)."""
    if style == "年":
        return f"{when.year}年{when.month}月{when.day}日"
    if style == "年0":
        return f"{when:%Y年%m月%d日}"
    if style == "8":
        return f"{when:%Y%m%d}"
    if style == "/1":
        return f"{when.year}/{when.month}/{when.day}"
    return f"{when:%Y}{style}{when:%m}{style}{when:%d}"


def d(field: str, when: dt.date, style: str = "-", tail: str = "") -> str:
    """A date with its truth; ``tail`` is a time behind it."""
    return f(field, when.isoformat(), date(when, style) + tail)


def clock(dice: random.Random, seconds: bool = False) -> str:
    """A time of a working day."""
    return f"{dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}" + f":{dice.randint(0, 59):02d}" * seconds


def digits(dice: random.Random, n: int, lead: str = "") -> str:
    """A number of ``n`` digits behind ``lead``."""
    return lead + "".join(dice.choice("0123456789") for _ in range(n))


def dxs(values: Sequence[str], join: str = "；", mark: str = "{}.") -> str:
    """Numbered diagnoses in a row; one alone has no number."""
    if len(values) == 1:
        return f("diagnosis", values[0])
    return join.join(mark.format(n) + f("diagnosis", v) for n, v in enumerate(values, 1))


def bars(dice: random.Random, width: int = 150, height: int = 30) -> str:
    """Something like a bar code."""
    x, out = 0.0, ""
    while x < width:
        w = dice.choice((1, 1, 1, 2, 2, 3))
        out += f'<rect x="{x}" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1, 2, 3))
    return f'<svg width="{width}" height="{height}" style="vertical-align:middle">{out}</svg>'


def square(dice: random.Random, size: int = 74) -> str:
    """Something like a QR code."""
    n = 27
    eye = '<path d="M{x} {y}h7v7h-7z" fill="#fff"/><path d="M{x}.5 {y}.5h6v6h-6z" fill="none" stroke="#000"/>'
    eye += '<rect x="{x}" y="{y}" width="3" height="3" transform="translate(2 2)"/>'
    dots = "".join(
        f'<rect x="{x}" y="{y}" width="1" height="1"/>'
        for x in range(n)
        for y in range(n)
        if dice.random() < 0.5
    )
    eyes = "".join(eye.format(x=x, y=y) for x, y in ((0, 0), (20, 0), (0, 20)))
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}">{dots}{eyes}</svg>'


def logo(sort: int, size: int = 54, colour: str = "#1b6fae") -> str:
    """One of five emblems without letters."""
    c = f'fill="none" stroke="{colour}" stroke-width="4"'
    inner = (
        (
            f'<circle cx="50" cy="50" r="45" {c}/><path d="M42 20h16v22h22v16H58v22H42V58H20V42h22z" fill="'
            f'{colour}"/>'
        ),
        f'<circle cx="50" cy="50" r="45" fill="{colour}"/><path d="M50 14v74M38 30c30 0 30 16 12 20s-18 '
        '18 10 22" '
        'fill="none" stroke="#fff" stroke-width="5"/>',
        (
            f'<path d="M50 6 92 28v44L50 94 8 72V28z" {c}/><path d="M50 26c22 10 22 38 0 50-22-12-22-40 '
            f'0-50z" fill="{colour}"/>'
        ),
        f'<path d="M50 88C4 56 14 18 50 34c36-16 46 22 0 54z" fill="{colour}"/>'
        '<path d="M22 54h18l6-16 9 30 7-14h18" fill="none" stroke="#fff" stroke-width="4"/>',
        f'<circle cx="50" cy="50" r="46" {c}/><circle cx="50" cy="50" r="36" {c}/>'
        f'<path d="M50 18 58 42 82 42 63 57 70 80 50 66 30 80 37 57 18 42 42 42z" fill="{colour}"/>',
    )[sort % 5]
    return (
        f'<svg width="{size}" height="{size}" viewBox="0 0 100 100" style="vertical-align:middle">'
        f"{inner}</svg>"
    )


def line(value: str, width: int = 90) -> str:
    """A value on an underlined blank of the form."""
    return (
        f'<span style="display:inline-block;min-width:{width}px;border-bottom:1px solid #222;'
        "text-align:center;"
        f'line-height:1.35;padding:0 4px;text-indent:0">{value or "&nbsp;"}</span>'
    )


def needle(text: str, size: int = 14, colour: str = "#2a2a55", at: tuple[int, int] = (0, 0)) -> str:
    """A value hammered on by a needle printer, off its place."""
    return (
        f"<span style=\"font-family:'AR PL UMing CN';font-size:{size}px;color:{colour};letter-spacing:.6px;"
        f"position:relative;left:{at[0]}px;top:{at[1]}px;-webkit-mask-image:repeating-linear-gradient("
        f'0deg,#000 0 1.7px,rgba(0,0,0,.45) 1.7px 2.1px)">{text}</span>'
    )


def sheet(body: str, css: str = "", font: str = SONG, size: int = 14, pad: str = "40px 52px") -> str:
    """One sheet; line ends of the source are no spaces."""
    return page(re.sub(r"\n\s*", "", body), css, font=font, size=size, pad=pad)


_FIGURES = "零壹贰叁肆伍陆柒捌玖"


def money(cents: int) -> str:
    """Yuan with two places."""
    return f"{cents / 100:.2f}"


def capital(cents: int) -> str:
    """An amount in the capital figures of bills, below a million.

    >>> capital(1020305)
    '壹万零贰佰零叁元零伍分'
    """
    yuan, rest = divmod(cents, 100)
    out, zero = "", False
    for n in range(len(str(yuan)) - 1, -1, -1):
        digit = yuan // 10**n % 10
        if digit:
            out += "零" * zero + _FIGURES[digit] + ("", "拾", "佰", "仟", "万", "拾")[n]
        elif n == 4:
            out += "万"
        zero = not digit
    out += "元"
    if not rest:
        return out + "整"
    return out + (_FIGURES[rest // 10] + "角" * (rest > 9)) + (_FIGURES[rest % 10] + "分") * (rest % 10 > 0)


def shares(dice: random.Random, names: Sequence[str], low: int, high: int) -> list[tuple[str, int]]:
    """Amounts in cents for the names."""
    return [(n, dice.randint(low * 100, high * 100)) for n in names]


PAST = (
    "既往史：平素体质一般，否认肝炎、结核、伤寒等传染病史，{8-20}年前行阑尾切除术，否认外伤、输血史，"
    "否认药物、食物过敏史，预防接种史不详。个人史：生于原籍，无疫区居住史，吸烟{10-30}年，"
    "约{10-20}支/日，已戒{1-5}年，"
    "偶饮酒。婚育史：适龄结婚，配偶及子女体健。家族史：父母已故，死因不详，否认家族遗传性疾病史。"
)
WORKUP = (
    "血常规：WBC {4.2~8.9}×10^9/L，N {56.1~78.3}%，RBC {3.6~4.9}×10^12/L，HGB {104-146}g/L，PLT "
    "{120-286}×10^9/L；"
    "尿常规：尿蛋白（±），潜血（-），尿糖（-）；大便常规+潜血：阴性；凝血四项：PT {11.2~13.4}s，APTT "
    "{26.4~36.2}s，"
    "FIB {2.1~4.2}g/L，D-二聚体{0.22~0.86}mg/L；肝功能：ALT {12-46}U/L，AST {14-42}U/L，TBIL "
    "{7.8~19.2}μmol/L，"
    "ALB {35.2~44.6}g/L；电解质：K {3.6~4.9}mmol/L，Na {136-144}mmol/L，Cl {98-106}mmol/L；"
    "甲状腺功能三项未见异常；"
    "乙肝五项、丙肝抗体、梅毒、HIV抗体均阴性。腹部彩超：肝囊肿，大小约{8-19}mm×{7-16}mm，"
    "胆、脾、胰、双肾未见明显异常。"
)
