"""The page 总览: how far the report is, what to do next, and its main numbers over the years."""
