"""A speech as a piece of work: found tasks, the meeting's day, the acts on the list, what the page must show anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tongzhi.errors import TongzhiError
from tongzhi.extract.speech import list_tasks
from tongzhi.read.speech import Cue, Speech, read_speech
from tongzhi.web import task_acts as acts
from tongzhi.web import tasks as shown
from tongzhi.web.profile import load_office
from tongzhi.web.words import say_all
from tongzhi.web.workspace import OfficeWork, Workspace

if TYPE_CHECKING:
    from tongzhi.model.task import TaskList
    from tongzhi.papers.profile import Profile
    from tongzhi.web.office import Office

LONG = 6000
"""Characters from which tasks are looked for in the background, with a sign."""
SPEED = 9000
"""Characters a second that are told as an estimate until the machine's own speed is known."""
STEPS = 4
_TITLE = re.compile(r"在(.{4,60}?(?:会议|会|活动|仪式|培训班))上的(?:讲话|发言|致辞|报告)")


def read(job: OfficeWork, office: Office) -> None:
    """Read the dropped speech and keep its text; nothing is looked for yet.

    Raises:
        InputError: it cannot be read.
    """
    profile = load_office(office)
    speech = read_speech(job.source, allow_secret=bool(profile and profile.secret_machine))
    chosen = str(job.state.get("day", ""))
    day = date.fromisoformat(chosen) if chosen else speech.meeting_date
    job.save(
        text=speech.text,
        read={
            "encoding": speech.encoding,
            "sha256": speech.sha256,
            "cues": [[cue.start, cue.end, cue.time] for cue in speech.cues],
        },
        day=day.isoformat() if day else "",
        stated=speech.meeting_date.isoformat() if speech.meeting_date else "",
    )
    job.entitle(name_of(speech.text, job.state["source"]))


def name_of(text: str, filename: str) -> str:
    """Give the name of the meeting that a speech was held at: as its title says, else the file's name."""
    head = text[:600].replace("\n", "")
    found = _TITLE.search(head)
    if found:
        return re.sub(r"^(?:20\d\d年)?(?:\d{1,2}月\d{1,2}日)?", "", found[1])
    return PurePath(filename).stem[:40]


def find(job: OfficeWork, office: Office) -> None:
    """Look for the tasks of a text that was read.

    Raises:
        InputError: the profile cannot be used.
    """
    state = job.state
    day = date.fromisoformat(state["day"]) if state.get("day") else None
    tasks = extract(job, office)(state["text"], day)
    packed = acts.pack(tasks)
    job.save(tasks=packed, original=packed, day=tasks.meeting_date.isoformat() if tasks.meeting_date else "")
    tell(job, tasks)


def extract(job: OfficeWork, office: Office) -> acts.Extract:
    """Give the road from a text to its list, with the office's map of departments and the file's origin.

    Raises:
        InputError: the profile cannot be used.
    """
    state, profile = job.state, profile_of(office)
    kept = state.get("read", {})

    def run(text: str, day: date | None) -> TaskList:
        cues = kept.get("cues", ()) if text == state.get("text") else ()
        return _list(state["source"], kept, text, cues, day, profile)

    return run


def _list(
    name: str, kept: dict[str, Any], text: str, cues: Any, day: date | None, profile: Profile | None
) -> TaskList:

    spoken = tuple(Cue(*cue) for cue in cues)
    speech = Speech(text, name, kept.get("encoding", "utf-8"), kept.get("sha256", ""), spoken)
    return list_tasks(speech, meeting_date=day, profile=profile)


def find_in_background(job: OfficeWork, office: Office, space: Workspace) -> None:
    """Look for the tasks of a long text while the page shows how far it should be; a second call changes nothing."""

    def begin(state: dict[str, Any]) -> bool:
        if (state.get("run") or {}).get("state") == "running" and space.is_busy(job.id):
            return False
        state["run"] = {"state": "running", "chars": len(state["text"]), "begun": space.now().isoformat()}
        return True

    if not job.change(begin):
        return

    def work() -> None:
        try:
            find(job, office)
            problems: list[str] = []
        except TongzhiError as error:
            problems = say_all(error.problems)
        except Exception as error:  # noqa: BLE001  the last net of a thread: the page tells it
            office.note(error)
            problems = ["程序内部出错，没有找完。请连同讲话一起反馈。"]
        if (job.state.get("run") or {}).get("state") != "stopped":
            job.save(run={"state": "failed" if problems else "done", "problems": problems})

    space.start(work, job.id)


