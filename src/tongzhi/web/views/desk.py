"""Desk: replies merged, each doubtful one beside what was read, seats that can be moved, sign-in sheet and cards, task feedback."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.desk.feedback import (
    form_files,
    items_of,
    items_of_plan,
    merge_returns,
    progress_by_unit,
    render_returns,
    split_items,
)
from tongzhi.papers.plan import Plan
from tongzhi.read.paper import load_paper
from tongzhi.read.tasklist import read_tasklist
from tongzhi.web import hall as page_hall
from tongzhi.web import replies
from tongzhi.web.app import office
from tongzhi.web.downloads import offer, send_download, zip_files
from tongzhi.web.profile import load_office
from tongzhi.web.words import say_all
from tongzhi.web.workspace import OfficeWork, workspace

view = Blueprint("desk", __name__, url_prefix="/desk")
SUMMARY, FEEDBACK, FORMS = replies.SUMMARY, "反馈汇总.xlsx", "任务反馈表.zip"


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
        names.append(_paste(job, text))
    notice = request.files.get("notice")
    asked = job.keep_upload(notice).name if notice is not None and notice.filename else ""
    job.save(files=names, notice=asked, title=request.form.get("title", "").strip())
    with workspace().trying(job):
        replies.merge(job, office())
    return redirect(url_for("desk.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show who comes, who has not replied, and what must be looked at."""
    found = workspace().job(job, "desk")
    if "people" not in found.state:
        if "files" not in found.state:
            found.save(files=[found.state["source"]], notice="", title="")
        replies.merge(found, office())
    return _page(found)


@view.post("/<job>/more")
def more(job: str) -> BaseResponse:
    """Take further replies that came in later, or the notice."""
    found = workspace().job(job, "desk").knows("people")
    names = [found.keep_upload(one).name for one in request.files.getlist("replies") if one.filename]
    text = request.form.get("chain", "").strip()
    if text:
        names.append(_paste(found, text))
    notice = request.files.get("notice")
    if notice is not None and notice.filename:
        found.save(notice=found.keep_upload(notice).name)
    found.change(lambda state: state.update(files=[*state["files"], *names]), act=f"又收到 {len(names)} 份")
    replies.merge(found, office())
    return redirect(url_for("desk.open_job", job=found.id))


@view.post("/<job>/settle")
def settle(job: str) -> BaseResponse:
    """Take over what a person says of one form."""
    found = workspace().job(job, "desk").knows("people")
    rows: dict[str, dict[str, str]] = {}
    for name, value in request.form.items():
        part = re.fullmatch(r"p\.(\w+)\.(\w+)", name)
        if part:
            rows.setdefault(part[1], {})[part[2]] = value
    listed = [{**row, "id": "" if key.startswith("new") else key} for key, row in rows.items()]
    replies.settle(found, request.form.get("file", ""), listed, later=request.form.get("later") == "yes")
    return redirect(url_for("desk.open_job", job=found.id, show=request.form.get("show") or None))


@view.get("/<job>/seats")
def seats(job: str) -> str:
    """Show the hall."""
    found = workspace().job(job, "desk").knows("people")
    return _hall(found)


@view.post("/<job>/seats")
def arrange(job: str) -> BaseResponse:
    """Seat everybody anew by rank, rows, columns and filling; those set by hand stay."""
    found = workspace().job(job, "desk").knows("people")
    form = request.form

    def change(state: dict[str, Any]) -> None:
        state["hall"] = page_hall.arrange(
            state["people"], form.get("stage", ""), form.get("rows", ""), form.get("columns", ""), form.get("filling", "居中"),
            form.get("rule", "左为上"), state.get("hall"),
        )  # fmt: skip

    found.change(change, act="重排座位")
    return redirect(url_for("desk.seats", job=found.id))


@view.post("/<job>/move")
def move(job: str) -> ResponseReturnValue:
    """Let the people of two seats change places."""
    found = workspace().job(job, "desk").knows("people")
    one, other = request.form.get("from", ""), request.form.get("to", "")

    def change(state: dict[str, Any]) -> None:
        state["hall"] = page_hall.swap(page_hall.read_hall(state), one, other)

    found.change(change, act="对调座位")
    return jsonify({"done": True})


@view.post("/<job>/late")
def late(job: str) -> BaseResponse:
    """Seat those who came later on free seats; nobody else moves."""
    found = workspace().job(job, "desk").knows("people")
    who, where = request.form.get("who", ""), request.form.get("where", "")

    def change(state: dict[str, Any]) -> None:
        hall = page_hall.read_hall(state)
        for person in page_hall.unseated(state["people"], hall):
            if not who or person["id"] == who:
                hall = page_hall.put(hall, str(person["id"]), where if who else "")
        state["hall"] = hall

    found.change(change, act="后来报的放到空座")
    return redirect(url_for("desk.seats", job=found.id))


