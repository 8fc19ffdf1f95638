"""Finding somebody's cases: what a person types becomes a token of keyed hashes, which may stand in an
address, a log and a saved view without telling whom it means.

Names and numbers are kept sealed, so they are found whole: a full name, a full number, the first three and
last four characters of a number as it is shown masked, or a case number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement

from intake.actors import Actor
from intake.doorkeeping import access
from intake.refusals.base import Refused
from intake.refusals.review import NOT_SEARCHABLE
from intake.reviewing.labels import masked_key
from intake.service import Service
from intake.tables.cases import Case

WHO: Final = r"^(?:(?:number|masked|name)\.[0-9a-f]{64}|case\.MS\d{8}-[0-9A-Z]{6})$"
MOST_TYPED: Final = 60
_CASE_NO: Final = re.compile(r"MS\d{8}-[0-9A-Z]{6}")
_NUMBER: Final = re.compile(r"\d{17}[\dX]|\d{15}")
_MASKED: Final = re.compile(r"(\d{3})[*＊·•…]{1,14}(\d{3}[\dX])")
_NAME: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·•]{2,30}|[A-Za-z][A-Za-z .'-]{1,49}")


class By(StrEnum):
    """What somebody is looked for by."""

    NUMBER = "number"
    MASKED = "masked"
    NAME = "name"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody looked for: ``key`` is a keyed hash, or a case number."""

    by: By
    key: str

    def __str__(self) -> str:
        return f"{self.by}.{self.key}"

    @classmethod
    def of(cls, token: str) -> Who:
        """The token read back. Raises ``ValueError`` where it is none."""
        if not re.match(WHO, token):
            raise ValueError("no token of a search")
        by, _, key = token.partition(".")
        return cls(By(by), key)


def search(service: Service, actor: Actor, typed: str) -> Who:
    """Whom a person who typed this looks for. Raises ``Refused`` where nobody can be found by it."""
    access.check(actor, "review.view")
    text = re.sub(r"\s+", "", typed).upper()
    if _CASE_NO.fullmatch(text):
        return Who(By.CASE, text)
    if _NUMBER.fullmatch(text):
        return Who(By.NUMBER, service.sealer.look_up(f"id_number:{text}"))
    if match := _MASKED.fullmatch(text):
        return Who(By.MASKED, service.sealer.look_up(masked_key(match[1] + match[2])))
    name = typed.strip() if typed.isascii() else re.sub(r"\s+", "", typed)
    if _NAME.fullmatch(name):
        return Who(By.NAME, service.sealer.look_up(f"name:{name}"))
    raise Refused(NOT_SEARCHABLE, (NOT_SEARCHABLE.fault("text"),))


def condition_of(who: Who) -> ColumnElement[bool]:
    """That a case is of whom was looked for."""
    return {
        By.NUMBER: Case.id_number_hash,
        By.MASKED: Case.id_masked_hash,
        By.NAME: Case.name_hash,
        By.CASE: Case.case_no,
    }[who.by] == who.key
