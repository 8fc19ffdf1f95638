"""Invented patients, hospitals and illnesses of the district's papers, and the pieces its layouts share."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from html import escape

from benchmarks.reading.templates.develop.html import f
from benchmarks.reading.templates.develop.people import Person, Place, check_digit, name

PLACES = (
    Place("320381", "江苏省", "徐州市", "新沂市", "钟吾南路"),
    Place("510703", "四川省", "绵阳市", "涪城区", "临园路东段"),
    Place("370285", "山东省", "青岛市", "莱西市", "威海西路"),
    Place("450803", "广西壮族自治区", "贵港市", "港南区", "江南大道"),
    Place("610702", "陕西省", "汉中市", "汉台区", "天汉大道中段"),
    Place("230206", "黑龙江省", "齐齐哈尔市", "富拉尔基区", "和平路"),
    Place("330783", "浙江省", "金华市", "东阳市", "吴宁西路"),
    Place("420684", "湖北省", "襄阳市", "宜城市", "自忠路"),
    Place("530381", "云南省", "曲靖市", "宣威市", "龙堡东路"),
    Place("130682", "河北省", "保定市", "定州市", "中山中路"),
)
ESTATES = ("锦绣花园", "阳光家园", "水岸新城", "东方红小区", "御景华府", "供销社家属院", "福苑里", "翠湖小区")
VILLAGES = ("杨树沟村", "三里铺村", "高家营村", "上塘村", "石头坝村", "大柳树村", "后河村")
TOWNS = ("城关镇", "白马镇", "双河镇", "永安乡", "新兴街道", "龙泉街道", "柳林镇")


@dataclass(frozen=True)
class Illness:
    """Diagnoses with ICD-10 codes, and what a record says of them."""

    dept: str
    names: tuple[tuple[str, str], ...]
    complaint: str
    story: str
    past: str
    found: str
    tests: str
    course: str
    drugs: tuple[tuple[str, str, str], ...]
    advice: str


_B = "神志清，精神可，"
ILLNESSES = (
    Illness("呼吸内科", (("慢性阻塞性肺疾病伴急性下呼吸道感染", "J44.000"), ("慢性肺源性心脏病", "I27.900"), ("Ⅱ型呼吸衰竭", "J96.101"), ("肺大疱", "J43.901")),
        "反复咳嗽咳痰15年，气喘5年，加重4天", "患者于15年前受凉后出现咳嗽、咳白色泡沫痰，每于秋冬季节加重，每年累计发作3月以上。近5年出现活动后气喘，登楼二层即需休息。4天前受凉后上述症状加重，咳黄脓痰，夜间不能平卧，自服“阿莫西林”无效，为进一步诊治收住院。",
        "否认高血压、糖尿病病史，吸烟史40年，20支/日，已戒3年。", _B + "口唇轻度紫绀，桶状胸，双肺呼吸音低，可闻及散在干湿性啰音，心率96次/分，律齐，双下肢轻度水肿。",
        "肺功能：FEV1/FVC 52.3%，FEV1占预计值41%，支气管舒张试验阴性。胸部CT：慢支、肺气肿，右上肺肺大疱。血气：pH 7.36，PaCO2 58mmHg，PaO2 56mmHg。",
        "入院后给予持续低流量吸氧、哌拉西林他唑巴坦抗感染、甲泼尼龙抗炎、多索茶碱平喘、氨溴索化痰及无创呼吸机辅助通气治疗。经治疗患者咳喘明显缓解，双肺啰音减少，复查血气好转。",
        (("布地格福吸入气雾剂", "160μg:7.2μg:4.8μg×120揿", "2揿 bid 吸入"), ("乙酰半胱氨酸泡腾片", "0.6g×12片", "0.6g qd 口服"), ("茶碱缓释片", "0.1g×24片", "0.1g q12h 口服")),
        "戒烟，避免受凉；坚持家庭氧疗每日15小时以上；规范使用吸入药物；1月后呼吸内科门诊复查。"),
    Illness("内分泌科", (("2型糖尿病", "E11.900"), ("糖尿病性肾病Ⅲ期", "E11.200x002"), ("糖尿病周围神经病", "E11.400x004"), ("高血压病2级（很高危）", "I10.x04"), ("混合型高脂血症", "E78.200")),
        "发现血糖升高11年，四肢麻木半年", "11年前体检发现空腹血糖9.8mmol/L，诊断为“2型糖尿病”，先后口服二甲双胍、格列美脲，血糖控制不佳，空腹血糖波动于8～13mmol/L。半年来渐出现四肢末端麻木、针刺感，夜间为著，伴视物模糊、泡沫尿。",
        "高血压病史6年，最高170/100mmHg，服用硝苯地平控释片。对磺胺类药物过敏。", _B + "BP 152/88mmHg，BMI 27.4kg/m²，心肺腹无异常，双足背动脉搏动减弱，10g尼龙丝试验阳性。",
        "HbA1c 9.7%，空腹C肽0.62nmol/L，尿微量白蛋白/肌酐 186mg/g，LDL-C 3.9mmol/L。肌电图：双侧腓总神经感觉传导速度减慢。",
        "入院后予糖尿病饮食，胰岛素泵强化降糖，后改为门冬胰岛素30早晚皮下注射，辅以依帕司他、甲钴胺营养神经，阿托伐他汀调脂，缬沙坦降压护肾。现空腹血糖6.1～7.4mmol/L，餐后2h 8.5～10mmol/L。",
        (("门冬胰岛素30注射液", "300U:3ml", "早16U 晚14U 皮下注射"), ("达格列净片", "10mg×14片", "10mg qd 口服"), ("甲钴胺片", "0.5mg×20片", "0.5mg tid 口服"), ("依帕司他片", "50mg×10片", "50mg tid 餐前口服")),
        "糖尿病饮食，适量运动；监测血糖；每3月复查HbA1c、尿ACR；防止低血糖。"),
    Illness("肾内科", (("慢性肾脏病5期", "N18.001"), ("维持性血液透析", "Z49.100x001"), ("肾性贫血", "N18.801+D63.8*"), ("肾性高血压", "I15.100")),
        "发现血肌酐升高6年，规律透析1年余，乏力1周", "6年前因双眼睑浮肿查血肌酐268μmol/L，诊断“慢性肾小球肾炎 慢性肾衰竭”。1年前行左前臂动静脉内瘘成形术，后规律血透每周3次。1周来乏力、纳差，透析间期体重增长4kg。",
        "高血压病史8年；否认糖尿病、冠心病史；2019年曾在外院输血2U。", "慢性病容，贫血貌，BP 168/96mmHg，双肺底少许湿啰音，左前臂内瘘可触及震颤，双下肢中度凹陷性水肿。",
        "血肌酐 986μmol/L，尿素 28.7mmol/L，血红蛋白 82g/L，血钾 5.6mmol/L，iPTH 512pg/ml。泌尿系彩超：双肾缩小，皮质回声增强。",
        "予规律血液透析及血液透析滤过，调整干体重，罗沙司他纠正贫血，碳酸司维拉姆降磷，控制血压，患者浮肿消退，血压平稳。",
        (("罗沙司他胶囊", "50mg×3粒", "100mg 每周三次 口服"), ("碳酸司维拉姆片", "0.8g×30片", "0.8g tid 随餐"), ("硝苯地平控释片", "30mg×7片", "30mg qd 口服"), ("骨化三醇胶丸", "0.25μg×10粒", "0.25μg qn 口服")),
        "限水限盐优质蛋白饮食；每周三次规律透析，不可自行中断；保护内瘘侧肢体。"),
    Illness("消化内科", (("乙型肝炎后肝硬化失代偿期", "K74.607"), ("门脉高压", "K76.600"), ("食管胃底静脉曲张（重度）", "I98.2*"), ("腹腔积液", "R18.x00")),
        "腹胀、乏力2月，加重伴双下肢浮肿10天", "患者乙肝“小三阳”20余年未正规治疗。2月前无明显诱因出现腹胀、乏力、食欲减退，尿色加深，10天来腹围增大，双下肢浮肿，尿量约600ml/日。",
        "否认饮酒史，其母亲死于“肝癌”。否认药物过敏史。", "皮肤巩膜轻度黄染，可见肝掌、蜘蛛痣，腹膨隆，移动性浊音阳性，脾肋下3cm，双下肢凹陷性水肿。",
        "HBV-DNA 3.6×10^5 IU/mL，白蛋白 26.8g/L，总胆红素 46.2μmol/L，PT 18.4s。上腹部增强CT：肝硬化、脾大、腹水，食管胃底静脉曲张。",
        "予恩替卡韦抗病毒、人血白蛋白、呋塞米联合螺内酯利尿、卡维地洛降低门脉压力，腹腔穿刺放液一次约2500ml，现腹胀缓解。",
        (("恩替卡韦片", "0.5mg×28片", "0.5mg qn 空腹口服"), ("螺内酯片", "20mg×100片", "40mg bid 口服"), ("卡维地洛片", "12.5mg×20片", "6.25mg qd 口服")),
        "软食，禁烟酒；不可自行停用抗病毒药；每3个月复查肝功、HBV-DNA、AFP及肝脏彩超。"),
    Illness("神经内科", (("脑梗死恢复期", "I69.300x002"), ("右侧偏瘫", "G81.900"), ("高血压病3级（极高危）", "I10.x05"), ("颈动脉硬化伴斑块形成", "I70.806")),
        "右侧肢体无力、言语含糊3月余", "3月余前晨起时发现右侧肢体无力，不能持物，行走拖步，伴言语含糊，在当地卫生院治疗后遗留右侧肢体活动不灵，现为行康复治疗入院。",
        "高血压病史10余年，未规律服药；吸烟30年；无家族遗传病史。", "神清，构音障碍，右侧鼻唇沟浅，伸舌右偏，右上肢肌力3级，右下肢肌力4-级，右侧巴氏征（+）。",
        "头颅MRI：左侧基底节区、放射冠区陈旧性脑梗死。颈部血管彩超：双侧颈动脉内-中膜增厚伴多发斑块。",
        "予阿司匹林抗板、阿托伐他汀稳定斑块、降压，配合针刺、运动疗法、作业疗法，患者可扶拐行走30米，言语较前清晰。",
        (("阿司匹林肠溶片", "100mg×30片", "100mg qd 口服"), ("阿托伐他汀钙片", "20mg×28片", "20mg qn 口服"), ("苯磺酸左氨氯地平片", "2.5mg×28片", "2.5mg qd 口服")),
        "低盐低脂饮食，监测血压（<140/90mmHg）；坚持康复锻炼；定期复查肝功、血脂。"),
    Illness("风湿免疫科", (("系统性红斑狼疮", "M32.900"), ("狼疮性肾炎", "M32.101+N08.5*"), ("继发性血小板减少", "D69.500")),
        "面部红斑、关节痛3年，双下肢浮肿2周", "3年前日晒后面部出现蝶形红斑，伴双手小关节疼痛、脱发，诊断“系统性红斑狼疮”，予泼尼松、羟氯喹治疗，后自行减药。2周前出现双下肢浮肿、泡沫尿。",
        "无肝炎、结核病史；孕1产1。青霉素皮试阳性。", "面部可见陈旧性红斑，口腔无溃疡，双下肢轻度凹陷性水肿，四肢关节无肿胀畸形。",
        "ANA 1:1000（+），抗ds-DNA（+++），C3 0.41g/L，24h尿蛋白定量 2.86g，PLT 76×10^9/L。肾穿刺病理：狼疮性肾炎Ⅳ型。",
        "予甲泼尼龙40mg静滴，环磷酰胺0.6g冲击一次，羟氯喹、补钙、护胃治疗，浮肿消退，24h尿蛋白降至1.1g。",
        (("醋酸泼尼松片", "5mg×100片", "40mg qd 晨起顿服"), ("硫酸羟氯喹片", "0.2g×10片", "0.2g bid 口服"), ("吗替麦考酚酯胶囊", "0.25g×40粒", "0.75g bid 口服")),
        "避免日晒、劳累及感染；激素不可自行减停；2周后复查血常规、尿蛋白、补体。"),
    Illness("心血管内科", (("慢性心力衰竭急性加重", "I50.905"), ("心功能Ⅳ级（NYHA分级）", "I50.903"), ("扩张型心肌病", "I42.000"), ("心房颤动", "I48.x01")),
        "反复胸闷气促4年，再发加重3天", "4年前劳累后出现胸闷、气促，休息可缓解，曾住院诊断为“扩张型心肌病”。3天前受凉后症状加重，夜间阵发性呼吸困难，端坐位，尿少。",
        "否认高血压、糖尿病；饮酒20余年，白酒约200g/日。", "半卧位，颈静脉怒张，双肺底可闻及湿啰音，心界向左下扩大，心率118次/分，律绝对不齐，双下肢水肿。",
        "NT-proBNP 8650pg/ml。心脏彩超：全心扩大，LVEDd 68mm，EF 29%，二尖瓣中度反流。心电图：快速型房颤。",
        "予利尿、扩血管、强心、控制心室率、利伐沙班抗凝，并加用沙库巴曲缬沙坦改善心室重构，病情平稳。",
        (("沙库巴曲缬沙坦钠片", "100mg×14片", "50mg bid 口服"), ("琥珀酸美托洛尔缓释片", "47.5mg×14片", "47.5mg qd 口服"), ("利伐沙班片", "15mg×7片", "15mg qd 口服"), ("呋塞米片", "20mg×100片", "20mg qd 口服")),
        "限盐限水，每日测体重；按时服药，勿自行停药；2周后心内科门诊随诊。"),
    Illness("肿瘤科", (("左肺下叶腺癌", "C34.301"), ("肺癌骨转移", "C79.500x009"), ("纵隔淋巴结继发恶性肿瘤", "C77.100x004"), ("中度贫血", "D64.902")),
        "确诊左肺腺癌8月，拟行第7周期治疗", "8月前因咳嗽、痰中带血行胸部CT示左肺下叶占位，穿刺病理示浸润性腺癌，基因检测EGFR 19del突变，予靶向治疗及唑来膦酸抗骨转移治疗，今为进一步治疗入院。",
        "平素体健，吸烟指数600年支。母亲患“乳腺癌”。", "KPS评分80分，浅表淋巴结未触及肿大，左下肺呼吸音低，胸椎轻叩痛。",
        "CEA 38.6ng/ml，胸部增强CT：左肺下叶肿块较前缩小（2.8cm×2.1cm）。骨ECT：胸7、左侧第5肋骨代谢增高。",
        "排除禁忌后予培美曲塞0.8g d1+卡铂400mg d1方案化疗，同时抑酸、止吐、水化，过程顺利，无明显不良反应。",
        (("甲磺酸奥希替尼片", "80mg×30片", "80mg qd 口服"), ("多糖铁复合物胶囊", "150mg×10粒", "150mg qd 口服")),
        "每周复查血常规、肝肾功能；21天后返院行下周期治疗；发热、骨痛加重随时就诊。"),
    Illness("精神科", (("精神分裂症", "F20.900"), ("药源性帕金森综合征", "G21.100")),
        "敏感多疑、自语自笑9年，加重1月", "9年前无明显诱因渐起疑人害己，凭空闻声，自语自笑，生活懒散，多次住院治疗，服药依从性差。1月前自行停药后病情复发，夜不眠，冲动毁物，由家属送入院。",
        "否认躯体重大疾病史，其姑姑有精神异常史。", "意识清，接触被动，存在言语性幻听、被害妄想，情感不协调，自知力缺失。",
        "头颅CT平扫未见明显异常。PANSS评分 92分。催乳素 58.4ng/ml。",
        "予利培酮逐渐加量至4mg/日，合并MECT治疗6次、工娱治疗，幻听消失，妄想动摇，睡眠好转，自知力部分恢复。",
        (("利培酮片", "1mg×20片", "2mg bid 口服"), ("盐酸苯海索片", "2mg×100片", "2mg bid 口服"), ("氯硝西泮片", "2mg×20片", "1mg qn 口服")),
        "坚持服药，家属保管药物；防自伤冲动；每月门诊复诊。"),
    Illness("血液科", (("多发性骨髓瘤IgG-κ型（ISS Ⅲ期）", "C90.000x004"), ("病理性骨折（腰1椎体）", "M84.400x081"), ("重度贫血", "D64.901")),
        "腰背痛5月，乏力、面色苍白1月", "5月前弯腰后出现腰背部疼痛，活动受限，1月来渐感乏力、头昏、面色苍白，查血红蛋白58g/L，总蛋白112g/L，遂入院。",
        "既往体健，否认手术外伤史。", "重度贫血貌，胸骨压痛（+），腰1椎体叩痛明显，肝脾肋下未及。",
        "骨髓涂片：原幼浆细胞占38%。血清免疫固定电泳：IgG-κ型M蛋白阳性。β2-MG 6.8mg/L。",
        "予VRD方案（硼替佐米+来那度胺+地塞米松）化疗，输注悬浮红细胞4U，唑来膦酸抑制骨破坏，腰痛减轻。",
        (("来那度胺胶囊", "25mg×7粒", "25mg qd d1-14 口服"), ("阿昔洛韦片", "0.2g×24片", "0.2g bid 口服")),
        "卧硬板床，避免负重；监测血常规；28天后入院行下一疗程。"),
)  # fmt: skip


LESSER = (
    ("低钾血症", "E87.600"), ("肝囊肿", "K76.807"), ("慢性胃炎", "K29.500"), ("双肾结石", "N20.000"), ("骨量减少", "M85.800x091"), ("甲状腺结节（TI-RADS 3类）", "E04.101"), ("窦性心动过缓", "R00.101"),
    ("高尿酸血症", "E79.000"), ("湿疹", "L30.900"), ("胆囊结石伴慢性胆囊炎", "K80.100x005"), ("睡眠障碍", "G47.900"), ("腰椎间盘突出（L4/5、L5/S1）", "M51.202"), ("老年性白内障", "H25.900"),
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One invented patient in one invented hospital."""

    who: Person
    home: str
    other_home: str
    unit: str
    hospital: str
    level: str
    ill: Illness
    dept: str
    diagnoses: tuple[tuple[str, str], ...]
    admitted: dt.datetime
    left: dt.datetime
    number: str
    doctors: tuple[str, str, str, str]
    relative: str
    relation: str
    relative_phone: str

    @property
    def days(self) -> int:
        """Days in hospital."""
        return (self.left.date() - self.admitted.date()).days

    @property
    def age(self) -> int:
        """Years at admission."""
        return self.who.age_on(self.admitted.date())

    @property
    def month(self) -> str:
        """The month of discharge, as numbers start."""
        return f"{self.left:%Y%m}"


