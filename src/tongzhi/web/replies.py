"""Returned replies as a piece of work: who was read out of which form, what a person must still look at, what was mended by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tongzhi.desk.asked import asked_by
from tongzhi.desk.grids import read_grids
from tongzhi.desk.replies import merge_replies
from tongzhi.desk.summary import render_summary, summary_lines
from tongzhi.errors import Problem, TongzhiError
from tongzhi.papers.notice import Notice as Kind
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, validate
from tongzhi.web.downloads import offer
from tongzhi.web.papers import read_old
from tongzhi.web.profile import load_office
from tongzhi.web.words import plain, say, say_all, tell
from tongzhi.web.workspace import OfficeWork
from tongzhi.zh.bodies import is_body

if TYPE_CHECKING:
    from tongzhi.desk.people import Asked, Reply
    from tongzhi.desk.replies import Merged
    from tongzhi.papers.notice import Notice
    from tongzhi.web.office import Office

SUMMARY = "参会人员汇总.xlsx"
SHOWN = ("unit", "name", "title", "mobile", "venue", "speaks", "note")
"""The fields of a person that can be mended on the page."""
LABELS = {
    "unit": "单位",
    "name": "姓名",
    "title": "职务",
    "mobile": "手机",
    "venue": "参会方式",
    "speaks": "是否发言",
    "note": "备注",
}
_KEPT = ("unit", "name", "title", "mobile", "sex", "ethnicity", "venue", "speaks", "plate", "meals", "note", "filled_by", "filled_phone")  # fmt: skip

Person = dict[str, Any]
"""What is kept of a person: the fields of a reply, `id`, `file`, `ask` (why somebody must look), `checked`, `typed`."""


def merge(job: OfficeWork, office: Office) -> None:
    """Read all forms of the job and merge them; what was mended or confirmed by hand stays as it is."""
    state, profile = job.state, load_office(office)
    notice, notes = read_notice(job, office, state.get("notice", ""))
    asked = asked_by(notice, profile)
    merged = merge_replies([job.file(f"{job.inputs.name}/{name}") for name in state["files"]], asked)
    title = (
        notice.meeting_name
        if notice is not None
        else ""
        if state.get("provisional")
        else state.get("title", "")
    )
    people = _carry(_people(merged), state.get("people", []), set(state.get("removed", [])))
    people += _doubted(merged, people, state.get("people", []), set(state.get("removed", [])))
    unread = _unread(merged, people, state.get("unread", []))
    job.save(
        people=people,
        unread=unread,
        missing=[one.unit for one in merged.missing],
        asked=len(asked),
        lines=[plain(line) for line in summary_lines(merged, len(asked))],
        # what is about one person stands beside that person, until it is settled
        problems=[
            *notes,
            *say_all(
                problem
                for problem in merged.problems
                if not any(_about(problem, reply) for reply in merged.replies)
            ),
        ],
        log=merged.log,
    )
    job.entitle(title)
    finish(job)


def _people(merged: Merged) -> list[Person]:
    asks: dict[int, list[str]] = {}
    for reply, wanted in merged.wrong_level:
        asks.setdefault(id(reply), []).append(
            f"级别不符：要求{wanted.level}，报的{reply.title or '没写职务'}"
        )
    for reply, wanted in merged.doubted_level:
        asks.setdefault(id(reply), []).append(f"要求{wanted.level}，“{reply.title}”算不算")
    for reply in merged.doubled:
        asks.setdefault(id(reply), []).append("报过不止一次")
    for reply in merged.late:
        asks.setdefault(id(reply), []).append("过了截止时间才报")
    told = [(problem, tell(problem)) for problem in merged.problems]  # the file is shown beside it
    found = []
    for reply in merged.replies:
        own = asks.get(id(reply), [])
        own += [
            words.rstrip("。")
            for problem, words in told
            if _about(problem, reply) and not (not reply.unit and "没有写单位" in problem.found)
        ]
        file = PurePath(reply.place.file or "").name
        unit = reply.unit or unit_of_name(file)
        if not reply.unit:
            own.append("没有写单位" + ("，按文件名填的" if unit else ""))
        elif reply.unit in merged.unknown:
            own.append("不在通知的名单里")
        fields = {name: str(value) for name, value in asdict(reply).items() if name in _KEPT}
        found.append(
            {
                **fields,
                "unit": unit,
                "file": file,
                "ask": "；".join(dict.fromkeys(own)),
                "checked": False,
                "typed": False,
            }
        )
    return found


_OF_REPLY = re.compile(
    r"(?:参会|参加会议|会议|与会|报名)*(?:人员)?(?:回执|回复|报名表|报名|反馈表|名单).*$|[（(【].*$|^\d+[-_、.．\s]*|\s+"
)


def unit_of_name(file: str) -> str:
    """Give the body that the name of a reply's file names (城投燃气公司回执.txt); empty when it names none."""
    named = _OF_REPLY.sub("", PurePath(file).stem)
    return named if is_body(named) else ""


