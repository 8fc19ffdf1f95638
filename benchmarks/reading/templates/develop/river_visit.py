"""Outpatient records and prescriptions: a university's, a banner's, a community's notes; white, long-term and herbal scripts."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import river_base as rb
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, row, seal, sign

_HERBS = (
    "黄芪",
    "党参",
    "炒白术",
    "茯苓",
    "当归",
    "川芎",
    "赤芍",
    "丹参",
    "陈皮",
    "法半夏",
    "桃仁",
    "红花",
    "地龙",
    "川牛膝",
    "山萸肉",
    "炙甘草",
    "熟地黄",
    "葛根",
    "全蝎",
    "砂仁",
    "生龙骨",
    "桂枝",
    "附子",
    "薏苡仁",
)
_LABS = (("糖化血红蛋白", "HbA1c", 7.9, "%", "4.0～6.0"), ("空腹血糖", "GLU", 8.6, "mmol/L", "3.9～6.1"), ("肌酐", "CREA", 88, "μmol/L", "57～111"), ("尿酸", "UA", 402, "μmol/L", "208～428"), ("总胆固醇", "TC", 5.4, "mmol/L", "2.8～5.2"), ("低密度脂蛋白", "LDL-C", 3.3, "mmol/L", "0～3.37"))  # fmt: skip


def university(dice: random.Random) -> str:
    """Shanghai, university hospital's A5 note: everything in one column of small print, electronic signature line, barcode."""
    p, c = rb.someone(dice, rb.SHANGHAI), dice.choice(rb.CASES)
    day = rb.stay(dice)[0]
    (a,) = rb.names(dice, 1)
    s = dice.choice(("-", "-", "/"))
    dx = c.diagnoses[: dice.randint(1, 3)]
    kind = dice.choice(("employee", None))
    bars = "".join(f'<rect x="{n * 3}" width="{dice.choice((1, 2))}" height="26"/>' for n in range(44))
    first = dice.random() < 0.4
    drugs = "".join(
        f"<div>{n}. {m[0]} [{m[1]}] × {dice.randint(1, 4)}盒　{m[2]}</div>"
        for n, m in enumerate(c.medicines[: dice.randint(2, 4)], 1)
    )
    body = f"""
<div style="display:flex;justify-content:space-between;align-items:center"><div><div style="font-size:17px;font-weight:600">{f("hospital_name", "申江大学附属明德医院（东院）")}</div><div style="font-size:13px">门诊病历　{"初诊" if first else "复诊"}</div></div><div class="c" style="font-size:10px"><svg width="132" height="26">{bars}</svg><br>{f("card_number", "H" + rb.digits(dice, 9))}</div></div>
<div style="border-top:1px solid;border-bottom:1px solid;margin:5px 0;display:grid;grid-template-columns:1.2fr .7fr .9fr 1.6fr"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", p.age_on(day), f"{p.age_on(day)}岁")}</span><span>费别：{f("insurance_type", kind, "上海职工医保") if kind else dice.choice(("自费", "异地医保"))}</span><span style="grid-column:span 2">科室：{f("department", c.department + "门诊")}</span><span style="grid-column:span 2">就诊时间：{rb.when("visit_date", day, s, rb.clock(dice, True))}</span></div>
<p>主　诉：{c.complaint if first else "随访配药"}。</p><p>现病史：{c.history.replace("入院", "来诊") if first else c.diagnoses[0] + "史，长期服药治疗，目前病情尚平稳，无明显不适，要求配药。"}</p><p>既往史：{c.past}</p><p>体格检查：{c.exam}</p><p>辅助检查：{c.tests}</p>
<p>诊　断：{rb.listed(dx, "{}.", " ")}</p><div>处　理：{drugs}</div><p>医　嘱：{c.advice}</p>
<div class="r" style="margin-top:8px">医生：{f("physician_name", a)}（工号{rb.digits(dice, 5)}）　{"医师签名：" + sign("physician", a, dice, 80) if dice.random() < 0.5 else ""}</div>
<div style="position:absolute;bottom:14px;left:34px;right:34px;font-size:9px;border-top:1px dotted #555;display:flex;justify-content:space-between"><span>本病历经电子签名，与手写签名具有同等法律效力</span><span>打印时间 {day} 18:{dice.randint(10, 59)}:{dice.randint(10, 59)}　1/1</span></div>"""
    return page(body, "p{margin:2px 0;text-align:justify}", dice.choice((HEI, SONG)), 11, "24px 34px")


