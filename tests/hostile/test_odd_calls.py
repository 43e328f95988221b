"""Calls that cannot be: each ends as the contract says, with a word, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Call

FILES: dict[str, bytes] = {
    "空.yaml": b"",
    "列表.yaml": b"- a\n- b\n",
    "标量.yaml": "你好\n".encode(),
    "深.yaml": b"a: " + b"[" * 60 + b"]" * 60 + b"\n",
    "两份.yaml": b"a: 1\n---\nb: 2\n",
    "制表.yaml": b"a:\n\tb: 1\n",
    "假.docx": "这不是文件".encode(),
    "空.docx": b"",
    "假.xlsx": b"PK\x03\x04xxxx",
    "空白.txt": "  \n\n　".encode(),
    "头.csv": "县区,存在问题\n".encode(),
    "新.json": b'{"schema": "tongzhi.tasks/9", "tasks": []}',
    "映射.json": b'{"schema": "tongzhi.tasks/2", "tasks": {}}',
    "半.json": b"[1,2",
    "无.json": b'{"schema": "tongzhi.tasks/2", "tasks": [null]}',
}
CALLS = [
    *(f"fill notice {name} -o 出.docx" for name in ("空.yaml", "列表.yaml", "标量.yaml", "深.yaml", "两份.yaml", "制表.yaml")),
    "fill 没有这种 通知.yaml -o 出.docx",
    "fill notice 通知.yaml --set 没等号 -o 出.docx",
    "fill notice 通知.yaml --set =值 -o 出.docx",
    "fill notice 通知.yaml --set 不存在的字段=1 -o 出.docx",
    "format 假.docx -o 出.docx",
    "compare 假.docx 空.docx -o 出.docx",
    "template vars 假.docx",
    "new notice --from 假.docx -o 出.yaml",
    "new notice --from 假.xlsx -o 出.yaml",
    "new notice -o 出.pdf",
    "tidy 假.xlsx -o 出.docx",
    "tidy 空白.txt -o 出.docx",
    "restore 假.docx",
    "restore 没有.zip",
    "seats 假.xlsx -o 出",
    "rsvp 没有夹 -o 出.xlsx",
    "keywords 空白.txt",
    "extract 空白.txt -o 出.json",
    "extract 假.docx -o 出.json",
    "extract 讲话.txt --owners 列表.yaml -o 出.json",
    "extract 讲话.txt --encoding 不存在 -o 出.json",
    "extract 讲话.txt -o 出.没有",
    "draft 空白.txt --meeting 会议.yaml -o 出",
    "draft 讲话.txt --meeting 列表.yaml -o 出",
    "batch circular 假.xlsx -o 出",
    "batch circular 头.csv --common 公共.yaml -o 出",
    "batch circular 名册.csv --common 没有.yaml -o 出",
    "batch circular 名册.csv --common 公共.yaml -o 出 --jobs -3",
    "batch circular 名册.csv --common 公共.yaml -o 出 --name {没有}.docx",
    "batch circular 名册.csv --common 公共.yaml -o 出 --map 县区",
    "feedback split 假.xlsx -o 出",
    "feedback merge 假.xlsx --tasks 任务.json -o 出.xlsx",
    "ledger list --db 没有.db",
    "ledger list --db 假.docx",
    *(
        command.replace("@", name)
        for name in ("新.json", "映射.json", "半.json", "无.json")
        for command in (
            "draft 讲话.txt --meeting 会议.yaml --tasks @ -o 出",
            "ledger import @ --db 出.db",
            "feedback split @ -o 出",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("line", CALLS)
def test_call_that_cannot_be_is_refused_whole(line: str, desk: Path, call: Call):
    for name, data in FILES.items():
        (desk / name).write_bytes(data)
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    outcome = call(*line.split(" "))
    assert outcome.code == 2, outcome
    assert not outcome.out
    assert len(outcome.err.splitlines()) < 25
    after = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    assert {path: data for path, data in after.items() if path.suffix != ".db"} == before
