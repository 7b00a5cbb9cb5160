"""Where everything stands in the two drawings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.timeline.chart.arcs import with_arcs
from claims.timeline.chart.labels import wrapped
from claims.timeline.chart.lanes import NAME, Lanes, OwnerOf, Seat, lane_rows, lanes_of, seats_of
from claims.timeline.chart.periods import Period, periods
from claims.timeline.chart.shapes import bulge, radius, reach, shape
from claims.timeline.chart.values import Arc, Chart, Column, Dot, Drawing, Owner
from claims.timeline.values import ClaimLine

MOST_MARKS = 60  # claims; beyond, a mark sums up what a lane has in a column, or the marks hide each other
MOST_LABELLED = 10  # columns; beyond, no label finds room

WIDTH, TALL_WIDTH = 1168, 360
LEFT, TOP, ROW = 168, 40, 36  # room of the names, of the days, of a mark
UNKNOWN_WIDTH = (202, 340)  # at least, at most
LETTER = 6.9  # pixels of an average letter at 13 pixels, in a face somewhat wider than common
BOLD, FLAG = 1.12, 2.5  # how much wider a bold letter is; letters that the sign of a conflict or drift takes
NARROWEST = 130
MOST_LETTERS = 30  # of a label that a column makes room for; a longer one goes on in its second line
DAY_LABEL, SPAN_LABEL = 74, 132  # pixels that the name of a day takes, and that of several


def draw(
    claims: Iterable[ClaimLine],
    arcs: Sequence[Arc] = (),
    *,
    lane_of: OwnerOf = lambda claim: claim.speaker,
) -> Chart | None:
    """Both drawings of these claims, retired ones left out; None when there is nothing to draw.

    ``lane_of`` tells in whose lane a claim stands: its speaker's, unless it says otherwise.
    """
    living = [claim for claim in claims if not claim.retired]
    if not living:
        return None
    is_summed = len(living) > MOST_MARKS
    spans = periods(claim.when for claim in living)
    arcs = () if is_summed else _both_drawn(arcs, living)
    lanes = lanes_of(living, lane_of)
    wide = _summed_wide(living, lanes, spans) if is_summed else _wide(living, lanes, spans, arcs)
    tall = _summed_tall(living, spans) if is_summed else _tall(living, lanes, spans, arcs)
    has_flags = not is_summed and any(claim.open_conflicts or claim.drifts for claim in living)
    return Chart(wide, tall, len(living), is_summed, bool(arcs), has_flags)


def arcs_of(claims: Iterable[ClaimLine]) -> tuple[Arc, ...]:
    """The links of these claims that the chart draws."""
    return tuple(
        Arc(claim.id, link.claim_id, "denies" if link.how == "denies" else "relies-on")
        for claim in claims
        for link in claim.links
        if link.how in ("denies", "relies-on")
    )


def _both_drawn(arcs: Iterable[Arc], claims: Sequence[ClaimLine]) -> tuple[Arc, ...]:
    ids = {claim.id for claim in claims}
    return tuple(arc for arc in arcs if arc.source in ids and arc.target in ids)


# ---------------------------------------------------------------- a mark a claim


def _wide(claims: Sequence[ClaimLine], lanes: Lanes, spans: Sequence[Period], arcs: Sequence[Arc]) -> Drawing:
    seats = seats_of(claims, lanes, spans)
    most = [max(len(seats.get((lane, col), ())) for col in range(len(spans))) for lane in range(lanes.number)]
    heights = [
        max(ROW * n + 16, _named(owner)) for n, owner in zip(most, [*lanes.owners, None], strict=False)
    ]
    tops = [TOP + sum(heights[:lane]) for lane in range(lanes.number)]
    height = tops[-1] + heights[-1] + 2
    rows = {
        claim.id: tops[lane] + 25 + ROW * row
        for (lane, _), own in seats.items()
        for row, claim in enumerate(own)
    }
    places = {claim.id: col for (_, col), own in seats.items() for claim in own}
    pads = _pads(len(spans), arcs, rows, places)
    is_labelled = sum(span.first is not None for span in spans) <= MOST_LABELLED
    columns = _columns(spans, _needs(seats, len(spans), pads) if is_labelled else None, height)
    disputed = {one for arc in arcs for one in (arc.source, arc.target)}
    dots = []
    for (_, col), own in sorted(seats.items()):
        column = columns[col]
        x = column.x + pads[col] + 24 if is_labelled else column.x + column.width / 2 - 4
        room = int((column.end - x - 34) / LETTER) if is_labelled else 0
        for claim in own:
            box = (x - 17, rows[claim.id] - 16, column.end - x + 4, 32) if is_labelled else None
            is_disputed = claim.id in disputed
            letters = int(
                room / (BOLD if is_disputed else 1)
                - FLAG * bool(claim.open_conflicts)
                - FLAG * bool(claim.drifts)
            )
            dot = _dot(claim, lanes, column, x, rows[claim.id], letters, box, lines=2)
            dots.append(replace(dot, is_disputed=is_disputed))
    named = lane_rows(lanes, tops, heights, seats)
    return Drawing(max(WIDTH, columns[-1].end), height, columns, named, with_arcs(dots, arcs, named))


def _named(owner: Owner | None) -> float:
    """The height that the name of a lane takes, with what its bearer is below it."""
    return 34 + 14 * len(wrapped(owner.name, NAME)) if owner else 0


def _tall(claims: Sequence[ClaimLine], lanes: Lanes, spans: Sequence[Period], arcs: Sequence[Arc]) -> Drawing:
    x = 88.0 if arcs else 22.0
    y = 0.0
    columns, dots = [], []
    for span in spans:
        own = sorted((claim for claim in claims if span.holds(claim.when)), key=lanes.place)
        column = Column(span.first, span.last, 0, TALL_WIDTH, y, 40 + 46 * len(own), band=span.band)
        columns.append(column)
        for row, claim in enumerate(own):
            middle = y + 59 + 46 * row
            box = (x - 18, middle - 21, TALL_WIDTH - x + 18, 42)
            dots.append(_dot(claim, lanes, column, x, middle, int((TALL_WIDTH - x - 34) / LETTER), box))
        y += column.height
    return Drawing(TALL_WIDTH, y, tuple(columns), (), with_arcs(dots, arcs))


def _dot(
    claim: ClaimLine,
    lanes: Lanes,
    column: Column,
    x: float,
    y: float,
    letters: int,
    box: tuple[float, float, float, float] | None,
    *,
    lines: int = 1,
) -> Dot:
    r = radius(claim.reports)
    said, true = claim.verdict_on_attribution, claim.verdict_on_content
    return Dot(
        claim=claim,
        stance=claim.stance,
        number=claim.reports,
        owner=lanes.owner_of(claim),
        column=column,
        x=x,
        y=y,
        shape=shape(claim.stance, x, y, r),
        ring=reach(claim.stance, r) + 3.4 if said else 0,
        ring_is_dashed=bool(said and said.status != "verified"),
        sign={"verified": "✓", "unverified": "?"}.get(true.status, "") if true else "",
        hit=box or (x - 16, y - 16, 32, 32),
        text_x=x + 25,
        label=wrapped(claim.headline, letters, lines) if letters > 5 else (),
        first=claim.id,
    )


def _pads(
    number: int, arcs: Iterable[Arc], rows: Mapping[int, float], places: Mapping[int, int]
) -> list[float]:
    """The room that each column keeps at its left for the curves that bulge there."""
    pads = [0.0] * number
    for arc in arcs:
        col = min(places[arc.source], places[arc.target])
        pads[col] = max(pads[col], bulge(abs(rows[arc.source] - rows[arc.target])))
    return pads


def _needs(
    seats: Mapping[Seat, Sequence[ClaimLine]], number: int, pads: Sequence[float]
) -> list[tuple[float, float]]:
    """What each column needs for its curves and marks, and what it would like for the longest of its labels."""
    longest = [0] * number
    for (_, col), own in seats.items():
        longest[col] = max(longest[col], *(min(MOST_LETTERS, len(claim.headline)) for claim in own))
    return [(pad + 66, LETTER * letters) for pad, letters in zip(pads, longest, strict=True)]


def _shared_out(needs: Sequence[tuple[float, float]], room: float) -> list[float]:
    """Widths of columns in a room: all get what they need, and of what is left each label gets the same share."""
    fixed, wished = (sum(parts) for parts in zip(*needs, strict=True))
    share = max(0.0, room - fixed) / max(wished, 1)
    return [max(NARROWEST, own + share * label) for own, label in needs]


def _columns(
    spans: Sequence[Period], needs: Sequence[tuple[float, float]] | None, height: float
) -> tuple[Column, ...]:
    """Share the width out: by need where labels stand, else equally; the unknown days stand apart at the right."""
    known = [index for index, span in enumerate(spans) if span.first]
    has_unknown = len(known) < len(spans)
    least, most = UNKNOWN_WIDTH
    shared = _shared_out(needs, WIDTH - LEFT - 16) if needs else []
    unknown = min(most, max(least, shared[-1])) if needs else least
    room = WIDTH - LEFT - 8 - (unknown + 8 if has_unknown and known else -8)
    if needs and known:
        widths = _shared_out([needs[index] for index in known], room)
    else:
        widths = [room / max(1, len(known))] * len(known)
    label = DAY_LABEL if all(span.first == span.last for span in spans) else SPAN_LABEL
    step = -(-label // int(min(widths, default=label)))
    columns, x = [], LEFT + 8.0
    for index, width in zip(known, widths, strict=True):
        columns.append(
            Column(
                spans[index].first,
                spans[index].last,
                x,
                width - 8,
                0,
                height,
                not index % step,
                spans[index].band,
            )
        )
        x += width
    if has_unknown:
        columns.append(Column(None, None, x + (8 if known else 0), unknown if known else room, 0, height))
    return tuple(columns)


# ---------------------------------------------------------------- a mark for several claims


def _summed_wide(claims: Sequence[ClaimLine], lanes: Lanes, spans: Sequence[Period]) -> Drawing:
    seats = seats_of(claims, lanes, spans)
    height = TOP + 52 * lanes.number + 2
    columns = _columns(spans, None, height)
    dots = []
    for (lane, col), own in sorted(seats.items()):
        column, owner = columns[col], lanes.owners[lane] if lane < len(lanes.owners) else None
        groups = _by_side(own)
        apart = min(26.0, column.width / 2)
        for place, (stance, several) in enumerate(groups):
            x = column.x + column.width / 2 + apart * (place - (len(groups) - 1) / 2)
            dots.append(_sum(stance, several, owner, column, x, TOP + 26 + 52 * lane))
    tops = [TOP + 52 * lane for lane in range(lanes.number)]
    return Drawing(WIDTH, height, columns, lane_rows(lanes, tops, [52] * lanes.number, seats), tuple(dots))


def _summed_tall(claims: Sequence[ClaimLine], spans: Sequence[Period]) -> Drawing:
    """A row a column of the wide one, with a mark a stance: lanes find no room here."""
    columns, dots = [], []
    for row, span in enumerate(spans):
        column = Column(span.first, span.last, 0, TALL_WIDTH, 44 * row, 44, band=span.band)
        columns.append(column)
        groups = _by_side([claim for claim in claims if span.holds(claim.when)])
        for stance, several in groups:
            x = 190.0 + 90 * (stance == "denies")
            dots.append(_sum(stance, several, None, column, x, 44 * row + 22))
    return Drawing(TALL_WIDTH, 44 * len(spans), tuple(columns), (), tuple(dots))


def _by_side(claims: Iterable[ClaimLine]) -> list[tuple[str, list[ClaimLine]]]:
    """What denies apart from the rest: the two that a reader must see even from afar."""
    rest: list[ClaimLine] = []
    denials: list[ClaimLine] = []
    for claim in claims:
        (denials if claim.stance == "denies" else rest).append(claim)
    asserts = any(claim.stance == "asserts" for claim in rest)
    stance = "asserts" if asserts or not rest else rest[0].stance
    return [pair for pair in ((stance, rest), ("denies", denials)) if pair[1]]


def _sum(
    stance: str, claims: Sequence[ClaimLine], owner: Owner | None, column: Column, x: float, y: float
) -> Dot:
    r = round(min(13.0, 6 + len(str(len(claims))) * 1.6 + min(len(claims), 40) / 10), 1)
    return Dot(
        claim=None,
        stance=stance,
        number=len(claims),
        owner=owner,
        column=column,
        x=x,
        y=y,
        shape=shape(stance, x, y, r),
        ring=0,
        ring_is_dashed=False,
        sign="",
        hit=(x - 12.5, y - 16, 25, 32),
        text_x=x + 20,
        first=claims[0].id,
    )
