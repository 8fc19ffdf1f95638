"""``--json``: exactly the contract's shapes, in a stable order, whatever stands on a paper."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hand_made import discharge, reading, verdict
from json_schemas import faults

from api.json_output import RefusedCase, document_json, encoded, reading_json, verdict_json, verdicts_json
from api.words import CHECKS, FIELDS, FINDINGS
from intake.faults import Fault
from ocr.types import Finding, Handwriting, TextLine

CASE_FAULT = RefusedCase("案件-02", (Fault("CASE-003", "case.yaml", "文件夹中没有 case.yaml", "请放入。"),))


def test_reading_keeps_to_its_schema() -> None:
    answer = json.loads(encoded(reading_json(reading())))
    assert faults("reading", answer) == []
    assert list(answer) == ["schema", "documents", "engine"]
    assert answer["engine"] == {
        "name": "paddleocr+onnxruntime",
        "models": {"det": "a" * 64, "rec": "b" * 64},
        "version": "3.7.0",
    }


def test_the_place_of_a_hand_is_told() -> None:
    read = reading()
    one = read.documents[0]
    marked = dataclasses.replace(
        one, marks=dataclasses.replace(one.marks, handwriting=(Handwriting(1, (10.0, 20.0, 90.0, 50.0)),))
    )
    answer = json.loads(encoded(reading_json(dataclasses.replace(read, documents=(marked,)))))
    assert faults("reading", answer) == []
    told = answer["documents"][0]["marks"]["handwriting"]
    assert told == [{"page": 1, "box": [10, 20, 90, 50], "confidence": None}]


def test_verdict_keeps_to_its_schema() -> None:
    answer = json.loads(encoded(verdicts_json([verdict()])))
    assert faults("verdict", answer) == []
    assert list(answer) == ["schema", "cases"]
    assert list(answer["cases"][0]) == [
        "case", "policy", "route", "checks", "corrections", "documents", "digest",
    ]  # fmt: skip


def test_the_schema_refuses_what_it_should() -> None:
    answer = verdicts_json([verdict()])
    answer["cases"][0]["checks"][0]["outcome"] = "failed"
    answer["cases"][0]["documents"][0]["pages"] = []
    assert [fault.split(":")[0] for fault in faults("verdict", answer)] == [
        "$.cases[0].checks[0].outcome",
        "$.cases[0].documents[0].pages",
    ]


def test_documents_of_a_verdict_are_as_in_read() -> None:
    assert verdict_json(verdict())["documents"] == reading_json(reading())["documents"]


def test_document_in_detail() -> None:
    answer = document_json(discharge())
    assert list(answer) == [
        "file", "sha256", "media_type", "refused", "kind", "kind_confidence", "pages", "fields", "marks",
    ]  # fmt: skip
    assert list(answer["fields"]) == ["patient_name", "age", "id_number", "hospital_name", "test_items"]
    assert answer["fields"]["id_number"] == [
        {
            "value": "430503196703124512",
            "raw": "430503196703124512",
            "confidence": 0.9877,
            "page": 1,
            "box": [100, 101, 300, 140],
            "source": "ocr",
        }
    ]
    assert answer["fields"]["age"][0]["value"] == 58
    assert answer["fields"]["age"][0]["confidence"] is None
    assert list(answer["fields"]["test_items"][0]["value"]) == ["name", "result", "unit", "reference", "flag"]
    assert answer["pages"][1]["quality"] == {
        "findings": ["blurred"],
        "measures": {"contrast": None, "sharpness": 0.4123},
    }
    line = answer["pages"][0]["lines"][0]
    assert line["polygon"] == [[100, 20], [300, 20], [300, 60], [100, 60]]
    assert line["confidence"] == 0.9877
    assert answer["marks"]["signatures"][0] == {
        "role": "physician", "present": None, "page": 1, "box": [300, 1000, 500, 1060], "confidence": None,
    }  # fmt: skip


def test_advisory_stands_on_advisory_checks_alone() -> None:
    marked = {check["id"]: check.get("advisory") for check in verdict_json(verdict())["checks"]}
    assert {identity for identity, advisory in marked.items() if advisory is not None} == {"disease-evidence"}
    assert marked["disease-evidence"] is True


def test_a_refused_case_is_named_beside_the_others() -> None:
    answer = json.loads(encoded(verdicts_json([verdict()], [CASE_FAULT])))
    assert faults("verdict", answer) == []
    assert answer["refused"][0]["errors"][0]["code"] == "CASE-003"


def test_a_missing_file_has_no_hash() -> None:
    lost = dataclasses.replace(reading().documents[1], sha256="")
    answer = document_json(lost)
    assert answer["sha256"] is None
    assert faults("reading", reading_json(reading()) | {"documents": [answer]}) == []


@pytest.mark.parametrize("text", ["一\ud800二", "a\x1b[31mb", '"\\', "\u2028", "😀"])
def test_any_text_stays_one_valid_document(text: str) -> None:
    document = discharge()
    line = TextLine(text, document.pages[0].lines[0].polygon, None)
    page = dataclasses.replace(document.pages[0], lines=(line,))
    data = encoded(document_json(dataclasses.replace(document, pages=(page,))))
    read = json.loads(data.decode("utf-8"))["pages"][0]["lines"][0]["text"]
    assert read == text.encode("utf-8", "replace").decode("utf-8")


def test_text_is_written_as_it_is() -> None:
    data = encoded(reading_json(reading()))
    assert "出院小结.jpg".encode() in data
    assert data.endswith(b"}\n")


def test_words_cover_the_contract() -> None:
    schema_ids = {check["id"] for check in verdict_json(verdict())["checks"]}
    assert schema_ids <= set(CHECKS)
    assert len(CHECKS) == 23
    assert set(FINDINGS) == set(Finding)
    assert len(FIELDS) == 34
