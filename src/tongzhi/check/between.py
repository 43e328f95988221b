"""The rules between the papers of one meeting: numbers, dates, times and places, names, attachments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from tongzhi.anatomy import patterns
from tongzhi.check.days import Mention, find_days, year_of
from tongzhi.check.registry import CheckRule, Remark
from tongzhi.check.rules.events import meeting_of
from tongzhi.check.sentences import sentence
from tongzhi.model.finding import PRACTICE, Finding, Strength
from tongzhi.model.official import split_units

if TYPE_CHECKING:
    from tongzhi.anatomy.paper import Paper
    from tongzhi.word.blocks import Paragraph


LEAST_SENTENCE = 12
"""Shorter sentences are too common to be one thing said twice."""

NEAR = 60
"""Days within which two dates are taken for those of one meeting."""

SAME_BATCH = 80
"""Likeness of two titles in per cent from which the papers are of one batch, whose numbers differ by right."""

Pair = tuple["Paper", Remark]

FolderCheck = Callable[[list["Paper"]], Iterator[Pair]]


@dataclass(frozen=True, slots=True)
class FolderRule:
    """One rule over several papers."""

    id: str
    clause: str
    strength: Strength
    source: str
    says: str
    check: FolderCheck

    def find(self, papers: list[Paper]) -> Iterator[Finding]:
        """Give what the rule finds."""
        for paper, remark in self.check(papers):
            rule = CheckRule(self.id, self.clause, self.strength, self.source, self.says, lambda _: [])
            yield rule.finding(paper, remark)


def _unlike(papers: list[Paper]) -> list[Paper]:
    """Leave out the papers of a batch: those whose titles are alike."""

    def name(paper: Paper) -> str:
        return paper.title_text or paper.mark_text

    return [
        paper
        for paper in papers
        if not any(other is not paper and ratio(name(paper), name(other)) >= SAME_BATCH for other in papers)
    ]


def _short(paper: Paper) -> str:
    return Path(paper.name or "另一份").name


def _same_sentence(papers: list[Paper]) -> Iterator[Pair]:
    """同一句话（同一项任务）在各文件里的数字、日期一致。"""
    said: dict[str, tuple[Paper, str]] = {}
    for paper in _unlike(papers):
        own: dict[str, set[str]] = defaultdict(set)
        places: dict[str, Paragraph] = {}
        for line, text in _statements(paper):
            key = re.sub(r"\d+(?:\.\d+)?", "#", text)
            if "#" in key and len(key) >= LEAST_SENTENCE:
                own[key].add(text)
                places.setdefault(key, line)
        for key, texts in own.items():
            if len(texts) > 1:
                continue  # words that recur with other numbers in one paper are a form, not a statement
            text = next(iter(texts))
            first = said.setdefault(key, (paper, text))
            if first[0] is not paper and first[1] != text:
                found = f"与《{_short(first[0])}》的数字不一致：那里是“{first[1]}”"
                yield paper, Remark(places[key], found, "两处写同一数字、同一日期", quote=text)


def _statements(paper: Paper) -> Iterator[tuple[Paragraph, str]]:
    """Give what a paper states: its sentences, and the rows of its tables as one statement each."""
    rows: dict[tuple[int, int], list[Paragraph]] = defaultdict(list)
    for line in paper.everything:
        if line.table is not None:
            rows[id(line.table), line.row].append(line)
            continue
        for part in re.findall(r"[^。！？\n]+", line.text):
            yield (
                line,
                re.sub(r"^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?", "", part).strip(),
            )
    for cells in rows.values():
        texts = [cell.stripped for cell in cells if cell.stripped and not cell.stripped.isdigit()]
        if len(texts) > 1:
            yield cells[0], "｜".join(texts)


_QUANTITY = re.compile(
    r"(\d+(?:\.\d+)?)(家|座|处|个|起|名|组|条|所|辆|艘|台)([一-鿿]{3,8})|([一-鿿]{3,6})(\d+(?:\.\d+)?)(家|座|处|所)"
)


def _same_quantity(papers: list[Paper]) -> Iterator[Pair]:
    """同一对象的数量在各文件里一致（如 114 家非煤矿山企业）。"""
    said: dict[tuple[str, str], tuple[Paper, str]] = {}
    for paper in _unlike(papers):
        own: dict[tuple[str, str], set[str]] = defaultdict(set)
        places: dict[tuple[str, str], tuple[Paragraph, str]] = {}
        for line in paper.everything:
            for found in _QUANTITY.finditer(line.text):
                number, unit, thing = (
                    (found[1], found[2], found[3]) if found[1] else (found[5], found[6], found[4][-3:])
                )
                key = (unit, thing[:3])
                own[key].add(number)
                places.setdefault(key, (line, found[0]))
        for key, numbers in own.items():
            if len(numbers) > 1:
                continue  # several of one kind in one paper: cannot tell which is meant
            number = next(iter(numbers))
            first = said.setdefault(key, (paper, number))
            if first[0] is not paper and first[1] != number:
                line, quote = places[key]
                words = f"《{_short(first[0])}》写 {first[1]}{key[0]}，这里是 {number}{key[0]}"
                yield paper, Remark(line, words, "核对数量", quote=quote)


def _same_day(papers: list[Paper]) -> Iterator[Pair]:
    """通知定的开会日期与纪要、通报写的开会日期一致。"""
    called: list[tuple[Paper, Mention, date]] = []
    for paper in papers:
        event = meeting_of(paper) if re.search(r"会.{0,20}通知$", paper.title_text) else None
        if event is not None and event.mention.day is not None:
            called.append((paper, event.mention, event.mention.day))
    if len(called) != 1:
        return
    notice, meant, day = called[0]
    for paper in papers:
        if (
            paper is notice
            or not paper.body
            or not re.search(r"纪要|会议|到会", paper.title_text + paper.mark_text)
        ):
            continue
        for line in paper.body[:3]:
            held = re.search(r"召开|举行", line.text)
            mention = next(find_days(line.text, year_of(paper)), None)
            if held is None or mention is None or mention.start > held.start() or mention.day is None:
                continue
            if 0 < abs((mention.day - day).days) <= NEAR:
                found = f"会议日期写“{mention.text}”，《{_short(notice)}》定在“{meant.text}”"
                yield paper, Remark(line, found, "核对开会日期", quote=line.text[:60])
            break


_PLACE = re.compile(r"(?:会议)?地点[：:]\s*([^。；，\n]{3,40})")


def _same_place(papers: list[Paper]) -> Iterator[Pair]:
    """会议地点在各文件里一致。"""
    first: tuple[Paper, str] | None = None
    for paper in _unlike(papers):
        if not re.search(r"会", paper.title_text + paper.mark_text):
            continue
        for line in paper.everything:
            found = _PLACE.search(line.text)
            if found is None:
                continue
            place = patterns.plain(found[1])
            if first is None:
                first = (paper, place)
            elif first[0] is not paper and first[1] != place and not (place in first[1] or first[1] in place):
                yield (
                    paper,
                    Remark(line, f"地点写“{place}”，《{_short(first[0])}》写“{first[1]}”", "核对地点"),
                )
            break


_CONTACT = re.compile(r"联系人[：:]\s*([一-鿿某]{2,4})[^\d]{0,12}((?:0\d{2,3}[-－— ]?)?\d{7,8}|1[3-9]\d{9})")


def _same_phone(papers: list[Paper]) -> Iterator[Pair]:
    """同一联系人的电话在各文件里一致。"""
    said: dict[str, tuple[Paper, str]] = {}
    for paper in papers:
        for line in paper.everything:
            for name, phone in _CONTACT.findall(line.text):
                number = re.sub(r"\D", "", phone)
                first = said.setdefault(name, (paper, number))
                if first[0] is not paper and first[1] != number:
                    yield paper, Remark(line, f"联系人{name}的电话与《{_short(first[0])}》不一致", "核对电话")


def _same_number(papers: list[Paper]) -> Iterator[Pair]:
    """一个发文字号只用于一份公文。"""
    said: dict[str, Paper] = {}
    for paper in papers:
        if paper.doc_no is None or patterns.DOC_NO_OPEN.fullmatch(patterns.plain(paper.doc_no.stripped)):
            continue
        match = patterns.DOC_NO.match(paper.doc_no.stripped)
        assert match is not None
        number = patterns.plain(match[0])
        first = said.setdefault(number, paper)
        if first is not paper and first.title_text != paper.title_text:
            yield paper, Remark(paper.doc_no, f"发文字号 {number} 与《{_short(first)}》相同", "各用各的字号")


def _attachment_file(papers: list[Paper]) -> Iterator[Pair]:
    """附件说明列出而正文后没有的附件，文件夹里要有同名的文件。"""
    names = [patterns.plain(paper.title_text) for paper in papers]
    names += [patterns.plain(Path(paper.name or "").stem) for paper in papers]
    for paper in papers:
        if paper.annexes:
            continue
        for item in paper.items:
            wanted = re.sub(r"[《》\s]", "", item.name)
            if wanted and not any(wanted in name for name in names):
                yield paper, Remark(item.paragraph, f"文件夹里没有附件“{item.name}”", "补上附件，或改正名称")


_OWN_UNIT = re.compile(r"[一-鿿（）()]{3,24}(?:公司|集团|厂|煤矿|矿|学校|中学|小学|医院|园区|农场|林场)")

_OWN_PLACE = re.compile(
    r"[一-鿿]{2,5}?(?:县|区|市|镇|乡|街道)(?=人民政府|政府|党委|委员会|管委会|办事处|安委|安全生产委员会|$)"
)

_TITLE_PLACE = re.compile(
    r"关于(?:对|向|给|交办|督办|反馈|做好|印发)?(?P<name>[一-鿿]{2,4}?[县区镇乡])(?!域|县|区)"
)

_BESIDE = re.compile(r"(?:与|和|同|及|赴|到|往|学习|借鉴|参照|参考|毗邻|相邻|邻近|较|比|、|会同|配合|原)$")
"""Words before the name of another place that is meant: 与砚山县交界, 学习砚山县做法."""


def _own_names(paper: Paper) -> set[str]:
    """Give whose paper of a batch it is: the one addressee, or the place that its title names."""
    units = split_units(paper.recipients.stripped.rstrip("：:")) if paper.recipients is not None else []
    found: set[str] = set()
    if len(units) == 1 and "各" not in units[0]:
        place, unit = _OWN_PLACE.match(units[0]), _OWN_UNIT.fullmatch(units[0])
        found |= {match[0] for match in (place, unit) if match is not None}
    titled = _TITLE_PLACE.search(paper.title_text)
    return found | ({titled["name"]} if titled is not None and "各" not in titled["name"] else set())


def _batches(papers: list[Paper]) -> Iterator[list[Paper]]:
    """Give the groups of papers whose titles are alike."""
    left = [paper for paper in papers if paper.title_text]
    while left:
        first = left[0]
        batch = [paper for paper in left if ratio(paper.title_text, first.title_text) >= SAME_BATCH]
        left = [paper for paper in left if not any(paper is one for one in batch)]
        if len(batch) > 1:
            yield batch


def _leftover(papers: list[Paper]) -> Iterator[Pair]:
    """一批相似的公文里，一份不出现属于另一份的县名、单位名（几份都提到的、并列或比较着提到的不报）。"""
    for batch in _batches(papers):
        own = [_own_names(paper) for paper in batch]
        texts = ["\n".join(line.text for line in paper.everything) for paper in batch]
        for name in sorted({one for names in own for one in names}):
            owners = [position for position, names in enumerate(own) if name in names]
            strange = [
                position
                for position, text in enumerate(texts)
                if position not in owners and name in _without(text, own[position], name)
            ]
            if len(owners) == 1 and len(strange) == 1:
                yield from _strange_name(batch[strange[0]], batch[owners[0]], name, own[strange[0]], own)


def _without(text: str, names: set[str], other: str) -> str:
    """Give a text without the paper's own names, where they hold the other one (河东区 holds 东区)."""
    for name in names:
        if other in name:
            text = text.replace(name, "")
    return text


