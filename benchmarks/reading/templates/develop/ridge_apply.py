"""Applications and recognition forms of Sichuan, Guizhou, Hebei, Chongqing, Gansu and Heilongjiang bureaus."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.ridge_base import ILLS, boxes, case, date, face, insured, ticks

SICK = ("高血压", "糖尿病", "冠心病", "脑血管意外后遗症", "慢性阻塞性肺疾病", "类风湿关节炎", "慢性肾炎", "帕金森病", "甲状腺功能减退", "肝硬化", "支气管哮喘", "结核病", "癫痫", "系统性红斑狼疮", "重性精神病", "恶性肿瘤", "尿毒症透析", "器官移植抗排异", "再生障碍性贫血", "血友病")  # fmt: skip


def sichuan(d: random.Random) -> str:
    """A clerk's Word file with the annex number above the title and a box per digit."""
    c = case(d, "绵阳市", "南充市", "宜宾市")
    p = c.p
    told = d.random() < 0.6
    agent = d.random() < 0.45
    when = c.left + dt.timedelta(days=d.randint(3, 40))
    basis = f"患者{d.choice(('反复', '因'))}{c.illnesses[0] if told else f('diagnosis', c.illnesses[0])}在{d.choice(('我院', '外院'))}住院治疗，病史{d.randint(2, 15)}年，长期口服药物控制，现申请纳入门诊慢特病管理。"
    doctor = f("physician_name", c.doctors[0]) if d.random() < 0.5 else sign("physician", c.doctors[0], d)
    return page(
        f"""<div style="font-family:{HEI}">附件{d.randint(1, 6)}</div><h1 style="font-size:23px;margin:10px 0 4px">{p.place.city}基本医疗保险门诊慢特病病种<br>待 遇 认 定 申 请 表</h1>
<div style="display:flex;justify-content:space-between;font-size:14px"><span>申请时间：{date("application_date", when, d, "年")}</span><span>编号：{d.choice(("", "________", f"{when.year}-{d.randint(1, 999):04d}"))}</span></div>
<table class="g" style="font-size:15px;text-align:center;table-layout:fixed"><colgroup><col style="width:92px"><col style="width:100px"><col style="width:58px"><col style="width:56px"><col style="width:58px"><col style="width:56px"><col style="width:92px"><col></colgroup>
<tr style="height:40px"><td>姓　　名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", c.age)}</td><td>联系电话</td><td>{f("phone", p.phone)}</td></tr>
<tr style="height:42px"><td>身份证号<br>码</td><td colspan="7">{boxes("id_number", p.id_number, 26)}</td></tr>
<tr style="height:40px"><td>参保类别</td><td colspan="3">{ticks(("城镇职工", "城乡居民"), int(insured(c) == "resident"), "insurance_type", insured(c), on=d.choice("☑√■"))}</td><td colspan="2">参保地</td><td colspan="2">{f("insured_place", p.place.insured)}</td></tr>
<tr style="height:40px"><td>工作单位</td><td colspan="3">{d.choice(("", "无", f"{p.place.city}第二建筑公司"))}</td><td colspan="2">家庭住址</td><td colspan="2" style="font-size:13px">{f("address", c.address)}</td></tr>
<tr style="height:40px"><td>代办人</td><td colspan="2">{f("agent_name", name(d, "女")) if agent else ""}</td><td colspan="2">与患者关系</td><td>{"子女" if agent else ""}</td><td>代办人电话</td><td>{f"139{d.randint(10**7, 10**8 - 1)}" if agent else ""}</td></tr>
<tr style="height:48px"><td>申请病种</td><td colspan="7" style="text-align:left">1、{f("claimed_disease", c.claim)}　　　　2、　　　　　　　　　3、</td></tr>
<tr style="height:150px"><td>申请理由<br>及诊断依<br>据</td><td colspan="7" style="text-align:left;vertical-align:top">　　{basis}<br>临床诊断：{fs("diagnosis", c.illnesses, "、") if told else ""}<div style="text-align:right;margin-top:22px">申请人（签字）：{sign("applicant", p.name if d.random() < 0.8 else None, d)}</div></td></tr>
<tr style="height:160px"><td>认定医疗<br>机构专家<br>意　　见</td><td colspan="7" style="text-align:left;vertical-align:top">经审核，该患者{ticks(("符合", "不符合"), 0 if told else None)}以上病种认定标准。<br>认定机构名称：{f("hospital_name", c.hospital)}　　等级：{f("hospital_level", c.level)}<br><br>认定医师：{doctor}　　　职称：{f("physician_title", d.choice(("主任医师", "副主任医师")))}<div style="text-align:right">（盖章）　　　　年　　月　　日　</div></td></tr>
<tr style="height:120px"><td>医疗保障<br>经办机构<br>意　　见</td><td colspan="7" style="vertical-align:bottom;text-align:right">经办人：　　　　　　　复核人：　　　　　　　　年　　月　　日　</td></tr></table>
<div style="font-size:12.5px;line-height:1.5">注：1.本表一式两份，认定医疗机构、医保经办机构各留存一份。2.申请恶性肿瘤、器官移植抗排异、血友病等病种须附病检报告或出院证明书。3.咨询电话：0816-12393。</div>
{seal(c.hospital, "医疗保险办公室", at=(520, 690), turn=d.uniform(-15, 15)) if told else ""}""",
        font=SONG,
    )


