"""What the river layouts share: sixteen provinces' places, whole illnesses told in prose, dates with hours."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import MEN, SURNAMES, WOMEN, Person, Place, name

LIAONING = Place("210105", "辽宁省", "沈阳市", "皇姑区", "泰山路")
GUIZHOU = Place("522622", "贵州省", "黔东南苗族侗族自治州", "黄平县", "飞云大道")
GANSU = Place("621122", "甘肃省", "定西市", "陇西县", "长安路")
HUBEI = Place("420106", "湖北省", "武汉市", "武昌区", "中山路")
GUANGXI = Place("450802", "广西壮族自治区", "贵港市", "港北区", "荷城路")
SHANDONG = Place("370112", "山东省", "济南市", "历城区", "花园路")
SICHUAN = Place("511322", "四川省", "南充市", "营山县", "正西街")
FUJIAN = Place("350503", "福建省", "泉州市", "丰泽区", "津淮街")
ZHEJIANG = Place("330402", "浙江省", "嘉兴市", "南湖区", "中环南路")
HEILONGJIANG = Place("230811", "黑龙江省", "佳木斯市", "郊区", "友谊路")
JIANGSU = Place("320612", "江苏省", "南通市", "通州区", "新金路")
HENAN = Place("411024", "河南省", "许昌市", "鄢陵县", "花都大道")
GUANGDONG = Place("440402", "广东省", "珠海市", "香洲区", "梅华东路")
YUNNAN = Place("532327", "云南省", "楚雄彝族自治州", "永仁县", "永定镇环城东路")
CHONGQING = Place("500112", "重庆市", "", "渝北区", "新南路")
SHANGHAI = Place("310115", "上海市", "", "浦东新区", "灵山路")
MONGOLIA = Place("150402", "内蒙古自治区", "赤峰市", "红山区", "火花路")
HEBEI = Place("130984", "河北省", "沧州市", "河间市", "瀛州中路")
ANHUI = Place("341602", "安徽省", "亳州市", "谯城区", "魏武大道")
SHAANXI = Place("610702", "陕西省", "汉中市", "汉台区", "兴汉路")
NATIONS = {
    "522622": ("苗", "侗", "汉"),
    "450802": ("壮", "汉"),
    "532327": ("彝", "汉"),
    "150402": ("蒙古", "汉", "满"),
}


def someone(
    dice: random.Random, place: Place, sex: str | None = None, young: int = 34, old: int = 86
) -> Person:
    """An invented person of the place."""
    sex = sex or dice.choice("男女")
    born = dt.date(2025 - dice.randint(young, old), dice.randint(1, 12), dice.randint(1, 28))
    serial = dice.randrange(10, 998) // 2 * 2 + (sex == "男")
    return Person(
        name(dice, sex), sex, born, place, serial, dice.randint(2, 398),
        f"1{dice.choice('35789')}{dice.randint(0, 9)}0000{dice.randint(0, 9999):04d}",
        dice.choice(NATIONS.get(place.code, ("汉", "汉", "汉", "汉", "回", "满"))), dice.choice(("employee", "resident")),
    )  # fmt: skip


def names(dice: random.Random, count: int) -> list[str]:
    """So many different names of staff."""
    told: list[str] = []
    while len(told) < count:
        given = "".join(dice.choice(dice.choice((MEN, WOMEN))) for _ in range(dice.choice((1, 2, 2))))
        if (new := dice.choice(SURNAMES) + given) not in told:
            told.append(new)
    return told


def digits(dice: random.Random, count: int, first: str = "") -> str:
    """A number of so many digits after its first."""
    return first + "".join(dice.choice("0123456789") for _ in range(count - len(first)))


def when(field: str, day: dt.date, style: str, hour: str = "") -> str:
    """A date in one of eight styles, its hour beside it."""
    shown = {
        "-": f"{day:%Y-%m-%d}", "/": f"{day.year}/{day.month}/{day.day}", ".": f"{day:%Y.%m.%d}", "8": f"{day:%Y%m%d}",
        "年": f"{day.year}年{day.month}月{day.day}日", "年0": f"{day:%Y}年{day:%m}月{day:%d}日",
        "年 ": f"{day.year} 年 {day.month} 月 {day.day} 日", "-1": f"{day.year}-{day.month}-{day.day}",
    }[style]  # fmt: skip
    return f(field, day.isoformat(), f"{shown} {hour}".strip())


def clock(dice: random.Random, seconds: bool = False) -> str:
    """A time in working hours."""
    return f"{dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}" + f":{dice.randint(0, 59):02d}" * seconds


def stay(dice: random.Random, low: int = 4, high: int = 19) -> tuple[dt.date, dt.date, int]:
    """Admission, discharge, days between."""
    start = dt.date(2023, 2, 1) + dt.timedelta(days=dice.randint(0, 980))
    days = dice.randint(low, high)
    return start, start + dt.timedelta(days=days), days


def listed(values: Sequence[str], start: str = "", join: str = "<br>") -> str:
    """Diagnoses one after the other, each with its number after ``start``'s pattern (``{}.``)."""
    return join.join(start.format(n) + f("diagnosis", v) for n, v in enumerate(values, 1))


