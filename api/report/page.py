"""Writes a verdict as one HTML file that needs nothing beside it: no host, no font, no other file.

What stands on a paper is hostile: the template escapes it, and the page forbids itself every
script but its own (by hash) and every resource from outside.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from api.report.view import report_view
from api.words import plain
from validators.verdict import Verdict

if TYPE_CHECKING:
    from intake.pipeline import PageImage

_HERE = Path(__file__).parent
STEM_BYTES = 200
"""Of a report's file name; file systems take 255, number and ending included."""


def report_html(verdict: Verdict, images: Iterable[PageImage]) -> str:
    """The whole page of one verdict."""
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_HERE / "case.css").read_text(encoding="utf-8")
    script = (_HERE / "case.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return environment.get_template("case.html.j2").render(
        view=report_view(verdict, images),
        content_policy=policy,
        style=Markup(style),  # noqa: S704 - our own file, not a paper's words
        script=Markup(script),  # noqa: S704 - our own file, not a paper's words
    )


class ReportFolder:
    """A folder of reports; ``written`` lists them in the order they were made.

    Raises ``OSError`` where the folder cannot be made or written to.
    """

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
        self._path = path
        self.written: list[Path] = []

    def write(self, verdict: Verdict, images: Iterable[PageImage]) -> Path:
        """Write one verdict as ``<case>.html``; a second case of the same name gets a number.

        The name keeps no personal number, and no more bytes than a file system takes.
        Only its owner may read the file: it shows a person's papers.
        """
        stem = re.sub(r"[^\w.-]+", "_", plain(verdict.case)).strip(".")
        target = self._free(stem.encode()[:STEM_BYTES].decode(errors="ignore") or "case")
        page = report_html(verdict, images).encode("utf-8", "replace")
        handle, scratch = tempfile.mkstemp(dir=self._path, suffix=".tmp")
        with os.fdopen(handle, "wb") as stream:
            stream.write(page)
        os.replace(scratch, target)
        self.written.append(target)
        return target

    def _free(self, stem: str) -> Path:
        names = (f"{stem}.html", *(f"{stem}-{count}.html" for count in range(2, len(self.written) + 3)))
        return next(path for path in map(self._path.joinpath, names) if path not in self.written)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
