"""Applications for the status of several provinces: the disease ticked, filled in or said in a sentence."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bureau_base import (
    BLANK_DAY,
    CONDITIONS,
    TITLES,
    UMING,
    WENKAI,
    ZEN,
    Condition,
    anywhere,
    cells,
    clinic,
    day,
    digits,
    doctor,
    home,
    insured,
    kin,
    ln,
    month,
    name,
    phone,
    someone,
    tag,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import Person, Place
from benchmarks.reading.templates.develop.people import day as some_day

LONG = (
    "恶性肿瘤门诊治疗", "尿毒症透析", "器官移植术后抗排异治疗", "慢性肾功能不全（失代偿期）", "脑血管病后遗症", "高血压Ⅲ期（有心、脑、肾并发症之一）",
    "糖尿病（合并感染或有心、肾、眼、神经并发症之一）", "冠心病（心肌梗死型）", "肺源性心脏病", "慢性阻塞性肺疾病", "支气管哮喘", "肝硬化（失代偿期）",
    "慢性活动性肝炎", "类风湿性关节炎（活动期）", "系统性红斑狼疮", "强直性脊柱炎", "再生障碍性贫血", "血友病", "白血病", "帕金森病",
    "癫痫", "精神分裂症", "双相情感障碍", "重症肌无力", "慢性心力衰竭", "心脏瓣膜置换术后", "冠脉支架植入术后", "结核病（耐多药）", "甲状腺功能亢进症", "股骨头坏死",
)  # fmt: skip
SHORT = (
    "高血压病", "糖尿病", "冠心病", "脑卒中", "慢阻肺", "哮喘", "肝硬化", "慢性肾炎", "肾病综合征", "类风湿", "红斑狼疮", "癫痫", "帕金森氏病",
    "阿尔茨海默病", "甲亢", "甲减", "银屑病", "痛风", "强直性脊柱炎", "骨髓增生异常综合征", "血小板减少性紫癜", "风心病", "心肌病", "房颤",
)  # fmt: skip
SEVERE = (
    "恶性肿瘤",
    "尿毒症透析",
    "组织器官移植",
    "血友病",
    "再生障碍性贫血",
    "严重精神障碍",
    "肺动脉高压",
    "多发性硬化",
    "苯丙酮尿症",
    "耐药性结核病",
)
DRUGS = (
    ("甲磺酸奥希替尼片", "80mg×30片", "EGFR T790M突变阳性非小细胞肺癌", "右肺上叶腺癌（T3N2M1）", "呼吸肿瘤科"),
    ("注射用曲妥珠单抗", "440mg/瓶", "HER2阳性乳腺癌", "左乳浸润性导管癌（HER2 3+）", "乳腺外科"),
    ("阿达木单抗注射液", "40mg/0.8ml", "强直性脊柱炎", "强直性脊柱炎", "风湿免疫科"),
    ("利伐沙班片", "15mg×7片", "非瓣膜性房颤", "持续性心房颤动", "心血管内科"),
    ("司库奇尤单抗注射液", "150mg/1ml", "中重度斑块状银屑病", "寻常型银屑病（重度）", "皮肤科"),
    ("仑伐替尼胶囊", "4mg×30粒", "不可切除的肝细胞癌", "原发性肝细胞癌（BCLC C期）", "肝胆外科"),
)  # fmt: skip


def _case(dice: random.Random) -> tuple[Person, Place, Condition, str, str, dt.date]:
    who = someone(dice, anywhere(dice), youngest=26)
    hospital, level = clinic(dice, who.place)
    return (
        who,
        who.place,
        dice.choice(CONDITIONS),
        hospital,
        level,
        some_day(dice, "2024-01-04", "2025-11-14"),
    )


def _ticks(names: Sequence[str], chosen: Sequence[str], on: str, off: str, form: str) -> list[str]:
    """Entries of a list; ``form`` has {m} for the mark, {n} for the number, {t} for the disease."""
    return [
        form.format(m=on if t in chosen else off, n=n, t=tag("claimed_disease", t) if t in chosen else t)
        for n, t in enumerate(names, 1)
    ]


def _agent(dice: random.Random, who: Person, share: float) -> tuple[str, str, str, str]:
    """An agent's name, number and relation as printed, and the bare name; or nothing."""
    if dice.random() > share:
        return "", "", "", ""
    a = someone(dice, (who.place,), youngest=22, oldest=55)
    return tag("agent_name", a.name), tag("agent_id_number", a.id_number), kin(dice, who, a), a.name


