"""How texts are written: their words and clauses, and the lists of resources/wording.toml."""
