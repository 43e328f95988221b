"""What the papers of many speeches hold, lose and add.

Each speech is drafted with a plain meeting and two counties; counted are, a speech:

    words     words of the papers that stand in no source (0 wanted)
    foreign   share of four Chinese characters in a row that stand in no source, closed formulae aside (at most 8 %)
    lost      orders that reach no paper, of all orders (`told`: those that the sheet of decisions explains)
    late      day-bound deadlines that reach no paper
    roles     stated leads and supporters whose role in the task table is another
    open      待定 printed
    frames    spoken frames and pronouns printed
    days      days that are still counted from the meeting
    marks     suggested values that a person must confirm
    pages     sheets of A4, reckoned at 22 lines of 28 characters; with --print as LibreOffice breaks them

Orders are the gold's where there is one, else the product's own.

    python benchmarks/drafting.py [DATA] [--only '0*'…] [--own] [--verbose] [--print]

DATA has `speeches/NAME.txt`, `speeches/index.tsv`, `units/NAME.jsonl`, `gold/NAME.jsonl`; `--own` takes the texts of
`benchmarks/texts` instead.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from datetime import date, datetime
from fnmatch import fnmatch
from pathlib import Path

from tongzhi.draft.days import RELATIVE, fix_days
from tongzhi.draft.dutyowners import roles
from tongzhi.draft.rewrite import SPOKEN
from tongzhi.draft.whole_set import DraftSet, Given, draft_set
from tongzhi.draft.wordings import listed_words
from tongzhi.errors import InputError
from tongzhi.extract.fields import departments
from tongzhi.extract.tasks import extract_tasks
from tongzhi.layout.printing import print_moment
from tongzhi.model.base import open_values
from tongzhi.papers.meeting import Meeting
from tongzhi.word.text import read_text
from tongzhi.zh.script import simplified
from tongzhi.zh.segment import tag_words

DATA = Path(__file__).resolve().parents[2] / "shared/data"
OWN = Path(__file__).resolve().parent / "texts"
COUNTIES = ({"县区": "青川县", "责任领导": "赵某"}, {"县区": "东山区", "责任领导": "钱某"})
SOME_DAY = date(2026, 9, 18)
COLUMNS = (
    "words",
    "foreign",
    "lost",
    "told",
    "orders",
    "late",
    "roles",
    "open",
    "frames",
    "days",
    "marks",
    "pages",
)


@dataclass(slots=True)
class Count:
    """The counts of one speech, with examples of each."""

    name: str
    numbers: dict[str, float] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, column: str, found: list[str]) -> None:
        """Count what was found, and keep it."""
        self.numbers[column] = len(found)
        self.examples[column] = found


@dataclass(slots=True)
class Speech:
    """A speech with its day and its orders."""

    name: str
    text: str
    day: date
    orders: list[str]
    deadlines: list[str]


def read_speeches(folder: Path, only: list[str]) -> list[Speech]:
    """Read the speeches of a data folder with their gold orders."""
    index = (folder / "speeches/index.tsv").read_text("utf-8").splitlines()[1:]
    days = {row.split("\t")[0].removesuffix(".txt"): row.split("\t")[3] for row in index}
    found = []
    for path in sorted((folder / "speeches").glob("*.txt")):
        name = path.stem
        if not any(fnmatch(name, pattern) for pattern in only):
            continue
        text = path.open(encoding="utf-8", newline="").read()
        gold = [json.loads(line) for line in (folder / f"gold/{name}.jsonl").open(encoding="utf-8")]
        units = [json.loads(line) for line in (folder / f"units/{name}.jsonl").open(encoding="utf-8")]
        spans = {unit["id"]: text[unit["start"] : unit["end"]] for unit in units}
        orders = [row for row in gold if row["label"] == "A"]
        known = days.get(name, "-")
        found.append(
            Speech(
                name,
                text,
                date.fromisoformat(known) if known[:2] == "20" else SOME_DAY,
                [spans[row["id"]] for row in orders],
                [words for row in orders for words in row.get("deadlines", [])],
            )
        )
    return found


def read_own() -> list[Speech]:
    """Read the project's own labelled texts, each under its ## heading."""
    found = []
    for path in sorted(OWN.glob("*.txt")):
        for part in re.split(r"(?m)^## ", path.read_text("utf-8"))[1:]:
            title, _, body = part.partition("\n")
            rows = [re.match(r"([ABNabn?]) ?(.*)", line) for line in body.splitlines() if line.strip()]
            lines = [(row[1], row[2]) for row in rows if row]
            text = ""
            for label, words in lines:
                text += words if label.islower() else f"\n{words}"
            orders = [words for label, words in lines if label in "Aa"]
            if orders:
                found.append(Speech(f"{path.stem}/{title.strip()}", text.strip(), SOME_DAY, orders, []))
    return found


