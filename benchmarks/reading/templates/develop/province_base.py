"""People, places and pieces of the papers of several provinces."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random

from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, person

PLACES = (
    Place("371329", "山东省", "临沂市", "临沭县", "沭新东街"),
    Place("370683", "山东省", "烟台市", "莱州市", "文化西街"),
    Place("510722", "四川省", "绵阳市", "三台县", "梓州干道"),
    Place("511502", "四川省", "宜宾市", "翠屏区", "南岸长江大道"),
    Place("130434", "河北省", "邯郸市", "魏县", "龙乡大街"),
    Place("440923", "广东省", "茂名市", "电白区", "海滨大道"),
    Place("440203", "广东省", "韶关市", "武江区", "惠民北路"),
    Place("341226", "安徽省", "阜阳市", "颍上县", "管仲大道"),
    Place("610524", "陕西省", "渭南市", "合阳县", "凤凰西路"),
    Place("410927", "河南省", "濮阳市", "台前县", "金水路"),
    Place("140821", "山西省", "运城市", "临猗县", "双塔北路"),
    Place("210521", "辽宁省", "本溪市", "本溪满族自治县", "滨河南路"),
    Place("320830", "江苏省", "淮安市", "盱眙县", "淮河北路"),
    Place("520121", "贵州省", "贵阳市", "开阳县", "东兴大道"),
    Place("420583", "湖北省", "宜昌市", "枝江市", "友谊大道"),
    Place("620503", "甘肃省", "天水市", "麦积区", "渭滨北路"),
)
AWAY = (
    ("浙江省", "宁波市", "鄞州区", "中山东路"), ("上海市", "", "闵行区", "莘松路"), ("广东省", "佛山市", "顺德区", "容桂大道中"),
    ("北京市", "", "丰台区", "南苑西路"), ("江苏省", "苏州市", "吴江区", "鲈乡南路"), ("福建省", "泉州市", "晋江市", "世纪大道"),
)  # fmt: skip
"""Where people live or go elsewhere."""
STREETS = ("城关街道", "新华街道", "河西街道", "胜利街道")
VILLAGES = ("大王庄村", "柳树屯村", "石门沟村", "东张家村", "双龙桥社区", "前营村")
FIRMS = (
    "宏达机械制造有限公司",
    "第二建筑安装工程公司",
    "恒源纺织厂（破产）",
    "县农机管理站",
    "第三中学",
    "公路养护段",
    "华兴食品有限责任公司",
)
DISEASES = (
    ("高血压（合并心、脑、肾损害）", "高血压病3级 很高危", "M03900", "I10.x05"), ("糖尿病（合并并发症）", "2型糖尿病性周围神经病变", "M01600", "E11.401+G63.2*"),
    ("慢性肾功能衰竭（透析）", "慢性肾脏病5期", "M07801", "N18.001"), ("脑卒中后遗症", "脑梗死后遗症", "M04804", "I69.300"),
    ("类风湿关节炎", "类风湿性关节炎", "M06900", "M06.991"), ("慢性阻塞性肺疾病", "慢性阻塞性肺病伴急性加重", "M05300", "J44.100"),
    ("恶性肿瘤门诊治疗", "胃窦腺癌术后", "M00500", "C16.300x001"), ("冠心病", "冠状动脉粥样硬化性心脏病 PCI术后", "M04600", "I25.103"),
    ("肝硬化失代偿期", "乙型肝炎后肝硬化失代偿期", "M06200", "K74.607"), ("帕金森病", "帕金森病（Hoehn-Yahr 3级）", "M02300", "G20.x00"),
    ("系统性红斑狼疮", "系统性红斑狼疮", "M07101", "M32.900"), ("精神分裂症", "偏执型精神分裂症", "M02100", "F20.000"),
)  # fmt: skip
"""Claimed disease, diagnosis, code of the disease list, ICD-10."""
DOCTORS = (
    "魏延平",
    "孙玉洁",
    "卜建中",
    "章晓燕",
    "葛志远",
    "费雪梅",
    "柴立新",
    "阮文君",
    "鲁长河",
    "申屠敏",
    "仇海峰",
    "温静怡",
    "苗春雨",
    "解永胜",
)
CLERKS = ("祁红", "安晓明", "褚丽", "单学军", "裴娟", "臧伟")


def someone(dice: random.Random, *, youngest: int = 30, oldest: int = 84) -> Person:
    """An invented person of one of the provinces."""
    return dataclasses.replace(person(dice, youngest=youngest, oldest=oldest), place=dice.choice(PLACES))


def short(place: Place) -> str:
    """The county's name as its hospitals bear it."""
    return place.county.replace("满族自治县", "县")


