"""A policy pack as a page that a bureau can read and sign, in Markdown or HTML: ``menshen policy show``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import JsonValue

from validators.evidence.words import describe
from validators.pack import Pack, rules_of
from validators.policy import Rule
from validators.value_words import in_words, name_of

TIERS = "可信级别：A 官方页面或文件；B 忠实转载；C 内容页面；D 常识或项目自定。未采用的取值只作提示。"


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One value as the page shows it."""

    where: str
    name: str
    clause: str
    value: str
    source: str
    as_of: str
    tier: str
    adopted: str
    rivals: tuple[str, ...]


def shown_values(pack: Pack) -> tuple[ShownValue, ...]:
    """Every value in the order of the file's shape."""
    return tuple(_shown(pack, where, rule) for where, rule in rules_of(pack.policy))


def render(pack: Pack) -> str:
    """The whole pack in Markdown: head, every value with its origin and adoption, rivals, sources, hash."""
    return "\n".join(_lines(pack)) + "\n"


def head_of(pack: Pack) -> tuple[tuple[str, str], ...]:
    """What stands above the values."""
    policy = pack.policy
    until = policy.effective_to.isoformat() if policy.effective_to else "今"
    advisory = [check for check, standing in policy.checks.items() if standing == "advisory"]
    off = [check for check, standing in policy.checks.items() if standing == "off"]
    return (
        ("编号与版本", f"{policy.id}，{pack.ref.version}"),
        ("地区", f"{policy.region.province}{policy.region.name}（{policy.region.code}）"),
        ("施行期", f"{policy.effective_from.isoformat()} 至 {until}"),
        ("仅提示、不影响去向的检查", "、".join(sorted(advisory)) or "无"),
        ("不作的检查", "、".join(sorted(off)) or "无"),
        ("SHA-256", pack.sha256),
    )


def diseases_of(pack: Pack) -> tuple[tuple[str, str, str, str], ...]:
    """The disease list: number, name, who it is open to, ages; empty where the policy has none."""
    if pack.catalogue is None:
        return ()
    insured = {"both": "职工和居民", "resident": "居民"}
    return tuple(
        (row.no, row.name, insured.get(row.insurance, row.insurance), row.age_rule)
        for row in pack.catalogue.rows
    )


def standards_of(pack: Pack) -> tuple[tuple[str, str, str, str], ...]:
    """The recognition standards: disease, sentence, conditions in words, tier with standing."""
    return tuple(
        (
            standard.disease,
            standard.clause,
            describe(standard.require),
            f"{standard.tier or held.tier}{'' if rule.adopted else '，尚未采用'}",
        )
        for rule, held in zip(pack.policy.standards, pack.standards, strict=True)
        for standard in held.diseases
    )


def sources_of(pack: Pack) -> tuple[str, ...]:
    """The sources, one a line."""
    return tuple(
        f"{key}：{source.title}{f'（{source.address}）' if source.address else ''}"
        f"{f'，查阅于 {source.read_on.isoformat()}' if source.read_on else ''}"
        for key, source in pack.policy.sources.items()
    )


def _lines(pack: Pack) -> Iterator[str]:
    yield f"# {pack.policy.title}（{pack.policy.id}）"
    yield ""
    yield from (f"- {name}：{value}" for name, value in head_of(pack))
    yield ""
    yield TIERS
    yield ""
    yield "## 取值"
    yield ""
    yield "| 项目 | 要求 | 取值 | 来源 | 时间 | 级别 | 采用 |"
    yield "|---|---|---|---|---|---|---|"
    for value in shown_values(pack):
        cells = (value.name, value.clause, value.value, value.source, value.as_of, value.tier, value.adopted)
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
    rivals = [(value.name, rival) for value in shown_values(pack) for rival in value.rivals]
    if rivals:
        yield from ("", "## 其他来源的不同说法（备查，不使用）", "")
        yield from (f"- {name}：{rival}" for name, rival in rivals)
    rows = diseases_of(pack)
    if rows:
        yield from (
            "",
            f"## 病种目录（{len(rows)} 种）",
            "",
            "| 编号 | 病种 | 参保类型 | 年龄 |",
            "|---|---|---|---|",
        )
        yield from ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
    standards = standards_of(pack)
    if standards:
        head = ("", "## 病种认定标准", "", "| 病种 | 标准 | 逐项核对 | 级别 |", "|---|---|---|---|")
        yield from head
        yield from ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in standards)
    yield from ("", "## 来源", "")
    yield from (f"- {line}" for line in sources_of(pack))
    yield from (
        "",
        "审定人（签字）：　　　　　　　　单位（盖章）：　　　　　　　　日期：　　　　年　　月　　日",
    )


def _shown(pack: Pack, where: str, rule: Rule[JsonValue]) -> ShownValue:
    source = pack.policy.sources.get(rule.source)
    act = pack.adoptions.get(where)
    if act is not None:
        adopted = f"已采用：{act.by}，{act.document}，{act.on.isoformat()}"
    else:
        adopted = "已采用（随政策包）" if rule.adopted else "尚未采用"
    rivals = tuple(
        f"{in_words(rival.value)}（{_title(pack, rival.source)}，{rival.as_of}，可信级别 {rival.tier}"
        f"{f'；{rival.note}' if rival.note else ''}）"
        for rival in rule.rivals
    )
    return ShownValue(
        where,
        name_of(where),
        rule.clause,
        in_words(rule.value),
        source.title if source else rule.source,
        rule.as_of,
        rule.tier,
        adopted,
        rivals,
    )


def _title(pack: Pack, key: str) -> str:
    source = pack.policy.sources.get(key)
    return source.title if source else key