def meeting_of(speech: Speech) -> Meeting:
    """Give a plain meeting for a speech, named by the level it speaks of."""
    level = next((word for word in ("全省", "全市", "全县", "全区", "全镇") if word in speech.text), "全市")
    return Meeting.model_validate(
        {
            "会议名称": f"{level}安全生产工作会议", "会议时间": f"{speech.day.isoformat()} 15:00", "地点": "政府三楼会议室",
            "主持人": "李某（秘书长）", "讲话人": "王某", "发文机关": "临江市人民政府办公室", "出席": ["各有关单位主要负责人"],
            "主送机关": ["各有关单位"], "联系人": {"姓名": "陈某", "电话": "0971-8230001"},
        }
    )  # fmt: skip


def grams(text: str, size: int = 4) -> list[str]:
    """Give every run of so many Chinese characters, marks and digits left out."""
    return [
        run[at : at + size]
        for run in re.findall(r"[\u4e00-\u9fff]+", text)
        for at in range(len(run) - size + 1)
    ]


def count(speech: Speech, *, printed: bool) -> Count:
    """Draft one speech and count."""
    found = Count(speech.name)
    text = simplified(speech.text)
    tasks = extract_tasks(speech.text, meeting_date=speech.day)
    meeting = meeting_of(speech)
    try:
        made = draft_set(
            Given(speech.text, tasks, meeting, speech.day, file=f"{speech.name}.txt", counties=COUNTIES)
        )
    except InputError as error:
        found.examples["failed"] = [str(error)]
        return found
    papers = {name: read_text(data) for name, data in made.files.items() if name.endswith(".docx")}
    every = "\n".join(papers.values()).replace("》印发给你们，请认真贯彻执行", "》|")
    sources = "\n".join(
        (text, json.dumps(meeting.to_data(), ensure_ascii=False), str(COUNTIES), *listed_words("formulae.txt"),
         str(departments()), print_moment(meeting.start) if isinstance(meeting.start, datetime) else "")
    )  # fmt: skip
    _foreign(found, every, sources)
    _orders(found, speech, made, every)
    found.add("late", _late(speech, text, every))
    found.add("roles", _roles(made))
    found.add("open", re.findall(r".{0,8}待定.{0,8}", every))
    found.add("frames", [_around(every, hit) for hit in SPOKEN.finditer(every)])
    found.add("days", [_around(every, hit) for hit in RELATIVE.finditer(every)])
    found.numbers["marks"] = sum(len(open_values(paper.document)) for paper in made.papers)
    found.numbers["pages"] = _printed(made) if printed else sum(map(_sheets, papers.items()))
    return found


def _around(text: str, hit: re.Match[str]) -> str:
    return text[max(0, hit.start() - 10) : hit.end() + 10].replace("\n", "/")


def _foreign(found: Count, every: str, sources: str) -> None:
    bare = re.sub(r"[^\u4e00-\u9fff]", "", sources)
    known = set(grams(sources)) | {bare[at : at + 4] for at in range(len(bare) - 3)}
    cut = re.sub(r"\d{4}年|\d{1,2}月(?:\d{1,2}日)?", "|", _cut_formulae(every))
    pieces = grams(cut)
    strange = [piece for piece in pieces if piece not in known]
    found.examples["foreign"] = strange
    found.numbers["foreign"] = 100 * len(strange) / max(1, len(pieces))
    # a mark cuts 前 from what follows a day (9月21日前换): both are the speech's, side by side only here
    undated = re.sub(r"\d{4}年|\d{1,2}月(?:\d{1,2}日|底)?(?:\|)?(?:至|—|之?前|起|内)?", "|", cut)
    words = [
        word.text
        for run in re.findall(r"[\u4e00-\u9fff]{2,}", undated)
        for word in tag_words(run, 0)
        if len(word.text) > 1 and word.text not in bare
    ]
    found.add("words", list(dict.fromkeys(words)))


def _cut_formulae(text: str) -> str:
    text = re.sub(
        r"（[一二三四五六七八九十]{1,3}）|(?m:^[一二三四五六七八九十]{1,3}、)", "|", text
    )  # numbers of points
    for words in sorted(listed_words("formulae.txt"), key=len, reverse=True):
        if len(words) >= 2:
            text = text.replace(words, "|")
    text = re.sub(
        r"关于印发《|贯彻落实|精神工作方案|人民政府办公室文件|会议纪要|日印发", "|", text.replace("\n", "|")
    )
    return re.sub(r"（星期[一二三四五六日]）|你[县区市镇]|王某|〔建议〕|人民政府|安全生产委员会", "|", text)


