"""The library as others use it: examples of the manual run, schemas are current and hold."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import jsonschema
import pytest

import tongzhi
from tongzhi.cli.main import run
from tongzhi.model.shape import schema_of
from tongzhi.papers.index import ENTRIES, PROFILE, Entry, load
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
def test_sample_of_each_type_keeps_its_schema(entry: Entry):
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