def _doubted(
    merged: Merged, people: Sequence[Person], old: Sequence[Person], removed: set[str]
) -> list[Person]:
    """Give what looks like a reply and was not understood as people to be confirmed, each with the guess; none has a card."""
    count = max((int(str(one["id"])[1:]) for one in (*old, *people)), default=0)
    known = {str(one.get("read", "")): one for one in old}
    there = {str(one.get("read", "")) for one in people}
    found: list[Person] = []
    for doubt in merged.doubts:
        read = f"?{doubt.guess.place.file}|{doubt.text[:40]}"
        if read in removed or read in there:
            continue
        if read in known:
            found.append(known[read])
            continue
        count += 1
        fields = {name: str(value) for name, value in asdict(doubt.guess).items() if name in _KEPT}
        why = f"{doubt.why}：“{doubt.text[:60]}”"
        file = PurePath(doubt.guess.place.file or "").name
        found.append(
            {
                **fields,
                "id": f"p{count}",
                "read": read,
                "file": file,
                "ask": why,
                "checked": False,
                "typed": False,
            }
        )
    return found


def _about(problem: Problem, reply: Reply) -> bool:
    place = problem.place
    return f"“{reply.name}”" in problem.found or (
        place.file == reply.place.file and place.row is not None and place.row == reply.place.row
    )


def doubted(ask: str) -> tuple[str, ...]:
    """Give the fields of a person that the words of a doubt name; the name and the post when they name none."""
    words = ask.replace("级别", "职务")
    return tuple(name for name, label in LABELS.items() if label in words) or ("name", "title")


def _key(person: Person) -> tuple[str, str]:
    return str(person["unit"]), "".join(str(person["name"]).split())


def _carry(new: list[Person], old: Sequence[Person], removed: set[str]) -> list[Person]:
    """Give the people read anew, with the numbers they had and with what was done to them by hand."""
    known = {str(one.get("read", "|".join(_key(one)))): one for one in old}
    count = max((int(str(one["id"])[1:]) for one in old), default=0)
    found, seen = [], set[str]()
    for person in new:
        read = "|".join(_key(person))
        before = known.get(read)
        seen.add(read)
        if read in removed:
            continue
        if before is None:
            count += 1
            found.append({**person, "id": f"p{count}", "read": read, "late": bool(old)})
        elif before.get("typed") or before.get("checked"):
            found.append(before)
        else:
            found.append({**person, "id": before["id"], "read": read, "late": before.get("late", False)})
    found += [
        one
        for one in old
        if (one.get("by_hand") or (str(one.get("read", "")).startswith("?") and one.get("checked")))
        and "|".join(_key(one)) not in seen
    ]
    return found


