"""Places, people, houses and pieces of the town layouts: papers of many provinces, each in its own manner."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place

TEMPLATES: dict[str, Template] = {}
SITES = {
    "川": (
        Place("511302", "四川省", "南充市", "顺庆区", "桑园坝路"),
        Place("510502", "四川省", "泸州市", "江阳区", "忠义街"),
        Place("513401", "四川省", "凉山彝族自治州", "西昌市", "海河北路"),
        Place("511024", "四川省", "内江市", "威远县", "外北街"),
    ),
    "粤": (
        Place("440604", "广东省", "佛山市", "禅城区", "弼塘西二街"),
        Place("440982", "广东省", "茂名市", "化州市", "橘城北路"),
        Place("441602", "广东省", "河源市", "源城区", "兴源东路"),
        Place("445102", "广东省", "潮州市", "湘桥区", "城新西路"),
    ),
    "鲁": (
        Place("370785", "山东省", "潍坊市", "高密市", "夷安大道"),
        Place("371302", "山东省", "临沂市", "兰山区", "涑河北街"),
        Place("370829", "山东省", "济宁市", "嘉祥县", "呈祥街"),
        Place("371402", "山东省", "德州市", "德城区", "湖滨中大道"),
    ),
    "浙": (
        Place("330382", "浙江省", "温州市", "乐清市", "伯乐东路"),
        Place("330683", "浙江省", "绍兴市", "嵊州市", "剡兴路"),
        Place("331022", "浙江省", "台州市", "三门县", "海游街"),
        Place("330502", "浙江省", "湖州市", "吴兴区", "苕溪西路"),
    ),
    "黑": (
        Place("230604", "黑龙江省", "大庆市", "让胡路区", "西宾路"),
        Place("230202", "黑龙江省", "齐齐哈尔市", "龙沙区", "卜奎南大街"),
        Place("231005", "黑龙江省", "牡丹江市", "西安区", "西三条路"),
        Place("230882", "黑龙江省", "佳木斯市", "富锦市", "向阳路"),
    ),
    "新": (
        Place("652301", "新疆维吾尔自治区", "昌吉回族自治州", "昌吉市", "延安北路"),
        Place("650203", "新疆维吾尔自治区", "克拉玛依市", "克拉玛依区", "友谊路"),
        Place("652901", "新疆维吾尔自治区", "阿克苏地区", "阿克苏市", "英阿瓦提路"),
    ),
    "冀": (
        Place("130203", "河北省", "唐山市", "路北区", "缸窑路"),
        Place("130929", "河北省", "沧州市", "献县", "平安大街"),
        Place("130503", "河北省", "邢台市", "信都区", "冶金北路"),
        Place("130727", "河北省", "张家口市", "阳原县", "昌盛东街"),
    ),
    "桂": (
        Place("450521", "广西壮族自治区", "北海市", "合浦县", "廉州大道"),
        Place("450107", "广西壮族自治区", "南宁市", "西乡塘区", "秀厢大道"),
        Place("451281", "广西壮族自治区", "河池市", "宜州区", "龙江路"),
        Place("450405", "广西壮族自治区", "梧州市", "长洲区", "新兴三路"),
    ),
}
HOMES = (
    "枫林嘉园",
    "东湖馨苑",
    "供销社家属院",
    "金色港湾",
    "二轻局宿舍",
    "水岸华庭",
    "铁路三宿舍",
    "丽景天城",
)
VILLAGES = ("大河沿村", "上坪村", "李家疃村", "新联村", "柳树屯", "六塘村", "后岙村", "东关社区")
TOWNS = ("双凤镇", "临江镇", "白石乡", "兴隆镇", "南桥街道", "河口镇", "东风街道")


@dataclass(frozen=True, slots=True)
class Who:
    """A person of a province, with the address as papers there write it."""

    person: Person
    address: str

    @property
    def name(self) -> str:
        """The printed name."""
        return self.person.name

    @property
    def sex(self) -> str:
        """男 or 女."""
        return self.person.sex

    @property
    def number(self) -> str:
        """The ID number."""
        return self.person.id_number

    @property
    def place(self) -> Place:
        """The county."""
        return self.person.place

    @property
    def born(self) -> dt.date:
        """The day of birth."""
        return self.person.born

    @property
    def kind(self) -> str:
        """``employee`` or ``resident``."""
        return self.person.insurance

    def age(self, day: dt.date) -> int:
        """Full years."""
        return self.person.age_on(day)


def who(dice: random.Random, province: str, youngest: int = 30, oldest: int = 86) -> Who:
    """Somebody of a province."""
    place = dice.choice(SITES[province])
    one = replace(people.person(dice, youngest=youngest, oldest=oldest), place=place, ethnicity="汉")
    head = dice.choice(
        (f"{place.province}{place.city}{place.county}", f"{place.city}{place.county}", place.county)
    )
    tail = dice.choice((
        f"{place.road}{dice.randint(2, 420)}号{dice.choice(HOMES)}{dice.randint(1, 32)}栋{dice.randint(1, 4)}单元{dice.randint(1, 17)}0{dice.randint(1, 4)}室",
        f"{place.road}{dice.randint(2, 420)}号",
        f"{dice.choice(TOWNS)}{dice.choice(VILLAGES)}{dice.randint(1, 14)}组{dice.randint(1, 130)}号",
        f"{dice.choice(HOMES)}{dice.randint(1, 30)}-{dice.randint(1, 4)}-{dice.randint(1, 17)}02",
    ))  # fmt: skip
    return Who(one, head + tail)


def house(dice: random.Random, place: Place, low: bool = False) -> tuple[str, str]:
    """A hospital of the place and its level."""
    county = place.county
    if low:
        return dice.choice((
            (f"{county}{dice.choice(TOWNS)[:2]}镇中心卫生院", "一级甲等"), (f"{county}{dice.choice(TOWNS)[:2]}社区卫生服务中心", "一级甲等"),
        ))  # fmt: skip
    return dice.choice((
        (f"{place.city}第{dice.choice('二三四五六')}人民医院", dice.choice(("三级甲等", "三级乙等"))),
        (f"{place.city}中西医结合医院", "三级乙等"), (f"{county}人民医院", "二级甲等"),
        (f"{county}中医医院", "二级甲等"), (f"{place.city}{dice.choice(('矿务局', '铁路', '纺织', '机械厂'))}职工医院", "二级乙等"),
        (f"{place.city}医学院第{dice.choice('二三')}附属医院", "三级甲等"), (f"{county}中心医院", "三级乙等"),
    ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ill:
    """One illness: diagnoses in Western words, what a bureau calls it, a ward, a complaint, and what was found."""

    names: tuple[str, ...]
    claim: str
    ward: str
    complaint: str
    story: str


ILLS = (
    Ill(("高血压3级（很高危）", "高血压性心脏病", "双侧颈动脉粥样硬化"), "高血压", "心血管内科一病区", "间断头昏12年，加重伴胸闷1周", "血压最高达190/112mmHg，长期服用硝苯地平控释片，未规律监测。近1周头昏加重，活动后胸闷，休息数分钟缓解。"),
    Ill(("2型糖尿病", "糖尿病周围神经病", "糖尿病肾病Ⅲ期"), "糖尿病", "内分泌代谢科", "口干多饮14年，双足麻木8月", "空腹血糖波动于9~13mmol/L，现用甘精胰岛素睡前18U联合阿卡波糖。双足针刺样麻木，夜间明显。"),
    Ill(("慢性阻塞性肺疾病急性加重", "肺源性心脏病代偿期"), "慢性阻塞性肺疾病", "呼吸内科", "反复咳喘20年，再发加重6天", "受凉后咳嗽加重，咳黄白痰，动则气促，夜间不能平卧。桶状胸，双肺可闻及散在哮鸣音及湿啰音。"),
    Ill(("慢性肾脏病5期", "肾性高血压", "继发性甲状旁腺功能亢进"), "慢性肾功能衰竭（透析）", "肾病科（血液净化中心）", "血肌酐升高5年，规律透析2年", "每周三次血液透析，左前臂动静脉内瘘震颤良好。近期透析间期体重增长过多，伴皮肤瘙痒。"),
    Ill(("脑梗死恢复期", "左侧偏瘫", "高同型半胱氨酸血症"), "脑血管病后遗症", "神经内科二区", "左侧肢体无力4月余", "4月前突发左侧肢体无力，头颅MRI示右侧基底节区脑梗死。现左侧肌力Ⅳ级，行走需人扶持。"),
    Ill(("肝硬化（乙型肝炎后，失代偿期）", "腹水", "门静脉高压"), "肝硬化", "肝病科", "乏力腹胀半年，加重10天", "HBsAg阳性20年，半年前腹胀，超声提示腹水。恩替卡韦抗病毒治疗中。"),
    Ill(("类风湿关节炎", "继发性骨质疏松"), "类风湿关节炎", "风湿免疫科", "双手多关节肿痛9年", "双手近端指间关节、腕关节对称性肿痛，晨僵约2小时，抗CCP抗体阳性，服甲氨蝶呤、来氟米特。"),
    Ill(("左肺上叶腺癌术后", "肺癌术后靶向治疗"), "恶性肿瘤门诊治疗", "肿瘤科二病区", "左肺癌术后10月，复查", "10月前行胸腔镜下左肺上叶切除术，病理示浸润性腺癌，EGFR 19外显子缺失，口服奥希替尼至今。"),
    Ill(("帕金森病（Hoehn-Yahr 3级）", "便秘"), "帕金森病", "神经内科", "右上肢静止性震颤6年，行走缓慢2年", "多巴丝肼每日四次，有剂末现象。面具脸，右侧肢体齿轮样强直，小步态。"),
    Ill(("冠状动脉粥样硬化性心脏病", "陈旧性下壁心肌梗死", "PCI术后"), "冠心病", "心内科CCU", "发作性胸骨后闷痛3年，再发2天", "2年前于右冠植入支架一枚，规律服用替格瑞洛、瑞舒伐他汀。2天来上楼时胸骨后压榨感。"),
    Ill(("慢性乙型病毒性肝炎", "肝血管瘤"), "慢性乙型肝炎", "感染科", "发现乙肝标志物阳性11年", "HBV-DNA 3.2E5 IU/mL，转氨酶反复升高，无黄疸、无出血倾向。"),
    Ill(("双相情感障碍",), "严重精神障碍", "精神科三病区", "情绪高涨与低落交替8年", "碳酸锂、喹硫平维持治疗，情绪基本平稳，无冲动行为，自知力部分恢复。"),
)  # fmt: skip
TITLES = ("主任医师", "副主任医师", "主治医师")


def ill(dice: random.Random) -> tuple[Ill, tuple[str, ...]]:
    """An illness, and the diagnoses of this patient."""
    one = dice.choice(ILLS)
    return one, one.names[: dice.randint(1, len(one.names))]


def doctor(dice: random.Random) -> str:
    """A doctor's name."""
    return people.name(dice, dice.choice("男女"))


