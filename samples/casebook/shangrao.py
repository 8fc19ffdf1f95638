"""上饶 门诊慢特病资格申请: ID card, application form, a medical paper, a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

from samples import chart as ch
from samples import looks, people
from samples.casebook import houses
from samples.casebook.case import ALWAYS, DOUBT, Case, application, build, cards, named, papers
from samples.layouts import examinations, forms, outpatient
from samples.layouts.forms import Filing
from samples.panels import PANELS
from samples.people import person

POLICY = "shangrao-application"
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
        "form": forms.jiangxi(c, filing, style=houses.form_style(c)),
        "discharge": houses.discharge(c),
        "report": houses.laboratory_report(c),
    }


_case = partial(build, POLICY, BASE)


def one_visit() -> Case:
    """One visit is shown where the standard counts three. It is not adopted: advisory."""
    who = person("叶根生", "男", "1963-03-21", "guangfeng", 43, "resident")
    c = ch.chart(who, "上饶市广丰区人民医院", "高血压", visited="2025-10-09", reported="2025-10-09")
    files = {
        "form": forms.jiangxi(c, Filing("高血压伴有并发症", SIGNED)),
        "outpatient": outpatient.record(c),
        "echo": examinations.exam(c),
    }
    return _case(
        13,
        "R09",
        application(POLICY, who, "2025-11-12", ["高血压伴有并发症"]),
        cards(who, "copy", 431) + papers("digital", 432, files),
        checks={"disease-evidence": DOUBT},
    )


def check_digit() -> Case:
    """The ID number has a wrong check digit, in the application and on every paper."""
    who = person("胡水根", "男", "1955-10-10", "poyang", 44, "resident")
    right = people.check_digit(who.id_number[:17])
    number = who.id_number[:17] + str((int(right.replace("X", "9")) + 3) % 10)
    c = replace(ch.chart(who, "鄱阳县中医院", "慢阻肺"), number=number)
    return _case(
        14,
        "R03",
        application(POLICY, who, "2025-11-12", ["慢性阻塞性肺疾病"], applicant={"id_number": number}),
        cards(who, "photo", 441, number=number)
        + papers("digital", 443, _named(c, Filing("慢性阻塞性肺疾病", SIGNED))),
        route=["needs_correction", "needs_attention"],
        checks={"id-number-valid": "unmet", "identity-consistent": ["met", "unknown"]},
    )


def sound_mixed() -> Case:
    """One PDF holds form, discharge record and report, some pages scanned."""
    a = person("徐文斌", "男", "1964-02-19", "guangfeng", 31)
    ca = ch.chart(a, "上饶市广丰区人民医院", "糖尿病", title="主任医师")
    return _case(
        1,
        "sound",
        application(POLICY, a, "2025-11-10", ["糖尿病伴有并发症"]),
        cards(a, "photo", 311)
        + papers("mixed", 313, _named(ca, Filing("糖尿病伴有并发症", SIGNED, title="主任医师"))),
    )


def sound_phone_turned() -> Case:
    """Phone photos that lie on their sides by EXIF; the disease by its short name."""
    b = person("余秀英", "女", "1958-06-28", "xinzhou", 32, "resident")
    cb = ch.chart(b, "上饶市人民医院", "慢阻肺")
    phone = {
        "form": forms.jiangxi(cb, Filing("慢阻肺", SIGNED, level="三级甲等")),
        "certificate": outpatient.certificate(cb),
        "ct": examinations.exam(cb),
    }
    lying = [
        replace(d, looks=tuple(looks.by_exif(k, (6, 8, 3)[n % 3]) for k in d.looks))
        for n, d in enumerate(papers("photo", 322, phone))
    ]
    return _case(
        2, "sound", application(POLICY, b, "2025-11-10", ["慢阻肺"]), cards(b, "photo", 321, end=None) + lying
    )


def certificate_for_discharge() -> Case:
    """Stroke needs a discharge summary; a certificate is filed. Standard not adopted: advisory."""
    c = person("程立新", "男", "1959-09-15", "dexing", 33)
    cc = ch.chart(
        c, "德兴市人民医院", "脑卒中", visited="2025-10-16", issued="2025-10-16", reported="2025-10-15"
    )
    stroke = {
        "form": forms.jiangxi(cc, Filing("脑卒中", SIGNED)),
        "certificate": outpatient.certificate_table(cc),
        "mri": examinations.exam(cc),
    }
    return _case(
        3,
        "R13",
        application(POLICY, c, "2025-11-10", ["脑卒中"]),
        cards(c, "copy", 331) + papers("digital", 332, stroke),
        checks={"disease-evidence": DOUBT},
    )


def attending_physician() -> Case:
    """The form is signed by a 主治医师; 副主任医师 or above is demanded."""
    a = person("祝海燕", "女", "1971-03-08", "yushan", 34)
    ca = ch.chart(a, "玉山县人民医院", "类风湿", title="主治医师")
    return _case(
        4,
        "R06",
        application(POLICY, a, "2025-11-11", ["类风湿性关节炎"]),
        cards(a, "copy", 341)
        + papers("digital", 342, _named(ca, Filing("类风湿性关节炎", SIGNED, title="主治医师"))),
        route="needs_correction",
        checks={"physician-title": "unmet"},
    )


def unsigned_form() -> Case:
    """The title is printed, but no physician signed the form."""
    b = person("毛国平", "男", "1960-10-22", "xinzhou", 35)
    cb = ch.chart(b, "上饶市立医院", "冠心病")
    return _case(
        5,
        "R06",
        application(POLICY, b, "2025-11-11", ["冠心病"]),
        cards(b, "photo", 351)
        + papers("scan", 353, _named(cb, Filing("冠心病", SIGNED, doctor_signed=False))),
        route="needs_correction",
        checks={"physician-signature": "unmet"},
    )


def no_seal() -> Case:
    """No seal stands on the application form."""
    c = person("江月娥", "女", "1954-12-12", "poyang", 36, "resident")
    cc = ch.chart(c, "鄱阳县人民医院", "糖尿病")
    return _case(
        6,
        "R05",
        application(POLICY, c, "2025-11-11", ["糖尿病伴有并发症"]),
        cards(c, "photo", 361)
        + papers("photo", 363, _named(cc, Filing("糖尿病伴有并发症", SIGNED, seal=None))),
        route="needs_correction",
        checks={"hospital-seal": "unmet"},
    )


def seal_of_another() -> Case:
    """The certificate of one hospital carries the seal of another."""
    d = person("郑光明", "男", "1967-08-16", "yushan", 37)
    cd = ch.chart(d, "玉山县人民医院", "肝硬化")
    foreign = _named(cd, Filing("肝硬化", SIGNED)) | {
        "discharge": outpatient.certificate(cd, seal="上饶市立医院")
    }
    foreign["certificate"] = foreign.pop("discharge")
    return _case(
        7,
        "R05",
        application(POLICY, d, "2025-11-11", ["肝硬化"]),
        cards(d, "copy", 371) + papers("scan", 372, foreign),
        route=["needs_correction", "needs_attention"],
        checks={"hospital-seal": DOUBT},
    )


def form_left_blank() -> Case:
    """The physician's opinion, both signatures and the seal are missing from the form."""
    e = person("詹丽君", "女", "1976-01-31", "guangfeng", 38)
    ce = ch.chart(e, "上饶市广丰区中医院", "狼疮")
    blank = Filing("系统性红斑狼疮", SIGNED, title="", doctor_signed=False, applicant_signed=False, seal=None)
    return _case(
        8,
        "R11",
        application(POLICY, e, "2025-11-11", ["系统性红斑狼疮"]),
        cards(e, "photo", 381) + papers("digital", 383, _named(ce, blank)),
        route="needs_correction",
        checks={"physician-title": DOUBT, "physician-signature": "unmet", "hospital-seal": "unmet"},
    )


