"""Recognition tables of specialists, a treatment card, a Tianjin register and a decision of the bureau."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop.hill_base import (
    DOT,
    UMING,
    at,
    face,
    line,
    other,
    pick,
    qr,
    scribble,
    sick,
    spaced,
    ticks,
    when,
    who,
)  # fmt: skip

TITLES = ("主任医师", "副主任医师", "主治医师")
CRITERIA = {
    "高血压病（有心、脑、肾、眼并发症之一）": ("收缩压≥180mmHg和（或）舒张压≥110mmHg", "左心室肥厚（超声或心电图）", "眼底出血、渗出或视乳头水肿", "血肌酐≥133μmol/L或蛋白尿", "脑卒中病史"),
    "糖尿病（合并严重并发症）": ("符合WHO糖尿病诊断标准", "尿微量白蛋白排泄率≥20μg/min", "增殖期视网膜病变", "肌电图证实周围神经病变", "糖尿病足Wagner 2级以上"),
    "": ("有二级及以上医院住院病历或一年以上门诊病历", "症状、体征符合本病诊断", "实验室检查阳性", "影像学或病理学检查支持", "需长期药物治疗"),
}  # fmt: skip


def criteria(dice: random.Random) -> str:
    """Criteria one a line with results, three specialists, a verdict by vote."""
    p, s, day = who(dice, "保定"), sick(dice), when(dice)
    hosp = dice.choice(("保定市第二中心医院", "河北燕赵大学附属医院", "保定市第一中医院"))
    level = "三级甲等"
    wanted = CRITERIA.get(s.claim, CRITERIA[""])
    met = [dice.random() < 0.65 for _ in wanted]
    experts = [other(dice) for _ in range(3)]
    until = dt.date(day.year + dice.choice((2, 3)), 12, 31)
    rows = "".join(f'<tr><td class="c">{n}</td><td colspan="3">{c}</td><td class="c">{"☑是 □否" if ok else "□是 ☑否"}</td><td style="font-size:12px">{dice.choice(["见出院记录", "见化验单", "附报告单", "病历第3页"]) if ok else "—"}</td></tr>' for n, (c, ok) in enumerate(zip(wanted, met, strict=True), 1))  # fmt: skip
    team = "".join(f'<tr style="height:38px"><td class="c">{"组长" if n == 0 else "成员"}</td><td>{h.f("physician_name", e)}</td><td>{h.f("physician_title", TITLES[0] if n == 0 else dice.choice(TITLES[:2]))}</td><td>{dice.choice(["心内", "内分泌", "综合内科", "肿瘤"])}专业</td><td colspan="2">签名：{h.sign("physician", e if n < 2 or dice.random() < 0.7 else None, dice)}</td></tr>' for n, e in enumerate(experts))  # fmt: skip
    body = f"""
