"""Two versions of a paper: what changed in substance, and a marked-up paper in the final layout."""
