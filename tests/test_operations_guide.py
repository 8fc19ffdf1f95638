"""The guide for operators says what is so: every setting with its default, every alert, every metric."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from intake.service_settings import ServiceSettings

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_setting_is_named_with_its_default_and_no_other() -> None:
    rows = dict(re.findall(r"^\| `MENSHEN_([A-Z0-9_]+)` \| ([^|]*?) ?\|", GUIDE, re.MULTILINE))
    wanted = {}
    for name, field in ServiceSettings.model_fields.items():
        default = "" if field.default_factory else field.default
        if isinstance(default, bool):
            default = str(default).lower()
        wanted[name.upper()] = "" if default is None else str(default)
    assert rows == wanted


def test_every_alert_has_a_row_and_no_other() -> None:
    rules = yaml.safe_load((ROOT / "deploy" / "prometheus" / "alerts.yml").read_text(encoding="utf-8"))
    alerts = {rule["alert"] for group in rules["groups"] for rule in group["rules"] if "alert" in rule}
    assert set(re.findall(r"^\| (Menshen\w+) \|", GUIDE, re.MULTILINE)) == alerts


def test_metrics_named_in_the_guide_and_in_the_alerts_exist() -> None:
    program = "".join(
        (ROOT / "intake" / "operating" / name).read_text(encoding="utf-8")
        for name in ("metrics.py", "tallies.py")
    )
    shipped = [GUIDE, *(path.read_text(encoding="utf-8") for path in (ROOT / "deploy").rglob("*.yml"))]
    named = {name for text in shipped for name in re.findall(r"\bmenshen_([a-z_]+[a-z])(?![a-z_/-])", text)}
    plain = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in named} - {"http"}
    assert {
        name for name in plain if f'"{name}"' not in program and f'"menshen_{name}"' not in program
    } == set()


def test_nothing_is_left_to_be_filled_in() -> None:
    assert re.findall(r"@@|TODO|TBD|\?\?\?", GUIDE) == []
