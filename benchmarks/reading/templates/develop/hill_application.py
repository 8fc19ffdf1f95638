"""Application forms of Shandong, Henan, Zhejiang and Chongqing, as Word and hospital systems print them."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop.hill_base import (
    DOT,
    FANG,
    UMING,
    at,
    boxes,
    face,
    line,
    other,
    pick,
    scribble,
    sick,
    spaced,
    ticks,
    when,
    who,
)  # fmt: skip

INSURED = (("employee", "职工医保"), ("resident", "居民医保"))


def shandong(dice: random.Random) -> str:
    """A grid with a tick list of illnesses in two classes and cells for the id number."""
    where = dice.choice(("济南", "菏泽"))
    p, s, day = who(dice, where), sick(dice), when(dice)
    hosp = dice.choice(
        (
            f"{p.place.city}第{dice.choice('二三四')}人民医院",
            f"{p.place.city}{p.place.county}人民医院",
            f"{p.place.city}立医院",
            "山东鲁西南医学院附属医院",
        )
    )
    mark = dice.choice("☑√■")
    a = ["尿毒症透析", "恶性肿瘤门诊放化疗", "器官移植抗排异治疗", "重性精神障碍", "血友病", "白血病"]
    b = [
        "高血压病（有心、脑、肾、眼并发症之一）",
        "糖尿病（合并严重并发症）",
        "类风湿关节炎",
        "慢性阻塞性肺疾病",
        "肝硬化失代偿期",
        "冠心病",
        "系统性红斑狼疮",
        "脑血管意外后遗症",
        "再生障碍性贫血",
        "帕金森病",
        "强直性脊柱炎",
        "支气管哮喘",
    ]

    def listed(group: Any) -> str:
        return "".join(
            f'<div style="width:{"50%" if len(c) < 13 else "100%"}">{h.f("claimed_disease", c, f"{mark}{n}.{c}") if c == s.claim else f"□{n}.{c}"}</div>'
            for n, c in enumerate(group, 1)
        )

    doctor = other(dice)
    agent = other(dice) if dice.random() < 0.5 else ""
    body = f"""