def _national(dice: random.Random) -> str:
    """The national model: disease filled in, an agent's rows, three opinions."""
    who, place, c, hospital, level, when = _case(dice)
    an, ai, ar, _ = _agent(dice, who, 0.5)
    more = dice.choice([x for x in CONDITIONS if x is not c]) if dice.random() < 0.3 else None
    claims = tag("claimed_disease", c.claim) + ("、" + tag("claimed_disease", more.claim) if more else "")
    staff = (
        ("退休" if who.age_on(when) >= 60 else "在职")
        if who.insurance == "employee"
        else dice.choice(("其他", ""))
    )
    body = f"""<h1 style="font-size:22px">基本医疗保险门诊慢特病病种待遇认定申请表</h1>
<p style="margin:6px 0 2px;font-size:14px">参保地：{tag("insured_place", place.province + place.insured)}<span style="float:right">填报日期：{day(dice, "application_date", when)}</span></p>
<table class="g t"><tr><td class="c v" rowspan="5">参保人信息</td><td class="c">姓　　名</td><td>{name(dice, "patient_name", who.name)}</td><td class="c">性　　别</td><td>{tag("sex", who.sex)}</td><td class="c">出生日期</td><td>{day(dice, "birth_date", who.born)}</td></tr>
<tr><td class="c">证件类型</td><td colspan="2">{dice.choice(("居民身份证", "☑身份证 □其他"))}</td><td class="c">证件号码</td><td colspan="2">{tag("id_number", who.id_number)}</td></tr>
<tr><td class="c">险种类型</td><td colspan="2">{insured(dice, who.insurance, dice.choice(("long", "tick")))}</td><td class="c">人员状态</td><td colspan="2">{staff}</td></tr>
<tr><td class="c">联系电话</td><td colspan="2">{tag("phone", who.phone)}</td><td class="c">邮政编码</td><td colspan="2">{dice.choice(("", digits(dice, 6)))}</td></tr>
<tr><td class="c">联系地址</td><td colspan="5">{tag("address", home(dice, place))}</td></tr>
<tr><td class="c v" rowspan="2">代办人信息</td><td class="c">姓　　名</td><td colspan="2">{an}</td><td class="c">与参保人关系</td><td colspan="2">{ar}</td></tr>
<tr><td class="c">证件号码</td><td colspan="5">{ai}</td></tr>
<tr><td class="c" colspan="2">申请病种</td><td colspan="5">{claims}</td></tr>
<tr><td class="c" colspan="2">确诊医疗机构</td><td colspan="3">{tag("hospital_name", hospital)}</td><td class="c">级别</td><td>{tag("hospital_level", level) if dice.random() < 0.7 else ""}</td></tr>
<tr><td class="c" colspan="2">申请人承诺</td><td colspan="5" style="padding:8px">　　本人承诺所填信息及提供的材料真实有效，如有不实，愿承担相应法律责任。<br><br>申请人（代办人）签字：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}　　　　{day(dice, "sign_date", when) if dice.random() < 0.5 else BLANK_DAY}</td></tr>
<tr><td class="c" colspan="2">医疗机构<br>认定意见</td><td colspan="5" style="height:150px;position:relative;vertical-align:top">经审核，参保人{dice.choice(("☑符合", "√符合"))}　□不符合　所申请病种的准入（认定）标准。<br><br>医师签字：{sign("physician", doctor(dice) if dice.random() < 0.8 else None, dice)}　医师签字：{sign("physician", doctor(dice) if dice.random() < 0.5 else None, dice)}<div class="r" style="position:absolute;right:10px;bottom:6px">（盖章）　{BLANK_DAY}</div>{seal(hospital, "医保专用章", size=124, at=(400, 14), turn=dice.uniform(-12, 12)) if dice.random() < 0.7 else ""}</td></tr>
<tr><td class="c" colspan="2">经办机构<br>审核意见</td><td colspan="5" style="height:120px;vertical-align:bottom;position:relative" class="r">经办人：　　　　　复核人：　　　　　（盖章）　{BLANK_DAY}{seal(place.county + "医疗保障局", "", size=118, at=(340, 4), turn=dice.uniform(-12, 12)) if dice.random() < 0.3 else ""}</td></tr></table>
<p style="font-size:12px;line-height:1.5;margin:4px 0">填表说明：1.“申请病种”按参保地病种目录填写，最多可申请{dice.choice("三五")}个病种；2.提交材料：医保电子凭证或有效身份证件、病历资料（含检查检验报告）。</p>"""
    return page(
        body,
        ".t td{height:41px}.v{width:34px;line-height:1.25;padding:2px 8px;white-space:normal!important}.t td.c{white-space:nowrap}",
        dice.choice((SONG, HEI, UMING)),
        14,
        "46px 48px",
    )


