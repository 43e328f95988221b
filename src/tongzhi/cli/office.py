"""What commands on speeches take from the office profile, without loading it when there is none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.cli.base import settings

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile


def read_office(owners: Path | None = None) -> tuple[dict[str, tuple[str, ...]] | None, Profile | None]:
    """Give the map of an owners file, if one is named, and the office's profile, if there is one."""
    from tongzhi.read.profile import find_profile

    mapped: dict[str, tuple[str, ...]] | None = None
    if owners is not None:
        from tongzhi.read.owners import read_owners

        mapped = read_owners(owners)
    path = find_profile(settings().profile_path())
    if path is None:
        return mapped, None
    from tongzhi.read.profile import read_profile

    return mapped, read_profile(path)
