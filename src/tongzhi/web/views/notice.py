"""Notice: from last time's paper or a blank form, to the page, the .docx, the reply form and the group text."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import InputError
from tongzhi.fill import fill
from tongzhi.model.base import field_names
from tongzhi.papers.notice import Notice
from tongzhi.render.plain import plain_text
from tongzhi.web import merging, notices
from tongzhi.web.app import office
from tongzhi.web.downloads import offer
from tongzhi.web.form import read_posted, show_value
from tongzhi.web.papers import read_old, reply_form
from tongzhi.web.words import say_all
from tongzhi.web.workspace import OfficeWork, workspace
from tongzhi.write.names import safe_name

view = Blueprint("notice", __name__, url_prefix="/notice")


@view.get("")
def show() -> str:
    """Show a blank form; it becomes a piece of work with the first letter."""
    return _form(None, {})


@view.post("/old")
def take_old() -> BaseResponse:
    """Take last time's notice."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        abort(400, "没有选文件。")
    job = workspace().open_job("notice")
    job.save(source=job.keep_upload(upload).name)
    with workspace().trying(job):
        _read_last(job)
    return redirect(url_for("notice.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show the form of a job; last time's values first beside this time's until they are taken over."""
    found = workspace().job(job, "notice")
    if "values" not in found.state:
        _read_last(found)
    if found.state.get("last") and not request.args.get("form"):
        return _last(found)
    return _form(found, found.state["values"])


def _read_last(job: OfficeWork) -> None:
    """Read last time's paper; what is out of date does not go over."""
    values, stale = read_old(job.source, Notice, office().day(), with_past=True)
    fresh = {label: value for label, value in values.items() if label not in stale}
    job.save(values=fresh, old=_plain(values), stale=stale, last=True)
    job.tell(1, 3, f"照上次的改，{len(stale)} 项已过时" if stale else "照上次的改", ask=bool(stale))


@view.post("/keep")
def keep_new() -> ResponseReturnValue:
    """Begin a notice with the first thing typed."""
    job = workspace().open_job("notice")
    _keep(job)
    return redirect(url_for("notice.open_job", job=job.id))


@view.post("/<job>/keep")
def keep(job: str) -> ResponseReturnValue:
    """Keep what is typed, field by field."""
    found = workspace().job(job, "notice").knows("values")
    _keep(found)
    return redirect(
        url_for(
            "notice.open_job", job=found.id, form="1" if request.form.get("form_kind") == "form" else None
        )
    )


@view.post("/<job>/agree")
def agree(job: str) -> BaseResponse:
    """Take a suggestion over as one's own."""
    found = workspace().job(job, "notice").knows("values")
    label = request.form.get("agree", "")

    def change(state: dict[str, Any]) -> None:
        offered = state.get("offered", {})
        if label in offered:
            state["values"] = {**state["values"], label: offered[label]}
            state["agreed"] = [*state.get("agreed", []), label]

    found.change(change, act=f"就用建议的“{label}”")
    return redirect(url_for("notice.open_job", job=found.id, form=1))


@view.post("/<job>/last")
def over(job: str) -> ResponseReturnValue:
    """Take last time's values over as they were mended."""
    found = workspace().job(job, "notice").knows("values")
    found.change(lambda state: state.update(last=False), act="照上次的填进去")
    return redirect(url_for("notice.open_job", job=found.id))


@view.post("")
def make_new() -> ResponseReturnValue:
    """Make a notice from a blank form."""
    job = workspace().open_job("notice")
    return _make(job)


@view.post("/<job>")
def make_again(job: str) -> ResponseReturnValue:
    """Make it anew from the changed form."""
    return _make(workspace().job(job, "notice"))


@view.get("/<job>/done")
def done(job: str) -> str:
    """Show the pages and what can be taken along."""
    found = workspace().job(job, "notice")
    state = found.state
    if not state.get("paper"):
        abort(404)
    return render_template("notice_done.html", job=found, state=state)


def _plain(values: dict[str, Any]) -> dict[str, Any]:

    return {label: show_value(value) for label, value in values.items()}


def _posted(state: dict[str, Any]) -> dict[str, Any]:
    pairs = list(request.form.items(multi=True))
    values = read_posted(Notice, pairs, office().day())
    if request.form.get("form_kind") == "last":  # the table shows only what stood in last time's paper
        asked = {name.split(".")[0] for name, _ in pairs}

        names = field_names(Notice)
        values = {
            **{
                label: value
                for label, value in state.get("values", {}).items()
                if names.get(label) not in asked
            },
            **values,
        }
    return notices.without_offers(values, state.get("offered", {}), set(state.get("agreed", [])))


def _keep(job: OfficeWork) -> None:
    field = request.form.get("kept", "").split(".")[0]

    version, at = merging.seen(), workspace().now().isoformat()

    def change(state: dict[str, Any]) -> None:
        label = merging.label_of(Notice, field)
        if label is None:  # without the page's script the form comes whole
            merging.take_all(state, "values", _posted(state), version)
        else:
            merging.take(state, "values", _posted(state), [label], version, at)
        state["touched"] = sorted({*state.get("touched", []), *([field] if field else [])})

    job.change(change, act="改通知", merge=f"notice:{request.form.get('kept', '')}")
    _tell(job)


def _tell(job: OfficeWork) -> None:
    state = job.state
    values = state.get("values", {})
    job.entitle(str(values.get("会议名称", "")))
    lacking = [
        label for label in ("会议名称", "会议时间", "地点", "参会人员", "回执截止") if not values.get(label)
    ]
    if state.get("paper"):
        job.tell(3, 3, "通知做好了")
    elif lacking:
        job.tell(1, 3, f"通知没填完，差{'、'.join(f'“{label}”' for label in lacking[:3])}", ask=True)
    else:
        job.tell(1, 3, "通知填好了，没出")


def _make(job: OfficeWork) -> ResponseReturnValue:
    version = merging.seen()

    def change(state: dict[str, Any]) -> None:
        merging.take_all(state, "values", _posted(state), version)
        state["last"] = False

    job.change(change, act="改通知")
    _tell(job)
    draft = notices.look_at(office(), job.state["values"], touched=None)
    if draft.document is None:
        job.save(touched=_all_names())
        return _form(job, job.state["values"]), 422
    notice = draft.document
    try:
        filled = fill(notice, confirm=request.form.get("confirm") == "yes")
    except InputError as error:
        return _form(job, job.state["values"], more=say_all(error.problems)), 422
    name = safe_name(f"{notice.title}.docx")
    reply = safe_name(f"参会回执（{notice.meeting_name}）.xlsx")
    offer(job, {name: filled.data, reply: reply_form(notice)})
    notes = list(
        dict.fromkeys([*draft.warnings, *say_all([*filled.template, *filled.unconfirmed, *filled.rare])])
    )
    job.save(
        paper=name, reply=reply, notes=notes, group_text=plain_text(notice), open=len(filled.unconfirmed)
    )
    job.tell(
        3,
        3,
        f"通知做好了，{len(filled.unconfirmed)} 处建议没核对" if filled.unconfirmed else "通知做好了",
        ask=bool(filled.unconfirmed),
    )
    return redirect(url_for("notice.done", job=job.id))


def _all_names() -> list[str]:
    return list(Notice.model_fields)


def _last(job: OfficeWork) -> str:
    state = job.state
    draft = notices.look_at(office(), state["values"], touched=set(state.get("touched", [])))
    job.save(offered=draft.offered)
    for controls in (draft.main, *draft.groups.values()):
        merging.show_others(controls, state, "values")
    rows = notices.compare_old(state["values"], state.get("old", {}), state.get("stale", {}), draft)
    left = [row for row in rows if row.kind == "stale" and not state["values"].get(row.label)]
    return render_template("notice_last.html", job=job, state=state, rows=rows, left=left)


def _form(job: OfficeWork | None, values: dict[str, Any], *, more: Any = ()) -> str:
    state = job.state if job else {}
    draft = notices.look_at(office(), values, touched=set(state.get("touched", [])))
    if job:
        job.save(offered=draft.offered)
    for controls in (draft.main, *draft.groups.values()):
        merging.show_others(controls, state, "values")
    page = notices.preview(draft.document) if draft.document is not None else ""
    return render_template(
        "notice.html", job=job, state=state, draft=draft, page=page, problems=list(more),
        agreed=state.get("agreed", []), version=job.version if job else 0,
    )  # fmt: skip