def _ticklist(dice: random.Random) -> str:
    """Thirty numbered diseases in columns of a cell, one or two ticked."""
    who, place, _, hospital, _, when = _case(dice)
    chosen = dice.sample(LONG, 2 if dice.random() < 0.35 else 1)
    style = dice.choice(
        (
            ("（√）", "（　）", "{n}、{t}{m}"),
            ("☑", "□", "{m}{n}.{t}"),
            ("[√]", "[ ]", "{m} {n}.{t}"),
            ("■", "□", "{m}{t}"),
        )
    )
    cols = dice.choice((2, 3, 2))
    marks = _ticks(
        LONG[: dice.randint(22, 30)] if all(x in LONG[:22] for x in chosen) else LONG,
        chosen,
        style[0],
        style[1],
        style[2],
    )
    listed = "".join(
        f'<span style="display:inline-block;width:{100 // cols - (0 if cols == 2 else 1)}%;vertical-align:top">{m}</span>'
        for m in marks
    )
    body = f"""<h1 style="font-size:22px;line-height:1.35">{place.city}城镇职工、城乡居民医疗保险<br>门诊慢特病申请表</h1>
<table class="g t" style="margin-top:12px"><tr><td class="c">姓名</td><td>{name(dice, "patient_name", who.name)}</td><td class="c">性别</td><td class="c">{tag("sex", who.sex)}</td><td class="c">出生年月</td><td class="c">{month(dice, "birth_date", who.born)}</td><td rowspan="4" class="c" style="width:104px;color:#777">照片</td></tr>
<tr><td class="c">身份证号</td><td colspan="5">{cells("id_number", who.id_number, 21) if dice.random() < 0.6 else tag("id_number", who.id_number)}</td></tr>
<tr><td class="c">联系电话</td><td>{tag("phone", who.phone)}</td><td class="c" colspan="2">参保类型</td><td colspan="2">{insured(dice, who.insurance, dice.choice(("tick", "tick2", "text")))}</td></tr>
<tr><td class="c">工作单位</td><td colspan="2">{dice.choice(("", "无", f"{place.county}粮食局", "县水泥厂（退休）"))}</td><td class="c">医保卡号</td><td colspan="2">{tag("card_number", digits(dice, 10)) if dice.random() < 0.5 else ""}</td></tr>
<tr><td class="c">家庭住址</td><td colspan="6">{tag("address", home(dice, place))}</td></tr>
<tr><td class="c">就诊医院</td><td colspan="6">{tag("hospital_name", hospital)}</td></tr>
<tr><td class="c">申报病种<br><span style="font-size:12px">（在所选<br>病种打√）</span></td><td colspan="6" style="font-size:{13 if cols == 2 else 12}px;line-height:1.65;padding:6px">{listed}</td></tr>
<tr><td class="c">所附资料</td><td colspan="6">☑住院病历　☑诊断证明　□门诊病历　□检查报告单　共<u>　{dice.randint(2, 19)}　</u>页</td></tr>
<tr><td colspan="7" style="padding:8px 10px">　　本人自愿申请，保证提供材料真实。　申请人签名：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}　{dice.choice(("申请日期", "填表时间"))}：{day(dice, "application_date", when)}</td></tr>
<tr><td class="c">初审意见</td><td colspan="6" style="height:76px;vertical-align:bottom" class="r">{hand("资料齐全", 20) if dice.random() < 0.5 else ""}　初审人：　　　　　{BLANK_DAY}</td></tr>
<tr><td class="c">专家评审<br>意　　见</td><td colspan="6" style="height:86px;vertical-align:bottom" class="r">专家签名：{sign("physician", doctor(dice) if dice.random() < 0.4 else None, dice)}　{BLANK_DAY}</td></tr>
<tr><td class="c">医保经办<br>机构意见</td><td colspan="6" style="height:76px;vertical-align:bottom" class="r">（盖章）　{BLANK_DAY}</td></tr></table>"""
    return page(
        body,
        ".t td{height:34px;white-space:nowrap}.t td[colspan]{white-space:normal}",
        dice.choice((SONG, HEI, MICRO, UMING)),
        14,
        "38px 46px",
    )


