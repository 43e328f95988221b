"""Desk: replies merged, who is missing, seats that can be moved, sign-in sheet and cards, task feedback."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import Problem
from tongzhi.web import hall as page_hall
from tongzhi.web.app import office
from tongzhi.web.downloads import offer, send_download, zip_files
from tongzhi.web.meetings import remember
from tongzhi.web.papers import read_old
from tongzhi.web.profile import load_office
from tongzhi.web.words import plain, say_all
from tongzhi.web.workspace import Job, workspace

if TYPE_CHECKING:
    from tongzhi.desk.replies import Merged

view = Blueprint("desk", __name__, url_prefix="/desk")
SUMMARY, FEEDBACK, FORMS = "参会人员汇总.xlsx", "反馈汇总.xlsx", "任务反馈表.zip"


@view.get("")
def show() -> str:
    """Ask for replies."""
    return render_template("desk.html")


@view.post("")
def take() -> BaseResponse:
    """Take returned replies, and the notice that asked for them."""
    uploads = [one for one in request.files.getlist("replies") if one.filename]
    text = request.form.get("chain", "").strip()
    if not uploads and not text:
        abort(400, "没有选回执，也没有粘贴接龙文字。")
    job = workspace().open_job("desk")
    names = [job.keep_upload(one, f"回执{number}").name for number, one in enumerate(uploads, 1)]
    if text:
        pasted = job.new_source("接龙.txt")
        pasted.write_text(text, encoding="utf-8")
        names.append(pasted.name)
    notice = request.files.get("notice")
    asked = job.keep_upload(notice).name if notice is not None and notice.filename else ""
    job.save(files=names, notice=asked, title=request.form.get("title", "").strip())
    _merge(job)
    return redirect(url_for("desk.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show who comes and who has not replied."""
    found = workspace().job(job, "desk")
    if "people" not in found.state:
        found.save(files=[found.state["source"]], notice="", title="")
        _merge(found)
    return render_template("desk_replies.html", job=found, state=found.state, summary=SUMMARY)


@view.post("/<job>/more")
def more(job: str) -> BaseResponse:
    """Take further replies that came in later."""
    found = workspace().job(job, "desk").knows("people")
    names = [found.keep_upload(one).name for one in request.files.getlist("replies") if one.filename]
    found.change(lambda state: state.update(files=[*state["files"], *names]))
    _merge(found)
    return redirect(url_for("desk.open_job", job=found.id))


@view.get("/<job>/seats")
def seats(job: str) -> str:
    """Show the hall."""
    found = workspace().job(job, "desk").knows("people")
    return render_template(
        "desk_seats.html", job=found, state=found.state, hall=page_hall.read_hall(found.state)
    )


@view.post("/<job>/seats")
def arrange(job: str) -> BaseResponse:
    """Seat everybody anew by rank, rows, columns and filling."""
    found = workspace().job(job, "desk").knows("people")
    form = request.form
    found.save(
        hall=page_hall.arrange(
            found.state["people"], form.get("stage", ""), form.get("rows", ""), form.get("columns", ""), form.get("filling", "居中"),
            form.get("rule", "左为上"),
        )
    )  # fmt: skip
    return redirect(url_for("desk.seats", job=found.id))


@view.post("/<job>/move")
def move(job: str) -> ResponseReturnValue:
    """Let the people of two seats change places."""
    found = workspace().job(job, "desk").knows("people")
    one, other = request.form.get("from", ""), request.form.get("to", "")

    def change(state: dict[str, Any]) -> None:
        state["hall"] = page_hall.swap(page_hall.read_hall(state), one, other)

    found.change(change)
    return jsonify({"done": True})


@view.get("/<job>/papers")
def papers(job: str) -> Response:
    """Give sign-in sheet, cards and seating plan."""
    found = workspace().job(job, "desk").knows("people")
    state = found.state
    files = page_hall.papers(state["people"], page_hall.read_hall(state), state.get("title", ""))
    return send_download(zip_files(files), "签到表台签座次表.zip")


