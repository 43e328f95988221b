"""Regular expressions that are compiled when first used: a fresh command uses few of those it imports."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a compiled pattern; the first use of a method compiles and keeps it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self.__dict__["_given"])
        for method in (
            "search",
            "match",
            "fullmatch",
            "sub",
            "subn",
            "split",
            "findall",
            "finditer",
            "pattern",
            "flags",
        ):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give what `re.compile` gives, compiled when it is first used; a wrong pattern shows only then."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
