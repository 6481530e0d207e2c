"""The command line: translates options into calls of the pipeline, and results into text. Decides nothing."""
