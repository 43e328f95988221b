"""Rules for what a paper says: sums, words, the basis it names, and whether it agrees with itself."""
