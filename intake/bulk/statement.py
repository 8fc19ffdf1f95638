"""What a case states, put together from a manifest's row, its ``case.yaml`` and the batch's defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from intake.bulk.codes import fault
from intake.bulk.columns import title
from intake.bulk.limits import BulkLimits
from intake.bulk.rows import PATHS, read_row
from intake.case import read_application
from intake.faults import Fault
from validators.pack import Pack

_COLUMN_AT: Final = {".".join(path): column for column, path in PATHS.items()}
_NAMES_POLICY: Final = ("政策", "地区", "业务")
_WHOLE: Final = "整体"


def shaped_defaults(
    defaults: Mapping[str, str], packs: Sequence[Pack], limits: BulkLimits
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """``defaults`` by column as an application states them, and what of them is not understood."""
    row = read_row(0, defaults, None, packs, limits)
    return row.stated, row.faults


def put_together(
    row: Mapping[str, Any],
    yaml: Mapping[str, Any],
    defaults: Mapping[str, Any],
    faults: Sequence[Fault] = (),
) -> tuple[dict[str, Any] | None, tuple[Fault, ...]]:
    """The statement that ``validators.application.Application`` takes, or ``None`` and every fault.

    The row and ``case.yaml`` must agree where both speak; ``defaults`` fill what neither says. ``faults``
    are those already known of the row's cells.
    """
    found = list(faults)
    found += [fault("BULK-033", _shown(path)) for path in _disagreements(row, yaml)]
    stated = _merged(yaml, row)
    names_policy = any(name in stated for name in ("policy", "region", "business"))
    spare = {
        name: value
        for name, value in defaults.items()
        if not (names_policy and name in ("policy", "region", "business"))
    }
    stated = _merged({"applicant": {}, **spare}, stated)
    _, wrong = read_application(stated)
    known = {one.where for one in found}
    # Pydantic looks at the whole only where every part is right; people are told everything at once.
    no_policy = not (stated.get("policy") or (stated.get("region") and stated.get("business")))
    if no_policy and not known & set(_NAMES_POLICY):
        found.append(Fault("CASE-011", "政策", "没有写明政策，或地区与业务", "请补上这一项后再试。"))
    found += [
        Fault(one.code, _shown(one.where), one.message, one.remedy)
        for one in wrong
        if not (one.where == _WHOLE and no_policy) and _shown(one.where) not in known
    ]
    return (None if found else stated), tuple(found)


def _shown(where: str) -> str:
    """A place of the application as the column's header; ``diseases[0]`` is 病种."""
    column = _COLUMN_AT.get(where) or _COLUMN_AT.get(where.partition("[")[0])
    return title(column) if column else where


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for name, value in above.items():
        under = merged.get(name)
        merged[name] = (
            _merged(under, value) if isinstance(under, Mapping) and isinstance(value, Mapping) else value
        )
    return merged


def _disagreements(row: Mapping[str, Any], yaml: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for name in sorted(row.keys() & yaml.keys()):
        one, other, where = row[name], yaml[name], f"{above}{name}"
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            yield from _disagreements(one, other, f"{where}.")
        elif isinstance(one, list) and isinstance(other, list):
            if sorted(map(str, one)) != sorted(map(str, other)):
                yield where
        elif str(one).strip().upper() != str(other).strip().upper():
            yield where