def guizhou(d: random.Random) -> str:
    """A wall of disease boxes, the photograph at the right, labels with inner blanks."""
    c = case(d, "遵义市", "毕节市")
    p = c.p
    one = d.randrange(len(SICK))
    two = d.choice([None, None, (one + d.randint(1, 9)) % len(SICK)])
    lines = ""
    for n, s in enumerate(SICK):
        chosen = n in (one, two)
        told = f("claimed_disease", s, f"{'☑' if chosen else '□'}{n + 1}.{s}") if chosen else f"□{n + 1}.{s}"
        lines += f'<div style="width:33%">{told}</div>'
    photo = (
        face(d, 100, 130, "margin:auto")
        if d.random() < 0.5
        else '<div style="color:#888">一寸免冠<br>照　片</div>'
    )
    when = c.left + dt.timedelta(days=9)
    return page(
        f"""<h1 style="font-size:24px;font-family:{HEI}">{p.place.city}医疗保险门诊慢特病申报表</h1><div class="c" style="font-size:13px">（{d.choice(("普通慢性病、特殊慢性病通用", "2024版"))}）</div>
<table class="g" style="margin-top:8px"><tr><td style="width:96px">姓　　名</td><td style="width:120px">{f("patient_name", p.name)}</td><td style="width:70px">性　别</td><td style="width:60px">{f("sex", p.sex)}</td><td style="width:70px">民　族</td><td>{f("ethnicity", p.ethnicity, p.ethnicity + d.choice(("族", "")))}</td><td rowspan="4" class="c" style="width:118px">{photo}</td></tr>
<tr><td>出生年月</td><td>{f("birth_date", f"{p.born:%Y-%m}", f"{p.born.year}年{p.born.month}月")}</td><td colspan="2">人员类别</td><td colspan="2">{ticks(("在职", "退休", "居民"), 2 if insured(c) == "resident" else d.randint(0, 1), "insurance_type", insured(c), gap=" ")}</td></tr>
<tr><td>公民身份号码</td><td colspan="5">{f("id_number", p.id_number, style="letter-spacing:3px")}</td></tr>
<tr><td>住　　址</td><td colspan="5">{f("address", c.address)}</td></tr>
<tr><td>本人电话</td><td colspan="2">{f("phone", p.phone)}</td><td colspan="2">家属（监护人）电话</td><td colspan="2">{d.choice(("", "180" + str(d.randint(10**7, 10**8 - 1))))}</td></tr>
<tr><td>参 保 地</td><td colspan="2">{f("insured_place", p.place.county)}</td><td colspan="2">首诊定点机构</td><td colspan="2">{f("hospital_name", c.hospital)}</td></tr>
<tr><td class="c" style="line-height:2">申<br>报<br>病<br>种</td><td colspan="6"><div style="display:flex;flex-wrap:wrap;font-size:14px;line-height:1.9">{lines}</div><div style="font-size:12.5px">其他：＿＿＿＿＿＿＿＿（限选两种，在□内打“√”）</div></td></tr>
<tr><td class="c">病史摘要<br>及主要检<br>查结果</td><td colspan="6" style="height:180px;vertical-align:top">{hand(f"患者{SICK[one]}病史{d.randint(2, 20)}年，于{c.came.year}年在我院住院，", 19)}<br>{hand("规律服药，病情反复，需长期门诊治疗。", 19)}<div style="position:absolute;margin-top:50px;margin-left:240px">主治医师：{sign("physician", c.doctors[0], d)}　{hand(f"{when.year}.{when.month}.{when.day}", 17)}</div></td></tr>
<tr><td class="c">医院医保<br>科意见</td><td colspan="3" style="height:110px;vertical-align:bottom" class="r">（签章）　　　　　<br>年　月　日</td><td class="c">县（区）<br>医保局审<br>批意见</td><td colspan="2" style="vertical-align:bottom" class="r">（签章）　　　<br>年　月　日</td></tr>
</table><div style="font-size:13px;margin-top:6px">申报人签字：{sign("applicant", p.name if d.random() < 0.7 else None, d)}　　　　　申报日期：{date("application_date", when, d, d.choice("年."))}</div><div style="font-size:12px;color:#333">说明：本表由申报人如实填写，附近两年内二级及以上医院住院病历复印件（加盖鲜章）。{p.place.city}医疗保障事务中心 制</div>
{seal(c.hospital, "医保科专用章", at=(250, 690), size=140, turn=d.uniform(-20, 20))}""",
        font=d.choice((SONG, MICRO)), size=14, pad="44px 52px",
    )  # fmt: skip


