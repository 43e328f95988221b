from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tongzhi.errors import InputError
from tongzhi.ledger import cover, service, slips, store
from tongzhi.ledger.importing import Imported
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.model.item import Item


@pytest.fixture
def assigned(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> None:
    bring(
        whole(hazard_no="A", location="1"),
        whole(hazard_no="B", location="2"),
        whole(hazard_no="C", location="3", resp_unit="某局"),
    )
    with ledger.writing() as conn:
        for number in "ABC":
            service.assign(conn, number, step())


@pytest.mark.usefixtures("assigned")
def test_each_unit_gets_one_slip_that_cites_the_handing_over(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    with ledger.writing() as conn:
        made = slips.make_slips(conn, ["A", "B", "C"], step("2020-11-16"), issuer="市安委会办公室")
    assert [(slip.kind, slip.unit, len(slip.items), slip.number) for slip in made] == [
        ("督办", "某矿业有限公司", 2, "督办-2020-001"),
        ("督办", "某局", 1, "督办-2020-002"),
    ]
    data = made[0].to_data()
    assert (data["类型"], data["承办单位"], data["办理时限"]) == (
        "督办",
        "某矿业有限公司",
        "2020-11-19 18:00",
    )
    assert (data["前单编号"], data["来源日期"]) == ("A于2020-11-02交办；B于2020-11-02交办", "2020-11-02")
    assert "逾期7天" in made[0].to_text()


@pytest.mark.usefixtures("assigned")
def test_urging_climbs_and_after_three_suggests_a_talk(
    ledger: Ledger, step: Callable[..., LedgerStep]
) -> None:
    kinds = []
    for day in ("2020-11-05", "2020-11-16", "2020-11-20", "2020-11-24", "2020-11-27", "2020-12-01"):
        with ledger.writing() as conn:
            (slip,) = slips.make_slips(conn, ["A"], step(day))
        kinds.append(slip.kind)
    assert kinds == ["提示", "督办", "催办", "催办", "催办", "约谈"]
    assert "建议约谈" in slip.to_text()
    assert (slip.to_data()["催办次数"], slip.to_data()["前单编号"]) == (4, "催办-2020-003（A）")
    with ledger.reading() as conn:
        assert [change.action for change in store.changes(conn, "A")][2:] == kinds


@pytest.mark.usefixtures("assigned")
def test_slip_is_a_valid_paper_for_every_rung(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    from tongzhi.papers.handover import Handover
    from tongzhi.read.data import Source
    from tongzhi.read.validate import validate

    for kind in slips.KINDS:
        with ledger.writing() as conn:
            (slip,) = slips.make_slips(conn, ["C"], step("2020-11-16"), kind=kind)
        paper = validate(Handover, Source(slip.to_data()), date(2020, 11, 16)).document
        assert paper.kind == slip.paper_kind
        assert "排洪涵洞" in paper.items[0].matter


@pytest.mark.usefixtures("assigned")
def test_preview_leaves_no_trace(ledger: Ledger, step: Callable[..., LedgerStep]) -> None:
    with ledger.writing() as conn:
        slips.make_slips(conn, ["A"], step(), record=False)
    with ledger.reading() as conn:
        assert len(store.changes(conn, "A")) == 2


def test_unassigned_item_is_not_urged(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> None:
    bring(whole())
    with ledger.writing() as conn, pytest.raises(InputError, match="还没有交单"):
        slips.make_slips(conn, ["H-1"], step())


def test_cover_names_the_missing_and_counts_hazards_and_inspections(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
    tmp_path: Path,
) -> None:
    roster, checks = tmp_path / "应查.csv", tmp_path / "检查.csv"
    roster.write_text(
        "单位名称,县区\n甲矿,青川县\n乙矿（东）,青川县\n丙矿,江南区\n丁矿,江南区\n", encoding="utf-8"
    )
    checks.write_text(
        "单位名称,检查日期,检查人,隐患数\n乙矿(东),2020-10-20,李某,0\n丁矿,2020-12-20,李某,1\n",
        encoding="utf-8",
    )
    bring(whole(entity="甲矿"))
    for expected in ((4, 0), (0, 4)):
        with ledger.writing() as conn:
            assert cover.add_population(conn, "非煤矿山企业", roster)[:2] == expected
    for again in ((1, 0), (0, 1)):
        with ledger.writing() as conn:
            new, known, notes = cover.add_inspections(conn, checks, step().sign)
        assert (new, known) == again
        assert "晚于今天" in str(notes[0])
    with ledger.reading() as conn:
        found = cover.measure_cover(conn, "非煤矿山企业", declared=114)
    assert (found.inspected, found.target, found.members, found.unlisted) == (2, 114, 4, 110)
    assert found.missing == [("丙矿", "江南区"), ("丁矿", "江南区")]
    assert found.zero == ["乙矿（东）"]
    with ledger.reading() as conn:
        assert cover.measure_cover(conn, "非煤矿山企业", since=date(2020, 10, 25)).inspected == 1
        with pytest.raises(InputError, match="已有：非煤矿山企业"):
            cover.measure_cover(conn, "尾矿库")


def test_slip_says_how_many_days_are_left_and_that_a_major_hazard_stays_under_control(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> None:
    bring(
        whole(level="重大", basis="某标准第三条", fix_now=True, interim_control="专人盯守"),
        whole(hazard_no="H-2", location="2", due=date(2020, 11, 5)),
    )
    bring(
        {
            "隐患编号": "R-1",
            "隐患描述": "加强值班值守",
            "整改责任单位": "某矿业有限公司",
            "时限说明": "长期坚持",
        },
        kind="任务",
    )
    with ledger.writing() as conn:
        for number in ("H-1", "H-2", "R-1"):
            service.assign(conn, number, step())
        [slip] = slips.make_slips(conn, ["H-1", "H-2", "R-1"], step("2020-11-05"))
    text = slip.to_text()
    assert "还有4天" in text
    assert "今天到期" in text
    assert "时限未定" in text
    assert "重大事故隐患未排除前，管控措施不得放松" in text


def test_list_without_names_is_refused_and_a_line_without_one_is_told(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "应查.csv").write_text("县区,电话\n青川县,1\n", encoding="utf-8")
    with ledger.writing() as conn, pytest.raises(InputError, match="没有“单位名称”一列"):
        cover.add_population(conn, "加油站", tmp_path / "应查.csv")
    (tmp_path / "应查.csv").write_text("单位名称,县区\n甲站,青川县\n,江南区\n", encoding="utf-8")
    with ledger.writing() as conn:
        new, _, notes = cover.add_population(conn, "加油站", tmp_path / "应查.csv")
    assert new == 1
    assert "第3行：没有单位名称，没有列入" in str(notes[0])
