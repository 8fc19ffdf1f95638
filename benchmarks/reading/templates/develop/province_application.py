"""Applications for the status as bureaus of several provinces word them."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.province_base import (
    CLERKS,
    DISEASES,
    DOCTORS,
    FIRMS,
    boxed,
    clinic,
    digits,
    home,
    on,
    said,
    sexes,
    short,
    someone,
    spaced,
    ticks,
    when,
)  # fmt: skip

KINDS = (("employee", "职工"), ("resident", "居民"))


def _history(dice: random.Random, told: str, where: str, day: dt.date) -> str:
    first = day - dt.timedelta(days=dice.randint(200, 2600))
    stay = day - dt.timedelta(days=dice.randint(20, 180))
    return dice.choice((
        f"患者于{first.year}年{first.month}月无明显诱因出现不适，在当地卫生院就诊，诊断为“{told}”，间断服药治疗，效果欠佳。{stay:%Y}年{stay.month}月{stay.day}日因症状加重在{where}住院治疗{dice.randint(6, 15)}天，好转出院。目前需长期门诊服药，定期复查。既往无药物过敏史。",
        f"发病{day.year - first.year + 1}年余，曾于{first:%Y.%m}在省立医院确诊，病历号{digits(dice, 7)}。近一年内先后住院2次，末次住院{stay:%Y-%m-%d}，出院后坚持用药，现病情基本稳定，仍有反复。家族史（-），吸烟史20年，已戒。",
        f"主因“反复发作{day.year - first.year + 2}年，加重半月”就诊。查体：BP 158/96mmHg，HR 82次/分，双肺未闻及啰音。辅助检查：见所附{stay.month}月{stay.day}日检查报告单。符合规定病种准入标准第{dice.randint(1, 4)}条。",
    ))  # fmt: skip


def shandong(dice: random.Random) -> str:
    """One ruled table with a photo, two diseases, three opinions."""
    who, day = someone(dice), when(dice)
    hospital, level = clinic(dice, who.place)
    picks = dice.sample(DISEASES, dice.randint(1, 2))
    p = who.place
    agent = name(dice, "女") if dice.random() < 0.5 else ""
    second = f("claimed_disease", picks[1][0]) if len(picks) > 1 else ""
    doctor = dice.choice(DOCTORS)
    body = f"""
