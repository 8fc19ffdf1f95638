"""Papers of a stay: a day's admission and discharge in one, a carbon slip, a long record, a Chinese medicine house's, a front page."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.town_base import NEEDLES, on, under

UMING = "'AR PL UMing CN',serif"


def _one_day(dice: random.Random) -> str:
    """24小时内入出院记录: labels bold in the running text, admission and discharge the same or the next day."""
    a = t.who(dice, "黑", 25)
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    came = t.date(dice)
    went = t.after(came, dice.choice((0, 1)))
    name, title = t.doctor(dice), dice.choice(("主治医师", "住院医师", "副主任医师"))
    style = dice.choice(("-", "年0", "年"))
    pair: Callable[..., str] = lambda k, v: f'<div style="width:50%">{k}：{v}</div>'
    return page(
        f"""<div style="text-align:center;font-size:21px">{f("hospital_name", home)}</div><h1 style="font-size:23px;margin:4px 0 10px">24小时内入出院记录</h1>
<div style="display:flex;justify-content:space-between;border-bottom:1px solid #222;font-size:14px"><span>姓名：{f("patient_name", a.name)}</span><span>科室：{f("department", one.ward)}</span><span>床号：{dice.randint(1, 60)}</span><span>住院号：{f("record_number", t.digits(dice, 10))}</span></div>
<div style="display:flex;flex-wrap:wrap;line-height:2;margin-top:8px">{pair("性　　别", f("sex", a.sex))}{pair("职　　业", dice.choice(("农民", "退休", "职员", "无")))}{pair("年　　龄", f("age", a.age(came), f"{a.age(came)}岁"))}{pair("婚姻状况", "已婚")}{pair("入院时间", on("admission_date", came, style, f"08:{dice.randint(10, 59)}"))}{pair("出院时间", on("discharge_date", went, style, f"16:{dice.randint(10, 59)}" if went == came else f"07:{dice.randint(10, 59)}"))}{pair("身份证号", f("id_number", a.number))}{pair("现 住 址", f("address", a.address))}</div>
<p style="margin:10px 0 0"><b>主　　诉：</b>{one.complaint}。</p><p style="margin:6px 0 0"><b>入院情况：</b>{one.story}查体：T 36.{dice.randint(1, 8)}℃，P {dice.randint(62, 98)}次/分，R 18次/分，BP {dice.randint(118, 168)}/{dice.randint(66, 98)}mmHg。神志清，双肺呼吸音清，心律齐，腹软无压痛。</p>
<p style="margin:6px 0 0"><b>入院诊断：</b>{fs("diagnosis", names, "　", True)}</p><p style="margin:6px 0 0"><b>诊疗经过：</b>入院后完善血常规、心电图等检查，给予对症治疗后症状缓解。患者及家属要求出院，已告知风险并签字。</p><p style="margin:6px 0 0"><b>出院情况：</b>生命体征平稳，一般状态可。</p>
<p style="margin:6px 0 0"><b>出院诊断：</b>{fs("diagnosis", names, "　", True)}</p><p style="margin:6px 0 0"><b>出院医嘱：</b>1.{dice.choice(("低盐低脂饮食", "清淡饮食，避免劳累"))}；2.按时服药；3.一周后门诊复查；4.不适随诊。</p>
<div style="margin:36px 20px 0 0;text-align:right;line-height:2.2">医师签名：{f("physician_name", name)}（{f("physician_title", title)}）{sign("physician", name if dice.random() < 0.7 else None, dice)}<br>{on("sign_date", went, style)}</div>
<div style="position:absolute;left:0;right:0;bottom:34px;text-align:center;font-size:13px">第 1 页</div>{seal(home, "病案管理科", size=134, at=(92, 860), turn=dice.uniform(-16, 16), colour=dice.choice(("red", "red", "grey")))}""",
        font=dice.choice((SONG, UMING, HEI)),
        size=16,
        pad="50px 74px",
    )


def _slip(dice: random.Random) -> str:
    """出院小结 on a pink carbon slip of half a sheet: a needle's print a little beside the printed lines."""
    a = t.who(dice, "桂", 30)
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    came = t.date(dice)
    went = t.after(came, dice.randint(4, 16))
    ink = "color:#26324d;font-family:'WenQuanYi Zen Hei Mono',monospace"
    typed: Callable[..., str] = lambda v, w: under(
        f'<span style="{ink}">{v}</span>', w, "text-align:left;padding-left:4px"
    )
    name = t.doctor(dice)
    style = dice.choice((".", "-"))
    return page(
        f"""<div style="display:flex;justify-content:space-between;color:#8a1f30"><span style="font-size:12px">第二联：病人</span><span style="font-size:19px;font-weight:600">{f("hospital_name", home)}出院小结</span><span style="font-size:13px">No {t.digits(dice, 7, "0")}</span></div>
<div style="line-height:2.05;margin-top:10px">姓名 {typed(f("patient_name", a.name), 82)} 性别 {typed(f("sex", a.sex), 34)} 年龄 {typed(f("age", a.age(came)), 38)} 科别 {typed(f("department", one.ward), 150)} 住院号 {typed(f("record_number", t.digits(dice, 6)), 78)}<br>
入院日期 {typed(on("admission_date", came, style), 106)} 出院日期 {typed(on("discharge_date", went, style), 106)} 住院天数 {typed(str((went - came).days), 40)}<br>入院诊断 {typed(f("diagnosis", names[0]), 560)}<br>出院诊断 {typed(fs("diagnosis", names, " / "), 560)}<br>
治疗结果 □治愈 ☑好转 □未愈 □其他　　手术名称 {typed("无", 180)}</div>
<div style="margin-top:6px">住院经过：<span style="{ink};line-height:1.75">{one.complaint}入院。{one.story}予对症治疗{(went - came).days}天，症状好转出院。</span></div><div style="margin-top:6px">出院带药及注意事项：<span style="{ink}">{dice.choice(("按原方案服药，监测血压血糖，两周后复诊。", "注意休息，避免受凉，定期门诊随诊。"))}</span></div>
<div style="position:absolute;left:40px;right:40px;bottom:28px;display:flex;justify-content:space-between"><span>主管医生 {typed(f("physician_name", name), 90)}</span><span>签名 {sign("physician", name, dice)}</span><span>{on("sign_date", went, "年 ", "", ink)}</span></div>{seal(home, "出院专用章", size=112, at=(590, 300), turn=dice.uniform(-18, 18), ink=0.6)}""",
        f"body{{background:#fdeef0}}{NEEDLES}",
        font=SONG,
        size=15,
        pad="24px 40px",
    )


