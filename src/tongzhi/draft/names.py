"""Names of the workbooks of a set."""

TASKS = "任务清单.xlsx"
SHEET = "定稿单.xlsx"
