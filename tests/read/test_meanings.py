"""What offices call their columns, and what they write into them."""

from __future__ import annotations

import pytest

from tongzhi.read import meanings
from tongzhi.read.likely import likely_meaning
from tongzhi.read.meanings import Pair, day_and_person, meaning_of, split_day_person

HEADINGS = {
    "县区": ["乡镇\n（街道）", "属地", "县(市、区)", "镇街", "所属乡镇（街道）", "被督查县区", "所在镇(街)", "旗（县、市、区）", "受检乡镇", "辖区"],
    "编号": ["台账号", "挂账编号", "销号编号"],
    "备注": ["注", "备 注"],
    "检查单位": ["分组", "组别", "检查小组"],
    "单位名称": ["被检查场所", "场所", "隐患\n单位", "被检查企业", "受检单位名称", "企业（场所）名称", "检查对象", "生产经营单位名称"],
    "部位": ["检查点位", "点位名称", "具体位置", "隐患部位/地点", "存在问题部位"],
    "问题": ["隐患问题", "发现的问题", "问题隐患", "存在的安全隐患", "隐患具体情况", "检查发现问题", "存在问题及隐患", "发现的突出问题", "问题描述"],
    "发现日期": ["检查日", "排查日", "挂账日期", "检查时间", "督查日期", "排查时间", "发现日期", "隐患录入时间"],
    "整改时限": ["截止", "整改截止", "办结截止", "完成期限", "整改\n时限", "整改完成时限", "要求完成时间", "计划整改完成时间", "限期整改时间", "整改截止日期", "销号时限", "应完成时间"],
    "完成日期": ["完成整改时间", "实际完成时间", "整改完成日期", "办结时间"],
    "责任单位": ["承办单位", "牵头部门", "整改责任主体", "责任单位"],
    "责任人": ["整改责任人（联系电话）", "企业负责人", "具体责任人", "整改负责人"],
    "监管单位": ["行业主管部门", "督办单位", "监管责任单位", "督促整改单位"],
    "状态": ["是否完成整改", "整改状态", "是否销号", "当前状态"],
    "进展": ["进展情况", "整改落实情况", "整改进展情况", "办理进度"],
    "验收人": ["复查人", "核查人员", "验收责任人"],
    "验收日期": ["验收时间", "复查日期", "核查时间"],
    "销号日期": ["销号日期", "销号时间", "销案时间"],
    "等级": ["隐患等级", "是否重大隐患", "风险等级"],
    "姓名": ["与会领导", "参会人员姓名", "出席人员"],
    "职务": ["单位及职务", "现任职务", "职务（职称）"],
    "手机": ["手机号", "联系方式", "办公电话"],
    "": ["隐患数量", "问题数", "村（社区）", "天气", "经度"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "heading"), [(word, each) for word, names in HEADINGS.items() for each in names]
)
def test_heading_is_understood(word: str, heading: str) -> None:
    assert meanings.meaning_of(heading) == word


@pytest.mark.parametrize(
    ("heading", "unit", "person"),
    [
        ("责任单位（责任人）", "责任单位", "责任人"),
        ("整改责任单位（人）", "责任单位", "责任人"),
        ("责任单位及责任人", "责任单位", "责任人"),
        ("监管(督促)责任单位、责任人", "监管单位", "监管人"),
        ("行业主管部门及责任人", "监管单位", "监管人"),
        ("验收单位、验收人", "验收单位", "验收人"),
    ],
)
def test_heading_of_a_unit_and_its_person(heading: str, unit: str, person: str) -> None:
    assert meanings.pair_of(heading) == meanings.Pair(unit, person)


@pytest.mark.parametrize("heading", ["责任（配合）单位", "乡镇（街道）", "责任人及电话", "整改责任人"])
def test_other_brackets_are_no_pair(heading: str) -> None:
    assert meanings.pair_of(heading) is None


@pytest.mark.parametrize(
    ("cell", "unit", "person"),
    [
        ("云顶石料厂（牟成林）", "云顶石料厂", "牟成林"),
        ("县应急管理局 谈笑之", "县应急管理局", "谈笑之"),
        ("兴达化工公司\n汲深", "兴达化工公司", "汲深"),
        ("县住建局、李四", "县住建局", "李四"),
        ("县安监站郗小山", "县安监站", "郗小山"),
        ("县教育局（计明远 13800000000）", "县教育局", "计明远 13800000000"),
        ("刘德 市场监管所", "市场监管所", "刘德"),
        ("县教育局", "县教育局", ""),
        ("李家村", "李家村", ""),
        ("牟成林", "", "牟成林"),
        ("赵 敏", "", "赵 敏"),
        ("王五（镇长）", "", "王五（镇长）"),
        ("县公安局、县交通运输局", "县公安局、县交通运输局", ""),
    ],
)
def test_cell_of_a_unit_and_a_person_is_parted(cell: str, unit: str, person: str) -> None:
    assert meanings.split_unit_person(cell) == (unit, person)


@pytest.mark.parametrize("cell", ["小计", "合计：", "三岔镇小计", "本页合计5条", "合计 12 条", "小　计"])
def test_sums_are_seen(cell: str) -> None:
    assert meanings.is_total(cell)


