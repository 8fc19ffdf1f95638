"""The develop half: layouts that the reader's faults are looked for on.

Modules whose names begin with ``bureau``, ``town`` and ``ward`` were written by people who had not seen the reader.
"""

from __future__ import annotations

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import (
    bureau_application,
    bureau_authorization,
    bureau_recognition,
    bureau_referral,
    bureau_remote,
    bureau_residence,
    cards,
    clinic,
    discharge,
    exam,
    forms,
    lab,
    letters,
    money,
    town_application,
    town_cards,
    town_clinic,
    town_exam,
    town_lab,
    town_letters,
    town_money,
    town_recognition,
    town_referral,
    town_remote,
    town_stay,
    ward_bill,
    ward_exam,
    ward_front,
    ward_lab,
    ward_stay,
    ward_visit,
)

_MODULES = (
    bureau_application,
    bureau_authorization,
    bureau_recognition,
    bureau_referral,
    bureau_remote,
    bureau_residence,
    cards,
    clinic,
    discharge,
    exam,
    forms,
    lab,
    letters,
    money,
    town_application,
    town_cards,
    town_clinic,
    town_exam,
    town_lab,
    town_letters,
    town_money,
    town_recognition,
    town_referral,
    town_remote,
    town_stay,
    ward_bill,
    ward_exam,
    ward_front,
    ward_lab,
    ward_stay,
    ward_visit,
)
TEMPLATES: dict[str, Template] = {
    name: template for module in _MODULES for name, template in module.TEMPLATES.items()
}
