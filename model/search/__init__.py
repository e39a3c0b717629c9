"""Finding and replacing words in all texts of a report, and the places where a word is part of something else's name."""
