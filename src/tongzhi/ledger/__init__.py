"""The rectification ledger: 列单 → 交单 → 办单 → 验收 → 清单（销号）, nothing ever deleted."""
