"""What the papers of the south-west and the north share: places, one patient's case, boxes, ticks, faces, bars."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, day, name, person, shown

PLACES = (
    Place("510703", "四川省", "绵阳市", "涪城区", "临园路东段"),
    Place("511302", "四川省", "南充市", "顺庆区", "人民中路"),
    Place("511504", "四川省", "宜宾市", "叙州区", "金沙江大道"),
    Place("500101", "", "重庆市", "万州区", "白岩路"),
    Place("500235", "", "重庆市", "云阳县", "杏家湾路"),
    Place("520302", "贵州省", "遵义市", "红花岗区", "中华南路"),
    Place("520502", "贵州省", "毕节市", "七星关区", "洪山路"),
    Place("530302", "云南省", "曲靖市", "麒麟区", "寥廓北路"),
    Place("532901", "云南省", "大理州", "大理市", "泰安路"),
    Place("610702", "陕西省", "汉中市", "汉台区", "天汉大道"),
    Place("610802", "陕西省", "榆林市", "榆阳区", "肤施路"),
    Place("620502", "甘肃省", "天水市", "秦州区", "建设路"),
    Place("620602", "甘肃省", "武威市", "凉州区", "西大街"),
    Place("211202", "辽宁省", "铁岭市", "银州区", "广裕街"),
    Place("211302", "辽宁省", "朝阳市", "双塔区", "新华路"),
    Place("231202", "黑龙江省", "绥化市", "北林区", "中兴东路"),
    Place("230202", "黑龙江省", "齐齐哈尔市", "龙沙区", "卜奎南大街"),
    Place("130602", "河北省", "保定市", "竞秀区", "朝阳南大街"),
    Place("130903", "河北省", "沧州市", "运河区", "解放西路"),
)
PEOPLES = ("汉",) * 9 + ("彝", "白", "土家", "苗", "回", "满", "布依", "仡佬", "哈尼")
ILLS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("心血管内科", "高血压病（Ⅲ期）", ("原发性高血压3级 很高危", "高血压性心脏病", "双侧颈动脉粥样硬化")),
    ("内分泌代谢科", "糖尿病", ("2型糖尿病", "糖尿病肾病Ⅳ期", "糖尿病周围神经病", "混合性高脂血症")),
    (
        "肾病内科",
        "慢性肾功能衰竭（透析）",
        ("慢性肾脏病（CKD5期）", "肾性高血压", "肾性贫血", "继发性甲状旁腺功能亢进"),
    ),
    (
        "呼吸与危重症医学科",
        "慢性阻塞性肺疾病",
        ("慢性阻塞性肺疾病伴急性加重", "慢性肺源性心脏病", "肺部感染"),
    ),
    ("风湿免疫科", "类风湿关节炎", ("类风湿性关节炎", "继发性骨质疏松")),
    ("肿瘤科", "恶性肿瘤门诊治疗", ("左乳浸润性癌术后", "左腋窝淋巴结转移", "化疗后骨髓抑制Ⅱ度")),
    ("神经内科", "脑血管意外后遗症", ("脑梗死恢复期", "左侧偏瘫", "高血压病2级（极高危）")),
    ("感染科", "慢性活动性肝炎及肝硬化", ("慢性乙型病毒性肝炎", "乙型肝炎后肝硬化", "门静脉高压")),
    (
        "心血管内科",
        "冠心病",
        ("冠状动脉粥样硬化性心脏病", "陈旧性前壁心肌梗死", "PCI术后", "心功能Ⅱ级（NYHA）"),
    ),
    ("血液科", "再生障碍性贫血", ("慢性再生障碍性贫血",)),
    ("甲乳外科", "甲状腺功能减退", ("甲状腺癌术后甲状腺功能减退症", "低钙血症")),
    ("精神科", "精神分裂症", ("未分化型精神分裂症", "药物性静坐不能")),
)
DRUGS = (
    ("硝苯地平控释片", "30mg*7片", "30mg", "QD", "口服"),
    ("厄贝沙坦氢氯噻嗪片", "162.5mg*14片", "162.5mg", "QD", "口服"),
    ("盐酸二甲双胍片", "0.25g*48片", "0.5g", "TID", "口服"),
    ("甘精胰岛素注射液", "3ml:300单位", "14单位", "QN", "皮下注射"),
    ("达格列净片", "10mg*14片", "10mg", "QD", "口服"),
    ("瑞舒伐他汀钙片", "10mg*28片", "10mg", "QN", "口服"),
    ("硫酸氢氯吡格雷片", "75mg*7片", "75mg", "QD", "口服"),
    ("噻托溴铵粉吸入剂", "18μg*10粒", "18μg", "QD", "吸入"),
    ("左甲状腺素钠片", "50μg*100片", "75μg", "QD", "口服"),
    ("复方α-酮酸片", "0.63g*100片", "4片", "TID", "口服"),
    ("来氟米特片", "10mg*16片", "20mg", "QN", "口服"),
)


@dataclass(frozen=True)
class Case:
    """One patient and what one page tells of them."""

    p: Person
    address: str
    hospital: str
    level: str
    department: str
    claim: str
    illnesses: tuple[str, ...]
    doctors: tuple[str, ...]
    record: str
    came: dt.date
    left: dt.date

    @property
    def age(self) -> int:
        """On the day of leaving."""
        return self.p.age_on(self.left)


def case(dice: random.Random, *cities: str) -> Case:
    """The dice's patient, of one of the cities where any is given."""
    place = dice.choice([x for x in PLACES if not cities or x.city in cities])
    p = replace(person(dice, youngest=24, oldest=90), place=place, ethnicity=dice.choice(PEOPLES))
    address = dice.choice((
        f"{place.province}{place.city}{place.county}{place.road}{p.house}号",
        f"{place.city}{place.county}{place.road}{p.house}号{dice.randint(1, 18)}栋{dice.randint(1, 3)}单元{dice.randint(2, 33)}-{dice.randint(1, 8)}",
        f"{place.province}{place.city}{place.county}{dice.choice(('青龙镇', '双河乡', '柳树镇', '太平街道'))}{dice.choice(('红星', '团结', '大湾', '前进'))}村{dice.randint(1, 12)}组",
        f"{place.county}{dice.choice(('和平', '新立', '文化', '站前'))}社区{dice.choice(('锦绣花园', '电厂家属院', '龙湾小区'))}{dice.randint(1, 40)}号楼{dice.randint(101, 1804)}室",
    ))  # fmt: skip
    head = place.city
    hospital, level = dice.choice((
        (f"{head}中心医院", "三级甲等"), (f"{head}第{dice.choice('一二三四')}人民医院", "三级乙等"),
        (f"{place.county}人民医院", "二级甲等"), (f"{head}中医医院", "三级甲等"),
        (f"{dice.choice(('川北', '渝东', '黔北', '滇中', '陇南', '辽北', '冀中'))}医学院附属医院", "三级甲等"),
        (f"{head}{place.county}中西医结合医院", "二级乙等"), (f"{dice.choice(('四四八', '三六二', '长庆', '铁煤'))}总医院", "三级"),
    ))  # fmt: skip
    department, claim, ills = dice.choice(ILLS)
    came = day(dice)
    return Case(
        p, address, hospital, level, department, claim, ills[: dice.randint(1, len(ills))],
        tuple(name(dice, dice.choice("男女")) for _ in range(5)),
        dice.choice((f"{dice.randint(100000, 999999)}", f"ZY{dice.randint(10**9, 10**10 - 1)}", f"{dice.randint(0, 10**10):010d}")),
        came, came + dt.timedelta(days=dice.randint(4, 21)),
    )  # fmt: skip


