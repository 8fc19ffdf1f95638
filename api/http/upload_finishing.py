"""Whole uploads on their way to being files: one task each, however many connections wait for it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Final

from api.http.shares import Shares
from intake.service import Service
from intake.uploads import finish_upload

AT_ONCE: Final = 4
"""Uploads put together at once: it is work for processors, and each holds memory."""
EACH: Final = 3
"""Of one caller."""
SHORT: Final = 5.0
LONG: Final = 50.0
"""So many seconds a connection waits (proxies wait a minute); the work goes on after that."""


class Finishing:
    """The tasks of this process, by upload."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._threads = Shares(AT_ONCE, EACH)

    async def done(self, service: Service, owner: str, upload_id: str, seconds: float) -> bool:
        """Finish an upload of ``owner``; whether that was over in time. Raises as ``finish_upload`` does."""
        task = self._tasks.get(upload_id)
        if task is None:
            task = asyncio.create_task(self._finish(service, owner, upload_id))
            self._tasks[upload_id] = task
            task.add_done_callback(lambda _: self._tasks.pop(upload_id, None))
        over, _ = await asyncio.wait({task}, timeout=seconds)
        if not over:
            return False
        task.result()
        return True

    async def _finish(self, service: Service, owner: str, upload_id: str) -> None:
        await self._threads.run(owner, partial(finish_upload, service, upload_id))
