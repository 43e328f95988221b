"""What all official papers have in common: numbers, dates, signature, telegram, attachments."""

from __future__ import annotations

from typing import Any

import pytest

from tongzhi.model.official import Person, SignOff

from .conftest import Judge

ISSUER = "临江市安全生产委员会办公室"
TELEGRAM = {
    "发往": "各县（市、区）人民政府",
    "签批盖章": "张某",
    "等级": "加急",
    "编号": "江政明电〔2026〕5号",
}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"成文日期": "2026-11-20", "印发日期": "2026-11-19"}, "印发日期早于成文日期"),
        ({"份号": "12"}, "份号“12”不是 6 位数字"),
        ({"落款": {"单位": "某县安委办"}}, f"落款单位“某县安委办”与发文机关“{ISSUER}”不一致"),
        ({"落款": f"{ISSUER} 2026年11月19日", "成文日期": "2026-11-20"}, "落款日期与成文日期不一致"),
        ({"附件": ["问题清单", "问题清单"]}, "附件“问题清单”写了两次"),
        ({"发文字号": "江安委〔2026〕3号"}, "发文机关"),
        (
            {"发文字号": "江安办〔2026〕3号", "发文机关": "临江市安全生产委员会"},
            "是安委办的，发文机关写的是安委会",
        ),
    ],
)
def test_contradiction_is_told(judge: Judge, changes: dict[str, Any], says: str):
    told = [
        *judge("circular", **{"发文机关": ISSUER, **changes})[0],
        *judge("circular", **{"发文机关": ISSUER, **changes})[1],
    ]
    assert any(says in line for line in told), told


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"电报": TELEGRAM}, "公文载体不是电报，“电报”里的内容不会印出"),
        ({"公文载体": "电报", "电报": {"发往": "各县人民政府"}}, "电报报头还缺 签批盖章、等级、编号"),
    ],
)
def test_unusual_telegram_is_told(judge: Judge, changes: dict[str, Any], says: str):
    assert any(says in line for line in judge("circular", **changes)[1])


def test_whole_telegram_and_a_signature_that_agrees_are_fine(judge: Judge):
    errors, warnings = judge(
        "circular",
        公文载体="电报", 电报=TELEGRAM, 发文机关=ISSUER, 落款=f"{ISSUER} 2026年11月20日", 成文日期="2026-11-20", 印发日期="2026-11-20",
    )  # fmt: skip
    assert errors == []
    assert not any("电报" in line or "落款" in line or "印发" in line for line in warnings)


def test_paper_is_dated_by_its_signature():
    from tongzhi.papers.index import find_type
    from tongzhi.render.sample import sample_values

    from .conftest import DAY

    kind = find_type("circular")
    paper = kind.model_validate({**sample_values(kind, DAY), "落款": f"{ISSUER} 2026年11月20日"})
    assert str(paper.issued_on) == "2026-11-20"
    assert SignOff.model_validate(ISSUER).unit == ISSUER


@pytest.mark.parametrize("written", ["张某（市长）", "张某，市长", "市长 张某", "张某　市长"])
def test_person_is_read_as_people_write_one(written: str):
    person = Person.model_validate(written)
    assert (person.name, person.title) == ("张某", "市长")
