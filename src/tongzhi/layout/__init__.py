"""What must be computed before printing, and the recipe that makes the shipped templates."""