def _sentence(dice: random.Random) -> str:
    """A letter of application; the disease stands in a sentence."""
    who, place, c, hospital, _, when = _case(dice)
    found = "、".join(tag("diagnosis", d) for d in c.diagnoses[: dice.randint(1, 2)])
    u = ln
    live = f"，家住{u(tag('address', home(dice, place)))}" if dice.random() < 0.7 else ""
    text = (
        f"本人{u(name(dice, 'patient_name', who.name))}，{tag('sex', who.sex)}，现年{u(tag('age', who.age_on(when)))}岁，身份证号{u(tag('id_number', who.id_number))}{live}，"
        f"参加{u(insured(dice, who.insurance, 'long'))}。经{u(tag('hospital_name', hospital))}确诊患有{u(found)}，需长期门诊治疗用药。"
        f"现申请认定{u(tag('claimed_disease', c.claim))}特殊疾病门诊，请予审核。"
    )
    body = f"""<h1 style="font-size:28px;letter-spacing:3px;margin:10px 0 30px">特殊疾病门诊{dice.choice(("申请书", "认定申请", "医疗待遇申请书"))}</h1>
<p style="margin:0 0 10px">{place.county}医疗保障事务中心：</p><p style="text-indent:2em;margin:0;line-height:2.1;text-align:justify;word-break:break-all">{text}</p>
<p style="margin:14px 0 0;line-height:1.9">附件：1.身份证复印件<br>　　　2.出院证明书、门诊病历<br>　　　3.检验检查报告{dice.randint(1, 8)}份</p>
<div style="margin:46px 0 0 300px;line-height:2.4">申请人（签字）：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}<br>联系电话：{tag("phone", who.phone)}<br>申请时间：{day(dice, "application_date", when)}</div>
<table class="g" style="position:absolute;left:84px;width:626px;bottom:84px"><tr><td class="c" style="width:110px">医保中心<br>受理意见</td><td style="height:130px;vertical-align:bottom;position:relative" class="r">经办人：{hand(doctor(dice), 20) if dice.random() < 0.5 else "　　　　　"}　{BLANK_DAY}{seal(place.county + "医疗保障事务中心", "业务受理章", size=116, at=(240, 4), turn=dice.uniform(-15, 15), colour=dice.choice(("red", "blue"))) if dice.random() < 0.6 else ""}</td></tr></table>"""
    return page(body, "", dice.choice((SONG, UMING, KAI, WENKAI)), 18, "72px 84px")


