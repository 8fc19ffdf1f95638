"""Discharge papers, a front page, a certificate, a clinic record and a prescription of hospitals of the west and north."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.ridge_base import (
    DRUGS,
    Case,
    case,
    date,
    fake_bar,
    insured,
    plain,
)  # fmt: skip

EXAMS = (
    "入院查体：T 36.5℃，P {a}次/分，R 20次/分，BP {b}/{c}mmHg。神志清楚，双肺呼吸音粗，未闻及明显干湿啰音，心界不大，律齐，腹软，无压痛反跳痛，双下肢{d}水肿。",
    "查体：T36.7℃ P{a}bpm R19bpm BP{b}/{c}mmHg，慢性病容，步入病房，查体合作。双肺可闻及少许湿鸣，心律齐，{d}浮肿，病理征（-）。",
)


def looked(d: random.Random) -> str:
    """A physical examination."""
    return d.choice(EXAMS).format(
        a=d.randint(62, 108), b=d.randint(118, 186), c=d.randint(68, 104), d=d.choice(("无", "轻度", "中度"))
    )


def take_home(d: random.Random, n: int) -> str:
    """Medicines to take home, in a doctor's short writing."""
    return "；".join(f"{a}（{b}）{e} {x} {how.lower()}" for a, b, e, how, x in d.sample(DRUGS, n))


def sichuan(d: random.Random) -> str:
    """An EMR of Sichuan (出院证明书 with the record), labels in bold, prose without a table."""
    c = case(d, "绵阳市", "南充市", "宜宾市", "重庆市")
    p = c.p
    days = (c.left - c.came).days
    split = d.random() < 0.5
    bits: Callable[..., str] = lambda *x: (
        f'<div style="display:flex;justify-content:space-between">{"".join(f"<span>{i}</span>" for i in x)}</div>'
    )
    return page(
        f"""<h1 style="font-size:22px;font-family:{KAI}">{f("hospital_name", c.hospital)}</h1><h1 style="font-size:24px;letter-spacing:12px">{d.choice(("出院记录", "出院小结"))}</h1>
<div style="border-bottom:1.5px solid #000;border-top:1.5px solid #000;margin-top:8px;padding:2px 0;font-size:14px">{bits("姓名：" + f("patient_name", p.name), "性别：" + f("sex", p.sex), "年龄：" + f("age", c.age, f"{c.age}岁"), "科室：" + f("department", c.department), "床号：" + str(d.randint(1, 60)), "住院号：" + f("record_number", c.record))}</div>
<div style="margin-top:8px;line-height:1.75"><div>入院日期：{date("admission_date", c.came, d, "0", clock=True)}　　　出院日期：{date("discharge_date", c.left, d, "0", clock=True)}　　　住院天数：{days}天</div>
<div><b>入院诊断：</b>{fs("diagnosis", c.illnesses[: 1 if split else None], "　", True)}</div>
<div><b>入院情况：</b>患者因“{d.choice(("反复头昏、心累", "咳嗽、咯痰伴喘累", "肢软乏力"))}{d.randint(1, 15)}+年，加重{d.randint(1, 9)}+天”入院。{looked(d)}</div>
<div><b>诊治经过：</b>入院后完善相关辅查：血常规：WBC {d.uniform(4, 14):.2f}×10⁹/L，HGB {d.randint(70, 150)}g/L；肝肾功：ALT {d.randint(10, 90)}U/L，Cr {d.randint(50, 700)}μmol/L；心电图：窦性心律，ST-T改变；胸部CT：双肺散在慢性炎症，主动脉及冠脉壁钙化。予以护心、扩管、改善循环、营养支持等治疗，请{d.choice(("老年科", "眼科", "营养科"))}{c.doctors[3]}会诊协助诊治。现患者一般情况可，要求出院，请示{c.doctors[1]}{d.choice(("主任医师", "副主任医师"))}后，予以办理。</div>
<div><b>出院情况：</b>患者诉{d.choice(("头昏、心累缓解", "偶有咳嗽，余无特殊不适"))}，饮食睡眠可，二便正常。{d.choice(("好转", "治愈", "未愈"))}出院。</div>
<div><b>出院诊断：</b>{"".join(f'<div style="padding-left:5em">{n}.{f("diagnosis", x)}</div>' for n, x in enumerate(c.illnesses, 1))}</div>
<div><b>出院医嘱：</b>1.注意休息，清淡饮食，避免受凉；2.院外继续{take_home(d, d.randint(2, 4))}；3.{d.choice(("1周", "半月", "1月"))}后门诊随访，复查血常规、肝肾功；4.如有不适，及时就诊。科室电话：08{d.randint(10, 39)}-{d.randint(2 * 10**6, 9 * 10**6)}。</div></div>
<div style="text-align:right;margin-top:26px;line-height:2">医师签名：{f("physician_name", c.doctors[0])} / {sign("physician", c.doctors[0] if d.random() < 0.7 else None, d)}<br>{plain(c.left, d, "0")}</div>
<div style="position:absolute;bottom:34px;left:60px;right:60px;font-size:12px;border-top:1px solid #999;display:flex;justify-content:space-between"><span>注：此件一式两份，病员存留一份。</span><span>第 1 页</span></div>
{seal(c.hospital, d.choice(("出院证明专用章", "病历复印专用章")), at=(500, 650), turn=d.uniform(-15, 15), colour=d.choice(("red", "red", "blue"))) if d.random() < 0.8 else ""}""",
        font=d.choice((SONG, MICRO)), size=15,
    )  # fmt: skip