def hebei(d: random.Random) -> str:
    """An old form of the employees' scheme, filled by a needle printer a little off its lines."""
    c = case(d, "保定市", "沧州市")
    p = c.p
    dx, dy = d.randint(-3, 5), d.randint(-4, 5)
    ink = f"font-family:'WenQuanYi Zen Hei Mono',monospace;color:#33363f;position:relative;left:{dx}px;top:{dy}px;letter-spacing:.5px;font-size:15px"
    t: Callable[..., str] = lambda k, v, s="": f(k, v, s or str(v), style=ink)
    when = c.left + dt.timedelta(days=d.randint(5, 90))
    return page(
        f"""<h1 style="font-size:25px;letter-spacing:3px;font-weight:400">{p.place.city}{f("insurance_type", "employee", "城镇职工")}基本医疗保险</h1><h1 style="font-size:25px;letter-spacing:3px;font-weight:400">门诊{d.choice(("慢性病", "特殊疾病"))}鉴定申报审批表</h1>
<div style="margin:12px 0 2px;display:flex;justify-content:space-between"><span>单位名称（章）：<u>　{d.choice(("市纺织机械厂", "灵活就业", "运河区第三小学"))}　　</u></span><span>{t("application_date", when.isoformat(), f"{when.year} 年 {when.month:02d} 月 {when.day:02d} 日")}</span></div>
<table class="g"><tr style="height:38px"><td class="c" style="width:84px">姓名</td><td style="width:112px">{t("patient_name", p.name)}</td><td class="c" style="width:60px">性别</td><td style="width:60px">{t("sex", p.sex)}</td><td class="c" style="width:60px">年龄</td><td style="width:64px">{t("age", c.age)}</td><td class="c" style="width:84px">人员类别</td><td>{"退休" if c.age > 58 else "在职"}</td></tr>
<tr style="height:38px"><td class="c">身份证号</td><td colspan="3">{t("id_number", p.id_number)}</td><td class="c" colspan="2">医疗保险证号</td><td colspan="2">{t("card_number", f"{d.choice('AC')}{d.randint(10**8, 10**9 - 1)}")}</td></tr>
<tr style="height:38px"><td class="c">家庭住址</td><td colspan="4">{t("address", c.address)}</td><td class="c">电话</td><td colspan="2">{t("phone", p.phone)}</td></tr>
<tr style="height:38px"><td class="c">申报病种</td><td colspan="4">{t("claimed_disease", c.claim)}</td><td class="c" colspan="2">定点医院</td><td>{t("hospital_name", c.hospital)}</td></tr>
<tr style="height:230px"><td class="c" style="line-height:2.1">既往病史<br>现病情及<br>治疗情况</td><td colspan="7" style="vertical-align:top"><span style="{ink}">于 {date("admission_date", c.came, d, ".")} 至 {date("discharge_date", c.left, d, ".")} 住 {f("department", c.department)}，诊断为 {fs("diagnosis", c.illnesses, " ; ")}。经治疗好转出院，院外坚持用药，血压血糖时有波动，伴有乏力、头晕。特申请{d.choice(("鉴定", "办理"))}。</span><div style="position:absolute;left:420px;margin-top:70px">医师签字：{sign("physician", d.choice((None, c.doctors[1])), d)}</div></td></tr>
<tr style="height:140px"><td class="c">定点医院<br>初审意见</td><td colspan="7" style="vertical-align:bottom" class="r">（盖章）　　　　年　　月　　日　</td></tr>
<tr style="height:150px"><td class="c">专家鉴定<br>委 员 会<br>意　　见</td><td colspan="7" style="vertical-align:bottom">鉴定专家（签字）：1、　　　　　　2、　　　　　　3、<div class="r">年　　月　　日　</div></td></tr>
<tr style="height:110px"><td class="c">医保经办<br>机构审批</td><td colspan="7" style="vertical-align:bottom" class="r">（盖章）　　　　年　　月　　日　</td></tr></table>
<div style="font-size:13px">备注：1、此表用黑色钢笔填写，字迹清楚，涂改无效；2、一式三份；3、每年五月、十一月集中鉴定两次，逾期不候。</div>
{seal(c.hospital, at=(430, 660), size=148, turn=d.uniform(-10, 25))}""",
        font=SONG, size=15, pad="60px 58px",
    )  # fmt: skip


