"""Policy packs as loaded: the policy, the tables it judges by, and the hash of both."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, JsonValue, ValidationError

from validators.adoption import ADOPTIONS, Adoption, adoptions_of, apply, in_effect
from validators.catalogue import Catalogue, load_catalogues
from validators.evidence.shapes import StandardSet
from validators.evidence.standards import load_standards, standards_path
from validators.hospitals import HospitalDirectory
from validators.own_tables import CATALOGUE, HOSPITALS, directory_for, own_catalogue
from validators.pack_roots import PACKS, own_root, shipped_in_use
from validators.policy import CheckId, LocalRule, Policy, Rule, Standing
from validators.policy_errors import PackBroken, PolicyAmbiguous, PolicyNotInForce, PolicyUnknown
from validators.policy_faults import faults_with_lines
from validators.regions import Regions, load_regions
from validators.tables import TABLES, read_table_bytes
from validators.verdict import PolicyRef
from validators.yaml_places import NotYaml, YamlFile, read_yaml

__all__ = ["PACKS", "Pack", "load_pack", "load_packs", "pack_in_force", "rules_of"]

OWN = "own"
"""The name by which a pack means the list in its own ``catalogue.csv``."""
S = TypeVar("S", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Pack:
    """One policy with its tables; ``sha256`` covers the pack's file, the standing rules and the tables."""

    policy: Policy
    standing: Standing
    catalogue: Catalogue | None
    other_catalogues: tuple[Catalogue, ...]
    hospitals: HospitalDirectory
    regions: Regions
    sha256: str
    path: Path
    standards: tuple[StandardSet, ...] = ()
    adoptions: Mapping[str, Adoption] = field(default_factory=dict)

    @property
    def shipped(self) -> bool:
        """Whether the pack came with the program, rather than from the bureau's own folder."""
        return self.path.is_relative_to(PACKS)

    @property
    def ref(self) -> PolicyRef:
        """How a verdict names this pack."""
        return PolicyRef(self.policy.id, self.policy.effective_from.isoformat(), self.sha256)

    def in_force(self, on: dt.date) -> bool:
        """Whether ``on`` lies in the pack's period, both ends included."""
        until = self.policy.effective_to
        return self.policy.effective_from <= on and (until is None or on <= until)

    def standing_clause(self, check: CheckId) -> tuple[str, bool]:
        """Sentence and standing of a rule that holds under every policy."""
        rule = self.standing.clauses[check]
        source = self.standing.sources[rule.source].title
        return f"{rule.clause}（依据：{source}，{rule.as_of}，可信级别 {rule.tier}）", rule.adopted


def load_packs(root: Path | None = None) -> Sequence[Pack]:
    """Every pack under ``root``, ordered by id and version; of those in use where no root is named.

    Raises ``PackBroken`` for the first pack that cannot be understood, with all its faults.
    """
    if root is not None:
        return _load(root)
    chosen = own_root()
    own = _load(chosen) if chosen else ()
    if not shipped_in_use():
        return own
    replaced = {pack.policy.id for pack in own}
    return _ordered([*own, *(pack for pack in _load(PACKS) if pack.policy.id not in replaced)])


@lru_cache(maxsize=4)
def _load(root: Path) -> tuple[Pack, ...]:
    if not root.is_dir():
        raise PackBroken(root, ("没有这个文件夹，请核对 MENSHEN_PACKS 或 --packs",))
    return _ordered(load_pack(path) for path in root.glob("**/pack.yaml"))


def _ordered(packs: Iterable[Pack]) -> tuple[Pack, ...]:
    return tuple(sorted(packs, key=lambda pack: (pack.policy.id, pack.policy.effective_from)))


