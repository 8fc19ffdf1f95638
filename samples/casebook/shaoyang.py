"""邵阳 资格申请: the application of Hunan's kind; levels, places, cards and diagnoses."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

from samples import chart as ch
from samples import looks
from samples.casebook import houses
from samples.casebook.case import ALWAYS, DOUBT, EITHER, Case, application, build, cards, named, papers
from samples.layouts import examinations, forms, front_page, inpatient
from samples.layouts.forms import Filing
from samples.people import person
from samples.write import drawing

POLICY = "shaoyang-application"
BASE = ALWAYS | {
    "disease-listed": "met",
    "disease-supported": "met",
    "hospital-level": "met",
    "physician-title": "met",
    "physician-signature": "met",
    "hospital-seal": "met",
    "report-recent": "met",
    "date-order": "met",
    "renewal-window": "not_applicable",
    "id-selfie": "not_applicable",
    "agent-authorised": "not_applicable",
}
D = dt.date
SIGNED = D(2025, 11, 3)


def _named(c: ch.Chart, filing: Filing) -> dict[str, Any]:
    return {
        "form": forms.hunan(c, filing, style=houses.form_style(c)),
        "discharge": houses.discharge(c),
        "report": examinations.exam(c),
    }


_case = partial(build, POLICY, BASE)


def sound_digital() -> Case:
    """Born-digital papers; the grade of the hospital is printed on the form."""
    a = person("唐忠良", "男", "1960-01-09", "daxiang", 51)
    ca = ch.chart(a, "邵阳市中心医院", "高血压")
    return _case(
        1,
        "sound",
        application(POLICY, a, "2025-11-12", ["高血压病3级"]),
        cards(a, "copy", 511)
        + papers("digital", 512, _named(ca, Filing("高血压病3级", SIGNED, level="三级甲等"))),
    )


def sound_photo_tiff() -> Case:
    """Photos of form and ECG, the 病案首页 as a two-page TIFF."""
    b = person("蒋冬梅", "女", "1965-12-20", "longhui", 52, "resident")
    cb = ch.chart(b, "隆回县人民医院", "冠心病", title="主任医师")
    phone = {
        "form": forms.hunan(cb, Filing("冠心病", SIGNED, title="主任医师")),
        "front-page": front_page.front_page(cb),
        "ecg": examinations.ecg(cb),
    }
    scans = [
        replace(d, looks=(looks.scan("tiff", 525, 0.3, dpi=124, mode="L"),)) if d.stem == "front-page" else d
        for d in papers("photo", 523, phone)
    ]
    return _case(2, "sound", application(POLICY, b, "2025-11-12", ["冠心病"]), cards(b, "photo", 521) + scans)


def diagnosis_of_another_kind() -> Case:
    """High blood pressure is claimed; record and form speak of a thyroid nodule."""
    a = person("曾德胜", "男", "1969-07-01", "shuangqing", 53)
    ca = ch.chart(a, "邵阳市中心医院", "甲状腺结节")
    na = _named(ca, Filing("高血压病3级", SIGNED))
    return _case(
        3,
        "R04",
        application(POLICY, a, "2025-11-13", ["高血压病3级"]),
        cards(a, "photo", 531) + papers("bundle", 533, na),
        route=["needs_correction", "needs_attention"],
        checks={"disease-supported": DOUBT},
    )


def diagnosis_too_mild() -> Case:
    """Grade 3 is claimed; every paper says grade 2, which is near and not it."""
    b = person("岳小平", "女", "1972-09-09", "dongkou", 54, "resident")
    cb = replace(ch.chart(b, "洞口县人民医院", "高血压"), diagnoses=("高血压病2级（中危）",))
    return _case(
        4,
        "R04",
        application(POLICY, b, "2025-11-13", ["高血压病3级"]),
        cards(b, "copy", 541) + papers("digital", 542, _named(cb, Filing("高血压病3级", SIGNED))),
        route=["needs_correction", "needs_attention"],
        checks={"disease-supported": DOUBT},
    )


def no_report() -> Case:
    """No test or examination report is among the files."""
    c = person("石敬之", "男", "1957-05-17", "shaodong", 55)
    cc = ch.chart(c, "邵东市人民医院", "肝硬化")
    return _case(
        5,
        "R01",
        application(POLICY, c, "2025-11-13", ["肝硬化"]),
        cards(c, "copy", 551)
        + papers(
            "scan", 552, {k: v for k, v in _named(cc, Filing("肝硬化", SIGNED)).items() if k != "report"}
        ),
        route="needs_correction",
        checks={"material-present": "unmet", "report-recent": DOUBT},
    )


def hospital_without_level() -> Case:
    """The directory knows the hospital, but not its level."""
    d = person("雷艳红", "女", "1968-03-30", "dongkou", 56)
    cd = ch.chart(d, "新邵县人民医院", "类风湿")
    return _case(
        6,
        "R07",
        application(POLICY, d, "2025-11-13", ["类风湿关节炎"]),
        cards(d, "photo", 561) + papers("digital", 563, _named(cd, Filing("类风湿关节炎", SIGNED))),
        route="needs_attention",
        checks={"hospital-level": "unknown"},
    )


def residents_only() -> Case:
    """尘肺病 is open to residents only; the applicant is insured as an employee."""
    e = person("易长庚", "男", "1961-06-06", "shaodong", 57)
    ce = replace(ch.chart(e, "邵东市中医医院", "慢阻肺"), diagnoses=("煤工尘肺叁期", "慢性支气管炎"))
    return _case(
        7,
        "R04",
        application(POLICY, e, "2025-11-13", ["尘肺病"]),
        cards(e, "copy", 571) + papers("bundle", 572, _named(ce, Filing("尘肺病", SIGNED))),
        route=["needs_correction", "needs_attention"],
        checks={"disease-listed": "unmet", "disease-supported": EITHER},
    )


def insured_elsewhere() -> Case:
    """Insured in 长沙, which another bureau serves."""
    a = person("肖建华", "男", "1964-04-14", "wugang", 58)
    ca = ch.chart(a, "武冈市人民医院", "冠心病")
    far = Filing("冠心病", SIGNED, insured_place="长沙市岳麓区")
    return _case(
        8,
        "R16",
        application(POLICY, a, "2025-11-14", ["冠心病"], applicant={"insured_place": "长沙市岳麓区"}),
        cards(a, "copy", 581) + papers("digital", 582, _named(ca, far)),
        route=["needs_correction", "needs_attention"],
        checks={"insured-place": "unmet"},
    )


def expired_id_card() -> Case:
    """The ID card expired the day before submission."""
    b = person("龙秀梅", "女", "1971-10-18", "shuangqing", 59)
    cb = ch.chart(b, "邵阳市中心医院", "狼疮")
    return _case(
        9,
        "R08",
        application(POLICY, b, "2025-11-14", ["系统性红斑狼疮"]),
        cards(b, "photo", 591, end="2025-11-13")
        + papers("digital", 593, _named(cb, Filing("系统性红斑狼疮", SIGNED))),
        route="needs_correction",
        checks={"id-card-valid": "unmet"},
    )


def number_of_another() -> Case:
    """The record prints a valid ID number that is not the applicant's."""
    c = person("阳志远", "男", "1959-02-11", "dongkou", 60)
    cc = ch.chart(c, "洞口县人民医院", "慢阻肺")
    swapped = _named(cc, Filing("慢性阻塞性肺疾病", SIGNED))
    swapped["discharge"] = inpatient.discharge_grid(
        replace(cc, number=person("某某", "男", "1963-02-11", "dongkou", 61).id_number)
    )
    return _case(
        10,
        "R03",
        application(POLICY, c, "2025-11-14", ["慢性阻塞性肺疾病"]),
        cards(c, "copy", 601) + papers("bundle", 602, swapped),
        route="needs_correction",
        checks={"identity-consistent": "unmet", "date-order": EITHER},
    )


