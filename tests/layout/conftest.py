"""Papers with every element, small enough to be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tongzhi.papers.notice import Notice

NOTICE = {
    "发文机关": "临江市安全生产委员会办公室",
    "发文字号": "临安办发〔2026〕12号",
    "标题": "关于召开全市国庆期间安全生产工作会议的通知",
    "主送机关": ["各县（市、区）人民政府", "市安委会成员单位"],
    "缘由": "为安排部署国庆期间安全防范工作，经市政府同意，决定召开全市安全生产工作会议。",
    "会议名称": "全市安全生产工作会议",
    "会议时间": "2026-09-30 09:00",
    "地点": "市政府三楼会议室",
    "会议内容": [{"事项": "通报近期安全生产形势"}, {"事项": "市政府领导讲话"}],
    "参会人员": [{"组别": "市安委会成员单位", "职务级别": "分管负责人"}],
    "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
    "抄送机关": ["市委办公室", "市人大常委会办公室"],
    "成文日期": "2026-09-21",
    "印发日期": "2026-09-22",
}


@pytest.fixture
def make_notice() -> Callable[..., Notice]:
    """Make a notice; keyword arguments (Chinese labels) replace values."""

    def make(**changes: Any) -> Notice:
        return Notice.model_validate({**NOTICE, **changes})

    return make
