"""The papers of one meeting against each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongzhi.check.between import FOLDER_RULES
from tongzhi.check.folder import check_files, find_papers
from tongzhi.errors import InputError

from .cases import HELD, meeting, paper
from .paperwork import Book


def minutes(day: str, *text: str) -> bytes:
    book = Book()
    book.line("临江市会议纪要", book.song, 36, align="中", color="FF0000", pitch=56)
    book.line("第5期", align="中")
    book.title("全市尾矿库安全工作会议纪要")
    book.text(f"{day}，市政府召开全市尾矿库安全工作会议。现纪要如下：", *text)
    return book.save()


def circular(
    text: str,
    title: str = "关于尾矿库督查情况的通报",
    number: str = "临政办发〔2026〕30号",
    note: tuple[str, ...] = (),
) -> bytes:
    return paper(text, title=(title,), number=number, note=note)


PLACE = "地点：市政府三楼会议室。"
PHONE = "联系人：陈某，电话0971-8230001。"
TASK = "请各县区于2026年12月10日前完成尾矿库排查。"
CASES = {
    "papers-sentence": (
        {"a": meeting(HELD, TASK), "b": circular(TASK.replace("12月10日", "12月20日"))},
        {"a": meeting(HELD, TASK), "b": circular(TASK)},
    ),
    "papers-quantity": (
        {"a": meeting(HELD, "全市202座尾矿库都要排查。"), "b": circular("共有212座尾矿库。")},
        {"a": meeting(HELD, "全市202座尾矿库都要排查。"), "b": circular("共有202座尾矿库，其中头顶库6座。")},
    ),
    "papers-meeting-day": (
        {"a": meeting(HELD), "b": minutes("2026年11月28日")},
        {"a": meeting(HELD), "b": minutes("2026年11月27日")},
    ),
    "papers-place": (
        {"a": meeting(HELD, PLACE), "b": minutes("2026年11月27日", "地点：市应急局会议室。")},
        {"a": meeting(HELD, PLACE), "b": minutes("2026年11月27日", PLACE)},
    ),
    "papers-phone": (
        {"a": meeting(HELD, PHONE), "b": circular(PHONE.replace("8230001", "8230002"))},
        {"a": meeting(HELD, PHONE), "b": circular(PHONE)},
    ),
    "papers-number": (
        {"a": meeting(HELD), "b": circular(TASK, number="临政办发〔2026〕12号")},
        {"a": meeting(HELD), "b": circular(TASK)},
    ),
    "papers-attachment": (
        {"a": circular(TASK, note=("问题清单",)), "b": meeting(HELD)},
        {"a": circular(TASK, note=("问题清单",)), "问题清单": meeting(HELD)},
    ),
}


def to_county(county: str, text: str) -> bytes:
    return paper(text, title=("关于做好岁末年初安全生产工作的通知",), to=f"{county}人民政府：")


CASES["papers-leftover"] = (
    {
        "a": to_county("河东区", "请河东区抓好尾矿库排查。"),
        "b": to_county("砚山县", "请河东区抓好尾矿库排查。"),
        "c": to_county("南屏县", "请南屏县抓好尾矿库排查。"),
    },
    {
        "a": to_county("河东区", "请河东区抓好尾矿库排查。"),
        "b": to_county("砚山县", "请砚山县与河东区做好交界处的排查，学习河东区做法。"),
        "c": to_county("南屏县", "请南屏县抓好尾矿库排查。"),
    },
)


@pytest.mark.parametrize(
    "texts",
    [
        ("河东区、砚山县的问题已通报。", "河东区、砚山县的问题已通报。"),
        ("请对照河东区的问题整改。", "请对照河东区的问题整改。"),
    ],
)
def test_a_name_that_several_papers_of_a_batch_speak_of_is_no_leftover(tmp_path: Path, texts):
    papers = {"a": to_county("河东区", "请抓好排查。"), "b": to_county("砚山县", texts[0])}
    assert "papers-leftover" not in rules_in(tmp_path, papers | {"c": to_county("南屏县", texts[1])})


def test_a_name_inside_another_name_is_no_leftover(tmp_path: Path):
    papers = {"a": to_county("东区", "请东区抓好排查。"), "b": to_county("河东区", "请河东区抓好排查。")}
    assert "papers-leftover" not in rules_in(tmp_path, papers)


def test_a_company_left_over_from_another_letter(tmp_path: Path):
    title = ("关于反馈检查发现隐患的函",)
    papers = {
        name: paper(f"{name}存在3处隐患，请整改。", title=title, to=f"{name}：")
        for name in ("宏达化工有限公司", "利民铸造有限公司")
    }
    assert "papers-leftover" not in rules_in(tmp_path, papers)
    papers["利民铸造有限公司"] = paper(
        "宏达化工有限公司存在3处隐患，请整改。", title=title, to="利民铸造有限公司："
    )
    assert "papers-leftover" in rules_in(tmp_path, papers)


def rules_in(folder: Path, papers: dict[str, bytes]) -> set[str]:
    for name, data in papers.items():
        (folder / f"{name}.docx").write_bytes(data)
    return {finding.rule for finding in check_files([folder]).between}


def test_every_folder_rule_has_its_two_folders():
    assert set(CASES) == {rule.id for rule in FOLDER_RULES}


@pytest.mark.parametrize("name", CASES)
def test_folder_rule_finds_what_differs(name, tmp_path: Path):
    assert name in rules_in(tmp_path, CASES[name][0])


@pytest.mark.parametrize("name", CASES)
def test_folder_rule_is_silent_when_papers_agree(name, tmp_path: Path):
    assert name not in rules_in(tmp_path, CASES[name][1])


def test_papers_of_a_batch_may_differ(tmp_path: Path):
    batch = {
        f"县{n}": circular(f"发现隐患{n}处，共有{n}座尾矿库。", title=f"关于第{n}县督查情况的通报")
        for n in range(3)
    }
    assert rules_in(tmp_path, batch) <= {"papers-number"}


def test_unreadable_file_is_told_and_the_rest_is_checked(tmp_path: Path):
    (tmp_path / "好.docx").write_bytes(paper())
    (tmp_path / "坏.docx").write_bytes(b"x")
    report = check_files([tmp_path])
    assert [Path(name).name for name in report.failed] == ["坏.docx"]
    assert [Path(name).name for name in report.files] == ["好.docx"]


def test_hidden_and_lock_files_are_left_out(tmp_path: Path):
    for name in ("a.docx", "~$a.docx", ".b.docx", "c.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path, _ in find_papers([tmp_path])] == ["a.docx"]


def test_empty_folder_is_an_error(tmp_path: Path):
    with pytest.raises(InputError, match="没有 Word 文档"):
        find_papers([tmp_path])
