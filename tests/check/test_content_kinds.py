"""Rules of content over several sentences, lists, periods and spellings: slips and lawful look-alikes."""

from __future__ import annotations

import pytest

from .cases import paper, sentence
from .test_content import found, table_paper

SLIPS: dict[str, tuple[str, ...]] = {
    "parts-and-total": (
        "督查共抽查企业196家，其中工矿企业72家、建筑工地45家、商贸场所69家。",
        "全县发生险情39起，其中7月14起、8月12起、9月11起。",
        "计划总投资3560万元，其中2026年投资1450万元、2027年投资2200万元。",
        "全市86个乡镇（街道）全部建站，其中乡镇52个、街道16个。",
        "公安局安排15名、交通局安排12名参加，我局安排9名，共35名。",
        "总投资3650万元，市级补助1825万元，占50%；县级配套1095万元，企业自筹780万元。",
    ),
    "share": (
        "全市共发生事故37起。道路运输事故21起、死亡17人，占事故总起数的65.8%。",
        "总投资3650万元。县级配套1095万元，占35%。",
    ),
    "days-and-span": (
        "11月3日至14日，市安委办组织4个督查组，对5个县区开展了为期15天的督查。",
        "11月23日至14日开展督查。",
        "培训时间：2026年12月16日至18日，共4天。",
    ),
    "months-and-span": (
        "通过4个月的集中整治（2026年12月至2027年2月），实现目标。",
        "2026年3月至5月，为期6个月。",
    ),
    "deadline-past": (
        "请各县区对照问题清单，于2026年3月15日前整改完毕。",
        "由县政府负责，2025年6月底前完成治理。",
    ),
    "campaign-years": (
        "推进治本攻坚三年行动（2023—2025年）。",
        "实施消防能力提升三年行动计划（2025—2028年）。",
        "“十五五”规划（2025—2030年）。",
    ),
    "series-total": (
        "全市共发生事故37起、死亡28人。道路运输事故21起、死亡17人；建筑施工事故8起、死亡7人；工矿商贸事故6起、死亡4人；其他事故2起、死亡1人。",
    ),
    "last-year-told": (
        "全市共发生事故37起、死亡29人，分别比去年同期减少6起和5人。去年同期发生事故43起、死亡33人。",
        "全市共发生事故37起、死亡29人。去年同期发生事故43起、死亡33人。事故起数同比下降16.2%。",
    ),
    "last-year-compared": ("发生事故132起、死亡98人，与去年同期的150起、96人相比，分别下降12%和8.3%。",),
    "equal-groups": ("抽调人员共36名，编为3个检查组，每组13名。", "共120人，分成4个班，每班35人。"),
    "digits-swapped": (
        "完成68个老旧小区标线施划。86个小区名单由市住建局提供。",
        "现有非煤矿山32家。对23家非煤矿山，要逐一驻矿盯守。",
    ),
    "more-than-said": ("市应急局、市公安局、市住建局、市教育局等三个部门要抓好落实。",),
    "measure-word": ("派出3检查组进行抽查。", "对全市47危险化学品企业逐一检查。", "临时查封33家处。"),
    "word-homophone": (
        "制度不建全、责任不清。",
        "要严各控制火源，加强监都检查。",
        "应急照明损坯，限期更换。",
        "要扎实开展排察，确保唱通。",
    ),
    "firm-spelled-twice": ("恒丰建材厂违规拆除料仓。经查，恒丰建材厂未编制方案。恒达建材厂负责人在逃。",),
    "person-spelled-twice": ("联系人：谢文澜，电话12345678。请与谢文岚联系。",),
    "place-spelled-twice": ("地点：市行政中心第二会议室。市政务中心第二会议室座位有限。",),
    "title-spelled-twice": (
        "依据《生产安全事故报告与调查处理条例》严肃追责。",
        "现将《关于加强冬季危险化学品安全监管工作的意见》转发。请学习《关于加强春季危险化学品安全监管工作的意见》。",
    ),
    "accident-grade": (
        "坍塌造成2人死亡、1人受伤，直接经济损失约2600万元，属一般事故。",
        "坍塌造成2人死亡、1人受伤，直接经济损失约260万元，属较大生产安全事故。",
    ),
    "announced-count": ("重点抓好以下四类场所：一是高层建筑，二是商业综合体，三是养老机构。",),
    "likely-wrong-word": ("各别企业没有落实。", "对工作不利的单位予以通报。", "在30分种内报告。"),
    "weekday": ("元旦：2027年1月1日（星期四）放假。",),
}
LOOK_ALIKES: dict[str, tuple[str, ...]] = {
    "parts-and-total": (
        "督查共抽查企业196家，其中工矿企业72家、建筑工地45家。",
        "全年发生险情64起，其中7月14起、8月12起、9月11起。",
        "总投资3650万元，市级补助1825万元，占50%；县级配套1095万元，企业自筹730万元。",
    ),
    "share": (
        "现场整改258处，限期整改154处，现场整改率62.6%。",
        "总投资3650万元。申请市级补助1825万元，占总投资的50%；县级配套1095万元，占30%；企业自筹730万元，占20%。",
    ),
    "days-and-span": ("11月3日至14日开展了为期12天的督查。", "11月3日至14日督查，11月20日起为期3天复查。", "请于12月1日至5日内报送。"),
    "months-and-span": ("通过3个月的集中整治（2026年12月至2027年2月），实现目标。", "用2个月内时间完成。", "3个月后（12月底前）复查。"),
    "deadline-past": (
        "各县区应于2026年3月15日前报送，仍有3个县未报。",
        "请于2099年3月15日前报送。",
        "2026年3月15日前后，气温回升。",
        "已于2026年3月15日前完成整改。",
    ),
    "campaign-years": ("推进治本攻坚三年行动（2024—2026年）。", "“十五五”规划（2026—2030年）。", "消防能力提升三年行动计划（2025—2027年）。"),
    "series-total": (
        "全市共发生事故37起、死亡29人。道路运输事故21起、死亡17人；建筑施工事故8起、死亡7人；工矿商贸事故6起、死亡4人；其他事故2起、死亡1人。",
        "全市共发生事故57起、死亡39人。道路运输事故21起、死亡17人；建筑施工事故8起、死亡7人；工矿商贸事故6起、死亡4人。",
    ),
    "last-year-told": (
        "全市共发生事故37起、死亡29人，分别比去年同期减少6起和4人。去年同期发生事故43起、死亡33人。",
        "去年同期发生事故43起。今年形势平稳。",
    ),
    "last-year-compared": ("发生事故132起、死亡88人，与去年同期的150起、96人相比，分别下降12%和8.3%。", "与去年同期相比，分别下降12%和8.3%。"),
    "equal-groups": ("共36名，编为3个检查组，每组12名。", "共36名，编为3个检查组，每组10名以上。"),
    "digits-swapped": ("完成68个老旧小区标线施划。另有86处消防栓。", "现有水库32座。对23家非煤矿山逐一检查。"),
    "more-than-said": ("市应急局、市公安局等6个部门要抓好落实。", "市应急局、市公安局、市住建局等三个部门要抓好落实。"),
    "measure-word": ("全市5部门联合印发。", "附件1企业名单、表2隐患清单。", "共12个项目、3个人。", "派出3个检查组。"),
    "word-homophone": (
        "健全制度，严格控制，加强监督检查。",
        "从9月16日起，请市公安局督办。",
        "副总经理严立、张国清于7日到场。",
        "省质安站上回来检查，市监、文旅一并参加。",
    ),
    "firm-spelled-twice": ("恒丰建材厂、恒达建材厂一并检查。恒丰建材厂已整改。恒丰建材厂负责人到会。", "东湖小区、西湖小区已完成。东湖小区另有一处。"),
    "person-spelled-twice": ("联系人：谢文澜，电话12345678。请与谢文澜联系。", "联系人：李明。利民路有一处。"),
    "place-spelled-twice": ("地点：市行政中心第二会议室。第二会议室座位有限。", "主会场：市政府第一会议室；分会场：各县区政府会议室。"),
    "title-spelled-twice": (
        "依据《生产安全事故报告和调查处理条例》严肃追责。",
        "《2025年安全生产工作要点及任务分工》和《2026年安全生产工作要点及任务分工》。",
        "提交《某网站概要设计说明书》和《某网站详细设计说明书》。",
    ),
    "accident-grade": ("坍塌造成2人死亡、12人受伤，直接经济损失260万元，属较大事故。", "坍塌造成2人死亡、1人受伤，直接经济损失260万元，属一般事故。"),
    "announced-count": ("重点抓好以下三类场所：一是高层建筑，二是商业综合体，三是养老机构。", "对四类场所开展检查。"),
    "likely-wrong-word": ("个别企业没有落实。", "对企业不利的影响要消除。", "按成分种植。"),
    "weekday": ("元旦：2027年1月1日（星期五）放假。",),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SLIPS.items() for text in texts])
