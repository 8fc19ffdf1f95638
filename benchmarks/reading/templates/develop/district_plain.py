"""Two plain discharge records: one of a text-mode program, and the second sheet of a long one."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.district_base import (
    case,
    date_style,
    hospital,
    listed,
    plain,
    tags,
    when,
)
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, seal, sign

MONO = "'WenQuanYi Zen Hei Mono','WenQuanYi Micro Hei Mono',monospace"
FACES = (MONO, "'Noto Sans Mono CJK SC',monospace", "'AR PL UMing CN',serif")


def _text_mode(dice: random.Random) -> str:
    """A text-mode program on endless paper: lines of characters instead of rules, no bold, holes at the edges."""
    c = case(dice, more=3)
    t, s = tags(c), dice.choice(("{0:%Y-%m-%d}", "{0:%Y.%m.%d}", "{0:%Y}年{0:%m}月{0:%d}日"))
    mark, count = dice.choice((("─", 49), ("=", 88), ("-", 96), ("━", 49)))
    rule = f'<div style="white-space:nowrap;overflow:hidden">{mark * count}</div>'
    paid = f(
        "insurance_type",
        c.who.insurance,
        {"employee": "市职工医保", "resident": "城乡居民医保"}[c.who.insurance],
    )
    holes = "".join(
        f'<circle cx="12" cy="{y}" r="6"/><circle cx="782" cy="{y}" r="6"/>' for y in range(20, 1123, 48)
    )
    drugs = "".join(f"<div>　　{n:<2}{d}　{p}　{u}</div>" for n, (d, p, u) in enumerate(c.ill.drugs, 1))
    outcome = dice.choice(("好转", "治愈", "未愈"))
    body = f"""<svg width="794" height="1123" style="position:absolute;left:0;top:0" fill="#ddd" stroke="#999">{holes}</svg><div style="position:relative"><div class="c" style="font-size:20px">{hospital(c)}</div><div class="c" style="font-size:20px;letter-spacing:10px">出院记录单</div>{rule}
<div class="q"><span>住院号:{t["number"]}</span><span>科  室:{t["dept"]}</span><span>床  号:{dice.randint(1, 60)}</span><span>姓  名:{t["name"]}</span><span>性  别:{t["sex"]}</span><span>年  龄:{t["age"]}</span><span>费  别:{paid}</span><span>婚  姻:已婚</span><span>职  业:{dice.choice(("农民", "工人", ""))}</span></div><div>住  址:{t["home"]}</div><div class="w"><span>入院日期:{when("admission_date", c.admitted, s)}</span><span>出院日期:{when("discharge_date", c.left, s)}</span></div><div class="w"><span>住院天数:{c.days}</span><span>治疗结果:{outcome}</span></div>{rule}
<div>门诊诊断:{plain(c, ",", "{}.", 1)}</div><div>入院诊断:{plain(c, ",", "{}.", 2)}</div><div>出院诊断:<div style="padding-left:6em">{listed(c, "<br>", "{}.")}</div></div>{rule}<div>主    诉:{c.ill.complaint}</div><div>病情摘要:{c.ill.story}{c.ill.found}</div><div>检查检验:{c.ill.tests}</div><div>治疗经过:{c.ill.course}</div><div>出院医嘱:{c.ill.advice}</div><div>出院带药:</div>{drugs}{rule}
<div class="w"><span>上级医师:{f("physician_name", c.doctors[1])}</span><span>经治医师:{f("physician_name", c.doctors[0])}</span></div><div class="w"><span>记录日期:{when("issue_date", c.left, s)}</span><span>录入员:{dice.randint(100, 999)}</span></div></div>"""
    return page(
        body,
        ".q{display:grid;grid-template-columns:1fr 1fr 1fr;white-space:pre}.w{display:grid;grid-template-columns:1fr 1fr;white-space:pre}",
        font=dice.choice(FACES),
        size=14,
        pad="34px 48px",
    )


def _second(dice: random.Random) -> str:
    """The second sheet of a record: a running head, the end of a paragraph, diagnoses, two signatures, the copy's seal."""
    c = case(dice, more=6)
    t, s = tags(c), date_style(dice)
    tail = c.ill.course[dice.randint(8, 20) :]
    checks = "；".join(
        f"{a} {dice.uniform(low, high):.1f}{u}"
        for a, low, high, u in (
            ("白细胞", 3, 12, "×10^9/L"),
            ("血红蛋白", 68, 150, "g/L"),
            ("血钾", 3.1, 5.6, "mmol/L"),
            ("肌酐", 51, 210, "μmol/L"),
            ("空腹血糖", 4.2, 11, "mmol/L"),
        )
    )
    drugs = "<br>".join(f"（{n}）{d} {p} {u}" for n, (d, p, u) in enumerate(c.ill.drugs, 1))
    copied = dice.random() < 0.6
    mark = (
        seal(
            c.hospital,
            "病案复印专用章",
            size=140,
            at=(dice.randint(60, 420), -10),
            turn=dice.uniform(-30, 30),
            colour=dice.choice(("red", "red", "blue")),
            ink=0.6,
        )
        if copied
        else ""
    )
    body = f"""<div style="display:flex;justify-content:space-between;font-size:13px"><span>{hospital(c)}</span><span>出院记录</span></div><div style="display:flex;justify-content:space-between;font-size:13px;border-bottom:1px solid #000;margin-bottom:10px"><span>姓名 {t["name"]}</span><span>{t["dept"]}　{dice.randint(1, 50)}床</span><span>住院号 {t["number"]}</span></div>
<p style="text-indent:0">{tail}</p><p>复查：{checks}。患者病情平稳，于{when("discharge_date", c.left, s)}出院。</p><p style="text-indent:0"><b>出院诊断</b></p><div style="columns:{dice.choice((1, 2))};padding-left:1em">{listed(c, "<br>", "{}. ")}</div><p style="text-indent:0"><b>出院时情况</b>　{c.ill.found}</p><p style="text-indent:0"><b>出院医嘱</b>　1、{c.ill.advice}<br>2、出院带药：<br>{drugs}<br>3、{dice.choice(("出院后1周、1月、3月门诊复查，专家门诊时间：周二、周四。", "可凭本记录到参保地医保经办机构申请门诊慢特病待遇。"))}</p>
<div style="position:relative;margin-top:34px;line-height:2.3;text-align:right;padding-right:20px">{mark}{f("physician_title", dice.choice(("主任医师", "副主任医师")))} {f("physician_name", c.doctors[1])}　/　{sign("physician", c.doctors[0], dice)}<br>{when("issue_date", c.left, s, " %H:%M")}</div><div style="position:absolute;bottom:30px;left:0;right:0;text-align:center;font-size:12px">- 2 -</div>"""
    return page(
        body,
        "p{margin:6px 0;text-indent:2em;text-align:justify}",
        font=dice.choice((SONG, HEI)),
        size=15,
        pad="40px 62px",
    )


TEMPLATES: dict[str, Template] = {
    "district-discharge_summary-text-mode": Template("discharge_summary", 794, 1123, _text_mode),
    "district-discharge_summary-second-sheet": Template("discharge_summary", 794, 1123, _second),
}
