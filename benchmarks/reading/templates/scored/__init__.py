"""The scored half: layouts that are only ever scored. Who changes the reader does not open this folder."""

from __future__ import annotations

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored import (
    cards,
    clinic,
    exam,
    forms,
    lab,
    letters,
    money,
    strangers,
    ward,
)

TEMPLATES: dict[str, Template] = {
    **ward.TEMPLATES,
    **clinic.TEMPLATES,
    **lab.TEMPLATES,
    **exam.TEMPLATES,
    **money.TEMPLATES,
    **cards.TEMPLATES,
    **forms.TEMPLATES,
    **letters.TEMPLATES,
    **strangers.TEMPLATES,
}
