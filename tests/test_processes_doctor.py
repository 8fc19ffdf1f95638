"""What ``menshen doctor`` says of the parts the service stands on."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from services import free_port

from intake.operating.doctor_service import examine_service
from intake.operating.examined import Examined
from intake.service_settings import ServiceSettings


def examined(home: Path, **given: object) -> dict[str, Examined]:
    settings = ServiceSettings(home=home, **{"port": free_port(), **given})  # type: ignore[arg-type]
    return {one.name: one for one in examine_service(settings)}


def test_the_embedded_parts_are_well_and_nothing_is_made(tmp_path: Path) -> None:
    home = tmp_path / "h"
    found = examined(home)
    assert set(found) == {"消息服务", "数据库", "原件存放", "监听端口"}
    assert all(one.well for one in found.values())
    assert not home.exists()


def test_real_parts_that_answer_are_well(
    tmp_path: Path, empty_postgres_url: str, broker_url: str, s3_vault_url: str
) -> None:
    found = examined(tmp_path, database_url=empty_postgres_url, broker_url=broker_url, vault_url=s3_vault_url)
    assert all(one.well for one in found.values()), found
    assert found["数据库"].found.startswith("PostgreSQL")
    assert found["消息服务"].found.startswith("Redis ")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("数据库", {"database_url": "postgresql+psycopg://menshen:secret-word@127.0.0.1:1/none"}),
        ("数据库", {"database_url": "no address"}),
        ("数据库", {"database_url": "sqlite:////nowhere/at/all.db"}),
        ("消息服务", {"broker_url": "redis://:secret-word@127.0.0.1:1/0"}),
        ("消息服务", {"broker_url": "http://127.0.0.1"}),
        ("原件存放", {"vault_url": "gopher://nowhere"}),
    ],
)
def test_a_part_that_is_away_is_named_with_a_remedy(
    tmp_path: Path, name: str, given: dict[str, object]
) -> None:
    found = examined(tmp_path, **given)
    assert [one.name for one in found.values() if not one.well] == [name]
    assert found[name].needed
    assert "MENSHEN_" in (found[name].remedy or "")
    assert "secret-word" not in found[name].found


def test_a_home_too_deep_for_a_socket_is_named(tmp_path: Path) -> None:
    found = examined(tmp_path / ("h" * 100))
    assert not found["消息服务"].well
    assert "MENSHEN_HOME" in (found["消息服务"].remedy or "")


def test_a_port_in_use_is_told_but_not_missed(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        found = examined(tmp_path, port=other.getsockname()[1])["监听端口"]
    assert not found.well
    assert not found.needed