def home(dice: random.Random, who: Person) -> str:
    """A home address, long or short."""
    p = who.place
    town = f"{dice.choice(STREETS)}{dice.choice(VILLAGES)}{dice.randint(1, 260)}号"
    flat = f"{p.road}{who.house}号{dice.choice(('阳光花园', '幸福里小区', '县委家属院', '锦绣江南'))}{dice.randint(1, 19)}栋{dice.randint(1, 3)}单元{dice.randint(101, 1802)}"
    return dice.choice(
        (
            f"{p.province}{p.city}{p.county}{flat}",
            f"{p.county}{town}",
            f"{p.province}{p.county}{town}",
            f"{p.city}{p.county}{flat}室",
        )
    )


def clinic(dice: random.Random, place: Place) -> tuple[str, str]:
    """A hospital and its grade."""
    c = short(place)
    return dice.choice((
        (f"{place.city}中心医院", "三级甲等"), (f"{c}人民医院", "二级甲等"), (f"{c}中医院", "二级甲等"),
        (f"{place.city}第四人民医院", "三级乙等"), (f"{place.city[:-1]}医学院附属医院", "三级甲等"), (f"{place.city[:-1]}矿业集团总医院", "三级乙等"),
        (f"{place.city}立医院东院区".replace("市市", "市"), "三级甲等"), (f"{c}第二人民医院", "二级乙等"),
    ))  # fmt: skip


def when(dice: random.Random, first: str = "2023-02-01", last: str = "2025-11-10") -> dt.date:
    """A day of the last years."""
    start = dt.date.fromisoformat(first)
    return start + dt.timedelta(days=dice.randint(0, (dt.date.fromisoformat(last) - start).days))


def said(dice: random.Random, day: dt.date, style: str = "") -> str:
    """A date as one of many habits prints it."""
    style = style or dice.choice(("-", "/", ".", "年", "年0", "年 ", "8"))
    y, m, d = day.year, day.month, day.day
    return {
        "-": f"{day:%Y-%m-%d}", "/": f"{y}/{m}/{d}", ".": f"{day:%Y.%m.%d}", "年": f"{y}年{m}月{d}日",
        "年0": f"{y}年{m:02d}月{d:02d}日", "年 ": f"{y} 年 {m} 月 {d} 日", "8": f"{day:%Y%m%d}",
    }[style]  # fmt: skip


def on(field: str, day: dt.date, text: str) -> str:
    """A date with its truth."""
    return f(field, day.isoformat(), text)


def boxed(field: str, value: str, size: int = 20) -> str:
    """One character a box."""
    cells = "".join(
        f'<i style="display:inline-block;width:{size}px;height:{size + 4}px;line-height:{size + 3}px;border:1px solid #333;'
        f'margin-left:-1px;text-align:center;font-style:normal">{c}</i>'
        for c in value
    )
    return f'<span data-field="{field}" data-value="{value}" style="white-space:nowrap;font-size:{size * 0.72:.0f}px">{cells}</span>'


def ticks(
    field: str,
    options: tuple[tuple[str, str], ...],
    chosen: str,
    mark: str = "☑",
    gap: str = "　",
    blank: str = "□",
) -> str:
    """Options (value, label) with the chosen one ticked and told."""
    return gap.join(
        f(field, value, mark + label) if value == chosen else blank + label for value, label in options
    )


def sexes(who: Person, mark: str = "☑") -> str:
    """男 and 女 to tick."""
    return ticks("sex", (("男", "男"), ("女", "女")), who.sex, mark, " ")


def digits(dice: random.Random, n: int) -> str:
    """A number of n digits that does not begin with 0."""
    return str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in range(n - 1))


def spaced(name: str) -> str:
    """Two characters set apart, as clerks do."""
    return name[0] + "　" + name[1] if len(name) == 2 else name


def underlined(inner: str, width: int = 90) -> str:
    """On a line to be filled in."""
    return f'<span style="display:inline-block;min-width:{width}px;text-indent:0;border-bottom:1px solid #222;text-align:center;line-height:1.25;padding:0 5px">{inner or "&nbsp;"}</span>'
