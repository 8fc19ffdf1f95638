"""docs/policy.md: the worked example lints and passes, and every key, name and check is written there."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from validators.demands import Condition, LookBack, Material, TitleDemand, Validity, Window
from validators.example_shapes import Example, ExamplePaper
from validators.examples import try_examples
from validators.expressions import faults_of, truth
from validators.fact_names import FUNCTIONS, NAMES, PAPER, Fact, ListOf, Names
from validators.lint import lint
from validators.pack import load_pack
from validators.pack_template import begin_pack
from validators.policy import CheckId, LocalRule, Policy

DOCS = (Path(__file__).parents[1] / "docs" / "policy.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", DOCS, re.DOTALL)


def block(language: str, word: str) -> str:
    """The one block in ``language`` that begins with ``word``."""
    return next(text for held, text in BLOCKS if held == language and text.startswith(word))


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example as somebody who follows the page makes it."""
    root = tmp_path_factory.mktemp("packs")
    path = begin_pack(root, "shaoxing-application", "330600", "application", dt.date(2026, 3, 1))
    (path.parent / "catalogue.csv").write_text(block("csv", "编号"), encoding="utf-8-sig")
    template = path.read_text(encoding="utf-8")
    filled = template.replace("【申请表名称】", "认定申请表").replace("【请核对】", "")
    written: dict[str, Any] = yaml.safe_load(filled)
    del written["agent"]  # the text says nothing of agents
    changes = yaml.safe_load(block("yaml", "sources:"))
    written["materials"] += changes.pop("materials")
    path.write_text(yaml.safe_dump(written | changes, allow_unicode=True), encoding="utf-8")
    (path.parent / "examples" / "sound.yaml").write_text(block("yaml", "name:"), encoding="utf-8")
    return path


def test_the_worked_example_lints_clean(worked: Path) -> None:
    assert [f"{f.where} {f.message}" for f in lint(load_pack(worked))] == []


def test_the_worked_example_gives_what_it_says(worked: Path) -> None:
    tried = try_examples(load_pack(worked))
    assert [one.faults for one in tried] == [(), ()]


def names(held: Names, before: str = "") -> list[str]:
    """Every name with its dots, as the page writes it."""
    if not isinstance(held, dict):
        return []
    found = []
    for key, part in held.items():
        if isinstance(part, Fact | ListOf):
            found.append(f"{before}{key}")
        else:
            found += names(part, f"{before}{key}.")
    return found


@pytest.mark.parametrize("name", [*names(NAMES), *names({"p": PAPER}), *FUNCTIONS])
def test_every_name_of_expressions_is_there(name: str) -> None:
    parts = name.removeprefix("p.fields.") if name.startswith("p.fields.") else name
    assert f"`{parts}`" in DOCS or f"`{parts}(" in DOCS


KEYS = [
    key
    for shape in (Policy, Condition, Material, TitleDemand, LookBack, Window, Validity, LocalRule, Example)
    for key in shape.model_fields
] + list(ExamplePaper.model_fields)


@pytest.mark.parametrize("key", sorted(set(KEYS)))
def test_every_key_is_there(key: str) -> None:
    assert re.search(rf"[`{{ ]{key}[`:：, ]", DOCS)


@pytest.mark.parametrize("check", get_args(CheckId))
def test_every_check_is_there(check: str) -> None:
    assert f"`{check}`" in DOCS


def test_the_expressions_of_the_page_can_be_used() -> None:
    shown = next(text for held, text in BLOCKS if not held and "applicant.age >= 60" in text)
    expressions = [re.split(r"\s{4,}", line)[0] for line in shown.strip().splitlines()]
    assert len(expressions) == 7
    assert [faults_of(expression) for expression in expressions] == [()] * 7
    assert [truth(expression, {}) for expression in expressions] == [None] * 7
