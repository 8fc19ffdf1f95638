"""Invented people and places: names, addresses, ID numbers that add up, phones; all by the given dice."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

_SURNAMES = "赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭鲁韦马苗方俞任袁柳唐罗毕郝邬安常于傅康伍余卜顾孟黄穆萧尹姚邵汪祁毛贺龙叶司黎蒲邱骆欧阳"
_DOUBLE = ("欧阳", "上官", "司徒", "诸葛")
_MALE = "伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子杰涛昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘"
_FEMALE = "秀娟英华慧巧美娜静淑惠珠翠雅芝玉萍红娥玲芬芳燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹霞香月莺媛艳瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思丽"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Region:
    """A county-level place: its code of GB/T 2260, and what it is called on papers."""

    code: str
    province: str
    city: str
    county: str

    @property
    def full(self) -> str:
        """Province, city and county in one."""
        return self.province + ("" if self.province == self.city else self.city) + self.county

    @property
    def insured(self) -> str:
        """The insured place as registers print it."""
        return self.city + self.county

    @property
    def police(self) -> str:
        """Who issues ID cards there."""
        if self.county.endswith("区"):
            return f"{self.city}公安局{self.county.removesuffix('区')}分局"
        return f"{self.county}公安局"


_R = (
    "360902 江西省 宜春市 袁州区", "360981 江西省 宜春市 丰城市", "360983 江西省 宜春市 高安市", "361102 江西省 上饶市 信州区",
    "361128 江西省 上饶市 鄱阳县", "361181 江西省 上饶市 德兴市", "361130 江西省 上饶市 婺源县", "430502 湖南省 邵阳市 双清区",
    "430503 湖南省 邵阳市 大祥区", "430511 湖南省 邵阳市 北塔区", "430524 湖南省 邵阳市 隆回县", "430582 湖南省 邵阳市 邵东市",
    "510704 四川省 绵阳市 游仙区", "410303 河南省 洛阳市 西工区", "370203 山东省 青岛市 市北区", "330106 浙江省 杭州市 西湖区",
    "420106 湖北省 武汉市 武昌区", "440106 广东省 广州市 天河区", "610113 陕西省 西安市 雁塔区", "340104 安徽省 合肥市 蜀山区",
    "350203 福建省 厦门市 思明区", "320102 江苏省 南京市 玄武区", "500103 重庆市 重庆市 渝中区", "530103 云南省 昆明市 盘龙区",
    "520103 贵州省 贵阳市 云岩区", "210102 辽宁省 沈阳市 和平区", "230103 黑龙江省 哈尔滨市 南岗区", "130102 河北省 石家庄市 长安区",
    "620102 甘肃省 兰州市 城关区",
)  # fmt: skip
REGIONS = tuple(Region(*line.split()) for line in _R)
SEED_REGIONS = tuple(r for r in REGIONS if r.code[:4] in ("3609", "3611", "4305"))

_ROADS = (
    "朝晖路",
    "沿江东路",
    "青年路",
    "文昌南路",
    "桃源巷",
    "广场西路",
    "书院街",
    "金桥大道",
    "和平里",
    "滨湖路",
    "育才路",
    "红星街",
)
_ESTATES = ("锦绣家园", "水岸华庭", "粮食局宿舍", "翠竹苑", "机械厂家属区", "凤凰城", "御景湾")
_VILLAGES = ("石塘镇上坊村", "白马乡周家村", "桥头镇新塘村", "大垅乡枫树坪村", "龙溪镇杨柳村", "沙洲镇东升村")


def number(dice: random.Random, digits: int) -> str:
    """So many digits, the first no zero."""
    return str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in range(digits - 1))


def check_digit(first17: str) -> str:
    """The last character of an ID number after GB 11643."""
    return "10X98765432"[sum(int(c) * w for c, w in zip(first17, _WEIGHTS, strict=True)) % 11]


def given(dice: random.Random, sex: str) -> str:
    """A full name for that sex."""
    surname = dice.choice(_DOUBLE) if dice.random() < 0.03 else dice.choice(_SURNAMES.replace("欧阳", ""))
    pool = _MALE if sex == "男" else _FEMALE
    return surname + "".join(dice.sample(pool, 1 if dice.random() < 0.22 else 2))


def anyone(dice: random.Random) -> str:
    """A name of either sex: doctors, relatives, clerks."""
    return given(dice, dice.choice("男女"))


def mobile(dice: random.Random) -> str:
    """A mobile number's shape."""
    return dice.choice(
        ("131", "136", "138", "139", "150", "152", "158", "159", "177", "180", "187", "189", "199")
    ) + number(dice, 8)


@dataclass(frozen=True)
class Person:
    """One invented person."""

    name: str
    sex: str
    birth: date
    region: Region
    id_number: str
    address: str
    phone: str
    ethnicity: str

    def age(self, on: date) -> int:
        """Whole years on that day."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))


def address(dice: random.Random, region: Region) -> str:
    """A street or village address there."""
    if dice.random() < 0.3:
        return f"{region.full}{dice.choice(_VILLAGES)}{dice.randint(1, 12)}组{dice.randint(1, 60)}号"
    where = f"{region.full}{dice.choice(_ROADS)}{dice.randint(1, 288)}号"
    if dice.random() < 0.6:
        where += f"{dice.choice(_ESTATES)}{dice.randint(1, 19)}栋{dice.randint(1, 4)}单元{dice.randint(1, 17)}0{dice.randint(1, 4)}室"
    return where


def person(
    dice: random.Random, least: int = 24, most: int = 86, regions: tuple[Region, ...] = REGIONS
) -> Person:
    """Somebody between the ages, as of 2025."""
    sex, region = dice.choice("男女"), dice.choice(regions)
    birth = date(2025, 1, 1) - timedelta(days=dice.randint(least * 366, most * 365))
    serial = f"{dice.randint(0, 99):02d}{dice.choice('13579' if sex == '男' else '02468')}"
    head = f"{region.code}{birth:%Y%m%d}{serial}"
    ethnicity = "汉" if dice.random() < 0.8 else dice.choice(("土家", "苗", "回", "畲", "壮", "满", "侗"))
    return Person(
        given(dice, sex), sex, birth, region, head + check_digit(head), address(dice, region), mobile(dice), ethnicity
    )  # fmt: skip


def day(dice: random.Random, first: date = date(2024, 1, 8), last: date = date(2026, 5, 28)) -> date:
    """A day between the two."""
    return first + timedelta(days=dice.randint(0, (last - first).days))


def later(when: date, days: int) -> date:
    """So many days on."""
    return when + timedelta(days=days)
