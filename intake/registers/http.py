"""A register that another system keeps, asked over HTTP: ``POST`` with JSON, never an address with a name in
it. What is asked and answered stands in ``docs/registers.md``."""

from __future__ import annotations

import datetime as dt
import logging
import ssl
import time
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, TypeVar

import httpx2
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from intake.registers.asking import Asked, RegisterDown
from intake.registers.breaker import Breaker
from validators.hospitals import Hospital
from validators.register import InsuredPerson, Physician, Qualification

_log = logging.getLogger(__name__)
_MOST_BYTES: Final = 1024 * 1024
Word = Annotated[str, Field(min_length=1, max_length=200)]
S = TypeVar("S", bound=BaseModel)


class _Told(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)


class _Person(_Told):
    name: Word
    id_number: Word
    insured_place: str | None = None
    insurance: Literal["employee", "resident"] | None = None
    active: bool = True


class _Qualification(_Told):
    disease: Word
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None


class _Hospital(_Told):
    name: Word
    aliases: tuple[Word, ...] = ()
    region: str = ""
    level: str = ""
    as_of: str = ""


class _Physician(_Told):
    name: Word
    hospital: Word
    title: Word


class _Persons(_Told):
    persons: tuple[_Person, ...]


class _Qualifications(_Told):
    entitlements: tuple[_Qualification, ...]


class _Hospitals(_Told):
    hospitals: tuple[_Hospital, ...]


class _Physicians(_Told):
    physicians: tuple[_Physician, ...]


class HttpRegister:
    """One register at one address. Thread-safe; make a new one after a fork.

    ``seconds`` bound each of connecting, sending and waiting; one that answers byte by byte is cut off after
    as many. After three questions in a row without an answer it is left alone for half a minute.
    """

    def __init__(
        self, url: str, *, token: str | None = None, seconds: float = 3, breaker: Breaker | None = None
    ) -> None:
        self._url, self._seconds = url, seconds
        self._breaker = breaker or Breaker()
        self._client = httpx2.Client(
            headers={"authorization": f"Bearer {token}"} if token else None,
            timeout=seconds,
            trust_env=False,
            follow_redirects=False,
            verify=ssl.create_default_context(),
        )

    def persons(self, asked: Asked) -> Sequence[InsuredPerson]:
        """``{name, id_number}`` → ``{persons: […]}``."""
        told = self._ask({"name": asked.name, "id_number": asked.id_number}, _Persons)
        return [InsuredPerson(**one.model_dump()) for one in told.persons]

    def entitlements(self, asked: Asked) -> Sequence[Qualification]:
        """``{name, id_number}`` → ``{entitlements: […]}``."""
        told = self._ask({"name": asked.name, "id_number": asked.id_number}, _Qualifications)
        return [Qualification(**one.model_dump()) for one in told.entitlements]

    def hospitals(self, asked: Asked) -> Sequence[Hospital]:
        """``{names: […]}`` → ``{hospitals: […]}``."""
        if not asked.hospitals:
            return ()
        told = self._ask({"names": list(asked.hospitals)}, _Hospitals)
        return [registered_hospital(h.name, h.aliases, h.region, h.level, h.as_of) for h in told.hospitals]

    def physicians(self, asked: Asked) -> Sequence[Physician]:
        """``{names: […]}`` → ``{physicians: […]}``."""
        if not asked.physicians:
            return ()
        told = self._ask({"names": list(asked.physicians)}, _Physicians)
        return [Physician(**one.model_dump()) for one in told.physicians]

    def _ask(self, question: dict[str, Any], shape: type[S]) -> S:
        if not self._breaker.lets_through():
            raise RegisterDown("登记系统接连没有答复，暂停查询", asked=False)
        try:
            told = shape.model_validate_json(self._posted(question))
        except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, RegisterDown, ValidationError) as error:
            self._breaker.failed()
            why = _why(error)
            _log.warning("register gave no answer: %s", type(error).__name__)
            down = RegisterDown(why, paused=self._breaker.pause())
            raise down from None  # what was asked must not stand in a traceback
        self._breaker.answered()
        return told

    def _posted(self, question: dict[str, Any]) -> bytes:
        """The body of the answer, cut off where it comes too slowly or is too long."""
        end = time.monotonic() + self._seconds
        with self._client.stream("POST", self._url, json=question) as response:
            if response.status_code != httpx2.codes.OK:
                raise RegisterDown(f"登记系统答复状态 {response.status_code}")
            body = bytearray()
            for piece in response.iter_bytes():
                body += piece
                if time.monotonic() > end:
                    raise TimeoutError
                if len(body) > _MOST_BYTES:
                    raise RegisterDown("登记系统的答复过长")
        return bytes(body)


def registered_hospital(name: str, aliases: Sequence[str], region: str, level: str, as_of: str) -> Hospital:
    """A hospital as the bureau's register has it: its word decides, so it is of tier A."""
    return Hospital(
        name=name,
        aliases=tuple(aliases),
        city_code=region,
        level=level,
        kind="",
        tier="A",
        source="医院登记",
        as_of=as_of,
    )


def _why(error: Exception) -> str:
    if isinstance(error, RegisterDown):
        return error.why
    if isinstance(error, (TimeoutError, httpx2.TimeoutException)):
        return "登记系统未在时限内答复"
    return "登记系统的答复不合约定" if isinstance(error, ValidationError) else "连不上登记系统"
