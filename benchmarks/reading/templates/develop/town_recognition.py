"""Recognition of chronic diseases: a folding card, an expert panel's sheet, and a filing out of a bureau's system."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, checkbox, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.town_base import on, told, under


def _card(dice: random.Random) -> str:
    """Guangxi: a laminated folding card, a bust left, particulars right, what it is good for below."""
    a = t.who(dice, "桂", 40)
    home, _ = t.house(dice, a.place)
    one, _ = t.ill(dice)
    given = t.date(dice, "2023-02-01", "2025-06-01")
    until = t.years(given, dice.choice((1, 2, 3)))
    line: Callable[..., str] = lambda k, v: (
        f'<tr><td style="width:104px;text-align-last:justify;padding:4px 0">{k}</td><td style="padding:4px 0 4px 8px">{under(v, 300, "text-align:left")}</td></tr>'
    )
    bureau = f"{a.place.city}医疗保障局"
    return page(
        f"""<div style="border:2px solid #1d5b3c;border-radius:10px;position:absolute;inset:14px;padding:18px 26px;background:#f4faf3"><div style="text-align:center;font-size:15px;color:#1d5b3c">{a.place.province}基本医疗保险</div>
<div style="text-align:center;font-size:25px;font-weight:600;color:#1d5b3c;letter-spacing:5px">门诊特殊慢性病医疗卡</div>
<div style="display:flex;gap:24px;margin-top:12px"><div style="width:120px"><div style="border:1px solid #777">{t.face(dice, 118, "#dfe8f0")}</div><div style="text-align:center;font-size:13px;margin-top:8px">卡号</div><div style="text-align:center;font-size:14px">{f("card_number", t.digits(dice, 8, "MT"))}</div></div>
<table style="width:auto">{line("姓名", f("patient_name", a.name))}{line("性别", f("sex", a.sex))}{line("身份证号", f("id_number", a.number))}{line("险种类型", told("insurance_type", a.kind, "职工医保" if a.kind == "employee" else "居民医保"))}{line("准予病种", f("claimed_disease", one.claim))}{line("定点医院", f("hospital_name", home))}{line("有效期", on("valid_from", given, ".") + "—" + on("valid_until", until, "."))}</table></div>
<div style="font-size:12px;color:#333;margin-top:8px;line-height:1.5">持卡须知：一、本卡仅限本人使用，就医时与社会保障卡同时出示。二、每次处方量一般不超过30日。三、有效期满前30日到原认定机构复审。四、遗失请及时挂失补办。</div>
{seal(bureau, "门诊慢病专用章", size=120, at=(420, 210), turn=dice.uniform(-15, 15), ink=0.6)}</div>""",
        font=dice.choice((SONG, HEI)),
        size=16,
        pad="0",
    )


_BOOK = (
    "高血压", "糖尿病", "冠心病", "脑血管病后遗症", "慢性阻塞性肺疾病", "肝硬化", "类风湿关节炎", "帕金森病",
    "慢性肾功能衰竭（透析）", "恶性肿瘤门诊治疗", "严重精神障碍", "慢性乙型肝炎",
)  # fmt: skip


def _panel(dice: random.Random) -> str:
    """Hebei: the disease ticked in a list, three experts sign, the span of the benefit below."""
    a = t.who(dice, "冀", 38)
    home, level = t.house(dice, a.place)
    one, names = t.ill(dice)
    seen = t.date(dice, "2023-03-01", "2025-08-01")
    start = t.after(seen, 20).replace(day=1)
    until = t.after(t.years(start, 2), -1)
    style = dice.choice(("年", "年0"))
    chosen = {one.claim} | ({dice.choice(_BOOK)} if dice.random() < 0.35 else set())
    listed = "".join(
        f'<span style="display:inline-block;width:196px">{checkbox(x in chosen)}{f("claimed_disease", x) if x in chosen else x}</span>'
        for x in _BOOK
    )
    bureau = f"{a.place.county}医疗保险服务中心"
    return page(
        f"""<h1 style="font-size:24px;margin-bottom:4px">{a.place.city}城镇职工（城乡居民）基本医疗保险</h1><h1 style="font-size:24px;margin-bottom:14px">门诊慢性病鉴定表</h1>
