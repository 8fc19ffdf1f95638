"""Papers of the clinic: diagnosis certificates, outpatient records, prescriptions, referral letters."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import (
    A4,
    A5,
    A5_WIDE,
    DOTS,
    HEI,
    KAI,
    MICRO,
    MONO,
    SANS,
    SERIF,
    SONG,
    clock,
    code,
    dash,
    dot,
    entries,
    f,
    han,
    han0,
    hand,
    on,
    page,
    seal,
    signed,
    slash,
    spaced,
    table,
    td,
    words,
)  # fmt: skip
from benchmarks.reading.templates.scored.people import anyone, later, mobile, number
from benchmarks.reading.templates.scored.visit import visit
from benchmarks.reading.templates.scored.vocabulary import HOSPITALS


def certificate_classic(dice: random.Random) -> str:
    """A5 landscape, pre-printed, underlined values typed in, the seal over the date; a stub on the left."""
    v = visit(dice, most=3)
    p = v.person
    u = lambda value, width=80: (
        f'<span class="u" style="min-width:{width}px;text-align:center">{value}</span>'
    )
    rest = dice.choice(
        (
            "建议休息两周，门诊随诊。",
            "建议长期门诊规律服药治疗，定期复查。",
            "建议加强营养，避免劳累，一月后复诊。",
        )
    )
    body = f"""<div class="abs" style="left:14px;top:70px;height:420px;width:34px;border-right:1.5px dashed #777;font-size:12px"><div class="v" style="height:400px">存根联撕下后由医务科保管</div></div>
    <div style="padding:34px 54px 0 84px;font-size:16px;line-height:2.3"><h1 style="font-size:24px;letter-spacing:2px;line-height:1.4">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:22px;letter-spacing:10px;line-height:1.4">疾病诊断证明书</h1>
    <div>姓名{u(f("patient_name", p.name), 96)}性别{u(f("sex", p.sex), 50)}年龄{u(f("age", v.age, f"{v.age}岁"), 64)}科别{u(f("department", v.illness.department), 130)}</div>
    <div>住院（门诊）号{u(f("record_number", v.record), 130)}&ensp;住址{u(f("address", p.address), 250)}</div>
    <div style="display:flex"><span style="white-space:nowrap">诊　断：</span><span style="border-bottom:1px solid #333;flex:1">{entries("diagnosis", v.diagnoses)}</span></div><div style="display:flex"><span style="white-space:nowrap">建　议：</span><span style="border-bottom:1px solid #333;flex:1">{rest}</span></div></div>
    <div class="abs" style="right:60px;bottom:64px;line-height:2.1;font-size:16px">医师（签章）：{signed(dice, "physician", v.doctor, 120)}<br>{on("issue_date", v.last, spaced)}</div>{seal(dice, v.hospital.name, f"right:{dice.randint(50, 130)}px;bottom:{dice.randint(34, 60)}px", middle="诊断证明专用章", size=148)}
    <div class="abs" style="left:84px;bottom:22px;font-size:12px">注：未加盖本院诊断证明专用章无效，涂改无效。</div>"""
    return page(A5_WIDE, body, dice.choice((SONG, KAI)))


def certificate_system(dice: random.Random) -> str:
    """A4 from the record system, label and value pairs in two columns, title of the doctor printed, QR code."""
    v = visit(dice)
    p = v.person
    style = dice.choice((dash, han0, slash))
    line = lambda a, b: (
        f'<div style="display:flex;margin-top:9px"><div style="width:50%">{a}</div><div>{b}</div></div>'
    )
    body = f"""<div style="padding:60px 70px;font-size:15.5px"><div class="flex"><span style="width:80px"></span><div class="c"><div style="font-size:24px;font-weight:bold">{f("hospital_name", v.hospital.name)}</div><div style="font-size:20px;letter-spacing:4px">诊断证明书</div></div>{code("QRCode", f"DZZM{v.record}", 74)}</div><hr>
    {line("患者姓名： " + f("patient_name", p.name), "性　　别： " + f("sex", p.sex))}{line("出生日期： " + on("birth_date", p.birth, style), "年　　龄： " + f("age", v.age, f"{v.age}岁"))}{line("身份证号： " + f("id_number", p.id_number), "门 诊 号： " + f("record_number", v.record))}{line("就诊科室： " + f("department", v.illness.department), "就诊日期： " + on("visit_date", v.last, style))}
    <div style="margin-top:26px">病情摘要：</div><p style="text-indent:2em;line-height:1.9">{v.complaint}。{v.history}</p><div style="margin-top:18px">临床诊断：</div><div style="padding-left:2em;line-height:1.9">{entries("diagnosis", v.diagnoses, "lines")}</div><div style="margin-top:18px">处理意见：</div><p style="text-indent:2em;line-height:1.9">{v.illness.advice}。</p>
    <div style="margin-top:60px;display:grid;grid-template-columns:1fr 1fr;row-gap:12px"><span>诊断医师：{f("physician_name", v.doctor)}</span><span>职称：{f("physician_title", v.title)}</span><span>医师签名：{signed(dice, "physician", v.doctor)}</span><span>开具日期：{on("issue_date", v.last, style)}</span></div></div>
    {seal(dice, v.hospital.name, f"left:{dice.randint(430, 560)}px;top:{dice.randint(720, 800)}px", middle="疾病诊断专用章", under=number(dice, 10))}
    <div class="abs" style="left:70px;right:70px;bottom:34px;border-top:1px solid #999;font-size:12px;display:flex;justify-content:space-between"><span>咨询电话 {v.hospital.phone}</span><span>打印时间 {dash(v.last)} {clock(dice, True)}</span></div>"""
    return page(A4, body, dice.choice((SANS, MICRO)))


def certificate_chronic(dice: random.Random) -> str:
    """For the chronic-disease benefit: a grid, hospital's grade, ticked kind of insurance, opinion and signature cells."""
    v = visit(dice, most=3, title=dice.choice(("主任医师", "副主任医师")))
    p = v.person
    ticks = f"{'☑' if v.insurance == 'employee' else '□'}{f('insurance_type', 'employee', '职工医保') if v.insurance == 'employee' else '职工医保'}&ensp;{'☑' if v.insurance == 'resident' else '□'}{f('insurance_type', 'resident', '城乡居民医保') if v.insurance == 'resident' else '城乡居民医保'}"
    rows = [
        ["姓&emsp;名", f("patient_name", p.name), "性&emsp;别", f("sex", p.sex), "年&emsp;龄", f("age", v.age, f"{v.age}")],
        ["身份证号", td(f("id_number", p.id_number), 2), td("参保类型"), td(ticks, 2)],
        ["参保地", td(f("insured_place", p.region.insured), 2), td("联系电话"), td(f("phone", p.phone), 2)],
        ["就诊医院", td(f("hospital_name", v.hospital.name), 2), td("医院等级"), td(f("hospital_level", v.hospital.level), 2)],
        [td("简要病史"), td(v.complaint + "。" + v.history, 5, css="height:110px;vertical-align:top")], [td("检查结果"), td(v.illness.findings, 5, css="height:110px;vertical-align:top")],
        [td("诊断结论"), td(entries("diagnosis", v.diagnoses, "lines"), 5, css="height:110px;vertical-align:top")],
        [td("申报病种"), td(f("claimed_disease", v.illness.claimed), 5)],
        [td("医师意见"), td(f"符合门诊慢特病认定标准，建议给予门诊治疗。<br><br>医师签名：{signed(dice, 'physician', v.doctor)}&emsp;职称：{f('physician_title', v.title)}&emsp;{on('sign_date', v.last, han)}", 5, css="height:100px")],
        [td("医院医保科<br>审核意见"), td(f'<div style="text-align:right;padding-right:30px">（盖章）<br><br>{on("issue_date", later(v.last, 1), han)}</div>', 5, css="height:120px;vertical-align:bottom")],
    ]  # fmt: skip
    body = f"""<div style="padding:54px 60px;font-size:15px"><h1 style="font-size:24px;font-weight:bold;margin-bottom:16px">门诊慢特病诊断证明书</h1>{table(rows, ("100px", "150px", "80px", "100px", "110px", ""), "line-height:1.9")}
    <div style="font-size:13px;margin-top:10px">填表说明：1.本证明须由二级及以上定点医疗机构副主任医师以上人员出具；2.涂改无效。</div></div>{seal(dice, v.hospital.name, f"right:{dice.randint(70, 200)}px;top:{dice.randint(730, 800)}px", middle="医疗保险科")}"""
    return page(A4, body, SONG)