def north(d: random.Random) -> str:
    """A county hospital of the north: a boxed sheet with column labels at the left, values in small Song."""
    c = case(d, "铁岭市", "朝阳市", "绥化市", "齐齐哈尔市", "保定市", "沧州市")
    p = c.p
    line: Callable[..., str] = lambda a, b, h=40: (
        f'<tr style="height:{h}px"><td class="c" style="width:92px;font-family:{HEI};font-size:14px">{a}</td><td colspan="5" style="vertical-align:top;line-height:1.55">{b}</td></tr>'
    )
    return page(
        f"""<div style="display:flex;align-items:center"><div style="width:46px;height:46px;border:2px solid #090;border-radius:50%;color:#090;text-align:center;line-height:40px;font-size:26px">✚</div><div style="flex:1"><h1 style="font-size:24px;font-weight:400;letter-spacing:3px">{f("hospital_name", c.hospital)}</h1><h1 style="font-size:20px;letter-spacing:8px">出 院 小 结</h1></div></div>
<table style="font-size:13.5px;margin-top:4px"><tr><td>病案号 {f("record_number", c.record)}</td><td>第 {d.randint(1, 6)} 次住院</td><td>医保类型 {f("insurance_type", insured(c), ("城镇职工医保" if insured(c) == "employee" else "城乡居民医保"))}</td></tr></table>
<table class="g" style="font-size:13.5px"><tr style="height:32px"><td class="c" style="width:92px">姓　名</td><td>{f("patient_name", p.name)}</td><td class="c">性　别</td><td>{f("sex", p.sex)}</td><td class="c">年　龄</td><td>{f("age", c.age, d.choice((f"{c.age}岁", f"{c.age}", f"{c.age} Y")))}</td></tr>
<tr style="height:32px"><td class="c">民　族</td><td>{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</td><td class="c">职　业</td><td>{d.choice(("农民", "退休", "工人", "其他"))}</td><td class="c">电　话</td><td>{f("phone", p.phone) if d.random() < 0.7 else "-"}</td></tr>
<tr style="height:32px"><td class="c">住　址</td><td colspan="3">{f("address", c.address)}</td><td class="c">病　室</td><td>{f("department", c.department)}{d.choice(("", " 二病区"))}</td></tr>
<tr style="height:32px"><td class="c">入院时间</td><td colspan="2">{date("admission_date", c.came, d, d.choice("./"), clock=True)}</td><td class="c">出院时间</td><td colspan="2">{date("discharge_date", c.left, d, d.choice("./"), clock=True)}</td></tr>
{line("入院诊断", fs("diagnosis", [c.illnesses[0]], "；"))}{line("出院诊断", fs("diagnosis", c.illnesses, "；"))}
{line("主　　诉", d.choice(("间断胸闷气短3年，加重2天", "乏力、口渴、多饮8年", "活动后呼吸困难5年余，加重1周")))}
{line("入院时主要症状及体征", looked(d), 110)}
{line("主要化验结果及特殊检查", f"血糖 {d.uniform(4, 17):.2f}mmol/L；糖化血红蛋白 {d.uniform(5, 12):.1f}%；尿素氮 {d.uniform(3, 30):.2f}mmol/L；NT-proBNP {d.randint(50, 9000)}pg/ml；心彩超：左房增大，EF {d.randint(32, 66)}%；{d.choice(('头颅CT：多发腔隙性脑梗塞', '双下肢动脉彩超：斑块形成'))}。", 110)}
{line("治疗经过及效果", f"给予一级护理，低盐饮食，持续低流量吸氧，静点{d.choice(('丹参川芎嗪', '前列地尔', '左氧氟沙星'))}，口服{d.sample(DRUGS, 1)[0][0]}等，症状缓解。{d.choice(('转归：好转', '转归：治愈', '转归：未愈'))}", 130)}
{line("出院医嘱", f"1、{take_home(d, 2)}。<br>2、戒烟限酒，{d.choice(('低盐低脂', '糖尿病'))}饮食，1个月后来院复查。<br>3、不适随诊。", 110)}
<tr style="height:44px"><td class="c">主治医师</td><td>{f("physician_name", c.doctors[1])}</td><td class="c">住院医师</td><td>{f("physician_name", c.doctors[0])}</td><td class="c">填写日期</td><td>{plain(c.left, d, ".", False)}</td></tr></table>
<div style="font-size:12px;margin-top:4px">住院费用总计 {d.randint(2000, 30000)}.{d.randint(10, 99)} 元　□复诊预约　责任护士：{c.doctors[4]}　打印：{c.doctors[3]} {plain(c.left, d)}</div>
{seal(c.hospital, "住院处", at=(520, 830), size=130, turn=d.uniform(-30, 30)) if d.random() < 0.7 else ""}""",
        font=SONG, size=14, pad="40px 54px",
    )  # fmt: skip


