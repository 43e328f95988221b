"""定稿单 and papers: what must be decided, then what was made, never called done before it can be sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tongzhi.errors import InputError
from tongzhi.papers.meeting import Meeting
from tongzhi.web import merging, papers_of, task_acts
from tongzhi.web import tasks as page_tasks
from tongzhi.web.app import office
from tongzhi.web.form import Control, make_controls, read_posted
from tongzhi.web.workspace import OfficeWork, workspace

NEEDED = ("chair", "speaker", "main_venue", "start", "issuer", "contact")
"""What is tinted as long as it is empty."""
view = Blueprint("papers", __name__, url_prefix="/speech")


@view.get("/<job>/papers")
def final(job: str) -> str:
    """Ask for what the speech does not say, what must be decided, and which papers are wanted."""
    found = workspace().job(job, "speech").knows("tasks")
    return _final(found)


@view.post("/<job>/final")
def keep(job: str) -> ResponseReturnValue:
    """Keep what is being typed and decided."""
    found = workspace().job(job, "speech").knows("tasks")
    field = request.form.get("kept", "")
    values = _posted(found)
    version, at = merging.seen(), workspace().now().isoformat()
    label = merging.label_of(Meeting, field)

    def change(state: dict[str, Any]) -> None:
        name, _, key = field.partition(".")
        if name in ("own", "choice"):
            given = request.form.get(field, "").strip()
            merging.take(state, "answers", {key: given}, [key], version, at)
        elif field == "paper":
            state["wanted"] = values["wanted"]
        elif label is not None:
            merging.take(state, "meeting", values["meeting"], [label], version, at)
            gone = {label} if label in values["cleared"] else set()
            state["cleared"] = sorted({*state.get("cleared", ())} - {label} | gone)
        else:  # without the page's script the form comes whole
            _take_all(state, values, version)

    found.change(change, act="改定稿单", merge=f"final:{field}")
    found.tell(3, 4, "定稿单没填完")
    return redirect(url_for("papers.final", job=found.id))


@view.post("/<job>/papers")
def make(job: str) -> ResponseReturnValue:
    """Make the papers."""
    found = workspace().job(job, "speech").knows("tasks")
    values = _posted(found)
    upload = request.files.get("roster")
    if upload is not None and upload.filename:
        found.save(roster=found.keep_upload(upload).name)
    version = merging.seen()
    found.change(lambda state: _take_all(state, values, version), act="改定稿单")
    if not values["wanted"]:
        return _final(found, notes=["请至少选一种文件。"]), 422
    try:
        papers_of.make(
            found,
            office(),
            found.state["meeting"],
            values["wanted"],
            early=request.form.get("early") == "yes",
        )
    except InputError as error:
        return _final(found, problems=error.problems), 422
    if not found.state["files"]:
        return _final(found, notes=["选的文件一份也出不来。通报要有县区名单：在下面填县区，或给名册。"]), 422
    return redirect(url_for("papers.done", job=found.id))


@view.get("/<job>/done")
def done(job: str) -> str:
    """Show what was made."""
    found = workspace().job(job, "speech")
    if "files" not in found.state:
        abort(404)
    made = papers_of.made_papers(found)
    shown = request.args.get("paper", "")
    chosen = next(
        (one for one in made if one.name == shown), next((one for one in made if one.kind == "Word"), made[0])
    )
    return render_template(
        "papers.html", job=found, state=found.state, made=made, chosen=chosen, archive=papers_of.ARCHIVE,
        lacking=[one for one in made if one.lacks], total=sum(one.count for one in made),
        must=[one for one in found.state.get("decisions", []) if one["must"] and not one["answer"]],
    )  # fmt: skip


def _take_all(state: dict[str, Any], values: dict[str, Any], version: int) -> None:
    merging.take_all(state, "meeting", values["meeting"], version)
    merging.take_all(state, "answers", values["answers"], version)
    state["wanted"] = values["wanted"]
    state["cleared"] = [label for label in values["cleared"] if label not in state["meeting"]]


def _posted(job: OfficeWork) -> dict[str, Any]:
    form = request.form
    shown = papers_of.meeting_values(job, office())
    meeting = read_posted(Meeting, form.items(multi=True), office().day())
    answers = {}
    for key in form.getlist("decision"):
        own = form.get(f"own.{key}", "").strip()
        answers[key] = own or form.get(f"choice.{key}", "").strip()
    return {
        "meeting": meeting,
        # what was offered and then emptied by hand stays empty, it is not filled in again behind the user's back
        "cleared": sorted(({*shown} | {*job.state.get("cleared", ())}) - {*meeting}),
        "wanted": form.getlist("paper"),
        "answers": answers,
    }


def _final(job: OfficeWork, *, problems: Any = (), notes: Any = ()) -> str:
    state = job.state
    tasks = task_acts.unpack(state["tasks"])
    controls, rest = make_controls(Meeting, papers_of.meeting_values(job, office()), problems=problems)
    merging.show_others(controls, state, "meeting")
    main, sent = _in_order(controls, papers_of.ASKED), _in_order(controls, papers_of.SENT)
    more = [one for one in controls if one not in (*main, *sent)]
    for control in (*main, *sent):
        control.brief = True
        control.wide = control.shape.name == "meeting_name"
        control.lacking = not control.is_filled and control.shape.name in NEEDED
    ahead = papers_of.look_ahead(job, office())
    meeting = next((one for one in ahead.asked if one.key == papers_of.MEETING), None)
    asked = [one for one in ahead.asked if one is not meeting]
    numbers = {one.key: number for number, one in enumerate(sorted(asked, key=lambda one: not one.must), 2)}
    must = [one for one in asked if one.must]
    left = [(numbers[one.key], one) for one in must if not one.answer]
    if meeting is not None and meeting.must:
        left.insert(0, (1, meeting))
    settled = sum(bool(one.answer) for one in asked) + (meeting is None)
    return render_template(
        "final.html", job=job, title=state.get("title") or "讲话", main=main, sent=sent, more=more, problems=[*rest, *notes], failed=bool(problems), papers=papers_of.PAPERS,
        wanted=state.get("wanted", list(papers_of.USUAL)), must=must, may=[one for one in asked if not one.must], left=left, numbers=numbers, meeting=meeting,
        lacks=papers_of.lacking_of(papers_of.PAPERS, left), wrong=ahead.wrong, will=ahead.counts, settled=settled, total=len(asked) + 1, counts=page_tasks.count(tasks),
    )  # fmt: skip


def _in_order(controls: list[Control], names: Sequence[str]) -> list[Control]:
    return sorted(
        (one for one in controls if one.shape.name in names), key=lambda one: names.index(one.shape.name)
    )
