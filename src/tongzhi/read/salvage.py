"""A profile with some bad lines → what of it can be used, and what is wrong with the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import check_rules, field_names, is_blank
from tongzhi.papers.profile import Issuer, Profile
from tongzhi.read.data import Source, parse_data, read_bytes
from tongzhi.read.strict import refuse_half_bytes
from tongzhi.read.validate import owner_of, place_of, problem_of

Faults = dict[str, list[Problem]]
"""English name of a top-level field (or the key as written) → what is wrong with it."""


def salvage_source(path: Path) -> tuple[Source, list[Problem]]:
    """Read a `.yaml` profile block by block, so that one bad line costs only the entry it stands in.

    Raises:
        InputError: not a single entry can be read, or the file cannot.
    """
    data = read_bytes(path)
    refuse_half_bytes(data, path.name)
    try:
        return parse_data(data, path.name), []
    except InputError:
        text = (
            data.decode("utf-8-sig", "replace")
            if b"\xff\xfe" not in data[:2]
            else data.decode("utf-16", "replace")
        )
        values: dict[str, Any] = {}
        lines: dict[tuple[str | int, ...], int] = {}
        problems: list[Problem] = []
        for first, block in _blocks(text):
            read, told = _read_block(block, first, path.name)
            problems += told
            for key, value in read.values.items():
                if key in values:
                    problems.append(
                        Problem(
                            Place(file=path.name, line=first, field=key),
                            "这个字段写了两次",
                            "只留一个；先用前面的",
                        )
                    )
                    continue
                values[key] = value
                lines |= {
                    place: line + first - 1 for place, line in read.lines.items() if place and place[0] == key
                }
        if not values:
            raise
        return Source(values, lines, path.name), _colons_once(problems)


def _colons_once(problems: list[Problem]) -> list[Problem]:
    """Say of all entries with wrong colons in one line that they were read all the same."""
    mended = [one for one in problems if one.found.endswith(_READ)]
    if len(mended) < 2:
        return problems
    lines = "、".join(str(one.place.line) for one in mended)
    first = replace(
        mended[0], place=replace(mended[0].place, line=None), found=f"第{lines}行：{mended[0].found}"
    )
    return [first, *(one for one in problems if one not in mended)]


_READ = "这次照读了"


def _blocks(text: str) -> list[tuple[int, str]]:
    """Give the top-level entries of a YAML text with the number of their first line."""
    blocks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if re.match(r"[^\s\-]", line) or not blocks:
            blocks.append((number, [line]))
        else:
            first, held = blocks[-1]
            held += [""] * (number - first - len(held)) + [line]
    return [(first, "\n".join(held)) for first, held in blocks]


def _read_block(block: str, first: int, name: str) -> tuple[Source, list[Problem]]:
    try:
        return parse_data(block.encode(), name), []
    except InputError as error:
        mended = re.sub(r"(?m)^([ \t　]*(?:-[ \t　]*)?[㐀-鿿A-Za-z]{1,12})[ 　]*：[ \t　]*", r"\1: ", block)
        mended = re.sub(r"(?m)^(\s*(?:-\s*)?[㐀-鿿]{1,12}):(?=\S)", r"\1: ", mended).replace("\t", "  ")
        try:
            found = parse_data(mended.encode(), name)
        except InputError:
            height = block.count("\n") + 1
            told = [
                replace(
                    one,
                    place=replace(one.place, file=name, line=first + min(one.place.line or 1, height) - 1),
                )
                for one in error.problems
            ]
            return Source({}, {}, name), [replace(one, found=f"{one.found}，这一项没有用") for one in told]
        said = "冒号要用半角、后面空一格" if mended != block else ""
        return found, [Problem(Place(file=name, line=first), f"{said}，{_READ}", "改成半角冒号加空格")]


def _with_issuer(values: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Put 代字 and 下一文号 that stand beside 发文机关 into it, when there is one issuer only."""
    own = field_names(Issuer)
    loose = {key: value for key, value in values.items() if key not in names and own.get(key) in _LOOSE}
    key = next((key for key in values if names.get(key) == "issuers"), "发文机关")
    held = values.get(key) or next((value for name, value in values.items() if names.get(name) == "name"), "")
    one = held[0] if isinstance(held, list) and len(held) == 1 else held
    if not loose or not one or isinstance(one, list):
        return values
    issuer = dict(one) if isinstance(one, Mapping) else {"名称": one}
    rest = {name: value for name, value in values.items() if name not in loose}
    return {**rest, key: {**issuer, **loose}}