def _home(dice: random.Random, p: Place) -> str:
    if dice.random() < 0.5:
        return f"{p.province}{p.city}{p.county}{p.road}{dice.randint(2, 320)}号{dice.choice(ESTATES)}{dice.randint(1, 28)}栋{dice.randint(1, 4)}单元{dice.randint(1, 18)}0{dice.randint(1, 4)}室"
    return f"{p.province}{p.city}{p.county}{dice.choice(TOWNS)}{dice.choice(VILLAGES)}{dice.randint(1, 14)}组{dice.randint(1, 99)}号"


def _phone(dice: random.Random) -> str:
    return f"1{dice.choice('35789')}{dice.randint(0, 9)}0000{dice.randint(0, 9999):04d}"


def case(dice: random.Random, longest: int = 21, chinese: bool = False, more: int = 0) -> Case:
    """A patient, a hospital, a stay; up to ``more`` lesser diagnoses follow the chief ones."""
    place, sex = dice.choice(PLACES), dice.choice("男女")
    born = dt.date(2025 - dice.randint(26, 87), dice.randint(1, 12), dice.randint(1, 28))
    who = Person(name(dice, sex), sex, born, place, dice.randrange(10, 998) // 2 * 2 + (sex == "男"), dice.randint(2, 398),
                 _phone(dice), dice.choice(("汉", "汉", "汉", "汉", "壮", "彝", "回", "满")), dice.choice(("employee", "resident")))  # fmt: skip
    assert check_digit(who.id_number[:17]) == who.id_number[17]
    city, county = place.city, place.county
    hospital, level = dice.choice((
        (f"{county}中医医院", "二级甲等"), (f"{city}中西医结合医院", "三级乙等"),
    ) if chinese else (
        (f"{county}人民医院", "二级甲等"), (f"{city}{dice.choice(('江北', '滨湖', '铁路', '惠民'))}中心医院", "三级甲等"), (f"{city}第{dice.choice('二三四')}人民医院", "三级乙等"),
        (f"{place.province}第{dice.choice('五七')}人民医院", "三级甲等"), (f"{city}康宁医院", "二级乙等"), (f"{city}矿业总医院", "三级甲等"),
        (f"{city}医学院第二附属医院", "三级甲等"), (f"{county}第一医院", "二级甲等"),
    ))  # fmt: skip
    ill = dice.choice(ILLNESSES)
    count = dice.randint(min(2, len(ill.names)), len(ill.names))
    told = ill.names[:count] + tuple(dice.sample(LESSER, dice.randint(0, more)))
    day = dt.date(2023, 2, 1) + dt.timedelta(days=dice.randint(0, 980))
    admitted = dt.datetime(day.year, day.month, day.day, dice.randint(7, 21), dice.randint(0, 59))
    end = day + dt.timedelta(days=dice.randint(4, longest))
    left = dt.datetime(end.year, end.month, end.day, dice.randint(8, 16), dice.randint(0, 59))
    names: list[str] = []
    while len(names) < 5:
        new = name(dice, dice.choice("男女"))
        if new not in names and new != who.name:
            names.append(new)
    number = dice.choice(
        (
            f"{day:%y}{dice.randint(10000, 99999)}",
            f"ZY{dice.randint(1, 9)}{dice.randint(0, 9999999):07d}",
            f"{dice.randint(100000, 999999)}",
            f"000{dice.randint(1000000, 9999999)}",
        )
    )
    return Case(who, _home(dice, place), _home(dice, place), f"{county}{dice.choice(('第三中学', '水务局', '顺达运输有限公司', '粮食储备库', '鑫源建材厂'))}",
                hospital, level, ill, ill.dept, told, admitted, left, number, (names[0], names[1], names[2], names[3]),
                names[4], dice.choice(("配偶", "子女", "父母", "兄弟姐妹")), _phone(dice))  # fmt: skip


