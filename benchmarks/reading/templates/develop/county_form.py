"""Forms of county funds: an approval form filled partly by hand, a recognition from the system, a list to tick; a referral slip."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import county_base as base
from benchmarks.reading.templates.develop.county_base import (
    Put,
    code,
    day,
    digits,
    line,
    printed,
    spread,
    when,
)
from benchmarks.reading.templates.develop.county_words import STAYS, call, home, house, who
from benchmarks.reading.templates.develop.html import HANDS, f, fs, hand, page, seal, sign

LISTED = (
    "高血压（Ⅱ、Ⅲ期）",
    "糖尿病伴并发症",
    "冠心病",
    "慢性阻塞性肺疾病",
    "脑血管病后遗症",
    "肝硬化失代偿期",
    "慢性肾功能衰竭透析",
    "类风湿性关节炎",
    "系统性红斑狼疮",
    "恶性肿瘤放化疗",
    "器官移植抗排异",
    "再生障碍性贫血",
    "帕金森病",
    "重性精神病",
    "癫痫",
    "甲状腺功能亢进",
    "结核病",
    "强直性脊柱炎",
    "血友病",
    "支气管哮喘",
)


def boxes(value: str, size: int = 22) -> str:
    """One character a box."""
    return "".join(
        f'<i style="font-style:normal;display:inline-block;width:{size}px;height:{size + 4}px;line-height:{size + 2}px;border:1px solid #333;margin-right:-1px;text-align:center">{c}</i>'
        for c in value
    )


def approval(dice: random.Random) -> str:
    """审批表: a Word form; the household fills by pen, the hospital's part is typed, the bureau's part is empty."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("年", "年 ", "-", "."))
    font, pen = dice.choice(HANDS), dice.random() < 0.5
    w: Put = lambda field, v, shown=None: hand(shown or v, 21, font) if pen else f(field, v, shown)
    doctor, rank = call(dice), dice.choice(("主任医师", "副主任医师", "主治医师"))
    agent = who(dice) if dice.random() < 0.5 else None
    title = dice.choice(
        (
            f"{p.place.county}城乡居民基本医疗保险门诊慢特病申请审批表"
            if p.insurance == "resident"
            else f"{p.place.county}城镇职工基本医疗保险门诊慢特病申请审批表",
            f"{p.place.city}基本医疗保险门诊慢特病申请审批表",
        )
    )
    plan = "职工□　居民☑" if p.insurance == "resident" else "职工☑　居民□"
    row_ = 'style="height:42px"'
    body = f"""<div style="font-size:14px">附件{dice.randint(1, 5)}</div><h1 style="font-size:21px;font-family:{base.HEI};margin:6px 0 10px">{title}</h1><div style="display:flex;justify-content:space-between"><span>填报单位（村/社区）：{hand("永丰社区", 20, font) if pen else ""}</span><span>申请日期：{hand(printed(d, "年"), 19, font) if pen else when("application_date", d, st)}</span></div>
<table class="g"><tr {row_}><td class="c">姓　名</td><td>{w("patient_name", p.name)}</td><td class="c">性　别</td><td>{w("sex", p.sex)}</td><td class="c">民　族</td><td>{w("ethnicity", p.ethnicity)}</td><td rowspan="3" class="c" style="width:92px;color:#777;font-size:13px">一寸<br>免冠<br>照片</td></tr>
<tr {row_}><td class="c">出生年月</td><td>{w("birth_date", f"{p.born:%Y-%m}", f"{p.born.year}年{p.born.month}月")}</td><td class="c">年　龄</td><td>{w("age", str(p.age_on(d)))}</td><td class="c">险　种</td><td style="white-space:nowrap">{f("insurance_type", p.insurance, plan)}</td></tr>
<tr {row_}><td class="c">身份证号</td><td colspan="3">{w("id_number", p.id_number)}</td><td class="c">电　话</td><td>{w("phone", p.phone)}</td></tr><tr {row_}><td class="c">家庭住址</td><td colspan="6">{w("address", home(dice, p))}</td></tr>
<tr {row_}><td class="c">申请病种</td><td colspan="3">{w("claimed_disease", s.claim)}</td><td class="c">医保卡号</td><td colspan="2">{w("card_number", digits(dice, 10)) if dice.random() < 0.6 else ""}</td></tr>
<tr {row_}><td class="c">代办人</td><td colspan="2">{w("agent_name", agent.name) if agent else ""}</td><td class="c" style="white-space:nowrap">代办人身份证号</td><td colspan="3">{w("agent_id_number", agent.id_number) if agent else ""}</td></tr>
<tr><td class="c">病情摘要<br>及诊断<br>（由二级及<br>以上医院<br>医师填写）</td><td colspan="6" style="height:230px;vertical-align:top">{s.complaint}。{s.found}<br>诊断：{fs("diagnosis", s.ills[:3], "　", True)}<div style="position:relative;margin-top:12px;text-align:right">医师签名：{sign("physician", doctor, dice) if dice.random() < 0.5 else f("physician_name", doctor)}　职称：{f("physician_title", rank)}<br>医院（盖章）：{f("hospital_name", h.name)}　{when("sign_date", d + dt.timedelta(days=dice.randint(0, 3)), st)}{seal(h.name, "医保科", at=(300, -40), size=128, turn=dice.uniform(-20, 20)) if dice.random() < 0.7 else ""}</div></td></tr>
<tr><td class="c">专家组<br>鉴定意见</td><td colspan="6" style="height:110px;vertical-align:bottom" class="r">签名：　　　　　　　　　　　年　　月　　日</td></tr><tr><td class="c">医保经办<br>机构意见</td><td colspan="6" style="height:110px;vertical-align:bottom" class="r">（盖章）　　　　　　　年　　月　　日</td></tr></table>
<div style="font-size:13px;margin-top:6px">填表说明：1.本表一式两份，用黑色签字笔填写，字迹工整；2.附近两年内住院病历复印件、相关检查化验单、身份证复印件各一份；3.一人可同时申请不超过两个病种。</div>"""
    return page(
        body,
        css="td.c{white-space:nowrap}",
        font=dice.choice((base.FANG, base.SONG)),
        size=15,
        pad="36px 50px",
    )


