"""Admission records: a university hospital's, a psychiatric hospital's, a forestry hospital's of an old system."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import river_base as rb
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, sign

_MIND = (
    (("精神分裂症",), "言行异常、凭空闻语9年，加重伴冲动1月", "患者9年前无明显诱因渐起失眠、多疑，认为邻居议论、监视自己，凭空听到有人骂他，曾在我院住院3次，诊断“精神分裂症”，服利培酮、奥氮平，病情好转后自行停药。1月前再次夜不眠，自言自语，毁物，对家人有攻击行为。", "接触被动，引出言语性幻听、被害妄想、关系妄想，情感反应不协调，意志行为减退，自知力缺乏。"),
    (("双相情感障碍 目前为伴有精神病性症状的躁狂发作", "高脂血症"), "情绪高涨与低落交替发作6年，话多、乱花钱半月", "患者6年前起情绪低落、兴趣下降，持续约2月自行缓解；4年前起出现话多、精力旺盛、挥霍。服碳酸锂、喹硫平，停药后复发。半月来终日忙碌，自称“能办大事”，睡眠每日仅2-3小时。", "意识清，主动接触，语量多，语速快，思维奔逸，夸大观念，情感高涨，易激惹，活动增多，自知力部分存在。"),
    (("器质性精神障碍", "癫痫"), "发作性抽搐15年，记忆差、脾气大3年", "患者15年前头部外伤后反复出现意识丧失、四肢抽搐，每月1-3次，服丙戊酸钠、卡马西平。3年来记忆力下降，易发脾气，固执，曾走失2次。", "意识清，接触尚可，思维粘滞，记忆力、计算力减退，情感易激惹，自知力不全。"),
)  # fmt: skip


def teaching(dice: random.Random) -> str:
    """Zhejiang: general data in two columns without rules, headings in brackets, specialist examination, two diagnoses columns."""
    p, c = rb.someone(dice, rb.ZHEJIANG), dice.choice(rb.CASES)
    came, _, _ = rb.stay(dice)
    a, b = rb.names(dice, 2)
    s = dice.choice(("-", "年0", "-"))
    dx = c.diagnoses[: dice.randint(1, 4)]
    contact = rb.names(dice, 1)[0]
    fixed = dice.random() < 0.5
    right = (
        f"<b>修正诊断：</b><br>{'同左' if dice.random() < 0.4 else ''}<br>医师签名：__________　____年__月__日"
        if fixed
        else ""
    )
    body = f"""
<div style="display:flex;justify-content:space-between;font-size:12px;border-bottom:1px solid #777"><span>{f("hospital_name", "嘉禾学院附属医院（嘉兴市第六医院）")}</span><span>姓名：{f("patient_name", p.name)}　住院号：{f("record_number", rb.digits(dice, 8, "01"))}　床号：{dice.randint(1, 60):02d}床</span></div>
<h2 style="font-size:23px;margin:12px 0;letter-spacing:12px">入院记录</h2>
<div style="columns:2;column-gap:30px;line-height:1.75">姓　　名：{p.name}<br>性　　别：{f("sex", p.sex)}<br>年　　龄：{f("age", p.age_on(came), f"{p.age_on(came)}岁")}<br>民　　族：{f("ethnicity", p.ethnicity + "族")}<br>婚姻状况：{dice.choice(("已婚", "丧偶"))}<br>出 生 地：浙江省嘉兴市<br>职　　业：{dice.choice(("退休人员", "农民", "职员", "其他"))}<br>入院科室：{f("department", c.department)}<br>入院时间：{rb.when("admission_date", came, s, rb.clock(dice))}<br>记录时间：{rb.when("report_date", came, s, rb.clock(dice))}<br>病史陈述者：患者本人及家属<br>可靠程度：可靠<br>联 系 人：{contact}（{dice.choice(("夫妻", "子女", "兄弟"))}）<br>联系人电话：139{rb.digits(dice, 8, "0000")}</div>
<div>住　　址：{f("address", p.address)}</div>
<div style="text-align:justify;border-top:1px solid #777;padding-top:4px"><p>【主　诉】{c.complaint}。</p><p>【现病史】{c.history}</p><p>【既往史】{c.past}</p><p>【个人史】生于原籍，无长期外地居留史，无疫区、疫水接触史。{"吸烟30年，20支/天。" if p.sex == "男" and dice.random() < 0.5 else "无烟酒嗜好。"}</p><p>【婚育史】适龄结婚，配偶{dice.choice(("体健", "患“高血压病”", "已故"))}，育有{dice.choice(("1子", "1女", "1子1女", "2女"))}，均体健。</p><p>【家族史】父母已故，死因不详。否认家族性遗传病史。</p>
<div class="c" style="letter-spacing:8px">体格检查</div><p>{c.exam}</p><div class="c" style="letter-spacing:8px">辅助检查</div><p>（{came - dt.timedelta(days=dice.randint(1, 20))}，{dice.choice(("本院门诊", "嘉善县第一人民医院"))}）{c.tests}</p></div>
<div style="display:grid;grid-template-columns:1fr 1fr;margin-top:10px"><div>{right}</div><div><b>{dice.choice(("初步诊断", "入院诊断"))}：</b><br>{rb.listed(dx, "{}. ")}<br>医师签名：{f("physician_name", a)}{"／" + f("physician_name", b) if dice.random() < 0.6 else ""}<br>{rb.when("sign_date", came, s, rb.clock(dice))}</div></div>
<div style="position:absolute;bottom:24px;left:0;right:0;text-align:center;font-size:11px">第 1 页</div>"""
    return page(body, "p{margin:1px 0}", SONG, 13, "34px 58px")


def mind(dice: random.Random) -> str:
    """Chongqing, private psychiatric hospital: guardian and teller of the history, labels above values, mental state."""
    p = rb.someone(dice, rb.CHONGQING, None, 22, 66)
    dx, complaint, history, state = dice.choice(_MIND)
    came, _, _ = rb.stay(dice)
    guard, a, b = rb.names(dice, 3)
    s = dice.choice(("/", "年"))
    kind = dice.choice(("employee", "resident"))

    def cell(k: Any, v: Any, w: Any = 1) -> str:
        return f'<td colspan={w}><div style="font-size:11px;color:#555;line-height:1.3">{k}</div>{v or "&nbsp;"}</td>'

    body = f"""
