"""The tables at the end of ``README.md``: every case and every single document, and how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from samples.casebook.case import Case, Outcome
from samples.write import Drawing, truth

MARK = "<!-- From here on `python -m samples` writes. -->\n"


def _right(value: Outcome) -> str:
    return " or ".join(f"`{v}`" for v in ([value] if isinstance(value, str) else value))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def case_tables(cases: Sequence[Case]) -> list[str]:
    """One table a policy: case, reason, what is to be seen, route."""
    lines = ["## The cases", ""]
    for policy, mine in groupby(cases, key=lambda c: c.policy):
        lines += [
            f"### {policy}",
            "",
            _row(("case", "reason", "what is to be seen", "route")),
            "|---|---|---|---|",
        ]
        lines += [_row((f"`{c.number:02d}-{c.slug}`", c.reason, c.about, _right(c.route))) for c in mine]
        lines.append("")
    return lines


def document_table(drawings: Sequence[Drawing]) -> list[str]:
    """One row a file: kinds, layouts and fonts, rendering and effects, findings."""
    heads = ("file", "holds", "layout · font", "rendering", "a person would say")
    lines = ["## The single documents", "", _row(heads), "|---|---|---|---|---|"]
    for drawing in sorted(drawings, key=lambda d: d.name):
        entry = truth(drawing)
        kinds = dict.fromkeys(d["kind"] for d in entry["documents"])
        layouts = dict.fromkeys(f"{m['layout']} · {m['font']}" for m in entry["made"])
        ways = dict.fromkeys(_made(m) for m in entry["made"])
        findings = dict.fromkeys(f for page in entry["quality"] for f in page)
        cells = (
            f"`{drawing.name}`",
            ", ".join(kinds),
            ", ".join(layouts),
            "; ".join(ways),
            ", ".join(findings),
        )
        lines.append(_row(cells))
    return lines


def _made(made: dict[str, Any]) -> str:
    done = ", ".join(next(iter(effect)) for effect in made["effects"])
    rendering = str(made["rendering"])
    return f"{rendering}: {done}" if done else rendering


def write_tables(readme: Path, cases: Sequence[Case], drawings: Sequence[Drawing]) -> None:
    """Replace everything below the mark."""
    head = readme.read_text(encoding="utf-8").split(MARK)[0]
    body = "\n".join([*case_tables(cases), *document_table(drawings)])
    readme.write_text(f"{head}{MARK}\n{body}\n", encoding="utf-8")
