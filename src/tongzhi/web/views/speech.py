"""Speech: text left, tasks right, each shows the other; then the papers that follow."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import InputError
from tongzhi.model.task_cells import FIELDS
from tongzhi.web import tasks as page_tasks
from tongzhi.web.app import office
from tongzhi.web.downloads import offer, zip_files
from tongzhi.web.form import make_controls, read_posted
from tongzhi.web.meetings import remember
from tongzhi.web.posted import read_day, read_number
from tongzhi.web.profile import load_office, profile_path
from tongzhi.web.words import say_all
from tongzhi.web.workspace import Job, workspace

if TYPE_CHECKING:
    from tongzhi.model.task import TaskList

view = Blueprint("speech", __name__, url_prefix="/speech")
PASTED = "讲话.txt"
PAPERS = ("任务清单", "部署方案", "整改清单", "会议纪要", "通报")
MEETING = (
    "meeting_name", "start", "main_venue", "chair", "speaker", "issuer", "contact", "recipients", "attendees", "counties",
)  # fmt: skip
ARCHIVE = "会后文件.zip"


@view.get("")
def show() -> str:
    """Ask for a speech."""
    return render_template("speech.html")


@view.post("")
def take() -> BaseResponse:
    """Take a dropped or pasted speech."""
    day = read_day(request.form.get("meeting_date", ""))
    job = workspace().open_job("speech")
    upload, text = request.files.get("file"), request.form.get("text", "")
    if upload is not None and upload.filename:
        job.save(source=job.keep_upload(upload).name)
    elif text.strip():
        job.new_source(PASTED).write_text(text, encoding="utf-8", newline="")
        job.save(source=PASTED)
    else:
        abort(400, "没有选文件，也没有粘贴文字。")
    _extract(job, day)
    return redirect(url_for("speech.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show the speech and its tasks."""
    found = workspace().job(job, "speech")
    if "tasks" not in found.state:
        _extract(found, None)
    state = found.state
    tasks = page_tasks.unpack(state["tasks"])
    return render_template(
        "speech_tasks.html",
        job=found,
        name=state["source"],
        pieces=page_tasks.stretches(state["text"], tasks),
        **_shown(tasks),
    )


@view.post("/<job>/turn")
def turn(job: str) -> ResponseReturnValue:
    """Turn a sentence into a task or out of the list."""
    number = read_number(request.form.get("number", ""))
    return _change(job, lambda tasks, original: page_tasks.turn(tasks, original, number))


@view.post("/<job>/edit")
def edit(job: str) -> ResponseReturnValue:
    """Change a task or confirm what was suggested for it."""
    changes = {name: value.strip() for name, value in request.form.items() if name in page_tasks.COLUMNS}
    task, confirm = request.form.get("task", ""), request.form.get("confirm") == "yes"
    return _change(job, lambda tasks, _: page_tasks.edit(tasks, task, changes, confirm=confirm))


@view.post("/<job>/confirm")
def confirm_all(job: str) -> ResponseReturnValue:
    """Confirm every suggestion."""
    return _change(job, lambda tasks, _: page_tasks.confirm_all(tasks))


@view.get("/<job>/papers")
def papers(job: str) -> str:
    """Ask for the meeting, and which papers are wanted."""
    found = workspace().job(job, "speech").knows("tasks")
    return _papers_form(found, found.state.get("meeting", {}))


@view.post("/<job>/papers")
def make_papers(job: str) -> ResponseReturnValue:
    """Make the papers."""
    from tongzhi.draft.whole_set import make_set
    from tongzhi.papers.meeting import Meeting

    found = workspace().job(job, "speech").knows("tasks")
    values = read_posted(Meeting, request.form.items(multi=True))
    wanted = request.form.getlist("paper")
    tasks = page_tasks.unpack(found.state["tasks"])
    found.save(meeting=values, wanted=wanted)
    meeting, listed = found.file("meeting.json"), found.file("tasks.json")
    meeting.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    listed.write_text(json.dumps(tasks.to_json(), ensure_ascii=False), encoding="utf-8")
    upload = request.files.get("roster")
    roster = found.keep_upload(upload) if upload is not None and upload.filename else None
    try:
        made = make_set(
            found.source,
            meeting,
            day=office().day(),
            roster=roster,
            tasks=listed,
            profile=profile_path(office()),
        )
    except InputError as error:
        return _papers_form(found, values, problems=error.problems), 422
    files = {
        name: data
        for name, data in made.files.items()
        if not name.endswith(".yaml") and name.startswith(tuple(wanted))
    }
    if not files:
        return _papers_form(found, values, notes=["请至少选一种文件。"]), 422
    offer(
        found, {**{name: data for name, data in files.items() if "/" not in name}, ARCHIVE: zip_files(files)}
    )
    found.save(
        files=list(files),
        notes=say_all([*made.failed, *made.warnings]),
        pending=made.pending,
        suggested=made.suggested,
    )
    remember(
        office(),
        str(values.get("会议名称", "")),
        when=str(values.get("会议时间", ""))[:16],
        waiting=len(tasks.actions),
    )
    return redirect(url_for("speech.done", job=found.id))


