"""The chart of a picture: lanes, columns, marks, and the lines from denials to what they deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from claims.pictures.board import (
    COLOURS,
    EDGE,
    HAIR,
    HEIGHT,
    INK,
    NEUTRAL,
    PALE,
    SOFT,
    WASH,
    WIDTH,
    Canvas,
    fitting,
    mark,
)
from claims.pictures.lettering import SANS, SANS_BOLD
from claims.pictures.seating import Seat, Seating, in_columns
from claims.templatetags.words import day_short, said_when
from claims.timeline.chart.ways import Box, Point, corners, meets, sampled, without_repeats

NAMES = 250  # width of the lanes' names
LEFT, RIGHT = EDGE + NAMES, WIDTH - EDGE
FOOT = 36  # height of the line that says what finds no room
WIDEST = 1.2  # of a mark, in radii
HEAD, SHORT_HEAD = 12, 8  # length of an arrow's head that comes from the left, and of one from a lane's end


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands, and its radius."""

    x: float
    y: float
    r: float

    @property
    def box(self) -> Box:
        own = self.r * WIDEST + 2
        return self.x - own, self.y - own, self.x + own, self.y + own


@dataclass(frozen=True, slots=True)
class Grid:
    """The room of the lanes."""

    rows: float  # where the first lane begins
    height: float  # of a lane
    width: float  # of a column

    def gutter(self, seat: Seat) -> float:
        """Left of the marks of its column."""
        return LEFT + self.width * seat[1] + 8

    def edge(self, seat: Seat, towards: Seat) -> float:
        """The end of its lane that is nearer to another; of one lane the upper end."""
        return self.rows + self.height * (seat[0] + (towards[0] > seat[0]))


def draw_chart(canvas: Canvas, own: Seating, top: float) -> None:
    if not own.lanes:
        return
    foot = _more(own)
    bottom = HEIGHT - 28 - (FOOT if foot else 0)
    rows = top + 40
    grid = Grid(rows, min(72.0, (bottom - rows) / len(own.lanes)), (RIGHT - LEFT) / len(own.columns))
    _columns(canvas, own, grid, top)
    _lanes(canvas, own, grid)
    if foot:
        canvas.text(
            EDGE,
            rows + grid.height * len(own.lanes) + 30,
            fitting(foot, SANS, 24, RIGHT - EDGE),
            SANS,
            24,
            SOFT,
        )
    spots = spots_of(own, grid)
    for source, target in own.arcs:
        _arc(canvas, source, target, spots, grid)
    for seat, spot in spots.items():
        colour = COLOURS.get(seat[2], NEUTRAL)
        if own.chosen and seat not in own.chosen:
            colour = PALE[colour]
        mark(canvas, seat[2], spot.x, spot.y, spot.r, colour, own.marks[seat])


def _more(own: Seating) -> str:
    """*and 5 more speakers, other days*: what finds no room; "" when all does."""
    parts = []
    if own.others:
        parts.append(ngettext("%(n)s more speaker", "%(n)s more speakers", own.others) % {"n": own.others})
    if own.has_more_days:
        parts.append(gettext("other days"))
    return gettext("and %(more)s") % {"more": ", ".join(parts)} if parts else ""


def _columns(canvas: Canvas, own: Seating, grid: Grid, top: float) -> None:
    end = grid.rows + grid.height * len(own.lanes)
    for at, span in enumerate(own.columns):
        x = LEFT + grid.width * at
        if span.first is None or span.band:
            canvas.block(x, grid.rows, grid.width, end - grid.rows, WASH)
        words = said_when(span.band) or day_short(span.first) or gettext("Day unknown")
        canvas.text(x + 12, grid.rows - 12, fitting(words, SANS, 22, grid.width - 16), SANS, 22, SOFT)
        canvas.line([(x, top + 8), (x, end)], 1, HAIR)
    canvas.line([(EDGE, grid.rows), (RIGHT, grid.rows)], 1.5, INK)


def _lanes(canvas: Canvas, own: Seating, grid: Grid) -> None:
    for at, speaker in enumerate(own.lanes):
        y = grid.rows + grid.height * at
        name = fitting(speaker.name if speaker else gettext("Nobody named"), SANS_BOLD, 24, NAMES - 16)
        canvas.text(EDGE, y + grid.height / 2 + 8, name, SANS_BOLD, 24)
        canvas.line([(EDGE, y + grid.height), (RIGHT, y + grid.height)], 1, HAIR)


def spots_of(own: Seating, grid: Grid) -> Mapping[Seat, Spot]:
    spots = {}
    for (lane, column), seats in in_columns(own.marks).items():
        step = min(58.0, (grid.width - 40) / len(seats))
        for at, seat in enumerate(seats):
            # A third of the lane is left for the head of an arrow above and below.
            r = min(grid.height * 0.27, step * 0.4, 15 + 1.2 * min(own.marks[seat], 6))
            x = LEFT + grid.width * column + 40 + step * at
            spots[seat] = Spot(x, grid.rows + grid.height * (lane + 0.5), r)
    return spots


def _arc(canvas: Canvas, source: Seat, target: Seat, spots: Mapping[Seat, Spot], grid: Grid) -> None:
    points = way(source, target, spots, grid)
    (x0, y0), (x, y) = points[-2:]
    canvas.line(points, 2.5, COLOURS["denies"])
    if abs(y - y0) < abs(x - x0):
        head = [(x + HEAD, y), (x, y - 6), (x, y + 6)]
    else:
        down = SHORT_HEAD if y > y0 else -SHORT_HEAD
        head = [(x, y + down), (x - 5, y), (x + 5, y)]
    canvas.polygon(head, COLOURS["denies"], COLOURS["denies"])


def way(source: Seat, target: Seat, spots: Mapping[Seat, Spot], grid: Grid) -> list[Point]:
    """From a denial to the head of the arrow at what it denies: a curve where it meets no other mark, else between lanes."""
    start, end = spots[source], spots[target]
    others = [spot.box for seat, spot in spots.items() if seat not in (source, target)]
    x1, x2 = start.x - WIDEST * start.r, end.x - end.r - 3 - HEAD
    out = min(x1, x2) - 26 - 0.16 * abs(end.y - start.y)
    points = sampled((x1, start.y), (out, start.y), (out, end.y), (x2, end.y))
    return _between_lanes(source, target, spots, grid) if meets(points, others) else points


def _between_lanes(source: Seat, target: Seat, spots: Mapping[Seat, Spot], grid: Grid) -> list[Point]:
    """Out of the mark towards the end of its lane, along that, left of the other's column, and in from its lane's end."""
    start, end, gutter = spots[source], spots[target], grid.gutter(target)
    here, there = grid.edge(source, target), grid.edge(target, source)
    reach = end.r * (WIDEST if target[2] == "denies" else 1) + 2 + SHORT_HEAD
    points = without_repeats(
        [
            (start.x, start.y),
            (start.x, here),
            (gutter if here != there else start.x, here),
            (gutter if here != there else end.x, there),
            (end.x, there),
            (end.x, end.y - reach if there < end.y else end.y + reach),
        ]
    )
    return list(_rounded(points))


def _rounded(points: Sequence[Point]) -> Iterator[Point]:
    yield points[0]
    for begin, corner, end in corners(points):
        for step in range(7):
            t = step / 6
            yield (
                (1 - t) ** 2 * begin[0] + 2 * t * (1 - t) * corner[0] + t * t * end[0],
                (1 - t) ** 2 * begin[1] + 2 * t * (1 - t) * corner[1] + t * t * end[1],
            )
    yield points[-1]
