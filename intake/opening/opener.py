"""The process that opens files: loads the decoders once, then forks a child for every file.

It is a process of its own, started on the first file, because a fork of the asking process would
take its threads, secrets and database connections along. Unlike the fork server of
``multiprocessing`` it never imports the caller's main module, works inside daemon processes
(Celery workers), exchanges no pickles, and gets no environment variable but the few it needs.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import selectors
import signal
import socket
import struct
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

import numpy as np

from intake.opening import sandbox, wire
from ocr.fonts import chinese_font_file
from ocr.glance import glance
from ocr.limits import Limits, OpenedFile
from ocr.pages import load_decoders, open_file
from ocr.refusals import OUT_OF_MEMORY, FileRefused

Opener: TypeAlias = Callable[[bytes, str, Limits], OpenedFile]
KNOWN: Final[tuple[Opener, ...]] = (open_file, glance)
"""Openers that are loaded once, before any fork; others serve tests."""
LENGTH: Final = struct.Struct("!I")
_MOST_REQUEST: Final = 1024 * 1024


def serve(control_descriptor: int) -> None:
    """Answer requests on the control socket until the asking process is gone.

    A request is a length, a JSON object and two sockets: one for the file and its pages, one that
    lives as long as the asker wants the child to, and on which the child's end is told.
    """
    # Looked for and loaded here, so that no child has to.
    chinese_font_file()
    load_decoders()
    control = socket.socket(fileno=control_descriptor)
    woken, wake = socket.socketpair()
    for end in (woken, wake):
        end.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
    lives: dict[int, socket.socket] = {}
    with selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        selector.register(woken, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is control:
                    request = _request(control)
                    if request is None:
                        return
                    _start(request, (control, woken, wake, *lives.values()), lives, selector)
                elif key.fileobj is woken:
                    with contextlib.suppress(BlockingIOError):
                        woken.recv(4096)
                elif key.data in lives:
                    # The asker has let go: the child ends now, whatever it is doing.
                    os.kill(key.data, signal.SIGKILL)
                    selector.unregister(key.fileobj)
            _reap(lives, selector)


def _request(control: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    head, descriptors, _, _ = socket.recv_fds(control, LENGTH.size, 2)
    if len(head) < LENGTH.size:
        return None
    left = min(LENGTH.unpack(head)[0], _MOST_REQUEST)
    body = b""
    while len(body) < left:
        part = control.recv(left - len(body))
        if not part:
            return None
        body += part
    return json.loads(body), descriptors


def _start(
    request: tuple[dict[str, Any], list[int]],
    servers: tuple[socket.socket, ...],
    lives: dict[int, socket.socket],
    selector: selectors.BaseSelector,
) -> None:
    order, (file_descriptor, life_descriptor) = request
    life = socket.socket(fileno=life_descriptor)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for server in (*servers, life):
                server.close()
            _open(order, socket.socket(fileno=file_descriptor))
            status = 0
        finally:
            # No clean-up of the server's state, and no traceback: the asker is told by the status.
            os._exit(status)
    os.close(file_descriptor)
    lives[child] = life
    selector.register(life, selectors.EVENT_READ, child)


def _reap(lives: dict[int, socket.socket], selector: selectors.BaseSelector) -> None:
    while lives:
        try:
            child, status, used = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if child == 0:
            return
        life = lives.pop(child)
        with contextlib.suppress(KeyError):
            selector.unregister(life)
        ended = {"exit": os.waitstatus_to_exitcode(status), "resident": used.ru_maxrss * 1024}
        with contextlib.suppress(OSError), life:
            wire.send(life, ended)


def _open(order: Mapping[str, Any], link: socket.socket) -> None:
    """In the child: open the one file and send its pages."""
    limits = Limits(**order["limits"])
    opener = _opener(order)
    received = wire.receive(link, limits.file_bytes)
    if received is None:
        return
    sandbox.enter(limits)
    try:
        opened = opener(bytes(received[1]), order["name"], limits)
        wire.send(link, wire.facts_header(opened.facts))
        for page in opened.pages:
            wire.send(link, wire.page_header(page), np.ascontiguousarray(page.pixels).data.cast("B"))
        wire.send(link, {"kind": "end"})
    except FileRefused as refused:
        wire.send(link, {"kind": "refused", "code": refused.refusal.code, "detail": refused.detail})
    except MemoryError:
        wire.send(link, {"kind": "refused", "code": OUT_OF_MEMORY.code, "detail": "MemoryError"})
    except (BrokenPipeError, ConnectionResetError):
        # The asker has let go.
        return
    except Exception as error:
        wire.send(link, {"kind": "failed", "detail": _where(error)})
        raise


def _opener(order: Mapping[str, Any]) -> Opener:
    for known in KNOWN:
        if order["opener"] == [known.__module__, known.__qualname__]:
            return known
    sys.path[:] = order["path"]
    module, name = order["opener"]
    opener: Opener = getattr(importlib.import_module(module), name)
    return opener


def _where(error: Exception) -> str:
    """The kind of error and the line it came from; its words may quote the file."""
    frames = traceback.extract_tb(error.__traceback__)
    last = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{last}"
