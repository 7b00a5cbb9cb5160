"""How a line gets from one mark to another without running behind a third: plain geometry, y grows downwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import dist

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Corner = tuple[Point, Point, Point]  # where its rounding begins, the corner itself, where it ends

STEPS = 64  # of a sampled curve: one of 600 pixels is looked at every ten, and no mark is smaller
ROUND = 8.0  # pixels before and after a corner that are rounded


def sampled(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Points of a cubic Bézier curve, both ends included."""
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points.append(
            (
                sum(part * x for part, (x, _) in zip(parts, (start, first, second, end), strict=True)),
                sum(part * y for part, (_, y) in zip(parts, (start, first, second, end), strict=True)),
            )
        )
    return points


def meets(points: Iterable[Point], boxes: Sequence[Box]) -> bool:
    """Whether one of the points lies inside one of the boxes."""
    return any(left < x < right and top < y < bottom for x, y in points for left, top, right, bottom in boxes)


def corners(points: Sequence[Point], rounding: float = ROUND) -> Iterator[Corner]:
    """The inner corners of a line of straight stretches, each with as much room to be round as its stretches have."""
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        own = min(rounding, dist(before, corner) / 2, dist(corner, after) / 2)
        yield _towards(corner, before, own), corner, _towards(corner, after, own)


def without_repeats(points: Iterable[Point]) -> list[Point]:
    """The same line without stretches of no length, which have no direction."""
    kept: list[Point] = []
    for point in points:
        if not kept or dist(kept[-1], point) > 0.01:
            kept.append(point)
    return kept


def _towards(start: Point, end: Point, length: float) -> Point:
    share = length / (dist(start, end) or 1)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
