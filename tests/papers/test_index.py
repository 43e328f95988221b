from __future__ import annotations

import subprocess
import sys

import pytest

from tongzhi.errors import InputError
from tongzhi.model.base import bare_name, label_of
from tongzhi.model.shape import shapes
from tongzhi.papers.index import ENTRIES, PROFILE, TypeEntry, find_type, load

ALL = (*ENTRIES, PROFILE)


def records(kind: type) -> set[type]:
    found, waiting = set(), [kind]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += [shape.record for shape in shapes(current) if shape.record is not None]
    return found


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.key)
def test_entry_tells_key_and_label_of_its_model(entry: TypeEntry):
    kind = load(entry)
    assert (kind.key, kind.label) == (entry.key, entry.label)


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.key)
def test_labels_can_stand_in_templates_and_no_name_means_two_fields(entry: TypeEntry):
    for record in records(load(entry)):
        taken: dict[str, str] = {}
        for name, field in record.model_fields.items():
            assert label_of(field, name).isidentifier(), (record, name)
            for known in (name, label_of(field, name)):
                assert taken.setdefault(bare_name(known), name) == name, (record, known)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("notice", "notice"),
        ("会议通知", "notice"),
        ("NOTICE", "notice"),
        ("实施方案", "plan"),
        ("通报", "circular"),
        ("本单位", "profile"),
    ],
)
def test_type_is_found_by_english_or_chinese_name(name: str, key: str):
    assert find_type(name).key == key


@pytest.mark.parametrize(
    ("wrong", "near"), [("会议通之", "notice"), ("整改青单", "rectification"), ("circuler", "circular")]
)
def test_near_miss_is_answered_with_the_nearest_type(wrong: str, near: str):
    with pytest.raises(InputError, match=f"是不是 {near}"):
        find_type(wrong)


def test_finding_one_type_imports_no_other():
    code = (
        "import sys; from tongzhi.papers.index import find_type; find_type('minutes');"
        "print(sorted(m for m in sys.modules if m.startswith('tongzhi.papers.')), 'openpyxl' in sys.modules, 'lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['tongzhi.papers.index', 'tongzhi.papers.minutes'] False False"
