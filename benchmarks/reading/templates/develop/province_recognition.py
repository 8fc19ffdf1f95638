"""What bureaus issue once a status is recognised: tables, cards, booklets, notices."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.province_base import (
    CLERKS,
    DISEASES,
    DOCTORS,
    FIRMS,
    clinic,
    digits,
    home,
    on,
    said,
    short,
    someone,
    spaced,
    when,
)  # fmt: skip


def _later(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def henan(dice: random.Random) -> str:
    """An approval table: two experts, a verdict to tick, the term written into the bureau's opinion."""
    who, day = someone(dice), when(dice)
    p = who.place
    hospital, level = clinic(dice, p)
    pick = dice.choice(DISEASES)
    d1, d2, d3 = dice.sample(DOCTORS, 3)
    start = day.replace(day=1) + dt.timedelta(days=31)
    start = start.replace(day=1)
    end = _later(start, dice.choice((1, 2, 3, 5))) - dt.timedelta(days=1)
    title = dice.choice(("门诊重症慢性病认定审批表", "门诊特殊疾病鉴定审批表", "重特大疾病门诊病种认定表"))
    style = dice.choice(("年", "年0", "年 "))
    until = (
        f("valid_until", "长期", "长期有效")
        if dice.random() < 0.2
        else on("valid_until", end, said(dice, end, style))
    )
    inpatient = dice.random() < 0.5
    record = f("record_number", digits(dice, 8)) if inpatient else ""
    body = f"""
<h1 style="font-size:22px">{p.city}{dice.choice(("城乡居民", "城镇职工", "")) and ("职工" if who.insurance == "employee" else "城乡居民")}基本医疗保险</h1><h1 style="font-size:22px">{title}</h1>
<div style="display:flex;justify-content:space-between;margin:12px 0 3px;font-size:14px"><span>县（市、区）：{f("insured_place", p.county)}</span><span>编号：{p.code}-{day.year}-{digits(dice, 4)}</span></div>
<table class="g n"><colgroup><col style="width:12%"><col style="width:20%"><col style="width:12%"><col style="width:12%"><col style="width:14%"><col></colgroup>
<tr><td class=c>姓　　名</td><td class=c>{f("patient_name", who.name, spaced(who.name))}</td><td class=c>性　别</td><td class=c>{f("sex", who.sex)}</td><td class=c>出生年月</td><td class=c>{f("birth_date", f"{who.born:%Y-%m}", f"{who.born.year}年{who.born.month}月")}</td></tr>
<tr><td class=c>身份证号</td><td colspan=3>{f("id_number", who.id_number)}</td><td class=c>联系电话</td><td>{f("phone", who.phone)}</td></tr>
<tr><td class=c>单位名称<br>（村、社区）</td><td colspan=3>{dice.choice(FIRMS) if who.insurance == "employee" else short(p) + "柳园镇前营村"}</td><td class=c>人员类别</td><td>{"<br>".join((f("insurance_type", who.insurance, ("☑在职" if who.age_on(day) < 60 else "□在职")) + "　" + ("□退休" if who.age_on(day) < 60 else "☑退休"),) if who.insurance == "employee" else (f("insurance_type", "resident", "☑居民") + "　□职工",))}</td></tr>
<tr><td class=c>认定病种</td><td colspan=3>{f("claimed_disease", pick[0])}</td><td class=c>住院号</td><td>{record}</td></tr>
<tr><td class=c>提供资料</td><td colspan=5>住院病历{dice.randint(1, 2)}份{dice.choice(("", "、诊断证明1份"))}、检查报告{dice.randint(1, 6)}份，共{dice.randint(8, 30)}页</td></tr>
<tr><td class=c>专　家<br>鉴　定<br>意　见</td><td colspan=5 style="height:190px;vertical-align:top;line-height:1.8">1. 诊断依据：{dice.choice(("病史、体征及影像学检查", "血生化、尿蛋白定量及肾脏超声", "冠脉造影、心电图"))}充分；<br>2. 诊断：{f("diagnosis", pick[1])}（{pick[3]}）；<br>3. 结论：{"☑"}符合　□不符合　□需补充资料。<br><br>专家签名：1. {sign("physician", d1, dice, 100)}　2. {sign("physician", d2, dice, 100)}　　{said(dice, day - dt.timedelta(days=dice.randint(3, 12)), "年")}</td></tr>
<tr><td class=c>定点医疗<br>机构意见</td><td colspan=5 style="height:120px;position:relative">{f("hospital_name", hospital)}（{f("hospital_level", level)}）　科室：{f("department", dice.choice(("慢病管理办公室", "心内科", "内分泌科", "肾病科")))}<div style="position:absolute;right:24px;bottom:6px">（盖章）　　　　　</div>{seal(hospital, size=126, at=(dice.randint(330, 430), -2), turn=dice.uniform(-14, 14))}</td></tr>
<tr><td class=c>医保经办<br>机构审批<br>意　　见</td><td colspan=5 style="height:176px;position:relative;vertical-align:top;line-height:1.9">经审核，同意{spaced(who.name)}同志享受上述病种门诊待遇。待遇享受期：自 {on("valid_from", start, said(dice, start, style))} 起至 {until} 止。<br>经办人：{dice.choice(CLERKS)}　　复核人：{d3}<div style="position:absolute;right:26px;bottom:8px">{f("issuing_authority", p.county + "医疗保障服务中心")}（章）　{on("issue_date", day, said(dice, day, style))}</div>{seal(p.county + "医疗保障服务中心", "业务专用章", size=132, at=(dice.randint(380, 450), 40), turn=dice.uniform(-14, 14))}</td></tr></table>
<div style="font-size:13px;margin-top:8px">注：有效期满前30日内凭近期病历到经办机构办理复审，逾期未办的自动终止待遇。本表正反面打印无效。</div>"""
    return page(
        body,
        ".n td{height:42px;font-size:15px;line-height:1.4}",
        dice.choice((SONG, KAI, SONG)),
        pad="48px 56px",
    )


