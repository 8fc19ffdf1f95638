"""The titles of the shipped policies, for people who do not know their ids."""

from __future__ import annotations

from validators.pack import load_packs
from validators.verdict import PolicyRef


def policy_title(policy: PolicyRef) -> str:
    """The title of the pack that judged; its id where the pack is no longer there."""
    titles = {pack.ref: pack.policy.title for pack in load_packs()}
    ids = {pack.policy.id: pack.policy.title for pack in load_packs()}
    return titles.get(policy) or ids.get(policy.id) or policy.id
