"""The office's profile as the page uses it: found, kept in memory until its file changes, set up once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.errors import InputError, TongzhiError
from tongzhi.model.base import is_blank
from tongzhi.papers.profile import Profile
from tongzhi.read.data import Source
from tongzhi.read.document import by_label
from tongzhi.read.profile import NAME, find_profile, import_units, read_profile
from tongzhi.read.sources import read_source
from tongzhi.read.validate import validate
from tongzhi.render.sample import sample_yaml
from tongzhi.web.words import tell
from tongzhi.write.files import write_file, write_files

if TYPE_CHECKING:
    from tongzhi.web.office import Office


class OfficeUnreadableError(InputError):
    """The office's profile cannot be read: nothing that needs it can go on until it is mended, taken back or put aside."""


def profile_path(office: Office) -> Path | None:
    """Give the file of the profile, `None` when there is none."""
    return find_profile(office.profile, office.folder)


def load_office(office: Office) -> Profile | None:
    """Give the profile, `None` when there is none.

    Raises:
        OfficeUnreadableError: it is wrongly filled in.
    """
    path = profile_path(office)
    if path is None:
        return None
    try:
        return _read(path, path.stat().st_mtime_ns)
    except TongzhiError as error:
        raise OfficeUnreadableError(error.problems) from error


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Profile:
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

    return Profile.model_validate({"单位名称": issuer})


def raw_values(office: Office) -> dict[str, Any]:
    """Give what stands in the profile, by Chinese label; empty when there is none.

    Raises:
        InputError: it cannot be read.
    """
    path = profile_path(office)
    if path is None:
        return {}

    source = read_source(path, Profile)
    if source.problems:
        raise InputError(list(source.problems))
    return dict(by_label(dict(source.values), Profile))


def change_profile(office: Office, values: dict[str, Any]) -> None:
    """Write the profile anew with these values; what stood there before stays beside it.

    Args:
        office: where the page works.
        values: by Chinese label; an empty one removes the field.

    Raises:
        InputError: a value cannot be used; nothing was written.
    """
    merged = {key: value for key, value in {**raw_values(office), **values}.items() if not is_blank(value)}
    validate(Profile, Source(dict(merged), {}, ""), office.day())
    path = profile_path(office) or office.profile or office.folder / NAME
    made = sample_yaml(Profile, office.day(), merged)
    if path.suffix not in (".yaml", ".yml"):
        raise InputError.one("本单位的设置存在别的格式里，在这里改不了", "改原来的文件")
    if path.is_file():
        write_files(
            {path.with_name(f"{path.stem}.上一版{path.suffix}"): path.read_bytes(), path: made}, force=True
        )
    else:
        write_file(path, made)


def office_faults(office: Office) -> list[str]:
    """Give what is wrong with the profile, each with its line; empty when it can be read or there is none."""
    try:
        load_office(office)
    except OfficeUnreadableError as error:
        return [tell(one, f"第{one.place.line}行" if one.place.line else "") for one in error.problems]
    return []


def has_before(office: Office) -> bool:
    """Tell whether there is a profile as it stood before the last change."""
    path = profile_path(office)
    return path is not None and path.with_name(f"{path.stem}.上一版{path.suffix}").is_file()


def put_aside(office: Office) -> str:
    """Put a profile that cannot be read aside, so that work goes on without it; give the name under which it stays.

    Raises:
        InputError: the file cannot be moved.
    """
    path = profile_path(office)
    if path is None:
        return ""
    number = 1
    while (aside := path.with_name(f"{path.stem}.放在一边{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise InputError.one("本单位的设置移不开，别的程序正开着它", "关掉那个程序再试") from error
    return aside.name


def take_back_profile(office: Office) -> bool:
    """Exchange the profile with what stood there before the last change; `False` when there is nothing."""
    path = profile_path(office)
    before = path.with_name(f"{path.stem}.上一版{path.suffix}") if path else None
    if path is None or before is None or not before.is_file():
        return False
    write_files({path: before.read_bytes(), before: path.read_bytes()}, force=True)
    return True


def set_units(office: Office, address_list: Path) -> int:
    """Take the address list over into the profile and give how many units it holds.

    Raises:
        InputError: the list holds no unit, or the office's name is not known yet.
    """
    units = import_units(address_list)
    if not raw_values(office).get("单位名称"):
        raise InputError.one("还不知道本单位叫什么", "先在首页上面填本单位全称")
    change_profile(office, {"单位名录": units})
    return len(units)


def save_office(office: Office, name: str, address_list: Path | None) -> None:
    """Write the profile from the office's name and its address list.

    Raises:
        InputError: the name is empty, the list holds no unit, or there is a profile already.
    """
    if not name.strip():
        raise InputError.one("没有写本单位全称", "如 青川县安全生产委员会办公室")
    values: dict[str, Any] = {"单位名称": name.strip(), "发文机关": [{"名称": name.strip()}]}
    if address_list is not None:
        values["单位名录"] = import_units(address_list)

    write_file(office.profile or office.folder / NAME, sample_yaml(Profile, office.day(), values))
