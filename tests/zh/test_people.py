"""Names and posts as they are typed next to each other."""

from __future__ import annotations

import pytest

from tongzhi.zh.people import has_surname, is_name_like, is_post, people_in, split_person


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("副局长赵德昌", ["副局长", "赵德昌"]),
        ("党组书记、局长欧阳敬之同志", ["党组书记、局长", "欧阳敬之"]),
        ("白水县副县长", ["白水县副县长"]),
        ("钱三副局长", ["钱三", "副局长"]),
        ("阿卜杜拉·吐尔逊副州长", ["阿卜杜拉·吐尔逊", "副州长"]),
        ("安全生产监管科科长闻一鸣", ["安全生产监管科科长", "闻一鸣"]),
        ("副总队长（主持工作）李四平", ["副总队长（主持工作）", "李四平"]),
        ("区委常委、政法委书记、区公安分局局长高远", ["区委常委、政法委书记、区公安分局局长", "高远"]),
        ("分管安全副总经理马超", ["分管安全副总经理", "马超"]),
    ],
)
def test_names_and_posts_that_stand_together_are_parted(text: str, pieces: list[str]):
    assert [piece.text for piece in split_person(text)] == pieces


def test_name_before_the_words_of_a_post_is_found_when_the_run_must_name_somebody():
    assert [piece.text for piece in split_person("孙立安监股股长", glued=True)] == ["孙立", "安监股股长"]
    assert [piece.text for piece in split_person("安监股股长", glued=True)] == ["安监股股长"]


@pytest.mark.parametrize(
    "text", ["副局长", "党组成员、副局长", "县委常委、常务副县长", "校园安全科科长", "三级调研员", "安全总监"]
)
def test_posts(text: str):
    assert is_post(text)


@pytest.mark.parametrize("text", ["青川县", "张三", "参会", "收到", "市应急局"])
def test_other_words_are_no_posts(text: str):
    assert not is_post(text)


@pytest.mark.parametrize("text", ["住宿", "不参加", "汉族", "收到", "参会人员", "李"])
def test_common_words_are_no_names(text: str):
    assert not is_name_like(text)


@pytest.mark.parametrize(
    ("text", "known"),
    [("司马相如", True), ("张三", True), ("买买提·吐尔逊", True), ("都是", False), ("张三李四", False)],
)
def test_surnames(text: str, known: bool):
    assert has_surname(text) is known


def test_everybody_with_a_post_beside_the_name():
    said = "由副局长李明和科长周正参会"
    assert list(people_in(said)) == [("李明", "副局长"), ("周正", "科长")]
