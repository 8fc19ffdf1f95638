"""Invented people: names, fitting ID numbers, places. No name, number or address belongs to anyone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check_digit(first17: str) -> str:
    """The 18th character after GB 11643-1999."""
    return "10X98765432"[sum(int(c) * w for c, w in zip(first17, WEIGHTS, strict=True)) % 11]


def id_number(region: str, born: dt.date, serial: int) -> str:
    """An 18-character number; an odd ``serial`` is a man's."""
    first = f"{region}{born:%Y%m%d}{serial:03d}"
    return first + check_digit(first)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented insured person (or agent)."""

    name: str
    sex: str
    born: dt.date
    region: str
    address: str
    insured_place: str
    insurance: str
    serial: int
    phone: str
    ethnicity: str = "汉"
    authority: str = ""
    face: int = 0

    @property
    def id_number(self) -> str:
        return id_number(self.region, self.born, self.serial)

    def age_on(self, day: dt.date) -> int:
        """Full years on ``day``."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, slots=True)
class Place:
    """A county: GB/T 2260 code, how its insured people are written, an address there, its police."""

    code: str
    insured: str
    address: str
    authority: str


PLACES: dict[str, Place] = {
    "yuanzhou": Place(
        "360902", "宜春市袁州区", "江西省宜春市袁州区秀江中路虚构小区{n}号", "宜春市公安局袁州分局"
    ),
    "fengcheng": Place("360981", "宜春市丰城市", "江西省丰城市剑光街道样张路{n}号", "丰城市公安局"),
    "zhangshu": Place("360982", "宜春市樟树市", "江西省樟树市淦阳街道样张巷{n}号", "樟树市公安局"),
    "gaoan": Place("360983", "宜春市高安市", "江西省高安市瑞州街道样张村{n}组", "高安市公安局"),
    "wanzai": Place("360922", "宜春市万载县", "江西省宜春市万载县康乐街道样张路{n}号", "万载县公安局"),
    "xinzhou": Place(
        "361102", "上饶市信州区", "江西省上饶市信州区西市街道样张路{n}号", "上饶市公安局信州分局"
    ),
    "guangfeng": Place(
        "361103", "上饶市广丰区", "江西省上饶市广丰区永丰街道样张村{n}号", "上饶市公安局广丰分局"
    ),
    "yushan": Place("361123", "上饶市玉山县", "江西省上饶市玉山县冰溪街道样张路{n}号", "玉山县公安局"),
    "poyang": Place("361128", "上饶市鄱阳县", "江西省上饶市鄱阳县鄱阳镇样张巷{n}号", "鄱阳县公安局"),
    "dexing": Place("361181", "上饶市德兴市", "江西省德兴市银城街道样张路{n}号", "德兴市公安局"),
    "shuangqing": Place(
        "430502", "邵阳市双清区", "湖南省邵阳市双清区兴隆街道样张路{n}号", "邵阳市公安局双清分局"
    ),
    "daxiang": Place(
        "430503", "邵阳市大祥区", "湖南省邵阳市大祥区红旗路街道样张巷{n}号", "邵阳市公安局大祥分局"
    ),
    "shaodong": Place("430582", "邵阳市邵东市", "湖南省邵东市两市塘街道样张路{n}号", "邵东市公安局"),
    "longhui": Place("430524", "邵阳市隆回县", "湖南省隆回县桃洪镇样张村{n}组", "隆回县公安局"),
    "dongkou": Place("430525", "邵阳市洞口县", "湖南省洞口县文昌街道样张路{n}号", "洞口县公安局"),
    "wugang": Place("430581", "邵阳市武冈市", "湖南省武冈市水西门街道样张路{n}号", "武冈市公安局"),
}


def person(
    name: str,
    sex: str,
    born: str,
    place: str,
    number: int,
    insurance: str = "employee",
    ethnicity: str = "汉",
) -> Person:
    """An invented person of ``PLACES[place]``; ``number`` keeps phone, house and serial apart."""
    where = PLACES[place]
    serial = (number * 37 + 101) % 899 + 50
    serial += (serial % 2 == 0) == (sex == "男")
    return Person(
        name=name,
        sex=sex,
        born=dt.date.fromisoformat(born),
        region=where.code,
        address=where.address.format(n=number % 97 + 3),
        insured_place=where.insured,
        insurance=insurance,
        serial=serial,
        phone=f"1300000{number:04d}",
        ethnicity=ethnicity,
        authority=where.authority,
        face=number,
    )
