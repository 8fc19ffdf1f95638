"""Discharge records and summaries of general, tumour and Chinese medicine hospitals."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, SONG, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.strand_base import (
    CQ,
    JS,
    SC,
    SN,
    Stay,
    at,
    bars,
    d,
    home,
    stay,
    style,
)
from benchmarks.reading.templates.develop.strand_ills import CANCER, CHINESE, GENERAL, KNIFE


def names(s: Stay) -> tuple[str, ...]:
    """The diagnoses without their codes."""
    return tuple(n for n, _ in s.ill.dx)


def running(dice: random.Random) -> str:
    """Sichuan tertiary hospital: strip of the patient between rules, then headed paragraphs."""
    s = stay(dice, SC, "tertiary", GENERAL)
    p, ill = s.p, s.ill
    bed = dice.randint(1, 62)

    def part(head: str, text: str) -> str:
        return f'<div style="margin-top:5px"><b>{head}：</b>{text}</div>'

    first = "".join(
        f'<div style="padding-left:2em">{n}、{f("diagnosis", v)}</div>' for n, v in enumerate(ill.first, 1)
    )
    last = "".join(
        f'<div style="padding-left:2em">{n}、{f("diagnosis", v)}</div>' for n, v in enumerate(names(s), 1)
    )
    drugs = "".join(f'<div style="padding-left:2em">{a}（{b}）　{c}</div>' for a, b, c in ill.drugs)
    body = f"""<div style="position:absolute;left:56px;top:34px;font-size:11px">{bars(dice, 120, 26)}<br>{s.number}</div>
<h1 style="font-size:23px;letter-spacing:2px">{f("hospital_name", s.hospital)}</h1>
<h2 style="font-size:20px;letter-spacing:12px;padding-left:12px">出院记录</h2>
<div style="display:flex;justify-content:space-between;border-bottom:1.5px solid #000;padding:8px 2px 3px">
<span>姓名：{f("patient_name", p.name)}</span><span>科室：{f("department", ill.dept)}</span><span>床号：{bed:02d}</span>
<span>住院号：{f("record_number", s.number)}</span></div>
<table style="margin-top:6px"><tr><td style="width:33%">性别：{f("sex", p.sex)}</td><td style="width:33%">年龄：{f("age", s.age, f"{s.age}岁")}</td>
<td>职业：{dice.choice(("农民", "退休", "工人", "个体经营"))}</td></tr><tr><td>入院日期：{d("admission_date", s.start, "-", at(dice))}</td>
<td>出院日期：{d("discharge_date", s.end, "-", at(dice))}</td><td>住院天数：{s.days}天</td></tr></table>
{part("入院时情况", f"患者因“{ill.complaint}”入院。{ill.signs}{ill.past}。")}
{part("入院诊断", first)}{part("诊疗经过", ill.tests + ill.course)}{part("出院诊断", last)}
{part("出院时情况", ill.state)}{part("出院医嘱", "")}
{"".join(f'<div style="padding-left:2em">{n}．{t}；</div>' for n, t in enumerate(ill.advice, 1))}{part("出院带药", drugs)}
<div style="text-align:right;margin-top:26px">医师签名：{f("physician_name", s.doctors[0])} / {sign("physician", s.doctors[1], dice)}<br>
{d("sign_date", s.end, "年0", at(dice))}</div>
<div class="c" style="position:absolute;bottom:26px;left:0;right:0;font-size:12px">第 1 页</div>"""
    return page(body, "td{padding:1px 2px}", font=SONG, size=14, pad="40px 62px")


def vertical(dice: random.Random) -> str:
    """Chongqing: one ruled table, the sections' names standing upright at its left."""
    s = stay(dice, CQ, "tertiary", GENERAL + KNIFE)
    p, ill = s.p, s.ill

    def part(head: str, text: str, tall: int = 0) -> str:
        return (
            f'<tr><td class="c" style="width:34px;padding:6px 4px;line-height:1.25">{"<br>".join(head)}</td>'
            f'<td colspan="7" style="height:{tall}px;vertical-align:top;padding:5px 8px">{text}</td></tr>'
        )

    first = "　".join(f"{n}.{f('diagnosis', v)}" for n, v in enumerate(ill.first, 1))
    last = "<br>".join(f"{n}.{f('diagnosis', v)}" for n, v in enumerate(names(s), 1))
    drugs = "；".join(f"{a} {c}" for a, _, c in ill.drugs)
    body = f"""<h1 style="font-size:21px">{f("hospital_name", s.hospital)}出院小结</h1>
<div style="text-align:right;font-size:12px;margin:6px 0 2px">病案号 {f("record_number", s.number)}</div>
<table class="g" style="font-size:13.5px"><tr><td class="c" colspan="2">姓名</td><td>{f("patient_name", p.name)}</td><td class="c">性别</td><td>{f("sex", p.sex)}</td>
<td class="c">年龄</td><td colspan="2">{f("age", s.age, f"{s.age} 岁")}</td></tr>
<tr><td class="c" colspan="2">家庭住址</td><td colspan="3">{f("address", home(p))}</td><td class="c">联系电话</td><td colspan="2">{f("phone", p.phone)}</td></tr>
<tr><td class="c" colspan="2">入院时间</td><td>{d("admission_date", s.start, "年0")}</td><td class="c">出院时间</td>
<td colspan="2">{d("discharge_date", s.end, "年0")}</td><td class="c">住院日数</td><td>{s.days}</td></tr>
<tr><td class="c" colspan="2">入院科室</td><td colspan="3">{f("department", ill.dept)}</td><td class="c">治疗结果</td><td colspan="2">{dice.choice(("治愈", "好转", "√好转"))}</td></tr>
{part("入院诊断", first)}{part("出院诊断", last)}{part("入院情况", f"主诉：{ill.complaint}。查体：{ill.signs}", 90)}
{part("检查结果", ill.tests, 96)}{part("治疗经过", ill.course, 110)}{part("出院情况", ill.state, 80)}
{part("出院医嘱", "。".join(ill.advice) + "。<br>带药：" + drugs, 130)}
<tr><td colspan="8" style="padding:8px">主治医师：{f("physician_name", s.doctors[1])}　　　　　管床医师：{sign("physician", s.doctors[0], dice)}
　　　　　日期：{d("sign_date", s.end, "-")}</td></tr></table>
<div style="font-size:11.5px;margin-top:6px">注：本小结一式两份，一份交患者，一份归入病案。遗失不补。</div>"""
    body += seal(s.hospital, "病案专用章", size=146, at=(540, 850), turn=dice.uniform(-12, 12), ink=0.6)
    return page(body, "", font=SONG, size=14, pad="44px 52px")


