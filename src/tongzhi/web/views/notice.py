"""Notice: from last time's paper or a blank form, to the page, the .docx, the reply form and the group text."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import InputError
from tongzhi.web.app import office
from tongzhi.web.downloads import offer
from tongzhi.web.form import make_controls, read_posted
from tongzhi.web.meetings import remember
from tongzhi.web.papers import read_old, reply_form
from tongzhi.web.profile import load_office, office_with
from tongzhi.web.words import say_all
from tongzhi.web.workspace import Job, workspace

view = Blueprint("notice", __name__, url_prefix="/notice")
FIVE = ("meeting_name", "start", "main_venue", "attendees", "rsvp_due")
ONCE = ("issuer", "contact")
"""Asked for too as long as the office profile does not know them."""


@view.get("")
def show() -> str:
    """Show a blank form."""
    return _form("", {})


@view.post("/old")
def take_old() -> BaseResponse:
    """Take last time's notice."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        abort(400, "没有选文件。")
    job = workspace().open_job("notice")
    job.save(source=job.keep_upload(upload).name)
    return redirect(url_for("notice.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show the form of a job, with what is stale in yellow."""
    found = workspace().job(job, "notice")
    state = found.state
    if "values" not in state:
        from tongzhi.papers.notice import Notice

        values, stale = read_old(found.source, Notice, office().day())
        found.save(values=values, stale=stale)
        state = found.state
    return _form(found.id, state["values"], stale=state.get("stale"))


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


def _make(job: Job) -> ResponseReturnValue:
    from tongzhi.fill import fill
    from tongzhi.papers.notice import Notice
    from tongzhi.read.data import Source
    from tongzhi.read.validate import assemble, validate
    from tongzhi.render.plain import plain_text
    from tongzhi.write.names import safe_name

    values = read_posted(Notice, request.form.items(multi=True))
    job.save(values=values, stale={})
    day, profile = office().day(), office_with(office(), str(values.get("发文机关", "")))
    try:
        checked = validate(Notice, assemble(Notice, Source(values, {}, ""), profile, day=day), day, profile)
        notice = checked.document
        filled = fill(notice, confirm=request.form.get("confirm") == "yes")
    except InputError as error:
        return _form(job.id, values, problems=error.problems), 422
    name = safe_name(f"{notice.title}.docx")
    reply = safe_name(f"参会回执（{notice.meeting_name}）.xlsx")
    offer(job, {name: filled.data, reply: reply_form(notice)})
    notes = say_all([*checked.warnings, *filled.template, *filled.unconfirmed, *filled.rare])
    job.save(
        paper=name, reply=reply, notes=notes, group_text=plain_text(notice), open=len(filled.unconfirmed)
    )
    remember(office(), notice.meeting_name, when=str(notice.start)[:16])
    return redirect(url_for("notice.done", job=job.id))


def _form(job: str, values: dict[str, Any], *, problems: Any = (), stale: Any = None) -> str:
    from tongzhi.papers.notice import Notice
    from tongzhi.render.sample import office_values

    profile = load_office(office())
    given = {**office_values(Notice, profile), **values}
    controls, rest = make_controls(Notice, given, problems=problems, stale=stale)
    first = [
        *FIVE,
        *(name for name in ONCE if profile is None or (name == "contact" and not profile.contact)),
    ]
    main = [control for name in first for control in controls if control.shape.name == name]
    more = [control for control in controls if control not in main]
    return render_template(
        "notice.html", job=job, main=main, more=more, problems=rest, failed=bool(problems), stale=stale or {}
    )
