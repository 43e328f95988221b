"""Values of a paper's data by the steps that lead to them: read, put, insert, drop; origins left aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Steps = tuple[str | int, ...]


def value_at(value: Any, steps: Steps) -> Any:
    """Give the value that steps lead to, `None` where there is none."""
    for step in steps:
        value = bare_value(value)
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def change_list(value: Any, steps: Steps, act: Callable[[list[Any], int], list[Any]]) -> Any:
    """Give the data with the list that a row stands in changed at the row."""
    bare = bare_value(value)
    step, rest = steps[0], steps[1:]
    if isinstance(bare, list) and isinstance(step, int) and step < len(bare):
        if not rest:
            return act(bare, step)
        return [*bare[:step], change_list(bare[step], rest, act), *bare[step + 1 :]]
    if isinstance(bare, dict) and rest:
        return {**bare, step: change_list(bare.get(step), rest, act)}
    return value


def insert_rows(value: Any, row: Steps, rows: list[Any]) -> Any:
    """Give the data with rows put in behind a row."""
    return change_list(value, row, lambda found, at: [*found[: at + 1], *rows, *found[at + 1 :]])


def drop_row(value: Any, row: Steps) -> Any:
    """Give the data without a row."""
    return change_list(value, row, lambda found, at: [*found[:at], *found[at + 1 :]])


def leaves_of(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Give the steps to each text that a paper may print, with the text; sources and numbers of tasks are none."""
    value = bare_value(value)
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in ("来源", "任务编号"):
                yield from leaves_of(item, (*steps, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves_of(item, (*steps, number))
    elif isinstance(value, str) and value:
        yield steps, value


def put_value(value: Any, steps: Steps, words: str) -> Any:
    """Give the data with other words at a place."""
    if not steps:
        return words
    value = bare_value(value)
    step, rest = steps[0], steps[1:]
    if isinstance(value, dict):
        return {**value, step: put_value(value.get(step), rest, words)}
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return [*value[:step], put_value(value[step], rest, words), *value[step + 1 :]]
    return value


def bare_value(value: Any) -> Any:
    """Give a value without its origin."""
    return value["值"] if isinstance(value, dict) and "值" in value and "出处" in value else value


def plain_value(value: Any) -> Any:
    """Give a value for comparison: without origins, all as text."""
    value = bare_value(value)
    if isinstance(value, dict):
        return {key: plain_value(item) for key, item in value.items() if key != "来源"}
    if isinstance(value, list):
        return [plain_value(item) for item in value]
    return "" if value is None else "是" if value is True else "否" if value is False else str(value).strip()
