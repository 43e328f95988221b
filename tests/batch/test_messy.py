"""Problem lists as offices keep them: what is no row, whose row it is, and that no row is lost."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tongzhi.batch.order import Order, Outcome, carry_out, plan_order
from tongzhi.errors import InputError
from tongzhi.papers.circular import Circular
from tongzhi.papers.profile import Profile
from tongzhi.word.text import read_text

COMMON = {
    "种类": "督查", "发文机关": "临江市安全生产委员会办公室", "督查时间": "2026年12月1日至4日", "督查组": "3个督查组", "方式": "现场检查",
    "对象及数量": "20处点位", "总体情况": "总体平稳。", "整改要求": {"单位": "有关乡镇", "时限": "2027-01-15", "报送至": "市安委办"},
}  # fmt: skip
DUE = date(2026, 12, 20)


class Messy:
    """A workbook made line by line, and what a batch makes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = Workbook()
        self.sheet = self.book.active
        self.told: list[str] = []

    def rows(self, *rows: list[object], merges: tuple[str, ...] = ()) -> None:
        for row in rows:
            self.sheet.append(row)
        for merge in merges:
            self.sheet.merge_cells(merge)

    def run(self, **more: Any) -> tuple[dict[str, str], Outcome]:
        path = self.folder / "清单.xlsx"
        self.book.save(path)
        below = {**COMMON, **more.pop("common", {})}
        order = Order(Circular, path, self.folder / "出", below=below, jobs=1, day=date(2026, 12, 7), **more)
        plan = plan_order(order)
        outcome = carry_out(order, plan)
        self.told = [str(each) for each in (*plan.notes, *outcome.problems, *outcome.warnings)]
        texts = {
            path.name: read_text(path.read_bytes()) for path in sorted((self.folder / "出").glob("*.docx"))
        }
        assert outcome.account.missing == 0
        return texts, outcome


@pytest.fixture
def messy(tmp_path: Path) -> Messy:
    return Messy(tmp_path)


@pytest.mark.parametrize(
    "names",
    [
        ("石佛镇", "石 佛 镇", "石佛镇人民政府"),
        ("东门街道", "东门街道办事处", "东　门街道"),
        ("高新区", "高新区管委会", "高新区 "),
    ],
)
def test_one_place_in_several_spellings_gets_one_paper(messy: Messy, names: tuple[str, ...]) -> None:
    messy.rows(
        ["镇街", "发现的问题", "完成期限"], *([name, f"第{n}处护栏缺失", DUE] for n, name in enumerate(names))
    )
    texts, outcome = messy.run()
    [text] = texts.values()
    assert all(f"第{n}处护栏缺失" in text for n in range(3))
    assert outcome.account.last_line() == "3 行：生成 3"


@pytest.mark.parametrize(("heading", "column"), [("乡镇\n（街道）", 0), ("属地", 0), ("被督查乡镇", 0)])
def test_addressee_is_found_whatever_it_is_called(messy: Messy, heading: str, column: int) -> None:
    messy.rows([heading, "隐患\n单位", "问题\n描述", "整改\n时限"], ["黄泥镇", "黄泥煤场", "护栏缺口", DUE])
    [(name, text)] = messy.run()[0].items()
    assert "黄泥镇" in name
    assert "黄泥煤场" in text


@pytest.mark.parametrize("heading", ["片", "督查对象所在", "分片"])
def test_guess_for_whom_a_paper_is_is_refused_until_it_is_confirmed(messy: Messy, heading: str) -> None:
    messy.rows([heading, "问题", "整改时限"], ["黄泥镇", "护栏缺口", DUE], ["石佛镇", "灯不亮", DUE])
    with pytest.raises(InputError, match=f"--map {heading}=县区"):
        messy.run()
    assert not (messy.folder / "出").exists()
    texts, _ = messy.run(mapping={heading: "县区"})
    assert len(texts) == 2


