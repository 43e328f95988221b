from __future__ import annotations

import pytest

from tongzhi.zh.names import (
    COMMON,
    Organisations,
    is_person_name,
    is_redacted,
    is_same_person,
    normalize_name,
    space_name,
)


@pytest.mark.parametrize("dot", "·•．‧・")
def test_every_look_alike_dot_is_the_same_name(dot: str) -> None:
    assert is_same_person(f"阿依古丽{dot}买买提", "阿依古丽·买买提")


def test_blanks_within_a_han_name_are_only_for_print() -> None:
    assert normalize_name(" 张　三 ") == "张三"
    assert space_name("张三") == "张　三"
    assert space_name("欧阳小明") == "欧阳小明"
    assert normalize_name("John  Smith") == "John Smith"


@pytest.mark.parametrize("name", ["张三", "𠮷田䶮", "古丽·" + "阿卜杜" * 9, "李〇", "〇"])
def test_long_and_rare_names_are_names(name: str) -> None:
    assert is_person_name(name)


@pytest.mark.parametrize("name", ["", "13812345678", "张三，李四"])
def test_other_words_are_no_names(name: str) -> None:
    assert not is_person_name(name)


def test_redactions_are_seen() -> None:
    assert is_redacted("**书记")
    assert is_redacted("张某")
    assert not is_redacted("张三")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市应急局", "市应急管理局"), ("县住建局", "县住房和城乡建设局"), ("区市监局", "区市场监督管理局"), ("安委办", "安全生产委员会办公室"),
        ("清溪县应急局", "清溪县应急管理局"), ("市安监局", "市应急管理局"), ("市应急管理局", "市应急管理局"), ("**区文旅局", "**区文化和旅游局"),
    ],
)  # fmt: skip
def test_short_names_are_expanded(short: str, full: str) -> None:
    assert COMMON.full_name(short) == full


def test_unknown_bodies_stay_unknown() -> None:
    assert COMMON.full_name("各级各部门") is None
    assert COMMON.full_name("某某公司") is None


def test_the_offices_own_list_goes_first_and_gives_the_place() -> None:
    bodies = Organisations.of(
        [("云岭市应急管理局", ("市应急局", "应急局")), ("云岭市消防救援支队", ())], "云岭市"
    )
    assert bodies.full_name("应急局") == "云岭市应急管理局"
    assert bodies.full_name("市消防支队") == "云岭市消防救援支队"
    assert bodies.full_name("市住建局") == "云岭市住房和城乡建设局"
    assert bodies.short_name("云岭市应急管理局") == "市应急局"


def test_a_full_name_has_its_usual_short_name() -> None:
    assert COMMON.short_name("市住房和城乡建设局") == "市住建局"
    assert COMMON.short_name("市委") == "市委"


def test_longest_of_overlapping_days_is_kept():
    from tongzhi.zh.days import Moment
    from tongzhi.zh.moments import longest

    short, long, after = Moment(0, 4), Moment(2, 9), Moment(10, 12)
    assert longest([after, long, short]) == [long, after]
    assert longest([Moment(0, 6), Moment(4, 6)]) == [Moment(0, 6)]