<div style="font-size:14px">附件2</div><h1 style="font-size:23px;letter-spacing:1px">{p.city}基本医疗保险门诊慢特病待遇认定申请表</h1>
<div style="display:flex;justify-content:space-between;margin:14px 2px 3px;font-size:14px"><span>参保地：{f("insured_place", p.city + p.county)}</span><span>申请日期：{on("application_date", day, said(dice, day, dice.choice(("年", "年 ", ".", "-"))))}</span></div>
<table class="g m"><colgroup><col style="width:13%"><col style="width:17%"><col style="width:9%"><col style="width:10%"><col style="width:10%"><col style="width:9%"><col style="width:16%"><col></colgroup>
<tr><td class=c>姓　名</td><td class=c>{f("patient_name", who.name, spaced(who.name))}</td><td class=c>性别</td><td class=c>{f("sex", who.sex)}</td><td class=c>年龄</td><td class=c>{f("age", who.age_on(day))}</td><td class=c>参保类型</td><td class=c rowspan=1>{ticks("insurance_type", KINDS, who.insurance, dice.choice("☑√"), "<br>")}</td></tr>
<tr><td class=c>身份证号码</td><td colspan=4>{f("id_number", who.id_number)}</td><td class=c colspan=1>联系<br>电话</td><td>{f("phone", who.phone)}</td><td class=c rowspan=3 style="color:#999;font-size:13px">一寸<br>免冠<br>照片</td></tr>
<tr><td class=c>工作单位<br>或家庭住址</td><td colspan=6>{f("address", home(dice, who))}</td></tr>
<tr><td class=c>代 办 人</td><td class=c>{f("agent_name", agent) if agent else ""}</td><td class=c>与患者<br>关系</td><td class=c>{dice.choice(("子女", "配偶", "其他")) if agent else ""}</td><td class=c>代办人<br>电话</td><td colspan=2>{"135" + "0000" + digits(dice, 4) if agent else ""}</td></tr>
<tr><td class=c rowspan=2>申请认定<br>病　　种</td><td colspan=4>1、{f("claimed_disease", picks[0][0])}</td><td class=c rowspan=2>选定<br>医疗机构</td><td colspan=2>1、{short(p)}新城社区卫生服务中心</td></tr>
<tr><td colspan=4>2、{second}</td><td colspan=2>2、{"" if dice.random() < 0.5 else p.city + "康复医院"}</td></tr>
<tr><td class=c>病史摘要</td><td colspan=7 style="height:190px;vertical-align:top;text-indent:2em">{_history(dice, picks[0][1], hospital, day)}</td></tr>
<tr><td class=c>申报材料<br>（打√）</td><td colspan=7>√身份证（社保卡）复印件　√住院病历复印件　{dice.choice("√□")}门诊病历　{dice.choice("√□")}检查、化验报告单　□其他</td></tr>
<tr><td class=c>诊断医院<br>医师意见</td><td colspan=7 style="height:98px;vertical-align:top">诊断：{f("diagnosis", picks[0][1])}{"；" + f("diagnosis", picks[1][1]) if second else ""}。<br>符合认定标准，建议纳入门诊慢特病管理。<div class=r style="padding-right:20px">医师（副高以上）签字：{sign("physician", doctor if dice.random() < 0.8 else None, dice, 110)}　　年　月　日</div></td></tr>
<tr><td class=c>医院医保<br>部门意见</td><td colspan=7 style="height:86px;vertical-align:top;position:relative">情况属实，同意申报。医疗机构名称：{f("hospital_name", hospital)}　等级：{f("hospital_level", level)}<div class=r style="padding-right:60px;padding-top:14px">（盖章）　　　　　年　月　日</div>{seal(hospital, "医疗保险办公室", size=118, at=(dice.randint(380, 430), 2), turn=dice.uniform(-12, 12))}</td></tr>
<tr><td class=c>医保经办<br>机构意见</td><td colspan=7 style="height:80px;vertical-align:bottom" class=r>经办人：　　　　　复核人：　　　　　（盖章）　　　年　　月　　日　</td></tr>
</table>
<div style="font-size:12.5px;line-height:1.5;margin-top:6px">说明：1.本表一式两份，参保人、经办机构各存一份；2.每次最多申报两个病种；3.弄虚作假骗取医保基金的，按《医疗保障基金使用监督管理条例》处理；4.咨询电话：0{digits(dice, 3)}-{digits(dice, 7)}。</div>"""
    return page(
        body,
        ".m td{height:40px;font-size:14.5px;line-height:1.35}",
        dice.choice((SONG, KAI)),
        pad="38px 52px",
    )


def sichuan(dice: random.Random) -> str:
    """Numbered diseases to tick in three columns; the ID number in boxes."""
    who, day = someone(dice), when(dice)
    p = who.place
    hospital, level = clinic(dice, p)
    chosen = set(dice.sample(range(12), dice.choice((1, 1, 2))))
    mark = dice.choice(("☑", "■", "√"))
    cells = [
        (f("claimed_disease", d[0], mark + d[0]) if n in chosen else "□" + d[0])
        for n, d in enumerate(DISEASES)
    ]
    grid = "".join(
        "<tr>"
        + "".join(
            f"<td style='border:none;padding:1px 4px;font-size:13px;white-space:nowrap'>{n + 1:02d} {cells[n]}</td>"
            for n in range(r, r + 3)
        )
        + "</tr>"
        for r in range(0, 12, 3)
    )
    with_agent = dice.random() < 0.6
    helper = someone(dice, youngest=22, oldest=50)
    agent = f"""<tr><td class=h>代办人姓名</td><td>{f("agent_name", helper.name)}</td><td class=h>证件号码</td><td colspan=3>{f("agent_id_number", helper.id_number)}</td><td class=h>电话</td><td>{helper.phone}</td></tr>"""
    none = "<tr><td class=h>代办人姓名</td><td>/</td><td class=h>证件号码</td><td colspan=3>/</td><td class=h>电话</td><td>/</td></tr>"
    d1, d2 = dice.sample(DOCTORS, 2)
    body = f"""
