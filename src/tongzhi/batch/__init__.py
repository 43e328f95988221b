"""One document for every row of a roster, here, on all cores, or on several machines."""
