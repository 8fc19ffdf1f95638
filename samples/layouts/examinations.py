"""CT, MRI, X-ray, ultrasound and ECG reports; 病理报告."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
from PIL import Image

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart
from samples.paper import Paper, Sheet
from samples.setting import Style, numbered, paragraph, row, say_diagnoses


def exam(
    c: Chart, *, style: Style | None = None, signed: bool = True, seal: bool = False, month_only: bool = False
) -> Paper:
    """CT, MRI, X-ray or ultrasound: head, part and method, what was seen, what it means, two names."""
    style = style or Style("song", 10.5)
    story = c.story
    kind = {"超声": "彩色多普勒超声检查报告单", "心电图": "心电图报告单"}.get(
        story.exam, f"{story.exam}检查报告单"
    )
    paper = Paper(
        "exam_report", f"exam-{'ultrasound' if story.exam == '超声' else 'imaging'}", face=style.face
    )
    sheet = paper.sheet()
    sheet.text(297, 40, c.hospital, 18, style.face, anchor="c", bold=True)
    sheet.text(297, 68, kind, 15, style.face, anchor="c")
    paper.says("hospital_name", c.hospital)
    row(
        paper, sheet, 104, [c.item(k) for k in ("姓名", "性别", "年龄", "检查号")], (50, 180, 290, 390), style
    )
    row(paper, sheet, 122, [c.item("科别"), c.item("住院号"), c.item("床号")], (50, 230, 420), style)
    part = ("检查部位", story.part, None, None)
    row(paper, sheet, 140, [part, ("检查方法", story.method, None, None)], (50, 230), style)
    sheet.line(46, 160, 549, 160, 1)
    y = 172.0
    if story.exam == "超声":
        for n in range(2):
            sheet.stamp(70 + n * 240, y, 210, 140, echo_picture(n + len(story.part)), multiply=False)
        y += 152
    head = {"超声": ("超声所见", "超声提示")}.get(story.exam, ("影像所见", "诊断意见"))
    sheet.text(50, y, head[0] + style.colon, style.size + 1, style.face, bold=True)
    y = paragraph(sheet, 50, y + 22, story.seen, 490, style, indent=style.size * 2) + 16
    sheet.text(50, y, head[1] + style.colon, style.size + 1, style.face, bold=True)
    y += 22
    for line in numbered(story.impression):
        y = paragraph(sheet, 62, y, line, 470, style)
    say_diagnoses(paper, story.impression)
    _exam_foot(paper, sheet, c, max(y + 40, 700), style, signed, month_only)
    if seal:
        seals.put(paper, sheet, 450, 716, c.hospital, "影像诊断专用章", size=104, seed=41)
    return paper


def _exam_foot(
    paper: Paper, sheet: Sheet, c: Chart, y: float, style: Style, signed: bool, month_only: bool
) -> None:
    sheet.line(46, y, 549, y, 0.8)
    end = sheet.text(50, y + 10, style.label("报告医师"), style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 4, y + 4, "彭海波" if signed else None, size=18, seed=42)
    end = sheet.text(200, y + 10, style.label("审核医师"), style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 4, y + 4, "袁立新" if signed else None, size=18, seed=43)
    for name in ("彭海波", "袁立新"):
        paper.may_say("physician_name", name)
    shown = f"{c.reported.year}年{c.reported.month}月" if month_only else ch.date_dash(c.reported)
    value = f"{c.reported:%Y-%m}" if month_only else c.reported.isoformat()
    row(paper, sheet, y + 10, [("报告日期", shown, "report_date", value)], (360,), style)
    sheet.text(50, y + 32, "注：本报告仅供临床医师参考，影像资料请妥善保管。", 8.5, style.face)


def echo_picture(seed: int) -> Image.Image:
    """A fan of grey speckle on black, as an ultrasound machine prints it."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:140, 0:210].astype(float)
    r, a = np.hypot(x - 105, y + 20), np.arctan2(x - 105, y + 20)
    inside = (np.abs(a) < 0.72) & (r > 32) & (r < 152)
    tissue = 90 + 55 * np.sin(r / 11 + seed) + 40 * np.cos(a * 7 + seed)
    grey = np.where(inside, tissue * rng.uniform(0.35, 1.0, r.shape), 6)
    picture = Image.fromarray(grey.clip(0, 255).astype(np.uint8)).convert("RGB")
    return picture.resize((420, 280))


