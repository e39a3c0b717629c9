"""The facts of a report: of which level the body is, ways to ask, the day on which it is signed."""
