"""``menshen reminders``: whose qualification ends soon, and when it may be renewed."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from api.json_output import Json
    from intake.entitlements import Expiring

_HEADS = (
    ("name", "姓名"),
    ("id_number", "身份证号"),
    ("disease", "病种"),
    ("region", "地区"),
    ("valid_until", "到期日"),
    ("days_left", "剩余天数"),
    ("renew_from", "办理起"),
    ("renew_until", "办理止"),
    ("advised_by", "建议最迟"),
    ("standing", "现在"),
)
_AT_ONCE = 200


class Form(StrEnum):
    """How the list is given."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def reminders(
    within: Annotated[int, typer.Option(min=0, max=3650, help="多少天内到期。")] = 60,
    region: Annotated[
        str | None, typer.Option(metavar="代码", help="只列这个地区，如 430500（全市）、430503。")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="日期", help="以这一天为准；不写则为今天。", show_default=False)
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="输出形式。")] = Form.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="即 --format json。")] = False,
) -> None:
    """列出应提醒续期的参保人：待遇何时到期、按政策何时起可办、何时截止。

    取自待遇登记（已导入的和本系统认定的）；已续期的不再列出。姓名和身份证号已掩码。

    示例：

    menshen reminders --within 60

    menshen reminders --within 90 --region 430503 --format csv > 续期提醒.csv
    """
    from api.commands.serving import serving
    from api.json_output import encoded
    from api.terminal import messages, write_bytes
    from intake.reminders import all_expiring

    day = _day(on)
    stem = _region(region)
    with serving() as service:
        entries = all_expiring(service, within_days=within, region=stem, on=day)
    form = Form.JSON if as_json else form
    if form is Form.JSON:
        told = {
            "schema": "menshen.reminders/1",
            "within_days": within,
            "entries": [_json(e) for e in entries],
        }
        write_bytes(encoded(told))
    elif form is Form.CSV:
        write_bytes(_csv(entries))
    elif entries:
        _table(entries)
    else:
        messages().print(f"{within} 天内没有到期的待遇。")


def _table(entries: Sequence[Expiring]) -> None:
    from rich import box
    from rich.table import Table

    from api.terminal import results
    from api.words import plain

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    shown = [place for place, (name, _) in enumerate(_HEADS) if name != "advised_by"]
    for place in shown:
        name, head = _HEADS[place]
        table.add_column(head, overflow="fold", no_wrap=name != "disease")
    for entry in entries:
        cells = _cells(entry)
        table.add_row(*(plain(str(cells[place])) for place in shown))
    results().print(table)
    results().print(f"共 {len(entries)} 项。")


def _csv(entries: Sequence[Expiring]) -> bytes:
    """UTF-8 with a byte order mark, so that it opens in a spreadsheet; no cell is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([head for _, head in _HEADS])
    for entry in entries:
        writer.writerow([_harmless(str(cell)) for cell in _cells(entry)])
    return text.getvalue().encode("utf-8-sig")


def _json(entry: Expiring) -> Json:
    cells = dict(zip((name for name, _ in _HEADS), _cells(entry), strict=True))
    return {name: None if cell == "" else cell for name, cell in cells.items()}


def _cells(entry: Expiring) -> list[str | int]:
    days = (entry.valid_until, entry.renew_from, entry.renew_until, entry.advised_by)
    until, first, last, advised = (day.isoformat() if day else "" for day in days)
    return [
        entry.name,
        entry.id_number,
        entry.disease,
        entry.region,
        until,
        entry.days_left,
        first,
        last,
        advised,
        _standing(entry),
    ]


def _standing(entry: Expiring) -> str:
    """Whether the renewal may be filed on the day of the list."""
    if entry.renew_from is None or entry.renew_until is None:
        return "政策未规定"
    if entry.days_left > (entry.valid_until - entry.renew_from).days:
        return "未到办理期"
    return "可办理" if entry.days_left >= (entry.valid_until - entry.renew_until).days else "已截止"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) and not cell[1:].isdigit() else cell


def _region(text: str | None) -> str | None:
    from validators.regions import load_regions

    if text is not None and not load_regions().knows(text):
        raise typer.BadParameter("须为六位行政区划代码，如 430500", param_hint="--region")
    return text


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter("日期须写作 2025-11-20", param_hint="--on") from error