def _strange_name(
    paper: Paper, owner: Paper, name: str, own: set[str], all_names: list[set[str]]
) -> Iterator[Pair]:
    others = {one for names in all_names for one in names} - own - {name}
    for line in paper.everything:
        text = _without(line.text, own, name)
        for found in re.finditer(re.escape(name), text):
            whole = sentence(text, *found.span())
            beside = (
                _BESIDE.search(text[: found.start()]) or text[found.end() : found.end() + 1] in "、和与及"
            )
            if not own or beside or any(one in whole for one in others):
                continue
            words = f"“{name}”是《{_short(owner)}》的，这一份是“{'、'.join(sorted(own))}”的，像是套用时没有改"
            yield paper, Remark(line, words, f"核对是否改为“{min(own)}”", quote=whole)
            return


def _rule(name: str, strength: Strength, check: FolderCheck) -> FolderRule:
    return FolderRule(name, "各文件之间", strength, PRACTICE, (check.__doc__ or "").strip(), check)


FOLDER_RULES = (
    _rule("papers-sentence", "一般", _same_sentence),
    _rule("papers-quantity", "一般", _same_quantity),
    _rule("papers-meeting-day", "推算", _same_day),
    _rule("papers-place", "一般", _same_place),
    _rule("papers-phone", "一般", _same_phone),
    _rule("papers-number", "推算", _same_number),
    _rule("papers-attachment", "一般", _attachment_file),
    _rule("papers-leftover", "一般", _leftover),
)
"""The rules over the papers of one folder."""
