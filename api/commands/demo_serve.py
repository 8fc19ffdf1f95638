"""``menshen demo --serve``: a console with the sample cases in it, on a home that serves nothing else."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from intake.faults import Fault
from intake.operating.starting import StartRefused
from intake.service_settings import ServiceSettings, load_service_settings
from intake.settings import PREFIX

PORT: Final = 8600
_MARK: Final = "menshen-demo"
_KEPT: Final = frozenset({"MODELS", "ENGINE", "PORT", "HOST"})
"""Settings of the surroundings that a demo takes over; its data, people and registers are its own."""
_OWN: Final = {
    "DEMO_PEOPLE": "true",
    "CASE_WORKERS": "2",
    "SECOND_REVIEW_PERCENT": "100",
    "CLAIM_MINUTES": "120",
}


def serve(samples: Path, home: Path | None, most: int | None) -> int:
    """Run until it is stopped; the exit status. Raises ``StartRefused`` and ``SettingsRefused``."""
    from api.commands.up import everything
    from intake.operating.supervisor import Program

    with _home(home) as place:
        settings = _settings(place)
        # -P: a folder "intake" where the command is given must not be taken for this one
        command = (sys.executable, "-P", "-m", "intake.demonstration", str(samples.resolve()))
        further = Program("samples", (*command, *((str(most),) if most else ())), late=True)
        return everything(settings, (further,))


@contextmanager
def _home(wanted: Path | None) -> Iterator[Path]:
    """The folder that was named, or one that is gone afterwards. Raises ``StartRefused``."""
    if wanted is None:
        with tempfile.TemporaryDirectory(prefix="menshen-demo-") as folder:
            place = Path(folder) / "tmp"
            place.mkdir()
            os.environ["TMPDIR"] = str(place)  # what a killed process leaves behind goes with the rest
            yield Path(folder)
        return
    place = wanted.expanduser().resolve()
    if place.exists() and not (place.is_dir() and (_is_ours(place) or not any(place.iterdir()))):
        what = "这个文件夹里已有别的数据，演示不会使用它"
        raise StartRefused(Fault("UP-008", str(place), what, "请用 --home 另指定一个新的文件夹。"))
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    (place / _MARK).touch()
    yield place


def _is_ours(place: Path) -> bool:
    return (place / _MARK).is_file()


def _settings(home: Path) -> ServiceSettings:
    """The demo's settings, and this process's environment as its children are to have it: neither a
    ``menshen.toml`` of the working folder nor what else is set reaches them."""
    for name in [one for one in os.environ if one.startswith(PREFIX)]:
        if name.removeprefix(PREFIX) not in _KEPT:
            del os.environ[name]
    os.environ |= {f"{PREFIX}{name}": value for name, value in _OWN.items()}
    os.environ[f"{PREFIX}HOME"] = str(home)
    os.environ.setdefault(f"{PREFIX}PORT", str(_free_port()))
    os.chdir(home)
    return load_service_settings()


def _free_port() -> int:
    """The usual port; where somebody listens on it already, any other."""
    for port in (PORT, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return PORT