def act(
    job: OfficeWork,
    words: str,
    function: Callable[[TaskList, Callable[[], TaskList]], TaskList],
    *,
    merge: str = "",
) -> tuple[TaskList, TaskList]:
    """Do something to the list in one go, as one step that can be undone; give the list before and after.

    Args:
        job: the speech.
        words: what is done, as the user reads it.
        function: gives the new list for the old one; its second argument gives the list as the program had made it.
        merge: see `Job.change`.
    """

    def change(state: dict[str, Any]) -> tuple[TaskList, TaskList]:
        before = acts.unpack(state["tasks"])
        after = function(before, lambda: acts.unpack(state["original"]))
        state["tasks"] = acts.pack(after)
        return before, after

    before, after = job.change(change, act=words, merge=merge)
    tell(job, after)
    return before, after


def change_day(job: OfficeWork, office: Office, day: date | None) -> int:
    """Take another day as the meeting's; days that follow from it follow, those set by hand stay. Give how many changed."""
    run = extract(job, office)
    text = job.state["text"]
    fresh = run(text, day)
    changed = 0

    def change(state: dict[str, Any]) -> None:
        nonlocal changed
        tasks = acts.unpack(state["tasks"])
        made = acts.rebuild(tasks, acts.unpack(state["original"]), fresh, text, lambda offset: offset)
        days = {task.id: task.due.date if task.due else None for task in tasks.tasks}
        changed = sum(days.get(task.id) != (task.due.date if task.due else None) for task in made.tasks)
        state.update(tasks=acts.pack(made), original=acts.pack(fresh), day=day.isoformat() if day else "")

    job.change(change, act="改会议日期")
    tell(job, acts.unpack(job.state["tasks"]))
    return changed


def replace_words(job: OfficeWork, office: Office, words: str, instead: str, only: int | None = None) -> int:
    """Replace words in the whole text (or at one place) and look for the tasks again; what was done by hand stays.

    Returns:
        At how many places.
    """
    text = job.state["text"]
    places = acts.find_places(text, words, instead)
    if only is not None:
        places = [place for place in places if place == only]
    if not places:
        return 0
    made, moved = acts.replace_text(text, words, instead, places)
    state = job.state
    day = date.fromisoformat(state["day"]) if state.get("day") else None
    kept = state.get("read", {})
    cues = [[moved(start), moved(end), time] for start, end, time in kept.get("cues", ())]
    fresh = _list(state["source"], kept, made, cues, day, profile_of(office))

    def change(state: dict[str, Any]) -> None:
        state["read"] = {**kept, "cues": cues}
        old = acts.unpack(state["tasks"])
        rebuilt = acts.rebuild(old, acts.unpack(state["original"]), fresh, made, moved)
        state.update(text=made, tasks=acts.pack(rebuilt), original=acts.pack(fresh))

    job.change(change, act=f"把“{words[:10]}”换成“{instead[:10]}”")
    tell(job, acts.unpack(job.state["tasks"]))
    return len(places)


def tell(job: OfficeWork, tasks: TaskList) -> None:
    """Note how far the work is, for the first screen."""
    if job.state.get("files"):
        return
    ask = shown.count_suggested(tasks)
    said = f"核任务，还有 {ask} 处待确认" if ask else f"核任务，{len(tasks.actions)} 项都确认了"
    job.tell(2, STEPS, said)


def speaker_values(text: str) -> dict[str, str]:
    """Give name and post of a person as they were typed: 张某，市长 or 市长 张某."""
    parts = [part for part in re.split(r"[，,、\s　]+", text.strip()) if part]
    if len(parts) < 2:
        return {"姓名": parts[0]} if parts else {}
    post = re.compile(r"长$|书记|主任|主席|委员|部长|秘书长|专员|组长")
    title = next((part for part in parts if post.search(part)), parts[1])
    name = next(part for part in parts if part != title)
    return {"姓名": name, "职务": "".join(part for part in parts if part != name)}


def profile_of(office: Office) -> Profile | None:
    """Give the office's profile.

    Raises:
        InputError: it is wrongly filled in.
    """
    return load_office(office)
