"""A bad line: a proxy on loopback that cuts connections after so many bytes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, repeat

from services import free_port


class CuttingProxy:
    """Passes bytes on to ``target``. The n-th connection is cut once the client has sent ``cuts[n]`` bytes
    (both ways at once, unannounced); connections after the last entry are whole."""

    def __init__(self, target: int, cuts: list[int]) -> None:
        self.port = free_port()
        self.cut = 0
        self._target = target
        self._budgets = chain(cuts, repeat(None))
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._target))
            except OSError:  # the target is away: so is the line
                client.close()
                continue
            budget = next(self._budgets)
            threading.Thread(target=self._pass_on, args=(client, server, budget), daemon=True).start()
            threading.Thread(target=self._pass_on, args=(server, client, None), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, budget: int | None) -> None:
        passed = 0
        with suppress(OSError):
            while data := source.recv(16_384):
                if budget is not None and passed + len(data) > budget:
                    target.sendall(data[: budget - passed])
                    self.cut += 1
                    break
                target.sendall(data)
                passed += len(data)
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


@contextmanager
def bad_line(target: int, cuts: list[int]) -> Iterator[CuttingProxy]:
    """A proxy for the length of the block."""
    proxy = CuttingProxy(target, cuts)
    try:
        yield proxy
    finally:
        proxy.close()