<h1 style="font-family:{UMING};font-size:25px">保定市门诊慢(特)病专家鉴定表</h1>
<div style="margin:12px 0 4px">鉴定批次：{day.year}年第{dice.randint(1, 12)}批&emsp;&emsp;鉴定编号：BD-{dice.randint(1, 9999):04d}<span style="float:right">鉴定日期：{h.f("sign_date", day.isoformat(), at(dice, day))}</span></div>
<table class="g" style="table-layout:fixed"><colgroup><col style="width:80px"><col style="width:140px"><col style="width:110px"><col><col style="width:120px"><col style="width:110px"></colgroup>
<tr><td class="c">姓名</td><td>{h.f("patient_name", p.name)}</td><td class="c">性别</td><td>{h.f("sex", p.sex)}</td><td class="c">险种</td><td>{h.f("insurance_type", p.insurance, p.insurance_shown)}</td></tr>
<tr><td class="c">身份证号</td><td colspan="3">{h.f("id_number", p.id_number)}</td><td class="c">年龄（周岁）</td><td>{h.f("age", p.age_on(day))}</td></tr>
<tr><td class="c">申报病种</td><td colspan="3">{h.f("claimed_disease", s.claim)}</td><td class="c">联系电话</td><td>{h.f("phone", p.phone)}</td></tr>
<tr><td class="c">病历来源</td><td colspan="3">{h.f("hospital_name", hosp)}（{h.f("hospital_level", level)}）</td><td class="c">住院号</td><td>{h.f("record_number", str(dice.randint(200000, 999999)))}</td></tr>
<tr><td class="c">诊断</td><td colspan="5">{h.fs("diagnosis", s.diagnoses, "  ", numbered=True)}</td></tr>
<tr style="background:#ededed"><td class="c">序号</td><td colspan="3" class="c">鉴 定 标 准</td><td class="c">是否符合</td><td class="c">依据</td></tr>{rows}
<tr><td class="c">结论</td><td colspan="5">符合 <u>&ensp;{sum(met)}&ensp;</u> 项。鉴定结果：{ticks(["通过", "不通过", "补充材料"], "通过" if sum(met) > 1 else "补充材料", "☑")}
<br>待遇有效期至：{h.f("valid_until", until.isoformat(), at(dice, until, "年")) if sum(met) > 1 else line("", 120)}</td></tr>
<tr style="background:#ededed"><td colspan="6" class="c">鉴 定 专 家</td></tr>{team}
<tr><td class="c">鉴定机构</td><td colspan="5" style="height:120px;position:relative;vertical-align:bottom"><div class="r">鉴定医疗机构（盖章）&emsp;&emsp;&emsp;&emsp;{spaced(dice, day)}&emsp;</div>{h.seal("保定市门诊慢性病鉴定专家委员会", "", size=122, at=(310, 2), turn=dice.uniform(-15, 15))}</td></tr></table>
<div style="font-size:12.5px;margin-top:6px">纪律要求：专家应当独立作出判断，不得与参保人员私下接触。本表随病历一并归档。监督人员：{scribble(other(dice), 19)}</div>"""
    return h.page(body, "td{padding:4px 6px}", dice.choice((h.SONG, UMING)), 14, "48px 50px")


def letter(dice: random.Random) -> str:
    """The bureau's decision after recognition, a letter of prose with a square electronic seal."""
    p, s, day = who(dice, "天水"), sick(dice), when(dice)
    first = day + dt.timedelta(days=1)
    asked = day - dt.timedelta(days=dice.randint(8, 20))
    until = first.replace(year=first.year + 3, day=min(first.day, 28)) - dt.timedelta(days=1)
    hosp = dice.choice(("天水市第一人民医院", "天水市秦州区人民医院"))
    body = f"""
<div class="c" style="color:#c81e1e;font-family:{h.HEI};font-size:30px;letter-spacing:3px;border-bottom:2px solid #c81e1e;padding-bottom:8px">天水市秦州区医疗保障服务中心</div>
<h1 style="font-size:24px;margin:40px 0 6px">门诊慢特病待遇认定结果告知书</h1><div class="c" style="margin-bottom:26px">秦医保慢认〔{day.year}〕第 {dice.randint(10, 9999)} 号</div>
<p><u>&ensp;{h.f("patient_name", p.name)}&ensp;</u>（身份证号码：<u>{h.f("id_number", p.id_number)}</u>）：</p>
<p class="i">您于{h.f("application_date", asked.isoformat(), at(dice, asked, "年"))}提出的门诊慢特病待遇申请收悉。经{h.f("hospital_name", hosp)}医疗专家组依据《甘肃省基本医疗保险门诊慢特病认定标准》评审，您所患{h.f("diagnosis", s.diagnoses[0])}符合<b>{h.f("claimed_disease", s.claim)}</b>认定标准，现认定您享受{h.f("insurance_type", p.insurance, "城镇职工" if p.insurance == "employee" else "城乡居民")}基本医疗保险门诊慢特病待遇，待遇享受时间为{h.f("valid_from", first.isoformat(), at(dice, first, "年"))}起至{h.f("valid_until", until.isoformat(), at(dice, until, "年"))}止，年度支付限额为{dice.choice(["3000", "5000", "10000", "60000"])}元。</p>
<p class="i">请您在本市门诊慢特病定点医药机构就医购药，凭医保电子凭证或社会保障卡直接结算。待遇期满前30日，请持近期检查资料到认定医疗机构办理复审。</p>
<p class="i">如对本认定结果有异议，可自收到本告知书之日起15个工作日内提出复核申请，复核电话：0938-821{dice.randint(1000, 9999)}。</p>
<div style="margin-top:70px;text-align:right;padding-right:40px;position:relative">天水市秦州区医疗保障服务中心<br>{h.f("issue_date", day.isoformat(), at(dice, day, "年"))}{h.seal("天水市秦州区医疗保障服务中心", "", size=146, at=(460, -52), turn=dice.uniform(-8, 8), ink=0.8)}</div>
<div style="margin-top:90px;border-top:1px dashed #666;padding-top:14px;font-size:15px"><div class="c b">送 达 回 执</div><p>今收到秦医保慢认〔{day.year}〕号告知书壹份。</p><p class="r">收件人签字：{h.sign("applicant", p.name if dice.random() < 0.4 else None, dice)}&emsp;年&emsp;月&emsp;日</p></div>"""
    return h.page(body, ".i{text-indent:2em}p{margin:8px 0;line-height:1.95}", h.SONG, 17, "60px 86px")