def chinese(dice: random.Random) -> str:
    """Shaanxi hospital of Chinese medicine: diagnoses of both schools side by side in a half ruled table."""
    s = stay(dice, SN, "tcm", CHINESE)
    p, ill = s.p, s.ill
    sick, pattern = ill.tcm[0][0], ill.tcm[1][0]
    west = "".join(f"<div>{n}. {f('diagnosis', v)}</div>" for n, v in enumerate(names(s), 1))
    both = f("diagnosis", f"{sick}（{pattern}）")
    level = dice.choice(("三级甲等", "二级甲等"))
    body = f"""<div class="c" style="font-size:12px;letter-spacing:3px">{f("hospital_level", level)}中医医院　·　国家基本医疗保险定点机构</div>
<h1 style="font-size:25px">{f("hospital_name", s.hospital)}</h1><h2 style="font-size:18px;letter-spacing:8px;margin:2px 0 10px">出 院 记 录</h2>
<table class="h"><tr><td>姓　　名　{f("patient_name", p.name)}</td><td>出 生 地　{p.place.province}{p.place.county}</td></tr>
<tr><td>性　　别　{f("sex", p.sex)}</td><td>民　　族　{f("ethnicity", p.ethnicity + "族")}</td></tr>
<tr><td>年　　龄　{f("age", s.age, f"{s.age}岁")}</td><td>入院时间　{d("admission_date", s.start, "年", at(dice))}</td></tr>
<tr><td>婚　　况　已婚</td><td>出院时间　{d("discharge_date", s.end, "年", at(dice))}</td></tr>
<tr><td>科　　别　{f("department", ill.dept)}</td><td>发病节气　{dice.choice(("小满后三天", "立秋前一天", "大雪后五天", "惊蛰"))}</td></tr></table>
<p>主　　诉：{ill.complaint}。</p><p>入院时情况：{ill.signs}舌质暗淡，苔白腻，脉弦滑。</p>
<table class="h" style="border-bottom:0"><tr style="border-top:1px solid #222;border-bottom:1px solid #222"><td style="width:50%">　　　　　入 院 诊 断</td><td>　　　　　出 院 诊 断</td></tr>
<tr><td style="vertical-align:top">中医诊断：{both}<br>西医诊断：{fs("diagnosis", ill.first, "；")}</td>
<td style="vertical-align:top">中医诊断：{both}<br>西医诊断：{west}</td></tr></table>
<p style="border-top:1px solid #222;padding-top:6px">辅助检查：{ill.tests}</p><p>诊疗经过：{ill.course}</p><p>出院时情况：{ill.state}</p>
<p>出院医嘱：{"；".join(ill.advice)}。<br>　　　　　{"<br>　　　　　".join(f"{a}　{b}　用法：{c}" for a, b, c in ill.drugs)}</p>
<div style="display:flex;justify-content:flex-end;gap:40px;margin-top:18px"><span>上级医师：{f("physician_name", s.doctors[2])}</span>
<span>经治医师：{f("physician_name", s.doctors[0])}</span></div><div style="text-align:right">{d("sign_date", s.end, "年")}</div>"""
    css = ".h td{padding:2px 4px;width:50%}.h{border-top:1.5px solid #222;border-bottom:1.5px solid #222}p{margin:7px 0}"
    return page(body, css, font=dice.choice((SONG, "'AR PL UMing CN',serif")), size=14, pad="40px 58px")


