"""One invented stay or visit: who, where, for what, treated by whom."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from benchmarks.reading.templates.scored.people import Person, anyone, day, later, number, person
from benchmarks.reading.templates.scored.vocabulary import (
    HOSPITALS,
    ILLNESSES,
    OTHERS,
    TITLES,
    Hospital,
    Illness,
)


@dataclass(frozen=True)
class Visit:
    """Everything that the papers of one stay or visit agree in. ``codes`` are ICD-10, one a diagnosis."""

    person: Person
    hospital: Hospital
    illness: Illness
    diagnoses: tuple[str, ...]
    codes: tuple[str, ...]
    first: date
    last: date
    doctor: str
    title: str
    second: str
    record: str
    bed: str
    insurance: str
    complaint: str
    history: str

    @property
    def age(self) -> int:
        """The patient's age on the last day."""
        return self.person.age(self.last)

    @property
    def days(self) -> int:
        """Days of the stay."""
        return (self.last - self.first).days


def visit(dice: random.Random, *, most: int = 4, least_age: int = 34, title: str | None = None) -> Visit:
    """Drawn anew; ``most`` is the greatest number of diagnoses."""
    illness = dice.choice(ILLNESSES)
    told = list(illness.diagnoses[: max(1, dice.randint(1, most))])
    told += dice.sample(OTHERS, max(0, min(most - len(told), dice.randint(0, 2))))
    first = day(dice)
    years, days = dice.randint(2, 15), dice.randint(2, 20)
    patient = person(dice, least_age)
    while patient.sex == "女" and any(text == "前列腺增生" for text, _ in told):
        told = [t for t in told if t[0] != "前列腺增生"]
    return Visit(
        patient, dice.choice(HOSPITALS), illness, tuple(t for t, _ in told), tuple(c for _, c in told), first,
        later(first, dice.randint(5, 19)), anyone(dice), title or dice.choice(TITLES[:3]), anyone(dice),
        dice.choice(("", "ZY", "00")) + number(dice, dice.randint(6, 9)), f"{dice.randint(1, 48):02d}", dice.choice(("employee", "resident")),
        illness.complaint.format(n=years, m=days), illness.history.format(n=years, m=days),
    )  # fmt: skip
