"""Twenty papers that conform, of different shapes, none of them made by tongzhi."""

from __future__ import annotations

from collections.abc import Callable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from .paperwork import FIRST, OPENING, SECOND, Book

BODY = (
    OPENING,
    "一、压实安全生产责任",
    FIRST,
    "二、深化隐患排查整治",
    "（一）突出重点领域。" + FIRST,
    "（二）强化闭环管理。对排查发现的问题逐项登记、限期整改，整改一项、销号一项。",
    "三、加强应急值守",
    SECOND,
)
TITLE = ("临江市人民政府办公室", "关于切实做好岁末年初安全生产", "工作的通知")


def plain_notice() -> Book:
    book = Book()
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.sealed()
    book.imprint()
    return book


def compensated_margins() -> Book:
    book = Book(pitch=29.5, top=34.58, bottom=32.58)
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.sealed()
    book.imprint()
    return book


def widest_pitch() -> Book:
    book = Book(pitch=29.6, top=34.58, bottom=32.58, fang="仿宋", kai="楷体")
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.unsealed()
    return book


def system_faces() -> Book:
    book = Book(pitch=28.9, fang="FangSong", kai="KaiTi", hei="SimHei", song="华文中宋", spacing=0)
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.sealed()
    return book


def letter() -> Book:
    book = Book(numbered=False)
    mark = book.line("临江市应急管理局", book.song, 42, align="中", color="FF0000", pitch=60)
    book.border(mark)
    mark._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom")).set(qn("w:val"), "thickThinSmallGap")
    book.line("临应急函〔2026〕35号", align="右")
    book.blank(2)
    book.title("临江市应急管理局关于商请协助开展", "尾矿库安全检查的函")
    book.to("市自然资源局：")
    book.text(
        "为做好尾矿库安全度冬工作，我局拟于2026年12月上旬组织开展尾矿库安全检查。",
        "现商请贵局派员参加，并于12月1日前将参加人员名单函告我局。",
        "专此函达，请予支持。",
    )
    book.sealed("临江市应急管理局", "2026年11月18日")
    book.line("（联系人：陈某，电话：0971-8230001）", first=2)
    return book


def minutes() -> Book:
    book = Book()
    book.line(pitch=80, size=10)
    book.line("临江市安全生产委员会会议纪要", book.song, 28, align="中", color="FF0000", pitch=56)
    book.line("〔2026〕4号", align="中")
    paragraph = book.line("临江市安全生产委员会办公室　　　　　　　2026年11月20日", align="中")
    book.border(paragraph)
    book.blank(2)
    book.title("临江市安全生产委员会", "2026年第四次全体会议纪要")
    book.text(
        "2026年11月18日，市安全生产委员会召开2026年第四次全体会议，听取今年以来安全生产工作情况，研究部署岁末年初重点任务。现纪要如下：",
        "一、会议指出，今年以来全市安全生产形势总体平稳。",
        "二、会议要求，各县区要对尾矿库逐库落实包保责任，12月10日前完成一轮排查。",
    )
    book.blank()
    for label, names in (("出席：", "张某、李某、王某。"), ("列席：", "赵某、钱某。"), ("请假：", "孙某。")):
        line = book.line(label, book.hei, left=5, first=-3)
        book.run(line, names)
    return book


def request() -> Book:
    book = Book()
    book.head("临江市应急管理局文件", "临应急〔2026〕41号", signer="李某某")
    book.title("临江市应急管理局", "关于申请尾矿库治理资金的请示")
    book.to("临江市人民政府：")
    book.text("我市现有尾矿库202座，其中“头顶库”6座，治理资金缺口380万元。", "妥否，请批示。")
    book.sealed("临江市应急管理局", "2026年11月16日")
    book.line("（联系人：陈某，电话：0971-8230001）", first=2)
    return book


def report() -> Book:
    book = Book()
    book.head("青川县人民政府文件", "青政发〔2026〕7号", signer="周某")
    book.title("青川县人民政府关于安全生产", "大检查情况的报告")
    book.to("临江市人民政府：")
    book.text(
        "按照市政府统一部署，我县开展了安全生产大检查。现将有关情况报告如下。",
        "一、基本情况",
        FIRST,
        "二、下步打算",
        SECOND,
        "特此报告。",
    )
    book.sealed("青川县人民政府", "2026年11月19日")
    return book


