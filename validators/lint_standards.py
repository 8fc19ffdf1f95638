"""What is doubtful in the recognition standards that a pack names."""

from __future__ import annotations

from collections.abc import Iterator

from validators.disease_names import fold_disease
from validators.evidence.leaves import Bounds, ValueDemand
from validators.evidence.shapes import Condition, Standard
from validators.evidence.standards import SHARED, standards_path
from validators.evidence.test_items import completed, items_for
from validators.lint_fault import Fault
from validators.pack import Pack
from validators.yaml_places import read_yaml


def lint_standards(pack: Pack) -> Iterator[Fault]:
    """Diseases that the list does not have, bounds in a unit that no result can be turned into, bounds that
    exclude each other. Names are only asked of the pack's own files: a shared one may serve several lists.
    """
    for rule, held in zip(pack.policy.standards, pack.standards, strict=True):
        path = standards_path(rule.value, pack.path)
        written = read_yaml(path)
        for number, standard in enumerate(held.diseases):
            faults = list(_bounds(f"diseases[{number}].require", standard, standard.require))
            if path.parent != SHARED:
                faults += _names(pack, f"diseases[{number}]", standard)
            for fault in faults:
                yield Fault(
                    fault.code, fault.where, fault.message, fault.remedy, path, written.line(fault.where)
                )


def _names(pack: Pack, where: str, standard: Standard) -> Iterator[Fault]:
    if pack.catalogue is None:
        return
    known = {fold_disease(n) for row in pack.catalogue.rows for n in (row.name, *row.aliases)}
    for name in (standard.disease, *standard.excludes_diseases):
        if fold_disease(name) not in known:
            message = f"目录中没有病种“{name}”，这一段用不上。"
            yield Fault("LINT-040", where, message, "请改为目录中的名称，或删去。")


def _bounds(where: str, standard: Standard, condition: Condition) -> Iterator[Fault]:
    for key, parts in (("all", condition.all_of), ("any", condition.any_of), ("of", condition.of)):
        for index, part in enumerate(parts):
            yield from _bounds(f"{where}.{key}[{index}]", standard, part)
    if condition.value is not None:
        for bounds in (condition.value, *condition.value.by_sex.values()):
            yield from _of_value(f"{where}.value", standard, condition.value, bounds)


def _of_value(where: str, standard: Standard, demand: ValueDemand, bounds: Bounds) -> Iterator[Fault]:
    for name in demand.item:
        if whole := completed(name):
            message = f"项目表中没有“{name}”，只能按原名匹配。"
            yield Fault("LINT-043", where, message, f"请核对，是否为“{whole}”。")
    given = [a for a in (bounds.at_least, bounds.at_most, bounds.above, bounds.below) if a is not None]
    for item in items_for(demand.item, given[0].unit if given else None):
        own = [item.convert(amount.value, amount.unit or item.unit) for amount in given]
        for amount, value in zip(given, own, strict=True):
            if value is None:
                message = (
                    f"“{standard.disease}”的{item.name}界值 {amount} 不能换算成 {item.unit}，永远无法比较。"
                )
                yield Fault("LINT-041", where, message, f"请改用 {item.unit or '不带单位的数值'}。")
    low, high = bounds.at_least or bounds.above, bounds.at_most or bounds.below
    if low is not None and high is not None and low.unit == high.unit and low.value > high.value:
        message = f"“{standard.disease}”的下限 {low} 高于上限 {high}，永远不能满足。"
        yield Fault("LINT-042", where, message, "请核对界值。")