@pytest.mark.parametrize(
    "extra",
    [
        [[None, "小计", None, None, "1条"], ["合计", None, None, None, "共1条"]],
        [["注：已口头责令的也要书面回复。"], ["检查人签字：", None, "被检查单位签字："]],
        [["序号", "镇街", "点位", "问题", "整改时限"], ["二、消防安全"]],
    ],
)
def test_lines_that_are_no_rows_are_told_and_not_printed(messy: Messy, extra: list[list[object]]) -> None:
    messy.rows(["某县问题清单"], ["填报单位：县安委办", None, "督查时间：2026年12月1日"], [])
    messy.rows(["序号", "镇街", "点位", "问题", "整改时限"], [1, "黄泥镇", "煤场", "护栏缺口", DUE], *extra)
    texts, outcome = messy.run()
    [text] = texts.values()
    for line in extra:
        assert not any(isinstance(cell, str) and len(cell) > 4 and cell in text for cell in line)
    assert outcome.account.met == 1
    assert sum(outcome.account.aside.values()) == len(extra)


def test_bad_rows_fail_alone_and_the_rest_of_the_unit_is_made(messy: Messy) -> None:
    messy.rows(
        ["镇街", "问题", "整改时限"],
        ["黄泥镇", "护栏缺口", DUE], ["黄泥镇", "灯不亮", "11月31日"], ["黄泥镇", "井盖缺失", None], ["黄泥镇", "线路老化", "#N/A"],
        [None, "无人的问题", DUE], ["石佛镇", "检查未发现问题", None],
    )  # fmt: skip
    texts, outcome = messy.run()
    [text] = texts.values()
    assert "护栏缺口" in text
    assert not any(word in text for word in ("灯不亮", "井盖缺失", "线路老化", "无人的问题"))
    said = "\n".join(messy.told)
    assert "第3行 “整改时限”：日期“11月31日”不存在" in said
    assert "第4行 “整改时限”：没有填整改时限" in said
    assert "第5行 “整改时限”：是出错的单元格 #N/A" in said
    assert "第6行 “镇街”：没有写县区，不知道给谁" in said
    assert outcome.account.last_line() == "6 行：生成 1，失败 4，没有问题 1"


def test_blank_limit_takes_the_common_one_only_when_that_is_given_and_says_so(messy: Messy) -> None:
    messy.rows(["镇街", "问题", "整改时限"], ["黄泥镇", "护栏缺口", None], ["石佛镇", "灯不亮", DUE])
    texts, _ = messy.run(common={"整改时限": "2026-12-31"})
    assert "12月31日" in texts["001-黄泥镇-通报.docx"]
    assert any("第2行 “整改时限”：没有填，用了各份共同的" in each for each in messy.told)


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("12月20日前", "2026年12月20日"),
        ("1月10日", "2027年1月10日"),
        (46380, "2026年12月24日"),
        (12.25, "2026年12月25日"),
    ],
)
def test_limit_without_a_year_is_read_from_the_day_of_the_list(
    messy: Messy, cell: object, printed: str
) -> None:
    messy.rows(["督查时间：2026年12月1日"], ["镇街", "问题", "整改时限"], ["黄泥镇", "护栏缺口", cell])
    [text] = messy.run()[0].values()
    assert printed in text.replace("\n", "")


def test_doubled_row_is_printed_once_and_a_different_limit_is_a_failure(messy: Messy) -> None:
    messy.rows(
        ["镇街", "点位", "问题", "整改时限"],
        ["黄泥镇", "煤场", "护栏缺口", DUE], ["黄泥镇", "煤 场", "护栏缺口", DUE], ["黄泥镇", "煤场", "护栏缺口", date(2026, 12, 25)],
        ["黄泥镇", "砖厂", "护栏缺口", DUE],
    )  # fmt: skip
    texts, outcome = messy.run()
    [text] = texts.values()
    assert outcome.account.last_line() == "4 行：生成 2，失败 1，重复 1"
    assert any("第3行：与第2行重复，只列一次" in each for each in messy.told)
    assert "12月25日" not in text


def test_unit_and_person_of_one_column_are_printed_apart(messy: Messy) -> None:
    messy.rows(
        ["镇街", "问题", "整改时限", "责任单位（责任人）"], ["黄泥镇", "护栏缺口", DUE, "黄泥镇政府（车明）"]
    )
    [text] = messy.run()[0].values()
    assert "黄泥镇政府\n车明" in text