<h1 style="font-size:21px">{p.city}基本医疗保险门诊慢特病（{dice.choice(("第一类", "第二类", "特殊疾病"))}）认定申请表</h1>
<div style="font-size:12.5px;margin:8px 0 3px;display:flex;justify-content:space-between"><span>受理编号：MT{day.year}{digits(dice, 6)}</span><span>□首次申请　□复审　□变更医疗机构</span></div>
<table class="g q"><tr><th colspan=8 class=t>一、参保人员基本信息（参保人填写）</th></tr>
<tr><td class=h>姓名</td><td>{f("patient_name", who.name)}</td><td class=h>性别</td><td>{sexes(who, mark)}</td><td class=h>民族</td><td>{f("ethnicity", who.ethnicity, who.ethnicity + dice.choice(("", "族")))}</td><td class=h>出生日期</td><td>{on("birth_date", who.born, said(dice, who.born, dice.choice((".", "-", "8"))))}</td></tr>
<tr><td class=h>身份证号</td><td colspan=5>{boxed("id_number", who.id_number, 19)}</td><td class=h>联系电话</td><td>{f("phone", who.phone)}</td></tr>
<tr><td class=h>参保险种</td><td colspan=5>{ticks("insurance_type", (("employee", "城镇职工基本医疗保险"), ("resident", "城乡居民基本医疗保险")), who.insurance, mark, " ")}</td><td class=h>参保区县</td><td>{f("insured_place", p.county)}</td></tr>
<tr><td class=h>现居住地</td><td colspan=7>{f("address", home(dice, who))}</td></tr>
{agent if with_agent else none}
<tr><th colspan=8 class=t>二、申请病种（在□内打“√”）</th></tr><tr><td colspan=8><table>{grid}</table></td></tr>
<tr><th colspan=8 class=t>三、申请人承诺</th></tr><tr><td colspan=8 style="line-height:1.7">　　本人承诺所提供的病历资料真实、完整、有效，如有隐瞒、伪造，自愿退回所享受的医保待遇并承担相应法律责任。同意医保部门查询本人就医信息。<div class=r>申请人（代办人）签名：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}　　{on("application_date", day, said(dice, day, "年 "))}</div></td></tr>
<tr><th colspan=8 class=t>四、认定医疗机构意见</th></tr>
<tr><td class=h>认定机构</td><td colspan=5>{f("hospital_name", hospital)}</td><td class=h>机构等级</td><td>{f("hospital_level", level, dice.choice((level, level.replace("级", "").replace("等", ""))))}</td></tr>
<tr><td class=h>临床诊断</td><td colspan=5>{"；".join(f("diagnosis", DISEASES[n][1]) for n in sorted(chosen))}</td><td class=h>ICD-10</td><td style="font-size:12px">{"<br>".join(DISEASES[n][3] for n in sorted(chosen))}</td></tr>
<tr><td class=h>认定医师<br>意　　见</td><td colspan=7 style="height:92px;vertical-align:top">{dice.choice(("经审核资料，符合认定标准。", "☑符合　□不符合　认定标准"))}<br>认定医师1：{f("physician_name", d1)}　职称：{f("physician_title", "主任医师")}　　认定医师2：{f("physician_name", d2)}　职称：{f("physician_title", "副主任医师")}<div class=r>医师签名：{sign("physician", d1, dice)}　</div></td></tr>
<tr><td class=h>医疗机构<br>医保科</td><td colspan=7 style="height:104px;position:relative;vertical-align:bottom" class=r>（公章）　　　　年　　月　　日　　{seal(hospital, "医保专用章", size=116, at=(dice.randint(300, 400), -4), turn=dice.uniform(-15, 15), shape=dice.choice(("circle", "ellipse")))}</td></tr>
</table><div style="font-size:12px;margin-top:5px">注：认定结果自通过之日起生效。经办窗口：{p.city}政务服务中心三楼医保专区　地址：{p.city}{p.road}1号</div>"""
    return page(
        body,
        ".q td{font-size:13.5px;height:34px;line-height:1.3}.h{background:#f0f0f0;text-align:center;white-space:nowrap;width:1%}.t{font-weight:600;background:#e3e3e3;font-size:14px;height:28px}",
        dice.choice((SONG, MICRO)),
        pad="40px 44px",
    )


def hebei(dice: random.Random) -> str:
    """An old county form of underlines, its blanks typed or written by hand."""
    who, day = someone(dice), when(dice)
    p = who.place
    pick = dice.choice(DISEASES)
    hospital, _ = clinic(dice, p)

    def u(inner: str, w: int) -> str:
        return f'<span style="display:inline-block;min-width:{w}px;border-bottom:1px solid #222;text-align:center;line-height:1.35;padding:0 4px">{inner or "&nbsp;"}</span>'

    typed = "font-family:'Noto Sans Mono CJK SC','AR PL UMing CN';color:#223355"

    def g(field: str, value: object, shown: str | None = None) -> str:
        return f(field, value, shown, style=typed)

    phone = hand(who.phone, 19) if dice.random() < 0.4 else g("phone", who.phone)
    written = dice.random() < 0.4
    date = (
        hand(said(dice, day, "."), 19)
        if written
        else g("application_date", day.isoformat(), said(dice, day, dice.choice(("年 ", "年0"))))
    )
    firm = p.county + dice.choice(FIRMS) if who.insurance == "employee" else dice.choice(("无", "务农", ""))
    body = f"""
