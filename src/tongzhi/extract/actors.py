"""Who is told to act: subjects of clauses, 由…, 请…; never the object acted upon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongzhi.extract.lexicon import read_words

_SKIP = re.compile(
    r"(?:同时|另外|此外|还有|而且|并且|因此|所以|为此|对此|然后|接着|下一步|今后|以后|往后|当前|目前|近期|现在|特别是|尤其是|总之|会上|会后|散会后?|好|对|行|那么?|再"
    r"|会议(?:要求|强调|指出|决定)|(?:他|她)?(?:要求|强调|指出)|就|也|都|还|并|这项工作|这件事情?|这个|下面|接下来|最后|首先|其次|一方面|另一方面|回去以?后?|届时"
    r"|[一二三四五六七八九十](?:是|要)|第[一二三四五六七八九十][，、]|至于)[，,、]?\s*"
)
_HEADS = (
    "党委和政府 党委政府 人民政府 管理局 委员会 指挥部 办公室 办事处 派出所 管委会 居委会 村委会 总公司 分公司 有限公司 事业部 项目部 支队 大队 中队 总队 服务中心 中心 "
    "主要负责人 主要负责同志 主要领导 分管领导 分管负责人 分管负责同志 负责同志 负责人 责任人 领导干部 领导同志 领导 班子成员 工作人员 管理人员 工作队 网格员 护林员 安全员 "
    "监护人 驾驶员 志愿者 成员单位 部门 单位 企业 公司 集团 政府 机构 街道 社区 乡镇 镇街 县区 区县 县市区 地区 局 厅 委 办 处 科 室 所 站 队 分局 分厂 工厂 学校 医院 景区 园区 镇 乡 村 "
    "县 区 市 省 州 专班 督导组 检查组 调查组 工作组 专家组 暗访组 小组 组 支部 党委 党组 工会 团委 妇联 法院 检察院 书记 主任 局长 厂长 经理 校长 园长 矿长 队长 站长 所长 组长 镇长 乡长 县长 区长 市长 "
    "处长 科长 董事长 支书 老师 干部 党员 职工 员工 人员 同志 用户 业主 店主 运营商 承包商 两个厂 厂 矿 院 会 协会 媒体 银行 电台 电视台 报社 物业 班组 车间 常委 副市长 副县长 两办 办”"
)
_PLACES = r"(?:（[市县区州镇乡街道社区村居、]{1,12}）|\([市县区州镇乡街道、]{1,12}\))"
_PRONOUNS = ("你们", "你", "您", "咱们", "我们", "大家")
_PREDICATE = (
    r"(?:[，,]?(?:要|须|必须|务必|应当|应该|应|需要?|得|负责|牵头|会同|配合|协助|督促|组织|参加|带头|把|将|对|在|从|按照?|根据|结合|每|向|到|往|给|去|来|都|也|再|先|还|一律|立即|马上|尽快|抓紧|及时|不得|不准|不能|严禁"
    r"|今[天晚]|明[天晚早]|后天|本[周月]|下周|这个?[周月星礼]|月底|年底|年内|会后|连夜|当场|当天|第一时间|随时|提前|节前|[0-9０-９]|[一二三四五六七八九十两]+(?:月|天|号|个|日|年|小)|集体|共同|联合|分别|具体|主动|直接|亲自|轮流|比照|统一|全程|逐|全部|同时|收齐|继续|原则上|至少|不要|没有|就|可以|归|任|和上游|跟|与|同|是第一责任人|年讲|派|成立|跑|用|以))"
)
_BLOCKED = re.compile(
    r"(?:对|把|将|在|为|以|从|按|根据|结合|围绕|针对|一旦|凡|如|若|因|通过|利用|当|用|向|给|让|使|被|没|不|要|加|强|做|抓|落实|聚焦|坚持|推|深|全面|切实|认真|进一步|提|保|确|严|发|开|建|完|组织|突出|充分|积极|有的|一些|个别|部分|哪个|哪|谁|经|据|受|于|与|和|跟|比|到|自|随|就|关于|除|是|有|这|那|该|它|他|她|其|党中央|国务院总理|习近平|总书记|会议|通知|文件|法律)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    listed = [word for word in read_words("actors.txt") if word not in _PRONOUNS and len(word) > 1]
    names = "|".join(sorted(map(re.escape, {*listed}), key=len, reverse=True))
    heads = "|".join(sorted(map(re.escape, _HEADS.split()), key=len, reverse=True))
    verbs = [word for name in ("acts", "lights", "duties") for word in read_words(f"{name}.txt") if len(word) > 1]
    predicate = _PREDICATE + "|" + "|".join(sorted(map(re.escape, {*verbs}), key=len, reverse=True))
    person = r"(?:小|老|阿)[\u4e00-\u9fff](?=把|去|你|做|整|来|负|牵|收|跟|会|明|今|这|统|记|回|要)"
    # the longest run of names that a predicate, a comma or the end follows
    tail = rf"(?={predicate}|[，,：:]|$)"
    chars = r"[\u4e00-\u9fff*×A-Za-z“”\"（）()]"
    one = rf"(?:{person}|{chars}{{0,12}}?(?:{names}|{heads}){_PLACES}?(?:党委和?政府|政府|各部门|负责同志|主要负责同志)?)"
    join = r"(?:、|和|及|与|以及|会同|跟|或者?|暨)"
    group = re.compile(rf"{one}(?:{join}{one}){{0,9}}?(?:等(?:部门|单位|有关部门|相关部门)?|[两三四五六七八几]个部门|[两三四]家)?{tail}")
    return group, re.compile(rf"{join}"), re.compile(rf"(?:{names}|{heads}){_PLACES}?$|^(?:小|老)[\u4e00-\u9fff]$")


def find_actors(text: str, skips: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the places of the actors in a unit; `skips` are stretches that may stand before one (deadlines)."""
    found: list[tuple[int, int]] = []
    for start, end in _clause_spans(text):
        for position in _candidates(text, start, end, skips):
            for span in _match(text, position, end):
                if not any(span[0] < other[1] and other[0] < span[1] for other in found):
                    found.append(span)
    return sorted(found)


