"""Discharge records: an oncology hospital's prose, a military table, a psychiatric hospital's two columns."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    bars,
    city,
    clocktime,
    d,
    digits,
    home,
    page,
    patient,
    phone,
    somebody,
    when,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, seal, sign
from benchmarks.reading.templates.develop.people import day


def _oncology(dice: random.Random) -> str:
    p, out = patient(dice, 38, 79), day(dice)
    into = out - dt.timedelta(days=dice.randint(2, 16))
    n = dice.randint(2, 11)
    site, path, code, drug = dice.choice((
        ("左乳腺癌术后 浸润性导管癌 pT2N1M0 IIB期", "（左乳）浸润性导管癌，II级，ER（90%+），PR（60%+），HER-2（1+），Ki-67约20%", "化学治疗", "多西他赛120mg d1＋环磷酰胺0.9g d1"),
        ("胃窦腺癌 cT4aN2M0", "（胃窦）低分化腺癌，部分印戒细胞癌，HER-2（0），pMMR", "免疫治疗", "信迪利单抗200mg d1＋奥沙利铂200mg d1＋卡培他滨1.5g bid d1-14"),
        ("左肺上叶鳞癌 cT3N2M0 IIIB期", "（左肺穿刺）鳞状细胞癌，P40（＋），CK5/6（＋），TTF-1（－）", "同步放化疗", "白蛋白紫杉醇400mg d1＋卡铂500mg d1"),
        ("直肠癌术后 肝转移 IV期", "（直肠）中分化腺癌，RAS野生型，BRAF V600E野生型", "靶向治疗", "西妥昔单抗800mg d1＋伊立替康300mg d1＋氟尿嘧啶"),
    ))  # fmt: skip
    more = dice.sample(
        ("骨髓抑制II度", "化疗后恶心呕吐", "2型糖尿病", "低钾血症", "肝功能异常", "高血压2级"),
        dice.randint(0, 3),
    )
    c = city(p)
    chinese, english = dice.choice((
        (f"{p.place.province}第二肿瘤医院", "Provincial Cancer Hospital"), (f"{c}医科大学附属仁济堂肿瘤医院", "Cancer Hospital of the Medical University"),
        (f"中国{c}医科大学附属第四医院（{p.place.province}第二肿瘤医院）", "The Fourth Affiliated Hospital · Tumor Hospital"),
    ))  # fmt: skip
    dept = dice.choice(("肿瘤内科二病区", "乳腺肿瘤内科", "消化肿瘤内科一病房", "胸部放疗科", "生物治疗科"))
    number = digits(dice, 8)
    style = dice.choice("-年0")
    seen = f"{f('diagnosis', site)}" + "".join("，" + f("diagnosis", m) for m in more)
    labs = f"血常规：WBC {dice.uniform(2, 8):.2f}×10^9/L，NEUT# {dice.uniform(1, 5):.2f}×10^9/L，Hb {dice.randint(82, 135)}g/L，PLT {dice.randint(70, 260)}×10^9/L；CEA {dice.uniform(1, 60):.2f}ng/ml，CA19-9 {dice.uniform(5, 180):.1f}U/ml。"
    low = p.name if dice.random() < 0.7 else "患者"
    body = f"""