<div style="font-size:13px">附件2</div>
<h1 style="font-size:23px;margin:4px 0 10px;font-family:{h.HEI}">{p.place.city}基本医疗保险门诊慢特病待遇资格申请表</h1>
<div style="display:flex;justify-content:space-between;font-size:13px"><span>受理编号：{p.place.code[:4]}{day:%Y%m}{dice.randint(100, 9999):05d}</span><span>申请日期：{h.f("application_date", day.isoformat(), at(dice, day))}</span></div>
<table class="g" style="table-layout:fixed"><colgroup><col style="width:92px"><col><col style="width:64px"><col style="width:72px"><col style="width:78px"><col style="width:128px"></colgroup>
<tr><td class="c">姓&emsp;名</td><td>{h.f("patient_name", p.name)}</td><td class="c">性别</td><td class="c">{h.f("sex", p.sex)}</td><td class="c">年龄</td><td class="c">{h.f("age", p.age_on(day), f"{p.age_on(day)}周岁")}</td></tr>
<tr><td class="c">身份证号</td><td colspan="5">{boxes("id_number", p.id_number, 22)}</td></tr>
<tr><td class="c">参保类型</td><td>{pick("insurance_type", INSURED, p.insurance, mark, " ")}</td><td class="c" colspan="2">联系电话</td><td colspan="2">{h.f("phone", p.phone)}</td></tr>
<tr><td class="c">工作单位<br>或家庭住址</td><td colspan="5">{h.f("address", p.address)}</td></tr>
<tr><td class="c">人员类别</td><td colspan="5">{ticks(["在职", "退休", "学生儿童", "脱贫人口", "低保对象", "其他"], dice.choice(["在职", "退休", "其他"]), mark)}</td></tr>
<tr><td class="c" rowspan="2">申请病种<br><span style="font-size:11px">（在方框内<br>划“√”，每<br>次限报2种）</span></td><td colspan="5"><b>甲类</b><div style="display:flex;flex-wrap:wrap">{listed(a)}</div></td></tr>
<tr><td colspan="5"><b>乙类</b><div style="display:flex;flex-wrap:wrap">{listed(b)}</div></td></tr>
<tr><td class="c">提交材料</td><td colspan="5" style="font-size:13px">{mark}住院病历复印件 &ensp;{mark}诊断证明 &ensp;□门诊病历 &ensp;{dice.choice(["□", mark])}检查检验报告单 &ensp;□其他{line("", 90)}</td></tr>
<tr><td class="c">代办人</td><td>{h.f("agent_name", agent) if agent else ""}</td><td class="c" colspan="2">与参保人关系</td><td colspan="2">{dice.choice(["子女", "配偶", "父子", "母女"]) if agent else ""}</td></tr>
<tr><td class="c">个人承诺</td><td colspan="5" style="font-size:13px;line-height:1.5">本人承诺所提供的材料真实、有效、完整，如有弄虚作假，愿承担由此引起的一切法律责任，并退回已享受的医疗保险待遇。
<div class="r" style="padding-right:20px">申请人（代办人）签字：{h.sign("agent" if agent else "applicant", agent or p.name, dice)}&emsp;年&emsp;月&emsp;日</div></td></tr>
<tr><td class="c">定点医疗<br>机构意见</td><td colspan="5" style="position:relative;height:112px;vertical-align:top">经审核，符合申报条件，建议认定。认定医师：{h.f("physician_name", doctor)}（{h.f("physician_title", "副主任医师")}）
<div style="position:absolute;right:24px;bottom:6px">{h.f("hospital_name", hosp)}（医保办章）&emsp;{h.f("sign_date", day.isoformat(), spaced(dice, day))}</div>{h.seal(hosp, "医保办公室", size=108, at=(330, 2), turn=dice.uniform(-14, 14))}</td></tr>
<tr><td class="c">医保经办<br>机构意见</td><td colspan="5" style="height:74px;vertical-align:bottom" class="r">（盖章）&emsp;&emsp;年&emsp;月&emsp;日&emsp;</td></tr></table>
<div style="font-size:12px;margin-top:5px">注：1.本表一式两份，定点医疗机构、医保经办机构各留存一份；2.甲类病种随时申报，乙类病种每月25日前申报；3.咨询电话：{"0531-8100" if where == "济南" else "0530-5300"}{dice.randint(100, 999)}。</div>"""
    return h.page(body, "td{line-height:1.45}", h.SONG, 14, "34px 52px")


def henan(dice: random.Random) -> str:
    """A word-made sheet with a photo, split labels and prose; the clerk's answers in Kai."""
    p, s, day = who(dice, "洛阳"), sick(dice), when(dice)
    hosp = dice.choice(
        ("洛阳市中心医院", "河南洛河大学第一附属医院", "洛阳市洛龙区人民医院", "中国人民解放军第九八七医院")
    )
    into = day - dt.timedelta(days=dice.randint(20, 160))
    out = into + dt.timedelta(days=dice.randint(6, 19))
    k = f"font-family:{FANG};font-size:16px"

    def tell(n: Any, v: Any, t: Any = None) -> str:
        return h.f(n, v, t, style=k)

    def rowed(n: Any, v: Any) -> str:
        return f'<td class="c" style="letter-spacing:1px">{n}</td><td>{v}</td>'

    doc = other(dice)
    body = f"""
<h1 style="font-size:24px;letter-spacing:2px">洛阳市基本医疗保险门诊重症慢性病<br>鉴 定 申 请 表</h1>
<div style="margin:10px 0 4px;font-size:14px">单位名称（章）：<span style="{k}">{dice.choice(["洛阳轴承配件有限公司", "洛龙区安乐镇社区居委会", "灵活就业", "洛阳市第十七中学"])}</span><span style="float:right">填表时间：{tell("application_date", day.isoformat(), spaced(dice, day))}</span></div>
<table class="g" style="table-layout:fixed"><colgroup><col style="width:84px"><col><col style="width:84px"><col style="width:90px"><col style="width:112px"></colgroup><tr>{rowed("姓&emsp;名", tell("patient_name", p.name, " ".join(p.name)))}{rowed("性&emsp;别", tell("sex", p.sex))}<td rowspan="4" style="width:112px;padding:2px" class="c">{face(dice, 104, 138, back=dice.choice(["#b8352f", "#3f6fb5", "#fff"])) if dice.random() < 0.75 else "贴<br>近期一寸<br>免冠照片"}</td></tr>
<tr>{rowed("出生年月", tell("birth_date", f"{p.born:%Y-%m}", f"{p.born.year}.{p.born.month:02d}"))}{rowed("民&emsp;族", tell("ethnicity", p.ethnicity))}</tr>
<tr><td class="c">身份证号</td><td colspan="3">{tell("id_number", p.id_number)}</td></tr>
<tr>{rowed("医保卡号", tell("card_number", f"D{dice.randint(10000000, 99999999)}"))}{rowed("险&emsp;种", tell("insurance_type", p.insurance, "职工" if p.insurance == "employee" else "居民"))}</tr>
<tr>{rowed("家庭住址", tell("address", p.address))}<td class="c">联系电话</td><td colspan="2">{tell("phone", p.phone)}</td></tr>
<tr><td class="c">申报病种</td><td colspan="4">{tell("claimed_disease", s.claim)}</td></tr>
<tr><td class="c">近两年住<br>院情况</td><td colspan="4" style="{k}"><span style="font-family:{h.SONG};font-size:14px">医院：</span>{h.f("hospital_name", hosp)}&emsp;{h.f("department", s.department)}&emsp;<span style="font-family:{h.SONG};font-size:14px">住院号：</span>{h.f("record_number", str(dice.randint(100000, 2999999)))}<br>{h.f("admission_date", into.isoformat(), at(dice, into, "."))}—{h.f("discharge_date", out.isoformat(), at(dice, out, "."))}，共{(out - into).days}天</td></tr>
<tr><td class="c">病<br>情<br>摘<br>要</td><td colspan="4" style="height:170px;vertical-align:top;{k};line-height:1.7"><p style="text-indent:2em;margin:2px 0">{s.story}</p><p style="text-indent:2em;margin:2px 0">出院诊断：{h.fs("diagnosis", s.diagnoses, "  ", numbered=True)}</p>
<div class="r" style="font-family:{h.SONG};font-size:14px">经治医师（签字）：{h.sign("physician", doc if dice.random() < 0.8 else None, dice)}</div></td></tr>
<tr><td class="c">单位或<br>居委会<br>意见</td><td colspan="4" style="height:82px;vertical-align:bottom" class="r">负责人：{scribble(other(dice), 20) if dice.random() < 0.5 else "&emsp;&emsp;&emsp;"}&emsp;&emsp;（公章）&emsp;&emsp;年&emsp;月&emsp;日</td></tr>
<tr><td class="c">专家组<br>鉴定意见</td><td colspan="4" style="height:100px;vertical-align:bottom">{ticks(["符合", "不符合"], None)}鉴定标准。<div class="r" style="margin-top:20px">专家签字：{line("", 100)}&ensp;{line("", 100)}&ensp;{line("", 100)}&emsp;年&emsp;月&emsp;日</div></td></tr>
<tr><td class="c">医保中心<br>审核意见</td><td colspan="4" style="height:86px;vertical-align:bottom" class="r">经办人：&emsp;&emsp;&emsp;&emsp;复核人：&emsp;&emsp;&emsp;&emsp;（盖章）&emsp;年&emsp;月&emsp;日</td></tr></table>
<p style="font-size:12.5px;margin:6px 0;line-height:1.5">说明：⒈“申报病种”按《洛阳市门诊重症慢性病病种目录》规范名称填写；⒉后附近两年二级以上医院住院病历复印件（加盖病案室章）、身份证复印件各一份；⒊照片与身份证不符的不予受理。</p>"""
    return h.page(body, "td{padding:5px 6px}", UMING, 14, "44px 62px")


