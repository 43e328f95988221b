"""The pages, one module each."""

from __future__ import annotations

from tongzhi.web.views import batch, check, desk, home, ledger, notice, speech, work

VIEWS = (home.view, notice.view, desk.view, speech.view, batch.view, check.view, ledger.view, work.view)
"""Blueprints in the order of the first screen."""
