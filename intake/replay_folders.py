"""Replay without a server: case folders with ``case.yaml`` and what was read of them, as JSON.

``reading.json`` is what ``menshen read --json`` printed, ``verdict.json`` what ``menshen check --json``
printed for this folder, perhaps with others. Neither holds everything a database does (what files say of
themselves, what registers answered), so both packs judge the same JSON and only the packs differ.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from intake.case import case_name, read_application
from intake.case_yaml import CASE_YAML, CaseYamlRefused, read_mapping
from intake.facts import Facts
from intake.replay import NotReplayed, Replayed, judge_again
from ocr.types import Document, Engine
from validators.application import Application
from validators.check import check_case
from validators.pack import Pack, pack_in_force
from validators.policy_errors import PolicyError

READING: Final = "reading.json"
VERDICT: Final = "verdict.json"
_DOCUMENTS: Final = TypeAdapter(tuple[Document, ...])
_ENGINE: Final = TypeAdapter(Engine)
_NO_ENGINE: Final = Engine("", {}, "")


def replay_folder(folder: Path, pack: Pack | None) -> Replayed | NotReplayed:
    """A case folder under the pack in force on its day, and then under ``pack`` (``None``: the same)."""
    name = case_name(folder)
    try:
        application = _application(folder)
        documents, engine = _read(folder, name)
        own = pack_in_force(
            application.submitted_on,
            policy=application.policy,
            region=application.region,
            business=application.business,
        )
    except _Unusable as error:
        return NotReplayed(name, str(error))
    except PolicyError as error:
        return NotReplayed(name, error.message.rstrip("。"))
    before = check_case(name, application, documents, engine, own)
    return judge_again(before, Facts(application), pack or own)


class _Unusable(Exception):
    """A folder that cannot be replayed; the message says why, in Chinese."""


def _application(folder: Path) -> Application:
    try:
        application, faults = read_application(read_mapping(folder / CASE_YAML))
    except CaseYamlRefused as error:
        raise _Unusable(f"{CASE_YAML} 读不了") from error
    if application is None or faults:
        told = "；".join(f"{fault.where}{fault.message}" for fault in faults)
        raise _Unusable(f"{CASE_YAML}：{told}")
    return application


def _read(folder: Path, name: str) -> tuple[tuple[Document, ...], Engine]:
    path = next((folder / one for one in (VERDICT, READING) if (folder / one).is_file()), None)
    if path is None:
        raise _Unusable(f"没有 {VERDICT} 或 {READING}")
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        told = _case(held, name) if path.name == VERDICT else held
        documents = [{**one, "sha256": one.get("sha256") or ""} for one in told["documents"]]
        engine = _ENGINE.validate_python(told["engine"]) if "engine" in told else _NO_ENGINE
        return _DOCUMENTS.validate_json(json.dumps(documents)), engine
    except (OSError, ValueError, KeyError, TypeError, ValidationError) as error:
        raise _Unusable(f"{path.name} 不是 menshen 写出的 JSON") from error


def _case(held: dict[str, Any], name: str) -> dict[str, Any]:
    cases: list[dict[str, Any]] = held["cases"]
    if len(cases) == 1:
        return cases[0]
    found = [case for case in cases if case["case"] == name]
    if len(found) != 1:
        raise _Unusable(f"{VERDICT} 中没有名为 {name} 的案件")
    return found[0]
