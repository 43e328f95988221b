"""Compare (花脸稿): two versions, every changed paragraph, the changes in substance, the marked-up paper to take along."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.web import comparing
from tongzhi.web.app import office
from tongzhi.web.workspace import workspace

view = Blueprint("compare", __name__, url_prefix="/compare")


@view.get("")
def show() -> str:
    """Ask for the two versions."""
    return render_template("compare_start.html")


@view.post("")
def take() -> BaseResponse:
    """Take the two versions."""
    uploads = [request.files.get(name) for name in ("old", "new")]
    if any(one is None or not one.filename for one in uploads):
        abort(400, "两稿都要选：一个旧稿，一个新稿。")
    job = workspace().open_job("compare")
    old, new = (job.keep_upload(one).name for one in uploads)
    job.save(old=old, source=new)
    with workspace().trying(job):
        comparing.make_comparison(job, office())
    return redirect(url_for("compare.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show what differs, all or one group of it."""
    found = workspace().job(job, "compare").knows("old")
    if "rows" not in found.state:
        comparing.make_comparison(found, office())
    state = found.state
    shown = request.args.get("show", "")
    rows = [row for row in state["rows"] if not shown or shown in row["groups"]]
    return render_template(
        "compare.html", job=found, state=state, rows=rows, shown=shown, groups=comparing.GROUPS,
        counts=comparing.counts_of(state["rows"]), substance=comparing.substance_of(state),
    )  # fmt: skip


@view.post("/<job>/swap")
def swap(job: str) -> BaseResponse:
    """Let the old version be the new one and the new the old."""
    found = workspace().job(job, "compare").knows("old")

    def change(state: dict[str, str]) -> None:
        state["old"], state["source"] = state["source"], state["old"]

    found.change(change, act="两份对调")
    comparing.make_comparison(found, office())
    return redirect(url_for("compare.open_job", job=found.id))
