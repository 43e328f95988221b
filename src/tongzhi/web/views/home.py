"""The first screen: drop anything, go on with what was begun, begin something, put away and bring back."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import InputError, TongzhiError
from tongzhi.ledger.overdue import list_due
from tongzhi.web import drops
from tongzhi.web.app import office
from tongzhi.web.book import has_book, open_book
from tongzhi.web.guess import ICONS, KINDS
from tongzhi.web.look import full_day
from tongzhi.web.pages import ICON_OF, PAGES, RAIL
from tongzhi.web.profile import office_faults, office_name, save_office
from tongzhi.web.words import say_all
from tongzhi.web.workspace import workspace

view = Blueprint("home", __name__)
SKIPPED = "tongzhi_skipped"
LISTED = 30


@view.app_context_processor
def pages() -> dict[str, Any]:
    """Give every page the places of the rail."""
    return {"rail": RAIL}


@view.get("/")
def show() -> str:
    """Show the first screen."""
    return _home()


@view.post("/office")
def set_up() -> BaseResponse:
    """Keep the office's name and address list in its profile."""
    job = workspace().open_job("office")
    upload = request.files.get("address_list")
    listed = job.keep_upload(upload) if upload and upload.filename else None
    save_office(office(), request.form.get("office_name", ""), listed)
    return redirect(url_for("home.show"))


@view.get("/office/skip")
def skip() -> BaseResponse:
    """Don't ask again in this browser."""
    answer: Response = redirect(url_for("home.show"))  # type: ignore[assignment]
    answer.set_cookie(SKIPPED, "1", httponly=True, samesite="Strict", max_age=30 * 24 * 3600)
    return answer


@view.post("/drop")
def take() -> BaseResponse:
    """Take any files, look at what they are and ask; nothing is begun yet."""
    uploads = [one for one in request.files.getlist("file") if one.filename]
    text = request.form.get("text", "").strip()
    if not uploads and not text:
        abort(400, "没有选文件。")
    job = workspace().open_job(drops.PASSING)
    for upload in uploads:
        job.keep_upload(upload)
    if text:
        job.new_source(f"{_first_words(text)}.txt").write_text(text, encoding="utf-8", newline="")
    drops.look_at(job, office())
    return redirect(url_for("home.ask", job=job.id))


@view.get("/drop/<job>")
def ask(job: str) -> str:
    """Ask what the dropped files are."""
    return _home(drop=workspace().job(job, drops.PASSING))


@view.post("/drop/<job>")
def begin(job: str) -> ResponseReturnValue:
    """Begin what the user has confirmed."""
    found = workspace().job(job, drops.PASSING)
    rows = found.state["files"]
    chosen = {row["name"]: request.form.get(f"kind-{number}", "") for number, row in enumerate(rows)}
    days = {row["name"]: request.form.get(f"day-{number}", "") for number, row in enumerate(rows)}
    try:
        made = drops.begin(found, office(), workspace(), chosen, days)
    except InputError as error:
        return _home(drop=found, problems=say_all(error.problems), chosen=chosen, days=days), 422
    found.save(begun={"jobs": made.jobs, "imports": made.imports}, wrong=made.wrong)
    if len(made.jobs) + len(made.imports) == 1 and not made.wrong and made.jobs:
        kind, _, name = made.first.partition(":")
        return redirect(url_for(f"{kind}.open_job", job=name))
    if made.imports and not made.jobs and not made.wrong:
        return redirect(url_for("ledger.show", batch=found.id))
    if made.first == "settings:" and not made.wrong:
        return redirect(url_for("settings.show"))
    return redirect(url_for("home.show", batch=found.id))


@view.post("/drop/<job>/back")
def take_back(job: str) -> BaseResponse:
    """Undo what was begun with a drop."""
    stays = drops.take_back(workspace().job(job, drops.PASSING), office(), workspace())
    return redirect(url_for("home.show", stays="；".join(stays)) if stays else url_for("home.show"))


@view.post("/trash/<job>")
def put_away(job: str) -> BaseResponse:
    """Put a piece of work into the trash."""
    workspace().job(job, "").put_away()
    return redirect(url_for("home.show", gone=job))


@view.post("/trash/<job>/back")
def bring_back(job: str) -> BaseResponse:
    """Bring a piece of work back from the trash."""
    workspace().job(job, "").bring_back()
    return redirect(url_for("home.show"))


@view.get("/trash")
def trash() -> str:
    """Show what was put away."""
    return render_template(
        "trash.html", works=workspace().works(trashed=True), icon_of=ICON_OF, today=office().day()
    )


def _first_words(text: str) -> str:
    return re.sub(r"\s+", "", text)[:20] or "粘贴的文字"


def _due_today() -> int:
    """Give how many items of the ledger are late or due today."""
    if not has_book(office()):
        return 0

    day = office().day()
    try:
        with open_book(office()) as book, book.reading() as conn:
            return len(list_due(conn, day, day))
    except TongzhiError:
        return 0


def _home(**more: Any) -> str:
    space, day = workspace(), office().day()
    works = space.works()
    batch = request.args.get("batch", "")
    begun = None
    if batch:
        begun = space.job(batch, drops.PASSING).state
    gone = request.args.get("gone", "")
    return render_template(
        "home.html", office_faults=office_faults(office()), office_name=office_name(office()), skipped=request.cookies.get(SKIPPED, ""), works=works[:LISTED], all_works=len(works),
        trashed=len(space.works(trashed=True)), ways=PAGES, icon_of=ICON_OF, today=day, heading=full_day(day).partition("年")[2].replace("（", "，").replace("）", ""),
        due=_due_today(), kinds=KINDS, kind_icons=ICONS, begun=begun, batch=batch, gone=gone, stays=request.args.get("stays", ""), place=f"{space.folder.name}/{day.year}年", **more,
    )  # fmt: skip
