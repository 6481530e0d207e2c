"""From degrees to points on paper.

Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), chapter 12
(equidistant cylindrical) and chapter 14 (Albers equal-area conic), both for the sphere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import asin, atan2, copysign, cos, degrees, hypot, radians, sin, sqrt
from typing import Protocol

from packager.drawing.atlas import Window
from packager.drawing.shapes import XY

SMALL = 17.0
"""The widest area, in degrees of latitude, for which a cylinder is good enough: at its edges shapes are 1 % off or so."""
KM_A_DEGREE = 111.19
"""Kilometres in a degree of a great circle on a sphere of 6371 km."""


Placed = Callable[[Sequence[int], Sequence[int]], list[XY]]
"""Where points stand on the paper whose longitudes and latitudes are whole numbers of a small unit."""


class Projection(Protocol):
    """A projection to a plane whose unit is about a degree of latitude, y upwards."""

    def to_plane(self, lon: float, lat: float) -> XY:
        """Where a place lies on the plane."""

    def from_plane(self, x: float, y: float) -> XY:
        """The longitude and latitude of a point of the plane."""

    def placer(self, unit: float, scale: float, left: float, top: float) -> Placed:
        """The same as `to_plane` for many points in `unit` degrees at once, and on paper."""


@dataclass(frozen=True, slots=True)
class Cylinder:
    """Equidistant cylindrical: the parallel `true` keeps its length."""

    middle: float
    true: float

    def to_plane(self, lon: float, lat: float) -> XY:
        """Where a place lies on the plane."""
        return (lon - self.middle) * cos(radians(self.true)), lat

    def from_plane(self, x: float, y: float) -> XY:
        """The longitude and latitude of a point of the plane."""
        return x / cos(radians(self.true)) + self.middle, y

    def placer(self, unit: float, scale: float, left: float, top: float) -> Placed:
        """Where many points stand on paper."""
        short = cos(radians(self.true)) * scale
        a, b, c, d = unit * short, -self.middle * short - left * scale, -unit * scale, top * scale
        return lambda xs, ys: [(a * x + b, c * y + d) for x, y in zip(xs, ys, strict=True)]


@dataclass(frozen=True, slots=True)
class Cone:
    """Albers equal-area conic with two parallels that keep their length (Snyder 14-1 to 14-11)."""

    middle: float
    n: float
    c: float

    def to_plane(self, lon: float, lat: float) -> XY:
        """Where a place lies on the plane."""
        rho = sqrt(max(self.c - 2 * self.n * sin(radians(lat)), 0.0)) / self.n
        theta = self.n * radians(lon - self.middle)
        return degrees(rho * sin(theta)), -degrees(rho * cos(theta))

    def from_plane(self, x: float, y: float) -> XY:
        """The longitude and latitude of a point of the plane."""
        x, y = radians(x), -radians(y)
        sign = 1 if self.n > 0 else -1
        rho, theta = hypot(x, y), atan2(sign * x, sign * y)
        share = min(max((self.c - (rho * self.n) ** 2) / (2 * self.n), -1.0), 1.0)
        return degrees(theta / self.n) + self.middle, degrees(asin(share))

    def placer(self, unit: float, scale: float, left: float, top: float) -> Placed:
        """Where many points stand on paper."""
        c, two, radius = self.c, 2 * self.n, degrees(scale / self.n)
        turn, start, tall = self.n * radians(unit), -self.n * radians(self.middle), radians(unit)
        x0, y0 = -left * scale, top * scale

        def placed(xs: Sequence[int], ys: Sequence[int]) -> list[XY]:
            rhos = [radius * sqrt(max(c - two * sin(tall * y), 0.0)) for y in ys]
            thetas = [turn * x + start for x in xs]
            return [(r * sin(t) + x0, r * cos(t) + y0) for r, t in zip(rhos, thetas, strict=True)]

        return placed


def projection(bounds: Sequence[float]) -> Projection:
    """A cone for a large area, its parallels a sixth from the edges; a cylinder for a small one, the tropics and the world."""
    west, south, east, north = bounds
    lon, lat = (west + east) / 2, (south + north) / 2
    if east - west > 180:
        return Cylinder(lon, 35.0)
    if (north - south <= SMALL and (east - west) * cos(radians(lat)) <= SMALL) or abs(lat) < 6:
        return Cylinder(lon, lat if abs(lat) >= 6 else (north - south) / 5)
    one, two = sin(radians(south + (north - south) / 6)), sin(radians(north - (north - south) / 6))
    n = (one + two) / 2
    return Cone(lon, n, 1 - one * one + 2 * n * one)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A projection onto paper: `scale` points a unit of the plane, `left` and `top` what lies at the paper's corner."""

    projection: Projection
    scale: float
    left: float
    top: float
    width: float
    height: float

    def xy(self, lon: float, lat: float) -> XY:
        """Where a place stands on the paper, y downwards."""
        x, y = self.projection.to_plane(lon, lat)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def placer(self, unit: float) -> Placed:
        """Where many points stand whose longitudes and latitudes are whole numbers of `unit` degrees."""
        return self.projection.placer(unit, self.scale, self.left, self.top)

    def window(self, margin: float) -> Window:
        """All that lies on the paper, and `margin` points around it."""
        xs = [-margin + (self.width + 2 * margin) * i / 16 for i in range(17)]
        ys = [-margin + (self.height + 2 * margin) * i / 16 for i in range(17)]
        edge = [(x, y) for x in xs for y in (ys[0], ys[-1])] + [(x, y) for y in ys for x in (xs[0], xs[-1])]
        places = [self.projection.from_plane(self.left + x / self.scale, self.top - y / self.scale) for x, y in edge]
        lons, lats = [p[0] for p in places], [p[1] for p in places]
        on = self.projection
        if isinstance(on, Cone) and 0 < -self.left * self.scale < self.width and 0 < self.top * self.scale < self.height:
            # The pole lies on the paper, and every longitude meets there.
            lons, lats = [on.middle - 180, on.middle + 180], [*lats, copysign(90, on.n)]
        spare = 0.01 * (max(lats) - min(lats))
        return Window(min(lons) - spare, max(min(lats) - spare, -90), max(lons) + spare, min(max(lats) + spare, 90))

    @property
    def km(self) -> float:
        """Kilometres in a point, in the middle of the paper."""
        middle = self.left + self.width / 2 / self.scale, self.top - self.height / 2 / self.scale
        lon, lat = self.projection.from_plane(*middle)
        x, _ = self.xy(lon, lat)
        u, _ = self.xy(lon + 0.1, lat)
        return 0.1 * KM_A_DEGREE * cos(radians(lat)) / (u - x)


def extent(bounds: Sequence[float], on: Projection) -> tuple[float, float, float, float]:
    """The rectangle of the plane around the bounds: least x, y, greatest x, y."""
    west, south, east, north = bounds
    lons = [west + (east - west) * i / 16 for i in range(17)]
    lats = [south + (north - south) * i / 16 for i in range(17)]
    points = [on.to_plane(x, y) for x in lons for y in (south, north)] + [on.to_plane(x, y) for y in lats for x in (west, east)]
    return min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)


def fit(bounds: Sequence[float], width: float, height: float) -> Fitted:
    """The bounds in the middle of a paper; where its form differs, more of the world is seen at the sides."""
    on = projection(bounds)
    a, b, c, d = extent(bounds, on)
    scale = min(width / (c - a), height / (d - b))
    return Fitted(on, scale, (a + c) / 2 - width / scale / 2, (b + d) / 2 + height / scale / 2, width, height)
