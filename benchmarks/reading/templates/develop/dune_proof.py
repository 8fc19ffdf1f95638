"""Certificates of diagnosis of Xinjiang, Ningxia and Guangxi."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.dune_base import (
    GX,
    NX,
    TRADES,
    XJ,
    Say,
    at,
    beside,
    d,
    dxs,
    square_code,
    stay,
    style,
    tell,
)
from benchmarks.reading.templates.develop.dune_ills import GENERAL, HEART, JOINT, KIDNEY, STROKE, TB
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, fs, hand, page, seal, sign

KIND = "diagnosis_certificate"
GIVEN = {
    "男": ("努尔兰", "叶尔兰", "艾力", "吐尔逊", "巴合提", "买买提江"),
    "女": ("古丽娜尔", "阿依古丽", "帕提古丽", "加娜尔", "热依汗", "库丽夏"),
}
FATHER = ("木拉提", "哈力克", "买买提", "阿不都拉", "赛力克", "吾守尔")


def xinjiang(dice: random.Random) -> str:
    """Xinjiang: sheet that lies, stub to the left beyond a perforation, seal across the edge."""
    s = stay(
        dice,
        XJ,
        dice.choice(("{c}县人民医院", "新疆准东职工医院", "{c}县中医医院")),
        (HEART, JOINT, STROKE),
        digits=7,
    )
    p = s.p
    name = f"{dice.choice(GIVEN[p.sex])}·{dice.choice(FATHER)}" if dice.random() < 0.45 else p.name
    serial = f"{s.end.year}{dice.randint(1, 9999):05d}"
    rest = dice.choice((7, 14, 30))
    u: Say = lambda v, w=60: (
        f'<span style="display:inline-block;min-width:{w}px;border-bottom:1px solid #333;text-align:center;padding:0 4px">{v}</span>'
    )
    stub = f"""<div style="width:216px;padding-right:16px;border-right:2px dashed #666;font-size:13px"><div style="text-align:center;font-size:16px">诊断证明存根</div><div>编号 {serial}</div><div>姓名 {f("patient_name", name)}</div><div>性别 {f("sex", p.sex)}　年龄 {f("age", s.age)}</div><div>科别 {f("department", s.ill.dept)}</div><div>诊断 {f("diagnosis", s.dx[0][0])}</div><div>休息 {rest} 天</div><div>开具人 {f("physician_name", s.doctors[0])}</div><div>{d("issue_date", s.end, "年")}</div><div style="margin-top:18px;font-size:11px">领取人签字：{sign("applicant", None, dice, 70)}</div></div>"""
    body = f"""<div style="display:flex;height:400px;position:relative">{stub}<div style="flex:1;padding-left:26px"><div style="text-align:center;font-size:20px;font-weight:600">{f("hospital_name", s.hospital)}</div><div style="text-align:center;font-size:23px;letter-spacing:10px;font-family:{HEI}">诊断证明书</div><div style="display:flex;justify-content:space-between;font-size:13px"><span>门诊/住院号：{f("record_number", s.number)}</span><span>第 {serial} 号</span></div>
<div style="line-height:2.1;margin-top:6px">姓名{u(f("patient_name", name), 130)}性别{u(f("sex", p.sex), 40)}年龄{u(f("age", s.age), 40)}民族{u(f("ethnicity", "哈萨克族" if "·" in name else p.ethnicity), 70)}<br>单位或住址{u(f("address", s.home), 480)}<br>诊断：{dxs(s, "　", "{}.")}<br>处理意见：{dice.choice(("建议休息", "全休"))}{rest}天，{s.ill.orders[0].rstrip("；。")}，{s.ill.orders[-1]}</div>
<div style="display:flex;justify-content:space-between;margin-top:26px"><span>科主任：{sign("physician", s.doctors[1], dice, 80)}</span><span>医师：{f("physician_name", s.doctors[0])} {sign("physician", s.doctors[0], dice, 80)}</span><span>{d("issue_date", s.end, "年")}</span></div><div style="font-size:11px;position:absolute;bottom:0">注：1.无公章及医师签字无效；2.涂改无效；3.不作伤残、司法鉴定依据。</div></div>
{seal(s.hospital, "诊断证明专用章", size=130, at=(640, 190), turn=dice.uniform(-20, 20))}{seal(s.hospital, "", size=110, at=(162, 250), turn=dice.uniform(-40, 40), ink=0.5)}</div>"""
    return page(body, "", SONG, 15, "22px 30px")


def ningxia(dice: random.Random) -> str:
    """Ningxia: a letter in running words, of a hospital for chest or infectious illness."""
    s = stay(dice, NX, dice.choice(("{t}市第四人民医院", "宁夏胸科医院", "{t}市传染病医院")), (TB,), digits=8)
    p = s.p
    staying = dice.random() < 0.6
    came = f"于{d('admission_date', s.start, '年')}至{d('discharge_date', s.end, '年')}在我院{f('department', s.ill.dept)}住院治疗（住院号{f('record_number', s.number)}）" if staying else f"于{d('visit_date', s.start, '年')}来我院{f('department', s.ill.dept)}就诊（门诊号{f('record_number', s.number)}）"  # fmt: skip
    level = dice.choice(("三级甲等", "三级乙等"))
    body = f"""<div style="text-align:center;font-size:26px;color:#b01f24;font-weight:600;letter-spacing:4px">{f("hospital_name", s.hospital)}</div><div style="text-align:center;font-size:12px;color:#b01f24;border-bottom:2px solid #b01f24;padding-bottom:6px">（{f("hospital_level", level, level + "医院")}）　地址：{p.place.county}{p.place.road}{dice.randint(10, 300)}号　邮编：751{dice.randint(100, 699)}</div>
