"""A worker with the service's own Celery settings and tasks that only take time; run by a test."""

import sys
import time
from pathlib import Path

from intake.service_settings import ServiceSettings
from intake.working.groups import GROUPS
from intake.working.queue import PRECHECK_TASK, WAKE, make_app

home, broker, log, seconds = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), float(sys.argv[4])
limit = int(sys.argv[5]) if len(sys.argv) > 5 else 900
app = make_app(ServiceSettings(home=home, broker_url=broker, job_seconds=limit))


def told(what: str) -> None:
    """Write down what came, in order, and take time."""
    with log.open("a") as stream:
        stream.write(f"{what}\n")
    time.sleep(seconds)


app.task(told, name=WAKE, typing=False)
app.task(told, name=PRECHECK_TASK, typing=False)
app.Worker(
    queues=list(GROUPS[sys.argv[6] if len(sys.argv) > 6 else "cases"].queues),
    concurrency=1,
    pool="prefork",
    loglevel="ERROR",
    quiet=True,
    without_gossip=True,
    without_mingle=True,
    without_heartbeat=True,
).start()
