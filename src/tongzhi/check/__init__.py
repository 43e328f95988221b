"""Checks documents and repairs them. The package itself can be called: `tongzhi.check("out.docx")`.

`tongzhi.check` is both the public function and this package, whatever was imported first.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tongzhi.model.finding import Finding


class _Callable(ModuleType):
    """A package that checks a document when it is called."""

    def __call__(self, *args: Any, **kwargs: Any) -> list[Finding]:
        from tongzhi.check.run import check

        return check(*args, **kwargs)


sys.modules[__name__].__class__ = _Callable
