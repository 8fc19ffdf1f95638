"""Leaving papers of a maternity, a tumour, a county hospital and of a hospital's app on a phone."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import river_base as rb
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal, sign

_WOMEN = (
    (
        ("孕3产1 孕38+2周 LOA 剖宫产", "妊娠期糖尿病", "妊娠合并甲状腺功能减退"),
        "停经38+2周，发现血糖升高3月，要求入院待产",
    ),
    (
        ("子宫腺肌症", "继发性中度贫血", "桥本甲状腺炎 甲状腺功能减退症"),
        "痛经进行性加重5年，经量增多伴头晕3月",
    ),
    (("卵巢子宫内膜异位囊肿", "2型糖尿病"), "检查发现盆腔包块1年，增大2月"),
)
_TUMOURS = (
    (("左乳腺浸润性导管癌（pT2N1M0 ⅡB期，ER+ PR+ HER-2 2+）", "左乳癌改良根治术后", "化疗后Ⅱ度骨髓抑制"), "女", "左乳癌术后2月，返院行第4周期化疗", "EC-T方案：多西他赛120mg d1，每21天一周期", "术后病理：浸润性导管癌Ⅱ级，肿物3.1×2.6×2.0cm，腋窝淋巴结2/17见癌转移。免疫组化：ER（+80%）PR（+60%）HER-2（2+，FISH未扩增）Ki-67（35%）。"),
    (("右肺上叶腺癌（cT3N2M1c ⅣB期，EGFR 19外显子缺失突变）", "多发骨转移", "脑转移", "癌性疼痛"), None, "确诊肺癌9月，腰背部疼痛加重半月", "奥希替尼80mg qd口服，唑来膦酸4mg静滴q4w，腰椎姑息放疗30Gy/10F", "肺穿刺病理：腺癌，TTF-1（+）NapsinA（+）P40（-）。骨ECT：L2、L4、右髂骨异常浓聚。颅脑MRI：左额叶结节，直径约0.9cm。"),
    (("直肠中分化腺癌术后（pT3N1bM0 ⅢB期）", "奥沙利铂致周围神经毒性Ⅰ度"), None, "直肠癌根治术后4月，返院化疗", "XELOX方案：奥沙利铂200mg d1，卡培他滨1.5g bid d1-14", "术后病理：直肠溃疡型中分化腺癌，侵及浆膜下，脉管癌栓（+），肠周淋巴结3/16。CEA 4.86ng/ml，CA19-9 22.1U/ml。"),
)  # fmt: skip


def maternity(dice: random.Random) -> str:
    """Guangxi, women's and children's hospital: pink rules, husband and child on the same page."""
    p = rb.someone(dice, rb.GUANGXI, "女", 24, 49)
    dx, complaint = dice.choice(_WOMEN)
    birth = "孕" in dx[0]
    came, left, days = rb.stay(dice, 3, 9)
    husband, doctor, chief, nurse = rb.names(dice, 4)
    s = dice.choice(("-", "/"))
    child = (
        f"""<fieldset><legend>新生儿情况</legend>{p.name}之{dice.choice("子女")}，{came + dt.timedelta(days=1)} {rb.clock(dice)}娩出，体重{dice.randint(2600, 3900)}g，身长{dice.randint(48, 52)}cm，Apgar评分10-10-10，乙肝疫苗、卡介苗：已接种，新生儿疾病筛查：已采血，听力筛查：{dice.choice(("通过", "左耳未过，42天复筛"))}</fieldset>"""
        if birth
        else ""
    )
    body = f"""
