"""Portals that hand cases in over a line that breaks, as real ones do: try again until told."""

from __future__ import annotations

import base64
import hashlib
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urljoin

import httpx2

from torture.papers import CASE, paper

GIVE_UP_SECONDS = 600.0


@dataclass
class HandedIn:
    """A case as its portal knows it: acknowledged files by their SHA-256."""

    number: int
    case_id: str = ""
    files: set[str] = field(default_factory=set)
    submitted: bool = False


class PortalClient:
    """One thread's worth of a portal."""

    def __init__(self, url: str, key: str, seed: int) -> None:
        self._url = url
        self._random = random.Random(seed)  # noqa: S311 - a trial that can be told again
        self._client = httpx2.Client(headers={"Authorization": f"Bearer {key}"}, timeout=20, trust_env=False)

    def hand_in(self, case: HandedIn, files: int) -> None:
        """Open, fill and submit one case."""
        opened = self._sure(
            lambda: self._client.post(
                f"{self._url}/v1/cases",
                json={**CASE, "external_id": f"torture-{case.number}"},
                headers={"Idempotency-Key": f"case-{case.number}"},
            )
        )
        case.case_id = opened.json()["id"]
        for place in range(files):
            data = paper(f"{case.number}-{place}")
            send = self._by_tus if self._random.random() < 0.4 else self._by_form
            send(case.case_id, f"{place}.pdf", data)
            case.files.add(hashlib.sha256(data).hexdigest())
        self._sure(lambda: self._client.post(f"{self._url}/v1/cases/{case.case_id}/submit"))
        case.submitted = True

    def _by_form(self, case_id: str, name: str, data: bytes) -> None:
        self._sure(
            lambda: self._client.post(
                f"{self._url}/v1/cases/{case_id}/files", files={"file": (name, data, "application/pdf")}
            )
        )

    def _by_tus(self, case_id: str, name: str, data: bytes) -> None:
        told = {"case": case_id, "filename": name}
        metadata = ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in told.items())
        version = {"Tus-Resumable": "1.0.0"}
        where = ""
        end = time.monotonic() + GIVE_UP_SECONDS
        while time.monotonic() < end:
            if not where:
                made = self._sure(
                    lambda: self._client.post(
                        f"{self._url}/v1/uploads/",
                        headers={**version, "Upload-Length": str(len(data)), "Upload-Metadata": metadata},
                    )
                )
                where = urljoin(f"{self._url}/v1/uploads/", made.headers["location"])
            head = self._sure(partial(self._client.head, where, headers=version), lost=(404, 410))
            if head.status_code in (404, 410):
                where = ""
                continue
            at = int(head.headers["upload-offset"])
            if at == len(data) and head.headers.get("menshen-file"):
                return
            until = min(len(data), at + self._random.randint(200, 4000))
            try:
                self._client.patch(
                    where,
                    content=data[at:until],
                    headers={
                        **version,
                        "Upload-Offset": str(at),
                        "Content-Type": "application/offset+octet-stream",
                    },
                )
            except httpx2.HTTPError:
                time.sleep(0.2)
        raise AssertionError("an upload did not come to its end")

    def _sure(self, call: Callable[[], httpx2.Response], lost: tuple[int, ...] = ()) -> httpx2.Response:
        """Call until there is an answer that settles it."""
        end = time.monotonic() + GIVE_UP_SECONDS
        last: Any = None
        while time.monotonic() < end:
            try:
                answer = call()
            except httpx2.HTTPError as error:
                last = type(error).__name__
            else:
                if answer.status_code < 400 or answer.status_code in lost:
                    return answer
                last = (answer.status_code, answer.text[:300])
                if answer.status_code < 500 and answer.status_code not in (408, 409, 423, 429):
                    raise AssertionError(f"refused: {last}")
            time.sleep(0.1 + self._random.random() * 0.3)
        raise AssertionError(f"no answer that settles it: {last}")


def run(url: str, key: str, cases: list[HandedIn], files: int, threads: int, seed: int) -> threading.Thread:
    """Hand every case in, ``threads`` at a time; the thread that ends when all are in."""
    pending = list(reversed(cases))
    failures: list[BaseException] = []

    def work(number: int) -> None:
        client = PortalClient(url, key, seed + number)
        while pending:
            try:
                client.hand_in(pending.pop(), files)
            except IndexError:
                return
            except BaseException as error:
                failures.append(error)
                raise

    def all_of_them() -> None:
        workers = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(threads)]
        for one in workers:
            one.start()
        for one in workers:
            one.join()

    whole = threading.Thread(target=all_of_them, daemon=True)
    whole.failures = failures  # type: ignore[attr-defined]
    whole.start()
    return whole
