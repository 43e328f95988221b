"""What is computed before printing: signature, attachments, addressees, prose, head."""

from __future__ import annotations

import re

import pytest

from tongzhi.engine.values import Marked
from tongzhi.layout.addressees import join_units, leaves_text_on_first_page
from tongzhi.layout.attachments import attachment_note
from tongzhi.layout.mark import fit_mark, number_line
from tongzhi.layout.numbering import heading_numbers
from tongzhi.layout.printing import (
    print_clock,
    print_if_moment,
    print_moment,
    print_name,
    print_span,
    print_text,
)
from tongzhi.layout.prose import prose
from tongzhi.layout.signature import signature
from tongzhi.layout.widths import count_zi
from tongzhi.model.types import read_moment
from tongzhi.standard.gbt9704 import GBT9704


def indents(xml: str, style: str) -> list[dict[str, float]]:
    found = []
    for props in re.findall(rf'<w:pPr><w:pStyle w:val="{style}"/>(.*?)</w:pPr>', xml):
        values = dict(re.findall(r'w:(\w+)Chars="(-?\d+)"', props))
        found.append({name: int(value) / 100 for name, value in values.items()})
    return found


def test_date_counts_half_a_character_for_each_digit():
    assert count_zi("2026年11月23日") == 7


def test_sealed_organ_and_date_share_one_axis_and_the_date_ends_four_characters_from_the_edge():
    xml = signature(["临江市安全生产委员会"], "2026年11月23日", GBT9704, sealed=True).xml
    assert indents(xml, "署名")[0]["left"] == indents(xml, "成文日期")[0]["left"] == 20 - 7


def test_long_sealed_organ_stays_inside_the_type_area():
    xml = signature(["临江市国庆期间安全防范工作领导小组办公室"], "2026年1月3日", GBT9704, sealed=True).xml
    assert indents(xml, "署名")[0]["left"] == 28 - count_zi("临江市国庆期间安全防范工作领导小组办公室")


def test_unsealed_date_begins_two_characters_right_of_a_longer_organ():
    xml = signature(["临江市安全生产委员会"], "2026年11月23日", GBT9704, sealed=False).xml
    assert indents(xml, "署名")[0]["right"] == 2
    assert indents(xml, "成文日期")[0]["left"] == 28 - 10


def test_unsealed_date_that_is_longer_than_the_organ_ends_two_characters_from_the_edge():
    xml = signature(["市安委办"], "2026年11月23日", GBT9704, sealed=False).xml
    assert indents(xml, "成文日期")[0]["left"] == 26 - 7
    assert indents(xml, "署名")[0]["left"] == 26 - 7 - 2


def test_organ_longer_than_a_line_is_broken_between_words():
    name = "临江市安全生产委员会危险化学品安全专业委员会城镇燃气安全生产专项整治工作领导小组办公室"
    for organ in (name, Marked(name)):
        made = str(signature([organ], "2026年11月20日", GBT9704, sealed=True).xml)
        assert "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", made)).startswith(name)
        assert made.count("<w:p>") >= 3


def test_bodies_of_no_known_kind_come_last():
    assert join_units(["各位市民", "市应急管理局"]) == "各位市民，市应急管理局"


def test_mark_above_a_letter_takes_no_room():
    assert count_zi("e\u0301") == count_zi("e")


def test_blank_lines_and_organ_stay_with_the_date():
    xml = signature(["市安委办"], "2026年11月23日", GBT9704, sealed=True).xml
    assert xml.count("<w:keepNext/>") == GBT9704.signature.sealed_blank_lines


def test_joint_seals_stand_in_rows_with_the_date_under_the_last_organ():
    xml = signature(["甲局", "乙局", "丙局", "丁局"], "2026年1月3日", GBT9704, sealed=True).xml
    rows = re.findall(r"<w:tr>.*?</w:tr>", xml)
    assert [re.findall(r"[甲乙丙丁]局", row) for row in rows] == [["甲局", "乙局", "丙局"], ["丁局"]]
    assert "2026年1月3日" in rows[1].split("丁局")[1]


def test_place_of_the_date_stays_blank_until_it_is_signed():
    xml = signature(["市安委办"], "", GBT9704, sealed=True).xml
    assert re.search("　+年　+月　+日", xml)


def test_one_attachment_carries_no_number_and_no_mark_follows_a_name():
    xml = attachment_note(["参会回执"], GBT9704).xml
    assert "附件：" in xml
    assert "1." not in xml


def test_several_attachments_are_numbered_under_each_other():
    xml = attachment_note(["参会回执", "座次表"], GBT9704).xml
    assert re.findall(r">([^<>]+)</w:t>", xml) == ["附件：1.", "参会回执", "2.", "座次表"]
    assert xml.count('w:val="附件说明首项"') == xml.count('w:val="附件说明续项"') == 1