def _inline(dice: random.Random) -> str:
    """Two groups of diseases run on as a paragraph; ticks stand before, after or by pen."""
    who, place, _, hospital, level, when = _case(dice)
    severe = dice.random() < 0.3
    chosen = [dice.choice(SEVERE if severe else SHORT)]
    if not severe and dice.random() < 0.4:
        chosen.append(dice.choice([s for s in SHORT if s not in chosen]))
    pen = dice.random() < 0.3
    mark = (
        f'<span style="position:relative">□<span style="position:absolute;left:0;top:-9px;line-height:1">{hand("√", 24)}</span></span>'
        if pen
        else dice.choice(("☑", "■", "√"))
    )
    form = dice.choice(("{m}{t}", "{m}{n}.{t}"))
    first = "　".join(_ticks(SEVERE, chosen, mark, "□", form))
    second = "　".join(_ticks(SHORT, chosen, mark, "□", form))
    an, ai, ar, bare = _agent(dice, who, 0.4)
    renew = dice.random() < 0.25
    body = f"""<h1 style="font-size:22px">{place.county}门诊慢性病（特殊病）资格申请审批表</h1>
<p style="margin:6px 0;font-size:13px">受理编号：{when:%Y}{dice.randint(1, 9999):04d}　　　　业务类型：{"□新增　☑复审" if renew else "☑新增　□复审"}　□变更<span style="float:right">申请日期：{day(dice, "application_date", when)}</span></p>
<table class="g t"><tr><td class="k">申请人姓名</td><td class="k">性别</td><td class="k">年龄</td><td class="k">民族</td><td class="k">身份证号码</td></tr>
<tr class="c"><td class="c">{name(dice, "patient_name", who.name)}</td><td class="c">{tag("sex", who.sex)}</td><td class="c">{tag("age", who.age_on(when))}</td><td class="c">{tag("ethnicity", who.ethnicity)}</td><td class="c">{tag("id_number", who.id_number)}</td></tr>
<tr><td class="k" colspan="2">联系电话</td><td class="k" colspan="2">参保险种</td><td class="k">现居住地址</td></tr>
<tr><td class="c" colspan="2">{tag("phone", who.phone)}</td><td class="c" colspan="2">{insured(dice, who.insurance, "text")}</td><td class="c">{tag("address", home(dice, place)) if dice.random() < 0.8 else ""}</td></tr>
<tr><td class="k" colspan="2">代理人姓名</td><td class="k" colspan="2">与申请人关系</td><td class="k">代理人身份证号码</td></tr>
<tr><td class="c" colspan="2">{an}</td><td class="c" colspan="2">{ar}</td><td class="c">{ai}</td></tr></table>
<table class="g t" style="margin-top:-1px"><tr><td class="k" style="width:110px">甲类<br>（特殊病）</td><td class="p">{first}</td></tr><tr><td class="k">乙类<br>（慢性病）</td><td class="p">{second}</td></tr>
<tr><td class="k">选定定点<br>医疗机构</td><td>{tag("hospital_name", hospital)}{"　等级：" + tag("hospital_level", level) if dice.random() < 0.5 else ""}</td></tr>
<tr><td class="k">医师意见</td><td style="height:100px;vertical-align:bottom" class="r">□符合　□不符合　　医师（签名）：{sign("physician", doctor(dice) if dice.random() < 0.5 else None, dice)}　{BLANK_DAY}</td></tr>
<tr><td class="k">医院医保办</td><td style="height:100px;vertical-align:bottom;position:relative" class="r">（公章）　{BLANK_DAY}{seal(hospital, "医保办公室", size=118, at=(300, -6), turn=dice.uniform(-16, 16)) if dice.random() < 0.5 else ""}</td></tr></table>
<p style="margin:8px 0">本人已知晓门诊慢特病相关政策，自愿接受经办机构核查。</p><p style="margin:14px 0">申请人签字：{sign("applicant", who.name if dice.random() < 0.8 else None, dice)}　　代理人签字：{sign("agent", None if not an or dice.random() < 0.3 else bare, dice)}</p>"""
    return page(
        body,
        ".t td{height:36px}.k{text-align:center;background:#f1f1f1;white-space:nowrap}.p{line-height:2;padding:6px 10px}",
        dice.choice((SONG, HEI, MICRO, ZEN)),
        14,
        "52px 52px",
    )


