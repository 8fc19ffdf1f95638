"""Words and small pieces of the ward papers: places, hospitals, illnesses with their stories, bar codes."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, replace

from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, name, person, shown

UMING = "'AR PL UMing CN','Noto Serif CJK SC',serif"
MONO = "'Noto Sans Mono CJK SC','WenQuanYi Zen Hei Mono',monospace"
TOWNS = tuple(
    Place(*p.split())
    for p in (
        "330702 浙江省 金华市 婺城区 双溪西路", "411303 河南省 南阳市 卧龙区 张衡路", "370786 山东省 潍坊市 昌邑市 天水路",
        "371302 山东省 临沂市 兰山区 沂蒙路", "510703 四川省 绵阳市 涪城区 临园路", "511302 四川省 南充市 顺庆区 玉带中路",
        "130602 河北省 保定市 竞秀区 乐凯大街", "420502 湖北省 宜昌市 西陵区 珍珠路", "341102 安徽省 滁州市 琅琊区 丰乐大道",
        "340802 安徽省 安庆市 迎江区 菱湖南路", "450202 广西壮族自治区 柳州市 城中区 文昌路", "620502 甘肃省 天水市 秦州区 建设路",
        "210302 辽宁省 鞍山市 铁东区 胜利路", "350502 福建省 泉州市 鲤城区 新门街", "360402 江西省 九江市 濂溪区 十里大道",
        "360702 江西省 赣州市 章贡区 文清路", "430406 湖南省 衡阳市 雁峰区 先锋路", "430602 湖南省 岳阳市 岳阳楼区 巴陵中路",
        "520302 贵州省 遵义市 红花岗区 中华南路", "530302 云南省 曲靖市 麒麟区 寥廓路", "610802 陕西省 榆林市 榆阳区 航宇路",
        "220202 吉林省 吉林市 昌邑区 解放东路", "321002 江苏省 扬州市 广陵区 文昌中路", "440802 广东省 湛江市 赤坎区 康宁路",
    )
)  # fmt: skip
DOUBLE_GIVEN = (
    "雨涵",
    "立群",
    "志鹏",
    "晓东",
    "建平",
    "海燕",
    "亚楠",
    "思远",
    "丽萍",
    "国栋",
    "小芳",
    "文博",
    "彦君",
    "红艳",
)


@dataclass(frozen=True, slots=True)
class Illness:
    """What one patient has, told as wards tell it."""

    department: str
    diagnoses: tuple[str, ...]
    codes: tuple[str, ...]
    complaint: str
    found: str
    course: str
    advice: str
    tcm: tuple[str, str]


ILLS = (
    Illness("心血管内科", ("冠状动脉粥样硬化性心脏病", "不稳定型心绞痛", "冠状动脉支架植入术后状态", "心功能II级（NYHA分级）", "高血压病3级 很高危", "高胆固醇血症"),
            ("I25.103", "I20.000", "Z95.501", "I50.900x006", "I10.x00x032", "E78.001"),
            "反复胸闷、胸痛2年，加重5天", "T 36.5°C，P 78次/分，R 19次/分，BP 156/92mmHg。神志清，口唇无发绀，颈静脉无怒张，双肺呼吸音清，未闻及干湿性啰音，心率78次/分，律齐，各瓣膜听诊区未闻及病理性杂音，腹软，双下肢无浮肿。",
            "入院后完善三大常规、肝肾功能、心肌酶谱、肌钙蛋白、心电图、心脏彩超等检查，予双联抗血小板聚集、调脂稳定斑块、扩张冠脉、控制血压及营养心肌等治疗，行冠状动脉造影示前降支中段狭窄约85%，于该处植入支架1枚，术程顺利，术后恢复可。",
            "低盐低脂饮食，注意休息，避免劳累；坚持服用阿司匹林肠溶片100mg qd、替格瑞洛片90mg bid、瑞舒伐他汀钙片10mg qn；1月后复查血脂、肝功能、肌酸激酶。", ("胸痹心痛病", "痰瘀互结证")),
    Illness("内分泌代谢科", ("2型糖尿病性周围神经病", "2型糖尿病性肾病G3aA2期", "糖尿病视网膜病变（双眼，背景期）", "高血压病2级（高危）", "混合型高脂血症", "脂肪肝", "颈动脉粥样硬化"),
            ("E11.400x062", "E11.200x022", "E11.300x042", "I10.x00x028", "E78.200", "K76.000x001", "I65.200x011"),
            "发现血糖升高11年，四肢末端麻木2月", "T 36.7°C，P 82次/分，R 20次/分，BP 142/86mmHg。随机血糖16.8mmol/L。发育正常，营养中等，心肺腹查体未见明显异常，双足背动脉搏动减弱，双下肢音叉振动觉减退，10g尼龙丝试验阳性。",
            "入院后予糖尿病饮食、胰岛素泵强化降糖，硫辛酸抗氧化应激、甲钴胺营养神经、前列地尔改善循环等治疗，监测血糖逐渐平稳，后改为门冬胰岛素30早14U晚12U餐前皮下注射，空腹血糖6.2-7.5mmol/L，餐后2小时血糖8.1-10.3mmol/L。",
            "糖尿病饮食，适量运动，自我监测血糖；继续皮下注射胰岛素，防止低血糖；3月后复查糖化血红蛋白、尿微量白蛋白，眼科随诊。", ("消渴病痹症", "气阴两虚兼血瘀证")),
    Illness("呼吸与危重症医学科", ("慢性阻塞性肺疾病伴急性加重", "慢性肺源性心脏病", "Ⅱ型呼吸衰竭", "双肺肺大疱", "低蛋白血症"),
            ("J44.100", "I27.900x002", "J96.902", "J43.901", "E77.801"),
            "反复咳嗽咳痰伴气喘15年，再发加重1周", "T 37.2°C，P 96次/分，R 24次/分，BP 128/74mmHg，SpO2 86%（未吸氧）。桶状胸，双肺叩诊过清音，双肺呼吸音低，可闻及散在干啰音及少许湿啰音，心率96次/分，律齐，双下肢轻度凹陷性水肿。",
            "入院后予低流量吸氧、无创呼吸机辅助通气、哌拉西林他唑巴坦抗感染、甲泼尼龙抗炎、多索茶碱解痉平喘、氨溴索化痰等治疗，复查血气分析PaO2 68mmHg、PaCO2 49mmHg，喘息症状较前明显减轻。",
            "戒烟，预防感冒；长期家庭氧疗（每日>15小时）；布地格福吸入气雾剂2吸 bid；1月后呼吸科门诊复查肺功能。", ("肺胀病", "痰热壅肺证")),
    Illness("肾病科", ("慢性肾脏病5期", "慢性肾小球肾炎", "肾性贫血", "肾性高血压", "继发性甲状旁腺功能亢进症", "高磷血症", "高钾血症"),
            ("N18.001", "N03.900", "D63.801*", "I15.100", "N25.801", "E83.301", "E87.500"),
            "发现血肌酐升高4年，乏力、纳差1月", "T 36.4°C，P 84次/分，R 20次/分，BP 168/98mmHg。慢性病容，贫血貌，双肺呼吸音粗，心界向左扩大，心率84次/分，律齐，双下肢中度凹陷性水肿，左前臂内瘘可触及震颤。",
            "入院后完善相关检查，血肌酐786μmol/L，血红蛋白72g/L，予规律血液透析（每周3次）、重组人促红素纠正贫血、碳酸司维拉姆降磷、硝苯地平控释片降压等治疗，患者乏力、纳差缓解，水肿消退。",
            "优质低蛋白低磷饮食，控制水分摄入；每周规律透析3次；保护动静脉内瘘；定期复查血常规、电解质、甲状旁腺激素。", ("慢性肾衰", "脾肾气虚、湿浊内蕴证")),
    Illness("神经内科", ("脑梗死恢复期（左侧基底节区）", "右侧偏瘫", "构音障碍", "高血压3级（很高危组）", "双侧颈动脉硬化伴斑块形成"),
            ("I69.300x002", "G81.901", "R47.100", "I10.x00x032", "I65.201"),
            "右侧肢体乏力伴言语不清3月余", "T 36.6°C，P 74次/分，R 18次/分，BP 150/88mmHg。神清，构音障碍，双侧瞳孔等大等圆，对光反射灵敏，右侧鼻唇沟变浅，伸舌右偏，右上肢肌力3级，右下肢肌力4-级，右侧巴氏征阳性。",
            "入院后予抗血小板聚集、调脂、改善脑循环、营养神经及针灸、偏瘫肢体综合训练等康复治疗，患者右侧肢体肌力较前改善，可扶行，言语较前清晰。",
            "低盐低脂饮食；坚持肢体功能锻炼，防跌倒；硫酸氢氯吡格雷片75mg qd、阿托伐他汀钙片20mg qn长期服用；神经内科门诊随访。", ("中风病 中经络", "气虚血瘀证")),
    Illness("肝病科", ("慢性乙型病毒性肝炎", "乙型肝炎后肝硬化（失代偿期）", "门静脉高压", "脾大伴脾功能亢进", "食管胃底静脉曲张（中度）", "腹腔积液", "胆囊结石"),
            ("B18.107", "K74.607", "K76.600", "D73.101", "I86.400x011", "R18.x00", "K80.200x003"),
            "发现HBsAg阳性20余年，腹胀、双下肢浮肿10天", "T 36.8°C，P 88次/分，R 20次/分，BP 112/68mmHg。肝病面容，可见肝掌及蜘蛛痣，皮肤巩膜轻度黄染，腹膨隆，移动性浊音阳性，脾肋下4cm可触及，双下肢轻度水肿。",
            "入院后予富马酸丙酚替诺福韦抗病毒、人血白蛋白静滴、螺内酯联合呋塞米利尿、保肝等治疗，腹腔穿刺放液1次约1200ml，患者腹胀缓解，尿量增加，复查肝功能较前好转。",
            "软食，禁酒，避免粗糙坚硬食物；抗病毒药物不可自行停用；每3-6月复查肝功能、HBV-DNA、甲胎蛋白及肝脏彩超。", ("鼓胀", "肝郁脾虚、水湿内停证")),
    Illness("肿瘤内科", ("右肺上叶浸润性腺癌（cT2aN2M1c IVB期）", "纵隔淋巴结继发恶性肿瘤", "骨继发恶性肿瘤（胸9、腰2椎体）", "EGFR 19外显子缺失突变", "恶性肿瘤靶向治疗"),
            ("C34.101", "C77.100x003", "C79.500x023", "Z15.000x001", "Z51.805"),
            "确诊右肺腺癌8月，拟行进一步治疗", "T 36.5°C，P 80次/分，R 19次/分，BP 124/76mmHg，KPS评分80分。全身浅表淋巴结未触及肿大，右肺呼吸音稍低，未闻及啰音，胸腰椎棘突轻压痛。",
            "入院后完善胸部增强CT、头颅MRI、骨扫描等评估，疗效评价SD，继续口服甲磺酸奥希替尼靶向治疗，并予唑来膦酸抗骨转移、对症止痛等处理，过程顺利，无明显不良反应。",
            "加强营养；继续口服靶向药物，注意皮疹、腹泻等不良反应；每8周复查胸部CT及肿瘤标志物，不适随诊。", ("肺癌病", "气阴两虚证")),
    Illness("风湿免疫科", ("类风湿关节炎", "类风湿性关节炎相关间质性肺病", "骨质疏松", "慢性浅表性胃炎"),
            ("M06.900", "M05.101+J99.0*", "M81.900", "K29.300"),
            "多关节肿痛6年，加重伴晨僵2周", "T 36.9°C，P 86次/分，R 20次/分，BP 130/80mmHg。双手近端指间关节、掌指关节及双腕关节肿胀压痛，右手第3掌指关节尺侧偏斜，双肺底可闻及Velcro啰音。",
            "入院后查类风湿因子186IU/ml、抗CCP抗体>200U/ml、血沉68mm/h，予甲氨蝶呤联合来氟米特抗风湿、泼尼松小剂量抗炎、补钙及护胃治疗，关节肿痛明显减轻。",
            "避免受凉及过度负重；甲氨蝶呤片10mg 每周1次、叶酸片5mg 每周1次；每月复查血常规、肝肾功能。", ("尪痹", "寒湿痹阻证")),
    Illness("血液内科", ("再生障碍性贫血（非重型）", "中性粒细胞减少", "血小板减少症", "输血后铁过载"),
            ("D61.900", "D70.x00x003", "D69.600", "E83.100x002"),
            "乏力、皮肤瘀点1年，加重伴牙龈出血3天", "T 37.0°C，P 98次/分，R 20次/分，BP 108/62mmHg。重度贫血貌，双下肢可见散在出血点，胸骨无压痛，肝脾肋下未触及。",
            "入院后予环孢素免疫抑制、艾曲泊帕促血小板生成、间断输注红细胞悬液及血小板等治疗，复查血红蛋白74g/L，血小板36×10^9/L，无活动性出血。",
            "注意个人卫生，避免磕碰；环孢素软胶囊75mg bid，定期监测药物浓度；每周复查血常规。", ("髓劳病", "脾肾阳虚证")),
    Illness("老年病科", ("帕金森病（Hoehn-Yahr 2.5级）", "轻度认知功能障碍", "睡眠障碍", "便秘"),
            ("G20.x00", "F06.700x001", "G47.900", "K59.000"),
            "左侧肢体不自主抖动4年，行动迟缓1年", "T 36.3°C，P 70次/分，R 18次/分，BP 132/78mmHg。面具脸，四肢肌张力齿轮样增高，左侧为著，双手静止性震颤，步态慌张，后拉试验阳性。",
            "入院后予多巴丝肼片联合盐酸普拉克索片调整治疗，并行步态及平衡功能训练，患者肢体抖动、僵硬较前减轻，UPDRS评分下降。",
            "规律服药，餐前1小时服用多巴丝肼；防跌倒、防噎食；定期神经内科门诊调整用药。", ("颤病", "肝肾阴虚证")),
    Illness("甲状腺外科", ("甲状腺功能减退症", "桥本甲状腺炎", "甲状腺结节（TI-RADS 3类）"),
            ("E03.900", "E06.300", "E04.100x004"),
            "怕冷、乏力、颜面浮肿半年", "T 36.1°C，P 58次/分，R 16次/分，BP 118/76mmHg。表情淡漠，皮肤干燥，甲状腺Ⅱ度肿大，质韧，心率58次/分，律齐，胫前黏液性水肿。",
            "入院后完善甲状腺功能、甲状腺抗体及彩超等检查，予左甲状腺素钠片50μg qd口服替代治疗，乏力、怕冷症状减轻。",
            "清晨空腹服用左甲状腺素钠片，6周后复查甲状腺功能，调整剂量。", ("瘿病", "脾肾阳虚证")),
    Illness("精神科", ("偏执型精神分裂症", "药物性肝损害"),
            ("F20.000", "K71.900x002"),
            "凭空闻语、多疑、行为异常7年，复发2周", "T 36.6°C，P 80次/分，R 18次/分，BP 120/78mmHg。意识清，接触被动，可引出评论性幻听、被害妄想，情感不协调，自知力缺乏。",
            "入院后予利培酮口服液系统抗精神病治疗，辅以无抽搐电休克、工娱治疗及心理治疗，幻觉、妄想逐渐消失，自知力部分恢复。",
            "坚持服药，监护人保管药物，定期复查血常规、肝功能、心电图；精神科门诊随访。", ("癫狂病", "痰火扰神证")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One invented stay or visit."""

    person: Person
    ill: Illness
    hospital: str
    level: str
    came: dt.date
    left: dt.date
    doctors: tuple[str, str, str]

    @property
    def age(self) -> int:
        """Full years on the first day."""
        return self.person.age_on(self.came)


