"""``menshen openapi``: the OpenAPI document of the HTTP door."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def openapi(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写入这个文件；不填则输出到屏幕。")
    ] = None,
) -> None:
    """输出接口的 OpenAPI 文档（JSON）。

    示例：

    menshen openapi -o openapi.json
    """
    text = document_text()
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")


def document_text() -> str:
    """The document as it stands in ``docs/openapi.json``."""
    from api.http.app import bare_app

    return json.dumps(bare_app().openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
