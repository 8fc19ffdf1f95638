"""Logs: one form for everybody's, and nothing personal in them, whoever tried."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.operating.logs import PERSONAL, masked, without_personal_data
from intake.tables.base import new_id

_SCENES = """
import logging, sys, threading, warnings
import structlog
from intake.operating import logs
logs.configure(as_json=sys.argv[1] == "json")
ours = structlog.get_logger("menshen.work")
def reading():
    page = "姓名 刘秀英 430503196703124514"
    raise ValueError(page)
def scene_ours():
    with logs.bound(case_id="019aa1b2c3d4e5f60718293a4b5c6d7e", job_id="j1"):
        ours.info("job.done", ms=12.5, pages=3, route="needs_attention")
def scene_personal():
    detail = {"id_number": 430503196703124514, "more": ["刘秀英", "13912345678"]}
    ours.info("x", name="Liu Xiuying", detail=detail)
def scene_exception():
    try:
        reading()
    except ValueError as error:
        try:
            raise RuntimeError("Liu Xiuying") from error
        except RuntimeError:
            ours.exception("job.failed", job_id="j1")
def scene_library():
    logging.getLogger("some.library").warning("cannot parse %s (+86 139-1234-5678)", "刘秀英")
def scene_library_exception():
    try:
        reading()
    except ValueError as error:
        values = {"name": "wake", "id": "1", "description": "raised", "exc": "ValueError: Liu Xiuying"}
        celery = logging.getLogger("celery.app.trace")
        celery.error("Task %(name)s[%(id)s] %(description)s: %(exc)s", values, exc_info=True)
        logging.getLogger("sqlalchemy.pool").error("Liu: %s", error, exc_info=error)
def scene_forged():
    ours.info("http.answered", route="/v1/x\\n{\\"event\\": \\"people.added\\"}")
def scene_unfit():
    logging.getLogger("some.library").info("%d pages", "刘秀英")
def scene_warning():
    warnings.warn("刘秀英 430503196703124514")
def scene_thread():
    thread = threading.Thread(target=reading); thread.start(); thread.join()
def scene_crash():
    reading()
def scene_quiet():
    logging.getLogger("uvicorn.access").info('GET /v1/cases?q=1')
    logging.getLogger("sqlalchemy.engine").info("INSERT ('Liu Xiuying')")
def scene_uvicorn():
    logging.getLogger("uvicorn.error").addHandler(logging.StreamHandler(sys.stderr))
    logs.configure(as_json=sys.argv[1] == "json")
    logging.getLogger("uvicorn.error").info("Started server process [%d]", 7)
for scene in sys.argv[2:]:
    print("==", scene, file=sys.stderr, flush=True)
    globals()["scene_" + scene]()
"""
SCENES = (
    *(
        "ours",
        "personal",
        "exception",
        "library",
        "library_exception",
        "forged",
        "unfit",
        "warning",
        "thread",
    ),
    *("quiet", "uvicorn", "crash"),
)
SECRETS = ("刘秀英", "430503196703124514", "13912345678", "139-1234-5678", "Liu Xiuying", "姓名")


@cache
def played(form: str) -> tuple[dict[str, list[str]], int]:
    """Every scene in one process; the crash comes last. What each wrote, and the exit status."""
    done = subprocess.run(
        [sys.executable, "-c", _SCENES, form, *SCENES], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    told: dict[str, list[str]] = {}
    for line in done.stderr.splitlines():
        if line.startswith("== "):
            told[line[3:]] = []
        else:
            list(told.values())[-1].append(line)
    return told, done.returncode


def play(scene: str, form: str = "json") -> list[str]:
    return played(form)[0][scene]


def lines(scene: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in play(scene)]


def test_a_line_of_ours_carries_ids_and_times() -> None:
    (line,) = lines("ours")
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "job.done",
        "level": "info",
        "logger": "menshen.work",
        "case_id": "019aa1b2c3d4e5f60718293a4b5c6d7e",
        "job_id": "j1",
        "ms": 12.5,
        "pages": 3,
        "route": "needs_attention",
    }


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("form", ["json", "readable"])
def test_nothing_personal_stands_in_any_line(scene: str, form: str) -> None:
    written = "\n".join(play(scene, form))
    assert [secret for secret in SECRETS if secret in written] == []


def test_an_exception_is_told_by_types_and_places_only() -> None:
    (line,) = lines("exception")
    assert line["error"] == "RuntimeError < ValueError"
    assert line["at"].startswith("<string>:")
    assert "exception" not in line


def test_a_librarys_record_with_an_exception_keeps_its_template_only() -> None:
    task, pool = lines("library_exception")
    assert task["event"] == "Task %(name)s[%(id)s] %(description)s: %(exc)s"
    assert task["error"] == pool["error"] == "ValueError"
    assert pool["event"] == "Liu: %s"


def test_a_bug_that_ends_the_process_is_one_line_and_a_status() -> None:
    (line,) = lines("crash")
    assert (line["event"], line["error"], line["level"]) == ("crashed", "ValueError", "critical")
    assert played("json")[1] == 1
    (line,) = lines("thread")
    assert (line["event"], line["error"]) == ("thread.crashed", "ValueError")


def test_nobody_forges_a_second_line() -> None:
    assert len(play("forged", "readable")) == len(play("forged")) == 1


def test_a_record_that_does_not_fit_its_values_is_told_without_them() -> None:
    (line,) = lines("unfit")
    assert line["event"] == "%d pages"


def test_addresses_and_statements_are_not_logged() -> None:
    assert lines("quiet") == []


def test_a_librarys_own_handlers_are_taken_over() -> None:
    (line,) = lines("uvicorn")
    assert line["event"] == "Started server process [7]"


@pytest.mark.parametrize(
    "text",
    [
        "430503196703124514",
        "id430503196703124514x",
        "43050319670312451X",
        "430503 19670312 4514",
        "430503670312451",
        "13912345678",
        "+8613912345678",
        "139 1234 5678",
        "刘秀英",
        "%E5%88%98%E7%A7%80%E8%8B%B1",
        r"\u5218\u79c0\u82f1",
    ],
)
def test_what_looks_personal_is_taken_out(text: str) -> None:
    told = masked(f"before {text} after")
    assert text not in told
    assert told.startswith("before ")
    assert told.endswith(" after")


@given(st.builds(new_id))
def test_our_ids_stay_readable(one: str) -> None:
    assert masked(f"case {one} done") == f"case {one} done"


@pytest.mark.parametrize(
    "text",
    ["2025-11-20T08:15:30.123456Z", "0.123 s", "127.0.0.1:53422", "HOSP-001", "a" * 64, "/v1/cases/{id}"],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize("key", sorted(PERSONAL))
def test_telling_keys_lose_their_values_at_any_depth(key: str) -> None:
    told = without_personal_data(
        None, "info", {"event": "x", key: "Liu", "more": [{key.upper(): {"a": "Liu"}}]}
    )
    assert "Liu" not in json.dumps(told)
