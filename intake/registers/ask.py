"""Asks the connected registers about one case, before its checks run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from intake.registers.asking import Asked, Register, RegisterDown
from intake.registers.entries import HOSPITALS, PERSONS, PHYSICIANS
from intake.registers.http import HttpRegister
from intake.registers.standing import note_answer, note_silence
from intake.registers.table import RegisterTable
from intake.service import Service
from intake.service_settings import ServiceSettings
from ocr.types import Document
from validators.application import Application
from validators.near_misses import difference_of_numbers, plain_name, plain_number
from validators.register import Answered, InsuredPerson, RegisterAnswers, Silent

T = TypeVar("T")
_TABLE, _NOWHERE = "table", ("", "off")
_MOST_NAMES = 50


def ask_registers(
    service: Service, application: Application, documents: Sequence[Document]
) -> RegisterAnswers:
    """What the registers answer about a case. Never inside a transaction: another system may be slow.

    A register that is down is ``Silent``, and never in the way of the others.
    """
    settings, asked = service.settings, question(application, documents)

    def answer(name: str, put: Callable[[Register], Sequence[T]]) -> Answered[T]:
        register = _connected(service, getattr(settings, f"register_{name}"))
        if register is None:
            return None
        try:
            told = tuple(put(register))
        except RegisterDown as down:
            if down.asked:
                note_silence(service.broker, name, down.why, down.paused)
            return Silent(down.why)
        if isinstance(register, HttpRegister) and put_at_all(asked, name):
            note_answer(service.broker, name)
        return told

    persons = answer(PERSONS, lambda register: register.persons(asked))
    return RegisterAnswers(
        persons=persons if not isinstance(persons, tuple) else tuple(_about(asked, persons)),
        entitlements=answer("entitlements", lambda register: register.entitlements(asked)),
        hospitals=answer(HOSPITALS, lambda register: register.hospitals(asked)),
        physicians=answer(PHYSICIANS, lambda register: register.physicians(asked)),
    )


def put_at_all(asked: Asked, register: str) -> bool:
    """Whether the case has anything to ask this register: no name of a hospital, no question."""
    return bool({HOSPITALS: asked.hospitals, PHYSICIANS: asked.physicians}.get(register, True))


def question(application: Application, documents: Iterable[Document]) -> Asked:
    """What a case asks the registers."""
    documents = tuple(documents)
    person = application.applicant
    return Asked(
        name=person.name,
        id_number=person.id_number.strip().upper(),
        hospitals=_named(documents, "hospital_name"),
        physicians=_named(documents, "physician_name"),
    )


def _named(documents: Iterable[Document], field: str) -> tuple[str, ...]:
    names = (str(one.value) for paper in documents for one in paper.fields.get(field, ()))
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))[:_MOST_NAMES]


def _about(asked: Asked, persons: Iterable[InsuredPerson]) -> Iterable[InsuredPerson]:
    """Those asked about: nobody else's entry is kept, whatever a register sends."""
    for one in persons:
        same = plain_number(one.id_number) == plain_number(asked.id_number)
        near = plain_name(one.name) == plain_name(asked.name) and difference_of_numbers(
            asked.id_number, one.id_number
        )
        if same or near:
            yield one


def _connected(service: Service, told: str) -> Register | None:
    if told in _NOWHERE:
        return None
    if told == _TABLE:
        return RegisterTable(service.database, service.sealer)
    return _at(told, service.settings, os.getpid())


@lru_cache(maxsize=16)
def _at(url: str, settings: ServiceSettings, process: int) -> HttpRegister:
    """One a process and address, so that its breaker remembers; a fork makes its own connections."""
    token = settings.register_token.get_secret_value() if settings.register_token else None
    return HttpRegister(url, token=token, seconds=settings.register_seconds)
