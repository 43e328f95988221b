"""Files dropped together: what each is, what the user says it is, and the work that is begun with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongzhi.desk.grids import read_grids
from tongzhi.errors import TongzhiError
from tongzhi.web.book import take_out
from tongzhi.web.guess import KINDS, recognise
from tongzhi.web.posted import read_spoken_day
from tongzhi.web.profile import load_office
from tongzhi.web.words import say_all

if TYPE_CHECKING:
    from tongzhi.web.office import Office
    from tongzhi.web.workspace import OfficeWork, Workspace

PASSING = "drop"
"""The kind of the passing job that holds dropped files until the user has said what they are."""


def look_at(job: OfficeWork, office: Office) -> None:
    """Note what each dropped file seems to be; nothing else is touched."""
    profile = load_office(office)
    allow = bool(profile and profile.secret_machine)
    rows = []
    for path in sorted(job.inputs.iterdir()):
        guess = recognise(path, allow_secret=allow)
        if guess.kind == "secret":
            path.unlink()
        rows.append(
            {
                "name": path.name,
                "kind": guess.kind,
                "why": guess.why,
                "choices": list(guess.choices),
                "day": guess.day.isoformat() if guess.day else "",
            }
        )
    job.save(files=rows)


@dataclass(slots=True)
class Begun:
    """What was begun with dropped files: the works, the batches entered in the ledger, and what could not be taken."""

    jobs: list[str]
    imports: list[dict[str, Any]]
    wrong: list[str]
    first: str = ""


def begin(
    drop: OfficeWork, office: Office, space: Workspace, chosen: Mapping[str, str], days: Mapping[str, str]
) -> Begun:
    """Begin the work that the user has confirmed.

    Args:
        drop: the passing job with the files.
        office: where the page works.
        space: where work is kept.
        chosen: for each file, one of `guess.KINDS`.
        days: for speeches, the meeting's day as typed.
    """
    made = Begun([], [], [])
    replies: list[Path] = []
    versions: list[Path] = []
    for row in drop.state["files"]:
        kind, path = chosen.get(row["name"], ""), drop.inputs / row["name"]
        if kind not in KINDS or kind == "none" or not path.is_file():
            continue
        if kind == "desk":
            replies.append(path)
        elif kind == "compare":
            versions.append(path)
        else:
            _begin_one(
                drop,
                kind,
                path,
                read_spoken_day(days.get(row["name"], ""), office.day()),
                office,
                space,
                made,
            )
    if versions:
        _begin_comparison(versions, space, made)
    if replies:
        job = space.begin_job("desk", _meeting_of(replies) or f"回执 {len(replies)} 份")
        job.save(files=[job.keep_file(path).name for path in replies], notice="")
        made.jobs.append(job.id)
        made.first = made.first or f"desk:{job.id}"
    return made


_ASKED_TO = re.compile(
    r"([一-鿿\d、，—“”（）]{2,40}?(?:会议?|培训班?|演练))的?(?:参会|参加|报名|与会)?(?:人员)?回执"
)


def _meeting_of(replies: list[Path]) -> str:
    """Give the meeting that a form of replies names in its heading; empty when none of the first ones does."""
    for path in replies[:5]:
        try:
            grids = read_grids(path)
        except TongzhiError:
            continue  # it is told where the replies are merged
        heads = [
            line
            for grid in grids[:1]
            for line in (*grid.lines[:3], *("".join(cells) for _, cells in grid.rows[:2]))
        ]
        found = next((match for line in heads if (match := _ASKED_TO.match("".join(line.split())))), None)
        if found:
            return found[1]
    return ""


def _begin_comparison(versions: list[Path], space: Workspace, made: Begun) -> None:
    """Begin to compare two versions; which of them is the older one is shown, and can be exchanged."""
    if len(versions) != 2:
        made.wrong.append(f"“两稿比对”要两个文件，这次选了 {len(versions)} 个：请把两稿一起放进来")
        return
    job = space.begin_job("compare", versions[1].stem)
    old, new = (job.keep_file(path).name for path in versions)
    job.save(old=old, source=new)
    made.jobs.append(job.id)
    made.first = made.first or f"compare:{job.id}"


def _begin_one(
    drop: OfficeWork, kind: str, path: Path, day: date | None, office: Office, space: Workspace, made: Begun
) -> None:

    try:
        if kind == "ledger":
            from tongzhi.web.book import enter_list

            entered = enter_list(office, path, drop.folder)
            made.imports.append(entered)
            made.first = made.first or "ledger:"
        elif kind == "office":
            from tongzhi.web.profile import set_units

            set_units(office, path)
            made.first = made.first or "settings:"
        else:
            job = space.begin_job(kind, path.stem)
            values: dict[str, Any] = {"source": job.keep_file(path).name}
            if day:
                values["day"] = day.isoformat()
            if kind == "batch":
                values["type"] = "circular"
            job.save(**values)
            if kind == "speech":
                from tongzhi.web import speeches

                speeches.read(job, office)
            made.jobs.append(job.id)
            made.first = made.first or f"{kind}:{job.id}"
    except TongzhiError as error:
        made.wrong += [f"{path.name}：{line}" for line in say_all(error.problems)]


def take_back(drop: OfficeWork, office: Office, space: Workspace) -> list[str]:
    """Undo what was begun with a drop: its works go to the trash, its batches leave the ledger; give what stays and why."""
    begun = drop.state.get("begun", {})
    stays: list[str] = []
    for name in begun.get("jobs", []):
        space.job(name, "").put_away()
    for entered in reversed(begun.get("imports", [])):
        stays += take_out(office, entered, drop.folder)
    drop.save(begun={})
    return stays