def banner(dice: random.Random) -> str:
    """Inner Mongolia, banner hospital: a grid with Mongolian-style double name line, results as rows, two dates of visits."""
    p, c = rb.someone(dice, rb.MONGOLIA, None, 40, 84), rb.CASES[1]
    day = rb.stay(dice)[0]
    (a,) = rb.names(dice, 1)
    s = dice.choice(("年", "."))
    rows = ""
    for title, _code, usual, unit, reference in dice.sample(_LABS, dice.randint(3, 5)):
        value = usual * dice.uniform(0.7, 1.3)
        text = f"{value:.0f}" if usual > 50 else f"{value:.1f}"
        low, high = (float(x) for x in reference.split("～"))
        flag = "↑" if float(text) > high else "↓" if float(text) < low else None
        told = {"name": title, "result": text, "unit": unit, "reference": reference, "flag": flag}
        rows += row(
            told,
            f"<td>{title}</td><td class='c'>{text}{' ' + flag if flag else ''}</td><td class='c'>{unit}</td><td class='c'>{reference}</td>",
        )
    dx = c.diagnoses[: dice.randint(1, 3)]
    body = f"""
<h1 style="font-size:24px">{f("hospital_name", "赤峰市红山火花蒙医中医医院")}</h1><h2 style="font-size:18px;letter-spacing:10px;margin-bottom:6px">门（急）诊病历记录</h2>
<table class="g"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", p.age_on(day), f"{p.age_on(day)}周岁")}</td><td>民族</td><td>{f("ethnicity", p.ethnicity)}</td></tr>
<tr><td>门诊号</td><td>{f("record_number", rb.digits(dice, 9, "1"))}</td><td>科别</td><td colspan=2>{f("department", dice.choice(("蒙医内科", "内科门诊", "慢病门诊")))}</td><td>就诊日期</td><td colspan=2>{rb.when("visit_date", day, s)}</td></tr>
<tr><td>身份证</td><td colspan=3>{f("id_number", p.id_number)}</td><td>住址</td><td colspan=3 style="font-size:13px">{f("address", p.address)}</td></tr>
<tr><td>过敏史</td><td colspan=3>{dice.choice(("无", "青霉素过敏", "不详"))}</td><td>电话</td><td colspan=3>{f("phone", p.phone) if dice.random() < 0.6 else ""}</td></tr>
<tr><td>主诉</td><td colspan=7>{c.complaint}</td></tr><tr><td>现病史</td><td colspan=7 style="text-align:justify">{c.history.replace("入院", "来诊")}（上次就诊：{(day - dt.timedelta(days=dice.randint(20, 90))):%Y年%m月%d日}，赤峰市医院内分泌科）</td></tr><tr><td>查体</td><td colspan=7>{c.exam}</td></tr>
<tr><td>检验<br>结果</td><td colspan=7 style="padding:0"><table class="n"><tr><td style="width:34%">项目</td><td class="c">结果</td><td class="c">单位</td><td class="c">参考值</td></tr>{rows}</table></td></tr>
<tr><td>初步<br>诊断</td><td colspan=7>{rb.listed(dx, "（{}）")}</td></tr><tr><td>处理<br>意见</td><td colspan=7>{"<br>".join(m[0] + "　" + m[1] + "　" + m[2] for m in c.medicines)}<br>{c.advice}</td></tr>
<tr><td>备注</td><td colspan=7>&nbsp;</td></tr></table>
<div style="position:relative;display:flex;justify-content:space-between;margin-top:18px"><span>患者签字：____________</span><span>接诊医师：{sign("physician", a if dice.random() < 0.75 else None, dice)}</span><span>{rb.when("sign_date", day, s)}</span>{seal("赤峰市红山火花蒙医中医医院", "门诊专用章", size=130, at=(500, -30), turn=dice.uniform(-20, 20)) if dice.random() < 0.7 else ""}</div>"""
    return page(
        body,
        ".g>tbody>tr>td:nth-child(odd){white-space:nowrap}.n td{border:0;border-bottom:1px solid #999}.n tr:last-child td{border-bottom:0}.n td+td{border-left:1px solid #999}",
        SONG,
        14,
        "44px 54px",
    )