def date(dice: random.Random, first: str = "2024-01-08", last: str = "2025-11-18") -> dt.date:
    """A day in a span."""
    return people.day(dice, first, last)


def after(day: dt.date, days: int) -> dt.date:
    """So many days later."""
    return day + dt.timedelta(days=days)


def years(day: dt.date, count: int) -> dt.date:
    """So many years later."""
    return day.replace(year=day.year + count, day=min(day.day, 28) if day.month == 2 else day.day)


def show(day: dt.date, style: str) -> str:
    """A date as printed: ``-``, ``/``, ``.``, ``年``, ``年0``, ``/0``, ``8``, ``年 `` (with spaces)."""
    if style == "年":
        return f"{day.year}年{day.month}月{day.day}日"
    if style == "年0":
        return f"{day:%Y年%m月%d日}"
    if style == "年 ":
        return f"{day.year} 年 {day.month} 月 {day.day} 日"
    if style == "8":
        return f"{day:%Y%m%d}"
    if style == "/":
        return f"{day.year}/{day.month}/{day.day}"
    return f"{day:%Y}{style[0]}{day:%m}{style[0]}{day:%d}"


def on(field: str, day: dt.date, style: str = "-", clock: str = "", css: str = "") -> str:
    """A date with its truth; ``clock`` is printed after it."""
    return f(field, day.isoformat(), show(day, style) + (" " + clock if clock else ""), style=css)