<div style="display:flex;justify-content:space-between;border-bottom:3px double #c2557f;align-items:flex-end"><div style="font-size:23px;color:#a82d5c;font-weight:600">{f("hospital_name", "贵港市荷城妇幼保健院")}</div><div style="font-size:11px;text-align:right">{f("hospital_level", "三级甲等", "三级甲等妇幼保健院")}<br>爱婴医院</div></div>
<h2 style="letter-spacing:8px;font-size:20px;margin:10px 0">{dice.choice(("产科" if birth else "妇科", ""))}出院记录</h2>
<table class="p"><tr><td class="k">姓名</td><td>{f("patient_name", p.name)}</td><td class="k">性别</td><td>{f("sex", "女")}</td><td class="k">年龄</td><td>{f("age", p.age_on(came), f"{p.age_on(came)}岁")}</td><td class="k">民族</td><td>{f("ethnicity", p.ethnicity + "族")}</td></tr>
<tr><td class="k">科室</td><td>{f("department", "产科一区" if birth else "妇科")}</td><td class="k">床位</td><td>{dice.randint(101, 348)}</td><td class="k">住院号</td><td>{f("record_number", rb.digits(dice, 9, "20"))}</td><td class="k">身份证号</td><td>{f("id_number", p.id_number)}</td></tr>
<tr><td class="k">丈夫姓名</td><td>{husband}</td><td class="k">丈夫电话</td><td colspan=3>138{rb.digits(dice, 8, "0000")}</td><td class="k">住址</td><td style="font-size:12px">{f("address", p.address)}</td></tr>
<tr><td class="k">入院</td><td colspan=3>{rb.when("admission_date", came, s, rb.clock(dice))}</td><td class="k">出院</td><td colspan=3>{rb.when("discharge_date", left, s, rb.clock(dice))}（共 {days} 天）</td></tr></table>
<p><i>主诉</i>{complaint}。</p><p><i>月经史</i>{dice.randint(12, 15)}岁 5-6/28-30天 LMP {came - dt.timedelta(days=268 if birth else 20)}</p>
<p><i>入院情况</i>T 36.7°C P 86次/分 R 20次/分 BP 116/74mmHg，心肺听诊未见异常。{"宫高33cm，腹围102cm，胎心142次/分，未临产，胎膜未破，骨盆外测量正常。" if birth else "妇检：外阴已婚式，宫颈光滑，宫体后位，如孕10周大小，质硬，活动差，双附件区未及明显压痛。"}</p>
<p><i>入院诊断</i>{dx[0]}</p><p><i>手术名称及日期</i>{"子宫下段剖宫产术" if birth else "腹腔镜下病灶切除术"}　{came + dt.timedelta(days=1)}　麻醉：腰硬联合　术者：{chief}　切口：Ⅱ/甲</p>
<p><i>辅助检查</i>Hb {dice.randint(78, 121)}g/L，TSH {dice.uniform(3.1, 9.9):.2f}mIU/L，TPOAb {dice.randint(120, 600)}IU/mL，空腹血糖 {dice.uniform(5.2, 8.8):.1f}mmol/L，彩超、心电图已归档。</p>
<p><i>诊疗经过</i>完善检查，排除手术禁忌后在麻醉下行上述手术，手术顺利，术中出血约{dice.choice((150, 200, 300))}ml，术后予预防感染、{"促宫缩" if birth else "止血"}、补液及左甲状腺素钠片替代等治疗。</p>
{child}<p><i>出院情况</i>无发热，切口愈合好，{"子宫复旧好，恶露少" if birth else "阴道无流血"}，二便通畅。</p>
<table class="p" style="width:100%"><tr><td class="k" style="width:90px">出院诊断</td><td colspan=7>{rb.listed(dx, "{}. ")}</td></tr></table>
<p><i>出院医嘱</i>① 休息{"，加强营养，纯母乳喂养，禁性生活及盆浴3个月" if birth else "1月，禁性生活1月"}；② {"产后42天母婴同时来院复查" if birth else "术后1月门诊复查"}；③ 左甲状腺素钠片 50μg qd，4周后复查甲功；④ 不适随诊，24小时热线 0775-4320{dice.randint(100, 999)}。</p>
<div style="position:relative;display:flex;justify-content:space-between;margin-top:14px"><span>责任护士：{nurse}</span><span>上级医师：{f("physician_name", chief)}</span><span>医师：{f("physician_name", doctor)}／{sign("physician", doctor if dice.random() < 0.7 else None, dice)}</span><span>{rb.when("sign_date", left, s)}</span></div>"""
    css = ".p td{border:1px solid #c2557f;padding:2px 5px}.k{background:#fbeef3;white-space:nowrap}p{margin:5px 0}i{font-style:normal;background:#fbeef3;padding:0 8px;margin-right:8px;color:#a82d5c}fieldset{border:1px dashed #c2557f;font-size:13px}"
    return page(body, css, MICRO, 13, "36px 44px")


def tumour(dice: random.Random) -> str:
    """Shandong, tumour hospital: staged diagnoses that wrap, courses before and next, a narrow label column, no lines."""
    dx, sex, complaint, plan, pathology = dice.choice(_TUMOURS)
    p = rb.someone(dice, rb.SHANDONG, sex, 39, 79)
    came, left, days = rb.stay(dice, 2, 8)
    a, b = rb.names(dice, 2)
    s = dice.choice(("年", "."))
    bits = (
        ("入院诊断：", dx[0].split("（")[0]), ("出院诊断：", rb.listed(dx, "{}、")), ("主诉：", complaint + "。"),
        ("现病史：", f"患者于{came.year - 1}年{dice.randint(1, 12)}月在{dice.choice(('泰安市中心医院', '德州市人民医院', '当地医院'))}检查发现肿物，后于我院明确诊断。既往已行{dice.choice(('3周期化疗', '2周期治疗，疗效评价SD', '手术治疗'))}，过程顺利，此次按计划返院。自发病以来，饮食可，体重下降约{dice.randint(2, 8)}kg。"),
        ("查体：", f"KPS评分{dice.choice((80, 90))}分，身高{dice.randint(155, 178)}cm，体重{dice.randint(48, 82)}kg，体表面积1.{dice.randint(52, 88)}m²，NRS评分{dice.randint(0, 4)}分。浅表淋巴结未触及肿大，心肺腹查体未见明显异常。"),
        ("病理结果：", f"（病理号：{rb.digits(dice, 7, '24')}）" + pathology), ("治疗经过：", "入院后完善检查，无明显化疗禁忌，于" + f"{came + dt.timedelta(days=1):%m月%d日}" + "起给予" + plan + "。辅以止吐、保肝、水化等治疗，过程顺利，" + dice.choice(("Ⅰ度消化道反应。", "未诉明显不适。"))),
        ("出院时情况：", "一般情况可，生命体征平稳，无发热，PICC置管处无红肿渗液。"),
        ("出院医嘱：", f"1、每周复查血常规2次，肝肾功1次，WBC&lt;3.0×10⁹/L时及时升白治疗；<br>2、PICC每7天维护1次；<br>3、{left + dt.timedelta(days=19):%Y年%m月%d日}前后返院行下一周期治疗；<br>4、高蛋白、高维生素饮食；<br>5、可持本小结及病理报告到参保地医保部门办理门诊慢特病手续。"),
    )  # fmt: skip
    rows = "".join(
        f'<tr><td style="width:104px;vertical-align:top;text-align:right;font-family:{HEI};white-space:nowrap">{k}</td><td style="text-align:justify">{v}</td></tr>'
        for k, v in bits
    )
    body = f"""
