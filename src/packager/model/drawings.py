"""Maps, timelines and diagrams as an author writes them. How they are drawn stands in `drawing/`."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from packager.model.base import MayBeEmpty, Model, Text, TextAs, Truth, Year
from packager.model.picture import Credit

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Point = tuple[Longitude, Latitude]
Four = tuple[Longitude, Latitude, Longitude, Latitude]


def _the_right_way_round(bounds: Four) -> Four:
    west, south, east, north = bounds
    told = "expected west, south, east and north"
    if south >= north:
        raise WrongWay(f"{told}, but the south lies above the north", "exchange the second number and the fourth")
    if west >= east:
        hint = "exchange the first number and the third; a map cannot cross the date line: draw two, one on each side"
        raise WrongWay(f"{told}, but the west lies beyond the east", hint)
    return bounds


class WrongWay(ValueError):
    """Two values are the wrong way round; the hint says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


Bounds = Annotated[Four, AfterValidator(_the_right_way_round)]
Fraction = Annotated[float, Field(ge=0, le=1)]


class Drawn(Model):
    """What every drawing has."""

    title: Text
    """What the drawing shows, as the heading of its slide."""
    alt: MayBeEmpty
    """What there is to see, for those who cannot see it."""
    caption: Text | None = None
    """What stands below the drawing; the title where none is given."""


class Place(Model):
    """A place on a map, marked by a dot."""

    at: Point
    """Longitude and latitude in degrees."""
    name: Text
    note: Text | None = None
    """A second, smaller line under the name."""


class MapLabel(Model):
    """A name written across a region, a sea or a range of hills; one that is known needs no place."""

    name: Text
    at: Point | None = None


MapLabels = tuple[Annotated[MapLabel, TextAs("name")], ...]


class Area(Model):
    """An area set off by colour: a country by its ISO 3166 code, a polygon, or the land on both sides of a river."""

    name: Text
    country: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    polygon: Annotated[tuple[Point, ...], Field(min_length=3)] | None = None
    beside: Text | None = None
    """The name of a river."""
    colour: Literal["tint", "green", "strong"] | None = None
    """A tint of the subject's colour, green for farmland, or the subject's colour itself; green beside a river, else a tint."""

    @model_validator(mode="after")
    def _one_of_the_three(self) -> Self:
        if [self.country, self.polygon, self.beside].count(None) != 2:
            raise ValueError("expected either `country`, `polygon` or `beside`")
        return self


class River(Model):
    """A river to draw: one that is known by its name, or one whose course is given; may be written as a single text."""

    name: Text
    along: Annotated[tuple[Point, ...], Field(min_length=2)] | None = None
    """Its course from the source, where it is not known."""


class Arrow(Model):
    """A journey, a current or a trade route."""

    along: Annotated[tuple[Point, ...], Field(min_length=2)]
    text: Text | None = None
    water: Truth = False
    """Whether it shows which way water flows."""


class Map(Drawn):
    """A map of one part of the world."""

    bounds: Bounds
    """West, south, east and north in degrees."""
    layers: tuple[Literal["land", "sea", "rivers", "lakes", "borders", "relief"], ...] = ("land", "rivers", "lakes")
    rivers: tuple[Annotated[River, TextAs("name")], ...] = ()
    """The rivers to draw; all the great ones where none is named."""
    places: tuple[Place, ...] = ()
    areas: tuple[Area, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    regions: MapLabels = ()
    """Names of lands, written across them."""
    seas: MapLabels = ()
    relief: MapLabels = ()
    """Names of hills and mountains."""
    key: tuple[Text, ...] = ()
    """Lines of the key besides those that follow from the layers."""
    period: Text | None = None
    """The time shown: `about 2500 BCE`."""
    borders: Truth = False
    """Whether to draw today's borders."""
    look_for: tuple[Text, ...] = ()
    """Short things to find on the map."""
    credit: Annotated[Credit, TextAs("text")] | None = None


class Event(Model):
    """Something that happened in one year."""

    at: Year
    text: Text
    about: Truth = False
    """Whether the year is known only roughly."""


class Span(Model):
    """A time that lasted."""

    from_: Annotated[Year, Field(alias="from")]
    to: Year
    text: Text


class Timeline(Drawn):
    """Events and times along a line of years."""

    from_: Annotated[Year, Field(alias="from")]
    to: Year
    events: tuple[Event, ...] = ()
    spans: tuple[Span, ...] = ()
    here: Year | None = None
    """The year to mark with ‘You are here’."""
    ask: Text | None = None
    """A question for pupils below the timeline."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ >= self.to:
            raise WrongWay("`from` must be earlier than `to`", "exchange them; years BCE are negative")
        return self


class Step(Model):
    """One step of a diagram; may be written as a single text."""

    text: Text
    name: Text | None = None
    """A short name above the text."""


Steps = Annotated[tuple[Annotated[Step, TextAs("text")], ...], Field(min_length=1)]


class Explained(Drawn):
    """What every diagram has."""

    points: tuple[Text, ...] = ()
    """Sentences that stand beside the diagram on its slide."""


class Cycle(Explained):
    """Steps that lead back to the first."""

    kind: Literal["cycle"]
    steps: Steps
    centre: Text | None = None
    """What the whole cycle is, in its middle."""


class Sequence(Explained):
    """Steps one after another."""

    kind: Literal["sequence"]
    steps: Steps


class Layers(Explained):
    """Layers one above another, the top first."""

    kind: Literal["layers"]
    steps: Steps


class Branch(Model):
    """A node of a tree, with what hangs from it."""

    text: Text
    children: tuple[Annotated[Branch, TextAs("text")], ...] = ()


class Tree(Explained):
    """A family tree, or any other."""

    kind: Literal["tree"]
    root: Annotated[Branch, TextAs("text")]


class Column(Model):
    """One side of a comparison."""

    title: Text
    points: Annotated[tuple[Text, ...], Field(min_length=1)]


class Compare(Explained):
    """Two or more things side by side."""

    kind: Literal["compare"]
    columns: Annotated[tuple[Column, ...], Field(min_length=2)]


class Label(Model):
    """A name with a line to a point of a picture."""

    at: tuple[Fraction, Fraction]
    """Across and down, as fractions of the picture."""
    text: Text


class Labelled(Explained):
    """A picture with names for its parts."""

    kind: Literal["labelled"]
    image: Text
    labels: Annotated[tuple[Label, ...], Field(min_length=1)]
    credit: Annotated[Credit, TextAs("text")] | None = None


Diagram = Annotated[Cycle | Sequence | Layers | Tree | Compare | Labelled, Field(discriminator="kind")]
Drawing = Map | Timeline | Cycle | Sequence | Layers | Tree | Compare | Labelled
