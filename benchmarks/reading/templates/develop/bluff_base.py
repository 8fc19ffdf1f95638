"""Invented places' people, hospitals, illnesses and small drawings for the layouts of the ``bluff`` files."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, day, name, person, shown

TEMPLATES: dict[str, Template] = {}

JX = (
    Place("360829", "江西省", "吉安市", "安福县", "武功山大道"),
    Place("361002", "江西省", "抚州市", "临川区", "赣东大道"),
    Place("360426", "江西省", "九江市", "德安县", "义峰山路"),
)
HN = (
    Place("430724", "湖南省", "常德市", "临澧县", "朝阳西街"),
    Place("431322", "湖南省", "娄底市", "新化县", "梅苑北路"),
    Place("430981", "湖南省", "益阳市", "沅江市", "琼湖中路"),
)
HE = (
    Place("130682", "河北省", "定州市", "定州市", "兴定东路"),
    Place("130728", "河北省", "张家口市", "怀安县", "柴沟堡西大街"),
    Place("131102", "河北省", "衡水市", "桃城区", "胜利西路"),
)
SX = (
    Place("140821", "山西省", "运城市", "临猗县", "双塔北路"),
    Place("140981", "山西省", "忻州市", "原平市", "京原南路"),
    Place("141182", "山西省", "吕梁市", "汾阳市", "英雄北路"),
)
YN = (
    Place("530521", "云南省", "保山市", "施甸县", "甸阳东路"),
    Place("530326", "云南省", "曲靖市", "会泽县", "钟屏路"),
    Place("532901", "云南省", "大理州", "大理市", "龙溪路"),
)
GZ = (
    Place("520502", "贵州省", "毕节市", "七星关区", "麻园路"),
    Place("520623", "贵州省", "铜仁市", "石阡县", "长征中路"),
    Place("522601", "贵州省", "黔东南州", "凯里市", "环城北路"),
)
GS = (
    Place("620602", "甘肃省", "武威市", "凉州区", "南关东路"),
    Place("620825", "甘肃省", "平凉市", "庄浪县", "水洛北街"),
    Place("621102", "甘肃省", "定西市", "安定区", "永定西路"),
)
HL = (
    Place("230225", "黑龙江省", "齐齐哈尔市", "甘南县", "音河大街"),
    Place("231084", "黑龙江省", "牡丹江市", "宁安市", "通江路"),
    Place("231222", "黑龙江省", "绥化市", "兰西县", "颜河街"),
)


@dataclass(frozen=True)
class Ill:
    """One illness: as the bureau calls it, as charts and clinics tell it, and what is taken for it."""

    claim: str
    dept: str
    dx: tuple[str, ...]
    complaint: str
    now: str
    past: str
    signs: str
    drugs: tuple[tuple[str, str, str, str], ...]
    advice: str


ILLS = (
    Ill("高血压病（高危以上）", "心血管内科门诊", ("原发性高血压3级（很高危）", "高血压性心脏病", "混合型高脂血症"),
        "头昏、头胀反复8年，加重1周", "8年前体检时测血压165/100mmHg，此后间断服药，近1周劳累后头昏头胀明显，无视物旋转、呕吐，无肢体麻木。", "否认糖尿病、肾病史。父亲有高血压病史。",
        "BP 172/98mmHg，心率76次/分，律齐，A2亢进，双肺呼吸音清，双下肢无浮肿。",
        (("沙库巴曲缬沙坦钠片", "100mg*14片", "100mg", "每日2次"), ("苯磺酸左氨氯地平片", "2.5mg*14片", "2.5mg", "每日1次"), ("吲达帕胺缓释片", "1.5mg*10片", "1.5mg", "每日1次")), "低盐饮食，家庭自测血压并记录，2周后复诊"),
    Ill("糖尿病（伴并发症）", "内分泌代谢科", ("2型糖尿病", "糖尿病周围神经病变", "糖尿病视网膜病变"),
        "发现血糖升高12年，双足麻木半年", "12年前因口干多饮查空腹血糖11.8mmol/L，现用胰岛素及口服药，空腹血糖波动于7-11mmol/L，近半年双足麻木、刺痛。", "高脂血症5年；否认肝炎、结核病史。",
        "身高168cm，体重71kg，BMI 25.2；双足背动脉搏动减弱，痛温觉减退，未见破溃。",
        (("德谷胰岛素注射液", "3ml:300单位", "16单位", "睡前1次"), ("盐酸二甲双胍缓释片", "0.5g*30片", "1.0g", "每日1次"), ("依帕司他片", "50mg*10片", "50mg", "每日3次")), "糖尿病饮食，监测血糖，注意足部护理"),
    Ill("慢性阻塞性肺疾病", "呼吸内科", ("慢性阻塞性肺疾病", "肺气肿", "慢性肺源性心脏病"),
        "咳嗽咳痰15年，活动后气短3年", "每于秋冬季咳嗽、咳白色泡沫痰，近3年上一层楼即感气短，近日痰量增多。", "吸烟30余年，每日约20支，已戒2年。",
        "口唇轻度发绀，桶状胸，双肺叩诊过清音，呼吸音低，可闻少许哮鸣音。",
        (("乌美溴铵维兰特罗吸入粉雾剂", "30吸", "1吸", "每日1次"), ("茶碱缓释片", "0.1g*24片", "0.1g", "每日2次"), ("盐酸氨溴索口服溶液", "100ml", "10ml", "每日3次")), "戒烟避寒，长期家庭氧疗，每年接种流感疫苗"),
    Ill("慢性肾功能衰竭", "肾脏内科", ("慢性肾脏病4期", "慢性肾小球肾炎", "肾性贫血"),
        "发现蛋白尿6年，乏力纳差2月", "6年前查尿蛋白（++），血肌酐逐年升高，近2月乏力、食欲减退，夜尿3-4次。", "否认肾毒性药物应用史，无输血史。",
        "BP 158/92mmHg，贫血貌，双眼睑轻度浮肿，肾区无叩痛，双下肢凹陷性水肿（+）。",
        (("复方α-酮酸片", "0.63g*100片", "2.52g", "每日3次"), ("多糖铁复合物胶囊", "0.15g*10粒", "0.15g", "每日1次"), ("碳酸钙D3片", "600mg*60片", "600mg", "每日1次")), "优质低蛋白饮食，勿用肾毒性药物，每月复查肾功能、电解质"),
    Ill("肝硬化", "肝病科", ("乙型肝炎后肝硬化", "食管胃底静脉曲张", "脾功能亢进"),
        "乏力腹胀3年，再发半月", "3年前体检发现乙肝表面抗原阳性、肝硬化，服恩替卡韦治疗，半月前腹胀、纳差再发，无呕血黑便。", "母亲有乙肝病史。无饮酒史。",
        "慢性肝病面容，蜘蛛痣（+），腹稍膨隆，脾肋下3cm，移动性浊音（±）。",
        (("富马酸丙酚替诺福韦片", "25mg*30片", "25mg", "每日1次"), ("盐酸普萘洛尔片", "10mg*100片", "10mg", "每日2次"), ("螺内酯片", "20mg*100片", "40mg", "每日1次")), "软食，忌粗糙食物，3个月复查HBV-DNA、甲胎蛋白、肝脏超声"),
    Ill("系统性红斑狼疮", "风湿免疫科", ("系统性红斑狼疮", "狼疮性肾炎"),
        "面部红斑、关节痛4年，水肿1月", "4年前面部蝶形红斑伴关节痛，外院诊断系统性红斑狼疮，激素治疗，1月前双下肢水肿、泡沫尿。", "对青霉素过敏。",
        "面部蝶形红斑，双手近端指间关节压痛，双下肢中度凹陷性水肿。",
        (("醋酸泼尼松片", "5mg*100片", "30mg", "每日1次"), ("硫酸羟氯喹片", "0.2g*14片", "0.2g", "每日2次"), ("吗替麦考酚酯胶囊", "0.25g*40粒", "0.75g", "每日2次")), "避光，不可自行停减激素，2周复查血尿常规"),
    Ill("帕金森病", "神经内科", ("帕金森病", "睡眠障碍"),
        "右手抖动5年，行走缓慢2年", "5年前出现右手静止性震颤，渐累及左侧，近2年起步困难、行走缓慢，服美多芭有效。", "否认脑炎、一氧化碳中毒史。",
        "面具脸，四肢肌张力呈齿轮样增高，右侧为著，慌张步态，病理征未引出。",
        (("多巴丝肼片", "250mg*40片", "125mg", "每日3次"), ("盐酸普拉克索片", "0.25mg*30片", "0.25mg", "每日3次"), ("氯硝西泮片", "2mg*20片", "0.5mg", "睡前1次")), "规律服药，防跌倒，坚持步态训练"),
    Ill("恶性肿瘤门诊治疗", "肿瘤科", ("胃恶性肿瘤术后", "胃窦腺癌（pT3N1M0 ⅡB期）", "化疗后骨髓抑制"),
        "胃癌术后7月，返院复诊", "7月前行远端胃癌根治术，术后予SOX方案化疗6周期，近日乏力、食欲欠佳，无发热呕吐。", "胃溃疡病史10年；否认高血压、糖尿病史。",
        "KPS 80分，消瘦，腹部正中见手术瘢痕，愈合好，腹软无压痛，浅表淋巴结未触及。",
        (("替吉奥胶囊", "20mg*42粒", "40mg", "每日2次"), ("地榆升白片", "0.1g*40片", "0.3g", "每日3次"), ("奥美拉唑肠溶胶囊", "20mg*14粒", "20mg", "每日1次")), "少食多餐，每周复查血常规，3个月复查CT及肿瘤标志物"),
    Ill("类风湿关节炎", "风湿骨病科", ("类风湿关节炎", "骨质疏松症"),
        "多关节肿痛7年，晨僵加重1月", "双手小关节对称性肿痛7年，晨僵约2小时，未规律用药，近1月受凉后加重。", "慢性胃炎史；无药物过敏史。",
        "双手掌指关节肿胀压痛，右腕尺偏畸形，握力下降。",
        (("甲氨蝶呤片", "2.5mg*16片", "10mg", "每周1次"), ("艾拉莫德片", "25mg*14片", "25mg", "每日2次"), ("塞来昔布胶囊", "0.2g*10粒", "0.2g", "每日1次")), "关节保暖，功能锻炼，每月复查肝功能、血常规"),
)  # fmt: skip

TAILS = {
    "JX": ("青原楼人民医院", "江湾中心医院", "赣源第二人民医院", "华佗山中医院"),
    "HN": ("楚云人民医院", "资水第三人民医院", "湘岭中西医结合医院", "矿务局总医院"),
    "HE": ("燕塘人民医院", "北城第二医院", "冀南中心医院", "铁路康复医院"),
    "SX": ("晋塬人民医院", "煤业总医院", "河东第四人民医院", "汾水中医医院"),
    "YN": ("云杉人民医院", "澜山第一医院", "茶马道中医医院", "坝区中心医院"),
    "GZ": ("黔灵北人民医院", "乌蒙第三人民医院", "清水岩中心医院", "苗岭医院"),
    "GS": ("陇坂人民医院", "河驿第二人民医院", "祁连东路医院", "渭源台中医医院"),
    "HL": ("松嫩人民医院", "北原林业总医院", "江东农垦医院", "龙湖第五医院"),
}
OF = {"JX": JX, "HN": HN, "HE": HE, "SX": SX, "YN": YN, "GZ": GZ, "GS": GS, "HL": HL}
VILLAGES = ("柳树沟村", "杨家湾村", "大石板村", "前进村", "枫树岭村", "马家台村", "新庄村", "双井村")


@dataclass(frozen=True)
class Case:
    """A patient, an illness, a day, a hospital and its staff."""

    p: Person
    ill: Ill
    on: dt.date
    hospital: str
    level: str
    staff: tuple[str, ...]
    address: str
    number: str
    serial: str

    @property
    def age(self) -> int:
        """Age on the day."""
        return self.p.age_on(self.on)

    @property
    def insured(self) -> str:
        """City and county, once where they are the same."""
        place = self.p.place
        return place.county if place.city == place.county else place.insured


def digits(dice: random.Random, count: int, head: str = "") -> str:
    """A number of so many digits, never zero first."""
    return head + str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in range(count - 1))


def case(dice: random.Random, area: str, ills: Sequence[Ill] = ILLS, **ages: int) -> Case:
    """One invented case of a province."""
    place = dice.choice(OF[area])
    p = replace(person(dice, **ages), place=place)
    city = "" if place.city == place.county else place.city
    town = dice.choice(("河口镇", "城关镇", "南坪乡", "白塔镇", "龙潭街道"))
    where = dice.choice((
        f"{place.province}{city}{place.county}{place.road}{dice.randint(2, 260)}号{dice.randint(1, 9)}栋{dice.randint(1, 3)}单元{dice.randint(1, 6)}0{dice.randint(1, 4)}室",
        f"{place.province}{city}{place.county}{town}{dice.choice(VILLAGES)}{dice.randint(1, 18)}号",
        f"{place.county}{town}{dice.choice(VILLAGES)}{dice.randint(1, 12)}组{dice.randint(1, 99)}号",
    ))  # fmt: skip
    stem = dice.choice((place.county.rstrip("县区市"), place.county, place.city[:-1]))
    level = dice.choice(("三级甲等", "三级乙等", "二级甲等", "二级甲等", "二级乙等"))
    return Case(
        p, dice.choice(ills), day(dice, "2024-02-01", "2025-11-10"), stem + dice.choice(TAILS[area]), level,
        tuple(name(dice, dice.choice("男女")) for _ in range(8)), where,
        digits(dice, dice.choice((6, 8, 10))), digits(dice, 10),
    )  # fmt: skip


def clock(dice: random.Random, seconds: bool = False) -> str:
    """A time of a working day."""
    text = f"{dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}"
    return text + f":{dice.randint(0, 59):02d}" * seconds


def d(field: str, when: dt.date, dice: random.Random, style: str | None = None, tail: str = "") -> str:
    """A date with its truth, in one of the ways papers print it, a time of day after it."""
    return f(field, when.isoformat(), shown(dice, when, style) + tail)


def bars(dice: random.Random, width: int = 150, height: int = 34) -> str:
    """Strokes that look like a one-dimensional code."""
    x, strokes = 0.0, ""
    while x < width:
        w = dice.choice((1, 1, 2, 3)) * 0.9
        strokes += f'<rect x="{x:.1f}" y="0" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1, 2, 2.6))
    return f'<svg width="{width}" height="{height}" style="display:block">{strokes}</svg>'


def dots(dice: random.Random, size: int = 72) -> str:
    """A square that looks like a two-dimensional code."""
    n = 29
    corner: Callable[..., bool] = lambda x, y: (x < 8 and (y < 8 or y > 20)) or (x > 20 and y < 8)
    body = "".join(
        f'<rect x="{x}" y="{y}" width="1.04" height="1.04"/>'
        for x in range(n)
        for y in range(n)
        if dice.random() < 0.5 and not corner(x, y)
    )
    eyes = "".join(
        f'<path d="M{x} {y}h7v7h-7zm1 1v5h5v-5z" fill-rule="evenodd"/><rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        for x, y in ((0, 0), (22, 0), (0, 22))
    )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}">{body}{eyes}</svg>'


def spread(*parts: str, style: str = "") -> str:
    """Pieces over the width of a line."""
    inner = "".join(f"<span>{part}</span>" for part in parts)
    return f'<div style="display:flex;justify-content:space-between;gap:8px;{style}">{inner}</div>'


def line(width: float = 1, colour: str = "#111", kind: str = "solid", gap: int = 3) -> str:
    """A rule across the page."""
    return f'<div style="border-top:{width}px {kind} {colour};margin:{gap}px 0"></div>'


def blank(inner: str, width: int, style: str = "") -> str:
    """A value over a printed line."""
    return (
        f'<span style="display:inline-block;min-width:{width}px;border-bottom:1px solid #222;'
        f'text-align:center;padding:0 4px;line-height:1.25;{style}">{inner or "&nbsp;"}</span>'
    )