def chongqing(d: random.Random) -> str:
    """Chongqing's special-disease form: the hospital's computer prints it with an expert's opinion."""
    c = case(d, "重庆市")
    p = c.p
    when = c.left
    other = d.choice([i[1] for i in ILLS if i[1] != c.claim])
    two = d.random() < 0.4
    return page(
        f"""<h1 style="font-size:21px">重庆市基本医疗保险门诊慢特病{d.choice(("资格确认表", "认定表"))}</h1>
<div style="display:flex;justify-content:space-between;font-size:12.5px;border-bottom:2px solid #000;margin-top:10px"><span>认定医疗机构：{f("hospital_name", c.hospital)}</span><span>医院等级：{f("hospital_level", c.level, c.level.replace("等", d.choice(("等", ""))))}</span><span>认定流水号：50{d.randint(10**12, 10**13 - 1)}</span></div>
<div style="font-family:{HEI};margin-top:10px">一、参保人员基本信息</div>
<table class="g" style="font-size:13px"><tr><td style="background:#eee;width:90px">姓名</td><td>{f("patient_name", p.name)}</td><td style="background:#eee;width:70px">性别</td><td>{f("sex", p.sex)}</td><td style="background:#eee;width:80px">出生日期</td><td>{date("birth_date", p.born, d, "-")}</td></tr>
<tr><td style="background:#eee">证件类型</td><td>居民身份证（户口簿）</td><td style="background:#eee">证件号码</td><td colspan="3">{f("id_number", p.id_number)}</td></tr>
<tr><td style="background:#eee">险种类型</td><td>{f("insurance_type", insured(c), "职工基本医疗保险" if insured(c) == "employee" else "城乡居民基本医疗保险")}</td><td style="background:#eee">参保区县</td><td>{f("insured_place", p.place.county)}</td><td style="background:#eee">手机号码</td><td>{f("phone", p.phone)}</td></tr>
<tr><td style="background:#eee">联系地址</td><td colspan="5">{f("address", c.address)}</td></tr></table>
<div style="font-family:{HEI};margin-top:10px">二、申请认定病种</div><table class="g" style="font-size:13px"><tr style="background:#eee"><td>序号</td><td>病种编码</td><td>病种名称</td><td>开始时间</td><td>认定结果</td></tr>
<tr><td>1</td><td>M0{d.randint(1000, 9999)}</td><td>{f("claimed_disease", c.claim)}</td><td>{date("valid_from", when, d, "-")}</td><td>{d.choice(("符合", "通过"))}</td></tr>{f'<tr><td>2</td><td>M0{d.randint(1000, 9999)}</td><td>{f("claimed_disease", other)}</td><td>-</td><td>未通过（资料不全）</td></tr>' if two else ""}</table>
<div style="font-family:{HEI};margin-top:10px">三、病史及诊断依据</div><div style="border:1px solid #222;padding:6px 10px;font-size:13px;min-height:120px">患者因“{d.choice(("心累气促", "头昏伴肢软", "乏力纳差"))}{d.randint(2, 10)}年，复发加重{d.randint(2, 9)}天”于{date("admission_date", c.came, d, "-")}入我院{f("department", c.department)}，住院号{f("record_number", c.record)}，诊断：{fs("diagnosis", c.illnesses, " ", True)}。检查检验结果详见附件，符合《重庆市基本医疗保险门诊慢特病病种认定标准》相应条款。</div>
<div style="font-family:{HEI};margin-top:10px">四、专家认定意见</div><div style="border:1px solid #222;padding:8px 10px;font-size:13px;height:150px">同意认定。<br><br>认定专家一（签章）：{sign("physician", c.doctors[0], d)}　　认定专家二（签章）：{sign("physician", c.doctors[1] if d.random() < 0.6 else None, d)}<div class="r" style="margin-top:26px">认定日期：{date("issue_date", when, d, "-")}　</div></div>
<div style="font-family:{HEI};margin-top:10px">五、参保人（代办人）确认</div><div style="border:1px solid #222;padding:8px 10px;font-size:13px;line-height:2">本人已知晓门诊慢特病报销政策，承诺所提供资料真实有效。自愿选择以下定点医疗机构就医：①{c.hospital} ②{d.choice(("本区县所有定点医疗机构", "＿＿＿＿＿＿＿＿＿"))}<br>参保人签字：{sign("applicant", d.choice((p.name, None)), d)}　　　代办人签字：{sign("agent", None, d)}　　　　{when.year}年　　月　　日</div>
<div style="font-size:11px;color:#444;margin-top:14px;display:flex;justify-content:space-between"><span>打印人：{c.doctors[3]}（医保办）</span><span>打印时间：{when.isoformat()} {d.randint(8, 17):02d}:{d.randint(10, 59)}:{d.randint(10, 59)}</span><span>第1页/共1页</span></div>
{seal(c.hospital, "特病认定专用章", at=(470, 650), size=146, turn=d.uniform(-8, 8))}""",
        font=SONG, size=14, pad="46px 54px",
    )  # fmt: skip