def _drug(dice: random.Random) -> str:
    """Special medicines: the responsible physician, the medicine, the indication."""
    who, place, _, hospital, level, when = _case(dice)
    drug, size, use, found, department = dice.choice(DRUGS)
    chief, title = doctor(dice), dice.choice(TITLES[:2])
    till = when + dt.timedelta(days=dice.choice((182, 364)))
    first = dice.random() < 0.7
    body = f"""<h1 style="font-size:23px">{place.province}医疗保险门诊特殊用药申请表</h1>
<p style="margin:6px 0 10px;text-align:center;font-size:14px">{"☑初次申请　□续期申请" if first else "□初次申请　☑续期申请"}</p>
<table class="g t"><tr><td class="k">患者姓名</td><td>{name(dice, "patient_name", who.name)}</td><td class="k">性别</td><td>{tag("sex", who.sex)}</td><td class="k">年龄</td><td>{tag("age", who.age_on(when))}</td></tr>
<tr><td class="k">身份证号</td><td colspan="2">{tag("id_number", who.id_number)}</td><td class="k">社保卡号</td><td colspan="2">{tag("card_number", digits(dice, 9)) if dice.random() < 0.7 else ""}</td></tr>
<tr><td class="k">险　　种</td><td colspan="2">{insured(dice, who.insurance, "tick")}</td><td class="k">联系电话</td><td colspan="2">{tag("phone", who.phone)}</td></tr>
<tr><td class="k">联系地址</td><td colspan="5">{tag("address", home(dice, place)) if dice.random() < 0.6 else ""}</td></tr>
<tr><td class="k">申请病种</td><td colspan="5">{tag("claimed_disease", use)}</td></tr>
<tr><td class="k">治疗医院</td><td colspan="2">{tag("hospital_name", hospital)}</td><td class="k">医院等级</td><td colspan="2">{tag("hospital_level", level)}</td></tr>
<tr><td class="k">责任医师</td><td>{tag("physician_name", chief)}</td><td class="k">职称</td><td>{tag("physician_title", title)}</td><td class="k">科室</td><td>{tag("department", department)}</td></tr>
<tr><td class="k">临床诊断</td><td colspan="5">{tag("diagnosis", found)}</td></tr>
<tr><td class="k">诊断依据</td><td colspan="5" style="height:66px;vertical-align:top">{dice.choice(("☑病理诊断　☑影像报告　☑基因检测　□临床诊断　□出院小结", "□病理诊断　☑影像报告　□基因检测　☑临床诊断　☑出院小结"))}</td></tr></table>
<table class="g t" style="margin-top:-1px"><tr><td class="k">药品通用名</td><td class="k">规　格</td><td class="k">用法用量</td><td class="k">月用量</td><td class="k">定点药店</td></tr><tr class="c"><td class="c">{drug}</td><td class="c">{size}</td><td class="c">{dice.choice(("按说明书", "每日1次", "q2w"))}</td><td class="c">{dice.randint(1, 4)}盒</td><td class="c">{place.county[:2]}{dice.choice(("康泰", "益民", "百姓缘"))}大药房{dice.choice(("", "人民路店"))}</td></tr><tr><td></td><td></td><td></td><td></td><td></td></tr></table>
<table class="g t" style="margin-top:-1px"><tr><td class="k" style="width:110px">责任医师<br>评估意见</td><td style="height:120px;vertical-align:top">符合限定支付范围，预计用药{"6" if (till - when).days < 200 else "12"}个月，自{day(dice, "valid_from", when, "年")}至{day(dice, "valid_until", till, "年")}。<br><br><div class="r">责任医师签名：{sign("physician", chief if dice.random() < 0.8 else None, dice)}　{day(dice, "sign_date", when)}</div></td></tr>
<tr><td class="k">医院医保<br>部门意见</td><td style="height:110px;position:relative;vertical-align:bottom" class="r">（盖章）　{BLANK_DAY}{seal(hospital, "医保专用章", size=122, at=(280, -8), turn=dice.uniform(-12, 12)) if dice.random() < 0.75 else ""}</td></tr>
<tr><td class="k">患者（家属）<br>知情签名</td><td style="height:70px">本人已了解特药“五定”管理规定。　签名：{sign("applicant", who.name if dice.random() < 0.8 else None, dice)}</td></tr></table>
<p style="font-size:12px;margin:5px 0">备注：责任医师须为副主任医师以上并经备案；审核通过后，凭处方到定点医院或“双通道”药店购药。咨询电话 {phone(dice)[:3]}-{digits(dice, 8)}。</p>"""
    return page(
        body,
        ".t td{height:38px}.k{text-align:center;white-space:nowrap}",
        dice.choice((SONG, HEI, UMING)),
        14,
        "44px 50px",
    )


