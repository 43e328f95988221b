"""One sentence that gives several bodies several matters, by kind, in offices of many sorts."""

from __future__ import annotations

import pytest
from tests.extract.conftest import Told

SPLIT = [
    # 归: what is whose
    (
        "敬老院食堂归县民政局，工地食堂归县住建局。",
        [("敬老院食堂归县民政局", ["县民政局"]), ("工地食堂归县住建局。", ["县住建局"])],
    ),
    (
        "采空区归地测科，排矸场归环保科，炸药库归保卫科。",
        [("采空区归地测科", ["地测科"]), ("排矸场归环保科", ["环保科"]), ("炸药库归保卫科。", ["保卫科"])],
    ),
    # 管, 抓, 负责: each its own
    ("水利局管水闸，住建局管泵站。", [("水利局管水闸", ["水利局"]), ("住建局管泵站。", ["住建局"])]),
    (
        "教务处排查实验室药品，后勤处检查锅炉房，保卫处夜间巡查宿舍。",
        [
            ("教务处排查实验室药品", ["教务处"]),
            ("后勤处检查锅炉房", ["后勤处"]),
            ("保卫处夜间巡查宿舍。", ["保卫处"]),
        ],
    ),
    # handed over by 由, the matter before or behind
    (
        "伤员救治由市卫健委负责，善后由区政府负责。",
        [("伤员救治由市卫健委负责", ["市卫健委"]), ("善后由区政府负责。", ["区政府"])],
    ),
    (
        "断面水质，由市生态环境局监测，河道垃圾，由市水利局清理。",
        [("断面水质，由市生态环境局监测", ["市生态环境局"]), ("河道垃圾，由市水利局清理。", ["市水利局"])],
    ),
    # several things to do after each subject stay with it
    (
        "各项目部停止吊装，撤出人员，监理单位逐个签字。",
        [("各项目部停止吊装，撤出人员", ["各项目部"]), ("监理单位逐个签字。", ["监理单位"])],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SPLIT)
def test_each_body_has_its_own_matter(text: str, wanted: list[tuple[str, list[str]]], told: Told):
    (task,) = told(text)
    assert [(part.text, [owner.text for owner in part.owners]) for part in task.parts] == wanted


@pytest.mark.parametrize(("text", "wanted"), SPLIT)
def test_parts_stand_where_they_say_and_lose_nothing(text: str, wanted: list[object], told: Told):
    (task,) = told(text)
    assert all(text[part.source.start : part.source.end] == part.text for part in task.parts)
    assert "".join(part.text for part in task.parts) == text.replace("，", "", 0) or [
        piece for part in task.parts for piece in part.text.rstrip("。").split("，")
    ] == text.rstrip("。").split("，")
    assert task.owners == tuple(owner for part in task.parts for owner in part.owners)


@pytest.mark.parametrize(
    "text",
    [
        "由县应急局牵头，县住建局、县交通局配合，月底前完成排查。",
        "市公安局、市交通局、市城管局要联合开展夜查。",
        "各乡镇要把责任落实到人，确保不留死角。",
        "请集团安环部12月5日前汇总后报集团办公室。",
        "护理部牵头，医务科、院感科参加，每周检查一次病区。",
        "县水务局会同县气象局发布预警，并通知沿河各村。",
    ],
)
def test_one_matter_is_one_part(text: str, told: Told):
    (task,) = told(text)
    assert [part.text for part in task.parts] == [text]
    assert task.split == ()


def _days(task: object) -> list[list[str]]:
    return [[one.text for one in part.deadlines] for part in task.parts]  # type: ignore[attr-defined]


def test_deadline_before_all_binds_all_without_their_own(told: Told):
    (task,) = told("月底前，路政大队清理桥下堆积物，监理单位每天核对一次，养护公司修补护栏。")
    assert _days(task) == [["月底前"], ["每天"], ["月底前"]]


def test_deadline_behind_all_binds_all_without_their_own(told: Told):
    (task,) = told("安环部12月5日前把台账建起来，机电部采购配件，12月10日前全部完成。")
    assert _days(task) == [["12月5日前"], ["12月10日前"]]


def test_deadline_of_one_is_not_that_of_the_others(told: Told):
    (task,) = told("财务部保障资金，工程部三天内拿出方案。")
    assert _days(task) == [[], ["三天内"]]


def test_quantities_go_with_their_matter(told: Told):
    (task,) = told("县水利局排查31座水库，县住建局检查12处在建工地。")
    assert [[one.text for one in part.quantities] for part in task.parts] == [["31座水库"], ["12处在建工地"]]


ROLES = [
    ("由市应急局牵头，市住建局、市交通局配合，月底前完成排查。", ["牵头", "配合", "配合"]),
    ("县教体局负总责。", [None]),
    ("县教体局负责，各学校配合。", ["负责", "配合"]),
    ("总务处牵头，保卫处、团委参加，十日内完成清点。", ["牵头", "配合", "配合"]),
    ("养护中心为主，路政大队协助。", ["牵头", "配合"]),
    ("整改情况由县政府督查室跟踪督办。", ["督办"]),
    ("机电部负责人12月5日前报名单。", [None]),
    ("各车间要开展一次夜查。", [None]),
    ("各单位要参加12月5日的演练。", [None]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_role_stands_in_the_text_or_there_is_none(text: str, roles: list[str | None], told: Told):
    (task,) = told(text)
    assert [owner.role for owner in task.owners] == roles
