from __future__ import annotations

import json
from pathlib import Path

import pytest

from tongzhi.cli.main import run

SPEECH = (
    "一、抓好矿山安全\n各县区要对全市114家非煤矿山企业逐一排查隐患，9月30日前完成。\n"
    "要进一步提高思想认识，压实责任。\n市应急局明天派督导组进驻各县。\n"
)


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.delenv("TONGZHI_PROFILE", raising=False)


def write(name: str, text: str = SPEECH, encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(text.encode(encoding))
    return path


def test_json_has_exact_spans_and_dates(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话.txt", encoding="gb18030")
    assert run(["extract", "讲话.txt", "--format", "json", "--date", "2020-09-16", "--all"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["source"]["encoding"] == "gb18030"
    assert (record["source"]["file"], record["source"]["chars"]) == ("讲话.txt", len(SPEECH))
    assert record["meeting_date"] == "2020-09-16"
    for task in record["tasks"]:
        assert task["text"] == SPEECH[task["source"]["start"] : task["source"]["end"]]
    days = {one["date"] for task in record["tasks"] for one in task["deadlines"]}
    assert {"2020-09-30", "2020-09-17"} <= days


def test_format_text_prints_exactly_the_decoded_text(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write("讲话.txt", "\ufeff各县区要开会。\r\n")
    assert run(["extract", "讲话.txt", "--format", "text"]) == 0
    assert capsysbinary.readouterr().out == "各县区要开会。\r\n".encode()


def test_the_ending_of_the_output_gives_the_format() -> None:
    write("讲话.txt")
    for name in ("a.xlsx", "a.csv", "a.md", "a.json", "a.docx"):
        assert run(["extract", "讲话.txt", "-o", name]) == 0
    assert Path("a.xlsx").read_bytes().startswith(b"PK")
    assert Path("a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["schema"] == "tongzhi.tasks/2"


def test_an_existing_file_is_kept_without_force(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话.txt")
    write("a.json", "旧")
    assert run(["extract", "讲话.txt", "-o", "a.json"]) == 2
    assert Path("a.json").read_text(encoding="utf-8") == "旧"
    assert run(["extract", "讲话.txt", "-o", "a.json", "--force"]) == 0
    assert "已存在" in capsys.readouterr().err


def test_a_folder_gives_a_file_for_each_and_one_failure_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话/甲.txt")
    write("讲话/乙.txt", "")
    assert run(["extract", "讲话", "--format", "json", "-o", "结果"]) == 1
    assert [path.name for path in Path("结果").iterdir()] == ["甲.任务清单.json"]
    assert "乙.txt" in capsys.readouterr().err


def test_several_speeches_on_the_screen_are_one_json_list(capsys: pytest.CaptureFixture[str]) -> None:
    write("甲.txt")
    write("乙.txt")
    assert run(["extract", "甲.txt", "乙.txt", "--format", "json"]) == 0
    assert [record["source"]["file"] for record in json.loads(capsys.readouterr().out)] == [
        "甲.txt",
        "乙.txt",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["没有.txt"], "没有.txt"),
        (["空.txt"], "空"),
        (["讲话.txt", "-o", "a.pdf"], ".pdf"),
        (["讲话.txt", "--format", "xlsx"], "-o"),
        (["讲话.txt", "讲话2.txt", "-o", "a.json"], "文件夹"),
        (["讲话.txt", "--date", "2020-13-01"], "2020-13-01"),
        (["讲话.txt", "--encoding", "甲"], "甲"),
        (["密.txt"], "涉密"),
        (["讲话.txt", "--owners", "没有.yaml"], "没有.yaml"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_chinese_word(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("讲话.txt")
    write("讲话2.txt")
    write("空.txt", " \n")
    write("密.txt", "秘密★一年\n讲话\n")
    assert run(["extract", *arguments]) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.out == ""


def test_a_speech_without_tasks_is_an_empty_list_and_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话.txt", "大家好。谢谢大家。\n")
    assert run(["extract", "讲话.txt", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["tasks"] == []
    assert "没有" in captured.err


def test_requirements_come_with_all_and_reasons_with_explain(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话.txt")
    run(["extract", "讲话.txt", "--format", "json"])
    plain = json.loads(capsys.readouterr().out)
    run(["extract", "讲话.txt", "--format", "json", "--all", "--explain"])
    full = json.loads(capsys.readouterr().out)
    assert {task["kind"] for task in plain["tasks"]} == {"action"}
    assert len(full["sentences"]) >= 4
    assert "sentences" not in plain


def test_the_owners_file_names_the_departments(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话.txt", "一、矿山安全\n要对全市202座尾矿库逐座排查隐患，9月30日前完成排查并建立台账。\n")
    write("o.yaml", "矿山: 云岭市应急管理局、云岭市自然资源局\n")
    run(["extract", "讲话.txt", "--format", "json", "--all", "--owners", "o.yaml"])
    owners = json.loads(capsys.readouterr().out)["tasks"][0]["owners"]
    assert [owner["from"] for owner in owners] == ["owners-file"] * len(owners)
    assert "云岭市应急管理局" in [name for owner in owners for name in owner["names"]]


def test_a_cue_gives_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    lines = SPEECH.strip().split("\n")
    cues = [f"{at}\n00:01:0{at},000 --> 00:01:0{at},900\n{line}\n" for at, line in enumerate(lines, 1)]
    write("会.srt", "\n".join(cues))
    run(["extract", "会.srt", "--format", "json", "--all"])
    tasks = json.loads(capsys.readouterr().out)["tasks"]
    assert tasks
    assert {task["source"]["time"] for task in tasks} <= {f"00:01:0{at}.000" for at in range(1, 5)}


def test_keywords_as_table_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话.txt", "尾矿库要排查。非煤矿山和尾矿库都要查，尾矿库是重点。\n")
    assert run(["keywords", "讲话.txt", "-n", "3", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) <= 3
    assert {"word", "weight", "count", "start"} == set(found[0])
    assert "尾矿库" in {row["word"] for row in found}
    assert run(["keywords", "讲话.txt"]) == 0
    assert "尾矿库" in capsys.readouterr().out
    assert run(["keywords", "讲话.txt", "-n", "0"]) == 2


def test_speech_that_only_calls_on_people_says_that_there_are_requirements(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("讲话.txt", "要进一步提高思想认识，压实责任。\n")
    assert run(["extract", "讲话.txt"]) == 0
    assert "没有刚性任务，有 1 项原则要求，加 --all 可看" in capsys.readouterr().err


def test_several_speeches_as_plain_text_follow_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    write("甲.txt")
    write("乙.txt")
    assert run(["extract", "甲.txt", "乙.txt", "--format", "text"]) == 0
    assert "#" not in capsys.readouterr().out


def test_speeches_of_one_name_get_results_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    write("上午/讲话.txt")
    write("下午/讲话.txt")
    assert run(["extract", "上午/讲话.txt", "下午/讲话.txt", "-o", "清单", "--format", "md"]) == 0
    assert len(list(Path("清单").iterdir())) == 2


def test_ending_txt_stands_for_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    write("讲话.txt")
    assert run(["extract", "讲话.txt", "-o", "清单.txt"]) == 0
    assert "非煤矿山" in Path("清单.txt").read_text(encoding="utf-8")


def test_profile_of_the_office_gives_its_own_map_of_owners(capsys: pytest.CaptureFixture[str]) -> None:
    Path("本单位.yaml").write_text(
        "单位名称: 某市安委办\n责任单位对照: {矿山: 某市矿山局}\n", encoding="utf-8"
    )
    write("讲话.txt", "一、抓好矿山安全\n要在9月30日前完成全市非煤矿山隐患排查，建立台账。\n")
    assert run(["extract", "讲话.txt", "--format", "json", "--date", "2026-09-01"]) == 0
    [task] = json.loads(capsys.readouterr().out)["tasks"]
    assert task["owners"][0]["names"] == ["某市矿山局"]
