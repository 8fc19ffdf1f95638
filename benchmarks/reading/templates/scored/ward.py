"""Papers of a stay: discharge summaries and the front page of the record."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import (
    A4,
    A4_WIDE,
    DOTS,
    HEI,
    MICRO,
    SANS,
    SONG,
    boxes,
    clock,
    code,
    dash,
    dot,
    entries,
    f,
    han,
    han0,
    on,
    page,
    seal,
    sign,
    signed,
    slash,
    spaced,
    table,
    td,
)  # fmt: skip
from benchmarks.reading.templates.scored.people import anyone, later, mobile, number
from benchmarks.reading.templates.scored.visit import Visit, visit


def _drugs(v: Visit) -> str:
    return "；".join(f"{name}（{pack}）{use}" for name, pack, use in v.illness.drugs) + "。"


def discharge_narrative(dice: random.Random) -> str:
    """Laser print, no lines but dotted ones under values; the address runs over two lines."""
    v = visit(dice)
    p = v.person
    style = dice.choice((han, han0, dash))

    def part(label: str, text: str) -> str:
        return f'<p style="margin-top:9px;text-indent:0"><b>{label}</b>{text}</p>'

    place = f"left:{dice.randint(20, 150)}px;top:{dice.randint(-50, 10)}px"
    stamp = seal(dice, v.hospital.name, place, middle="病案管理科") if dice.random() < 0.7 else ""
    dotted = "display:inline-block;border-bottom:1px dotted #333;min-width:70px;padding:0 4px"
    head = "".join(
        f'<span style="display:inline-block;margin-right:16px">{label}：<span style="{dotted}">{value}</span></span>'
        for label, value in (
            ("姓 名", f("patient_name", p.name)),
            ("性 别", f("sex", p.sex)),
            ("年 龄", f("age", v.age, f"{v.age}岁")),
            ("民 族", f("ethnicity", p.ethnicity)),
            ("科 室", f("department", v.illness.department)),
            ("床 号", v.bed + "床"),
            ("住院号", f("record_number", v.record)),
        )
    )
    body = f"""<div style="padding:52px 66px"><h1 style="font-size:23px;letter-spacing:3px">{f("hospital_name", v.hospital.name)}</h1><h2 style="font-size:20px;letter-spacing:12px;margin:4px 0 14px">出院记录</h2>
    <div style="line-height:2">{head}</div><div style="display:flex;line-height:1.6"><span>住 址：</span><span style="width:330px">{f("address", p.address)}</span></div>
    <div style="border-top:1.5px solid #111;margin-top:8px"></div>
    <div class="flex" style="margin-top:8px"><span>入院日期：{on("admission_date", v.first, style)}</span><span>出院日期：{on("discharge_date", v.last, style)}</span><span>住院天数：{v.days}天</span></div>
    {part("主　　诉：", v.complaint + "。")}{part("入院情况：", v.history + v.illness.findings)}
    {part("入院诊断：", entries("diagnosis", v.diagnoses[:1], "number"))}{part("诊疗经过：", v.illness.course)}
    {part("出院诊断：", entries("diagnosis", v.diagnoses, "lines"))}{part("出院情况：", "患者一般情况可，生命体征平稳，无特殊不适主诉，饮食睡眠可，大小便正常。")}
    {part("出院医嘱：", f"1.{v.illness.advice}；2.出院带药：{_drugs(v)}3.于{style(later(v.last, 14))}来院复诊，不适随诊。")}
    <div style="margin:36px 20px 0 360px;line-height:2.3;position:relative">{stamp}医师签名：{signed(dice, "physician", v.doctor)}<br>签名日期：{on("sign_date", v.last, style)}</div></div>
    <div class="abs" style="left:66px;bottom:28px;right:66px;font-size:12px;border-top:1px solid #888">第 1 页&emsp;&emsp;联系电话：{v.hospital.phone}</div>"""
    return page(A4, body, SONG)


def discharge_grid(dice: random.Random) -> str:
    """One grid over the page, long labels standing upright in their cells."""
    v = visit(dice)
    p = v.person

    def tall(label: str, text: str, height: int) -> list[str]:
        return [
            td(f'<div class="v">{label}</div>', css="padding:2px;text-align:center"),
            td(text, 7, css=f"height:{height}px;vertical-align:top;line-height:1.7"),
        ]

    rows = [
        ["姓名", f("patient_name", p.name), "性别", f("sex", p.sex), "年龄", f("age", v.age, f"{v.age} 岁"), "住院号", f("record_number", v.record)],
        ["科别", td(f("department", v.illness.department), 3), "床号", v.bed, "费别", f("insurance_type", v.insurance, "职工医保" if v.insurance == "employee" else "居民医保")],
        [td("入院时间"), td(on("admission_date", v.first, spaced), 3), td("出院时间"), td(on("discharge_date", v.last, spaced), 3)],
        tall("入院情况", v.complaint + "。" + v.illness.findings, 120), tall("入院诊断", entries("diagnosis", v.diagnoses[:2], "wide"), 78),
        tall("治疗经过", v.illness.course, 120), tall("出院诊断", entries("diagnosis", v.diagnoses, "lines"), 112),
        tall("出院医嘱", v.illness.advice + "。出院带药：" + _drugs(v), 170),
    ]  # fmt: skip
    second = f"，{f('physician_title', v.title)}" if dice.random() < 0.5 else ""
    body = f"""<div style="padding:56px 58px"><h1 style="font-size:25px;font-weight:bold">{f("hospital_name", v.hospital.name)}出院小结</h1><div class="flex" style="margin:14px 2px 6px"><span>医保编号：{number(dice, 8)}</span><span>第 {dice.randint(1, 4)} 次住院</span></div>
    {table(rows, ("48px", "118px", "44px", "70px", "76px", "112px", "60px", ""))}
    <div class="flex" style="margin-top:26px"><span>经治医师：{f("physician_name", v.doctor)}{second}</span><span>医师签字：{signed(dice, "physician", v.doctor)}</span><span>{on("sign_date", v.last, han0)}</span></div>
    <div style="margin-top:24px;font-size:12px">注：本小结一式两份，一份交患者，一份归档；家属{anyone(dice)}（电话{mobile(dice)}）已知悉出院注意事项。</div></div>
    {seal(dice, v.hospital.name, f"left:{dice.randint(430, 560)}px;top:{dice.randint(770, 850)}px", middle="医务科") if dice.random() < 0.6 else ""}"""
    return page(A4, body, HEI if dice.random() < 0.5 else SONG)


_PATTERNS = (
    "眩晕（肝阳上亢证）",
    "消渴（气阴两虚证）",
    "胸痹（痰瘀互结证）",
    "中风-中经络（风痰阻络证）",
    "痹证（寒湿痹阻证）",
    "喘证（肺肾气虚证）",
    "水肿（脾肾阳虚证）",
)


def discharge_tcm(dice: random.Random) -> str:
    """A hospital of Chinese medicine: Chinese and Western diagnoses; three values a line without lines."""
    v = visit(dice, most=3)
    p = v.person
    style = dice.choice((dash, dot))
    tcm = dice.choice(_PATTERNS)
    stamp = seal(
        dice,
        v.hospital.name,
        f"right:{dice.randint(0, 90)}px;top:{dice.randint(-30, 20)}px",
        middle="病历复印专用章",
        size=140,
    )
    line = 'style="display:grid;grid-template-columns:1.1fr 1fr 1.3fr;margin-top:5px"'
    body = f"""<div style="padding:44px 60px;font-size:15px"><h1 style="font-size:26px;letter-spacing:2px">{f("hospital_name", v.hospital.name)}</h1><div class="c" style="font-size:12px">（{f("hospital_level", v.hospital.level)}）</div>
    <h2 style="font-size:22px;letter-spacing:14px;border-bottom:3px double #222;padding:4px 0 8px">出院小结</h2>
    <div {line}><span>姓名 {f("patient_name", p.name)}</span><span>性别 {f("sex", p.sex)}</span><span>出生日期 {on("birth_date", p.birth, style)}</span></div>
    <div {line}><span>病区 {f("department", v.illness.department)}</span><span>床位 {v.bed}</span><span>病案号 {f("record_number", v.record)}</span></div>
    <div {line}><span>入院 {on("admission_date", v.first, style)}</span><span></span><span>出院 {on("discharge_date", v.last, style)}</span></div>
    <p style="margin-top:14px"><b>入院时情况</b><br>&emsp;&emsp;{v.history}{v.illness.findings}舌质暗红，苔白腻，脉弦滑。</p>
    <p style="margin-top:10px"><b>住院治疗经过</b><br>&emsp;&emsp;{v.illness.course}配合中药汤剂口服、针刺及穴位贴敷治疗。</p>
    <table style="margin-top:12px;width:100%"><tr><td style="width:150px;vertical-align:top"><b>出院诊断</b></td><td>中医诊断：{f("diagnosis", tcm)}</td></tr><tr><td></td><td style="vertical-align:top"><div style="display:flex"><span>西医诊断：</span><div>{entries("diagnosis", v.diagnoses, "lines")}</div></div></td></tr></table>
    <p style="margin-top:10px"><b>出院时情况</b>&emsp;好转。</p><p style="margin-top:10px"><b>出院带药及医嘱</b><br>&emsp;&emsp;{_drugs(v)}{v.illness.advice}，调畅情志，清淡饮食，一周后复诊。</p>
    <div style="margin-top:44px;text-align:right;line-height:2;position:relative">{stamp}住院医师 {f("physician_name", v.second)}&emsp;&emsp;上级医师 {signed(dice, "physician", v.doctor)}<br>日期 {on("sign_date", v.last, style)}</div></div>
    """
    return page(A4, body, dice.choice((SONG, MICRO)))


def discharge_cards(dice: random.Random) -> str:
    """A modern record system: small grey labels above values, QR code, times of printing, two columns of text."""
    v = visit(dice)
    p = v.person

    def item(label: str, value: str) -> str:
        return f'<div style="padding:7px 10px;border-right:1px solid #dde3ea"><div style="font-size:11px;color:#7b8794">{label}</div><div style="font-size:15px">{value}</div></div>'

    grid = (
        'style="display:grid;grid-template-columns:repeat(4,1fr);border:1px solid #dde3ea;border-bottom:none"'
    )

    def section(label: str, text: str) -> str:
        return f'<div style="margin-top:13px"><div style="font-size:14px;font-weight:bold;border-left:4px solid #2a6fb0;padding-left:7px">{label}</div><div style="font-size:13.5px;line-height:1.65;padding-left:11px">{text}</div></div>'

    body = f"""<div style="padding:40px 52px"><div class="flex"><div><div style="font-size:21px;font-weight:bold">{f("hospital_name", v.hospital.name)}</div><div style="font-size:17px">出院小结 <span style="font-size:11px;color:#777">Discharge Summary</span></div></div>{code("QRCode", f"https://emr.example/{v.record}", 66)}</div>
    <div {grid.replace("border-bottom:none", "margin-top:12px;border-bottom:1px solid #dde3ea")}>{item("患者姓名", f("patient_name", p.name))}{item("性别", f("sex", p.sex))}{item("年龄", f("age", v.age, f"{v.age}岁"))}{item("住院号", f("record_number", v.record))}</div>
    <div {grid}>{item("身份证号", f("id_number", p.id_number, css="font-size:13px"))}{item("联系电话", f("phone", p.phone))}{item("出院科室", f("department", v.illness.department))}{item("床号", v.bed)}</div>
    <div {grid.replace("border-bottom:none", "")}>{item("入院日期", on("admission_date", v.first, dash, clock(dice)))}{item("出院日期", on("discharge_date", v.last, dash, clock(dice)))}{item("住院天数", f"{v.days} 天")}{item("离院方式", "医嘱离院")}</div>
    {section("主诉", v.complaint)}{section("入院诊断", entries("diagnosis", v.diagnoses[:1]))}{section("病史摘要", v.history + v.illness.findings)}{section("诊疗经过", v.illness.course)}
    {section("出院诊断", entries("diagnosis", v.diagnoses, "lines"))}{section("出院医嘱", v.illness.advice + "。" + _drugs(v))}
    <div style="display:grid;grid-template-columns:1fr 1fr 1fr;margin-top:34px;font-size:13.5px"><span>主管医师：{f("physician_name", v.doctor)}</span><span>职称：{f("physician_title", v.title)}</span><span>签名日期：{on("sign_date", v.last, dash)}</span></div></div>
    {seal(dice, v.hospital.name, f"left:{dice.randint(120, 520)}px;top:{dice.randint(820, 890)}px", middle="电子病历专用章", size=135) if dice.random() < 0.5 else ""}
    <div class="abs flex" style="left:52px;right:52px;bottom:22px;font-size:11px;color:#666"><span>打印时间：{dash(later(v.last, 1))} {clock(dice, True)}</span><span>打印人：{anyone(dice)}</span><span>第 1 页 / 共 1 页</span></div>"""
    return page(A4, body, SANS, ink="#20262d")


def discharge_needles(dice: random.Random) -> str:
    """Dot-matrix on a wide sheet: columns held apart by spaces alone, the record room's square stamp."""
    v = visit(dice, most=3)
    p = v.person
    gap = lambda text: (
        f'<span style="display:inline-block;min-width:{dice.choice((228, 232, 236))}px">{text}</span>'
    )
    body = f"""<div style="padding:34px 70px;font-size:15px;line-height:1.75;{DOTS}"><h1 style="font-size:22px">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:19px;letter-spacing:8px">出院小结</h1>
    <div>{gap("姓    名:" + f("patient_name", p.name))}{gap("性    别:" + f("sex", p.sex))}{gap("年    龄:" + f("age", v.age, f"{v.age}岁"))}{gap("住 院 号:" + f("record_number", v.record))}</div>
    <div>{gap("科    室:" + f("department", v.illness.department))}{gap("入院日期:" + on("admission_date", v.first, slash))}{gap("出院日期:" + on("discharge_date", v.last, slash))}</div>
    <div>工作单位及住址:{f("address", p.address)}&emsp;&emsp;电话:{f("phone", p.phone)}</div><div style="border-top:1px dashed #333;margin:6px 0"></div>
    <div>[入院情况] {v.complaint}。{v.illness.findings}</div><div>[诊疗经过] {v.illness.course}</div><div>[出院诊断] {entries("diagnosis", v.diagnoses, "wide")}</div>
    <div>[出院带药] {_drugs(v)}</div><div>[注意事项] {v.illness.advice}。随访电话:{v.hospital.phone}</div>
    <div style="margin-top:16px" class="flex"><span>主管医生:{f("physician_name", v.doctor)}</span><span>护士:{anyone(dice)}</span><span>日期:{on("sign_date", v.last, slash)}</span></div></div>
    {seal(dice, "病案复印章", f"left:{dice.randint(700, 900)}px;top:{dice.randint(560, 640)}px", shape="square", size=92, colour=dice.choice(("red", "blue")))}"""
    return page(A4_WIDE, body, dice.choice((HEI, "'WenQuanYi Zen Hei Mono'")), ink="#3a3a40")


