"""宜春 门特病续期: ID or social security card, recognition form, a record and a report of two years."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

from samples import chart as ch
from samples import looks
from samples.casebook import houses
from samples.casebook.case import ALWAYS, EITHER, Case, application, build, cards, named, papers
from samples.layouts import examinations, identity, inpatient, laboratory, outpatient, recognition
from samples.people import person
from samples.setting import Style
from samples.write import drawing

POLICY = "yichun-renewal"
BASE = ALWAYS | {
    "disease-listed": "met",
    "disease-supported": "met",
    "hospital-level": "met",
    "report-recent": "met",
    "date-order": "met",
    "renewal-window": "met",
    "physician-title": "not_applicable",
    "physician-signature": "not_applicable",
    "id-selfie": "not_applicable",
    "agent-authorised": "not_applicable",
}
D = dt.date


def _named(c: ch.Chart, disease: str, end: dt.date, *, start: dt.date | None = None) -> dict[str, Any]:
    """Recognition form, discharge record, report: the plain set of this policy."""
    start = start or D(end.year - 2, end.month, 1)
    return {
        "recognition": recognition.recognition_table(c, disease, start, end, style=houses.form_style(c)),
        "discharge": houses.discharge(c),
        "report": houses.laboratory_report(c),
    }


_case = partial(build, POLICY, BASE)


def record_of_another() -> Case:
    """The discharge record is of another person: name and ID number differ."""
    who = person("谢春生", "男", "1958-03-03", "zhangshu", 18)
    other = person("谢秋生", "男", "1953-07-19", "zhangshu", 19)
    c = ch.chart(who, "樟树市中医院", "类风湿")
    files = _named(c, "类风湿性关节炎", D(2026, 1, 31))
    wrong = ch.chart(other, "樟树市中医院", "类风湿")
    files["discharge"] = inpatient.discharge_grid(wrong)
    return _case(
        8,
        "R03",
        application(POLICY, who, "2025-11-20", ["类风湿性关节炎"]),
        cards(who, "photo", 181) + papers("bundle", 183, files),
        route="needs_correction",
        checks={"identity-consistent": "unmet", "disease-supported": EITHER, "date-order": EITHER},
    )


def sound_digital() -> Case:
    """Born-digital papers of a level-3 hospital, the ID card as a copied page."""
    a = person("周建平", "男", "1961-04-17", "yuanzhou", 11)
    ca = ch.chart(a, "宜春市人民医院", "慢阻肺")
    return _case(
        1,
        "sound",
        application(POLICY, a, "2025-11-05", ["慢性阻塞性肺疾病"]),
        cards(a, "copy", 111) + papers("digital", 112, _named(ca, "慢性阻塞性肺疾病", D(2025, 12, 31))),
    )


def sound_phone() -> Case:
    """Phone photos; a social security card in place of the ID card; a recognition card."""
    b = person("邓美华", "女", "1956-08-09", "fengcheng", 12, "resident")
    cb = ch.chart(b, "丰城市中医院", "类风湿", visited="2025-09-16", reported="2025-09-16")
    phone = {
        "card": recognition.recognition_card(cb, "类风湿性关节炎", D(2023, 1, 1), D(2025, 12, 31)),
        "outpatient": outpatient.record(cb),
        "x-ray": examinations.exam(cb),
    }
    ssc = drawing(
        "social-security-card",
        identity.social_security(b, D(2019, 6, 1)),
        looks.photo(121, 3.0, 0.02, dpi=165),
    )
    return _case(
        2,
        "sound",
        application(POLICY, b, "2025-11-12", ["类风湿性关节炎"]),
        [ssc, *papers("photo", 122, phone)],
        checks={"id-card-valid": ["not_applicable", "met"]},
    )


def boundary_lookback() -> Case:
    """Record and report exactly 24 months old on the day of submission."""
    c = person("熊国庆", "男", "1968-10-01", "zhangshu", 13)
    cc = ch.chart(
        c, "樟树市人民医院", "冠心病", admitted="2023-10-28", discharged="2023-11-05", reported="2023-11-05"
    )
    return _case(
        3,
        "sound",
        application(POLICY, c, "2025-11-05", ["冠心病"]),
        cards(c, "photo", 131)
        + papers("scan", 133, _named(cc, "冠心病", D(2025, 11, 30), start=D(2023, 12, 1))),
    )


def last_day() -> Case:
    """Submitted on the day on which the entitlement ends."""
    d = person("付桂兰", "女", "1950-02-27", "gaoan", 14, "resident")
    cd = ch.chart(d, "高安市人民医院", "脑卒中")
    return _case(
        4,
        "sound",
        application(POLICY, d, "2025-11-30", ["脑卒中"]),
        cards(d, "copy", 141, end=None) + papers("mixed", 142, _named(cd, "脑卒中", D(2025, 11, 30))),
    )


def no_recognition_form() -> Case:
    """The recognition form is not there."""
    a = person("彭志刚", "男", "1965-06-14", "wanzai", 15)
    ca = ch.chart(a, "万载县人民医院", "糖尿病")
    files = _named(ca, "糖尿病伴有并发症", D(2025, 12, 31))
    return _case(
        5,
        "R01",
        application(POLICY, a, "2025-11-06", ["糖尿病伴有并发症"]),
        cards(a, "photo", 151) + papers("bundle", 153, {k: files[k] for k in ("discharge", "report")}),
        route="needs_correction",
        checks={"material-present": "unmet", "renewal-window": "unknown"},
        subjects=[("material-present", "recognition_form", "unmet")],
    )


def blurred_record() -> Case:
    """The only record is a photo out of focus; nothing on it can be read."""
    b = person("黎秋香", "女", "1962-09-23", "yuanzhou", 16)
    cb = ch.chart(b, "宜春市人民医院", "肝硬化")
    nb = _named(cb, "肝硬化", D(2025, 12, 31))
    fuzzy = looks.photo(163, 2.0, dpi=120).with_effects(("blur", {"radius": 6.5}), findings=("blurred",))
    return _case(
        6,
        "R02",
        application(POLICY, b, "2025-11-06", ["肝硬化"]),
        [
            *cards(b, "copy", 161),
            *papers("digital", 162, {k: nb[k] for k in ("recognition", "report")}),
            drawing("discharge", nb["discharge"].hides(), fuzzy),
        ],
        route="needs_attention",
        checks={
            "material-present": EITHER,
            "material-legible": "unknown",
            "identity-consistent": EITHER,
            "hospital-level": EITHER,
            "report-recent": "unknown",
            "date-order": EITHER,
            "disease-supported": EITHER,
        },
    )


def stale_report() -> Case:
    """The only report is one day older than 24 months; the record is recent."""
    c = person("钟文辉", "男", "1970-12-05", "fengcheng", 17)
    cc = ch.chart(c, "丰城市人民医院", "慢阻肺")
    nc = _named(cc, "慢性阻塞性肺疾病", D(2025, 12, 31))
    nc["report"] = laboratory.lab_two_columns(replace(cc, reported=D(2023, 11, 4)))
    return _case(
        7,
        "R08",
        application(POLICY, c, "2025-11-05", ["慢性阻塞性肺疾病"]),
        cards(c, "copy", 171) + papers("digital", 172, nc),
        route="needs_correction",
        checks={"report-recent": "unmet"},
    )


def too_early() -> Case:
    """Submitted 91 days before the entitlement ends; the window opens 90 days before."""
    a = person("罗振华", "男", "1966-11-11", "gaoan", 20)
    ca = ch.chart(a, "高安市中医院", "冠心病")
    return _case(
        9,
        "R14",
        application(POLICY, a, "2025-12-30", ["冠心病"]),
        cards(a, "photo", 201) + papers("digital", 203, _named(ca, "冠心病", D(2026, 3, 31))),
        route="needs_correction",
        checks={"renewal-window": "unmet"},
    )


def expired() -> Case:
    """Submitted the day after the entitlement ended: recognition must be applied for anew."""
    b = person("聂小红", "女", "1973-05-30", "yuanzhou", 21)
    cb = ch.chart(b, "宜春市人民医院", "狼疮")
    return _case(
        10,
        "R14",
        application(POLICY, b, "2025-12-01", ["系统性红斑狼疮"]),
        cards(b, "copy", 211) + papers("bundle", 212, _named(cb, "系统性红斑狼疮", D(2025, 11, 30))),
        route="needs_correction",
        checks={"renewal-window": "unmet"},
    )


def township_hospital() -> Case:
    """Record and report come from a 卫生院, which is level 1 by its kind."""
    c = person("万国栋", "男", "1957-01-26", "fengcheng", 22, "resident")
    cc = ch.chart(c, "丰城市上塘镇卫生院", "慢阻肺")
    nc = _named(replace(cc, hospital="丰城市人民医院"), "慢性阻塞性肺疾病", D(2025, 12, 31))
    nc |= {"discharge": inpatient.discharge_underlined(cc), "report": laboratory.lab_coded(cc)}
    return _case(
        11,
        "R07",
        application(POLICY, c, "2025-11-18", ["慢性阻塞性肺疾病"]),
        cards(c, "photo", 221, end="2034-09-01") + papers("scan", 223, nc),
        route="needs_correction",
        checks={"hospital-level": "unmet"},
    )


def unknown_hospital() -> Case:
    """An invented hospital that stands in no directory and prints no grade."""
    d = person("涂玉珍", "女", "1964-07-07", "yuanzhou", 23, "resident")
    cd = ch.chart(d, "宜春样张康复医院", "脑卒中")
    nd = _named(replace(cd, hospital="宜春市人民医院"), "脑卒中", D(2025, 12, 31))
    nd |= {
        "discharge": inpatient.discharge_grid(cd, style=Style("micro", 10, colon=":")),
        "report": examinations.exam(cd),
    }
    return _case(
        12,
        "R07",
        application(POLICY, d, "2025-11-18", ["脑卒中"]),
        cards(d, "copy", 231) + papers("digital", 232, nd),
        route="needs_attention",
        checks={"hospital-level": "unknown"},
    )


def cases() -> list[Case]:
    """All cases of this policy."""
    return [
        named(make)
        for make in (
            sound_digital,
            sound_phone,
            boundary_lookback,
            last_day,
            no_recognition_form,
            blurred_record,
            stale_report,
            record_of_another,
            too_early,
            expired,
            township_hospital,
            unknown_hospital,
        )
    ]
