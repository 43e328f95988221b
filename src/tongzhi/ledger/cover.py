"""Population cover: who must be inspected, who was, who is missing (已查 n/114)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError
from sqlalchemy import Connection, func, select

from tongzhi.errors import InputError, Place, Problem
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.tables import inspections, items, population
from tongzhi.model.types import read_count, read_day
from tongzhi.read.headers import plain_name
from tongzhi.read.roster import read_roster

ENTITY = ("单位名称", "企业名称", "名称", "单位", "企业", "被检查单位", "entity")
REGION = ("所属地区", "县区", "地区", "县（市、区）", "乡镇", "region")
DAY = ("检查日期", "检查时间", "排查日期", "日期")
INSPECTOR = ("检查人", "检查单位", "检查单位、检查人", "检查组")
FOUND = ("隐患数", "发现隐患", "问题数", "隐患数量")


@dataclass(frozen=True, slots=True)
class Cover:
    """How far a population is inspected.

    Attributes:
        name: of the whole (非煤矿山企业).
        declared: how many there should be by the order (114家), if given.
        members: how many the list names.
        inspected: how many were inspected.
        missing: entity and region of those that were not.
        zero: inspected ones without a single finding, for a second look.
    """

    name: str
    declared: int | None
    members: int
    inspected: int
    missing: list[tuple[str, str]] = field(default_factory=list)
    zero: list[str] = field(default_factory=list)

    @property
    def target(self) -> int:
        """How many must be inspected."""
        return self.declared if self.declared is not None else self.members

    @property
    def unlisted(self) -> int:
        """How many the order counts beyond the list."""
        return max(self.target - self.members, 0)


def add_population(conn: Connection, name: str, path: Path) -> tuple[int, int, list[Problem]]:
    """Take in a list of those who must be inspected; gives how many are new, how many were known, and notes.

    Raises:
        InputError: the list cannot be read or has no column of names.
    """
    new, known, notes = 0, 0, list[Problem]()
    there = set(conn.execute(select(population.c.identity).where(population.c.name == name)).scalars())
    for place, row in _rows(path, notes):
        entity = _pick(row, ENTITY)
        if not entity:
            notes.append(Problem(place, "没有单位名称，没有列入"))
            continue
        key = _hash(name, entity)
        if key in there:
            known += 1
            continue
        there.add(key)
        conn.execute(
            population.insert().values(name=name, entity=entity, region=_pick(row, REGION), identity=key)
        )
        new += 1
    return new, known, notes


def add_inspections(conn: Connection, path: Path, sign: HistorySignature) -> tuple[int, int, list[Problem]]:
    """Take in a list of inspections (单位名称, 检查日期, 检查人, 隐患数); the same one twice counts once.

    Raises:
        InputError: the list cannot be read or has no column of names.
    """
    new, known, notes = 0, 0, list[Problem]()
    there = set(conn.execute(select(inspections.c.identity)).scalars())
    for place, row in _rows(path, notes):
        entity = _pick(row, ENTITY)
        try:
            on = read_day(_cell(row, DAY)) if _cell(row, DAY) is not None else sign.at.date()
            found = read_count(_cell(row, FOUND)) if _cell(row, FOUND) is not None else 0
        except PydanticCustomError as error:
            context = error.context or {}
            notes.append(Problem(place, str(context.get("found")), str(context.get("instead"))))
            continue
        if not entity or on > sign.at.date():
            notes.append(
                Problem(place, "没有单位名称" if not entity else f"检查日期 {on} 晚于今天", "这一行没有记入")
            )
            continue
        key = _hash(entity, on.isoformat(), _pick(row, INSPECTOR))
        if key in there:
            known += 1
            continue
        there.add(key)
        conn.execute(
            inspections.insert().values(
                entity=entity,
                on=on,
                inspector=_pick(row, INSPECTOR),
                found=found,
                at=sign.at,
                by=sign.by,
                identity=key,
            )
        )
        new += 1
    return new, known, notes


def measure_cover(
    conn: Connection, name: str, *, declared: int | None = None, since: date | None = None
) -> Cover:
    """Give how far a population is inspected; a hazard on the list of a member counts as its inspection.

    Raises:
        InputError: no population of that name.
    """
    members = conn.execute(
        select(population.c.entity, population.c.region)
        .where(population.c.name == name)
        .order_by(population.c.id)
    ).all()
    if not members:
        there = "、".join(conn.execute(select(population.c.name).distinct()).scalars())
        raise InputError.one(
            f"没有名为“{name}”的应查名单",
            f"已有：{there}" if there else "先导入：tongzhi ledger cover 名称 --list 应查名单.xlsx",
        )
    found: dict[str, int] = {}
    listed = select(items.c.entity, func.count()).where(items.c.kind == "隐患").group_by(items.c.entity)
    checked = select(inspections.c.entity, func.sum(inspections.c.found)).group_by(inspections.c.entity)
    if since is not None:
        listed = listed.where(items.c.found_on >= since)
        checked = checked.where(inspections.c.on >= since)
    for query in (listed, checked):
        for entity, count in conn.execute(query):
            found[_plain(entity)] = found.get(_plain(entity), 0) + int(count)
    missing = [(row.entity, row.region) for row in members if _plain(row.entity) not in found]
    zero = [row.entity for row in members if found.get(_plain(row.entity)) == 0]
    return Cover(name, declared, len(members), len(members) - len(missing), missing, zero)


def list_populations(conn: Connection) -> list[str]:
    """Give the names of all populations, in the order they came."""
    query = select(population.c.name).group_by(population.c.name).order_by(func.min(population.c.id))
    return list(conn.execute(query).scalars())


def _rows(path: Path, notes: list[Problem]) -> list[tuple[Place, dict[str, Any]]]:

    roster = read_roster(path, known=(*ENTITY, *REGION, *DAY, *INSPECTOR, *FOUND))
    notes += roster.notes
    known = {plain_name(name) for name in ENTITY}
    if not any(plain_name(header.name) in known for header in roster.headers):
        raise InputError.one("没有“单位名称”一列", "表头写 单位名称、县区", place=Place(file=path.name))
    return [
        (roster.place(row.number), {plain_name(key): value for key, value in row.values.items()})
        for row in roster.rows
    ]


def _cell(row: dict[str, Any], labels: tuple[str, ...]) -> Any:

    return next((row[plain_name(label)] for label in labels if plain_name(label) in row), None)


def _pick(row: dict[str, Any], labels: tuple[str, ...]) -> str:
    value = _cell(row, labels)
    return "" if value is None else str(value).strip()


def _plain(entity: str) -> str:
    return re.sub(r"[\s()（）]", "", unicodedata.normalize("NFKC", entity))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(_plain(part) for part in parts).encode()).hexdigest()[:40]