_PAYING = (
    ("employee", "1.城镇职工基本医疗保险"),
    ("resident", "2.城乡居民基本医疗保险"),
    ("own", "7.全自费"),
)


def front_page_national(dice: random.Random) -> str:
    """The national layout, values underlined, staff signed by hand."""
    v = visit(dice)
    p = v.person
    u = lambda value, width=70: (
        f'<span class="u" style="min-width:{width}px;text-align:center">{value}</span>'
    )
    other = mobile(dice)
    diagnoses = "".join(
        f"<tr><td>{'主要诊断：' if n == 0 else '其他诊断：' if n == 1 else ''}{f('diagnosis', d)}</td><td class=c>{c}</td><td class=c>{dice.randint(1, 3)}</td></tr>"
        for n, (d, c) in enumerate(zip(v.diagnoses, v.codes, strict=True))
    ) + "<tr><td>&nbsp;</td><td></td><td></td></tr>" * (9 - len(v.diagnoses))
    body = f"""<div style="padding:30px 46px;font-size:13px;line-height:2"><div class="c" style="font-size:13px">医疗机构 {f("hospital_name", v.hospital.name, css="text-decoration:underline")}（组织机构代码：{number(dice, 8)}-{dice.randint(0, 9)}）</div>
    <div class="flex"><span>医疗付费方式：<span style="border:1px solid #222;padding:0 5px">{1 if v.insurance == "employee" else 2}</span></span><h1 style="font-size:23px;font-weight:bold;letter-spacing:6px;line-height:1.3">住 院 病 案 首 页</h1><span></span></div>
    <div class="flex"><span>健康卡号：－</span><span>第 {u(dice.randint(1, 5), 24)} 次住院</span><span>病案号：{u(f("record_number", v.record), 96)}</span></div>
    <div style="border:1.5px solid #111;padding:4px 8px"><div>姓名{u(f("patient_name", p.name))}&ensp;性别{f("sex", p.sex, "1" if p.sex == "男" else "2", "border:1px solid #222;padding:0 5px")} 1.男 2.女&ensp;出生日期{u(on("birth_date", p.birth, han), 120)}&ensp;年龄{u(f("age", v.age, f"{v.age}岁"), 50)}&ensp;国籍{u("中国", 46)}</div>
    <div>（年龄不足1周岁的）年龄{u("－", 30)}月&ensp;新生儿出生体重{u("－", 40)}克&ensp;出生地{u(p.region.province + p.region.city, 120)}&ensp;民族{u(f("ethnicity", p.ethnicity), 40)}</div>
    <div>身份证号{u(f("id_number", p.id_number), 190)}&ensp;职业{u(dice.choice(("农民", "退（离）休人员", "工人")), 100)}&ensp;婚姻<span style="border:1px solid #222;padding:0 5px">2</span> 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他</div>
    <div>现住址{u(f("address", p.address), 380)}&ensp;电话{u(f("phone", p.phone), 110)}</div><div>联系人姓名{u(anyone(dice))}&ensp;关系{u(dice.choice(("配偶", "子", "女")), 40)}&ensp;地址{u("同上", 120)}&ensp;电话{u(other, 110)}</div></div>
    <div style="border:1.5px solid #111;border-top:none;padding:4px 8px"><div>入院途径<span style="border:1px solid #222;padding:0 5px">2</span> 1.急诊 2.门诊 3.其他医疗机构转入 9.其他</div>
    <div>入院时间{u(on("admission_date", v.first, han) + f" {dice.randint(8, 20)}时", 150)}&ensp;入院科别{u(f("department", v.illness.department), 100)}&ensp;病房{u(f"{dice.randint(1, 20)}病区")}&ensp;转科科别{u("－", 40)}</div>
    <div>出院时间{u(on("discharge_date", v.last, han) + f" {dice.randint(8, 17)}时", 150)}&ensp;出院科别{u(f("department", v.illness.department), 100)}&ensp;实际住院{u(v.days, 30)}天</div>
    <div>门（急）诊诊断{u(f("diagnosis", v.diagnoses[0]), 240)}&ensp;疾病编码{u(v.codes[0], 80)}</div></div>
    <table class="grid" style="line-height:1.5"><tr><td class=c>出院诊断</td><td class=c style="width:120px">疾病编码</td><td class=c style="width:80px">入院病情</td></tr>{diagnoses}</table>
    <div style="border:1.5px solid #111;border-top:none;padding:4px 8px"><div>药物过敏<span style="border:1px solid #222;padding:0 5px">1</span> 1.无 2.有，过敏药物：－&ensp;死亡患者尸检□ 1.是 2.否</div><div>血型<span style="border:1px solid #222;padding:0 5px">{dice.randint(1, 4)}</span> 1.A 2.B 3.O 4.AB 5.不详 6.未查&ensp;Rh<span style="border:1px solid #222;padding:0 5px">2</span> 1.阴 2.阳 3.不详 4.未查</div></div>
    <div style="border:1.5px solid #111;border-top:none;padding:4px 8px;line-height:2.3">科主任{sign("physician", "", 86).replace('data-signature="physician|absent"', "")}&ensp;主任（副主任）医师{signed(dice, "physician", v.doctor, 96, 0.9)}&ensp;主治医师{signed(dice, "physician", v.second, 96, 0.9)}<br>责任护士{sign("physician", "", 86).replace('data-signature="physician|absent"', "")}&ensp;编码员{u(anyone(dice))}&ensp;质控日期{u(han(later(v.last, 3)), 130)}</div></div>
    {seal(dice, v.hospital.name, f"left:{dice.randint(60, 560)}px;top:{dice.randint(850, 930)}px", middle="病案室", size=130) if dice.random() < 0.6 else ""}"""
    return page(A4, body, SONG)


