"""The service as a hospital's machine sees it: batches over HTTP, bytes by tus, patient with bad lines."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import urljoin

import httpx2

T = TypeVar("T")
CHUNK: Final = 8 * 1024 * 1024
_TUS: Final = {"Tus-Resumable": "1.0.0"}
_WAITS: Final = (0.5, 1, 2, 4, 8, 15, 30, 30, 30)
"""Seconds between attempts on a line that breaks: two minutes in all."""
_PASSING: Final = frozenset({408, 423, 425, 429, 500, 502, 503, 504})


class DoorClosed(Exception):
    """The service cannot be reached, or refuses. ``words`` are Chinese, for whoever runs the command."""

    def __init__(self, words: str, code: str = "") -> None:
        super().__init__(code or words)
        self.words = words
        self.code = code


class UploadLost(Exception):
    """The service no longer knows an upload; it is begun anew."""


class Door:
    """One service, one key. A context manager."""

    def __init__(self, address: str, key: str) -> None:
        self._address = address.rstrip("/")
        self._client = httpx2.Client(
            headers={"Authorization": f"Bearer {key}", "User-Agent": "menshen-submit"},
            timeout=httpx2.Timeout(30, read=300),
            trust_env=False,
        )

    def __enter__(self) -> Door:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def open_batch(self, key: str) -> str:
        """A new batch, or the one opened before under the same ``key``. Its id."""
        answer = self._call(
            "POST", "/v1/batches", json={"external_id": key}, headers={"Idempotency-Key": f"batch-{key}"}
        )
        return str(answer.json()["id"])

    def open_upload(self, batch: str, name: str, size: int) -> str:
        """A new upload to a batch. Its address."""
        told = {"batch": batch, "filename": name}
        written = ",".join(
            f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in told.items()
        )
        headers = {**_TUS, "Upload-Length": str(size), "Upload-Metadata": written}
        answer = self._call("POST", "/v1/uploads/", headers=headers)
        return urljoin(self._address + "/v1/uploads/", answer.headers["location"])

    def offset(self, upload: str) -> int:
        """How many bytes of an upload are there. Raises ``UploadLost``."""
        answer = self._call("HEAD", upload, headers=_TUS, lost=(404, 410))
        return int(answer.headers["upload-offset"])

    def send(self, upload: str, place: Path, size: int, progress: Callable[[int], None]) -> None:
        """Send what is missing of a file. Raises ``UploadLost``."""
        at = self.offset(upload)
        with place.open("rb") as stream:
            while at < size:
                stream.seek(at)
                headers = {
                    **_TUS,
                    "Upload-Offset": str(at),
                    "Content-Type": "application/offset+octet-stream",
                }
                try:
                    answer = self._once("PATCH", upload, content=stream.read(CHUNK), headers=headers)
                    answer_ok = answer.status_code == 204
                except httpx2.TransportError:
                    answer_ok = False
                at = int(answer.headers["upload-offset"]) if answer_ok else self._again(upload)
                progress(at)

    def _again(self, upload: str) -> int:
        time.sleep(_WAITS[0])
        return self.offset(upload)

    def submit(self, batch: str) -> None:
        """Hand a batch to the workers."""
        self._call("POST", f"/v1/batches/{batch}/submit")

    def batch(self, batch: str) -> Mapping[str, Any]:
        """How far a batch is."""
        told: Mapping[str, Any] = self._call("GET", f"/v1/batches/{batch}").json()
        return told

    def results(self, batch: str) -> list[dict[str, Any]]:
        """What came of each of its cases."""
        rows: list[dict[str, Any]] = self._call("GET", f"/v1/batches/{batch}/results").json()["rows"]
        return rows

    def _call(self, method: str, path: str, *, lost: tuple[int, ...] = (), **given: Any) -> httpx2.Response:
        """A call made again while the line or the service is away. Raises ``DoorClosed``."""
        words = "连不上服务"
        for pause in (*_WAITS, None):
            wait = pause
            try:
                answer = self._once(method, path, **given)
            except httpx2.TransportError as error:
                words = f"连不上服务（{type(error).__name__}）"
            else:
                if answer.status_code in lost:
                    raise UploadLost
                if answer.status_code < 400:
                    return answer
                if answer.status_code not in _PASSING:
                    raise _refused(answer)
                words = _refused(answer).words
                wait = _asked_wait(answer, wait)
            if wait is not None:
                time.sleep(wait)
        raise DoorClosed(words)

    def _once(self, method: str, path: str, **given: Any) -> httpx2.Response:
        return self._client.request(method, urljoin(self._address, path), **given)


def _asked_wait(answer: httpx2.Response, wait: float | None) -> float | None:
    asked = answer.headers.get("retry-after", "")
    return max(wait, min(float(asked), 60.0)) if wait is not None and asked.isdigit() else wait


def _refused(answer: httpx2.Response) -> DoorClosed:
    try:
        told = json.loads(answer.content)
        faults = "；".join(
            f"{one['where']}：{one['message']}" for one in told.get("errors", []) if one.get("where")
        )
        words = f"{told['detail']}{faults}{told.get('remedy', '')}（{told['code']}）"
        return DoorClosed(words, told["code"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return DoorClosed(f"服务答复 {answer.status_code}，请核对地址")
