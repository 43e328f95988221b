"""The holiday layouts that the `holidays` library knows, kept as a small table so that asking for one day stays cheap.

The library imports a module for every country of the world; the table spares that for the years it covers. After an update of
the library `python -m tongzhi.zh.holiday_table` makes it anew; a test holds it against the library.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from tongzhi.resources import corpus_path

FIRST = 2015
"""The first year of the table; earlier ones come from the library."""
WORK = "班"
"""What stands behind a weekend day on which offices work."""

Layout = tuple[dict[date, str], frozenset[date]]
"""Days off with their names, and weekend days on which offices work."""


def from_library(year: int) -> Layout | None:
    """Ask the library; `None` when the State Council's notice for the year is not known to it."""
    import holidays

    found = holidays.country_holidays("CN", years=[year], language="zh_CN")
    off = {day: name for day, name in found.items() if day.year == year}
    made_up = frozenset(day for day in getattr(found, "weekend_workdays", ()) if day.year == year)
    # every notice since 2001 moves at least one day; an estimate of the library moves none
    return (off, made_up) if any("调休" in name for name in off.values()) else None


@cache
def _table() -> dict[int, Layout]:
    years: dict[int, tuple[dict[date, str], set[date]]] = {}
    for line in corpus_path("holidays.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "\t" not in line:
            continue
        stamp, name = line.split("\t")
        day = date.fromisoformat(stamp)
        off, made_up = years.setdefault(day.year, ({}, set()))
        if name == WORK:
            made_up.add(day)
        else:
            off[day] = name
    return {year: (off, frozenset(made_up)) for year, (off, made_up) in years.items()}


def from_table(year: int) -> Layout | None:
    """Give the layout of a year of the table, else `None`."""
    return _table().get(year)


def make_table(last: int = 2099) -> str:
    """Give the table's text: every year from the first on that the library knows."""
    lines = [
        "# 国务院办公厅公布的放假调休安排：日期、节日名称；“班”是上班的周末。由 python -m tongzhi.zh.holiday_table 生成"
    ]
    for year in range(FIRST, last + 1):
        layout = from_library(year)
        if layout is None:
            break
        rows = {**layout[0], **dict.fromkeys(layout[1], WORK)}
        lines += [f"{day.isoformat()}\t{name}" for day, name in sorted(rows.items())]
    return "\n".join(lines) + "\n"


def write_table(path: Path) -> None:
    """Write the table."""
    path.write_text(make_table(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_table(corpus_path("holidays.tsv"))
