"""Batch: a roster, what its columns were taken for, rows mended in the page, the first document, the run, its files."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.batch.columns import UNUSED
from tongzhi.errors import TongzhiError
from tongzhi.fill import fill
from tongzhi.papers.index import ENTRIES, find_type
from tongzhi.web import batches, merging
from tongzhi.web.app import office
from tongzhi.web.form import make_controls, read_posted
from tongzhi.web.preview import page_html
from tongzhi.web.words import say_all
from tongzhi.web.workspace import OfficeWork, workspace

view = Blueprint("batch", __name__, url_prefix="/batch")
USUAL = "circular"
_SIMPLE = ("text", "texts", "day", "moment", "due", "choice", "yes", "count", "records")


@view.get("")
def show() -> str:
    """Ask for the kind of paper and the roster."""
    return render_template("batch.html", entries=_entries(), usual=USUAL)


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
    if "columns" not in found.state:
        recalled = batches.recall_columns(found, office(), find_type(found.state["type"]))
        found.save(columns=recalled, recalled=list(recalled))
    run = found.state.get("run")
    if run and run.get("state") == "running" and not workspace().is_busy(found.id):
        found.change(
            lambda state: state["run"].update(
                state="stopped", problems=["上次没有做完就关了；已做好的留着，点“接着做”。"]
            )
        )
        run = found.state["run"]
    if run:
        return render_template("batch_run.html", job=found, state=found.state, run=run, label=_label(found))
    return _plan_page(found, rows=False)


@view.get("/<job>/rows")
def rows(job: str) -> str:
    """Show the rows that must be mended."""
    return _plan_page(workspace().job(job, "batch").knows("type"), rows=True)


@view.post("/<job>/cell")
def mend_cell(job: str) -> BaseResponse:
    """Take what a person typed into cells; the roster's file stays as it is."""
    found = workspace().job(job, "batch").knows("type")
    keys, headers, values = (
        request.form.getlist("key"),
        request.form.getlist("header"),
        request.form.getlist("value"),
    )

    def change(state: dict[str, Any]) -> None:
        cells = {key: dict(own) for key, own in state.get("cells", {}).items()}
        for key, header, value in zip(keys, headers, values, strict=False):
            if header:
                cells.setdefault(key, {})[header] = value.strip()
        state["cells"] = cells

    found.change(change, act=f"改名册第 {keys[0].rpartition('|')[2] if keys else ''} 行")
    return redirect(url_for("batch.rows", job=found.id))


@view.post("/<job>/fixes")
def take_fixes(job: str) -> BaseResponse:
    """Take over every fix that leaves no doubt."""
    found = workspace().job(job, "batch").knows("type")
    order = batches.make_order(found, office())
    look = batches.look_through(order, batches.plan_batch(found, order))
    batches.take_fixes(found, look.faults, "能改的都改")
    return redirect(url_for("batch.rows", job=found.id))


@view.post("/<job>")
def mend(job: str) -> BaseResponse:
    """Take over what a person chose for columns, kind and common values."""
    found = workspace().job(job, "batch").knows("type")
    kind = find_type(request.form.get("type", found.state["type"]))
    changed = kind.key != found.state["type"]
    headers, fields = request.form.getlist("header"), request.form.getlist("field")
    columns = dict(zip(headers, fields, strict=False))
    if changed:
        columns = batches.recall_columns(found, office(), kind)
    elif columns:
        shown = batches.shown_columns(found, batches.make_order(found, office()))
        # a roster that cannot be planned shows nothing yet: all that the form says was chosen by hand
        typed = {header: field for header, field in columns.items() if shown.get(header) != field}
        columns = {**found.state.get("columns", {}), **typed}
        if typed:
            batches.keep_columns(found, office(), kind, typed)
    pairs = [
        (name.removeprefix("c."), value)
        for name, value in request.form.items(multi=True)
        if name.startswith("c.")
    ]
    values: dict[str, Any] = {
        "type": kind.key,
        "columns": columns,
        "common": read_posted(kind, pairs, office().day()),
        "with_empty": request.form.get("with_empty") == "yes",
    }
    kept = request.form.get("kept", "")
    version, at = merging.seen(), workspace().now().isoformat()
    label = merging.label_of(kind, kept.removeprefix("c.")) if kept.startswith("c.") else None

    def change(state: dict[str, Any]) -> None:
        if label is not None:
            merging.take(state, "common", values["common"], [label], version, at)
        elif kept == "field":
            state["columns"] = columns
        elif kept == "with_empty":
            state["with_empty"] = values["with_empty"]
        else:  # another kind of paper, or without the page's script the whole form
            merging.take_all(state, "common", values["common"], version)
            state.update({name: value for name, value in values.items() if name != "common"})

    found.change(change, act="改列和共用内容", merge=f"batch:{kept}")
    return redirect(url_for("batch.open_job", job=found.id))


