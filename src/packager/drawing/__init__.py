"""Maps, timelines and diagrams as shapes in points; formats render the shapes and know nothing of maps."""
