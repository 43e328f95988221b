"""Speech: text left, tasks right, each shows the other; then what must be decided, then the papers."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import InputError
from tongzhi.ledger.sources import from_tasks
from tongzhi.model.task_cells import FIELDS
from tongzhi.web import speeches, task_acts
from tongzhi.web import tasks as page_tasks
from tongzhi.web.app import office
from tongzhi.web.book import enter_batch
from tongzhi.web.drops import PASSING
from tongzhi.web.look import full_day
from tongzhi.web.posted import read_day, read_number, read_spoken_day
from tongzhi.web.workspace import OfficeWork, workspace

if TYPE_CHECKING:
    from tongzhi.model.task import TaskList

view = Blueprint("speech", __name__, url_prefix="/speech")
PASTED = "讲话.txt"


@view.get("")
def show() -> str:
    """Ask for a speech."""
    return render_template("speech.html")


@view.post("")
def take() -> BaseResponse:
    """Take a dropped or pasted speech."""
    day = read_day(request.form.get("meeting_date", ""))
    upload, text = request.files.get("file"), request.form.get("text", "")
    given = upload is not None and bool(upload.filename)
    if not given and not text.strip():
        abort(400, "没有选文件，也没有粘贴文字。")
    job = workspace().open_job("speech")
    if given:
        job.save(source=job.keep_upload(upload).name)
    else:
        job.new_source(PASTED).write_text(text, encoding="utf-8", newline="")
        job.save(source=PASTED)
    if day:
        job.save(day=day.isoformat())
    try:
        speeches.read(job, office())
        if len(job.state["text"]) < speeches.LONG:
            speeches.find(job, office())
    except InputError:
        job.put_away()
        raise
    return redirect(url_for("speech.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show the speech and its tasks."""
    found = workspace().job(job, "speech")
    if "text" not in found.state:
        speeches.read(found, office())
    state = found.state
    if "tasks" not in state:
        if len(state["text"]) < speeches.LONG:
            speeches.find(found, office())
        else:
            running = (state.get("run") or {}).get("state") == "running" and workspace().is_busy(found.id)
            if not running and (state.get("run") or {}).get("state") not in ("stopped", "failed"):
                speeches.find_in_background(found, office(), workspace())
            if "tasks" not in found.state:
                return _busy(found)
    return _page(found)


@view.get("/<job>/state")
def state(job: str) -> ResponseReturnValue:
    """Tell how far the search for tasks should be."""
    found = workspace().job(job, "speech")
    run = found.state.get("run") or {}
    chars = len(found.state.get("text", ""))
    return jsonify(
        {"state": run.get("state", ""), "total": 100, "done": _guess(found), "said": _said(found, chars)}
    )


@view.post("/<job>/stop")
def stop(job: str) -> BaseResponse:
    """Stop looking; or look again."""
    found = workspace().job(job, "speech").knows("text")
    if request.form.get("again"):
        found.save(run=None)
    elif found.state.get("run", {}).get("state") == "running":
        found.save(run={"state": "stopped"})
    return redirect(url_for("speech.open_job", job=found.id))


@view.get("/<job>/card/<task>")
def card(job: str, task: str) -> str:
    """Give one card: as it stands, in edit, or with the places where it can be parted."""
    found = workspace().job(job, "speech").knows("tasks")
    tasks = task_acts.unpack(found.state["tasks"])
    one = task_acts.find_task(tasks, task)
    card = next(each for each in page_tasks.make_cards(tasks, one.kind, office().day()) if each.id == task)
    after = task_acts.following(tasks, task)
    return render_template(
        "card.html", job=found, card=card, mode=request.args.get("mode", ""), fields=FIELDS, next=after.id if after else "",
        meeting=full_day(tasks.meeting_date), cuts=_cuts(card) if request.args.get("mode") == "split" else [],
    )  # fmt: skip


@view.post("/<job>/turn")
def turn(job: str) -> ResponseReturnValue:
    """Turn a sentence into a task or out of the list."""
    number = read_number(request.form.get("number", ""))
    return _act(job, "列入或移出一句", lambda tasks, original: task_acts.turn(tasks, original(), number))


@view.post("/<job>/out")
def take_out(job: str) -> ResponseReturnValue:
    """Take a task out of the list."""
    task = request.form.get("task", "")
    found = workspace().job(job, "speech").knows("tasks")
    one = task_acts.find_task(task_acts.unpack(found.state["tasks"]), task)
    return _act(job, f"移出 {task}“{one.text[:8]}……”", lambda tasks, _: task_acts.take_out(tasks, task))


