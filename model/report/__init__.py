"""The values of one form: numbers, texts, facts, and their printed order."""
