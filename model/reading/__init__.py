"""Reading a report out of a document: bytes -> lines and tables -> a report, with where each value was found."""
