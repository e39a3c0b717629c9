"""The amounts of a text against each other: sums, shares, growth, what is told twice."""