def date(field: str, when: dt.date, dice: random.Random, style: str = "", clock: bool = False) -> str:
    """A date with its truth; ``style`` ``8`` is eight digits run together."""
    style = style or dice.choice("--年./0")
    text = f"{when:%Y%m%d}" if style == "8" else shown(dice, when, "年0" if style == "0" else style)
    if clock:
        text += f" {dice.randint(7, 21):02d}:{dice.randint(0, 59):02d}"
    return f(field, when.isoformat(), text)


def plain(when: dt.date, dice: random.Random, style: str = "-", clock: bool = True) -> str:
    """A date nobody asks for."""
    return shown(dice, when, "年0" if style == "0" else style) + (
        f" {dice.randint(7, 21):02d}:{dice.randint(0, 59):02d}" if clock else ""
    )


def boxes(field: str, value: str, side: int = 20, font: str = "inherit") -> str:
    """One character a cell."""
    cell = f"display:inline-block;width:{side}px;height:{side + 4}px;border:1px solid #333;margin-left:-1px;text-align:center;line-height:{side + 2}px;font-family:{font}"
    inner = "".join(f'<i style="{cell};font-style:normal">{c}</i>' for c in value)
    return f'<span data-field="{field}" data-value="{value}" style="white-space:nowrap">{inner}</span>'