def test_slip_is_found(name: str, text: str):
    assert found(name, sentence(text))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in LOOK_ALIKES.items() for text in texts]
)
def test_look_alike_is_lawful(name: str, text: str):
    assert found(name, sentence(text)) == []


def test_a_day_without_a_year_is_of_the_winter_it_is_said_in():
    late = {"date": "2026年12月18日"}
    assert found("weekday", paper("元旦：1月1日（星期五）至3日放假。", **late)) == []
    assert found("weekday", paper("元旦：1月1日（星期四）至3日放假。", **late))
    early = {"date": "2027年1月8日"}
    assert found("weekday", paper("12月9日（星期三）已通报。", **early)) == []


def test_headings_of_a_list_and_its_names():
    right = ("一、先进单位（4个）", "望江区政府、市应急局、市公安局、栖凤区大队")
    assert found("heading-count", paper("现予表扬。", *right)) == []
    assert found("heading-count", paper("现予表扬。", right[0].replace("4", "5"), right[1]))
    assert found("listed-twice", paper("现予表扬。", *right)) == []
    assert found("listed-twice", paper("现予表扬。", right[0], right[1].replace("市公安局", "望江区政府")))
    assert found("heading-and-text", paper("对望江区政府等5个先进单位予以表扬。", *right))
    assert found("heading-and-text", paper("对望江区政府等4个先进单位予以表扬。", *right)) == []


