from __future__ import annotations

import subprocess
import sys

from tongzhi.resources import corpus_path
from tongzhi.zh.holiday_table import FIRST, from_library, from_table, make_table


def test_table_is_what_the_library_knows():
    """When the library corrects a year: python -m tongzhi.zh.holiday_table."""
    text = corpus_path("holidays.tsv").read_text(encoding="utf-8")
    assert text == make_table(int(text.splitlines()[-1][:4]))


def test_year_of_the_table_equals_the_library():
    assert from_table(FIRST + 5) == from_library(FIRST + 5)


def test_unknown_year_is_in_neither():
    assert from_table(2090) is None
    assert from_library(2090) is None


def test_asking_for_a_day_of_the_table_imports_no_library():
    code = "import sys\nfrom datetime import date\nfrom tongzhi.zh.calendar import is_workday\nassert not is_workday(date(2026, 10, 1))\nassert 'holidays' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_table_ends_with_what_the_library_knows():
    last = max(year for year in range(FIRST, 2100) if from_library(year) is not None)
    assert make_table(2099) == make_table(last)
