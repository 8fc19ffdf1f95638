"""Stays: three discharge papers and two front pages of county and township hospitals."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.templates.develop.grove_base import (
    MATRIX,
    Template,
    clock,
    d,
    day,
    digits,
    doctor,
    local,
    short,
    spaced,
)
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, fs, page, seal, sign

CASES: tuple[tuple[str, tuple[str, ...], str, str, str], ...] = (
    ("心血管内科", ("高血压病3级 很高危", "冠状动脉粥样硬化性心脏病 心功能Ⅱ级", "高脂血症"), "反复头昏、胸闷6+年，加重2+天", "神清，BP 178/102mmHg，双肺呼吸音清，未闻及干湿啰音，HR 82次/分，律齐，各瓣膜区未闻及杂音，双下肢无水肿。", "苯磺酸氨氯地平片 5mg qd、厄贝沙坦片 150mg qd、阿托伐他汀钙片 20mg qn"),
    ("内分泌代谢科", ("2型糖尿病", "糖尿病性周围神经病", "糖尿病肾病Ⅲ期"), "口干、多饮12+年，四肢麻木半年", "神清，精神差，T 36.5℃，BP 134/82mmHg，心肺腹查体未见明显异常，双足背动脉搏动减弱，10g尼龙丝试验（+）。", "门冬胰岛素30注射液 早16U 晚12U 皮下注射、盐酸二甲双胍片 0.5g tid、甲钴胺片 0.5mg tid"),
    ("呼吸内科", ("慢性阻塞性肺疾病伴有急性下呼吸道感染", "慢性肺源性心脏病", "Ⅱ型呼吸衰竭"), "反复咳嗽、咳痰、喘累10+年，复发加重1周", "唇绀，桶状胸，双肺呼吸音减低，可闻及散在哮鸣音及湿啰音，HR 102次/分，双下肢轻度凹陷性水肿。", "布地格福吸入气雾剂 2吸 bid、氨茶碱缓释片 0.1g bid"),
    ("肾病学科", ("慢性肾脏病5期", "肾性贫血", "肾性高血压"), "发现血肌酐升高4年，规律透析1年", "贫血貌，左前臂动静脉内瘘震颤良好，BP 156/94mmHg，双肺底少许湿啰音，颜面及双下肢浮肿。", "重组人促红素注射液 10000U 每周1次、碳酸钙D3片 1片 tid、硝苯地平控释片 30mg bid"),
    ("神经内科", ("脑梗死恢复期", "高血压病2级 很高危"), "右侧肢体活动不灵、言语含糊2月", "神清，不完全运动性失语，右侧鼻唇沟变浅，右侧肢体肌力4级，肌张力稍高，右侧巴氏征（+）。", "阿司匹林肠溶片 100mg qd、瑞舒伐他汀钙片 10mg qn"),
)  # fmt: skip


def _xuanhan(dice: random.Random) -> str:
    p = local(dice, "川")
    _, ills, complaint, signs, drugs = dice.choice(CASES)
    ills = tuple(ills[: dice.randint(1, len(ills))])
    came = day(dice)
    stayed = dice.randint(5, 23)
    left = came + dt.timedelta(days=stayed)
    style = dice.choice(("-", "年0", "."))
    writer = doctor(dice)
    hosp = short(p.place) + dice.choice(("人民医院", "中医医院", "第二人民医院"))
    number = digits(dice, dice.choice((8, 10)))

    def para(head: Any, body: Any) -> str:
        return f'<p style="margin:5px 0"><b>{head}</b>{body}</p>'

    told = "<br>".join(f"　　{n}、{f('diagnosis', x)}" for n, x in enumerate(ills, 1))
    body = f"""
    <div style="display:flex;justify-content:space-between;font-size:13px;border-bottom:1px solid #000"><span>{f("hospital_name", hosp)}</span><span>姓名：{f("patient_name", p.name)}</span><span>住院号：{f("record_number", number)}</span><span>第 1 页</span></div>
    <h1 style="font-size:22px;letter-spacing:14px;margin:16px 0 10px">出院记录</h1>
    <div style="columns:2;column-gap:40px">
    <div>姓　　名：{spaced(p.name)}</div><div>性　　别：{f("sex", p.sex)}</div><div>年　　龄：{f("age", p.age_on(came), f"{p.age_on(came)}岁")}</div><div>婚姻状况：已婚</div><div>职　　业：{dice.choice(("农民", "退（离）休人员", "无业人员", "其他"))}</div>
    <div>出　生　地：{p.place.province}{p.place.county}</div><div>现　住　址：{f("address", p.address)}</div><div>民　　　族：{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</div><div>病史陈述者：患者本人</div><div>可靠程度：可靠</div></div>
    <div style="border-top:1px dashed #555;margin-top:6px;padding-top:4px">入院时间：{d("admission_date", came, style, " " + clock(dice))}　　　出院时间：{d("discharge_date", left, style, " " + clock(dice))}　　　共住院 {stayed} 天</div>
    {para("主　　诉：", complaint + "。")}
    {para("入院情况：", "患者因“" + complaint + f"”入院。{dice.randint(1, 4)}年前曾于外院就诊（具体不详）。既往否认肝炎、结核等传染病史，否认药物过敏史。查体：" + signs)}
    {para("入院诊断：", "；".join(ills))}
    {para("诊疗经过：", f"入院后完善血常规、大小便常规、生化、凝血、心电图、胸部CT等检查。{came:%m-%d}血常规示 WBC {dice.uniform(4, 12):.2f}×10⁹/L，HGB {dice.randint(80, 150)}g/L；肌酐 {dice.randint(60, 700)}μmol/L；钾 {dice.uniform(3, 5.4):.2f}mmol/L。予以对症支持治疗，经{doctor(dice)}主任查房后调整方案，症状逐渐缓解。")}
    <p style="margin:5px 0"><b>出院诊断：</b><br>{told}</p>
    {para("治疗结果：", "□治愈　☑好转　□未愈　□死亡　□其他")}
    {para("出院情况：", "患者未诉特殊不适，精神、饮食、睡眠可，二便正常。")}
    {para("出院医嘱：", f"1、院外继续服药：{drugs}；2、低盐低脂饮食，勿自行停药；3、{dice.choice(('半月', '1月', '2周'))}后我科门诊复查，不适随诊。科室电话：08{digits(dice, 2)}-{digits(dice, 7)}")}
    <div style="margin-top:26px;text-align:right;line-height:2">经治医师：{f("physician_name", writer)} / {sign("physician", writer, dice)}<br>{d("sign_date", left, style, " " + clock(dice))}</div>
    <div style="position:absolute;left:60px;right:60px;bottom:26px;border-top:1px solid #000;font-size:12px;display:flex;justify-content:space-between"><span>打印人：{doctor(dice)}</span><span>打印时间：{left + dt.timedelta(days=dice.randint(1, 40))} {clock(dice, True)}</span><span>1/1</span></div>
    {seal(hosp, "病案复印专用章", size=150, at=(dice.randint(90, 300), 880), turn=dice.uniform(-15, 15)) if dice.random() < 0.7 else ""}"""
    return page(body, font=dice.choice((SONG, MICRO)), size=14, pad="34px 60px")


def _township(dice: random.Random) -> str:
    p = local(dice, "黔")
    _, ills, complaint, signs, drugs = dice.choice(CASES)
    ills = ills[:2]
    came = day(dice)
    stayed = dice.randint(3, 11)
    left = came + dt.timedelta(days=stayed)
    hosp = short(p.place) + dice.choice(
        ("忠诚镇中心卫生院", "抄乐镇卫生院", "草海镇卫生院", "寨蒿镇中心卫生院")
    )

    def u(s: Any, w: int = 90) -> str:
        return f'<span class="m" style="display:inline-block;min-width:{w}px;border-bottom:1px solid #222;padding:0 6px;line-height:1.2">{s}</span>'

    head = dice.choice(("农医证号", "医疗证号", "合医证号"))
    body = f"""
    <h2 style="font-size:21px;font-family:{SONG}">{f("hospital_name", hosp)}</h2><h2 style="font-size:25px;letter-spacing:16px;margin:6px 0 4px">出院小结</h2>
    <div style="display:flex;justify-content:space-between;font-size:14px"><span>{head} {u(f("card_number", digits(dice, 12)), 150)}</span><span>住院号 {u(f("record_number", f"{came.year}{digits(dice, 5)}"))}</span></div>
    <div style="border:2px solid #000;padding:10px 14px;line-height:2.05">
    姓名{u(f("patient_name", p.name))}性别{u(f("sex", p.sex), 40)}年龄{u(f("age", p.age_on(came)), 40)}岁 民族{u(f("ethnicity", p.ethnicity), 50)}职业{u("农民" if dice.random() < 0.7 else "", 70)}床号{u(str(dice.randint(1, 30)), 30)}<br>
    住址{u(f("address", p.address), 330)}电话{u(f("phone", p.phone) if dice.random() < 0.7 else "", 130)}<br>
    入院日期{u(f'<span data-field="admission_date" data-value="{came}">{came.year} 年 {came.month:02d} 月 {came.day:02d} 日</span>', 160)}出院日期{u(f'<span data-field="discharge_date" data-value="{left}">{left.year} 年 {left.month:02d} 月 {left.day:02d} 日</span>', 160)}住院{u(str(stayed), 30)}天
    </div>
    <table class="g" style="margin-top:-2px;border:2px solid #000;font-size:15px">
    <tr><td style="width:34px" class="c">入院时情况</td><td class="m" style="height:150px;vertical-align:top">{complaint}。{signs}</td></tr>
    <tr><td class="c">住院经过及检查结果</td><td class="m" style="height:210px;vertical-align:top">入院后予一级护理、低盐饮食，静滴{dice.choice(("丹参注射液", "头孢呋辛钠", "血栓通"))}等治疗{stayed - 1}天。心电图：窦性心律，ST-T改变。随机血糖 {dice.uniform(5, 16):.1f}mmol/L，尿蛋白（{dice.choice(("-", "+", "±"))}）。</td></tr>
    <tr><td class="c">出院诊断</td><td class="m" style="height:90px;vertical-align:top">{fs("diagnosis", ills, "　 ", True)}</td></tr>
    <tr><td class="c">出院时情况</td><td class="m" style="height:70px;vertical-align:top">一般情况可，症状缓解。　<span style="font-family:{SONG}">疗效：治愈 □　好转 √　无效 □　转院 □</span></td></tr>
    <tr><td class="c">出院医嘱</td><td class="m" style="height:130px;vertical-align:top">①{drugs}<br>②慎起居，忌烟酒，定期到村卫生室测血压血糖<br>③如病情变化请及时到上级医院就诊</td></tr></table>
    <div style="display:flex;justify-content:space-between;margin-top:14px"><span>科主任 ____________</span><span>医师 {sign("physician", doctor(dice) if dice.random() < 0.8 else None, dice)}</span><span>填写日期　　　年　　月　　日</span></div>
    <div style="font-size:12px;margin-top:10px">注：本小结一式二份，一份交患者保存，一份随病历归档。　　{p.place.county}卫生和计划生育局监制</div>
    {seal(hosp, size=142, at=(dice.randint(420, 560), dice.randint(850, 900)), turn=dice.uniform(-20, 20))}"""
    return page(body, MATRIX, size=15, pad="40px 52px")


def _within(dice: random.Random) -> str:
    p = local(dice, "新")
    _, ills, complaint, signs, drugs = dice.choice(CASES)
    ills = ills[: dice.randint(1, 3)]
    came = day(dice)
    left = came + dt.timedelta(days=dice.randint(6, 16))
    hosp = dice.choice(
        (
            f"{p.place.county}人民医院",
            f"新疆生产建设兵团第{dice.choice('三四六')}师医院",
            f"{p.place.county}维吾尔医医院",
        )
    )
    style = dice.choice(("-", "/", "年"))

    def td(k: Any, v: Any, span: int = 1) -> str:
        return f'<td style="background:#f2f2f2;width:84px">{k}</td><td colspan="{span}">{v}</td>'

    kind = dice.choice(("城乡居民基本医疗保险", "城镇职工基本医疗保险"))
    body = f"""
    <div class="c" style="font-size:19px;font-weight:600">{f("hospital_name", hosp)}</div><div class="c" style="font-size:17px;margin-bottom:8px">患者出院小结（交患者）</div>
    <table class="g">
    <tr>{td("患者姓名", f("patient_name", p.name))}{td("病案号", f("record_number", "ZY" + digits(dice, 8)))}</tr>
    <tr>{td("性别/年龄", f("sex", p.sex) + " / " + f("age", p.age_on(came), f"{p.age_on(came)} 岁"))}{td("费用类别", f("insurance_type", "resident" if "居民" in kind else "employee", kind))}</tr>
    <tr>{td("身份证号", f("id_number", p.id_number))}{td("民族", f("ethnicity", p.ethnicity, p.ethnicity + "族"))}</tr>
    <tr>{td("入院日期", d("admission_date", came, style))}{td("入院科室", dice.choice(("内一科", "急诊医学科", "内二科")))}</tr>
    <tr>{td("出院日期", d("discharge_date", left, style))}{td("出院科室", f("department", dice.choice(("内一科（心血管、内分泌）", "综合内科", "内二科"))))}</tr>
    <tr><td style="background:#f2f2f2">主诉</td><td colspan="3">{complaint}</td></tr>
    <tr><td style="background:#f2f2f2">主要体征及<br>阳性检查</td><td colspan="3">{signs}心脏彩超：左室舒张功能减退，EF {dice.randint(42, 66)}%。</td></tr>
    <tr><td style="background:#f2f2f2">出院诊断<br>(ICD-10)</td><td colspan="3" style="padding:0"><table style="border:0"><tr><td style="border-width:0 1px 1px 0">类别</td><td style="border-width:0 1px 1px 0">诊断名称</td><td style="border-width:0 1px 1px 0">编码</td><td style="border-width:0 0 1px 0">入院病情</td></tr>
    {"".join(f'<tr><td style="border-width:0 1px 0 0">{"主要诊断" if n == 0 else "其他诊断"}</td><td style="border-width:0 1px 0 0">{f("diagnosis", x)}</td><td style="border-width:0 1px 0 0">{dice.choice("EIJNK")}{dice.randint(10, 79)}.{dice.randint(0, 9)}0{dice.randint(0, 9)}</td><td style="border-width:0">有</td></tr>' for n, x in enumerate(ills))}</table></td></tr>
    <tr><td style="background:#f2f2f2">手术/操作</td><td colspan="3">{dice.choice(("无", "—", "未行手术及有创操作"))}</td></tr>
    <tr><td style="background:#f2f2f2">诊治简况</td><td colspan="3">入院后予一级护理，完善相关检查，排除禁忌后给予改善循环、营养神经、调节血糖血脂等综合治疗。住院期间未输血，未发生院内感染及压疮。</td></tr>
    <tr><td style="background:#f2f2f2">离院方式</td><td colspan="3">1.医嘱离院 ■　2.医嘱转院 □　3.转社区/乡镇卫生院 □　4.非医嘱离院 □　5.死亡 □</td></tr>
    <tr><td style="background:#f2f2f2">出院带药</td><td colspan="3">{drugs}</td></tr>
    <tr><td style="background:#f2f2f2">健康指导</td><td colspan="3">清淡饮食，少食馕、奶茶、抓饭等高盐高脂食物；{dice.choice(("7天", "14天", "1个月"))}后门诊复诊；随访护士：{doctor(dice)}，随访电话 099{digits(dice, 1)}-{digits(dice, 7)}</td></tr>
    <tr><td style="background:#f2f2f2">主治医师</td><td>{f("physician_name", doctor(dice))}</td><td style="background:#f2f2f2">责任护士</td><td>{doctor(dice)}</td></tr></table>
    <p style="margin:10px 0 0">以上内容本人（家属）已知晓。患者或家属签字：____________　关系：________　日期：____年__月__日</p>
    {seal(hosp, "出院专用章", shape=dice.choice(("circle", "ellipse")), colour=dice.choice(("red", "red", "blue")), size=150, at=(520, dice.randint(780, 860)), turn=dice.uniform(-9, 9))}"""
    return page(body, font=dice.choice((SONG, HEI)), size=14, pad="40px 50px")


def _front(dice: random.Random, tcm: bool = False) -> str:
    p = local(dice, "滇" if tcm else "豫")
    dept, ills, *_ = dice.choice(CASES)
    came = day(dice)
    stayed = dice.randint(6, 20)
    left = came + dt.timedelta(days=stayed)
    hosp = short(p.place) + ("中医医院" if tcm else dice.choice(("人民医院", "第一人民医院", "中心医院")))

    def a(s: Any) -> str:
        return f'<span style="border-bottom:1px solid #000;padding:0 4px">{s or "-"}</span>'

    def k(n: Any) -> str:
        return f'<span style="border:1px solid #000;padding:0 4px;margin:0 2px;line-height:1">{n}</span>'

    def line(s: Any) -> str:
        return f'<div style="border-bottom:1px solid #000;padding:3px 4px">{s}</div>'

    western = [
        f'<tr><td>{"主要诊断：" if n == 0 else "其他诊断：" if n == 1 else "　　　　　"}{f("diagnosis", x)}</td><td>{dice.choice("EIJN")}{dice.randint(10, 79)}.{dice.randint(0, 9)}00</td><td class="c">1</td></tr>'
        for n, x in enumerate(ills)
    ]
    chinese = '<tr><td>主病：' + f("diagnosis", "眩晕病") + '</td><td>A17.07</td><td class="c">1</td></tr><tr><td>主证：' + f("diagnosis", "肝阳上亢证") + '</td><td>B04.02.01.03</td><td class="c">1</td></tr>' if tcm else ""  # fmt: skip
    blank = "<tr><td>　</td><td></td><td></td></tr>" * dice.randint(5, 8)
    pay = dice.choice((1, 2))
    body = f"""
    <div style="display:flex;justify-content:space-between"><span>医疗机构：{f("hospital_name", hosp)}</span><span>（组织机构代码：{digits(dice, 8)}-{digits(dice, 1)}）</span></div>
    <h1 style="font-size:22px;letter-spacing:6px">{"中医住院病案首页" if tcm else "住院病案首页"}</h1>
    <div style="display:flex;justify-content:space-between"><span>医疗付费方式：{k(pay)}</span><span>健康卡号：{f("card_number", digits(dice, 12)) if dice.random() < 0.4 else "-"}</span><span>第 {dice.randint(1, 6)} 次住院</span><span>病案号：{f("record_number", digits(dice, 8))}</span></div>
    <div style="border:1px solid #000;border-bottom:0">
    {line(f"姓名 {a(f('patient_name', p.name))} 性别 {k(1 if p.sex == '男' else 2)} 1.男 2.女　出生日期 {a(d('birth_date', p.born, 'split'))}　年龄 {a(f('age', p.age_on(came), f'{p.age_on(came)}岁'))} 国籍 {a('中国')}")}
    {line("（年龄不足1周岁的）年龄 ___-___ 月　新生儿出生体重 ___-___ 克　新生儿入院体重 ___-___ 克")}
    {line(f"出生地 {a(p.place.province + p.place.city)}　籍贯 {a(p.place.province)}　民族 {a(f('ethnicity', p.ethnicity, p.ethnicity + '族'))}")}
    {line(f"身份证号 {a(f('id_number', p.id_number))}　职业 {a('农民')}　婚姻 {k(2)} 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他")}
    {line(f"现住址 {a(f('address', p.address))}　电话 {a(f('phone', p.phone))}　邮编 {a(p.place.code[:4] + '00')}")}
    {line(f"户口地址 {a(p.address if dice.random() < 0.5 else '同上')}　邮编 {a('-')}")}
    {line(f"工作单位及地址 {a('无')}　单位电话 {a('-')}　邮编 {a('-')}")}
    {line(f"联系人姓名 {a(doctor(dice))} 关系 {a(dice.choice(('子', '女', '配偶')))} 地址 {a(p.place.county + '石桥镇')} 电话 {a('139' + digits(dice, 8))}")}
    {line(f"入院途径 {k(2)} 1.急诊 2.门诊 3.其他医疗机构转入 9.其他" + (f"　治疗类别 {k('1.1')} 1.中医（1.1中医 1.2民族医）2.中西医 3.西医" if tcm else ""))}
    {line(f"入院时间 {a(d('admission_date', came, 'split', ' ' + clock(dice)[:2] + ' 时'))} 入院科别 {a(dept)} 病房 {a(dice.randint(2, 18))} 转科科别 {a('-')}")}
    {line(f"出院时间 {a(d('discharge_date', left, 'split', ' ' + clock(dice)[:2] + ' 时'))} 出院科别 {a(f('department', dept))} 病房 {a(dice.randint(2, 18))} 实际住院 {a(stayed)} 天")}
    {line(f"门（急）诊诊断{'（西医诊断）' if tcm else ''} {a(ills[0])}　疾病编码 {a('-')}")}
    </div>
    <table class="g" style="margin-top:-1px"><tr><td class="c">出院{"中西医" if tcm else ""}诊断</td><td class="c" style="width:130px">疾病编码</td><td class="c" style="width:76px">入院病情</td></tr>{chinese}{"".join(western)}{blank}<tr><td colspan="3" style="font-size:11px">入院病情：1.有　2.临床未确定　3.情况不明　4.无</td></tr></table>
    <div style="border:1px solid #000;border-width:0 1px">
    {line(f"损伤、中毒的外部原因 {a('-')}　疾病编码 {a('-')}")}
    {line(f"病理诊断 {a('-')}　疾病编码 {a('-')}　病理号 {a('-')}")}
    {line(f"药物过敏 {k(1)} 1.无 2.有，过敏药物：{a('-')}　死亡患者尸检 {k('-')} 1.是 2.否")}
    {line(f"血型 {k(dice.randint(1, 6))} 1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh {k(dice.choice((2, 4)))} 1.阴 2.阳 3.不详 4.未查")}
    {line(f"科主任 {a(f('physician_name', doctor(dice)))}　主任（副主任）医师 {a(f('physician_name', doctor(dice)))}　主治医师 {a(f('physician_name', doctor(dice)))}　住院医师 {a(f('physician_name', doctor(dice)))}")}
    {line(f"责任护士 {a(doctor(dice))}　进修医师 {a('-')}　实习医师 {a('-')}　编码员 {a(doctor(dice))}")}
    {line(f"病案质量 {k(1)} 1.甲 2.乙 3.丙　质控医师 {a('-')}　质控护士 {a(doctor(dice))}　质控日期 {a(str(left + dt.timedelta(days=2)))}")}
    </div>
    <div style="font-size:11px;margin-top:3px">说明：（一）医疗付费方式 1.城镇职工基本医疗保险 2.城镇居民基本医疗保险 3.新型农村合作医疗 4.贫困救助 5.商业医疗保险 6.全公费 7.全自费 8.其他社会保险 9.其他</div>"""
    body = body.replace(
        k(pay),
        f(
            "insurance_type",
            "employee" if pay == 1 else "resident",
            str(pay),
            style="border:1px solid #000;padding:0 4px",
        ),
        1,
    )
    code = k(1 if p.sex == "男" else 2) + " 1.男"
    body = body.replace(
        code,
        f("sex", p.sex, "1" if p.sex == "男" else "2", style="border:1px solid #000;padding:0 4px") + " 1.男",
        1,
    )
    return page(body, font=dice.choice((SONG, SONG, MICRO)), size=13, pad="36px 42px")


def _tcm(dice: random.Random) -> str:
    return _front(dice, tcm=True)


TEMPLATES: dict[str, Template] = {
    "grove-discharge_summary-xuanhan": Template("discharge_summary", 794, 1123, _xuanhan),
    "grove-discharge_summary-township": Template("discharge_summary", 794, 1123, _township),
    "grove-discharge_summary-frontier": Template("discharge_summary", 794, 1123, _within),
    "grove-inpatient_front_page-county": Template("inpatient_front_page", 794, 1123, _front),
    "grove-inpatient_front_page-herbal": Template("inpatient_front_page", 794, 1123, _tcm),
}