@view.get("/<job>/done")
def done(job: str) -> str:
    """Show what was made."""
    found = workspace().job(job, "speech")
    if "files" not in found.state:
        abort(404)
    return render_template("speech_done.html", job=found, state=found.state, archive=ARCHIVE)


@view.post("/<job>/ledger")
def to_ledger(job: str) -> BaseResponse:
    """Enter the tasks into the ledger."""
    from tongzhi.ledger.importing import import_batch
    from tongzhi.ledger.sources import from_tasks
    from tongzhi.web.book import open_book, step_by

    found = workspace().job(job, "speech").knows("tasks")
    tasks = page_tasks.unpack(found.state["tasks"])
    batch = from_tasks(tasks, found.state["source"], tasks.source.sha256)
    with open_book(office(), create=True) as book, book.writing() as conn:
        import_batch(conn, batch, step_by(office(), ""))
    return redirect(url_for("ledger.show"))


def _extract(job: Job, day: date | None) -> None:
    from tongzhi.extract.speech import list_tasks
    from tongzhi.read.speech import read_speech

    profile = load_office(office())
    speech = read_speech(job.source, allow_secret=bool(profile and profile.secret_machine))
    packed = page_tasks.pack(list_tasks(speech, meeting_date=day, profile=profile))
    job.save(text=speech.text, tasks=packed, original=packed)


def _shown(tasks: TaskList) -> dict[str, Any]:
    return {
        "rows": page_tasks.task_rows(tasks),
        "rejected": page_tasks.rejected_rows(tasks),
        "open": page_tasks.count_suggested(tasks),
        "actions": len(tasks.actions),
        "requirements": len(tasks.requirements),
        "unexpanded": [item.text for item in tasks.open if item.kind == "unexpanded"],
        "checks": [item.text.strip() for item in tasks.open if item.kind == "check"],
        "withdrawn": [item.text.strip() for item in tasks.open if item.kind == "withdrawn"],
        "fields": FIELDS,
    }


def _change(job: str, function: Callable[[TaskList, TaskList], TaskList]) -> ResponseReturnValue:
    """Change the list in one go and give what the page shows of it anew."""
    found = workspace().job(job, "speech").knows("tasks")

    def change(state: dict[str, Any]) -> TaskList:
        tasks = function(page_tasks.unpack(state["tasks"]), page_tasks.unpack(state["original"]))
        state["tasks"] = page_tasks.pack(tasks)
        return tasks

    tasks = found.change(change)
    text = found.state["text"]
    kinds = {
        piece.number: [piece.kind, piece.task]
        for piece in page_tasks.stretches(text, tasks)
        if piece.number is not None
    }
    return jsonify({"list": render_template("task_list.html", job=found, **_shown(tasks)), "kinds": kinds})


def _papers_form(job: Job, values: dict[str, Any], *, problems: Any = (), notes: Any = ()) -> str:
    from tongzhi.papers.meeting import Meeting
    from tongzhi.render.sample import office_values

    given = {**office_values(Meeting, load_office(office())), **values}
    controls, rest = make_controls(Meeting, given, problems=problems)
    order = {name: place for place, name in enumerate(MEETING)}
    main = sorted((one for one in controls if one.shape.name in order), key=lambda one: order[one.shape.name])
    more = [one for one in controls if one.shape.name not in order]
    return render_template(
        "speech_papers.html", job=job, main=main, more=more, problems=[*rest, *notes], papers=PAPERS,
        wanted=job.state.get("wanted", list(PAPERS)), failed=bool(problems),
    )  # fmt: skip