def test_two_header_lines_with_groups_are_read_by_their_inner_words(messy: Messy) -> None:
    messy.rows(
        ["序号", "乡镇(街道)", "检查情况", None, "整改要求", None, None], [None, None, "点位", "发现的问题", "整改期限", "责任单位", "责任人"],
        [1, "白果乡", "白果乡茶厂", "加热管裸露", DUE, "白果乡政府", "郭亦然"], [2, None, "白果乡渡口", "缆绳断股", DUE, "县交通局", "郁青"],
        merges=("A1:A2", "B1:B2", "C1:D1", "E1:G1", "B3:B4"),
    )  # fmt: skip
    [text] = messy.run()[0].values()
    assert "白果乡茶厂" in text
    assert "郁青" in text


def test_sheets_of_the_same_kind_go_together_and_old_ones_do_not(messy: Messy) -> None:
    messy.rows(["镇街", "问题", "整改时限"], ["黄泥镇", "护栏缺口", DUE])
    for title, problem in (("石佛片", "灯不亮"), ("旧版", "早已改好")):
        sheet = messy.book.create_sheet(title)
        sheet.append(["乡镇", "发现的问题", "完成期限"])
        sheet.append(["石佛镇", problem, DUE])
    texts, outcome = messy.run()
    assert "灯不亮" in texts["002-石佛镇-通报.docx"]
    assert not any("早已改好" in text for text in texts.values())
    assert outcome.account.last_line() == "2 行：生成 2；另有旧表 1"


def test_further_table_on_the_sheet_is_read_with_its_own_header(messy: Messy) -> None:
    messy.rows(
        ["第一督查组"], ["镇街", "问题", "整改时限"], ["黄泥镇", "护栏缺口", DUE], [], ["第二督查组"],
        ["点位", "乡镇", "存在的隐患", "完成时限"], ["茶厂", "石佛镇", "灯不亮", DUE],
    )  # fmt: skip
    texts, outcome = messy.run()
    assert "灯不亮" in texts["002-石佛镇-通报.docx"]
    assert outcome.account.met == 2


def test_cells_beside_the_table_are_told(messy: Messy) -> None:
    messy.rows(["镇街", "问题", "整改时限"], ["黄泥镇", "护栏缺口", DUE, None, None, "记得催"])
    texts, _ = messy.run()
    assert any("第F列没有表头" in each and "记得催" in each for each in messy.told)
    assert not any("记得催" in text for text in texts.values())


def test_hidden_column_is_told(messy: Messy) -> None:
    messy.rows(["镇街", "问题", "整改时限"], ["黄泥镇", "护栏缺口", DUE])
    messy.sheet.column_dimensions["B"].hidden = True
    messy.run()
    assert any("第B列“问题”是隐藏的列" in each for each in messy.told)


def test_two_places_in_one_cell_are_a_failure(messy: Messy) -> None:
    messy.rows(["镇街", "问题", "整改时限"], ["黄泥镇、石佛镇", "护栏缺口", DUE], ["石佛镇", "灯不亮", DUE])
    texts, outcome = messy.run()
    assert list(texts) == ["002-石佛镇-通报.docx"]
    assert outcome.account.last_line() == "2 行：生成 1，失败 1"


def test_small_headings_that_are_units_of_the_list_say_for_whom_the_rows_are(messy: Messy) -> None:
    from tongzhi.papers.profile import Profile

    messy.rows(
        ["序号", "点位", "问题", "整改时限"],
        ["一、黄泥镇"],
        [1, "煤场", "护栏缺口", DUE],
        ["二、石佛镇"],
        [2, "茶厂", "灯不亮", DUE],
    )
    with pytest.raises(InputError, match="--map 小标题=县区"):
        messy.run()
    office = Profile.model_validate(
        {
            "单位名称": "某县安委办",
            "单位名录": [{"全称": f"{name}人民政府", "简称": name} for name in ("黄泥镇", "石佛镇")],
        }
    )
    texts, outcome = messy.run(office=office)
    assert sorted(texts) == ["001-黄泥镇-通报.docx", "002-石佛镇-通报.docx"]
    assert "灯不亮" in texts["002-石佛镇-通报.docx"]
    assert outcome.account.last_line() == "2 行：生成 2；另有小标题 2"


