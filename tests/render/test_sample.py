from __future__ import annotations

import json
from datetime import date, timedelta

import jsonschema
import pytest

from tongzhi.model.shape import schema_of
from tongzhi.papers.index import ENTRIES, PROFILE, TypeEntry, load
from tongzhi.read.data import parse_data
from tongzhi.read.validate import assemble, validate
from tongzhi.render.sample import sample_json, sample_values, sample_yaml, shift_dates

ALL = (*ENTRIES, PROFILE)
DAYS = (date(2026, 11, 23), date(2026, 2, 13), date(2027, 9, 30), date(2020, 1, 1))
ALWAYS_WARNED = {"supervision_plan", "responsibility_letter"}


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.key)
def test_unchanged_sample_is_a_valid_paper_on_any_day(entry: TypeEntry):
    kind = load(entry)
    for day in DAYS:
        for data, is_json in ((sample_yaml(kind, day), False), (sample_json(kind, day), True)):
            checked = validate(kind, assemble(kind, parse_data(data, "样例", is_json=is_json)), day)
            assert checked.warnings == [] or entry.key in ALWAYS_WARNED or day.year < 2026


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.key)
def test_every_field_stands_in_the_sample_with_its_label(entry: TypeEntry):
    kind = load(entry)
    text = sample_yaml(kind, DAYS[0]).decode()
    for field in kind.model_fields.values():
        assert f"{field.alias}:" in text


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.key)
def test_optional_lines_fill_in_when_their_mark_is_taken_off(entry: TypeEntry):
    kind = load(entry)
    text = sample_yaml(kind, DAYS[0]).decode()
    head, mark, rest = text.partition("# —— 以下可不填 ——\n")
    assert head
    assert (
        parse_data((head + "\n".join(line.removeprefix("# ") for line in rest.splitlines())).encode()).values
        or mark
    )


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.key)
def test_schema_is_valid_and_takes_the_sample(entry: TypeEntry):
    kind = load(entry)
    schema = schema_of(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    values = json.loads(json.dumps(sample_values(kind, DAYS[0])))
    if entry.key != "profile":  # its short forms (地区, 责任单位对照) are for people
        jsonschema.validate(values, schema)
    assert all("x-key" in found for found in schema["properties"].values())


def test_schema_tells_what_each_kind_of_circular_requires():
    from tongzhi.papers.circular import Circular

    values = sample_values(Circular, DAYS[0])
    del values["督查组"]
    with pytest.raises(jsonschema.ValidationError, match="督查组"):
        jsonschema.validate(values, schema_of(Circular))


def test_dates_weekdays_and_years_of_numbers_move_together():
    moved = shift_dates(
        {"a": ["2026-09-30 09:00", "2026年9月30日（星期三）", "临安办发〔2026〕12号"]}, timedelta(days=366)
    )
    assert moved == {"a": ["2027-10-01 09:00", "2027年10月1日（星期五）", "临安办发〔2027〕12号"]}