@view.post("/<job>/in")
def take_in(job: str) -> ResponseReturnValue:
    """Make a task of a general requirement."""
    task = request.form.get("task", "")
    return _act(job, f"列入 {task}", lambda tasks, _: task_acts.take_in(tasks, task))


@view.post("/<job>/edit")
def edit(job: str) -> ResponseReturnValue:
    """Change a task or confirm what was suggested for it; another window's change is shown, never overwritten."""
    changes = {name: value.strip() for name, value in request.form.items() if name in page_tasks.COLUMNS}
    task, confirm = request.form.get("task", ""), request.form.get("confirm") == "yes"
    found = workspace().job(job, "speech").knows("tasks")
    seen = request.form.get("seen", "")
    now = task_acts.find_task(task_acts.unpack(found.state["tasks"]), task)
    if seen and not request.form.get("force") and page_tasks.seen_mark(now) != seen:
        return _conflict(found, task, changes)
    words = f"确认 {task}" if confirm else f"改 {task}"
    return _act(
        job, words, lambda tasks, _: task_acts.edit(tasks, task, changes, confirm=confirm), focus=f"t-{task}"
    )


@view.post("/<job>/confirm")
def confirm_all(job: str) -> ResponseReturnValue:
    """Confirm every suggestion."""
    return _act(job, "都确认", lambda tasks, _: page_tasks.confirm_all(tasks))


@view.post("/<job>/add")
def add(job: str) -> ResponseReturnValue:
    """Make a task of chosen words."""
    found = workspace().job(job, "speech").knows("tasks")
    start, end = read_number(request.form.get("start", "")), read_number(request.form.get("end", ""))
    text, extract = found.state["text"], speeches.extract(found, office())
    return _act(
        job,
        f"列入“{text[start:end][:8]}……”",
        lambda tasks, _: task_acts.add(tasks, text, start, end, extract),
    )


@view.post("/<job>/split")
def split(job: str) -> ResponseReturnValue:
    """Make two tasks of one."""
    task, at = request.form.get("task", ""), read_number(request.form.get("at", ""))
    return _act(job, f"拆 {task}", lambda tasks, _: task_acts.split(tasks, task, at), focus=f"t-{task}")


@view.post("/<job>/merge")
def merge(job: str) -> ResponseReturnValue:
    """Make one task of one and the next."""
    task = request.form.get("task", "")
    text = workspace().job(job, "speech").knows("tasks").state["text"]
    return _act(job, f"并入 {task}", lambda tasks, _: task_acts.merge(tasks, text, task), focus=f"t-{task}")


@view.post("/<job>/meeting")
def meeting(job: str) -> ResponseReturnValue:
    """Take the meeting's day and the speaker's name."""
    found = workspace().job(job, "speech").knows("tasks")
    day = read_spoken_day(request.form.get("day", ""), office().day())
    speaker = request.form.get("speaker", "").strip()
    said = []
    if speaker != found.state.get("speaker", ""):
        found.change(lambda state: state.update(speaker=speaker), act="写讲话人")
        said.append("讲话人记下了，全套文件都用")
    if (day.isoformat() if day else "") != found.state.get("day", ""):
        said.append(f"{speeches.change_day(found, office(), day)} 个到期日跟着变了")
    return redirect(
        url_for("speech.open_job", job=found.id, said="；".join(said) or None, undo="1" if said else None)
    )


@view.post("/<job>/replace")
def replace(job: str) -> ResponseReturnValue:
    """Replace words in the whole text, or at one place."""
    found = workspace().job(job, "speech").knows("tasks")
    words, instead = request.form.get("find", ""), request.form.get("instead", "")
    at = request.form.get("at", "")
    count = speeches.replace_words(found, office(), words, instead, read_number(at) if at else None)
    said = f"换了 {count} 处“{words[:10]}”" if count else f"没有“{words[:10]}”要换"
    return redirect(url_for("speech.open_job", job=found.id, said=said, undo="1" if count else None))


@view.post("/<job>/ledger")
def to_ledger(job: str) -> BaseResponse:
    """Enter the tasks into the ledger; the batch can be taken back."""
    found = workspace().job(job, "speech").knows("tasks")
    tasks = task_acts.unpack(found.state["tasks"])
    batch = workspace().open_job(PASSING)
    entered = enter_batch(
        office(), from_tasks(tasks, found.state["source"], tasks.source.sha256), batch.folder
    )
    batch.save(files=[], begun={"jobs": [], "imports": [entered]}, wrong=[])
    return redirect(url_for("ledger.show", batch=batch.id))


