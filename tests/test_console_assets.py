"""What the console brings along: pinned, with hashes and licences, small, and kept by browsers for good."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.console import app, pages, statics
from api.console.vendoring import FOR_TESTS, HERE, SHIPPED, TESTS
from api.http.app import bare_app

KB = 1024


@pytest.mark.parametrize("folder", [HERE, TESTS], ids=["shipped", "tests"])
def test_every_file_is_what_was_vendored(folder: Path) -> None:
    listed = json.loads((folder / "assets.json").read_text(encoding="utf-8"))
    there = {path.name for path in folder.iterdir() if path.suffix in (".js", ".css", ".svg")}
    assert there == {one["file"] for one in listed}
    pinned = {package.name: package for package in (*SHIPPED, *FOR_TESTS)}
    for one in listed:
        assert hashlib.sha256((folder / one["file"]).read_bytes()).hexdigest() == one["sha256"], one["file"]
        assert (folder / one["licence_file"]).stat().st_size > 200, one["file"]
        assert one["version"] == pinned[one["package"]].version


def test_scripts_before_the_viewer_are_small() -> None:
    scripts = {path: len(data) for path, data in statics.files().items() if path.endswith(".js")}
    viewer = scripts.pop("assets/openseadragon.min.js")
    assert viewer > 200 * KB
    assert sum(scripts.values()) < 200 * KB, scripts


def test_nothing_names_another_host() -> None:
    for path, data in statics.files().items():
        for wanted in (b"@import", b"url(http", b"url(//", b"importScripts"):
            assert wanted not in data, (path, wanted)


def test_static_files_are_kept_for_good_under_their_hash() -> None:
    http = TestClient(bare_app())
    answer = http.get(statics.address("console.css"))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    plain = http.get(statics.address("console.css"), headers={"Accept-Encoding": "identity"})
    assert plain.content == answer.content
    older = http.get("/console/static/0000/console.css")
    assert (older.status_code, older.headers["cache-control"]) == (200, "no-store")
    for path in ("../seats.py", "assets/assets.json", "assets/licences/htmx.org.txt", "nothing.js"):
        assert http.get(f"/console/static/{statics.version()}/{path}").status_code == 404


def test_templates_hold_no_inline_script_or_style() -> None:
    folder = Path(pages.__file__).parent / "templates"
    for path in folder.rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert " style=" not in text, path
        assert "<style" not in text, path
        assert " onclick" not in text, path
        assert "hx-on" not in text, path
        assert "<script>" not in text, path


def test_areas_are_mounted_where_the_top_bar_leads() -> None:
    assert "/console" in bare_app().state.console_paths
    assert app.install.__doc__