TABLE = [["县（区）", "发现隐患（处）", "整改率"], ["青蒲县", "96", "84.4%"], ["白石县", "88", "79.5%"], ["桐溪县", "75", "88.0%"], ["合计", "259", "83.8%"]]  # fmt: skip


def test_a_sentence_agrees_with_the_row_of_the_table():
    text = "其中，桐溪县发现隐患75处，整改率为88.0%。"
    assert found("text-and-table", table_paper(TABLE, text)) == []
    assert found("text-and-table", table_paper(TABLE, text.replace("75", "77")))
    assert found("text-and-table", table_paper(TABLE, text.replace("88.0", "80.0")))
    assert found("text-and-table", table_paper(TABLE, "桐溪县上月发现隐患61处。")) == []


def test_the_highest_and_the_lowest_are_those_of_the_table():
    assert found("highest-and-lowest", table_paper(TABLE, "整改率最低的是白石县，为79.5%。")) == []
    assert found("highest-and-lowest", table_paper(TABLE, "整改率最低的是青蒲县，为79.5%。"))
    assert found("highest-and-lowest", table_paper(TABLE, "得分最高的是青蒲县。")) == []


def test_entry_and_check_in_are_before_the_start():
    title = ("临江市应急管理局", "关于召开冬季安全生产工作会议的通知")
    text = "会议时间：2026年12月9日上午9:00。"
    assert found("entry-after-start", paper(text, "请于8:40前入场。", title=title)) == []
    assert found("entry-after-start", paper(text, "请于9:20前入场。", title=title))
    assert found("entry-after-start", paper(text, "12月10日下午报到。", title=title))
    assert found("entry-after-start", paper(text, "12月8日下午报到。", title=title)) == []


def test_place_of_a_county_office():
    title = ("白石县应急管理局", "关于举办培训班的通知")
    own = {"title": title, "organ": "白石县应急管理局"}
    assert found("place-of-another", paper("地点：县委党校（白石县城关镇学府路6号）。", **own)) == []
    assert found("place-of-another", paper("地点：县委党校（青蒲县城关镇学府路6号）。", **own))
    assert found("place-of-another", paper("与青蒲县交界处要加强巡查。", **own)) == []


def test_grade_of_title_and_text():
    title = ("临江市安全生产委员会", "关于望江区“11·17”一般坍塌事故的通报")
    text = "造成2人死亡，属一般生产安全事故。"
    assert found("titled-grade", paper(text, title=title)) == []
    assert found("titled-grade", paper(text.replace("一般", "较大"), title=title))
