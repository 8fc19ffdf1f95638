"""Whatever happens in the child that opens a file, the asker gets pages or a refusal, in time."""

from __future__ import annotations

import gc
import json
import logging
import os
import struct
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import scripted_openers as scripted
from opening_samples import encoded, ofd, ofd_text, pdf, saved, say, scene

from intake.opening.guard import open_guarded
from intake.opening.opener import Opener
from ocr.pages import Limits, open_file
from ocr.refusals import FileRefused

JPEG = encoded(scene(), "JPEG")
PATIENT = Limits(memory_bytes=700 * 1024**2)
QUICK = Limits(page_seconds=1.0, file_seconds=2.0, memory_bytes=700 * 1024**2)


def refusal(opener: Opener, data: bytes = JPEG, limits: Limits = QUICK) -> str:
    with pytest.raises(FileRefused) as caught:
        list(open_guarded(data, "", limits, opener=opener).pages)
    return caught.value.refusal.code


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", JPEG),
        ("a.tif", encoded(scene(), "TIFF", save_all=True, append_images=[scene(30, 40)])),
        ("a.pdf", saved(pdf(say("Hello"), b"", say("Again")))),
        ("a.ofd", ofd(ofd_text("姓名：李建国", 20, 30))),
    ],
)
def test_the_same_as_without_a_guard(name: str, data: bytes) -> None:
    guarded, plain = open_guarded(data, name), open_file(data, name)
    assert guarded.facts == plain.facts
    for ours, theirs in zip(guarded.pages, plain.pages, strict=True):
        assert np.array_equal(ours.pixels, theirs.pixels)
        assert (ours.number, ours.scale) == (theirs.number, theirs.scale)
        assert (ours.text is None) == (theirs.text is None)
        for our_line, their_line in zip(ours.text or (), theirs.text or (), strict=True):
            assert our_line.text == their_line.text
            assert our_line.box == pytest.approx(their_line.box, abs=0.01)
            assert [char.text for char in our_line.chars] == [char.text for char in their_line.chars]


@pytest.mark.parametrize(
    ("opener", "code", "limits"),
    [
        (scripted.hang, "FILE-012", QUICK),
        (scripted.hang_on_page_two, "FILE-012", QUICK),
        (scripted.spin_in_c, "FILE-012", QUICK),
        (scripted.spin_in_c, "FILE-012", Limits(file_seconds=1, pages=1, seconds_per_page=0)),
        (scripted.eat_memory, "FILE-013", PATIENT),
        (scripted.abort_with_much_memory, "FILE-013", PATIENT),
        (scripted.be_killed, "FILE-013", PATIENT),
        (scripted.crash, "FILE-011", PATIENT),
        (scripted.leave, "FILE-011", PATIENT),
        (scripted.huge_page, "FILE-011", PATIENT),
        (scripted.never_end, "FILE-008", PATIENT),
    ],
)
def test_disasters(opener: Opener, code: str, limits: Limits, capfd: pytest.CaptureFixture[str]) -> None:
    start = time.monotonic()
    assert refusal(opener, limits=limits) == code
    assert time.monotonic() - start < 20
    assert capfd.readouterr() == ("", "")
    assert len(list(open_guarded(JPEG, "").pages)) == 1


def test_refusals_of_the_opener_come_through() -> None:
    assert refusal(open_file, JPEG[:600]) == "FILE-002"
    assert refusal(open_file, b"") == "FILE-001"
    assert refusal(open_file, b"plain words") == "FILE-003"
    assert refusal(open_file, JPEG, Limits(file_bytes=100)) == "FILE-006"


