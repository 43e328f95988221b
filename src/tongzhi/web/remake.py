"""What is made from a piece of work is made anew after an undo, so that page and files agree with what stands in it."""

from __future__ import annotations

from tongzhi.web.app import office
from tongzhi.web.checking import format_accepted
from tongzhi.web.comparing import make_comparison
from tongzhi.web.workspace import OfficeWork


def remake(job: OfficeWork) -> None:
    """Bring what was made from the work up to its state."""
    kind = job.meta.get("kind")
    if kind == "check":
        format_accepted(job)
    elif kind == "compare":
        make_comparison(job, office())