<div style="text-align:center;font-size:25px;letter-spacing:6px;margin:34px 0 24px;font-family:{HEI}">疾病诊断证明</div>
<p>　　兹证明患者{f("patient_name", p.name)}，{f("sex", p.sex)}，{f("age", s.age, f"{s.age}岁")}，{f("ethnicity", p.ethnicity)}，身份证号码{f("id_number", p.id_number)}，现住{f("address", s.home)}，因“{tell(dice, s.ill.complaint, s)}”{came}。</p><p>　　经检查诊断为：{fs("diagnosis", [a for a, _ in s.dx], "；")}。</p><p>　　{tell(dice, s.ill.course, s) if staying else ""}目前{tell(dice, s.ill.state, s)}</p><p>　　建议：{"".join(s.ill.orders)}</p><p>　　特此证明。</p>
<div style="margin:60px 0 0 330px;line-height:2">主治医师：{f("physician_name", s.doctors[0])}　{sign("physician", s.doctors[0], dice)}<br>医务科审核：{hand(s.others[0], 19)}<br>（医院盖章）<br>{d("issue_date", s.end, "年")}</div>"""
    body += beside(
        seal(
            s.hospital,
            dice.choice(("", "医务科")),
            size=160,
            at=(dice.randint(330, 420), -140),
            turn=dice.uniform(-12, 12),
        )
    )
    body += '<div style="position:absolute;left:70px;bottom:40px;font-size:12px">此证明仅供办理医保门诊大病（慢特病）及病休使用，复印件无效。</div>'
    return page(body, "p{margin:10px 0;line-height:2}", dice.choice((SONG, KAI)), 17, "60px 70px")


def guangxi(dice: random.Random) -> str:
    """Guangxi: a table from the hospital's system with a code to prove it, title and certificate of the doctor."""
    s = stay(
        dice,
        GX,
        dice.choice(("{c}人民医院", "{t}市红十字会医院", "{t}市骨科医院")),
        (*GENERAL, KIDNEY),
        digits=10,
    )
    p = s.p
    title = dice.choice(("主任医师", "副主任医师", "主治医师"))
    phone = dice.random() < 0.6
    body = f"""<div style="position:absolute;right:50px;top:28px;text-align:center;font-size:10px">{square_code(dice, 74)}<br>扫码验真</div><div style="font-size:21px;font-weight:600">{f("hospital_name", s.hospital)}</div><div style="font-size:19px">疾病证明书（{dice.choice(("第二联：患者", "患者联", "第三联：医保"))}）</div><div style="font-size:12px;margin-bottom:8px">证明书编号：ZM{s.end:%Y%m%d}{dice.randint(1, 999):04d}　　来源：{dice.choice(("住院", "住院医生站"))}</div>
<table class="g" style="font-size:14px"><tr><th>姓 名</th><td>{f("patient_name", p.name)}</td><th>性 别</th><td>{f("sex", p.sex)}</td><th>年 龄</th><td>{f("age", s.age, f"{s.age}岁")}</td></tr><tr><th>证件号</th><td colspan="3">{f("id_number", p.id_number)}</td><th>职 业</th><td>{dice.choice(TRADES)}</td></tr><tr><th>科 室</th><td>{f("department", s.ill.dept)}</td><th>住院号</th><td>{f("record_number", s.number)}</td><th>电 话</th><td>{f("phone", p.phone) if phone else ""}</td></tr><tr><th>入院日期</th><td colspan="2">{d("admission_date", s.start)}</td><th>出院日期</th><td colspan="2">{d("discharge_date", s.end)}</td></tr>
<tr style="height:110px"><th>疾病诊断</th><td colspan="5">{dxs(s, "<br>", "({}) ")}</td></tr><tr style="height:130px"><th>病情摘要</th><td colspan="5">{tell(dice, s.ill.complaint, s)}入院。{tell(dice, s.ill.course, s)}</td></tr><tr style="height:90px"><th>处理意见</th><td colspan="5">1.出院后休息{dice.choice(("壹周", "贰周", "半个月", "一个月"))}；2.{s.ill.orders[0]}3.{s.ill.orders[-1]}</td></tr>
<tr style="height:64px"><th>医师签名</th><td colspan="2">{f("physician_name", s.doctors[0])}　{sign("physician", s.doctors[0], dice, 80)}</td><th>职 称</th><td colspan="2">{f("physician_title", title)}</td></tr><tr style="height:64px"><th>审核盖章</th><td colspan="2"></td><th>开具日期</th><td colspan="2">{d("issue_date", s.end)}</td></tr></table>
<div style="font-size:12px;margin-top:6px">说明：①本证明书加盖“疾病证明专用章”后生效；②遗失不补，补办需患者本人持有效证件到门诊一楼办公室；③未经本院医务部门审核不作工伤、交通事故赔偿依据。</div><div style="position:absolute;left:50px;right:50px;bottom:16px;font-size:11px;display:flex;justify-content:space-between"><span>打印人：{s.others[0]}　打印时间：{style(s.end)} {at(dice, True)}</span><span>{dice.choice(("首次打印", "补打 2", "首次打印"))}</span></div>"""
    body += beside(
        seal(
            s.hospital,
            "疾病证明专用章",
            size=132,
            at=(dice.randint(110, 200), -170),
            turn=dice.uniform(-15, 15),
        )
    )
    return page(body, "th{width:92px;background:#f1f1f1;text-align:center!important}", HEI, 14, "30px 50px")


TEMPLATES: dict[str, Template] = {
    "dune-certificate-stub-xinjiang": Template(KIND, 900, 450, xinjiang),
    "dune-certificate-letter-ningxia": Template(KIND, 794, 1123, ningxia),
    "dune-certificate-table-guangxi": Template(KIND, 794, 860, guangxi),
}
