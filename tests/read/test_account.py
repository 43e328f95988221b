"""The account: counts in = counts out + counts told, and a thing is said once."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongzhi.errors import Place, Problem
from tongzhi.read.account import Account, gather


def at(row: int) -> Place:
    return Place(file="清单.xlsx", row=row)


def test_the_last_line_gives_the_counts() -> None:
    account = Account()
    account.meet(44)
    account.settle("生成", 39)
    for row in (25, 31, 37, 42):
        account.tell("失败", at(row), "没有写县区")
    account.tell("重复", at(19), "与第18行相同")
    assert account.missing == 0
    assert account.last_line() == "44 行：生成 39，失败 4，重复 1"


def test_what_a_rule_leaves_out_stands_beside_the_sum() -> None:
    account = Account()
    account.meet()
    account.settle("生成")
    account.leave_out("合计行", at(9), "是合计行")
    assert account.last_line() == "1 行：生成 1；另有合计行 1"
    assert [str(each) for each in account.messages("")] == ["清单.xlsx 第9行：是合计行。"]


def test_what_nobody_speaks_of_is_said() -> None:
    account = Account("人")
    account.meet(3)
    account.settle("编入", 2)
    assert account.last_line() == "3 人：编入 2，下落不明 1"


def test_one_reason_is_said_once_with_all_its_rows() -> None:
    told = gather([Problem(at(8), "是合计行"), Problem(at(2), "没有写县区"), Problem(at(12), "是合计行")])
    assert [str(each) for each in told] == [
        "清单.xlsx 第8行、第12行：是合计行。",
        "清单.xlsx 第2行：没有写县区。",
    ]


def test_two_accounts_become_one() -> None:
    one, other = Account(), Account()
    one.meet(2)
    one.settle("新增", 2)
    other.meet(3)
    other.settle("新增")
    other.tell("失败", at(3), "空", count=2)
    other.leave_out("隐藏的工作表", Place(sheet="旧"), "没有读")
    one.add(other)
    assert one.last_line() == "5 行：新增 3，失败 2；另有隐藏的工作表 1"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(["生成", "失败", "略过"]), st.integers(1, 5))))
def test_the_sum_is_kept(steps: list[tuple[str, int]]) -> None:
    account = Account()
    for fate, count in steps:
        account.meet(count)
        if fate == "生成":
            account.settle(fate, count)
        else:
            account.tell(fate, at(1), fate, count=count)
    assert account.missing == 0
    assert sum(told.count for told in account.told) + account.fates.get("生成", 0) == account.met


def test_blank_cell_of_many_items_is_said_once():
    from tongzhi.errors import Place, Problem
    from tongzhi.read.account import gather

    said = gather(
        Problem(Place(file="清单.xlsx", row=row, field=f"隐患 第{row - 1}项 行业领域"), "没有填写")
        for row in (2, 3, 4)
    )
    assert [str(each) for each in said] == ["清单.xlsx 第2行、第3行、第4行 “隐患 行业领域”：没有填写。"]
