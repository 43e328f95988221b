"""Trigger words of fields are words: not pieces of others, nor of two that stand side by side."""

from __future__ import annotations

import pytest

from tongzhi.extract.fields import choose_field


@pytest.mark.parametrize(
    ("text", "field"),
    [
        # a piece of a longer word
        ("对机动车维修企业开展一次检查。", "道路交通"),
        ("清理占用盲道的非机动车。", "道路交通"),
        ("支持本地企业出海，建立服务专班。", None),
        ("帮助产品出海的公司报送清单。", None),
        ("落实贫困人口帮扶措施，月底前走访一遍。", None),
        ("保密室由专人管理，每周检查。", None),
        ("画出改革路线图，月底前报送。", None),
        ("反对家长制作风，召开一次民主生活会。", None),
        # over the edge of two words
        ("对今年以来一起重大信访事项逐件复核。", None),
        ("今天晚上学习文件，明天交心得。", None),
        ("在工作中考虑群众感受，建立回访制度。", None),
        ("加强标准化工作，月底前修订手册。", None),
        ("正在建立的台账月底前完成。", None),
        ("为群众提供水果补贴，登记造册。", None),
        ("逐项研判平台风险，报送清单。", None),
        ("接通知后先发电话，再发书面材料。", None),
        ("做好治安保障，安排专人值守。", None),
        ("全体干部要公开学习心得，登记造册。", None),
        ("早班车间主任每天点名。", None),
        ("机电工程师月底前报名。", None),
        ("技术转移机构月底前备案。", None),
        ("人员分流方案月底前报送。", None),
        # the words themselves still tell
        ("路灯坏了的三天内修好。", "城市运行"),
        ("雨停以后再巡一遍。", "防汛抗旱"),
        ("花灯和灯组逐组验收。", "大型活动"),
        ("停渡期间贴出告示。", "水上交通"),
        ("拧紧钢瓶，换掉减压阀。", "燃气"),
        ("大巴停运，省道限速。", "道路交通"),
        ("动车组检修库每日巡查。", "铁路民航"),
        ("渔船出海前逐船检查救生衣。", "水上交通"),
        ("塔吊起重作业要专人指挥。", "建筑施工"),
        ("化工企业月底前自查。", "危险化学品"),
    ],
)
def test_words_are_matched_whole(text: str, field: str | None):
    assert choose_field(text, [], None) == field
