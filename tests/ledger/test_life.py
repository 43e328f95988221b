"""An item at each stage of its life goes out of the ledger, through `fill 整改清单`, and prints the same values."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tongzhi.errors import InputError
from tongzhi.ledger import exporting, papers, service, store, workbooks
from tongzhi.ledger.importing import Imported
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.model.hazard_laws import LAWS, broken_laws
from tongzhi.model.item import Delay, Evidence, Item, State
from tongzhi.papers.rectification import Rectification
from tongzhi.read.sources import read_source
from tongzhi.read.validate import assemble, validate
from tongzhi.render.document import render

DAY = date(2020, 11, 26)
PROOF = (Evidence("整改后照片"),)

Act = Callable[..., Item]


@pytest.fixture
def act(ledger: Ledger, step: Callable[..., LedgerStep]) -> Act:
    """Take one step in the ledger."""

    def take(which: Callable[..., Any], day: str = "2020-11-03", number: str = "H-1", **more: Any) -> Item:
        with ledger.writing() as conn:
            return which(conn, number, step(day), **more).item

    return take


def listed(act: Act) -> None:
    pass


def assigned(act: Act) -> None:
    act(service.assign)


def handling(act: Act) -> None:
    assigned(act)
    act(service.report, progress="正在清淤，完成六成")


def done(act: Act) -> None:
    handling(act)
    act(service.report, "2020-11-06", done_on=date(2020, 11, 5), evidence=PROOF)


def verified(act: Act) -> None:
    done(act)
    act(service.verify, "2020-11-06", verifier="李四")


def cleared(act: Act) -> None:
    verified(act)
    act(service.clear, "2020-11-09", approver="赵六")


def delayed(act: Act) -> None:
    handling(act)
    act(service.delay, "2020-11-05", new_due=date(2020, 11, 30), reason="设备未到", approver="赵六")


def delayed_late(act: Act) -> None:
    handling(act)
    more = {"reason": "暴雨停工", "approver": "赵六", "action": "通报"}
    act(service.delay, "2020-11-12", new_due=date(2020, 12, 4), **more)


def slipped(act: Act) -> None:
    done(act)
    act(service.verify, "2020-11-06", verifier="李四", verdict="不合格", new_due=date(2020, 11, 20))


def slipped_after_a_delay(act: Act) -> None:
    delayed(act)
    act(service.report, "2020-11-06", done_on=date(2020, 11, 5), evidence=PROOF)
    act(service.verify, "2020-11-06", verifier="李四", verdict="不合格", new_due=date(2020, 12, 10))


def reopened(act: Act) -> None:
    cleared(act)
    act(service.send_back, "2020-11-10", reason="隐患反弹", new_due=date(2020, 12, 1))


LIVES = [
    listed, assigned, handling, done, verified, cleared, delayed, delayed_late, slipped, slipped_after_a_delay, reopened,
]  # fmt: skip


def printed(data: bytes) -> list[list[str]]:
    """Give the cells of the rows as they are printed."""
    table = max(Document(io.BytesIO(data)).tables, key=lambda one: len(one.columns))
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def filled(path: Path) -> tuple[bytes, list[str]]:
    source = assemble(Rectification, read_source(path, Rectification), day=DAY)
    checked = validate(Rectification, source, DAY)
    return render(checked.document), [str(each) for each in checked.warnings]


def exports(items: list[Item], folder: Path) -> Iterator[Path]:
    header, rows = exporting.export_table(items)
    made = {
        "清单.yaml": papers.render_yaml(papers.rectification_data(items, DAY)),
        "清单.docx": papers.render_rectification(items, DAY)[0],
        "台账.xlsx": workbooks.render_table("整改台账", header, rows),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
        yield folder / name


@pytest.mark.parametrize("life", LIVES)
def test_item_at_each_stage_fills_again_and_prints_the_same(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    act: Act,
    tmp_path: Path,
    life: Any,
) -> None:
    bring(whole(resp_person="王五"))
    life(act)
    with ledger.reading() as conn:
        item = store.find(conn, "H-1").item
    [row] = printed(papers.render_rectification([item], DAY)[0])
    for path in exports([item], tmp_path):
        assert printed(filled(path)[0]) == [row], path.name
    due = f"{item.due:%Y}年{item.due.month}月{item.due.day}日" if item.due else ""
    assert row[11].replace("\n", "").endswith(due)
    assert (item.progress or item.stage) in row[13]


BARE = {"hazard_no": "H-9", "description": "护栏缺失", "entity": "某厂"}
MIDLIFE = [
    {},
    {"state": State.HANDLING, "due": date(2020, 11, 9)},
    {"state": State.CLEARED, "done_on": date(2020, 11, 5), "closed_on": date(2020, 11, 9), "due": date(2020, 11, 9)},
    {"state": State.CLEARED, "level": "重大", "stop_order": "停用"},
    {"due_note": "立行立改", "measures": "立即整改", "resp_person": "某厂", "verifier": "某厂"},
    {"due_note": "尽快", "found_by": "夜查", "category": "用电安全", "evacuated": "无需撤离", "listed": "市安委办"},
    {"evacuated": "已转移到村部", "resume_ok": "县局复查同意", "plan_filed": "11月报县局", "oversight_unit": "某厂", "resp_unit": "某厂"},
    {"due": date(2020, 11, 30), "extensions": (Delay("", "缺料", "2020-11-09", "2020-11-30", ""),)},
]  # fmt: skip


@pytest.mark.parametrize("more", MIDLIFE)
def test_record_that_came_in_mid_life_prints_with_what_it_has(tmp_path: Path, more: dict[str, Any]) -> None:
    item = Item(**{**BARE, **more})
    data, notes = papers.render_rectification([item], DAY, issuer="某县安委会办公室")
    [row] = printed(data)
    for path in list(exports([item], tmp_path))[:2]:
        assert printed(filled(path)[0]) == [row]
    words = "\n".join(row)
    for value in (
        "护栏缺失",
        "某厂",
        *(value for key, value in more.items() if key in ("found_by", "due_note")),
    ):
        assert value in words
    assert notes


def test_what_cannot_be_is_refused_by_the_list_as_by_the_ledger() -> None:
    item = Item(**BARE, found_on=date(2020, 11, 20), due=date(2020, 11, 1), state=State.HANDLING)
    with pytest.raises(InputError, match="早于发现日期"):
        papers.render_rectification([item], DAY)


def test_list_typed_by_hand_answers_for_what_a_record_is_only_told_of(whole: Callable[..., Item]) -> None:
    data = papers.rectification_data([whole(description="堵了一点", hazard_no="Z-1")], DAY)
    from tongzhi.read.data import Source

    told = validate(Rectification, Source(data), DAY).warnings
    assert any("不足 8 个字" in str(each) for each in told)
    del data["隐患"][0]["状态"]
    with pytest.raises(InputError, match="不足 8 个字"):
        validate(Rectification, Source(data), DAY)


def test_each_law_finds_its_fault_in_the_record_and_in_the_row(whole: Callable[..., Item]) -> None:
    """The row of a list gives the record back, so that both stand under the very same laws."""
    item = whole(
        state=State.HANDLING, level="重大", fix_now=False, found_by="群众举报", measures="加强管理", due=date(2020, 11, 8),
        evacuated="", credit_code="123", progress="130%",
    )  # fmt: skip
    [row] = Rectification.model_validate(papers.rectification_data([item], DAY)).items
    again = replace(row.to_item(), state=item.state)
    assert [each.found for each in broken_laws(item, DAY, *LAWS)] == [
        each.found for each in broken_laws(again, DAY, *LAWS)
    ]