def outpatient_record(dice: random.Random) -> str:
    """A4 electronic record: a header band, labels in brackets, orders in a borderless list."""
    v = visit(dice, most=3)
    p = v.person
    part = lambda label, text: f'<p style="margin-top:8px">【{label}】{text}</p>'
    orders = "".join(
        f'<div style="display:flex"><span style="width:290px">{n}. {name}</span><span style="width:130px">{pack}</span><span>{use}</span></div>'
        for n, (name, pack, use) in enumerate(v.illness.drugs, 1)
    )
    body = f"""<div style="padding:46px 60px;font-size:14.5px"><h1 style="font-size:22px">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:19px;letter-spacing:6px">门诊病历</h1>
    <div style="background:#eef2f6;padding:7px 10px;margin-top:10px;display:grid;grid-template-columns:1fr 1fr 1fr 1.4fr;row-gap:4px"><span>姓名: {f("patient_name", p.name)}</span><span>性别: {f("sex", p.sex)}</span><span>年龄: {f("age", v.age, f"{v.age}岁")}</span><span>门诊号: {f("record_number", v.record)}</span><span>科室: {f("department", v.illness.department)}</span><span>费别: {f("insurance_type", v.insurance, "城镇职工医保" if v.insurance == "employee" else "城乡居民医保")}</span><span></span><span>就诊时间: {on("visit_date", v.first, dash, clock(dice))}</span></div>
    {part("主诉", v.complaint)}{part("现病史", v.history)}{part("既往史", "否认结核、肝炎等传染病史，否认药物过敏史。")}{part("体格检查", v.illness.findings)}{part("辅助检查", "详见报告单。")}{part("初步诊断", entries("diagnosis", v.diagnoses, "wide"))}{part("处理", v.illness.advice)}<div style="padding-left:28px">{orders}</div>
    <div style="margin-top:44px;text-align:right">接诊医师：{f("physician_name", v.doctor)} {f("physician_title", v.title)}&emsp;签名：{signed(dice, "physician", v.doctor, 100)}</div></div>
    {seal(dice, v.hospital.name, f"left:{dice.randint(420, 580)}px;top:{dice.randint(580, 680)}px", middle="门诊部", size=132) if dice.random() < 0.6 else ""}<div class="abs" style="left:60px;bottom:26px;font-size:12px">复诊时间：{dash(later(v.first, 30))}　　请妥善保管病历，复诊时携带</div>"""
    return page(A4, body, dice.choice((SANS, HEI)))


