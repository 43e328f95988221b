"""What holds of every actor, whoever found it: the name whole, no mark before it, and none that is only spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tongzhi.extract.actors import body_ending
from tongzhi.extract.lexicon import read_words

Stretch = tuple[int, int]

_MARKS = re.compile(
    r"(?:[\s　●○■□◆◇★☆▲△▶►※•·\-—–－~～>＞|｜#＃→√✓、，,：:]|[（(\[【](?:掌声|笑声?|热烈掌声|鼓掌|插话)[）)\]】])+"
)
_LEAD_WORDS = re.compile(
    r"(?:建议(?=[甲乙各请由省市县区业施监设])|[这那][几两三四五六七八九十\d]+[处项个件条座](?=[^\W\x00-\xff]{2,8}(?:部|局|科|处|办|委|公司|车间|集团|大队|支队)$)|[^\W\x00-\xff]{1,6}的(?:事情?|活)(?=[^\W\x00-\xff]{3})|事(?![发故业主项务宜])|替(?=[省市县区州镇乡])|涉及的|具体|其中|那么|那就|那|就|请|由|责成|责令|租金|资金|经费|费用|行(?=[这那])|好的|对了|嗯|啊|其他的|这样|[*＊] +|"
    r"(?:今天|明天|会后|散会后|回去后?|下一步|接下来))(?=[^\W\x00-\xff])(?!关|多|些|几)"
)
_ATTACHED = re.compile(r"[A-Za-z0-9]+(?:[-·][A-Za-z0-9]+)*$")
_CLOSED = re.compile(r"[（(](?P<inside>[\u4e00-\u9fffA-Za-z0-9“”、]{1,14})[)）]")
_BODY = re.compile(
    r"(?:局|厅|委|办|办公室|部|处|科|室|所|站|队|中心|公司|集团|组|专班|院|校|会|机构|交警|海事|市|县|区|镇|乡|街道|社区|企业|单位)$"
)
_LEVEL = re.compile(r"[省市县区州镇乡厂院校]$")
_SPOKEN_TO = re.compile(
    r"(?:对|向|跟|到|被|给|像|据|替|帮|代|为|找|问|询问|约谈|表扬|批评|点名批评|通报批评|通报|抽查|督查|暗访|走访|慰问|感谢|上报|报送|报请|报告|报给|报到|报至|报|抄送|抄报|抄告|送交|送到|送至|送达|送|发给|发至|发到"
    r"|联系|联络|对接|咨询|求助|请教|请示|告知|交给|交到|交由(?=$)|移交|转交|提交|提请|函告|前往|来自|位于|包括|例如|比如|譬如|批评了|表扬了|通报了|点了|参照|比照|学习|借鉴|依托|服从|听从|接受|征求|商请|感谢)$"
)
_HANDED = re.compile(
    r"(?:由|请|归|包给|派给|分给|分配给|压给|交由|责成|责令|要求|让|叫|派|组织|安排|督促|指导)$"
)
_BY_ITS_WORDS = re.compile(r"(?:按照?|依照|根据|遵照|围绕|替)[省市县区州镇乡]?$")
_ITS_WORDS = re.compile(r"[^，。；]{0,6}的(?!(?:负责|主要|分管)?(?:同志|领导|人))|把|将")
"""按照省卫健委的通知, 替县文旅局把栏杆修好: whose words or place are meant; 按职责 is no body."""
_IF_NEEDED = re.compile(
    r"(?:必要时|需要时|视情况?|适时|必要的话)[，,]?(?:可以?|再|要)?(?:商请|提请|报请|申请|请)$"
)
_HELPS = re.compile(r"(?:派[^，。]{0,8})?(?:来)?(?:支援|增援|协助|会诊|帮助|帮忙|指导)")
"""必要时请市公安局支援: who may be called on owns nothing yet."""
_SANCTION = re.compile(
    r"(?:违者|违反[^，。；]{0,10}|情节严重|涉嫌[^，。；]{0,8}|拒不[^，。；]{0,8}|触犯[^，。；]{0,8})的?[，,]?(?:一律|坚决|依法|直接)?(?:移?交|移送|送交?)$"
)
"""违者交公安处理: who punishes those that break the order does not carry it out."""
_RECIPIENT = re.compile(r"(?:交|报|送|发|转|抄)(?=[省市县区州镇乡党集校])")
_MATERIAL_HANDED = re.compile(
    r"(?:记录|名单|报告|清单|材料|照片|数据|情况|总结|台账|结果|方案|表|票|单子)(?:[^，。]{0,3}(?:前|内|后))?[交报送]$"
)
"""校验记录交安环部: who gets the papers."""
_SIGNS = re.compile(r"(?:本人|亲自|逐[家户份张])?签(?:字|名|收)")
_WHEN_DONE = re.compile(r"[查核改验办做审填报写]完(?:以?后|了)?[，]?由$")
"""核完由乡镇长签字: who only signs what others have done."""
_ITS_STATE = re.compile(r"(?:的)?(?:设置|设立|组建|建设|筹建|成立|运行|启用|投用|撤销)情况")
"""检查站设置情况12月14日前报市公安局: what is reported on does not report."""
_TOLD_OF = re.compile(
    r"(?:这|那)(?:个|件)?事[情，由]|的(?:这|那)(?:个|件)事(?:情)?[，由]|设在|(?:关停|停业(?:整顿)?|就地免职|清退)(?=[，。；]|$)|车间\d|(?:的同志|同志|有关同志|负责同志)?(?:(?:那边|这边|那里|那儿)?我们?(?:已经?|都|刚|也|再)?(?:打[过了]|说[过了好]|讲[过了好]|商量|沟通|问[过了]|协调|联系[过了]|答应)|说[，：:下过了我这要想不是]|反映|反馈说|来找|来反映|提出(?!整改|处理|具体|解决)|表示|介绍|答复|回应|曾|此前|昨天|昨晚|去年|前年|上个?月|上周|上半年|上次|刚才|前天|前几[天年]|本来|一直|当时"
    r"|存在|发生|出现|被(?!检)|受到|做得|干得|搞得|走在前|工作(?:扎实|不力|滞后)|的(?:做法|经验|教训|问题|意见|同志都)|(?:刚才|刚刚|会上)?(?:所)?[讲说提](?:到)?的|(?:通报|反馈|移交|交办|点名|转来|退回|下发|印发)的|[由归](?=[^，。；]{2,14}(?:负责|牵头|承担|承办|统一|管(?:理)?(?:$|[，。；])|办(?:$|[，。；])))|值得|不错|很好|没有(?!.{0,8}的)|未能|[比较]*重视|不够|不负责)"
)
_JOINT = re.compile(r"会同|联合(?=[^\W\x00-\xff]{2})|商(?=[省市县区])")
_JOINT_OR_LIST = re.compile(f"{_JOINT.pattern}|、")
_QUOTES = {"”": "“", "’": "‘", '"': '"', "」": "「", "》": "《"}


_GOES_ON = re.compile(
    r"(?:人民)?政府|党工委|工委|管委会|管理委员会|办事处|党委|委员会"
    r"|[“\"][^”\"，。]{1,10}[”\"](?:指挥|调度|热线|服务|工作|应急){0,2}(?:中心|办公室|办|专班|平台|领导小组|组)"
)
"""What a name that seems to end in 区 or 市 goes on with."""


_NOBODY = re.compile(
    r"|[^我你您恁俺咱A-Za-z]|任何|每个|.*的话|.*(?:无人|没人)|(?:台风|暴雨|洪水|大风|寒潮|高温|地震|大雾)|.*(?:手机|名单|方案|台账|教室|灯组|管网|管线)"
)
"""What nobody is, whoever found it: half a word, 值班的话, a thing."""


def settle_actors(text: str, spans: Sequence[Stretch]) -> list[Stretch]:
    """Give the actors of a unit whole and bare of marks, in order, without those that the words only speak of.

    Args:
        text: the unit, in Simplified script.
        spans: where somebody was found who may act.
    """
    found: list[Stretch] = []
    for span in sorted(spans):
        for part in _apart(text, span):
            whole = _widen(text, _bare(text, part))
            if _NOBODY.fullmatch(text, *whole) or any(
                whole[0] < end and start < whole[1] for start, end in found
            ):
                continue
            if not _is_spoken_of(text, whole, found):
                found.append(whole)
    return found


_SHARED_HEAD = re.compile(
    r"等(?:部门|单位|地|科室)?$|[两三四五六七八九十0-9几]+[个家].{0,4}$|[*（()）]|、(?:政府|部门|单位|企业|机构|个人|人员)(?:、|$)|^各|、各?.$"
)
"""What is one though 、 stands in it: 县公安、工商等部门, 各县（市、区）政府, 街道、社区三家."""


def _apart(text: str, span: Stretch) -> Iterator[Stretch]:
    """Give the bodies that a run names: 县水务局会同县气象局 are two, 公安交警、交通运输部门 too."""
    start = span[0]
    words = text[span[0] : span[1]]
    listed = "、" in words and words not in _known_actors() and not _SHARED_HEAD.search(words)
    form = _JOINT_OR_LIST if listed else _JOINT
    for match in form.finditer(text, span[0] + 2, span[1] - 1):
        if match.group() == "、" or _BODY.search(text[start : match.start()]):
            yield start, match.start()
            start = match.end()
    yield start, span[1]


_DAY_BEFORE = re.compile(
    r"(?:[0-9]{1,2}月)?(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})(?:日|号(?![线楼机门泵库井渠桥院厂坝仓炉窑馆罐舱岗]))(?=[^\W\x00-\xff]{2})"
)
"""六号老陆, 十五号市里: the day before somebody."""
_ADVERB = re.compile(
    r"(?<=[^\W\x00-\xff])(?:[再也就都先还又便]|直接|尽快|马上|带队|带头|亲自|一起|自己|统一|分别|现场|具体|(?<=领导)带班|(?<=车间)夜班)$"
)
"""路政司再, 局领导带队: how they act."""
_PRONOUN = re.compile(r"(?:我们|咱们|你们|[我你](?!们)|您|大家|恁)(?=[^\W\x00-\xff])")
_WITH_PRONOUN = re.compile(r"[几两二三四五六七八九]+[家个位]|[这那]边|[省市县区乡镇村局厂校院矿队组所]里")
_SHORTEST = 2
_LEVEL_BEGINS = "，。、；：:,;（(由请归用和与及 　"


def _is_called_so(rest: str) -> bool:
    """Tell whether what follows 你们 says who they are: 两家, 乡里, 公安, 安监科."""
    known = _WITH_PRONOUN.fullmatch(rest) or rest in _known_actors()
    return bool(known) or (len(rest) >= _SHORTEST and bool(body_ending(rest)))


@cache
def _known_actors() -> frozenset[str]:
    return frozenset(read_words("actors.txt"))


def _bare(text: str, span: Stretch) -> Stretch:
    start, end = span
    while True:
        match = (
            _MARKS.match(text, start, end)
            or _LEAD_WORDS.match(text, start, end)
            or _DAY_BEFORE.match(text, start, end)
        )
        if match is None or match.end() == start or match.end() >= end:
            break
        start = match.end()
    if start and text[start - 1] in "省市县区州镇乡" and (start == 1 or text[start - 2] in _LEVEL_BEGINS):
        start -= 1  # 费用市财政出: the level is of the name
    pronoun = _PRONOUN.match(text, start, end)
    if pronoun and not _is_called_so(text[pronoun.end() : end]):
        return start, pronoun.end()  # 我会, 你们直接
    while (adverb := _ADVERB.search(text[start:end])) and adverb.start() > 1:
        end = start + adverb.start()
    return start, end


def _widen(text: str, span: Stretch) -> Stretch:
    """Take in what belongs to the name on both sides: figures, letters, quotes before it, brackets behind it."""
    start, end = span
    opened = _QUOTES.get(text[start - 1 : start]) if start else None
    if opened:
        left = text.rfind(opened, max(0, start - _QUOTED), start - 1)
        if left >= 0:
            start = left
    attached = _ATTACHED.search(text[max(0, start - _QUOTED) : start])
    if attached and _is_label(text, start - len(attached.group())):
        start -= len(attached.group())
    if start < span[0] and _LEVEL.search(text[:start]) and not text[: start - 1].endswith(("各", "全")):
        start -= 1
    if _LEVEL.search(text[start:end]):
        goes_on = _GOES_ON.match(text, end)
        end = goes_on.end() if goes_on else end
    for opened, closing in (("“", "”"), ("（", "）"), ("(", ")")):
        if text[start:end].count(opened) > text[start:end].count(closing):
            close = text.find(closing, end, end + _QUOTED)
            end = close + 1 if close >= 0 else end
    closed = _CLOSED.match(text, end)
    if (
        closed
        and _BODY.search(closed["inside"])
        and not closed["inside"].startswith(("责任", "牵头", "配合"))
    ):
        end = closed.end()
    return start, end


_PRONOUN_ALONE = re.compile(r"我们|咱们|我|咱")
_OPENS_TALK = re.compile(
    r"[也就再先都还来去会]{0,2}(?:简单|重点|主要|接着|开始)?(?:说说?|讲讲?|谈谈?|聊聊?|看看?|开会|开始)(?:一下)?(?![了清明服住管好护守齐])"
)
"""我们就说, 我先讲: what is said in the room is nobody's task."""
_QUOTED = 12