def _cuts(card: page_tasks.Card) -> list[tuple[str, int]]:
    """Give the clauses of a card, each with the place in the speech where it ends."""
    found, at = [], 0
    for piece in re.findall(r"[^，；。、：]*[，；。：、]?", card.text):
        if piece:
            at += len(piece)
            found.append((piece, card.start + at))
    return found


def _conflict(job: OfficeWork, task: str, changes: dict[str, str]) -> ResponseReturnValue:
    """Show this window's version of a task beside the other's; nothing is written."""
    tasks = task_acts.unpack(job.state["tasks"])
    other = page_tasks.make_cards(tasks)
    theirs = next((one for one in other if one.id == task), None)
    mine = task_acts.edit(tasks, task, changes)
    ours = next((one for one in page_tasks.make_cards(mine) if one.id == task), None)
    past = job.state.get("past", [])
    html = render_template(
        "conflict.html",
        job=job,
        task=task,
        mine=ours,
        theirs=theirs,
        changes=changes,
        at=past[-1]["at"] if past else "",
    )
    return jsonify({"conflict": html}), 409


def _act(job: str, words: str, function: Any, *, focus: str = "") -> ResponseReturnValue:
    """Do something to the list and give what the page shows of it anew: changed cards, changed sentences, the counts."""
    found = workspace().job(job, "speech").knows("tasks")
    before, after = speeches.act(found, words, function)
    text, day = found.state["text"], office().day()
    parts = {
        "filters": render_template("filters.html", **_counted(after)),
        "acts": render_template("speech_acts.html", job=found),
    }
    changed = page_tasks.changed_cards(before, after, day)
    if changed is None:
        parts["cards"] = render_template("cards.html", **_listed(found, after))
    else:
        parts |= {
            one.dom: render_template(
                "card.html", job=found, card=one, mode="", next="x", meeting="", fields=FIELDS
            )
            for one in changed
        }
    for piece in page_tasks.changed_pieces(text, before, after):
        parts[piece.dom] = render_template("sentence.html", piece=piece)
    return jsonify({"parts": parts, "toast": words, "undo": True, "focus": focus, "version": found.version})


def _busy(job: OfficeWork) -> str:
    state = job.state
    return render_template(
        "speech_busy.html",
        job=job,
        text=state["text"],
        run=state.get("run") or {},
        said=_said(job, len(state["text"])),
        percent=_guess(job),
    )


def _guess(job: OfficeWork) -> int:
    """Give how far the search should be, in per cent: it cannot tell itself."""
    run = job.state.get("run") or {}
    if not run.get("begun"):
        return 0
    passed = (workspace().now() - datetime.fromisoformat(run["begun"])).total_seconds()
    return min(95, round(100 * passed * speeches.SPEED / max(1, int(run.get("chars", 1)))))


def _said(job: OfficeWork, chars: int) -> str:
    left = max(1, round(chars / speeches.SPEED * (100 - _guess(job)) / 100))
    return f"{chars:,} 字，大约还要 {left} 秒"


def _counted(tasks: TaskList) -> dict[str, Any]:
    return {"counts": asdict(page_tasks.count(tasks)), "units": page_tasks.owners_of(tasks)}


def _listed(job: OfficeWork, tasks: TaskList) -> dict[str, Any]:
    day = office().day()
    return {
        "job": job,
        "sections": page_tasks.sections(page_tasks.make_cards(tasks, today=day), tasks),
        "rules": page_tasks.make_cards(tasks, "requirement", day),
        "rejected": page_tasks.rejected(tasks),
        "unexpanded": [item.text for item in tasks.open if item.kind == "unexpanded"],
        "checks": [item.text.strip() for item in tasks.open if item.kind == "check"],
        "withdrawn": [item.text.strip() for item in tasks.open if item.kind == "withdrawn"],
        "meeting": "",
        "fields": FIELDS,
        **_counted(tasks),
    }


def _page(job: OfficeWork) -> str:
    state = job.state
    tasks = task_acts.unpack(state["tasks"])
    day = tasks.meeting_date
    dated = [
        (task.id, task.due.text, task.due.date)
        for task in tasks.lines()
        if task.due and task.due.date and "deadlines" not in task.typed
    ]
    return render_template(
        "speech_tasks.html", name=state["source"], title=state.get("title") or "讲话", paragraphs=page_tasks.paragraphs(state["text"], tasks),
        day=day, dated=dated, stated=_date(state.get("stated", "")), speaker=state.get("speaker", ""), covered="**" in state["text"] or "××" in state["text"],
        printed=page_tasks.make_cards(tasks, today=office().day()), **_listed(job, tasks),
    )  # fmt: skip


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
