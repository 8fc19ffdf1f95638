"""What bodies that come in and answers that go out have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

_UNWELCOME: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DEEPEST: Final = 20

Id = Annotated[str, Field(description="编号，32 位十六进制", examples=["01990f3c2a7b5d1e8c4f90ab12cd34ef"])]


class Sent(BaseModel):
    """A body that came in: no unknown names, no control characters, no half characters.

    PostgreSQL takes no NUL, UTF-8 no lone surrogates: both are told to the caller, not to the log.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _readable(cls, stated: Any) -> Any:
        return only_text(stated)


class Told(BaseModel):
    """A part of an answer, made from a frozen value of ``intake``."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


def only_text(stated: Any) -> Any:
    """``stated`` as it is; raises ``ValueError`` where a text in it holds what is no text."""
    if any(_UNWELCOME.search(text) for text in _texts(stated, 0)):
        raise ValueError("含有控制字符或无效的字符")
    return stated


def _texts(stated: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise ValueError("嵌套过深")
    if isinstance(stated, str):
        yield stated
    elif isinstance(stated, dict):
        for key, value in stated.items():
            yield str(key)
            yield from _texts(value, depth + 1)
    elif isinstance(stated, list):
        for value in stated:
            yield from _texts(value, depth + 1)
