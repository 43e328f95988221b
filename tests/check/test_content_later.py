"""Rules of content that read tables against text, groups, forms and the dictionary: slips and lawful look-alikes."""

from __future__ import annotations

import pytest

from .cases import paper, sentence
from .test_content import found, table_paper

SLIPS: dict[str, tuple[str, ...]] = {
    "word-misspelt": ("农村地区交同劝导站要有人。", "部分发漂报送迟缓。", "活动结束后编致清册。"),
    "idiom-misspelt": ("制度形同虚没。", "要举一返三。", "坚持持之一恒抓好落实。"),
    "doubled-character": (
        "对对驾驶员教育走过场。",
        "基础还还不牢固。",
        "要采取取有效措施。",
        "请贵贵局支持。",
    ),
    "number-repeated": ("事故死亡24人。死亡的21人中，道路运输14人，建筑施工7人。",),
    "classes-and-total": (
        "实际支出26.4万元。支出分为三类：宣传品12.6万元，占47.7%；演练8.3万元；其他6.5万元。",
        "投入96万元。投入包括设备40万元、培训36万元、其他30万元。",
        "共有加工企业1680家。按行业分：木材620家、纺织750家、食品320家、其他170家。",
    ),
    "groups-named": (
        "分为3个检查组，第一组检查青蒲县，第二组检查白石县。",
        "培训分两期进行。第一期为12月8日，第二期为12月15日，第三期为12月22日。",
    ),
    "count-above": ("一是人员少，二是装备旧，三是制度缺。以上四个问题要抓紧解决。",),
    "letter-in-number": ("组织培训124O人次。", "罚款l5万元，共1l起。"),
    "mail-form": ("邮箱：yjj@linhu,gov.cn", "邮箱：yjj@linhu。"),
    "two-units": ("新增用地52.5亩（5.3公顷）。", "全长4.2公里（420米）。", "需经费1.2万元（1200元）。"),
    "order-of-law": ("依据《工贸企业重大事故隐患判定标准》（应急管理部令第100号）核对。",),
    "target-year-past": ("到2025年，建成消防站6座。",),
    "change": (
        "由4.8公里调整为6公里，增加2.1公里，增长25%。",
        "由4.8公里调整为6公里，增加1.2公里，增长20%。",
    ),
    "doubled-word": ("建立健全健全网格化监管机制。",),
    "parts-and-total": (
        "所需资金131.1万元，市级承担78.66万元，县级承担54.24万元。",
        "全市共发生道路运输事故138起、死亡41人。其中，客运车辆事故19起，货运车辆事故76起，其他车辆事故33起。",
        "安排资金500元，其中300万元用于隐患治理，200万元用于装备购置。",
    ),
    "against-last-year": (
        "共发生事故128起，与去年同期的150起相比，增加22起，上升14.7%。",
        "共发生事故128起，与去年同期的150起相比，减少22起，下降16.7%。",
    ),
    "share": (
        "共发生事故128起，其中货运车辆事故76起。货运车辆事故占事故总数的49.4%。",
        "预算30万元，实际支出26.4万元，执行率84%。",
        "发放问卷200份，收回186份，回收率83%。",
    ),
    "rest-of-total": ("预算30万元，实际支出26.4万元，结余4.6万元。", "5条建议已完成4条、正在推进2条。"),
    "last-year-told": ("共发生事故37起，死亡21人，同比分别下降7.5%和91.2%。去年同期为40起、26人。",),
    "days-and-span": ("开展为期五个月的整治，时间从2026年10月1日起，至2026年12月31日止。",),
    "likely-wrong-word": ("要清醒的看到不足。", "付出了艰苦地努力。", "对急须整治的路段，加紧治理。"),
}
LOOK_ALIKES: dict[str, tuple[str, ...]] = {
    "word-misspelt": (
        "对39处急弯陡坡逐处排查，拖离违停车辆。",
        "王伟一行来到大垴乡。",
        "完成老旧小区雨污分流，商超逐家检查。",
        "高危企业要按危大工程管理。",
    ),
    "idiom-misspelt": ("紧抓机遇、趁势而上。", "一举三得，举一反三。", "会议一致同意。"),
    "doubled-character": (
        "人人讲安全，个个会应急，天天抓落实，层层压责任。",
        "对安全生产工作作了部署，市场监管管产品。",
        "要多看看、多问问，发展展望、工作作风都要讲。",
    ),
    "number-repeated": (
        "事故死亡21人。死亡的21人中，道路运输14人。",
        "受伤5人。死亡的21人中，道路运输14人。",
    ),
    "classes-and-total": (
        "实际支出26.4万元。支出分为三类：宣传品12.6万元，占47.7%；演练8.3万元；其他5.5万元。",
        "实际支出26.4万元。支出包括宣传品12.6万元等。",
        "共有加工企业1860家。按行业分：木材620家、纺织750家、食品320家、其他170家。",
    ),
    "groups-named": (
        "分为2个检查组，第一组检查青蒲县，第二组检查白石县。",
        "分为3个检查组，第一组由唐若谷带队。",
        "组成3个组，对第一批、第二批名单逐家核对。",
    ),
    "count-above": ("一是人员少，二是装备旧，三是制度缺。以上三个问题要抓紧解决。", "以上四项措施要落实。"),
    "letter-in-number": ("组织培训1240人次。", "使用CO2灭火器、L型支架，执行ISO9001。"),
    "mail-form": (
        "邮箱：yjj@linhu.gov.cn，电话：82106618。",
        "请发至邮箱yjj_1@163.com。",
        "通过电子邮件报送。",
    ),
    "two-units": (
        "新增用地52.5亩（3.5公顷）。",
        "全长4.2公里（4200米）。",
        "占地10亩（6667平方米）。",
        "长3米（2处）。",
    ),
    "order-of-law": (
        "依据《工贸企业重大事故隐患判定标准》（应急管理部令第10号）核对。",
        "依据《危险化学品安全管理条例》（国务院令第645号）执行。",
    ),
    "target-year-past": ("到2028年，建成消防站6座。", "从2020年到2025年，已建成消防站6座。"),
    "change": ("由4.8公里调整为6公里，增加1.2公里，增长25%。", "由10天调整为5天。"),
    "doubled-word": ("建立健全机制，健全制度。", "中共中央中央纪委印发。"),
    "parts-and-total": (
        "所需资金131.1万元，市级承担78.66万元，县级承担52.44万元。",
        "全市共发生道路运输事故128起。其中，客运车辆事故19起，货运车辆事故76起，其他车辆事故33起。",
        "安排资金500万元，其中300万元用于隐患治理，200万元用于装备购置。",
    ),
    "against-last-year": (
        "共发生事故128起，与去年同期的150起相比，减少22起，下降14.7%。",
        "与去年同期相比，减少22起。",
    ),
    "share": (
        "共发生事故128起，其中货运车辆事故76起。货运车辆事故占事故总数的59.4%。",
        "预算30万元，实际支出26.4万元，执行率88%。",
    ),
    "rest-of-total": ("预算30万元，实际支出26.4万元，结余3.6万元。", "5条建议已完成3条、正在推进1条。"),
    "last-year-told": ("共发生事故37起，死亡21人，同比分别下降7.5%和19.2%。去年同期为40起、26人。",),
    "days-and-span": (
        "开展为期三个月的整治，时间从2026年10月1日起，至2026年12月31日止。",
        "为期五天的检查自12月1日起。",
    ),
    "likely-wrong-word": ("要有清醒的认识。", "艰苦地努力工作。"),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SLIPS.items() for text in texts])
