"""A look at one file while the phone waits: what it is, and whether it can be read. Nothing is kept.

The sealed bytes stand in the vault, so that the worker may be on another host, for the seconds it takes:
whoever asked takes them away, so does the worker, and after a crash of both the sweeper. Which object it
is and its key go to the worker sealed; back come a kind, findings and codes, no personal data (an ID card's
answer is sealed: ``intake.working.id_card``).
"""

from __future__ import annotations

import base64
import json
import logging
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, cast

from redis.exceptions import RedisError

from intake.refusals import Refused
from intake.refusals.precheck import PRECHECK_BUSY
from intake.safekeeping.vault import Received, VaultError
from intake.service import Service
from intake.tables.base import new_id
from intake.working.groups import PRECHECK
from intake.working.queue import ask_precheck
from ocr.types import Refusal

_log = logging.getLogger(__name__)
MOST_WAITING: Final = 8
"""With so many waiting, another would not have its answer in time."""
_KEPT: Final = "menshen:precheck:kept"
ANSWER_SECONDS: Final = 60
_SLICE: Final = 2.0
_SUFFIX: Final = re.compile(r"\.[a-z0-9]{2,5}")


@dataclass(frozen=True, slots=True)
class PrecheckAnswer:
    """What a first look found. ``quality`` are names of findings; ``readable`` is false where a person
    should take the picture again; ``hints`` are Chinese sentences for whoever holds the phone;
    ``pages`` is how many the file has, of which the first two were looked at."""

    media_type: str | None
    kind: str
    kind_confidence: float | None
    pages: int
    quality: tuple[str, ...]
    readable: bool
    refused: Refusal | None
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a file. ``wants``: what for, beside a plain look (``intake.working.id_card``)."""

    token: str
    filename: str
    wants: str = ""


def precheck(service: Service, received: Received, filename: str) -> PrecheckAnswer:
    """Have a worker look at what came in; blocks for at most ``precheck_seconds``.

    Raises ``Refused`` (busy, with a time to come back) where no worker answers in time or a store is away.
    """
    return _answer_from(json.loads(asked(service, received, Question(new_id(), filename))))


def asked(service: Service, received: Received, question: Question) -> bytes:
    """The worker's answer to a question about what came in; the bytes are gone when it is here. Raises
    ``Refused`` as ``precheck`` does."""
    deadline = time.monotonic() + service.settings.precheck_seconds
    try:
        if service.broker.llen(PRECHECK) >= MOST_WAITING:
            raise _busy(service)
        service.broker.zadd(_KEPT, {received.path: time.time()})
        service.vault.keep(received)
        try:
            told = _asked(service, received, question, deadline)
        finally:
            _forget(service, received.path, question.token)
    except (RedisError, VaultError) as error:
        _log.warning("no precheck: %s", type(error).__name__)
        raise _busy(service) from error
    if told is None:
        raise _busy(service)
    return told


def clear_forgotten(service: Service) -> int:
    """For the sweeper: take away what crashes left behind; how many objects there were."""
    long_ago = time.time() - service.settings.precheck_seconds - ANSWER_SECONDS
    paths = cast(list[bytes], service.broker.zrangebyscore(_KEPT, 0, long_ago))
    for path in paths:
        service.vault.delete(path.decode())
        service.broker.zrem(_KEPT, path)
    return len(paths)


def _asked(service: Service, received: Received, question: Question, deadline: float) -> bytes | None:
    row = received.row(service.sealer)
    token, suffix = question.token, Path(question.filename).suffix.lower()
    stated = {
        "id": row.id,
        "path": row.path,
        "size": row.size,
        "key": base64.b64encode(row.key_sealed).decode(),
        "suffix": suffix if _SUFFIX.fullmatch(suffix) else "",
        "wants": question.wants,
    }
    sealed = service.sealer.seal(json.dumps(stated).encode(), about(token))
    service.broker.set(asked_key(token), sealed, px=int(service.settings.precheck_seconds * 1000) + 1)
    if not ask_precheck(service.settings, token):
        return None
    while (left := deadline - time.monotonic()) > 0:
        # in slices, for the client's own time limit on an answer is not much longer
        pair = cast(tuple[bytes, bytes] | None, service.broker.blpop([answer_key(token)], min(left, _SLICE)))
        if pair is not None:
            return pair[1]
    return None


def _forget(service: Service, path: str, token: str) -> None:
    service.vault.delete(path)
    service.broker.delete(asked_key(token), answer_key(token))
    service.broker.zrem(_KEPT, path)


def _busy(service: Service) -> Refused:
    return Refused(PRECHECK_BUSY, retry_after=max(1.0, round(service.settings.precheck_seconds / 4)))


def _answer_from(told: dict[str, Any]) -> PrecheckAnswer:
    refused = Refusal(**told["refused"]) if told["refused"] else None
    found = PrecheckAnswer(**told)
    return replace(found, quality=tuple(found.quality), hints=tuple(found.hints), refused=refused)


def asked_key(token: str) -> str:
    """Where the sealed question stands, for as long as somebody waits."""
    return f"menshen:precheck:{token}:asked"


def answer_key(token: str) -> str:
    """Where the answer is put."""
    return f"menshen:precheck:{token}:answer"


def about(token: str) -> str:
    """What a sealed question is about."""
    return f"precheck:{token}"