def tumour(dice: random.Random) -> str:
    """Jiangsu tumour hospital: stage, pathology, the courses of chemotherapy in a grid."""
    ill = dice.choice(CANCER)
    s = stay(dice, JS, "oncology", (ill,), sex="女" if ill is CANCER[1] else None, nights=(2, 6))
    p = s.p
    plan = "TCbHP" if ill is CANCER[1] else dice.choice(("SOX", "XELOX"))
    rows = "".join(
        f"<tr><td>{n}</td><td>{style(s.start, '.')[:4]}年第{n}周期</td><td>{plan}</td>"
        f"<td>{dice.choice(('SD', 'PR', '未评'))}</td><td>{dice.choice(('Ⅰ度骨髓抑制', 'Ⅱ度胃肠道反应', '无'))}</td></tr>"
        for n in range(1, dice.randint(3, 5))
    )
    body = f"""<div style="display:flex;align-items:flex-end;border-bottom:3px double #2a5a50;padding-bottom:6px"><div style="width:52px;height:52px;border:3px solid #2a5a50;
border-radius:50%;margin-right:14px;text-align:center;font-size:26px;line-height:44px;color:#2a5a50">✚</div><div style="font-size:22px;flex:1">{f("hospital_name", s.hospital)}
<div style="font-size:11px;color:#444">CANCER HOSPITAL　服务热线 400-000-{dice.randint(1000, 9999)}</div></div><div style="font-size:21px;letter-spacing:5px">出院小结</div></div>
<table style="margin:8px 0"><tr><td>姓名</td><td class="v">{f("patient_name", p.name)}</td><td>性别</td><td class="v">{f("sex", p.sex)}</td><td>年龄</td><td class="v">{f("age", s.age, f"{s.age}Y")}</td>
<td>住院号</td><td class="v">{f("record_number", s.number)}</td></tr><tr><td>病区</td><td class="v" colspan="3">{f("department", ill.dept)}</td><td>床号</td><td class="v">{dice.randint(1, 50)}+</td>
<td>身份证号</td><td class="v">{f("id_number", p.id_number)}</td></tr><tr><td>入院</td><td class="v" colspan="3">{d("admission_date", s.start, ".")}</td>
<td>出院</td><td class="v">{d("discharge_date", s.end, ".")}</td><td>共住</td><td class="v">{s.days}天</td></tr></table>
<div class="k">出院诊断</div><div>{"<br>".join(f"（{n}）{f('diagnosis', v)}" for n, v in enumerate(names(s), 1))}</div>
<div class="k">病情摘要</div><div>因“{ill.complaint}”于{style(s.start, ".")}收住入院。{ill.past}。查体：{ill.signs}</div>
<div class="k">既往治疗</div><table class="g c" style="font-size:12.5px"><tr><td>序</td><td>周期</td><td>方案</td><td>疗效评价</td><td>毒副反应</td></tr>{rows}</table>
<div class="k">主要检查</div><div>{ill.tests}</div><div class="k">本次治疗</div><div>{ill.course}</div>
<div class="k">出院情况</div><div>{ill.state}</div><div class="k">出院带药</div><div>{"<br>".join(" ".join(t) for t in ill.drugs)}</div>
<div class="k">注意事项</div><div>{"；".join(ill.advice)}。</div>
<table style="margin-top:22px"><tr><td>住院医师 {f("physician_name", s.doctors[0])}</td><td>主治医师 {f("physician_name", s.doctors[1])}</td><td>科主任 {sign("physician", s.doctors[2], dice)}</td></tr></table>
<div style="font-size:11px;color:#555;position:absolute;bottom:24px;left:52px;right:52px;border-top:1px solid #999">打印时间 {style(s.end, "-")}{at(dice, True)}　　本页由病历系统生成，未加盖病案室印章无效</div>"""
    css = ".k{margin-top:7px;font-weight:600;color:#2a5a50;border-left:5px solid #2a5a50;padding-left:7px}.v{border-bottom:1px solid #999}td{padding:2px 3px}.g td{border-color:#888}"
    return page(body, css, font=HEI, size=13, pad="34px 52px")


