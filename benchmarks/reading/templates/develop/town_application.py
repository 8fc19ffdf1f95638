"""Applications: two doctors of Guangdong, boxes of Shandong, a stiff Word form of Heilongjiang, Sichuan's wide sheet."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, checkbox, f, fs, hand, page, seal, sign
from benchmarks.reading.templates.develop.town_base import on, under

UMING = "'AR PL UMing CN',serif"


def _two_doctors(dice: random.Random) -> str:
    """Guangdong 门诊特定病种: little of the person, much of the disease; two doctors, a span, chosen houses."""
    a = t.who(dice, "粤")
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    first, second = t.doctor(dice), t.doctor(dice)
    pack = dice.choice(("检查报告", "病理报告", "出院小结", "影像资料"))
    files = "".join(
        f"{checkbox(x in ('疾病诊断证明', pack))}{x}　"
        for x in ("疾病诊断证明", "检查报告", "病理报告", "出院小结", "影像资料", "手术记录")
    )
    return page(
        f"""<p style="margin:0;font-size:14px">附件1</p><h1 style="font-size:22px;font-family:{HEI};margin:4px 0 12px">广东省基本医疗保险门诊特定病种待遇认定申请表</h1>
<table class="g" style="table-layout:fixed"><colgroup><col style="width:110px"><col style="width:130px"><col style="width:106px"><col><col style="width:72px"><col style="width:80px"></colgroup>
<tr><td colspan="6" class="b" style="background:#eee">一、参保人基本信息（由参保人或其代办人填写）</td></tr>
<tr style="height:36px"><td>参保人姓名</td><td>{f("patient_name", a.name)}</td><td>身份证件号码</td><td colspan="3">{f("id_number", a.number)}</td></tr>
<tr style="height:36px"><td>参保险种</td><td>{t.insured(a.kind, ("职工医保", "居民医保"), "√", "□", "<br>")}</td><td>联系电话</td><td>{f("phone", a.person.phone)}</td><td>性别</td><td>{f("sex", a.sex)}</td></tr>
<tr style="height:36px"><td>参保地</td><td>{f("insured_place", a.place.city)}</td><td>通讯地址</td><td colspan="3">{f("address", a.address)}</td></tr>
<tr><td colspan="6" class="b" style="background:#eee">二、病种认定信息（由诊断医师填写）</td></tr>
<tr style="height:36px"><td>申请病种名称</td><td colspan="3">{f("claimed_disease", one.claim)}</td><td>病种编码</td><td>M{t.digits(dice, 5)}</td></tr>
<tr style="height:36px"><td>疾病诊断</td><td colspan="3">{fs("diagnosis", names, "<br>", True)}</td><td>ICD-10</td><td></td></tr>
<tr><td>诊断依据</td><td colspan="5" style="height:172px;vertical-align:top;padding:8px;line-height:1.75">{one.complaint}。{one.story}<br><br>附：{files}</td></tr>
<tr><td>诊断医师意见</td><td colspan="5" style="line-height:2.2;padding:6px 10px">该参保人符合门诊特定病种准入标准：{checkbox(True)}是　{checkbox(False)}否<br>诊断医师1：{under(f("physician_name", first), 90)}签名：{sign("physician", first, dice, 90)}　职称：{under(f("physician_title", dice.choice(t.TITLES[:2])), 90)}<br>诊断医师2：{under(f("physician_name", second), 90)}签名：{sign("physician", second if dice.random() < 0.7 else None, dice, 90)}　职称：{under(f("physician_title", dice.choice(t.TITLES[1:])), 90)}<br><span style="padding-left:300px">{on("sign_date", day, dice.choice(("年 ", "年0")))}</span></td></tr>
<tr><td colspan="6" class="b" style="background:#eee">三、定点医疗机构审核信息</td></tr>
<tr><td>医疗机构意见</td><td colspan="5" style="height:118px;position:relative;vertical-align:top;padding:8px">经审核，{checkbox(True)}同意　{checkbox(False)}不同意　认定该参保人门诊特定病种待遇。<div style="margin:22px 0 0 150px">医疗机构名称（盖章）：{f("hospital_name", home)}</div>{seal(home, "医保业务章", size=116, at=(430, -4), turn=dice.uniform(-9, 9), ink=0.6)}</td></tr>
<tr><td>参保人确认</td><td colspan="5" style="line-height:2.1;padding:6px 10px">本人已知悉并同意上述内容，所提供资料真实有效。　参保人（代办人）签名：{sign("applicant", a.name, dice)}<br>申请日期：{on("application_date", day, dice.choice(("年0", "-")))}</td></tr></table>
<div style="font-size:12px;line-height:1.5;margin-top:6px">备注：1.每名参保人同一病种仅需填写一次。2.诊断医师须为相应专科的中级及以上职称医师。3.恶性肿瘤放疗、化疗等病种须附病理诊断。4.本表有效期30日。</div>""",
        font=SONG,
        size=14,
        pad="36px 54px",
    )


def _boxes(dice: random.Random) -> str:
    """Shandong: a digit a box, two diseases in two rows, dates in boxes too, a receipt to tear off below."""
    a = t.who(dice, "鲁", 35)
    home, level = t.house(dice, a.place)
    one, names = t.ill(dice)
    other = dice.choice([x for x in t.ILLS if x is not one])
    day = t.date(dice)
    both = dice.random() < 0.5
    second = f("claimed_disease", other.claim) if both else ""
    boxed: Callable[..., str] = lambda field, d: (
        f'<span data-field="{field}" data-value="{d.isoformat()}">{under(str(d.year), 50)}年{under(f"{d.month:02d}", 30)}月{under(f"{d.day:02d}", 30)}日</span>'
    )
    return page(
        f"""<div style="text-align:right;font-size:14px">编号：{under("", 120)}</div><h1 style="font-size:23px;margin:6px 0 2px">{a.place.city}门诊慢特病病种待遇认定申请表</h1>
