"""Bytes into values that remember where they stood."""
