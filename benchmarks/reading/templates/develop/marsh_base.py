"""Invented patients, hospitals and courses of illness for the layouts of the ``marsh`` files."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, day, name, person

TEMPLATES: dict[str, Template] = {}

GD = (
    Place("441402", "广东省", "梅州市", "梅江区", "彬芳大道"),
    Place("441481", "广东省", "梅州市", "兴宁市", "官汕一路"),
)
FJ = (
    Place("350802", "福建省", "龙岩市", "新罗区", "西陂街道"),
    Place("350823", "福建省", "龙岩市", "上杭县", "北环路"),
)
ZJ = (
    Place("331102", "浙江省", "丽水市", "莲都区", "大洋路"),
    Place("331123", "浙江省", "丽水市", "遂昌县", "妙高街道"),
)
HN = (
    Place("431002", "湖南省", "郴州市", "北湖区", "人民西路"),
    Place("431021", "湖南省", "郴州市", "桂阳县", "蓉城路"),
)
JX = (
    Place("360702", "江西省", "赣州市", "章贡区", "文清路"),
    Place("360731", "江西省", "赣州市", "于都县", "长征大道"),
)
SD = (
    Place("370783", "山东省", "潍坊市", "寿光市", "圣城街"),
    Place("371721", "山东省", "菏泽市", "曹县", "珠江路"),
)
HA = (
    Place("411303", "河南省", "南阳市", "卧龙区", "车站南路"),
    Place("411381", "河南省", "南阳市", "邓州市", "新华西路"),
)


@dataclass(frozen=True)
class Ill:
    """One illness as a chart tells it."""

    dept: str
    dx: tuple[tuple[str, str], ...]
    first: str
    complaint: str
    past: str
    signs: str
    course: str
    drugs: tuple[tuple[str, str, str], ...]
    advice: str


ILLS = (
    Ill("神经内科", (("脑梗死", "I63.902"), ("高血压病3级（很高危）", "I10.x05"), ("高同型半胱氨酸血症", "E72.101"), ("颈动脉硬化", "I70.806")),
        "脑梗死？", "右侧肢体无力伴言语含糊2天", "有“高血压病”病史10余年，最高达185/105mmHg，不规则服用“硝苯地平缓释片”；否认糖尿病、冠心病史；无药物过敏史",
        "T36.5℃ P78次/分 R19次/分 BP168/96mmHg，神清，构音欠清，右侧鼻唇沟稍浅，伸舌右偏，右上肢肌力3+级，右下肢肌力4级，右巴氏征（+）",
        "入院后完善相关检查：头颅MRI+MRA示左侧基底节区急性脑梗死；颈动脉彩超：双侧颈动脉硬化并斑块形成。予抗血小板聚集、调脂稳斑、改善循环、清除自由基、营养神经及针灸康复等治疗，患者言语较前清晰，右侧肢体肌力较前恢复。",
        (("阿司匹林肠溶片", "100mg×30片", "100mg qd 口服"), ("阿托伐他汀钙片", "20mg×7片", "20mg qn 口服"), ("苯磺酸氨氯地平片", "5mg×28片", "5mg qd 口服")),
        "低盐低脂饮食，戒烟酒，加强肢体功能锻炼；监测血压，1月后神经内科门诊复查肝功能、血脂、CK"),
    Ill("呼吸与危重症医学科", (("慢性阻塞性肺疾病伴有急性加重", "J44.101"), ("慢性肺源性心脏病", "I27.901"), ("Ⅱ型呼吸衰竭", "J96.902")),
        "咳嗽、气促查因：AECOPD", "反复咳嗽、咳痰、气促10余年，加重5天", "吸烟史40年，20支/日，已戒3年。否认高血压、糖尿病、冠心病史。否认食物药物过敏史",
        "T37.2℃ P96次/分 R24次/分 BP132/78mmHg，桶状胸，双肺呼吸音减弱，可闻及散在干湿啰音，心率96次/分，律齐，双下肢轻度凹陷性水肿",
        "入院予吸氧、头孢哌酮钠舒巴坦钠抗感染、多索茶碱平喘、布地奈德+异丙托溴铵雾化吸入、氨溴索化痰等处理，复查血气PaO2 68mmHg，PaCO2 49mmHg，咳嗽气促明显缓解，现病情好转出院。",
        (("布地格福吸入气雾剂", "120吸/支", "2吸 bid 吸入"), ("孟鲁司特钠片", "10mg×12片", "10mg qn 口服"), ("盐酸氨溴索片", "30mg×20片", "30mg tid 口服")),
        "避免受凉，家庭氧疗（1-2L/min，>15h/d）；坚持吸入用药；2周后呼吸科门诊复诊"),
    Ill("内分泌科", (("2型糖尿病", "E11.900"), ("糖尿病性周围神经病变", "E11.402"), ("糖尿病性肾病", "E11.203"), ("高血压病2级（很高危）", "I10.x04"), ("脂肪肝", "K76.000")),
        "2型糖尿病", "口干、多饮、多尿8年，双足麻木3月", "“高血压”5年，口服缬沙坦；2016年行阑尾切除术；青霉素皮试阳性",
        "T36.4℃ P82次/分 R20次/分 BP148/88mmHg，神志清，心肺腹未见明显异常，双足背动脉搏动减弱，10g尼龙丝试验（+）",
        "入院后查HbA1c 10.2%，空腹C肽1.02ng/ml，尿白蛋白/肌酐186mg/g。予门冬胰岛素30早16u晚14u皮下注射联合二甲双胍控糖，硫辛酸、甲钴胺营养神经等治疗，现空腹血糖6.2-7.5mmol/L，餐后2h血糖8.0-10.1mmol/L。",
        (("门冬胰岛素30注射液", "3ml:300U", "早16u 晚14u 餐前皮下注射"), ("盐酸二甲双胍片", "0.5g×20片", "0.5g tid 口服"), ("甲钴胺片", "0.5mg×20片", "0.5mg tid 口服")),
        "糖尿病饮食，每日监测血糖，警惕低血糖；3个月复查HbA1c；眼底每年检查一次"),
    Ill("心血管内科", (("冠状动脉粥样硬化性心脏病", "I25.103"), ("不稳定型心绞痛", "I20.000"), ("心功能Ⅱ级（NYHA分级）", "I50.904"), ("高脂血症", "E78.500")),
        "冠心病 不稳定型心绞痛", "反复胸闷、胸痛2年，再发3天", "平素体健，否认“高血压、糖尿病”，无手术外伤输血史",
        "T36.6℃ P72次/分 R18次/分 BP138/82mmHg，双肺未闻及干湿啰音，心界不大，心率72次/分，律齐，A2＞P2，各瓣膜区未闻及杂音",
        "入院后于局麻下行冠状动脉造影术：LAD中段狭窄约85%，植入药物洗脱支架1枚（3.0×24mm），术后TIMI血流3级。术后予双联抗血小板、调脂、控制心室率等治疗，无胸痛发作，穿刺处无渗血。",
        (("替格瑞洛片", "90mg×14片", "90mg bid 口服"), ("瑞舒伐他汀钙片", "10mg×7片", "10mg qn 口服"), ("琥珀酸美托洛尔缓释片", "47.5mg×7片", "23.75mg qd 口服")),
        "双抗至少12个月，勿自行停药，注意有无黑便；1、3、6、12个月心内科门诊随诊"),
    Ill("肾病学科", (("慢性肾脏病5期", "N18.001"), ("肾性贫血", "D63.802*"), ("肾性高血压", "I15.102"), ("继发性甲状旁腺功能亢进症", "N25.802")),
        "慢性肾衰竭（尿毒症期）", "发现血肌酐升高5年，规律血透1年，乏力1周", "乙肝“大三阳”病史20年；有输血史；否认药敏史",
        "T36.3℃ P88次/分 R20次/分 BP162/94mmHg，贫血貌，颜面及双下肢浮肿，左前臂动静脉内瘘可触及震颤",
        "入院后予规律血液透析（每周3次）、促红素纠正贫血、降压、降磷等对症治疗，复查Hb 92g/L，血钾4.6mmol/L，浮肿消退，血压控制在140/85mmHg左右。",
        (("碳酸司维拉姆片", "0.8g×30片", "0.8g tid 餐中嚼服"), ("罗沙司他胶囊", "50mg×3粒", "100mg 每周三次 口服"), ("硝苯地平控释片", "30mg×7片", "30mg bid 口服")),
        "优质低蛋白低磷饮食，控制水分；继续维持性血液透析每周3次；内瘘侧肢体勿受压"),
    Ill("感染性疾病科", (("乙型肝炎肝硬化失代偿期", "K74.607"), ("门静脉高压", "K76.600"), ("脾功能亢进", "D73.100"), ("腹水", "R18.x00")),
        "肝硬化失代偿", "腹胀、尿黄1月余", "慢性乙型病毒性肝炎20余年，未正规抗病毒治疗。饮酒史15年",
        "T36.7℃ P80次/分 R18次/分 BP116/70mmHg，慢性肝病面容，巩膜轻度黄染，肝掌（+），腹膨隆，移动性浊音（+），双下肢无水肿",
        "入院后查HBV-DNA 3.62E+05IU/mL，上腹部增强CT：肝硬化，脾大，腹水，食管下段静脉曲张。予恩替卡韦抗病毒、补充白蛋白、利尿、护肝等治疗后腹胀缓解。",
        (("恩替卡韦分散片", "0.5mg×28片", "0.5mg qd 空腹口服"), ("螺内酯片", "20mg×100片", "40mg qd 口服"), ("呋塞米片", "20mg×100片", "20mg qd 口服")),
        "禁酒，软食；长期抗病毒治疗不可擅自停药；每3月复查肝功能、AFP、HBV-DNA、肝脏彩超"),
    Ill("肿瘤内科", (("右肺上叶恶性肿瘤（腺癌 cT2aN2M0 ⅢA期）", "C34.101"), ("纵隔淋巴结继发恶性肿瘤", "C77.101"), ("恶性肿瘤维持性化学治疗", "Z51.103")),
        "右肺腺癌", "确诊右肺腺癌3月余，返院行第4周期化疗", "3月前外院行CT引导下肺穿刺活检。否认传染病史；对磺胺类过敏",
        "KPS 90分，浅表淋巴结未触及肿大，右上肺呼吸音稍低，未闻及啰音，腹软，无压痛",
        "入院后查无化疗禁忌，于第2日行培美曲塞0.8g+卡铂0.45g方案化疗，同时予护胃、止吐、水化等对症支持处理，过程顺利，未见明显胃肠道反应。",
        (("地榆升白片", "0.1g×40片", "0.3g tid 口服"), ("叶酸片", "0.4mg×31片", "0.4mg qd 口服"), ("奥美拉唑肠溶胶囊", "20mg×14粒", "20mg qd 口服")),
        "每周复查血常规2次、肝肾功能1次，如WBC＜3.0×10^9/L及时处理；21天后返院继续化疗"),
    Ill("风湿免疫科", (("类风湿关节炎", "M06.900"), ("间质性肺病", "J84.900"), ("骨质疏松症", "M81.900")),
        "类风湿关节炎", "四肢多关节肿痛6年，加重半月", "“胃炎”史；否认肝炎、结核等传染病史；预防接种史不详",
        "双手近端指间关节、掌指关节肿胀压痛，双腕活动受限，双膝浮髌试验（-），晨僵约2小时",
        "入院查RF 286IU/ml，抗CCP抗体＞500U/ml，ESR 68mm/h，CRP 42.6mg/L。予甲氨蝶呤、来氟米特抗风湿，小剂量激素抗炎，补钙护胃等治疗，关节肿痛减轻。",
        (("甲氨蝶呤片", "2.5mg×16片", "10mg 每周一次 口服"), ("来氟米特片", "10mg×16片", "20mg qd 口服"), ("醋酸泼尼松片", "5mg×100片", "7.5mg qd 口服")),
        "避免受凉劳累，定期复查血常规、肝肾功能、血沉；风湿科门诊随诊"),
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A patient, an illness, a stay, and those who look after them."""

    p: Person
    ill: Ill
    dx: tuple[tuple[str, str], ...]
    start: dt.date
    end: dt.date
    doctors: tuple[str, ...]
    others: tuple[str, ...]
    address: str
    number: str

    @property
    def days(self) -> int:
        """Days of the stay."""
        return (self.end - self.start).days

    @property
    def age(self) -> int:
        """Age on admission."""
        return self.p.age_on(self.start)


