"""The words of a reply's line, each with what it is, and the people whom they make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.desk.linepeople import LineToken, people_of
from tongzhi.zh.bodies import Listed, find_body, head_body, is_body
from tongzhi.zh.people import has_surname, holds_post, is_name_like, is_post, people_in, split_person

PHONE = re.compile(
    r"(?<![\d\-])(?:\+?86[ \-]?)?(1[3-9]\d[ \-－]?[\d*×xX]{4}[ \-－]?[\d*×xX]{4}|\(?0\d{2,3}\)?[\-－ ]?\d{7,8}(?:[\-－转]\d{1,6})?|\d{3,4}-\d{7,8}|[2-8]\d{6,7})(?!\d)"
)

PENDING = re.compile(
    r"(?:稍[后候等]|随后|晚点|一会儿?|尽快|明[天早]|下午|今天|待.{0,6}后?|还没|尚未|未定|暂未|暂时未|暂无|正在|领导未定).{0,8}(?:报|定|回复|确定|研究|明确)|待定$|待报|再报|未确定|人员未定"
)

ELSEWHERE = re.compile(
    r"(?:已|另).{0,6}(?:报|发|传|填|交)|见(?:附件|表格|邮件|文件)|(?:表格|邮件|回执|传真)(?:已|另)"
)

CORRECTION = re.compile(
    r"改一下|更正|有误|写错|打错|填错|报错|作废|以(?:此|这|下面|最新)(?:条|个|份)?为准|重新(?:报|接)|变更|调整为|替换|修改"
)

LEAVE = re.compile(
    r"请假|请[过了](?:个)?假|告假|不(?:能)?(?:参加|参会|派|出席|到会|来了?)|无法(?:参加|参会|出席|到会)|缺席|无人参[加会]|未能参[加会]"
)

_REMARK = re.compile(
    r"住宿|不?用餐|午餐|晚餐|早餐|不?吃|忌口|清真|素食|自驾|自带|乘车|接站|拼车|公务车|备注|线上|线下|视频|主会场|分会场|^[男女]$|^[㐀-鿿]{1,4}族$|^\+?\d{1,2}人?$"
    r"|^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.]?[A-Z0-9]{4,6}$|车牌|^共?[\d一二两三四五六七八九十]+[人位名]$|^(?:汉|满|回)$|需要|不需|安排|发言|准时|提前|携带|过敏"
)

PLATE = re.compile(
    r"(?:车牌号?[:：]?\s*)?([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.]?[A-Z0-9]{4,6})(?![A-Z0-9])"
)

HINTS = {
    "unit": "单位名称|参会单位|单位|部门",
    "name": "参会人员姓名|参会人姓名|参会人员|参会领导|参会人|姓名|名字|参加人员",
    "title": "职务",
    "mobile": "联系电话|联系方式|手机号码?|手机|电话|号码|tel|Tel|TEL",
}

_COMPANIONS = re.compile(
    r"(?:(?<=[\s，,；;。、）])|^)(?:随行(?:人员|同志)?|随员|随从|陪同(?:人员)?|同行(?:人员)?|工作人员)\s*[:：]"
)

_AWAY = re.compile(
    r"(?:因|正在|外出|去|到|赴|在)[^，,；;]{0,12}(?:开会|出差|学习|培训|考察|调研|休假|休养|住院|公务|值班)$|(?:出差|外出|住院)$"
)
"""主任隋远去市里开会: said of somebody who does not come."""

_BY_NICKNAME = re.compile(
    r"(?:司机|驾驶员|联系人|联络员)(?:[老小阿][㐀-鿿]|[㐀-鿿]{1,2}(?:师傅|工|老师|哥|姐))"
)

_STAMP = re.compile(r"(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)")
"""When a line was written: 11/30 10:21."""

_CONTACT_PART = re.compile(
    r"(?<=[；;，,。、）\s])(?:联系人|联络员|联络人|经办人|填报人|报送人|司机|驾驶员)\s*[:：]\s*[^；;。，,]+"
)
"""Somebody named beside the people of a line: 联系人：小温13800000000."""

_GROUPED = re.compile(r"（([^（）]*)）")

_CARRIED = "\x01"


class Tokens:
    """The words of a line, each with what it is."""

    def __init__(self, listed: Listed, *, with_units: bool = True) -> None:
        self.listed = listed
        self.with_units = with_units
        self.tokens: list[LineToken] = []
        self.phones: list[str] = []

    def has(self, kind: str) -> bool:
        """Tell whether some word is of this kind."""
        return any(token.kind == kind for token in self.tokens)

    def first_unit(self) -> str:
        """Give the first unit, empty when the line names none."""
        return next((token.text for token in self.tokens if token.kind == "unit"), "")

    def notes(self) -> str:
        """Give the remarks, in their order."""
        return self.joined("note", " ")

    def joined(self, kind: str, by: str = "、") -> str:
        """Give the words of one kind in one string."""
        return by.join(token.text for token in self.tokens if token.kind == kind)

    def take(self, text: str) -> None:
        """Cut a line into words and tell what each is."""
        text = re.sub(r"[【\[「『《]([^【】\[\]「」『』《》]{2,20})[】\]」』》]", r" \1 ", text)
        text = re.sub(r"^@[^\s:：@]{1,12}\s+|^我们(?=[㐀-鿿]{2})|(?<=\S)@[^\s:：@]{1,12}(?=\s)", "", text)
        text = re.sub(r"(?<=[㐀-鿿] [㐀-鿿] )([㐀-鿿])(?=(?:同志)?(?:参加|参会|出席|同志))", r"\1 ", text)
        text = _STAMP.sub(" ", text)
        text = _CONTACT_PART.sub(self._keep_note, text)
        text = self._take_head(text)
        text = _COMPANIONS.sub("；", text)
        text = re.sub(
            r"[～~]+|[—–]+|(?<=[㐀-鿿\s])-+(?=[㐀-鿿\s]|1[3-9]\d)|(?<=\d{7})-+(?=[㐀-鿿])", " ", text
        )
        text = re.sub(
            r"(?:我|本|该|贵)(?:县|局|市|区|委|办|镇|乡|村|社区|单位|公司|部门|厅|院|校|支队|大队|街道|集团|处|中心|园区|站|所|厂)(?=[㐀-鿿])",
            " ",
            text,
        )
        text = re.sub(r"\+(\d{1,2})(?!\d)", self._keep_note, text)
        text = PLATE.sub(lambda found: f" {found[1]} ", text)
        text = PHONE.sub(self._keep_phone, text)
        text = _GROUPED.sub(self._open_brackets, text)
        text = re.sub(rf"(?:{'|'.join(HINTS.values())})\s*[:：]", self._mark_hint, text)
        text = re.sub(
            r"(?:联系电话|联系方式|手机号码?|手机|电话|Tel|TEL|tel)\s*(?=\s*" + _CARRIED + ")", " ", text
        )
        words = [
            word
            for word in re.split(rf"([\s　,，;；:：|/+。！!\\]+)|({_CARRIED}[a-z]*\d*{_CARRIED})", text)
            if word
        ]
        words = [word for word in words if not re.fullmatch(r"[\s　,，;；:：|/+。！!\\]+", word)]
        hint = ""
        for word in self._join_letters(words):
            if found := re.fullmatch(rf"{_CARRIED}([a-z]+){_CARRIED}", word):
                hint = found[1]
                continue
            if found := re.fullmatch(rf"{_CARRIED}(\d+){_CARRIED}", word):
                self.add("mobile", self.phones[int(found[1])])
            elif found := re.fullmatch(rf"{_CARRIED}n(\d+){_CARRIED}", word):
                self.add("note", self.phones[int(found[1])])
            else:
                self._word(word, hint)
            hint = ""
        self._settle()

    def _take_head(self, text: str) -> str:
        """Take the unit before a colon, when the list knows it by this name however short: 红会：专职副会长 南丁."""
        head = re.match(r"\s*([㐀-鿿]{2,16})\s*[：:|｜@]", text)
        found = find_body(head[1], self.listed) if head and self.with_units and self.listed else None
        if head is None or found is None or not found.sure:
            return text
        self.add("unit", head[1])
        return text[head.end() :]

    def add(self, kind: str, text: str, *, joined: bool = False) -> None:
        """Note a word; `joined` says that 、 stands before it."""
        if text:
            self.tokens.append(LineToken(kind, text, joined))

    def _keep_phone(self, found: re.Match[str]) -> str:
        number = re.sub(r"[ －]", "", found[1])
        number = re.sub(r"-", "", number) if re.match(r"1\d\d-?[\d*×]{4}-?", number) else number
        self.phones.append(number)
        return f" {_CARRIED}{len(self.phones) - 1}{_CARRIED} "

    def _keep_note(self, found: re.Match[str]) -> str:
        self.phones.append(found[0])
        return f" {_CARRIED}n{len(self.phones) - 1}{_CARRIED} "

    def _open_brackets(self, found: re.Match[str]) -> str:
        inside = found[1].strip()
        whole = found.string
        before = whole[: found.start()].rstrip()
        if re.search(r"主持|[正副][处科县厅]级|挂职|代理", inside) and holds_post(before[-6:]):
            return found[0]
        if LEAVE.search(inside) or _REMARK.search(inside) or re.search(r"替|代(?!表)|因|委托", inside):
            self.phones.append(self._shown(inside))
            return f" {_CARRIED}n{len(self.phones) - 1}{_CARRIED} "
        return f" {inside} "

    def _shown(self, text: str) -> str:
        """Put the numbers back for which marks stand: a remark keeps its words as written."""
        return re.sub(rf" ?{_CARRIED}n?(\d+){_CARRIED} ?", lambda found: self.phones[int(found[1])], text)

    @staticmethod
    def _mark_hint(found: re.Match[str]) -> str:
        kind = next(name for name, words in HINTS.items() if re.match(rf"(?:{words})", found[0]))
        return f" {_CARRIED}{kind}{_CARRIED} "

    @staticmethod
    def _join_letters(words: Sequence[str]) -> list[str]:
        """Join the letters of a name written with blanks: 赵 敏, 司 马 光."""
        joined: list[str] = []
        single = False
        for word in words:
            one = bool(re.fullmatch(r"[㐀-鿿]", word)) and word not in "男女"
            if one and single and len(joined[-1]) < 4:
                joined[-1] += word
            else:
                joined.append(word)
            single = one
        # a surname apart from a given name of two letters: 欧阳 明, 张 小明
        out: list[str] = []
        for word in joined:
            if (out and _ends_in_surname(out[-1]) and _completes_name(out[-1][-1], word)) or (
                out
                and re.fullmatch(r"[㐀-鿿]{1,2}", out[-1])
                and re.fullmatch(r"[㐀-鿿]{1,2}", word)
                and (len(out[-1]) == 1) != (len(word) == 1)
                and has_surname(out[-1] + word)
                and not is_body(out[-1])
                and not is_post(word)
                and not _REMARK.search(word)
            ):
                out[-1] += word
            else:
                out.append(word)
        return out

    def _word(self, word: str, hint: str, *, joined: bool = False) -> None:
        word = word.strip("、.．·-—_\"'“”")
        if not word:
            return
        if re.fullmatch(r"\d{6,12}", word):
            self.add("mobile", word)  # too short or too long: it is told where the number is looked at
            return
        if hint == "name" and is_post(word):
            hint = "title"  # 参会人员：副支队长 李某: the post comes first
        if hint in ("title", "name", "unit") and "、" not in word:
            self.add(hint, word)
            return
        if _REMARK.search(word) or _BY_NICKNAME.fullmatch(word) or PENDING.fullmatch(word):
            self.add("note", word)
            return
        if (away := _AWAY.search(word)) and not is_post(word):
            unit, left = "", word
            if self.with_units and not self.has("unit"):
                unit, left = head_body(word, self.listed)
                if not unit:
                    unit, left = _unlisted_head(word[: away.start()])
                    left += word[away.start() :]
            self.add("unit", unit)
            self.add("note", left)
            return
        word = re.sub(
            r"^(?:兹有|兹派|现派|随行(?:人员)?|陪同(?:人员)?|随员|带队领导|带队|(?:更|现)?改为|变更为|调整为|换(?:为|成)|由|改由|现由|拟由|以及|及|和|另有|参会人员|参会人|参会领导)(?=..)",
            "",
            word,
        )
        if "、" in word and not is_post(word):
            for number, part in enumerate(word.split("、")):
                self._word(part, "", joined=number > 0)
            return
        if re.match(r"替|代(?!表)|受|委托|原报|原定|因|请假|不", word) and not is_post(word):
            self.add("note", word)
            return
        if self.with_units and (
            is_listed(word, self.listed)
            or (is_body(word) and not is_post(word) and not (self.has("unit") and has_surname(word)))
        ):
            self.add("unit", word, joined=joined)
            return
        if re.fullmatch(
            r"(?:同志|等)*(?:准时|将|拟)?(?:参会|参加|出席|到会)(?:会议|人员)?|报|报名|报送|上报|拟报|派|拟派"
            r"|(?:拟|现|改|将|已)?(?:由|请|派|定)|同志|同意|已?阅|收悉|知悉|照办",
            word,
        ):
            return
        bare = re.sub(r"(?:准时|将|拟)?(?:参加|参会|出席|到会|前往)(?:会议)?$", "", word)
        if bare != word and is_post(bare):
            self.add("title", bare, joined=joined)
            return
        if (
            re.search(r"请假|替|委托|参会|参加|出席", word)
            and not self._with_person(word)
            and not (not self.has("unit") and _said_of_unit(word)[0])
        ):
            self.add("note", word)
            return
        if self.with_units and not self.has("unit"):
            unit, left = head_body(word, self.listed)
            if not unit and not is_post(word):
                unit, left = _unlisted_head(word)
            if not unit:
                unit, left = _said_of_unit(word)
                if unit:
                    self.add("unit", unit)
                    self.add("note", left)
                    return
            if unit and left:
                self.add("unit", unit)
                self._word(left, "")
                return
        self._person_word(word, joined=joined)

    def _with_person(self, word: str) -> bool:
        """Tell 副局长张三参会 and 张三参会 from a remark such as 替会 or 代局长参会."""
        if re.match(r"替|代(?!表)|受|委托|原报|原定|请假|因|不", word):
            return False
        bare = re.sub(r"(?:准时|将|拟|同志|等)?(?:参加|参会|出席|到会|前往)(?:会议)?$", "", word)
        return bare != word and bool(bare) and (has_surname(bare) or bool(list(people_in(bare))))

    def _person_word(self, word: str, *, joined: bool) -> None:
        bare = (
            re.sub(r"(?:准时|将|拟)?(?:参加|参会|出席|到会|前往)(?:会议)?$|同志$|先生$|女士$", "", word)
            or word
        )
        if is_post(bare):
            self.add("title", bare, joined=joined)
            return
        if holds_post(bare):
            for piece in split_person(bare):
                kind = {"name": "name", "post": "title"}.get(piece.kind, "")
                if not kind:
                    kind = "name" if has_surname(piece.text) else "note"
                self.add(kind, piece.text, joined=joined)
                joined = False
            return
        if is_name_like(bare) or re.fullmatch(r"[A-Z][A-Za-z.]+", bare):
            self.add("name", bare, joined=joined)
            return
        self.add("note", word)

    def _take_other_names(self) -> None:
        """Take a word without a surname for a name where a name must stand: 副局长 格日勒图 13800000000."""
        for before, token, after in zip(self.tokens, self.tokens[1:], self.tokens[2:], strict=False):
            if (
                token.kind == "note"
                and before.kind in ("title", "unit")
                and after.kind in ("mobile", "title")
                and "mobile" in (before.kind, after.kind)
                and re.fullmatch(r"[㐀-鿿]{2,6}", token.text)
                and not _REMARK.search(token.text)
                and not LEAVE.search(token.text)
                and not is_body(token.text)
                and not _said_of_unit(token.text)[0]
            ):
                token.kind = "name"

    def _settle(self) -> None:
        """Decide by what is left over: the first of two name-like words is the unit, a post that must name somebody does."""
        self._take_other_names()
        if not self.has("name"):
            # of two words that end like bodies the one with a surname is a name: 市旅游局 王九州
            units = [token for token in self.tokens if token.kind == "unit"]
            named = [
                token for token in units if has_surname(token.text) and not is_listed(token.text, self.listed)
            ]
            if len(units) > 1 and named and re.search(r"[会社州园台村场库]$", named[-1].text):
                named[-1].kind = "name"
        names = [token for token in self.tokens if token.kind == "name"]
        if (
            self.with_units
            and not self.has("unit")
            and len(names) > 1
            and not has_surname(names[0].text)
            and not names[1].joined
        ):
            names[0].kind = "unit"
        if len(names) > 1 and self.has("unit"):
            # 市人社局 王五 李六 are two people; a word that is no name beside one that is, is a remark
            known = [token for token in names if has_surname(token.text)]
            for token in names:
                if known and token not in known and len(token.text) != 3:
                    token.kind = "note"
            self._take_other_names()
        if not self.has("name"):
            for number, token in enumerate(self.tokens):
                if (
                    token.kind == "title"
                    and (pieces := split_person(token.text, glued=True))
                    and any(p.kind == "name" for p in pieces)
                ):
                    made = [
                        LineToken(
                            "title" if p.kind == "post" else p.kind if p.kind == "name" else "note", p.text
                        )
                        for p in pieces
                    ]
                    self.tokens[number : number + 1] = made
                    break
        if self.with_units:
            for number, token in enumerate(self.tokens):
                if token.kind == "title":
                    self._take_unit_from(number, token)

    def _take_unit_from(self, number: int, token: LineToken) -> None:
        """Part the unit from a post that begins with it: 消防支队副支队长, 市应急管理局局长."""
        unit, left = head_body(token.text, self.listed)
        if not unit or not is_post(left):
            return
        known = self.first_unit()
        if not known:
            self.tokens.insert(number, LineToken("unit", unit))
        elif (
            (other := find_body(unit, self.listed)) is None
            or (one := find_body(known, self.listed)) is None
            or one.index != other.index
        ):
            held = self.tokens[:number]
            if other is None or not other.sure or not any(before.kind == "name" for before in held):
                return
            self.tokens.insert(number, LineToken("unit", unit))  # 甲局局长 张三 138…；乙局局长 李四 139…
        token.text = left

    def people(self) -> list[dict[str, str]]:
        """Give the people of the line, each with post, number and remarks."""
        groups: list[list[LineToken]] = [[]]
        for token in self.tokens:
            if (
                token.kind == "unit"
                and any(held.kind == "name" for held in groups[-1])
                and any(held.kind == "unit" for held in groups[-1])
            ):
                groups.append([])
            groups[-1].append(token)
        return [one for group in groups for one in people_of(group)]


def _ends_in_surname(word: str) -> bool:
    """Tell whether a post is followed by one letter that may begin a name: 副镇长邬."""
    return len(word) > 2 and is_post(word[:-1]) and not is_post(word)


def _completes_name(surname: str, word: str) -> bool:
    """Tell whether a word of one or two letters goes on with a name: 渡 after 副镇长邬."""
    return (
        re.fullmatch(r"[㐀-鿿]{1,2}", word) is not None and has_surname(surname + word) and not is_post(word)
    )


def is_listed(word: str, listed: Listed) -> bool:
    """Tell whether a word is a unit that was asked, or surely means one."""
    return any(word in names for names in listed) or (
        is_body(word) and (found := find_body(word, listed)) is not None and found.sure
    )


def _unlisted_head(word: str) -> tuple[str, str]:
    """Part a body that stands in no list from the person who follows: 市统计局局长王某, 市统计局张三."""
    for end in range(min(len(word) - 2, 20), 2, -1):
        head, left = word[:end], word[end:]
        if (
            is_body(head)
            and (is_post(left) or has_surname(left) or list(people_in(left)))
            and not has_surname(head)
        ):
            return head, left
    return "", word


def _said_of_unit(word: str) -> tuple[str, str]:
    """Part a body from what is said of it: 县卫健局请假, 财政局稍后报, 统计局报两人."""
    for end in range(min(len(word) - 2, 20), 1, -1):
        head, left = word[:end], word[end:]
        if is_body(head) and (
            LEAVE.match(left)
            or PENDING.match(left)
            or ELSEWHERE.match(left)
            or CORRECTION.match(left)
            or re.match(r"(?:共|拟|报|来|去|参[加会])*[\d一二两三四五六]+[人位名]|因|无", left)
        ):
            return head, left
    return "", word