def joint() -> Book:
    book = Book()
    book.head("临江市应急管理局文件", "临应急发〔2026〕20号")
    book.title("临江市应急管理局　临江市教育局", "关于进一步加强校园消防安全工作的通知")
    book.to("各县（市、区）应急管理局、教育局：")
    book.text("为加强校园消防安全工作，现通知如下。", FIRST)
    book.blank()
    book.line("临江市应急管理局", align="右", right=2)
    book.line("临江市教育局", align="右", right=2)
    book.line("2026年11月20日", align="右", right=2)
    return book


def no_head() -> Book:
    book = Book()
    book.title("临江市安全生产大检查工作方案")
    book.text("为做好全市安全生产大检查工作，制定本方案。", "一、总体要求", FIRST, "二、时间步骤", SECOND)
    return book


def body_only() -> Book:
    book = Book(numbered=False)
    book.text(OPENING, "一、压实责任", FIRST, "二、强化值守", SECOND)
    return book


def with_attachments() -> Book:
    book = Book()
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.note("安全生产大检查任务分解表", "安全生产大检查问题隐患清单")
    book.sealed()
    book.annex("附件1", "安全生产大检查任务分解表", "一、道路交通", FIRST)
    book.annex("附件2", "安全生产大检查问题隐患清单", "一、非煤矿山", SECOND)
    book.imprint()
    return book


def one_attachment() -> Book:
    book = Book()
    book.head("临江市安全生产委员会办公室文件", "临安办发〔2026〕18号")
    book.title("临江市安全生产委员会办公室", "关于召开全市安全生产工作会议的通知")
    book.to("各县（市、区）安委会，市安委会成员单位：")
    book.text(
        "经市政府同意，定于2026年11月27日召开全市安全生产工作会议。现将有关事项通知如下。",
        "一、会议时间",
        "2026年11月27日（星期五）上午9:00，会期半天。",
        "二、会议地点",
        "市政府三楼会议室。",
        "三、有关要求",
        "请各单位于2026年11月25日（星期三）下午5:00前将参会回执报市安委办。",
    )
    book.note("参会回执")
    book.sealed("临江市安全生产委员会办公室", "2026年11月20日")
    book.annex("附件", "参会回执")
    table = book.document.add_table(rows=3, cols=4)
    for cell, text in zip(table.rows[0].cells, ("单位", "姓名", "职务", "手机"), strict=True):
        cell.text = text
    return book


def passed_on() -> Book:
    book = Book()
    book.head()
    book.title("临江市人民政府办公室关于印发", "《临江市尾矿库安全治理工作方案》的通知")
    book.to()
    book.text("《临江市尾矿库安全治理工作方案》已经市政府同意，现印发给你们，请认真贯彻执行。")
    book.sealed()
    book.page_break()
    book.title("临江市尾矿库安全治理工作方案")
    book.text(
        "为加强尾矿库安全治理，制定本方案。",
        "一、工作目标",
        FIRST,
        "二、重点任务",
        "（一）全面排查。" + SECOND,
    )
    book.imprint()
    return book


def secret_and_urgent() -> Book:
    book = Book()
    book.head(secrecy="秘密★1年", urgency="特急")
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.sealed()
    return book


def grid_lines() -> Book:
    """Lines that snap to the grid of the page instead of exact ones."""
    book = Book()
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.sealed()
    section = book.document.sections[0]._sectPr
    grid = section.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "579")
    for paragraph in book.document.paragraphs:
        spacing = paragraph._p.pPr.find(qn("w:spacing"))
        if spacing.get(qn("w:line")) == "579":
            spacing.set(qn("w:line"), "240")
            spacing.set(qn("w:lineRule"), "auto")
    return book


def landscape_annex() -> Book:
    book = Book()
    book.head()
    book.title(*TITLE)
    book.to()
    book.text(*BODY)
    book.note("任务分解表")
    book.sealed()
    book.landscape()
    book.line("附件", book.hei, align="左")
    book.title_after_label("任务分解表")
    table = book.document.add_table(rows=4, cols=5)
    table.rows[0].cells[0].text = "序号"
    return book