def community(dice: random.Random) -> str:
    """Chongqing, community health centre: several visits on one sheet, newest at the foot, one patient, many days."""
    p, c = rb.someone(dice, rb.CHONGQING), dice.choice(rb.CASES[:4])
    day = rb.stay(dice)[0]
    doctors = rb.names(dice, 2)
    visits = ""
    for n in range(dice.randint(2, 3)):
        when = day + dt.timedelta(days=29 * n + dice.randint(0, 5))
        doctor = doctors[n % 2]
        first = n == 0
        dx = (
            f("diagnosis", c.diagnoses[0])
            + (("，" + f("diagnosis", c.diagnoses[1])) if dice.random() < 0.6 else "")
            if first
            else c.diagnoses[0]
        )
        name = f("physician_name", doctor) if n < 2 else doctor
        visits += f"""<div style="border-top:1px solid #333;padding:5px 0"><div style="display:flex;justify-content:space-between"><b>{rb.when("visit_date", when, "-", rb.clock(dice))}</b><span>{f("department", "全科门诊") if first else "全科门诊"}</span></div>
<div>S：{c.complaint if first else "慢病随访，" + dice.choice(("无特殊不适", "偶有头昏", "睡眠差")) + "，要求续方"}。</div><div>O：BP {dice.randint(124, 158)}/{dice.randint(70, 94)}mmHg，HR {dice.randint(62, 92)}bpm，随机血糖 {dice.uniform(5, 13):.1f}mmol/L。{c.exam if first else "双肺呼吸音清，心律齐，双下肢不肿。"}</div><div>A：{dx}</div><div>P：{"；".join(m[0] + " " + m[2] for m in c.medicines[: dice.randint(1, 3)])}。{c.advice if first else "下月复诊。"}</div><div class="r">医师 {name}</div></div>"""
    body = f"""
<div style="display:flex;justify-content:space-between;align-items:flex-end"><div style="font-size:19px;font-weight:600">{f("hospital_name", "渝北区新南街道社区卫生服务中心")}</div><div style="font-size:17px">门诊病历（SOAP）</div></div>
<div style="display:grid;grid-template-columns:1fr 1fr 1fr;margin:8px 0"><span>姓名 <b>{f("patient_name", p.name)}</b></span><span>{f("sex", p.sex)}／{f("age", p.age_on(day), f"{p.age_on(day)}岁")}</span><span>档案号 {f("record_number", "500112" + rb.digits(dice, 11, "0"))}</span><span style="grid-column:span 2">住址 {f("address", p.address)}</span><span>电话 {f("phone", p.phone)}</span><span style="grid-column:span 2">签约医生团队：{rb.names(dice, 1)[0]}团队</span><span>药物过敏：{dice.choice(("无", "磺胺类", "头孢类"))}</span></div>{visits}
<div style="position:absolute;bottom:26px;left:56px;font-size:11px">健康咨询：023-6780{dice.randint(1000, 9999)}　　{seal("新南社区卫生", "收讫", shape="square", size=90, at=(540, -70), turn=dice.uniform(-8, 8)) if dice.random() < 0.3 else ""}</div>"""
    return page(body, "", HEI, 14, "44px 56px")