<div style="position:absolute;right:56px;top:26px;text-align:right;font-size:11px"><svg width="150" height="30">{"".join(f'<rect x="{n * 3}" width="{dice.choice((1, 1, 2))}" height="30"/>' for n in range(50))}</svg></div>
<div style="font-size:26px;font-family:{KAI};color:#0b3d6f">{f("hospital_name", "齐鲁省立肿瘤医院")}</div><div style="font-size:10px;color:#0b3d6f">QILU PROVINCIAL CANCER HOSPITAL</div>
<h2 style="font-size:21px;margin:14px 0 8px;text-align:center">出 院 小 结</h2>
<div class="w"><span>姓名：<u>{f("patient_name", p.name)}</u></span><span>性别：<u>{f("sex", p.sex)}</u></span><span>年龄：<u>{f("age", p.age_on(came))}</u>岁</span><span>科室：<u>{f("department", dice.choice(("乳腺肿瘤科三病区", "呼吸肿瘤内科二病区", "消化肿瘤内科", "放疗五病区")))}</u></span><span>床号：<u>{dice.randint(1, 60)}</u></span><span>病历号：<u>{f("record_number", rb.digits(dice, 7, "1"))}</u></span></div>
<div class="w"><span>入院日期：<u>{rb.when("admission_date", came, s)}</u></span><span>出院日期：<u>{rb.when("discharge_date", left, s)}</u></span><span>住院 <u>{days}</u> 天</span><span>第 <u>{dice.randint(2, 11)}</u> 次住院</span></div>
<table style="border-top:1px solid #0b3d6f;margin-top:6px">{rows}</table>
<div style="position:relative;margin-top:20px;padding-left:380px;line-height:2.2">主治医师签名：{sign("physician", a, dice)}<br>经治医师签名：{sign("physician", b if dice.random() < 0.8 else None, dice)}<br>{rb.when("sign_date", left, "年")}{seal("齐鲁省立肿瘤医院", "医疗专用章", size=136, at=(250, 0), turn=dice.uniform(-25, 25)) if dice.random() < 0.7 else ""}</div>
<div style="position:absolute;bottom:22px;left:0;right:0;text-align:center;font-size:11px;color:#444">地址：济南市济兖路44{dice.randint(1, 9)}号　电话：0531-6762{dice.randint(1000, 9999)}　投诉：0531-67626990　第1页/共1页</div>"""
    return page(
        body,
        ".w{display:flex;justify-content:space-between;line-height:2}",
        SONG,
        dice.choice((14, 15)),
        "34px 56px",
    )


def stub(dice: random.Random) -> str:
    """Sichuan, county: 出院证明书 with its stub, a printed form filled by needle printer, half a sheet across."""
    p, c = rb.someone(dice, rb.SICHUAN), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    (doctor,) = rb.names(dice, 1)
    dot = "font-family:'WenQuanYi Zen Hei Sharp','WenQuanYi Zen Hei Mono';color:#333a66;letter-spacing:1px;"
    up = dice.choice((0, -3, 4))

    def v(x: Any, w: Any) -> str:
        return f'<span style="display:inline-block;line-height:1.3;min-width:{w}px;border-bottom:1px solid #333;{dot}"><span style="position:relative;top:{up}px">{x}</span></span>'

    number = rb.digits(dice, 7, "00")
    dx = c.diagnoses[: dice.randint(1, 2)]
    date = f'<span data-field="issue_date" data-value="{left}">{v(left.year, 46)}年{v(left.month, 26)}月{v(left.day, 26)}日</span>'

    def span(field: Any, d: Any) -> str:
        return f'<span data-field="{field}" data-value="{d}">{v(d.year, 46)}年{v(d.month, 26)}月{v(d.day, 26)}日</span>'

    body = f"""
