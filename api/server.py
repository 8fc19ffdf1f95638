"""Runs the HTTP door: one process, one event loop."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import uvicorn

from api.http.app import create_app
from api.http.protocol import BoundedHead
from intake.operating.logs import configure
from intake.service import open_service
from intake.service_settings import ServiceSettings
from intake.working.orphans import clear_spool

KEEP_ALIVE_SECONDS = 30
DRAIN_SECONDS = 6
"""After a stop was asked for, calls under way may take so long; event streams are cut."""
BACKLOG = 512
PREPARED_SECONDS = 600.0
"""An upgrade of a large database may take its time."""


def serve(settings: ServiceSettings, *, after: Path | None = None) -> int:
    """Answer calls until SIGINT or SIGTERM. The exit status.

    ``after`` is a file that appears once the database is prepared; nothing is opened before.
    """
    configure()
    if after is not None and not _there(after):
        return 1
    clear_spool(settings)
    service = open_service(settings)
    config = uvicorn.Config(
        create_app(service),
        host=settings.host,
        port=settings.port,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        http=BoundedHead,
        ws="none",
        server_header=False,
        access_log=False,
        log_config=None,
        backlog=BACKLOG,
        # the last net, above what the app itself refuses with a sentence and a time to come back
        limit_concurrency=settings.max_receiving * 2 + BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=DRAIN_SECONDS,
        h11_max_incomplete_event_size=64 * 1024,
    )
    server = uvicorn.Server(config)
    # uvicorn raises again, for whoever was there before it, the signals that stopped it: for nobody
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    server.run()
    service.database.close()
    return 0 if server.started else 1


def _there(path: Path) -> bool:
    end = time.monotonic() + PREPARED_SECONDS
    while not path.exists():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
