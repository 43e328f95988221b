"""Wrong owners are worse than none: who owns, who is only spoken of, and what is taken over from before."""

from __future__ import annotations

import pytest
from tests.extract.conftest import Told

from tongzhi.extract.guards import settle_actors

STATED = [
    # bodies with figures, letters, quotes, brackets are whole
    ("12345热线办每天汇总一次投诉。", ["12345热线办"]),
    ("B区管委会12月5日前报送名单。", ["B区管委会"]),
    ("由县“119”指挥中心统一调度车辆。", ["县“119”指挥中心"]),
    ("市应急局（安委办）每周通报一次进度。", ["市应急局（安委办）"]),
    # marks and applause before a name are none of it
    ("● 县教体局12月3日前完成校车检查。", ["县教体局"]),
    (">> 机电科明天把两台水泵换掉。", ["机电科"]),
    ("（掌声）各乡镇今晚把人转移出去。", ["各乡镇"]),
    # bodies that no list holds
    ("综掘三队每班清一遍浮煤。", ["综掘三队"]),
    ("渡口管理站明早七点前检查缆绳。", ["渡口管理站"]),
    ("各安置点每两小时点一次名。", ["各安置点"]),
    ("城建办排个表，明天发下来。", ["城建办"]),
    # persons own where they are named
    ("老秦你今天重排一下值班表。", ["老秦"]),
    ("王总，你们周五前把隔离栏装好。", ["王总"]),
    ("李局长牵头，三天内拿出方案。", ["李局长"]),
    ("整理会议材料 @刘某 12月3日前", ["刘某"]),
    ("完善门禁制度（责任人：王工，12月8日前）。", ["王工"]),
    ("更换灭火器（责任单位：后勤处、保卫处）。", ["后勤处", "保卫处"]),
    # who is called on to act
    ("请县气象局每小时会商一次。", ["县气象局"]),
    ("责成养护公司三日内修复护栏。", ["养护公司"]),
    ("县水务局会同县气象局发布预警。", ["县水务局", "县气象局"]),
    ("图书馆归校办管。", ["校办"]),
    ("城东片区由执法一大队负责，每天清一次。", ["执法一大队"]),
    ("塌方的事县交通局办，明天清完。", ["县交通局"]),
    ("检修车间12月8日前更换3台水泵。", ["检修车间"]),
    # to whom the work is given out
    ("楼道小广告包给各社区，一栋一栋地铲。", ["各社区"]),
    ("河道保洁分给沿河各村，每天捞一遍。", ["沿河各村"]),
    ("这批摊点派给市场中队，周五前清完。", ["市场中队"]),
    # roles in brackets, cut by ；
    ("电热毯全部收缴（牵头：综合部；配合：保安队）。", ["综合部", "保安队"]),
    ("补齐消防水带（责任：后勤处；督办：安监科）。", ["后勤处", "安监科"]),
    ("更换路灯（主办：路灯所；协办：供电所）。", ["路灯所", "供电所"]),
    # the level is of the name
    ("专家由市应急局请，费用市财政出。", ["市应急局", "市财政"]),
    # both who are named, each at the head of a clause
    ("低洼户，村里今晚接走，张会计造册子。", ["村里", "张会计"]),
    ("摊子的事，市场办管里头，城管中队管外头。", ["市场办", "城管中队"]),
    ("水管站守闸门，王干事带人堵缺口。", ["水管站", "王干事"]),
    # a promise
    ("我们会在明天下班前把名单发给大家。", ["我们"]),
    ("这个我来打电话，下午就打。", ["我"]),
]


@pytest.mark.parametrize(("text", "owners"), STATED)
def test_owner_is_whole_and_bare(text: str, owners: list[str], told: Told):
    (task,) = told(text)
    assert [(owner.text, owner.origin) for owner in task.owners] == [(name, "stated") for name in owners]
    assert all(
        text[owner.source.start : owner.source.end] == owner.text for owner in task.owners if owner.source
    )


