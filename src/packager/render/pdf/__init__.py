"""Booklets and vocabulary sheets as tagged PDF: plain data arranged here, typeset by the templates."""
