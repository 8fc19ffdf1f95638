"""``python -m samples``: draw all sample files and their truth again."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from samples import fonts
from samples.casebook import filing, renewal, shangrao, shaoyang, yichun
from samples.casebook.case import Case
from samples.listing import write_tables
from samples.shelf import medical, personal
from samples.write import save

HERE = Path(__file__).resolve().parent


def all_cases() -> list[Case]:
    """The cases of all five policies."""
    return [c for book in (yichun, shangrao, shaoyang, renewal, filing) for c in book.cases()]


def main() -> int:
    """Draw everything; 0 when done, 2 with the way out when fonts are missing."""
    try:
        fonts.require()
    except fonts.FontsMissing as missing:
        print(missing, file=sys.stderr)
        return 2
    drawings = [*medical.everything(), *personal.everything()]
    cases = all_cases()
    notes = save(HERE / "documents", drawings)
    for case in cases:
        notes += case.write(HERE / "cases")
    wanted = {case.folder for case in cases}
    for folder in (HERE / "cases").iterdir():
        if folder.name not in wanted:
            shutil.rmtree(folder)
    write_tables(HERE / "README.md", cases, drawings)
    for note in notes:
        print(note, file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
