"""Rules of content on characters that make no sense where they stand, numbers in a fixed relation, measure words, days told of."""

from __future__ import annotations

import io

import docx
import pytest

from tongzhi.anatomy.paper import Knowledge
from tongzhi.anatomy.recognition import recognise
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.document import WordDocument

from .cases import paper, sentence
from .test_content import found

SLIPS: dict[str, tuple[str, ...]] = {
    "unlikely-character": (
        "完善停车设施、充电椿建设。",
        "我区高层建筑数量快束增长。",
    ),
    "idiom-cut": ("安全培训流于式。", "大家再接厉，把工作做好。"),
    "dropped-character": (
        "制定完善防范措，确保安全。",
        "严格履行组织施职责，工作落到实处。",
        "深入推进，扎推进各项工作。",
    ),
    "swapped-digits": (
        "共受理信访事项1248件次，同比下降12.7%（去年同期1430件次）。其中来信186件、来访420批次、网上信访660件次。",
        "总投资3.15亿元，其中中央补助1.26亿元、省级补助0.63亿元、市区两级财政0.48亿元、居民出资0.42亿元。",
        "现有高层建筑628栋，其中100米以上超高层建筑26栋、100米以下高层建筑656栋。",
    ),
    "was-and-more": (
        "新增床位200张，总数达到860张（原有650张）。",
        "现有教学班30个，拟实施扩建。扩建工程新增教学班12个，扩建后办学规模达到44个班。",
    ),
    "mean": ("现有教学班30个、在校生1482人，平均班额44.9人。",),
    "each-and-total": (
        "为1200户家庭实施改造，每户补助3000元，共需资金306万元。",
        "首批2座消防站划拨用地指标18亩，每座8亩。",
    ),
    "names-and-count": ("对4条县道（东风线、红旗线、跃进线）补植绿化。",),
    "digits-swapped": ("全区85个社区老年食堂统一标识，58个社区老年食堂统一价格。",),
    "change-in-brackets": (
        "受理1248件次，同比上升12.7%（去年同期1430件次）。",
        "总诊疗286万人次，同比增长16%（去年260万人次）。",
    ),
    "marks-of-hundred": ("考核实行百分制，其中控制指标40分、工作职责45分、创新工作10分。",),
    "bands-meet": ("得分90分以上为优秀，80分以上不足95分为良好。",),
    "copies-shared": ("本责任书一式两份，甲乙双方各执两份。", "本合同一式四份，三方各执一份。"),
    "terms-and-total": ("市财政安排资本金2.4亿元，分三期拨付，每期0.6亿元。",),
    "unit-of-number": (
        "全县秋粮种植面积86.4万公里。",
        "大桥全长5.6万元。",
        "接待群众215辆，化解疑难事项58件。",
    ),
    "rate-in-percent": ("按时办结率99.2%，群众满意率96.5个。", "重大事故隐患整改率达到100起。"),
    "money-unit": (
        "下达资金1860元。此次下达的1860万元要专款专用。",
        "估算投资5200元，其中建安工程费4160万元。",
    ),
    "counted-people": ("事故造成2个死亡、1人受伤。", "全年开展安全检查不少于240只次。"),
    "told-before": (
        "2026年11月27日，我局对你单位进行消防监督检查，发现下列问题。",
        "2026年12月上旬，我县遭遇特大暴雨。",
    ),
    "span-reversed": (
        "组织实施阶段（2026年4月至2月）。",
        "管制时间为11月8日6时至5时30分。",
        "自2026年7月1日起执行，有效期3年，至2028年6月30日止。",
    ),
    "title-spelled-twice": (
        "根据《中华人民共和国价格管理法》有关规定执行。",
        "落实《中华人民共和国职业技术教育法》。",
        "严格落实《地方党政领导干部安全生产责任制规则》。",
    ),
    "share": (
        "共有泊位620个，其中地面泊位140个、地下泊位480个；充电泊位62个，占15%。",
        "交办40件积案，已化解33件，化解率85.2%。",
    ),
    "announced-count": ("发现存在下列6处火灾隐患：一是防火门损坏；二是通道堵塞。",),
}
LOOK_ALIKES: dict[str, tuple[str, ...]] = {
    "unlikely-character": (
        "对危旧房屋逐台逐户登记，严格失职追责、履责问责。",
        "泗河县秸秆禁烧、不燃一把火，不冒一处烟。",
        "请贵局商市自然资源局，涉及两客一危车辆、一企一档。",
        "由沈明川、唐若谷等同志带队，陆知远任组长。",
    ),
    "idiom-cut": ("众志成城、奋力拼搏，流于形式的要改。", "分三步走，一二三组各自负责。"),
    "dropped-character": ("扎实推进各项工作。", "组织实施专项行动。"),
    "swapped-digits": (
        "共受理信访事项1248件次，其中来信186件、来访402批次、网上信访660件次。",
        "全市现有企业120家，其中规模以上12家、重点监管9家。",
        "现有消防车18辆，其中举高类消防车2辆。",
    ),
    "was-and-more": ("新增床位200张，总数达到850张（原有650张）。", "新增泊位120个，全市达到1860个。"),
    "mean": ("现有教学班30个、在校生1482人，平均班额49.4人。", "全年检查240家次，平均每月20家次。"),
    "change-in-brackets": (
        "受理1248件次，同比下降12.7%（去年同期1430件次）。",
        "受理1248件次（去年同期1430件次）。",
    ),
    "marks-of-hundred": (
        "考核实行百分制，其中控制指标40分、工作职责50分、创新工作10分。",
        "考核实行百分制，得分90分以上为优秀。",
    ),
    "bands-meet": ("得分90分以上为优秀，80分以上不足90分为良好。", "得分90分以上为优秀，60分以上为合格。"),
    "copies-shared": ("本责任书一式两份，甲乙双方各执一份。", "本合同一式三份，甲乙双方各执一份，存档一份。"),
    "terms-and-total": (
        "市财政安排资本金2.4亿元，分三期拨付，每期0.8亿元。",
        "安排资金2.4亿元，分三年实施。",
    ),
    "unit-of-number": (
        "种植面积86.4万亩，大桥全长5.6公里，接待群众215批。",
        "对企业120家次开展检查，投资5.2亿元，补助资金3项。",
        "培训从业人员1200人次、覆盖企业86家。",
    ),
    "rate-in-percent": ("整改率达到100%，满意率提高2.1个百分点。", "合格率为九成以上，容积率2.5。"),
    "money-unit": ("下达资金1860万元。此次下达的1860万元要专款专用。", "每吨补助860元，共补助860万元。"),
    "counted-people": ("事故造成2人死亡、1人受伤。", "检查240家次，出动1200人次、360辆次。"),
    "told-before": (
        "2026年11月6日，我局对你单位进行消防监督检查。",
        "2026年12月15日，将组织召开全市会议。",
        "定于2026年12月1日进行检查，发现问题当场交办。",
    ),
    "span-reversed": (
        "2026年10月至12月。",
        "值班时间为22时至6时。",
        "自2026年7月1日起执行，有效期3年，至2029年6月30日止。",
    ),
    "title-spelled-twice": (
        "根据《中华人民共和国突发公共卫生事件应对法》执行。",
        "《中华人民共和国价格法》《中华人民共和国职业教育法》。",
        "《中华人民共和国安全生产促进法》（草案）。",
    ),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SLIPS.items() for text in texts])
