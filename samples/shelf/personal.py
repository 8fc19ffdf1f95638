"""Forms, cards and letters of ``samples/documents``."""

from __future__ import annotations

import datetime as dt

from samples import looks, selfie
from samples.layouts import (
    filing_form,
    forms,
    identity,
    letters,
    other_cards,
    outpatient,
    recognition,
    residence,
)
from samples.layouts.forms import Filing
from samples.paper import A4, Paper
from samples.setting import Style
from samples.shelf.charts import (
    CHEN,
    FENGCHENG,
    GAOAN,
    GUANGFENG,
    HUANG,
    LI,
    LIU,
    LONGHUI,
    OUYANG,
    SHANGRAO,
    SHAODONG,
    SHAOYANG,
    WANG,
    YANG,
    YICHUN,
    ZHANG,
)
from samples.write import Drawing, drawing

D = dt.date


def filled_forms() -> list[Drawing]:
    """申请表."""
    copd = "慢性阻塞性肺疾病"
    return [
        drawing(
            "application-jiangxi",
            forms.jiangxi(GUANGFENG, Filing("糖尿病伴有并发症", D(2025, 11, 3), title="主任医师")),
            looks.scan("jpg", 8, 0.3),
        ),
        drawing(
            "application-hunan",
            forms.hunan(SHAOYANG, Filing("高血压病3级", D(2025, 11, 3), level="三级甲等")),
            looks.pdf(),
        ),
        drawing(
            "application-jiangxi-tilted",
            forms.jiangxi(
                YICHUN, Filing(copd, D(2025, 10, 9), level="三级甲等"), style=Style("hei", 9.5, colon="")
            ),
            looks.photo(38, 9.0, dpi=150),
        ),
        drawing(
            "application-hunan-unsigned",
            forms.hunan(
                SHAODONG, Filing("冠心病", D(2025, 10, 20), doctor_signed=False, seal=None, title="")
            ),
            looks.scan("jpg", 39, -0.6),
        ),
        drawing(
            "application-text",
            forms.jiangxi(SHANGRAO, Filing("系统性红斑狼疮", D(2025, 10, 15))),
            looks.ofd(),
        ),
    ]


def recognition_forms() -> list[Drawing]:
    """认定表(卡)."""
    copd = "慢性阻塞性肺疾病"
    return [
        drawing(
            "recognition-table",
            recognition.recognition_table(YICHUN, copd, D(2023, 12, 1), D(2025, 11, 30)),
            looks.photo(9, 1.0),
        ),
        drawing(
            "recognition-card-glare",
            recognition.recognition_card(FENGCHENG, "类风湿性关节炎", D(2023, 1, 1), D(2025, 12, 31)).hides(
                "insurance_type", "claimed_disease"
            ),
            looks.photo(40, 3.0, 0.02, dpi=190).with_effects(
                ("glare", {"seed": 40, "x": 0.72, "y": 0.32, "size": 0.13}), findings=("glare",)
            ),
        ),
        drawing(
            "recognition-digital",
            recognition.recognition_table(
                GAOAN, "肝硬化", D(2024, 1, 1), D(2026, 12, 31), style=Style("micro", 11, colon="")
            ),
            looks.pdf(),
        ),
    ]


def cards() -> list[Drawing]:
    """ID cards, some of them ill photographed."""
    near = looks.photo(10, 2.0, 0.02, dpi=190)
    long = identity.id_back(CHEN, D(2012, 5, 6), None)
    cut = looks.photo(41, 0.0, 0.02, dpi=190).with_effects(
        ("crop", {"left": 0.22, "top": 0.05, "right": 1.0, "bottom": 0.8}), findings=("cut_off",)
    )
    bright = looks.photo(42, -3.0, 0.02, dpi=190).with_effects(
        ("glare", {"seed": 42, "x": 0.55, "y": 0.84, "size": 0.14}), findings=("glare",)
    )
    half = identity.id_front(HUANG).hides("patient_name", "sex", "address", "birth_date", "id_number")
    return [
        drawing("id-front", identity.id_front(LI), near),
        drawing(
            "id-back",
            identity.id_back(LI, D(2015, 6, 18), D(2035, 6, 18)),
            looks.photo(11, -2.0, 0.02, dpi=190),
        ),
        drawing("id-back-long-term", long, looks.turned(looks.photo(43, 1.0, 0.02, dpi=180), 270)),
        drawing(
            "id-front-minority",
            identity.id_front(YANG),
            looks.by_exif(looks.photo(44, 1.0, 0.02, dpi=180), 3),
        ),
        drawing(
            "id-front-small",
            identity.id_front(OUYANG),
            looks.Look("bmp", dpi=150, effects=(("small", {"width": 620}),)),
        ),
        drawing(
            "id-front-cut",
            half,
            cut,
        ),
        drawing("id-front-glare", identity.id_front(ZHANG).hides("id_number"), bright),
    ]


def selfies() -> list[Drawing]:
    """A copied card, selfies, insurance cards."""
    plain = looks.scan("jpg", 12, 0.0, dpi=130)
    return [
        drawing("id-copy", identity.id_copy(WANG, D(2016, 4, 20), None), looks.copy("scan-pdf", 45)),
        drawing("selfie", selfie.draw(LI), plain),
        drawing(
            "selfie-newspaper",
            selfie.draw(WANG, seed=2, newspaper="2025年11月18日"),
            looks.Look("heic", dpi=130, quality=42),
        ),
        drawing("selfie-no-card", selfie.draw(LIU, hold=False, seed=3), plain),
        drawing("selfie-card-unreadable", selfie.draw(YANG, legible=False, seed=4), looks.turned(plain, 90)),
        drawing(
            "social-security-card",
            identity.social_security(CHEN, D(2019, 5, 1)),
            looks.photo(46, 4.0, 0.02, dpi=190),
        ),
        drawing("voucher", identity.voucher(ZHANG), looks.Look("png", dpi=144)),
    ]