<div style="text-align:right;margin:4px 0">填表日期：{boxed("application_date", day)}</div>
<table class="g"><colgroup><col style="width:92px"><col style="width:152px"><col style="width:70px"><col style="width:70px"><col style="width:92px"><col></colgroup>
<tr style="height:42px"><td class="c">申请人</td><td class="c">{f("patient_name", a.name)}</td><td class="c">性别</td><td class="c">{f("sex", a.sex)}</td><td class="c">年龄</td><td class="c">{f("age", a.age(day), f"{a.age(day)}周岁")}</td></tr>
<tr style="height:44px"><td class="c">身份证<br>号　码</td><td colspan="5">{t.cells("id_number", a.number, "width:27px")}</td></tr>
<tr style="height:44px"><td class="c">手机号码</td><td colspan="3">{t.cells("phone", a.person.phone)}</td><td class="c">险种</td><td>{t.insured(a.kind, ("职工", "居民"), dice.choice(("☑", "■")), "□")}</td></tr>
<tr style="height:42px"><td class="c">家庭住址</td><td colspan="5">{f("address", a.address)}</td></tr>
<tr style="height:40px"><td class="c" rowspan="2">申请病种</td><td colspan="3">①{f("claimed_disease", one.claim)}</td><td class="c" rowspan="2">首次确诊<br>时　　间</td><td rowspan="2" class="c"></td></tr><tr style="height:40px"><td colspan="3">②{second}</td></tr>
<tr style="height:42px"><td class="c">选定医院</td><td colspan="3">{f("hospital_name", home)}</td><td class="c">医院级别</td><td class="c">{f("hospital_level", level)}</td></tr>
<tr><td class="c">病情简介<br>（含诊断、<br>治疗、用药<br>及检查）</td><td colspan="5" style="height:196px;vertical-align:top;padding:8px 10px;line-height:1.8">{one.complaint}。{one.story}<br>诊断：{fs("diagnosis", names, "，")}</td></tr>
<tr><td class="c">医　师<br>意　见</td><td colspan="5" style="height:96px;vertical-align:bottom;padding:6px 10px">主治及以上医师签字：{sign("physician", t.doctor(dice), dice)}　　　{boxed("sign_date", t.after(day, dice.choice((0, 0, 1, 3))))}</td></tr>
<tr><td class="c">医院医保<br>部门意见</td><td colspan="5" style="height:118px;position:relative;vertical-align:bottom;padding:6px 10px"><span style="padding-left:270px">（签章）　　　年　　月　　日</span>{seal(home, "医保科", size=112, at=(340, -4), turn=dice.uniform(-12, 12), shape=dice.choice(("circle", "ellipse")))}</td></tr></table>
<div style="border-top:1px dashed #333;margin:16px 0 8px;text-align:center;font-size:12px;line-height:0"><span style="background:#fff;padding:0 8px">沿此线剪下</span></div>
<div style="font-size:14px;line-height:2"><b>回　执</b>　　{under(f("patient_name", a.name), 90)}（先生/女士）：您的门诊慢特病申请已受理，申请材料共{under(str(dice.randint(3, 9)), 30)}页，请于20个工作日后查询结果。　受理人：{hand(people.name(dice, "女"), 18)}</div>""",
        font=dice.choice((SONG, UMING)),
        size=15,
        pad="40px 60px",
    )


def _stiff(dice: random.Random) -> str:
    """Heilongjiang: a Word form as a work unit files it, labels upright, a photo, unit and number of the unit."""
    a = t.who(dice, "黑", 40)
    home, level = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    stand = "width:34px;writing-mode:vertical-rl;text-align:center;letter-spacing:6px"
    unit = a.place.city.removesuffix("市") + dice.choice(
        ("第二机床厂", "石油化工总厂", "市政工程公司", "粮食局直属库", "退休人员管理中心")
    )
    return page(
        f"""<h1 style="font-size:25px;font-family:{KAI};margin-bottom:16px">基本医疗保险门诊慢性病申请审批表</h1>
