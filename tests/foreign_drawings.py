"""Maps, timelines and diagrams of the foreign curriculum, with every field that a drawing may have."""

from __future__ import annotations

from typing import Any

import yaml

DRAWINGS: list[dict[str, Any]] = yaml.safe_load("""
- map:
    title: Where choirs sing
    alt: A map of western Europe with two cities and three lands
    bounds: [-10, 36, 20, 60]
    layers: [land, sea, rivers, lakes, borders, relief]
    places:
      - {at: [2.35, 48.86], name: Paris, note: a cathedral choir}
      - {at: [-0.13, 51.5], name: London}
    areas:
      - {country: FRA, name: France}
      - {polygon: [[8, 54], [13, 54], [13, 57], [8, 57]], name: Denmark}
    arrows: [{along: [[-0.13, 51.5], [2.35, 48.86]], text: on tour}]
    regions: [{at: [-4, 40], name: Iberia}]
    seas: [{at: [3, 56], name: North Sea}]
    relief: [{at: [8, 46], name: The Alps}]
    key: [a dot is a choir]
    period: today
    borders: true
    look_for: ["Which two cities does the arrow join?"]
    caption: Choirs travel.
    credit: {text: our own survey, licence: CC0-1.0}
- timeline:
    title: Songs through time
    alt: A timeline from 1400 BCE to today
    from: -1400
    to: 2020
    events: [{at: -1400, text: The oldest song on clay, about: true}, {at: 1025, text: Guido names the notes}]
    spans: [{from: 1600, to: 1750, text: The age of Bach}]
    here: 2020
    ask: How many years lie between clay and Guido?
- diagram: {kind: cycle, title: Breathing, alt: In and out again, steps: [breathe in, {name: Sing, text: let it out}]}
- diagram: {kind: sequence, title: Warming up, alt: Three steps, steps: [stretch, hum, sing], points: [Go slowly.]}
- diagram: {kind: layers, title: Parts of a choir, alt: Four voices with the high ones above, steps: [soprano, alto, tenor, bass]}
- diagram:
    kind: tree
    title: Families of sound
    alt: Music divides into the voice and strings, and strings into violin and harp
    root: {text: music, children: [voice, {text: strings, children: [violin, harp]}]}
- diagram:
    kind: compare
    title: Singing and speaking
    alt: Two lists side by side
    columns: [{title: Singing, points: [long notes, a tune]}, {title: Speaking, points: [short sounds]}]
- diagram:
    kind: labelled
    title: The mouth
    alt: A mouth with two names
    image: media/mouth.png
    labels: [{at: [0.2, 0.3], text: lips}, {at: [0.7, 0.6], text: tongue}]
    credit: Drawn at school
""")
