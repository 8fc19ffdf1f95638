"""Draw a corpus by seed, read it, score it against its truth, and keep the figures.

    python -m benchmarks.reading --set scored [--pages 450] [--seed 1] [--peers 60] [--folder F]
    python -m benchmarks.reading --short

Of the scored half only aggregates are told. ``--wrong`` lists what was misread, of the develop half alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.reading.corpus import make, plan
from benchmarks.reading.figures import figures_of
from benchmarks.reading.matching import PageScore
from benchmarks.reading.peers import PEERS
from benchmarks.reading.run import Run, read_all
from benchmarks.reading.tell import history_line, keep, tables
from benchmarks.reading.templates import SETS, templates_of

SHORT_PAGES = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the laboratory; 0 whatever the figures."""
    told = _arguments(arguments)
    templates = {n: t for n, t in templates_of(told.set).items() if told.only in n}
    pages = SHORT_PAGES if told.short else told.pages
    with tempfile.TemporaryDirectory(prefix="menshen-reading-") as temporary:
        folder = told.folder or Path(temporary)
        made = list(make(plan(list(templates), pages, told.seed), templates, folder, _progress_of("drawn")))
        runs = [read_all("menshen", made, _progress)]
        for peer in PEERS if told.peers else ():
            spread = made[:: max(1, len(made) // told.peers)][: told.peers]
            try:
                runs.append(read_all(peer, spread, _progress))
            except FileNotFoundError as missing:
                print(f"{peer} is not installed ({missing}) and was left out", file=sys.stderr)
    if runs[1:]:
        runs.insert(1, _same_pages(runs[0], runs[1]))
    figures = figures_of(runs[0].scores)
    print("\n".join(tables(figures, runs)))
    if told.wrong and told.set == "develop":
        print("\n".join(_wrong(runs[0].scores)))
    if told.keep:
        keep(history_line(figures, runs, of=told.set, seed=told.seed))
    return 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--set", choices=SETS, default="scored")
    parser.add_argument("--pages", type=int, default=450)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--peers", type=int, default=0, metavar="N", help="peers read every so many-th page, N in all"
    )
    parser.add_argument("--short", action="store_true", help=f"{SHORT_PAGES} pages")
    parser.add_argument("--folder", type=Path, help="keep files and truth here")
    parser.add_argument("--only", default="", help="only templates whose name holds this")
    parser.add_argument("--wrong", action="store_true", help="list misread values (develop only)")
    parser.add_argument("--keep", action="store_true", help="append the figures to history.jsonl")
    return parser.parse_args(arguments)


def _same_pages(run: Run, peer: Run) -> Run:
    """The reader's own figures on the pages that the peers read."""
    names = {p.page for p in peer.pages}
    return Run(f"{run.reader}*", tuple(p for p in run.pages if p.page in names), run.peak_mb)


def _wrong(scores: Sequence[PageScore]) -> Iterator[str]:
    yield "-- misread"
    for s in scores:
        bad = [v for v in s.values if v.outcome != "right"]
        if bad or not s.kind_right:
            kind = "" if s.kind_right else f" KIND {s.kind} read as {','.join(s.kind_read)}"
            yield f"{s.page} {s.template} {s.difficulty}{kind}"
        for v in bad:
            sure = "" if v.confidence is None else f" {v.confidence:.2f}"
            yield f"    {v.outcome:<7}{v.field:<18}{v.value}{sure}"


def _progress_of(what: str):  # type: ignore[no-untyped-def]
    return lambda done, of: _progress(what, done, of)


def _progress(what: str, done: int, of: int) -> None:
    if done % 20 == 0 or done == of:
        print(f"{what} {done}/{of}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
