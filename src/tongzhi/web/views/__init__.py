"""The pages, one module each."""

from __future__ import annotations

from tongzhi.web.views.batch import view as batch
from tongzhi.web.views.check import view as check
from tongzhi.web.views.compare import view as compare
from tongzhi.web.views.desk import feedback
from tongzhi.web.views.desk import view as desk
from tongzhi.web.views.home import view as home
from tongzhi.web.views.ledger import view as ledger
from tongzhi.web.views.notice import view as notice
from tongzhi.web.views.settings import view as settings
from tongzhi.web.views.speech import view as speech
from tongzhi.web.views.speech_papers import view as papers
from tongzhi.web.views.work import view as work

VIEWS = (home, notice, desk, feedback, speech, papers, batch, check, compare, ledger, settings, work)
"""Blueprints in the order of the first screen."""
