"""Logs of the service: one JSON object a line on standard error, readable lines on a terminal.

Event names are English; cases, jobs and requests are told by their ids. Nobody should log personal data;
should somebody do it after all, or a library, the last processors take it out: values under telling keys,
anything like an ID or phone number, and every run of Chinese (a name, an address, a line of a page: no event
and no id is written so). Of an exception only its types and places are told, never its message, which may
hold what stood on a page.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Mapping
from contextlib import AbstractContextManager
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

PERSONAL: Final = frozenset(
    {
        "name",
        "id_number",
        "phone",
        "address",
        "filename",
        "file_name",
        "path_info",
        "query",
        "query_string",
        "url",
        "applicant",
        "agent",
        "insured_place",
        "hospital_name",
        "diagnosis",
        "disease",
        "diseases",
        "reading",
        "raw",
        "value",
        "values",
        "text",
        "line",
        "lines",
        "words",
        "verdict",
        "application",
        "body",
        "payload",
        "password",
        "passphrase",
        "secret",
        "token",
        "code_verifier",
        "authorization",
        "cookie",
        "cookies",
        "csrf",
        "api_key",
        "access_key",
        "master_key",
        "login",
        "headers",
        "params",
        "parameters",
        "args",
        "kwargs",
    }
)
"""Keys whose values are dropped whatever they hold."""

_TAKEN_OUT: Final = "[taken out]"
_DEEPEST: Final = 6
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""What could make one line look like two."""
_HIDDEN: Final = re.compile(
    # what stays: our ids and digests, in which twelve digits in a row are chance
    r"(?P<id>(?<![0-9A-Za-z])(?:[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
    r"(?![0-9A-Za-z]))"
    r"|(?<!\d)(?:\d{6}[ -]?(?:18|19|20)\d{6}[ -]?\d{3}[\dXx]|\d{17}[\dXx]|\d{15})(?!\d)"
    r"|(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
    r"|[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
    r"|(?:%[Ee][4-9](?:%[0-9A-Fa-f]{2}){2})+"
    r"|(?:\\u[4-9][0-9a-fA-F]{3})+"
)

_OTHERS: Final = (
    "uvicorn",
    "uvicorn.error",
    "uvicorn.access",
    "celery",
    "celery.task",
    "celery.worker",
    "kombu",
    "sqlalchemy",
    "alembic",
)
"""Loggers whose own handlers are taken away."""
_LOUD: Final = {
    "uvicorn.access": logging.CRITICAL,  # paths with query strings; the API writes its own line a call
    "httpx": logging.WARNING,
    "httpx2": logging.WARNING,
    "sqlalchemy.engine": logging.WARNING,  # below it tells the values of statements
    "alembic.runtime.plugins": logging.WARNING,
}


def configure(*, level: str = "INFO", as_json: bool | None = None) -> None:
    """Send every log of this process, ours and the libraries', through one form to standard error.

    ``as_json`` unsaid: readable lines if standard error is a terminal. Also takes over what Python says of
    exceptions nobody caught. Call it once in every process, after a fork as well.
    """
    readable = sys.stderr.isatty() if as_json is None else not as_json
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _Formatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                types_and_places,
                without_personal_data,
                structlog.dev.ConsoleRenderer(colors=False)
                if readable
                else structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _OTHERS:
        other = logging.getLogger(name)
        other.handlers.clear()
        other.propagate = True
    for name, least in _LOUD.items():
        logging.getLogger(name).setLevel(least)
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # a record that cannot be formatted must not print its values
    sys.excepthook = _crashed
    threading.excepthook = _thread_crashed


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Takes a library's record that carries an exception by its template only: what is filled in is often
    the exception's message."""

    def format(self, record: logging.LogRecord) -> str:
        if not isinstance(record.msg, dict):
            record = copy(record)
            told = None if record.exc_info else _filled_in(record)
            record.msg, record.args = str(record.msg) if told is None else told, ()
            record.exc_text = record.stack_info = None
        return super().format(record)


def _filled_in(record: logging.LogRecord) -> str | None:
    """The record's words, or nothing where they do not fit its values."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return None


def types_and_places(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """An exception as ``error`` (its type, then its causes') and ``at`` (places, outermost first)."""
    given = event.pop("exc_info", None)
    event.pop("exception", None)
    event.pop("stack_info", None)
    error: BaseException | None
    if isinstance(given, BaseException):
        error = given
    elif isinstance(given, tuple):
        error = given[1]
    else:
        error = sys.exc_info()[1] if given else None
    if error is not None:
        event["error"] = " < ".join(type(one).__qualname__ for one in _causes(error))
        event["at"] = places(error)
    return event


def places(error: BaseException) -> str:
    """Where an error went through the code, outermost first, without its message or any value."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)


def without_personal_data(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """The event without anything that looks personal; a net, not a licence."""
    cleaned = _without(event, 0)
    return dict(cleaned)


def _without(value: Any, depth: int) -> Any:
    match value:
        case None | bool() | float():
            clean: Any = value
        case int():
            clean = value if abs(value) < 10**10 else masked(str(value))
        case Mapping():
            clean = {masked(str(key)): _under(str(key), one, depth) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            clean = [_without(one, depth + 1) for one in value] if depth < _DEEPEST else _TAKEN_OUT
        case BaseException():
            clean = type(value).__qualname__
        case bytes() | bytearray() | memoryview():
            clean = f"{len(value)} bytes"
        case _:
            clean = masked(str(value))
    return clean


def _under(key: str, value: Any, depth: int) -> Any:
    if key.lower() in PERSONAL or depth >= _DEEPEST:
        return _TAKEN_OUT
    return _without(value, depth + 1)


def masked(text: str) -> str:
    """``text`` on one line, with ID numbers, phone numbers and runs of Chinese taken out.

    >>> masked("no such person: 430503196703124514 刘某, 13912345678")
    'no such person: *** ***, ***'
    >>> masked("case 019aa1b2c3d4e5f60718293a4b5c6d7e")
    'case 019aa1b2c3d4e5f60718293a4b5c6d7e'
    """
    return _HIDDEN.sub(lambda found: found["id"] or "***", _CONTROL.sub(" ", text))


def _causes(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain and len(chain) < 8:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return chain


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger("menshen").critical("crashed", exc_info=error.with_traceback(trace))


def _thread_crashed(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None and not issubclass(crash.exc_type, SystemExit):
        name = crash.thread.name if crash.thread else ""
        structlog.get_logger("menshen").critical("thread.crashed", thread=name, exc_info=crash.exc_value)


def bound(**ids: str) -> AbstractContextManager[None]:
    """Within it every log line of this task or thread carries ``ids`` (``case_id``, ``job_id``,
    ``request_id``)."""
    return structlog.contextvars.bound_contextvars(**ids)