def _online(dice: random.Random) -> str:
    """Printed from a government-service web page: pale labels above values, ringed choices."""
    who, place, c, hospital, level, when = _case(dice)
    staff = who.insurance == "employee"
    kinds = (
        f"{tag('insurance_type', 'employee', '◉ 职工基本医疗保险')}　○ 城乡居民基本医疗保险"
        if staff
        else f"○ 职工基本医疗保险　{tag('insurance_type', 'resident', '◉ 城乡居民基本医疗保险')}"
    )
    an, ai, ar, _ = _agent(dice, who, 0.4)
    tint = dice.choice(("#1677ff", "#0a7d55", "#c7363b"))

    def cell(label: str, value: str, wide: bool = False) -> str:
        return f'<div style="{"grid-column:span 2;" if wide else ""}"><div class="l">{label}</div><div class="v">{value or "—"}</div></div>'

    def block(title: str, *inner: str) -> str:
        return f'<div class="h">{title}</div><div class="b2">{"".join(inner)}</div>'

    clock = f"{dice.randint(8, 22):02d}:{dice.randint(10, 59)}:{dice.randint(10, 59)}"
    person_block = block(
        "参保人员信息", cell("姓名", tag("patient_name", who.name)), cell("性别", tag("sex", who.sex)), cell("证件号码", tag("id_number", who.id_number)),
        cell("出生日期", day(dice, "birth_date", who.born, "-")), cell("手机号码", tag("phone", who.phone)), cell("参保地", tag("insured_place", place.insured)),
        cell("参保险种", kinds, True), cell("联系地址", tag("address", home(dice, place)), True),
    )  # fmt: skip
    claim_block = block(
        "申报信息", cell("申请病种名称", tag("claimed_disease", c.claim)), cell("申请日期", tag("application_date", when.isoformat(), f"{when:%Y-%m-%d} {clock}")),
        cell("确诊医院", tag("hospital_name", hospital)), cell("医院等级", tag("hospital_level", level) if dice.random() < 0.7 else ""), cell("诊断", "，".join(tag("diagnosis", d) for d in c.diagnoses[:2]), True),
        cell("就诊科室", tag("department", c.department)), cell("住院号/门诊号", tag("record_number", digits(dice, 8)) if dice.random() < 0.6 else ""),
    )  # fmt: skip
    agent_block = block(
        "代办人信息",
        cell("是否代办", "◉ 是　○ 否" if an else "○ 是　◉ 否"),
        cell("代办人姓名", an),
        cell("代办人证件号码", ai),
        cell("与参保人关系", ar),
    )
    files = "".join(
        f"<div>📎 {x}</div>".replace("📎", "·")
        for x in (
            "居民身份证.jpg",
            "出院记录_1.jpg",
            "疾病诊断证明书.jpg",
            f"IMG_{when:%Y%m%d}_{dice.randint(1000, 9999)}.jpg",
        )[: dice.randint(2, 4)]
    )
    body = f"""<div style="display:flex;justify-content:space-between;font-size:11px;color:#555"><span>{when:%Y/%m/%d} {clock[:5]}</span><span>{place.province}医保公共服务平台</span></div>
<h1 style="font-size:22px;margin:14px 0 4px">门诊慢特病认定申请单</h1><div class="c" style="font-size:12px;color:#777">业务流水号：{place.code}{when:%Y%m%d}{digits(dice, 8)}　当前状态：<span style="color:{tint}">待初审</span></div>
{person_block}{claim_block}{agent_block}<div class="h">附件材料</div><div style="padding:2px 12px;line-height:1.6">{files}</div>
<div style="margin-top:8px;font-size:12px;color:#666">☑ 我已阅读并同意《告知承诺书》，对所提交信息的真实性负责。</div><div style="margin-top:18px">电子签名：{sign("applicant", who.name if dice.random() < 0.7 else None, dice)}</div>
<div style="position:absolute;left:44px;right:44px;bottom:20px;font-size:11px;color:#555;display:flex;justify-content:space-between"><span>https://ybfw.example.gov.cn/mtb/print?id={digits(dice, 6)}</span><span>1/1</span></div>"""
    css = f".h{{border-left:4px solid {tint};padding-left:8px;margin:13px 0 6px;font-weight:600;font-size:15px}}.b2{{display:grid;grid-template-columns:1fr 1fr;border:1px solid #ddd;border-width:1px 0 0 1px}}.b2>div{{border:1px solid #ddd;border-width:0 1px 1px 0;padding:3px 12px}}.l{{font-size:12px;color:#888}}.v{{min-height:22px}}"
    return page(body, css, dice.choice((HEI, MICRO, ZEN)), 14, "26px 44px")


TEMPLATES: dict[str, Template] = {
    "bureau-application_form-national": Template("application_form", 794, 1123, _national),
    "bureau-application_form-ticklist": Template("application_form", 794, 1123, _ticklist),
    "bureau-application_form-sentence": Template("application_form", 794, 1123, _sentence),
    "bureau-application_form-inline": Template("application_form", 794, 1123, _inline),
    "bureau-application_form-drug": Template("application_form", 794, 1123, _drug),
    "bureau-application_form-online": Template("application_form", 794, 1123, _online),
}