def styled() -> Book:
    """Everything through styles, nothing direct."""
    book = Book()
    book.head()
    style = book.document.styles.add_style("公文标题", 1)
    style.base_style = book.document.styles["Normal"]
    style.font.size, style.font.name = Pt(22), book.song
    style.element.rPr.rFonts.set(qn("w:eastAsia"), book.song)
    style.paragraph_format.alignment = 1
    style.paragraph_format.line_spacing = Pt(30)
    body = book.document.styles.add_style("公文正文", 1)
    body.base_style = book.document.styles["Normal"]
    body.paragraph_format.line_spacing = Pt(28.95)
    body.paragraph_format.first_line_indent = Pt(32)
    for each in TITLE:
        book.document.add_paragraph(each, style="公文标题")
    book.blank()
    book.to()
    for each in (OPENING, FIRST, SECOND):
        book.document.add_paragraph(each, style="公文正文")
    book.sealed()
    return book


def typed_blanks() -> Book:
    """Indents and places typed as blanks, as many clerks do: on paper it looks right."""
    book = Book()
    book.head()
    book.title(*TITLE)
    book.to()
    for each in (OPENING, FIRST, SECOND):
        book.line(f"　　{each}")
    book.blank(2)
    book.line("临江市人民政府办公室" + "　" * 3, align="右")
    book.line("2026年11月20日" + "　" * 4, align="右")
    return book


def circular() -> Book:
    book = Book()
    book.head("临江市安全生产委员会文件", "临安委发〔2026〕9号")
    book.title("临江市安全生产委员会", "关于第三季度安全生产督查情况的通报")
    book.to("各县（市、区）安委会，市安委会各成员单位：")
    book.text(
        "2026年9月15日至25日，市安委会组织3个督查组对6个县区进行了督查。现将有关情况通报如下：",
        "一、总体情况",
        "共检查企业48家，发现问题隐患213处，已整改198处，整改率为93%。",
        "二、存在问题",
        "（一）责任落实不到位。个别县区对非煤矿山“打非治违”工作重视不够，部分企业主要负责人未履行法定职责。",
        "（二）隐患整改不彻底。1.排查不细。2.整改走过场。",
        "三、工作要求",
        "请各县区于2026年12月10日前将整改情况报市安委会办公室，电话0971-8230001。",
    )
    book.sealed("临江市安全生产委员会", "2026年11月12日")
    book.imprint(printer="临江市安全生产委员会办公室", printed="2026年11月13日")
    return book


def telegram() -> Book:
    book = Book(numbered=True)
    book.line("临江市人民政府办公室明传电报", book.song, 32, align="中", color="FF0000", pitch=56)
    book.line("特急", book.hei, align="左")
    paragraph = book.line("临政办明电〔2026〕6号", align="中")
    book.border(paragraph)
    book.blank(2)
    book.title("临江市人民政府办公室关于做好", "寒潮天气防范应对工作的紧急通知")
    book.to("各县（市、区）人民政府：")
    book.text("据气象部门预报，11月25日至27日我市将出现寒潮天气。现就防范应对工作紧急通知如下。", FIRST)
    book.sealed()
    return book


def order() -> Book:
    book = Book()
    book.line(pitch=60, size=10)
    book.line("临江市人民政府令", book.song, 36, align="中", color="FF0000", pitch=56)
    book.blank(2)
    book.line("第12号", align="中")
    book.blank(2)
    book.text(
        "《临江市尾矿库安全管理办法》已经2026年11月10日市政府第20次常务会议通过，现予公布，自2027年1月1日起施行。"
    )
    book.blank(2)
    book.line("市长　　张某", align="右", right=4)
    book.blank()
    book.line("2026年11月15日", align="右", right=4)
    return book


SHAPES: tuple[Callable[[], Book], ...] = (
    plain_notice, compensated_margins, widest_pitch, system_faces, letter, minutes, request, report, joint, no_head,
    body_only, with_attachments, one_attachment, passed_on, secret_and_urgent, grid_lines, landscape_annex, styled,
    typed_blanks, circular, telegram, order,
)  # fmt: skip