def outpatient_booklet(dice: random.Random) -> str:
    """A leaf of the booklet patients carry: A5, ruled lines, a print strip stuck on; the cover line was filled by hand."""
    v = visit(dice, most=2)
    p = v.person
    style = dice.choice((han, dot))
    ruled = "background:repeating-linear-gradient(#fffdf6 0 29px,#c9b79a 29px 30px)"
    body = f"""<div style="padding:26px 36px"><div class="flex" style="color:#7a4a22"><span style="font-size:17px">门 诊 病 历</span><span>姓名 {hand(dice, p.name)} 第 {dice.randint(2, 14)} 页</span></div><div style="{ruled};height:690px;margin-top:8px;line-height:30px;font-size:14px;padding:0 4px">
    <div><b>{f("hospital_name", v.hospital.name)}</b></div><div>{on("visit_date", v.first, style, clock(dice))}&emsp;{f("department", v.illness.department)}</div><div>患者：{f("patient_name", p.name)}&emsp;{f("sex", p.sex)}&emsp;{f("age", v.age, f"{v.age}岁")}</div>
    <div>主诉：{v.complaint}</div><div>病史：{v.history}</div><div>查体：{v.illness.findings[:42]}</div><div>诊断：{entries("diagnosis", v.diagnoses)}</div><div>处方：</div>{"".join(f"<div>&emsp;{name} {pack}</div>" for name, pack, _ in v.illness.drugs[:3])}<div>医嘱：{v.illness.advice}</div><div style="text-align:right;padding-right:16px">医师：{signed(dice, "physician", v.doctor, 90, 0.9)}</div></div></div>"""
    return page(A5, body, dice.choice((SONG, MICRO)), paper="#fffdf6")


