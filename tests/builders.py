"""Small documents and cases for the tests of checks: everything sound unless said otherwise.

The applicant is invented: 李建国, 430503196703124514 (born 1967-03-12, check character 4).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ocr.types import (
    Document,
    DocumentKind,
    Engine,
    Face,
    Field,
    FieldValue,
    FileFacts,
    Finding,
    Marks,
    Page,
    Quality,
    Refusal,
    Seal,
    Signature,
    Source,
    TextLine,
)
from validators.application import Application
from validators.check import check_case
from validators.pack import pack_in_force
from validators.verdict import CheckResult, Outcome, Verdict

K = DocumentKind
NAME, NUMBER = "李建国", "430503196703124514"
OTHER_NAME, OTHER_NUMBER = "王秀英", "430503197205061228"
AGENT_NAME, AGENT_NUMBER = "李晓梅", "430503199208153426"
ON = dt.date(2025, 11, 20)
HOSPITAL = "邵阳市中心医院"
ENGINE = Engine("test", {"det": "sha256:d", "rec": "sha256:r"}, "1")

Values = Mapping[str, "FieldValue | Sequence[FieldValue]"]


def line(text: str, *, at: float = 0, confidence: float | None = 0.97) -> TextLine:
    """A line of text at height ``at``, 30 px high."""
    right = 30.0 * len(text)
    return TextLine(text, ((0, at), (right, at), (right, at + 30), (0, at + 30)), confidence)


def page(
    number: int = 1,
    *texts: str,
    findings: Iterable[Finding] = (),
    confidence: float | None = 0.97,
    source: Source = Source.OCR,
) -> Page:
    """A page of lines, one below the other."""
    lines = tuple(
        line(text, at=60.0 * i, confidence=confidence) for i, text in enumerate(texts or ("一页清楚的文字",))
    )
    return Page(number, 1600, 2200, source, 0, Quality(tuple(findings)), lines)


def seal(text: str = f"{HOSPITAL}诊断证明专用章", *, confidence: float = 0.95, shape: str = "round") -> Seal:
    """A red seal."""
    return Seal(text, "red", shape, 1, (900, 1500, 1200, 1800), confidence)


def signature(present: bool | None = True, role: str = "physician", confidence: float = 0.95) -> Signature:
    """A place to sign."""
    return Signature(role, present, 1, (600, 1500, 800, 1560), confidence)


def face(height: float = 600, confidence: float = 0.95) -> Face:
    """A face of that height."""
    return Face(1, (100, 100, 100 + height * 0.8, 100 + height), confidence)


def document(
    kind: DocumentKind,
    fields: Values | None = None,
    *,
    file: str | None = None,
    confidence: float | None = 0.97,
    kind_confidence: float | None = 0.95,
    pages: Sequence[Page] | None = None,
    marks: Marks | None = None,
    source: Source = Source.OCR,
    facts: FileFacts | None = None,
) -> Document:
    """One paper; every field value stands on the first page with the same confidence."""
    held = {
        name: tuple(
            Field(value, str(value), confidence, 1, (100, 100, 400, 130), source)
            for value in (values if isinstance(values, list | tuple) else [values])
        )
        for name, values in (fields or {}).items()
    }
    name = file or f"{kind.value}.jpg"
    pages = tuple(pages) if pages is not None else (page(confidence=confidence, source=source),)
    return Document(
        name,
        f"sha256-{name}",
        "image/jpeg",
        None,
        kind,
        kind_confidence,
        pages,
        held,
        marks or Marks(),
        facts,
    )


def refused(file: str = "broken.pdf") -> Document:
    """A file that could not be opened."""
    return Document(file, f"sha256-{file}", None, Refusal("FILE-005", "文件损坏。", "请重新上传。"))


def id_front(name: str = NAME, number: str = NUMBER, **more: Any) -> Document:
    """The face side of an ID card."""
    fields = {"patient_name": name, "id_number": number, "sex": "男" if int(number[16]) % 2 else "女"}
    return document(K.ID_CARD_FRONT, fields, **more)


def id_back(valid_until: str = "2036-04-20", **more: Any) -> Document:
    """The emblem side of an ID card."""
    fields = {
        "issuing_authority": "邵阳市公安局大祥分局",
        "valid_from": "2016-04-20",
        "valid_until": valid_until,
    }
    return document(K.ID_CARD_BACK, fields, **more)


def form(disease: str | list[str] = "高血压病3级", title: str | None = "副主任医师", **more: Any) -> Document:
    """A sound application form; fields in ``more['fields']`` replace or add."""
    fields: dict[str, Any] = {
        "patient_name": NAME,
        "id_number": NUMBER,
        "claimed_disease": disease,
        "hospital_name": HOSPITAL,
        "insured_place": "邵阳市大祥区",
        "application_date": "2025-11-18",
    }
    if title:
        fields["physician_title"] = title
    fields |= more.pop("fields", {})
    marks = more.pop("marks", Marks(seals=(seal(f"{HOSPITAL}医保科"),), signatures=(signature(),)))
    return document(K.APPLICATION_FORM, fields, marks=marks, **more)


def discharge(kind: DocumentKind = K.DISCHARGE_SUMMARY, **more: Any) -> Document:
    """A sound discharge summary; ``more['fields']`` replace or add, a ``None`` takes away."""
    fields: dict[str, Any] = {
        "patient_name": NAME,
        "sex": "男",
        "hospital_name": HOSPITAL,
        "admission_date": "2025-09-01",
        "discharge_date": "2025-09-10",
        "diagnosis": ["高血压病3级（极高危）", "高脂血症"],
    }
    fields |= more.pop("fields", {})
    return document(kind, {k: v for k, v in fields.items() if v is not None}, **more)


def lab(**more: Any) -> Document:
    """A sound laboratory report."""
    fields: dict[str, Any] = {"patient_name": NAME, "hospital_name": HOSPITAL, "report_date": "2025-10-08"}
    fields |= more.pop("fields", {})
    return document(K.LAB_REPORT, {k: v for k, v in fields.items() if v is not None}, **more)


def certificate(**more: Any) -> Document:
    """A sound certificate of diagnosis with its seal."""
    fields: dict[str, Any] = {
        "patient_name": NAME,
        "hospital_name": HOSPITAL,
        "issue_date": "2025-10-20",
        "diagnosis": ["高血压病3级"],
    }
    fields |= more.pop("fields", {})
    marks = more.pop("marks", Marks(seals=(seal(),)))
    return document(K.DIAGNOSIS_CERTIFICATE, fields, marks=marks, **more)


def recognition(valid_until: str | None = "2025-12-31", **more: Any) -> Document:
    """A sound recognition form of Yichun."""
    fields: dict[str, Any] = {"patient_name": NAME, "claimed_disease": "冠心病"}
    if valid_until:
        fields["valid_until"] = valid_until
    fields |= more.pop("fields", {})
    marks = more.pop("marks", Marks(seals=(seal("宜春市医疗保障局"),)))
    return document(K.RECOGNITION_FORM, fields, marks=marks, **more)


def selfie(number: str | None = NUMBER, faces: Sequence[Face] | None = None, **more: Any) -> Document:
    """A selfie: a face 600 px high, the card's digits 30 px."""
    fields: dict[str, Any] = {"patient_name": NAME, "id_number": number} if number else {}
    texts = ("公民身份号码", number) if number else ()
    held = more.pop("pages", None) or (page(1, *texts) if texts else _bare_page(),)
    marks = Marks(faces=tuple(faces if faces is not None else (face(600), face(150))))
    return document(K.ID_SELFIE, fields, pages=held, marks=marks, **more)


