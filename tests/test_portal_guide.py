"""The portals' guide says what is so: fields, states, calls, codes, numbers. Its examples run in
``test_portal_examples``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from api.http.batches import MOST_FILES
from api.http.envelope import BODY_BYTES
from api.http.events import HEARTBEAT_SECONDS, LONGEST_SECONDS
from api.http.receive import IDLE_SECONDS, LEAST_PACE
from api.http.shapes.case import NewCase
from api.http.watching import STREAMS_EACH
from intake.bulk.columns import HEADERS
from intake.bulk.limits import DEFAULT_LIMITS
from intake.bulk.manifest import read_manifest
from intake.case_requests import Channel
from intake.cases import MOST_LISTED
from intake.delivering.webhook_endpoints import MOST_ENDPOINTS, OLD_SECRET_LASTS
from intake.delivering.webhook_schedule import MOST_ATTEMPTS, STANDARD
from intake.events import TYPES
from intake.idempotency import KEPT
from intake.lifecycle import State
from intake.reviewing.decisions import UNDO_SECONDS
from intake.service_settings import ServiceSettings
from ocr.types import DocumentKind, Finding
from validators.verdict import Outcome, Route

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "portal-guide.zh-CN.md").read_text("utf-8")
EXAMPLES = ROOT / "docs" / "examples"
APPLICATION = json.loads((EXAMPLES / "application.json").read_text("utf-8"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def section(title: str) -> str:
    return GUIDE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def first_cells(text: str) -> set[str]:
    return set(re.findall(r"^\| `([a-z_.]+)` \|", text, re.MULTILINE))


@pytest.mark.parametrize(("language", "file"), [("sh", "portal.sh"), ("python", "webhook_receiver.py")])
def test_what_the_guide_shows_stands_in_the_example(language: str, file: str) -> None:
    shown, example = blocks(language), (EXAMPLES / file).read_text("utf-8")
    assert shown
    assert [block for block in shown if block not in example] == []


def test_the_application_shown_is_the_example_and_is_valid() -> None:
    assert json.loads(blocks("json")[0]) == APPLICATION
    assert NewCase.model_validate(APPLICATION).policy == "shaoyang-renewal"


def test_every_field_of_an_application_has_a_row() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", section("新建案件"), re.MULTILINE)
    named = {name for name, _ in rows} | set(re.findall(r"`(region|business)`（", rows[0][1]))
    assert named == set(NewCase.model_fields)
    channels = dict(rows)["channel"]
    assert set(re.findall(r"`([a-z-]+)`", channels)) == set(Channel.__args__)  # type: ignore[attr-defined]


def test_states_routes_outcomes_events_and_kinds_are_all_named_and_no_other() -> None:
    after = section("提交之后")
    assert first_cells(after) == {"state", "route", *State, *Route}
    assert set(re.findall(r"`(\w+)` (?:符合|不符合|无法判断|不适用)", after)) == set(Outcome)
    assert first_cells(section("事件推送")) == set(TYPES)
    kinds = re.search(r"^材料类型.+?。$", GUIDE, re.DOTALL | re.MULTILINE)
    assert kinds
    assert set(re.findall(r"`([a-z_]+)` ", kinds[0])) == set(DocumentKind)
    findings = re.search(r"^`quality`（画面问题）.+?。$", GUIDE, re.DOTALL | re.MULTILINE)
    assert findings
    assert set(re.findall(r"`([a-z_]+)` ", findings[0])) == set(Finding)


def test_calls_named_exist() -> None:
    document = json.loads((ROOT / "docs" / "openapi.json").read_text("utf-8"))
    there = {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}
    named = set(re.findall(r"\b((?:GET|POST) /v1/[a-z/_{}.-]*[a-z}])", GUIDE))
    assert len(named) >= 20
    assert named - there == set()


def test_codes_named_exist_with_the_status_beside_them() -> None:
    source = "".join(
        path.read_text("utf-8") for folder in ("api", "intake") for path in (ROOT / folder).rglob("*.py")
    )
    assert {code for code in re.findall(r"`([A-Z]+-\d+)`", GUIDE) if f'"{code}"' not in source} == set()
    from intake.refusals import access, batches, cases, http, precheck, uploads, webhooks  # noqa: PLC0415
    from intake.refusals.base import Refusal  # noqa: PLC0415

    statuses = {
        one.code: one.kind.value
        for module in (access, batches, cases, http, precheck, uploads, webhooks)
        for one in vars(module).values()
        if isinstance(one, Refusal)
    }
    rows = re.findall(r"^\| (\d{3}) \| ((?:`[A-Z]+-\d+` ?)+) \|", section("出错时"), re.MULTILINE)
    assert len(rows) >= 10
    for status, codes in rows:
        for code in re.findall(r"[A-Z]+-\d+", codes):
            assert statuses.get(code, 500) == int(status), code


def test_numbers_named_are_those_of_the_program() -> None:
    settings = ServiceSettings.model_fields

    def default(name: str) -> str:
        return f"{settings[name].default:g}"

    limits = section("上限")
    assert f"{default('max_file_mb')} MB、{default('max_pages')} 页、" in limits
    assert f"每页 {settings['max_megapixels'].default * 100:g} 万像素" in limits
    assert f"{default('max_files')} 个文件、共 {default('max_case_mb')} MB" in limits
    assert f"JSON 正文 | {BODY_BYTES // 1024**2} MB" in limits
    assert f"{DEFAULT_LIMITS.cases} 个案件、{settings['max_batch_mb'].default:.0f} MB" in limits
    assert f"每个 {default('max_scan_mb')} MB、{default('max_scan_pages')} 页" in limits
    assert f"{default('upload_hours')} 小时没有新数据" in limits
    assert f"停顿不超过 {IDLE_SECONDS:g} 秒，平均每秒不低于 {LEAST_PACE // 1024} KB" in limits
    pace = section("频率与分页")
    assert f"每分钟 {default('calls_per_minute')} 次" in pace
    assert f"每日新建 {settings['cases_per_day'].default} 件" in pace
    assert f"`limit` 至多 {MOST_LISTED}" in pace
    assert f"至多同时打开 {STREAMS_EACH} 个 SSE" in pace
    hooks = section("事件推送")
    assert f"至多 {MOST_ENDPOINTS} 个" in hooks
    assert f"共 {MOST_ATTEMPTS} 次" in hooks
    assert [5, 300, 1800, *(hours * 3600 for hours in (2, 5, 10, 14, 20, 24))] == list(STANDARD)
    assert f"在 {default('webhook_seconds')} 秒内答复" in hooks
    assert f"作出决定 {UNDO_SECONDS} 秒之后" in hooks
    assert f"{OLD_SECRET_LASTS.total_seconds() / 3600:.0f} 小时内新旧签名" in hooks
    assert f"至多 {default('precheck_seconds')} 秒" in section("预检")
    assert f"每 {HEARTBEAT_SECONDS} 秒一次心跳，最长 {LONGEST_SECONDS / 60:.0f} 分钟" in section("提交之后")
    assert f"保留 {KEPT.total_seconds() / 3600:.0f} 小时" in section("重试")
    assert MOST_FILES >= 1000  # "all files at once" is for hand-ins that are not large


def test_the_manifest_shown_can_be_read_and_its_columns_exist() -> None:
    manifest = read_manifest(blocks("csv")[0].encode(), "清单.csv")
    assert manifest.every_fault() == ()
    assert manifest.stated_cases == len(manifest.rows) == 1
    known = {words.split()[0] for words in HEADERS.values()}
    columns = section("医院批量报送").split("| 列 |", 1)[1].split("```", 1)[0]
    named = {
        name
        for row in re.findall(r"^\| (`.+?) \|", columns, re.MULTILINE)
        for name in re.findall("`(.+?)`", row)
    }
    assert named <= known
    assert named >= {"姓名", "身份证号", "政策", "提交日期", "文件", "文件夹", "外部编号"}


def test_links_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", GUIDE) if "://" not in link]
    assert len(links) >= 5
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []
