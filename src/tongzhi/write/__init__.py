"""The only place that makes files."""