@view.post("/feedback/split")
def split() -> Response:
    """Part a task list into one feedback form a unit."""
    from tongzhi.desk.feedback import form_files, split_items

    job = workspace().open_job("feedback")
    forms = split_items(_items(_kept(job, "tasks")))
    if not forms:
        abort(400, "清单里没有要反馈的任务。")
    return send_download(zip_files(form_files(forms)), FORMS)


@view.post("/feedback/merge")
def merge() -> str:
    """Merge returned feedback."""
    from tongzhi.desk.feedback import merge_returns, progress_by_unit, render_returns

    job = workspace().open_job("feedback")
    items = _items(_kept(job, "tasks"))
    returns = [job.keep_upload(one) for one in request.files.getlist("returns") if one.filename]
    if not returns:
        abort(400, "没有选收回的反馈表。")
    returned = merge_returns(returns, items)
    offer(job, {FEEDBACK: render_returns(returned)})
    waiting = sum(answer is None for _, answer in returned.answers)
    remember(office(), request.form.get("title", ""), waiting=waiting)
    return render_template(
        "desk_feedback.html", job=job, file=FEEDBACK, returned=returned, waiting=waiting, units=progress_by_unit(returned),
        problems=say_all(returned.problems),
    )  # fmt: skip


def _kept(job: Job, name: str) -> Path:
    upload = request.files.get(name)
    if upload is None or not upload.filename:
        abort(400, "没有选任务清单。")
    return job.keep_upload(upload)


def _items(path: Path) -> list[Any]:
    from tongzhi.desk.feedback import items_of, items_of_plan

    if path.suffix.lower() == ".docx":
        from tongzhi.papers.plan import Plan
        from tongzhi.read.paper import load_paper

        return items_of_plan(load_paper(Plan, path, load_office(office()), office().day()).document.tasks)
    from tongzhi.read.tasklist import read_tasklist

    return items_of(read_tasklist(path))


def _merge(job: Job) -> None:
    from tongzhi.desk.asked import asked_by
    from tongzhi.desk.replies import merge_replies
    from tongzhi.desk.summary import render_summary, summary_lines

    state, profile = job.state, load_office(office())
    notice, notes = _notice(job, state.get("notice", ""))
    asked = asked_by(notice, profile)
    merged = merge_replies([job.file(f"in/{name}") for name in state["files"]], asked)
    title = notice.meeting_name if notice is not None else state.get("title", "")
    offer(job, {SUMMARY: render_summary(merged, f"{title}参会人员汇总")})
    people = [
        {key: str(value) for key, value in asdict(one).items() if isinstance(value, str)}
        for one in merged.replies
    ]
    job.save(
        title=title,
        people=people,
        missing=[one.unit for one in merged.missing],
        lines=[plain(line) for line in summary_lines(merged, len(asked))],
        wrong=[
            f"{one.unit}：{one.name} {one.title}（要求{level.level}）" for one, level in merged.wrong_level
        ],
        problems=[*notes, *say_all(merged.problems)],
        log=merged.log,
        reminder=_reminder(title, merged),
        hall=None,
    )
    units = {one.unit for one in merged.replies if one.unit}
    remember(office(), title, asked=len(asked), replied=len(units))


def _notice(job: Job, name: str) -> tuple[Any, list[str]]:
    if not name:
        return None, []
    from tongzhi.errors import TongzhiError
    from tongzhi.papers.notice import Notice
    from tongzhi.read.data import Source
    from tongzhi.read.validate import assemble, validate

    try:
        values, _ = read_old(job.file(f"in/{name}"), Notice, office().day(), with_past=True)
        profile = load_office(office())
        day = office().day()
        return validate(
            Notice, assemble(Notice, Source(values, {}, name), profile, day=day), day, profile
        ).document, []
    except TongzhiError as error:
        told = Problem(
            error.problems[0].place, "会议通知读不全，没有按它核对该谁报名", error.problems[0].found
        )
        return None, say_all([told])


def _reminder(title: str, merged: Merged) -> str:
    if not merged.missing:
        return ""
    return f"{title or '本次会议'}参会回执尚未收到：{'、'.join(one.unit for one in merged.missing)}。请尽快报送。"
