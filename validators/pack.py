"""Policy packs as loaded: the policy, the tables it judges by, and the hash of both."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, JsonValue, ValidationError

from validators.catalogue import Catalogue, load_catalogues
from validators.hospitals import HospitalDirectory, load_hospitals
from validators.policy import CheckId, Policy, Rule, Standing
from validators.policy_errors import PackBroken, PolicyAmbiguous, PolicyNotInForce, PolicyUnknown
from validators.policy_faults import faults_in_words
from validators.regions import Regions, load_regions
from validators.tables import TABLES, read_table_bytes
from validators.verdict import PolicyRef

PACKS = Path(__file__).parent / "packs"
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


def load_packs(root: Path = PACKS) -> Sequence[Pack]:
    """Every pack under ``root``, ordered by id and version.

    Raises ``PackBroken`` for the first pack that cannot be understood, with all its faults.
    """
    return _load(root)


@lru_cache(maxsize=4)
def _load(root: Path) -> tuple[Pack, ...]:
    packs = [load_pack(path) for path in sorted(root.glob("**/pack.yaml"))]
    return tuple(sorted(packs, key=lambda pack: (pack.policy.id, pack.policy.effective_from)))


def load_pack(path: Path) -> Pack:
    """The pack in one ``pack.yaml``; raises ``PackBroken``."""
    standing_path = PACKS / "standing.yaml"
    policy = _parse(path, Policy)
    standing = _parse(standing_path, Standing)
    catalogues = load_catalogues()
    wanted = policy.catalogue.value.list if policy.catalogue else None
    return Pack(
        policy=policy,
        standing=standing,
        catalogue=catalogues.get(wanted) if wanted else None,
        other_catalogues=tuple(c for name, c in sorted(catalogues.items()) if name != wanted),
        hospitals=load_hospitals(),
        regions=load_regions(),
        sha256=_sha256(path, standing_path),
        path=path,
    )


def pack_in_force(
    on: dt.date,
    *,
    policy: str | None = None,
    region: str | None = None,
    business: str | None = None,
    packs: Iterable[Pack] | None = None,
) -> Pack:
    """The pack of ``policy`` (or of ``region`` and ``business``) in force on ``on``, of the shipped ones.

    Raises ``PolicyUnknown``, ``PolicyNotInForce`` or ``PolicyAmbiguous``.
    """
    packs = load_packs() if packs is None else tuple(packs)
    asked = policy or f"{region} {business}"
    if policy:
        named = [pack for pack in packs if pack.policy.id == policy]
    else:
        named = [p for p in packs if p.policy.region.code == region and p.policy.business == business]
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
        elif name == "information":
            found += [(f"information.{key}", rule) for key, rule in held.items()]
    return found


def _period(policy: Policy) -> str:
    until = policy.effective_to.isoformat() if policy.effective_to else "今"
    return f"{policy.effective_from.isoformat()} 至 {until}"


def _parse(path: Path, shape: type[S]) -> S:
    try:
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackBroken(path, (f"不是有效的 YAML 文件（{_where(error)}）",)) from error
    try:
        return shape.model_validate(held)
    except ValidationError as error:
        raise PackBroken(path, faults_in_words(error)) from error


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"第 {mark.line + 1} 行" if mark is not None else "编码不是 UTF-8"


def _sha256(*paths: Path) -> str:
    """SHA-256 over the named files and all tables, in order, line ends as LF: the same on every machine."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\n".encode() + path.read_bytes().replace(b"\r\n", b"\n") + b"\n")
    for name in sorted(TABLES):
        digest.update(f"{name}\n".encode() + read_table_bytes(name) + b"\n")
    return digest.hexdigest()
