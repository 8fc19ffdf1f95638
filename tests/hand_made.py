"""A verdict made by hand, with every shape that the doors must show. All people are invented."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw

from ocr.types import (
    Barcode,
    Document,
    DocumentKind,
    Engine,
    Face,
    Field,
    Finding,
    Marks,
    Page,
    Quality,
    Reading,
    Refusal,
    Seal,
    Signature,
    Source,
    TextLine,
)
from validators.verdict import (
    CheckResult,
    Correction,
    Evidence,
    Outcome,
    PolicyRef,
    Route,
    Verdict,
)

ENGINE = Engine("paddleocr+onnxruntime", {"rec": "b" * 64, "det": "a" * 64}, "3.7.0")
NUMBER = "430503196703124512"
BOX = (100.4, 100.6, 300.0, 140.0)


@dataclass(frozen=True, slots=True)
class PageImage:
    """The shape of the pipeline's page images."""

    file: str
    page: int
    width: int
    height: int
    jpeg: bytes


def page(number: int = 1, *findings: Finding) -> Page:
    line = TextLine("出院小结", ((100.2, 20.0), (300.0, 20.0), (300.0, 60.0), (100.2, 60.0)), 0.98765432)
    quality = Quality(findings, {"sharpness": 0.41234567, "contrast": float("nan")})
    return Page(number, 1000, 1400, Source.OCR, 90, quality, (line,))


def field(value: object, *, raw: str = "", confidence: float | None = 0.987654, number: int = 1) -> Field:
    return Field(value, raw or str(value), confidence, number, BOX, Source.OCR)  # type: ignore[arg-type]


def discharge(name: str = "李建国") -> Document:
    rows = {"name": "血糖", "result": "7.8", "unit": "mmol/L", "reference": "3.9-6.1", "flag": "↑"}
    return Document(
        file="出院小结.jpg",
        sha256="c" * 64,
        media_type="image/jpeg",
        kind=DocumentKind.DISCHARGE_SUMMARY,
        kind_confidence=0.98,
        pages=(page(), page(2, Finding.BLURRED)),
        fields={
            "test_items": (field(rows, raw="血糖 7.8 ↑"),),
            "hospital_name": (field("邵阳市某某医院"),),
            "patient_name": (field(name),),
            "id_number": (field(NUMBER),),
            "age": (field(58, confidence=None),),
        },
        marks=Marks(
            seals=(Seal("邵阳市某某医院", "red", "round", 1, (600.0, 900.0, 800.0, 1100.0), 0.7),),
            signatures=(Signature("physician", None, 1, (300.0, 1000.0, 500.0, 1060.0), None),),
            faces=(Face(1, (10.0, 10.0, 60.0, 80.0), 0.5),),
            barcodes=(Barcode("QRCode", "https://example.invalid/1", 1, (800.0, 20.0, 900.0, 120.0)),),
        ),
    )


def refused() -> Document:
    refusal = Refusal("FILE-002", "文件不完整。", "请重新上传原文件。")
    return Document(file="报告.pdf", sha256="d" * 64, media_type=None, refused=refusal)


def reading(name: str = "李建国") -> Reading:
    return Reading((discharge(name), refused()), ENGINE)


def check(
    identity: str, outcome: Outcome, message: str, *evidence: Evidence, advisory: bool = False
) -> CheckResult:
    remedy = "请到医院补盖公章后重新上传。" if outcome is Outcome.UNMET else None
    clause = "出院小结须加盖医院印章（依据：样例规则，2025，可信级别 D）"
    code = f"{identity[:4].upper()}-001"
    return CheckResult(
        identity, outcome, code, "出院小结.jpg", message, clause, remedy, evidence, advisory=advisory
    )


def verdict(case: str = "案件-01", name: str = "李建国") -> Verdict:
    on_hospital = Evidence("出院小结.jpg", 1, "hospital_name", "邵阳市某某医院", BOX, 0.98)
    on_number = Evidence("出院小结.jpg", 1, "id_number", NUMBER, (100.0, 200.0, 420.0, 240.0), 0.97)
    checks = (
        check("hospital-level", Outcome.MET, "医院为二级。", on_hospital),
        check("hospital-seal", Outcome.UNMET, "没有看到医院印章。", on_hospital),
        check("identity-consistent", Outcome.UNKNOWN, f"{name}（{NUMBER}）与材料核对不全。", on_number),
        check("material-legible", Outcome.UNMET, "报告.pdf 打不开。", Evidence("报告.pdf")),
        check("report-recent", Outcome.UNKNOWN, "第 2 页画面模糊。", Evidence("出院小结.jpg", 2)),
        check("disease-evidence", Outcome.UNKNOWN, "须由审核人员核对。", advisory=True),
        check("agent-authorised", Outcome.NOT_APPLICABLE, "由本人办理。"),
    )
    return Verdict(
        case=case,
        policy=PolicyRef("shaoyang-application", "2025-03-01", "e" * 64),
        route=Route.NEEDS_CORRECTION,
        checks=checks,
        corrections=(Correction("SEAL-001", f"请补盖印章（{NUMBER}）。"),),
        documents=(discharge(name), refused()),
        engine=ENGINE,
        digest="f" * 64,
    )


def images() -> tuple[PageImage, ...]:
    picture = Image.new("RGB", (500, 700), "white")
    ImageDraw.Draw(picture).rectangle((50, 50, 150, 70), fill="black")
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=60)
    return tuple(PageImage("出院小结.jpg", number, 1000, 1400, stream.getvalue()) for number in (1, 2))
