"""The real reader in a worker's place, in a thread of the test: it takes prechecks off the queue."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from intake.pipeline import Reader
from intake.service import Service
from intake.working.first_pages import answer
from intake.working.groups import PRECHECK


@contextmanager
def worker(service: Service, reader: Reader) -> Iterator[None]:
    """Takes prechecks off the queue as a worker would."""
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            if (message := service.broker.lpop(PRECHECK)) is None:
                time.sleep(0.02)
                continue
            arguments, _, _ = json.loads(base64.b64decode(json.loads(message)["body"]))
            answer(service, reader, arguments[0])

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(60)
