"""Feed every reader with spoilt files: `python fuzz/run.py --seconds 60` (CI: `--count 800`).

A reader may give a value or raise a TongzhiError; anything else, or more than ten seconds on one input, is a finding. Findings are
kept under `tests/hostile/findings/TARGET-HASH`, where a test replays them.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

FINDINGS = Path(__file__).resolve().parent.parent / "tests" / "hostile" / "findings"
SLOW = 10.0
DAY = date(2026, 9, 17)
Read = Callable[[Path], object]


def _data(path: Path) -> object:
    from tongzhi.papers.notice import Notice
    from tongzhi.read.data import read_data
    from tongzhi.read.validate import validate

    return validate(Notice, read_data(path), DAY)


def _form(path: Path) -> object:
    from tongzhi.papers.notice import Notice
    from tongzhi.read.form import read_form
    from tongzhi.read.validate import validate

    return validate(Notice, read_form(path, Notice), DAY)


def _roster(path: Path) -> object:
    from tongzhi.read.roster import read_roster

    return list(read_roster(path).rows)


def _speech(path: Path) -> object:
    from tongzhi.extract.tasks import extract_tasks
    from tongzhi.read.speech import read_speech

    speech = read_speech(path)
    tasks = extract_tasks(speech.text, cues=speech.cues)
    for task in tasks.tasks:
        assert speech.text[task.source.start : task.source.end] == task.text
    return tasks


def _paper(path: Path) -> object:
    from tongzhi.check.run import check

    return check(path)


def _template(path: Path) -> object:
    from tongzhi.engine.template import Template

    template = Template(path, missing="blank")
    return template.check(), template.render(dict.fromkeys(template.variables(), "值"))


def _tasks(path: Path) -> object:
    from tongzhi.read.tasklist import read_tasklist

    return read_tasklist(path)


TARGETS: dict[str, Read] = {
    "data.yaml": _data,
    "data.json": _data,
    "form.xlsx": _form,
    "roster.xlsx": _roster,
    "roster.csv": _roster,
    "roster.json": _roster,
    "roster.jsonl": _roster,
    "roster.yaml": _roster,
    "speech.txt": _speech,
    "speech.md": _speech,
    "speech.srt": _speech,
    "speech.vtt": _speech,
    "speech.docx": _speech,
    "paper.docx": _paper,
    "template.docx": _template,
    "tasks.json": _tasks,
    "tasks.xlsx": _tasks,
    "tasks.csv": _tasks,
    "tasks.md": _tasks,
}
_SPEECH = "各县区要在9月30日前完成危化企业隐患排查，市应急局牵头。\n一、工作要求\n（一）24小时值班。\n明天上报方案；“四个严禁”！\n"
_TEMPLATE = (
    "{{ 标题 }}{% if 附注 %}{{ 附注 }}{% endif %}{%p for x in 名单 %}{{ x.姓名|upper }}{%p endfor %}{# 注 #}"
)
_PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"&", b"<", b"]]>", b"{{", b"}}", b"{%", b"%}", b'"', b"'", b",", b"\r", b"\t", b":", b"- ",
    b"[", b"{", b"\xf0\xa0\xae\xb7", b"9999999999999999999", b"-1", b"1e309", b"2026-02-30", b"-->", b"\xed\xa0\x80", b"!!", b"*a", b"|",
)  # fmt: skip


def seeds(target: str) -> bytes:
    """Give a good file for a target."""
    kind, ending = target.split(".")
    if kind in ("data", "form"):
        from tongzhi.cli.main import run

        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            path = Path(folder) / f"n.{ending}"
            run(["new", "notice", "-o", str(path), "--today", DAY.isoformat()])
            return path.read_bytes()
    if kind == "tasks":
        from tongzhi.extract.tasks import extract_tasks
        from tongzhi.render.tasklist import render_tasks

        return render_tasks(extract_tasks(_SPEECH), ending)
    if kind == "roster":
        return _roster_seed(ending)
    cue = "00:00:05.500 --> 00:00:09.000" if ending == "vtt" else "00:00:05,500 --> 00:00:09,000"
    if ending in ("srt", "vtt"):
        head = "WEBVTT\n\n" if ending == "vtt" else ""
        return f"{head}1\n{cue}\n{_SPEECH}".encode()
    if ending == "docx":
        import docx

        paper = docx.Document()
        for line in (_TEMPLATE if kind == "template" else _SPEECH).splitlines():
            paper.add_paragraph(line)
        paper.add_table(2, 2).cell(0, 0).text = "序号"
        made = io.BytesIO()
        paper.save(made)
        return made.getvalue()
    return _SPEECH.encode()


def _roster_seed(ending: str) -> bytes:
    if ending == "xlsx":
        import openpyxl

        book = openpyxl.Workbook()
        sheet = book.active
        for row in (
            ("县区", "存在问题", "整改时限"),
            ("青川县", "台账不全", DAY),
            ("昭化区", "=1+1", "#N/A"),
        ):
            sheet.append(row)
        sheet.merge_cells("A2:A3")
        made = io.BytesIO()
        book.save(made)
        return made.getvalue()
    return {
        "csv": '县区,存在问题\n青川县,台账不全\n昭化区,"a\nb"\n',
        "json": '[{"县区": "青川县", "存在问题": ["a", "b"]}]',
        "jsonl": '{"县区": "青川县"}\n{"县区": "昭化区"}\n',
        "yaml": "- 县区: 青川县\n  存在问题:\n    - 描述: a\n",
    }[ending].encode()


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Give the file with a few wounds: inside a part when it is a zip, now and then in the zip itself."""
    if data[:2] == b"PK" and chance.random() < 0.85:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        parts[name] = _wound(parts[name], chance)
        if chance.random() < 0.05:
            parts.pop(chance.choice(list(parts)))
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for part, text in parts.items():
                package.writestr(part, text)
        return made.getvalue()
    return _wound(data, chance)


