"""Batch: a roster, what its columns were taken for, the first document, the run, its files."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import TongzhiError
from tongzhi.web import batches
from tongzhi.web.app import office
from tongzhi.web.downloads import offer
from tongzhi.web.form import make_controls, read_posted
from tongzhi.web.words import say_all
from tongzhi.web.workspace import workspace

view = Blueprint("batch", __name__, url_prefix="/batch")
USUAL = "circular"
FIRST = "第一份.docx"
_SIMPLE = ("text", "texts", "day", "moment", "due", "choice", "yes", "count", "records")


@view.get("")
def show() -> str:
    """Ask for the kind of paper and the roster."""
    from tongzhi.papers.index import ENTRIES

    return render_template(
        "batch.html", entries=[entry for entry in ENTRIES if entry.key != "meeting"], usual=USUAL
    )


@view.post("")
def take() -> BaseResponse:
    """Take a roster."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        abort(400, "没有选名册。")
    job = workspace().open_job("batch")
    job.save(source=job.keep_upload(upload).name, type=request.form.get("type", USUAL))
    return redirect(url_for("batch.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> ResponseReturnValue:
    """Show the columns, the first document, the progress or the results."""
    found = workspace().job(job, "batch")
    if "type" not in found.state:
        found.save(type=USUAL)
    state = found.state
    if state.get("run"):
        return render_template("batch_run.html", job=found, state=state, run=state["run"])
    order = batches.make_order(found, office())
    try:
        plan = batches.plan_batch(found, order)
        problems, usable, first, name = batches.look_through(order, plan)
    except TongzhiError as error:
        return _plan_page(found, order, None, say_all(error.problems), 0, "")
    if first is not None:
        from tongzhi.fill import fill

        offer(found, {FIRST: fill(first).data})
    return _plan_page(found, order, plan, problems, usable, name)


@view.post("/<job>")
def mend(job: str) -> BaseResponse:
    """Take over what a person chose for columns, kind and common values."""
    from tongzhi.papers.index import find_type

    found = workspace().job(job, "batch").knows("type")
    kind = find_type(request.form.get("type", found.state["type"]))
    changed = kind.key != found.state["type"]
    headers, fields = request.form.getlist("header"), request.form.getlist("field")
    columns = {} if changed else dict(zip(headers, fields, strict=False))
    pairs = [
        (name.removeprefix("c."), value)
        for name, value in request.form.items(multi=True)
        if name.startswith("c.")
    ]
    found.save(
        type=kind.key,
        columns=columns,
        common=read_posted(kind, pairs),
        with_empty=request.form.get("with_empty") == "yes",
    )
    return redirect(url_for("batch.open_job", job=found.id))


@view.post("/<job>/run")
def run(job: str) -> BaseResponse:
    """Begin to make all documents; a second click changes nothing."""
    found = workspace().job(job, "batch").knows("type")

    def begin(state: dict[str, Any]) -> bool:
        if state.get("run", {}).get("state") == "running":
            return False
        state["run"] = {"state": "running", "done": 0, "total": 0}
        return True

    if found.change(begin):
        batches.start(found, office(), workspace())
    return redirect(url_for("batch.open_job", job=found.id))


@view.post("/<job>/back")
def back(job: str) -> BaseResponse:
    """Go back to the columns after a run."""
    found = workspace().job(job, "batch").knows("type")
    if found.state.get("run", {}).get("state") != "running":
        found.save(run=None)
    return redirect(url_for("batch.open_job", job=found.id))


@view.get("/<job>/state")
def state(job: str) -> ResponseReturnValue:
    """Tell how far the run is."""
    told = workspace().job(job, "batch").knows("type").state.get("run") or {}
    return jsonify({key: told.get(key) for key in ("state", "done", "total")})


def _plan_page(job: Any, order: Any, plan: Any, problems: list[str], usable: int, name: str) -> str:
    from tongzhi.papers.index import ENTRIES

    columns = batches.column_rows(plan) if plan else []
    taken = {row["field"] for row in columns}
    controls, _ = make_controls(order.kind, job.state.get("common", {}))
    wanted = [one for one in controls if one.shape.kind in _SIMPLE and one.shape.label not in taken]
    for control in wanted:
        _prefix(control)
    filled = set(order.below)
    shown = [one for one in wanted if (one.shape.required and one.shape.name not in filled) or one.is_filled]
    return render_template(
        "batch_plan.html", job=job, columns=columns, choices=batches.field_choices(order.kind), unused=batches.UNUSED,
        problems=problems, usable=usable, first=FIRST if name else "", name=name, kind=order.kind,
        count=len(plan.groups) if plan else 0, notes=say_all(plan.notes) if plan else [],
        entries=[entry for entry in ENTRIES if entry.key != "meeting"],
        common=shown,
        more=[one for one in wanted if one not in shown],
        with_empty=job.state.get("with_empty"),
    )  # fmt: skip


def _prefix(control: Any) -> None:
    control.path = f"c.{control.path}"
    for part in (*control.inner, *control.blank):
        _prefix(part)
