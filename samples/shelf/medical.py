"""Medical papers of ``samples/documents``: which paper, of whom, in which house, rendered how."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from samples import chart as ch
from samples import looks
from samples.layouts import (
    dispensary,
    examinations,
    front_page,
    inpatient,
    laboratory,
    other_houses,
    outpatient,
)
from samples.panels import PANELS
from samples.setting import Style
from samples.shelf.charts import (
    CHEN,
    FENGCHENG,
    GAOAN,
    GUANGFENG,
    HUANG,
    LIU,
    LONGHUI,
    SHANGRAO,
    SHAODONG,
    SHAOYANG,
    XIANGYA,
    YICHUN,
    YUSHAN,
)
from samples.write import Drawing, drawing

D = dt.date


def inpatients() -> list[Drawing]:
    """出院小结, 住院病案首页."""
    plain = Style("gbsn", 11)
    return [
        drawing("discharge-classic", inpatient.discharge_classic(SHAOYANG), looks.pdf()),
        drawing("discharge-grid", inpatient.discharge_grid(GUANGFENG), looks.scan("jpg", 2, 0.6)),
        drawing(
            "discharge-underlined",
            inpatient.discharge_underlined(LONGHUI),
            looks.turned(looks.photo(14, 2.0, form="webp"), 90),
        ),
        drawing("discharge-fax", inpatient.discharge_classic(XIANGYA, style=plain), looks.fax()),
        drawing(
            "discharge-full-width",
            inpatient.discharge_classic(GAOAN, style=Style("sans", 10.5)),
            looks.scan("jpg", 15, -0.8),
        ),
        drawing(
            "discharge-thumb",
            inpatient.discharge_grid(SHAODONG, style=Style("sans", 10, colon=":")),
            looks.photo(16, -3.0).with_effects(("thumb", {"x": 0.2, "y": 0.8}), findings=("obstructed",)),
        ),
        drawing(
            "discharge-photocopy",
            inpatient.discharge_underlined(
                SHANGRAO, style=Style("kai", 11, colon="", spread=True, underline=True)
            ),
            looks.copy("scan-pdf", 17, 120),
        ),
        drawing("discharge-no-seal", inpatient.discharge_grid(LONGHUI, seal=None, signed=False), looks.pdf()),
        drawing(
            "front-page", front_page.front_page(YICHUN), looks.scan("scan-pdf", 3, -0.3, dpi=130, mode="L")
        ),
        drawing(
            "front-page-hei", front_page.front_page(SHAODONG, style=Style("hei", 9, colon="")), looks.fax()
        ),
        drawing("front-page-digital", front_page.front_page(FENGCHENG, seal=False), looks.pdf()),
    ]


def laboratory_reports() -> list[Drawing]:
    """检验报告单."""
    blood = ch.chart(LIU, "邵东市中医医院", "慢阻肺", reported="2025-03-05", tests=PANELS["血常规"])
    low = looks.photo(22, 1.0).with_effects(
        ("small", {"width": 620}), findings=("low_resolution", "text_too_small")
    )
    dark = looks.photo(23, 2.0).with_effects(("dim", {"by": 0.28}), findings=("too_dark",))
    soft = looks.photo(24, 1.0).with_effects(("blur", {"radius": 4.2}), findings=("blurred",))
    return [
        drawing("lab-one-column", laboratory.lab_one_column(SHAOYANG), looks.photo(4, 3.0)),
        drawing("lab-two-columns", laboratory.lab_two_columns(YICHUN), looks.scan("png", 5, 0.2, mode="L")),
        drawing("lab-coded", laboratory.lab_coded(GUANGFENG), looks.pdf()),
        drawing(
            "lab-thermal",
            laboratory.lab_one_column(FENGCHENG, style=Style("micro", 9.5)),
            looks.photo(18, -2.0).with_effects(("thermal", {"seed": 18})),
        ),
        drawing(
            "lab-dot-matrix",
            laboratory.lab_one_column(SHAODONG, seal=True),
            looks.Look("png", dpi=150, effects=(("dot_matrix", {}),), mode="L"),
        ),
        drawing(
            "lab-upside-down",
            laboratory.lab_two_columns(blood),
            looks.turned(looks.scan("jpg", 19, 0.5), 180),
        ),
        drawing("lab-low-resolution", laboratory.lab_coded(SHANGRAO).hides(), low),
        drawing("lab-dark", laboratory.lab_one_column(replace(GAOAN, wide=False)), dark),
        drawing("lab-blurred", laboratory.lab_one_column(YUSHAN).hides(), soft),
        drawing(
            "lab-stack",
            [laboratory.lab_one_column(LONGHUI), laboratory.lab_two_columns(blood)],
            looks.fax("tiff"),
        ),
    ]


def examination_reports() -> list[Drawing]:
    """检查报告单, 病理报告."""
    shade = looks.photo(25, 2.0).with_effects(("shadow", {"seed": 25, "depth": 0.55}), findings=("shadow",))
    return [
        drawing("exam-ct", examinations.exam(YICHUN, seal=True), looks.pdf()),
        drawing(
            "exam-ultrasound",
            examinations.exam(SHAOYANG, style=Style("hei", 10.5)),
            looks.scan("jpg", 26, 0.3),
        ),
        drawing("exam-mri-month-only", examinations.exam(LONGHUI, month_only=True), looks.copy("png", 27)),
        drawing("exam-x-ray-shadow", examinations.exam(FENGCHENG, style=Style("kai", 11.5)), shade),
        drawing("exam-ecg-exif", examinations.ecg(SHAODONG), looks.by_exif(looks.photo(28, 1.0), 6)),
        drawing(
            "exam-ct-unsigned",
            examinations.exam(GAOAN, signed=False, style=Style("serif", 10.5)),
            looks.scan("webp", 29, -0.4),
        ),
        drawing("pathology", examinations.pathology(XIANGYA), looks.photo(30, 11.0)),
        drawing("pathology-digital", examinations.pathology(XIANGYA, style=Style("hei", 10.5)), looks.pdf()),
    ]


def outpatients() -> list[Drawing]:
    """门诊病历, 诊断证明, 处方, 票据."""
    return [
        drawing("outpatient-printed", outpatient.record(FENGCHENG, seal=True), looks.scan("jpg", 6, -0.5)),
        drawing("outpatient-booklet", outpatient.booklet(YICHUN), looks.photo(31, -6.0, 0.04)),
        drawing(
            "outpatient-digital",
            outpatient.record(SHANGRAO, style=Style("wenkai", 10.5, colon=":")),
            looks.pdf(),
        ),
        drawing("certificate", outpatient.certificate(GUANGFENG), looks.photo(7, -4.0)),
        drawing("certificate-ruled", outpatient.certificate_table(SHAOYANG), looks.scan("jpg", 32, 0.4)),
        drawing(
            "certificate-photocopy",
            outpatient.certificate(SHANGRAO, dates=ch.date_numerals, style=Style("kai", 11, underline=True)),
            looks.copy("png", 33),
        ),
        drawing(
            "certificate-bare",
            outpatient.certificate(LONGHUI, signed=False, seal=None, titled=False),
            looks.by_exif(looks.photo(34, 3.0), 8),
        ),
        drawing("certificate-blue-seal", outpatient.certificate(YUSHAN, colour="blue"), looks.pdf()),
        drawing("prescription", dispensary.prescription(SHAODONG), looks.photo(35, 4.0)),
        drawing(
            "prescription-scan",
            dispensary.prescription(GAOAN, style=Style("hei", 9.5)),
            looks.scan("png", 36, 0.6, mode="L"),
        ),
        drawing("invoice", dispensary.invoice(SHAOYANG), looks.pdf()),
        drawing(
            "invoice-on-screen",
            dispensary.invoice(YICHUN, style=Style("sans", 9)),
            looks.photo(37, 1.0, 0.01).with_effects(("screen", {"seed": 37}), findings=("screen_photo",)),
        ),
    ]


def bundles() -> list[Drawing]:
    """Files that hold several documents, some pages with text and some scanned."""
    text, picture = looks.pdf(), looks.scan("pdf", 57, 0.4, dpi=130, mode="L")
    return [
        drawing(
            "bundle-mixed",
            [
                inpatient.discharge_classic(YUSHAN),
                laboratory.lab_one_column(YUSHAN),
                front_page.front_page(YUSHAN, style=Style("hei", 9, colon="")),
                examinations.exam(YUSHAN),
            ],
            [text, picture, picture, text],
        ),
        drawing(
            "bundle-digital",
            [
                outpatient.record(GUANGFENG),
                laboratory.lab_coded(GUANGFENG),
                examinations.exam(GUANGFENG, style=Style("wenkai", 11)),
            ],
            text,
        ),
    ]


def other_houses_papers() -> list[Drawing]:
    """The second layouts."""
    herbal = ch.chart(CHEN, "丰城市中医院", "类风湿")
    liver = ch.chart(HUANG, "高安市人民医院", "肝硬化", reported="2025-04-22")
    hei, song = Style("hei", 10, colon=""), Style("song", 10.5, colon="")
    strip = looks.photo(64, 4.0, 0.02, dpi=200).with_effects(("thermal", {"seed": 64}))
    referral = other_houses.referral_cells(SHAODONG, "中南大学湘雅医院")
    return [
        drawing("discharge-cells", other_houses.discharge_cells(YICHUN), looks.photo(61, 2.0)),
        drawing(
            "discharge-cells-digital",
            other_houses.discharge_cells(SHAODONG, style=hei),
            looks.pdf(),
        ),
        drawing("exam-cells", other_houses.exam_cells(LONGHUI), looks.scan("jpg", 62, -0.4)),
        drawing(
            "exam-cells-digital",
            other_houses.exam_cells(GAOAN, style=song),
            looks.pdf(),
        ),
        drawing("prescription-herbal", other_houses.prescription_herbal(herbal), looks.photo(63, -3.0)),
        drawing(
            "invoice-strip",
            other_houses.charges(FENGCHENG),
            strip,
        ),
        drawing("pathology-cells", other_houses.pathology_cells(liver), looks.scan("png", 65, 0.4, mode="L")),
        drawing(
            "referral-cells",
            referral,
            looks.scan("jpg", 66, 0.5),
        ),
    ]


def everything() -> list[Drawing]:
    """All medical papers."""
    parts = (inpatients, laboratory_reports, examination_reports, outpatients, other_houses_papers, bundles)
    return [d for part in parts for d in part()]