def clock(dice: random.Random, seconds: bool = False) -> str:
    """A time in working hours."""
    return f"{dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}" + (
        f":{dice.randint(0, 59):02d}" if seconds else ""
    )


def cells(field: str, value: str, css: str = "") -> str:
    """One character a box."""
    inner = "".join(
        f'<span style="display:inline-block;width:19px;height:22px;line-height:21px;border:1px solid #333;margin-left:-1px;text-align:center;{css}">{c}</span>'
        for c in value
    )
    return f'<span data-field="{field}" data-value="{escape(value, quote=True)}" style="white-space:nowrap">{inner}</span>'


def told(field: str, value: str, inner: str) -> str:
    """A value whose print is ``inner`` HTML: ticked boxes, codes."""
    return f'<span data-field="{field}" data-value="{escape(value, quote=True)}">{inner}</span>'


def insured(
    kind: str, names: Sequence[str] = ("职工", "居民"), on_: str = "☑", off: str = "□", gap: str = "　"
) -> str:
    """Boxes of the two insurances."""
    marks = (on_, off) if kind == "employee" else (off, on_)
    return told("insurance_type", kind, gap.join(f"{m}{n}" for m, n in zip(marks, names, strict=True)))


def digits(dice: random.Random, count: int, head: str = "") -> str:
    """A number."""
    return head + "".join(dice.choice("0123456789") for _ in range(count))


