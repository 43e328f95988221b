"""贯彻落实情况报告: an upward paper in five parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tongzhi.layout import recipe as rc
from tongzhi.standard.gbt9704 import Standard

if TYPE_CHECKING:
    from tongzhi.papers.implementation_report import ImplementationReport


def _section(title: str, name: str) -> rc.Piece:
    return rc.when(name, rc.heading1(title) + rc.each("条文", name, rc.text("（{{ 节 }}）{{ 条文 }}")))


def make(s: Standard) -> rc.Draft:
    """Lay out the report."""
    body = (
        rc.text("{{ 开头 }}")
        + _section("传达学习情况", "传达学习")
        + _section("研究部署情况", "研究部署")
        + _section("工作措施", "工作措施")
        + _section("存在问题", "存在问题")
        + _section("下步打算", "下步打算")
        + rc.last_text("特此报告。")
    )
    return rc.official(s, "贯彻落实情况报告", body)


def prepare(document: ImplementationReport, values: Mapping[str, Any], _s: Standard) -> dict[str, Any]:
    """Give the opening and each passage with its full stop."""
    names = ("传达学习", "研究部署", "工作措施", "存在问题", "下步打算")
    opening = document.opening or f"现将贯彻落实{values['会议名称']}精神情况报告如下："
    return {
        "开头": opening,
        **{name: [f"{str(text).rstrip('。')}。" for text in values[name]] for name in names},
    }
