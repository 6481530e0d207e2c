"""The packager: a compiler from a sequenced curriculum in YAML to booklets, decks and vocabulary sheets.

Read `pipeline.py` first: it runs every stage, in order, on one page.
"""
