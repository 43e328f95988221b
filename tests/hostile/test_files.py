"""Every command against every file that no honest program writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Call
from .samples import ANY, BOOKS, PAPERS, TEXTS

DATA = {**{f"{name}.yaml": data for name, data in (ANY | TEXTS).items()}}
DATA |= {f"{name}.json": data for name, data in (ANY | TEXTS).items()}
FORMS = {f"{name}.xlsx": data for name, data in (ANY | BOOKS).items()}
ROSTERS = FORMS | {f"{name}.csv": data for name, data in (ANY | TEXTS).items()}
ROSTERS |= {f"{name}.json": data for name, data in TEXTS.items()}
ROSTERS |= {f"{name}.jsonl": data for name, data in TEXTS.items()}
ROSTERS |= {f"{name}.xls": data for name, data in BOOKS.items()} | {"重复万次.ods": BOOKS["重复万次"]}
WORD = {f"{name}.docx": data for name, data in (ANY | PAPERS).items()}
SPEECHES = WORD | {f"{name}.txt": data for name, data in ANY.items()}
SPEECHES |= {f"{name}.doc": data for name, data in PAPERS.items()}
SPEECHES |= {f"{name}.srt": data for name, data in ANY.items()}
SPEECHES |= {
    "坏时间.srt": "1\n00:00:xx --> 00\nabc\n\n2\n99:99:99,999 --> 00:00:00,000\n各县区要整改\n".encode(),
    "没有词.vtt": b"WEBVTT\n",
}
TASKS = FORMS | {f"{name}.json": data for name, data in TEXTS.items()}
TASKS |= {f"{name}.csv": data for name, data in ANY.items()} | {
    f"{name}.md": data for name, data in ANY.items()
}

COMMANDS: list[tuple[str, dict[str, bytes], list[str]]] = [
    ("填写文件", DATA | FORMS, ["fill", "notice", "?", "-o", "出.docx"]),
    ("模板", WORD, ["fill", "notice", "通知.yaml", "--template", "?", "-o", "出.docx"]),
    ("配置", DATA, ["fill", "notice", "通知.yaml", "--profile", "?", "-o", "出.docx"]),
    ("讲话", SPEECHES, ["extract", "?", "-o", "出.json"]),
    ("关键词", SPEECHES, ["keywords", "?"]),
    ("整理", SPEECHES, ["tidy", "?", "-o", "出.md"]),
    ("责任单位", DATA, ["extract", "讲话.txt", "--owners", "?", "-o", "出.json"]),
    ("会议", DATA | FORMS, ["draft", "讲话.txt", "--meeting", "?", "-o", "出"]),
    ("县区", ROSTERS, ["draft", "讲话.txt", "--meeting", "会议.yaml", "--roster", "?", "-o", "出"]),
    ("任务清单", TASKS, ["draft", "讲话.txt", "--meeting", "会议.yaml", "--tasks", "?", "-o", "出"]),
    ("名册", ROSTERS, ["batch", "circular", "?", "-o", "出"]),
    ("公共数据", DATA, ["batch", "circular", "名册.csv", "--common", "?", "-o", "出"]),
    ("核稿", WORD, ["check", "?"]),
    ("排版", WORD, ["format", "?", "-o", "出.docx"]),
    ("旧文", WORD, ["new", "notice", "--from", "?", "-o", "出.yaml"]),
    ("通讯录", ROSTERS, ["new", "profile", "--units", "?", "-o", "出.yaml"]),
    ("查模板", WORD, ["template", "check", "?"]),
    ("模板变量", WORD, ["template", "vars", "?"]),
    ("回执", ROSTERS | WORD, ["rsvp", "?", "-o", "出.xlsx"]),
    ("座次", FORMS, ["seats", "?", "-o", "出"]),
    ("分发", TASKS, ["feedback", "split", "?", "-o", "出"]),
    ("回收", TASKS | WORD, ["feedback", "merge", "?", "--tasks", "任务.json", "-o", "出.xlsx"]),
    ("列单", TASKS | WORD | DATA, ["ledger", "import", "?", "--db", "出.db"]),
]


@pytest.mark.parametrize(
    ("files", "command"), [line[1:] for line in COMMANDS], ids=[line[0] for line in COMMANDS]
)
def test_no_file_gets_the_better_of_a_command(
    files: dict[str, bytes], command: list[str], desk: Path, call: Call
):
    before = sorted(path.name for path in desk.iterdir())
    wrong: list[str] = []
    for name, data in files.items():
        bad = desk / f"坏-{name}"
        bad.write_bytes(data)
        try:
            outcome = call(*(bad.name if word == "?" else word for word in command))
            if outcome.code == 2:
                assert any(word in outcome.err for word in ("坏-", "讲话里没有", "名册.csv")), outcome.err
            assert bad.read_bytes() == data
        except AssertionError as error:
            wrong.append(f"{name}: {str(error).splitlines()[0]}")
            outcome = None
        bad.unlink()
        left = sorted(path.name for path in desk.iterdir())
        made = [
            other for other in left if other not in before and other != ".文号登记.lock"
        ]  # stays: others may wait for it
        if outcome and outcome.code == 2 and made:
            wrong.append(f"{name}: left {made}")
        for other in made:
            _remove(desk / other)
        (desk / ".文号登记.lock").unlink(missing_ok=True)
        assert [other for other in left if other in before] == before, name
    assert not wrong, "\n".join(wrong)


def _remove(path: Path) -> None:
    if path.is_dir():
        for inner in path.iterdir():
            _remove(inner)
        path.rmdir()
    else:
        path.unlink()