def test_slip_is_found(name: str, text: str):
    assert found(name, sentence(text))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in LOOK_ALIKES.items() for text in texts]
)
def test_look_alike_is_lawful(name: str, text: str):
    assert found(name, sentence(text)) == []


@pytest.mark.parametrize(("day", "slip"), [("2025年7月3日", True), ("2026年7月3日", False)])
def test_a_report_is_not_older_than_what_it_reports(day: str, *, slip: bool):
    title = ("关于2026年上半年信访工作情况的报告",)
    assert bool(found("reported-before", paper("现将情况报告如下。", title=title, date=day))) == slip


def test_contact_below_the_attachment_note_is_no_attachment():
    book = docx.Document()
    for text in (
        "石桥区人民政府关于购置消防车的请示",
        "市政府：",
        "妥否，请批示。",
        "附件：消防车辆装备现状统计表",
        "（联系人：祁文博，电话：66180119）",
        "石桥区人民政府",
        "2026年4月21日",
    ):
        book.add_paragraph(text)
    buffer = io.BytesIO()
    book.save(buffer)
    read = recognise(WordDocument(buffer.getvalue()), None, GBT9704, Knowledge())
    assert [item.name for item in read.items] == ["消防车辆装备现状统计表"]
    assert [line.stripped for line in read.contact] == ["（联系人：祁文博，电话：66180119）"]