@pytest.mark.parametrize("words", ["立行立改", "即知即改", "立即整改"])
def test_limit_in_words_is_printed_as_it_stands(messy: Messy, words: str) -> None:
    messy.rows(["镇街", "发现的问题", "整改时限"], ["石矶镇", "渡船未配救生圈", words])
    texts, outcome = messy.run()
    assert outcome.count("失败") == 0
    assert words in next(iter(texts.values()))


@pytest.mark.parametrize("heading", ["整改到位时间", "办结日期", "完成整改日期"])
def test_only_day_beside_that_of_the_check_is_the_limit_and_is_told(messy: Messy, heading: str) -> None:
    messy.rows(["镇街", "检查日", "问题表述", heading], ["石矶镇", date(2026, 12, 1), "护栏缺失", DUE])
    texts, _ = messy.run()
    assert "12月20日" in next(iter(texts.values()))
    assert any(f"“{heading}”" in each and "当作" in each for each in messy.told)


@pytest.mark.parametrize("heading", ["检查日", "督查物", "检查车"])
def test_heading_that_ends_in_another_word_is_not_taken_by_likeness(messy: Messy, heading: str) -> None:
    messy.rows(["镇街", heading, "问题表述", "整改时限"], ["石矶镇", "丙字号", "护栏缺失", DUE])
    messy.run()
    assert not any("当作“督查组”" in each for each in messy.told)


@pytest.mark.parametrize("again", ["2026-12-20", "2026年12月20日", "12月20日"])
def test_same_limit_in_another_spelling_is_the_same_row(messy: Messy, again: str) -> None:
    messy.rows(
        ["镇街", "问题表述", "整改时限"], ["盐仓镇", "电缆老化", DUE], ["盐仓镇政府", "电缆老化", again]
    )
    _, outcome = messy.run()
    assert outcome.count("失败") == 0
    assert "重复 1" in outcome.account.last_line()


def _office(*units: dict[str, str]) -> Profile:
    return Profile.model_validate({"单位名称": "临江市安全生产委员会办公室", "单位名录": list(units)})


LISTED = (
    {"全称": "黄泥镇人民政府", "简称": "黄泥镇"},
    {"全称": "临江化工园区管理委员会", "简称": "化工园区"},
    {"全称": "大鳌国营农场", "简称": "大鳌农场"},
)


@pytest.mark.parametrize(
    ("place", "addressee", "is_told"),
    [
        ("黄泥镇", "黄泥镇安全生产委员会：", False),
        ("化工园区", "临江化工园区管理委员会：", False),
        ("大鳌农场", "大鳌国营农场：", False),
        ("滨海街道", "滨海街道：", True),
        ("石佛乡", "石佛乡：", True),
    ],
)
def test_addressee_is_that_of_the_address_list_and_none_is_made_up(
    messy: Messy, place: str, addressee: str, is_told: bool
) -> None:
    messy.rows(["属地", "问题", "整改时限"], [place, "护栏缺口", DUE])
    [text] = messy.run(office=_office(*LISTED))[0].values()
    assert addressee in text
    assert any("不在单位名录里" in line for line in messy.told) == is_told


@pytest.mark.parametrize("names", [("化工园", "化工园区"), ("黄泥", "黄泥镇"), ("大鳌农场", "大鳌农场")])
def test_a_short_name_of_a_listed_place_is_that_place(messy: Messy, names: tuple[str, str]) -> None:
    messy.rows(["属地", "问题", "整改时限"], *([name, f"第{n}处漏油", DUE] for n, name in enumerate(names)))
    texts, outcome = messy.run(office=_office(*LISTED))
    [text] = texts.values()
    assert names[1] in text
    assert outcome.account.last_line() == "2 行：生成 2"


@pytest.mark.parametrize("cells", [("第一组", "第二组"), ("1组", "2组"), ("甲组", "乙组")])
@pytest.mark.parametrize("heading", ["检查组别", "分组"])
def test_a_column_of_groups_does_not_stand_for_who_inspected(
    messy: Messy, heading: str, cells: tuple[str, str]
) -> None:
    messy.rows(
        [heading, "属地", "问题", "整改时限"], *([cell, "黄泥镇", f"{cell}查到漏油", DUE] for cell in cells)
    )
    [text] = messy.run()[0].values()
    assert "3个督查组" in text
    assert any("是分组" in line for line in messy.told)


