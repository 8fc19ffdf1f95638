"""处方 and 医疗票据."""

from __future__ import annotations

import zxingcpp
from PIL import Image

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart
from samples.paper import A5_TALL, Colour, Paper, Sheet
from samples.setting import Style, put, row, say_diagnoses


def prescription(c: Chart, *, style: Style | None = None, signed: bool = True) -> Paper:
    """处方: half a sheet upright, Rp, drugs with use, physician and pharmacists at the foot."""
    style = style or Style("song", 10)
    paper = Paper("prescription", "prescription", face=style.face)
    sheet = paper.sheet(A5_TALL)
    sheet.text(210, 24, c.hospital + "处方笺", 14, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    sheet.box(360, 22, 396, 42)
    sheet.text(378, 27, "普通", 9.5, style.face, anchor="c")
    row(paper, sheet, 58, [c.item("费别"), c.item("门诊号")], (28, 240), style)
    row(paper, sheet, 76, [c.item("姓名"), c.item("性别"), c.item("年龄")], (28, 160, 260), style)
    day = ("开具日期", ch.date_cn(c.visited), "issue_date", c.visited.isoformat())
    row(paper, sheet, 94, [c.item("科别"), day], (28, 220), style)
    names = "；".join(c.all_diagnoses[:2])
    put(paper, sheet, 28, 112, ("临床诊断", names, None, None), style)
    say_diagnoses(paper, c.all_diagnoses[:2])
    sheet.line(24, 132, 397, 132, 0.8)
    sheet.text(30, 140, "Rp", 18, "song", bold=True)
    y = 170.0
    for n, (drug, amount, packs, use) in enumerate(c.story.drugs, 1):
        sheet.text(44, y, f"{n}、{drug}", style.size + 0.5, style.face)
        sheet.text(230, y, amount, style.size + 0.5, style.face)
        sheet.text(340, y, "× " + packs, style.size + 0.5, style.face)
        sheet.text(64, y + 17, "用法：" + use, style.size, style.face)
        y += 42
    sheet.text(200, y + 4, "（以下空白）", style.size, style.face)
    sheet.line(24, 500, 397, 500, 0.8)
    end = sheet.text(28, 510, style.label("医师"), style.size, style.face)
    signatures.sign(
        paper, sheet, "physician", end + 2, 503, c.physician if signed else None, size=18, seed=59
    )
    paper.may_say("physician_name", c.physician)
    sheet.text(170, 510, "药品金额：186.40元", style.size, style.face)
    for n, label in enumerate(("审核药师", "调配药师", "核对、发药药师")):
        end = sheet.text(28 + n * 120, 536, style.label(label), style.size, style.face)
        signatures.sign(paper, sheet, None, end, 530, ("唐敏", "韩雪", "唐敏")[n], size=15, seed=60 + n)
    sheet.text(28, 566, "注：处方当日有效，逾期作废；药品一经发出，非质量问题不予退换。", 8, style.face)
    return paper


def qr(text: str) -> Image.Image:
    """A QR code as a picture with alpha."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    grey = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=6, add_quiet_zones=True))
    return grey.convert("RGBA")


def invoice(c: Chart, *, style: Style | None = None) -> Paper:
    """医疗门诊收费票据（电子）: red form lines, items in two columns, QR code, finance seal."""
    style = style or Style("song", 9)
    red: Colour = (170, 40, 40)
    paper = Paper("medical_invoice", "invoice-electronic", face=style.face)
    sheet = paper.sheet((620, 400))
    province = "江西省" if c.patient.region.startswith("36") else "湖南省"
    sheet.text(310, 26, f"{province}医疗门诊收费票据（电子）", 17, style.face, anchor="c", colour=red)
    sheet.line(190, 52, 430, 52, 1, red)
    code = f"36060125{c.report}"
    sheet.stamp(30, 18, 66, 66, qr(f"01,{code},{c.visited:%Y%m%d}"), multiply=False)
    paper.barcodes.append(f"01,{code},{c.visited:%Y%m%d}")
    day = ("开票日期", ch.date_dash(c.visited), "issue_date", c.visited.isoformat())
    sheet.text(110, 62, "票据代码：36060125", style.size, style.face)
    sheet.text(420, 62, f"票据号码：{c.report}", style.size, style.face)
    row(
        paper, sheet, 92, [("交款人", c.patient_name, "patient_name", c.patient_name), day], (110, 420), style
    )
    sheet.text(
        110,
        77,
        f"交款人统一社会信用代码：{c.id_number[:3]}***********{c.id_number[-4:]}",
        style.size,
        style.face,
    )
    sheet.box(24, 110, 596, 300, outline=red)
    sheet.line(310, 110, 310, 240, 0.6, red)
    for n, head in enumerate(("项目名称", "数量/单位", "金额（元）")):
        for side in (0, 286):
            sheet.text(34 + side + n * 105, 116, head, style.size, style.face, colour=red)
    items = [(d, p, f"{36.5 + n * 21.4:.2f}") for n, (d, _, p, _) in enumerate(c.story.drugs)]
    items += [("门诊诊察费", "1次", "15.00"), (f"{c.story.part}{c.story.exam}检查", "1次", "180.00")]
    for n, cells in enumerate(items):
        for k, text in enumerate(cells):
            sheet.text(34 + (n % 2) * 286 + k * 105, 136 + n // 2 * 18, text, style.size, style.face)
    total = sum(float(m) for _, _, m in items)
    sheet.line(24, 240, 596, 240, 0.6, red)
    sheet.text(34, 246, f"金额合计（小写） {total:.2f}", style.size, style.face)
    _invoice_foot(paper, sheet, c, style, total)
    return paper


def _invoice_foot(paper: Paper, sheet: Sheet, c: Chart, style: Style, total: float) -> None:
    row(
        paper,
        sheet,
        264,
        [("业务流水号", c.record, None, None), c.item("门诊号"), c.item("就诊日期")],
        (34, 220, 400),
        style,
    )
    row(
        paper,
        sheet,
        282,
        [("医疗机构类型", "综合医院", None, None), c.item("费别"), c.item("性别")],
        (34, 220, 440),
        style,
    )
    shares = (("医保统筹基金支付", 0.6), ("个人账户支付", 0.2), ("个人现金支付", 0.2))
    paid = "   ".join(f"{label}：{total * share:.2f}" for label, share in shares)
    sheet.text(34, 306, paid, style.size, style.face)
    sheet.text(34, 340, f"收款单位（章）：{c.hospital}", style.size, style.face)
    paper.says("hospital_name", c.hospital)
    sheet.text(300, 340, "复核人：吴芳", style.size, style.face)
    sheet.text(440, 340, "收款人：自助机03", style.size, style.face)
    seals.put(paper, sheet, 170, 338, c.hospital, "财务专用章", shape="oval", size=110, seed=63, strength=0.7)