<div style="display:flex;justify-content:space-between;margin-bottom:4px"><span>单位名称：{unit}</span><span>申请时间：{on("application_date", day, dice.choice(("年", ".")))}</span></div>
<table class="g"><tr style="height:44px"><td class="c" style="width:92px">姓　名</td><td class="c" style="width:120px">{f("patient_name", a.name)}</td><td class="c" style="width:64px">性　别</td><td class="c" style="width:64px">{f("sex", a.sex)}</td><td class="c" style="width:92px">出生日期</td><td class="c">{on("birth_date", a.born, dice.choice((".", "-")))}</td><td rowspan="4" class="c" style="width:112px;padding:3px">{t.face(dice, 104, "#c9d9ea") if dice.random() < 0.6 else "照<br><br>片"}</td></tr>
<tr style="height:44px"><td class="c">身份证号</td><td colspan="3">{f("id_number", a.number)}</td><td class="c">在职/退休</td><td class="c">{"在职" if a.age(day) < 60 else "退休"}</td></tr>
<tr style="height:44px"><td class="c">医保卡号</td><td colspan="3">{f("card_number", t.digits(dice, 9, "H"))}</td><td class="c">民　族</td><td class="c">{f("ethnicity", dice.choice(("汉", "满", "蒙古", "朝鲜")))}</td></tr>
<tr style="height:44px"><td class="c">家庭住址</td><td colspan="3">{f("address", a.address)}</td><td class="c">联系电话</td><td class="c">{f("phone", a.person.phone)}</td></tr>
<tr style="height:46px"><td class="c">申请病种</td><td colspan="3">{f("claimed_disease", one.claim)}</td><td class="c">确诊医院<br>及 级 别</td><td colspan="2">{f("hospital_name", home)}<br>{f("hospital_level", level)}</td></tr></table>
<table class="g" style="margin-top:-1px"><tr><td style="{stand}">病史摘要</td><td style="height:200px;vertical-align:top;padding:10px;line-height:1.8">{one.complaint}。{one.story}</td></tr>
<tr><td style="{stand}">临床诊断</td><td style="height:130px;vertical-align:top;padding:10px;line-height:1.8">{fs("diagnosis", names, "<br>", True)}<div style="text-align:right;padding:10px 40px 0 0">医师签字：{sign("physician", t.doctor(dice), dice)}　{on("sign_date", day, "年 ")}</div></td></tr>
<tr><td style="{stand}">单位意见</td><td style="height:130px;vertical-align:bottom;padding:10px;position:relative"><span style="padding-left:60px">情况属实，同意申报。</span><span style="float:right;padding-right:40px">（盖章）　　　年　月　日</span>{seal(unit, size=118, at=(440, 4), turn=dice.uniform(-15, 15))}</td></tr>
<tr><td style="{stand}">医保审批</td><td style="height:130px;vertical-align:bottom;padding:10px"><span style="float:right;padding-right:40px">（盖章）　　　年　月　日</span></td></tr></table>
<p style="font-size:13px;margin:6px 0">注：1、此表用黑色钢笔或签字笔填写，字迹工整。2、附近两年内二级甲等以上医院住院病历复印件一份（加盖病案室公章）。</p>""",
        font=dice.choice((SONG, KAI, UMING)),
        size=15,
        pad="48px 60px",
    )


_DRUGS = (
    ("硝苯地平控释片", "30mg qd"), ("沙库巴曲缬沙坦钠片", "100mg bid"), ("门冬胰岛素30注射液", "14U bid"), ("阿卡波糖片", "50mg tid"),
    ("瑞舒伐他汀钙片", "10mg qn"), ("来氟米特片", "10mg qd"), ("奥希替尼片", "80mg qd"), ("碳酸司维拉姆片", "0.8g tid"),
)  # fmt: skip


def _wide(dice: random.Random) -> str:
    """Sichuan 门诊特殊疾病: sheet on its side, first and second class in lists, a plan of drugs and tests at the right."""
    a = t.who(dice, "川", 32)
    home, level = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    first = ("恶性肿瘤门诊治疗", "慢性肾功能衰竭（透析）", "器官移植术后", "严重精神障碍", "再生障碍性贫血")
    second = (
        "高血压",
        "糖尿病",
        "冠心病",
        "肝硬化",
        "脑血管病后遗症",
        "帕金森病",
        "类风湿关节炎",
        "慢性阻塞性肺疾病",
        "慢性乙型肝炎",
    )
    tick: Callable[..., str] = lambda xs: "　".join(
        "☑" + f("claimed_disease", x) if x == one.claim else "□" + x for x in xs
    )
    drugs = dice.sample(_DRUGS, 4)
    plan = "".join(
        f"<tr><td class='c'>{n}</td><td>{d}</td><td>{u}</td></tr>" for n, (d, u) in enumerate(drugs, 1)
    )
    name = t.doctor(dice)
    style = dice.choice(("/", "年", "-"))
    return page(
        f"""<h1 style="font-size:21px;margin-bottom:8px">{a.place.city}基本医疗保险门诊特殊疾病认定申请（治疗方案）表</h1><div style="display:flex;gap:14px"><div style="width:560px"><table class="g">