<div style="text-align:center;border-bottom:2px solid #000;padding-bottom:4px"><div style="font-size:{25 if len(chinese) < 16 else 22}px;letter-spacing:{5 if len(chinese) < 16 else 0}px;font-weight:600">{f("hospital_name", chinese)}</div>
<div style="font-size:12px;font-family:'Liberation Serif'">{english}</div></div>
<h1 style="font-size:23px;letter-spacing:14px;margin:9px 0 5px">出院记录</h1>
<div style="display:flex;justify-content:space-between;border-bottom:1px solid #000;font-size:14px"><span>姓名：{f("patient_name", p.name)}</span><span>科别：{f("department", dept)}</span><span>病区床号：{dice.randint(3, 9)}F-{dice.randint(1, 46):02d}+</span><span>病案号：{f("record_number", number)}</span></div>
<p>　　{low}，{f("sex", p.sex)}，{f("age", str(p.age_on(into)), str(p.age_on(into)) + "岁")}，{dice.choice(("已婚，", ""))}{f("ethnicity", p.ethnicity, p.ethnicity + "族")}，因“确诊{site.split(" ")[0]}{dice.randint(3, 20)}个月余，拟行第{n}周期治疗”于{d("admission_date", into, dice, True, style)}步行入院，于{d("discharge_date", out, dice, dice.random() < 0.5, style)}出院，共住院{(out - into).days}天。</p>
<p><b>【入院情况】</b>患者{when(dice, into - dt.timedelta(days=dice.randint(180, 700)), style=style)}于外院（{c}市第一中心医院）行检查示占位性病变，病理：{path}。后转诊至我院，自{when(dice, into - dt.timedelta(days=170), style=style)}起行{code}{n - 1}周期，末次用药时间为{when(dice, into - dt.timedelta(days=21), style=style)}，期间II度骨髓抑制，予重组人粒细胞刺激因子后恢复。既往：否认药物过敏史；父亲因“食管癌”去世。查体：T{dice.uniform(36, 37):.1f}℃，P{dice.randint(68, 96)}次/分，R18次/分，BP{dice.randint(110, 148)}/{dice.randint(66, 92)}mmHg，KPS {dice.choice((70, 80, 90))}分，BSA {dice.uniform(1.45, 1.95):.2f}㎡。浅表淋巴结未及肿大，心肺腹查体无特殊。</p>
<p><b>【入院诊断】</b>{site.split(" ")[0]}</p>
<p><b>【诊疗经过】</b>入院后完善检查，{labs}胸腹部增强CT（{when(dice, into + dt.timedelta(days=1), style=style)}）：与前片比较，原病灶较前缩小，疗效评价{dice.choice(("PR", "SD"))}。排除禁忌后于{when(dice, into + dt.timedelta(days=1), style=style)}行第{n}周期{code}，具体：{drug}，同时予托烷司琼止吐、兰索拉唑抑酸、异甘草酸镁保肝治疗，过程顺利，无明显不适。请{somebody(dice)}主任医师查房后示：可出院。</p>
<p><b>【出院诊断】</b>{seen}</p>
<p><b>【出院情况】</b>一般状况可，无发热，纳眠可，二便调。治疗结果：{dice.choice(("好转", "稳定"))}。</p>
<p><b>【出院医嘱】</b>1、休息，加强营养，避免感冒；2、每周复查血常规2次、肝肾功1次，如WBC&lt;3.0或PLT&lt;75请及时就诊；3、{when(dice, out + dt.timedelta(days=21), style=style)}左右返院行下周期治疗（提前1日电话预约：{phone(dice)}）；4、出院带药：{dice.choice(("地榆升白片 0.2g tid；复方阿胶浆 20ml tid", "卡培他滨片 1.5g bid 餐后30分钟", "无"))}。</p>
<div style="text-align:right;line-height:2.1;margin-top:6px;position:relative">医师签名：{f("physician_name", (doc := somebody(dice)))}／{sign("physician", doc if dice.random() < 0.8 else None, dice)}<br>上级医师：{somebody(dice)}<br>{d("sign_date", out, dice, True, style)}{seal(chinese.split("（")[0], "病案复印专用章", at=(dice.randint(300, 520), -30), size=dice.randint(130, 150), turn=dice.uniform(-20, 20)) if dice.random() < 0.7 else ""}</div>
<div style="position:absolute;bottom:26px;left:60px;right:60px;font-size:11px;display:flex;justify-content:space-between;border-top:1px solid #999"><span>病历号 {number}</span><span>第 1 页</span><span>打印次数：{dice.randint(1, 3)}　打印时间：{when(dice, out, style="-")} {clocktime(dice)}</span></div>"""
    return page(body, "p{margin:5px 0;text-align:justify}", dice.choice((SONG, MICRO)), 14, "40px 60px")


def _military(dice: random.Random) -> str:
    p, out = patient(dice), day(dice)
    into = out - dt.timedelta(days=dice.randint(5, 24))
    where = dice.choice(("中国人民解放军联勤保障部队第九九七医院", "解放军第四七一中心医院", "中国人民解放军北部战区空军沈北医院", "武警山西总队朔北医院", "空军军医大学附属秦岭医院", "中国人民解放军海军第四一六医院"))  # fmt: skip
    ills: tuple[str, ...] = dice.choice((
        ("冠状动脉粥样硬化性心脏病 急性前壁心肌梗死 PCI术后 心功能II级（Killip分级）", "高血压病3级 极高危", "高尿酸血症"),
        ("脑梗死（左侧基底节区）", "颈内动脉狭窄（右侧，重度）", "2型糖尿病", "高同型半胱氨酸血症"),
        ("慢性肾功能衰竭（尿毒症期）", "肾性高血压", "继发性甲状旁腺功能亢进症", "动静脉内瘘成形术后"),
        ("强直性脊柱炎", "双侧骶髂关节炎III级"), ("支气管哮喘急性发作（中度）", "变应性鼻炎"),
    ))  # fmt: skip
    ills = ills[: dice.randint(1, len(ills))]
    st = dice.choice("年0.")
    doc, chief = somebody(dice), somebody(dice)
    dx = "<br>".join(
        f"{n}. {f('diagnosis', i)}" if len(ills) > 1 else f("diagnosis", i) for n, i in enumerate(ills, 1)
    )
    cells = [
        ("姓　名", f("patient_name", p.name)), ("性　别", f("sex", p.sex)), ("年　龄", f("age", str(p.age_on(into)))),
        ("ＩＤ号", f("record_number", digits(dice, 10)) if dice.random() < .5 else digits(dice, 10)), ("住院号", ""), ("费　别", dice.choice(("地方医保", "自费", "军免", "异地联网"))),
        ("入院日期", d("admission_date", into, dice, style=st)), ("出院日期", d("discharge_date", out, dice, style=st)), ("住院天数", str((out - into).days)),
        ("科　室", f("department", dice.choice(("心血管内科", "神经内科", "肾脏病科", "干部病房一科", "呼吸内科")))), ("部职别", dice.choice(("", "地方人员", "退休职工"))), ("身　份", dice.choice(("老百姓", "地方", "军属"))),
    ]  # fmt: skip
    if "data-field" not in cells[3][1]:
        cells[3] = ("ＩＤ号", "")
    cells[4] = ("住院号", "" if "data-field" in cells[3][1] else f("record_number", digits(dice, 7)))
    table = "".join(
        "<tr>" + "".join(f'<td class="l">{a}</td><td>{b}</td>' for a, b in cells[i : i + 3]) + "</tr>"
        for i in range(0, 12, 3)
    )
    long = "<tr><td class='l'>{}</td><td colspan='5' style='height:{}px;vertical-align:top'>{}</td></tr>"
    gap = f"{dice.randint(120, 160)}/{dice.randint(70, 98)}"
    rest = "".join(long.format(a, h, b) for a, h, b in (
        ("门 诊<br>诊 断", 46, ills[0]), ("入院时<br>主要症<br>状体征", 130, f"主因“间断胸闷、头晕{dice.randint(2, 15)}年，加重{dice.randint(2, 9)}天”入院。查体：血压{gap}mmHg，神志清，精神可，口唇无发绀，双肺呼吸音粗，未闻及干湿性啰音，心率{dice.randint(62, 98)}次/分，律齐，腹软，肝脾肋下未触及，双下肢轻度凹陷性水肿，生理反射存在，病理征未引出。"),
        ("治 疗<br>经 过", 190, f"入院后按{'一二'[dice.randint(0, 1)]}级护理，给予低盐低脂饮食，完善三大常规、凝血、生化全套、心梗五项、心脏彩超、动态心电图等检查。请{dice.choice(['内分泌科', '神经内科', '肾内科'])}{somebody(dice)}副主任医师会诊，调整用药方案为：阿司匹林肠溶片0.1g 1次/日、替格瑞洛片90mg 2次/日、瑞舒伐他汀钙片10mg 每晚1次、沙库巴曲缬沙坦钠片50mg 2次/日。病程中无发热，复查肌酐{dice.randint(70, 820)}μmol/L，钾{dice.uniform(3.5, 5.4):.2f}mmol/L，病情平稳。"),
        ("出 院<br>诊 断", 90, dx), ("出院时<br>情 况", 60, "患者无明显不适，饮食睡眠可，各项生命体征平稳。转归：①治愈　②好转√　③未愈　④死亡"),
        ("出 院<br>医 嘱", 110, "1．按时服药，不得擅自停药；2．监测血压、心率，控制在140/90mmHg以下；3．出院后2周、1月、3月来我院门诊复查；4．如有不适随时就诊。"),
    ))  # fmt: skip
    body = f"""<h1 style="font-size:22px;letter-spacing:2px">{f("hospital_name", where)}</h1><h2 style="font-size:26px;letter-spacing:22px;margin:6px 0 12px">出院小结</h2>