def _long(dice: random.Random) -> str:
    """A long record with a header table, other days in its story, operations and consultations, printed names of three doctors."""
    a = t.who(dice, "川", 35)
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    came = t.date(dice)
    went = t.after(came, dice.randint(6, 21))
    first, second = t.doctor(dice), t.doctor(dice)
    mid = t.after(came, 2)
    extra = dice.sample(
        (
            "高尿酸血症",
            "轻度贫血",
            "低钾血症",
            "前列腺增生症" if a.sex == "男" else "绝经后骨质疏松",
            "慢性浅表性胃炎",
        ),
        dice.randint(1, 3),
    )
    every = (*names, *extra)
    part: Callable[..., str] = lambda k, v: (
        f'<div style="margin-top:7px"><span style="font-weight:600">{k}</span><div style="text-indent:2em">{v}</div></div>'
    )
    style = dice.choice(("-", "年0", "/0"))
    return page(
        f"""<div style="display:flex;justify-content:space-between;font-size:12px;border-bottom:1px solid #000"><span>{home}</span><span>姓名：{f("patient_name", a.name)}　病案号：{f("record_number", t.digits(dice, 8))}</span></div>
<div class="c" style="font-size:21px;font-weight:600;margin-top:10px">{f("hospital_name", home)}</div><div class="c" style="font-size:21px;font-weight:600;letter-spacing:12px">出院记录</div>
<table class="g" style="font-size:14px;margin-top:8px"><tr><td>性别</td><td>{f("sex", a.sex)}</td><td>年龄</td><td>{f("age", a.age(came), f"{a.age(came)}岁")}</td><td>民族</td><td>{f("ethnicity", a.person.ethnicity)}</td><td>科别</td><td>{f("department", one.ward)}</td></tr><tr><td colspan="2">入院日期</td><td colspan="2">{on("admission_date", came, style)}</td><td colspan="2">出院日期</td><td colspan="2">{on("discharge_date", went, style)}　共{(went - came).days}天</td></tr></table>
{part("入院诊断", fs("diagnosis", names, "；"))}{part("入院时主要症状及体征", f"{one.complaint}。{one.story}")}{part("主要检查结果", f"{t.show(came, style)}血常规：WBC {dice.uniform(4, 11):.2f}×10^9/L，HGB {dice.randint(92, 150)}g/L；{t.show(mid, style)}胸部CT：双肺下叶少许慢性炎症；肌酐 {dice.randint(60, 210)}μmol/L，尿酸 {dice.randint(260, 540)}μmol/L。")}
{part("住院经过及治疗", f"入院后予一级护理，完善相关检查。{t.show(mid, style)}请{dice.choice(('心内科', '神经内科', '营养科'))}{people.name(dice, '男')}会诊，建议继续目前治疗。经治疗后患者症状逐渐缓解，{t.show(t.after(went, -1), style)}复查指标较前好转，请示上级医师后予以出院。")}
{part("出院诊断", "")}<div style="padding-left:2em;line-height:1.75">{"".join(f"<div>{n}、{f('diagnosis', x)}</div>" for n, x in enumerate(every, 1))}</div>{part("出院时情况", "神清，精神可，生命体征平稳，切口：无。治疗效果：好转。")}{part("出院医嘱", "1、休息两周，避免劳累；2、出院带药：阿托伐他汀钙片20mg qn，遵医嘱服用；3、出院后1月、3月门诊复查；4、如有不适及时就诊，电话：" + t.digits(dice, 7, "2"))}
<div style="margin-top:28px;display:flex;justify-content:space-between;padding:0 10px"><span>主管医师：{f("physician_name", first)} {sign("physician", first, dice, 84)}</span><span>上级医师：{f("physician_name", second)} {sign("physician", second if dice.random() < 0.5 else None, dice, 84)}</span><span>日期：{on("sign_date", went, style)}</span></div>""",
        font=dice.choice((SONG, HEI, MICRO)),
        size=15,
        pad="34px 66px",
    )