def operated(dice: random.Random) -> str:
    """Jiangsu county hospital: the discharge diagnosis first, a strip without colons, medicines in a table."""
    s = stay(dice, JS, "county", KNIFE)
    p, ill = s.p, s.ill
    drugs = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in ill.drugs)
    title = dice.choice(("主治医师", "副主任医师"))
    body = f"""<div style="text-align:left;font-size:13px">{f("hospital_name", s.hospital)}<span style="float:right">病案号 {f("record_number", s.number)}</span></div>
<h1 style="font-size:24px;border-top:1px solid #000;padding-top:6px">出 院 小 结<span style="font-size:14px">（外科系统）</span></h1>
<table style="margin-top:6px"><tr class="t"><td>患者姓名</td><td>性别</td><td>年龄</td><td>科室</td><td>床位</td><td>入院日期</td><td>手术日期</td><td>出院日期</td></tr>
<tr class="w"><td>{f("patient_name", p.name)}</td><td>{f("sex", p.sex)}</td><td>{f("age", s.age, f"{s.age}岁")}</td><td>{f("department", ill.dept)}</td><td>{dice.randint(1, 48)}床</td>
<td>{d("admission_date", s.start, "/")}</td><td>{style(s.start + (s.end - s.start) / 2, "/")}</td><td>{d("discharge_date", s.end, "/")}</td></tr></table>
<p>【出院诊断】{fs("diagnosis", names(s), "；", numbered=True)}。</p><p>【入院诊断】{fs("diagnosis", ill.first, "，")}</p>
<p>【病史摘要】{ill.complaint}。{ill.past}。</p><p>【入院查体】{ill.signs}</p><p>【辅助检查】{ill.tests}</p><p>【住院经过】{ill.course}</p>
<p>【出院状况】{ill.state}</p><p>【切口愈合】Ⅱ / 甲　【引流】{dice.choice(("无", "有，已向患者交待"))}　【病理】见报告单</p>
<p>【出院带药】</p><table class="g" style="width:88%;margin-left:5%;font-size:13px"><tr class="c"><td class="c">药品名称</td><td class="c">规格</td><td class="c">用法用量</td></tr>{drugs}</table>
<p>【出院指导】{"".join(f"（{n}）{t}。" for n, t in enumerate(ill.advice, 1))}</p>
<div style="margin:26px 0 0 52%;line-height:1.9">医师　{f("physician_name", s.doctors[0])}　（{f("physician_title", title)}）<br>签署日期　{d("sign_date", s.end, "/")}<br>患者/家属签收　{sign("applicant", p.name, dice)}</div>"""
    css = "p{margin:6px 0}.t td{border-bottom:1px dashed #444;font-size:12px;padding:1px 4px}.w td{padding:3px 4px;border-bottom:1px solid #000}"
    return page(body, css, font=dice.choice((HEI, SONG)), size=14, pad="36px 54px")


KIND = "discharge_summary"
TEMPLATES: dict[str, Template] = {
    "strand-discharge-running-sichuan": Template(KIND, 794, 1123, running),
    "strand-discharge-upright-chongqing": Template(KIND, 794, 1123, vertical),
    "strand-discharge-chinese-shaanxi": Template(KIND, 794, 1123, chinese),
    "strand-discharge-tumour-jiangsu": Template(KIND, 794, 1123, tumour),
    "strand-discharge-operated-jiangsu": Template(KIND, 794, 1123, operated),
}
