"""The office's profile as the page uses it: found, kept in memory until its file changes, set up once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, TongzhiError
from tongzhi.read.profile import NAME, find_profile

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile
    from tongzhi.web.app import Office


def profile_path(office: Office) -> Path | None:
    """Give the file of the profile, `None` when there is none."""
    return find_profile(office.profile, office.folder)


def load_office(office: Office) -> Profile | None:
    """Give the profile, `None` when there is none.

    Raises:
        InputError: it is wrongly filled in.
    """
    path = profile_path(office)
    return _read(path, path.stat().st_mtime_ns) if path else None


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Profile:
    from tongzhi.read.profile import read_profile

    return read_profile(path)


def office_name(office: Office) -> str:
    """Give the office's name, empty when it is not known or its profile can't be read."""
    try:
        profile = load_office(office)
    except TongzhiError:
        return ""
    return profile.name if profile else ""


def office_with(office: Office, issuer: str) -> Profile | None:
    """Give the profile; without one, one that only knows the issuer, so that a new office needs few fields too."""
    profile = load_office(office)
    if profile is not None or not issuer:
        return profile
    from tongzhi.papers.profile import Profile

    return Profile.model_validate({"单位名称": issuer})


def save_office(office: Office, name: str, address_list: Path | None) -> None:
    """Write the profile from the office's name and its address list.

    Raises:
        InputError: the name is empty, the list holds no unit, or there is a profile already.
    """
    if not name.strip():
        raise InputError.one("没有写本单位全称", "如 青川县安全生产委员会办公室")
    values: dict[str, Any] = {"单位名称": name.strip(), "发文机关": [{"名称": name.strip()}]}
    if address_list is not None:
        from tongzhi.read.profile import import_units

        values["单位名录"] = import_units(address_list)
    from tongzhi.papers.profile import Profile
    from tongzhi.render.sample import sample_yaml
    from tongzhi.write.files import write_file

    write_file(office.profile or office.folder / NAME, sample_yaml(Profile, office.day(), values))