<div style="position:absolute;left:24px;top:30px;width:200px;height:500px;border-right:1px dashed #555;padding-right:14px;font-size:13px;line-height:2.2"><div class="c">出院证明书（存根）</div><div style="font-size:12px">No.{number}</div>姓名{v(p.name, 90)}<br>性别{v(p.sex, 30)} 年龄{v(p.age_on(came), 30)}<br>科别{v(c.department, 120)}<br>诊断{v("".join(dx)[:9], 130)}<br>经手人{v("&nbsp;", 90)}<br>{v(left.year, 40)}年{v(left.month, 20)}月{v(left.day, 20)}日</div>
<div style="position:absolute;left:226px;top:200px;writing-mode:vertical-rl;font-size:12px;background:#fff;padding:4px 0">营医出证字第{number[-4:]}号</div>
<div style="position:absolute;left:262px;top:30px;width:500px;line-height:2.25"><h1 style="font-size:22px">{f("hospital_name", "四川省营山县第四人民医院")}</h1><h2 style="font-size:19px;letter-spacing:10px">出院证明书</h2><div class="r" style="font-size:13px;line-height:1.2">编号：{f("report_number", number)}</div>
姓名{v(f("patient_name", p.name), 90)}性别{v(f("sex", p.sex), 36)}年龄{v(f("age", p.age_on(came)), 40)}岁 职业{v(dice.choice(("农民", "职员", "其他")), 70)}<br>住址{v(f("address", f"{p.place.county}{dice.choice(('小桥镇', '老林镇', '骆市镇'))}{dice.choice(('石马', '双溪', '高坪'))}村{dice.randint(1, 9)}社"), 230)} 住院号{v(f("record_number", rb.digits(dice, 8, f"{came:%Y}")), 100)}<br>于{span("admission_date", came)}至{span("discharge_date", left)}<br>在我院{v(f("department", c.department), 150)}住院治疗，共{v(days, 40)}天。<br>出院诊断：{v(rb.listed(dx, "{}.", " "), 390)}<br>治疗结果：{v(dice.choice(("好转", "治愈", "未愈")), 80)} 出院后建议：{v("继续门诊治疗，休息" + dice.choice("一二") + "月", 190)}<br>医师（签章）{sign("physician", doctor, dice, 90) if dice.random() < 0.75 else sign("physician", None, dice, 90)}<span style="margin-left:30px">{date}</span>
<div style="font-size:11px;line-height:1.5;margin-top:4px">说明：1. 本证明未加盖医院公章无效。2. 涂改无效。3. 遗失不补。</div>{seal("营山县第四人民医院", "出院专用章", size=128, at=(330, 330), turn=dice.uniform(-12, 12)) if dice.random() < 0.8 else ""}</div>"""
    return page(body, "", SONG, 15, "0")


def phone(dice: random.Random) -> str:
    """A hospital's app: cards, grey labels, values to the right, name masked nowhere, a bar of buttons."""
    p, c = rb.someone(dice, rb.FUJIAN), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    (a,) = rb.names(dice, 1)
    s = dice.choice(("-", "/", "."))
    hue = dice.choice(("#1677ff", "#12a58c", "#2f6fd0"))

    def item(k: Any, x: Any) -> str:
        return f'<div class="i"><span>{k}</span><div>{x}</div></div>'

    def card(t: Any, x: Any) -> str:
        return f'<div class="card"><div class="t">{t}</div>{x}</div>'

    dx = c.diagnoses[: dice.randint(1, 3)]
    body = f"""
<div style="background:{hue};color:#fff;padding:8px 16px 12px"><div style="display:flex;justify-content:space-between;font-size:12px"><span>{dice.randint(8, 22)}:{dice.randint(10, 59)}</span><span>5G ▮▮▮ {dice.randint(12, 99)}%</span></div><div style="display:flex;justify-content:space-between;margin-top:10px;font-size:17px"><span>〈</span><span>出院小结</span><span>···</span></div></div>
<div class="card" style="text-align:center;font-size:17px;font-weight:600">{f("hospital_name", "泉州市丰泽津淮医院")}</div>
{card("就诊人信息", item("姓名", f("patient_name", p.name)) + item("性别/年龄", f("sex", p.sex) + " / " + f("age", p.age_on(left), f"{p.age_on(left)}岁")) + item("住院号", f("record_number", rb.digits(dice, 8, "ZY0"))) + item("科室", f("department", c.department)) + item("入院时间", rb.when("admission_date", came, s, rb.clock(dice))) + item("出院时间", rb.when("discharge_date", left, s, rb.clock(dice))) + item("住院天数", f"{days}天"))}
{card("出院诊断", f"<div class='x'>{rb.listed(dx, '{}. ')}</div>")}
{card("诊疗经过", f"<div class='x'>{c.course}</div>")}{card("出院情况", f"<div class='x'>{c.left}</div>")}
{card("出院医嘱", f"<div class='x'>{c.advice}</div>" + "".join(item(m[0], m[2]) for m in c.medicines[:2]))}
<div class="card">{item("管床医生", f("physician_name", a))}</div>
<div style="position:absolute;bottom:0;left:0;right:0;background:#fff;border-top:1px solid #ddd;padding:10px 16px;display:flex;gap:12px"><span style="flex:1;border:1px solid {hue};color:{hue};border-radius:20px;text-align:center;padding:6px">保存图片</span><span style="flex:1;background:{hue};color:#fff;border-radius:20px;text-align:center;padding:6px">申请复印病案</span></div>"""
    css = (
        "body{background:#f3f4f6}.card{background:#fff;margin:9px 12px;border-radius:8px;padding:9px 14px}.t{font-weight:600;border-left:4px solid "
        + hue
        + ";padding-left:8px;margin-bottom:3px;line-height:1.2}.i{display:flex;justify-content:space-between;font-size:14px;line-height:1.8;gap:14px}.i>span{color:#888;white-space:nowrap}.i>div{text-align:right}.x{font-size:14px}"
    )
    return page(body, css, dice.choice((HEI, MICRO)), 15, "0")


TEMPLATES: dict[str, Template] = {
    "river-discharge-maternity": Template("discharge_summary", 794, 1123, maternity),
    "river-discharge-tumour": Template("discharge_summary", 794, 1123, tumour),
    "river-discharge-stub": Template("discharge_summary", 794, 560, stub),
    "river-discharge-phone": Template("discharge_summary", 412, 1040, phone),
}
