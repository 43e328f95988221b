"""What commands on speeches take from the office profile, without loading it when there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tongzhi.cli.base import settings


def read_office(owners: Path | None = None) -> tuple[dict[str, Any] | None, bool]:
    """Give the owners map (the file's, else the profile's) and whether secret papers may be read here."""
    from tongzhi.read.profile import find_profile

    mapped: dict[str, Any] | None = None
    if owners is not None:
        from tongzhi.read.owners import read_owners

        mapped = dict(read_owners(owners))
    path = find_profile(settings().profile_path())
    if path is None:
        return mapped, False
    from tongzhi.read.profile import read_profile

    office = read_profile(path)
    return mapped or dict(office.owners_map) or None, office.secret_machine