<table class="g"><tr style="height:40px"><td style="width:92px">姓　　名</td><td style="width:130px">{f("patient_name", a.name)}</td><td style="width:60px">性 别</td><td style="width:60px">{f("sex", a.sex)}</td><td style="width:84px">出生年月</td><td>{f("birth_date", f"{a.born:%Y-%m}", f"{a.born.year}年{a.born.month}月")}</td></tr>
<tr style="height:40px"><td>身份证号码</td><td colspan="3">{t.cells("id_number", a.number, "width:17px")}</td><td>联系电话</td><td>{f("phone", a.person.phone)}</td></tr>
<tr style="height:40px"><td>家庭住址</td><td colspan="3">{f("address", a.address)}</td><td>参保类型</td><td>{t.insured(a.kind, ("职工", "居民"), "☑", "☐")}</td></tr>
<tr style="height:40px"><td>鉴定医院</td><td colspan="3">{f("hospital_name", home)}</td><td>医院级别</td><td>{f("hospital_level", level)}</td></tr>
<tr><td>申报病种</td><td colspan="5" style="line-height:1.9">{listed}</td></tr>
<tr><td>主要病史及<br>检查结果</td><td colspan="5" style="height:130px;vertical-align:top;line-height:1.7">{one.complaint}。{one.story}</td></tr>
<tr><td>临床诊断</td><td colspan="5" style="height:52px">{fs("diagnosis", names, "　", True)}</td></tr>
<tr><td>专家鉴定<br>意　　见</td><td colspan="5" style="height:150px;vertical-align:top;padding-top:8px">经鉴定：{checkbox(True)}符合标准　{checkbox(False)}不符合标准　{checkbox(False)}需补充材料<div style="margin-top:22px;line-height:2.4">鉴定专家签字：①{sign("physician", t.doctor(dice), dice, 90)} ②{sign("physician", t.doctor(dice), dice, 90)} ③{sign("physician", t.doctor(dice) if dice.random() < 0.6 else None, dice, 90)}<br><span style="float:right;padding-right:30px">鉴定日期：{on("sign_date", seen, style)}</span></div></td></tr>
<tr><td>经办机构<br>审核意见</td><td colspan="5" style="height:150px;vertical-align:top;padding-top:8px;position:relative">准予享受门诊慢性病待遇，待遇享受期自{under(on("valid_from", start, style), 120)}至{under(on("valid_until", until, style), 120)}。<div style="margin:44px 0 0 330px">（公章）</div>{seal(bureau, "业务专用章", size=132, at=(330, 14), turn=dice.uniform(-10, 10))}</td></tr></table>
<p style="font-size:13px;margin:6px 0 0">此表一式三份：参保人、鉴定医院、经办机构各一份。　　高血压须达Ⅲ级；糖尿病须合并感染或心、肾、眼、神经并发症之一。</p>""",
        font=dice.choice((SONG, "'AR PL UMing CN',serif")),
        size=15,
        pad="44px 54px",
    )


def _filing(dice: random.Random) -> str:
    """Zhejiang: printed by the bureau's system, no rules between columns, several chosen houses, a span or for ever."""
    a = t.who(dice, "浙", 36)
    home, _ = t.house(dice, a.place)
    second = f"{a.place.county}{dice.choice(('城关', '城东', '新城'))}社区卫生服务中心"
    one, names = t.ill(dice)
    day = t.date(dice, "2023-06-01", "2025-10-01")
    lasting = dice.random() < 0.4
    until = f("valid_until", "长期") if lasting else on("valid_until", t.after(t.years(day, 2), -1), "-")
    name = t.doctor(dice)
    item: Callable[..., str] = lambda k, v, w=33.3: (
        f'<div style="width:{w}%;padding:9px 4px"><b style="font-weight:600">{k}</b>&nbsp;&nbsp;{v}</div>'
    )
    bar: Callable[..., str] = lambda x: (
        f'<div style="background:#e8eef0;padding:3px 8px;font-weight:600;margin-top:10px">{x}</div>'
    )
    return page(
        f"""<div style="font-size:12px;display:flex;justify-content:space-between"><span>{a.place.city}医疗保障信息系统</span><span>回执编号：{t.digits(dice, 14)}</span></div>
<h1 style="font-size:21px;margin:16px 0 8px">基本医疗保险规定病种（门诊慢特病）待遇备案表</h1>{bar("参保人信息")}<div style="display:flex;flex-wrap:wrap">{item("姓名", f("patient_name", a.name))}{item("性别", f("sex", a.sex))}{item("年龄", f("age", a.age(day)))}{item("证件号码", f("id_number", a.number), 50)}{item("手机号码", f("phone", a.person.phone), 50)}
{item("险种", told("insurance_type", a.kind, "城镇职工基本医疗保险" if a.kind == "employee" else "城乡居民基本医疗保险"), 50)}{item("参保区划", f("insured_place", a.place.county), 50)}</div>
{bar("备案病种信息")}<table style="margin-top:6px"><tr style="border-bottom:1px solid #777"><th>序号</th><th>病种编码</th><th>病种名称</th><th>开始日期</th><th>结束日期</th></tr><tr><td>1</td><td>M{t.digits(dice, 5)}</td><td>{f("claimed_disease", one.claim)}</td><td>{on("valid_from", day, "-")}</td><td>{until}</td></tr></table>
{bar("疾病诊断")}<div style="padding:8px 4px;line-height:1.9">{"".join(f"<div>{n}. {f('diagnosis', x)}</div>" for n, x in enumerate(names, 1))}</div>
{bar("选定定点医疗机构")}<div style="padding:8px 4px;line-height:1.9">1. {f("hospital_name", home)}（备案机构）<br>2. {f("hospital_name", second)}</div>
{bar("责任医师意见")}<div style="padding:10px 4px;line-height:2">患者{one.complaint}，资料齐全，符合规定病种备案条件。<br>责任医师：{f("physician_name", name)}　　职称：{f("physician_title", dice.choice(t.TITLES))}　　签名：{sign("physician", name, dice)}　　日期：{on("sign_date", day, dice.choice(("-", "/", ".")))}</div>
{bar("医院医保部门")}<div style="padding:8px 4px;height:120px;position:relative">审核通过，已上传。{seal(home, "医保专用章", size=122, at=(450, -14), turn=dice.uniform(-12, 12), colour=dice.choice(("red", "red", "blue")))}</div>
<div style="font-size:12px;margin-top:14px;border-top:1px solid #777">经办人：{t.digits(dice, 6, "JB")}　打印时间：{t.show(t.after(day, 1), "-")} {t.clock(dice, True)}　第1页 共1页</div>""",
        font=dice.choice((HEI, MICRO)),
        size=14,
        pad="42px 56px",
    )


TEMPLATES: dict[str, Template] = {
    "town-recognition-card": Template("recognition_form", 620, 440, _card),
    "town-recognition-panel": Template("recognition_form", 794, 1123, _panel),
    "town-recognition-filing": Template("recognition_form", 794, 1123, _filing),
}
