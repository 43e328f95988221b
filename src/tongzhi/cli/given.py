"""Values given on the command line itself: `--set 字段=值`."""

from __future__ import annotations

from typing import Any

from tongzhi.errors import InputError


def assigned(assignments: tuple[str, ...]) -> dict[str, Any]:
    """Read `字段=值`, one each; of two for one field the later one counts.

    Raises:
        InputError: there is no =, or no name before it.
    """
    values: dict[str, Any] = {}
    for assignment in assignments:
        name, mark, value = assignment.partition("=")
        if not mark or not name.strip():
            raise InputError.one(f"--set 的“{assignment}”写法不对", "写成 --set 字段=值")
        values[name.strip()] = value
    return values