NEVER = [
    # what is reported on does not report
    "执勤点设置情况12月14日前报市公安局。",
    "值班室运行情况12日前报市应急局。",
    "救援队组建情况20日前报市政府。",
    "要对县水利局开展一次专项督查。",
    "月底前把整改情况报县安委办。",
    "会后立即向市政府报告，并抄送市应急局。",
    "名单送县档案局存档。",
    "材料交县信访局归档。",
    "要向县医院学习，月底前把台账建起来。",
    "要像城东分局那样，把台账建细建实。",
    "跟运营企业谈一次，价格不得高于每度八毛五。",
    "对被通报的三家企业逐一约谈。",
    "县住建局说下周派专家来鉴定，结果出来前先关门。",
    "园长来找过我，说车换不起，月底前先停运。",
    "上个月市交通局做得不错，月底前照着补齐台账。",
    # who wants something, with whom something was settled
    "设备部说要换新的，我不同意，先修，修到月底。",
    "校车的事，交警那边我已经打过招呼，没年检的不许上路。",
    "供销社我都说好了，今天就去拉两桶柴油。",
    "运营公司那边我们联系过，明天之前把闸机打开。",
    "月底前联系计量所把压力表校验完。",
    "这个星期对接市气象局，把预警接进来。",
    "好那我们就说说氧气站，这周之内把表校完。",
    # who may be called on
    "对阻工行为依法处置，必要时请市公安局支援。",
    "今晚封路，必要时商请县武警中队增援。",
    "重症病人先转走，视情请省专家组会诊。",
    # who punishes carries nothing out
    "清明期间禁止一切野外用火，违者交公安处理。",
    "12月5日前停止开采，拒不停产的移送县公安局。",
    "严禁串通投标，情节严重的一律移交纪委。",
    # whose words or place are meant
    "按照省卫健委的通知把发热门诊开起来。",
    "根据县教体局的名单逐个上门核对。",
    "替县文旅局把景区的栏杆修好。",
    "参照市交通局的模板填表。",
    "刚才市应急局讲的问题三天内整改完。",
    "县督查室反馈的六个问题逐项销号。",
    "批评了县交通局，月底前逐车再查一遍。",
]


@pytest.mark.parametrize("text", NEVER)
def test_body_that_is_spoken_of_owns_nothing(text: str, told: Told):
    (task,) = told(text)
    assert [owner for owner in task.owners if owner.origin == "stated"] == []


def _owners(tasks: list[object]) -> list[list[tuple[str, str]]]:
    return [[(one.text, one.origin) for one in task.owners if one.text] for task in tasks]  # type: ignore[attr-defined]


TAKEN_OVER = [
    ("县水利局要巡查31座水库。发现险情立即报告。", ["县水利局"]),
    ("保卫处明天检查宿舍。建立台账，逐项销号。", ["保卫处"]),
    ("一、县交通局\n1.检查全部客运站。", ["县交通局"]),
    ("各车间要做到以下几点：\n1.关闭电源。\n2.清理油污。", ["各车间"]),
]


@pytest.mark.parametrize(("text", "owners"), TAKEN_OVER)
def test_owner_is_taken_over_while_it_governs(text: str, owners: list[str], told: Told):
    assert _owners(told(text))[-1] == [(name, "context") for name in owners]


STOPPED = [
    # a new subject
    "县水利局要巡查水库。群众的房屋受损要登记造册。",
    "保卫处明天检查宿舍。大家回去都对照一遍。",
    # another field
    "县消防大队要检查宾馆消防设施。要抽检学校食堂食品。",
    # another paragraph
    "县水利局要巡查水库。\n要检查12处在建工地。",
    # several bodies with a matter each: whose the next one is nobody knows
    "县水利局巡查水库，县住建局检查工地。建立台账，逐项销号。",
    # another speaker
    "周主任：综合科明天发通知。\n吴主任：要把会场布置好。",
]


@pytest.mark.parametrize("text", STOPPED)
def test_owner_is_not_taken_over_by_something_new(text: str, told: Told):
    assert [one for one in told(text)[-1].owners if one.origin == "context"] == []