def booklet(dice: random.Random) -> str:
    """The open booklet of a status: photo and name left, illness and hospitals right."""
    who, day = someone(dice), when(dice, "2019-03-01")
    p = who.place
    picks = dice.sample(DISEASES, dice.choice((1, 1, 2)))
    end = _later(day, dice.choice((2, 3, 5)))
    colour = dice.choice(("#e9f3ea", "#fdf3f0", "#eef3fa"))
    typed = dice.random() < 0.7
    ink = "font-family:'AR PL UMing CN';" if dice.random() < 0.5 else f"font-family:{KAI};"

    def v(field: str, value: object, shown: str | None = None) -> str:
        return f(field, value, shown, style=ink + "font-size:17px")

    def line(label: str, inner: str) -> str:
        return f"<div class=o><span class=p>{label}</span><span class=u>{inner or '&nbsp;'}</span></div>"

    mono = f"{day.year}年{day.month}月{day.day}日"
    bureau = p.city + "医疗保障局"
    address = home(dice, who)
    ills = "".join(line("" if n else "病　　种", v("claimed_disease", d[0])) for n, d in enumerate(picks))
    number = f"{p.code[:4]}{dice.choice('AMT')}{digits(dice, 7)}"
    where = hand(short(p) + "人民医院", 19) if not typed else v("hospital_name", short(p) + "人民医院")
    body = f"""
<div class=h style="left:26px"><div class=t>门诊特殊慢性病待遇证</div>
<div style="position:absolute;right:22px;top:62px;width:104px;height:136px;border:1px solid #888;background:#dfe6ee;overflow:hidden" data-face="1"><svg width="104" height="136"><rect width="104" height="136" fill="#c8d8ea"/><ellipse cx="52" cy="58" rx="25" ry="32" fill="#e7c6a8"/><path d="M26 56 q2 -40 26 -36 q26 -4 27 36 q-6 -22 -27 -20 q-20 -2 -26 20z" fill="#26211f"/><path d="M6 136 q4 -40 46 -44 q42 4 46 44z" fill="#39465e"/><circle cx="43" cy="58" r="2.4"/><circle cx="61" cy="58" r="2.4"/><path d="M45 74 q7 4 14 0" stroke="#9a5348" fill="none"/></svg></div>
<div style="margin-right:112px">{line("姓　名", v("patient_name", who.name))}{line("性　别", v("sex", who.sex))}{line("民　族", v("ethnicity", who.ethnicity))}{line("类　别", v("insurance_type", who.insurance, who.insurance_shown))}</div>
{line("身份证号", v("id_number", who.id_number))}{line("证　　号", f'<span style="{ink}">{number}</span>')}<div style="display:flex"><span class=p>住　　址</span><span style="border-bottom:1px solid #777;flex:1;line-height:1.5;padding:0 6px">{v("address", address)}</span></div>{line("电　　话", v("phone", who.phone))}</div>
<div style="position:absolute;left:50%;top:14px;bottom:14px;border-left:2px dashed #aaa"></div>
<div class=h style="right:26px"><div style="height:14px"></div>
{ills}{line("定点医院", where)}{line("定点药店", dice.choice(("", f'<span style="{ink}">惠民大药房{p.county}一店</span>')))}
{line("有效期限", v("valid_from", day.isoformat(), mono) + " 至")}{line("", v("valid_until", end.isoformat(), f"{end.year}年{end.month}月{end.day}日"))}
<div style="margin-top:14px;text-align:center;font-size:16px;line-height:1.9">发证机关：{f("issuing_authority", bureau)}<br>发证日期：{v("issue_date", day.isoformat(), mono)}</div>{seal(bureau, size=136, at=(150, 196 + 34 * (len(picks) - 1)), turn=dice.uniform(-16, 16))}
<div style="position:absolute;bottom:4px;font-size:12px;line-height:1.45">1. 本证仅限本人使用，不得涂改、转借。2. 就医时须同时出示社会保障卡。3. 遗失请及时到发证机关补办。</div></div>"""
    return page(
        body,
        f"body{{background:{colour}!important}}.h{{position:absolute;top:20px;bottom:18px;width:440px}}.t{{text-align:center;font-size:24px;font-weight:600;letter-spacing:3px;margin-bottom:12px;color:#8a1d1d}}.o{{display:flex;margin:7px 0;white-space:nowrap}}.p{{width:84px;flex:none}}.u{{border-bottom:1px solid #777;flex:1;padding:0 6px;overflow:hidden;line-height:1.5}}",
        SONG,
        16,
        "0",
    )


