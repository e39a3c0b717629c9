"""The view of an open report: tabs, find bar, findings, notices."""
