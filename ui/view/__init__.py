"""What shows an open report: tabs, find bar, findings, notice bars."""