def ecg(c: Chart, *, style: Style | None = None, signed: bool = True) -> Paper:
    """心电图报告: measured values on the left, traces on a pink grid, the diagnosis under them."""
    style = style or Style("hei", 10)
    paper = Paper("exam_report", "exam-ecg", face=style.face)
    sheet = paper.sheet((842, 595))
    sheet.text(421, 24, c.hospital + " 心电图报告", 17, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    row(
        paper,
        sheet,
        58,
        [c.item(k) for k in ("姓名", "性别", "年龄", "科别", "检查号")],
        (40, 170, 260, 360, 560),
        style,
    )
    sheet.text(
        40, 78, "心率:72bpm  PR间期:164ms  QRS时限:92ms  QT/QTc:388/424ms  电轴:+38°", style.size, style.face
    )
    _traces(sheet)
    sheet.text(40, 470, "诊断" + style.colon, style.size + 1, style.face, bold=True)
    y = 470.0
    for line in numbered(c.story.impression if c.story.exam == "心电图" else ("窦性心律", "正常心电图")):
        sheet.text(86, y, line, style.size + 1, style.face)
        y += 18
    say_diagnoses(paper, c.story.impression if c.story.exam == "心电图" else ("窦性心律", "正常心电图"))
    end = sheet.text(420, 520, style.label("报告医师"), style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 4, 513, "彭海波" if signed else None, size=20, seed=44)
    paper.may_say("physician_name", "彭海波")
    shown = f"{c.reported.isoformat()} 09:05"
    row(paper, sheet, 520, [("报告时间", shown, "report_date", c.reported.isoformat())], (600,), style)
    sheet.text(40, 560, "25mm/s  10mm/mV  0.05-35Hz   本报告须结合临床", 8.5, style.face)
    return paper


def _traces(sheet: Sheet) -> None:
    pink = (244, 190, 190)
    for n in range(77):
        sheet.line(40 + n * 10, 100, 40 + n * 10, 450, 0.9 if n % 5 == 0 else 0.3, pink)
    for n in range(36):
        sheet.line(40, 100 + n * 10, 800, 100 + n * 10, 0.9 if n % 5 == 0 else 0.3, pink)
    rng = np.random.default_rng(7)
    for lead, name in enumerate(("Ⅰ", "Ⅱ", "Ⅲ", "aVR", "V1", "V5")):
        base = 130 + lead * 56
        sheet.text(44, base - 28, name, 9, "hei")
        last = (40.0, float(base))
        for step in range(1, 381):
            x, beat = 40 + step * 2, (step * 2) % 84
            wave = 22 * math.exp(-(((beat - 40) / 2.2) ** 2)) - 6 * math.exp(-(((beat - 45) / 2) ** 2))
            wave += 4 * math.exp(-(((beat - 22) / 5) ** 2)) + (5 - lead) * math.exp(-(((beat - 64) / 7) ** 2))
            point = (float(x), base - wave * (-1 if name == "aVR" else 1) + float(rng.uniform(-0.5, 0.5)))
            sheet.line(*last, *point, 0.8)
            last = point


def pathology(c: Chart, *, style: Style | None = None, signed: bool = True) -> Paper:
    """病理诊断报告书: where the tissue came from, what was seen by eye and under the microscope."""
    style = style or Style("kai", 11)
    paper = Paper("pathology_report", "pathology", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 44, c.hospital, 17, style.face, anchor="c", bold=True)
    sheet.text(297, 72, "病理诊断报告书", 16, style.face, anchor="c")
    paper.says("hospital_name", c.hospital)
    number = ("病理号", c.report, "report_number", c.report)
    who = [c.item("姓名"), c.item("性别"), c.item("年龄"), number]
    row(paper, sheet, 108, who, (50, 180, 270, 370), style)
    row(paper, sheet, 128, [c.item("科别"), c.item("住院号"), c.item("床号")], (50, 230, 420), style)
    sent = ("送检日期", ch.date_dash(c.reported - dt.timedelta(days=4)), None, None)
    row(paper, sheet, 148, [("送检材料", "右肺上叶穿刺组织", None, None), sent], (50, 300), style)
    sheet.line(46, 168, 549, 168, 1)
    y = 180.0
    for head, text in (
        ("肉眼所见", "灰白色条状组织3条，长0.5～1.2cm，直径0.1cm，全埋制片。"),
        (
            "镜下所见",
            "送检组织内见异型腺上皮细胞呈腺管状、乳头状排列，浸润性生长，细胞核大深染，核仁明显，间质纤维组织增生。",
        ),
        ("免疫组化", "TTF-1（+），NapsinA（+），CK7（+），P40（-），Ki-67（约40%+），ALK（D5F3）（-）。"),
    ):
        sheet.text(50, y, head + style.colon, style.size, style.face, bold=True)
        y = paragraph(sheet, 50, y + 20, text, 490, style, indent=style.size * 2) + 10
    sheet.text(50, y, "病理诊断" + style.colon, style.size + 1, style.face, bold=True)
    name = "（右肺上叶穿刺）浸润性腺癌"
    sheet.text(62, y + 22, name, style.size + 2, style.face, bold=True)
    say_diagnoses(paper, [name])
    end = sheet.text(50, 700, style.label("诊断医师"), style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 4, 692, "向文静" if signed else None, seed=45)
    paper.may_say("physician_name", "向文静")
    row(paper, sheet, 700, [c.item("报告日期", ch.date_cn)], (340,), style)
    seals.put(paper, sheet, 440, 690, c.hospital, "病理诊断专用章", size=104, seed=46, tilt=6)
    return paper