def hospital(dice: random.Random, place: Place) -> tuple[str, str]:
    """A hospital's name and level."""
    city, county = place.city, place.county
    short = city.removesuffix("市")
    forms = (
        (f"{city}第{dice.choice('三四五六七')}人民医院", "二级甲等"), (f"{city}中西医结合医院", "三级乙等"),
        (f"{short}医学高等专科学校第{dice.choice('一二')}附属医院", "三级甲等"), (f"{county}人民医院", "二级甲等"),
        (f"{county}中医院", "二级甲等"), (f"{city}{dice.choice(('东城', '滨江', '新区'))}中心医院", "三级乙等"),
        (f"{short}{dice.choice(('钢铁', '矿业', '化工'))}集团职工总医院", "三级丙等"), (f"{short}康宁医院", "二级乙等"),
        (f"{city}肿瘤医院", "三级甲等"), (f"{city}中医医院", "三级甲等"), (f"{city}第二医院", "三级甲等"),
        (f"{county}妇幼保健院", "二级乙等"), (f"{county}{dice.choice(('石桥', '永安', '南溪'))}镇中心卫生院", "一级甲等"),
    )  # fmt: skip
    return dice.choice(forms)


def doctor(dice: random.Random) -> str:
    """A doctor's name, other given names than the patients have."""
    if dice.random() < 0.4:
        return name(dice, "男")[:1] + dice.choice(DOUBLE_GIVEN)
    return name(dice, dice.choice("男女"))


