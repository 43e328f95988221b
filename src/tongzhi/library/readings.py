"""Reading for scripts: a speech → its tasks, a task list → a file, two versions → what changed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tongzhi.compare import papers
from tongzhi.errors import InputError
from tongzhi.extract.speech import list_tasks
from tongzhi.library.given import FileSource, Values, as_json, data_of, placed
from tongzhi.read.speech import read_speech
from tongzhi.render.tasklist import FORMATS, render_tasks

if TYPE_CHECKING:
    from tongzhi.compare.papers import Comparison
    from tongzhi.model.task import TaskList
    from tongzhi.papers.profile import Profile

TaskForm = Literal["json", "md", "csv", "xlsx", "docx", "table"]
_PACKAGE, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def extract(
    source: FileSource,
    *,
    name: str | None = None,
    meeting_date: date | None = None,
    owners: Mapping[str, Any] | None = None,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> TaskList:
    """Give the task list of a speech in a file: `tongzhi.extract("讲话.docx")`; of a text, see `extract_tasks`.

    Args:
        source: a .txt .md .docx .srt .vtt (.doc .wps through an office program): its path, bytes, or the open file.
        name: the name of bytes, whose ending says what they are; without it their first bytes tell.
        meeting_date: what 明天 counts from; without it the date that the speech's head states.
        owners: fields and names of bodies → responsible departments.
        encoding: of a text file, when it cannot be told.
        profile: the office's profile, of which 责任单位对照, 单位名录 and 领导分工 are used.

    Raises:
        InputError: the speech is missing, empty, unreadable or of another kind, or bears a secrecy grade.
        LimitError: it is too large.
        MissingToolError: it is a .doc or .wps and there is no office program.
    """
    if not isinstance(source, str | Path):
        name = name or Path(str(getattr(source, "name", ""))).name or None
        source = data_of(source, "讲话")
    usual = _ending(source) if isinstance(source, bytes) else ""
    with placed(source, usual, name) as path:
        speech = read_speech(path, encoding, allow_secret=bool(profile and profile.secret_machine))
    if not isinstance(source, str | Path) and name is None:
        speech = replace(speech, file="")
    return list_tasks(speech, meeting_date=meeting_date, owners=owners, profile=profile)


def _ending(data: bytes) -> str:
    return ".docx" if data.startswith(_PACKAGE) else ".doc" if data.startswith(_OLE) else ".txt"


def task_file(
    tasks: TaskList, form: TaskForm = "xlsx", *, requirements: bool = False, explain: bool = False
) -> bytes:
    """Give a task list as the file that `tongzhi extract -o` writes: `tongzhi.task_file(tasks, "xlsx")`.

    Args:
        tasks: the list.
        form: json, md, csv, xlsx, docx or table (for a screen).
        requirements: whether the general requirements (原则要求) are listed too.
        explain: whether the verdict on every sentence is given.

    Raises:
        InputError: there is no such form.
    """
    if form not in FORMATS or str(form) == "text":
        known = "、".join(each for each in FORMATS if each != "text")
        raise InputError.one(f"没有“{form}”这种格式", f"写 {known}")
    return render_tasks(tasks, form, requirements=requirements, explain=explain)


def compare(
    old: FileSource | Values,
    new: FileSource | Values,
    *,
    names: tuple[str | None, str | None] = (None, None),
    today: date | None = None,
) -> Comparison:
    """Give what changed between two versions: `tongzhi.compare("送审稿.docx", "改后稿.docx").differences`.

    Args:
        old: a .docx, .doc, .wps, .txt, .md or a data file (path, bytes, or the open file), or the values themselves.
        new: the same.
        names: the names of bytes, whose endings say what they are; without them they are taken for .docx.
        today: the day that the revisions of the marked-up paper bear; by default the clock's.

    Returns:
        `differences`, and `marked`: the bytes of the marked-up .docx; `to_json()` is what `tongzhi compare --json` prints.

    Raises:
        InputError: one of them cannot be read, or is of a kind that is not compared.
        MissingToolError: it is a .doc or .wps and there is no office program.
    """
    with ExitStack() as stack:
        paths = []
        for given, name, usual in ((old, names[0], "旧稿"), (new, names[1], "新稿")):
            if isinstance(given, Mapping):
                paths.append(stack.enter_context(placed(as_json(given), ".json", f"{usual}.json")))
            else:
                paths.append(stack.enter_context(placed(given, ".docx", name)))
        return papers.compare(paths[0], paths[1], today or date.today())