def line(text: str, width: int, style: str = "") -> str:
    """A value on a ruled line of at least this width."""
    return f'<span style="display:inline-block;line-height:1.35;min-width:{width}px;border-bottom:1px solid #222;padding:0 4px;{style}">{text}</span>'


def squares(value: str, size: int = 20) -> str:
    """Digits in boxes, one each."""
    box = f"display:inline-block;width:{size}px;height:{size}px;border:1px solid #222;text-align:center;line-height:{size - 2}px;margin-right:-1px"
    return "".join(f'<span style="{box}">{c}</span>' for c in value)


@dataclass(frozen=True)
class Case:
    """An illness as its papers tell it."""

    department: str
    diagnoses: tuple[str, ...]
    codes: tuple[str, ...]
    complaint: str
    history: str
    past: str
    exam: str
    tests: str
    course: str
    left: str
    advice: str
    medicines: tuple[tuple[str, str, str], ...]
    chinese: tuple[str, str]


CASES = (
    Case("心血管内科", ("冠状动脉粥样硬化性心脏病 不稳定型心绞痛", "心功能Ⅱ级（NYHA分级）", "高血压病3级（很高危）", "高脂血症"),
         ("I20.000", "I50.900x007", "I10.x00x032", "E78.500"), "反复胸闷、胸痛3年，加重5天",
         "患者缘于3年前劳累后出现胸骨后压榨样疼痛，向左肩背部放射，持续约5分钟，休息或含服“硝酸甘油”后缓解，曾在外院诊断为“冠心病”，平素不规律服药。5天前上述症状较前频繁，夜间亦有发作，伴心悸、出汗，无晕厥、黑矇，无咳嗽咯血，今为系统诊治来我院，门诊以“冠心病”收入院。病来精神可，饮食睡眠欠佳，二便正常。",
         "高血压病史12年，最高达186/104mmHg，自服硝苯地平缓释片。否认糖尿病史，否认肝炎、结核等传染病史，否认外伤、输血史，否认药物及食物过敏史。",
         "T 36.4℃，P 78次/分，R 18次/分，BP 158/92mmHg。神清语明，口唇无发绀，颈静脉无怒张，双肺呼吸音清，未闻及干湿啰音，心界不大，心率78次/分，律齐，各瓣膜听诊区未闻及杂音，腹软，无压痛，双下肢无浮肿。",
         "心电图：窦性心律，V4-V6导联ST段压低0.05-0.1mV。肌钙蛋白I 0.012ng/ml；低密度脂蛋白胆固醇 3.62mmol/L。心脏彩超：左室舒张功能减低，EF 61%。冠脉CTA：前降支中段混合斑块，管腔狭窄约60%。",
         "入院后予双联抗血小板聚集、调脂稳定斑块、扩张冠状动脉、控制心室率、降压等治疗，行冠状动脉造影示前降支中段狭窄65%，未予支架置入，继续药物治疗。",
         "患者一般状态可，无胸闷胸痛发作，血压132/80mmHg，心率66次/分，律齐，双下肢无浮肿。",
         "低盐低脂饮食，避免劳累及情绪激动；坚持服药，1个月后复查肝功、血脂、肌酶；如有胸痛持续不缓解及时就诊。",
         (("阿司匹林肠溶片", "100mg×30片", "100mg 口服 1次/日"), ("阿托伐他汀钙片", "20mg×14片", "20mg 口服 每晚1次"), ("单硝酸异山梨酯缓释片", "40mg×24片", "40mg 口服 1次/日"), ("苯磺酸左氨氯地平片", "2.5mg×14片", "2.5mg 口服 1次/日")),
         ("胸痹心痛病", "气虚血瘀证")),
    Case("内分泌代谢科", ("2型糖尿病伴多个并发症", "糖尿病性周围神经病", "糖尿病性肾病Ⅲ期", "颈动脉粥样硬化"),
         ("E11.700", "E11.400x051", "E11.200x021", "I70.801"), "发现血糖升高11年，四肢麻木2月",
         "患者11年前因口干多饮、体重下降查空腹血糖12.8mmol/L，诊断“2型糖尿病”，先后予二甲双胍、格列美脲口服，近3年联合甘精胰岛素治疗，未规律监测血糖。2月前出现四肢末端麻木、刺痛，夜间明显，伴视物模糊，自测空腹血糖10-13mmol/L，为进一步控制血糖入院。",
         "否认高血压、冠心病史。2016年因“胆囊结石”行腹腔镜胆囊切除术。青霉素皮试阳性。预防接种史不详。",
         "T 36.6℃，P 82次/分，R 19次/分，BP 136/84mmHg，身高168cm，体重71kg，BMI 25.2kg/m²。双肺未闻及啰音，心律齐，腹软，双下肢无浮肿，双足背动脉搏动减弱，10g尼龙丝试验阳性。",
         "糖化血红蛋白 10.4%；空腹C肽 0.42nmol/L；尿微量白蛋白/肌酐 186mg/g；肌酐 74μmol/L；肌电图：双下肢感觉神经传导速度减慢；眼底照相：未见明显渗出。",
         "入院后予糖尿病饮食、胰岛素泵强化降糖，甲钴胺营养神经、依帕司他、羟苯磺酸钙改善微循环等治疗，血糖逐渐平稳后改为门冬胰岛素30早晚皮下注射。",
         "麻木减轻，空腹血糖6.2-7.4mmol/L，餐后2小时血糖8.1-10.3mmol/L，未发生低血糖。",
         "糖尿病饮食，适量运动；监测血糖，谨防低血糖；每3个月复查糖化血红蛋白、尿微量白蛋白；足部护理。",
         (("门冬胰岛素30注射液", "3ml:300U", "早14U 晚12U 餐前皮下注射"), ("盐酸二甲双胍片", "0.5g×20片", "0.5g 口服 3次/日"), ("甲钴胺片", "0.5mg×20片", "0.5mg 口服 3次/日"), ("达格列净片", "10mg×14片", "10mg 口服 1次/日")),
         ("消渴病", "气阴两虚夹瘀证")),
    Case("呼吸与危重症医学科", ("慢性阻塞性肺疾病伴有急性加重", "慢性肺源性心脏病", "Ⅱ型呼吸衰竭", "双肺肺气肿"),
         ("J44.101", "I27.900x002", "J96.100x002", "J43.900"), "反复咳嗽、咳痰20年，气促6年，再发伴发热3天",
         "患者20年前受凉后出现咳嗽、咳白色粘痰，每年发作3月以上，6年前起活动后气促，曾多次在当地医院住院，诊断“慢阻肺”。3天前受凉后再发，咳黄脓痰，量约30ml/日，伴畏寒发热，最高体温38.4℃，不能平卧，在村卫生室输液（具体不详）无好转。",
         "吸烟史40余年，约20支/日，已戒2年。否认高血压、糖尿病、冠心病史。无食物药物过敏史。",
         "T 37.9℃，P 104次/分，R 26次/分，BP 128/76mmHg，SpO2 86%（未吸氧）。桶状胸，双肺叩诊过清音，呼吸音低，可闻及散在湿啰音及哮鸣音，剑突下可见心尖搏动，双下肢轻度凹陷性水肿。",
         "血气分析：pH 7.33，PaCO2 61mmHg，PaO2 54mmHg。白细胞 12.6×10⁹/L，CRP 68.3mg/L。胸部CT：慢支并感染，肺气肿、肺大疱。肺功能：FEV1/FVC 48.2%，FEV1占预计值39%。",
         "入院后予持续低流量吸氧、无创呼吸机辅助通气，头孢哌酮钠舒巴坦钠抗感染，多索茶碱平喘，氨溴索化痰，布地奈德雾化等治疗。",
         "咳嗽咳痰明显减轻，无发热，双肺啰音减少，SpO2 94%（吸氧2L/min）。",
         "戒烟，注意保暖；长期家庭氧疗每日15小时以上；坚持吸入用药；半月后呼吸科门诊复诊。",
         (("布地格福吸入气雾剂", "120揿", "2揿 吸入 2次/日"), ("乙酰半胱氨酸片", "0.6g×12片", "0.6g 口服 2次/日"), ("茶碱缓释片", "0.1g×24片", "0.2g 口服 2次/日")),
         ("肺胀", "痰热郁肺证")),
    Case("神经内科", ("脑梗死（右侧基底节区）恢复期", "高血压病2级（极高危）", "左侧肢体偏瘫", "双侧颈动脉斑块"),
         ("I63.900", "I10.x00x031", "G81.900x003", "I70.803"), "左侧肢体活动不灵4月余",
         "患者4个月前晨起时突发左侧肢体无力，持物不稳、行走拖曳，伴言语含糊，急送当地医院查头颅MRI示“右侧基底节区急性脑梗死”，予抗血小板、改善循环等治疗后好转出院。现遗留左侧肢体活动不灵，为求康复来诊。",
         "高血压病史8年，口服氯沙坦钾，血压控制于140/90mmHg左右。否认冠心病、糖尿病。无手术外伤史。",
         "T 36.3℃，P 72次/分，R 18次/分，BP 146/88mmHg。神清，构音欠清，左侧鼻唇沟变浅，伸舌左偏，左上肢肌力3级，左下肢肌力4-级，左侧肌张力稍高，左侧巴氏征（+）。NIHSS评分5分，改良Rankin评分3分。",
         "头颅MRI+MRA：右侧基底节区软化灶，脑动脉硬化，右侧大脑中动脉M1段中度狭窄。同型半胱氨酸 21.4μmol/L。颈部血管彩超：双侧颈动脉内中膜增厚并斑块形成。",
         "予抗血小板聚集、调脂、控制血压、改善脑循环及针灸、运动疗法、作业疗法等康复治疗。",
         "左侧肢体肌力较前好转，左上肢4-级，左下肢4级，可扶拐行走，言语较前清晰。",
         "继续肢体功能锻炼；按时服药，监测血压；低盐低脂饮食；1月后神经内科门诊复查。",
         (("硫酸氢氯吡格雷片", "75mg×7片", "75mg 口服 1次/日"), ("瑞舒伐他汀钙片", "10mg×12片", "10mg 口服 每晚1次"), ("氯沙坦钾片", "50mg×7片", "50mg 口服 1次/日"), ("叶酸片", "5mg×100片", "5mg 口服 1次/日")),
         ("中风 中经络", "风痰阻络证")),
    Case("风湿免疫科", ("类风湿关节炎", "继发性干燥综合征", "间质性肺病", "骨质疏松"),
         ("M05.900", "M35.000", "J84.900", "M81.900"), "多关节肿痛7年，加重伴口干、眼干1年",
         "患者7年前出现双手近端指间关节、掌指关节、腕关节对称性肿痛，晨僵大于1小时，查RF、抗CCP阳性，予甲氨蝶呤、来氟米特治疗，症状时轻时重。1年来口干、眼干，进干食需水送服，活动后气短。",
         "否认高血压、糖尿病史。有“磺胺”过敏史。否认手术史。",
         "T 36.5℃，P 80次/分，R 20次/分，BP 118/70mmHg。双手尺侧偏斜，双侧第2、3掌指关节肿胀压痛，握力下降，双下肺可闻及Velcro啰音，心律齐，腹软，双下肢不肿。",
         "类风湿因子 214IU/mL，抗CCP抗体 368.2U/mL，血沉 74mm/h，CRP 41.6mg/L，抗SSA（+）。胸部HRCT：双下肺间质性改变。骨密度T值 -2.8。",
         "予甲泼尼龙、甲氨蝶呤、艾拉莫德抗风湿，补钙、抗骨质疏松治疗。",
         "关节肿痛缓解，晨僵约15分钟，复查血沉32mm/h。",
         "遵嘱规律服药，勿自行停药；每月复查血常规、肝肾功能；避免受凉。",
         (("甲氨蝶呤片", "2.5mg×16片", "10mg 口服 每周1次"), ("艾拉莫德片", "25mg×14片", "25mg 口服 2次/日"), ("碳酸钙D3片", "600mg×36片", "1片 口服 1次/日")),
         ("尪痹", "肝肾亏虚证")),
    Case("肾病内科", ("慢性肾脏病5期", "肾性贫血", "肾性高血压", "继发性甲状旁腺功能亢进"),
         ("N18.001", "D63.802", "I15.100", "N25.801"), "发现血肌酐升高5年，维持性血液透析2年，乏力1周",
         "患者5年前体检发现血肌酐升高（具体不详），伴泡沫尿、夜尿增多，未重视。2年前因恶心、纳差、浮肿查血肌酐986μmol/L，行左前臂动静脉内瘘成形术后开始规律血液透析，每周3次。1周前感乏力、活动后气促，查血红蛋白72g/L收入院。",
         "高血压病史6年。否认糖尿病、肝炎史。2年前曾输悬浮红细胞2U。",
         "T 36.2℃，P 88次/分，R 20次/分，BP 164/96mmHg。贫血貌，双肺呼吸音粗，心率88次/分，律齐，左前臂内瘘震颤良好，双下肢轻度水肿。",
         "血肌酐 872μmol/L，尿素 24.6mmol/L，血红蛋白 72g/L，血钾 5.6mmol/L，血磷 2.21mmol/L，甲状旁腺激素 612pg/mL。泌尿系彩超：双肾萎缩。",
         "予规律血液透析、罗沙司他及蔗糖铁纠正贫血、降压、降磷、骨化三醇冲击等治疗。",
         "乏力好转，血压146/86mmHg，血红蛋白86g/L。",
         "优质低蛋白、低磷低钾饮食，控制水分；规律透析每周3次；保护内瘘侧肢体；每月复查血常规、电解质。",
         (("罗沙司他胶囊", "50mg×3粒", "100mg 口服 每周3次"), ("碳酸司维拉姆片", "0.8g×30片", "0.8g 口服 3次/日"), ("硝苯地平控释片", "30mg×7片", "30mg 口服 1次/日")),
         ("虚劳", "脾肾阳虚、浊毒内蕴证")),
    Case("感染性疾病科", ("乙型肝炎后肝硬化 失代偿期", "门静脉高压", "脾大 脾功能亢进", "腹水"),
         ("K74.607", "K76.600", "D73.100", "R18.x00"), "发现HBsAg阳性16年，腹胀、尿黄20天",
         "患者16年前体检发现HBsAg阳性，未正规抗病毒治疗。20天前劳累后出现腹胀、乏力、食欲减退、尿色加深如浓茶样，无呕血黑便，在外院查肝功异常，彩超示肝硬化、腹水。",
         "母亲有乙肝病史。否认饮酒史。否认高血压、糖尿病史。无药物过敏史。",
         "T 36.8℃，P 84次/分，R 19次/分，BP 108/66mmHg。慢性肝病面容，巩膜轻度黄染，可见肝掌、蜘蛛痣，腹膨隆，移动性浊音（+），脾肋下3cm，双下肢轻度浮肿。",
         "ALT 96U/L，AST 118U/L，总胆红素 52.4μmol/L，白蛋白 27.8g/L，PT 17.9s，HBV-DNA 3.42×10⁵IU/mL，血小板 54×10⁹/L。胃镜：食管静脉曲张（中度）。",
         "予恩替卡韦抗病毒，还原型谷胱甘肽、异甘草酸镁保肝，输注人血白蛋白，螺内酯联合呋塞米利尿等治疗。",
         "腹胀减轻，尿量正常，巩膜黄染减退，复查总胆红素28.1μmol/L。",
         "长期抗病毒治疗，不可擅自停药；忌酒，忌粗硬食物；3个月复查肝功、HBV-DNA、AFP及肝脏彩超。",
         (("恩替卡韦片", "0.5mg×28片", "0.5mg 口服 1次/日 空腹"), ("螺内酯片", "20mg×100片", "40mg 口服 2次/日"), ("呋塞米片", "20mg×100片", "20mg 口服 1次/日")),
         ("鼓胀", "肝郁脾虚、水湿内停证")),
)  # fmt: skip