def zhejiang(dice: random.Random) -> str:
    """A half sheet from a dot-matrix printer at the doctor's desk; captions in capitals of the system."""
    p, s, day = who(dice, "绍兴"), sick(dice), when(dice)
    hosp = dice.choice(
        ("绍兴市越城人民医院", "绍兴文理大学附属第二医院", "绍兴市越城区府山街道社区卫生服务中心")
    )
    doc, until = other(dice), day.replace(year=day.year + 2, day=min(day.day, 28)) - dt.timedelta(days=1)
    stamp = f"{day:%Y-%m-%d} {dice.randint(8, 16):02d}:{dice.randint(0, 59):02d}:{dice.randint(0, 59):02d}"
    body = f"""
<div class="c" style="font-size:17px">{h.f("hospital_name", hosp)}</div><div class="c" style="font-size:20px;letter-spacing:4px">特殊(规定)病种门诊治疗备案单</div>
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>流水号 {day:%y%m%d}{dice.randint(1000, 9999)}</span><span>门诊号:{h.f("record_number", f"{dice.randint(10**7, 10**8 - 1)}")}</span><span>第1页/共1页</span></div>
<div style="border-top:1px dashed #000;border-bottom:1px dashed #000;padding:6px 0;margin:3px 0">
<div class="q"><span>姓名:{h.f("patient_name", p.name)}</span><span>性别:{h.f("sex", p.sex)}</span><span>年龄:{h.f("age", p.age_on(day), f"{p.age_on(day)}岁")}</span><span>费别:{h.f("insurance_type", p.insurance, f"市区{'职工' if p.insurance == 'employee' else '城乡'}医保")}</span></div>
<div class="q"><span>证件:{h.f("id_number", p.id_number)}</span><span>市民卡:{h.f("card_number", f"A{dice.randint(10**7, 10**8 - 1)}")}</span><span>电话:{h.f("phone", p.phone)}</span></div>
<div>地址:{h.f("address", p.address)}</div></div>
<div>备案病种:{h.f("claimed_disease", s.claim)}</div>
<div>临床诊断:{h.fs("diagnosis", s.diagnoses, ",")}</div>
<div>诊断依据:{s.story}</div>
<div>治疗方案:{s.drug}等药物治疗,定期复查。</div>
<div class="q"><span>备案起止:{h.f("valid_from", day.isoformat(), f"{day:%Y%m%d}")}-{h.f("valid_until", until.isoformat(), f"{until:%Y%m%d}")}</span><span>首次/续办:{dice.choice(["首次", "续办"])}</span><span>备案类别:门诊</span></div>
<div class="q" style="border-top:1px dashed #000;padding-top:6px;margin-top:4px"><span>申请科室:{h.f("department", s.department)}</span><span>医师:{h.f("physician_name", doc)}</span><span>职称:{h.f("physician_title", dice.choice(["主任医师", "副主任医师", "主治医师"]))}</span><span>签名:{h.sign("physician", doc if dice.random() < 0.7 else None, dice, 80)}</span></div>
<div class="q"><span>开单时间:{h.f("application_date", day.isoformat(), stamp)}</span><span>医保办审核:{scribble(other(dice), 19) if dice.random() < 0.6 else ""}</span><span>参保人签名:{h.sign("applicant", p.name if dice.random() < 0.6 else None, dice, 80)}</span></div>
<div style="font-size:12px;margin-top:4px">※本单一式三联:①医院留存 ②患者 ③经办机构&emsp;操作员:{dice.randint(1001, 9999)} 打印次数:{dice.randint(1, 3)}</div>
{h.seal(hosp, "医疗保险专用章", size=122 if len(hosp) < 14 else 150, at=(dice.randint(430, 520), 322), turn=dice.uniform(-20, 20), ink=0.6, colour=dice.choice(["red", "red", "blue"])) if dice.random() < 0.8 else ""}"""
    return h.page(
        body,
        ".q{display:flex;justify-content:space-between}div{color:#333}",
        DOT,
        dice.choice((14, 15)),
        "30px 44px",
    )