def tcm(d: random.Random) -> str:
    """A Chinese-medicine hospital of Gansu or Yunnan: Chinese and Western diagnoses, the doctor's title beside the name."""
    c = case(d, "天水市", "武威市", "曲靖市", "大理州", "汉中市")
    p = c.p
    house = f"{p.place.city}中医医院"
    tcm_name, kind = d.choice(
        (
            ("眩晕病", "肝阳上亢证"),
            ("消渴病", "气阴两虚证"),
            ("胸痹心痛病", "痰瘀互结证"),
            ("肺胀病", "痰浊阻肺证"),
            ("中风病-中经络", "风痰阻络证"),
            ("尪痹病", "肝肾亏虚证"),
        )
    )
    title = d.choice(("主任中医师", "副主任中医师", "主治中医师"))
    return page(
        f"""<div style="display:flex;justify-content:space-between;font-size:12px"><span>{fake_bar(d, 150, 24)}<br>{c.record}</span><span>病历号：{f("record_number", c.record)}</span></div>
<h1 style="font-size:24px">{f("hospital_name", house)}</h1><div class="c" style="font-size:12px">（{f("hospital_level", "三级甲等")}）</div><h1 style="font-size:21px;margin:4px 0">出院记录</h1>
<table style="font-size:14px;border-top:1px solid #000;border-bottom:1px solid #000"><tr><td>姓　　名：{f("patient_name", p.name)}</td><td>出生地：{p.place.province}</td></tr><tr><td>性　　别：{f("sex", p.sex)}</td><td>职　业：{d.choice(("农民", "职员", "离退人员"))}</td></tr><tr><td>年　　龄：{f("age", c.age, f"{c.age}岁")}</td><td>入院时间：{date("admission_date", c.came, d, "-", clock=True)}</td></tr><tr><td>民　　族：{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</td><td>出院时间：{date("discharge_date", c.left, d, "-", clock=True)}</td></tr><tr><td>婚姻状况：已婚</td><td>发病节气：{d.choice(("霜降", "立春", "芒种", "小暑"))}　住院日数：{(c.left - c.came).days}日</td></tr><tr><td>科　　别：{f("department", c.department)}</td><td>病史陈述者：{d.choice(("患者本人", "患者及家属"))}</td></tr></table>
<div style="line-height:1.75;margin-top:6px;font-size:14.5px"><div>主诉：{d.choice(("头晕目眩伴视物旋转2月", "多饮、多食、消瘦6年", "四肢关节疼痛4年，加重半月"))}。</div>
<div>入院情况：（望闻问切）神志清，精神欠佳，{d.choice(("舌红，苔黄腻，脉弦滑", "舌暗，苔白腻，脉沉细", "舌淡胖有齿痕，苔薄白，脉细弱"))}。{looked(d)}</div>
<table style="margin:4px 0;font-size:14.5px"><tr><td style="width:50%;vertical-align:top;border:1px dotted #555">入院诊断：<br>中医诊断：{f("diagnosis", tcm_name)}<br>　　　　　{kind}<br>西医诊断：{f("diagnosis", c.illnesses[0])}</td><td style="vertical-align:top;border:1px dotted #555">出院诊断：<br>中医诊断：{f("diagnosis", tcm_name)}<br>　　　　　{kind}<br>西医诊断：{"<br>　　　　　".join(f"{n}.{f('diagnosis', x)}" for n, x in enumerate(c.illnesses, 1))}</td></tr></table>
<div>诊疗经过：入院后中医以{d.choice(("平肝潜阳", "益气养阴", "活血通络", "祛风除湿"))}为法，方选{d.choice(("天麻钩藤饮", "生脉散合六味地黄汤", "独活寄生汤"))}加减，{d.choice(("六", "七"))}剂，水煎服，一日一剂，早晚温服；配合针刺、耳穴压豆、中药熏洗。西医予{d.sample(DRUGS, 1)[0][0]}等对症处理。上级医师{c.doctors[1]}查房后同意目前诊治方案。</div>
<div>出院时情况：诸症减轻，舌淡红，苔薄白，脉弦。</div><div>出院医嘱：1.慎起居，畅情志，忌食辛辣肥甘；2.中药续服{d.randint(5, 10)}剂；3.{take_home(d, 2)}；4.定期复查，不适随诊。</div></div>
<div style="margin-top:36px;font-size:14.5px"><div>科主任：{sign("physician", c.doctors[2] if d.random() < 0.5 else None, d)}　　　主管医师：{f("physician_name", c.doctors[0])}（{f("physician_title", title)}）<br>患者（家属）签字：{sign("applicant", d.choice((None, p.name)), d)}</div><div class="r">{plain(c.left, d, "-")}</div></div>""",
        font=SONG, size=15, pad="40px 64px",
    )  # fmt: skip


