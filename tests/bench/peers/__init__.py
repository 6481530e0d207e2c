"""Other programs that make the same files, where they are present."""