def tianjin(dice: random.Random) -> str:
    """A register slip of narrow columns with codes, printed by the hospital for 门特."""
    p, s, day = who(dice, "济南"), sick(dice), when(dice)
    hosp = dice.choice(("天津市海河区中医医院", "天津市第二十九中心医院", "天津医大津东医院"))
    docs = [other(dice), other(dice)]
    end = day.replace(year=day.year + 1, day=min(day.day, 28)) - dt.timedelta(days=1)

    def f8(d: Any) -> str:
        return f"{d:%Y%m%d}"

    def c(a: Any, b: Any, w: Any = 1) -> str:
        return f'<td class="n">{a}</td><td colspan="{w}">{b}</td>'

    body = f"""
<div style="display:flex;justify-content:space-between"><span>打印序号:{dice.randint(1, 999):03d}</span><span>医院存根联</span></div>
<div class="c" style="font-size:19px">天津市基本医疗保险门诊特定疾病（门特）鉴定登记表</div>
<div style="display:flex;justify-content:space-between;margin:5px 0 2px"><span>鉴定医院:{h.f("hospital_name", hosp)}({h.f("hospital_level", dice.choice(["三级", "二级"]))})</span><span>机构代码:H1201{dice.randint(10**6, 10**7 - 1)}</span></div>
<table class="g">
<tr>{c("姓名", h.f("patient_name", p.name))}{c("性别", h.f("sex", p.sex))}{c("出生日期", h.f("birth_date", p.born.isoformat(), f8(p.born)))}</tr>
<tr>{c("身份号码", h.f("id_number", p.id_number))}{c("险种", h.f("insurance_type", p.insurance, "职工基本医疗" if p.insurance == "employee" else "居民基本医疗"))}{c("电话", h.f("phone", p.phone))}</tr>
<tr>{c("病案号", h.f("record_number", f"M{dice.randint(100000, 999999)}"))}{c("社保卡号", h.f("card_number", f"{dice.randint(10**8, 10**9 - 1)}"))}{c("登记类型", dice.choice(["新登记", "续登记", "转院"]))}</tr>
<tr>{c("门特病种", h.f("claimed_disease", s.claim), 5)}</tr>
<tr>{c("疾病诊断", "".join(f"<div>[{dice.choice('CEIKMN')}{dice.randint(10, 99)}.{dice.randint(0, 9)}]{h.f('diagnosis', d)}</div>" for d in s.diagnoses), 5)}</tr>
<tr>{c("鉴定意见", f"<div style='min-height:70px'>{s.story}经鉴定符合准入标准。</div>", 5)}</tr>
<tr>{c("有效期起", h.f("valid_from", day.isoformat(), f8(day)))}{c("有效期止", h.f("valid_until", end.isoformat(), f8(end)))}{c("支付比例", "按政策")}</tr>
<tr>{c("鉴定医师1", f"{h.f('physician_name', docs[0])} {h.sign('physician', docs[0], dice, 74)}")}{c("鉴定医师2", f"{h.f('physician_name', docs[1])} {h.sign('physician', docs[1] if dice.random() < 0.7 else None, dice, 74)}")}{c("鉴定科室", h.f("department", s.department))}</tr>
<tr>{c("登记经办", scribble(other(dice), 18))}{c("参保人签字", h.sign("applicant", p.name, dice, 80))}{c("登记日期", h.f("application_date", day.isoformat(), f8(day)))}</tr></table>
<div style="margin-top:4px">选定门特治疗医院：1.{hosp} 2.海河区第三社区卫生服务中心 3.-- 选定药店：--</div>
{h.seal(hosp, "门特鉴定专用章", size=118, at=(560, 330), turn=dice.uniform(-18, 18), ink=0.55) if dice.random() < 0.85 else ""}"""
    return h.page(body, ".n{width:76px;background:#fff}td{padding:3px 4px}", DOT, 13, "30px 34px")


