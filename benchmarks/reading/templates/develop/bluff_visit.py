"""Outpatient records: a clinic's, an emergency room's, a special illness's, a Chinese doctor's, a booklet's."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_assay import cells
from benchmarks.reading.templates.develop.bluff_base import blank, case, clock, d, spread
from benchmarks.reading.templates.develop.html import (
    HEI,
    KAI,
    MICRO,
    SONG,
    checkbox,
    f,
    fs,
    hand,
    page,
    seal,
    sign,
)

KIND = "outpatient_record"
CRISES = (
    ("胸痛、大汗2小时", "2小时前活动后突发胸骨后压榨样疼痛，向左肩放射，伴大汗，含服硝酸甘油不缓解。", "急性ST段抬高型下壁心肌梗死", "吸氧、心电监护，阿司匹林300mg、替格瑞洛180mg嚼服，启动胸痛中心，联系导管室"),
    ("突发言语不清、左侧肢体无力1.5小时", "家属发现患者言语含糊、左侧肢体不能抬举，无抽搐，无呕吐。", "急性脑梗死", "卒中绿色通道，急查头颅CT、血糖、凝血，评估静脉溶栓"),
    ("气促加重1天，不能平卧", "1天前受凉后咳嗽、气促加重，夜间端坐呼吸，咳白黏痰。", "慢性阻塞性肺疾病急性加重", "低流量吸氧，雾化吸入，甲泼尼龙40mg静滴，完善血气分析"),
    ("呕血3次，量约600ml", "晚餐后突发呕吐暗红色血液，伴头晕、心慌，解柏油样便1次。", "上消化道出血", "禁食，开放静脉通路，生长抑素持续泵入，备血，请消化内科会诊"),
)  # fmt: skip
PATTERNS = (
    ("眩晕病", "肝阳上亢证", "原发性高血压3级（很高危）", "头晕目眩，面红目赤，急躁易怒，口苦，夜寐不安", "舌红苔黄，脉弦数", "平肝潜阳，清火熄风", "天麻钩藤饮加减"),
    ("消渴病", "气阴两虚证", "2型糖尿病", "口干欲饮，神疲乏力，自汗盗汗，腰膝酸软", "舌淡红少津，苔薄白，脉细弱", "益气养阴，生津止渴", "生脉散合六味地黄丸加减"),
    ("尪痹", "肝肾不足证", "类风湿关节炎", "多关节肿痛变形，屈伸不利，畏寒肢冷，晨僵", "舌淡胖，苔白，脉沉细", "补益肝肾，祛风除湿", "独活寄生汤加减"),
    ("中风病", "气虚血瘀证", "脑梗死后遗症", "右侧肢体无力，言语謇涩，面色㿠白，气短乏力", "舌暗淡，有瘀斑，苔白，脉细涩", "补气活血通络", "补阳还五汤加减"),
)  # fmt: skip


def clinic(dice: random.Random) -> str:
    """Hunan outpatient record as running sections with labels in bold, printed once and signed by hand."""
    c = case(dice, "HN")
    p, ill = c.p, c.ill
    first = dice.random() < 0.4
    meds = "".join(
        f"<div>{n}. {a}　{b}　用法：{q} {t} {'皮下注射' if '胰岛素' in a else '吸入' if '吸' in b else '口服'}</div>"
        for n, (a, b, q, t) in enumerate(ill.drugs, 1)
    )
    part: Callable[..., str] = lambda label, text: f'<div style="margin-top:4px"><b>{label}：</b>{text}</div>'
    body = f"""<div class="c" style="font-size:24px;font-weight:600;letter-spacing:3px">{
        f("hospital_name", c.hospital)
    }</div>