def gansu(d: random.Random) -> str:
    """A treatment register of Gansu, landscape, one line a disease, the bureau's ugly full title."""
    c = case(d, "天水市", "武威市")
    p = c.p
    until = c.left.replace(day=1).replace(year=c.left.year + d.choice((1, 2, 3)))
    return page(
        f"""<h1 style="font-size:22px;font-family:{HEI}">{p.place.city}基本医疗保险门诊慢特病待遇登记表</h1>
<div style="font-size:13px;display:flex;justify-content:space-between;margin-top:8px"><span>登记机构：{p.place.city}{p.place.county}医疗保障服务中心</span><span>登记日期：{date("issue_date", c.left, d, d.choice("8-"))}</span><span>单位：元</span></div>
<table class="g c" style="font-size:14px"><tr style="height:44px"><td class="c">姓名</td><td class="c">性别</td><td class="c">民族</td><td class="c">身 份 证 号</td><td class="c">参保险种</td><td class="c">参保地</td><td class="c">联系电话</td></tr>
<tr style="height:52px"><td class="c">{f("patient_name", p.name)}</td><td class="c">{f("sex", p.sex)}</td><td class="c">{f("ethnicity", p.ethnicity)}</td><td class="c">{f("id_number", p.id_number)}</td><td class="c">{f("insurance_type", insured(c), "城镇职工" if insured(c) == "employee" else "城乡居民")}</td><td class="c">{f("insured_place", p.place.insured)}</td><td class="c">{f("phone", p.phone)}</td></tr>
<tr style="height:46px"><td class="c">家庭住址</td><td colspan="3">{f("address", c.address)}</td><td class="c">人员属性</td><td colspan="2">{ticks(("一般", "低保", "特困", "监测户"), d.randint(0, 3), on="☑", gap=" ")}</td></tr></table>
<table class="g" style="font-size:14px;margin-top:-1px"><tr style="height:40px"><td class="c">病　种　名　称</td><td class="c">类别</td><td class="c">年度限额</td><td class="c">报销比例</td><td class="c">待遇开始时间</td><td class="c">待遇终止时间</td><td class="c">认定医院</td><td class="c">认定医师</td></tr>
<tr style="height:58px"><td class="c">{f("claimed_disease", c.claim)}</td><td class="c">{d.choice("ⅠⅡⅢ")}类</td><td class="c">{d.choice((2000, 3000, 10000, 60000))}</td><td class="c">70%</td><td class="c">{date("valid_from", c.left.replace(day=1), d, "-")}</td><td class="c">{f("valid_until", "长期") if d.random() < 0.4 else date("valid_until", until, d, "-")}</td><td class="c">{f("hospital_name", c.hospital)}</td><td class="c">{f("physician_name", c.doctors[0])}</td></tr>
{'<tr style="height:40px"><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>' * d.randint(1, 3)}
<tr style="height:92px"><td class="c">备　注</td><td colspan="7">本表为参保患者享受门诊慢特病待遇的凭据，就医购药时与社会保障卡（医保电子凭证）一并出示。不得转借他人使用，{d.choice(("每年12月底前年审。", "有效期满前60日内申请复审。"))}</td></tr></table>
<div style="font-size:14px;margin-top:16px;display:flex;justify-content:space-between"><span>参保人（签字）：{sign("applicant", p.name if d.random() < 0.5 else None, d)}</span><span>经办人：{c.doctors[2]}</span><span>复核人：{c.doctors[3]}</span><span>经办机构（盖章）　　　　</span></div>
{seal(f"{p.place.county}医疗保障服务中心", "业务专用章", at=(880, 480), size=150, turn=d.uniform(-20, 20))}""",
        font=SONG, size=15, pad="48px 50px",
    )  # fmt: skip


