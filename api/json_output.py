"""Readings and verdicts as the JSON of the contract (``menshen.reading/1``, ``menshen.verdict/1``).

Keys stand in a fixed order; boxes and polygons are whole pixels; confidence has four digits, ``null``
where nothing measured it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from api.words import FIELDS
from intake.faults import Fault
from ocr.types import Box, Document, Engine, Field, FieldValue, Marks, Page, Polygon, Reading, TextLine
from validators.verdict import CheckResult, Evidence, Verdict

Json: TypeAlias = dict[str, Any]
_FIELD_ORDER = {name: place for place, name in enumerate(FIELDS)}


@dataclass(frozen=True, slots=True)
class RefusedCase:
    """A case that could not be opened, and everything that is wrong with it."""

    case: str
    faults: tuple[Fault, ...]


def encoded(document: Json) -> bytes:
    """One JSON document in UTF-8 with a line end; a lone surrogate becomes ``?``."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode("utf-8", "replace") + b"\n"


def reading_json(reading: Reading) -> Json:
    """The answer of ``menshen read --json``."""
    return {
        "schema": "menshen.reading/1",
        "documents": [document_json(document) for document in reading.documents],
        "engine": engine_json(reading.engine),
    }


def verdicts_json(verdicts: Iterable[Verdict], refused: Sequence[RefusedCase] = ()) -> Json:
    """The answer of ``menshen check --json``; ``refused`` stands there only where a case was refused."""
    answer: Json = {"schema": "menshen.verdict/1", "cases": [verdict_json(verdict) for verdict in verdicts]}
    if refused:
        answer["refused"] = [_refused_json(case) for case in refused]
    return answer


def verdict_json(verdict: Verdict) -> Json:
    """One case of ``menshen check --json``."""
    policy = verdict.policy
    return {
        "case": verdict.case,
        "policy": {"id": policy.id, "version": policy.version, "sha256": policy.sha256},
        "route": verdict.route.value,
        "checks": [_check_json(check) for check in verdict.checks],
        "corrections": [{"code": one.code, "message": one.message} for one in verdict.corrections],
        "documents": [document_json(document) for document in verdict.documents],
        "digest": verdict.digest,
    }


def document_json(document: Document) -> Json:
    """One paper; ``sha256`` is ``null`` where the file itself could not be had."""
    refused = document.refused
    names = sorted(document.fields, key=lambda name: (_FIELD_ORDER.get(name, len(_FIELD_ORDER)), name))
    return {
        "file": document.file,
        "sha256": document.sha256 or None,
        "media_type": document.media_type,
        "refused": refused and {"code": refused.code, "message": refused.message, "remedy": refused.remedy},
        "kind": document.kind.value,
        "kind_confidence": _confidence(document.kind_confidence),
        "pages": [_page_json(page) for page in document.pages],
        "fields": {name: [_field_json(field) for field in document.fields[name]] for name in names},
        "marks": _marks_json(document.marks),
    }


def engine_json(engine: Engine) -> Json:
    """Which reader read."""
    return {
        "name": engine.name,
        "models": {task: engine.models[task] for task in sorted(engine.models)},
        "version": engine.version,
    }


def _refused_json(case: RefusedCase) -> Json:
    errors = [
        {"code": fault.code, "where": fault.where, "message": fault.message, "remedy": fault.remedy}
        for fault in case.faults
    ]
    return {"case": case.case, "errors": errors}


def _check_json(check: CheckResult) -> Json:
    answer: Json = {
        "id": check.id,
        "outcome": check.outcome.value,
        "code": check.code,
        "subject": check.subject,
        "message": check.message,
        "clause": check.clause,
        "remedy": check.remedy,
        "evidence": [_evidence_json(evidence) for evidence in check.evidence],
    }
    if check.advisory:
        answer["advisory"] = True
    return answer


def _evidence_json(evidence: Evidence) -> Json:
    return {
        "file": evidence.file,
        "page": evidence.page,
        "field": evidence.field,
        "value": _value(evidence.value),
        "box": evidence.box and _box(evidence.box),
        "confidence": _confidence(evidence.confidence),
    }


def _page_json(page: Page) -> Json:
    measures = page.quality.measures
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "source": page.source.value,
        "rotation": page.rotation,
        "quality": {
            "findings": [finding.value for finding in page.quality.findings],
            "measures": {name: _confidence(measures[name]) for name in sorted(measures)},
        },
        "lines": [_line_json(line) for line in page.lines],
    }


def _line_json(line: TextLine) -> Json:
    return {
        "text": line.text,
        "polygon": _polygon(line.polygon),
        "confidence": _confidence(line.confidence),
    }


def _field_json(field: Field) -> Json:
    return {
        "value": _value(field.value),
        "raw": field.raw,
        "confidence": _confidence(field.confidence),
        "page": field.page,
        "box": _box(field.box),
        "source": field.source.value,
    }


def _marks_json(marks: Marks) -> Json:
    return {
        "seals": [
            {"text": seal.text, "colour": seal.colour, "shape": seal.shape}
            | _place(seal.page, seal.box)
            | {"confidence": _confidence(seal.confidence)}
            for seal in marks.seals
        ],
        "signatures": [
            {"role": signature.role, "present": signature.present}
            | _place(signature.page, signature.box)
            | {"confidence": _confidence(signature.confidence)}
            for signature in marks.signatures
        ],
        "faces": [
            _place(face.page, face.box) | {"confidence": _confidence(face.confidence)} for face in marks.faces
        ],
        "barcodes": [
            {"format": code.format, "text": code.text} | _place(code.page, code.box)
            for code in marks.barcodes
        ],
        "handwriting": [
            _place(hand.page, hand.box) | {"confidence": _confidence(hand.confidence)}
            for hand in marks.handwriting
        ],
    }


def _place(page: int, box: Box) -> Json:
    return {"page": page, "box": _box(box)}


def _value(value: FieldValue | None) -> Any:
    if not isinstance(value, Mapping):
        return value
    row = {key: value.get(key) for key in ("name", "result", "unit", "reference", "flag")}
    return row | {key: value[key] for key in sorted(value) if key not in row}


def _box(box: Box) -> list[int]:
    return [round(edge) for edge in box]


def _polygon(polygon: Polygon) -> list[list[int]]:
    return [[round(x), round(y)] for x, y in polygon]


def _confidence(value: float | None) -> float | None:
    """Four digits; what is no number at all (a measure of an empty page) is ``null``."""
    return None if value is None or not math.isfinite(value) else round(float(value), 4)
