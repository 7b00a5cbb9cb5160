"""Where the marks of a picture stand: fewer and larger than in the page's chart, since it is seen as small as a stamp."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.timeline import ClaimLine
from claims.timeline.chart.periods import Period, periods
from claims.timeline.values import SpeakerLine

MOST_COLUMNS = 6  # of days or longer; the last ones are shown, for that is where a story stands
STANCES = ("asserts", "denies", "declines-to-comment", "cannot-verify")

Seat = tuple[int, int, str]  # lane, column, stance


@dataclass(frozen=True, slots=True)
class Seating:
    """`marks` counts the claims of each seat, `arcs` run from a denial's seat to that of what it denies.

    `others` counts the speakers who find no lane; with `has_more_days` there are days that find no column.
    """

    lanes: tuple[SpeakerLine | None, ...]
    columns: tuple[Period, ...]
    marks: dict[Seat, int]
    arcs: tuple[tuple[Seat, Seat], ...]
    chosen: frozenset[
        Seat
    ]  # seats of the claim that the picture is of, and of what it denies or is denied by
    others: int = 0
    has_more_days: bool = False


def seating(claims: Iterable[ClaimLine], *, lanes: int, of: ClaimLine | None = None) -> Seating:
    """At most so many lanes: those of `of` and its dispute (without one, of any dispute) before all, then of who says most."""
    living = [claim for claim in claims if not claim.retired]
    dispute = _dispute(of)
    shown = _lanes(living, dispute or _disputed(living), lanes)
    spans = periods(claim.when for claim in living)
    columns = _columns(spans, living, dispute)
    seats: dict[int, Seat] = {}
    for claim in living:
        column = next((at for at, span in enumerate(columns) if span.holds(claim.when)), None)
        if column is not None and claim.speaker in shown:
            seats[claim.id] = (shown.index(claim.speaker), column, claim.stance)
    arcs = (
        (seats[claim.id], seats[link.claim_id])
        for claim in living
        for link in claim.denies
        if {claim.id, link.claim_id} <= seats.keys() and (of is None or of.id in (claim.id, link.claim_id))
    )
    return Seating(
        lanes=tuple(shown),
        columns=columns,
        marks=Counter(seats.values()),
        arcs=tuple(dict.fromkeys(arcs)),
        chosen=frozenset(seats[pk] for pk in dispute if pk in seats),
        others=len({claim.speaker for claim in living} - {*shown, None}),
        has_more_days=len(columns) < len(spans),
    )


def _dispute(of: ClaimLine | None) -> set[int]:
    return {of.id, *(link.claim_id for link in (*of.denies, *of.denied_by))} if of else set()


def _disputed(claims: Iterable[ClaimLine]) -> set[int]:
    return {claim.id for claim in claims if claim.denies or claim.denied_by}


def _lanes(claims: Sequence[ClaimLine], dispute: set[int], most: int) -> list[SpeakerLine | None]:
    """In the order of first speaking."""
    weights: dict[SpeakerLine | None, tuple[bool, int]] = defaultdict(lambda: (False, 0))
    for claim in claims:
        is_in, n = weights[claim.speaker]
        weights[claim.speaker] = (is_in or claim.id in dispute, n + 1)
    kept = sorted(weights, key=lambda speaker: weights[speaker], reverse=True)[:most]
    return [speaker for speaker in weights if speaker in kept]


def _columns(spans: Sequence[Period], claims: Sequence[ClaimLine], dispute: set[int]) -> tuple[Period, ...]:
    """The last ones, of those with the dispute when there is one; the day unknown comes last of all."""
    times = [claim.when for claim in claims if claim.id in dispute]
    first = next((at for at, span in enumerate(spans) if any(map(span.holds, times))), len(spans))
    start = max(0, min(first, len(spans) - MOST_COLUMNS))
    return tuple(spans[start : start + MOST_COLUMNS])


def in_columns(marks: Iterable[Seat]) -> dict[tuple[int, int], list[Seat]]:
    """The marks of each lane and column, by stance in a fixed order."""
    ordered = sorted(marks, key=lambda seat: (seat[0], seat[1], STANCES.index(seat[2])))
    return {key: list(own) for key, own in groupby(ordered, key=lambda seat: seat[:2])}