def _orders(found: Count, speech: Speech, made: DraftSet, every: str) -> None:
    there = set(grams(every, 3))
    wanted = speech.orders or [task.text for task in made.given.tasks.actions]
    lost, told = [], []
    sheet = "".join(one.question for one in made.decisions)
    for words in wanted:
        said = simplified(words)
        pieces = grams(fix_days(re.sub(r"\d{1,2}:\d{2}(?::\d{2})?", "", said), speech.day), 3)
        if not pieces:
            continue
        if sum(piece in there for piece in pieces) < 0.5 * len(pieces):
            start = re.sub(r"\s", "", said)[:10]
            (told if start[:8] in re.sub(r"\s", "", sheet) else lost).append(words)
    found.add("lost", lost)
    found.add("told", told)
    found.numbers["orders"] = len(wanted)


def _late(speech: Speech, text: str, every: str) -> list[str]:
    bare = re.sub(r"[\s（）()]|星期[一二三四五六日]", "", every)
    lost = []
    for words in speech.deadlines:
        said = simplified(words)
        if not re.search(r"\d|[今明后]|周|月|节|号|日|天", said):
            continue
        fixed = re.sub(r"[\s（）()]|星期[一二三四五六日]", "", fix_days(said, speech.day))
        day = re.search(r"\d{1,2}月(?:\d{1,2}日)?", fixed)
        if re.sub(r"\s", "", said) not in bare and fixed not in bare and not (day and day[0] in bare):
            lost.append(f"{words} → {fixed}")
    del text
    return lost


def _roles(made: DraftSet) -> list[str]:
    plan = next(paper.document for paper in made.papers if paper.document.key == "plan")
    leads = "".join(row.lead for row in plan.tasks)  # type: ignore[attr-defined]
    supports = "".join("".join(row.support) for row in plan.tasks)  # type: ignore[attr-defined]
    wrong = []
    for task in made.given.tasks.actions:
        for part in task.parts:
            for owner, role in roles([one for one in part.owners if one.is_sure], task):
                core = owner.text.strip("“”")[-4:]
                if (role == "牵头" and core not in leads) or (
                    role == "配合" and core not in supports + leads
                ):
                    wrong.append(f"{owner.text}：{role}")
    return wrong


def _sheets(paper: tuple[str, str]) -> int:
    name, text = paper
    lines = sum(max(1, math.ceil((len(line) + 2) / 28)) for line in text.splitlines() if line.strip())
    if "通报" in name or "纪要" in name:
        return math.ceil((lines + 16) / 22)
    if "方案" in name:
        return 2 + math.ceil(lines / 24)
    return max(1, math.ceil(lines / 30))


def _printed(made: DraftSet) -> int:
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, data) in enumerate(made.files.items()):
            if name.endswith(".docx"):
                (Path(folder) / f"{number}.docx").write_bytes(data)
        office = shutil.which("soffice") or "soffice"
        subprocess.run(
            [office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder,
             *map(str, sorted(Path(folder).glob("*.docx")))], capture_output=True, check=True,
        )  # fmt: skip
        return sum(
            path.read_bytes().count(b"/Type/Page/") or path.read_bytes().count(b"/Type /Page\n")
            for path in Path(folder).glob("*.pdf")
        )


def main() -> None:
    """Count and print, a line a speech."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--only", nargs="*", default=["0*", "m*", "n*", "a*"])
    parser.add_argument("--own", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--print", dest="printed", action="store_true")
    given = parser.parse_args()
    speeches = read_own() if given.own else read_speeches(given.data, given.only)
    print(f"{'':34}" + "".join(f"{name:>8}" for name in COLUMNS))
    totals = dict.fromkeys(COLUMNS, 0.0)
    for speech in speeches:
        found = count(speech, printed=given.printed)
        print(
            f"{found.name[:32]:34}" + "".join(f"{found.numbers.get(name, 0):8.1f}" for name in COLUMNS),
            flush=True,
        )
        for name in COLUMNS:
            totals[name] += found.numbers.get(name, 0)
        if given.verbose:
            for name, examples in found.examples.items():
                if examples and name != "marks":
                    print(f"    {name}: {' ｜ '.join(examples[:12])}")
    print(f"{'a speech':34}" + "".join(f"{totals[name] / max(1, len(speeches)):8.1f}" for name in COLUMNS))


if __name__ == "__main__":
    main()
