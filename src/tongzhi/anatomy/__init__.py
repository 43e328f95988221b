"""What kind of paper a Word file is, and where its parts are: found once, read by check, format, `--from` and the page."""
