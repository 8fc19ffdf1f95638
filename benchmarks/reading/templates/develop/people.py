"""Invented people, places and hospitals of the develop half. Nobody here lives, no number is anyone's."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤"
DOUBLE = ("欧阳", "上官", "诸葛", "司马", "皇甫")
MEN = "伟强军勇杰涛明超建国志刚永平文辉海波德华新民光荣少卿春生福根水旺祖贵家兴发松柏林宝华"
WOMEN = "芳娜敏静丽艳秀英娟霞玉兰桂花凤莲春梅红梅冬香小妹月娥雪琴巧珍慧琳淑贞金秀美玲翠萍"
ETHNICITIES = ("汉",) * 12 + ("苗", "侗", "瑶", "土家", "畲", "回", "壮")


@dataclass(frozen=True, slots=True)
class Place:
    """A county: GB/T 2260 code, city and county as printed, a road there."""

    code: str
    province: str
    city: str
    county: str
    road: str

    @property
    def insured(self) -> str:
        """As forms state the insured place."""
        return f"{self.city}{self.county}"


PLACES = (
    Place("360902", "江西省", "宜春市", "袁州区", "卢洲南路"),
    Place("360921", "江西省", "宜春市", "奉新县", "应星南大道"),
    Place("360923", "江西省", "宜春市", "上高县", "敖阳南路"),
    Place("360924", "江西省", "宜春市", "宜丰县", "新昌西大道"),
    Place("360982", "江西省", "宜春市", "樟树市", "药都南大道"),
    Place("361102", "江西省", "上饶市", "信州区", "赣东北大道"),
    Place("361123", "江西省", "上饶市", "玉山县", "人民北路"),
    Place("361125", "江西省", "上饶市", "横峰县", "兴安大道"),
    Place("361127", "江西省", "上饶市", "余干县", "世纪大道"),
    Place("361130", "江西省", "上饶市", "婺源县", "蚺城路"),
    Place("430502", "湖南省", "邵阳市", "双清区", "宝庆东路"),
    Place("430511", "湖南省", "邵阳市", "北塔区", "西湖路"),
    Place("430522", "湖南省", "邵阳市", "新邵县", "大坪路"),
    Place("430523", "湖南省", "邵阳市", "邵阳县", "塘渡口大道"),
    Place("430527", "湖南省", "邵阳市", "绥宁县", "长征路"),
    Place("430529", "湖南省", "邵阳市", "城步苗族自治县", "儒林大道"),
)


def check_digit(first17: str) -> str:
    """The 18th character after GB 11643-1999.

    >>> check_digit("11010519491231002")
    'X'
    """
    return "10X98765432"[sum(int(c) * w for c, w in zip(first17, _WEIGHTS, strict=True)) % 11]


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person."""

    name: str
    sex: str
    born: dt.date
    place: Place
    serial: int
    house: int
    phone: str
    ethnicity: str
    insurance: str

    @property
    def id_number(self) -> str:
        """18 characters: region, birth, serial (odd for men), check digit."""
        first = f"{self.place.code}{self.born:%Y%m%d}{self.serial:03d}"
        return first + check_digit(first)

    @property
    def address(self) -> str:
        """An invented address."""
        p = self.place
        if self.house % 3:
            return f"{p.province}{p.city}{p.county}{p.road}{self.house}号"
        return f"{p.province}{p.city}{p.county}石桥镇樟木村{self.house % 17 + 1}组{self.house}号"

    @property
    def insurance_shown(self) -> str:
        """As forms print it."""
        return "职工" if self.insurance == "employee" else "城乡居民"

    def age_on(self, day: dt.date) -> int:
        """Full years."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


def name(dice: random.Random, sex: str) -> str:
    """An invented name of two to four characters."""
    surname = dice.choice(DOUBLE) if dice.random() < 0.03 else dice.choice(SURNAMES)
    given = "".join(
        dice.choice(MEN if sex == "男" else WOMEN) for _ in range(1 if dice.random() < 0.22 else 2)
    )
    return surname + given


def person(dice: random.Random, *, youngest: int = 28, oldest: int = 88) -> Person:
    """An invented insured person, on the year 2025's eve of that age."""
    sex = dice.choice("男女")
    born = dt.date(2025 - dice.randint(youngest, oldest), dice.randint(1, 12), dice.randint(1, 28))
    serial = dice.randrange(10, 998) // 2 * 2 + (sex == "男")
    return Person(
        name(dice, sex), sex, born, dice.choice(PLACES), serial, dice.randint(2, 398),
        f"1{dice.choice('35789')}{dice.randint(0, 9)}0000{dice.randint(0, 9999):04d}",
        dice.choice(ETHNICITIES), dice.choice(("employee", "resident")),
    )  # fmt: skip


def day(dice: random.Random, first: str = "2023-01-05", last: str = "2025-11-20") -> dt.date:
    """A day in a span."""
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return start + dt.timedelta(days=dice.randint(0, (end - start).days))


def shown(dice: random.Random, when: dt.date, style: str | None = None) -> str:
    """A date as papers print it."""
    style = style or dice.choice(("-", "-", "年", "年", ".", "/", "年0"))
    if style == "年":
        return f"{when.year}年{when.month}月{when.day}日"
    if style == "年0":
        return f"{when:%Y}年{when:%m}月{when:%d}日"
    return f"{when:%Y}{style}{when:%m}{style}{when:%d}"
