"""What is asked of a curriculum that could be read: one file for each family of rules."""