def letters_papers() -> list[Drawing]:
    """授权委托书, 承诺书."""
    return [
        drawing("authorization", letters.authorization(LI, WANG, D(2025, 11, 3)), looks.pdf()),
        drawing(
            "authorization-table",
            letters.authorization(YANG, LIU, D(2025, 12, 2), prose=False, style=Style("hei", 11)),
            looks.photo(47, -3.0),
        ),
        drawing(
            "commitment-agent",
            letters.commitment(LI, D(2025, 11, 3), agent=WANG),
            looks.scan("jpg", 48, 0.5, mode="L"),
        ),
        drawing(
            "commitment-self", letters.commitment(ZHANG, D(2025, 10, 6), style=Style("song", 12)), looks.pdf()
        ),
        drawing(
            "commitment-residence",
            letters.commitment(LIU, D(2025, 10, 8), residence="广东省东莞市长安镇"),
            looks.photo(49, 5.0),
        ),
    ]


def filing_forms() -> list[Drawing]:
    """异地就医备案表: ticked in a list, in a line, with other marks."""
    return [
        drawing(
            "filing-list",
            filing_form.filing_form(LIU, "long_residence", "广东省东莞市", D(2025, 10, 8), None),
            looks.scan("png", 13, 0.3, mode="L"),
        ),
        drawing(
            "filing-line",
            filing_form.filing_form(
                LI, "referral", "湖南省长沙市", D(2025, 10, 9), D(2026, 1, 8), listed=False, ticks="√□"
            ),
            looks.photo(50, 2.0, dpi=150),
        ),
        drawing(
            "filing-digital",
            filing_form.filing_form(
                YANG,
                "settled_retirement",
                "湖北省武汉市",
                D(2025, 9, 1),
                None,
                style=Style("micro", 10.5, colon=""),
                ticks="■□",
            ),
            looks.pdf(),
        ),
    ]


def residence_papers() -> list[Drawing]:
    """Residence, posting, referral, and what belongs to no kind."""
    blank = Paper("unknown", "blank")
    blank.sheet(A4)
    home, police = "广东省东莞市长安镇样张路12号", "东莞市公安局长安分局"
    permit = residence.residence_permit(LIU, home, police, D(2024, 6, 1), D(2027, 5, 31))
    return [
        drawing("residence-permit", permit, looks.photo(51, 3.0, 0.02, dpi=190)),
        drawing(
            "household-register",
            residence.household(YANG, home, police, D(2020, 6, 1)),
            looks.scan("scan-pdf", 52, 0.6, dpi=170),
        ),
        drawing(
            "posting-letter",
            letters.posting(
                LI, "邵阳样张机械有限公司", "广东省深圳市", D(2025, 1, 1), D(2026, 12, 31), D(2025, 10, 8)
            ),
            looks.photo(53, -2.0),
        ),
        drawing("referral", letters.referral(SHAOYANG, "中南大学湘雅医院"), looks.pdf()),
        drawing(
            "referral-image",
            letters.referral(LONGHUI, "湖南省人民医院", style=Style("kai", 11.5)),
            looks.scan("ofd-image", 54, 0.3),
        ),
        drawing("flyer", outpatient.unrelated(SHAOYANG), looks.scan("jpg", 55, 0.5, mode="L", dpi=110)),
        drawing("blank-page", blank, looks.scan("jpg", 56, 0.2, dpi=100).with_effects(findings=("blank",))),
    ]


def other_cards_papers() -> list[Drawing]:
    """The second layouts."""
    home, police = "浙江省义乌市稠城街道样张路6号", "义乌市公安局稠城派出所"
    span = (D(2025, 3, 1), D(2027, 2, 28))
    electronic = other_cards.electronic_social_card(LIU, D(2020, 9, 15))
    member = other_cards.member_page(LI, home, police, D(2019, 4, 2))
    proof = other_cards.residence_sheet(LIU, home, police, D(2024, 8, 1), D(2026, 7, 31))
    return [
        drawing(
            "social-security-screen",
            electronic,
            looks.Look("png", dpi=144),
        ),
        drawing("voucher-mini-program", other_cards.voucher_page(YANG), looks.Look("jpg", dpi=144)),
        drawing(
            "household-member-page",
            member,
            looks.photo(67, -4.0, dpi=160),
        ),
        drawing(
            "residence-sheet",
            proof,
            looks.pdf(),
        ),
        drawing(
            "posting-table",
            other_cards.posting_table(LIU, "邵东样张五金有限公司", "浙江省义乌市", *span, D(2025, 9, 28)),
            looks.scan("jpg", 68, 0.4),
        ),
    ]


def everything() -> list[Drawing]:
    """All forms, cards and letters."""
    parts = (
        filled_forms,
        recognition_forms,
        cards,
        selfies,
        letters_papers,
        filing_forms,
        residence_papers,
        other_cards_papers,
    )
    return [d for part in parts for d in part()]