_CHINESE = (
    ("眩晕病", "肝阳上亢证"), ("消渴病", "气阴两虚证"), ("肺胀", "痰浊壅肺证"), ("中风病", "气虚血瘀证"), ("胸痹心痛", "心血瘀阻证"), ("痹证", "寒湿痹阻证"),
)  # fmt: skip


def _herbs(dice: random.Random) -> str:
    """A Chinese medicine house of Shandong: diseases of both medicines in a table, columns side by side, decoctions."""
    a = t.who(dice, "鲁", 35)
    home = dice.choice((f"{a.place.county}中医院", f"{a.place.city}第二中医院", f"{a.place.city}中医医院"))
    one, names = t.ill(dice)
    sick, sort = dice.choice(_CHINESE)
    came = t.date(dice)
    went = t.after(came, dice.randint(7, 18))
    name, title = t.doctor(dice), dice.choice(("主治医师", "副主任医师", "主任医师"))
    style = dice.choice((".", "年", "-"))
    label = 'class="c" style="background:#f3f3f3;width:86px"'
    return page(
        f"""<div class="c" style="font-size:24px;font-family:{KAI}">{f("hospital_name", home)}</div><div class="c" style="font-size:20px;margin-bottom:8px">出　院　小　结</div>
<table class="g"><tr><td {label}>姓名</td><td>{f("patient_name", a.name)}</td><td {label}>性别</td><td>{f("sex", a.sex)}</td><td {label}>年龄</td><td>{f("age", a.age(came), f"{a.age(came)}岁")}</td></tr>
<tr><td {label}>科室</td><td>{f("department", dice.choice(("脑病科", "肺病科", "内分泌科（治未病）", "心病科", "康复科")))}</td><td {label}>住院号</td><td>{f("record_number", t.digits(dice, 6, "00"))}</td><td {label}>病房床位</td><td>{dice.randint(301, 920)}室{dice.randint(1, 6)}床</td></tr>
<tr><td {label}>入院时间</td><td colspan="2">{on("admission_date", came, style)}</td><td {label}>出院时间</td><td colspan="2">{on("discharge_date", went, style)}</td></tr>
<tr><td {label} rowspan="2">入院<br>诊断</td><td class="c">中医</td><td colspan="4">{f("diagnosis", f"{sick}（{sort}）")}</td></tr><tr><td class="c">西医</td><td colspan="4">{fs("diagnosis", names, "<br>", True)}</td></tr>
<tr><td {label} rowspan="2">出院<br>诊断</td><td class="c">中医</td><td colspan="4">{f("diagnosis", f"{sick}（{sort}）")}</td></tr><tr><td class="c">西医</td><td colspan="4">{fs("diagnosis", names, "<br>", True)}</td></tr>
<tr><td {label}>入院情况</td><td colspan="5" style="height:110px;vertical-align:top;line-height:1.75">{one.complaint}。{one.story}舌{dice.choice(("淡红，苔薄白，脉弦", "暗红，苔白腻，脉滑", "质紫暗，苔薄，脉细涩"))}。</td></tr>
<tr><td {label}>诊疗经过</td><td colspan="5" style="height:150px;vertical-align:top;line-height:1.75">中医治以{dice.choice(("平肝潜阳、滋补肝肾，方用天麻钩藤饮加减", "益气活血通络，方用补阳还五汤加减", "化痰降气平喘，方用苏子降气汤加减"))}，水煎服，日一剂，早晚分服；配合针刺、艾灸、中药塌渍。西医予改善循环、对症支持治疗。</td></tr>
<tr><td {label}>出院情况</td><td colspan="5">好转，无明显不适，饮食可，二便调。</td></tr><tr><td {label}>出院医嘱</td><td colspan="5" style="height:90px;vertical-align:top;line-height:1.7">①慎起居，畅情志，忌食辛辣肥甘；②继服中药7剂；③原有西药不变；④半月后复诊。</td></tr></table>
<div style="position:relative;margin-top:26px;display:flex;justify-content:space-between"><span>经治医生：{f("physician_name", name)}　{f("physician_title", title)}</span><span>签字：{sign("physician", name, dice)}</span><span>{on("sign_date", went, style)}</span>{seal(home, "病案室", size=122, at=(330, -60), turn=dice.uniform(-14, 14), shape=dice.choice(("circle", "ellipse")))}</div>""",
        font=dice.choice((SONG, UMING)),
        size=15,
        pad="44px 60px",
    )


