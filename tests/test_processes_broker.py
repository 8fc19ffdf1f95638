"""The broker that ``menshen up`` starts: on a socket of its own, append-only, never twice."""

from __future__ import annotations

import signal
import socket
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from redis import Redis

from intake.operating.broker import answers, server_command, wait_until_answers
from intake.operating.starting import StartRefused, free_port, only_one
from intake.service_settings import ServiceSettings
from intake.working.queue import wake


@pytest.fixture
def settings(tmp_path: Path) -> ServiceSettings:
    return ServiceSettings(home=tmp_path / "h")


@contextmanager
def running(settings: ServiceSettings) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(server_command(settings), stdout=subprocess.DEVNULL)
    try:
        assert wait_until_answers(settings)
        yield process
    finally:
        process.kill()
        process.wait()


def test_it_listens_on_a_closed_socket_and_on_no_port(settings: ServiceSettings) -> None:
    with running(settings):
        told = Redis.from_url(settings.broker)
        config = told.config_get("*")
        assert config["port"] == "0"
        assert config["appendonly"] == "yes"
        assert config["appendfsync"] == "everysec"
        assert config["maxmemory-policy"] == "noeviction"
        assert stat.S_IMODE(settings.broker_socket.stat().st_mode) == 0o700
        assert stat.S_IMODE(settings.broker_socket.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE((settings.home / "broker").stat().st_mode) == 0o700


def test_messages_survive_a_kill_and_the_dead_socket_is_no_hindrance(settings: ServiceSettings) -> None:
    with running(settings) as process:
        Redis.from_url(settings.broker).config_set("appendfsync", "always")  # not to wait for the second
        assert wake(settings, "cases", 3)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert settings.broker_socket.exists()
        assert not answers(settings)
        began = time.monotonic()
        assert not wake(settings, "cases")
        assert time.monotonic() - began < 3, "whoever hands in a case does not wait for a broker"
    with running(settings):
        assert Redis.from_url(settings.broker).llen("cases") == 3


def test_a_living_one_on_the_same_socket_is_refused(settings: ServiceSettings) -> None:
    with running(settings), pytest.raises(StartRefused) as refused:
        server_command(settings)
    assert refused.value.fault.code == "UP-005"


def test_a_path_too_long_for_a_socket_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StartRefused) as refused:
        server_command(ServiceSettings(home=tmp_path / ("h" * 100)))
    assert refused.value.fault.code == "UP-003"


def test_a_home_is_held_by_one(tmp_path: Path) -> None:
    with only_one(tmp_path):
        with pytest.raises(StartRefused) as refused, only_one(tmp_path):
            raise AssertionError("held twice")
        assert refused.value.fault.code == "UP-001"
    with only_one(tmp_path):
        assert (tmp_path / "run" / "up.lock").exists()


def test_a_port_in_use_is_refused(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings = ServiceSettings(home=tmp_path, port=other.getsockname()[1])
        with pytest.raises(StartRefused) as refused:
            free_port(settings)
    assert refused.value.fault.code == "UP-002"
    free_port(settings)