def test_owner_on_the_next_line_is_that_of_the_line_before(told: Told):
    tasks = told("1.修补北门围墙。\n责任人：赵某、钱某\n2.更换消防水带。\n责任单位：后勤处")
    found = {task.text.strip(): _owners([task])[0] for task in tasks}
    assert found["1.修补北门围墙。"] == [("赵某", "context"), ("钱某", "context")]
    assert found["2.更换消防水带。"] == [("后勤处", "context")]


WHO_AND_WHEN = [
    "2. 冬施方案报监理审批。\n责任单位：技术部 完成时间：12月10日",
    "2. 补装护栏。\n责任人：田工，完成时限：12月10日。",
    "2. 核对台账。--岳某 完成时间：12月10日 3. 散会。",
]


@pytest.mark.parametrize("text", WHO_AND_WHEN)
def test_time_behind_a_task_is_the_task_s(text: str, told: Told):
    task = told(text)[0]
    assert task.text.startswith("2. ")
    assert [str(one.date) for one in task.deadlines] == ["2026-12-10"]
    assert all(text[one.source.start : one.source.end] == one.text for one in task.deadlines if one.source)


def test_time_before_the_task_s_label_is_the_task_s(told: Told):
    text = "牵头单位：市场监管局；完成时限：12月15日。任务：17个市场逐个过一遍。"
    (task,) = [one for one in told(text) if "17个" in one.text]
    assert [str(one.date) for one in task.deadlines] == ["2026-12-15"]


def test_settling_twice_changes_nothing():
    text = "● 12345热线办会同县局（督查室）检查。"
    once = settle_actors(text, [(7, 10), (12, 14)])
    assert [text[start:end] for start, end in once] == ["12345热线办", "县局（督查室）"]
    assert settle_actors(text, once) == once


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        # 、 parts bodies, unless they share one head
        ("交警、路政、养护公司合署办公。", ["交警、路政、养护公司"], ["交警", "路政", "养护公司"]),
        ("县公安、工商等部门联合检查。", ["县公安、工商等部门"], ["县公安、工商等部门"]),
        ("住建、水务、城管三个部门排查。", ["住建、水务、城管三个部门"], ["住建、水务、城管三个部门"]),
        ("各县（市、区）政府负总责。", ["各县（市、区）政府"], ["各县（市、区）政府"]),
        ("县委、政府统一指挥。", ["县委、政府"], ["县委、政府"]),
        # a day before somebody is none of the name
        ("六号老陆去现场。", ["六号老陆"], ["老陆"]),
        ("12日水文站发图。", ["12日水文站"], ["水文站"]),
        ("三号线办公室值班。", ["三号线办公室"], ["三号线办公室"]),
        # how somebody acts is none of it either
        ("路政科再去看一遍。", ["路政科再"], ["路政科"]),
        ("局领导带队夜查。", ["局领导带队"], ["局领导"]),
        ("红十字会明天到。", ["红十字会"], ["红十字会"]),
        # 我会 and 你们直接 are 我 and 你们; 你们两家 and 你们乡里 are whole
        ("我会打电话。", ["我会"], ["我"]),
        ("你们直接对。", ["你们直接"], ["你们"]),
        ("你们两家去划线。", ["你们两家"], ["你们两家"]),
        ("你们乡里派人。", ["你们乡里"], ["你们乡里"]),
        ("你们安监科去对接。", ["你们安监科"], ["你们安监科"]),
        # nobody
        ("值班的话从今天开始。", ["值班的话"], []),
        ("各安排好。", ["各"], []),
        ("手机不能关。", ["手机"], []),
        ("我来办。", ["我"], ["我"]),
    ],
)
def test_an_owner_is_cut_to_its_name(text, found, kept):
    spans = [(text.index(one), text.index(one) + len(one)) for one in found]
    assert [text[start:end] for start, end in settle_actors(text, spans)] == kept
