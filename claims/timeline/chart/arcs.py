"""The lines of a drawing: from a denial to what it denies, from a claim to what it relies on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.timeline.chart.shapes import bent, curve, curved, radius, reach, tip
from claims.timeline.chart.values import Arc, Dot, Lane
from claims.timeline.chart.ways import Box, Point, meets, sampled, without_repeats

GUTTER = 22  # left of a column's marks: no mark with its ring is wider
EDGE = 3  # inside a lane, from its end: no mark comes so near
LETTER, LINE = 8.0, 14  # of a label, in pixels: an average bold letter, a line
FLAGS = 4  # letters that the signs of conflict and drift take behind it


def with_arcs(dots: Sequence[Dot], arcs: Sequence[Arc], lanes: Sequence[Lane] = ()) -> tuple[Dot, ...]:
    """Each line goes with the mark that it starts from."""
    by_claim = {dot.claim.id: dot for dot in dots if dot.claim}
    labels = [box for dot in dots for box in _label(dot)]

    def drawn(dot: Dot) -> tuple[tuple[str, str, str], ...]:
        own = [arc for arc in arcs if dot.claim and arc.source == dot.claim.id]
        return tuple(_drawn(arc, dot, by_claim[arc.target], dots, labels, lanes) for arc in own)

    return tuple(replace(dot, arcs=drawn(dot)) for dot in dots)


def _drawn(
    arc: Arc, dot: Dot, to: Dot, dots: Sequence[Dot], labels: Sequence[Box], lanes: Sequence[Lane]
) -> tuple[str, str, str]:
    """Kind, path and head: a curve where it is free, else a way between the lanes."""
    points = curve(_left(dot), dot.y, _left(to), to.y)
    in_the_way = [_mark(other) for other in dots if other not in (dot, to)]
    # The marks of one column stand one below the other: no curve to their left meets another.
    is_free = dot.x == to.x or not meets(sampled(*points), [*in_the_way, *labels])
    lane = next((lane for lane in lanes if lane.y <= to.y < lane.end), None)
    path = curved(points) if is_free or lane is None else bent(_between_lanes(dot, to, lane))
    return arc.kind, path, tip(_left(to), to.y)


def _between_lanes(dot: Dot, to: Dot, lane: Lane) -> list[Point]:
    """Down or up left of the own column, across at the edge of the other's lane, and in left of the other's column."""
    edge = lane.y + EDGE if dot.y < to.y else lane.end - EDGE
    own, other = dot.x - GUTTER, to.x - GUTTER
    return without_repeats(
        [
            (_left(dot), dot.y),
            (own, dot.y),
            (own, edge),
            (other, edge),
            (other, to.y),
            (_left(to) - 6, to.y),
        ]
    )


def _left(dot: Dot) -> float:
    return dot.x - _reach(dot)


def _reach(dot: Dot) -> float:
    return max(dot.ring, reach(dot.stance, radius(dot.number)))


def _mark(dot: Dot) -> Box:
    own = _reach(dot)
    return dot.x - own, dot.y - own, dot.x + own, dot.y + own


def _label(dot: Dot) -> list[Box]:
    if not dot.label:
        return []
    half = LINE * len(dot.label) / 2
    letters = max(len(dot.label[-1]) + FLAGS, *map(len, dot.label))
    return [(dot.text_x, dot.y - half, dot.text_x + LETTER * letters, dot.y + half)]