def test_ten_attachments_align_by_a_tab():
    assert attachment_note([f"表{n}" for n in range(10)], GBT9704).xml.count("<w:tab/>") == 10


@pytest.mark.parametrize(
    ("units", "text"),
    [
        (["各县（市、区）人民政府", "市直各部门"], "各县（市、区）人民政府，市直各部门"),
        (
            ["甲镇人民政府", "乙镇人民政府", "市应急管理局", "市公安局"],
            "甲镇人民政府、乙镇人民政府，市应急管理局、市公安局",
        ),
        (["各镇、乡人民政府", "县政府直属各单位："], "各镇、乡人民政府，县政府直属各单位"),
        ([], ""),
    ],
)
def test_units_of_one_kind_are_joined_by_a_dun_and_kinds_by_a_comma(units: list[str], text: str):
    assert join_units(units) == text


def test_addressees_that_push_the_text_off_page_one_move_to_the_imprint():
    many = "、".join(f"第{n}镇人民政府" for n in range(45))
    assert leaves_text_on_first_page("各县（市、区）人民政府", 2, GBT9704)
    assert not leaves_text_on_first_page(many, 2, GBT9704)


def test_levels_of_free_text_get_their_faces():
    xml = prose("一、提高认识\n（一）压实责任。各级要担当。\n1.开展排查。\n普通一段。", GBT9704).xml
    assert re.findall(r'pStyle w:val="(\S+?)"', xml) == ["一级标题", "公文正文", "公文正文", "公文正文"]
    assert re.findall(r'rStyle w:val="(\S+?)"', xml) == ["楷体字"]


def test_suggested_text_is_tinted():
    assert 'w:fill="FFF2CC"' in prose(Marked("研究部署。"), GBT9704).xml


def test_last_short_paragraph_stays_with_the_signature():
    assert "<w:keepNext/>" in prose("请认真贯彻执行。", GBT9704, last=True).xml
    assert "<w:keepNext/>" not in prose("甲" * 400, GBT9704, last=True).xml


@pytest.mark.parametrize("count", [6, 10, 14, 18, 24])
def test_mark_fits_the_type_area(count: int):
    mark = fit_mark("某" * count, GBT9704)
    assert count * mark.size * mark.scale / 100 <= GBT9704.page.area_width
    assert mark.scale >= GBT9704.head.mark_scale_least


def test_number_stands_on_the_line_of_the_last_signer():
    lines = re.findall(
        r"<w:p>.*?</w:p>", number_line("某发〔2026〕1号", ["张　三", "李四光", "王　五"], GBT9704).xml
    )
    assert len(lines) == 2
    assert "签发人：" in lines[0]
    assert "某发〔2026〕1号" in lines[1]


def test_headings_count_on_and_start_again_below():
    numbers = heading_numbers()
    said = [str(numbers[name]) for name in ("章", "节", "节", "条", "章", "节")]
    assert said == ["一", "一", "二", "1", "二", "一"]


@pytest.mark.parametrize(
    ("hour", "text"),
    [(0, "凌晨0:05"), (9, "上午9:05"), (12, "中午12:05"), (15, "下午3:05"), (20, "晚上8:05")],
)
def test_clock_is_printed_with_its_half_of_the_day(hour: int, text: str):
    assert print_clock(read_moment(f"2026-09-30 {hour:02d}:05")) == text


def test_moment_and_span_carry_the_weekday():
    start, end = read_moment("2026-09-30 09:00"), read_moment("2026-09-30 11:30")
    assert print_moment(start) == "2026年9月30日（星期三）上午9:00"
    assert print_span(start, end) == "2026年9月30日（星期三）上午9:00—11:30"


def test_span_over_two_days_names_both():
    start, end = read_moment("2026-09-30 09:00"), read_moment("2026-10-09 11:30")
    assert print_span(start, end) == "2026年9月30日（星期三）上午9:00—2026年10月9日（星期五）上午11:30"


def test_text_that_is_a_date_is_printed_as_one():
    assert print_if_moment("2026-10-09 09:00") == "2026年10月9日（星期五）上午9:00"
    assert print_if_moment("2026-10-09") == "2026年10月9日"
    assert print_if_moment("2026年度") == "2026年度"
    assert print_if_moment("第三会议室") == "第三会议室"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("各镇,各局:", "各镇，各局："),
        ("时间(星期三)", "时间（星期三）"),
        ("上午9:00,半天", "上午9:00，半天"),
        ("电话0971-823(转12)", "电话0971-823（转12）"),
        ("网址http://a.cn/b?c=1,见附件", "网址http://a.cn/b?c=1,见附件"),
    ],
)
def test_marks_beside_chinese_are_of_full_width(typed: str, text: str):
    assert print_text(typed) == text


def test_names_of_two_characters_are_spread():
    assert print_name("张三") == "张　三"
    assert print_name("李四光") == "李四光"