def _wound(data: bytes, chance: random.Random) -> bytes:
    wounded = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(wounded) + 1)
        end = min(len(wounded), at + chance.choice((1, 2, 8, 64)))
        match chance.randrange(6):
            case 0:
                wounded[at:at] = chance.choice(_PIECES)
            case 1:
                del wounded[at:end]
            case 2:
                wounded[at:end] = chance.randbytes(end - at)
            case 3:
                wounded[at:at] = bytes(wounded[at:end]) * chance.choice((1, 3, 50))
            case 4:
                wounded[at:end] = chance.choice(_PIECES)
            case _ if chance.random() < 0.2:
                del wounded[at:]
    return bytes(wounded)


def attempt(target: str, data: bytes) -> str:
    """Read one file; give what went wrong, empty when nothing did."""
    from tongzhi.errors import TongzhiError

    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        path = Path(folder) / target
        path.write_bytes(data)
        began = time.monotonic()
        try:
            TARGETS[target](path)
        except TongzhiError as error:
            if not error.problems or not any("\u4e00" <= char <= "\u9fff" for char in str(error)):
                return f"no Chinese word: {error!r}"
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001  a finding, whatever it is; panics of Rust are no Exception
            return traceback.format_exc()
        took = time.monotonic() - began
        return f"took {took:.1f} s" if took > SLOW else ""


def main() -> int:
    """Run for the given time; 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--count", type=int, help="so many files, however long it takes: the same ones every time"
    )
    parser.add_argument("--target", choices=TARGETS, action="append")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    targets = given.target or list(TARGETS)
    good = {target: seeds(target) for target in targets}
    for target, data in good.items():
        if said := attempt(target, data):
            print(f"{target}: the unspoilt file\n{said}")
            return 1
    end, count, found = time.monotonic() + given.seconds, 0, set()
    while time.monotonic() < end if given.count is None else count < given.count:
        target = targets[count % len(targets)]
        data = spoil(good[target], chance)
        count += 1
        said = attempt(target, data)
        place = said.splitlines()[-3:-1] if said else []
        if said and (target, *place) not in found:
            found.add((target, *place))
            FINDINGS.mkdir(exist_ok=True)
            stem, _, ending = target.partition(".")
            name = f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}.{ending}"
            (FINDINGS / name).write_bytes(data)
            print(f"{name}\n{said}", file=sys.stderr)
    print(f"{count} files read, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
