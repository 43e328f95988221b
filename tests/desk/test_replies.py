"""Replies as offices really return them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from tongzhi.desk.chain import read_chain_line
from tongzhi.desk.grids import find_files
from tongzhi.desk.people import Asked, Reply
from tongzhi.desk.replies import Merged, find_asked, meets_level, merge_replies, settle
from tongzhi.desk.summary import read_leave, read_summary, render_summary, summary_lines
from tongzhi.errors import InputError
from tongzhi.papers.rsvp import Rsvp
from tongzhi.render.form import form_workbook
from tongzhi.render.sample import sample_values

Book = Callable[..., Path]
ASKED = [
    Asked("青川县人民政府", "青川县", "分管负责人"),
    Asked("剑阁县人民政府", "剑阁县", "分管负责人"),
    Asked("临江市应急管理局", "市应急局", "主要负责人"),
]
HEAD = ["序号", "姓名", "职务", "手机"]


def people(merged: Merged) -> list[tuple[str, str]]:
    return [(reply.unit, reply.name) for reply in merged.replies]


def reply(unit: str, name: str, **more: object) -> Reply:
    return Reply(unit, name, **{"title": "副县长", **more})  # type: ignore[arg-type]


def test_table_under_a_line_with_the_unit(book: Book):
    path = book(
        "a.xlsx",
        [
            ["参会回执"],
            ["单位：青川县人民政府", "", "填报人：孙某"],
            HEAD,
            [1, "赵某", "副县长", 13800000000],
        ],
    )
    merged = merge_replies([path], ASKED)
    (one,) = merged.replies
    assert (one.unit, one.name, one.mobile, one.filled_by) == (
        "青川县人民政府",
        "赵某",
        "13800000000",
        "孙某",
    )
    assert str(one.place) == "a.xlsx 工作表“Sheet” 第4行"


def test_unit_column_merged_over_several_people(book: Book):
    rows = [
        ["单位", "姓名", "职务", "手机"],
        ["青川县", "赵某", "副县长", ""],
        ["", "钱某", "局长", ""],
        ["剑阁县", "孙某", "副县长", ""],
    ]
    merged = merge_replies([book("a.xlsx", rows, merged=["A2:A3"])], ASKED)
    assert people(merged) == [
        ("青川县人民政府", "赵某"),
        ("青川县人民政府", "钱某"),
        ("剑阁县人民政府", "孙某"),
    ]


def test_heading_in_two_rows_and_a_foot(book: Book):
    rows = [
        ["青川县参会回执"], ["序号", "姓 名", "职  务", "联系方式", ""], ["", "", "", "手机", "办公电话"],
        [1, "赵某", "副县长", "13800000000", ""], ["填报人：孙某", "", "", "", ""],
    ]  # fmt: skip
    path = book("青川县回执.xlsx", rows, merged=["A1:E1", "D2:E2"])
    assert people(merge_replies([path], ASKED)) == [("青川县人民政府", "赵某")]


def test_several_sheets_of_one_workbook(book: Book):
    path = book(
        "a.xlsx",
        [["单位：青川县"], HEAD, [1, "赵某", "副县长", ""]],
        剑阁=[["单位：剑阁县"], HEAD, [1, "孙某", "副县长", ""]],
    )
    assert people(merge_replies([path], ASKED)) == [("青川县人民政府", "赵某"), ("剑阁县人民政府", "孙某")]


def test_form_of_labels_and_values_with_two_people(book: Book):
    rows = [
        ["单位", "青川县人民政府", "", ""], ["姓名", "赵某", "职务", "副县长"], ["手机", "13800000000", "备注", ""],
        ["姓名", "钱某", "职务", "局长"], ["手机", "13800000001", "备注", "代李县长参会"],
    ]  # fmt: skip
    merged = merge_replies([book("a.xlsx", rows)], ASKED)
    assert [(one.name, one.title, one.mobile) for one in merged.replies] == [
        ("赵某", "副县长", "13800000000"),
        ("钱某", "局长", "13800000001"),
    ]
    assert [one.name for one in merged.substitutes] == ["钱某"]


def test_word_form_with_merged_cells(paper: Book):
    rows = [
        ["单位", "姓名", "职务", "手机"],
        ["青川县", "赵某", "副县长", "13800000000"],
        ["", "钱某", "局长", "13800000001"],
    ]
    path = paper("回执.docx", ["参会回执", "填报时间：2026年11月20日 10:30"], rows, merged=[(1, 0, 2, 0)])
    merged = merge_replies([path], ASKED)
    assert people(merged) == [("青川县人民政府", "赵某"), ("青川县人民政府", "钱某")]
    assert merged.replies[0].filled_at == datetime(2026, 11, 20, 10, 30)


def test_file_named_et_is_read_by_its_content(book: Book, tmp_path: Path):
    made = book("a.xlsx", [["单位：青川县"], HEAD, [1, "赵某", "副县长", ""]])
    path = made.rename(tmp_path / "青川县.et")
    assert people(merge_replies([path], ASKED)) == [("青川县人民政府", "赵某")]


def test_unit_is_taken_from_the_name_of_the_file_or_from_the_post(book: Book):
    named = book("参会回执-剑阁县.xlsx", [HEAD, [1, "孙某", "副县长", ""]])
    posted = book("b.xlsx", [["姓名", "单位及职务"], ["赵某", "青川县副县长"]])
    assert people(merge_replies([named, posted], ASKED)) == [
        ("青川县人民政府", "赵某"),
        ("剑阁县人民政府", "孙某"),
    ]


def test_example_rows_and_nobody_are_passed_over(book: Book):
    rows = [
        ["单位：青川县"],
        HEAD,
        ["例", "例：张三", "局长", ""],
        [1, "赵某", "副县长", ""],
        [2, "无", "", ""],
        [3, "/", "", ""],
    ]
    assert people(merge_replies([book("a.xlsx", rows)], ASKED)) == [("青川县人民政府", "赵某")]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("1. 青川县 赵某 副县长 13800000000", ("青川县", "赵某", "副县长", "13800000000")),
        ("2、剑阁县，孙某，13800000001", ("剑阁县", "孙某", "", "13800000001")),
        ("③ 市应急局 王某局长 0971-8230001", ("市应急局", "王某", "局长", "0971-8230001")),
        ("4.买买提·吐尔逊 副县长 13800000002", ("", "买买提·吐尔逊", "副县长", "13800000002")),
        ("5. 单位：青川县 姓名：赵某 职务：副县长", ("青川县", "赵某", "副县长", "")),
        ("6 青川县/赵某/副县长/13800000000", ("青川县", "赵某", "副县长", "13800000000")),
        ("8. 青川县：赵某，副县长，电话138-0000-0000", ("青川县", "赵某", "副县长", "13800000000")),
        ("9. 支队长周某 13800000003", ("", "周某", "支队长", "13800000003")),
        ("10. 冯某（市应急局副局长）13800000005", ("市应急局", "冯某", "副局长", "13800000005")),
        ("11. 市应急局 因公请假", ("市应急局", "未写姓名", "", "")),
        ("7. 欧阳某某 青川县应急管理局 13800000000", ("青川县应急管理局", "欧阳某某", "", "13800000000")),
    ],
)  # fmt: skip
def test_line_of_a_chain_message(line: str, values: tuple[str, ...]):
    found = read_chain_line(line, ASKED)
    assert tuple(found.get(name, "") for name in ("unit", "name", "title", "mobile")) == values


@pytest.mark.parametrize(
    "line", ["#接龙", "请各单位今天下班前接龙", "例 单位 姓名 手机", "收到", "", "会议时间：9月30日9:00"]
)
def test_other_lines_of_a_chat_name_nobody(line: str):
    assert read_chain_line(line, ASKED) == {}


def test_chain_message_as_a_whole(tmp_path: Path):
    path = tmp_path / "接龙.txt"
    path.write_text(
        "#接龙\n全市安全生产工作会议报名\n1. 青川县 赵某 副县长 13800000000\n2. 剑阁县 孙某 副县长 13800000001\n",
        encoding="gb18030",
    )
    assert people(merge_replies([path], ASKED)) == [("青川县人民政府", "赵某"), ("剑阁县人民政府", "孙某")]


def test_later_return_replaces_the_earlier_one_and_is_logged(book: Book):
    first = book("旧.xlsx", [["单位：青川县", "填报时间：2026年11月20日"], HEAD, [1, "赵某", "副县长", ""]])
    second = book("新.xlsx", [["单位：青川县", "填报时间：2026年11月21日"], HEAD, [1, "钱某", "副县长", ""]])
    os.utime(first, (2_000_000_000, 2_000_000_000))
    merged = merge_replies([first, second], ASKED)
    assert people(merged) == [("青川县人民政府", "钱某")]
    assert merged.log == ["青川县人民政府：以“新.xlsx”为准，替换先前的“旧.xlsx”（先前报的是 赵某）"]


def test_files_of_one_name_in_two_folders_are_told_apart(book: Book):
    first = book(
        "早/回执.xlsx", [["单位：青川县", "填报时间：2026年11月20日"], HEAD, [1, "赵某", "副县长", ""]]
    )
    second = book(
        "晚/回执.xlsx", [["单位：青川县", "填报时间：2026年11月21日"], HEAD, [1, "钱某", "副县长", ""]]
    )
    merged = merge_replies([first, second], ASKED)
    assert merged.log == ["青川县人民政府：以“晚/回执.xlsx”为准，替换先前的“早/回执.xlsx”（先前报的是 赵某）"]


def test_same_person_twice_stands_once():
    merged = settle([reply("青川县", "赵　某"), reply("青川县", "赵某", mobile="13800000000")], ASKED, [])
    assert [(one.name, one.mobile) for one in merged.replies] == [("赵某", "13800000000")]
    assert len(merged.doubled) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("买买提·吐尔逊", "买买提•吐尔逊"), ("买买提·吐尔逊", "买买提．吐尔逊")]
)
def test_dots_of_long_names_look_alike(one: str, other: str):
    merged = settle([reply("青川县", one), reply("青川县", other)], ASKED, [])
    assert len(merged.replies) == 1


def test_same_name_with_two_numbers_is_asked_about():
    merged = settle(
        [reply("青川县", "赵某", mobile="13800000000"), reply("青川县", "赵某", mobile="13900000000")],
        ASKED,
        [],
    )
    assert len(merged.replies) == 2
    assert "手机不同" in str(merged.problems[0])


def test_same_person_for_two_units_is_doubled():
    merged = settle(
        [reply("青川县", "赵某", mobile="13800000000"), reply("剑阁县", "赵某", mobile="13800000000")],
        ASKED,
        [],
    )
    assert (len(merged.replies), len(merged.doubled)) == (1, 1)


def test_official_order_silent_units_and_units_not_asked():
    merged = settle(
        [reply("市应急局", "王某", title="局长"), reply("某公司", "冯某"), reply("青川县", "赵某")], ASKED, []
    )
    assert people(merged) == [("青川县人民政府", "赵某"), ("临江市应急管理局", "王某"), ("某公司", "冯某")]
    assert [one.unit for one in merged.missing] == ["剑阁县人民政府"]
    assert merged.unknown == ["某公司"]
    assert summary_lines(merged, 3)[:3] == ["回执 3/3", "参会 3 人", "未报送 1：剑阁县人民政府"]


def test_unit_that_sent_too_few_people():
    merged = settle([reply("青川县", "赵某")], [Asked("青川县人民政府", "青川县", quota=2)], [])
    assert [(one.unit, count) for one, count in merged.short] == [("青川县人民政府", 1)]


def test_level_is_checked_for_the_unit_as_a_whole():
    merged = settle([reply("市应急局", "周某", title="副局长")], ASKED[2:], [])
    assert [(one.name, asked.level) for one, asked in merged.wrong_level] == [("周某", "主要负责人")]
    both = [reply("市应急局", "周某", title="副局长"), reply("市应急局", "王某", title="局长")]
    assert settle(both, ASKED[2:], []).wrong_level == []


@pytest.mark.parametrize(
    ("title", "level", "meets"),
    [
        ("局长", "主要负责人", True),
        ("副局长", "主要负责人", False),
        ("党组书记、局长", "主要负责同志", True),
        ("副局长", "分管负责人", True),
        ("科员", "分管负责人", False),
        ("副局长（主持工作）", "主要负责人", None),
        ("", "主要负责人", False),
        ("二级调研员", "分管负责人", True),
        ("司机", "", True),
    ],
)
def test_post_and_level(title: str, level: str, meets: bool | None):
    assert meets_level(title, level) is meets


@pytest.mark.parametrize(
    ("note", "title", "substitute"),
    [
        ("代李县长参会", "局长", True),
        ("替会", "局长", True),
        ("受县长委托参会", "副县长", True),
        ("", "代县长", False),
        ("代表发言", "县长", False),
        ("", "县长（代李县长）", False),
    ],
)
def test_substitute_is_told_from_an_acting_post(note: str, title: str, substitute: bool):
    assert Reply("青川县", "赵某", title, note=note).is_substitute is substitute


def test_substitute_named_in_brackets(book: Book):
    merged = merge_replies(
        [book("a.xlsx", [["单位：青川县"], HEAD, [1, "钱某（代赵县长）", "局长", ""]])], ASKED
    )
    assert [(one.name, one.is_substitute) for one in merged.replies] == [("钱某", True)]


def test_leave_is_no_attendance_and_no_silence():
    merged = settle([reply("青川县", "赵某", note="因公请假")], ASKED[:1], [])
    assert (merged.replies, [one.name for one in merged.leave], merged.missing) == ([], ["赵某"], [])


def test_reply_after_the_limit_is_late_and_after_the_meeting_a_contradiction():
    late = reply("青川县", "赵某", filled_at=datetime(2026, 11, 22, 9))
    merged = settle([late], ASKED[:1], [], due=datetime(2026, 11, 21), held=datetime(2026, 11, 23))
    assert ([one.name for one in merged.late], merged.problems) == (["赵某"], [])
    after = settle([late], ASKED[:1], [], held=datetime(2026, 11, 21))
    assert "在会议之后" in str(after.problems[0])


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("青川县", "青川县人民政府"),
        ("青川县政府", "青川县人民政府"),
        ("青川县人民政府办公室", "青川县人民政府"),
        ("青川", "青川县人民政府"),
        ("应急局", "临江市应急管理局"),
        ("市应急局", "临江市应急管理局"),
        ("苍溪县", None),
    ],
)
def test_unit_as_written_finds_who_was_asked(written: str, unit: str | None):
    found = find_asked(written, ASKED)
    assert (found.unit if found else None) == unit


def test_abbreviation_that_fits_two_units_fits_none():
    asked = [Asked("青川县应急管理局"), Asked("剑阁县应急管理局")]
    assert find_asked("应急管理局", asked) is None


def test_unusable_file_is_told_and_the_rest_is_merged(book: Book, tmp_path: Path):
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04broken")
    other = book("别的.xlsx", [["名称", "数量"], ["桌子", 3]])
    good = book("好.xlsx", [["单位：青川县"], HEAD, [1, "赵某", "副县长", ""]])
    merged = merge_replies([broken, other, good], ASKED)
    assert len(merged.replies) == 1
    assert {problem.place.file for problem in merged.problems} == {"坏.xlsx", "别的.xlsx"}


def test_odd_number_is_told():
    assert "不像电话号码" in str(settle([reply("青川县", "赵某", mobile="138")], ASKED, []).problems[0])


def test_lock_files_are_passed_over_and_an_empty_folder_is_told(tmp_path: Path, book: Book):
    book("收/a.xlsx", [["x"]])
    (tmp_path / "收" / "~$a.xlsx").write_bytes(b"")
    assert [path.name for path in find_files([tmp_path / "收"])] == ["a.xlsx"]
    (tmp_path / "空").mkdir()
    with pytest.raises(InputError, match="没有可读的文件"):
        find_files([tmp_path / "空"])


def test_summary_can_be_read_again_after_editing(tmp_path: Path):
    merged = settle(
        [reply("青川县", "赵某", mobile="13800000000"), reply("剑阁县", "孙某", note="请假")], ASKED, []
    )
    path = tmp_path / "汇总.xlsx"
    path.write_bytes(render_summary(merged, "会议参会人员汇总"))
    assert [(one.unit, one.name, one.mobile) for one in read_summary(path)] == [
        ("青川县人民政府", "赵某", "13800000000")
    ]
    assert [one.name for one in read_leave(path)] == ["孙某"]
    assert render_summary(merged, "会议参会人员汇总") == path.read_bytes()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("139 0000 0001", "13900000001"),
        ("139-0000-0001", "13900000001"),
        ("13900000001.0", "13900000001"),
        ("13900000001\n0971-8230001", "13900000001、0971-8230001"),
    ],
)
def test_numbers_as_people_type_them(book: Book, written: str, read: str):
    merged = merge_replies([book("a.xlsx", [["单位：青川县"], HEAD, [1, "赵某", "副县长", written]])], ASKED)
    assert (merged.replies[0].mobile, merged.problems) == (read, [])


def test_headings_grouped_over_two_rows(book: Book):
    rows = [
        ["单位", "参会人员", "", "联系人"],
        ["", "姓名", "职务", "姓名"],
        ["青川县", "赵某", "副县长", "孙某"],
    ]
    merged = merge_replies([book("a.xlsx", rows, merged=["A1:A2", "B1:C1"])], ASKED)
    assert [(one.unit, one.name, one.title) for one in merged.replies] == [
        ("青川县人民政府", "赵某", "副县长")
    ]


def test_unit_stands_in_the_title_or_begins_the_post(book: Book):
    titled = book("a.xlsx", [["市应急局参会名单"], HEAD, [1, "王某", "局长", ""]])
    posted = book("b.xlsx", [["姓名", "单位及职务"], ["赵某", "青川县政府副县长"]])
    assert people(merge_replies([titled, posted], ASKED)) == [
        ("青川县人民政府", "赵某"),
        ("临江市应急管理局", "王某"),
    ]


def test_form_that_new_writes_comes_back_whole(tmp_path: Path):
    path = tmp_path / "回执.xlsx"
    path.write_bytes(form_workbook(Rsvp, sample_values(Rsvp, date(2026, 11, 23)), {}, None))
    merged = merge_replies([path], ASKED)
    assert people(merged) == [("青川县人民政府", "赵某")]
    assert (merged.replies[0].filled_by, merged.problems) == ("孙某", [])


def test_workbook_in_which_no_sheet_names_anybody_is_told(book: Book):
    path = book("a.xlsx", [["名称", "数量"], ["桌子", 3]], 另=[["名称", "数量"], ["椅子", 3]])
    assert "没有找到参会人员" in told(merge_replies([path], ASKED))


COLUMNS = ["单位", "姓名", "职务", "手机", "备注"]


def told(merged: Merged) -> str:
    return "\n".join(str(one) for one in (*merged.problems, *(doubt.problem for doubt in merged.doubts)))


def test_rows_below_a_note_and_a_second_table_are_read(book: Book):
    first = ["甲局", "张三", "局长", 13800000001]
    path = book(
        "a.xlsx",
        [
            ["主会场"], COLUMNS, first, ["备注：请核对"], ["乙局", "李四", "局长", 13800000002],
            ["填报人：孙某", "", "联系电话：13800000009"], ["单位：丙局"], ["姓名", "职务", "手机"], ["王五", "局长", 13800000003],
            ["填报人", "周某"],
        ],
    )  # fmt: skip
    merged = merge_replies([path], [])
    assert people(merged) == [("甲局", "张三"), ("乙局", "李四"), ("丙局", "王五")]
    assert merged.problems == []


@pytest.mark.parametrize("row", [["合计", "3人"], ["共计：", "3人", ""], COLUMNS])
def test_sums_and_headings_that_come_again_are_nobody(book: Book, row: list[str]):
    merged = merge_replies(
        [book("a.xlsx", [COLUMNS, ["甲局", "张三", "局长"], row, ["乙局", "李四", "局长"]])], []
    )
    assert people(merged) == [("甲局", "张三"), ("乙局", "李四")]


@pytest.mark.parametrize("name", ["#N/A", "=VLOOKUP(A2,B:C,2)", "", "待定", "456"])
def test_row_without_a_name_is_told_and_not_lost(book: Book, name: str):
    rows = [COLUMNS, ["甲局", name, "局长", 13800000001], ["乙局", "李四", "局长"]]
    merged = merge_replies([book("a.xlsx", rows)], [])
    assert people(merged) == [("乙局", "李四")]
    assert "第2行" in told(merged)
    assert "补上姓名" in told(merged)
    assert name in told(merged)


def test_failed_formula_beside_a_name_is_told(book: Book):
    merged = merge_replies([book("a.xlsx", [COLUMNS, ["甲局", "张三", "#N/A", "#REF!"]])], [])
    (one,) = merged.replies
    assert (one.title, one.mobile) == ("", "")
    assert "“张三”的职务是 #N/A" in told(merged)
    assert "“张三”的手机是 #REF!" in told(merged)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("张 三", "张三"),
        ("李　小　明", "李小明"),
        ("John Smith", "John Smith"),
        ("买买提 · 吐尔逊", "买买提·吐尔逊"),
        ("张三 （女）", "张三"),
    ],
)
def test_blanks_in_names(book: Book, written: str, read: str):
    merged = merge_replies([book("a.xlsx", [COLUMNS, ["甲局", written, "局长", 13800000001]])], [])
    assert [one.name for one in merged.replies] == [read]
    assert merged.doubts == []


@pytest.mark.parametrize("written", ["王五\n赵六", "钱七 孙八", "周九、吴十"])
def test_several_names_beside_one_post_are_asked_about_and_have_no_seat(book: Book, written: str):
    merged = merge_replies([book("a.xlsx", [COLUMNS, ["甲局", written, "局长", 13800000001]])], [])
    assert merged.replies == []
    assert "2 个人" in told(merged)


def test_several_people_in_the_cells_of_one_row_stand_one_by_one(book: Book):
    row = ["甲局", "张三、李四", "局长、科长", "13800000001\n13800000002"]
    merged = merge_replies([book("a.xlsx", [COLUMNS, row])], [])
    assert [(one.name, one.title, one.mobile) for one in merged.replies] == [
        ("张三", "局长", "13800000001"),
        ("李四", "科长", "13800000002"),
    ]


def test_leave_in_the_cell_of_the_name_and_somebody_else_in_the_note(book: Book):
    rows = [COLUMNS, ["甲局", "请假"], ["乙局", "王五", "局长", "", "请假，由李四替会"]]
    merged = merge_replies([book("a.xlsx", rows)], [])
    assert [one.unit for one in merged.leave] == ["甲局"]
    assert "来的不是本人" in told(merged)


@pytest.mark.parametrize("name", ["空.docx", "空.txt", "空.csv"])
def test_reply_without_a_word_is_told(paper: Book, book: Book, tmp_path: Path, name: str):
    import docx

    path = tmp_path / name
    if name.endswith(".docx"):
        docx.Document().save(path)
    else:
        path.write_text("\n\n", encoding="utf-8")
    merged = merge_replies([book("a.xlsx", [COLUMNS, ["甲局", "张三", "局长"]]), path], [])
    assert people(merged) == [("甲局", "张三")]
    assert name in told(merged)


def test_files_that_cannot_hold_readable_words_are_told(tmp_path: Path, book: Book):
    from tongzhi.desk.grids import passed_over

    (tmp_path / "收回" / "里").mkdir(parents=True)
    for name in ("里/照片.JPG", "扫描.pdf", "~$a.docx", ".DS_Store", "Thumbs.db", "a.docx"):
        (tmp_path / "收回" / name).write_bytes(b"x")
    found = passed_over([tmp_path / "收回", tmp_path / "收回" / "a.docx"])
    assert sorted(one.place.file or "" for one in found) == ["扫描.pdf", "照片.JPG"]


def test_thousands_of_people_are_told_apart_without_comparing_each_with_each(monkeypatch: pytest.MonkeyPatch):
    compared = []
    monkeypatch.setattr("tongzhi.desk.replies._same", lambda *pair: compared.append(pair))
    merged = settle([reply("甲局", f"张{chr(0x4E00 + number)}") for number in range(3000)], [], [])
    assert len(merged.replies) == 3000
    assert compared == []


@pytest.mark.parametrize("name", ["#N/A", "=VLOOKUP(A2,B:C,2)"])
def test_summary_whose_names_are_formulas_without_result_makes_no_cards(book: Book, name: str):
    rows = [["单位", "姓名"], ["甲局", "张三"], ["乙局", name]]
    path = book("汇总.xlsx", [], 参会人员=rows)
    with pytest.raises(InputError, match="姓名格里是"):
        read_summary(path)


def test_person_without_a_unit_is_told_and_kept_where_no_units_are_known(book: Book):
    merged = merge_replies([book("名单.xlsx", [HEAD, [1, "赵某", "驾驶员", 13900000001]])], [])
    assert people(merged) == [("", "赵某")]
    assert "“赵某”没有写单位；在表上方写 单位：…" in str(merged.problems[0])
    assert merged.replies[0].mobile == "13900000001"


def test_hidden_sheet_of_a_reply_is_not_read(book: Book):
    from openpyxl import load_workbook

    path = book(
        "青川县.xlsx",
        [["单位：青川县"], HEAD, [1, "赵某", "副县长", "13900000001"]],
        旧表=[HEAD, [1, "钱某", "副县长", ""]],
    )
    made = load_workbook(path)
    made["旧表"].sheet_state = "hidden"
    made.save(path)
    assert people(merge_replies([path], ASKED)) == [("青川县人民政府", "赵某")]


def test_path_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(InputError, match="文件或文件夹不存在"):
        find_files([tmp_path / "没有"])


def test_summary_without_people_or_without_leave(tmp_path: Path, book: Book):
    path = book(
        "汇总.xlsx", [["单位", "姓名", "职务"], ["青川县", "", "副县长"], ["剑阁县", "孙某", "副县长"]]
    )
    path = path.rename(path.with_suffix(".xlsm"))
    assert [one.name for one in read_summary(path)] == ["孙某"]
    assert read_leave(path) == []
    path = book("空.xlsx", [["单位", "姓名", "职务"], ["青川县", "", "副县长"]]).rename(tmp_path / "空.xlsm")
    with pytest.raises(InputError, match="表里没有参会人员"):
        read_summary(path)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("更正：原报科员孙立改为主任王武，其他不变", ["赵文", "王武"]),
        ("更正：将孙立更换为王武", ["赵文", "王武"]),
        ("补充：其余人员不变", ["赵文", "孙立", "王武"]),
        ("更正后的回执", ["王武"]),
    ],
)
def test_a_title_says_whose_place_is_taken(book: Book, said: str, names: list[str]):
    head = ["单位", *HEAD[1:]]
    first = book(
        "回执.xlsx",
        [head, ["青川县", "赵文", "副县长", 13800000001], ["青川县", "孙立", "科员", 13800000002]],
    )
    second = book("回执2.xlsx", [[said], head, ["青川县", "王武", "主任", 13800000003]])
    os.utime(first, (1, 1))
    assert [name for _, name in people(merge_replies([first, second], ASKED))] == names


@pytest.mark.parametrize("mark", ["〃", "同上", "”"])
def test_a_mark_for_as_above_is_the_unit_above(book: Book, mark: str):
    path = book(
        "a.xlsx",
        [["单位", *HEAD[1:]], ["青川县", "赵文", "副县长", 13800000001], [mark, "孙立", "主任", 13800000002]],
    )
    assert people(merge_replies([path], ASKED)) == [("青川县人民政府", "赵文"), ("青川县人民政府", "孙立")]


def test_numbered_labels_are_a_form(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(
        "回执\n1．单位：青川县\n2．参会领导：敖登（副县长）\n3．联系方式：13800000004\n4．备注：无\n",
        encoding="utf-8",
    )
    merged = merge_replies([path], ASKED)
    [one] = merged.replies
    assert (one.unit, one.name, one.title, one.mobile) == ("青川县人民政府", "敖登", "副县长", "13800000004")
    assert not merged.doubts


@pytest.mark.parametrize(
    ("title", "meets"), [("校长", True), ("园长", True), ("副校长", False), ("安全副园长", False)]
)
def test_level_with_a_letter_in_brackets(title: str, *, meets: bool) -> None:
    assert meets_level(title, "校（园）长", "清溪县实验小学") is meets