def front(d: random.Random) -> str:
    """The front page, Yunnan's and Guizhou's printing: small type, digits in boxes, empty boxes, dashes for nothing."""
    c = case(d, "曲靖市", "大理州", "遵义市", "毕节市")
    p = c.p
    box: Callable[..., str] = lambda x="": (
        f'<span style="border:1px solid #000;padding:0 4px;display:inline-block;min-width:16px;height:17px;line-height:16px;text-align:center">{x}</span>'
    )
    out = [*c.illnesses]
    rows = ""
    for n in range(7):
        ill = out[n] if n < len(out) else None
        code = (
            f"{d.choice('IEJKN')}{d.randint(10, 99)}.{d.randint(0, 9)}{d.randint(0, 99):02d}" if ill else ""
        )
        rows += f'<tr style="height:22px"><td>{("主要诊断：" if n == 0 else "其他诊断：" if n == 1 else "　　　　　") + (f("diagnosis", ill) if ill else "")}</td><td class="c">{code}</td><td class="c">{d.choice((1, 1, 2)) if ill else ""}</td><td></td><td></td><td></td></tr>'
    birth = f"{f('birth_date', p.born.isoformat(), f'{p.born.year}年{p.born.month:02d}月{p.born.day:02d}日')}"
    gate = d.choice(c.illnesses)
    blank = "<u>　　　　</u>"
    return page(
        f"""<div style="font-size:12px;display:flex;justify-content:space-between"><span>医疗机构：{f("hospital_name", c.hospital)}</span><span>（组织机构代码：{d.randint(10**7, 10**8 - 1)}-{d.randint(0, 9)}）</span></div>
<h1 style="font-size:24px;letter-spacing:10px">住院病案首页</h1>
<div style="display:flex;justify-content:space-between;font-size:12px;margin-bottom:3px"><span>医疗付费方式：{box(f("insurance_type", insured(c), "1" if insured(c) == "employee" else "2"))}</span><span>健康卡号：{d.choice(("-", ""))}</span><span>第 {d.randint(1, 5)} 次住院</span><span>病案号：{f("record_number", c.record)}</span></div>
<div style="border:1.5px solid #000;padding:5px 7px;font-size:12.5px;line-height:1.85">姓名 <u>{f("patient_name", p.name)}</u>　性别 {box(f("sex", p.sex, "1" if p.sex == "男" else "2"))} 1.男 2.女　出生日期 {birth}　年龄 {f("age", c.age, f"{c.age}岁")}　国籍 中国<br>（年龄不足1周岁的）年龄 - 月　新生儿出生体重 - 克　新生儿入院体重 - 克<br>出生地 {p.place.province}{p.place.city}　籍贯 {p.place.province}　民族 {f("ethnicity", p.ethnicity, p.ethnicity + "族")}<br>身份证号 {f("id_number", p.id_number)}　职业 {d.choice(("农民", "退(离)休人员", "其他"))}　婚姻 {box(d.choice("1234"))} 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他<br>现住址 {f("address", c.address)}　电话 {f("phone", p.phone)}　邮编 -<br>户口地址 {p.place.province}{p.place.city}{p.place.county}{d.choice(("", "大河乡"))}　邮编 {d.randint(550000, 679999)}<br>工作单位及地址 {d.choice(("-", "无", "本地务农"))}　单位电话 -　邮编 -<br>联系人姓名 {name(d, d.choice("男女"))}　关系 {d.choice(("配偶", "子", "女"))}　地址 {d.choice(("同上", p.place.city + p.place.county))}　电话 {d.randint(150, 159)}{d.randint(10**7, 10**8 - 1)}<br>入院途径 {box(d.choice("12"))} 1.急诊 2.门诊 3.其他医疗机构转入 9.其他<br>入院时间 {date("admission_date", c.came, d, "0")} {d.randint(7, 20)}时　入院科别 {f("department", c.department)}　病房 {d.randint(1, 12)}病区　转科科别 -<br>出院时间 {date("discharge_date", c.left, d, "0")} {d.randint(7, 18)}时　出院科别 {f("department", c.department)}　病房 {d.randint(1, 12)}病区　实际住院 {(c.left - c.came).days} 天<br>门（急）诊诊断 {f("diagnosis", gate)}　疾病编码 {d.choice("IEJ")}{d.randint(10, 99)}.900</div>
<table class="g" style="font-size:12px;margin-top:-1px"><tr><td class="c" style="width:44%">出 院 诊 断</td><td class="c">疾病编码</td><td class="c">入院病情</td><td class="c" style="width:18%">出院诊断</td><td class="c">编码</td><td class="c">病情</td></tr>{rows}</table>
<div style="border:1.5px solid #000;border-top:0;padding:4px 7px;font-size:12.5px;line-height:1.9">入院病情：1.有，2.临床未确定，3.情况不明，4.无<br>损伤、中毒的外部原因 -　疾病编码 -<br>病理诊断：-　疾病编码 -　病理号 -<br>药物过敏 {box(d.choice("12"))} 1.无 2.有，过敏药物：{d.choice(("-", "青霉素"))}　死亡患者尸检 {box("-")} 1.是 2.否<br>血型 {box(d.choice("12346"))} 1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh {box("4")} 1.阴 2.阳 3.不详 4.未查<br>科主任 {f("physician_name", c.doctors[0])}　主任（副主任）医师 {f("physician_name", c.doctors[1])}　主治医师 {f("physician_name", c.doctors[2])}　住院医师 {f("physician_name", c.doctors[3])}<br>责任护士 {name(d, "女")}　进修医师 -　实习医师 {blank}　编码员 {name(d, "女")}<br>病案质量 {box("1")} 1.甲 2.乙 3.丙　质控医师 {blank}　质控护士 {name(d, "女")}　质控日期 {plain(c.left, d, "0", False)}</div>
<div style="font-size:11.5px;margin-top:6px">说明：（一）医疗付费方式 1.城镇职工基本医疗保险 2.城乡居民基本医疗保险 3.新型农村合作医疗 4.贫困救助 5.商业医疗保险 6.全公费 7.全自费 8.其他社会保险 9.其他</div>""",
        font=SONG, size=13, pad="32px 44px",
    )  # fmt: skip


