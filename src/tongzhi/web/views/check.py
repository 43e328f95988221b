"""Check: findings beside the page, accepted one by one or all, before and after, the original untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.web.app import office
from tongzhi.web.profile import load_office
from tongzhi.web.words import plain
from tongzhi.web.workspace import Job, workspace

if TYPE_CHECKING:
    from tongzhi.model.finding import Finding

view = Blueprint("check", __name__, url_prefix="/check")
BEFORE = "原件.docx"


@view.get("")
def show() -> str:
    """Ask for a document."""
    return render_template("check.html")


@view.post("")
def take() -> BaseResponse:
    """Take a document."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        abort(400, "没有选文件。")
    job = workspace().open_job("check")
    job.save(source=job.keep_upload(upload).name)
    return redirect(url_for("check.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show the findings beside the page."""
    found = workspace().job(job, "check")
    state = found.state if "findings" in found.state else _check(found)
    accepted = set(state["accepted"])
    rows = [{**row, "accepted": row["key"] in accepted} for row in state["findings"]]
    return render_template("check_result.html", job=found, state=state, rows=rows, before=BEFORE)


@view.post("/<job>/accept")
def accept(job: str) -> BaseResponse:
    """Accept one finding, all of them, or take it back; the result is made anew from the original."""
    found = workspace().job(job, "check").knows("findings")
    key, everything = request.form.get("key", ""), request.form.get("all", "")

    def change(state: dict[str, Any]) -> None:
        keys = [row["key"] for row in state["findings"] if row["repairable"]]
        accepted = set(state["accepted"])
        if everything:
            accepted = set(keys) if everything == "yes" else set()
        elif key in keys:
            accepted ^= {key}
        state["accepted"] = [one for one in keys if one in accepted]
        state["fix_text"] = request.form.get("fix_text", "yes" if state.get("fix_text") else "") == "yes"

    found.change(change)
    _format(found)
    return redirect(url_for("check.open_job", job=found.id) + "#findings")


def _key(finding: Finding) -> str:
    return f"{finding.rule}|{finding.place.paragraph or 0}|{finding.place.field or ''}|{finding.found}"


def _check(job: Job) -> dict[str, Any]:
    """Check the document and keep what was found."""
    from tongzhi.check.knowledge import read_house
    from tongzhi.check.run import check, read_source
    from tongzhi.model.finding import LEVEL_WORDS

    data, _ = read_source(job.source)
    (job.out / BEFORE).write_bytes(data)
    standard, knowledge = read_house(load_office(office()))
    rows = [
        {
            "key": _key(finding),
            "level": finding.level,
            "word": LEVEL_WORDS[finding.level],
            "where": f"第{finding.place.paragraph}段"
            if finding.place.paragraph
            else (finding.place.field or "全文"),
            "found": plain(finding.found),
            "instead": plain(finding.instead),
            "text": finding.text[:80],
            "clause": f"{finding.source} {finding.clause}".strip(),
            "repairable": finding.repairable,
        }
        for finding in check(data, name=job.source.name, standard=standard, knowledge=knowledge)
    ]
    job.save(findings=rows, accepted=[], fix_text=False, changes=[])
    return job.state


def _format(job: Job) -> None:
    """Make the document with what was accepted; the dropped file stays as it is."""
    from tongzhi.check.knowledge import read_house
    from tongzhi.check.repair import format_document

    state = job.state
    name = f"{job.source.stem}.公文.docx"
    wanted = set(state["accepted"])
    if not wanted and not state["fix_text"]:
        job.file(f"out/{name}").unlink(missing_ok=True)
        job.save(after="", changes=[])
        return
    standard, knowledge = read_house(load_office(office()))
    whole = wanted == {row["key"] for row in state["findings"] if row["repairable"]}
    made = format_document(
        (job.out / BEFORE).read_bytes(),
        name=job.source.name,
        standard=standard,
        knowledge=knowledge,
        fix_text=state["fix_text"],
        only=None if whole else (lambda finding: _key(finding) in wanted),
    )
    (job.out / name).write_bytes(made.data)
    changes = [f"第{one.paragraph}段：“{one.found}”改为“{one.instead or '（删去）'}”" for one in made.changes]
    job.save(after=name, changes=changes, left=len(made.left))
