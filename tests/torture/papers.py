"""Small born-digital papers, each with bytes of its own."""

from __future__ import annotations

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
PERSON = {"name": "李建国", "id_number": "430503196703124514", "insured_place": "邵阳市大祥区"}
CASE = {
    "policy": "shaoyang-renewal",
    "channel": "counter",
    "submitted_on": "2025-11-20",
    "applicant": {**PERSON, "insurance": "employee"},
    "diseases": ["高血压病3级"],
}


def paper(mark: str) -> bytes:
    """A one-page discharge summary; ``mark`` makes it unlike all others."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200), invariant=1)
    canvas.setFont("STSong-Light", 12)
    for row, line in enumerate(
        ("邵阳市中心医院", "出院小结", f"姓名：{PERSON['name']}", "出院诊断：高血压病3级", f"病历号：{mark}")
    ):
        canvas.drawString(20, 170 - 25 * row, line)
    canvas.save()
    return out.getvalue()
