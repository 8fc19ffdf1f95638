"""The front page of a stay (Xinjiang, Inner Mongolia) and the form for a chronic illness (Gansu, Henan)."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    GS,
    HA,
    NM,
    XJ,
    address,
    clock,
    d,
    date,
    digits,
    dxs,
    line,
    sheet,
    someone,
    stay,
    vary,
)
from benchmarks.reading.templates.develop.html import HEI, SONG, f, seal, sign

CODES = {
    "冠状动脉粥样硬化性心脏病": "I25.103", "不稳定型心绞痛": "I20.000", "心功能Ⅱ级": "I50.902",
    "高血压病3级（很高危）": "I10.x05",
    "2型糖尿病": "E11.900", "高脂血症": "E78.500", "颈动脉粥样硬化": "I70.806",
    "慢性浅表性胃炎": "K29.300", "高尿酸血症": "E79.001",
    "糖尿病肾病G3aA3期": "E11.202", "糖尿病周围神经病变": "E11.402", "高血压病2级（很高危）": "I10.x04",
    "糖尿病视网膜病变": "E11.303",
    "脂肪肝": "K76.000", "骨质疏松症": "M81.900", "双侧颈动脉斑块形成": "I65.201",
    "脑梗死（左侧基底节区）": "I63.905",
    "高血压病3级（极高危）": "I10.x05", "高同型半胱氨酸血症": "E72.101", "颈动脉硬化伴斑块": "I70.806",
    "脑萎缩": "G31.902",
    "腔隙性脑梗死": "I63.801", "睡眠障碍": "G47.900", "慢性阻塞性肺疾病急性加重": "J44.100",
    "Ⅱ型呼吸衰竭": "J96.901",
    "慢性肺源性心脏病": "I27.900", "高血压病2级": "I10.x04", "肺大疱": "J43.901",
    "双肺支气管扩张": "J47.x00", "前列腺增生": "N40.x00",
    "低钾血症": "E87.600", "电解质紊乱": "E87.801",
}  # fmt: skip


def front(dice: random.Random) -> str:
    """The national front page: lines of labels over a ruled table of diagnoses, persons below."""
    c = stay(dice, dice.choice((XJ, NM)), ("heart", "sugar", "stroke", "lung"), 4)
    p, ill = c.p, c.ill
    hospital = (
        dice.choice(("昌吉州头屯河人民医院", "莎车县叶尔羌人民医院"))
        if p.place.code[:2] == "65"
        else "赤峰市查干沐沦医院"
    )
    home = address(dice, p)
    old = home if dice.random() < 0.6 else address(dice, p)
    pay = {"employee": "城镇职工基本医疗保险", "resident": "城乡居民基本医疗保险"}[p.insurance]
    v: Callable[..., str] = lambda t, w=60: line(t, w)
    sick = [(f("diagnosis", x), CODES[x], dice.choice("1124")) for x in c.dx]
    rest = sick[1:] + [("", "", "")] * (9 - len(sick[1:]))
    cell: Callable[..., str] = lambda t: f"<td>{t[0]}</td><td class='c'>{t[1]}</td><td class='c'>{t[2]}</td>"
    rows = (
        f"<tr><td><b>主要诊断：</b>{sick[0][0]}</td><td class='c'>{sick[0][1]}</td><td class='c'>"
        f"{sick[0][2]}</td>"
    )
    rows += (
        f"<td><b>其他诊断：</b>{rest[4][0]}</td><td class='c'>{rest[4][1]}</td><td class='c'>"
        f"{rest[4][2]}</td></tr>"
    )
    for k in range(4):
        lead = "<b>其他诊断：</b>" if k == 0 else ""
        rows += (
            f"<tr><td>{lead}{rest[k][0]}</td>{cell(rest[k])[len(f'<td>{rest[k][0]}</td>') :]}"
            f"{cell(rest[k + 5])}</tr>"
        )
    head = (
        "<tr class='c'><td>出院诊断</td><td>疾病编码</td><td>入院<br>病情</td><td>出院诊断</td>"
        "<td>疾病编码</td><td>入院<br>病情</td></tr>"
    )
    kin = c.doctors[5]
    come = d("admission_date", c.start, "年0", clock(dice)[:2] + "时")
    gone = d("discharge_date", c.end, "年0", clock(dice)[:2] + "时")
    body = f"""<div style="display:flex;justify-content:space-between"><span>医疗机构：
{f("hospital_name", hospital)}</span>
<span>（组织机构代码：{digits(dice, 8)}-{dice.randint(0, 9)}）</span></div>
<h1 style="font-size:23px;letter-spacing:10px;margin:4px 0">住院病案首页</h1>
<div class="w"><span>医疗付费方式：{v(f("insurance_type", p.insurance, pay), 130)}</span></div>
<div class="w"><span>健康卡号：{v("-", 110)}</span><span>第{v(str(dice.randint(1, 9)), 24)}次住院</span>
<span>病案号：{v(f("record_number", c.number), 90)}</span></div>
<div style="border:1px solid #000;padding:4px 8px;font-size:12.5px">
<div class="w"><span>姓名{v(f("patient_name", p.name), 100)}</span><span>性别{v(f("sex", p.sex), 40)}</span>
<span>出生日期{v(d("birth_date", p.born, "年"), 110)}</span>
<span>年龄{v(f("age", c.age, f"{c.age}岁"), 44)}</span><span>国籍{v("中国", 50)}</span></div>
<div class="w"><span>（年龄不足1周岁的）年龄{v("-", 40)}月</span><span>新生儿出生体重{v("-", 50)}克</span>
<span>新生儿入院体重{v("-", 50)}克</span></div>
<div class="w"><span>出生地{v(p.place.province + p.place.city + p.place.county, 200)}</span><span>籍贯
{v(p.place.province, 110)}</span>
<span>民族{v(f("ethnicity", p.ethnicity, p.ethnicity + "族"), 64)}</span></div>
<div class="w"><span>身份证号{v(f("id_number", p.id_number), 160)}</span><span>职业
{v(dice.choice(("农民", "退(离)休人员", "职员", "无业人员")), 90)}</span>
<span>婚姻 {v(dice.choice("22134"), 20)} 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他</span></div>
<div class="w"><span>现住址{v(f("address", home), 330)}</span><span>电话{v(f("phone", p.phone), 90)}</span>
<span>邮编{v(digits(dice, 4, p.place.code[:2]), 52)}</span></div>
<div class="w"><span>户口地址{v(f("address", old), 420)}</span><span>邮编
{v(digits(dice, 4, p.place.code[:2]), 52)}</span></div>
<div class="w"><span>工作单位及地址{v("-", 260)}</span><span>单位电话{v("-", 80)}</span><span>邮编
{v("-", 52)}</span></div>
<div class="w"><span>联系人姓名{v(kin, 70)}</span><span>关系{v(dice.choice(("子女", "配偶", "兄弟")), 44)}
</span><span>地址{v("同上", 170)}</span>
<span>电话{v(f"139{digits(dice, 1)}0000{digits(dice, 3)}", 100)}</span></div>
<div class="w"><span>入院途径 {v(dice.choice("12"), 20)} 1.急诊 2.门诊 3.其他医疗机构转入 9.其他</span>
</div>
<div class="w"><span>入院时间{v(come, 140)}</span><span>入院科别{v(f("department", ill.dept), 100)}</span>
<span>病房{v(f"{dice.randint(1, 9)}病区", 50)}</span><span>转科科别{v("-", 50)}</span></div>
<div class="w"><span>出院时间{v(gone, 140)}</span><span>出院科别{v(f("department", ill.dept), 100)}</span>
<span>病房{v(f"{dice.randint(1, 9)}病区", 50)}</span><span>实际住院{v(str(c.days), 34)}天</span></div>
<div class="w"><span>门（急）诊诊断{v(f("diagnosis", c.dx[0]), 280)}</span><span>疾病编码
{v(CODES[c.dx[0]], 80)}</span></div></div>
<table class="g" style="font-size:12.5px;margin-top:-1px">{head}{rows}<tr><td colspan="6">入院病情：1.有，
2.临床未确定，3.情况不明，4.无</td></tr></table>
<div style="border:1px solid #000;border-top:0;padding:4px 8px;font-size:12.5px"><div class="w">
<span>损伤、中毒的外部原因{v("-", 280)}</span><span>疾病编码{v("-", 80)}</span></div>
<div class="w"><span>病理诊断：{v("-", 220)}</span><span>疾病编码{v("-", 80)}</span><span>病理号{v("-", 80)}
</span></div>
<div class="w"><span>药物过敏 {v("1", 20)} 1.无 2.有，过敏药物：{v("-", 150)}</span>
<span>死亡患者尸检 {v("-", 20)} 1.是 2.否</span></div>
<div class="w"><span>血型 {v(dice.choice("1236"), 20)} 1.A 2.B 3.O 4.AB 5.不详 6.未查</span>
<span>Rh {v("4", 20)} 1.阴 2.阳 3.不详 4.未查</span></div></div>
<div style="border:1px solid #000;border-top:0;padding:4px 8px;font-size:12.5px"><div class="w"><span>科主任
{v(f("physician_name", c.doctors[0]), 70)}</span>
<span>主任（副主任）医师{v(f("physician_name", c.doctors[1]), 70)}</span><span>主治医师
{v(f("physician_name", c.doctors[2]), 70)}</span><span>住院医师{v(f("physician_name", c.doctors[3]), 70)}
</span></div>
<div class="w"><span>责任护士{v(c.doctors[4], 70)}</span><span>进修医师{v("-", 70)}</span><span>实习医师
{v("-", 70)}</span><span>编码员{v("-", 70)}</span></div>
<div class="w"><span>病案质量 {v("1", 20)} 1.甲 2.乙 3.丙</span><span>质控医师
{v(f("physician_name", c.doctors[2]), 70)}</span><span>质控护士{v(c.doctors[4], 60)}</span>
<span>质控日期{v(date(c.end + dt.timedelta(days=2), "年"), 100)}</span></div></div>"""
    css = (
        ".w{display:flex;justify-content:space-between;white-space:nowrap;"
        "line-height:2.3}.w:has(>span:only-child){justify-content:flex-start}"
    )
    return sheet(
        body,
        css + ".g td{padding:2px 4px;height:31px}",
        font=dice.choice((SONG, "'AR PL UMing CN'")),
        size=13,
        pad="24px 40px",
    )


LISTS = {
    "heart": "冠心病（含支架术后）", "sugar": "糖尿病伴并发症", "stroke": "脑血管病后遗症",
    "lung": "慢性阻塞性肺疾病", "kidney": "慢性肾功能衰竭（透析）",
    "liver": "肝硬化失代偿期", "joint": "类风湿性关节炎", "tumour": "恶性肿瘤门诊治疗",
}  # fmt: skip
OTHERS = (
    "高血压病Ⅱ级及以上",
    "系统性红斑狼疮",
    "器官移植抗排异治疗",
    "再生障碍性贫血",
    "帕金森病",
    "重症肌无力",
    "结核病",
    "癫痫",
)


def form(dice: random.Random) -> str:
    """The city's form for a chronic illness: ticked lists in a ruled table, the hospital's opinion."""
    place = dice.choice((GS, HA))
    key = dice.choice(tuple(LISTS))
    c = stay(dice, place, (key,), 2)
    p, ill = c.p, c.ill
    asked = c.end + dt.timedelta(days=dice.randint(10, 60))
    names = [*LISTS.values(), *OTHERS]
    dice.shuffle(names)
    tick, empty = dice.choice((("☑", "□"), ("■", "□"), ("√", "□")))
    grid = "".join(
        "<tr>" + "".join(
            f"<td>{tick + f('claimed_disease', x) if x == LISTS[key] else empty + x}</td>"
            for x in names[i : i + 3]
        ) + "</tr>" for i in range(0, len(names), 3)
    )  # fmt: skip
    hospital = (
        dice.choice(("通渭县温泉河人民医院", "定西市渭河源医院"))
        if place is GS
        else dice.choice(("周口市沙颍河医院", "唐河县泗洲中医院"))
    )
    worker = p.insurance == "employee"
    sorts = (
        f"{tick if worker else empty}"
        f"{f('insurance_type', 'employee', '城镇职工') if worker else '城镇职工'}　"
    )
    sorts += (
        f"{empty if worker else tick}{'城乡居民' if worker else f('insurance_type', 'resident', '城乡居民')}"
    )
    agent = someone(dice, place)
    sent = dice.random() < 0.6
    rank = dice.choice(("副主任医师", "主任医师"))
    more = "异地" if dice.random() < 0.3 else "本地"
    stamp = seal(
        hospital, "医疗保险办公室", size=128, at=(dice.randint(150, 360), -14), turn=dice.uniform(-20, 20)
    )
    body = f"""<h1 style="font-size:21px">{p.place.city}基本医疗保险门诊慢特病待遇认定申请表</h1>
