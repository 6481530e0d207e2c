"""Drawings as SVG with real text; shared by the formats that show one."""
