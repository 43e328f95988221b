"""Workbooks as bytes, under the name by which the parts after rendering know them."""

from __future__ import annotations

from tongzhi.render.workbook import save_workbook

__all__ = ["save_workbook"]
