"""The examples in the docstrings of the normalisers run and hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import ocr.values

MODULES = sorted(module.name for module in pkgutil.iter_modules(ocr.values.__path__))
WITHOUT_EXAMPLES = {"surnames"}


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(f"ocr.values.{name}"))
    assert outcome.failed == 0
    assert outcome.attempted > 0 or name in WITHOUT_EXAMPLES