def outpatient_special(dice: random.Random) -> str:
    """The record for visits under the chronic benefit: needles on a plain sheet, labels over two columns, both dates."""
    v = visit(dice, most=3)
    p = v.person
    two = lambda a, b: f'<div style="display:flex"><span style="width:350px">{a}</span><span>{b}</span></div>'
    body = f"""<div style="padding:42px 64px;font-size:15px;line-height:1.9;{DOTS}"><h1 style="font-size:20px">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:18px">门诊慢特病专用病历</h1>
    {two("姓  名:" + f("patient_name", p.name), "病 历 号:" + f("record_number", v.record))}{two("性  别:" + f("sex", p.sex), "年    龄:" + f("age", v.age, f"{v.age}岁"))}{two("科  室:" + f("department", v.illness.department), "就诊日期:" + on("visit_date", v.first, slash))}{two("身份证:" + f("id_number", p.id_number), "电    话:" + f("phone", p.phone))}<div style="border-top:1px dashed #333"></div>
    <div>病种名称:{f("claimed_disease", v.illness.claimed)}</div><div>主  诉:{v.complaint}</div><div>现病史:{v.history}</div><div>体  检:{v.illness.findings}</div><div>诊  断:{entries("diagnosis", v.diagnoses, "wide")}</div><div>用  药:</div>{"".join(f"<div>&emsp;{n})&nbsp;{name}&emsp;{pack}&emsp;{use}</div>" for n, (name, pack, use) in enumerate(v.illness.drugs, 1))}<div>医  嘱:{v.illness.advice}</div>
    <div style="margin-top:20px;text-align:right">医生:{f("physician_name", v.doctor)}&emsp;职称:{f("physician_title", v.title)}</div></div>"""
    return page(A4, body, HEI, ink="#36363c")


def prescription_western(dice: random.Random) -> str:
    """The ordinary A5 prescription: Rp, prices, a row of signers below, a red stamp of the pharmacy."""
    v = visit(dice, most=2)
    p = v.person
    cost = dice.uniform(80, 900)
    drugs = "".join(
        f'<div style="margin-top:10px">{n}. {name}&emsp;{pack}&emsp;×{dice.randint(1, 4)}盒<br>&emsp;&emsp;用法：{use}</div>' for n, (name, pack, use) in enumerate(v.illness.drugs, 1)
    )  # fmt: skip
    body = f"""<div style="padding:24px 34px;font-size:13.5px"><div style="text-align:right"><span style="border:1px solid #222;padding:1px 8px">{dice.choice(("普通", "慢病"))}</span></div><h1 style="font-size:19px">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:18px;letter-spacing:8px">处方笺</h1><div class="flex" style="margin-top:6px"><span>费别：{f("insurance_type", v.insurance, "职工医保" if v.insurance == "employee" else "居民医保")}</span><span>开具日期：{on("issue_date", v.first, dash)}</span></div>
    <div style="border-top:1.5px solid #111;border-bottom:1.5px solid #111;line-height:1.9;margin-top:4px"><div class="flex"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", v.age, f"{v.age}岁")}</span></div><div class="flex"><span>门诊号：{f("record_number", v.record)}</span><span>科别：{f("department", v.illness.department)}</span></div><div>临床诊断：{entries("diagnosis", v.diagnoses, "，")}</div></div>
    <div style="font-size:22px;font-family:{SERIF};font-style:italic;margin-top:6px">Rp</div><div style="min-height:330px">{drugs}<div class="c" style="margin-top:8px">（以下空白）</div></div>
    <div style="border-top:1.5px solid #111;line-height:2"><div class="flex"><span>医师：{signed(dice, "physician", v.doctor, 90)}</span><span>金额：{cost:.2f}元</span></div><div class="flex"><span>审核药师：{anyone(dice)}</span><span>调配：{anyone(dice)}</span><span>核对、发药：{anyone(dice)}</span></div></div><div style="font-size:11px">注：处方当日有效；请遵医嘱服药。</div></div>
    {seal(dice, "药剂科收讫", f"left:{dice.randint(300, 400)}px;top:{dice.randint(500, 560)}px", shape=dice.choice(("square", "circle")), size=84, under="!") if dice.random() < 0.6 else ""}"""
    return page(A5, body, SONG, paper=dice.choice(("#fff", "#fff", "#fdfdf3")))