def test_blanks_that_repeat_the_place_above_are_filled_only_when_confirmed(messy: Messy) -> None:
    messy.rows(
        ["属地", "问题", "整改时限"], ["黄泥镇", "护栏缺口", DUE], [None, "灯不亮", DUE], ["石佛镇", "漏油", DUE], [None, "漏水", DUE]
    )  # fmt: skip
    _, outcome = messy.run()
    assert outcome.account.last_line() == "4 行：生成 2，失败 2"
    assert any("--map 属地=县区（同上）" in line for line in messy.told)
    texts, outcome = messy.run(mapping={"属地": "县区（同上）"}, force=True)
    assert outcome.account.last_line() == "4 行：生成 4"
    assert [name for name, text in texts.items() if "灯不亮" in text] == ["001-黄泥镇-通报.docx"]


@pytest.mark.parametrize("said", ["无", "/", "—", "未发现问题", "本次检查未发现隐患"])
def test_a_place_without_any_problem_gets_no_paper_whatever_says_so(messy: Messy, said: str) -> None:
    messy.rows(
        ["属地", "企业", "问题", "整改时限"],
        ["黄泥镇", "黄泥粮库", said, None],
        ["石佛镇", "石佛厂", "漏油", DUE],
    )
    texts, outcome = messy.run()
    assert list(texts) == ["002-石佛镇-通报.docx"]
    assert outcome.account.last_line() == "2 行：生成 1，没有问题 1"


def test_a_common_limit_is_not_asked_for_where_each_problem_has_its_own(messy: Messy) -> None:
    messy.rows(["属地", "问题", "整改时限"], ["黄泥镇", "护栏缺口", DUE], ["石佛镇", "漏油", None])
    texts, outcome = messy.run(common={"整改要求": {"单位": "有关乡镇", "报送至": "市安委办"}})
    [text] = texts.values()
    assert "由有关乡镇负责，按清单所列时限完成整改，整改情况报送市安委办。" in text
    assert outcome.account.last_line() == "2 行：生成 1，失败 1"


@pytest.mark.parametrize("sheets", [("黄泥镇", "化工园区"), ("黄泥镇人民政府", "大鳌农场")])
def test_names_of_sheets_that_are_in_the_address_list_say_for_whom(
    messy: Messy, sheets: tuple[str, str]
) -> None:
    messy.sheet.title = sheets[0]
    messy.rows(["序号", "单位", "问题", "整改时限"], [1, "甲厂", "漏油", DUE], [2, "乙厂", "漏水", DUE])
    other = messy.book.create_sheet(sheets[1])
    for row in (["序号", "单位", "问题", "整改时限"], [1, "丙厂", "漏电", DUE]):
        other.append(row)
    texts, outcome = messy.run(office=_office(*LISTED))
    first, second = sorted(texts.values(), key=lambda text: "漏电" in text)
    assert ("漏油" in first, "漏水" in first, "漏电" in second) == (True, True, True)
    assert outcome.account.last_line() == "3 行：生成 3"


def test_rows_of_one_given_county_are_one_paper(messy: Messy) -> None:
    messy.rows(["单位", "问题", "整改时限"], ["甲厂", "漏油", DUE], ["乙厂", "漏水", DUE])
    [text] = messy.run(common={"县区": "黄泥镇"})[0].values()
    assert "漏油" in text
    assert "漏水" in text


OFFICE = Profile.model_validate(
    {
        "单位名称": "临江街道安全生产委员会办公室",
        "单位名录": [
            {"全称": "杏园社区居民委员会", "简称": "杏园社区"}, {"全称": "石桥村村民委员会"}, {"全称": "精细化工园管理办公室", "简称": "化工园"},
        ],
    }
)  # fmt: skip


@pytest.mark.parametrize("heading", ["社区 / 村", "村（社区）", "归属片区社区", "受检单位"])
def test_column_of_listed_units_is_the_addressee_and_is_told(messy: Messy, heading: str) -> None:
    messy.rows(
        ["序号", heading, "地 址", "主要问题", "限改日期"],
        [1, "杏园社区居委会", "一号", "排烟罩油垢未清洗", "12月20日"], [2, "〃", "二号", "插线板串接三级", "12月20日"],
        [3, "石桥村", "三号", "气瓶软管老化", "12月20日"], [4, "精细化工园", "四号", "消火栓被堵", "12月20日"],
    )  # fmt: skip
    texts, outcome = messy.run(office=OFFICE)
    assert outcome.count("已生成") == 3
    first = next(text for name, text in texts.items() if "杏园" in name)
    assert "插线板串接三级" in first
    assert "气瓶软管老化" not in first
    assert any("单位名录里的单位" in each for each in messy.told)


