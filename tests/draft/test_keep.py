"""What people change by hand survives a re-run, and is told where it meets something new."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tongzhi import extract_tasks
from tongzhi.draft.decisions import Decision
from tongzhi.draft.keep import COPIES, RECORD, keep_hand_made, read_earlier
from tongzhi.draft.sheet import read_answers
from tongzhi.draft.whole_set import DraftSet, Given, decisions, draft_set, settle
from tongzhi.errors import InputError
from tongzhi.papers.meeting import Meeting

from .test_drafting import COUNTIES, DAY, MEETING, SPEECH, text_of


def given(speech: str = SPEECH, **more: object) -> Given:
    tasks = extract_tasks(speech, meeting_date=date(2026, 9, 18))
    return Given(speech, tasks, MEETING, DAY, file="讲话.txt", counties=tuple(COUNTIES), **more)  # type: ignore[arg-type]


def write(folder: Path, made: DraftSet) -> list[str]:
    kept = keep_hand_made(made, read_earlier(folder))
    for name, data in kept.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return [str(note) for note in kept.notes]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_same_input_gives_the_same_bytes():
    assert draft_set(given()).files == draft_set(given()).files


def test_value_changed_in_a_data_file_survives(tmp_path: Path):
    write(tmp_path, draft_set(given()))
    change(tmp_path / "部署方案.yaml", "牵头单位: 市住建局", "牵头单位: 市城建局")
    assert write(tmp_path, draft_set(given())) == []
    again = (tmp_path / "部署方案.yaml").read_text(encoding="utf-8")
    assert "牵头单位: 市城建局" in again
    made = draft_set(given())
    keep_hand_made(made, read_earlier(tmp_path))
    assert any(row.lead == "市城建局" for row in made.papers[0].document.tasks)  # type: ignore[attr-defined]


def test_conflict_keeps_the_hand_made_value_and_tells_both(tmp_path: Path):
    write(tmp_path, draft_set(given()))
    change(tmp_path / "部署方案.yaml", "时间要求: 9月30日前", "时间要求: 9月25日前")
    notes = write(tmp_path, draft_set(given(SPEECH.replace("9月30日前", "9月28日前"))))
    assert any("9月25日前" in note and "9月28日前" in note for note in notes)
    assert "时间要求: 9月25日前" in (tmp_path / "部署方案.yaml").read_text(encoding="utf-8")


def test_paragraph_changed_in_the_paper_itself_survives_and_the_file_is_kept(tmp_path: Path):
    from docx import Document

    write(tmp_path, draft_set(given()))
    path = tmp_path / "部署方案.docx"
    document = Document(str(path))
    (paragraph,) = [one for one in document.paragraphs if "领导干部要带头" in one.text]
    paragraph.runs[-1].text = paragraph.runs[-1].text.replace("深入现场", "深入井下")
    document.add_paragraph("手写的一段。")
    document.save(str(path))
    notes = write(tmp_path, draft_set(given()))
    assert "深入井下" in (tmp_path / "部署方案.yaml").read_text(encoding="utf-8")
    assert any("手写的一段" in note for note in notes)
    assert len(list((tmp_path / COPIES).glob("部署方案-*.docx"))) == 1
    write(tmp_path, draft_set(given()))
    assert "深入井下" in (tmp_path / "部署方案.yaml").read_text(encoding="utf-8")


def test_edited_task_list_is_taken_again(tmp_path: Path):
    write(tmp_path, draft_set(given()))
    assert read_earlier(tmp_path).tasks is None
    path = tmp_path / "任务清单.xlsx"
    book = load_workbook(path)
    book.active["D2"] = "改过的任务"
    book.save(path)
    assert read_earlier(tmp_path).tasks == path


def test_row_deleted_by_hand_stays_deleted(tmp_path: Path):
    import yaml

    write(tmp_path, draft_set(given()))
    path = tmp_path / "部署方案.yaml"
    values = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    values["重点任务"] = values["重点任务"][1:]
    path.write_text(yaml.dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    made = draft_set(given())
    keep_hand_made(made, read_earlier(tmp_path))
    assert all("尾矿库" not in row.task for row in made.papers[0].document.tasks)  # type: ignore[attr-defined]


def test_folder_without_a_record_is_a_first_run(tmp_path: Path):
    write(tmp_path, draft_set(given()))
    (tmp_path / RECORD).unlink()
    assert read_earlier(tmp_path).written == {}


MASKED = (
    SPEECH.replace("东山县要立即", "**县要立即")
    + "明天把会议精神传达到乡镇。要对危化企业开展一次全面排查。\n"
)


def asked(made: DraftSet) -> dict[str, Decision]:
    return {one.key: one for one in decisions(made)}


def test_decisions_have_a_place_and_choices_and_are_about_a_dozen():
    found = decisions(draft_set(given(MASKED)))
    assert 3 <= len(found) <= 13
    assert all(one.where and one.options for one in found)
    assert [one.must for one in found] == sorted((one.must for one in found), reverse=True)


def test_covered_name_settled_once_stands_in_every_paper():
    made = draft_set(given(MASKED))
    assert "“**县”" in asked(made)["遮盖"].question
    settled = settle(made, {"遮盖": "**县=东山县"})
    texts = {paper.name: text_of(paper.document) for paper in settled.papers}
    assert all("**" not in text for text in texts.values())
    assert "你县要立即停产整治三号采石场" in texts["通报/001-东山县-任务交办通报"]


def test_confirmed_owners_lose_their_mark_and_a_row_may_have_another():
    made = draft_set(given(MASKED))
    assert made.suggested
    assert settle(made, {"责任单位": "确认"}).suggested == 0
    rows = made.papers[0].document.tasks  # type: ignore[attr-defined]
    number = next(at for at, row in enumerate(rows, 1) if row.origin("lead").is_open)
    other = settle(made, {"责任单位": f"{number}=市工信局"})
    assert other.papers[0].document.tasks[number - 1].lead == "市工信局"  # type: ignore[attr-defined]


def test_time_limits_left_open_take_one_day_for_all():
    made = draft_set(given(MASKED))
    settled = settle(made, {"时限": "2026-12-31"})
    assert all(row.when or row.due for row in settled.papers[0].document.tasks)  # type: ignore[attr-defined]


def test_another_day_is_written_everywhere_with_its_weekday():
    made = draft_set(given())
    settled = settle(made, {"折日": "9月21日=9月22日"})
    text = text_of(settled.papers[0].document)
    assert "9月22日（星期二）前对全市45个在建工地" in text
    assert "9月21日" not in text


@pytest.mark.parametrize(
    ("key", "answer"),
    [("责任单位", "也许吧"), ("责任单位", "99=市工信局"), ("时限", "以后"), ("折日", "9月21日=2月30日")],
)
def test_answer_that_cannot_be_understood_is_an_error(key: str, answer: str):
    with pytest.raises(InputError, match=key):
        settle(draft_set(given(MASKED)), {key: answer})


def test_sheet_filled_in_and_given_back(tmp_path: Path):
    made = draft_set(given(MASKED))
    path = tmp_path / "定稿单.xlsx"
    path.write_bytes(made.files["定稿单.xlsx"])
    assert read_answers(path) == {}
    book = load_workbook(path)
    sheet = book.active
    row = next(row for row in range(4, sheet.max_row + 1) if sheet.cell(row, 6).value == "遮盖")
    sheet.cell(row, 5).value = "**县=东山县"
    book.save(path)
    assert read_answers(path) == {"遮盖": "**县=东山县"}
    again = draft_set(given(MASKED, answers=read_answers(path)))
    path.write_bytes(again.files["定稿单.xlsx"])
    assert read_answers(path) == {"遮盖": "**县=东山县"}


def test_other_workbook_is_no_sheet_of_decisions(tmp_path: Path):
    path = tmp_path / "任务清单.xlsx"
    path.write_bytes(draft_set(given()).files["任务清单.xlsx"])
    with pytest.raises(InputError, match="没有定稿单"):
        read_answers(path)


def test_meeting_values_may_be_settled_on_the_sheet():
    meeting = Meeting.model_validate({**MEETING.to_data(), "主持人": "待定"})
    made = draft_set(Given(SPEECH, given().tasks, meeting, DAY))
    assert "主持人" in asked(made)["会议"].question
    settled = settle(made, {"会议": "主持人=孙某（副市长）"})
    minutes = next(paper.document for paper in settled.papers if paper.document.key == "minutes")
    assert "副市长孙某主持会议" in minutes.opening  # type: ignore[attr-defined]


def edit_paper(path: Path, act: object) -> None:
    from docx import Document

    document = Document(str(path))
    act(document)  # type: ignore[operator]
    document.save(str(path))


def paper_text(folder: Path, name: str = "部署方案") -> str:
    from tongzhi.word.text import read_text

    return read_text((folder / f"{name}.docx").read_bytes())


def test_paragraphs_taken_out_of_the_paper_stay_out_and_those_put_in_stay_in(tmp_path: Path):
    write(tmp_path, draft_set(given()))

    def act(document: object) -> None:
        paragraphs = document.paragraphs  # type: ignore[attr-defined]
        (lead,) = [one for one in paragraphs if "领导干部要带头" in one.text]
        lead.insert_paragraph_before("（九）市档案馆要查一遍库房。")
        lead._p.getparent().remove(lead._p)

    edit_paper(tmp_path / "部署方案.docx", act)
    notes = write(tmp_path, draft_set(given()))
    for _ in range(2):
        text = paper_text(tmp_path)
        assert "市档案馆要查一遍库房" in text or any("市档案馆" in note for note in notes)
        write(tmp_path, draft_set(given()))


def test_paragraph_only_taken_out_stays_out(tmp_path: Path):
    write(tmp_path, draft_set(given()))

    def act(document: object) -> None:
        (lead,) = [one for one in document.paragraphs if "领导干部要带头" in one.text]  # type: ignore[attr-defined]
        lead._p.getparent().remove(lead._p)

    edit_paper(tmp_path / "部署方案.docx", act)
    for _ in range(2):
        write(tmp_path, draft_set(given()))
        assert "领导干部要带头深入企业" not in paper_text(tmp_path)


def test_paragraph_only_put_in_stands_where_it_was_put(tmp_path: Path):
    write(tmp_path, draft_set(given()))

    def act(document: object) -> None:
        (lead,) = [one for one in document.paragraphs if "领导干部要带头" in one.text]  # type: ignore[attr-defined]
        lead.insert_paragraph_before("市档案馆要查一遍库房。")

    edit_paper(tmp_path / "部署方案.docx", act)
    for _ in range(2):
        write(tmp_path, draft_set(given()))
        text = paper_text(tmp_path)
        assert text.count("市档案馆要查一遍库房") == 1
        assert text.index("市档案馆") < text.index("领导干部要带头")


def test_same_place_changed_in_data_file_and_paper_is_told_with_both(tmp_path: Path):
    write(tmp_path, draft_set(given()))
    change(
        tmp_path / "部署方案.yaml",
        "{值: 领导干部要带头深入企业、深入现场",
        "{值: 领导干部要带头深入企业、深入车间",
    )

    def act(document: object) -> None:
        (lead,) = [one for one in document.paragraphs if "领导干部要带头" in one.text]  # type: ignore[attr-defined]
        lead.runs[-1].text = lead.runs[-1].text.replace("深入现场", "深入井下")

    edit_paper(tmp_path / "部署方案.docx", act)
    notes = write(tmp_path, draft_set(given()))
    assert any("深入车间" in note and "深入井下" in note for note in notes)
    assert "深入井下" in paper_text(tmp_path)
    assert len(list((tmp_path / COPIES).glob("部署方案-*"))) == 2


def test_edited_task_list_holds_for_every_later_run(tmp_path: Path):
    write(tmp_path, draft_set(given()))
    book = load_workbook(tmp_path / "任务清单.xlsx")
    book.active["D2"] = "改过的任务"
    book.save(tmp_path / "任务清单.xlsx")
    for _ in range(2):
        assert read_earlier(tmp_path).tasks == tmp_path / "任务清单.xlsx"
        write(tmp_path, draft_set(given()))


def test_without_the_record_every_file_that_would_be_written_over_is_kept(tmp_path: Path):
    write(tmp_path, draft_set(given()))
    change(tmp_path / "部署方案.yaml", "深入现场", "深入车间")
    (tmp_path / RECORD).unlink()
    notes = write(tmp_path, draft_set(given()))
    assert any("认不出" in note for note in notes)
    (copy,) = (tmp_path / COPIES).glob("部署方案-*.yaml")
    assert "深入车间" in copy.read_text(encoding="utf-8")


def test_task_added_to_the_list_without_a_time_limit_is_no_error():
    from dataclasses import replace as changed

    from tongzhi.model.task import Task
    from tongzhi.model.task_slots import Owner, Span

    base = given()
    own = Task(
        id="9.1", kind="action", title="查库房", text="市档案馆要查一遍库房。", source=Span(0, 0),
        owners=(Owner("市档案馆", (), "typed"),), deadlines=(), quantities=(), field=None, section=(), keywords=(), why=(),
    )  # fmt: skip
    tasks = changed(base.tasks, tasks=(*base.tasks.tasks, own))
    made = draft_set(changed(base, tasks=tasks))
    assert any("库房" in row.task for row in made.papers[0].document.tasks)  # type: ignore[attr-defined]


@pytest.mark.parametrize("spoilt", [b"half a file", b"", b"PK\x03\x04 torn"])
def test_a_paper_that_cannot_be_read_is_kept_and_told_and_stops_nothing(tmp_path: Path, spoilt: bytes):
    write(tmp_path, draft_set(given()))
    change(tmp_path / "部署方案.yaml", "牵头单位: 市住建局", "牵头单位: 市城建局")
    (tmp_path / "部署方案.docx").write_bytes(spoilt)
    notes = write(tmp_path, draft_set(given()))
    assert any("部署方案.docx" in note and "读不了" in note and COPIES in note for note in notes)
    assert "市城建局" in paper_text(tmp_path)
    assert spoilt in [path.read_bytes() for path in (tmp_path / COPIES).iterdir()]