def certificate(d: random.Random) -> str:
    """A certificate on half a sheet, stub at the left with the same words shortened, perforated."""
    c = case(d)
    p = c.p
    doc = c.doctors[0]
    when = c.left
    rest = d.choice(("", f"建议休息{d.choice(('两周', '壹月', '7天'))}。"))
    return page(
        f"""<div style="display:flex;height:100%"><div style="width:210px;border-right:2px dashed #555;padding-right:16px;font-size:13px;line-height:2"><div class="c b" style="font-size:16px">诊断证明（存根）</div>No.{d.randint(0, 99999):07d}<br>姓名 ＿＿＿＿＿＿<br>科别 ＿＿＿＿＿＿<br>诊断 ＿＿＿＿＿＿<br>建议 ＿＿＿＿＿＿<br>医师 ＿＿＿＿＿＿<br>　　　年　　月　　日</div>
<div style="flex:1;padding-left:26px"><h1 style="font-size:21px;font-weight:400">{f("hospital_name", c.hospital)}</h1><h1 style="font-size:25px;letter-spacing:5px">{d.choice(("疾病诊断证明书", "诊 断 证 明 书", "疾病证明书"))}</h1>
<div style="line-height:2.1;margin-top:10px;font-size:16px">姓名<u>　{f("patient_name", p.name)}　</u>性别<u>　{f("sex", p.sex)}　</u>年龄<u>　{f("age", c.age, f"{c.age}岁")}　</u>{d.choice(("门诊", "住院"))}号<u>　{f("record_number", c.record)}　</u><br>科别<u>　{f("department", c.department)}　</u>就诊日期<u>　{date("visit_date", when, d, d.choice("年."))}　</u><br>工作单位或住址<u>　{f("address", c.address)}　</u><br>诊断意见：{fs("diagnosis", c.illnesses, "；", d.random() < 0.5)}。<br>处理意见：{d.choice(("坚持服药，定期门诊复查", "需长期门诊治疗，建议办理门诊慢特病", "住院治疗"))}。{rest}</div>
<div style="position:absolute;right:70px;bottom:74px;line-height:2;text-align:right">医师：{f("physician_name", doc)}　{sign("physician", doc if d.random() < 0.6 else None, d)}<br>{date("issue_date", when, d, "年")}</div>
<div style="position:absolute;bottom:30px;font-size:12px">注：未加盖本院诊断专用章无效；涂改无效；不作法律依据。</div></div></div>
{seal(c.hospital, "诊断证明专用章", at=(660, 360), size=146, turn=d.uniform(-25, 25))}""",
        font=d.choice((SONG, KAI)), size=15, pad="40px 46px",
    )  # fmt: skip


