"""Values given on the command line itself: `--set 字段=值`."""

from __future__ import annotations

from collections.abc import Sequence

from tongzhi.errors import InputError


def read_assignments(
    assignments: Sequence[str], option: str = "--set", form: str = "字段=值"
) -> dict[str, str]:
    """Read `字段=值` options.

    Raises:
        InputError: one has no `=`, or a field is given twice.
    """
    found: dict[str, str] = {}
    for each in assignments:
        name, mark, value = each.partition("=")
        if not mark or not name.strip():
            raise InputError.one(f"{option} “{each}”写法不对", f"写成 {option} {form}")
        if name.strip() in found:
            raise InputError.one(f"{option} 里“{name.strip()}”写了两次", "只留一个")
        found[name.strip()] = value.strip()
    return found
