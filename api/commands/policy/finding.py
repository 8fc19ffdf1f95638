"""Packs as people name them: an id, an id with a version, a folder, or a ``pack.yaml``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from api.exits import POLICY_FAULT, REFUSED

if TYPE_CHECKING:
    from validators.pack import Pack
    from validators.policy_errors import PolicyError

PACK_FILE = "pack.yaml"


def pack_files(wanted: Sequence[str]) -> list[Path]:
    """The files of the packs asked for, broken ones too; of all packs in use where none is named."""
    from validators.pack_roots import PACKS, own_root, shipped_in_use

    roots = [root for root in (own_root(), PACKS if shipped_in_use() else None) if root is not None]
    files = [path for root in roots for path in sorted(root.glob(f"**/{PACK_FILE}"))]
    if not wanted:
        return files
    found: list[Path] = []
    for name in wanted:
        matching = _beside(name) or [path for path in files if _is_named(path, name)]
        if not matching:
            raise typer.BadParameter(f"没有这个政策包：{name}", param_hint=name)
        found += matching
    return list(dict.fromkeys(found))


def packs_named(identity: str) -> list[Pack]:
    """Every version of the pack; ends the run where there is none, or it cannot be loaded."""
    from api.terminal import messages
    from api.words import plain
    from validators.pack import load_pack, load_packs
    from validators.policy_errors import PolicyError

    try:
        if files := _beside(identity):
            return [load_pack(path) for path in files]
        name, _, version = identity.partition("@")
        packs = [pack for pack in load_packs() if pack.policy.id == name]
        found = [pack for pack in packs if version in ("", pack.ref.version)]
    except PolicyError as error:
        refuse(error)
    if found:
        return found
    known = dict.fromkeys(f"{pack.policy.id}@{pack.ref.version}" for pack in packs or load_packs())
    words = f"没有名为“{identity}”的政策。可用的政策：{'、'.join(known)}。"
    messages().print(plain(words), style="red", soft_wrap=True)
    raise typer.Exit(REFUSED)


def one_pack(identity: str) -> Pack:
    """The newest version of the pack, or the one named by ``@``."""
    return packs_named(identity)[-1]


def refuse(error: PolicyError) -> NoReturn:
    """Say what is wrong with a pack, and end with 5."""
    from api.terminal import messages
    from api.words import plain

    messages().print(plain(f"{error.message}{error.remedy}（{error.code}）"), style="red", soft_wrap=True)
    raise typer.Exit(POLICY_FAULT) from error


def _beside(name: str) -> list[Path]:
    """The pack files in a folder, or the file itself."""
    if os.path.isfile(name):
        return [Path(name)]
    return sorted(Path(name).glob(f"**/{PACK_FILE}")) if os.path.isdir(name) else []


def _is_named(path: Path, name: str) -> bool:
    """Whether the file lies in the folder of that policy, ``<id>/`` or ``<id>/<version>/``."""
    identity, _, version = name.partition("@")
    folders = [part.name for part in (path.parent, path.parent.parent)]
    return identity in folders and (not version or version in folders or _version(path) == version)


def _version(path: Path) -> str | None:
    from validators.pack import load_pack
    from validators.policy_errors import PolicyError

    try:
        return load_pack(path).ref.version
    except PolicyError:
        return None