def ticks(
    options: Sequence[str],
    chosen: int | None,
    field: str = "",
    value: str = "",
    *,
    on: str = "☑",
    off: str = "□",
    gap: str = "　",
    after: bool = False,
) -> str:
    """A row of boxes; the ticked one carries the truth where a field is given."""
    out = []
    for n, label in enumerate(options):
        mark = on if n == chosen else off
        text = label + mark if after else mark + label
        out.append(f(field, value or label, text) if n == chosen and field else text)
    return gap.join(out)


def insured(c: Case) -> str:
    """The contract's word."""
    return c.p.insurance


def fake_bar(dice: random.Random, width: int = 180, height: int = 34) -> str:
    """Stripes of a bar code that no reader understands."""
    x, out = 0.0, ""
    while x < width:
        w = dice.choice((1, 1, 2, 3))
        out += f'<rect x="{x}" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1, 2, 3))
    return f'<svg width="{width}" height="{height}">{out}</svg>'


def fake_square(dice: random.Random, side: int = 110, cells: int = 29) -> str:
    """Modules of a square code that no reader understands."""
    u = side / cells
    corner: Callable[..., bool] = lambda x, y: (
        (x < 7 and y < 7) or (x >= cells - 7 and y < 7) or (x < 7 and y >= cells - 7)
    )
    out = "".join(
        f'<rect x="{x * u:.2f}" y="{y * u:.2f}" width="{u + 0.1:.2f}" height="{u + 0.1:.2f}"/>'
        for x in range(cells) for y in range(cells) if not corner(x, y) and dice.random() < 0.47
    )  # fmt: skip
    for x, y in ((0, 0), (cells - 7, 0), (0, cells - 7)):
        out += f'<rect x="{(x + 0.5) * u}" y="{(y + 0.5) * u}" width="{6 * u}" height="{6 * u}" fill="none" stroke="#000" stroke-width="{u}"/>'
        out += f'<rect x="{(x + 2) * u}" y="{(y + 2) * u}" width="{3 * u}" height="{3 * u}"/>'
    return f'<svg width="{side}" height="{side}">{out}</svg>'


def face(dice: random.Random, width: int, height: int, style: str = "") -> str:
    """A drawn head and shoulders."""
    skin = dice.choice(("#e8c3a2", "#d9ae8a", "#f0d0b4"))
    hair, coat = (
        dice.choice(("#1c1a1a", "#3a3431", "#8c8988")),
        dice.choice(("#2d3f55", "#5a2f35", "#444", "#f2f2f2")),
    )
    long = (
        '<path d="M24 52 Q18 96 30 108 L70 108 Q82 96 76 52Z" fill="H"/>'.replace("H", hair)
        if dice.random() < 0.5
        else ""
    )
    return (
        f'<div data-face="1" style="width:{width}px;height:{height}px;{style}"><svg width="{width}" height="{height}" viewBox="0 0 100 130" preserveAspectRatio="none">'
        f'<defs><radialGradient id="k" cx="45%" cy="40%"><stop offset="0" stop-color="#fbe6d2"/><stop offset="1" stop-color="{skin}"/></radialGradient></defs>{long}'
        f'<path d="M4 130 Q8 98 40 95 L60 95 Q92 98 96 130Z" fill="{coat}"/><path d="M40 80 L40 97 Q50 106 60 97 L60 80Z" fill="{skin}"/>'
        f'<ellipse cx="50" cy="57" rx="24" ry="32" fill="url(#k)"/><path d="M25 54 Q22 18 50 18 Q78 18 75 54 Q72 34 58 33 Q38 34 30 38 Q27 44 25 54Z" fill="{hair}"/>'
        '<path d="M33 49 q6 -4 12 0 M55 49 q6 -4 12 0" stroke="#3a2d28" stroke-width="1.8" fill="none"/>'
        '<ellipse cx="39" cy="55" rx="4.4" ry="2.3" fill="#fff"/><circle cx="39" cy="55" r="2.1" fill="#2a1d18"/><ellipse cx="61" cy="55" rx="4.4" ry="2.3" fill="#fff"/><circle cx="61" cy="55" r="2.1" fill="#2a1d18"/>'
        '<path d="M50 56 Q47 66 46 68 Q50 71 54 68" stroke="#b5805f" stroke-width="1.3" fill="none"/><path d="M42 77 Q50 82 58 77 Q50 74 42 77Z" fill="#b8635c"/></svg></div>'
    )  # fmt: skip