def liaoning(dice: random.Random) -> str:
    """A computer print of the result: a list of statuses, each with its term."""
    who, day = someone(dice), when(dice)
    p = who.place
    hospital, _ = clinic(dice, p)
    picks = dice.sample(DISEASES, dice.randint(1, 3))
    style = dice.choice(("-", "8", "/", "."))
    lines = ""
    endless = dice.choice((0, 0, 1, 2))
    for n, d in enumerate(picks, 1):
        start = day if n == 1 else when(dice, "2021-01-05", "2022-12-20")
        end = (
            f("valid_until", "长期")
            if n == endless
            else on("valid_until", e := _later(start, 5), said(dice, e, style))
        )
        lines += f"<tr class=c><td>{n}</td><td>{d[2]}</td><td>{f('claimed_disease', d[0])}</td><td>{on('valid_from', start, said(dice, start, style))}</td><td>{end}</td><td>有效</td></tr>"
    bureau = p.city + dice.choice(("医疗保险服务中心", "医疗保障事务服务中心", "社会医疗保险事业管理处"))
    masked = dice.random() < 0.35
    idn = who.id_number[:6] + "********" + who.id_number[-4:] if masked else f("id_number", who.id_number)
    body = f"""
<h1 style="font-size:22px;font-weight:500">{p.city}医疗保险门诊特慢病待遇资格认定单</h1>
<div style="font-size:13px;display:flex;justify-content:space-between;margin-top:18px"><span>单据号：{day:%Y%m%d}{digits(dice, 6)}</span><span>经办日期：{on("issue_date", day, said(dice, day, style))}</span><span>单位：元</span></div>
<div style="border-top:2px solid #000;border-bottom:1px solid #000;padding:8px 0;font-size:14.5px;line-height:2;display:grid;grid-template-columns:1.1fr .8fr 1.3fr;white-space:nowrap"><span>姓名:{f("patient_name", who.name)}</span><span>性别:{f("sex", who.sex)}</span><span>社会保障号:{idn}</span><span>个人编号:{digits(dice, 10)}</span><span>年龄:{f("age", who.age_on(day))}</span><span>人员类别:{f("insurance_type", who.insurance, ("在职" if who.age_on(day) < 60 else "退休") + "职工" if who.insurance == "employee" else "普通居民")}</span><span style="grid-column:span 2">单位名称:{(p.county + dice.choice(FIRMS)) if who.insurance == "employee" else p.county + "胜利社区"}</span><span>联系电话:{f("phone", who.phone) if dice.random() < 0.7 else ""}</span></div>
<div style="margin:12px 0 4px;font-size:14.5px">经认定，您享受的门诊特慢病待遇如下：</div>
<table class="g y"><tr class=c style="background:#eee"><th>序号</th><th>病种编码</th><th>病种名称</th><th>开始日期</th><th>终止日期</th><th>状态</th></tr>{lines}</table>
<table class="g y" style="margin-top:10px"><tr class=c style="background:#eee"><th>定点机构类型</th><th>定点机构名称</th><th>起始日期</th></tr><tr class=c><td>定点医院</td><td>{f("hospital_name", hospital)}</td><td>{said(dice, day, style)}</td></tr><tr class=c><td>定点药店</td><td>{dice.choice(("—", "成大方圆连锁（" + p.county + "店）"))}</td><td>—</td></tr></table>
<div style="font-size:13px;line-height:1.75;margin-top:14px">温馨提示：<br>1、起付标准{dice.choice((300, 400, 600))}.00元/年，统筹基金支付比例{dice.choice((60, 70, 75))}%，年度限额{dice.choice((3600, 4800, 6000))}.00元；<br>2、请持医保电子凭证或社会保障卡到本人选定的定点机构就医购药；<br>3、如对认定结果有异议，可于收到本单之日起15日内向{p.city}医疗保障局申请复核。</div>
<div style="position:relative;height:170px;margin-top:26px;font-size:15px;text-align:right;line-height:2;padding-right:50px">经办人：{dice.choice(CLERKS)}　　　　<br>经办机构（章）：{f("issuing_authority", bureau)}{seal(bureau, "认定专用章（" + str(dice.randint(1, 5)) + "）", size=146, at=(dice.randint(440, 500), -10), turn=dice.uniform(-10, 10))}</div>
<div style="border-top:1px dashed #777;padding-top:6px;font-size:13px">领取人签字：{sign("applicant", who.name if dice.random() < 0.5 else None, dice)}　　　领取日期：　　　年　　月　　日　　　　【打印机构：{p.code}01　打印人：{dice.choice(CLERKS)}】</div>"""
    return page(
        body,
        ".y td,.y th{height:32px;font-size:14px;text-align:center!important}",
        dice.choice((SONG, MICRO, HEI)),
        pad="50px 52px",
    )