<div class="c" style="font-size:19px;letter-spacing:8px;margin-bottom:10px">门诊病历</div>
<div
style="display:grid;grid-template-columns:1fr .7fr .8fr 1.4fr;border-bottom:1px solid #000;padding-bottom:5px"><span>姓名：{
        f("patient_name", p.name)
    }</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{
        f("age", c.age, f"{c.age}岁")
    }</span><span>门诊号：{f("record_number", c.number)}</span><span>科室：{
        f("department", ill.dept)
    }</span><span>民族：{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</span><span>{
        "初诊" if first else "复诊"
    }</span><span>就诊时间：{
        d("visit_date", c.on, dice, "-", " " + clock(dice))
    }</span><span style="grid-column:span 4">家庭住址：{f("address", c.address)}</span></div>
{part("主　诉", ill.complaint + "。")}{part("现病史", ill.now)}{part("既往史", ill.past)}{
        part("过敏史", dice.choice(("无", "否认", "磺胺类药物过敏")))
    }{part("体格检查", ill.signs)}{
        part("辅助检查", dice.choice(("暂缺。", "见检验报告单。", "外院资料已阅。")))
    }
{part("初步诊断", fs("diagnosis", ill.dx, "；", numbered=True))}{part("处理意见", "")}<div
style="padding-left:2em">{meds}<div>{len(ill.drugs) + 1}. {ill.advice}。</div>
</div>
<div style="display:flex;justify-content:flex-end;gap:36px;margin-top:40px"><span>医师：{
        f("physician_name", c.staff[0])
    }（{
        f("physician_title", t := dice.choice(("主治医师", "副主任医师", "主任医师")), t)
    }）</span><span>签名：{sign("physician", c.staff[0], dice)}</span></div>
<div
style="position:absolute;bottom:36px;left:64px;right:64px;border-top:1px solid #000;font-size:12px">{
        spread("请妥善保管，复诊时携带", f"打印时间：{c.on} 17:{dice.randint(10, 59)}")
    }</div>"""
    body += seal(c.hospital, "门诊专用章", size=128, at=(430, 585), turn=dice.uniform(-30, 30), ink=0.6)
    return page(body, font=SONG, size=15, pad="46px 64px")


def emergency(dice: random.Random) -> str:
    """Shanxi emergency record: triage boxes and vital signs in a table, times to the minute, narrow print."""
    c = case(dice, "SX", oldest=86)
    p = c.p
    what, now, said, todo = dice.choice(CRISES)
    level = dice.randint(1, 3)
    boxes = "　".join(f"{checkbox(n == level, dice)}{'ⅠⅡⅢⅣ'[n - 1]}级" for n in (1, 2, 3, 4))
    vital = cells(("T(℃)", f"{dice.uniform(36.2, 37.9):.1f}", "P(次/分)", str(dice.randint(70, 128)), "R(次/分)", str(dice.randint(17, 28)), "BP(mmHg)", f"{dice.randint(86, 186)}/{dice.randint(52, 108)}", "SpO2", f"{dice.randint(86, 98)}%"))  # fmt: skip
    hour = dice.randint(0, 22)
    row: Callable[..., str] = lambda a, b, tall=0: (
        f'<tr><td style="width:92px;font-weight:600">{a}</td><td colspan="7" style="height:{tall}px;vertical-align:top">{b}</td></tr>'
    )
    body = f"""<table><tr>
<td style="font-size:21px;font-weight:700">{f("hospital_name", c.hospital)}<div
style="font-size:13px;font-weight:400">急诊医学科</div>
</td><td class="r" style="font-size:22px;letter-spacing:5px">急 诊 病 历</td></tr></table>
<table class="g" style="margin-top:6px">
<tr>{
        cells(
            (
                "姓名",
                f("patient_name", p.name),
                "性别",
                f("sex", p.sex),
                "年龄",
                f("age", c.age, f"{c.age}岁"),
                "急诊号",
                f("record_number", "J" + c.number),
            )
        )
    }</tr>
<tr>{cells(("身份证号",))}<td colspan="3">{f("id_number", p.id_number)}</td><td>联系电话</td>
<td colspan="3">{f("phone", p.phone)}</td></tr><tr><td>就诊时间</td>
<td colspan="3">{
        d("visit_date", c.on, dice, "-", f" {hour:02d}:{dice.randint(0, 59):02d}")
    }</td><td>来院方式</td>
<td colspan="3">{dice.choice(("120救护车", "步行", "家属轮椅推送"))}</td></tr><tr><td>陪同人员</td><td>{
        c.staff[5]
    }</td>
<td>关系</td><td>{dice.choice(("配偶", "子女", "邻居"))}</td><td>分诊级别</td><td colspan="3">{
        boxes
    }</td></tr></table>
<table class="g" style="margin-top:-1px"><tr class="c">{vital}</tr></table>
<table class="g" style="margin-top:-1px">{row("主　　诉", what + "。")}{row("现 病 史", now, 90)}{
        row("既 往 史", c.ill.past)
    }{row("体　　检", f"神志{dice.choice(('清楚', '嗜睡'))}，急性病容，{c.ill.signs}", 90)}{
        row("辅助检查", dice.choice(("床旁心电图已做，见附图；血常规、急诊生化已抽。", "急诊CT已预约。")), 60)
    }{row("急诊诊断", f("diagnosis", said) + "；" + f("diagnosis", c.ill.dx[0]), 50)}{
        row("处　　理", todo + "。", 90)
    }{
        row(
            "去　　向",
            "　".join(
                f"{checkbox(n == 1, dice)}{t}" for n, t in enumerate(("离院", "收住院", "留观", "转院"))
            ),
        )
    }</table>
<div style="margin-top:14px">{
        spread(
            f"首诊医师：{f('physician_name', c.staff[0])}",
            f"签字：{sign('physician', c.staff[0], dice)}",
            f"家属签字：{hand(c.staff[5])}",
            "",
        )
    }</div>
<div
style="font-size:12px;margin-top:10px">注：急诊病历由患者保管，留观患者病历由医院保存。　记录时间：{
        c.on:%Y-%m-%d} {hour + 1:02d}:{dice.randint(0, 59):02d}</div>"""
    return page(body, ".g td{padding:4px 6px}", font=HEI, size=14, pad="40px 46px")


def special(dice: random.Random) -> str:
    """Guizhou record of a visit for a chronic illness under insurance, a grid form with drugs and amounts."""
    c = case(dice, "GZ")
    p, ill = c.p, c.ill
    meds = "".join(
        f"<tr>{cells((str(n), a, b, f'{q} {t}', f'{dice.randint(1, 6)}盒', f'{dice.uniform(9, 180):.2f}'))}</tr>"
        for n, (a, b, q, t) in enumerate(ill.drugs, 1)
    )
    kind = "职工医保" if p.insurance == "employee" else "居民医保"
    body = f"""<h1 style="font-size:20px">{p.place.city}基本医疗保险门诊慢特病患者就诊记录</h1>
<div style="margin:8px 0 4px">{
        spread(
            f"定点医疗机构：{f('hospital_name', c.hospital)}",
            f"就诊日期：{d('visit_date', c.on, dice, '年')}",
            style="font-size:14px",
        )
    }</div>
<table class="g">
<tr>{
        cells(
            ("患者姓名", f("patient_name", p.name), "性　别", f("sex", p.sex), "年　龄", f("age", c.age)),
            ("width:96px", "width:150px", "width:76px", "", "width:76px"),
        )
    }</tr>
<tr><td>身份证号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td>险种</td>
<td>{f("insurance_type", p.insurance, kind)}</td></tr><tr><td>慢特病病种</td>
<td colspan="3">{f("claimed_disease", ill.claim)}</td><td>有效期至</td>
<td>{d("valid_until", c.on.replace(month=12, day=31), dice, "-")}</td></tr><tr><td>联系电话</td>
<td colspan="3">{f("phone", p.phone)}</td><td>科室</td><td>{f("department", ill.dept)}</td></tr>
<tr>
<td
colspan="6" style="height:150px;vertical-align:top">病情记录：{ill.complaint}。{ill.now}<br>查体：{
        ill.signs
    }<br>诊断：{fs("diagnosis", ill.dx, "、")}</td>
</tr><tr>
<td colspan="6" style="height:74px;vertical-align:top">检查、化验结果：{
        dice.choice(("肝肾功能、血常规已复查，结果附后。", "本次未检查。", "空腹血糖8.4mmol/L，余未见异常。"))
    }</td>
</tr></table>
<table class="g" style="margin-top:-1px">
<tr class="c">{cells(("序号", "药品名称", "规格", "用法用量", "数量", "金额(元)"))}</tr>{meds}<tr>
<td colspan="6">处方天数：{dice.choice((28, 30, 60))}天　　　下次复诊建议：{ill.advice}</td></tr></table>
<table class="g" style="margin-top:-1px"><tr>
<td style="width:50%;height:78px;vertical-align:top">责任医师（签字）：{
        sign("physician", c.staff[0], dice)
    }<br>医师姓名：{f("physician_name", c.staff[0])}</td>
<td style="vertical-align:top">患者或家属签字：{
        sign("applicant", p.name if dice.random() < 0.6 else None, dice)
    }<br>医保办审核：{hand(dice.choice(("同意", "已核")))}</td>
</tr></table><div style="font-size:12px">说明：本记录一式两份，定点医疗机构与患者各存一份；须与处方、发票一并留存备查。</div>"""
    body += seal(c.hospital, "医保专用章", size=120, at=(530, 640), turn=dice.uniform(-20, 20), ink=0.62)
    return page(body, ".g td{padding:5px 6px}", font=MICRO, size=14, pad="42px 54px")


def chinese(dice: random.Random) -> str:
    """Gansu record of Chinese medicine: four examinations, illness and pattern, method and formula."""
    c = case(dice, "GS")
    p = c.p
    ill, pattern, west, four, tongue, way, formula = dice.choice(PATTERNS)
    part: Callable[..., str] = lambda label, text: (
        f'<div style="display:flex;margin-top:7px"><div style="width:92px;color:#8a1c1c">{label}</div><div style="flex:1;border-bottom:1px dotted #b88">{text}</div></div>'
    )
    body = f"""<div style="border:2px solid #8a1c1c;position:absolute;inset:26px;padding:22px 30px">
<div class="c" style="font-size:25px;color:#8a1c1c;letter-spacing:5px">{f("hospital_name", c.hospital)}</div>
<div class="c" style="font-size:18px;margin-bottom:12px">中医门（急）诊病历</div>
<div>姓名 {blank(f("patient_name", p.name), 90)} 性别 {blank(f("sex", p.sex), 40)} 年龄 {
        blank(f("age", c.age), 44)
    }岁 职业 {blank(dice.choice(("农民", "退休", "职员")), 60)}</div>
<div style="margin-top:6px">病历号 {blank(f("record_number", c.serial), 120)} 科别 {
        blank(f("department", dice.choice(("中医内科", "针灸推拿科", "治未病科"))), 110)
    } 日期 {blank(d("visit_date", c.on, dice, "年"), 150)}</div>
{part("主诉", four.split("，")[0] + dice.choice(("反复2年，加重1周", "3年余，再发10天", "半年")))}{
        part("现病史", "病情反复，曾服中西药治疗，症状时轻时重，纳可，二便调。")
    }{part("刻下症", four + "。")}{part("舌脉", tongue + "。")}{part("既往史", c.ill.past)}{
        part(
            "体格检查",
            f"T 36.{dice.randint(2, 8)}℃，P {dice.randint(62, 90)}次/分，BP {dice.randint(118, 168)}/{dice.randint(70, 98)}mmHg",
        )
    }{part("中医诊断", f"{f('diagnosis', ill)}　证型：{pattern}")}{part("西医诊断", f("diagnosis", west))}{
        part("治法", way)
    }{part("方药", formula + f"，{dice.choice((7, 10, 14))}剂，水煎400ml，分早晚两次温服")}{
        part("医嘱", "避风寒，畅情志，忌辛辣油腻；" + dice.choice(("一周后复诊", "两周后复诊")))
    }
<div style="margin-top:44px;text-align:right">医师签名：{sign("physician", c.staff[0], dice)}　{
        f("physician_name", c.staff[0])
    }</div>
</div>"""
    return page(body, font=KAI, size=16, pad="0")


def booklet(dice: random.Random) -> str:
    """Page of a Heilongjiang booklet: print over preprinted rules, no frame, doctor's stamp with title."""
    c = case(dice, "HL")
    p, ill = c.p, c.ill
    title = dice.choice(("主治医师", "副主任医师", "主任医师"))
    rules = "".join(f'<div style="position:absolute;left:36px;right:36px;top:{y}px;border-top:1px solid #b9cfe0"></div>' for y in range(118, 760, 28))  # fmt: skip
    meds = "".join(
        f"<div>{a} {b} × {dice.randint(1, 4)}盒</div><div>　　Sig. {q} {t}</div>" for a, b, q, t in ill.drugs
    )
    x, y = dice.randint(-3, 8), dice.randint(-4, 4)
    stamp = f'<div style="position:absolute;right:60px;bottom:46px;border:1.5px solid #2b4aa8;color:#2b4aa8;padding:1px 10px;transform:rotate({dice.uniform(-6, 6):.1f}deg);line-height:1.3;text-align:center">{f("physician_title", title)}<br><b style="font-size:18px">{f("physician_name", c.staff[0])}</b></div>'
    body = f"""{rules}<div class="c" style="color:#3b6c93;font-size:16px">{
        f("hospital_name", c.hospital)
    }　门诊病历记录</div>
<div style="color:#3b6c93;font-size:12px;margin:6px 0">{
        spread("（病人自行保管，复诊时请带来）", f"第 {dice.randint(1, 9)} 页")
    }</div>
<div style="position:relative;left:{x}px;top:{y}px;line-height:28px;padding-top:28px">
<div style="position:absolute;top:0">{d("visit_date", c.on, dice, "-", " " + clock(dice))}　{
        f("department", ill.dept)
    }　{f("patient_name", p.name)} {f("sex", p.sex)} {f("age", c.age, f"{c.age}岁")}</div>
<div>主诉：{ill.complaint}。{ill.now}</div><div>既往：{ill.past}　查体：{ill.signs}</div>
<div>诊断：{fs("diagnosis", ill.dx[:2], "，")}</div><div>Rp：</div>{meds}<div>医嘱：{ill.advice}</div></div>{
        stamp
    }"""
    return page(body, "body{background:#fcfdfb}", font="'AR PL UMing CN',serif", size=14, pad="34px 40px")


TEMPLATES: dict[str, Template] = {
    "bluff-visit-clinic-hunan": Template(KIND, 794, 1123, clinic),
    "bluff-visit-emergency-shanxi": Template(KIND, 794, 1123, emergency),
    "bluff-visit-special-guizhou": Template(KIND, 794, 1123, special),
    "bluff-visit-chinese-gansu": Template(KIND, 794, 1123, chinese),
    "bluff-visit-booklet-heilongjiang": Template(KIND, 559, 794, booklet),
}