STYLES = (
    "{0:%Y-%m-%d}",
    "{0:%Y-%m-%d}",
    "{0.year}/{0.month}/{0.day}",
    "{0:%Y.%m.%d}",
    "{0.year}年{0.month}月{0.day}日",
    "{0:%Y}年{0:%m}月{0:%d}日",
)


def date_style(dice: random.Random) -> str:
    """One way to print days, for a whole page."""
    return dice.choice(STYLES)


def when(field: str, moment: dt.datetime, style: str, clock: str = "") -> str:
    """A tagged date in a style, with a clock (a ``strftime`` format) behind it where papers print one."""
    return f(field, moment.date().isoformat(), style.format(moment) + (f"{moment:{clock}}" if clock else ""))


def hospital(case: Case, style: str = "") -> str:
    """The tagged hospital."""
    return f("hospital_name", case.hospital, style=style)


def boxes(field: str | None, value: str, css: str = "") -> str:
    """A value of one cell a character; untagged without a field."""
    cell = f"display:inline-block;width:17px;height:21px;border:1px solid #333;margin-left:-1px;text-align:center;line-height:19px;{css}"
    cells = "".join(f'<span style="{cell}">{escape(c)}</span>' for c in value)
    told = f' data-field="{field}" data-value="{escape(value, quote=True)}"' if field else ""
    return f'<span{told} style="white-space:nowrap">{cells}</span>'


