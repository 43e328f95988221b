"""Files and page pictures of a piece of work; undo and redo; whether another window has changed it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.web import merging
from tongzhi.web.downloads import send_download
from tongzhi.web.preview import page_html, page_pictures
from tongzhi.web.remake import remake
from tongzhi.web.workspace import OfficeWork, workspace

view = Blueprint("work", __name__, url_prefix="/work")


@view.get("/<job>/file/<path:name>")
def download(job: str, name: str) -> Response:
    """Give a result of a job; nothing else of the machine can be asked for."""
    path = _result(workspace().job(job, ""), name)
    return send_download(path, path.name)


@view.get("/<job>/input/<path:name>")
def original(job: str, name: str) -> Response:
    """Give a file as it was dropped."""
    found = workspace().job(job, "")
    path = found.file(f"{found.inputs.name}/{name}")
    if not path.is_file() or found.inputs.resolve() not in path.parents:
        abort(404)
    return send_download(path, path.name)


@view.get("/<job>/pages/<path:name>")
def pages(job: str, name: str) -> str:
    """Show a result of a job as pages."""
    found = workspace().job(job, "")
    path = _result(found, name)
    if path.suffix != ".docx":
        abort(404)
    pictures = [] if request.args.get("quick") else page_pictures(path, found.pages)
    shown = [str(picture.relative_to(found.pages)) for picture in pictures]
    html = "" if shown else page_html(path.read_bytes())
    return render_template(
        "pages.html", job=found.id, pictures=shown, html=html, name=path.stem, quick=request.args.get("quick")
    )


@view.get("/<job>/picture/<path:name>")
def picture(job: str, name: str) -> Response:
    """Give the picture of one page."""
    found = workspace().job(job, "")
    path = (found.pages / name).resolve()
    if not path.is_file() or path.suffix != ".png" or found.pages.resolve() not in path.parents:
        abort(404)
    return send_file(path, mimetype="image/png")


@view.get("/<job>/version")
def version(job: str) -> ResponseReturnValue:
    """Tell how often the work was changed."""
    return jsonify({"version": workspace().job(job, "").version})


@view.post("/<job>/undo")
def undo(job: str) -> BaseResponse:
    """Undo the last act."""
    found = workspace().job(job, "")
    return _back(found, found.undo(), "撤销了：{}")


@view.post("/<job>/redo")
def redo(job: str) -> BaseResponse:
    """Do again what was undone."""
    found = workspace().job(job, "")
    return _back(found, found.redo(), "又做了：{}")


@view.post("/<job>/other")
def other(job: str) -> BaseResponse:
    """Settle a field that two windows wrote: take what the other one had, or leave it as it stands."""
    found = workspace().job(job, "")
    theirs = "take" in request.form
    place = request.form.get("take" if theirs else "leave", "")
    label = place.partition(".")[2]
    found.change(
        lambda state: merging.choose(state, place, theirs=theirs),
        act=f"用另一个窗口的“{label}”" if theirs else f"“{label}”照现在的",
    )
    return _back(found, None, "")


def _result(job: OfficeWork, name: str) -> Path:
    path = job.result(name)
    if not path.is_file() or job.out.resolve() not in path.parents:
        abort(404)
    return path


def _back(job: OfficeWork, done: str | None, words: str) -> BaseResponse:
    """Go back to the page the act was undone from, which tells what it was."""
    remake(job)
    place = urlsplit(request.headers.get("Referer", "")).path
    target = place if job.id in place else url_for(f"{job.meta['kind']}.open_job", job=job.id)
    return redirect(f"{target}?{'said=' + quote(words.format(done)) if done else ''}".rstrip("?"))