def case(dice: random.Random, *, oldest: int = 86) -> Case:
    """One draw."""
    who = replace(person(dice, youngest=31, oldest=oldest), place=dice.choice(TOWNS))
    came = dt.date(2023, 2, 1) + dt.timedelta(days=dice.randint(0, 1000))
    where, level = hospital(dice, who.place)
    names: list[str] = []
    while len(names) < 3:
        one = doctor(dice)
        if one != who.name and one not in names:
            names.append(one)
    left = came + dt.timedelta(days=dice.randint(4, 23))
    return Case(who, dice.choice(ILLS), where, level, came, left, (names[0], names[1], names[2]))


def some(dice: random.Random, ill: Illness, most: int = 7) -> tuple[str, ...]:
    """The first few diagnoses."""
    n = len(ill.diagnoses)
    return ill.diagnoses[: min(most, dice.randint(max(1, n - 3), n))]


def no(dice: random.Random, pattern: str) -> str:
    """A number: ``#`` is any digit, ``@`` a capital."""
    return "".join(
        str(dice.randint(0, 9)) if c == "#" else dice.choice("ABCDEFGHKMZ") if c == "@" else c
        for c in pattern
    )


def clock(dice: random.Random, seconds: bool = True) -> str:
    """A time in the working day."""
    return f"{dice.randint(7, 17):02d}:{dice.randint(0, 59):02d}" + f":{dice.randint(0, 59):02d}" * seconds