def front_page_printed(dice: random.Random) -> str:
    """A province's own print: a grid with labels in cells, staff by printed name, way of paying in words."""
    v = visit(dice, most=3)
    p = v.person
    paying = boxes(_PAYING, v.insurance, "insurance_type")
    rows = [
        ["患者姓名", f("patient_name", p.name), "性别", f("sex", p.sex), "出生日期", on("birth_date", p.birth, dash), "年龄", f("age", v.age, f"{v.age} 岁")],
        ["证件号码", td(f("id_number", p.id_number), 3), "民族", f("ethnicity", p.ethnicity), "婚姻", "已婚"],
        ["现住址", td(f("address", p.address), 5), "电话", f("phone", p.phone)],
        ["联系人", anyone(dice), "关系", dice.choice(("夫妻", "父子", "母女")), "联系人电话", td(mobile(dice), 3)],
        ["入院时间", td(on("admission_date", v.first, dash, clock(dice)), 3), "入院科室", td(f("department", v.illness.department), 3)],
        ["出院时间", td(on("discharge_date", v.last, dash, clock(dice)), 3), "出院科室", td(f("department", v.illness.department), 3)],
        [td("门诊诊断"), td(f("diagnosis", v.diagnoses[0]), 5), td("天数"), td(str(v.days))],
    ]  # fmt: skip
    rows += [
        [td("出院主要诊断" if n == 0 else "其他诊断"), td(f("diagnosis", d), 5), td("编码"), td(c)]
        for n, (d, c) in enumerate(zip(v.diagnoses, v.codes, strict=True))
    ]
    rows.append(
        [
            td("住院总费用（元）"),
            td(f"{dice.uniform(3000, 26000):.2f}", 3),
            td("其中自付"),
            td(f"{dice.uniform(600, 3000):.2f}", 3),
        ]
    )
    rows.append(
        [
            "科主任",
            anyone(dice),
            "主治医师",
            f("physician_name", v.doctor),
            "住院医师",
            f("physician_name", v.second),
            "编码员",
            anyone(dice),
        ]
    )
    body = f"""<div style="padding:40px 50px"><div class="flex"><span>{code("Code128", v.record, 34)}<br>病案号 {f("record_number", v.record)}</span><span style="font-size:12px">机构代码 H{number(dice, 11)}</span></div>
    <h1 style="font-size:22px;font-weight:bold">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:20px;margin-bottom:8px">住院病案首页</h1><div style="font-size:13px;margin-bottom:6px">医疗付款方式：{paying}</div>
    {table(rows, ("82px", "96px", "66px", "78px", "82px", "112px", "52px", ""), "font-size:13px;line-height:2")}<div style="font-size:12px;margin-top:8px">说明：凡可由医院信息系统提供住院费用清单的，首页中可不填写“住院费用”明细。</div></div>
    {seal(dice, v.hospital.name, f"left:{dice.randint(420, 560)}px;top:{dice.randint(560, 660)}px", middle="病案统计科", size=146)}"""
    return page(A4, body, dice.choice((HEI, SANS)))


TEMPLATES = {
    "discharge_narrative": Template("discharge_summary", *A4, discharge_narrative),
    "discharge_grid": Template("discharge_summary", *A4, discharge_grid),
    "discharge_tcm": Template("discharge_summary", *A4, discharge_tcm),
    "discharge_cards": Template("discharge_summary", *A4, discharge_cards),
    "discharge_needles": Template("discharge_summary", *A4_WIDE, discharge_needles),
    "front_page_national": Template("inpatient_front_page", *A4, front_page_national),
    "front_page_printed": Template("inpatient_front_page", *A4, front_page_printed),
}