def test_slip_is_found(name: str, text: str):
    assert found(name, sentence(text))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in LOOK_ALIKES.items() for text in texts]
)
def test_look_alike_is_lawful(name: str, text: str):
    assert found(name, sentence(text)) == []


CASES = [
    ["县（区）", "检查（家次）", "立案（起）", "立案率"],
    ["青蒲县", "120", "12", "10.0%"],
    ["白石县", "110", "8", "7.3%"],
    ["桐溪县", "100", "9", "9.0%"],
    ["望江区", "130", "10", "7.7%"],
    ["合计", "460", "39", "8.5%"],
]


def test_ranks_of_the_text_are_those_of_the_table():
    text = "立案数居前两位的是青蒲县和望江区。"
    assert found("ranked-against-table", table_paper(CASES, text)) == []
    assert found("ranked-against-table", table_paper(CASES, text.replace("望江区", "桐溪县")))
    assert found("ranked-against-table", table_paper(CASES, "立案起数最多的是望江区。"))
    assert found("ranked-against-table", table_paper(CASES, "立案起数最多的是青蒲县。")) == []


def test_several_rows_told_at_once():
    assert found("several-against-table", table_paper(CASES, "青蒲县、望江区分别为12起、10起。")) == []
    assert found("several-against-table", table_paper(CASES, "青蒲县、望江区分别为12起、11起。"))
    assert found("several-against-table", table_paper(CASES, "青蒲县、望江区上月分别为7起、6起。")) == []


