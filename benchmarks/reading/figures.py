"""Scores of pages → the figures that the laboratory prints and keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.reading.degrade.wear import DIFFICULTIES
from benchmarks.reading.intervals import bootstrap, wilson
from benchmarks.reading.matching import FAMILIES, FAMILY_OF, ID_NUMBERS, Judged, PageScore

SURE = 0.9
BINS = 10


@dataclass(frozen=True, slots=True)
class Share:
    """A counted share with its 95 % interval."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """Hits over all; 1.0 where nothing was counted."""
        return self.hits / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Precision and recall with Wilson intervals, F1 with a bootstrap interval over pages."""

    precision: Share
    recall: Share
    f1: float
    f1_low: float
    f1_high: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything measured of a set of pages, apart from cost.

    ``sure_by_field`` is the share of wrong ones among the values told with a confidence of at least ``SURE``,
    of fields that have such; ``reliability`` the mean confidence and the share right of each bin of a family.
    """

    pages: int
    overall: Accuracy
    by_difficulty: dict[str, Accuracy]
    by_kind: dict[str, Accuracy]
    by_field: dict[str, Accuracy]
    by_kind_and_field: dict[tuple[str, str], Accuracy]
    without_rows: dict[str, Accuracy]
    cells: Accuracy
    kinds: Share
    kinds_by_difficulty: dict[str, Share]
    wrong_id_numbers: Share
    sure_but_wrong: Share
    sure_by_field: dict[str, Share]
    calibration: dict[str, float]
    reliability: dict[str, tuple[tuple[float, Share], ...]]


def share(hits: int, of: int) -> Share:
    """A share with Wilson's interval."""
    return Share(hits, of, *wilson(hits, of))


def figures_of(scores: Sequence[PageScore]) -> Figures:
    """All figures of these pages."""
    values = [v for s in scores for v in s.values]
    read = [v for v in values if v.outcome != "missed"]
    numbers = [v for v in read if v.field in ID_NUMBERS]
    sure_and_wrong = [v for v in read if v.outcome == "wrong" and (v.confidence or 0) >= SURE]
    kinds = sorted({s.kind for s in scores})
    fields = sorted({v.field for v in values})
    cells = Counter[str]()
    for s in scores:
        cells.update(s.cells)
    present = [d for d in DIFFICULTIES if any(s.difficulty == d for s in scores)]
    return Figures(
        pages=len(scores),
        overall=_accuracy(scores),
        by_difficulty={d: _accuracy(_of(scores, d)) for d in present},
        by_kind={k: _accuracy([s for s in scores if s.kind == k]) for k in kinds},
        by_field={f: _accuracy(scores, lambda name, f=f: name == f) for f in fields},  # type: ignore[misc]
        by_kind_and_field=_by_kind_and_field(scores, kinds),
        without_rows={d: _accuracy(_of(scores, d), lambda name: name != "test_items") for d in present},
        cells=_counted(cells),
        kinds=share(sum(s.kind_right for s in scores), len(scores)),
        kinds_by_difficulty={
            d: share(sum(s.kind_right for s in _of(scores, d)), len(_of(scores, d))) for d in present
        },
        wrong_id_numbers=share(sum(v.outcome == "wrong" for v in numbers), len(numbers)),
        sure_but_wrong=share(len(sure_and_wrong), len(read)),
        sure_by_field=_sure_by_field(read),
        calibration={family: _calibration_error(_bins(read, family)) for family in FAMILIES},
        reliability={family: _reliability(_bins(read, family)) for family in FAMILIES},
    )


def _of(scores: Sequence[PageScore], difficulty: str) -> list[PageScore]:
    return [s for s in scores if s.difficulty == difficulty]


def _any(name: str) -> bool:
    return True


def _accuracy(scores: Sequence[PageScore], wanted: Callable[[str], bool] = _any) -> Accuracy:
    counts = [_outcomes(s, wanted) for s in scores]
    total = sum(counts, Counter())
    low, high = bootstrap(counts, lambda some: _f1(sum(some, Counter())))
    return _made(total, low, high)


def _outcomes(page: PageScore, wanted: Callable[[str], bool]) -> Counter[str]:
    return Counter(v.outcome for v in page.values if wanted(v.field))


def _counted(total: Counter[str]) -> Accuracy:
    f1 = _f1(total)
    return _made(total, f1, f1)


def _made(total: Counter[str], low: float, high: float) -> Accuracy:
    right, wrong, missed = total["right"], total["wrong"], total["missed"]
    return Accuracy(share(right, right + wrong), share(right, right + missed), _f1(total), low, high)


def _f1(counts: Counter[str]) -> float:
    right, over = counts["right"], counts["wrong"] + counts["missed"]
    return 2 * right / (2 * right + over) if right or over else 1.0


def _by_kind_and_field(scores: Sequence[PageScore], kinds: Iterable[str]) -> dict[tuple[str, str], Accuracy]:
    found = {}
    for kind in kinds:
        pages = [s for s in scores if s.kind == kind]
        for field in sorted({v.field for s in pages for v in s.values}):
            total = sum((_outcomes(s, lambda n, f=field: n == f) for s in pages), Counter())  # type: ignore[misc]
            found[(kind, field)] = _counted(total)
    return found


def _sure_by_field(read: Iterable[Judged]) -> dict[str, Share]:
    wrong: dict[str, list[bool]] = defaultdict(list)
    for v in read:
        if (v.confidence or 0) >= SURE:
            wrong[v.field].append(v.outcome == "wrong")
    return {field: share(sum(these), len(these)) for field, these in sorted(wrong.items()) if any(these)}


def _bins(read: Iterable[Judged], family: str) -> list[list[tuple[float, bool]]]:
    """Confidence and whether it is right, of a family's values, by ten bins of confidence; no empty ones."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for v in read:
        if v.confidence is not None and FAMILY_OF[v.field] == family:
            bins[min(BINS - 1, int(v.confidence * BINS))].append((v.confidence, v.outcome == "right"))
    return [bins[b] for b in sorted(bins)]


def _reliability(bins: Iterable[Sequence[tuple[float, bool]]]) -> tuple[tuple[float, Share], ...]:
    return tuple(
        (sum(told for told, _ in b) / len(b), share(sum(right for _, right in b), len(b))) for b in bins
    )


def _calibration_error(bins: Sequence[Sequence[tuple[float, bool]]]) -> float:
    """Expected calibration error (Naeini 2015): |confidence − share right| of each bin, weighted."""
    off = sum(abs(sum(c for c, _ in b) - sum(right for _, right in b)) for b in bins)
    return off / sum(map(len, bins)) if bins else 0.0
