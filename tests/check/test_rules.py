"""Every rule has a paper that breaks it and one that keeps it."""

from __future__ import annotations

import pytest

from tongzhi.anatomy.paper import Knowledge
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.registry import rules
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.document import WordDocument

from .cases import CASES

KNOWN = Knowledge(
    units={"青川县人民政府": "青川县", "临江市应急管理局": "市应急局"}, people={"李某某": "副市长"}
)
OFFICE_RULES = {"short-name", "post"}


def found_by(name: str, data: bytes) -> list[str]:
    rule = next(each for each in rules() if each.id == name)
    knowledge = KNOWN if name in OFFICE_RULES else Knowledge()
    paper = recognise(WordDocument(data), None, GBT9704, knowledge)
    return [str(finding) for finding in rule.find(paper)]


def test_every_rule_has_its_two_papers():
    assert set(CASES) == {rule.id for rule in rules() if ".rules." in rule.check.__module__}


@pytest.mark.parametrize("name", CASES)
def test_rule_finds_what_breaks_it(name):
    assert found_by(name, CASES[name][0]())


@pytest.mark.parametrize("name", CASES)
def test_rule_is_silent_on_what_keeps_it(name):
    assert found_by(name, CASES[name][1]()) == []


def test_rules_name_clause_source_and_what_they_say():
    for rule in rules():
        assert rule.clause
        assert rule.source
        assert rule.says.endswith("。") or rule.says.endswith("）"), rule.id
        assert not rule.says[0].isascii() or rule.says[0].isdigit(), rule.id
