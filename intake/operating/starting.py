"""Why the service does not start: every reason with a permanent code, Chinese words and a way out."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.faults import Fault
from intake.service_settings import ServiceSettings


class StartRefused(Exception):
    """The service cannot start here and now; ``fault`` says why and what to do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold ``home`` for this process. Raises ``StartRefused`` where another ``menshen up`` holds it.

    The kernel lets go of the lock with the process, however it ends.
    """
    run = home / "run"
    run.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(run / "up.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            remedy = "请先停止它，或用 MENSHEN_HOME 另指定一个主目录。"
            raise StartRefused(Fault("UP-001", str(home), "这个主目录已有一个门审在运行", remedy)) from error
        yield
    finally:
        os.close(descriptor)


def free_port(settings: ServiceSettings) -> None:
    """Raises ``StartRefused`` where the service's port cannot be listened on."""
    where = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            remedy = "请停止占用它的程序，或用 MENSHEN_PORT、MENSHEN_HOST 换一个端口或地址。"
            why = f"不能在这个地址上监听（{error.strerror}）"
            raise StartRefused(Fault("UP-002", where, why, remedy)) from error
