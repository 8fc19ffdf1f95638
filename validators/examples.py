"""A pack's own examples, run under the pack: ``menshen policy test``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ocr.types import Engine
from validators.check import check_case
from validators.example_papers import application_of, documents_of
from validators.example_shapes import Example
from validators.pack import Pack
from validators.policy_faults import faults_in_words
from validators.verdict import CheckResult, Outcome, Verdict

FOLDER = "examples"
_ENGINE = Engine("examples", {}, "1")
_GRAVITY = (Outcome.UNMET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)
_EMPTY = frozenset({"null", "~", ""})


@dataclass(frozen=True, slots=True)
class Tried:
    """One example as it came out; ``faults`` is empty where all is as expected."""

    file: Path
    name: str
    faults: tuple[str, ...]
    verdict: Verdict | None = None


def try_examples(pack: Pack) -> tuple[Tried, ...]:
    """Every example beside the pack, in the order of the files; a broken one is a fault of its own."""
    folder = pack.path.parent / FOLDER
    return tuple(tried for path in sorted(folder.glob("*.yaml")) for tried in _file(pack, path))


def _file(pack: Pack, path: Path) -> Iterator[Tried]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        held = [_plain(part) for part in yaml.load_all(text, Loader=yaml.BaseLoader) if part]
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第 {mark.line + 1} 行" if mark is not None else "编码不是 UTF-8"
        yield Tried(path, path.stem, (f"不是有效的 YAML 文件（{where}）",))
        return
    for number, part in enumerate(held, 1):
        name = str(part.get("name") or f"第 {number} 例") if isinstance(part, dict) else f"第 {number} 例"
        try:
            example = Example.model_validate(part)
            verdict = _judged(pack, example)
        except ValidationError as error:
            yield Tried(path, name, faults_in_words(error))
            continue
        yield Tried(path, name, tuple(_compare(example, verdict)), verdict)


def _judged(pack: Pack, example: Example) -> Verdict:
    stated = application_of(example, pack.policy)
    return check_case(example.name, stated, documents_of(example, pack.policy), _ENGINE, pack)


def _compare(example: Example, verdict: Verdict) -> Iterator[str]:
    expected = example.expect
    if not _asks(example):
        yield "expect 中没有写明应有的结果（route 或 checks）"
    if expected.route is not None and expected.route is not verdict.route:
        why = "；".join(_reasons(verdict.checks))
        yield f"去向应为 {expected.route.value}，实为 {verdict.route.value}（{why}）"
    for asked, wanted in expected.checks.items():
        check, _, subject = asked.partition("/")
        outcome, _, code = wanted.partition(" ")
        found = [c for c in verdict.checks if c.id == check and subject in ("", c.subject)]
        if not found:
            yield f"没有名为 {asked} 的检查结果"
            continue
        gravest = min(found, key=lambda c: _GRAVITY.index(c.outcome))
        if outcome not in {one.value for one in Outcome}:
            yield f"{asked} 的结果只能写 met、unmet、unknown 或 not_applicable，不能写 {outcome}"
        elif gravest.outcome.value != outcome or (code and code not in {c.code for c in found}):
            yield f"{asked} 应为 {wanted}，实为 {gravest.outcome.value} {gravest.code}：{gravest.message}"


def _asks(example: Example) -> bool:
    """Whether an example says anything of what must come out."""
    return example.expect.route is not None or bool(example.expect.checks)


def _reasons(checks: Sequence[CheckResult]) -> Iterator[str]:
    """The mandatory answers that decided the route."""
    for check in checks:
        if not check.advisory and check.outcome in (Outcome.UNMET, Outcome.UNKNOWN):
            yield f"{check.id} {check.outcome.value}：{check.message.rstrip('。')}"


def _plain(held: Any) -> Any:
    """Every scalar as the text that was written, but for an empty value and ``null``."""
    if isinstance(held, dict):
        return {str(key): _plain(value) for key, value in held.items()}
    if isinstance(held, list):
        return [_plain(value) for value in held]
    return None if held in _EMPTY else held
