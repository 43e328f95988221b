"""From a speech's text to its task list; pure functions over units."""