<div style="display:flex;justify-content:space-between;margin:6px 0"><span>受理编号：{digits(dice, 10)}
</span><span>就医类型：{more}</span>
<span>申请日期：{d("application_date", asked, "年")}</span></div>
<table class="g"><tr><td class="k">姓　名</td><td>{f("patient_name", p.name)}</td><td class="k">性　别</td>
<td>{f("sex", p.sex)}</td><td class="k">年　龄</td><td>{f("age", p.age_on(asked))}</td>
<td rowspan="4" class="c" style="width:96px;color:#888">一寸<br>免冠照片</td></tr>
<tr><td class="k">证件号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="k">联系电话</td>
<td>{f("phone", p.phone)}</td></tr>
<tr><td class="k">险　种</td><td colspan="3">{sorts}</td><td class="k">参保地</td><td>
{f("insured_place", p.place.county)}</td></tr>
<tr><td class="k">家庭住址</td><td colspan="5">{f("address", address(dice, p))}</td></tr>
<tr><td class="k">代办人</td><td>{f("agent_name", agent.name) if sent else "/"}</td><td class="k">证件号码
</td><td colspan="2">{f("agent_id_number", agent.id_number) if sent else "/"}</td>
<td class="k">代办人电话</td><td>{agent.phone if sent else "/"}</td></tr>
<tr><td class="k">申　请<br>病　种</td><td colspan="6" style="padding:0"><table class="n">{grid}</table>
</td></tr>
<tr><td class="k">申请人<br>承　诺</td>
<td colspan="6" style="line-height:1.7">本人承诺所提供的病历、检查资料真实有效，如有虚假，
愿承担相应法律责任。
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>申请人（签字）：
{sign("applicant", None if sent else p.name, dice)}</span>
<span>代办人（签字）：{sign("agent", agent.name if sent else None, dice)}</span></div></td></tr>
<tr><td class="k">医　院<br>诊　断<br>及认定<br>意　见</td>
<td colspan="6" style="line-height:1.75">医疗机构：{f("hospital_name", hospital)}　科室：
{f("department", ill.dept)}　住院号：{f("record_number", c.number)}<br>
诊断：{dxs(c.dx, "；")}<br>主要依据：{vary(dice, ill.tests)}<br>认定意见：☑符合　□不符合
<div style="display:flex;justify-content:space-between;margin-top:10px">
<span>认定医师：{sign("physician", c.doctors[0], dice)}</span><span>职称：{f("physician_title", rank)}
</span><span>{d("sign_date", asked, "年")}</span></div></td></tr>
<tr><td class="k">医保办<br>审　核</td><td colspan="6" style="height:110px;vertical-align:bottom;
position:relative">{stamp}经办人：{c.doctors[3]}　　　　（盖章）　　　　　　　年　　月　　日</td></tr>
<tr><td class="k">经　办<br>机　构</td><td colspan="6" style="height:100px;
vertical-align:bottom">待遇起始时间：　　年　　月　　日　　　（盖章）　　　　　年　　月　　日</td></tr>
</table>
<div style="font-size:12px;margin-top:4px">注：1.本表一式两份，医疗机构、医保经办机构各留存一份；
2.申请病种最多选择两种；3.附近两年内病历复印件、检查报告单及身份证复印件。
　{p.place.city}医疗保障局制</div>"""
    css = (
        ".k{text-align:center;white-space:nowrap;width:74px}.n td{border:0!important;padding:1px "
        "6px}.g td{padding:4px 5px}"
    )
    return sheet(body, css, font=dice.choice((SONG, HEI)), size=13, pad="34px 46px")


TEMPLATES: dict[str, Template] = {
    "cove-front-page": Template("inpatient_front_page", 794, 1123, front),
    "cove-application-chronic": Template("application_form", 794, 1123, form),
}
