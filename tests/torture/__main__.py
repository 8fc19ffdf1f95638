"""``python -m torture``: the long form, told as a table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from torture.trial import Trial, hold


def main() -> int:
    """Exit status 1 where anything was lost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=10_000)
    options.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=6)
    options.add_argument(
        "--pause",
        type=float,
        nargs=2,
        default=(1.0, 10.0),
        metavar=("LEAST", "MOST"),
        help="seconds between two faults: a reader that is killed needs about five to be one again",
    )
    given = options.parse_args()
    trial = Trial(
        given.database,
        given.files,
        seed=given.seed,
        threads=given.threads,
        least_faults=12,
        pause=tuple(given.pause),
    )
    with tempfile.TemporaryDirectory(prefix="menshen-torture-") as folder:
        told = hold(trial, Path(folder), lambda words: print(words, file=sys.stderr, flush=True))
    print(f"{given.database}: {told.cases} cases, {told.files} files, {told.deliveries} deliveries")
    print(f"{sum(told.faults.values())} faults in {told.seconds:.0f} s:", dict(told.faults))
    for one in told.wrong:
        print("WRONG:", one)
    return 1 if told.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
