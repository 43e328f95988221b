"""Rules of content: each finds its slips and is silent on what only looks like them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from tongzhi.anatomy.paper import Knowledge
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.content.amounts import find_amounts, percent_fits
from tongzhi.check.content.shares import SaidTotals
from tongzhi.check.content.words import anchor, find_words, wrong_words
from tongzhi.check.registry import CONTENT, examples, rules
from tongzhi.check.run import check
from tongzhi.cli.main import run
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.document import WordDocument

from .cases import paper, sentence

KNOWN = Knowledge(
    units={"砚山县应急管理局": "砚山县应急局", "河东区人民政府": "河东区"},
    people={"韩立新": "副市长", "王建国": "局长"},
)

SLIPS: dict[str, tuple[str, ...]] = {
    "parts-and-total": (
        "今年以来共排查隐患120处，其中一般隐患113处、重大隐患6处。",
        "检查组到化工企业30家、矿山22家、加油站18家，共检查72家。",
        "三个组分别检查12家、15家和18家，合计44家。",
        "全市共有尾矿库202座，其中在用120座、停用84座。",
        "共抽调58人，其中市直32人、县区16人、企业14人。",
        "上述6家景区中，3A级3家、4A级2家、5A级2家。",
        "检查1520辆次，其中客车620辆次、货车950辆次。",
    ),
    "share": (
        "检查企业120家，其中存在隐患的30家，占35%。",
        "共排查隐患400处，已整改380处，整改率为92%。",
        "应到会60人，实到57人，到会率98%。",
    ),
    "change": (
        "事故起数由120起下降到98起，减少32起。",
        "受伤人数由15人减少到12人，下降25%。",
        "1—10月发生事故36起，去年同期40起，同比增长10%。",
        "检查次数从50次减少到65次。",
        "超限率由2.8%降至1.9%，下降0.8个百分点。",
    ),
    "sign-of-change": ("事故起数同比下降-12.5%。",),
    "over-hundred": ("隐患整改率达到104%。", "死亡人数下降120%。"),
    "days-and-span": (
        "专项整治从2026年11月1日至11月30日，为期3个月。",
        "集中检查自12月20日至12月5日开展。",
        "演练从11月3日至11月12日，历时7天。",
    ),
    "wrong-word": (
        "要把工作布署到位，隐患己整改完毕。",
        "截止目前，已检查58家。",
        "坚决杜绝各类事故不再发生。",
    ),
    "likely-wrong-word": ("与各县区签定责任书。", "由企业法人签字确认。", "宣传工作做的不够。"),
    "word-hint": ("检查室内消防栓是否有水。",),
    "doubled-word": ("要压实企业主体责任主体责任。", "各县区要立即立即开展排查。"),
    "dropped-character": ("要加强安全产工作。", "报市应急理局。"),
    "repealed-basis": (
        "根据《中华人民共和国合同法》有关规定执行。",
        "按照《工贸行业重大生产安全事故隐患判定标准（2017版）》判定。",
        "动火作业执行GB 30871-2014。",
    ),
    "old-edition": (
        "依据《安全生产法》（2014年修正）第十七条。",
        "依据《突发事件应对法》（2007年）第十五条。",
    ),
    "no-such-article": ("依据《安全生产法》第一百二十五条给予处罚。", "违反《消防法》第八十条。"),
    "article-form": ("违反《安全生产法》第36条的规定。",),
    "announced-count": (
        "下面强调三点要求：一是压实责任，二是排查隐患，三是加强值守，四是严肃问责。",
        "各级要抓好三项重点：一是矿山，二是危化品，三是道路，四是消防。",
        "要抓好四项工作。一是抓排查，二是抓整改，三是抓督导。",
    ),
    "inline-numbers": ("一是压实责任；二是排查隐患；四是加强值守。",),
    "phone-digits": (
        "联系人：韩某，电话：1390013800。",
        "联系电话：0830-123456789012345。",
        "值班电话：0791-867412。",
    ),
    "lead-and-help": ("（牵头单位：市应急局；配合单位：市公安局、市应急局）",),
    "name-twice": ("出席：韩立新、王建国、周明、韩立新",),
    "hours-reversed": ("会议时间：15:00至14:30。",),
    "thing-two-numbers": ("全市114家非煤矿山企业要全部检查。全市115家非煤矿山企业要签订承诺书。",),
    "rest-of-total": (
        "计划实施48座，已完工41座，其余9座正在施工。",
        "发现隐患12条，已完成整改9条，正在整改4条。",
        "下达任务30项，已办结24项，尚未办结5项。",
    ),
    "against-last-year": (
        "投入资金8650万元，比上年的7900万元增加650万元。",
        "今年发生36起，较去年同期的40起减少6起。",
    ),
    "capital-sum": ("总投资35000元（大写：叁万元整）。", "补助1.2万元（大写：壹万贰佰元整）。"),
    "accident-grade": (
        "坍塌造成4人死亡、2人受伤，属一般事故。",
        "爆炸造成11人死亡，属较大事故。",
        "坍塌造成4人死亡、2人受伤，伤亡共7人。",
    ),
    "quoted-count": (
        "要做到“五个到位”：宣传到位、巡护到位、管控到位、处置到位。",
        "落实“三个必查”，即企业必查、矿山必查、工地必查、学校必查。",
    ),
    "phrase-homophone": (
        "要形成齐抓共官的格局。",
        "要认真贯彻落时上级要求。",
        "扎实开展隐患排茶治理。",
    ),
    "near-name": ("会议由王建国主持，韩立欣讲话。", "报砚山县应急管理局，抄河东区。由砚山县应急管里局负责。"),
}

LOOK_ALIKES: dict[str, tuple[str, ...]] = {
    "parts-and-total": (
        "今年以来共排查隐患120处，其中一般隐患113处、重大隐患7处。",
        "检查企业120家，其中化工企业30家、矿山20家。",
        "参训86人，其中女性42人、党员60人。",
        "检查化工企业30家、矿山22家，查处隐患118处，共下发文书60份。",
        "今年发生事故12起、死亡8人，同比减少3起、2人。",
        "三个组分别检查12家、15家和18家，合计45家。",
        "共投入资金1200万元，其中市级500万元、县级约700万元。",
        "检查学校126所，其中公办98所，检查寄宿制学校40所。",
        "已转移3200人，其中老人、儿童1100人，投亲靠友2500人。",
        "查处违法120起，其中超速80起、疲劳驾驶60起（部分一车多项）。",
        "上述6家景区中，3A级2家、4A级2家、5A级2家。",
    ),
    "share": (
        "检查企业120家，其中存在隐患的30家，占25%。",
        "共排查隐患400处，已整改380处，整改率95%。",
        "到会57人，占全市干部的2.3%。",
        "检查企业3家，其中1家停产，占33.3%。",
    ),
    "change": (
        "事故起数由120起下降到98起，减少22起，下降18.3%。",
        "把死亡人数控制在去年同期12人以内，力争下降10%。",
        "1—10月发生事故36起，去年同期40起，同比下降10%。",
        "检查频次由每月1次增加到2次。",
        "超限率由2.8%降至1.9%，下降0.9个百分点。",
        "整改率由90%提高到99%，同比提高3.2个百分点。",
    ),
    "sign-of-change": ("气温下降到-12℃。", "事故起数同比下降12.5%。"),
    "over-hundred": ("投资完成率达到104%。", "产值增长120%。"),
    "days-and-span": (
        "专项整治从2026年11月1日至2027年1月31日，为期3个月。",
        "值班时间为12月31日至1月2日。",
        "演练从11月3日至11月12日，历时10天。",
    ),
    "wrong-word": ("报名截止时间为11月20日。", "确保各类事故不发生。", "月末完成盘点，律己带头。"),
    "likely-wrong-word": ("与各县区签订责任书。", "企业法人资格审查。", "该做的不做，要追究责任。"),
    "word-hint": ("检查室内消火栓是否有水。", "消防车通道畅通。"),
    "doubled-word": ("大家研究研究，一步一步推进。", "各县区县区负责同志参会。", "人人讲安全。"),
    "dropped-character": ("安全产品要有合格证。", "加强安全生产工作。", "人民政府要带头。"),
    "repealed-basis": (
        "根据《中华人民共和国民法典》有关规定执行。",
        "原《合同法》已废止，适用《民法典》。",
        "按GB 18218-2018辨识，不再执行GB 18218-2009。",
        "动火作业执行GB 30871-2022。",
    ),
    "old-edition": ("依据《安全生产法》（2021年修正）第十七条。", "《某县实施办法》（2014年修订）继续有效。"),
    "no-such-article": ("依据《安全生产法》第一百一十四条给予处罚。", "违反《某市消防条例》第八十条。"),
    "article-form": ("违反《安全生产法》第三十六条的规定。", "《台账》第36条记录。"),
    "announced-count": (
        "下面强调三点要求：一是压实责任，二是排查隐患，三是加强值守。",
        "坚持“三个必须”，一是压实责任，二是排查隐患。",
        "对三项任务，市应急局要逐项督办。会上，一是通报情况，二是安排工作。",
    ),
    "inline-numbers": ("一是压实责任；二是排查隐患；三是加强值守。", "一是抓责任。二是抓排查。矿山方面，一是查尾矿库，二是查井下。"),
    "phone-digits": ("联系人：韩某，电话：13900138000。", "联系电话：0830-1234567，传真：2345678。", "值班电话：12345。"),
    "lead-and-help": ("（牵头单位：市应急局；配合单位：市公安局、市住建局）", "责任单位：市应急局"),
    "name-twice": ("出席：韩立新、王建国、周明", "出席：王某、李某、王某"),
    "hours-reversed": ("会议时间：14:30至15:00。", "值班时间：22:00至6:00。", "值班时间：8:00至次日8:00。"),
    "thing-two-numbers": ("全市114家非煤矿山企业要全部检查。其中60家非煤矿山企业已停产。", "全市114家非煤矿山企业、全市58家危化企业要检查。"),
    "rest-of-total": (
        "计划实施48座，已完工41座，其余7座正在施工。",
        "发现隐患12条，已完成整改9条，新增4条正在整改。",
        "检查企业120家，已整改30家，正在办理4家。",
    ),
    "against-last-year": (
        "投入资金8650万元，比上年的7900万元增加750万元。",
        "发生36起、死亡12人，较去年同期的40起减少4起。",
        "比上年的7900万元增加650万元。",
    ),
    "capital-sum": ("总投资35000元（大写：叁万伍仟元整）。", "共1200.50元（大写：壹仟贰佰元伍角）。"),
    "accident-grade": (
        "坍塌造成4人死亡、2人受伤，属较大事故。",
        "爆炸造成1人死亡、12人重伤，属较大事故。",
        "坍塌造成4人死亡、2人受伤，伤亡共6人。",
    ),
    "quoted-count": (
        "要做到“四个到位”：宣传到位、巡护到位、管控到位、处置到位。",
        "坚持“三个必须”：管行业必须管安全、管业务必须管安全、管生产经营必须管安全。",
        "对照“五个到位”，查宣传到位、巡护到位情况，建立台账。",
    ),
    "phrase-homophone": ("要形成齐抓共管的格局。", "要贯彻落实到位，防止落石。", "安全生产责任制要落地，学会举一反三。"),
    "near-name": ("会议由王建国主持，韩立新讲话。", "河东区人民政府要认真落实。"),
}  # fmt: skip


def found(name: str, data: bytes, knowledge: Knowledge | None = None) -> list[str]:
    rule = next(each for each in rules() if each.id == name)
    if name == "near-name":
        knowledge = KNOWN
    return [
        str(one) for one in rule.find(recognise(WordDocument(data), None, GBT9704, knowledge or Knowledge()))
    ]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SLIPS.items() for text in texts])
def test_slip_is_found(name: str, text: str):
    assert found(name, sentence(text))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in LOOK_ALIKES.items() for text in texts]
)
def test_look_alike_is_lawful(name: str, text: str):
    assert found(name, sentence(text)) == []


def table_paper(rows: list[list[str]], text: str = "") -> bytes:
    book = docx.Document(io.BytesIO(paper("现将有关情况通报如下。", text or "详见下表。")))
    table = book.add_table(len(rows), len(rows[0]))
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


HEAD = ["序号", "县区", "一般隐患", "重大隐患", "合计", "整改率"]
RIGHT = [HEAD, ["1", "河东区", "12", "1", "13", "92%"], ["2", "砚山县", "20", "0", "20", "95%"], ["3", "南屏县", "8", "2", "10", "80%"], ["", "合计", "40", "3", "43", ""]]  # fmt: skip
SUBTOTALS = [["地区", "单位", "数量"], ["城区", "甲", "3"], ["城区", "乙", "4"], ["城区", "小计", "7"], ["县", "丙", "5"], ["县", "丁", "6"], ["县", "小计", "11"], ["合计", "", "18"]]  # fmt: skip


def changed(rows: list[list[str]], row: int, column: int, value: str) -> list[list[str]]:
    copy = [list(each) for each in rows]
    copy[row][column] = value
    return copy


@pytest.mark.parametrize(
    ("rows", "row", "column", "value"),
    [
        (RIGHT, 4, 2, "41"),
        (RIGHT, 2, 4, "21"),
        (RIGHT, 4, 4, "44"),
        (SUBTOTALS, 3, 2, "8"),
        (SUBTOTALS, 7, 2, "19"),
    ],
)
def test_wrong_total_of_a_table_is_found(rows, row, column, value):
    assert found("table-total", table_paper(rows)) == []
    assert found("table-total", table_paper(changed(rows, row, column, value)))


@pytest.mark.parametrize(
    "rows",
    [
        [["年份", "起数"], ["2024年", "12"], ["2025年", "10"], ["2026年", "8"]],
        [["名次", "县区", "得分"], ["1", "甲", "98"], ["2", "乙", "95"], ["3", "合计", "96.5"]],
        [["全市合计", "", "33"], ["甲县", "", "13"], ["乙县", "", "20"]],
    ],
)
def test_table_without_a_sum_is_silent(rows):
    assert found("table-total", table_paper(rows)) == []


def test_total_above_its_parts_is_added_too():
    rows = [["地区", "数量"], ["全市", "34"], ["甲县", "13"], ["乙县", "20"]]
    assert found("table-total", table_paper(rows))


def test_rows_of_a_list_and_the_number_in_the_text():
    rows = [["序号", "企业"], ["1", "甲"], ["2", "乙"], ["3", "丙"]]
    assert found("rows-and-count", table_paper(rows, "现将4家重点企业名单附后。"))
    assert found("rows-and-count", table_paper(rows, "现将3家重点企业名单附后。")) == []
    assert found("rows-and-count", table_paper(rows, "检查企业58家。")) == []


def test_attachments_and_their_number():
    note = ("附件：1.整改清单", "2.责任分工表")
    text = "现将有关材料印发，附件共3份。"
    kept = "现将有关材料印发，附件共2份。"
    make = {"note": note, "annexes": (("附件1", "整改清单"), ("附件2", "责任分工表"))}
    assert found("attachment-count", paper(text, **make))
    assert found("attachment-count", paper(kept, **make)) == []


def test_announced_items_as_paragraphs():
    lines = [
        "一、重点抓好以下三项任务",
        "（一）排查隐患。",
        "（二）整改销号。",
        "（三）加强值守。",
        "（四）严肃问责。",
        "二、有关要求",
        "各县要落实。",
    ]
    assert found("announced-count", paper(*lines))
    lines[0] = "一、重点抓好以下四项任务"
    assert found("announced-count", paper(*lines)) == []


@pytest.mark.parametrize(
    ("to", "you"), [("砚山县人民政府：", "请你区抓好落实。"), ("河东区人民政府：", "你县要立即整改。")]
)
def test_addressee_and_the_word_for_it(to: str, you: str):
    assert found("addressed-kind", paper(you, to=to))
    right = re.sub("你[县区]", "你" + to[2], you)
    assert found("addressed-kind", paper(right, to=to)) == []
    assert found("addressed-kind", paper("请你们抓好落实。", to="各县（市、区）人民政府：")) == []


def test_place_of_the_title_and_the_addressee():
    title = ("临江市安全生产委员会办公室", "关于交办河东区隐患整改事项的通报")
    assert found("other-place", paper("请抓好整改。", title=title, to="砚山县人民政府："))
    assert found("other-place", paper("请抓好整改。", title=title, to="河东区人民政府：")) == []
    assert found("other-place", paper("请抓好整改。", title=title, to="各县（市、区）人民政府：")) == []


def test_name_of_what_is_passed_on():
    title = ("临江市人民政府办公室", "关于印发《临江市冬季消防安全整治方案》的通知")
    assert found(
        "passed-on-name", paper("现将《临江市冬春消防安全整治方案》印发给你们，请认真执行。", title=title)
    )
    assert (
        found(
            "passed-on-name", paper("现将《临江市冬季消防安全整治方案》印发给你们，请认真执行。", title=title)
        )
        == []
    )
    assert found("passed-on-name", paper("根据《临江市消防条例》，现将有关事项通知如下。", title=title)) == []


@pytest.mark.parametrize("word", wrong_words(), ids=lambda word: word.pattern[:20])
def test_every_word_of_the_list_has_its_example_and_its_look_alikes(word):
    assert word.why
    hits = [known.pattern for _, known in find_words(word.example, word.level)]
    assert word.pattern in hits
    for text in word.lawful:
        assert not re.search(word.pattern, text), text


RATES = [["类别", "排查", "已整改", "整改率"], ["消防", "512", "480", "93.8%"], ["校车", "238", "230", "96.6%"], ["食品", "316", "300", "94.9%"], ["校舍", "210", "200", "95.2%"]]  # fmt: skip


def test_a_rate_of_a_table_is_reckoned_from_its_row():
    assert found("table-rate", table_paper(RATES)) == []
    assert found("table-rate", table_paper(changed(RATES, 3, 3, "84.9%")))
    other = [
        [*row[:3], value] for row, value in zip(RATES, ("整改率", "80%", "81%", "82%", "83%"), strict=True)
    ]
    assert found("table-rate", table_paper(other)) == []  # reckoned from something that is not in the table


def test_numbers_of_rows_follow_each_other():
    rows = [["序号", "企业"], ["1", "甲"], ["2", "乙"], ["3", "丙"]]
    assert found("row-numbers", table_paper(rows)) == []
    assert found("row-numbers", table_paper(changed(rows, 3, 0, "4")))
    assert found("row-numbers", table_paper([*rows, ["1", "丁"], ["2", "戊"]])) == []


def test_the_day_of_a_named_accident():
    title = ("广陵区安全生产委员会办公室", "关于“11·3”坍塌事故的通报")
    text = "2026年11月3日14时，鸿运厂发生坍塌事故。"
    assert found("accident-day", paper(text, title=title)) == []
    assert found("accident-day", paper(text.replace("月3日", "月5日"), title=title))
    assert (
        found("accident-day", paper("2026年11月6日，区安委会召开会议，通报“11·3”事故。", title=title)) == []
    )


@pytest.mark.parametrize("title", ["在全县森林防火工作会议上的讲话", "2026年上半年工作总结"])
def test_internal_papers_are_read_for_their_content(title: str):
    from tongzhi.check.run import check

    book = docx.Document()
    for text in (title, "同志们：", "共发生火情26起，其中祭祀9起、农事11起、其他7起。", "一、增强防犯意识"):
        book.add_paragraph(text)
    buffer = io.BytesIO()
    book.save(buffer)
    assert {"parts-and-total", "wrong-word"} <= {one.rule for one in check(buffer.getvalue())}


def test_every_rule_of_content_is_tried_here():
    files = Path(__file__).parent.glob("test_content*.py")
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    own = [
        rule.id
        for rule in rules()
        if rule.check.__module__.split(".")[-1] in CONTENT and ".content." in rule.check.__module__
    ]
    assert len(own) > 25
    assert [name for name in own if f'"{name}"' not in source] == []


ALONE = [(name, wrong, right) for name, pairs in examples().items() for wrong, right in pairs if name in SLIPS or name in ("weekday", "impossible-date", "clock", "old-name")]  # fmt: skip


@pytest.mark.parametrize(("name", "wrong", "right"), [case for case in ALONE if case[0] != "near-name"])
def test_examples_of_the_manual_are_true(name: str, wrong: str, right: str):
    assert found(name, sentence(wrong))
    assert found(name, sentence(right)) == []


def test_every_rule_of_content_has_an_example():
    own = {rule.id for rule in rules() if ".content." in rule.check.__module__}
    assert own <= set(examples())


def test_a_rule_is_explained(capfd: pytest.CaptureFixture[str]):
    assert run(["check", "--explain", "share"]) == 0
    out = capfd.readouterr().out
    assert "占比" in out
    assert "错：" in out
    assert run(["check", "--explain", "shore"]) == 2
    assert "是不是 share" in capfd.readouterr().err


@pytest.mark.parametrize(
    "title",
    [
        "关于印发《贯彻落实全市安全生产会议精神工作方案》的通知",
        "关于认真学习贯彻全市安全生产工作会议精神的通知",
        "关于转发《县政府常务会议纪要》的通知",
    ],
)
def test_paper_about_a_meeting_that_was_held_needs_no_place(title: str):
    name = ("临江市人民政府办公室", title)
    assert found("meeting-place", paper("请认真贯彻执行。", title=name)) == []
    called = ("临江市人民政府办公室", "关于召开全市安全生产工作会议的通知")
    assert found("meeting-place", paper("请准时参加。", title=called))


def test_a_table_whose_rows_end_sooner_is_added_up_too():
    document = docx.Document()
    table = document.add_table(4, 3)
    for row, texts in zip(
        table.rows,
        (("单位", "隐患", "整改"), ("甲县", "10", "8"), ("乙县", "20", "9"), ("合计", "31", "17")),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for row in (table.rows[0], table.rows[2]):
        row._tr.remove(row._tr.tc_lst[-1])
    out = io.BytesIO()
    document.save(out)
    assert [finding for finding in check(out.getvalue()) if "没有核成" in finding.found] == []
    assert len(said := found("table-total", out.getvalue())) == 1
    assert "合计写 31，10＋20相加是 30" in said[0]


@pytest.mark.parametrize("word", wrong_words(), ids=lambda word: word.pattern)
def test_what_a_pattern_is_looked_up_by_stands_in_all_it_fits(word):
    sure = anchor(word.pattern)
    for text in (word.example, *word.lawful):
        for hit in re.compile(word.pattern).finditer(text):
            assert sure in hit[0]


def test_a_base_is_found_among_all_that_were_said():
    said = SaidTotals()
    texts = [f"共{number}处" for number in range(0, 900, 7)]
    for text in texts:
        said.add(text, find_amounts(text))
    values = [find_amounts(text)[0].value for text in texts]
    for number in (0, 1, 5, 40, 210, 899):
        part = find_amounts(f"{number}处")[0]
        for percent in ("0", "0.5", "1", "2", "25", "33.3", "66.67", "99.9", "100"):
            fits = any(value >= part.value and percent_fits(part.value, value, percent) for value in values)
            assert said.has_base(part, percent) is fits, (number, percent)
