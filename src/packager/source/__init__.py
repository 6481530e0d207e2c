"""Reads YAML text into trees in which every key and value knows its place. Knows nothing of curricula."""
