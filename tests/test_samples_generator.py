"""The shipped samples: complete, well formed, all invented, and drawn again to the same bytes."""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from ocr.types import DocumentKind
from validators.application import Application

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CASES = sorted((SAMPLES / "cases").iterdir())
POLICIES = (
    "yichun-renewal",
    "shangrao-application",
    "shaoyang-application",
    "shaoyang-renewal",
    "shaoyang-remote-filing",
)
OUTCOMES = {"met", "unmet", "unknown", "not_applicable"}
ROUTES = {"ready_for_review", "needs_correction", "needs_attention"}
FIELDS = {
    "patient_name",
    "physician_name",
    "agent_name",
    "sex",
    "age",
    "id_number",
    "agent_id_number",
    "phone",
    "record_number",
    "report_number",
    "card_number",
    "address",
    "insured_place",
    "department",
    "issuing_authority",
    "ethnicity",
    "insurance_type",
    "claimed_disease",
    "diagnosis",
    "hospital_name",
    "hospital_level",
    "physician_title",
    "application_date",
    "visit_date",
    "admission_date",
    "discharge_date",
    "report_date",
    "issue_date",
    "sign_date",
    "birth_date",
    "valid_from",
    "valid_until",
    "filing_category",
    "test_items",
}
CHECKS = {
    "material-present",
    "material-legible",
    "identity-consistent",
    "identity-on-record",
    "id-number-valid",
    "id-card-valid",
    "insured-place",
    "disease-listed",
    "disease-supported",
    "disease-evidence",
    "hospital-level",
    "physician-title",
    "physician-signature",
    "hospital-seal",
    "report-recent",
    "date-order",
    "renewal-window",
    "id-selfie",
    "id-selfie-recent",
    "agent-authorised",
    "reused-material",
    "altered-material",
}
WRONG_NUMBER = "shangrao-application-14-check-digit"


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def _truths() -> dict[Path, dict[str, Any]]:
    return {path.parent: _yaml(path)["files"] for path in sorted(SAMPLES.rglob("truth.yaml"))}


def _documents() -> list[tuple[Path, dict[str, Any]]]:
    return [
        (folder, d) for folder, files in _truths().items() for f in files.values() for d in f["documents"]
    ]


def _right(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _good_check_digit(number: str) -> bool:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(c) * w for c, w in zip(number[:17], weights, strict=True))
    return len(number) == 18 and "10X98765432"[total % 11] == number[17]


def test_enough_of_everything() -> None:
    kinds = {d["kind"] for _, d in _documents()}
    assert kinds == {k.value for k in DocumentKind}
    assert sum(len(files) for files in _truths().values()) >= 60
    assert len(CASES) >= 30
    reasons = {_yaml(case / "expected.yaml")["reason"] for case in CASES}
    assert reasons >= {"sound", *(f"R{n:02d}" for n in range(1, 16))}


def test_several_layouts_a_kind() -> None:
    layouts: dict[str, set[str]] = {}
    for files in _truths().values():
        for entry in files.values():
            for document, made in zip(entry["documents"], entry["made"], strict=True):
                layouts.setdefault(document["kind"], set()).add(f"{made['layout']} {made['font']}")
    few = {kind for kind, seen in layouts.items() if len(seen) < 2}
    assert few <= {"id_card_front", "id_card_back", "id_selfie"}


def test_size() -> None:
    drawn = [p for p in SAMPLES.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")]
    assert sum(p.stat().st_size for p in drawn) <= 25_000_000


@pytest.mark.parametrize("folder", [SAMPLES / "documents", *CASES], ids=lambda p: p.name)
def test_truth_and_files_agree(folder: Path) -> None:
    files = {p.name for p in folder.iterdir() if p.suffix != ".yaml"}
    truth = _truths()[folder]
    assert set(truth) == files
    for entry in truth.values():
        pages = {page for d in entry["documents"] for page in d["pages"]}
        assert pages == set(range(1, len(entry["quality"]) + 1))
        for document in entry["documents"]:
            assert set(document["fields"]) <= FIELDS
            assert set(document.get("also_right", {})) <= FIELDS
            assert all(document["fields"].values())
            assert {s["shape"] for s in document["marks"]["seals"]} <= {"round", "oval", "square"}


def test_id_numbers_have_their_check_digit() -> None:
    wrong = set()
    for folder, document in _documents():
        for field in ("id_number", "agent_id_number"):
            for number in document["fields"].get(field, []):
                if not _good_check_digit(number):
                    wrong.add(folder.name)
    assert wrong == {WRONG_NUMBER}


def test_dates_are_dates() -> None:
    for _, document in _documents():
        for field, values in document["fields"].items():
            if field.endswith("_date") or field in ("valid_from", "valid_until"):
                for value in values:
                    whole = value if len(value) == 10 or value == "长期" else f"{value}-01"
                    assert whole == "长期" or dt.date.fromisoformat(whole)


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_case_folder(case: Path) -> None:
    application = Application(**_yaml(case / "case.yaml"))
    assert application.policy in POLICIES
    assert case.name.startswith(application.policy)
    expected = _yaml(case / "expected.yaml")
    assert set(_right(expected["route"])) <= ROUTES
    for check in expected["checks"]:
        assert check["id"] in CHECKS
        assert set(_right(check["outcome"])) <= OUTCOMES
    certain = {c["outcome"] for c in expected["checks"] if isinstance(c["outcome"], str)}
    if expected["route"] == "ready_for_review":
        assert not certain & {"unmet", "unknown"}
    else:
        doubtful = any(isinstance(c["outcome"], list) for c in expected["checks"])
        assert certain & {"unmet", "unknown"} or doubtful


@pytest.mark.parametrize("policy", POLICIES)
def test_two_sound_cases_a_policy(policy: str) -> None:
    sound = [
        c for c in CASES if c.name.startswith(policy) and _yaml(c / "expected.yaml")["reason"] == "sound"
    ]
    assert len(sound) >= 2


@pytest.fixture(scope="module")
def shelf() -> dict[str, Any]:
    """The single documents as the generator describes them."""
    if importlib.util.find_spec("reportlab") is None:
        pytest.skip("reportlab is not installed: the samples cannot be drawn again here")
    fonts = importlib.import_module("samples.fonts")

    if missing := fonts.missing_packages():
        pytest.skip(f"fonts are missing, the samples cannot be drawn again here: {' '.join(missing)}")
    shelves = [importlib.import_module(f"samples.shelf.{name}") for name in ("medical", "personal")]
    return {d.name: d for module in shelves for d in module.everything()}


DRAWN_TWICE = (
    "lab-coded.pdf",
    "discharge-fax.tiff",
    "id-back.jpg",
    "application-text.ofd",
    "filing-list.png",
)


@pytest.mark.parametrize("name", DRAWN_TWICE)
def test_drawn_twice_is_the_same(name: str, shelf: dict[str, Any]) -> None:
    render = importlib.import_module("samples.write").render
    assert render(shelf[name]) == render(shelf[name])


def test_truth_is_what_the_generator_says(shelf: dict[str, Any]) -> None:
    """Whoever changes a layout draws the samples again."""
    write = importlib.import_module("samples.write")
    shipped = _truths()[SAMPLES / "documents"]
    for name, drawing in shelf.items():
        assert yaml.safe_load(write.dump(write.truth(drawing))) == shipped[name], name
