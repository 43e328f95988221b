"""A Word template → something that can be filled; knows nothing of our papers."""
