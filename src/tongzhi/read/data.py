"""Data files (YAML, JSON): values as written, each with its line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import yaml

from tongzhi.errors import InputError, LimitError, Place, Problem
from tongzhi.model.base import Path as ValuePath
from tongzhi.read.strict import parse_json, refuse_half_bytes

MAX_BYTES = 20_000_000
MAX_DEPTH = 40
ENDINGS = (".yaml", ".yml", ".json", ".txt", "")
"""What a data file may end in; .txt is what Notepad puts behind 通知.yaml."""
_NULLS = {"", "~", "null", "Null", "NULL"}
_NO_NUMBERS = {
    *(".nan", ".NaN", ".NAN"),
    *(f"{sign}{word}" for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")),
}
"""How YAML 1.2 writes what is no number (chapter 10.2.1.4)."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a data file says.

    Attributes:
        values: the top-level mapping; scalars of YAML are text as written, `None` when empty.
        lines: path of a value (keys and positions as written) → its line, from 1.
        name: the file's name, for messages.
        cells: path of a value of an Excel form → its sheet and row.
        problems: what was already found wrong while reading.
        over: English names of fields whose value was given with `--set`, not in the file.
        odd: Chinese label of a field → what is odd about the value read from an old paper.
        left: what an old paper says that belongs to no field.
        notes: what was assumed or passed over while reading, to be told.
    """

    values: dict[str, Any]
    lines: dict[ValuePath, int] = field(default_factory=dict)
    name: str = ""
    cells: dict[ValuePath, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    over: frozenset[str] = frozenset()
    odd: Mapping[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()

    def place(self, path: ValuePath, label: str) -> Place:
        """Give the place of a value; of its nearest parent when it is missing."""
        if path and path[0] in self.over:
            return Place(file="--set", field=label)
        for end in range(len(path), -1, -1):
            if path[:end] in self.cells:
                return replace(self.cells[path[:end]], file=self.name or None, field=label)
            if path[:end] in self.lines:
                return Place(file=self.name or None, line=self.lines[path[:end]], field=label)
        return Place(file=self.name or None, field=label)

    def with_values(self, values: dict[str, Any], names: Mapping[str, str]) -> Source:
        """Give the source with other values whose top-level keys are English field names.

        Args:
            values: the values, for instance after layers were laid over each other.
            names: every name of a field → its English name.
        """
        return Source(
            values,
            _renamed(self.lines, names),
            self.name,
            _renamed(self.cells, names),
            self.problems,
            self.over,
            notes=self.notes,
        )


_V = TypeVar("_V")


def _renamed(places: Mapping[ValuePath, _V], names: Mapping[str, str]) -> dict[ValuePath, _V]:
    return {
        (names.get(str(path[0]), str(path[0])), *path[1:]): place for path, place in places.items() if path
    }


def read_data(path: Path) -> Source:
    """Read a `.yaml`, `.yml` or `.json` file.

    Raises:
        InputError: it is missing, no text, or wrongly written; every duplicate key is told.
        LimitError: it is larger than 20 MB or nested deeper than 40 levels.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError.one(
            f"填写文件不能是 {ending} 文件",
            "改成 .yaml 或 .json；tongzhi new 可生成样例",
            place=Place(file=str(path)),
        )
    return parse_data(read_bytes(path), path.name, is_json=path.suffix.lower() == ".json")


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Read a file whole.

    Raises:
        InputError: it is missing, a folder, or unreadable.
        LimitError: it is larger than `limit` bytes.
    """
    place = Place(file=str(path))
    try:
        if path.is_dir():
            raise InputError.one("这是一个文件夹", "写明文件名", place=place)
        if path.exists() and not path.is_file():
            raise InputError.one("这不是普通文件", "换一个文件", place=place)
        if path.stat().st_size > limit:
            raise LimitError.one(f"文件超过 {limit // 1_000_000} MB", "拆成几个小文件", place=place)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError.one("文件不存在", "核对文件名和所在文件夹", place=place) from error
    except PermissionError as error:
        raise InputError.one(
            "文件打不开，没有权限或正被占用", "先关闭正在使用它的程序，或检查权限", place=place
        ) from error
    except (OSError, ValueError) as error:
        raise InputError.one("文件打不开", "核对文件名", place=place) from error


UNCHECKED = "核稿不查"
"""The key, or the beginning of a comment, by which a paper names the rules that are not checked in it."""
_COMMENT = re.compile(rf"^\s*#\s*{UNCHECKED}\s*[：:](?P<names>.+)$", re.MULTILINE)


def parse_data(data: bytes, name: str = "", *, is_json: bool = False) -> Source:
    """Read the bytes of a data file; see `read_data`."""
    values, lines = parse_values(data, name, is_json=is_json)
    mapping = _mapping(values, name)
    if not is_json and UNCHECKED.encode() in data:
        named = [found["names"].strip() for found in _COMMENT.finditer(_decode(data, name))]
        given = mapping.get(UNCHECKED) or []
        mapping[UNCHECKED] = [*(given if isinstance(given, list) else [given]), *named]
    return Source(mapping, lines, name)


def parse_values(data: bytes, name: str = "", *, is_json: bool = False) -> tuple[Any, dict[ValuePath, int]]:
    """Read YAML or JSON whose top may be a list too; gives the values and the line of each."""
    text = _decode(data, name)
    if is_json:
        return _parse_json(text, name)
    return _parse_yaml(text, name)


def _decode(data: bytes, name: str) -> str:
    if (
        data[:4] == b"PK\x03\x04"
        or data[:4] == b"\xd0\xcf\x11\xe0"
        or b"\x00" in data[:1000].replace(b"\xff\xfe", b"")
    ):
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return _decode_first(data, name, "utf-16")
        raise InputError.one(
            "这不是文本文件",
            "填写文件应为 .yaml 或 .json；Excel 表请存为 .xlsx 后直接交给 fill",
            place=Place(file=name),
        )
    refuse_half_bytes(data, name)
    return _decode_first(data, name, "utf-8-sig", "gb18030")


def _decode_first(data: bytes, name: str, *encodings: str) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError.one("文字编码认不出", "用记事本另存为 UTF-8", place=Place(file=name))


def _parse_json(text: str, name: str) -> tuple[Any, dict[ValuePath, int]]:
    duplicates: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in items:
            if key in made:
                duplicates.append(key)
            made[key] = value
        return made

    values = parse_json(text, name, pairs=pairs, halves=True)
    if duplicates:
        raise InputError(
            [Problem(Place(file=name, field=key), "这个字段写了两次", "只留一个") for key in duplicates]
        )
    if _depth(values) > MAX_DEPTH:
        raise LimitError.one(f"嵌套超过 {MAX_DEPTH} 层", "减少层数", place=Place(file=name))
    return values, _json_lines(text, values)


def _depth(value: Any) -> int:
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        current, level = waiting.pop()
        deepest = max(deepest, level)
        if isinstance(current, dict):
            waiting.extend((item, level + 1) for item in current.values())
        elif isinstance(current, list):
            waiting.extend((item, level + 1) for item in current)
    return deepest


def _json_lines(text: str, values: Any) -> dict[ValuePath, int]:
    lines: dict[ValuePath, int] = {}
    if isinstance(values, dict):
        for key in values:
            found = text.find(json.dumps(key, ensure_ascii=False))
            if found >= 0:
                lines[(key,)] = text.count("\n", 0, found) + 1
    return lines


def _mapping(values: Any, name: str) -> dict[str, Any]:
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise InputError.one(
            "文件里不是“字段: 值”的样子",
            "每行写 字段名: 值；tongzhi new 可生成样例",
            place=Place(file=name, line=1),
        )
    return {str(key): value for key, value in values.items() if not str(key).startswith("//")}


_WIDE_COLON = re.compile(r"^\s*(?:- )?[\w（）、]+：")


def _parse_yaml(text: str, name: str) -> tuple[Any, dict[ValuePath, int]]:

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        builder = _Builder(name)
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise InputError.one(
            "YAML 写法不对", _yaml_hint(text, line), place=Place(file=name, line=line)
        ) from error
    except yaml.YAMLError as error:
        raise InputError.one(
            "文件里有不能用的字符", "用记事本另存为 UTF-8，删去乱码", place=Place(file=name)
        ) from error
    if builder.duplicates:
        raise InputError(builder.duplicates)
    return builder.root, builder.lines


def _yaml_hint(text: str, line: int | None) -> str:
    rows = text.splitlines()
    near = rows[max(0, (line or 1) - 2) : (line or 1)]
    if any(_WIDE_COLON.match(row) for row in near):
        return "字段名后的冒号要用半角 : 并在后面空一格"
    if any("\t" in row for row in near):
        return "行首不能用 Tab，改用空格"
    return "检查这一行附近：冒号后要空一格，上下行首要对齐，引号要成对"


class _Builder:
    """Builds plain values from YAML events, without recursion, tags or aliases."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.lines: dict[ValuePath, int] = {}
        self.duplicates: list[Problem] = []
        self._stack: list[tuple[Any, list[Any]]] = []
        self._path: list[str | int] = []
        self._started = False

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "AliasEvent":
            raise InputError.one(
                "不支持 YAML 引用（*）",
                "把内容直接写出来；文字以 * 开头时加引号",
                place=Place(file=self.name, line=line),
            )
        if kind in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent"):
            if event.tag not in (None, "!"):
                raise InputError.one(
                    "不支持 YAML 标签（!）",
                    "去掉标签，或给文字加引号",
                    place=Place(file=self.name, line=line),
                )
            if event.anchor is not None:
                raise InputError.one(
                    "不支持 YAML 锚点（&）",
                    "把内容直接写出来；文字以 & 开头时加引号",
                    place=Place(file=self.name, line=line),
                )
        if kind == "DocumentStartEvent":
            if self._started:
                raise InputError.one(
                    "一个文件里有两份内容（---）", "拆成两个文件", place=Place(file=self.name, line=line)
                )
            self._started = True
        elif kind == "ScalarEvent":
            plain = event.style in (None, "") and event.implicit[0]
            if plain and event.value in _NO_NUMBERS:
                raise InputError.one(
                    f"{event.value} 不是数",
                    "写成具体数字；文字加引号；空着就什么也不写",
                    place=Place(file=self.name, line=line),
                )
            self._add(None if plain and event.value in _NULLS else event.value, line, event.value)
        elif kind == "SequenceStartEvent":
            self._open([], line)
        elif kind == "MappingStartEvent":
            self._open({}, line)
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self._stack.pop()
            if self._stack:
                self._path.pop()
                self._stack[-1][1].clear()

    def _open(self, value: Any, line: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise LimitError.one(
                f"嵌套超过 {MAX_DEPTH} 层", "减少层数", place=Place(file=self.name, line=line)
            )
        if self._stack and isinstance(self._stack[-1][0], dict) and not self._stack[-1][1]:
            raise InputError.one(
                "字段名写成了列表或分项",
                "字段名只写文字；文字以 [ 或 { 开头时加引号",
                place=Place(file=self.name, line=line),
            )
        self._put(value, line)
        self._stack.append((value, []))

    def _add(self, value: Any, line: int, raw: str) -> None:
        if self._stack and isinstance(self._stack[-1][0], dict) and not self._stack[-1][1]:
            self._key(raw, line)
            return
        self._put(value, line)
        if self._stack:
            self._path.pop()
            self._stack[-1][1].clear()

    def _key(self, key: str, line: int) -> None:
        container, pending = self._stack[-1]
        if key in container:
            self.duplicates.append(
                Problem(Place(file=self.name, line=line, field=key), "这个字段写了两次", "只留一个")
            )
        pending.append(key)
        self.lines[(*self._path, key)] = line

    def _put(self, value: Any, line: int) -> None:
        if not self._stack:
            self.root = value
            return
        container, pending = self._stack[-1]
        if isinstance(container, dict):
            container[pending[0]] = value
            self._path.append(pending[0])
        else:
            container.append(value)
            self._path.append(len(container) - 1)
            self.lines[tuple(self._path)] = line