def recognition(dice: random.Random) -> str:
    """认定表 printed by the platform: boxes one digit a cell, two experts with ranks, terms of entitlement."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "年0", "/0"))
    start = dt.date(d.year, d.month, 1)
    end = dice.choice((dt.date(d.year + 1, 12, 31), dt.date(d.year + 2, d.month, 28), None))
    one, two = call(dice), call(dice)
    k: Put = lambda t: f'<td class="c" style="background:#eef3f8;white-space:nowrap">{t}</td>'
    until = f("valid_until", "长期") if end is None else when("valid_until", end, st)
    body = f"""<div style="display:flex;justify-content:space-between;font-size:12px;color:#555"><span>{p.place.province}医疗保障信息平台</span><span>业务流水号：{digits(dice, 18)}</span></div><h1 style="font-size:22px;margin:8px 0">{p.place.city}基本医疗保险门诊慢特病病种待遇认定表</h1>
<table class="g"><tr>{k("姓名")}<td>{f("patient_name", p.name)}</td>{k("性别")}<td>{f("sex", p.sex)}</td>{k("出生日期")}<td>{when("birth_date", p.born, st)}</td></tr><tr>{k("证件号码")}<td colspan="5"><span data-field="id_number" data-value="{p.id_number}">{boxes(p.id_number)}</span></td></tr><tr>{k("参保险种")}<td colspan="2">{f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</td>{k("参保地")}<td colspan="2">{f("insured_place", p.place.insured)}</td></tr>
<tr>{k("人员编号")}<td colspan="2">{f("card_number", p.place.code[:4] + "00" + digits(dice, 8))}</td>{k("联系电话")}<td colspan="2">{f("phone", p.phone)}</td></tr><tr>{k("联系地址")}<td colspan="5">{f("address", home(dice, p))}</td></tr><tr>{k("认定机构")}<td colspan="3">{f("hospital_name", h.name)}</td>{k("机构等级")}<td>{f("hospital_level", h.level)}</td></tr>
<tr>{k("申请病种")}<td colspan="5">{f("claimed_disease", s.claim)}</td></tr><tr>{k("疾病诊断")}<td colspan="5">{fs("diagnosis", s.ills[: dice.randint(1, 3)], "；")}</td></tr><tr>{k("申报日期")}<td colspan="2">{when("application_date", d, st)}</td>{k("病历资料")}<td colspan="2">☑住院病历　□门诊病历　☑检查检验</td></tr>
<tr>{k("认定依据")}<td colspan="5" style="height:120px;vertical-align:top">{s.complaint}。{s.found}</td></tr><tr>{k("认定医师意见")}<td colspan="5" style="height:130px;vertical-align:top">经审核申报材料，{dice.choice(("符合", "符合"))}认定标准☑　不符合□<div style="display:grid;grid-template-columns:1fr 1fr;margin-top:16px"><span>认定医师①：{f("physician_name", one)}　{f("physician_title", "主任医师")}</span><span>认定医师②：{f("physician_name", two, spread(two))}　{f("physician_title", dice.choice(("副主任医师", "主治医师")))}</span></div><div class="r" style="margin-top:10px">签字日期：{when("sign_date", d + dt.timedelta(days=dice.randint(1, 9)), st)}</div></td></tr>
<tr>{k("医疗机构<br>医保办意见")}<td colspan="5" style="height:110px;position:relative;vertical-align:top">同意认定。经办人：{call(dice)}{seal(h.name, "医保专用章", at=(dice.randint(240, 400), -10), size=124, turn=dice.uniform(-15, 15))}</td></tr><tr>{k("待遇享受期")}<td colspan="5">自 {when("valid_from", start, st)} 至 {until}</td></tr></table>
<div style="display:flex;gap:16px;align-items:center;margin-top:8px">{code(dice, 64)}<div style="font-size:12.5px">注：1.认定医师须为具备相应病种认定资格的主治医师及以上人员；2.待遇自认定通过之日起享受；3.扫码可查询办理进度。政策咨询：12393</div></div>"""
    return page(body, font=dice.choice((base.SONG, base.MICRO)), size=14, pad="34px 46px")


def ticks(dice: random.Random) -> str:
    """申请表 with a list of diseases to tick in a grid; labels over values; signed with a date."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("年", "年 ", "."))
    chosen = {
        LISTED[(0, 1, 3, 6, 4, 5, 7, 9, 13, 11, 2)[STAYS.index(s)]],
        *dice.sample(LISTED, dice.choice((0, 0, 1))),
    }
    mark = dice.choice("☑√■")
    cells = "".join(
        f"<span>{mark if x in chosen else '□'}{n}.{f('claimed_disease', x) if x in chosen else x}</span>"
        for n, x in enumerate(LISTED, 1)
    )
    agent = who(dice, 25, 60) if dice.random() < 0.55 else None
    over: Put = lambda t, v, w=1: (
        f'<td colspan="{w}" style="vertical-align:top"><div style="font-size:11.5px;color:#555;line-height:1.2">{t}</div><div style="min-height:22px">{v}</div></td>'
    )
    plan = "☑职工　□居民" if p.insurance == "employee" else "□职工　☑居民"
    body = f"""<div style="border-bottom:4px solid #1a5fa8;padding-bottom:4px;display:flex;justify-content:space-between;align-items:end"><span style="font-size:22px;font-family:{base.HEI}">门诊慢性病特殊疾病待遇申请表</span><span style="font-size:13px">{p.place.city}医疗保险服务中心制</span></div><div class="r" style="font-size:13px">受理编号：{line("", 120)}　填表日期：{when("application_date", d, st)}</div>
<table class="g"><tr>{over("姓名", f("patient_name", p.name))}{over("性别", f("sex", p.sex))}{over("年龄", f("age", p.age_on(d)))}{over("手机号码", f("phone", p.phone))}</tr><tr>{over("公民身份号码", f("id_number", p.id_number), 2)}{over("社会保障卡号", f("card_number", dice.choice("ABCDEF") + digits(dice, 8)), 2)}</tr><tr>{over("现居住地址", f("address", home(dice, p)), 3)}{over("参保类型", f("insurance_type", p.insurance, plan))}</tr><tr>{over("工作单位（职工填写）", dice.choice(("", "县粮油购销公司", "灵活就业")), 2)}{over("首诊定点医疗机构", f("hospital_name", h.name), 2)}</tr><tr>{over("代办人姓名", f("agent_name", agent.name) if agent else "")}{over("与参保人关系", "子女" if agent else "")}{over("代办人身份证号码", f("agent_id_number", agent.id_number) if agent else "", 2)}</tr></table>
<div style="font-weight:600;margin:10px 0 4px">申请病种（在□内打“√”，最多选择两项）</div><div style="display:grid;grid-template-columns:repeat({dice.choice((3, 4))},auto);font-size:13.5px;border:1px solid #333;padding:6px 8px">{cells}</div>
<div style="border:1px solid #333;border-top:0;padding:8px;min-height:150px;position:relative"><b>定点医疗机构诊断意见</b><div>{fs("diagnosis", s.ills[: dice.randint(1, 3)], "<br>", True)}</div><div style="display:flex;justify-content:flex-end;gap:26px;margin-top:16px"><span>诊断医师：{f("physician_name", call(dice))}</span><span>科主任：{sign("physician", call(dice) if dice.random() < 0.6 else None, dice, 84)}</span></div>{seal(h.name, "", at=(300, 20), size=124, turn=dice.uniform(-25, 25)) if dice.random() < 0.6 else ""}</div>
<p style="font-size:13.5px">本人承诺：以上所填内容及提交材料真实有效，如有虚假，愿承担相应法律责任，并退回已享受的医疗保险待遇。</p><div style="display:flex;justify-content:flex-end;gap:20px"><span>申请人（代办人）签字：{sign("agent" if agent else "applicant", agent.name if agent else p.name, dice) if dice.random() < 0.8 else sign("agent" if agent else "applicant", None, dice)}</span><span>{when("sign_date", d, st)}</span></div><div style="margin-top:14px;border:1px solid #333;padding:8px;min-height:90px"><b>经办机构审核</b><div class="r" style="margin-top:26px">审核人：　　　　　　复核人：　　　　　　　　　年　　月　　日</div></div>"""
    return page(body, font=dice.choice((base.SONG, base.MICRO, base.FANG)), size=15, pad="34px 46px")


def referral(dice: random.Random) -> str:
    """双向转诊单 of a township hospital: stub above a cut, letter below, blanks filled in type, doctor named with telephone."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("年", "年 ", "年0"))
    small = f"{p.place.county}{dice.choice(('双河', '太和', '柳林'))}{dice.choice(('镇中心卫生院', '镇卫生院', '街道社区卫生服务中心'))}"
    no, doctor = f"{d.year}{digits(dice, 4)}", call(dice)
    by_hand = dice.random() < 0.4
    ill = fs("diagnosis", s.ills[:2], "，")
    signed = sign("physician", doctor, dice) if by_hand else line(f("physician_name", doctor), 80)
    body = f"""<div style="font-size:18px;font-weight:600" class="c">双向转诊（转出）单　存根</div><div style="display:flex;justify-content:space-between;line-height:2"><span>患者姓名{line(f("patient_name", p.name), 90)}</span><span>性别{line(f("sex", p.sex), 36)}</span><span>年龄{line(f("age", p.age_on(d)), 40)}岁</span><span>档案编号{line(f("record_number", p.place.code + digits(dice, 6)), 120)}</span></div><div style="line-height:2">家庭住址{line(f("address", home(dice, p)), 340)}　联系电话{line(f("phone", p.phone), 110)}</div><div style="line-height:2">于{line(printed(d, st), 130)}因病情需要，转入{line(f("hospital_name", h.name), 200)}{line(f("department", s.ward), 100)}科室</div><div class="r" style="line-height:2">转诊医生（签字）：{signed}　{when("sign_date", d, st)}</div>
<div style="border-top:1.5px dashed #555;text-align:center;color:#555;margin:14px 0;font-size:13px;line-height:0"><span style="background:#fff;padding:0 8px">✂ 骑缝　第 {no} 号</span></div>
<div class="c" style="font-size:21px;font-weight:600">{f("hospital_name", small)}</div><div style="font-size:18px;font-weight:600" class="c">双向转诊（转出）单</div><p style="line-height:2;margin:4px 0">{line(h.name, 160)}（机构名称）：</p><p style="line-height:2;margin:0;text-indent:2em">现有患者{line(p.name, 80)}，性别{line(p.sex, 30)}，年龄{line(str(p.age_on(d)), 34)}，身份证号{line(f("id_number", p.id_number), 170)}，因病情需要，需转入贵单位，请予以接诊。</p>
<div style="line-height:2">初步印象：{line(ill, 420)}</div><div style="line-height:2">主要现病史（转出原因）：{line(s.complaint, 380)}</div><div style="line-height:2">主要既往史：{line(dice.choice(("无特殊", "高血压病史10年", "")), 380)}</div><div style="line-height:2">治疗经过：{line(s.course[:36], 430)}</div><div style="display:flex;justify-content:flex-end;gap:20px;line-height:2;position:relative"><span>转诊医生（签字）：{signed}</span><span>联系电话：{line("0" + digits(dice, 3) + "-" + digits(dice, 7), 110)}</span>{seal(small, "", at=(390, 0), size=128, turn=dice.uniform(-20, 20))}</div><div class="r" style="line-height:2">{line(f("hospital_name", small), 160)}（机构名称）　{when("issue_date", d, st)}</div><div style="font-size:12.5px">填表说明：1.本表供居民双向转诊转出时使用，由转诊医生填写；2.初步印象为转诊医生根据患者病情做出的初步判断；3.转诊有效期{dice.choice((3, 7, 15))}天。</div>"""
    return page(body, font=dice.choice((base.SONG, base.FANG)), size=15, pad="34px 54px")


TEMPLATES = {
    "county-application-approval": Template("application_form", 794, 1123, approval),
    "county-recognition-platform": Template("recognition_form", 794, 1080, recognition),
    "county-application-ticks": Template("application_form", 794, 1060, ticks),
    "county-referral-stub": Template("referral_letter", 794, 900, referral),
}
