"""The dialog with a report that was read from a document, to correct it before it is taken."""
