"""From a speech to the papers that follow the meeting: `drafting` makes the models, `whole_set` the files."""
