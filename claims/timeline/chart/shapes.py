"""The forms of marks and curves, as paths of an SVG."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from claims.timeline.chart.ways import Point, corners

WIDEST = 80  # of a curve's bulge: room that labels lack
MOST = 9  # reports; a mark of more is not drawn larger, only its number grows


def radius(number: int) -> float:
    """Of the mark's circle: 5 for one report, 10 for five; its area grows with the number."""
    return round(sqrt(19.4 * min(max(number, 1), MOST) + 7), 1)


def shape(stance: str, x: float, y: float, r: float) -> str:
    """Circle, diamond, square or triangle: four forms that are told apart without colour."""
    if stance == "denies":
        d = 1.22 * r
        return f"M{x:g} {y - d:.1f}l{d:.1f} {d:.1f}-{d:.1f} {d:.1f}-{d:.1f}-{d:.1f}z"
    if stance == "declines-to-comment":
        s = 0.83 * r
        return f"M{x - s:.1f} {y - s:.1f}h{2 * s:.1f}v{2 * s:.1f}h-{2 * s:.1f}z"
    if stance == "cannot-verify":
        return f"M{x:g} {y - 1.18 * r:.1f}l{1.18 * r:.1f} {2.1 * r:.1f}h-{2.36 * r:.1f}z"
    return f"M{x - r:.1f} {y:g}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0-{2 * r:.1f} 0z"


def reach(stance: str, r: float) -> float:
    """How far the shape goes from its middle."""
    return r if stance == "asserts" else 1.22 * r


def bulge(height: float) -> float:
    """How far a curve between two marks of one column goes out to the left, by their distance."""
    return min(WIDEST, 12 + 0.235 * height)


def curve(x1: float, y1: float, x2: float, y2: float) -> tuple[Point, Point, Point, Point]:
    """The curve from the left of one mark to the left of another, as the four points of a cubic one."""
    left = min(x1, x2)
    # A curve comes three quarters of the way to its control points: a long one must not leave the drawing.
    out = left - min(bulge(abs(y2 - y1)), left - 3) * 4 / 3
    return (x1, y1), (out, y1), (out, y2), (x2 - 6, y2)


def curved(points: Sequence[Point]) -> str:
    (x1, y1), (a, _), (b, _), (x2, y2) = points
    return f"M{x1:.1f} {y1:g}C{a:.1f} {y1:g} {b:.1f} {y2:g} {x2:.1f} {y2:g}"


def bent(points: Sequence[Point]) -> str:
    """Straight stretches with round corners."""
    turns = "".join(f"L{_at(begin)}Q{_at(corner)} {_at(end)}" for begin, corner, end in corners(points))
    return f"M{_at(points[0])}{turns}L{_at(points[-1])}"


def tip(x: float, y: float) -> str:
    """The head of a line that comes from the left."""
    return f"M{x:.1f} {y:g}l-7-3.6v7.2z"


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
