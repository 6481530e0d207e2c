"""Lesson decks as PowerPoint files: `arrange` makes plain data, `write` makes bytes."""
