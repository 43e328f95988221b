"""The office's own page in the browser: this machine only, offline."""
