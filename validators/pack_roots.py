"""Which folders packs are taken from: the shipped one, and at most one of the bureau's own."""

from __future__ import annotations

from pathlib import Path

PACKS = Path(__file__).parent / "packs"
ONLY = "ONLY"
"""A file of this name in the bureau's own folder: none of the shipped packs is used."""
_chosen: list[Path] = []


def use_packs(root: Path | None) -> None:
    """Lay the packs under ``root`` over the shipped ones, for this process; ``None``: the shipped alone.

    A policy that ``root`` holds takes the place of the shipped one of that id, with all its versions. Called
    where settings are loaded (``intake.settings``) and for ``--packs``; nowhere else.
    """
    _chosen[:] = [root.absolute()] if root is not None else []


def own_root() -> Path | None:
    """The bureau's own folder, where one is in use."""
    return _chosen[0] if _chosen else None


def shipped_in_use() -> bool:
    """Whether the shipped packs are used, alone or beside the bureau's own."""
    root = own_root()
    return root is None or not (root / ONLY).exists()
