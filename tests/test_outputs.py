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