def line(inner: str, width: int | str = "auto", css: str = "") -> str:
    """A value on a ruled line."""
    wide = f"min-width:{width}px" if isinstance(width, int) else f"width:{width}"
    return f'<span style="display:inline-block;{wide};border-bottom:1px solid #222;padding:0 4px;line-height:1.3;text-indent:0;{css}">{inner or "&nbsp;"}</span>'


def tags(case: Case, ethnic: str = "族") -> dict[str, str]:
    """The patient's tagged values, each to be printed once."""
    who = case.who
    return {
        "name": f("patient_name", who.name),
        "sex": f("sex", who.sex),
        "age": f("age", case.age, f"{case.age}岁"),
        "bare_age": f("age", case.age),
        "ethnic": f("ethnicity", who.ethnicity + ethnic),
        "id": f("id_number", who.id_number),
        "phone": f("phone", who.phone),
        "home": f("address", case.home),
        "number": f("record_number", case.number),
        "dept": f("department", case.dept),
        "level": f("hospital_level", case.level),
    }


def listed(case: Case, join: str = "<br>", mark: str = "{}. ") -> str:
    """The tagged diagnoses, numbered."""
    return join.join(mark.format(n) + f("diagnosis", told) for n, (told, _) in enumerate(case.diagnoses, 1))


def plain(case: Case, join: str = "<br>", mark: str = "{}. ", count: int = 9) -> str:
    """The diagnoses without truth, where the paper repeats them as the first opinion."""
    return join.join(mark.format(n) + told for n, (told, _) in enumerate(case.diagnoses[:count], 1))
