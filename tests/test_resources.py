"""Where the user's settings lie on each system."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tongzhi import resources


@pytest.mark.parametrize(
    ("name", "platform", "environment", "place"),
    [
        ("posix", "linux", {}, "~/.config/tongzhi"),
        ("posix", "linux", {"XDG_CONFIG_HOME": "/设置"}, "/设置/tongzhi"),
        ("posix", "darwin", {}, "~/Library/Application Support/tongzhi"),
        ("nt", "win32", {}, "~/AppData/Roaming/tongzhi"),
        ("nt", "win32", {"APPDATA": "/C/漫游"}, "/C/漫游/tongzhi"),
    ],
)
def test_settings_lie_where_the_system_keeps_them(
    name: str, platform: str, environment: dict[str, str], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system: Any = SimpleNamespace(name=name, environ=environment)
    monkeypatch.setattr(resources, "os", system)
    monkeypatch.setattr(resources, "sys", SimpleNamespace(platform=platform))
    assert resources.settings_folder() == Path(place).expanduser()
