"""The office profile as commands take it: found, read, what is wrong in it told once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.base import settings
from tongzhi.cli.output import warn
from tongzhi.errors import Place, Problem, TongzhiError
from tongzhi.read.profile import find_profile, read_profile

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile


def read_office(owners: Path | None = None) -> tuple[dict[str, tuple[str, ...]] | None, Profile | None]:
    """Give the map of an owners file, if one is named, and the office's profile, if there is one."""
    mapped: dict[str, tuple[str, ...]] | None = None
    if owners is not None:
        from tongzhi.read.owners import read_owners

        mapped = read_owners(owners)
    return mapped, load_office(needed=False)


_TOLD = "tongzhi.profile.told"


def load_office(*, needed: bool = True) -> Profile | None:
    """Give the profile, `None` when there is none; bad entries are told once and not used.

    Args:
        needed: the command cannot do without a profile that can be read; else a file that cannot be read at all is told
            and passed over (`check`, `format`, `tidy`).

    Raises:
        InputError: the file that was named is not there, or cannot be read though it is needed.
    """
    path = find_profile(settings().profile_path())
    if path is None:
        return None
    meta = click.get_current_context().meta
    try:
        profile = read_profile(path)
    except TongzhiError as error:
        if needed:
            raise
        if not meta.get(_TOLD):
            warn(
                [*error.problems, Problem(Place(file=path.name), "本单位配置读不了，按没有它办", "改好再用")]
            )
        meta[_TOLD] = True
        return None
    if not meta.get(_TOLD):
        warn(profile.faults)
    meta[_TOLD] = True
    return profile
