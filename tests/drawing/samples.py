"""One drawing of each kind."""

from __future__ import annotations

from packager.drawing.shapes import Drawing
from packager.drawing.style import INK_SAVER, PRINT, Box
from tests.drawing.drawn import drawn_diagram, drawn_map, drawn_timeline

NILE = {
    "bounds": (24, 21, 37, 33),
    "rivers": ["Nile"],
    "layers": ["land", "rivers", "relief"],
    "areas": [{"beside": "Nile", "name": "black land"}],
    "places": [{"at": (31.25, 29.85), "name": "Memphis"}, {"at": (32.64, 25.72), "name": "Thebes", "note": "a city of temples"}],
    "regions": [{"at": (27.5, 26.5), "name": "Western Desert"}],
    "seas": ["Mediterranean Sea", "Red Sea"],
    "arrows": [{"along": [(30.2, 26.9), (30.0, 27.9), (30.3, 28.8)], "text": "flows north", "water": True}],
    "period": "about 2500 BCE",
}
EGYPT = {
    "start": -3200,
    "end": -30,
    "here": 2026,
    "spans": [
        {"from": -2686, "to": -2181, "text": "Old Kingdom"},
        {"from": -2055, "to": -1650, "text": "Middle Kingdom"},
        {"from": -1550, "to": -1069, "text": "New Kingdom"},
    ],
    "events": [
        {"at": -3100, "text": "Two lands are joined by one king", "about": True},
        {"at": -2560, "text": "The Great Pyramid is finished", "about": True},
        {"at": -1323, "text": "Tutankhamun is buried", "about": True},
        {"at": -196, "text": "The Rosetta Stone is carved"},
        {"at": -30, "text": "Rome takes Egypt"},
    ],
}
SEASONS = [
    {"name": "Inundation", "text": "The river covers the fields. July to October"},
    {"name": "Growing", "text": "Farmers plough and sow. November to February"},
    {"name": "Harvest", "text": "Farmers cut the grain. March to June"},
]


def samples() -> dict[str, Drawing]:
    """One drawing of each kind, by its name."""
    columns = [{"title": "An estuary", "points": ["one wide mouth", "high tides"]}, {"title": "A delta", "points": ["many mouths"]}]
    labels = [{"at": (0.2, 0.3), "text": "hard rock"}, {"at": (0.5, 0.6), "text": "soft rock"}, {"at": (0.8, 0.7), "text": "a deep pool"}]
    root = {"text": "Brahman", "children": [{"text": "Vishnu", "children": ["Rama", "Krishna"]}, "Shiva"]}
    return {
        "map": drawn_map(**NILE),
        "map-print": drawn_map(Box(419.5, 380, fill=False), PRINT, **NILE),
        "timeline": drawn_timeline(**EGYPT),
        "timeline-ink-saver": drawn_timeline(Box(419.5, 400, fill=False), INK_SAVER, **EGYPT),
        "cycle": drawn_diagram("cycle", steps=SEASONS, centre="One year beside the Nile"),
        "sequence": drawn_diagram("sequence", steps=[*SEASONS, "And then it all begins again"]),
        "layers": drawn_diagram("layers", steps=SEASONS),
        "tree": drawn_diagram("tree", root=root),
        "compare": drawn_diagram("compare", columns=columns),
        "labelled": drawn_diagram("labelled", image="media/waterfall.svg", labels=labels),
    }