def prescription_internet(dice: random.Random) -> str:
    """An internet hospital's electronic prescription: blue bars, a drug table, electronic names and a small seal."""
    v = visit(dice, most=2)
    p = v.person
    drugs = "".join(
        f"<tr><td>{n}</td><td>{name}</td><td>{pack}</td><td>{use}</td><td class=c>{dice.randint(1, 6)}</td></tr>" for n, (name, pack, use) in enumerate(v.illness.drugs, 1)
    )  # fmt: skip
    pair = lambda label, value: f'<td style="color:#667;width:84px">{label}</td><td>{value}</td>'
    body = f"""<div style="padding:40px 48px;font-size:14px"><div style="background:#2f74c0;color:#fff;padding:10px 16px;font-size:20px" class="c">{f("hospital_name", v.hospital.name + "互联网医院")} 电子处方</div>
    <table style="margin-top:14px;line-height:2.1"><tr>{pair("患者姓名", f("patient_name", p.name))}{pair("性别", f("sex", p.sex))}{pair("年龄", f("age", v.age, f"{v.age}岁"))}</tr><tr>{pair("科室", f("department", v.illness.department))}{pair("开具日期", on("issue_date", v.first, dash))}{pair("有效期", "3天")}</tr><tr>{pair("诊断", "")[:-5]}{entries("diagnosis", v.diagnoses, "；")}</td></tr></table>
    <table class="grid" style="margin-top:12px;font-size:13px"><tr style="background:#e8f0fa"><td>序号</td><td>药品名称</td><td>规格</td><td>用法用量</td><td>数量</td></tr>{drugs}</table>
    <div style="margin-top:30px;display:grid;grid-template-columns:1fr 1fr;row-gap:10px"><span>开方医师：{f("physician_name", v.doctor)}（{f("physician_title", v.title)}）</span><span>审方药师：{anyone(dice)}</span><span>收货人：{anyone(dice)} {mobile(dice)[:3]}****{number(dice, 4)}</span><span>客服：400-{number(dice, 3)}-{number(dice, 4)}</span></div></div>
    {seal(dice, v.hospital.name + "互联网医院", f"left:{dice.randint(460, 580)}px;top:{dice.randint(430, 500)}px", middle="处方专用章", size=140)}<div class="abs" style="left:48px;bottom:24px">{code("Code128", "RX" + v.record, 36)}</div>"""
    return page((794, 760), body, dice.choice((SANS, MICRO)))


def prescription_slip(dice: random.Random) -> str:
    """A narrow strip from the till printer for a pick-up at the pharmacy window."""
    v = visit(dice, most=1)
    p = v.person
    drugs = "".join(f'<div style="margin-top:6px">{name}<div class="flex"><span>{pack}</span><span>×{dice.randint(1, 3)}</span></div><div>{use}</div></div>' for name, pack, use in v.illness.drugs)  # fmt: skip
    body = f"""<div style="padding:16px 14px;font-size:14px;line-height:1.5"><div class="c" style="font-size:16px">{f("hospital_name", v.hospital.name)}</div><div class="c" style="font-size:17px">门诊处方</div><div style="border-top:1px dashed #555;margin:5px 0"></div><div>姓名:{f("patient_name", p.name)} {f("sex", p.sex)} {f("age", v.age, f"{v.age}岁")}</div><div>病历号:{f("record_number", v.record)}</div><div>科室:{f("department", v.illness.department)}</div><div>医生:{f("physician_name", v.doctor)}</div><div>开方日期:{on("issue_date", v.first, dash)} {clock(dice)}</div><div>诊断:{f("diagnosis", v.diagnoses[0])}</div><div style="border-top:1px dashed #555;margin:5px 0"></div>{drugs}<div style="border-top:1px dashed #555;margin:5px 0"></div><div>取药窗口:{dice.randint(1, 9)}号</div><div class="c" style="margin-top:10px">{code("Code128", v.record, 46)}</div><div class="c">祝您早日康复</div></div>"""
    return page((320, 660), body, dice.choice((MONO, HEI)), ink="#4c4c52")


