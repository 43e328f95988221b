"""Filters and functions that a program brings along for its templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tongzhi.engine.missing import Blank, Missing
from tongzhi.engine.stops import MissingName, Stop, spend
from tongzhi.errors import TemplateError

RESERVED = frozenset(("range", "namespace", "cycler", "joiner", "loop", "caller", "varargs", "kwargs"))
Plain = Mapping[str, Callable[..., Any]]


class Added:
    """A function or filter of somebody's own; what goes wrong in it is told with its tag."""

    __slots__ = ("_act", "_name")

    def __init__(self, name: str, act: Callable[..., Any]) -> None:
        self._name = name
        self._act = act

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it.

        Raises:
            MissingName: it is given a name that the data lacks.
            Stop: it fails; its own words are told.
        """
        for value in (*args, *kwargs.values()):
            if isinstance(value, Missing) and not isinstance(value, Blank):
                raise MissingName(value.path, value.owner)
        try:
            result = self._act(*args, **kwargs)
        except Stop:
            raise
        except Exception as error:
            raise Stop(f"“{self._name}”出错：{error or type(error).__name__}", "检查给它的值") from error
        if isinstance(result, str):
            spend(len(result))
        return result


@dataclass(frozen=True, slots=True)
class Additions:
    """What a program adds, by the name that tags use."""

    filters: dict[str, Added] = field(default_factory=dict)
    functions: dict[str, Added] = field(default_factory=dict)

    def stand_ins(self) -> Additions:
        """Give the same names with nothing behind them, for a trial without data."""
        return Additions(
            {name: Added(name, _sample) for name in self.filters},
            {name: Added(name, _sample) for name in self.functions},
        )


def _sample(*_args: Any, **_kwargs: Any) -> str:
    return "样"


def make_additions(filters: Plain | None, functions: Plain | None) -> Additions:
    """Take filters and functions in.

    Raises:
        TemplateError: a name cannot stand in a tag, or something cannot be called.
    """
    for what, given in (("过滤器", filters or {}), ("函数", functions or {})):
        for name, act in given.items():
            if not name.isidentifier() or name.startswith("_") or name in RESERVED:
                raise TemplateError.one(
                    f"{what}不能叫“{name}”", "写一个名称，不以下划线开头，不用 range、loop 等"
                )
            if not callable(act):
                raise TemplateError.one(f"{what}“{name}”不能调用", "给一个函数")
    return Additions(
        {name: Added(name, act) for name, act in (filters or {}).items()},
        {name: Added(name, act) for name, act in (functions or {}).items()},
    )


NONE = Additions()