def _bare_page() -> Page:
    return Page(1, 1600, 2200, Source.OCR, 0, Quality((), {"card": 0.0}), ())


def application(policy: str = "shaoyang-application", **more: Any) -> Application:
    """The portal's statement of a sound case."""
    places = {"yichun": "宜春市袁州区", "shangrao": "上饶市信州区", "shaoyang": "邵阳市大祥区"}
    applicant = {
        "name": NAME,
        "id_number": NUMBER,
        "insured_place": places[policy.split("-", maxsplit=1)[0]],
        "insurance": "employee",
    }
    applicant |= more.pop("applicant", {})
    stated: dict[str, Any] = {"policy": policy, "submitted_on": ON, "applicant": applicant}
    diseases = {
        "shaoyang-application": ["高血压病3级"],
        "shaoyang-renewal": ["高血压病3级"],
        "yichun-renewal": ["冠心病"],
    }
    stated["diseases"] = diseases.get(policy, [])
    return Application.model_validate(stated | more)


def by_agent(**more: Any) -> dict[str, Any]:
    """The applicant's part of a case that an agent files."""
    return {"relation": "agent", "agent": {"name": AGENT_NAME, "id_number": AGENT_NUMBER}} | more


def sound_application() -> list[Document]:
    """A sound first application in Shaoyang."""
    return [id_front(), id_back(), form(), discharge(), lab()]


def sound_renewal() -> list[Document]:
    """A sound renewal in Shaoyang."""
    return [id_front(), id_back(), selfie()]


def sound_yichun() -> list[Document]:
    """A sound renewal in Yichun; the hospital is 三级甲等 in the directory."""
    hospital = {"hospital_name": "宜春市人民医院"}
    record = discharge(fields=hospital | {"diagnosis": ["冠状动脉粥样硬化性心脏病"]})
    return [id_front(), id_back(), recognition(), record, lab(fields=hospital)]


def verdict(documents: Sequence[Document], stated: Application | None = None, **more: Any) -> Verdict:
    """The verdict under the pack in force."""
    stated = stated or application()
    pack = pack_in_force(stated.submitted_on, policy=stated.policy)
    return check_case("case", stated, documents, ENGINE, pack, **more)


def results(found: Verdict, check: str) -> list[CheckResult]:
    """The answers to one check."""
    return [result for result in found.checks if result.id == check]


def outcome(found: Verdict, check: str) -> str:
    """The gravest answer to one check: unmet, unknown, met, not_applicable."""
    gravity = [Outcome.UNMET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE]
    return min((r.outcome for r in results(found, check)), key=gravity.index).value


def codes(found: Verdict, check: str) -> set[str]:
    """The codes of one check's answers."""
    return {result.code for result in results(found, check)}


def faulty(paper: Document, finding: Finding = Finding.BLURRED) -> Document:
    """The same paper with a fault in the picture of every page."""
    pages = tuple(
        dataclasses.replace(p, quality=Quality((*p.quality.findings, finding), p.quality.measures))
        for p in paper.pages
    )
    return dataclasses.replace(paper, pages=pages)


def unsure(paper: Document, confidence: float) -> Document:
    """The same paper, every field read no surer than ``confidence``."""
    fields = {
        name: tuple(
            dataclasses.replace(f, confidence=min(confidence, 1.0 if f.confidence is None else f.confidence))
            for f in held
        )
        for name, held in paper.fields.items()
    }
    return dataclasses.replace(paper, fields=fields)
