from __future__ import annotations

import pytest

from tongzhi.extract.actors import find_actors
from tongzhi.extract.deadlines import find_deadlines
from tongzhi.zh.segment import tag_words


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("市自然资源和规划局要在6月10日前组织技术队伍排查。", ["市自然资源和规划局"]),
        ("由县住建局牵头，公安、交通部门配合。", ["县住建局", "公安", "交通部门"]),
        ("市应急局会同市水利局每周抽查一次。", ["市应急局", "市水利局"]),
        ("对危化企业要逐家检查。", []),
        ("督促企业落实安全措施。", []),
        ("各县（市、区）比照执行。", ["各县（市、区）"]),
        ("各级政府和部门要立即开展检查。", ["各级政府和部门"]),
        ("住建、交通运输、水利三个部门要联合检查。", ["住建、交通运输、水利三个部门"]),
        ("明天起，各村把牌子立起来。", ["各村"]),
        ("老郑收齐以后交给我。", ["老郑"]),
        ("会议要求，各有关部门和单位要制定方案。", ["各有关部门和单位"]),
        ("有关方面要抓好落实。", ["有关方面"]),
        ("企业存在重大隐患的，立即停产。", []),
        ("请市工信局协调运营商，6月20日前把电话配到村。", ["市工信局"]),
        ("水利站会同下湾村，三天之内把救生衣换齐。", ["水利站", "下湾村"]),
    ],
)
def test_actors_are_those_told_to_act(text, actors):
    skips = [(d.source.start, d.source.end) for d in find_deadlines(text) if d.source]
    assert [text[start:end] for start, end in find_actors(text, skips, tag_words(text), 0)] == actors
