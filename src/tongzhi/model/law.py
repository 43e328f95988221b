"""Law texts of `corpus/law.yaml`, to be quoted with their clause."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from tongzhi.resources import corpus_path


@cache
def _laws() -> dict[str, Any]:

    found: dict[str, Any] = yaml.safe_load(corpus_path("law.yaml").read_text(encoding="utf-8"))
    return found


def quote_law(law: str, clause: str) -> str:
    """Give a clause with its name and its words: 《…法》第…条：“…”.

    Args:
        law: the short name used as key (安全生产法, 事故条例).
        clause: the clause as the file names it (第六十五条第一款第三项).
    """
    entry = _laws()[law]
    return f"{entry['名称']}{clause}：“{entry['条文'][clause].rstrip('；')}”"


def stop_order_law() -> str:
    """Give 安全生产法 §65(3): stop orders for major hazards, and resumption only after review."""
    return quote_law("安全生产法", "第六十五条第一款第三项")