def _unread(
    merged: Merged, people: Sequence[Person], before: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Give the forms nobody could be read out of, with what was wrong; those that were settled by hand stay settled."""
    read = {str(person["file"]) for person in people}
    settled = {one["file"] for one in before if one.get("done")}
    found: dict[str, dict[str, Any]] = {}
    for problem in merged.problems:
        name = PurePath(problem.place.file or "").name
        if name and name not in read:
            found.setdefault(name, {"file": name, "why": say(problem).lstrip("："), "done": name in settled})
    return list(found.values())


def read_notice(job: OfficeWork, office: Office, name: str) -> tuple[Notice | None, list[str]]:
    """Read the notice that asked for the replies; when it can't be read, that is told and the replies still count."""
    if not name:
        return None, []

    try:
        values, _ = read_old(job.file(f"{job.inputs.name}/{name}"), Kind, office.day(), with_past=True)
        profile, day = load_office(office), office.day()
        source = assemble(Kind, Source(values, {}, name), profile, day=day)
        return validate(Kind, source, day, profile).document, []
    except TongzhiError as error:
        first = error.problems[0]
        told = Problem(first.place, "会议通知读不全，没有按它核对该谁报名", first.found)
        return None, say_all([told])


def finish(job: OfficeWork) -> None:
    """Write the summary anew and note how far the work is."""
    state = job.state
    title = state.get("title", "")
    offer(job, {SUMMARY: _summary(state, f"{title}参会人员汇总")})
    left = len(waiting(state))
    said = said_lines(state)[0]
    job.tell(2 if left else 3, 3, f"{said}，{left} 处待核对" if left else said, ask=bool(left))


def said_lines(state: dict[str, Any]) -> list[str]:
    """Give how far the replies are, with the people as they stand now: mended, confirmed and added by hand too."""
    units = {one["unit"] for one in state["people"] if one["unit"]}
    asked = state.get("asked", 0)
    first = f"回执 {len(units)}/{asked} 个单位" if asked else f"回执 {len(units)} 个单位"
    rest = [line for line in state.get("lines", [])[2:] if not line.startswith("待核对")]
    return [first, f"参会 {len(state['people'])} 人", *rest]


def _summary(state: dict[str, Any], title: str) -> bytes:
    from tongzhi.desk.replies import Merged as Kind

    merged = Kind(
        replies=[as_reply(one) for one in state["people"]],
        missing=[_asked(unit) for unit in state.get("missing", [])],
    )
    merged.log = list(state.get("log", []))
    return render_summary(merged, title)


def _asked(unit: str) -> Asked:
    from tongzhi.desk.people import Asked as Kind

    return Kind(unit)


def as_reply(person: Person) -> Reply:
    """Give a person as a reply."""
    from tongzhi.desk.people import Reply as Kind

    texts = {name: str(person.get(name, "")) for name in _KEPT}
    return Kind(**texts)  # type: ignore[arg-type]  # fields of text only


def is_sure(person: Person) -> bool:
    """Tell whether nobody need look at a person any more; the others get no name card."""
    return not person["ask"] or bool(person["checked"])


@dataclass(frozen=True, slots=True)
class Waiting:
    """A form that must be looked at: its file, whom it names, why."""

    file: str
    title: str
    why: str
    people: tuple[Person, ...]


def waiting(state: dict[str, Any]) -> list[Waiting]:
    """Give the forms that must be looked at, one a file."""
    found: dict[str, list[Person]] = {}
    for person in state["people"]:
        if not is_sure(person):
            found.setdefault(str(person["file"]) or "手填", []).append(person)
    listed = [
        Waiting(
            file,
            people[0]["unit"] or people[0]["name"],
            people[0]["ask"]
            if len(people) == 1
            else "；".join(dict.fromkeys(f"{one['name']}：{one['ask']}" for one in people)),
            tuple(people),
        )
        for file, people in found.items()
    ]
    listed += [
        Waiting(one["file"], one["file"], one["why"], ())
        for one in state.get("unread", [])
        if not one["done"]
    ]
    return listed


def original(job: OfficeWork, file: str) -> list[tuple[str, list[list[str]]]]:
    """Give a form as it stands: lines and the rows of its tables."""
    path = job.file(f"{job.inputs.name}/{file}")
    if not path.is_file():
        return []
    try:
        grids = read_grids(path)
    except TongzhiError as error:
        return [("\n".join(say_all(error.problems)), [])]
    return [("\n".join(grid.lines[:60]), [cells for _, cells in grid.rows[:80]]) for grid in grids[:6]]


def settle(job: OfficeWork, file: str, rows: list[dict[str, str]], *, later: bool = False) -> None:
    """Take over what a person says of a form: its people as mended, who is none, who was added.

    Args:
        job: the replies.
        file: the form.
        rows: one a person, by the names of `SHOWN`, with `id` (empty for a new one) and `none` when it is nobody.
        later: only keep what was typed; the form is looked at again.
    """

    def change(state: dict[str, Any]) -> None:
        people = {one["id"]: one for one in state["people"]}
        order = [one["id"] for one in state["people"]]
        count = max((int(str(one)[1:]) for one in order), default=0)
        removed = list(state.get("removed", []))
        for row in rows:
            values = {name: row.get(name, "").strip() for name in SHOWN}
            if row.get("none"):
                gone = people.pop(row.get("id", ""), None)
                if gone:
                    removed.append(str(gone.get("read", "")))
                continue
            if not values["name"]:
                continue
            before = people.get(row.get("id", ""))
            if before is None:
                count += 1
                name = f"p{count}"
                order.append(name)
                empty = dict.fromkeys(_KEPT, "")
                people[name] = {
                    **empty,
                    **values,
                    "id": name,
                    "file": file,
                    "ask": "",
                    "checked": True,
                    "typed": True,
                    "by_hand": True,
                    "late": True,
                }
            else:
                typed = any(before.get(name, "") != value for name, value in values.items())
                people[before["id"]] = {
                    **before,
                    **values,
                    "checked": not later,
                    "typed": bool(before.get("typed")) or typed,
                }
        state["people"] = [people[name] for name in order if name in people]
        state["removed"] = removed
        state["unread"] = [
            {**one, "done": one["done"] or (one["file"] == file and not later)}
            for one in state.get("unread", [])
        ]

    job.change(change, act=f"核对 {file}")
    finish(job)
