"""What commands print as JSON keeps its published schema, and the schema refuses what is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tongzhi.cli.main import run

ROOT = Path(__file__).parents[1]
SCHEMAS = ("findings-1", "rules-1", "compare-1", "ledger-1", "ledger-page-1")
LISTS = ("ledger-history-1", "ledger-stats-1", "keywords-1")
DIMENSIONS = ("field", "county", "owner", "level", "month", "state", "accident")
DAY = ("--today", "2026-11-23")


def checker(name: str) -> jsonschema.Draft202012Validator:
    found = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def printed(capfd: pytest.CaptureFixture[str], *words: str) -> Any:
    capfd.readouterr()
    run([*words, *DAY])
    return json.loads(capfd.readouterr().out)


@pytest.fixture
def outputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """Give one output of each schema, made by the commands from the shipped samples."""
    monkeypatch.chdir(tmp_path)
    for kind in ("notice", "rectification"):
        assert run(["new", kind, "-o", f"{kind}.yaml", *DAY]) == 0
        assert run(["fill", kind, f"{kind}.yaml", "-o", f"{kind}.docx", *DAY]) == 0
    old = Path("notice.yaml").read_text(encoding="utf-8")
    Path("new.yaml").write_text(old.replace("8", "9") + "\n# 核稿不查：错别字\n", encoding="utf-8")
    Path("坏.docx").write_bytes(b"PK")
    assert run(["ledger", "import", "rectification.docx", "--by", "顾一帆", *DAY]) == 0
    assert run(["ledger", "export", "-o", "台账.json", *DAY]) == 0
    return {
        "findings-1": printed(
            capfd, "check", "notice.docx", "rectification.docx", "坏.docx", "--format", "json"
        ),
        "rules-1": printed(capfd, "check", "--rules", "--format", "json"),
        "compare-1": printed(capfd, "compare", "notice.yaml", "new.yaml", "--json"),
        "ledger-1": json.loads(Path("台账.json").read_text(encoding="utf-8")),
        "ledger-page-1": printed(capfd, "ledger", "list", "--format", "json"),
    }


def test_every_output_keeps_its_schema(outputs: dict[str, Any]):
    for name in SCHEMAS:
        made = outputs[name]
        checker(name).validate(made)
        assert next(value for value in made.values() if isinstance(value, list) and value), name
        made["more"] = 1
        with pytest.raises(jsonschema.ValidationError):
            checker(name).validate(made)
        made.pop("more")
        made["schema"] = "tongzhi.nothing/9"
        with pytest.raises(jsonschema.ValidationError):
            checker(name).validate(made)


def test_schemas_of_outputs_refuse_a_wrong_record(outputs: dict[str, Any]):
    for name, listed, key in (
        ("findings-1", "files", "summary"),
        ("rules-1", "rules", "says"),
        ("compare-1", "changes", "kind"),
        ("ledger-1", "items", "隐患编号"),
        ("ledger-page-1", "items", "逾期"),
    ):
        made = outputs[name]
        made[listed][0].pop(key)
        with pytest.raises(jsonschema.ValidationError):
            checker(name).validate(made)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the number of an item that went through steps with and without changed fields."""
    monkeypatch.chdir(tmp_path)
    rows = [
        {"单位名称": "宏远化工", "隐患描述": "报警器失灵", "整改时限": "2026-12-20", "行业领域": "危险化学品", "整改措施": "更换",
         "整改责任单位": "县应急局", "整改责任人": "祁某", "整改资金": "1.5", "应急预案": "停车", "所属地区": "南屏县"},
        {"单位名称": "城北商场", "隐患描述": "通道堵塞", "整改时限": "2026-12-10"},
    ]  # fmt: skip
    Path("清单.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    assert run(["ledger", "import", "清单.json", "--by", "顾一帆", *DAY]) == 0
    listed = json.loads(_read(["ledger", "list", "--text", "报警器", "--format", "json", "-o", "页.json"]))
    number: str = listed["items"][0]["隐患编号"]
    for words in (
        ["edit", number, "--set", "整改措施=更换并校验"],
        ["assign", number],
        ["report", number, "--progress", "已订货"],
        ["report", number, "--done", "2026-11-22", "--evidence", "照片一张"],
    ):
        assert run(["ledger", *words, "--by", "顾一帆", *DAY]) == 0, words
    return number


def _read(words: list[str]) -> str:
    assert run([*words, *DAY]) == 0
    return Path(words[-1]).read_text(encoding="utf-8")


def test_one_item_its_history_and_counts_keep_their_schemas(book: str, capfd: pytest.CaptureFixture[str]):
    shown = printed(capfd, "ledger", "show", book, "--format", "json")
    checker("ledger-item-1").validate(shown)
    assert [entry["动作"] for entry in shown["history"]] == ["列单", "修改", "交单", "报进展", "报完成"]
    for words in (["history", book], ["history", "--last", "3"]):
        past = printed(capfd, "ledger", *words, "--format", "json")
        checker("ledger-history-1").validate(past)
        assert any(entry["变化"] for entry in past)
    for dimension in DIMENSIONS:
        counts = printed(capfd, "ledger", "stats", "--by", dimension, "--format", "json")
        checker("ledger-stats-1").validate(counts)
        assert len(counts) >= 2
    for words in (["overdue"], ["due", "--within", "40天"]):
        page = printed(capfd, "ledger", *words, "--format", "json")
        checker("ledger-page-1").validate(page)
    assert page["items"]
    assert run(["ledger", "export", "-o", "台账.json", *DAY]) == 0
    kept = json.loads(Path("台账.json").read_text(encoding="utf-8"))
    checker("ledger-1").validate(kept)
    kept["items"][0]["经过"][1].pop("改动")
    with pytest.raises(jsonschema.ValidationError):
        checker("ledger-1").validate(kept)


def test_keywords_keep_their_schema(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    (tmp_path / "讲话.txt").write_text("尾矿库隐患排查要抓紧，尾矿库、危险化学品都要排查。", encoding="utf-8")
    found = printed(capfd, "keywords", str(tmp_path / "讲话.txt"), "--format", "json")
    checker("keywords-1").validate(found)
    assert found


@pytest.mark.parametrize("name", [*LISTS, "ledger-item-1"])
def test_schemas_of_lists_and_items_refuse_what_is_none(name: str):
    refused: list[Any] = [
        {},
        [{}],
        [{"隐患编号": "甲"}],
        [{"word": "甲", "weight": "1", "count": 1, "start": 0}],
        "甲",
    ]
    for made in refused:
        with pytest.raises(jsonschema.ValidationError):
            checker(name).validate(made)


def test_every_published_schema_of_an_output_is_tried_here():
    types = {path.stem for path in (ROOT / "schemas").glob("*-[0-9].json")}
    assert types == {*SCHEMAS, *LISTS, "ledger-item-1", "tasks-2"}
