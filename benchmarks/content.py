"""How many content slips `check` finds: 200 slips of 40 kinds in clean papers, and false alarms on the clean ones.

    python benchmarks/content.py [--show]

Each kind makes five pairs (a right sentence, the same with one slip) from chance with a fixed seed; both go into the text of
a notice. A slip counts as found when a finding stands in the slipped paper that the right one does not have. Clean papers: the
sample of every shipped type, and our own written speeches' and papers' sentences as the text of notices. `--show` prints
what was missed.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import docx

from tongzhi.anatomy.paper import Knowledge
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.registry import rules
from tongzhi.fill import fill
from tongzhi.papers.index import ENTRIES, load
from tongzhi.read.data import Source
from tongzhi.read.validate import validate
from tongzhi.render.sample import sample_values
from tongzhi.resources import corpus_path
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.document import WordDocument

TODAY = date(2026, 11, 23)
KNOWN = Knowledge(
    units={
        "砚山县应急管理局": "砚山县应急局",
        "沙汀县人民政府": "沙汀县",
        "柳塘县交通运输局": "柳塘县交通局",
    },
    people={"韩立新": "副市长", "江望川": "市长", "周怀瑾": "局长"},
)
Pair = tuple[str, str]
Kind = Callable[[random.Random], Pair]


def n(chance: random.Random, low: int, high: int) -> int:
    return chance.randint(low, high)


def slip(chance: random.Random, text: str, right: str, wrongs: list[str]) -> Pair:
    return text.replace("#", right), text.replace("#", chance.choice(wrongs))


def near(chance: random.Random, value: int) -> int:
    return value + chance.choice([-10, -3, -2, -1, 1, 2, 3, 9, 10])


def words(*pairs: str) -> Kind:
    def make(chance: random.Random) -> Pair:
        right, wrong = chance.choice(pairs).split(">")
        return right, wrong

    return make


def complement(c: random.Random) -> Pair:
    a, b = n(c, 80, 300), n(c, 3, 20)
    text = c.choice(
        [
            "累计排查隐患#处，其中一般隐患{a}处、重大隐患{b}处。",
            "全县排查出问题#个，其中已整改{a}个，未整改{b}个。",
            "共有加油站#座，其中在用{a}座、停用{b}座。",
        ]
    ).format(a=a, b=b)
    return text.replace("#", str(a + b)), text.replace("#", str(near(c, a + b)))


def listed_total(c: random.Random) -> Pair:
    a, b, d = (n(c, 11, 90) for _ in range(3))
    text = c.choice(
        [
            "其间检查商场{a}家、宾馆{b}家、医院{d}家，合计#家。",
            "出动市级{a}人、县级{b}人、乡镇{d}人，共计#人。",
            "东片{a}处、西片{b}处、北片{d}处，总计#处。",
        ]
    ).format(a=a, b=b, d=d)
    return text.replace("#", str(a + b + d)), text.replace("#", str(near(c, a + b + d)))


def more_than_total(c: random.Random) -> Pair:
    a, b, d = (n(c, 20, 90) for _ in range(3))
    text = f"全市现有工贸企业#家，其中冶金{a}家、建材{b}家、轻工{d}家。"
    return text.replace("#", str(a + b + d)), text.replace("#", str(a + b + d - n(c, 1, 15)))


def severally(c: random.Random) -> Pair:
    a, b, d = (n(c, 5, 60) for _ in range(3))
    text = f"三个片区共有尾矿库#座，分别为{a}座、{b}座和{d}座。"
    return text.replace("#", str(a + b + d)), text.replace("#", str(near(c, a + b + d)))


def share(c: random.Random) -> Pair:
    base = n(c, 100, 900)
    part = n(c, 20, base - 10)
    real = part * 100 / base
    text = f"抽查企业{base}家，其中不合格{part}家，占#%。"
    return text.replace("#", f"{real:.1f}"), text.replace("#", f"{real + c.choice([-7, -3, 3, 5, 10]):.1f}")


def rate(c: random.Random) -> Pair:
    base = n(c, 100, 900)
    part = n(c, base // 2, base - 5)
    real = part * 100 / base
    text = c.choice(
        [
            f"下达整改指令{base}项，已完成{part}项，完成率#%。",
            f"应检查{base}家，实际检查{part}家，检查率达#%。",
            f"发现问题{base}个，整改{part}个，整改率为#%。",
        ]
    )
    return text.replace("#", f"{real:.1f}"), text.replace("#", f"{real - c.choice([3, 6, 11]):.1f}")


def fall(c: random.Random) -> Pair:
    a = n(c, 60, 200)
    b = a - n(c, 5, 40)
    text = f"火灾起数由{a}起减少到{b}起，减少#起。"
    return text.replace("#", str(a - b)), text.replace("#", str(near(c, a - b)))


def year_on_year(c: random.Random) -> Pair:
    a = n(c, 60, 200)
    b = a - n(c, 8, 40)
    text = f"1—10月发生生产安全事故{b}起，去年同期{a}起，同比下降#%。"
    return text.replace("#", f"{(a - b) * 100 / a:.1f}"), text.replace("#", f"{(a - b) * 100 / a + 4:.1f}")


def direction(c: random.Random) -> Pair:
    a = n(c, 60, 200)
    b = a - n(c, 8, 40)
    text = f"受伤人数从{a}人#到{b}人。"
    return text.replace("#", "减少"), text.replace("#", "增加")


def over(c: random.Random) -> Pair:
    return slip(c, "重大隐患整改率达到#%。", "98.2", ["108.2", "128", "103"])


def span(c: random.Random) -> Pair:
    start = date(2026, n(c, 3, 9), n(c, 1, 28))
    days = n(c, 5, 40)
    end = start + timedelta(days=days - 1)
    text = f"集中执法从{start.month}月{start.day}日至{end.month}月{end.day}日，为期#天。"
    return text.replace("#", str(days)), text.replace("#", str(days + c.choice([-4, -3, 3, 5, 10])))


def reversed_days(c: random.Random) -> Pair:
    a, b = sorted(c.sample(range(1, 29), 2))
    return f"检查时间为12月{a}日至12月{b}日。", f"检查时间为12月{b}日至12月{a}日。"


def reversed_hours(c: random.Random) -> Pair:
    a = n(c, 8, 13)
    return f"参观时间{a}:00—{a + 2}:30。", f"参观时间{a + 2}:30—{a}:00。"


def two_numbers(c: random.Random) -> Pair:
    a = n(c, 60, 300)
    thing = c.choice(["危险化学品企业", "高层公共建筑", "涉氨制冷企业"])
    text = f"全市{a}家{thing}要逐家过筛。年底前，全市#家{thing}全部签订承诺书。"
    return text.replace("#", str(a)), text.replace("#", str(near(c, a)))


def announced(c: random.Random) -> Pair:
    text = f"会议提出#{c.choice(['点意见', '条措施', '项要求'])}：一是把责任压下去，二是把隐患找出来，三是把整改盯到底。"
    return slip(c, text, "三", ["四", "五", "两"])


def skipped(c: random.Random) -> Pair:
    return "一是抓源头；二是抓过程；三是抓末端。", c.choice(
        [
            "一是抓源头；二是抓过程；四是抓末端。",
            "一是抓源头；三是抓过程；四是抓末端。",
            "一是抓源头；二是抓过程；二是抓末端。",
        ]
    )


def article(c: random.Random) -> Pair:
    law, right, wrong = c.choice(
        [
            ("安全生产法", "第九十四条", "第一百三十条"),
            ("消防法", "第六十条", "第七十六条"),
            ("生产安全事故应急条例", "第三十条", "第四十条"),
            ("行政处罚法", "第五十七条", "第九十条"),
        ]
    )
    return f"依据《{law}》{right}处理。", f"依据《{law}》{wrong}处理。"


def repealed(c: random.Random) -> Pair:
    right, wrong = c.choice(
        [
            ("中华人民共和国民法典", "中华人民共和国侵权责任法"),
            ("煤矿安全生产条例", "煤矿安全监察条例"),
            ("生产安全事故罚款处罚规定", "生产安全事故罚款处罚规定（试行）"),
            ("工贸企业重大事故隐患判定标准", "工贸行业重大生产安全事故隐患判定标准"),
            ("党政机关公文处理工作条例", "国家行政机关公文处理办法"),
        ]
    )
    return f"根据《{right}》的规定办理。", f"根据《{wrong}》的规定办理。"


def standard(c: random.Random) -> Pair:
    right, wrong = c.choice(
        [
            ("GB 30871-2022", "GB 30871-2014"),
            ("GB/T 29639-2020", "GB/T 29639-2013"),
            ("GB 18218-2018", "GB 18218-2009"),
        ]
    )
    return f"特殊作业按照{right}执行。", f"特殊作业按照{wrong}执行。"


def edition(c: random.Random) -> Pair:
    law, right, wrong = c.choice(
        [("安全生产法", "2021", "2014"), ("消防法", "2021", "2008"), ("突发事件应对法", "2024", "2007")]
    )
    return (
        f"《{law}》（{right}年修正）施行以来，各地认真贯彻。",
        f"《{law}》（{wrong}年修正）施行以来，各地认真贯彻。",
    )


def body(c: random.Random) -> Pair:
    right, wrong = c.choice(
        [
            ("市应急管理局", "市安全生产监督管理局"),
            ("市市场监督管理局", "市质监局"),
            ("县自然资源局", "县国土资源局"),
            ("市卫生健康委", "市卫计委"),
            ("市生态环境局", "市环境保护局"),
        ]
    )
    return f"由{right}负责督促落实。", f"由{wrong}负责督促落实。"


def weekday(c: random.Random) -> Pair:
    day = date(2026, 12, n(c, 1, 28))
    names = "一二三四五六日"
    text = f"演练定于2026年12月{day.day}日（星期#）进行。"
    return text.replace("#", names[day.weekday()]), text.replace("#", names[(day.weekday() + n(c, 1, 6)) % 7])


def no_day(c: random.Random) -> Pair:
    return slip(c, "请于#前报送总结。", "11月30日", ["11月31日", "2月30日", "9月31日", "13月5日"])


def noon(c: random.Random) -> Pair:
    return slip(c, "值班人员于#到岗。", "15:00", ["下午15:00", "上午14:30", "晚上20:00"])


def phone(c: random.Random) -> Pair:
    return slip(
        c, "联系人：韩立新，联系电话：#。", "13800138000", ["1380013800", "138001380001", "080012345"]
    )


def person(c: random.Random) -> Pair:
    return slip(c, c.choice(["会议由#主持。", "#同志作了部署。"]), "江望川", ["江望穿", "江旺川"])


def unit(c: random.Random) -> Pair:
    return slip(
        c,
        "由#负责督办。",
        "砚山县应急管理局",
        ["砚山县应急管里局", "砚山县应急管理局".replace("应急", "应及")],
    )


def lead_twice(c: random.Random) -> Pair:
    return slip(c, "（牵头单位：市公安局；配合单位：市交通运输局、#）", "市应急局", ["市公安局"])


def name_twice(c: random.Random) -> Pair:
    return slip(c, "参加人员：江望川、韩立新、周怀瑾、#", "孟长河", ["韩立新", "江望川"])


KINDS: dict[str, tuple[str, Kind]] = {
    "总数与互补两类": ("certain", complement), "列举后的合计": ("certain", listed_total), "分项超过总数": ("certain", more_than_total), "分别为": ("certain", severally),
    "占比": ("certain", share), "整改率": ("certain", rate), "由甲减到乙": ("certain", fall), "同比百分数": ("certain", year_on_year), "增减方向": ("certain", direction),
    "超过百分之百": ("likely", over), "起止与天数": ("certain", span), "止早于起（日）": ("certain", reversed_days), "止早于起（时）": ("likely", reversed_hours),
    "同一对象两个数": ("likely", two_numbers), "说三项列四项": ("certain", announced), "一是二是跳号": ("certain", skipped), "没有的条文": ("certain", article),
    "废止的法规": ("certain", repealed), "旧标准": ("certain", standard), "旧版本": ("likely", edition), "旧机构名": ("likely", body), "星期不符": ("certain", weekday),
    "没有的日子": ("certain", no_day), "上下午混用": ("certain", noon), "电话位数": ("likely", phone), "人名同音": ("likely", person), "单位名同音": ("likely", unit),
    "又牵头又配合": ("likely", lead_twice), "名单重名": ("likely", name_twice),
    "形近字": ("certain", words("隐患已完成整改。>隐患己完成整改。", "企业未按规定检测。>企业末按规定检测。", "及时拨款到位。>及时拔款到位。", "抓好工作部署。>抓好工作布署。", "防汛期间要值守。>防讯期间要值守。", "开展应急演练。>开展应急演炼。", "防范化解风险。>防犯化解风险。")),
    "截止与截至": ("certain", words("截至目前，检查已过半。>截止目前，检查已过半。", "截至11月20日，完成58家。>截止11月20日，完成58家。", "截至去年底，共有12座。>截止去年底，共有12座。")),
    "必须与必需": ("certain", words("人员必须持证上岗。>人员必需持证上岗。", "作业必须在监护下进行。>作业必需在监护下进行。", "配齐生活必需品。>配齐生活必须品。")),
    "泄漏与泄露": ("certain", words("现场发生燃气泄漏。>现场发生燃气泄露。", "严禁泄露国家秘密。>严禁泄漏国家秘密。", "氯气泄漏处置及时。>氯气泄露处置及时。")),
    "否定叠用": ("certain", words("防止类似事故再次发生。>防止类似事故不再发生。", "严禁超员运输。>严禁不得超员运输。", "切忌麻痹大意。>切忌不要麻痹大意。")),
    "的地得": ("likely", words("认真地做好准备。>认真的做好准备。", "工作做得不够。>工作做的不够。", "责任落实得不到位。>责任落实的不到位。")),
    "法人": ("likely", words("由法定代表人签字。>由法人代表签字。", "企业法定代表人签字确认。>企业法人签字确认。")),
    "重字": ("likely", words("压实企业主体责任。>压实企业主体责任主体责任。", "各单位要立即排查。>各单位要立即立即排查。", "整改情况的报告。>整改情况的的报告。")),
    "漏字": ("likely", words("加强安全生产工作。>加强安全产工作。", "报县人民政府。>报县人民府。", "压实主体责任。>压实主责任。", "开展隐患排查。>开展隐排查。", "加强应急管理。>加强应急理。")),
    "提法": ("certain", words("坚持安全第一、预防为主、综合治理的方针。>坚持安全第一、预防为主的方针。", "坚持人民至上、生命至上。>坚持人民至上、生命之上。", "采取“四不两直”方式。>采取四不两值方式。")),
    "二〇与二零": ("certain", words("二〇二六年工作要点已印发。>二零二六年工作要点已印发。", "二〇二五年底前完成。>二○二五年底前完成。")),
}  # fmt: skip


def notice(text: str) -> bytes:
    """A plain notice that holds the text."""
    book = docx.Document()
    for line in ("关于做好岁末年初安全生产工作的通知", "各县（市、区）人民政府：", "为做好岁末年初安全生产工作，现将有关事项通知如下。", text,
                 "请认真抓好落实。", "云岭市安全生产委员会办公室", "2026年11月20日"):  # fmt: skip
        book.add_paragraph(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def findings(data: bytes) -> dict[str, tuple[str, str]]:
    """The findings on what a paper says: text → (rule, level)."""
    own = {
        rule.id
        for rule in rules()
        if ".content." in rule.check.__module__
        or rule.check.__module__.rsplit(".", 1)[-1] in ("content", "events", "names")
    }
    paper = recognise(WordDocument(data), None, GBT9704, KNOWN)
    return {
        f"{one.rule}:{one.found}": (one.rule, one.level)
        for rule in rules()
        if rule.id in own
        for one in rule.find(paper)
    }


def clean_papers() -> Iterator[tuple[str, bytes]]:
    for entry in ENTRIES:
        kind = load(entry)
        yield entry.key, fill(validate(kind, Source(sample_values(kind, TODAY)), TODAY).document).data
    for path in sorted(corpus_path("samples").glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 30]
        for number in range(0, len(lines), 2):
            yield f"{path.stem}-{number}", notice("\n".join(lines[number : number + 4]))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true")
    options.add_argument("--each", type=int, default=5, help="slips of each kind")
    given = options.parse_args()
    chance = random.Random(20261130)
    got: dict[str, list[int]] = {"certain": [0, 0], "likely": [0, 0]}
    wrong_alarms = 0
    for name, (level, make) in KINDS.items():
        hits = 0
        for _ in range(given.each):
            right, wrong = make(chance)
            kept, slipped = findings(notice(right)), findings(notice(wrong))
            hit = bool(set(slipped) - set(kept))
            hits += hit
            wrong_alarms += len(kept)
            if given.show and (not hit or kept):
                print(
                    "  missed" if not hit else "  alarm",
                    wrong if not hit else right,
                    "" if not hit else list(kept),
                )
        got[level][0] += hits
        got[level][1] += given.each
        print(f"{name:<10} {hits}/{given.each}")
    for level, (hits, count) in got.items():
        print(f"{level}: recall {hits / count:.3f} ({hits}/{count})")
    everything = sum(hits for hits, _ in got.values()), sum(count for _, count in got.values())
    print(f"all: recall {everything[0] / everything[1]:.3f}; findings on the right sentences: {wrong_alarms}")
    errors = hints = papers = 0
    for name, data in clean_papers():
        found = findings(data)
        papers += 1
        errors += sum(level == "error" for _, level in found.values())
        hints += sum(level == "warning" for _, level in found.values())
        if given.show and found:
            print(" ", name, list(found)[:4])
    print(f"clean papers: {papers}, errors {errors}, hints {hints} ({hints / papers:.2f} a paper)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
