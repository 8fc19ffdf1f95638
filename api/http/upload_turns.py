"""One connection at a time writes an upload, and a dead one does not keep the next from going on.

Correctness does not hang on this: the database moves an offset by compare-and-set, whichever process or
host writes. Turns spare a second writer its bytes and give a client that comes back its place at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import Request
from starlette.requests import ClientDisconnect
from starlette.types import Message

from intake.refusals import Refused
from intake.refusals.uploads import LOCKED, TOO_SLOW

PATIENCE: Final = 60.0
"""A connection without a byte for so many seconds is ended."""
GRACE: Final = 60.0
LEAST_PACE: Final = 2048
"""Bytes a second, on average after the grace; a slower connection is ended."""
STALLED: Final = 5.0
"""After so many seconds without a byte, a connection gives way to another one for the same upload."""
_LEAVING: Final = 15.0


class Interrupted(Refused):
    """No more bytes are waited for; what came stays."""


class Turn:
    """One connection's time at an upload."""

    def __init__(self) -> None:
        self._began = self._moved_at = time.monotonic()
        self._taken = 0
        self._reading: asyncio.Timeout | None = None
        self._asked_to_leave = False
        self._body_over = False
        self.over = asyncio.Event()

    @property
    def idle(self) -> bool:
        """Whether its bytes have stopped coming: ended, cut off, or stalled."""
        return self._body_over or self._asked_to_leave or time.monotonic() - self._moved_at > STALLED

    def leave(self) -> None:
        """Have it wait for no more bytes."""
        self._asked_to_leave = True
        if self._reading is not None and not self._reading.expired():
            self._reading.reschedule(asyncio.get_running_loop().time())

    async def chunks(self, request: Request) -> AsyncIterator[bytes]:
        """The body as it comes. Raises ``ClientDisconnect`` and ``Interrupted``."""
        more = True
        try:
            while more:
                message = await self._next(request)
                if message["type"] == "http.disconnect":
                    raise ClientDisconnect
                self._moved_at = time.monotonic()
                if body := message.get("body", b""):
                    yield body
                    self._check_pace(len(body))
                more = message.get("more_body", False)
        finally:
            self._body_over = True

    def _check_pace(self, size: int) -> None:
        """A byte now and then must not hold a place that others need."""
        self._taken += size
        if self._moved_at - self._began > GRACE + self._taken / LEAST_PACE:
            raise Interrupted(TOO_SLOW, retry_after=1)

    async def _next(self, request: Request) -> Message:
        if self._asked_to_leave:
            raise Interrupted(LOCKED, retry_after=1)
        try:
            async with asyncio.timeout(PATIENCE) as self._reading:
                return await request.receive()
        except TimeoutError as error:
            raise Interrupted(LOCKED if self._asked_to_leave else TOO_SLOW, retry_after=1) from error
        finally:
            self._reading = None


class Turns:
    """Who writes which upload, in this process."""

    def __init__(self) -> None:
        self._holders: dict[str, Turn] = {}

    @asynccontextmanager
    async def take(self, upload_id: str) -> AsyncIterator[Turn]:
        """Write alone. Raises ``Refused`` while another connection's bytes keep coming."""
        while upload_id in self._holders:
            if not self._holders[upload_id].idle:
                raise Refused(LOCKED, retry_after=1)
            await self.settled(upload_id)
        turn = self._holders[upload_id] = Turn()
        try:
            yield turn
        finally:
            del self._holders[upload_id]
            turn.over.set()

    async def settled(self, upload_id: str) -> None:
        """Wait until a connection whose bytes have stopped has put away what it holds; let a lively one be.

        Raises ``Refused`` where that takes too long.
        """
        holder = self._holders.get(upload_id)
        if holder is None or not holder.idle:
            return
        holder.leave()
        try:
            async with asyncio.timeout(_LEAVING):
                await holder.over.wait()
        except TimeoutError as error:
            raise Refused(LOCKED, retry_after=2) from error

    def end(self, upload_id: str) -> None:
        """Have whoever writes the upload stop."""
        if holder := self._holders.get(upload_id):
            holder.leave()
