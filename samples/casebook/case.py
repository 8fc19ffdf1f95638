"""A case folder: what the portal states, the files, and what should come out."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from samples import looks
from samples.layouts import identity
from samples.looks import Look
from samples.paper import Paper
from samples.people import Person
from samples.write import Drawing, drawing, dump, save

Outcome: TypeAlias = str | list[str]
"""``met``, ``unmet``, ``unknown``, ``not_applicable``; a list where each of several would be right."""

ALWAYS = {
    "material-present": "met",
    "material-legible": "met",
    "identity-consistent": "met",
    "id-number-valid": "met",
    "id-card-valid": "met",
    "insured-place": "met",
}
EITHER: list[str] = ["met", "unknown"]
DOUBT: list[str] = ["unknown", "unmet"]


@dataclass(slots=True)
class Case:
    """``checks`` without a subject speak of the worst result of that check (unmet, unknown, met)."""

    policy: str
    number: int
    reason: str
    application: dict[str, Any]
    drawings: list[Drawing]
    checks: dict[str, Outcome]
    route: Outcome
    subjects: Sequence[tuple[str, str, Outcome]]
    slug: str = ""
    about: str = ""

    @property
    def folder(self) -> str:
        return f"{self.policy}-{self.number:02d}-{self.slug}"

    def expected(self) -> dict[str, Any]:
        """The contents of ``expected.yaml``."""
        checks: list[dict[str, Any]] = [{"id": k, "outcome": v} for k, v in self.checks.items()]
        checks += [{"id": k, "subject": s, "outcome": v} for k, s, v in self.subjects]
        return {"route": self.route, "reason": self.reason, "about": self.about, "checks": checks}

    def write(self, root: Path) -> list[str]:
        """Draw the files and write ``case.yaml``, ``expected.yaml`` and ``truth.yaml``."""
        folder = root / self.folder
        notes = save(folder, self.drawings)
        (folder / "case.yaml").write_text(dump(self.application), encoding="utf-8")
        (folder / "expected.yaml").write_text(dump(self.expected()), encoding="utf-8")
        return notes


def build(
    policy: str,
    base: Mapping[str, Outcome],
    number: int,
    reason: str,
    stated: dict[str, Any],
    files: list[Drawing],
    *,
    route: Outcome = "ready_for_review",
    checks: Mapping[str, Outcome] | None = None,
    subjects: Sequence[tuple[str, str, Outcome]] = (),
) -> Case:
    """A case of ``policy``; ``checks`` says what differs from ``base``, the outcomes of a sound case."""
    return Case(policy, number, reason, stated, files, {**base, **(checks or {})}, route, subjects)


def named(make: Callable[[], Case]) -> Case:
    """The case that ``make`` builds: its name is the slug, its docstring says what is to be seen."""
    case = make()
    case.slug = make.__name__.replace("_", "-")
    case.about = inspect.getdoc(make) or ""
    return case


def application(
    policy: str, who: Person, on: str, diseases: Sequence[str] = (), agent: Person | None = None, **extra: Any
) -> dict[str, Any]:
    """The contents of ``case.yaml``; ``extra`` may hold ``applicant`` (changes to it) and further keys."""
    applicant: dict[str, Any] = {
        "name": who.name,
        "id_number": who.id_number,
        "insured_place": who.insured_place,
        "insurance": who.insurance,
        "relation": "agent" if agent else "self",
    }
    if agent:
        applicant["agent"] = {"name": agent.name, "id_number": agent.id_number}
    applicant |= extra.pop("applicant", {})
    stated: dict[str, Any] = {
        "policy": policy,
        "submitted_on": dt.date.fromisoformat(on),
        "applicant": applicant,
    }
    if diseases:
        stated["diseases"] = list(diseases)
    return stated | extra


def cards(
    who: Person, how: str, seed: int, *, end: str | None = "2036-04-20", number: str = "", stem: str = "id"
) -> list[Drawing]:
    """Both sides of the ID card: two photos, or a copied page; ``end`` is its last day (None: 长期)."""
    last = dt.date.fromisoformat(end) if end else None
    start = dt.date(last.year - 20, last.month, last.day) if last else dt.date(2016, 4, 20)
    if how == "copy":
        page = identity.id_copy(who, start, last, number=number)
        return [drawing(f"{stem}-copy", page, looks.scan("jpg", seed, 0.4, dpi=150))]
    front, back = identity.id_front(who, number=number), identity.id_back(who, start, last)
    return [
        drawing(f"{stem}-front", front, looks.photo(seed, seed % 7 - 3.0, 0.02, dpi=165)),
        drawing(f"{stem}-back", back, looks.photo(seed + 1, 2.0 - seed % 5, 0.02, dpi=165)),
    ]


def papers(how: str, seed: int, named: Mapping[str, Paper]) -> list[Drawing]:
    """The other papers: ``digital`` PDFs, one ``bundle``, a ``mixed`` PDF, ``scan`` or ``photo`` pictures."""
    if how == "bundle":
        return [drawing("materials", list(named.values()), looks.pdf())]
    if how == "mixed":
        picture = looks.scan("pdf", seed, 0.3, dpi=120)
        kinds = [looks.pdf() if n % 2 == 0 else picture for n in range(len(named))]
        return [drawing("materials", list(named.values()), kinds)]
    return [drawing(stem, paper, _one(how, seed + n)) for n, (stem, paper) in enumerate(named.items())]


def _one(how: str, seed: int) -> Look:
    if how == "digital":
        return looks.pdf()
    if how == "scan":
        return looks.scan("jpg", seed, (seed % 9 - 4) / 6, dpi=132)
    return looks.photo(seed, seed % 9 - 4.0, 0.025, dpi=132)
