from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tongzhi.cli.ledger import ledger_command
from tongzhi.cli.main import run
from tongzhi.ledger import brief, service, store
from tongzhi.ledger.importing import Imported
from tongzhi.ledger.lamps import URGED, count_lamps, to_urge
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.model.item import Item
from tongzhi.word.text import read_text

DAY = date(2020, 11, 9)


@pytest.fixture
def mixed(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> Ledger:
    """One late by five days, one due today and one in a week, one in nine days, one never handed over."""
    days = {"A": 4, "B": 9, "C": 16, "D": 18, "E": 5}
    bring(
        *(
            whole(hazard_no=number, location=number, due=date(2020, 11, day), resp_unit=f"{number}矿业公司")
            for number, day in days.items()
        )
    )
    with ledger.writing() as conn:
        for number in "ABCD":
            service.assign(conn, number, step())
    return ledger


def test_lamps_change_at_the_limit_and_a_week_before(mixed: Ledger) -> None:
    with mixed.reading() as conn:
        lines = list(store.lines(conn, store.Filter()))
    assert count_lamps(lines, DAY) == {"r": 2, "y": 2, "g": 1, "n": 0, "done": 0}
    assert count_lamps(lines, date(2020, 11, 10)) == {"r": 3, "y": 1, "g": 1, "n": 0, "done": 0}


def test_only_what_is_in_hand_is_urged(mixed: Ledger) -> None:
    with mixed.reading() as conn:
        wanted, timeless = to_urge(store.lines(conn, store.Filter()), DAY, date(2020, 11, 16))
    assert ([line.hazard_no for line in wanted], timeless) == (["A", "B", "C"], [])
    assert all(line.state in URGED for line in wanted)


def test_the_figures_of_the_brief_are_those_of_the_ledger(mixed: Ledger) -> None:
    with mixed.reading() as conn:
        made = brief.make_brief(conn, DAY)
    said = brief.brief_text(made, "市安委会办公室")
    assert "台账列入5项，已销号0项" in said
    assert "红灯（逾期）2项，黄灯（七天内到期）2项，绿灯（正常）1项，没定时限0项" in said
    assert "近7天列入0项" in said  # everything came in on 2 November
    assert said.index("A矿业公司") < said.index("E矿业公司")
    assert said.endswith("市安委会办公室\n")
    with mixed.reading() as conn:
        assert "近7天列入5项" in brief.brief_text(brief.make_brief(conn, date(2020, 11, 8)))


def test_more_units_than_the_page_holds_are_summed_up(
    ledger: Ledger, bring: Callable[..., Imported], whole: Callable[..., Item]
) -> None:
    bring(
        *(
            whole(hazard_no=f"N{at}", location=str(at), region=f"第{at}县", due=date(2020, 11, 1))
            for at in range(40)
        )
    )
    with ledger.reading() as conn:
        made = brief.make_brief(conn, DAY)
    rows = brief.shown_rows(made.table)
    assert len(rows) == brief.ROWS
    assert rows[-1].name == f"其余{40 - brief.ROWS + 1}个"
    assert sum(row.total for row in rows) == made.table.total.total == 40
    assert brief.left_out(made) == "逾期的另有38项，见台账。"


def test_whom_to_remind_gets_both_files_and_who_cannot_be_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TONGZHI_TODAY", "2020-11-09")
    monkeypatch.setenv("TONGZHI_BY", "张三")
    monkeypatch.delenv("TONGZHI_DB", raising=False)
    Path("清单.csv").write_text(
        "隐患编号,所属地区,单位名称,隐患描述,整改措施,整改责任单位,整改责任人,整改资金,整改时限,应急预案,状态\n"
        "M-1,青川县,甲矿,涵洞淤堵,清淤,甲矿,王某,0,2020-11-01,预案,办单\n"
        "M-2,青川县,乙厂,通道堵塞,清走,乙厂,李某,0,2020-11-12,预案,办单\n"
        "M-3,青川县,丙站,灭火器过期,更换,丙站,赵某,0,2020-12-30,预案,办单\n",
        encoding="utf-8",
    )
    assert run(["ledger", "import", "清单.csv"]) == 0
    assert run(["ledger", "remind", "--week", "-o", "催办"]) == 0
    names = sorted(path.name for path in Path("催办").iterdir())
    assert [name.split("-")[-1] for name in names] == ["乙厂.docx", "乙厂.txt", "甲矿.docx", "甲矿.txt"]
    assert "逾期8天" in next(Path("催办").glob("*甲矿.txt")).read_text(encoding="utf-8")
    assert "M-2" in read_text(next(Path("催办").glob("*乙厂.docx")).read_bytes())
    assert "2 个单位，2 条" in capfd.readouterr().err
    run(["ledger", "history", "M-2"])
    assert "提示" in capfd.readouterr().out
    assert run(["ledger", "remind", "--week", "--within", "3天"]) == 2
    assert run(["ledger", "brief", "-o", "简报.docx"]) == 0
    assert "要盯住的" in read_text(Path("简报.docx").read_bytes())
    assert run(["ledger", "brief", "-o", "简报.xlsx"]) == 2


def test_both_commands_are_listed() -> None:
    assert {"remind", "brief"} <= set(ledger_command.parts)