@view.post("/<job>/run")
def run(job: str) -> BaseResponse:
    """Begin to make all documents; a second click changes nothing."""
    found = workspace().job(job, "batch").knows("type")

    def begin(state: dict[str, Any]) -> bool:
        if (state.get("run") or {}).get("state") == "running" and workspace().is_busy(found.id):
            return False
        begun = datetime.now().isoformat(timespec="seconds")
        state["run"] = {"state": "running", "done": 0, "total": 0, "begun": begun}
        return True

    if found.change(begin):
        batches.start(found, office(), workspace())
    return redirect(url_for("batch.open_job", job=found.id))


@view.post("/<job>/stop")
def stop(job: str) -> BaseResponse:
    """Stop the run; what is made stays."""
    found = workspace().job(job, "batch").knows("type")
    if (found.state.get("run") or {}).get("state") == "running":
        found.change(lambda state: state["run"].update(stop=True))
    return redirect(url_for("batch.open_job", job=found.id))


@view.post("/<job>/back")
def back(job: str) -> BaseResponse:
    """Go back to the columns or rows after a run."""
    found = workspace().job(job, "batch").knows("type")
    if (found.state.get("run") or {}).get("state") != "running":
        found.save(run=None)
    return redirect(
        url_for("batch.rows" if request.form.get("to") == "rows" else "batch.open_job", job=found.id)
    )


@view.get("/<job>/state")
def state(job: str) -> ResponseReturnValue:
    """Tell how far the run is."""
    found = workspace().job(job, "batch").knows("type")
    told = found.state.get("run") or {}
    return jsonify(
        {
            "state": told.get("state"),
            "done": told.get("done"),
            "total": told.get("total"),
            "said": batches.say_progress(told, datetime.now()),
            "recent": batches.recent_papers(found) if told.get("state") == "running" else [],
        }
    )


def _entries() -> list[Any]:
    return [entry for entry in ENTRIES if entry.key != "meeting"]


def _label(job: OfficeWork) -> str:
    return find_type(job.state["type"]).label


def _plan_page(job: OfficeWork, *, rows: bool) -> str:
    order = batches.make_order(job, office())
    wrong: list[str] = []
    plan, look, page = None, batches.Look([], [], [], 0, 0), ""
    try:
        plan = batches.plan_batch(job, order)
        look = batches.look_through(order, plan)
    except TongzhiError as error:
        wrong = say_all(error.problems)
    if look.first is not None and not rows:
        page = page_html(fill(look.first).data)
    columns = batches.column_rows(plan) if plan else []
    taken = {row["field"] for row in columns} | {
        row["field"].split(batches.JOIN)[0] for row in columns if batches.JOIN in row["field"]
    }
    controls, _ = make_controls(order.kind, job.state.get("common", {}))
    merging.show_others(controls, job.state, "common")
    wanted = [one for one in controls if one.shape.kind in _SIMPLE and one.shape.label not in taken]
    filled = set(order.below)
    shown = [
        one
        for one in wanted
        if (one.shape.required and one.shape.name not in filled)
        or one.is_filled
        or (one.shape.name == "issuer" and "issuer" not in filled)
        or any(f"{one.shape.label}" in line for line in look.common)
    ]
    for control in wanted:
        if control in shown and not control.is_filled:
            control.tint = "各份都要用，请填一次"
        _prefix(control)
    left = len({fault.key for fault in look.faults})
    title = f"批量发{order.kind.label}"
    if not job.state.get("title") or job.state.get("provisional"):
        job.entitle(f"{order.kind.label} {job.state['source'].rpartition('.')[0]}")
    job.tell(2 if rows else 1, 3, f"差 {left} 行要改" if left else f"{look.usable} 份能做", ask=bool(left))
    return render_template(
        "batch_rows.html" if rows else "batch_plan.html", job=job, title=title, columns=columns, choices=batches.field_choices(order.kind), unused=UNUSED,
        wrong=wrong, look=look, left=left, page=page, kind=order.kind, count=look.total, entries=_entries(), common=shown,
        more=[one for one in wanted if one not in shown], missing=[one for one in shown if not one.is_filled], with_empty=job.state.get("with_empty"),
        rows_count=len(plan.roster.rows) if plan else 0, sure=[c for c in columns if c["how"] != "相近" and c["field"] != UNUSED], near=[c for c in columns if c["how"] == "相近"], recalled=set(job.state.get("recalled", ())),
        fixes=[fault for fault in look.faults if fault.fix], headers=[c["header"] for c in columns if c["field"] != UNUSED][:5], show_all=request.args.get("all", ""),
    )  # fmt: skip


def _prefix(control: Any) -> None:
    control.path = f"c.{control.path}"
    for part in (*control.inner, *control.blank):
        _prefix(part)
