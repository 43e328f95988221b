"""The rules: a clause or two in each module."""
