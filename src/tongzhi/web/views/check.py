"""Check: findings beside the page, accepted one by one, by kind or all, before and after, the original untouched."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.web import checking
from tongzhi.web.workspace import OfficeWork, workspace

view = Blueprint("check", __name__, url_prefix="/check")


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
    with workspace().trying(job):
        checking.check_paper(job)
    return redirect(url_for("check.open_job", job=job.id))


@view.get("/<job>")
def open_job(job: str) -> str:
    """Show the findings beside the page."""
    found = workspace().job(job, "check")
    state = found.state if "findings" in found.state else checking.check_paper(found)
    return _page(found, state)


@view.post("/<job>/accept")
def accept(job: str) -> BaseResponse:
    """Accept findings, ignore them or take it back; the result is made anew from the original."""
    found = workspace().job(job, "check").knows("findings")
    form, rows = request.form, found.state["findings"]
    accepted = set(found.state["accepted"])
    if "fix_text" in form and "key" not in form and "group" not in form and "all" not in form:
        on = form.get("fix_text") == "yes"
        found.change(lambda state: state.update(fix_text=on), act="标点也一起改" if on else "不改标点")
        checking.format_accepted(found)
    elif form.get("all"):
        keys = [row["key"] for row in rows if row["repairable"]]
        left = [key for key in keys if key not in found.state.get("ignored", [])]
        checking.choose(
            found,
            left if form["all"] == "yes" else keys,
            "accept" if form["all"] == "yes" else "back",
            "都采纳" if form["all"] == "yes" else "都不采纳",
        )
    elif form.get("group"):
        keys = [row["key"] for row in rows if row["group"] == form["group"] and row["repairable"]]
        checking.choose(found, keys, "accept", f"“{form['group']}”都采纳")
    else:
        key = form.get("key", "")
        what = form.get("what") or ("back" if key in accepted else "accept")
        row = next((one for one in rows if one["key"] == key), None)
        words = {"accept": "采纳", "ignore": "忽略", "back": "撤回"}.get(what, "采纳")
        checking.choose(found, [key], what, f"{words} {row['number'] if row else ''}")
    return redirect(url_for("check.open_job", job=found.id))


@view.get("/<job>/spots")
def spots(job: str) -> ResponseReturnValue:
    """Tell where findings stand on the pictures."""
    return jsonify(checking.spots(workspace().job(job, "check").knows("findings")))


def _page(job: OfficeWork, state: dict[str, Any]) -> str:
    accepted, ignored = set(state["accepted"]), set(state.get("ignored", []))
    rows = [
        {**row, "accepted": row["key"] in accepted, "ignored": row["key"] in ignored, "group": row.get("group", "其他"), "number": row.get("number", at)}
        for at, row in enumerate(state["findings"], 1)
    ]  # fmt: skip
    groups = [
        (name, icon, [row for row in rows if row["group"] == name])
        for name, (icon, _) in checking.GROUPS.items()
    ]
    seen = request.args.get("see", "")
    return render_template(
        "check_result.html", job=job, state=state, rows=rows, groups=[group for group in groups if group[2]], before=checking.BEFORE,
        after=bool(state.get("after")) and seen != "before", see=seen,
    )  # fmt: skip
