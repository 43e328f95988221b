"""The library as others use it: examples of the manual run, schemas are current and hold."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import jsonschema
import pytest

import tongzhi
from tongzhi.cli.main import run
from tongzhi.model.shape import schema_of
from tongzhi.papers.index import ENTRIES, PROFILE, TypeEntry, load
from tongzhi.resources import corpus_path

ROOT = Path(__file__).resolve().parents[1]
SPEECHES = ("city", "county", "enterprise", "asr")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))


def examples(page: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)


def test_examples_of_the_library_page_run_one_after_another(capsys: pytest.CaptureFixture[str]):
    found = examples("docs/library.md")
    assert len(found) >= 5
    for code in found:
        exec(compile(code, "library.md", "exec"), {"__name__": "example"})
    said = capsys.readouterr().out
    assert "尾矿库" in said
    assert "会议时间" in said


def test_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder):
    Path("讲话.txt").write_text("各县区要在10月底前完成114座尾矿库排查整治。", encoding="utf-8")
    paper = docx.Document()
    paper.add_paragraph("{{ 标题 }}")
    paper.save("我的模板.docx")
    (code,) = examples("README.md")
    space: dict[str, Any] = {"__name__": "example"}
    exec(compile(code.replace('open("讲话.txt", encoding="utf-8").read()', "SPEECH"), "README.md", "exec"),
         space | {"SPEECH": Path("讲话.txt").read_text(encoding="utf-8")})  # fmt: skip
    assert Path("通知.docx").is_file()


def test_public_names_are_there_and_documented():
    for name in tongzhi.__all__:
        assert (getattr(tongzhi, name).__doc__ or "").strip(), name
    assert set(tongzhi.__all__) <= set(dir(tongzhi))


def test_unknown_public_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        tongzhi.nothing  # noqa: B018  looking it up is the test


def schemas() -> ModuleType:
    sys.path.insert(0, str(ROOT / "schemas"))
    try:
        spec = importlib.util.spec_from_file_location("make_schemas", ROOT / "schemas" / "make_schemas.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(ROOT / "schemas"))
    return module


def test_published_schemas_are_current():
    made = schemas().published()
    found = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").glob("*.json")}
    stale = sorted(name for name in made.keys() | found.keys() if made.get(name) != found.get(name))
    assert not stale, "运行 python schemas/make_schemas.py"


def published(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


@pytest.mark.parametrize("entry", [*ENTRIES, PROFILE], ids=lambda entry: entry.key)
def test_sample_of_each_type_keeps_its_schema(entry: TypeEntry):
    assert run(["new", entry.key, "-o", "样例.json", "--today", "2026-11-23"]) == 0
    values = json.loads(Path("样例.json").read_text(encoding="utf-8"))
    values = {key: value for key, value in values.items() if key in schema_of(load(entry))["properties"]}
    assert values
    jsonschema.Draft202012Validator(published(f"{entry.key}.json")).validate(values)


@pytest.mark.parametrize("name", SPEECHES)
def test_task_list_of_each_sample_speech_keeps_its_schema(name: str):
    words = ["extract", str(corpus_path(f"samples/{name}.txt")), "--all", "--explain", "--date", "2026-09-21"]
    assert run([*words, "--format", "json", "-o", "任务.json"]) == 0
    made = json.loads(Path("任务.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(
        published("tasks-2.json"), format_checker=jsonschema.FormatChecker()
    )
    checker.validate(made)
    assert made["tasks"]


@pytest.mark.parametrize(
    "break_it",
    [
        lambda made: made.update(schema="tongzhi.tasks/1"),
        lambda made: made.update(more=1),
        lambda made: made["tasks"][0].update(kind="wish"),
        lambda made: made["tasks"][0].pop("source"),
        lambda made: made["tasks"][0].update(field="航天"),
    ],
)
def test_task_schema_refuses_what_is_none(break_it: Any):
    made = tongzhi.extract_tasks("各县区要在10月底前完成114座尾矿库排查整治。").to_json()
    checker = jsonschema.Draft202012Validator(published("tasks-2.json"))
    checker.validate(made)
    break_it(made)
    with pytest.raises(jsonschema.ValidationError):
        checker.validate(made)


SPEECH = "各县区要在10月底前完成114座尾矿库排查整治。"
DAY = date(2026, 11, 23)
ORDER = {"种类": "交办", "发文机关": "云岭市安全生产委员会办公室", "交办来源": "全市安全生产会议"}


def word(*lines: str) -> bytes:
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (SPEECH.encode("gb18030"), None),
        (word(SPEECH), None),
        (f"1\n00:00:01,000 --> 00:00:09,000\n{SPEECH}\n".encode(), "会议.srt"),
    ],
)
def test_speech_is_taken_as_path_bytes_and_open_file(data: bytes, name: str | None):
    ending = Path(name or ("讲话.docx" if data.startswith(b"PK") else "讲话.txt"))
    ending.write_bytes(data)
    with ending.open("rb") as opened:
        made = [
            tongzhi.extract(given, name=name if isinstance(given, bytes | io.BytesIO) else None)
            for given in (str(ending), ending, data, io.BytesIO(data), opened)
        ]
    assert all(tasks.tasks == made[0].tasks and tasks.tasks for tasks in made)
    assert made[0].source.file == ending.name
    assert made[2].source.file == (name or "")


@pytest.mark.parametrize("form", ["json", "md", "csv", "xlsx", "docx", "table"])
def test_task_file_is_what_the_command_writes(form: str):
    Path("讲话.txt").write_text(SPEECH, encoding="utf-8")
    ending = "txt" if form == "table" else form
    assert run(["extract", "讲话.txt", "--format", form, "-o", f"出.{ending}"]) == 0
    assert tongzhi.task_file(tongzhi.extract("讲话.txt"), form) == Path(f"出.{ending}").read_bytes()


def test_own_template_is_taken_by_fill_and_batch_and_as_open_file():
    own = word("{{ 县区 }}：{{ 交办来源 }}")
    values = {**ORDER, "县区": "南屏县", "交办事项": [{"事项": "排查", "办理时限": date(2026, 12, 30)}]}
    filled = tongzhi.fill("circular", values, template=io.BytesIO(own), today=DAY)
    assert docx.Document(io.BytesIO(filled)).paragraphs[0].text == "南屏县：全市安全生产会议"
    rows = [{"县区": "南屏县", "事项": "排查尾矿库", "办理时限": date(2026, 12, 30)}]
    made = tongzhi.batch("circular", rows, common=ORDER, template=own, name="{县区}.docx", today=DAY)
    assert list(made.files) == ["南屏县.docx"]
    assert not made.failed
    template = tongzhi.Template(io.BytesIO(own))
    assert template.variables() == {"县区", "交办来源"}


def test_check_takes_bytes_and_open_files():
    data = word("关于安全生产的通知", "各县区要做到三个到位：责任到位、措施到位。")
    found = tongzhi.check(data, name="甲.docx")
    assert found
    assert tongzhi.check(io.BytesIO(data), name="甲.docx") == found


def test_versions_are_compared_from_every_kind_of_source():
    old, new = word("各县区11月30日前报送114座。"), word("各县区12月30日前报送115座。")
    Path("旧.docx").write_bytes(old)
    made = [
        tongzhi.compare(first, second, today=DAY)
        for first, second in (("旧.docx", new), (old, new), (io.BytesIO(old), io.BytesIO(new)))
    ]
    assert all(one.differences == made[0].differences and one.marked == made[0].marked for one in made)
    assert {one.kind for one in made[0].differences} >= {"时限", "数字"}
    jsonschema.Draft202012Validator(published("compare-1.json")).validate(made[0].to_json())


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: tongzhi.extract(b""), "文件是空的"),
        (lambda: tongzhi.extract(io.StringIO("甲")), "StringIO"),
        (lambda: tongzhi.extract(b"x", name="甲.toml"), "不认识 .toml"),
        (lambda: tongzhi.task_file(tongzhi.extract_tasks(SPEECH), "pdf"), "没有“pdf”"),
        (lambda: tongzhi.compare({"甲": object()}, {}), "object"),
        (lambda: tongzhi.compare(b"abc", word("甲")), "不是 .docx"),
        (lambda: tongzhi.check(io.BytesIO(b"abc")), "不是 .docx"),
        (lambda: tongzhi.batch("circular", [{"县区": float("nan")}]), "名册.json 第1行：NaN"),
        (lambda: tongzhi.batch("circular", []), "一行也没有"),
        (lambda: tongzhi.fill("circular", ORDER, template=b"abc"), ""),
        (lambda: tongzhi.LedgerBook(by=" "), "没有写谁在办"),
        (lambda: tongzhi.LedgerBook("没有/台账.db", by="甲"), ""),
    ],
)
def test_what_cannot_be_taken_is_told_by_name_and_without_our_folders(call: Callable[[], object], said: str):
    with pytest.raises(tongzhi.TongzhiError) as told:
        call()
    assert said in str(told.value)
    assert re.search("[一-鿿]", str(told.value))
    assert "tongzhi-" not in str(told.value)


def test_ledger_book_refuses_a_step_out_of_turn_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with tongzhi.LedgerBook(by="顾一帆", today=DAY) as book:
        done = book.add(tongzhi.extract_tasks(SPEECH))
        [number] = done.added
        assert book.add(tongzhi.extract_tasks(SPEECH)).known == 1
        with pytest.raises(tongzhi.InputError, match="不能销号"):
            book.clear(number, approver="甲")
        assert [entry["动作"] for entry in book.history()] == ["列单"]
        assert book.items(tongzhi.Filter(kind="隐患")) == []
        assert book.show(number)["item"]["隐患编号"] == number
        assert book.overdue() == []
        for form in ("json", "csv", "xlsx"):
            assert book.export(form)
        with pytest.raises(tongzhi.InputError, match="没有隐患可列"):
            book.export("docx")
        assert list(tmp_path.glob("tongzhi-*"))
    assert not list(tmp_path.glob("tongzhi-*"))


def test_ledger_book_and_the_command_share_a_file():
    with tongzhi.LedgerBook("整改台账.db", by="顾一帆", today=DAY) as book:
        rows = [{"单位名称": "宏远化工", "隐患描述": "报警器失灵", "整改时限": date(2026, 12, 18)}]
        [number] = book.add(rows).added
        kept = book.export("csv")
    assert run(["ledger", "export", "-o", "出.csv", "--today", "2026-11-23"]) == 0
    assert Path("出.csv").read_bytes() == kept
    assert (
        run(["ledger", "edit", number, "--set", "整改措施=更换", "--by", "乙", "--today", "2026-11-24"]) == 0
    )
    with tongzhi.LedgerBook("整改台账.db", by="顾一帆") as book:
        assert [entry["经办"] for entry in book.history(number)] == ["顾一帆", "乙"]