def test_column_of_strangers_is_not_taken_for_the_addressee(messy: Messy) -> None:
    messy.rows(["序号", "所属园区", "主要问题", "限改日期"], [1, "东片", "插线板串接三级", "12月20日"])
    messy.sheet.cell(1, 2).value = "归属片"
    with pytest.raises(InputError, match="没有一列是县区"):
        messy.run(office=OFFICE)


def test_small_headings_that_are_listed_units_go_before_a_column_of_units(messy: Messy) -> None:
    messy.rows(
        ["序号", "企业", "问题及隐患", "整改期限"],
        ["化工园（2项）"], [1, "沧澜公司", "配电室门未设挡鼠板", "12月20日"], [2, "星海公司", "废桶露天存放", "2027年1月"],
        ["杏园社区（1项）"], [1, "杏园浴室", "锅炉房无人值守", "12月20日"], ["石桥村：未发现明显问题"],
    )  # fmt: skip
    texts, outcome = messy.run(office=OFFICE)
    assert outcome.count("已生成") == 2
    assert re.search(r"2027年\s*1月31日", "".join(texts.values()))
    assert any("石桥村" in each and "没有问题" in each for each in messy.told)
    assert any("只写到月" in each for each in messy.told)


@pytest.mark.parametrize("kinds", [("水上交通", "工程建设"), ("消防", "燃气"), ("现场管理", "基础管理")])
def test_kind_of_problem_is_not_the_kind_of_the_circular(messy: Messy, kinds: tuple[str, str]) -> None:
    messy.rows(
        ["县区", "问题类别", "问题", "整改时限"],
        ["石佛镇", kinds[0], "救援艇无法启动", "12月20日"],
        ["黄泥镇", kinds[1], "护栏缺失两处", "12月20日"],
    )
    _, outcome = messy.run()
    assert outcome.count("已生成") == 2


def test_measures_that_differ_between_the_rows_of_a_unit_belong_to_each_problem(messy: Messy) -> None:
    messy.rows(
        ["县区", "问题", "处理意见", "整改时限"],
        ["石佛镇", "排烟罩油垢未清洗", "立即清洗", "12月20日"], ["石佛镇", "插线板串接三级", "更换", "12月20日"],
    )  # fmt: skip
    texts, outcome = messy.run()
    assert outcome.count("已生成") == 1
    assert "更换" in "".join(texts.values())
    assert "立即清洗" in "".join(texts.values())


def test_formula_without_a_result_costs_its_cell_where_the_row_can_do_without(messy: Messy) -> None:
    messy.rows(
        ["县区", "问题", "责任人", "整改时限"],
        ["石佛镇", "排烟罩油垢未清洗", '=CONCATENATE("张","三")', "12月20日"],
        ["黄泥镇", "插线板串接三级", "李四", "=DATE(2026,12,20)"],
    )
    _, outcome = messy.run()
    assert outcome.count("已生成") == 1
    assert any("公式" in each and "第3行" in each for each in messy.told)


@pytest.mark.parametrize(
    "pair",
    [
        ("存在问题（一）", "存在问题（二）"),
        ("发现问题1", "发现问题2"),
        ("存在的问题", "存在问题"),
    ],
)
def test_two_columns_of_problems_are_both_printed_or_one_is_told(messy: Messy, pair: tuple[str, str]) -> None:
    messy.rows(
        ["县区", *pair, "整改时限"],
        ["石佛镇", "监控存储不足30天", "护学岗不到位", "12月15日"],
        ["黄泥镇", "配电箱未上锁", None, "12月10日"],
    )
    texts, _ = messy.run()
    printed = "".join(texts.values())
    told = [each for each in messy.told if "没有用到" in each]
    assert all(words in printed for words in ("监控存储不足30天", "护学岗不到位")) or told
    assert "（" not in pair[0] or not told