<table class="g" style="border:2px solid #000">{table}{rest}</table>
<div style="display:flex;justify-content:space-between;margin-top:16px"><span>科主任：{chief}</span><span>主治军医：{f("physician_name", doc)}　{sign("physician", doc if dice.random() < 0.6 else None, dice, 80)}</span><span>{d("sign_date", out, dice, style=st)}</span></div>
<div style="font-size:12px;margin-top:14px">注：本小结一式两份，一份存病案，一份交病员本人；军队病员交所在单位卫生机构。</div>
{seal(where, "医务部", at=(490, 890), size=150, turn=dice.uniform(-30, 30)) if dice.random() < 0.8 else ""}"""
    return page(body, ".l{width:74px;text-align:center}td{line-height:1.75}", dice.choice((SONG, KAI)), 15)


def _psychiatric(dice: random.Random) -> str:
    p, out = patient(dice, 19, 66), day(dice)
    into = out - dt.timedelta(days=dice.randint(20, 130))
    hosp = dice.choice((f"{city(p)}市安和医院", f"{p.place.city}精神卫生中心（{city(p)}市第四人民医院）", f"{city(p)}市康宁精神病防治院", f"{p.place.province}荣誉军人康复医院"))  # fmt: skip
    ill = dice.choice((("偏执型精神分裂症",), ("双相情感障碍，目前为伴有精神病性症状的躁狂发作", "药源性高泌乳素血症"), ("复发性抑郁障碍，目前为伴精神病性症状的重度发作",), ("器质性精神障碍", "癫痫"), ("精神发育迟滞伴发精神障碍", "2型糖尿病")))  # fmt: skip
    doc = somebody(dice)
    relation = dice.choice(("父亲", "母亲", "配偶", "之兄", "女儿"))
    dx = "　".join(f("diagnosis", i) for i in ill)
    clinic = f("hospital_level", dice.choice(("三级甲等", "二级甲等")), None) if dice.random() < 0.3 else ""
    left = [
        ("姓　　名", f("patient_name", p.name)), ("性　　别", f("sex", p.sex)), ("出生年月", f("birth_date", p.born.isoformat(), when(dice, p.born, style="-"))),
        ("民　　族", f("ethnicity", p.ethnicity, p.ethnicity + "族")), ("婚　　姻", dice.choice(("未婚", "离异", "已婚"))), ("职　　业", dice.choice(("无业", "农民", "工人", "学生"))),
        ("身份证号", f("id_number", p.id_number)), ("现 住 址", f("address", home(p))),
    ]  # fmt: skip
    right = [
        ("住 院 号", f("record_number", digits(dice, 6))), ("住院次数", f"第{dice.randint(1, 9)}次"), ("科　　室", f("department", dice.choice(("精神二科（女病区）", "早期干预科", "老年精神科", "普通精神科三病区")))),
        ("入院时间", d("admission_date", into, dice, True)), ("出院时间", d("discharge_date", out, dice, True)), ("实际住院", f"{(out - into).days} 天"),
        ("监 护 人", f"{somebody(dice)}（{relation}）"), ("监护人电话", phone(dice)),
    ]  # fmt: skip
    head = "".join(
        f"<tr><td class='k'>{a}</td><td>{b}</td><td class='k'>{c}</td><td>{e}</td></tr>"
        for (a, b), (c, e) in zip(left, right, strict=True)
    )
    years = dice.randint(2, 26)
    body = f"""<div style="display:flex;align-items:center"><div style="width:56px;height:56px;border:3px double #256;border-radius:50%;text-align:center;line-height:50px;color:#256;font-size:22px">心</div><div style="flex:1;text-align:center"><div style="font-size:22px">{f("hospital_name", hosp)}{f"（{clinic}）" if clinic else ""}</div><div style="font-size:19px;font-weight:600">出　院　记　录（首页）</div></div><div>{bars(dice, 110, 30)}</div></div>