def _is_label(text: str, start: int) -> bool:
    """Tell whether figures or letters before a body are of its name: 12345热线办, A区; in 3.水利局 they number it."""
    before = text[start - 1 : start]
    return not (before.isalnum() and before.isascii()) and before not in (
        "第",
        ".",
        "．",
        "-",
        ":",
        "：",
        "年",
        "月",
    )


def _is_spoken_of(text: str, span: Stretch, found: Sequence[Stretch]) -> bool:
    before, after = text[: span[0]], text[span[1] :]
    if _WHEN_DONE.search(before) and _SIGNS.match(after):
        return True
    if _ITS_STATE.match(after):
        return True
    if _PRONOUN_ALONE.fullmatch(text, *span) and _OPENS_TALK.match(after):
        return True
    if _IF_NEEDED.search(before) and _HELPS.match(after):
        return True
    if _HANDED.search(before):
        return False
    if _RECIPIENT.search(text, *span) or _MATERIAL_HANDED.search(before) or _SANCTION.search(before):
        return True
    previous = found[-1] if found else None
    joined = previous is not None and text[previous[1] : span[0]].strip() in (
        "、",
        "和",
        "及",
        "与",
        "以及",
        "会同",
    )
    if not joined and _SPOKEN_TO.search(before):
        return True
    if _BY_ITS_WORDS.search(before) and _ITS_WORDS.match(after):
        return True
    return bool(_TOLD_OF.match(after))
