"""What is known: records and their rules; no reading, no rendering."""
