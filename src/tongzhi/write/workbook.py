"""Workbooks as bytes, under the name by which the parts after rendering know them."""

from __future__ import annotations

from tongzhi.render.workbook import cell_value, save_workbook

__all__ = ["cell_value", "save_workbook"]
