"""Chinese plain text: strings in, values out; knows no file and no Word."""
