"""A headless Chromium over the DevTools protocol: HTML in, a picture and what its elements say out.

The page may load nothing: no host resolves, and a template carries everything in itself.
"""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from PIL import Image
from websockets.sync.client import connect

from ocr.types import Pixels

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ADDRESS = re.compile(r"DevTools listening on (ws://\S+)")
_OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-extensions",
    "--no-first-run", "--remote-debugging-port=0", "--font-render-hinting=none", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--force-color-profile=srgb", "about:blank",
)  # fmt: skip
_PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")


class NoBrowser(Exception):
    """No Chromium is installed; the message says what to install."""

    def __init__(self) -> None:
        super().__init__("Chromium is needed to draw pages: apt-get install chromium")


def find_chromium() -> str | None:
    """The path of an installed Chromium, or ``None``."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One Chromium process, ended on leaving the context. Raises ``NoBrowser``."""

    def __enter__(self) -> Browser:
        program = find_chromium()
        if program is None:
            raise NoBrowser
        self._folder = tempfile.TemporaryDirectory(prefix="menshen-chromium-", ignore_cleanup_errors=True)
        command = [program, f"--user-data-dir={self._folder.name}", *_OPTIONS]
        self._process = subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        assert self._process.stderr is not None
        address = next((m[1] for line in self._process.stderr if (m := _ADDRESS.search(line))), None)
        if address is None:
            self._process.kill()
            raise RuntimeError("Chromium ended before it listened")
        self._line = connect(address, max_size=None, open_timeout=30, proxy=None)
        self._socket = self._line.__enter__()
        self._count = 0
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._frame = self._call("Page.getFrameTree")["frameTree"]["frame"]["id"]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.__exit__(kind, error, trace)
        self._process.terminate()
        self._process.wait(20)
        assert self._process.stderr is not None
        self._process.stderr.close()
        self._folder.cleanup()

    def draw(self, html: str, width: int, height: int, scale: float) -> tuple[Pixels, dict[str, Any]]:
        """The page's picture (RGB), and what ``probe.js`` found in it; boxes are CSS pixels.

        ``width`` × ``height`` in CSS pixels; the picture has ``scale`` times as many.
        """
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=scale, mobile=False,
        )  # fmt: skip
        self._call("Page.setDocumentContent", frameId=self._frame, html=html)
        told = self._call("Runtime.evaluate", expression=_PROBE, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise RuntimeError(told["exceptionDetails"]["exception"].get("description", "probe failed"))
        shot = self._call("Page.captureScreenshot", format="png")["data"]
        picture = Image.open(io.BytesIO(base64.b64decode(shot))).convert("RGB")
        return np.asarray(picture, np.uint8), told["result"]["value"]

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv(60))
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result
