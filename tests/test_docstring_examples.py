"""The examples in docstrings outside ``ocr.values`` and ``validators`` run and hold."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
ELSEWHERE = (HOUSE / "ocr" / "values", HOUSE / "validators")
"""Their examples are run by ``test_values_doctest`` and ``test_verdict``."""
MODULES = sorted(
    ".".join(path.relative_to(HOUSE).with_suffix("").parts)
    for layer in ("ocr", "intake", "api")
    for path in (HOUSE / layer).rglob("*.py")
    if not any(path.is_relative_to(folder) for folder in ELSEWHERE)
    and ">>>" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name))
    assert outcome.failed == 0
    assert outcome.attempted > 0