def white(dice: random.Random) -> str:
    """Fujian, private clinic chain: an A5 white script with the legal frame, fee corner and five places to sign."""
    p, c = rb.someone(dice, rb.FUJIAN), dice.choice(rb.CASES)
    day = rb.stay(dice)[0]
    a, b, d = rb.names(dice, 3)
    kind = dice.choice(("employee", "resident", None))

    def tick(k: str | None, word: str) -> str:
        return ("☑" if kind == k else "□") + word

    pay = f"{tick(None, '自费')}　" + (
        f'<span data-field="insurance_type" data-value="{kind}">{tick("employee", "职工医保")}　{tick("resident", "城乡居民医保")}</span>'
        if kind
        else "□职工医保　□城乡居民医保"
    )
    drugs = "".join(
        f'<div style="margin:5px 0 0 30px">{n}. {m[0]}　{m[1]}　×{dice.randint(1, 4)}<div style="padding-left:40px">Sig. {m[2]}</div></div>'
        for n, m in enumerate(c.medicines[: dice.randint(2, 4)], 1)
    )
    s = dice.choice(("年 ", "年"))
    body = f"""
<div style="position:absolute;right:30px;top:20px;border:1px solid;padding:0 8px;font-size:13px">普通</div><h1 style="font-size:19px">{f("hospital_name", "泉州鲤城惠安堂综合门诊部")}</h1><h2 style="font-size:18px;letter-spacing:14px">处方笺</h2>
<div style="font-size:12px">费别：{pay}　<span style="float:right">处方编号：{f("report_number", f"{day:%y%m%d}" + rb.digits(dice, 4))}</span></div>
<div style="border-top:2px solid;border-bottom:2px solid;line-height:2;margin-top:3px">姓名 {rb.line(f("patient_name", p.name), 80)} 性别 {rb.line(f("sex", p.sex), 30)} 年龄 {rb.line(f("age", p.age_on(day), f"{p.age_on(day)}岁"), 44)} 门诊/住院病历号 {rb.line(f("record_number", rb.digits(dice, 8, "0")), 90)}<br>科别 {rb.line(f("department", dice.choice(("内科", "全科", c.department))), 110)} 临床诊断 {rb.line(f("diagnosis", c.diagnoses[0]), 260)}<br>住址/电话 {rb.line(f("address", p.place.county + p.place.road + str(p.house) + "号") + " / " + f("phone", p.phone), 260)}</div>
<div style="font-size:26px;font-family:serif;font-style:italic;margin-top:4px">Rp</div><div style="min-height:300px">{drugs}<div style="margin:10px 0 0 30px;color:#555">———————— 以下空白 ————————</div></div>
<div style="border-top:1px solid;line-height:2.2;position:relative">医师 {sign("physician", a if dice.random() < 0.8 else None, dice, 90)}　　开具日期 {rb.when("issue_date", day, s)}　　金额 {dice.uniform(40, 380):.2f}<br>审核 {rb.line(b, 66)} 调配 {rb.line(d, 66)} 核对 {rb.line(b, 66)} 发药 {rb.line(d, 66)}</div><div style="font-size:10px">注：1.处方当日有效；2.除药品质量原因外，药品一经发出不得退换；3.取药时请当面核对药品名称、规格、数量。</div>"""
    return page(body, "", SONG, 13, "22px 30px")


def month(dice: random.Random) -> str:
    """Hebei, county hospital: long-term script for chronic illness in green, a table of drugs, printed by HIS."""
    p, c = rb.someone(dice, rb.HEBEI), dice.choice(rb.CASES)
    day = rb.stay(dice)[0]
    a, b = rb.names(dice, 2)
    days = dice.choice((28, 30, 56, 84))
    dx = c.diagnoses[: dice.randint(1, 3)]
    drugs = "".join(
        f"<tr><td class='c'>{n}</td><td>{m[0]}</td><td>{m[1]}</td><td>{m[2]}</td><td class='c'>{days}</td><td class='c'>{dice.randint(1, 8)}盒</td></tr>"
        for n, m in enumerate(c.medicines, 1)
    )
    kind = p.insurance
    body = f"""
<h1 style="font-size:21px">{f("hospital_name", "河间市瀛州人民医院")}门诊处方</h1><div class="c" style="color:#a02020;font-size:14px">【慢病长期处方】</div>
<table><tr><td>处方号 {f("report_number", rb.digits(dice, 12, "CF"))}</td><td>{rb.when("issue_date", day, "-", rb.clock(dice, True))}</td><td>{f("insurance_type", kind, "河间城镇职工" if kind == "employee" else "沧州城乡居民")}　门诊慢特病</td></tr><tr><td>姓名 {f("patient_name", p.name)}</td><td>性别 {f("sex", p.sex)}　年龄 {f("age", p.age_on(day), f"{p.age_on(day)}岁")}</td><td>科室 {f("department", c.department)}</td></tr><tr><td>门诊号 {f("record_number", rb.digits(dice, 8, "6"))}</td><td colspan=2>医保编号 {f("card_number", rb.digits(dice, 12, "1309"))}</td></tr><tr><td colspan=3>诊断 {rb.listed(dx, "", "；")}</td></tr></table>
<div style="font-size:20px;font-weight:600">R：</div><table class="g"><tr class="c"><td>序</td><td>药品名称</td><td>规格</td><td>用法用量</td><td>天数</td><td>数量</td></tr>{drugs}</table>
<div style="margin-top:6px">合计：￥{dice.uniform(90, 1200):.2f}　　统筹支付：￥{dice.uniform(40, 80):.2f}</div>
<div style="position:absolute;bottom:52px;left:34px;right:34px;border-top:1px solid;padding-top:6px;display:flex;justify-content:space-between"><span>医师：{f("physician_name", a)}</span><span>签章：{sign("physician", a if dice.random() < 0.6 else None, dice, 90)}</span><span>审方药师：{b}</span><span>调配：</span><span>核发：</span></div><div style="position:absolute;bottom:18px;left:34px;font-size:10px">长期处方药量不超过12周；病情变化请及时就诊。　打印次数：{dice.randint(1, 3)}</div>"""
    return page(body, "body{background:#eef7ec}", dice.choice((HEI, SONG)), 13, "24px 34px")