def booklet(dice: random.Random) -> str:
    """The card of somebody recognised: two leaves of a small green book, photo and table of periods."""
    p, s, day = who(dice, "抚顺"), sick(dice), when(dice, "2023-02-01", "2025-10-20")
    hosp = dice.choice(("抚顺市中心医院", "抚顺市新抚区人民医院"))
    until = dt.date(day.year + 1, 12, 31)

    def r(a: Any, b: Any) -> str:
        return f'<div style="display:flex;margin:5px 0"><span style="width:92px;text-align-last:justify;margin-right:8px">{a}</span><span style="flex:1;border-bottom:1px solid #355">{b}</span></div>'

    years = "".join(f'<tr style="height:44px"><td class="c">{day.year + n}</td><td>{h.hand("合格", 18) if n == 0 else ""}</td><td></td></tr>' for n in range(3))  # fmt: skip
    body = f"""
<div style="display:flex;height:100%;position:relative"><div style="width:50%;padding:16px 20px;border-right:1px solid #9ab">
<div class="c b" style="font-size:17px">抚顺市门诊特殊慢性病医疗证</div><div class="c" style="font-size:12px">编号：{h.f("card_number", f"抚慢{dice.randint(10000, 99999)}")}</div>
<div style="text-align:center;margin:6px">{face(dice, 84, 106, back="#fff") if dice.random() < 0.8 else '<span style="display:inline-block;width:84px;height:106px;border:1px solid #333;line-height:106px">照&ensp;片</span>'}</div>
{r("姓名", h.f("patient_name", p.name))}{r("性别", h.f("sex", p.sex))}{r("身份证号", h.f("id_number", p.id_number))}{r("人员类别", h.f("insurance_type", p.insurance, "职工" if p.insurance == "employee" else "居民"))}{r("病种", h.f("claimed_disease", s.claim))}{r("定点医院", h.f("hospital_name", hosp))}
{h.seal("抚顺市医疗保障事务服务中心", "钢印" if dice.random() < 0.3 else "", size=104, at=(dice.randint(56, 80), 92), turn=dice.uniform(-20, 20), ink=0.6)}</div>
<div style="width:50%;padding:16px 20px">{r("发证日期", h.f("issue_date", day.isoformat(), at(dice, day, "年")))}{r("有效期至", h.f("valid_until", until.isoformat(), at(dice, until, "年")))}
<div class="c b" style="margin-top:10px">年 审 记 录</div><table class="g"><tr class="c"><td class="c">年度</td><td class="c">审验意见</td><td class="c">经办人</td></tr>{years}</table>
<div style="font-size:11px;line-height:1.5;margin-top:8px">须知：1.本证仅限本人使用，不得转借、涂改；2.就诊时与社会保障卡一并出示；3.遗失应及时到发证机关挂失；4.每年12月进行年审，逾期未审自动失效。发证机关：抚顺市医疗保障局&ensp;电话：024-5266{dice.randint(1000, 9999)}</div></div></div>"""
    return h.page(body, "", UMING, 14, "6px").replace("background:#fff;", "background:#eef5ea;", 1)