@pytest.mark.parametrize("cell", ["消防栓合计缺失3个", "设计单位", "统计站", 5])
def test_other_words_are_no_sums(cell: object) -> None:
    assert not meanings.is_total(cell)


@pytest.mark.parametrize(
    "cell", ["检查未发现问题", "本次督查未发现明显问题", "无", "经检查，未发现安全隐患", "未见异常", "暂未发现问题隐患。", "/"]
)  # fmt: skip
def test_nothing_found_is_understood(cell: str) -> None:
    assert meanings.says_nothing_found(cell)


@pytest.mark.parametrize("cell", ["未发现安全出口标志", "无护栏", "未检测", "没有应急预案", "无证上岗"])
def test_what_is_lacking_is_a_problem(cell: str) -> None:
    assert not meanings.says_nothing_found(cell)


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("未整改", "列单"), ("尚未整改", "列单"), ("已交办", "交单"), ("整改中", "办单"), ("正在整改", "办单"),
        ("整改进行中", "办单"), ("整改中80%", "办单"), ("完成80%", "办单"), ("完成100%", "待验收"), ("已整改", "待验收"),
        ("已完成整改（待验收）", "待验收"), ("11月20日已整改完成", "待验收"), ("办单（待验收）", "待验收"), ("已验收", "验收"),
        ("已销号（12月3日）", "清单"), ("已闭环", "清单"), ("正在清淤", ""), ("更换了阀门", ""),
    ],
)  # fmt: skip
def test_words_for_states(cell: str, state: str) -> None:
    assert meanings.read_status(cell) == state


@pytest.mark.parametrize(
    "name", ["旧版", "上月旧版", "11月(旧)", "填表说明", "备份", "Sheet1 (2)", "台账副本"]
)
def test_old_sheets(name: str) -> None:
    assert meanings.is_old_sheet(name)


@pytest.mark.parametrize("name", ["12月督查", "Sheet1", "老营镇", "旧州镇", "历史街区", "存量隐患", "台账"])
def test_sheets_of_data(name: str) -> None:
    assert not meanings.is_old_sheet(name)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (("挂账", "在账", "未动", "暂未整改"), "列单"),
        (("整改推进", "推进整改", "推进中"), "办单"),
        (("整改到位", "已整改待复核"), "待验收"),
        (("销账", "办结"), "清单"),
    ],
)
def test_words_of_offices_for_a_state(words: tuple[str, ...], state: str) -> None:
    assert [meanings.read_status(word) for word in words] == [state] * len(words)


@pytest.mark.parametrize(("above", "leaf"), [("整改", "截止"), ("办结", "时限"), ("销号", "期限")])
def test_limit_under_a_wide_heading(above: str, leaf: str) -> None:
    assert meanings.meaning_of_path((above, leaf)) == "整改时限"


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("隐患简要描述", "问题"), ("检查发现的主要问题", "问题"), ("现场不规范行为", "问题"),
        ("查出单位", "检查单位"), ("互查部门", "检查单位"), ("移交机关", "检查单位"),
        ("计划完成", "整改时限"), ("承诺完成时间", "整改时限"), ("整改完成时间要求", "整改时限"),
        ("盯办领导", "包保领导"), ("挂点领导", "包保领导"), ("现状", "进展"),
        ("问题数量", ""), ("整改率", ""), ("隐患照片", ""),
    ],
)  # fmt: skip
def test_headings_are_known_by_the_classes_of_their_words(heading: str, word: str):
    assert meaning_of(heading) == word


@pytest.mark.parametrize(
    ("heading", "cells", "word"),
    [
        ("不妥之处", ["二楼消防栓无水", "软管老化开裂", "疏散门上锁"], "问题"),
        ("哪里违了规", ["电焊工无证上岗2人", "通道堆货", "无"], "问题"),
        ("有什么险情", ["护栏缺失三米", "电线私拉乱接"], "问题"),
        ("何时改好", ["12月10日", "12.15", "即知即改"], "整改时限"),
        ("限到几号", ["2026-12-20", "12月底前"], "整改时限"),
        ("查了哪家店", ["锦绣宾馆", "望潮加油站", "友谊商店"], "单位名称"),
        ("谁来改", ["郑屿", "石磊", "鲁青"], "责任人"),
        ("现在咋样进度", ["整改中", "已销号", "未整改"], "状态"),
        ("何时改好", ["郑屿", "石磊"], ""),
        ("照片", ["二楼消防栓无水"], ""),
        ("村社", ["盐仓村", "前塘社区"], ""),
    ],
)  # fmt: skip
def test_an_unknown_heading_is_guessed_only_where_words_and_cells_agree(
    heading: str, cells: list[str], word: str
):
    assert likely_meaning(heading, cells, ()) == word


@pytest.mark.parametrize(
    ("heading", "cell", "parts"),
    [
        ("核验时间/人", "2026.10.20 汪洋", ("2026.10.20", "汪洋")),
        ("复查日期（签字）", "汪洋 12月3日", ("12月3日", "汪洋")),
        ("验收时间及验收人", "汪洋", ("", "汪洋")),
    ],
)
def test_a_day_and_a_person_in_one_cell(heading: str, cell: str, parts: tuple[str, str]):
    assert day_and_person(heading) == Pair("验收日期", "验收人")
    assert split_day_person(cell) == parts