def referral_form(dice: random.Random) -> str:
    """A referral form on a grid: where from, where to, why; the physician's and the hospital's part."""
    v = visit(dice, most=2, title=dice.choice(("主任医师", "副主任医师")))
    p = v.person
    to = dice.choice([h for h in HOSPITALS if h.level == "三级甲等" and h.name != v.hospital.name])
    rows = [
        ["姓名", f("patient_name", p.name), "性别", f("sex", p.sex), "年龄", f("age", v.age, f"{v.age}岁")],
        ["身份证号码", td(f("id_number", p.id_number), 2), td("联系电话"), td(f("phone", p.phone), 2)],
        ["参保地", td(f("insured_place", p.region.insured), 2), td("住院号"), td(f("record_number", v.record), 2)],
        [td("疾病诊断"), td(entries("diagnosis", v.diagnoses, "lines"), 5)], [td("病情摘要"), td(v.history + v.illness.findings, 5, css="height:130px;vertical-align:top")],
        [td("转往医院"), td(to.name, 5)], [td("转诊理由"), td("受本院技术条件限制，需进一步诊治。", 5)],
        [td("医师意见"), td(f"同意转诊。<br>医师签名：{signed(dice, 'physician', v.doctor)}&emsp;职称：{f('physician_title', v.title)}&emsp;日期：{on('sign_date', v.last, dash)}", 5, css="line-height:2.4")],
        [td("医院意见"), td(f'同意转往上级医院治疗。<div style="text-align:right;padding:50px 40px 6px 0">{f("hospital_name", v.hospital.name)}（公章）<br>{on("issue_date", v.last, han)}</div>', 5)],
    ]  # fmt: skip
    body = f"""<div style="padding:54px 60px;font-size:15px"><h1 style="font-size:24px;font-weight:bold;letter-spacing:3px;margin-bottom:16px">转诊转院审批表</h1>{table(rows, ("100px", "140px", "70px", "90px", "90px", ""), "line-height:2")}<div style="font-size:13px;margin-top:8px">本表一式三份，医院、患者、医保经办机构各执一份。</div></div>
    {seal(dice, v.hospital.name, f"right:{dice.randint(70, 170)}px;top:{dice.randint(610, 680)}px")}"""
    return page(A4, body, dice.choice((SONG, HEI)))


def referral_letter(dice: random.Random) -> str:
    """A letter of opinion in sentences; the date in Chinese numerals."""
    v = visit(dice, most=2)
    p = v.person
    to = dice.choice([h for h in HOSPITALS if h.level == "三级甲等" and h.name != v.hospital.name])
    place = f"right:{dice.randint(0, 110)}px;top:{dice.randint(-40, 0)}px"
    body = f"""<div style="padding:80px 92px;font-size:17px;line-height:2.1"><h1 style="font-size:27px;font-weight:bold;letter-spacing:6px;margin-bottom:26px">转诊意见书</h1><p>{to.name}：</p>
    <p style="text-indent:2em">兹有患者 {f("patient_name", p.name)}，{f("sex", p.sex)}，{f("age", v.age, f"{v.age}岁")}，身份证号 {f("id_number", p.id_number)}，于 {on("admission_date", v.first, han)} 因“{v.complaint}”收住我院{f("department", v.illness.department)}。</p>
    <p>目前诊断：{entries("diagnosis", v.diagnoses, "、")}</p><p style="text-indent:2em">{v.illness.course}因病情需要，建议转贵院进一步诊治，请予接洽。</p><p>经治医师：{f("physician_name", v.doctor)}&emsp;科室电话：{v.hospital.phone}</p>
    <div style="text-align:right;margin-top:70px;position:relative">{f("hospital_name", v.hospital.name)}<br>{on("issue_date", v.last, words)}{seal(dice, v.hospital.name, place)}</div></div>"""
    return page(A4, body, dice.choice((KAI, SERIF)))


TEMPLATES = {
    "certificate_classic": Template("diagnosis_certificate", *A5_WIDE, certificate_classic),
    "certificate_system": Template("diagnosis_certificate", *A4, certificate_system),
    "certificate_chronic": Template("diagnosis_certificate", *A4, certificate_chronic),
    "outpatient_record": Template("outpatient_record", *A4, outpatient_record),
    "outpatient_booklet": Template("outpatient_record", *A5, outpatient_booklet),
    "outpatient_special": Template("outpatient_record", *A4, outpatient_special),
    "prescription_western": Template("prescription", *A5, prescription_western),
    "prescription_internet": Template("prescription", 794, 760, prescription_internet),
    "prescription_slip": Template("prescription", 320, 660, prescription_slip),
    "referral_form": Template("referral_letter", *A4, referral_form),
    "referral_letter": Template("referral_letter", *A4, referral_letter),
}