def _front(dice: random.Random) -> str:
    """The national front page, dense: codes in small boxes before what they mean, kin and unit with numbers of their own."""
    a = t.who(dice, "川", 30)
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    came = t.date(dice)
    went = t.after(came, dice.randint(5, 22))
    extra = dice.sample(("低蛋白血症", "肝囊肿", "慢性胃炎", "白内障", "高脂血症"), dice.randint(0, 3))
    every = (*names, *extra)
    box: Callable[..., str] = lambda v: (
        f'<span style="border:1px solid #333;padding:0 4px;display:inline-block;min-width:16px;text-align:center;line-height:15px">{v}</span>'
    )
    ln: Callable[..., str] = lambda v, w=60: under(v, w)
    code: Callable[..., str] = lambda: (
        f"{dice.choice('EIJKGCMN')}{dice.randint(10, 98)}.{dice.randint(0, 9)}0{dice.randint(0, 9)}"
    )
    kin = people.name(dice, "男")
    sex = f'<span data-field="sex" data-value="{a.sex}">{box("1" if a.sex == "男" else "2")}</span> 1.男 2.女'
    blank = '<td></td><td class="c"></td><td class="c"></td>'
    rows, dx = "", [(f("diagnosis", n), code(), str(dice.randint(1, 2))) for n in every]
    for k in range(7):
        left = (
            f"<td>{'主要诊断：' if k == 0 else '其他诊断：' if k == 1 else ''}{dx[k][0]}</td><td class='c'>{dx[k][1]}</td><td class='c'>{dx[k][2]}</td>"
            if k < len(dx)
            else blank
        )
        rows += f"<tr style='height:23px'>{left}{blank}</tr>"
    doctors = [t.doctor(dice) for _ in range(4)]
    now = dt.datetime.combine(came, dt.time(dice.randint(8, 20)))
    split: Callable[..., str] = lambda field, d, h: (
        f'<span data-field="{field}" data-value="{d.isoformat()}">{ln(str(d.year), 40)}年{ln(str(d.month), 24)}月{ln(str(d.day), 24)}日</span>{ln(str(h), 24)}时'
    )
    return page(
        f"""<div class="c" style="font-size:13px">医疗机构 {ln(f("hospital_name", home), 220)}（组织机构代码：{t.digits(dice, 8)}-{dice.randint(1, 9)}）</div><div style="display:flex;justify-content:space-between;align-items:flex-end"><span>医疗付费方式：{box("9")}</span><span style="font-size:21px;font-weight:600;letter-spacing:4px">住院病案首页</span><span></span></div>
<div style="display:flex;justify-content:space-between"><span>健康卡号：{ln("-", 140)}</span><span>第 {ln(str(dice.randint(1, 4)), 20)} 次住院</span><span>病案号：{ln(f("record_number", t.digits(dice, 8)), 90)}</span></div>
<div style="border:1.4px solid #000;padding:5px 8px;line-height:1.95"><div class="n">姓名 {ln(f("patient_name", a.name), 76)} 性别 {sex} 出生日期 {ln(on("birth_date", a.born, "年"), 120)} 年龄 {ln(f("age", a.age(came), f"{a.age(came)}岁"), 46)} 国籍 {ln("中国", 44)}</div>
<div class="n">（年龄不足1周岁的）年龄 {ln("-", 40)} 月　新生儿出生体重 {ln("-", 50)} 克　新生儿入院体重 {ln("-", 50)} 克</div><div class="n">出生地 {ln(a.place.province + a.place.city, 190)} 籍贯 {ln(a.place.province, 110)} 民族 {ln(f("ethnicity", a.person.ethnicity), 40)}</div>
<div class="n">身份证号 {ln(f("id_number", a.number), 170)} 职业 {ln(dice.choice(("农民", "退(离)休人员", "职员")), 90)} 婚姻 {box("2")} 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他</div><div class="n">现住址 {ln(f("address", a.address), 360)} 电话 {ln(f("phone", a.person.phone), 96)} 邮编 {ln("-", 40)}</div><div class="n">户口地址 {ln(f("address", a.address), 360)} 邮编 {ln("-", 40)}</div>
<div class="n">工作单位及地址 {ln("-", 300)} 单位电话 {ln("-", 80)} 邮编 {ln("-", 40)}</div><div class="n">联系人姓名 {ln(kin, 70)} 关系 {ln(dice.choice(("子", "配偶", "弟")), 40)} 地址 {ln("同上", 200)} 电话 {ln("1" + t.digits(dice, 1, "3") + "0000" + t.digits(dice, 4), 96)}</div>
<div class="n">入院途径 {box("2")} 1.急诊 2.门诊 3.其他医疗机构转入 9.其他</div><div class="n">入院时间 {split("admission_date", came, now.hour)}　入院科别 {ln(f("department", one.ward), 150)} 病房 {ln("", 40)} 转科科别 {ln("", 60)}</div>
<div class="n">出院时间 {split("discharge_date", went, 9)}　出院科别 {ln(f("department", one.ward), 150)} 病房 {ln("", 40)} 实际住院 {ln(str((went - came).days), 28)} 天</div><div class="n">门（急）诊诊断 {ln(f("diagnosis", names[0]), 330)} 疾病编码 {ln(code(), 70)}</div></div>
<table class="g" style="margin-top:-1px"><tr><td class="c" style="width:36%">出院诊断</td><td class="c">疾病编码</td><td class="c" style="width:44px">入院病情</td><td class="c">出院诊断</td><td class="c">疾病编码</td><td class="c" style="width:44px">入院病情</td></tr>{rows}</table>
<div style="border:1.4px solid #000;border-top:0;padding:4px 8px;line-height:1.95">入院病情：1.有 2.临床未确定 3.情况不明 4.无<br>损伤、中毒的外部原因 {ln("-", 250)} 疾病编码 {ln("-", 60)}<br>病理诊断 {ln("-", 250)} 疾病编码 {ln("-", 60)} 病理号 {ln("-", 60)}<br>药物过敏 {box("1")} 1.无 2.有，过敏药物 {ln("-", 120)} 死亡患者尸检 {box("-")} 1.是 2.否<br>血型 {box(dice.choice("1234"))} 1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh {box("2")} 1.阴 2.阳 3.不详 4.未查</div>
<div style="border:1.4px solid #000;border-top:0;padding:4px 8px;line-height:1.95">科主任 {ln("", 70)} 主任（副主任）医师 {ln(f("physician_name", doctors[0]), 70)} 主治医师 {ln(f("physician_name", doctors[1]), 70)} 住院医师 {ln(f("physician_name", doctors[2]), 70)}<br>责任护士 {ln(people.name(dice, "女"), 70)} 进修医师 {ln("-", 60)} 实习医师 {ln("-", 60)} 编码员 {ln(people.name(dice, "女"), 70)}<br>病案质量 {box("1")} 1.甲 2.乙 3.丙　质控医师 {ln(f("physician_name", doctors[3]), 70)} 质控护士 {ln(people.name(dice, "女"), 70)}</div>
{seal(home, "病案复印专用章", size=128, at=(560, 910), turn=dice.uniform(-14, 14), ink=0.55)}""",
        ".g td{padding:1px 4px}.n{white-space:nowrap}",
        font=dice.choice((SONG, UMING)),
        size=13,
        pad="28px 38px",
    )


TEMPLATES: dict[str, Template] = {
    "town-discharge-one-day": Template("discharge_summary", 794, 1123, _one_day),
    "town-discharge-slip": Template("discharge_summary", 794, 480, _slip),
    "town-discharge-long": Template("discharge_summary", 794, 1123, _long),
    "town-discharge-herbs": Template("discharge_summary", 794, 1123, _herbs),
    "town-front-page-dense": Template("inpatient_front_page", 794, 1123, _front),
}