<table style="margin:8px 0;border-top:1px solid;border-bottom:1px solid;font-size:13px">{head}</table>
<b>主诉（代）：</b>凭空闻声、疑人害、行为紊乱{years}年，再发伴拒食、冲动{dice.randint(1, 8)}周。<br>
<b>入院情况：</b>患者于{out.year - years}年无明显诱因渐起失眠，自语自笑，称有人在饭里下毒，邻居议论自己，多次离家。{out.year - years + 1}年首次住我院，诊断同前，予利培酮口服（最大量6mg/d）治疗，显效出院。院外服药不规律，{when(dice, into - dt.timedelta(days=21), style="年")}自行停药后病情波动，凌晨敲邻居门、摔毁家中物品，家属无法管理，由民警及社区人员（{somebody(dice)}、{somebody(dice)}）协助送入院。入院时意识清，定向力完整，接触被动，引出言语性幻听、被害妄想、关系妄想，情感反应不协调，意志行为减退，自知力缺失。PANSS总分{dice.randint(78, 121)}分，自杀风险评估低危，外走、冲动风险高危。<br>
<b>辅助检查：</b>{when(dice, into + dt.timedelta(days=1), style="-")} 催乳素 {dice.uniform(20, 120):.1f}ng/ml↑；血糖5.{dice.randint(1, 9)}mmol/L；心电图：窦性心律，QTc 42{dice.randint(0, 9)}ms；脑电地形图大致正常。<br>
<b>住院经过：</b>予特级护理、防外走防冲动，先后给予奥氮平片（5mg→20mg/日）、丙戊酸钠缓释片1.0g/日治疗，联合MECT{dice.randint(0, 8)}次、工娱治疗及家庭健康教育。入院第3周幻听渐消失，妄想动摇。未发生跌倒、噎食等不良事件。<br>
<b>出院时精神检查：</b>意识清，接触可，未引出幻觉妄想，情感适切，自知力部分恢复。PANSS总分{dice.randint(38, 60)}分。<br>
<b>出院诊断：</b>{dx}<br><b>治疗效果：</b>□痊愈　☑好转　□未愈　□其他<br>
<b>出院带药：</b>奥氮平片 10mg×{dice.randint(2, 6)}盒 用法：10mg 早、10mg 晚；苯海索片 2mg×1瓶 用法：2mg/日。<br>
<b>出院指导：</b>1.由监护人保管药物并督促服药，藏药、拒药时及时返院；2.每月门诊复诊，查血常规、肝功、血糖、心电图；3.门诊特病患者请持本记录到医保窗口登记；4.严重精神障碍患者信息已报送居住地社区。<br>
<div style="position:relative"><table style="margin-top:14px"><tr><td>监护人签字：＿＿＿＿＿</td><td>住院医师：{somebody(dice)}</td><td>主治医师：{f("physician_name", doc)}{sign("physician", doc, dice, 80) if dice.random() < 0.5 else ""}</td><td>{d("sign_date", out, dice)}</td></tr></table>{seal(hosp.split("（")[0], "医疗专用章", at=(500, -60), size=140) if dice.random() < 0.5 else ""}</div>
<div style="position:absolute;bottom:20px;left:0;right:0;text-align:center;font-size:11px;color:#555">地址：{p.place.city}{p.place.road}甲{dice.randint(2, 99)}号　24小时心理援助热线：{dice.randint(200, 999)}-0000{dice.randint(100, 999)}　第1页 共2页</div>"""
    return page(
        body, ".k{width:84px;color:#333}td{padding:1px 4px}", dice.choice((HEI, SONG)), 14, "34px 52px"
    )


TEMPLATES: dict[str, Template] = {
    "cliff-discharge_summary-oncology": Template("discharge_summary", 794, 1123, _oncology),
    "cliff-discharge_summary-military": Template("discharge_summary", 794, 1123, _military),
    "cliff-discharge_summary-psychiatric": Template("discharge_summary", 794, 1123, _psychiatric),
}
