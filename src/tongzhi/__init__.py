"""安全生产会议公文：public names, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongzhi.check.run import check
    from tongzhi.compare.papers import Comparison
    from tongzhi.compare.substance import Difference
    from tongzhi.engine.template import Template
    from tongzhi.engine.values import InlineImage, Listing, RichText, SubDocument
    from tongzhi.errors import (
        InputError,
        LimitError,
        MissingToolError,
        Place,
        Problem,
        TemplateError,
        TongzhiError,
    )
    from tongzhi.extract.tasks import extract_tasks
    from tongzhi.ledger.store import Filter
    from tongzhi.library.book import LedgerBook
    from tongzhi.library.papers import Files, batch, draft, fill
    from tongzhi.library.readings import compare, extract, task_file
    from tongzhi.model.finding import Finding
    from tongzhi.model.task import Task, TaskList
    from tongzhi.papers.profile import Profile

__version__ = "0.1.0"
__all__ = [
    "Comparison", "Difference", "Files", "Filter", "Finding", "InlineImage", "InputError", "LedgerBook", "LimitError", "Listing",
    "MissingToolError", "Place", "Problem", "Profile", "RichText", "SubDocument", "Task", "TaskList", "Template", "TemplateError",
    "TongzhiError", "batch", "check", "compare", "draft", "extract", "extract_tasks", "fill", "task_file",
]  # fmt: skip

_HOMES = {
    "Template": "tongzhi.engine.template",
    "RichText": "tongzhi.engine.values",
    "Listing": "tongzhi.engine.values",
    "InlineImage": "tongzhi.engine.values",
    "SubDocument": "tongzhi.engine.values",
    "extract_tasks": "tongzhi.extract.tasks",
    "Task": "tongzhi.model.task",
    "TaskList": "tongzhi.model.task",
    "Finding": "tongzhi.model.finding",
    "Profile": "tongzhi.papers.profile",
    "Files": "tongzhi.library.papers",
    "LedgerBook": "tongzhi.library.book",
    "task_file": "tongzhi.library.readings",
    "Comparison": "tongzhi.compare.papers",
    "Difference": "tongzhi.compare.substance",
    "Filter": "tongzhi.ledger.store",
    **dict.fromkeys(
        ("InputError", "LimitError", "MissingToolError", "Place", "Problem", "TemplateError", "TongzhiError"),
        "tongzhi.errors",
    ),
    "check": "tongzhi.check",
    "fill": "tongzhi.fill",
    "draft": "tongzhi.draft",
    "batch": "tongzhi.batch",
    "compare": "tongzhi.compare",
    "extract": "tongzhi.extract",
}
"""Public name → its module; `check`, `fill`, `draft`, `batch`, `compare`, `extract` are modules that can be called."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(_HOMES[name])
    value: object = module if module.__name__ == f"{__name__}.{name}" else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
