"""The figures as tables for people, and as one line of history."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.reading.degrade.wear import DIFFICULTIES
from benchmarks.reading.figures import Accuracy, Figures, Share
from benchmarks.reading.run import PageRun, Run

HISTORY = Path(__file__).parent / "history.jsonl"
_HEAD = f"{'':<34}{'precision':>24}{'recall':>24}{'F1':>24}"


def tables(figures: Figures, runs: Iterable[Run]) -> Iterator[str]:
    """Everything a run found, line by line."""
    yield f"{figures.pages} pages"
    yield _HEAD
    yield _row("all fields", figures.overall)
    for name, accuracy in figures.by_difficulty.items():
        yield _row(f"  {name}", accuracy)
    for name, accuracy in figures.without_rows.items():
        yield _row(f"  {name}, without test_items", accuracy)
    yield _row("cells of test_items", figures.cells)
    yield "-- kinds of paper: fields on them"
    yield from (_row(name, accuracy) for name, accuracy in figures.by_kind.items())
    yield "-- fields"
    yield from (_row(name, accuracy) for name, accuracy in figures.by_field.items())
    yield "-- kind and field (precision, recall, right of all printed)"
    for (kind, field), a in figures.by_kind_and_field.items():
        shares = f"{_share(a.precision):>24}{_share(a.recall):>24}"
        yield f"  {kind:<24}{field:<20}{shares}{a.recall.hits:>6}/{a.recall.of}"
    yield "-- decisions"
    yield f"kind right                 {_share(figures.kinds)}  of {figures.kinds.of}"
    for name, kinds in figures.kinds_by_difficulty.items():
        yield f"  {name:<25}{_share(kinds)}  of {kinds.of}"
    wrong = figures.wrong_id_numbers
    yield f"ID numbers wrong           {wrong.hits} of {wrong.of} read ({_share(wrong)})"
    sure = figures.sure_but_wrong
    yield f"wrong, confidence >= 0.9   {sure.hits} of {sure.of} read ({_share(sure)})"
    for field, wrong_of in figures.sure_by_field.items():
        yield f"  {field:<25}{wrong_of.hits} of {wrong_of.of} told so"
    for family, error in figures.calibration.items():
        bins = "  ".join(f"{told:.2f}: {s.hits}/{s.of}" for told, s in figures.reliability[family])
        yield f"calibration error {family:<8} {error:.4f}  (told: right of all)  {bins}"
    yield from _costs(runs)


def _costs(runs: Iterable[Run]) -> Iterator[str]:
    yield "-- characters and cost, each reader in its own process on one thread"
    yield (
        f"{'reader':<12}{'pages':>6}{'CER':>8}"
        + "".join(f"{d:>8}" for d in DIFFICULTIES)
        + (f"{'core-s median':>15}{'mean':>7}{'p95':>7}{'peak MB':>9}")
    )
    for run in runs:
        seconds = sorted(p.core_seconds for p in run.pages)
        rates = [_rate([p for p in run.pages if p.difficulty == d]) for d in DIFFICULTIES]
        yield (
            f"{run.reader:<12}{len(run.pages):>6}{_rate(run.pages):>8.4f}"
            + "".join(f"{r:>8.4f}" for r in rates)
            + f"{median(seconds):>15.2f}{sum(seconds) / len(seconds):>7.2f}"
            + f"{seconds[int(0.95 * (len(seconds) - 1))]:>7.2f}{run.peak_mb:>9.0f}"
        )


def _rate(pages: Iterable[PageRun]) -> float:
    wrong = of = 0
    for page in pages:
        wrong, of = wrong + page.character_errors, of + page.characters
    return wrong / of if of else 0.0


def _row(name: str, a: Accuracy) -> str:
    f1 = f"{a.f1:.4f} [{a.f1_low:.3f} {a.f1_high:.3f}]"
    return f"{name:<34}{_share(a.precision):>24}{_share(a.recall):>24}{f1:>24}"


def _share(s: Share) -> str:
    return f"{s.value:.4f} [{s.low:.3f} {s.high:.3f}]"


def history_line(figures: Figures, runs: Iterable[Run], *, of: str, seed: int) -> dict[str, Any]:
    """What is kept of a run: aggregates alone, with the commit they were measured at."""
    return {
        "commit": _commit(),
        "set": of,
        "seed": seed,
        "pages": figures.pages,
        "f1": {d: round(a.f1, 4) for d, a in figures.by_difficulty.items()},
        "f1_without_rows": {d: round(a.f1, 4) for d, a in figures.without_rows.items()},
        "precision": round(figures.overall.precision.value, 4),
        "recall": round(figures.overall.recall.value, 4),
        "kinds": round(figures.kinds.value, 4),
        "wrong_id_numbers": figures.wrong_id_numbers.hits,
        "sure_but_wrong": round(figures.sure_but_wrong.value, 4),
        "calibration": {family: round(error, 4) for family, error in figures.calibration.items()},
        "readers": {
            run.reader: {
                "pages": len(run.pages),
                "cer": round(_rate(run.pages), 4),
                "core_seconds": round(sum(p.core_seconds for p in run.pages) / len(run.pages), 3),
                "peak_mb": round(run.peak_mb),
            }
            for run in runs
        },
    }


def keep(line: dict[str, Any]) -> None:
    """Append one line of history."""
    with HISTORY.open("a", encoding="utf-8") as out:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _commit() -> str:
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parent,
    )  # fmt: skip
    return told.stdout.strip() or "unknown"
