"""Papers filled in by hand here and there: what of the hand is asserted, what of the print is lost.

    python -m benchmarks.reading.handwritten [--pages 24] [--seed 1] [--folder F]

Papers of the develop half, on which every other value is written by hand: characters of a brush font, each
bent, leant and shifted a little, in black or blue. No pen is like it, but it leaves the line as pens do.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from benchmarks.reading.corpus import Made, Plan, make
from benchmarks.reading.matching import score
from benchmarks.reading.peruse import Menshen
from benchmarks.reading.templates import templates_of
from benchmarks.reading.templates.develop import html

FILLED_IN = (
    "application-grid", "application-vertical", "certificate-underlined", "outpatient-record",
    "commitment-lines", "recognition-cells", "filing-grid", "authorisation-blocks",
)  # fmt: skip
INKS = ("#141414", "#1c2340", "#1b3f9c", "#2b2b33")
BY_HAND = frozenset(
    {
        *("patient_name", "agent_name", "id_number", "phone", "address", "diagnosis", "claimed_disease"),
        *(
            "application_date",
            "sign_date",
            "visit_date",
            "issue_date",
            "birth_date",
            "department",
            "sex",
            "age",
        ),
    }
)


def written(text: str, dice: random.Random) -> str:
    """The text by hand."""
    font, ink = dice.choice(html.HANDS), dice.choice(INKS)
    lean = dice.uniform(6, 17)
    characters = "".join(
        f'<span style="display:inline-block;transform:translate({dice.uniform(-1, 1):.1f}px,'
        f"{dice.uniform(-2.4, 2.4):.1f}px) rotate({dice.uniform(-9, 6):.0f}deg) "
        f"skewX({-lean + dice.uniform(-4, 4):.0f}deg) scale({dice.uniform(0.9, 1.18):.2f})"
        f'">{escape(one)}</span>'
        for one in text
    )
    return (
        f'<span data-handwritten="1" style="font-family:{font};color:{ink};letter-spacing:-1.2px;'
        f'font-size:1.15em;white-space:nowrap">{characters}</span>'
    )


def pages(folder: Path, count: int, seed: int) -> Iterator[Made]:
    """Draws them; every other value of ``BY_HAND`` is a hand's. Raises ``browser.NoBrowser``."""
    templates = {name: t for name, t in templates_of("develop").items() if name in FILLED_IN}
    names = sorted(templates)
    plans = [
        Plan(f"{n:04d}", names[n % len(names)], seed * 1000 + n, ("clean", "photo")[n // len(names) % 2])
        for n in range(count)
    ]
    dice = random.Random(seed)
    printed = html.f

    def filled(name: str, value: object, shown: str | None = None, tag: str = "span", style: str = "") -> str:
        if name in BY_HAND and dice.random() < 0.5:
            return written(shown or str(value), dice)
        return printed(name, value, shown, tag, style)

    html.f = filled
    try:
        yield from make(plans, templates, folder)
    finally:
        html.f = printed


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, read and print; 0 whatever the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.handwritten", description=__doc__)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="keep the pages here")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="menshen-reading-") as temporary:
        made = list(pages(asked.folder or Path(temporary), asked.pages, asked.seed))
        reader = Menshen()
        values = [v for m in made for v in score(m.truth, reader.peruse(m.path).documents).values]
    outcomes = [v.outcome for v in values]
    print({name: outcomes.count(name) for name in ("right", "wrong", "missed")})
    for value in values:
        if value.outcome != "right":
            print(value.outcome, value.field, value.value, value.confidence, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