def test_a_share_of_the_table_and_a_rate_of_its_row():
    text = "立案起数最多的是青蒲县，占全市的30.8%。"
    assert found("share-of-table", table_paper(CASES, text)) == []
    assert found("share-of-table", table_paper(CASES, text.replace("30.8", "28.3")))
    wrong = [list(row) for row in CASES]
    wrong[1][3] = "12.0%"
    assert found("table-rate", table_paper(CASES)) == []
    assert found("table-rate", table_paper(wrong))


COSTS = [
    ["物资名称", "数量", "单价（元）", "金额（元）"],
    ["棉帐篷", "120", "1500", "180000"],
    ["折叠床", "400", "180", "72000"],
    ["应急灯", "300", "96", "28800"],
    ["合计", "", "", "280800"],
]


def test_money_is_number_times_price_and_the_text_tells_the_total():
    assert found("table-product", table_paper(COSTS)) == []
    wrong = [list(row) for row in COSTS]
    wrong[2][3] = "82000"
    assert found("table-product", table_paper(wrong))
    assert found("sum-and-table", table_paper(COSTS, "所需经费28.08万元。")) == []
    assert found("sum-and-table", table_paper(COSTS, "所需经费28.8万元。"))
    assert found("sum-and-table", table_paper(COSTS, "年初预算已安排10万元。")) == []


def test_tables_that_the_text_refers_to():
    book = ("具体情况见表1、表2。", "表1　立案情况", "略。", "表2　典型案例", "略。")
    assert found("no-such-table", paper(*book)) == []
    assert found("no-such-table", paper(book[0].replace("表2", "表3"), *book[1:]))
    assert found("no-such-table", paper("具体情况见表3。")) == []


def test_the_organ_of_the_title_signs():
    own = {"title": ("临江市应急管理局关于开展检查的通知",), "head": False}
    assert found("title-and-signature", paper(organ="临江市应急管理局", **own)) == []
    assert found("title-and-signature", paper(organ="临江市应急管理厅", **own))
    assert found("title-and-signature", paper(organ="市应急局", **own)) == []


def test_only_the_county_that_is_addressed_is_told_to_act():
    own = {"to": "青蒲县人民政府："}
    assert found("ordered-other", paper("你县应当立即整改。", **own)) == []
    assert found("ordered-other", paper("白石县应当立即整改。", **own))
    assert found("ordered-other", paper("各县应当立即整改，白石县已经整改。", **own)) == []
    assert found("ordered-other", paper("白石县应当立即整改。", to="青蒲县人民政府、白石县人民政府：")) == []


def test_a_number_of_the_third_level_in_the_place_of_the_second():
    lines = ("一、任务", "（一）排查。", "（二）整治。", "3.检查。")
    assert found("number-gap", paper(*lines))
    assert found("number-gap", paper(*lines[:3], "1.检查。", "2.复查。")) == []


def test_a_deadline_of_last_year():
    assert found("deadline-past", paper("请各单位于2025年12月15日前报送方案。"))
    assert found("deadline-past", paper("2025年12月15日前已报送方案。")) == []
