"""The proof of an exported document: it is read back and compared with its report."""
