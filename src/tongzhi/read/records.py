"""Rosters as data: .json, .jsonl and .yaml, one record for each row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tongzhi.errors import InputError, Place, TongzhiError
from tongzhi.read.data import parse_values, read_bytes
from tongzhi.read.strict import parse_json
from tongzhi.read.tables import Fault

MAX_BYTES = 500_000_000
_NO_RECORD = "不是一条 JSON 记录（每行写一个 {…}）"
Record = tuple[int, dict[str, Any] | Fault]
"""The line (or, in .json, the position from 1) of a record, and its values, or what could not be read."""


def read_records(path: Path) -> list[Record]:
    """Read a list of records, or a mapping that holds exactly one such list.

    Raises:
        InputError: the file holds no list of records.
    """
    data = read_bytes(path, MAX_BYTES)
    suffix = path.suffix.lower()
    if suffix in (".jsonl", ".ndjson"):
        return _json_lines(data, path.name)
    values, lines = parse_values(data, path.name, is_json=suffix == ".json")
    key: tuple[str | int, ...] = ()
    if isinstance(values, dict):
        lists = [name for name, value in values.items() if isinstance(value, list) and value]
        if len(lists) != 1 or not all(isinstance(item, dict) for item in values[lists[0]]):
            if lists:
                raise InputError.one(
                    "看不出哪一个列表是名册", "最外层写成列表，每项一行", place=Place(file=path.name)
                )
            return [(1, _named(values))] if values else []
        key, values = (lists[0],), values[lists[0]]
    if values is None:
        return []
    if not isinstance(values, list) or not all(isinstance(item, dict) for item in values):
        raise InputError.one(
            "名册应是列表，每项是“字段: 值”", "写成一项一行，如 - 县区: 青川县", place=Place(file=path.name)
        )
    return [(lines.get((*key, position), position + 1), _named(item)) for position, item in enumerate(values)]


def _named(record: dict[Any, Any]) -> dict[str, Any]:
    return {str(key).strip(): value for key, value in record.items()}


def _record(line: str, name: str, number: int) -> dict[str, Any] | Fault:
    try:
        record = parse_json(line, name, line=number, halves=True)
    except TongzhiError as error:
        found = error.problems[0].found
        return Fault(_NO_RECORD if found.startswith("JSON") else found)
    return _named(record) if isinstance(record, dict) else Fault(_NO_RECORD)


def _json_lines(data: bytes, name: str) -> list[Record]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    records: list[Record] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        records.append((number, _record(line, name, number)))
    if all(isinstance(record, Fault) for _, record in records) and records:
        number, fault = records[0]
        found = "没有一行是 JSON 记录" if fault == _NO_RECORD else str(fault)
        raise InputError.one(found, "每行写一个 {…}", place=Place(file=name, line=number))
    return records
