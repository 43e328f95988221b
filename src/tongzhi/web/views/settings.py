"""Settings: the office, its address list, leaders, short names, rooms, faces, house style, where it all lies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.diagnosis import diagnose
from tongzhi.errors import InputError, Problem
from tongzhi.papers.profile import Profile
from tongzhi.web.app import office
from tongzhi.web.form import make_controls, read_posted
from tongzhi.web.look import THEME
from tongzhi.web.profile import (
    change_profile,
    has_before,
    office_faults,
    profile_path,
    put_aside,
    raw_values,
    set_units,
    take_back_profile,
)
from tongzhi.web.words import say_all
from tongzhi.web.workspace import workspace

view = Blueprint("settings", __name__, url_prefix="/settings")
PARTS = {
    "office": ("本单位", "building", ("name", "issuers", "contact")),
    "units": ("通讯录和简称", "people", ("units",)),
    "leaders": ("领导和分工", "person", ("leaders",)),
    "rooms": ("会议室", "seat", ("rooms",)),
    "style": ("字体和写法", "edit", ("faces", "format", "region")),
    "words": ("责任单位对照", "words", ("owners",)),
    "machine": ("这台电脑", "shield", ()),
    "place": ("放在哪里", "folder", ()),
    "look": ("外观", "sun", ()),
}
"""The parts of the page: name, icon, fields of the profile."""


@view.get("")
@view.get("/<part>")
def show(part: str = "office") -> str:
    """Show one part."""
    return _page(part)


@view.post("/<part>")
def keep(part: str) -> ResponseReturnValue:
    """Keep what was changed in a part."""
    if part not in PARTS:
        abort(404)
    values = read_posted(Profile, request.form.items(multi=True), office().day())
    asked = {control.shape.label for control in make_controls(Profile, {}, names=PARTS[part][2])[0]}
    try:
        change_profile(office(), {label: values.get(label) for label in asked})
    except InputError as error:
        return _page(part, values, error.problems), 422
    return redirect(url_for("settings.show", part=part, said="已存，以后出的文件都用新的"))


@view.post("/units/file")
def take_units() -> BaseResponse:
    """Take an address list."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        abort(400, "没有选通讯录。")
    job = workspace().open_job("office")
    count = set_units(office(), job.keep_upload(upload))
    return redirect(url_for("settings.show", part="units", said=f"通讯录换成了 {count} 个单位"))


@view.post("/back")
def back() -> BaseResponse:
    """Undo the last change of the settings; asked again, it is done again."""
    done = take_back_profile(office())
    return redirect(
        url_for(
            "settings.show",
            part=request.form.get("part", "office"),
            said="换回上一版了" if done else "没有上一版",
        )
    )


@view.post("/aside")
def aside() -> BaseResponse:
    """Put a profile that cannot be read aside, so that work goes on; the file stays beside."""
    name = put_aside(office())
    return redirect(url_for("home.show", said=f"放在一边了，改名叫“{name}”" if name else None))


def _page(part: str, values: dict[str, Any] | None = None, problems: list[Problem] | None = None) -> str:
    if part not in PARTS:
        abort(404)
    told: list[str] = []
    try:
        known = raw_values(office())
    except InputError as error:
        known, told = {}, say_all(error.problems)
    controls, rest = make_controls(
        Profile, {**known, **(values or {})}, names=PARTS[part][2], problems=problems or []
    )
    path = profile_path(office())
    return render_template(
        "settings.html", parts=PARTS, part=part, controls=controls, problems=[*told, *rest], failed=bool(problems), profile=path,
        faults=office_faults(office()), before=has_before(office()), machine=_machine() if part == "machine" else [], folder=workspace().folder, theme_now=request.cookies.get(THEME, ""),
    )  # fmt: skip


def _machine() -> list[Any]:
    """Give what this machine has, with advice that needs no terminal."""
    advice = "右键字体文件，点“安装”；或者在“字体和写法”里换成这台电脑上有的字体"
    return [
        replace(one, advice=advice) if one.name.startswith("字体") and one.advice else one
        for one in diagnose()
        if one.name != "终端文字"
    ]