def clocks(dice: random.Random, n: int) -> list[str]:
    """Times of one day, one after the other."""
    return sorted(clock(dice, False) for _ in range(n))


def when(field: str, day: dt.date, text: str) -> str:
    """A date with its truth, however it looks."""
    return f(field, day.isoformat(), text)


def dated(dice: random.Random, field: str, day: dt.date, style: str | None = None, time: bool = False) -> str:
    """A date in a style, perhaps with a time of day."""
    return when(
        field, day, shown(dice, day, style) + (f" {clock(dice, dice.random() < 0.5)}" if time else "")
    )


def age(dice: random.Random, years: int) -> str:
    """The age as papers print it."""
    return f("age", years, dice.choice((f"{years}岁", f"{years}岁", f"{years}", f"{years} 岁", f"{years}Y")))


def sex(person_: Person, text: str | None = None) -> str:
    """The sex."""
    return f("sex", person_.sex, text or person_.sex)


_BARS = [
    "212222",
    "222122",
    "222221",
    "121223",
    "121322",
    "131222",
    "122213",
    "122312",
    "132212",
    "221213",
    "221312",
    "231212",
    "112232",
    "122132",
    "122231",
    "113222",
    "123122",
    "123221",
    "223211",
    "221132",
    "221231",
    "213212",
    "223112",
    "312131",
    "311222",
    "321122",
    "321221",
    "312212",
    "322112",
    "322211",
    "212123",
    "212321",
    "232121",
    "111323",
    "131123",
    "131321",
    "112313",
    "132113",
    "132311",
    "211313",
    "231113",
    "231311",
    "112133",
    "112331",
    "132131",
    "113123",
    "113321",
    "133121",
    "313121",
    "211331",
    "231131",
    "213113",
    "213311",
    "213131",
    "311123",
    "311321",
    "331121",
    "312113",
    "312311",
    "332111",
    "314111",
    "221411",
    "431111",
    "111224",
    "111422",
    "121124",
    "121421",
    "141122",
    "141221",
    "112214",
    "112412",
    "122114",
    "122411",
    "142112",
    "142211",
    "241211",
    "221114",
    "413111",
    "241112",
    "134111",
    "111242",
    "121142",
    "121241",
    "114212",
    "124112",
    "124211",
    "411212",
    "421112",
    "421211",
    "212141",
    "214121",
    "412121",
    "111143",
    "111341",
    "131141",
    "114113",
    "114311",
    "411113",
    "411311",
    "113141",
    "114131",
    "311141",
    "411131",
    "211412",
    "211214",
    "211232",
    "2331112",
]


