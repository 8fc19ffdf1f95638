"""Papers and a pack with an adopted standard, for the tests of recognition standards."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from builders import ENGINE, NAME, NUMBER, K, application, discharge, document, page, results

from ocr.types import Document, DocumentKind
from validators.check import check_case
from validators.pack import Pack, pack_in_force
from validators.verdict import CheckResult, Verdict

WOMAN = "430503196703124522"
CHILD = "43050320140312521X"
TEENAGER = "430503200903125211"
LEVEL = "三级甲等"
HOSPITAL = "上饶信江医院"
"""In no directory, so that the printed level decides."""


def adopted(policy: str = "shangrao-application") -> Pack:
    """The shipped pack as a bureau would have it that has adopted its standard."""
    pack = pack_in_force(dt.date(2025, 11, 20), policy=policy)
    held = tuple(rule.model_copy(update={"adopted": True}) for rule in pack.policy.standards)
    checks = {key: value for key, value in pack.policy.checks.items() if key != "disease-evidence"}
    return dataclasses.replace(
        pack, policy=pack.policy.model_copy(update={"standards": held, "checks": checks})
    )


def judged(disease: str, *papers: Document, number: str = NUMBER, pack: Pack | None = None) -> CheckResult:
    """The one answer to ``disease-evidence``, under the adopted standard unless said otherwise."""
    return results(verdict_of(disease, *papers, number=number, pack=pack), "disease-evidence")[0]


def verdict_of(disease: str, *papers: Document, number: str = NUMBER, pack: Pack | None = None) -> Verdict:
    """The verdict on a case of one claimed disease."""
    stated = application("shangrao-application", diseases=disease.split("|"), applicant={"id_number": number})
    return check_case("case", stated, papers, ENGINE, pack or adopted())


def summary(diagnosis: str | Sequence[str], *lines: str, on: str = "2025-06-10", **more: Any) -> Document:
    """A discharge summary of a hospital of level 3A."""
    fields = {
        "diagnosis": diagnosis,
        "hospital_name": HOSPITAL,
        "admission_date": None,
        "discharge_date": on,
        "hospital_level": more.pop("level", LEVEL),
        "department": more.pop("department", None),
    }
    more.setdefault("file", f"summary-{on}.jpg")
    return discharge(fields=fields, pages=[page(1, *(lines or ("出院小结",)))], **more)


def proof(diagnosis: str | Sequence[str], *lines: str, on: str = "2025-10-20", **more: Any) -> Document:
    """A certificate of diagnosis of a hospital of level 3A."""
    fields = {
        "patient_name": NAME,
        "hospital_name": more.pop("hospital", HOSPITAL),
        "hospital_level": more.pop("level", LEVEL),
        "issue_date": on,
        "diagnosis": diagnosis,
        "department": more.pop("department", None),
        "physician_title": more.pop("titles", None),
    }
    held = {key: value for key, value in fields.items() if value is not None}
    more.setdefault("file", f"proof-{on}.jpg")
    return document(K.DIAGNOSIS_CERTIFICATE, held, pages=[page(1, *(lines or ("诊断证明书",)))], **more)


def visit(diagnosis: str | Sequence[str], on: str, *lines: str, **more: Any) -> Document:
    """An outpatient record of one visit."""
    fields = {
        "patient_name": NAME, "hospital_name": HOSPITAL, "hospital_level": LEVEL, "visit_date": on,
        "diagnosis": diagnosis,
    }  # fmt: skip
    more.setdefault("file", f"visit-{on}.jpg")
    return document(K.OUTPATIENT_RECORD, fields, pages=[page(1, *(lines or ("门诊病历",)))], **more)


def visits(diagnosis: str, *days: str, lines: Sequence[str] = ()) -> tuple[Document, ...]:
    """Outpatient records of several visits."""
    return tuple(visit(diagnosis, day, *lines) for day in days)


def exam(*lines: str, on: str = "2025-09-01", kind: DocumentKind = K.EXAM_REPORT, **more: Any) -> Document:
    """An examination report with these lines."""
    fields = {
        "patient_name": NAME, "hospital_name": HOSPITAL, "report_date": on,
        "hospital_level": more.pop("level", LEVEL),
    }  # fmt: skip
    more.setdefault("file", f"{kind.value}-{on}-{lines[0][:6]}.jpg")
    return document(kind, fields, pages=[page(1, *lines)], **more)


def pathology(*lines: str, **more: Any) -> Document:
    """A pathology report."""
    return exam(*lines, kind=K.PATHOLOGY_REPORT, **more)


Row = Mapping[str, str | None]


def row(name: str, result: str, unit: str | None = None, reference: str | None = None, flag: str = "") -> Row:
    """One row of a laboratory report."""
    return {"name": name, "result": result, "unit": unit, "reference": reference, "flag": flag or None}


def blood(*rows: Row, on: str = "2025-09-01", **more: Any) -> Document:
    """A laboratory report."""
    fields = {
        "patient_name": NAME, "hospital_name": HOSPITAL, "report_date": on, "test_items": list(rows),
        "hospital_level": more.pop("level", LEVEL),
    }  # fmt: skip
    lines = more.pop("lines", ("检验报告单",))
    more.setdefault("file", f"lab-{on}-{rows[0]['name'] if rows else ''}.jpg")
    return document(K.LAB_REPORT, fields, pages=[page(1, *lines)], **more)


def script(*lines: str, on: str = "2025-09-01", **more: Any) -> Document:
    """A prescription."""
    fields = {"patient_name": NAME, "hospital_name": HOSPITAL, "issue_date": on}
    more.setdefault("file", f"rx-{on}.jpg")
    return document(K.PRESCRIPTION, fields, pages=[page(1, *lines)], **more)


def letter(*lines: str, on: str = "2025-11-01") -> Document:
    """A commitment letter."""
    fields = {"patient_name": NAME, "sign_date": on}
    return document(K.COMMITMENT_LETTER, fields, pages=[page(1, *lines)], file="letter.jpg")