def jiangsu(dice: random.Random) -> str:
    """A landscape-less narrow recognition sheet, labels above values, doctor's table of findings with units."""
    p, s, day = who(dice, "盐城"), sick(dice), when(dice)
    hosp = dice.choice(("盐城市第三人民医院", "盐城市亭湖区人民医院", "江苏苏北医学院附属盐城医院"))
    doc, chief = other(dice), other(dice)
    listed = [
        s.claim,
        *dice.sample(["血友病", "肺结核", "重症肌无力", "儿童生长激素缺乏症", "肾病综合征"], 3),
    ]
    dice.shuffle(listed)
    end = day.replace(year=day.year + 2, day=min(day.day, 28))
    body = f"""
<div style="display:flex;align-items:center;gap:14px;border-bottom:2px solid #2a7d6f;padding-bottom:8px"><div style="width:52px;height:52px;border-radius:50%;border:3px solid #2a7d6f;color:#2a7d6f;text-align:center;line-height:46px;font-size:26px">＋</div><div><div style="font-size:20px">{h.f("hospital_name", hosp)}</div><div style="font-size:12px;color:#666">地址：盐城市亭湖区毓龙东路{dice.randint(8, 300)}号&ensp;总机：0515-8888{dice.randint(1000, 9999)}</div></div><div style="margin-left:auto">{qr(dice, 62)}</div></div>
<h2 style="font-size:20px;margin:14px 0">门诊特殊病种（门特）认定表</h2>
<div class="gr">{"".join(f'<div style="grid-column:span {w}"><i>{a}</i>{b}</div>' for a, b, w in (("患者姓名", h.f("patient_name", p.name), 1), ("性别", h.f("sex", p.sex), 1), ("年龄", h.f("age", p.age_on(day), f"{p.age_on(day)}岁"), 1), ("门诊号", h.f("record_number", f"{dice.randint(10**9, 10**10 - 1)}"), 1), ("身份证件号", h.f("id_number", p.id_number), 2), ("医保类型", h.f("insurance_type", p.insurance, "市职工医保" if p.insurance == "employee" else "市居民医保"), 1), ("联系方式", h.f("phone", p.phone), 1), ("就诊科室", h.f("department", s.department), 2), ("就诊日期", h.f("visit_date", day.isoformat(), at(dice, day)), 2)))}</div>
<div class="s">认定病种</div><div class="v">{pick("claimed_disease", [(x, x) for x in listed], s.claim, "☑")}</div>
<div class="s">主要诊断</div><div class="v">{"<br>".join(h.f("diagnosis", d) for d in s.diagnoses)}</div>
<div class="s">病史、体征及辅助检查</div><div class="v" style="min-height:110px">{s.story}<br>体检：T 36.{dice.randint(2, 8)}℃，P {dice.randint(62, 98)}次/分，R {dice.randint(16, 22)}次/分，BP {dice.randint(118, 178)}/{dice.randint(70, 106)}mmHg，神志清，精神可。</div>
<div class="s">治疗方案</div><div class="v">{s.drug}（谈判药品：{dice.choice(["是", "否"])}）；每{dice.choice(["4", "12"])}周复查。</div>
<div class="s">认定意见</div><div class="v" style="position:relative;min-height:150px">符合认定标准，认定有效期 {h.f("valid_from", day.isoformat(), at(dice, day, "."))} ～ {h.f("valid_until", end.isoformat(), at(dice, end, "."))}。<br><br>认定医师：{h.f("physician_name", doc)}&ensp;{h.f("physician_title", dice.choice(TITLES))}&ensp;{h.sign("physician", doc, dice)}<br>审核（医保处）：{chief}&emsp;&emsp;审核时间：{h.f("sign_date", day.isoformat(), at(dice, day, "-"))} 15:{dice.randint(10, 59)}{h.seal(hosp[:14], "医保处", size=124, at=(470, 10), turn=dice.uniform(-18, 18), colour=dice.choice(["red", "red", "grey"]))}</div>
<div style="font-size:12px;color:#777;margin-top:10px">注：①恶性肿瘤、透析、器官移植抗排异认定长期有效；②本表由认定医师在HIS系统中填写打印，手写无效；③患者须于认定后在“江苏医保云”选择治疗机构。</div>"""
    return h.page(
        body,
        ".gr{display:grid;grid-template-columns:repeat(4,1fr);border:1px solid #9bb}.gr>div{border:1px solid #cdd;padding:3px 8px}.gr i{display:block;font-style:normal;font-size:11px;color:#2a7d6f}.s{background:#2a7d6f;color:#fff;display:inline-block;padding:1px 12px;margin-top:9px;font-size:13px}.v{border:1px solid #2a7d6f;padding:6px 10px}",
        h.HEI,
        14,
        "34px 48px",
    )


TEMPLATES: dict[str, Template] = {
    "hill-recognition_form-criteria": Template("recognition_form", 794, 1123, criteria),
    "hill-recognition_form-letter": Template("recognition_form", 794, 1123, letter),
    "hill-recognition_form-tianjin": Template("recognition_form", 794, 560, tianjin),
    "hill-recognition_form-booklet": Template("recognition_form", 720, 470, booklet),
    "hill-recognition_form-jiangsu": Template("recognition_form", 794, 1123, jiangsu),
}
