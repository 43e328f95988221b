"""复函: a letter in sentences → who comes, whose place is taken, who asks for leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tongzhi.desk.chain import ChainLine, read_line, read_tokens
from tongzhi.desk.people import NOBODY, Asked
from tongzhi.zh.bodies import is_body
from tongzhi.zh.names import normalize_name
from tongzhi.zh.people import has_surname, is_post, people_in

_COMES = re.compile(
    r"(?:(?:随行|陪同|工作|列席|记录|会务|带队)(?:人员|同志|领导)[：:]|现改由|现由|改由|拟由|将由|(?<![理经自])由(?!于)|改为|更改为|变更为|调整为|更换为|委派|指派|选派|改派|(?<!不)派(?![出遣人员])|安排|委托"
    r"|(?:参会|参加会议|出席会议|出席|参加|与会|到会)(?:人员|领导|代表|同志|人)?(?:名单)?(?:分别)?(?:是|为|如下|[：:])+)(?:我[县市区局委办镇乡厅院校处]|本[县市区局委办]|我单位|本单位)?"
)
_ATTENDS = re.compile(r"参加|参会|出席|与会|到会|赴会|前往")
_ABSENT = re.compile(
    r"请假|请[过了](?:个)?假|告假|准假|不(?:再)?(?:派员|派人|参加|参会|能参加|能参会|能出席|出席)|无法(?:参加|参会|出席|到会)|不能(?:按时|如期)?(?:参加|参会|出席|到会)|未能参[加会]|缺席|无人员?参[加会]"
)
_CONTACT = re.compile(
    r"^[（(]?\s*(?:联系人|经办人|填报人|填表人|联络员|会务联系人|联系电话及联系人|抄送|附件|地址|传真|邮编)"
)
_CORRECTS = re.compile(r"更正|变更|更换|调换|改派|改由|更改|调整|原报|作废|以此为准")
_LEADS_OVER = re.compile(
    r"(?:现|兹|经研究)?[，,]?(?:现|兹)?(?:将|就).{0,24}(?:人员|名单|情况|回执).{0,6}(?:报|函|复|反馈|如下|提供).{0,8}$"
)
"""现将我县参会人员名单报上：names nobody and means nobody."""
_DATE = re.compile(
    r"^[\d〇一二三四五六七八九十○零]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)
_PHONE = re.compile(r"(?<!\d)1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)")
_OWN = re.compile(
    r"(?:我|本|该)(?:县|局|市|区|委|办|镇|乡|单位|公司|部门|厅|院|校|支队|大队|街道|集团|处|中心|社|站|所|村|社区|园区|厂|店|行|会|馆|队)"
)


@dataclass(slots=True)
class LetterReading:
    """What a letter says.

    Attributes:
        people: those who come, by field names of a reply.
        leave: those for whom leave is asked; with the name `NOBODY` when the unit sends nobody.
        replaced: names of those in whose place somebody comes.
        unit: the unit that signed.
        date: the date as written.
        corrects: it changes an earlier reply.
        unread: sentences that speak of attending but name nobody who was understood.
    """

    people: list[dict[str, str]] = field(default_factory=list)
    leave: list[dict[str, str]] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unit: str = ""
    date: str = ""
    corrects: bool = False
    unread: list[str] = field(default_factory=list)


def is_letter(lines: Sequence[str]) -> bool:
    """Tell a letter from a chain message: it has sentences that speak of attending, and no numbered lines of people."""
    if any("接龙" in line or re.match(r"\s*[①②③④⑤]", line) for line in lines):
        return False
    if _is_roll(lines):
        return False
    text = "\n".join(lines)
    if re.search(r"[。；]", text) is None and not re.search(
        r"(?:函|说明|报告|请示|请假条|复函)\s*$", lines[0] if lines else ""
    ):
        return False
    numbered = sum(
        bool(re.match(r"\s*\d{1,2}\s*[.．、)）]", line)) and bool(_PHONE.search(line)) for line in lines
    )
    said = bool(_ATTENDS.search(text) or _ABSENT.search(text))
    return said and (numbered < 2 or re.search(r"如下[：:]", text) is not None)


def _is_roll(lines: Sequence[str]) -> bool:
    """Tell the answers of several units under one another, each begun with its name: 省能源局：同意，由副局长李某参会。"""
    heads = {
        head[1]
        for line in lines
        if (
            head := re.match(r"\s*(?:\d{1,3}[.．、)）])?\s*([㐀-鿿]{2,20})(?:\s+[㐀-鿿]{2,6})?\s*[：:]", line)
        )
        and is_body(head[1])
        and not _CONTACT.match(line.strip())
        and line[head.end() :].strip()
    }
    return len(heads) > 2


def read_letter(lines: Sequence[str], asked: Iterable[Asked] = ()) -> LetterReading:
    """Read a letter; its head, addressee and signature are no people."""
    asked = list(asked)
    letter = LetterReading()
    body = _without_frame(lines, letter)
    letter.corrects = bool(_CORRECTS.search("\n".join(lines)))
    listing = False
    for line in body:
        if _CONTACT.match(line.strip()):
            continue
        listed = (
            read_line(line, asked) if listing or re.match(r"\s*[（(]?\d{1,2}\s*[.．、)）]", line) else None
        )
        if listed is not None and listed.kind == "people" and not _COMES.search(line):
            _take_line(listed, letter)
            continue
        for sentence in re.split(r"[。；;！!]", line):
            if sentence.strip(" 　"):
                _take_sentence(_unbracketed(sentence.strip(" 　")), letter, asked)
        listing = bool(re.search(r"(?:如下|名单|人员)[^。]{0,8}[：:]\s*$", line))
    _drop_doubles(letter)
    return letter


def _unbracketed(sentence: str) -> str:
    """Leave out brackets around a sentence and those without their other half; 仇小楼（13900001013） keeps its own."""
    whole = re.fullmatch(r"[（(]([^（()）]*)[）)]", sentence)
    if whole:
        return whole[1]
    opened, closed = len(re.findall(r"[（(]", sentence)), len(re.findall(r"[）)]", sentence))
    if opened > closed:
        return sentence.lstrip("（(")
    return sentence.rstrip("）)") if closed > opened else sentence


def _without_frame(lines: Sequence[str], letter: LetterReading) -> list[str]:
    """Leave out title, addressee, signature and date; the unit is that of the signature, else of the head."""
    kept = [line.strip(" 　\t") for line in lines if line.strip(" 　\t")]
    bare = [re.sub(r"\s", "", line) for line in kept]
    end = len(kept)
    for at in range(len(kept) - 1, max(-1, len(kept) - 6), -1):
        text = re.sub(r"[（(].*?章.*?[）)]", "", bare[at])
        joined = re.fullmatch(r"(.{3,30}?)((?:二[〇○零]|20)[\d〇○零一二三四五六七八九]{2}年.{2,6}日)", text)
        if joined and is_body(joined[1]):
            letter.unit, letter.date, end = letter.unit or joined[1], joined[2], at
        elif _DATE.match(text):
            letter.date, end = text, at
        elif is_body(text) and not re.search(r"[，。：:；]", bare[at]) and len(text) <= 40:
            letter.unit, end = text, at
        elif not _CONTACT.match(kept[at]):
            break
    start = 0
    for at in range(min(6, end)):
        text = bare[at]
        if re.search(r"[：:]$", text) and not _ATTENDS.search(text) and len(text) <= 60:
            start = at + 1
        elif (
            re.search(r"(?:的|复|便)?(?:函|报告|说明|请示|请假条|回执|通知)$", text)
            and len(text) <= 50
            and not re.search(r"[。；，]", text)
        ):
            start = max(start, at + 1)
        elif is_body(text) and at < 2 and not re.search(r"[。；，]", text):
            letter.unit = letter.unit or text
            start = max(start, at + 1)
    # contact lines may stand below the signature; nothing of the body may
    return kept[start:end]


def _take_line(line: ChainLine, letter: LetterReading) -> None:
    letter.people += line.people


def _take_sentence(sentence: str, letter: LetterReading, asked: Sequence[Asked]) -> None:
    if _CONTACT.match(sentence) or (
        re.match(r"(?:特此|此复|妥否|根据|按照|《[^》]+》.{0,6}收悉|来文收悉$)", sentence)
        and not _COMES.search(sentence)
        and not _ABSENT.search(sentence)
    ):
        return
    sentence = re.sub(r"《[^》]*》", "", sentence)
    addressed = re.match(r"([^：:，,]{2,24})[：:]", sentence)
    if (
        addressed
        and (is_body(addressed[1]) or addressed[1] in ("回复", "复函", "答复", "说明"))
        and not _COMES.match(sentence)
    ):
        sentence = sentence[addressed.end() :]
    comes = _last_cue(sentence)
    before, after = (sentence[: comes.start()], sentence[comes.end() :]) if comes else (sentence, "")
    if comes:
        found = _people(after, asked)
        if not found and _ATTENDS.search(after):
            found = _people(_attending(after), asked)
        if found:
            own = [normalize_name(name) for name, _ in _named(before)]
            letter.replaced += own
            if own:
                for one in found:
                    one["note"] = " ".join(
                        part for part in (one.get("note", ""), f"替{'、'.join(own)}") if part
                    )
            letter.people += found
            return
        if _ATTENDS.search(after) and not _ABSENT.search(sentence):
            letter.unread.append(sentence)
            return
    if _ABSENT.search(sentence):
        named = _named(sentence)
        note = sentence[:60]
        letter.leave += [
            {"name": name, "title": title, "note": f"请假：{note}"} for name, title in named
        ] or [{"name": NOBODY, "note": f"不参加：{note}"}]
        return
    if _ATTENDS.search(sentence):
        found = _people(_attending(sentence), asked)
        if found:
            letter.people += found
        elif named := _named(sentence):
            if re.search(r"原(?:报|定|拟)", sentence):
                letter.replaced += [name for name, _ in named]
            else:
                letter.people += [{"name": name, "title": title} for name, title in named]
        elif re.search(r"[㐀-鿿]{2,4}同志|(?:我|本).{0,4}(?:参加|参会)", sentence) and not _LEADS_OVER.match(
            sentence
        ):
            letter.unread.append(sentence)
        return
    phone = _PHONE.search(sentence)
    if (
        phone
        and letter.people
        and not letter.people[-1].get("mobile")
        and re.match(r"其?(?:联系电话|手机|电话|联系方式)", sentence)
    ):
        letter.people[-1]["mobile"] = re.sub(r"[ \-]", "", phone[0]) if phone[0].startswith("1") else phone[0]
    elif phone and (found := _people(sentence, asked)) and all(one.get("title") for one in found):
        letter.people += found
    elif phone and not _CONTACT.search(sentence):
        letter.unread.append(sentence)  # a number that is nobody's: told, not lost


def _last_cue(sentence: str) -> re.Match[str] | None:
    """Give the cue after which those who come are named: the last one with a name behind it."""
    best = None
    for found in _COMES.finditer(sentence):
        rest = sentence[found.end() :]
        if best is None or _named(rest[:30]) or re.match(r"[㐀-鿿·]{2,4}(?:同志|[（(，,])", rest):
            best = found
    return best


def _attending(text: str) -> str:
    """Give the clauses up to the last that speaks of attending, without its verbs."""
    return re.sub(
        r"(?:代为|代替|准时|按时|届时|将|拟|前往|亲自|带队|一行)*(?:参加|出席|参会|与会|到会|赴会)(?:[^，,。；（(]{0,24}?(?:会议|大会|推进会|会))?",
        " ",
        text,
    )


def _people(text: str, asked: Sequence[Asked]) -> list[dict[str, str]]:
    # 副镇长李某代表镇长参会: in whose place, by post
    text = re.sub(
        r"代表(?:我|本)?([㐀-鿿]{2,8}?)(?=准时|参加|参会|出席|与会|到会|赴会|[，,；;。（(]|$)",
        lambda found: (
            f" 替{found[1]} " if is_post(found[1]) or re.search(r"负责(?:人|同志)$", found[1]) else found[0]
        ),
        text,
    )
    text = re.sub(r"^\s*(?:兹有|兹派|现有|现派)", " ", _OWN.sub(" ", _attending(text)))
    text = re.sub(
        r"替会|代会|代为|随同|陪同|一同|一并|等?[一二两三四五\d]+(?:人|名同志|位同志)|(?:等)?同志|(?:现)?(?:将|予以)?(?:报告|函告|函复|说明)如下|特此.*$",
        " ",
        text,
    )
    text = re.sub(r"因[^，,]{2,30}[，,]", " ", text)
    text = re.sub(r"(?:^|[，,\s])(?:另有|另外|另|还有|同时)", " ", text)
    found = []
    for one in read_tokens(text, asked, with_units=False):
        one["note"] = " ".join(
            word for word in one.get("note", "").split(" ") if re.search(r"替|代(?!表)|请假|车", word)
        )
        if one.get("name") and (has_surname(one["name"]) or one.get("title") or one.get("mobile")):
            found.append({key: value for key, value in one.items() if value})
    return found


def _named(text: str) -> list[tuple[str, str]]:
    """Give those whom a text names with a post, or with 同志."""
    text = _OWN.sub(" ", text)
    found = [
        (name, title)
        for part in re.split(r"[，,\s]", text)
        for name, title in people_in(part)
        if has_surname(name)
    ]
    for hit in re.finditer(
        r"原(?:定|报|来|拟)?(?:的)?(?:参会)?(?:人员|领导|代表)?(?:是|为)?([㐀-鿿·]{2,4})(?=[，,（( ]|同志|因|$)",
        text,
    ):
        if has_surname(hit[1]) and not any(hit[1] == name for name, _ in found):
            found.append((hit[1], ""))
    known = {name for name, _ in found}
    for hit in re.finditer(r"([㐀-鿿]{2,4})同志", text):
        for length in (3, 2, 4):
            name = hit[1][-length:]
            if len(name) == length and has_surname(name):
                if not any(name in other or other in name for other in known):
                    found.append((name, ""))
                break
    return found


def _drop_doubles(letter: LetterReading) -> None:
    seen: dict[str, dict[str, str]] = {}
    for one in letter.people:
        held = seen.setdefault(normalize_name(one["name"]), one)
        if held is not one:
            for key, value in one.items():
                held.setdefault(key, value)
    letter.people = [one for name, one in seen.items() if name not in letter.replaced]
    letter.replaced = [
        name for name in dict.fromkeys(letter.replaced) if name not in seen or seen[name] not in letter.people
    ]
