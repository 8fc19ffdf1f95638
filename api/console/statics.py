"""Style sheets, scripts and icons, ours and the vendored ones, under addresses with a hash of them all.

The hash is of every file together, so that a script may import another by a relative path and both change
their addresses at once. An address of another version (a page left open over an upgrade) answers with what
there is now, and is not kept.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

PREFIX: Final = "/console/static"
_HERE: Final = Path(__file__).parent
_FOLDERS: Final = {"": _HERE / "static", "assets/": _HERE / "assets"}
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_FOREVER: Final = "public, max-age=31536000, immutable"

router = APIRouter(prefix=PREFIX, include_in_schema=False)


@cache
def files() -> Mapping[str, bytes]:
    """Every file that may be asked for, by its path behind the hash."""
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for prefix, folder in _FOLDERS.items()
        for path in sorted(folder.rglob("*"))
        if path.suffix in _TYPES
    }


@cache
def version() -> str:
    """A hash over the names and bytes of all files."""
    digest = hashlib.sha256()
    for path, data in sorted(files().items()):
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:16]


def address(path: str) -> str:
    """Where a browser finds a file (``js/console.js``, ``assets/htmx.min.js``). Raises ``KeyError``."""
    if path not in files():
        raise KeyError(path)
    return f"{PREFIX}/{version()}/{path}"


@cache
def _squeezed(path: str) -> bytes:
    return gzip.compress(files()[path], 6, mtime=0)


@router.get("/{asked}/{path:path}")
def static_file(request: Request, asked: str, path: str) -> Response:
    """One file; nothing of it depends on who asks."""
    if path not in files():
        raise HTTPException(404)
    headers = {
        "Cache-Control": _FOREVER if asked == version() else "no-store",
        "Vary": "Accept-Encoding",
    }
    data = files()[path]
    if "gzip" in request.headers.get("accept-encoding", ""):
        data, headers["Content-Encoding"] = _squeezed(path), "gzip"
    return Response(data, media_type=_TYPES[Path(path).suffix], headers=headers)