def under(inner: str, width: int = 100, css: str = "") -> str:
    """Something on a ruled line."""
    return f'<span style="display:inline-block;min-width:{width}px;border-bottom:1px solid #333;text-align:center;text-indent:0;line-height:1.35;{css}">{inner or "&nbsp;"}</span>'


def bars(dice: random.Random, width: int = 150, height: int = 30) -> str:
    """Bars as of a code on a label; they say nothing."""
    x, out = 0.0, ""
    while x < width:
        w = dice.choice((1, 1, 1.6, 2.4))
        out += f'<rect x="{x:.1f}" y="0" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1.4, 2.2))
    return f'<svg width="{width}" height="{height}" style="vertical-align:middle">{out}</svg>'


def squares(dice: random.Random, size: int = 120, count: int = 33) -> str:
    """A square code that says nothing."""
    u, out = size / count, ""
    corner: Callable[[int, int], bool] = lambda r, c: (
        (r < 8 and (c < 8 or c >= count - 8)) or (r >= count - 8 and c < 8)
    )
    for r in range(count):
        for c in range(count):
            if not corner(r, c) and dice.random() < 0.48:
                out += f'<rect x="{c * u:.2f}" y="{r * u:.2f}" width="{u:.2f}" height="{u:.2f}"/>'
    for x, y in ((0, 0), (count - 7, 0), (0, count - 7)):
        out += f'<path fill-rule="evenodd" d="M{x * u} {y * u}h{7 * u}v{7 * u}h{-7 * u}z M{(x + 1) * u} {(y + 1) * u}h{5 * u}v{5 * u}h{-5 * u}z M{(x + 2) * u} {(y + 2) * u}h{3 * u}v{3 * u}h{-3 * u}z"/>'
    return f'<svg width="{size}" height="{size}">{out}</svg>'


def face(dice: random.Random, width: int = 110, ground: str = "#e9eef4") -> str:
    """A drawn bust, which is nobody's."""
    skin, hair, coat = (
        dice.choice(("#e6bd9b", "#d9ab86", "#eecbaf")),
        dice.choice(("#1d1a19", "#4a4746", "#8b8987")),
        dice.choice(("#2d3b55", "#5a2f33", "#3d4a3b")),
    )
    return (
        f'<svg data-face="1" viewBox="0 0 100 124" width="{width}" height="{width * 1.24:.0f}" style="background:{ground};display:block">'
        f'<path d="M8 124 Q14 96 38 91 L62 91 Q86 96 92 124z" fill="{coat}"/><path d="M40 80h20v14q-10 9-20 0z" fill="{skin}"/>'
        f'<ellipse cx="50" cy="56" rx="24" ry="31" fill="{skin}"/><path d="M25 56 Q22 20 50 20 Q78 20 75 56 Q72 36 58 36 Q40 38 33 36 Q27 42 25 56z" fill="{hair}"/>'
        f'<path d="M34 50q6-4 11 0M55 50q6-4 11 0" stroke="{hair}" stroke-width="2" fill="none"/><ellipse cx="40" cy="56" rx="3.4" ry="2" fill="#222"/><ellipse cx="60" cy="56" rx="3.4" ry="2" fill="#222"/>'
        f'<path d="M50 57l-3 11q3 2 6 0" fill="none" stroke="#a97853" stroke-width="1.3"/><path d="M42 76q8 5 16 0q-8-3-16 0z" fill="#a8564e"/></svg>'
    )


NEEDLES = "body::after{content:'';position:absolute;inset:0;background:repeating-linear-gradient(rgba(255,255,255,0) 0 1.5px,rgba(255,255,255,.42) 1.5px 2.2px);pointer-events:none}"
"""The rows of a needle printer's pins."""
