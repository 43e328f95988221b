"""A model becomes bytes: Word documents, task lists, plain text."""