def _history(d: random.Random, c: Case) -> str:
    return f"患者{d.randint(2, 16)}年前确诊{c.illnesses[0]}，一直在{d.choice(('外院', '当地卫生院', '我科'))}取药，平素血压控制{d.choice(('尚可', '不佳'))}，近期无明显不适，今来开药。"


def clinic(d: random.Random) -> str:
    """A clinic record of a health-service app, printed from the browser: the address line at the foot."""
    c = case(d)
    p = c.p
    part: Callable[..., str] = lambda a, b: (
        f'<div style="margin-top:9px"><div style="background:#eaf1f7;padding:1px 8px;font-weight:600">{a}</div><div style="padding:2px 8px">{b}</div></div>'
    )
    drugs = "".join(
        f"<div>{a}　{b}　×{d.randint(1, 6)}盒　　用法：{x}　每次{e}　{how}</div>"
        for a, b, e, how, x in d.sample(DRUGS, d.randint(1, 4))
    )
    vitals = f"T {d.uniform(36, 37):.1f}℃　P {d.randint(60, 96)}次/分　BP {d.randint(110, 178)}/{d.randint(66, 102)}mmHg　身高 {d.randint(150, 180)}cm　体重 {d.randint(45, 88)}kg"
    return page(
        f"""<div style="font-size:11px;color:#555;display:flex;justify-content:space-between"><span>{plain(c.left, d, "/")}</span><span>电子病历浏览</span></div><h1 style="font-size:20px;margin-top:6px">{f("hospital_name", c.hospital)}门（急）诊病历</h1>
<div style="display:grid;grid-template-columns:1fr 1fr 1fr;border:1px solid #9ab;padding:6px 10px;margin-top:10px;font-size:13.5px;line-height:1.9"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", c.age, f"{c.age}岁")}</span><span>就诊卡号：{f("card_number", f"{d.randint(10**9, 10**10 - 1)}")}</span><span>门诊号：{f("record_number", c.record)}</span><span>费别：{f("insurance_type", insured(c), "职工医保" if insured(c) == "employee" else "居民医保")}</span><span>就诊科室：{f("department", c.department + "门诊")}</span><span>就诊时间：{date("visit_date", c.left, d, "-", clock=True)}</span><span>{d.choice(("初诊", "复诊"))}</span><span style="grid-column:1/4">联系地址：{f("address", c.address) if d.random() < 0.6 else "未填写"}</span></div>
{part("主诉", d.choice(("复诊开药", "头晕1周", "血糖升高10年", "胸闷、气短半月")))}{part("现病史", _history(d, c))}{part("既往史", d.choice(("否认肝炎、结核病史", "既往体健", "阑尾切除术后20年")) + "。过敏史：" + d.choice(("无", "磺胺类", "否认")))}{part("体格检查", vitals)}{part("辅助检查", d.choice(("暂缺", f"随机血糖 {d.uniform(5, 18):.1f}mmol/L", "外院心脏彩超：左室肥厚")))}{part("初步诊断", fs("diagnosis", c.illnesses, "<br>", True))}{part("处理", drugs)}{part("医嘱", d.choice(("低盐饮食，监测血压，1月后复诊。", "门特长处方，12周量。")))}
<div style="margin-top:26px;text-align:right">接诊医师：{f("physician_name", c.doctors[0])}（{f("physician_title", d.choice(("主治医师", "副主任医师", "主任医师")))}）　签章：{sign("physician", d.choice((None, c.doctors[0])), d)}</div>
<div style="position:absolute;bottom:18px;left:50px;right:50px;font-size:11px;color:#555;display:flex;justify-content:space-between"><span>http://10.{d.randint(0, 99)}.{d.randint(0, 255)}.8:8080/emr/opprint?vid={d.randint(10**7, 10**8)}</span><span>1/1</span></div>""",
        font=d.choice((MICRO, HEI)), size=14, pad="26px 50px",
    )  # fmt: skip