<h1 style="font-size:27px;letter-spacing:5px">{p.county}门诊慢性病鉴定申请表</h1><div class=c style="font-size:15px;margin-bottom:22px">（{day.year}年度）</div>
<div class=r style="font-size:14px">编号：{u(digits(dice, 5), 90)}</div>
<div class=w>姓　名{u(g("patient_name", who.name), 130)}性　别{u(g("sex", who.sex), 60)}年　龄{u(g("age", who.age_on(day), f"{who.age_on(day)}{dice.choice(('', '岁'))}"), 70)}民　族{u(g("ethnicity", who.ethnicity), 70)}</div>
<div class=w>身份证号码{u(g("id_number", who.id_number), 250)}人员类别{u(g("insurance_type", who.insurance, "在职职工" if who.insurance == "employee" else "城乡居民"), 140)}</div>
<div class=w>医保卡号{u(g("card_number", p.code[:4] + digits(dice, 8)), 190)}联系电话{u(phone, 190)}</div>
<div class=w>工作单位{u(f'<span style="{typed}">{firm}</span>', 500)}</div>
<div class=w>家庭住址{u(g("address", home(dice, who)), 500)}</div>
<div class=w>申请鉴定病种{u(g("claimed_disease", pick[0]), 460)}</div>
<div class=w>确诊时间{u(f"{day.year - dice.randint(1, 9)}年{dice.randint(1, 12)}月", 140)}确诊医院{u(g("hospital_name", hospital), 280)}</div>
<div style="font-weight:600;margin-top:16px">主要病史及治疗经过：</div>
<div style="border:1px solid #222;min-height:150px;padding:8px 12px;text-indent:2em;{typed};font-size:15px;line-height:1.75">{_history(dice, pick[1], hospital, day)}</div>
<div style="display:flex;border:1px solid #222;border-top:none"><div class=k>本人签字：<br>{sign("applicant", who.name if dice.random() < 0.7 else None, dice, 120)}<br><div class=r>{date}</div></div><div class=k style="border-left:1px solid #222">{"单位意见：" if who.insurance == "employee" else "村（居）委会意见："}<br><br><div class=r>（盖章）　　年　月　日</div></div></div>
<div style="display:flex;border:1px solid #222;border-top:none"><div class=k style="height:150px">专家组鉴定意见：<br><br>组长签字：<br>成员签字：<div class=r>年　月　日</div></div><div class=k style="border-left:1px solid #222;height:150px">{p.county}医疗保障局审批意见：<br><br><br><div class=r>（盖章）　　年　月　日</div></div></div>
<div style="font-size:13px;margin-top:10px">备注：①随表附近两年二级以上医院住院病历复印件（加盖病案室章）；②每年5月、11月集中鉴定；③此表用钢笔或签字笔填写，字迹工整。</div>"""
    return page(
        body,
        ".w{margin:9px 0;white-space:nowrap;font-size:16px}.k{flex:1;padding:6px 10px;height:112px;font-size:15px}",
        SONG,
        16,
        "52px 62px",
    )


def guangdong(dice: random.Random) -> str:
    """A hospital system's print: the doctor applies, codes and terms are filled in."""
    who, day = someone(dice), when(dice)
    p = who.place
    hospital, level = clinic(dice, p)
    pick = dice.choice(DISEASES)
    d1, d2 = dice.sample(DOCTORS, 2)
    end = day.replace(year=day.year + dice.choice((1, 2, 3)), day=min(day.day, 28)) - dt.timedelta(days=1)
    dept = dice.choice(("心血管内科二区", "内分泌代谢科", "肾内科门诊", "神经内科", "风湿免疫科", "肿瘤中心"))
    record = digits(dice, dice.choice((8, 10)))
    term = f"{on('valid_from', day, said(dice, day, '-'))} 至 {on('valid_until', end, said(dice, end, '-'))}"
    body = f"""
<div style="display:flex;justify-content:space-between;font-size:12px;color:#444"><span>{hospital}</span><span>打印时间：{day:%Y-%m-%d} {dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}:{dice.randint(0, 59):02d}　第1页/共1页</span></div>
<h1 style="font-size:22px;margin-top:8px">{p.province}基本医疗保险门诊特定病种待遇认定申请表</h1>
<div style="display:flex;justify-content:space-between;font-size:13px;margin:12px 0 4px"><span>医疗机构（盖章）：{f("hospital_name", hospital)}</span><span>医疗机构编码：H{p.code}{digits(dice, 5)}</span></div>
<table class="g z"><tr><td rowspan=5 class=v>参保人信息</td><td>姓名</td><td>{f("patient_name", who.name)}</td><td>性别</td><td>{f("sex", who.sex)}</td><td>年龄</td><td>{f("age", who.age_on(day), f"{who.age_on(day)}岁")}</td></tr>
<tr><td>证件类型</td><td>居民身份证</td><td>证件号码</td><td colspan=3>{f("id_number", who.id_number)}</td></tr>
<tr><td>险种类型</td><td>{f("insurance_type", who.insurance, "职工基本医疗保险" if who.insurance == "employee" else "城乡居民基本医疗保险")}</td><td>参保地</td><td colspan=3>{f("insured_place", dice.choice((p.city, p.city + p.county, p.province + p.city)))}</td></tr>
<tr><td>联系电话</td><td>{f("phone", who.phone)}</td><td>门诊号/住院号</td><td colspan=3>{f("record_number", record)}</td></tr>
<tr><td>联系地址</td><td colspan=5>{f("address", home(dice, who)) if dice.random() < 0.8 else ""}</td></tr>
<tr><td rowspan=4 class=v>病种信息</td><td>门特病种名称</td><td>{f("claimed_disease", pick[0])}</td><td>病种编码</td><td colspan=3>{pick[2]}</td></tr>
<tr><td>临床诊断</td><td>{f("diagnosis", pick[1])}</td><td>诊断编码</td><td colspan=3>{pick[3]}</td></tr>
<tr><td>申请类型</td><td>{dice.choice(("☑首次申请 □续期", "□首次申请 ☑续期"))}</td><td>待遇有效期</td><td colspan=3 style="white-space:nowrap">{term}</td></tr>
<tr><td>选定医疗机构</td><td colspan=5>①{hospital}　②{dice.choice(("—", short(p) + "水东街道社区卫生服务中心"))}　③—</td></tr>
<tr><td class=v>病情摘要</td><td colspan=6 style="height:150px;vertical-align:top">{_history(dice, pick[1], hospital, day)}</td></tr>
<tr><td class=v>准入<br>标准</td><td colspan=6 style="height:96px;font-size:12.5px">（一）有明确的病史或二级及以上医疗机构出院小结； [{dice.choice("√")}]<br>（二）相关检验、检查结果支持； [{dice.choice("√ ")}]<br>（三）经专科主治及以上医师评估需长期门诊治疗。 [√]</td></tr>
<tr><td rowspan=2 class=v>医师意见</td><td>责任医师</td><td>{f("physician_name", d1)}　{f("physician_title", dice.choice(("主治医师", "副主任医师")))}</td><td>科室</td><td colspan=3>{f("department", dept)}</td></tr>
<tr><td>签名</td><td>{sign("physician", d1, dice, 120)}</td><td>医师代码</td><td colspan=3>D{p.code}{digits(dice, 6)}</td></tr>
<tr><td class=v>医院<br>审核</td><td colspan=6 style="height:120px;position:relative;vertical-align:top">审核医师：{d2}　　审核结果：同意　　医院等级：{f("hospital_level", level)}{seal(hospital, "门诊特定病种审核章", size=122, at=(dice.randint(330, 420), 0), turn=dice.uniform(-10, 10))}<div style="position:absolute;bottom:6px;right:20px">审核日期：{said(dice, day + dt.timedelta(days=2), "年0")}</div></td></tr>
<tr><td class=v>参保人<br>确认</td><td colspan=6>本人已知悉门特待遇有关规定，申请办理上述病种。　签名：{sign("applicant", who.name if dice.random() < 0.8 else None, dice, 84)} 日期：{on("application_date", day, said(dice, day, "年0"))}</td></tr></table>
<div style="font-size:12px;margin-top:6px">操作员：{dice.choice(CLERKS)}（{digits(dice, 4)}）　本表由医疗机构留存，保存期限不少于两年。</div>"""
    return page(
        body,
        ".z td{font-size:14px;height:36px;line-height:1.4}.v{width:66px;text-align:center!important;font-weight:600}",
        dice.choice((SONG, HEI)),
        pad="36px 50px",
    )