def load_pack(path: Path) -> Pack:
    """The pack in one ``pack.yaml`` with the tables and records beside it; raises ``PackBroken``."""
    standing_path, folder = PACKS / "standing.yaml", path.parent
    written = _read(path)
    adopted = in_effect(written, adoptions_of(folder))
    apply(written.held, adopted)
    policy = _shaped(written, Policy)
    standing = _shaped(_read(standing_path), Standing)
    catalogues = dict(load_catalogues())
    wanted = policy.catalogue.value.list if policy.catalogue else None
    if wanted == OWN:
        catalogues[OWN] = own_catalogue(folder)
    elif wanted is not None and wanted not in catalogues:
        known = "、".join((*sorted(catalogues), OWN))
        line = written.line("catalogue.value.list")
        raise PackBroken(
            path, (f"第 {line} 行 catalogue.value.list：没有名为 {wanted} 的目录，可用：{known}",)
        )
    standard_paths = [standards_path(rule.value, path) for rule in policy.standards]
    beside = [folder / name for name in (ADOPTIONS, CATALOGUE, HOSPITALS) if (folder / name).is_file()]
    return Pack(
        policy=policy,
        standing=standing,
        catalogue=catalogues.get(wanted) if wanted else None,
        other_catalogues=tuple(c for name, c in sorted(catalogues.items()) if name != wanted),
        hospitals=directory_for(folder),
        regions=load_regions(),
        sha256=_sha256(path, standing_path, *beside, *standard_paths),
        path=path,
        standards=tuple(load_standards(held) for held in standard_paths),
        adoptions=adopted,
    )


def pack_in_force(
    on: dt.date,
    *,
    policy: str | None = None,
    region: str | None = None,
    business: str | None = None,
    packs: Iterable[Pack] | None = None,
) -> Pack:
    """The pack of ``policy`` (or of ``region`` and ``business``) in force on ``on``, of those in use.

    Named by region and business, a pack of the bureau's own comes before a shipped one.
    Raises ``PolicyUnknown``, ``PolicyNotInForce`` or ``PolicyAmbiguous``.
    """
    packs = load_packs() if packs is None else tuple(packs)
    asked = policy or f"{region} {business}"
    if policy:
        named = [pack for pack in packs if pack.policy.id == policy]
    else:
        named = [p for p in packs if p.policy.region.code == region and p.policy.business == business]
        named = [p for p in named if not p.shipped] or named
    if not named:
        raise PolicyUnknown(asked, tuple(sorted({pack.policy.id for pack in packs})))
    valid = [pack for pack in named if pack.in_force(on)]
    if not valid:
        raise PolicyNotInForce(asked, on, tuple(_period(pack.policy) for pack in named))
    if len(valid) > 1:
        raise PolicyAmbiguous(asked, on, tuple(pack.ref.version for pack in valid))
    return valid[0]


def rules_of(policy: Policy) -> list[tuple[str, Rule[JsonValue]]]:
    """Every rule of a policy with the place where it stands in the file (``materials[0]``)."""
    found: list[tuple[str, Rule[JsonValue]]] = []
    for name in Policy.model_fields:
        held = getattr(policy, name)
        if isinstance(held, Rule):
            found.append((name, held))
        elif isinstance(held, tuple):
            found += [(f"{name}[{i}]", rule) for i, rule in enumerate(held) if isinstance(rule, Rule)]
            found += [(f"{name}.{rule.id}", rule.as_rule()) for rule in held if isinstance(rule, LocalRule)]
        elif name == "information":
            found += [(f"information.{key}", rule) for key, rule in held.items()]
    return found


def _period(policy: Policy) -> str:
    until = policy.effective_to.isoformat() if policy.effective_to else "今"
    return f"{policy.effective_from.isoformat()} 至 {until}"


def _read(path: Path) -> YamlFile:
    try:
        written = read_yaml(path)
    except NotYaml as error:
        raise PackBroken(path, (f"不是有效的 YAML 文件（{error}）",)) from error
    except OSError as error:
        raise PackBroken(path, ("读不了这个文件，请核对路径和读取权限",)) from error
    if repeated := written.repeated():
        raise PackBroken(path, tuple(f"第 {line} 行 {key}：同一处写了两次" for line, key in repeated))
    return written


def _shaped(written: YamlFile, shape: type[S]) -> S:
    try:
        return shape.model_validate(written.held)
    except ValidationError as error:
        raise PackBroken(written.path, faults_with_lines(error, written)) from error


def _sha256(*paths: Path) -> str:
    """SHA-256 over the named files and all tables, in order, line ends as LF: the same on every machine."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\n".encode() + path.read_bytes().replace(b"\r\n", b"\n") + b"\n")
    for name in sorted(TABLES):
        digest.update(f"{name}\n".encode() + read_table_bytes(name) + b"\n")
    return digest.hexdigest()