def not_in_catalogue() -> Case:
    """甲状腺结节 stands in no catalogue of Jiangxi."""
    a = person("俞建军", "男", "1975-04-04", "dexing", 39)
    ca = ch.chart(a, "德兴市人民医院", "甲状腺结节")
    return _case(
        9,
        "R04",
        application(POLICY, a, "2025-11-12", ["甲状腺结节"]),
        cards(a, "copy", 391) + papers("bundle", 392, _named(ca, Filing("甲状腺结节", SIGNED))),
        route=["needs_correction", "needs_attention"],
        checks={"disease-listed": "unmet", "disease-supported": ["met", "unknown", "not_applicable"]},
    )


def near_name() -> Case:
    """糖尿病 without complications is near a listed disease, and is not it."""
    b = person("苏桂花", "女", "1966-02-02", "yushan", 40, "resident")
    cb = replace(ch.chart(b, "玉山县人民医院", "糖尿病"), diagnoses=("2型糖尿病",))
    return _case(
        10,
        "R04",
        application(POLICY, b, "2025-11-12", ["糖尿病"]),
        cards(b, "photo", 401) + papers("digital", 403, _named(cb, Filing("糖尿病", SIGNED))),
        route=["needs_attention", "needs_correction"],
        checks={"disease-listed": DOUBT, "disease-supported": ["met", "unknown", "not_applicable"]},
    )


def two_diseases() -> Case:
    """One form claims two diseases; the portal states one, and the other has no evidence."""
    c = person("方志诚", "男", "1962-05-05", "xinzhou", 41)
    cc = ch.chart(c, "上饶市人民医院", "糖尿病")
    several = Filing("糖尿病伴有并发症", SIGNED, extra_disease="冠心病")
    return _case(
        11,
        "R12",
        application(POLICY, c, "2025-11-12", ["糖尿病伴有并发症"]),
        cards(c, "copy", 411) + papers("digital", 412, _named(cc, several)),
        route=["needs_attention", "needs_correction"],
        checks={
            "disease-listed": ["met", "unknown", "unmet"],
            "disease-supported": ["met", "unknown", "unmet"],
        },
    )


def index_below_threshold() -> Case:
    """Kidney failure is claimed, creatinine is far too low for it. Standard not adopted: advisory."""
    d = person("汪美玲", "女", "1969-11-27", "poyang", 42)
    cd = replace(ch.chart(d, "鄱阳县人民医院", "尿毒症"), tests=PANELS["肾功能"])
    return _case(
        12,
        "R10",
        application(POLICY, d, "2025-11-12", ["慢性肾功能衰竭(尿毒症期)"]),
        cards(d, "photo", 421) + papers("scan", 423, _named(cd, Filing("慢性肾功能衰竭(尿毒症期)", SIGNED))),
        checks={"disease-evidence": DOUBT},
    )


def cases() -> list[Case]:
    """All cases of this policy."""
    return [
        named(make)
        for make in (
            sound_mixed,
            sound_phone_turned,
            certificate_for_discharge,
            attending_physician,
            unsigned_form,
            no_seal,
            seal_of_another,
            form_left_blank,
            not_in_catalogue,
            near_name,
            two_diseases,
            index_below_threshold,
            one_visit,
            check_digit,
        )
    ]
