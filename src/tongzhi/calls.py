"""Modules that are public functions too: `tongzhi.check(…)`, `tongzhi.fill(…)`, whatever was imported first."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def make_callable(module: str, home: str, name: str) -> None:
    """Have a module call a function when it is called itself.

    Args:
        module: the module's full name.
        home: the full name of the module that holds the function; imported at the first call.
        name: the function.
    """

    class _Callable(ModuleType):
        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            return getattr(import_module(home), name)(*args, **kwargs)

    sys.modules[module].__class__ = _Callable