def bars(text: str, width: int = 150, height: int = 28) -> str:
    """A Code 128 bar code: set C where the text is pairs of digits, else set B."""
    if text.isdigit() and len(text) % 2 == 0:
        codes = [105, *(int(text[n : n + 2]) for n in range(0, len(text), 2))]
    else:
        codes = [104, *(ord(c) - 32 for c in text)]
    codes += [(codes[0] + sum(n * c for n, c in enumerate(codes))) % 103, 106]
    x, out = 0, ""
    for code in codes:
        for n, w in enumerate(map(int, _BARS[code])):
            out += f'<rect x="{x}" y="0" width="{w}" height="10"/>' if n % 2 == 0 else ""
            x += w
    return (
        f'<svg width="{width}" height="{height}" viewBox="0 0 {x} 10" preserveAspectRatio="none" '
        f'style="display:block">{out}</svg>'
    )


def blocks(dice: random.Random, size: int = 72, n: int = 25) -> str:
    """Something that looks like a QR code and says nothing."""
    out = ""
    corners = ((0, 0), (n - 7, 0), (0, n - 7))
    for x, y in corners:
        out += f'<path d="M{x} {y}h7v7h-7zm1 1v5h5v-5zm1 1h3v3h-3z" fill-rule="evenodd"/>'
    for x in range(n):
        for y in range(n):
            free = not any(cx - 1 <= x <= cx + 7 and cy - 1 <= y <= cy + 7 for cx, cy in corners)
            if free and dice.random() < 0.48:
                out += f'<rect x="{x}" y="{y}" width="1.03" height="1.03"/>'
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}" style="display:block">{out}</svg>'