def test_a_mistake_in_the_program_is_told_to_the_operator(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert refusal(scripted.fail) == "FILE-011"
    assert "ZeroDivisionError" in caplog.text
    assert "scripted_openers.py" in caplog.text
    assert "430503" not in caplog.text


def message(header: object, payload: bytes = b"", size: int | None = None) -> bytes:
    head = json.dumps(header).encode()
    return (
        b"\xff\xd8\xff\x00"
        + struct.pack("!IQ", len(head), len(payload) if size is None else size)
        + head
        + payload
    )


PAGE = {"kind": "page", "width": 2, "height": 1, "scale": None, "text": None}
FACTS = message({"kind": "facts"})[4:]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff\xd8\xff\x00" + os.urandom(3000), id="noise"),
        pytest.param(b"\xff\xd8\xff\x00" + scripted.pickle_bomb(), id="pickle"),
        pytest.param(b"\xff\xd8\xff\x00" + b"\xff" * 12, id="huge sizes"),
        pytest.param(message(["facts"]), id="a list"),
        pytest.param(message({"kind": "page"}), id="page before facts"),
        pytest.param(message({"kind": "facts"}) + message(PAGE, bytes(5))[4:], id="too few pixels"),
        pytest.param(message({"kind": "facts"}) + message(PAGE | {"width": -2}, bytes(6))[4:], id="negative"),
        pytest.param(
            message({"kind": "facts"}) + message(PAGE | {"width": 1e9}, bytes(6))[4:], id="float width"
        ),
        pytest.param(
            message({"kind": "facts"}) + message(PAGE | {"text": [[1, 2, 3]]}, bytes(6))[4:], id="text"
        ),
        pytest.param(message({"kind": "facts"}) + message(PAGE | {"scale": "x"}, bytes(6))[4:], id="scale"),
        pytest.param(message({"kind": "facts"}) + message(PAGE, b"", 10**12)[4:], id="endless pixels"),
        pytest.param(message({"kind": "facts"}) + message(PAGE, b"", 600)[4:], id="cut pixels"),
        pytest.param(message({"kind": "refused", "code": "HOSP-001", "detail": {}}), id="unknown code"),
    ],
)
def test_a_child_that_was_taken_over_can_send_nothing_that_harms(data: bytes) -> None:
    assert refusal(scripted.write_raw, data) == "FILE-011"
    assert not Path("/tmp/unpickled").exists()  # noqa: S108


def test_what_the_child_may_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENSHEN_MASTER_KEY", "secret")
    software = open_guarded(JPEG, "", QUICK, opener=scripted.look_around).facts.software
    assert software is not None
    found = json.loads(software)
    assert found["socket"] == "PermissionError"
    assert found["program"] == "PermissionError"
    assert found["write"] != "done"
    assert not any("MENSHEN" in variable for variable in found["variables"])
    assert found["data"] == len(JPEG)
    if os.path.exists("/proc/self/ns/net"):
        assert found["network"] != os.readlink("/proc/self/ns/net") or not unshare_allowed()


def unshare_allowed() -> bool:
    probe = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("how", ["close", "forget", "end"])
def test_the_child_is_gone_when_the_asker_lets_go(how: str) -> None:
    opened = open_guarded(JPEG, "", QUICK, opener=scripted.look_around)
    child = json.loads(opened.facts.software or "")["pid"]
    pages = opened.pages
    next(pages)
    if how == "close":
        pages.close()  # type: ignore[attr-defined]
    elif how == "end":
        assert list(pages) == []
    del opened, pages
    gc.collect()
    deadline = time.monotonic() + 30
    while alive(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not alive(child)


def test_time_between_pages_is_not_counted() -> None:
    pages = open_guarded(
        JPEG, "", Limits(page_seconds=0.7, file_seconds=0.7), opener=scripted.never_end
    ).pages
    numbers = []
    for _ in range(4):
        numbers.append(next(pages).number)
        time.sleep(0.4)
    assert numbers == [1, 2, 3, 4]


def test_many_threads_at_once() -> None:
    def open_one(index: int) -> int:
        opener = scripted.crash if index % 4 == 3 else open_file
        try:
            return len(list(open_guarded(JPEG, "", opener=opener).pages))
        except FileRefused:
            return -1

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(open_one, range(24))) == [1, 1, 1, -1] * 6


def test_a_forked_process_has_an_opener_of_its_own() -> None:
    assert len(list(open_guarded(JPEG, "").pages)) == 1
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if len(list(open_guarded(JPEG, "").pages)) == 1 else 1)
        finally:
            os._exit(2)
    assert os.waitpid(child, 0)[1] == 0
    assert len(list(open_guarded(JPEG, "").pages)) == 1


def test_a_script_without_a_main_guard(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(JPEG)
    script = tmp_path / "script.py"
    script.write_text(
        "from intake.opening.guard import open_guarded\nimport multiprocessing\n"
        "multiprocessing.current_process()._config['daemon'] = True  # as in a worker of a pool\n"
        "print(len(list(open_guarded(open('a.jpg', 'rb').read(), 'a.jpg').pages)))\n"
    )
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_starting_a_child_is_quick() -> None:
    list(open_guarded(JPEG, "").pages)
    taken = []
    for _ in range(10):
        start = time.monotonic()
        list(open_guarded(JPEG, "").pages)
        taken.append(time.monotonic() - start)
    assert min(taken) < 0.5  # a new interpreter with the decoders takes longer
    assert threading.active_count() < 20