<table><tr><td style="width:70px"><svg width="56" height="56"><rect width="56" height="56" rx="12" fill="#3c7d5a"/><path d="M28 12c-14 8-14 24 0 32c14-8 14-24 0-32" fill="#fff"/></svg></td><td style="font-size:22px;font-weight:600">{f("hospital_name", "重庆安宁康宇精神病医院有限公司渝北医院")}</td></tr></table>
<h2 style="font-size:19px;background:#3c7d5a;color:#fff;letter-spacing:6px;margin:4px 0">精神科入院记录</h2>
<table class="g">{"<tr>" + cell("姓名", f("patient_name", p.name)) + cell("性别", f("sex", p.sex)) + cell("年龄", f("age", p.age_on(came), f"{p.age_on(came)}岁")) + cell("民族", f("ethnicity", p.ethnicity)) + cell("文化程度", dice.choice(("小学", "初中", "高中", "文盲"))) + "</tr>"}
{"<tr>" + cell("身份证号码", f("id_number", p.id_number), 2) + cell("费用类别", f("insurance_type", kind, "职工医保" if kind == "employee" else "居民医保")) + cell("婚姻", dice.choice(("未婚", "离异", "已婚"))) + cell("住院次数", f"第{dice.randint(1, 9)}次") + "</tr>"}
{"<tr>" + cell("户籍地址", f("address", "重庆市渝北区" + dice.choice(("石船镇", "木耳镇", "大湾镇")) + dice.choice(("关兴村", "金刚村", "太和村")) + f"{dice.randint(1, 9)}组"), 3) + cell("病区", dice.choice(("男一区", "封闭二区", "综合病区"))) + cell("住院号", f("record_number", rb.digits(dice, 6, "0"))) + "</tr>"}
{"<tr>" + cell("监护人", guard) + cell("与患者关系", dice.choice(("父亲", "母亲", "配偶", "兄"))) + cell("监护人电话", "135" + rb.digits(dice, 8, "0000")) + cell("供史者", dice.choice(("监护人", "社区干部、监护人"))) + cell("入院方式", dice.choice(("家属送入", "自愿", "派出所护送"))) + "</tr>"}
{"<tr>" + cell("入院日期", rb.when("admission_date", came, s, rb.clock(dice)), 2) + cell("病史采集日期", came, 2) + cell("可靠性", "基本可靠") + "</tr>"}</table>
<div style="text-align:justify"><h3>主诉（代）</h3>{complaint}。<h3>现病史</h3>{history}本次发病以来，进食欠佳，二便可，体重无明显变化，无消极言行。<h3>既往史</h3>否认高血压、糖尿病、肝炎病史，否认药物过敏史。<h3>个人史</h3>同胞{dice.randint(1, 5)}人，排行第{dice.randint(1, 3)}，适龄入学，成绩一般，病前性格{dice.choice(("内向", "外向、急躁"))}。<h3>家族史</h3>{dice.choice(("否认两系三代精神病史", "其舅有精神异常史，未诊治"))}。
<h3>躯体及神经系统检查</h3>T 36.5℃　P {dice.randint(70, 99)}次/分　R 18次/分　BP 122/78mmHg　心肺腹未见明显异常，四肢肌力、肌张力正常，病理征未引出。<h3>精神检查</h3>{state}<h3>量表评定</h3>BPRS {dice.randint(38, 66)}分；PANSS {dice.randint(70, 110)}分；NOSIE {dice.randint(60, 110)}分。<h3>入院诊断（ICD-10）</h3>{rb.listed(dx, "{}）", "　")}</div>
<div style="display:flex;justify-content:space-between;margin-top:24px"><span>住院医师：{sign("physician", a, dice)}</span><span>主治医师：{sign("physician", b if dice.random() < 0.5 else None, dice)}</span><span>日期：{rb.when("sign_date", came, s)}</span></div>
<div style="position:absolute;bottom:24px;right:50px;font-size:11px">24小时咨询热线：023-6785{dice.randint(1000, 9999)}　院址：渝北区新南路{dice.randint(20, 300)}号</div>"""
    return page(body, "h3{font-size:14px;margin:6px 0 0;color:#3c7d5a}", HEI, 13, "34px 50px")


def forest(dice: random.Random) -> str:
    """Heilongjiang, forestry bureau's hospital: paragraphs only, general data as one sentence, several old diagnoses dated."""
    p, c = rb.someone(dice, rb.HEILONGJIANG), dice.choice(rb.CASES)
    came, _, _ = rb.stay(dice)
    a, b = rb.names(dice, 2)
    dx = c.diagnoses[: dice.randint(1, 3)]
    body = f"""
<h1 style="font-size:22px;font-family:{KAI}">{f("hospital_name", "黑龙江省合江林业管理局东山医院")}</h1>
<h2 style="font-size:20px">住 院 病 历（入 院 记 录）</h2>
<div class="r" style="font-size:13px">病案号 {f("record_number", rb.digits(dice, 6, "1"))}　ＩＤ号 {f("record_number", "P" + rb.digits(dice, 7, "0"))}</div>
<p>　　患者{f("patient_name", p.name)}，{f("sex", p.sex)}，{f("age", p.age_on(came))}岁，{dice.choice(("已婚", "丧偶"))}，{f("ethnicity", p.ethnicity + "族")}，{dice.choice(("林业工人", "退休工人", "农民"))}，现住{f("address", dice.choice(("鹤立林业局", "双鸭山林业局", "东方红林业局")) + dice.choice(("场部", "二委", "局址")) + f"{dice.randint(1, 30)}组{dice.randint(1, 60)}号")}，联系电话{f("phone", p.phone)}。因{c.complaint}，于{rb.when("admission_date", came, "年", f"{dice.randint(8, 17)}时{dice.randint(0, 59)}分")}{dice.choice(("步入", "平车推入", "轮椅推入"))}{f("department", c.department)}病房，病史由患者本人叙述，可靠。</p>
<p><b>主诉：</b>{c.complaint}。</p><p><b>现病史：</b>{c.history}</p><p><b>既往史：</b>{c.past}{came.year - dice.randint(3, 11)}年行阑尾切除术。</p>
<p><b>系统回顾：</b>呼吸、循环、消化、泌尿、血液、内分泌、神经、运动各系统除上述外无特殊。</p><p><b>查体：</b>{c.exam}</p><p><b>辅助检查：</b>{c.tests}</p>
<p><b>病历摘要及诊断依据：</b>{p.sex}性，{p.age_on(came)}岁，以“{c.complaint}”为主诉入院，结合病史、体征及辅助检查，诊断成立。</p>
<div style="padding-left:52%;line-height:1.9;margin-top:10px">初步诊断：<br>{rb.listed(dx, "　{}.")}<br>住院医师 {rb.line(f("physician_name", a), 100)}<br>主治医师 {rb.line(f("physician_name", b) if dice.random() < 0.6 else "&nbsp;", 100)}<br>{rb.when("sign_date", came, "年 ")}</div>"""
    return page(body, "p{margin:4px 0;text-align:justify}", dice.choice((SONG, KAI)), 15, "60px 70px")


TEMPLATES: dict[str, Template] = {
    "river-admission-teaching": Template("unknown", 794, 1123, teaching),
    "river-admission-mind": Template("unknown", 794, 1123, mind),
    "river-admission-forest": Template("unknown", 794, 1123, forest),
}
