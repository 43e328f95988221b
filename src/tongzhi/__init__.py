"""安全生产会议公文：public names, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongzhi.check.run import check
    from tongzhi.engine.template import Template
    from tongzhi.engine.values import InlineImage, Listing, RichText, SubDocument
    from tongzhi.extract.tasks import extract_tasks

__version__ = "0.1.0"
__all__ = ["InlineImage", "Listing", "RichText", "SubDocument", "Template", "check", "extract_tasks"]

_HOMES = {
    "Template": "tongzhi.engine.template",
    "RichText": "tongzhi.engine.values",
    "Listing": "tongzhi.engine.values",
    "InlineImage": "tongzhi.engine.values",
    "SubDocument": "tongzhi.engine.values",
    "extract_tasks": "tongzhi.extract.tasks",
    "check": "tongzhi.check",
}
"""Public name → its module; `check` is the package itself, which can be called."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(_HOMES[name])
    value: object = module if module.__name__ == f"{__name__}.{name}" else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
