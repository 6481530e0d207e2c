"""Documents to bytes. One folder a format; `arrange` lays out plain data, `write` makes the file of it."""