<tr style="height:34px"><td style="width:80px">姓名</td><td style="width:110px">{f("patient_name", a.name)}</td><td style="width:44px">性别</td><td style="width:40px">{f("sex", a.sex)}</td><td style="width:44px">年龄</td><td>{f("age", a.age(day), f"{a.age(day)}岁")}</td></tr>
<tr style="height:34px"><td>身份证号</td><td colspan="3">{f("id_number", a.number)}</td><td>电话</td><td>{f("phone", a.person.phone)}</td></tr>
<tr style="height:34px"><td>参保类型</td><td colspan="3">{t.insured(a.kind, ("城镇职工", "城乡居民"), "☑", "□", " ")}</td><td>参保<br>地区</td><td>{f("insured_place", a.place.county)}</td></tr>
<tr style="height:34px"><td>现住址</td><td colspan="5">{f("address", a.address)}</td></tr>
<tr><td>一类病种</td><td colspan="5" style="line-height:1.8">{tick(first)}</td></tr><tr><td>二类病种</td><td colspan="5" style="line-height:1.8">{tick(second)}</td></tr>
<tr><td>病情摘要</td><td colspan="5" style="height:104px;vertical-align:top;line-height:1.65">{one.complaint}。{one.story}</td></tr>
<tr style="height:48px"><td>诊断结论</td><td colspan="5">{fs("diagnosis", names, "；")}</td></tr>
<tr><td>申请人<br>签　字</td><td colspan="5" style="padding:7px">{sign("applicant", a.name, dice)}　申请日期：{on("application_date", day, style)}</td></tr></table></div>
<div style="flex:1"><table class="g"><tr><td colspan="3" class="c b">治疗方案（药品）</td></tr><tr><td class="c" style="width:38px">序号</td><td>药品通用名</td><td>用法用量</td></tr>{plan}<tr><td class="c">检查</td><td colspan="2">{dice.choice(("肝肾功能、电解质 每3月1次", "血常规、凝血功能 每月1次", "心脏彩超 每半年1次"))}</td></tr>
<tr><td colspan="3" style="height:140px;vertical-align:top;line-height:2">认定医疗机构：{f("hospital_name", home)}<br>级别：{f("hospital_level", level)}　科室：{f("department", one.ward)}<br>认定医师：{f("physician_name", name)}（{f("physician_title", dice.choice(t.TITLES))}）签字：{sign("physician", name, dice, 84)}<br>日期：{on("sign_date", day, style)}</td></tr>
<tr><td colspan="3" style="height:128px;vertical-align:top;position:relative">医疗机构医保办审核意见：{dice.choice(("同意", "符合条件"))}<div style="position:absolute;left:250px;bottom:6px">（盖章）</div>{seal(home, "医保办", size=112, at=(230, 6), turn=dice.uniform(-11, 11))}</td></tr></table></div></div>
<div style="font-size:12px;margin-top:8px">说明：① 一类病种由参保地指定的认定机构认定；② 治疗方案有效期为一个自然年度，需变更的重新填报；③ 本表由医疗机构录入系统后打印，手工填写无效。</div>""",
        font=dice.choice((SONG, HEI)),
        size=14,
        pad="34px 44px",
    )


TEMPLATES: dict[str, Template] = {
    "town-application-two-doctors": Template("application_form", 794, 1123, _two_doctors),
    "town-application-boxes": Template("application_form", 794, 1123, _boxes),
    "town-application-stiff": Template("application_form", 794, 1123, _stiff),
    "town-application-wide": Template("application_form", 1123, 794, _wide),
}
