"""The meeting desk: replies merged, seats arranged, feedback sent out and taken in."""
