"""The whole pipeline over every shipped sample: fields against their truth, cases against what is expected.

Fields are compared as a whole, with a tolerance: no reading is perfect, and a snapshot of today's
reading would prove nothing. What may never happen is asserted one by one: a wrong identity number, a
case with a fault that comes out ready, a sound case that is told it fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from intake.pipeline import CheckedCase, Reader
from intake.settings import load_settings
from ocr.types import Document
from ocr.values.text import fold

SAMPLES = Path(__file__).parents[1] / "samples"
CASES = sorted(p.parent for p in (SAMPLES / "cases").glob("*/case.yaml"))
LEAST_PRECISION, LEAST_RECALL = 0.96, 0.93
LEAST_KINDS = 0.97
ORDER = ("unmet", "unknown", "met", "not_applicable")


@cache
def reader() -> Reader:
    return Reader(load_settings())


@cache
def truth(folder: Path) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))["files"]
    return loaded


@cache
def documents(folder: Path) -> Mapping[str, tuple[Document, ...]]:
    names = sorted(truth(folder))
    read = reader().read([folder / name for name in names]).reading.documents
    return {name: tuple(d for d in read if d.file == name) for name in names}


@cache
def checked(folder: Path) -> CheckedCase:
    return reader().check(folder)


def plain(value: object) -> object:
    if isinstance(value, Mapping):
        return tuple(fold(str(value.get(k) or "")) for k in ("name", "result", "unit", "reference", "flag"))
    return fold(str(value))


def counted(values: Any) -> Counter[object]:
    return Counter(plain(v) for v in values)


def pairs() -> Iterator[tuple[Mapping[str, Any], Document]]:
    """Each true paper of ``samples/documents`` with the paper read at its first page."""
    folder = SAMPLES / "documents"
    for name, entry in truth(folder).items():
        found = documents(folder)[name]
        for paper in entry["documents"]:
            first = paper["pages"][0]
            same = [d for d in found if d.pages and d.pages[0].number == first]
            yield paper, next((d for d in same if d.kind == paper["kind"]), same[0] if same else found[0])


def test_there_are_enough_samples() -> None:
    kinds = {paper["kind"] for paper, _ in pairs()}
    assert len(truth(SAMPLES / "documents")) >= 60
    assert len(kinds) >= 23
    assert len(CASES) >= 30


def test_kinds() -> None:
    right = [document.kind == paper["kind"] for paper, document in pairs()]
    assert sum(right) >= LEAST_KINDS * len(right)


def test_fields() -> None:
    hits = misses = extras = 0
    for paper, document in pairs():
        wanted, allowed = paper.get("fields") or {}, paper.get("also_right") or {}
        for name in {*wanted, *document.fields}:
            true = counted(wanted.get(name, []))
            read = counted(f.value for f in document.fields.get(name, ()))
            hits += (true & read).total()
            misses += (true - read).total()
            extras += (read - true - counted(allowed.get(name, []))).total()
    assert hits / (hits + extras) >= LEAST_PRECISION
    assert hits / (hits + misses) >= LEAST_RECALL


def test_no_identity_number_is_wrong() -> None:
    for paper, document in pairs():
        told = [paper.get("fields") or {}, paper.get("also_right") or {}]
        allowed = [v for t in told for n in ("id_number", "agent_id_number") for v in t.get(n, [])]
        read = [f.value for n in ("id_number", "agent_id_number") for f in document.fields.get(n, ())]
        assert set(read) <= set(allowed), document.file


@pytest.mark.parametrize("folder", CASES, ids=lambda p: p.name)
def test_case(folder: Path) -> None:
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    verdict = checked(folder).verdict
    routes = expected["route"] if isinstance(expected["route"], list) else [expected["route"]]
    got = {}
    wanted = {}
    for check in expected["checks"]:
        key = (check["id"], check.get("subject"))
        outcomes = {
            r.outcome.value
            for r in verdict.checks
            if r.id == check["id"] and check.get("subject") in (None, r.subject)
        }
        got[key] = next(o for o in ORDER if o in outcomes)
        wanted[key] = check["outcome"] if isinstance(check["outcome"], list) else [check["outcome"]]
    assert {k: v for k, v in got.items() if v not in wanted[k]} == {}
    assert verdict.route.value in routes


def test_the_same_case_gives_the_same_digest() -> None:
    folder = CASES[0]
    again = reader().check(folder).verdict
    assert again.digest == checked(folder).verdict.digest
