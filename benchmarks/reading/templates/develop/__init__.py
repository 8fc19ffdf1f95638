"""The develop half: layouts that the reader's faults are looked for on."""

from __future__ import annotations

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import discharge

TEMPLATES: dict[str, Template] = {**discharge.TEMPLATES}