def prescription(d: random.Random) -> str:
    """A white prescription, two columns of names at its foot, the nurse's and pharmacists' places."""
    c = case(d)
    p = c.p
    drugs = d.sample(DRUGS, d.randint(2, 5))
    body = "".join(
        f'<div style="margin-bottom:9px"><div style="display:flex;justify-content:space-between"><span>{n}. {a}</span><span>{b}</span><span>× {d.randint(1, 8)}盒</span></div><div style="padding-left:60px">Sig：{e}　{how.lower()}　{x}</div></div>'
        for n, (a, b, e, how, x) in enumerate(drugs, 1)
    )
    color = d.choice(("#fff", "#fff", "#fdfde8"))
    return page(
        f"""<div style="position:absolute;right:34px;top:26px;border:1px solid #000;padding:0 8px;font-size:15px">{d.choice(("普通", "门特", "慢病", "长期"))}</div><h1 style="font-size:19px">{f("hospital_name", c.hospital)}</h1><h1 style="font-size:21px;letter-spacing:6px">处方笺</h1>
<div style="font-size:12px;display:flex;justify-content:space-between"><span>定点医疗机构编码：H{p.place.code}{d.randint(10000, 99999)}</span><span>处方编号：{d.randint(10**9, 10**10 - 1)}</span></div>
<div style="border-top:1px solid #000;border-bottom:1px solid #000;font-size:13.5px;line-height:1.9;padding:2px 0"><div style="display:flex;justify-content:space-between"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", c.age, f"{c.age}岁")}</span></div><div style="display:flex;justify-content:space-between"><span>费别：{f("insurance_type", insured(c), "职工医保" if insured(c) == "employee" else "居民医保")}</span><span>门诊病历号：{f("record_number", c.record)}</span></div><div style="display:flex;justify-content:space-between"><span>科别：{f("department", c.department)}</span><span>开具日期：{date("issue_date", c.left, d, "年")}</span></div><div>临床诊断：{fs("diagnosis", c.illnesses, ",")}</div><div>住址/电话：{f("address", c.address)} {f("phone", p.phone)}</div></div>
<div style="font-size:26px;font-family:serif;font-style:italic">Rp</div><div style="min-height:330px;font-size:14.5px;padding-left:8px">{body}<div style="text-align:center;color:#555">（以下空白）</div></div>
<div style="border-top:1px solid #000;font-size:13px;line-height:2.1;display:grid;grid-template-columns:1fr 1fr"><span>医师：{f("physician_name", c.doctors[0])}</span><span>药品金额：{d.randint(40, 900)}.{d.randint(10, 99)}元</span><span>审核药师：{c.doctors[1]}</span><span>调配药师/士：{d.choice((c.doctors[2], ""))}</span><span>核对、发药药师：{d.choice((c.doctors[3], ""))}</span><span>收费员：{name(d, "女")}</span></div><div style="font-size:11px;color:#333">1.本处方当日有效；2.取药时请当面核对；3.延长处方用量时间原因：{d.choice(("慢性病", "老年病", "外地", "其他"))}。</div>""",
        css=f"body{{background:{color}}}", font=SONG, pad="26px 34px",
    )  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "ridge-discharge_summary-sichuan-prose": Template("discharge_summary", 794, 1123, sichuan),
    "ridge-discharge_summary-north-boxed": Template("discharge_summary", 794, 1123, north),
    "ridge-discharge_summary-tcm-twofold": Template("discharge_summary", 794, 1123, tcm),
    "ridge-inpatient_front_page-dashes": Template("inpatient_front_page", 794, 1123, front),
    "ridge-diagnosis_certificate-stub": Template("diagnosis_certificate", 980, 560, certificate),
    "ridge-outpatient_record-browser": Template("outpatient_record", 794, 1123, clinic),
    "ridge-prescription-sig": Template("prescription", 560, 794, prescription),
}