@view.get("/<job>/papers")
def papers(job: str) -> Response:
    """Give sign-in sheet, cards and seating plan."""
    found = workspace().job(job, "desk").knows("people")
    state = found.state
    files = page_hall.papers(state["people"], page_hall.read_hall(state), state.get("title", ""))
    offer(found, files)
    return send_download(zip_files(files), "签到表台签座次表.zip")


@view.post("/feedback/split")
def split() -> Response:
    """Part a task list into one feedback form a unit."""
    job = workspace().open_job("passing")
    forms = split_items(_items(_kept(job, "tasks")))
    if not forms:
        abort(400, "清单里没有要反馈的任务。")
    return send_download(zip_files(form_files(forms)), FORMS)


@view.post("/feedback/merge")
def merge() -> BaseResponse:
    """Merge returned feedback."""
    uploads = [one for one in request.files.getlist("returns") if one.filename]
    title = request.form.get("title", "").strip()
    tasks = request.files.get("tasks")
    if tasks is None or not tasks.filename:
        abort(400, "没有选任务清单。")
    if not uploads:
        abort(400, "没有选收回的反馈表。")
    job = workspace().open_job("feedback", title or "任务反馈")
    job.save(tasks=job.keep_upload(tasks).name, returns=[job.keep_upload(one).name for one in uploads])
    return redirect(url_for("feedback.open_job", job=job.id))


feedback = Blueprint("feedback", __name__, url_prefix="/desk/feedback")


@feedback.get("/<job>", endpoint="open_job")
def show_feedback(job: str) -> str:
    """Show merged feedback."""
    found = workspace().job(job, "feedback")
    state = found.state
    items = _items(found.inputs / state["tasks"])
    returned = merge_returns([found.inputs / name for name in state["returns"]], items)
    offer(found, {FEEDBACK: render_returns(returned)})
    waiting = sum(answer is None for _, answer in returned.answers)
    found.tell(2, 2, f"任务 {waiting} 待反馈" if waiting else "任务已全部反馈", ask=bool(waiting))
    return render_template(
        "desk_feedback.html", job=found, file=FEEDBACK, returned=returned, waiting=waiting, units=progress_by_unit(returned),
        problems=say_all(returned.problems),
    )  # fmt: skip


def _paste(job: OfficeWork, text: str) -> str:
    pasted = job.new_source("接龙.txt")
    pasted.write_text(text, encoding="utf-8")
    return pasted.name


def _kept(job: OfficeWork, name: str) -> Path:
    upload = request.files.get(name)
    if upload is None or not upload.filename:
        abort(400, "没有选任务清单。")
    return job.keep_upload(upload)


def _items(path: Path) -> list[Any]:
    if path.suffix.lower() == ".docx":
        return items_of_plan(load_paper(Plan, path, load_office(office()), office().day()).document.tasks)
    return items_of(read_tasklist(path))


def _page(job: OfficeWork) -> str:
    state = job.state
    waiting = replies.waiting(state)
    show = request.args.get("show", "") or ("ask" if waiting else "sure")
    file = request.args.get("file", "")
    chosen = next((one for one in waiting if one.file == file), waiting[0] if waiting else None)
    return render_template(
        "desk_replies.html", job=job, state=state, summary=SUMMARY, waiting=waiting, chosen=chosen, show=show, labels=replies.LABELS, doubted=replies.doubted,
        original=replies.original(job, chosen.file) if chosen and show == "ask" else [], sure=[one for one in state["people"] if replies.is_sure(one)],
        reminder=_reminder(state), lines=replies.said_lines(state),
    )  # fmt: skip


def _hall(job: OfficeWork) -> str:
    state = job.state
    hall = page_hall.read_hall(state)
    people = {one["id"]: one for one in state["people"]}
    doubtful = [one for one in state["people"] if not replies.is_sure(one)]
    return render_template(
        "desk_seats.html", job=job, state=state, hall=hall, people=people, late=page_hall.unseated(state["people"], hall), free=page_hall.free_seats(hall),
        doubtful=doubtful, unsure={one["id"] for one in doubtful}, posts={one["name"]: one for one in state["people"]},
    )  # fmt: skip


def _reminder(state: dict[str, Any]) -> str:
    missing = state.get("missing", [])
    if not missing:
        return ""
    return f"{state.get('title') or '本次会议'}参会回执尚未收到：{'、'.join(missing)}。请尽快报送。"