def herbs(dice: random.Random) -> str:
    """Anhui, hospital of Chinese medicine: a herb grid three across, two diagnoses and a syndrome, count of doses."""
    p, c = rb.someone(dice, rb.ANHUI), dice.choice(rb.CASES)
    day = rb.stay(dice)[0]
    a, b = rb.names(dice, 2)
    picked = dice.sample(_HERBS, dice.choice((9, 12, 15)))
    cells = "".join(
        f'<div style="display:flex;justify-content:space-between;padding:3px 22px 3px 4px"><span>{h}{"<sup style=font-size:9px>先煎</sup>" if h in ("生龙骨", "附子") else ""}</span><span>{dice.choice((3, 6, 9, 10, 12, 15, 20, 30))}克</span></div>'
        for h in picked
    )
    disease, syndrome = c.chinese
    body = f"""
<h1 style="font-size:22px;font-family:{KAI}">{f("hospital_name", "亳州市谯城区古井中医院")}</h1><h2 style="font-size:18px">中 药 处 方 笺</h2><div style="display:flex;justify-content:space-between;font-size:12px"><span>{f("hospital_level", "二级甲等", "二级甲等中医医院")}</span><span>№ {f("report_number", rb.digits(dice, 8, "02"))}</span></div>
<table class="g" style="margin-top:4px"><tr><td class="c">姓　名</td><td>{f("patient_name", p.name)}</td><td class="c">性　别</td><td>{f("sex", p.sex)}</td><td class="c">年　龄</td><td>{f("age", p.age_on(day), f"{p.age_on(day)} 岁")}</td></tr><tr><td class="c">科　别</td><td>{f("department", dice.choice(("国医堂", "中医内科", "针灸科")))}</td><td class="c">门诊号</td><td>{f("record_number", rb.digits(dice, 7, "3"))}</td><td class="c">日　期</td><td>{rb.when("issue_date", day, dice.choice((".", "-1", "/")))}</td></tr><tr><td class="c">中医诊断</td><td colspan=2>{f("diagnosis", disease)}</td><td class="c">证　型</td><td colspan=2>{syndrome}</td></tr><tr><td class="c">西医诊断</td><td colspan=5>{f("diagnosis", c.diagnoses[0]) if dice.random() < 0.75 else ""}</td></tr></table>
<div style="font-size:18px;margin-top:8px">Rp：</div><div style="display:grid;grid-template-columns:1fr 1fr 1fr;font-family:{KAI};font-size:15px">{cells}</div>
<div style="margin-top:14px;border-top:1px dashed #444;padding-top:6px">共 {dice.choice((5, 7, 10, 14))} 剂　{dice.choice(("代煎", "自煎", "颗粒剂"))}　每日1剂，水煎取汁400ml，分早晚两次饭后温服。忌辛辣生冷。</div>
<div style="position:absolute;bottom:44px;left:36px;right:36px;line-height:2.1"><div style="display:flex;justify-content:space-between"><span>医师（签名）：{sign("physician", a if dice.random() < 0.75 else None, dice)}</span><span>药费：{dice.uniform(80, 460):.2f} 元</span><span>代煎费：{dice.choice(("21.00", "0.00"))}</span></div><div style="display:flex;justify-content:space-between"><span>审核：{b}</span><span>调剂：</span><span>复核：</span><span>煎药：</span></div></div>{seal("亳州市谯城区古井中医院", "处方专用章", size=112, at=(250, 640), turn=dice.uniform(-20, 20)) if dice.random() < 0.6 else ""}"""
    return page(body, "", SONG, 14, "26px 36px")


TEMPLATES: dict[str, Template] = {
    "river-visit-university": Template("outpatient_record", 559, 794, university),
    "river-visit-banner": Template("outpatient_record", 794, 1123, banner),
    "river-visit-community": Template("outpatient_record", 794, 1123, community),
    "river-script-white": Template("prescription", 559, 794, white),
    "river-script-month": Template("prescription", 794, 559, month),
    "river-script-herbs": Template("prescription", 559, 794, herbs),
}
