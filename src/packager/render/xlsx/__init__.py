"""Workbooks of the whole programme."""
