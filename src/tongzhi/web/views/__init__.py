"""The pages, one module each."""

from __future__ import annotations

from tongzhi.web.views import check, home

VIEWS = (home.view, check.view)
"""Blueprints in the order of the first screen."""
