"""The develop half: layouts that the reader's faults are looked for on."""

from __future__ import annotations

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import cards, clinic, discharge, exam, forms, lab, letters, money

TEMPLATES: dict[str, Template] = {
    **cards.TEMPLATES,
    **clinic.TEMPLATES,
    **discharge.TEMPLATES,
    **exam.TEMPLATES,
    **forms.TEMPLATES,
    **lab.TEMPLATES,
    **letters.TEMPLATES,
    **money.TEMPLATES,
}
