from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest

from tongzhi.errors import InputError
from tongzhi.ledger import accident_book, slips, stats
from tongzhi.ledger.accident import Harm
from tongzhi.ledger.importing import Imported
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.model.item import Item

DAY = date(2020, 11, 2)


@pytest.fixture
def some(bring: Callable[..., Imported], whole: Callable[..., Item]) -> None:
    bring(
        whole(hazard_no="A", location="1", due=date(2020, 10, 30)),
        whole(hazard_no="B", location="2", level="重大"),
        whole(
            hazard_no="C", location="3", region="江南区", found_on=date(2019, 10, 1), due=date(2019, 10, 31)
        ),
        whole(hazard_no="D", location="4", region="江南区", found_on=date(2019, 12, 1)),
        whole(hazard_no="E", location="5", region=""),
    )


@pytest.mark.usefixtures("some")
def test_counties_are_counted_beside_the_same_span_of_last_year(ledger: Ledger) -> None:
    with ledger.reading() as conn:
        table = stats.count_items(conn, "county", DAY, start=date(2020, 1, 1))
    rows = {row.name: (row.total, row.overdue, row.major_open, row.before) for row in table.rows}
    assert rows == {"青川县": (2, 1, 1, 0), "（未填）": (1, 0, 0, 0), "江南区": (0, 0, 0, 1)}
    assert (table.total.total, table.total.before, table.total.change) == (3, 1, 2.0)


@pytest.mark.usefixtures("some")
def test_months_stand_in_order(ledger: Ledger) -> None:
    with ledger.reading() as conn:
        table = stats.count_items(conn, "month", DAY)
    assert [(row.name, row.total, row.before) for row in table.rows] == [
        ("2019-10", 1, 0),
        ("2019-12", 1, 0),
        ("2020-10", 3, 1),
    ]


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("dimension", list(stats.DIMENSIONS))
def test_each_dimension_sums_to_the_whole(ledger: Ledger, dimension: str) -> None:
    with ledger.reading() as conn:
        table = stats.count_items(conn, dimension, DAY)
    assert table.total.total == sum(row.total for row in table.rows) == 5


def test_leap_day_is_held_against_the_28th() -> None:
    assert stats.year_before(date(2020, 2, 29)) == date(2019, 2, 28)


def count(name: str, total: int, cleared: int, overdue: int = 0) -> stats.Count:
    return stats.Count(name, total, cleared, overdue, 0, 0, 0)


def test_ranking_gives_equal_shares_the_same_place() -> None:
    rows = [
        count("甲", 4, 2),
        count("乙", 2, 1),
        count("丙", 4, 4),
        count("丁", 4, 2, 1),
        count("（未填）", 9, 9),
        count("戊", 0, 0),
    ]
    table = stats.CountTable("county", None, DAY, rows, count("合计", 14, 9))
    assert [(row.place, row.count.name) for row in slips.rank(table)] == [
        (1, "丙"),
        (2, "乙"),
        (2, "甲"),
        (4, "丁"),
    ]


def test_three_falls_and_none_follow_the_newest_reports(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    def record(number: str, when: str, deaths: int) -> None:
        with ledger.writing() as conn:
            accident_book.record(
                conn,
                number,
                step().sign,
                harm=Harm(deaths, 0, 0, Decimal(0)),
                occurred=datetime.fromisoformat(when),
            )

    for number, when, deaths in (
        ("A", "2019-03-01 08:00", 3),
        ("B", "2019-05-01 08:00", 1),
        ("C", "2019-12-01 08:00", 30),
        ("D", "2020-03-01 08:00", 1),
    ):
        record(number, when, deaths)
    record("D", "2020-03-01 08:00", 2)
    with ledger.reading() as conn:
        targets = stats.count_accidents(conn, DAY)
    assert [(each.now, each.before, each.words, each.reached) for each in targets] == [
        (1, 2, "下降50.0%", True),
        (0, 1, "下降100.0%", True),
        (2, 4, "下降50.0%", True),
        (0, 0, "未发生", True),
    ]


def test_workbook_has_a_sheet_and_a_chart_for_each_dimension_and_is_the_same_each_time(
    ledger: Ledger, bring: Callable[..., Imported], whole: Callable[..., Item]
) -> None:
    import io
    import zipfile

    from tongzhi.ledger.workbooks import render_stats

    bring(whole())
    with ledger.reading() as conn:
        every = [stats.count_items(conn, name, DAY) for name in stats.DIMENSIONS]
        targets = stats.count_accidents(conn, DAY)
    made = render_stats(every, targets)
    assert made == render_stats(every, targets)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert sum(name.startswith("xl/charts/chart") for name in names) == len(stats.DIMENSIONS)
    assert sum(name.startswith("xl/worksheets/sheet") for name in names) == len(stats.DIMENSIONS) + 1


def test_share_against_a_year_without_any_is_told_in_words_and_an_unknown_dimension_refused(
    ledger: Ledger,
) -> None:
    assert stats.StatsTarget("较大事故", 2, 0).words == "上升（上年同期为0）"
    with ledger.reading() as conn, pytest.raises(InputError, match="没有“天气”这种统计"):
        stats.count_items(conn, "天气", date(2020, 11, 2))
