"""What is doubtful in a policy pack that can be loaded: for ``menshen policy lint``.

A pack that cannot be loaded at all raises ``PackBroken`` with all its faults instead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from validators.adoption import ADOPTIONS, adoptions_of
from validators.hospitals import load_hospitals
from validators.lint_clauses import lint_clauses
from validators.lint_demands import lint_demands
from validators.lint_fault import Fault
from validators.lint_standards import lint_standards
from validators.pack import Pack, rules_of
from validators.policy import Rule
from validators.regions import Location
from validators.yaml_places import read_yaml

__all__ = ["Fault", "lint", "lint_together"]

_PROVINCE_OF_LIST = {"jiangxi": "36", "hunan": "43"}
_TO_FILL_IN = "【"
"""How the template marks what is still to be written."""
_TO_COMPARE = "【请核对】"
"""Before a clause of the template that many places have, and this one may not."""


def lint(pack: Pack) -> tuple[Fault, ...]:
    """Every fault of one pack with its line, in a fixed order; empty when it is sound."""
    finders = (
        _dates,
        _sources,
        _region,
        _values,
        _conditions,
        _catalogue,
        _needed,
        _adoptions,
        lint_demands,
        lint_clauses,
        lint_standards,
    )
    written = read_yaml(pack.path)
    return tuple(
        fault if fault.line else replace(fault, file=pack.path, line=written.line(fault.where))
        for find in finders
        for fault in find(pack)
    )


def lint_together(packs: Iterable[Pack]) -> tuple[Fault, ...]:
    """Faults between the versions of one policy: two in force on one day, or none between two."""
    faults: list[Fault] = []
    held = sorted(packs, key=lambda pack: (pack.policy.id, pack.policy.effective_from))
    for earlier, later in pairwise(held):
        if earlier.policy.id != later.policy.id:
            continue
        names = f"{earlier.policy.id} 的 {earlier.ref.version} 版与 {later.ref.version} 版"
        line = read_yaml(earlier.path).line("effective_to")
        until = earlier.policy.effective_to
        if earlier.in_force(later.policy.effective_from):
            day = (later.policy.effective_from - dt.timedelta(days=1)).isoformat()
            remedy = f"请将较早版本的 effective_to 写为 {day}。"
            faults.append(
                Fault("LINT-010", "effective_to", f"{names}施行期重叠。", remedy, earlier.path, line)
            )
        elif until is not None and (later.policy.effective_from - until).days > 1:
            gap = (until + dt.timedelta(days=1), later.policy.effective_from - dt.timedelta(days=1))
            message = f"{names}之间，{gap[0].isoformat()} 至 {gap[1].isoformat()} 没有施行的版本。"
            remedy = "请改动较早版本的 effective_to，或补充该时期的版本。"
            faults.append(Fault("LINT-018", "effective_to", message, remedy, earlier.path, line))
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
        source = policy.sources.get(rule.source)
        if (
            source is not None
            and source.read_on
            and rule.as_of > source.read_on.isoformat()[: len(rule.as_of)]
        ):
            message = f"取值时间 {rule.as_of} 晚于来源的查阅日 {source.read_on.isoformat()}。"
            yield Fault("LINT-019", f"{where}.as_of", message, "请核对 as_of，或来源的 read_on。")


def _sources(pack: Pack) -> Iterator[Fault]:
    for where, rule in rules_of(pack.policy):
        if rule.source not in pack.policy.sources:
            yield _unknown_source(where, rule.source)
        for index, rival in enumerate(rule.rivals):
            if rival.source not in pack.policy.sources:
                yield _unknown_source(f"{where}.rivals[{index}]", rival.source)
    for name, source in pack.policy.sources.items():
        if _TO_FILL_IN in f"{source.title}{source.address or ''}":
            yield Fault("LINT-024", f"sources.{name}", "模板中的【】处还没有填写。", "请填写后删去【】。")
    used = {rule.source for _, rule in rules_of(pack.policy)}
    used |= {rival.source for _, rule in rules_of(pack.policy) for rival in rule.rivals}
    for name in sorted(set(pack.policy.sources) - used):
        yield Fault("LINT-004", f"sources.{name}", "没有取值用到这个来源。", "请删去，或在取值中引用。")


def _unknown_source(where: str, name: str) -> Fault:
    return Fault("LINT-003", where, f"来源“{name}”没有在 sources 中写明。", "请在 sources 中补上标题和地址。")


def _left_open(where: str, clause: str) -> Fault:
    if not clause.startswith(_TO_COMPARE):
        return Fault("LINT-024", where, "模板中的【】处还没有填写。", "请填写后删去【】。")
    remedy = "本地文件有这一条的，请改成本地的取值和说法，删去【请核对】；没有的，请整段删去。"
    return Fault("LINT-024", where, "模板中常见的规定还没有与本地文件核对。", remedy)


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
        if _TO_FILL_IN in f"{rule.clause}{rule.value}":
            yield _left_open(where, rule.clause)
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
        singles = [m.value for m in pack.policy.materials if m.value.any_of == (kind,)]
        if any(one.when == other.when for i, one in enumerate(singles) for other in singles[i + 1 :]):
            yield Fault("LINT-013", "materials", f"材料 {kind} 要求了不止一次。", "请合并。")


def _catalogue(pack: Pack) -> Iterator[Fault]:
    rule = pack.policy.catalogue
    if rule is None:
        return
    province = _PROVINCE_OF_LIST.get(rule.value.list)
    if province is not None and province != pack.policy.region.code[:2]:
        yield Fault("LINT-014", "catalogue", f"目录 {rule.value.list} 不是本省的目录。", "请核对目录名称。")
    if pack.catalogue is not None:
        if any(_TO_FILL_IN in name for row in pack.catalogue.rows for name in (row.name, *row.aliases)):
            yield Fault("LINT-024", "catalogue", "catalogue.csv 中的【】处还没有填写。", "请填写病种。")
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
        wanted = [("catalogue", policy.catalogue)]
    for name, rule in wanted:
        if rule is None:
            yield Fault("LINT-016", name, f"{policy.title}没有写明此项。", "请补上取值和来源。")
    if not policy.materials:
        yield Fault("LINT-017", "materials", "没有写明须提交的材料。", "请补上材料清单。")


def _adoptions(pack: Pack) -> Iterator[Fault]:
    """Acts on values that are no longer there, or were changed since."""
    path = pack.path.parent / ADOPTIONS
    for index, act in enumerate(adoptions_of(pack.path.parent)):
        current = pack.adoptions.get(act.value)
        later = current is not None and current.on >= act.on
        if later:
            continue
        line = read_yaml(path).line(f"adoptions[{index}]")
        message = f"采用记录所指的 {act.value} 不存在，或采用之后取值已改动，此次采用不再有效。"
        remedy = (
            f"请核对取值后重新采用：menshen policy adopt {pack.policy.id} {act.value} …，或删去这条记录。"
        )
        yield Fault("LINT-022", act.value, message, remedy, path, line)
