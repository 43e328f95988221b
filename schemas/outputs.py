"""The JSON Schemas of what commands print besides papers and tasks: findings, rules, changes of two versions, the ledger."""

from __future__ import annotations

from typing import Any, get_args

from tasks import NUMBER, TEXT, TEXTS, record, some

from tongzhi.anatomy.nature import Kind
from tongzhi.check.report import SCHEMA as FINDINGS
from tongzhi.compare.substance import ChangeKind
from tongzhi.ledger.exporting import HISTORY, LEDGER_SCHEMA, STATS_HEADER, TARGETS_HEADER
from tongzhi.ledger.stats import DIMENSIONS
from tongzhi.model.finding import Level, Strength
from tongzhi.model.item import fields

MAYBE = {"type": ["string", "null"]}
LEVELS = {"enum": list(get_args(Level))}
STRENGTHS = {"enum": list(get_args(Strength))}
COUNTS = record(dict.fromkeys(get_args(Level), NUMBER))
TRUTH = {"type": "boolean"}


def whole(name: str, title: str, made: dict[str, Any], defs: dict[str, Any] | None = None) -> dict[str, Any]:
    """Give a schema of a whole output."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, "title": title}
    return {**head, **made, **({"$defs": defs} if defs else {})}


def findings_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi check --format json` prints."""
    place = record(
        {
            "file": MAYBE,
            "paragraph": {"type": ["integer", "null"], "minimum": 1},
            "element": MAYBE,
            "text": TEXT,
        },
        note="paragraph 从 1 数起，空段也算；页面、页码没有段号",
    )
    finding = record(
        {
            "rule": TEXT, "level": LEVELS, "strength": STRENGTHS, "source": TEXT, "clause": TEXT, "place": place, "found": TEXT,
            "instead": TEXT, "repairable": TRUTH,
        },
        note="规定、推算为错误；一般、推荐、可以、实务为提醒；待定另算",
    )  # fmt: skip
    nature = record(
        {"kind": {"enum": list(get_args(Kind))}, "confidence": {"enum": ["大", "中", "小"]}, "signs": TEXTS}
    )
    read = record(
        {"file": TEXT, "kind": TEXT, "nature": nature, "summary": COUNTS, "silenced": TEXTS,
         "findings": some({"$ref": "#/$defs/finding"})},
        note="silenced：这一份没有核的规则",
    )  # fmt: skip
    failed = record({"file": TEXT, "error": TEXT}, note="读不了的文件")
    made = record(
        {
            "schema": {"const": FINDINGS},
            "summary": COUNTS,
            "files": some({"anyOf": [read, failed]}),
            "between": some({"$ref": "#/$defs/finding"}),
        }
    )
    return whole(FINDINGS, "核稿的发现", made, {"finding": finding})


def rules_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi check --rules --format json` prints."""
    rule = record(
        {
            "rule": TEXT,
            "name": TEXT,
            "level": LEVELS,
            "strength": STRENGTHS,
            "source": TEXT,
            "clause": TEXT,
            "says": TEXT,
        }
    )
    return whole(
        "tongzhi.rules/1", "核稿规则", record({"schema": {"const": "tongzhi.rules/1"}, "rules": some(rule)})
    )


def compare_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi compare --json` prints."""
    change = record(
        {"kind": {"enum": list(get_args(ChangeKind))}, "place": TEXT, "old": TEXT, "new": TEXT, "why": TEXT}
    )
    return whole(
        "tongzhi.compare/1",
        "两稿的改动",
        record({"schema": {"const": "tongzhi.compare/1"}, "changes": some(change)}),
    )


def _row() -> dict[str, Any]:
    return {field.label: TEXT for field in fields()}


def ledger_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi ledger export` writes as JSON."""
    past = some(
        record(
            {
                **dict.fromkeys(("时间", "经办", "动作", "前", "后", "说明"), TEXT),
                "改动": {
                    "type": "object",
                    "additionalProperties": {"type": "array", "minItems": 2, "maxItems": 2},
                },
            }
        ),
    )
    item = {
        "type": "object",
        "properties": {**_row(), HISTORY: past},
        "required": ["隐患编号"],
        "additionalProperties": False,
    }
    made = record({"schema": {"const": LEDGER_SCHEMA}, "items": some(item)})
    return whole(LEDGER_SCHEMA, "整改台账", made)


def ledger_page_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi ledger list --format json` prints."""
    item = {
        "type": "object",
        "properties": {"逾期": TRUTH},
        "required": ["隐患编号", "逾期"],
        "additionalProperties": TEXT,
    }
    made = record(
        {
            "schema": {"const": "tongzhi.ledger-page/1"},
            "total": NUMBER,
            "page": NUMBER,
            "size": NUMBER,
            "items": some(item),
        }
    )
    return whole("tongzhi.ledger-page/1", "台账的一页", made)


def _change() -> dict[str, Any]:
    anything: dict[str, Any] = {}
    return record(
        {
            "隐患编号": TEXT, "时间": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$"}, "经办": TEXT, "动作": TEXT,
            "由": TEXT, "到": TEXT, "说明": TEXT,
            "变化": {"type": "object", "additionalProperties": record({"旧": anything, "新": anything})},
        },
        note="由、到：这一步前后的状态；头一步的由是空的",
    )  # fmt: skip


def ledger_item_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi ledger show --format json` prints."""
    item = {
        "type": "object",
        "properties": _row(),
        "required": ["隐患编号", "状态"],
        "additionalProperties": False,
    }
    made = record({"version": NUMBER, "item": item, "history": some({"$ref": "#/$defs/change"})})
    return whole("tongzhi.ledger-item/1", "台账的一条", made, {"change": _change()})


def ledger_history_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi ledger history --format json` prints."""
    made = some({"$ref": "#/$defs/change"})
    return whole("tongzhi.ledger-history/1", "台账的历史，先后为序", made, {"change": _change()})


def ledger_stats_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi ledger stats --format json` prints: one record a group, the whole last."""
    counts = [
        {
            "type": "object",
            "properties": dict.fromkeys((name, *STATS_HEADER), TEXT),
            "required": [name, *STATS_HEADER],
            "additionalProperties": False,
        }
        for name in dict.fromkeys(DIMENSIONS.values())
    ]
    target = record({**dict.fromkeys(TARGETS_HEADER, TEXT), TARGETS_HEADER[-1]: {"enum": ["是", "否"]}})
    return whole("tongzhi.ledger-stats/1", "台账的统计", some({"anyOf": [*counts, target]}))


def keywords_schema() -> dict[str, Any]:
    """Give the schema of what `tongzhi keywords --format json` prints."""
    word = record({"word": TEXT, "weight": {"type": "number"}, "count": NUMBER, "start": NUMBER})
    return whole("tongzhi.keywords/1", "讲话的关键词，权重大的在前", some(word))


def output_schemas() -> dict[str, dict[str, Any]]:
    """Give every schema by file name."""
    return {
        "findings-1.json": findings_schema(),
        "rules-1.json": rules_schema(),
        "compare-1.json": compare_schema(),
        "ledger-1.json": ledger_schema(),
        "ledger-page-1.json": ledger_page_schema(),
        "ledger-item-1.json": ledger_item_schema(),
        "ledger-history-1.json": ledger_history_schema(),
        "ledger-stats-1.json": ledger_stats_schema(),
        "keywords-1.json": keywords_schema(),
    }