def case(dice: random.Random, places: Sequence[Place], ills: Sequence[Ill] = ILLS, **ages: int) -> Case:
    """One invented case of a place."""
    place = dice.choice(places)
    p = replace(person(dice, **ages), place=place)
    ill = dice.choice(ills)
    start = day(dice)
    staff = tuple(name(dice, dice.choice("男女")) for _ in range(9))
    house = dice.randint(2, 180)
    address = dice.choice((
        f"{place.province}{place.city}{place.county}{place.road}{house}号{dice.randint(1, 12)}栋{dice.randint(1, 3)}0{dice.randint(1, 6)}",
        f"{place.county}{dice.choice(('大塘镇', '南坑乡', '龙田镇', '沙洲坝镇', '双桥乡'))}{dice.choice(('上坪村', '新屋村', '黄泥岗村', '东头村委会'))}{dice.randint(1, 14)}组",
        f"{place.province}{place.county}城关镇{dice.choice(('解放路', '建设街', '文化巷'))}{house}号",
    ))  # fmt: skip
    dx = ill.dx[: dice.randint(min(2, len(ill.dx)), len(ill.dx))]
    return Case(
        p, ill, dx, start, start + dt.timedelta(days=dice.randint(4, 19)), staff[:4], staff[4:], address,
        dice.choice((f"{dice.randint(100000, 999999)}", f"00{dice.randint(10000000, 99999999)}", f"ZY{start:%y}{dice.randint(10000, 99999)}", f"{start:%Y}{dice.randint(100000, 999999)}")),
    )  # fmt: skip


def at(dice: random.Random, seconds: bool = False) -> str:
    """A time of the working day."""
    return f"{dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}" + (
        f":{dice.randint(0, 59):02d}" if seconds else ""
    )


def style(when: dt.date, how: str) -> str:
    """A date in one of the styles of papers."""
    return {
        "-": f"{when:%Y-%m-%d}", "/": f"{when.year}/{when.month}/{when.day}", ".": f"{when:%Y.%m.%d}", "8": f"{when:%Y%m%d}",
        "年": f"{when.year}年{when.month}月{when.day}日", "年0": f"{when:%Y年%m月%d日}", "年 ": f"{when.year} 年 {when.month} 月 {when.day} 日",
    }[how]  # fmt: skip


def d(field: str, when: dt.date, how: str, time: str = "") -> str:
    """A tagged date, with its time where the paper prints one."""
    return f(field, when.isoformat(), f"{style(when, how)} {time}".strip())


def dxs(case_: Case, join: str = "<br>", number: str = "{}.", code: bool = False) -> str:
    """The diagnoses, each tagged."""
    return join.join(
        number.format(n) + f("diagnosis", text) + (f"　{icd}" if code else "")
        for n, (text, icd) in enumerate(case_.dx, 1)
    )
