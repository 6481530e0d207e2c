"""Flashcards as text that Quizlet and Anki read."""
