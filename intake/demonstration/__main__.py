"""``python -m intake.demonstration SAMPLES [MOST]``: hand the samples in, and carry some of them on.

Runs beside the service, on its settings, until it is stopped; started anew, it goes on where it was.
"""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from intake.demonstration.carry_on import carry_on, look_again
from intake.demonstration.hand_in import hand_in
from intake.demonstration.plan import planned
from intake.operating.logs import configure
from intake.refusals.base import Refused
from intake.reviewing.decisions import UNDO_SECONDS
from intake.service import Service, open_service
from intake.service_settings import load_service_settings

_log: Final = logging.getLogger(__name__)
_LOOK_SECONDS: Final = 0.5


def main(arguments: Sequence[str]) -> int:
    """Until SIGTERM."""
    configure()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    service = open_service(load_service_settings())
    most = int(arguments[1]) if len(arguments) > 1 else None
    try:
        show(service, Path(arguments[0]), most, stop)
        stop.wait()
    finally:
        service.database.close()
    return 0


def show(service: Service, samples: Path, most: int | None, stop: threading.Event) -> None:
    """Hand every sample in, then do what was planned with each as soon as it is checked."""
    waiting = {}
    for one in planned(samples, most):
        if stop.is_set():
            return
        try:
            waiting[hand_in(service, one)] = one
        except Refused as refused:  # a number with a wrong check digit, say: at a counter it ends here
            _log.info("sample %s is not taken: %s", one.name, refused.refusal.code)
    _log.info("%d samples handed in", len(waiting))
    while waiting and not stop.wait(_LOOK_SECONDS):
        for case_id in [case_id for case_id, one in waiting.items() if carry_on(service, case_id, one.act)]:
            del waiting[case_id]
    if not stop.wait(UNDO_SECONDS + 1):
        _log.info("%d second looks given", look_again(service))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