def card(dice: random.Random) -> str:
    """A narrow card with yearly checks below, pre-printed in green, filled in by a printer."""
    who, day = someone(dice), when(dice, "2020-02-01", "2024-12-20")
    p = who.place
    hospital, level = clinic(dice, p)
    pick = dice.choice(DISEASES)
    end = dt.date(day.year + dice.choice((1, 2)), 12, 31)
    typed = "font-family:'WenQuanYi Zen Hei Sharp','Noto Sans Mono CJK SC';color:#222"

    def v(field: str, value: object, shown: str | None = None) -> str:
        return f(field, value, shown, style=typed)

    years = "".join(
        f'<tr style="height:52px"><td class=c>{y}年度</td><td style="position:relative">{seal("年审合格", str(y), shape="square", size=50, at=(34, 0), colour="red", turn=dice.uniform(-8, 8)) if y <= day.year + 1 and dice.random() < 0.8 else ""}</td><td></td></tr>'
        for y in range(day.year + 1, day.year + 4)
    )
    body = f"""
<div style="border:3px double #2d7a4f;padding:14px 16px;height:100%;position:relative;color:#1f5f3c"><div class=c style="font-size:16px">{p.province}{p.city}基本医疗保险</div><div class=c style="font-size:25px;font-weight:600;letter-spacing:4px;margin:2px 0 10px">特殊病种门诊认定卡</div>
<div style="font-size:14px;text-align:right">No.<span style="{typed}">{digits(dice, 7)}</span></div>
<table class=x><tr><td class=c>姓名</td><td>{v("patient_name", who.name)}</td><td class=c>性别</td><td>{v("sex", who.sex)}</td><td class=c>年龄</td><td>{v("age", who.age_on(day))}</td></tr>
<tr><td class=c>公民身份<br>号　　码</td><td colspan=5>{v("id_number", who.id_number)}</td></tr><tr><td class=c>医保卡号</td><td colspan=3>{v("card_number", dice.choice("ABCDE") + digits(dice, 8))}</td><td class=c>参保<br>类别</td><td>{v("insurance_type", who.insurance, who.insurance_shown[:2] if who.insurance == "employee" else "居民")}</td></tr>
<tr><td class=c>病种名称</td><td colspan=5>{v("claimed_disease", pick[0])}</td></tr><tr><td class=c>诊断</td><td colspan=5>{v("diagnosis", pick[1])}</td></tr><tr><td class=c>责任医师</td><td colspan=2>{v("physician_name", dice.choice(DOCTORS))}</td><td class=c>科室</td><td colspan=2>{v("department", dice.choice(("慢病门诊", "内二科", "肾内科", "中西医结合科")))}</td></tr>
<tr><td class=c>定点医疗<br>机　　构</td><td colspan=5>{v("hospital_name", hospital)}　<span>级别</span> {v("hospital_level", level)}</td></tr>
<tr><td class=c>有效期</td><td colspan=5>{v("valid_from", day.isoformat(), said(dice, day, "."))} — {v("valid_until", end.isoformat(), said(dice, end, "."))}</td></tr></table>
<div style="position:relative;height:108px;font-size:15px;line-height:2;padding:12px 8px 0">发卡单位：{v("issuing_authority", p.city + "医疗保障基金管理中心")}<br>发卡日期：{v("issue_date", day.isoformat(), said(dice, day, "年 "))}{seal(p.city + "医疗保障基金管理中心", size=112, at=(dice.randint(230, 300), -2), turn=dice.uniform(-14, 14))}</div>
<table class=x><tr style="height:30px"><td class=c style="width:24%">年度</td><td class=c style="width:36%">年审记录</td><td class=c>变更记录</td></tr>{years}</table>
<div style="font-size:12px;line-height:1.5;margin-top:8px">持卡须知：凭本卡及社会保障卡在定点医疗机构挂号、取药、结算；处方量一般不超过30日；卡内项目涂改无效。服务热线 12393</div></div>"""
    return page(
        body,
        "body{background:#f7fbf5!important}.x td{border:1px solid #2d7a4f;height:36px;font-size:14px;line-height:1.3}.c{white-space:nowrap}",
        SONG,
        14,
        "16px",
    )


TEMPLATES = {
    "province-recognition_form-henan": Template("recognition_form", 794, 1123, henan),
    "province-recognition_form-booklet": Template("recognition_form", 980, 440, booklet),
    "province-recognition_form-liaoning": Template("recognition_form", 794, 1123, liaoning),
    "province-recognition_form-card": Template("recognition_form", 520, 860, card),
}
