"""What is known, as pydantic models with Chinese labels; no reading, no rendering."""
