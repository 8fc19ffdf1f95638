"""The system's Firefox over WebDriver BiDi, which it speaks by itself; Playwright drives only builds of
its own.

    with firefox() as browser:
        browser.goto(url)
        browser.press("j")
        browser.wait("document.activeElement.id")
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from services import wait_for
from websockets.sync.client import ClientConnection, connect

KEYS: Final = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "Tab": "\ue004"}
_QUIET: Final = (
    ("browser.shell.checkDefaultBrowser", "false"),
    ("app.update.disabledForTesting", "true"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("intl.accept_languages", '"zh-CN"'),
)
_ANSWERS: Final = re.compile(r"WebDriver BiDi listening on (ws://[\d.:]+)")


def firefox_program() -> str | None:
    """The system's Firefox, if there is one."""
    return next((found for name in ("firefox-esr", "firefox") if (found := shutil.which(name))), None)


class Firefox:
    """One tab. ``errors``: what its console said was wrong; ``asked``: every address it asked for."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._tab = self.send("browsingContext.create", type="tab")["context"]

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """One command; its result. Raises ``AssertionError`` where Firefox says no."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv(timeout=60))
            if told.get("id") == self._number:
                assert told["type"] == "success", told
                return dict(told["result"])
            self._heard(told)

    def _heard(self, told: dict[str, Any]) -> None:
        params = told.get("params", {})
        if told.get("method") == "log.entryAdded" and params["level"] in ("error", "warn"):
            self.errors.append(str(params["text"]))
        elif told.get("method") == "network.beforeRequestSent":
            self.asked.append(str(params["request"]["url"]))

    def foreign(self, url: str) -> list[str]:
        """What was asked of another host than that of ``url``."""
        ours = urlsplit(url).netloc
        return [one for one in self.asked if one.startswith(("http", "ws")) and urlsplit(one).netloc != ours]

    def cookie(self, name: str, value: str, host: str) -> None:
        """A cookie as the host itself would set it."""
        given = {"name": name, "value": {"type": "string", "value": value}, "domain": host}
        self.send("storage.setCookie", cookie=given)

    def resize(self, width: int, height: int) -> None:
        """The size of the page."""
        size = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=self._tab, viewport=size)

    def goto(self, url: str) -> None:
        """Opens a page and waits until it has loaded."""
        self.send("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def press(self, *keys: str) -> None:
        """Presses keys one after another."""
        acts = []
        for key in keys:
            value = KEYS.get(key, key)
            acts += [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        keyboard = {"type": "key", "id": "keyboard", "actions": acts}
        self.send("input.performActions", context=self._tab, actions=[keyboard])

    def evaluate(self, expression: str) -> Any:
        """The value of an expression: text, number, truth or nothing."""
        told = self.send(
            "script.evaluate", expression=expression, target={"context": self._tab}, awaitPromise=True
        )
        assert told["type"] == "success", told
        return told["result"].get("value")

    def wait(self, expression: str, wanted: object = True, seconds: float = 20) -> None:
        """Waits until an expression has a value. Raises ``AssertionError`` with the last one seen."""
        ends, seen = time.monotonic() + seconds, None
        while time.monotonic() < ends:
            seen = self.evaluate(expression)
            if seen == wanted:
                return
            time.sleep(0.1)
        raise AssertionError(f"{expression}: {seen!r}, not {wanted!r}")

    def picture(self, path: Path) -> None:
        """Keeps a screenshot."""
        told = self.send("browsingContext.captureScreenshot", context=self._tab)
        path.write_bytes(base64.b64decode(told["data"]))


@contextmanager
def firefox() -> Iterator[Firefox]:
    """A Firefox of its own profile, ended with the block."""
    program = firefox_program()
    assert program is not None
    with tempfile.TemporaryDirectory(prefix="menshen-firefox-") as folder:
        profile, log = Path(folder, "profile"), Path(folder, "log")
        profile.mkdir()
        profile.joinpath("user.js").write_text(
            "".join(f'user_pref("{name}", {value});\n' for name, value in _QUIET), encoding="utf-8"
        )
        command = [
            program,
            "--headless",
            "--no-remote",
            "--profile",
            str(profile),
            "--remote-debugging-port=0",
        ]
        with log.open("wb") as stream:
            process = subprocess.Popen(command, stdout=stream, stderr=stream, cwd=folder)
        try:
            wait_for(lambda: _ANSWERS.search(log.read_text(errors="replace")) is not None, 90)
            found = _ANSWERS.search(log.read_text(errors="replace"))
            assert found is not None
            with connect(f"{found[1]}/session", max_size=2**26) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(30)