def chongqing(dice: random.Random) -> str:
    """No grid at all: captions and rules, the printed answers in black sans, the doctor's by hand."""
    p, s, day = who(dice, "江津"), sick(dice), when(dice)
    hosp = dice.choice(("重庆市江津区中心医院", "重庆市江津区第二人民医院", "重庆嘉陵医科大学附属江津医院"))

    def v(n: Any, x: Any, t: Any = None) -> str:
        return h.f(n, x, t, style=f"font-family:{h.MICRO}")

    doc = other(dice)
    second = dice.choice(["", "", "慢性丙型肝炎"])
    claim = v("claimed_disease", s.claim) + (f"、{v('claimed_disease', second)}" if second else "")
    body = f"""
<h1 style="font-family:{h.HEI};font-size:22px;line-height:1.5">重庆市基本医疗保险特殊疾病门诊申请表</h1>
<div class="c" style="font-size:14px;margin-bottom:14px">（{ticks(["新增", "续期", "变更"], dice.choice(["新增", "续期"]), "■")}）</div>
<h3>一、参保人员填写</h3>
<p>姓名{line(v("patient_name", p.name), 110)}性别{line(v("sex", p.sex), 50)}出生日期{line(v("birth_date", p.born.isoformat(), at(dice, p.born)), 130)}民族{line(v("ethnicity", p.ethnicity), 60)}</p>
<p>公民身份号码{line(v("id_number", p.id_number), 210)}社会保障卡号{line(v("card_number", f"50{dice.randint(10**6, 10**7 - 1)}"), 130)}</p>
<p>参保险种：{pick("insurance_type", (("employee", "城镇职工"), ("resident", "城乡居民（一档）" if dice.random() < 0.5 else "城乡居民（二档）")), p.insurance, "■")}&emsp;参保区县{line(v("insured_place", "江津区"), 90)}</p>
<p>现居住地址{line(v("address", p.address), 400, "left")}</p>
<p>本人手机{line(v("phone", p.phone), 130)}紧急联系人{line(other(dice), 80)}电话{line(f"1380000{dice.randint(1000, 9999)}", 120)}</p>
<p>申请病种{line(claim, 440, "left")}</p>
<p>自愿选择门诊治疗医疗机构：1.{line(dice.choice(["江津区人民医院", "几江街道社区卫生服务中心"]), 180)} 2.{line("", 140)}</p>
<p style="text-indent:2em">本人已知晓特殊疾病门诊政策，对以上内容及所附资料的真实性负责。</p>
<p class="r">申请人签字：{h.sign("applicant", p.name, dice)}&emsp;日期：{v("application_date", day.isoformat(), spaced(dice, day)) if dice.random() < 0.6 else h.hand(f"{day.year}.{day.month}.{day.day}", 19)}&emsp;&emsp;</p>
<hr style="border:0;border-top:2px solid #000;margin:12px 0">
<h3>二、诊断医疗机构填写</h3>
<p>医疗机构名称{line(v("hospital_name", hosp), 250)}等级{line(v("hospital_level", "三级甲等" if "中心" in hosp or "附属" in hosp else "二级甲等", "三甲" if "中心" in hosp or "附属" in hosp else "二甲"), 70)}科室{line(v("department", s.department), 120)}</p>
<p>病史及主要阳性体征、检查检验结果：</p>
<div style="height:118px;background:repeating-linear-gradient(#fff 0 33px,#999 33px 34px);line-height:34px;padding-left:14px">{"".join(f"<div>{h.hand(t, 19, h.HANDS[dice.randrange(2)])}</div>" for t in (s.story[:30], s.story[30:58], s.story[58:84]) if t)}</div>
<p>诊断结论：{h.hand("、".join(s.diagnoses)[:34], 21)}</p>
<p>该患者病情{ticks(["符合", "不符合"], "符合", "■")}重庆市特殊疾病诊断标准第{line(str(dice.randint(1, 4)), 30)}条。</p>
<p>诊断医师签字：{h.sign("physician", doc, dice)}职称{line(h.hand(dice.choice(["主治医师", "副主任医师"]), 18), 100)}&emsp;科主任签字：{h.sign("physician", other(dice) if dice.random() < 0.7 else None, dice)}</p>
<p class="r" style="margin-top:20px">医疗机构（盖章）&emsp;&emsp;{"年&emsp;月&emsp;日" if dice.random() < 0.5 else h.f("sign_date", day.isoformat(), spaced(dice, day))}&emsp;&emsp;</p>
<hr style="border:0;border-top:1px solid #000;margin:30px 0 10px"><h3>三、医疗保险经办机构审核</h3>
<p>审核结果：□同意&emsp;□不同意，原因{line("", 240)}</p><p class="r">审核人：&emsp;&emsp;&emsp;&emsp;复核人：&emsp;&emsp;&emsp;&emsp;（盖章）&emsp;&emsp;</p>
{h.seal(hosp, dice.choice(["医务科", "诊断证明专用章", ""]), size=136, at=(430, 726), turn=dice.uniform(-25, 25))}"""
    return h.page(
        body,
        "p{margin:5px 0}h3{margin:4px 0;font-size:16px;font-family:" + h.HEI + "}",
        UMING,
        15,
        "46px 64px",
    )


TEMPLATES: dict[str, Template] = {
    "hill-application_form-shandong": Template("application_form", 794, 1123, shandong),
    "hill-application_form-henan": Template("application_form", 794, 1123, henan),
    "hill-application_form-zhejiang": Template("application_form", 794, 540, zhejiang),
    "hill-application_form-chongqing": Template("application_form", 794, 1123, chongqing),
}
