from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tongzhi.errors import InputError
from tongzhi.ledger import overdue, store
from tongzhi.ledger.calendar_file import render_calendar
from tongzhi.ledger.importing import Imported
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.store import Filter
from tongzhi.model.item import Item

DAY = date(2020, 11, 2)


@pytest.fixture
def some(bring: Callable[..., Imported], whole: Callable[..., Item]) -> None:
    bring(
        whole(hazard_no="A", due=date(2020, 10, 30), location="1"),
        whole(
            hazard_no="B", due=date(2020, 11, 6), location="2", region="江南区", field="消防", level="重大"
        ),
        whole(hazard_no="C", due=None, location="3", entity="100%达标公司", resp_unit="某局"),
        whole(hazard_no="D", due=date(2020, 11, 8), location="4", region="江南区"),
    )


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(), "ABDC"),
        (Filter(states=("列单",)), "ABDC"),
        (Filter(states=("交单",)), ""),
        (Filter(regions=("江南区",)), "BD"),
        (Filter(fields=("消防",), regions=("江南区",)), "B"),
        (Filter(owners=("某局",)), "C"),
        (Filter(level="重大"), "B"),
        (Filter(kind="任务"), ""),
        (Filter(text="100%"), "C"),
        (Filter(text="%"), "C"),
        (Filter(text="涵洞"), "ABDC"),
        (Filter(overdue_on=DAY), "A"),
        (Filter(due_from=DAY, due_until=date(2020, 11, 8)), "BD"),
        (Filter(found_from=date(2020, 10, 27)), ""),
        (Filter(found_until=date(2020, 10, 26)), "ABDC"),
        (Filter(found_until=date(2020, 10, 25)), ""),
    ],
)
def test_lists_are_narrowed_and_in_order_of_time_limits(ledger: Ledger, wanted: Filter, numbers: str) -> None:
    with ledger.reading() as conn:
        lines, total = store.page(conn, wanted)
    assert ("".join(line.hazard_no for line in lines), total) == (numbers, len(numbers))


@pytest.mark.usefixtures("some")
def test_pages_follow_each_other(ledger: Ledger) -> None:
    with ledger.reading() as conn:
        pages = [store.page(conn, Filter(), size=3, number=number)[0] for number in (1, 2, 3)]
    assert ["".join(line.hazard_no for line in lines) for lines in pages] == ["ABD", "C", ""]


@pytest.mark.usefixtures("some")
def test_late_and_due_are_counted_on_the_workday_calendar(ledger: Ledger) -> None:
    with ledger.reading() as conn:
        (late,) = overdue.list_overdue(conn, DAY)
        coming = overdue.list_due(conn, DAY, date(2020, 11, 8))
    assert late.remark == "逾期3天（1个工作日）"
    assert [due.remark for due in coming] == [
        "还有4天（4个工作日）",
        "还有6天（4个工作日）；时限是休息日，顺延为2020-11-09",
    ]


def test_what_falls_due_today_is_not_late(
    ledger: Ledger, bring: Callable[..., Imported], whole: Callable[..., Item]
) -> None:
    bring(whole(due=DAY))
    with ledger.reading() as conn:
        assert overdue.list_overdue(conn, DAY) == []
        assert overdue.list_due(conn, DAY, DAY)[0].remark == "今天到期"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15个工作日", date(2020, 10, 28)),
        ("15个工作日内", date(2020, 10, 28)),
        ("30天", date(2020, 10, 30)),
        ("2020-10-31", None),
    ],
)
def test_terms_are_counted_over_the_national_day_holiday(text: str, day: date | None) -> None:
    # 27 September and 10 October 2020 were make-up workdays, 1 to 8 October a holiday
    assert overdue.read_term(text, date(2020, 9, 30)) == day


def test_term_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(InputError):
        overdue.read_term("9999天", date(9990, 1, 1))


@pytest.mark.usefixtures("some")
def test_calendar_rings_three_workdays_before_and_is_the_same_each_time(ledger: Ledger) -> None:
    with ledger.reading() as conn:
        dues = [*overdue.list_overdue(conn, DAY), *overdue.list_due(conn, DAY, date(2020, 11, 8))]
    text = render_calendar(dues, DAY)
    assert text == render_calendar(dues, DAY)
    plain = text.decode().replace("\r\n ", "")
    assert plain.count("BEGIN:VEVENT") == 3
    assert "SUMMARY:【逾期】A" in plain
    # Friday the 6th less three workdays is Tuesday the 3rd, nine o'clock
    assert "DTSTART;VALUE=DATE:20201106" in plain
    assert "TRIGGER:-P2DT15H" in plain
