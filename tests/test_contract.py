"""What users and scripts see from outside, promise by promise."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
import yaml

import tongzhi
from tongzhi.cli.main import run
from tongzhi.word.text import read_text

SPEECH = "在全市安全生产会议上的讲话\n各县区要在10月20日前完成隐患排查整治，市应急局要明天上报方案。\n大家要认真领会精神。\n"
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    for name in ("TONGZHI_PROFILE", "TONGZHI_DB", "TONGZHI_TODAY"):
        monkeypatch.delenv(name, raising=False)

    def run_one(*arguments: str, today: str | None = "2026-09-17") -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([*arguments, *(["--today", today] if today else [])])
        caught = capsys.readouterr()
        return code, caught.out, caught.err

    return run_one


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def text_of(name: str) -> str:
    return read_text(Path(name).read_bytes())


def typed(kind: str) -> dict[str, object]:
    """Give the values that `new` wrote, so that a test may change them."""
    values = yaml.load(Path(f"{kind}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(values, dict)
    return values


def save(name: str, values: dict[str, object]) -> None:
    write(name, yaml.safe_dump(values, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize("kind", ["meeting", "notice", "plan", "rectification", "circular"])
def test_types_are_named_in_english_and_chinese_and_have_a_schema(kind: str, call: Call):
    code, out, _ = call("types")
    label = next(line for line in out.splitlines() if kind in line.split())
    chinese = next(word for word in label.split() if re.fullmatch("[\u4e00-\u9fff]+", word))
    for name in (kind, chinese):
        code, out, _ = call("types", name, "--schema")
        assert code == 0
        assert json.loads(out)["type"] == "object"


@pytest.mark.parametrize("ending", [".yaml", ".json", ".xlsx"])
@pytest.mark.parametrize("kind", ["notice", "circular", "plan"])
def test_unchanged_sample_already_gives_a_document(kind: str, ending: str, call: Call):
    assert call("new", kind, "-o", f"样{ending}")[0] == 0
    code, out, err = call("fill", kind, f"样{ending}", "-o", "文.docx")
    assert (code, out) == (0, ""), err
    assert docx.Document("文.docx").paragraphs


def test_values_of_higher_layers_win_and_an_empty_cell_beats_nothing(call: Call):
    call("new", "circular", "-o", "circular.yaml")
    common = typed("circular")
    common.pop("县区", None)
    save("公共.yaml", {**common, "发文机关": "甲市安委办"})
    write("名册.csv", "县区,发文机关\n青川县,乙市安委办\n昭化区,\n")
    code, _, err = call(
        "batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出", "--name", "{县区}"
    )
    assert code == 0, err
    assert "乙市安委办" in text_of("出/青川县.docx")
    assert "甲市安委办" in text_of("出/昭化区.docx")
    call("new", "notice", "-o", "notice.yaml")
    assert (
        call(
            "fill",
            "notice",
            "notice.yaml",
            "--set",
            "标题=关于召开丁会的通知",
            "-o",
            "a.docx",
            "--profile",
            "notice.yaml",
        )[0]
        == 2
    )
    assert call("fill", "notice", "notice.yaml", "--set", "title=关于召开丁会的通知", "-o", "a.docx")[0] == 0
    assert "关于召开丁会的通知" in text_of("a.docx").replace("\n", "")


@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_unknown_key_is_an_error_with_the_nearest_name(ending: str, call: Call):
    call("new", "notice", "-o", "notice.yaml")
    values = typed("notice")
    values["会义时间"] = values.pop("会议时间")
    dump = (
        json.dumps(values, ensure_ascii=False)
        if ending == ".json"
        else yaml.safe_dump(values, allow_unicode=True)
    )
    write(f"n{ending}", dump)
    code, out, err = call("fill", "notice", f"n{ending}", "-o", "a.docx")
    assert (code, out) == (2, "")
    assert "会义时间" in err
    assert "会议时间" in err
    assert not Path("a.docx").exists()


def test_a_wrong_value_of_set_is_told_as_such(call: Call):
    call("new", "notice", "-o", "通知.yaml")
    code, _, err = call("fill", "notice", "通知.yaml", "--set", "会议时间=2026-02-30")
    assert code == 2
    assert err.startswith("错误：--set “会议时间”")


def test_unknown_type_and_set_field_name_the_nearest(call: Call):
    call("new", "notice", "-o", "n.yaml")
    assert "notice" in call("fill", "notcie", "n.yaml")[2]
    code, _, err = call("fill", "notice", "n.yaml", "--set", "标提=x")
    assert code == 2
    assert "标题" in err


def test_key_given_twice_is_an_error_with_its_line(call: Call):
    write("n.yaml", "标题: 甲\n标题: 乙\n")
    code, _, err = call("fill", "notice", "n.yaml")
    assert code == 2
    assert "标题" in err
    assert "第2行" in err.replace(" ", "")


def test_unknown_column_is_a_warning(call: Call):
    call("new", "circular", "-o", "circular.yaml")
    values = typed("circular")
    values.pop("县区", None)
    save("公共.yaml", values)
    write("名册.csv", "县区,毫不相干的一列\n青川县,1\n")
    code, _, err = call("batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出")
    assert code == 0
    assert "毫不相干的一列" in err


def test_dash_is_standard_output_and_carries_only_the_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
):
    monkeypatch.chdir(tmp_path)
    write("讲话.txt", SPEECH)
    assert run(["extract", "讲话.txt", "--format", "json", "-o", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["schema"] == "tongzhi.tasks/2"
    assert run(["new", "notice", "-o", "n.yaml"]) == 0
    capfdbinary.readouterr()
    assert run(["fill", "notice", "n.yaml", "-o", "-"]) == 0
    assert zipfile.ZipFile(io.BytesIO(capfdbinary.readouterr().out)).testzip() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["n.yaml", "讲话.txt"]


def test_existing_file_is_kept_unless_forced(call: Call):
    write("讲话.txt", SPEECH)
    write("a.json", "旧")
    assert call("extract", "讲话.txt", "-o", "a.json")[0] == 2
    assert Path("a.json").read_text(encoding="utf-8") == "旧"
    assert call("extract", "讲话.txt", "-o", "a.json", "--force")[0] == 0
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["tasks"]


def test_control_characters_stop_unless_lenient(call: Call):
    call("new", "notice", "-o", "notice.yaml")
    data = json.dumps({**typed("notice"), "标题": "关于召开\u0001会议的通知"}, ensure_ascii=False)
    write("n.json", data)
    code, _, err = call("fill", "notice", "n.json", "-o", "a.docx")
    assert code == 2, err
    assert not Path("a.docx").exists()
    code, _, err = call("fill", "notice", "n.json", "-o", "a.docx", "--lenient")
    assert code == 0, err
    assert err
    assert "关于召开会议的通知" in text_of("a.docx").replace("\n", "")


def test_today_comes_from_the_option_then_the_environment(call: Call, monkeypatch: pytest.MonkeyPatch):
    call("new", "notice", "-o", "n.yaml")
    monkeypatch.setenv("TONGZHI_TODAY", "2026-13-01")
    code, _, err = call("fill", "notice", "n.yaml", "-o", "a.docx", today=None)
    assert code == 2
    assert "TONGZHI_TODAY" in err
    assert call("fill", "notice", "n.yaml", "-o", "a.docx")[0] == 0
    monkeypatch.setenv("TONGZHI_TODAY", "2026-09-17")
    assert call("fill", "notice", "n.yaml", "-o", "b.docx", today=None)[0] == 0
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_profile_of_the_environment_is_used(call: Call, monkeypatch: pytest.MonkeyPatch):
    call("new", "notice", "-o", "n.yaml")
    monkeypatch.setenv("TONGZHI_PROFILE", "没有.yaml")
    code, _, err = call("fill", "notice", "n.yaml", "-o", "a.docx")
    assert code == 2
    assert "没有.yaml" in err


def test_tasks_as_json_have_the_shape_and_their_spans(call: Call):
    write("讲话.txt", "\ufeff" + SPEECH.replace("\n", "\r\n"))
    code, out, _ = call("extract", "讲话.txt", "--format", "json", "--date", "2026-10-12")
    assert code == 0
    found = json.loads(out)
    decoded = SPEECH.replace("\n", "\r\n")
    assert set(found) >= {"schema", "source", "meeting_date", "keywords", "open", "tasks"}
    assert found["source"]["chars"] == len(decoded)
    assert re.fullmatch("[0-9a-f]{64}", found["source"]["sha256"])
    assert found["meeting_date"] == "2026-10-12"
    dates = []
    for task in found["tasks"]:
        assert set(task) >= {
            "id",
            "kind",
            "title",
            "text",
            "owners",
            "deadlines",
            "quantities",
            "field",
            "section",
            "keywords",
            "why",
            "source",
        }
        assert task["kind"] == "action"
        assert decoded[task["source"]["start"] : task["source"]["end"]] == task["text"]
        dates += [each["date"] for each in task["deadlines"]]
    assert "2026-10-20" in dates
    assert "2026-10-13" in dates
    everything = json.loads(call("extract", "讲话.txt", "--format", "json", "--all")[1])
    assert {task["kind"] for task in everything["tasks"]} == {"action", "requirement"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
def test_speech_of_any_encoding_prints_its_text(encoding: str, call: Call):
    text = "各縣區要在十月底前完成隱患排查，確保安全生產形勢穩定。\n" if encoding == "big5" else SPEECH
    Path("s.txt").write_bytes(text.encode(encoding))
    code, out, err = call("extract", "s.txt", "--format", "text")
    assert (code, out) == (0, text), err


def test_folder_and_standard_input_are_speeches(call: Call, monkeypatch: pytest.MonkeyPatch):
    Path("讲话").mkdir()
    write("讲话/a.txt", SPEECH)
    write("讲话/b.md", SPEECH)
    code, _, err = call("extract", "讲话", "--format", "json", "-o", "结果")
    assert code == 0, err
    assert len(list(Path("结果").iterdir())) == 2

    class Standard:
        buffer = io.BytesIO(SPEECH.encode())

    monkeypatch.setattr("sys.stdin", Standard)
    code, out, _ = call("extract", "-", "--format", "json")
    assert code == 0
    assert json.loads(out)["tasks"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.srt",
            "1\n00:00:01,000 --> 00:00:03,000\n会议开始\n\n2\n00:00:05,500 --> 00:00:09,000\n各县区要在10月20日前完成隐患排查整治。\n",
        ),
        (
            "a.vtt",
            "WEBVTT\n\n00:01.000 --> 00:03.000\n会议开始\n\n00:05.500 --> 00:09.000\n各县区要在10月20日前完成隐患排查整治。\n",
        ),
    ],
)
def test_task_of_a_transcript_has_the_time_of_its_cue(name: str, text: str, call: Call):
    write(name, text)
    assert call("extract", name, "--format", "text")[1] == "会议开始\n各县区要在10月20日前完成隐患排查整治。"
    found = json.loads(call("extract", name, "--format", "json")[1])
    assert "00:00:05" in found["tasks"][0]["source"]["time"]


def test_word_text_counts_insertions_and_not_deletions(call: Call):
    paper = docx.Document()
    paper.add_paragraph("各县区要")
    paper.add_table(1, 2).cell(0, 1).text = "整改"
    paper.save("a.docx")
    code, out, _ = call("extract", "a.docx", "--format", "text")
    assert code == 0
    assert [line for line in out.split("\n") if line] == ["各县区要", "整改"]


def test_empty_speech_is_2_and_one_without_tasks_is_an_empty_list(call: Call):
    write("a.txt", " \n\u3000\n")
    assert call("extract", "a.txt")[0] == 2
    write("b.txt", "今天天气很好。\n")
    code, out, err = call("extract", "b.txt", "--format", "json")
    assert code == 0
    assert json.loads(out)["tasks"] == []
    assert err


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"会议时间": "2026-02-30 09:00"}, 2),
        ({"成文日期": "2027-12-30"}, 2),
        ({"会议时间": "2026-10-03 09:00", "成文日期": "2026-09-17"}, 0),
    ],
)
def test_contradiction_is_an_error_and_the_unusual_a_warning(change: dict[str, str], code: int, call: Call):
    call("new", "notice", "-o", "notice.yaml")
    values = {**typed("notice"), **change}
    if code == 0:
        values = {key: value for key, value in values.items() if not re.search("截止|回执|报名", key)}
    save("n.yaml", values)
    got, _, err = call("fill", "notice", "n.yaml", "-o", "a.docx")
    assert got == code, err
    assert err
    assert Path("a.docx").exists() == (code == 0)


def test_bad_row_fails_alone_and_none_usable_writes_nothing(call: Call):
    call("new", "circular", "-o", "circular.yaml")
    values = typed("circular")
    values.pop("县区", None)
    save("公共.yaml", values)
    write("名册.csv", "县区,整改时限\n青川县,2026-10-30\n昭化区,2026-02-30\n朝天区,#N/A\n")
    code, _, err = call(
        "batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出", "--name", "{序号:03d}-{县区}"
    )
    assert code == 1
    assert "2026-02-30" in err
    assert [path.name for path in Path("出").glob("*.docx")] == ["001-青川县.docx"]
    write("坏.csv", "县区,整改时限\n昭化区,2026-02-30\n")
    assert call("batch", "circular", "坏.csv", "--common", "公共.yaml", "-o", "空")[0] == 2
    assert not Path("空").exists()


def test_bad_row_costs_a_draft_its_own_circular_alone(call: Call):
    Path("讲话.txt").write_text("各县区要在9月30日前完成隐患排查。", encoding="utf-8")
    assert call("new", "meeting", "-o", "会议.yaml")[0] == 0
    rows = "青川县,2026-11-30\n朝天区,2026-09-31\n旺苍县,#N/A\n,2026-11-30\n../昭化,2026-11-30\n"
    Path("县区.csv").write_text(f"县区,整改时限\n{rows}", encoding="utf-8")
    command = ["draft", "讲话.txt", "--meeting", "会议.yaml", "--roster", "县区.csv", "-o"]
    code, _, err = call(*command, "会后")
    assert code == 1
    assert "县区.csv 第3行 “整改时限”" in err
    assert "县区.csv 第4行 “整改时限”" in err
    assert "县区.csv 第5行 “县区”" in err
    made = [path.name for path in Path("会后/通报").glob("*.docx")]
    assert len(made) == 2
    assert "003-.._昭化-任务交办通报.docx" in made
    assert "改成了“003-.._昭化-任务交办通报”" in err
    Path("县区.csv").write_text("县区,整改时限\n朝天区,2026-09-31\n", encoding="utf-8")
    assert call(*command, "另外")[0] == 2
    assert not Path("另外").exists()


def test_second_batch_into_a_folder_needs_resume_or_force(call: Call):
    call("new", "circular", "-o", "circular.yaml")
    values = typed("circular")
    values.pop("县区", None)
    save("公共.yaml", values)
    write("名册.csv", "县区\n青川县\n../../etc/x\nCON\n青川县 \n")
    command = ("batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出", "--name", "{县区}")
    assert call(*command)[0] == 0
    before = {path.name: path.read_bytes() for path in Path("出").iterdir()}
    assert all(not re.search(r'[<>:"/\\|?*]', name) for name in before)
    assert "CON.docx" not in before
    assert call(*command)[0] == 2
    assert {path.name: path.read_bytes() for path in Path("出").iterdir()} == before
    Path("出/青川县.docx").write_bytes(b"broken")
    assert call(*command, "--resume")[0] == 0
    assert Path("出/青川县.docx").read_bytes() == before["青川县.docx"]
    assert call(*command, "--force")[0] == 0


def test_template_with_macros_is_refused_and_dotx_is_taken(call: Call):
    paper = docx.Document()
    paper.add_paragraph("{{ 标题 }}")
    paper.save("t.docx")
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    kinds = {
        "t.docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
        "t.dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    }
    for name, kind in kinds.items():
        with zipfile.ZipFile("t.docx") as source, zipfile.ZipFile(name, "w") as made:
            for part in source.namelist():
                made.writestr(part, source.read(part).replace(main.encode(), kind.encode()))
    call("new", "notice", "-o", "n.yaml")
    code, _, err = call("fill", "notice", "n.yaml", "--template", "t.docm", "-o", "a.docx")
    assert code == 2
    assert "宏" in err
    code, _, err = call("fill", "notice", "n.yaml", "--template", "t.dotx", "-o", "a.docx")
    assert code == 0, err
    with zipfile.ZipFile("a.docx") as made:
        assert main.encode() in made.read("[Content_Types].xml")


def test_bad_template_is_1_for_check_and_2_for_fill(call: Call):
    paper = docx.Document()
    paper.add_paragraph("{{ 没有这个名字 }}")
    paper.save("t.docx")
    call("new", "notice", "-o", "n.yaml")
    assert call("template", "check", "t.docx", "--type", "notice")[0] == 1
    assert call("fill", "notice", "n.yaml", "--template", "t.docx", "-o", "a.docx")[0] == 2
    assert not Path("a.docx").exists()
    assert "没有这个名字" in call("template", "vars", "t.docx")[1]


def test_check_is_1_on_an_error_and_format_names_its_output(call: Call):
    paper = docx.Document()
    paper.add_paragraph("关于开展检查的通知")
    paper.add_paragraph("　　各县区要认真检查,确保安全。")
    paper.save("草稿.docx")
    code, out, _ = call("check", "草稿.docx", "--format", "json")
    assert code == 1
    assert json.loads(out)
    assert call("format", "草稿.docx")[0] == 0
    assert Path("草稿.公文.docx").is_file()
    assert text_of("草稿.公文.docx").replace("\u3000", "").split() == [
        "关于开展检查的通知",
        "各县区要认真检查,确保安全。",
    ]
    assert call("format", "草稿.docx")[0] == 2
    assert call("check", "草稿.docx", "没有.docx")[0] in (1, 2)


def test_ledger_stands_in_the_folder_or_where_it_is_told(call: Call, monkeypatch: pytest.MonkeyPatch):
    write("讲话.txt", SPEECH)
    call("extract", "讲话.txt", "-o", "任务.json")
    assert call("ledger", "import", "任务.json")[0] == 0
    assert Path("整改台账.db").is_file()
    monkeypatch.setenv("TONGZHI_DB", "别处.db")
    assert call("ledger", "import", "任务.json")[0] == 0
    assert Path("别处.db").is_file()
    for ending in (".xlsx", ".csv", ".json"):
        code, _, err = call("ledger", "export", "-o", f"台账{ending}")
        assert code == 0, err
    for command in ("list", "stats", "overdue", "due"):
        assert call("ledger", command)[0] == 0


@pytest.mark.parametrize("ending", [".json", ".md", ".csv", ".xlsx", ".docx"])
def test_task_list_takes_its_format_from_the_ending(ending: str, call: Call):
    write("讲话.txt", SPEECH)
    assert call("extract", "讲话.txt", "-o", f"a{ending}")[0] == 0
    assert call("extract", "讲话.txt", "-o", f"b{ending}")[0] == 0
    assert Path(f"a{ending}").read_bytes() == Path(f"b{ending}").read_bytes()


def test_cells_that_look_like_formulas_stay_text(call: Call):
    import openpyxl

    write("讲话.txt", "=1+1各县区要在10月20日前完成隐患排查整治。\n")
    call("extract", "讲话.txt", "-o", "a.csv")
    assert not re.search(r'(?m)(^|,)"?=', Path("a.csv").read_text(encoding="utf-8-sig"))
    call("extract", "讲话.txt", "-o", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_public_names_work_as_the_page_says(tmp_path: Path):
    paper = docx.Document()
    paper.add_paragraph("{{ 标题 }}{% if 附注 %}x{% endif %}")
    paper.save(str(tmp_path / "t.docx"))
    template = tongzhi.Template(str(tmp_path / "t.docx"), missing="error")
    assert set(template.variables()) >= {"标题"}
    data = template.render({"标题": "<甲&乙>"})
    assert isinstance(data, bytes)
    assert read_text(data) == "<甲&乙>"
    template.render({"标题": tongzhi.RichText("红")}, str(tmp_path / "o.docx"))
    assert read_text((tmp_path / "o.docx").read_bytes()) == "红"
    assert isinstance(tongzhi.check(str(tmp_path / "o.docx")), list)
    tasks = tongzhi.extract_tasks("各县区要明天完成整改。", meeting_date=date(2020, 10, 12))
    assert tasks.tasks[0].deadlines[0].date == date(2020, 10, 13)
    for missing in ("blank", "keep"):
        assert tongzhi.Template(str(tmp_path / "t.docx"), missing=missing).render({})
    with pytest.raises(Exception, match="标题"):
        template.render({})


def test_interrupted_is_130_and_broken_off_is_143(call: Call, monkeypatch: pytest.MonkeyPatch):
    import tongzhi.cli.main as main

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.top, "main", stop)
    assert call("types")[0] == 130
