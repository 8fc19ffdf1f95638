"""What is doubtful in a policy pack that can be loaded: for ``menshen policy lint``.

A pack that cannot be loaded at all raises ``PackBroken`` with all its faults instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from validators.hospitals import load_hospitals
from validators.pack import Pack, rules_of
from validators.policy import Rule
from validators.regions import Location

_PROVINCE_OF_LIST = {"jiangxi": "36", "hunan": "43"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: permanent code, place in the file, what is wrong, what to do."""

    code: str
    where: str
    message: str
    remedy: str


def lint(pack: Pack) -> tuple[Fault, ...]:
    """Every fault of one pack, in a fixed order; empty when it is sound."""
    return tuple(
        fault
        for find in (_dates, _sources, _region, _values, _conditions, _catalogue, _needed)
        for fault in find(pack)
    )


def lint_together(packs: Iterable[Pack]) -> tuple[Fault, ...]:
    """Faults between packs: two versions of one policy in force on one day."""
    faults: list[Fault] = []
    held = sorted(packs, key=lambda pack: (pack.policy.id, pack.policy.effective_from))
    for earlier, later in pairwise(held):
        same = earlier.policy.id == later.policy.id
        if same and earlier.in_force(later.policy.effective_from):
            message = f"{earlier.policy.id} 的 {earlier.ref.version} 版与 {later.ref.version} 版施行期重叠。"
            faults.append(Fault("LINT-010", "effective_to", message, "请为较早的版本写明 effective_to。"))
    return tuple(faults)


def _dates(pack: Pack) -> Iterator[Fault]:
    policy = pack.policy
    if policy.effective_to is not None and policy.effective_to < policy.effective_from:
        yield Fault(
            "LINT-001", "effective_to", "施行期止日早于起日。", "请更正 effective_from 或 effective_to。"
        )
    for where, rule in rules_of(policy):
        if rule.as_of[:4] > str(policy.effective_from.year + 5):
            yield Fault("LINT-002", where, f"取值时间 {rule.as_of} 远晚于施行日。", "请核对 as_of。")


def _sources(pack: Pack) -> Iterator[Fault]:
    for where, rule in rules_of(pack.policy):
        if rule.source not in pack.policy.sources:
            yield _unknown_source(where, rule.source)
        for index, rival in enumerate(rule.rivals):
            if rival.source not in pack.policy.sources:
                yield _unknown_source(f"{where}.rivals[{index}]", rival.source)
    used = {rule.source for _, rule in rules_of(pack.policy)}
    used |= {rival.source for _, rule in rules_of(pack.policy) for rival in rule.rivals}
    for name in sorted(set(pack.policy.sources) - used):
        yield Fault("LINT-004", f"sources.{name}", "没有取值用到这个来源。", "请删去，或在取值中引用。")


def _unknown_source(where: str, name: str) -> Fault:
    return Fault("LINT-003", where, f"来源“{name}”没有在 sources 中写明。", "请在 sources 中补上标题和地址。")


def _region(pack: Pack) -> Iterator[Fault]:
    region = pack.policy.region
    if not pack.regions.knows(region.code):
        yield Fault("LINT-005", "region.code", f"没有代码为 {region.code} 的地区。", "请核对行政区划代码。")
        return
    if pack.regions.located(region.name, region.code) is not Location.INSIDE:
        yield Fault(
            "LINT-006", "region.name", f"{region.name} 不是 {region.code} 的名称。", "请核对地区名称。"
        )
    if pack.policy.insured_place.value != region.code:
        yield Fault("LINT-007", "insured_place", "参保地代码与 region.code 不一致。", "请改为同一代码。")


def _values(pack: Pack) -> Iterator[Fault]:
    for where, rule in rules_of(pack.policy):
        if not rule.clause.strip("。 "):
            yield Fault("LINT-008", f"{where}.clause", "没有给人看的说法。", "请写一句话说明这项要求。")
        if any(rival.value == rule.value for rival in rule.rivals):
            yield Fault("LINT-009", f"{where}.rivals", "不同说法与取值相同。", "请删去相同的说法。")
    level = pack.policy.hospital_level
    if level and not any(hospital.level for row in load_hospitals().by_name.values() for hospital in row):
        yield Fault("LINT-011", "hospital_level", "医院名录没有等级，无法判断。", "请补充医院名录。")


def _conditions(pack: Pack) -> Iterator[Fault]:
    filing = pack.policy.business == "remote-filing"
    conditions = [(f"materials[{i}]", m.value.when) for i, m in enumerate(pack.policy.materials)]
    conditions += [(f"seals[{i}]", s.value.when) for i, s in enumerate(pack.policy.seals)]
    for where, when in conditions:
        if when.categories and not filing:
            yield Fault("LINT-012", f"{where}.when", "只有异地备案才分类别。", "请删去 categories。")
    asked = [kind for material in pack.policy.materials for kind in material.value.any_of]
    for kind in sorted({kind for kind in asked if asked.count(kind) > 1}):
        singles = [m for m in pack.policy.materials if m.value.any_of == (kind,)]
        if len(singles) > 1:
            yield Fault("LINT-013", "materials", f"材料 {kind} 要求了不止一次。", "请合并。")


def _catalogue(pack: Pack) -> Iterator[Fault]:
    rule = pack.policy.catalogue
    if rule is None:
        return
    if _PROVINCE_OF_LIST[rule.value.list] != pack.policy.region.code[:2]:
        yield Fault("LINT-014", "catalogue", f"目录 {rule.value.list} 不是本省的目录。", "请核对目录名称。")
    if pack.catalogue is not None:
        for row in pack.catalogue.rows:
            torn = set(row.aliases) & set(row.near)
            if torn:
                message = f"病种 {row.no} 的“{'、'.join(sorted(torn))}”既是别名又是近似名。"
                yield Fault("LINT-015", "catalogue", message, "请在病种表中只保留一处。")


def _needed(pack: Pack) -> Iterator[Fault]:
    """Demands of a business that no pack can do without."""
    policy = pack.policy
    wanted: list[tuple[str, Rule[object] | None]] = []
    if policy.business == "renewal":
        wanted = [("window", policy.window), ("catalogue", policy.catalogue)]
    elif policy.business == "application":
        wanted = [("catalogue", policy.catalogue), ("hospital_level", policy.hospital_level)]
    for name, rule in wanted:
        if rule is None:
            yield Fault("LINT-016", name, f"{policy.title}没有写明此项。", "请补上取值和来源。")
    if not policy.materials:
        yield Fault("LINT-017", "materials", "没有写明须提交的材料。", "请补上材料清单。")