_LOOSE = ("code", "next_number", "year", "mark")


def salvage(source: Source) -> tuple[Profile, Faults]:
    """Make a profile of what is right in a source; entries that are wrong are left out, each with what to write instead.

    Raises:
        InputError: it is no profile: half of its entries or more are none, and the office's name is missing.
    """
    faults: Faults = {}
    names = field_names(Profile)
    values = _with_issuer(dict(source.values), names)
    known = [key for key in values if key in names]
    if len(known) * 2 <= len(values) and not any(names.get(key) == "name" for key in known):
        raise InputError.one(
            f"这不像本单位配置，认得的只有 {'、'.join(known) or '没有'}",
            "核对文件；tongzhi new profile 可生成",
            place=Place(file=source.name),
        )
    for _ in range(200):
        try:
            made = Profile.model_validate(values)
            break
        except ValidationError as error:
            for found in error.errors(include_url=False):
                path = tuple(found["loc"])
                key = names.get(str(path[0]), str(path[0])) if path else ""
                problem = problem_of(Profile, source, dict(found))
                faults.setdefault(key, [])
                if problem not in faults[key]:
                    faults[key].append(problem)
                values = _without(values, path, names, str(found["type"]))
    else:  # pragma: no cover  every round takes something out
        made = Profile.model_construct(name="")
    if not made.name or made.name == _NOBODY:
        object.__setattr__(made, "name", made.issuers[0].name if made.issuers else "")
    for mark, path, wrong in check_rules(made, date.max):
        if mark.level == "error" and path:
            key = str(path[0])
            faults.setdefault(key, []).append(
                Problem(place_of(Profile, source, path), wrong.found, wrong.instead, mark.source)
            )
            field = Profile.model_fields.get(key)
            if field is not None and not field.is_required():
                object.__setattr__(made, key, field.get_default(call_default_factory=True))
    return made, faults


_NOBODY = "〇"
"""Stands for the office's name while the rest is read, when it is missing."""


def _without(
    values: dict[str, Any], path: tuple[Any, ...], names: Mapping[str, str], kind: str
) -> dict[str, Any]:
    """Give the values without the smallest part that holds a fault: a key of a record, a record of a list, an entry."""
    top = (
        next((key for key in values if names.get(key, key) == names.get(str(path[0]), str(path[0]))), None)
        if path
        else None
    )
    if top is None:
        return {**values, "name": _NOBODY} if path and path[0] in ("name", "单位名称") else values
    if top is not None and names.get(top, top) == "name":
        return {**{key: value for key, value in values.items() if key != top}, "name": _NOBODY}
    held = values[top]
    if len(path) > 1 and isinstance(held, list) and isinstance(path[1], int) and path[1] < len(held):
        item = held[path[1]]
        inner = _without_part(item, path, kind) if len(path) > 2 and isinstance(item, dict) else None
        if inner is not None:
            rest = [*held[: path[1]], inner, *held[path[1] + 1 :]]
        else:
            rest = [*held[: path[1]], *held[path[1] + 1 :]]
        return (
            {**values, top: rest}
            if not is_blank(rest)
            else {key: value for key, value in values.items() if key != top}
        )
    if isinstance(held, dict) and len(path) > 2 and isinstance(path[1], int):
        part = _without_part(held, path, kind)
        return {**values, top: part} if part else {key: value for key, value in values.items() if key != top}
    if len(path) > 1 and isinstance(held, dict) and kind == "extra_forbidden":
        rest_of = {key: value for key, value in held.items() if str(key) != str(path[-1])}
        if len(rest_of) < len(held):
            return {**values, top: rest_of}
    return {key: value for key, value in values.items() if key != top}


def _without_part(item: dict[str, Any], path: tuple[Any, ...], kind: str) -> dict[str, Any] | None:
    """Give a record without its wrong entry, `None` when that entry is missing or its only one."""
    if kind == "missing":
        return None
    owner = owner_of(Profile, path[:-1])
    names = field_names(owner) if owner else {}
    wanted = names.get(str(path[2]), str(path[2]))
    rest = {key: value for key, value in item.items() if names.get(str(key), str(key)) != wanted}
    return rest if 0 < len(rest) < len(item) else None