def heilongjiang(d: random.Random) -> str:
    """An appraisal form of the north-east, typed by the bureau, the experts sign by hand, in the kai face."""
    c = case(d, "绥化市", "齐齐哈尔市", "铁岭市", "朝阳市")
    p = c.p
    when = c.left + dt.timedelta(days=d.randint(20, 60))
    return page(
        f"""<div class="r" style="font-size:14px">档案号：{d.randint(1000, 99999):05d}</div><h1 style="font-size:28px;letter-spacing:5px;margin:6px 0 16px">门诊慢性病鉴定表</h1>
<table class="g" style="font-size:16px"><tr style="height:44px"><td class="c" style="width:34px" rowspan="5">患<br>者<br>填<br>写</td><td class="c" style="width:86px">姓　名</td><td style="width:120px">{f("patient_name", p.name)}</td><td class="c" style="width:56px">性别</td><td style="width:50px">{f("sex", p.sex)}</td><td class="c" style="width:86px">出生日期</td><td>{date("birth_date", p.born, d, d.choice(".8"))}</td></tr>
<tr style="height:44px"><td class="c">身份证号</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="c">社保卡号</td><td>{f("card_number", f"{d.choice('BCM')}{d.randint(10**7, 10**8 - 1)}") if d.random() < 0.7 else ""}</td></tr>
<tr style="height:44px"><td class="c">工作单位<br>或住址</td><td colspan="3">{f("address", c.address)}</td><td class="c">联系电话</td><td>{hand(p.phone, 19)}</td></tr>
<tr style="height:44px"><td class="c">参保类型</td><td colspan="5">{ticks(("城镇职工", "灵活就业", "城乡居民"), 2 if insured(c) == "resident" else 0, "insurance_type", insured(c), on="(√)", off="(　)", after=True)}</td></tr>
<tr style="height:44px"><td class="c">申报病种</td><td colspan="5">{f("claimed_disease", c.claim)}</td></tr>
<tr style="height:170px"><td class="c">医<br>院<br>填<br>写</td><td colspan="6" style="vertical-align:top">主要诊断：{fs("diagnosis", c.illnesses, "，")}<br>住院医院：{f("hospital_name", c.hospital)}　病案号：{f("record_number", c.record)}<br>入院日期：{date("admission_date", c.came, d, ".")}　　出院日期：{date("discharge_date", c.left, d, ".")}<br>辅助检查阳性结果：{d.choice(("见附页", "心脏彩超示左室舒张功能减低", "详见化验单复印件"))}<div class="r">医师签章：{sign("physician", c.doctors[0] if d.random() < 0.6 else None, d)}　</div></td></tr>
<tr style="height:200px"><td class="c">专<br>家<br>鉴<br>定</td><td colspan="6" style="vertical-align:top">鉴定结论：{ticks(("符合", "不符合", "待查"), 0, on="☑")}<br>依据：{hand("病史明确，资料齐全，符合鉴定标准。", 20)}<div style="margin-top:30px">专家签字：{sign("physician", c.doctors[1], d)}　{sign("physician", c.doctors[2], d)}</div><div class="r">鉴定日期：{date("issue_date", when, d, "年")}　</div></td></tr>
<tr style="height:130px"><td class="c">医<br>保<br>局</td><td colspan="6" style="vertical-align:bottom">享受待遇时间：自{date("valid_from", when.replace(day=1), d, "年")}起<div class="r">（公章）　　　　年　　月　　日　</div></td></tr></table>
<div style="font-size:13px;margin-top:4px">此表一式二份，一份存档，一份随病志装订。　{p.place.city}医疗保险服务中心印制</div>
{seal(f"{p.place.city}医疗保障局", "慢性病鉴定专用章", at=(440, 810), turn=d.uniform(-25, 25))}""",
        font=d.choice((KAI, KAI, SONG)), size=16, pad="50px 56px",
    )  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "ridge-application_form-sichuan-boxes": Template("application_form", 794, 1123, sichuan),
    "ridge-application_form-guizhou-wall": Template("application_form", 794, 1123, guizhou),
    "ridge-application_form-hebei-needle": Template("application_form", 794, 1123, hebei),
    "ridge-recognition_form-chongqing-print": Template("recognition_form", 794, 1123, chongqing),
    "ridge-recognition_form-gansu-register": Template("recognition_form", 1123, 794, gansu),
    "ridge-recognition_form-north-appraisal": Template("recognition_form", 794, 1123, heilongjiang),
}
