"""The HTTP door in a process of its own, which is a copy of one that has loaded the door's modules already.

Loading them takes five seconds of a core, and the tests start doors by the dozen. That a door starts from
nothing is tried in ``test_processes_up``.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

_LOADED: Final = multiprocessing.get_context("forkserver")
_LOADED.set_forkserver_preload(["api.server"])


def start_door(environment: Mapping[str, str], log: Path) -> BaseProcess:
    """Start a door with this process's variables and ``environment``; what it says goes to ``log``."""
    process = _LOADED.Process(target=_serve, args=(os.environ | environment, log), daemon=True)
    process.start()
    return process


def _serve(environment: Mapping[str, str], log: Path) -> None:
    os.environ.clear()
    os.environ.update(environment)
    told = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(told, stream)
    from api.server import serve  # noqa: PLC0415 - whoever starts a door need not load it
    from intake.service_settings import load_service_settings  # noqa: PLC0415

    sys.exit(serve(load_service_settings()))