def online(dice: random.Random) -> str:
    """A print from a government-services site: label over value, grey cards."""
    who, day = someone(dice), when(dice)
    p = who.place
    hospital, level = clinic(dice, p)
    picks = dice.sample(DISEASES, dice.randint(1, 2))
    helper = someone(dice, youngest=24, oldest=52)
    agent = dice.random() < 0.5

    def cell(label: str, value: str, w: int = 1) -> str:
        return f'<div class=e style="grid-column:span {w}"><div class=l>{label}</div><div class=a>{value or "--"}</div></div>'

    stamp = f"{said(dice, day, '-')} {dice.randint(0, 23):02d}:{dice.randint(0, 59):02d}:{dice.randint(0, 59):02d}"
    filed = f"{on('application_date', day, stamp)}"
    claims = ""
    for d in picks:
        seen = said(dice, day - dt.timedelta(days=dice.randint(30, 900)), "-")
        claims += "<div class=k>" + cell("申请病种", f("claimed_disease", d[0])) + cell("病种代码", d[2])
        claims += cell("确诊日期", seen) + "</div>"
    body = f"""
<div style="display:flex;justify-content:space-between;border-bottom:2px solid #1d5fb4;padding-bottom:8px"><b style="font-size:19px;color:#1d5fb4">{p.province[:-1]}医保公共服务平台</b><span style="font-size:12px;color:#777">https://ggfw.ybj.example.gov.cn/hsa-pss/print</span></div>
<div style="font-size:21px;font-weight:600;margin:18px 0 4px">门诊慢特病病种待遇认定申请</div><div style="font-size:13px;color:#666">业务流水号：{p.code}{day:%Y%m%d}{digits(dice, 8)}　　办理状态：<b style="color:#d97b00">{dice.choice(("待初审", "待复核", "已受理"))}</b></div>
<div class=s>申请人信息</div><div class=k>{cell("姓名", f("patient_name", who.name))}{cell("性别", f("sex", who.sex, who.sex + dice.choice(("", "性"))))}{cell("出生日期", on("birth_date", who.born, said(dice, who.born, "-")))}{cell("证件类型", "居民身份证（户口簿）")}{cell("证件号码", f("id_number", who.id_number))}{cell("手机号码", f("phone", who.phone))}{cell("居住地址", f("address", home(dice, who)), 3)}</div>
<div class=s>参保信息</div><div class=k>{cell("参保险种", f("insurance_type", who.insurance, "310-职工基本医疗保险" if who.insurance == "employee" else "390-城乡居民基本医疗保险"))}{cell("参保区划", f("insured_place", p.province + p.city + p.county))}{cell("参保状态", "正常参保")}{cell("个人编号", digits(dice, 16))}{cell("单位名称", (p.county + dice.choice(FIRMS)) if who.insurance == "employee" else "", 2)}</div>
<div class=s>病种信息</div>{claims}
<div class=k>{cell("诊断医疗机构", f("hospital_name", hospital))}{cell("医疗机构等级", f("hospital_level", level))}{cell("诊断医师", f("physician_name", dice.choice(DOCTORS)))}{cell("病情描述", _history(dice, picks[0][1], hospital, day), 3)}</div>
<div class=s>代办信息</div><div class=k>{cell("是否代办", "是" if agent else "否")}{cell("代办人姓名", f("agent_name", helper.name) if agent else "")}{cell("代办人证件号码", f("agent_id_number", helper.id_number) if agent else "")}{cell("代办人手机号", helper.phone if agent else "")}{cell("与申请人关系", "子女" if agent else "", 2)}</div>
<div class=s>附件材料</div><div style="font-size:13px;line-height:1.9;color:#1d5fb4">身份证正面.jpg (312KB)　身份证反面.jpg (298KB)　出院记录1.jpg (1.2MB)　检验报告单.pdf (640KB)　诊断证明.jpg (886KB)</div>
<div style="border-top:1px solid #ccc;margin-top:10px;padding-top:8px;display:flex;justify-content:space-between;font-size:13px"><span>提交时间：{filed}</span><span>打印时间：{said(dice, day + dt.timedelta(days=3), "-")}　受理机构：{p.county}医疗保险中心</span></div>"""
    return page(
        body,
        ".s{font-weight:600;font-size:15px;border-left:4px solid #1d5fb4;padding-left:8px;margin:12px 0 6px}.k{display:grid;grid-template-columns:1fr 1.25fr 1.1fr;background:#f6f7f9;padding:8px 14px;gap:8px 14px;margin-bottom:5px}.l{font-size:12px;color:#8a8f99}.a{font-size:14px;line-height:1.45}",
        dice.choice((HEI, MICRO)),
        14,
        "40px 48px",
    )


TEMPLATES = {
    "province-application_form-shandong": Template("application_form", 794, 1123, shandong),
    "province-application_form-sichuan": Template("application_form", 794, 1123, sichuan),
    "province-application_form-hebei": Template("application_form", 794, 1123, hebei),
    "province-application_form-guangdong": Template("application_form", 794, 1123, guangdong),
    "province-application_form-online": Template("application_form", 794, 1123, online),
}
