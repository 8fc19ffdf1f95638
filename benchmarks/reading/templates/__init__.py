"""Template sets: ``develop`` is looked at while the reader is made better, ``scored`` only ever scored."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from benchmarks.reading.template import Template

SETS = ("develop", "scored")


def templates_of(name: str) -> Mapping[str, Template]:
    """The templates of one set by name. Raises ``ModuleNotFoundError`` where the set is not there."""
    module = import_module(f"benchmarks.reading.templates.{name}")
    found: Mapping[str, Template] = module.TEMPLATES
    return dict(sorted(found.items()))