def _clause_spans(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in re.finditer(r"[，,。；;：:！!？?\n\r]|——|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])|$", text):
        if match.start() > position:
            yield position, match.start()
        position = match.end()


def _candidates(text: str, start: int, end: int, skips: list[tuple[int, int]]) -> Iterator[int]:
    position = start
    moved = True
    while moved and position < end:
        moved = False
        while position < end and text[position] in " 　“":
            position += 1
        skip = _SKIP.match(text, position, end)
        if skip and skip.end() > position:
            position, moved = skip.end(), True
        for first, last in skips:
            if first == position and last < end:
                position, moved = last, True
                if text[position : position + 1] in ("，", "、"):
                    position += 1
    if position < end:
        if text.startswith(("请", "由", "要求", "责令", "拜托"), position):
            position += 2 if text.startswith(("要求", "责令", "拜托"), position) else 1
        yield position
    for match in re.finditer(r"(?<![自经理缘])由(?!此|于|衷|上而下|下而上)|(?:现)?请(?=[各市县区省有相])|会同|责令", text[start:end]):
        if start + match.end() > position:
            yield start + match.end()


def _match(text: str, position: int, end: int) -> list[tuple[int, int]]:
    group, join, whole = _patterns()
    if _BLOCKED.match(text, position, end):
        return []
    match = group.match(text, position, end)
    if match is None or match.end() - position > 40:
        return []
    words = match.group()
    parts: list[tuple[int, int]] = []
    begin = 0
    for joint in [*join.finditer(words), None]:
        stop = joint.start() if joint else len(words)
        if joint and not whole.search(words[begin:stop]):
            continue
        parts.append((begin, stop))
        begin = joint.end() if joint else stop
    merged = _merge(words, [part for part in parts if part[0] < part[1]])
    return [(position + first, position + last) for first, last in merged]


_GENERIC = re.compile(r"(?:部门|单位|个人|人员|企业|学校)$")
_SHARED = re.compile(r"(?:[两三四五六七八几]个(?:部门|单位))$|^(?:[\u4e00-\u9fff]{1,4})等(?:部门|单位)$")


def _merge(words: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what shares one head: 住建、交通、水利三个部门; 各级政府和部门; 街道、社区网格员."""
    if len(parts) < 2:
        return parts
    first, last = parts[0], parts[-1]
    if _SHARED.search(words[last[0] : last[1]]):
        return [(first[0], last[1])]
    found = [first]
    for part in parts[1:]:
        before = words[found[-1][0] : found[-1][1]]
        if _GENERIC.fullmatch(words[part[0] : part[1]]) or (before.endswith(("**县", "**区", "**市")) and before.startswith("**")):
            found[-1] = (found[-1][0], part[1])
        else:
            found.append(part)
    return found


def find_pronouns(text: str) -> list[tuple[int, int]]:
    """Give 你 and the like where one is told to act by no better name."""
    match = re.search(r"(?:^|[，。 ])(?:[^，。]{0,6}?)(?P<who>你们|您|你)(?:可以|要|先|去|就|把|们|现在|回去|再|来|也)", text)
    return [match.span("who")] if match else []