def glare_on_id_card() -> Case:
    """Lamp light lies over name and number of the ID card."""
    d = person("袁桂芳", "女", "1953-08-24", "shaodong", 62, "resident")
    cd = ch.chart(d, "邵东市人民医院", "糖尿病")
    shiny = looks.photo(623, 1.0, 0.02, dpi=170).with_effects(
        ("glare", {"seed": 1, "x": 0.55, "y": 0.8, "size": 0.3}),
        ("glare", {"seed": 2, "x": 0.3, "y": 0.3, "size": 0.22}),
        findings=("glare",),
    )
    front, back = cards(d, "photo", 621, end=None)
    return _case(
        11,
        "R02",
        application(POLICY, d, "2025-11-14", ["糖尿病"]),
        [
            drawing("id-front", front.papers[0].hides(), shiny),
            back,
            *papers("digital", 624, _named(cd, Filing("糖尿病", SIGNED))),
        ],
        route="needs_attention",
        checks={
            "material-present": EITHER,
            "material-legible": EITHER,
            "identity-consistent": EITHER,
            "id-number-valid": EITHER,
        },
    )


def cases() -> list[Case]:
    """All cases of this policy."""
    return [
        named(make)
        for make in (
            sound_digital,
            sound_photo_tiff,
            diagnosis_of_another_kind,
            diagnosis_too_mild,
            no_report,
            hospital_without_level,
            residents_only,
            insured_elsewhere,
            expired_id_card,
            number_of_another,
            glare_on_id_card,
        )
    ]
